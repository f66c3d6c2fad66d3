/* What tick does for dispatch: ends offers, publishes what is scheduled, makes new offers, renews what fades. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/clock.h"
#include "core/alert.h"
#include "core/commands.h"
#include "core/dispatch_load.h"
#include "core/offer.h"

/* Bounds of one tick: it shares the writer with people who wait. */
enum { LAPSED_ROWS = 200, PROJECT_ROWS = 4, PUBLISH_ROWS = 20, RENEW_ROWS = 100, OFFERS_MAX = 20000 };
#define DAY_USEC INT64_C(86400000000)

SQL(SQL_LAPSED,
    "SELECT project_id, worker_id FROM offer WHERE state < 2 AND until_usec <= ?1 ORDER BY until_usec LIMIT ?2");
SQL(SQL_DUE, "SELECT project_id FROM project_dispatch WHERE due_usec <= ?1 ORDER BY due_usec LIMIT ?2");
SQL(SQL_PUBLISH, "SELECT project_id FROM project_dispatch WHERE publish_usec > 0 AND publish_usec <= ?1"
                 " ORDER BY publish_usec LIMIT ?2");
SQL(SQL_PUBLISH_SAVE, "UPDATE project_dispatch SET publish_usec = ?2 WHERE project_id = ?1");
SQL(SQL_OFFER_ADD, "INSERT INTO offer (project_id, worker_id, id, state, tasks, remaining, made_usec, until_usec)"
                   " VALUES (?1, ?2, ?3, 0, ?4, ?4, ?5, ?6)");
SQL(SQL_OFFERED, "UPDATE worker_wish SET offered_usec = ?2 WHERE worker_id IN (SELECT worker_id FROM offer WHERE"
                 " project_id = ?1 AND state = 0 AND made_usec = ?2)");
/* Waiting offers that outlast any connected worker's: those of people who are asleep. */
SQL(SQL_AWAY_HELD, "SELECT coalesce(sum(remaining), 0) FROM offer WHERE project_id = ?1 AND state < 2 AND state = 0"
                   " AND until_usec > ?2");
SQL(SQL_FADED,
    "SELECT w.worker_id, w.earned_base, w.earned_micros, w.worked_usec, w.earned_usec, coalesce(a.credits_posted"
    " + a.credits_pending, 0) - CASE WHEN (x.roles & 2) = 0 THEN 0 ELSE coalesce((SELECT sum(t.amount_micros)"
    " FROM transfer t WHERE t.credit_account = x.id AND t.kind <> 3), 0) END FROM worker_wish w JOIN person x"
    " ON x.id = w.worker_id LEFT JOIN account a ON a.id = w.worker_id WHERE w.earned_usec < ?1"
    " ORDER BY w.earned_usec LIMIT ?2");
SQL(SQL_FADED_SAVE, "UPDATE worker_wish SET earned_base = ?2, earned_micros = ?3, worked_usec = ?4, earned_usec = ?5"
                    " WHERE worker_id = ?1");
SQL(SQL_WEEK,
    "INSERT INTO project_week (week, project_id, answers_before, answers_now) SELECT ?1, n.project_id,"
    " coalesce((SELECT max(w.answers_now) FROM project_week w WHERE w.project_id = n.project_id AND w.week < ?1"
    " AND w.week > ?1 - 60), 0), n.submitted + n.approved + n.rejected FROM project_count n JOIN project p ON"
    " p.id = n.project_id WHERE p.state <> 0 AND n.submitted + n.approved + n.rejected > 0"
    " ON CONFLICT (week, project_id) DO UPDATE SET answers_now = excluded.answers_now");
SQL(SQL_WEEKS_OLD, "DELETE FROM project_week WHERE week < ?1 - 60");

/* Up to `max` rows of `columns` numbers; ?1 and ?2 of the statement are given. */
static err rows_load(struct tx *tx, const struct sql *sql, int64_t first, int max, int columns, int64_t *rows,
                     int *count) {
    *count = 0;
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, first);
    statement_int(s, max);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        for (int i = 0; i < columns; i++) rows[*count * columns + i] = statement_col_int(s, i);
        ++*count;
    }
    statement_end(s);
    return OK;
}

static err offers_lapse(struct tx *tx, int64_t now_usec, bool *more) {
    int64_t rows[LAPSED_ROWS * 2];
    int count;
    TRY(rows_load(tx, &SQL_LAPSED, now_usec, LAPSED_ROWS, 2, rows, &count));
    for (int i = 0; i < count; i++) {
        struct tx_project *project;
        TRY(tx_project(tx, rows[i * 2], &project));
        if (!project) return ERR_INTERNAL;
        struct offer offer;
        TRY(offer_load(tx, project, rows[i * 2 + 1], &offer));
        if (offer.id && offer.until_usec <= now_usec) TRY(offer_end(tx, project, &offer, OFFER_LAPSED, now_usec));
    }
    *more = *more || count == LAPSED_ROWS;
    return OK;
}

/* --- schedules --- */

static err scheduled_publish(struct tx *tx, struct tx_project *project, int64_t now_usec) {
    struct dispatch_terms *terms = &project->dispatch;
    struct project_quote quote;
    struct problem p = {0};
    err e = project_quote(&project->project, &project->count, &quote, &p);
    if (e == OK && terms->budget_micros > 0 && quote.cost_micros > terms->budget_micros)
        e = problem_set(&p, ERR_CONFLICT, "What waits costs more than the budget set for one time.");
    if (e == OK) e = project_publish(tx, project, now_usec, &p);
    if (err_is_fault(e)) return e;
    if (e != OK)
        tx_event(tx, project->project.id, 0, now_usec, "project.not_published", "{\"project\":%lld,\"code\":\"%s\"}",
                 (long long)project->project.id, err_code(e));
    int64_t next = 0;
    if (terms->repeat_days > 0 && project->project.state != PROJECT_COMPLETED) {
        int64_t step = terms->repeat_days * DAY_USEC;
        next = terms->publish_usec + ((now_usec - terms->publish_usec) / step + 1) * step;
    }
    terms->publish_usec = next;
    struct statement *s = statement(tx->conn, &SQL_PUBLISH_SAVE);
    statement_int(s, project->project.id);
    statement_int(s, next);
    return statement_run(s, 1);
}

static err schedules_run(struct tx *tx, int64_t now_usec, bool *more) {
    int64_t ids[PUBLISH_ROWS];
    int count;
    TRY(rows_load(tx, &SQL_PUBLISH, now_usec, PUBLISH_ROWS, 1, ids, &count));
    for (int i = 0; i < count; i++) {
        struct tx_project *project;
        TRY(tx_project(tx, ids[i], &project));
        if (!project) return ERR_INTERNAL;
        TRY(scheduled_publish(tx, project, now_usec));
    }
    *more = *more || count == PUBLISH_ROWS;
    return OK;
}

/* --- offers --- */

static err offer_add(struct tx *tx, struct tx_project *project, const struct dispatch_worker *w, bool connected,
                     int64_t until, int64_t now_usec) {
    int64_t id = id_new();
    char until_text[21];
    struct statement *s = statement(tx->conn, &SQL_OFFER_ADD);
    statement_int(s, project->project.id);
    statement_int(s, w->id);
    statement_int(s, id);
    statement_int(s, w->given);
    statement_int(s, now_usec);
    statement_int(s, until);
    TRY(statement_run(s, 1));
    clock_format(until, until_text);
    tx_event(tx, project->project.id, w->id, now_usec, "offer.made",
             "{\"offer\":%lld,\"project\":%lld,\"tasks\":%d,\"price_micros\":%lld,\"until\":\"%s\"}", (long long)id,
             (long long)project->project.id, (int)w->given, (long long)project->project.price_micros, until_text);
    /* Who is connected sees it; the others are told where they asked to be. */
    return !connected ? alert_cause_offer(tx, project->project.id, w->id, id, until, now_usec) : OK;
}

static err away_held(struct tx *tx, const struct tx_project *project, int64_t now_usec, int64_t *tasks) {
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_AWAY_HELD);
    statement_int(s, project->project.id);
    statement_int(s, now_usec + HOLD_AWAKE_USEC_MAX);
    TRY(statement_one(s, &has_row));
    *tasks = statement_col_int(s, 0);
    statement_end(s);
    return OK;
}

static err shares_offer(struct tx *tx, struct tx_project *project, const struct candidates *list, int64_t now_usec) {
    const struct dispatch_terms *terms = &project->dispatch;
    int64_t last = terms->deadline_usec ? deadline_open_from(terms->published_usec, terms->deadline_usec) : 0;
    int made = 0;
    for (size_t i = 0; i < list->count && made < OFFERS_MAX; i++) {
        const struct dispatch_worker *w = &list->workers[i];
        if (w->given == 0) continue;
        const struct worker_times *times = &list->times[i];
        TRY(offer_add(tx, project, w, times->online, offer_hold_until(times, w->ready_usec, now_usec, last), now_usec));
        project->dispatch.reserved += w->given;
        project->dispatch_changed = true;
        made++;
    }
    if (made == 0) return OK;
    struct statement *s = statement(tx->conn, &SQL_OFFERED);
    statement_int(s, project->project.id);
    statement_int(s, now_usec);
    return statement_run(s, -1);
}

static err project_dispatch(struct tx *tx, struct tx_project *project, int64_t weekly_max, int64_t now_usec) {
    struct dispatch_terms *terms = &project->dispatch;
    terms->due_usec = DISPATCH_NEVER;
    project->dispatch_changed = true;
    int64_t free = project_free(&project->project, &project->count), left = free - terms->reserved;
    if (project->project.state != PROJECT_LIVE || dispatch_open(terms, now_usec) || left <= 0) return OK;
    struct dispatch_place place = {&project->project, &project->count, terms, weekly_max};
    struct candidates list;
    int64_t held = 0;
    err e = candidates_load(tx->conn, &place, now_usec, &list);
    if (e == OK) e = away_held(tx, project, now_usec, &held);
    if (e == OK) {
        int64_t away = free * terms->away_permille / 1000 - held;
        int64_t task_usec = task_usec_expected(project->count.median_work_usec, project->project.task_usec);
        struct dispatch_order order = {.rule = terms->rule,
                                       .tasks = left,
                                       .away_max = away > 0 ? away : 0,
                                       .price_micros = project->project.price_micros,
                                       .task_usec = task_usec,
                                       .piece = offer_piece(task_usec),
                                       .seed = (uint64_t)project->project.id ^ (uint64_t)now_usec,
                                       .now_usec = now_usec};
        int64_t given = dispatch_share(&order, list.workers, list.count, list.heap);
        e = shares_offer(tx, project, &list, now_usec);
        /* Nobody for the rest now: it is for anyone. Later again, the later the more there are to look at; without
         * anybody who wants offers, when somebody does (wish_save). */
        int64_t later = 10000000 + (int64_t)list.count * 10000;
        if (given < left && list.count > 0) dispatch_due(project, now_usec + later);
    }
    candidates_free(&list);
    return e;
}

static err offers_make(struct tx *tx, int64_t now_usec, bool *more) {
    int64_t ids[PROJECT_ROWS];
    int count;
    TRY(rows_load(tx, &SQL_DUE, now_usec, PROJECT_ROWS, 1, ids, &count));
    if (count == 0) return OK;
    struct dispatch_limits limits;
    TRY(dispatch_limits_load(tx->conn, &limits));
    for (int i = 0; i < count; i++) {
        struct tx_project *project;
        TRY(tx_project(tx, ids[i], &project));
        if (!project) return ERR_INTERNAL;
        if (project->dispatch.due_usec <= now_usec)
            TRY(project_dispatch(tx, project, limits.weekly_minutes_max, now_usec));
    }
    *more = *more || count == PROJECT_ROWS;
    return OK;
}

/* --- what fades and what is counted --- */

static err earnings_renew(struct tx *tx, int64_t now_usec) {
    int64_t rows[RENEW_ROWS * 6];
    int count;
    TRY(rows_load(tx, &SQL_FADED, now_usec - DAY_USEC / 2, RENEW_ROWS, 6, rows, &count));
    for (int i = 0; i < count; i++) {
        const int64_t *row = rows + i * 6;
        struct statement *s = statement(tx->conn, &SQL_FADED_SAVE);
        statement_int(s, row[0]);
        statement_int(s, row[5]);
        statement_int(s, earned_faded(row[2], row[4], now_usec) + row[5] - row[1]);
        statement_int(s, earned_faded(row[3], row[4], now_usec));
        statement_int(s, now_usec);
        TRY(statement_run(s, 1));
    }
    return OK;
}

static err weeks_count(struct tx *tx, int64_t now_usec) {
    static const struct sql *const steps[] = {&SQL_WEEK, &SQL_WEEKS_OLD};
    for (int i = 0; i < 2; i++) {
        struct statement *s = statement(tx->conn, steps[i]);
        statement_int(s, week_of(now_usec));
        TRY(statement_run(s, -1));
    }
    return OK;
}

err dispatch_step(struct tx *tx, int64_t now_usec, int64_t *counted_usec, bool *more) {
    TRY(offers_lapse(tx, now_usec, more));
    TRY(schedules_run(tx, now_usec, more));
    TRY(offers_make(tx, now_usec, more));
    TRY(earnings_renew(tx, now_usec));
    if (!counted_usec || now_usec - *counted_usec < DAY_USEC / 24) return OK;
    *counted_usec = now_usec;
    return weeks_count(tx, now_usec);
}
