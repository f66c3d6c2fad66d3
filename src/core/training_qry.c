/* Reads on qualifications and courses. */
#include "core/command.h"
#include "core/qualification.h"
#include "core/queries.h"
#include "domain/markdown.h"

SQL(SQL_QUALIFICATIONS,
    "SELECT q.id, q.name, q.description, q.owner_id, o.handle, q.created_usec, (SELECT count(*) FROM"
    " qualification_holder h WHERE h.qualification_id = q.id) FROM qualification q JOIN person o ON o.id = q.owner_id"
    " WHERE (?1 = 0 OR q.id = ?1) AND q.id < ?2 ORDER BY q.id DESC LIMIT ?3");
SQL(SQL_OWNED, "SELECT owner_id FROM qualification WHERE id = ?1");
SQL(SQL_HOLDERS,
    "SELECT h.person_id, o.handle, h.score, h.by_course, h.given_usec FROM qualification_holder h JOIN person"
    " o ON o.id = h.person_id WHERE h.qualification_id = ?1 AND h.person_id > ?2 ORDER BY h.person_id"
    " LIMIT ?3");
SQL(SQL_OWN, "SELECT h.qualification_id, q.name, h.score, h.by_course, h.given_usec FROM qualification_holder h JOIN"
             " qualification q ON q.id = h.qualification_id WHERE h.person_id = ?1 ORDER BY h.qualification_id");
#define COURSE_COLUMNS                                                                                                \
    "SELECT k.id, k.title, k.description, k.state, k.qualification_id, q.name, k.pass_percent, k.exam_questions,"     \
    " k.retry_seconds, k.created_usec, coalesce(t.spent_seconds, 0), coalesce(t.tries, 0),"                           \
    " coalesce(t.best_percent, -1), coalesce(t.passed_usec, 0), coalesce(t.exam_usec, 0), coalesce(t.exam, ''),"      \
    " k.owner_id, k.gold_project_id, k.pay_micros, coalesce(a.credits_posted - a.debits_posted - a.debits_pending,"   \
    " 0), coalesce(t.hold_usec, 0), coalesce(t.paid_usec, 0), coalesce(l.people, 0), coalesce(l.passed, 0),"          \
    " coalesce(l.seconds, 0) FROM course k JOIN qualification q ON q.id = k.qualification_id LEFT JOIN course_try t " \
    "ON"                                                                                                              \
    " t.course_id = k.id AND t.person_id = ?1 LEFT JOIN account a ON a.id = k.id LEFT JOIN (SELECT course_id,"        \
    " count(*) AS people, sum(CASE WHEN passed_usec > 0 THEN 1 ELSE 0 END) AS passed, sum(CASE WHEN passed_usec > 0"  \
    " THEN spent_seconds ELSE 0 END) AS seconds FROM course_try GROUP BY course_id) l ON l.course_id = k.id"
SQL(SQL_COURSES, COURSE_COLUMNS " WHERE (k.state = 1 OR k.owner_id = ?1) AND k.id < ?2 ORDER BY k.id DESC LIMIT ?3");
SQL(SQL_COURSE, COURSE_COLUMNS " WHERE k.id = ?2 AND (k.state = 1 OR k.owner_id = ?1)");
SQL(SQL_TASK_DATA, "SELECT data FROM task_data WHERE project_id = ?1 AND id = ?2");
SQL(SQL_PARTS, "SELECT position, kind, text, choices, right_choice, explanation FROM course_part WHERE course_id = ?1"
               " AND (?2 = 0 OR position = ?2) ORDER BY position");

static void qualification_write(struct json_out *o, struct statement *s) {
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 0));
    out_set_str(o, "name", statement_col_text(s, 1));
    out_set_str(o, "description", statement_col_text(s, 2));
    out_key(o, "owner");
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 3));
    out_set_str(o, "handle", statement_col_text(s, 4));
    out_end(o);
    out_set_time(o, "created_at", statement_col_int(s, 5));
    out_set_int(o, "holders", statement_col_int(s, 6));
    out_end(o);
}

err qualifications_json(struct store_conn *c, int64_t only_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_QUALIFICATIONS);
    statement_int(s, only_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        page->next = statement_col_int(s, 0);
        qualification_write(o, s);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err qualification_seen(struct store_conn *c, int64_t qualification_id, int64_t person_id, unsigned roles,
                       struct problem *p) {
    bool found;
    struct statement *s = statement(c, &SQL_OWNED);
    statement_int(s, qualification_id);
    TRY(statement_one(s, &found));
    found = found && (statement_col_int(s, 0) == person_id || (roles & (PERSON_REVIEWER | PERSON_OPERATOR)));
    statement_end(s);
    return found ? OK : problem_set(p, ERR_NOT_FOUND, "You have no qualification %lld.", (long long)qualification_id);
}

err holders_json(struct store_conn *c, int64_t qualification_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_HOLDERS);
    statement_int(s, qualification_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_key(o, "person");
        out_object_begin(o);
        out_set_int(o, "id", page->next = statement_col_int(s, 0));
        out_set_str(o, "handle", statement_col_text(s, 1));
        out_end(o);
        out_set_int(o, "score", statement_col_int(s, 2));
        out_set_bool(o, "by_course", statement_col_int(s, 3) != 0);
        out_set_time(o, "given_at", statement_col_int(s, 4));
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err own_qualifications_json(struct store_conn *c, int64_t person_id, struct json_out *o) {
    struct person_facts facts;
    TRY(person_facts_load(c, person_id, &facts));
    struct statement *s = statement(c, &SQL_OWN);
    statement_int(s, person_id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t id = statement_col_int(s, 0), now = statement_col_int(s, 2);
        for (int i = 0; i < facts.held_count; i++)
            if (facts.held[i].id == id) now = facts.held[i].score;
        out_object_begin(o);
        out_set_int(o, "id", id);
        out_set_str(o, "name", statement_col_text(s, 1));
        out_set_int(o, "score", now);
        out_set_int(o, "given_score", statement_col_int(s, 2));
        out_set_bool(o, "by_course", statement_col_int(s, 3) != 0);
        out_set_time(o, "given_at", statement_col_int(s, 4));
        out_end(o);
    }
    statement_end(s);
    return OK;
}

/* What passing pays, and the time it takes those who pass, from five of them on. */
static void pay_write(struct json_out *o, struct statement *s) {
    enum { TYPICAL_PEOPLE_MIN = 5 };
    int64_t pay = statement_col_int(s, 18), passed = statement_col_int(s, 23);
    out_set_int(o, "pay_micros", pay);
    out_key(o, "places_left");
    if (pay > 0)
        out_int(o, statement_col_int(s, 19) / pay);
    else
        out_null(o);
    out_set_time(o, "held_until", statement_col_int(s, 20));
    out_set_time(o, "paid_at", statement_col_int(s, 21));
    out_key(o, "typical_seconds");
    if (passed >= TYPICAL_PEOPLE_MIN)
        out_int(o, statement_col_int(s, 24) / passed);
    else
        out_null(o);
}

/* Only for its owner. */
static void standing_write(struct json_out *o, struct statement *s, bool own) {
    static const char *const keys[] = {"gold_project", "learners", "passed"};
    static const int columns[] = {17, 22, 23};
    for (int i = 0; i < 3; i++) {
        if (own)
            out_set_int(o, keys[i], statement_col_int(s, columns[i]));
        else
            out_set_null(o, keys[i]);
    }
}

/* The object is left open. */
static void course_write(struct json_out *o, struct statement *s, int64_t person_id) {
    static const char *const states[] = {"draft", "open", "closed"};
    int64_t tries = statement_col_int(s, 11), best = statement_col_int(s, 12);
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 0));
    out_set_str(o, "title", statement_col_text(s, 1));
    out_set_str(o, "description", statement_col_text(s, 2));
    out_set_text(o, "state", states[statement_col_int(s, 3)]);
    out_set_bool(o, "own", statement_col_int(s, 16) == person_id);
    out_key(o, "qualification");
    out_object_begin(o);
    out_set_int(o, "id", statement_col_int(s, 4));
    out_set_str(o, "name", statement_col_text(s, 5));
    out_end(o);
    out_set_int(o, "pass_percent", statement_col_int(s, 6));
    out_set_int(o, "exam_questions", statement_col_int(s, 7));
    out_set_int(o, "retry_seconds", statement_col_int(s, 8));
    out_set_time(o, "created_at", statement_col_int(s, 9));
    out_set_int(o, "spent_seconds", statement_col_int(s, 10));
    out_set_int(o, "tries", tries);
    out_key(o, "best_percent");
    if (best < 0)
        out_null(o);
    else
        out_int(o, best);
    out_set_time(o, "passed_at", statement_col_int(s, 13));
    out_set_bool(o, "exam_of_gold", statement_col_int(s, 17) > 0);
    pay_write(o, s);
    standing_write(o, s, statement_col_int(s, 16) == person_id);
    out_set_time(o, "next_try_at", course_next_usec(tries, statement_col_int(s, 14), statement_col_int(s, 8)));
}

err courses_json(struct store_conn *c, int64_t person_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_COURSES);
    statement_int(s, person_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        page->next = statement_col_int(s, 0);
        course_write(o, s, person_id);
        out_end(o);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

static void html_write(struct json_out *o, const char *key, str markdown) {
    CLEANUP(buf_free) struct buf html = {0};
    markdown_html(markdown, &html);
    out_set_str(o, key, buf_str(&html));
}

/* What is right and why only for the owner; learners get it with their answer. */
static void part_write(struct json_out *o, struct statement *s, bool own) {
    static const char *const kinds[] = {"lesson", "practice", "exam"};
    out_object_begin(o);
    out_set_int(o, "position", statement_col_int(s, 0));
    out_set_text(o, "kind", kinds[statement_col_int(s, 1)]);
    html_write(o, "html", statement_col_text(s, 2));
    out_set_raw(o, "choices", statement_col_text(s, 3));
    if (own) {
        out_set_str(o, "text", statement_col_text(s, 2));
        out_set_int(o, "right", statement_col_int(s, 4));
        out_set_str(o, "explanation", statement_col_text(s, 5));
    }
    out_end(o);
}

err course_json(struct store_conn *c, int64_t course_id, int64_t person_id, struct json_out *o, struct problem *p) {
    bool found;
    struct statement *s = statement(c, &SQL_COURSE);
    statement_int(s, person_id);
    statement_int(s, course_id);
    TRY(statement_one(s, &found));
    bool own = found && statement_col_int(s, 16) == person_id;
    if (found) course_write(o, s, person_id);
    statement_end(s);
    if (!found) return problem_set(p, ERR_NOT_FOUND, "There is no course %lld for you.", (long long)course_id);
    out_key(o, "parts");
    out_array_begin(o);
    s = statement(c, &SQL_PARTS);
    statement_int(s, course_id);
    statement_int(s, 0);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && (own || statement_col_int(s, 1) != 2)) part_write(o, s, own);
    }
    statement_end(s);
    out_end(o);
    out_end(o);
    return OK;
}

err course_task_data(struct store_conn *c, int64_t project_id, int64_t task_id, struct buf *data) {
    bool found;
    struct statement *s = statement(c, &SQL_TASK_DATA);
    statement_int(s, project_id);
    statement_int(s, task_id);
    TRY(statement_one(s, &found));
    if (found) buf_add_str(data, statement_col_text(s, 0));
    statement_end(s);
    return found ? OK : ERR_INTERNAL;
}

err course_part_json(struct store_conn *c, int64_t course_id, int64_t position, bool answer, struct json_out *o) {
    bool found;
    struct statement *s = statement(c, &SQL_PARTS);
    statement_int(s, course_id);
    statement_int(s, position);
    TRY(statement_one(s, &found));
    if (found && answer) {
        out_set_int(o, "right_choice", statement_col_int(s, 4));
        html_write(o, "explanation_html", statement_col_text(s, 5));
    } else if (found) {
        part_write(o, s, false);
    }
    statement_end(s);
    return found ? OK : ERR_INTERNAL;
}
