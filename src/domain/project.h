/* project.h - a project's states, price and funding. Pure.
 *
 *   draft --publish--> live <--pause/resume--> paused      live|paused --complete--> completed (for good)
 *
 * Funding: publishing reserves, in the project's escrow, the price of every answer wanted of the tasks that are not
 * funded yet. Tasks want `overlap` answers; gold tasks want `gold_wanted`, chosen so that gold is gold_permille of all
 * answers. Invariant: escrow holds, beyond what is pending, price * (answers wanted - answers - leases) of funded
 * tasks that are not retired. The pay of what a task will not be asked any more goes back when it is retired; that of
 * an answer that was on its way then goes back when it comes to nothing. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum project_state { PROJECT_DRAFT, PROJECT_LIVE, PROJECT_PAUSED, PROJECT_COMPLETED };
enum { LANE_GOLD = 10, LANES = 11 };
/* fixed: overlap answers each. Else a task is weighed when it has overlap_min, and again with each more, up to overlap:
 * disagreement: one more while no value has most votes; sure: one more until the label is as sure as the target. */
enum overlap_rule { OVERLAP_FIXED, OVERLAP_DISAGREEMENT, OVERLAP_SURE };

struct project {
    int64_t id, owner_id;
    enum project_state state;
    int64_t price_micros;
    int overlap; /* answers paid for of each task */
    int gold_permille;
    enum overlap_rule overlap_rule;
    int overlap_min;      /* when adaptive: answers before a task is weighed */
    int target_permille;  /* how sure a label must be for OVERLAP_SURE */
    int review_permille;  /* share of answers drawn for review */
    int64_t task_usec;    /* how long a lease lasts */
    int64_t approve_usec; /* after which an answer is approved by itself; 0 = at once */
};

/* The changing numbers; columns of table project_count. A gold task that is retired counts as a retired one and as
 * gold no more: gold_tasks and funded_gold are those that may be given out, retired ones of both kinds are in funded
 * and in retired. */
struct project_count {
    int64_t next_task, next_position, lanes;
    int64_t tasks, gold_tasks, funded_to, funded, funded_gold, gold_wanted, done, retired;
    int64_t leases, submitted, approved, rejected, gold_answers, gold_right, reports, workers;
    int64_t agreed_votes, judged_votes, median_work_usec, median_at_answers;
    int64_t weighing, sent_back, contests;
    int64_t fitted_at_answers; /* below 0: what was fitted has changed since, see project_refit() */
    int64_t opened_to; /* tasks up to this id are in the queue; from there to funded_to they come into it in steps */
    int64_t gold_standing; /* answers to gold tasks that wait or are approved; gold_answers has the rejected ones too */
};

const char *project_state_word(enum project_state state);
const char *overlap_rule_word(enum overlap_rule rule);

struct project_quote {
    int64_t tasks, answers, gold_answers; /* to be funded now; answers without gold */
    int64_t gold_wanted;                  /* of each gold task from then on */
    int64_t cost_micros;
};

/* What publishing now would reserve. ERR_NO_TASKS when nothing is left to fund, ERR_INVALID when it is more than
 * MONEY_MICROS_MAX. */
err project_quote(const struct project *project, const struct project_count *count, struct project_quote *quote,
                  struct problem *p);

/* Is a task weighed before it has all the answers that are paid for? */
bool project_adaptive(const struct project *project);
/* The rule and its numbers fit together; else ERR_INVALID with the fields. */
err project_rule_check(const struct project *project, struct problem *p);
/* Answers wanted of a task in this lane at first. */
int64_t project_wanted(const struct project *project, const struct project_count *count, int lane);
/* Answers paid for of a task in this lane. */
int64_t project_most(const struct project *project, const struct project_count *count, int lane);
/* An answer that was counted is not any more, or what is known of a task has changed: the newest fit is of the past
 * although there may be as many answers. Each change gives another number, so that a fit sees what it has missed. */
void project_refit(struct project_count *count);
/* Answers paid for of all funded tasks, gold included; retired tasks count with nothing. */
int64_t project_wanted_all(const struct project *project, const struct project_count *count);

/* Up to which task one step opens what is paid for, so that a million new tasks keep nobody waiting: OPEN_TASKS_MAX
 * more at most. Of a completed project nothing is opened any more: all of it in one step. */
enum { OPEN_TASKS_MAX = 2000 };
int64_t project_opened_next(const struct project *project, const struct project_count *count);

/* Work left for one worker, without looking at each task: tasks not done less those they were given. */
int64_t project_left(const struct project *project, const struct project_count *count, int64_t served);

/* Answers that are funded and neither given nor being worked on: what can be taken or held for somebody. A lower bound:
 * leases on gold and what retired tasks have got count against the others. What an adaptive project has paid for and a
 * verdict may never ask is not free. */
int64_t project_free(const struct project *project, const struct project_count *count);

enum project_step { PROJECT_PUBLISH, PROJECT_PAUSE, PROJECT_RESUME, PROJECT_COMPLETE };
/* The state after the step, or ERR_BAD_STATE with what is possible instead. */
err project_step(enum project_state from, enum project_step step, enum project_state *to, struct problem *p);
