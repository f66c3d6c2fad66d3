#include "core/writer.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/json_out.h"
#include "base/limits.h"
#include "base/log.h"
#include "core/tx.h"
#include "core/work_internal.h"

struct writer {
    struct store_conn *conn;
    void (*on_events)(void *arg, int64_t seq);
    void *on_events_arg;
    struct tx tx;
    pthread_t thread;

    pthread_mutex_t lock; /* guards the queue below */
    pthread_cond_t wake;
    struct command *first, **last;
    int queued;
    bool stopping;

    atomic_llong commands, batches, faults, repeated, last_seq;
    atomic_bool tick_asked;
};

/* --- receipts --- */

SQL(SQL_RECEIPT_LOAD, "SELECT request_hash, code, reply FROM receipt WHERE actor_id = ?1 AND request_id = ?2");
SQL(SQL_RECEIPT_SAVE, "INSERT INTO receipt (actor_id, request_id, request_hash, code, reply, created_usec)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

static void fields_restore(struct problem *p, const json_t *fields) {
    size_t i;
    json_t *field;
    json_array_foreach(fields, i, field) {
        const char *path = json_text(field, "path"), *detail = json_text(field, "detail");
        problem_place_add(p, path ? path : "", (int)json_int(field, "line", 0), (int)json_int(field, "column", 0), "%s",
                          detail ? detail : "");
    }
}

/* A refusal's receipt keeps what the problem document is made of. */
static void refusal_restore(struct command *c, str reply) {
    json_t *stored = NULL;
    if (json_parse(reply, &stored, NULL) != OK) {
        c->outcome = ERR_INTERNAL;
        return;
    }
    c->outcome = err_named(json_text(stored, "code"));
    const char *detail = json_text(stored, "detail");
    problem_set(c->problem, c->outcome, "%s", detail ? detail : "");
    c->problem->missing_micros = json_int(stored, "missing_micros", 0);
    fields_restore(c->problem, json_object_get(stored, "fields"));
    json_decref(stored);
}

static struct statement *receipt_query(struct tx *tx, const struct command *c) {
    struct statement *s = statement(tx->conn, &SQL_RECEIPT_LOAD);
    statement_int(s, c->actor_id);
    statement_text(s, c->request_id);
    return s;
}

/* *known when the request id was used before: the command then has its outcome. */
static err receipt_check(struct tx *tx, struct command *c, bool *known) {
    *known = false;
    if (c->request_id.len == 0) return OK;
    struct statement *s = receipt_query(tx, c);
    TRY(statement_one(s, known));
    if (*known) {
        str hash = statement_col_bytes(s, 0);
        if (hash.len != sizeof c->request_hash || memcmp(hash.data, c->request_hash, hash.len) != 0) {
            c->outcome = problem_set(c->problem, ERR_REQUEST_ID_REUSED,
                                     "This Idempotency-Key was used for another request; make a new one for each.");
        } else if (statement_col_int(s, 1) == 0) {
            c->outcome = OK;
            c->reply = arena_str(c->arena, statement_col_text(s, 2)).data;
            c->repeated = true;
        } else {
            refusal_restore(c, statement_col_text(s, 2));
            c->repeated = true;
        }
    }
    statement_end(s);
    return OK;
}

static void refusal_write(struct buf *b, err outcome, const struct problem *p) {
    struct json_out o = out_new(b);
    out_object_begin(&o);
    out_set_text(&o, "code", err_code(outcome));
    out_set_text(&o, "detail", p->detail);
    out_set_int(&o, "missing_micros", p->missing_micros);
    out_key(&o, "fields");
    out_array_begin(&o);
    for (int i = 0; i < p->field_count && i < PROBLEM_FIELDS_MAX; i++) {
        const struct problem_field *f = &p->fields[i];
        out_object_begin(&o);
        out_set_text(&o, "path", f->path);
        out_set_text(&o, "detail", f->detail);
        out_set_int(&o, "line", f->line);
        out_set_int(&o, "column", f->column);
        out_end(&o);
    }
    out_end(&o);
    out_end(&o);
}

static err receipt_save(struct tx *tx, struct command *c) {
    if (c->request_id.len == 0) return OK;
    struct buf refusal = {0};
    if (c->outcome != OK) refusal_write(&refusal, c->outcome, c->problem);
    str reply = c->outcome != OK ? buf_str(&refusal) : c->reply ? str_from(c->reply) : STR("{}");
    struct statement *s = statement(tx->conn, &SQL_RECEIPT_SAVE);
    statement_int(s, c->actor_id);
    statement_text(s, c->request_id);
    statement_bytes(s, (str){(const char *)c->request_hash, sizeof c->request_hash});
    statement_int(s, c->outcome == OK ? 0 : err_status(c->outcome));
    statement_text(s, reply);
    statement_int(s, c->now_usec);
    err e = statement_run(s, 1);
    buf_free(&refusal);
    return e;
}

/* --- batches --- */

/* One command inside an open transaction; returns a fault or OK (the outcome is in the command). */
static err command_run(struct tx *tx, struct command *c) {
    bool known;
    c->outcome = OK;
    c->reply = NULL;
    c->repeated = false;
    memset(c->problem, 0, sizeof *c->problem);
    TRY(receipt_check(tx, c, &known));
    if (known) {
        /* Its own receipt, after a COMMIT whose answer was lost: nobody has heard of it yet. */
        if (c->ran) c->repeated = false;
        return OK;
    }
    c->ran = true;
    c->outcome = c->kind->run(tx, c);
    if (err_is_fault(c->outcome)) return c->outcome;
    return receipt_save(tx, c);
}

err command_run_inside(struct tx *tx, struct command *command) { return command_run(tx, command); }

/* Reading ahead, where a load costs a round trip (PostgreSQL). The loads of the batch's first commands, as far as they
 * know them (kind->ahead), are sent together: one round trip for the locks of the projects and for what follows from
 * the commands' arguments, one for the places in the queues. Then the commands run in their order on rows that are here
 * already. A command's own changes drop what was read for its actor; a task that another one has changed meanwhile is
 * renewed from tx->tasks; labels are counted when all have run. Before the first command that may change anything,
 * all that was read ahead is dropped. */
static int ahead_count(const struct command *first, int count) {
    int ahead = 0;
    for (const struct command *c = first; ahead < count && c->kind->ahead; c = c->next) ahead++;
    return ahead;
}

static err batch_ahead(struct tx *tx, const struct command *c, int count, int step) {
    for (; count > 0; c = c->next, count--) {
        if (step == 0 && c->request_id.len > 0) TRY(statement_ahead(receipt_query(tx, c), c->actor_id));
        TRY(c->kind->ahead(tx, c, step));
    }
    return OK;
}

/* Two nodes that lock the same projects in different orders would stand still. */
static err batch_load(struct tx *tx, const struct command *first, int count, int ahead) {
    int64_t ids[COMMANDS_PER_BATCH_MAX];
    int found = 0, left = count;
    for (const struct command *c = first; left > 0 && found < COMMANDS_PER_BATCH_MAX; c = c->next, left--)
        if (c->kind->of_project) ids[found++] = *(const int64_t *)c->args;
    if (ahead > 0) {
        TRY(tx_projects_ahead(tx, ids, found));
        TRY(batch_ahead(tx, first, ahead, 0));
    }
    if (found > 1) TRY(tx_projects_lock(tx, ids, found));
    if (ahead > 0) TRY(batch_ahead(tx, first, ahead, 1));
    tx->reads_ahead = ahead > 0;
    return OK;
}

/* Nothing is older than it seems any more. */
static err ahead_end(struct tx *tx) {
    tx->reads_ahead = false;
    tx->tasks = NULL;
    TRY(labels_write(tx));
    store_ahead_drop(tx->conn, 0);
    return OK;
}

static err commands_run(struct tx *tx, struct command *first, int count) {
    int ahead = store_reads_ahead(tx->conn) ? ahead_count(first, count) : 0;
    TRY(batch_load(tx, first, count, ahead));
    struct command *c = first;
    for (int i = 0; i < count; i++, c = c->next) {
        if (i == ahead) TRY(ahead_end(tx));
        TRY(command_run(tx, c));
        if (i < ahead) store_ahead_drop(tx->conn, c->actor_id);
    }
    return ahead == count ? ahead_end(tx) : OK;
}

static err commands_commit(struct tx *tx, struct store_conn *conn, struct command *first, int count) {
    err e = tx_begin(tx, conn);
    if (e == OK) e = commands_run(tx, first, count);
    if (e == OK) e = tx_commit(tx);
    if (e != OK) tx_rollback(tx);
    return e;
}

static err batch_try(struct writer *w, struct command *first, int count) {
    err e = commands_commit(&w->tx, w->conn, first, count);
    if (e != OK) atomic_fetch_add(&w->faults, 1);
    return e;
}

err writer_batch(struct store_conn *conn, struct command *first, int count) {
    struct tx tx = {0};
    err e = commands_commit(&tx, conn, first, count);
    arena_free(&tx.arena);
    return e;
}

/* Runs `count` commands as one transaction; after a fault one by one, each tried twice: the second time on a connection
 * made anew if it was lost. A command whose COMMIT went through although its answer was lost finds its own receipt.
 * When no connection can be had, the rest of the batch is given up at once: a wait for each would keep everybody
 * waiting. */
static void batch_run(struct writer *w, struct command *first, int count) {
    if (batch_try(w, first, count) == OK) return;
    bool unreachable = false;
    for (struct command *c = first; count > 0; c = c->next, count--) {
        err e = ERR_STORE_LOST;
        for (int tries = 0; tries < 2 && e != OK && (tries > 0 || !unreachable); tries++) {
            unreachable = store_reconnect(w->conn) != OK;
            if (!unreachable) e = batch_try(w, c, 1);
        }
        if (e == OK) continue;
        log_line(LOG_ERROR, NULL, "command %s failed: %s (%s)", c->kind->name, err_code(e), store_message(w->conn));
        c->outcome = problem_set(c->problem, e, "%s", err_sentence(e));
    }
}

/* Waits for commands and takes one batch off the queue; *count 0 = the writer stops. */
static struct command *batch_take(struct writer *w, int *count) {
    *count = 0;
    pthread_mutex_lock(&w->lock);
    while (!w->first && !w->stopping) pthread_cond_wait(&w->wake, &w->lock);
    struct command *batch = w->first, *last = NULL;
    for (; w->first && *count < COMMANDS_PER_BATCH_MAX; ++*count) {
        if (last && (last->kind->alone || w->first->kind->alone)) break;
        last = w->first;
        w->first = last->next;
    }
    if (last) last->next = NULL;
    if (!w->first) w->last = &w->first;
    w->queued -= *count;
    pthread_mutex_unlock(&w->lock);
    return batch;
}

static void *writer_thread(void *arg) {
    struct writer *w = arg;
    for (;;) {
        int count;
        struct command *batch = batch_take(w, &count);
        if (count == 0) return NULL;
        w->tx.last_seq = 0;
        w->tx.tick_soon = false;
        batch_run(w, batch, count);
        atomic_fetch_add(&w->commands, count);
        atomic_fetch_add(&w->batches, 1);
        while (batch) {
            struct command *c = batch;
            batch = c->next;
            c->next = NULL;
            if (c->repeated) atomic_fetch_add(&w->repeated, 1);
            c->done(c); /* c may be gone after this */
        }
        if (w->tx.tick_soon) atomic_store(&w->tick_asked, true);
        if (w->tx.last_seq > 0) {
            atomic_store(&w->last_seq, w->tx.last_seq);
            if (w->on_events) w->on_events(w->on_events_arg, w->tx.last_seq);
        }
    }
}

err writer_start(struct store *store, void (*on_events)(void *arg, int64_t seq), void *arg, struct writer **out,
                 struct problem *p) {
    struct writer *w = mem_alloc(sizeof *w);
    w->on_events = on_events;
    w->on_events_arg = arg;
    w->last = &w->first;
    arena_init(&w->tx.arena);
    err e = store_connect(store, STORE_WRITE, &w->conn, p);
    if (e != OK) {
        free(w);
        return e;
    }
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->wake, NULL);
    if (pthread_create(&w->thread, NULL, writer_thread, w) != 0) abort();
    *out = w;
    return OK;
}

bool writer_tick_asked(struct writer *w) { return atomic_exchange(&w->tick_asked, false); }

err writer_submit(struct writer *w, struct command *c) {
    err e = OK;
    c->next = NULL;
    pthread_mutex_lock(&w->lock);
    if (w->stopping) {
        e = ERR_STOPPING;
    } else if (w->queued >= QUEUE_COMMANDS_MAX) {
        e = ERR_BUSY;
    } else {
        *w->last = c;
        w->last = &c->next;
        if (w->queued++ == 0) pthread_cond_signal(&w->wake);
    }
    pthread_mutex_unlock(&w->lock);
    return e;
}

struct waiter {
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool done;
};

static void waiter_done(struct command *c) {
    struct waiter *waiter = c->done_arg;
    pthread_mutex_lock(&waiter->lock);
    waiter->done = true;
    pthread_cond_signal(&waiter->wake);
    pthread_mutex_unlock(&waiter->lock);
}

err writer_run(struct writer *w, struct command *c) {
    struct waiter waiter = {.lock = PTHREAD_MUTEX_INITIALIZER, .wake = PTHREAD_COND_INITIALIZER};
    c->done = waiter_done;
    c->done_arg = &waiter;
    err e = writer_submit(w, c);
    if (e != OK) return problem_set(c->problem, e, "%s", err_sentence(e));
    pthread_mutex_lock(&waiter.lock);
    while (!waiter.done) pthread_cond_wait(&waiter.wake, &waiter.lock);
    pthread_mutex_unlock(&waiter.lock);
    return c->outcome;
}

void writer_numbers(struct writer *w, struct writer_numbers *numbers) {
    pthread_mutex_lock(&w->lock);
    numbers->queued = w->queued;
    pthread_mutex_unlock(&w->lock);
    numbers->commands = atomic_load(&w->commands);
    numbers->batches = atomic_load(&w->batches);
    numbers->faults = atomic_load(&w->faults);
    numbers->repeated = atomic_load(&w->repeated);
    numbers->last_seq = atomic_load(&w->last_seq);
}

void writer_stop(struct writer *w) {
    if (!w) return;
    pthread_mutex_lock(&w->lock);
    w->stopping = true;
    pthread_cond_signal(&w->wake);
    pthread_mutex_unlock(&w->lock);
    pthread_join(w->thread, NULL);
    store_disconnect(w->conn);
    arena_free(&w->tx.arena);
    pthread_mutex_destroy(&w->lock);
    pthread_cond_destroy(&w->wake);
    free(w);
}
