/* Money that leaves to people: asked for, taken back, paid or refused. */
#include <sodium.h>
#include <stdlib.h>

#include "core/alert.h"
#include "core/commands.h"
#include "core/queries.h"
#include "core/signal.h"
#include "core/tx.h"
#include "domain/payout.h"

#define TOLD_LIFE_USEC (INT64_C(3) * 86400 * 1000000)

SQL(SQL_ASKED, "SELECT 1 FROM payout WHERE person_id = ?1 AND state = 0");
SQL(SQL_ADD,
    "INSERT INTO payout (id, person_id, state, amount_micros, method, address, holder, transfer_id, asked_usec)"
    " VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8)");
SQL(SQL_LOAD, "SELECT person_id, state, amount_micros, transfer_id FROM payout WHERE id = ?1 @LOCK@");
SQL(SQL_LANGUAGE, "SELECT language FROM person WHERE id = ?1");
SQL(SQL_DECIDE, "UPDATE payout SET state = ?2, decided_usec = ?3, decided_by = ?4, reference = ?5, reason = ?6"
                " WHERE id = ?1 AND state = 0");

static struct transfer_order order_of(int64_t person_id, int64_t amount_micros, int64_t now_usec) {
    return (struct transfer_order){.kind = TRANSFER_PAYOUT,
                                   .debit = person_id,
                                   .debit_kind = ACCOUNT_PERSON,
                                   .credit = ACCOUNT_PAID_OUT_ID,
                                   .credit_kind = ACCOUNT_PAID_OUT,
                                   .amount_micros = amount_micros,
                                   .now_usec = now_usec};
}

/* The same account or number given by several people is for a reviewer to look at. */
static err address_note(struct tx *tx, str address, int64_t person_id, int64_t now_usec) {
    char key[PAYOUT_KEY_BYTES];
    unsigned char hash[32];
    str marks = payout_address_key(address, key);
    if (marks.len == 0) return OK;
    crypto_generichash(hash, sizeof hash, (const unsigned char *)marks.data, marks.len, NULL, 0);
    return signal_note(tx, SIGNAL_PAYOUT, (str){(const char *)hash, sizeof hash}, person_id, now_usec);
}

static err ask_check(struct tx *tx, struct command *c, const struct payout_ask *args) {
    struct payout_terms terms;
    bool found;
    TRY(payout_terms_load(tx->conn, &tx->arena, &terms));
    TRY(payout_check(&terms, args->amount_micros, args->method, c->problem));
    struct statement *s = statement(tx->conn, &SQL_ASKED);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    statement_end(s);
    if (found)
        return problem_set(c->problem, ERR_CONFLICT,
                           "You have asked for a payout that is not paid yet; wait for it or take it back first.");
    return OK;
}

static err payout_ask_run(struct tx *tx, struct command *c) {
    const struct payout_ask *args = c->args;
    int64_t transfer_id;
    TRY(ask_check(tx, c, args));
    struct transfer_order order = order_of(c->actor_id, args->amount_micros, c->now_usec);
    err e = tx_transfer(tx, &order, true, &transfer_id, c->problem);
    if (e == ERR_SHORT_BALANCE) {
        problem_field_add(c->problem, "/amount_micros", "Your balance is short of %lld micro-units.",
                          (long long)c->problem->missing_micros);
        return problem_set(c->problem, e, "Your balance is short of %lld micro-units; ask for less.",
                           (long long)c->problem->missing_micros);
    }
    TRY(e);
    struct statement *s = statement(tx->conn, &SQL_ADD);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    statement_int(s, args->amount_micros);
    statement_text(s, args->method);
    statement_text(s, args->address);
    statement_text(s, args->holder);
    statement_int(s, transfer_id);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    TRY(address_note(tx, args->address, c->actor_id, c->now_usec));
    tx_event(tx, 0, c->actor_id, c->now_usec, "payout.asked", "{\"payout\":%lld}", (long long)args->id);
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_payout_ask = {"payout_ask", payout_ask_run};

struct payout_row {
    int64_t id, person_id, state, amount_micros, transfer_id;
};

static err payout_load(struct tx *tx, int64_t id, struct payout_row *row, bool *found) {
    struct statement *s = statement(tx->conn, &SQL_LOAD);
    statement_int(s, id);
    TRY(statement_one(s, found));
    if (*found)
        *row = (struct payout_row){id, statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2),
                                   statement_col_int(s, 3)};
    statement_end(s);
    return OK;
}

static err payout_end(struct tx *tx, const struct command *c, const struct payout_row *row, enum payout_state state,
                      str reference, str reason) {
    struct transfer_order order = order_of(row->person_id, row->amount_micros, c->now_usec);
    TRY(tx_transfer_settle(tx, &order, row->transfer_id, state == PAYOUT_PAID));
    struct statement *s = statement(tx->conn, &SQL_DECIDE);
    statement_int(s, row->id);
    statement_int(s, state);
    statement_int(s, c->now_usec);
    statement_int(s, c->actor_id);
    statement_text(s, reference);
    statement_text(s, reason);
    TRY(statement_run(s, 1));
    static const char *const kinds[] = {"", "payout.paid", "payout.refused", "payout.taken_back"};
    tx_event(tx, 0, row->person_id, c->now_usec, kinds[state], "{\"payout\":%lld,\"by\":%lld}", (long long)row->id,
             (long long)c->actor_id);
    return OK;
}

/* On their channels of alerts; the account that it went to is not named there. */
static err payout_tell(struct tx *tx, const struct command *c, const struct payout_row *row, bool paid, str why) {
    CLEANUP(buf_free) struct buf currency = {0}, amount = {0}, text = {0};
    bool found;
    TRY(setting_load(tx->conn, "currency", &currency, &found));
    alert_money(row->amount_micros, buf_str(&currency), &amount);
    struct statement *s = statement(tx->conn, &SQL_LANGUAGE);
    statement_int(s, row->person_id);
    TRY(statement_one(s, &found));
    const char *format =
        alert_word(found ? statement_col_text(s, 0) : STR(""), paid ? WORD_PAYOUT_PAID : WORD_PAYOUT_REFUSED);
    statement_end(s);
    buf_printf(&text, format, arena_copy(&tx->arena, amount.data, amount.len),
               arena_copy(&tx->arena, why.data, why.len));
    return outbox_add_all(tx,
                          &(struct outbox_row){.person_id = row->person_id,
                                               .purpose = OUTBOX_PAYOUT,
                                               .body = buf_str(&text),
                                               .not_before_usec = c->now_usec,
                                               .expires_usec = c->now_usec + TOLD_LIFE_USEC,
                                               .now_usec = c->now_usec},
                          &found);
}

static err payout_take_back_run(struct tx *tx, struct command *c) {
    const struct payout_take_back *args = c->args;
    struct payout_row row;
    bool found;
    TRY(payout_load(tx, args->id, &row, &found));
    if (!found || row.person_id != c->actor_id)
        return problem_set(c->problem, ERR_NOT_FOUND, "There is no payout %lld of yours.", (long long)args->id);
    if (row.state != PAYOUT_ASKED)
        return problem_set(c->problem, ERR_BAD_STATE, "This payout is decided already; look at it again.");
    return payout_end(tx, c, &row, PAYOUT_TAKEN_BACK, STR(""), STR(""));
}
const struct command_kind cmd_payout_take_back = {"payout_take_back", payout_take_back_run};

static int by_value(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static err payout_decide_run(struct tx *tx, struct command *c) {
    const struct payout_decide *args = c->args;
    struct payout_row *rows = arena_alloc(&tx->arena, sizeof *rows * args->count);
    int64_t *ids = arena_alloc(&tx->arena, sizeof *ids * args->count);
    size_t count = 0;
    for (size_t i = 0; i < args->count; i++) ids[i] = args->ids[i];
    qsort(ids, args->count, sizeof *ids, by_value); /* locked in one order */
    for (size_t i = 0; i < args->count; i++) {
        bool found;
        if (i > 0 && ids[i] == ids[i - 1]) continue;
        TRY(payout_load(tx, ids[i], &rows[count], &found));
        if (!found) return problem_set(c->problem, ERR_NOT_FOUND, "There is no payout %lld.", (long long)ids[i]);
        if (rows[count].state != PAYOUT_ASKED)
            return problem_set(
                c->problem, ERR_BAD_STATE,
                "Payout %lld is decided or taken back already; look at the list again. None was changed.",
                (long long)ids[i]);
        count++;
    }
    enum payout_state state = args->paid ? PAYOUT_PAID : PAYOUT_REFUSED;
    for (size_t i = 0; i < count; i++) {
        TRY(payout_end(tx, c, &rows[i], state, args->reference, args->reason));
        TRY(payout_tell(tx, c, &rows[i], args->paid, args->paid ? args->reference : args->reason));
    }
    command_reply(c, "{\"decided\":%zu}", count);
    return OK;
}
const struct command_kind cmd_payout_decide = {"payout_decide", payout_decide_run};
