/* fuzz_import_rows.h - what the fuzz targets of the importers share: a file fed whole and in pieces must give the same
 * rows, and every row must hold what import.h promises. */
#pragma once
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "formats/import.h"

struct rows {
    struct buf text; /* all rows, for comparison */
    int64_t line, end_offset, bytes;
};

static err row_check(void *arg, const struct import_row *row) {
    struct rows *rows = arg;
    assert(row->line >= 1 && row->line >= rows->line);
    assert(row->end_offset > rows->end_offset && row->end_offset <= rows->bytes);
    rows->line = row->line;
    rows->end_offset = row->end_offset;
    buf_printf(&rows->text, "%lld %lld ", (long long)row->line, (long long)row->end_offset);
    if (row->wrong) {
        assert(!row->data && *row->wrong && str_utf8_valid(str_from(row->wrong)));
        assert(str_utf8_valid(str_from(row->wrong_field)));
        buf_printf(&rows->text, "%s: %s\n", row->wrong_field, row->wrong);
        return OK;
    }
    assert(json_is_object(row->data) && row->priority >= 0 && row->priority <= PRIORITY_MAX);
    assert(!row->external_id || str_utf8_chars(str_from(row->external_id)) <= EXTERNAL_ID_CHARS_MAX);
    assert(!row->predictions || json_is_array(row->predictions));
    assert(!row->annotations || json_is_array(row->annotations));
    json_write(&rows->text, row->data, false);
    if (row->gold) json_write(&rows->text, row->gold, false);
    buf_add_char(&rows->text, '\n');
    return OK;
}

static void rows_read(enum import_format format, str file, size_t piece, struct rows *rows) {
    *rows = (struct rows){.bytes = (int64_t)file.len};
    struct problem p = {0};
    struct import_parser *parser = import_parser_new(format, row_check, rows);
    err e = OK;
    for (size_t at = 0; at < file.len && e == OK; at += piece) {
        size_t n = file.len - at < piece ? file.len - at : piece;
        e = import_parser_feed(parser, (str){file.data + at, n}, &p);
    }
    if (e == OK) e = import_parser_finish(parser, &p);
    assert(e == OK || (e == ERR_IMPORT_INVALID && str_utf8_valid(str_from(p.detail))));
    buf_printf(&rows->text, "%d %s\n", (int)e, p.detail);
    if (e == OK) assert(import_parser_lines(parser) >= rows->line);
    import_parser_free(parser);
}

/* The first byte is the size of the pieces. */
static void rows_compare(enum import_format format, const uint8_t *data, size_t size) {
    if (size < 1) return;
    struct rows whole, pieces;
    str file = {(const char *)data + 1, size - 1};
    rows_read(format, file, file.len ? file.len : 1, &whole);
    rows_read(format, file, data[0] % 16 + (size_t)1, &pieces);
    assert(str_equal(buf_str(&whole.text), buf_str(&pieces.text)));
    buf_free(&whole.text);
    buf_free(&pieces.text);
}
