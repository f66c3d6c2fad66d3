/* Reads on tasks, answers and imports. */
#include <stdio.h>

#include "base/arena.h"
#include "core/columns.h"
#include "core/queries.h"
#include "domain/work.h"

#define TASK_COLUMNS                                                                                             \
    "t.id, d.external_id, t.state, t.lane, d.gold, d.data, t.answers, t.leases, d.created_usec, t.reports,"      \
    " coalesce(f.result, CASE WHEN l.label IS NULL THEN NULL ELSE coalesce(e.label, l.label) END), l.votes, "    \
    "l.answers,"                                                                                                 \
    " t.wanted, e.posterior, CASE WHEN f.result IS NOT NULL THEN 2 WHEN e.label IS NOT NULL THEN 1 ELSE 0 END, " \
    "d.gold_note"
#define TASK_FROM                                                                  \
    " FROM task t JOIN task_data d ON d.project_id = t.project_id AND d.id = t.id" \
    " LEFT JOIN task_label l ON l.project_id = t.project_id AND l.task_id = t.id"  \
    " LEFT JOIN task_fix f ON f.project_id = t.project_id AND f.task_id = t.id"    \
    " LEFT JOIN task_estimate e ON e.project_id = t.project_id AND e.task_id = t.id AND e.answers = t.answers"
SQL(SQL_TASK, "SELECT " TASK_COLUMNS TASK_FROM " WHERE t.project_id = ?1 AND t.id = ?2");
SQL(SQL_TASKS_ALL, "SELECT " TASK_COLUMNS TASK_FROM " WHERE t.project_id = ?1 AND t.id > ?2 ORDER BY t.id LIMIT ?3");
SQL(SQL_TASKS_STATE,
    "SELECT " TASK_COLUMNS TASK_FROM " WHERE t.project_id = ?1 AND t.id > ?2 AND t.state IN (?4, ?5, ?7, ?8)"
    " AND t.lane < 10 AND t.id <= ?6 ORDER BY t.id LIMIT ?3");
SQL(SQL_TASKS_UNFUNDED, "SELECT " TASK_COLUMNS TASK_FROM " WHERE t.project_id = ?1 AND t.id > ?2 AND t.id > ?4"
                        " AND t.state <> 3 ORDER BY t.id LIMIT ?3");
SQL(SQL_TASKS_GOLD,
    "SELECT " TASK_COLUMNS TASK_FROM " WHERE t.project_id = ?1 AND t.id > ?2 AND t.lane = 10 ORDER BY t.id LIMIT ?3");
SQL(SQL_TASKS_REPORTED, "SELECT " TASK_COLUMNS TASK_FROM " WHERE t.project_id = ?1 AND t.id > ?2 AND t.reports > 0"
                        " ORDER BY t.id LIMIT ?3");
#define ANNOTATION_COLUMNS                                                                            \
    "a.id, a.task_id, a.worker_id, w.handle, a.state, a.result, a.reason, a.work_usec, a.gold_right," \
    " a.created_usec, a.decided_usec, a.approves_usec, a.review, a.rounds"
SQL(SQL_ANNOTATIONS_TASK, "SELECT " ANNOTATION_COLUMNS " FROM annotation a JOIN person w ON w.id = a.worker_id"
                          " WHERE a.project_id = ?1 AND a.task_id = ?2 ORDER BY +a.id");
/* Drawn for review and waiting, from their own index. */
SQL(SQL_ANNOTATIONS_REVIEW,
    "SELECT " ANNOTATION_COLUMNS ", d.data FROM annotation a JOIN person w ON w.id = a.worker_id"
    " JOIN task_data d ON d.project_id = a.project_id AND d.id = a.task_id"
    " WHERE a.project_id = ?1 AND a.id < ?2 AND a.review = 1 AND a.state = 0 AND (?4 = 0 OR a.worker_id = ?4)"
    " ORDER BY a.id DESC LIMIT ?3");
SQL(SQL_ANNOTATIONS,
    "SELECT " ANNOTATION_COLUMNS ", d.data FROM annotation a JOIN person w ON w.id = a.worker_id"
    " JOIN task_data d ON d.project_id = a.project_id AND d.id = a.task_id"
    " WHERE a.project_id = ?1 AND a.id < ?2 AND (?4 < 0 OR a.state = ?4) AND (?5 = 0 OR a.worker_id = ?5)"
    " ORDER BY a.id DESC LIMIT ?3");
SQL(SQL_FIX,
    "SELECT w.handle, f.result, f.comment, f.created_usec FROM task_fix f JOIN person w ON w.id = f.reviewer_id"
    " WHERE f.project_id = ?1 AND f.task_id = ?2");
SQL(SQL_OPINIONS, "SELECT w.handle, f.result, f.created_usec FROM opinion f JOIN person w ON w.id = f.reviewer_id"
                  " WHERE f.project_id = ?1 AND f.task_id = ?2 ORDER BY f.created_usec LIMIT 100");
SQL(SQL_REPORTS, "SELECT w.handle, r.reason, r.created_usec FROM report r JOIN person w ON w.id = r.worker_id"
                 " WHERE r.project_id = ?1 AND r.task_id = ?2 ORDER BY r.created_usec LIMIT 100");
SQL(SQL_FACTS, "SELECT d.data, d.gold, p.config_version FROM task_data d JOIN project p ON p.id = d.project_id"
               " WHERE d.project_id = ?1 AND d.id = ?2");
#define IMPORT_COLUMNS                                                                                        \
    "id, project_id, file_name, format, mode, state, bytes, received_bytes, handled_bytes, row_count, added," \
    " repeated, wrong, error, created_usec"
SQL(SQL_IMPORT, "SELECT " IMPORT_COLUMNS " FROM import WHERE id = ?1");
SQL(SQL_IMPORTS, "SELECT " IMPORT_COLUMNS " FROM import WHERE project_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3");
SQL(SQL_IMPORT_HEAD,
    "SELECT project_id, person_id, state, bytes, received_bytes, handled_rows, handled_bytes, mode, file_name,"
    " format FROM import WHERE id = ?1");
SQL(SQL_IMPORT_REPORT, "SELECT report FROM import WHERE id = ?1");
SQL(SQL_IMPORTS_RUNNING, "SELECT id FROM import WHERE state IN (1, 2) ORDER BY id LIMIT ?1");

/* The object stays open. */
static void task_write(struct json_out *o, const struct project_head *head, struct statement *s) {
    static const char *const words[] = {"unfunded", "open", "done", "retired", "open", "open"};
    int64_t id = statement_col_int(s, 0);
    enum task_state state = (enum task_state)statement_col_int(s, 2);
    int lane = (int)statement_col_int(s, 3);
    out_object_begin(o);
    out_set_int(o, "id", id);
    column_text(o, "external_id", s, 1);
    /* A draft's tasks are open before they are paid for, a published project's are paid for before they are open. */
    bool funded = id <= head->count.funded_to;
    if (state == TASK_OPEN || state == TASK_UNFUNDED) state = funded ? TASK_OPEN : TASK_UNFUNDED;
    out_set_text(o, "state", words[state]);
    out_set_int(o, "priority", lane == LANE_GOLD ? 0 : lane);
    column_raw(o, "gold", s, 4);
    out_set_raw(o, "data", statement_col_text(s, 5));
    int64_t wanted = project_wanted(&head->project, &head->count, lane), own = statement_col_int(s, 13);
    out_set_int(o, "wanted", own > wanted ? own : wanted);
    out_set_bool(o, "weighing", state == TASK_WEIGHING);
    out_set_int(o, "answers", statement_col_int(s, 6));
    out_set_int(o, "leases", statement_col_int(s, 7));
    out_set_int(o, "report_count", statement_col_int(s, 9));
    column_raw(o, "label", s, 10);
    static const char *const sources[] = {"votes", "model", "reviewer"};
    out_key(o, "label_source");
    out_text(o, statement_col_null(s, 10) ? NULL : sources[statement_col_int(s, 15)]);
    out_key(o, "share");
    if (statement_col_null(s, 11))
        out_null(o);
    else
        out_double(o, (double)statement_col_int(s, 11) / (double)statement_col_int(s, 12));
    out_key(o, "posterior");
    if (statement_col_null(s, 14))
        out_null(o);
    else
        out_double(o, statement_col_real(s, 14));
    column_text(o, "gold_note", s, 16);
    out_set_time(o, "created_at", statement_col_int(s, 8));
}

err tasks_json(struct store_conn *c, const struct project_head *head, enum task_filter filter, struct page *page,
               struct json_out *o) {
    static const struct sql *const by_filter[] = {&SQL_TASKS_ALL,     &SQL_TASKS_STATE,    &SQL_TASKS_STATE,
                                                  &SQL_TASKS_STATE,   &SQL_TASKS_UNFUNDED, &SQL_TASKS_GOLD,
                                                  &SQL_TASKS_REPORTED};
    struct statement *s = statement(c, by_filter[filter]);
    statement_int(s, head->project.id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    if (filter == TASKS_OPEN || filter == TASKS_DONE || filter == TASKS_RETIRED) {
        static const int states[][4] = {[TASKS_OPEN] = {TASK_OPEN, TASK_FULL, TASK_WEIGHING, TASK_UNFUNDED},
                                        [TASKS_DONE] = {TASK_DONE, TASK_DONE, TASK_DONE, TASK_DONE},
                                        [TASKS_RETIRED] = {TASK_RETIRED, TASK_RETIRED, TASK_RETIRED, TASK_RETIRED}};
        statement_int(s, states[filter][0]);
        statement_int(s, states[filter][1]);
        statement_int(s, filter == TASKS_RETIRED ? INT64_MAX : head->count.funded_to);
        statement_int(s, states[filter][2]);
        statement_int(s, states[filter][3]);
    }
    if (filter == TASKS_UNFUNDED) statement_int(s, head->count.funded_to);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        task_write(o, head, s);
        out_end(o);
        page->next = statement_col_int(s, 0);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

static void annotation_write(struct json_out *o, const struct project_head *head, struct statement *s) {
    static const char *const states[] = {"submitted", "approved", "rejected", "sent_back"};
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 0));
    out_set_int(o, "task", statement_col_int(s, 1));
    out_key(o, "worker");
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 2));
    out_set_str(o, "handle", statement_col_text(s, 3));
    out_end(o);
    out_set_text(o, "state", states[statement_col_int(s, 4)]);
    out_set_raw(o, "result", statement_col_text(s, 5));
    column_text(o, "reason", s, 6);
    out_set_int(o, "price_micros", head->project.price_micros);
    out_set_double(o, "work_seconds", (double)statement_col_int(s, 7) / 1e6);
    out_key(o, "gold_right");
    if (statement_col_null(s, 8))
        out_null(o);
    else
        out_bool(o, statement_col_int(s, 8) != 0);
    out_set_time(o, "created_at", statement_col_int(s, 9));
    out_set_time(o, "decided_at", statement_col_int(s, 10));
    out_set_time(o, "approves_at", statement_col_int(s, 11));
    out_set_bool(o, "drawn", statement_col_int(s, 12) != 0);
    out_set_int(o, "rounds", statement_col_int(s, 13));
}

/* A reviewer's label and the reviewers' own answers. */
static err task_reviews(struct store_conn *c, const struct project_head *head, int64_t task_id, struct json_out *o) {
    bool found;
    struct statement *s = statement(c, &SQL_FIX);
    statement_int(s, head->project.id);
    statement_int(s, task_id);
    TRY(statement_one(s, &found));
    out_key(o, "fix");
    if (found) {
        out_object_begin(o);
        out_set_str(o, "reviewer", statement_col_text(s, 0));
        out_set_raw(o, "result", statement_col_text(s, 1));
        out_set_str(o, "comment", statement_col_text(s, 2));
        out_set_time(o, "created_at", statement_col_int(s, 3));
        out_end(o);
    } else {
        out_null(o);
    }
    statement_end(s);
    s = statement(c, &SQL_OPINIONS);
    statement_int(s, head->project.id);
    statement_int(s, task_id);
    out_key(o, "opinions");
    out_array_begin(o);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_str(o, "reviewer", statement_col_text(s, 0));
        out_set_raw(o, "result", statement_col_text(s, 1));
        out_set_time(o, "created_at", statement_col_int(s, 2));
        out_end(o);
    }
    out_end(o);
    statement_end(s);
    return OK;
}

static err task_whole(struct store_conn *c, const struct project_head *head, int64_t task_id, struct json_out *o) {
    struct statement *s = statement(c, &SQL_ANNOTATIONS_TASK);
    statement_int(s, head->project.id);
    statement_int(s, task_id);
    out_key(o, "annotations");
    out_array_begin(o);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        annotation_write(o, head, s);
        out_end(o);
    }
    out_end(o);
    statement_end(s);
    TRY(task_reviews(c, head, task_id, o));
    s = statement(c, &SQL_REPORTS);
    statement_int(s, head->project.id);
    statement_int(s, task_id);
    out_key(o, "reports");
    out_array_begin(o);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_str(o, "worker", statement_col_text(s, 0));
        out_set_str(o, "reason", statement_col_text(s, 1));
        out_set_time(o, "created_at", statement_col_int(s, 2));
        out_end(o);
    }
    out_end(o);
    statement_end(s);
    return OK;
}

err task_json(struct store_conn *c, const struct project_head *head, int64_t task_id, bool whole, struct json_out *o,
              struct problem *p) {
    bool found;
    struct statement *s = statement(c, &SQL_TASK);
    statement_int(s, head->project.id);
    statement_int(s, task_id);
    TRY(statement_one(s, &found));
    if (found) task_write(o, head, s);
    statement_end(s);
    if (!found) return problem_set(p, ERR_NOT_FOUND, "This project has no task %lld.", (long long)task_id);
    if (whole) TRY(task_whole(c, head, task_id, o));
    out_end(o);
    return OK;
}

err annotations_json(struct store_conn *c, const struct project_head *head, int state, int64_t worker_id, bool drawn,
                     struct page *page, struct json_out *o) {
    struct statement *s = statement(c, drawn ? &SQL_ANNOTATIONS_REVIEW : &SQL_ANNOTATIONS);
    statement_int(s, head->project.id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    if (!drawn) statement_int(s, state);
    statement_int(s, worker_id);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        annotation_write(o, head, s);
        out_set_raw(o, "data", statement_col_text(s, 14));
        out_end(o);
        page->next = statement_col_int(s, 0);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err task_facts(struct store_conn *c, int64_t project_id, int64_t task_id, struct arena *a, struct task_facts *facts,
               bool *found) {
    struct statement *s = statement(c, &SQL_FACTS);
    statement_int(s, project_id);
    statement_int(s, task_id);
    TRY(statement_one(s, found));
    if (*found) {
        facts->data = arena_str(a, statement_col_text(s, 0)).data;
        facts->gold = statement_col_null(s, 1) ? NULL : arena_str(a, statement_col_text(s, 1)).data;
        facts->config_version = statement_col_int(s, 2);
    }
    statement_end(s);
    return OK;
}

/* --- imports --- */

static void import_write(struct json_out *o, struct statement *s) {
    static const char *const states[] = {"uploading", "checking", "importing", "done", "failed"};
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 0));
    out_set_int(o, "project", statement_col_int(s, 1));
    out_set_str(o, "file_name", statement_col_text(s, 2));
    out_set_str(o, "format", statement_col_text(s, 3));
    out_set_text(o, "mode", statement_col_int(s, 4) ? "good" : "all");
    out_set_text(o, "state", states[statement_col_int(s, 5)]);
    out_set_int(o, "bytes", statement_col_int(s, 6));
    out_set_int(o, "received_bytes", statement_col_int(s, 7));
    out_set_int(o, "handled_bytes", statement_col_int(s, 8));
    out_set_int(o, "rows", statement_col_int(s, 9));
    out_set_int(o, "added", statement_col_int(s, 10));
    out_set_int(o, "repeated", statement_col_int(s, 11));
    out_set_int(o, "wrong", statement_col_int(s, 12));
    column_text(o, "error", s, 13);
    out_set_time(o, "created_at", statement_col_int(s, 14));
    out_end(o);
}

err import_json(struct store_conn *c, int64_t id, struct json_out *o) {
    bool found;
    struct statement *s = statement(c, &SQL_IMPORT);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    if (found) import_write(o, s);
    statement_end(s);
    return found ? OK : ERR_NOT_FOUND;
}

err imports_json(struct store_conn *c, int64_t project_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_IMPORTS);
    statement_int(s, project_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        import_write(o, s);
        page->next = statement_col_int(s, 0);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err import_head(struct store_conn *c, int64_t id, struct import_head *head, struct problem *p) {
    bool found;
    struct statement *s = statement(c, &SQL_IMPORT_HEAD);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    if (found) {
        *head = (struct import_head){.id = id,
                                     .project_id = statement_col_int(s, 0),
                                     .person_id = statement_col_int(s, 1),
                                     .state = statement_col_int(s, 2),
                                     .bytes = statement_col_int(s, 3),
                                     .received_bytes = statement_col_int(s, 4),
                                     .handled_rows = statement_col_int(s, 5),
                                     .handled_bytes = statement_col_int(s, 6),
                                     .good_rows = statement_col_int(s, 7) != 0};
        snprintf(head->file_name, sizeof head->file_name, "%.*s", STR_ARG(statement_col_text(s, 8)));
        snprintf(head->format, sizeof head->format, "%.*s", STR_ARG(statement_col_text(s, 9)));
    }
    statement_end(s);
    return found ? OK : problem_set(p, ERR_NOT_FOUND, "There is no import %lld.", (long long)id);
}

err import_report(struct store_conn *c, int64_t id, struct buf *csv) {
    bool found;
    struct statement *s = statement(c, &SQL_IMPORT_REPORT);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    if (found) buf_add_str(csv, statement_col_text(s, 0));
    statement_end(s);
    return found ? OK : ERR_NOT_FOUND;
}

err imports_running(struct store_conn *c, int64_t *ids, int max, int *count) {
    struct statement *s = statement(c, &SQL_IMPORTS_RUNNING);
    statement_int(s, max);
    *count = 0;
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        ids[(*count)++] = statement_col_int(s, 0);
    }
    statement_end(s);
    return OK;
}
