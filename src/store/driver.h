/* driver.h - what a database must provide; inside of store/ only. store.c owns the order of calls. */
#pragma once
#include "store/store.h"

enum { PARAMS_MAX = 40, STATEMENTS_MAX = 512 };

enum param_kind { PARAM_NULL, PARAM_INT, PARAM_REAL, PARAM_TEXT, PARAM_BYTES };
struct param {
    enum param_kind kind;
    int64_t integer;
    double real;
    str text;
};

struct statement {
    struct store_conn *conn;
    const struct sql *sql;
    void *prepared; /* driver's */
    struct param params[PARAMS_MAX];
    int param_count;
    bool running; /* stepped at least once since statement() */
    bool fresh;   /* prepared, not bound yet */
};

struct driver {
    err (*connect)(struct store_conn *conn, struct problem *p);
    void (*disconnect)(struct store_conn *conn);
    err (*reconnect)(struct store_conn *conn);
    err (*begin)(struct store_conn *conn);
    err (*commit)(struct store_conn *conn);
    void (*rollback)(struct store_conn *conn);
    err (*step)(struct statement *s, bool *has_row);
    err (*run)(struct statement *s, int64_t rows, int64_t *changed); /* changed NULL: need not wait */
    void (*end)(struct statement *s);
    int64_t (*col_int)(struct statement *s, int column);
    double (*col_real)(struct statement *s, int column);
    str (*col_text)(struct statement *s, int column);
    str (*col_bytes)(struct statement *s, int column);
    bool (*col_null)(struct statement *s, int column);
    void (*forget)(struct statement *s); /* frees prepared */
    err (*script)(struct store_conn *conn, const char *text);
    const char *(*message)(const struct store_conn *conn);
    bool (*has_table)(struct store_conn *conn, const char *name);
    /* NULL where reading ahead saves nothing */
    err (*ahead)(struct statement *s, int64_t owner);
    bool (*is_ahead)(struct statement *s);
    void (*ahead_drop)(struct store_conn *conn, int64_t owner);
};

extern const struct driver sqlite_driver, postgres_driver;

struct store {
    enum store_kind kind;
    const struct driver *driver;
    char *url;             /* file name or connection string */
    int lock_fd;           /* SQLite: lock file; -1 none */
    bool checkpoint_apart; /* SQLite: another thread checkpoints */
    void *lock_conn;       /* PostgreSQL: connection that holds the node's lock */
    int node;              /* PostgreSQL: number of this node */
    bool node_held;        /* PostgreSQL: its lock is held; lost with the connection */
};

struct store_conn {
    struct store *store;
    const struct driver *driver;
    enum store_access access;
    void *handle; /* driver's */
    bool in_transaction;
    struct statement *statements[STATEMENTS_MAX]; /* open addressing by the address of sql */
};

/* SQL text with the words of this database in place of @WORD@; malloc'd. */
char *driver_translate(enum store_kind kind, const char *text);
err sqlite_backup(struct store *store, const char *path, struct problem *p);
err postgres_backup(struct store *store, const char *path, struct problem *p);
err postgres_serve_lock(struct store *store, int *node, struct problem *p);
bool postgres_leader(struct store *store);
void postgres_unlock(struct store *store);
err postgres_notify(struct store_conn *conn);
bool postgres_wait_notice(struct store_conn *conn, int64_t timeout_usec);
