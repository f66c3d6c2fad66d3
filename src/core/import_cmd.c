/* Commands that bring tasks in: rows, and the state of imports. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/limits.h"
#include "core/commands.h"
#include "core/tx.h"
#include "domain/work.h"

enum { LOOKUP_KEYS = 32 };

#define KEYS_32                                                                                                       \
    "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25," \
    " ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33"
SQL(SQL_KEYS_KNOWN, "SELECT key_hash FROM task_data WHERE project_id = ?1 AND key_hash IN (" KEYS_32 ")");
SQL(SQL_DATA_ADD,
    "INSERT INTO task_data (project_id, id, external_id, key_hash, data, gold, predictions, annotations, created_usec)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
SQL(SQL_TASK_ADD, "INSERT INTO task (project_id, id, lane, position, state) VALUES (?1, ?2, ?3, ?4, ?5)");
SQL(SQL_IMPORT_ADD,
    "INSERT INTO import (id, project_id, person_id, file_name, format, mode, state, bytes, created_usec)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8)");
SQL(SQL_IMPORT_LOAD, "SELECT project_id, state, bytes, received_bytes FROM import WHERE id = ?1 @LOCK@");
SQL(SQL_IMPORT_RECEIVED, "UPDATE import SET received_bytes = ?2 WHERE id = ?1 AND state = 0");
SQL(SQL_IMPORT_STATE, "UPDATE import SET state = ?2, row_count = CASE WHEN ?3 < 0 THEN row_count ELSE ?3 END,"
                      " wrong = CASE WHEN ?4 < 0 THEN wrong ELSE ?4 END, error = ?5, report = ?6,"
                      " handled_bytes = CASE WHEN ?2 = 3 THEN bytes ELSE handled_bytes END WHERE id = ?1");
SQL(SQL_IMPORT_PROGRESS, "UPDATE import SET handled_bytes = ?2, row_count = ?3, wrong = ?4 WHERE id = ?1");
SQL(SQL_IMPORT_ADDED,
    "UPDATE import SET handled_bytes = ?2, handled_rows = ?3, added = added + ?4, repeated = repeated + ?5"
    " WHERE id = ?1");

void task_key_hash(const char *external_id, const json_t *data, unsigned char hash[16]) {
    CLEANUP(buf_free) struct buf text = {0};
    if (external_id) {
        buf_add_char(&text, 'e');
        buf_add_text(&text, external_id);
    } else {
        buf_add_char(&text, 'd');
        json_write(&text, data, true);
    }
    crypto_generichash(hash, 16, (const unsigned char *)text.data, text.len, NULL, 0);
}

/* --- rows --- */

/* Keys seen in this command and known in the store, by open addressing. */
struct key_set {
    unsigned char (*slots)[16];
    bool *used;
    size_t size;
};

static bool key_add(struct key_set *set, const unsigned char key[16]) {
    uint64_t at;
    memcpy(&at, key, sizeof at);
    for (;; at++) {
        size_t i = at & (set->size - 1);
        if (!set->used[i]) {
            set->used[i] = true;
            memcpy(set->slots[i], key, 16);
            return true;
        }
        if (memcmp(set->slots[i], key, 16) == 0) return false;
    }
}

static err keys_load(struct tx *tx, int64_t project_id, const struct task_row *rows, size_t count,
                     struct key_set *set) {
    for (size_t from = 0; from < count; from += LOOKUP_KEYS) {
        struct statement *s = statement(tx->conn, &SQL_KEYS_KNOWN);
        statement_int(s, project_id);
        for (size_t i = 0; i < LOOKUP_KEYS; i++) {
            const struct task_row *row = &rows[from + i < count ? from + i : count - 1];
            statement_bytes(s, (str){(const char *)row->key_hash, 16});
        }
        for (;;) {
            bool has_row;
            TRY(statement_step(s, &has_row));
            if (!has_row) break;
            str key = statement_col_bytes(s, 0);
            if (key.len == 16) key_add(set, (const unsigned char *)key.data);
        }
        statement_end(s);
    }
    return OK;
}

static err row_write(struct tx *tx, struct tx_project *project, const struct task_row *row, int64_t now_usec) {
    struct project_count *count = &project->count;
    int64_t project_id = project->project.id, id = count->next_task++;
    int lane = row->gold ? LANE_GOLD : row->priority;
    struct statement *s = statement(tx->conn, &SQL_DATA_ADD);
    statement_int(s, project_id);
    statement_int(s, id);
    statement_text_or_null(s, row->external_id);
    statement_bytes(s, (str){(const char *)row->key_hash, 16});
    statement_text(s, row->data);
    statement_text_or_null(s, row->gold);
    statement_text_or_null(s, row->predictions);
    statement_text_or_null(s, row->annotations);
    statement_int(s, now_usec);
    TRY(statement_run(s, 1));
    s = statement(tx->conn, &SQL_TASK_ADD);
    statement_int(s, project_id);
    statement_int(s, id);
    statement_int(s, lane);
    statement_int(s, count->next_position++);
    /* A draft gives out nothing, so its tasks can stand in the queue already and publishing touches none of them. */
    statement_int(s, project->project.state == PROJECT_DRAFT ? TASK_OPEN : TASK_UNFUNDED);
    TRY(statement_run(s, 1));
    count->tasks++;
    count->gold_tasks += lane == LANE_GOLD;
    count->lanes |= INT64_C(1) << lane;
    project->changed = true;
    return OK;
}

static err rows_write(struct tx *tx, struct tx_project *project, const struct task_add *args, int64_t now_usec,
                      int64_t *added) {
    struct key_set set = {.size = 64};
    while (set.size < args->count * 4) set.size *= 2;
    set.slots = arena_alloc(&tx->arena, set.size * 16);
    set.used = arena_alloc(&tx->arena, set.size * sizeof *set.used);
    if (args->count > 0) TRY(keys_load(tx, project->project.id, args->rows, args->count, &set));
    *added = 0;
    for (size_t i = 0; i < args->count; i++) {
        if (!key_add(&set, args->rows[i].key_hash)) continue;
        TRY(row_write(tx, project, &args->rows[i], now_usec));
        ++*added;
    }
    return OK;
}

static err task_add_run(struct tx *tx, struct command *c) {
    const struct task_add *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    if (c->actor_id != 0 && project->project.owner_id != c->actor_id)
        return problem_set(c->problem, ERR_NOT_FOUND, "You have no project %lld.", (long long)args->project_id);
    if (project->project.state == PROJECT_COMPLETED)
        return problem_set(c->problem, ERR_BAD_STATE, "A completed project takes no more tasks.");
    if (project->count.tasks + (int64_t)args->count > TASKS_PER_PROJECT_MAX)
        return problem_set(c->problem, ERR_CONFLICT, "A project holds at most %d tasks.", TASKS_PER_PROJECT_MAX);
    int64_t added;
    TRY(rows_write(tx, project, args, c->now_usec, &added));
    int64_t repeated = (int64_t)args->count - added;
    if (args->import_id) {
        struct statement *s = statement(tx->conn, &SQL_IMPORT_ADDED);
        statement_int(s, args->import_id);
        statement_int(s, args->handled_bytes);
        statement_int(s, args->handled_rows);
        statement_int(s, added);
        statement_int(s, repeated);
        TRY(statement_run(s, 1));
        tx_event(tx, args->project_id, 0, c->now_usec, "import.progress", "{\"import\":%lld,\"handled_bytes\":%lld}",
                 (long long)args->import_id, (long long)args->handled_bytes);
    }
    command_reply(c, "{\"added\":%lld,\"repeated\":%lld}", (long long)added, (long long)repeated);
    return OK;
}
const struct command_kind cmd_task_add = {"task_add", task_add_run, .of_project = true};

/* --- imports --- */

static err import_create_run(struct tx *tx, struct command *c) {
    const struct import_create *args = c->args;
    struct tx_project *project;
    TRY(tx_project_get(tx, args->project_id, &project, c->problem));
    if (project->project.owner_id != c->actor_id)
        return problem_set(c->problem, ERR_NOT_FOUND, "You have no project %lld.", (long long)args->project_id);
    if (project->project.state == PROJECT_COMPLETED)
        return problem_set(c->problem, ERR_BAD_STATE, "A completed project takes no more tasks.");
    struct statement *s = statement(tx->conn, &SQL_IMPORT_ADD);
    statement_int(s, args->id);
    statement_int(s, args->project_id);
    statement_int(s, c->actor_id);
    statement_text(s, args->file_name);
    statement_text(s, args->format);
    statement_int(s, args->good_rows);
    statement_int(s, args->bytes);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_import_create = {"import_create", import_create_run};

struct import_row_state {
    int64_t project_id, state, bytes, received_bytes;
};

static err import_load(struct tx *tx, int64_t id, struct import_row_state *row, struct problem *p) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_IMPORT_LOAD);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    if (found)
        *row = (struct import_row_state){statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2),
                                         statement_col_int(s, 3)};
    statement_end(s);
    return found ? OK : problem_set(p, ERR_NOT_FOUND, "There is no import %lld.", (long long)id);
}

static err import_received_run(struct tx *tx, struct command *c) {
    const struct import_received *args = c->args;
    struct import_row_state row;
    TRY(import_load(tx, args->id, &row, c->problem));
    if (row.state != IMPORT_UPLOADING)
        return problem_set(c->problem, ERR_BAD_STATE, "This import takes no more parts.");
    struct statement *s = statement(tx->conn, &SQL_IMPORT_RECEIVED);
    statement_int(s, args->id);
    statement_int(s, args->received_bytes);
    return statement_run(s, 1);
}
const struct command_kind cmd_import_received = {"import_received", import_received_run};

static err import_state_write(struct tx *tx, int64_t id, enum import_state state, int64_t rows, int64_t wrong,
                              const char *error, str report) {
    struct statement *s = statement(tx->conn, &SQL_IMPORT_STATE);
    statement_int(s, id);
    statement_int(s, state);
    statement_int(s, rows);
    statement_int(s, wrong);
    statement_text_or_null(s, error);
    statement_text(s, report);
    return statement_run(s, 1);
}

static err import_start_run(struct tx *tx, struct command *c) {
    const struct import_start *args = c->args;
    struct import_row_state row;
    TRY(import_load(tx, args->id, &row, c->problem));
    if (row.state != IMPORT_UPLOADING)
        return problem_set(c->problem, ERR_BAD_STATE, "This import has been started already.");
    if (row.received_bytes != row.bytes)
        return problem_set(c->problem, ERR_UPLOAD_GAP, "%lld of %lld bytes have arrived; send the rest from there.",
                           (long long)row.received_bytes, (long long)row.bytes);
    TRY(import_state_write(tx, args->id, IMPORT_CHECKING, -1, -1, NULL, STR("")));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_import_start = {"import_start", import_start_run};

static err import_progress_run(struct tx *tx, struct command *c) {
    const struct import_progress *args = c->args;
    struct import_row_state row;
    TRY(import_load(tx, args->id, &row, c->problem));
    struct statement *s = statement(tx->conn, &SQL_IMPORT_PROGRESS);
    statement_int(s, args->id);
    statement_int(s, args->handled_bytes);
    statement_int(s, args->rows);
    statement_int(s, args->wrong);
    TRY(statement_run(s, 1));
    tx_event(tx, row.project_id, 0, c->now_usec, "import.progress", "{\"import\":%lld,\"handled_bytes\":%lld}",
             (long long)args->id, (long long)args->handled_bytes);
    return OK;
}
const struct command_kind cmd_import_progress = {"import_progress", import_progress_run};

static err import_state_set_run(struct tx *tx, struct command *c) {
    const struct import_state_set *args = c->args;
    struct import_row_state row;
    TRY(import_load(tx, args->id, &row, c->problem));
    TRY(import_state_write(tx, args->id, args->state, args->rows, args->wrong, args->error, args->report));
    if (args->state == IMPORT_DONE || args->state == IMPORT_FAILED)
        tx_event(tx, row.project_id, 0, c->now_usec, "import.done", "{\"import\":%lld,\"ok\":%s}", (long long)args->id,
                 args->state == IMPORT_DONE ? "true" : "false");
    return OK;
}
const struct command_kind cmd_import_state_set = {"import_state_set", import_state_set_run};
