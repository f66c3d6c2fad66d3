/* Commands on qualifications and who holds them, and on what projects ask for. Courses: course_cmd.c. */
#include <stdio.h>

#include "core/course.h"
#include "core/qualification.h"
#include "core/tx.h"
#include "core/work_internal.h"

SQL(SQL_QUALIFICATION_ADD, "INSERT INTO qualification (id, owner_id, name, description, created_usec)"
                           " VALUES (?1, ?2, ?3, ?4, ?5)");
SQL(SQL_QUALIFICATION_SAVE, "UPDATE qualification SET name = ?2, description = ?3 WHERE id = ?1");
SQL(SQL_QUALIFICATION_OWNER, "SELECT owner_id FROM qualification WHERE id = ?1");
SQL(SQL_PERSON_EXISTS, "SELECT id FROM person WHERE id = ?1 AND disabled = 0");
SQL(SQL_TAKE_AWAY, "DELETE FROM qualification_holder WHERE person_id = ?1 AND qualification_id = ?2");
/* What the owner has given by hand stays when a course is passed. Accuracy counts from now: the gold answers there are
 * so far on projects that ask for it. */
SQL(SQL_GIVE,
    "INSERT INTO qualification_holder (person_id, qualification_id, score, by_course, gold_answers, gold_right,"
    " given_usec) SELECT ?1, ?2, ?3, ?4, coalesce(sum(w.gold_answers), 0), coalesce(sum(w.gold_right), 0), ?5 FROM"
    " worker_project w WHERE w.worker_id = ?1 AND w.project_id IN (SELECT project_id FROM project_requirement WHERE"
    " qualification_id = ?2) ON CONFLICT (person_id, qualification_id) DO UPDATE SET score = excluded.score, by_course "
    "="
    " excluded.by_course, gold_answers = excluded.gold_answers, gold_right = excluded.gold_right, given_usec ="
    " excluded.given_usec WHERE qualification_holder.by_course = 1 OR excluded.by_course = 0");
SQL(SQL_REQUIREMENTS_DROP, "DELETE FROM project_requirement WHERE project_id = ?1");
SQL(SQL_REQUIREMENT_ADD, "INSERT INTO project_requirement (project_id, position, subject, qualification_id, comparator,"
                         " numbers) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

/* --- qualifications --- */

err qualification_owned(struct tx *tx, struct command *c, int64_t id) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_QUALIFICATION_OWNER);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    found = found && (statement_col_int(s, 0) == c->actor_id || (c->actor_roles & PERSON_OPERATOR));
    statement_end(s);
    return found ? OK : problem_set(c->problem, ERR_NOT_FOUND, "You have no qualification %lld.", (long long)id);
}

static err qualification_save_run(struct tx *tx, struct command *c) {
    const struct qualification_save *args = c->args;
    if (!args->is_new) TRY(qualification_owned(tx, c, args->id));
    struct statement *s = statement(tx->conn, args->is_new ? &SQL_QUALIFICATION_ADD : &SQL_QUALIFICATION_SAVE);
    statement_int(s, args->id);
    if (args->is_new) statement_int(s, c->actor_id);
    statement_text(s, args->name);
    statement_text(s, args->description);
    if (args->is_new) statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_qualification_save = {"qualification_save", qualification_save_run};

err qualification_grant(struct tx *tx, int64_t person_id, int64_t qualification_id, int64_t score, bool by_course,
                        int64_t now_usec) {
    struct statement *s = statement(tx->conn, &SQL_GIVE);
    statement_int(s, person_id);
    statement_int(s, qualification_id);
    statement_int(s, score);
    statement_int(s, by_course);
    statement_int(s, now_usec);
    return statement_run(s, -1);
}

static err qualification_give_run(struct tx *tx, struct command *c) {
    const struct qualification_give *args = c->args;
    TRY(qualification_owned(tx, c, args->qualification_id));
    if (args->score >= 0) {
        bool found;
        struct statement *s = statement(tx->conn, &SQL_PERSON_EXISTS);
        statement_int(s, args->person_id);
        TRY(statement_one(s, &found));
        statement_end(s);
        if (!found)
            return problem_set(c->problem, ERR_NOT_FOUND, "There is no person %lld.", (long long)args->person_id);
        return qualification_grant(tx, args->person_id, args->qualification_id, args->score, false, c->now_usec);
    }
    int64_t changed;
    struct statement *s = statement(tx->conn, &SQL_TAKE_AWAY);
    statement_int(s, args->person_id);
    statement_int(s, args->qualification_id);
    TRY(statement_run_count(s, &changed));
    return changed ? OK
                   : problem_set(c->problem, ERR_NOT_FOUND, "Person %lld does not hold this qualification.",
                                 (long long)args->person_id);
}
const struct command_kind cmd_qualification_give = {"qualification_give", qualification_give_run};

/* --- requirements --- */

static err requirements_check(struct tx *tx, struct command *c) {
    const struct requirements_set *args = c->args;
    for (int i = 0; i < args->count; i++) {
        if (args->items[i].subject != SUBJECT_QUALIFICATION) continue;
        bool found;
        struct statement *s = statement(tx->conn, &SQL_QUALIFICATION_OWNER);
        statement_int(s, args->items[i].qualification_id);
        TRY(statement_one(s, &found));
        statement_end(s);
        if (found) continue;
        char path[80];
        snprintf(path, sizeof path, "/requirements/%d/qualification", i);
        problem_field_add(c->problem, path, "There is no qualification %lld.",
                          (long long)args->items[i].qualification_id);
        return problem_set(c->problem, ERR_INVALID, "A requirement names a qualification that does not exist.");
    }
    return OK;
}

static err requirements_set_run(struct tx *tx, struct command *c) {
    const struct requirements_set *args = c->args;
    struct tx_project *project;
    TRY(owned_project(tx, c, args->project_id, &project));
    TRY(requirements_check(tx, c));
    struct statement *s = statement(tx->conn, &SQL_REQUIREMENTS_DROP);
    statement_int(s, args->project_id);
    TRY(statement_run(s, -1));
    for (int i = 0; i < args->count; i++) {
        const struct requirement *r = &args->items[i];
        char numbers[REQUIREMENT_NUMBERS_MAX * 21 + 1] = "";
        int len = 0;
        for (int j = 0; j < r->number_count; j++)
            len +=
                snprintf(numbers + len, sizeof numbers - (size_t)len, "%s%lld", j ? " " : "", (long long)r->numbers[j]);
        s = statement(tx->conn, &SQL_REQUIREMENT_ADD);
        statement_int(s, args->project_id);
        statement_int(s, i);
        statement_int(s, r->subject);
        statement_int(s, r->qualification_id);
        statement_int(s, r->comparator);
        statement_text(s, (str){numbers, (size_t)len});
        TRY(statement_run(s, 1));
    }
    tx_event(tx, args->project_id, 0, c->now_usec, "project.updated", "{\"project\":%lld}",
             (long long)args->project_id);
    return OK;
}
const struct command_kind cmd_requirements_set = {"requirements_set", requirements_set_run, .of_project = true};
