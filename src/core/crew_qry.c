/* Reads on crews, for their members. */
#include "core/alert.h"
#include "core/queries.h"
#include "domain/crew.h"
#include "domain/markdown.h"

SQL(SQL_CREWS, "SELECT k.id, k.name, m.role, (SELECT count(*) FROM crew_member n WHERE n.crew_id = k.id),"
               " coalesce((SELECT min(w.begins_usec) FROM crew_watch w WHERE w.crew_id = k.id AND w.person_id = ?1 AND"
               " w.counted = 0), 0) FROM crew_member m JOIN crew k ON k.id = m.crew_id WHERE m.person_id = ?1"
               " ORDER BY k.id LIMIT 200");
SQL(SQL_CREW,
    "SELECT k.name, k.rules, k.chat_url, k.invite_until_usec, k.night_from, k.night_to, k.utc_offset_minutes,"
    " k.wakes_max, k.created_usec, m.role, m.shows_load, m.watches, m.woken FROM crew k JOIN crew_member m ON m.crew_id"
    " = k.id AND m.person_id = ?2 WHERE k.id = ?1");
SQL(SQL_INVITED, "SELECT k.id, k.name, k.rules, (SELECT count(*) FROM crew_member n WHERE n.crew_id = k.id) FROM crew k"
                 " WHERE k.invite_hash = ?1 AND k.invite_until_usec > ?2");
/* What somebody has in hand is shown only of those who agreed to it. */
SQL(SQL_MEMBERS,
    "SELECT m.person_id, o.handle, o.display_name, m.role, m.shows_load, m.watches, m.woken, m.joined_usec,"
    " m.watched_minutes, m.spared_minutes, coalesce(w.weekly_minutes, 0), coalesce(w.worked_usec, 0),"
    " coalesce(w.earned_usec, 0), coalesce((SELECT sum(f.remaining) FROM offer f WHERE f.worker_id = m.person_id AND"
    " f.state < 2), 0), (SELECT count(*) FROM lease l WHERE l.worker_id = m.person_id AND l.state = 0) FROM"
    " crew_member m JOIN person o ON o.id = m.person_id LEFT JOIN worker_wish w ON w.worker_id = m.person_id"
    " WHERE m.crew_id = ?1 ORDER BY m.joined_usec, m.person_id LIMIT 200");
SQL(SQL_WATCHES, "SELECT w.id, w.person_id, o.handle, o.display_name, w.begins_usec, w.ends_usec, w.offered FROM"
                 " crew_watch w JOIN person o ON o.id = w.person_id WHERE w.crew_id = ?1 AND w.counted = 0 AND"
                 " w.ends_usec > ?2 ORDER BY w.begins_usec LIMIT 100");
SQL(SQL_WAKES,
    "SELECT o.id, o.handle, o.display_name, coalesce(p.id, 0), coalesce(p.title, ''), w.message, w.created_usec"
    " FROM crew_wake w JOIN person o ON o.id = w.person_id LEFT JOIN project p ON p.id = w.project_id WHERE"
    " w.crew_id = ?1 ORDER BY w.id DESC LIMIT 20");
SQL(SQL_CHANNEL,
    "SELECT kind, state, detail FROM alert_channel WHERE crew_id = ?1 AND crew_id > 0 ORDER BY id LIMIT 1");
SQL(SQL_RESERVED, "SELECT p.id, p.title, p.price_micros FROM project_dispatch d JOIN project p ON p.id = d.project_id"
                  " WHERE d.crew_id = ?1 AND d.rule = 3 AND p.state = 1 ORDER BY p.id DESC LIMIT 20");

err crews_json(struct store_conn *c, int64_t person_id, struct json_out *o) {
    struct statement *s = statement(c, &SQL_CREWS);
    statement_int(s, person_id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "name", statement_col_text(s, 1));
        out_set_text(o, "role", statement_col_int(s, 2) ? "coordinator" : "member");
        out_set_int(o, "member_count", statement_col_int(s, 3));
        out_set_time(o, "next_watch_at", statement_col_int(s, 4));
        out_end(o);
    }
    statement_end(s);
    return OK;
}

static void person_write(struct json_out *o, struct statement *s, int first) {
    out_key(o, "person");
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, first));
    out_set_str(o, "handle", statement_col_text(s, first + 1));
    out_set_str(o, "display_name", statement_col_text(s, first + 2));
    out_end(o);
}

static void rules_write(struct json_out *o, str rules) {
    CLEANUP(buf_free) struct buf html = {0};
    markdown_html(rules, &html);
    out_set_str(o, "rules_html", buf_str(&html));
}

static void load_write(struct json_out *o, struct statement *s, int64_t now_usec) {
    out_key(o, "load");
    if (!statement_col_int(s, 4)) {
        out_null(o);
        return;
    }
    out_object_begin(o);
    out_set_int(o, "wished_minutes", statement_col_int(s, 10));
    out_set_int(o, "worked_minutes",
                earned_faded(statement_col_int(s, 11), statement_col_int(s, 12), now_usec) / 60000000);
    out_set_int(o, "held_tasks", statement_col_int(s, 13) + statement_col_int(s, 14));
    out_end(o);
}

static err members_write(struct store_conn *c, int64_t crew_id, int64_t now_usec, struct json_out *o) {
    struct statement *s = statement(c, &SQL_MEMBERS);
    statement_int(s, crew_id);
    out_key(o, "members");
    out_array_begin(o);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        person_write(o, s, 0);
        out_set_text(o, "role", statement_col_int(s, 3) ? "coordinator" : "member");
        out_set_bool(o, "watches", statement_col_int(s, 5));
        out_set_bool(o, "woken", statement_col_int(s, 6));
        out_set_time(o, "joined_at", statement_col_int(s, 7));
        out_set_int(o, "watched_minutes", statement_col_int(s, 8));
        out_set_int(o, "spared_minutes", statement_col_int(s, 9));
        load_write(o, s, now_usec);
        out_end(o);
    }
    statement_end(s);
    out_end(o);
    return OK;
}

static err watches_write(struct store_conn *c, int64_t crew_id, int64_t now_usec, struct json_out *o) {
    struct statement *s = statement(c, &SQL_WATCHES);
    statement_int(s, crew_id);
    statement_int(s, now_usec);
    out_key(o, "watches");
    out_array_begin(o);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        person_write(o, s, 1);
        out_set_time(o, "begins_at", statement_col_int(s, 4));
        out_set_time(o, "ends_at", statement_col_int(s, 5));
        out_set_bool(o, "offered", statement_col_int(s, 6));
        out_set_bool(o, "now", statement_col_int(s, 4) <= now_usec);
        out_end(o);
    }
    statement_end(s);
    out_end(o);
    return OK;
}

/* *tonight: of them in the night that is on. */
static err wakes_write(struct store_conn *c, int64_t crew_id, int64_t since_usec, int64_t *tonight,
                       struct json_out *o) {
    struct statement *s = statement(c, &SQL_WAKES);
    statement_int(s, crew_id);
    out_key(o, "wakes");
    out_array_begin(o);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        person_write(o, s, 0);
        out_key(o, "project");
        if (statement_col_int(s, 3)) {
            out_object_begin(o);
            out_set_int(o, "id", statement_col_int(s, 3));
            out_set_str(o, "title", statement_col_text(s, 4));
            out_end(o);
        } else {
            out_null(o);
        }
        out_set_str(o, "message", statement_col_text(s, 5));
        out_set_time(o, "created_at", statement_col_int(s, 6));
        out_end(o);
        *tonight += statement_col_int(s, 6) >= since_usec;
    }
    statement_end(s);
    out_end(o);
    return OK;
}

static err channel_write(struct store_conn *c, int64_t crew_id, struct json_out *o) {
    static const char *const states[] = {"waits", "on", "stopped", "gone"};
    bool found;
    struct statement *s = statement(c, &SQL_CHANNEL);
    statement_int(s, crew_id);
    TRY(statement_one(s, &found));
    out_key(o, "channel");
    if (found) {
        out_object_begin(o);
        out_set_text(o, "kind", send_channel_word((enum send_channel)statement_col_int(s, 0)));
        out_set_text(o, "state", states[statement_col_int(s, 1)]);
        out_set_str(o, "detail", statement_col_text(s, 2));
        out_end(o);
    } else {
        out_null(o);
    }
    statement_end(s);
    return OK;
}

static err reserved_write(struct store_conn *c, int64_t crew_id, struct json_out *o) {
    struct statement *s = statement(c, &SQL_RESERVED);
    statement_int(s, crew_id);
    out_key(o, "projects");
    out_array_begin(o);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "title", statement_col_text(s, 1));
        out_set_int(o, "price_micros", statement_col_int(s, 2));
        out_end(o);
    }
    statement_end(s);
    out_end(o);
    return OK;
}

/* The invitation's code is known only to who has the link; everybody else sees until when it is good. */
static void crew_write(struct json_out *o, struct statement *s, int64_t crew_id, int64_t now_usec) {
    int64_t until = statement_col_int(s, 3);
    out_set_int(o, "id", crew_id);
    out_set_str(o, "name", statement_col_text(s, 0));
    out_set_str(o, "rules", statement_col_text(s, 1));
    rules_write(o, statement_col_text(s, 1));
    out_set_str(o, "chat_url", statement_col_text(s, 2));
    out_set_time(o, "invite_until", until > now_usec ? until : 0);
    out_set_int(o, "night_from", statement_col_int(s, 4));
    out_set_int(o, "night_to", statement_col_int(s, 5));
    out_set_int(o, "utc_offset_minutes", statement_col_int(s, 6));
    out_set_int(o, "wakes_max", statement_col_int(s, 7));
    out_set_time(o, "created_at", statement_col_int(s, 8));
    out_set_text(o, "role", statement_col_int(s, 9) ? "coordinator" : "member");
    out_set_bool(o, "shows_load", statement_col_int(s, 10));
    out_set_bool(o, "watches_nights", statement_col_int(s, 11));
    out_set_bool(o, "woken", statement_col_int(s, 12));
}

err crew_json(struct store_conn *c, int64_t crew_id, int64_t person_id, int64_t now_usec, struct json_out *o,
              struct problem *p) {
    bool found;
    struct statement *s = statement(c, &SQL_CREW);
    statement_int(s, crew_id);
    statement_int(s, person_id);
    TRY(statement_one(s, &found));
    if (!found) {
        statement_end(s);
        return problem_set(p, ERR_NOT_FOUND, "You are in no crew %lld.", (long long)crew_id);
    }
    out_object_begin(o);
    crew_write(o, s, crew_id, now_usec);
    struct crew_night night = {(int)statement_col_int(s, 4), (int)statement_col_int(s, 5),
                               (int)statement_col_int(s, 6)};
    int64_t wakes_max = statement_col_int(s, 7), tonight = 0, begin = now_usec, end;
    statement_end(s);
    crew_night_at(&night, now_usec, &begin, &end);
    TRY(channel_write(c, crew_id, o));
    TRY(members_write(c, crew_id, now_usec, o));
    TRY(watches_write(c, crew_id, now_usec, o));
    TRY(wakes_write(c, crew_id, begin, &tonight, o));
    out_set_int(o, "wakes_left", wakes_max > tonight ? wakes_max - tonight : 0);
    TRY(reserved_write(c, crew_id, o));
    out_end(o);
    return OK;
}

err crew_invited_json(struct store_conn *c, str code_hash, int64_t now_usec, struct json_out *o, struct problem *p) {
    bool found;
    struct statement *s = statement(c, &SQL_INVITED);
    statement_bytes(s, code_hash);
    statement_int(s, now_usec);
    TRY(statement_one(s, &found));
    if (found) {
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "name", statement_col_text(s, 1));
        rules_write(o, statement_col_text(s, 2));
        out_set_int(o, "member_count", statement_col_int(s, 3));
        out_end(o);
    }
    statement_end(s);
    return found ? OK
                 : problem_set(p, ERR_NOT_FOUND, "This invitation is not valid any more; ask the crew for a new one.");
}
