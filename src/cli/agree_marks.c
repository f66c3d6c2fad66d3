/* `faena agree --kind box` and `span`: how far workers mark the same things. */
#include <stdio.h>

#include "cli/agree.h"
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
