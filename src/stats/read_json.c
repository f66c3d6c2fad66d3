/* One line of JSONL: the members we know, as texts. Strict (RFC 8259), with nesting of others skipped. */
#include <string.h>

#include "read.h"

enum { DEPTH_MAX = 64 };

struct json {
    const char *start, *at, *end;
    struct fs_bytes *scratch;
    struct fs_problem *problem;
};

static enum fs_status wrong(const struct json *json, const char *what) {
    return fs_refuse(json->problem, FS_INVALID, "column %lld: %s", (long long)(json->at - json->start) + 1, what);
}

static void blanks(struct json *json) {
    while (json->at < json->end && (*json->at == ' ' || *json->at == '\t' || *json->at == '\r')) json->at++;
}

static bool take(struct json *json, char c) {
    blanks(json);
    if (json->at >= json->end || *json->at != c) return false;
    json->at++;
    return true;
}

static bool hex4(const char *at, const char *end, unsigned *value) {
    *value = 0;
    if (end - at < 4) return false;
    for (int i = 0; i < 4; i++) {
        char c = at[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) return false;
        *value = *value * 16 + (unsigned)digit;
    }
    return true;
}

static size_t utf8(unsigned point, char out[4]) {
    if (point < 0x80) return out[0] = (char)point, 1;
    if (point < 0x800) {
        out[0] = (char)(0xc0 | point >> 6);
        out[1] = (char)(0x80 | (point & 63));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xe0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 63));
        out[2] = (char)(0x80 | (point & 63));
        return 3;
    }
    out[0] = (char)(0xf0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 63));
    out[2] = (char)(0x80 | (point >> 6 & 63));
    out[3] = (char)(0x80 | (point & 63));
    return 4;
}

/* After the backslash. */
static enum fs_status escape(struct json *json) {
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    char c = json->at < json->end ? *json->at++ : 0, out[4];
    const char *letter = c ? strchr(letters, c) : NULL;
    unsigned point, low;
    size_t len = 1;
    if (letter) {
        out[0] = meanings[letter - letters];
    } else if (c == 'u' && hex4(json->at, json->end, &point) && point != 0) {
        json->at += 4;
        if (point >= 0xd800 && point < 0xdc00) {
            if (json->end - json->at < 6 || json->at[0] != '\\' || json->at[1] != 'u' ||
                !hex4(json->at + 2, json->end, &low) || low < 0xdc00 || low > 0xdfff)
                return wrong(json, "half of a surrogate pair");
            json->at += 6;
            point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
        } else if (point >= 0xdc00 && point < 0xe000) {
            return wrong(json, "half of a surrogate pair");
        }
        len = utf8(point, out);
    } else {
        return wrong(json, "not an escape");
    }
    return fs_bytes_add(json->scratch, out, len) ? FS_OK : FS_NO_MEMORY;
}

/* After the opening quote. A text without escapes stays where it is. */
static enum fs_status text(struct json *json, struct fs_field *field) {
    const char *begin = json->at;
    size_t kept = json->scratch->len;
    bool escaped = false;
    for (;;) {
        const char *run = json->at;
        while (json->at < json->end && *json->at != '"' && *json->at != '\\' && (unsigned char)*json->at >= 0x20)
            json->at++;
        if (escaped && !fs_bytes_add(json->scratch, run, (size_t)(json->at - run))) return FS_NO_MEMORY;
        if (json->at >= json->end) return wrong(json, "the text does not end");
        if (*json->at == '"') break;
        if (*json->at != '\\') return wrong(json, "a control character in a text");
        if (!escaped && !fs_bytes_add(json->scratch, begin, (size_t)(json->at - begin))) return FS_NO_MEMORY;
        escaped = true;
        json->at++;
        enum fs_status status = escape(json);
        if (status != FS_OK) return status;
    }
    *field = escaped ? (struct fs_field){NULL, json->scratch->len - kept}
                     : (struct fs_field){begin, (size_t)(json->at - begin)};
    if (escaped) field->text = json->scratch->data + kept;
    json->at++;
    return FS_OK;
}

static const char *digits(const char *at, const char *end) {
    while (at < end && *at >= '0' && *at <= '9') at++;
    return at;
}

static bool number(struct json *json, struct fs_field *field) {
    const char *at = json->at, *end = json->end, *begin = at;
    if (at < end && *at == '-') at++;
    const char *whole = at;
    at = digits(at, end);
    if (at == whole || (*whole == '0' && at - whole > 1)) return false;
    if (at < end && *at == '.') {
        const char *after = digits(at + 1, end);
        if (after == at + 1) return false;
        at = after;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        if (at < end && (*at == '+' || *at == '-')) at++;
        const char *after = digits(at, end);
        if (after == at) return false;
        at = after;
    }
    *field = (struct fs_field){begin, (size_t)(at - begin)};
    json->at = at;
    return true;
}

/* Any value; field: its text when it is simple. A nested one is skipped, and wanted by nobody. */
static enum fs_status value(struct json *json, struct fs_field *field, bool *simple, int depth) {
    static const char *const words[] = {"true", "false", "null"};
    *simple = true;
    blanks(json);
    if (json->at >= json->end) return wrong(json, "a value is missing");
    if (*json->at == '"') {
        json->at++;
        return text(json, field);
    }
    for (int i = 0; i < 3; i++) {
        size_t len = strlen(words[i]);
        if ((size_t)(json->end - json->at) < len || memcmp(json->at, words[i], len) != 0) continue;
        *field = (struct fs_field){i < 2 ? json->at : NULL, i < 2 ? len : 0};
        json->at += len;
        return FS_OK;
    }
    if (*json->at != '{' && *json->at != '[') return number(json, field) ? FS_OK : wrong(json, "not a value");
    char close = *json->at++ == '{' ? '}' : ']';
    if (depth >= DEPTH_MAX) return wrong(json, "nested too deep");
    for (bool first = true; !take(json, close); first = false) {
        struct fs_field inner;
        bool inner_simple;
        enum fs_status status = FS_OK;
        if (!first && !take(json, ',')) return wrong(json, "a comma is missing");
        if (close == '}') {
            if (!take(json, '"')) return wrong(json, "a key is missing");
            status = text(json, &inner);
            if (status == FS_OK && !take(json, ':')) return wrong(json, "a colon is missing");
        }
        if (status == FS_OK) status = value(json, &inner, &inner_simple, depth + 1);
        if (status != FS_OK) return status;
    }
    *simple = false;
    return FS_OK;
}

enum fs_status fs_json_line(const struct fs_read_options *options, const char *line, size_t len,
                            struct fs_field fields[FS_COLUMNS], struct fs_bytes *scratch, struct fs_problem *problem) {
    struct json json = {line, line, line + len, scratch, problem};
    for (int i = 0; i < FS_COLUMNS; i++) fields[i] = (struct fs_field){NULL, 0};
    if (!take(&json, '{')) return wrong(&json, "each line is a JSON object; this is none");
    for (bool first = true; !take(&json, '}'); first = false) {
        struct fs_field key, field = {NULL, 0};
        bool simple;
        if (!first && !take(&json, ',')) return wrong(&json, "a comma is missing");
        if (!take(&json, '"')) return wrong(&json, "a key is missing");
        enum fs_status status = text(&json, &key);
        if (status == FS_OK && !take(&json, ':')) return wrong(&json, "a colon is missing");
        if (status != FS_OK) return status;
        enum fs_column column = fs_column_named(options, key.text, key.len);
        status = value(&json, &field, &simple, 0);
        if (status != FS_OK) return status;
        if (column == FS_COLUMNS) continue;
        if (!simple)
            return wrong(&json, "the value before is a list or an object; a text, number or boolean is wanted");
        fields[column] = field;
    }
    blanks(&json);
    return json.at == json.end ? FS_OK : wrong(&json, "something follows the object");
}
