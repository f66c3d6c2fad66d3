/* The table of answers, its index, and the first methods. */
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
static struct fs_table table_of(const char *rows) {
    struct fs_table table = {0};
    int task, worker, label, used;
    for (; sscanf(rows, " %d %d %d%n", &task, &worker, &label, &used) == 3; rows += used)
        assert_int_equal(fs_table_add(&table, task, worker, label), FS_OK);
    return table;
}

static struct fs_answers *answers_of(struct fs_table *table, const struct fs_answers_options *options) {
    struct fs_answers *answers;
    struct fs_problem problem = {0};
    assert_int_equal(fs_answers_new(table, options, &answers, &problem), FS_OK);
    return answers;
}

static struct fs_fit *fit_of(const struct fs_answers *answers, const struct fs_fit_options *options) {
    struct fs_fit *fit;
    struct fs_problem problem = {0};
    enum fs_status status = fs_fit_new(answers, options, &fit, &problem);
    if (status != FS_OK) fail_msg("%s", problem.text);
    return fit;
}

static void names_are_numbers(void **state) {
    struct fs_names names = {0};
    char text[40];
    for (int i = 0; i < 10000; i++) {
        int len = snprintf(text, sizeof text, "worker-%d", i * 7 % 10000);
        assert_int_equal(fs_names_add(&names, text, (size_t)len), i);
    }
    assert_int_equal(fs_names_find(&names, "worker-7", 8), 1);
    assert_int_equal(fs_names_find(&names, "worker-x", 8), -1);
    assert_string_equal(fs_names_text(&names, 2, NULL), "worker-14");
    assert_int_equal(fs_names_add(&names, "", 0), 10000);
    assert_int_equal(fs_names_add(&names, "", 0), 10000);
    fs_names_free(&names);
    const char *const numbers[] = {"10", "9", "-1", "0.5"};
    int32_t place[4];
    for (int i = 0; i < 4; i++) fs_names_add(&names, numbers[i], strlen(numbers[i]));
    assert_int_equal(fs_names_sort(&names, place), FS_OK);
    assert_string_equal(fs_names_text(&names, 3, NULL), "10");
    assert_int_equal(place[2], 0);
    assert_int_equal(fs_names_find(&names, "9", 1), 2);
    fs_names_free(&names);
}

static void answers_are_sorted_and_the_last_counts(void **state) {
    struct fs_table table = table_of("1 0 0  0 2 1  0 1 0  1 0 1  0 2 1");
    struct fs_answers *answers = answers_of(&table, NULL);
    assert_int_equal(answers->count, 3);
    assert_int_equal(answers->repeated, 2);
    assert_int_equal(answers->conflicting, 1);
    assert_int_equal(answers->worker[0], 1);
    assert_int_equal(answers->label[2], 1); /* worker 0 on task 1: the last */
    fs_answers_free(answers);
    answers = answers_of(&table, &(struct fs_answers_options){.keep_repeated = true});
    assert_int_equal(answers->count, 5);
    fs_answers_free(answers);
    fs_table_free(&table);
}

static void majority_says_ties(void **state) {
    struct fs_table table = table_of("0 0 1  0 1 1  0 2 0   1 0 0  1 1 1   3 0 2");
    struct fs_answers *answers = answers_of(&table, NULL);
    struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = FS_MAJORITY});
    assert_int_equal(fit->label[0], 1);
    assert_true(fit->confidence[0] > 0.66 && fit->confidence[0] < 0.67);
    assert_false(fit->tied[0]);
    assert_int_equal(fit->label[1], 0);
    assert_true(fit->tied[1]);
    assert_int_equal(fit->label[2], -1);
    assert_true(fit->confidence[2] == 0);
    assert_int_equal(fit->label[3], 2);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
}

static void beta_quantiles(void **state) {
    /* of R: qbeta(0.025, 3, 7) and others */
    assert_true(fabs(fs_beta_quantile(0.025, 3, 7) - 0.0748551) < 1e-6);
    assert_true(fabs(fs_beta_quantile(0.5, 1, 1) - 0.5) < 1e-12);
    assert_true(fabs(fs_beta_quantile(0.3, 2, 1) - sqrt(0.3)) < 1e-12);
    assert_true(fabs(fs_beta_cdf(0.4, 2, 3) - 0.5248) < 1e-12);
    assert_true(fabs(fs_digamma(1) + 0.57721566490153286) < 1e-10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_numbers),
        cmocka_unit_test(answers_are_sorted_and_the_last_counts),
        cmocka_unit_test(majority_says_ties),
        cmocka_unit_test(beta_quantiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
