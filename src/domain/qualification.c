#include "domain/qualification.h"

int comparator_numbers(enum requirement_comparator comparator, bool *list) {
    *list = comparator == IN_SET || comparator == NOT_IN_SET;
    return comparator == EXISTS || comparator == DOES_NOT_EXIST ? 0 : 1;
}

bool requirement_met(const struct requirement *r, bool has, int64_t value) {
    if (r->comparator == DOES_NOT_EXIST) return !has;
    if (!has) return false;
    bool in = false;
    for (int i = 0; i < r->number_count; i++) in = in || r->numbers[i] == value;
    switch (r->comparator) {
    case EXISTS: return true;
    case EQUAL_TO:
    case IN_SET: return in;
    case NOT_EQUAL_TO:
    case NOT_IN_SET: return !in;
    case LESS_THAN: return value < r->numbers[0];
    case LESS_OR_EQUAL: return value <= r->numbers[0];
    case GREATER_THAN: return value > r->numbers[0];
    case GREATER_OR_EQUAL: return value >= r->numbers[0];
    default: return false;
    }
}

int64_t qualification_decayed(int64_t score, int64_t gold_answers, int64_t gold_right) {
    enum { ANSWERS_MIN = 10, PERCENT_WANTED = 80 };
    if (gold_answers < ANSWERS_MIN || gold_right * 100 >= gold_answers * PERCENT_WANTED) return score;
    return score * gold_right * 100 / (gold_answers * PERCENT_WANTED);
}

int64_t course_next_usec(int64_t tries, int64_t exam_usec, int64_t retry_seconds) {
    return tries == 0 ? 0 : exam_usec + retry_seconds * 1000000;
}

/* SplitMix64. */
static uint64_t next_random(uint64_t *state) {
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Selection sampling: each question is taken with the chance that as many are still wanted of as many as are left. */
int course_draw(uint64_t seed, int pool, int count, int *out) {
    int taken = 0;
    for (int i = 0; i < pool && taken < count; i++)
        if (next_random(&seed) % (uint64_t)(pool - i) < (uint64_t)(count - taken)) out[taken++] = i;
    return taken;
}

int64_t course_seconds(int64_t seen_usec, int64_t now_usec) {
    enum { PAUSE_SECONDS_MAX = 300 };
    int64_t seconds = (now_usec - seen_usec) / 1000000;
    return seconds < 0 ? 0 : seconds > PAUSE_SECONDS_MAX ? PAUSE_SECONDS_MAX : seconds;
}
