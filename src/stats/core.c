/* Status names, scratch memory, threads, random numbers. */
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "internal.h"

const char *fs_version(void) { return FAENA_VERSION; }

const char *fs_status_name(enum fs_status status) {
    static const char *const names[] = {"ok", "invalid", "empty", "too_large", "no_memory", "io", "stopped"};
    return (unsigned)status < sizeof names / sizeof *names ? names[status] : "unknown";
}

enum fs_status fs_refuse(struct fs_problem *problem, enum fs_status status, const char *format, ...) {
    if (!problem) return status;
    va_list args;
    va_start(args, format);
    vsnprintf(problem->text, sizeof problem->text, format, args);
    va_end(args);
    return status;
}

/* --- scratch --- */

struct fs_block {
    struct fs_block *next;
    _Alignas(16) char data[];
};

void *fs_calloc(int64_t count, size_t item_bytes) {
    if (count < 0) return NULL;
    return calloc(count ? (size_t)count : 1, item_bytes);
}

void *fs_scratch_new(struct fs_scratch *scratch, int64_t count, size_t item_bytes) {
    size_t bytes;
    if (scratch->failed) return NULL;
    if (count < 0 || __builtin_mul_overflow((size_t)count, item_bytes, &bytes) || bytes > SIZE_MAX / 2) {
        scratch->failed = true;
        return NULL;
    }
    struct fs_block *block = calloc(1, sizeof *block + bytes);
    if (!block) {
        scratch->failed = true;
        return NULL;
    }
    block->next = scratch->blocks;
    scratch->blocks = block;
    scratch->bytes += (int64_t)bytes;
    return block->data;
}

void fs_scratch_free(struct fs_scratch *scratch) {
    for (struct fs_block *block = scratch->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    *scratch = (struct fs_scratch){0};
}

/* --- threads --- */

enum { WORK_PER_THREAD = 20000 };

int fs_threads(int wanted, int64_t work) {
    if (wanted <= 0) {
        long online = sysconf(_SC_NPROCESSORS_ONLN);
        wanted = online < 1 ? 1 : (int)online;
    }
    if (wanted > FS_THREADS_MAX) wanted = FS_THREADS_MAX;
    if (wanted > 1 + work / WORK_PER_THREAD) wanted = 1 + (int)(work / WORK_PER_THREAD);
    return wanted;
}

struct parallel {
    atomic_int next;
    int parts;
    fs_part_fn *run;
    void *arg;
};

static void *parallel_run(void *arg) {
    struct parallel *p = arg;
    for (int part; (part = atomic_fetch_add(&p->next, 1)) < p->parts;) p->run(p->arg, part);
    return NULL;
}

void fs_parallel(int threads, int parts, fs_part_fn *run, void *arg) {
    struct parallel p = {.parts = parts, .run = run, .arg = arg};
    pthread_t ids[FS_THREADS_MAX];
    int started = 0;
    if (threads > parts) threads = parts;
    /* A thread that cannot be started is no fault: the others do its parts. */
    while (started < threads - 1 && pthread_create(&ids[started], NULL, parallel_run, &p) == 0) started++;
    parallel_run(&p);
    for (int i = 0; i < started; i++) pthread_join(ids[i], NULL);
}

/* --- random numbers --- */

uint64_t fs_random_next(struct fs_random *random) {
    uint64_t z = random->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

double fs_random_uniform(struct fs_random *random) { return (double)(fs_random_next(random) >> 11) * 0x1p-53; }

/* Box and Muller; the second of the pair is left. */
double fs_random_normal(struct fs_random *random) {
    double u = 1 - fs_random_uniform(random), v = fs_random_uniform(random);
    return sqrt(-2 * log(u)) * cos(2 * M_PI * v);
}

/* Marsaglia and Tsang 2000. */
double fs_random_gamma(struct fs_random *random, double shape) {
    if (shape < 1) return fs_random_gamma(random, shape + 1) * pow(1 - fs_random_uniform(random), 1 / shape);
    double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
    for (;;) {
        double x = fs_random_normal(random), v = 1 + c * x;
        if (v <= 0) continue;
        v = v * v * v;
        double u = 1 - fs_random_uniform(random);
        if (log(u) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
    }
}
