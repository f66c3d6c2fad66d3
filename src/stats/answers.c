/* From the table of answers to answers by task: sorted, repeated ones set aside.
 *
 * Rows are counted by task and put in place (linear), then each task's few answers are sorted by worker. So the result
 * does not depend on the order of rows. An answer set aside is marked with worker -1 and squeezed out at the end. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fs_fit.h"
#include "internal.h"

enum { PARTS = 16, COUNTING_PARTS = 4, STACK_ITEMS = 24 };

struct item {
    int32_t worker, label;
    int64_t time, row;
    double weight;
};

struct build {
    const struct fs_table *table;
    struct fs_answers *answers;
    bool keep_repeated, abstain_is_answer;
    bool sorted; /* rows come by task */
    bool plain;  /* every row counts 1: no weights, nothing abstained */
    int threads, parts;
    uint32_t *count; /* [part][task]: answers; then where the part's next one goes, from the task's start */
    int64_t *time;   /* moved beside the answers, NULL without */
    int wrong[PARTS], abstained[PARTS], unsorted[PARTS];
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

/* Few answers without weight and time: (worker, label) in one number, ordered by its upper half, stable. */
static void task_order_few(struct build *build, int part, int32_t *worker, int32_t *label, int count) {
    uint64_t item[STACK_ITEMS];
    bool keep = build->keep_repeated;
    for (int i = 0; i < count; i++) {
        uint64_t one = (uint64_t)(uint32_t)worker[i] << 32 | (uint32_t)label[i];
        int at = i;
        for (; at > 0 && item[at - 1] >> 32 > one >> 32; at--) item[at] = item[at - 1];
        item[at] = one;
    }
    for (int i = count - 1, last = i; i >= 0; i--) {
        bool again = !keep && i + 1 < count && item[i + 1] >> 32 == item[i] >> 32;
        if (!again) last = i;
        build->repeated[part] += again;
        build->conflicting[part] += again && (uint32_t)item[last] != (uint32_t)item[i];
        worker[i] = again ? -1 : (int32_t)(item[i] >> 32);
        label[i] = (int32_t)(uint32_t)item[i];
    }
}

static void task_order(struct build *build, int part, int64_t begin, int64_t end) {
    struct fs_answers *answers = build->answers;
    struct item few[STACK_ITEMS], *items = few;
    int64_t count = end - begin, in_order = begin + 1;
    while (in_order < end && answers->worker[in_order - 1] < answers->worker[in_order]) in_order++;
    if (in_order >= end) return;
    if (count <= STACK_ITEMS && !answers->weight && !build->time) {
        task_order_few(build, part, answers->worker + begin, answers->label + begin, (int)count);
        return;
    }
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

static void part_check(void *arg, int part) {
    struct build *build = arg;
    const struct fs_table *table = build->table;
    int64_t begin = table->count * part / build->parts, end = table->count * (part + 1) / build->parts;
    int wrong = 0, abstained = 0, unsorted = 0;
    for (int64_t i = begin; i < end; i++) wrong |= row_is_wrong(table, i);
    for (int64_t i = begin; i < end; i++) abstained |= table->label[i] < 0;
    for (int64_t i = begin ? begin : 1; i < end; i++) unsorted |= table->task[i - 1] > table->task[i];
    for (int64_t i = begin; table->weight && i < end; i++) wrong |= weight_is_wrong(table->weight[i]);
    build->wrong[part] = wrong;
    build->abstained[part] = abstained;
    build->unsorted[part] = unsorted;
}

static enum fs_status rows_check(struct build *build, struct fs_problem *problem) {
    const struct fs_table *table = build->table;
    bool wrong = false;
    fs_parallel(build->threads, build->parts, part_check, build);
    build->plain = !table->weight;
    build->sorted = true;
    for (int part = 0; part < build->parts; part++) {
        wrong |= build->wrong[part] != 0;
        build->plain &= !build->abstained[part];
        build->sorted &= !build->unsorted[part];
    }
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

/* Counting sort by task, stable. Each part takes a run of rows; its answers of a task come behind those of the parts
 * before it, so the number of parts does not change the result. */
static void part_count(void *arg, int part) {
    struct build *build = arg;
    const struct fs_table *table = build->table;
    int64_t begin = table->count * part / build->parts, end = table->count * (part + 1) / build->parts;
    uint32_t *count = build->count + (int64_t)part * table->task_count;
    if (build->plain)
        for (int64_t i = begin; i < end; i++) count[table->task[i]]++;
    else
        for (int64_t i = begin; i < end; i++) count[table->task[i]] += row_is_in(build, i);
}

static void counts_add_up(struct build *build) {
    int64_t tasks = build->table->task_count, *start = build->answers->start;
    for (int64_t t = 0; t < tasks; t++) {
        uint32_t sum = 0;
        for (int part = 0; part < build->parts; part++) {
            uint32_t *count = &build->count[part * tasks + t], own = *count;
            *count = sum;
            sum += own;
        }
        start[t + 1] = start[t] + sum;
    }
    build->answers->count = start[tasks];
}

static void part_place(void *arg, int part) {
    struct build *build = arg;
    const struct fs_table *table = build->table;
    struct fs_answers *answers = build->answers;
    int64_t begin = table->count * part / build->parts, end = table->count * (part + 1) / build->parts;
    uint32_t *count = build->count + (int64_t)part * table->task_count;
    for (int64_t i = begin; i < end; i++) {
        int32_t task = table->task[i];
        if (!build->plain && !row_is_in(build, i)) continue;
        int64_t at = answers->start[task] + count[task]++;
        answers->worker[at] = table->worker[i];
        answers->label[at] = table->label[i] < 0 ? answers->class_count : table->label[i];
        if (answers->weight) answers->weight[at] = table->weight[i];
        if (build->time) build->time[at] = table->time[i];
    }
}

static bool columns_new(struct build *build) {
    struct fs_answers *answers = build->answers;
    size_t count = (size_t)answers->count + 1;
    answers->worker = malloc(count * sizeof *answers->worker);
    answers->label = malloc(count * sizeof *answers->label);
    if (build->table->weight) answers->weight = malloc(count * sizeof *answers->weight);
    if (build->table->time) build->time = malloc(count * sizeof *build->time);
    return answers->worker && answers->label && (!build->table->weight || answers->weight) &&
           (!build->table->time || build->time);
}

static bool rows_place(struct build *build) {
    const struct fs_table *table = build->table;
    struct fs_answers *answers = build->answers;
    bool copy = build->sorted && build->plain;
    for (int64_t i = 0; !build->plain && i < table->count; i++)
        if (table->label[i] < 0) answers->abstained++, answers->abstained_by[table->worker[i]]++;
    /* Sorted rows are counted by one: a part would wait for nothing but its pages. */
    if (copy) build->parts = 1;
    build->count = fs_calloc((int64_t)build->parts * table->task_count, sizeof *build->count);
    if (!build->count) return false;
    fs_parallel(build->threads, build->parts, part_count, build);
    counts_add_up(build);
    if (!columns_new(build)) return false;
    if (copy) {
        memcpy(answers->worker, table->worker, (size_t)answers->count * sizeof *answers->worker);
        memcpy(answers->label, table->label, (size_t)answers->count * sizeof *answers->label);
        if (build->time) memcpy(build->time, table->time, (size_t)answers->count * sizeof *build->time);
    } else {
        fs_parallel(build->threads, build->parts, part_place, build);
    }
    free(build->count);
    build->count = NULL;
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
    struct build build = {.table = table,
                          .keep_repeated = options->keep_repeated,
                          .abstain_is_answer = options->abstain_is_answer,
                          .threads = fs_threads(options->threads, table->count)};
    build.parts = build.threads < COUNTING_PARTS ? build.threads : COUNTING_PARTS;
    enum fs_status status = rows_check(&build, problem);
    if (status != FS_OK) return status;
    if (table->class_count == 0)
        return fs_refuse(problem, FS_EMPTY, "All %lld answers are abstentions; there is nothing to choose from.",
                         (long long)table->count);
    struct fs_answers *answers = fs_calloc(1, sizeof *answers);
    build.answers = answers;
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
    free(build.count);
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
