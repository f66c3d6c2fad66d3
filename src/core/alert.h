/* alert.h - from work that has come to messages that are due.
 *
 *   publish, resume, offer: alert_cause_* (a row in the transaction of the cause)
 *     -> tick: alerts_spread (rules of a few hundred people at a time; alert and outbox rows, and how far it is, in one
 *        transaction) -> outbox_turn (outbox_cmd.c): claimed by a sender, looked at again, handed out -> reported
 *
 * Invariants: a person has at most one alert in flight per project (a unique index); what is handed out was committed;
 * an alert for work that is gone, a channel that is off or a person who is locked out is not handed out. */
#pragma once
#include "core/commands.h"
#include "core/tx.h"
#include "domain/alert.h"
#include "send/outbox.h"

/* Work has come to a project: for whoever has a rule that fits. */
err alert_cause_work(struct tx *tx, int64_t project_id, int64_t now_usec);
/* Work is held for a person: they are told without a rule, at once or when their quiet hours end. */
err alert_cause_offer(struct tx *tx, int64_t project_id, int64_t person_id, int64_t offer_id, int64_t until_usec,
                      int64_t now_usec);
/* The crew's watch wakes somebody: now, also in quiet hours, but not whom they muted by hand. *told: a message goes. */
err alert_wake(struct tx *tx, int64_t project_id, int64_t person_id, int64_t now_usec, bool *told);
/* A few hundred people of the oldest cause. */
err alerts_spread(struct tx *tx, int64_t now_usec, bool *more);
/* Some of those who asked to hear of weeks without work. */
err empty_weeks_step(struct tx *tx, int64_t now_usec);
err empty_week(struct store_conn *c, int64_t worker_id, int64_t now_usec, bool *empty, double *own, double *wished);
/* Alerts and messages older than their log is kept. */
err alerts_drop_old(struct tx *tx, int64_t now_usec);

/* Facts on a project for one person, read from ALERT_WORK_COLUMNS of project p, project_count n, worker_project w. */
struct alert_project {
    int64_t owner_id, price_micros, hour_micros, left;
    bool live, estimated;
};
#define ALERT_WORK_COLUMNS                                                                                     \
    "p.owner_id, p.state, p.price_micros, p.overlap, p.task_seconds, n.median_work_usec, n.funded, n.retired," \
    " n.submitted, n.approved, n.gold_standing, n.leases, n.done, coalesce(w.served, 0)"
enum { ALERT_WORK_COLUMN_COUNT = 14 };
void alert_project_read(struct statement *s, int first, struct alert_project *facts);
/* quiet_from, quiet_to, utc_offset_minutes, digest_minute, muted_until_usec from column `first` on. */
struct alert_times alert_times_read(struct statement *s, int first);

/* One message that is no alert, due now: purpose of OUTBOX_CODE, OUTBOX_TEST or OUTBOX_REPLY. */
enum outbox_purpose {
    OUTBOX_ALERT,
    OUTBOX_DIGEST,
    OUTBOX_CODE,
    OUTBOX_TEST,
    OUTBOX_REPLY,
    OUTBOX_CREW,
    OUTBOX_CREW_WAKE, /* makes a sound */
    OUTBOX_EMPTY,     /* a week without work is in sight */
    OUTBOX_PAYOUT     /* money has left for them, or not */
};
/* It may wait for the end of the night, or of a silence asked for; the others answer somebody, or wake them. */
static inline bool outbox_waits(int64_t purpose) {
    return purpose == OUTBOX_ALERT || purpose == OUTBOX_DIGEST || purpose == OUTBOX_EMPTY || purpose == OUTBOX_PAYOUT;
}
enum outbox_state { OUTBOX_WAITING, OUTBOX_SENT, OUTBOX_GIVEN_UP, OUTBOX_NOT_NEEDED };
struct outbox_row {
    int64_t person_id, channel_id, alert_id;
    enum send_channel kind;
    enum outbox_purpose purpose;
    str body;
    int64_t not_before_usec, expires_usec, now_usec;
};
err outbox_add(struct tx *tx, const struct outbox_row *row);
/* The same to each channel of the person; *told: they have one. */
err outbox_add_all(struct tx *tx, const struct outbox_row *row, bool *told);
/* Whatever waits for this channel is not needed any more. */
err outbox_channel_drop(struct tx *tx, int64_t channel_id, int64_t now_usec, const char *why);

enum channel_state { CHANNEL_WAITS, CHANNEL_ON, CHANNEL_STOPPED, CHANNEL_GONE };
