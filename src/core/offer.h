/* offer.h - work held for a worker, as counts: a project's `reserved` is the sum of what its live offers still hold.
 *
 *   (made by dispatch_step.c) -> waiting --take or accept--> accepted --take ...--> used up
 *                                  |--decline--> declined       |--tick past its time--> lapsed
 *                                  \--tick past its time--> lapsed       project closed: withdrawn
 *
 * Invariants: a worker has at most one live offer per project; reserved never passes what the project has free
 * (offers_fit cuts the newest offers before COMMIT); who has no offer takes only what is free beyond `reserved`.
 * No task row knows of an offer: which task somebody gets is decided when they take it. */
#pragma once
#include "core/tx.h"

enum offer_state {
    OFFER_WAITING,
    OFFER_ACCEPTED,
    OFFER_USED,
    OFFER_DECLINED,
    OFFER_LAPSED,
    OFFER_WITHDRAWN
}; /* live: the first two */

struct offer {
    int64_t id, worker_id; /* id 0 = none */
    enum offer_state state;
    int64_t tasks, remaining, made_usec, until_usec;
};

/* The live offer of this worker in the project; id 0 when there is none. */
err offer_load(struct tx *tx, const struct tx_project *project, int64_t worker_id, struct offer *offer);
/* Sends that load ahead. */
err offer_ahead(struct tx *tx, const struct tx_project *project, int64_t worker_id);
/* May the worker take one more task? own: their live offer, for offer_use. served: tasks they have had here. */
err offer_check(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t served, int64_t now_usec,
                struct offer *own, bool *allowed);
/* A task of the offer was taken; nothing when own has no id. */
err offer_use(struct tx *tx, struct tx_project *project, struct offer *own, int64_t now_usec);
/* Keeps `tasks` of it and sets a new end. */
err offer_accept(struct tx *tx, struct tx_project *project, struct offer *own, int64_t tasks, int64_t now_usec);
/* Over: what it still holds is free again. */
err offer_end(struct tx *tx, struct tx_project *project, struct offer *offer, enum offer_state state, int64_t now_usec);
/* All live offers of a project that gives out nothing any more. */
err offers_withdraw(struct tx *tx, struct tx_project *project);
/* All live offers of a worker who wants none any more. */
err offers_of_worker_end(struct tx *tx, int64_t worker_id, int64_t now_usec);
/* Cuts the newest offers down to what is free; called before COMMIT for every project that changed. */
err offers_fit(struct tx *tx, struct tx_project *project);
/* Offers are to be looked at again, now or at the time given. */
void dispatch_due(struct tx_project *project, int64_t usec);

/* --- dispatch_step.c: what tick does --- */
/* Ends offers past their time, publishes what is scheduled, makes new offers, renews what is known of workers.
 * Projects of these steps are among those that tick locks: DISPATCH_PROJECTS selects them (?1 now, ?2 rows). */
#define DISPATCH_PROJECTS                                                                                    \
    "SELECT project_id FROM (SELECT project_id FROM offer WHERE state < 2 AND until_usec <= ?1 ORDER BY "    \
    "until_usec LIMIT ?2) AS o UNION SELECT project_id FROM (SELECT project_id FROM project_dispatch WHERE " \
    "due_usec <= ?1 ORDER BY due_usec LIMIT 4) AS d UNION SELECT project_id FROM (SELECT project_id FROM "   \
    "project_dispatch WHERE publish_usec > 0 AND publish_usec <= ?1 ORDER BY publish_usec LIMIT 20) AS s"
err dispatch_step(struct tx *tx, int64_t now_usec, int64_t *counted_usec, bool *more);
