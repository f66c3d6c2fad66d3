/* Whose turn it is to watch, written down a week ahead; what a watch spared the others, counted when it is over. */
#include "base/clock.h"
#include "core/crew.h"

/* Of one tick. WATCHES_MAX: a crew's watches to come, three a night at most. */
enum { OVER_ROWS = 50, PLAN_ROWS = 20, WATCHES_MAX = 8 * (CREW_PLAN_NIGHTS + 2) };
#define DAY_USEC INT64_C(86400000000)

SQL(SQL_WATCHERS,
    "SELECT m.person_id, m.watched_minutes, m.spared_minutes, coalesce(w.quiet_from, s.quiet_from, 0),"
    " coalesce(w.quiet_to, s.quiet_to, 0), coalesce(w.utc_offset_minutes, s.utc_offset_minutes, 0) FROM crew_member m"
    " JOIN person o ON o.id = m.person_id LEFT JOIN worker_wish w ON w.worker_id = m.person_id"
    " LEFT JOIN alert_setting s ON s.person_id = m.person_id WHERE m.crew_id = ?1 AND (?2 = 0 OR (m.watches = 1 AND"
    " o.disabled = 0)) ORDER BY m.person_id LIMIT 200");
SQL(SQL_WATCHES, "SELECT id, person_id, begins_usec, ends_usec FROM crew_watch WHERE crew_id = ?1 AND counted = 0"
                 " ORDER BY begins_usec LIMIT ?2");
SQL(SQL_WATCH_ADD,
    "INSERT INTO crew_watch (crew_id, id, person_id, begins_usec, ends_usec) VALUES (?1, ?2, ?3, ?4, ?5)");
SQL(SQL_WATCH_GIVE, "UPDATE crew_watch SET person_id = ?3, offered = 0 WHERE crew_id = ?1 AND id = ?2");
SQL(SQL_WATCH_DROP, "DELETE FROM crew_watch WHERE crew_id = ?1 AND id = ?2");
SQL(SQL_WATCHES_CLEAR, "DELETE FROM crew_watch WHERE crew_id = ?1 AND begins_usec > ?2 AND counted = 0");
SQL(SQL_PLAN_SAVE, "UPDATE crew SET plan_usec = ?2 WHERE id = ?1");
SQL(SQL_OVER, "SELECT crew_id, id, person_id, begins_usec, ends_usec FROM crew_watch WHERE counted = 0 AND ends_usec <="
              " ?1 ORDER BY ends_usec LIMIT ?2");
SQL(SQL_COUNTED, "UPDATE crew_watch SET counted = 1 WHERE crew_id = ?1 AND id = ?2");
SQL(SQL_MEMBER_COUNT, "UPDATE crew_member SET watched_minutes = ?3, spared_minutes = ?4 WHERE crew_id = ?1 AND"
                      " person_id = ?2");
SQL(SQL_PLAN_DUE, "SELECT id, night_from, night_to, utc_offset_minutes FROM crew WHERE plan_usec <= ?1 ORDER BY"
                  " plan_usec LIMIT ?2 @LOCK@");
SQL(SQL_WATCHES_OLD, "DELETE FROM crew_watch WHERE counted = 1 AND ends_usec < ?1");

struct watch_row {
    int64_t crew_id, id, person_id, begins_usec, ends_usec;
};

static err watchers_load(struct tx *tx, int64_t crew_id, bool in_rota, struct crew_watcher *list, int *count) {
    *count = 0;
    struct statement *s = statement(tx->conn, &SQL_WATCHERS);
    statement_int(s, crew_id);
    statement_int(s, in_rota);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || *count == CREW_MEMBERS_MAX) continue;
        list[(*count)++] = (struct crew_watcher){.id = statement_col_int(s, 0),
                                                 .watched_minutes = statement_col_int(s, 1),
                                                 .spared_minutes = statement_col_int(s, 2),
                                                 .times = {.quiet_from = (int)statement_col_int(s, 3),
                                                           .quiet_to = (int)statement_col_int(s, 4),
                                                           .utc_offset_minutes = (int)statement_col_int(s, 5)}};
    }
    statement_end(s);
    return OK;
}

static int index_of(const struct crew_watcher *list, int count, int64_t person_id) {
    for (int i = 0; i < count; i++)
        if (list[i].id == person_id) return i;
    return -1;
}

static err watches_load(struct tx *tx, int64_t crew_id, struct watch_row *rows, int *count) {
    *count = 0;
    struct statement *s = statement(tx->conn, &SQL_WATCHES);
    statement_int(s, crew_id);
    statement_int(s, WATCHES_MAX);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && *count < WATCHES_MAX)
            rows[(*count)++] = (struct watch_row){crew_id, statement_col_int(s, 0), statement_col_int(s, 1),
                                                  statement_col_int(s, 2), statement_col_int(s, 3)};
    }
    statement_end(s);
    return OK;
}

static err watch_add(struct tx *tx, int64_t crew_id, int64_t person_id, int64_t from, int64_t to) {
    struct statement *s = statement(tx->conn, &SQL_WATCH_ADD);
    statement_int(s, crew_id);
    statement_int(s, id_new());
    statement_int(s, person_id);
    statement_int(s, from);
    statement_int(s, to);
    return statement_run(s, 1);
}

static err plan_save(struct tx *tx, int64_t crew_id, int64_t usec) {
    struct statement *s = statement(tx->conn, &SQL_PLAN_SAVE);
    statement_int(s, crew_id);
    statement_int(s, usec);
    return statement_run(s, 1);
}

err crew_rota_plan(struct tx *tx, const struct crew_row *crew, int64_t now_usec) {
    struct crew_watcher *list = arena_alloc(&tx->arena, sizeof *list * CREW_MEMBERS_MAX);
    struct watch_row rows[WATCHES_MAX];
    int count, planned;
    int64_t at = now_usec / 60000000 * 60000000, begin, end;
    TRY(watchers_load(tx, crew->id, true, list, &count));
    TRY(watches_load(tx, crew->id, rows, &planned));
    for (int i = 0; i < planned; i++) {
        crew_count(list, count, index_of(list, count, rows[i].person_id), rows[i].begins_usec, rows[i].ends_usec);
        if (rows[i].ends_usec > at) at = rows[i].ends_usec;
    }
    if (count == 0 || crew->night.from == crew->night.to) return plan_save(tx, crew->id, DISPATCH_NEVER);
    while (crew_night_at(&crew->night, at, &begin, &end) && begin < now_usec + CREW_PLAN_NIGHTS * DAY_USEC) {
        if (begin < at) begin = at; /* the night has begun already */
        int shifts = crew_shifts(begin, end, count);
        for (int i = 0; i < shifts; i++) {
            int64_t from, to;
            crew_shift(begin, end, shifts, i, &from, &to);
            int next = crew_next(list, count, from, to);
            crew_count(list, count, next, from, to);
            TRY(watch_add(tx, crew->id, list[next].id, from, to));
        }
        at = end;
    }
    return plan_save(tx, crew->id, at - (CREW_PLAN_NIGHTS - 1) * DAY_USEC);
}

err crew_rota_clear(struct tx *tx, int64_t crew_id, int64_t after_usec) {
    struct statement *s = statement(tx->conn, &SQL_WATCHES_CLEAR);
    statement_int(s, crew_id);
    statement_int(s, after_usec);
    return statement_run(s, -1);
}

err crew_rota_release(struct tx *tx, int64_t crew_id, int64_t person_id, int64_t now_usec) {
    struct crew_watcher *list = arena_alloc(&tx->arena, sizeof *list * CREW_MEMBERS_MAX);
    struct watch_row rows[WATCHES_MAX];
    int count, planned;
    TRY(watchers_load(tx, crew_id, true, list, &count));
    TRY(watches_load(tx, crew_id, rows, &planned));
    int own = index_of(list, count, person_id);
    if (own >= 0) list[own] = list[--count];
    for (int i = 0; i < planned; i++)
        if (rows[i].person_id != person_id)
            crew_count(list, count, index_of(list, count, rows[i].person_id), rows[i].begins_usec, rows[i].ends_usec);
    for (int i = 0; i < planned; i++) {
        if (rows[i].person_id != person_id || rows[i].ends_usec <= now_usec) continue;
        int next = crew_next(list, count, rows[i].begins_usec, rows[i].ends_usec);
        struct statement *s = statement(tx->conn, next < 0 ? &SQL_WATCH_DROP : &SQL_WATCH_GIVE);
        statement_int(s, crew_id);
        statement_int(s, rows[i].id);
        if (next >= 0) statement_int(s, list[next].id);
        TRY(statement_run(s, 1));
        crew_count(list, count, next, rows[i].begins_usec, rows[i].ends_usec);
    }
    return OK;
}

/* Everybody's sleep is counted, also of those who take no turns. */
static err watch_over(struct tx *tx, const struct watch_row *row) {
    struct crew_watcher *list = arena_alloc(&tx->arena, sizeof *list * CREW_MEMBERS_MAX);
    int count;
    TRY(watchers_load(tx, row->crew_id, false, list, &count));
    crew_count(list, count, index_of(list, count, row->person_id), row->begins_usec, row->ends_usec);
    for (int i = 0; i < count; i++) {
        struct statement *s = statement(tx->conn, &SQL_MEMBER_COUNT);
        statement_int(s, row->crew_id);
        statement_int(s, list[i].id);
        statement_int(s, list[i].watched_minutes);
        statement_int(s, list[i].spared_minutes);
        TRY(statement_run(s, 1));
    }
    struct statement *s = statement(tx->conn, &SQL_COUNTED);
    statement_int(s, row->crew_id);
    statement_int(s, row->id);
    return statement_run(s, 1);
}

static err watches_over(struct tx *tx, int64_t now_usec, bool *more) {
    struct watch_row rows[OVER_ROWS];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_OVER);
    statement_int(s, now_usec);
    statement_int(s, OVER_ROWS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && count < OVER_ROWS)
            rows[count++] =
                (struct watch_row){statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2),
                                   statement_col_int(s, 3), statement_col_int(s, 4)};
    }
    statement_end(s);
    for (int i = 0; i < count; i++) TRY(watch_over(tx, &rows[i]));
    *more = *more || count == OVER_ROWS;
    if (count == 0) return OK;
    s = statement(tx->conn, &SQL_WATCHES_OLD);
    statement_int(s, now_usec - 60 * DAY_USEC);
    return statement_run(s, -1);
}

err crews_step(struct tx *tx, int64_t now_usec, bool *more) {
    struct crew_row crews[PLAN_ROWS];
    int count = 0;
    TRY(watches_over(tx, now_usec, more));
    struct statement *s = statement(tx->conn, &SQL_PLAN_DUE);
    statement_int(s, now_usec);
    statement_int(s, PLAN_ROWS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && count < PLAN_ROWS)
            crews[count++] = (struct crew_row){
                .id = statement_col_int(s, 0),
                .night = {(int)statement_col_int(s, 1), (int)statement_col_int(s, 2), (int)statement_col_int(s, 3)}};
    }
    statement_end(s);
    for (int i = 0; i < count; i++) TRY(crew_rota_plan(tx, &crews[i], now_usec));
    *more = *more || count == PLAN_ROWS;
    return OK;
}
