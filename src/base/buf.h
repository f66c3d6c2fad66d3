/* buf.h - a growing byte buffer. Zero-initialise; buf_free when done (CLEANUP(buf_free)). data is NUL-terminated once
 * anything was added. */
#pragma once
#include <stddef.h>

#include "base/str.h"

struct buf {
    char *data;
    size_t len, size; /* bytes used, bytes allocated */
};

void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory */
void buf_reserve(struct buf *b, size_t extra_bytes);
void buf_add(struct buf *b, const void *bytes, size_t len);
void buf_add_str(struct buf *b, str s);
void buf_add_text(struct buf *b, const char *c_string);
void buf_add_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Removes the first n bytes. */
void buf_drop(struct buf *b, size_t n);
/* A JSON string literal with quotes (escapes control characters, quote, backslash, and '<' so that it is safe in HTML).
 */
void buf_add_json_string(struct buf *b, str s);
str buf_str(const struct buf *b);
