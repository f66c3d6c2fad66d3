/* Reads on people, their tokens and money. */
#include <stdio.h>
#include <string.h>

#include "core/command.h"
#include "core/queries.h"
#include "domain/ledger.h"

SQL(SQL_BY_SESSION, "SELECT p.id, p.roles, p.disabled, p.password_hash, s.expires_usec FROM session s JOIN person p ON "
                    "p.id = s.person_id"
                    " WHERE s.token_hash = ?1 AND s.expires_usec > ?2");
SQL(SQL_BY_TOKEN, "SELECT p.id, p.roles, p.disabled, p.password_hash, t.expires_usec, t.scopes, t.id, t.used_usec"
                  " FROM token t JOIN person p ON p.id = t.person_id"
                  " WHERE t.token_hash = ?1 AND t.expires_usec > ?2");
SQL(SQL_BY_HANDLE, "SELECT id, roles, disabled, password_hash FROM person WHERE handle = ?1");
SQL(SQL_BY_ID, "SELECT id, roles, disabled, password_hash FROM person WHERE id = ?1");
/* Pending: pay of answers that wait; what is reserved for tasks in hand is not theirs yet. */
#define PENDING_COLUMN                                                                                         \
    "coalesce(a.credits_pending, 0) - (SELECT coalesce(sum(j.price_micros), 0) FROM lease l JOIN project j ON" \
    " j.id = l.project_id WHERE l.worker_id = p.id AND l.state = 0)"
SQL(SQL_PERSON, "SELECT p.id, p.handle, p.display_name, p.language, p.roles, p.disabled, p.created_usec,"
                " coalesce(a.credits_posted - a.debits_posted - a.debits_pending, 0), " PENDING_COLUMN
                " FROM person p LEFT JOIN account a ON a.id = p.id WHERE p.id = ?1");
/* Whether the list of projects has something to load about offers: a first visit has not. */
SQL(SQL_HELD,
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM worker_wish WHERE worker_id = ?1) OR EXISTS (SELECT 1 FROM offer WHERE"
    " worker_id = ?1 AND state < 2)");
SQL(SQL_PEOPLE, "SELECT p.id, p.handle, p.display_name, p.language, p.roles, p.disabled, p.created_usec,"
                " coalesce(a.credits_posted - a.debits_posted - a.debits_pending, 0), " PENDING_COLUMN
                " FROM person p LEFT JOIN account a ON a.id = p.id WHERE p.id < ?1 ORDER BY p.id DESC LIMIT ?2");
/* substr and not LIKE: a handle may hold LIKE's own characters */
SQL(SQL_PEOPLE_NAMED, "SELECT p.id, p.handle, p.display_name, p.language, p.roles, p.disabled, p.created_usec,"
                      " coalesce(a.credits_posted - a.debits_posted - a.debits_pending, 0), " PENDING_COLUMN
                      " FROM person p LEFT JOIN account a ON a.id = p.id WHERE p.id < ?1 AND"
                      " substr(p.handle, 1, length(?3)) = ?3 ORDER BY p.id DESC LIMIT ?2");
SQL(SQL_TOKENS, "SELECT id, name, scopes, created_usec, expires_usec, used_usec FROM token WHERE person_id = ?1 AND "
                "(?2 = 0 OR id = ?2)"
                " ORDER BY id DESC");
#define TRANSFER_COLUMNS                                                                                       \
    "t.id, t.kind, t.state, t.amount_micros, t.debit_account, coalesce(p.id, 0), coalesce(p.title, k.title), " \
    "t.task_id, t.note, "                                                                                      \
    "t.created_usec,"                                                                                          \
    " t.settled_usec"
/* Pay of a task that is held, or was given back without an answer, is no movement that its worker would look for. */
SQL(SQL_TRANSFERS,
    "SELECT " TRANSFER_COLUMNS
    " FROM (SELECT * FROM (SELECT * FROM transfer x WHERE credit_account = ?1 AND id < ?2 AND"
    " (kind <> 3 OR state = 1 OR EXISTS (SELECT 1 FROM annotation a WHERE a.project_id = x.project_id AND a.task_id = "
    "x.task_id"
    " AND a.worker_id = ?1 AND a.transfer_id = x.id)) ORDER BY id DESC"
    " LIMIT ?3) AS c UNION ALL SELECT * FROM (SELECT * FROM transfer WHERE debit_account = ?1 AND kind <> 3 AND id < ?2"
    " ORDER BY id DESC LIMIT ?3) AS d) AS t LEFT JOIN project p ON p.id = t.project_id LEFT JOIN course k ON k.id ="
    " t.project_id ORDER BY t.id DESC LIMIT ?3");
/* Whether an answer was measured against gold is not for its worker: who knows the gold tells others. */
SQL(SQL_WORK,
    "SELECT a.id, a.project_id, p.title, a.task_id, a.state, a.reason, t.amount_micros, a.work_usec,"
    " a.created_usec, a.decided_usec, a.approves_usec, a.result FROM annotation a"
    " JOIN project p ON p.id = a.project_id JOIN transfer t ON t.project_id = a.project_id AND t.id = a.transfer_id"
    " WHERE a.worker_id = ?1 AND a.id < ?2 ORDER BY a.id DESC LIMIT ?3");

SQL(SQL_OWN_REPORTS,
    "SELECT project_id, task_id, reason, created_usec FROM report WHERE worker_id = ?1 AND created_usec > ?2"
    " ORDER BY created_usec LIMIT ?3");

enum head_from { HEAD_PERSON, HEAD_SESSION, HEAD_TOKEN };

static err head(struct statement *s, struct person_head *person, bool *found, enum head_from from) {
    TRY(statement_one(s, found));
    if (*found) {
        *person = (struct person_head){.id = statement_col_int(s, 0),
                                       .roles = (unsigned)statement_col_int(s, 1),
                                       .disabled = statement_col_int(s, 2) != 0,
                                       .scopes = ~0u};
        snprintf(person->password_hash, sizeof person->password_hash, "%.*s", STR_ARG(statement_col_text(s, 3)));
        if (from != HEAD_PERSON) person->expires_usec = statement_col_int(s, 4);
        if (from == HEAD_TOKEN) {
            person->scopes = (unsigned)statement_col_int(s, 5);
            person->token_id = statement_col_int(s, 6);
            person->token_used_usec = statement_col_int(s, 7);
        }
    }
    statement_end(s);
    return OK;
}

err person_by_session(struct store_conn *c, str token_hash, int64_t now_usec, struct person_head *person, bool *found) {
    struct statement *s = statement(c, &SQL_BY_SESSION);
    statement_bytes(s, token_hash);
    statement_int(s, now_usec);
    return head(s, person, found, HEAD_SESSION);
}

err person_by_token(struct store_conn *c, str token_hash, int64_t now_usec, struct person_head *person, bool *found) {
    struct statement *s = statement(c, &SQL_BY_TOKEN);
    statement_bytes(s, token_hash);
    statement_int(s, now_usec);
    return head(s, person, found, HEAD_TOKEN);
}

err person_by_handle(struct store_conn *c, str handle, struct person_head *person, bool *found) {
    struct statement *s = statement(c, &SQL_BY_HANDLE);
    statement_text(s, handle);
    return head(s, person, found, HEAD_PERSON);
}

err person_by_id(struct store_conn *c, int64_t id, struct person_head *person, bool *found) {
    struct statement *s = statement(c, &SQL_BY_ID);
    statement_int(s, id);
    return head(s, person, found, HEAD_PERSON);
}

static void roles_write(struct json_out *o, unsigned roles) {
    static const char *const words[] = {"worker", "requester", "reviewer", "operator"};
    out_key(o, "roles");
    out_array_begin(o);
    for (int i = 0; i < 4; i++)
        if (roles & (1u << i)) out_text(o, words[i]);
    out_end(o);
}

static void scopes_write(struct json_out *o, unsigned scopes) {
    static const char *const words[] = {"read", "write", "work", "admin"};
    out_array_begin(o);
    for (int i = 0; i < 4; i++)
        if (scopes & (1u << i)) out_text(o, words[i]);
    out_end(o);
}

static void person_write(struct json_out *o, struct statement *s, bool money) {
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 0));
    out_set_str(o, "handle", statement_col_text(s, 1));
    out_set_str(o, "display_name", statement_col_text(s, 2));
    out_set_str(o, "language", statement_col_text(s, 3));
    roles_write(o, (unsigned)statement_col_int(s, 4));
    out_set_bool(o, "disabled", statement_col_int(s, 5) != 0);
    out_set_time(o, "created_at", statement_col_int(s, 6));
    if (money) {
        out_set_int(o, "available_micros", statement_col_int(s, 7));
        out_set_int(o, "pending_micros", statement_col_int(s, 8));
    }
    out_end(o);
}

err person_json(struct store_conn *c, int64_t person_id, struct json_out *o, bool *found) {
    struct statement *s = statement(c, &SQL_PERSON);
    statement_int(s, person_id);
    TRY(statement_one(s, found));
    if (*found) person_write(o, s, true);
    statement_end(s);
    return OK;
}

err session_json(struct store_conn *c, int64_t person_id, const unsigned *scopes, const char *currency,
                 const char *signup, struct json_out *o) {
    struct statement *s = statement(c, &SQL_PERSON);
    statement_int(s, person_id);
    bool found;
    TRY(statement_one(s, &found));
    out_object_begin(o);
    out_key(o, "person");
    if (found)
        person_write(o, s, false);
    else
        out_null(o);
    if (found) {
        out_set_int(o, "available_micros", statement_col_int(s, 7));
        out_set_int(o, "pending_micros", statement_col_int(s, 8));
        out_key(o, "scopes");
        if (scopes)
            scopes_write(o, *scopes);
        else
            out_null(o);
    }
    statement_end(s);
    if (found) {
        struct statement *held = statement(c, &SQL_HELD);
        statement_int(held, person_id);
        TRY(statement_one(held, &found));
        statement_end(held);
        out_set_bool(o, "offers", found);
    }
    out_set_text(o, "currency", currency);
    out_set_text(o, "signup", signup);
    return OK;
}

err people_json(struct store_conn *c, str handle_start, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, handle_start.len ? &SQL_PEOPLE_NAMED : &SQL_PEOPLE);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    if (handle_start.len) statement_text(s, handle_start);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        person_write(o, s, true);
        page->next = statement_col_int(s, 0);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err tokens_json(struct store_conn *c, int64_t person_id, int64_t only_id, struct json_out *o) {
    struct statement *s = statement(c, &SQL_TOKENS);
    statement_int(s, person_id);
    statement_int(s, only_id);
    for (;;) {
        bool has_row;
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        if (!only_id) out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "name", statement_col_text(s, 1));
        out_key(o, "scopes");
        scopes_write(o, (unsigned)statement_col_int(s, 2));
        out_set_time(o, "created_at", statement_col_int(s, 3));
        out_set_time(o, "expires_at", statement_col_int(s, 4));
        out_set_time(o, "used_at", statement_col_int(s, 5));
        if (!only_id) out_end(o);
    }
    statement_end(s);
    return OK;
}

static void transfer_write(struct json_out *o, struct statement *s, int64_t person_id) {
    static const char *const kinds[] = {"", "credit", "reserve", "pay", "refund", "course", "payout"};
    static const char *const states[] = {"pending", "posted", "voided"};
    int64_t amount = statement_col_int(s, 3), project_id = statement_col_int(s, 5), task_id = statement_col_int(s, 7);
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 0));
    out_set_text(o, "kind", kinds[statement_col_int(s, 1)]);
    out_set_text(o, "state", states[statement_col_int(s, 2)]);
    out_set_int(o, "amount_micros", statement_col_int(s, 4) == person_id ? -amount : amount);
    out_key(o, "project");
    if (project_id) {
        out_object_begin(o);
        out_set_int(o, "id", project_id);
        out_set_str(o, "title", statement_col_text(s, 6));
        out_end(o);
    } else {
        out_null(o);
    }
    out_key(o, "course");
    if (!project_id && statement_col_text(s, 6).len > 0)
        out_str(o, statement_col_text(s, 6));
    else
        out_null(o);
    out_key(o, "task");
    if (task_id)
        out_int(o, task_id);
    else
        out_null(o);
    out_set_str(o, "note", statement_col_text(s, 8));
    out_set_time(o, "created_at", statement_col_int(s, 9));
    out_set_time(o, "settled_at", statement_col_int(s, 10));
    out_end(o);
}

err transfers_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_TRANSFERS);
    statement_int(s, person_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        transfer_write(o, s, person_id);
        page->next = statement_col_int(s, 0);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err transfer_json(struct store_conn *c, int64_t person_id, int64_t transfer_id, struct json_out *o) {
    struct statement *s = statement(c, &SQL_TRANSFERS);
    statement_int(s, person_id);
    statement_int(s, transfer_id + 1);
    statement_int(s, 1);
    bool has_row;
    TRY(statement_one(s, &has_row));
    if (has_row)
        transfer_write(o, s, person_id);
    else
        out_null(o);
    statement_end(s);
    return OK;
}

err work_history_json(struct store_conn *c, int64_t person_id, bool with_result, struct page *page,
                      struct json_out *o) {
    static const char *const states[] = {"submitted", "approved", "rejected", "sent_back"};
    struct statement *s = statement(c, &SQL_WORK);
    statement_int(s, person_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", page->next = statement_col_int(s, 0));
        out_key(o, "project");
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 1));
        out_set_str(o, "title", statement_col_text(s, 2));
        out_end(o);
        out_set_int(o, "task", statement_col_int(s, 3));
        out_set_text(o, "state", states[statement_col_int(s, 4)]);
        out_key(o, "reason");
        if (statement_col_null(s, 5))
            out_null(o);
        else
            out_str(o, statement_col_text(s, 5));
        out_set_int(o, "price_micros", statement_col_int(s, 6));
        out_set_double(o, "work_seconds", (double)statement_col_int(s, 7) / 1e6);
        out_set_time(o, "created_at", statement_col_int(s, 8));
        out_set_time(o, "decided_at", statement_col_int(s, 9));
        out_set_time(o, "approves_at", statement_col_int(s, 10));
        if (with_result) out_set_raw(o, "result", statement_col_text(s, 11));
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err reports_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_OWN_REPORTS);
    statement_int(s, person_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "project", statement_col_int(s, 0));
        out_set_int(o, "task", statement_col_int(s, 1));
        out_set_str(o, "reason", statement_col_text(s, 2));
        out_set_time(o, "created_at", page->next = statement_col_int(s, 3));
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}
