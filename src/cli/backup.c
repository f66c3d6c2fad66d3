/* `faena backup`: a consistent copy of a running database, with its files. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/blobs.h"
#include "cli/cli.h"

static const struct cli_option options[] = {
    {"to", "FILE", "the copy; must not exist yet (needed)"},
    {"no-files", NULL, "only the database, without pictures"},
    {NULL, NULL, NULL},
};

/* The database first: every file that a row of the copy names was stored before the row was. */
static int backup_run(struct cli *cli) {
    const char *to = cli_value(cli, "to", NULL);
    struct problem p = {0};
    struct stat st;
    if (!to) return cli_usage(cli, "--to is needed: the file to make.");
    if (!cli_open(cli, false)) return CLI_FAILED;
    CLEANUP(buf_free) struct buf folder = {0};
    buf_printf(&folder, "%s.files", to);
    bool with_files = !cli_switch(cli, "no-files");
    if (with_files && stat(folder.data, &st) == 0)
        return cli_say_wrong(cli, "%s exists already; name another file.", folder.data);
    err e = store_backup(cli->store, to, &p);
    if (e != OK) return cli_fail(cli, e, &p);
    if (stat(to, &st) != 0) return cli_say_wrong(cli, "%s is not there after the backup: %s.", to, strerror(errno));
    printf("database: %s (%lld bytes)\n", to, (long long)st.st_size);
    if (!with_files) return CLI_OK;
    struct blobs_copied copied;
    e = blobs_copy(cli->files, folder.data, &copied, &p);
    if (e != OK) return cli_fail(cli, e, &p);
    printf("files: %s (%lld files, %lld bytes)\n", folder.data, (long long)copied.files, (long long)copied.bytes);
    return CLI_OK;
}

const struct cli_command command_backup = {
    .name = "backup",
    .summary = "copy the database and its files, also while the server runs",
    .text = "Makes a consistent copy of the database in one file (SQLite: a database file; PostgreSQL: pg_dump's "
            "custom format) and of\n"
            "the pictures in FILE.files. On the same disk pictures are linked, not copied: they never change. What is "
            "being uploaded\n"
            "and the server's key are not in it.",
    .examples = "faena backup --to /var/backups/faena-$(date +%F).db\nfaena backup --to /mnt/other/faena.db --no-files",
    .options = options,
    .run = backup_run,
};
