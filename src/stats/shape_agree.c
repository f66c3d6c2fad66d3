/* How far masks and polygons of several workers overlap: each two workers of a task. */
#include <stdlib.h>
#include <string.h>

#include "shape_match.h"
#include "shape_polygon.h"

double fs_mask_iou(int64_t pixels, const uint8_t *a, const uint8_t *b) {
    int64_t both = 0, either = 0;
    for (int64_t i = 0; i < pixels; i++) {
        both += a[i] && b[i];
        either += a[i] || b[i];
    }
    return either > 0 ? (double)both / (double)either : 1;
}

/* The drawings of one task, one of each worker. */
struct drawn {
    int32_t count, index[FS_MASK_WORKERS_MAX], worker[FS_MASK_WORKERS_MAX];
    const uint8_t *mask[FS_MASK_WORKERS_MAX];
    int64_t pixels;
};

static bool empty(const struct drawn *d, int32_t i) { return !memchr(d->mask[i], 1, (size_t)d->pixels); }

static void task_agree(const struct drawn *d, int32_t task, double least, struct match_sums *sums) {
    bool nothing[FS_MASK_WORKERS_MAX];
    for (int32_t i = 0; i < d->count; i++) nothing[i] = empty(d, i);
    for (int32_t i = 0; i < d->count; i++)
        for (int32_t j = i + 1; j < d->count; j++) {
            fs_matches_pair(sums, task, d->worker[i], d->worker[j]);
            if (nothing[i] && nothing[j]) continue;
            double iou = fs_mask_iou(d->pixels, d->mask[i], d->mask[j]);
            fs_matches_add(sums, &(struct match){.task = task,
                                                 .a = d->worker[i],
                                                 .b = d->worker[j],
                                                 .a_marks = !nothing[i],
                                                 .b_marks = !nothing[j],
                                                 .matched = iou >= least,
                                                 .overlap = iou,
                                                 .overlap_of = 1});
        }
}

/* The task's drawings; of several of a worker the last. */
static enum fs_status task_drawn(const struct marks *marks, int32_t task, struct drawn *d, struct fs_problem *problem) {
    d->count = 0;
    for (size_t k = marks->start[task], end = marks->start[task + 1], next; k < end; k = next) {
        next = fs_marks_end(marks, k, end);
        if (d->count == FS_MASK_WORKERS_MAX)
            return fs_refuse(problem, FS_TOO_LARGE, "More than %d drawings of one picture are not compared.",
                             FS_MASK_WORKERS_MAX);
        d->index[d->count] = marks->order[next - 1];
        d->worker[d->count++] = marks->worker[marks->order[next - 1]];
    }
    return FS_OK;
}

/* Makes d->mask of one task; what it takes from the scratch is freed after the task. */
typedef enum fs_status masks_fn(const void *drawings, struct drawn *d, struct fs_scratch *s,
                                struct fs_problem *problem);

static enum fs_status agree(struct marks *marks, const void *drawings, masks_fn *masks, double iou,
                            struct fs_matches **matches, struct fs_problem *problem) {
    struct fs_scratch s = {0};
    struct match_sums sums = {0};
    struct drawn drawn;
    *matches = NULL;
    if (iou == 0) iou = 0.5;
    if (!(iou > 0 && iou <= 1)) return fs_refuse(problem, FS_INVALID, "The overlap lies between 0 and 1.");
    int32_t *label = fs_scratch_new(&s, marks->count, sizeof *label);
    enum fs_status status = label ? FS_OK : FS_NO_MEMORY;
    marks->label = label;
    marks->classes = 1;
    if (status == FS_OK) status = fs_marks_check(marks, problem);
    if (status == FS_OK && !(fs_marks_sort(marks, &s) && fs_matches_new(marks, &s, &sums))) status = FS_NO_MEMORY;
    for (int32_t t = 0; status == FS_OK && t < marks->tasks; t++) {
        struct fs_scratch own = {0};
        status = task_drawn(marks, t, &drawn, problem);
        if (status == FS_OK && drawn.count > 1) {
            status = masks(drawings, &drawn, &own, problem);
            if (status == FS_OK) task_agree(&drawn, t, iou, &sums);
        }
        fs_scratch_free(&own);
    }
    if (status == FS_OK) {
        fs_matches_finish(&sums);
        *matches = sums.matches;
    } else {
        fs_matches_free(sums.matches);
        if (status == FS_NO_MEMORY) fs_refuse(problem, status, "There is not enough memory for these drawings.");
    }
    fs_scratch_free(&s);
    return status;
}

static enum fs_status masks_of(const void *drawings, struct drawn *d, struct fs_scratch *s,
                               struct fs_problem *problem) {
    const struct fs_masks *m = drawings;
    int32_t width = m->width[d->index[0]], height = m->height[d->index[0]];
    d->pixels = (int64_t)width * height;
    for (int32_t i = 0; i < d->count; i++) {
        int32_t at = d->index[i];
        if (m->width[at] != width || m->height[at] != height || width < 1 || height < 1 || width > FS_MASK_SIDE_MAX ||
            height > FS_MASK_SIDE_MAX)
            return fs_refuse(problem, FS_INVALID,
                             "Masks of one task have one size, 1 to %d pixels a side; mask %d is %d x %d.",
                             FS_MASK_SIDE_MAX, at + 1, m->width[at], m->height[at]);
        d->mask[i] = m->mask[at];
    }
    return FS_OK;
}

enum fs_status fs_masks_agree(const struct fs_masks *masks, double iou, struct fs_matches **matches,
                              struct fs_problem *problem) {
    struct marks marks = {.count = masks->count,
                          .tasks = masks->tasks,
                          .workers = masks->workers,
                          .task = masks->task,
                          .worker = masks->worker};
    return agree(&marks, masks, masks_of, iou, matches, problem);
}

static enum fs_status polygons_of(const void *drawings, struct drawn *d, struct fs_scratch *s,
                                  struct fs_problem *problem) {
    const struct fs_polygons *p = drawings;
    struct fs_polygon polygon[FS_MASK_WORKERS_MAX];
    struct fs_polygon_pixels pixels;
    for (int32_t i = 0; i < d->count; i++) polygon[i] = p->polygon[d->index[i]];
    enum fs_status status = fs_polygons_fill(d->count, polygon, 512, s, &pixels, problem);
    d->pixels = (int64_t)pixels.width * pixels.height;
    for (int32_t i = 0; i < d->count; i++) d->mask[i] = pixels.bytes + d->pixels * i;
    return status;
}

enum fs_status fs_polygons_agree(const struct fs_polygons *polygons, double iou, struct fs_matches **matches,
                                 struct fs_problem *problem) {
    struct marks marks = {.count = polygons->count,
                          .tasks = polygons->tasks,
                          .workers = polygons->workers,
                          .task = polygons->task,
                          .worker = polygons->worker};
    return agree(&marks, polygons, polygons_of, iou, matches, problem);
}
