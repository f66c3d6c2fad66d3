/* Gold's choice and random walks of a task; single cases stand in tests/table/lease.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "domain/work.h"

static void gold_comes_at_its_rate(void **state) {
    static const int rates[] = {0, 1, 50, 100, 500};
    for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
        int count = 0;
        for (int64_t worker = 1; worker <= 100; worker++)
            for (int64_t served = 0; served < 1000; served++) count += gold_due(77, worker << 20, served, rates[r]);
        double rate = count / 100.0;
        assert_true(rate >= rates[r] * 0.95 - 0.3 && rate <= rates[r] * 1.05 + 0.3);
    }
}

static void gold_is_decided_again_alike(void **state) {
    int same = 0;
    for (int64_t served = 0; served < 1000; served++) {
        assert_int_equal(gold_due(5, 6, served, 300), gold_due(5, 6, served, 300));
        same += gold_due(5, 6, served, 300) == gold_due(5, 7, served, 300);
    }
    assert_in_range(same, 450, 700); /* another worker's gold comes at other times: 0.3^2 + 0.7^2 */
}

enum { WORKERS = 12 };

/* Any steps in any order: never more answers and leases than wanted, the state fits the counts, reopened only when it
 * was closed and is open now. */
static void random_walks(void **state) {
    for (unsigned seed = 1; seed <= 300; seed++) {
        unsigned random = seed;
        struct task task = {.state = TASK_OPEN, .wanted = 1 + (int)(seed % 4)};
        struct lease leases[WORKERS];
        bool known[WORKERS] = {false};
        int rejectable = 0;
        for (int step = 0; step < 200; step++) {
            int worker = rand_r(&random) % WORKERS, dice = rand_r(&random) % 10;
            enum task_state before = task.state;
            bool late = false, done = false, reopened = false, undone = false;
            struct lease *lease = &leases[worker];
            if (!known[worker] && task.state == TASK_OPEN) {
                known[worker] = true;
                *lease = (struct lease){.state = LEASE_LIVE};
                task_lease_add(&task);
            } else if (dice < 4) {
                struct submit_facts facts = {
                    .project = PROJECT_LIVE, .lease = known[worker] ? lease : NULL, .task = &task};
                err e = submit_decide(&facts, &late, NULL);
                if (e == OK) {
                    lease->state = LEASE_ANSWERED;
                    task_answer_add(&task, late, &done);
                    assert_int_equal(done, before != TASK_DONE && task.state == TASK_DONE);
                    rejectable++;
                }
            } else if (dice < 7 && known[worker] && lease->state == LEASE_LIVE) {
                lease->state = dice == 4 ? LEASE_RETURNED : LEASE_EXPIRED;
                task_lease_drop(&task, &reopened);
            } else if (dice == 9 && rejectable > 0) {
                rejectable--;
                task_answer_drop(&task, &reopened, &undone);
                assert_int_equal(undone, before == TASK_DONE && task.state != TASK_DONE);
            }
            assert_true(task.answers >= 0 && task.leases >= 0 && task.answers + task.leases <= task.wanted);
            assert_int_equal(task.state, task.answers >= task.wanted                 ? TASK_DONE
                                         : task.answers + task.leases >= task.wanted ? TASK_FULL
                                                                                     : TASK_OPEN);
            if (reopened) assert_true(before != TASK_OPEN && task.state == TASK_OPEN);
        }
    }
}

static void answers_say_why_not(void **state) {
    struct problem p = {0};
    bool late;
    struct task task = {.state = TASK_OPEN, .wanted = 1};
    struct submit_facts facts = {.project = PROJECT_LIVE, .task = &task};
    assert_int_equal(submit_decide(&facts, &late, &p), ERR_NO_LEASE);
    assert_true(p.detail[0] != 0);
    struct lease lease = {.state = LEASE_RETURNED};
    facts.lease = &lease;
    assert_int_equal(submit_decide(&facts, &late, &p), ERR_NO_LEASE);
    lease.state = LEASE_LIVE;
    facts.project = PROJECT_COMPLETED;
    assert_int_equal(submit_decide(&facts, &late, &p), OK);
    assert_false(late);
}

/* A database that was restored has lost the row; proof that the task was given counts as a lease that ended. */
static void proof_stands_for_a_lost_lease(void **state) {
    bool late;
    struct task task = {.state = TASK_OPEN, .wanted = 1};
    struct submit_facts facts = {.project = PROJECT_LIVE, .task = &task, .given = true};
    assert_int_equal(submit_decide(&facts, &late, NULL), OK);
    assert_true(late);
    facts.project = PROJECT_DRAFT; /* published only after the backup was made: nothing pays for it */
    assert_int_equal(submit_decide(&facts, &late, NULL), ERR_PROJECT_CLOSED);
    facts.project = PROJECT_LIVE;
    task.state = TASK_FULL;
    assert_int_equal(submit_decide(&facts, &late, NULL), ERR_TASK_FULL);
}

static void packs_have_room(void **state) {
    assert_int_equal(pack_room(10, 50, 0, 0), 10);
    assert_int_equal(pack_room(100, 50, 20, 20), 30);
    assert_int_equal(pack_room(10, 50, 12, 12), 0);
    assert_int_equal(pack_room(10, 0, 0, 0), 0);
    assert_int_equal(pack_room(200, 200, 0, HELD_TASKS_MAX - 7), 7);
    assert_int_equal(pack_room(200, 200, 0, HELD_TASKS_MAX + 7), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gold_comes_at_its_rate),
        cmocka_unit_test(gold_is_decided_again_alike),
        cmocka_unit_test(random_walks),
        cmocka_unit_test(answers_say_why_not),
        cmocka_unit_test(proof_stands_for_a_lost_lease),
        cmocka_unit_test(packs_have_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
