/* PostgreSQL with several servers: the number of each, who runs tick; and the backup by pg_dump. */
#include <errno.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "store/driver.h"

enum { LOCK_CLASS_NODE = 7261, LOCK_CLASS_TICK = 7262, NODES_MAX = 15 };

static bool try_lock(PGconn *pq, int class, int number) {
    char text[100];
    snprintf(text, sizeof text, "SELECT pg_try_advisory_lock(%d, %d)", class, number);
    PGresult *result = PQexec(pq, text);
    bool got = PQresultStatus(result) == PGRES_TUPLES_OK && PQgetvalue(result, 0, 0)[0] == 't';
    PQclear(result);
    return got;
}

err postgres_serve_lock(struct store *store, int *node, struct problem *p) {
    PGconn *pq = PQconnectdb(store->url);
    if (PQstatus(pq) != CONNECTION_OK) {
        err e = problem_set(p, ERR_STORE_LOST, "PostgreSQL cannot be reached: %s", PQerrorMessage(pq));
        PQfinish(pq);
        return e;
    }
    store->lock_conn = pq;
    for (*node = 0; *node < NODES_MAX; ++*node) {
        if (!try_lock(pq, LOCK_CLASS_NODE, *node)) continue;
        store->node = *node;
        store->node_held = true;
        return OK;
    }
    return problem_set(p, ERR_STORE_IN_USE, "%d faena servers use this database already, which is the most it takes.",
                       NODES_MAX);
}

/* The locks went with the connection. The node's number must be held again before another server takes it: ids are made
 * with it, and two servers with one number would make the same ids. */
static void locks_again(struct store *store) {
    PGconn *pq = store->lock_conn;
    if (PQstatus(pq) == CONNECTION_BAD) PQreset(pq);
    if (PQstatus(pq) == CONNECTION_BAD) return;
    store->node_held = try_lock(pq, LOCK_CLASS_NODE, store->node);
    if (!store->node_held)
        log_line(LOG_ERROR, NULL, "another server took node number %d while the database was away: restart this one",
                 store->node);
}

/* Advisory locks count; asking again each time would pile them up, so the answer is kept while the session lives. */
bool postgres_leader(struct store *store) {
    PGconn *pq = store->lock_conn;
    if (!pq) return true; /* a command-line program: alone by choice of its caller */
    if (PQstatus(pq) == CONNECTION_BAD) store->node_held = false;
    if (!store->node_held) {
        locks_again(store);
        return false;
    }
    PGresult *result = PQexec(pq, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND "
                                  "classid = 7262 AND objid = 0");
    bool held = PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) > 0;
    PQclear(result);
    return held || try_lock(pq, LOCK_CLASS_TICK, 0);
}

void postgres_unlock(struct store *store) {
    PQfinish(store->lock_conn);
    store->lock_conn = NULL;
}

/* pg_dump's custom format is what operators' tools know; faena restore hands it to pg_restore. */
err postgres_backup(struct store *store, const char *path, struct problem *p) {
    pid_t child = fork();
    if (child < 0) return problem_set(p, ERR_SYSTEM, "No process for pg_dump: %s.", strerror(errno));
    if (child == 0) {
        umask(077);
        execlp("pg_dump", "pg_dump", "--format=custom", "--file", path, "--dbname", store->url, (char *)NULL);
        _exit(127);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return OK;
    unlink(path);
    return problem_set(p, ERR_SYSTEM,
                       WIFEXITED(status) && WEXITSTATUS(status) == 127
                           ? "pg_dump is not installed here; install postgresql-client."
                           : "pg_dump failed; its message is in the log.");
}
