#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

void buf_free(struct buf *b) {
    free(b->data);
    *b = (struct buf){0};
}

void buf_clear(struct buf *b) {
    b->len = 0;
    if (b->data) b->data[0] = 0;
}

void buf_reserve(struct buf *b, size_t extra_bytes) {
    size_t need = b->len + extra_bytes + 1;
    if (need <= b->size) return;
    size_t size = b->size ? b->size : 64;
    while (size < need) size *= 2;
    b->data = mem_realloc(b->data, size);
    b->size = size;
}

void buf_add(struct buf *b, const void *bytes, size_t len) {
    buf_reserve(b, len);
    if (len) memcpy(b->data + b->len, bytes, len);
    b->len += len;
    b->data[b->len] = 0;
}

void buf_add_str(struct buf *b, str s) { buf_add(b, s.data, s.len); }

void buf_add_text(struct buf *b, const char *c_string) { buf_add(b, c_string, strlen(c_string)); }

void buf_add_char(struct buf *b, char c) { buf_add(b, &c, 1); }

void buf_printf(struct buf *b, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) abort();
    buf_reserve(b, (size_t)len);
    vsnprintf(b->data + b->len, (size_t)len + 1, format, again);
    va_end(again);
    b->len += (size_t)len;
}

void buf_drop(struct buf *b, size_t n) {
    if (n >= b->len) {
        buf_clear(b);
        return;
    }
    memmove(b->data, b->data + n, b->len - n + 1);
    b->len -= n;
}

void buf_add_json_string(struct buf *b, str s) {
    buf_reserve(b, s.len + 2);
    buf_add_char(b, '"');
    size_t start = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != '<') continue;
        buf_add(b, s.data + start, i - start);
        start = i + 1;
        switch (c) {
        case '"': buf_add_text(b, "\\\""); break;
        case '\\': buf_add_text(b, "\\\\"); break;
        case '\n': buf_add_text(b, "\\n"); break;
        case '\r': buf_add_text(b, "\\r"); break;
        case '\t': buf_add_text(b, "\\t"); break;
        default: buf_printf(b, "\\u%04x", c);
        }
    }
    buf_add(b, s.data + start, s.len - start);
    buf_add_char(b, '"');
}

str buf_str(const struct buf *b) { return b->data ? (str){b->data, b->len} : (str){"", 0}; }
