/* `faena aggregate --kind`: which kind, its outputs; numbers and texts. */
#include "cli/aggregate_kinds.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

/* --- outputs --- */

bool kind_outputs_open(struct cli *cli, struct kind_outputs *out) {
    static const char *const names[] = {"table", "csv", "json"};
    const char *path = cli_value(cli, "out", NULL), *workers = cli_value(cli, "workers", NULL);
    const char *format = cli_value(cli, "format", !path && isatty(STDOUT_FILENO) == 1 ? "table" : "csv");
    *out = (struct kind_outputs){.format = 3, .results = stdout};
    for (int i = 0; i < 3; i++)
        if (strcmp(format, names[i]) == 0) out->format = (enum report_format)i;
    if ((int)out->format == 3 || (path && out->format == REPORT_TABLE)) {
        cli_usage(cli, path ? "--out writes csv or json." : "the format is table, csv or json, not \"%s\".", format);
        return false;
    }
    if (path && !(out->results = fopen(path, "we"))) {
        cli_say_wrong(cli, "%s cannot be written: %s.", path, strerror(errno));
        return false;
    }
    if (workers && !(out->workers = fopen(workers, "we"))) {
        cli_say_wrong(cli, "%s cannot be written: %s.", workers, strerror(errno));
        if (path) fclose(out->results);
        return false;
    }
    return true;
}

bool kind_outputs_close(struct cli *cli, struct kind_outputs *out) {
    bool ok = true;
    FILE *files[] = {out->results == stdout ? NULL : out->results, out->workers};
    for (int i = 0; i < 2; i++) {
        if (!files[i]) continue;
        bool bad = ferror(files[i]) != 0;
        if (fclose(files[i]) != 0 || bad)
            ok = cli_say_wrong(cli, "a result cannot be written: %s.", strerror(errno)) == CLI_OK;
    }
    return ok;
}

int kind_method(const struct cli *cli, const char *const *names) {
    const char *given = cli_value(cli, "method", names[0]);
    CLEANUP(buf_free) struct buf list = {0};
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], given) == 0) return i;
        buf_printf(&list, "%s%s", i ? ", " : "", names[i]);
    }
    cli_usage(cli, "the method of this kind is one of %s, not \"%s\".", list.data, given);
    return -1;
}

/* --- numbers --- */

struct number_rows {
    struct columns columns;
    struct who who;
    double *value, *weight;
    int64_t value_size, weight_size;
};

static bool number_row(struct rows *rows, void *arg) {
    struct number_rows *n = arg;
    double value = 0, weight = 1;
    bool given, weighted;
    if (!rows_number(rows, n->columns.name[2], &value, &given)) return false;
    if (!given && json_object_get(rows->data, n->columns.name[2])) return true; /* no answer */
    if (!given) return rows_needed(rows, n->columns.name[2]) != NULL;
    if (!rows_number(rows, n->columns.name[3], &weight, &weighted)) return false;
    if (weight < 0) return rows_wrong(rows, "a weight is 0 or more.");
    if (!who_add(rows, &n->columns, &n->who)) return false;
    int64_t at = n->who.count - 1;
    n->value = grown(n->value, at, &n->value_size, sizeof *n->value);
    n->weight = grown(n->weight, at, &n->weight_size, sizeof *n->weight);
    n->value[at] = value;
    n->weight[at] = weight;
    return true;
}

static void number_write(const struct number_rows *n, const struct fs_number_fit *fit, struct kind_outputs *out) {
    static const char *const columns[] = {"task", ">value", ">low", ">high", ">error", ">answers", NULL};
    static const char *const worker_columns[] = {"worker", ">answers", ">bias", ">deviation", NULL};
    struct report r;
    report_begin_to(&r, out->format, out->results, columns);
    for (int32_t t = 0; t < fit->task_count; t++) {
        const struct fs_number_task *task = &fit->task[t];
        report_text(&r, fs_names_text(&n->who.tasks, t, NULL));
        report_number(&r, task->value, 4);
        report_number(&r, task->low, 4);
        report_number(&r, task->high, 4);
        report_number(&r, task->error, 4);
        report_integer(&r, task->answers);
    }
    report_end(&r);
    if (!out->workers) return;
    report_begin_to(&r, REPORT_CSV, out->workers, worker_columns);
    for (int32_t w = 0; w < fit->worker_count; w++) {
        report_text(&r, fs_names_text(&n->who.workers, w, NULL));
        report_integer(&r, fit->worker[w].answers);
        report_number(&r, fit->worker[w].bias, 4);
        report_number(&r, fit->worker[w].deviation, 4);
    }
    report_end(&r);
}

static int kind_number(struct cli *cli) {
    static const char *const methods[] = {"model", "median", "mean", NULL};
    struct number_rows n = {0};
    struct kind_outputs out;
    struct fs_number_fit *fit = NULL;
    struct fs_problem problem = {0};
    int method = kind_method(cli, methods);
    int64_t level = 95;
    if (method < 0 || !cli_number(cli, "interval", 50, 99, &level) ||
        !rows_columns(cli, "task,worker,value,weight", &n.columns))
        return CLI_USAGE;
    int code = rows_read(cli, cli->args[0], number_row, &n);
    struct fs_number_options options = {.method = (enum fs_number_method)method, .level = (double)level / 100};
    struct fs_numbers numbers = {.count = n.who.count,
                                 .tasks = n.who.tasks.count,
                                 .workers = n.who.workers.count,
                                 .task = n.who.task,
                                 .worker = n.who.worker,
                                 .value = n.value,
                                 .weight = n.weight};
    if (code == CLI_OK && fs_number_new(&numbers, &options, &fit, &problem) != FS_OK)
        code = cli_say_wrong(cli, "%s", problem.text);
    if (code == CLI_OK && !kind_outputs_open(cli, &out)) {
        code = CLI_USAGE;
    } else if (code == CLI_OK) {
        number_write(&n, fit, &out);
        if (!kind_outputs_close(cli, &out)) code = CLI_FAILED;
        if (!cli_switch(cli, "quiet"))
            fprintf(stderr, "%lld answers of %d workers to %d tasks; an answer is usually %.4g off.\n",
                    (long long)numbers.count, numbers.workers, numbers.tasks, fit->deviation);
    }
    fs_number_free(fit);
    who_free(&n.who);
    columns_free(&n.columns);
    free(n.value);
    free(n.weight);
    return code;
}

/* --- texts --- */

struct text_rows {
    struct columns columns;
    struct who who;
    char **text;
    int64_t size;
};

static bool text_row(struct rows *rows, void *arg) {
    struct text_rows *t = arg;
    const char *text = rows_text(rows, t->columns.name[2]);
    const json_t *value = json_object_get(rows->data, t->columns.name[2]);
    if (!value) return rows_needed(rows, t->columns.name[2]) != NULL;
    if (!text && !json_is_string(value)) return true; /* null: no answer; an empty text is one */
    if (!who_add(rows, &t->columns, &t->who)) return false;
    t->text = grown(t->text, t->who.count - 1, &t->size, sizeof *t->text);
    t->text[t->who.count - 1] = mem_copy(text ? text : "");
    return true;
}

static void text_write(const struct text_rows *t, const struct fs_text_fit *fit, struct kind_outputs *out) {
    static const char *const columns[] = {"task", "text", ">support", ">agreement", ">answers", NULL};
    static const char *const worker_columns[] = {"worker", ">answers", ">skill", ">word_error_rate", NULL};
    struct report r;
    report_begin_to(&r, out->format, out->results, columns);
    for (int32_t i = 0; i < fit->task_count; i++) {
        report_text(&r, fs_names_text(&t->who.tasks, i, NULL));
        report_text(&r, fit->task[i].text);
        report_number(&r, fit->task[i].support, 4);
        report_number(&r, fit->task[i].agreement, 4);
        report_integer(&r, fit->task[i].answers);
    }
    report_end(&r);
    if (!out->workers) return;
    report_begin_to(&r, REPORT_CSV, out->workers, worker_columns);
    for (int32_t w = 0; w < fit->worker_count; w++) {
        report_text(&r, fs_names_text(&t->who.workers, w, NULL));
        report_integer(&r, fit->worker[w].answers);
        report_number(&r, fit->worker[w].skill, 4);
        report_number(&r, fit->worker[w].word_error_rate, 4);
    }
    report_end(&r);
}

static int kind_text(struct cli *cli) {
    static const char *const methods[] = {"rover", "closest", "rover-characters", NULL};
    struct text_rows t = {0};
    struct kind_outputs out;
    struct fs_text_fit *fit = NULL;
    struct fs_problem problem = {0};
    int method = kind_method(cli, methods);
    int64_t threads = 0;
    if (method < 0 || !cli_number(cli, "threads", 1, FS_THREADS_MAX, &threads) ||
        !rows_columns(cli, "task,worker,text", &t.columns))
        return CLI_USAGE;
    int code = rows_read(cli, cli->args[0], text_row, &t);
    struct fs_text_options options = {.method = method == 1 ? FS_TEXT_CLOSEST : FS_TEXT_ROVER,
                                      .by_character = method == 2,
                                      .as_given = cli_switch(cli, "compat"),
                                      .threads = (int)threads};
    struct fs_texts texts = {.count = t.who.count,
                             .tasks = t.who.tasks.count,
                             .workers = t.who.workers.count,
                             .task = t.who.task,
                             .worker = t.who.worker,
                             .text = (const char *const *)t.text};
    if (code == CLI_OK && fs_text_new(&texts, &options, &fit, &problem) != FS_OK)
        code = cli_say_wrong(cli, "%s", problem.text);
    if (code == CLI_OK && !kind_outputs_open(cli, &out)) {
        code = CLI_USAGE;
    } else if (code == CLI_OK) {
        text_write(&t, fit, &out);
        if (!kind_outputs_close(cli, &out)) code = CLI_FAILED;
    }
    fs_text_free(fit);
    for (int64_t i = 0; i < t.who.count; i++) free(t.text[i]);
    free(t.text);
    who_free(&t.who);
    columns_free(&t.columns);
    return code;
}

/* --- which --- */

int kind_run(struct cli *cli, const char *kind) {
    static const struct {
        const char *name;
        int (*run)(struct cli *cli);
    } kinds[] = {{"number", kind_number}, {"text", kind_text}, {"box", kind_box},
                 {"span", kind_span},     {"mask", kind_mask}, {"polygon", kind_polygon}};
    static const char *const of_labels[] = {"gold",          "posteriors",    "confusion", "plots",
                                            "multi",         "ordinal",       "order",     "priors",
                                            "abstain-tells", "keep-repeated", "starts",    "memory"};
    for (size_t i = 0; i < sizeof of_labels / sizeof *of_labels; i++)
        if (cli_switch(cli, of_labels[i]))
            return cli_usage(cli, "--%s goes with labels only, not with --kind.", of_labels[i]);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, kind) == 0) return kinds[i].run(cli);
    return cli_usage(cli, "the kind is label, number, text, box, span, mask or polygon, not \"%s\".", kind);
}
