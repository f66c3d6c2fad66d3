/* `faena bench bare` and `insert`: what the store alone can do. */
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/limits.h"
#include "cli/bench.h"
#include "core/commands.h"
#include "core/writer.h"

/* The workers of `prepare`'s output, read from a file. */
static int workers_read(const char *path, int64_t ids[BENCH_WORKERS_MAX], int64_t *project_id) {
    json_error_t error;
    json_t *setup = json_load_file(path, 0, &error);
    if (!setup) {
        fprintf(stderr, "faena bench: --setup %s: %s\n", path, error.text);
        exit(1);
    }
    *project_id = json_int(setup, "project", 0);
    json_t *workers = json_object_get(setup, "workers");
    int count = 0;
    for (; count < (int)json_array_size(workers) && count < BENCH_WORKERS_MAX; count++)
        ids[count] = json_int(json_array_get(workers, (size_t)count), "id", 0);
    json_decref(setup);
    return count;
}

struct bare_worker {
    int64_t id, task_id;
    struct command command;
    struct work_submit submit;
    struct work_take take;
    struct problem problem;
    struct arena arena;
    char request_id[40];
};

static const char result[] =
    "[{\"from_name\":\"genre\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"choices\":[\"Drama\"]}}]";
static const char key[] = "{\"genre\":[\"Drama\"]}";

static void order(struct bare_worker *w, int64_t project_id, int64_t cycle) {
    arena_reset(&w->arena);
    int len = snprintf(w->request_id, sizeof w->request_id, "bare-%lld-%lld", (long long)clock_monotonic_usec(),
                       (long long)cycle);
    w->command = (struct command){.actor_id = w->id,
                                  .now_usec = clock_usec(),
                                  .arena = &w->arena,
                                  .problem = &w->problem,
                                  .request_id = {w->request_id, (size_t)len}};
    if (w->task_id == 0) {
        w->take.project_id = project_id;
        w->command.kind = &cmd_work_take;
        w->command.args = &w->take;
    } else {
        w->submit = (struct work_submit){.project_id = project_id,
                                         .task_id = w->task_id,
                                         .result = STR(result),
                                         .answer_key = STR(key),
                                         .gold_right = -1,
                                         .measured_usec = 5000000,
                                         .take_next = true};
        w->command.kind = &cmd_work_submit;
        w->command.args = &w->submit;
    }
}

static int64_t next_task(const struct command *c) {
    if (c->outcome != OK) return 0;
    const char *at = strstr(c->reply, "\"task\":");
    return at ? strtoll(at + 7, NULL, 10) : 0;
}

/* Batches of all workers, straight through the writer's own transaction code: the product's SQL and rules without
 * queue, thread change, HTTP or JSON requests. */
int bench_bare(struct cli *cli) {
    int64_t ids[BENCH_WORKERS_MAX], project_id, seconds = bench_number(cli, "--seconds", 5);
    int count = workers_read(bench_text(cli, "--setup", "setup.json"), ids, &project_id);
    if (count > COMMANDS_PER_BATCH_MAX) count = COMMANDS_PER_BATCH_MAX;
    struct store *store;
    struct store_conn *conn;
    struct problem p = {0};
    if (store_open(cli->database, false, &store, &p) != OK || store_connect(store, STORE_WRITE, &conn, &p) != OK) {
        fprintf(stderr, "faena bench: %s\n", p.detail);
        return 1;
    }
    struct bare_worker *workers = mem_alloc(sizeof *workers * (size_t)count);
    for (int i = 0; i < count; i++) workers[i].id = ids[i];
    int64_t cycles = 0, batches = 0, start = 0;
    for (int64_t now = clock_monotonic_usec();; now = clock_monotonic_usec()) {
        if (batches == 2) start = now, cycles = 0; /* the first two take and prepare */
        if (start && now - start > seconds * 1000000) break;
        for (int i = 0; i < count; i++) {
            order(&workers[i], project_id, cycles + i);
            workers[i].command.next = i + 1 < count ? &workers[i + 1].command : NULL;
        }
        if (writer_batch(conn, &workers[0].command, count) != OK) {
            fprintf(stderr, "faena bench: the batch failed: %s\n", store_message(conn));
            return 1;
        }
        for (int i = 0; i < count; i++) {
            if (workers[i].task_id && workers[i].command.outcome == OK) cycles++;
            workers[i].task_id = next_task(&workers[i].command);
        }
        batches++;
    }
    double took = (double)(clock_monotonic_usec() - start) / 1e6;
    printf("{\"cycles\":%lld,\"seconds\":%.3f,\"per_second\":%.0f}\n", (long long)cycles, took, (double)cycles / took);
    for (int i = 0; i < count; i++) arena_free(&workers[i].arena);
    free(workers);
    store_disconnect(conn);
    store_close(store);
    return 0;
}

/* --- insert --- */

static void must(int code, sqlite3 *db) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "faena bench: sqlite: %s\n", sqlite3_errmsg(db));
    exit(1);
}

/* The rows of an import of N tasks of 300 bytes as SQLite alone takes them, 500 a transaction, into the product's
 * tables. */
int bench_insert(struct cli *cli) {
    int64_t tasks = bench_number(cli, "--tasks", 1000000);
    const char *path = strncmp(cli->database, "sqlite:", 7) == 0 ? cli->database + 7 : cli->database;
    sqlite3 *db;
    sqlite3_stmt *data, *task;
    must(sqlite3_open(path, &db), db);
    must(sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000", NULL, NULL,
                      NULL),
         db);
    must(sqlite3_prepare_v2(
             db, "INSERT INTO task_data (project_id, id, key_hash, data, created_usec) VALUES (1, ?1, ?2, ?3, ?4)", -1,
             &data, NULL),
         db);
    must(sqlite3_prepare_v2(db, "INSERT INTO task (project_id, id, lane, position, state) VALUES (1, ?1, 0, ?1, 1)", -1,
                            &task, NULL),
         db);
    char text[400];
    memset(text, 'x', sizeof text);
    int64_t start = clock_monotonic_usec();
    for (int64_t id = 1; id <= tasks; id++) {
        if (id % 500 == 1) must(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), db);
        unsigned char hash[16];
        int len = snprintf(text, sizeof text, "{\"text\":\"%lld %0270lld\"}", (long long)id, (long long)id);
        crypto_generichash(hash, sizeof hash, (const unsigned char *)text, (size_t)len, NULL, 0);
        must(sqlite3_bind_int64(data, 1, id), db);
        must(sqlite3_bind_blob(data, 2, hash, sizeof hash, SQLITE_STATIC), db);
        must(sqlite3_bind_text(data, 3, text, len, SQLITE_STATIC), db);
        must(sqlite3_bind_int64(data, 4, start), db);
        must(sqlite3_step(data), db);
        sqlite3_reset(data);
        must(sqlite3_bind_int64(task, 1, id), db);
        must(sqlite3_step(task), db);
        sqlite3_reset(task);
        if (id % 500 == 0 || id == tasks) must(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), db);
    }
    double took = (double)(clock_monotonic_usec() - start) / 1e6;
    printf("{\"rows\":%lld,\"seconds\":%.3f,\"per_second\":%.0f}\n", (long long)tasks, took, (double)tasks / took);
    sqlite3_finalize(data);
    sqlite3_finalize(task);
    sqlite3_close(db);
    return 0;
}
