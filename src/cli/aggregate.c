/* `faena aggregate`: true labels from a file of answers. Needs no database. */
#include "cli/aggregate.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "cli/aggregate_kinds.h"

static const struct cli_option options[] = {
    {"kind", "NAME", "what an answer is: label, number, text, box, span, mask or\npolygon (default: label)"},
    {"method", "NAME", "see above (default: mix)"},
    {"iou", "SHARE", "with --kind box: by how much boxes of one thing overlap\n(default: 0.5)"},
    {"gold", "FILE", "known labels: task,label. First the labels found without\nthem are measured, then they are used"},
    {"exported", NULL,
     "FILE is what `faena export --format answers` wrote: its gold\nis used, and a reviewer's corrections stand"},
    {"out", "FILE", "write the labels here (default: standard output)"},
    {"format", "NAME", "table, csv or json (default: table on a terminal, else csv)"},
    {"posteriors", NULL, "with a probability for every class"},
    {"workers", "FILE", "write workers here as CSV: accuracy with interval"},
    {"confusion", "FILE", "write each worker's confusion matrix here as CSV"},
    {"plots", "DIR", "draw confusion.svg, workers.svg and, with --gold,\nreliability.svg there"},
    {"columns", "NAMES", "names of the columns of task, worker, label and, if\nany, weight and time: item,coder,code"},
    {"multi", "SEPARATOR", "a cell holds several labels: each is a question of its own"},
    {"ordinal", NULL,
     "classes are steps of a scale (in their order): near errors\nare likelier, the label is the median"},
    {"order", "A,B,...", "the classes from low to high, for --ordinal when they are\nno numbers"},
    {"priors", "A=P,B=Q,...", "shares of the classes, known before (default: from the answers)"},
    {"abstain-tells", NULL, "an empty label tells about the truth"},
    {"keep-repeated", NULL, "all answers of a worker to a task count, not the last only"},
    {"compat", NULL,
     "do as crowd-kit 1.4 does, its stopping rule included; ties\ngo to the class that comes first in the file"},
    {"iterations", "N", "at most (default: the method's own)"},
    {"starts", "N", "random starts of mace and ebcc (default: 10)"},
    {"seed", "N", "of random starts (default: 0)"},
    {"interval", "PERCENT", "of credible intervals (default: 95)"},
    {"memory", "MB", "refuse what would need more (default: 4096)"},
    {"threads", "N", "(default: all processors)"},
    {"quiet", NULL, "no progress and no summary"},
    {NULL, NULL, NULL},
};

enum { BLOCK_BYTES = 1 << 20, BAR_CELLS = 30, DRAW_USEC = 100 * 1000, NAME_BYTES = 100, ORDER_MAX = 200 };

/* --- progress --- */

struct progress {
    bool on, drawn;
    int64_t drawn_usec;
    const char *what;
};

static void progress_draw(struct progress *progress, double share) {
    int64_t now = clock_monotonic_usec();
    if (!progress->on || now - progress->drawn_usec < DRAW_USEC) return;
    int filled = (int)(share * BAR_CELLS);
    fprintf(stderr, "\r\033[K%-9s [%.*s%*s] %3d %%", progress->what, filled, "##############################",
            BAR_CELLS - filled, "", (int)(share * 100));
    progress->drawn_usec = now;
    progress->drawn = true;
}

static void progress_end(struct progress *progress) {
    if (progress->drawn) fputs("\r\033[K", stderr);
    progress->drawn = false;
}

static bool fit_progress(void *arg, int iteration, int iterations_max) {
    progress_draw(arg, iteration < iterations_max ? (double)iteration / iterations_max : 1);
    return false;
}

/* --- reading --- */

static int say_problem(const struct cli *cli, const char *path, const struct fs_problem *problem) {
    return cli_say_wrong(cli, "%s%s%s", path ? path : "", path ? ": " : "", problem->text);
}

static int read_file(struct cli *cli, const char *path, const struct fs_read_options *order, struct fs_dataset *data,
                     struct progress *progress) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "re");
    if (!file) return cli_say_wrong(cli, "%s cannot be read: %s.", path, strerror(errno));
    struct stat st = {0};
    struct fs_problem problem = {0};
    struct fs_reader *reader = fs_reader_new(data, order);
    char *block = mem_alloc(BLOCK_BYTES);
    enum fs_status status = reader ? FS_OK : FS_NO_MEMORY;
    int64_t done = 0;
    fstat(fileno(file), &st);
    for (size_t n; status == FS_OK && (n = fread(block, 1, BLOCK_BYTES, file)) > 0;) {
        status = fs_reader_feed(reader, block, n, &problem);
        done += (int64_t)n;
        if (st.st_size > 0) progress_draw(progress, done < st.st_size ? (double)done / (double)st.st_size : 1);
    }
    int why = ferror(file) ? errno : 0;
    if (status == FS_OK && !why) status = fs_reader_end(reader, &problem);
    fs_reader_free(reader);
    free(block);
    if (!standard) fclose(file);
    progress_end(progress);
    if (why) return cli_say_wrong(cli, "%s cannot be read: %s.", path, strerror(why));
    return status == FS_OK ? CLI_OK : say_problem(cli, path, &problem);
}

/* "item,coder,code" */
static bool columns_read(struct cli *cli, struct fs_read_options *order, char names[5][NAME_BYTES]) {
    const char *text = cli_value(cli, "columns", NULL);
    const char **const places[] = {&order->task, &order->worker, &order->label, &order->weight, &order->time};
    int count = 0;
    for (; text && count < 5; count++) {
        size_t len = strcspn(text, ",");
        if (len == 0 || len >= NAME_BYTES) break;
        memcpy(names[count], text, len);
        *places[count] = names[count];
        text += len;
        if (*text) {
            text++;
        } else {
            text = NULL;
        }
    }
    if (!text && (count == 0 || count >= 3)) return true;
    cli_usage(cli, "--columns is three to five names with commas between them: task, worker, label, weight, time.");
    return false;
}

/* The same lines again: what is known of each task, and what a reviewer said. Tasks get the same numbers each time. */
static int exported_read(struct cli *cli, struct aggregate *a, struct progress *progress) {
    struct fs_dataset fixed = {0};
    const char *path = cli->args[0];
    int code = read_file(cli, path, &(struct fs_read_options){.label = "gold", .gold = true}, &a->data, progress);
    if (code == CLI_OK) code = read_file(cli, path, &(struct fs_read_options){.label = "fixed"}, &fixed, progress);
    if (code == CLI_OK) {
        a->fixed = mem_alloc(sizeof *a->fixed * ((size_t)a->data.tasks.count + 1));
        for (int32_t t = 0; t < a->data.tasks.count; t++) a->fixed[t] = -1;
        for (int64_t i = 0; i < fixed.table.count; i++) a->fixed[fixed.table.task[i]] = fixed.table.label[i];
        a->fixes = fixed.classes;
        fixed.classes = (struct fs_names){0};
    }
    fs_dataset_free(&fixed);
    return code;
}

static int data_read(struct cli *cli, struct aggregate *a, struct progress *progress) {
    char names[5][NAME_BYTES] = {{0}};
    struct fs_read_options order = {.classes = cli_value(cli, "multi", NULL)};
    const char *gold = cli_value(cli, "gold", NULL);
    if (!columns_read(cli, &order, names)) return CLI_USAGE;
    if (order.classes && !order.classes[0])
        return cli_usage(cli, "--multi is what stands between labels, such as \"|\".");
    progress->what = "reading";
    /* crowd-kit sorts classes in its zero-based skill, and nowhere else. */
    a->data.as_given =
        cli_switch(cli, "compat") && !cli_switch(cli, "ordinal") && strcmp(cli_value(cli, "method", "mix"), "zbs") != 0;
    bool exported = cli_switch(cli, "exported");
    if (exported) order.label = "label"; /* and not "gold", which is a usual name of it too */
    int code = read_file(cli, cli->args[0], &order, &a->data, progress);
    if (code == CLI_OK && exported) code = exported_read(cli, a, progress);
    if (code == CLI_OK && gold)
        code = read_file(cli, gold, &(struct fs_read_options){.gold = true}, &a->data, progress);
    if (code != CLI_OK) return code;
    if (fs_dataset_finish(&a->data) != FS_OK || ((gold || exported) && !(a->gold = fs_dataset_gold(&a->data))))
        return cli_say_wrong(cli, "there is not enough memory.");
    a->rows = a->data.table.count;
    for (int32_t t = 0; a->gold && t < a->data.tasks.count; t++) a->gold_count += a->gold[t] >= 0;
    if (exported && a->gold_count == 0) {
        free(a->gold);
        a->gold = NULL;
    }
    if (gold && a->gold_count == 0)
        return cli_say_wrong(cli, "%s: none of its tasks is among the answers; are the tasks named alike?", gold);
    return CLI_OK;
}

/* --order: classes are numbered anew. */
static bool classes_ordered(struct cli *cli, struct aggregate *a) {
    const char *order = cli_value(cli, "order", NULL);
    struct fs_names *classes = &a->data.classes, ordered = {0};
    struct fs_table *tables[] = {&a->data.table, &a->data.gold};
    int32_t place[ORDER_MAX], named = 0;
    if (!order) return true;
    for (int32_t k = 0; k < ORDER_MAX; k++) place[k] = -1;
    for (const char *at = order; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        size_t len = strcspn(at, ",");
        int32_t class = fs_names_find(classes, at, len);
        if (class < 0 || class >= ORDER_MAX || place[class] >= 0) continue;
        place[class] = named++;
        fs_names_add(&ordered, at, len);
    }
    for (int32_t k = 0; k < classes->count; k++) {
        if (k < ORDER_MAX && place[k] >= 0) continue;
        fs_names_free(&ordered);
        cli_usage(cli, "--order does not name the answer \"%.60s\" (it may have at most %d).",
                  fs_names_text(classes, k, NULL), ORDER_MAX);
        return false;
    }
    for (int n = 0; n < 2; n++)
        for (int64_t i = 0; i < tables[n]->count; i++)
            if (tables[n]->label[i] >= 0) tables[n]->label[i] = place[tables[n]->label[i]];
    for (int32_t t = 0; a->gold && t < a->data.tasks.count; t++)
        if (a->gold[t] >= 0) a->gold[t] = place[a->gold[t]];
    fs_names_free(classes);
    *classes = ordered;
    return true;
}

/* --- fitting --- */

/* "yes=0.3,no=0.7": a share above 0 for every class; they are made to sum to 1. */
static bool priors_read(struct cli *cli, struct aggregate *a) {
    const char *text = cli_value(cli, "priors", NULL);
    int32_t classes = a->data.classes.count;
    double sum = 0;
    if (!text) return true;
    a->prior = mem_alloc((size_t)classes * sizeof *a->prior);
    for (int32_t k = 0; k < classes; k++) a->prior[k] = 0;
    while (*text) {
        /* A class may hold commas and equals signs: its name is tried as it stands. */
        int32_t class = -1;
        const char *name = NULL;
        for (const char *at = strchr(text, '='); at && class < 0; at = strchr(at + 1, '=')) {
            class = fs_names_find(&a->data.classes, text, (size_t)(at - text));
            name = at + 1;
        }
        char number[40];
        size_t len = name ? strcspn(name, ",") : 0;
        if (class < 0 || len == 0 || len >= sizeof number) {
            cli_usage(cli,
                      "--priors: \"%.60s\" does not begin with a class of the answers and its share, as in "
                      "yes=0.3,no=0.7.",
                      text);
            return false;
        }
        memcpy(number, name, len);
        number[len] = 0;
        if (!number_parse(number, &a->prior[class]) || !(a->prior[class] > 0 && a->prior[class] <= 1e9)) {
            cli_usage(cli, "--priors: the share \"%s\" is no number above 0.", number);
            return false;
        }
        text = name + len + (name[len] == ',');
    }
    for (int32_t k = 0; k < classes; k++) {
        sum += a->prior[k];
        if (a->prior[k] > 0) continue;
        cli_usage(cli, "--priors does not name the class \"%.60s\".", fs_names_text(&a->data.classes, k, NULL));
        return false;
    }
    for (int32_t k = 0; k < classes; k++) a->prior[k] /= sum;
    return true;
}

static bool order_read(struct cli *cli, struct fs_fit_options *order, struct fs_answers_options *index) {
    const char *name = cli_value(cli, "method", "mix");
    int64_t iterations = 0, starts = 0, seed = 0, interval = 95, memory = 4096, threads = 0;
    order->method = fs_method_named(name);
    if (order->method == FS_METHODS) {
        const char *names[FS_METHODS];
        for (int m = 0; m < FS_METHODS; m++) names[m] = fs_method_name((enum fs_method)m);
        const char *near = nearest(name, names, FS_METHODS);
        cli_usage(cli, "there is no method \"%s\"%s%s%s.", name, near ? "; did you mean " : "", near ? near : "",
                  near ? "?" : "");
        return false;
    }
    if (!cli_number(cli, "iterations", 1, 100000, &iterations) || !cli_number(cli, "starts", 1, 1000, &starts) ||
        !cli_number(cli, "seed", 0, INT64_MAX, &seed) || !cli_number(cli, "interval", 1, 99, &interval) ||
        !cli_number(cli, "memory", 1, 1 << 24, &memory) || !cli_number(cli, "threads", 1, FS_THREADS_MAX, &threads))
        return false;
    order->iterations_max = (int)iterations;
    order->starts = (int)starts;
    order->seed = (uint64_t)seed;
    order->interval = (double)interval / 100;
    order->memory_bytes_max = memory << 20;
    order->threads = index->threads = (int)threads;
    order->compat = cli_switch(cli, "compat");
    order->ordinal = cli_switch(cli, "ordinal");
    index->abstain_is_answer = cli_switch(cli, "abstain-tells");
    index->keep_repeated = cli_switch(cli, "keep-repeated");
    return true;
}

static int fit_all(struct cli *cli, struct aggregate *a, struct fs_fit_options *order,
                   const struct fs_answers_options *index, struct progress *progress) {
    struct fs_problem problem = {0};
    progress->what = "fitting";
    order->stop = fit_progress;
    order->stop_arg = progress;
    enum fs_status status;
    if (cli_switch(cli, "multi")) {
        status = fs_multi_new(&a->data.table, order, &a->multi, &problem);
    } else {
        status = fs_answers_new(&a->data.table, index, &a->answers, &problem);
        fs_table_drop_columns(&a->data.table);
        if (status == FS_OK) status = fs_fit_new(a->answers, order, &a->fit, &problem);
    }
    if (status == FS_OK && a->gold) {
        a->blind = a->fit;
        a->fit = NULL;
        for (int32_t t = 0; t < a->data.tasks.count; t++)
            a->gold_right += a->gold[t] >= 0 && a->blind->label[t] == a->gold[t];
        order->gold = a->gold;
        status = fs_fit_new(a->answers, order, &a->fit, &problem);
    }
    progress_end(progress);
    return status == FS_OK ? CLI_OK : say_problem(cli, NULL, &problem);
}

/* --- outputs --- */

static int to_file(struct cli *cli, const struct aggregate *a, const char *path,
                   void (*write)(const struct aggregate *a, FILE *out)) {
    FILE *file = fopen(path, "we");
    if (!file) return cli_say_wrong(cli, "%s cannot be written: %s.", path, strerror(errno));
    write(a, file);
    bool good = !ferror(file);
    good = fclose(file) == 0 && good;
    return good ? CLI_OK : cli_say_wrong(cli, "%s cannot be written: %s.", path, strerror(errno));
}

static void summary(const struct aggregate *a) {
    fprintf(stderr, "%lld answers, %d tasks, %d workers, %d classes", (long long)a->rows, a->data.tasks.count,
            a->data.workers.count, a->data.classes.count);
    if (a->fit) {
        if (a->answers->repeated)
            fprintf(stderr, "; %lld repeated (%lld of them changed)", (long long)a->answers->repeated,
                    (long long)a->answers->conflicting);
        if (a->answers->abstained) fprintf(stderr, "; %lld abstained", (long long)a->answers->abstained);
        int64_t tied = 0;
        for (int32_t t = 0; t < a->fit->task_count; t++) tied += a->fit->tied[t];
        if (tied) fprintf(stderr, "; %lld tasks tied", (long long)tied);
        fprintf(stderr, "\n%s: %d iterations%s\n", fs_method_name(a->fit->method), a->fit->iterations,
                a->fit->converged ? "" : ", stopped before it stood still");
    } else {
        fputc('\n', stderr);
    }
    if (a->blind)
        fprintf(stderr, "%lld of %lld gold tasks right without using gold: %.2f %%\n", (long long)a->gold_right,
                (long long)a->gold_count, 100.0 * (double)a->gold_right / (double)a->gold_count);
    if (a->data.gold_unanswered)
        fprintf(stderr, "%lld gold tasks have no answers; they are left out.\n", (long long)a->data.gold_unanswered);
}

static int outputs(struct cli *cli, const struct aggregate *a) {
    const char *out = cli_value(cli, "out", NULL), *format = cli_value(cli, "format", NULL), *path;
    bool table = !out && isatty(STDOUT_FILENO) && !a->multi;
    enum aggregate_format kind = !format                       ? (table ? AGGREGATE_TABLE : AGGREGATE_CSV)
                                 : strcmp(format, "json") == 0 ? AGGREGATE_JSON
                                 : strcmp(format, "csv") == 0  ? AGGREGATE_CSV
                                                               : AGGREGATE_TABLE;
    bool posteriors = cli_switch(cli, "posteriors");
    FILE *file = out ? fopen(out, "we") : stdout;
    if (!file) return cli_say_wrong(cli, "%s cannot be written: %s.", out, strerror(errno));
    aggregate_write(a, file, kind, posteriors);
    bool good = fflush(file) == 0 && !ferror(file);
    if (out && fclose(file) != 0) good = false;
    if (!good) return cli_say_wrong(cli, "%s cannot be written: %s.", out ? out : "the output", strerror(errno));
    int code = CLI_OK;
    if ((path = cli_value(cli, "workers", NULL))) code = to_file(cli, a, path, aggregate_workers_write);
    if (code == CLI_OK && (path = cli_value(cli, "confusion", NULL)))
        code = to_file(cli, a, path, aggregate_confusion_write);
    if (code == CLI_OK && (path = cli_value(cli, "plots", NULL)) && !aggregate_plot(a, path))
        code = cli_say_wrong(cli, "the plots in %s cannot be written: %s.", path, strerror(errno));
    return code;
}

static int aggregate_run(struct cli *cli) {
    struct aggregate a = {0};
    struct fs_fit_options order = {0};
    struct fs_answers_options index = {0};
    const char *format = cli_value(cli, "format", "csv");
    const char *kind = cli_value(cli, "kind", "label");
    bool multi = cli_switch(cli, "multi");
    struct progress progress = {.on = !cli_switch(cli, "quiet") && isatty(STDERR_FILENO)};
    if (strcmp(kind, "label") != 0) return kind_run(cli, kind);
    if (strcmp(format, "csv") != 0 && strcmp(format, "json") != 0 && strcmp(format, "table") != 0)
        return cli_usage(cli, "--format is table, csv or json, not \"%s\".", format);
    if (multi && (cli_switch(cli, "gold") || cli_switch(cli, "confusion") || cli_switch(cli, "plots") ||
                  cli_switch(cli, "priors")))
        return cli_usage(cli, "--multi goes without --gold, --confusion, --plots and --priors.");
    if (cli_switch(cli, "exported") && (multi || cli_switch(cli, "gold") || cli_switch(cli, "columns")))
        return cli_usage(cli, "--exported goes without --gold, --columns and --multi: the file says all that itself.");
    if (cli_switch(cli, "exported") && strcmp(cli->args[0], "-") == 0)
        return cli_usage(cli, "--exported reads its file three times: name one.");
    if (!order_read(cli, &order, &index)) return CLI_USAGE;
    int code = data_read(cli, &a, &progress);
    if (code == CLI_OK && !(classes_ordered(cli, &a) && priors_read(cli, &a))) code = CLI_USAGE;
    order.prior = a.prior;
    if (code == CLI_OK) code = fit_all(cli, &a, &order, &index, &progress);
    if (code == CLI_OK && !cli_switch(cli, "quiet")) summary(&a);
    if (code == CLI_OK) code = outputs(cli, &a);
    fs_fit_free(a.fit);
    fs_fit_free(a.blind);
    fs_multi_free(a.multi);
    fs_answers_free(a.answers);
    fs_dataset_free(&a.data);
    fs_names_free(&a.fixes);
    free(a.fixed);
    free(a.gold);
    free(a.prior);
    return code;
}

const struct cli_command command_aggregate = {
    .name = "aggregate",
    .arguments = "FILE",
    .summary = "true labels from a file of answers",
    .text =
        "Reads answers (task, worker, label and, if there, weight and time) from CSV or JSONL, - for standard input, "
        "and works out the true label of each task, with its probability, and the accuracy of each worker. The "
        "columns are found by their names; an empty label means that the worker abstained. Needs no database.\n\n"
        "Methods (docs/statistics.md has their equations and when each fails):\n"
        "  mix          the default: Dawid-Skene under three priors, and votes, pooled\n"
        "  majority     the class with most answers; ties go to the first class, and are told\n"
        "  wawa, zbs    votes weighted by agreement with the majority, once or step by step\n"
        "  iwmv, bwa    votes weighted by skill: iterative, or Bayesian\n"
        "  dawid-skene  a confusion matrix per worker, by EM\n"
        "  prior-ds     the same with a prior at each worker's own accuracy\n"
        "  ibcc, ebcc   the same, Bayesian; ebcc also lets errors correlate\n"
        "  one-coin     one accuracy per worker\n"
        "  glad         ability of workers and difficulty of tasks\n"
        "  mace         workers know, or answer by habit\n"
        "  kos, mmsr    by agreement between workers; kos for two classes\n\n"
        "Other kinds of answers, their columns and methods (the first is the default):\n"
        "  number       task, worker, value, weight: model (biases and deviations of workers), median, mean\n"
        "  text         task, worker, text: rover (votes word by word), rover-characters, closest\n"
        "  box          task, worker, label, x, y, width, height: cluster\n"
        "  span         task, worker, label, start, end: pieces, tokens\n"
        "  mask         task, worker, mask (COCO's uncompressed run lengths): staple, rasa, majority\n"
        "  polygon      task, worker, points ([[x, y], ...]): staple, rasa, majority\n"
        "A row of a box or span without numbers says that the worker saw the task and marked nothing more.\n\n"
        "Use mix unless you know better. majority needs no model and is best when workers are equally good or "
        "errors are shared by all. Of several answers of a worker to a task the last counts.",
    .examples = "faena aggregate answers.csv\n"
                "faena aggregate answers.csv --gold known.csv --plots plots --out labels.csv --workers workers.csv\n"
                "faena aggregate answers.jsonl --method majority --format json | jq '.tasks[] | select(.tied)'\n"
                "faena aggregate codes.csv --columns item,coder,code --method dawid-skene --posteriors\n"
                "faena export --project 7123456789 --format answers --out films.jsonl\n"
                "faena aggregate films.jsonl --exported --method prior-ds\n"
                "faena aggregate --kind box --workers workers.csv boxes.csv\n"
                "faena aggregate --kind text --method rover transcripts.jsonl",
    .options = options,
    .args_min = 1,
    .args_max = 1,
    .run = aggregate_run,
};
