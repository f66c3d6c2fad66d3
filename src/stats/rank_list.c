/* Scores and orders from rankings of several items. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rank_pairs.h"

static enum fs_status rankings_check(const struct fs_rankings *r) {
    if (r->count == 0 || r->items < 1) return FS_EMPTY;
    int32_t *seen = calloc((size_t)r->items, sizeof *seen); /* 1 + the last ranking with the item */
    if (!seen) return FS_NO_MEMORY;
    enum fs_status status = r->count < INT32_MAX ? FS_OK : FS_TOO_LARGE;
    for (size_t k = 0; k < r->count && status == FS_OK; k++) {
        double weight = r->weight ? r->weight[k] : 1;
        if (!(weight >= 0 && weight <= 1e100) || r->start[k] > r->start[k + 1]) status = FS_INVALID;
        for (size_t i = r->start[k]; i < r->start[k + 1] && status == FS_OK; i++) {
            int32_t item = r->item[i];
            if (item < 0 || item >= r->items || seen[item] == (int32_t)k + 1)
                status = FS_INVALID;
            else
                seen[item] = (int32_t)k + 1;
        }
    }
    free(seen);
    return status;
}

enum fs_status fs_borda(const struct fs_rankings *r, double *score) {
    enum fs_status status = rankings_check(r);
    if (status != FS_OK) return status;
    double *weights = calloc((size_t)r->items, sizeof *weights);
    if (!weights) return FS_NO_MEMORY;
    for (int32_t i = 0; i < r->items; i++) score[i] = 0;
    for (size_t k = 0; k < r->count; k++) {
        size_t length = r->start[k + 1] - r->start[k];
        double weight = r->weight ? r->weight[k] : 1;
        for (size_t i = 0; i < length && length > 1; i++) {
            int32_t item = r->item[r->start[k] + i];
            score[item] += weight * (double)(length - 1 - i) / (double)(length - 1);
            weights[item] += weight;
        }
    }
    for (int32_t i = 0; i < r->items; i++) score[i] = weights[i] > 0 ? score[i] / weights[i] : 0.5;
    free(weights);
    return FS_OK;
}

/* --- Plackett and Luce --- */

struct luce {
    const struct fs_rankings *rankings;
    double precision;
};

/* Each place of a ranking is a choice among those not yet placed: s_chosen - log sum exp(s of the rest). From the last
 * place to the first, sums grow by one item; `most` keeps them in range. */
static double luce_value(void *context, const double *x, double *gradient) {
    const struct luce *l = context;
    const struct fs_rankings *r = l->rankings;
    double value = 0;
    for (int32_t i = 0; i < r->items; i++) {
        value += l->precision * x[i] * x[i] / 2;
        gradient[i] = l->precision * x[i];
    }
    for (size_t k = 0; k < r->count; k++) {
        const int32_t *item = r->item + r->start[k];
        size_t length = r->start[k + 1] - r->start[k];
        double weight = r->weight ? r->weight[k] : 1, most = -INFINITY, inverse_sums = 0, sum = 0;
        for (size_t i = 0; i < length; i++) most = fmax(most, x[item[i]]);
        for (size_t i = length; i-- > 0;) sum += exp(x[item[i]] - most);
        for (size_t i = 0; i + 1 < length; i++) {
            double own = exp(x[item[i]] - most);
            sum = fmax(sum, own);
            value -= weight * (x[item[i]] - most - log(sum));
            inverse_sums += 1 / sum;
            gradient[item[i]] -= weight * (1 - own * inverse_sums);
            sum -= own;
        }
        if (length > 1) gradient[item[length - 1]] += weight * exp(x[item[length - 1]] - most) * inverse_sums;
    }
    return value;
}

enum fs_status fs_plackett_luce(const struct fs_rankings *rankings, double prior_sd, double *score) {
    enum fs_status status = rankings_check(rankings);
    if (status != FS_OK) return status;
    if (prior_sd == 0) prior_sd = FS_PRIOR_SD;
    if (!(prior_sd >= 1e-6 && prior_sd <= 1e6)) return FS_INVALID;
    struct luce l = {rankings, 1 / (prior_sd * prior_sd)};
    struct fs_minimised found;
    memset(score, 0, (size_t)rankings->items * sizeof *score);
    if (!fs_minimise(luce_value, &l, score, (size_t)rankings->items, 1e-10, 1000, &found)) return FS_NO_MEMORY;
    double mean = 0;
    for (int32_t i = 0; i < rankings->items; i++) mean += score[i] / rankings->items;
    for (int32_t i = 0; i < rankings->items; i++) score[i] -= mean;
    return FS_OK;
}

/* --- Kemeny --- */

/* prefers[a * items + b]: weight of rankings with a above b. */
static void preferences(const struct fs_rankings *r, double *prefers) {
    size_t items = (size_t)r->items;
    for (size_t k = 0; k < r->count; k++) {
        double weight = r->weight ? r->weight[k] : 1;
        for (size_t i = r->start[k]; i < r->start[k + 1]; i++)
            for (size_t j = i + 1; j < r->start[k + 1]; j++)
                prefers[(size_t)r->item[i] * items + (size_t)r->item[j]] += weight;
    }
}

/* Least cost of every set as the top of the order, built by its last item (Held and Karp's recursion). */
static void kemeny_exact(const double *prefers, size_t items, double *least, uint8_t *last, int32_t *order) {
    for (size_t set = 1; set < (size_t)1 << items; set++) {
        least[set] = INFINITY;
        for (size_t i = 0; i < items; i++) {
            if (!(set >> i & 1)) continue;
            double cost = least[set & ~((size_t)1 << i)];
            for (size_t above = 0; above < items; above++) /* i below all others of the set */
                if (above != i && (set >> above & 1)) cost += prefers[i * items + above];
            if (cost < least[set]) {
                least[set] = cost;
                last[set] = (uint8_t)i;
            }
        }
    }
    size_t set = ((size_t)1 << items) - 1;
    for (size_t place = items; place-- > 0; set &= ~((size_t)1 << order[place])) order[place] = last[set];
}

/* Moves single items to their best place until nothing gains. */
static void kemeny_moves(const double *prefers, size_t items, int32_t *order) {
    for (int pass = 0, moved = 1; moved && pass < 100; pass++) {
        moved = 0;
        for (size_t from = 0; from < items; from++) {
            size_t item = (size_t)order[from], best = from;
            double gain = 0, most = 1e-9;
            for (size_t to = from; to-- > 0;) {
                size_t other = (size_t)order[to];
                gain += prefers[item * items + other] - prefers[other * items + item];
                if (gain > most) {
                    most = gain;
                    best = to;
                }
            }
            gain = 0;
            for (size_t to = from + 1; to < items; to++) {
                size_t other = (size_t)order[to];
                gain += prefers[other * items + item] - prefers[item * items + other];
                if (gain > most) {
                    most = gain;
                    best = to;
                }
            }
            if (best == from) continue;
            moved = 1;
            if (best < from)
                memmove(order + best + 1, order + best, (from - best) * sizeof *order);
            else
                memmove(order + from, order + from + 1, (best - from) * sizeof *order);
            order[best] = (int32_t)item;
        }
    }
}

/* Items by falling score; of equal ones the first. */
static void order_by(const double *score, size_t items, int32_t *order) {
    for (size_t i = 0; i < items; i++) {
        size_t at = i;
        for (; at > 0 && score[order[at - 1]] < score[i]; at--) order[at] = order[at - 1];
        order[at] = (int32_t)i;
    }
}

enum fs_status fs_kemeny(const struct fs_rankings *r, int32_t *order, double *cost, bool *exact) {
    enum fs_status status = rankings_check(r);
    if (status != FS_OK) return status;
    if (r->items > FS_KEMENY_ITEMS_MAX) return FS_TOO_LARGE;
    struct fs_scratch s = {0};
    size_t items = (size_t)r->items;
    *exact = r->items <= FS_KEMENY_EXACT_MAX;
    size_t sets = *exact ? (size_t)1 << items : 0;
    double *prefers = fs_scratch_new(&s, items * items, sizeof *prefers),
           *least = fs_scratch_new(&s, sets, sizeof *least);
    double *score = fs_scratch_new(&s, items, sizeof *score);
    uint8_t *last = fs_scratch_new(&s, sets, sizeof *last);
    status = s.failed ? FS_NO_MEMORY : fs_borda(r, score);
    if (status == FS_OK) {
        preferences(r, prefers);
        if (*exact) {
            kemeny_exact(prefers, items, least, last, order);
        } else {
            order_by(score, items, order);
            kemeny_moves(prefers, items, order);
        }
        *cost = 0;
        for (size_t i = 0; i < items; i++)
            for (size_t j = i + 1; j < items; j++) *cost += prefers[(size_t)order[j] * items + (size_t)order[i]];
    }
    fs_scratch_free(&s);
    return status;
}
