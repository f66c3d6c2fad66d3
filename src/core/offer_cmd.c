/* Commands around offers: answering one, saying what one wishes, how a project gives out its work. */
#include "core/commands.h"
#include "core/dispatch_load.h"
#include "core/offer.h"
#include "core/qualification.h"
#include "core/setting.h"
#include "core/work_internal.h"

SQL(SQL_WISH_SAVE,
    "INSERT INTO worker_wish (worker_id, wants_offers, weekly_minutes, quiet_from, quiet_to, time_zone,"
    " utc_offset_minutes, least_hour_micros, chosen_only, device, link_usec, tell_empty, created_usec, seen_usec,"
    " earned_base, earned_micros, earned_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13,"
    " ?14, ?15, ?13) ON CONFLICT (worker_id) DO UPDATE SET wants_offers = excluded.wants_offers,"
    " weekly_minutes = excluded.weekly_minutes, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,"
    " time_zone = excluded.time_zone, utc_offset_minutes = excluded.utc_offset_minutes,"
    " least_hour_micros = excluded.least_hour_micros, chosen_only = excluded.chosen_only, device = excluded.device,"
    " link_usec = CASE WHEN excluded.link_usec > 0 THEN excluded.link_usec ELSE worker_wish.link_usec END,"
    " tell_empty = excluded.tell_empty, seen_usec = excluded.seen_usec, kept_permille = CASE WHEN"
    " worker_wish.kept_permille < ?16 THEN ?16 ELSE worker_wish.kept_permille END");
/* As the candidates' query counts it: without test money and refunds of people who are requesters too. */
SQL(SQL_CREDITED,
    "SELECT coalesce((SELECT credits_posted + credits_pending FROM account WHERE id = ?1), 0) -"
    " CASE WHEN (x.roles & 2) = 0 THEN 0 ELSE"
    " coalesce((SELECT sum(t.amount_micros) FROM transfer t WHERE t.credit_account = ?1 AND t.kind <> 3), 0) END,"
    " coalesce((SELECT sum(t.amount_micros) FROM transfer t WHERE t.credit_account = ?1 AND t.kind = 3 AND"
    " t.state <> 2 AND t.created_usec > ?2), 0) FROM person x WHERE x.id = ?1");
/* Said once: alerts sleep when their person does. */
SQL(SQL_QUIET_SAVE,
    "INSERT INTO alert_setting (person_id, quiet_from, quiet_to, utc_offset_minutes) VALUES (?1, ?2, ?3,"
    " ?4) ON CONFLICT (person_id) DO UPDATE SET quiet_from = excluded.quiet_from, quiet_to ="
    " excluded.quiet_to, utc_offset_minutes = excluded.utc_offset_minutes");
SQL(SQL_WISH_PROJECT_SAVE, "INSERT INTO worker_wish_project (worker_id, project_id, wanted) VALUES (?1, ?2, ?3)"
                           " ON CONFLICT (worker_id, project_id) DO UPDATE SET wanted = excluded.wanted");
SQL(SQL_WISH_PROJECT_DROP, "DELETE FROM worker_wish_project WHERE worker_id = ?1 AND project_id = ?2");
/* Who is back after a while is trusted with offers again. */
SQL(SQL_PRESENCE, "UPDATE worker_wish SET seen_usec = ?2, kept_permille = CASE WHEN ?2 > 0 AND seen_usec = 0 AND"
                  " kept_permille < ?3 THEN ?3 ELSE kept_permille END WHERE worker_id = ?1");
SQL(SQL_TERMS_SAVE,
    "UPDATE project_dispatch SET rule = ?2, away_permille = ?3, person_max = ?4, crew_id = ?5, deadline_usec = ?6,"
    " device = ?7, publish_usec = ?8, repeat_days = ?9, budget_micros = ?10, expected_tasks = ?11"
    " WHERE project_id = ?1");
SQL(SQL_CREW_EXISTS, "SELECT 1 FROM crew WHERE id = ?1");

/* --- answering --- */

static err offer_answer_run(struct tx *tx, struct command *c) {
    const struct offer_answer *args = c->args;
    struct tx_project *project;
    struct offer own;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    TRY(offer_load(tx, project, c->actor_id, &own));
    if (own.id != args->offer_id)
        return problem_set(c->problem, ERR_OFFER_GONE, "Offer %lld is over: its time has passed or the project closed.",
                           (long long)args->offer_id);
    if (!args->accept) return offer_end(tx, project, &own, OFFER_DECLINED, c->now_usec);
    TRY(project_open_check(tx->conn, args->project_id, c->actor_id, c->problem));
    int64_t tasks = args->tasks > 0 && args->tasks < own.remaining ? args->tasks : own.remaining;
    TRY(offer_accept(tx, project, &own, tasks, c->now_usec));
    struct taken taken;
    TRY(work_take_one(tx, project, c->actor_id, c->now_usec, &taken));
    if (taken.task_id == 0) {
        /* Others were quicker with the very tasks that this worker has not had yet. */
        TRY(offer_load(tx, project, c->actor_id, &own));
        if (own.id) TRY(offer_end(tx, project, &own, OFFER_WITHDRAWN, c->now_usec));
        tasks = 0;
    }
    command_reply(c, "{\"offer\":%lld,\"project\":%lld,\"tasks\":%lld,\"lease\":%s}", (long long)args->offer_id,
                  (long long)args->project_id, (long long)tasks, lease_text(c, project, &taken));
    return OK;
}
const struct command_kind cmd_offer_answer = {"offer_answer", offer_answer_run, .of_project = true};

/* --- wishes --- */

SQL(SQL_LIVE_PROJECTS, "SELECT d.project_id FROM project_dispatch d JOIN project p ON p.id = d.project_id"
                       " WHERE p.state = 1 AND d.rule <> 0 AND d.due_usec > ?1 ORDER BY d.project_id LIMIT 500");

/* Somebody new to make offers to: projects that had nobody look again. */
static err projects_look(struct tx *tx, int64_t now_usec) {
    enum { ROWS = 500 };
    int64_t ids[ROWS];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_LIVE_PROJECTS);
    statement_int(s, now_usec + 1000000);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    for (int i = 0; i < count; i++) {
        struct tx_project *project;
        TRY(tx_project(tx, ids[i], &project));
        if (project && project_free(&project->project, &project->count) > project->dispatch.reserved)
            dispatch_due(project, now_usec + 1000000);
    }
    return OK;
}

static err wish_save_run(struct tx *tx, struct command *c) {
    const struct wish_save *args = c->args;
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_CREDITED);
    statement_int(s, c->actor_id);
    statement_int(s, c->now_usec - INT64_C(7) * 86400000000);
    TRY(statement_one(s, &has_row));
    int64_t base = statement_col_int(s, 0), lately = statement_col_int(s, 1);
    statement_end(s);
    s = statement(tx->conn, &SQL_WISH_SAVE);
    statement_int(s, c->actor_id);
    statement_int(s, args->wants_offers);
    statement_int(s, args->weekly_minutes);
    statement_int(s, args->quiet_from);
    statement_int(s, args->quiet_to);
    statement_text(s, args->time_zone);
    statement_int(s, args->utc_offset_minutes);
    statement_int(s, args->least_hour_micros);
    statement_int(s, args->chosen_only);
    statement_int(s, args->device);
    statement_int(s, args->has_link ? args->link_usec : 0);
    statement_int(s, args->tell_empty);
    statement_int(s, c->now_usec);
    statement_int(s, base);
    statement_int(s, lately);
    statement_int(s, KEPT_BACK);
    TRY(statement_run(s, 1));
    s = statement(tx->conn, &SQL_QUIET_SAVE);
    statement_int(s, c->actor_id);
    statement_int(s, args->quiet_from);
    statement_int(s, args->quiet_to);
    statement_int(s, args->utc_offset_minutes);
    TRY(statement_run(s, 1));
    return args->wants_offers ? projects_look(tx, c->now_usec) : offers_of_worker_end(tx, c->actor_id, c->now_usec);
}
const struct command_kind cmd_wish_save = {"wish_save", wish_save_run, .alone = true};

static err wish_project_run(struct tx *tx, struct command *c) {
    const struct wish_project *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    if (project->project.state == PROJECT_DRAFT)
        return problem_set(c->problem, ERR_NOT_FOUND, "There is no project %lld.", (long long)args->project_id);
    struct statement *s = statement(tx->conn, args->wanted < 0 ? &SQL_WISH_PROJECT_DROP : &SQL_WISH_PROJECT_SAVE);
    statement_int(s, c->actor_id);
    statement_int(s, args->project_id);
    if (args->wanted >= 0) statement_int(s, args->wanted);
    TRY(statement_run(s, -1));
    struct offer own;
    if (args->wanted > 0) dispatch_due(project, c->now_usec + 1000000);
    if (args->wanted != 0) return OK;
    TRY(offer_load(tx, project, c->actor_id, &own));
    return own.id ? offer_end(tx, project, &own, OFFER_DECLINED, c->now_usec) : OK;
}
const struct command_kind cmd_wish_project = {"wish_project", wish_project_run, .of_project = true};

static err presence_run(struct tx *tx, struct command *c) {
    const struct presence *args = c->args;
    for (size_t i = 0; i < args->count; i++) {
        struct statement *s = statement(tx->conn, &SQL_PRESENCE);
        statement_int(s, args->ids[i]);
        statement_int(s, args->here[i] ? c->now_usec : 0);
        statement_int(s, KEPT_BACK);
        TRY(statement_run(s, -1)); /* most have said no wishes */
    }
    return OK;
}
const struct command_kind cmd_presence = {"presence", presence_run};

/* --- a project's terms --- */

static int64_t changed(bool has, int64_t value, int64_t old) { return has ? value : old; }

static err terms_check(struct tx *tx, const struct command *c, const struct project_dispatch_set *args,
                       const struct dispatch_terms *t) {
    struct dispatch_limits limits;
    TRY(dispatch_limits_load(tx->conn, &limits));
    if (args->has_rule && t->rule == DISPATCH_RACE && !limits.race)
        problem_field_add(c->problem, "/rule", "The operator of this server does not allow the race.");
    if (args->has_away && (t->away_permille < limits.away_min || t->away_permille > limits.away_max))
        problem_field_add(c->problem, "/away_permille", "The operator of this server allows %d to %d.", limits.away_min,
                          limits.away_max);
    if (args->has_deadline && t->deadline_usec > 0 && t->deadline_usec <= c->now_usec)
        problem_field_add(c->problem, "/deadline", "The deadline has passed already.");
    if (args->has_publish && t->publish_usec > 0 && t->publish_usec <= c->now_usec)
        problem_field_add(c->problem, "/publish_at", "This time has passed already; publish now instead.");
    if (t->repeat_days > 0 && t->publish_usec == 0)
        problem_field_add(c->problem, "/repeat_days", "A standing order needs a first time in publish_at.");
    bool crew_exists = false;
    if (t->crew_id > 0) {
        struct statement *s = statement(tx->conn, &SQL_CREW_EXISTS);
        statement_int(s, t->crew_id);
        TRY(statement_one(s, &crew_exists));
        statement_end(s);
        if (!crew_exists) problem_field_add(c->problem, "/crew", "There is no crew %lld.", (long long)t->crew_id);
    }
    if (t->rule == DISPATCH_CREW && t->crew_id == 0)
        problem_field_add(c->problem, "/crew", "Name the crew that this work is reserved for.");
    if (c->problem->field_count == 0) return OK;
    return problem_set(c->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
}

static err project_dispatch_set_run(struct tx *tx, struct command *c) {
    const struct project_dispatch_set *a = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, a->project_id, &project, c->problem));
    if (project->project.owner_id != c->actor_id)
        return problem_set(c->problem, ERR_NOT_FOUND, "You have no project %lld.", (long long)a->project_id);
    if (project->project.state == PROJECT_COMPLETED)
        return problem_set(c->problem, ERR_BAD_STATE, "A completed project gives out no more work.");
    struct dispatch_terms t = project->dispatch;
    t.rule = (enum dispatch_rule)changed(a->has_rule, a->rule, t.rule);
    t.away_permille = (int)changed(a->has_away, a->away_permille, t.away_permille);
    t.person_max = changed(a->has_person_max, a->person_max, t.person_max);
    t.crew_id = changed(a->has_crew, a->crew_id, t.crew_id);
    t.deadline_usec = changed(a->has_deadline, a->deadline_usec, t.deadline_usec);
    t.device = changed(a->has_device, a->device, t.device);
    t.publish_usec = changed(a->has_publish, a->publish_usec, t.publish_usec);
    t.repeat_days = changed(a->has_repeat, a->repeat_days, t.repeat_days);
    t.budget_micros = changed(a->has_budget, a->budget_micros, t.budget_micros);
    t.expected_tasks = changed(a->has_expected, a->expected_tasks, t.expected_tasks);
    TRY(terms_check(tx, c, a, &t));
    struct statement *s = statement(tx->conn, &SQL_TERMS_SAVE);
    statement_int(s, a->project_id);
    statement_int(s, t.rule);
    statement_int(s, t.away_permille);
    statement_int(s, t.person_max);
    statement_int(s, t.crew_id);
    statement_int(s, t.deadline_usec);
    statement_int(s, t.device);
    statement_int(s, t.publish_usec);
    statement_int(s, t.repeat_days);
    statement_int(s, t.budget_micros);
    statement_int(s, t.expected_tasks);
    TRY(statement_run(s, 1));
    project->dispatch = t;
    if (project->project.state == PROJECT_LIVE) dispatch_due(project, c->now_usec);
    tx_event(tx, a->project_id, 0, c->now_usec, "project.updated", "{\"project\":%lld}", (long long)a->project_id);
    command_reply(c, "{\"id\":%lld}", (long long)a->project_id);
    return OK;
}
const struct command_kind cmd_project_dispatch_set = {"project_dispatch_set", project_dispatch_set_run,
                                                      .of_project = true};

/* --- the operator's limits --- */

static err dispatch_limits_set_run(struct tx *tx, struct command *c) {
    const struct dispatch_limits_set *a = c->args;
    struct dispatch_limits now;
    TRY(dispatch_limits_load(tx->conn, &now));
    if (changed(a->has_away_min, a->away_min, now.away_min) > changed(a->has_away_max, a->away_max, now.away_max)) {
        problem_field_add(c->problem, "/away_permille_min", "The least is above the most.");
        return problem_set(c->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    }
    const struct {
        bool has;
        const char *setting;
        struct limit_change change;
    } rows[] = {
        {a->has_away_min, "dispatch_away_min", {"away_permille_min", a->away_min, now.away_min}},
        {a->has_away_max, "dispatch_away_max", {"away_permille_max", a->away_max, now.away_max}},
        {a->has_weekly, "dispatch_weekly_max", {"weekly_minutes_max", a->weekly_minutes, now.weekly_minutes_max}},
        {a->has_race, "dispatch_race", {"race", a->race, now.race}},
    };
    struct limit_log log;
    limit_log_begin(&log);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        err e = rows[i].has ? limit_write(tx, &log, rows[i].setting, &rows[i].change) : OK;
        if (e != OK) {
            buf_free(&log.text);
            return e;
        }
    }
    limit_log_end(tx, c, &log);
    return OK;
}
const struct command_kind cmd_dispatch_limits_set = {"dispatch_limits_set", dispatch_limits_set_run};
