/* From the table of answers to answers by task: sorted, repeated ones set aside.
 *
 * Rows are counted by task and put in place (linear), then each task's few answers are sorted by worker. So the result
 * does not depend on the order of rows. An answer set aside is marked with worker -1 and squeezed out at the end. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fs_fit.h"
#include "internal.h"

enum { PARTS = 16, STACK_ITEMS = 24 };

struct item {
    int32_t worker, label;
    int64_t time, row;
    double weight;
};

struct build {
    const struct fs_table *table;
    struct fs_answers *answers;
    bool keep_repeated, abstain_is_answer;
    int abstained; /* some row is */
    int threads, parts;
    int64_t *time; /* moved beside the answers, NULL without */
    int64_t repeated[PARTS], conflicting[PARTS];
    bool failed[PARTS];
};

/* --- one task --- */

static int compare_items(const void *a, const void *b) {
    const struct item *x = a, *y = b;
    if (x->worker != y->worker) return x->worker < y->worker ? -1 : 1;
    if (x->time != y->time) return x->time < y->time ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void items_sort(struct item *items, int64_t count) {
    if (count > STACK_ITEMS) {
        qsort(items, (size_t)count, sizeof *items, compare_items);
        return;
    }
    for (int64_t i = 1; i < count; i++) {
        struct item item = items[i];
        int64_t at = i;
        for (; at > 0 && compare_items(&items[at - 1], &item) > 0; at--) items[at] = items[at - 1];
        items[at] = item;
    }
}

static void task_order(struct build *build, int part, int64_t begin, int64_t end) {
    struct fs_answers *answers = build->answers;
    struct item few[STACK_ITEMS], *items = few;
    int64_t count = end - begin, in_order = begin + 1;
    while (in_order < end && answers->worker[in_order - 1] < answers->worker[in_order]) in_order++;
    if (in_order >= end) return;
    if (count > STACK_ITEMS && !(items = malloc((size_t)count * sizeof *items))) {
        build->failed[part] = true;
        return;
    }
    for (int64_t i = 0; i < count; i++)
        items[i] = (struct item){answers->worker[begin + i], answers->label[begin + i],
                                 build->time ? build->time[begin + i] : 0, i,
                                 answers->weight ? answers->weight[begin + i] : 1};
    items_sort(items, count);
    for (int64_t i = 0; i < count; i++) {
        bool again = !build->keep_repeated && i + 1 < count && items[i + 1].worker == items[i].worker;
        int64_t last = i + 1;
        for (; again && last + 1 < count && items[last + 1].worker == items[i].worker;) last++;
        build->repeated[part] += again;
        build->conflicting[part] += again && items[last].label != items[i].label;
        answers->worker[begin + i] = again ? -1 : items[i].worker;
        answers->label[begin + i] = items[i].label;
        if (answers->weight) answers->weight[begin + i] = items[i].weight;
    }
    if (items != few) free(items);
}

static void part_order(void *arg, int part) {
    struct build *build = arg;
    const struct fs_answers *answers = build->answers;
    int64_t tasks = answers->task_count;
    for (int64_t t = tasks * part / PARTS; t < tasks * (part + 1) / PARTS; t++)
        task_order(build, part, answers->start[t], answers->start[t + 1]);
}

/* --- all --- */

/* Without a branch per row, so that it runs in lanes; the wrong row is looked for only when there is one. */
static bool row_is_wrong(const struct fs_table *table, int64_t i) {
    return (table->task[i] < 0) | (table->task[i] >= table->task_count) | (table->worker[i] < 0) |
           (table->worker[i] >= table->worker_count) | (table->label[i] < FS_ABSTAINED) |
           (table->label[i] >= table->class_count);
}

static bool weight_is_wrong(double weight) { return !(weight >= 0 && weight <= 1e9); }

static enum fs_status rows_check(const struct fs_table *table, struct fs_problem *problem) {
    int wrong = 0;
    for (int64_t i = 0; i < table->count; i++) wrong |= row_is_wrong(table, i);
    for (int64_t i = 0; table->weight && i < table->count; i++) wrong |= weight_is_wrong(table->weight[i]);
    for (int64_t i = 0; wrong && i < table->count; i++) {
        if (row_is_wrong(table, i))
            return fs_refuse(problem, FS_INVALID, "Answer %lld has a task, worker or label outside of the counts.",
                             (long long)i + 1);
        if (table->weight && weight_is_wrong(table->weight[i]))
            return fs_refuse(problem, FS_INVALID, "Answer %lld has the weight %g; a weight is a number from 0 to 1e9.",
                             (long long)i + 1, table->weight[i]);
    }
    return FS_OK;
}

static bool row_is_in(const struct build *build, int64_t row) {
    const struct fs_table *table = build->table;
    return (table->label[row] >= 0 || build->abstain_is_answer) && (!table->weight || table->weight[row] > 0);
}

/* Counting sort by task, stable. Each part looks at all rows and handles those of its own tasks. */
static void part_count(void *arg, int part) {
    struct build *build = arg;
    const struct fs_table *table = build->table;
    int64_t tasks = table->task_count, *start = build->answers->start;
    int32_t first = (int32_t)(tasks * part / build->parts), last = (int32_t)(tasks * (part + 1) / build->parts);
    bool plain = !table->weight && !build->abstained;
    for (int64_t i = 0; i < table->count; i++) {
        if (table->task[i] < first || table->task[i] >= last) continue;
        start[table->task[i] + 1] += plain || row_is_in(build, i);
    }
}

static void part_place(void *arg, int part) {
    struct build *build = arg;
    const struct fs_table *table = build->table;
    struct fs_answers *answers = build->answers;
    int64_t tasks = table->task_count, *start = answers->start;
    int32_t first = (int32_t)(tasks * part / build->parts), last = (int32_t)(tasks * (part + 1) / build->parts);
    bool plain = !table->weight && !build->abstained;
    /* start[t] runs to where the next task begins, and is set back afterwards. */
    for (int64_t i = 0; i < table->count; i++) {
        int32_t task = table->task[i];
        if (task < first || task >= last || !(plain || row_is_in(build, i))) continue;
        int64_t at = start[task]++;
        answers->worker[at] = table->worker[i];
        answers->label[at] = table->label[i] < 0 ? answers->class_count : table->label[i];
        if (answers->weight) answers->weight[at] = table->weight[i];
        if (build->time) build->time[at] = table->time[i];
    }
}

static bool rows_place(struct build *build) {
    const struct fs_table *table = build->table;
    struct fs_answers *answers = build->answers;
    int64_t *start = answers->start;
    int unsorted = 0;
    for (int64_t i = 0; i < table->count; i++) build->abstained |= table->label[i] < 0;
    for (int64_t i = 1; i < table->count; i++) unsorted |= table->task[i - 1] > table->task[i];
    for (int64_t i = 0; build->abstained && i < table->count; i++)
        if (table->label[i] < 0) answers->abstained++, answers->abstained_by[table->worker[i]]++;
    build->parts = build->threads < 4 ? build->threads : 4;
    fs_parallel(build->threads, build->parts, part_count, build);
    for (int32_t t = 0; t < answers->task_count; t++) start[t + 1] += start[t];
    answers->count = start[answers->task_count];
    answers->worker = malloc((size_t)(answers->count + 1) * sizeof *answers->worker);
    answers->label = malloc((size_t)(answers->count + 1) * sizeof *answers->label);
    if (table->weight) answers->weight = malloc((size_t)(answers->count + 1) * sizeof *answers->weight);
    if (table->time) build->time = malloc((size_t)(answers->count + 1) * sizeof *build->time);
    if (!answers->worker || !answers->label || (table->weight && !answers->weight) || (table->time && !build->time))
        return false;
    if (!unsorted && !table->weight && !build->abstained) {
        memcpy(answers->worker, table->worker, (size_t)answers->count * sizeof *answers->worker);
        memcpy(answers->label, table->label, (size_t)answers->count * sizeof *answers->label);
        if (build->time) memcpy(build->time, table->time, (size_t)answers->count * sizeof *build->time);
        return true;
    }
    fs_parallel(build->threads, build->parts, part_place, build);
    memmove(start + 1, start, (size_t)answers->task_count * sizeof *start);
    start[0] = 0;
    return true;
}

static void marked_remove(struct fs_answers *answers) {
    int64_t kept = 0, begin = 0;
    for (int32_t t = 0; t < answers->task_count; t++) {
        int64_t end = answers->start[t + 1];
        for (int64_t i = begin; i < end; i++) {
            if (answers->worker[i] < 0) continue;
            answers->worker[kept] = answers->worker[i];
            answers->label[kept] = answers->label[i];
            if (answers->weight) answers->weight[kept] = answers->weight[i];
            kept++;
        }
        answers->start[t + 1] = kept;
        begin = end;
    }
    answers->count = kept;
}

enum fs_status fs_answers_new(const struct fs_table *table, const struct fs_answers_options *options,
                              struct fs_answers **out, struct fs_problem *problem) {
    static const struct fs_answers_options defaults;
    if (!options) options = &defaults;
    *out = NULL;
    if (table->count == 0) return fs_refuse(problem, FS_EMPTY, "There are no answers.");
    enum fs_status status = rows_check(table, problem);
    if (status != FS_OK) return status;
    if (table->class_count == 0)
        return fs_refuse(problem, FS_EMPTY, "All %lld answers are abstentions; there is nothing to choose from.",
                         (long long)table->count);
    struct fs_answers *answers = fs_calloc(1, sizeof *answers);
    struct build build = {.table = table,
                          .answers = answers,
                          .keep_repeated = options->keep_repeated,
                          .abstain_is_answer = options->abstain_is_answer,
                          .threads = fs_threads(options->threads, table->count)};
    bool good = answers != NULL;
    if (good) {
        answers->task_count = table->task_count;
        answers->worker_count = table->worker_count;
        answers->class_count = table->class_count;
        answers->start = fs_calloc((int64_t)table->task_count + 1, sizeof *answers->start);
        answers->abstained_by = fs_calloc(table->worker_count, sizeof *answers->abstained_by);
        good = answers->start && answers->abstained_by && rows_place(&build);
    }
    if (good) fs_parallel(build.threads, PARTS, part_order, &build);
    for (int part = 0; good && part < PARTS; part++) {
        answers->repeated += build.repeated[part];
        answers->conflicting += build.conflicting[part];
        good = !build.failed[part];
    }
    free(build.time);
    if (!good) {
        fs_answers_free(answers);
        return fs_refuse(problem, FS_NO_MEMORY, "There is not enough memory for %lld answers.",
                         (long long)table->count);
    }
    if (answers->repeated) marked_remove(answers);
    *out = answers;
    return FS_OK;
}

void fs_answers_free(struct fs_answers *answers) {
    if (!answers) return;
    free(answers->start);
    free(answers->worker);
    free(answers->label);
    free(answers->weight);
    free(answers->abstained_by);
    free(answers);
}
