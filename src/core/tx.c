#include "core/tx.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/offer.h"

void command_reply(struct command *command, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(len >= 0);
    char *text = arena_alloc(command->arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    command->reply = text;
}

/* --- projects --- */

SQL(SQL_COUNT_LOAD,
    "SELECT next_task, next_position, lanes, tasks, gold_tasks, funded_to, funded, funded_gold, gold_wanted, done, "
    "retired,"
    " leases, submitted, approved, rejected, gold_answers, gold_right, reports, workers, agreed_votes, judged_votes,"
    " median_work_usec, median_at_answers, weighing, sent_back, contests, fitted_at_answers, opened_to,"
    " gold_standing FROM project_count WHERE project_id = ?1 @LOCK@");
SQL(SQL_PROJECT_LOAD,
    "SELECT p.owner_id, p.state, p.price_micros, p.overlap, p.gold_permille, p.task_seconds, p.approve_seconds,"
    " d.rule, d.away_permille, d.person_max, d.crew_id, d.deadline_usec, d.device, d.reserved, d.due_usec,"
    " d.publish_usec, d.repeat_days, d.budget_micros, d.expected_tasks, p.published_usec,"
    " p.overlap_rule, p.overlap_min, p.target_permille, p.review_permille"
    " FROM project p JOIN project_dispatch d ON d.project_id = p.id WHERE p.id = ?1");
SQL(SQL_DISPATCH_SAVE, "UPDATE project_dispatch SET reserved = ?2, due_usec = ?3 WHERE project_id = ?1");
SQL(SQL_COUNT_SAVE,
    "UPDATE project_count SET next_task = ?2, next_position = ?3, lanes = ?4, tasks = ?5, gold_tasks = ?6, funded_to = "
    "?7,"
    " funded = ?8, funded_gold = ?9, gold_wanted = ?10, done = ?11, retired = ?12, leases = ?13, submitted = ?14,"
    " approved = ?15, rejected = ?16, gold_answers = ?17, gold_right = ?18, reports = ?19, workers = ?20,"
    " agreed_votes = ?21, judged_votes = ?22, median_work_usec = ?23, median_at_answers = ?24, weighing = ?25, "
    "sent_back = ?26,"
    " contests = ?27, fitted_at_answers = ?28, opened_to = ?29, gold_standing = ?30 WHERE project_id = ?1");

enum { COUNT_COLUMNS = 29 };
_Static_assert(sizeof(struct project_count) == COUNT_COLUMNS * sizeof(int64_t),
               "project_count is its columns in order");

static struct statement *of_id(struct tx *tx, const struct sql *sql, int64_t id) {
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, id);
    return s;
}

err tx_project(struct tx *tx, int64_t id, struct tx_project **out) {
    for (struct tx_project *at = tx->projects; at; at = at->next)
        if (at->project.id == id) {
            *out = at;
            return OK;
        }
    *out = NULL;
    struct tx_project *found = arena_alloc(&tx->arena, sizeof *found);
    bool has_row;
    struct statement *s = of_id(tx, &SQL_COUNT_LOAD, id);
    TRY(statement_one(s, &has_row));
    int64_t *columns = (int64_t *)&found->count;
    for (int i = 0; has_row && i < COUNT_COLUMNS; i++) columns[i] = statement_col_int(s, i);
    statement_end(s);
    if (!has_row) return OK;
    s = of_id(tx, &SQL_PROJECT_LOAD, id);
    TRY(statement_one(s, &has_row));
    if (has_row) {
        found->dispatch = (struct dispatch_terms){
            .rule = (enum dispatch_rule)statement_col_int(s, 7),
            .away_permille = (int)statement_col_int(s, 8),
            .person_max = statement_col_int(s, 9),
            .crew_id = statement_col_int(s, 10),
            .deadline_usec = statement_col_int(s, 11),
            .device = statement_col_int(s, 12),
            .reserved = statement_col_int(s, 13),
            .due_usec = statement_col_int(s, 14),
            .publish_usec = statement_col_int(s, 15),
            .repeat_days = statement_col_int(s, 16),
            .budget_micros = statement_col_int(s, 17),
            .expected_tasks = statement_col_int(s, 18),
            .published_usec = statement_col_int(s, 19),
        };
        found->project = (struct project){
            .id = id,
            .owner_id = statement_col_int(s, 0),
            .state = (enum project_state)statement_col_int(s, 1),
            .price_micros = statement_col_int(s, 2),
            .overlap = (int)statement_col_int(s, 3),
            .gold_permille = (int)statement_col_int(s, 4),
            .task_usec = statement_col_int(s, 5) * 1000000,
            .approve_usec = statement_col_int(s, 6) * 1000000,
            .overlap_rule = (enum overlap_rule)statement_col_int(s, 20),
            .overlap_min = (int)statement_col_int(s, 21),
            .target_permille = (int)statement_col_int(s, 22),
            .review_permille = (int)statement_col_int(s, 23),
        };
    }
    statement_end(s);
    if (!has_row) return OK;
    found->next = tx->projects;
    *out = tx->projects = found;
    return OK;
}

err tx_project_get(struct tx *tx, int64_t id, struct tx_project **project, struct problem *p) {
    TRY(tx_project(tx, id, project));
    return *project ? OK : problem_set(p, ERR_NOT_FOUND, "There is no project %lld.", (long long)id);
}

static int by_value(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

err tx_projects_ahead(struct tx *tx, int64_t *ids, int count) {
    qsort(ids, (size_t)count, sizeof *ids, by_value);
    for (int i = 0; i < count; i++) {
        TRY(statement_ahead(of_id(tx, &SQL_COUNT_LOAD, ids[i]), AHEAD_OF_BATCH));
        TRY(statement_ahead(of_id(tx, &SQL_PROJECT_LOAD, ids[i]), AHEAD_OF_BATCH));
    }
    return OK;
}

err tx_projects_lock(struct tx *tx, int64_t *ids, int count) {
    if (store_kind(store_of(tx->conn)) == STORE_SQLITE) return OK;
    qsort(ids, (size_t)count, sizeof *ids, by_value);
    struct tx_project *project;
    for (int i = 0; i < count; i++)
        if (i == 0 || ids[i] != ids[i - 1]) TRY(tx_project(tx, ids[i], &project));
    return OK;
}

static err project_save(struct tx *tx, const struct tx_project *at) {
    const int64_t *columns = (const int64_t *)&at->count;
    struct statement *s = statement(tx->conn, &SQL_COUNT_SAVE);
    statement_int(s, at->project.id);
    for (int i = 0; i < COUNT_COLUMNS; i++) {
        if (columns[i] < 0 && &columns[i] != &at->count.fitted_at_answers) {
            log_line(LOG_ERROR, NULL, "column %d of project %lld would become negative", i, (long long)at->project.id);
            return ERR_INTERNAL;
        }
        statement_int(s, columns[i]);
    }
    return statement_run(s, 1);
}

static err dispatch_save(struct tx *tx, struct tx_project *at) {
    TRY(offers_fit(tx, at));
    if (!at->dispatch_changed) return OK;
    struct statement *s = statement(tx->conn, &SQL_DISPATCH_SAVE);
    statement_int(s, at->project.id);
    statement_int(s, at->dispatch.reserved);
    statement_int(s, at->dispatch.due_usec);
    return statement_run(s, 1);
}

void tx_project_forget(struct tx *tx, int64_t id) {
    for (struct tx_project **at = &tx->projects; *at; at = &(*at)->next)
        if ((*at)->project.id == id) {
            assert(!(*at)->changed);
            *at = (*at)->next;
            return;
        }
}

/* --- accounts --- */

#define ACCOUNT_COLUMNS \
    "SELECT kind, debits_posted, credits_posted, debits_pending, credits_pending FROM account WHERE id = ?1"
SQL(SQL_ACCOUNT_LOAD, ACCOUNT_COLUMNS);
SQL(SQL_ACCOUNT_LOCK, ACCOUNT_COLUMNS " @LOCK@");
/* Differences: another node may have paid into the account since it was loaded, or have made its row. */
SQL(SQL_ACCOUNT_SAVE,
    "INSERT INTO account (id, kind, debits_posted, credits_posted, debits_pending, credits_pending)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET debits_posted = account.debits_posted +"
    " excluded.debits_posted, credits_posted = account.credits_posted + excluded.credits_posted,"
    " debits_pending = account.debits_pending + excluded.debits_pending,"
    " credits_pending = account.credits_pending + excluded.credits_pending");

err tx_account_ahead(struct tx *tx, int64_t id, int64_t owner) {
    return statement_ahead(of_id(tx, &SQL_ACCOUNT_LOAD, id), owner);
}

static err account_load(struct tx *tx, bool lock, struct account *a) {
    bool has_row;
    struct statement *s = of_id(tx, lock ? &SQL_ACCOUNT_LOCK : &SQL_ACCOUNT_LOAD, a->id);
    TRY(statement_one(s, &has_row));
    if (has_row) {
        assert(statement_col_int(s, 0) == (int64_t)a->kind);
        a->debits_posted = statement_col_int(s, 1);
        a->credits_posted = statement_col_int(s, 2);
        a->debits_pending = statement_col_int(s, 3);
        a->credits_pending = statement_col_int(s, 4);
    }
    statement_end(s);
    return OK;
}

/* What was loaded without a lock is loaded again under one; what this transaction did stays on top. */
static err account_lock(struct tx *tx, struct tx_account *at) {
    struct account *a = &at->account, *old = &at->loaded, now = {.id = a->id, .kind = a->kind};
    TRY(account_load(tx, true, &now));
    a->debits_posted += now.debits_posted - old->debits_posted;
    a->credits_posted += now.credits_posted - old->credits_posted;
    a->debits_pending += now.debits_pending - old->debits_pending;
    a->credits_pending += now.credits_pending - old->credits_pending;
    at->loaded = now;
    at->locked = true;
    return OK;
}

static err account_cached(struct tx *tx, int64_t id, enum account_kind kind, bool lock, struct tx_account **out) {
    struct tx_account **place = &tx->accounts;
    while (*place && (*place)->account.id < id) place = &(*place)->next;
    struct tx_account *at = *place;
    if (at && at->account.id == id) {
        *out = at;
        return lock && !at->locked ? account_lock(tx, at) : OK;
    }
    at = arena_alloc(&tx->arena, sizeof *at);
    at->account = (struct account){.id = id, .kind = kind};
    at->locked = lock;
    TRY(account_load(tx, lock, &at->account));
    at->loaded = at->account;
    at->next = *place;
    *out = *place = at;
    return OK;
}

err tx_account(struct tx *tx, int64_t id, enum account_kind kind, struct account **account) {
    struct tx_account *cached;
    TRY(account_cached(tx, id, kind, false, &cached));
    *account = &cached->account;
    return OK;
}

static err account_save(struct tx *tx, const struct tx_account *at) {
    const struct account *a = &at->account, *old = &at->loaded;
    if ((a->kind != ACCOUNT_SOURCE && account_available(a) < 0) || a->debits_pending < 0 || a->credits_pending < 0) {
        log_line(LOG_ERROR, NULL, "account %lld would go below zero", (long long)a->id);
        return ERR_INTERNAL;
    }
    struct statement *s = statement(tx->conn, &SQL_ACCOUNT_SAVE);
    statement_int(s, a->id);
    statement_int(s, a->kind);
    statement_int(s, a->debits_posted - old->debits_posted);
    statement_int(s, a->credits_posted - old->credits_posted);
    statement_int(s, a->debits_pending - old->debits_pending);
    statement_int(s, a->credits_pending - old->credits_pending);
    return statement_run(s, 1);
}

/* --- transfers --- */

SQL(SQL_TRANSFER_ADD,
    "INSERT INTO transfer (project_id, id, kind, task_id, debit_account, credit_account, amount_micros, state,"
    " note, created_usec, settled_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
SQL(SQL_TRANSFER_END,
    "UPDATE transfer SET state = ?3, settled_usec = ?4 WHERE project_id = ?1 AND id = ?2 AND state = 0");

err tx_transfer(struct tx *tx, const struct transfer_order *order, bool pending, int64_t *transfer_id,
                struct problem *p) {
    struct tx_account *debit, *credit;
    /* The escrow is behind its project's lock, and the source is never short. */
    TRY(account_cached(tx, order->debit, order->debit_kind, order->debit_kind == ACCOUNT_PERSON, &debit));
    TRY(account_cached(tx, order->credit, order->credit_kind, false, &credit));
    TRY((pending ? ledger_pend : ledger_post)(&debit->account, &credit->account, order->amount_micros, p));
    debit->changed = credit->changed = true;
    *transfer_id = id_new();
    struct statement *s = statement(tx->conn, &SQL_TRANSFER_ADD);
    statement_int(s, order->project_id);
    statement_int(s, *transfer_id);
    statement_int(s, order->kind);
    statement_int(s, order->task_id);
    statement_int(s, order->debit);
    statement_int(s, order->credit);
    statement_int(s, order->amount_micros);
    statement_int(s, pending ? TRANSFER_PENDING : TRANSFER_POSTED);
    statement_text_or_null(s, order->note);
    statement_int(s, order->now_usec);
    statement_int(s, pending ? 0 : order->now_usec);
    return statement_run(s, 1);
}

err tx_transfer_settle(struct tx *tx, const struct transfer_order *order, int64_t transfer_id, bool post) {
    struct tx_account *debit, *credit;
    TRY(account_cached(tx, order->debit, order->debit_kind, false, &debit));
    TRY(account_cached(tx, order->credit, order->credit_kind, false, &credit));
    (post ? ledger_settle : ledger_void)(&debit->account, &credit->account, order->amount_micros);
    debit->changed = credit->changed = true;
    struct statement *s = statement(tx->conn, &SQL_TRANSFER_END);
    statement_int(s, order->project_id);
    statement_int(s, transfer_id);
    statement_int(s, post ? TRANSFER_POSTED : TRANSFER_VOIDED);
    statement_int(s, order->now_usec);
    return statement_run(s, 1);
}

err tx_transfer_end(struct tx *tx, int64_t project_id, int64_t transfer_id, int64_t worker_id, int64_t amount_micros,
                    bool post, int64_t now_usec) {
    return tx_transfer_settle(tx,
                              &(struct transfer_order){.project_id = project_id,
                                                       .debit = project_id,
                                                       .debit_kind = ACCOUNT_ESCROW,
                                                       .credit = worker_id,
                                                       .credit_kind = ACCOUNT_PERSON,
                                                       .amount_micros = amount_micros,
                                                       .now_usec = now_usec},
                              transfer_id, post);
}

/* --- events --- */

SQL(SQL_SEQ_LOAD, "SELECT value FROM setting WHERE name = 'event_seq' @LOCK@");
SQL(SQL_SEQ_SAVE, "UPDATE setting SET value = ?1 WHERE name = 'event_seq'");
SQL(SQL_EVENT_ADD,
    "INSERT INTO event (seq, project_id, person_id, kind, data, created_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

void tx_event(struct tx *tx, int64_t project_id, int64_t person_id, int64_t now_usec, const char *kind,
              const char *format, ...) {
    char text[1000];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    assert(len >= 0 && (size_t)len < sizeof text);
    struct tx_event *event = arena_alloc(&tx->arena, sizeof *event);
    *event = (struct tx_event){.project_id = project_id,
                               .person_id = person_id,
                               .created_usec = now_usec,
                               .kind = kind,
                               .data = arena_copy(&tx->arena, text, (size_t)len)};
    *tx->last_event = event;
    tx->last_event = &event->next;
}

/* The row of the sequence is taken last of all locks and held until COMMIT: no two nodes number at the same time. */
static err events_save(struct tx *tx) {
    if (!tx->first_event) return OK;
    bool has_row;
    struct statement *s = statement(tx->conn, &SQL_SEQ_LOAD);
    TRY(statement_one(s, &has_row));
    int64_t seq = 0;
    if (has_row) str_to_int64(statement_col_text(s, 0), &seq);
    statement_end(s);
    if (!has_row) return ERR_INTERNAL;
    for (struct tx_event *event = tx->first_event; event; event = event->next) {
        s = statement(tx->conn, &SQL_EVENT_ADD);
        statement_int(s, ++seq);
        statement_int(s, event->project_id);
        statement_int(s, event->person_id);
        statement_text(s, str_from(event->kind));
        statement_text(s, str_from(event->data));
        statement_int(s, event->created_usec);
        TRY(statement_run(s, 1));
    }
    s = statement(tx->conn, &SQL_SEQ_SAVE);
    statement_text(s, str_from(arena_printf(&tx->arena, "%lld", (long long)seq)));
    TRY(statement_run(s, 1));
    tx->last_seq = seq;
    return store_notify(tx->conn);
}

/* --- the transaction --- */

err tx_begin(struct tx *tx, struct store_conn *conn) {
    arena_reset(&tx->arena);
    tx->conn = conn;
    tx->projects = NULL;
    tx->accounts = NULL;
    tx->reads_ahead = false;
    tx->takes_ahead = 0;
    tx->tasks = NULL;
    tx->first_label = NULL;
    tx->last_label = &tx->first_label;
    tx->first_event = NULL;
    tx->last_event = &tx->first_event;
    return store_begin(conn);
}

err tx_commit(struct tx *tx) {
    for (struct tx_project *at = tx->projects; at; at = at->next) {
        if (at->changed || at->dispatch_changed) TRY(dispatch_save(tx, at));
        if (at->changed) TRY(project_save(tx, at));
    }
    for (struct tx_account *at = tx->accounts; at; at = at->next)
        if (at->changed) TRY(account_save(tx, at));
    TRY(events_save(tx));
    return store_commit(tx->conn);
}

void tx_rollback(struct tx *tx) { store_rollback(tx->conn); }
