/* Leases that end without an answer: skipped, returned, reported, expired. */
#include "core/commands.h"
#include "core/work_internal.h"

SQL(SQL_SENT_BACK_END, "UPDATE annotation SET state = 2, decided_usec = ?4"
                       " WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3 AND state = 3");
SQL(SQL_REPORT_ADD,
    "INSERT INTO report (project_id, task_id, worker_id, reason, created_usec) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (project_id, task_id, worker_id) DO UPDATE SET reason = excluded.reason");

/* An answer that was sent back and is not done again is rejected, with the comment that sent it back as its reason. */
static err sent_back_end(struct tx *tx, struct tx_project *project, int64_t task_id, int64_t worker_id,
                         int64_t now_usec) {
    if (project->count.sent_back == 0) return OK;
    int64_t project_id = project->project.id, changed;
    struct statement *s = statement(tx->conn, &SQL_SENT_BACK_END);
    statement_int(s, project_id);
    statement_int(s, task_id);
    statement_int(s, worker_id);
    statement_int(s, now_usec);
    TRY(statement_run_count(s, &changed));
    if (changed == 0) return OK;
    struct worker_row w;
    TRY(worker_load(tx, project_id, worker_id, &w));
    w.sent_back--, w.rejected++;
    project->count.sent_back--, project->count.rejected++;
    return worker_save(tx, project_id, worker_id, &w);
}

err lease_release(struct tx *tx, struct tx_project *project, struct task *task, int64_t worker_id, int64_t transfer_id,
                  enum lease_state state, int64_t now_usec) {
    int64_t project_id = project->project.id;
    bool reopened;
    task_lease_drop(task, &reopened);
    TRY(sent_back_end(tx, project, task->id, worker_id, now_usec));
    if (reopened) task->position = project->count.next_position++;
    TRY(task_save(tx, project_id, task));
    TRY(lease_state_save(tx, project_id, worker_id, task->id, state, transfer_id));
    TRY(tx_transfer_end(tx, project_id, transfer_id, worker_id, project->project.price_micros, false, now_usec));
    project->count.leases--;
    project->changed = true;
    TRY(retired_return(tx, project, task, now_usec));
    return project_sweep(tx, project_id, now_usec);
}

err lease_end(struct tx *tx, int64_t project_id, int64_t task_id, int64_t worker_id, int new_state, int64_t now_usec) {
    struct tx_project *project;
    TRY(tx_project(tx, project_id, &project));
    if (!project) return ERR_INTERNAL;
    struct lease lease;
    struct task task;
    bool found;
    TRY(lease_load(tx, project, worker_id, task_id, &lease, &task, NULL, &found));
    /* Answered or given more time since the caller looked. */
    if (!found || lease.state != LEASE_LIVE) return OK;
    if (new_state == LEASE_EXPIRED && lease.deadline_usec > now_usec) return OK;
    return lease_release(tx, project, &task, worker_id, lease.transfer_id, (enum lease_state)new_state, now_usec);
}

static err report_add(struct tx *tx, const struct command *c, struct tx_project *project) {
    const struct work_give_back *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_REPORT_ADD);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, c->actor_id);
    statement_text(s, args->reason);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    project->count.reports++;
    tx_event(tx, args->project_id, 0, c->now_usec, "task.reported", "{\"task\":%lld}", (long long)args->task_id);
    return OK;
}

static err work_give_back_run(struct tx *tx, struct command *c) {
    const struct work_give_back *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    struct lease lease;
    struct task task;
    bool found;
    TRY(lease_load(tx, project, c->actor_id, args->task_id, &lease, &task, NULL, &found));
    if (!found || lease.state != LEASE_LIVE)
        return problem_set(c->problem, ERR_NO_LEASE, "You do not hold task %lld.", (long long)args->task_id);
    if (args->why == GIVE_REPORT) {
        task.reports++;
        TRY(report_add(tx, c, project));
    }
    TRY(lease_release(tx, project, &task, c->actor_id, lease.transfer_id, LEASE_RETURNED, c->now_usec));
    struct taken taken = {0};
    if (args->take_next) TRY(work_take_one(tx, project, c->actor_id, c->now_usec, &taken));
    command_reply(c, "{\"next\":%s}", lease_text(c, project, &taken));
    return OK;
}
const struct command_kind cmd_work_give_back = {"work_give_back", work_give_back_run, .of_project = true};
