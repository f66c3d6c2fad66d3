/* Which command is meant, its options, its help. */
#include "cli/cli.h"

#include <getopt.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/inject.h"
#include "base/limits.h"
#include "base/log.h"
#include "domain/label_config.h"

static const struct cli_option globals[] = {
    {"database", "URL", "sqlite:FILE or postgresql://USER@HOST/NAME\n(default: $FAENA_DATABASE, else sqlite:faena.db)"},
    {"files", "DIR",
     "pictures and uploads\n(default: $FAENA_FILES, else beside the database: faena.db -> faena.files)"},
    {"help", NULL, "show this"},
    {NULL, NULL, NULL},
};
enum {
    GLOBAL_DATABASE,
    GLOBAL_FILES,
    GLOBAL_HELP,
    GLOBALS,
    HELP_COLUMN = 26,
    HELP_WIDTH = 88,
    COMMANDS_MAX = 64,
    CLI_WORDS_MAX = 200
};

/* --- errors --- */

static void say(const struct cli *cli, const char *format, va_list args) {
    fprintf(stderr, "faena %s: ", cli->command->name);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

int cli_usage(const struct cli *cli, const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(cli, format, args);
    va_end(args);
    fprintf(stderr, "`faena %s --help` tells more.\n", cli->command->name);
    return CLI_USAGE;
}

int cli_say_wrong(const struct cli *cli, const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(cli, format, args);
    va_end(args);
    return CLI_FAILED;
}

int cli_fail(const struct cli *cli, err e, const struct problem *p) {
    cli_say_wrong(cli, "%s", p && p->detail[0] ? p->detail : err_sentence(e));
    for (int i = 0; p && i < p->field_count && i < PROBLEM_FIELDS_MAX; i++) {
        const struct problem_field *field = &p->fields[i];
        const char *path = field->path + (field->path[0] == '/');
        if (strcmp(field->detail, p->detail) == 0) continue;
        if (field->line)
            fprintf(stderr, "  line %d, column %d: %s\n", field->line, field->column, field->detail);
        else
            fprintf(stderr, "  %s%s%s\n", path, *path ? ": " : "", field->detail);
    }
    return CLI_FAILED;
}

/* --- help --- */

/* Fills lines of HELP_WIDTH with words, each line after `indent` blanks; `at` characters stand on the first line
 * already. A line of the text that starts with a blank stays as it is; an empty one ends a paragraph. */
static void wrapped_print(const char *text, int indent, int at) {
    while (*text) {
        if (*text == '\n' || *text == ' ') {
            size_t len = strcspn(text, "\n");
            if (at > 0) putchar('\n');
            printf("%.*s\n", (int)len, text);
            text += len + (text[len] == '\n');
            at = 0;
            continue;
        }
        size_t len = strcspn(text, " \n");
        int chars = (int)str_utf8_chars((str){text, len});
        if (at > indent && at + 1 + chars > HELP_WIDTH) {
            putchar('\n');
            at = 0;
        }
        int blanks = at < indent ? indent - at : at > indent;
        printf("%*s%.*s", blanks, "", (int)len, text);
        at += blanks + chars;
        text += len;
        if (*text) text++;
    }
    if (at > 0) putchar('\n');
}

static void option_print(const struct cli_option *option) {
    char head[80];
    int len = snprintf(head, sizeof head, "  --%s%s%s", option->name, option->value ? " " : "",
                       option->value ? option->value : "");
    printf("%s", head);
    if (len >= HELP_COLUMN) {
        putchar('\n');
        len = 0;
    }
    wrapped_print(option->help, HELP_COLUMN, len);
}

static void examples_print(const char *examples) {
    printf("\nExamples:\n");
    while (*examples) {
        const char *end = strchr(examples, '\n');
        int len = end ? (int)(end - examples) : (int)strlen(examples);
        printf("  %.*s\n", len, examples);
        examples += len + (end != NULL);
    }
}

static int command_help(const struct cli_command *command) {
    printf("faena %s%s%s%s\n\n", command->name, command->arguments ? " " : "",
           command->arguments ? command->arguments : "", command->options ? " [options]" : "");
    wrapped_print(command->text, 0, 0);
    if (command->options) {
        printf("\nOptions:\n");
        for (const struct cli_option *option = command->options; option->name; option++) option_print(option);
    }
    printf("\nOptions of every command:\n");
    for (int i = 0; i < GLOBALS; i++) option_print(&globals[i]);
    if (command->examples) examples_print(command->examples);
    return CLI_OK;
}

/* Commands whose name starts with the word; all for "". */
static void commands_print(const struct cli_command *const *commands, const char *word) {
    size_t len = strlen(word);
    for (; *commands; commands++) {
        const struct cli_command *command = *commands;
        if (command->hidden || strncmp(command->name, word, len) != 0 || (len && command->name[len] != ' ')) continue;
        printf("  %-18s %s\n", command->name, command->summary);
    }
}

static int help(const struct cli_command *const *commands) {
    printf("Faena: data labelling with pay, on your own server.\n\nfaena COMMAND [options]\n\n");
    commands_print(commands, "");
    printf("\nOptions of every command:\n");
    for (int i = 0; i < GLOBALS; i++) option_print(&globals[i]);
    examples_print("faena init --operator ana\nfaena demo\nfaena serve --port 8080\nfaena project create --help");
    return CLI_OK;
}

/* `faena user`: the commands that begin so. */
static int group_help(const struct cli_command *const *commands, const char *word) {
    printf("faena %s COMMAND [options]\n\n", word);
    commands_print(commands, word);
    printf("\n`faena %s COMMAND --help` tells more.\n", word);
    return CLI_OK;
}

/* --- which command --- */

static bool is_group(const struct cli_command *const *commands, const char *word) {
    size_t len = strlen(word);
    for (; *commands; commands++)
        if (strncmp((*commands)->name, word, len) == 0 && (*commands)->name[len] == ' ') return true;
    return false;
}

static const struct cli_command *command_named(const struct cli_command *const *commands, const char *name) {
    for (; *commands; commands++)
        if (strcmp((*commands)->name, name) == 0) return *commands;
    return NULL;
}

static int command_unknown(const struct cli_command *const *commands, const char *name) {
    const char *names[COMMANDS_MAX * 2];
    char firsts[COMMANDS_MAX][20]; /* of names of two words */
    int count = 0;
    for (int i = 0; commands[i] && i < COMMANDS_MAX; i++) {
        if (commands[i]->hidden) continue;
        names[count++] = commands[i]->name;
        snprintf(firsts[i], sizeof firsts[i], "%.*s", (int)strcspn(commands[i]->name, " "), commands[i]->name);
        names[count++] = firsts[i];
    }
    const char *near = nearest(name, names, count);
    fprintf(stderr, "faena: there is no command \"%s\"", name);
    if (near) fprintf(stderr, "; did you mean \"%s\"", near);
    fprintf(stderr, "%s\n`faena --help` lists all commands.\n", near ? "?" : ".");
    return CLI_USAGE;
}

/* --- options --- */

static int option_count(const struct cli_command *command) {
    int count = 0;
    while (command->options && command->options[count].name) count++;
    return count;
}

static int option_unknown(const struct cli *cli, const char *given) {
    const char *names[CLI_OPTIONS_MAX + GLOBALS];
    int count = 0;
    for (int i = 0; i < option_count(cli->command); i++) names[count++] = cli->command->options[i].name;
    for (int i = 0; i < GLOBALS; i++) names[count++] = globals[i].name;
    char word[40];
    snprintf(word, sizeof word, "%.*s", (int)strcspn(given, "="), given);
    for (int i = 0; strncmp(word, "--", 2) == 0 && i < count; i++)
        if (strcmp(word + 2, names[i]) == 0) return cli_usage(cli, "the option %s takes no value.", word);
    const char *near = strncmp(word, "--", 2) == 0 ? nearest(word + 2, names, count) : NULL;
    return near ? cli_usage(cli, "there is no option %s; did you mean --%s?", word, near)
                : cli_usage(cli, "there is no option %s.", word);
}

struct option_place {
    const struct cli_option *option;
    int index; /* in the command's options; < 0: -1 - index of globals */
};

/* Reads the options of the command; argv[0] is its last word. */
static int options_read(struct cli *cli, int argc, char **argv, bool *asked_help) {
    struct option longs[CLI_OPTIONS_MAX + GLOBALS + 1] = {0};
    struct option_place places[CLI_OPTIONS_MAX + GLOBALS];
    int count = 0, own = option_count(cli->command);
    for (int i = 0; i < own + GLOBALS; i++, count++) {
        const struct cli_option *option = i < own ? &cli->command->options[i] : &globals[i - own];
        places[count] = (struct option_place){option, i < own ? i : -1 - (i - own)};
        longs[count] = (struct option){option->name, option->value ? required_argument : no_argument, NULL, 256};
    }
    opterr = 0;
    optind = 1;
    for (int index = 0, c; (c = getopt_long(argc, argv, ":h", longs, &index)) != -1;) {
        if (c == 'h' || (c == 256 && places[index].index == -1 - GLOBAL_HELP)) {
            *asked_help = true;
            return CLI_OK;
        }
        if (c == ':') return cli_usage(cli, "the option %s needs a value.", argv[optind - 1]);
        if (c != 256) return option_unknown(cli, argv[optind - 1]);
        const struct option_place *place = &places[index];
        if (place->index == -1 - GLOBAL_DATABASE) cli->database = optarg;
        if (place->index == -1 - GLOBAL_FILES) cli->files = optarg;
        if (place->index < 0) continue;
        cli->values[place->index] = optarg ? optarg : "";
        CLEANUP(buf_free) struct buf word = {0};
        buf_printf(&word, "--%s", place->option->name);
        cli->argv[cli->argc++] = mem_copy(word.data);
        if (optarg) cli->argv[cli->argc++] = mem_copy(optarg);
    }
    cli->args = argv + optind;
    cli->arg_count = argc - optind;
    memmove(cli->argv + 1 + cli->arg_count, cli->argv + 1, (size_t)(cli->argc - 1) * sizeof *cli->argv);
    for (int i = 0; i < cli->arg_count; i++) cli->argv[1 + i] = mem_copy(cli->args[i]);
    cli->argc += cli->arg_count;
    return CLI_OK;
}

/* faena.db -> faena.files */
static char *files_beside(const char *database) {
    CLEANUP(buf_free) struct buf path = {0};
    bool postgres = strncmp(database, "postgresql://", 13) == 0 || strncmp(database, "postgres://", 11) == 0;
    const char *file = postgres ? "faena" : strncmp(database, "sqlite:", 7) == 0 ? database + 7 : database;
    const char *slash = strrchr(file, '/'), *dot = strrchr(file, '.');
    bool ending = dot && dot > (slash ? slash + 1 : file);
    buf_printf(&path, "%.*s.files", ending ? (int)(dot - file) : (int)strlen(file), file);
    return mem_copy(path.data);
}

/* A mistyped "sqllite:x" or "mysql://..." would else be the name of a new file. A file's own name may have a colon
 * after a slash. */
static bool database_known(const char *database) {
    size_t word = strcspn(database, ":/");
    if (database[word] != ':') return true;
    static const char *const kinds[] = {"sqlite:", "postgresql://", "postgres://"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strncmp(database, kinds[i], strlen(kinds[i])) == 0) return true;
    return false;
}

static void modules_setup(void) {
    inject_setup();
    log_setup(false, LOG_ERROR);
    if (sodium_init() < 0) abort();
    label_config_setup();
}

/* argv[0] is the last word of the command's name. */
static int command_run(const struct cli_command *command, int argc, char **argv) {
    struct cli cli = {.command = command, .database = getenv("FAENA_DATABASE"), .files = getenv("FAENA_FILES")};
    bool asked_help = false;
    if (argc > CLI_WORDS_MAX) return cli_usage(&cli, "these are more than %d words.", CLI_WORDS_MAX);
    cli.argv = mem_alloc(((size_t)argc * 2 + 1) * sizeof *cli.argv);
    cli.argv[cli.argc++] = mem_copy(argv[0]);
    int code = options_read(&cli, argc, argv, &asked_help);
    if (asked_help) {
        code = command_help(command);
    } else if (code == CLI_OK && cli.arg_count < command->args_min) {
        code = cli_usage(&cli, "name %s.", command->arguments);
    } else if (code == CLI_OK && cli.arg_count > command->args_max) {
        code = cli_usage(&cli, "\"%s\" is too much.", cli.args[command->args_max]);
    } else if (code == CLI_OK && cli.database && !database_known(cli.database)) {
        code = cli_usage(&cli, "a database is sqlite:FILE or postgresql://USER@HOST/NAME, not \"%s\".", cli.database);
    } else if (code == CLI_OK) {
        if (!cli.database || !cli.database[0]) cli.database = "sqlite:faena.db";
        cli.default_files = files_beside(cli.database);
        if (!cli.files || !cli.files[0]) cli.files = cli.default_files;
        modules_setup();
        code = command->run(&cli);
        cli_close(&cli);
    }
    for (int i = 0; i < cli.argc; i++) free(cli.argv[i]);
    free(cli.argv);
    free(cli.default_files);
    if (fflush(stdout) != 0 && code == CLI_OK) {
        perror("faena: the output cannot be written");
        code = CLI_FAILED;
    }
    return code;
}

int cli_main(int argc, char **argv, const struct cli_command *const *commands) {
    const char *word = argc > 1 ? argv[1] : "--help";
    if (strcmp(word, "--version") == 0) {
        printf("faena %s\n", FAENA_VERSION);
        return CLI_OK;
    }
    bool asked_help = strcmp(word, "help") == 0; /* faena help user add */
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || (asked_help && argc == 2)) return help(commands);
    int at = asked_help ? 2 : 1;
    word = argv[at];
    if (word[0] == '-') {
        fprintf(stderr, "faena: name the command before its options, as in `faena serve %s`.\n", word);
        return CLI_USAGE;
    }
    if (is_group(commands, word)) {
        const char *second = at + 1 < argc ? argv[at + 1] : "--help";
        if (second[0] == '-') {
            bool wanted = strcmp(second, "--help") == 0 || strcmp(second, "-h") == 0;
            group_help(commands, word);
            return at + 1 < argc && wanted ? CLI_OK : asked_help ? CLI_OK : CLI_USAGE;
        }
        CLEANUP(buf_free) struct buf name = {0};
        buf_printf(&name, "%s %s", word, second);
        const struct cli_command *command = command_named(commands, name.data);
        if (!command) return command_unknown(commands, name.data);
        return asked_help ? command_help(command) : command_run(command, argc - at - 1, argv + at + 1);
    }
    const struct cli_command *command = command_named(commands, word);
    if (!command) return command_unknown(commands, word);
    return asked_help ? command_help(command) : command_run(command, argc - at, argv + at);
}

/* --- values --- */

const char *cli_value(const struct cli *cli, const char *name, const char *fallback) {
    for (int i = 0; i < option_count(cli->command); i++)
        if (strcmp(cli->command->options[i].name, name) == 0) return cli->values[i] ? cli->values[i] : fallback;
    abort(); /* not in the command's row */
}

bool cli_switch(const struct cli *cli, const char *name) { return cli_value(cli, name, NULL) != NULL; }

bool cli_number(const struct cli *cli, const char *name, int64_t least, int64_t most, int64_t *value) {
    const char *text = cli_value(cli, name, NULL);
    int64_t number;
    if (!text) return true;
    if (str_to_int64(str_from(text), &number) && number >= least && number <= most) {
        *value = number;
        return true;
    }
    cli_usage(cli, "--%s is a whole number from %lld to %lld, not \"%s\".", name, (long long)least, (long long)most,
              text);
    return false;
}

bool cli_price(const struct cli *cli, const char *name, int64_t *micros) {
    const char *text = cli_value(cli, name, NULL);
    if (!text || money_parse(str_from(text), PRICE_MICROS_MAX, micros)) return true;
    cli_usage(cli, "--%s is an amount such as 0.05, at most 10000, with at most 6 decimals after a point; not \"%s\".",
              name, text);
    return false;
}

bool cli_roles(const struct cli *cli, const char *words, unsigned *roles) {
    static const char *const names[] = {"worker", "requester", "reviewer", "operator"};
    *roles = 0;
    for (const char *at = words;; at++) {
        size_t len = strcspn(at, ",");
        int found = -1;
        for (int i = 0; i < 4; i++)
            if (strlen(names[i]) == len && strncmp(names[i], at, len) == 0) found = i;
        if (found < 0) {
            char word[40];
            snprintf(word, sizeof word, "%.*s", (int)len, at);
            const char *near = nearest(word, names, 4);
            cli_usage(cli, "there is no role \"%s\"%s%s%s; the roles are worker, requester, reviewer and operator.",
                      word, near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
            return false;
        }
        *roles |= 1u << found;
        at += len;
        if (!*at) return true;
    }
}

bool cli_handle(const struct cli *cli, const char *text, char handle[41]) {
    size_t len = strlen(text);
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
    if (len < HANDLE_CHARS_MIN || len > HANDLE_CHARS_MAX || strspn(text, letters) != len) {
        cli_usage(cli,
                  "a handle has %d to %d of the characters a-z, 0-9, dot, dash and underscore; \"%s\" does not fit.",
                  HANDLE_CHARS_MIN, HANDLE_CHARS_MAX, text);
        return false;
    }
    for (size_t i = 0; i <= len; i++) handle[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
    return true;
}
