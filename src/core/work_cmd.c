/* Commands of workers: take, submit, give back, heartbeat. The hot path of the product.
 *
 * The queue: tasks that are open stand in (lane, position) order. Each worker has a cursor per lane: everything up to
 * it they have been given or was full when they passed; a task that opens again moves to the end, behind every cursor.
 * So a take looks at a few rows however many tasks there are. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "core/commands.h"
#include "core/offer.h"
#include "core/work_internal.h"
#include "domain/tally.h"
#include "domain/work.h"

SQL(SQL_LEASE_LOAD, "SELECT l.state, l.taken_usec, l.deadline_usec, l.transfer_id, t.lane, t.position, t.state, "
                    "t.answers, t.leases, t.reports,"
                    " (SELECT coalesce(sum(j.price_micros), 0) FROM lease h JOIN project j ON j.id = h.project_id "
                    "WHERE h.worker_id = ?2"
                    " AND h.state = 0) FROM lease l JOIN task t ON t.project_id = l.project_id AND t.id = l.task_id"
                    " WHERE l.project_id = ?1 AND l.worker_id = ?2 AND l.task_id = ?3");
/* The unary plus keeps SQLite off the primary key, which would read every lease that this worker ever had here. */
SQL(SQL_LEASE_HELD,
    "SELECT task_id, deadline_usec FROM lease WHERE worker_id = ?1 AND +project_id = ?2 AND state = 0 AND packed = 0"
    " LIMIT 1");
SQL(SQL_LEASE_ADD,
    "INSERT INTO lease (project_id, worker_id, task_id, state, taken_usec, deadline_usec, transfer_id, packed)"
    " VALUES (?1, ?2, ?3, ?7, ?4, ?5, ?6, ?8)");
SQL(SQL_LEASE_STATE,
    "UPDATE lease SET state = ?4, transfer_id = ?5 WHERE project_id = ?1 AND worker_id = ?2 AND task_id = ?3");
SQL(SQL_LEASE_DEADLINE,
    "UPDATE lease SET deadline_usec = ?4 WHERE project_id = ?1 AND worker_id = ?2 AND task_id = ?3");
SQL(SQL_TASK_SAVE, "UPDATE task SET lane = ?3, position = ?4, state = ?5, answers = ?6, leases = ?7, reports = ?8"
                   " WHERE project_id = ?1 AND id = ?2");
SQL(SQL_TASK_LOAD,
    "SELECT lane, position, state, answers, leases, reports FROM task WHERE project_id = ?1 AND id = ?2");
SQL(SQL_TASK_NEXT,
    "SELECT t.id, t.position, t.answers, t.leases, t.reports FROM task t WHERE t.project_id = ?1 AND t.lane = ?2"
    " AND t.position > ?3 AND t.state = 1 AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.project_id = ?1 AND "
    "l.worker_id = ?4"
    " AND l.task_id = t.id) ORDER BY t.position LIMIT 1");
SQL(SQL_WORKER_LOAD, "SELECT served, answers, approved, rejected, gold_answers, gold_right, cursors FROM worker_project"
                     " WHERE project_id = ?1 AND worker_id = ?2");
SQL(SQL_WORKER_SAVE,
    "INSERT INTO worker_project (project_id, worker_id, served, answers, approved, rejected, gold_answers, gold_right, "
    "cursors)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (project_id, worker_id) DO UPDATE SET served = "
    "excluded.served,"
    " answers = excluded.answers, approved = excluded.approved, rejected = excluded.rejected,"
    " gold_answers = excluded.gold_answers, gold_right = excluded.gold_right, cursors = excluded.cursors");
SQL(SQL_ANNOTATION_ADD,
    "INSERT INTO annotation (project_id, task_id, worker_id, id, state, result, answer_key, gold_right, transfer_id, "
    "work_usec,"
    " created_usec, approves_usec, decided_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
/* ORDER BY +id: sort the task's few answers; by id alone SQLite would walk all answers of the project in order. */
SQL(SQL_ANSWERS,
    "SELECT answer_key, result FROM annotation WHERE project_id = ?1 AND task_id = ?2 AND state <> 2 ORDER BY +id");
SQL(SQL_LABEL_SAVE, "INSERT INTO task_label (project_id, task_id, label, votes, answers) VALUES (?1, ?2, ?3, ?4, ?5)"
                    " ON CONFLICT (project_id, task_id) DO UPDATE SET label = excluded.label, votes = excluded.votes,"
                    " answers = excluded.answers");
SQL(SQL_LABEL_LOAD, "SELECT votes, answers FROM task_label WHERE project_id = ?1 AND task_id = ?2");
SQL(SQL_LABEL_DROP, "DELETE FROM task_label WHERE project_id = ?1 AND task_id = ?2");
SQL(SQL_REPORT_ADD,
    "INSERT INTO report (project_id, task_id, worker_id, reason, created_usec) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (project_id, task_id, worker_id) DO UPDATE SET reason = excluded.reason");
SQL(SQL_ANNOTATION_OF,
    "SELECT id, state, result FROM annotation WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3");
SQL(SQL_IN_HAND, "SELECT coalesce(sum(j.price_micros), 0) FROM lease h JOIN project j ON j.id = h.project_id"
                 " WHERE h.worker_id = ?1 AND h.state = 0");
SQL(SQL_ANNOTATION_LOAD,
    "SELECT task_id, worker_id, state, transfer_id, gold_right FROM annotation WHERE project_id = ?1 AND id = ?2");
SQL(SQL_ANNOTATION_END, "UPDATE annotation SET state = ?4, decided_usec = ?5, reason = ?6"
                        " WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3 AND state = 0");

/* --- rows --- */

err worker_load(struct tx *tx, int64_t project_id, int64_t worker_id, struct worker_row *w) {
    *w = (struct worker_row){0};
    struct statement *s = statement(tx->conn, &SQL_WORKER_LOAD);
    statement_int(s, project_id);
    statement_int(s, worker_id);
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
    return statement_run(s, 1);
}

/* The wanted number follows from the project; the rest are columns from `first` on. */
static void task_fill(struct task *t, const struct tx_project *project, struct statement *s, int first) {
    t->lane = (int)statement_col_int(s, first);
    t->position = statement_col_int(s, first + 1);
    t->state = (enum task_state)statement_col_int(s, first + 2);
    t->answers = statement_col_int(s, first + 3);
    t->leases = statement_col_int(s, first + 4);
    t->reports = statement_col_int(s, first + 5);
    t->wanted = project_wanted(&project->project, &project->count, t->lane);
}

static err task_save(struct tx *tx, int64_t project_id, const struct task *t) {
    struct statement *s = statement(tx->conn, &SQL_TASK_SAVE);
    statement_int(s, project_id);
    statement_int(s, t->id);
    statement_int(s, t->lane);
    statement_int(s, t->position);
    statement_int(s, t->state);
    statement_int(s, t->answers);
    statement_int(s, t->leases);
    statement_int(s, t->reports);
    return statement_run(s, 1);
}

err lease_load(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t task_id, struct lease *lease,
               struct task *task, int64_t *in_hand, bool *found) {
    struct statement *s = statement(tx->conn, &SQL_LEASE_LOAD);
    statement_int(s, project->project.id);
    statement_int(s, worker_id);
    statement_int(s, task_id);
    TRY(statement_one(s, found));
    if (*found) {
        lease->state = (enum lease_state)statement_col_int(s, 0);
        lease->taken_usec = statement_col_int(s, 1);
        lease->deadline_usec = statement_col_int(s, 2);
        lease->transfer_id = statement_col_int(s, 3);
        task->id = task_id;
        task_fill(task, project, s, 4);
        if (in_hand) *in_hand = statement_col_int(s, 10);
    }
    statement_end(s);
    return OK;
}

static err lease_state_save(struct tx *tx, int64_t project_id, int64_t worker_id, int64_t task_id,
                            enum lease_state state, int64_t transfer_id) {
    struct statement *s = statement(tx->conn, &SQL_LEASE_STATE);
    statement_int(s, project_id);
    statement_int(s, worker_id);
    statement_int(s, task_id);
    statement_int(s, state);
    statement_int(s, transfer_id);
    return statement_run(s, 1);
}

static struct transfer_order pay_order(const struct tx_project *project, int64_t worker_id, int64_t task_id,
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

/* --- take --- */

static err next_in_lane(struct tx *tx, const struct tx_project *project, int64_t worker_id, const struct worker_row *w,
                        int lane, struct task *task, bool *found) {
    *found = false;
    if (!(project->count.lanes & (INT64_C(1) << lane))) return OK;
    struct statement *s = statement(tx->conn, &SQL_TASK_NEXT);
    statement_int(s, project->project.id);
    statement_int(s, lane);
    statement_int(s, w->cursors[lane]);
    statement_int(s, worker_id);
    TRY(statement_one(s, found));
    if (*found)
        *task = (struct task){.id = statement_col_int(s, 0),
                              .position = statement_col_int(s, 1),
                              .lane = lane,
                              .state = TASK_OPEN,
                              .answers = statement_col_int(s, 2),
                              .leases = statement_col_int(s, 3),
                              .reports = statement_col_int(s, 4),
                              .wanted = project_wanted(&project->project, &project->count, lane)};
    statement_end(s);
    return OK;
}

/* Gold only while there is other work, so that nobody is asked for gold alone. */
static err next_task(struct tx *tx, const struct tx_project *project, int64_t worker_id, const struct worker_row *w,
                     struct task *task, bool *found) {
    *found = false;
    for (int lane = 9; lane >= 0 && !*found; lane--) TRY(next_in_lane(tx, project, worker_id, w, lane, task, found));
    if (!*found || !gold_due(project->project.id, worker_id, w->served, project->project.gold_permille)) return OK;
    struct task gold;
    bool has_gold;
    TRY(next_in_lane(tx, project, worker_id, w, LANE_GOLD, &gold, &has_gold));
    if (has_gold) *task = gold;
    return OK;
}

static err lease_add(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t task_id,
                     const struct lease *lease, bool packed) {
    struct statement *s = statement(tx->conn, &SQL_LEASE_ADD);
    statement_int(s, project->project.id);
    statement_int(s, worker_id);
    statement_int(s, task_id);
    statement_int(s, lease->taken_usec);
    statement_int(s, lease->deadline_usec);
    statement_int(s, lease->transfer_id);
    statement_int(s, lease->state);
    statement_int(s, packed);
    return statement_run(s, 1);
}

err work_take_next(struct tx *tx, struct tx_project *project, int64_t worker_id, struct worker_row *w, int64_t now_usec,
                   int64_t pack_usec, struct taken *taken) {
    *taken = (struct taken){0};
    if (project->project.state != PROJECT_LIVE) return OK;
    struct task task;
    struct offer own;
    bool found;
    TRY(offer_check(tx, project, worker_id, w->served, now_usec, &own, &found));
    if (found) TRY(next_task(tx, project, worker_id, w, &task, &found));
    if (!found) return OK;
    int64_t project_id = project->project.id;
    struct lease lease = {LEASE_LIVE, now_usec, now_usec + (pack_usec ? pack_usec : project->project.task_usec), 0};
    struct transfer_order order = pay_order(project, worker_id, task.id, now_usec);
    err e = tx_transfer(tx, &order, true, &lease.transfer_id, NULL);
    /* The escrow covers every answer wanted; a short one means broken books, not a poor requester. */
    if (e != OK) return err_is_fault(e) ? e : ERR_INTERNAL;
    TRY(lease_add(tx, project, worker_id, task.id, &lease, pack_usec != 0));
    task_lease_add(&task);
    TRY(task_save(tx, project_id, &task));
    if (!w->known) project->count.workers++;
    w->known = true;
    w->served++;
    w->cursors[task.lane] = task.position;
    project->count.leases++;
    project->changed = true;
    *taken = (struct taken){task.id, lease.deadline_usec};
    return offer_use(tx, project, &own, now_usec);
}

/* The task that the worker holds in this project already, packs apart; task_id 0 = none. */
static err held_again(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t now_usec,
                      struct taken *taken) {
    *taken = (struct taken){0};
    bool held;
    struct statement *s = statement(tx->conn, &SQL_LEASE_HELD);
    statement_int(s, worker_id);
    statement_int(s, project->project.id);
    TRY(statement_one(s, &held));
    if (held) *taken = (struct taken){statement_col_int(s, 0), statement_col_int(s, 1)};
    statement_end(s);
    if (!held || taken->deadline_usec > now_usec) return OK;
    /* Out of time but nobody has taken it away: the worker is back, so the time starts again. */
    taken->deadline_usec = now_usec + project->project.task_usec;
    s = statement(tx->conn, &SQL_LEASE_DEADLINE);
    statement_int(s, project->project.id);
    statement_int(s, worker_id);
    statement_int(s, taken->task_id);
    statement_int(s, taken->deadline_usec);
    return statement_run(s, 1);
}

err work_take_one(struct tx *tx, struct tx_project *project, int64_t worker_id, int64_t now_usec, struct taken *taken) {
    struct worker_row w;
    TRY(held_again(tx, project, worker_id, now_usec, taken));
    if (taken->task_id) return OK;
    TRY(worker_load(tx, project->project.id, worker_id, &w));
    TRY(work_take_next(tx, project, worker_id, &w, now_usec, 0, taken));
    if (taken->task_id) TRY(worker_save(tx, project->project.id, worker_id, &w));
    return OK;
}

static err work_take_run(struct tx *tx, struct command *c) {
    const struct work_take *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    struct taken taken;
    TRY(held_again(tx, project, c->actor_id, c->now_usec, &taken));
    if (taken.task_id == 0) {
        if (project->project.state == PROJECT_DRAFT)
            return problem_set(c->problem, ERR_NOT_FOUND, "There is no project %lld.", (long long)args->project_id);
        if (project->project.state != PROJECT_LIVE)
            return problem_set(c->problem, ERR_PROJECT_CLOSED, "This project is %s and gives out no tasks.",
                               project_state_word(project->project.state));
        struct worker_row w;
        TRY(worker_load(tx, args->project_id, c->actor_id, &w));
        TRY(work_take_next(tx, project, c->actor_id, &w, c->now_usec, 0, &taken));
        if (taken.task_id == 0)
            return problem_set(c->problem, ERR_NO_WORK, "There is no task for you in this project now.");
        TRY(worker_save(tx, args->project_id, c->actor_id, &w));
    }
    command_reply(c, "{\"task\":%lld,\"deadline_usec\":%lld,\"price_micros\":%lld}", (long long)taken.task_id,
                  (long long)taken.deadline_usec, (long long)project->project.price_micros);
    return OK;
}
const struct command_kind cmd_work_take = {"work_take", work_take_run, .of_project = true};

const char *lease_text(struct command *c, const struct tx_project *project, const struct taken *taken) {
    if (taken->task_id == 0) return "null";
    return arena_printf(c->arena, "{\"task\":%lld,\"deadline_usec\":%lld,\"price_micros\":%lld}",
                        (long long)taken->task_id, (long long)taken->deadline_usec,
                        (long long)project->project.price_micros);
}

/* --- labels --- */

static void agreement_count(struct tx_project *project, int64_t votes, int64_t answers, int sign) {
    if (answers < 2) return;
    project->count.agreed_votes += sign * votes;
    project->count.judged_votes += sign * answers;
}

static err label_write(struct tx *tx, struct tx_project *project, int64_t task_id, int64_t now_usec) {
    struct tally_answer answers[TALLY_ANSWERS_MAX];
    int count = 0;
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_ANSWERS);
    statement_int(s, project->project.id);
    statement_int(s, task_id);
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

static err label_drop(struct tx *tx, struct tx_project *project, int64_t task_id) {
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

/* --- submit --- */

static err annotation_write(struct tx *tx, const struct command *c, const struct tx_project *project,
                            const struct lease *lease, int64_t transfer_id, int64_t annotation_id) {
    const struct work_submit *args = c->args;
    bool approved = project->project.approve_usec == 0;
    struct statement *s = statement(tx->conn, &SQL_ANNOTATION_ADD);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, c->actor_id);
    statement_int(s, annotation_id);
    statement_int(s, approved ? ANNOTATION_APPROVED : ANNOTATION_SUBMITTED);
    statement_text(s, args->result);
    statement_text(s, args->answer_key);
    if (args->gold_right < 0)
        statement_null(s);
    else
        statement_int(s, args->gold_right);
    statement_int(s, transfer_id);
    statement_int(s, work_usec(args->measured_usec, lease->taken_usec, c->now_usec));
    statement_int(s, c->now_usec);
    statement_int(s, c->now_usec + project->project.approve_usec);
    statement_int(s, approved ? c->now_usec : 0);
    return statement_run(s, 1);
}

static void submit_count(struct tx_project *project, struct worker_row *w, int gold_right, bool late, bool approved) {
    struct project_count *count = &project->count;
    if (!late) count->leases--;
    if (approved)
        count->approved++, w->approved++;
    else
        count->submitted++;
    w->answers++;
    if (gold_right >= 0) {
        count->gold_answers++, w->gold_answers++;
        count->gold_right += gold_right, w->gold_right += gold_right;
    }
    project->changed = true;
}

static void submit_reply(struct command *c, const struct tx_project *project, int64_t annotation_id, const char *state,
                         int64_t pending_micros, bool late, const struct taken *next) {
    command_reply(
        c,
        "{\"annotation\":%lld,\"state\":\"%s\",\"price_micros\":%lld,\"pending_micros\":%lld,\"late\":%s,\"next\":%s}",
        (long long)annotation_id, state, (long long)project->project.price_micros, (long long)pending_micros,
        late ? "true" : "false", lease_text(c, project, next));
}

static err pay_in_hand(struct tx *tx, int64_t worker_id, int64_t *micros) {
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_IN_HAND);
    statement_int(s, worker_id);
    TRY(statement_one(s, &has_row));
    *micros = statement_col_int(s, 0);
    statement_end(s);
    return OK;
}

/* The same answer once more, sent because its reply was lost longer ago than receipts are kept, or under another
 * request id. */
static err submit_again(struct tx *tx, struct command *c, const struct tx_project *project, int64_t in_hand,
                        bool *same) {
    static const char *const states[] = {"submitted", "approved", "rejected"};
    const struct work_submit *args = c->args;
    int64_t id = 0, state = 0;
    struct statement *s = statement(tx->conn, &SQL_ANNOTATION_OF);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, same));
    if (*same) {
        id = statement_col_int(s, 0);
        state = statement_col_int(s, 1);
        *same = str_equal(statement_col_text(s, 2), args->result);
    }
    statement_end(s);
    if (!*same) return OK;
    struct account *account;
    TRY(tx_account(tx, c->actor_id, ACCOUNT_PERSON, &account));
    submit_reply(c, project, id, states[state], account->credits_pending - in_hand, false, &(struct taken){0});
    return OK;
}

/* The lease of an answer whose row a restored database has lost: the task as it stands now, and when it was taken at
 * the latest. */
static err lease_lost(struct tx *tx, struct command *c, const struct tx_project *project, struct lease *lease,
                      struct task *task, int64_t *in_hand) {
    const struct work_submit *args = c->args;
    bool found;
    struct statement *s = statement(tx->conn, &SQL_TASK_LOAD);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    TRY(statement_one(s, &found));
    task->id = args->task_id;
    if (found) task_fill(task, project, s, 0);
    statement_end(s);
    if (!found)
        return problem_set(c->problem, ERR_NOT_FOUND, "This project has no task %lld.", (long long)args->task_id);
    int64_t taken_usec = c->now_usec - args->measured_usec;
    *lease = (struct lease){LEASE_EXPIRED, taken_usec, taken_usec + project->project.task_usec, 0};
    return pay_in_hand(tx, c->actor_id, in_hand);
}

static err work_submit_run(struct tx *tx, struct command *c) {
    const struct work_submit *args = c->args;
    int64_t now = c->now_usec, worker_id = c->actor_id;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    struct lease lease;
    struct task task;
    int64_t in_hand = 0;
    bool found, late, done;
    TRY(lease_load(tx, project, worker_id, args->task_id, &lease, &task, &in_hand, &found));
    if (found && lease.state == LEASE_ANSWERED && args->same_again) {
        bool same;
        TRY(submit_again(tx, c, project, in_hand, &same));
        if (same) return OK;
    }
    if (!found && args->ticket) TRY(lease_lost(tx, c, project, &lease, &task, &in_hand));
    TRY(submit_decide(&(struct submit_facts){.project = project->project.state,
                                             .lease = found ? &lease : NULL,
                                             .given = args->ticket,
                                             .task = &task,
                                             .now_usec = now},
                      &late, c->problem));
    struct worker_row w;
    TRY(worker_load(tx, args->project_id, worker_id, &w));

    int64_t transfer_id = lease.transfer_id, annotation_id = id_new();
    if (late) {
        struct transfer_order order = pay_order(project, worker_id, args->task_id, now);
        err e = tx_transfer(tx, &order, true, &transfer_id, NULL);
        if (e != OK) return err_is_fault(e) ? e : ERR_INTERNAL;
    }
    bool approved = project->project.approve_usec == 0;
    TRY(annotation_write(tx, c, project, &lease, transfer_id, annotation_id));
    if (found) {
        TRY(lease_state_save(tx, args->project_id, worker_id, args->task_id, LEASE_ANSWERED, transfer_id));
    } else {
        lease.state = LEASE_ANSWERED;
        lease.transfer_id = transfer_id;
        TRY(lease_add(tx, project, worker_id, args->task_id, &lease, false));
        if (!w.known) project->count.workers++;
        w.served++;
    }
    task_answer_add(&task, late, &done);
    TRY(task_save(tx, args->project_id, &task));
    submit_count(project, &w, args->gold_right, late, approved);
    if (approved)
        TRY(tx_transfer_end(tx, args->project_id, transfer_id, worker_id, project->project.price_micros, true, now));
    if (done) {
        if (task.lane != LANE_GOLD) project->count.done++;
        TRY(label_write(tx, project, args->task_id, now));
    }
    tx_event(tx, args->project_id, 0, now, "annotation.submitted", "{\"annotation\":%lld,\"task\":%lld}",
             (long long)annotation_id, (long long)args->task_id);

    struct taken taken = {0};
    if (!late) in_hand -= project->project.price_micros;
    /* Who answers late may have taken another task meanwhile, and holds one at a time. */
    if (args->take_next && late) TRY(held_again(tx, project, worker_id, now, &taken));
    if (args->take_next && taken.task_id == 0) {
        TRY(work_take_next(tx, project, worker_id, &w, now, 0, &taken));
        if (taken.task_id) in_hand += project->project.price_micros;
    }
    TRY(worker_save(tx, args->project_id, worker_id, &w));
    struct account *account;
    TRY(tx_account(tx, worker_id, ACCOUNT_PERSON, &account));
    submit_reply(c, project, annotation_id, approved ? "approved" : "submitted", account->credits_pending - in_hand,
                 late, &taken);
    return OK;
}
const struct command_kind cmd_work_submit = {"work_submit", work_submit_run, .of_project = true};

/* --- giving back --- */

err lease_release(struct tx *tx, struct tx_project *project, struct task *task, int64_t worker_id, int64_t transfer_id,
                  enum lease_state state, int64_t now_usec) {
    int64_t project_id = project->project.id;
    bool reopened;
    task_lease_drop(task, &reopened);
    if (reopened) task->position = project->count.next_position++;
    TRY(task_save(tx, project_id, task));
    TRY(lease_state_save(tx, project_id, worker_id, task->id, state, transfer_id));
    TRY(tx_transfer_end(tx, project_id, transfer_id, worker_id, project->project.price_micros, false, now_usec));
    project->count.leases--;
    project->changed = true;
    return project_sweep(tx, project_id, now_usec);
}

err lease_end(struct tx *tx, int64_t project_id, int64_t task_id, int64_t worker_id, int64_t transfer_id, int new_state,
              int64_t now_usec) {
    struct tx_project *project;
    TRY(tx_project(tx, project_id, &project));
    if (!project) return ERR_INTERNAL;
    struct lease lease;
    struct task task;
    bool found;
    TRY(lease_load(tx, project, worker_id, task_id, &lease, &task, NULL, &found));
    if (!found || lease.state != LEASE_LIVE) return OK; /* answered since the caller looked */
    return lease_release(tx, project, &task, worker_id, transfer_id, (enum lease_state)new_state, now_usec);
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
    if (args->take_next) {
        struct worker_row w;
        TRY(worker_load(tx, args->project_id, c->actor_id, &w));
        TRY(work_take_next(tx, project, c->actor_id, &w, c->now_usec, 0, &taken));
        if (taken.task_id) TRY(worker_save(tx, args->project_id, c->actor_id, &w));
    }
    command_reply(c, "{\"next\":%s}", lease_text(c, project, &taken));
    return OK;
}
const struct command_kind cmd_work_give_back = {"work_give_back", work_give_back_run, .of_project = true};

static err work_heartbeat_run(struct tx *tx, struct command *c) {
    const struct work_heartbeat *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    struct lease lease;
    struct task task;
    bool found;
    TRY(lease_load(tx, project, c->actor_id, args->task_id, &lease, &task, NULL, &found));
    if (!found || lease.state != LEASE_LIVE)
        return problem_set(c->problem, ERR_NO_LEASE, "You do not hold task %lld.", (long long)args->task_id);
    int64_t deadline = lease_prolonged(&lease, project->project.task_usec, c->now_usec);
    struct statement *s = statement(tx->conn, &SQL_LEASE_DEADLINE);
    statement_int(s, args->project_id);
    statement_int(s, c->actor_id);
    statement_int(s, args->task_id);
    statement_int(s, deadline);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"deadline_usec\":%lld}", (long long)deadline);
    return OK;
}
const struct command_kind cmd_work_heartbeat = {"work_heartbeat", work_heartbeat_run, .of_project = true};

/* --- deciding on answers --- */

static err rejected_task(struct tx *tx, struct tx_project *project, int64_t task_id) {
    struct task task = {.id = task_id};
    bool found, reopened, undone;
    struct statement *s = statement(tx->conn, &SQL_TASK_LOAD);
    statement_int(s, project->project.id);
    statement_int(s, task_id);
    TRY(statement_one(s, &found));
    if (!found) return ERR_INTERNAL;
    task_fill(&task, project, s, 0);
    statement_end(s);
    task_answer_drop(&task, &reopened, &undone);
    if (reopened) task.position = project->count.next_position++;
    if (undone) {
        if (task.lane != LANE_GOLD) project->count.done--;
        TRY(label_drop(tx, project, task_id));
    }
    return task_save(tx, project->project.id, &task);
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
    bool waiting = false;
    if (found) {
        task_id = statement_col_int(s, 0);
        worker_id = statement_col_int(s, 1);
        waiting = statement_col_int(s, 2) == ANNOTATION_SUBMITTED;
        transfer_id = statement_col_int(s, 3);
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
        TRY(rejected_task(tx, project, task_id));
        TRY(project_sweep(tx, project_id, now_usec));
    }
    TRY(worker_save(tx, project_id, worker_id, &w));
    tx_event(tx, project_id, worker_id, now_usec, approve ? "annotation.approved" : "annotation.rejected",
             "{\"annotation\":%lld,\"task\":%lld,\"project\":%lld}", (long long)annotation_id, (long long)task_id,
             (long long)project_id);
    *decided = true;
    return OK;
}

/* A reviewer may decide in every project, a requester in their own. */
static err reviewed_project(struct tx *tx, struct command *c, int64_t id, struct tx_project **project) {
    TRY(tx_project_get(tx, id, project, c->problem));
    if ((*project)->project.owner_id == c->actor_id || (c->actor_roles & PERSON_REVIEWER)) return OK;
    return problem_set(c->problem, ERR_NOT_FOUND, "You have no project %lld.", (long long)id);
}

static err annotation_decide_run(struct tx *tx, struct command *c) {
    const struct annotation_decide *args = c->args;
    struct tx_project *project;
    TRY(reviewed_project(tx, c, args->project_id, &project));
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

static err task_update_run(struct tx *tx, struct command *c) {
    const struct task_update *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    if (project->project.owner_id != c->actor_id)
        return problem_set(c->problem, ERR_NOT_FOUND, "You have no project %lld.", (long long)args->project_id);
    struct task task = {.id = args->task_id};
    bool found;
    struct statement *s = statement(tx->conn, &SQL_TASK_LOAD);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    TRY(statement_one(s, &found));
    if (found) task_fill(&task, project, s, 0);
    statement_end(s);
    if (!found)
        return problem_set(c->problem, ERR_NOT_FOUND, "This project has no task %lld.", (long long)args->task_id);
    if (args->retire && (task.state == TASK_RETIRED || task.state == TASK_DONE))
        return problem_set(c->problem, ERR_BAD_STATE, "Task %lld is %s already.", (long long)task.id,
                           task.state == TASK_DONE ? "done" : "retired");
    if (args->has_priority && task.lane == LANE_GOLD)
        return problem_set(c->problem, ERR_BAD_STATE,
                           "A gold task has no priority; it is mixed in at the project's rate.");
    struct project_count *count = &project->count;
    if (args->has_priority && task.lane != (int)args->priority) {
        task.lane = (int)args->priority;
        task.position = count->next_position++; /* behind what already waits there, ahead of no cursor */
        count->lanes |= INT64_C(1) << task.lane;
    }
    if (args->retire) {
        if (task.lane != LANE_GOLD) {
            /* Not funded yet: counted as if it were, so that publishing does not pay for it. */
            if (task.id > count->funded_to) count->funded++;
            count->retired++;
        }
        task_retire(&task);
    }
    project->changed = true;
    return task_save(tx, args->project_id, &task);
}
const struct command_kind cmd_task_update = {"task_update", task_update_run, .of_project = true};
