/* `faena agree --kind box`, `span`, `mask` and `polygon`: how far workers mark the same things. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "cli/agree.h"
#include "cli/drawings.h"
#include "cli/marks.h"
#include "cli/report.h"

static void matches_cells(struct report *r, const struct fs_match_row *row) {
    report_integer(r, row->pairs);
    report_integer(r, row->marks);
    report_integer(r, row->matched);
    if (row->defined) {
        report_number(r, row->f1, 4);
        report_number(r, row->overlap, 4);
    } else {
        report_none(r);
        report_none(r);
    }
}

static bool matches_print(const struct cli *cli, const char *what, const char *overlap, const struct fs_match_row *row,
                          int32_t count, const struct fs_names *names) {
    const char *const columns[] = {what, ">pairs", ">marks", ">matched", ">f1", overlap, NULL};
    struct report r;
    if (!report_begin(&r, cli, columns)) return false;
    for (int32_t i = 0; i < count; i++) {
        report_text(&r, names ? fs_names_text(names, i, NULL) : "all");
        matches_cells(&r, &row[i]);
    }
    report_end(&r);
    return true;
}

int agree_marks(struct cli *cli, bool boxes, int by) {
    struct mark_rows m = {0};
    struct fs_matches *matches = NULL;
    struct fs_problem problem = {0};
    double iou = 0.5;
    const char *text = cli_value(cli, "iou", "0.5"), *overlap = boxes ? ">iou" : ">f1_by_length";
    if (!number_parse(text, &iou) || !(iou > 0 && iou <= 1))
        return cli_usage(cli, "--iou is a number above 0, at most 1, not \"%s\".", text);
    if (by == AGREE_BY_PAIR) return cli_usage(cli, "--by pair goes with labels only, not with --kind.");
    if (!rows_columns(cli, boxes ? BOX_COLUMNS : SPAN_COLUMNS, &m.columns)) return CLI_USAGE;
    int code = rows_read(cli, cli->args[0], boxes ? box_row : span_row, &m);
    struct fs_boxes box = marks_boxes(&m);
    struct fs_spans span = marks_spans(&m);
    if (code == CLI_OK &&
        (boxes ? fs_boxes_agree(&box, iou, &matches, &problem) : fs_spans_agree(&span, &matches, &problem)) != FS_OK)
        code = cli_say_wrong(cli, "%s", problem.text);
    if (code == CLI_OK) {
        const struct fs_matches *g = matches;
        bool good = by == AGREE_BY_TASK ? matches_print(cli, "task", overlap, g->by_task, g->task_count, &m.who.tasks)
                    : by == AGREE_BY_WORKER
                        ? matches_print(cli, "worker", overlap, g->by_worker, g->worker_count, &m.who.workers)
                    : by == AGREE_BY_CLASS
                        ? matches_print(cli, "class", overlap, g->by_class, g->class_count, &m.labels)
                        : matches_print(cli, "of", overlap, &g->all, 1, NULL);
        if (!good) code = CLI_USAGE;
        if (good && !g->all.defined)
            fprintf(stderr,
                    "No two workers saw the same task and marked something: there is no agreement to measure.\n");
    }
    fs_matches_free(matches);
    mark_rows_free(&m);
    return code;
}

/* --- masks and polygons --- */

static enum fs_status drawings_compare(const struct drawings *d, bool polygons, double iou, struct fs_matches **out,
                                       struct fs_problem *problem) {
    size_t count = (size_t)d->who.count;
    int32_t *size = mem_alloc((count * 2 + 1) * sizeof *size);
    const uint8_t **mask = mem_alloc((count + 1) * sizeof *mask);
    struct fs_polygon *polygon = mem_alloc((count + 1) * sizeof *polygon);
    for (size_t i = 0; i < count; i++) {
        size[i] = d->drawing[i].width;
        size[count + i] = d->drawing[i].height;
        mask[i] = d->drawing[i].mask;
        polygon[i] = d->drawing[i].polygon;
    }
    struct fs_masks masks = {
        d->who.count, d->who.tasks.count, d->who.workers.count, d->who.task, d->who.worker, size, size + count, mask};
    struct fs_polygons outlines = {d->who.count, d->who.tasks.count, d->who.workers.count,
                                   d->who.task,  d->who.worker,      polygon};
    enum fs_status status =
        polygons ? fs_polygons_agree(&outlines, iou, out, problem) : fs_masks_agree(&masks, iou, out, problem);
    free(size);
    free(mask);
    free(polygon);
    return status;
}

int agree_drawings(struct cli *cli, bool polygons, int by) {
    struct drawings d = {0};
    struct fs_matches *g = NULL;
    struct fs_problem problem = {0};
    double iou = 0.5;
    const char *text = cli_value(cli, "iou", "0.5");
    if (!number_parse(text, &iou) || !(iou > 0 && iou <= 1))
        return cli_usage(cli, "--iou is a number above 0, at most 1, not \"%s\".", text);
    if (by == AGREE_BY_PAIR || by == AGREE_BY_CLASS)
        return cli_usage(cli, "with --kind mask and polygon --by is all, task or worker.");
    if (!rows_columns(cli, polygons ? POLYGON_COLUMNS : MASK_COLUMNS, &d.columns)) return CLI_USAGE;
    int code = rows_read(cli, cli->args[0], polygons ? polygon_row : mask_row, &d);
    if (code == CLI_OK && drawings_compare(&d, polygons, iou, &g, &problem) != FS_OK)
        code = cli_say_wrong(cli, "%s", problem.text);
    if (code == CLI_OK) {
        bool good = by == AGREE_BY_TASK ? matches_print(cli, "task", ">iou", g->by_task, g->task_count, &d.who.tasks)
                    : by == AGREE_BY_WORKER
                        ? matches_print(cli, "worker", ">iou", g->by_worker, g->worker_count, &d.who.workers)
                        : matches_print(cli, "of", ">iou", &g->all, 1, NULL);
        if (!good) code = CLI_USAGE;
        if (good && !g->all.defined)
            fprintf(stderr, "No two workers saw the same task and drew something: there is no agreement to measure.\n");
    }
    fs_matches_free(g);
    drawings_free(&d);
    return code;
}
