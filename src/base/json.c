#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

/* jansson's own limit is 2048 levels; counting brackets first is cheaper than a deep tree. */
static bool too_deep(str text) {
    int depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (in_string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > JSON_DEPTH_MAX) return true;
        } else if (c == ']' || c == '}') {
            depth--;
        }
    }
    return false;
}

err json_parse(str text, json_t **value, struct problem *p) {
    *value = NULL;
    if (too_deep(text))
        return problem_set(p, ERR_BAD_JSON, "The JSON is nested more than %d levels deep.", JSON_DEPTH_MAX);
    /* jansson takes a NUL after a number or a word for the end of its look-ahead and drops it. */
    if (memchr(text.data ? text.data : "", 0, text.len))
        return problem_set(p, ERR_BAD_JSON, "The JSON holds a NUL byte.");
    json_error_t error;
    *value = json_loadb(text.data, text.len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (*value) return OK;
    problem_place_add(p, "", error.line, error.column, "%s", error.text);
    return problem_set(p, ERR_BAD_JSON, "The JSON is wrong at line %d, column %d: %s.", error.line, error.column,
                       error.text);
}

void json_drop(json_t **value) {
    json_decref(*value);
    *value = NULL;
}

static int write_buf(const char *bytes, size_t len, void *b) {
    buf_add(b, bytes, len);
    return 0;
}

void json_write(struct buf *b, const json_t *value, bool sorted) {
    json_dump_callback(value, write_buf, b, JSON_COMPACT | JSON_ENCODE_ANY | (sorted ? JSON_SORT_KEYS : 0));
}

const char *json_text(const json_t *object, const char *key) { return json_string_value(json_object_get(object, key)); }

int64_t json_int(const json_t *object, const char *key, int64_t fallback) {
    const json_t *v = json_object_get(object, key);
    return json_is_integer(v) ? json_integer_value(v) : fallback;
}
