/* fs_core.h - libfaena-stats: what its parts share.
 *
 * The library needs nothing but libc, libm and threads. It prints nothing, keeps no global state, and never ends the
 * process: a call that cannot do what it should returns another status than FS_OK and, where it takes a fs_problem, a
 * sentence that says what was wrong, where, and what to do.
 *
 * No NaN and no infinity leaves the library. The same input gives the same result, bit by bit, for every number of
 * threads and with or without AVX2. Calls on different objects may run at the same time. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define FS_API extern "C" __attribute__((visibility("default")))
#else
#define FS_API __attribute__((visibility("default")))
#endif

enum fs_status {
    FS_OK,
    FS_INVALID,   /* an argument or the input is wrong */
    FS_EMPTY,     /* nothing to work on */
    FS_TOO_LARGE, /* would need more memory than memory_bytes_max allows */
    FS_NO_MEMORY, /* the system has no more memory */
    FS_IO,        /* a file cannot be read */
    FS_STOPPED    /* the caller's stop function said so */
};

struct fs_problem {
    char text[400]; /* one sentence; "" when all is well */
    int64_t line;   /* 1-based line of the input, 0: none */
};

enum { FS_THREADS_MAX = 64 };

/* "0.1.0" */
FS_API const char *fs_version(void);
/* "invalid", "too_large" ... */
FS_API const char *fs_status_name(enum fs_status status);
