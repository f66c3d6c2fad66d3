/* aggregate_kinds.h - `faena aggregate --kind`: answers that are no labels.
 *
 * Each kind reads its columns, merges the answers of each task, and writes a row for each result; --workers a row for
 * each worker. To add a kind: a function, its row in aggregate_kinds.c. */
#pragma once
#include "cli/report.h"
#include "cli/rows.h"

/* Where results go: --format and --out, and --workers. */
struct kind_outputs {
    enum report_format format;
    FILE *results, *workers; /* workers: NULL when not asked for */
};
/* Prints what is wrong and returns false. */
bool kind_outputs_open(struct cli *cli, struct kind_outputs *out);
/* False: a file could not be written; it was printed. */
bool kind_outputs_close(struct cli *cli, struct kind_outputs *out);
/* The place of --method in names (ended by NULL); 0 when not given; -1: none of them, which was printed. */
int kind_method(const struct cli *cli, const char *const *names);

/* CLI_OK ... --kind names one of them. */
int kind_run(struct cli *cli, const char *kind);

/* aggregate_shapes.c */
int kind_box(struct cli *cli);
int kind_span(struct cli *cli);
/* aggregate_masks.c */
int kind_mask(struct cli *cli);
int kind_polygon(struct cli *cli);
