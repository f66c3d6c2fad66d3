/* qualification.h - what a project asks of people, and whether somebody has it. Pure.
 *
 * Comparators are those of Mechanical Turk's qualification requirements. Who does not have what is compared fails every
 * comparator but DOES_NOT_EXIST: nobody gets in by having no score. All requirements must be met. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum requirement_subject {
    SUBJECT_QUALIFICATION,
    SUBJECT_LANGUAGE, /* es en fr pt as 0 1 2 3: the locale that a person has chosen */
    SUBJECT_APPROVAL, /* percent of decided answers that were approved, everywhere; nobody has it below 5 answers */
    SUBJECT_ANSWERS,  /* answers approved, everywhere */
    REQUIREMENT_SUBJECTS
};
enum requirement_comparator {
    EXISTS,
    DOES_NOT_EXIST,
    EQUAL_TO,
    NOT_EQUAL_TO,
    LESS_THAN,
    LESS_OR_EQUAL,
    GREATER_THAN,
    GREATER_OR_EQUAL,
    IN_SET,
    NOT_IN_SET,
    REQUIREMENT_COMPARATORS
};
enum { REQUIREMENTS_MAX = 10, REQUIREMENT_NUMBERS_MAX = 10, QUALIFICATION_SCORE_MAX = 100 };

struct requirement {
    enum requirement_subject subject;
    int64_t qualification_id;
    enum requirement_comparator comparator;
    int64_t numbers[REQUIREMENT_NUMBERS_MAX];
    int number_count;
};

/* How many numbers a comparator takes: none, one, or 1 to REQUIREMENT_NUMBERS_MAX (*list). */
int comparator_numbers(enum requirement_comparator comparator, bool *list);
bool requirement_met(const struct requirement *requirement, bool has, int64_t value);

/* A score decays when its holder's accuracy on gold, in projects that ask for it, falls below 80 % over 10 answers or
 * more since it was given: in proportion, so that 40 % right halves it. It comes back with the accuracy. */
int64_t qualification_decayed(int64_t score, int64_t gold_answers, int64_t gold_right);

/* The next exam may be drawn at this time; 0 = at once. */
int64_t course_next_usec(int64_t tries, int64_t exam_usec, int64_t retry_seconds);
/* Draws `count` of `pool` questions, each at most once; the same seed draws the same. out: positions in the pool. */
int course_draw(uint64_t seed, int pool, int count, int *out);
/* Seconds to count for the time since the last sign of somebody: a page left open all night is no study. */
int64_t course_seconds(int64_t seen_usec, int64_t now_usec);
