/* `faena aggregate --kind mask` and `polygon`: one task after the other. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cli/aggregate_kinds.h"
#include "cli/drawings.h"

struct merging {
    struct cli *cli;
    struct drawings in;
    enum fs_mask_method method;
    struct report report, workers;
    double *iou; /* per worker: sum over tasks */
    int64_t *tasks;
};

static const char *const methods[] = {"staple", "rasa", "majority", NULL};

static void mask_write(struct buf *out, const uint8_t *mask, int32_t width, int32_t height) {
    int64_t run = 0;
    int inside = 0;
    buf_printf(out, "{\"size\":[%d,%d],\"counts\":[", height, width);
    for (int32_t x = 0; x < width; x++)
        for (int32_t y = 0; y < height; y++) {
            if (mask[(int64_t)y * width + x] == inside) {
                run++;
                continue;
            }
            buf_printf(out, "%lld,", (long long)run);
            inside = !inside;
            run = 1;
        }
    buf_printf(out, "%lld]}", (long long)run);
}

static int mask_merge(struct merging *d, const struct drawing *const *drawing, int32_t count, struct buf *text,
                      double *iou, struct fs_mask_worker *worker) {
    const uint8_t *mask[FS_MASK_WORKERS_MAX];
    struct fs_problem problem = {0};
    int32_t width = drawing[0]->width, height = drawing[0]->height;
    for (int32_t i = 0; i < count; i++) {
        mask[i] = drawing[i]->mask;
        if (drawing[i]->width != width || drawing[i]->height != height)
            return cli_say_wrong(d->cli, "two masks of one task have different sizes: %d x %d and %d x %d.", width,
                                 height, drawing[i]->width, drawing[i]->height);
    }
    uint8_t *result = mem_alloc((size_t)width * (size_t)height);
    int code = CLI_OK;
    if (fs_masks_merge(width, height, count, mask, d->method, result, NULL, worker, &problem) == FS_OK)
        mask_write(text, result, width, height);
    else
        code = cli_say_wrong(d->cli, "%s", problem.text);
    *iou = 0;
    for (int32_t i = 0; i < count && code == CLI_OK; i++) *iou += worker[i].iou / count;
    free(result);
    return code;
}

static int polygon_merge(struct merging *d, const struct drawing *const *drawing, int32_t count, struct buf *text,
                         double *iou, struct fs_mask_worker *worker) {
    struct fs_polygon polygon[FS_MASK_WORKERS_MAX];
    struct fs_polygon_set set;
    struct fs_problem problem = {0};
    for (int32_t i = 0; i < count; i++) polygon[i] = drawing[i]->polygon;
    if (fs_polygons_merge(count, polygon, d->method, 0, &set, worker, &problem) != FS_OK)
        return cli_say_wrong(d->cli, "%s", problem.text);
    *iou = set.iou;
    buf_add_char(text, '[');
    for (int32_t i = 0; i < set.count; i++) {
        buf_add_text(text, i ? ",[" : "[");
        for (int32_t k = 0; k < set.polygon[i].count; k++)
            buf_printf(text, "%s[%.6g,%.6g]", k ? "," : "", set.polygon[i].point[k].x, set.polygon[i].point[k].y);
        buf_add_char(text, ']');
    }
    buf_add_char(text, ']');
    fs_polygon_set_free(&set);
    return CLI_OK;
}

static int tasks_merge(struct merging *d, bool polygons) {
    int code = CLI_OK;
    int64_t *first = mem_alloc(((size_t)d->in.who.tasks.count + 1) * sizeof *first);
    int64_t *next = mem_alloc(((size_t)d->in.who.count + 1) * sizeof *next); /* 1 + the task's next row */
    for (int64_t i = d->in.who.count; i-- > 0;) {
        next[i] = first[d->in.who.task[i]];
        first[d->in.who.task[i]] = i + 1;
    }
    for (int32_t t = 0; t < d->in.who.tasks.count && code == CLI_OK; t++) {
        const struct drawing *drawing[FS_MASK_WORKERS_MAX] = {0};
        struct fs_mask_worker worker[FS_MASK_WORKERS_MAX];
        CLEANUP(buf_free) struct buf text = {0};
        const char *name = fs_names_text(&d->in.who.tasks, t, NULL);
        int32_t count = 0;
        double iou = 0;
        for (int64_t i = first[t]; i > 0; i = next[i - 1]) {
            if (count == FS_MASK_WORKERS_MAX) {
                code = cli_say_wrong(d->cli, "the task \"%.60s\" has more than %d answers.", name, FS_MASK_WORKERS_MAX);
                break;
            }
            drawing[count++] = &d->in.drawing[i - 1];
        }
        if (code == CLI_OK)
            code = polygons ? polygon_merge(d, drawing, count, &text, &iou, worker)
                            : mask_merge(d, drawing, count, &text, &iou, worker);
        if (code != CLI_OK) break;
        report_text(&d->report, name);
        report_text(&d->report, text.data);
        report_number(&d->report, iou, 4);
        report_integer(&d->report, count);
        for (int32_t i = 0; i < count; i++) {
            d->iou[drawing[i]->worker] += worker[i].iou;
            d->tasks[drawing[i]->worker]++;
        }
    }
    free(first);
    free(next);
    return code;
}

static void workers_write(struct merging *d, struct kind_outputs *out) {
    static const char *const columns[] = {"worker", ">answers", ">iou", NULL};
    if (!out->workers) return;
    report_begin_to(&d->workers, REPORT_CSV, out->workers, columns);
    for (int32_t w = 0; w < d->in.who.workers.count; w++) {
        report_text(&d->workers, fs_names_text(&d->in.who.workers, w, NULL));
        report_integer(&d->workers, d->tasks[w]);
        report_number(&d->workers, d->tasks[w] ? d->iou[w] / (double)d->tasks[w] : 0, 4);
    }
    report_end(&d->workers);
}

static int kind_drawing(struct cli *cli, bool polygons) {
    const char *const columns[] = {"task", polygons ? "polygons" : "mask", ">iou", ">answers", NULL};
    struct merging d = {.cli = cli};
    struct kind_outputs out;
    int method = kind_method(cli, methods);
    if (method < 0 || !rows_columns(cli, polygons ? "task,worker,points" : "task,worker,mask", &d.in.columns))
        return CLI_USAGE;
    d.method = (enum fs_mask_method)method;
    int code = rows_read(cli, cli->args[0], polygons ? polygon_row : mask_row, &d.in);
    d.iou = mem_alloc(((size_t)d.in.who.workers.count + 1) * sizeof *d.iou);
    d.tasks = mem_alloc(((size_t)d.in.who.workers.count + 1) * sizeof *d.tasks);
    if (code == CLI_OK && !kind_outputs_open(cli, &out)) {
        code = CLI_USAGE;
    } else if (code == CLI_OK) {
        report_begin_to(&d.report, out.format, out.results, columns);
        code = tasks_merge(&d, polygons);
        report_end(&d.report);
        if (code == CLI_OK) workers_write(&d, &out);
        if (!kind_outputs_close(cli, &out)) code = CLI_FAILED;
    }
    free(d.iou);
    free(d.tasks);
    drawings_free(&d.in);
    return code;
}

int kind_mask(struct cli *cli) { return kind_drawing(cli, false); }
int kind_polygon(struct cli *cli) { return kind_drawing(cli, true); }
