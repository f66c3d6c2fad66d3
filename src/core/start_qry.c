/* What a program asks of a database before it uses it: the ids in use, and whether its pages hold together. */
#include "core/queries.h"

/* Transfers and answers are looked up by account and by project: their indexes give each one's newest at once, where
 * the highest of all would be a walk through millions of rows. */
SQL(SQL_ID_HIGHEST,
    "SELECT coalesce(max(id), 0) FROM (SELECT max(id) AS id FROM person UNION ALL SELECT max(id) FROM project"
    " UNION ALL SELECT max(id) FROM import UNION ALL SELECT max(id) FROM token"
    " UNION ALL SELECT max(id) FROM alert UNION ALL SELECT max(id) FROM outbox UNION ALL SELECT max(id) FROM "
    "alert_channel"
    " UNION ALL SELECT max(id) FROM qualification UNION ALL SELECT max(id) FROM course"
    " UNION ALL SELECT max(id) FROM alert_rule UNION ALL SELECT max(id) FROM alert_cause"
    " UNION ALL SELECT max(id) FROM crew UNION ALL SELECT max((SELECT max(v.id) FROM crew_watch v WHERE v.crew_id ="
    " k.id)) FROM crew k UNION ALL SELECT max((SELECT max(o.id) FROM offer o WHERE o.worker_id ="
    " w.worker_id)) FROM worker_wish w"
    " UNION ALL SELECT max((SELECT max(t.id) FROM transfer t WHERE t.credit_account = a.id)) FROM account a"
    " UNION ALL SELECT max((SELECT max(n.id) FROM annotation n WHERE n.project_id = p.id)) FROM project p) AS ids");

err id_highest(struct store_conn *c, int64_t *highest) {
    bool has_row;
    struct statement *s = statement(c, &SQL_ID_HIGHEST);
    TRY(statement_one(s, &has_row));
    *highest = has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return OK;
}

SQL(SQL_WHOLE, "PRAGMA integrity_check(1)");

err database_whole(struct store_conn *c, bool *whole) {
    bool has_row;
    *whole = true;
    if (store_kind(store_of(c)) != STORE_SQLITE) return OK;
    struct statement *s = statement(c, &SQL_WHOLE);
    TRY(statement_one(s, &has_row));
    *whole = has_row && str_is(statement_col_text(s, 0), "ok");
    statement_end(s);
    return OK;
}
