/* Commands on projects: making, changing, funding, opening and closing them. */
#include "base/limits.h"
#include "core/alert.h"
#include "core/course.h"
#include "core/offer.h"
#include "core/work_internal.h"

SQL(SQL_PROJECT_ADD, "INSERT INTO project (id, owner_id, title, description, instructions, label_config, "
                     "config_version, state, price_micros,"
                     " overlap, task_seconds, approve_seconds, gold_permille, created_usec, pack_tasks, pack_seconds,"
                     " overlap_rule, overlap_min, target_permille, review_permille)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, 0, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)");
SQL(SQL_COUNT_ADD, "INSERT INTO project_count (project_id) VALUES (?1)");
SQL(SQL_DISPATCH_ADD, "INSERT INTO project_dispatch (project_id) VALUES (?1)");
SQL(SQL_PROJECT_UPDATE,
    "UPDATE project SET title = coalesce(?2, title), description = coalesce(?3, description),"
    " instructions = coalesce(?4, instructions), label_config = coalesce(?5, label_config),"
    " price_micros = coalesce(?6, price_micros), overlap = coalesce(?7, overlap),"
    " task_seconds = coalesce(?8, task_seconds), approve_seconds = coalesce(?9, approve_seconds),"
    " gold_permille = coalesce(?10, gold_permille), pack_tasks = coalesce(?11, pack_tasks),"
    " pack_seconds = coalesce(?12, pack_seconds), overlap_rule = coalesce(?13, overlap_rule),"
    " overlap_min = coalesce(?14, overlap_min), target_permille = coalesce(?15, target_permille),"
    " review_permille = coalesce(?16, review_permille), config_version = config_version + 1 WHERE id = ?1");
SQL(SQL_PROJECT_STATE,
    "UPDATE project SET state = ?2, published_usec = CASE WHEN published_usec = 0 THEN ?3 ELSE published_usec END"
    " WHERE id = ?1");
/* To the end of the queue: since these tasks came, reopened ones may have drawn workers' cursors past their places. */
SQL(SQL_TASKS_OPEN,
    "UPDATE task SET state = 1, position = ?4 + id WHERE project_id = ?1 AND id > ?2 AND id <= ?3 AND state = 0");
/* Gold tasks that had their answers want more now: back to the end of the queue. */
SQL(SQL_GOLD_REOPEN,
    "UPDATE task SET state = 1, position = ?2 + id WHERE project_id = ?1 AND lane = 10 AND state IN (2, 4)"
    " AND answers + leases < ?3");
#define GOLD_UNDONE                                                                                                  \
    " FROM task_label WHERE project_id = ?1 AND task_id IN (SELECT id FROM task WHERE project_id = ?1 AND lane = 10" \
    " AND state = 2 AND answers < ?2)"
SQL(SQL_GOLD_VOTES, "SELECT coalesce(sum(CASE WHEN answers > 1 THEN votes ELSE 0 END), 0),"
                    " coalesce(sum(CASE WHEN answers > 1 THEN answers ELSE 0 END), 0)" GOLD_UNDONE);
SQL(SQL_GOLD_LABELS_DROP, "DELETE" GOLD_UNDONE);

/* What a command names of the rules; the rest stays. A new project that names nothing has the usual ones. */
static void rules_take(struct project *p, const struct project_fields *f) {
    if (f->has_overlap) p->overlap = (int)f->overlap;
    if (f->has_overlap_rule) p->overlap_rule = (enum overlap_rule)f->overlap_rule;
    if (f->has_overlap_min) p->overlap_min = (int)f->overlap_min;
    if (f->has_target_permille) p->target_permille = (int)f->target_permille;
    if (f->has_review_permille) p->review_permille = (int)f->review_permille;
    if (p->overlap_min == 0) p->overlap_min = p->overlap < OVERLAP_MIN_USUAL ? p->overlap : OVERLAP_MIN_USUAL;
    if (p->target_permille == 0) p->target_permille = TARGET_PERMILLE_USUAL;
}

static err project_create_run(struct tx *tx, struct command *c) {
    const struct project_create *args = c->args;
    const struct project_fields *f = &args->fields;
    struct project rules = {.overlap = (int)f->overlap};
    rules_take(&rules, f);
    TRY(project_rule_check(&rules, c->problem));
    struct statement *s = statement(tx->conn, &SQL_PROJECT_ADD);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    statement_text(s, f->title);
    statement_text(s, f->description);
    statement_text(s, f->instructions);
    statement_text(s, f->label_config);
    statement_int(s, f->price_micros);
    statement_int(s, f->overlap);
    statement_int(s, f->task_seconds);
    statement_int(s, f->approve_seconds);
    statement_int(s, f->gold_permille);
    statement_int(s, c->now_usec);
    statement_int(s, f->has_pack_tasks ? f->pack_tasks : PACK_TASKS_DEFAULT);
    statement_int(s, f->has_pack_seconds ? f->pack_seconds : PACK_SECONDS_DEFAULT);
    statement_int(s, rules.overlap_rule);
    statement_int(s, rules.overlap_min);
    statement_int(s, rules.target_permille);
    statement_int(s, rules.review_permille);
    TRY(statement_run(s, 1));
    s = statement(tx->conn, &SQL_COUNT_ADD);
    statement_int(s, args->id);
    TRY(statement_run(s, 1));
    s = statement(tx->conn, &SQL_DISPATCH_ADD);
    statement_int(s, args->id);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_project_create = {"project_create", project_create_run};

static void text_if(struct statement *s, bool has, str text) {
    if (has)
        statement_text(s, text);
    else
        statement_null(s);
}

static void int_if(struct statement *s, bool has, int64_t value) {
    if (has)
        statement_int(s, value);
    else
        statement_null(s);
}

static err project_update_run(struct tx *tx, struct command *c) {
    const struct project_update *args = c->args;
    const struct project_fields *f = &args->fields;
    struct tx_project *project;
    TRY(owned_project(tx, c, args->id, &project));
    if (project->project.state == PROJECT_COMPLETED)
        return problem_set(c->problem, ERR_BAD_STATE, "A completed project cannot be changed.");
    if (project->project.state != PROJECT_DRAFT) {
        static const char *const why = "Workers have begun on this basis: it stays as it was published.";
        if (f->has_label_config) problem_field_add(c->problem, "/label_config", "%s", why);
        if (f->has_price) problem_field_add(c->problem, "/price_micros", "%s", why);
        if (f->has_overlap) problem_field_add(c->problem, "/overlap", "%s", why);
        if (f->has_gold_permille) problem_field_add(c->problem, "/gold_permille", "%s", why);
        if (f->has_overlap_rule) problem_field_add(c->problem, "/overlap_rule", "%s", why);
        if (f->has_overlap_min) problem_field_add(c->problem, "/overlap_min", "%s", why);
        if (c->problem->field_count > 0)
            return problem_set(c->problem, ERR_NOT_DRAFT,
                               "Config, price, overlap and gold share are fixed once a project is published.");
    }
    if (f->has_label_config && project->count.tasks > 0)
        return problem_set(
            c->problem, ERR_CONFLICT,
            "The tasks of this project were checked against its label config; a new config needs a new project.");
    struct project rules = project->project;
    rules_take(&rules, f);
    TRY(project_rule_check(&rules, c->problem));
    struct statement *s = statement(tx->conn, &SQL_PROJECT_UPDATE);
    statement_int(s, args->id);
    text_if(s, f->has_title, f->title);
    text_if(s, f->has_description, f->description);
    text_if(s, f->has_instructions, f->instructions);
    text_if(s, f->has_label_config, f->label_config);
    int_if(s, f->has_price, f->price_micros);
    int_if(s, f->has_overlap, f->overlap);
    int_if(s, f->has_task_seconds, f->task_seconds);
    int_if(s, f->has_approve_seconds, f->approve_seconds);
    int_if(s, f->has_gold_permille, f->gold_permille);
    int_if(s, f->has_pack_tasks, f->pack_tasks);
    int_if(s, f->has_pack_seconds, f->pack_seconds);
    int_if(s, f->has_overlap_rule, f->overlap_rule);
    int_if(s, f->has_overlap_min, f->overlap_min);
    int_if(s, f->has_target_permille, f->target_permille);
    int_if(s, f->has_review_permille, f->review_permille);
    TRY(statement_run(s, 1));
    /* The batch's copy must show the change to the commands after this one. */
    struct project *p = &project->project;
    *p = rules;
    if (f->has_price) p->price_micros = f->price_micros;
    if (f->has_gold_permille) p->gold_permille = (int)f->gold_permille;
    if (f->has_task_seconds) p->task_usec = f->task_seconds * 1000000;
    if (f->has_approve_seconds) p->approve_usec = f->approve_seconds * 1000000;
    tx_event(tx, args->id, 0, c->now_usec, "project.updated", "{\"project\":%lld}", (long long)args->id);
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_project_update = {"project_update", project_update_run, .of_project = true};

static err state_save(struct tx *tx, struct tx_project *project, enum project_state state, int64_t published_usec) {
    struct statement *s = statement(tx->conn, &SQL_PROJECT_STATE);
    statement_int(s, project->project.id);
    statement_int(s, state);
    statement_int(s, published_usec);
    TRY(statement_run(s, 1));
    project->project.state = state;
    if (state == PROJECT_COMPLETED) TRY(project_open_more(tx, project));
    return OK;
}

/* More answers are wanted of each gold task than it has got so far. */
static err gold_reopen(struct tx *tx, struct tx_project *project, int64_t wanted) {
    struct project_count *count = &project->count;
    int64_t id = project->project.id;
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_GOLD_VOTES);
    statement_int(s, id);
    statement_int(s, wanted);
    TRY(statement_one(s, &has_row));
    count->agreed_votes -= statement_col_int(s, 0);
    count->judged_votes -= statement_col_int(s, 1);
    statement_end(s);
    s = statement(tx->conn, &SQL_GOLD_LABELS_DROP);
    statement_int(s, id);
    statement_int(s, wanted);
    TRY(statement_run(s, -1));
    s = statement(tx->conn, &SQL_GOLD_REOPEN);
    statement_int(s, id);
    statement_int(s, count->next_position);
    statement_int(s, wanted);
    TRY(statement_run(s, -1));
    count->next_position += count->next_task;
    return OK;
}

err project_open_more(struct tx *tx, struct tx_project *project) {
    struct project_count *count = &project->count;
    int64_t from = count->opened_to, to = project_opened_next(&project->project, count);
    if (to == from) return OK;
    if (project->project.state != PROJECT_COMPLETED) {
        struct statement *s = statement(tx->conn, &SQL_TASKS_OPEN);
        statement_int(s, project->project.id);
        statement_int(s, from);
        statement_int(s, to);
        statement_int(s, count->next_position - from - 1);
        TRY(statement_run(s, -1));
        count->next_position += to - from;
    }
    count->opened_to = to;
    project->changed = true;
    return OK;
}

err project_publish(struct tx *tx, struct tx_project *project, int64_t now_usec, struct problem *p) {
    struct project_quote quote;
    enum project_state state;
    TRY(project_step(project->project.state, PROJECT_PUBLISH, &state, p));
    struct project_count *count = &project->count;
    int64_t id = project->project.id;
    TRY(project_quote(&project->project, count, &quote, p));
    TRY(course_pool_check(tx, id, p));
    int64_t transfer_id;
    err e = tx_transfer(tx,
                        &(struct transfer_order){.project_id = id,
                                                 .kind = TRANSFER_RESERVE,
                                                 .debit = project->project.owner_id,
                                                 .debit_kind = ACCOUNT_PERSON,
                                                 .credit = id,
                                                 .credit_kind = ACCOUNT_ESCROW,
                                                 .amount_micros = quote.cost_micros,
                                                 .now_usec = now_usec},
                        false, &transfer_id, p);
    if (e == ERR_SHORT_BALANCE)
        return problem_set(
            p, e, "Publishing reserves %lld micro-units for %lld answers; your account is short of %lld micro-units.",
            (long long)quote.cost_micros, (long long)(quote.answers + quote.gold_answers), p->missing_micros);
    TRY(e);
    bool draft = project->project.state == PROJECT_DRAFT;
    if (!draft && quote.gold_wanted > count->gold_wanted) TRY(gold_reopen(tx, project, quote.gold_wanted));
    count->funded = count->tasks - count->gold_tasks;
    count->funded_gold = count->gold_tasks;
    count->funded_to = count->next_task - 1;
    count->gold_wanted = quote.gold_wanted;
    project->changed = true;
    if (draft) count->opened_to = count->funded_to; /* its tasks stand in the queue already */
    TRY(project_open_more(tx, project));
    if (project->dispatch.published_usec == 0) project->dispatch.published_usec = now_usec;
    TRY(state_save(tx, project, state, now_usec));
    dispatch_due(project, now_usec);
    tx->tick_soon = true;
    tx_event(tx, id, 0, now_usec, "project.published", "{\"project\":%lld,\"tasks\":%lld}", (long long)id,
             (long long)quote.tasks);
    return alert_cause_work(tx, id, now_usec);
}

err escrow_return(struct tx *tx, const struct tx_project *project, int64_t amount_micros, int64_t now_usec) {
    int64_t transfer_id;
    if (amount_micros == 0) return OK;
    return tx_transfer(tx,
                       &(struct transfer_order){.project_id = project->project.id,
                                                .kind = TRANSFER_REFUND,
                                                .debit = project->project.id,
                                                .debit_kind = ACCOUNT_ESCROW,
                                                .credit = project->project.owner_id,
                                                .credit_kind = ACCOUNT_PERSON,
                                                .amount_micros = amount_micros,
                                                .now_usec = now_usec},
                       false, &transfer_id, NULL);
}

err retired_return(struct tx *tx, const struct tx_project *project, const struct task *task, int64_t now_usec) {
    enum project_state state = project->project.state;
    if (task->state != TASK_RETIRED || (state != PROJECT_LIVE && state != PROJECT_PAUSED)) return OK;
    return escrow_return(tx, project, project->project.price_micros, now_usec);
}

err project_sweep(struct tx *tx, int64_t project_id, int64_t now_usec) {
    struct tx_project *project;
    TRY(tx_project(tx, project_id, &project));
    if (!project || project->project.state != PROJECT_COMPLETED) return OK;
    struct account *escrow;
    TRY(tx_account(tx, project_id, ACCOUNT_ESCROW, &escrow));
    return escrow_return(tx, project, account_available(escrow), now_usec);
}

static err project_step_run(struct tx *tx, struct command *c) {
    const struct project_step_args *args = c->args;
    struct tx_project *project;
    bool operator_pauses = args->step == PROJECT_PAUSE && (c->actor_roles & PERSON_OPERATOR);
    TRY(operator_pauses ? tx_project_get(tx, args->id, &project, c->problem)
                        : owned_project(tx, c, args->id, &project));
    enum project_state to;
    TRY(project_step(project->project.state, args->step, &to, c->problem));
    if (args->step == PROJECT_PUBLISH) {
        TRY(project_publish(tx, project, c->now_usec, c->problem));
    } else {
        static const char *const kinds[] = {"", "project.paused", "project.resumed", "project.completed"};
        TRY(state_save(tx, project, to, c->now_usec));
        if (to == PROJECT_LIVE)
            dispatch_due(project, c->now_usec), tx->tick_soon = true;
        else
            TRY(offers_withdraw(tx, project));
        tx_event(tx, args->id, 0, c->now_usec, kinds[args->step], "{\"project\":%lld}", (long long)args->id);
        TRY(project_sweep(tx, args->id, c->now_usec));
        if (args->step == PROJECT_RESUME) TRY(alert_cause_work(tx, args->id, c->now_usec));
    }
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_project_step = {"project_step", project_step_run, .of_project = true};
