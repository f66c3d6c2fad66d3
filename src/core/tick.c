/* Time is a command: nothing else expires or approves anything. */
#include <stdlib.h>

#include "base/limits.h"
#include "core/alert.h"
#include "core/commands.h"
#include "core/course.h"
#include "core/crew.h"
#include "core/offer.h"
#include "domain/work.h"

/* Of each kind in one tick: a tick shares its batch with people who wait. The caller ticks again at once while there is
 * more. */
enum { TICK_ROWS = 200, MEDIAN_ROWS = 101, MEDIAN_PROJECTS = 20 };

/* Renewed when answers grew by a tenth (at least 5). */
#define MEDIAN_STALE                                                                                         \
    "SELECT project_id FROM project_count WHERE submitted + approved + rejected >= median_at_answers + 5 + " \
    "median_at_answers / 10"
/* Paid for and not in the queue yet: one project's in one tick. */
#define OPENING "SELECT project_id FROM project_count WHERE opened_to < funded_to ORDER BY project_id LIMIT 1"
SQL(SQL_EXPIRED, "SELECT project_id, worker_id, task_id FROM lease WHERE state = 0 AND deadline_usec <= ?1"
                 " ORDER BY deadline_usec LIMIT ?2");
SQL(SQL_APPROVABLE,
    "SELECT project_id, id FROM annotation WHERE state = 0 AND approves_usec <= ?1 ORDER BY approves_usec LIMIT ?2");
SQL(SQL_SESSIONS_OLD, "DELETE FROM session WHERE expires_usec <= ?1");
SQL(SQL_TOKENS_OLD, "DELETE FROM token WHERE expires_usec <= ?1");
SQL(SQL_RECEIPT_ACTOR, "SELECT min(actor_id) FROM receipt WHERE actor_id > ?1");
SQL(SQL_RECEIPTS_OLD, "DELETE FROM receipt WHERE actor_id = ?1 AND created_usec < ?2");
SQL(SQL_OPENING, OPENING);
SQL(SQL_MEDIAN_STALE, MEDIAN_STALE " LIMIT ?1");
SQL(SQL_MEDIAN_WORK, "SELECT work_usec FROM annotation WHERE project_id = ?1 ORDER BY id DESC LIMIT ?2");

SQL(SQL_TICK_PROJECTS,
    "SELECT project_id FROM (SELECT project_id FROM lease WHERE state = 0 AND deadline_usec <= ?1 ORDER BY "
    "deadline_usec"
    " LIMIT ?2) AS l UNION SELECT project_id FROM (SELECT project_id FROM annotation WHERE state = 0 AND approves_usec "
    "<= ?1"
    " ORDER BY approves_usec LIMIT ?2) AS a UNION SELECT project_id FROM (" MEDIAN_STALE
    " LIMIT ?3) AS m UNION SELECT project_id FROM (" OPENING ") AS g UNION " DISPATCH_PROJECTS);

static err expire_leases(struct tx *tx, int64_t now_usec, bool *more) {
    int64_t(*rows)[3] = arena_alloc(&tx->arena, sizeof *rows * TICK_ROWS);
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_EXPIRED);
    statement_int(s, now_usec);
    statement_int(s, TICK_ROWS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        for (int i = 0; i < 3; i++) rows[count][i] = statement_col_int(s, i);
        count++;
    }
    statement_end(s);
    for (int i = 0; i < count; i++) TRY(lease_end(tx, rows[i][0], rows[i][2], rows[i][1], LEASE_EXPIRED, now_usec));
    *more = *more || count == TICK_ROWS;
    return OK;
}

static err approve_answers(struct tx *tx, int64_t now_usec, bool *more) {
    int64_t(*rows)[2] = arena_alloc(&tx->arena, sizeof *rows * TICK_ROWS);
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_APPROVABLE);
    statement_int(s, now_usec);
    statement_int(s, TICK_ROWS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        for (int i = 0; i < 2; i++) rows[count][i] = statement_col_int(s, i);
        count++;
    }
    statement_end(s);
    for (int i = 0; i < count; i++) {
        bool decided;
        TRY(annotation_settle(tx, rows[i][0], rows[i][1], true, STR(""), now_usec, &decided));
    }
    *more = *more || count == TICK_ROWS;
    return OK;
}

static err drop_old(struct tx *tx, const struct command *c) {
    const struct tick_args *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_SESSIONS_OLD);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, -1));
    s = statement(tx->conn, &SQL_TOKENS_OLD);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, -1));
    /* One person's receipts per tick: the table may be long and has no index by time. */
    bool has_row;
    s = statement(tx->conn, &SQL_RECEIPT_ACTOR);
    statement_int(s, *args->receipt_cursor);
    TRY(statement_one(s, &has_row));
    bool end = !has_row || statement_col_null(s, 0);
    int64_t actor = end ? -1 : statement_col_int(s, 0);
    statement_end(s);
    *args->receipt_cursor = actor;
    if (end) return OK;
    s = statement(tx->conn, &SQL_RECEIPTS_OLD);
    statement_int(s, actor);
    statement_int(s, c->now_usec - RECEIPT_DAYS * INT64_C(86400000000));
    return statement_run(s, -1);
}

static int by_value(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static err median_renew(struct tx *tx, int64_t project_id) {
    struct tx_project *project;
    TRY(tx_project(tx, project_id, &project));
    if (!project) return OK;
    int64_t times[MEDIAN_ROWS];
    size_t count = 0;
    struct statement *s = statement(tx->conn, &SQL_MEDIAN_WORK);
    statement_int(s, project_id);
    statement_int(s, MEDIAN_ROWS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row) times[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    if (count == 0) return OK;
    qsort(times, count, sizeof *times, by_value);
    struct project_count *numbers = &project->count;
    numbers->median_work_usec = times[count / 2];
    numbers->median_at_answers = numbers->submitted + numbers->approved + numbers->rejected;
    project->changed = true;
    return OK;
}

static err renew_medians(struct tx *tx) {
    int64_t ids[MEDIAN_PROJECTS];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_MEDIAN_STALE);
    statement_int(s, MEDIAN_PROJECTS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    for (int i = 0; i < count; i++) TRY(median_renew(tx, ids[i]));
    return OK;
}

static err open_tasks(struct tx *tx, bool *more) {
    bool has_row;
    struct tx_project *project;
    struct statement *s = statement(tx->conn, &SQL_OPENING);
    TRY(statement_one(s, &has_row));
    int64_t id = has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    if (!has_row) return OK;
    TRY(tx_project(tx, id, &project));
    if (!project) return ERR_INTERNAL;
    *more = true;
    return project_open_more(tx, project);
}

/* All projects that this tick may change, locked in order. */
static err tick_lock(struct tx *tx, int64_t now_usec) {
    int64_t ids[TICK_ROWS * 3 + MEDIAN_PROJECTS + 25];
    int count = 0;
    if (store_kind(store_of(tx->conn)) == STORE_SQLITE) return OK;
    struct statement *s = statement(tx->conn, &SQL_TICK_PROJECTS);
    statement_int(s, now_usec);
    statement_int(s, TICK_ROWS);
    statement_int(s, MEDIAN_PROJECTS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    return tx_projects_lock(tx, ids, count);
}

static err tick_run(struct tx *tx, struct command *c) {
    const struct tick_args *args = c->args;
    bool more = false;
    TRY(tick_lock(tx, c->now_usec));
    TRY(expire_leases(tx, c->now_usec, &more));
    TRY(approve_answers(tx, c->now_usec, &more));
    TRY(drop_old(tx, c));
    TRY(renew_medians(tx));
    TRY(open_tasks(tx, &more));
    TRY(dispatch_step(tx, c->now_usec, args->counted_usec, &more));
    TRY(crews_step(tx, c->now_usec, &more));
    TRY(empty_weeks_step(tx, c->now_usec));
    TRY(course_holds_end(tx, c->now_usec));
    bool spread = false;
    TRY(alerts_spread(tx, c->now_usec, &spread));
    TRY(alerts_drop_old(tx, c->now_usec));
    command_reply(c, "{\"more\":%s,\"alerts\":%s}", more || spread ? "true" : "false", spread ? "true" : "false");
    return OK;
}
const struct command_kind cmd_tick = {"tick", tick_run, .alone = true};
