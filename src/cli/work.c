/* What the commands do with a database: open it, write through the writer, read through queries. */
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "core/password.h"

enum { NODE_OF_COMMANDS = 15 /* servers take 0 to 14 */ };

/* --- open and close --- */

bool cli_open(struct cli *cli, bool create) {
    struct problem p = {0};
    err e = store_open(cli->database, create, &cli->store, &p);
    if (e == OK) e = store_connect(cli->store, STORE_READ, &cli->reader, &p);
    int64_t highest = 0;
    if (e == OK) e = id_highest(cli->reader, &highest);
    CLEANUP(buf_free) struct buf currency = {0};
    bool found = false;
    if (e == OK) e = setting_load(cli->reader, "currency", &currency, &found);
    if (e != OK) {
        cli_fail(cli, e, &p);
        return false;
    }
    id_node_set(NODE_OF_COMMANDS);
    id_floor_set(highest);
    if (!found && !create) {
        cli_say_wrong(cli, "the database has no settings yet: run `faena init` first.");
        return false;
    }
    snprintf(cli->currency, sizeof cli->currency, "%s", found ? currency.data : "");
    return true;
}

bool cli_open_files(struct cli *cli) {
    struct problem p = {0};
    if (cli->files_opened) return true;
    err e = files_open(cli->files, &cli->files_opened, &p);
    if (e != OK) cli_fail(cli, e, &p);
    return e == OK;
}

void cli_close(struct cli *cli) {
    writer_stop(cli->writer);
    store_disconnect(cli->reader);
    if (cli->files_opened) files_close(cli->files_opened);
    store_close(cli->store);
    cli->writer = NULL;
    cli->reader = NULL;
    cli->files_opened = NULL;
    cli->store = NULL;
}

/* --- writes --- */

err cli_write(struct cli *cli, const struct cli_write *write, json_t **reply, struct problem *p) {
    if (!cli->writer) TRY(writer_start(cli->store, NULL, NULL, &cli->writer, p));
    struct arena arena;
    arena_init(&arena);
    struct problem problem = {0};
    struct command command = {.kind = write->kind,
                              .args = write->args,
                              .actor_id = write->actor_id,
                              .actor_roles = write->actor_roles,
                              .request_id = str_from(write->request_id),
                              .now_usec = clock_usec(),
                              .arena = &arena,
                              .problem = &problem};
    crypto_generichash(command.request_hash, sizeof command.request_hash,
                       (const unsigned char *)write->request_content.data, write->request_content.len, NULL, 0);
    err e = writer_run(cli->writer, &command);
    if (e == OK && reply) e = json_parse(command.reply ? str_from(command.reply) : STR("{}"), reply, &problem);
    arena_free(&arena);
    *p = problem;
    return e;
}

bool cli_written(struct cli *cli, const struct cli_write *write, json_t **reply) {
    struct problem p = {0};
    err e = cli_write(cli, write, reply, &p);
    if (e != OK) cli_fail(cli, e, &p);
    return e == OK;
}

/* --- reads --- */

json_t *cli_json(const struct cli *cli, err e, struct buf *text) {
    struct problem p = {0};
    json_t *value = NULL;
    if (e == OK) e = json_parse(buf_str(text), &value, &p);
    if (e != OK) cli_fail(cli, e, &p);
    return value;
}

bool cli_person(struct cli *cli, const char *text, struct person_head *person) {
    char handle[HANDLE_CHARS_MAX + 1];
    if (!cli_handle(cli, text, handle)) return false;
    bool found;
    err e = person_by_handle(cli->reader, str_from(handle), person, &found);
    if (e != OK)
        cli_fail(cli, e, NULL);
    else if (!found)
        cli_say_wrong(cli, "nobody has the handle \"%s\"; `faena user list` shows all.", handle);
    return e == OK && found;
}

bool cli_project_id(struct cli *cli, const char *text, struct project_head *head) {
    int64_t id;
    bool found = false;
    if (!str_to_int64(str_from(text), &id) || id < 1) {
        cli_usage(cli, "a project is named by its number (`faena project list` shows them), not \"%s\".", text);
        return false;
    }
    err e = project_head(cli->reader, id, head, &found);
    if (e != OK)
        cli_fail(cli, e, NULL);
    else if (!found)
        cli_say_wrong(cli, "there is no project %lld; `faena project list` shows all.", (long long)id);
    return e == OK && found;
}

bool cli_project(struct cli *cli, struct project_head *head) {
    const char *text = cli_value(cli, "project", NULL);
    if (text) return cli_project_id(cli, text, head);
    cli_usage(cli, "name the project: --project N (`faena project list` shows them).");
    return false;
}

/* --- small files --- */

bool cli_file(const struct cli *cli, const char *path, size_t bytes_max, struct buf *out) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        cli_say_wrong(cli, "%s cannot be read: %s.", path, strerror(errno));
        return false;
    }
    ssize_t n;
    buf_add_text(out, "");
    do {
        buf_reserve(out, 16384);
        n = read(fd, out->data + out->len, 16384);
        if (n > 0) out->len += (size_t)n;
        out->data[out->len] = 0;
    } while ((n > 0 && out->len <= bytes_max) || (n < 0 && errno == EINTR));
    bool read_all = n == 0;
    if (n < 0) cli_say_wrong(cli, "%s cannot be read: %s.", path, strerror(errno));
    if (out->len > bytes_max) cli_say_wrong(cli, "%s is longer than the %zu bytes that are taken.", path, bytes_max);
    close(fd);
    return read_all && out->len <= bytes_max;
}

bool cli_password(const struct cli *cli, char password[PASSWORD_CHARS_MAX * 4 + 1], bool *made) {
    const char *path = cli_value(cli, "password-file", NULL), *given = getenv("FAENA_PASSWORD");
    CLEANUP(buf_free) struct buf file = {0};
    *made = !path && !(given && given[0]);
    if (*made) {
        char fresh[15];
        password_random(fresh);
        memcpy(password, fresh, sizeof fresh);
        return true;
    }
    if (path) {
        if (!cli_file(cli, path, PASSWORD_CHARS_MAX * 4 + 2, &file)) return false;
        while (file.len && (file.data[file.len - 1] == '\n' || file.data[file.len - 1] == '\r'))
            file.data[--file.len] = 0;
        given = file.data;
    }
    size_t len = path ? file.len : strlen(given);
    str text = {given, len};
    bool fits = strlen(given) == len && str_utf8_valid(text) && str_utf8_chars(text) >= PASSWORD_CHARS_MIN &&
                str_utf8_chars(text) <= PASSWORD_CHARS_MAX;
    if (!fits) {
        cli_usage(cli, "a password has %d to %d characters of UTF-8 text on one line.", PASSWORD_CHARS_MIN,
                  PASSWORD_CHARS_MAX);
        return false;
    }
    memcpy(password, given, len + 1);
    return true;
}
