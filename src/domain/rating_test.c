/* Ratings are shown in complete fives, as means in tenths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "domain/rating.h"

static void nobody_stands_alone(void **state) {
    static const int64_t shown[] = {0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10};
    for (int64_t n = 0; n < 12; n++) assert_int_equal(rating_shown(n), shown[n]);
    assert_int_equal(rating_shown(100004), 100000);
}

static void means_are_tenths(void **state) {
    assert_int_equal(rating_tenths(0, 0), 0);
    assert_int_equal(rating_tenths(5, 5), 10);
    assert_int_equal(rating_tenths(25, 5), 50);
    assert_int_equal(rating_tenths(21, 5), 42);
    assert_int_equal(rating_tenths(37, 20), 19); /* 1.85 goes up */
    assert_int_equal(rating_tenths(73, 20), 37);
    assert_int_equal(rating_overall_tenths(&(struct rating_sums){.count = 5, .pay = 5, .fairness = 25, .clarity = 15}),
                     30);
    assert_int_equal(rating_overall_tenths(&(struct rating_sums){0}), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(nobody_stands_alone), cmocka_unit_test(means_are_tenths)};
    return cmocka_run_group_tests_name("rating", tests, NULL, NULL);
}
