/* Money, tables and near names. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/cli.h"

/* --- money --- */

bool money_parse(str text, int64_t micros_most, int64_t *micros) {
    const int64_t unit = 1000000;
    int64_t whole = 0, fraction = 0, place = unit;
    bool digits = false, point = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '.' && !point) {
            point = true;
        } else if (c < '0' || c > '9') {
            return false;
        } else if (point) {
            place /= 10;
            if (place == 0) return false;
            fraction += place * (c - '0');
            digits = true;
        } else {
            whole = whole * 10 + (c - '0');
            if (whole > micros_most / unit) return false;
            digits = true;
        }
    }
    if (!digits || whole * unit + fraction > micros_most) return false;
    *micros = whole * unit + fraction;
    return true;
}

void money_write(struct buf *b, int64_t micros, const char *currency) {
    uint64_t amount = micros < 0 ? 0 - (uint64_t)micros : (uint64_t)micros;
    uint64_t whole = amount / 1000000, fraction = amount % 1000000;
    char digits[8];
    snprintf(digits, sizeof digits, "%06llu", (unsigned long long)fraction);
    int len = 6;
    while (len > 2 && digits[len - 1] == '0') len--;
    buf_printf(b, "%s%llu.%.*s %s", micros < 0 ? "-" : "", (unsigned long long)whole, len, digits, currency);
}

/* --- near names --- */

/* Edits (insert, drop, change, swap of neighbours) between two words. */
static int distance(const char *a, const char *b) {
    enum { LETTERS_MAX = 32 };
    int rows[LETTERS_MAX + 1][LETTERS_MAX + 1];
    int n = (int)strlen(a), m = (int)strlen(b);
    if (n > LETTERS_MAX || m > LETTERS_MAX) return LETTERS_MAX;
    for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= m; j++) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            int best = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (rows[i - 1][j] + 1 < best) best = rows[i - 1][j] + 1;
            if (rows[i][j - 1] + 1 < best) best = rows[i][j - 1] + 1;
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && rows[i - 2][j - 2] + 1 < best) best = rows[i - 2][j - 2] + 1;
            rows[i][j] = best;
        }
    }
    return rows[n][m];
}

void database_shown(struct buf *b, const char *database) {
    const char *host = strstr(database, "://");
    if (!host) { /* a file */
        buf_add_text(b, database);
        return;
    }
    host += 3;
    const char *path = host + strcspn(host, "/?"), *query = path + strcspn(path, "?");
    const char *at = memrchr(host, '@', (size_t)(path - host)),
               *colon = at ? memchr(host, ':', (size_t)(at - host)) : NULL;
    buf_add(b, database, (size_t)((colon ? colon : host) - database));
    if (colon) buf_add_text(b, ":...");
    const char *rest = colon ? at : host;
    buf_add(b, rest, (size_t)(query - rest));
    while (*query) { /* "?" or "&" and a parameter */
        size_t len = 1 + strcspn(query + 1, "&");
        bool secret = strncmp(query + 1, "password=", 9) == 0 || strncmp(query + 1, "sslpassword=", 12) == 0;
        buf_add(b, query, secret ? strcspn(query, "=") + 1 : len);
        if (secret) buf_add_text(b, "...");
        query += len;
    }
}

const char *nearest(const char *word, const char *const *names, int count) {
    const char *best = NULL;
    int least = (int)strlen(word) / 3 + 2; /* further away is another word */
    for (int i = 0; i < count; i++) {
        if (!names[i]) continue;
        int edits = distance(word, names[i]);
        if (strncmp(word, names[i], strlen(word)) == 0) edits = 1;
        if (edits >= least) continue;
        least = edits;
        best = names[i];
    }
    return best;
}

/* --- tables --- */

void table_begin(struct cli_table *t, const char *const *titles) {
    *t = (struct cli_table){.aligned = isatty(STDOUT_FILENO) == 1};
    for (; titles[t->columns]; t->columns++) {
        const char *title = titles[t->columns];
        t->right[t->columns] = title[0] == '>';
        table_cell(t, "%s", title + (title[0] == '>'));
    }
}

void table_cell(struct cli_table *t, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = NULL;
    if (vasprintf(&text, format, args) < 0) abort();
    va_end(args);
    /* One row stays one line. */
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < 32) *c = ' ';
    buf_add(&t->text, text, strlen(text) + 1);
    t->cells++;
    free(text);
}

void table_money(struct cli_table *t, int64_t micros, const char *currency) {
    CLEANUP(buf_free) struct buf money = {0};
    money_write(&money, micros, currency);
    table_cell(t, "%s", money.data);
}

void table_print(struct cli_table *t) {
    size_t widths[16] = {0};
    const char *cell = t->text.data;
    for (int i = 0; i < t->cells; i++, cell += strlen(cell) + 1) {
        size_t chars = str_utf8_chars(str_from(cell));
        if (chars > widths[i % t->columns]) widths[i % t->columns] = chars;
    }
    cell = t->text.data;
    for (int i = 0; i < t->cells; i++, cell += strlen(cell) + 1) {
        int column = i % t->columns;
        bool last = column == t->columns - 1;
        int blanks = t->aligned ? (int)(widths[column] - str_utf8_chars(str_from(cell))) : 0;
        if (t->right[column]) printf("%*s", blanks, "");
        fputs(cell, stdout);
        if (!t->right[column] && !last) printf("%*s", blanks, "");
        fputs(last ? "\n" : t->aligned ? "  " : "\t", stdout);
    }
    buf_free(&t->text);
}
