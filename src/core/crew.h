/* crew.h - what the commands on crews share: members, the rota, posts to the crew's own channel.
 *
 *   join, leave, hours change -> rota planned a week ahead (crew_rota_plan) -> watch -> tick counts what it spared whom
 *
 * A crew's row is locked by whatever changes the crew; no project and no account is. Leaving gives up watches and the
 * crew's reserved work to come, and nothing else: what was taken, held or earned is the person's. */
#pragma once
#include "core/alert.h"
#include "domain/crew.h"

enum { CREW_MEMBER, CREW_COORDINATOR };

struct crew_row {
    int64_t id, wakes_max, plan_usec;
    struct crew_night night;
};
struct crew_member_row {
    int64_t role;
    bool shows_load, watches, woken;
};
/* Locks the crew. ERR_NOT_FOUND when there is none or the actor is no member of it; ERR_FORBIDDEN when `coordinator`
 * and they are only that. */
err crew_load(struct tx *tx, struct command *c, int64_t crew_id, bool coordinator, struct crew_row *crew,
              struct crew_member_row *member);
err crew_member_load(struct tx *tx, int64_t crew_id, int64_t person_id, struct crew_member_row *member, bool *found);

/* --- the rota (crew_rota.c) --- */
/* Plans what is missing of the next nights, and says when to plan again. */
err crew_rota_plan(struct tx *tx, const struct crew_row *crew, int64_t now_usec);
/* Drops what begins after a time: the hours have changed, or there is one more to share them. */
err crew_rota_clear(struct tx *tx, int64_t crew_id, int64_t after_usec);
/* Gives somebody's watches to come to the others. */
err crew_rota_release(struct tx *tx, int64_t crew_id, int64_t person_id, int64_t now_usec);
/* tick: counts the watches that are over, plans where it is due. */
err crews_step(struct tx *tx, int64_t now_usec, bool *more);

/* --- leaving, posts (crew_cmd.c, crew_post.c) --- */
err crew_leave(struct tx *tx, int64_t crew_id, int64_t person_id, int64_t now_usec);
err crews_leave_all(struct tx *tx, int64_t person_id, int64_t now_usec);
/* An event for each member. */
err crew_event(struct tx *tx, int64_t crew_id, int64_t now_usec, const char *kind);
/* What is said on the crew's channel, if it has one: somebody woke them (message "" = without words), somebody looks
 * for a substitute, work reserved for them has come. person_id: who; project_id 0 = none. */
err crew_post(struct tx *tx, int64_t crew_id, enum alert_word word, int64_t person_id, int64_t project_id, str message,
              int64_t now_usec);
/* The same for the crew that a project is reserved for, if it is. */
err crew_post_work(struct tx *tx, int64_t project_id, int64_t now_usec);
