#include "domain/trust.h"

#include <assert.h>
#include <math.h>

void share_interval(int64_t right, int64_t n, double z, double *low, double *high) {
    assert(n >= 0 && right >= 0 && right <= n && z >= 0);
    *low = 0, *high = 1;
    if (n == 0) return;
    double count = (double)n, share = (double)right / count, z2 = z * z / count;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = z / (1 + z2) * sqrt(share * (1 - share) / count + z2 / (4 * count));
    *low = middle - half > 0 ? middle - half : 0;
    *high = middle + half < 1 ? middle + half : 1;
}

int gold_rate(int permille, int64_t gold_answers, int64_t gold_right) {
    static const double z90 = 1.645, begins = 0.6, trusted = 0.9, least = 0.25;
    double low, high;
    share_interval(gold_right, gold_answers, z90, &low, &high);
    double trust = (low - begins) / (trusted - begins);
    if (trust < 0) trust = 0;
    if (trust > 1) trust = 1;
    return (int)lround(permille * (1 - (1 - least) * trust));
}

int64_t gold_shown(int64_t n) { return n - n % GOLD_BLOCK; }

bool gold_revealed(bool decided, bool rejected, bool task_closed) { return decided && (rejected || task_closed); }
