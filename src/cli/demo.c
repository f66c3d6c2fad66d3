/* `faena demo`: people and three projects to try everything with. Each step looks first whether it is done, so that a
 * second run changes nothing and one that was broken off is finished by the next. */
#include "cli/demo.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "cli/import.h"
#include "core/commands.h"
#include "core/password.h"
#include "formats/import.h"

enum { WORKERS_MAX = 100, PEOPLE_MAX = WORKERS_MAX + 2, CREDIT_UNITS = 500 };

static const struct cli_option options[] = {
    {"workers", "N", "how many workers: worker, worker2, worker3 ...\n(default: 1, at most 100)"},
    {"password", "TEXT",
     "the password of all of them (default: $FAENA_PASSWORD,\nelse one made up for each and printed once)"},
    {NULL, NULL, NULL},
};

static const struct demo_project {
    const char *name; /* of its files */
    const char *title, *description;
    int64_t price_micros, overlap, task_seconds;
} projects[] = {
    {"films", "Genre of a film · Género de una película",
     "Read a short synopsis and choose the genre. · Lee una sinopsis corta y elige el género.", 50000, 3, 300},
    {"pictures", "Real photo or AI-made picture? · ¿Foto real o imagen hecha por IA?",
     "Look at one picture and say where it comes from. · Mira una imagen y di de dónde viene.", 100000, 3, 120},
    {"math", "Math problems · Problemas de matemática",
     "Solve a short problem and type the number. · Resuelve un problema corto y escribe el número.", 250000, 3, 900},
};
enum { PROJECTS = sizeof projects / sizeof *projects };

struct demo_person {
    char handle[41], password[PASSWORD_CHARS_MAX * 4 + 1]; /* password "": the person was there before */
    unsigned roles;
    int64_t id;
};

struct demo {
    struct cli *cli;
    const char *password; /* NULL: made up */
    struct demo_person people[PEOPLE_MAX];
    int people_count;
    int changes; /* made by this run */
};

static str demo_text(const char *project, const char *ending) {
    char name[80];
    snprintf(name, sizeof name, "%s%s", project, ending);
    for (int i = 0; i < demo_file_count; i++)
        if (strcmp(demo_files[i].name, name) == 0) return (str){demo_files[i].bytes, demo_files[i].len};
    return STR("");
}

/* --- people --- */

static bool person_make(struct demo *demo, struct demo_person *person) {
    struct person_head head;
    bool found;
    err e = person_by_handle(demo->cli->reader, str_from(person->handle), &head, &found);
    if (e != OK) {
        cli_fail(demo->cli, e, NULL);
        return false;
    }
    if (found) {
        person->id = head.id;
        return true;
    }
    char made[15], hash[PASSWORD_HASH_BYTES];
    password_random(made);
    snprintf(person->password, sizeof person->password, "%s", demo->password ? demo->password : made);
    password_hash(str_from(person->password), hash);
    person->id = id_new();
    demo->changes++;
    struct person_create args = {.id = person->id,
                                 .handle = str_from(person->handle),
                                 .display_name = STR(""),
                                 .password_hash = str_from(hash),
                                 .language = STR("es"),
                                 .roles = person->roles};
    if (cli_written(demo->cli, &(struct cli_write){.kind = &cmd_person_create, .args = &args}, NULL)) return true;
    person->password[0] = 0;
    return false;
}

static struct demo_person *person_next(struct demo *demo, unsigned roles) {
    struct demo_person *person = &demo->people[demo->people_count++];
    person->roles = roles;
    return person;
}

static bool people_make(struct demo *demo, int64_t workers) {
    snprintf(person_next(demo, PERSON_OPERATOR)->handle, sizeof demo->people[0].handle, "operator");
    snprintf(person_next(demo, PERSON_REQUESTER)->handle, sizeof demo->people[0].handle, "requester");
    for (int64_t i = 1; i <= workers; i++) {
        struct demo_person *worker = person_next(demo, PERSON_WORKER);
        if (i == 1)
            snprintf(worker->handle, sizeof worker->handle, "worker");
        else
            snprintf(worker->handle, sizeof worker->handle, "worker%lld", (long long)i);
    }
    for (int i = 0; i < demo->people_count; i++)
        if (!person_make(demo, &demo->people[i])) return false;
    return true;
}

static int64_t requester_id(const struct demo *demo) { return demo->people[1].id; }

/* Only while something is still to be paid; the request id keeps a run that was broken off from paying twice. */
static bool credit(struct demo *demo) {
    struct person_credit args = {
        .id = requester_id(demo), .amount_micros = CREDIT_UNITS * INT64_C(1000000), .note = "Demo"};
    return cli_written(
        demo->cli, &(struct cli_write){.kind = &cmd_person_credit, .args = &args, .request_id = "demo-credit"}, NULL);
}

/* --- projects --- */

/* The requester's project of this title; *id = 0 when there is none. */
static bool project_find(struct demo *demo, const char *title, int64_t *id) {
    struct page page = {.after = INT64_MAX, .limit = PAGE_ROWS_MAX, .more = true};
    for (*id = 0; *id == 0 && page.more; page.after = page.next) {
        CLEANUP(buf_free) struct buf text = {0};
        struct json_out o = out_new(&text);
        out_array_begin(&o);
        err e = projects_json(demo->cli->reader, requester_id(demo), false, &page, &o);
        if (e == OK) out_end(&o);
        CLEANUP(json_drop) json_t *list = cli_json(demo->cli, e, &text);
        if (!list) return false;
        size_t i;
        json_t *project;
        json_array_foreach(list, i, project) {
            if (strcmp(json_text(project, "title"), title) == 0) *id = json_int(project, "id", 0);
        }
    }
    return true;
}

static bool project_make(struct demo *demo, const struct demo_project *project, int64_t *id) {
    struct project_create args = {.id = id_new(),
                                  .fields = {.title = str_from(project->title),
                                             .description = str_from(project->description),
                                             .instructions = demo_text(project->name, ".md"),
                                             .label_config = demo_text(project->name, ".xml"),
                                             .price_micros = project->price_micros,
                                             .overlap = project->overlap,
                                             .task_seconds = project->task_seconds,
                                             .approve_seconds = 24 * 3600,
                                             .gold_permille = 100}};
    *id = args.id;
    return cli_written(demo->cli,
                       &(struct cli_write){.kind = &cmd_project_create,
                                           .args = &args,
                                           .actor_id = requester_id(demo),
                                           .actor_roles = PERSON_REQUESTER},
                       NULL);
}

/* --- tasks --- */

struct picture_rows {
    struct cli *cli;
    struct problem *problem;
    struct buf lines; /* JSON lines with addresses in place of names */
};

/* The picture is decoded and stored like any that a requester uploads. */
static err picture_row(void *arg, const struct import_row *row) {
    struct picture_rows *rows = arg;
    struct picture_info info;
    char name[BLOB_NAME_BYTES];
    if (row->wrong) return problem_set(rows->problem, ERR_IMPORT_INVALID, "%s", row->wrong);
    CLEANUP(buf_free) struct buf file = {0};
    buf_printf(&file, "pictures/%s", json_text(row->data, "image"));
    str bytes = demo_text(file.data, "");
    TRY(picture_check(CLI_PROGRAM, bytes, &info, rows->problem));
    TRY(files_put(rows->cli->files_opened, bytes, name, rows->problem));
    struct json_out o = out_new(&rows->lines);
    out_object_begin(&o);
    out_set_text(&o, "external_id", row->external_id);
    out_key(&o, "image");
    CLEANUP(buf_free) struct buf address = {0};
    buf_printf(&address, "/files/%s", name);
    out_text(&o, address.data);
    if (row->gold) out_set_text(&o, "gold", json_string_value(row->gold));
    out_end(&o);
    buf_add_char(&rows->lines, '\n');
    return OK;
}

static err picture_lines(struct cli *cli, struct buf *lines, struct problem *p) {
    struct picture_rows rows = {.cli = cli, .problem = p};
    struct import_parser *parser = import_parser_new(IMPORT_CSV, picture_row, &rows);
    err e = import_parser_feed(parser, demo_text("pictures", ".csv"), p);
    if (e == OK) e = import_parser_finish(parser, p);
    import_parser_free(parser);
    *lines = rows.lines;
    return e;
}

static bool bytes_write(int fd, str bytes) {
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.data, bytes.len);
        if (n < 0 && errno != EINTR) return false;
        if (n > 0) bytes = (str){bytes.data + n, bytes.len - (size_t)n};
    }
    return true;
}

static err rows_import(struct cli *cli, int64_t project_id, const char *file_name, const char *format, str bytes,
                       struct problem *p) {
    struct project_head head;
    bool found;
    char path[40];
    int64_t import_id = 0;
    TRY(project_head(cli->reader, project_id, &head, &found));
    int fd = memfd_create("demo", MFD_CLOEXEC);
    if (fd < 0 || !bytes_write(fd, bytes)) {
        if (fd >= 0) close(fd);
        return problem_set(p, ERR_SYSTEM, "No memory for the demo's rows: %s.", strerror(errno));
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    err e = cli_import(cli, &head,
                       &(struct cli_import){.path = path, .file_name = file_name, .format = format, .quiet = true},
                       &import_id, p);
    close(fd);
    return e;
}

static err tasks_import(struct cli *cli, const struct demo_project *project, int64_t project_id, struct problem *p) {
    char file_name[40];
    bool pictures = strcmp(project->name, "pictures") == 0;
    CLEANUP(buf_free) struct buf lines = {0};
    if (pictures) TRY(picture_lines(cli, &lines, p));
    snprintf(file_name, sizeof file_name, "%s.%s", project->name, pictures ? "jsonl" : "csv");
    return rows_import(cli, project_id, file_name, pictures ? "jsonl" : "csv",
                       pictures ? buf_str(&lines) : demo_text(project->name, ".csv"), p);
}

/* Made, filled and published; whatever of it is done already is left alone. */
static int project_complete(struct demo *demo, const struct demo_project *project, int64_t *id) {
    struct cli *cli = demo->cli;
    struct project_head head = {0};
    struct problem p = {0};
    bool found;
    if (!project_find(demo, project->title, id)) return CLI_FAILED;
    if (*id) {
        err e = project_head(cli->reader, *id, &head, &found);
        if (e != OK) return cli_fail(cli, e, NULL);
        if (head.project.state != PROJECT_DRAFT) return CLI_OK;
    }
    demo->changes++;
    if (!credit(demo) || (*id == 0 && !project_make(demo, project, id))) return CLI_FAILED;
    err e = tasks_import(cli, project, *id, &p);
    if (e != OK) return cli_fail(cli, e, &p);
    struct project_step_args publish = {.id = *id, .step = PROJECT_PUBLISH};
    return cli_written(cli,
                       &(struct cli_write){.kind = &cmd_project_step,
                                           .args = &publish,
                                           .actor_id = requester_id(demo),
                                           .actor_roles = PERSON_REQUESTER},
                       NULL)
               ? CLI_OK
               : CLI_FAILED;
}

/* --- what is there now --- */

static void logins_print(const struct demo *demo, bool made_only) {
    static const char *const titles[] = {"HANDLE", "PASSWORD", "FOR", NULL};
    struct cli_table table;
    table_begin(&table, titles);
    for (int i = 0; i < demo->people_count; i++) {
        const struct demo_person *person = &demo->people[i];
        if (made_only && !person->password[0]) continue;
        table_cell(&table, "%s", person->handle);
        table_cell(&table, "%s", person->password[0] ? person->password : "(as before)");
        table_cell(&table, "%s",
                   person->roles == PERSON_OPERATOR    ? "running the server: /console"
                   : person->roles == PERSON_REQUESTER ? "projects, review, export: /console"
                                                       : "answering tasks: /");
    }
    table_print(&table);
}

static int demo_make(struct demo *demo, int64_t workers) {
    struct cli *cli = demo->cli;
    int64_t ids[PROJECTS];
    if (!cli_open(cli, false) || !cli_open_files(cli)) return CLI_FAILED;
    int code = people_make(demo, workers) ? CLI_OK : CLI_FAILED;
    for (int i = 0; code == CLI_OK && i < PROJECTS; i++) code = project_complete(demo, &projects[i], &ids[i]);
    if (code != CLI_OK) {
        /* Passwords that were made up are known to nobody else. */
        bool made = false;
        for (int i = 0; i < demo->people_count; i++) made |= demo->people[i].password[0] != 0;
        if (made) logins_print(demo, true);
        return code;
    }
    if (demo->changes == 0) {
        CLEANUP(buf_free) struct buf database = {0};
        database_shown(&database, demo->cli->database);
        printf("The demo is there already; nothing was changed. Its people are operator, requester and worker; a new\n"
               "password: %s user password HANDLE --database %.*s\n",
               program_invocation_name, STR_ARG(buf_str(&database)));
        return CLI_OK;
    }
    for (int i = 0; i < PROJECTS; i++) printf("project %lld: %s\n", (long long)ids[i], projects[i].title);
    printf("\n");
    logins_print(demo, false);
    printf("\n`faena serve` starts the server and says where to find it.\n");
    return CLI_OK;
}

static int demo_run(struct cli *cli) {
    int64_t workers = 1;
    const char *env = getenv("FAENA_PASSWORD"), *password = cli_value(cli, "password", env && env[0] ? env : NULL);
    if (!cli_number(cli, "workers", 1, WORKERS_MAX, &workers)) return CLI_USAGE;
    if (password) {
        str text = str_from(password);
        if (!str_utf8_valid(text) || str_utf8_chars(text) < PASSWORD_CHARS_MIN ||
            str_utf8_chars(text) > PASSWORD_CHARS_MAX)
            return cli_usage(cli, "a password has %d to %d characters.", PASSWORD_CHARS_MIN, PASSWORD_CHARS_MAX);
    }
    struct demo *demo = mem_alloc(sizeof *demo);
    demo->cli = cli;
    demo->password = password;
    int code = demo_make(demo, workers);
    free(demo);
    return code;
}

const struct cli_command command_demo = {
    .name = "demo",
    .summary = "three projects and people to try everything with",
    .text = "Makes an operator, a requester with 500 units of test money, workers, and three published projects: the "
            "genre of a film,\n"
            "real photo or made picture, math problems. Run `faena init` first. A second run says that the demo is "
            "there and changes\n"
            "nothing; more --workers adds those that are missing.",
    .examples = "faena init && faena demo && faena serve\nfaena demo --workers 5 --password 'only for trying'",
    .options = options,
    .run = demo_run,
};
