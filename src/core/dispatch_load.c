/* Who could be offered work of a project: loaded by tick to decide, and by the pages to foretell. */
#include <stdlib.h>

#include "base/arena.h"
#include "core/dispatch_load.h"
#include "core/qualification.h"
#include "domain/work.h"

/* Live offers of all projects, by worker: what is held for them counts as earned. */
#define HELD                                                                                                      \
    "(SELECT h.worker_id, sum(h.remaining * hp.price_micros) AS micros, sum(h.remaining *"                        \
    " CASE WHEN hn.median_work_usec > 0 THEN hn.median_work_usec ELSE hp.task_seconds * 250000 END) AS usec"      \
    " FROM offer h JOIN project hp ON hp.id = h.project_id JOIN project_count hn ON hn.project_id = h.project_id" \
    " WHERE h.state < 2 GROUP BY h.worker_id)"
/* Test money and refunds of people who are requesters too are no earnings. */
#define EARNED_EVER                                                                               \
    "coalesce(a.credits_posted + a.credits_pending, 0) - CASE WHEN (x.roles & 2) = 0 THEN 0 ELSE" \
    " coalesce((SELECT sum(t.amount_micros) FROM transfer t WHERE t.credit_account = x.id AND t.kind <> 3), 0) END"
SQL(SQL_CANDIDATES,
    "SELECT w.worker_id, w.weekly_minutes, w.quiet_from, w.quiet_to, w.utc_offset_minutes, w.least_hour_micros,"
    " w.chosen_only, w.device, w.link_usec, w.seen_usec, w.offered_usec, w.kept_permille, w.earned_base,"
    " w.earned_micros, w.worked_usec, w.earned_usec, w.created_usec, " EARNED_EVER
    ", coalesce(wp.served, 0), coalesce(wp.gold_answers, 0), coalesce(wp.gold_right, 0),"
    " coalesce(h.micros, 0), coalesce(h.usec, 0), coalesce(c.wanted, -1), coalesce(m.person_id, 0),"
    " coalesce(mine.id, 0)"
    " FROM worker_wish w JOIN person x ON x.id = w.worker_id LEFT JOIN account a ON a.id = w.worker_id"
    " LEFT JOIN worker_project wp ON wp.project_id = ?1 AND wp.worker_id = w.worker_id"
    " LEFT JOIN worker_wish_project c ON c.worker_id = w.worker_id AND c.project_id = ?1"
    " LEFT JOIN crew_member m ON m.crew_id = ?2 AND m.person_id = w.worker_id"
    " LEFT JOIN offer mine ON mine.project_id = ?1 AND mine.worker_id = w.worker_id AND mine.state < 2"
    " LEFT JOIN " HELD " h ON h.worker_id = w.worker_id"
    " WHERE w.wants_offers = 1 AND x.disabled = 0 AND (x.roles & 1) = 1");

/* One row as a candidate; false when they do not come into question. */
static bool candidate_read(struct statement *s, const struct dispatch_place *place, int64_t now_usec,
                           struct candidate *out) {
    const struct project *project = place->project;
    const struct project_count *n = place->count;
    int64_t task_usec = task_usec_expected(n->median_work_usec, project->task_usec);
    int64_t hour = pay_per_hour(project->price_micros, n->median_work_usec), least = statement_col_int(s, 5);
    int64_t wanted = statement_col_int(s, 23), seen = statement_col_int(s, 9);
    if (statement_col_int(s, 25) != 0 || wanted == 0 || (statement_col_int(s, 6) && wanted != 1)) return false;
    /* Where an hour has not been measured yet, it may be worth it. */
    if (hour > 0 && hour < least) return false;
    if (place->terms->device == 2 && statement_col_int(s, 7) == 1) return false;
    out->times = (struct worker_times){.quiet_from = (int)statement_col_int(s, 2),
                                       .quiet_to = (int)statement_col_int(s, 3),
                                       .utc_offset_minutes = (int)statement_col_int(s, 4),
                                       .online = seen > now_usec - SEEN_LASTS_USEC,
                                       .link_usec = statement_col_int(s, 8)};
    int64_t since = statement_col_int(s, 15), weekly = statement_col_int(s, 1);
    if (weekly > place->weekly_max) weekly = place->weekly_max;
    int64_t lately =
        earned_faded(statement_col_int(s, 13), since, now_usec) + statement_col_int(s, 17) - statement_col_int(s, 12);
    int64_t worked = earned_faded(statement_col_int(s, 14), since, now_usec) + statement_col_int(s, 22);
    int64_t served = statement_col_int(s, 18), gold = statement_col_int(s, 19), right = statement_col_int(s, 20);
    int64_t offered = statement_col_int(s, 10), joined = statement_col_int(s, 16);
    int64_t quiet_end = quiet_until(&out->times, now_usec);
    out->worker = (struct dispatch_worker){
        .id = statement_col_int(s, 0),
        .earned_micros = (lately > 0 ? lately : 0) + statement_col_int(s, 21),
        .wished_minutes = weekly,
        .waiting_usec = offered > 0 ? offered : joined,
        .ready_usec = out->times.online ? now_usec + statement_col_int(s, 22)
                      : quiet_end > 0   ? quiet_end
                                        : now_usec + AWAY_BACK_USEC,
        .joined_usec = joined,
        .skill = (double)(right + 8) / (double)(gold + 10),
        .away = !out->times.online && quiet_end > 0,
        .member = statement_col_int(s, 24) != 0,
        .cap = offer_cap(&(struct offer_cap_facts){
            .task_usec = task_usec,
            .unseen = n->funded - n->retired - served,
            .person_left = place->terms->person_max > 0 ? place->terms->person_max - served : INT32_MAX,
            .week_minutes = weekly - worked / 60000000,
            .kept_permille = (int)statement_col_int(s, 11),
            .proven = statement_col_int(s, 17) > 0})};
    return out->worker.cap > 0;
}

/* Nothing is held for those whom the project would not let in. */
static err candidates_qualified(struct store_conn *c, int64_t project_id, struct candidates *list) {
    struct requirements all;
    struct person_facts facts;
    TRY(requirements_load(c, project_id, &all));
    size_t kept = 0;
    for (size_t i = 0; all.count > 0 && i < list->count; i++) {
        TRY(person_facts_load(c, list->workers[i].id, &facts));
        if (!requirements_met(&all, &facts)) continue;
        list->workers[kept] = list->workers[i];
        list->times[kept++] = list->times[i];
    }
    if (all.count > 0) list->count = kept;
    return OK;
}

err candidates_load(struct store_conn *c, const struct dispatch_place *place, int64_t now_usec,
                    struct candidates *list) {
    *list = (struct candidates){0};
    size_t room = 0;
    struct statement *s = statement(c, &SQL_CANDIDATES);
    statement_int(s, place->project->id);
    statement_int(s, place->terms->crew_id);
    for (bool has_row = true; has_row;) {
        err e = statement_step(s, &has_row);
        if (e != OK) return e;
        if (!has_row) break;
        if (list->count == room) {
            room = room ? room * 2 : 256;
            list->workers = mem_realloc(list->workers, room * sizeof *list->workers);
            list->times = mem_realloc(list->times, room * sizeof *list->times);
        }
        struct candidate one;
        if (!candidate_read(s, place, now_usec, &one)) continue;
        list->workers[list->count] = one.worker;
        list->times[list->count++] = one.times;
    }
    statement_end(s);
    TRY(candidates_qualified(c, place->project->id, list));
    list->heap = mem_alloc((list->count + 1) * sizeof *list->heap);
    double *scratch = mem_alloc((list->count + 1) * sizeof *scratch);
    dispatch_fair_start(list->workers, list->count, now_usec, scratch);
    free(scratch);
    return OK;
}

void candidates_free(struct candidates *list) {
    free(list->workers);
    free(list->times);
    free(list->heap);
}

SQL(SQL_LIMITS, "SELECT name, value FROM setting WHERE name IN ('dispatch_away_min', 'dispatch_away_max',"
                " 'dispatch_weekly_max', 'dispatch_race')");

err dispatch_limits_load(struct store_conn *c, struct dispatch_limits *limits) {
    *limits = (struct dispatch_limits){.away_min = 0, .away_max = 1000, .weekly_minutes_max = 60 * 60, .race = true};
    struct statement *s = statement(c, &SQL_LIMITS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t value;
        str name = statement_col_text(s, 0);
        if (!str_to_int64(statement_col_text(s, 1), &value)) continue;
        if (str_is(name, "dispatch_away_min")) limits->away_min = (int)value;
        if (str_is(name, "dispatch_away_max")) limits->away_max = (int)value;
        if (str_is(name, "dispatch_weekly_max")) limits->weekly_minutes_max = value;
        if (str_is(name, "dispatch_race")) limits->race = value != 0;
    }
    statement_end(s);
    return OK;
}
