/* Methods of aggregation: published results, data of the model itself, and what must not change a result. */
#include "stats/fit_kit.h"

/* Dawid & Skene 1979, table 1: 45 patients by five anaesthetists, the first of whom looked three times. */
static const char anaesthetists[] =
    "111 1111;333 4334;112 2122;222 3121;222 3222;222 3322;122 2111;333 3433;222 2223;232 2223;444 4444;222 3343;"
    "111 1111;222 3212;121 1111;111 2111;111 1111;111 1111;222 2221;222 1322;222 2222;222 2221;222 3222;221 2222;"
    "111 1111;111 1111;232 2222;111 1111;111 1111;112 1121;111 1111;333 3233;111 1111;222 2222;222 3232;433 4343;"
    "221 2232;232 3233;333 3432;111 1111;111 1111;121 2111;232 2222;121 1111;222 2222";

static void dawid_and_skene_1979(void **state) {
    struct fs_table table = {0};
    int patient = 0;
    for (const char *at = anaesthetists; *at; at += *at == ';', patient++) {
        for (int i = 0; i < 3; i++) fs_table_add(&table, patient, 0, *at++ - '1');
        at++;
        for (int i = 1; i < 5; i++) fs_table_add(&table, patient, i, *at++ - '1');
    }
    assert_int_equal(patient, 45);
    struct fs_answers *answers = answers_of(&table, &(struct fs_answers_options){.keep_repeated = true});
    struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = FS_DAWID_SKENE, .tolerance = 1e-13});
    /* The paper's class marginals, to the two digits it gives, and its log-likelihood's neighbourhood. */
    static const double marginals[] = {.40, .42, .11, .07};
    for (int k = 0; k < 4; k++) assert_true(fabs(fit->prior[k] - marginals[k]) < 0.005);
    assert_true(fit->converged);
    /* Its table 4: patient 2 is class 4, 3 is class 2, 36 is class 4; nearly all are certain. */
    assert_int_equal(fit->label[1], 3);
    assert_int_equal(fit->label[2], 1);
    assert_int_equal(fit->label[35], 3);
    int certain = 0;
    for (int t = 0; t < 45; t++) certain += fit->confidence[t] > 0.97;
    assert_true(certain >= 43);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
}

/* By hand: two workers agree on everything, the third opposes. One step of EM from the votes. */
static void one_step_of_em(void **state) {
    struct fs_table table = table_of("0 0 0  0 1 0  0 2 1  1 0 1  1 1 1  1 2 0");
    struct fs_answers *answers = answers_of(&table, NULL);
    struct fs_fit *fit =
        fit_of(answers, &(struct fs_fit_options){.method = FS_DAWID_SKENE, .compat = true, .iterations_max = 1});
    /* Shares 2/3 and 1/3; matrices [2/3 1/3], and [1/3 2/3] for the third; so 8/9 to 1/9. */
    assert_true(fabs(fit->posterior[0] - 8.0 / 9) < 1e-12);
    assert_true(fabs(fit->posterior[3] - 8.0 / 9) < 1e-12);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
}

static void every_method_recovers_its_truth(void **state) {
    static const double accuracy[] = {.95, .9, .85, .6, .55};
    for (int classes = 2; classes <= 4; classes += 2) {
        struct world world = world_new(2000, 40, classes, 7, accuracy, 5, 5);
        struct fs_answers *answers = answers_of(&world.table, NULL);
        struct fs_fit *votes = fit_of(answers, &(struct fs_fit_options){.method = FS_MAJORITY});
        for (int m = 0; m < FS_METHODS; m++) {
            if (m == FS_KOS && classes != 2) continue;
            struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = (enum fs_method)m, .starts = 2});
            assert_sound(fit);
            if (accuracy_of(fit, world.truth) < accuracy_of(votes, world.truth) - 0.002)
                fail_msg("%s: %f, majority %f", fs_method_name((enum fs_method)m), accuracy_of(fit, world.truth),
                         accuracy_of(votes, world.truth));
            for (int w = 0; w < 40 && m != FS_MAJORITY; w++)
                if (fabs(fit->skill[w] - accuracy[w % 5]) > 0.09)
                    fail_msg("%s: worker %d of %f has %f", fs_method_name((enum fs_method)m), w, accuracy[w % 5],
                             fit->skill[w]);
            fs_fit_free(fit);
        }
        fs_fit_free(votes);
        fs_answers_free(answers);
        world_free(&world);
    }
}

/* Workers who are biased, which a matrix sees and a vote does not. */
/* Most workers lean to one class: some give it whatever they see, some when in doubt. Labels that lean with them make
 * those look best, which is how methods with one number a worker run away: as published (compat) they lose to votes. */
static void none_collapses_where_workers_lean(void **state) {
    enum { TASKS = 3000, WORKERS = 60, OVERLAP = 5 };
    struct fs_random random = {17};
    struct fs_table table = {0};
    int32_t *truth = calloc(TASKS, sizeof *truth);
    for (int t = 0; t < TASKS; t++) {
        truth[t] = fs_random_uniform(&random) < 0.5;
        for (int i = 0; i < OVERLAP; i++) {
            int w = (t * 7 + i * 13 + t / 60) % WORKERS;
            double yes = w % 3 == 0 ? 0.95 : w % 3 == 1 ? (truth[t] ? 0.95 : 0.6) : (truth[t] ? 0.85 : 0.25);
            fs_table_add(&table, t, w, fs_random_uniform(&random) < yes);
        }
    }
    struct fs_answers *answers = answers_of(&table, NULL);
    struct fs_fit *votes = fit_of(answers, &(struct fs_fit_options){.method = FS_MAJORITY});
    double least = accuracy_of(votes, truth), published = 1;
    static const enum fs_method methods[] = {FS_ONE_COIN, FS_GLAD, FS_BWA, FS_IWMV};
    for (size_t m = 0; m < sizeof methods / sizeof *methods; m++) {
        struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = methods[m]});
        if (accuracy_of(fit, truth) < least)
            fail_msg("%s: %f, majority %f", fs_method_name(methods[m]), accuracy_of(fit, truth), least);
        fs_fit_free(fit);
        fit = fit_of(answers, &(struct fs_fit_options){.method = methods[m], .compat = true});
        published = fmin(published, accuracy_of(fit, truth));
        fs_fit_free(fit);
    }
    assert_true(published < least - 0.05);
    fs_fit_free(votes);
    fs_answers_free(answers);
    fs_table_free(&table);
    free(truth);
}

/* One task of a hundred is of the other class, so that kappas are mostly noise. */
static void nor_where_nearly_all_is_one_class(void **state) {
    enum { TASKS = 3000, WORKERS = 100, OVERLAP = 5 };
    struct fs_random random = {4};
    struct fs_table table = {0};
    int32_t *truth = calloc(TASKS, sizeof *truth);
    for (int t = 0; t < TASKS; t++) {
        truth[t] = t % 100 == 0;
        for (int i = 0; i < OVERLAP; i++) {
            int w = (t * 7 + i * 13 + t / 100) % WORKERS;
            bool sees = fs_random_uniform(&random) < 0.5 + 0.0045 * w;
            fs_table_add(&table, t, w, sees ? truth[t] : fs_random_uniform(&random) < 0.5);
        }
    }
    struct fs_answers *answers = answers_of(&table, NULL);
    struct fs_fit *votes = fit_of(answers, &(struct fs_fit_options){.method = FS_MAJORITY});
    static const enum fs_method methods[] = {FS_ONE_COIN, FS_GLAD, FS_BWA, FS_IWMV};
    for (size_t m = 0; m < sizeof methods / sizeof *methods; m++) {
        struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = methods[m]});
        if (accuracy_of(fit, truth) < accuracy_of(votes, truth) - 0.05)
            fail_msg("%s: %f, majority %f", fs_method_name(methods[m]), accuracy_of(fit, truth),
                     accuracy_of(votes, truth));
        fs_fit_free(fit);
    }
    fs_fit_free(votes);
    fs_answers_free(answers);
    fs_table_free(&table);
    free(truth);
}

static void matrices_and_their_intervals(void **state) {
    struct fs_table table = {0};
    struct fs_random random = {3};
    int right = 0, inside = 0, cells = 0;
    int32_t truth[1500];
    for (int t = 0; t < 1500; t++) {
        truth[t] = fs_random_uniform(&random) < 0.4;
        for (int w = 0; w < 5; w++) {
            double says_one = truth[t] ? 0.95 : w < 3 ? 0.45 : 0.1;
            fs_table_add(&table, t, w, fs_random_uniform(&random) < says_one);
        }
    }
    struct fs_answers *answers = answers_of(&table, NULL);
    struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = FS_DAWID_SKENE});
    for (int t = 0; t < 1500; t++) right += fit->label[t] == truth[t];
    assert_true(right > 1380);
    for (int w = 0; w < 5; w++) {
        double matrix[4], low[4], high[4], wanted = w < 3 ? 0.45 : 0.1;
        assert_int_equal(fs_fit_confusion(fit, w, matrix, low, high), FS_OK);
        assert_true(fabs(matrix[0] + matrix[1] - 1) < 1e-12);
        assert_true(fabs(matrix[1] - wanted) < 0.06);
        assert_true(low[1] < matrix[1] && matrix[1] < high[1]);
        inside += low[1] <= wanted && wanted <= high[1];
        inside += low[3] <= 0.95 && 0.95 <= high[3];
        cells += 2;
    }
    assert_true(inside >= cells - 3);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
}

static void equal_bits(const struct fs_fit *a, const struct fs_fit *b) {
    size_t cells = (size_t)a->task_count * (size_t)a->class_count;
    assert_memory_equal(a->label, b->label, (size_t)a->task_count * sizeof *a->label);
    assert_memory_equal(a->posterior, b->posterior, cells * sizeof *a->posterior);
    assert_memory_equal(a->skill, b->skill, (size_t)a->worker_count * sizeof *a->skill);
    assert_int_equal(a->iterations, b->iterations);
}

static void threads_and_avx2_change_no_bit(void **state) {
    static const double accuracy[] = {.9, .7, .6};
    for (int classes = 2; classes <= 6; classes++) {
        struct world world = world_new(8000, 60, classes, 5, accuracy, 3, 9);
        struct fs_answers *answers = answers_of(&world.table, &(struct fs_answers_options){.threads = 3});
        struct fs_answers *alone = answers_of(&world.table, &(struct fs_answers_options){.threads = 1});
        assert_memory_equal(answers->label, alone->label, (size_t)alone->count * sizeof *alone->label);
        for (int m = 0; m < FS_METHODS; m++) {
            if (m == FS_KOS && classes != 2) continue;
            struct fs_fit_options o = {.method = (enum fs_method)m, .starts = 1, .iterations_max = 12, .threads = 1};
            struct fs_fit *one = fit_of(answers, &o);
            o.threads = 3;
            struct fs_fit *three = fit_of(alone, &o);
            o.no_avx2 = true;
            struct fs_fit *scalar = fit_of(answers, &o);
            equal_bits(one, three);
            equal_bits(one, scalar);
            fs_fit_free(one);
            fs_fit_free(three);
            fs_fit_free(scalar);
        }
        fs_answers_free(answers);
        fs_answers_free(alone);
        world_free(&world);
    }
}

/* A table with rows in another order and tasks, workers and classes renamed. */
static struct fs_table renamed(const struct fs_table *from, int32_t *task_place, int32_t *class_place) {
    struct fs_table table = {.class_count = from->class_count};
    struct fs_random random = {77};
    int64_t *order = calloc((size_t)from->count, sizeof *order);
    for (int64_t i = 0; i < from->count; i++) {
        int64_t at = (int64_t)(fs_random_uniform(&random) * (double)(i + 1));
        order[i] = order[at];
        order[at] = i;
    }
    for (int32_t t = 0; t < from->task_count; t++) task_place[t] = from->task_count - 1 - t;
    for (int32_t k = 0; k < from->class_count; k++) class_place[k] = (k + 1) % from->class_count;
    for (int64_t i = 0; i < from->count; i++)
        fs_table_add(&table, task_place[from->task[order[i]]], (from->worker[order[i]] * 7 + 3) % from->worker_count,
                     class_place[from->label[order[i]]]);
    free(order);
    return table;
}

static void names_and_order_do_not_matter(void **state) {
    static const double accuracy[] = {.92, .8, .65, .7};
    int32_t task_place[600], class_place[4];
    struct world world = world_new(600, 25, 4, 6, accuracy, 4, 21);
    struct fs_table other = renamed(&world.table, task_place, class_place);
    struct fs_answers *a = answers_of(&world.table, NULL), *b = answers_of(&other, NULL);
    /* Those without random starts, and without ties that go on to count (wawa, zbs, iwmv: a tie goes to the first). */
    static const enum fs_method methods[] = {FS_MIX,  FS_MAJORITY, FS_DAWID_SKENE, FS_PRIOR_DS,
                                             FS_GLAD, FS_ONE_COIN, FS_IBCC,        FS_BWA};
    for (size_t m = 0; m < sizeof methods / sizeof *methods; m++) {
        struct fs_fit *x = fit_of(a, &(struct fs_fit_options){.method = methods[m], .iterations_max = 10});
        struct fs_fit *y = fit_of(b, &(struct fs_fit_options){.method = methods[m], .iterations_max = 10});
        for (int t = 0; t < 600; t++)
            for (int k = 0; k < 4; k++) {
                double p = x->posterior[t * 4 + k], q = y->posterior[task_place[t] * 4 + class_place[k]];
                if (fabs(p - q) > 1e-9)
                    fail_msg("%s: task %d, class %d: %.17g, renamed %.17g", fs_method_name(methods[m]), t, k, p, q);
            }
        fs_fit_free(x);
        fs_fit_free(y);
    }
    fs_answers_free(a);
    fs_answers_free(b);
    fs_table_free(&other);
    world_free(&world);
}

static void gold_is_fixed_and_teaches(void **state) {
    /* Two workers against one; gold says the one is right. */
    struct fs_table table = {0};
    int32_t gold[60];
    for (int t = 0; t < 60; t++) {
        for (int w = 0; w < 3; w++) fs_table_add(&table, t, w, w < 2 ? 1 - t % 2 : t % 2);
        gold[t] = t < 30 ? t % 2 : -1;
    }
    struct fs_answers *answers = answers_of(&table, NULL);
    for (int m = 0; m < FS_METHODS; m++) {
        struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = (enum fs_method)m, .gold = gold});
        assert_sound(fit);
        for (int t = 0; t < 30; t++) {
            assert_int_equal(fit->label[t], t % 2);
            assert_true(fit->confidence[t] > 1 - 1e-9);
        }
        fs_fit_free(fit);
    }
    static const enum fs_method learners[] = {FS_DAWID_SKENE, FS_PRIOR_DS, FS_IBCC, FS_ONE_COIN};
    for (size_t m = 0; m < sizeof learners / sizeof *learners; m++) {
        struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = learners[m], .gold = gold});
        struct fs_fit *blind = fit_of(answers, &(struct fs_fit_options){.method = learners[m]});
        assert_true(fit->skill[2] > blind->skill[2] + 0.2);
        fs_fit_free(fit);
        fs_fit_free(blind);
    }
    fs_answers_free(answers);
    fs_table_free(&table);
}

static void warm_start_goes_on_where_it_stopped(void **state) {
    static const double accuracy[] = {.9, .75, .6, .55};
    struct world world = world_new(3000, 30, 3, 4, accuracy, 4, 8);
    struct fs_answers *answers = answers_of(&world.table, NULL);
    struct fs_fit *cold = fit_of(answers, &(struct fs_fit_options){.method = FS_PRIOR_DS});
    double *confusion = calloc(30 * 9, sizeof *confusion);
    for (int w = 0; w < 30; w++) fs_fit_confusion(cold, w, confusion + w * 9, NULL, NULL);
    struct fs_start start = {.worker_count = 30, .class_count = 3, .confusion = confusion, .prior = cold->prior};
    /* More answers and a new worker have come. */
    for (int t = 0; t < 50; t++) fs_table_add(&world.table, t, 30, world.truth[t]);
    struct fs_answers *more = answers_of(&world.table, NULL);
    struct fs_fit *warm = fit_of(more, &(struct fs_fit_options){.method = FS_PRIOR_DS, .start = &start});
    struct fs_fit *again = fit_of(more, &(struct fs_fit_options){.method = FS_PRIOR_DS});
    assert_sound(warm);
    assert_true(warm->iterations < again->iterations);
    int same = 0;
    for (int t = 0; t < 3000; t++) same += fabs(warm->confidence[t] - again->confidence[t]) < 0.02;
    assert_true(same > 2970);
    /* One task by itself, as the fit sees its workers. */
    double posterior[3];
    int32_t workers[] = {0, 4, 99}, labels[] = {2, 2, FS_ABSTAINED};
    assert_int_equal(fs_fit_task(cold, workers, labels, 3, posterior), FS_OK);
    assert_true(posterior[2] > 0.95 && fabs(posterior[0] + posterior[1] + posterior[2] - 1) < 1e-12);
    fs_fit_free(cold);
    fs_fit_free(warm);
    fs_fit_free(again);
    fs_answers_free(answers);
    fs_answers_free(more);
    free(confusion);
    world_free(&world);
}

static void ordinal_labels_are_medians(void **state) {
    struct fs_table table = table_of("0 0 0  0 1 1  0 2 4  0 3 0  0 4 4   1 0 2  1 1 2  1 2 2  1 3 2  1 4 2");
    struct fs_answers *answers = answers_of(&table, NULL);
    struct fs_fit *fit = fit_of(answers, &(struct fs_fit_options){.method = FS_MAJORITY, .ordinal = true});
    assert_int_equal(fit->label[0], 1); /* shares 2, 1, 0, 0, 2 of 5 */
    assert_int_equal(fit->label[1], 2);
    fs_fit_free(fit);
    fit = fit_of(answers, &(struct fs_fit_options){.ordinal = true});
    assert_sound(fit);
    fs_fit_free(fit);
    fs_answers_free(answers);
    fs_table_free(&table);
}

static void labels_of_a_set_are_questions_of_their_own(void **state) {
    /* Task 0 is {0, 2} to all; task 1 is {} to all; task 2 is {1}. */
    struct fs_table table = table_of("0 0 0 0 0 2 0 1 0 0 1 2 0 2 2 0 2 0  1 0 -1 1 1 -1 1 2 -1  2 0 1 2 1 1 2 2 1");
    struct fs_multi *multi;
    assert_int_equal(fs_multi_new(&table, &(struct fs_fit_options){.method = FS_MAJORITY}, &multi, NULL), FS_OK);
    static const double wanted[] = {1, 0, 1, 0, 0, 0, 0, 1, 0};
    for (int i = 0; i < 9; i++) assert_true(fabs(multi->probability[i] - wanted[i]) < 1e-12);
    assert_int_equal(multi->answered[1], 3);
    fs_multi_free(multi);
    fs_table_free(&table);
}

/* Abstaining means "no" here; the model is told by an option. */
static void abstaining_can_tell(void **state) {
    struct fs_table table = {0};
    struct fs_random random = {11};
    int32_t truth[400];
    for (int t = 0; t < 400; t++) {
        truth[t] = fs_random_uniform(&random) < 0.5;
        for (int w = 0; w < 6; w++) {
            bool shy = w >= 2 && fs_random_uniform(&random) < (truth[t] ? 0.1 : 0.8);
            int label = fs_random_uniform(&random) < 0.75 ? truth[t] : 1 - truth[t];
            fs_table_add(&table, t, w, shy ? FS_ABSTAINED : label);
        }
    }
    struct fs_answers *deaf = answers_of(&table, NULL);
    struct fs_answers *told = answers_of(&table, &(struct fs_answers_options){.abstain_is_answer = true});
    struct fs_fit *a = fit_of(deaf, NULL), *b = fit_of(told, NULL);
    assert_sound(a);
    assert_sound(b);
    assert_true(deaf->abstained > 0 && deaf->abstained == told->abstained);
    assert_int_equal(fs_fit_answer_count(b), 3);
    assert_true(accuracy_of(b, truth) > accuracy_of(a, truth) + 0.03);
    fs_fit_free(a);
    fs_fit_free(b);
    fs_answers_free(deaf);
    fs_answers_free(told);
    fs_table_free(&table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dawid_and_skene_1979),
        cmocka_unit_test(one_step_of_em),
        cmocka_unit_test(every_method_recovers_its_truth),
        cmocka_unit_test(none_collapses_where_workers_lean),
        cmocka_unit_test(nor_where_nearly_all_is_one_class),
        cmocka_unit_test(matrices_and_their_intervals),
        cmocka_unit_test(threads_and_avx2_change_no_bit),
        cmocka_unit_test(names_and_order_do_not_matter),
        cmocka_unit_test(gold_is_fixed_and_teaches),
        cmocka_unit_test(warm_start_goes_on_where_it_stopped),
        cmocka_unit_test(ordinal_labels_are_medians),
        cmocka_unit_test(labels_of_a_set_are_questions_of_their_own),
        cmocka_unit_test(abstaining_can_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
