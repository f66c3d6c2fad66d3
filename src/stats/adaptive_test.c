#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "stats/faena-stats.h"

enum { TASKS = 600, WORKERS = 30, CLASSES = 3 };

static uint64_t state_;
static double uniform(void) {
    state_ = state_ * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(state_ >> 11) * 0x1p-53;
}

/* together: share of tasks on which all who err give the same wrong answer and err more often. */
static struct fs_answers *crowd(int answers_each, double skill, double together, int32_t *truth) {
    struct fs_table table = {.task_count = TASKS, .worker_count = WORKERS, .class_count = CLASSES};
    struct fs_answers *answers = NULL;
    for (int t = 0; t < TASKS; t++) {
        truth[t] = (int32_t)(uniform() * CLASSES);
        bool hard = uniform() < together;
        for (int i = 0; i < answers_each; i++) {
            double right = hard ? 0.35 : skill;
            int32_t label = truth[t];
            if (uniform() > right) label = (truth[t] + 1 + (hard ? 0 : (int32_t)(uniform() * (CLASSES - 1)))) % CLASSES;
            fs_table_add(&table, t, (t + i * 7) % WORKERS, label);
        }
    }
    assert_int_equal(fs_answers_new(&table, &(struct fs_answers_options){.threads = 1}, &answers, NULL), FS_OK);
    fs_table_free(&table);
    return answers;
}

static struct fs_adaptive *weigh(const struct fs_answers *a, const int32_t *gold, int most) {
    struct fs_adaptive *d = NULL;
    struct fs_adaptive_options o = {
        .method = FS_PRIOR_DS, .target = 0.95, .answers_min = 2, .answers_most = most, .gold = gold, .threads = 1};
    assert_int_equal(fs_adaptive_new(a, &o, &d, NULL), FS_OK);
    return d;
}

static double accuracy(const struct fs_fit *fit, const int32_t *truth) {
    int right = 0;
    for (int t = 0; t < TASKS; t++) right += fit->label[t] == truth[t];
    return (double)right / TASKS;
}

static void independent_errors(void **state) {
    int32_t truth[TASKS];
    state_ = 7;
    struct fs_answers *a = crowd(4, 0.8, 0, truth);
    struct fs_adaptive *d = weigh(a, NULL, 9);
    assert_true(d->rho < 0.05);
    double real = accuracy(d->fit, truth);
    assert_true(real >= d->low && real <= d->high);
    int sure = 0, more = 0;
    for (int t = 0; t < TASKS; t++) {
        assert_true(d->confidence[t] > 0 && d->confidence[t] < 1);
        sure += d->verdict[t] == FS_SURE, more += d->verdict[t] == FS_MORE;
        assert_int_equal(d->verdict[t] == FS_SURE, d->confidence[t] >= 0.95);
    }
    assert_true(sure > TASKS / 4 && more > 20);
    fs_adaptive_free(d);
    fs_answers_free(a);
}

static void correlated_errors(void **state) {
    int32_t truth[TASKS];
    state_ = 7;
    struct fs_answers *a = crowd(8, 0.85, 0.3, truth);
    struct fs_adaptive *d = weigh(a, NULL, 20), *informed;
    double real = accuracy(d->fit, truth), raw = 0;
    for (int t = 0; t < TASKS; t++) raw += d->fit->confidence[t] / TASKS;
    assert_true(raw > real + 0.05); /* the model is too sure */
    assert_true(d->accuracy < raw); /* a little less so by dispersion */
    /* With gold the confidence comes down to what is true. */
    int32_t gold[TASKS];
    for (int t = 0; t < TASKS; t++) gold[t] = t % 4 == 0 ? truth[t] : -1;
    informed = weigh(a, gold, 20);
    assert_true(informed->known == TASKS / 4 && informed->temperature > 1.2);
    assert_true(fabs(informed->accuracy - real) < fabs(d->accuracy - real));
    fs_adaptive_free(informed);
    fs_adaptive_free(d);
    fs_answers_free(a);
}

static void tempering(void **state) {
    double posterior[] = {0.9, 0.1}, prior[] = {0.5, 0.5}, out[2];
    fs_temper(posterior, prior, 2, 5, 0, 1, out);
    assert_true(fabs(out[0] - 0.9) < 1e-12);
    fs_temper(posterior, prior, 2, 5, 0.25, 1, out); /* odds 9 become 9^(1/2) */
    assert_true(fabs(out[0] - 0.75) < 1e-12);
    fs_temper(posterior, prior, 2, 5, 0, 2, out);
    assert_true(fabs(out[0] - 0.75) < 1e-12);
    double certain[] = {1, 0};
    fs_temper(certain, prior, 2, 1000, 1, 8, out);
    assert_true(isfinite(out[0]) && isfinite(out[1]) && out[0] > out[1]);
}

/* Where others have more answers than the known tasks, their labels are better than the errors of these say. */
static void known_are_harder(void **state) {
    int32_t truth[TASKS], gold[TASKS];
    struct fs_table table = {.task_count = TASKS, .worker_count = WORKERS, .class_count = CLASSES};
    struct fs_answers *a = NULL;
    int right = 0;
    state_ = 5;
    for (int t = 0; t < TASKS; t++) {
        truth[t] = (int32_t)(uniform() * CLASSES), gold[t] = t % 2 ? -1 : truth[t];
        for (int i = 0; i < (t % 2 ? 6 : 4); i++) {
            int32_t wrong = (truth[t] + 1 + (int32_t)(uniform() * (CLASSES - 1))) % CLASSES;
            fs_table_add(&table, t, (t + i * 7) % WORKERS, uniform() < 0.75 ? truth[t] : wrong);
        }
    }
    assert_int_equal(fs_answers_new(&table, &(struct fs_answers_options){.threads = 1}, &a, NULL), FS_OK);
    struct fs_adaptive *d = weigh(a, gold, 4);
    for (int t = 1; t < TASKS; t += 2) right += d->fit->label[t] == truth[t];
    double real = right / (TASKS / 2.0), of_known = 1 - d->known_wrong / d->known;
    assert_int_equal(d->known, TASKS / 2);
    assert_true(real > of_known + 0.02);
    assert_true(fabs(d->accuracy - real) < (real - of_known) / 2);
    fs_adaptive_free(d);
    fs_answers_free(a);
    fs_table_free(&table);
}

/* Watched tasks that lose too much end the saving for all. */
static void guard(void **state) {
    int32_t truth[TASKS];
    uint8_t watched[TASKS];
    state_ = 11;
    struct fs_answers *a = crowd(12, 0.62, 0, truth);
    for (int t = 0; t < TASKS; t++) watched[t] = t % 5 == 0;
    struct fs_adaptive *d = NULL;
    struct fs_adaptive_options o = {
        .method = FS_PRIOR_DS, .target = 0.55, .answers_min = 1, .answers_most = 12, .watched = watched, .threads = 1};
    assert_int_equal(fs_adaptive_new(a, &o, &d, NULL), FS_OK);
    assert_true(d->watched == TASKS / 5 && d->loss_low > 0.02 && !d->saving);
    for (int t = 0; t < TASKS; t++) assert_int_equal(d->verdict[t], FS_ALL);
    fs_adaptive_free(d);
    o.target = 0.999;
    assert_int_equal(fs_adaptive_new(a, &o, &d, NULL), FS_OK);
    assert_true(d->saving);
    fs_adaptive_free(d);
    fs_answers_free(a);
}

static void refusals(void **state) {
    struct fs_table table = {0};
    struct fs_answers *a = NULL;
    struct fs_adaptive *d = NULL;
    struct fs_problem p = {0};
    for (int i = 0; i < 300; i++) fs_table_add(&table, i, 0, i);
    assert_int_equal(fs_answers_new(&table, &(struct fs_answers_options){.threads = 1}, &a, NULL), FS_OK);
    struct fs_adaptive_options o = {.target = 0.9, .answers_min = 1, .answers_most = 3, .threads = 1};
    assert_int_equal(fs_adaptive_new(a, &o, &d, &p), FS_TOO_LARGE);
    assert_non_null(p.text[0] ? p.text : NULL);
    assert_null(d);
    fs_answers_free(a);
    fs_table_free(&table);
}

/* One careless, two with the same constant answer, two that copy: named, each for what it is; the twenty honest ones:
 * not. */
static void signals(void **state) {
    struct fs_table table = {.class_count = CLASSES};
    struct fs_answers *a = NULL;
    struct fs_fit *fit = NULL;
    struct fs_signals s;
    double seconds[25];
    state_ = 3;
    for (int w = 0; w < 25; w++) seconds[w] = w == 20 ? 2 : 10 + w;
    for (int t = 0; t < TASKS; t++) {
        int32_t truth = (int32_t)(uniform() * CLASSES), copied = uniform() < 0.6 ? truth : (truth + 1) % CLASSES;
        for (int i = 0; i < 5; i++) {
            int w = (t * 3 + i * 5) % 20;
            fs_table_add(&table, t, w, uniform() < 0.85 ? truth : (int32_t)(uniform() * CLASSES));
        }
        fs_table_add(&table, t, 20, (int32_t)(uniform() * CLASSES));
        fs_table_add(&table, t, 21, 1), fs_table_add(&table, t, 24, 1);
        if (t % 4 == 0) fs_table_add(&table, t, 22, copied), fs_table_add(&table, t, 23, copied);
    }
    assert_int_equal(fs_answers_new(&table, &(struct fs_answers_options){.threads = 1}, &a, NULL), FS_OK);
    assert_int_equal(fs_fit_new(a, &(struct fs_fit_options){.method = FS_PRIOR_DS, .threads = 1}, &fit, NULL), FS_OK);
    assert_int_equal(fs_signals_new(a, fit, seconds, 0, &s, NULL), FS_OK);
    uint64_t found = 0;
    for (int64_t i = 0; i < s.count; i++) {
        assert_true(s.signal[i].worker >= 20);
        assert_true(s.signal[i].strength >= 0 && s.signal[i].strength <= 1);
        found |= UINT64_C(1) << ((unsigned)s.signal[i].kind + 8 * (unsigned)(s.signal[i].worker - 20));
        if (s.signal[i].kind == FS_COPY) assert_int_equal(s.signal[i].other, s.signal[i].worker == 22 ? 23 : 22);
    }
    assert_true(found & 1U << FS_TOO_FAST && found & 1U << FS_CHANCE);
    assert_true(found & 1U << (8 + FS_CONSTANT) && found & UINT64_C(1) << (32 + FS_CONSTANT));
    assert_true(found & 1U << (16 + FS_COPY) && found & 1U << (24 + FS_COPY));
    fs_signals_free(&s);
    fs_fit_free(fit);
    fs_answers_free(a);
    fs_table_free(&table);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(independent_errors),
                                       cmocka_unit_test(correlated_errors),
                                       cmocka_unit_test(tempering),
                                       cmocka_unit_test(known_are_harder),
                                       cmocka_unit_test(guard),
                                       cmocka_unit_test(refusals),
                                       cmocka_unit_test(signals)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
