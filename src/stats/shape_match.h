/* shape_match.h - what boxes and spans share: marks sorted by task and worker, and sums of pairwise agreement.
 * Internal. */
#pragma once
#include "fs_shape.h"
#include "internal.h"

/* Marks of task t by worker, abstentions included: order[start[t]] up to order[start[t + 1]]. */
struct marks {
    int64_t count;
    int32_t tasks, workers, classes;
    const int32_t *task, *worker, *label;
    size_t *start;
    int32_t *order;
};
/* False without memory. */
bool fs_marks_sort(struct marks *marks, struct fs_scratch *s);
enum fs_status fs_marks_check(const struct marks *marks, struct fs_problem *problem);
/* The end of the marks of the worker at place k of the order. */
size_t fs_marks_end(const struct marks *marks, size_t k, size_t end);

/* One pair of workers on one task and class. */
struct match {
    int32_t task, a, b, class;
    int64_t a_marks, b_marks, matched;
    double overlap, overlap_of;
};
/* Sums while rows are filled: overlap and overlap_of of each row. */
struct match_sums {
    struct fs_matches *matches;
    double *task, *worker, *class, all[2]; /* two numbers each */
};
bool fs_matches_new(const struct marks *marks, struct fs_scratch *s, struct match_sums *sums);
void fs_matches_pair(struct match_sums *sums, int32_t task, int32_t a, int32_t b); /* once for each pair */
void fs_matches_add(struct match_sums *sums, const struct match *match);
void fs_matches_finish(struct match_sums *sums);
