/* import_internal.h - what import.c and the parsers of the formats share; private to formats/.
 *
 * import.c looks at the first bytes, drops a byte order mark, and passes everything on to the format's feed. The format
 * keeps parser->line and parser->offset at the byte it will read next, builds rows and gives them to import_row_hand.
 */
#pragma once
#include "formats/import.h"

struct import_csv;
struct import_json;

struct import_parser {
    enum import_format format;
    import_row_fn *row;
    void *arg;
    int64_t skip_offset;
    int64_t offset; /* bytes of the file before the next byte */
    int64_t line;   /* 1-based line of the next byte */
    bool line_begun;
    char head[4]; /* first bytes, held back until they tell what the file is */
    size_t head_len;
    bool head_done;
    err stopped; /* OK, or what every further call returns */
    struct import_row_parts parts;
    struct import_csv *csv;
    struct import_json *json; /* JSON and JSONL */
};

/* Is a row that ends here still to be handed out. */
static inline bool import_row_wanted(const struct import_parser *parser, int64_t end_offset) {
    return end_offset > parser->skip_offset;
}
err import_row_hand(struct import_parser *parser, const struct import_row *row);
/* Hands out a wrong row; the sentence is printf-like. field NULL = the whole row. */
err import_row_wrong(struct import_parser *parser, int64_t line, int64_t end_offset, const char *field,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));
/* ERR_IMPORT_INVALID with place and sentence. column 0 = none. */
err import_stop(struct problem *p, int64_t line, int64_t column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A sentence that quotes the file may have been cut inside a character, or quote one that is none. */
void import_text_clean(char *text);

/* import_row.c: checks that CSV and JSON have in common. They fill row->wrong_field and row->wrong and return false. */
bool import_row_refuse(struct import_row *row, struct import_row_parts *parts, const char *field, const char *format,
                       ...) __attribute__((format(printf, 4, 5)));
bool import_external_id_check(struct import_row *row, struct import_row_parts *parts);
bool import_data_check(struct import_row *row, struct import_row_parts *parts, size_t bytes_at_most);
bool import_priority_check(struct import_row *row, struct import_row_parts *parts, int64_t priority);

struct import_csv *import_csv_new(enum import_format format);
err import_csv_feed(struct import_parser *parser, str bytes, struct problem *p);
err import_csv_finish(struct import_parser *parser, struct problem *p);
void import_csv_free(struct import_csv *csv);

struct import_json *import_json_new(void);
err import_json_feed(struct import_parser *parser, str bytes, struct problem *p);
err import_json_finish(struct import_parser *parser, struct problem *p);
err import_jsonl_feed(struct import_parser *parser, str bytes, struct problem *p);
err import_jsonl_finish(struct import_parser *parser, struct problem *p);
void import_json_free(struct import_json *json);
