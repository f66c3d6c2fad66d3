/* What a crew is told: events for its members' pages, words on the channel that it shares. */
#include "core/crew.h"
#include "core/queries.h"

#define POST_LIFE_USEC (INT64_C(2) * 3600 * 1000000)

SQL(SQL_MEMBERS, "SELECT person_id FROM crew_member WHERE crew_id = ?1 ORDER BY person_id LIMIT 200");
SQL(SQL_CHANNEL, "SELECT c.id, c.kind, c.person_id, o.language FROM alert_channel c JOIN person o ON o.id = c.person_id"
                 " WHERE c.crew_id = ?1 AND c.crew_id > 0 AND c.state = 1 ORDER BY c.id LIMIT 1");
SQL(SQL_WHO, "SELECT CASE WHEN display_name <> '' THEN display_name ELSE handle END FROM person WHERE id = ?1");
SQL(SQL_WORK, "SELECT p.title, " ALERT_WORK_COLUMNS " FROM project p JOIN project_count n ON n.project_id = p.id"
              " LEFT JOIN worker_project w ON w.project_id = p.id AND w.worker_id = 0 WHERE p.id = ?1");
SQL(SQL_RESERVED, "SELECT crew_id FROM project_dispatch WHERE project_id = ?1 AND rule = 3 AND crew_id > 0");

err crew_event(struct tx *tx, int64_t crew_id, int64_t now_usec, const char *kind) {
    int64_t ids[CREW_MEMBERS_MAX];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_MEMBERS);
    statement_int(s, crew_id);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && count < CREW_MEMBERS_MAX) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    for (int i = 0; i < count; i++) tx_event(tx, 0, ids[i], now_usec, kind, "{\"crew\":%lld}", (long long)crew_id);
    return OK;
}

static err work_add(struct tx *tx, int64_t project_id, str language, int64_t now_usec, struct buf *text) {
    bool found;
    CLEANUP(buf_free) struct buf currency = {0};
    TRY(setting_load(tx->conn, "currency", &currency, &found));
    struct statement *s = statement(tx->conn, &SQL_WORK);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    if (found) {
        struct alert_project facts;
        alert_project_read(s, 1, &facts);
        struct alert_facts f = {.project = statement_col_text(s, 0),
                                .currency = buf_str(&currency),
                                .tasks = facts.left,
                                .price_micros = facts.price_micros,
                                .hour_micros = facts.hour_micros,
                                .estimated = facts.estimated,
                                .now_usec = now_usec};
        buf_add_char(text, '\n');
        alert_title(language, &f, text);
        buf_add_char(text, '\n');
        alert_text(language, &f, text);
    }
    statement_end(s);
    return OK;
}

static err who_add(struct tx *tx, const char *format, int64_t person_id, struct buf *text) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_WHO);
    statement_int(s, person_id);
    TRY(statement_one(s, &found));
    str who = found ? arena_str(&tx->arena, statement_col_text(s, 0)) : STR("");
    statement_end(s);
    buf_printf(text, format, arena_copy(&tx->arena, who.data, who.len));
    return OK;
}

err crew_post(struct tx *tx, int64_t crew_id, enum alert_word word, int64_t person_id, int64_t project_id, str message,
              int64_t now_usec) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_CHANNEL);
    statement_int(s, crew_id);
    TRY(statement_one(s, &found));
    struct outbox_row row = {.purpose = word == WORD_CREW_WAKE ? OUTBOX_CREW_WAKE : OUTBOX_CREW,
                             .not_before_usec = now_usec,
                             .expires_usec = now_usec + POST_LIFE_USEC,
                             .now_usec = now_usec};
    str language = STR("es");
    if (found) {
        row.channel_id = statement_col_int(s, 0);
        row.kind = (enum send_channel)statement_col_int(s, 1);
        row.person_id = statement_col_int(s, 2);
        language = arena_str(&tx->arena, statement_col_text(s, 3));
    }
    statement_end(s);
    if (!found) return OK;
    CLEANUP(buf_free) struct buf text = {0};
    const char *format = alert_word(language, word);
    if (person_id)
        TRY(who_add(tx, format, person_id, &text));
    else
        buf_add_text(&text, format);
    if (project_id) TRY(work_add(tx, project_id, language, now_usec, &text));
    if (message.len) buf_printf(&text, "\n«%.*s»", STR_ARG(message));
    row.body = buf_str(&text);
    return outbox_add(tx, &row);
}

err crew_post_work(struct tx *tx, int64_t project_id, int64_t now_usec) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_RESERVED);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    int64_t crew_id = found ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return found ? crew_post(tx, crew_id, WORD_CREW_WORK, 0, project_id, STR(""), now_usec) : OK;
}
