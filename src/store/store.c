#include "store/store.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/inject.h"
#include "store/driver.h"
#include "store/schema.h"

SQL(SQL_VERSION, "SELECT value FROM setting WHERE name = 'schema'");
SQL(SQL_BYTES_SQLITE, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
SQL(SQL_BYTES_POSTGRES, "SELECT pg_database_size(current_database())");

/* --- words that differ by database --- */

static const struct {
    const char *word, *sqlite, *postgres;
} words[] = {
    {"@INT@", "INTEGER", "BIGINT"},       {"@BYTES@", "BLOB", "BYTEA"}, {"@REAL@", "REAL", "DOUBLE PRECISION"},
    {"@CLUSTERED@", "WITHOUT ROWID", ""}, {"@LOCK@", "", "FOR UPDATE"}, {"@SKIP@", "", "FOR UPDATE SKIP LOCKED"},
};

char *driver_translate(enum store_kind kind, const char *text) {
    struct buf out = {0};
    while (*text) {
        size_t skip = 0;
        if (*text == '@') {
            for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
                if (strncmp(text, words[i].word, strlen(words[i].word)) != 0) continue;
                skip = strlen(words[i].word);
                buf_add_text(&out, kind == STORE_SQLITE ? words[i].sqlite : words[i].postgres);
                break;
            }
            assert(skip > 0);
            text += skip;
        } else if (*text == '?' && text[1] >= '0' && text[1] <= '9' && kind == STORE_POSTGRES) {
            buf_add_char(&out, '$');
            text++;
        } else {
            buf_add_char(&out, *text++);
        }
    }
    buf_add_text(&out, "");
    return out.data;
}

/* --- opening and migrating --- */

static int schema_version(struct store_conn *conn, err *e) {
    *e = OK;
    if (!conn->driver->has_table(conn, "setting")) return 0;
    bool has_row;
    struct statement *s = statement(conn, &SQL_VERSION);
    *e = statement_one(s, &has_row);
    int64_t version = -1;
    if (*e == OK && has_row && !str_to_int64(statement_col_text(s, 0), &version)) version = -1;
    statement_end(s);
    return (int)version;
}

int store_schema_newest(void) {
    int newest = 0;
    while (store_schema[newest].text) newest++;
    return newest;
}

static err migrate(struct store_conn *conn, int from) {
    for (int version = from; store_schema[version].text; version++) {
        CLEANUP(buf_free) struct buf text = {0};
        char *translated = driver_translate(conn->store->kind, store_schema[version].text);
        buf_add_text(&text, translated);
        free(translated);
        buf_printf(&text,
                   "\nINSERT INTO setting (name, value) VALUES ('schema', '%d') "
                   "ON CONFLICT (name) DO UPDATE SET value = '%d';",
                   version + 1, version + 1);
        TRY(store_begin(conn));
        err e = conn->driver->script(conn, text.data);
        if (e != OK) {
            store_rollback(conn);
            return e;
        }
        TRY(store_commit(conn));
    }
    return OK;
}

static err check_schema(struct store *store, bool create, struct problem *p) {
    struct store_conn *conn;
    TRY(store_connect(store, create ? STORE_WRITE : STORE_READ, &conn, p));
    err e;
    int version = schema_version(conn, &e), newest = store_schema_newest();
    if (e != OK) {
        problem_set(p, e, "The database cannot be read: %s.", store_message(conn));
    } else if (version < 0) {
        e = problem_set(p, ERR_CONFLICT,
                        "This database was not made by faena: its table \"setting\" has no schema number.");
    } else if (version > newest) {
        e = problem_set(p, ERR_STORE_NEWER,
                        "The database has schema %d and this program knows up to %d: use a newer faena.", version,
                        newest);
    } else if (version < newest && !create) {
        e = problem_set(p, ERR_CONFLICT,
                        version == 0
                            ? "The database is empty: run `faena init` first."
                            : "The database is older than this program: run `faena init` to bring it up to date.");
    } else if (version < newest) {
        e = migrate(conn, version);
        if (e != OK) problem_set(p, e, "The schema could not be made: %s.", store_message(conn));
    }
    store_disconnect(conn);
    return e;
}

err store_open(const char *url, bool create, struct store **out, struct problem *p) {
    struct store *store = mem_alloc(sizeof *store);
    store->lock_fd = -1;
    if (strncmp(url, "postgresql://", 13) == 0 || strncmp(url, "postgres://", 11) == 0) {
        store->kind = STORE_POSTGRES;
        store->driver = &postgres_driver;
        store->url = mem_copy(url);
    } else {
        store->kind = STORE_SQLITE;
        store->driver = &sqlite_driver;
        store->url = mem_copy(strncmp(url, "sqlite:", 7) == 0 ? url + 7 : url);
    }
    err e = OK;
    if (store->kind == STORE_SQLITE && !create && access(store->url, F_OK) != 0)
        e = problem_set(p, ERR_NOT_FOUND, "There is no database file %s: run `faena init --database sqlite:%s` first.",
                        store->url, store->url);
    if (e == OK) e = check_schema(store, create, p);
    if (e != OK) {
        store_close(store);
        return e;
    }
    *out = store;
    return OK;
}

void store_close(struct store *store) {
    if (!store) return;
    if (store->lock_fd >= 0) close(store->lock_fd);
    if (store->lock_conn) postgres_unlock(store);
    free(store->url);
    free(store);
}

enum store_kind store_kind(const struct store *store) { return store->kind; }

const char *store_path(const struct store *store) { return store->kind == STORE_SQLITE ? store->url : NULL; }

err store_serve_lock(struct store *store, int *node, struct problem *p) {
    if (store->kind == STORE_POSTGRES) return postgres_serve_lock(store, node, p);
    *node = 0;
    CLEANUP(buf_free) struct buf path = {0};
    buf_printf(&path, "%s.lock", store->url);
    int fd = open(path.data, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return problem_set(p, ERR_SYSTEM, "The lock file %s cannot be made: %s.", path.data, strerror(errno));
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        close(fd);
        return problem_set(p, ERR_STORE_IN_USE,
                           "Another faena serves %s: stop it first, or give this one another --database.", store->url);
    }
    store->lock_fd = fd;
    return OK;
}

/* --- connections --- */

err store_connect(struct store *store, enum store_access access, struct store_conn **out, struct problem *p) {
    struct store_conn *conn = mem_alloc(sizeof *conn);
    conn->store = store;
    conn->driver = store->driver;
    conn->access = access;
    err e = conn->driver->connect(conn, p);
    if (e != OK) {
        conn->driver->disconnect(conn);
        free(conn);
        return e;
    }
    *out = conn;
    return OK;
}

void store_disconnect(struct store_conn *conn) {
    if (!conn) return;
    for (int i = 0; i < STATEMENTS_MAX; i++) {
        if (!conn->statements[i]) continue;
        conn->driver->forget(conn->statements[i]);
        free(conn->statements[i]);
    }
    conn->driver->disconnect(conn);
    free(conn);
}

struct store *store_of(struct store_conn *conn) {
    return conn->store;
}

err store_reconnect(struct store_conn *conn) { return conn->driver->reconnect(conn); }

const char *store_message(const struct store_conn *conn) { return conn->driver->message(conn); }

err store_begin(struct store_conn *conn) {
    assert(!conn->in_transaction);
    if (conn->access == STORE_WRITE && inject("begin")) return ERR_STORE_LOST;
    TRY(conn->driver->begin(conn));
    conn->in_transaction = true;
    return OK;
}

err store_commit(struct store_conn *conn) {
    assert(conn->in_transaction);
    if (inject("commit")) return ERR_STORE_FULL; /* the caller rolls back */
    TRY(conn->driver->commit(conn));
    conn->in_transaction = false;
    return inject("commit_lost") ? ERR_STORE_LOST : OK;
}

void store_rollback(struct store_conn *conn) {
    if (conn->in_transaction) conn->driver->rollback(conn);
    conn->in_transaction = false;
}

/* --- statements --- */

struct statement *statement(struct store_conn *conn, const struct sql *sql) {
    size_t i = ((uintptr_t)sql >> 3) % STATEMENTS_MAX;
    for (int tries = 0; conn->statements[i] && conn->statements[i]->sql != sql; tries++) {
        assert(tries < STATEMENTS_MAX);
        i = (i + 1) % STATEMENTS_MAX;
    }
    struct statement *s = conn->statements[i];
    if (!s) {
        s = conn->statements[i] = mem_alloc(sizeof *s);
        s->conn = conn;
        s->sql = sql;
    }
    if (s->running) statement_end(s);
    s->param_count = 0;
    return s;
}

static struct param *next_param(struct statement *s, enum param_kind kind) {
    assert(s->param_count < PARAMS_MAX);
    struct param *p = &s->params[s->param_count++];
    p->kind = kind;
    return p;
}

void statement_int(struct statement *s, int64_t value) { next_param(s, PARAM_INT)->integer = value; }

void statement_real(struct statement *s, double value) { next_param(s, PARAM_REAL)->real = value; }

void statement_text(struct statement *s, str value) { next_param(s, PARAM_TEXT)->text = value; }

void statement_bytes(struct statement *s, str value) { next_param(s, PARAM_BYTES)->text = value; }

void statement_null(struct statement *s) { next_param(s, PARAM_NULL); }

void statement_text_or_null(struct statement *s, const char *value) {
    if (value)
        statement_text(s, str_from(value));
    else
        statement_null(s);
}

err statement_step(struct statement *s, bool *has_row) {
    *has_row = false;
    if (!s->running && inject(s->conn->access == STORE_WRITE ? "load" : "read")) return ERR_STORE_LOST;
    return s->conn->driver->step(s, has_row);
}

err statement_one(struct statement *s, bool *has_row) { return statement_step(s, has_row); }

void statement_end(struct statement *s) {
    if (s->running) s->conn->driver->end(s);
    s->running = false;
}

int64_t statement_col_int(struct statement *s, int column) { return s->conn->driver->col_int(s, column); }
double statement_col_real(struct statement *s, int column) { return s->conn->driver->col_real(s, column); }
str statement_col_text(struct statement *s, int column) { return s->conn->driver->col_text(s, column); }
str statement_col_bytes(struct statement *s, int column) { return s->conn->driver->col_bytes(s, column); }
bool statement_col_null(struct statement *s, int column) { return s->conn->driver->col_null(s, column); }

err statement_run(struct statement *s, int64_t rows) {
    if (inject("save")) return ERR_STORE_FULL;
    return s->conn->driver->run(s, rows, NULL);
}

err statement_run_count(struct statement *s, int64_t *changed) {
    if (inject("save")) return ERR_STORE_FULL;
    return s->conn->driver->run(s, -1, changed);
}

bool store_reads_ahead(const struct store_conn *conn) {
    return conn->driver->ahead != NULL && conn->access == STORE_WRITE;
}

err statement_ahead(struct statement *s, int64_t owner) {
    return store_reads_ahead(s->conn) ? s->conn->driver->ahead(s, owner) : OK;
}

bool statement_is_ahead(struct statement *s) { return store_reads_ahead(s->conn) && s->conn->driver->is_ahead(s); }

void store_ahead_drop(struct store_conn *conn, int64_t owner) {
    if (store_reads_ahead(conn)) conn->driver->ahead_drop(conn, owner);
}

err store_script(struct store_conn *conn, const char *text) {
    char *translated = driver_translate(conn->store->kind, text);
    err e = conn->driver->script(conn, translated);
    free(translated);
    return e;
}

/* --- the rest --- */

err store_backup(struct store *store, const char *path, struct problem *p) {
    if (access(path, F_OK) == 0) return problem_set(p, ERR_CONFLICT, "%s exists already; name another file.", path);
    return store->kind == STORE_SQLITE ? sqlite_backup(store, path, p) : postgres_backup(store, path, p);
}

void store_checkpoint_apart(struct store *store) { store->checkpoint_apart = true; }

err store_checkpoint(struct store_conn *conn) {
    return conn->store->kind == STORE_SQLITE ? conn->driver->script(conn, "PRAGMA wal_checkpoint(PASSIVE)") : OK;
}

int64_t store_bytes(struct store_conn *conn) {
    bool has_row;
    struct statement *s = statement(conn, conn->store->kind == STORE_SQLITE ? &SQL_BYTES_SQLITE : &SQL_BYTES_POSTGRES);
    int64_t bytes = statement_one(s, &has_row) == OK && has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return bytes;
}

bool store_wait_notice(struct store_conn *conn, int64_t timeout_usec) {
    return conn->store->kind == STORE_POSTGRES && postgres_wait_notice(conn, timeout_usec);
}

err store_notify(struct store_conn *conn) { return conn->store->kind == STORE_POSTGRES ? postgres_notify(conn) : OK; }

bool store_leader(struct store *store) { return store->kind == STORE_SQLITE || postgres_leader(store); }
