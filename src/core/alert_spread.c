/* Turns the causes of alerts into alerts: tick's part. */
#include <string.h>

#include "base/clock.h"
#include "core/crew.h"
#include "core/qualification.h"
#include "core/queries.h"
#include "core/rating.h"
#include "domain/work.h"

enum { RULE_ROWS = 1000, LOG_DAYS = 30 };

SQL(SQL_CAUSE_ADD, "INSERT INTO alert_cause (id, project_id, person_id, offer_id, until_usec, created_usec)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
SQL(SQL_CAUSE_NEXT,
    "SELECT id, project_id, person_id, offer_id, until_usec, person_done FROM alert_cause ORDER BY id LIMIT 1");
SQL(SQL_CAUSE_DONE, "DELETE FROM alert_cause WHERE id = ?1");
SQL(SQL_CAUSE_MOVE, "UPDATE alert_cause SET person_done = ?2 WHERE id = ?1");
SQL(SQL_RULES,
    "SELECT r.person_id, r.id, r.project_id, r.requester_id, r.qualification_id, r.hour_micros, r.tasks_min,"
    " r.urgent_hour_micros, r.digest, coalesce(s.quiet_from, 0), coalesce(s.quiet_to, 0),"
    " coalesce(s.utc_offset_minutes, 0), coalesce(s.digest_minute, 480), coalesce(s.muted_until_usec, 0),"
    " " ALERT_WORK_COLUMNS
    ", r.kind, r.rating_tenths FROM alert_rule r JOIN person o ON o.id = r.person_id JOIN project p ON p.id = ?1"
    " JOIN project_count n ON n.project_id = p.id LEFT JOIN alert_setting s ON s.person_id = r.person_id"
    " LEFT JOIN worker_project w ON w.project_id = p.id AND w.worker_id = r.person_id"
    " WHERE r.person_id > ?2 AND o.disabled = 0 AND p.state = 1 ORDER BY r.person_id, r.id LIMIT ?3");
SQL(SQL_PERSON_TIMES,
    "SELECT coalesce(s.quiet_from, 0), coalesce(s.quiet_to, 0), coalesce(s.utc_offset_minutes, 0),"
    " coalesce(s.digest_minute, 480), coalesce(s.muted_until_usec, 0) FROM person o LEFT JOIN alert_setting s ON"
    " s.person_id = o.id WHERE o.id = ?1 AND o.disabled = 0");
SQL(SQL_ALERT_NEWEST, "SELECT id, state, created_usec, digest FROM alert WHERE person_id = ?1 AND project_id = ?2"
                      " ORDER BY id DESC LIMIT 1");
SQL(SQL_ALERT_ADD, "INSERT INTO alert (id, person_id, project_id, offer_id, rule_id, state, digest, urgent, due_usec,"
                   " until_usec, created_usec) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10)");
SQL(SQL_ALERT_URGENT, "UPDATE alert SET urgent = 1, digest = 0, due_usec = ?2 WHERE id = ?1");
SQL(SQL_OUTBOX_NOW, "UPDATE outbox SET not_before_usec = ?2 WHERE alert_id = ?1 AND alert_id > 0 AND state = 0 AND turn"
                    " = 0 AND not_before_usec > ?2");
SQL(SQL_ALERT_OFFER, "UPDATE alert SET offer_id = ?2, until_usec = ?3 WHERE id = ?1");
SQL(SQL_CHANNELS, "SELECT id, kind FROM alert_channel WHERE person_id = ?1 AND crew_id = 0 AND"
                  " state = 1 ORDER BY id");
SQL(SQL_DIGEST_WAITS, "SELECT 1 FROM outbox WHERE person_id = ?1 AND purpose = 1 AND state = 0 LIMIT 1");
SQL(SQL_OUTBOX_ADD, "INSERT INTO outbox (id, person_id, channel_id, alert_id, kind, lane, purpose, body, state,"
                    " not_before_usec, expires_usec, created_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9, ?10,"
                    " ?11)");
SQL(SQL_OUTBOX_OLD, "DELETE FROM outbox WHERE created_usec < ?1 AND state > 0");
SQL(SQL_ALERT_OLD, "DELETE FROM alert WHERE created_usec < ?1 AND state = 1");
/* Whose messages are all over, though nobody said so: a person without a channel left. */
SQL(SQL_ALERT_STUCK, "UPDATE alert SET state = 1 WHERE state = 0 AND created_usec < ?1 AND due_usec < ?1 AND NOT EXISTS"
                     " (SELECT 1 FROM outbox o WHERE o.alert_id = alert.id AND o.alert_id > 0 AND o.state = 0)");

/* --- causes --- */

static err cause_add(struct tx *tx, int64_t project_id, int64_t person_id, int64_t offer_id, int64_t until_usec,
                     int64_t now_usec) {
    struct statement *s = statement(tx->conn, &SQL_CAUSE_ADD);
    statement_int(s, id_new());
    statement_int(s, project_id);
    statement_int(s, person_id);
    statement_int(s, offer_id);
    statement_int(s, until_usec);
    statement_int(s, now_usec);
    return statement_run(s, 1);
}

err alert_cause_work(struct tx *tx, int64_t project_id, int64_t now_usec) {
    return cause_add(tx, project_id, 0, 0, 0, now_usec);
}

err alert_cause_offer(struct tx *tx, int64_t project_id, int64_t person_id, int64_t offer_id, int64_t until_usec,
                      int64_t now_usec) {
    return cause_add(tx, project_id, person_id, offer_id, until_usec, now_usec);
}

void alert_project_read(struct statement *s, int first, struct alert_project *facts) {
    struct project project = {.overlap = (int)statement_col_int(s, first + 3)};
    struct project_count n = {.funded = statement_col_int(s, first + 6),
                              .retired = statement_col_int(s, first + 7),
                              .submitted = statement_col_int(s, first + 8),
                              .approved = statement_col_int(s, first + 9),
                              .gold_standing = statement_col_int(s, first + 10),
                              .leases = statement_col_int(s, first + 11),
                              .done = statement_col_int(s, first + 12)};
    int64_t median = statement_col_int(s, first + 5), seconds = statement_col_int(s, first + 4);
    *facts = (struct alert_project){.owner_id = statement_col_int(s, first),
                                    .live = statement_col_int(s, first + 1) == PROJECT_LIVE,
                                    .price_micros = statement_col_int(s, first + 2),
                                    .left = project_left(&project, &n, statement_col_int(s, first + 13)),
                                    .estimated = median == 0};
    /* Not measured yet: as the requester sees it, most tasks take a quarter of the time that is given for one. */
    facts->hour_micros = pay_per_hour(facts->price_micros, median ? median : seconds * 250000);
}

/* --- one person --- */

struct cause {
    int64_t id, project_id, person_id, offer_id, until_usec, person_done;
};

err outbox_add(struct tx *tx, const struct outbox_row *row) {
    struct statement *s = statement(tx->conn, &SQL_OUTBOX_ADD);
    statement_int(s, id_new());
    statement_int(s, row->person_id);
    statement_int(s, row->channel_id);
    statement_int(s, row->alert_id);
    statement_int(s, row->kind);
    statement_int(s, send_channel_lane(row->kind));
    statement_int(s, row->purpose);
    statement_text(s, row->body.data ? row->body : STR(""));
    statement_int(s, row->not_before_usec);
    statement_int(s, row->expires_usec);
    statement_int(s, row->now_usec);
    return statement_run(s, 1);
}

/* *flies: an alert on this project is on its way to them, or was there a moment ago. */
static err already_told(struct tx *tx, const struct cause *cause, int64_t person_id, int64_t now_usec, bool *told) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_ALERT_NEWEST);
    statement_int(s, person_id);
    statement_int(s, cause->project_id);
    TRY(statement_one(s, &found));
    int64_t id = found ? statement_col_int(s, 0) : 0;
    bool flies = found && statement_col_int(s, 1) == 0;
    bool fresh = found && statement_col_int(s, 2) > now_usec - ALERT_GAP_USEC;
    statement_end(s);
    *told = flies || (fresh && !cause->offer_id);
    if (!flies || !cause->offer_id) return OK;
    s = statement(tx->conn, &SQL_ALERT_OFFER);
    statement_int(s, id);
    statement_int(s, cause->offer_id);
    statement_int(s, cause->until_usec);
    return statement_run(s, 1);
}

static err channels_load(struct tx *tx, int64_t person_id, int64_t ids[ALERT_CHANNELS_MAX],
                         enum send_channel kinds[ALERT_CHANNELS_MAX], int *count) {
    struct statement *s = statement(tx->conn, &SQL_CHANNELS);
    statement_int(s, person_id);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || *count == ALERT_CHANNELS_MAX) break;
        ids[*count] = statement_col_int(s, 0);
        kinds[(*count)++] = (enum send_channel)statement_col_int(s, 1);
    }
    statement_end(s);
    return OK;
}

err outbox_add_all(struct tx *tx, const struct outbox_row *row, bool *told) {
    int64_t ids[ALERT_CHANNELS_MAX];
    enum send_channel kinds[ALERT_CHANNELS_MAX];
    int count = 0;
    TRY(channels_load(tx, row->person_id, ids, kinds, &count));
    for (int i = 0; i < count; i++) {
        struct outbox_row one = *row;
        one.channel_id = ids[i];
        one.kind = kinds[i];
        TRY(outbox_add(tx, &one));
    }
    *told = count > 0;
    return OK;
}

static err alert_add(struct tx *tx, const struct cause *cause, int64_t person_id, const struct alert_decision *d,
                     int64_t now_usec, int64_t *id) {
    *id = id_new();
    struct statement *s = statement(tx->conn, &SQL_ALERT_ADD);
    statement_int(s, *id);
    statement_int(s, person_id);
    statement_int(s, cause->project_id);
    statement_int(s, cause->offer_id);
    statement_int(s, d->rule_id);
    statement_int(s, d->when == ALERT_DIGEST);
    statement_int(s, d->urgent);
    statement_int(s, d->not_before_usec);
    statement_int(s, cause->until_usec);
    statement_int(s, now_usec);
    return statement_run(s, 1);
}

static err digest_waits(struct tx *tx, int64_t person_id, bool *waits) {
    struct statement *s = statement(tx->conn, &SQL_DIGEST_WAITS);
    statement_int(s, person_id);
    TRY(statement_one(s, waits));
    statement_end(s);
    return OK;
}

static err person_tell(struct tx *tx, const struct cause *cause, int64_t person_id, const struct alert_decision *d,
                       int64_t now_usec) {
    int64_t ids[ALERT_CHANNELS_MAX], alert_id;
    enum send_channel kinds[ALERT_CHANNELS_MAX];
    int count = 0;
    bool told, waits = false, digest = d->when == ALERT_DIGEST;
    if (d->when == ALERT_NO) return OK;
    TRY(already_told(tx, cause, person_id, now_usec, &told));
    if (told) return OK;
    TRY(project_open_to(tx->conn, cause->project_id, person_id, &told));
    if (!told) return OK;
    TRY(channels_load(tx, person_id, ids, kinds, &count));
    if (count == 0) return OK;
    TRY(alert_add(tx, cause, person_id, d, now_usec, &alert_id));
    if (digest) TRY(digest_waits(tx, person_id, &waits));
    int64_t expires = d->not_before_usec + ALERT_LIFE_USEC;
    if (cause->until_usec && cause->until_usec < expires) expires = cause->until_usec;
    for (int i = 0; i < count && !waits; i++)
        TRY(outbox_add(tx, &(struct outbox_row){.person_id = person_id,
                                                .channel_id = ids[i],
                                                .alert_id = digest ? 0 : alert_id,
                                                .kind = kinds[i],
                                                .purpose = digest ? OUTBOX_DIGEST : OUTBOX_ALERT,
                                                .not_before_usec = d->not_before_usec,
                                                .expires_usec = expires,
                                                .now_usec = now_usec}));
    return OK;
}

struct alert_times alert_times_read(struct statement *s, int first) {
    return (struct alert_times){.quiet_from = (int)statement_col_int(s, first),
                                .quiet_to = (int)statement_col_int(s, first + 1),
                                .utc_offset_minutes = (int)statement_col_int(s, first + 2),
                                .digest_minute = (int)statement_col_int(s, first + 3),
                                .muted_until_usec = statement_col_int(s, first + 4)};
}

static err offer_tell(struct tx *tx, const struct cause *cause, int64_t now_usec) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_PERSON_TIMES);
    statement_int(s, cause->person_id);
    TRY(statement_one(s, &found));
    struct alert_times times = {0};
    if (found) times = alert_times_read(s, 0);
    statement_end(s);
    if (!found) return OK;
    struct alert_decision d = {.when = ALERT_SEND, .not_before_usec = alert_hold(&times, false, now_usec)};
    return person_tell(tx, cause, cause->person_id, &d, now_usec);
}

/* What waits for the morning goes now; a digest's line becomes an alert of its own. */
static err alert_hurry(struct tx *tx, int64_t alert_id, int64_t now_usec) {
    const struct sql *const steps[] = {&SQL_ALERT_URGENT, &SQL_OUTBOX_NOW};
    for (int i = 0; i < 2; i++) {
        struct statement *s = statement(tx->conn, steps[i]);
        statement_int(s, alert_id);
        statement_int(s, now_usec);
        TRY(statement_run(s, -1));
    }
    return OK;
}

err alert_wake(struct tx *tx, int64_t project_id, int64_t person_id, int64_t now_usec, bool *told) {
    int64_t ids[ALERT_CHANNELS_MAX], alert_id = 0;
    enum send_channel kinds[ALERT_CHANNELS_MAX];
    int count = 0;
    bool open, found, flies, digest;
    *told = false;
    struct statement *s = statement(tx->conn, &SQL_PERSON_TIMES);
    statement_int(s, person_id);
    TRY(statement_one(s, &open));
    open = open && statement_col_int(s, 4) <= now_usec;
    statement_end(s);
    if (open) TRY(project_open_to(tx->conn, project_id, person_id, &open));
    if (open) TRY(channels_load(tx, person_id, ids, kinds, &count));
    if (count == 0) return OK;
    s = statement(tx->conn, &SQL_ALERT_NEWEST);
    statement_int(s, person_id);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    flies = found && statement_col_int(s, 1) == 0;
    digest = flies && statement_col_int(s, 3) != 0;
    if (flies) alert_id = statement_col_int(s, 0);
    statement_end(s);
    *told = true;
    if (flies) TRY(alert_hurry(tx, alert_id, now_usec));
    if (flies && !digest) return OK;
    const struct cause cause = {.project_id = project_id};
    const struct alert_decision d = {.when = ALERT_SEND, .not_before_usec = now_usec, .urgent = true};
    if (!flies) TRY(alert_add(tx, &cause, person_id, &d, now_usec, &alert_id));
    for (int i = 0; i < count; i++)
        TRY(outbox_add(tx, &(struct outbox_row){.person_id = person_id,
                                                .channel_id = ids[i],
                                                .alert_id = alert_id,
                                                .kind = kinds[i],
                                                .purpose = OUTBOX_ALERT,
                                                .not_before_usec = now_usec,
                                                .expires_usec = now_usec + ALERT_LIFE_USEC,
                                                .now_usec = now_usec}));
    return OK;
}

/* --- rules of many people --- */

struct rule_row {
    int64_t person_id;
    struct alert_rule rule;
    struct alert_times times;
    struct alert_work work;
};

static void rule_read(struct statement *s, int64_t project_id, struct rule_row *row) {
    struct alert_project facts;
    alert_project_read(s, 14, &facts);
    row->person_id = statement_col_int(s, 0);
    row->rule = (struct alert_rule){.id = statement_col_int(s, 1),
                                    .project_id = statement_col_int(s, 2),
                                    .requester_id = statement_col_int(s, 3),
                                    .qualification_id = statement_col_int(s, 4),
                                    .kind = (enum work_kind)statement_col_int(s, 14 + ALERT_WORK_COLUMN_COUNT),
                                    .rating_tenths = statement_col_int(s, 15 + ALERT_WORK_COLUMN_COUNT),
                                    .hour_micros = statement_col_int(s, 5),
                                    .tasks_min = statement_col_int(s, 6),
                                    .urgent_hour_micros = statement_col_int(s, 7),
                                    .digest = statement_col_int(s, 8) != 0};
    row->times = alert_times_read(s, 9);
    row->work = (struct alert_work){.project_id = project_id,
                                    .requester_id = facts.owner_id,
                                    .hour_micros = facts.hour_micros,
                                    .tasks = facts.live ? facts.left : 0,
                                    .estimated = facts.estimated};
}

/* Qualifications that the project asks for, for rules that name one. */
static err asked_load(struct tx *tx, int64_t project_id, int64_t *ids, size_t *count) {
    struct requirements all;
    *count = 0;
    TRY(requirements_load(tx->conn, project_id, &all));
    for (int i = 0; i < all.count; i++)
        if (all.items[i].subject == SUBJECT_QUALIFICATION) ids[(*count)++] = all.items[i].qualification_id;
    return OK;
}

/* What the project's config shows, for rules that name a kind of work. */
static err kinds_load(struct tx *tx, int64_t project_id, unsigned *kinds) {
    CLEANUP(buf_free) struct buf xml = {0};
    struct label_config *config;
    struct problem p = {0};
    *kinds = 0;
    TRY(project_texts(tx->conn, project_id, &xml, NULL));
    if (label_config_parse(buf_str(&xml), &config, &p) != OK) return OK;
    *kinds = label_config_kinds(config);
    label_config_free(config);
    return OK;
}

static err rating_of(struct tx *tx, int64_t requester_id, int64_t *tenths) {
    struct rating_sums sums;
    TRY(rating_load(tx->conn, requester_id, &sums));
    *tenths = rating_overall_tenths(&sums);
    return OK;
}

static err rules_load(struct tx *tx, const struct cause *cause, struct rule_row *rows, int *count) {
    struct statement *s = statement(tx->conn, &SQL_RULES);
    statement_int(s, cause->project_id);
    statement_int(s, cause->person_done);
    statement_int(s, RULE_ROWS);
    *count = 0;
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && *count < RULE_ROWS) rule_read(s, cause->project_id, &rows[(*count)++]);
    }
    statement_end(s);
    return OK;
}

/* People whose rules are all among these rows; the last one's may go on in the next step. */
static err rules_apply(struct tx *tx, const struct cause *cause, const struct rule_row *rows, int count, bool all,
                       int64_t now_usec, int64_t *done) {
    *done = cause->person_done;
    for (int from = 0, to; from < count; from = to) {
        struct alert_rule rules[ALERT_RULES_MAX];
        struct alert_decision d;
        size_t n = 0;
        for (to = from; to < count && rows[to].person_id == rows[from].person_id; to++)
            if (n < ALERT_RULES_MAX) rules[n++] = rows[to].rule;
        if (to == count && !all && from > 0) break;
        alert_decide(rules, n, &rows[from].work, &rows[from].times, now_usec, &d);
        TRY(person_tell(tx, cause, rows[from].person_id, &d, now_usec));
        *done = rows[from].person_id;
    }
    return OK;
}

err alerts_spread(struct tx *tx, int64_t now_usec, bool *more) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_CAUSE_NEXT);
    TRY(statement_one(s, &found));
    struct cause cause = {0};
    if (found)
        cause = (struct cause){statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2),
                               statement_col_int(s, 3), statement_col_int(s, 4), statement_col_int(s, 5)};
    statement_end(s);
    if (!found) return OK;
    *more = true;
    bool done = true;
    int64_t person_done = 0;
    if (cause.person_id) {
        TRY(offer_tell(tx, &cause, now_usec));
    } else {
        struct rule_row *rows = arena_alloc(&tx->arena, sizeof *rows * RULE_ROWS);
        int count;
        int64_t asked[REQUIREMENTS_MAX];
        size_t asked_count;
        if (cause.person_done == 0) TRY(crew_post_work(tx, cause.project_id, now_usec));
        TRY(rules_load(tx, &cause, rows, &count));
        TRY(asked_load(tx, cause.project_id, asked, &asked_count));
        unsigned kinds = 0;
        int64_t tenths = 0;
        if (count > 0) TRY(kinds_load(tx, cause.project_id, &kinds));
        if (count > 0) TRY(rating_of(tx, rows[0].work.requester_id, &tenths));
        for (int i = 0; i < count; i++) {
            rows[i].work.kinds = kinds;
            rows[i].work.rating_tenths = tenths;
            rows[i].work.qualification_ids = asked;
            rows[i].work.qualification_count = asked_count;
        }
        done = count < RULE_ROWS;
        TRY(rules_apply(tx, &cause, rows, count, done, now_usec, &person_done));
    }
    s = statement(tx->conn, done ? &SQL_CAUSE_DONE : &SQL_CAUSE_MOVE);
    statement_int(s, cause.id);
    if (!done) statement_int(s, person_done);
    return statement_run(s, 1);
}

err alerts_drop_old(struct tx *tx, int64_t now_usec) {
    static const struct sql *const steps[] = {&SQL_ALERT_STUCK, &SQL_OUTBOX_OLD, &SQL_ALERT_OLD};
    for (int i = 0; i < 3; i++) {
        struct statement *s = statement(tx->conn, steps[i]);
        statement_int(s, now_usec - (i == 0 ? 1 : LOG_DAYS) * INT64_C(86400000000));
        TRY(statement_run(s, -1));
    }
    return OK;
}
