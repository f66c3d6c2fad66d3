/* Reads around offers: what a worker wishes and is offered, what is coming, what a project's terms lead to. */
#include <string.h>

#include "core/dispatch_load.h"
#include "core/queries.h"
#include "domain/work.h"

#define HOUR_USEC 3600e6

/* --- wishes --- */

SQL(SQL_WISH, "SELECT wants_offers, weekly_minutes, quiet_from, quiet_to, time_zone, utc_offset_minutes,"
              " least_hour_micros, chosen_only, device, tell_empty, kept_permille, link_usec FROM worker_wish WHERE "
              "worker_id = ?1");
SQL(SQL_WISH_PROJECTS, "SELECT w.project_id, p.title, w.wanted FROM worker_wish_project w JOIN project p ON p.id ="
                       " w.project_id WHERE w.worker_id = ?1 ORDER BY w.project_id DESC LIMIT 200");

static const char *const devices[] = {"any", "phone", "computer"};

err wishes_json(struct store_conn *c, int64_t worker_id, struct json_out *o) {
    bool found;
    struct statement *s = statement(c, &SQL_WISH);
    statement_int(s, worker_id);
    TRY(statement_one(s, &found));
    out_object_begin(o);
    out_set_bool(o, "said", found);
    out_set_bool(o, "wants_offers", found && statement_col_int(s, 0));
    out_set_int(o, "weekly_minutes", found ? statement_col_int(s, 1) : 20 * 60);
    out_set_int(o, "quiet_from", found ? statement_col_int(s, 2) : 22 * 60);
    out_set_int(o, "quiet_to", found ? statement_col_int(s, 3) : 6 * 60);
    out_set_str(o, "time_zone", found ? statement_col_text(s, 4) : STR(""));
    out_set_int(o, "utc_offset_minutes", found ? statement_col_int(s, 5) : 0);
    out_set_int(o, "least_hour_micros", found ? statement_col_int(s, 6) : 0);
    out_set_bool(o, "chosen_only", found && statement_col_int(s, 7));
    out_set_text(o, "device", devices[found ? statement_col_int(s, 8) : 0]);
    out_set_bool(o, "tell_empty", found && statement_col_int(s, 9));
    out_set_double(o, "kept", found ? (double)statement_col_int(s, 10) / 1000 : 1);
    out_set_int(o, "link_msec", found ? statement_col_int(s, 11) / 1000 : 0);
    statement_end(s);
    out_key(o, "projects");
    out_array_begin(o);
    s = statement(c, &SQL_WISH_PROJECTS);
    statement_int(s, worker_id);
    for (bool has_row = true;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "title", statement_col_text(s, 1));
        out_set_text(o, "wish", statement_col_int(s, 2) ? "wanted" : "unwanted");
        out_end(o);
    }
    statement_end(s);
    out_end(o);
    out_end(o);
    return OK;
}

/* --- offers --- */

#define OFFER_COLUMNS                                                                                                 \
    "SELECT o.id, o.state, o.tasks, o.remaining, o.made_usec, o.until_usec, p.id, p.title, r.handle, p.price_micros," \
    " n.median_work_usec, p.owner_id FROM offer o JOIN project p ON p.id = o.project_id JOIN project_count n ON "     \
    "n.project_id ="                                                                                                  \
    " o.project_id JOIN person r ON r.id = p.owner_id"
SQL(SQL_OFFERS_LIVE, OFFER_COLUMNS " WHERE o.worker_id = ?1 AND o.state < 2 ORDER BY o.until_usec LIMIT 200");
SQL(SQL_OFFERS_PAST, OFFER_COLUMNS " WHERE o.worker_id = ?1 AND o.state >= 2 ORDER BY o.id DESC LIMIT 50");
SQL(SQL_OFFER_PROJECT, "SELECT project_id FROM offer WHERE worker_id = ?1 AND id = ?2");

err offers_json(struct store_conn *c, int64_t worker_id, bool past, struct json_out *o) {
    static const char *const states[] = {"waiting", "accepted", "used", "declined", "lapsed", "withdrawn"};
    struct statement *s = statement(c, past ? &SQL_OFFERS_PAST : &SQL_OFFERS_LIVE);
    statement_int(s, worker_id);
    for (bool has_row = true;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t price = statement_col_int(s, 9), median = statement_col_int(s, 10);
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_text(o, "state", states[statement_col_int(s, 1)]);
        out_set_int(o, "tasks", statement_col_int(s, 2));
        out_set_int(o, "remaining", statement_col_int(s, 3));
        out_set_time(o, "made_at", statement_col_int(s, 4));
        out_set_time(o, "until_at", statement_col_int(s, 5));
        out_key(o, "project");
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 6));
        out_set_str(o, "title", statement_col_text(s, 7));
        out_set_str(o, "requester", statement_col_text(s, 8));
        out_set_int(o, "requester_id", statement_col_int(s, 11));
        out_end(o);
        out_set_int(o, "price_micros", price);
        if (median > 0) {
            out_set_int(o, "pay_per_hour_micros", pay_per_hour(price, median));
            out_set_double(o, "median_seconds", (double)median / 1e6);
        } else {
            out_set_null(o, "pay_per_hour_micros");
            out_set_null(o, "median_seconds");
        }
        out_end(o);
    }
    statement_end(s);
    return OK;
}

err offer_project(struct store_conn *c, int64_t worker_id, int64_t offer_id, int64_t *project_id, struct problem *p) {
    bool found;
    struct statement *s = statement(c, &SQL_OFFER_PROJECT);
    statement_int(s, worker_id);
    statement_int(s, offer_id);
    TRY(statement_one(s, &found));
    *project_id = found ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return found ? OK : problem_set(p, ERR_NOT_FOUND, "You have no offer %lld.", (long long)offer_id);
}

/* --- forecast --- */

/* Projects that do not come into question for this worker are left out: unwanted ones, other crews' work, what needs a
 * computer when they have a phone. */
#define FOR_WORKER                                                                                                \
    " AND NOT EXISTS (SELECT 1 FROM worker_wish_project u WHERE u.worker_id = ?2 AND u.project_id = p.id AND "    \
    "u.wanted = 0)"                                                                                               \
    " AND (d.rule <> 3 OR EXISTS (SELECT 1 FROM crew_member m WHERE m.crew_id = d.crew_id AND m.person_id = ?2))" \
    " AND (d.device = 0 OR NOT EXISTS (SELECT 1 FROM worker_wish w WHERE w.worker_id = ?2 AND w.device = 1))"
#define TASK_USEC "CASE WHEN n.median_work_usec > 0 THEN n.median_work_usec ELSE p.task_seconds * 250000 END"
SQL(SQL_USUAL,
    "SELECT h.week, sum((h.answers_now - h.answers_before) * " TASK_USEC ") FROM project_week h JOIN project p"
    " ON p.id = h.project_id JOIN project_count n ON n.project_id = p.id JOIN project_dispatch d ON d.project_id"
    " = p.id WHERE h.week >= ?1 - 8 AND h.week < ?1" FOR_WORKER " GROUP BY h.week");
SQL(SQL_SCHEDULED,
    "SELECT p.id, p.title, r.handle, d.publish_usec, d.repeat_days, CASE WHEN d.expected_tasks > 0 THEN "
    "d.expected_tasks"
    " ELSE n.tasks - n.funded - n.funded_gold END, p.overlap, p.price_micros, " TASK_USEC
    " FROM project_dispatch d JOIN project p ON p.id = d.project_id JOIN project_count n ON n.project_id = p.id"
    " JOIN person r ON r.id = p.owner_id WHERE d.publish_usec > 0 AND d.publish_usec < ?1 AND p.state <> 3" FOR_WORKER
    " ORDER BY d.publish_usec LIMIT 200");
SQL(SQL_WAITING_NOW,
    "SELECT coalesce(sum(((n.funded - n.retired) * p.overlap - (n.submitted + n.approved - n.gold_standing) - "
    "n.leases) "
    "*"
    " " TASK_USEC "), 0) FROM project p JOIN project_count n ON n.project_id = p.id JOIN project_dispatch d ON"
    " d.project_id = p.id WHERE p.state = 1 AND p.id > ?1" FOR_WORKER);
SQL(SQL_WISHED_ALL,
    "SELECT coalesce(sum(CASE WHEN weekly_minutes > ?1 THEN ?1 ELSE weekly_minutes END), 0), coalesce(sum("
    "CASE WHEN worker_id = ?2 THEN CASE WHEN weekly_minutes > ?1 THEN ?1 ELSE weekly_minutes END ELSE 0 END),"
    " 0) FROM worker_wish WHERE wants_offers = 1");

enum { FORECAST_WEEKS = 4 };
struct forecast {
    double usual, scheduled[FORECAST_WEEKS], waiting; /* hours of all workers */
    double share, wished;                             /* of this worker: part of all wishes; hours a week */
};

static err usual_load(struct store_conn *c, int64_t worker_id, int64_t week, struct forecast *f) {
    int weeks = 0;
    double usec = 0;
    struct statement *s = statement(c, &SQL_USUAL);
    statement_int(s, week);
    statement_int(s, worker_id);
    for (bool has_row = true;; weeks++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        usec += (double)statement_col_int(s, 1);
    }
    statement_end(s);
    f->usual = weeks > 0 ? usec / weeks / HOUR_USEC : 0;
    return OK;
}

static err share_load(struct store_conn *c, int64_t worker_id, struct forecast *f) {
    struct dispatch_limits limits;
    bool has_row;
    TRY(dispatch_limits_load(c, &limits));
    struct statement *s = statement(c, &SQL_WISHED_ALL);
    statement_int(s, limits.weekly_minutes_max);
    statement_int(s, worker_id);
    TRY(statement_one(s, &has_row));
    double all = (double)statement_col_int(s, 0), mine = (double)statement_col_int(s, 1);
    statement_end(s);
    f->share = all > 0 ? mine / all : 0;
    f->wished = mine / 60;
    s = statement(c, &SQL_WAITING_NOW);
    statement_int(s, 0);
    statement_int(s, worker_id);
    TRY(statement_one(s, &has_row));
    f->waiting = (double)statement_col_int(s, 0) / HOUR_USEC;
    if (f->waiting < 0) f->waiting = 0;
    statement_end(s);
    return OK;
}

/* Lists what is scheduled and adds it up by week. */
static err scheduled_write(struct store_conn *c, int64_t worker_id, int64_t week, struct forecast *f,
                           struct json_out *o) {
    struct statement *s = statement(c, &SQL_SCHEDULED);
    statement_int(s, week_begin(week + FORECAST_WEEKS));
    statement_int(s, worker_id);
    for (bool has_row = true;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t at = statement_col_int(s, 3), repeat = statement_col_int(s, 4) * INT64_C(86400000000);
        int64_t tasks = statement_col_int(s, 5), overlap = statement_col_int(s, 6);
        double hours = (double)(tasks * overlap) * (double)statement_col_int(s, 8) / HOUR_USEC;
        out_object_begin(o);
        out_key(o, "project");
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "title", statement_col_text(s, 1));
        out_set_str(o, "requester", statement_col_text(s, 2));
        out_end(o);
        out_set_time(o, "publish_at", at);
        out_set_int(o, "repeat_days", statement_col_int(s, 4));
        out_set_int(o, "tasks", tasks);
        out_set_int(o, "price_micros", statement_col_int(s, 7));
        out_set_double(o, "hours", hours);
        out_end(o);
        for (; at < week_begin(week + FORECAST_WEEKS); at += repeat) {
            if (week_of(at) >= week) f->scheduled[week_of(at) - week] += hours;
            if (repeat == 0) break;
        }
    }
    statement_end(s);
    return OK;
}

/* Of all workers, published from now until then. */
static err scheduled_until(struct store_conn *c, int64_t worker_id, int64_t now_usec, int64_t until_usec,
                           double *hours) {
    *hours = 0;
    struct statement *s = statement(c, &SQL_SCHEDULED);
    statement_int(s, until_usec);
    statement_int(s, worker_id);
    for (bool has_row = true;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t repeat = statement_col_int(s, 4) * INT64_C(86400000000);
        double once = (double)(statement_col_int(s, 5) * statement_col_int(s, 6)) * (double)statement_col_int(s, 8);
        for (int64_t at = statement_col_int(s, 3); at < until_usec; at += repeat) {
            if (at >= now_usec) *hours += once / HOUR_USEC;
            if (repeat == 0) break;
        }
    }
    statement_end(s);
    return OK;
}

err forecast_days(struct store_conn *c, int64_t worker_id, int64_t now_usec, double *own, double *wished) {
    struct forecast f = {0};
    double scheduled;
    TRY(usual_load(c, worker_id, week_of(now_usec), &f));
    TRY(share_load(c, worker_id, &f));
    TRY(scheduled_until(c, worker_id, now_usec, now_usec + INT64_C(7) * 86400000000, &scheduled));
    double sure = scheduled + f.waiting, all = sure > f.usual ? sure : f.usual;
    *own = all * f.share;
    *wished = f.wished;
    return OK;
}

err forecast_json(struct store_conn *c, int64_t worker_id, int64_t now_usec, struct json_out *o) {
    struct forecast f = {0};
    int64_t week = week_of(now_usec);
    TRY(usual_load(c, worker_id, week, &f));
    TRY(share_load(c, worker_id, &f));
    out_object_begin(o);
    out_key(o, "batches");
    out_array_begin(o);
    TRY(scheduled_write(c, worker_id, week, &f, o));
    out_end(o);
    out_key(o, "weeks");
    out_array_begin(o);
    for (int i = 0; i < FORECAST_WEEKS; i++) {
        double now = i == 0 ? f.waiting : 0, sure = f.scheduled[i] + now, all = sure > f.usual ? sure : f.usual;
        double mine = all * f.share;
        out_object_begin(o);
        out_set_time(o, "begins_at", week_begin(week + i));
        out_set_double(o, "waiting_hours", now);
        out_set_double(o, "scheduled_hours", f.scheduled[i]);
        out_set_double(o, "usual_hours", f.usual);
        out_set_double(o, "your_hours", mine < f.wished ? mine : f.wished);
        out_end(o);
    }
    out_end(o);
    out_set_double(o, "wished_hours", f.wished);
    out_end(o);
    return OK;
}

/* --- a project's terms and what they lead to --- */

SQL(SQL_TERMS,
    "SELECT d.rule, d.away_permille, d.person_max, d.crew_id, d.deadline_usec, d.device, d.reserved,"
    " d.publish_usec, d.repeat_days, d.budget_micros, d.expected_tasks, p.published_usec, coalesce(c.name, '')"
    " FROM project_dispatch d JOIN project p ON p.id = d.project_id LEFT JOIN crew c ON c.id = d.crew_id"
    " WHERE d.project_id = ?1");

static err terms_load(struct store_conn *c, int64_t project_id, struct dispatch_terms *t, struct buf *crew_name) {
    bool found;
    struct statement *s = statement(c, &SQL_TERMS);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    if (found) {
        *t = (struct dispatch_terms){.rule = (enum dispatch_rule)statement_col_int(s, 0),
                                     .away_permille = (int)statement_col_int(s, 1),
                                     .person_max = statement_col_int(s, 2),
                                     .crew_id = statement_col_int(s, 3),
                                     .deadline_usec = statement_col_int(s, 4),
                                     .device = statement_col_int(s, 5),
                                     .reserved = statement_col_int(s, 6),
                                     .publish_usec = statement_col_int(s, 7),
                                     .repeat_days = statement_col_int(s, 8),
                                     .budget_micros = statement_col_int(s, 9),
                                     .expected_tasks = statement_col_int(s, 10),
                                     .published_usec = statement_col_int(s, 11)};
        buf_add_str(crew_name, statement_col_text(s, 12));
    }
    statement_end(s);
    return found ? OK : ERR_NOT_FOUND;
}

static void effect_write(struct json_out *o, const char *rule, int away, const struct dispatch_effect *e) {
    out_object_begin(o);
    out_set_text(o, "rule", rule);
    out_set_int(o, "away_permille", away);
    if (e->finish_usec >= 0)
        out_set_double(o, "finish_seconds", (double)e->finish_usec / 1e6);
    else
        out_set_null(o, "finish_seconds");
    out_set_int(o, "people", e->people);
    out_set_int(o, "away_tasks", e->away_tasks);
    if (e->jain >= 0)
        out_set_double(o, "jain", e->jain);
    else
        out_set_null(o, "jain"); /* who is quickest is not known before */
    out_end(o);
}

/* The same decision that tick would make now, for each choice. */
static void effects_write(struct json_out *o, const struct project_head *head, const struct dispatch_terms *t,
                          const struct dispatch_limits *limits, struct candidates *list, int64_t tasks,
                          int64_t now_usec) {
    int64_t task_usec = task_usec_expected(head->count.median_work_usec, head->project.task_usec);
    struct dispatch_order order = {.tasks = tasks,
                                   .price_micros = head->project.price_micros,
                                   .task_usec = task_usec,
                                   .piece = offer_piece(task_usec),
                                   .seed = 1,
                                   .now_usec = now_usec};
    out_key(o, "effects");
    out_array_begin(o);
    if (limits->race) {
        for (size_t i = 0; i < list->count; i++) list->workers[i].given = 0;
        struct dispatch_effect e = dispatch_effect(&order, list->workers, list->count, task_usec);
        e.jain = -1;
        effect_write(o, "race", 0, &e);
    }
    order.rule = t->rule == DISPATCH_RACE ? DISPATCH_FAIR : t->rule;
    for (int away = 0; away <= 1000; away += 250) {
        if (away < limits->away_min || away > limits->away_max) continue;
        order.away_max = tasks * away / 1000;
        dispatch_share(&order, list->workers, list->count, list->heap);
        struct dispatch_effect e = dispatch_effect(&order, list->workers, list->count, task_usec);
        effect_write(o, dispatch_rule_word(order.rule), away, &e);
    }
    out_end(o);
}

static void limits_write(struct json_out *o, const struct dispatch_limits *limits) {
    out_set_int(o, "away_permille_min", limits->away_min);
    out_set_int(o, "away_permille_max", limits->away_max);
    out_set_int(o, "weekly_minutes_max", limits->weekly_minutes_max);
    out_set_bool(o, "race", limits->race);
}

err dispatch_limits_json(struct store_conn *c, struct json_out *o) {
    struct dispatch_limits limits;
    TRY(dispatch_limits_load(c, &limits));
    out_object_begin(o);
    limits_write(o, &limits);
    out_end(o);
    return OK;
}

err dispatch_json(struct store_conn *c, const struct project_head *head, int64_t now_usec, struct json_out *o) {
    struct dispatch_terms t;
    struct dispatch_limits limits;
    CLEANUP(buf_free) struct buf crew = {0};
    TRY(terms_load(c, head->project.id, &t, &crew));
    TRY(dispatch_limits_load(c, &limits));
    struct dispatch_place place = {&head->project, &head->count, &t, limits.weekly_minutes_max};
    /* A draft is looked at as if it were published with what it has. */
    struct project_count counts = head->count;
    if (head->project.state == PROJECT_DRAFT) counts.funded = counts.tasks - counts.gold_tasks;
    place.count = &counts;
    int64_t tasks = project_free(&head->project, &counts), connected = 0;
    CLEANUP(candidates_free) struct candidates list = {0};
    TRY(candidates_load(c, &place, now_usec, &list));
    for (size_t i = 0; i < list.count; i++) connected += list.times[i].online;
    out_object_begin(o);
    out_set_text(o, "rule", dispatch_rule_word(t.rule));
    out_set_int(o, "away_permille", t.away_permille);
    out_set_int(o, "person_max", t.person_max);
    out_key(o, "crew");
    if (t.crew_id) {
        out_object_begin(o);
        out_set_int(o, "id", t.crew_id);
        out_set_str(o, "name", buf_str(&crew));
        out_end(o);
    } else {
        out_null(o);
    }
    out_set_time(o, "deadline_at", t.deadline_usec);
    out_set_text(o, "device", devices[t.device]);
    out_set_time(o, "publish_at", t.publish_usec);
    out_set_int(o, "repeat_days", t.repeat_days);
    out_set_int(o, "budget_micros", t.budget_micros);
    out_set_int(o, "expected_tasks", t.expected_tasks);
    out_set_int(o, "reserved", t.reserved);
    out_set_int(o, "free", tasks);
    out_set_int(o, "candidates", (int64_t)list.count);
    out_set_int(o, "connected", connected);
    out_key(o, "limits");
    out_object_begin(o);
    limits_write(o, &limits);
    out_end(o);
    effects_write(o, head, &t, &limits, &list, tasks, now_usec);
    out_end(o);
    return OK;
}
