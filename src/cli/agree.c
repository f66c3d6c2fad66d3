/* `faena agree`: how far workers agree, from a file of their answers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cli/agree.h"
#include "cli/report.h"
#include "cli/rows.h"

static const struct cli_option options[] = {
    {"kind", "NAME", "what an answer is: label, box, span, mask or polygon\n(default: label)"},
    {"iou", "SHARE", "by how much boxes, masks or polygons of one thing overlap\n(default: 0.5)"},
    {"scale", "NAME",
     "nominal, ordinal, interval, ratio; for answers that are sets\n(\"a|b\", or a list in JSON): "
     "masi, jaccard (default: nominal)"},
    {"weights", "NAME",
     "partial agreement in kappa and AC2: none, linear, quadratic,\nradical, ordinal, ratio "
     "(default: as the scale)"},
    {"order", "A,B,...", "the answers from low to high, for --scale ordinal when they\nare no numbers"},
    {"distances", "FILE", "a scale of your own: columns a, b, distance"},
    {"by", "NAME", "all, task, worker, class or pair: what a row is (default: all)"},
    {"level", "PERCENT", "of intervals (default: 95)"},
    {"resamples", "N", "of tasks, for intervals; 0: none (default: 1000)"},
    {"seed", "N", "of resampling (default: 1)"},
    {"min-tasks", "N", "with --by pair: at least so many common tasks (default: 2)"},
    COLUMNS_OPTION("task, worker, label"),
    REPORT_OPTION,
    {NULL, NULL, NULL},
};

enum { SET_MEMBERS_MAX = 64 };

struct agreeing {
    struct cli *cli;
    struct columns columns;
    struct who who;
    struct fs_names classes;
    struct fs_table table;
    bool sets;
    struct fs_agree_options options;
    double *value, *distance;
    struct fs_answers *answers;
};

/* --- reading --- */

static int text_order(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* A set as text: its members once each, in order. */
static bool set_text(struct rows *rows, const json_t *list, const char *text, struct buf *out) {
    CLEANUP(buf_free) struct buf copy = {0};
    const char *member[SET_MEMBERS_MAX];
    int count = 0;
    size_t i;
    json_t *item;
    buf_add_text(&copy, text ? text : "");
    char *rest = copy.data;
    for (char *part; text && (part = strsep(&rest, "|"));) {
        if (!part[0]) continue;
        if (count == SET_MEMBERS_MAX) return rows_wrong(rows, "a set has at most %d members.", SET_MEMBERS_MAX);
        member[count++] = part;
    }
    json_array_foreach(list, i, item) {
        if (!json_is_string(item) || strchr(json_string_value(item), '|'))
            return rows_wrong(rows, "the members of a set are texts without \"|\".");
        if (count == SET_MEMBERS_MAX) return rows_wrong(rows, "a set has at most %d members.", SET_MEMBERS_MAX);
        member[count++] = json_string_value(item);
    }
    qsort(member, (size_t)count, sizeof *member, text_order);
    for (int k = 0; k < count; k++)
        if (k == 0 || strcmp(member[k], member[k - 1]) != 0) buf_printf(out, "%s%s", out->len ? "|" : "", member[k]);
    return true;
}

static bool row_read(struct rows *rows, void *arg) {
    struct agreeing *a = arg;
    CLEANUP(buf_free) struct buf set = {0};
    if (!who_add(rows, &a->columns, &a->who)) return false;
    const char *text = rows_text(rows, a->columns.name[2]);
    const json_t *value = json_object_get(rows->data, a->columns.name[2]);
    if (!value) return rows_needed(rows, a->columns.name[2]) != NULL;
    if (json_is_array(value) && !a->sets)
        return rows_wrong(rows, "this answer is a list; --scale masi or jaccard compares lists.");
    if (a->sets && (text || json_is_array(value))) {
        if (!set_text(rows, value, text, &set)) return false;
        text = set.len ? set.data : "";
    }
    int32_t class = text ? rows_name(rows, &a->classes, text) : FS_ABSTAINED;
    if (rows->wrong) return false;
    int64_t at = a->who.count - 1;
    if (fs_table_add(&a->table, a->who.task[at], a->who.worker[at], class) == FS_OK) return true;
    return rows_wrong(rows, "there is not enough memory for the answers up to here.");
}

/* --- the scale --- */

static bool values_ordered(struct agreeing *a, const char *order) {
    CLEANUP(buf_free) struct buf copy = {0};
    buf_add_text(&copy, order);
    for (int32_t c = 0; c < a->classes.count; c++) a->value[c] = -1;
    char *rest = copy.data;
    double place = 0;
    for (char *part; (part = strsep(&rest, ","));) {
        int32_t class = fs_names_find(&a->classes, part, strlen(part));
        if (class >= 0) a->value[class] = place;
        place++;
    }
    for (int32_t c = 0; c < a->classes.count; c++)
        if (a->value[c] < 0) {
            cli_usage(a->cli, "--order does not name the answer \"%.60s\".", fs_names_text(&a->classes, c, NULL));
            return false;
        }
    return true;
}

static bool values_read(struct agreeing *a) {
    const char *order = cli_value(a->cli, "order", NULL);
    a->value = mem_alloc((size_t)a->classes.count * sizeof *a->value + 1);
    a->options.value = a->value;
    if (order) return values_ordered(a, order);
    for (int32_t c = 0; c < a->classes.count; c++) {
        const char *text = fs_names_text(&a->classes, c, NULL);
        if (number_parse(text, &a->value[c])) continue;
        cli_say_wrong(a->cli, "the answer \"%.60s\" is no number, which this scale or these weights need%s.", text,
                      a->options.scale == FS_ORDINAL ? "; or say their order: --order low,middle,high" : "");
        return false;
    }
    return true;
}

static int members_of(const char *set, struct fs_names *members, int32_t *out) {
    int count = 0;
    for (const char *at = set; *at;) {
        size_t length = strcspn(at, "|");
        out[count++] = fs_names_add(members, at, length);
        at += length + (at[length] == '|');
    }
    for (int i = 1; i < count; i++) /* numbers of names in rising order */
        for (int j = i; j > 0 && out[j - 1] > out[j]; j--) {
            int32_t was = out[j];
            out[j] = out[j - 1];
            out[j - 1] = was;
        }
    return count;
}

static bool room_for_distances(struct agreeing *a) {
    if (a->classes.count > FS_AGREE_TABLE_CLASSES_MAX) {
        cli_say_wrong(a->cli, "these are %d different answers; a scale of distances is made for at most %d.",
                      a->classes.count, FS_AGREE_TABLE_CLASSES_MAX);
        return false;
    }
    a->distance = mem_alloc((size_t)a->classes.count * (size_t)a->classes.count * sizeof *a->distance + 1);
    a->options.distance = a->distance;
    a->options.scale = FS_CUSTOM;
    return true;
}

static bool distances_of_sets(struct agreeing *a, bool masi) {
    struct fs_names members = {0};
    int32_t n = a->classes.count, x[SET_MEMBERS_MAX], y[SET_MEMBERS_MAX];
    if (!room_for_distances(a)) return false;
    for (int32_t i = 0; i < n; i++) {
        int x_count = members_of(fs_names_text(&a->classes, i, NULL), &members, x);
        for (int32_t j = 0; j < n; j++) {
            int y_count = members_of(fs_names_text(&a->classes, j, NULL), &members, y);
            a->distance[i * n + j] =
                masi ? fs_masi_distance(x, x_count, y, y_count) : fs_jaccard_distance(x, x_count, y, y_count);
        }
    }
    fs_names_free(&members);
    return true;
}

static bool distance_row(struct rows *rows, void *arg) {
    struct agreeing *a = arg;
    const char *from = rows_needed(rows, "a"), *to = from ? rows_needed(rows, "b") : NULL;
    double distance = 0;
    bool given;
    if (!to || !rows_number(rows, "distance", &distance, &given)) return false;
    if (!given) return rows_needed(rows, "distance") != NULL;
    if (distance < 0) return rows_wrong(rows, "a distance is 0 or more.");
    int32_t i = fs_names_find(&a->classes, from, strlen(from)), j = fs_names_find(&a->classes, to, strlen(to));
    if (i < 0 || j < 0) return true; /* nobody answered so */
    a->distance[i * a->classes.count + j] = a->distance[j * a->classes.count + i] = distance;
    return true;
}

static int distances_read(struct agreeing *a, const char *path) {
    if (!room_for_distances(a)) return CLI_FAILED;
    int32_t n = a->classes.count;
    for (int32_t i = 0; i < n * n; i++) a->distance[i] = i % (n + 1) == 0 ? 0 : -1;
    int code = rows_read(a->cli, path, distance_row, a);
    for (int32_t i = 0; code == CLI_OK && i < n * n; i++)
        if (a->distance[i] < 0)
            return cli_say_wrong(a->cli, "%s does not say how far \"%.60s\" and \"%.60s\" are apart.", path,
                                 fs_names_text(&a->classes, i / n, NULL), fs_names_text(&a->classes, i % n, NULL));
    return code;
}

static int named(const char *name, const char *const *names) {
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], name) == 0) return i;
    return -1;
}

static const char *const scales[] = {"nominal", "ordinal", "interval", "ratio", "masi", "jaccard", NULL};
static const char *const weights[] = {"", "none", "linear", "quadratic", "radical", "ordinal", "ratio", NULL};

static int scale_read(struct agreeing *a) {
    int scale = named(cli_value(a->cli, "scale", "nominal"), scales);
    const char *path = cli_value(a->cli, "distances", NULL);
    if (path) return distances_read(a, path);
    if (scale >= 4) return distances_of_sets(a, scale == 4) ? CLI_OK : CLI_FAILED;
    a->options.scale = (enum fs_scale)scale;
    bool numbers = scale != FS_NOMINAL || a->options.weights > FS_WEIGHTS_NONE;
    return !numbers || values_read(a) ? CLI_OK : CLI_FAILED;
}

/* --- results --- */

static void number_or_none(struct report *r, bool given, double value) {
    if (given)
        report_number(r, value, 4);
    else
        report_none(r);
}

static bool all_print(const struct agreeing *a, const struct fs_agreement *g) {
    static const char *const columns[] = {"coefficient", ">value",    ">low",      ">high",
                                          ">error",      ">observed", ">expected", NULL};
    static const char *const of_alpha = "of alpha: disagreement";
    struct report r;
    if (!report_begin(&r, a->cli, columns)) return false;
    for (int kind = 0; kind < FS_COEFFICIENTS; kind++) {
        const struct fs_coefficient *c = &g->coefficient[kind];
        report_text(&r, fs_coefficient_name((enum fs_coefficient_kind)kind, g->weighted));
        number_or_none(&r, c->defined, c->value);
        number_or_none(&r, c->has_interval, c->low);
        number_or_none(&r, c->has_interval, c->high);
        number_or_none(&r, c->has_interval, c->error);
        number_or_none(&r, g->tasks_paired > 0, c->observed);
        number_or_none(&r, g->tasks_paired > 0 && kind != FS_PERCENT, c->expected);
    }
    report_end(&r);
    fprintf(stderr,
            "%lld answers, %d of %d tasks with two or more, %d workers, %d different answers. Observed and expected "
            "%s.\n",
            (long long)g->answers, g->tasks_paired, g->task_count, g->worker_count, g->class_count, of_alpha);
    if (!g->coefficient[FS_ALPHA].defined)
        fprintf(stderr, g->tasks_paired
                            ? "All answers are the same, so chance would agree as well: there is no alpha.\n"
                            : "No task has two answers, so there is no agreement to measure.\n");
    return true;
}

static bool rows_print(const struct agreeing *a, const char *what, const struct fs_agree_row *row, int32_t count,
                       const struct fs_names *names) {
    const char *const columns[] = {what, ">answers", ">pairable", ">alpha", ">agreement", NULL};
    struct report r;
    if (!report_begin(&r, a->cli, columns)) return false;
    for (int32_t i = 0; i < count; i++) {
        report_text(&r, fs_names_text(names, i, NULL));
        report_integer(&r, row[i].answers);
        report_integer(&r, row[i].pairable);
        number_or_none(&r, row[i].defined, row[i].alpha);
        number_or_none(&r, row[i].defined, row[i].agreement);
    }
    report_end(&r);
    return true;
}

static int pairs_print(const struct agreeing *a) {
    static const char *const columns[] = {"worker", "other", ">tasks", ">agreement", ">cohen", ">scott", ">gwet", NULL};
    struct fs_agree_pairs pairs;
    struct fs_problem problem = {0};
    struct report r;
    int64_t tasks_min = 2;
    if (!cli_number(a->cli, "min-tasks", 1, INT32_MAX, &tasks_min)) return CLI_USAGE;
    if (fs_agree_pairs(a->answers, &a->options, (int32_t)tasks_min, &pairs, &problem) != FS_OK)
        return cli_say_wrong(a->cli, "%s", problem.text);
    bool ok = report_begin(&r, a->cli, columns);
    for (int64_t i = 0; ok && i < pairs.count; i++) {
        const struct fs_agree_pair *pair = &pairs.pair[i];
        report_text(&r, fs_names_text(&a->who.workers, pair->a, NULL));
        report_text(&r, fs_names_text(&a->who.workers, pair->b, NULL));
        report_integer(&r, pair->tasks);
        report_number(&r, pair->agreement, 4);
        number_or_none(&r, pair->defined, pair->cohen);
        number_or_none(&r, pair->defined, pair->scott);
        number_or_none(&r, pair->defined, pair->gwet);
    }
    if (ok) report_end(&r);
    if (ok && pairs.defined)
        fprintf(stderr, "Mean of Cohen's kappas, by tasks: %.4f (%lld pairs).\n", pairs.cohen_mean,
                (long long)pairs.count);
    fs_agree_pairs_free(&pairs);
    return ok ? CLI_OK : CLI_USAGE;
}

static const char *const kinds_of_rows[] = {"all", "task", "worker", "class", "pair", NULL};

static int results_print(const struct agreeing *a, int by) {
    struct fs_agreement *g;
    struct fs_problem problem = {0};
    if (by == AGREE_BY_PAIR) return pairs_print(a);
    if (fs_agree(a->answers, &a->options, &g, &problem) != FS_OK) return cli_say_wrong(a->cli, "%s", problem.text);
    bool ok = by == AGREE_BY_ALL      ? all_print(a, g)
              : by == AGREE_BY_TASK   ? rows_print(a, "task", g->by_task, g->task_count, &a->who.tasks)
              : by == AGREE_BY_WORKER ? rows_print(a, "worker", g->by_worker, g->worker_count, &a->who.workers)
                                      : rows_print(a, "class", g->by_class, g->class_count, &a->classes);
    fs_agreement_free(g);
    return ok ? CLI_OK : CLI_USAGE;
}

static int options_read(struct agreeing *a, int *by) {
    int64_t resamples = 1000, seed = 1, level = 95;
    const char *scale = cli_value(a->cli, "scale", "nominal"), *weight = cli_value(a->cli, "weights", "");
    *by = named(cli_value(a->cli, "by", "all"), kinds_of_rows);
    int scale_number = named(scale, scales), weight_number = named(weight, weights);
    if (scale_number < 0)
        return cli_usage(a->cli, "the scale is nominal, ordinal, interval, ratio, masi or jaccard, not \"%s\".", scale);
    if (weight_number < 0)
        return cli_usage(a->cli, "weights are none, linear, quadratic, radical, ordinal or ratio, not \"%s\".", weight);
    if (*by < 0) return cli_usage(a->cli, "--by is all, task, worker, class or pair.");
    if (!cli_number(a->cli, "resamples", 0, FS_RESAMPLES_MAX, &resamples) ||
        !cli_number(a->cli, "seed", 0, INT64_MAX, &seed) || !cli_number(a->cli, "level", 50, 99, &level))
        return CLI_USAGE;
    a->sets = scale_number >= 4;
    a->options.weights = (enum fs_weights)weight_number;
    a->options.resamples = *by == AGREE_BY_ALL ? (int)resamples : 0;
    a->options.seed = (uint64_t)seed;
    a->options.level = (double)level / 100;
    return CLI_OK;
}

static int agree_run(struct cli *cli) {
    struct agreeing a = {.cli = cli};
    struct fs_problem problem = {0};
    int by, code = options_read(&a, &by);
    const char *kind = cli_value(cli, "kind", "label");
    if (code == CLI_OK && (strcmp(kind, "box") == 0 || strcmp(kind, "span") == 0))
        return agree_marks(cli, strcmp(kind, "box") == 0, by);
    if (code == CLI_OK && (strcmp(kind, "mask") == 0 || strcmp(kind, "polygon") == 0))
        return agree_drawings(cli, strcmp(kind, "polygon") == 0, by);
    if (code == CLI_OK && strcmp(kind, "label") != 0)
        return cli_usage(cli, "the kind is label, box, span, mask or polygon, not \"%s\".", kind);
    if (code == CLI_OK && !rows_columns(cli, "task,worker,label", &a.columns)) code = CLI_USAGE;
    if (code == CLI_OK) code = rows_read(cli, cli->args[0], row_read, &a);
    if (code == CLI_OK && fs_answers_new(&a.table, NULL, &a.answers, &problem) != FS_OK)
        code = cli_say_wrong(cli, "%s", problem.text);
    if (code == CLI_OK) code = scale_read(&a);
    if (code == CLI_OK && a.answers->repeated)
        fprintf(stderr, "Of %lld answers that a worker gave again to the same task, the last counts.\n",
                (long long)a.answers->repeated);
    if (code == CLI_OK) code = results_print(&a, by);
    fs_answers_free(a.answers);
    fs_table_free(&a.table);
    fs_names_free(&a.classes);
    who_free(&a.who);
    columns_free(&a.columns);
    free(a.value);
    free(a.distance);
    return code;
}

const struct cli_command command_agree = {
    .name = "agree",
    .arguments = "FILE",
    .summary = "how far workers agree, beyond chance",
    .text =
        "Reads answers (a row each: task, worker, label; CSV, TSV, JSON or JSONL; \"-\": standard input) and prints "
        "Krippendorff's alpha, Fleiss' kappa, Gwet's AC1 or AC2 and plain agreement, with intervals.\n\n"
        "Tasks may have any number of answers; an empty label is no answer. 1 is perfect agreement, 0 is that of "
        "chance. Krippendorff advises to rely on answers with alpha of .80 or more, and to draw tentative conclusions "
        "from .667.\n\n"
        "  --by task     the tasks on which workers disagree: alpha is the mean of theirs\n"
        "  --by worker   the workers who disagree with the others\n"
        "  --by class    each answer against all others\n"
        "  --by pair     Cohen's kappa, Scott's pi and AC1 of each two workers\n\n"
        "Boxes and spans (--kind): F1 of what two workers marked alike, over all pairs of workers who saw a task. "
        "Boxes "
        "match when their labels are equal and they overlap by --iou; beside it stands how much matched boxes overlap. "
        "Spans match when label and both ends are equal; beside it stands F1 by length of what is marked alike. "
        "Columns "
        "are those of `faena aggregate --kind`. Masks and polygons match when they overlap by --iou; beside it stands "
        "the mean overlap of each two workers, 0 where only one of them drew.\n\n"
        "Where all answers are the same, chance would agree as well, and there is no value.",
    .examples = "faena agree answers.csv\n"
                "faena agree --scale ordinal --order bad,fair,good answers.csv\n"
                "faena agree --by worker --format csv answers.jsonl > workers.csv\n"
                "faena agree --scale interval --columns item,judge,score scores.csv\n"
                "faena agree --kind box --iou 0.75 --by class boxes.csv",
    .options = options,
    .args_min = 1,
    .args_max = 1,
    .run = agree_run,
};
