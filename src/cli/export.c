/* `faena export`: a project's tasks with labels and answers, streamed. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "core/export_stream.h"

static const struct cli_option options[] = {
    {"project", "N", "which project (needed)"},
    {"format", "NAME", "json, jsonl, csv, label_studio, json_min or answers\n(default: jsonl)"},
    {"control", "NAME", "answers: to which control (default: the first)"},
    {"after", "ID", "only tasks after this id: to go on after a break\nwith jsonl, csv or answers"},
    {"no-gold", NULL, "without gold tasks"},
    {"soft", NULL, "json, jsonl: with the probability of every value"},
    {"out", "FILE", "write here (default: standard output)"},
    {NULL, NULL, NULL},
};

static bool write_all(int fd, str bytes) {
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.data, bytes.len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        bytes = (str){bytes.data + n, bytes.len - (size_t)n};
    }
    return true;
}

static int stream_write(struct cli *cli, struct export_stream *stream, int fd, const char *out_path) {
    CLEANUP(buf_free) struct buf out = {0};
    for (bool more = true; more;) {
        buf_clear(&out);
        err e = export_stream_next(stream, cli->reader, &out, &more);
        if (e != OK) return cli_fail(cli, e, NULL);
        if (!write_all(fd, buf_str(&out)))
            return cli_say_wrong(cli, "%s cannot be written: %s.", out_path ? out_path : "the output", strerror(errno));
    }
    if (out_path && fsync(fd) != 0) return cli_say_wrong(cli, "%s cannot be synced: %s.", out_path, strerror(errno));
    return CLI_OK;
}

static int export_run(struct cli *cli) {
    const char *name = cli_value(cli, "format", "jsonl"), *out_path = cli_value(cli, "out", NULL);
    struct export_order order = {.gold = !cli_switch(cli, "no-gold"),
                                 .soft = cli_switch(cli, "soft"),
                                 .control = str_from(cli_value(cli, "control", ""))};
    struct project_head head;
    struct problem p = {0};
    CLEANUP(buf_free) struct buf config = {0};
    if (!export_format_named(name, &order.format))
        return cli_usage(cli, "the format is json, jsonl, csv, label_studio, json_min or answers, not \"%s\".", name);
    if (!cli_number(cli, "after", 0, INT64_MAX, &order.after)) return CLI_USAGE;
    if (!cli_switch(cli, "project"))
        return cli_usage(cli, "name the project: --project N (`faena project list` shows them).");
    if (!cli_open(cli, false) || !cli_project(cli, &head)) return CLI_FAILED;
    order.project_id = head.project.id;
    err e = project_texts(cli->reader, order.project_id, &config, NULL);
    struct export_stream *stream;
    if (e == OK) e = export_stream_open(&order, buf_str(&config), &stream, &p);
    if (e != OK) return cli_fail(cli, e, &p);
    int fd = out_path ? open(out_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : STDOUT_FILENO;
    int code = fd < 0 ? cli_say_wrong(cli, "%s cannot be written: %s.", out_path, strerror(errno))
                      : stream_write(cli, stream, fd, out_path);
    export_stream_close(stream);
    if (out_path && fd >= 0) close(fd);
    return code;
}

const struct cli_command command_export = {
    .name = "export",
    .summary = "a project's tasks with labels and answers",
    .text = "Writes all tasks of a project, each with its label so far and its answers, in constant memory.\n\n"
            "  json, jsonl    everything, as one list or one object a line\n"
            "  csv            one row a task with its label, for spreadsheets\n"
            "  label_studio   what Label Studio exports and reads\n"
            "  json_min       Label Studio's short form, one object an answer\n"
            "  answers        one control's answers with gold and corrections, for `faena aggregate --exported`",
    .examples = "faena export --project 7123456789 --format csv --out films.csv\n"
                "faena export --project 7123456789 | jq -c 'select(.share < 0.6)'\n"
                "faena export --project 7123456789 --after 120000 >> films.jsonl",
    .options = options,
    .run = export_run,
};
