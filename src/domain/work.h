/* work.h - leases and answers: who may take what, what a submit does. Pure.
 *
 *   lease:       (none) --take--> live --submit--> answered
 *                                  |--skip, return, report--> returned
 *                                  \--tick past the deadline--> expired --late submit--> answered
 *   task:        open --take--> open|full --submit--> open|full|done;  a lease given back or an answer rejected opens
 *                it again; with adaptive overlap: --submit--> weighing --verdict--> done | open with more wanted
 *   annotation:  submitted --approve--> approved | --reject--> rejected | --send back--> sent back --submit-->
 *                submitted;  sent back --returned or expired--> rejected
 *
 * Invariants: answers + leases of a task never pass what is wanted of it; a worker has one lease row per task for good,
 * so nobody sees a task twice (a task of a pack that goes back unopened was not seen); each lease has exactly one
 * pending or settled pay transfer. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/project.h"

enum task_state { TASK_UNFUNDED, TASK_OPEN, TASK_DONE, TASK_RETIRED, TASK_FULL, TASK_WEIGHING };
enum lease_state { LEASE_LIVE, LEASE_ANSWERED, LEASE_RETURNED, LEASE_EXPIRED };
enum annotation_state { ANNOTATION_SUBMITTED, ANNOTATION_APPROVED, ANNOTATION_REJECTED, ANNOTATION_SENT_BACK };
enum { SEND_BACK_MAX = 3 }; /* times one answer may be sent back */

struct task {
    int64_t id, position;
    int lane;
    enum task_state state;
    int64_t wanted, answers, leases, reports;
    int64_t own_wanted; /* of this task alone; 0 = as the project says */
    int64_t most;       /* answers that are paid for; with wanted < most the task is weighed when it has those wanted */
};

struct lease {
    enum lease_state state;
    int64_t taken_usec, deadline_usec, transfer_id;
    bool packed;
};

/* --- the task's own arithmetic: each sets counts and state --- */
void task_lease_add(struct task *t);                  /* take; an open task */
void task_lease_drop(struct task *t, bool *reopened); /* return, expiry; reopened: it must go to the end of its queue */
void task_answer_add(struct task *t, bool late, bool *done);         /* submit; late: without a live lease */
void task_answer_drop(struct task *t, bool *reopened, bool *undone); /* rejection */
void task_retire(struct task *t);                                    /* no more answers than it has and holds */
void task_weigh(struct task *t, int64_t more);       /* verdict on a weighing task: done with 0, else that many more */
void task_answer_back(struct task *t, bool *undone); /* sent back: the answer is a live lease again */
void task_want(struct task *t, int64_t wanted, bool *reopened,
               bool *undone); /* own wanted number, never below what it has */

/* --- decisions --- */
struct submit_facts {
    enum project_state project;
    const struct lease *lease; /* NULL: no such row */
    bool given; /* without a row: there is proof that the task was given to this worker (a restored database) */
    const struct task *task;
    int64_t now_usec;
};
/* OK and *late (the lease has expired or is lost; the answer needs a new pay transfer), or why not: ERR_NO_LEASE,
 * ERR_ALREADY_ANSWERED, ERR_TASK_FULL, ERR_PROJECT_CLOSED. */
err submit_decide(const struct submit_facts *facts, bool *late, struct problem *p);

/* How many more tasks a worker's pack may get: `wanted` in all, at most what the project allows, and what one person
 * may hold in all projects. Never below zero. */
int64_t pack_room(int64_t wanted, int64_t project_max, int64_t held_here, int64_t held_everywhere);
/* Is this answer drawn for review: a fixed pseudo-random choice. permille of all. */
bool review_due(int64_t project_id, int64_t annotation_id, int permille);

/* Is the worker's next task a gold one: a fixed pseudo-random choice by project, worker and how many tasks they have
 * been given, so that a re-run decides the same. permille of all. */
bool gold_due(int64_t project_id, int64_t worker_id, int64_t served, int permille);

/* New deadline of a heartbeat: task_usec from now, at most 3 task_usec after the take, never earlier than it was. */
int64_t lease_prolonged(const struct lease *lease, int64_t task_usec, int64_t now_usec);

/* Time an answer took: as the page measured it, but not more than passed since the take; all of it when not measured.
 */
int64_t work_usec(int64_t measured_usec, int64_t taken_usec, int64_t now_usec);

/* Pay per hour in micro-units at this price for one answer and this time for one; 0 when the time is not known. */
int64_t pay_per_hour(int64_t price_micros, int64_t median_usec);
