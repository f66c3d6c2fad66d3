/* internal.h - what the files of libfaena-stats share and do not export.
 *
 * Scratch memory: a fit takes all its working memory from one fs_scratch, asks once whether it failed, and frees it at
 * once. Threads: fs_parallel runs numbered parts; which thread runs a part never matters, because a part writes only
 * what is its own and parts are put together in order afterwards. Parts depend on the data, not on the threads. */
#pragma once
#include <math.h>
#include <stdarg.h>

#include "fs_core.h"

/* --- problems --- */

/* Sets the sentence and returns status, so that a refusal is one line. problem may be NULL. */
enum fs_status fs_refuse(struct fs_problem *problem, enum fs_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* --- scratch --- */

struct fs_scratch {
    struct fs_block *blocks;
    int64_t bytes;
    bool failed;
};

/* Zeroed; never NULL with count 0 unless it failed. After a failure all further calls give NULL. */
void *fs_scratch_new(struct fs_scratch *scratch, int64_t count, size_t item_bytes);
void fs_scratch_free(struct fs_scratch *scratch);
/* calloc that knows overflow; 1 item at least. */
void *fs_calloc(int64_t count, size_t item_bytes);

/* --- threads (core.c) --- */

typedef void fs_part_fn(void *arg, int part);

int fs_threads(int wanted, int64_t work); /* 1 when the work (items) does not pay for threads */
void fs_parallel(int threads, int parts, fs_part_fn *run, void *arg);

/* --- random numbers: splitmix64 --- */

struct fs_random {
    uint64_t state;
};
uint64_t fs_random_next(struct fs_random *random);
double fs_random_uniform(struct fs_random *random); /* [0, 1) */
double fs_random_normal(struct fs_random *random);
double fs_random_gamma(struct fs_random *random, double shape); /* scale 1 */

/* --- special functions (special.c) --- */

double fs_digamma(double x); /* x > 0 */
double fs_beta_cdf(double x, double a, double b);
double fs_beta_quantile(double p, double a, double b);
