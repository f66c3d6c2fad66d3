/* rows.h - the rows of a data file, for the commands that compute: agree, rank, aggregate.
 *
 *   rows_read(cli, path, fn, arg): fn is called for each row; it reads cells by the name of their column
 *
 * Files are CSV, TSV, JSON or JSONL, by their name or first bytes; "-" is standard input. What a cell is: the text of a
 * CSV value, or of a JSON text, number or boolean; rows_json gives any JSON value (in CSV: the cell read as JSON).
 * An empty cell, a null and a member that is not there are all "nothing". A wrong row ends the reading: a sentence with
 * file and line is printed, and rows_read returns CLI_FAILED. */
#pragma once
#include "cli/cli.h"
#include "formats/import.h"
#include "stats/faena-stats.h"

struct rows {
    struct cli *cli;
    const char *path;
    int64_t line, count;
    json_t *data;       /* of this row */
    json_t *kept;       /* what rows_json parsed */
    struct buf text[8]; /* of this row's cells; the oldest is overwritten */
    int texts;
    bool wrong;
};

typedef bool rows_fn(struct rows *rows, void *arg); /* false: it printed what is wrong */

int rows_read(struct cli *cli, const char *path, rows_fn *fn, void *arg);
/* NULL: nothing. Valid until eight more were read. */
const char *rows_text(struct rows *rows, const char *column);
/* The same; nothing is wrong: prints which columns there are, and that --columns names others. */
const char *rows_needed(struct rows *rows, const char *column);
/* NULL: nothing, or no JSON. Valid during this row. */
json_t *rows_json(struct rows *rows, const char *column);
/* A finite number; *given tells whether there is one. False: it is none, and that was printed. */
bool rows_number(struct rows *rows, const char *column, double *number, bool *given);
/* Prints "FILE, line N: sentence"; returns false. */
bool rows_wrong(struct rows *rows, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The number of a name, given now or before; -1 (and it is printed) when there is no memory. */
int32_t rows_name(struct rows *rows, struct fs_names *names, const char *text);

/* A finite decimal number and nothing else; no "nan", "inf", hexadecimal or blanks. */
bool number_parse(const char *text, double *number);

/* --- who answered what --- */

/* The columns that a command reads, by place: the usual names, or those of --columns. */
enum { COLUMNS_MAX = 8 };
struct columns {
    const char *name[COLUMNS_MAX];
    int count;
    struct buf text;
};
#define COLUMNS_OPTION(names) \
    { "columns", "NAMES", "other names of the columns " names ", in this order" }
/* usual: "task,worker,label". --columns may name fewer; the others keep their names. Prints what is wrong. */
bool rows_columns(struct cli *cli, const char *usual, struct columns *columns);
void columns_free(struct columns *columns);

struct who {
    struct fs_names tasks, workers;
    int32_t *task, *worker; /* of each row */
    int64_t count, size;
};
/* Adds the row's task and worker, the first two columns. */
bool who_add(struct rows *rows, const struct columns *columns, struct who *who);
void who_free(struct who *who);
/* Room for one more in an array that doubles: *array as long as `size` of items; false without memory. */
void *grown(void *array, int64_t count, int64_t *size, size_t item_bytes);
