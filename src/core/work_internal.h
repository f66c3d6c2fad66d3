/* work_internal.h - what the commands on work share: rows (work_rows.c) and leases (work_cmd.c); private to core. */
#pragma once
#include "core/commands.h"
#include "core/tx.h"
#include "domain/work.h"

/* What one worker has done in one project, with their place in each lane. */
struct worker_row {
    int64_t served, answers, approved, rejected, gold_answers, gold_right, sent_back;
    int64_t cursors[LANES];
    bool known;
};
err worker_load(struct tx *tx, int64_t project_id, int64_t worker_id, struct worker_row *w);
/* Sends the load of that row ahead. */
err worker_ahead(struct tx *tx, int64_t project_id, int64_t worker_id);
err worker_save(struct tx *tx, int64_t project_id, int64_t worker_id, const struct worker_row *w);

/* The columns that make a struct task, in the order that task_fill reads them. */
#define TASK_ROW_COLUMNS "t.lane, t.position, t.state, t.answers, t.leases, t.reports, t.wanted"
enum { TASK_ROW_COLUMN_COUNT = 7 };
/* From the columns from `first` on; what is wanted follows from the project too. */
void task_fill(struct task *t, const struct tx_project *project, struct statement *s, int first);
err task_load(struct tx *tx, const struct tx_project *project, int64_t task_id, struct task *t, bool *found);
/* The same, but ERR_NOT_FOUND with a sentence when there is none. */
err task_load_get(struct tx *tx, const struct tx_project *project, int64_t task_id, struct task *t, struct problem *p);
err task_save(struct tx *tx, int64_t project_id, const struct task *t);
/* What came with a row that was read ahead, as the commands of this batch have left it since. */
void task_renew(const struct tx *tx, int64_t project_id, struct task *t);
/* Moves the project's numbers of done and waiting tasks with a task that was in state `before`. */
void task_state_count(struct tx_project *project, const struct task *t, enum task_state before);

err lease_state_save(struct tx *tx, int64_t project_id, int64_t worker_id, int64_t task_id, enum lease_state state,
                     int64_t transfer_id);
/* The pay of one answer, from escrow to worker. */
struct transfer_order pay_order(const struct tx_project *project, int64_t worker_id, int64_t task_id, int64_t now_usec);
/* Money for answers beyond what was funded, from the owner to the escrow; may be short. */
struct transfer_order reserve_order(const struct tx_project *project, int64_t amount_micros, int64_t now_usec);

/* The project when the actor may decide on its answers, or owns it; else ERR_NOT_FOUND. */
err reviewed_project(struct tx *tx, struct command *c, int64_t id, struct tx_project **project);
err owned_project(struct tx *tx, struct command *c, int64_t id, struct tx_project **project);

/* Nobody is paid by their own decision: refuses a reviewer's command on answers (struct annotation_decide) when one of
 * them is their own. An owner decides on their own money. */
err own_answers_refuse(struct tx *tx, struct command *c, const struct tx_project *project);

/* Is this answer to a gold task right? *right is so by the gold text `known`, and is changed if the gold is another. */
err gold_judge(struct tx *tx, int64_t project_id, int64_t task_id, str result, const char *known, int *right);

/* A done task gets its label of the votes, with its event; one that is no longer done loses it. */
err label_write(struct tx *tx, struct tx_project *project, int64_t task_id, int64_t now_usec);
/* The same by the end of the batch, for many at once; at once where nothing is read ahead. */
err label_write_later(struct tx *tx, struct tx_project *project, int64_t task_id, int64_t now_usec);
err labels_write(struct tx *tx);
err label_drop(struct tx *tx, struct tx_project *project, int64_t task_id);

/* in_hand: pay of all that the worker holds now, anywhere; may be NULL. */
err lease_load(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t task_id, struct lease *lease,
               struct task *task, int64_t *in_hand, bool *found);
/* Ends a live lease without an answer: voids its pay, opens the task again. */
err lease_release(struct tx *tx, struct tx_project *project, struct task *task, int64_t worker_id, int64_t transfer_id,
                  enum lease_state state, int64_t now_usec);

struct taken {
    int64_t task_id, deadline_usec; /* task_id 0 = nothing for this worker now */
    bool again;                     /* answered before and sent back */
};
/* Takes the next task, for pack_usec when it is for a pack (0: for the project's time to answer). w is changed and left
 * to the caller to save when something was taken. */
err work_take_next(struct tx *tx, struct tx_project *project, int64_t worker_id, struct worker_row *w, int64_t now_usec,
                   int64_t pack_usec, struct taken *taken);
/* The task held already (packs apart), or the next one; task_id 0 = none. */
err work_take_one(struct tx *tx, struct tx_project *project, int64_t worker_id, int64_t now_usec, struct taken *taken);
/* "{...}" of a lease or "null", in the command's arena. */
const char *lease_text(struct command *c, const struct tx_project *project, const struct taken *taken);

/* The pay of an answer to this task has just been voided: when the task is retired, nobody is asked in its place and
 * the owner of the live or paused project gets it back. */
err retired_return(struct tx *tx, const struct tx_project *project, const struct task *task, int64_t now_usec);
