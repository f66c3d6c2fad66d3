/* Receipts and faults of the writer, command by command; queue_test.c looks at its threads. */
#include "base/inject.h"
#include "core/test_store.h"

/* A command that counts how often it ran, in the database and outside of it, and ends as its arguments say. */
struct order {
    int *ran;
    err end;
    int fails; /* so many times with a fault first */
};

static err count_run(struct tx *tx, struct command *c) {
    struct order *order = (struct order *)c->args; /* the test's own */
    ++*order->ran;
    if (order->end == ERR_SHORT_BALANCE) {
        c->problem->missing_micros = 77;
        problem_field_add(c->problem, "/price", "Too \"dear\".");
        problem_place_add(c->problem, "/label_config", 3, 9, "Unknown tag.");
        return problem_set(c->problem, order->end, "Short of 77 — é.");
    }
    if (order->end != OK) return problem_set(c->problem, order->end, "Refused.");
    tx_event(tx, 0, 0, c->now_usec, "test", "{}");
    if (order->fails > 0) {
        order->fails--;
        return ERR_STORE_LOST;
    }
    command_reply(c, "{\"ran\":%d}", *order->ran);
    return OK;
}
static const struct command_kind count_kind = {"count", count_run};

struct request {
    struct command command;
    struct problem problem;
    struct arena arena;
};

static void request_init(struct request *r, struct test_store *t, const char *id, char hash,
                         const struct order *order) {
    memset(r, 0, sizeof *r);
    arena_init(&r->arena);
    r->command = (struct command){.kind = &count_kind,
                                  .args = order,
                                  .actor_id = 5,
                                  .request_id = str_from(id),
                                  .now_usec = t->now_usec,
                                  .arena = &r->arena,
                                  .problem = &r->problem};
    memset(r->command.request_hash, hash, sizeof r->command.request_hash);
}

/* Through a writer, to its end. */
static void request_run(struct request *r, struct test_store *t, const char *id, char hash, const struct order *order) {
    struct writer *writer;
    request_init(r, t, id, hash, order);
    assert_int_equal(writer_start(t->store, NULL, NULL, &writer, NULL), OK);
    writer_run(writer, &r->command);
    writer_stop(writer);
}

static void a_repeat_gets_the_stored_reply(void **state) {
    struct test_store *t = *state;
    int ran = 0;
    struct order order = {&ran, OK, 0};
    struct request r;
    for (int i = 0; i < 3; i++) {
        request_run(&r, t, "one", 1, &order);
        assert_int_equal(r.command.outcome, OK);
        assert_string_equal(r.command.reply, "{\"ran\":1}");
        assert_int_equal(r.command.repeated, i > 0);
        arena_free(&r.arena);
    }
    assert_int_equal(ran, 1);
    request_run(&r, t, "one", 2, &order); /* the same id, another request */
    assert_int_equal(r.command.outcome, ERR_REQUEST_ID_REUSED);
    arena_free(&r.arena);
    request_run(&r, t, "two", 1, &order);
    assert_string_equal(r.command.reply, "{\"ran\":2}");
    arena_free(&r.arena);
    assert_int_equal(test_number(t, "SELECT count(*) FROM receipt"), 2);
}

static void ids_belong_to_their_person(void **state) {
    struct test_store *t = *state;
    int ran = 0;
    struct order order = {&ran, OK, 0};
    struct request r[2];
    request_init(&r[0], t, "same", 1, &order);
    request_init(&r[1], t, "same", 2, &order);
    r[1].command.actor_id = 6;
    r[0].command.next = &r[1].command;
    assert_int_equal(writer_batch(t->conn, &r[0].command, 2), OK);
    assert_int_equal(r[1].command.outcome, OK);
    assert_int_equal(ran, 2);
    for (int i = 0; i < 2; i++) arena_free(&r[i].arena);
}

static void a_repeat_in_the_same_batch(void **state) {
    struct test_store *t = *state;
    int ran = 0;
    struct order order = {&ran, OK, 0};
    struct request r[5];
    for (int i = 0; i < 5; i++) {
        request_init(&r[i], t, "same", 1, &order);
        if (i > 0) r[i - 1].command.next = &r[i].command;
    }
    assert_int_equal(writer_batch(t->conn, &r[0].command, 5), OK);
    for (int i = 0; i < 5; i++) {
        assert_string_equal(r[i].command.reply, "{\"ran\":1}");
        arena_free(&r[i].arena);
    }
    assert_int_equal(ran, 1);
    assert_int_equal(test_number(t, "SELECT count(*) FROM event"), 1);
}

static void a_refusal_is_stored_whole(void **state) {
    struct test_store *t = *state;
    int ran = 0;
    struct order order = {&ran, ERR_SHORT_BALANCE, 0};
    struct request r;
    for (int i = 0; i < 2; i++) {
        request_run(&r, t, "dear", 1, &order);
        assert_int_equal(r.command.outcome, ERR_SHORT_BALANCE);
        assert_int_equal(r.problem.missing_micros, 77);
        assert_string_equal(r.problem.detail, "Short of 77 — é.");
        assert_int_equal(r.problem.field_count, 2);
        assert_string_equal(r.problem.fields[0].path, "/price");
        assert_string_equal(r.problem.fields[0].detail, "Too \"dear\".");
        assert_int_equal(r.problem.fields[1].line, 3);
        assert_int_equal(r.problem.fields[1].column, 9);
        assert_int_equal(r.command.repeated, i > 0);
        arena_free(&r.arena);
    }
    assert_int_equal(ran, 1);
    assert_int_equal(test_number(t, "SELECT count(*) FROM event"), 0);
}

static void without_an_id_there_is_no_receipt(void **state) {
    struct test_store *t = *state;
    int ran = 0;
    struct order order = {&ran, OK, 0};
    struct request r;
    for (int i = 0; i < 2; i++) {
        request_run(&r, t, "", 1, &order);
        arena_free(&r.arena);
    }
    assert_int_equal(ran, 2);
    assert_int_equal(test_number(t, "SELECT count(*) FROM receipt"), 0);
}

static void a_fault_is_tried_again(void **state) {
    struct test_store *t = *state;
    int ran = 0;
    struct request r;
    struct order passing = {&ran, OK, 2}; /* in the batch, and alone once */
    request_run(&r, t, "again", 1, &passing);
    assert_int_equal(r.command.outcome, OK);
    assert_int_equal(ran, 3);
    assert_int_equal(test_number(t, "SELECT count(*) FROM event"), 1);
    arena_free(&r.arena);
    struct order lasting = {&ran, OK, 100};
    request_run(&r, t, "never", 1, &lasting);
    assert_int_equal(r.command.outcome, ERR_STORE_LOST);
    assert_true(r.problem.detail[0] != 0);
    assert_int_equal(test_number(t, "SELECT count(*) FROM event"), 1);
    assert_int_equal(test_number(t, "SELECT count(*) FROM receipt"), 1); /* a fault is no answer to keep */
    arena_free(&r.arena);
    struct order well = {&ran, OK, 0};
    request_run(&r, t, "never", 1, &well);
    assert_int_equal(r.command.outcome, OK);
    arena_free(&r.arena);
}

/* Points that fail once: whatever the fate of the COMMIT, the command runs exactly once in the end. */
static void a_commit_without_answer(void **state) {
    struct test_store *t = *state;
    struct request r;
    static const char *const armed[] = {
        "commit_lost:1", "commit:1", "begin:1", "save:1", "load:1", "save:2", "commit_lost:1,commit_lost:2"};
    for (size_t i = 0; i < sizeof armed / sizeof *armed; i++) {
        int ran = 0;
        char id[20];
        struct order order = {&ran, OK, 0};
        snprintf(id, sizeof id, "lost-%zu", i);
        setenv("FAENA_INJECT", armed[i], 1);
        inject_setup();
        request_run(&r, t, id, 1, &order);
        assert_int_equal(r.command.outcome, OK);
        assert_false(r.command.repeated);
        assert_int_equal(test_number(t, "SELECT count(*) FROM event"), i + 1);
        assert_int_equal(test_number(t, "SELECT count(*) FROM receipt"), i + 1);
        arena_free(&r.arena);
    }
    unsetenv("FAENA_INJECT");
}

static int64_t told;

static void on_events(void *arg, int64_t seq) {
    struct test_store *t = arg;
    assert_int_equal(test_number(t, "SELECT max(seq) FROM event"), seq);
    told = seq;
}

static void events_are_told_after_their_commit(void **state) {
    struct test_store *t = *state;
    struct writer *writer;
    int ran = 0;
    struct order order = {&ran, OK, 0};
    struct request r;
    assert_int_equal(writer_start(t->store, on_events, t, &writer, NULL), OK);
    for (int i = 1; i <= 3; i++) {
        request_init(&r, t, "", 0, &order);
        assert_int_equal(writer_run(writer, &r.command), OK);
        arena_free(&r.arena);
    }
    writer_stop(writer);
    assert_int_equal(told, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_repeat_gets_the_stored_reply, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(ids_belong_to_their_person, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(a_repeat_in_the_same_batch, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(a_refusal_is_stored_whole, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(without_an_id_there_is_no_receipt, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(a_fault_is_tried_again, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(events_are_told_after_their_commit, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(a_commit_without_answer, test_store_setup, test_store_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
