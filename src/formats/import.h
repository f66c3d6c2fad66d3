/* import.h - task files as they arrive: CSV, TSV, JSON, JSONL, Label Studio task JSON. A push parser in constant memory.
 *
 *   import_parser_new -> import_parser_feed* -> import_parser_finish -> import_parser_free
 *
 * Pure: gets bytes, hands out rows. Memory is bounded by the largest row (TASK_DATA_BYTES_MAX and what goes with it), not
 * by the file.
 *
 * A row becomes a task:
 *   CSV/TSV   header line gives the fields; every value is text, but a value of a field that the label config reads as a
 *             number stays text too (the page shows it). Columns `external_id`, `priority`, `gold` are not data but
 *             the task's own (see struct import_row); empty gold = none.
 *   JSON      an array of objects (or one object), parsed one element at a time
 *   JSONL     one object per line; empty lines are skipped
 *   In JSON and JSONL an object with an object member "data" is a Label Studio task: data, and beside it optional "id" or
 *   "external_id", "priority", "gold", "predictions" and "annotations" (lists, kept as they are; an annotation with
 *   "ground_truth": true gives the gold if there is none). Any other object is the data itself (with the same three own
 *   members taken out: "external_id", "priority", "gold").
 *
 * Wrong rows (bad UTF-8, wrong number of columns, not an object, too large, broken JSON on a JSONL line, priority outside
 * 0..9) are handed out as wrong with line, field and sentence and parsing goes on at the next row; only what cannot be
 * skipped (broken JSON inside an array, no header) ends the file. */
#pragma once
#include <jansson.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

enum import_format { IMPORT_CSV, IMPORT_TSV, IMPORT_JSON, IMPORT_JSONL };

struct import_row {
    int64_t line;         /* 1-based line in the file at which the row starts */
    int64_t end_offset;   /* bytes of the file up to the end of this row: a resumed import goes on there (not for JSON arrays) */
    json_t *data;         /* object; NULL in a wrong row */
    const char *external_id; /* NULL = none; at most EXTERNAL_ID_CHARS_MAX characters */
    int priority;         /* 0..9, default 0 */
    json_t *gold;         /* NULL = none; any JSON value */
    json_t *predictions;  /* NULL or list */
    json_t *annotations;  /* NULL or list */
    /* a wrong row: */
    const char *wrong_field; /* "" = the whole row */
    const char *wrong;       /* sentence; NULL in a good row */
};

/* The row and all in it are the parser's and valid during the call only (json_incref what is kept). Returning anything but
 * OK stops the parser, which passes it up. */
typedef err import_row_fn(void *arg, const struct import_row *row);

struct import_parser;
struct import_parser *import_parser_new(enum import_format format, import_row_fn *row, void *arg);
err import_parser_feed(struct import_parser *parser, str bytes, struct problem *p);
err import_parser_finish(struct import_parser *parser, struct problem *p); /* the last row, unfinished input */
int64_t import_parser_lines(const struct import_parser *parser);           /* lines seen */
void import_parser_free(struct import_parser *parser);

/* By file name ending (.csv .tsv .json .jsonl .ndjson), else by the first bytes; false when neither tells. */
bool import_format_guess(const char *file_name, str first_bytes, enum import_format *format);
/* "csv", "tsv", "json", "jsonl" */
bool import_format_named(const char *name, enum import_format *format);
const char *import_format_name(enum import_format format);
