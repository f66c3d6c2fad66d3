/* Rows of tasks, workers in a project and labels. */
#include "core/work_internal.h"

#include <stdio.h>
#include <stdlib.h>

#include "domain/tally.h"

SQL(SQL_TASK_SAVE, "UPDATE task SET lane = ?3, position = ?4, state = ?5, answers = ?6, leases = ?7, reports = ?8,"
                   " wanted = ?9"
                   " WHERE project_id = ?1 AND id = ?2");
SQL(SQL_TASK_LOAD, "SELECT " TASK_ROW_COLUMNS " FROM task t WHERE t.project_id = ?1 AND t.id = ?2");
SQL(SQL_WORKER_LOAD, "SELECT served, answers, approved, rejected, gold_answers, gold_right, cursors, "
                     "sent_back FROM worker_project"
                     " WHERE project_id = ?1 AND worker_id = ?2");
SQL(SQL_WORKER_SAVE,
    "INSERT INTO worker_project (project_id, worker_id, served, answers, approved, rejected, gold_answers, gold_right, "
    "cursors, sent_back)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (project_id, worker_id) DO UPDATE SET served = "
    "excluded.served,"
    " answers = excluded.answers, approved = excluded.approved, rejected = excluded.rejected,"
    " gold_answers = excluded.gold_answers, gold_right = excluded.gold_right, cursors = excluded.cursors,"
    " sent_back = excluded.sent_back");
/* ORDER BY +id: sort the task's few answers; by id alone SQLite would walk all answers of the project in order. */
SQL(SQL_ANSWERS, "SELECT answer_key, result FROM annotation WHERE project_id = ?1 AND task_id = ?2 AND state IN (0, 1) "
                 "ORDER BY +id");
SQL(SQL_LABEL_SAVE, "INSERT INTO task_label (project_id, task_id, label, votes, answers) VALUES (?1, ?2, ?3, ?4, ?5)"
                    " ON CONFLICT (project_id, task_id) DO UPDATE SET label = excluded.label, votes = excluded.votes,"
                    " answers = excluded.answers");
SQL(SQL_LABEL_LOAD, "SELECT votes, answers FROM task_label WHERE project_id = ?1 AND task_id = ?2");
SQL(SQL_LABEL_DROP, "DELETE FROM task_label WHERE project_id = ?1 AND task_id = ?2");
SQL(SQL_LEASE_STATE,
    "UPDATE lease SET state = ?4, transfer_id = ?5 WHERE project_id = ?1 AND worker_id = ?2 AND task_id = ?3");

/* A query of two ids. */
static struct statement *of_two(struct tx *tx, const struct sql *sql, int64_t project_id, int64_t id) {
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, project_id);
    statement_int(s, id);
    return s;
}

err worker_ahead(struct tx *tx, int64_t project_id, int64_t worker_id) {
    return statement_ahead(of_two(tx, &SQL_WORKER_LOAD, project_id, worker_id), worker_id);
}

err worker_load(struct tx *tx, int64_t project_id, int64_t worker_id, struct worker_row *w) {
    *w = (struct worker_row){0};
    struct statement *s = of_two(tx, &SQL_WORKER_LOAD, project_id, worker_id);
    TRY(statement_one(s, &w->known));
    if (w->known) {
        w->served = statement_col_int(s, 0);
        w->answers = statement_col_int(s, 1);
        w->approved = statement_col_int(s, 2);
        w->rejected = statement_col_int(s, 3);
        w->gold_answers = statement_col_int(s, 4);
        w->gold_right = statement_col_int(s, 5);
        const char *at = arena_str(&tx->arena, statement_col_text(s, 6)).data;
        for (int i = 0; i < LANES; i++) {
            char *end;
            w->cursors[i] = strtoll(at, &end, 10);
            at = end;
        }
        w->sent_back = statement_col_int(s, 7);
    }
    statement_end(s);
    return OK;
}

err worker_save(struct tx *tx, int64_t project_id, int64_t worker_id, const struct worker_row *w) {
    char cursors[LANES * 21 + 1];
    int len = 0;
    for (int i = 0; i < LANES; i++)
        len += snprintf(cursors + len, sizeof cursors - (size_t)len, "%s%lld", i ? " " : "", (long long)w->cursors[i]);
    struct statement *s = statement(tx->conn, &SQL_WORKER_SAVE);
    statement_int(s, project_id);
    statement_int(s, worker_id);
    statement_int(s, w->served);
    statement_int(s, w->answers);
    statement_int(s, w->approved);
    statement_int(s, w->rejected);
    statement_int(s, w->gold_answers);
    statement_int(s, w->gold_right);
    statement_text(s, (str){cursors, (size_t)len});
    statement_int(s, w->sent_back);
    return statement_run(s, 1);
}

void task_fill(struct task *t, const struct tx_project *project, struct statement *s, int first) {
    t->lane = (int)statement_col_int(s, first);
    t->position = statement_col_int(s, first + 1);
    t->state = (enum task_state)statement_col_int(s, first + 2);
    t->answers = statement_col_int(s, first + 3);
    t->leases = statement_col_int(s, first + 4);
    t->reports = statement_col_int(s, first + 5);
    t->own_wanted = statement_col_int(s, first + 6);
    t->wanted = project_wanted(&project->project, &project->count, t->lane);
    if (t->wanted < t->own_wanted) t->wanted = t->own_wanted;
    t->most = project_most(&project->project, &project->count, t->lane);
    if (t->most < t->wanted) t->most = t->wanted;
}

err task_load(struct tx *tx, const struct tx_project *project, int64_t task_id, struct task *t, bool *found) {
    *t = (struct task){.id = task_id};
    struct statement *s = statement(tx->conn, &SQL_TASK_LOAD);
    statement_int(s, project->project.id);
    statement_int(s, task_id);
    TRY(statement_one(s, found));
    if (*found) task_fill(t, project, s, 0);
    statement_end(s);
    return OK;
}

err task_load_get(struct tx *tx, const struct tx_project *project, int64_t task_id, struct task *t, struct problem *p) {
    bool found;
    TRY(task_load(tx, project, task_id, t, &found));
    return found ? OK : problem_set(p, ERR_NOT_FOUND, "This project has no task %lld.", (long long)task_id);
}

static struct tx_task *task_remembered(const struct tx *tx, int64_t project_id, int64_t id) {
    struct tx_task *at = tx->tasks;
    while (at && (at->task.id != id || at->project_id != project_id)) at = at->next;
    return at;
}

static void task_remember(struct tx *tx, int64_t project_id, const struct task *t) {
    struct tx_task *at = task_remembered(tx, project_id, t->id);
    if (!at) {
        at = arena_alloc(&tx->arena, sizeof *at);
        at->project_id = project_id;
        at->next = tx->tasks;
        tx->tasks = at;
    }
    at->task = *t;
}

void task_renew(const struct tx *tx, int64_t project_id, struct task *t) {
    const struct tx_task *at = task_remembered(tx, project_id, t->id);
    if (at) *t = at->task;
}

err task_save(struct tx *tx, int64_t project_id, const struct task *t) {
    struct statement *s = statement(tx->conn, &SQL_TASK_SAVE);
    statement_int(s, project_id);
    statement_int(s, t->id);
    statement_int(s, t->lane);
    statement_int(s, t->position);
    statement_int(s, t->state);
    statement_int(s, t->answers);
    statement_int(s, t->leases);
    statement_int(s, t->reports);
    statement_int(s, t->own_wanted);
    if (tx->reads_ahead) task_remember(tx, project_id, t);
    return statement_run(s, 1);
}

void task_state_count(struct tx_project *project, const struct task *t, enum task_state before) {
    struct project_count *count = &project->count;
    if (t->lane != LANE_GOLD) count->done += (t->state == TASK_DONE) - (before == TASK_DONE);
    count->weighing += (t->state == TASK_WEIGHING) - (before == TASK_WEIGHING);
}

err lease_state_save(struct tx *tx, int64_t project_id, int64_t worker_id, int64_t task_id, enum lease_state state,
                     int64_t transfer_id) {
    struct statement *s = statement(tx->conn, &SQL_LEASE_STATE);
    statement_int(s, project_id);
    statement_int(s, worker_id);
    statement_int(s, task_id);
    statement_int(s, state);
    statement_int(s, transfer_id);
    return statement_run(s, 1);
}

struct transfer_order pay_order(const struct tx_project *project, int64_t worker_id, int64_t task_id,
                                int64_t now_usec) {
    return (struct transfer_order){.project_id = project->project.id,
                                   .task_id = task_id,
                                   .kind = TRANSFER_PAY,
                                   .debit = project->project.id,
                                   .debit_kind = ACCOUNT_ESCROW,
                                   .credit = worker_id,
                                   .credit_kind = ACCOUNT_PERSON,
                                   .amount_micros = project->project.price_micros,
                                   .now_usec = now_usec};
}

struct transfer_order reserve_order(const struct tx_project *project, int64_t amount_micros, int64_t now_usec) {
    return (struct transfer_order){.project_id = project->project.id,
                                   .kind = TRANSFER_RESERVE,
                                   .debit = project->project.owner_id,
                                   .debit_kind = ACCOUNT_PERSON,
                                   .credit = project->project.id,
                                   .credit_kind = ACCOUNT_ESCROW,
                                   .amount_micros = amount_micros,
                                   .now_usec = now_usec};
}

/* --- labels --- */

static void agreement_count(struct tx_project *project, int64_t votes, int64_t answers, int sign) {
    if (answers < 2) return;
    project->count.agreed_votes += sign * votes;
    project->count.judged_votes += sign * answers;
}

err label_write(struct tx *tx, struct tx_project *project, int64_t task_id, int64_t now_usec) {
    struct tally_answer answers[TALLY_ANSWERS_MAX];
    int count = 0;
    bool has_row;
    struct statement *s = of_two(tx, &SQL_ANSWERS, project->project.id, task_id);
    for (;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || count == TALLY_ANSWERS_MAX) break;
        answers[count].key = arena_str(&tx->arena, statement_col_text(s, 0)).data;
        answers[count].result = arena_str(&tx->arena, statement_col_text(s, 1)).data;
        count++;
    }
    statement_end(s);
    if (count == 0) return ERR_INTERNAL;
    struct tally tally;
    err e = tally_majority(answers, count, &tally);
    if (e == OK) {
        agreement_count(project, tally.votes, tally.answers, 1);
        s = statement(tx->conn, &SQL_LABEL_SAVE);
        statement_int(s, project->project.id);
        statement_int(s, task_id);
        statement_text(s, buf_str(&tally.label));
        statement_int(s, tally.votes);
        statement_int(s, tally.answers);
        e = statement_run(s, 1);
        tx_event(tx, project->project.id, 0, now_usec, "task.done", "{\"task\":%lld,\"share\":%.3f}",
                 (long long)task_id, (double)tally.votes / tally.answers);
    }
    buf_free(&tally.label);
    return e;
}

err label_write_later(struct tx *tx, struct tx_project *project, int64_t task_id, int64_t now_usec) {
    if (!tx->reads_ahead) return label_write(tx, project, task_id, now_usec);
    struct tx_label *label = arena_alloc(&tx->arena, sizeof *label);
    *label = (struct tx_label){project, task_id, now_usec, NULL};
    *tx->last_label = label;
    tx->last_label = &label->next;
    return OK;
}

err labels_write(struct tx *tx) {
    struct tx_label *first = tx->first_label;
    tx->first_label = NULL;
    tx->last_label = &tx->first_label;
    for (struct tx_label *at = first; at; at = at->next)
        TRY(statement_ahead(of_two(tx, &SQL_ANSWERS, at->project->project.id, at->task_id), AHEAD_OF_BATCH));
    for (struct tx_label *at = first; at; at = at->next) TRY(label_write(tx, at->project, at->task_id, at->now_usec));
    return OK;
}

err label_drop(struct tx *tx, struct tx_project *project, int64_t task_id) {
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_LABEL_LOAD);
    statement_int(s, project->project.id);
    statement_int(s, task_id);
    TRY(statement_one(s, &has_row));
    if (has_row) agreement_count(project, statement_col_int(s, 0), statement_col_int(s, 1), -1);
    statement_end(s);
    s = statement(tx->conn, &SQL_LABEL_DROP);
    statement_int(s, project->project.id);
    statement_int(s, task_id);
    return statement_run(s, -1);
}
