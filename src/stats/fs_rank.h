/* fs_rank.h - scores of items from comparisons of two and from rankings of several.
 *
 *   fs_pairs ----> fs_bradley_terry    scores with intervals; ties; the side an item stands on
 *            `---> fs_noisy_bt         the same with a skill and a bias of each worker
 *            `---> fs_elo              running ratings, for comparison with other tools
 *   fs_rankings -> fs_plackett_luce, fs_borda, fs_kemeny
 *
 * 1. Items and workers are numbers from 0. A result has one place per item; a comparison of an item with itself, a
 *    number out of range, a weight that is negative or not finite is FS_INVALID. Nothing to compare is FS_EMPTY.
 * 2. Scores are natural logarithms of odds: an item beats another in share 1 / (1 + exp(other - own)). Their mean is 0
 *    within each component. ELO_PER_SCORE turns differences into Elo points.
 * 3. Items that no chain of comparisons joins stand in different `component`s, and their scores must not be compared.
 * 4. No result is NaN or infinite. Where the likelihood has no maximum (an item that won every time), a weak normal
 *    prior is used and `prior_used` says so.
 * 5. A problem (may be NULL) gets a sentence when the status is not FS_OK.
 * 6. The caller owns inputs; a result is freed with its _free, also after an error. Calls share nothing. */
#pragma once
#include "fs_core.h"

#define FS_ELO_PER_SCORE 173.71779276130073 /* 400 / ln 10 */

enum fs_winner { FS_LEFT = 0, FS_RIGHT = 1, FS_TIE = 2 };

struct fs_pairs {
    size_t count;
    int32_t items, workers; /* workers: 0 when unknown */
    const int32_t *left, *right;
    const uint8_t *winner; /* enum fs_winner */
    const int32_t *worker; /* NULL when unknown */
    const double *weight;  /* NULL: 1 each */
};

/* Which spread the intervals have. MODEL trusts that comparisons are independent; ROBUST only the shape of the scores;
 * CLUSTERED also allows a worker's answers to lean the same way. */
enum fs_spread { FS_SPREAD_NONE, FS_SPREAD_MODEL, FS_SPREAD_ROBUST, FS_SPREAD_CLUSTERED };

struct fs_bt_options {
    bool tie_model;        /* Davidson's; otherwise a tie is half a win for each */
    bool side;             /* estimate how much the left side helps */
    double prior_sd;       /* of scores around 0; 0: none where the maximum exists, else FS_PRIOR_SD */
    enum fs_spread spread; /* FS_SPREAD_CLUSTERED needs workers; with fewer than two it is ROBUST */
    double level;          /* of intervals, such as 0.95 */
    int iterations_max;    /* 0: 100 */
};
#define FS_PRIOR_SD 3.0

struct fs_bt {
    int32_t items;
    double *score;
    double *error, *low, *high; /* standard error and interval of the score; NULL when not asked for */
    double *covariance;         /* items x items; NULL when not asked for */
    int32_t *component;         /* from 0 */
    int32_t components;
    double side, side_error; /* log odds that the left side adds */
    double tie, tie_error;   /* log of Davidson's nu: ties of equals are exp(tie) times a win */
    double log_likelihood;   /* without the prior */
    enum fs_spread spread;   /* what the intervals are */
    int32_t clusters;        /* workers behind a clustered spread; its intervals use Student's t with one less */
    int iterations;
    bool prior_used, converged;
};

/* Bradley and Terry 1952, ties after Davidson 1970, the side after Davidson and Beaver 1977; one concave likelihood,
 * maximised by Newton's method with conjugate gradients. Spread by sandwich (White 1982; Liang and Zeger 1986).
 * FS_TOO_LARGE when a spread is asked for more than FS_SPREAD_ITEMS_MAX items. */
enum { FS_SPREAD_ITEMS_MAX = 4000 };
FS_API enum fs_status fs_bradley_terry(const struct fs_pairs *pairs, const struct fs_bt_options *options,
                                       struct fs_bt *bt, struct fs_problem *problem);
FS_API void fs_bt_free(struct fs_bt *bt);
/* The places an item can hold: 1 + those surely above it, and items - those surely below it, at the interval's level.
 * Needs the covariance; arrays of `items`. */
FS_API void fs_bt_places(const struct fs_bt *bt, double level, int32_t *best, int32_t *worst);

struct fs_noisy_options {
    double score_sd, skill_mean, skill_sd, bias_sd; /* priors; 0: 3, 2, 1.5, 1.5 */
    int iterations_max;                             /* 0: 300 */
    enum fs_spread spread;
    double level;
};

struct fs_noisy_bt {
    struct fs_bt bt; /* scores; `side` and `tie` are 0 */
    int32_t workers;
    double *skill, *bias; /* share of answers that look at the items; share of "left" among the others */
};

/* Each answer looks at the items with the worker's skill, and otherwise says "left" with the worker's bias (Chen et al.
 * 2013 with position in place of reversal). Maximum of the posterior by L-BFGS from Bradley and Terry's scores. A tie
 * is half an answer each way. The spread takes skills and biases as known. */
FS_API enum fs_status fs_noisy_bt(const struct fs_pairs *pairs, const struct fs_noisy_options *options,
                                  struct fs_noisy_bt *noisy, struct fs_problem *problem);
FS_API void fs_noisy_bt_free(struct fs_noisy_bt *noisy);
/* For tests: minus the log posterior and its gradient at x = scores, skill logits, bias logits. */
FS_API double fs_noisy_bt_value(const struct fs_pairs *pairs, const struct fs_noisy_options *options, const double *x,
                                double *gradient);

struct fs_elo_options {
    double step, start, scale; /* K, first rating, points for tenfold odds; 0: 4, 1000, 400 */
};
/* In the order given. rating: items. */
FS_API enum fs_status fs_elo(const struct fs_pairs *pairs, const struct fs_elo_options *options, double *rating);

struct fs_rankings {
    size_t count;
    int32_t items;
    const size_t *start;  /* count + 1 places in item */
    const int32_t *item;  /* best first; no item twice in a ranking */
    const double *weight; /* of each ranking; NULL: 1 */
};
/* Mean share of the others in a ranking that an item stands above; 0.5 for an item in no ranking of two or more. */
FS_API enum fs_status fs_borda(const struct fs_rankings *rankings, double *score);
/* Plackett 1975, Luce 1959, with a normal prior of prior_sd (0: FS_PRIOR_SD) on scores, which then always exist. */
FS_API enum fs_status fs_plackett_luce(const struct fs_rankings *rankings, double prior_sd, double *score);
/* The order with the least weight of contradicted pairs (Kemeny 1959), best first; exact up to FS_KEMENY_EXACT_MAX
 * items, beyond by moves of single items from Borda's order. cost: that weight. FS_TOO_LARGE above FS_KEMENY_ITEMS_MAX.
 */
enum { FS_KEMENY_EXACT_MAX = 16, FS_KEMENY_ITEMS_MAX = 2000 };
FS_API enum fs_status fs_kemeny(const struct fs_rankings *rankings, int32_t *order, double *cost, bool *exact);
