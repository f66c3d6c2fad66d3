/* What workers think of requesters: rated by who has had answers decided there, shown in fives. */
#include "core/rating.h"

#include "base/limits.h"
#include "core/commands.h"
#include "core/queries.h"
#include "core/tx.h"

SQL(SQL_COUNT, "SELECT count(*) FROM requester_rating WHERE requester_id = ?1");
SQL(SQL_SHOWN, "SELECT coalesce(sum(pay), 0), coalesce(sum(fairness), 0), coalesce(sum(clarity), 0) FROM (SELECT pay,"
               " fairness, clarity FROM requester_rating WHERE requester_id = ?1 ORDER BY rated_usec, worker_id LIMIT"
               " ?2) AS shown");
SQL(SQL_REQUESTER, "SELECT handle, display_name FROM person WHERE id = ?1 AND (roles & 2) = 2");
SQL(SQL_OWN, "SELECT pay, fairness, clarity FROM requester_rating WHERE requester_id = ?1 AND worker_id = ?2");
SQL(SQL_MAY_RATE, "SELECT 1 FROM worker_project w JOIN project p ON p.id = w.project_id WHERE w.worker_id = ?2 AND"
                  " p.owner_id = ?1 AND p.owner_id <> ?2 AND w.approved + w.rejected > 0 LIMIT 1");
SQL(SQL_RATEABLE,
    "SELECT DISTINCT p.owner_id FROM worker_project w JOIN project p ON p.id = w.project_id WHERE w.worker_id = ?1 AND"
    " p.owner_id <> ?1 AND w.approved + w.rejected > 0 AND p.owner_id < ?2 ORDER BY p.owner_id DESC LIMIT ?3");
SQL(SQL_SAVE, "INSERT INTO requester_rating (requester_id, worker_id, pay, fairness, clarity, rated_usec) VALUES (?1,"
              " ?2, ?3, ?4, ?5, ?6) ON CONFLICT (requester_id, worker_id) DO UPDATE SET pay = excluded.pay, fairness ="
              " excluded.fairness, clarity = excluded.clarity, rated_usec = excluded.rated_usec");
SQL(SQL_DROP, "DELETE FROM requester_rating WHERE requester_id = ?1 AND worker_id = ?2");

static struct statement *of_two(struct store_conn *c, const struct sql *sql, int64_t requester_id, int64_t person_id) {
    struct statement *s = statement(c, sql);
    statement_int(s, requester_id);
    statement_int(s, person_id);
    return s;
}

err rating_load(struct store_conn *c, int64_t requester_id, struct rating_sums *sums) {
    bool has_row;
    *sums = (struct rating_sums){0};
    struct statement *s = statement(c, &SQL_COUNT);
    statement_int(s, requester_id);
    TRY(statement_one(s, &has_row));
    sums->count = rating_shown(statement_col_int(s, 0));
    statement_end(s);
    if (sums->count == 0) return OK;
    s = of_two(c, &SQL_SHOWN, requester_id, sums->count);
    TRY(statement_one(s, &has_row));
    sums->pay = statement_col_int(s, 0);
    sums->fairness = statement_col_int(s, 1);
    sums->clarity = statement_col_int(s, 2);
    statement_end(s);
    return OK;
}

static void mean_write(struct json_out *o, const char *key, int64_t tenths) {
    out_set_double(o, key, (double)tenths / 10);
}

err rating_json(struct store_conn *c, int64_t requester_id, struct json_out *o) {
    struct rating_sums sums;
    TRY(rating_load(c, requester_id, &sums));
    out_key(o, "rating");
    if (sums.count == 0) {
        out_null(o);
        return OK;
    }
    out_object_begin(o);
    out_set_int(o, "count", sums.count);
    mean_write(o, "overall", rating_overall_tenths(&sums));
    mean_write(o, "pay", rating_tenths(sums.pay, sums.count));
    mean_write(o, "fairness", rating_tenths(sums.fairness, sums.count));
    mean_write(o, "clarity", rating_tenths(sums.clarity, sums.count));
    out_end(o);
    return OK;
}

static err own_write(struct store_conn *c, int64_t requester_id, int64_t person_id, struct json_out *o) {
    bool found;
    struct statement *s = of_two(c, &SQL_OWN, requester_id, person_id);
    TRY(statement_one(s, &found));
    out_key(o, "own");
    if (found) {
        out_object_begin(o);
        out_set_int(o, "pay", statement_col_int(s, 0));
        out_set_int(o, "fairness", statement_col_int(s, 1));
        out_set_int(o, "clarity", statement_col_int(s, 2));
        out_end(o);
    } else {
        out_null(o);
    }
    statement_end(s);
    return OK;
}

static err may_rate(struct store_conn *c, int64_t requester_id, int64_t worker_id, bool *may) {
    struct statement *s = of_two(c, &SQL_MAY_RATE, requester_id, worker_id);
    TRY(statement_one(s, may));
    statement_end(s);
    return OK;
}

err requester_json(struct store_conn *c, int64_t requester_id, int64_t person_id, struct json_out *o,
                   struct problem *p) {
    bool found, may;
    struct statement *s = statement(c, &SQL_REQUESTER);
    statement_int(s, requester_id);
    TRY(statement_one(s, &found));
    if (found) {
        out_object_begin(o);
        out_set_int(o, "id", requester_id);
        out_set_str(o, "handle", statement_col_text(s, 0));
        out_set_str(o, "display_name", statement_col_text(s, 1));
    }
    statement_end(s);
    if (!found) return problem_set(p, ERR_NOT_FOUND, "There is no requester %lld.", (long long)requester_id);
    TRY(rating_json(c, requester_id, o));
    TRY(own_write(c, requester_id, person_id, o));
    TRY(may_rate(c, requester_id, person_id, &may));
    out_set_bool(o, "may_rate", may);
    out_end(o);
    return OK;
}

err rateable_json(struct store_conn *c, int64_t worker_id, struct page *page, struct json_out *o) {
    enum { ROWS = PAGE_ROWS_MAX };
    int64_t ids[ROWS];
    int count = 0;
    struct statement *s = statement(c, &SQL_RATEABLE);
    statement_int(s, worker_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && count < ROWS) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    for (int i = 0; i < count; i++) {
        struct problem gone = {0};
        page->next = ids[i];
        err e = requester_json(c, ids[i], worker_id, o, &gone); /* who has deleted their account is left out */
        if (e != OK && e != ERR_NOT_FOUND) return e;
    }
    page->more = count == page->limit;
    return OK;
}

static err rating_save_run(struct tx *tx, struct command *c) {
    const struct rating_save *args = c->args;
    bool may;
    TRY(may_rate(tx->conn, args->requester_id, c->actor_id, &may));
    if (!may)
        return problem_set(c->problem, ERR_CONFLICT,
                           "You can rate a requester once answers of yours to their projects were decided.");
    struct statement *s = of_two(tx->conn, &SQL_SAVE, args->requester_id, c->actor_id);
    statement_int(s, args->pay);
    statement_int(s, args->fairness);
    statement_int(s, args->clarity);
    statement_int(s, c->now_usec);
    return statement_run(s, 1);
}
const struct command_kind cmd_rating_save = {"rating_save", rating_save_run};

static err rating_drop_run(struct tx *tx, struct command *c) {
    const struct rating_drop *args = c->args;
    int64_t changed;
    TRY(statement_run_count(of_two(tx->conn, &SQL_DROP, args->requester_id, c->actor_id), &changed));
    return changed ? OK
                   : problem_set(c->problem, ERR_NOT_FOUND, "You have not rated requester %lld.",
                                 (long long)args->requester_id);
}
const struct command_kind cmd_rating_drop = {"rating_drop", rating_drop_run};
