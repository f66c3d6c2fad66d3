/* Reads on a person's own alerts. */
#include "core/alert.h"
#include "core/queries.h"

SQL(SQL_SETTING, "SELECT quiet_from, quiet_to, utc_offset_minutes, digest_minute, muted_until_usec FROM alert_setting"
                 " WHERE person_id = ?1");
SQL(SQL_RULES,
    "SELECT r.id, r.project_id, coalesce(p.title, ''), r.requester_id, coalesce(u.handle, ''),"
    " r.qualification_id, r.hour_micros, r.tasks_min, r.urgent_hour_micros, r.digest, r.created_usec,"
    " coalesce(q.name, ''), r.kind, r.rating_tenths FROM alert_rule r LEFT JOIN project p ON p.id = r.project_id"
    " LEFT JOIN person u ON u.id = r.requester_id LEFT JOIN qualification q ON q.id = r.qualification_id"
    " WHERE r.person_id = ?1 AND (?2 = 0 OR r.id = ?2) ORDER BY r.id");
SQL(SQL_CHANNELS, "SELECT id, kind, state, name, address, detail, sent_usec, created_usec, code_until_usec FROM"
                  " alert_channel WHERE person_id = ?1 AND crew_id = 0 AND (?2 = 0 OR id = ?2) ORDER BY id");
SQL(SQL_LOG, "SELECT o.id, o.kind, o.purpose, o.state, o.attempts, o.not_before_usec, o.created_usec, o.done_usec,"
             " o.detail, coalesce(c.name, ''), coalesce(a.project_id, 0), coalesce(p.title, ''), coalesce(a.urgent, 0)"
             " FROM outbox o LEFT JOIN alert_channel c ON c.id = o.channel_id LEFT JOIN alert a ON a.id = o.alert_id"
             " LEFT JOIN project p ON p.id = a.project_id WHERE o.person_id = ?1 AND o.id < ?2 ORDER BY o.id DESC"
             " LIMIT ?3");
SQL(SQL_DUE, "SELECT 1 FROM outbox WHERE state = 0 AND lane = ?1 AND not_before_usec <= ?2 LIMIT 1");

err alert_setting_json(struct store_conn *c, int64_t person_id, struct json_out *o) {
    bool found;
    struct statement *s = statement(c, &SQL_SETTING);
    statement_int(s, person_id);
    TRY(statement_one(s, &found));
    out_set_int(o, "quiet_from", found ? statement_col_int(s, 0) : 0);
    out_set_int(o, "quiet_to", found ? statement_col_int(s, 1) : 0);
    out_set_int(o, "utc_offset_minutes", found ? statement_col_int(s, 2) : 0);
    out_set_int(o, "digest_minute", found ? statement_col_int(s, 3) : 480);
    out_set_time(o, "muted_until", found ? statement_col_int(s, 4) : 0);
    statement_end(s);
    return OK;
}

static void named(struct json_out *o, const char *key, const char *word, int64_t id, str name) {
    out_key(o, key);
    if (!id) {
        out_null(o);
        return;
    }
    out_object_begin(o);
    out_set_int(o, "id", id);
    out_set_str(o, word, name);
    out_end(o);
}

err alert_rules_json(struct store_conn *c, int64_t person_id, int64_t only_id, struct json_out *o) {
    static const char *const kinds[WORK_KINDS] = {"any", "text", "picture", "sound", "video", "series"};
    struct statement *s = statement(c, &SQL_RULES);
    statement_int(s, person_id);
    statement_int(s, only_id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        named(o, "project", "title", statement_col_int(s, 1), statement_col_text(s, 2));
        named(o, "requester", "handle", statement_col_int(s, 3), statement_col_text(s, 4));
        named(o, "qualification", "name", statement_col_int(s, 5), statement_col_text(s, 11));
        out_set_text(o, "kind", kinds[statement_col_int(s, 12)]);
        out_set_int(o, "requester_rating_tenths", statement_col_int(s, 13));
        out_set_int(o, "pay_per_hour_micros", statement_col_int(s, 6));
        out_set_int(o, "tasks", statement_col_int(s, 7));
        out_set_int(o, "urgent_per_hour_micros", statement_col_int(s, 8));
        out_set_bool(o, "digest", statement_col_int(s, 9) != 0);
        out_set_time(o, "created_at", statement_col_int(s, 10));
        out_end(o);
    }
    statement_end(s);
    return OK;
}

/* An address may be a secret itself (a push endpoint, a topic): only what its owner typed is shown again. */
static void address_write(struct json_out *o, int64_t kind, str address) {
    bool typed = kind == SEND_MAIL || kind == SEND_NTFY || kind == SEND_WEBHOOK;
    out_set_str(o, "address", typed ? address : STR(""));
}

err alert_channels_json(struct store_conn *c, int64_t person_id, int64_t only_id, struct json_out *o) {
    static const char *const states[] = {"waits", "on", "stopped", "gone"};
    struct statement *s = statement(c, &SQL_CHANNELS);
    statement_int(s, person_id);
    statement_int(s, only_id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        if (!only_id) out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_text(o, "kind", send_channel_word((enum send_channel)statement_col_int(s, 1)));
        out_set_text(o, "state", states[statement_col_int(s, 2)]);
        out_set_str(o, "name", statement_col_text(s, 3));
        address_write(o, statement_col_int(s, 1), statement_col_text(s, 4));
        out_set_str(o, "detail", statement_col_text(s, 5));
        out_set_time(o, "sent_at", statement_col_int(s, 6));
        out_set_time(o, "created_at", statement_col_int(s, 7));
        if (!only_id) out_end(o);
    }
    statement_end(s);
    return OK;
}

err alert_log_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o) {
    static const char *const states[] = {"waiting", "sent", "given_up", "not_needed"};
    static const char *const purposes[] = {"work", "digest", "code",  "test",  "reply",
                                           "crew", "crew",   "empty", "payout"};
    struct statement *s = statement(c, &SQL_LOG);
    statement_int(s, person_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", page->next = statement_col_int(s, 0));
        out_set_text(o, "kind", send_channel_word((enum send_channel)statement_col_int(s, 1)));
        out_set_text(o, "purpose", purposes[statement_col_int(s, 2)]);
        out_set_text(o, "state", states[statement_col_int(s, 3)]);
        out_set_int(o, "attempts", statement_col_int(s, 4));
        out_set_time(o, "due_at", statement_col_int(s, 5));
        out_set_time(o, "created_at", statement_col_int(s, 6));
        out_set_time(o, "done_at", statement_col_int(s, 7));
        out_set_str(o, "detail", statement_col_text(s, 8));
        out_set_str(o, "channel", statement_col_text(s, 9));
        named(o, "project", "title", statement_col_int(s, 10), statement_col_text(s, 11));
        out_set_bool(o, "urgent", statement_col_int(s, 12) != 0);
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err outbox_due(struct store_conn *c, int lane, int64_t now_usec, bool *due) {
    struct statement *s = statement(c, &SQL_DUE);
    statement_int(s, lane);
    statement_int(s, now_usec);
    TRY(statement_one(s, due));
    statement_end(s);
    return OK;
}
