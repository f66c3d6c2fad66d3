/* Comparators, decay, exams. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "domain/qualification.h"

static void comparators(void **state) {
    static const struct {
        enum requirement_comparator comparator;
        int64_t numbers[2];
        int count;
        bool without, at79, at80, at81;
    } cases[] = {
        {EXISTS, {0}, 0, false, true, true, true},          {DOES_NOT_EXIST, {0}, 0, true, false, false, false},
        {EQUAL_TO, {80}, 1, false, false, true, false},     {NOT_EQUAL_TO, {80}, 1, false, true, false, true},
        {LESS_THAN, {80}, 1, false, true, false, false},    {LESS_OR_EQUAL, {80}, 1, false, true, true, false},
        {GREATER_THAN, {80}, 1, false, false, false, true}, {GREATER_OR_EQUAL, {80}, 1, false, false, true, true},
        {IN_SET, {79, 81}, 2, false, true, false, true},    {NOT_IN_SET, {79, 81}, 2, false, false, true, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct requirement r = {.comparator = cases[i].comparator,
                                .numbers = {cases[i].numbers[0], cases[i].numbers[1]},
                                .number_count = cases[i].count};
        assert_int_equal(requirement_met(&r, false, 0), cases[i].without);
        assert_int_equal(requirement_met(&r, true, 79), cases[i].at79);
        assert_int_equal(requirement_met(&r, true, 80), cases[i].at80);
        assert_int_equal(requirement_met(&r, true, 81), cases[i].at81);
    }
}

static void a_score_decays_with_accuracy(void **state) {
    assert_int_equal(qualification_decayed(90, 0, 0), 90);
    assert_int_equal(qualification_decayed(90, 9, 0), 90); /* too few to say */
    assert_int_equal(qualification_decayed(90, 10, 8), 90);
    assert_int_equal(qualification_decayed(90, 10, 4), 45);
    assert_int_equal(qualification_decayed(90, 100, 79), 88);
    assert_int_equal(qualification_decayed(90, 20, 0), 0);
}

static void exams_are_drawn(void **state) {
    int seen[20] = {0}, out[20], other[20];
    for (uint64_t seed = 0; seed < 2000; seed++) {
        assert_int_equal(course_draw(seed, 20, 5, out), 5);
        for (int i = 0; i < 5; i++) {
            assert_in_range(out[i], 0, 19);
            if (i > 0) assert_true(out[i] > out[i - 1]);
            seen[out[i]]++;
        }
    }
    for (int i = 0; i < 20; i++) assert_in_range(seen[i], 400, 600); /* 500 each */
    course_draw(7, 20, 5, out);
    course_draw(7, 20, 5, other);
    assert_memory_equal(out, other, 5 * sizeof *out);
    assert_int_equal(course_draw(1, 3, 5, out), 3);
    assert_int_equal(course_next_usec(0, 0, 3600), 0);
    assert_int_equal(course_next_usec(1, 5, 3600), INT64_C(3600000005));
    assert_int_equal(course_seconds(0, 90 * INT64_C(1000000)), 90);
    assert_int_equal(course_seconds(0, 90000 * INT64_C(1000000)), 300);
    assert_int_equal(course_seconds(5, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparators),
        cmocka_unit_test(a_score_decays_with_accuracy),
        cmocka_unit_test(exams_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
