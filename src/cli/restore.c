/* `faena restore`: puts a backup in the place of a database. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/blobs.h"
#include "cli/cli.h"

static const struct cli_option options[] = {
    {"from", "FILE", "a backup made by `faena backup` (needed)"},
    {"force", NULL, "replace the database that is there"},
    {"no-files", NULL, "only the database, without pictures"},
    {NULL, NULL, NULL},
};

/* --- SQLite --- */

/* Whole, made by faena, of a schema that this program knows (an older one is migrated), and with people in it: an empty
 * database or one of another program would be "migrated" too. */
static int candidate_check(struct cli *cli, const char *path, const char *from) {
    struct problem p = {0};
    struct store *store = NULL;
    struct store_conn *conn = NULL;
    struct system_counts counts = {0};
    bool whole = false;
    err e = store_open(path, true, &store, &p);
    if (e == OK) e = store_connect(store, STORE_READ, &conn, &p);
    if (e == OK) e = database_whole(conn, &whole);
    if (e == OK) e = system_counts(conn, &counts);
    store_disconnect(conn);
    store_close(store);
    if (e == ERR_STORE_NEWER) return cli_fail(cli, e, &p);
    if (e != OK || !whole) return cli_say_wrong(cli, "%s is damaged or no database: nothing was changed.", from);
    if (counts.people == 0) return cli_say_wrong(cli, "%s is no backup of faena: there are no people in it.", from);
    return CLI_OK;
}

static void beside_remove(const char *path) {
    static const char *const endings[] = {"-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        CLEANUP(buf_free) struct buf name = {0};
        buf_printf(&name, "%s%s", path, endings[i]);
        unlink(name.data);
    }
}

/* Restored by root, used by the server's user: the new file belongs to whom the old one did, or the folder does. */
static bool owner_keep(const char *candidate, const char *path) {
    struct stat old;
    struct problem p = {0};
    if (stat(path, &old) != 0) return owner_follow(candidate, &p) == OK;
    return chown(candidate, old.st_uid, old.st_gid) == 0 && chmod(candidate, old.st_mode & 07777) == 0;
}

/* The log of the old database must not be applied to the new one, so it goes first. */
static int put_in_place(struct cli *cli, const char *candidate, const char *path) {
    CLEANUP(buf_free) struct buf folder = {0};
    const char *slash = strrchr(path, '/');
    buf_printf(&folder, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
    if (!owner_keep(candidate, path))
        return cli_say_wrong(cli, "the restored file cannot be given to the owner of %s: %s.", path, strerror(errno));
    beside_remove(path);
    if (rename(candidate, path) != 0)
        return cli_say_wrong(cli, "%s cannot be put in place: %s.", path, strerror(errno));
    int fd = open(folder.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || fsync(fd) != 0) cli_say_wrong(cli, "%s cannot be synced: %s.", folder.data, strerror(errno));
    if (fd >= 0) close(fd);
    return CLI_OK;
}

/* The lock of a server on this file, held while it is replaced. store_serve_lock cannot be used: it wants a database
 * that opens, and a broken one is a reason to restore. */
static int lock_take(struct cli *cli, const char *path, int *fd) {
    CLEANUP(buf_free) struct buf name = {0};
    buf_printf(&name, "%s.lock", path);
    struct problem p = {0};
    bool new = access(name.data, F_OK) != 0;
    *fd = open(name.data, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (*fd >= 0 && new &&owner_follow(name.data, &p) != OK) return cli_fail(cli, ERR_SYSTEM, &p);
    if (*fd < 0) return cli_say_wrong(cli, "the lock file %s cannot be made: %s.", name.data, strerror(errno));
    if (flock(*fd, LOCK_EX | LOCK_NB) == 0) return CLI_OK;
    close(*fd);
    return cli_say_wrong(cli, "a server uses %s: stop it first.", path);
}

static int sqlite_restore(struct cli *cli, const char *from, bool force) {
    const char *path = strncmp(cli->database, "sqlite:", 7) == 0 ? cli->database + 7 : cli->database;
    struct problem p = {0};
    if (access(path, F_OK) == 0 && !force)
        return cli_say_wrong(cli, "%s exists already; --force replaces it by the backup.", path);
    int lock_fd;
    if (lock_take(cli, path, &lock_fd) != CLI_OK) return CLI_FAILED;
    CLEANUP(buf_free) struct buf candidate = {0};
    buf_printf(&candidate, "%s.restore", path);
    beside_remove(candidate.data);
    unlink(candidate.data);
    err e = file_copy(from, candidate.data, &p);
    int code = e == OK ? candidate_check(cli, candidate.data, from) : cli_fail(cli, e, &p);
    if (code == CLI_OK) code = put_in_place(cli, candidate.data, path);
    beside_remove(candidate.data);
    unlink(candidate.data);
    close(lock_fd);
    return code;
}

/* --- PostgreSQL --- */

extern char **environ;

/* Runs pg_restore; with `out`, its standard output goes there. The exit code, or -1 when it cannot be started. */
static int pg_restore_run(struct cli *cli, char *const *words, struct buf *out) {
    posix_spawn_file_actions_t actions;
    int ends[2] = {-1, -1}, status = 0;
    pid_t child;
    if (out && pipe2(ends, O_CLOEXEC) != 0) return -1;
    posix_spawn_file_actions_init(&actions);
    if (out) posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    int failed = posix_spawnp(&child, words[0], &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (out) close(ends[1]);
    if (failed) cli_say_wrong(cli, "pg_restore cannot be started (%s); install postgresql-client.", strerror(failed));
    for (ssize_t n = 1; out && !failed && n != 0;) {
        buf_reserve(out, 4096);
        n = read(ends[0], out->data + out->len, 4096);
        if (n > 0) out->len += (size_t)n;
        if (n < 0 && errno != EINTR) break;
        out->data[out->len] = 0;
    }
    if (out) close(ends[0]);
    if (failed) return -1;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

/* A dump of a database that faena made, of a schema that this program knows: its table of settings says so. */
static int dump_check(struct cli *cli, const char *from) {
    char *const words[] = {"pg_restore", "--data-only", "--table", "setting", "--file", "-", (char *)from, NULL};
    static const char mark[] = "\nschema\t";
    CLEANUP(buf_free) struct buf text = {0};
    buf_add_text(&text, "");
    int code = pg_restore_run(cli, words, &text);
    if (code < 0) return CLI_FAILED;
    const char *schema = strstr(text.data, mark);
    if (code != 0 || !schema)
        return cli_say_wrong(cli, "%s is damaged or no backup of faena: nothing was changed.", from);
    int version = atoi(schema + sizeof mark - 1);
    if (version <= store_schema_newest()) return CLI_OK;
    return cli_say_wrong(cli, "the backup has schema %d and this program knows up to %d: use a newer faena.", version,
                         store_schema_newest());
}

/* Without force nothing is dropped, so that a database with anything in it makes pg_restore fail and stays as it is. */
static int postgres_restore(struct cli *cli, const char *from, bool force) {
    struct problem p = {0};
    struct store *store = NULL;
    if (dump_check(cli, from) != CLI_OK) return CLI_FAILED;
    err e = store_open(cli->database, false, &store, &p);
    if (e == OK) {
        int node = 0;
        bool served = store_serve_lock(store, &node, &p) != OK || node != 0;
        store_close(store);
        if (served) return cli_say_wrong(cli, "a server uses this database: stop it first.");
    }
    if (e == ERR_STORE_LOST) return cli_fail(cli, e, &p);
    if (e == OK && !force)
        return cli_say_wrong(cli, "this database is in use already; --force replaces what is in it by the backup.");
    char *const gently[] = {"pg_restore", "--no-owner", "--single-transaction", "--dbname", (char *)cli->database,
                            (char *)from, NULL};
    char *const over[] = {"pg_restore", "--no-owner",  "--single-transaction", "--dbname", (char *)cli->database,
                          "--clean",    "--if-exists", (char *)from,           NULL};
    int code = pg_restore_run(cli, force ? over : gently, NULL);
    if (code > 0)
        cli_say_wrong(cli, "pg_restore failed; its message is above. Nothing was changed.%s",
                      force ? "" : " --force replaces what is there.");
    return code == 0 && cli_open(cli, true) ? CLI_OK : CLI_FAILED;
}

static int restore_run(struct cli *cli) {
    const char *from = cli_value(cli, "from", NULL);
    bool force = cli_switch(cli, "force"),
         postgres = strncmp(cli->database, "postgresql://", 13) == 0 || strncmp(cli->database, "postgres://", 11) == 0;
    struct problem p = {0};
    struct stat st;
    if (!from) return cli_usage(cli, "--from is needed: the backup to restore.");
    if (stat(from, &st) != 0) return cli_say_wrong(cli, "%s cannot be read: %s.", from, strerror(errno));
    int code = postgres ? postgres_restore(cli, from, force) : sqlite_restore(cli, from, force);
    if (code != CLI_OK) return code;
    CLEANUP(buf_free) struct buf database = {0};
    database_shown(&database, cli->database);
    printf("database: %.*s\n", STR_ARG(buf_str(&database)));
    CLEANUP(buf_free) struct buf folder = {0};
    buf_printf(&folder, "%s.files", from);
    if (cli_switch(cli, "no-files") || stat(folder.data, &st) != 0) return CLI_OK;
    struct blobs_copied copied;
    err e = blobs_copy(folder.data, cli->files, &copied, &p);
    if (e != OK) return cli_fail(cli, e, &p);
    printf("files: %s (%lld files, %lld bytes)\n", cli->files, (long long)copied.files, (long long)copied.bytes);
    return CLI_OK;
}

const struct cli_command command_restore = {
    .name = "restore",
    .summary = "put a backup in the place of the database",
    .text = "Checks a backup and puts it in the place of the database; the pictures of FILE.files are added to the "
            "files. An older\n"
            "backup is migrated. Stop the server first. Without --force a database that is there is never touched.\n\n"
            "All people stay logged in only if the server's key (server.key in the folder of files) is the same.",
    .examples =
        "faena restore --from /var/backups/faena-2026-11-23.db\n"
        "faena restore --from /var/backups/faena-2026-11-23.db --database sqlite:/var/lib/faena/faena.db --force",
    .options = options,
    .run = restore_run,
};
