/* Commands on courses: made, opened, learned, examined. The money is in course_pay.c. */
#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "core/course.h"
#include "domain/label_config.h"

enum { EXAM_QUESTIONS_MAX = 100 };

SQL(SQL_COURSE_ADD, "INSERT INTO course (id, owner_id, qualification_id, title, description, state, pass_percent,"
                    " exam_questions, retry_seconds, gold_project_id, pay_micros, created_usec) VALUES (?1, ?2, ?3, ?4,"
                    " ?5, 0, ?6, ?7, ?8, ?9, ?10, ?11)");
SQL(SQL_COURSE_SAVE, "UPDATE course SET qualification_id = ?2, title = ?3, description = ?4, pass_percent = ?5,"
                     " exam_questions = ?6, retry_seconds = ?7, gold_project_id = ?8, pay_micros = ?9 WHERE id = ?1");
SQL(SQL_COURSE_LOAD, "SELECT owner_id, qualification_id, state, pass_percent, exam_questions, retry_seconds,"
                     " gold_project_id, pay_micros FROM course WHERE id = ?1 @LOCK@");
SQL(SQL_COURSE_STATE, "UPDATE course SET state = ?2 WHERE id = ?1");
SQL(SQL_PARTS_DROP, "DELETE FROM course_part WHERE course_id = ?1");
SQL(SQL_PART_ADD, "INSERT INTO course_part (course_id, position, kind, text, choices, right_choice, explanation)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
SQL(SQL_PART_LOAD, "SELECT kind, right_choice FROM course_part WHERE course_id = ?1 AND position = ?2");
SQL(SQL_POOL, "SELECT position FROM course_part WHERE course_id = ?1 AND kind = 2 ORDER BY position");
SQL(SQL_GOLD_POOL, "SELECT t.id FROM task t JOIN task_data d ON d.project_id = t.project_id AND d.id = t.id WHERE"
                   " t.project_id = ?1 AND t.lane = 10 AND t.state <> 3 AND d.gold IS NOT NULL ORDER BY t.id");
SQL(SQL_GOLD, "SELECT data, gold FROM task_data WHERE project_id = ?1 AND id = ?2 AND gold IS NOT NULL");
SQL(SQL_DRAFT, "SELECT label_config FROM project WHERE id = ?1 AND owner_id = ?2 AND state = 0");
SQL(SQL_CONFIG, "SELECT label_config FROM project WHERE id = ?1");
SQL(SQL_TRY_LOAD,
    "SELECT begun_usec, seen_usec, spent_seconds, practised, tries, exam, exam_usec, best_percent,"
    " passed_usec, transfer_id, hold_usec, paid_usec FROM course_try WHERE course_id = ?1 AND person_id = ?2 @LOCK@");
SQL(SQL_TRY_SAVE,
    "INSERT INTO course_try (course_id, person_id, begun_usec, seen_usec, spent_seconds, practised, tries, exam,"
    " exam_usec, best_percent, passed_usec, transfer_id, hold_usec, paid_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
    " ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT"
    " (course_id, person_id) DO UPDATE SET seen_usec = excluded.seen_usec, spent_seconds = excluded.spent_seconds,"
    " practised = excluded.practised, tries = excluded.tries, exam = excluded.exam, exam_usec = excluded.exam_usec,"
    " best_percent = excluded.best_percent, passed_usec = excluded.passed_usec,"
    " transfer_id = excluded.transfer_id, hold_usec = excluded.hold_usec, paid_usec = excluded.paid_usec");

/* --- courses --- */

err course_load(struct tx *tx, int64_t id, struct course_row *row, bool *found) {
    struct statement *s = statement(tx->conn, &SQL_COURSE_LOAD);
    statement_int(s, id);
    TRY(statement_one(s, found));
    if (*found)
        *row = (struct course_row){.id = id,
                                   .owner_id = statement_col_int(s, 0),
                                   .qualification_id = statement_col_int(s, 1),
                                   .state = statement_col_int(s, 2),
                                   .pass_percent = statement_col_int(s, 3),
                                   .exam_questions = statement_col_int(s, 4),
                                   .retry_seconds = statement_col_int(s, 5),
                                   .gold_project_id = statement_col_int(s, 6),
                                   .pay_micros = statement_col_int(s, 7)};
    statement_end(s);
    return OK;
}

static err not_for_you(struct command *c, int64_t id) {
    return problem_set(c->problem, ERR_NOT_FOUND, "There is no course %lld for you.", (long long)id);
}

static err course_owned(struct tx *tx, struct command *c, int64_t id, struct course_row *row) {
    bool found;
    TRY(course_load(tx, id, row, &found));
    return found && row->owner_id == c->actor_id ? OK : not_for_you(c, id);
}

static err course_learned(struct tx *tx, struct command *c, int64_t id, struct course_row *row) {
    bool found;
    TRY(course_load(tx, id, row, &found));
    return found && row->state == COURSE_OPEN ? OK : not_for_you(c, id);
}

/* Its gold may only be known here: a draft of one's own, which is not published after that (course_pool_check). */
static err gold_project_check(struct tx *tx, struct command *c, int64_t project_id) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_DRAFT);
    statement_int(s, project_id);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    statement_end(s);
    if (found) return OK;
    problem_field_add(c->problem, "/gold_project",
                      "Name a draft of yours with gold tasks: gold of published work must stay unknown.");
    return problem_set(c->problem, ERR_INVALID, "You have no draft %lld.", (long long)project_id);
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
        TRY(course_owned(tx, c, args->id, &row));
        if (row.state != COURSE_DRAFT)
            return problem_set(c->problem, ERR_BAD_STATE, "People have begun on this course; make a new one instead.");
    }
    TRY(qualification_owned(tx, c, args->qualification_id));
    if (args->gold_project_id) TRY(gold_project_check(tx, c, args->gold_project_id));
    struct statement *s = statement(tx->conn, args->is_new ? &SQL_COURSE_ADD : &SQL_COURSE_SAVE);
    statement_int(s, args->id);
    if (args->is_new) statement_int(s, c->actor_id);
    statement_int(s, args->qualification_id);
    statement_text(s, args->title);
    statement_text(s, args->description);
    statement_int(s, args->pass_percent);
    statement_int(s, args->exam_questions);
    statement_int(s, args->retry_seconds);
    statement_int(s, args->gold_project_id);
    statement_int(s, args->pay_micros);
    if (args->is_new) statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    TRY(parts_save(tx, args));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_course_save = {"course_save", course_save_run};

/* Positions of the questions, or ids of the gold tasks, that exams are drawn from. */
static err pool_load(struct tx *tx, const struct course_row *course, int64_t *positions, int max, int *count) {
    *count = 0;
    struct statement *s = statement(tx->conn, course->gold_project_id ? &SQL_GOLD_POOL : &SQL_POOL);
    statement_int(s, course->gold_project_id ? course->gold_project_id : course->id);
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
    TRY(course_owned(tx, c, args->id, &row));
    TRY(pool_load(tx, &row, pool, POOL_MAX, &count));
    if (args->open && count < row.exam_questions)
        return problem_set(c->problem, ERR_BAD_STATE, "The exam draws %lld questions and there are %d; add more.",
                           (long long)row.exam_questions, count);
    if (args->open && row.state == COURSE_OPEN) return OK;
    if (args->open && row.gold_project_id) TRY(gold_project_check(tx, c, row.gold_project_id));
    if (args->open && row.pay_micros && args->places == 0) {
        problem_field_add(c->problem, "/places", "Say for how many people who pass the pay is reserved.");
        return problem_set(c->problem, ERR_INVALID, "A paid course needs places.");
    }
    if (args->open) TRY(course_fund(tx, &row, args->places, c->now_usec, c->problem));
    struct statement *s = statement(tx->conn, &SQL_COURSE_STATE);
    statement_int(s, args->id);
    statement_int(s, row.state = args->open ? COURSE_OPEN : COURSE_CLOSED);
    TRY(statement_run(s, 1));
    return course_settle(tx, &row, c->now_usec);
}
const struct command_kind cmd_course_step = {"course_step", course_step_run};

static err course_fund_run(struct tx *tx, struct command *c) {
    const struct course_fund_args *args = c->args;
    struct course_row row;
    TRY(course_owned(tx, c, args->id, &row));
    if (row.state != COURSE_OPEN || row.pay_micros == 0)
        return problem_set(c->problem, ERR_BAD_STATE, "Only an open course that pays has places to add to.");
    return course_fund(tx, &row, args->places, c->now_usec, c->problem);
}
const struct command_kind cmd_course_fund = {"course_fund", course_fund_run};

/* --- learning --- */

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
                              .passed_usec = statement_col_int(s, 8),
                              .transfer_id = statement_col_int(s, 9),
                              .hold_usec = statement_col_int(s, 10),
                              .paid_usec = statement_col_int(s, 11)};
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
    statement_int(s, t->transfer_id);
    statement_int(s, t->hold_usec);
    statement_int(s, t->paid_usec);
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
    TRY(course_learned(tx, c, args->course_id, &row));
    TRY(part_load(tx, args->course_id, args->position, &kind, &right));
    if (kind != 1)
        return problem_set(c->problem, ERR_NOT_FOUND, "This course has no practice task %lld.",
                           (long long)args->position);
    TRY(try_load(tx, c, args->course_id, &t));
    TRY(course_hold(tx, &row, c->actor_id, &t, c->now_usec, c->problem));
    t.practised++;
    TRY(try_save(tx, c, args->course_id, &t));
    command_reply(c, "{\"right\":%s}", right == args->choice ? "true" : "false");
    return OK;
}
const struct command_kind cmd_course_practice = {"course_practice", course_practice_run};

static bool exam_is_open(const struct try_row *t, int64_t now_usec) {
    return t->exam.len > 0 && t->exam_usec + COURSE_EXAM_USEC > now_usec;
}

static err exam_reply(struct command *c, const struct course_row *course, str exam) {
    char *list = arena_copy(c->arena, exam.data, exam.len);
    for (char *at = list; *at; at++)
        if (*at == ' ') *at = ',';
    command_reply(c, "{\"questions\":[%s],\"project\":%lld}", list, (long long)course->gold_project_id);
    return OK;
}

static err course_exam_begin_run(struct tx *tx, struct command *c) {
    const struct course_exam_begin *args = c->args;
    struct course_row row;
    struct try_row t;
    int64_t pool[POOL_MAX];
    int drawn[EXAM_QUESTIONS_MAX], count;
    TRY(course_learned(tx, c, args->course_id, &row));
    TRY(try_load(tx, c, args->course_id, &t));
    if (exam_is_open(&t, c->now_usec)) return exam_reply(c, &row, t.exam);
    /* One that ran out unanswered counts as a try: questions may not be looked at for nothing. */
    if (t.exam.len > 0) t.tries++;
    int64_t next = course_next_usec(t.tries, t.exam_usec, row.retry_seconds);
    if (next > c->now_usec)
        return problem_set(c->problem, ERR_CONFLICT, "The next try is possible in %lld minutes.",
                           (long long)(next - c->now_usec) / 60000000 + 1);
    TRY(pool_load(tx, &row, pool, POOL_MAX, &count));
    TRY(course_hold(tx, &row, c->actor_id, &t, c->now_usec, c->problem));
    count = course_draw(args->seed, count, (int)row.exam_questions, drawn);
    char text[EXAM_QUESTIONS_MAX * 11 + 1] = "";
    int len = 0;
    for (int i = 0; i < count; i++)
        len += snprintf(text + len, sizeof text - (size_t)len, "%s%lld", i ? " " : "", (long long)pool[drawn[i]]);
    t.exam = (str){text, (size_t)len};
    t.exam_usec = c->now_usec;
    TRY(try_save(tx, c, args->course_id, &t));
    return exam_reply(c, &row, t.exam);
}
const struct command_kind cmd_course_exam_begin = {"course_exam_begin", course_exam_begin_run};

static err count_wrong(struct command *c, int64_t questions, size_t answers) {
    return problem_set(c->problem, ERR_INVALID, "The exam has %lld questions and %zu were answered.",
                       (long long)questions, answers);
}

static err exam_grade(struct tx *tx, struct command *c, str exam, int64_t *percent) {
    const struct course_exam_end *args = c->args;
    int64_t right = 0, questions = 0;
    char *at = arena_copy(&tx->arena, exam.data, exam.len), *end;
    for (int64_t position; (position = strtoll(at, &end, 10), end != at); at = end) {
        int64_t kind, choice;
        TRY(part_load(tx, args->course_id, position, &kind, &choice));
        right += args->choices && questions < (int64_t)args->count && args->choices[questions] == choice;
        questions++;
    }
    if (questions != (int64_t)args->count || args->results) return count_wrong(c, questions, args->count);
    *percent = questions ? right * 100 / questions : 0;
    return OK;
}

/* One answer against a gold task; a gold that was taken away meanwhile counts as right. */
static err gold_grade(struct tx *tx, struct command *c, const struct label_config *config, int64_t project_id,
                      int64_t task_id, size_t question, int64_t *right) {
    const struct course_exam_end *args = c->args;
    CLEANUP(json_drop) json_t *data = NULL;
    CLEANUP(json_drop) json_t *gold = NULL;
    CLEANUP(json_drop) json_t *result = NULL;
    bool found;
    struct statement *s = statement(tx->conn, &SQL_GOLD);
    statement_int(s, project_id);
    statement_int(s, task_id);
    TRY(statement_one(s, &found));
    err e = found ? json_parse(statement_col_text(s, 0), &data, NULL) : OK;
    if (found && e == OK) e = json_parse(statement_col_text(s, 1), &gold, NULL);
    statement_end(s);
    TRY(e);
    TRY(json_parse(args->results[question], &result, NULL));
    struct problem why = {0};
    if (found && label_config_check_answer(config, data, result, &why) != OK) {
        char path[40];
        snprintf(path, sizeof path, "/results/%zu", question);
        problem_field_add(c->problem, path, "%s", why.field_count ? why.fields[0].detail : why.detail);
        return problem_set(c->problem, ERR_INVALID, "The answer to question %zu is not complete.", question + 1);
    }
    *right += !found || label_config_gold_matches(config, gold, result);
    return OK;
}

static err exam_grade_gold(struct tx *tx, struct command *c, int64_t project_id, str exam, int64_t *percent) {
    const struct course_exam_end *args = c->args;
    int64_t ids[EXAM_QUESTIONS_MAX], right = 0;
    size_t questions = 0;
    char *at = arena_copy(&tx->arena, exam.data, exam.len), *end;
    for (int64_t id; questions < EXAM_QUESTIONS_MAX && (id = strtoll(at, &end, 10), end != at); at = end)
        ids[questions++] = id;
    if (questions != args->count || !args->results) return count_wrong(c, (int64_t)questions, args->count);
    bool found;
    struct label_config *config = NULL;
    struct statement *s = statement(tx->conn, &SQL_CONFIG);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    err e = found ? label_config_parse(statement_col_text(s, 0), &config, c->problem) : ERR_INTERNAL;
    statement_end(s);
    for (size_t i = 0; e == OK && i < questions; i++) e = gold_grade(tx, c, config, project_id, ids[i], i, &right);
    label_config_free(config);
    TRY(e);
    *percent = questions ? right * 100 / (int64_t)questions : 0;
    return OK;
}

static err course_exam_end_run(struct tx *tx, struct command *c) {
    const struct course_exam_end *args = c->args;
    struct course_row row;
    struct try_row t;
    int64_t percent = 0;
    bool found;
    TRY(course_load(tx, args->course_id, &row, &found));
    if (!found || row.state == COURSE_DRAFT) return not_for_you(c, args->course_id);
    TRY(try_load(tx, c, args->course_id, &t));
    /* An exam that was drawn before the course closed may be handed in. */
    if (row.state == COURSE_CLOSED && !exam_is_open(&t, c->now_usec)) return not_for_you(c, args->course_id);
    if (!exam_is_open(&t, c->now_usec))
        return problem_set(c->problem, ERR_CONFLICT, "No exam is open: begin one; its questions wait for %d hours.",
                           (int)(COURSE_EXAM_USEC / INT64_C(3600000000)));
    TRY(row.gold_project_id ? exam_grade_gold(tx, c, row.gold_project_id, t.exam, &percent)
                            : exam_grade(tx, c, t.exam, &percent));
    bool passed = percent >= row.pass_percent;
    t.tries++;
    t.exam = STR("");
    if (percent > t.best_percent) t.best_percent = percent;
    if (passed) {
        t.passed_usec = c->now_usec;
        TRY(qualification_grant(tx, c->actor_id, row.qualification_id, percent, true, c->now_usec));
        TRY(course_pay(tx, &row, c->actor_id, &t, c->now_usec));
    }
    TRY(try_save(tx, c, args->course_id, &t));
    command_reply(c, "{\"percent\":%lld,\"passed\":%s,\"next_usec\":%lld,\"paid_micros\":%lld}", (long long)percent,
                  passed ? "true" : "false", (long long)course_next_usec(t.tries, t.exam_usec, row.retry_seconds),
                  (long long)(t.paid_usec == c->now_usec ? row.pay_micros : 0));
    return course_settle(tx, &row, c->now_usec);
}
const struct command_kind cmd_course_exam_end = {"course_exam_end", course_exam_end_run};
