#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stats/faena-stats.h"

static const struct fs_forecast_options usual = {.classes = 2,
                                                 .stop = FS_STOP_ALL,
                                                 .answers_min = 1,
                                                 .answers_most = 3,
                                                 .target = 0.95,
                                                 .right = 80000,
                                                 .answers = 100000,
                                                 .seed = 1};

static struct fs_forecast of(struct fs_forecast_options o) {
    struct fs_forecast f;
    assert_int_equal(fs_forecast_new(&o, &f, NULL), FS_OK);
    assert_true(f.low <= f.accuracy && f.accuracy <= f.high && f.answers_low <= f.answers &&
                f.answers <= f.answers_high);
    return f;
}

static void majority_by_hand(void **state) {
    (void)state;
    struct fs_forecast_options o = usual;
    struct fs_forecast f = of(o);
    assert_true(fabs(f.accuracy - 0.896) < 0.01); /* p^3 + 3 p^2 (1 - p) */
    assert_true(f.answers == 3 && f.sure == 0);
    o.answers_most = 1;
    assert_true(fabs(of(o).accuracy - 0.8) < 0.01);
    o.classes = 10, o.answers_most = 5;
    assert_true(of(o).accuracy > 0.985); /* wrong answers do not meet */
}

static void spread_and_rho_keep_the_mean(void **state) {
    (void)state;
    struct fs_forecast_options o = usual;
    o.answers_most = 1, o.spread = 0.1, o.rho = 0.1;
    assert_true(fabs(of(o).accuracy - 0.8) < 0.02);
}

static void one_more_where_two_differ(void **state) {
    (void)state;
    struct fs_forecast_options o = usual;
    o.stop = FS_STOP_AGREED, o.answers_min = 2;
    struct fs_forecast f = of(o);
    assert_true(fabs(f.answers - 2.32) < 0.02); /* 2 + 2 p (1 - p) */
    assert_true(fabs(f.accuracy - 0.896) < 0.01);
}

static void saves_and_keeps_the_target(void **state) {
    (void)state;
    struct fs_forecast_options o = usual;
    o.stop = FS_STOP_SURE, o.answers_min = 2, o.answers_most = 12, o.classes = 4, o.right = 85000;
    struct fs_forecast f = of(o);
    assert_true(f.answers < 5 && f.answers > 2 && f.sure > 0.9);
    assert_true(f.accuracy > o.target - 0.005);
    o.rho = 0.3; /* who errs together is asked more, and knows less in the end */
    struct fs_forecast g = of(o);
    assert_true(g.answers > f.answers && g.accuracy < f.accuracy);
}

static void nobody_who_knows(void **state) {
    (void)state;
    struct fs_forecast_options o = usual;
    o.stop = FS_STOP_SURE, o.answers_min = 2, o.answers_most = 5, o.classes = 4, o.right = 0;
    struct fs_forecast f = of(o);
    assert_true(f.answers > 4.9 && f.accuracy < 0.4);
}

static void known_better_is_narrower(void **state) {
    (void)state;
    struct fs_forecast_options o = usual;
    o.right = 8, o.answers = 10;
    struct fs_forecast wide = of(o), narrow = of(usual);
    assert_true(wide.high - wide.low > 3 * (narrow.high - narrow.low));
}

static void same_every_time_and_refused(void **state) {
    (void)state;
    struct fs_problem p;
    struct fs_forecast f, g = of(usual);
    struct fs_forecast_options o = usual;
    f = of(o);
    assert_memory_equal(&f, &g, sizeof f);
    o.classes = 1;
    assert_int_equal(fs_forecast_new(&o, &f, &p), FS_INVALID);
    o = usual, o.answers_min = 4;
    assert_int_equal(fs_forecast_new(&o, &f, &p), FS_INVALID);
    o = usual, o.right = NAN;
    assert_int_equal(fs_forecast_new(&o, &f, &p), FS_INVALID);
    o = usual, o.rho = 1;
    assert_int_equal(fs_forecast_new(&o, &f, &p), FS_INVALID);
    o = usual, o.stop = FS_STOP_SURE, o.target = 0.2;
    assert_int_equal(fs_forecast_new(&o, &f, &p), FS_INVALID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(majority_by_hand),           cmocka_unit_test(spread_and_rho_keep_the_mean),
        cmocka_unit_test(one_more_where_two_differ),  cmocka_unit_test(saves_and_keeps_the_target),
        cmocka_unit_test(nobody_who_knows),           cmocka_unit_test(known_better_is_narrower),
        cmocka_unit_test(same_every_time_and_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
