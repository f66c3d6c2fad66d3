#include "formats/import.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "formats/import_internal.h"

struct import_parser *import_parser_new(enum import_format format, import_row_fn *row, void *arg) {
    struct import_parser *parser = mem_alloc(sizeof *parser);
    parser->format = format;
    parser->row = row;
    parser->arg = arg;
    parser->line = 1;
    if (format == IMPORT_CSV || format == IMPORT_TSV)
        parser->csv = import_csv_new(format);
    else
        parser->json = import_json_new();
    return parser;
}

void import_parser_free(struct import_parser *parser) {
    if (!parser) return;
    import_csv_free(parser->csv);
    import_json_free(parser->json);
    import_row_parts_free(&parser->parts);
    free(parser);
}

void import_parser_skip(struct import_parser *parser, int64_t offset) { parser->skip_offset = offset; }

int64_t import_parser_lines(const struct import_parser *parser) {
    return parser->line_begun ? parser->line : parser->line - 1;
}

err import_row_hand(struct import_parser *parser, const struct import_row *row) {
    if (!import_row_wanted(parser, row->end_offset)) return OK;
    return parser->row(parser->arg, row);
}

err import_row_wrong(struct import_parser *parser, int64_t line, int64_t end_offset, const char *field,
                     const char *format, ...) {
    char text[PROBLEM_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct import_row row = {.line = line, .end_offset = end_offset};
    import_row_refuse(&row, &parser->parts, field, "%s", text);
    return import_row_hand(parser, &row);
}

static int place(int64_t n) { return n > INT_MAX ? INT_MAX : (int)n; }

err import_stop(struct problem *p, int64_t line, int64_t column, const char *format, ...) {
    char text[PROBLEM_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    import_text_clean(text);
    problem_place_add(p, "", place(line), place(column), "%s", text);
    return problem_set(p, ERR_IMPORT_INVALID, "Line %lld: %s", (long long)line, text);
}

static err format_feed(struct import_parser *parser, str bytes, struct problem *p) {
    switch (parser->format) {
    case IMPORT_CSV:
    case IMPORT_TSV: return import_csv_feed(parser, bytes, p);
    case IMPORT_JSON: return import_json_feed(parser, bytes, p);
    case IMPORT_JSONL: return import_jsonl_feed(parser, bytes, p);
    }
    return OK;
}

static err format_finish(struct import_parser *parser, struct problem *p) {
    switch (parser->format) {
    case IMPORT_CSV:
    case IMPORT_TSV: return import_csv_finish(parser, p);
    case IMPORT_JSON: return import_json_finish(parser, p);
    case IMPORT_JSONL: return import_jsonl_finish(parser, p);
    }
    return OK;
}

/* What people upload by mistake; without this they would see a thousand wrong rows. */
static err head_check(str head, struct problem *p) {
    if (str_starts(head, "\xFF\xFE") || str_starts(head, "\xFE\xFF"))
        return import_stop(p, 1, 1, "The file is UTF-16 text. Save it as UTF-8 (in Excel: \"CSV UTF-8\").");
    if (str_starts(head, "PK\x03\x04") || str_starts(head, "\xD0\xCF\x11\xE0"))
        return import_stop(p, 1, 1, "The file is a zip archive or an Excel workbook. Save the table as CSV (UTF-8).");
    if (str_starts(head, "\x1F\x8B")) return import_stop(p, 1, 1, "The file is compressed with gzip. Unpack it first.");
    return OK;
}

/* The first bytes have come, or there are no more. */
static err head_feed(struct import_parser *parser, struct problem *p) {
    str head = {parser->head, parser->head_len};
    parser->head_done = true;
    TRY(head_check(head, p));
    if (str_starts(head, "\xEF\xBB\xBF")) {
        parser->offset = 3;
        head = (str){head.data + 3, head.len - 3};
    }
    return format_feed(parser, head, p);
}

static err feed(struct import_parser *parser, str bytes, struct problem *p) {
    if (!parser->head_done) {
        size_t n = sizeof parser->head - parser->head_len;
        if (n > bytes.len) n = bytes.len;
        if (n) memcpy(parser->head + parser->head_len, bytes.data, n);
        parser->head_len += n;
        if (parser->head_len < sizeof parser->head) return OK;
        TRY(head_feed(parser, p));
        bytes = (str){bytes.data + n, bytes.len - n};
    }
    return format_feed(parser, bytes, p);
}

err import_parser_feed(struct import_parser *parser, str bytes, struct problem *p) {
    if (parser->stopped == OK) parser->stopped = feed(parser, bytes, p);
    return parser->stopped;
}

err import_parser_finish(struct import_parser *parser, struct problem *p) {
    if (parser->stopped == OK && !parser->head_done) parser->stopped = head_feed(parser, p);
    if (parser->stopped == OK) parser->stopped = format_finish(parser, p);
    return parser->stopped;
}

static const char *const format_names[] = {
    [IMPORT_CSV] = "csv", [IMPORT_TSV] = "tsv", [IMPORT_JSON] = "json", [IMPORT_JSONL] = "jsonl"};

const char *import_format_name(enum import_format format) { return format_names[format]; }

bool import_format_named(const char *name, enum import_format *format) {
    for (size_t i = 0; name && i < sizeof format_names / sizeof *format_names; i++) {
        if (strcmp(name, format_names[i]) != 0) continue;
        *format = (enum import_format)i;
        return true;
    }
    return false;
}

static bool guess_by_name(const char *file_name, enum import_format *format) {
    static const struct {
        const char *ending;
        enum import_format format;
    } endings[] = {{".csv", IMPORT_CSV},   {".tsv", IMPORT_TSV},     {".tab", IMPORT_TSV},
                   {".json", IMPORT_JSON}, {".jsonl", IMPORT_JSONL}, {".ndjson", IMPORT_JSONL}};
    const char *ending = file_name ? strrchr(file_name, '.') : NULL;
    for (size_t i = 0; ending && i < sizeof endings / sizeof *endings; i++) {
        if (strcasecmp(ending, endings[i].ending) != 0) continue;
        *format = endings[i].format;
        return true;
    }
    return false;
}

/* An object that is whole on its first line is a line of JSONL; the JSON parser would take it too, but a broken line
 * would end the file. */
static enum import_format guess_by_object(str s) {
    int depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        if (c == '\n') return IMPORT_JSON;
        if (in_string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{') {
            depth++;
        } else if (c == '}' && --depth == 0) {
            break;
        }
    }
    return IMPORT_JSONL;
}

bool import_format_guess(const char *file_name, str first_bytes, enum import_format *format) {
    if (guess_by_name(file_name, format)) return true;
    str s = first_bytes;
    if (str_starts(s, "\xEF\xBB\xBF")) s = (str){s.data + 3, s.len - 3};
    if (head_check(s, NULL) != OK) return false;
    while (s.len && (*s.data == ' ' || *s.data == '\t' || *s.data == '\r' || *s.data == '\n'))
        s = (str){s.data + 1, s.len - 1};
    if (s.len == 0) return false;
    if (*s.data == '[') {
        *format = IMPORT_JSON;
        return true;
    }
    if (*s.data == '{') {
        *format = guess_by_object(s);
        return true;
    }
    int tabs = 0, commas = 0;
    for (size_t i = 0; i < s.len && s.data[i] != '\n' && s.data[i] != '\r'; i++) {
        if (s.data[i] == 0) return false;
        tabs += s.data[i] == '\t';
        commas += s.data[i] == ',' || s.data[i] == ';';
    }
    *format = tabs > commas ? IMPORT_TSV : IMPORT_CSV;
    return tabs + commas > 0;
}
