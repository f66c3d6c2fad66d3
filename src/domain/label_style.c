/* CSS of a label config made harmless, by the rules in label_config.h. */
#include <string.h>

#include "domain/label_parts.h"

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c; }

static bool is_name_char(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80);
}

/* Copies css without comments; false when one is not closed. Quotes are kept as they are. */
static bool strip_comments(const char *css, struct buf *out) {
    char quote = 0;
    for (const char *p = css; *p; p++) {
        if (!quote && p[0] == '/' && p[1] == '*') {
            p = strstr(p + 2, "*/");
            if (!p) return false;
            p++;
            buf_add_char(out, ' ');
            continue;
        }
        if (quote ? *p == quote : *p == '"' || *p == '\'') quote = quote ? 0 : *p;
        buf_add_char(out, *p);
    }
    return true;
}

/* Brackets that close each other, quotes that close on their line. */
static const char *check_balance(const char *css, bool only_declarations) {
    char open[16];
    size_t depth = 0;
    for (const char *p = css; *p; p++) {
        if (*p == '"' || *p == '\'') {
            char quote = *p++;
            while (*p && *p != quote && *p != '\n' && *p != '\r' && *p != '\f') p++;
            if (*p != quote) return "quotes that are not closed on their line.";
        } else if (*p == '{' || *p == '(' || *p == '[') {
            if (*p == '{' && only_declarations) return "a brace { ; an attribute holds declarations only.";
            if (depth == sizeof open) return "brackets nested too deep.";
            open[depth++] = (char)(*p == '{' ? '}' : *p == '(' ? ')' : ']');
        } else if (*p == '}' || *p == ')' || *p == ']') {
            if (depth == 0 || open[--depth] != *p) return "a closing bracket without its opening one.";
        }
    }
    return depth > 0 ? "a bracket that is not closed." : NULL;
}

/* Does the word begin somewhere in the lower-case css; with prefixed also behind a dash, as in "-webkit-image-set(". */
static bool names(const char *css, const char *word, bool prefixed) {
    for (const char *p = strstr(css, word); p; p = strstr(p + 1, word))
        if (p == css || !is_name_char(p[-1]) || (prefixed && p[-1] == '-')) return true;
    return false;
}

static bool begins_word(const char *p, const char *word) {
    size_t len = strlen(word);
    return strncmp(p, word, len) == 0 && !is_name_char(p[len]);
}

static const char *check_position(const char *css) {
    for (const char *p = strstr(css, "position"); p; p = strstr(p + 1, "position")) {
        if (p > css && is_name_char(p[-1])) continue;
        const char *value = p + 8 + strspn(p + 8, " \t\r\n\f");
        if (*value != ':') continue;
        value += 1 + strspn(value + 1, " \t\r\n\f");
        if (!begins_word(value, "static") && !begins_word(value, "relative") && !begins_word(value, "absolute"))
            return "a position that is not static, relative or absolute.";
    }
    return NULL;
}

static const char *check_words(const char *css, bool only_declarations) {
    static const char *const loaders[] = {"url(",     "image(",      "image-set(",  "src(",
                                          "element(", "cross-fade(", "expression(", "paint("};
    for (size_t i = 0; i < sizeof loaders / sizeof *loaders; i++)
        if (names(css, loaders[i], true))
            return "a function that loads something (url( and the like); nothing may be loaded.";
    if (names(css, "behavior", false) || strstr(css, "-moz-binding") || strstr(css, "javascript:"))
        return "behavior, -moz-binding or javascript: in it.";
    for (const char *p = strchr(css, '@'); p; p = strchr(p + 1, '@'))
        if (only_declarations || (!begins_word(p + 1, "media") && !begins_word(p + 1, "keyframes")))
            return "an @ rule other than @media and @keyframes.";
    return check_position(css);
}

bool label_style_clean(const char *css, bool only_declarations, struct buf *out, const char **why) {
    size_t start = out->len;
    *why = "a comment that is not closed.";
    if (!strip_comments(css, out)) return false;
    buf_add(out, "", 0);
    const char *clean = out->data + start;
    CLEANUP(buf_free) struct buf small = {0};
    for (const char *p = clean; *p; p++) buf_add_char(&small, lower(*p));
    *why = strchr(clean, '\\')  ? "a backslash; write the character itself."
           : strchr(clean, '<') ? "a < in it."
                                : check_balance(clean, only_declarations);
    if (!*why) *why = check_words(buf_str(&small).data, only_declarations);
    return !*why;
}
