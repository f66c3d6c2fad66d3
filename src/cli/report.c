/* Results as a table, CSV or JSON. */
#include "cli/report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void report_begin_to(struct report *r, enum report_format format, FILE *file, const char *const *columns) {
    const char *titles[20] = {0};
    char text[20][40];
    *r = (struct report){.format = format, .columns = columns, .file = file};
    for (; columns[r->count]; r->count++) {
        const char *name = columns[r->count];
        char *title = text[r->count];
        snprintf(title, sizeof text[0], "%s", name);
        char *first = title + (title[0] == '>');
        if (*first >= 'a' && *first <= 'z') *first = (char)(*first - 32);
        for (char *c = title; *c; c++)
            if (*c == '_') *c = ' ';
        titles[r->count] = title;
        if (r->format == REPORT_CSV) buf_printf(&r->out, "%s%s", r->count ? "," : "", name + (name[0] == '>'));
    }
    if (r->format == REPORT_TABLE) table_begin(&r->table, titles);
    if (r->format == REPORT_CSV) buf_add_char(&r->out, '\n');
    if (r->format == REPORT_JSON) buf_add_char(&r->out, '[');
}

bool report_begin(struct report *r, const struct cli *cli, const char *const *columns) {
    static const char *const names[] = {"table", "csv", "json"};
    const char *format = cli_value(cli, "format", "table");
    for (int i = 0; i < 3; i++)
        if (strcmp(format, names[i]) == 0) {
            report_begin_to(r, (enum report_format)i, stdout, columns);
            return true;
        }
    cli_usage(cli, "the format is table, csv or json, not \"%s\".", format);
    return false;
}

/* What stands before and after a cell of CSV or JSON. */
static void cell_begin(struct report *r) {
    int column = r->cells % r->count;
    const char *name = r->columns[column];
    if (r->format == REPORT_CSV && column > 0) buf_add_char(&r->out, ',');
    if (r->format != REPORT_JSON) return;
    buf_printf(&r->out, "%s\"%s\": ", column > 0 ? ", " : r->cells ? ",\n {" : "\n {", name + (name[0] == '>'));
}

static void cell_end(struct report *r) {
    r->cells++;
    if (r->cells % r->count != 0) return;
    if (r->format == REPORT_CSV) buf_add_char(&r->out, '\n');
    if (r->format == REPORT_JSON) buf_add_char(&r->out, '}');
    if (r->format != REPORT_TABLE && r->out.len > 65536) {
        fwrite(r->out.data, 1, r->out.len, r->file);
        buf_clear(&r->out);
    }
}

void report_text(struct report *r, const char *text) {
    if (!text) {
        report_none(r);
        return;
    }
    cell_begin(r);
    if (r->format == REPORT_TABLE) {
        table_cell(&r->table, "%s", text);
    } else if (r->format == REPORT_JSON) {
        buf_add_json_string(&r->out, str_from(text));
    } else if (text[strcspn(text, ",\"\r\n")]) {
        buf_add_char(&r->out, '"');
        for (; *text; text++) {
            if (*text == '"') buf_add_char(&r->out, '"');
            buf_add_char(&r->out, *text);
        }
        buf_add_char(&r->out, '"');
    } else {
        buf_add_text(&r->out, text);
    }
    cell_end(r);
}

void report_integer(struct report *r, int64_t value) {
    cell_begin(r);
    if (r->format == REPORT_TABLE)
        table_cell(&r->table, "%lld", (long long)value);
    else
        buf_printf(&r->out, "%lld", (long long)value);
    cell_end(r);
}

void report_number(struct report *r, double value, int decimals) {
    if (!isfinite(value)) {
        report_none(r);
        return;
    }
    if (value == 0) value = 0; /* no minus before nothing */
    cell_begin(r);
    if (r->format == REPORT_TABLE) {
        bool plain = fabs(value) < 1e9 && (value == 0 || fabs(value) >= 0.5 * pow(10, -decimals));
        if (plain)
            table_cell(&r->table, "%.*f", decimals, value);
        else
            table_cell(&r->table, "%.4g", value);
    } else {
        char text[40];
        for (int digits = 15; digits <= 17; digits++) {
            snprintf(text, sizeof text, "%.*g", digits, value);
            if (strtod(text, NULL) == value) break;
        }
        buf_add_text(&r->out, text);
    }
    cell_end(r);
}

void report_none(struct report *r) {
    cell_begin(r);
    if (r->format == REPORT_TABLE) table_cell(&r->table, "-");
    if (r->format == REPORT_JSON) buf_add_text(&r->out, "null");
    cell_end(r);
}

void report_end(struct report *r) {
    if (r->format == REPORT_TABLE) {
        table_print(&r->table);
        return;
    }
    if (r->format == REPORT_JSON) buf_add_text(&r->out, r->cells ? "\n]\n" : "]\n");
    fwrite(r->out.data, 1, r->out.len, r->file);
    buf_free(&r->out);
}
