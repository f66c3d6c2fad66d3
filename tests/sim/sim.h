/* sim.h - a simulated labour market against the real writer and store.
 *
 *   actors.c  thousands of workers, a few requesters and one clock make calls: seeded, so that one seed repeats a run
 *   sim.c     hands the calls to the writer in groups whose order it knows, injects faults, restarts the writer
 *   model.c   a second, naive implementation of the rules in memory: predicts each reply from the replies before it;
 *             model_more.c has those of review, gold, packs, verdicts and offers
 *   compare.c now and then the whole database against the model
 *
 * Invariants of the method:
 *  1. Commands run in the order in which they were submitted: a gate command keeps the writer busy while a group is
 * queued. So the model applies the replies of a group in that order, and batches are the same for the same seed.
 *  2. A client that loses a reply asks again with the same request id later; it must get the same reply, and nothing
 * may have happened twice. Some calls are submitted twice at once from the start.
 *  3. Time is simulated: it stands in the commands. Ids given by the writer are the only thing that differs between
 * runs of a seed.
 *
 * ENSURE ends the process with the seed, the call and what was wrong. One thread besides the writer's. */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "core/commands.h"
#include "core/writer.h"
#include "domain/project.h"
#include "domain/work.h"
#include "store/store.h"

enum {
    SIM_PROJECTS = 5, /* the last one weighs its tasks */
    SIM_TASKS_MAX = 1200,
    SIM_REQUESTERS = 2,
    SIM_GROUP_MAX = 150,
    SIM_VALUES = 4,
    SIM_FRESH = 12,
    SIM_WISHERS = 40, /* workers who want offers */
    SIM_PACK_TASKS = 20,
    SIM_PACK_SECONDS = 3600,
    SIM_ANSWERS_MAX = 8, /* sent at once */
    SIM_WEIGHED_MAX = 60,
    DAY_SECONDS = 86400
};

/* What one worker has or had of one task. */
struct sim_hold {
    int worker;
    enum lease_state lease;
    int64_t taken_usec, deadline_usec;
    bool answered, packed;
    enum annotation_state answer;
    int value, gold_right; /* gold_right -1: not gold */
    int rounds;            /* times it was sent back */
    int contest;           /* 0 none 1 open 2 over */
    int64_t annotation_id, created_usec, approves_usec;
};

struct sim_task {
    int lane; /* LANE_GOLD = gold */
    int gold; /* its value */
    int64_t own_wanted;
    bool funded, retired;
    bool sure;                    /* a verdict ended it before it had all its answers */
    int answers, leases, reports; /* answers: submitted or approved */
    struct sim_hold *holds;       /* in the order they were taken */
    int hold_count;
};

struct sim_project {
    struct project project;
    struct sim_task *tasks;     /* task id is index + 1 */
    int task_count, gold_count; /* gold_count: those not retired */
    int64_t gold_wanted;
    int64_t escrow_available, escrow_pending;
    int64_t spare_answers; /* paid for, and not wanted any more since a task changed sides */
    int64_t submitted, approved, rejected, sent_back, contests, gold_answers, gold_right, reports, workers;
    unsigned char *seen;       /* [worker][task]: a lease row exists */
    int *held;                 /* [worker]: tasks held now, packs apart */
    int *packed;               /* [worker]: tasks of their pack */
    int offers;                /* live ones: some work is held for somebody */
    bool *served;              /* [worker]: ever had a task here */
    bool known[SIM_TASKS_MAX]; /* external ids in use, by their number */
};

struct sim_person {
    int64_t id;
    int64_t available, pending_in; /* what the account holds; pay reserved for leases and waiting answers */
    int64_t earned;                /* of that: answers that wait */
};

enum sim_kind {
    SIM_TAKE,
    SIM_SUBMIT,
    SIM_GIVE_BACK,
    SIM_HEARTBEAT,
    SIM_DECIDE,
    SIM_TASK_UPDATE,
    SIM_TASK_ADD,
    SIM_STEP,
    SIM_PROJECT_UPDATE,
    SIM_CREDIT,
    SIM_SEND_BACK,
    SIM_TASK_MORE,
    SIM_GOLD,
    SIM_CONTEST,
    SIM_CONTEST_DECIDE,
    SIM_PACK_TAKE,
    SIM_PACK_RETURN,
    SIM_WISH,
    SIM_OFFER,
    SIM_ANSWERS,
    SIM_WEIGH,
    SIM_KINDS
};

enum { SIM_IDS_MAX = 40, SIM_ROWS_MAX = 400 };

/* What somebody asks for, and once it is answered what the answer was. */
struct sim_op {
    enum sim_kind kind;
    int64_t number; /* makes request id and hash */
    int project;    /* index */
    int worker;     /* index; -1: a requester's call */
    int64_t actor_id;
    union {
        struct work_take take;
        struct work_submit submit;
        struct work_give_back give_back;
        struct work_heartbeat heartbeat;
        struct annotation_decide decide;
        struct task_update task_update;
        struct task_add task_add;
        struct project_step_args step;
        struct project_update update;
        struct person_credit credit;
        struct task_more more;
        struct gold_set gold;
        struct contest contest;
        struct contest_decide contest_decide;
        struct pack_take pack_take;
        struct pack_return pack_return;
        struct wish_save wish;
        struct offer_answer offer;
        struct work_answers answers;
        struct weigh weigh;
    } args;
    int value; /* of an answer; of gold, -1 = none */
    int64_t ids[SIM_IDS_MAX];
    struct task_row *rows;
    char (*texts)[48];
    struct weigh_row *weighed;
    struct sim_op *inner[SIM_ANSWERS_MAX]; /* of SIM_ANSWERS: each a submit of its own */
    struct work_answer *items;
    struct problem *problems;

    bool answered;
    err outcome;
    char *reply; /* NULL for a refusal */
    char detail[PROBLEM_TEXT_BYTES];
    int references; /* client and calls under way */
};

/* One submission of an op. */
struct sim_call {
    struct sim_op *op;
    struct command command;
    struct problem problem;
    struct arena arena;
    char request_id[32];
    bool again;      /* asked anew after a fault */
    bool wrong_hash; /* the same request id for something else: must be refused */
};

enum { SIM_IDLE = -1 };
struct sim_worker {
    struct sim_person person;
    int project;          /* index of the one they work in, SIM_IDLE */
    int64_t task;         /* what they believe to hold; 0 = nothing */
    int64_t away_until;   /* power cut, sleep, no signal */
    struct sim_op *retry; /* asked, reply lost; NULL = none. Answers may go again in other company */
};

struct sim {
    uint64_t seed, random;
    int64_t now_usec;
    int64_t calls_max, calls;
    bool post_phase; /* no more lost replies */

    struct store *store;
    struct store_conn *reader;
    struct writer *writer;
    const char *database;
    int64_t receipt_cursor;

    struct sim_project projects[SIM_PROJECTS];
    struct sim_person requesters[SIM_REQUESTERS];
    int64_t source_out; /* credited by the operator */
    struct sim_worker *workers;
    int worker_count;

    int64_t next_number, receipts, setup_calls;
    int64_t submits, settled_approved, settled_rejected;
    int64_t happened[SIM_KINDS], refused[SIM_KINDS]; /* what the run covered */
    int64_t repeats, late, late_again, lost, faults, restarts, gold_served, repaired, offers_made;
    int64_t ended_early, asked_more, sent_together, fallen;
};

_Noreturn void sim_fail(const struct sim *sim, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
#define ENSURE(sim, condition, ...)                                       \
    do {                                                                  \
        if (!(condition)) sim_fail(sim, __FILE__, __LINE__, __VA_ARGS__); \
    } while (0)

/* --- chance --- */
uint64_t sim_random(struct sim *sim);
int sim_below(struct sim *sim, int bound); /* 0..bound-1 */
bool sim_chance(struct sim *sim, int permille);

/* --- model.c --- */
void model_init(struct sim *sim);
void model_free(struct sim *sim);
/* The call was answered: checks the reply against the rules and takes over what it did. */
void model_apply(struct sim *sim, const struct sim_call *call);
/* Everything that is due at now: expiry and approval. */
void model_tick(struct sim *sim, int64_t now_usec);
int64_t model_wanted(const struct sim_project *p, const struct sim_task *t);
/* Answers paid for. */
int64_t model_most(const struct sim_project *p, const struct sim_task *t);
bool model_weighing(const struct sim_project *p, const struct sim_task *t);
bool model_done(const struct sim_project *p, const struct sim_task *t);
bool model_open(const struct sim_project *p, const struct sim_task *t);
struct sim_hold *model_hold(const struct sim_project *p, int64_t task, int worker); /* NULL: none */
int64_t reply_number(const char *reply, const char *key);                           /* -1: absent */
/* The winner among a task's standing answers and its votes; -1 without answers. */
int model_label(const struct sim_task *t, int *votes);

/* What each of several answers came to and the task after them, in the reply to all; NULL: not there. */
const char *reply_part(const char *reply, const struct sim_op *inner);
const char *reply_next(const char *reply);

/* --- compare.c --- */
void compare_all(struct sim *sim);
void compare_audit(struct sim *sim);
void sim_report(const struct sim *sim);
/* How many offers wait in each project, and one of this worker's: its project's index and id, 0 = none. */
void offers_count(struct sim *sim);
int64_t offer_of(struct sim *sim, int worker, int *project);

/* --- actors.c --- */
/* Fills calls with what happens next and returns how many. */
int actors_next(struct sim *sim, struct sim_op *ops[SIM_GROUP_MAX]);
/* The client of the op gets to know how it ended, or that the reply was lost. */
void actors_told(struct sim *sim, struct sim_op *op, bool lost);
void op_release(struct sim_op *op);
struct sim_op *op_new(struct sim *sim, enum sim_kind kind, int project, int worker, int64_t actor_id);
extern const char *const sim_answer_keys[SIM_VALUES], *const sim_answer_results[SIM_VALUES];
struct sim_op *op_credit(struct sim *sim, int requester, int64_t amount_micros);
struct sim_op *op_task_add(struct sim *sim, int project, int count);
struct sim_op *op_step(struct sim *sim, int project, enum project_step step);
struct sim_op *op_take(struct sim *sim, int project, int worker);
struct sim_op *op_wish(struct sim *sim, int worker);
struct sim_op *op_weigh(struct sim *sim, int project);
struct sim_op *op_reject_missed(struct sim *sim, int project);
struct sim_op *op_contest(struct sim *sim, int project, int worker);
/* The contests about a gold task are right: from now on this is its gold. */
struct sim_op *op_contest_falls(struct sim *sim, int project, int64_t task, int gold);
struct sim_op *op_submit(struct sim *sim, int project, int worker, int64_t task);
