/* The SQLite driver: WAL, synchronous=FULL. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/log.h"
#include "store/driver.h"

static err fault(struct store_conn *conn, int code, const char *what) {
    switch (code & 0xff) {
    case SQLITE_FULL: return ERR_STORE_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CONSTRAINT:
        log_line(LOG_DEBUG, NULL, "sqlite: %s", sqlite3_errmsg(conn->handle));
        return ERR_STORE_CONFLICT;
    case SQLITE_IOERR:
        /* A full disk or a quota can also show as a failed write. */
        if (sqlite3_system_errno(conn->handle) == ENOSPC || sqlite3_system_errno(conn->handle) == EDQUOT)
            return ERR_STORE_FULL;
        log_line(LOG_ERROR, NULL, "sqlite: %s", sqlite3_errmsg(conn->handle));
        return ERR_STORE_LOST;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: log_line(LOG_ERROR, NULL, "sqlite: %s", sqlite3_errmsg(conn->handle)); return ERR_STORE_LOST;
    default:
        log_line(LOG_ERROR, NULL, "sqlite: %s (%d) in: %s", sqlite3_errmsg(conn->handle), code, what);
        return ERR_INTERNAL;
    }
}

static err exec(struct store_conn *conn, const char *text) {
    int code = sqlite3_exec(conn->handle, text, NULL, NULL, NULL);
    return code == SQLITE_OK ? OK : fault(conn, code, text);
}

static err connect_(struct store_conn *conn, struct problem *p) {
    bool write = conn->access == STORE_WRITE;
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                (write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    sqlite3 *db = NULL;
    /* A new one is for nobody else to read, whatever the umask: it holds answers and the hashes of passwords. Its log
     * takes after it. */
    int fd = write ? open(conn->store->url, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
    if (fd >= 0) close(fd);
    int code = sqlite3_open_v2(conn->store->url, &db, flags, NULL);
    conn->handle = db;
    if (code != SQLITE_OK)
        return problem_set(p, ERR_STORE_LOST, "The database file %s cannot be opened: %s.", conn->store->url,
                           db ? sqlite3_errmsg(db) : "out of memory");
    sqlite3_busy_timeout(db, 10000);
    err e = exec(conn, write ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;"
                               "PRAGMA journal_size_limit=67108864; PRAGMA temp_store=MEMORY;"
                             : "PRAGMA cache_size=-2000; PRAGMA query_only=1; PRAGMA temp_store=MEMORY;");
    if (e != OK)
        return problem_set(p, e, "The database file %s cannot be used: %s.", conn->store->url, sqlite3_errmsg(db));
    /* 16,000 pages of 4 KB: only when the checkpointing thread does not keep up. */
    if (write && conn->store->checkpoint_apart) e = exec(conn, "PRAGMA wal_autocheckpoint=16000");
    return e;
}

static void disconnect(struct store_conn *conn) { sqlite3_close_v2(conn->handle); }

static err reconnect(struct store_conn *conn) { return OK; }

static err begin(struct store_conn *conn) {
    return exec(conn, conn->access == STORE_WRITE ? "BEGIN IMMEDIATE" : "BEGIN");
}

static err commit(struct store_conn *conn) { return exec(conn, "COMMIT"); }

static void rollback(struct store_conn *conn) {
    for (int i = 0; i < STATEMENTS_MAX; i++)
        if (conn->statements[i]) statement_end(conn->statements[i]);
    if (!sqlite3_get_autocommit(conn->handle)) sqlite3_exec(conn->handle, "ROLLBACK", NULL, NULL, NULL);
}

static err start(struct statement *s) {
    if (!s->prepared) {
        char *text = driver_translate(STORE_SQLITE, s->sql->text);
        sqlite3_stmt *stmt = NULL;
        int code = sqlite3_prepare_v3(s->conn->handle, text, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
        free(text);
        if (code != SQLITE_OK) return fault(s->conn, code, s->sql->text);
        s->prepared = stmt;
    }
    sqlite3_stmt *stmt = s->prepared;
    assert(sqlite3_bind_parameter_count(stmt) == s->param_count);
    for (int i = 0; i < s->param_count; i++) {
        const struct param *p = &s->params[i];
        int code = SQLITE_OK;
        switch (p->kind) {
        case PARAM_NULL: code = sqlite3_bind_null(stmt, i + 1); break;
        case PARAM_INT: code = sqlite3_bind_int64(stmt, i + 1, p->integer); break;
        case PARAM_REAL: code = sqlite3_bind_double(stmt, i + 1, p->real); break;
        case PARAM_TEXT: code = sqlite3_bind_text(stmt, i + 1, p->text.data, (int)p->text.len, SQLITE_STATIC); break;
        case PARAM_BYTES: code = sqlite3_bind_blob(stmt, i + 1, p->text.data, (int)p->text.len, SQLITE_STATIC); break;
        }
        if (code != SQLITE_OK) return fault(s->conn, code, s->sql->text);
    }
    s->running = true;
    return OK;
}

static err step(struct statement *s, bool *has_row) {
    if (!s->running) TRY(start(s));
    int code = sqlite3_step(s->prepared);
    *has_row = code == SQLITE_ROW;
    if (code == SQLITE_ROW || code == SQLITE_DONE) return OK;
    err e = fault(s->conn, code, s->sql->text);
    statement_end(s);
    return e;
}

static void end(struct statement *s) { sqlite3_reset(s->prepared); }

static err run(struct statement *s, int64_t rows, int64_t *changed) {
    bool has_row;
    TRY(step(s, &has_row));
    statement_end(s);
    int64_t count = sqlite3_changes64(s->conn->handle);
    if (changed) *changed = count;
    if (rows >= 0 && count != rows) {
        log_line(LOG_ERROR, NULL, "a save changed %lld rows, not %lld: %s", (long long)count, (long long)rows,
                 s->sql->text);
        return ERR_STORE_CONFLICT;
    }
    return OK;
}

static int64_t col_int(struct statement *s, int column) { return sqlite3_column_int64(s->prepared, column); }
static double col_real(struct statement *s, int column) { return sqlite3_column_double(s->prepared, column); }

static str col_text(struct statement *s, int column) {
    const char *text = (const char *)sqlite3_column_text(s->prepared, column);
    return text ? (str){text, (size_t)sqlite3_column_bytes(s->prepared, column)} : STR("");
}

static str col_bytes(struct statement *s, int column) {
    const char *bytes = sqlite3_column_blob(s->prepared, column);
    return bytes ? (str){bytes, (size_t)sqlite3_column_bytes(s->prepared, column)} : STR("");
}

static bool col_null(struct statement *s, int column) {
    return sqlite3_column_type(s->prepared, column) == SQLITE_NULL;
}

static void forget(struct statement *s) { sqlite3_finalize(s->prepared); }

static const char *message(const struct store_conn *conn) { return sqlite3_errmsg(conn->handle); }

static bool has_table(struct store_conn *conn, const char *name) {
    sqlite3_stmt *stmt = NULL;
    bool found = sqlite3_prepare_v2(conn->handle, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1", -1,
                                    &stmt, NULL) == SQLITE_OK &&
                 sqlite3_bind_text(stmt, 1, name, -1, SQLITE_STATIC) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW;
    sqlite3_finalize(stmt);
    return found;
}

/* VACUUM INTO copies one snapshot while others write; sqlite3_backup would start again at each foreign write. */
err sqlite_backup(struct store *store, const char *path, struct problem *p) {
    /* Made empty first, for nobody else to read: the copy holds what the database holds. */
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return problem_set(p, ERR_SYSTEM, "The backup %s cannot be made: %s.", path, strerror(errno));
    close(fd);
    struct store_conn *conn;
    err connected = store_connect(store, STORE_READ, &conn, p);
    if (connected != OK) {
        unlink(path);
        return connected;
    }
    sqlite3_stmt *stmt = NULL;
    sqlite3_exec(conn->handle, "PRAGMA query_only=0", NULL, NULL, NULL);
    int code = sqlite3_prepare_v2(conn->handle, "VACUUM INTO ?1", -1, &stmt, NULL);
    if (code == SQLITE_OK) code = sqlite3_bind_text(stmt, 1, path, -1, SQLITE_STATIC);
    if (code == SQLITE_OK) code = sqlite3_step(stmt);
    err e = OK;
    if (code != SQLITE_DONE) {
        e = fault(conn, code, "VACUUM INTO");
        problem_set(p, e, "The backup to %s failed: %s.", path, sqlite3_errmsg(conn->handle));
    }
    sqlite3_finalize(stmt);
    store_disconnect(conn);
    if (e != OK) {
        unlink(path);
        return e;
    }
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fsync(fd) != 0)
        e = problem_set(p, ERR_SYSTEM, "The backup %s cannot be synced: %s.", path, strerror(errno));
    if (fd >= 0) close(fd);
    return e;
}

const struct driver sqlite_driver = {
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
    .forget = forget,
    .script = exec,
    .message = message,
    .has_table = has_table,
};
