/* What may be asked for, which addresses are the same, which cells are dangerous. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "domain/payout.h"

static void asked_within_the_terms(void **state) {
    struct payout_terms terms = {.on = true, .least_micros = 1000000, .methods = STR("bank,  mobile money ,")};
    struct problem p = {0};
    assert_int_equal(payout_check(&terms, 1000000, STR("mobile money"), &p), OK);
    assert_int_equal(payout_check(&terms, 999999, STR("bank"), &p), ERR_INVALID);
    assert_int_equal(p.field_count, 1);
    p = (struct problem){0};
    assert_int_equal(payout_check(&terms, 5, STR("gold coins"), &p), ERR_INVALID);
    assert_int_equal(p.field_count, 2);
    p = (struct problem){0};
    terms.methods = STR(" , ");
    assert_int_equal(payout_check(&terms, 1000000, STR("gold coins"), &p), OK);
    terms.on = false;
    assert_int_equal(payout_check(&terms, 1000000, STR("bank"), &p), ERR_CONFLICT);
}

static void methods_are_a_list(void **state) {
    str methods = STR(" bank ,mobile money,, wallet");
    assert_true(str_is(payout_method(methods, 0), "bank"));
    assert_true(str_is(payout_method(methods, 1), "mobile money"));
    assert_true(str_is(payout_method(methods, 2), "wallet"));
    assert_int_equal(payout_method(methods, 3).len, 0);
    assert_int_equal(payout_method(STR(""), 0).len, 0);
}

static bool same(const char *a, const char *b) {
    char x[PAYOUT_KEY_BYTES], y[PAYOUT_KEY_BYTES];
    return str_equal(payout_address_key(str_from(a), x), payout_address_key(str_from(b), y));
}

static void an_account_is_one_however_written(void **state) {
    assert_true(same("+57 300-123 4567", "573001234567"));
    assert_true(same("ES12 0049 1500", "es1200491500"));
    assert_true(same("Ana@Example.org", "ana@example.org"));
    assert_false(same("573001234567", "573001234568"));
    assert_false(same("josé", "jos"));
}

static void no_cell_is_a_formula(void **state) {
    assert_true(payout_cell_is_formula(STR("=1+1")));
    assert_true(payout_cell_is_formula(STR("@cmd")));
    assert_true(payout_cell_is_formula(STR("-2+3")));
    assert_true(payout_cell_is_formula(STR("+A1")));
    assert_false(payout_cell_is_formula(STR("+57 300 123")));
    assert_false(payout_cell_is_formula(STR("ana")));
    assert_false(payout_cell_is_formula(STR("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(asked_within_the_terms), cmocka_unit_test(methods_are_a_list),
                                       cmocka_unit_test(an_account_is_one_however_written),
                                       cmocka_unit_test(no_cell_is_a_formula)};
    return cmocka_run_group_tests_name("payout", tests, NULL, NULL);
}
