/* Agreement: published examples, values of independent programs, missing answers, and data that cannot disagree. */
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

static struct fs_answers *answers_of(struct fs_table *table) {
    struct fs_answers *answers;
    struct fs_problem problem = {0};
    if (fs_answers_new(table, NULL, &answers, &problem) != FS_OK) fail_msg("%s", problem.text);
    fs_table_free(table);
    return answers;
}

/* A line for each worker, a character for each task: the class, or a dot where there is no answer. */
static struct fs_answers *grid(int workers, const char *const *lines) {
    struct fs_table table = {0};
    for (int w = 0; w < workers; w++)
        for (int t = 0; lines[w][t]; t++)
            if (lines[w][t] != '.') assert_int_equal(fs_table_add(&table, t, w, lines[w][t] - '0'), FS_OK);
    return answers_of(&table);
}

/* Counts of classes for each task, given by as many workers as answers. */
static struct fs_answers *counts(int tasks, int classes, const int *count) {
    struct fs_table table = {0};
    for (int t = 0; t < tasks; t++)
        for (int c = 0, worker = 0; c < classes; c++)
            for (int n = 0; n < count[t * classes + c]; n++)
                assert_int_equal(fs_table_add(&table, t, worker++, c), FS_OK);
    return answers_of(&table);
}

static struct fs_agreement *agreement(const struct fs_answers *answers, const struct fs_agree_options *options) {
    struct fs_agreement *a;
    struct fs_problem problem = {0};
    if (fs_agree(answers, options, &a, &problem) != FS_OK) fail_msg("%s", problem.text);
    return a;
}

/* Krippendorff's four observers and twelve units; classes from 0, so values are one more. */
static const double values[] = {1, 2, 3, 4, 5};

static struct fs_answers *observers(void) {
    return grid(4, (const char *const[]){"012210301...", "0122113014.2", ".2221231140.", "01221330140."});
}

static void alpha_on_every_scale(void **state) {
    static const double wanted[] = {0.743421052631579, 0.8153875037548814, 0.8491071428571428, 0.7974027747116121};
    struct fs_answers *answers = observers();
    for (int scale = FS_NOMINAL; scale <= FS_RATIO; scale++) {
        struct fs_agreement *a = agreement(answers, &(struct fs_agree_options){.scale = scale, .value = values});
        assert_true(a->coefficient[FS_ALPHA].defined);
        near(a->coefficient[FS_ALPHA].value, wanted[scale], 1e-12);
        assert_int_equal(a->pairable, 40);
        assert_int_equal(a->tasks_paired, 11);
        fs_agreement_free(a);
    }
    /* The interval scale as a table of distances. */
    double distance[25];
    for (int i = 0; i < 25; i++) distance[i] = (i / 5 - i % 5) * (i / 5 - i % 5);
    struct fs_agreement *a = agreement(answers, &(struct fs_agree_options){.scale = FS_CUSTOM, .distance = distance});
    near(a->coefficient[FS_ALPHA].value, wanted[FS_INTERVAL], 1e-12);
    fs_agreement_free(a);
    fs_answers_free(answers);
}

/* irrCAC's values of the same data, to its five digits. */
static void gwet_and_fleiss_with_weights(void **state) {
    static const struct {
        enum fs_weights weights;
        double percent, gwet, fleiss;
    } wanted[] = {
        {FS_WEIGHTS_NONE, 0.81818, 0.77544, 0.76117},    {FS_WEIGHTS_LINEAR, 0.93939, 0.85874, 0.81794},
        {FS_WEIGHTS_QUADRATIC, 0.97538, 0.914, 0.86494}, {FS_WEIGHTS_ORDINAL, 0.96818, 0.89894, 0.85021},
        {FS_WEIGHTS_RADICAL, 0.89727, 0.81981, 0.78992}, {FS_WEIGHTS_RATIO, 0.95411, 0.85737, 0.82134},
    };
    struct fs_answers *answers = observers();
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct fs_agreement *a =
            agreement(answers, &(struct fs_agree_options){.value = values, .weights = wanted[i].weights});
        near(a->coefficient[FS_PERCENT].value, wanted[i].percent, 6e-6);
        near(a->coefficient[FS_GWET].value, wanted[i].gwet, 6e-6);
        near(a->coefficient[FS_FLEISS].value, wanted[i].fleiss, 6e-6);
        assert_int_equal(a->weighted, wanted[i].weights != FS_WEIGHTS_NONE);
        fs_agreement_free(a);
    }
    fs_answers_free(answers);
}

/* Fleiss 1971: 30 patients, 6 psychiatrists, 5 diagnoses; kappa .430. */
static void fleiss_published(void **state) {
    static const int diagnoses[] = {0, 0, 0, 6, 0, 0, 3, 0, 0, 3, 0, 1, 4, 0, 1, 0, 0, 0, 0, 6, 0, 3, 0, 3, 0,
                                    2, 0, 4, 0, 0, 0, 0, 4, 0, 2, 2, 0, 3, 1, 0, 2, 0, 0, 4, 0, 0, 0, 0, 0, 6,
                                    1, 0, 0, 5, 0, 1, 1, 0, 4, 0, 0, 3, 3, 0, 0, 1, 0, 0, 5, 0, 0, 2, 0, 3, 1,
                                    0, 0, 5, 0, 1, 3, 0, 0, 1, 2, 5, 1, 0, 0, 0, 0, 2, 0, 4, 0, 1, 0, 2, 0, 3,
                                    0, 0, 0, 0, 6, 0, 1, 0, 5, 0, 0, 2, 0, 1, 3, 2, 0, 0, 4, 0, 1, 0, 0, 4, 1,
                                    0, 5, 0, 1, 0, 4, 0, 0, 0, 2, 0, 2, 0, 4, 0, 1, 0, 5, 0, 0, 0, 0, 0, 0, 6};
    static const int subjects[] = {0, 0, 0, 0, 14, 0, 2, 6, 4, 2, 0, 0, 3, 5, 6, 0, 3, 9, 2, 0, 2, 2, 8, 1, 1,
                                   7, 7, 0, 0, 0,  3, 2, 6, 3, 0, 2, 5, 3, 2, 2, 6, 5, 2, 1, 0, 0, 2, 2, 3, 7};
    struct fs_answers *answers = counts(30, 5, diagnoses);
    struct fs_agreement *a = agreement(answers, NULL);
    near(a->coefficient[FS_FLEISS].value, 0.43024452006014074, 1e-12);
    fs_agreement_free(a);
    fs_answers_free(answers);
    answers = counts(10, 5, subjects);
    a = agreement(answers, NULL);
    near(a->coefficient[FS_FLEISS].value, 0.210, 0.0005);
    near(a->coefficient[FS_FLEISS].observed, 0.378, 0.0005);
    near(a->coefficient[FS_FLEISS].expected, 0.213, 0.0005);
    fs_agreement_free(a);
    fs_answers_free(answers);
}

/* A table of two workers: rows a's class, columns b's. */
static struct fs_answers *two_workers(int classes, const int *table_of_counts) {
    struct fs_table table = {0};
    int task = 0;
    for (int i = 0; i < classes * classes; i++)
        for (int n = 0; n < table_of_counts[i]; n++, task++) {
            assert_int_equal(fs_table_add(&table, task, 0, i / classes), FS_OK);
            assert_int_equal(fs_table_add(&table, task, 1, i % classes), FS_OK);
        }
    return answers_of(&table);
}

static struct fs_agree_pair only_pair(struct fs_answers *answers, const struct fs_agree_options *options) {
    struct fs_agree_pairs pairs;
    assert_int_equal(fs_agree_pairs(answers, options, 1, &pairs, NULL), FS_OK);
    assert_int_equal(pairs.count, 1);
    struct fs_agree_pair pair = pairs.pair[0];
    assert_true(!pair.defined || fabs(pairs.cohen_mean - pair.cohen) < 1e-15);
    fs_agree_pairs_free(&pairs);
    fs_answers_free(answers);
    return pair;
}

static void two_workers_published(void **state) {
    /* Cohen 1960: kappa .492 */
    struct fs_agree_pair pair = only_pair(two_workers(3, (const int[]){88, 14, 18, 10, 40, 10, 2, 6, 12}), NULL);
    near(pair.cohen, 0.492, 0.0005);
    near(pair.agreement, 0.70, 1e-12);
    assert_int_equal(pair.tasks, 200);
    /* Skewed margins (Gwet 2008): kappa says -.023, AC1 .941 of 94.4 % */
    pair = only_pair(two_workers(2, (const int[]){118, 5, 2, 0}), NULL);
    near(pair.cohen, -0.0234, 0.00005);
    near(pair.gwet, 0.9408, 0.00005);
    near(pair.scott, -0.0288, 0.00005);
    /* All the same: no chance to disagree. */
    pair = only_pair(two_workers(2, (const int[]){9, 0, 0, 0}), NULL);
    assert_false(pair.defined);
    near(pair.agreement, 1, 0);
    near(pair.cohen, 0, 0);
}

/* crowd-kit's three values. */
static void crowd_kit(void **state) {
    static const char *const perfect[] = {"10", "10"}, *const one_off[] = {"101", "100"};
    static const char *const toy[] = {"01111", "11010", ".1010", "10110", "00010"};
    const struct {
        int workers;
        const char *const *lines;
        double alpha;
    } wanted[] = {{2, perfect, 1}, {2, one_off, 0.4444444444444444}, {5, toy, 0.14219114219114215}};
    for (int i = 0; i < 3; i++) {
        struct fs_answers *answers = grid(wanted[i].workers, wanted[i].lines);
        struct fs_agreement *a = agreement(answers, NULL);
        near(a->coefficient[FS_ALPHA].value, wanted[i].alpha, 1e-15);
        fs_agreement_free(a);
        fs_answers_free(answers);
    }
    /* {dog} {cat} {cat} against {dog} {cat} {cat, mouse}, by MASI. */
    static const int32_t sets[3][2] = {{0}, {1}, {1, 2}};
    static const int sizes[] = {1, 1, 2};
    double distance[9];
    for (int i = 0; i < 9; i++) distance[i] = fs_masi_distance(sets[i / 3], sizes[i / 3], sets[i % 3], sizes[i % 3]);
    struct fs_answers *answers = grid(2, (const char *const[]){"011", "012"});
    struct fs_agreement *a = agreement(answers, &(struct fs_agree_options){.scale = FS_CUSTOM, .distance = distance});
    near(a->coefficient[FS_ALPHA].value, 0.6673336668334168, 1e-15);
    fs_agreement_free(a);
    a = agreement(answers, NULL);
    near(a->coefficient[FS_ALPHA].value, 0.5454545454545454, 1e-15);
    fs_agreement_free(a);
    fs_answers_free(answers);
    near(fs_jaccard_distance(sets[1], 1, sets[2], 2), 0.5, 0);
    near(fs_masi_distance(sets[0], 0, sets[1], 0), 0, 0);
}

/* Alpha is the weighted mean of its rows; a class against all others is alpha of two classes. */
static void rows(void **state) {
    struct fs_answers *answers = observers();
    for (int scale = FS_NOMINAL; scale <= FS_RATIO; scale++) {
        struct fs_agreement *a = agreement(answers, &(struct fs_agree_options){.scale = scale, .value = values});
        double tasks = 0, workers = 0;
        for (int t = 0; t < a->task_count; t++) tasks += a->by_task[t].alpha * (double)a->by_task[t].pairable / 40;
        for (int w = 0; w < 4; w++) workers += a->by_worker[w].alpha * (double)a->by_worker[w].pairable / 40;
        near(tasks, a->coefficient[FS_ALPHA].value, 1e-12);
        near(workers, a->coefficient[FS_ALPHA].value, 1e-12);
        assert_false(a->by_task[11].defined); /* one answer */
        near(a->by_task[0].alpha, 1, 1e-12);
        near(a->by_task[5].agreement, 0, 1e-12);
        fs_agreement_free(a);
    }
    struct fs_agreement *a = agreement(answers, NULL);
    struct fs_table table = {0};
    for (int t = 0; t < answers->task_count; t++)
        for (int64_t i = answers->start[t]; i < answers->start[t + 1]; i++)
            assert_int_equal(fs_table_add(&table, t, answers->worker[i], answers->label[i] == 2), FS_OK);
    struct fs_answers *binary = answers_of(&table);
    struct fs_agreement *b = agreement(binary, NULL);
    near(a->by_class[2].alpha, b->coefficient[FS_ALPHA].value, 1e-12);
    near(b->by_class[1].alpha, b->by_class[0].alpha, 1e-12);
    fs_agreement_free(a);
    fs_agreement_free(b);
    fs_answers_free(binary);
    fs_answers_free(answers);
}

static void intervals(void **state) {
    /* Answers of the model: each worker is right in 80 %. Over many sets the interval holds the long-run alpha. */
    enum { SETS = 60, TASKS = 120, WORKERS = 4 };
    int held = 0;
    double truth = 1 - 2 * 0.2 * 0.8 / 0.5; /* two classes alike: disagreement .32 of .5 */
    for (uint64_t seed = 0; seed < SETS; seed++) {
        struct fs_random random = fs_random_stream(seed, 3);
        struct fs_table table = {0};
        for (int t = 0; t < TASKS; t++)
            for (int w = 0, class = (int)fs_random_below(&random, 2); w < WORKERS; w++)
                fs_table_add(&table, t, w, fs_random_uniform(&random) < 0.8 ? class : 1 - class);
        struct fs_answers *answers = answers_of(&table);
        struct fs_agree_options options = {.resamples = 300, .seed = seed, .level = 0.9, .threads = 1};
        struct fs_agreement *a = agreement(answers, &options);
        const struct fs_coefficient *alpha = &a->coefficient[FS_ALPHA];
        assert_true(alpha->has_interval && alpha->low < alpha->value && alpha->value < alpha->high);
        held += alpha->low <= truth && truth <= alpha->high;
        if (seed == 0) { /* the same for every number of threads, another for another seed */
            options.threads = 8;
            struct fs_agreement *again = agreement(answers, &options);
            near(again->coefficient[FS_ALPHA].low, alpha->low, 0);
            near(again->coefficient[FS_GWET].high, a->coefficient[FS_GWET].high, 0);
            fs_agreement_free(again);
            options.seed = 99;
            again = agreement(answers, &options);
            assert_true(again->coefficient[FS_ALPHA].low != alpha->low);
            fs_agreement_free(again);
        }
        fs_agreement_free(a);
        fs_answers_free(answers);
    }
    if (held < SETS * 80 / 100 || held > SETS * 98 / 100)
        fail_msg("90 %% intervals hold the truth in %d of %d", held, SETS);
}

static void no_value(void **state) {
    /* One worker; all answers the same; one task. */
    static const char *const one[] = {"0120"}, *const same[] = {"0000", "0000"}, *const task[] = {"0", "1"};
    const struct fs_agree_options options = {.scale = FS_INTERVAL, .resamples = 50};
    struct fs_answers *answers = grid(1, one);
    struct fs_agreement *a = agreement(answers, &options);
    for (int i = 0; i < FS_COEFFICIENTS; i++) assert_false(a->coefficient[i].defined || a->coefficient[i].has_interval);
    assert_false(a->by_worker[0].defined);
    fs_agreement_free(a);
    fs_answers_free(answers);
    answers = grid(2, same);
    a = agreement(answers, &options);
    assert_false(a->coefficient[FS_ALPHA].defined);
    assert_false(a->coefficient[FS_FLEISS].defined);
    near(a->coefficient[FS_PERCENT].value, 1, 0);
    fs_agreement_free(a);
    fs_answers_free(answers);
    answers = grid(2, task);
    a = agreement(answers, &options);
    near(a->coefficient[FS_ALPHA].value, 0, 1e-15);
    assert_false(a->coefficient[FS_ALPHA].has_interval);
    fs_agreement_free(a);
    fs_answers_free(answers);
}

static void bad_input(void **state) {
    struct fs_answers *answers = observers();
    struct fs_agreement *a;
    struct fs_problem problem = {0};
    const double bad[] = {1, 2, NAN, 4, 5}, infinite[] = {1, 2, 3, INFINITY, 5}, negative[] = {-1, 2, 3, 4, 5};
    double distance[25] = {0};
    struct fs_agree_options options = {.scale = FS_INTERVAL, .value = bad};
    assert_int_equal(fs_agree(answers, &options, &a, &problem), FS_INVALID);
    assert_true(strstr(problem.text, "class 2") != NULL);
    options.value = infinite;
    assert_int_equal(fs_agree(answers, &options, &a, &problem), FS_INVALID);
    options = (struct fs_agree_options){.scale = FS_RATIO, .value = negative};
    assert_int_equal(fs_agree(answers, &options, &a, &problem), FS_INVALID);
    options = (struct fs_agree_options){.scale = FS_CUSTOM};
    assert_int_equal(fs_agree(answers, &options, &a, &problem), FS_INVALID);
    distance[1] = 1;
    options.distance = distance;
    assert_int_equal(fs_agree(answers, &options, &a, &problem), FS_INVALID);
    options = (struct fs_agree_options){.resamples = -1};
    assert_int_equal(fs_agree(answers, &options, &a, &problem), FS_INVALID);
    options = (struct fs_agree_options){.level = 1};
    assert_int_equal(fs_agree(answers, &options, &a, &problem), FS_INVALID);
    fs_answers_free(answers);
    /* Too many different answers for a table, and as many as there are on the interval scale. */
    struct fs_table table = {0};
    for (int i = 0; i < 3000; i++)
        for (int w = 0; w < 2; w++) fs_table_add(&table, i, w, (i + w) % 3000);
    answers = answers_of(&table);
    options = (struct fs_agree_options){.scale = FS_RATIO};
    assert_int_equal(fs_agree(answers, &options, &a, &problem), FS_TOO_LARGE);
    options.scale = FS_INTERVAL;
    a = agreement(answers, &options);
    assert_true(a->coefficient[FS_ALPHA].value > 0.99);
    fs_agreement_free(a);
    fs_answers_free(answers);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alpha_on_every_scale),
        cmocka_unit_test(gwet_and_fleiss_with_weights),
        cmocka_unit_test(fleiss_published),
        cmocka_unit_test(two_workers_published),
        cmocka_unit_test(crowd_kit),
        cmocka_unit_test(rows),
        cmocka_unit_test(intervals),
        cmocka_unit_test(no_value),
        cmocka_unit_test(bad_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
