/* queries.h - every read of the product. Each takes a read connection and appends the JSON that openapi.yaml promises
 * (or fills a struct), and nothing else: whether the asker may see it is asked with project_seen first.
 *
 * Lists answer {"items": [...], "next_cursor": ...}: `page` brings the place to go on after and gets the next one back;
 * api/ turns places into cursor texts. Threads: a connection belongs to one thread. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json_out.h"
#include "base/str.h"
#include "domain/payout.h"
#include "domain/project.h"
#include "store/store.h"

/* A page of a list: rows after `after` (in the list's own order; 0 or INT64_MAX = from the start, see each), at most
 * limit. */
struct page {
    int64_t after;
    int limit;
    int64_t next; /* out: place of the last row given */
    bool more;    /* out: there may be more */
};

/* --- who asks (people_qry.c) --- */
struct person_head {
    int64_t id;
    unsigned roles, scopes; /* scopes: of a token; all for a session */
    bool disabled;
    int64_t expires_usec;              /* of the session or token; else 0 */
    int64_t token_id, token_used_usec; /* of a token; else 0 */
    char password_hash[160];
};
err person_by_session(struct store_conn *c, str token_hash, int64_t now_usec, struct person_head *person, bool *found);
err person_by_token(struct store_conn *c, str token_hash, int64_t now_usec, struct person_head *person, bool *found);
err person_by_handle(struct store_conn *c, str handle, struct person_head *person, bool *found);
err person_by_id(struct store_conn *c, int64_t id, struct person_head *person, bool *found);

/* Left open for the caller to add to and end. */
err session_json(struct store_conn *c, int64_t person_id, const unsigned *scopes, const char *currency,
                 const char *signup, struct json_out *o);
err person_json(struct store_conn *c, int64_t person_id, struct json_out *o, bool *found);
err people_json(struct store_conn *c, str handle_start, struct page *page, struct json_out *o); /* newest first */
err tokens_json(struct store_conn *c, int64_t person_id, int64_t only_id, struct json_out *o);
err transfers_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o); /* newest first */
err transfer_json(struct store_conn *c, int64_t person_id, int64_t transfer_id, struct json_out *o);
err reports_json(struct store_conn *c, int64_t person_id, struct page *page,
                 struct json_out *o); /* theirs, oldest first */
err work_history_json(struct store_conn *c, int64_t person_id, bool with_result, struct page *page, struct json_out *o);

/* --- projects (project_qry.c) --- */
struct project_head {
    struct project project;
    struct project_count count;
    int64_t config_version;
};
/* ERR_NOT_FOUND also when it is not the asker's: others' projects do not exist for them. */
err project_seen(struct store_conn *c, int64_t id, int64_t person_id, unsigned roles, struct project_head *head,
                 struct problem *p);
err project_head(struct store_conn *c, int64_t id, struct project_head *head, bool *found);
/* Text of the config and instructions, appended. */
err project_texts(struct store_conn *c, int64_t id, struct buf *label_config, struct buf *instructions);
err project_json(struct store_conn *c, int64_t id, bool whole, struct json_out *o);
/* owner 0: all. reviewed: owner_id is a reviewer, who also sees the projects that they may review. */
err projects_json(struct store_conn *c, int64_t owner_id, bool reviewed, struct page *page, struct json_out *o);
err quote_json(struct store_conn *c, const struct project_head *head, struct json_out *o, struct problem *p);
/* Answers, cost and accuracy to expect of what the quote funds; null without a control of a few classes. */
err preview_json(struct store_conn *c, const struct project_head *head, const struct project_quote *quote,
                 struct json_out *o);
err work_projects_json(struct store_conn *c, int64_t worker_id, struct page *page, struct json_out *o);
/* One object, left open for the caller to add to and end. ERR_NOT_FOUND for drafts and unknown ones. */
err work_project_json(struct store_conn *c, int64_t project_id, int64_t worker_id, struct json_out *o,
                      struct problem *p);

/* --- tasks and answers (task_qry.c) --- */
enum task_filter { TASKS_ALL, TASKS_OPEN, TASKS_DONE, TASKS_RETIRED, TASKS_UNFUNDED, TASKS_GOLD, TASKS_REPORTED };
err tasks_json(struct store_conn *c, const struct project_head *head, enum task_filter filter, struct page *page,
               struct json_out *o);
err task_json(struct store_conn *c, const struct project_head *head, int64_t task_id, bool whole, struct json_out *o,
              struct problem *p);
/* state -1 = any, worker 0 = any, drawn: only those that wait for review; newest first */
err annotations_json(struct store_conn *c, const struct project_head *head, int state, int64_t worker_id, bool drawn,
                     struct page *page, struct json_out *o);
/* What the check of an answer needs, in the arena; gold NULL when it is not one. */
struct task_facts {
    const char *data, *gold;
    int64_t config_version;
};
err task_facts(struct store_conn *c, int64_t project_id, int64_t task_id, struct arena *a, struct task_facts *facts,
               bool *found);

/* --- offers (dispatch_qry.c) --- */
err wishes_json(struct store_conn *c, int64_t worker_id, struct json_out *o);
err offers_json(struct store_conn *c, int64_t worker_id, bool past,
                struct json_out *o); /* live: soonest to end first */
err offer_project(struct store_conn *c, int64_t worker_id, int64_t offer_id, int64_t *project_id, struct problem *p);
err forecast_json(struct store_conn *c, int64_t worker_id, int64_t now_usec, struct json_out *o);
/* Hours in sight for one worker in the coming seven days, and what they wish. */
err forecast_days(struct store_conn *c, int64_t worker_id, int64_t now_usec, double *own, double *wished);
/* A project's terms with what each choice would lead to. */
err dispatch_json(struct store_conn *c, const struct project_head *head, int64_t now_usec, struct json_out *o);
err dispatch_limits_json(struct store_conn *c, struct json_out *o);
/* --- the newest fit (estimate_qry.c) --- */
err quality_json(struct store_conn *c, const struct project_head *head, struct json_out *o);
err fits_json(struct store_conn *c, int64_t project_id, struct page *page, struct json_out *o); /* newest first */
err quality_workers_json(struct store_conn *c, int64_t project_id, struct page *page, struct json_out *o);
err quality_tasks_json(struct store_conn *c, int64_t project_id, int limit, struct json_out *o); /* most doubt first */
err signals_json(struct store_conn *c, int64_t project_id, bool open_only, struct json_out *o);
err quality_workers_csv(struct store_conn *c, int64_t project_id, struct buf *out);
err quality_tasks_csv(struct store_conn *c, int64_t project_id, struct buf *out);
enum quality_table {
    QUALITY_WORKERS,
    QUALITY_TASKS,
    QUALITY_AGREEMENT,
    QUALITY_CONFUSION,
    QUALITY_DRIFT,
    QUALITY_VERSIONS
};
err fits_csv(struct store_conn *c, int64_t project_id, struct buf *out);
/* Agreement, confusion or drift, from the newest fit; only the heading when there is none. */
err quality_summary_csv(struct store_conn *c, int64_t project_id, enum quality_table table, struct buf *out);

/* --- what accounts have in common (signal_qry.c) --- */
err account_signals_json(struct store_conn *c, bool open_only, struct arena *a, struct json_out *o); /* newest first */
err own_signals_json(struct store_conn *c, int64_t person_id, struct json_out *o);

/* --- crews (crew_qry.c) --- */
err crews_json(struct store_conn *c, int64_t person_id, struct json_out *o); /* one's own, oldest first */
/* Whole, as its members see it. ERR_NOT_FOUND for others. */
err crew_json(struct store_conn *c, int64_t crew_id, int64_t person_id, int64_t now_usec, struct json_out *o,
              struct problem *p);
/* What somebody sees who was invited. */
err crew_invited_json(struct store_conn *c, str code_hash, int64_t now_usec, struct json_out *o, struct problem *p);

/* --- gold, trust, review (quality_qry.c) --- */
/* What a worker may know of their own quality, project by project, newest project first. */
err my_quality_json(struct store_conn *c, int64_t worker_id, struct arena *a, struct page *page, struct json_out *o);
/* Gold answers that a worker missed and may see, newest first; fn writes the task's data as a worker may see it. */
typedef err missed_gold_fn(void *arg, int64_t project_id, int64_t config_version, str data, struct json_out *o);
err missed_gold_each(struct store_conn *c, int64_t worker_id, struct page *page, missed_gold_fn *fn, void *arg,
                     struct json_out *o);
/* "again": what the worker gave before and the comment that sent it back; null when it was not. */
err answer_again(struct store_conn *c, int64_t project_id, int64_t task_id, int64_t worker_id, struct json_out *o);
err contests_json(struct store_conn *c, int64_t project_id, bool open_only, struct page *page, struct json_out *o);
err gold_candidates_json(struct store_conn *c, int64_t project_id, int limit, struct json_out *o);
err reviewers_json(struct store_conn *c, int64_t project_id, struct json_out *o);
err opinion_next_json(struct store_conn *c, int64_t project_id, int64_t reviewer_id, struct json_out *o, bool *found);

/* --- imports (task_qry.c) --- */
struct import_head {
    int64_t id, project_id, person_id, state, bytes, received_bytes, handled_rows, handled_bytes;
    bool good_rows;
    char file_name[804], format[8];
};
err import_head(struct store_conn *c, int64_t id, struct import_head *head, struct problem *p);
err import_json(struct store_conn *c, int64_t id, struct json_out *o);
err imports_json(struct store_conn *c, int64_t project_id, struct page *page, struct json_out *o);
err import_report(struct store_conn *c, int64_t id, struct buf *csv);
/* Started and not ended, oldest first; at most `max` ids. */
err imports_running(struct store_conn *c, int64_t *ids, int max, int *count);

/* --- qualifications and courses (training_qry.c) --- */
err qualifications_json(struct store_conn *c, int64_t only_id, struct page *page,
                        struct json_out *o); /* newest first */
/* Its owner, reviewers and the operator see who holds it; ERR_NOT_FOUND for everybody else. */
err qualification_seen(struct store_conn *c, int64_t qualification_id, int64_t person_id, unsigned roles,
                       struct problem *p);
err holders_json(struct store_conn *c, int64_t qualification_id, struct page *page, struct json_out *o);
err own_qualifications_json(struct store_conn *c, int64_t person_id, struct json_out *o);
err courses_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o); /* newest first */
/* ERR_NOT_FOUND for drafts of others. */
err course_json(struct store_conn *c, int64_t course_id, int64_t person_id, struct json_out *o, struct problem *p);
/* Data of a task that an exam shows. */
err course_task_data(struct store_conn *c, int64_t project_id, int64_t task_id, struct buf *data);
/* A part as learners see it; with answer only what is right and why, as members of an open object. */
err course_part_json(struct store_conn *c, int64_t course_id, int64_t position, bool answer, struct json_out *o);

/* --- one's own alerts (alert_qry.c) --- */
err alert_setting_json(struct store_conn *c, int64_t person_id, struct json_out *o); /* members of an open object */
err alert_rules_json(struct store_conn *c, int64_t person_id, int64_t only_id, struct json_out *o);
err alert_channels_json(struct store_conn *c, int64_t person_id, int64_t only_id,
                        struct json_out *o);                                                        /* as tokens_json */
err alert_log_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o); /* newest first */
/* Is there a message to send? */
err outbox_due(struct store_conn *c, int lane, int64_t now_usec, bool *due);

/* --- events (event_qry.c) --- */
struct event_row {
    int64_t seq, project_id, person_id;
    str kind, data; /* valid during the call */
};
typedef void event_fn(void *arg, const struct event_row *event);
/* Events after seq in order, at most limit; project 0 = all. */
err events_after(struct store_conn *c, int64_t seq, int64_t project_id, int limit, event_fn *fn, void *arg,
                 int64_t *last);
err event_last(struct store_conn *c, int64_t *seq);
/* When an event was made; 0 = there is no such one. */
err event_time(struct store_conn *c, int64_t seq, int64_t *usec);

/* --- the system (system_qry.c) --- */
struct system_counts {
    int64_t people, projects, tasks, annotations, database_bytes;
};
err system_counts(struct store_conn *c, struct system_counts *counts);
err setting_load(struct store_conn *c, const char *name, struct buf *value, bool *found);
/* A limit that the operator may have set (setting_cmd.c); usual when not. */
err limit_load(struct store_conn *c, const char *name, int64_t usual, int64_t *value);
/* What payouts are bound to (payout_qry.c); methods live in the arena. */
err payout_terms_load(struct store_conn *c, struct arena *a, struct payout_terms *terms);
err payout_terms_json(struct store_conn *c, struct arena *a, int64_t person_id, struct json_out *o);
/* A person's, newest first; only_id 0 = all. */
err payouts_own_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o);
err payout_own_json(struct store_conn *c, int64_t person_id, int64_t payout_id, struct json_out *o);
/* All of one state: who asked first comes first, else newest first. */
err payouts_json(struct store_conn *c, enum payout_state state, struct page *page, struct json_out *o);
err payouts_csv(struct store_conn *c, enum payout_state state, const char *currency, struct buf *out);
/* Every limit that was set. */
typedef void limit_fn(void *arg, str name, int64_t value);
err limits_each(struct store_conn *c, limit_fn *fn, void *arg);
err limit_changes_json(struct store_conn *c, struct json_out *o); /* the newest 20, as a list */

/* The highest id given out by id_new that stands in the store, for id_floor_set (start_qry.c). */
err id_highest(struct store_conn *c, int64_t *highest);
/* SQLite: does the whole file hold together (reads all of it). PostgreSQL looks after that itself: always true. */
err database_whole(struct store_conn *c, bool *whole);

/* --- audit (audit.c): the invariants of the books, checked on any database --- */
struct audit_check {
    const char *name;
    bool ok;
    char detail[200]; /* what breaks it, or how much was looked at */
};
enum { AUDIT_CHECKS_MAX = 40 };
/* Fills checks; *all_ok false when any is broken. A read snapshot: may run while the server works. */
err audit_run(struct store_conn *c, struct audit_check checks[AUDIT_CHECKS_MAX], int *count, bool *all_ok);
