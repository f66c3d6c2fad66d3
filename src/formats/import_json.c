/* JSON and JSONL files. A scan of the bytes finds where each element or line ends (it follows strings, escapes and
 * brackets, and leaves all else to the JSON parser); then json_parse gets the element whole. An element that lies whole
 * in the bytes fed is parsed where it lies; only one that is cut is kept in `carry`. The scan never looks at a byte
 * twice, however small the pieces. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "formats/import_internal.h"

enum place {
    PLACE_START,    /* nothing but white space yet */
    PLACE_FIRST,    /* after [ : an element or ] */
    PLACE_ELEMENT,  /* inside an element */
    PLACE_AFTER,    /* after an element: , or ] */
    PLACE_NEXT,     /* after , : an element */
    PLACE_SEQUENCE, /* after an object outside an array: another or the end */
    PLACE_END,      /* after ] : the end */
};

enum skip { SKIP_NOT, SKIP_LARGE, SKIP_DEEP };

struct import_json {
    enum place place;
    bool array;
    /* the element or line under way */
    enum skip skip; /* it is wrong already and not kept */
    int depth;
    bool in_string, escaped, scalar;
    int64_t start_line, start_column;
    struct buf carry;
    int64_t line_offset; /* of the file, at which the present line starts */
};

struct import_json *import_json_new(void) {
    return mem_alloc(sizeof(struct import_json));
}

void import_json_free(struct import_json *json) {
    if (!json) return;
    buf_free(&json->carry);
    free(json);
}

static void line_end(struct import_parser *parser, int64_t offset) {
    parser->line++;
    parser->json->line_offset = offset + 1;
}

/* The part of a kept element that was just scanned; gives its whole text once it is complete. */
static str carry_add(struct import_json *json, str part, bool complete) {
    if (json->skip != SKIP_NOT) return (str){"", 0};
    if (json->carry.len + part.len > IMPORT_ROW_BYTES_MAX) {
        json->skip = SKIP_LARGE;
        buf_free(&json->carry);
        return (str){"", 0};
    }
    if (complete && json->carry.len == 0) return part;
    buf_add_str(&json->carry, part);
    return buf_str(&json->carry);
}

/* A large element would otherwise hold its memory to the end of the file. */
static void carry_clear(struct import_json *json) {
    enum { KEPT_BYTES_MAX = 128 * 1024 };
    if (json->carry.size > KEPT_BYTES_MAX)
        buf_free(&json->carry);
    else
        buf_clear(&json->carry);
}

static err skipped_row(struct import_parser *parser, int64_t line, int64_t end) {
    if (parser->json->skip == SKIP_DEEP)
        return import_row_wrong(parser, line, end, NULL, "The JSON is nested more than %d levels deep.",
                                JSON_DEPTH_MAX);
    return import_row_wrong(parser, line, end, NULL,
                            "The row is longer than %d bytes. Put long texts and pictures into files and give their "
                            "addresses.",
                            IMPORT_ROW_BYTES_MAX);
}

static err value_row(struct import_parser *parser, json_t *value, size_t bytes, int64_t line, int64_t end) {
    struct import_row row = {.line = line, .end_offset = end};
    import_row_take(value, bytes, &row, &parser->parts);
    return import_row_hand(parser, &row);
}

/* --- JSONL --- */

static bool blank(str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.data[i] != ' ' && s.data[i] != '\t' && s.data[i] != '\r') return false;
    return true;
}

/* jansson's reason, except where it speaks to programmers. */
static const char *reason(const struct problem *why) {
    const char *text = why->fields[0].detail;
    return strstr(text, "JSON_ALLOW_NUL") ? "the character \\u0000 is not taken" : text;
}

static err line_row(struct import_parser *parser, str text, int64_t line, int64_t end) {
    if (parser->json->skip != SKIP_NOT) return skipped_row(parser, line, end);
    if (!import_row_wanted(parser, end) || blank(text)) return OK;
    CLEANUP(json_drop) json_t *value = NULL;
    struct problem why;
    why.field_count = 0;
    if (json_parse(text, &value, &why) == OK) return value_row(parser, value, text.len, line, end);
    if (!str_utf8_valid(text))
        return import_row_wrong(parser, line, end, NULL, "The line is not valid UTF-8 text. Save the file as UTF-8.");
    if (why.field_count == 0) return import_row_wrong(parser, line, end, NULL, "%s", why.detail);
    return import_row_wrong(parser, line, end, NULL, "Broken JSON at column %d: %s.", why.fields[0].column,
                            reason(&why));
}

err import_jsonl_feed(struct import_parser *parser, str bytes, struct problem *p) {
    struct import_json *json = parser->json;
    int64_t base = parser->offset;
    for (size_t at = 0; at < bytes.len;) {
        const char *newline = memchr(bytes.data + at, '\n', bytes.len - at);
        size_t next = newline ? (size_t)(newline - bytes.data) + 1 : bytes.len;
        str text = carry_add(json, (str){bytes.data + at, next - at - (newline ? 1 : 0)}, newline != NULL);
        at = next;
        parser->offset = base + (int64_t)at;
        parser->line_begun = !newline;
        if (!newline) return OK;
        TRY(line_row(parser, text, parser->line, parser->offset));
        parser->line++;
        json->skip = SKIP_NOT;
        carry_clear(json);
    }
    return OK;
}

err import_jsonl_finish(struct import_parser *parser, struct problem *p) {
    struct import_json *json = parser->json;
    if (parser->offset <= 3 && json->carry.len == 0) return import_stop(p, 1, 0, "The file is empty.");
    if (!parser->line_begun) return OK;
    return line_row(parser, buf_str(&json->carry), parser->line, parser->offset);
}

/* --- JSON --- */

/* Syntax beyond repair, or only something in this one element that is not taken (a key twice, a number out of range)?
 */
static bool only_this_element(str text) {
    if (!str_utf8_valid(text)) return true;
    json_t *value = json_loadb(text.data, text.len, JSON_DECODE_ANY | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, NULL);
    json_decref(value);
    return value != NULL;
}

static err element_row(struct import_parser *parser, str text, int64_t end, struct problem *p) {
    struct import_json *json = parser->json;
    int64_t line = json->start_line;
    if (json->skip != SKIP_NOT) return skipped_row(parser, line, end);
    if (!import_row_wanted(parser, end)) return OK;
    CLEANUP(json_drop) json_t *value = NULL;
    struct problem why;
    why.field_count = 0;
    if (json_parse(text, &value, &why) == OK) return value_row(parser, value, text.len, line, end);
    struct problem_field *field = &why.fields[0];
    if (why.field_count == 0) return import_row_wrong(parser, line, end, NULL, "%s", why.detail);
    int64_t error_line = line + field->line - 1;
    int64_t error_column = field->column + (field->line == 1 ? json->start_column - 1 : 0);
    if (!only_this_element(text))
        return import_stop(
            p, error_line, error_column,
            "The JSON is broken in the element that begins in line %lld: %s. Nothing after it can be read.",
            (long long)line, reason(&why));
    if (!str_utf8_valid(text))
        return import_row_wrong(parser, line, end, NULL,
                                "The element is not valid UTF-8 text. Save the file as UTF-8.");
    return import_row_wrong(parser, line, end, NULL, "Wrong JSON in line %lld: %s.", (long long)error_line,
                            reason(&why));
}

static void element_begin(struct import_parser *parser, int64_t offset) {
    struct import_json *json = parser->json;
    json->place = PLACE_ELEMENT;
    json->skip = SKIP_NOT;
    json->depth = 0;
    json->in_string = json->escaped = json->scalar = false;
    json->start_line = parser->line;
    json->start_column = offset - json->line_offset + 1;
}

/* Bytes at which the scan has something to do, outside and inside strings. */
static const bool stops[2][256] = {
    {['"'] = true, ['{'] = true, ['}'] = true, ['['] = true, [']'] = true, ['\n'] = true},
    {['"'] = true, ['\\'] = true, ['\n'] = true},
};

static bool ends_scalar(char c) {
    return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Scans on in the element from `at`; true when it is complete, with *at behind its last byte. offset: of bytes.data[0].
 */
static bool element_scan(struct import_parser *parser, str bytes, size_t *at, int64_t offset) {
    struct import_json *json = parser->json;
    size_t i = *at;
    if (json->scalar) {
        while (i < bytes.len && !ends_scalar(bytes.data[i])) i++;
        *at = i;
        return i < bytes.len;
    }
    for (; i < bytes.len; i++) {
        if (json->escaped) {
            json->escaped = false;
            if (bytes.data[i] != '\n') continue;
        }
        const bool *stop = stops[json->in_string];
        while (i < bytes.len && !stop[(unsigned char)bytes.data[i]]) i++;
        if (i == bytes.len) break;
        switch (bytes.data[i]) {
        case '"': json->in_string = !json->in_string; break;
        case '\\': json->escaped = true; break;
        case '\n': line_end(parser, offset + (int64_t)i); break;
        case '{':
        case '[':
            if (++json->depth > JSON_DEPTH_MAX && json->skip == SKIP_NOT) json->skip = SKIP_DEEP;
            break;
        default: json->depth--;
        }
        if (json->depth <= 0 && !json->in_string) {
            *at = i + 1;
            return true;
        }
    }
    *at = i;
    return false;
}

/* One byte between elements. */
static err between(struct import_parser *parser, char c, int64_t offset, struct problem *p) {
    struct import_json *json = parser->json;
    int64_t line = parser->line, column = offset - json->line_offset + 1;
    switch (json->place) {
    case PLACE_START:
        if (c != '[' && c != '{')
            return import_stop(p, line, column,
                               "A JSON file must hold a list of objects, [{...}, ...], or objects one after another.");
        json->array = c == '[';
        json->place = PLACE_FIRST;
        if (!json->array) element_begin(parser, offset);
        return OK;
    case PLACE_SEQUENCE:
        if (c != '{') return import_stop(p, line, column, "After the object something follows that is not an object.");
        element_begin(parser, offset);
        return OK;
    case PLACE_AFTER:
        if (c == ',') {
            json->place = PLACE_NEXT;
        } else if (c == ']') {
            json->place = PLACE_END;
        } else {
            return import_stop(p, line, column, "After an element of the list a comma or ] is missing.");
        }
        return OK;
    case PLACE_FIRST:
        if (c == ']') {
            json->place = PLACE_END;
            return OK;
        }
        /* fall through */
    case PLACE_NEXT:
        if (c == ',' || c == ']' || c == '}') return import_stop(p, line, column, "An element of the list is missing.");
        element_begin(parser, offset);
        json->scalar = c != '{' && c != '[' && c != '"';
        return OK;
    default: return import_stop(p, line, column, "After the end of the list something follows.");
    }
}

err import_json_feed(struct import_parser *parser, str bytes, struct problem *p) {
    struct import_json *json = parser->json;
    int64_t base = parser->offset;
    if (base == 3) json->line_offset = 3; /* the first bytes come as four, or as one after a byte order mark */
    for (size_t at = 0; at < bytes.len;) {
        if (json->place != PLACE_ELEMENT) {
            char c = bytes.data[at];
            bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
            if (c == '\n') line_end(parser, base + (int64_t)at);
            if (!space) TRY(between(parser, c, base + (int64_t)at, p));
            if (json->place != PLACE_ELEMENT) at++;
            continue;
        }
        size_t start = at;
        bool complete = element_scan(parser, bytes, &at, base);
        str text = carry_add(json, (str){bytes.data + start, at - start}, complete);
        if (!complete) break;
        json->place = json->array ? PLACE_AFTER : PLACE_SEQUENCE;
        TRY(element_row(parser, text, base + (int64_t)at, p));
        carry_clear(json);
    }
    parser->offset = base + (int64_t)bytes.len;
    if (bytes.len) parser->line_begun = bytes.data[bytes.len - 1] != '\n';
    return OK;
}

err import_json_finish(struct import_parser *parser, struct problem *p) {
    struct import_json *json = parser->json;
    switch (json->place) {
    case PLACE_SEQUENCE:
    case PLACE_END: return OK;
    case PLACE_START: return import_stop(p, parser->line, 0, "The file is empty.");
    case PLACE_ELEMENT:
        return import_stop(p, parser->line, 0, "The file ends inside the element that begins in line %lld.",
                           (long long)json->start_line);
    default: return import_stop(p, parser->line, 0, "The file ends before the closing ] of the list.");
    }
}
