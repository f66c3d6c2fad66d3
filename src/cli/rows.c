/* Rows of data files for the commands that compute. */
#include "cli/rows.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/json.h"

enum { CHUNK = 256 * 1024, PROGRESS_BYTES = 8 * 1024 * 1024 };

struct reading {
    struct rows rows;
    rows_fn *fn;
    void *arg;
};

bool rows_wrong(struct rows *rows, const char *format, ...) {
    va_list args;
    char sentence[600];
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    cli_say_wrong(rows->cli, "%s, line %lld: %s", rows->path, (long long)rows->line, sentence);
    rows->wrong = true;
    return false;
}

static err row_take(void *arg, const struct import_row *row) {
    struct reading *reading = arg;
    struct rows *rows = &reading->rows;
    rows->line = row->line;
    rows->count++;
    rows->data = row->data;
    rows->texts = 0;
    bool ok = row->wrong ? rows_wrong(rows, "%s%s%s", row->wrong_field, row->wrong_field[0] ? ": " : "", row->wrong)
                         : reading->fn(rows, reading->arg);
    json_decref(rows->kept);
    rows->kept = NULL;
    return ok ? OK : ERR_IMPORT_INVALID;
}

static void progress(const struct rows *rows, int64_t done, int64_t bytes) {
    if (isatty(STDERR_FILENO) != 1) return;
    if (bytes > 0)
        fprintf(stderr, "\r\033[K%s: %d %%, %lld rows", rows->path, (int)(done * 100 / bytes), (long long)rows->count);
    else
        fprintf(stderr, "\r\033[K%s: %lld rows", rows->path, (long long)rows->count);
}

static int feed_all(struct reading *reading, int fd, int64_t bytes) {
    struct rows *rows = &reading->rows;
    CLEANUP(buf_free) struct buf chunk = {0};
    struct import_parser *parser = NULL;
    struct problem p = {0};
    int64_t done = 0, said = 0;
    err e = OK;
    buf_reserve(&chunk, CHUNK);
    for (ssize_t n = 1; n != 0 && e == OK;) {
        n = read(fd, chunk.data, CHUNK);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            import_parser_free(parser);
            return cli_say_wrong(rows->cli, "%s cannot be read: %s.", rows->path, strerror(errno));
        }
        str part = {chunk.data, (size_t)n};
        if (!parser && n > 0) {
            enum import_format format;
            if (!import_format_guess(rows->path, part, &format)) format = IMPORT_CSV; /* one column */
            parser = import_parser_new(format, row_take, reading);
        }
        if (n > 0) e = import_parser_feed(parser, part, &p);
        done += n;
        if (done - said >= PROGRESS_BYTES) progress(rows, said = done, bytes);
    }
    if (said > 0 && isatty(STDERR_FILENO) == 1) fprintf(stderr, "\r\033[K");
    if (parser && e == OK) e = import_parser_finish(parser, &p);
    import_parser_free(parser);
    if (rows->wrong) return CLI_FAILED;
    if (e != OK) return cli_fail(rows->cli, e, &p);
    if (rows->count == 0) return cli_say_wrong(rows->cli, "%s has no rows.", rows->path);
    return CLI_OK;
}

int rows_read(struct cli *cli, const char *path, rows_fn *fn, void *arg) {
    struct reading reading = {.rows = {.cli = cli, .path = strcmp(path, "-") == 0 ? "standard input" : path}};
    reading.fn = fn;
    reading.arg = arg;
    struct stat status;
    int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return cli_say_wrong(cli, "%s cannot be read: %s.", path, strerror(errno));
    int64_t bytes = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : 0;
    int code = feed_all(&reading, fd, bytes);
    if (fd != STDIN_FILENO) close(fd);
    for (size_t i = 0; i < sizeof reading.rows.text / sizeof *reading.rows.text; i++) buf_free(&reading.rows.text[i]);
    return code;
}

/* --- cells --- */

const char *rows_text(struct rows *rows, const char *column) {
    const json_t *value = json_object_get(rows->data, column);
    if (json_is_string(value)) return json_string_value(value)[0] ? json_string_value(value) : NULL;
    if (!json_is_number(value) && !json_is_boolean(value)) return NULL;
    struct buf *text = &rows->text[rows->texts++ % (int)(sizeof rows->text / sizeof *rows->text)];
    buf_clear(text);
    if (json_is_boolean(value))
        buf_add_text(text, json_is_true(value) ? "true" : "false");
    else if (json_is_integer(value))
        buf_printf(text, "%lld", (long long)json_integer_value(value));
    else
        buf_printf(text, "%.15g", json_real_value(value));
    return text->data;
}

const char *rows_needed(struct rows *rows, const char *column) {
    const char *text = rows_text(rows, column);
    if (text) return text;
    if (json_object_get(rows->data, column)) {
        rows_wrong(rows, "the column \"%s\" is empty.", column);
        return NULL;
    }
    CLEANUP(buf_free) struct buf names = {0};
    const char *name;
    json_t *unused;
    json_object_foreach(rows->data, name, unused) buf_printf(&names, "%s%s", names.len ? ", " : "", name);
    rows_wrong(rows, "there is no column \"%s\"; there are: %.300s. If it has another name, say so with --columns.",
               column, names.len ? names.data : "none");
    return NULL;
}

json_t *rows_json(struct rows *rows, const char *column) {
    json_t *value = json_object_get(rows->data, column);
    if (!json_is_string(value)) return json_is_null(value) ? NULL : value;
    json_t *parsed = NULL;
    if (json_parse(str_from(json_string_value(value)), &parsed, NULL) != OK) return NULL;
    if (!rows->kept) rows->kept = json_array();
    json_array_append_new(rows->kept, parsed);
    return parsed;
}

bool number_parse(const char *text, double *number) {
    char *end;
    if (!text[0] || text[strspn(text, "0123456789+-.eE")]) return false;
    errno = 0;
    *number = strtod(text, &end);
    return *end == 0 && isfinite(*number);
}

bool rows_number(struct rows *rows, const char *column, double *number, bool *given) {
    const char *text = rows_text(rows, column);
    *given = text != NULL;
    if (!text || number_parse(text, number)) return true;
    return rows_wrong(rows, "\"%.60s\" in the column \"%s\" is no number; numbers are written as 12.5 or 1e-3.", text,
                      column);
}

int32_t rows_name(struct rows *rows, struct fs_names *names, const char *text) {
    int32_t number = fs_names_add(names, text, strlen(text));
    if (number < 0) rows_wrong(rows, "there is not enough memory for the names up to here.");
    return number;
}

/* --- who --- */

void *grown(void *array, int64_t count, int64_t *size, size_t item_bytes) {
    if (count < *size) return array;
    int64_t more = *size ? *size * 2 : 256;
    void *bigger = mem_alloc((size_t)more * item_bytes);
    if (count > 0) memcpy(bigger, array, (size_t)count * item_bytes);
    free(array);
    *size = more;
    return bigger;
}

static bool columns_split(char *text, struct columns *columns, bool rename, int most) {
    int at = 0;
    for (char *part; (part = strsep(&text, ",")); at++) {
        if (at == most) return false;
        if (part[0]) columns->name[at] = part;
    }
    if (!rename) columns->count = at;
    return true;
}

bool rows_columns(struct cli *cli, const char *usual, struct columns *columns) {
    const char *given = cli_value(cli, "columns", NULL);
    *columns = (struct columns){0};
    buf_add(&columns->text, usual, strlen(usual) + 1);
    if (given) buf_add(&columns->text, given, strlen(given) + 1);
    columns_split(columns->text.data, columns, false, COLUMNS_MAX);
    if (!given || columns_split(columns->text.data + strlen(usual) + 1, columns, true, columns->count)) return true;
    cli_usage(cli, "--columns names more than the %d columns %s.", columns->count, usual);
    return false;
}

void columns_free(struct columns *columns) { buf_free(&columns->text); }

bool who_add(struct rows *rows, const struct columns *columns, struct who *who) {
    const char *task = rows_needed(rows, columns->name[0]);
    int32_t task_number = task ? rows_name(rows, &who->tasks, task) : -1;
    if (task_number < 0) return false;
    const char *worker = rows_needed(rows, columns->name[1]);
    int32_t worker_number = worker ? rows_name(rows, &who->workers, worker) : -1;
    if (worker_number < 0) return false;
    if (who->count >= INT32_MAX) return rows_wrong(rows, "a file has at most %d rows.", INT32_MAX);
    int64_t size = who->size;
    who->task = grown(who->task, who->count, &size, sizeof *who->task);
    who->worker = grown(who->worker, who->count, &who->size, sizeof *who->worker);
    who->task[who->count] = task_number;
    who->worker[who->count++] = worker_number;
    return true;
}

void who_free(struct who *who) {
    fs_names_free(&who->tasks);
    fs_names_free(&who->workers);
    free(who->task);
    free(who->worker);
}
