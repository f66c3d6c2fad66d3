/* Reads on payouts: a person's own, the operator's list and the table for the bank. */
#include "base/clock.h"
#include "core/queries.h"

SQL(SQL_METHODS, "SELECT value FROM setting WHERE name = 'payout_methods'");
SQL(SQL_AVAILABLE, "SELECT credits_posted - debits_posted - debits_pending FROM account WHERE id = ?1");
#define COLUMNS                                                                                                        \
    "SELECT y.id, y.state, y.amount_micros, y.method, y.address, y.holder, y.asked_usec, y.decided_usec, y.reference," \
    " y.reason"
SQL(SQL_OWN, COLUMNS " FROM payout y WHERE y.person_id = ?1 AND y.id < ?2 ORDER BY y.id DESC LIMIT ?3");
#define LISTED                                                                                                    \
    COLUMNS                                                                                                       \
    ", y.person_id, o.handle, o.disabled, coalesce(b.handle, ''), (SELECT count(*) FROM person_signal s JOIN"     \
    " person_signal x ON x.kind = s.kind AND x.hash = s.hash AND x.person_id <> s.person_id WHERE s.person_id ="  \
    " y.person_id AND s.kind = 2) FROM payout y JOIN person o ON o.id = y.person_id LEFT JOIN person b ON b.id =" \
    " y.decided_by"
SQL(SQL_FIRST, LISTED " WHERE y.state = ?1 AND y.id > ?2 ORDER BY y.id LIMIT ?3");
SQL(SQL_NEWEST, LISTED " WHERE y.state = ?1 AND y.id < ?2 ORDER BY y.id DESC LIMIT ?3");

static const char *const states[] = {"asked", "paid", "refused", "taken_back"};

err payout_terms_load(struct store_conn *c, struct arena *a, struct payout_terms *terms) {
    int64_t on;
    bool found;
    TRY(limit_load(c, "payouts", 1, &on));
    TRY(limit_load(c, "payout_least_micros", PAYOUT_LEAST_MICROS, &terms->least_micros));
    struct statement *s = statement(c, &SQL_METHODS);
    TRY(statement_one(s, &found));
    terms->methods = found ? arena_str(a, statement_col_text(s, 0)) : STR("");
    statement_end(s);
    terms->on = on != 0;
    return OK;
}

err payout_terms_json(struct store_conn *c, struct arena *a, int64_t person_id, struct json_out *o) {
    struct payout_terms terms;
    bool found;
    TRY(payout_terms_load(c, a, &terms));
    struct statement *s = statement(c, &SQL_AVAILABLE);
    statement_int(s, person_id);
    TRY(statement_one(s, &found));
    int64_t available = found ? statement_col_int(s, 0) : 0;
    statement_end(s);
    out_object_begin(o);
    out_set_bool(o, "on", terms.on);
    out_set_int(o, "least_micros", terms.least_micros);
    out_set_int(o, "available_micros", available);
    out_key(o, "methods");
    out_array_begin(o);
    for (int i = 0; payout_method(terms.methods, i).len > 0; i++) out_str(o, payout_method(terms.methods, i));
    out_end(o);
    out_end(o);
    return OK;
}

static void payout_write(struct json_out *o, struct statement *s) {
    out_set_int(o, "id", statement_col_int(s, 0));
    out_set_text(o, "state", states[statement_col_int(s, 1)]);
    out_set_int(o, "amount_micros", statement_col_int(s, 2));
    out_set_str(o, "method", statement_col_text(s, 3));
    out_set_str(o, "address", statement_col_text(s, 4));
    out_set_str(o, "holder", statement_col_text(s, 5));
    out_set_time(o, "asked_at", statement_col_int(s, 6));
    out_set_time(o, "decided_at", statement_col_int(s, 7));
    out_set_str(o, "reference", statement_col_text(s, 8));
    out_set_str(o, "reason", statement_col_text(s, 9));
}

static err list_write(struct statement *s, struct page *page, bool with_person, struct json_out *o) {
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        page->next = statement_col_int(s, 0);
        payout_write(o, s);
        if (with_person) {
            out_key(o, "person");
            out_object_begin(o);
            out_set_int(o, "id", statement_col_int(s, 10));
            out_set_str(o, "handle", statement_col_text(s, 11));
            out_set_bool(o, "disabled", statement_col_int(s, 12) != 0);
            out_end(o);
            out_set_str(o, "decided_by", statement_col_text(s, 13));
            out_set_int(o, "others", statement_col_int(s, 14));
        }
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err payouts_own_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_OWN);
    statement_int(s, person_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    return list_write(s, page, false, o);
}

err payout_own_json(struct store_conn *c, int64_t person_id, int64_t payout_id, struct json_out *o) {
    struct page page = {.after = payout_id + 1, .limit = 1};
    return payouts_own_json(c, person_id, &page, o);
}

err payouts_json(struct store_conn *c, enum payout_state state, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, state == PAYOUT_ASKED ? &SQL_FIRST : &SQL_NEWEST);
    statement_int(s, state);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    return list_write(s, page, true, o);
}

/* RFC 4180, always quoted; what a spreadsheet would run begins with an apostrophe. */
static void cell(struct buf *out, str text) {
    buf_add_char(out, '"');
    if (payout_cell_is_formula(text)) buf_add_char(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"') buf_add_char(out, '"');
        buf_add_char(out, text.data[i]);
    }
    buf_add_char(out, '"');
}

static void amount(struct buf *out, int64_t micros) {
    buf_printf(out, "%lld.%06lld", (long long)(micros / 1000000), (long long)(micros % 1000000));
    while (out->data[out->len - 1] == '0' && out->data[out->len - 3] != '.') out->len--;
}

err payouts_csv(struct store_conn *c, enum payout_state state, const char *currency, struct buf *out) {
    enum { ROWS_MAX = 10000 };
    struct statement *s = statement(c, state == PAYOUT_ASKED ? &SQL_FIRST : &SQL_NEWEST);
    statement_int(s, state);
    statement_int(s, state == PAYOUT_ASKED ? 0 : INT64_MAX);
    statement_int(s, ROWS_MAX);
    buf_add_text(out,
                 "payout,person,handle,amount,currency,method,address,holder,asked_at,decided_at,reference,reason\r\n");
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        buf_printf(out, "%lld,%lld,", (long long)statement_col_int(s, 0), (long long)statement_col_int(s, 10));
        cell(out, statement_col_text(s, 11));
        buf_add_char(out, ',');
        amount(out, statement_col_int(s, 2));
        buf_printf(out, ",%s,", currency);
        for (int i = 3; i < 6; i++) {
            cell(out, statement_col_text(s, i));
            buf_add_char(out, ',');
        }
        for (int i = 6; i < 8; i++) {
            char when[21] = "";
            if (statement_col_int(s, i) > 0) clock_format(statement_col_int(s, i), when);
            buf_printf(out, "%s,", when);
        }
        cell(out, statement_col_text(s, 8));
        buf_add_char(out, ',');
        cell(out, statement_col_text(s, 9));
        buf_add_text(out, "\r\n");
    }
    statement_end(s);
    return OK;
}
