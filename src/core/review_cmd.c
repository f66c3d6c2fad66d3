/* Commands of requesters and reviewers on answers and tasks. */
#include "core/work_internal.h"

SQL(SQL_ANNOTATION_LOAD,
    "SELECT task_id, worker_id, state, transfer_id, gold_right FROM annotation WHERE project_id = ?1 AND id = ?2");
SQL(SQL_ANNOTATION_END, "UPDATE annotation SET state = ?4, decided_usec = ?5, reason = ?6"
                        " WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3 AND state = 0");

SQL(SQL_REVIEWER_MAY, "SELECT count(*), coalesce(sum(CASE WHEN person_id = ?2 THEN 1 ELSE 0 END), 0)"
                      " FROM project_reviewer WHERE project_id = ?1");

SQL(SQL_ANNOTATION_OWN, "SELECT 1 FROM annotation WHERE project_id = ?1 AND id = ?2 AND worker_id = ?3");

static err rejected_task(struct tx *tx, struct tx_project *project, int64_t task_id, int64_t now_usec) {
    struct task task;
    bool found, reopened, undone;
    TRY(task_load(tx, project, task_id, &task, &found));
    if (!found) return ERR_INTERNAL;
    enum task_state before = task.state;
    task_answer_drop(&task, &reopened, &undone);
    task_state_count(project, &task, before);
    if (reopened) task.position = project->count.next_position++;
    if (undone) TRY(label_drop(tx, project, task_id));
    TRY(task_save(tx, project->project.id, &task));
    return retired_return(tx, project, &task, now_usec);
}

err annotation_settle(struct tx *tx, int64_t project_id, int64_t annotation_id, bool approve, str reason,
                      int64_t now_usec, bool *decided) {
    *decided = false;
    struct tx_project *project;
    TRY(tx_project(tx, project_id, &project));
    if (!project) return ERR_INTERNAL;
    bool found;
    struct statement *s = statement(tx->conn, &SQL_ANNOTATION_LOAD);
    statement_int(s, project_id);
    statement_int(s, annotation_id);
    TRY(statement_one(s, &found));
    int64_t task_id = 0, worker_id = 0, transfer_id = 0;
    bool waiting = false, gold = false;
    if (found) {
        task_id = statement_col_int(s, 0);
        worker_id = statement_col_int(s, 1);
        waiting = statement_col_int(s, 2) == ANNOTATION_SUBMITTED;
        transfer_id = statement_col_int(s, 3);
        gold = !statement_col_null(s, 4);
    }
    statement_end(s);
    if (!waiting) return OK;
    s = statement(tx->conn, &SQL_ANNOTATION_END);
    statement_int(s, project_id);
    statement_int(s, task_id);
    statement_int(s, worker_id);
    statement_int(s, approve ? ANNOTATION_APPROVED : ANNOTATION_REJECTED);
    statement_int(s, now_usec);
    if (approve)
        statement_null(s);
    else
        statement_text(s, reason);
    TRY(statement_run(s, 1));
    TRY(tx_transfer_end(tx, project_id, transfer_id, worker_id, project->project.price_micros, approve, now_usec));
    struct worker_row w;
    TRY(worker_load(tx, project_id, worker_id, &w));
    project->count.submitted--;
    project->changed = true;
    if (approve) {
        project->count.approved++, w.approved++;
    } else {
        project->count.rejected++, w.rejected++;
        project->count.gold_standing -= gold;
        project_refit(&project->count);
        TRY(rejected_task(tx, project, task_id, now_usec));
        TRY(project_sweep(tx, project_id, now_usec));
    }
    TRY(worker_save(tx, project_id, worker_id, &w));
    tx_event(tx, project_id, worker_id, now_usec, approve ? "annotation.approved" : "annotation.rejected",
             "{\"annotation\":%lld,\"task\":%lld,\"project\":%lld}", (long long)annotation_id, (long long)task_id,
             (long long)project_id);
    *decided = true;
    return OK;
}

/* The owner may decide in a project, and its reviewers: those it names, or every reviewer when it names none. */
err reviewed_project(struct tx *tx, struct command *c, int64_t id, struct tx_project **project) {
    TRY(tx_project_get(tx, id, project, c->problem));
    if ((*project)->project.owner_id == c->actor_id) return OK;
    bool allowed = false;
    if (c->actor_roles & PERSON_REVIEWER) {
        struct statement *s = statement(tx->conn, &SQL_REVIEWER_MAY);
        statement_int(s, id);
        statement_int(s, c->actor_id);
        TRY(statement_one(s, &allowed));
        allowed = allowed && (statement_col_int(s, 0) == 0 || statement_col_int(s, 1) > 0);
        statement_end(s);
    }
    return allowed ? OK : problem_set(c->problem, ERR_NOT_FOUND, "You have no project %lld.", (long long)id);
}

/* Only the owner changes a project; for anyone else it does not exist. */
err owned_project(struct tx *tx, struct command *c, int64_t id, struct tx_project **project) {
    TRY(tx_project_get(tx, id, project, c->problem));
    if ((*project)->project.owner_id == c->actor_id) return OK;
    return problem_set(c->problem, ERR_NOT_FOUND, "You have no project %lld.", (long long)id);
}

err own_answers_refuse(struct tx *tx, struct command *c, const struct tx_project *project) {
    const struct annotation_decide *args = c->args;
    struct worker_row own;
    if (project->project.owner_id == c->actor_id) return OK;
    TRY(worker_load(tx, args->project_id, c->actor_id, &own));
    for (size_t i = 0; i < args->count && own.known; i++) {
        bool found;
        struct statement *s = statement(tx->conn, &SQL_ANNOTATION_OWN);
        statement_int(s, args->project_id);
        statement_int(s, args->ids[i]);
        statement_int(s, c->actor_id);
        TRY(statement_one(s, &found));
        statement_end(s);
        if (found)
            return problem_set(c->problem, ERR_FORBIDDEN,
                               "Answer %lld is your own; the project's owner or another reviewer decides on it.",
                               (long long)args->ids[i]);
    }
    return OK;
}

static err annotation_decide_run(struct tx *tx, struct command *c) {
    const struct annotation_decide *args = c->args;
    struct tx_project *project;
    TRY(reviewed_project(tx, c, args->project_id, &project));
    TRY(own_answers_refuse(tx, c, project));
    int count = 0;
    for (size_t i = 0; i < args->count; i++) {
        bool decided;
        TRY(annotation_settle(tx, args->project_id, args->ids[i], args->approve, args->reason, c->now_usec, &decided));
        count += decided;
    }
    command_reply(c, "{\"decided\":%d}", count);
    return OK;
}
const struct command_kind cmd_annotation_decide = {"annotation_decide", annotation_decide_run, .of_project = true};

/* What is paid for and will not be asked any more goes back to the owner. */
static err retire(struct tx *tx, struct tx_project *project, struct task *task, int64_t now_usec) {
    struct project_count *count = &project->count;
    bool funded = task->id <= count->funded_to;
    int64_t left = task->most - task->answers - task->leases;
    bool gold = task->lane == LANE_GOLD;
    count->gold_tasks -= gold;
    count->funded_gold -= gold && funded;
    /* Not funded yet: counted as if it were, so that publishing does not pay for it. */
    count->funded += gold || !funded;
    count->retired++;
    enum task_state before = task->state;
    task_retire(task);
    task_state_count(project, task, before);
    enum project_state state = project->project.state;
    bool escrowed = funded && (state == PROJECT_LIVE || state == PROJECT_PAUSED);
    return escrowed && left > 0 ? escrow_return(tx, project, left * project->project.price_micros, now_usec) : OK;
}

static err task_update_run(struct tx *tx, struct command *c) {
    const struct task_update *args = c->args;
    struct tx_project *project;
    TRY(owned_project(tx, c, args->project_id, &project));
    struct task task;
    TRY(task_load_get(tx, project, args->task_id, &task, c->problem));
    if (args->retire && (task.state == TASK_RETIRED || task.state == TASK_DONE))
        return problem_set(c->problem, ERR_BAD_STATE, "Task %lld is %s already.", (long long)task.id,
                           task.state == TASK_DONE ? "done" : "retired");
    if (args->has_priority && task.lane == LANE_GOLD)
        return problem_set(c->problem, ERR_BAD_STATE,
                           "A gold task has no priority; it is mixed in at the project's rate.");
    struct project_count *count = &project->count;
    project->changed = true;
    if (args->has_priority && task.lane != (int)args->priority) {
        task.lane = (int)args->priority;
        task.position = count->next_position++; /* behind what already waits there, ahead of no cursor */
        count->lanes |= INT64_C(1) << task.lane;
    }
    if (args->retire) TRY(retire(tx, project, &task, c->now_usec));
    return task_save(tx, args->project_id, &task);
}
const struct command_kind cmd_task_update = {"task_update", task_update_run, .of_project = true};
