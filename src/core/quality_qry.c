/* Reads on gold, trust and review. */
#include "base/arena.h"
#include "core/columns.h"
#include "core/queries.h"
#include "domain/trust.h"
#include "domain/work.h"

/* Gold answers of one worker that are decided, in the order they were decided: what their page may count. */
SQL(SQL_QUALITY,
    "SELECT w.project_id, p.title, w.answers, w.approved, w.rejected, w.sent_back, (SELECT count(*) FROM annotation a"
    " WHERE a.project_id = w.project_id AND a.worker_id = ?1 AND a.gold_right IS NOT NULL AND a.state IN (1, 2))"
    " FROM worker_project w JOIN project p ON p.id = w.project_id WHERE w.worker_id = ?1 AND w.project_id < ?2"
    " ORDER BY w.project_id DESC LIMIT ?3");
SQL(SQL_QUALITY_RIGHT,
    "SELECT coalesce(sum(gold_right), 0) FROM (SELECT gold_right FROM annotation WHERE project_id = ?1"
    " AND worker_id = ?2 AND gold_right IS NOT NULL AND state IN (1, 2) ORDER BY decided_usec, id LIMIT ?3) AS x");
/* The conditions are gold_revealed of domain/trust. */
SQL(SQL_MISSED,
    "SELECT a.id, a.project_id, p.title, a.task_id, d.data, a.result, d.gold, d.gold_note, a.state, a.reason,"
    " a.decided_usec, c.state, c.reason, c.reply, c.created_usec, c.decided_usec, p.config_version"
    " FROM annotation a JOIN project p ON p.id = a.project_id"
    " JOIN task t ON t.project_id = a.project_id AND t.id = a.task_id"
    " JOIN task_data d ON d.project_id = a.project_id AND d.id = a.task_id"
    " LEFT JOIN contest c ON c.project_id = a.project_id AND c.task_id = a.task_id AND c.worker_id = a.worker_id"
    " WHERE a.worker_id = ?1 AND a.gold_right = 0 AND a.id < ?2 AND (a.state = 2 OR (a.state = 1 AND (t.state IN (2, 3)"
    " OR p.state = 3))) ORDER BY a.id DESC LIMIT ?3");
SQL(SQL_CONTESTS,
    "SELECT c.task_id, c.worker_id, w.handle, c.reason, c.state, c.reply, c.created_usec, c.decided_usec, d.data, "
    "d.gold,"
    " d.gold_note, a.result, (SELECT count(*) FROM annotation x WHERE x.project_id = c.project_id AND x.task_id ="
    " c.task_id AND x.gold_right = 0), (SELECT count(*) FROM annotation x WHERE x.project_id = c.project_id AND"
    " x.task_id = c.task_id AND x.gold_right IS NOT NULL), (SELECT count(*) FROM annotation x WHERE x.project_id ="
    " c.project_id AND x.task_id = c.task_id AND x.gold_right = 0 AND x.state = 2)"
    " FROM contest c JOIN person w ON w.id = c.worker_id"
    " JOIN task_data d ON d.project_id = c.project_id AND d.id = c.task_id"
    " JOIN annotation a ON a.project_id = c.project_id AND a.task_id = c.task_id AND a.worker_id = c.worker_id"
    " WHERE c.project_id = ?1 AND c.created_usec < ?2 AND (?4 = 0 OR c.state = 0)"
    " ORDER BY c.created_usec DESC LIMIT ?3");
/* Surest first: by the model where there is one, then by votes. */
SQL(SQL_CANDIDATES,
    "SELECT t.id, d.data, coalesce(f.result, e.label, l.label), l.votes, l.answers, e.posterior FROM task_label l"
    " JOIN task t ON t.project_id = l.project_id AND t.id = l.task_id"
    " JOIN task_data d ON d.project_id = l.project_id AND d.id = l.task_id"
    " LEFT JOIN task_fix f ON f.project_id = l.project_id AND f.task_id = l.task_id"
    " LEFT JOIN task_estimate e ON e.project_id = l.project_id AND e.task_id = l.task_id AND e.answers ="
    " t.answers"
    " WHERE l.project_id = ?1 AND t.state = 2 AND t.lane < 10 AND l.answers >= 2 AND l.votes = l.answers"
    " ORDER BY CASE WHEN f.result IS NULL THEN 0 ELSE 1 END DESC, coalesce(e.posterior, 0) DESC, l.answers DESC, t.id"
    " LIMIT ?2");
SQL(SQL_REVIEWERS, "SELECT w.id, w.handle, r.created_usec FROM project_reviewer r JOIN person w ON w.id = r.person_id"
                   " WHERE r.project_id = ?1 ORDER BY w.handle");
/* A task with answers that this reviewer has not given an opinion on: the most doubtful first. */
SQL(SQL_OPINION_NEXT,
    "SELECT t.id, d.data FROM task t JOIN task_data d ON d.project_id = t.project_id AND d.id = t.id"
    " LEFT JOIN task_estimate e ON e.project_id = t.project_id AND e.task_id = t.id"
    " LEFT JOIN task_label l ON l.project_id = t.project_id AND l.task_id = t.id"
    " WHERE t.project_id = ?1 AND t.lane < 10 AND t.state IN (2, 5) AND NOT EXISTS (SELECT 1 FROM opinion o"
    " WHERE o.project_id = t.project_id AND o.task_id = t.id AND o.reviewer_id = ?2)"
    " ORDER BY coalesce(e.posterior, l.votes * 1.0 / l.answers, 0), t.id LIMIT 1");
SQL(SQL_AGAIN, "SELECT result, reason FROM annotation WHERE project_id = ?1 AND task_id = ?2 AND worker_id = ?3"
               " AND state = 3");

static void share_write(struct json_out *o, const char *key, int64_t right, int64_t count) {
    double low, high;
    out_key(o, key);
    if (count == 0) {
        out_null(o);
        return;
    }
    share_interval(right, count, 1.96, &low, &high);
    out_object_begin(o);
    out_set_int(o, "answers", count);
    out_set_int(o, "right", right);
    out_set_double(o, "accuracy", (double)right / (double)count);
    out_set_double(o, "low", low);
    out_set_double(o, "high", high);
    out_end(o);
}

/* --- what a worker sees of their quality --- */

struct quality_row {
    int64_t project_id, answers, approved, rejected, sent_back, gold;
    const char *title;
};

err my_quality_json(struct store_conn *c, int64_t worker_id, struct arena *a, struct page *page, struct json_out *o) {
    struct quality_row *rows = arena_alloc(a, sizeof *rows * (size_t)page->limit);
    int count = 0;
    struct statement *s = statement(c, &SQL_QUALITY);
    statement_int(s, worker_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        rows[count++] = (struct quality_row){.project_id = statement_col_int(s, 0),
                                             .title = arena_str(a, statement_col_text(s, 1)).data,
                                             .answers = statement_col_int(s, 2),
                                             .approved = statement_col_int(s, 3),
                                             .rejected = statement_col_int(s, 4),
                                             .sent_back = statement_col_int(s, 5),
                                             .gold = gold_shown(statement_col_int(s, 6))};
    }
    statement_end(s);
    for (int i = 0; i < count; i++) {
        const struct quality_row *row = &rows[i];
        bool has_row;
        s = statement(c, &SQL_QUALITY_RIGHT);
        statement_int(s, row->project_id);
        statement_int(s, worker_id);
        statement_int(s, row->gold);
        TRY(statement_one(s, &has_row));
        int64_t right = statement_col_int(s, 0);
        statement_end(s);
        out_object_begin(o);
        out_key(o, "project");
        out_object_begin(o);
        out_set_int(o, "id", row->project_id);
        out_set_text(o, "title", row->title);
        out_end(o);
        out_set_int(o, "answered", row->answers);
        out_set_int(o, "sent_back", row->sent_back);
        share_write(o, "approval", row->approved, row->approved + row->rejected);
        share_write(o, "gold", right, row->gold);
        out_end(o);
        page->next = row->project_id;
    }
    page->more = count == page->limit;
    return OK;
}

static void contest_write(struct json_out *o, struct statement *s, int at) {
    static const char *const states[] = {"open", "stands", "fell"};
    out_key(o, "contest");
    if (statement_col_null(s, at)) {
        out_null(o);
        return;
    }
    out_object_begin(o);
    out_set_text(o, "state", states[statement_col_int(s, at)]);
    out_set_str(o, "reason", statement_col_text(s, at + 1));
    column_text(o, "reply", s, at + 2);
    out_set_time(o, "created_at", statement_col_int(s, at + 3));
    out_set_time(o, "decided_at", statement_col_int(s, at + 4));
    out_end(o);
}

err missed_gold_each(struct store_conn *c, int64_t worker_id, struct page *page, missed_gold_fn *fn, void *arg,
                     struct json_out *o) {
    struct statement *s = statement(c, &SQL_MISSED);
    statement_int(s, worker_id);
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
        out_key(o, "data");
        TRY(fn(arg, statement_col_int(s, 1), statement_col_int(s, 16), statement_col_text(s, 4), o));
        out_set_raw(o, "result", statement_col_text(s, 5));
        column_raw(o, "gold", s, 6);
        column_text(o, "note", s, 7);
        out_set_text(o, "state", statement_col_int(s, 8) == ANNOTATION_REJECTED ? "rejected" : "approved");
        column_text(o, "reason", s, 9);
        out_set_time(o, "decided_at", statement_col_int(s, 10));
        contest_write(o, s, 11);
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err answer_again(struct store_conn *c, int64_t project_id, int64_t task_id, int64_t worker_id, struct json_out *o) {
    bool found;
    struct statement *s = statement(c, &SQL_AGAIN);
    statement_int(s, project_id);
    statement_int(s, task_id);
    statement_int(s, worker_id);
    TRY(statement_one(s, &found));
    out_key(o, "again");
    if (found) {
        out_object_begin(o);
        out_set_raw(o, "result", statement_col_text(s, 0));
        out_set_str(o, "comment", statement_col_text(s, 1));
        out_end(o);
    } else {
        out_null(o);
    }
    statement_end(s);
    return OK;
}

/* --- what a requester or reviewer sees --- */

err contests_json(struct store_conn *c, int64_t project_id, bool open_only, struct page *page, struct json_out *o) {
    static const char *const states[] = {"open", "stands", "fell"};
    struct statement *s = statement(c, &SQL_CONTESTS);
    statement_int(s, project_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    statement_int(s, open_only);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "task", statement_col_int(s, 0));
        out_key(o, "worker");
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 1));
        out_set_str(o, "handle", statement_col_text(s, 2));
        out_end(o);
        out_set_str(o, "reason", statement_col_text(s, 3));
        out_set_text(o, "state", states[statement_col_int(s, 4)]);
        column_text(o, "reply", s, 5);
        out_set_time(o, "created_at", page->next = statement_col_int(s, 6));
        out_set_time(o, "decided_at", statement_col_int(s, 7));
        out_set_raw(o, "data", statement_col_text(s, 8));
        column_raw(o, "gold", s, 9);
        column_text(o, "note", s, 10);
        out_set_raw(o, "result", statement_col_text(s, 11));
        out_set_int(o, "missed", statement_col_int(s, 12));
        out_set_int(o, "judged", statement_col_int(s, 13));
        out_set_int(o, "rejected", statement_col_int(s, 14));
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err gold_candidates_json(struct store_conn *c, int64_t project_id, int limit, struct json_out *o) {
    struct statement *s = statement(c, &SQL_CANDIDATES);
    statement_int(s, project_id);
    statement_int(s, limit);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_raw(o, "data", statement_col_text(s, 1));
        out_set_raw(o, "label", statement_col_text(s, 2));
        out_set_int(o, "answers", statement_col_int(s, 4));
        out_set_double(o, "share", (double)statement_col_int(s, 3) / (double)statement_col_int(s, 4));
        out_key(o, "posterior");
        if (statement_col_null(s, 5))
            out_null(o);
        else
            out_double(o, statement_col_real(s, 5));
        out_end(o);
    }
    statement_end(s);
    return OK;
}

err reviewers_json(struct store_conn *c, int64_t project_id, struct json_out *o) {
    struct statement *s = statement(c, &SQL_REVIEWERS);
    statement_int(s, project_id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "handle", statement_col_text(s, 1));
        out_set_time(o, "created_at", statement_col_int(s, 2));
        out_end(o);
    }
    statement_end(s);
    return OK;
}

err opinion_next_json(struct store_conn *c, int64_t project_id, int64_t reviewer_id, struct json_out *o, bool *found) {
    struct statement *s = statement(c, &SQL_OPINION_NEXT);
    statement_int(s, project_id);
    statement_int(s, reviewer_id);
    TRY(statement_one(s, found));
    if (*found) {
        out_object_begin(o);
        out_set_int(o, "task", statement_col_int(s, 0));
        out_set_raw(o, "data", statement_col_text(s, 1));
        out_end(o);
    }
    statement_end(s);
    return OK;
}
