/* Reads on the newest fit of a project: summary, workers, doubtful tasks, signals; as JSON and as CSV. */
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/json.h"
#include "core/queries.h"
#include "domain/trust.h"

SQL(SQL_FIT, "SELECT version, method, parameters, answers, tasks, workers, summary, created_usec, took_usec FROM fit"
             " WHERE project_id = ?1 ORDER BY version DESC LIMIT 1");
SQL(SQL_FITS, "SELECT version, method, parameters, answers, tasks, workers, created_usec, took_usec FROM fit"
              " WHERE project_id = ?1 AND version < ?2 ORDER BY version DESC LIMIT ?3");
SQL(SQL_SURE,
    "SELECT coalesce(avg(posterior), 0), count(*), coalesce(sum(CASE WHEN posterior >= ?2 THEN 1 ELSE 0 END), 0)"
    " FROM task_estimate WHERE project_id = ?1");
SQL(SQL_SIGNALS_OPEN, "SELECT count(*) FROM worker_signal WHERE project_id = ?1 AND state = 0");
SQL(SQL_WORKERS,
    "SELECT w.worker_id, p.handle, w.answers, w.approved, w.rejected, w.gold_answers, w.gold_right, e.accuracy, e.low,"
    " e.high, e.median_usec, (SELECT count(*) FROM worker_signal g WHERE g.project_id = w.project_id AND g.worker_id ="
    " w.worker_id AND g.state <> 1) FROM worker_project w JOIN person p ON p.id = w.worker_id"
    " LEFT JOIN worker_estimate e ON e.project_id = w.project_id AND e.worker_id = w.worker_id"
    " WHERE w.project_id = ?1 AND w.answers > 0 AND w.worker_id > ?2 ORDER BY w.worker_id LIMIT ?3");
SQL(SQL_DOUBTFUL,
    "SELECT e.task_id, d.data, e.label, e.posterior, e.raw, e.answers, l.votes, l.answers FROM task_estimate e"
    " JOIN task_data d ON d.project_id = e.project_id AND d.id = e.task_id"
    " LEFT JOIN task_label l ON l.project_id = e.project_id AND l.task_id = e.task_id"
    " LEFT JOIN task_fix f ON f.project_id = e.project_id AND f.task_id = e.task_id"
    " WHERE e.project_id = ?1 AND f.task_id IS NULL ORDER BY e.posterior, e.task_id LIMIT ?2");
SQL(SQL_SIGNALS,
    "SELECT g.worker_id, p.handle, g.kind, g.other_id, o.handle, g.strength, g.detail, g.state, g.created_usec,"
    " g.decided_usec FROM worker_signal g JOIN person p ON p.id = g.worker_id LEFT JOIN person o ON o.id = g.other_id"
    " WHERE g.project_id = ?1 AND (?2 = 0 OR g.state = 0) ORDER BY g.state, g.strength DESC, g.worker_id LIMIT 200");

static const char *const signal_words[] = {"", "too_fast", "constant", "copy", "chance"};

static void real_or_null(struct json_out *o, const char *key, struct statement *s, int column) {
    if (statement_col_null(s, column))
        out_set_null(o, key);
    else
        out_set_double(o, key, statement_col_real(s, column));
}

static err number_of(struct store_conn *c, const struct sql *sql, int64_t project_id, int64_t *number) {
    bool has_row;
    struct statement *s = statement(c, sql);
    statement_int(s, project_id);
    TRY(statement_one(s, &has_row));
    *number = statement_col_int(s, 0);
    statement_end(s);
    return OK;
}

err quality_json(struct store_conn *c, const struct project_head *head, struct json_out *o) {
    bool found;
    int64_t open;
    const struct project_count *n = &head->count;
    TRY(number_of(c, &SQL_SIGNALS_OPEN, head->project.id, &open));
    struct statement *s = statement(c, &SQL_SURE);
    statement_int(s, head->project.id);
    statement_real(s, head->project.target_permille / 1000.0);
    TRY(statement_one(s, &found));
    double mean = statement_col_real(s, 0);
    int64_t tasks = statement_col_int(s, 1), sure = statement_col_int(s, 2);
    statement_end(s);
    out_object_begin(o);
    out_set_int(o, "signals_open", open);
    out_set_int(o, "contests_open", n->contests);
    out_set_int(o, "weighing", n->weighing);
    out_set_int(o, "answers", n->submitted + n->approved);
    out_set_int(o, "answers_most", project_wanted_all(&head->project, n));
    out_set_int(o, "tasks", tasks);
    out_set_int(o, "sure_tasks", sure);
    out_set_double(o, "confidence", mean);
    s = statement(c, &SQL_FIT);
    statement_int(s, head->project.id);
    TRY(statement_one(s, &found));
    out_key(o, "fit");
    if (found) {
        out_object_begin(o);
        out_set_int(o, "version", statement_col_int(s, 0));
        out_set_str(o, "method", statement_col_text(s, 1));
        out_set_raw(o, "parameters", statement_col_text(s, 2));
        out_set_int(o, "answers", statement_col_int(s, 3));
        out_set_int(o, "tasks", statement_col_int(s, 4));
        out_set_int(o, "workers", statement_col_int(s, 5));
        out_set_raw(o, "summary", statement_col_text(s, 6));
        out_set_time(o, "created_at", statement_col_int(s, 7));
        out_set_double(o, "took_seconds", (double)statement_col_int(s, 8) / 1e6);
        out_end(o);
    } else {
        out_null(o);
    }
    statement_end(s);
    out_end(o);
    return OK;
}

err fits_json(struct store_conn *c, int64_t project_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_FITS);
    statement_int(s, project_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "version", page->next = statement_col_int(s, 0));
        out_set_str(o, "method", statement_col_text(s, 1));
        out_set_raw(o, "parameters", statement_col_text(s, 2));
        out_set_int(o, "answers", statement_col_int(s, 3));
        out_set_int(o, "tasks", statement_col_int(s, 4));
        out_set_int(o, "workers", statement_col_int(s, 5));
        out_set_time(o, "created_at", statement_col_int(s, 6));
        out_set_double(o, "took_seconds", (double)statement_col_int(s, 7) / 1e6);
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

static void gold_write(struct json_out *o, int64_t right, int64_t count) {
    double low, high;
    share_interval(right, count, 1.96, &low, &high);
    out_key(o, "gold");
    if (count == 0) {
        out_null(o);
        return;
    }
    out_object_begin(o);
    out_set_int(o, "answers", count);
    out_set_int(o, "right", right);
    out_set_double(o, "accuracy", (double)right / (double)count);
    out_set_double(o, "low", low);
    out_set_double(o, "high", high);
    out_end(o);
}

err quality_workers_json(struct store_conn *c, int64_t project_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_WORKERS);
    statement_int(s, project_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", page->next = statement_col_int(s, 0));
        out_set_str(o, "handle", statement_col_text(s, 1));
        out_set_int(o, "answers", statement_col_int(s, 2));
        out_set_int(o, "approved", statement_col_int(s, 3));
        out_set_int(o, "rejected", statement_col_int(s, 4));
        gold_write(o, statement_col_int(s, 6), statement_col_int(s, 5));
        real_or_null(o, "accuracy", s, 7);
        real_or_null(o, "low", s, 8);
        real_or_null(o, "high", s, 9);
        if (statement_col_null(s, 10))
            out_set_null(o, "median_seconds");
        else
            out_set_double(o, "median_seconds", (double)statement_col_int(s, 10) / 1e6);
        out_set_int(o, "signals", statement_col_int(s, 11));
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err quality_tasks_json(struct store_conn *c, int64_t project_id, int limit, struct json_out *o) {
    struct statement *s = statement(c, &SQL_DOUBTFUL);
    statement_int(s, project_id);
    statement_int(s, limit);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_raw(o, "data", statement_col_text(s, 1));
        out_set_raw(o, "label", statement_col_text(s, 2));
        out_set_double(o, "posterior", statement_col_real(s, 3));
        out_set_double(o, "raw", statement_col_real(s, 4));
        out_set_int(o, "answers", statement_col_int(s, 5));
        if (statement_col_null(s, 6))
            out_set_null(o, "share");
        else
            out_set_double(o, "share", (double)statement_col_int(s, 6) / (double)statement_col_int(s, 7));
        out_end(o);
    }
    statement_end(s);
    return OK;
}

err signals_json(struct store_conn *c, int64_t project_id, bool open_only, struct json_out *o) {
    static const char *const states[] = {"open", "dismissed", "confirmed"};
    struct statement *s = statement(c, &SQL_SIGNALS);
    statement_int(s, project_id);
    statement_int(s, open_only);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_key(o, "worker");
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "handle", statement_col_text(s, 1));
        out_end(o);
        out_set_text(o, "kind", signal_words[statement_col_int(s, 2)]);
        out_key(o, "other");
        if (statement_col_int(s, 3) == 0 || statement_col_null(s, 4)) {
            out_null(o);
        } else {
            out_object_begin(o);
            out_set_int(o, "id", statement_col_int(s, 3));
            out_set_str(o, "handle", statement_col_text(s, 4));
            out_end(o);
        }
        out_set_double(o, "strength", statement_col_real(s, 5));
        out_set_raw(o, "detail", statement_col_text(s, 6));
        out_set_text(o, "state", states[statement_col_int(s, 7)]);
        out_set_time(o, "created_at", statement_col_int(s, 8));
        out_set_time(o, "decided_at", statement_col_int(s, 9));
        out_end(o);
    }
    statement_end(s);
    return OK;
}

/* --- CSV --- */

static void workers_csv(struct statement *s, struct buf *out) {
    buf_printf(out, "%lld,%.*s,%lld,%lld,%lld,%lld,%lld,", (long long)statement_col_int(s, 0),
               STR_ARG(statement_col_text(s, 1)), (long long)statement_col_int(s, 2),
               (long long)statement_col_int(s, 3), (long long)statement_col_int(s, 4),
               (long long)statement_col_int(s, 5), (long long)statement_col_int(s, 6));
    for (int i = 7; i < 10; i++) {
        if (!statement_col_null(s, i)) buf_printf(out, "%.6g", statement_col_real(s, i));
        buf_add_char(out, ',');
    }
    buf_printf(out, "%.3f,%lld\r\n", (double)statement_col_int(s, 10) / 1e6, (long long)statement_col_int(s, 11));
}

err quality_workers_csv(struct store_conn *c, int64_t project_id, struct buf *out) {
    struct statement *s = statement(c, &SQL_WORKERS);
    statement_int(s, project_id);
    statement_int(s, 0);
    statement_int(s, 1000000);
    buf_add_text(out,
                 "worker,handle,answers,approved,rejected,gold_answers,gold_right,accuracy,low,high,median_seconds,"
                 "signals\r\n");
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        workers_csv(s, out);
    }
    statement_end(s);
    return OK;
}

err quality_tasks_csv(struct store_conn *c, int64_t project_id, struct buf *out) {
    struct statement *s = statement(c, &SQL_DOUBTFUL);
    statement_int(s, project_id);
    statement_int(s, 1000000);
    buf_add_text(out, "task,posterior,raw,answers\r\n");
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        buf_printf(out, "%lld,%.6g,%.6g,%lld\r\n", (long long)statement_col_int(s, 0), statement_col_real(s, 3),
                   statement_col_real(s, 4), (long long)statement_col_int(s, 5));
    }
    statement_end(s);
    return OK;
}

/* --- tables of the newest summary --- */

static void cell_add(struct buf *out, const char *text) {
    buf_add_char(out, '"');
    for (; *text; text++) {
        if (*text == '"') buf_add_char(out, '"');
        buf_add_char(out, *text);
    }
    buf_add_char(out, '"');
}

static void agreement_csv(const json_t *control, struct buf *out) {
    static const char *const names[] = {"alpha", "fleiss", "gwet", "percent"};
    for (int i = 0; i < 4; i++) {
        const json_t *one = json_object_get(control, names[i]);
        if (!json_is_object(one)) continue;
        cell_add(out, json_text(control, "name"));
        buf_printf(out, ",%s,%.6g,%.6g,%.6g\r\n", names[i], json_number_value(json_object_get(one, "value")),
                   json_number_value(json_object_get(one, "low")), json_number_value(json_object_get(one, "high")));
    }
}

static void confusion_csv(const json_t *control, struct buf *out) {
    const json_t *classes = json_object_get(control, "classes"), *rows = json_object_get(control, "confusion");
    for (size_t i = 0; i < json_array_size(rows); i++)
        for (size_t j = 0; j < json_array_size(json_array_get(rows, i)); j++) {
            cell_add(out, json_text(control, "name"));
            buf_add_char(out, ',');
            cell_add(out, json_string_value(json_array_get(classes, i)));
            buf_add_char(out, ',');
            cell_add(out, json_string_value(json_array_get(classes, j)));
            buf_printf(out, ",%lld\r\n", (long long)json_integer_value(json_array_get(json_array_get(rows, i), j)));
        }
}

static void drift_csv(const json_t *day, struct buf *out) {
    char date[16] = "";
    time_t at = (time_t)json_int(day, "day", 0) * 86400;
    struct tm parts;
    if (gmtime_r(&at, &parts)) strftime(date, sizeof date, "%Y-%m-%d", &parts);
    buf_printf(out, "%s,%lld,%lld,%lld,%lld\r\n", date, (long long)json_int(day, "answers", 0),
               (long long)json_int(day, "agreed", 0), (long long)json_int(day, "gold", 0),
               (long long)json_int(day, "gold_right", 0));
}

err fits_csv(struct store_conn *c, int64_t project_id, struct buf *out) {
    struct statement *s = statement(c, &SQL_FITS);
    statement_int(s, project_id);
    statement_int(s, INT64_MAX);
    statement_int(s, 1000000);
    buf_add_text(out, "version,method,parameters,answers,tasks,workers,created_at,took_seconds\r\n");
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        char at[21];
        clock_format(statement_col_int(s, 6), at);
        buf_printf(out, "%lld,%.*s,", (long long)statement_col_int(s, 0), STR_ARG(statement_col_text(s, 1)));
        cell_add(out, statement_col_text(s, 2).data);
        buf_printf(out, ",%lld,%lld,%lld,%s,%.3f\r\n", (long long)statement_col_int(s, 3),
                   (long long)statement_col_int(s, 4), (long long)statement_col_int(s, 5), at,
                   (double)statement_col_int(s, 7) / 1e6);
    }
    statement_end(s);
    return OK;
}

err quality_summary_csv(struct store_conn *c, int64_t project_id, enum quality_table table, struct buf *out) {
    bool found;
    CLEANUP(json_drop) json_t *summary = NULL;
    struct statement *s = statement(c, &SQL_FIT);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    if (found) TRY(json_parse(statement_col_text(s, 6), &summary, NULL));
    statement_end(s);
    buf_add_text(out, table == QUALITY_AGREEMENT   ? "control,coefficient,value,low,high\r\n"
                      : table == QUALITY_CONFUSION ? "control,label,answer,count\r\n"
                                                   : "day,answers,agreed,gold,gold_right\r\n");
    size_t i;
    const json_t *one;
    json_array_foreach(json_object_get(summary, table == QUALITY_DRIFT ? "drift" : "controls"), i, one) {
        if (table == QUALITY_AGREEMENT) agreement_csv(one, out);
        if (table == QUALITY_CONFUSION) confusion_csv(one, out);
        if (table == QUALITY_DRIFT) drift_csv(one, out);
    }
    return OK;
}
