/* course.h - courses between their files: course_cmd.c (made, learned, examined), course_pay.c (money), training_cmd.c
 * (qualifications).
 *
 *   draft --open: pay for so many places goes from the owner's account to the course's escrow--> open --close--> closed
 *   a learner begins (practice or exam): pay is held for them --passed--> paid, once
 *                                                            \--so many days without passing--> free again
 *   closed: what nobody is held for goes back to the owner
 *
 * Nobody begins a paid course whose places are used up; who has begun can end it. An exam drawn from gold shows tasks
 * of a draft of the owner's, which is never published: gold that people work on would be known to who saw it here. */
#pragma once
#include "core/commands.h"
#include "core/tx.h"

enum { COURSE_HOLD_DAYS = 14 };                        /* unless the operator has set the limit "course_hold_days" */
#define COURSE_EXAM_USEC (INT64_C(2) * 3600 * 1000000) /* an open exam waits so long */

enum course_state { COURSE_DRAFT, COURSE_OPEN, COURSE_CLOSED };
struct course_row {
    int64_t id, owner_id, qualification_id, state, pass_percent, exam_questions, retry_seconds;
    int64_t gold_project_id, pay_micros;
};
/* Locked until COMMIT, and with it the course's escrow; *found false when there is none. */
err course_load(struct tx *tx, int64_t id, struct course_row *row, bool *found);

struct try_row {
    int64_t begun_usec, seen_usec, spent_seconds, practised, tries, exam_usec, best_percent, passed_usec;
    int64_t transfer_id, hold_usec, paid_usec;
    str exam;
};

/* --- course_pay.c --- */
/* Pay for so many people who pass, from the owner's account to the escrow. */
err course_fund(struct tx *tx, const struct course_row *course, int64_t places, int64_t now_usec, struct problem *p);
/* Holds the pay for who begins, or for longer; ERR_CONFLICT when no place is left. Nothing where nothing is paid, or
 * was paid. The row is changed and left to the caller to save. */
err course_hold(struct tx *tx, const struct course_row *course, int64_t person_id, struct try_row *t, int64_t now_usec,
                struct problem *p);
/* Pays who has passed, if pay is held for them. */
err course_pay(struct tx *tx, const struct course_row *course, int64_t person_id, struct try_row *t, int64_t now_usec);
/* Closed: gives up what is held for those without an open exam, and sends the rest back to the owner. */
err course_settle(struct tx *tx, const struct course_row *course, int64_t now_usec);
/* Tick's part: holds that are over. */
err course_holds_end(struct tx *tx, int64_t now_usec);
/* ERR_BAD_STATE when the gold of this project is what an exam was drawn from. */
err course_pool_check(struct tx *tx, int64_t project_id, struct problem *p);

/* --- training_cmd.c --- */
/* The actor's own, or they operate the server; else ERR_NOT_FOUND. */
err qualification_owned(struct tx *tx, struct command *c, int64_t id);
err qualification_grant(struct tx *tx, int64_t person_id, int64_t qualification_id, int64_t score, bool by_course,
                        int64_t now_usec);
