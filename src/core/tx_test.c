/* One batch's transaction: shared rows, money, events; what is checked before COMMIT. */
#include "core/test_store.h"

enum { ROSA = 100, WANDA = 200, PROJECT = 300 };

static int setup(void **state) {
    test_store_setup(state);
    struct test_store *t = *state;
    struct project_create order = {.id = PROJECT,
                                   .fields = {.title = STR("t"),
                                              .description = STR(""),
                                              .instructions = STR(""),
                                              .label_config = STR("<View/>"),
                                              .price_micros = 5,
                                              .overlap = 2,
                                              .task_seconds = 60,
                                              .approve_seconds = 0,
                                              .gold_permille = 0}};
    assert_int_equal(test_run(t, &cmd_project_create, ROSA, &order), OK);
    return 0;
}

static err money(struct tx *tx, int64_t from, int64_t to, int64_t amount, bool pending, int64_t *id) {
    static const enum account_kind kinds[] = {ACCOUNT_SOURCE, ACCOUNT_PERSON, ACCOUNT_ESCROW};
    return tx_transfer(tx,
                       &(struct transfer_order){.project_id = PROJECT,
                                                .kind = TRANSFER_PAY,
                                                .debit = from,
                                                .credit = to,
                                                .debit_kind = from == ACCOUNT_SOURCE_ID ? kinds[0]
                                                              : from == PROJECT         ? kinds[2]
                                                                                        : kinds[1],
                                                .credit_kind = to == PROJECT ? kinds[2] : kinds[1],
                                                .amount_micros = amount,
                                                .now_usec = 1},
                       pending, id, NULL);
}

static void rows_are_shared_in_a_batch(void **state) {
    struct test_store *t = *state;
    struct tx tx = {0};
    struct tx_project *first, *second, *none;
    struct account *a, *b;
    assert_int_equal(tx_begin(&tx, t->conn), OK);
    assert_int_equal(tx_project(&tx, PROJECT, &first), OK);
    first->count.reports = 7;
    first->changed = true;
    assert_int_equal(tx_project(&tx, PROJECT, &second), OK);
    assert_ptr_equal(first, second);
    assert_int_equal(tx_project(&tx, 12345, &none), OK);
    assert_null(none);
    assert_int_equal(tx_project_get(&tx, 12345, &none, &t->problem), ERR_NOT_FOUND);
    assert_int_equal(tx_account(&tx, ROSA, ACCOUNT_PERSON, &a), OK);
    assert_int_equal(tx_account(&tx, ROSA, ACCOUNT_PERSON, &b), OK);
    assert_ptr_equal(a, b);
    assert_int_equal(tx_commit(&tx), OK);
    assert_int_equal(test_number(t, "SELECT reports FROM project_count WHERE project_id = 300"), 7);
    assert_int_equal(test_number(t, "SELECT count(*) FROM account"), 0); /* only looked at */
    arena_free(&tx.arena);
}

static void unchanged_rows_are_not_saved(void **state) {
    struct test_store *t = *state;
    struct tx tx = {0};
    struct tx_project *project;
    assert_int_equal(tx_begin(&tx, t->conn), OK);
    assert_int_equal(tx_project(&tx, PROJECT, &project), OK);
    project->count.reports = 9; /* and not marked as changed */
    assert_int_equal(tx_commit(&tx), OK);
    assert_int_equal(test_number(t, "SELECT reports FROM project_count WHERE project_id = 300"), 0);
    arena_free(&tx.arena);
}

static void money_moves_and_adds_up(void **state) {
    struct test_store *t = *state;
    struct tx tx = {0};
    int64_t id, pay;
    assert_int_equal(tx_begin(&tx, t->conn), OK);
    assert_int_equal(money(&tx, ACCOUNT_SOURCE_ID, ROSA, 100, false, &id), OK);
    assert_int_equal(money(&tx, ROSA, PROJECT, 60, false, &id), OK); /* what came in this batch can leave in it */
    assert_int_equal(money(&tx, PROJECT, WANDA, 60, true, &pay), OK);
    assert_int_equal(money(&tx, PROJECT, WANDA, 1, true, &id), ERR_SHORT_BALANCE);
    assert_int_equal(tx_commit(&tx), OK);
    assert_int_equal(test_number(t, "SELECT credits_pending FROM account WHERE id = 200"), 60);
    assert_int_equal(test_number(t, "SELECT count(*) FROM transfer"), 3);

    assert_int_equal(tx_begin(&tx, t->conn), OK);
    assert_int_equal(tx_transfer_end(&tx, PROJECT, pay, WANDA, 60, true, 5), OK);
    assert_int_equal(tx_commit(&tx), OK);
    assert_int_equal(test_number(t, "SELECT credits_posted FROM account WHERE id = 200"), 60);
    assert_int_equal(test_number(t, "SELECT settled_usec FROM transfer WHERE state = 1 AND credit_account = 200"), 5);
    arena_free(&tx.arena);
}

static void a_transfer_ends_once(void **state) {
    struct test_store *t = *state;
    struct tx tx = {0};
    int64_t id, pay, other;
    assert_int_equal(tx_begin(&tx, t->conn), OK);
    assert_int_equal(money(&tx, ACCOUNT_SOURCE_ID, ROSA, 100, false, &id), OK);
    assert_int_equal(money(&tx, ROSA, PROJECT, 60, false, &id), OK);
    assert_int_equal(money(&tx, PROJECT, WANDA, 20, true, &pay), OK);
    assert_int_equal(money(&tx, PROJECT, WANDA, 20, true, &other), OK);
    assert_int_equal(tx_transfer_end(&tx, PROJECT, pay, WANDA, 20, true, 5), OK);
    assert_int_equal(tx_transfer_end(&tx, PROJECT, pay, WANDA, 20, false, 5), ERR_STORE_CONFLICT); /* a fault */
    tx_rollback(&tx);
    assert_int_equal(test_number(t, "SELECT count(*) FROM transfer"), 0);
    arena_free(&tx.arena);
}

static void below_zero_is_a_fault(void **state) {
    struct test_store *t = *state;
    struct tx tx = {0};
    struct tx_project *project;
    struct account *account;
    int64_t id;
    assert_int_equal(tx_begin(&tx, t->conn), OK);
    assert_int_equal(tx_project(&tx, PROJECT, &project), OK);
    project->count.leases = -1;
    project->changed = true;
    assert_int_equal(tx_commit(&tx), ERR_INTERNAL);
    tx_rollback(&tx);

    assert_int_equal(tx_begin(&tx, t->conn), OK);
    assert_int_equal(money(&tx, ACCOUNT_SOURCE_ID, ROSA, 100, false, &id), OK);
    assert_int_equal(tx_account(&tx, ROSA, ACCOUNT_PERSON, &account), OK);
    account->debits_posted = 101;
    assert_int_equal(tx_commit(&tx), ERR_INTERNAL);
    tx_rollback(&tx);
    assert_int_equal(test_number(t, "SELECT count(*) FROM transfer"), 0);
    assert_int_equal(test_number(t, "SELECT leases FROM project_count WHERE project_id = 300"), 0);
    arena_free(&tx.arena);
}

static void events_have_no_gaps(void **state) {
    struct test_store *t = *state;
    struct tx tx = {0};
    for (int batch = 0; batch < 4; batch++) {
        assert_int_equal(tx_begin(&tx, t->conn), OK);
        for (int i = 0; i < 3; i++) tx_event(&tx, PROJECT, 0, 1, "task.done", "{\"task\":%d}", i);
        if (batch == 2)
            tx_rollback(&tx); /* its numbers are given out again */
        else
            assert_int_equal(tx_commit(&tx), OK);
    }
    assert_int_equal(test_number(t, "SELECT count(*) FROM event"), 9);
    assert_int_equal(test_number(t, "SELECT max(seq) - min(seq) + 1 FROM event"), 9);
    assert_int_equal(test_number(t, "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'event_seq'"), 9);
    assert_int_equal(tx.last_seq, 9);
    assert_int_equal(test_number(t, "SELECT count(*) FROM event WHERE data = '{\"task\":2}' AND seq % 3 = 0"),
                     3); /* in order */
    arena_free(&tx.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_are_shared_in_a_batch, setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(unchanged_rows_are_not_saved, setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(money_moves_and_adds_up, setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(a_transfer_ends_once, setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(below_zero_is_a_fault, setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(events_have_no_gaps, setup, test_store_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
