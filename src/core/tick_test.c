/* What time does: leases end, answers are approved, old things go; the time is given, so nothing is waited for. */
#include "core/test_store.h"
#include "domain/work.h"

enum { ROSA = 100, WANDA = 200, WIM = 201, PROJECT = 300, PRICE = 50000 };

static err tick(struct test_store *t, bool *more) {
    static int64_t cursor = -1;
    struct tick_args args = {.receipt_cursor = &cursor};
    err e = test_run(t, &cmd_tick, 0, &args);
    if (more) *more = strstr(t->reply, "true") != NULL;
    return e;
}

/* A live project with this many tasks, paid for. */
static void project_new(struct test_store *t, int tasks, int overlap, int64_t task_seconds, int64_t approve_seconds) {
    struct project_create order = {.id = PROJECT,
                                   .fields = {.title = STR("t"),
                                              .description = STR(""),
                                              .instructions = STR(""),
                                              .label_config = STR("<View/>"),
                                              .price_micros = PRICE,
                                              .overlap = overlap,
                                              .task_seconds = task_seconds,
                                              .approve_seconds = approve_seconds}};
    struct person_create rosa = {.id = ROSA,
                                 .handle = STR("rosa"),
                                 .display_name = STR(""),
                                 .password_hash = STR(""),
                                 .language = STR("en"),
                                 .roles = PERSON_REQUESTER};
    struct person_credit credit = {.id = ROSA, .amount_micros = INT64_C(1000) * 1000 * 1000};
    struct project_step_args publish = {.id = PROJECT, .step = PROJECT_PUBLISH};
    assert_int_equal(test_run(t, &cmd_person_create, ROSA, &rosa), OK);
    assert_int_equal(test_run(t, &cmd_person_credit, 0, &credit), OK);
    assert_int_equal(test_run(t, &cmd_project_create, ROSA, &order), OK);
    struct task_row *rows = mem_alloc(sizeof *rows * (size_t)tasks);
    for (int i = 0; i < tasks; i++) {
        rows[i].data = STR("{}");
        memcpy(rows[i].key_hash, &i, sizeof i);
    }
    struct task_add add = {.project_id = PROJECT, .rows = rows, .count = (size_t)tasks};
    assert_int_equal(test_run(t, &cmd_task_add, ROSA, &add), OK);
    free(rows);
    assert_int_equal(test_run(t, &cmd_project_step, ROSA, &publish), OK);
}

static err take(struct test_store *t, int64_t worker_id) {
    return test_run(t, &cmd_work_take, worker_id, &(struct work_take){.project_id = PROJECT});
}

static err submit(struct test_store *t, int64_t worker_id, int64_t task_id, bool take_next) {
    struct work_submit answer = {.project_id = PROJECT,
                                 .task_id = task_id,
                                 .result = STR("[]"),
                                 .answer_key = STR("{}"),
                                 .gold_right = -1,
                                 .take_next = take_next};
    return test_run(t, &cmd_work_submit, worker_id, &answer);
}

static void a_lease_ends_at_its_deadline(void **state) {
    struct test_store *t = *state;
    project_new(t, 1, 1, 60, 3600);
    assert_int_equal(take(t, WANDA), OK);
    t->now_usec += MINUTE - 1;
    assert_int_equal(tick(t, NULL), OK);
    assert_int_equal(test_number(t, "SELECT state FROM lease"), LEASE_LIVE);
    assert_int_equal(take(t, WIM), ERR_NO_WORK);
    t->now_usec += 1;
    assert_int_equal(tick(t, NULL), OK);
    assert_int_equal(test_number(t, "SELECT state FROM lease"), LEASE_EXPIRED);
    assert_int_equal(test_number(t, "SELECT count(*) FROM transfer WHERE kind = 3 AND state = 2"), 1);
    assert_int_equal(test_number(t, "SELECT credits_pending FROM account WHERE id = 200"), 0);
    assert_int_equal(take(t, WIM), OK);
}

static void whoever_comes_back_in_time_keeps_it(void **state) {
    struct test_store *t = *state;
    project_new(t, 1, 1, 60, 3600);
    assert_int_equal(take(t, WANDA), OK);
    t->now_usec += 2 * MINUTE; /* over, but no tick has come */
    assert_int_equal(take(t, WANDA), OK);
    assert_int_equal(tick(t, NULL), OK);
    assert_int_equal(test_number(t, "SELECT state FROM lease"), LEASE_LIVE);
    assert_int_equal(submit(t, WANDA, 1, false), OK);
    assert_non_null(strstr(t->reply, "\"late\":false"));
}

static void an_answer_is_approved_when_its_time_comes(void **state) {
    struct test_store *t = *state;
    project_new(t, 2, 1, 60, 3600);
    assert_int_equal(take(t, WANDA), OK);
    assert_int_equal(submit(t, WANDA, 1, false), OK);
    t->now_usec += 60 * MINUTE - 1;
    assert_int_equal(tick(t, NULL), OK);
    assert_int_equal(test_number(t, "SELECT state FROM annotation"), ANNOTATION_SUBMITTED);
    t->now_usec += 1;
    assert_int_equal(tick(t, NULL), OK);
    assert_int_equal(test_number(t, "SELECT state FROM annotation"), ANNOTATION_APPROVED);
    assert_int_equal(test_number(t, "SELECT decided_usec FROM annotation"), t->now_usec);
    assert_int_equal(test_number(t, "SELECT credits_posted FROM account WHERE id = 200"), PRICE);
    assert_int_equal(
        test_number(t, "SELECT count(*) FROM event WHERE kind = 'annotation.approved' AND person_id = 200"), 1);
    assert_int_equal(tick(t, NULL), OK); /* and only once */
    assert_int_equal(test_number(t, "SELECT credits_posted FROM account WHERE id = 200"), PRICE);
}

static void much_is_done_in_several_ticks(void **state) {
    enum { TASKS = 450 };
    struct test_store *t = *state;
    project_new(t, TASKS, 1, 60, 60);
    for (int64_t worker = 1000; worker < 1000 + TASKS; worker++) assert_int_equal(take(t, worker), OK);
    t->now_usec += 5 * MINUTE;
    int ticks = 0;
    for (bool more = true; more; ticks++) assert_int_equal(tick(t, &more), OK);
    assert_int_equal(ticks, 3);
    assert_int_equal(test_number(t, "SELECT count(*) FROM lease WHERE state = 0"), 0);
    assert_int_equal(test_number(t, "SELECT leases FROM project_count"), 0);
    assert_int_equal(test_number(t, "SELECT debits_pending FROM account WHERE id = 300"), 0);
    assert_int_equal(test_number(t, "SELECT count(*) FROM task WHERE state = 1"), TASKS);
}

static void a_completed_project_gives_back_what_ends(void **state) {
    struct test_store *t = *state;
    project_new(t, 1, 1, 60, 60);
    int64_t before = test_number(t, "SELECT credits_posted - debits_posted FROM account WHERE id = 100");
    assert_int_equal(take(t, WANDA), OK);
    struct project_step_args complete = {.id = PROJECT, .step = PROJECT_COMPLETE};
    assert_int_equal(test_run(t, &cmd_project_step, ROSA, &complete), OK);
    assert_int_equal(test_number(t, "SELECT credits_posted - debits_posted FROM account WHERE id = 300"), PRICE);
    t->now_usec += 2 * MINUTE;
    assert_int_equal(tick(t, NULL), OK);
    assert_int_equal(test_number(t, "SELECT credits_posted - debits_posted FROM account WHERE id = 300"), 0);
    assert_int_equal(test_number(t, "SELECT credits_posted - debits_posted FROM account WHERE id = 100"),
                     before + PRICE);
}

/* So many tasks more, as an import adds them. */
static void tasks_add(struct test_store *t, int first, int count) {
    struct task_row *rows = mem_alloc(sizeof *rows * (size_t)count);
    for (int i = 0; i < count; i++) {
        int number = first + i;
        rows[i].data = STR("{}");
        memcpy(rows[i].key_hash, &number, sizeof number);
    }
    struct task_add add = {.project_id = PROJECT, .rows = rows, .count = (size_t)count};
    assert_int_equal(test_run(t, &cmd_task_add, ROSA, &add), OK);
    free(rows);
}

static int64_t open_tasks(struct test_store *t) { return test_number(t, "SELECT count(*) FROM task WHERE state = 1"); }

static int64_t answers_paid_for(struct test_store *t) {
    return test_number(t, "SELECT credits_posted - debits_posted FROM account WHERE id = 300") / PRICE;
}

static void much_new_work_comes_into_the_queue_in_steps(void **state) {
    struct test_store *t = *state;
    struct project_step_args publish = {.id = PROJECT, .step = PROJECT_PUBLISH};
    bool more;
    project_new(t, 3, 1, 60, 60);
    tasks_add(t, 3, 2 * OPEN_TASKS_MAX + 700);
    assert_int_equal(test_run(t, &cmd_project_step, ROSA, &publish), OK);
    assert_int_equal(open_tasks(t), 3 + OPEN_TASKS_MAX);
    assert_int_equal(answers_paid_for(t), 3 + 2 * OPEN_TASKS_MAX + 700);
    for (int64_t worker = 1000; worker < 1005; worker++) assert_int_equal(take(t, worker), OK); /* work goes on */
    assert_int_equal(test_number(t, "SELECT max(task_id) FROM lease"), 5);
    tasks_add(t, 2 * OPEN_TASKS_MAX + 703, 10); /* and more of it, while the rest still comes in */
    assert_int_equal(test_run(t, &cmd_project_step, ROSA, &publish), OK);
    assert_int_equal(tick(t, &more), OK);
    assert_true(more);
    for (int ticks = 0; more; ticks++) {
        assert_true(ticks < 3);
        int64_t before = open_tasks(t);
        assert_int_equal(tick(t, &more), OK);
        assert_true(open_tasks(t) - before <= OPEN_TASKS_MAX);
    }
    assert_int_equal(open_tasks(t), 3 + 2 * OPEN_TASKS_MAX + 710 - 5);
    assert_int_equal(test_number(t, "SELECT opened_to - funded_to FROM project_count"), 0);
    assert_int_equal(test_number(t, "SELECT count(*) - count(DISTINCT position) FROM task"), 0);
    assert_int_equal(test_number(t, "SELECT count(*) FROM task a JOIN task b ON b.id = a.id + 1 AND b.position <="
                                    " a.position"),
                     0);
    assert_true(test_number(t, "SELECT next_position - max(position) FROM project_count, task") > 0);
}

static void what_is_completed_before_all_is_in_the_queue_ends(void **state) {
    struct test_store *t = *state;
    struct project_step_args step = {.id = PROJECT, .step = PROJECT_PUBLISH};
    project_new(t, 1, 1, 60, 60);
    tasks_add(t, 1, 2 * OPEN_TASKS_MAX);
    assert_int_equal(test_run(t, &cmd_project_step, ROSA, &step), OK);
    step.step = PROJECT_COMPLETE;
    assert_int_equal(test_run(t, &cmd_project_step, ROSA, &step), OK);
    assert_int_equal(answers_paid_for(t), 0); /* all of it went back */
    assert_int_equal(test_number(t, "SELECT opened_to - funded_to FROM project_count"), 0);
    assert_int_equal(tick(t, NULL), OK);
    assert_int_equal(open_tasks(t), 1 + OPEN_TASKS_MAX);
    assert_int_equal(take(t, WANDA), ERR_PROJECT_CLOSED);
}

static void medians_follow_the_answers(void **state) {
    struct test_store *t = *state;
    project_new(t, 40, 1, 600, 3600);
    for (int i = 1; i <= 12; i++) {
        assert_int_equal(take(t, WANDA), OK);
        t->now_usec += i * INT64_C(1000000);
        assert_int_equal(submit(t, WANDA, i, false), OK);
        assert_int_equal(tick(t, NULL), OK);
        if (i < 5) assert_int_equal(test_number(t, "SELECT median_work_usec FROM project_count"), 0);
        if (i == 5) assert_int_equal(test_number(t, "SELECT median_work_usec FROM project_count"), 3000000);
    }
    assert_int_equal(test_number(t, "SELECT median_at_answers FROM project_count"), 10);
    assert_int_equal(test_number(t, "SELECT median_work_usec FROM project_count"), 6000000);
}

static void old_things_go(void **state) {
    struct test_store *t = *state;
    char text[1000];
    snprintf(text, sizeof text,
             "INSERT INTO session (token_hash, person_id, created_usec, expires_usec) VALUES (x'01', 1, 0, %lld), "
             "(x'02', 1, 0, %lld);"
             "INSERT INTO token (id, person_id, name, token_hash, scopes, created_usec, expires_usec) VALUES"
             " (1, 1, 'a', x'01', 1, 0, %lld), (2, 1, 'b', x'02', 1, 0, %lld);",
             (long long)t->now_usec, (long long)t->now_usec + 1, (long long)t->now_usec, (long long)t->now_usec + 1);
    test_script(t, text);
    snprintf(text, sizeof text,
             "INSERT INTO receipt (actor_id, request_id, request_hash, code, reply, created_usec) VALUES"
             " (0, 'old', x'00', 0, '', %lld), (5, 'old', x'00', 0, '', %lld), (5, 'new', x'00', 0, '', %lld), (9, "
             "'old', x'00', 0, '', 1);",
             (long long)(t->now_usec - 31 * DAY), (long long)(t->now_usec - 31 * DAY),
             (long long)(t->now_usec - 29 * DAY));
    test_script(t, text);
    for (int i = 0; i < 5; i++) assert_int_equal(tick(t, NULL), OK); /* receipts: one person's in a tick */
    assert_int_equal(test_number(t, "SELECT count(*) FROM session"), 1);
    assert_int_equal(test_number(t, "SELECT count(*) FROM token"), 1);
    assert_int_equal(test_number(t, "SELECT count(*) FROM receipt"), 1);
    assert_int_equal(test_number(t, "SELECT count(*) FROM receipt WHERE request_id = 'new'"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_lease_ends_at_its_deadline, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(whoever_comes_back_in_time_keeps_it, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(an_answer_is_approved_when_its_time_comes, test_store_setup,
                                        test_store_teardown),
        cmocka_unit_test_setup_teardown(much_is_done_in_several_ticks, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(a_completed_project_gives_back_what_ends, test_store_setup,
                                        test_store_teardown),
        cmocka_unit_test_setup_teardown(much_new_work_comes_into_the_queue_in_steps, test_store_setup,
                                        test_store_teardown),
        cmocka_unit_test_setup_teardown(what_is_completed_before_all_is_in_the_queue_ends, test_store_setup,
                                        test_store_teardown),
        cmocka_unit_test_setup_teardown(medians_follow_the_answers, test_store_setup, test_store_teardown),
        cmocka_unit_test_setup_teardown(old_things_go, test_store_setup, test_store_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
