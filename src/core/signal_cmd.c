#include <sodium.h>

#include "core/alert.h"
#include "core/commands.h"
#include "core/signal.h"

SQL(SQL_NOTE, "INSERT INTO person_signal (kind, hash, person_id, seen_usec) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (kind,"
              " hash, person_id) DO UPDATE SET seen_usec = excluded.seen_usec");
SQL(SQL_PEOPLE, "SELECT count(*) FROM person_signal WHERE kind = ?1 AND hash = ?2");
SQL(SQL_REVIEW,
    "INSERT INTO signal_review (kind, hash, people, reviewer_id, note, decided_usec) VALUES (?1, ?2, ?3, ?4,"
    " ?5, ?6) ON CONFLICT (kind, hash) DO UPDATE SET people = excluded.people, reviewer_id ="
    " excluded.reviewer_id, note = excluded.note, decided_usec = excluded.decided_usec");

err signal_note(struct tx *tx, enum account_signal kind, str hash, int64_t person_id, int64_t now_usec) {
    struct statement *s = statement(tx->conn, &SQL_NOTE);
    statement_int(s, kind);
    statement_bytes(s, hash);
    statement_int(s, person_id);
    statement_int(s, now_usec);
    return statement_run(s, 1);
}

err signal_note_address(struct tx *tx, int channel_kind, str address, int64_t person_id, int64_t now_usec) {
    unsigned char hash[32];
    if (channel_kind == SEND_WEB_PUSH || address.len == 0) return OK;
    if (channel_kind == SEND_TELEGRAM && address.data[0] == '-') return OK; /* a group */
    crypto_generichash(hash, sizeof hash, (const unsigned char *)address.data, address.len, NULL, 0);
    hash[0] ^= (unsigned char)channel_kind; /* a number is not the same on Telegram and on WhatsApp */
    return signal_note(tx, SIGNAL_CONTACT, (str){(const char *)hash, sizeof hash}, person_id, now_usec);
}

static err account_signal_review_run(struct tx *tx, struct command *c) {
    const struct account_signal_review *args = c->args;
    bool found;
    struct statement *s = statement(tx->conn, &SQL_PEOPLE);
    statement_int(s, args->kind);
    statement_bytes(s, args->hash);
    TRY(statement_one(s, &found));
    int64_t people = found ? statement_col_int(s, 0) : 0;
    statement_end(s);
    if (people < 2) return problem_set(c->problem, ERR_NOT_FOUND, "There are no accounts that have this in common.");
    s = statement(tx->conn, &SQL_REVIEW);
    statement_int(s, args->kind);
    statement_bytes(s, args->hash);
    statement_int(s, people);
    statement_int(s, c->actor_id);
    statement_text(s, args->note);
    statement_int(s, c->now_usec);
    return statement_run(s, 1);
}
const struct command_kind cmd_account_signal_review = {"account_signal_review", account_signal_review_run};
