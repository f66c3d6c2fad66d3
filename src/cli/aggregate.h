/* aggregate.h - parts of `faena aggregate`: what was read and fitted, its outputs, its plots.
 *
 * aggregate.c reads and fits; aggregate_out.c writes tasks and workers as table, CSV or JSON; aggregate_plot.c draws
 * SVG. Files are written whole, to standard output or by name. */
#pragma once
#include <stdio.h>

#include "cli/cli.h"
#include "stats/faena-stats.h"

struct aggregate {
    struct fs_dataset data;
    int64_t rows;
    struct fs_answers *answers;
    struct fs_fit *fit;
    struct fs_multi *multi; /* instead of fit, with --multi */
    double *prior;          /* per class, of --priors; NULL: none given */
    int32_t *gold;          /* per task: known class or -1; NULL: none given */
    /* Of --exported: per task a reviewer's label, a number of fixes, or -1; NULL: not exported. */
    int32_t *fixed;
    struct fs_names fixes;
    /* With gold, of a fit that did not use it: */
    struct fs_fit *blind;
    int64_t gold_count, gold_right;
};

enum aggregate_format { AGGREGATE_TABLE, AGGREGATE_CSV, AGGREGATE_JSON };

/* Tasks (and with JSON all else) to a stream. posteriors: a column a class. */
void aggregate_write(const struct aggregate *a, FILE *out, enum aggregate_format format, bool posteriors);
void aggregate_workers_write(const struct aggregate *a, FILE *out);
/* Of every worker: true class, answer, probability, interval. */
void aggregate_confusion_write(const struct aggregate *a, FILE *out);

/* confusion.svg, workers.svg and, with gold, reliability.svg in a folder, which is made. false: errno says why. */
bool aggregate_plot(const struct aggregate *a, const char *folder);
