#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    struct arena_block *older;
    size_t used, size;
    _Alignas(16) char data[];
};

enum { BLOCK_BYTES = 4000 };

void *mem_alloc(size_t bytes) {
    void *p = calloc(1, bytes ? bytes : 1);
    if (!p) abort();
    return p;
}

void *mem_realloc(void *p, size_t bytes) {
    p = realloc(p, bytes ? bytes : 1);
    if (!p) abort();
    return p;
}

char *mem_copy(const char *c_string) {
    char *copy = strdup(c_string);
    if (!copy) abort();
    return copy;
}

void arena_init(struct arena *a) { *a = (struct arena){0}; }

void arena_free(struct arena *a) {
    for (struct arena_block *b = a->block, *older; b; b = older) {
        older = b->older;
        free(b);
    }
    *a = (struct arena){0};
}

void arena_reset(struct arena *a) {
    struct arena_block *b = a->block;
    while (b && b->older) {
        struct arena_block *older = b->older;
        free(b);
        b = older;
    }
    if (b) {
        memset(b->data, 0, b->used);
        b->used = 0;
    }
    a->block = b;
    a->bytes = b ? b->size : 0;
}

void *arena_alloc(struct arena *a, size_t bytes) {
    size_t need = (bytes + 15) & ~(size_t)15;
    if (!a->block || a->block->size - a->block->used < need) {
        size_t size = need > BLOCK_BYTES ? need : BLOCK_BYTES;
        struct arena_block *b = mem_alloc(sizeof *b + size);
        b->size = size;
        b->older = a->block;
        a->block = b;
        a->bytes += size;
    }
    void *p = a->block->data + a->block->used;
    a->block->used += need;
    return p;
}

char *arena_copy(struct arena *a, const void *bytes, size_t len) {
    char *copy = arena_alloc(a, len + 1);
    if (len) memcpy(copy, bytes, len);
    return copy;
}

str arena_str(struct arena *a, str s) { return (str){arena_copy(a, s.data, s.len), s.len}; }

char *arena_printf(struct arena *a, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) abort();
    char *text = arena_alloc(a, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}
