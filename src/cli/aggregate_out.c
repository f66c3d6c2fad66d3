/* What `faena aggregate` writes: tasks, workers, matrices. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json_out.h"
#include "cli/aggregate.h"

enum { FLUSH_BYTES = 1 << 16, TABLE_TASKS = 20, TABLE_WORKERS = 10 };

static void flush(struct buf *b, FILE *out, bool all) {
    if (b->len < FLUSH_BYTES && !all) return;
    fwrite(b->data, 1, b->len, out);
    buf_clear(b);
}

/* --- CSV --- */

static void csv_text(struct buf *b, const char *text) {
    if (!text[strcspn(text, ",\"\r\n;")]) {
        buf_add_text(b, text);
        return;
    }
    buf_add_char(b, '"');
    for (; *text; text++) {
        if (*text == '"') buf_add_char(b, '"');
        buf_add_char(b, *text);
    }
    buf_add_char(b, '"');
}

static const char *class_text(const struct aggregate *a, int32_t class) {
    return class < 0 ? "" : fs_names_text(&a->data.classes, class, NULL);
}

static bool is_fixed(const struct aggregate *a, int32_t task) { return a->fixed && a->fixed[task] >= 0; }

static const char *label_text(const struct aggregate *a, int32_t task) {
    return is_fixed(a, task) ? fs_names_text(&a->fixes, a->fixed[task], NULL) : class_text(a, a->fit->label[task]);
}

static void tasks_csv(const struct aggregate *a, FILE *out, bool posteriors) {
    CLEANUP(buf_free) struct buf b = {0};
    const struct fs_fit *fit = a->fit;
    buf_add_text(&b, a->fixed ? "task,label,confidence,tied,answers,fixed" : "task,label,confidence,tied,answers");
    for (int32_t k = 0; posteriors && fit->posterior && k < fit->class_count; k++) {
        buf_add_text(&b, ",");
        csv_text(&b, class_text(a, k));
    }
    buf_add_char(&b, '\n');
    for (int32_t t = 0; t < fit->task_count; t++) {
        csv_text(&b, fs_names_text(&a->data.tasks, t, NULL));
        buf_add_char(&b, ',');
        csv_text(&b, label_text(a, t));
        buf_printf(&b, ",%.6f,%d,%lld", fit->confidence[t], fit->tied[t],
                   (long long)(a->answers->start[t + 1] - a->answers->start[t]));
        if (a->fixed) buf_printf(&b, ",%d", is_fixed(a, t));
        for (int32_t k = 0; posteriors && fit->posterior && k < fit->class_count; k++)
            buf_printf(&b, ",%.6g", fit->posterior[(int64_t)t * fit->class_count + k]);
        buf_add_char(&b, '\n');
        flush(&b, out, false);
    }
    flush(&b, out, true);
}

/* Labels that apply, then each label's probability. */
static void sets_csv(const struct aggregate *a, FILE *out) {
    CLEANUP(buf_free) struct buf b = {0};
    const struct fs_multi *multi = a->multi;
    buf_add_text(&b, "task,labels");
    for (int32_t k = 0; k < multi->class_count; k++) {
        buf_add_char(&b, ',');
        csv_text(&b, class_text(a, k));
    }
    buf_add_char(&b, '\n');
    for (int32_t t = 0; t < multi->task_count; t++) {
        const double *p = multi->probability + (int64_t)t * multi->class_count;
        CLEANUP(buf_free) struct buf set = {0};
        csv_text(&b, fs_names_text(&a->data.tasks, t, NULL));
        for (int32_t k = 0; k < multi->class_count; k++)
            if (p[k] > 0.5) buf_printf(&set, "%s%s", set.len ? "|" : "", class_text(a, k));
        buf_add_char(&b, ',');
        csv_text(&b, set.data ? set.data : "");
        for (int32_t k = 0; k < multi->class_count; k++) buf_printf(&b, ",%.6f", p[k]);
        buf_add_char(&b, '\n');
        flush(&b, out, false);
    }
    flush(&b, out, true);
}

void aggregate_workers_write(const struct aggregate *a, FILE *out) {
    CLEANUP(buf_free) struct buf b = {0};
    const struct fs_fit *fit = a->fit;
    buf_add_text(&b, "worker,answers,abstained,accuracy,low,high\n");
    for (int32_t w = 0; w < a->data.workers.count; w++) {
        double low = 0, high = 0;
        csv_text(&b, fs_names_text(&a->data.workers, w, NULL));
        if (fit) fs_fit_skill_interval(fit, w, &low, &high);
        if (fit)
            buf_printf(&b, ",%lld,%d,%.6f,%.6f,%.6f\n", (long long)fit->answered[w], a->answers->abstained_by[w],
                       fit->skill[w], low, high);
        else
            buf_printf(&b, ",%lld,,%.6f,,\n", (long long)a->multi->answered[w], a->multi->skill[w]);
        flush(&b, out, false);
    }
    flush(&b, out, true);
}

void aggregate_confusion_write(const struct aggregate *a, FILE *out) {
    CLEANUP(buf_free) struct buf b = {0};
    const struct fs_fit *fit = a->fit;
    int32_t answers = fs_fit_answer_count(fit), classes = fit->class_count;
    size_t cells = (size_t)classes * (size_t)answers;
    double *matrix = mem_alloc(cells * 3 * sizeof *matrix), *low = matrix + cells, *high = low + cells;
    buf_add_text(&b, "worker,truth,answer,probability,low,high\n");
    for (int32_t w = 0; w < fit->worker_count; w++) {
        if (fs_fit_confusion(fit, w, matrix, low, high) != FS_OK) break;
        for (int32_t k = 0; k < classes; k++)
            for (int32_t l = 0; l < answers; l++) {
                size_t cell = (size_t)k * (size_t)answers + (size_t)l;
                csv_text(&b, fs_names_text(&a->data.workers, w, NULL));
                buf_add_char(&b, ',');
                csv_text(&b, class_text(a, k));
                buf_add_char(&b, ',');
                csv_text(&b, l < classes ? class_text(a, l) : "(abstained)");
                buf_printf(&b, ",%.6f,%.6f,%.6f\n", matrix[cell], low[cell], high[cell]);
            }
        flush(&b, out, false);
    }
    flush(&b, out, true);
    free(matrix);
}

/* --- JSON --- */

/* Names are any bytes; JSON wants UTF-8. */
static void out_name(struct json_out *o, const struct fs_names *names, int32_t number) {
    size_t len;
    const char *text = fs_names_text(names, number, &len);
    CLEANUP(buf_free) struct buf clean = {0};
    if (str_utf8_valid((str){text, len})) {
        out_str(o, (str){text, len});
        return;
    }
    for (size_t i = 0; i < len; i++)
        buf_add_text(&clean, (unsigned char)text[i] < 0x80 ? (char[]){text[i], 0} : "\xef\xbf\xbd");
    out_str(o, buf_str(&clean));
}

static void labels_json(const struct aggregate *a, struct json_out *o, struct buf *b, FILE *out, bool posteriors) {
    const struct fs_fit *fit = a->fit;
    out_key(o, "tasks");
    out_array_begin(o);
    for (int32_t t = 0; t < fit->task_count; t++) {
        out_object_begin(o);
        out_key(o, "task");
        out_name(o, &a->data.tasks, t);
        out_key(o, "label");
        if (is_fixed(a, t))
            out_name(o, &a->fixes, a->fixed[t]);
        else if (fit->label[t] < 0)
            out_null(o);
        else
            out_name(o, &a->data.classes, fit->label[t]);
        out_set_double(o, "confidence", fit->confidence[t]);
        out_set_bool(o, "tied", fit->tied[t]);
        if (a->fixed) out_set_bool(o, "fixed", is_fixed(a, t));
        out_set_int(o, "answers", a->answers->start[t + 1] - a->answers->start[t]);
        if (posteriors && fit->posterior) {
            out_key(o, "posterior");
            out_array_begin(o);
            for (int32_t k = 0; k < fit->class_count; k++)
                out_double(o, fit->posterior[(int64_t)t * fit->class_count + k]);
            out_end(o);
        }
        out_end(o);
        flush(b, out, false);
    }
    out_end(o);
}

static void sets_json(const struct aggregate *a, struct json_out *o, struct buf *b, FILE *out) {
    const struct fs_multi *multi = a->multi;
    out_key(o, "tasks");
    out_array_begin(o);
    for (int32_t t = 0; t < multi->task_count; t++) {
        const double *p = multi->probability + (int64_t)t * multi->class_count;
        out_object_begin(o);
        out_key(o, "task");
        out_name(o, &a->data.tasks, t);
        out_key(o, "labels");
        out_array_begin(o);
        for (int32_t k = 0; k < multi->class_count; k++)
            if (p[k] > 0.5) out_name(o, &a->data.classes, k);
        out_end(o);
        out_key(o, "probability");
        out_array_begin(o);
        for (int32_t k = 0; k < multi->class_count; k++) out_double(o, p[k]);
        out_end(o);
        out_end(o);
        flush(b, out, false);
    }
    out_end(o);
}

static void workers_json(const struct aggregate *a, struct json_out *o, struct buf *b, FILE *out) {
    out_key(o, "workers");
    out_array_begin(o);
    for (int32_t w = 0; w < a->data.workers.count; w++) {
        double low, high;
        out_object_begin(o);
        out_key(o, "worker");
        out_name(o, &a->data.workers, w);
        out_set_int(o, "answers", a->fit ? a->fit->answered[w] : a->multi->answered[w]);
        out_set_double(o, "accuracy", a->fit ? a->fit->skill[w] : a->multi->skill[w]);
        if (a->fit) {
            fs_fit_skill_interval(a->fit, w, &low, &high);
            out_set_int(o, "abstained", a->answers->abstained_by[w]);
            out_set_double(o, "low", low);
            out_set_double(o, "high", high);
        }
        out_end(o);
        flush(b, out, false);
    }
    out_end(o);
}

static void all_json(const struct aggregate *a, FILE *out, bool posteriors) {
    CLEANUP(buf_free) struct buf b = {0};
    struct json_out o = out_new(&b);
    out_object_begin(&o);
    if (a->fit) {
        out_set_text(&o, "method", fs_method_name(a->fit->method));
        out_set_int(&o, "iterations", a->fit->iterations);
        out_set_bool(&o, "converged", a->fit->converged);
        out_set_double(&o, "log_likelihood", a->fit->log_likelihood);
        out_set_int(&o, "answers", a->answers->count);
        out_set_int(&o, "repeated", a->answers->repeated);
        out_set_int(&o, "abstained", a->answers->abstained);
    }
    if (a->blind) {
        out_set_int(&o, "gold_tasks", a->gold_count);
        out_set_double(&o, "gold_accuracy", (double)a->gold_right / (double)a->gold_count);
    }
    out_key(&o, "classes");
    out_array_begin(&o);
    for (int32_t k = 0; k < a->data.classes.count; k++) out_name(&o, &a->data.classes, k);
    out_end(&o);
    if (a->fit) {
        out_key(&o, "prior");
        out_array_begin(&o);
        for (int32_t k = 0; k < a->fit->class_count; k++) out_double(&o, a->fit->prior[k]);
        out_end(&o);
    }
    if (a->fit)
        labels_json(a, &o, &b, out, posteriors);
    else
        sets_json(a, &o, &b, out);
    workers_json(a, &o, &b, out);
    out_end(&o);
    buf_add_char(&b, '\n');
    flush(&b, out, true);
}

/* --- a table for people: the most doubtful tasks, the workers with most answers --- */

struct ranked {
    double key;
    int32_t number;
};

static int compare_ranked(const void *x, const void *y) {
    const struct ranked *a = x, *b = y;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static void tasks_table(const struct aggregate *a, const struct ranked *order, int32_t count) {
    static const char *const titles[] = {"Task", "Label", ">Confidence", ">Answers", "", NULL};
    struct cli_table t;
    table_begin(&t, titles);
    for (int32_t i = 0; i < count && i < TABLE_TASKS; i++) {
        int32_t task = order[i].number;
        table_cell(&t, "%s", fs_names_text(&a->data.tasks, task, NULL));
        table_cell(&t, "%s", label_text(a, task)[0] ? label_text(a, task) : "-");
        table_cell(&t, "%.3f", a->fit->confidence[task]);
        table_cell(&t, "%lld", (long long)(a->answers->start[task + 1] - a->answers->start[task]));
        table_cell(&t, "%s", is_fixed(a, task) ? "fixed" : a->fit->tied[task] ? "tied" : "");
    }
    table_print(&t);
}

static void workers_table(const struct aggregate *a, const struct ranked *order, int32_t count) {
    static const char *const titles[] = {"Worker", ">Answers", ">Accuracy", ">from", ">to", NULL};
    struct cli_table t;
    table_begin(&t, titles);
    for (int32_t i = 0; i < count && i < TABLE_WORKERS; i++) {
        int32_t w = order[i].number;
        double low, high;
        fs_fit_skill_interval(a->fit, w, &low, &high);
        table_cell(&t, "%s", fs_names_text(&a->data.workers, w, NULL));
        table_cell(&t, "%lld", (long long)a->fit->answered[w]);
        table_cell(&t, "%.3f", a->fit->skill[w]);
        table_cell(&t, "%.3f", low);
        table_cell(&t, "%.3f", high);
    }
    table_print(&t);
}

static void all_table(const struct aggregate *a, FILE *out) {
    int32_t tasks = a->fit->task_count, workers = a->fit->worker_count, most = tasks > workers ? tasks : workers;
    struct ranked *order = mem_alloc((size_t)most * sizeof *order);
    for (int32_t t = 0; t < tasks; t++) order[t] = (struct ranked){a->fit->confidence[t], t};
    qsort(order, (size_t)tasks, sizeof *order, compare_ranked);
    if (tasks > TABLE_TASKS)
        fprintf(out, "The %d tasks of least confidence, of %d (--format csv or --out FILE has all):\n\n", TABLE_TASKS,
                tasks);
    tasks_table(a, order, tasks);
    for (int32_t w = 0; w < workers; w++) order[w] = (struct ranked){-(double)a->fit->answered[w], w};
    qsort(order, (size_t)workers, sizeof *order, compare_ranked);
    fprintf(out, "\nWorkers with most answers, %d of %d:\n\n", workers < TABLE_WORKERS ? workers : TABLE_WORKERS,
            workers);
    workers_table(a, order, workers);
    free(order);
}

void aggregate_write(const struct aggregate *a, FILE *out, enum aggregate_format format, bool posteriors) {
    if (format == AGGREGATE_JSON)
        all_json(a, out, posteriors);
    else if (a->multi)
        sets_csv(a, out);
    else if (format == AGGREGATE_TABLE)
        all_table(a, out);
    else
        tasks_csv(a, out, posteriors);
}
