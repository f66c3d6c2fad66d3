/* import.h - task files as they arrive: CSV, TSV, JSON, JSONL, Label Studio task JSON. A push parser in constant
 * memory.
 *
 *   import_parser_new -> import_parser_feed* -> import_parser_finish -> import_parser_free
 *
 * Pure: gets bytes, hands out rows. Memory is bounded by the largest row (TASK_DATA_BYTES_MAX and what goes with it),
 * not by the file.
 *
 * A row becomes a task:
 *   CSV/TSV   RFC 4180. The header line gives the fields (blanks around a name are cut); every value is text as it
 * stands, blanks included, also where the label config reads a number (the page shows it). The columns `external_id`,
 *             `priority`, `gold` are not data but the task's own (see struct import_row); empty = none. A gold value
 *             that is a JSON object or list is taken as such, any other as text. Lines end in LF, CRLF or CR; empty
 * rows are skipped. A CSV file whose header line has no comma but semicolons or tabs is read with those. JSON      an
 * array of objects, one object, or objects one after another; parsed one element at a time JSONL     one object per
 * line; empty lines are skipped In JSON and JSONL an object with an object member "data" is a Label Studio task: data,
 * and beside it optional "id" or "external_id" (text or whole number), "priority", "gold", "predictions" and
 * "annotations" (lists, kept as they are; the result of an annotation with "ground_truth": true is the gold if there is
 * none); its other members are dropped. Any other object is the data itself (with the same three own members taken out:
 * "external_id", "priority", "gold").
 *
 * Wrong rows (bad UTF-8, wrong number of columns, not an object, too large, broken JSON on a JSONL line, priority
 * outside 0..9) are handed out as wrong with line, field and sentence and parsing goes on at the next row; only what
 * cannot be skipped (broken JSON inside an array, no usable header, UTF-16, an archive) ends the file:
 * ERR_IMPORT_INVALID, with line and column in the problem. After anything but OK the parser stays stopped and returns
 * the same again. A row is at most IMPORT_ROW_BYTES_MAX bytes of the file; a longer one is a wrong row and is not kept
 * in memory.
 *
 * An import that was broken off is resumed by reading the file from its start again with import_parser_skip: header and
 * line numbers stay right, and rows already handled cost a scan but no parsing. */
#pragma once
#include <jansson.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"

enum { IMPORT_ROW_BYTES_MAX = TASK_DATA_BYTES_MAX * 4 };

enum import_format { IMPORT_CSV, IMPORT_TSV, IMPORT_JSON, IMPORT_JSONL };

struct import_row {
    int64_t line;            /* 1-based line in the file at which the row starts */
    int64_t end_offset;      /* bytes of the file up to the end of this row: for progress and import_parser_skip */
    json_t *data;            /* object; NULL in a wrong row */
    const char *external_id; /* NULL = none; at most EXTERNAL_ID_CHARS_MAX characters */
    int priority;            /* 0..9, default 0 */
    json_t *gold;            /* NULL = none; any JSON value */
    json_t *predictions;     /* NULL or list */
    json_t *annotations;     /* NULL or list */
    /* a wrong row: */
    const char *wrong_field; /* name of the column or member; "" = the whole row */
    const char *wrong;       /* sentence; NULL in a good row */
};

/* The row and all in it are the parser's and valid during the call only (json_incref what is kept). Returning anything
 * but OK stops the parser, which passes it up. */
typedef err import_row_fn(void *arg, const struct import_row *row);

struct import_parser;
struct import_parser *import_parser_new(enum import_format format, import_row_fn *row, void *arg);
err import_parser_feed(struct import_parser *parser, str bytes, struct problem *p);
err import_parser_finish(struct import_parser *parser, struct problem *p); /* the last row, unfinished input */
/* Before the first feed: rows that end at or before this offset of the file are not handed out. */
void import_parser_skip(struct import_parser *parser, int64_t offset);
int64_t import_parser_lines(const struct import_parser *parser); /* lines seen */
void import_parser_free(struct import_parser *parser);

/* By file name ending (.csv .tsv .json .jsonl .ndjson), else by the first bytes; false when neither tells. */
bool import_format_guess(const char *file_name, str first_bytes, enum import_format *format);
/* "csv", "tsv", "json", "jsonl" */
bool import_format_named(const char *name, enum import_format *format);
const char *import_format_name(enum import_format format);

/* One task that came as a JSON value, by the rules above (the API adds tasks in the same shapes). Fills the members of
 * row from data on. value is changed: a task's own members are taken out of plain data. row points into value and
 * parts; zero-initialise parts, which may be used again and again. value_bytes: length of its text, or more. */
struct import_row_parts {
    json_t *gold;
    struct buf external_id, wrong, wrong_field;
};
void import_row_take(json_t *value, size_t value_bytes, struct import_row *row, struct import_row_parts *parts);
void import_row_parts_free(struct import_row_parts *parts);
