/* shape_em.h - Dawid and Skene's model over items that count several times: pixels with the same votes, pieces of text.
 * Internal. */
#pragma once
#include "internal.h"

struct em {
    int32_t items, workers, classes;
    const double *times;  /* per item: how often it counts */
    const int64_t *start; /* answers of item i: start[i] up to start[i + 1] */
    const int32_t *worker, *label;
    double *posterior; /* [item][class] */
    double *confusion; /* [worker][true][answer] */
    double *prior;     /* [class] */
    int iterations;
};

/* Fills posterior, confusion and prior, which the caller allocates. Starts from shares of votes. False without memory.
 */
bool fs_items_em(struct em *em);
