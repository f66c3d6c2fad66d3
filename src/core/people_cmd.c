/* Commands on people: accounts, roles, sessions, tokens, test money. */
#include <stdio.h>

#include "base/limits.h"
#include "core/commands.h"
#include "core/crew.h"
#include "core/offer.h"
#include "core/signal.h"

SQL(SQL_HANDLE_TAKEN, "SELECT 1 FROM person WHERE handle = ?1");
SQL(SQL_PERSON_ADD, "INSERT INTO person (id, handle, display_name, password_hash, roles, language, created_usec)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
SQL(SQL_PERSON_LOAD, "SELECT roles, disabled, display_name, language FROM person WHERE id = ?1 @LOCK@");
SQL(SQL_PERSON_SAVE, "UPDATE person SET roles = ?2, disabled = ?3, display_name = ?4, language = ?5 WHERE id = ?1");
SQL(SQL_PASSWORD_SAVE, "UPDATE person SET password_hash = ?2 WHERE id = ?1");
SQL(SQL_OPERATORS_LEFT, "SELECT 1 FROM person WHERE roles >= 8 AND disabled = 0 AND id <> ?1 LIMIT 1");
SQL(SQL_SESSIONS_END, "DELETE FROM session WHERE person_id = ?1");
SQL(SQL_SESSIONS_END_BUT, "DELETE FROM session WHERE person_id = ?1 AND token_hash <> ?2");
SQL(SQL_ALERTS_END, "DELETE FROM alert_setting WHERE person_id = ?1");
SQL(SQL_RULES_END, "DELETE FROM alert_rule WHERE person_id = ?1");
SQL(SQL_OUTBOX_END, "DELETE FROM outbox WHERE person_id = ?1");
SQL(SQL_RATINGS_END, "DELETE FROM requester_rating WHERE worker_id = ?1 OR requester_id = ?1");
SQL(SQL_HELD_END, "DELETE FROM qualification_holder WHERE person_id = ?1");
SQL(SQL_CHANNELS_END, "DELETE FROM alert_channel WHERE person_id = ?1");
SQL(SQL_TOKENS_END, "DELETE FROM token WHERE person_id = ?1");
SQL(SQL_SESSION_ADD, "INSERT INTO session (token_hash, person_id, created_usec, expires_usec) VALUES (?1, ?2, ?3, ?4)"
                     " ON CONFLICT (token_hash) DO NOTHING");
SQL(SQL_SESSION_DELETE, "DELETE FROM session WHERE token_hash = ?1");
SQL(SQL_TOKEN_COUNT, "SELECT count(*) FROM token WHERE person_id = ?1");
SQL(SQL_TOKEN_ADD, "INSERT INTO token (id, person_id, name, token_hash, scopes, created_usec, expires_usec)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
SQL(SQL_TOKEN_DELETE, "DELETE FROM token WHERE id = ?1 AND person_id = ?2");
SQL(SQL_TOKEN_USED, "UPDATE token SET used_usec = ?2 WHERE id = ?1");
SQL(SQL_OPEN_PROJECT, "SELECT 1 FROM project WHERE owner_id = ?1 AND state IN (1, 2) LIMIT 1");
/* What is still owed: answers that wait and tasks that are held. */
SQL(SQL_PROJECT_OWING,
    "SELECT 1 FROM project p JOIN account a ON a.id = p.id WHERE p.owner_id = ?1 AND a.credits_posted >"
    " a.debits_posted LIMIT 1");
SQL(SQL_COURSE_OWING, "SELECT 1 FROM course k JOIN account a ON a.id = k.id WHERE k.owner_id = ?1 AND"
                      " a.credits_posted > a.debits_posted LIMIT 1");
SQL(SQL_HELD_LEASES, "SELECT project_id, task_id, transfer_id FROM lease WHERE worker_id = ?1 AND state = 0");
SQL(SQL_PERSON_FORGET, "UPDATE person SET handle = ?2, display_name = '', password_hash = '', roles = 0, disabled = 1"
                       " WHERE id = ?1");

SQL(SQL_PAYOUT_ASKED, "SELECT 1 FROM payout WHERE person_id = ?1 AND state = 0");
/* Amounts and references are the books'; where the money went to is the person's. */
SQL(SQL_PAYOUTS_FORGET, "UPDATE payout SET address = '', holder = '' WHERE person_id = ?1");

#define DELETED_HANDLE "deleted-"

struct person_row {
    unsigned roles;
    bool disabled;
    str display_name, language; /* in the transaction's arena */
};

static err person_load(struct tx *tx, int64_t id, struct person_row *row, struct problem *p) {
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_PERSON_LOAD);
    statement_int(s, id);
    TRY(statement_one(s, &has_row));
    if (has_row) {
        row->roles = (unsigned)statement_col_int(s, 0);
        row->disabled = statement_col_int(s, 1) != 0;
        row->display_name = arena_str(&tx->arena, statement_col_text(s, 2));
        row->language = arena_str(&tx->arena, statement_col_text(s, 3));
    }
    statement_end(s);
    return has_row ? OK : problem_set(p, ERR_NOT_FOUND, "There is no person %lld.", (long long)id);
}

static err person_save(struct tx *tx, int64_t id, const struct person_row *row) {
    struct statement *s = statement(tx->conn, &SQL_PERSON_SAVE);
    statement_int(s, id);
    statement_int(s, row->roles);
    statement_int(s, row->disabled);
    statement_text(s, row->display_name);
    statement_text(s, row->language);
    return statement_run(s, 1);
}

SQL(SQL_WISH_END, "DELETE FROM worker_wish WHERE worker_id = ?1");
SQL(SQL_WISH_PROJECTS_END, "DELETE FROM worker_wish_project WHERE worker_id = ?1");
SQL(SQL_SIGNALS_END, "DELETE FROM person_signal WHERE person_id = ?1");

static err delete_by_person(struct tx *tx, const struct sql *sql, int64_t person_id) {
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, person_id);
    return statement_run(s, -1);
}

/* Live streams of this person end, on every node; who is still allowed to connects again. */
static void access_changed(struct tx *tx, int64_t person_id, int64_t now_usec) {
    tx_event(tx, 0, person_id, now_usec, "access.changed", "{}");
}

static err person_create_run(struct tx *tx, struct command *c) {
    const struct person_create *args = c->args;
    bool taken;
    if (str_starts(args->handle, DELETED_HANDLE)) {
        problem_field_add(c->problem, "/handle", "Handles that begin with \"%s\" are kept for people who have left.",
                          DELETED_HANDLE);
        return problem_set(c->problem, ERR_INVALID, "The handle \"%.*s\" is not free for anybody; choose another.",
                           STR_ARG(args->handle));
    }
    struct statement *s = statement(tx->conn, &SQL_HANDLE_TAKEN);
    statement_text(s, args->handle);
    TRY(statement_one(s, &taken));
    statement_end(s);
    if (taken) {
        problem_field_add(c->problem, "/handle", "Someone already has this handle; choose another.");
        return problem_set(c->problem, ERR_HANDLE_TAKEN, "Someone already has the handle \"%.*s\"; choose another.",
                           STR_ARG(args->handle));
    }
    s = statement(tx->conn, &SQL_PERSON_ADD);
    statement_int(s, args->id);
    statement_text(s, args->handle);
    statement_text(s, args->display_name);
    statement_text(s, args->password_hash);
    statement_int(s, args->roles);
    statement_text(s, args->language);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_person_create = {"person_create", person_create_run};

static err person_update_run(struct tx *tx, struct command *c) {
    const struct person_update *args = c->args;
    struct person_row row;
    TRY(person_load(tx, args->id, &row, c->problem));
    bool loses = (args->has_roles && !(args->roles & PERSON_OPERATOR)) || (args->has_disabled && args->disabled);
    if ((row.roles & PERSON_OPERATOR) && loses) {
        bool others;
        struct statement *s = statement(tx->conn, &SQL_OPERATORS_LEFT);
        statement_int(s, args->id);
        TRY(statement_one(s, &others));
        statement_end(s);
        if (!others)
            return problem_set(
                c->problem, ERR_CONFLICT,
                "This is the last operator; make another person operator first, or nobody could run the server.");
    }
    if (args->has_roles) row.roles = args->roles;
    if (args->has_disabled) row.disabled = args->disabled;
    TRY(person_save(tx, args->id, &row));
    if (row.disabled) TRY(delete_by_person(tx, &SQL_SESSIONS_END, args->id));
    if (args->has_roles || args->has_disabled) access_changed(tx, args->id, c->now_usec);
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_person_update = {"person_update", person_update_run};

static err person_credit_run(struct tx *tx, struct command *c) {
    const struct person_credit *args = c->args;
    struct person_row row;
    TRY(person_load(tx, args->id, &row, c->problem));
    int64_t transfer_id;
    TRY(tx_transfer(tx,
                    &(struct transfer_order){.kind = TRANSFER_CREDIT,
                                             .debit = ACCOUNT_SOURCE_ID,
                                             .debit_kind = ACCOUNT_SOURCE,
                                             .credit = args->id,
                                             .credit_kind = ACCOUNT_PERSON,
                                             .amount_micros = args->amount_micros,
                                             .note = args->note,
                                             .now_usec = c->now_usec},
                    false, &transfer_id, c->problem));
    command_reply(c, "{\"transfer\":%lld}", (long long)transfer_id);
    return OK;
}
const struct command_kind cmd_person_credit = {"person_credit", person_credit_run};

static err person_password_run(struct tx *tx, struct command *c) {
    const struct person_password *args = c->args;
    struct person_row row;
    if (args->refused) {
        problem_field_add(c->problem, "/current_password", "This is not your current password.");
        return problem_set(c->problem, ERR_WRONG_LOGIN, "The current password is wrong.");
    }
    TRY(person_load(tx, args->id, &row, c->problem));
    struct statement *s = statement(tx->conn, &SQL_PASSWORD_SAVE);
    statement_int(s, args->id);
    statement_text(s, args->password_hash);
    TRY(statement_run(s, 1));
    access_changed(tx, args->id, c->now_usec);
    if (!args->keep_session) return delete_by_person(tx, &SQL_SESSIONS_END, args->id);
    s = statement(tx->conn, &SQL_SESSIONS_END_BUT);
    statement_int(s, args->id);
    statement_bytes(s, args->session_hash);
    return statement_run(s, -1);
}
const struct command_kind cmd_person_password = {"person_password", person_password_run};

static err me_update_run(struct tx *tx, struct command *c) {
    const struct me_update *args = c->args;
    struct person_row row;
    TRY(person_load(tx, c->actor_id, &row, c->problem));
    if (args->has_display_name) row.display_name = args->display_name;
    if (args->has_language) row.language = args->language;
    return person_save(tx, c->actor_id, &row);
}
const struct command_kind cmd_me_update = {"me_update", me_update_run};

static err leases_give_back(struct tx *tx, int64_t worker_id, int64_t now_usec) {
    enum { HELD_MAX = 500 };
    int64_t held[HELD_MAX][3];
    int count = 0;
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_HELD_LEASES);
    statement_int(s, worker_id);
    for (;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || count == HELD_MAX) break;
        for (int i = 0; i < 3; i++) held[count][i] = statement_col_int(s, i);
        count++;
    }
    statement_end(s);
    for (int i = 0; i < count; i++) TRY(lease_end(tx, held[i][0], held[i][1], worker_id, 2, now_usec));
    return OK;
}

static err me_delete_run(struct tx *tx, struct command *c) {
    struct person_row row;
    TRY(person_load(tx, c->actor_id, &row, c->problem));
    bool found;
    struct statement *s = statement(tx->conn, &SQL_OPEN_PROJECT);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    statement_end(s);
    if (found)
        return problem_set(c->problem, ERR_BAD_STATE,
                           "Complete your live and paused projects first; workers may hold tasks of them.");
    s = statement(tx->conn, &SQL_PROJECT_OWING);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    statement_end(s);
    if (found)
        return problem_set(
            c->problem, ERR_BAD_STATE,
            "A completed project of yours still holds pay for answers that wait; approve or reject them first.");
    s = statement(tx->conn, &SQL_COURSE_OWING);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    statement_end(s);
    if (found)
        return problem_set(c->problem, ERR_BAD_STATE,
                           "A course of yours still holds pay for its learners; close it, and wait for open exams.");
    s = statement(tx->conn, &SQL_PAYOUT_ASKED);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    statement_end(s);
    if (found)
        return problem_set(c->problem, ERR_BAD_STATE,
                           "A payout of yours is not paid yet; wait for it or take it back.");
    if (row.roles & PERSON_OPERATOR) {
        s = statement(tx->conn, &SQL_OPERATORS_LEFT);
        statement_int(s, c->actor_id);
        TRY(statement_one(s, &found));
        statement_end(s);
        if (!found)
            return problem_set(c->problem, ERR_CONFLICT,
                               "You are the last operator; make another person operator first.");
    }
    TRY(offers_of_worker_end(tx, c->actor_id, c->now_usec));
    TRY(leases_give_back(tx, c->actor_id, c->now_usec));
    TRY(crews_leave_all(tx, c->actor_id, c->now_usec));
    static const struct sql *const forgotten[] = {&SQL_WISH_END, &SQL_WISH_PROJECTS_END, &SQL_SIGNALS_END,
                                                  &SQL_PAYOUTS_FORGET};
    for (size_t i = 0; i < sizeof forgotten / sizeof *forgotten; i++)
        TRY(delete_by_person(tx, forgotten[i], c->actor_id));
    char handle[40];
    snprintf(handle, sizeof handle, DELETED_HANDLE "%lld", (long long)c->actor_id);
    s = statement(tx->conn, &SQL_PERSON_FORGET);
    statement_int(s, c->actor_id);
    statement_text(s, str_from(handle));
    TRY(statement_run(s, 1));
    TRY(delete_by_person(tx, &SQL_ALERTS_END, c->actor_id));
    TRY(delete_by_person(tx, &SQL_RULES_END, c->actor_id));
    TRY(delete_by_person(tx, &SQL_OUTBOX_END, c->actor_id));
    TRY(delete_by_person(tx, &SQL_CHANNELS_END, c->actor_id));
    TRY(delete_by_person(tx, &SQL_RATINGS_END, c->actor_id));
    TRY(delete_by_person(tx, &SQL_HELD_END, c->actor_id));
    TRY(delete_by_person(tx, &SQL_TOKENS_END, c->actor_id));
    access_changed(tx, c->actor_id, c->now_usec);
    return delete_by_person(tx, &SQL_SESSIONS_END, c->actor_id);
}
const struct command_kind cmd_me_delete = {"me_delete", me_delete_run};

static err session_create_run(struct tx *tx, struct command *c) {
    const struct session_create *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_SESSION_ADD);
    statement_bytes(s, args->token_hash);
    statement_int(s, args->person_id);
    statement_int(s, c->now_usec);
    statement_int(s, args->expires_usec);
    TRY(statement_run(s, -1));
    if (args->device_hash.len == 0) return OK;
    return signal_note(tx, SIGNAL_DEVICE, args->device_hash, args->person_id, c->now_usec);
}
const struct command_kind cmd_session_create = {"session_create", session_create_run};

static err session_delete_run(struct tx *tx, struct command *c) {
    const struct session_delete *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_SESSION_DELETE);
    statement_bytes(s, args->token_hash);
    access_changed(tx, c->actor_id, c->now_usec);
    return statement_run(s, -1);
}
const struct command_kind cmd_session_delete = {"session_delete", session_delete_run};

static err token_create_run(struct tx *tx, struct command *c) {
    const struct token_create *args = c->args;
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_TOKEN_COUNT);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &has_row));
    int64_t count = statement_col_int(s, 0);
    statement_end(s);
    if (count >= TOKENS_PER_PERSON_MAX)
        return problem_set(c->problem, ERR_CONFLICT, "You have %d tokens, which is the most; revoke one first.",
                           TOKENS_PER_PERSON_MAX);
    s = statement(tx->conn, &SQL_TOKEN_ADD);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    statement_text(s, args->name);
    statement_bytes(s, args->token_hash);
    statement_int(s, args->scopes);
    statement_int(s, c->now_usec);
    statement_int(s, args->expires_usec);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_token_create = {"token_create", token_create_run};

static err token_delete_run(struct tx *tx, struct command *c) {
    const struct token_delete *args = c->args;
    int64_t changed;
    struct statement *s = statement(tx->conn, &SQL_TOKEN_DELETE);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    TRY(statement_run_count(s, &changed));
    if (!changed) return problem_set(c->problem, ERR_NOT_FOUND, "You have no token %lld.", (long long)args->id);
    access_changed(tx, c->actor_id, c->now_usec);
    return OK;
}
const struct command_kind cmd_token_delete = {"token_delete", token_delete_run};

static err token_used_run(struct tx *tx, struct command *c) {
    const struct token_used *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_TOKEN_USED);
    statement_int(s, args->id);
    statement_int(s, c->now_usec);
    return statement_run(s, -1); /* it may have been revoked meanwhile */
}
const struct command_kind cmd_token_used = {"token_used", token_used_run};
