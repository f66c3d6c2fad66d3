/* Bad input to aggregation: every method gives a defined result or a sentence, and no NaN. */
#include "stats/fit_kit.h"

/* All methods on a table; methods that may refuse it must say why. */
static void all_methods(const struct fs_table *table, int64_t memory_bytes_max) {
    struct fs_answers *answers = answers_of(table, NULL);
    for (int m = 0; m < FS_METHODS; m++) {
        for (int compat = 0; compat < 2; compat++) {
            struct fs_fit *fit;
            struct fs_problem problem = {0};
            struct fs_fit_options o = {.method = (enum fs_method)m,
                                       .compat = compat,
                                       .iterations_max = 6,
                                       .starts = 1,
                                       .memory_bytes_max = memory_bytes_max};
            enum fs_status status = fs_fit_new(answers, &o, &fit, &problem);
            if (status == FS_OK) {
                assert_sound(fit);
                fs_fit_free(fit);
            } else {
                bool two_only = m == FS_KOS && answers->class_count != 2;
                assert_true(status == FS_TOO_LARGE || (two_only && status == FS_INVALID));
                assert_true(strlen(problem.text) > 20);
                assert_null(fit);
            }
        }
    }
    fs_answers_free(answers);
}

static void small_and_unanimous(void **state) {
    static const char *const tables[] = {
        "0 0 0",                                    /* one of everything */
        "0 0 1",                                    /* a class nobody named */
        "0 0 0  1 0 1  2 0 0",                      /* one worker */
        "0 0 0  0 1 1  0 2 1",                      /* one task */
        "0 0 0  0 1 0  1 0 0  1 1 0",               /* one class */
        "0 0 1  0 1 1  1 0 1  1 1 1",               /* unanimous */
        "0 0 0  5 3 1",                             /* tasks and workers without answers */
        "0 0 0  0 0 1  0 0 1  0 1 0",               /* repeated */
        "0 0 -1  0 1 0  1 0 1  1 1 -1  2 0 -1",     /* abstained */
        "0 0 0  0 1 1  1 0 1  1 1 0  2 0 0  2 1 1", /* always against each other */
        "0 0 0  0 1 1  0 2 2  1 0 1  1 1 2  1 2 0", /* no two agree */
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct fs_table table = table_of(tables[i]);
        all_methods(&table, 0);
        fs_table_free(&table);
    }
}

static void wrong_tables_are_refused(void **state) {
    struct fs_table table = {0};
    struct fs_answers *answers;
    struct fs_problem problem = {0};
    assert_int_equal(fs_answers_new(&table, NULL, &answers, &problem), FS_EMPTY);
    assert_true(problem.text[0]);
    assert_int_equal(fs_table_add(&table, -1, 0, 0), FS_INVALID);
    assert_int_equal(fs_table_add(&table, 0, 0, -2), FS_INVALID);
    assert_int_equal(fs_table_add_weighted(&table, 0, 0, 0, NAN, 0), FS_INVALID);
    assert_int_equal(fs_table_add_weighted(&table, 0, 0, 0, -1, 0), FS_INVALID);
    assert_int_equal(fs_table_add_weighted(&table, 0, 0, 0, INFINITY, 0), FS_INVALID);
    assert_int_equal(fs_table_add(&table, 0, 0, -1), FS_OK);
    assert_int_equal(fs_answers_new(&table, NULL, &answers, &problem), FS_EMPTY);
    assert_int_equal(fs_table_add_weighted(&table, 0, 1, 1, 2.5, 7), FS_OK);
    table.weight[1] = NAN; /* put there past the function */
    assert_int_equal(fs_answers_new(&table, NULL, &answers, &problem), FS_INVALID);
    assert_non_null(strstr(problem.text, "2"));
    table.weight[1] = 1;
    table.worker[0] = 99;
    assert_int_equal(fs_answers_new(&table, NULL, &answers, &problem), FS_INVALID);
    fs_table_free(&table);
}

static void wrong_options_are_refused(void **state) {
    struct fs_table table = table_of("0 0 0  0 1 1");
    struct fs_answers *answers = answers_of(&table, NULL);
    double prior[] = {1, NAN};
    int32_t gold[] = {2};
    struct fs_start start = {.class_count = 3};
    const struct fs_fit_options wrong[] = {
        {.method = FS_METHODS}, {.tolerance = NAN}, {.tolerance = -1}, {.interval = 1},
        {.prior = prior},       {.gold = gold},     {.start = &start},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct fs_fit *fit;
        struct fs_problem problem = {0};
        assert_int_equal(fs_fit_new(answers, &wrong[i], &fit, &problem), FS_INVALID);
        assert_true(problem.text[0] && !fit);
    }
    fs_answers_free(answers);
    fs_table_free(&table);
}

static void weights_count(void **state) {
    struct fs_table table = {0};
    fs_table_add_weighted(&table, 0, 0, 0, 0.4, 0);
    fs_table_add_weighted(&table, 0, 1, 0, 0.5, 0);
    fs_table_add_weighted(&table, 0, 2, 1, 1.1, 0);
    fs_table_add_weighted(&table, 1, 0, 1, 0, 0); /* as if not given */
    fs_table_add_weighted(&table, 2, 1, 1, 1e9, 0);
    all_methods(&table, 0);
    struct fs_answers *answers = answers_of(&table, NULL);
    struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = FS_MAJORITY});
    assert_int_equal(fit->label[0], 1);
    assert_true(fabs(fit->confidence[0] - 0.55) < 1e-12);
    assert_int_equal(fit->label[1], -1);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
}

static void time_decides_which_is_the_last(void **state) {
    struct fs_table table = {0};
    fs_table_add_weighted(&table, 0, 0, 1, 1, 200);
    fs_table_add_weighted(&table, 0, 0, 0, 1, 100);
    struct fs_answers *answers = answers_of(&table, NULL);
    assert_int_equal(answers->count, 1);
    assert_int_equal(answers->label[0], 1);
    fs_answers_free(answers);
    fs_table_free(&table);
}

/* Products of 1,500 probabilities are below what a double holds; logarithms are not. */
static void many_answers_on_a_task(void **state) {
    struct fs_table table = {0};
    struct fs_random random = {1};
    for (int w = 0; w < 1500; w++) {
        fs_table_add(&table, 0, w, fs_random_uniform(&random) < 0.7 ? 0 : 1);
        fs_table_add(&table, 1, w, fs_random_uniform(&random) < 0.6 ? 1 : 0);
        fs_table_add(&table, 2, w, (int)(fs_random_uniform(&random) * 3));
    }
    all_methods(&table, 0);
    struct fs_answers *answers = answers_of(&table, NULL);
    struct fs_fit *fit = fit_of(answers, NULL);
    assert_int_equal(fit->label[0], 0);
    assert_int_equal(fit->label[1], 1);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
}

/* 10,000 classes: what counts votes works, in little memory too; what has matrices works or says why not. */
static void many_classes(void **state) {
    struct fs_table table = {0};
    struct fs_random random = {2};
    int right = 0;
    for (int t = 0; t < 3000; t++)
        for (int w = 0; w < 5; w++) {
            int truth = t * 3 + 1;
            fs_table_add(&table, t, (t + w * 5) % 40,
                         fs_random_uniform(&random) < 0.7 ? truth : (int)(fs_random_uniform(&random) * 10000));
        }
    struct fs_answers *answers = answers_of(&table, NULL);
    static const enum fs_method votes[] = {FS_MAJORITY, FS_WAWA, FS_ZBS, FS_IWMV, FS_ONE_COIN};
    for (size_t m = 0; m < sizeof votes / sizeof *votes; m++) {
        struct fs_fit *fit =
            fit_of(answers, &(struct fs_fit_options){.method = votes[m], .memory_bytes_max = 20 << 20});
        assert_null(fit->posterior);
        assert_sound(fit);
        assert_int_equal(fs_fit_confusion(fit, 0, NULL, NULL, NULL), FS_TOO_LARGE);
        right = 0;
        for (int t = 0; t < 3000; t++) right += fit->label[t] == t * 3 + 1;
        assert_true(right > 2800);
        fs_fit_free(fit);
    }
    struct fs_fit *fit;
    struct fs_problem problem = {0};
    assert_int_equal(fs_fit_new(answers, &(struct fs_fit_options){.memory_bytes_max = 20 << 20}, &fit, &problem),
                     FS_TOO_LARGE);
    assert_non_null(strstr(problem.text, "majority"));
    fs_answers_free(answers);
    fs_table_free(&table);
}

/* The table without posteriors gives the same labels as the one with them (iwmv as published: it judges no worker
 * beyond chance there). */
static void narrow_equals_wide(void **state) {
    static const double accuracy[] = {.9, .6, .5};
    struct world world = world_new(400, 20, 30, 5, accuracy, 3, 4);
    struct fs_answers *answers = answers_of(&world.table, NULL);
    static const enum fs_method votes[] = {FS_MAJORITY, FS_WAWA, FS_ZBS, FS_IWMV};
    for (size_t m = 0; m < sizeof votes / sizeof *votes; m++) {
        struct fs_fit *wide = fit_of(answers, &(struct fs_fit_options){.method = votes[m], .compat = true});
        struct fs_fit *narrow =
            fit_of(answers, &(struct fs_fit_options){.method = votes[m], .compat = true, .memory_bytes_max = 1});
        assert_non_null(wide->posterior);
        assert_null(narrow->posterior);
        for (int t = 0; t < 400; t++) {
            assert_int_equal(wide->label[t], narrow->label[t]);
            assert_int_equal(wide->tied[t], narrow->tied[t]);
            assert_true(fabs(wide->confidence[t] - narrow->confidence[t]) < 1e-12);
        }
        fs_fit_free(wide);
        fs_fit_free(narrow);
    }
    fs_answers_free(answers);
    world_free(&world);
}

static bool stop_at_once(void *arg, int iteration, int iterations_max) {
    ++*(int *)arg;
    return true;
}

static void a_fit_can_be_stopped(void **state) {
    static const double accuracy[] = {.7};
    struct world world = world_new(300, 20, 3, 5, accuracy, 1, 4);
    struct fs_answers *answers = answers_of(&world.table, NULL);
    struct fs_fit *fit;
    int asked = 0;
    struct fs_fit_options o = {.method = FS_DAWID_SKENE, .stop = stop_at_once, .stop_arg = &asked};
    assert_int_equal(fs_fit_new(answers, &o, &fit, NULL), FS_STOPPED);
    assert_null(fit);
    assert_int_equal(asked, 1);
    fs_answers_free(answers);
    world_free(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_and_unanimous),
        cmocka_unit_test(wrong_tables_are_refused),
        cmocka_unit_test(wrong_options_are_refused),
        cmocka_unit_test(weights_count),
        cmocka_unit_test(time_decides_which_is_the_last),
        cmocka_unit_test(many_answers_on_a_task),
        cmocka_unit_test(many_classes),
        cmocka_unit_test(narrow_equals_wide),
        cmocka_unit_test(a_fit_can_be_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
