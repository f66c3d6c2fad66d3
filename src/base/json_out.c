#include "base/json_out.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"

void json_out_init(struct json_out *o, struct buf *buf) { *o = (struct json_out){.buf = buf}; }

static void before_value(struct json_out *o) {
    assert(o->keyed || o->depth == 0 || o->close[o->depth - 1] == ']');
    if (o->comma && !o->keyed) buf_add_char(o->buf, ',');
    o->comma = true;
    o->keyed = false;
}

static void open_level(struct json_out *o, char open, char close) {
    before_value(o);
    assert(o->depth < JSON_OUT_DEPTH_MAX);
    buf_add_char(o->buf, open);
    o->close[o->depth++] = close;
    o->comma = false;
}

void json_out_object(struct json_out *o) { open_level(o, '{', '}'); }

void json_out_array(struct json_out *o) { open_level(o, '[', ']'); }

void json_out_end(struct json_out *o) {
    assert(o->depth > 0 && !o->keyed);
    buf_add_char(o->buf, o->close[--o->depth]);
    o->comma = true;
}

void json_out_key(struct json_out *o, const char *key) {
    assert(!o->keyed && o->depth > 0 && o->close[o->depth - 1] == '}');
    if (o->comma) buf_add_char(o->buf, ',');
    buf_add_json_string(o->buf, str_from(key));
    buf_add_char(o->buf, ':');
    o->keyed = true;
}

void json_out_text(struct json_out *o, str value) {
    before_value(o);
    buf_add_json_string(o->buf, value);
}

void json_out_int(struct json_out *o, int64_t value) {
    before_value(o);
    buf_printf(o->buf, "%lld", (long long)value);
}

void json_out_real(struct json_out *o, double value) {
    if (!isfinite(value)) {
        json_out_null(o);
        return;
    }
    before_value(o);
    char text[400];
    int len = snprintf(text, sizeof text, "%.6f", value);
    while (len > 0 && text[len - 1] == '0') len--;
    if (len > 0 && text[len - 1] == '.') len--;
    buf_add(o->buf, text, (size_t)len);
}

void json_out_bool(struct json_out *o, bool value) {
    before_value(o);
    buf_add_text(o->buf, value ? "true" : "false");
}

void json_out_null(struct json_out *o) {
    before_value(o);
    buf_add_text(o->buf, "null");
}

void json_out_raw(struct json_out *o, str json) {
    before_value(o);
    if (json.len)
        buf_add_str(o->buf, json);
    else
        buf_add_text(o->buf, "null");
}

void json_out_time(struct json_out *o, int64_t usec) {
    if (usec == 0) {
        json_out_null(o);
        return;
    }
    char text[21];
    clock_format(usec, text);
    json_out_text(o, str_from(text));
}

void json_put_text(struct json_out *o, const char *key, str value) {
    json_out_key(o, key);
    json_out_text(o, value);
}

void json_put_int(struct json_out *o, const char *key, int64_t value) {
    json_out_key(o, key);
    json_out_int(o, value);
}

void json_put_real(struct json_out *o, const char *key, double value) {
    json_out_key(o, key);
    json_out_real(o, value);
}

void json_put_bool(struct json_out *o, const char *key, bool value) {
    json_out_key(o, key);
    json_out_bool(o, value);
}

void json_put_null(struct json_out *o, const char *key) {
    json_out_key(o, key);
    json_out_null(o);
}

void json_put_raw(struct json_out *o, const char *key, str json) {
    json_out_key(o, key);
    json_out_raw(o, json);
}

void json_put_time(struct json_out *o, const char *key, int64_t usec) {
    json_out_key(o, key);
    json_out_time(o, usec);
}
