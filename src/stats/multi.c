/* Multi-label: one problem of two classes for each label, "does it apply to the task". */
#include <stdlib.h>
#include <string.h>

#include "fit.h"

/* The sets behind the rows: answers of a worker to a task stand together. */
static struct fs_answers *sets_new(const struct fs_answers *rows) {
    struct fs_answers *sets = fs_calloc(1, sizeof *sets);
    if (!sets) return NULL;
    *sets = (struct fs_answers){.task_count = rows->task_count, .worker_count = rows->worker_count, .class_count = 2};
    sets->start = fs_calloc((int64_t)rows->task_count + 1, sizeof *sets->start);
    sets->worker = fs_calloc(rows->count, sizeof *sets->worker);
    sets->label = fs_calloc(rows->count, sizeof *sets->label);
    sets->abstained_by = fs_calloc(rows->worker_count, sizeof *sets->abstained_by);
    if (!sets->start || !sets->worker || !sets->label || !sets->abstained_by) {
        fs_answers_free(sets);
        return NULL;
    }
    for (int32_t t = 0; t < rows->task_count; t++) {
        for (int64_t i = rows->start[t]; i < rows->start[t + 1]; i++)
            if (i == rows->start[t] || rows->worker[i] != rows->worker[i - 1])
                sets->worker[sets->count++] = rows->worker[i];
        sets->start[t + 1] = sets->count;
    }
    return sets;
}

static void label_mark(const struct fs_answers *rows, struct fs_answers *sets, int32_t label) {
    int64_t set = -1;
    for (int32_t t = 0; t < rows->task_count; t++)
        for (int64_t i = rows->start[t]; i < rows->start[t + 1]; i++) {
            if (i == rows->start[t] || rows->worker[i] != rows->worker[i - 1]) sets->label[++set] = 0;
            sets->label[set] |= rows->label[i] == label;
        }
}

static enum fs_status labels_fit(const struct fs_answers *rows, struct fs_answers *sets,
                                 const struct fs_fit_options *options, struct fs_multi *multi,
                                 struct fs_problem *problem) {
    for (int32_t k = 0; k < multi->class_count; k++) {
        struct fs_fit *fit;
        label_mark(rows, sets, k);
        enum fs_status status = fs_fit_new(sets, options, &fit, problem);
        if (status != FS_OK) return status;
        for (int32_t t = 0; t < multi->task_count; t++)
            multi->probability[(int64_t)t * multi->class_count + k] = !fit->posterior ? fit->label[t] == 1
                                                                      : sets->start[t] < sets->start[t + 1]
                                                                          ? fit->posterior[2 * t + 1]
                                                                          : 0;
        for (int32_t w = 0; w < multi->worker_count; w++) {
            multi->skill[w] += fit->skill[w] / multi->class_count;
            multi->answered[w] = fit->answered[w];
        }
        fs_fit_free(fit);
    }
    return FS_OK;
}

enum fs_status fs_multi_new(const struct fs_table *table, const struct fs_fit_options *options, struct fs_multi **out,
                            struct fs_problem *problem) {
    struct fs_answers_options all = {.keep_repeated = true, .abstain_is_answer = true};
    struct fs_answers *rows, *sets = NULL;
    *out = NULL;
    if (options && options->gold)
        return fs_refuse(problem, FS_INVALID, "Known labels of several classes a task are not taken.");
    enum fs_status status = fs_answers_new(table, &all, &rows, problem);
    if (status != FS_OK) return status;
    struct fs_multi *multi = fs_calloc(1, sizeof *multi);
    if (multi) {
        *multi = (struct fs_multi){
            .task_count = rows->task_count, .worker_count = rows->worker_count, .class_count = rows->class_count};
        multi->probability = fs_calloc((int64_t)rows->task_count * rows->class_count, sizeof *multi->probability);
        multi->skill = fs_calloc(rows->worker_count, sizeof *multi->skill);
        multi->answered = fs_calloc(rows->worker_count, sizeof *multi->answered);
        sets = sets_new(rows);
    }
    bool good = multi && multi->probability && multi->skill && multi->answered && sets;
    status = good ? labels_fit(rows, sets, options, multi, problem)
                  : fs_refuse(problem, FS_NO_MEMORY, "There is not enough memory.");
    fs_answers_free(sets);
    fs_answers_free(rows);
    if (status == FS_OK)
        *out = multi;
    else
        fs_multi_free(multi);
    return status;
}

void fs_multi_free(struct fs_multi *multi) {
    if (!multi) return;
    free(multi->probability);
    free(multi->skill);
    free(multi->answered);
    free(multi);
}
