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
#include "core/qualification.h"
#include "core/work_internal.h"
#include "domain/trust.h"

SQL(SQL_LEASE_LOAD,
    "SELECT l.state, l.taken_usec, l.deadline_usec, l.transfer_id, t.lane, t.position, t.state, "
    "t.answers, t.leases, t.reports, t.wanted,"
    " (SELECT coalesce(sum(j.price_micros), 0) FROM lease h JOIN project j ON j.id = h.project_id "
    "WHERE h.worker_id = ?2"
    " AND h.state = 0), l.packed FROM lease l JOIN task t ON t.project_id = l.project_id AND t.id = l.task_id"
    " WHERE l.project_id = ?1 AND l.worker_id = ?2 AND l.task_id = ?3");
/* The unary plus keeps SQLite off the primary key, which would read every lease that this worker ever had here. */
SQL(SQL_LEASE_HELD,
    "SELECT task_id, deadline_usec, (SELECT count(*) FROM annotation a WHERE a.project_id = ?2 AND a.task_id ="
    " lease.task_id AND a.worker_id = ?1) FROM lease WHERE worker_id = ?1 AND +project_id = ?2 AND state = 0"
    " AND packed = 0 LIMIT 1");
SQL(SQL_LEASE_ADD,
    "INSERT INTO lease (project_id, worker_id, task_id, state, taken_usec, deadline_usec, transfer_id, packed)"
    " VALUES (?1, ?2, ?3, ?7, ?4, ?5, ?6, ?8)");
SQL(SQL_LEASE_DEADLINE,
    "UPDATE lease SET deadline_usec = ?4 WHERE project_id = ?1 AND worker_id = ?2 AND task_id = ?3");
#define TASK_NEXT                                                                                             \
    "SELECT t.id, " TASK_ROW_COLUMNS " FROM task t WHERE t.project_id = ?1 AND t.lane = ?2"                   \
    " AND t.position > ?3 AND t.state = 1 AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.project_id = ?1 AND " \
    "l.worker_id = ?4 AND l.task_id = t.id) ORDER BY t.position"
SQL(SQL_TASK_NEXT, TASK_NEXT " LIMIT 1");
/* Read ahead: others of the batch, who come first, may fill some of them. The limit is a literal so that PostgreSQL
 * plans for a few rows. */
SQL(SQL_TASK_NEXT_FEW, TASK_NEXT " LIMIT 4");
SQL(SQL_TASK_NEXT_MANY, TASK_NEXT " LIMIT 24");
SQL(SQL_ANNOTATION_ADD,
    "INSERT INTO annotation (project_id, task_id, worker_id, id, state, result, answer_key, gold_right, transfer_id, "
    "work_usec,"
    " created_usec, approves_usec, decided_usec, review) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
    "?13,"
    " ?14)");
/* An answer that was sent back, done again; late: its time had ended and it counted as rejected. */
SQL(SQL_ANNOTATION_AGAIN,
    "UPDATE annotation SET id = ?4, state = ?5, result = ?6, answer_key = ?7, gold_right = ?8, transfer_id = ?9,"
    " work_usec = work_usec + ?10, created_usec = ?11, approves_usec = ?12, decided_usec = ?13, review = ?14"
    " WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3 AND state IN (2, 3)");
SQL(SQL_SENT_BACK,
    "SELECT id FROM annotation WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3 AND state IN (2, 3)");
SQL(SQL_ANNOTATION_OF,
    "SELECT id, state, result FROM annotation WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3");
SQL(SQL_IN_HAND, "SELECT coalesce(sum(j.price_micros), 0) FROM lease h JOIN project j ON j.id = h.project_id"
                 " WHERE h.worker_id = ?1 AND h.state = 0");

/* --- rows --- */

static struct statement *lease_query(struct tx *tx, int64_t project_id, int64_t worker_id, int64_t task_id) {
    struct statement *s = statement(tx->conn, &SQL_LEASE_LOAD);
    statement_int(s, project_id);
    statement_int(s, worker_id);
    statement_int(s, task_id);
    return s;
}

static struct statement *held_query(struct tx *tx, int64_t project_id, int64_t worker_id) {
    struct statement *s = statement(tx->conn, &SQL_LEASE_HELD);
    statement_int(s, worker_id);
    statement_int(s, project_id);
    return s;
}

static struct statement *next_query(struct tx *tx, const struct sql *sql, const struct tx_project *project,
                                    int64_t worker_id, const struct worker_row *w, int lane) {
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, project->project.id);
    statement_int(s, lane);
    statement_int(s, w->cursors[lane]);
    statement_int(s, worker_id);
    return s;
}

err lease_load(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t task_id, struct lease *lease,
               struct task *task, int64_t *in_hand, bool *found) {
    struct statement *s = lease_query(tx, project->project.id, worker_id, task_id);
    TRY(statement_one(s, found));
    if (*found) {
        lease->state = (enum lease_state)statement_col_int(s, 0);
        lease->taken_usec = statement_col_int(s, 1);
        lease->deadline_usec = statement_col_int(s, 2);
        lease->transfer_id = statement_col_int(s, 3);
        task->id = task_id;
        task_fill(task, project, s, 4);
        task_renew(tx, project->project.id, task);
        if (in_hand) *in_hand = statement_col_int(s, 4 + TASK_ROW_COLUMN_COUNT);
        lease->packed = statement_col_int(s, 5 + TASK_ROW_COLUMN_COUNT) != 0;
    }
    statement_end(s);
    return OK;
}

/* --- take --- */

static bool lane_used(const struct tx_project *project, int lane) {
    return project->count.lanes & (INT64_C(1) << lane);
}

/* The first of those read ahead that is still open. Nothing opens while a batch reads ahead, so no task has come before
 * it. */
static err next_read_ahead(struct tx *tx, const struct tx_project *project, int64_t worker_id,
                           const struct worker_row *w, int lane, struct task *task, bool *found) {
    *found = false;
    if (!tx->reads_ahead) return OK;
    struct statement *s = next_query(tx, &SQL_TASK_NEXT_FEW, project, worker_id, w, lane);
    if (!statement_is_ahead(s)) s = next_query(tx, &SQL_TASK_NEXT_MANY, project, worker_id, w, lane);
    if (!statement_is_ahead(s)) return OK;
    for (bool has_row = true; has_row && !*found;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        *task = (struct task){.id = statement_col_int(s, 0)};
        task_fill(task, project, s, 1);
        task_renew(tx, project->project.id, task);
        *found = task->state == TASK_OPEN;
    }
    statement_end(s);
    return OK;
}

static err next_in_lane(struct tx *tx, const struct tx_project *project, int64_t worker_id, const struct worker_row *w,
                        int lane, struct task *task, bool *found) {
    *found = false;
    if (!lane_used(project, lane)) return OK;
    TRY(next_read_ahead(tx, project, worker_id, w, lane, task, found));
    if (*found) return OK;
    struct statement *s = next_query(tx, &SQL_TASK_NEXT, project, worker_id, w, lane);
    TRY(statement_one(s, found));
    if (*found) {
        *task = (struct task){.id = statement_col_int(s, 0)};
        task_fill(task, project, s, 1);
    }
    statement_end(s);
    return OK;
}

static bool gold_is_due(const struct tx_project *project, int64_t worker_id, const struct worker_row *w) {
    int permille = gold_rate(project->project.gold_permille, w->gold_answers, w->gold_right);
    return gold_due(project->project.id, worker_id, w->served, permille);
}

/* What a take of this worker will look at. */
static err next_ahead(struct tx *tx, const struct tx_project *project, int64_t worker_id, const struct worker_row *w) {
    int before = tx->takes_ahead++;
    const struct sql *sql = before / project->project.overlap + 2 <= 4 ? &SQL_TASK_NEXT_FEW : &SQL_TASK_NEXT_MANY;
    for (int lane = LANE_GOLD; lane >= 0; lane--)
        if (lane_used(project, lane) && (lane != LANE_GOLD || gold_is_due(project, worker_id, w)))
            TRY(statement_ahead(next_query(tx, sql, project, worker_id, w, lane), worker_id));
    TRY(offer_ahead(tx, project, worker_id));
    return project_open_ahead(tx->conn, project->project.id, worker_id);
}

/* Gold only while there is other work, so that nobody is asked for gold alone. */
static err next_task(struct tx *tx, const struct tx_project *project, int64_t worker_id, const struct worker_row *w,
                     struct task *task, bool *found) {
    *found = false;
    for (int lane = 9; lane >= 0 && !*found; lane--) TRY(next_in_lane(tx, project, worker_id, w, lane, task, found));
    if (!*found || !gold_is_due(project, worker_id, w)) return OK;
    struct task gold;
    bool has_gold;
    TRY(next_in_lane(tx, project, worker_id, w, LANE_GOLD, &gold, &has_gold));
    if (has_gold) *task = gold;
    return OK;
}

static err lease_add(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t task_id,
                     const struct lease *lease) {
    struct statement *s = statement(tx->conn, &SQL_LEASE_ADD);
    statement_int(s, project->project.id);
    statement_int(s, worker_id);
    statement_int(s, task_id);
    statement_int(s, lease->taken_usec);
    statement_int(s, lease->deadline_usec);
    statement_int(s, lease->transfer_id);
    statement_int(s, lease->state);
    statement_int(s, lease->packed);
    return statement_run(s, 1);
}

err work_take_next(struct tx *tx, struct tx_project *project, int64_t worker_id, struct worker_row *w, int64_t now_usec,
                   int64_t pack_usec, struct taken *taken) {
    *taken = (struct taken){0};
    if (project->project.state != PROJECT_LIVE) return OK;
    struct task task;
    struct offer own;
    bool found;
    TRY(project_open_to(tx->conn, project->project.id, worker_id, &found));
    if (!found) return OK;
    TRY(offer_check(tx, project, worker_id, w->served, now_usec, &own, &found));
    if (found) TRY(next_task(tx, project, worker_id, w, &task, &found));
    if (!found) return OK;
    int64_t project_id = project->project.id;
    struct lease lease = {.state = LEASE_LIVE,
                          .taken_usec = now_usec,
                          .deadline_usec = now_usec + (pack_usec ? pack_usec : project->project.task_usec),
                          .packed = pack_usec != 0};
    struct transfer_order order = pay_order(project, worker_id, task.id, now_usec);
    err e = tx_transfer(tx, &order, true, &lease.transfer_id, NULL);
    /* The escrow covers every answer wanted; a short one means broken books, not a poor requester. */
    if (e != OK) return err_is_fault(e) ? e : ERR_INTERNAL;
    TRY(lease_add(tx, project, worker_id, task.id, &lease));
    task_lease_add(&task);
    TRY(task_save(tx, project_id, &task));
    if (!w->known) project->count.workers++;
    w->known = true;
    w->served++;
    w->cursors[task.lane] = task.position;
    project->count.leases++;
    project->changed = true;
    *taken = (struct taken){task.id, lease.deadline_usec, false};
    return offer_use(tx, project, &own, now_usec);
}

/* The task that the worker holds in this project already, packs apart; task_id 0 = none. */
static err held_again(struct tx *tx, const struct tx_project *project, int64_t worker_id, int64_t now_usec,
                      struct taken *taken) {
    *taken = (struct taken){0};
    bool held;
    struct statement *s = held_query(tx, project->project.id, worker_id);
    TRY(statement_one(s, &held));
    if (held) *taken = (struct taken){statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2) > 0};
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
        TRY(project_open_check(tx->conn, args->project_id, c->actor_id, c->problem));
        struct worker_row w;
        TRY(worker_load(tx, args->project_id, c->actor_id, &w));
        TRY(work_take_next(tx, project, c->actor_id, &w, c->now_usec, 0, &taken));
        if (taken.task_id == 0)
            return problem_set(c->problem, ERR_NO_WORK, "There is no task for you in this project now.");
        TRY(worker_save(tx, args->project_id, c->actor_id, &w));
    }
    command_reply(c, "%s", lease_text(c, project, &taken));
    return OK;
}

/* Step 1 of both: the queue where this worker stands in it. */
static err place_ahead(struct tx *tx, const struct command *c, int64_t project_id) {
    struct tx_project *project;
    struct worker_row w;
    TRY(tx_project(tx, project_id, &project));
    if (!project || project->project.state != PROJECT_LIVE) return OK;
    TRY(worker_load(tx, project_id, c->actor_id, &w));
    return next_ahead(tx, project, c->actor_id, &w);
}

static err work_take_ahead(struct tx *tx, const struct command *c, int step) {
    const struct work_take *args = c->args;
    if (step == 1) return place_ahead(tx, c, args->project_id);
    TRY(statement_ahead(held_query(tx, args->project_id, c->actor_id), c->actor_id));
    TRY(worker_ahead(tx, args->project_id, c->actor_id));
    TRY(tx_account_ahead(tx, args->project_id, AHEAD_OF_BATCH));
    TRY(tx_account_ahead(tx, c->actor_id, c->actor_id));
    return requirements_ahead(tx->conn, args->project_id);
}
const struct command_kind cmd_work_take = {"work_take", work_take_run, .of_project = true, .ahead = work_take_ahead};

const char *lease_text(struct command *c, const struct tx_project *project, const struct taken *taken) {
    if (taken->task_id == 0) return "null";
    return arena_printf(c->arena, "{\"task\":%lld,\"deadline_usec\":%lld,\"price_micros\":%lld%s}",
                        (long long)taken->task_id, (long long)taken->deadline_usec,
                        (long long)project->project.price_micros, taken->again ? ",\"again\":true" : "");
}

/* --- submit --- */

static err annotation_write(struct tx *tx, const struct command *c, const struct tx_project *project,
                            const struct lease *lease, int64_t transfer_id, int64_t annotation_id, int gold_right,
                            bool again) {
    const struct work_submit *args = c->args;
    bool approved = project->project.approve_usec == 0;
    int review = project->project.review_permille;
    struct statement *s = statement(tx->conn, again ? &SQL_ANNOTATION_AGAIN : &SQL_ANNOTATION_ADD);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, c->actor_id);
    statement_int(s, annotation_id);
    statement_int(s, approved ? ANNOTATION_APPROVED : ANNOTATION_SUBMITTED);
    statement_text(s, args->result);
    statement_text(s, args->answer_key);
    if (gold_right < 0)
        statement_null(s);
    else
        statement_int(s, gold_right);
    statement_int(s, transfer_id);
    statement_int(s, work_usec(args->measured_usec, lease->taken_usec, c->now_usec));
    statement_int(s, c->now_usec);
    statement_int(s, c->now_usec + project->project.approve_usec);
    statement_int(s, approved ? c->now_usec : 0);
    statement_int(s, again || (review && review_due(args->project_id, annotation_id, review)));
    return statement_run(s, 1);
}

/* Only a worker with answers to do again, now or when a lease of theirs ended, has this looked up. */
static err sent_back(struct tx *tx, const struct work_submit *args, int64_t worker_id, const struct worker_row *w,
                     bool late, bool *again) {
    *again = false;
    if (w->sent_back == 0 && !late) return OK;
    struct statement *s = statement(tx->conn, &SQL_SENT_BACK);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, worker_id);
    TRY(statement_one(s, again));
    statement_end(s);
    return OK;
}

static void submit_count(struct tx_project *project, struct worker_row *w, int gold_right, bool late, bool approved,
                         bool again) {
    struct project_count *count = &project->count;
    if (!late) count->leases--;
    if (approved)
        count->approved++, w->approved++;
    else
        count->submitted++;
    if (again && late) {
        count->rejected--, w->rejected--;
    } else if (again) {
        count->sent_back--, w->sent_back--;
    } else {
        w->answers++;
    }
    if (gold_right >= 0) {
        count->gold_answers++, count->gold_standing++, w->gold_answers++;
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
    static const char *const states[] = {"submitted", "approved", "rejected", "sent_back"};
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
    TRY(task_load_get(tx, project, args->task_id, task, c->problem));
    int64_t taken_usec = c->now_usec - args->measured_usec;
    *lease = (struct lease){
        .state = LEASE_EXPIRED, .taken_usec = taken_usec, .deadline_usec = taken_usec + project->project.task_usec};
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
    bool found, late, done, again;
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
    TRY(sent_back(tx, args, worker_id, &w, late, &again));

    int64_t transfer_id = lease.transfer_id, annotation_id = id_new();
    int gold_right = task.lane == LANE_GOLD ? args->gold_right : -1;
    if (task.lane == LANE_GOLD)
        TRY(gold_judge(tx, args->project_id, args->task_id, args->result, args->gold, &gold_right));
    if (late) {
        struct transfer_order order = pay_order(project, worker_id, args->task_id, now);
        err e = tx_transfer(tx, &order, true, &transfer_id, NULL);
        if (e != OK) return err_is_fault(e) ? e : ERR_INTERNAL;
    }
    bool approved = project->project.approve_usec == 0;
    TRY(annotation_write(tx, c, project, &lease, transfer_id, annotation_id, gold_right, again));
    if (found) {
        TRY(lease_state_save(tx, args->project_id, worker_id, args->task_id, LEASE_ANSWERED, transfer_id));
    } else {
        lease.state = LEASE_ANSWERED;
        lease.transfer_id = transfer_id;
        TRY(lease_add(tx, project, worker_id, args->task_id, &lease));
        if (!w.known) project->count.workers++;
        w.served++;
    }
    enum task_state before = task.state;
    task_answer_add(&task, late, &done);
    task_state_count(project, &task, before);
    TRY(task_save(tx, args->project_id, &task));
    submit_count(project, &w, gold_right, late, approved, again);
    if (approved)
        TRY(tx_transfer_end(tx, args->project_id, transfer_id, worker_id, project->project.price_micros, true, now));
    if (done) TRY(label_write_later(tx, project, args->task_id, now));
    tx_event(tx, args->project_id, 0, now, "annotation.submitted", "{\"annotation\":%lld,\"task\":%lld}",
             (long long)annotation_id, (long long)args->task_id);

    struct taken taken = {0};
    if (!late) in_hand -= project->project.price_micros;
    /* Who answers late or from a pack may have taken another task meanwhile, and holds one at a time; what was sent
     * back waits too. */
    if (args->take_next && (late || lease.packed || again || w.sent_back > 0))
        TRY(held_again(tx, project, worker_id, now, &taken));
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

static err work_submit_ahead(struct tx *tx, const struct command *c, int step) {
    const struct work_submit *args = c->args;
    if (step == 1) return args->take_next ? place_ahead(tx, c, args->project_id) : OK;
    TRY(statement_ahead(lease_query(tx, args->project_id, c->actor_id, args->task_id), c->actor_id));
    TRY(worker_ahead(tx, args->project_id, c->actor_id));
    TRY(tx_account_ahead(tx, args->project_id, AHEAD_OF_BATCH));
    TRY(tx_account_ahead(tx, c->actor_id, c->actor_id));
    return args->take_next ? requirements_ahead(tx->conn, args->project_id) : OK;
}
const struct command_kind cmd_work_submit = {"work_submit", work_submit_run, .of_project = true,
                                             .ahead = work_submit_ahead};

/* --- heartbeat --- */

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
