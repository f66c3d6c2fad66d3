/* bench.h - the parts of `faena bench`, run by ./bench in the repository, which repeats them, takes medians and writes
 * docs/performance.md. Each prints one JSON object on standard output.
 *
 *   prepare   a project with N tasks and W workers with tokens, straight into a database
 *   bare      the ceiling: the product's own commands, batch by batch, by one thread without queue or HTTP
 *   load      the product: W connections that submit and take the next over HTTP
 *   insert    the ceiling of imports: the same rows by prepared statements of SQLite in a loop
 *   stats     aggregation of N made-up answers by a method: time of the fit, memory
 *   kinds     agreement, comparisons, numbers, texts, marks: time and memory of one of them
 *   names     reading and interning of ids, in MB/s
 *   sse       N listeners and how long one event takes to reach them all
 *   share     deciding who is offered which part of N tasks, N workers
 *   offers    N connected workers: from publishing until each has their offer */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "cli/cli.h"

enum { BENCH_WORKERS_MAX = 1024 };

int bench_prepare(struct cli *cli);
int bench_bare(struct cli *cli);
int bench_load(struct cli *cli);
int bench_crowd(struct cli *cli);
int bench_insert(struct cli *cli);
int bench_sse(struct cli *cli);
int bench_share(struct cli *cli);
int bench_offers(struct cli *cli);
int bench_sink(struct cli *cli);
int bench_stats(struct cli *cli);
int bench_names(struct cli *cli);
int bench_kinds(struct cli *cli);

/* "--name value" among the arguments; fallback when absent. Ends the program when the value is not a number. */
int64_t bench_number(const struct cli *cli, const char *name, int64_t fallback);
const char *bench_text(const struct cli *cli, const char *name, const char *fallback);

/* Connects to "http://ADDRESS:PORT"; ends the program when that fails. */
int bench_connect(const char *url);

/* A latency distribution: counts per 1/8 octave of microseconds. */
struct bench_times {
    int64_t counts[400], total;
};
void bench_times_add(struct bench_times *t, int64_t usec);
int64_t bench_times_quantile(const struct bench_times *t, double q); /* usec, upper edge of the bucket */
