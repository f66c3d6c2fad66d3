/* model_parts.h - what model.c and model_more.c share; only for them. */
#pragma once
#include "sim.h"

struct sim_person *model_owner(struct sim *sim, const struct sim_project *p);
/* The highest lane with a task for this worker; -1: none. Gold does not count. */
int model_best_lane(const struct sim_project *p, int worker);
/* A new lease, as the reply says; task -1 = none was given. While work is held for others, there may be none. */
void model_lease_given(struct sim *sim, struct sim_project *p, int worker, int64_t task, int64_t deadline, int64_t now,
                       bool packed);
void model_lease_over(struct sim *sim, struct sim_project *p, struct sim_task *t, struct sim_hold *h,
                      enum lease_state state);
/* `next` of a reply. */
void model_next_given(struct sim *sim, struct sim_project *p, int worker, bool asked, const char *reply, int64_t now);
/* What a completed project no longer owes goes back to its owner. */
void model_sweep(struct sim *sim, struct sim_project *p);
/* A task that lost an answer or wants more is weighed anew when it has what it wants. */
void model_unsure(const struct sim_project *p, struct sim_task *t);
/* A submit, alone or among others. */
err model_submit(struct sim *sim, struct sim_project *p, const struct sim_call *call);
/* The call's answer for the first time or again: what the rules say, and what is kept of it. */
void model_told(struct sim *sim, const struct sim_call *call, err wanted);
void model_repeated(struct sim *sim, const struct sim_call *call);
/* The calls of model_more.c. */
err model_apply_more(struct sim *sim, struct sim_project *p, const struct sim_call *call);
