/* Commands on gold: a task becomes gold or stops being so, its answer is corrected, a worker contests it.
 *
 * When a gold answer changes, every answer that was judged by it is judged again, the workers' counts follow, and a
 * rejected answer that is wrong no more is approved and paid: the requester's account pays, because the escrow owes its
 * money to answers that are still wanted. The first write of each command is that reservation, so a short account
 * refuses before anything is changed. */
#include "base/json.h"
#include "base/limits.h"
#include "core/work_internal.h"
#include "domain/label_config.h"
#include "domain/trust.h"

SQL(SQL_GOLD_CONFIG, "SELECT label_config FROM project WHERE id = ?1");
SQL(SQL_GOLD_SAVE, "UPDATE task_data SET gold = ?3, gold_note = ?4 WHERE project_id = ?1 AND id = ?2");
SQL(SQL_GOLD_LABEL,
    "SELECT coalesce(f.result, e.label, l.label) FROM task t"
    " LEFT JOIN task_fix f ON f.project_id = t.project_id AND f.task_id = t.id"
    " LEFT JOIN task_estimate e ON e.project_id = t.project_id AND e.task_id = t.id AND e.answers = t.answers"
    " LEFT JOIN task_label l ON l.project_id = t.project_id AND l.task_id = t.id"
    " WHERE t.project_id = ?1 AND t.id = ?2 AND t.state = 2");
SQL(SQL_JUDGED, "SELECT worker_id, id, state, gold_right, result FROM annotation WHERE project_id = ?1 AND task_id = ?2"
                " AND state <> 3");
SQL(SQL_JUDGE, "UPDATE annotation SET gold_right = ?4 WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3");
SQL(SQL_REPAIR, "UPDATE annotation SET state = 1, transfer_id = ?4, decided_usec = ?5, reason = NULL"
                " WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3 AND state = 2");
SQL(SQL_MISSED, "SELECT a.state, t.state, p.state FROM annotation a"
                " JOIN task t ON t.project_id = a.project_id AND t.id = a.task_id JOIN project p ON p.id = a.project_id"
                " WHERE a.project_id = ?1 AND a.task_id = ?2 AND a.worker_id = ?3 AND a.gold_right = 0");
SQL(SQL_CONTEST_LOAD, "SELECT state FROM contest WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3");
SQL(SQL_CONTEST_ADD, "INSERT INTO contest (project_id, task_id, worker_id, reason, state, created_usec)"
                     " VALUES (?1, ?2, ?3, ?4, 0, ?5)");
SQL(SQL_CONTESTS_OPEN, "SELECT worker_id FROM contest WHERE project_id = ?1 AND task_id = ?2 AND state = 0");
SQL(SQL_CONTEST_END, "UPDATE contest SET state = ?4, reply = ?5, decided_usec = ?6"
                     " WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3 AND state = 0");
/* Contests about answers that are not wrong any more. */
SQL(SQL_CONTESTS_MOOT, "SELECT c.worker_id FROM contest c JOIN annotation a ON a.project_id = c.project_id"
                       " AND a.task_id = c.task_id AND a.worker_id = c.worker_id WHERE c.project_id = ?1"
                       " AND c.task_id = ?2 AND c.state = 0 AND (a.gold_right IS NULL OR a.gold_right = 1)");

/* --- judging again --- */

struct judged {
    int64_t worker_id, id;
    int state, before, after; /* gold_right before and after; -1 = not gold */
};
struct judgement {
    struct judged *rows;
    int count, repairs; /* repairs: rejected answers that were wrong and are so no more */
};

/* gold: NULL = the task is gold no more. Reads only. */
static err judge(struct tx *tx, int64_t project_id, int64_t task_id, const char *gold, struct judgement *j,
                 struct problem *p) {
    *j = (struct judgement){0};
    struct label_config *config = NULL;
    CLEANUP(json_drop) json_t *right = NULL;
    if (gold) {
        bool found;
        struct statement *s = statement(tx->conn, &SQL_GOLD_CONFIG);
        statement_int(s, project_id);
        TRY(statement_one(s, &found));
        err e = found ? label_config_parse(statement_col_text(s, 0), &config, p) : ERR_INTERNAL;
        statement_end(s);
        TRY(e);
        if ((e = json_parse(str_from(gold), &right, NULL)) != OK) {
            label_config_free(config);
            return e;
        }
    }
    int size = 0;
    struct statement *s = statement(tx->conn, &SQL_JUDGED);
    statement_int(s, project_id);
    statement_int(s, task_id);
    err e;
    for (bool has_row; (e = statement_step(s, &has_row)) == OK && has_row;) {
        if (j->count == size) {
            struct judged *more = arena_alloc(&tx->arena, sizeof *more * (size_t)(size = size ? size * 2 : 64));
            for (int i = 0; i < j->count; i++) more[i] = j->rows[i];
            j->rows = more;
        }
        struct judged *row = &j->rows[j->count++];
        *row = (struct judged){.worker_id = statement_col_int(s, 0),
                               .id = statement_col_int(s, 1),
                               .state = (int)statement_col_int(s, 2),
                               .before = statement_col_null(s, 3) ? -1 : (int)statement_col_int(s, 3),
                               .after = -1};
        if (gold) {
            CLEANUP(json_drop) json_t *result = NULL;
            if ((e = json_parse(statement_col_text(s, 4), &result, NULL)) != OK) break;
            row->after = label_config_gold_matches(config, right, result);
        }
        j->repairs += row->state == ANNOTATION_REJECTED && row->before == 0 && row->after != 0;
    }
    statement_end(s);
    label_config_free(config);
    return e;
}

SQL(SQL_GOLD_NOW, "SELECT d.gold, p.label_config FROM task_data d JOIN project p ON p.id = d.project_id"
                  " WHERE d.project_id = ?1 AND d.id = ?2");

err gold_judge(struct tx *tx, int64_t project_id, int64_t task_id, str result, const char *known, int *right) {
    bool found;
    CLEANUP(json_drop) json_t *gold = NULL;
    CLEANUP(json_drop) json_t *answer = NULL;
    struct label_config *config = NULL;
    struct problem p = {0};
    struct statement *s = statement(tx->conn, &SQL_GOLD_NOW);
    statement_int(s, project_id);
    statement_int(s, task_id);
    TRY(statement_one(s, &found));
    if (!found) return ERR_INTERNAL;
    err e = OK;
    if (statement_col_null(s, 0)) {
        *right = -1;
    } else if (!known || !str_is(statement_col_text(s, 0), known)) {
        e = json_parse(statement_col_text(s, 0), &gold, NULL);
        if (e == OK) e = json_parse(result, &answer, NULL);
        if (e == OK) e = label_config_parse(statement_col_text(s, 1), &config, &p);
        if (e == OK) *right = label_config_gold_matches(config, gold, answer);
    }
    statement_end(s);
    label_config_free(config);
    return e == OK || err_is_fault(e) ? e : ERR_INTERNAL;
}

/* A rejected answer that its gold had wronged: approved and paid, and told to the worker. */
static err repair(struct tx *tx, struct tx_project *project, int64_t task_id, const struct judged *row,
                  struct worker_row *w, int64_t now_usec) {
    int64_t id = project->project.id, transfer_id;
    struct transfer_order order = pay_order(project, row->worker_id, task_id, now_usec);
    order.note = "gold answer corrected";
    err e = tx_transfer(tx, &order, false, &transfer_id, NULL);
    if (e != OK) return err_is_fault(e) ? e : ERR_INTERNAL; /* it was reserved a moment ago */
    struct statement *s = statement(tx->conn, &SQL_REPAIR);
    statement_int(s, id);
    statement_int(s, task_id);
    statement_int(s, row->worker_id);
    statement_int(s, transfer_id);
    statement_int(s, now_usec);
    TRY(statement_run(s, 1));
    TRY(lease_state_save(tx, id, row->worker_id, task_id, LEASE_ANSWERED, transfer_id));
    w->approved++, w->rejected--;
    project->count.approved++, project->count.rejected--;
    tx_event(tx, id, row->worker_id, now_usec, "annotation.approved",
             "{\"annotation\":%lld,\"task\":%lld,\"project\":%lld}", (long long)row->id, (long long)task_id,
             (long long)id);
    return OK;
}

static err judgement_save(struct tx *tx, struct tx_project *project, int64_t task_id, const struct judgement *j,
                          int64_t now_usec) {
    struct project_count *count = &project->count;
    for (int i = 0; i < j->count; i++) {
        const struct judged *row = &j->rows[i];
        if (row->before == row->after) continue;
        struct worker_row w;
        TRY(worker_load(tx, project->project.id, row->worker_id, &w));
        int64_t answers = (row->after >= 0) - (row->before >= 0), right = (row->after == 1) - (row->before == 1);
        w.gold_answers += answers, count->gold_answers += answers;
        w.gold_right += right, count->gold_right += right;
        bool repaired = row->state == ANNOTATION_REJECTED && row->before == 0 && row->after != 0;
        if (repaired)
            count->gold_standing += row->after == 1;
        else if (row->state != ANNOTATION_REJECTED)
            count->gold_standing += answers;
        struct statement *s = statement(tx->conn, &SQL_JUDGE);
        statement_int(s, project->project.id);
        statement_int(s, task_id);
        statement_int(s, row->worker_id);
        if (row->after < 0)
            statement_null(s);
        else
            statement_int(s, row->after);
        TRY(statement_run(s, 1));
        if (repaired) TRY(repair(tx, project, task_id, row, &w, now_usec));
        TRY(worker_save(tx, project->project.id, row->worker_id, &w));
    }
    return OK;
}

/* --- a task becomes gold, stays gold with another answer, or is gold no more --- */

static err reserve(struct tx *tx, struct command *c, const struct tx_project *project, int64_t answers) {
    int64_t transfer_id, cost = answers * project->project.price_micros;
    if (answers <= 0 || cost == 0) return OK;
    struct transfer_order order = reserve_order(project, cost, c->now_usec);
    if (c->actor_id != project->project.owner_id)
        return problem_set(c->problem, ERR_FORBIDDEN,
                           "This costs %lld more answers, and only the project's owner can pay for them.",
                           (long long)answers);
    err e = tx_transfer(tx, &order, false, &transfer_id, c->problem);
    if (e != ERR_SHORT_BALANCE) return e;
    return problem_set(c->problem, e,
                       "This costs %lld more answers, %lld micro-units; your account is short of %lld micro-units.",
                       (long long)answers, (long long)cost, c->problem->missing_micros);
}

/* The project's numbers of gold and other tasks when one changes sides. */
static void side_change(struct tx_project *project, const struct task *t, bool to_gold, bool funded) {
    struct project_count *count = &project->count;
    int64_t sign = to_gold ? 1 : -1;
    count->gold_tasks += sign;
    if (funded) count->funded -= sign, count->funded_gold += sign;
    if (t->state == TASK_DONE) count->done -= sign;
    if (t->state == TASK_WEIGHING) count->weighing--;
    count->lanes |= to_gold ? INT64_C(1) << LANE_GOLD : 1;
}

/* Answers wanted of the task when it is gold or not, with those that are repaired and `more` on top. */
static int64_t wanted_after(const struct tx_project *project, const struct task *t, bool gold, int repairs,
                            int64_t more) {
    int64_t held = t->answers + t->leases + repairs;
    if ((t->lane == LANE_GOLD) == gold) return held > t->wanted ? held : t->wanted;
    int64_t base = project_most(&project->project, &project->count, gold ? LANE_GOLD : 0);
    return held + more > base ? held + more : base;
}

/* State and label follow from what is wanted now. */
static err task_settle(struct tx *tx, struct tx_project *project, struct task *t, int64_t wanted, int repairs,
                       int64_t now_usec) {
    enum task_state before = t->state;
    bool reopened, undone;
    t->answers += repairs;
    t->most = 0; /* gold is never weighed, and a task that was gold has its answers */
    task_want(t, wanted, &reopened, &undone);
    if (t->lane != LANE_GOLD) project->count.done += (t->state == TASK_DONE) - (before == TASK_DONE);
    if (reopened) t->position = project->count.next_position++;
    TRY(task_save(tx, project->project.id, t));
    if (before == TASK_DONE && (undone || repairs)) TRY(label_drop(tx, project, t->id));
    if (t->state != TASK_DONE || (before == TASK_DONE && !repairs)) return OK;
    return label_write(tx, project, t->id, now_usec);
}

static err gold_apply(struct tx *tx, struct command *c, struct tx_project *project, int64_t task_id, const char *gold,
                      const char *note, int64_t more) {
    struct task t;
    struct judgement j;
    int64_t id = project->project.id;
    TRY(task_load_get(tx, project, task_id, &t, c->problem));
    bool was = t.lane == LANE_GOLD, now = gold != NULL;
    if (!now && !was) return problem_set(c->problem, ERR_BAD_STATE, "Task %lld is not gold.", (long long)task_id);
    bool retired = t.state == TASK_RETIRED; /* asked no more, but those who were judged by it may be right */
    if (retired && !was)
        return problem_set(c->problem, ERR_BAD_STATE, "Task %lld is retired; it cannot become gold.",
                           (long long)task_id);
    if (!was && project->project.state == PROJECT_COMPLETED)
        return problem_set(c->problem, ERR_BAD_STATE, "A completed project makes no more tasks gold.");
    TRY(judge(tx, id, task_id, gold, &j, c->problem));
    for (int i = 0; i < j.count && c->actor_id != project->project.owner_id; i++)
        if (j.rows[i].worker_id == c->actor_id && j.rows[i].before != j.rows[i].after)
            return problem_set(c->problem, ERR_FORBIDDEN,
                               "You have answered task %lld yourself; the project's owner or another reviewer decides "
                               "on its gold.",
                               (long long)task_id);
    bool closed = project->project.state == PROJECT_COMPLETED,
         funded = project->project.state != PROJECT_DRAFT && task_id <= project->count.funded_to;
    int64_t wanted = retired ? t.answers + t.leases + j.repairs
                             : wanted_after(project, &t, now, j.repairs, funded && !closed ? more : 0);
    int64_t paid = closed || retired ? j.repairs : funded && wanted > t.most ? wanted - t.most : 0;
    TRY(reserve(tx, c, project, paid));

    struct statement *s = statement(tx->conn, &SQL_GOLD_SAVE);
    statement_int(s, id);
    statement_int(s, task_id);
    statement_text_or_null(s, gold);
    statement_text_or_null(s, note);
    TRY(statement_run(s, 1));
    TRY(judgement_save(tx, project, task_id, &j, c->now_usec));
    project_refit(&project->count);
    project->changed = true;
    if (was != now) {
        if (!retired) side_change(project, &t, now, funded);
        t.lane = now ? LANE_GOLD : 0;
        t.position = project->count.next_position++;
    }
    TRY(funded && (was != now || j.repairs) ? task_settle(tx, project, &t, wanted, j.repairs, c->now_usec)
                                            : task_save(tx, id, &t));
    return project_sweep(tx, id, c->now_usec);
}

struct contests {
    int64_t workers[ANSWERS_PER_TASK_MAX];
    int count;
};

/* Who contests the gold of a task: all open ones, or those about answers that are not wrong any more. */
static err contests_load(struct tx *tx, const struct sql *which, int64_t project_id, int64_t task_id,
                         struct contests *all) {
    all->count = 0;
    struct statement *s = statement(tx->conn, which);
    statement_int(s, project_id);
    statement_int(s, task_id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || all->count == ANSWERS_PER_TASK_MAX) break;
        all->workers[all->count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    return OK;
}

static err contests_end(struct tx *tx, struct tx_project *project, int64_t task_id, const struct contests *all,
                        bool fell, str reply, int64_t now_usec) {
    int64_t id = project->project.id;
    for (int i = 0; i < all->count; i++) {
        struct statement *s = statement(tx->conn, &SQL_CONTEST_END);
        statement_int(s, id);
        statement_int(s, task_id);
        statement_int(s, all->workers[i]);
        statement_int(s, fell ? 2 : 1);
        statement_text(s, reply);
        statement_int(s, now_usec);
        TRY(statement_run(s, 1));
        tx_event(tx, id, all->workers[i], now_usec, "gold.decided", "{\"project\":%lld,\"task\":%lld,\"fell\":%s}",
                 (long long)id, (long long)task_id, fell ? "true" : "false");
    }
    project->count.contests -= all->count;
    project->changed = true;
    return OK;
}

/* The task's label, in the transaction's memory; NULL when it is not done. */
static err label_load(struct tx *tx, int64_t project_id, int64_t task_id, const char **label) {
    bool found;
    *label = NULL;
    struct statement *s = statement(tx->conn, &SQL_GOLD_LABEL);
    statement_int(s, project_id);
    statement_int(s, task_id);
    TRY(statement_one(s, &found));
    if (found && !statement_col_null(s, 0)) *label = arena_str(&tx->arena, statement_col_text(s, 0)).data;
    statement_end(s);
    return OK;
}

static err gold_set_run(struct tx *tx, struct command *c) {
    const struct gold_set *args = c->args;
    struct tx_project *project;
    TRY(reviewed_project(tx, c, args->project_id, &project));
    TRY(gold_apply(tx, c, project, args->task_id, args->gold, args->note, args->more));
    if (project->count.contests > 0) {
        struct contests *moot = arena_alloc(&tx->arena, sizeof *moot);
        TRY(contests_load(tx, &SQL_CONTESTS_MOOT, args->project_id, args->task_id, moot));
        TRY(contests_end(tx, project, args->task_id, moot, true, STR(""), c->now_usec));
    }
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_gold_set = {"gold_set", gold_set_run, .of_project = true};

static err gold_promote_run(struct tx *tx, struct command *c) {
    const struct gold_promote *args = c->args;
    struct tx_project *project;
    TRY(owned_project(tx, c, args->project_id, &project));
    /* Everything that can refuse is asked first: a command that has written must not refuse. */
    int64_t beyond = 0;
    for (size_t i = 0; i < args->count; i++) {
        const char *label;
        struct task t;
        TRY(task_load_get(tx, project, args->tasks[i], &t, c->problem));
        TRY(label_load(tx, args->project_id, args->tasks[i], &label));
        if (!label || t.lane == LANE_GOLD)
            return problem_set(c->problem, ERR_BAD_STATE, "Task %lld %s; only done tasks become gold by their label.",
                               (long long)t.id, label ? "is gold already" : "has no label yet");
        int64_t base = project->count.gold_wanted, held = t.answers + t.leases;
        int64_t wanted = held + args->more > base ? held + args->more : base;
        if (wanted > t.most) beyond += wanted - t.most;
    }
    struct account *owner;
    int64_t cost = beyond * project->project.price_micros;
    TRY(tx_account(tx, project->project.owner_id, ACCOUNT_PERSON, &owner));
    if (account_available(owner) < cost) {
        c->problem->missing_micros = cost - account_available(owner);
        return problem_set(c->problem, ERR_SHORT_BALANCE,
                           "%lld gold answers cost %lld micro-units; your account is short of %lld micro-units.",
                           (long long)beyond, (long long)cost, (long long)c->problem->missing_micros);
    }
    for (size_t i = 0; i < args->count; i++) {
        const char *label;
        TRY(label_load(tx, args->project_id, args->tasks[i], &label));
        if (!label) continue; /* named twice */
        err e = gold_apply(tx, c, project, args->tasks[i], label, NULL, args->more);
        /* Another node has spent the owner's money since: all of it is run again. */
        if (e != OK) return i == 0 || err_is_fault(e) ? e : ERR_INTERNAL;
    }
    command_reply(c, "{\"promoted\":%zu,\"cost_micros\":%lld}", args->count, (long long)cost);
    return OK;
}
const struct command_kind cmd_gold_promote = {"gold_promote", gold_promote_run, .of_project = true};

/* --- contests --- */

static err contest_run(struct tx *tx, struct command *c) {
    const struct contest *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    bool found, repeated;
    struct statement *s = statement(tx->conn, &SQL_MISSED);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    bool shown = false;
    if (found) {
        int64_t answer = statement_col_int(s, 0), task = statement_col_int(s, 1), state = statement_col_int(s, 2);
        shown =
            gold_revealed(answer == ANNOTATION_APPROVED || answer == ANNOTATION_REJECTED, answer == ANNOTATION_REJECTED,
                          task == TASK_DONE || task == TASK_RETIRED || state == PROJECT_COMPLETED);
    }
    statement_end(s);
    /* The same words for a task that is not gold: asking tells nothing. */
    if (!shown)
        return problem_set(c->problem, ERR_NOT_FOUND, "You have no missed gold answer to task %lld that is shown yet.",
                           (long long)args->task_id);
    s = statement(tx->conn, &SQL_CONTEST_LOAD);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &repeated));
    statement_end(s);
    if (repeated)
        return problem_set(c->problem, ERR_CONFLICT, "You have contested this answer already; its reply comes here.");
    s = statement(tx->conn, &SQL_CONTEST_ADD);
    statement_int(s, args->project_id);
    statement_int(s, args->task_id);
    statement_int(s, c->actor_id);
    statement_text(s, args->reason);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    project->count.contests++;
    project->changed = true;
    tx_event(tx, args->project_id, 0, c->now_usec, "gold.contested", "{\"task\":%lld}", (long long)args->task_id);
    command_reply(c, "{}");
    return OK;
}
const struct command_kind cmd_contest = {"contest", contest_run, .of_project = true};

static err contest_decide_run(struct tx *tx, struct command *c) {
    const struct contest_decide *args = c->args;
    struct tx_project *project;
    struct contests *all = arena_alloc(&tx->arena, sizeof *all);
    TRY(reviewed_project(tx, c, args->project_id, &project));
    TRY(contests_load(tx, &SQL_CONTESTS_OPEN, args->project_id, args->task_id, all));
    if (all->count == 0)
        return problem_set(c->problem, ERR_NOT_FOUND, "Nobody contests the gold of task %lld now.",
                           (long long)args->task_id);
    if (args->falls) TRY(gold_apply(tx, c, project, args->task_id, args->gold, args->note, 0));
    TRY(contests_end(tx, project, args->task_id, all, args->falls, args->reply, c->now_usec));
    command_reply(c, "{\"decided\":%d}", all->count);
    return OK;
}
const struct command_kind cmd_contest_decide = {"contest_decide", contest_decide_run, .of_project = true};
