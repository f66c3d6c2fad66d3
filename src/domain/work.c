#include "domain/work.h"

#include <assert.h>

#include "base/limits.h"

static void settle_state(struct task *t) {
    if (t->state == TASK_RETIRED || t->state == TASK_UNFUNDED) return;
    /* Gold that no answers are paid for waits until some are. */
    if (t->answers >= t->wanted && t->wanted > 0)
        t->state = t->wanted < t->most ? TASK_WEIGHING : TASK_DONE;
    else
        t->state = t->answers + t->leases >= t->wanted ? TASK_FULL : TASK_OPEN;
}

void task_lease_add(struct task *t) {
    assert(t->state == TASK_OPEN && t->answers + t->leases < t->wanted);
    t->leases++;
    settle_state(t);
}

void task_lease_drop(struct task *t, bool *reopened) {
    assert(t->leases > 0);
    enum task_state before = t->state;
    t->leases--;
    settle_state(t);
    *reopened = before != TASK_OPEN && t->state == TASK_OPEN;
}

void task_answer_add(struct task *t, bool late, bool *done) {
    enum task_state before = t->state;
    if (!late) {
        assert(t->leases > 0);
        t->leases--;
    }
    t->answers++;
    assert(t->state == TASK_RETIRED || t->answers + t->leases <= t->wanted);
    settle_state(t);
    *done = before != TASK_DONE && t->state == TASK_DONE;
}

void task_answer_drop(struct task *t, bool *reopened, bool *undone) {
    assert(t->answers > 0);
    enum task_state before = t->state;
    t->answers--;
    settle_state(t);
    *reopened = before != TASK_OPEN && t->state == TASK_OPEN;
    *undone = before == TASK_DONE && t->state != TASK_DONE;
}

void task_retire(struct task *t) { t->state = TASK_RETIRED; }

void task_weigh(struct task *t, int64_t more) {
    assert(t->state == TASK_WEIGHING && t->answers + more <= t->most);
    if (more == 0) {
        t->state = TASK_DONE;
        return;
    }
    t->own_wanted = t->wanted = t->answers + more;
    settle_state(t);
}

void task_answer_back(struct task *t, bool *undone) {
    assert(t->answers > 0);
    enum task_state before = t->state;
    t->answers--;
    t->leases++;
    settle_state(t);
    *undone = before == TASK_DONE && t->state != TASK_DONE;
}

void task_want(struct task *t, int64_t wanted, bool *reopened, bool *undone) {
    enum task_state before = t->state;
    if (wanted < t->answers + t->leases) wanted = t->answers + t->leases;
    t->own_wanted = t->wanted = wanted;
    if (t->most < wanted) t->most = wanted;
    settle_state(t);
    *reopened = before != TASK_OPEN && t->state == TASK_OPEN;
    *undone = before == TASK_DONE && t->state != TASK_DONE;
}

err submit_decide(const struct submit_facts *facts, bool *late, struct problem *p) {
    *late = false;
    if (!facts->lease && !facts->given) return problem_set(p, ERR_NO_LEASE, "You have not taken this task.");
    switch (facts->lease ? facts->lease->state : LEASE_EXPIRED) {
    case LEASE_LIVE: return OK; /* past its deadline, but nobody has taken it away yet */
    case LEASE_ANSWERED: return problem_set(p, ERR_ALREADY_ANSWERED, "You have already answered this task.");
    case LEASE_RETURNED: return problem_set(p, ERR_NO_LEASE, "You gave this task back.");
    case LEASE_EXPIRED: break;
    }
    if (facts->project == PROJECT_DRAFT) return problem_set(p, ERR_PROJECT_CLOSED, "The project is not published.");
    if (facts->project == PROJECT_COMPLETED)
        return problem_set(p, ERR_PROJECT_CLOSED, "Your time for this task ended and the project is closed.");
    if (facts->task->state != TASK_OPEN)
        return problem_set(p, ERR_TASK_FULL, "Your time for this task ended and others have taken it since.");
    *late = true;
    return OK;
}

int64_t pack_room(int64_t wanted, int64_t project_max, int64_t held_here, int64_t held_everywhere) {
    int64_t most = wanted < project_max ? wanted : project_max;
    int64_t room = most - held_here, free = HELD_TASKS_MAX - held_everywhere;
    if (room > free) room = free;
    return room > 0 ? room : 0;
}

/* SplitMix64's finaliser: a well-mixed number from the three. */
static uint64_t mix(uint64_t x) {
    x += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

bool review_due(int64_t project_id, int64_t annotation_id, int permille) {
    return mix(mix((uint64_t)project_id ^ UINT64_C(0x5265766965770000)) ^ (uint64_t)annotation_id) % 1000 <
           (uint64_t)permille;
}

bool gold_due(int64_t project_id, int64_t worker_id, int64_t served, int permille) {
    uint64_t x = mix(mix(mix((uint64_t)project_id) ^ (uint64_t)worker_id) ^ (uint64_t)served);
    return x % 1000 < (uint64_t)permille;
}

int64_t lease_prolonged(const struct lease *lease, int64_t task_usec, int64_t now_usec) {
    int64_t deadline = now_usec + task_usec, last = lease->taken_usec + 3 * task_usec;
    if (deadline > last) deadline = last;
    return deadline > lease->deadline_usec ? deadline : lease->deadline_usec;
}

int64_t work_usec(int64_t measured_usec, int64_t taken_usec, int64_t now_usec) {
    int64_t passed = now_usec > taken_usec ? now_usec - taken_usec : 0;
    return measured_usec > 0 && measured_usec < passed ? measured_usec : passed;
}

int64_t pay_per_hour(int64_t price_micros, int64_t median_usec) {
    if (median_usec <= 0) return 0;
    return (int64_t)((double)price_micros * 3600e6 / (double)median_usec);
}
