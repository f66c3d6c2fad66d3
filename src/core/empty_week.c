/* Tells workers who asked for it that the coming days look empty: tick's part. */
#include <math.h>

#include "core/alert.h"
#include "core/queries.h"
#include "domain/dispatch.h"

/* Few in a tick, each some times a day: it is no matter of minutes, and a forecast reads every live project. */
enum { LOOK_ROWS = 5 };
#define HOUR_USEC INT64_C(3600000000)
#define LOOK_AGAIN_USEC (6 * HOUR_USEC)
#define TOLD_AGAIN_USEC (7 * 24 * HOUR_USEC)
#define TOLD_LIFE_USEC (24 * HOUR_USEC)

SQL(SQL_LOOK, "SELECT w.worker_id, o.language, coalesce(s.quiet_from, 0), coalesce(s.quiet_to, 0),"
              " coalesce(s.utc_offset_minutes, 0), coalesce(s.digest_minute, 480), coalesce(s.muted_until_usec, 0)"
              " FROM worker_wish w JOIN person o ON o.id = w.worker_id LEFT JOIN alert_setting s ON s.person_id ="
              " w.worker_id WHERE w.tell_empty = 1 AND w.look_usec <= ?1 AND o.disabled = 0 ORDER BY w.look_usec"
              " LIMIT ?2");
SQL(SQL_LOOKED, "UPDATE worker_wish SET look_usec = ?2 WHERE worker_id = ?1");

struct looked {
    int64_t worker_id;
    str language;
    struct alert_times times;
};

err empty_week(struct store_conn *c, int64_t worker_id, int64_t now_usec, bool *empty, double *own, double *wished) {
    TRY(forecast_days(c, worker_id, now_usec, own, wished));
    *empty = week_looks_empty(*own, *wished);
    return OK;
}

static err tell(struct tx *tx, const struct looked *who, double own, double wished, int64_t now_usec, bool *told) {
    CLEANUP(buf_free) struct buf text = {0};
    int64_t at = alert_hold(&who->times, false, now_usec);
    buf_printf(&text, alert_word(who->language, WORD_EMPTY_TEXT), (long long)floor(own) + 1, (long long)ceil(wished));
    return outbox_add_all(tx,
                          &(struct outbox_row){.person_id = who->worker_id,
                                               .purpose = OUTBOX_EMPTY,
                                               .body = buf_str(&text),
                                               .not_before_usec = at,
                                               .expires_usec = at + TOLD_LIFE_USEC,
                                               .now_usec = now_usec},
                          told);
}

err empty_weeks_step(struct tx *tx, int64_t now_usec) {
    struct looked rows[LOOK_ROWS];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_LOOK);
    statement_int(s, now_usec);
    statement_int(s, LOOK_ROWS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || count == LOOK_ROWS) break;
        rows[count++] = (struct looked){.worker_id = statement_col_int(s, 0),
                                        .language = arena_str(&tx->arena, statement_col_text(s, 1)),
                                        .times = alert_times_read(s, 2)};
    }
    statement_end(s);
    for (int i = 0; i < count; i++) {
        bool empty, told = false;
        double own, wished;
        TRY(empty_week(tx->conn, rows[i].worker_id, now_usec, &empty, &own, &wished));
        if (empty) TRY(tell(tx, &rows[i], own, wished, now_usec, &told));
        s = statement(tx->conn, &SQL_LOOKED);
        statement_int(s, rows[i].worker_id);
        statement_int(s, now_usec + (told ? TOLD_AGAIN_USEC : LOOK_AGAIN_USEC));
        TRY(statement_run(s, 1));
    }
    return OK;
}
