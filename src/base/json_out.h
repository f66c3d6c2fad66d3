/* json_out.h - writes JSON text straight into a buf: commas are its business,
 * keys and nesting the caller's.
 *
 *   struct json_out o = out_new(&buf);
 *   out_object_begin(&o); out_set_int(&o, "id", 7); out_key(&o, "tags");
 * out_array_begin(&o); ... out_end(&o); out_end(&o);
 *
 * A key where none belongs, a missing one, or an end without a begin is a bug
 * (assert). Texts must be valid UTF-8. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

enum { JSON_OUT_DEPTH_MAX = 63 };

struct json_out {
    struct buf *buf;     /* borrowed */
    uint64_t in_object;  /* bit per level: object or array */
    unsigned char depth; /* open objects and arrays */
    bool comma;          /* before the next key or value */
    bool keyed;          /* a key waits for its value */
};

struct json_out out_new(struct buf *buf); /* appends to what is there */

void out_object_begin(struct json_out *o);
void out_array_begin(struct json_out *o);
void out_end(struct json_out *o);                  /* of the innermost object or array */
void out_key(struct json_out *o, const char *key); /* a plain word, written as it is */

void out_str(struct json_out *o, str value);
void out_text(struct json_out *o, const char *value); /* NULL gives null */
void out_int(struct json_out *o, int64_t value);
void out_double(struct json_out *o, double value); /* up to 6 digits after the point; NaN and
                                                      infinity give null */
void out_bool(struct json_out *o, bool value);
void out_null(struct json_out *o);
void out_raw(struct json_out *o, str json);      /* a JSON value as it stands */
void out_time(struct json_out *o, int64_t usec); /* RFC 3339 in UTC; 0 gives null */

/* key and value in one */
void out_set_str(struct json_out *o, const char *key, str value);
void out_set_text(struct json_out *o, const char *key, const char *value);
void out_set_int(struct json_out *o, const char *key, int64_t value);
void out_set_double(struct json_out *o, const char *key, double value);
void out_set_bool(struct json_out *o, const char *key, bool value);
void out_set_null(struct json_out *o, const char *key);
void out_set_raw(struct json_out *o, const char *key, str json);
void out_set_time(struct json_out *o, const char *key, int64_t usec);
