/* arena.h - memory that lives exactly as long as one request.
 *
 *   arena_init -> arena_alloc* -> arena_free (or arena_reset to use it again)
 *
 * Nothing in an arena is freed singly. Not shared between threads at the same time; a command's arena travels with it.
 * Out of memory ends the program (a server that cannot allocate a request is better restarted). */
#pragma once
#include <stddef.h>

#include "base/str.h"

struct arena_block;
struct arena {
    struct arena_block *block; /* newest */
    size_t bytes;              /* allocated in all blocks */
};

void arena_init(struct arena *a);
void arena_free(struct arena *a);
void arena_reset(struct arena *a); /* keeps the first block */
/* 16-byte aligned, zeroed. */
void *arena_alloc(struct arena *a, size_t bytes);
/* NUL-terminated copies. */
char *arena_copy(struct arena *a, const void *bytes, size_t len);
str arena_str(struct arena *a, str s);
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* malloc and friends that end the program when memory is out. */
void *mem_alloc(size_t bytes); /* zeroed */
void *mem_realloc(void *p, size_t bytes);
char *mem_copy(const char *c_string);

/* Runs fn when the variable leaves its scope: CLEANUP(buf_free) struct buf b = {0}; */
#define CLEANUP(fn) __attribute__((cleanup(fn)))
