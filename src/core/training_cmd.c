/* Commands on training: qualifications and who holds them, what projects ask for, courses and their exams. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/commands.h"
#include "core/qualification.h"
#include "core/tx.h"
#include "core/work_internal.h"

enum { EXAM_HOURS = 2, EXAM_QUESTIONS_MAX = 100 };

SQL(SQL_QUALIFICATION_ADD, "INSERT INTO qualification (id, owner_id, name, description, created_usec)"
                           " VALUES (?1, ?2, ?3, ?4, ?5)");
SQL(SQL_QUALIFICATION_SAVE, "UPDATE qualification SET name = ?2, description = ?3 WHERE id = ?1");
SQL(SQL_QUALIFICATION_OWNER, "SELECT owner_id FROM qualification WHERE id = ?1");
SQL(SQL_PERSON_EXISTS, "SELECT id FROM person WHERE id = ?1 AND disabled = 0");
SQL(SQL_TAKE_AWAY, "DELETE FROM qualification_holder WHERE person_id = ?1 AND qualification_id = ?2");
/* Accuracy counts from now: the gold answers there are so far on projects that ask for it. */
SQL(SQL_GIVE,
    "INSERT INTO qualification_holder (person_id, qualification_id, score, by_course, gold_answers, gold_right,"
    " given_usec) SELECT ?1, ?2, ?3, ?4, coalesce(sum(w.gold_answers), 0), coalesce(sum(w.gold_right), 0), ?5 FROM"
    " worker_project w WHERE w.worker_id = ?1 AND w.project_id IN (SELECT project_id FROM project_requirement WHERE"
    " qualification_id = ?2) ON CONFLICT (person_id, qualification_id) DO UPDATE SET score = excluded.score, by_course "
    "="
    " excluded.by_course, gold_answers = excluded.gold_answers, gold_right = excluded.gold_right, given_usec ="
    " excluded.given_usec");
SQL(SQL_REQUIREMENTS_DROP, "DELETE FROM project_requirement WHERE project_id = ?1");
SQL(SQL_REQUIREMENT_ADD, "INSERT INTO project_requirement (project_id, position, subject, qualification_id, comparator,"
                         " numbers) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
SQL(SQL_COURSE_ADD, "INSERT INTO course (id, owner_id, qualification_id, title, description, state, pass_percent,"
                    " exam_questions, retry_seconds, created_usec) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9)");
SQL(SQL_COURSE_SAVE, "UPDATE course SET qualification_id = ?2, title = ?3, description = ?4, pass_percent = ?5,"
                     " exam_questions = ?6, retry_seconds = ?7 WHERE id = ?1");
SQL(SQL_COURSE_LOAD, "SELECT owner_id, qualification_id, state, pass_percent, exam_questions, retry_seconds FROM course"
                     " WHERE id = ?1");
SQL(SQL_COURSE_STATE, "UPDATE course SET state = ?2 WHERE id = ?1");
SQL(SQL_PARTS_DROP, "DELETE FROM course_part WHERE course_id = ?1");
SQL(SQL_PART_ADD, "INSERT INTO course_part (course_id, position, kind, text, choices, right_choice, explanation)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
SQL(SQL_PART_LOAD, "SELECT kind, right_choice FROM course_part WHERE course_id = ?1 AND position = ?2");
SQL(SQL_POOL, "SELECT position FROM course_part WHERE course_id = ?1 AND kind = 2 ORDER BY position");
SQL(SQL_TRY_LOAD, "SELECT begun_usec, seen_usec, spent_seconds, practised, tries, exam, exam_usec, best_percent,"
                  " passed_usec FROM course_try WHERE course_id = ?1 AND person_id = ?2 @LOCK@");
SQL(SQL_TRY_SAVE,
    "INSERT INTO course_try (course_id, person_id, begun_usec, seen_usec, spent_seconds, practised, tries, exam,"
    " exam_usec, best_percent, passed_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT"
    " (course_id, person_id) DO UPDATE SET seen_usec = excluded.seen_usec, spent_seconds = excluded.spent_seconds,"
    " practised = excluded.practised, tries = excluded.tries, exam = excluded.exam, exam_usec = excluded.exam_usec,"
    " best_percent = excluded.best_percent, passed_usec = excluded.passed_usec");

/* --- qualifications --- */

static err qualification_owned(struct tx *tx, struct command *c, int64_t id) {
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

static err give(struct tx *tx, int64_t person_id, int64_t qualification_id, int64_t score, bool by_course,
                int64_t now_usec) {
    struct statement *s = statement(tx->conn, &SQL_GIVE);
    statement_int(s, person_id);
    statement_int(s, qualification_id);
    statement_int(s, score);
    statement_int(s, by_course);
    statement_int(s, now_usec);
    return statement_run(s, 1);
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
        return give(tx, args->person_id, args->qualification_id, args->score, false, c->now_usec);
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

/* --- courses --- */

enum course_state { COURSE_DRAFT, COURSE_OPEN, COURSE_CLOSED };
struct course_row {
    int64_t owner_id, qualification_id, state, pass_percent, exam_questions, retry_seconds;
};

static err course_load(struct tx *tx, struct command *c, int64_t id, bool own, struct course_row *row) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_COURSE_LOAD);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    if (found)
        *row = (struct course_row){statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2),
                                   statement_col_int(s, 3), statement_col_int(s, 4), statement_col_int(s, 5)};
    statement_end(s);
    found = found && (own ? row->owner_id == c->actor_id : row->state == COURSE_OPEN);
    return found ? OK : problem_set(c->problem, ERR_NOT_FOUND, "There is no course %lld for you.", (long long)id);
}

static err parts_save(struct tx *tx, const struct course_save *args) {
    struct statement *s = statement(tx->conn, &SQL_PARTS_DROP);
    statement_int(s, args->id);
    TRY(statement_run(s, -1));
    for (int i = 0; i < args->part_count; i++) {
        const struct course_part *part = &args->parts[i];
        s = statement(tx->conn, &SQL_PART_ADD);
        statement_int(s, args->id);
        statement_int(s, i + 1);
        statement_int(s, part->kind);
        statement_text(s, part->text);
        statement_text(s, part->choices);
        statement_int(s, part->right_choice);
        statement_text(s, part->explanation);
        TRY(statement_run(s, 1));
    }
    return OK;
}

static err course_save_run(struct tx *tx, struct command *c) {
    const struct course_save *args = c->args;
    struct course_row row;
    if (!args->is_new) {
        TRY(course_load(tx, c, args->id, true, &row));
        if (row.state != COURSE_DRAFT)
            return problem_set(c->problem, ERR_BAD_STATE, "People have begun on this course; make a new one instead.");
    }
    TRY(qualification_owned(tx, c, args->qualification_id));
    struct statement *s = statement(tx->conn, args->is_new ? &SQL_COURSE_ADD : &SQL_COURSE_SAVE);
    statement_int(s, args->id);
    if (args->is_new) statement_int(s, c->actor_id);
    statement_int(s, args->qualification_id);
    statement_text(s, args->title);
    statement_text(s, args->description);
    statement_int(s, args->pass_percent);
    statement_int(s, args->exam_questions);
    statement_int(s, args->retry_seconds);
    if (args->is_new) statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    TRY(parts_save(tx, args));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_course_save = {"course_save", course_save_run};

/* Positions of the questions that exams are drawn from. */
static err pool_load(struct tx *tx, int64_t course_id, int64_t *positions, int max, int *count) {
    *count = 0;
    struct statement *s = statement(tx->conn, &SQL_POOL);
    statement_int(s, course_id);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && *count < max) positions[(*count)++] = statement_col_int(s, 0);
    }
    statement_end(s);
    return OK;
}

enum { POOL_MAX = 500 };

static err course_step_run(struct tx *tx, struct command *c) {
    const struct course_step *args = c->args;
    struct course_row row;
    int64_t pool[POOL_MAX];
    int count;
    TRY(course_load(tx, c, args->id, true, &row));
    TRY(pool_load(tx, args->id, pool, POOL_MAX, &count));
    if (args->open && count < row.exam_questions)
        return problem_set(c->problem, ERR_BAD_STATE, "The exam draws %lld questions and there are %d; add more.",
                           (long long)row.exam_questions, count);
    struct statement *s = statement(tx->conn, &SQL_COURSE_STATE);
    statement_int(s, args->id);
    statement_int(s, args->open ? COURSE_OPEN : COURSE_CLOSED);
    return statement_run(s, 1);
}
const struct command_kind cmd_course_step = {"course_step", course_step_run};

/* --- learning --- */

struct try_row {
    int64_t begun_usec, seen_usec, spent_seconds, practised, tries, exam_usec, best_percent, passed_usec;
    str exam;
};

/* With the time since the last sign of them counted. */
static err try_load(struct tx *tx, const struct command *c, int64_t course_id, struct try_row *t) {
    bool found;
    *t = (struct try_row){.begun_usec = c->now_usec, .seen_usec = c->now_usec, .best_percent = -1, .exam = STR("")};
    struct statement *s = statement(tx->conn, &SQL_TRY_LOAD);
    statement_int(s, course_id);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    if (found)
        *t = (struct try_row){.begun_usec = statement_col_int(s, 0),
                              .seen_usec = statement_col_int(s, 1),
                              .spent_seconds = statement_col_int(s, 2),
                              .practised = statement_col_int(s, 3),
                              .tries = statement_col_int(s, 4),
                              .exam = arena_str(&tx->arena, statement_col_text(s, 5)),
                              .exam_usec = statement_col_int(s, 6),
                              .best_percent = statement_col_int(s, 7),
                              .passed_usec = statement_col_int(s, 8)};
    statement_end(s);
    t->spent_seconds += course_seconds(t->seen_usec, c->now_usec);
    t->seen_usec = c->now_usec;
    return OK;
}

static err try_save(struct tx *tx, const struct command *c, int64_t course_id, const struct try_row *t) {
    struct statement *s = statement(tx->conn, &SQL_TRY_SAVE);
    statement_int(s, course_id);
    statement_int(s, c->actor_id);
    statement_int(s, t->begun_usec);
    statement_int(s, t->seen_usec);
    statement_int(s, t->spent_seconds);
    statement_int(s, t->practised);
    statement_int(s, t->tries);
    statement_text(s, t->exam);
    statement_int(s, t->exam_usec);
    statement_int(s, t->best_percent);
    statement_int(s, t->passed_usec);
    return statement_run(s, 1);
}

static err part_load(struct tx *tx, int64_t course_id, int64_t position, int64_t *kind, int64_t *right) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_PART_LOAD);
    statement_int(s, course_id);
    statement_int(s, position);
    TRY(statement_one(s, &found));
    *kind = found ? statement_col_int(s, 0) : -1;
    *right = found ? statement_col_int(s, 1) : -1;
    statement_end(s);
    return OK;
}

static err course_practice_run(struct tx *tx, struct command *c) {
    const struct course_practice *args = c->args;
    struct course_row row;
    struct try_row t;
    int64_t kind, right;
    TRY(course_load(tx, c, args->course_id, false, &row));
    TRY(part_load(tx, args->course_id, args->position, &kind, &right));
    if (kind != 1)
        return problem_set(c->problem, ERR_NOT_FOUND, "This course has no practice task %lld.",
                           (long long)args->position);
    TRY(try_load(tx, c, args->course_id, &t));
    t.practised++;
    TRY(try_save(tx, c, args->course_id, &t));
    command_reply(c, "{\"right\":%s}", right == args->choice ? "true" : "false");
    return OK;
}
const struct command_kind cmd_course_practice = {"course_practice", course_practice_run};

static bool exam_is_open(const struct try_row *t, int64_t now_usec) {
    return t->exam.len > 0 && t->exam_usec + EXAM_HOURS * INT64_C(3600000000) > now_usec;
}

static err exam_reply(struct command *c, str exam) {
    char *list = arena_copy(c->arena, exam.data, exam.len);
    for (char *at = list; *at; at++)
        if (*at == ' ') *at = ',';
    command_reply(c, "{\"questions\":[%s]}", list);
    return OK;
}

static err course_exam_begin_run(struct tx *tx, struct command *c) {
    const struct course_exam_begin *args = c->args;
    struct course_row row;
    struct try_row t;
    int64_t pool[POOL_MAX];
    int drawn[EXAM_QUESTIONS_MAX], count;
    TRY(course_load(tx, c, args->course_id, false, &row));
    TRY(try_load(tx, c, args->course_id, &t));
    if (exam_is_open(&t, c->now_usec)) return exam_reply(c, t.exam);
    /* One that ran out unanswered counts as a try: questions may not be looked at for nothing. */
    if (t.exam.len > 0) t.tries++;
    int64_t next = course_next_usec(t.tries, t.exam_usec, row.retry_seconds);
    if (next > c->now_usec)
        return problem_set(c->problem, ERR_CONFLICT, "The next try is possible in %lld minutes.",
                           (long long)(next - c->now_usec) / 60000000 + 1);
    TRY(pool_load(tx, args->course_id, pool, POOL_MAX, &count));
    count = course_draw(args->seed, count, (int)row.exam_questions, drawn);
    char text[EXAM_QUESTIONS_MAX * 5 + 1] = "";
    int len = 0;
    for (int i = 0; i < count; i++)
        len += snprintf(text + len, sizeof text - (size_t)len, "%s%lld", i ? " " : "", (long long)pool[drawn[i]]);
    t.exam = (str){text, (size_t)len};
    t.exam_usec = c->now_usec;
    TRY(try_save(tx, c, args->course_id, &t));
    return exam_reply(c, t.exam);
}
const struct command_kind cmd_course_exam_begin = {"course_exam_begin", course_exam_begin_run};

static err exam_grade(struct tx *tx, struct command *c, str exam, int64_t *percent) {
    const struct course_exam_end *args = c->args;
    int64_t right = 0, questions = 0;
    char *at = arena_copy(&tx->arena, exam.data, exam.len), *end;
    for (int64_t position; (position = strtoll(at, &end, 10), end != at); at = end) {
        int64_t kind, choice;
        TRY(part_load(tx, args->course_id, position, &kind, &choice));
        right += questions < (int64_t)args->count && args->choices[questions] == choice;
        questions++;
    }
    if (questions != (int64_t)args->count)
        return problem_set(c->problem, ERR_INVALID, "The exam has %lld questions and %zu were answered.",
                           (long long)questions, args->count);
    *percent = questions ? right * 100 / questions : 0;
    return OK;
}

static err course_exam_end_run(struct tx *tx, struct command *c) {
    const struct course_exam_end *args = c->args;
    struct course_row row;
    struct try_row t;
    int64_t percent = 0;
    TRY(course_load(tx, c, args->course_id, false, &row));
    TRY(try_load(tx, c, args->course_id, &t));
    if (!exam_is_open(&t, c->now_usec))
        return problem_set(c->problem, ERR_CONFLICT, "No exam is open: begin one; its questions wait for %d hours.",
                           EXAM_HOURS);
    TRY(exam_grade(tx, c, t.exam, &percent));
    bool passed = percent >= row.pass_percent;
    t.tries++;
    t.exam = STR("");
    if (percent > t.best_percent) t.best_percent = percent;
    if (passed) {
        t.passed_usec = c->now_usec;
        TRY(give(tx, c->actor_id, row.qualification_id, percent, true, c->now_usec));
    }
    TRY(try_save(tx, c, args->course_id, &t));
    command_reply(c, "{\"percent\":%lld,\"passed\":%s,\"next_usec\":%lld}", (long long)percent,
                  passed ? "true" : "false", (long long)course_next_usec(t.tries, t.exam_usec, row.retry_seconds));
    return OK;
}
const struct command_kind cmd_course_exam_end = {"course_exam_end", course_exam_end_run};
