/* The PostgreSQL driver: libpq in pipeline mode on write connections, so that a save costs no round trip.
 *
 * A write connection is always in pipeline mode. Saves are sent and remembered in `pending`; a load sends its query,
 * asks for a flush and reads results in order until its own. A save that failed shows at the next load or at COMMIT,
 * which is why nothing may be told to anybody before COMMIT came back. After an error the pipeline is aborted until a
 * sync: the rollback sends one and reads everything up to it. */
#include <assert.h>
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "store/ahead.h"
#include "store/driver.h"

enum { PENDING_MAX = 2048 };

enum expect { EXPECT_COMMAND, EXPECT_ROWS, EXPECT_QUERY, EXPECT_AHEAD };

struct pending {
    enum expect expect;
    int64_t rows; /* with EXPECT_ROWS; -1 = any. With EXPECT_AHEAD: number of the query */
    struct statement *statement;
    int64_t *changed;
};

struct pg {
    PGconn *pq;
    struct pending pending[PENDING_MAX]; /* ring */
    unsigned first, count;
    unsigned next_name;
    err failed; /* first fault of this transaction */
    char message[300];
    bool listening;
    struct ahead ahead; /* of a write connection */
};

/* prepared statement: its name on this connection and the result being read */
struct pg_statement {
    char name[16];
    PGresult *result;
    bool lent; /* the result belongs to what was read ahead */
    int row;
    unsigned char *bytes; /* unescaped bytea of the last col_bytes */
};

static err fault(struct pg *pg, const PGresult *result, const char *what) {
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    snprintf(pg->message, sizeof pg->message, "%s", result ? PQresultErrorMessage(result) : PQerrorMessage(pg->pq));
    pg->message[strcspn(pg->message, "\n")] = 0;
    if (PQstatus(pg->pq) == CONNECTION_BAD) return ERR_STORE_LOST;
    if (!state) return ERR_STORE_LOST;
    if (strcmp(state, "53100") == 0) return ERR_STORE_FULL;
    if (strncmp(state, "40", 2) == 0 || strncmp(state, "23", 2) == 0 || strcmp(state, "55P03") == 0)
        return ERR_STORE_CONFLICT;
    if (strncmp(state, "08", 2) == 0 || strncmp(state, "57", 2) == 0 || strncmp(state, "53", 2) == 0 ||
        strncmp(state, "58", 2) == 0 || strcmp(state, "25006") == 0)
        return ERR_STORE_LOST;
    log_line(LOG_ERROR, NULL, "postgresql: %s in: %s", pg->message, what);
    return ERR_INTERNAL;
}

static err open_(struct store_conn *conn) {
    struct pg *pg = conn->handle;
    pg->first = pg->count = pg->next_name = 0;
    pg->failed = OK;
    pg->listening = false;
    pg->pq = PQconnectdb(conn->store->url);
    if (PQstatus(pg->pq) != CONNECTION_OK) {
        snprintf(pg->message, sizeof pg->message, "%s", PQerrorMessage(pg->pq));
        pg->message[strcspn(pg->message, "\n")] = 0;
        return ERR_STORE_LOST;
    }
    /* A prepared statement keeps the plan it got when its table was new and empty. Every statement here has an index
     * made for it, so generic plans that shun sequential scans are the right ones from the first row on. */
    const char *setup =
        conn->access == STORE_WRITE
            ? "SET synchronous_commit = on; SET client_min_messages = warning; SET jit = off;"
              "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan;"
              "SET idle_in_transaction_session_timeout = '60s'"
            : "SET default_transaction_read_only = on; SET client_min_messages = warning; SET jit = off;"
              "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan";
    PGresult *result = PQexec(pg->pq, setup);
    err e = PQresultStatus(result) == PGRES_COMMAND_OK ? OK : fault(pg, result, setup);
    PQclear(result);
    if (e == OK && conn->access == STORE_WRITE && !PQenterPipelineMode(pg->pq)) e = ERR_STORE_LOST;
    return e;
}

static void rows_free(void *rows) { PQclear(rows); }

static err connect_(struct store_conn *conn, struct problem *p) {
    struct pg *pg = conn->handle = mem_alloc(sizeof *pg);
    ahead_init(&pg->ahead, rows_free);
    err e = open_(conn);
    return e == OK ? OK : problem_set(p, e, "PostgreSQL cannot be reached: %s.", pg->message);
}

static void statement_forget(struct statement *s) {
    struct pg_statement *ps = s->prepared;
    if (!ps) return;
    if (!ps->lent) PQclear(ps->result);
    PQfreemem(ps->bytes);
    free(ps);
    s->prepared = NULL;
    s->running = false;
}

static void disconnect(struct store_conn *conn) {
    struct pg *pg = conn->handle;
    PQfinish(pg->pq);
    ahead_clear(&pg->ahead);
    arena_free(&pg->ahead.arena);
    free(pg);
}

static err reconnect(struct store_conn *conn) {
    struct pg *pg = conn->handle;
    if (PQstatus(pg->pq) == CONNECTION_OK && pg->failed != ERR_STORE_LOST) return OK;
    for (int i = 0; i < STATEMENTS_MAX; i++)
        if (conn->statements[i]) statement_forget(conn->statements[i]);
    PQfinish(pg->pq);
    return open_(conn);
}

/* --- pipeline --- */

/* Checks one result against what was expected of it; takes the result over. */
static err settle(struct pg *pg, const struct pending *want, PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    err e = OK;
    if (status == PGRES_PIPELINE_ABORTED) {
        e = pg->failed != OK ? pg->failed : ERR_INTERNAL;
    } else if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        e = fault(pg, result, want->statement ? want->statement->sql->text : "(control)");
    } else if (want->expect == EXPECT_QUERY) {
        struct pg_statement *ps = want->statement->prepared;
        ps->result = result;
        ps->lent = false;
        ps->row = -1;
        return OK;
    } else if (want->expect == EXPECT_AHEAD) {
        ahead_take(&pg->ahead, (int)want->rows, result);
        return OK;
    } else if (want->expect == EXPECT_ROWS) {
        int64_t count = 0;
        str_to_int64(str_from(PQcmdTuples(result)), &count);
        if (want->changed) *want->changed = count;
        if (want->rows >= 0 && count != want->rows) {
            log_line(LOG_ERROR, NULL, "a save changed %lld rows, not %lld: %s", (long long)count, (long long)want->rows,
                     want->statement->sql->text);
            e = ERR_STORE_CONFLICT;
        }
    }
    PQclear(result);
    return e;
}

/* Reads the results of everything sent so far. */
static err drain(struct pg *pg) {
    if (pg->count > 0 && !PQsendFlushRequest(pg->pq)) return pg->failed = ERR_STORE_LOST;
    for (int nulls = 0; pg->count > 0;) {
        PGresult *result = PQgetResult(pg->pq);
        if (!result) {
            /* When the server went away in the middle, libpq may forget what was sent and say "nothing more" for ever,
             * on a connection that it still calls good. */
            if (PQstatus(pg->pq) == CONNECTION_BAD || ++nulls == 3) return pg->failed = ERR_STORE_LOST;
            continue;
        }
        nulls = 0;
        struct pending want = pg->pending[pg->first];
        pg->first = (pg->first + 1) % PENDING_MAX;
        pg->count--;
        err e = settle(pg, &want, result);
        if (e != OK && pg->failed == OK) pg->failed = e;
        if (PQstatus(pg->pq) == CONNECTION_BAD) return pg->failed = ERR_STORE_LOST;
        result = PQgetResult(pg->pq); /* the NULL that ends this query */
        assert(!result);
    }
    return pg->failed;
}

static err push(struct pg *pg, struct pending want) {
    if (pg->count == PENDING_MAX) TRY(drain(pg));
    pg->pending[(pg->first + pg->count) % PENDING_MAX] = want;
    pg->count++;
    return OK;
}

/* Parameters in libpq's form: integers binary, the rest as they are. */
struct wire {
    const char *values[PARAMS_MAX];
    int lengths[PARAMS_MAX], formats[PARAMS_MAX];
    Oid types[PARAMS_MAX];
    int64_t integers[PARAMS_MAX];
    char reals[PARAMS_MAX][32];
};

static void to_wire(const struct statement *s, struct wire *w) {
    for (int i = 0; i < s->param_count; i++) {
        const struct param *p = &s->params[i];
        w->formats[i] = 1;
        switch (p->kind) {
        case PARAM_NULL:
            w->values[i] = NULL;
            w->lengths[i] = 0;
            w->types[i] = 0;
            break;
        case PARAM_INT:
            w->integers[i] = (int64_t)htobe64((uint64_t)p->integer);
            w->values[i] = (const char *)&w->integers[i];
            w->lengths[i] = 8;
            w->types[i] = 20; /* int8 */
            break;
        case PARAM_REAL:
            snprintf(w->reals[i], sizeof w->reals[i], "%.17g", p->real);
            w->values[i] = w->reals[i];
            w->formats[i] = 0;
            w->lengths[i] = 0;
            w->types[i] = 701; /* float8 */
            break;
        case PARAM_TEXT:
        case PARAM_BYTES:
            w->values[i] = p->text.data ? p->text.data : "";
            w->lengths[i] = (int)p->text.len;
            w->types[i] = p->kind == PARAM_TEXT ? 25 : 17; /* text, bytea */
            break;
        }
    }
}

/* Makes sure that the statement is prepared here and its parameters are in w. */
static err prepare(struct statement *s, struct wire *w, bool pipeline) {
    struct pg *pg = s->conn->handle;
    to_wire(s, w);
    if (s->prepared) return OK;
    struct pg_statement *ps = mem_alloc(sizeof *ps);
    snprintf(ps->name, sizeof ps->name, "s%u", pg->next_name++);
    char *text = driver_translate(STORE_POSTGRES, s->sql->text);
    err e = OK;
    if (pipeline) {
        if (!PQsendPrepare(pg->pq, ps->name, text, s->param_count, w->types)) e = ERR_STORE_LOST;
        if (e == OK) e = push(pg, (struct pending){.expect = EXPECT_COMMAND, .statement = s});
    } else {
        PGresult *result = PQprepare(pg->pq, ps->name, text, s->param_count, w->types);
        if (PQresultStatus(result) != PGRES_COMMAND_OK) e = fault(pg, result, s->sql->text);
        PQclear(result);
    }
    free(text);
    s->prepared = ps;
    if (e != OK) statement_forget(s);
    return e;
}

/* A statement whose PREPARE was in an aborted pipeline does not exist on the server: prepare all again after a fault.
 */
static void forget_all(struct store_conn *conn) {
    for (int i = 0; i < STATEMENTS_MAX; i++)
        if (conn->statements[i]) statement_forget(conn->statements[i]);
    struct pg *pg = conn->handle;
    pg->next_name += 1;
}

static err send_(struct statement *s, struct pending want) {
    struct pg *pg = s->conn->handle;
    struct wire w;
    TRY(prepare(s, &w, true));
    struct pg_statement *ps = s->prepared;
    if (!PQsendQueryPrepared(pg->pq, ps->name, s->param_count, w.values, w.lengths, w.formats, 0))
        return pg->failed = ERR_STORE_LOST;
    return push(pg, want);
}

static err control(struct store_conn *conn, const char *text) {
    struct pg *pg = conn->handle;
    if (!PQsendQueryParams(pg->pq, text, 0, NULL, NULL, NULL, NULL, 0)) return pg->failed = ERR_STORE_LOST;
    return push(pg, (struct pending){.expect = EXPECT_COMMAND});
}

static err plain(struct store_conn *conn, const char *text) {
    struct pg *pg = conn->handle;
    PGresult *result = PQexec(pg->pq, text);
    ExecStatusType status = PQresultStatus(result);
    err e = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? OK : fault(pg, result, text);
    if (e == ERR_STORE_LOST) pg->failed = e;
    PQclear(result);
    return e;
}

static err begin(struct store_conn *conn) {
    struct pg *pg = conn->handle;
    if (conn->access == STORE_READ) return plain(conn, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (pg->failed == ERR_STORE_LOST) return ERR_STORE_LOST;
    pg->failed = OK;
    ahead_clear(&pg->ahead);
    return control(conn, "BEGIN");
}

/* Ends the pipeline's current stretch and reads everything up to its end. */
static err sync_(struct pg *pg) {
    if (!PQpipelineSync(pg->pq)) return pg->failed = ERR_STORE_LOST;
    drain(pg);
    for (int nulls = 0; nulls < 3;) {
        PGresult *result = PQgetResult(pg->pq);
        ExecStatusType status = PQresultStatus(result);
        PQclear(result);
        if (result && status == PGRES_PIPELINE_SYNC) return pg->failed;
        if (PQstatus(pg->pq) == CONNECTION_BAD) break;
        if (!result) nulls++;
    }
    return pg->failed = ERR_STORE_LOST;
}

static err commit(struct store_conn *conn) {
    struct pg *pg = conn->handle;
    TRY(drain(pg)); /* a COMMIT after a failed save would end the transaction as if nothing had happened */
    TRY(control(conn, "COMMIT"));
    TRY(sync_(pg));
    ahead_clear(&pg->ahead);
    return OK;
}

static void rollback(struct store_conn *conn) {
    struct pg *pg = conn->handle;
    if (conn->access == STORE_READ) {
        for (int i = 0; i < STATEMENTS_MAX; i++)
            if (conn->statements[i]) statement_end(conn->statements[i]);
        plain(conn, "ROLLBACK");
        return;
    }
    if (pg->failed != ERR_STORE_LOST) sync_(pg);
    ahead_clear(&pg->ahead);
    forget_all(conn);
    if (pg->failed == ERR_STORE_LOST) return;
    pg->failed = OK;
    if (control(conn, "ROLLBACK") == OK && control(conn, "DEALLOCATE ALL") == OK) sync_(pg);
    if (pg->failed != ERR_STORE_LOST) pg->failed = OK;
}

/* --- statements --- */

static err ahead(struct statement *s, int64_t owner) {
    struct pg *pg = s->conn->handle;
    if (pg->failed != OK) return pg->failed;
    int number = ahead_add(&pg->ahead, s, owner);
    return number < 0 ? OK : send_(s, (struct pending){.expect = EXPECT_AHEAD, .statement = s, .rows = number});
}

static bool is_ahead(struct statement *s) {
    struct pg *pg = s->conn->handle;
    return ahead_find(&pg->ahead, s) != NULL;
}

static void drop(struct store_conn *conn, int64_t owner) {
    struct pg *pg = conn->handle;
    ahead_drop(&pg->ahead, owner);
}

static err step(struct statement *s, bool *has_row) {
    struct pg *pg = s->conn->handle;
    struct ahead_query *query = s->running ? NULL : ahead_find(&pg->ahead, s);
    if (!s->running) {
        if (query) {
            if (!query->rows) TRY(drain(pg));
            struct pg_statement *ps = s->prepared;
            ps->result = query->rows;
            ps->lent = true;
            ps->row = -1;
        } else if (s->conn->access == STORE_WRITE) {
            TRY(send_(s, (struct pending){.expect = EXPECT_QUERY, .statement = s}));
            TRY(drain(pg));
        } else {
            struct wire w;
            TRY(prepare(s, &w, false));
            struct pg_statement *ps = s->prepared;
            PGresult *result = PQexecPrepared(pg->pq, ps->name, s->param_count, w.values, w.lengths, w.formats, 0);
            if (PQresultStatus(result) != PGRES_TUPLES_OK && PQresultStatus(result) != PGRES_COMMAND_OK) {
                err e = fault(pg, result, s->sql->text);
                if (e == ERR_STORE_LOST) pg->failed = e;
                PQclear(result);
                return e;
            }
            ps->result = result;
            ps->lent = false;
            ps->row = -1;
        }
        s->running = true;
    }
    struct pg_statement *ps = s->prepared;
    *has_row = ++ps->row < PQntuples(ps->result);
    return OK;
}

static void end(struct statement *s) {
    struct pg_statement *ps = s->prepared;
    if (!ps) return;
    if (!ps->lent) PQclear(ps->result);
    ps->result = NULL;
    ps->lent = false;
    PQfreemem(ps->bytes);
    ps->bytes = NULL;
}

static err run(struct statement *s, int64_t rows, int64_t *changed) {
    struct pg *pg = s->conn->handle;
    if (pg->failed != OK) return pg->failed;
    TRY(send_(s, (struct pending){.expect = EXPECT_ROWS, .rows = rows, .statement = s, .changed = changed}));
    return changed ? drain(pg) : OK;
}

static int64_t col_int(struct statement *s, int column) {
    struct pg_statement *ps = s->prepared;
    return PQgetisnull(ps->result, ps->row, column) ? 0 : strtoll(PQgetvalue(ps->result, ps->row, column), NULL, 10);
}

static double col_real(struct statement *s, int column) {
    struct pg_statement *ps = s->prepared;
    return PQgetisnull(ps->result, ps->row, column) ? 0 : strtod(PQgetvalue(ps->result, ps->row, column), NULL);
}

static str col_text(struct statement *s, int column) {
    struct pg_statement *ps = s->prepared;
    return (str){PQgetvalue(ps->result, ps->row, column), (size_t)PQgetlength(ps->result, ps->row, column)};
}

static str col_bytes(struct statement *s, int column) {
    struct pg_statement *ps = s->prepared;
    size_t len = 0;
    PQfreemem(ps->bytes);
    ps->bytes = PQunescapeBytea((const unsigned char *)PQgetvalue(ps->result, ps->row, column), &len);
    return (str){(const char *)ps->bytes, len};
}

static bool col_null(struct statement *s, int column) {
    struct pg_statement *ps = s->prepared;
    return PQgetisnull(ps->result, ps->row, column);
}

static err script(struct store_conn *conn, const char *text) {
    struct pg *pg = conn->handle;
    if (conn->access == STORE_READ) return plain(conn, text);
    /* Several statements in one text need the simple protocol, which pipeline mode does not have. */
    TRY(sync_(pg));
    if (!PQexitPipelineMode(pg->pq)) return pg->failed = ERR_STORE_LOST;
    err e = plain(conn, text);
    if (!PQenterPipelineMode(pg->pq)) return pg->failed = ERR_STORE_LOST;
    if (e != OK) pg->failed = e;
    return e;
}

static const char *message(const struct store_conn *conn) {
    const struct pg *pg = conn->handle;
    return pg->message;
}

static bool has_table(struct store_conn *conn, const char *name) {
    struct pg *pg = conn->handle;
    bool piped = PQpipelineStatus(pg->pq) != PQ_PIPELINE_OFF;
    if (piped) PQexitPipelineMode(pg->pq);
    PGresult *result = PQexecParams(pg->pq, "SELECT to_regclass($1) IS NOT NULL", 1, NULL, &name, NULL, NULL, 0);
    bool found = PQresultStatus(result) == PGRES_TUPLES_OK && PQgetvalue(result, 0, 0)[0] == 't';
    PQclear(result);
    if (piped) PQenterPipelineMode(pg->pq);
    return found;
}

const struct driver postgres_driver = {
    .connect = connect_,
    .disconnect = disconnect,
    .reconnect = reconnect,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .step = step,
    .run = run,
    .end = end,
    .col_int = col_int,
    .col_real = col_real,
    .col_text = col_text,
    .col_bytes = col_bytes,
    .col_null = col_null,
    .forget = statement_forget,
    .script = script,
    .message = message,
    .has_table = has_table,
    .ahead = ahead,
    .is_ahead = is_ahead,
    .ahead_drop = drop,
};

/* --- notices --- */

SQL(SQL_NOTIFY, "SELECT pg_notify('faena_events', '')");

err postgres_notify(struct store_conn *conn) {
    return send_(statement(conn, &SQL_NOTIFY),
                 (struct pending){.expect = EXPECT_ROWS, .rows = -1, .statement = statement(conn, &SQL_NOTIFY)});
}

bool postgres_wait_notice(struct store_conn *conn, int64_t timeout_usec) {
    struct pg *pg = conn->handle;
    if (!pg->listening) {
        if (plain(conn, "LISTEN faena_events") != OK) {
            struct timespec pause = {.tv_sec = timeout_usec / 1000000, .tv_nsec = timeout_usec % 1000000 * 1000};
            nanosleep(&pause, NULL);
            reconnect(conn);
            return false;
        }
        pg->listening = true;
        return true; /* events may have come before we listened */
    }
    struct pollfd fd = {.fd = PQsocket(pg->pq), .events = POLLIN};
    poll(&fd, 1, (int)(timeout_usec / 1000));
    bool heard = false;
    if (!PQconsumeInput(pg->pq)) {
        pg->failed = ERR_STORE_LOST;
        reconnect(conn);
        return true;
    }
    for (PGnotify *n; (n = PQnotifies(pg->pq)); heard = true) PQfreemem(n);
    return heard;
}
