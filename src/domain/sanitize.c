#include "domain/sanitize.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "domain/sanitize_text.h"

/* How an element behaves where its place in the tree matters. */
enum {
    IS_VOID = 1,        /* has no content and no end tag */
    IS_BLOCK = 2,       /* ends an open paragraph */
    IS_HEADING = 4,     /* ends an open heading */
    IS_CELL = 8,        /* td, th: only in a row */
    IS_ROW = 16,        /* tr: only in a table or a part of one */
    IS_TABLE_PART = 32, /* thead, tbody, tfoot, caption: only in a table */
    IS_TABLE = 64,
    IS_ITEM = 128, /* li, dt, dd: ends the item before it */
    IS_LIST = 256, /* ul, ol, dl: an item does not end items outside of it */
    IS_LINK = 512, /* a: does not nest */
};

struct element {
    const char *name;
    unsigned is;
};

/* To allow an element, add it here; first ask whether a browser reads its content like any other. */
static const struct element elements[] = {
    {"a", IS_LINK},
    {"abbr", 0},
    {"article", IS_BLOCK},
    {"aside", IS_BLOCK},
    {"b", 0},
    {"bdi", 0},
    {"blockquote", IS_BLOCK},
    {"br", IS_VOID},
    {"caption", IS_TABLE_PART},
    {"cite", 0},
    {"code", 0},
    {"dd", IS_BLOCK | IS_ITEM},
    {"del", 0},
    {"details", IS_BLOCK},
    {"dfn", 0},
    {"div", IS_BLOCK},
    {"dl", IS_BLOCK | IS_LIST},
    {"dt", IS_BLOCK | IS_ITEM},
    {"em", 0},
    {"figcaption", IS_BLOCK},
    {"figure", IS_BLOCK},
    {"footer", IS_BLOCK},
    {"h1", IS_BLOCK | IS_HEADING},
    {"h2", IS_BLOCK | IS_HEADING},
    {"h3", IS_BLOCK | IS_HEADING},
    {"h4", IS_BLOCK | IS_HEADING},
    {"h5", IS_BLOCK | IS_HEADING},
    {"h6", IS_BLOCK | IS_HEADING},
    {"header", IS_BLOCK},
    {"hr", IS_VOID | IS_BLOCK},
    {"i", 0},
    {"img", IS_VOID},
    {"ins", 0},
    {"kbd", 0},
    {"li", IS_BLOCK | IS_ITEM},
    {"main", IS_BLOCK},
    {"mark", 0},
    {"ol", IS_BLOCK | IS_LIST},
    {"p", IS_BLOCK},
    {"pre", IS_BLOCK},
    {"q", 0},
    {"rp", 0},
    {"rt", 0},
    {"ruby", 0},
    {"s", 0},
    {"samp", 0},
    {"section", IS_BLOCK},
    {"small", 0},
    {"span", 0},
    {"strong", 0},
    {"sub", 0},
    {"summary", IS_BLOCK},
    {"sup", 0},
    {"table", IS_BLOCK | IS_TABLE},
    {"tbody", IS_TABLE_PART},
    {"td", IS_CELL},
    {"tfoot", IS_TABLE_PART},
    {"th", IS_CELL},
    {"thead", IS_TABLE_PART},
    {"tr", IS_ROW},
    {"u", 0},
    {"ul", IS_BLOCK | IS_LIST},
    {"var", 0},
    {"wbr", IS_VOID},
};

/* Elements that vanish with their content. Raw ones hold text up to their own end tag, whatever stands in it. */
static const char *const dropped_raw[] = {"iframe", "noembed", "noframes", "noscript", "plaintext",
                                          "script", "style",   "textarea", "title",    "xmp"};
static const char *const dropped_nested[] = {"applet", "audio",  "canvas", "datalist", "math",
                                             "object", "select", "svg",    "template", "video"};

enum attribute_kind { IS_ADDRESS, IS_PICTURE, IS_TEXT, IS_NUMBER, IS_WORD, IS_FLAG, IS_LANGUAGE, IS_CODE_LANGUAGE };

struct attribute {
    const char *element; /* NULL = every element */
    const char *name;
    enum attribute_kind kind;
    int max;           /* of a number */
    const char *words; /* allowed words, each between spaces */
};

static const struct attribute attributes[] = {
    {"a", "href", IS_ADDRESS},
    {"img", "src", IS_PICTURE},
    {"img", "alt", IS_TEXT},
    {"img", "width", IS_NUMBER, 10000},
    {"img", "height", IS_NUMBER, 10000},
    {"td", "colspan", IS_NUMBER, 100},
    {"td", "rowspan", IS_NUMBER, 1000},
    {"td", "align", IS_WORD, 0, " left center right "},
    {"th", "colspan", IS_NUMBER, 100},
    {"th", "rowspan", IS_NUMBER, 1000},
    {"th", "align", IS_WORD, 0, " left center right "},
    {"th", "scope", IS_WORD, 0, " row col "},
    {"ol", "start", IS_NUMBER, 100000},
    {"ol", "reversed", IS_FLAG},
    {"details", "open", IS_FLAG},
    {"code", "class", IS_CODE_LANGUAGE},
    {"pre", "class", IS_CODE_LANGUAGE},
    {"span", "class", IS_CODE_LANGUAGE},
    {"div", "class", IS_CODE_LANGUAGE},
    {NULL, "title", IS_TEXT},
    {NULL, "lang", IS_LANGUAGE},
    {NULL, "dir", IS_WORD, 0, " ltr rtl auto "},
};

enum { GIVEN_ATTRIBUTES_MAX = 32, NAME_BYTES_MAX = 12 };

struct tag {
    char name[NAME_BYTES_MAX + 1]; /* lower case; empty when it cannot be a name known here */
    bool is_end, closes_itself;
    int given_count; /* attributes past the maximum are dropped */
    struct {
        str name, value;
    } given[GIVEN_ATTRIBUTES_MAX];
};

struct sanitizer {
    const char *p, *end;
    struct buf *out;
    const struct element *open[SANITIZE_DEPTH_MAX];
    int depth;
};

static const struct element *element_named(const char *name) {
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, name) == 0) return &elements[i];
    return NULL;
}

static bool is_listed(const char *const *list, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], name) == 0) return true;
    return false;
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static str str_between(const char *from, const char *to) { return (str){from, (size_t)(to - from)}; }

/* ------------------------------------------------------------------ reading */

static void skip_spaces(struct sanitizer *s) {
    while (s->p < s->end && is_space(*s->p)) s->p++;
}

static str read_value(struct sanitizer *s) {
    skip_spaces(s);
    if (s->p == s->end) return (str){s->p, 0};
    if (*s->p == '"' || *s->p == '\'') {
        char quote = *s->p++;
        const char *start = s->p;
        const char *close = memchr(start, quote, (size_t)(s->end - start));
        s->p = close ? close + 1 : s->end;
        return str_between(start, close ? close : s->end);
    }
    const char *start = s->p;
    while (s->p < s->end && !is_space(*s->p) && *s->p != '>') s->p++;
    return str_between(start, s->p);
}

/* Reads a tag from behind '<' or '</' to behind its '>'. False when the text ends inside it. */
static bool read_tag(struct sanitizer *s, struct tag *tag) {
    const char *start = s->p;
    while (s->p < s->end && !is_space(*s->p) && *s->p != '/' && *s->p != '>') s->p++;
    size_t len = (size_t)(s->p - start);
    tag->name[0] = 0;
    if (len <= NAME_BYTES_MAX && !memchr(start, 0, len)) {
        for (size_t i = 0; i < len; i++) tag->name[i] = lower(start[i]);
        tag->name[len] = 0;
    }
    tag->given_count = 0;
    tag->closes_itself = false;
    while (s->p < s->end) {
        if (*s->p == '>') {
            s->p++;
            return true;
        }
        if (is_space(*s->p) || *s->p == '/') {
            tag->closes_itself = *s->p++ == '/';
            continue;
        }
        const char *name = s->p++; /* a leading '=' belongs to the name */
        while (s->p < s->end && !is_space(*s->p) && *s->p != '/' && *s->p != '>' && *s->p != '=') s->p++;
        str given = str_between(name, s->p), value = {"", 0};
        skip_spaces(s);
        if (s->p < s->end && *s->p == '=') {
            s->p++;
            value = read_value(s);
        }
        if (tag->given_count < GIVEN_ATTRIBUTES_MAX) {
            tag->given[tag->given_count].name = given;
            tag->given[tag->given_count++].value = value;
        }
    }
    return false;
}

static void skip_past(struct sanitizer *s, const char *mark) {
    const char *found = memmem(s->p, (size_t)(s->end - s->p), mark, strlen(mark));
    s->p = found ? found + strlen(mark) : s->end;
}

/* From behind "<!" or "<?": comments, doctypes, CDATA and processing instructions all vanish. */
static void skip_markup(struct sanitizer *s) {
    if (s->end - s->p < 2 || memcmp(s->p, "--", 2) != 0) {
        skip_past(s, ">");
        return;
    }
    s->p += 2;
    if (s->p < s->end && *s->p == '>') {
        s->p++;
    } else if (s->end - s->p >= 2 && memcmp(s->p, "->", 2) == 0) {
        s->p += 2;
    } else {
        while (s->p < s->end) {
            skip_past(s, "--");
            if (s->p < s->end && *s->p == '>') break;
            if (s->end - s->p >= 2 && memcmp(s->p, "!>", 2) == 0) break;
            if (s->p < s->end) s->p--; /* the second dash may be the first of "-->" */
        }
        skip_past(s, ">");
    }
}

/* To behind the end tag of a raw element. */
static void skip_raw(struct sanitizer *s, const char *name) {
    size_t len = strlen(name);
    while (s->p < s->end) {
        skip_past(s, "</");
        if ((size_t)(s->end - s->p) < len || strncasecmp(s->p, name, len) != 0) continue;
        const char *after = s->p + len;
        if (after < s->end && !is_space(*after) && *after != '/' && *after != '>') continue;
        skip_past(s, ">");
        return;
    }
}

/* To behind the end tag that matches, counting elements of the same name inside. */
static void skip_nested(struct sanitizer *s, const char *name) {
    for (int depth = 1; depth > 0 && s->p < s->end;) {
        skip_past(s, "<");
        if (s->p == s->end) return;
        bool is_end = *s->p == '/';
        if (is_end) s->p++;
        if (s->p == s->end) return;
        if (*s->p == '!' || *s->p == '?') {
            s->p++;
            skip_markup(s);
            continue;
        }
        if (!is_letter(*s->p)) continue;
        struct tag tag;
        if (!read_tag(s, &tag)) return;
        if (strcmp(tag.name, name) != 0) continue;
        if (is_end)
            depth--;
        else if (!tag.closes_itself)
            depth++;
    }
}

/* ------------------------------------------------------------------ the open elements */

static void close_to(struct sanitizer *s, int depth) {
    while (s->depth > depth) {
        s->depth--;
        buf_add_text(s->out, "</");
        buf_add_text(s->out, s->open[s->depth]->name);
        buf_add_char(s->out, '>');
    }
}

/* Index of the innermost open element that is one of `wanted`, looking no further out than one of `barrier`; -1. */
static int innermost(const struct sanitizer *s, unsigned wanted, unsigned barrier) {
    for (int i = s->depth - 1; i >= 0; i--) {
        if (s->open[i]->is & wanted) return i;
        if (s->open[i]->is & barrier) return -1;
    }
    return -1;
}

static int innermost_named(const struct sanitizer *s, const char *name, unsigned barrier) {
    for (int i = s->depth - 1; i >= 0; i--) {
        if (strcmp(s->open[i]->name, name) == 0) return i;
        if (s->open[i]->is & barrier) return -1;
    }
    return -1;
}

/* Closes what the start of an element ends by itself; false when the element cannot stand here. */
static bool make_room(struct sanitizer *s, const struct element *e) {
    const unsigned table_walls = IS_TABLE | IS_CELL | IS_TABLE_PART;
    int at = -1;
    if (e->is & IS_BLOCK) at = innermost_named(s, "p", table_walls);
    if (at >= 0) close_to(s, at);
    if (e->is & IS_ITEM) {
        at = innermost(s, IS_ITEM, IS_LIST | table_walls);
        if (at >= 0) close_to(s, at);
    }
    if (e->is & IS_HEADING && s->depth > 0 && s->open[s->depth - 1]->is & IS_HEADING) close_to(s, s->depth - 1);
    if (e->is & IS_LINK) {
        at = innermost(s, IS_LINK, table_walls);
        if (at >= 0) close_to(s, at);
    }
    if (e->is & IS_CELL) {
        at = innermost(s, IS_ROW, IS_TABLE);
        if (at < 0) return false;
        close_to(s, at + 1);
    }
    if (e->is & IS_ROW) {
        at = innermost(s, IS_TABLE | IS_TABLE_PART, 0);
        if (at < 0 || strcmp(s->open[at]->name, "caption") == 0) return false;
        close_to(s, at + 1);
    }
    if (e->is & IS_TABLE_PART) {
        at = innermost(s, IS_TABLE, 0);
        if (at < 0) return false;
        close_to(s, at + 1);
    }
    return true;
}

/* ------------------------------------------------------------------ writing */

static void add_attribute(struct buf *out, const char *name, str value) {
    buf_add_char(out, ' ');
    buf_add_text(out, name);
    buf_add_text(out, "=\"");
    buf_add_str(out, value);
    buf_add_char(out, '"');
}

/* Appends the attribute when its value is allowed. scratch is used and cleared. */
static bool write_attribute(struct buf *out, const struct attribute *a, str value, struct buf *scratch) {
    buf_clear(scratch);
    switch (a->kind) {
    case IS_ADDRESS:
        if (!sanitize_link(value, scratch)) return false;
        break;
    case IS_PICTURE:
        if (!sanitize_picture(value, scratch)) return false;
        break;
    case IS_TEXT: sanitize_text(value, scratch); break;
    case IS_NUMBER:
        if (!sanitize_number(value, a->max, scratch)) return false;
        break;
    case IS_WORD:
        if (!sanitize_word(value, a->words, scratch)) return false;
        break;
    case IS_FLAG: break;
    case IS_LANGUAGE:
        if (!sanitize_language(value, scratch)) return false;
        break;
    case IS_CODE_LANGUAGE:
        if (!sanitize_code_language(value, scratch)) return false;
        break;
    }
    add_attribute(out, a->name, buf_str(scratch));
    return true;
}

/* False (and nothing written) when the element is pointless without an attribute that was refused. */
static bool write_start(struct sanitizer *s, const struct element *e, const struct tag *tag) {
    CLEANUP(buf_free) struct buf scratch = {0};
    size_t start = s->out->len;
    bool has_address = false;
    buf_add_char(s->out, '<');
    buf_add_text(s->out, e->name);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        const struct attribute *a = &attributes[i];
        if (a->element && strcmp(a->element, e->name) != 0) continue;
        for (int k = 0; k < tag->given_count; k++) {
            str name = tag->given[k].name;
            if (name.len != strlen(a->name) || strncasecmp(name.data, a->name, name.len) != 0) continue;
            bool written = write_attribute(s->out, a, tag->given[k].value, &scratch);
            has_address |= written && (a->kind == IS_ADDRESS || a->kind == IS_PICTURE);
            break; /* as in browsers the first of two equal names counts */
        }
    }
    bool wants_address = e->is & IS_LINK || strcmp(e->name, "img") == 0;
    if (wants_address && !has_address) {
        s->out->len = start;
        s->out->data[start] = 0;
        return false;
    }
    if (e->is & IS_LINK) buf_add_text(s->out, " rel=\"noopener nofollow noreferrer\" target=\"_blank\"");
    if (strcmp(e->name, "img") == 0) buf_add_text(s->out, " loading=\"lazy\" referrerpolicy=\"no-referrer\"");
    buf_add_char(s->out, '>');
    return true;
}

static void start_element(struct sanitizer *s, const struct tag *tag) {
    const struct element *e = element_named(tag->name);
    if (!e || s->depth == SANITIZE_DEPTH_MAX || !make_room(s, e)) return;
    if (write_start(s, e, tag) && !(e->is & IS_VOID)) s->open[s->depth++] = e;
}

static void end_element(struct sanitizer *s, const struct tag *tag) {
    const struct element *e = element_named(tag->name);
    if (!e || e->is & IS_VOID) return;
    unsigned barrier = e->is & (IS_CELL | IS_ROW | IS_TABLE_PART) ? IS_TABLE
                       : e->is & IS_TABLE                         ? 0
                                                                  : IS_TABLE | IS_CELL | IS_ROW | IS_TABLE_PART;
    int at = innermost_named(s, e->name, barrier);
    if (at >= 0) close_to(s, at);
}

/* From behind '<' to behind whatever it begins; false when it is only a character. */
static bool read_markup(struct sanitizer *s) {
    if (s->p == s->end) return false;
    if (*s->p == '!' || *s->p == '?') {
        s->p++;
        skip_markup(s);
        return true;
    }
    struct tag tag = {.is_end = *s->p == '/'};
    if (tag.is_end) {
        if (s->end - s->p >= 2 && !is_letter(s->p[1])) {
            skip_past(s, ">");
            return true;
        }
        if (s->end - s->p < 2) return false;
        s->p++;
    }
    if (!is_letter(*s->p)) return false;
    if (!read_tag(s, &tag)) return true; /* cut off: nothing of it is kept */
    if (tag.is_end)
        end_element(s, &tag);
    else if (is_listed(dropped_raw, sizeof dropped_raw / sizeof *dropped_raw, tag.name))
        skip_raw(s, tag.name);
    else if (is_listed(dropped_nested, sizeof dropped_nested / sizeof *dropped_nested, tag.name)) {
        if (!tag.closes_itself) skip_nested(s, tag.name);
    } else
        start_element(s, &tag);
    return true;
}

void sanitize_html(str html, struct buf *out) {
    struct sanitizer s = {.p = html.data, .end = html.data + html.len, .out = out};
    while (s.p < s.end) {
        const char *start = s.p;
        while (s.p < s.end && *s.p != '<') s.p++;
        sanitize_text(str_between(start, s.p), out);
        if (s.p == s.end) break;
        s.p++;
        if (!read_markup(&s)) buf_add_text(out, "&lt;");
    }
    close_to(&s, 0);
}

bool sanitize_picture_address(str address) {
    CLEANUP(buf_free) struct buf scratch = {0};
    return sanitize_picture_plain(address, &scratch);
}
