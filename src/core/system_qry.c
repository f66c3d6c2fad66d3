/* Reads on events and on the system itself. */
#include "core/queries.h"

SQL(SQL_EVENTS, "SELECT seq, project_id, person_id, kind, data FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2");
SQL(SQL_EVENTS_PROJECT, "SELECT seq, project_id, person_id, kind, data FROM event WHERE seq > ?1 AND project_id = ?3"
                        " ORDER BY seq LIMIT ?2");
SQL(SQL_EVENT_TIME, "SELECT created_usec FROM event WHERE seq = ?1");
SQL(SQL_EVENT_LAST, "SELECT coalesce(max(seq), 0) FROM event");
SQL(SQL_COUNTS, "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM project), coalesce(sum(tasks), 0),"
                " coalesce(sum(submitted + approved + rejected), 0) FROM project_count");
SQL(SQL_SETTING, "SELECT value FROM setting WHERE name = ?1");

err events_after(struct store_conn *c, int64_t seq, int64_t project_id, int limit, event_fn *fn, void *arg,
                 int64_t *last) {
    struct statement *s = statement(c, project_id ? &SQL_EVENTS_PROJECT : &SQL_EVENTS);
    statement_int(s, seq);
    statement_int(s, limit);
    if (project_id) statement_int(s, project_id);
    *last = seq;
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        struct event_row row = {.seq = statement_col_int(s, 0),
                                .project_id = statement_col_int(s, 1),
                                .person_id = statement_col_int(s, 2),
                                .kind = statement_col_text(s, 3),
                                .data = statement_col_text(s, 4)};
        *last = row.seq;
        fn(arg, &row);
    }
    statement_end(s);
    return OK;
}

err event_last(struct store_conn *c, int64_t *seq) {
    bool has_row;
    struct statement *s = statement(c, &SQL_EVENT_LAST);
    TRY(statement_one(s, &has_row));
    *seq = has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return OK;
}

err event_time(struct store_conn *c, int64_t seq, int64_t *usec) {
    bool has_row;
    struct statement *s = statement(c, &SQL_EVENT_TIME);
    statement_int(s, seq);
    TRY(statement_one(s, &has_row));
    *usec = has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return OK;
}

err system_counts(struct store_conn *c, struct system_counts *counts) {
    bool has_row;
    struct statement *s = statement(c, &SQL_COUNTS);
    TRY(statement_one(s, &has_row));
    if (has_row)
        *counts = (struct system_counts){statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2),
                                         statement_col_int(s, 3), 0};
    statement_end(s);
    counts->database_bytes = store_bytes(c);
    return OK;
}

err setting_load(struct store_conn *c, const char *name, struct buf *value, bool *found) {
    struct statement *s = statement(c, &SQL_SETTING);
    statement_text(s, str_from(name));
    TRY(statement_one(s, found));
    if (*found) buf_add_str(value, statement_col_text(s, 0));
    statement_end(s);
    return OK;
}
