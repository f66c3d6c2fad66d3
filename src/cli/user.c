/* `faena user`: people, their roles and passwords, test money. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "core/commands.h"
#include "core/password.h"

/* --- list --- */

static const struct cli_option list_options[] = {
    {"start", "TEXT", "only handles that start so"},
    {"json", NULL, "one JSON object a line"},
    {NULL, NULL, NULL},
};

static void roles_join(const json_t *roles, char *out, size_t size) {
    size_t i, len = 0;
    json_t *role;
    out[0] = 0;
    json_array_foreach(roles, i, role) len +=
        (size_t)snprintf(out + len, size - len, "%s%s", i ? "," : "", json_string_value(role));
}

static void person_row(struct cli_table *t, const struct cli *cli, const json_t *person) {
    char roles[80];
    roles_join(json_object_get(person, "roles"), roles, sizeof roles);
    table_cell(t, "%s", json_text(person, "handle"));
    table_cell(t, "%s", json_text(person, "display_name"));
    table_cell(t, "%s", roles);
    table_cell(t, "%s", json_is_true(json_object_get(person, "disabled")) ? "disabled" : "");
    table_money(t, json_int(person, "available_micros", 0), cli->currency);
    table_money(t, json_int(person, "pending_micros", 0), cli->currency);
    table_cell(t, "%.10s", json_text(person, "created_at"));
}

static void json_line(const json_t *value) {
    CLEANUP(buf_free) struct buf line = {0};
    json_write(&line, value, false);
    printf("%s\n", line.data);
}

static int list_run(struct cli *cli) {
    static const char *const titles[] = {"HANDLE", "NAME", "ROLES", "STATE", ">AVAILABLE", ">PENDING", "SINCE", NULL};
    str start = str_from(cli_value(cli, "start", ""));
    bool as_json = cli_switch(cli, "json");
    if (!cli_open(cli, false)) return CLI_FAILED;
    struct cli_table table;
    if (!as_json) table_begin(&table, titles);
    struct page page = {.after = INT64_MAX, .limit = PAGE_ROWS_MAX, .more = true};
    while (page.more) {
        CLEANUP(buf_free) struct buf text = {0};
        struct json_out o = out_new(&text);
        out_array_begin(&o);
        err e = people_json(cli->reader, start, &page, &o);
        if (e == OK) out_end(&o);
        CLEANUP(json_drop) json_t *people = cli_json(cli, e, &text);
        if (!people) return CLI_FAILED;
        size_t i;
        json_t *person;
        json_array_foreach(people, i, person) {
            if (as_json)
                json_line(person);
            else
                person_row(&table, cli, person);
        }
        page.after = page.next;
    }
    if (!as_json) table_print(&table);
    return CLI_OK;
}

const struct cli_command command_user_list = {
    .name = "user list",
    .summary = "people with roles and balances, newest first",
    .text =
        "Lists all people. AVAILABLE is what their account holds, PENDING the pay of answers that wait for approval.",
    .examples = "faena user list\nfaena user list --start an\nfaena user list --json | jq -r .handle",
    .options = list_options,
    .run = list_run,
};

/* --- add --- */

static const struct cli_option add_options[] = {
    {"role", "ROLE[,ROLE]", "worker, requester, reviewer, operator (default: worker)"},
    {"name", "TEXT", "name to show (default: none)"},
    {"language", "CODE", "es, en, fr or pt (default: es)"},
    {"password-file", "FILE", "one line: the password (default: $FAENA_PASSWORD,\nelse made up and printed once)"},
    {NULL, NULL, NULL},
};

static int add_run(struct cli *cli) {
    static const char *const languages[] = {"es", "en", "fr", "pt"};
    const char *name = cli_value(cli, "name", ""), *language = cli_value(cli, "language", "es");
    char handle[HANDLE_CHARS_MAX + 1], password[PASSWORD_CHARS_MAX * 4 + 1], hash[PASSWORD_HASH_BYTES];
    unsigned roles;
    bool made, known = false;
    if (!cli_handle(cli, cli->args[0], handle) || !cli_roles(cli, cli_value(cli, "role", "worker"), &roles))
        return CLI_USAGE;
    if (!str_utf8_valid(str_from(name)) || str_utf8_chars(str_from(name)) > DISPLAY_NAME_CHARS_MAX)
        return cli_usage(cli, "--name is UTF-8 text of at most %d characters.", DISPLAY_NAME_CHARS_MAX);
    for (int i = 0; i < 4; i++) known |= strcmp(language, languages[i]) == 0;
    if (!known) return cli_usage(cli, "--language is es, en, fr or pt, not \"%s\".", language);
    if (!cli_password(cli, password, &made)) return CLI_USAGE;
    if (!cli_open(cli, false)) return CLI_FAILED;
    password_hash(str_from(password), hash);
    struct person_create args = {.id = id_new(),
                                 .handle = str_from(handle),
                                 .display_name = str_from(name),
                                 .password_hash = str_from(hash),
                                 .language = str_from(language),
                                 .roles = roles};
    if (!cli_written(cli, &(struct cli_write){.kind = &cmd_person_create, .args = &args}, NULL)) return CLI_FAILED;
    printf("handle: %s\n", handle);
    if (made) printf("password: %s (shown only now)\n", password);
    return CLI_OK;
}

const struct cli_command command_user_add = {
    .name = "user add",
    .arguments = "HANDLE",
    .summary = "make a person",
    .text = "Makes a person who can log in. A handle has 2 to 40 of a-z, 0-9, dot, dash and underscore.",
    .examples = "faena user add rosa\nfaena user add lab --role requester,reviewer --name 'Lab of Córdoba'\n"
                "FAENA_PASSWORD='a long one' faena user add ana --role operator",
    .options = add_options,
    .args_min = 1,
    .args_max = 1,
    .run = add_run,
};

/* --- role, disable --- */

static int person_change(struct cli *cli, struct person_update *change) {
    struct person_head person;
    if (!cli_open(cli, false) || !cli_person(cli, cli->args[0], &person)) return CLI_FAILED;
    change->id = person.id;
    bool written = cli_written(cli, &(struct cli_write){.kind = &cmd_person_update, .args = change}, NULL);
    return written ? CLI_OK : CLI_FAILED;
}

static int role_run(struct cli *cli) {
    struct person_update change = {.has_roles = true};
    if (!cli_roles(cli, cli->args[1], &change.roles)) return CLI_USAGE;
    int code = person_change(cli, &change);
    if (code == CLI_OK) printf("%s: %s\n", cli->args[0], cli->args[1]);
    return code;
}

const struct cli_command command_user_role = {
    .name = "user role",
    .arguments = "HANDLE ROLE[,ROLE]",
    .summary = "set a person's roles",
    .text = "Sets all roles of a person: worker, requester, reviewer, operator. The last operator stays operator.",
    .examples = "faena user role rosa worker,reviewer\nfaena user role ana operator,requester",
    .args_min = 2,
    .args_max = 2,
    .run = role_run,
};

static const struct cli_option disable_options[] = {
    {"undo", NULL, "let the person log in again"},
    {NULL, NULL, NULL},
};

static int disable_run(struct cli *cli) {
    struct person_update change = {.has_disabled = true, .disabled = !cli_switch(cli, "undo")};
    int code = person_change(cli, &change);
    if (code == CLI_OK) printf("%s: %s\n", cli->args[0], change.disabled ? "locked out" : "may log in");
    return code;
}

const struct cli_command command_user_disable = {
    .name = "user disable",
    .arguments = "HANDLE",
    .summary = "lock a person out, or let them in again",
    .text = "Ends a person's sessions and lets them log in no more. Their answers, pay and projects stay.",
    .examples = "faena user disable mallory\nfaena user disable mallory --undo",
    .options = disable_options,
    .args_min = 1,
    .args_max = 1,
    .run = disable_run,
};

/* --- password --- */

static const struct cli_option password_options[] = {
    {"password-file", "FILE", "one line: the password (default: $FAENA_PASSWORD,\nelse made up and printed once)"},
    {NULL, NULL, NULL},
};

static int password_run(struct cli *cli) {
    char password[PASSWORD_CHARS_MAX * 4 + 1], hash[PASSWORD_HASH_BYTES];
    struct person_head person;
    bool made;
    if (!cli_password(cli, password, &made)) return CLI_USAGE;
    if (!cli_open(cli, false) || !cli_person(cli, cli->args[0], &person)) return CLI_FAILED;
    password_hash(str_from(password), hash);
    struct person_password args = {.id = person.id, .password_hash = str_from(hash)};
    if (!cli_written(cli, &(struct cli_write){.kind = &cmd_person_password, .args = &args}, NULL)) return CLI_FAILED;
    if (made)
        printf("password: %s (shown only now)\n", password);
    else
        printf("The password of %s is changed.\n", cli->args[0]);
    return CLI_OK;
}

const struct cli_command command_user_password = {
    .name = "user password",
    .arguments = "HANDLE",
    .summary = "set a person's password",
    .text = "Sets a new password and ends the person's sessions. A password has 8 to 200 characters.",
    .examples = "faena user password rosa\nfaena user password rosa --password-file /run/secrets/rosa",
    .options = password_options,
    .args_min = 1,
    .args_max = 1,
    .run = password_run,
};

/* --- credit --- */

static const struct cli_option credit_options[] = {
    {"note", "TEXT", "what it is for; the person sees it (default: none)"},
    {"request-id", "ID", "a name of your own for this credit: the same again\nchanges nothing (default: none)"},
    {NULL, NULL, NULL},
};

static bool note_valid(const char *note, size_t chars_max) {
    return !note || (str_utf8_valid(str_from(note)) && str_utf8_chars(str_from(note)) <= chars_max);
}

static int credit_run(struct cli *cli) {
    enum { NOTE_CHARS_MAX = 200 };
    const char *note = cli_value(cli, "note", NULL), *request_id = cli_value(cli, "request-id", NULL);
    struct person_credit args = {.note = note};
    struct person_head person;
    if (!money_parse(str_from(cli->args[1]), MONEY_MICROS_MAX, &args.amount_micros) || args.amount_micros == 0)
        return cli_usage(
            cli,
            "the amount is a number such as 500 or 12.50, above 0, at most 10000000, with at most 6 decimals after "
            "a point; not \"%s\".",
            cli->args[1]);
    if (!note_valid(note, NOTE_CHARS_MAX))
        return cli_usage(cli, "--note is UTF-8 text of at most %d characters.", NOTE_CHARS_MAX);
    if (request_id && (!request_id[0] || !note_valid(request_id, REQUEST_ID_CHARS_MAX)))
        return cli_usage(cli, "--request-id is text of 1 to %d characters.", REQUEST_ID_CHARS_MAX);
    if (!cli_open(cli, false) || !cli_person(cli, cli->args[0], &person)) return CLI_FAILED;
    args.id = person.id;
    struct cli_write write = {.kind = &cmd_person_credit, .args = &args, .request_id = request_id};
    /* The same id with another person or amount is another request. */
    CLEANUP(buf_free) struct buf content = {0};
    buf_printf(&content, "credit %lld %lld %s", (long long)args.id, (long long)args.amount_micros, note ? note : "");
    write.request_content = buf_str(&content);
    if (!cli_written(cli, &write, NULL)) return CLI_FAILED;
    CLEANUP(buf_free) struct buf money = {0};
    money_write(&money, args.amount_micros, cli->currency);
    printf("%s: credited with %s\n", cli->args[0], money.data);
    return CLI_OK;
}

const struct cli_command command_user_credit = {
    .name = "user credit",
    .arguments = "HANDLE AMOUNT",
    .summary = "put test money on a person's account",
    .text = "Credits an account, as the operator does for a requester whose payment has arrived. The amount is in "
            "units of the\n"
            "server's currency and exact to 6 decimals.",
    .examples =
        "faena user credit lab 500\nfaena user credit lab 12.50 --note 'bank transfer 4711' --request-id bank-4711",
    .options = credit_options,
    .args_min = 2,
    .args_max = 2,
    .run = credit_run,
};
