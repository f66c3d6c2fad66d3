#include "base/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
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

/* As few digits (15 or more) as read back as the same double: what came in as 0.1 goes out as 0.1 (jansson writes 17
 * digits, 0.10000000000000001). As in jansson's text there is always a point or an exponent, so that it stays a real.
 */
static void write_real(struct buf *b, double value) {
    char text[40];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value) break;
    }
    for (char *p = text; *p; p++)
        if (*p == ',') *p = '.'; /* the locale's decimal point */
    buf_add_text(b, text);
    if (!strpbrk(text, ".e")) buf_add_text(b, ".0");
}

static int key_order(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void write_object(struct buf *b, const json_t *object, bool sorted) {
    size_t count = json_object_size(object), n = 0;
    const char **keys = mem_alloc((count + 1) * sizeof *keys);
    json_t *o = (json_t *)object; /* jansson's iterators take no const */
    for (void *at = json_object_iter(o); at; at = json_object_iter_next(o, at)) keys[n++] = json_object_iter_key(at);
    if (sorted) qsort(keys, n, sizeof *keys, key_order);
    buf_add_char(b, '{');
    for (size_t i = 0; i < n; i++) {
        if (i) buf_add_char(b, ',');
        CLEANUP(json_drop) json_t *key = json_string_nocheck(keys[i]);
        json_dump_callback(key, write_buf, b, JSON_ENCODE_ANY);
        buf_add_char(b, ':');
        json_write(b, json_object_get(object, keys[i]), sorted);
    }
    buf_add_char(b, '}');
    free(keys);
}

void json_write(struct buf *b, const json_t *value, bool sorted) {
    if (json_is_object(value)) {
        write_object(b, value, sorted);
    } else if (json_is_array(value)) {
        buf_add_char(b, '[');
        for (size_t i = 0; i < json_array_size(value); i++) {
            if (i) buf_add_char(b, ',');
            json_write(b, json_array_get(value, i), sorted);
        }
        buf_add_char(b, ']');
    } else if (json_is_real(value)) {
        write_real(b, json_real_value(value));
    } else {
        json_dump_callback(value, write_buf, b, JSON_ENCODE_ANY);
    }
}

const char *json_text(const json_t *object, const char *key) { return json_string_value(json_object_get(object, key)); }

int64_t json_int(const json_t *object, const char *key, int64_t fallback) {
    const json_t *v = json_object_get(object, key);
    return json_is_integer(v) ? json_integer_value(v) : fallback;
}
