/* tx.h - one batch's transaction: the rows that all its commands share, kept in memory and saved once before COMMIT.
 *
 *   tx_begin -> (command -> command ...) -> tx_commit | tx_rollback
 *
 * A project's numbers and the accounts change with every command; they are loaded once per batch, changed in memory,
 * re-checked and saved by tx_commit. Rows of single tasks, leases and answers are loaded and saved by each command.
 *
 * Several nodes (PostgreSQL): a project's row is locked when it is loaded, which keeps two nodes out of the same
 * project and its escrow. A person's account is locked only when money is to leave it; what changed is saved as
 * differences, in order of ids, so that pay from two nodes adds up. Locks are taken in one order everywhere (projects
 * by id, accounts by id, the sequence of events), so that nodes wait for each other but seldom stand still until
 * PostgreSQL finds a deadlock.
 *
 * Invariants checked before COMMIT, a breach is a fault that rolls the batch back: no account but the source below
 * zero; no negative count. Offers are cut there to what a project still has free. Events get their gap-free seq there.
 * One thread, one transaction at a time. */
#pragma once
#include "core/command.h"
#include "domain/dispatch.h"
#include "domain/ledger.h"
#include "domain/project.h"
#include "domain/work.h"
#include "store/store.h"

struct tx_project {
    struct project project;
    struct project_count count;
    struct dispatch_terms dispatch;
    bool dispatch_changed; /* its reserved and due_usec are saved at commit */
    bool changed; /* count is saved at commit; changes of the project itself are saved by their command at once */
    struct tx_project *next;
};

struct tx_account {
    struct account account;
    struct account loaded; /* as it was, to save the difference */
    bool locked, changed;
    struct tx_account *next;
};

struct tx_event {
    int64_t project_id, person_id, created_usec;
    const char *kind;
    const char *data; /* JSON object */
    struct tx_event *next;
};

/* A task as a command of this batch has left it: rows that were read ahead of that command show an older one. */
struct tx_task {
    int64_t project_id;
    struct task task;
    struct tx_task *next;
};

/* A task that this batch has brought to its end and whose label is still to be counted. */
struct tx_label {
    struct tx_project *project;
    int64_t task_id, now_usec;
    struct tx_label *next;
};

enum { AHEAD_OF_BATCH = -1 }; /* owner of rows that nobody's command but those without `ahead` changes */

struct tx {
    struct store_conn *conn;
    struct arena arena; /* lives until the transaction ends */
    struct tx_project *projects;
    struct tx_account *accounts; /* by id */
    struct tx_event *first_event, **last_event;
    bool reads_ahead; /* commands of now find their rows read ahead, and leave their tasks in `tasks` */
    int takes_ahead;  /* takes whose next tasks were read ahead */
    struct tx_task *tasks;
    struct tx_label *first_label, **last_label;
    bool tick_soon;   /* something was published: what tick does for it should not wait */
    int64_t last_seq; /* after commit: newest event written by this process, 0 = none */
};

err tx_begin(struct tx *tx, struct store_conn *conn);
err tx_commit(struct tx *tx);
void tx_rollback(struct tx *tx);

/* NULL in *project when there is no such project. */
err tx_project(struct tx *tx, int64_t id, struct tx_project **project);
/* The same, but ERR_NOT_FOUND when there is none. */
err tx_project_get(struct tx *tx, int64_t id, struct tx_project **project, struct problem *p);
/* Locks the projects of a batch or tick before anything else, in order; ids that do not exist are passed over. The ids
 * are sorted in place. Nothing on SQLite, where a transaction has the database to itself. */
err tx_projects_lock(struct tx *tx, int64_t *ids, int count);
/* Sends the loads of all of them, in order, for tx_projects_lock or tx_project to find. Sorts likewise. */
err tx_projects_ahead(struct tx *tx, int64_t *ids, int count);
err tx_account_ahead(struct tx *tx, int64_t id, int64_t owner);
/* Throws away what the cache knows of a project whose rows a command has changed itself. */
void tx_project_forget(struct tx *tx, int64_t id);
/* Made with zero sums when it does not exist. */
err tx_account(struct tx *tx, int64_t id, enum account_kind kind, struct account **account);

/* kind is a literal; data printf-like JSON, copied. */
void tx_event(struct tx *tx, int64_t project_id, int64_t person_id, int64_t now_usec, const char *kind,
              const char *format, ...) __attribute__((format(printf, 6, 7)));

/* --- money: a row of `transfer` and both accounts --- */
struct transfer_order {
    int64_t project_id, task_id; /* 0 = none */
    enum transfer_kind kind;
    int64_t debit, credit;
    enum account_kind debit_kind, credit_kind;
    int64_t amount_micros;
    const char *note; /* may be NULL */
    int64_t now_usec;
};
/* Nothing is written when refused (ERR_SHORT_BALANCE with missing_micros). */
err tx_transfer(struct tx *tx, const struct transfer_order *order, bool pending, int64_t *transfer_id,
                struct problem *p);
/* Posts or voids the pending transfer that was made by such an order. */
err tx_transfer_settle(struct tx *tx, const struct transfer_order *order, int64_t transfer_id, bool post);
/* The same for a pay transfer of a project; amount as it was made. */
err tx_transfer_end(struct tx *tx, int64_t project_id, int64_t transfer_id, int64_t worker_id, int64_t amount_micros,
                    bool post, int64_t now_usec);
