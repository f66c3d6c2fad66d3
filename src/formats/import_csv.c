/* CSV and TSV files, by libcsv in its strict mode.
 *
 * libcsv does not say where in the file a row ends, so it is fed physical line by physical line: a row can end only
 * with the last byte of such a piece, and what is no end of a row is a line break inside quotes. Its space function
 * always says no, so that blanks stay part of a value (RFC 4180, as other programs write it); thereby csv_parser.spaces
 * is always 0, on which shed_value relies.
 *
 * Quotes: a quote inside a value that does not start with one is taken as it stands (5" disk). Inside a quoted value it
 * must be doubled; when it is not, nobody can tell where the value ends, and the row is wrong up to the end of the
 * line. */
#include <assert.h>
#include <csv.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "formats/import_internal.h"

enum {
    PIECE_BYTES_MAX = 64 * 1024, /* what libcsv may add to its memory before we look */
    VALUE_BLOCK_BYTES = 16 * 1024,
    STRICT = CSV_STRICT | CSV_STRICT_FINI,
};

enum mode {
    MODE_ROW,
    MODE_DROP_LINE, /* a stray quote: up to the end of the line */
    MODE_DROP_ROW,  /* too long: up to the end of the row, without keeping it */
};

struct column {
    char *name;
    enum { OWN_NOT, OWN_EXTERNAL_ID, OWN_PRIORITY, OWN_GOLD, OWN_NAMELESS } own;
};

struct import_csv {
    struct csv_parser csv;
    bool delimiter_known;
    struct buf first_line; /* the first that is not empty; held back until it tells the delimiter */
    bool first_line_begun;
    struct column columns[IMPORT_FIELDS_MAX];
    int column_count; /* 0 = the header is still to come */
    /* the row under way */
    bool row_begun, row_done;
    enum mode mode;
    int64_t row_line;
    size_t row_bytes;
    int wrong_column;  /* of a stray quote */
    const char *wrong; /* sentence of a stray quote */
    struct buf values; /* each followed by a line feed, so that no UTF-8 sequence can span two */
    size_t ends[IMPORT_FIELDS_MAX];
    int value_count; /* all of the row, also those past IMPORT_FIELDS_MAX, which are not kept */
    bool any_value;
    bool after_cr;
};

static int no_space(unsigned char c) { return 0; }

static void *grow(void *p, size_t bytes) { return mem_realloc(p, bytes); }

struct import_csv *import_csv_new(enum import_format format) {
    struct import_csv *t = mem_alloc(sizeof *t);
    csv_init(&t->csv, STRICT);
    csv_set_space_func(&t->csv, no_space);
    csv_set_blk_size(&t->csv, VALUE_BLOCK_BYTES);
    csv_set_realloc_func(&t->csv, grow);
    if (format == IMPORT_TSV) {
        csv_set_delim(&t->csv, CSV_TAB);
        t->delimiter_known = true;
    }
    return t;
}

void import_csv_free(struct import_csv *t) {
    if (!t) return;
    csv_free(&t->csv);
    buf_free(&t->first_line);
    buf_free(&t->values);
    for (int i = 0; i < t->column_count; i++) free(t->columns[i].name);
    free(t);
}

/* --- what libcsv calls --- */

static void value_end(void *bytes, size_t len, void *arg) {
    struct import_csv *t = arg;
    if (t->value_count < IMPORT_FIELDS_MAX) {
        buf_reserve(&t->values, len + 1);
        buf_add(&t->values, bytes, len);
        t->ends[t->value_count] = t->values.len;
        buf_add_char(&t->values, '\n');
    }
    const char *text = bytes;
    for (size_t i = 0; i < len && !t->any_value; i++) t->any_value = text[i] != ' ' && text[i] != '\t';
    t->value_count++;
}

static void row_end(int terminator, void *arg) {
    struct import_csv *t = arg;
    t->row_done = true;
}

static str value_at(const struct import_csv *t, int i) {
    size_t start = i ? t->ends[i - 1] + 1 : 0;
    return (str){t->values.data + start, t->ends[i] - start};
}

static str trimmed(str s) {
    while (s.len && (*s.data == ' ' || *s.data == '\t')) s = (str){s.data + 1, s.len - 1};
    while (s.len && (s.data[s.len - 1] == ' ' || s.data[s.len - 1] == '\t')) s.len--;
    return s;
}

/* --- the header --- */

static int column_own(str name) {
    if (name.len == 0) return OWN_NAMELESS;
    if (str_is(name, "external_id")) return OWN_EXTERNAL_ID;
    if (str_is(name, "priority")) return OWN_PRIORITY;
    if (str_is(name, "gold")) return OWN_GOLD;
    return OWN_NOT;
}

static bool name_taken(const struct import_csv *t, str name) {
    for (int i = 0; i < t->column_count; i++)
        if (str_is(name, t->columns[i].name)) return true;
    return false;
}

static err header_take(struct import_csv *t, struct problem *p) {
    int64_t line = t->row_line;
    if (!str_utf8_valid(buf_str(&t->values)))
        return import_stop(p, line, 0,
                           "The header is not valid UTF-8 text. Save the file as UTF-8 (in Excel: \"CSV UTF-8\").");
    if (t->value_count > IMPORT_FIELDS_MAX)
        return import_stop(p, line, 0, "The header has %d columns; at most %d are taken.", t->value_count,
                           IMPORT_FIELDS_MAX);
    int nameless = 0, data = 0;
    for (int i = 0; i < t->value_count; i++) {
        str name = trimmed(value_at(t, i));
        if (name.len == 0 && nameless == 0) nameless = i + 1;
        if (name.len && nameless)
            return import_stop(p, line, 0,
                               "Column %d has no name. Name it in the header line or remove it (pandas: to_csv(..., "
                               "index=False)).",
                               nameless);
        if (name.len && name_taken(t, name))
            return import_stop(p, line, 0, "Two columns have the name \"%.*s\".",
                               (int)(name.len < 100 ? name.len : 100), name.data);
        struct column *column = &t->columns[t->column_count++];
        column->own = column_own(name);
        column->name = mem_alloc(name.len + 1);
        if (name.len) memcpy(column->name, name.data, name.len);
        data += column->own == OWN_NOT;
    }
    if (data == 0)
        return import_stop(p, line, 0,
                           "The header names no column with data. The first line must hold the column names.");
    return OK;
}

/* --- rows --- */

static json_t *gold_value(str text) {
    json_t *value = NULL;
    if (text.data[0] == '{' || text.data[0] == '[') json_parse(text, &value, NULL);
    return value ? value : json_stringn_nocheck(text.data, text.len);
}

/* Puts value i where it belongs; false when it is wrong. */
static bool value_take(const struct import_csv *t, int i, struct import_row *row, struct import_row_parts *parts) {
    str value = value_at(t, i);
    const struct column *column = &t->columns[i];
    int64_t priority = 0;
    switch (column->own) {
    case OWN_NOT:
        json_object_set_new_nocheck(row->data, column->name, json_stringn_nocheck(value.data, value.len));
        return true;
    case OWN_EXTERNAL_ID: buf_add_str(&parts->external_id, trimmed(value)); return import_external_id_check(row, parts);
    case OWN_PRIORITY:
        value = trimmed(value);
        if (value.len && !str_to_int64(value, &priority)) priority = -1;
        return import_priority_check(row, parts, priority);
    case OWN_GOLD:
        if (value.len) row->gold = parts->gold = gold_value(value);
        return true;
    case OWN_NAMELESS: break;
    }
    if (value.len == 0) return true;
    return import_row_refuse(row, parts, NULL, "Column %d has a value but no name in the header.", i + 1);
}

static err row_take(struct import_parser *parser, int64_t end) {
    struct import_csv *t = parser->csv;
    if (!t->any_value || !import_row_wanted(parser, end)) return OK;
    if (t->value_count != t->column_count)
        return import_row_wrong(parser, t->row_line, end, NULL, "The row has %d values, but the header has %d columns.",
                                t->value_count, t->column_count);
    if (!str_utf8_valid(buf_str(&t->values))) {
        int i = 0;
        while (str_utf8_valid(value_at(t, i))) i++;
        return import_row_wrong(parser, t->row_line, end, t->columns[i].name,
                                "The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: \"CSV UTF-8\").");
    }
    struct import_row_parts *parts = &parser->parts;
    json_drop(&parts->gold);
    buf_clear(&parts->external_id);
    CLEANUP(json_drop) json_t *data = json_object();
    struct import_row row = {.line = t->row_line, .end_offset = end, .data = data};
    bool good = true;
    for (int i = 0; i < t->column_count && good; i++) good = value_take(t, i, &row, parts);
    if (good) import_data_check(&row, parts, t->row_bytes + t->values.len);
    return import_row_hand(parser, &row);
}

/* The row has ended, at the parser's present offset. */
static err row_finish(struct import_parser *parser, struct problem *p) {
    struct import_csv *t = parser->csv;
    int64_t end = parser->offset;
    if (t->column_count == 0) {
        if (t->mode == MODE_DROP_LINE) return import_stop(p, t->row_line, 0, "In the header: %s", t->wrong);
        if (t->mode == MODE_DROP_ROW)
            return import_stop(p, t->row_line, 0, "The header is longer than %d bytes. Is a closing quote missing?",
                               IMPORT_ROW_BYTES_MAX);
        if (t->any_value) return header_take(t, p);
        return OK;
    }
    switch (t->mode) {
    case MODE_DROP_LINE:
        return import_row_wrong(parser, t->row_line, end,
                                t->wrong_column < t->column_count ? t->columns[t->wrong_column].name : NULL, "%s",
                                t->wrong);
    case MODE_DROP_ROW:
        return import_row_wrong(parser, t->row_line, end, NULL,
                                "The row is longer than %d bytes. Is a closing quote missing?", IMPORT_ROW_BYTES_MAX);
    default: return row_take(parser, end);
    }
}

/* Makes ready for the next row. */
static void row_reset(struct import_csv *t) {
    enum { KEPT_BYTES_MAX = 128 * 1024 };
    csv_set_opts(&t->csv, 0);
    csv_fini(&t->csv, NULL, NULL, NULL);
    csv_set_opts(&t->csv, STRICT);
    if (t->values.size > KEPT_BYTES_MAX) {
        buf_free(&t->values);
        csv_free(&t->csv);
    }
    buf_clear(&t->values);
    t->row_begun = t->row_done = t->any_value = false;
    t->mode = MODE_ROW;
    t->row_bytes = 0;
    t->value_count = 0;
}

/* --- feeding --- */

/* Keeps libcsv's memory small while a row that is too long goes by. One byte must stay: at the end of a quoted value
 * libcsv takes back the closing quote. */
static void shed_value(struct import_csv *t) {
    assert(t->csv.spaces == 0);
    if (t->csv.entry_pos > 1) t->csv.entry_pos = 1;
}

static bool only_blanks(const struct import_csv *t) {
    for (size_t i = 0; i < t->csv.entry_pos; i++)
        if (t->csv.entry_buf[i] != ' ' && t->csv.entry_buf[i] != '\t') return false;
    return true;
}

/* libcsv stopped at a quote. A literal one in an unquoted value is fed past its strictness; anything else makes the row
 * wrong. Returns how many bytes were taken. */
static size_t stray_quote(struct import_csv *t, str rest) {
    assert(csv_error(&t->csv) == CSV_EPARSE);
    if (!t->csv.quoted && !only_blanks(t)) {
        csv_set_opts(&t->csv, 0);
        csv_parse(&t->csv, rest.data, 1, value_end, row_end, t);
        csv_set_opts(&t->csv, STRICT);
        return 1;
    }
    t->mode = MODE_DROP_LINE;
    t->wrong_column = t->value_count;
    t->wrong = t->csv.quoted
                   ? "After the closing quote something follows. A quote inside a quoted value must be doubled (\"\")."
                   : "Blanks stand before the opening quote. Remove them.";
    return rest.len;
}

/* A piece of one row: at most the rest of a physical line. ends: its last byte ends that line. */
static void piece_feed(struct import_csv *t, str piece, bool ends) {
    t->row_bytes += piece.len;
    if (t->mode == MODE_ROW && t->row_bytes > IMPORT_ROW_BYTES_MAX) {
        t->mode = MODE_DROP_ROW;
        csv_set_opts(&t->csv, 0);
        buf_free(&t->values);
        shed_value(t);
    }
    switch (t->mode) {
    case MODE_DROP_LINE: break;
    case MODE_DROP_ROW:
        csv_parse(&t->csv, piece.data, piece.len, NULL, row_end, t);
        shed_value(t);
        break;
    case MODE_ROW:
        for (size_t at = 0; at < piece.len;) {
            at += csv_parse(&t->csv, piece.data + at, piece.len - at, value_end, row_end, t);
            if (at < piece.len) at += stray_quote(t, (str){piece.data + at, piece.len - at});
        }
    }
    if (t->mode == MODE_DROP_LINE && ends) t->row_done = true;
}

/* Counts the line that this piece ends, if it does; the LF of a CRLF comes as a piece of its own. */
static void line_count(struct import_parser *parser, char last, size_t len) {
    struct import_csv *t = parser->csv;
    bool counted = last == '\n' && len == 1 && t->after_cr;
    if (!counted && (last == '\n' || last == '\r')) parser->line++;
    t->after_cr = last == '\r';
    parser->line_begun = last != '\n' && last != '\r';
}

static err rows_feed(struct import_parser *parser, str bytes, struct problem *p) {
    struct import_csv *t = parser->csv;
    if (bytes.len == 0) return OK;
    const char *at = bytes.data, *end = bytes.data + bytes.len;
    const char *lf = at - 1, *cr = at - 1; /* the next ones; looked for again only when passed */
    while (at < end) {
        if (lf && lf < at) lf = memchr(at, '\n', (size_t)(end - at));
        if (cr && cr < at) cr = memchr(at, '\r', (size_t)(end - at));
        const char *stop = lf && cr ? (lf < cr ? lf : cr) : lf ? lf : cr;
        size_t len = stop ? (size_t)(stop - at) + 1 : (size_t)(end - at);
        bool ends = stop && len <= PIECE_BYTES_MAX;
        if (len > PIECE_BYTES_MAX) len = PIECE_BYTES_MAX;
        parser->offset += (int64_t)len;
        if (!t->row_begun && (len > 1 || !ends)) {
            t->row_begun = true;
            t->row_line = parser->line;
        }
        if (t->row_begun) piece_feed(t, (str){at, len}, ends);
        at += len;
        line_count(parser, at[-1], len);
        if (t->row_done) {
            TRY(row_finish(parser, p));
            row_reset(t);
        }
    }
    return OK;
}

static void delimiter_choose(struct import_csv *t) {
    int commas = 0, semicolons = 0, tabs = 0;
    for (size_t i = 0; i < t->first_line.len; i++) {
        char c = t->first_line.data[i];
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (commas == 0 && (semicolons || tabs)) csv_set_delim(&t->csv, semicolons > tabs ? ';' : CSV_TAB);
    t->delimiter_known = true;
}

static err first_line_feed(struct import_parser *parser, struct problem *p) {
    struct import_csv *t = parser->csv;
    delimiter_choose(t);
    CLEANUP(buf_free) struct buf held = t->first_line;
    t->first_line = (struct buf){0};
    return rows_feed(parser, buf_str(&held), p);
}

err import_csv_feed(struct import_parser *parser, str bytes, struct problem *p) {
    struct import_csv *t = parser->csv;
    if (t->delimiter_known) return rows_feed(parser, bytes, p);
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.data[i];
        bool ends = c == '\n' || c == '\r';
        buf_add_char(&t->first_line, c);
        if (!ends) t->first_line_begun = true;
        if (!(ends && t->first_line_begun) && t->first_line.len < PIECE_BYTES_MAX) continue;
        TRY(first_line_feed(parser, p));
        return rows_feed(parser, (str){bytes.data + i + 1, bytes.len - i - 1}, p);
    }
    return OK;
}

err import_csv_finish(struct import_parser *parser, struct problem *p) {
    struct import_csv *t = parser->csv;
    if (!t->delimiter_known) TRY(first_line_feed(parser, p));
    if (t->row_begun) {
        csv_set_opts(&t->csv, STRICT);
        bool in_quotes = t->mode != MODE_DROP_LINE && csv_fini(&t->csv, value_end, row_end, t) != 0;
        if (in_quotes && t->column_count == 0)
            return import_stop(p, t->row_line, 0, "A quote opened in the header is never closed.");
        if (in_quotes)
            TRY(import_row_wrong(
                parser, t->row_line, parser->offset, NULL,
                "A quote opened in this row is never closed; all that follows in the file was read as part "
                "of it. Close the quote."));
        else
            TRY(row_finish(parser, p));
        row_reset(t);
    }
    if (t->column_count == 0)
        return import_stop(p, 1, 0, "The file is empty; the first line must hold the column names.");
    return OK;
}
