/* fs_shape.h - one set of boxes, spans, masks or polygons out of several workers', and how far workers agree on them.
 *
 *   fs_boxes --> fs_boxes_merge, fs_boxes_agree      fs_spans --> fs_spans_merge, fs_spans_agree
 *   masks of one picture --> fs_masks_merge          polygons of one picture --> fs_polygons_merge
 *   fs_masks --> fs_masks_agree                      fs_polygons --> fs_polygons_agree
 *
 * 1. A worker who saw a task and marked nothing there is a row with label FS_ABSTAINED: who saw a task is what votes
 * are counted against.
 * 2. Boxes: those of different workers that overlap are clustered (average linkage at `iou`, one box of a worker in a
 *    cluster); a cluster stays with more than `share` of the weight of those who saw the task. Edges are weighted
 *    medians, the label a weighted vote. Weights are workers' F1 against the result, three rounds, unless `equal`.
 * 3. Spans: a text is cut at every end of a span; each piece is an item that every worker who saw the text gave a label
 *    or nothing, and Dawid and Skene's model finds its label. Of spans of a worker that overlap, the shorter counts.
 *    Pieces of one label join, but where most of those who marked both sides begin anew.
 * 4. Masks: FS_MASK_STAPLE is EM over pixels with a sensitivity and a specificity of each worker (Warfield 2004),
 * within the rectangle of all marks; FS_MASK_RASA weights workers by overlap with the result, again and again;
 *    FS_MASK_MAJORITY counts.
 * 5. Sizes are finite, widths and heights above 0, spans not empty: else FS_INVALID. No result is NaN. */
#pragma once
#include "fs_labels.h"

/* --- agreement --- */

/* f1: 2 * matched / (of one + of the other), over pairs of workers who both saw a task. overlap: boxes: mean IoU of
 * those matched; spans: F1 by length of what is marked alike. Masks and polygons: a drawing is a mark, and overlap
 * is the mean IoU of all pairs of whom one drew something. Not defined without such pairs, or when nobody marked. */
struct fs_match_row {
    int64_t pairs, marks, matched; /* pairs of workers; marks of both; matched ones of both */
    bool defined;
    double f1, overlap;
};

struct fs_matches {
    int32_t task_count, worker_count, class_count;
    struct fs_match_row all, *by_task, *by_worker, *by_class;
};
FS_API void fs_matches_free(struct fs_matches *matches);

/* --- boxes --- */

struct fs_box {
    double x, y, width, height;
};
FS_API double fs_box_iou(const struct fs_box *a, const struct fs_box *b);

enum { FS_BOXES_PER_TASK_MAX = 5000 };

struct fs_boxes {
    int64_t count;
    int32_t tasks, workers, classes;
    const int32_t *task, *worker, *label;
    const struct fs_box *box;
};

struct fs_box_options {
    double iou;   /* 0: 0.5 */
    double share; /* 0: 0.5, that is more than half */
    bool equal;
};

struct fs_box_result {
    int32_t task, label, votes, seen;
    struct fs_box box;
    double share; /* weight of those who drew it by that of those who saw the task */
    double iou;   /* mean overlap of their boxes with it */
};

struct fs_mark_worker {
    int64_t marks, results, matched; /* their marks, results of the tasks they saw, of both those that agree */
    double f1;                       /* 2 * matched / (marks + results); 1 when both are 0 */
};

struct fs_box_fit {
    int64_t count;
    struct fs_box_result *result; /* by task, then share */
    int32_t worker_count;
    struct fs_mark_worker *worker;
};

FS_API enum fs_status fs_boxes_merge(const struct fs_boxes *boxes, const struct fs_box_options *options,
                                     struct fs_box_fit **fit, struct fs_problem *problem);
FS_API void fs_box_fit_free(struct fs_box_fit *fit);
/* Boxes of one label match when they overlap by iou (0: 0.5), the most overlapping first. */
FS_API enum fs_status fs_boxes_agree(const struct fs_boxes *boxes, double iou, struct fs_matches **matches,
                                     struct fs_problem *problem);

/* --- spans --- */

enum { FS_SPANS_PER_TASK_MAX = 20000, FS_SPAN_CLASSES_MAX = 200 };

struct fs_spans {
    int64_t count;
    int32_t tasks, workers, classes;
    const int32_t *task, *worker, *label;
    const int64_t *begin, *end; /* end is the first place behind; 0 <= begin < end */
};

struct fs_span_options {
    bool by_length; /* pieces count by their length, as tokens would; else each once */
};

struct fs_span_result {
    int32_t task, label;
    int64_t begin, end;
    double confidence; /* mean posterior of its pieces, by length */
};

struct fs_span_fit {
    int64_t count;
    struct fs_span_result *result; /* by task, then place */
    int32_t worker_count;
    struct fs_mark_worker *worker;
    int iterations;
};

FS_API enum fs_status fs_spans_merge(const struct fs_spans *spans, const struct fs_span_options *options,
                                     struct fs_span_fit **fit, struct fs_problem *problem);
FS_API void fs_span_fit_free(struct fs_span_fit *fit);
/* Spans match when label and both ends are the same. */
FS_API enum fs_status fs_spans_agree(const struct fs_spans *spans, struct fs_matches **matches,
                                     struct fs_problem *problem);

/* --- masks and polygons of one picture --- */

enum fs_mask_method { FS_MASK_STAPLE, FS_MASK_RASA, FS_MASK_MAJORITY };

enum { FS_MASK_WORKERS_MAX = 64, FS_MASK_SIDE_MAX = 20000, FS_POLYGON_POINTS_MAX = 10000 };

struct fs_mask_worker {
    double sensitivity, specificity; /* STAPLE's; of the others, against the result */
    double iou;                      /* with the result; 1 when both are empty */
};

/* mask: workers pointers to width * height bytes, 0: outside. result: 0 or 1; posterior (may be NULL): of being inside;
 * worker: workers rows (may be NULL). */
FS_API enum fs_status fs_masks_merge(int32_t width, int32_t height, int32_t workers, const uint8_t *const *mask,
                                     enum fs_mask_method method, uint8_t *result, double *posterior,
                                     struct fs_mask_worker *worker, struct fs_problem *problem);

struct fs_point {
    double x, y;
};
struct fs_polygon {
    int32_t count;
    struct fs_point *point;
};
/* Inside by the even-odd rule, at the centres of pixels. */
FS_API void fs_polygon_fill(const struct fs_polygon *polygon, int32_t width, int32_t height, uint8_t *mask);

struct fs_polygon_set {
    int32_t count;
    struct fs_polygon *polygon; /* outlines, the largest first */
    double iou;                 /* mean overlap of the workers with them */
};
/* Fills the polygons into pixels (`side` of them along the longer side of their rectangle; 0: 512), merges them as
 * masks and outlines the result. worker: rows of the polygons (may be NULL). */
FS_API enum fs_status fs_polygons_merge(int32_t workers, const struct fs_polygon *polygon, enum fs_mask_method method,
                                        int32_t side, struct fs_polygon_set *set, struct fs_mask_worker *worker,
                                        struct fs_problem *problem);
FS_API void fs_polygon_set_free(struct fs_polygon_set *set);

/* --- masks and polygons of many pictures: agreement --- */

/* Drawings match when they overlap by iou (0: 0.5). An empty one says that the worker saw nothing; of several of a
 * worker the last counts. There are no classes: by_class has one row. */
struct fs_masks {
    int64_t count;
    int32_t tasks, workers;
    const int32_t *task, *worker;
    const int32_t *width, *height; /* the same for all of a task */
    const uint8_t *const *mask;    /* width * height bytes, 0 or 1 */
};
FS_API double fs_mask_iou(int64_t pixels, const uint8_t *a, const uint8_t *b); /* 1 when both are empty */
FS_API enum fs_status fs_masks_agree(const struct fs_masks *masks, double iou, struct fs_matches **matches,
                                     struct fs_problem *problem);

struct fs_polygons {
    int64_t count;
    int32_t tasks, workers;
    const int32_t *task, *worker;
    const struct fs_polygon *polygon; /* compared as pixels, 512 along the longer side of a task's rectangle */
};
FS_API enum fs_status fs_polygons_agree(const struct fs_polygons *polygons, double iou, struct fs_matches **matches,
                                        struct fs_problem *problem);
