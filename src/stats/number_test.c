/* Numbers: truth of simulated workers, intervals that hold it, slips of the keyboard, scale, and bad input. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stats/faena-stats.h"
#include "stats/numeric.h"

static void near(double got, double wanted, double tolerance) {
    if (!(fabs(got - wanted) <= tolerance)) fail_msg("%.12g, not %.12g", got, wanted);
}

enum { MOST = 20000 };

struct sheet {
    int32_t task[MOST], worker[MOST];
    double value[MOST];
    struct fs_numbers numbers;
};

static struct sheet *sheet_new(int32_t tasks, int32_t workers) {
    struct sheet *s = calloc(1, sizeof *s);
    s->numbers = (struct fs_numbers){
        .tasks = tasks, .workers = workers, .task = s->task, .worker = s->worker, .value = s->value};
    return s;
}

static void answer(struct sheet *s, int task, int worker, double value) {
    int64_t at = s->numbers.count++;
    assert_true(at < MOST);
    s->task[at] = task;
    s->worker[at] = worker;
    s->value[at] = value;
}

static struct fs_number_fit *fit_of(const struct sheet *s, const struct fs_number_options *options) {
    struct fs_number_fit *fit;
    struct fs_problem problem = {0};
    if (fs_number_new(&s->numbers, options, &fit, &problem) != FS_OK) fail_msg("%s", problem.text);
    return fit;
}

static void medians(void **state) {
    struct fs_weighted odd[] = {{3, 1}, {1, 1}, {2, 1}}, even[] = {{4, 1}, {1, 1}, {2, 1}, {3, 1}};
    struct fs_weighted heavy[] = {{1, 1}, {9, 5}, {2, 1}}, none[] = {{1, 0}};
    near(fs_weighted_median(odd, 3), 2, 0);
    near(fs_weighted_median(even, 4), 2.5, 0);
    near(fs_weighted_median(heavy, 3), 9, 0);
    near(fs_weighted_median(none, 1), 0, 0);
}

static void mean_and_median(void **state) {
    struct sheet *s = sheet_new(2, 4);
    const double values[] = {1, 2, 3, 10};
    for (int w = 0; w < 4; w++) answer(s, 0, w, values[w]);
    struct fs_number_fit *fit = fit_of(s, &(struct fs_number_options){.method = FS_NUMBER_MEAN});
    near(fit->task[0].value, 4, 1e-12);
    near(fit->task[0].error, sqrt((9 + 4 + 1 + 36) / 3.0 / 4), 1e-12);
    near(fit->task[0].high - 4, 3.182446305284263 * fit->task[0].error, 1e-9); /* t, 3 degrees */
    assert_int_equal(fit->task[1].answers, 0);
    near(fit->task[1].value, 0, 0);
    fs_number_free(fit);
    fit = fit_of(s, &(struct fs_number_options){.method = FS_NUMBER_MEDIAN});
    near(fit->task[0].value, 2.5, 1e-12);
    near(fit->worker[3].bias, 7.5, 1e-12);
    fs_number_free(fit);
    free(s);
}

struct truth {
    double task[300], bias[20], deviation[20];
};

/* Workers with biases and deviations of their own; one answer of 25 is a slip by a factor of ten. */
static struct sheet *simulated(uint64_t seed, struct truth *truth) {
    struct fs_random random = fs_random_stream(seed, 5);
    struct sheet *s = sheet_new(300, 20);
    double mean = 0;
    for (int w = 0; w < 20; w++) {
        truth->bias[w] = 2 * fs_random_normal(&random);
        truth->deviation[w] = w % 4 == 0 ? 6 : 0.5 + fs_random_uniform(&random);
        mean += truth->bias[w] / 20;
    }
    for (int w = 0; w < 20; w++) truth->bias[w] -= mean;
    for (int t = 0; t < 300; t++) {
        truth->task[t] = 50 + 20 * fs_random_normal(&random);
        for (int k = 0; k < 5; k++) {
            int w = (int)fs_random_below(&random, 20);
            double value = truth->task[t] + truth->bias[w] + truth->deviation[w] * fs_random_normal(&random);
            answer(s, t, w, fs_random_below(&random, 25) == 0 ? value * 10 : value);
        }
    }
    return s;
}

static double error_of(const struct fs_number_fit *fit, const struct truth *truth) {
    double sum = 0;
    for (int t = 0; t < 300; t++) sum += fabs(fit->task[t].value - truth->task[t]) / 300;
    return sum;
}

static void model_finds_the_truth(void **state) {
    int held = 0;
    double model = 0, median = 0, mean = 0;
    for (uint64_t seed = 0; seed < 10; seed++) {
        struct truth truth;
        struct sheet *s = simulated(seed, &truth);
        struct fs_number_fit *fit = fit_of(s, &(struct fs_number_options){.level = 0.9});
        assert_true(fit->converged);
        model += error_of(fit, &truth) / 10;
        for (int t = 0; t < 300; t++) held += fit->task[t].low <= truth.task[t] && truth.task[t] <= fit->task[t].high;
        for (int w = 0; w < 20; w++) {
            near(fit->worker[w].bias, truth.bias[w], truth.deviation[w] > 2 ? 4 : 1.5);
            if (truth.deviation[w] > 2) assert_true(fit->worker[w].deviation > 3.5);
            if (truth.deviation[w] < 2) assert_true(fit->worker[w].deviation < 3);
        }
        fs_number_free(fit);
        fit = fit_of(s, &(struct fs_number_options){.method = FS_NUMBER_MEDIAN});
        median += error_of(fit, &truth) / 10;
        fs_number_free(fit);
        fit = fit_of(s, &(struct fs_number_options){.method = FS_NUMBER_MEAN});
        mean += error_of(fit, &truth) / 10;
        fs_number_free(fit);
        free(s);
    }
    if (!(model < 0.6 * median && median < mean)) fail_msg("mean errors %g, %g, %g", model, median, mean);
    if (held < 3000 * 84 / 100 || held > 3000 * 97 / 100)
        fail_msg("90 %% intervals hold the truth in %d of 3000", held);
}

static void scale_and_shift(void **state) {
    struct truth truth;
    struct sheet *s = simulated(77, &truth);
    struct fs_number_fit *a = fit_of(s, NULL);
    for (int64_t i = 0; i < s->numbers.count; i++) s->value[i] = s->value[i] * 1e-30 - 4e-29;
    struct fs_number_fit *b = fit_of(s, NULL);
    for (int t = 0; t < 300; t++) near(b->task[t].value, a->task[t].value * 1e-30 - 4e-29, 1e-40);
    near(b->worker[3].deviation, a->worker[3].deviation * 1e-30, 1e-36);
    fs_number_free(a);
    fs_number_free(b);
    free(s);
}

static void edges(void **state) {
    /* All the same, then one worker, then very large values. */
    struct sheet *s = sheet_new(3, 3);
    for (int t = 0; t < 3; t++)
        for (int w = 0; w < 3; w++) answer(s, t, w, 7);
    struct fs_number_fit *fit = fit_of(s, NULL);
    near(fit->task[2].value, 7, 1e-9);
    assert_true(fit->task[2].error < 1e-3);
    fs_number_free(fit);
    s->numbers.count = 0;
    for (int t = 0; t < 3; t++) answer(s, t, 0, t);
    fit = fit_of(s, NULL);
    near(fit->task[2].value, 2, 1e-9);
    fs_number_free(fit);
    s->numbers.count = 0;
    answer(s, 0, 0, 1e100);
    answer(s, 0, 1, -1e100);
    answer(s, 0, 2, 1);
    for (int method = FS_NUMBER_MODEL; method <= FS_NUMBER_MEAN; method++) {
        fit = fit_of(s, &(struct fs_number_options){.method = (enum fs_number_method)method});
        assert_true(isfinite(fit->task[0].value) && isfinite(fit->task[0].low) && isfinite(fit->task[0].high));
        assert_true(isfinite(fit->worker[0].bias) && isfinite(fit->worker[0].deviation) && isfinite(fit->deviation));
        fs_number_free(fit);
    }
    free(s);
}

static void bad_input(void **state) {
    struct sheet *s = sheet_new(1, 1);
    struct fs_number_fit *fit;
    struct fs_problem problem = {0};
    assert_int_equal(fs_number_new(&s->numbers, NULL, &fit, &problem), FS_EMPTY);
    const double bad[] = {NAN, INFINITY, -INFINITY, 1e101};
    answer(s, 0, 0, 1);
    for (int i = 0; i < 4; i++) {
        s->value[0] = bad[i];
        assert_int_equal(fs_number_new(&s->numbers, NULL, &fit, &problem), FS_INVALID);
        assert_non_null(strstr(problem.text, "Answer 1"));
    }
    s->value[0] = 1;
    s->numbers.weight = (double[]){NAN};
    assert_int_equal(fs_number_new(&s->numbers, NULL, &fit, &problem), FS_INVALID);
    s->numbers.weight = NULL;
    s->task[0] = 1;
    assert_int_equal(fs_number_new(&s->numbers, NULL, &fit, &problem), FS_INVALID);
    s->task[0] = 0;
    assert_int_equal(fs_number_new(&s->numbers, &(struct fs_number_options){.level = 1}, &fit, &problem), FS_INVALID);
    assert_int_equal(fs_number_new(&s->numbers, &(struct fs_number_options){.degrees = NAN}, &fit, &problem),
                     FS_INVALID);
    free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(medians),         cmocka_unit_test(mean_and_median), cmocka_unit_test(model_finds_the_truth),
        cmocka_unit_test(scale_and_shift), cmocka_unit_test(edges),           cmocka_unit_test(bad_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
