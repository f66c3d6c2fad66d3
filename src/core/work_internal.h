/* work_internal.h - what the commands of workers share (work_cmd.c, pack_cmd.c); private to core. */
#pragma once
#include "core/commands.h"
#include "core/tx.h"
#include "domain/work.h"

/* What one worker has done in one project, with their place in each lane. */
struct worker_row {
    int64_t served, answers, approved, rejected, gold_answers, gold_right;
    int64_t cursors[LANES];
    bool known;
};
err worker_load(struct tx *tx, int64_t project_id, int64_t worker_id, struct worker_row *w);
err worker_save(struct tx *tx, int64_t project_id, int64_t worker_id, const struct worker_row *w);

/* in_hand: pay of all that the worker holds now, anywhere; may be NULL. */
err lease_load(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t task_id, struct lease *lease,
               struct task *task, int64_t *in_hand, bool *found);
/* Ends a live lease without an answer: voids its pay, opens the task again. */
err lease_release(struct tx *tx, struct tx_project *project, struct task *task, int64_t worker_id, int64_t transfer_id,
                  enum lease_state state, int64_t now_usec);

struct taken {
    int64_t task_id, deadline_usec; /* task_id 0 = nothing for this worker now */
};
/* Takes the next task, for pack_usec when it is for a pack (0: for the project's time to answer). w is changed and left
 * to the caller to save when something was taken. */
err work_take_next(struct tx *tx, struct tx_project *project, int64_t worker_id, struct worker_row *w, int64_t now_usec,
                   int64_t pack_usec, struct taken *taken);
/* The task held already (packs apart), or the next one; task_id 0 = none. */
err work_take_one(struct tx *tx, struct tx_project *project, int64_t worker_id, int64_t now_usec, struct taken *taken);
/* "{...}" of a lease or "null", in the command's arena. */
const char *lease_text(struct command *c, const struct tx_project *project, const struct taken *taken);
