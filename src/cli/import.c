/* `faena import`: a file's rows become tasks, with a progress bar. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/limits.h"
#include "cli/import.h"
#include "core/commands.h"
#include "core/import_job.h"

static const struct cli_option options[] = {
    {"project", "N", "which project (needed)"},
    {"mode", "all|good", "all: nothing is added when any row is wrong;\ngood: good rows are added (default: all)"},
    {"format", "NAME", "auto, csv, tsv, json, jsonl or zip (default: auto)"},
    {"report", "FILE", "write the wrong rows there: CSV line, field, reason"},
    {"quiet", NULL, "no progress"},
    {NULL, NULL, NULL},
};

enum { BAR_CELLS = 30, LINE_USEC = 5 * 1000 * 1000, WRONG_SHOWN = 10, FILE_NAME_CHARS_MAX = 200 };

/* --- progress --- */

static volatile sig_atomic_t interrupted;

static void interrupt(int signal_number) { interrupted = 1; }

struct progress {
    struct cli *cli;
    int64_t import_id, said_usec;
    bool quiet, bar, drawn;
};

static void progress_draw(struct progress *progress, const json_t *import) {
    int64_t bytes = json_int(import, "bytes", 1), handled = json_int(import, "handled_bytes", 0);
    int percent = bytes > 0 && handled < bytes ? (int)(handled * 100 / bytes) : 100;
    const char *state = json_text(import, "state");
    long long rows = json_int(import, "rows", 0), wrong = json_int(import, "wrong", 0),
              done = json_int(import, "added", 0) + json_int(import, "repeated", 0);
    char numbers[100];
    if (done > 0)
        snprintf(numbers, sizeof numbers, "%lld rows in, %lld wrong", done, wrong);
    else
        snprintf(numbers, sizeof numbers, "%lld rows, %lld wrong", rows, wrong);
    if (progress->bar) {
        int filled = percent * BAR_CELLS / 100;
        fprintf(stderr, "\r\033[K%-9s [%.*s%*s] %3d %%  %s", state, filled, "##############################",
                BAR_CELLS - filled, "", percent, numbers);
        progress->drawn = true;
    } else {
        fprintf(stderr, "%s: %d %%, %s\n", state, percent, numbers);
    }
}

static json_t *import_load(struct cli *cli, int64_t import_id) {
    CLEANUP(buf_free) struct buf text = {0};
    struct json_out o = out_new(&text);
    json_t *import = NULL;
    return import_json(cli->reader, import_id, &o) == OK && json_parse(buf_str(&text), &import, NULL) == OK ? import
                                                                                                            : NULL;
}

static bool progress_tell(void *arg) {
    struct progress *progress = arg;
    int64_t now = clock_monotonic_usec();
    if (interrupted) return true;
    if (progress->quiet || (!progress->bar && now - progress->said_usec < LINE_USEC)) return false;
    progress->said_usec = now;
    CLEANUP(json_drop) json_t *import = import_load(progress->cli, progress->import_id);
    if (import) progress_draw(progress, import);
    return false;
}

/* --- the import --- */

static err begin(struct cli *cli, const struct project_head *head, struct import_create *create, struct problem *p) {
    struct cli_write write = {.actor_id = head->project.owner_id, .actor_roles = PERSON_REQUESTER};
    struct import_received received = {.id = create->id, .received_bytes = create->bytes};
    struct import_start start = {.id = create->id};
    write.kind = &cmd_import_create;
    write.args = create;
    TRY(cli_write(cli, &write, NULL, p));
    write.kind = &cmd_import_received;
    write.args = &received;
    TRY(cli_write(cli, &write, NULL, p));
    write.kind = &cmd_import_start;
    write.args = &start;
    return cli_write(cli, &write, NULL, p);
}

err cli_import(struct cli *cli, const struct project_head *head, const struct cli_import *order, int64_t *import_id,
               struct problem *p) {
    const char *slash = strrchr(order->path, '/'), *name = order->file_name ? order->file_name
                                                           : slash          ? slash + 1
                                                                            : order->path;
    struct stat st;
    if (stat(order->path, &st) != 0)
        return problem_set(p, ERR_NOT_FOUND, "%s cannot be read: %s.", order->path, strerror(errno));
    if (!S_ISREG(st.st_mode)) return problem_set(p, ERR_INVALID, "%s is not a regular file.", order->path);
    if (st.st_size == 0) return problem_set(p, ERR_IMPORT_INVALID, "%s is empty.", order->path);
    if (st.st_size > IMPORT_BYTES_MAX)
        return problem_set(p, ERR_TOO_LARGE, "%s has more than %lld bytes; split it.", order->path,
                           (long long)IMPORT_BYTES_MAX);
    if (!str_utf8_valid(str_from(name)) || str_utf8_chars(str_from(name)) > FILE_NAME_CHARS_MAX)
        return problem_set(p, ERR_INVALID, "The name of the file must be UTF-8 of at most %d characters.",
                           FILE_NAME_CHARS_MAX);
    struct import_create create = {.id = id_new(),
                                   .project_id = head->project.id,
                                   .file_name = str_from(name),
                                   .format = str_from(order->format),
                                   .good_rows = order->good_rows,
                                   .bytes = st.st_size};
    TRY(begin(cli, head, &create, p));
    *import_id = create.id;
    struct progress progress = {.cli = cli,
                                .import_id = create.id,
                                .quiet = order->quiet,
                                .said_usec = clock_monotonic_usec(),
                                .bar = isatty(STDERR_FILENO) == 1};
    struct import_context context = {.store = cli->store,
                                     .writer = cli->writer,
                                     .files = cli->files_opened,
                                     .program = CLI_PROGRAM,
                                     .stopping = progress_tell,
                                     .arg = &progress};
    err e = import_job_run(&context, create.id, order->path, p);
    if (progress.drawn) fputs("\r\033[K", stderr);
    if (e == OK || e == ERR_IMPORT_INVALID) return e;
    /* No server may take it up again: its file is not in the spool. */
    struct problem why = {0};
    CLEANUP(json_drop) json_t *import = import_load(cli, create.id);
    struct import_state_set stop = {.id = create.id,
                                    .state = IMPORT_FAILED,
                                    .rows = -1,
                                    .wrong = json_int(import, "wrong", 0),
                                    .error = p->detail,
                                    .report = STR("")};
    cli_write(cli, &(struct cli_write){.kind = &cmd_import_state_set, .args = &stop}, NULL, &why);
    return e;
}

/* --- what came of it --- */

static int report_write(const struct cli *cli, const char *path, str report) {
    FILE *file = fopen(path, "we");
    bool good = file && fwrite(report.data, 1, report.len, file) == report.len;
    if (file && fclose(file) != 0) good = false;
    return good ? CLI_OK : cli_say_wrong(cli, "%s cannot be written: %s.", path, strerror(errno));
}

/* The first wrong rows, without the heading. */
static void report_show(str report) {
    int shown = 0;
    const char *at = memchr(report.data, '\n', report.len), *end = report.data + report.len;
    fprintf(stderr, "line,field,reason\n");
    while (at && ++at < end && shown++ < WRONG_SHOWN) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        fprintf(stderr, "%.*s\n", (int)((next ? next : end) - at) - (next && next > at && next[-1] == '\r'), at);
        at = next;
    }
    if (at && at + 1 < end) fprintf(stderr, "... --report FILE writes them all.\n");
}

static int outcome_print(struct cli *cli, int64_t import_id, err e, const struct problem *p) {
    CLEANUP(json_drop) json_t *import = import_load(cli, import_id);
    CLEANUP(buf_free) struct buf report = {0};
    if (!import || import_report(cli->reader, import_id, &report) != OK)
        return cli_say_wrong(cli, "the database cannot be read.");
    const char *path = cli_value(cli, "report", NULL);
    if (path) {
        if (report.len == 0) buf_add_text(&report, "line,field,reason\r\n");
        if (report_write(cli, path, buf_str(&report)) != CLI_OK) return CLI_FAILED;
    } else if (report.len > 0) {
        report_show(buf_str(&report));
    }
    printf("import %lld: %lld row%s, %lld added, %lld there already, %lld wrong\n", (long long)import_id,
           (long long)json_int(import, "rows", 0), json_int(import, "rows", 0) == 1 ? "" : "s",
           (long long)json_int(import, "added", 0), (long long)json_int(import, "repeated", 0),
           (long long)json_int(import, "wrong", 0));
    return e == OK ? CLI_OK : cli_fail(cli, e, p);
}

static int import_run(struct cli *cli) {
    static const char *const formats[] = {"auto", "csv", "tsv", "json", "jsonl", "zip"};
    const char *mode = cli_value(cli, "mode", "all");
    struct cli_import order = {.path = cli->args[0],
                               .format = cli_value(cli, "format", "auto"),
                               .good_rows = strcmp(mode, "good") == 0,
                               .quiet = cli_switch(cli, "quiet")};
    bool known = false;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) known |= strcmp(order.format, formats[i]) == 0;
    if (!known) return cli_usage(cli, "--format is auto, csv, tsv, json, jsonl or zip, not \"%s\".", order.format);
    if (!order.good_rows && strcmp(mode, "all") != 0) return cli_usage(cli, "--mode is all or good, not \"%s\".", mode);
    if (!cli_switch(cli, "project"))
        return cli_usage(cli, "name the project: --project N (`faena project list` shows them).");
    struct project_head head;
    struct problem p = {0};
    int64_t import_id = 0;
    if (!cli_open(cli, false) || !cli_open_files(cli) || !cli_project(cli, &head)) return CLI_FAILED;
    struct sigaction action = {.sa_handler = interrupt}; /* the second time ends the program */
    action.sa_flags = (int)SA_RESETHAND;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    err e = cli_import(cli, &head, &order, &import_id, &p);
    if (e == ERR_STOPPING)
        return cli_say_wrong(cli,
                             "stopped. The same command again adds the rest; rows that are in are not added twice.");
    if (import_id == 0 || (e != OK && e != ERR_IMPORT_INVALID)) return cli_fail(cli, e, &p);
    return outcome_print(cli, import_id, e, &p);
}

const struct cli_command command_import = {
    .name = "import",
    .arguments = "FILE",
    .summary = "add the rows of a file to a project, as tasks",
    .text = "Reads CSV, TSV, JSON, JSONL, Label Studio task JSON, or a zip of pictures, checks every row against the "
            "project's label\n"
            "config, and adds the rows as tasks. A row that is there already (same external_id, else same content) is "
            "not added\n"
            "again, so the same file may be imported twice, or again after a break.\n\n"
            "The columns external_id, priority (0 to 9) and gold (the known answer) are the task's own; all others are "
            "its data.\n"
            "A zip holds pictures, each a task, or also a tasks.csv (.tsv, .json, .jsonl) whose rows name them.\n\n"
            "Exit code 1 when the file could not be imported; with --mode all also when any row is wrong.",
    .examples = "faena import --project 7123456789 films.csv\n"
                "faena import --project 7123456789 --mode good --report wrong.csv tasks.jsonl\n"
                "faena import --project 7123456789 pictures.zip",
    .options = options,
    .args_min = 1,
    .args_max = 1,
    .run = import_run,
};
