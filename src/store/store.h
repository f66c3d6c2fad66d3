/* store.h - a database: SQLite file or PostgreSQL. Connections, transactions, statements. SQL text lives in *_sql.c.
 *
 *   store_open -> store_connect -> statements ... -> store_disconnect -> store_close
 *
 *   reading:  statement(conn, &SQL_X) -> statement_int/text/... (bind, in order) -> while (statement_step) columns
 *             -> the next statement() call or statement_end ends it
 *   writing:  store_begin -> loads and saves -> store_commit | store_rollback
 *             save: statement -> bind -> statement_run (queued on PostgreSQL: costs no round trip) or
 *             statement_run_count (waits and tells how many rows changed)
 *
 * SQL text is shared by both databases: parameters are ?1 ?2 ..., and these words differ by database:
 *   @LOCK@       FOR UPDATE on PostgreSQL          @SKIP@  FOR UPDATE SKIP LOCKED
 *
 * Invariants:
 *  1. A read connection cannot write: SQLite opens it read-only, PostgreSQL sets it so.
 *  2. After any fault a write transaction is dead: the caller rolls back.
 *  3. A save whose row count differs from what was expected (statement_run expects `rows`; -1 = any) is a fault.
 *  4. Texts and bytes of a column are valid until the statement's next step or end.
 *
 * A connection belongs to one thread at a time. Faults: ERR_STORE_LOST, ERR_STORE_FULL, ERR_STORE_CONFLICT,
 * ERR_INTERNAL. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

struct store;
struct store_conn;
struct statement;

/* One SQL text, static for the life of the program; connections prepare it once, known by its address. */
struct sql {
    const char *text;
};
#define SQL(name, text) static const struct sql name = {text}

enum store_kind { STORE_SQLITE, STORE_POSTGRES };
enum store_access { STORE_READ, STORE_WRITE };

/* url: "sqlite:FILE", a plain file name, or "postgresql://..." (anything libpq takes). Opens, checks the schema
 * version: ERR_STORE_NEWER when the database is newer than the program. With create, an empty database gets its schema
 * and an older one is migrated; without, an older or empty one is ERR_CONFLICT with a sentence that says what to run.
 */
err store_open(const char *url, bool create, struct store **store, struct problem *p);
void store_close(struct store *store);
enum store_kind store_kind(const struct store *store);
const char *store_path(const struct store *store); /* SQLite file; NULL for PostgreSQL */
int store_schema_newest(void);                     /* what this program needs */

/* Keeps other servers off an SQLite file until store_close: ERR_STORE_IN_USE. PostgreSQL: takes a node number 0..14. */
err store_serve_lock(struct store *store, int *node, struct problem *p);

err store_connect(struct store *store, enum store_access access, struct store_conn **conn, struct problem *p);
void store_disconnect(struct store_conn *conn);
struct store *store_of(struct store_conn *conn);
/* Opens a lost connection again (PostgreSQL); OK when it lives. */
err store_reconnect(struct store_conn *conn);

/* Transactions. On a read connection: a snapshot over several statements, ended by store_rollback. */
err store_begin(struct store_conn *conn);
err store_commit(struct store_conn *conn);
void store_rollback(struct store_conn *conn);

struct statement *statement(struct store_conn *conn, const struct sql *sql);
void statement_int(struct statement *s, int64_t value);
void statement_real(struct statement *s, double value);
void statement_text(struct statement *s, str value);  /* borrowed until the statement ends */
void statement_bytes(struct statement *s, str value); /* borrowed likewise */
void statement_null(struct statement *s);
void statement_text_or_null(struct statement *s, const char *value);

err statement_step(struct statement *s, bool *has_row);
int64_t statement_col_int(struct statement *s, int column);
double statement_col_real(struct statement *s, int column);
str statement_col_text(struct statement *s, int column); /* "" for NULL */
str statement_col_bytes(struct statement *s, int column);
bool statement_col_null(struct statement *s, int column);
void statement_end(struct statement *s);

err statement_run(struct statement *s, int64_t rows);
err statement_run_count(struct statement *s, int64_t *changed);
/* Steps to at most one row. */
err statement_one(struct statement *s, bool *has_row);

/* Reading ahead, in a write transaction: the query that is bound is sent and not waited for; a statement with the same
 * SQL and values that is stepped later finds its rows. Many that are sent together cost one round trip. The caller
 * drops rows that may have changed since, by the owner he named (0 = all); the end of the transaction drops all. On
 * SQLite there is no round trip to save: store_reads_ahead is false and the others do nothing. */
bool store_reads_ahead(const struct store_conn *conn);
err statement_ahead(struct statement *s, int64_t owner);
bool statement_is_ahead(struct statement *s); /* bound, not stepped yet: are its rows here, or on their way? */
void store_ahead_drop(struct store_conn *conn, int64_t owner);

/* Several statements without parameters, separated by semicolons. */
err store_script(struct store_conn *conn, const char *text);
/* Last database message of the connection, for logs. */
const char *store_message(const struct store_conn *conn);

/* Consistent copy of a running database into a new file; SQLite: online backup, PostgreSQL: pg_dump's custom format. */
err store_backup(struct store *store, const char *path, struct problem *p);
/* SQLite, before the write connection is opened: that connection leaves copying the log into the database to a thread
 * that calls store_checkpoint all the time, so that no commit has to wait for it; it does so itself only when the log
 * has grown large. PostgreSQL: nothing. */
void store_checkpoint_apart(struct store *store);
err store_checkpoint(struct store_conn *conn);
/* Database size in bytes. */
int64_t store_bytes(struct store_conn *conn);
/* PostgreSQL: waits up to timeout_usec for other nodes' events on this read connection; SQLite: never true. */
bool store_wait_notice(struct store_conn *conn, int64_t timeout_usec);
/* Part of a write transaction that added events: wakes the other nodes when it commits. */
err store_notify(struct store_conn *conn);
/* May this node run tick now? SQLite: always; PostgreSQL: the node that holds the advisory lock. */
bool store_leader(struct store *store);
