/* drawings.h - masks and polygons of many workers, read from a file, a row each: for `faena aggregate --kind` and
 * `faena agree --kind`. */
#pragma once
#include "cli/rows.h"
#include "stats/faena-stats.h"

#define MASK_COLUMNS "task,worker,mask"
#define POLYGON_COLUMNS "task,worker,points"

/* A worker's drawing of a task: a mask, or a polygon. */
struct drawing {
    int32_t worker, width, height;
    uint8_t *mask;
    struct fs_polygon polygon;
};

struct drawings {
    struct columns columns;
    struct who who;
    struct drawing *drawing; /* of each row */
    int64_t size;
};

/* For rows_read; columns are read before. */
rows_fn mask_row, polygon_row;
void drawings_free(struct drawings *drawings);
