/* `faena project`: list, show, create, and the steps of a project's life. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "core/commands.h"
#include "domain/label_config.h"

/* --- list --- */

static const struct cli_option list_options[] = {
    {"owner", "HANDLE", "only this requester's (default: all)"},
    {"json", NULL, "one JSON object a line"},
    {NULL, NULL, NULL},
};

static void project_row(struct cli_table *t, const struct cli *cli, const json_t *project) {
    const json_t *stats = json_object_get(project, "stats");
    table_cell(t, "%lld", (long long)json_int(project, "id", 0));
    table_cell(t, "%s", json_text(project, "state"));
    table_cell(t, "%s", json_text(json_object_get(project, "owner"), "handle"));
    table_money(t, json_int(project, "price_micros", 0), cli->currency);
    table_cell(t, "%lld", (long long)json_int(stats, "tasks", 0));
    table_cell(t, "%lld", (long long)json_int(stats, "done_tasks", 0));
    table_cell(t, "%lld", (long long)json_int(stats, "answers", 0));
    table_cell(t, "%s", json_text(project, "title"));
}

static int list_run(struct cli *cli) {
    static const char *const titles[] = {"PROJECT", "STATE",    "OWNER", ">PRICE", ">TASKS",
                                         ">DONE",   ">ANSWERS", "TITLE", NULL};
    const char *handle = cli_value(cli, "owner", NULL);
    bool as_json = cli_switch(cli, "json");
    struct person_head owner = {0};
    if (!cli_open(cli, false) || (handle && !cli_person(cli, handle, &owner))) return CLI_FAILED;
    struct cli_table table;
    if (!as_json) table_begin(&table, titles);
    struct page page = {.after = INT64_MAX, .limit = PAGE_ROWS_MAX, .more = true};
    while (page.more) {
        CLEANUP(buf_free) struct buf text = {0};
        struct json_out o = out_new(&text);
        out_array_begin(&o);
        err e = projects_json(cli->reader, owner.id, false, &page, &o);
        if (e == OK) out_end(&o);
        CLEANUP(json_drop) json_t *projects = cli_json(cli, e, &text);
        if (!projects) return CLI_FAILED;
        size_t i;
        json_t *project;
        json_array_foreach(projects, i, project) {
            CLEANUP(buf_free) struct buf line = {0};
            if (as_json)
                json_write(&line, project, false);
            else
                project_row(&table, cli, project);
            if (as_json) printf("%s\n", line.data);
        }
        page.after = page.next;
    }
    if (!as_json) table_print(&table);
    return CLI_OK;
}

const struct cli_command command_project_list = {
    .name = "project list",
    .summary = "projects with their numbers, newest first",
    .text = "Lists projects. DONE counts tasks that have all their answers.",
    .examples = "faena project list\nfaena project list --owner lab\nfaena project list --json | jq .stats.agreement",
    .options = list_options,
    .run = list_run,
};

/* --- show --- */

static const struct cli_option show_options[] = {
    {"json", NULL, "everything, with label config and instructions, as one\nJSON object"},
    {NULL, NULL, NULL},
};

static void line(const char *name, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void line(const char *name, const char *format, ...) {
    va_list args;
    printf("%-18s ", name);
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
}

static void money_line(const char *name, int64_t micros, const struct cli *cli) {
    CLEANUP(buf_free) struct buf money = {0};
    money_write(&money, micros, cli->currency);
    line(name, "%s", money.data);
}

static void ratio_line(const char *name, const json_t *ratio) {
    if (json_is_number(ratio)) line(name, "%.1f %%", json_number_value(ratio) * 100);
}

static void project_print(const struct cli *cli, const json_t *project) {
    const json_t *stats = json_object_get(project, "stats");
    line("project", "%lld", (long long)json_int(project, "id", 0));
    line("title", "%s", json_text(project, "title"));
    line("owner", "%s", json_text(json_object_get(project, "owner"), "handle"));
    line("state", "%s", json_text(project, "state"));
    money_line("price", json_int(project, "price_micros", 0), cli);
    line("overlap", "%lld", (long long)json_int(project, "overlap", 0));
    line("task time", "%lld s", (long long)json_int(project, "task_seconds", 0));
    line("approved after", "%lld s", (long long)json_int(project, "approve_seconds", 0));
    line("gold share", "%lld ‰", (long long)json_int(project, "gold_permille", 0));
    line("tasks", "%lld (%lld gold, %lld done, %lld not funded)", (long long)json_int(stats, "tasks", 0),
         (long long)json_int(stats, "gold_tasks", 0), (long long)json_int(stats, "done_tasks", 0),
         (long long)json_int(stats, "unfunded_tasks", 0));
    line("answers", "%lld of %lld (%lld wait, %lld approved, %lld rejected)", (long long)json_int(stats, "answers", 0),
         (long long)json_int(stats, "answers_wanted", 0), (long long)json_int(stats, "submitted", 0),
         (long long)json_int(stats, "approved", 0), (long long)json_int(stats, "rejected", 0));
    line("workers", "%lld", (long long)json_int(stats, "workers", 0));
    line("reports", "%lld", (long long)json_int(stats, "reports", 0));
    ratio_line("agreement", json_object_get(stats, "agreement"));
    ratio_line("gold right", json_object_get(stats, "gold_accuracy"));
    if (json_is_integer(json_object_get(stats, "pay_per_hour_micros")))
        money_line("pay an hour", json_int(stats, "pay_per_hour_micros", 0), cli);
    money_line("in escrow", json_int(stats, "escrow_micros", 0), cli);
    money_line("paid", json_int(stats, "paid_micros", 0), cli);
}

/* What publishing would take, for drafts and for tasks added since. */
static void quote_print(struct cli *cli, const struct project_head *head) {
    CLEANUP(buf_free) struct buf text = {0};
    struct json_out o = out_new(&text);
    if (quote_json(cli->reader, head, &o, NULL) != OK) return; /* nothing to fund */
    CLEANUP(json_drop) json_t *quote = cli_json(cli, OK, &text);
    if (!quote) return;
    money_line("publishing costs", json_int(quote, "cost_micros", 0), cli);
    if (json_int(quote, "missing_micros", 0) > 0) money_line("missing", json_int(quote, "missing_micros", 0), cli);
}

static int show_run(struct cli *cli) {
    struct project_head head;
    if (!cli_open(cli, false) || !cli_project_id(cli, cli->args[0], &head)) return CLI_FAILED;
    CLEANUP(buf_free) struct buf text = {0};
    struct json_out o = out_new(&text);
    err e = project_json(cli->reader, head.project.id, true, &o);
    CLEANUP(json_drop) json_t *project = cli_json(cli, e, &text);
    if (!project) return CLI_FAILED;
    if (cli_switch(cli, "json")) {
        printf("%s\n", text.data);
        return CLI_OK;
    }
    project_print(cli, project);
    if (head.project.state != PROJECT_COMPLETED) quote_print(cli, &head);
    return CLI_OK;
}

const struct cli_command command_project_show = {
    .name = "project show",
    .arguments = "PROJECT",
    .summary = "one project with all its numbers",
    .text = "Shows a project, and what publishing it now would reserve.",
    .examples =
        "faena project show 7123456789\nfaena project show 7123456789 --json | jq -r .label_config > config.xml",
    .options = show_options,
    .args_min = 1,
    .args_max = 1,
    .run = show_run,
};

/* --- create --- */

static const struct cli_option create_options[] = {
    {"owner", "HANDLE", "the requester whose project it is (needed)"},
    {"title", "TEXT", "up to 200 characters (needed)"},
    {"config", "FILE", "label config, Label Studio XML (needed)"},
    {"price", "AMOUNT", "pay for one answer, such as 0.05 (needed)"},
    {"description", "TEXT", "one or two sentences for the list (default: none)"},
    {"instructions", "FILE", "Markdown for the workers (default: none)"},
    {"overlap", "N", "answers wanted of each task (default: 1)"},
    {"task-seconds", "N", "how long a worker may hold a task (default: 600)"},
    {"approve-seconds", "N", "an answer not decided by then is approved\n(default: 259200, which is 3 days)"},
    {"gold-permille", "N", "share of gold among the tasks shown (default: 100)"},
    {NULL, NULL, NULL},
};

/* The config's errors as "config.xml:3:12: sentence", which editors jump to. */
static bool config_check(const struct cli *cli, const char *path, str xml) {
    struct problem p = {0};
    struct label_config *config = NULL;
    err e = label_config_parse(xml, &config, &p);
    label_config_free(config);
    if (e == OK) return true;
    cli_say_wrong(cli, "%s", e == ERR_CONFIG_INVALID ? "the label config has errors:" : p.detail);
    for (int i = 0; i < p.field_count && i < PROBLEM_FIELDS_MAX; i++)
        fprintf(stderr, "%s:%d:%d: %s\n", path, p.fields[i].line, p.fields[i].column, p.fields[i].detail);
    if (p.field_count > PROBLEM_FIELDS_MAX) fprintf(stderr, "... and %d more.\n", p.field_count - PROBLEM_FIELDS_MAX);
    if (p.field_count == 0 && e == ERR_CONFIG_INVALID) fprintf(stderr, "%s: %s\n", path, p.detail);
    return false;
}

static bool text_fits(const struct cli *cli, const char *option, const char *text, size_t chars_min, size_t chars_max) {
    str s = str_from(text);
    if (str_utf8_valid(s) && str_utf8_chars(s) >= chars_min && str_utf8_chars(s) <= chars_max) return true;
    cli_usage(cli, "--%s is UTF-8 text of %zu to %zu characters.", option, chars_min, chars_max);
    return false;
}

static bool fields_read(const struct cli *cli, struct project_fields *f) {
    static const char *const needed[] = {"owner", "title", "config", "price"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!cli_switch(cli, needed[i])) {
            cli_usage(cli, "--%s is needed.", needed[i]);
            return false;
        }
    f->title = str_from(cli_value(cli, "title", ""));
    f->description = str_from(cli_value(cli, "description", ""));
    f->overlap = 1;
    f->task_seconds = 600;
    f->approve_seconds = 259200;
    f->gold_permille = 100;
    return text_fits(cli, "title", f->title.data, 1, TITLE_CHARS_MAX) &&
           text_fits(cli, "description", f->description.data, 0, DESCRIPTION_CHARS_MAX) &&
           cli_price(cli, "price", &f->price_micros) && cli_number(cli, "overlap", 1, OVERLAP_MAX, &f->overlap) &&
           cli_number(cli, "task-seconds", TASK_SECONDS_MIN, TASK_SECONDS_MAX, &f->task_seconds) &&
           cli_number(cli, "approve-seconds", 0, APPROVE_SECONDS_MAX, &f->approve_seconds) &&
           cli_number(cli, "gold-permille", 0, GOLD_PERMILLE_MAX, &f->gold_permille);
}

static int create_run(struct cli *cli) {
    struct project_create args = {.id = 0};
    struct person_head owner;
    CLEANUP(buf_free) struct buf config = {0};
    CLEANUP(buf_free) struct buf instructions = {0};
    if (!fields_read(cli, &args.fields)) return CLI_USAGE;
    const char *config_path = cli_value(cli, "config", ""), *instructions_path = cli_value(cli, "instructions", NULL);
    if (!cli_file(cli, config_path, LABEL_CONFIG_BYTES_MAX, &config)) return CLI_FAILED;
    if (instructions_path && !cli_file(cli, instructions_path, INSTRUCTIONS_BYTES_MAX, &instructions))
        return CLI_FAILED;
    if (!str_utf8_valid(buf_str(&instructions))) return cli_say_wrong(cli, "%s is not UTF-8 text.", instructions_path);
    if (!str_utf8_valid(buf_str(&config))) return cli_say_wrong(cli, "%s is not UTF-8 text.", config_path);
    if (!config_check(cli, config_path, buf_str(&config))) return CLI_FAILED;
    if (!cli_open(cli, false) || !cli_person(cli, cli_value(cli, "owner", ""), &owner)) return CLI_FAILED;
    if (!(owner.roles & PERSON_REQUESTER))
        return cli_say_wrong(cli, "%s is no requester: `faena user role` makes one.", cli_value(cli, "owner", ""));
    args.fields.label_config = buf_str(&config);
    args.fields.instructions = buf_str(&instructions);
    args.id = id_new();
    if (!cli_written(cli,
                     &(struct cli_write){
                         .kind = &cmd_project_create, .args = &args, .actor_id = owner.id, .actor_roles = owner.roles},
                     NULL))
        return CLI_FAILED;
    printf("project: %lld\n", (long long)args.id);
    return CLI_OK;
}

const struct cli_command command_project_create = {
    .name = "project create",
    .summary = "make a draft",
    .text = "Makes a project as a draft. The label config is checked; its errors are shown as FILE:LINE:COLUMN. After "
            "that: import\n"
            "tasks, fund the requester, publish.",
    .examples =
        "faena project create --owner lab --title 'Genre of a film' --config genre.xml --price 0.05 --overlap 3\n"
        "faena import --project N films.csv\n"
        "faena user credit lab 100\n"
        "faena project publish N",
    .options = create_options,
    .run = create_run,
};

/* --- steps --- */

static int step_run(struct cli *cli, enum project_step step, const char *done) {
    struct project_head head;
    if (!cli_open(cli, false) || !cli_project_id(cli, cli->args[0], &head)) return CLI_FAILED;
    struct project_step_args args = {.id = head.project.id, .step = step};
    struct cli_write write = {
        .kind = &cmd_project_step, .args = &args, .actor_id = head.project.owner_id, .actor_roles = PERSON_REQUESTER};
    struct problem p = {0};
    err e = cli_write(cli, &write, NULL, &p);
    if (e == ERR_SHORT_BALANCE) {
        CLEANUP(buf_free) struct buf money = {0};
        money_write(&money, p.missing_micros, cli->currency);
        return cli_say_wrong(cli, "the owner's account is short of %s; `faena user credit` puts money on it.",
                             money.data);
    }
    if (e != OK) return cli_fail(cli, e, &p);
    printf("project %lld: %s\n", (long long)args.id, done);
    return CLI_OK;
}

static int publish_run(struct cli *cli) { return step_run(cli, PROJECT_PUBLISH, "published"); }
static int pause_run(struct cli *cli) { return step_run(cli, PROJECT_PAUSE, "paused"); }
static int resume_run(struct cli *cli) { return step_run(cli, PROJECT_RESUME, "resumed"); }
static int complete_run(struct cli *cli) { return step_run(cli, PROJECT_COMPLETE, "completed"); }

const struct cli_command command_project_publish = {
    .name = "project publish",
    .arguments = "PROJECT",
    .summary = "reserve the pay of all answers and open it for work",
    .text = "Reserves price x answers wanted in the project's escrow, from the owner's account, and gives its tasks "
            "out. On a\n"
            "published project it funds and opens the tasks added since.",
    .examples = "faena project show 7123456789     what it would cost\nfaena project publish 7123456789",
    .args_min = 1,
    .args_max = 1,
    .run = publish_run,
};

const struct cli_command command_project_pause = {
    .name = "project pause",
    .arguments = "PROJECT",
    .summary = "give out no more tasks for now",
    .text = "Gives out no more tasks; those already held can still be answered and are paid.",
    .examples = "faena project pause 7123456789",
    .args_min = 1,
    .args_max = 1,
    .run = pause_run,
};

const struct cli_command command_project_resume = {
    .name = "project resume",
    .arguments = "PROJECT",
    .summary = "open a paused project again",
    .text = "Opens a paused project again.",
    .examples = "faena project resume 7123456789",
    .args_min = 1,
    .args_max = 1,
    .run = resume_run,
};

const struct cli_command command_project_complete = {
    .name = "project complete",
    .arguments = "PROJECT",
    .summary = "end it for good",
    .text = "Ends a project for good. Tasks held now can be answered until their deadline; what escrow does not owe "
            "goes back to the\n"
            "owner's account.",
    .examples = "faena project complete 7123456789",
    .args_min = 1,
    .args_max = 1,
    .run = complete_run,
};
