/* Bounds of transfers and sums; the everyday cases stand in tests/table/ledger.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "domain/ledger.h"

static struct account person(int64_t id, int64_t credits_posted) {
    return (struct account){.id = id, .kind = ACCOUNT_PERSON, .credits_posted = credits_posted};
}

static void the_largest_transfer(void **state) {
    struct account source = {.id = 1, .kind = ACCOUNT_SOURCE}, rosa = person(2, 0), project = person(3, 0);
    assert_int_equal(ledger_post(&source, &rosa, MONEY_MICROS_MAX, NULL), OK);
    assert_int_equal(ledger_post(&source, &rosa, MONEY_MICROS_MAX + 1, NULL), ERR_INVALID);
    assert_int_equal(ledger_pend(&rosa, &project, MONEY_MICROS_MAX, NULL), OK);
    assert_int_equal(account_available(&rosa), 0);
    ledger_settle(&rosa, &project, MONEY_MICROS_MAX);
    assert_int_equal(project.credits_posted, MONEY_MICROS_MAX);
    assert_int_equal(account_available(&source), -MONEY_MICROS_MAX);
}

static void sums_stay_in_64_bits(void **state) {
    struct problem p = {0};
    struct account source = {.id = 1, .kind = ACCOUNT_SOURCE, .debits_posted = INT64_MAX - 5}, rosa = person(2, 0);
    assert_int_equal(ledger_post(&source, &rosa, 6, &p), ERR_INVALID);
    assert_true(p.detail[0] != 0);
    assert_int_equal(ledger_post(&source, &rosa, 5, NULL), OK);
    struct account rich = person(3, INT64_MAX - 5), other = person(4, 100);
    assert_int_equal(ledger_post(&other, &rich, 6, NULL), ERR_INVALID);
    assert_int_equal(ledger_pend(&other, &rich, 3, NULL), OK);
    assert_int_equal(ledger_pend(&other, &rich, 3, NULL), ERR_INVALID); /* what is to come counts as well */
    assert_int_equal(account_available(&other), 97);
}

static void a_refusal_tells_what_is_missing(void **state) {
    struct problem p = {0};
    struct account rosa = person(2, 10), project = person(3, 0);
    assert_int_equal(ledger_pend(&rosa, &project, 4, &p), OK);
    assert_int_equal(ledger_post(&rosa, &project, 9, &p), ERR_SHORT_BALANCE);
    assert_int_equal(p.missing_micros, 3);
    assert_int_equal(rosa.debits_posted, 0);
    assert_int_equal(rosa.debits_pending, 4);
    assert_int_equal(project.credits_posted, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_transfer),
        cmocka_unit_test(sums_stay_in_64_bits),
        cmocka_unit_test(a_refusal_tells_what_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
