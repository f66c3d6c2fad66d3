/* cli.h - the command line: a table of commands, one file each, and what they share.
 *
 *   main -> cli_main -> the command's row is found, its options are read -> run(cli) -> exit code
 *
 * A command's row says everything that its --help teaches. To add a command: a file with its row, its name in main.c.
 *
 * Exit codes: 0 done; 1 refused, failed, or something was found to be wrong; 2 the command line itself is wrong (a
 * sentence says what, and the nearest name). Results go to standard output, everything else to standard error. Tables
 * are aligned on a terminal and separated by tabs otherwise. All writes go through the writer, all reads through
 * queries. One thread. */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "core/command.h"
#include "core/queries.h"
#include "core/writer.h"
#include "files/files.h"
#include "store/store.h"

enum { CLI_OK = 0, CLI_FAILED = 1, CLI_USAGE = 2, CLI_OPTIONS_MAX = 32, CLI_ARGS_MAX = 16 };

struct cli;

struct cli_option {
    const char *name;  /* "price"; NULL ends the list */
    const char *value; /* what --help calls its value; NULL: a switch without one */
    const char *help;  /* with the default in it; "\n" goes on under the first line */
};

struct cli_command {
    const char *name;                 /* "user add" */
    const char *arguments;            /* "HANDLE"; NULL: none */
    const char *summary;              /* one line */
    const char *text;                 /* what it does and what to know */
    const char *examples;             /* whole lines */
    const struct cli_option *options; /* may be NULL */
    int args_min, args_max;
    bool hidden;                 /* not in the list: for the program itself */
    int (*run)(struct cli *cli); /* exit code */
};

struct cli {
    const struct cli_command *command;
    const char *database; /* --database, FAENA_DATABASE or sqlite:faena.db */
    const char *files;    /* --files, FAENA_FILES or beside the database */
    char **args;          /* what is no option */
    int arg_count;
    /* For a command that reads its options itself: its name, what is no option, then its options as "--name" "value";
     * without
     * --database and --files. NULL ends it. */
    char **argv;
    int argc;

    const char *values[CLI_OPTIONS_MAX]; /* by place in command->options; "" for a switch; NULL: not given */

    /* opened on demand, closed by cli_main */
    struct store *store;
    struct store_conn *reader;
    struct writer *writer;
    struct files *files_opened;
    char currency[8];
    char *default_files;
};

/* commands: rows, ended by NULL. */
int cli_main(int argc, char **argv, const struct cli_command *const *commands);

/* The program itself, for picture_check. */
#define CLI_PROGRAM "/proc/self/exe"

/* --- options (cli.c) --- */
const char *cli_value(const struct cli *cli, const char *option, const char *fallback);
bool cli_switch(const struct cli *cli, const char *option);
/* Each says what is wrong and returns false when the value does not fit; the command then returns CLI_USAGE. Not given:
 * *value stays. */
bool cli_number(const struct cli *cli, const char *option, int64_t least, int64_t most, int64_t *value);
bool cli_price(const struct cli *cli, const char *option, int64_t *micros);
/* "worker,requester" as bits of actor_roles. */
bool cli_roles(const struct cli *cli, const char *words, unsigned *roles);
/* 2 to 40 of a-z, 0-9, dot, dash, underscore; in lower case. */
bool cli_handle(const struct cli *cli, const char *text, char handle[41]);
/* Prints "faena COMMAND: sentence" and where to read more; returns CLI_USAGE. */
int cli_usage(const struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Prints "faena COMMAND: sentence" and the wrong fields of p (may be NULL); returns CLI_FAILED. */
int cli_fail(const struct cli *cli, err e, const struct problem *p);
int cli_say_wrong(const struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3))); /* CLI_FAILED */

/* --- the database (work.c) --- */
/* Opens the store and a read connection and loads the currency; prints what is wrong and returns false. create: as
 * store_open. */
bool cli_open(struct cli *cli, bool create);
bool cli_open_files(struct cli *cli);
void cli_close(struct cli *cli);
struct cli_write {
    const struct command_kind *kind;
    const void *args;
    int64_t actor_id; /* 0: the operator at the machine */
    unsigned actor_roles;
    const char *request_id; /* NULL: none. A repeat of the same then changes nothing */
    str request_content;    /* what makes two requests the same */
};
/* Runs a command; *reply (may be NULL) is owned by the caller. p: why not. The writer is started by the first write. */
err cli_write(struct cli *cli, const struct cli_write *write, json_t **reply, struct problem *p);
/* The same; prints what is wrong. */
bool cli_written(struct cli *cli, const struct cli_write *write, json_t **reply);
/* What a query wrote, as JSON; prints what is wrong and returns NULL. */
json_t *cli_json(const struct cli *cli, err e, struct buf *text);
/* By handle; prints that there is none and returns false. */
bool cli_person(struct cli *cli, const char *handle, struct person_head *person);
bool cli_project(struct cli *cli, struct project_head *head); /* by --project */
bool cli_project_id(struct cli *cli, const char *text, struct project_head *head);
/* The whole of a small file; prints what is wrong and returns false. */
bool cli_file(const struct cli *cli, const char *path, size_t bytes_max, struct buf *out);
/* From FAENA_PASSWORD, --password-file or made up; *made tells to print it. Prints what is wrong and returns false. */
bool cli_password(const struct cli *cli, char password[801], bool *made);

/* --- texts (text.c) --- */
/* "0.05" in units of the currency, exactly; false when it is none, has more than 6 decimals or is above the most. A
 * comma is refused: it means thousands to one and decimals to another. */
bool money_parse(str text, int64_t micros_most, int64_t *micros);
/* "12.50 USD": at least two decimals, more when there are more. */
void money_write(struct buf *b, int64_t micros, const char *currency);
/* The address of a database without its password, to be printed: it may end up in a log. */
void database_shown(struct buf *b, const char *database);
/* The closest of `count` names (NULLs are left out); NULL when none is near. */
const char *nearest(const char *word, const char *const *names, int count);

/* A table: columns are named "Title" or ">Balance" (numbers, to the right). */
struct cli_table {
    int columns;
    bool aligned;    /* standard output is a terminal */
    struct buf text; /* cells, each ended by NUL */
    int cells;
    bool right[16];
};
void table_begin(struct cli_table *t, const char *const *titles); /* ended by NULL */
void table_cell(struct cli_table *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void table_money(struct cli_table *t, int64_t micros, const char *currency);
void table_print(struct cli_table *t); /* and frees it */
