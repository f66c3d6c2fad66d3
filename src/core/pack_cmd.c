/* Commands for work without a network: several leases at once, several answers at once.
 *
 * A pack is no thing of its own: it is the live leases of a worker in a project that are marked as packed. `pack_take`
 * tops it up and tells all of it, so a lost reply or a second device loses nothing. */
#include <string.h>

#include "base/json_out.h"
#include "base/limits.h"
#include "core/qualification.h"
#include "core/work_internal.h"
#include "core/writer.h"

SQL(SQL_PACK_SETTINGS, "SELECT pack_tasks, pack_seconds FROM project WHERE id = ?1");
/* The unary plus keeps SQLite on the index of live leases, as in work_cmd.c. */
SQL(SQL_PACK_HELD,
    "SELECT l.task_id, l.deadline_usec, length(d.data) FROM lease l JOIN task_data d ON d.project_id = l.project_id"
    " AND d.id = l.task_id WHERE l.worker_id = ?1 AND +l.project_id = ?2 AND l.state = 0 AND l.packed = 1"
    " ORDER BY l.taken_usec, l.task_id");
SQL(SQL_HELD_COUNT, "SELECT count(*) FROM lease WHERE worker_id = ?1 AND state = 0");
SQL(SQL_PACK_PROLONG, "UPDATE lease SET deadline_usec = ?3 WHERE worker_id = ?1 AND project_id = ?2 AND state = 0"
                      " AND packed = 1 AND deadline_usec <= ?4");
SQL(SQL_DATA_LENGTH, "SELECT length(data) FROM task_data WHERE project_id = ?1 AND id = ?2");
SQL(SQL_PACKED, "SELECT count(*) FROM lease WHERE project_id = ?1 AND worker_id = ?2 AND task_id = ?3 AND packed = 1");
SQL(SQL_LEASE_DROP, "DELETE FROM lease WHERE project_id = ?1 AND worker_id = ?2 AND task_id = ?3");

struct pack {
    struct taken tasks[PACK_TASKS_MAX];
    int count;
    int64_t held;  /* leases of this pack, also those that are not told */
    int64_t bytes; /* of the data of those told */
};

/* What the worker holds already, as far as the bytes go; the first is told whatever its size. */
static err pack_load(struct tx *tx, int64_t project_id, int64_t worker_id, int64_t bytes_max, struct pack *pack) {
    struct statement *s = statement(tx->conn, &SQL_PACK_HELD);
    statement_int(s, worker_id);
    statement_int(s, project_id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t bytes = statement_col_int(s, 2);
        pack->held++;
        if (pack->count == PACK_TASKS_MAX || (pack->count > 0 && pack->bytes + bytes > bytes_max)) continue;
        pack->tasks[pack->count++] = (struct taken){statement_col_int(s, 0), statement_col_int(s, 1), false};
        pack->bytes += bytes;
    }
    statement_end(s);
    return OK;
}

static err number_load(struct tx *tx, const struct sql *sql, const int64_t *keys, int key_count, int64_t *number) {
    bool has_row;
    struct statement *s = statement(tx->conn, sql);
    for (int i = 0; i < key_count; i++) statement_int(s, keys[i]);
    TRY(statement_one(s, &has_row));
    *number = has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return OK;
}

/* Out of time but nobody has taken them away: the worker is back, so their time starts again. */
static err pack_prolong(struct tx *tx, int64_t project_id, int64_t worker_id, int64_t deadline_usec, int64_t now_usec) {
    struct statement *s = statement(tx->conn, &SQL_PACK_PROLONG);
    statement_int(s, worker_id);
    statement_int(s, project_id);
    statement_int(s, deadline_usec);
    statement_int(s, now_usec);
    return statement_run(s, -1);
}

static err pack_fill(struct tx *tx, struct command *c, struct tx_project *project, int64_t room, int64_t pack_usec,
                     struct pack *pack) {
    const struct pack_take *args = c->args;
    struct worker_row w;
    TRY(worker_load(tx, args->project_id, c->actor_id, &w));
    int before = pack->count;
    while (room > 0 && pack->count < PACK_TASKS_MAX && pack->bytes < args->bytes) {
        struct taken taken;
        TRY(work_take_next(tx, project, c->actor_id, &w, c->now_usec, pack_usec, &taken));
        if (taken.task_id == 0) break;
        int64_t bytes;
        TRY(number_load(tx, &SQL_DATA_LENGTH, (int64_t[]){args->project_id, taken.task_id}, 2, &bytes));
        pack->tasks[pack->count++] = taken;
        pack->bytes += bytes;
        room--;
    }
    return pack->count > before ? worker_save(tx, args->project_id, c->actor_id, &w) : OK;
}

static void pack_reply(struct command *c, const struct tx_project *project, const struct pack *pack) {
    struct buf text = {0};
    for (int i = 0; i < pack->count; i++)
        buf_printf(&text, "%s%s", i ? "," : "", lease_text(c, project, &pack->tasks[i]));
    command_reply(c, "{\"leases\":[%.*s]}", (int)text.len, text.len ? text.data : "");
    buf_free(&text);
}

static err pack_take_run(struct tx *tx, struct command *c) {
    const struct pack_take *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    bool found;
    struct statement *s = statement(tx->conn, &SQL_PACK_SETTINGS);
    statement_int(s, args->project_id);
    TRY(statement_one(s, &found));
    int64_t tasks_max = found ? statement_col_int(s, 0) : 0, pack_usec = found ? statement_col_int(s, 1) * 1000000 : 0;
    statement_end(s);
    int64_t held_everywhere;
    TRY(number_load(tx, &SQL_HELD_COUNT, &c->actor_id, 1, &held_everywhere));
    TRY(pack_prolong(tx, args->project_id, c->actor_id, c->now_usec + pack_usec, c->now_usec));
    struct pack *pack = arena_alloc(&tx->arena, sizeof *pack);
    TRY(pack_load(tx, args->project_id, c->actor_id, args->bytes, pack));
    int64_t room = pack_room(args->count, tasks_max, pack->held, held_everywhere);
    if (pack->held == 0) {
        if (project->project.state == PROJECT_DRAFT)
            return problem_set(c->problem, ERR_NOT_FOUND, "There is no project %lld.", (long long)args->project_id);
        if (project->project.state != PROJECT_LIVE)
            return problem_set(c->problem, ERR_PROJECT_CLOSED, "This project is %s and gives out no tasks.",
                               project_state_word(project->project.state));
        TRY(project_open_check(tx->conn, args->project_id, c->actor_id, c->problem));
        if (tasks_max == 0) return problem_set(c->problem, ERR_NO_PACKS, "%s", err_sentence(ERR_NO_PACKS));
        if (room == 0)
            return problem_set(c->problem, ERR_HELD_TOO_MANY, "You hold %lld tasks; a person may hold %d.",
                               (long long)held_everywhere, HELD_TASKS_MAX);
    }
    TRY(pack_fill(tx, c, project, room, pack_usec, pack));
    if (pack->count == 0) return problem_set(c->problem, ERR_NO_WORK, "There is no task for you in this project now.");
    pack_reply(c, project, pack);
    return OK;
}
const struct command_kind cmd_pack_take = {"pack_take", pack_take_run, .of_project = true};

/* A task of a pack that was never opened leaves no trace: it may come to the same worker again. */
static err task_return(struct tx *tx, struct command *c, struct tx_project *project, int64_t task_id, bool *returned) {
    struct lease lease;
    struct task task;
    bool found;
    int64_t packed, project_id = project->project.id;
    *returned = false;
    TRY(number_load(tx, &SQL_PACKED, (int64_t[]){project_id, c->actor_id, task_id}, 3, &packed));
    if (!packed) return OK;
    TRY(lease_load(tx, project, c->actor_id, task_id, &lease, &task, NULL, &found));
    if (!found || lease.state != LEASE_LIVE) return OK;
    /* Behind their place in the queue, or they would never see it again. */
    if (task.state == TASK_OPEN) task.position = project->count.next_position++;
    TRY(lease_release(tx, project, &task, c->actor_id, lease.transfer_id, LEASE_RETURNED, c->now_usec));
    struct statement *s = statement(tx->conn, &SQL_LEASE_DROP);
    statement_int(s, project_id);
    statement_int(s, c->actor_id);
    statement_int(s, task_id);
    *returned = true;
    return statement_run(s, 1);
}

static err pack_return_run(struct tx *tx, struct command *c) {
    const struct pack_return *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    int64_t count = 0;
    for (size_t i = 0; i < args->count; i++) {
        bool returned;
        TRY(task_return(tx, c, project, args->ids[i], &returned));
        count += returned;
    }
    if (count > 0) {
        struct worker_row w;
        TRY(worker_load(tx, args->project_id, c->actor_id, &w));
        w.served -= count < w.served ? count : w.served;
        TRY(worker_save(tx, args->project_id, c->actor_id, &w));
    }
    command_reply(c, "{\"returned\":%lld}", (long long)count);
    return OK;
}
const struct command_kind cmd_pack_return = {"pack_return", pack_return_run, .of_project = true};

/* --- several answers --- */

static void answer_write(struct json_out *o, const struct work_answer *item, err outcome, const char *reply) {
    out_object_begin(o);
    out_set_str(o, "request_id", item->request_id);
    out_set_int(o, "task", item->submit.task_id);
    out_set_int(o, "status", outcome == OK ? 200 : err_status(outcome));
    if (outcome == OK) {
        out_set_raw(o, "reply", str_from(reply));
    } else {
        out_set_text(o, "code", err_code(outcome));
        out_set_text(o, "detail", item->problem->detail);
    }
    out_end(o);
}

/* As if each had come alone: its own receipt, its own refusal. */
static err answers_run(struct tx *tx, struct command *c, struct json_out *o) {
    const struct work_answers *args = c->args;
    out_key(o, "answers");
    out_array_begin(o);
    for (size_t i = 0; i < args->count; i++) {
        struct work_answer *item = &args->items[i];
        struct command one = {.kind = &cmd_work_submit,
                              .args = &item->submit,
                              .actor_id = c->actor_id,
                              .actor_roles = c->actor_roles,
                              .request_id = item->request_id,
                              .now_usec = c->now_usec,
                              .arena = c->arena,
                              .problem = item->problem,
                              .outcome = item->outcome};
        memcpy(one.request_hash, item->request_hash, sizeof one.request_hash);
        if (item->outcome == OK) TRY(command_run_inside(tx, &one));
        answer_write(o, item, one.outcome, one.reply);
    }
    out_end(o);
    return OK;
}

/* The next task as `take` gives it; none is no refusal here. */
static err next_take(struct tx *tx, struct command *c, struct json_out *o) {
    const struct work_answers *args = c->args;
    struct problem problem = {0};
    struct work_take take = {.project_id = args->project_id};
    struct command one = {.kind = &cmd_work_take,
                          .args = &take,
                          .actor_id = c->actor_id,
                          .actor_roles = c->actor_roles,
                          .now_usec = c->now_usec,
                          .arena = c->arena,
                          .problem = &problem};
    if (args->take_next) TRY(command_run_inside(tx, &one));
    out_key(o, "next");
    if (one.reply)
        out_raw(o, str_from(one.reply));
    else
        out_null(o);
    return OK;
}

static err work_answers_run(struct tx *tx, struct command *c) {
    struct buf text = {0};
    struct json_out o = out_new(&text);
    out_object_begin(&o);
    err e = answers_run(tx, c, &o);
    if (e == OK) e = next_take(tx, c, &o);
    if (e == OK) {
        out_end(&o);
        c->reply = arena_str(c->arena, buf_str(&text)).data;
    }
    buf_free(&text);
    return e;
}
const struct command_kind cmd_work_answers = {"work_answers", work_answers_run, .of_project = true};
