/* A sender's turn: what became of its messages, and the next ones. What is claimed is looked at once more: work that is
 * gone, people who sleep, channels that are off. */
#include <string.h>

#include "base/clock.h"
#include "base/json_out.h"
#include "base/limits.h"
#include "core/alert.h"
#include "core/alert_message.h"
#include "core/offer.h"
#include "core/queries.h"

SQL(SQL_CLAIM, "UPDATE outbox SET turn = ?1, not_before_usec = ?2, attempts = attempts + 1 WHERE id IN (SELECT id FROM"
               " outbox WHERE state = 0 AND lane = ?3 AND not_before_usec <= ?4 ORDER BY not_before_usec LIMIT ?5"
               " @SKIP@)");
SQL(SQL_CLAIMED,
    "SELECT o.id, o.person_id, o.channel_id, o.alert_id, o.kind, o.purpose, o.body, o.attempts, o.expires_usec,"
    " u.language, u.disabled, coalesce(c.state, 3), coalesce(c.address, ''), coalesce(c.secret, ''),"
    " coalesce(c.heard_usec, 0), coalesce(c.spent_month, 0), coalesce(c.spent_micros, 0), coalesce(s.quiet_from, 0),"
    " coalesce(s.quiet_to, 0), coalesce(s.utc_offset_minutes, 0), coalesce(s.digest_minute, 480),"
    " coalesce(s.muted_until_usec, 0), coalesce(a.project_id, 0), coalesce(a.offer_id, 0), coalesce(a.urgent, 0),"
    " coalesce(a.until_usec, 0), coalesce(p.title, ''), coalesce(f.state, 9),"
    " coalesce(f.remaining, 0), " ALERT_WORK_COLUMNS ", coalesce(c.crew_id, 0)"
    " FROM outbox o JOIN person u ON u.id = o.person_id LEFT JOIN alert_channel c ON c.id = o.channel_id"
    " LEFT JOIN alert_setting s ON s.person_id = o.person_id LEFT JOIN alert a ON a.id = o.alert_id"
    " LEFT JOIN project p ON p.id = a.project_id LEFT JOIN project_count n ON n.project_id = a.project_id"
    " LEFT JOIN worker_project w ON w.project_id = a.project_id AND w.worker_id = o.person_id"
    " LEFT JOIN offer f ON f.project_id = a.project_id AND f.worker_id = o.person_id AND f.id = a.offer_id"
    " WHERE o.turn = ?1 AND o.turn > 0 AND o.state = 0 ORDER BY o.not_before_usec, o.id");
SQL(SQL_DIGEST, "SELECT a.id, a.project_id, a.offer_id, a.until_usec, p.title, " ALERT_WORK_COLUMNS
                " FROM alert a JOIN project p ON p.id = a.project_id JOIN project_count n ON n.project_id = p.id"
                " LEFT JOIN worker_project w ON w.project_id = p.id AND w.worker_id = a.person_id"
                " WHERE a.person_id = ?1 AND a.state = 0 AND a.digest = 1 AND a.due_usec <= ?2 ORDER BY a.id LIMIT 30");
SQL(SQL_END, "UPDATE outbox SET state = ?2, turn = 0, body = '', done_usec = ?3, code = ?4, detail = ?5,"
             " provider_id = ?6 WHERE id = ?1 AND state = 0");
SQL(SQL_AGAIN, "UPDATE outbox SET turn = 0, not_before_usec = ?2, code = ?3, detail = ?4 WHERE id = ?1 AND state = 0");
SQL(SQL_LATER, "UPDATE outbox SET turn = 0, not_before_usec = ?2, attempts = attempts - 1 WHERE id = ?1 AND state = 0");
SQL(SQL_LOAD, "SELECT person_id, channel_id, alert_id, purpose, attempts, expires_usec, kind FROM outbox WHERE id = ?1"
              " AND state = 0");
SQL(SQL_ALERT_CLOSE, "UPDATE alert SET state = 1 WHERE id = ?1 AND state = 0 AND NOT EXISTS (SELECT 1 FROM outbox WHERE"
                     " alert_id = ?1 AND alert_id > 0 AND state = 0)");
SQL(SQL_DIGEST_CLOSE,
    "UPDATE alert SET state = 1 WHERE person_id = ?1 AND state = 0 AND digest = 1 AND due_usec <= ?2");
SQL(SQL_CHANNEL_SENT, "UPDATE alert_channel SET sent_usec = ?2, detail = '' WHERE id = ?1");
SQL(SQL_CHANNEL_PAID, "UPDATE alert_channel SET spent_micros = CASE WHEN spent_month = ?2 THEN spent_micros ELSE 0 END"
                      " + ?3, spent_month = ?2 WHERE id = ?1");
SQL(SQL_CHANNEL_TROUBLE, "UPDATE alert_channel SET detail = ?2 WHERE id = ?1");
SQL(SQL_CHANNEL_GONE, "UPDATE alert_channel SET state = 3, detail = ?2 WHERE id = ?1");
SQL(SQL_CHANNEL_MOVE, "UPDATE alert_channel SET address = ?2 WHERE id = ?1");
SQL(SQL_CHANNEL_DROP, "UPDATE outbox SET state = 3, turn = 0, body = '', done_usec = ?2, detail = ?3 WHERE channel_id ="
                      " ?1 AND state = 0");
SQL(SQL_CHANNEL_ALERTS, "UPDATE alert SET state = 1 WHERE state = 0 AND digest = 0 AND person_id = (SELECT person_id"
                        " FROM alert_channel WHERE id = ?1) AND NOT EXISTS (SELECT 1 FROM outbox WHERE alert_id ="
                        " alert.id AND alert_id > 0 AND state = 0)");
SQL(SQL_RELEASE, "UPDATE outbox SET turn = 0, not_before_usec = ?2 WHERE state = 0 AND turn > 0 AND (turn / 256) % 16 ="
                 " ?1");

/* --- what became of them --- */

struct reported {
    int64_t person_id, channel_id, alert_id, purpose, attempts, expires_usec, kind;
};

static err row_end(struct tx *tx, int64_t id, enum outbox_state state, int64_t now_usec, int code, const char *detail,
                   const char *provider_id) {
    struct statement *s = statement(tx->conn, &SQL_END);
    statement_int(s, id);
    statement_int(s, state);
    statement_int(s, now_usec);
    statement_int(s, code);
    statement_text(s, str_from(detail));
    statement_text(s, str_from(provider_id));
    return statement_run(s, 1);
}

/* The alert is over with its last message. */
static err row_close(struct tx *tx, int64_t alert_id, int64_t person_id, int64_t purpose, int64_t now_usec) {
    if (purpose == OUTBOX_DIGEST) {
        struct statement *s = statement(tx->conn, &SQL_DIGEST_CLOSE);
        statement_int(s, person_id);
        statement_int(s, now_usec);
        return statement_run(s, -1);
    }
    if (!alert_id) return OK;
    struct statement *s = statement(tx->conn, &SQL_ALERT_CLOSE);
    statement_int(s, alert_id);
    return statement_run(s, -1);
}

static err channel_note(struct tx *tx, const struct sql *sql, int64_t channel_id, const char *text) {
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, channel_id);
    statement_text(s, str_from(text));
    return statement_run(s, -1);
}

err outbox_channel_drop(struct tx *tx, int64_t channel_id, int64_t now_usec, const char *why) {
    struct statement *s = statement(tx->conn, &SQL_CHANNEL_DROP);
    statement_int(s, channel_id);
    statement_int(s, now_usec);
    statement_text(s, str_from(why));
    TRY(statement_run(s, -1));
    s = statement(tx->conn, &SQL_CHANNEL_ALERTS);
    statement_int(s, channel_id);
    return statement_run(s, -1);
}

static int64_t month_of(int64_t usec) { return usec / INT64_C(2629800000000); } /* a twelfth of a year */

static err sent(struct tx *tx, const struct outbox_turn *args, const struct reported *r, int64_t now_usec) {
    struct statement *s = statement(tx->conn, &SQL_CHANNEL_SENT);
    statement_int(s, r->channel_id);
    statement_int(s, now_usec);
    TRY(statement_run(s, -1));
    if (r->kind != SEND_WHATSAPP || args->config->whatsapp_price_micros == 0) return OK;
    s = statement(tx->conn, &SQL_CHANNEL_PAID);
    statement_int(s, r->channel_id);
    statement_int(s, month_of(now_usec));
    statement_int(s, args->config->whatsapp_price_micros);
    return statement_run(s, -1);
}

static err again(struct tx *tx, const struct reported *r, const struct send_result *result, int64_t now_usec,
                 bool *over) {
    if (result->address[0]) TRY(channel_note(tx, &SQL_CHANNEL_MOVE, r->channel_id, result->address));
    *over = r->attempts >= SEND_ATTEMPTS_MAX || result->again_usec >= r->expires_usec;
    if (*over) {
        TRY(channel_note(tx, &SQL_CHANNEL_TROUBLE, r->channel_id, result->detail));
        return row_end(tx, result->id, OUTBOX_GIVEN_UP, now_usec, result->code, result->detail, "");
    }
    struct statement *s = statement(tx->conn, &SQL_AGAIN);
    statement_int(s, result->id);
    statement_int(s, result->again_usec);
    statement_int(s, result->code);
    statement_text(s, str_from(result->detail));
    return statement_run(s, 1);
}

static err later(struct tx *tx, int64_t id, int64_t usec) {
    struct statement *s = statement(tx->conn, &SQL_LATER);
    statement_int(s, id);
    statement_int(s, usec);
    return statement_run(s, 1);
}

static err report(struct tx *tx, const struct outbox_turn *args, const struct send_result *result, int64_t now_usec) {
    bool found, over = true;
    struct statement *s = statement(tx->conn, &SQL_LOAD);
    statement_int(s, result->id);
    TRY(statement_one(s, &found));
    struct reported r = {0};
    if (found)
        r = (struct reported){statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2),
                              statement_col_int(s, 3), statement_col_int(s, 4), statement_col_int(s, 5),
                              statement_col_int(s, 6)};
    statement_end(s);
    if (!found) return OK; /* over already: the channel was stopped meanwhile */
    switch (result->verdict) {
    case SEND_DONE:
        TRY(row_end(tx, result->id, OUTBOX_SENT, now_usec, result->code, "", result->provider_id));
        TRY(sent(tx, args, &r, now_usec));
        break;
    case SEND_AGAIN: TRY(again(tx, &r, result, now_usec, &over)); break;
    case SEND_LATER: return later(tx, result->id, result->again_usec);
    case SEND_FAILED:
    case SEND_GONE:
        TRY(row_end(tx, result->id, OUTBOX_GIVEN_UP, now_usec, result->code, result->detail, ""));
        TRY(channel_note(tx, result->verdict == SEND_GONE ? &SQL_CHANNEL_GONE : &SQL_CHANNEL_TROUBLE, r.channel_id,
                         result->detail));
        if (result->verdict == SEND_GONE) TRY(outbox_channel_drop(tx, r.channel_id, now_usec, "The channel is gone."));
    }
    return over ? row_close(tx, r.alert_id, r.person_id, r.purpose, now_usec) : OK;
}

/* --- the next ones --- */

struct claimed {
    struct alert_message m; /* what its texts are made of */
    int64_t person_id, alert_id, channel_id, purpose, heard_usec, spent_month, spent_micros;
    bool disabled, on, urgent, offer_over;
    struct alert_times times;
    struct alert_project project;
};

static void claimed_read(struct statement *s, struct arena *a, struct claimed *c) {
    *c = (struct claimed){
        .m = {.id = statement_col_int(s, 0),
              .channel = (enum send_channel)statement_col_int(s, 4),
              .body = arena_str(a, statement_col_text(s, 6)),
              .attempts = (int)statement_col_int(s, 7),
              .expires_usec = statement_col_int(s, 8),
              .language = arena_str(a, statement_col_text(s, 9)),
              .address = arena_str(a, statement_col_text(s, 12)),
              .secret = arena_str(a, statement_col_text(s, 13)),
              .project_id = statement_col_int(s, 22),
              .offer_id = statement_col_int(s, 23),
              .until_usec = statement_col_int(s, 25),
              .project = arena_str(a, statement_col_text(s, 26))},
        .person_id = statement_col_int(s, 1),
        .channel_id = statement_col_int(s, 2),
        .alert_id = statement_col_int(s, 3),
        .purpose = statement_col_int(s, 5),
        .disabled = statement_col_int(s, 10) != 0,
        .heard_usec = statement_col_int(s, 14),
        .spent_month = statement_col_int(s, 15),
        .spent_micros = statement_col_int(s, 16),
        .urgent = statement_col_int(s, 24) != 0,
        .times = {.quiet_from = (int)statement_col_int(s, 17),
                  .quiet_to = (int)statement_col_int(s, 18),
                  .utc_offset_minutes = (int)statement_col_int(s, 19),
                  .digest_minute = (int)statement_col_int(s, 20),
                  .muted_until_usec = statement_col_int(s, 21)},
    };
    /* A code goes to an address that nobody has confirmed yet; that is its use. */
    int64_t state = statement_col_int(s, 11);
    c->on = state == CHANNEL_ON || (c->purpose == OUTBOX_CODE && state == CHANNEL_WAITS) ||
            (c->purpose == OUTBOX_REPLY && state != CHANNEL_GONE);
    c->offer_over = c->m.offer_id && statement_col_int(s, 27) > OFFER_ACCEPTED;
    alert_project_read(s, 29, &c->project);
    c->m.alert_id = c->alert_id;
    c->m.purpose = c->purpose;
    c->m.urgent = c->urgent || c->purpose == OUTBOX_CREW_WAKE;
    c->m.crew_id = statement_col_int(s, 29 + ALERT_WORK_COLUMN_COUNT);
    c->m.offset_minutes = c->times.utc_offset_minutes;
    c->m.tasks = c->m.offer_id ? statement_col_int(s, 28) : c->project.left;
    c->m.price_micros = c->project.price_micros;
    c->m.hour_micros = c->project.hour_micros;
    c->m.estimated = c->project.estimated;
}

/* Why it must not go; NULL = it may. */
static const char *unneeded(const struct outbox_turn *args, const struct claimed *c, int64_t cap_micros,
                            int64_t now_usec) {
    if (c->disabled || !c->on) return "The channel is off.";
    if (c->m.expires_usec <= now_usec) return "It came too late to be of use.";
    /* What is held for them is theirs even when nothing else is left. */
    bool left = c->m.offer_id ? !c->offer_over && c->m.tasks > 0 : c->project.left > 0;
    if (c->purpose == OUTBOX_ALERT && !(c->project.live && left)) return "The work was gone.";
    int64_t spent = c->spent_month == month_of(now_usec) ? c->spent_micros : 0;
    const struct send_config *config = args->config;
    if (c->m.channel == SEND_WHATSAPP && cap_micros > 0 && spent + config->whatsapp_price_micros > cap_micros)
        return "The month's messages on WhatsApp are used up.";
    return NULL;
}

static err digest_read(struct tx *tx, struct arena *a, struct claimed *c, int64_t now_usec) {
    enum { LINES_MAX = 10 };
    struct alert_message *lines = arena_alloc(a, sizeof *lines * LINES_MAX);
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_DIGEST);
    statement_int(s, c->person_id);
    statement_int(s, now_usec);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        struct alert_project facts;
        alert_project_read(s, 5, &facts);
        if (!facts.live || facts.left == 0) continue;
        if (count < LINES_MAX)
            lines[count] = (struct alert_message){.project_id = statement_col_int(s, 1),
                                                  .offer_id = statement_col_int(s, 2),
                                                  .until_usec = statement_col_int(s, 3),
                                                  .project = arena_str(a, statement_col_text(s, 4)),
                                                  .tasks = facts.left,
                                                  .price_micros = facts.price_micros,
                                                  .hour_micros = facts.hour_micros,
                                                  .estimated = facts.estimated,
                                                  .language = c->m.language,
                                                  .offset_minutes = c->m.offset_minutes};
        count++;
    }
    statement_end(s);
    c->m.lines = lines;
    c->m.line_count = count < LINES_MAX ? count : LINES_MAX;
    c->m.tasks = count;
    return OK;
}

/* Drops or postpones it, or makes the message. */
static err claimed_decide(struct tx *tx, const struct outbox_turn *args, struct claimed *c, int64_t cap_micros,
                          int64_t now_usec, bool *goes) {
    *goes = false;
    const char *why = unneeded(args, c, cap_micros, now_usec);
    if (!why && c->purpose == OUTBOX_DIGEST) {
        TRY(digest_read(tx, args->arena, c, now_usec));
        if (c->m.line_count == 0) why = "The work was gone.";
    }
    if (!why && c->purpose == OUTBOX_EMPTY) {
        bool empty;
        double own, wished;
        TRY(empty_week(tx->conn, c->person_id, now_usec, &empty, &own, &wished));
        if (!empty) why = "The week is not empty any more.";
    }
    if (why) {
        TRY(row_end(tx, c->m.id, OUTBOX_NOT_NEEDED, now_usec, 0, why, ""));
        return row_close(tx, c->alert_id, c->person_id, c->purpose, now_usec);
    }
    int64_t at = now_usec;
    if (outbox_waits(c->purpose)) at = alert_hold(&c->times, c->urgent, now_usec);
    if (at > now_usec) return later(tx, c->m.id, at);
    c->m.window = c->heard_usec > now_usec - INT64_C(86400000000);
    c->m.channel_id = c->channel_id;
    *goes = true;
    return OK;
}

static err claim(struct tx *tx, const struct outbox_turn *args, int64_t now_usec) {
    int64_t turn = id_new();
    int count = 0, kept = 0;
    struct statement *s = statement(tx->conn, &SQL_CLAIM);
    statement_int(s, turn);
    statement_int(s, now_usec + SEND_CLAIM_SECONDS * INT64_C(1000000));
    statement_int(s, args->lane);
    statement_int(s, now_usec);
    statement_int(s, args->max);
    int64_t changed;
    TRY(statement_run_count(s, &changed));
    *args->more = changed == args->max;
    if (changed == 0) return OK;
    struct claimed *rows = arena_alloc(args->arena, sizeof *rows * (size_t)args->max);
    s = statement(tx->conn, &SQL_CLAIMED);
    statement_int(s, turn);
    for (bool has_row = true; has_row && count < args->max;) {
        TRY(statement_step(s, &has_row));
        if (has_row) claimed_read(s, args->arena, &rows[count++]);
    }
    statement_end(s);
    int64_t cap_micros;
    TRY(limit_load(tx->conn, "whatsapp_cap_micros", args->config->whatsapp_cap_micros, &cap_micros));
    struct send_message *messages = arena_alloc(args->arena, sizeof *messages * (size_t)count);
    for (int i = 0; i < count; i++) {
        bool goes;
        TRY(claimed_decide(tx, args, &rows[i], cap_micros, now_usec, &goes));
        if (goes) alert_message_write(&rows[i].m, args, now_usec, &messages[kept++]);
    }
    *args->messages = messages;
    *args->count = kept;
    return OK;
}

static err outbox_turn_run(struct tx *tx, struct command *c) {
    const struct outbox_turn *args = c->args;
    *args->count = 0;
    *args->more = false;
    for (int i = 0; i < args->result_count; i++) TRY(report(tx, args, &args->results[i], c->now_usec));
    return args->max > 0 ? claim(tx, args, c->now_usec) : OK;
}
const struct command_kind cmd_outbox_turn = {"outbox_turn", outbox_turn_run};

/* What a node that died had claimed is due at once when the node is back: its number is part of the turn's id. */
static err outbox_release_run(struct tx *tx, struct command *c) {
    const struct outbox_release *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_RELEASE);
    statement_int(s, args->node);
    statement_int(s, c->now_usec);
    return statement_run(s, -1);
}
const struct command_kind cmd_outbox_release = {"outbox_release", outbox_release_run};
