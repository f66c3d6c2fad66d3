/* Attributes of one tag: known, given once, of the right type. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"
#include "domain/markdown.h"
#include "domain/sanitize.h"

static bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_word_char(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

bool label_field_next(const char *text, size_t *at, str *name) {
    for (const char *p = strchr(text + *at, '$'); p; p = strchr(p + 1, '$')) {
        if (!is_ascii_letter(p[1]) && p[1] != '_') continue;
        const char *end = p + 1;
        while (is_word_char(*end)) end++;
        *name = (str){p + 1, (size_t)(end - p - 1)};
        *at = (size_t)(end - text);
        return true;
    }
    return false;
}

bool label_picture_address(const char *address) {
    str text = str_from(address);
    if (sanitize_picture_address(text)) return true;
    if (!str_starts(text, "data:image/")) return false;
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] < ' ') return false;
    return true;
}

bool label_media_address(const char *address) {
    str text = str_from(address);
    if (!str_starts(text, "data:")) return sanitize_picture_address(text);
    if (!str_starts(text, "data:audio/") && !str_starts(text, "data:video/")) return false;
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] <= ' ') return false;
    return true;
}

/* ------------------------------------------------------------------ reading */

static const struct label_attr *attr_named(const struct label_node *node, const char *name) {
    for (int i = 0; i < node->attr_count; i++)
        if (node->attrs[i].spec && strcmp(node->attrs[i].spec->name, name) == 0) return &node->attrs[i];
    return NULL;
}

const char *label_attr(const struct label_node *node, const char *name) {
    const struct label_attr *attr = attr_named(node, name);
    return attr ? attr->value : NULL;
}

bool label_attr_true(const struct label_node *node, const char *name) {
    const char *value = label_attr(node, name);
    return value && strcmp(value, "true") == 0;
}

bool label_attr_number(const struct label_node *node, const char *name, double *value) {
    const char *text = label_attr(node, name);
    return text && label_number_read(text, value);
}

/* ------------------------------------------------------------------ fields of task data */

static void field_add(struct label_parse *parse, const struct label_attr *attr, str name, unsigned use) {
    struct label_config *config = parse->config;
    for (int i = 0; i < config->field_count; i++)
        if (str_is(name, config->fields[i].name)) {
            config->fields[i].uses |= use;
            return;
        }
    if (name.len > LABEL_NAME_CHARS_MAX) {
        label_wrong(parse, attr->offset, "A field name in %s is longer than %d characters.", attr->spec->name,
                    LABEL_NAME_CHARS_MAX);
        return;
    }
    if (config->field_count == IMPORT_FIELDS_MAX) {
        label_wrong(parse, attr->offset, "The config names more than %d fields of the task; use fewer.",
                    IMPORT_FIELDS_MAX);
        return;
    }
    if (!config->fields) config->fields = arena_alloc(&config->arena, sizeof *config->fields * IMPORT_FIELDS_MAX);
    config->fields[config->field_count++] =
        (struct label_field){arena_copy(&config->arena, name.data, name.len), use, attr->offset};
}

/* Bytes of a path that text begins with ("meta.title", "pages[0].text"); 0 = none. */
static size_t path_len(const char *text) {
    size_t at = 0;
    while (is_ascii_letter(text[at]) || text[at] == '_') {
        while (is_word_char(text[at])) at++;
        while (text[at] == '[') {
            size_t digits = strspn(text + at + 1, "0123456789");
            if (digits == 0 || digits > 6 || text[at + 1 + digits] != ']') return at;
            at += digits + 2;
        }
        if (text[at] != '.' || !(is_ascii_letter(text[at + 1]) || text[at + 1] == '_')) return at;
        at++;
    }
    return 0;
}

json_t *label_data_get(const json_t *data, const char *path) {
    json_t *value = (json_t *)data;
    for (const char *p = path; *p && value;) {
        if (*p == '[') {
            value = json_array_get(value, strtoul(p + 1, NULL, 10));
            p += strcspn(p, "]") + 1;
        } else {
            p += *p == '.';
            size_t len = strcspn(p, ".[");
            value = json_object_getn(value, p, len);
            p += len;
        }
    }
    return value;
}

/* Is the whole text one $field, or a path into one. */
bool label_is_field(const char *text, str *name) {
    if (text[0] != '$') return false;
    *name = (str){text + 1, path_len(text + 1)};
    return name->len > 0 && text[1 + name->len] == 0;
}

/* Adds every $field in the text; returns how many there are. */
static int fields_add(struct label_parse *parse, const struct label_attr *attr, unsigned use) {
    int count = 0;
    size_t at = 0;
    str name;
    if (label_is_field(attr->value, &name)) {
        field_add(parse, attr, name, use);
        return 1;
    }
    while (label_field_next(attr->value, &at, &name)) {
        const char *after = attr->value + at;
        count++;
        if (*after == '[' || ((*after == '.' || *after == '-') && is_word_char(after[1])))
            label_wrong(parse, attr->offset,
                        "\"$%.*s%.*s\" in %s is not a field: inside of a text a field name has letters, digits and _ "
                        "only. What is "
                        "inside another field can be the whole value: \"$meta.title\" or \"$pages[0]\".",
                        (int)(name.len < 60 ? name.len : 60), name.data, *after == '[' ? 1 : 2, after,
                        attr->spec->name);
        else
            field_add(parse, attr, name, use);
    }
    return count;
}

static void check_html(struct label_parse *parse, struct label_attr *attr) {
    str name;
    size_t at = 0;
    if (label_is_field(attr->value, &name)) {
        field_add(parse, attr, name, FIELD_HTML);
    } else if (label_field_next(attr->value, &at, &name)) {
        label_wrong(parse, attr->offset,
                    "%s must be one field (\"$html\") or fixed HTML; a field inside of HTML is not filled in.",
                    attr->spec->name);
    } else {
        CLEANUP(buf_free) struct buf clean = {0};
        sanitize_html(str_from(attr->value), &clean);
        attr->value = arena_copy(&parse->config->arena, buf_str(&clean).data, clean.len);
    }
}

static void check_address(struct label_parse *parse, struct label_attr *attr, unsigned use) {
    str name;
    if (label_is_field(attr->value, &name)) {
        field_add(parse, attr, name, use);
        return;
    }
    bool good = fields_add(parse, attr, FIELD_TEXT) > 0
                    ? strncasecmp(attr->value, "http://", 7) == 0 || strncasecmp(attr->value, "https://", 8) == 0 ||
                          strncmp(attr->value, "/files/", 7) == 0
                : use == FIELD_MEDIA ? label_media_address(attr->value)
                                     : label_picture_address(attr->value);
    if (!good)
        label_wrong(parse, attr->offset,
                    "%s must be a field (\"$%s\") or an address that begins with http://, https:// or /files/.",
                    attr->spec->name, use == FIELD_MEDIA ? "media" : "image");
}

static void check_series(struct label_parse *parse, const struct label_attr *attr) {
    str name;
    if (label_is_field(attr->value, &name))
        field_add(parse, attr, name, FIELD_SERIES);
    else
        label_wrong(parse, attr->offset, "%s must be one field that holds the series (\"$series\").", attr->spec->name);
}

static void check_data(struct label_parse *parse, const struct label_node *node, const struct label_attr *attr) {
    str name;
    if (label_is_field(attr->value, &name))
        field_add(parse, attr, name, attr->spec->use);
    else
        label_wrong(parse, attr->offset, "%s of <%s> must be one field of the task (\"$field\").", attr->spec->name,
                    node->tag->name);
}

static void check_markdown(struct label_parse *parse, struct label_attr *attr) {
    str name;
    size_t at = 0;
    if (label_is_field(attr->value, &name)) {
        field_add(parse, attr, name, FIELD_MARKDOWN);
    } else if (label_field_next(attr->value, &at, &name)) {
        label_wrong(parse, attr->offset,
                    "%s must be one field (\"$text\") or fixed Markdown; a field inside of Markdown is not filled in.",
                    attr->spec->name);
    } else {
        CLEANUP(buf_free) struct buf clean = {0};
        markdown_math_html(str_from(attr->value), &clean);
        attr->value = arena_copy(&parse->config->arena, buf_str(&clean).data, clean.len);
    }
}

static void check_choices(struct label_parse *parse, const struct label_node *node, const struct label_attr *attr) {
    str name;
    if (label_is_field(attr->value, &name))
        field_add(parse, attr, name, FIELD_CHOICES);
    else
        label_wrong(parse, attr->offset, "%s of <%s> must be one field that holds a list of choices (\"$options\").",
                    attr->spec->name, node->tag->name);
}

static void check_fixed(struct label_parse *parse, const struct label_node *node, const struct label_attr *attr) {
    str name;
    size_t at = 0;
    if (!label_field_next(attr->value, &at, &name)) return;
    if (strcmp(node->tag->name, "Choice") == 0)
        label_wrong(parse, attr->offset,
                    "A single choice cannot come from the task; give a list of choices in one field with <Choices "
                    "value=\"$field\">.");
    else
        label_wrong(parse, attr->offset, "%s of a single <%s> cannot come from the task; write it here.",
                    attr->spec->name, node->tag->name);
}

/* ------------------------------------------------------------------ plain types */

bool label_word_in(const char *words, const char *value) {
    size_t len = strlen(value);
    for (const char *p = words; p && *p;) {
        size_t word = strcspn(p, "|");
        if (word == len && memcmp(p, value, len) == 0) return true;
        p += word + (p[word] == '|');
    }
    return false;
}

static void check_word(struct label_parse *parse, const struct label_attr *attr) {
    const struct attr_spec *spec = attr->spec;
    if (label_word_in(spec->words, attr->value)) return;
    if (label_word_in(spec->words_later, attr->value))
        label_wrong(parse, attr->offset, "%s=\"%s\" is not supported yet. %s", spec->name, attr->value, spec->why);
    else
        label_wrong(parse, attr->offset, "%s cannot be \"%.*s\"; it is one of: %s.", spec->name, SHORT(attr->value),
                    spec->words);
}

/* True, false or neither (-1). */
static int truth(const char *value) {
    if (strcasecmp(value, "true") == 0 || strcmp(value, "1") == 0) return 1;
    if (strcasecmp(value, "false") == 0 || strcmp(value, "0") == 0) return 0;
    return -1;
}

static void check_bool(struct label_parse *parse, struct label_attr *attr) {
    int value = truth(attr->value);
    if (value < 0)
        label_wrong(parse, attr->offset, "%s is \"true\" or \"false\", not \"%.*s\".", attr->spec->name,
                    SHORT(attr->value));
    else
        attr->value = value ? "true" : "false";
}

static void check_number(struct label_parse *parse, const struct label_attr *attr) {
    const struct attr_spec *spec = attr->spec;
    double value;
    if (!label_number_read(attr->value, &value))
        label_wrong(parse, attr->offset, "%s must be a number like 5 or 0.25, not \"%.*s\".", spec->name,
                    SHORT(attr->value));
    else if (spec->type == ATTR_INTEGER && value != floor(value))
        label_wrong(parse, attr->offset, "%s must be a whole number, not \"%.*s\".", spec->name, SHORT(attr->value));
    else if (value < spec->min || value > spec->max)
        label_wrong(parse, attr->offset, "%s must be from %.15g to %.15g.", spec->name, spec->min, spec->max);
}

static void check_style(struct label_parse *parse, struct label_attr *attr) {
    CLEANUP(buf_free) struct buf clean = {0};
    const char *why;
    if (label_style_clean(attr->value, true, &clean, &why))
        attr->value = arena_copy(&parse->config->arena, buf_str(&clean).data, clean.len);
    else
        label_wrong(parse, attr->offset, "The style has %s", why);
}

static void check_css_name(struct label_parse *parse, const struct label_attr *attr, bool several) {
    const char *p = attr->value;
    bool good = *p && strlen(p) <= LABEL_NAME_CHARS_MAX && (several || is_ascii_letter(*p));
    for (; good && *p; p++) good = is_word_char(*p) || *p == '-' || (several && *p == ' ');
    if (!good)
        label_wrong(parse, attr->offset, "%s takes letters, digits, - and _%s, at most %d characters.",
                    attr->spec->name, several ? ", several names with spaces between" : " and begins with a letter",
                    LABEL_NAME_CHARS_MAX);
}

/* A bare number is of pixels. */
static void check_length(struct label_parse *parse, struct label_attr *attr) {
    size_t digits = strspn(attr->value, "0123456789.");
    if (strcmp(attr->value, "auto") == 0) return;
    if (digits == 0 || digits > 10 ||
        (attr->value[digits] && !label_word_in("px|%|em|rem|vw|vh", attr->value + digits)))
        label_wrong(parse, attr->offset, "%s must be a length like 300, 300px or 50%%, not \"%.*s\".", attr->spec->name,
                    SHORT(attr->value));
    else if (!attr->value[digits]) {
        char pixels[16];
        int len = snprintf(pixels, sizeof pixels, "%spx", attr->value);
        attr->value = arena_copy(&parse->config->arena, pixels, (size_t)len);
    }
}

static void check_color(struct label_parse *parse, const struct label_attr *attr) {
    const char *value = attr->value;
    size_t len = strlen(value), good;
    if (value[0] == '#') {
        good = strspn(value + 1, "0123456789abcdefABCDEF") + 1;
        if (good == len && (len == 4 || len == 5 || len == 7 || len == 9)) return;
    } else {
        good = 0;
        while (is_ascii_letter(value[good])) good++;
        if (good == len && len >= 3 && len <= 30) return;
    }
    label_wrong(parse, attr->offset, "%s must be a colour like #ff8800 or orange, not \"%.*s\".", attr->spec->name,
                SHORT(value));
}

/* Letters behind % that web/label/series_format.js writes. */
static const char time_letters[] = "aAbBdefHIjLmMpQsSyYZ";

/* [sign][$][,][.digits][~][type], the part of d3's format that web/label/series_format.js reads. */
static bool number_format(const char *p) {
    if (*p && strchr("-+( ", *p)) p++;
    p += *p == '$';
    p += *p == ',';
    if (*p == '.') {
        size_t digits = strspn(++p, "0123456789");
        if (digits == 0 || digits > 2) return false;
        p += digits;
    }
    p += *p == '~';
    if (*p && strchr("efgrs%pd", *p)) p++;
    return *p == 0;
}

static void check_format(struct label_parse *parse, const struct label_attr *attr) {
    bool times = false;
    for (const char *p = strchr(attr->value, '%'); p; p = strchr(p, '%')) {
        char letter = *++p;
        if (letter == 0) break; /* a number's ".1%" */
        if (letter != '%' && !strchr(time_letters, letter)) {
            label_wrong(parse, attr->offset,
                        "%s has %%%c, which cannot be written; it takes %%%% and %% with one of %s.", attr->spec->name,
                        is_ascii_letter(letter) ? letter : '?', time_letters);
            return;
        }
        p++;
        times = true;
    }
    if (times && attr->spec->use == TIMES) return;
    if (!number_format(attr->value))
        label_wrong(parse, attr->offset, "%s must be a format of numbers like .2f, ,d or .1%%%s, not \"%.*s\".",
                    attr->spec->name, attr->spec->use == TIMES ? ", or of times like %Y-%m-%d %H:%M" : "",
                    SHORT(attr->value));
}

static void check_range(struct label_parse *parse, const struct label_attr *attr) {
    CLEANUP(buf_free) struct buf text = {0};
    const char *comma = strchr(attr->value, ',');
    bool good = comma && comma != attr->value && comma[1] && !strchr(comma + 1, ',');
    if (good && attr->spec->use != TIMES) {
        double low, high;
        buf_add(&text, attr->value, (size_t)(comma - attr->value));
        good = label_number_read(buf_str(&text).data, &low) &&
               label_number_read(comma + 1 + strspn(comma + 1, " "), &high) && low < high;
    }
    if (!good)
        label_wrong(parse, attr->offset, "%s must be two %s with a comma between, the lower first, not \"%.*s\".",
                    attr->spec->name, attr->spec->use == TIMES ? "times" : "numbers", SHORT(attr->value));
}

static void check_hotkey(struct label_parse *parse, struct label_node *node, const struct label_attr *attr) {
    if (str_utf8_chars(str_from(attr->value)) > LABEL_HOTKEY_CHARS_MAX) {
        label_wrong(parse, attr->offset, "%s is longer than %d characters.", attr->spec->name, LABEL_HOTKEY_CHARS_MAX);
        return;
    }
    for (const char *p = attr->value;; p++) {
        char key[4 * LABEL_HOTKEY_CHARS_MAX + 1];
        size_t len = 0;
        for (; *p && *p != ','; p++)
            if (*p != ' ') key[len++] = (char)(*p >= 'A' && *p <= 'Z' ? *p | 32 : *p);
        key[len] = 0;
        if (len == 0)
            label_wrong(parse, attr->offset, "%s names no key; write one like \"a\", \"1\" or \"ctrl+b\".",
                        attr->spec->name);
        else
            label_list_add(&parse->hotkeys, arena_copy(&parse->config->arena, key, len), node, attr->offset);
        if (!*p) return;
    }
}

static void check_name(struct label_parse *parse, struct label_node *node, const struct label_attr *attr) {
    size_t chars = str_utf8_chars(str_from(attr->value));
    if (chars == 0 || chars > LABEL_NAME_CHARS_MAX)
        label_wrong(parse, attr->offset, "A name has 1 to %d characters.", LABEL_NAME_CHARS_MAX);
    else
        label_list_add(&parse->names, attr->value, node, attr->offset);
}

static void check_type(struct label_parse *parse, struct label_node *node, struct label_attr *attr) {
    if (attr->spec->needed && attr->value[0] == 0 && attr->spec->type != ATTR_NAME) {
        label_wrong(parse, attr->offset, "%s of <%s> is empty.", attr->spec->name, node->tag->name);
        return;
    }
    switch (attr->spec->type) {
    case ATTR_NAME: check_name(parse, node, attr); break;
    case ATTR_TEXT: break;
    case ATTR_FIXED: check_fixed(parse, node, attr); break;
    case ATTR_TEMPLATE: fields_add(parse, attr, FIELD_TEXT); break;
    case ATTR_HTML: check_html(parse, attr); break;
    case ATTR_ADDRESS: check_address(parse, attr, FIELD_ADDRESS); break;
    case ATTR_MEDIA: check_address(parse, attr, FIELD_MEDIA); break;
    case ATTR_SERIES: check_series(parse, attr); break;
    case ATTR_CHOICES: check_choices(parse, node, attr); break;
    case ATTR_DATA: check_data(parse, node, attr); break;
    case ATTR_MARKDOWN: check_markdown(parse, attr); break;
    case ATTR_BOOL: check_bool(parse, attr); break;
    case ATTR_WORD: check_word(parse, attr); break;
    case ATTR_INTEGER:
    case ATTR_NUMBER: check_number(parse, attr); break;
    case ATTR_STYLE: check_style(parse, attr); break;
    case ATTR_CLASS: check_css_name(parse, attr, true); break;
    case ATTR_ID: check_css_name(parse, attr, false); break;
    case ATTR_LENGTH: check_length(parse, attr); break;
    case ATTR_COLOR: check_color(parse, attr); break;
    case ATTR_FORMAT: check_format(parse, attr); break;
    case ATTR_RANGE: check_range(parse, attr); break;
    case ATTR_HOTKEY: check_hotkey(parse, node, attr); break;
    case ATTR_NOT_YET:
        if (truth(attr->value) != 0)
            label_wrong(parse, attr->offset, "%s is not supported yet. %s", attr->spec->name, attr->spec->why);
        break;
    }
}

static void wrong_name(struct label_parse *parse, const struct label_node *node, const struct label_attr *attr) {
    CLEANUP(buf_free) struct buf known = {0};
    for (const struct attr_spec *spec = node->tag->attrs; spec->name; spec++)
        if (spec->type != ATTR_NOT_YET) buf_printf(&known, "%s%s", known.len ? ", " : "", spec->name);
    if (known.len == 0) buf_add_text(&known, "no attributes");
    label_wrong(parse, attr->offset, "<%s> has no attribute \"%.*s\". It takes: %s.", node->tag->name,
                SHORT(attr->name), known.data);
}

void label_attrs_check(struct label_parse *parse, struct label_node *node) {
    for (int i = 0; i < node->attr_count; i++) {
        struct label_attr *attr = &node->attrs[i];
        const struct attr_spec *spec = label_tag_attr(node->tag, attr->name);
        if (!spec) {
            wrong_name(parse, node, attr);
        } else if (attr_named(node, spec->name)) {
            label_wrong(parse, attr->offset, "%s is given twice, in different case.", spec->name);
        } else {
            attr->spec = spec;
            check_type(parse, node, attr);
        }
    }
    for (const struct attr_spec *spec = node->tag->attrs; spec->name; spec++)
        if (spec->needed && !attr_named(node, spec->name))
            label_wrong(parse, node->offset, "<%s> needs %s=\"...\".", node->tag->name, spec->name);
}
