/* The writer's queue and the job threads under many threads: meant for ThreadSanitizer (tests/tsan.sh) as much as for
 * its own checks. Threads only count; the checks are made when they have been joined. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "core/jobs.h"
#include "core/tx.h"
#include "core/writer.h"

enum { THREADS = 12, COMMANDS_PER_THREAD = 150 };

/* --- a database with a counter in it --- */

struct fixture {
    char directory[40], path[80];
    struct store *store;
    struct writer *writer;
    atomic_llong heard; /* newest event that on_events told of */
};

static void on_events(void *arg, int64_t seq) {
    struct fixture *f = arg;
    if (seq > atomic_load(&f->heard)) atomic_store(&f->heard, seq);
}

static int setup(void **state) {
    struct fixture *f = mem_alloc(sizeof *f);
    snprintf(f->directory, sizeof f->directory, "/tmp/faena-queue-XXXXXX");
    assert_non_null(mkdtemp(f->directory));
    snprintf(f->path, sizeof f->path, "%s/q.db", f->directory);
    struct problem p = {0};
    assert_int_equal(store_open(f->path, true, &f->store, &p), OK);
    assert_int_equal(writer_start(f->store, on_events, f, &f->writer, &p), OK);
    *state = f;
    return 0;
}

static int teardown(void **state) {
    struct fixture *f = *state;
    writer_stop(f->writer);
    store_close(f->store);
    static const char *const endings[] = {"", "-wal", "-shm", ".lock"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char path[100];
        snprintf(path, sizeof path, "%s%s", f->path, endings[i]);
        unlink(path);
    }
    rmdir(f->directory);
    free(f);
    return 0;
}

SQL(SQL_ADD, "INSERT INTO setting (name, value) VALUES (?1, ?2)");
SQL(SQL_COUNT, "SELECT count(*) FROM setting WHERE name LIKE 'n-%'");

struct add {
    int number;
    err outcome; /* after the row was written: what the kind returns */
};

/* A row that can be written only once. */
static err add_run(struct tx *tx, struct command *c) {
    const struct add *args = c->args;
    char name[20];
    int len = snprintf(name, sizeof name, "n-%d", args->number);
    if (args->outcome != OK && !err_is_fault(args->outcome))
        return problem_set(c->problem, args->outcome, "Number %d is not wanted.", args->number);
    struct statement *s = statement(tx->conn, &SQL_ADD);
    statement_text(s, (str){name, (size_t)len});
    statement_text(s, STR("1"));
    TRY(statement_run(s, 1));
    tx_event(tx, 0, 0, c->now_usec, "test", "{\"number\":%d}", args->number);
    command_reply(c, "{\"number\":%d}", args->number);
    return args->outcome;
}
static const struct command_kind cmd_add = {"add", add_run};

static int64_t rows(struct fixture *f) {
    struct store_conn *conn;
    assert_int_equal(store_connect(f->store, STORE_READ, &conn, NULL), OK);
    bool has_row;
    struct statement *s = statement(conn, &SQL_COUNT);
    assert_int_equal(statement_one(s, &has_row), OK);
    int64_t count = statement_col_int(s, 0);
    statement_end(s);
    store_disconnect(conn);
    return count;
}

/* --- orders: a command with all it needs --- */

struct order {
    struct command command;
    struct add args;
    struct problem problem;
    struct arena arena;
    char request_id[24];
    atomic_int done;
    sem_t *finished;
};

static void order_done(struct command *c) {
    struct order *o = c->done_arg;
    atomic_fetch_add(&o->done, 1);
    sem_post(o->finished);
}

static void order_init(struct order *o, int number, sem_t *finished) {
    arena_init(&o->arena);
    atomic_init(&o->done, 0);
    o->args = (struct add){number, OK};
    o->finished = finished;
    o->problem = (struct problem){0};
    o->command = (struct command){.kind = &cmd_add,
                                  .args = &o->args,
                                  .now_usec = 1,
                                  .arena = &o->arena,
                                  .problem = &o->problem,
                                  .done = order_done,
                                  .done_arg = o};
}

/* request: orders with the same one are the same request. */
static void order_request(struct order *o, int request) {
    int len = snprintf(o->request_id, sizeof o->request_id, "r-%d", request);
    o->command.request_id = (str){o->request_id, (size_t)len};
    memcpy(o->command.request_hash, &request, sizeof request);
}

/* The writer stands in this command until the gate is opened. */
struct gate {
    sem_t entered, open;
};

static void gate_init(struct gate *gate) {
    sem_init(&gate->entered, 0, 0);
    sem_init(&gate->open, 0, 0);
}

static err gate_run(struct tx *tx, struct command *c) {
    struct gate *gate = (struct gate *)c->args;
    sem_post(&gate->entered);
    sem_wait(&gate->open);
    return OK;
}
static const struct command_kind cmd_gate = {"gate", gate_run};

static void order_gate(struct order *o, struct gate *gate, sem_t *finished) {
    order_init(o, 0, finished);
    o->command.kind = &cmd_gate;
    o->command.args = gate;
}

static void wait_for(sem_t *finished, int count) {
    for (int i = 0; i < count; i++) sem_wait(finished);
}

/* --- many threads --- */

struct submitter {
    pthread_t thread;
    struct fixture *fixture;
    int first, requests; /* requests > 0: each is sent by every thread */
    struct order *orders;
    sem_t finished;
    int refused;
};

static void *submit_thread(void *arg) {
    struct submitter *s = arg;
    sem_init(&s->finished, 0, 0);
    for (int i = 0; i < COMMANDS_PER_THREAD; i++) {
        order_init(&s->orders[i], s->first + i, &s->finished);
        if (s->requests) order_request(&s->orders[i], i);
        s->refused += writer_submit(s->fixture->writer, &s->orders[i].command) != OK;
        struct writer_numbers numbers;
        if (i % 16 == 0) writer_numbers(s->fixture->writer, &numbers);
    }
    wait_for(&s->finished, COMMANDS_PER_THREAD - s->refused);
    return NULL;
}

/* all[thread][command]; the same numbers for every thread when the requests are shared. */
static struct submitter *submit_all(struct fixture *f, bool shared) {
    struct submitter *all = mem_alloc(sizeof *all * THREADS);
    for (int i = 0; i < THREADS; i++) {
        all[i] = (struct submitter){.fixture = f, .first = shared ? 0 : i * COMMANDS_PER_THREAD, .requests = shared};
        all[i].orders = mem_alloc(sizeof *all[i].orders * COMMANDS_PER_THREAD);
        assert_int_equal(pthread_create(&all[i].thread, NULL, submit_thread, &all[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) pthread_join(all[i].thread, NULL);
    return all;
}

static void submit_free(struct submitter *all) {
    for (int i = 0; i < THREADS; i++) {
        for (int j = 0; j < COMMANDS_PER_THREAD; j++) arena_free(&all[i].orders[j].arena);
        free(all[i].orders);
        sem_destroy(&all[i].finished);
    }
    free(all);
}

static void each_command_finishes_once(void **state) {
    struct fixture *f = *state;
    struct submitter *all = submit_all(f, false);
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(all[i].refused, 0);
        for (int j = 0; j < COMMANDS_PER_THREAD; j++) {
            char wanted[40];
            snprintf(wanted, sizeof wanted, "{\"number\":%d}", i * COMMANDS_PER_THREAD + j);
            assert_int_equal(atomic_load(&all[i].orders[j].done), 1);
            assert_int_equal(all[i].orders[j].command.outcome, OK);
            assert_string_equal(all[i].orders[j].command.reply, wanted);
        }
    }
    submit_free(all);
    assert_int_equal(rows(f), THREADS * COMMANDS_PER_THREAD);
    struct writer_numbers numbers;
    writer_stop(f->writer); /* on_events comes after done */
    assert_int_equal(atomic_load(&f->heard), THREADS * COMMANDS_PER_THREAD);
    struct problem p = {0};
    assert_int_equal(writer_start(f->store, on_events, f, &f->writer, &p), OK);
    writer_numbers(f->writer, &numbers);
    assert_int_equal(numbers.queued, 0);
}

static void one_request_from_many_threads_runs_once(void **state) {
    struct fixture *f = *state;
    struct submitter *all = submit_all(f, true);
    for (int j = 0; j < COMMANDS_PER_THREAD; j++) {
        int first_hand = 0;
        for (int i = 0; i < THREADS; i++) {
            const struct command *c = &all[i].orders[j].command;
            first_hand += !c->repeated;
            assert_int_equal(c->outcome, OK);
            assert_string_equal(c->reply, all[0].orders[j].command.reply);
        }
        assert_int_equal(first_hand, 1);
    }
    submit_free(all);
    assert_int_equal(rows(f), COMMANDS_PER_THREAD);
    struct writer_numbers numbers;
    writer_numbers(f->writer, &numbers);
    assert_int_equal(numbers.repeated, (THREADS - 1) * COMMANDS_PER_THREAD);
}

static void *run_thread(void *arg) {
    struct submitter *s = arg;
    for (int i = 0; i < COMMANDS_PER_THREAD / 5; i++) {
        struct order o;
        order_init(&o, s->first + i, NULL);
        s->refused += writer_run(s->fixture->writer, &o.command) != OK;
        arena_free(&o.arena);
    }
    return NULL;
}

static void waiting_for_a_command(void **state) {
    struct fixture *f = *state;
    struct submitter all[THREADS];
    for (int i = 0; i < THREADS; i++) {
        all[i] = (struct submitter){.fixture = f, .first = i * COMMANDS_PER_THREAD};
        assert_int_equal(pthread_create(&all[i].thread, NULL, run_thread, &all[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(all[i].thread, NULL);
        assert_int_equal(all[i].refused, 0);
    }
    assert_int_equal(rows(f), THREADS * (COMMANDS_PER_THREAD / 5));
}

/* --- the queue's ends --- */

/* Never more than the queue holds, also while the writer is at it: one batch leaves, one batch finds room. */
static void busy_when_full(void **state) {
    struct fixture *f = *state;
    enum { MORE = 2 * COMMANDS_PER_BATCH_MAX };
    struct order *orders = mem_alloc(sizeof *orders * (QUEUE_COMMANDS_MAX + MORE));
    struct order gate_orders[2];
    struct gate gates[2];
    sem_t finished;
    sem_init(&finished, 0, 0);
    for (int i = 0; i < 2; i++) gate_init(&gates[i]), order_gate(&gate_orders[i], &gates[i], &finished);
    assert_int_equal(writer_submit(f->writer, &gate_orders[0].command), OK);
    sem_wait(&gates[0].entered);
    assert_int_equal(writer_submit(f->writer, &gate_orders[1].command), OK); /* first of the next batch */
    int taken = 1;
    for (int i = 0; i < QUEUE_COMMANDS_MAX + MORE; i++) order_init(&orders[i], i, &finished);
    while (writer_submit(f->writer, &orders[taken - 1].command) == OK) taken++;
    assert_int_equal(taken, QUEUE_COMMANDS_MAX);
    assert_int_equal(writer_submit(f->writer, &orders[taken - 1].command), ERR_BUSY);
    sem_post(&gates[0].open);
    sem_wait(&gates[1].entered);
    struct writer_numbers numbers;
    writer_numbers(f->writer, &numbers);
    assert_int_equal(numbers.queued, QUEUE_COMMANDS_MAX - COMMANDS_PER_BATCH_MAX);
    while (writer_submit(f->writer, &orders[taken - 1].command) == OK) taken++;
    assert_int_equal(taken, QUEUE_COMMANDS_MAX + COMMANDS_PER_BATCH_MAX);
    sem_post(&gates[1].open);
    wait_for(&finished, taken + 1);
    for (int i = 0; i < taken - 1; i++) assert_int_equal(atomic_load(&orders[i].done), 1);
    for (int i = taken - 1; i < QUEUE_COMMANDS_MAX + MORE; i++) assert_int_equal(atomic_load(&orders[i].done), 0);
    assert_int_equal(rows(f), taken - 1);
    for (int i = 0; i < QUEUE_COMMANDS_MAX + MORE; i++) arena_free(&orders[i].arena);
    free(orders);
}

static void *stop_thread(void *arg) {
    struct fixture *f = arg;
    writer_stop(f->writer);
    return NULL;
}

static void stopping_finishes_what_is_queued(void **state) {
    struct fixture *f = *state;
    enum { COUNT = 5 * COMMANDS_PER_BATCH_MAX + 7, PROBES = 5000 };
    struct order *orders = mem_alloc(sizeof *orders * (COUNT + PROBES)), gate_order;
    struct gate gate;
    sem_t finished;
    sem_init(&finished, 0, 0);
    gate_init(&gate);
    order_gate(&gate_order, &gate, &finished);
    for (int i = 0; i < COUNT + PROBES; i++) order_init(&orders[i], i, &finished);
    assert_int_equal(writer_submit(f->writer, &gate_order.command), OK);
    sem_wait(&gate.entered);
    int taken = 0;
    for (; taken < COUNT; taken++) assert_int_equal(writer_submit(f->writer, &orders[taken].command), OK);
    pthread_t stopper;
    assert_int_equal(pthread_create(&stopper, NULL, stop_thread, f), 0);
    err e;
    while ((e = writer_submit(f->writer, &orders[taken].command)) == OK) { /* until the stop has begun */
        assert_true(++taken < COUNT + PROBES);
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    assert_int_equal(e, ERR_STOPPING);
    sem_post(&gate.open);
    pthread_join(stopper, NULL);
    for (int i = 0; i < COUNT + PROBES; i++) {
        assert_int_equal(atomic_load(&orders[i].done), i < taken);
        arena_free(&orders[i].arena);
    }
    free(orders);
    assert_int_equal(rows(f), taken);
    struct problem p = {0};
    assert_int_equal(writer_start(f->store, on_events, f, &f->writer, &p), OK);
}

/* --- faults and refusals in a batch --- */

/* A batch of its own: everything is queued behind a gate. */
static void run_batch(struct fixture *f, struct order *orders, int count) {
    struct order gate_order;
    struct gate gate;
    sem_t finished;
    sem_init(&finished, 0, 0);
    gate_init(&gate);
    order_gate(&gate_order, &gate, &finished);
    assert_int_equal(writer_submit(f->writer, &gate_order.command), OK);
    sem_wait(&gate.entered);
    for (int i = 0; i < count; i++) {
        orders[i].finished = &finished;
        assert_int_equal(writer_submit(f->writer, &orders[i].command), OK);
    }
    sem_post(&gate.open);
    wait_for(&finished, count + 1);
    sem_destroy(&finished);
}

static void a_fault_hits_its_own_command_only(void **state) {
    struct fixture *f = *state;
    enum { COUNT = 20, BROKEN = 7, REFUSED = 11 };
    struct order orders[COUNT];
    for (int i = 0; i < COUNT; i++) {
        order_init(&orders[i], i, NULL);
        order_request(&orders[i], i);
        if (i == BROKEN) orders[i].args.outcome = ERR_INTERNAL; /* after its row was written */
        if (i == REFUSED) orders[i].args.outcome = ERR_BAD_STATE;
    }
    run_batch(f, orders, COUNT);
    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(atomic_load(&orders[i].done), 1);
        assert_int_equal(orders[i].command.outcome, i == BROKEN ? ERR_INTERNAL : i == REFUSED ? ERR_BAD_STATE : OK);
        assert_false(orders[i].command.repeated);
        arena_free(&orders[i].arena);
    }
    assert_int_equal(rows(f), COUNT - 2);

    /* Again: the refusal is remembered, the fault is not. */
    struct order again[2];
    for (int i = 0; i < 2; i++) {
        order_init(&again[i], i ? REFUSED : BROKEN, NULL);
        order_request(&again[i], i ? REFUSED : BROKEN);
    }
    run_batch(f, again, 2);
    assert_int_equal(again[0].command.outcome, OK);
    assert_false(again[0].command.repeated);
    assert_int_equal(again[1].command.outcome, ERR_BAD_STATE);
    assert_true(again[1].command.repeated);
    assert_string_equal(again[1].problem.detail, "Number 11 is not wanted.");
    assert_int_equal(rows(f), COUNT - 1);

    struct order other;
    order_init(&other, 99, NULL);
    order_request(&other, 3);
    other.command.request_hash[15] = 1;
    run_batch(f, &other, 1);
    assert_int_equal(other.command.outcome, ERR_REQUEST_ID_REUSED);
    assert_int_equal(rows(f), COUNT - 1);
    for (int i = 0; i < 2; i++) arena_free(&again[i].arena);
    arena_free(&other.arena);
}

/* --- jobs --- */

struct job_count {
    struct jobs *jobs;
    atomic_int run;
    int refused;
};

static void job_add(void *arg) { atomic_fetch_add(&((struct job_count *)arg)->run, 1); }

static void *job_thread(void *arg) {
    struct job_count *count = arg;
    for (int i = 0; i < 1000; i++)
        while (!jobs_submit(count->jobs, job_add, count)) count->refused++; /* the queue is short: comes to that */
    return NULL;
}

static void each_job_runs_once(void **state) {
    struct jobs *jobs = jobs_start(4, 50);
    struct job_count counts[THREADS] = {0};
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        counts[i].jobs = jobs;
        assert_int_equal(pthread_create(&threads[i], NULL, job_thread, &counts[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    jobs_stop(jobs);
    for (int i = 0; i < THREADS; i++) assert_int_equal(atomic_load(&counts[i].run), 1000);
}

static void job_gate(void *arg) {
    struct gate *gate = arg;
    sem_post(&gate->entered);
    sem_wait(&gate->open);
}

static void *jobs_stop_thread(void *arg) {
    jobs_stop(arg);
    return NULL;
}

static void jobs_are_bounded_and_finished(void **state) {
    enum { QUEUE = 30 };
    struct jobs *jobs = jobs_start(1, QUEUE);
    struct gate gate;
    struct job_count count = {0};
    gate_init(&gate);
    assert_true(jobs_submit(jobs, job_gate, &gate));
    sem_wait(&gate.entered);
    for (int i = 0; i < QUEUE - 1; i++) assert_true(jobs_submit(jobs, job_add, &count));
    pthread_t stopper;
    assert_true(jobs_submit(jobs, job_add, &count));
    assert_false(jobs_submit(jobs, job_add, &count)); /* full */
    assert_int_equal(pthread_create(&stopper, NULL, jobs_stop_thread, jobs), 0);
    sem_post(&gate.open);
    pthread_join(stopper, NULL);
    assert_int_equal(atomic_load(&count.run), QUEUE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_command_finishes_once, setup, teardown),
        cmocka_unit_test_setup_teardown(one_request_from_many_threads_runs_once, setup, teardown),
        cmocka_unit_test_setup_teardown(waiting_for_a_command, setup, teardown),
        cmocka_unit_test_setup_teardown(busy_when_full, setup, teardown),
        cmocka_unit_test_setup_teardown(stopping_finishes_what_is_queued, setup, teardown),
        cmocka_unit_test_setup_teardown(a_fault_hits_its_own_command_only, setup, teardown),
        cmocka_unit_test(each_job_runs_once),
        cmocka_unit_test(jobs_are_bounded_and_finished),
    };
    return cmocka_run_group_tests_name("core/queue", tests, NULL, NULL);
}
