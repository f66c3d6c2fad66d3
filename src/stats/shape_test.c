/* Boxes, spans, masks and polygons: small cases by hand, truth of simulated workers, bad input. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stats/faena-stats.h"
#include "stats/numeric.h"

static void near(double got, double wanted, double tolerance) {
    if (!(fabs(got - wanted) <= tolerance)) fail_msg("%.12g, not %.12g", got, wanted);
}

enum { MOST = 4000 };

struct sheet {
    int32_t task[MOST], worker[MOST], label[MOST];
    struct fs_box box[MOST];
    int64_t begin[MOST], end[MOST], count;
};

static void box(struct sheet *s, int task, int worker, int label, double x, double y, double width, double height) {
    assert_true(s->count < MOST);
    s->task[s->count] = task;
    s->worker[s->count] = worker;
    s->label[s->count] = label;
    s->box[s->count++] = (struct fs_box){x, y, width, height};
}

static void span(struct sheet *s, int task, int worker, int label, int begin, int end) {
    box(s, task, worker, label, 0, 0, 1, 1);
    s->begin[s->count - 1] = begin;
    s->end[s->count - 1] = end;
}

static struct fs_boxes boxes_of(const struct sheet *s, int tasks, int workers, int classes) {
    return (struct fs_boxes){s->count, tasks, workers, classes, s->task, s->worker, s->label, s->box};
}

static struct fs_spans spans_of(const struct sheet *s, int tasks, int workers, int classes) {
    return (struct fs_spans){s->count, tasks, workers, classes, s->task, s->worker, s->label, s->begin, s->end};
}

static struct fs_box_fit *merged(const struct sheet *s, int tasks, int workers, int classes) {
    struct fs_boxes boxes = boxes_of(s, tasks, workers, classes);
    struct fs_box_fit *fit;
    struct fs_problem problem = {0};
    if (fs_boxes_merge(&boxes, NULL, &fit, &problem) != FS_OK) fail_msg("%s", problem.text);
    return fit;
}

static void boxes_by_hand(void **state) {
    struct sheet *s = calloc(1, sizeof *s);
    near(fs_box_iou(&(struct fs_box){0, 0, 2, 2}, &(struct fs_box){1, 0, 2, 2}), 1.0 / 3, 1e-15);
    near(fs_box_iou(&(struct fs_box){0, 0, 1, 1}, &(struct fs_box){1, 0, 1, 1}), 0, 0);
    /* Three see a dog; two see a cat; one sees something more; on task 1 one of three draws. */
    for (int w = 0; w < 3; w++) box(s, 0, w, 0, 10 + w, 10, 100, 50);
    for (int w = 0; w < 2; w++) box(s, 0, w, 1, 200, 200 + w, 30, 30);
    box(s, 0, 2, 1, 500, 500, 9, 9);
    box(s, 1, 0, 1, 5, 5, 9, 9);
    box(s, 1, 1, FS_ABSTAINED, 0, 0, 0, 0);
    box(s, 1, 2, FS_ABSTAINED, 0, 0, 0, 0);
    struct fs_box_fit *fit = merged(s, 2, 3, 2);
    assert_int_equal(fit->count, 2);
    assert_int_equal(fit->result[0].label, 0);
    assert_int_equal(fit->result[0].votes, 3);
    assert_int_equal(fit->result[0].seen, 3);
    near(fit->result[0].share, 1, 1e-12);
    near(fit->result[0].box.x, 11, 1e-12);
    near(fit->result[0].box.width, 100, 1e-12);
    assert_int_equal(fit->result[1].label, 1);
    assert_int_equal(fit->result[1].votes, 2);
    near(fit->worker[1].f1, 1, 1e-12);
    near(fit->worker[2].f1, 2.0 * 1 / (2 + 2), 1e-12);
    fs_box_fit_free(fit);
    struct fs_boxes boxes = boxes_of(s, 2, 3, 2);
    struct fs_matches *m;
    assert_int_equal(fs_boxes_agree(&boxes, 0, &m, NULL), FS_OK);
    assert_int_equal(m->all.pairs, 6);
    assert_int_equal(m->all.matched, 2 * 4);   /* three pairs of dogs, one of cats */
    assert_int_equal(m->all.marks, 3 * 4 + 2); /* two each on task 0; task 1: 1 + 0, 1 + 0, 0 + 0 */
    near(m->all.f1, 8.0 / 14, 1e-12);
    near(m->by_class[0].f1, 1, 1e-12);
    near(m->by_task[1].f1, 0, 0);
    assert_true(m->by_worker[2].f1 < m->by_worker[1].f1);
    fs_matches_free(m);
    free(s);
}

/* Boxes drawn with noise; one worker draws at random, one misses half. */
static void boxes_find_the_truth(void **state) {
    enum { TASKS = 40, WORKERS = 5, OBJECTS = 3 };
    struct fs_random random = fs_random_stream(2, 2);
    struct sheet *s = calloc(1, sizeof *s);
    struct fs_box truth[TASKS][OBJECTS];
    for (int t = 0; t < TASKS; t++)
        for (int o = 0; o < OBJECTS; o++)
            truth[t][o] =
                (struct fs_box){300 * o + 50 * fs_random_uniform(&random), 100 * fs_random_uniform(&random), 100, 80};
    for (int t = 0; t < TASKS; t++)
        for (int w = 0; w < WORKERS; w++) {
            box(s, t, w, FS_ABSTAINED, 0, 0, 0, 0); /* saw it */
            for (int o = 0; o < OBJECTS; o++) {
                const struct fs_box *b = &truth[t][o];
                double noise = 4;
                if (w == 3 && fs_random_below(&random, 2)) continue;
                if (w == 4)
                    box(s, t, w, o, 900 * fs_random_uniform(&random), 300 * fs_random_uniform(&random), 60, 60);
                else
                    box(s, t, w, o, b->x + noise * fs_random_normal(&random), b->y + noise * fs_random_normal(&random),
                        b->width + noise * fs_random_normal(&random), b->height + noise * fs_random_normal(&random));
            }
        }
    struct fs_box_fit *fit = merged(s, TASKS, WORKERS, OBJECTS);
    int found = 0;
    double iou = 0;
    for (int64_t i = 0; i < fit->count; i++) {
        double own = fs_box_iou(&fit->result[i].box, &truth[fit->result[i].task][fit->result[i].label]);
        found += own > 0.7;
        iou += own / (double)fit->count;
    }
    assert_true(found >= TASKS * OBJECTS * 97 / 100 && fit->count <= TASKS * OBJECTS * 103 / 100);
    assert_true(iou > 0.85);
    assert_true(fit->worker[4].f1 < 0.1 && fit->worker[3].f1 < fit->worker[0].f1 && fit->worker[0].f1 > 0.95);
    fs_box_fit_free(fit);
    free(s);
}

static void spans_by_hand(void **state) {
    struct sheet *s = calloc(1, sizeof *s);
    /* Two of three mark 0-5 as A; all mark 10-20 as B, one of them as 10-15 and 15-20; task 1: nobody but one. */
    for (int w = 0; w < 2; w++) span(s, 0, w, 0, 0, 5);
    for (int w = 0; w < 2; w++) span(s, 0, w, 1, 10, 20);
    span(s, 0, 2, 1, 10, 15);
    span(s, 0, 2, 1, 15, 20);
    span(s, 1, 0, 0, 3, 4);
    for (int w = 1; w < 3; w++) span(s, 1, w, FS_ABSTAINED, 0, 0);
    struct fs_spans spans = spans_of(s, 2, 3, 2);
    struct fs_span_fit *fit;
    assert_int_equal(fs_spans_merge(&spans, NULL, &fit, NULL), FS_OK);
    assert_int_equal(fit->count, 2);
    assert_int_equal(fit->result[0].begin, 0);
    assert_int_equal(fit->result[0].end, 5);
    assert_int_equal(fit->result[0].label, 0);
    assert_int_equal(fit->result[1].begin, 10);
    assert_int_equal(fit->result[1].end, 20); /* joined: only one began anew */
    assert_true(fit->result[1].confidence > 0.9 && fit->result[1].confidence <= 1);
    near(fit->worker[1].f1, 1, 1e-12);
    near(fit->worker[2].f1, 0, 1e-12);
    fs_span_fit_free(fit);
    struct fs_matches *m;
    assert_int_equal(fs_spans_agree(&spans, &m, NULL), FS_OK);
    assert_int_equal(m->all.pairs, 6);
    assert_int_equal(m->all.matched, 2 * 2);
    near(m->by_class[1].f1, 2.0 / (2 + 3 + 3), 1e-12);
    near(m->by_class[1].overlap, 1, 1e-12); /* the same characters */
    near(m->by_class[0].overlap, 2.0 * 5 / (5 + 5 + 5 + 5 + 1 + 1), 1e-12);
    fs_matches_free(m);
    /* All begin anew in the middle: two spans. */
    s->count = 0;
    for (int w = 0; w < 3; w++) {
        span(s, 0, w, 0, 0, 5);
        span(s, 0, w, 0, 5, 9);
    }
    spans = spans_of(s, 1, 3, 1);
    assert_int_equal(fs_spans_merge(&spans, NULL, &fit, NULL), FS_OK);
    assert_int_equal(fit->count, 2);
    fs_span_fit_free(fit);
    free(s);
}

/* Good workers, and one who calls everything B: the model sees through it. */
static void spans_find_the_truth(void **state) {
    enum { TASKS = 60, WORKERS = 4 };
    struct fs_random random = fs_random_stream(6, 1);
    struct sheet *s = calloc(1, sizeof *s);
    int label[TASKS];
    for (int t = 0; t < TASKS; t++) {
        label[t] = (int)fs_random_below(&random, 2);
        for (int w = 0; w < WORKERS; w++) {
            bool misses = w < 3 && fs_random_below(&random, 8) == 0, slips = fs_random_below(&random, 8) == 0;
            if (misses)
                span(s, t, w, FS_ABSTAINED, 0, 0);
            else
                span(s, t, w, w == 3 ? 1 : label[t], 10, slips ? 24 : 20);
        }
    }
    struct fs_spans spans = spans_of(s, TASKS, WORKERS, 2);
    for (int by_length = 0; by_length < 2; by_length++) {
        struct fs_span_fit *fit;
        int right = 0;
        assert_int_equal(fs_spans_merge(&spans, &(struct fs_span_options){.by_length = by_length}, &fit, NULL), FS_OK);
        for (int64_t i = 0; i < fit->count; i++)
            right += fit->result[i].label == label[fit->result[i].task] && fit->result[i].begin == 10 &&
                     fit->result[i].end == 20;
        assert_true(right >= TASKS * 85 / 100 && fit->count <= TASKS + 4);
        assert_true(fit->worker[3].f1 < 0.7 && fit->worker[0].f1 > 0.7);
        fs_span_fit_free(fit);
    }
    free(s);
}

/* --- masks --- */

enum { WIDTH = 120, HEIGHT = 80, SIZE = WIDTH * HEIGHT };

static double mask_iou(const uint8_t *a, const uint8_t *b) {
    double both = 0, either = 0;
    for (int i = 0; i < SIZE; i++) {
        both += a[i] && b[i];
        either += a[i] || b[i];
    }
    return both / either;
}

static void ellipse(uint8_t *mask, double x0, double y0, double rx, double ry) {
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) mask[y * WIDTH + x] = pow((x - x0) / rx, 2) + pow((y - y0) / ry, 2) < 1;
}

static void masks(void **state) {
    static uint8_t truth[SIZE], drawn[5][SIZE], result[SIZE];
    static double posterior[SIZE];
    struct fs_random random = fs_random_stream(3, 3);
    ellipse(truth, 60, 40, 40, 25);
    const uint8_t *mask[5];
    /* Three draw well with rough edges, one far too much, one half of it. */
    for (int w = 0; w < 5; w++) {
        if (w < 3) ellipse(drawn[w], 59 + w, 40 + 2 * fs_random_normal(&random), 40, 25);
        if (w == 3) ellipse(drawn[w], 60, 40, 58, 39);
        if (w == 4) ellipse(drawn[w], 45, 40, 22, 20);
        mask[w] = drawn[w];
    }
    for (int method = FS_MASK_STAPLE; method <= FS_MASK_MAJORITY; method++) {
        struct fs_mask_worker worker[5];
        assert_int_equal(
            fs_masks_merge(WIDTH, HEIGHT, 5, mask, (enum fs_mask_method)method, result, posterior, worker, NULL),
            FS_OK);
        assert_true(mask_iou(result, truth) > 0.9);
        for (int w = 0; w < 3; w++) assert_true(worker[w].iou > 0.85 && worker[w].sensitivity > 0.9);
        assert_true(worker[3].iou < 0.65 && worker[4].iou < 0.6 && worker[4].sensitivity < 0.7);
        assert_true(worker[3].specificity < worker[0].specificity);
        for (int i = 0; i < SIZE; i++)
            assert_true(posterior[i] >= 0 && posterior[i] <= 1 && (posterior[i] > 0.5) == result[i]);
    }
    /* Nobody marks; one alone; a pixel of one of two. */
    memset(drawn, 0, sizeof drawn);
    struct fs_mask_worker worker[5];
    assert_int_equal(fs_masks_merge(WIDTH, HEIGHT, 2, mask, FS_MASK_STAPLE, result, NULL, worker, NULL), FS_OK);
    near(worker[0].iou, 1, 0);
    drawn[0][5] = 1;
    assert_int_equal(fs_masks_merge(WIDTH, HEIGHT, 1, mask, FS_MASK_STAPLE, result, NULL, worker, NULL), FS_OK);
    assert_int_equal(result[5], 1);
    assert_int_equal(fs_masks_merge(WIDTH, HEIGHT, 2, mask, FS_MASK_MAJORITY, result, NULL, NULL, NULL), FS_OK);
    assert_int_equal(result[5], 0);
}

static void polygons(void **state) {
    static uint8_t mask[SIZE];
    struct fs_point square[] = {{10, 10}, {60, 10}, {60, 60}, {10, 60}},
                    shifted[] = {{12, 10}, {62, 10}, {62, 60}, {12, 60}};
    struct fs_point bow[] = {{0, 0}, {20, 20}, {20, 0}, {0, 20}};
    struct fs_polygon given[] = {{4, square}, {4, square}, {4, shifted}, {0, NULL}};
    fs_polygon_fill(&given[0], WIDTH, HEIGHT, mask);
    int inside = 0;
    for (int i = 0; i < SIZE; i++) inside += mask[i];
    assert_int_equal(inside, 50 * 50);
    fs_polygon_fill(&(struct fs_polygon){4, bow}, WIDTH, HEIGHT, mask);
    inside = 0;
    for (int i = 0; i < SIZE; i++) inside += mask[i];
    assert_true(inside > 180 && inside < 220); /* two triangles of 100 */
    struct fs_polygon_set set;
    struct fs_mask_worker worker[4];
    assert_int_equal(fs_polygons_merge(3, given, FS_MASK_MAJORITY, 0, &set, worker, NULL), FS_OK);
    assert_int_equal(set.count, 1);
    assert_int_equal(set.polygon[0].count, 4);
    for (int i = 0; i < 4; i++) {
        double x = set.polygon[0].point[i].x, y = set.polygon[0].point[i].y;
        assert_true((fabs(x - 10) < 0.2 || fabs(x - 60) < 0.2) && (fabs(y - 10) < 0.2 || fabs(y - 60) < 0.2));
    }
    near(worker[0].iou, 1, 0.01);
    near(worker[2].iou, 48.0 / 52, 0.01);
    fs_polygon_set_free(&set);
    /* Two pieces, and one with a hole: outlines of outsides only. */
    struct fs_point two[] = {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}, {30, 0}, {50, 0}, {50, 20}, {30, 20}, {30, 0}};
    struct fs_point ring[] = {{0, 0},   {40, 0},  {40, 40}, {0, 40},  {0, 0},
                              {10, 10}, {30, 10}, {30, 30}, {10, 30}, {10, 10}};
    assert_int_equal(fs_polygons_merge(1, &(struct fs_polygon){10, two}, FS_MASK_MAJORITY, 500, &set, NULL, NULL),
                     FS_OK);
    assert_int_equal(set.count, 2);
    assert_true(set.polygon[0].point[0].x > 29);
    fs_polygon_set_free(&set);
    assert_int_equal(fs_polygons_merge(1, &(struct fs_polygon){10, ring}, FS_MASK_MAJORITY, 400, &set, NULL, NULL),
                     FS_OK);
    assert_int_equal(set.count, 1);
    fs_polygon_set_free(&set);
    assert_int_equal(fs_polygons_merge(1, &given[3], FS_MASK_STAPLE, 0, &set, NULL, NULL), FS_OK); /* nothing drawn */
    assert_int_equal(set.count, 0);
}

/* Two alike, one who drew half, one who saw nothing; and a task of one. */
static void drawings_agree(void **state) {
    static const uint8_t whole[] = {1, 1, 1, 1, 0, 0}, half[] = {1, 1, 0, 0, 0, 0}, none[6];
    const uint8_t *mask[] = {none, whole, whole, half, none, whole};
    const int32_t task[] = {0, 0, 0, 0, 0, 1}, worker[] = {0, 0, 1, 2, 3, 0}; /* of worker 0 the last counts */
    const int32_t width[] = {3, 3, 3, 3, 3, 2}, height[] = {2, 2, 2, 2, 2, 3};
    struct fs_masks masks = {6, 2, 4, task, worker, width, height, mask};
    struct fs_matches *m;
    struct fs_problem problem = {0};
    assert_int_equal(fs_masks_agree(&masks, 0, &m, &problem), FS_OK);
    assert_int_equal(m->all.pairs, 6);
    assert_int_equal(m->all.marks, 9); /* three pairs of two, three with the one who saw nothing */
    assert_int_equal(m->all.matched, 6);
    near(m->all.overlap, (1 + .5 + .5) / 6, 1e-12);
    near(m->by_worker[2].f1, 4.0 / 5, 1e-12);
    near(m->by_worker[3].overlap, 0, 0);
    assert_false(m->by_task[1].defined);
    fs_matches_free(m);
    assert_int_equal(fs_masks_agree(&masks, 0.6, &m, &problem), FS_OK);
    assert_int_equal(m->all.matched, 2);
    fs_matches_free(m);
    struct fs_point square[] = {{0, 0}, {40, 0}, {40, 40}, {0, 40}}, left[] = {{0, 0}, {20, 0}, {20, 40}, {0, 40}};
    struct fs_polygon polygon[] = {{4, square}, {4, left}, {0, NULL}};
    const int32_t one[] = {0, 0, 0}, workers[] = {0, 1, 2};
    struct fs_polygons polygons = {3, 1, 3, one, workers, polygon};
    assert_int_equal(fs_polygons_agree(&polygons, 0.4, &m, &problem), FS_OK);
    assert_int_equal(m->all.matched, 2);
    near(m->all.overlap, .5 / 3, 0.01);
    fs_matches_free(m);
    /* Nobody drew; two sizes; no such worker; no number. */
    polygons.polygon = (struct fs_polygon[3]){0};
    assert_int_equal(fs_polygons_agree(&polygons, 0, &m, &problem), FS_OK);
    assert_false(m->all.defined);
    fs_matches_free(m);
    masks.width = height;
    masks.height = (const int32_t[]){3, 3, 3, 4, 3, 3};
    assert_int_equal(fs_masks_agree(&masks, 0, &m, &problem), FS_INVALID);
    masks.workers = 2;
    assert_int_equal(fs_masks_agree(&masks, 0, &m, &problem), FS_INVALID);
    square[0].x = NAN;
    polygons.polygon = polygon;
    assert_int_equal(fs_polygons_agree(&polygons, 0, &m, &problem), FS_INVALID);
    polygons.count = 0;
    assert_int_equal(fs_polygons_agree(&polygons, 0, &m, &problem), FS_EMPTY);
}

static void bad_input(void **state) {
    struct sheet *s = calloc(1, sizeof *s);
    struct fs_problem problem = {0};
    struct fs_box_fit *box_fit;
    struct fs_span_fit *span_fit;
    struct fs_matches *matches;
    struct fs_boxes boxes = boxes_of(s, 1, 1, 1);
    struct fs_spans spans = spans_of(s, 1, 1, 1);
    assert_int_equal(fs_boxes_merge(&boxes, NULL, &box_fit, &problem), FS_EMPTY);
    assert_int_equal(fs_spans_merge(&spans, NULL, &span_fit, &problem), FS_EMPTY);
    assert_int_equal(fs_boxes_agree(&boxes, 0, &matches, &problem), FS_EMPTY);
    const double bad[][4] = {{NAN, 0, 1, 1}, {0, INFINITY, 1, 1}, {0, 0, 0, 1},
                             {0, 0, 1, -1},  {0, 0, NAN, 1},      {2e9, 0, 1, 1}};
    for (int i = 0; i < 6; i++) {
        s->count = 0;
        box(s, 0, 0, 0, bad[i][0], bad[i][1], bad[i][2], bad[i][3]);
        boxes = boxes_of(s, 1, 1, 1);
        assert_int_equal(fs_boxes_merge(&boxes, NULL, &box_fit, &problem), FS_INVALID);
        assert_non_null(strstr(problem.text, "Box 1"));
    }
    const int places[][2] = {{-1, 2}, {2, 2}, {3, 2}};
    for (int i = 0; i < 3; i++) {
        s->count = 0;
        span(s, 0, 0, 0, places[i][0], places[i][1]);
        spans = spans_of(s, 1, 1, 1);
        assert_int_equal(fs_spans_merge(&spans, NULL, &span_fit, &problem), FS_INVALID);
        assert_int_equal(fs_spans_agree(&spans, &matches, &problem), FS_INVALID);
    }
    s->worker[0] = 1;
    assert_int_equal(fs_spans_merge(&spans, NULL, &span_fit, &problem), FS_INVALID);
    /* One worker alone; nobody marked anything. */
    s->count = 0;
    box(s, 0, 0, 0, 0, 0, 1, 1);
    boxes = boxes_of(s, 1, 1, 1);
    assert_int_equal(fs_boxes_merge(&boxes, NULL, &box_fit, &problem), FS_OK);
    assert_int_equal(box_fit->count, 1);
    fs_box_fit_free(box_fit);
    assert_int_equal(fs_boxes_agree(&boxes, 0, &matches, &problem), FS_OK);
    assert_false(matches->all.defined);
    fs_matches_free(matches);
    s->label[0] = FS_ABSTAINED;
    boxes.classes = spans.classes = 0;
    spans.count = 1;
    s->worker[0] = 0;
    assert_int_equal(fs_boxes_merge(&boxes, NULL, &box_fit, &problem), FS_OK);
    assert_int_equal(box_fit->count, 0);
    near(box_fit->worker[0].f1, 1, 0);
    fs_box_fit_free(box_fit);
    assert_int_equal(fs_spans_merge(&spans, NULL, &span_fit, &problem), FS_OK);
    assert_int_equal(span_fit->count, 0);
    fs_span_fit_free(span_fit);
    uint8_t pixel = 1, out;
    const uint8_t *mask[] = {&pixel};
    assert_int_equal(fs_masks_merge(1, 1, 0, mask, FS_MASK_STAPLE, &out, NULL, NULL, &problem), FS_EMPTY);
    assert_int_equal(fs_masks_merge(0, 1, 1, mask, FS_MASK_STAPLE, &out, NULL, NULL, &problem), FS_INVALID);
    assert_int_equal(fs_masks_merge(1, 1, 65, mask, FS_MASK_STAPLE, &out, NULL, NULL, &problem), FS_TOO_LARGE);
    struct fs_polygon_set set;
    struct fs_point line[] = {{0, 0}, {1, 1}, {NAN, 0}};
    assert_int_equal(fs_polygons_merge(1, &(struct fs_polygon){2, line}, FS_MASK_STAPLE, 0, &set, NULL, &problem),
                     FS_INVALID);
    assert_int_equal(fs_polygons_merge(1, &(struct fs_polygon){3, line}, FS_MASK_STAPLE, 0, &set, NULL, &problem),
                     FS_INVALID);
    free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_by_hand),  cmocka_unit_test(boxes_find_the_truth),
        cmocka_unit_test(spans_by_hand),  cmocka_unit_test(spans_find_the_truth),
        cmocka_unit_test(masks),          cmocka_unit_test(polygons),
        cmocka_unit_test(drawings_agree), cmocka_unit_test(bad_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
