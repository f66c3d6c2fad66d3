/* fit_kit.h - for tests: tables from text or from a model, fits, comparisons. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stats/faena-stats.h"
#include "stats/internal.h"

/* Rows "task worker label" as numbers. */
static inline struct fs_table table_of(const char *rows) {
    struct fs_table table = {0};
    int task, worker, label, used;
    for (; sscanf(rows, " %d %d %d%n", &task, &worker, &label, &used) == 3; rows += used)
        assert_int_equal(fs_table_add(&table, task, worker, label), FS_OK);
    return table;
}

static inline struct fs_answers *answers_of(const struct fs_table *table, const struct fs_answers_options *options) {
    struct fs_answers *answers;
    struct fs_problem problem = {0};
    if (fs_answers_new(table, options, &answers, &problem) != FS_OK) fail_msg("%s", problem.text);
    return answers;
}

static inline struct fs_fit *fit_of(const struct fs_answers *answers, const struct fs_fit_options *options) {
    struct fs_fit *fit;
    struct fs_problem problem = {0};
    if (fs_fit_new(answers, options, &fit, &problem) != FS_OK) fail_msg("%s", problem.text);
    return fit;
}

/* Answers from the Dawid-Skene model itself. Worker w is right with accuracy[w % count], else wrong evenly. */
struct world {
    struct fs_table table;
    int32_t *truth;
};

static inline struct world world_new(int tasks, int workers, int classes, int overlap, const double *accuracy,
                                     int count, uint64_t seed) {
    struct world world = {.truth = calloc((size_t)tasks, sizeof(int32_t))};
    struct fs_random random = {seed};
    world.table.class_count = classes;
    for (int t = 0; t < tasks; t++) {
        world.truth[t] = (int32_t)(fs_random_uniform(&random) * classes);
        int first = (int)(fs_random_uniform(&random) * workers);
        for (int i = 0; i < overlap; i++) {
            int w = (first + i * 7) % workers, label = world.truth[t];
            if (fs_random_uniform(&random) >= accuracy[w % count])
                label = (label + 1 + (int)(fs_random_uniform(&random) * (classes - 1))) % classes;
            assert_int_equal(fs_table_add(&world.table, t, w, label), FS_OK);
        }
    }
    return world;
}

static inline void world_free(struct world *world) {
    fs_table_free(&world->table);
    free(world->truth);
}

static inline double accuracy_of(const struct fs_fit *fit, const int32_t *truth) {
    int right = 0;
    for (int32_t t = 0; t < fit->task_count; t++) right += fit->label[t] == truth[t];
    return (double)right / fit->task_count;
}

/* All that leaves the library is finite, and posteriors are probabilities. */
static inline void assert_sound(const struct fs_fit *fit) {
    for (int32_t t = 0; t < fit->task_count; t++) {
        double sum = 0;
        assert_true(fit->label[t] >= -1 && fit->label[t] < fit->class_count);
        assert_true(fit->confidence[t] >= 0 && fit->confidence[t] <= 1 + 1e-9);
        for (int32_t k = 0; fit->posterior && k < fit->class_count; k++) {
            double p = fit->posterior[(int64_t)t * fit->class_count + k];
            assert_true(p >= 0 && p <= 1 + 1e-9);
            sum += p;
        }
        assert_true(!fit->posterior || fabs(sum - 1) < 1e-9);
    }
    for (int32_t w = 0; w < fit->worker_count; w++) {
        double low, high;
        fs_fit_skill_interval(fit, w, &low, &high);
        assert_true(fit->skill[w] >= 0 && fit->skill[w] <= 1);
        assert_true(low >= 0 && high <= 1 && low <= high);
    }
    for (int32_t k = 0; k < fit->class_count; k++) assert_true(fit->prior[k] >= 0 && fit->prior[k] <= 1 + 1e-9);
    assert_true(isfinite(fit->log_likelihood));
}
