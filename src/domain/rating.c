#include "domain/rating.h"

int64_t rating_shown(int64_t count) { return count / RATING_TOGETHER * RATING_TOGETHER; }

int64_t rating_tenths(int64_t sum, int64_t count) { return count > 0 ? (sum * 20 + count) / (count * 2) : 0; }

int64_t rating_overall_tenths(const struct rating_sums *sums) {
    return rating_tenths(sums->pay + sums->fairness + sums->clarity, sums->count * 3);
}
