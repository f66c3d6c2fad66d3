/* `faena init`: makes a database or brings an older one up to date, and its settings. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "core/commands.h"
#include "core/password.h"
#include "send/outbox.h"

static const struct cli_option options[] = {
    {"currency", "CODE", "three capital letters; stays for good (default: USD)"},
    {"signup", "open|closed", "may people sign up by themselves (default: open);\ngiven again, it changes"},
    {"operator", "HANDLE",
     "also make the first operator; the password is\n$FAENA_PASSWORD, of --password-file, or made up and printed once"},
    {"password-file", "FILE", "one line: the operator's password"},
    {NULL, NULL, NULL},
};

static bool currency_valid(const char *text) {
    return strlen(text) == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static bool setting_print(struct cli *cli, const char *name) {
    CLEANUP(buf_free) struct buf value = {0};
    bool found;
    err e = setting_load(cli->reader, name, &value, &found);
    if (e != OK) cli_fail(cli, e, NULL);
    if (e == OK && found) printf("%s: %s\n", name, value.data);
    return e == OK;
}

/* Nothing is done when the handle is there already, so that a script may run this at each start. */
static int operator_make(struct cli *cli, const char *handle) {
    struct person_head person;
    bool found, made;
    err e = person_by_handle(cli->reader, str_from(handle), &person, &found);
    if (e != OK) return cli_fail(cli, e, NULL);
    if (found) {
        printf("operator: %s (there already; nothing changed)\n", handle);
        return person.roles & PERSON_OPERATOR
                   ? CLI_OK
                   : cli_say_wrong(cli, "%s is no operator: use `faena user role %s operator`.", handle, handle);
    }
    char password[PASSWORD_CHARS_MAX * 4 + 1], hash[PASSWORD_HASH_BYTES];
    if (!cli_password(cli, password, &made)) return CLI_USAGE;
    password_hash(str_from(password), hash);
    struct person_create args = {.id = id_new(),
                                 .handle = str_from(handle),
                                 .display_name = STR(""),
                                 .password_hash = str_from(hash),
                                 .language = STR("es"),
                                 .roles = PERSON_OPERATOR};
    if (!cli_written(cli, &(struct cli_write){.kind = &cmd_person_create, .args = &args}, NULL)) return CLI_FAILED;
    printf("operator: %s\n", handle);
    if (made) printf("password: %s (shown only now)\n", password);
    return CLI_OK;
}

static int init_run(struct cli *cli) {
    const char *currency = cli_value(cli, "currency", "USD"), *signup = cli_value(cli, "signup", "open"),
               *operator= cli_value(cli, "operator", NULL);
    char handle[HANDLE_CHARS_MAX + 1];
    if (!currency_valid(currency))
        return cli_usage(cli, "--currency is three capital letters such as USD or ARS, not \"%s\".", currency);
    if (strcmp(signup, "open") != 0 && strcmp(signup, "closed") != 0)
        return cli_usage(cli, "--signup is open or closed, not \"%s\".", signup);
    if (operator&& !cli_handle(cli, operator, handle)) return CLI_USAGE;
    if (!cli_open(cli, true) || !cli_open_files(cli)) return CLI_FAILED;
    /* Browsers that subscribe know the server by this key: it is made once and kept. */
    struct problem p = {0};
    err e = send_vapid_make(cli->files, &p);
    if (e != OK) return cli_fail(cli, e, &p);
    if (cli->currency[0] && cli_switch(cli, "currency") && strcmp(cli->currency, currency) != 0)
        return cli_say_wrong(
            cli, "the currency of this database is %s and stays so: another would change what its prices mean.",
            cli->currency);
    struct settings_init args = {
        .currency = str_from(currency), .signup = str_from(signup), .signup_changes = cli_switch(cli, "signup")};
    if (!cli_written(cli, &(struct cli_write){.kind = &cmd_settings_init, .args = &args}, NULL)) return CLI_FAILED;
    CLEANUP(buf_free) struct buf database = {0};
    database_shown(&database, cli->database);
    printf("database: %.*s (schema %d)\nfiles: %s\n", STR_ARG(buf_str(&database)), store_schema_newest(), cli->files);
    if (!setting_print(cli, "currency") || !setting_print(cli, "signup")) return CLI_FAILED;
    return operator? operator_make(cli, handle) : CLI_OK;
}

const struct cli_command command_init = {
    .name = "init",
    .summary = "make a database, or bring an older one up to date",
    .text = "Makes the database and the folder for files when they are missing, migrates an older database, and sets "
            "what is not\n"
            "set yet. Running it again changes nothing. Before migrating, make a backup: `faena backup`.",
    .examples = "faena init --operator ana\n"
                "faena init --database postgresql:///faena --currency ARS --signup closed\n"
                "FAENA_PASSWORD='a long one' faena init --operator ana --database sqlite:/var/lib/faena/faena.db",
    .options = options,
    .run = init_run,
};
