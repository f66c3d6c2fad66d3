#include "core/qualification.h"

#include "core/tx.h"

#include <stdio.h>
#include <stdlib.h>

SQL(SQL_REQUIREMENTS, "SELECT subject, qualification_id, comparator, numbers FROM project_requirement"
                      " WHERE project_id = ?1 ORDER BY position");
SQL(SQL_PERSON,
    "SELECT o.language, coalesce(sum(w.approved), 0), coalesce(sum(w.approved + w.rejected), 0) FROM person o"
    " LEFT JOIN worker_project w ON w.worker_id = o.id WHERE o.id = ?1 GROUP BY o.language");
/* With their gold answers since it was given, on the projects that ask for it. */
SQL(SQL_HELD,
    "SELECT h.qualification_id, h.score, coalesce(sum(w.gold_answers), 0) - h.gold_answers,"
    " coalesce(sum(w.gold_right), 0) - h.gold_right FROM qualification_holder h LEFT JOIN (SELECT DISTINCT"
    " qualification_id, project_id FROM project_requirement WHERE qualification_id > 0) r ON r.qualification_id ="
    " h.qualification_id LEFT JOIN worker_project w ON w.project_id = r.project_id AND w.worker_id = h.person_id"
    " WHERE h.person_id = ?1 GROUP BY h.qualification_id, h.score, h.gold_answers, h.gold_right"
    " ORDER BY h.qualification_id");
SQL(SQL_NAMED,
    "SELECT q.name, coalesce((SELECT min(k.id) FROM course k WHERE k.qualification_id = q.id AND k.state = 1),"
    " 0) FROM qualification q WHERE q.id = ?1");

const char *const subject_words[REQUIREMENT_SUBJECTS] = {"qualification", "language", "approval_percent",
                                                         "approved_answers"};
const char *const comparator_words[REQUIREMENT_COMPARATORS] = {
    "exists",       "does_not_exist",           "equal_to", "not_equal_to", "less_than", "less_than_or_equal_to",
    "greater_than", "greater_than_or_equal_to", "in",       "not_in"};
static const char *const languages[] = {"es", "en", "fr", "pt"};

static struct statement *of_id(struct store_conn *c, const struct sql *sql, int64_t id) {
    struct statement *s = statement(c, sql);
    statement_int(s, id);
    return s;
}

err requirements_ahead(struct store_conn *c, int64_t project_id) {
    return statement_ahead(of_id(c, &SQL_REQUIREMENTS, project_id), AHEAD_OF_BATCH);
}

err project_open_ahead(struct store_conn *c, int64_t project_id, int64_t person_id) {
    struct requirements all;
    TRY(requirements_load(c, project_id, &all));
    if (all.count == 0) return OK;
    TRY(statement_ahead(of_id(c, &SQL_PERSON, person_id), person_id));
    return statement_ahead(of_id(c, &SQL_HELD, person_id), person_id);
}

err requirements_load(struct store_conn *c, int64_t project_id, struct requirements *all) {
    all->count = 0;
    struct statement *s = of_id(c, &SQL_REQUIREMENTS, project_id);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || all->count == REQUIREMENTS_MAX) break;
        struct requirement *r = &all->items[all->count++];
        *r = (struct requirement){.subject = (enum requirement_subject)statement_col_int(s, 0),
                                  .qualification_id = statement_col_int(s, 1),
                                  .comparator = (enum requirement_comparator)statement_col_int(s, 2)};
        char numbers[REQUIREMENT_NUMBERS_MAX * 21 + 1];
        snprintf(numbers, sizeof numbers, "%.*s", STR_ARG(statement_col_text(s, 3)));
        char *at = numbers, *end;
        for (int64_t n; r->number_count < REQUIREMENT_NUMBERS_MAX && (n = strtoll(at, &end, 10), end != at); at = end)
            r->numbers[r->number_count++] = n;
    }
    statement_end(s);
    return OK;
}

err person_facts_load(struct store_conn *c, int64_t person_id, struct person_facts *facts) {
    bool has_row;
    *facts = (struct person_facts){0};
    struct statement *s = of_id(c, &SQL_PERSON, person_id);
    TRY(statement_one(s, &has_row));
    if (has_row) {
        for (int i = 0; i < 4; i++)
            if (str_is(statement_col_text(s, 0), languages[i])) facts->language = i;
        facts->approved = statement_col_int(s, 1);
        facts->decided = statement_col_int(s, 2);
    }
    statement_end(s);
    s = of_id(c, &SQL_HELD, person_id);
    for (has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || facts->held_count == QUALIFICATIONS_KNOWN) break;
        facts->held[facts->held_count].id = statement_col_int(s, 0);
        facts->held[facts->held_count++].score =
            qualification_decayed(statement_col_int(s, 1), statement_col_int(s, 2), statement_col_int(s, 3));
    }
    statement_end(s);
    return OK;
}

bool person_has(const struct person_facts *facts, const struct requirement *r, int64_t *value) {
    enum { DECIDED_MIN = 5 };
    *value = 0;
    switch (r->subject) {
    case SUBJECT_LANGUAGE: *value = facts->language; return true;
    case SUBJECT_ANSWERS: *value = facts->approved; return true;
    case SUBJECT_APPROVAL:
        if (facts->decided < DECIDED_MIN) return false;
        *value = facts->approved * 100 / facts->decided;
        return true;
    default: break;
    }
    for (int i = 0; i < facts->held_count; i++)
        if (facts->held[i].id == r->qualification_id) {
            *value = facts->held[i].score;
            return true;
        }
    return false;
}

bool requirements_met(const struct requirements *all, const struct person_facts *facts) {
    int64_t value;
    for (int i = 0; i < all->count; i++) {
        bool has = person_has(facts, &all->items[i], &value);
        if (!requirement_met(&all->items[i], has, value)) return false;
    }
    return true;
}

err project_open_to(struct store_conn *c, int64_t project_id, int64_t person_id, bool *open) {
    struct requirements all;
    struct person_facts facts;
    *open = true;
    TRY(requirements_load(c, project_id, &all));
    if (all.count == 0) return OK;
    TRY(person_facts_load(c, person_id, &facts));
    *open = requirements_met(&all, &facts);
    return OK;
}

static err named(struct store_conn *c, int64_t id, char *name, size_t size, int64_t *course_id) {
    bool found;
    struct statement *s = statement(c, &SQL_NAMED);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    *name = 0;
    if (found) snprintf(name, size, "%.*s", STR_ARG(statement_col_text(s, 0)));
    *course_id = found ? statement_col_int(s, 1) : 0;
    statement_end(s);
    return OK;
}

static void numbers_text(const struct requirement *r, char *out, size_t size) {
    int len = 0;
    *out = 0;
    for (int i = 0; i < r->number_count && len < (int)size; i++)
        len += r->subject == SUBJECT_LANGUAGE && r->numbers[i] >= 0 && r->numbers[i] < 4
                   ? snprintf(out + len, size - (size_t)len, " %s", languages[r->numbers[i]])
                   : snprintf(out + len, size - (size_t)len, " %lld", (long long)r->numbers[i]);
}

err project_open_check(struct store_conn *c, int64_t project_id, int64_t person_id, struct problem *p) {
    struct requirements all;
    struct person_facts facts;
    TRY(requirements_load(c, project_id, &all));
    if (all.count == 0) return OK;
    TRY(person_facts_load(c, person_id, &facts));
    for (int i = 0; i < all.count; i++) {
        const struct requirement *r = &all.items[i];
        int64_t value, course = 0;
        char name[820] = "", numbers[260];
        bool has = person_has(&facts, r, &value);
        if (requirement_met(r, has, value)) continue;
        if (r->subject == SUBJECT_QUALIFICATION) TRY(named(c, r->qualification_id, name, sizeof name, &course));
        numbers_text(r, numbers, sizeof numbers);
        return problem_set(p, ERR_NOT_QUALIFIED, "This project asks for %s%s%.100s%s: %s%.60s.%s",
                           subject_words[r->subject], name[0] ? " \"" : "", name, name[0] ? "\"" : "",
                           comparator_words[r->comparator], numbers, course ? " There is a course for it." : "");
    }
    return OK;
}

static err requirement_write(struct store_conn *c, const struct requirement *r, const struct person_facts *facts,
                             struct json_out *o) {
    char name[820];
    int64_t course = 0, value = 0;
    out_object_begin(o);
    out_set_text(o, "subject", subject_words[r->subject]);
    out_key(o, "qualification");
    if (r->subject == SUBJECT_QUALIFICATION) {
        TRY(named(c, r->qualification_id, name, sizeof name, &course));
        out_object_begin(o);
        out_set_int(o, "id", r->qualification_id);
        out_set_text(o, "name", name);
        out_end(o);
    } else {
        out_null(o);
    }
    out_set_text(o, "comparator", comparator_words[r->comparator]);
    out_key(o, "values");
    out_array_begin(o);
    for (int i = 0; i < r->number_count; i++) {
        if (r->subject == SUBJECT_LANGUAGE && r->numbers[i] >= 0 && r->numbers[i] < 4)
            out_text(o, languages[r->numbers[i]]);
        else
            out_int(o, r->numbers[i]);
    }
    out_end(o);
    if (facts) {
        bool has = person_has(facts, r, &value);
        out_set_bool(o, "met", requirement_met(r, has, value));
        out_key(o, "value");
        if (!has)
            out_null(o);
        else if (r->subject == SUBJECT_LANGUAGE)
            out_text(o, languages[value]);
        else
            out_int(o, value);
        out_key(o, "course");
        if (course)
            out_int(o, course);
        else
            out_null(o);
    }
    out_end(o);
    return OK;
}

err requirements_json(struct store_conn *c, int64_t project_id, const struct person_facts *facts, struct json_out *o) {
    struct requirements all;
    TRY(requirements_load(c, project_id, &all));
    out_array_begin(o);
    for (int i = 0; i < all.count; i++) TRY(requirement_write(c, &all.items[i], facts, o));
    out_end(o);
    return OK;
}
