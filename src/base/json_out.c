#include "base/json_out.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"

struct json_out out_new(struct buf *buf) {
    return (struct json_out){.buf = buf};
}

static bool in_object(const struct json_out *o) { return o->depth > 0 && (o->in_object >> (o->depth - 1) & 1); }

/* Before any value: the comma of an array, or the key that must have come. */
static void value_begin(struct json_out *o) {
    assert(o->keyed == in_object(o));
    if (o->comma && !o->keyed) buf_add_char(o->buf, ',');
    o->keyed = false;
    o->comma = true;
}

static void level_begin(struct json_out *o, char bracket, bool object) {
    value_begin(o);
    assert(o->depth < JSON_OUT_DEPTH_MAX);
    uint64_t bit = UINT64_C(1) << o->depth++;
    o->in_object = object ? o->in_object | bit : o->in_object & ~bit;
    o->comma = false;
    buf_add_char(o->buf, bracket);
}

void out_object_begin(struct json_out *o) { level_begin(o, '{', true); }

void out_array_begin(struct json_out *o) { level_begin(o, '[', false); }

void out_end(struct json_out *o) {
    assert(o->depth > 0 && !o->keyed);
    buf_add_char(o->buf, in_object(o) ? '}' : ']');
    o->depth--;
    o->comma = true;
}

void out_key(struct json_out *o, const char *key) {
    assert(in_object(o) && !o->keyed);
    size_t len = strlen(key);
    buf_reserve(o->buf, len + 4);
    if (o->comma) buf_add_char(o->buf, ',');
    buf_add_char(o->buf, '"');
    buf_add(o->buf, key, len);
    buf_add(o->buf, "\":", 2);
    o->keyed = true;
}

void out_str(struct json_out *o, str value) {
    value_begin(o);
    buf_add_json_string(o->buf, value);
}

void out_text(struct json_out *o, const char *value) {
    if (value)
        out_str(o, str_from(value));
    else
        out_null(o);
}

/* Decimal digits, at least `least` of them, ending before `end`; returns their
 * start. */
static char *digits_write(char *end, uint64_t value, int least) {
    for (; value || least > 0; value /= 10, least--) *--end = (char)('0' + value % 10);
    return end;
}

void out_int(struct json_out *o, int64_t value) {
    char text[24], *end = text + sizeof text;
    char *p = digits_write(end, value < 0 ? -(uint64_t)value : (uint64_t)value, 1);
    if (value < 0) *--p = '-';
    value_begin(o);
    buf_add(o->buf, p, (size_t)(end - p));
}

/* Not printf: its decimal point follows the locale. */
void out_double(struct json_out *o, double value) {
    enum { MICRO = 1000000 };
    if (!isfinite(value)) {
        out_null(o);
        return;
    }
    value_begin(o);
    double size = fabs(value);
    char text[40], *end = text + sizeof text, *p;
    if (size >= 1e15) { /* digits after the point say nothing here */
        int len = snprintf(text, sizeof text, "%.16e", size);
        text[1] = '.'; /* whatever the locale's point is */
        if (value < 0) buf_add_char(o->buf, '-');
        buf_add(o->buf, text, (size_t)len);
        return;
    }
    double below = floor(size);
    uint64_t whole = (uint64_t)below, fraction = (uint64_t)llround((size - below) * MICRO);
    if (fraction == MICRO) whole++, fraction = 0;
    bool zero = whole == 0 && fraction == 0;
    int digits = 6;
    while (fraction && fraction % 10 == 0) fraction /= 10, digits--;
    p = end;
    if (fraction) {
        p = digits_write(p, fraction, digits);
        *--p = '.';
    }
    p = digits_write(p, whole, 1);
    if (value < 0 && !zero) *--p = '-';
    buf_add(o->buf, p, (size_t)(end - p));
}

void out_bool(struct json_out *o, bool value) {
    value_begin(o);
    buf_add_text(o->buf, value ? "true" : "false");
}

void out_null(struct json_out *o) {
    value_begin(o);
    buf_add(o->buf, "null", 4);
}

void out_raw(struct json_out *o, str json) {
    value_begin(o);
    buf_add_str(o->buf, json);
}

void out_time(struct json_out *o, int64_t usec) {
    if (usec == 0) {
        out_null(o);
        return;
    }
    char text[21];
    clock_format(usec, text);
    out_str(o, str_from(text));
}

void out_set_str(struct json_out *o, const char *key, str value) {
    out_key(o, key);
    out_str(o, value);
}

void out_set_text(struct json_out *o, const char *key, const char *value) {
    out_key(o, key);
    out_text(o, value);
}

void out_set_int(struct json_out *o, const char *key, int64_t value) {
    out_key(o, key);
    out_int(o, value);
}

void out_set_double(struct json_out *o, const char *key, double value) {
    out_key(o, key);
    out_double(o, value);
}

void out_set_bool(struct json_out *o, const char *key, bool value) {
    out_key(o, key);
    out_bool(o, value);
}

void out_set_null(struct json_out *o, const char *key) {
    out_key(o, key);
    out_null(o);
}

void out_set_raw(struct json_out *o, const char *key, str json) {
    out_key(o, key);
    out_raw(o, json);
}

void out_set_time(struct json_out *o, const char *key, int64_t usec) {
    out_key(o, key);
    out_time(o, usec);
}
