/* `faena aggregate --kind box` and `span`. */
#include <stdlib.h>
#include <string.h>

#include "cli/aggregate_kinds.h"

struct mark_rows {
    struct columns columns;
    struct who who;
    struct fs_names labels;
    int32_t *label;
    struct fs_box *box;
    int64_t *begin, *end;
    int64_t label_size, box_size, begin_size, end_size;
};

static void mark_rows_free(struct mark_rows *m) {
    who_free(&m->who);
    columns_free(&m->columns);
    fs_names_free(&m->labels);
    free(m->label);
    free(m->box);
    free(m->begin);
    free(m->end);
}

/* The row's numbers, by place of their columns; *given: none is missing, or all are. */
static bool numbers_read(struct rows *rows, const struct mark_rows *m, int first, int count, double *out, bool *given) {
    int there = 0;
    for (int i = 0; i < count; i++) {
        bool one;
        if (!rows_number(rows, m->columns.name[first + i], &out[i], &one)) return false;
        there += one;
    }
    *given = there == count;
    if (there == 0 || there == count) return true;
    for (int i = 0; i < count; i++)
        if (!rows_needed(rows, m->columns.name[first + i])) return false;
    return false;
}

/* Task, worker and label of the row; without numbers it says that the worker saw the task. */
static bool mark_begin(struct rows *rows, struct mark_rows *m, bool given) {
    if (!who_add(rows, &m->columns, &m->who)) return false;
    int64_t at = m->who.count - 1;
    m->label = grown(m->label, at, &m->label_size, sizeof *m->label);
    m->label[at] = FS_ABSTAINED;
    if (!given)
        return json_object_get(rows->data, m->columns.name[3]) || rows->count > 1 ||
               rows_needed(rows, m->columns.name[3]);
    const char *label = rows_text(rows, m->columns.name[2]);
    m->label[at] = rows_name(rows, &m->labels, label ? label : "");
    return m->label[at] >= 0;
}

static bool box_row(struct rows *rows, void *arg) {
    struct mark_rows *m = arg;
    double n[4] = {0, 0, 1, 1};
    bool given;
    if (!numbers_read(rows, m, 3, 4, n, &given) || !mark_begin(rows, m, given)) return false;
    if (given && !(n[2] > 0 && n[3] > 0)) return rows_wrong(rows, "width and height of a box are above 0.");
    m->box = grown(m->box, m->who.count - 1, &m->box_size, sizeof *m->box);
    m->box[m->who.count - 1] = (struct fs_box){n[0], n[1], n[2], n[3]};
    return true;
}

static bool span_row(struct rows *rows, void *arg) {
    struct mark_rows *m = arg;
    double n[2] = {0, 1};
    bool given;
    if (!numbers_read(rows, m, 3, 2, n, &given) || !mark_begin(rows, m, given)) return false;
    if (given && !(n[0] >= 0 && n[0] < n[1] && n[1] <= INT32_MAX && n[0] == (double)(int64_t)n[0] &&
                   n[1] == (double)(int64_t)n[1]))
        return rows_wrong(rows, "a span has whole numbers, begins at 0 or later and ends behind its begin.");
    int64_t at = m->who.count - 1;
    m->begin = grown(m->begin, at, &m->begin_size, sizeof *m->begin);
    m->end = grown(m->end, at, &m->end_size, sizeof *m->end);
    m->begin[at] = (int64_t)n[0];
    m->end[at] = (int64_t)n[1];
    return true;
}

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
    if (kind_method(cli, methods) < 0 || !rows_columns(cli, "task,worker,label,x,y,width,height", &m.columns))
        return CLI_USAGE;
    int code = rows_read(cli, cli->args[0], box_row, &m);
    struct fs_boxes boxes = {
        m.who.count, m.who.tasks.count, m.who.workers.count, m.labels.count, m.who.task, m.who.worker, m.label, m.box};
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
    if (method < 0 || !rows_columns(cli, "task,worker,label,start,end", &m.columns)) return CLI_USAGE;
    int code = rows_read(cli, cli->args[0], span_row, &m);
    struct fs_spans spans = {m.who.count,    m.who.tasks.count, m.who.workers.count,
                             m.labels.count, m.who.task,        m.who.worker,
                             m.label,        m.begin,           m.end};
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
