/* rating.h - what workers think of a requester, and when it may be shown. Pure.
 *
 * One rating per worker and requester, 1 to 5 for pay, fairness and clarity, by whoever has had answers decided there.
 * Nobody is exposed: ratings are shown in complete fives, oldest first. Until there are five, nothing is shown; when
 * the sixth comes, what is shown stays, until the tenth; so what is shown never changes by one person's rating alone.
 * Who changes a rating goes to the end of the line. */
#pragma once
#include <stdint.h>

enum { RATING_LEAST = 1, RATING_MOST = 5, RATING_TOGETHER = 5 };

struct rating_sums {
    int64_t count; /* of the ratings that are shown */
    int64_t pay, fairness, clarity;
};

/* How many of `count` ratings are shown. */
int64_t rating_shown(int64_t count);
/* The mean in tenths, rounded half up; 0 = nothing is shown. */
int64_t rating_tenths(int64_t sum, int64_t count);
/* Of all three together. */
int64_t rating_overall_tenths(const struct rating_sums *sums);
