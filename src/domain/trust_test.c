#include "domain/trust.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void near(double got, double wanted) {
    if (fabs(got - wanted) > 5e-4) fail_msg("%f and not %f", got, wanted);
}

/* Wilson's interval as it is printed in Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
static void wilson_published(void **state) {
    static const struct {
        int64_t right, n;
        double low, high;
    } rows[] = {{81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611}, {1, 29, .0061, .1718}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double low, high;
        share_interval(rows[i].right, rows[i].n, 1.959964, &low, &high);
        near(low, rows[i].low);
        near(high, rows[i].high);
    }
    double low, high;
    share_interval(0, 0, 1.96, &low, &high);
    near(low, 0);
    near(high, 1);
    share_interval(20, 20, 1.96, &low, &high);
    near(high, 1);
}

static void rate_decays(void **state) {
    assert_int_equal(gold_rate(100, 0, 0), 100);
    assert_int_equal(gold_rate(0, 500, 500), 0);
    int before = 100;
    for (int n = 0; n <= 200; n += 5) {
        int rate = gold_rate(100, n, n);
        assert_true(rate <= before && rate >= 25);
        before = rate;
    }
    assert_int_equal(before, 25);
    /* Who is often wrong stays at the full rate, however many gold tasks they answered. */
    for (int n = 0; n <= 500; n += 50) assert_int_equal(gold_rate(100, n, n / 2), 100);
    /* Whoever was trusted and fails is watched again. */
    assert_true(gold_rate(100, 60, 45) > gold_rate(100, 50, 45));
}

static void blocks(void **state) {
    assert_int_equal(gold_shown(0), 0);
    assert_int_equal(gold_shown(4), 0);
    assert_int_equal(gold_shown(5), 5);
    assert_int_equal(gold_shown(9), 5);
}

static void reveal(void **state) {
    assert_false(gold_revealed(false, false, true));
    assert_false(gold_revealed(true, false, false));
    assert_true(gold_revealed(true, true, false));
    assert_true(gold_revealed(true, false, true));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(wilson_published), cmocka_unit_test(rate_decays),
                                       cmocka_unit_test(blocks), cmocka_unit_test(reveal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
