/* Commands of review beyond yes and no: send back, correct, one more judge, blind opinions, who reviews. */
#include "base/limits.h"
#include "core/work_internal.h"

SQL(SQL_ANSWER_LOAD, "SELECT task_id, worker_id, state, transfer_id, gold_right, rounds FROM annotation"
                     " WHERE project_id = ?1 AND id = ?2");
SQL(SQL_ANSWER_BACK, "UPDATE annotation SET state = 3, reason = ?4, rounds = rounds + 1, gold_right = NULL"
                     " WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3 AND state = 0");
SQL(SQL_LEASE_AGAIN, "UPDATE lease SET state = 0, taken_usec = ?4, deadline_usec = ?5, packed = 0"
                     " WHERE project_id = ?1 AND worker_id = ?2 AND task_id = ?3 AND state = 1");
SQL(SQL_FIX_SAVE, "INSERT INTO task_fix (project_id, task_id, reviewer_id, result, answer_key, comment, created_usec)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (project_id, task_id) DO UPDATE SET"
                  " reviewer_id = excluded.reviewer_id, result = excluded.result, answer_key = excluded.answer_key,"
                  " comment = excluded.comment, created_usec = excluded.created_usec");
SQL(SQL_FIX_DROP, "DELETE FROM task_fix WHERE project_id = ?1 AND task_id = ?2");
SQL(SQL_OPINION_SAVE,
    "INSERT INTO opinion (project_id, task_id, reviewer_id, result, answer_key, created_usec)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (project_id, task_id, reviewer_id) DO UPDATE SET"
    " result = excluded.result, answer_key = excluded.answer_key, created_usec = excluded.created_usec");
SQL(SQL_REVIEWER_PERSON, "SELECT id, roles, disabled FROM person WHERE handle = ?1");
SQL(SQL_REVIEWER_ADD, "INSERT INTO project_reviewer (project_id, person_id, created_usec) VALUES (?1, ?2, ?3)"
                      " ON CONFLICT (project_id, person_id) DO NOTHING");
SQL(SQL_REVIEWER_COUNT, "SELECT count(*) FROM project_reviewer WHERE project_id = ?1");
SQL(SQL_REVIEWER_DROP, "DELETE FROM project_reviewer WHERE project_id = ?1 AND person_id = ?2");

/* A day at least: the worker may be away. */
enum { AGAIN_SECONDS_MIN = 24 * 3600 };

/* --- send back --- */

struct answer {
    int64_t id, task_id, worker_id, transfer_id, rounds;
    int state, gold_right; /* -1: not gold */
};

static err answer_load(struct tx *tx, int64_t project_id, int64_t id, struct answer *a, bool *found) {
    struct statement *s = statement(tx->conn, &SQL_ANSWER_LOAD);
    statement_int(s, project_id);
    statement_int(s, id);
    TRY(statement_one(s, found));
    if (*found)
        *a = (struct answer){.id = id,
                             .task_id = statement_col_int(s, 0),
                             .worker_id = statement_col_int(s, 1),
                             .state = (int)statement_col_int(s, 2),
                             .transfer_id = statement_col_int(s, 3),
                             .gold_right = statement_col_null(s, 4) ? -1 : (int)statement_col_int(s, 4),
                             .rounds = statement_col_int(s, 5)};
    statement_end(s);
    return OK;
}

/* The lease lives again with its pay still reserved; the task counts a lease where it counted an answer. */
static err task_send_back(struct tx *tx, struct tx_project *project, const struct answer *a, int64_t now_usec) {
    struct task task;
    bool found, undone;
    TRY(task_load(tx, project, a->task_id, &task, &found));
    if (!found) return ERR_INTERNAL;
    enum task_state before = task.state;
    task_answer_back(&task, &undone);
    task_state_count(project, &task, before);
    if (undone) TRY(label_drop(tx, project, task.id));
    TRY(task_save(tx, project->project.id, &task));
    int64_t time = project->project.task_usec;
    if (time < AGAIN_SECONDS_MIN * INT64_C(1000000)) time = AGAIN_SECONDS_MIN * INT64_C(1000000);
    struct statement *s = statement(tx->conn, &SQL_LEASE_AGAIN);
    statement_int(s, project->project.id);
    statement_int(s, a->worker_id);
    statement_int(s, a->task_id);
    statement_int(s, now_usec);
    statement_int(s, now_usec + time);
    return statement_run(s, 1);
}

static err send_back(struct tx *tx, struct tx_project *project, const struct answer *a, str comment, int64_t now_usec) {
    int64_t id = project->project.id;
    TRY(task_send_back(tx, project, a, now_usec));
    struct statement *s = statement(tx->conn, &SQL_ANSWER_BACK);
    statement_int(s, id);
    statement_int(s, a->task_id);
    statement_int(s, a->worker_id);
    statement_text(s, comment);
    TRY(statement_run(s, 1));
    struct worker_row w;
    TRY(worker_load(tx, id, a->worker_id, &w));
    struct project_count *count = &project->count;
    if (a->gold_right >= 0) {
        count->gold_answers--, count->gold_standing--, w.gold_answers--;
        count->gold_right -= a->gold_right, w.gold_right -= a->gold_right;
    }
    count->submitted--, count->sent_back++, count->leases++, w.sent_back++;
    project_refit(count);
    project->changed = true;
    TRY(worker_save(tx, id, a->worker_id, &w));
    tx_event(tx, id, a->worker_id, now_usec, "annotation.sent_back",
             "{\"annotation\":%lld,\"task\":%lld,\"project\":%lld}", (long long)a->id, (long long)a->task_id,
             (long long)id);
    return OK;
}

static err annotation_send_back_run(struct tx *tx, struct command *c) {
    const struct annotation_decide *args = c->args;
    struct tx_project *project;
    TRY(reviewed_project(tx, c, args->project_id, &project));
    TRY(own_answers_refuse(tx, c, project));
    if (project->project.state == PROJECT_COMPLETED)
        return problem_set(c->problem, ERR_BAD_STATE,
                           "The project is completed, so nobody can do an answer again: approve or reject it.");
    int count = 0, tired = 0;
    for (size_t i = 0; i < args->count; i++) {
        struct answer a = {0};
        bool found;
        TRY(answer_load(tx, args->project_id, args->ids[i], &a, &found));
        if (!found || a.state != ANNOTATION_SUBMITTED) continue;
        if (a.rounds >= SEND_BACK_MAX) {
            tired++;
            continue;
        }
        TRY(send_back(tx, project, &a, args->reason, c->now_usec));
        count++;
    }
    if (count == 0 && tired > 0)
        return problem_set(c->problem, ERR_BAD_STATE,
                           "These answers were sent back %d times already: approve, correct or reject them.",
                           SEND_BACK_MAX);
    command_reply(c, "{\"decided\":%d}", count);
    return OK;
}
const struct command_kind cmd_annotation_send_back = {"annotation_send_back", annotation_send_back_run,
                                                      .of_project = true};

/* --- correct --- */

/* A task that waits to be weighed needs no verdict any more. */
static err weighed(struct tx *tx, struct tx_project *project, struct task *task, int64_t now_usec) {
    if (task->state != TASK_WEIGHING) return OK;
    task_weigh(task, 0);
    task_state_count(project, task, TASK_WEIGHING);
    project->changed = true;
    TRY(task_save(tx, project->project.id, task));
    return label_write(tx, project, task->id, now_usec);
}

static err task_fix_run(struct tx *tx, struct command *c) {
    const struct task_fix *args = c->args;
    struct tx_project *project;
    struct task task;
    TRY(reviewed_project(tx, c, args->project_id, &project));
    TRY(task_load_get(tx, project, args->task_id, &task, c->problem));
    struct statement *s;
    if (args->result.len == 0) {
        s = statement(tx->conn, &SQL_FIX_DROP);
        statement_int(s, args->project_id);
        statement_int(s, args->task_id);
        TRY(statement_run(s, -1));
    } else {
        s = statement(tx->conn, &SQL_FIX_SAVE);
        statement_int(s, args->project_id);
        statement_int(s, args->task_id);
        statement_int(s, c->actor_id);
        statement_text(s, args->result);
        statement_text(s, args->answer_key);
        statement_text(s, args->comment);
        statement_int(s, c->now_usec);
        TRY(statement_run(s, 1));
        TRY(weighed(tx, project, &task, c->now_usec));
    }
    tx_event(tx, args->project_id, 0, c->now_usec, "task.fixed", "{\"task\":%lld}", (long long)args->task_id);
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_task_fix = {"task_fix", task_fix_run, .of_project = true};

/* --- one more judge --- */

static err task_more_run(struct tx *tx, struct command *c) {
    const struct task_more *args = c->args;
    struct tx_project *project;
    struct task task;
    TRY(reviewed_project(tx, c, args->project_id, &project));
    TRY(task_load_get(tx, project, args->task_id, &task, c->problem));
    if (project->project.state != PROJECT_LIVE && project->project.state != PROJECT_PAUSED)
        return problem_set(c->problem, ERR_BAD_STATE, "A %s project takes no more answers.",
                           project_state_word(project->project.state));
    if (task.id > project->count.funded_to || task.state == TASK_UNFUNDED || task.state == TASK_RETIRED)
        return problem_set(c->problem, ERR_BAD_STATE, "Task %lld is %s and takes no more answers.", (long long)task.id,
                           task.state == TASK_RETIRED            ? "retired"
                           : task.id <= project->count.funded_to ? "still on its way into the queue"
                                                                 : "not paid for yet");
    int64_t held = task.answers + task.leases, from = held < task.wanted ? task.wanted : held;
    int64_t wanted = from + args->more, beyond = wanted > task.most ? wanted - task.most : 0;
    if (wanted > ANSWERS_PER_TASK_MAX)
        return problem_set(c->problem, ERR_INVALID, "A task takes at most %d answers.", ANSWERS_PER_TASK_MAX);
    int64_t cost = beyond * project->project.price_micros, transfer_id;
    if (beyond > 0) {
        if (project->project.owner_id != c->actor_id)
            return problem_set(c->problem, ERR_BAD_STATE,
                               "All answers that are paid for are used: only the project's owner can pay for more.");
        struct transfer_order order = reserve_order(project, cost, c->now_usec);
        err e = tx_transfer(tx, &order, false, &transfer_id, c->problem);
        if (e == ERR_SHORT_BALANCE)
            return problem_set(c->problem, e,
                               "%lld more answers cost %lld micro-units; your account is short of %lld micro-units.",
                               (long long)beyond, (long long)cost, c->problem->missing_micros);
        TRY(e);
    }
    bool reopened, undone;
    enum task_state before = task.state;
    task_want(&task, wanted, &reopened, &undone);
    task_state_count(project, &task, before);
    if (reopened) task.position = project->count.next_position++;
    if (undone) TRY(label_drop(tx, project, task.id));
    project->changed = true;
    TRY(task_save(tx, args->project_id, &task));
    command_reply(c, "{\"wanted\":%lld,\"cost_micros\":%lld}", (long long)wanted, (long long)cost);
    return OK;
}
const struct command_kind cmd_task_more = {"task_more", task_more_run, .of_project = true};

/* --- blind opinions --- */

static err opinion_set_run(struct tx *tx, struct command *c) {
    const struct task_fix *args = c->args;
    struct tx_project *project;
    struct task task;
    TRY(reviewed_project(tx, c, args->project_id, &project));
    TRY(task_load_get(tx, project, args->task_id, &task, c->problem));
    struct statement *s = statement(tx->conn, &SQL_OPINION_SAVE);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, c->actor_id);
    statement_text(s, args->result);
    statement_text(s, args->answer_key);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_opinion_set = {"opinion_set", opinion_set_run, .of_project = true};

/* --- who reviews --- */

/* Naming the first reviewer shuts the others out, so all who look at the project connect again. */
static void access_changed(struct tx *tx, const struct command *c, int64_t project_id) {
    tx_event(tx, project_id, 0, c->now_usec, "access.changed", "{}");
}

static err reviewer_set_run(struct tx *tx, struct command *c) {
    const struct reviewer_set *args = c->args;
    struct tx_project *project;
    TRY(owned_project(tx, c, args->project_id, &project));
    struct statement *s = statement(tx->conn, &SQL_REVIEWER_PERSON);
    bool found;
    statement_text(s, args->handle);
    TRY(statement_one(s, &found));
    int64_t person_id = found ? statement_col_int(s, 0) : 0, roles = found ? statement_col_int(s, 1) : 0;
    bool disabled = found && statement_col_int(s, 2);
    statement_end(s);
    if (!found || disabled)
        return problem_set(c->problem, ERR_NOT_FOUND, "There is nobody called %.*s here.", STR_ARG(args->handle));
    if (args->remove) {
        s = statement(tx->conn, &SQL_REVIEWER_DROP);
        statement_int(s, args->project_id);
        statement_int(s, person_id);
        TRY(statement_run(s, -1));
        access_changed(tx, c, args->project_id);
        command_reply(c, "{}");
        return OK;
    }
    if (!(roles & PERSON_REVIEWER))
        return problem_set(c->problem, ERR_CONFLICT,
                           "%.*s is not a reviewer: ask the operator to give them that role first.",
                           STR_ARG(args->handle));
    s = statement(tx->conn, &SQL_REVIEWER_COUNT);
    statement_int(s, args->project_id);
    TRY(statement_one(s, &found));
    bool full = statement_col_int(s, 0) >= REVIEWERS_PER_PROJECT_MAX;
    statement_end(s);
    if (full)
        return problem_set(c->problem, ERR_CONFLICT, "A project names at most %d reviewers.",
                           REVIEWERS_PER_PROJECT_MAX);
    s = statement(tx->conn, &SQL_REVIEWER_ADD);
    statement_int(s, args->project_id);
    statement_int(s, person_id);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, -1));
    access_changed(tx, c, args->project_id);
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_reviewer_set = {"reviewer_set", reviewer_set_run, .of_project = true};
