/* Scores from comparisons and rankings: published tables, values of independent programs, gradients by differences,
 * truth of simulated workers, and what has no answer. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stats/faena-stats.h"
#include "stats/numeric.h"

enum { PAIRS_MAX = 60000 };

/* Comparisons as they are written down: "14<0" is worker 0 with item 1 on the left losing to item 4. */
struct sheet {
    int32_t left[PAIRS_MAX], right[PAIRS_MAX], worker[PAIRS_MAX];
    uint8_t winner[PAIRS_MAX];
    struct fs_pairs pairs;
};

static struct sheet *sheet_new(int32_t items, int32_t workers) {
    struct sheet *s = calloc(1, sizeof *s);
    s->pairs = (struct fs_pairs){.items = items,
                                 .workers = workers,
                                 .left = s->left,
                                 .right = s->right,
                                 .winner = s->winner,
                                 .worker = s->worker};
    return s;
}

static void compare(struct sheet *s, int left, int right, enum fs_winner winner, int worker) {
    size_t at = s->pairs.count++;
    assert_true(at < PAIRS_MAX);
    s->left[at] = left;
    s->right[at] = right;
    s->winner[at] = (uint8_t)winner;
    s->worker[at] = worker;
}

static struct sheet *sheet_of(int32_t items, int32_t workers, const char *text) {
    struct sheet *s = sheet_new(items, workers);
    for (; *text; text += strcspn(text, " "), text += *text == ' ') {
        const char *mark = strchr("<>=", text[2]);
        enum fs_winner winner = *mark == '<' ? FS_RIGHT : *mark == '>' ? FS_LEFT : FS_TIE;
        compare(s, text[0] - '0', text[1] - '0', winner, text[3] - '0');
    }
    return s;
}

static void near(const double *got, const double *wanted, int count, double tolerance) {
    for (int i = 0; i < count; i++)
        if (!(fabs(got[i] - wanted[i]) <= tolerance)) fail_msg("place %d: %.9g, not %.9g", i, got[i], wanted[i]);
}

static struct fs_bt bt_of(const struct fs_pairs *pairs, const struct fs_bt_options *options) {
    struct fs_bt bt;
    struct fs_problem problem = {0};
    if (fs_bradley_terry(pairs, options, &bt, &problem) != FS_OK) fail_msg("%s", problem.text);
    return bt;
}

/* Sixty comparisons of five items by six workers; what scipy and statsmodels make of them. */
static const char sixty[] = "14>0 34>2 31<0 12>4 10>3 32<1 30=2 43>2 01=5 10>2 23=2 40=2 01<5 13=0 40>2 30<0 02=4 02<1 "
                            "14>1 41<5 31=4 24<1 21<3 "
                            "42=0 42<4 02>2 04=1 42>3 02=3 20>3 31>2 13=5 32<5 30=4 32<0 24>4 41<0 21<3 43<2 03>2 23=1 "
                            "12=3 23>4 32<1 31>2 03>4 "
                            "02>3 43<4 14<0 30>3 14>0 21>2 41=1 23>5 02<0 34>3 40>4 32=5 01=3 01<2";

/* Agresti, Categorical Data Analysis: American League East 1987, wins of the row over the column. */
static void baseball(void **state) {
    static const int wins[7][7] = {{0, 7, 9, 7, 7, 9, 11}, {6, 0, 7, 5, 11, 9, 9}, {4, 6, 0, 7, 7, 8, 12},
                                   {6, 8, 6, 0, 6, 7, 10}, {6, 2, 6, 7, 0, 7, 12}, {4, 4, 5, 6, 6, 0, 6},
                                   {2, 4, 1, 3, 1, 7, 0}};
    static const double wanted[] = {1.5814, 1.4364, 1.2945, 1.2476, 1.1077, 0.6839, 0};
    struct sheet *s = sheet_new(7, 1);
    for (int a = 0; a < 7; a++)
        for (int b = 0; b < 7; b++)
            for (int n = 0; n < wins[a][b]; n++) compare(s, a, b, FS_LEFT, 0);
    struct fs_bt bt = bt_of(&s->pairs, &(struct fs_bt_options){.spread = FS_SPREAD_MODEL, .level = 0.95});
    double against_last[7], error = 0;
    for (int i = 0; i < 7; i++) against_last[i] = bt.score[i] - bt.score[6];
    near(against_last, wanted, 7, 5e-5);
    /* The published standard error of Milwaukee against Baltimore. */
    error = sqrt(bt.covariance[0] + bt.covariance[6 * 7 + 6] - 2 * bt.covariance[6]);
    near(&error, (double[]){0.3433}, 1, 5e-5);
    assert_false(bt.prior_used);
    assert_int_equal(bt.components, 1);
    fs_bt_free(&bt);
    free(s);
}

static void ties_and_sides(void **state) {
    struct sheet *s = sheet_of(5, 6, sixty);
    struct fs_bt bt = bt_of(&s->pairs, &(struct fs_bt_options){0});
    near(bt.score, (double[]){-0.32906443, 0.61779425, 0.28233407, -0.22434095, -0.34672294}, 5, 1e-6);
    near(&bt.log_likelihood, (double[]){-38.8535979979}, 1, 1e-8);
    fs_bt_free(&bt);
    bt = bt_of(&s->pairs, &(struct fs_bt_options){.tie_model = true, .side = true});
    near(bt.score, (double[]){-0.5258925, 0.99299547, 0.50527241, -0.38762945, -0.58474594}, 5, 1e-6);
    near(&bt.side, (double[]){0.48626978}, 1, 1e-6);
    near(&bt.tie, (double[]){-0.11140403}, 1, 1e-6);
    near(&bt.log_likelihood, (double[]){-60.68390279}, 1, 1e-7);
    fs_bt_free(&bt);
    free(s);
}

static void spreads(void **state) {
    static const double model[] = {0.4570876, 0.4668891, 0.39822631, 0.40521993, 0.42776857};
    static const double robust[] = {0.43543545, 0.48176136, 0.38843752, 0.42939869, 0.43539738};
    static const double clustered[] = {0.20873102, 0.60466326, 0.41108279, 0.49245354, 0.20736954};
    struct sheet *s = sheet_of(5, 6, sixty);
    double *weight = calloc(s->pairs.count, sizeof *weight); /* without ties */
    for (size_t i = 0; i < s->pairs.count; i++) weight[i] = s->winner[i] != FS_TIE;
    s->pairs.weight = weight;
    struct fs_bt_options options = {.spread = FS_SPREAD_MODEL, .level = 0.95};
    struct fs_bt bt = bt_of(&s->pairs, &options);
    near(bt.score, (double[]){-0.52481333, 0.96255165, 0.40500082, -0.42727279, -0.41546635}, 5, 1e-7);
    near(bt.error, model, 5, 1e-7);
    double reach = (bt.high[0] - bt.score[0]) / bt.error[0];
    near(&reach, (double[]){1.959963984540054}, 1, 1e-9);
    fs_bt_free(&bt);
    options.spread = FS_SPREAD_ROBUST;
    bt = bt_of(&s->pairs, &options);
    near(bt.error, robust, 5, 1e-7);
    fs_bt_free(&bt);
    options.spread = FS_SPREAD_CLUSTERED;
    bt = bt_of(&s->pairs, &options);
    assert_int_equal(bt.clusters, 6);
    for (int i = 0; i < 5; i++) bt.error[i] /= sqrt(6.0 / 5); /* the correction for few workers, which theirs lacks */
    near(bt.error, clustered, 5, 1e-7);
    reach = (bt.high[0] - bt.score[0]) / bt.error[0] / sqrt(6.0 / 5);
    near(&reach, (double[]){2.5705818366147395}, 1, 1e-9); /* Student's t, 5 degrees */
    int32_t best[5], worst[5];
    fs_bt_places(&bt, 0.95, best, worst);
    for (int i = 0; i < 5; i++) assert_true(best[i] >= 1 && best[i] <= worst[i] && worst[i] <= 5);
    fs_bt_free(&bt);
    /* One worker alone is no sample of workers. */
    memset(s->worker, 0, sizeof s->worker);
    bt = bt_of(&s->pairs, &options);
    assert_int_equal(bt.spread, FS_SPREAD_ROBUST);
    near(bt.error, robust, 5, 1e-7);
    fs_bt_free(&bt);
    free(weight);
    free(s);
}

/* Workers who lean: the clustered interval holds the truth as often as it says, the plain one does not. */
static void clustered_interval_covers(void **state) {
    enum { ITEMS = 6, WORKERS = 40, EACH = 40, SEEDS = 60 };
    int plain = 0, clustered = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct fs_random random = fs_random_stream(seed, 1);
        struct sheet *s = sheet_new(ITEMS, WORKERS);
        for (int w = 0; w < WORKERS; w++) {
            double lean[ITEMS];
            for (int i = 0; i < ITEMS; i++) lean[i] = fs_random_normal(&random);
            for (int n = 0; n < EACH; n++) {
                int a = (int)fs_random_below(&random, ITEMS),
                    b = (a + 1 + (int)fs_random_below(&random, ITEMS - 1)) % ITEMS;
                bool left = fs_random_uniform(&random) < fs_logistic(lean[a] - lean[b]);
                compare(s, a, b, left ? FS_LEFT : FS_RIGHT, w);
            }
        }
        struct fs_bt_options options = {.spread = FS_SPREAD_MODEL, .level = 0.9};
        struct fs_bt bt = bt_of(&s->pairs, &options);
        for (int i = 0; i < ITEMS; i++) plain += bt.low[i] <= 0 && bt.high[i] >= 0; /* all items are equal */
        fs_bt_free(&bt);
        options.spread = FS_SPREAD_CLUSTERED;
        bt = bt_of(&s->pairs, &options);
        for (int i = 0; i < ITEMS; i++) clustered += bt.low[i] <= 0 && bt.high[i] >= 0;
        fs_bt_free(&bt);
        free(s);
    }
    double share = (double)clustered / (SEEDS * ITEMS);
    if (share < 0.84 || share > 0.96) fail_msg("90 %% intervals hold the truth in %.3f", share);
    assert_true((double)plain / (SEEDS * ITEMS) < 0.7);
}

static void no_maximum_and_no_connection(void **state) {
    /* 0 always wins; 3 and 4 are apart; 5 was never compared. */
    struct sheet *s = sheet_of(6, 1, "01>0 01>0 12>0 12<0 02>0 34>0 34<0 34>0");
    struct fs_bt bt = bt_of(&s->pairs, &(struct fs_bt_options){.spread = FS_SPREAD_ROBUST, .level = 0.95});
    assert_true(bt.prior_used);
    assert_int_equal(bt.components, 3);
    assert_int_equal(bt.component[2], 0);
    assert_int_equal(bt.component[3], 1);
    assert_int_equal(bt.component[5], 2);
    assert_true(bt.score[0] > bt.score[1] && bt.score[0] < 10);
    near(&bt.score[5], (double[]){0}, 1, 0);
    double sum = bt.score[3] + bt.score[4];
    near(&sum, (double[]){0}, 1, 1e-12);
    for (int i = 0; i < 6; i++) assert_true(isfinite(bt.score[i]) && isfinite(bt.low[i]) && isfinite(bt.high[i]));
    int32_t best[6], worst[6];
    fs_bt_places(&bt, 0.95, best, worst);
    assert_int_equal(worst[5], 1);
    fs_bt_free(&bt);
    free(s);
    /* Ties alone, and a left side that always wins. */
    s = sheet_of(2, 1, "01=0 10=0");
    bt = bt_of(&s->pairs, &(struct fs_bt_options){.tie_model = true});
    assert_true(bt.prior_used && isfinite(bt.tie) && bt.tie > 0);
    near(bt.score, (double[]){0, 0}, 2, 1e-9);
    fs_bt_free(&bt);
    free(s);
    s = sheet_of(2, 1, "01>0 10>0 01>0");
    bt = bt_of(&s->pairs, &(struct fs_bt_options){.side = true});
    assert_true(bt.prior_used && isfinite(bt.side) && bt.side > 0.5);
    fs_bt_free(&bt);
    free(s);
}

static void bad_input(void **state) {
    struct sheet *s = sheet_of(3, 1, "01>0 12>0");
    struct fs_bt bt;
    struct fs_problem problem = {0};
    struct fs_bt_options options = {0};
    struct fs_pairs pairs = s->pairs;
    pairs.count = 0;
    assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_EMPTY);
    assert_true(problem.text[0]);
    pairs = s->pairs;
    pairs.items = 2;
    assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_INVALID);
    pairs.items = 1;
    assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_EMPTY);
    pairs = s->pairs;
    const double weights[][2] = {{1, NAN}, {INFINITY, 1}, {-1, 1}};
    for (int i = 0; i < 3; i++) {
        pairs.weight = weights[i];
        assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_INVALID);
    }
    pairs.weight = (const double[]){0, 0};
    assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_EMPTY);
    pairs = s->pairs;
    options.prior_sd = NAN;
    assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_INVALID);
    options = (struct fs_bt_options){.spread = FS_SPREAD_MODEL, .level = 1};
    assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_INVALID);
    s->right[0] = 0;
    assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_INVALID);
    s->right[0] = 1;
    s->winner[0] = 9;
    assert_int_equal(fs_bradley_terry(&pairs, &options, &bt, &problem), FS_INVALID);
    s->winner[0] = 0;
    struct fs_noisy_bt noisy;
    pairs.worker = NULL;
    assert_int_equal(fs_noisy_bt(&pairs, &(struct fs_noisy_options){0}, &noisy, &problem), FS_INVALID);
    double rating[3];
    pairs.count = 0;
    assert_int_equal(fs_elo(&pairs, &(struct fs_elo_options){0}, rating), FS_EMPTY);
    free(s);
}

/* --- workers with skill and bias --- */

static void noisy_gradient(void **state) {
    struct sheet *s = sheet_of(5, 6, sixty);
    enum { N = 5 + 12 };
    double weight[60], x[N], gradient[N], unused[N];
    struct fs_random random = fs_random_stream(3, 0);
    for (int i = 0; i < 60; i++) weight[i] = 0.5 + fs_random_uniform(&random);
    s->pairs.weight = weight;
    for (int i = 0; i < N; i++) x[i] = fs_random_normal(&random);
    struct fs_noisy_options options = {0};
    fs_noisy_bt_value(&s->pairs, &options, x, gradient);
    for (int i = 0; i < N; i++) {
        double was = x[i], step = 1e-5;
        x[i] = was + step;
        double above = fs_noisy_bt_value(&s->pairs, &options, x, unused);
        x[i] = was - step;
        double below = fs_noisy_bt_value(&s->pairs, &options, x, unused);
        x[i] = was;
        double wanted = (above - below) / (2 * step);
        near(&gradient[i], &wanted, 1, 1e-7 * fmax(1, fabs(wanted)));
    }
    free(s);
}

static double correlation(const double *x, const double *y, int n) {
    double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;
    for (int i = 0; i < n; i++) {
        mx += x[i] / n;
        my += y[i] / n;
    }
    for (int i = 0; i < n; i++) {
        xy += (x[i] - mx) * (y[i] - my);
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
    }
    return xy / sqrt(xx * yy);
}

static void noisy_finds_the_truth(void **state) {
    enum { ITEMS = 30, WORKERS = 40, EACH = 250 };
    struct fs_random random = fs_random_stream(8, 0);
    struct sheet *s = sheet_new(ITEMS, WORKERS);
    double score[ITEMS], skill[WORKERS];
    for (int i = 0; i < ITEMS; i++) score[i] = fs_random_normal(&random) * 1.2;
    for (int w = 0; w < WORKERS; w++) {
        skill[w] = w % 3 == 0 ? 0.05 : 0.95; /* a third guess, and say "left" nine times of ten */
        for (int n = 0; n < EACH; n++) {
            int a = (int)fs_random_below(&random, ITEMS),
                b = (a + 1 + (int)fs_random_below(&random, ITEMS - 1)) % ITEMS;
            bool looks = fs_random_uniform(&random) < skill[w];
            double left = looks ? fs_logistic(score[a] - score[b]) : 0.9;
            compare(s, a, b, fs_random_uniform(&random) < left ? FS_LEFT : FS_RIGHT, w);
        }
    }
    struct fs_noisy_bt noisy;
    struct fs_noisy_options options = {.spread = FS_SPREAD_CLUSTERED, .level = 0.95};
    assert_int_equal(fs_noisy_bt(&s->pairs, &options, &noisy, NULL), FS_OK);
    assert_true(noisy.bt.converged);
    struct fs_bt plain = bt_of(&s->pairs, &(struct fs_bt_options){0});
    double mean = 0, error = 0, plain_error = 0;
    for (int i = 0; i < ITEMS; i++) mean += score[i] / ITEMS;
    int held = 0;
    for (int i = 0; i < ITEMS; i++) {
        double truth = score[i] - mean;
        error += fabs(noisy.bt.score[i] - truth) / ITEMS;
        plain_error += fabs(plain.score[i] - truth) / ITEMS;
        held += noisy.bt.low[i] <= truth && noisy.bt.high[i] >= truth;
    }
    assert_true(error < 0.15);
    assert_true(plain_error > 2 * error);
    assert_true(held >= ITEMS * 8 / 10);
    assert_true(correlation(noisy.skill, skill, WORKERS) > 0.97);
    for (int w = 0; w < WORKERS; w += 3) assert_true(noisy.bias[w] > 0.8);
    fs_bt_free(&plain);
    fs_noisy_bt_free(&noisy);
    free(s);
}

/* --- Elo and rankings --- */

static void elo(void **state) {
    struct sheet *s = sheet_of(2, 1, "01>0 01=0");
    double rating[2], second = 2 - 4 / (1 + pow(10, -4.0 / 400));
    assert_int_equal(fs_elo(&s->pairs, &(struct fs_elo_options){0}, rating), FS_OK);
    near(rating, (double[]){1002 + second, 998 - second}, 2, 1e-9);
    free(s);
}

static const int32_t lists[] = {0, 1, 2, 3, 1, 0, 3, 2, 0, 2, 1, 3, 3, 0, 1, 2, 0, 1, 3, 2, 2, 0, 1, 3};
static const size_t lists_start[] = {0, 4, 8, 12, 16, 20, 22, 24};

static void rankings(void **state) {
    struct fs_rankings r = {.count = 7, .items = 4, .start = lists_start, .item = lists};
    double score[4], cost;
    int32_t order[4];
    bool exact;
    assert_int_equal(fs_plackett_luce(&r, 0, score), FS_OK);
    near(score, (double[]){1.06243045, 0.44839288, -0.75609063, -0.7547327}, 4, 1e-6);
    assert_int_equal(fs_borda(&r, score), FS_OK);
    near(score,
         (double[]){(1 + 2. / 3 + 1 + 2. / 3 + 1 + 0) / 6, (2. / 3 + 1 + 1. / 3 + 1. / 3 + 2. / 3 + 1) / 6,
                    (1. / 3 + 0 + 2. / 3 + 0 + 0 + 1) / 6, (0 + 1. / 3 + 0 + 1 + 1. / 3 + 0) / 6},
         4, 1e-12);
    assert_int_equal(fs_kemeny(&r, order, &cost, &exact), FS_OK);
    assert_true(exact);
    assert_int_equal(order[0], 0);
    assert_int_equal(order[1], 1);
    r.count = 0;
    assert_int_equal(fs_borda(&r, score), FS_EMPTY);
    r = (struct fs_rankings){.count = 1, .items = 4, .start = (size_t[]){0, 2}, .item = (int32_t[]){1, 1}};
    assert_int_equal(fs_borda(&r, score), FS_INVALID);
    assert_int_equal(fs_plackett_luce(&r, 0, score), FS_INVALID);
    assert_int_equal(fs_kemeny(&r, order, &cost, &exact), FS_INVALID);
}

/* The cheapest of all orders, by trying them. */
static double least_cost(const struct fs_rankings *r, int32_t *order, int32_t from) {
    if (from == r->items) {
        double cost = 0;
        for (size_t k = 0; k < r->count; k++)
            for (size_t i = r->start[k]; i < r->start[k + 1]; i++)
                for (size_t j = i + 1; j < r->start[k + 1]; j++) {
                    int a = 0, b = 0;
                    while (order[a] != r->item[i]) a++;
                    while (order[b] != r->item[j]) b++;
                    cost += a > b;
                }
        return cost;
    }
    double least = INFINITY;
    for (int32_t i = from; i < r->items; i++) {
        int32_t was = order[from];
        order[from] = order[i];
        order[i] = was;
        least = fmin(least, least_cost(r, order, from + 1));
        order[i] = order[from];
        order[from] = was;
    }
    return least;
}

static void kemeny_is_least(void **state) {
    enum { ITEMS = 6, LISTS = 5 };
    for (uint64_t seed = 0; seed < 10; seed++) {
        struct fs_random random = fs_random_stream(seed, 7);
        int32_t item[LISTS * ITEMS], order[ITEMS], all[ITEMS] = {0, 1, 2, 3, 4, 5};
        size_t start[LISTS + 1] = {0};
        for (int k = 0; k < LISTS; k++) {
            start[k + 1] = start[k] + ITEMS;
            for (int i = 0; i < ITEMS; i++) {
                int at = (int)fs_random_below(&random, (uint64_t)i + 1);
                item[k * ITEMS + i] = item[k * ITEMS + at];
                item[k * ITEMS + at] = i;
            }
        }
        struct fs_rankings r = {.count = LISTS, .items = ITEMS, .start = start, .item = item};
        double cost;
        bool exact;
        assert_int_equal(fs_kemeny(&r, order, &cost, &exact), FS_OK);
        near(&cost, (double[]){least_cost(&r, all, 0)}, 1, 1e-12);
    }
    /* Many items: one clear order is found by moves. */
    enum { MANY = 40 };
    int32_t clear[MANY], order[MANY];
    for (int i = 0; i < MANY; i++) clear[i] = i * 7 % MANY;
    struct fs_rankings r = {.count = 1, .items = MANY, .start = (size_t[]){0, MANY}, .item = clear};
    double cost;
    bool exact;
    assert_int_equal(fs_kemeny(&r, order, &cost, &exact), FS_OK);
    assert_false(exact);
    near(&cost, (double[]){0}, 1, 0);
    assert_memory_equal(order, clear, sizeof order);
}

static void quantiles(void **state) {
    double got[] = {fs_normal_quantile(0.975), fs_student_quantile(0.975, 5), fs_student_quantile(0.975, 1),
                    fs_student_quantile(0.9, 2.5), fs_student_quantile(0.025, 5)};
    near(got,
         (double[]){1.959963984540054, 2.5705818366147395, 12.706204736432095, 1.730250928807177, -2.5705818366147395},
         5, 1e-9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles),
        cmocka_unit_test(baseball),
        cmocka_unit_test(ties_and_sides),
        cmocka_unit_test(spreads),
        cmocka_unit_test(clustered_interval_covers),
        cmocka_unit_test(no_maximum_and_no_connection),
        cmocka_unit_test(bad_input),
        cmocka_unit_test(noisy_gradient),
        cmocka_unit_test(noisy_finds_the_truth),
        cmocka_unit_test(elo),
        cmocka_unit_test(rankings),
        cmocka_unit_test(kemeny_is_least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
