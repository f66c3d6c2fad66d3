#include "formats/json_slice.h"

#include <jansson.h>
#include <string.h>

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static void skip(struct json_slice *s, char also) {
    while (s->at < s->end && (is_space(*s->at) || *s->at == also)) s->at++;
}

struct json_slice json_slice_open(str text) {
    struct json_slice s = {text.data, text.data + text.len};
    skip(&s, ' ');
    if (s.at < s.end && (*s.at == '{' || *s.at == '['))
        s.at++;
    else
        s.at = s.end;
    return s;
}

/* Behind the closing quote of the string that starts at p, or end. */
static const char *string_end(const char *p, const char *end) {
    for (p++; p < end; p++) {
        if (*p == '\\' && p + 1 < end)
            p++;
        else if (*p == '"')
            return p + 1;
    }
    return end;
}

static const char *value_end(const char *p, const char *end) {
    int depth = 0;
    while (p < end) {
        switch (*p) {
        case '"':
            p = string_end(p, end);
            if (depth == 0) return p;
            continue;
        case '{':
        case '[': depth++; break;
        case '}':
        case ']':
            if (--depth < 0) return p;
            if (depth == 0) return p + 1;
            break;
        case ',':
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            if (depth == 0) return p;
            break;
        default: break;
        }
        p++;
    }
    return end;
}

bool json_slice_element(struct json_slice *s, str *value) {
    skip(s, ',');
    const char *stop = value_end(s->at, s->end);
    *value = (str){s->at, (size_t)(stop - s->at)};
    s->at = stop;
    return value->len > 0;
}

bool json_slice_member(struct json_slice *s, str *key, str *value) {
    skip(s, ',');
    if (s->at >= s->end || *s->at != '"') return false;
    const char *stop = string_end(s->at, s->end);
    if (stop - s->at < 2) return false;
    *key = (str){s->at + 1, (size_t)(stop - s->at) - 2};
    s->at = stop;
    skip(s, ':');
    return json_slice_element(s, value);
}

/* A string literal, quotes included, without its escapes. */
static json_t *literal(str quoted) {
    return json_loadb(quoted.data, quoted.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
}

bool json_slice_key_is(str key, str name) {
    if (key.len == 0) return name.len == 0;
    if (str_equal(key, name)) return !memchr(key.data, '\\', key.len);
    if (!memchr(key.data, '\\', key.len)) return false;
    json_t *plain = literal((str){key.data - 1, key.len + 2});
    bool same = plain && str_equal((str){json_string_value(plain), json_string_length(plain)}, name);
    json_decref(plain);
    return same;
}

bool json_slice_find(str object, const char *name, str *value) {
    struct json_slice s = json_slice_open(object);
    str key;
    while (json_slice_member(&s, &key, value))
        if (json_slice_key_is(key, str_from(name))) return true;
    return false;
}

size_t json_slice_count(str array) {
    struct json_slice s = json_slice_open(array);
    size_t count = 0;
    for (str value; json_slice_element(&s, &value);) count++;
    return count;
}

void json_slice_text(struct buf *b, str value) {
    if (str_is(value, "null")) return;
    if (value.len < 2 || *value.data != '"') {
        buf_add_str(b, value);
        return;
    }
    if (!memchr(value.data, '\\', value.len)) {
        buf_add(b, value.data + 1, value.len - 2);
        return;
    }
    json_t *plain = literal(value);
    if (json_is_string(plain))
        buf_add(b, json_string_value(plain), json_string_length(plain));
    else
        buf_add_str(b, value);
    json_decref(plain);
}
