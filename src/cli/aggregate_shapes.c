/* `faena aggregate --kind box` and `span`. */
#include <stdlib.h>
#include <string.h>

#include "cli/aggregate_kinds.h"
#include "cli/marks.h"

static void workers_write(const struct mark_rows *m, const struct fs_mark_worker *worker, struct kind_outputs *out) {
    static const char *const columns[] = {"worker", ">marks", ">results", ">matched", ">f1", NULL};
    struct report r;
    if (!out->workers) return;
    report_begin_to(&r, REPORT_CSV, out->workers, columns);
    for (int32_t w = 0; w < m->who.workers.count; w++) {
        report_text(&r, fs_names_text(&m->who.workers, w, NULL));
        report_integer(&r, worker[w].marks);
        report_integer(&r, worker[w].results);
        report_integer(&r, worker[w].matched);
        report_number(&r, worker[w].f1, 4);
    }
    report_end(&r);
}

static void boxes_write(const struct mark_rows *m, const struct fs_box_fit *fit, struct kind_outputs *out) {
    static const char *const columns[] = {"task",   "label", ">x",     ">y",   ">width", ">height",
                                          ">votes", ">seen", ">share", ">iou", NULL};
    struct report r;
    report_begin_to(&r, out->format, out->results, columns);
    for (int64_t i = 0; i < fit->count; i++) {
        const struct fs_box_result *b = &fit->result[i];
        report_text(&r, fs_names_text(&m->who.tasks, b->task, NULL));
        report_text(&r, fs_names_text(&m->labels, b->label, NULL));
        report_number(&r, b->box.x, 2);
        report_number(&r, b->box.y, 2);
        report_number(&r, b->box.width, 2);
        report_number(&r, b->box.height, 2);
        report_integer(&r, b->votes);
        report_integer(&r, b->seen);
        report_number(&r, b->share, 4);
        report_number(&r, b->iou, 4);
    }
    report_end(&r);
    workers_write(m, fit->worker, out);
}

static void agreement_say(const struct fs_matches *matches, const char *overlap) {
    if (matches->all.defined)
        fprintf(stderr, "Two workers agree by F1 %.4f, %s %.4f (%lld pairs).\n", matches->all.f1, overlap,
                matches->all.overlap, (long long)matches->all.pairs);
}

int kind_box(struct cli *cli) {
    static const char *const methods[] = {"cluster", NULL};
    struct mark_rows m = {0};
    struct kind_outputs out;
    struct fs_box_fit *fit = NULL;
    struct fs_matches *matches = NULL;
    struct fs_problem problem = {0};
    struct fs_box_options options = {0};
    const char *iou = cli_value(cli, "iou", "0.5");
    if (!number_parse(iou, &options.iou) || !(options.iou > 0 && options.iou <= 1))
        return cli_usage(cli, "--iou is a number above 0, at most 1, not \"%s\".", iou);
    if (kind_method(cli, methods) < 0 || !rows_columns(cli, BOX_COLUMNS, &m.columns)) return CLI_USAGE;
    int code = rows_read(cli, cli->args[0], box_row, &m);
    struct fs_boxes boxes = marks_boxes(&m);
    if (code == CLI_OK && (fs_boxes_merge(&boxes, &options, &fit, &problem) != FS_OK ||
                           fs_boxes_agree(&boxes, options.iou, &matches, &problem) != FS_OK))
        code = cli_say_wrong(cli, "%s", problem.text);
    if (code == CLI_OK && !kind_outputs_open(cli, &out)) {
        code = CLI_USAGE;
    } else if (code == CLI_OK) {
        boxes_write(&m, fit, &out);
        if (!kind_outputs_close(cli, &out)) code = CLI_FAILED;
        if (!cli_switch(cli, "quiet")) agreement_say(matches, "matched boxes overlap by");
    }
    fs_matches_free(matches);
    fs_box_fit_free(fit);
    mark_rows_free(&m);
    return code;
}

static void spans_write(const struct mark_rows *m, const struct fs_span_fit *fit, struct kind_outputs *out) {
    static const char *const columns[] = {"task", "label", ">start", ">end", ">confidence", NULL};
    struct report r;
    report_begin_to(&r, out->format, out->results, columns);
    for (int64_t i = 0; i < fit->count; i++) {
        const struct fs_span_result *s = &fit->result[i];
        report_text(&r, fs_names_text(&m->who.tasks, s->task, NULL));
        report_text(&r, fs_names_text(&m->labels, s->label, NULL));
        report_integer(&r, s->begin);
        report_integer(&r, s->end);
        report_number(&r, s->confidence, 4);
    }
    report_end(&r);
    workers_write(m, fit->worker, out);
}

int kind_span(struct cli *cli) {
    static const char *const methods[] = {"pieces", "tokens", NULL};
    struct mark_rows m = {0};
    struct kind_outputs out;
    struct fs_span_fit *fit = NULL;
    struct fs_matches *matches = NULL;
    struct fs_problem problem = {0};
    int method = kind_method(cli, methods);
    if (method < 0 || !rows_columns(cli, SPAN_COLUMNS, &m.columns)) return CLI_USAGE;
    int code = rows_read(cli, cli->args[0], span_row, &m);
    struct fs_spans spans = marks_spans(&m);
    struct fs_span_options options = {.by_length = method == 1};
    if (code == CLI_OK && (fs_spans_merge(&spans, &options, &fit, &problem) != FS_OK ||
                           fs_spans_agree(&spans, &matches, &problem) != FS_OK))
        code = cli_say_wrong(cli, "%s", problem.text);
    if (code == CLI_OK && !kind_outputs_open(cli, &out)) {
        code = CLI_USAGE;
    } else if (code == CLI_OK) {
        spans_write(&m, fit, &out);
        if (!kind_outputs_close(cli, &out)) code = CLI_FAILED;
        if (!cli_switch(cli, "quiet")) agreement_say(matches, "by length");
    }
    fs_matches_free(matches);
    fs_span_fit_free(fit);
    mark_rows_free(&m);
    return code;
}
