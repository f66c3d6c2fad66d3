/* report.h - one table of results as a table for people, as CSV or as JSON.
 *
 *   report_begin -> for each row: a cell for each column -> report_end
 *
 * Columns are named as in CSV and JSON ("error_low"; numbers ">error_low"); the table's headings are made of them. A
 * number that has no value is an empty cell, a dash in the table, null in JSON: there is no NaN. JSON is a list of
 * objects. In CSV, a text that a spreadsheet would take for a formula is kept as it is: these are data. */
#pragma once
#include <stdio.h>

#include "cli/cli.h"

enum report_format { REPORT_TABLE, REPORT_CSV, REPORT_JSON };

struct report {
    enum report_format format;
    const char *const *columns; /* ended by NULL */
    int count, cells;
    FILE *file;
    struct cli_table table;
    struct buf out;
};

#define REPORT_OPTION \
    { "format", "NAME", "table, csv or json (default: table)" }
/* By --format; prints what is wrong and returns false. */
bool report_begin(struct report *report, const struct cli *cli, const char *const *columns);
/* The same to an open file, in a known format; a table goes to standard output whatever the file. */
void report_begin_to(struct report *report, enum report_format format, FILE *file, const char *const *columns);
void report_text(struct report *report, const char *text); /* NULL: none */
void report_integer(struct report *report, int64_t value);
/* decimals: of the table; CSV and JSON have the whole number. */
void report_number(struct report *report, double value, int decimals);
void report_none(struct report *report);
void report_end(struct report *report);
