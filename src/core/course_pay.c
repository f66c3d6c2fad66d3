/* The money of paid courses: an escrow per course, pay held before somebody begins, paid once. */
#include "core/course.h"
#include "core/queries.h"

#include <stdio.h>

enum { HOLD_ROWS = 50, SETTLE_ROWS = 1000 };

SQL(SQL_HOLDS_OVER, "SELECT course_id, person_id, transfer_id FROM course_try WHERE hold_usec > 0 AND hold_usec <= ?1"
                    " ORDER BY hold_usec LIMIT ?2");
/* Whoever has no exam open: that one may still be handed in. */
SQL(SQL_HOLDS_IDLE,
    "SELECT course_id, person_id, transfer_id FROM course_try WHERE course_id = ?1 AND hold_usec > 0 AND"
    " (exam = '' OR exam_usec <= ?2) ORDER BY person_id LIMIT ?3");
SQL(SQL_HOLD_DROP, "UPDATE course_try SET transfer_id = 0, hold_usec = 0 WHERE course_id = ?1 AND person_id = ?2");
SQL(SQL_HOLDS_SHORTEN, "UPDATE course_try SET hold_usec = exam_usec + ?2 WHERE course_id = ?1 AND hold_usec > 0 AND"
                       " hold_usec > exam_usec + ?2");
SQL(SQL_POOL_OF, "SELECT title FROM course WHERE gold_project_id = ?1 AND gold_project_id > 0 AND state <> 0 LIMIT 1");

err course_fund(struct tx *tx, const struct course_row *course, int64_t places, int64_t now_usec, struct problem *p) {
    int64_t transfer_id;
    if (course->pay_micros == 0 || places == 0) return OK;
    err e = tx_transfer(tx,
                        &(struct transfer_order){.project_id = course->id,
                                                 .kind = TRANSFER_RESERVE,
                                                 .debit = course->owner_id,
                                                 .debit_kind = ACCOUNT_PERSON,
                                                 .credit = course->id,
                                                 .credit_kind = ACCOUNT_ESCROW,
                                                 .amount_micros = places * course->pay_micros,
                                                 .now_usec = now_usec},
                        false, &transfer_id, p);
    if (e == ERR_SHORT_BALANCE)
        return problem_set(p, e, "%lld places reserve %lld micro-units; your account is short of %lld micro-units.",
                           (long long)places, (long long)(places * course->pay_micros), (long long)p->missing_micros);
    return e;
}

err course_hold(struct tx *tx, const struct course_row *course, int64_t person_id, struct try_row *t, int64_t now_usec,
                struct problem *p) {
    if (course->pay_micros == 0 || t->paid_usec || t->passed_usec || person_id == course->owner_id) return OK;
    if (t->transfer_id == 0) {
        int64_t days;
        TRY(limit_load(tx->conn, "course_hold_days", COURSE_HOLD_DAYS, &days));
        err e = tx_transfer(tx,
                            &(struct transfer_order){.project_id = course->id,
                                                     .kind = TRANSFER_COURSE,
                                                     .debit = course->id,
                                                     .debit_kind = ACCOUNT_ESCROW,
                                                     .credit = person_id,
                                                     .credit_kind = ACCOUNT_PERSON,
                                                     .amount_micros = course->pay_micros,
                                                     .now_usec = now_usec},
                            true, &t->transfer_id, p);
        if (e == ERR_SHORT_BALANCE)
            return problem_set(p, ERR_CONFLICT, "The paid places of this course are used up; look again later.");
        TRY(e);
        t->hold_usec = now_usec + days * INT64_C(86400000000);
    }
    /* An exam may be open for as long as it may; who only looks in gets no more time. */
    if (t->hold_usec < now_usec + 2 * COURSE_EXAM_USEC) t->hold_usec = now_usec + 2 * COURSE_EXAM_USEC;
    return OK;
}

err course_pay(struct tx *tx, const struct course_row *course, int64_t person_id, struct try_row *t, int64_t now_usec) {
    if (t->transfer_id == 0 || t->paid_usec) return OK;
    TRY(tx_transfer_end(tx, course->id, t->transfer_id, person_id, course->pay_micros, true, now_usec));
    t->paid_usec = now_usec;
    t->hold_usec = 0;
    return OK;
}

struct held {
    int64_t course_id, person_id, transfer_id;
};

static err held_load(struct statement *s, struct held *rows, int max, int *count) {
    *count = 0;
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || *count == max) break;
        rows[(*count)++] = (struct held){statement_col_int(s, 0), statement_col_int(s, 1), statement_col_int(s, 2)};
    }
    statement_end(s);
    return OK;
}

static err hold_drop(struct tx *tx, const struct course_row *course, const struct held *held, int64_t now_usec) {
    TRY(tx_transfer_end(tx, course->id, held->transfer_id, held->person_id, course->pay_micros, false, now_usec));
    struct statement *s = statement(tx->conn, &SQL_HOLD_DROP);
    statement_int(s, held->course_id);
    statement_int(s, held->person_id);
    return statement_run(s, 1);
}

static err rest_refund(struct tx *tx, const struct course_row *course, int64_t now_usec) {
    struct account *escrow;
    if (course->state != COURSE_CLOSED || course->pay_micros == 0) return OK;
    TRY(tx_account(tx, course->id, ACCOUNT_ESCROW, &escrow));
    int64_t left = account_available(escrow), transfer_id;
    if (left == 0) return OK;
    return tx_transfer(tx,
                       &(struct transfer_order){.project_id = course->id,
                                                .kind = TRANSFER_REFUND,
                                                .debit = course->id,
                                                .debit_kind = ACCOUNT_ESCROW,
                                                .credit = course->owner_id,
                                                .credit_kind = ACCOUNT_PERSON,
                                                .amount_micros = left,
                                                .now_usec = now_usec},
                       false, &transfer_id, NULL);
}

err course_settle(struct tx *tx, const struct course_row *course, int64_t now_usec) {
    struct held *rows = arena_alloc(&tx->arena, sizeof *rows * SETTLE_ROWS);
    int count;
    if (course->state != COURSE_CLOSED || course->pay_micros == 0) return OK;
    do {
        struct statement *s = statement(tx->conn, &SQL_HOLDS_IDLE);
        statement_int(s, course->id);
        statement_int(s, now_usec - COURSE_EXAM_USEC);
        statement_int(s, SETTLE_ROWS);
        TRY(held_load(s, rows, SETTLE_ROWS, &count));
        for (int i = 0; i < count; i++) TRY(hold_drop(tx, course, &rows[i], now_usec));
    } while (count == SETTLE_ROWS);
    struct statement *s = statement(tx->conn, &SQL_HOLDS_SHORTEN);
    statement_int(s, course->id);
    statement_int(s, COURSE_EXAM_USEC);
    TRY(statement_run(s, -1));
    return rest_refund(tx, course, now_usec);
}

err course_holds_end(struct tx *tx, int64_t now_usec) {
    struct held rows[HOLD_ROWS];
    int count;
    struct statement *s = statement(tx->conn, &SQL_HOLDS_OVER);
    statement_int(s, now_usec);
    statement_int(s, HOLD_ROWS);
    TRY(held_load(s, rows, HOLD_ROWS, &count));
    for (int i = 0; i < count; i++) {
        struct course_row course;
        bool found;
        TRY(course_load(tx, rows[i].course_id, &course, &found));
        if (!found) return ERR_INTERNAL;
        TRY(hold_drop(tx, &course, &rows[i], now_usec));
        TRY(rest_refund(tx, &course, now_usec));
    }
    return OK;
}

err course_pool_check(struct tx *tx, int64_t project_id, struct problem *p) {
    bool found;
    char title[201] = "";
    struct statement *s = statement(tx->conn, &SQL_POOL_OF);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    if (found) snprintf(title, sizeof title, "%.*s", STR_ARG(statement_col_text(s, 0)));
    statement_end(s);
    if (!found) return OK;
    return problem_set(p, ERR_BAD_STATE,
                       "Exams of the course \"%s\" are drawn from this project's gold, and learners have seen it; make "
                       "another project for work.",
                       title);
}
