/* err.h - what a function can return besides its result.
 *
 * OK is 0. An outcome (HTTP 4xx) is normal life: it is answered and stored as a receipt. A fault (HTTP 5xx) passes up
 * unchanged and rolls the batch back. A bug is an assert, on in every build.
 * Detail for people goes to a `struct problem` that the caller hands in, never to a thread-local. */
#pragma once
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum err {
#define ERR(name, status, code, sentence) ERR_##name,
#include "base/err.def"
#undef ERR
    ERR_COUNT
} err;
#define OK ERR_OK

int err_status(err e);           /* HTTP status */
const char *err_code(err e);     /* stable word on the wire, e.g. "task_full" */
const char *err_sentence(err e); /* English sentence */
bool err_is_fault(err e);        /* status >= 500 */
err err_named(const char *code); /* by its wire word; ERR_INTERNAL when unknown */

/* Passes any non-OK value up. The one macro with control flow, used for nothing else. */
#define TRY(call)                            \
    do {                                     \
        err try_err_ = (call);               \
        if (try_err_ != OK) return try_err_; \
    } while (0)

enum { PROBLEM_FIELDS_MAX = 20, PROBLEM_TEXT_BYTES = 400, PROBLEM_PATH_BYTES = 160 };

struct problem_field {
    char path[PROBLEM_PATH_BYTES];   /* JSON pointer ("/result/0/value") or a parameter's name; "" = the whole */
    char detail[PROBLEM_TEXT_BYTES]; /* what was wrong and what to do */
    int line, column;                /* 1-based place in a text (label config, import file); 0 = none */
};

/* Why something was refused. Zero-initialise; one per request. Fields past PROBLEM_FIELDS_MAX are counted only. */
struct problem {
    char detail[PROBLEM_TEXT_BYTES];
    struct problem_field fields[PROBLEM_FIELDS_MAX];
    int field_count;
    long long missing_micros; /* with ERR_SHORT_BALANCE: how much is missing */
};

/* Sets the detail sentence (printf-like) and returns e, so that a refusal is one line. p may be NULL. */
err problem_set(struct problem *p, err e, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Adds a wrong field; path and detail are cut at their limits (at a UTF-8 boundary). p may be NULL. */
void problem_field_add(struct problem *p, const char *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same with a place in a text. */
void problem_place_add(struct problem *p, const char *path, int line, int column, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
