/* rank_pairs.h - comparisons made ready for the models of fs_rank.h: checked, alike ones counted together, components.
 * Internal to the library. All memory is of the scratch that was handed in. */
#pragma once
#include "fs_rank.h"
#include "numeric.h"

/* All comparisons of a with b: a < b, unless sides matter, then a stood on the left. */
struct pair_cell {
    int32_t a, b;
    double a_wins, b_wins, ties;
};

struct pair_cells {
    struct pair_cell *cell;
    size_t count;
};

enum fs_status fs_pairs_check(const struct fs_pairs *pairs, struct fs_problem *problem);
/* False without memory. */
bool fs_pairs_count(const struct fs_pairs *pairs, bool sides, struct fs_scratch *s, struct pair_cells *cells);
/* component[items], numbered in order of their first item. *bounded: within each component every item reaches every
 * other by "was not always beaten" (Ford 1957), so that the likelihood has a maximum. False without memory. */
bool fs_pairs_components(const struct pair_cells *cells, int32_t items, struct fs_scratch *s, int32_t *component,
                         int32_t *components, bool *bounded);
/* Takes the mean of each component from the scores. */
void fs_scores_centre(double *score, const int32_t *component, int32_t components, int32_t items, struct fs_scratch *s);

/* What one comparison says at the fitted parameters, for the spread: derivatives of its log-likelihood by the
 * difference of its items' scores and by the tie parameter, and the expected curvature. */
struct pair_slope {
    double by_difference, by_tie;
    double difference_difference, difference_tie, tie_tie;
};

struct spread_request {
    const struct fs_pairs *pairs;
    const struct pair_slope *slope; /* per comparison, weight included */
    bool side, tie;                 /* further parameters, in this order after the items */
    double prior_precision, extra_precision;
    enum fs_spread spread;
    double level;
};
/* Fills error, low, high, covariance, side_error, tie_error, spread and clusters of bt, whose scores and components
 * stand. */
enum fs_status fs_spread_fill(const struct spread_request *request, struct fs_bt *bt, struct fs_problem *problem);
