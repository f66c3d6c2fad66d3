/* str.h - a borrowed run of bytes with a length. Never owns; the owner is the arena, buffer or literal behind it. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str_view {
    const char *data;
    size_t len; /* bytes */
};
typedef struct str_view str;

/* A literal as str. */
#define STR(literal) ((str){(literal), sizeof(literal) - 1})
/* printf("%.*s", STR_ARG(s)) */
#define STR_ARG(s) (int)(s).len, (s).data

str str_from(const char *c_string); /* NULL gives the empty str */
bool str_equal(str a, str b);
bool str_is(str a, const char *c_string);
bool str_starts(str a, const char *prefix);
/* Valid UTF-8 without NUL (RFC 3629: no surrogates, no overlong forms). */
bool str_utf8_valid(str s);
/* Number of code points of a valid UTF-8 text. */
size_t str_utf8_chars(str s);
/* Whole text as a decimal int64; false when it is not one or does not fit. */
bool str_to_int64(str s, int64_t *value);
/* lower-case hex of n bytes into out[2n+1] */
void hex_encode(const void *bytes, size_t n, char *out);
/* false when hex is not exactly 2n hex digits */
bool hex_decode(str hex, void *bytes, size_t n);
