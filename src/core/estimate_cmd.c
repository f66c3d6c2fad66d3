/* Commands that save what the estimate job found, in slices; and what a person says of a signal. */
#include "core/offer.h"
#include "core/work_internal.h"

enum { VERDICT_OFFER_USEC = 1000000 }; /* verdicts come in slices: their work is offered together */

SQL(SQL_FIT_ADD, "INSERT INTO fit (project_id, version, method, parameters, answers, tasks, workers, summary,"
                 " created_usec, took_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
                 " ON CONFLICT (project_id, version) DO NOTHING");
SQL(SQL_WORKER_SAVE,
    "INSERT INTO worker_estimate (project_id, worker_id, version, answers, accuracy, low, high, median_usec)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (project_id, worker_id) DO UPDATE SET"
    " version = excluded.version, answers = excluded.answers, accuracy = excluded.accuracy, low = excluded.low,"
    " high = excluded.high, median_usec = excluded.median_usec");
SQL(SQL_SIGNALS_DROP, "DELETE FROM worker_signal WHERE project_id = ?1 AND state = 0");
SQL(SQL_SIGNAL_SAVE, "INSERT INTO worker_signal (project_id, worker_id, kind, other_id, strength, detail, created_usec)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (project_id, worker_id, kind) DO UPDATE SET"
                     " other_id = excluded.other_id, strength = excluded.strength, detail = excluded.detail");
SQL(SQL_ESTIMATE_SAVE,
    "INSERT INTO task_estimate (project_id, task_id, version, label, posterior, raw, answers, soft)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (project_id, task_id) DO UPDATE SET"
    " version = excluded.version, label = excluded.label, posterior = excluded.posterior, raw = excluded.raw,"
    " answers = excluded.answers, soft = excluded.soft");
SQL(SQL_SIGNAL_DECIDE, "UPDATE worker_signal SET state = ?4, decided_usec = ?5"
                       " WHERE project_id = ?1 AND worker_id = ?2 AND kind = ?3");

static err workers_save(struct tx *tx, const struct fit_save *args, int64_t now_usec) {
    struct statement *s;
    for (size_t i = 0; i < args->worker_count; i++) {
        const struct fit_worker *w = &args->workers[i];
        s = statement(tx->conn, &SQL_WORKER_SAVE);
        statement_int(s, args->project_id);
        statement_int(s, w->id);
        statement_int(s, args->version);
        statement_int(s, w->answers);
        statement_real(s, w->accuracy);
        statement_real(s, w->low);
        statement_real(s, w->high);
        statement_int(s, w->median_usec);
        TRY(statement_run(s, -1));
    }
    s = statement(tx->conn, &SQL_SIGNALS_DROP);
    statement_int(s, args->project_id);
    TRY(statement_run(s, -1));
    for (size_t i = 0; i < args->signal_count; i++) {
        const struct fit_signal *g = &args->signals[i];
        s = statement(tx->conn, &SQL_SIGNAL_SAVE);
        statement_int(s, args->project_id);
        statement_int(s, g->worker_id);
        statement_int(s, g->kind);
        statement_int(s, g->other_id);
        statement_real(s, g->strength);
        statement_text(s, str_from(arena_printf(&tx->arena, "{\"seen\":%.4f,\"usual\":%.4f,\"answers\":%lld}", g->seen,
                                                g->usual, (long long)g->answers)));
        statement_int(s, now_usec);
        TRY(statement_run(s, -1));
    }
    return OK;
}

static err fit_save_run(struct tx *tx, struct command *c) {
    const struct fit_save *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    struct statement *s = statement(tx->conn, &SQL_FIT_ADD);
    statement_int(s, args->project_id);
    statement_int(s, args->version);
    statement_text(s, str_from(args->method));
    statement_text(s, str_from(args->parameters));
    statement_int(s, args->answers);
    statement_int(s, args->tasks);
    statement_int(s, (int64_t)args->worker_count);
    statement_text(s, args->summary);
    statement_int(s, c->now_usec);
    statement_int(s, args->took_usec);
    TRY(statement_run(s, -1));
    TRY(workers_save(tx, args, c->now_usec));
    /* What changed while the fit was made is not in it. */
    if (project->count.fitted_at_answers == args->fitted_before) project->count.fitted_at_answers = args->answers;
    project->changed = true;
    tx_event(tx, args->project_id, 0, c->now_usec, "project.fitted", "{\"project\":%lld,\"version\":%lld}",
             (long long)args->project_id, (long long)args->version);
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_fit_save = {"fit_save", fit_save_run, .of_project = true};

static err estimate_rows_run(struct tx *tx, struct command *c) {
    const struct estimate_rows *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    for (size_t i = 0; i < args->count; i++) {
        const struct estimate_row *row = &args->rows[i];
        struct statement *s = statement(tx->conn, &SQL_ESTIMATE_SAVE);
        statement_int(s, args->project_id);
        statement_int(s, row->task_id);
        statement_int(s, args->version);
        statement_text(s, row->label);
        statement_real(s, row->posterior);
        statement_real(s, row->raw);
        statement_int(s, row->answers);
        statement_text(s, row->soft);
        TRY(statement_run(s, -1));
    }
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_estimate_rows = {"estimate_rows", estimate_rows_run, .of_project = true};

/* What changed since the job looked keeps waiting for the next verdict. */
static err weigh_run(struct tx *tx, struct command *c) {
    const struct weigh *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    for (size_t i = 0; i < args->count; i++) {
        const struct weigh_row *row = &args->rows[i];
        struct task task;
        bool found;
        TRY(task_load(tx, project, row->task_id, &task, &found));
        if (!found || task.state != TASK_WEIGHING || task.answers != row->answers) continue;
        bool more = row->more && project->project.state != PROJECT_COMPLETED;
        task_weigh(&task, more ? 1 : 0);
        task_state_count(project, &task, TASK_WEIGHING);
        if (more) {
            task.position = project->count.next_position++;
            dispatch_due(project, c->now_usec + VERDICT_OFFER_USEC);
        }
        project->changed = true;
        TRY(task_save(tx, args->project_id, &task));
        if (!more) TRY(label_write(tx, project, row->task_id, c->now_usec));
    }
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_weigh = {"weigh", weigh_run, .of_project = true};

static err signal_decide_run(struct tx *tx, struct command *c) {
    const struct signal_decide *args = c->args;
    struct tx_project *project;
    TRY(reviewed_project(tx, c, args->project_id, &project));
    int64_t changed;
    struct statement *s = statement(tx->conn, &SQL_SIGNAL_DECIDE);
    statement_int(s, args->project_id);
    statement_int(s, args->worker_id);
    statement_int(s, args->kind);
    statement_int(s, args->confirm ? 2 : 1);
    statement_int(s, c->now_usec);
    TRY(statement_run_count(s, &changed));
    if (changed == 0) return problem_set(c->problem, ERR_NOT_FOUND, "There is no such signal about this worker now.");
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_signal_decide = {"signal_decide", signal_decide_run, .of_project = true};
