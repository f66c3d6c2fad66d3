/* json_out.h - writes JSON text straight into a buffer: commas and quoting are taken care of, nothing is kept in a tree.
 *
 *   json_out_object(&o); json_out_key(&o, "id"); json_out_int(&o, 7); json_out_end(&o);      {"id":7}
 *
 * Depth is limited to JSON_OUT_DEPTH_MAX; a value without a key inside an object is a bug. Texts must be valid UTF-8. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum { JSON_OUT_DEPTH_MAX = 16 };

struct json_out {
    struct buf *buf; /* the caller's */
    int depth;
    char close[JSON_OUT_DEPTH_MAX]; /* closing character of each open level */
    bool comma;                     /* something stands before on this level */
    bool keyed;                     /* a key was just written */
};

void json_out_init(struct json_out *o, struct buf *buf);
void json_out_object(struct json_out *o);
void json_out_array(struct json_out *o);
void json_out_end(struct json_out *o); /* the innermost open object or array */
void json_out_key(struct json_out *o, const char *key);
void json_out_text(struct json_out *o, str value);
void json_out_int(struct json_out *o, int64_t value);
void json_out_real(struct json_out *o, double value); /* at most 6 digits after the point; null when not finite */
void json_out_bool(struct json_out *o, bool value);
void json_out_null(struct json_out *o);
void json_out_raw(struct json_out *o, str json); /* JSON text as it is; empty becomes null */
void json_out_time(struct json_out *o, int64_t usec); /* RFC 3339 text; 0 becomes null */

/* key and value in one */
void json_put_text(struct json_out *o, const char *key, str value);
void json_put_int(struct json_out *o, const char *key, int64_t value);
void json_put_real(struct json_out *o, const char *key, double value);
void json_put_bool(struct json_out *o, const char *key, bool value);
void json_put_null(struct json_out *o, const char *key);
void json_put_raw(struct json_out *o, const char *key, str json);
void json_put_time(struct json_out *o, const char *key, int64_t usec);
