/* Bradley and Terry with a skill and a bias of each worker: a mixture of looking and of saying one side. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rank_pairs.h"

/* The comparisons by worker, so that a worker's parameters are read and its gradient summed in one go. */
struct noisy {
    const struct fs_pairs *pairs;
    struct fs_noisy_options o; /* with defaults filled in */
    size_t *start;
    int32_t *order;
};

static struct fs_noisy_options options_filled(const struct fs_noisy_options *given) {
    struct fs_noisy_options o = *given;
    if (o.score_sd == 0) o.score_sd = FS_PRIOR_SD;
    if (o.skill_mean == 0) o.skill_mean = 2;
    if (o.skill_sd == 0) o.skill_sd = 1.5;
    if (o.bias_sd == 0) o.bias_sd = 1.5;
    if (o.iterations_max <= 0) o.iterations_max = 300;
    return o;
}

static bool noisy_begin(struct noisy *n, const struct fs_pairs *pairs, const struct fs_noisy_options *options,
                        struct fs_scratch *s) {
    *n = (struct noisy){pairs, options_filled(options), fs_scratch_new(s, (size_t)pairs->workers + 1, sizeof *n->start),
                        fs_scratch_new(s, pairs->count, sizeof *n->order)};
    if (s->failed) return false;
    fs_group_by(pairs->worker, pairs->count, pairs->workers, n->start, n->order);
    return true;
}

struct worker_shares {
    double skill, left; /* fs_logistic of the worker's two parameters */
};

/* One answer "left" (or not): its log-likelihood and derivatives by difference, skill logit and bias logit. */
struct answer {
    double log, by_difference, by_skill, by_bias, share;
};

static struct answer answer_at(double looked_left, struct worker_shares w, bool left) {
    double looked = left ? looked_left : 1 - looked_left, guessed = left ? w.left : 1 - w.left;
    double p = w.skill * looked + (1 - w.skill) * guessed, sign = left ? 1 : -1;
    p = fmax(p, 1e-300);
    return (struct answer){
        .log = log(p),
        .by_difference = sign * w.skill * looked * (1 - looked) / p,
        .by_skill = w.skill * (1 - w.skill) * (looked - guessed) / p,
        .by_bias = sign * (1 - w.skill) * guessed * (1 - guessed) / p,
        .share = p,
    };
}

static double squares(const double *x, size_t n, double mean, double sd, double *gradient) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        double z = (x[i] - mean) / sd;
        sum += z * z / 2;
        gradient[i] += z / sd;
    }
    return sum;
}

static double noisy_value(void *context, const double *x, double *gradient) {
    const struct noisy *n = context;
    const struct fs_pairs *pairs = n->pairs;
    size_t items = (size_t)pairs->items, workers = (size_t)pairs->workers;
    double minus_log = 0;
    memset(gradient, 0, (items + 2 * workers) * sizeof *gradient);
    for (size_t worker = 0; worker < workers; worker++) {
        struct worker_shares w = {fs_logistic(x[items + worker]), fs_logistic(x[items + workers + worker])};
        double by_skill = 0, by_bias = 0;
        for (size_t k = n->start[worker]; k < n->start[worker + 1]; k++) {
            size_t i = (size_t)n->order[k];
            double weight = pairs->weight ? pairs->weight[i] : 1;
            double looked_left = fs_logistic(x[pairs->left[i]] - x[pairs->right[i]]), by_difference = 0;
            bool tie = pairs->winner[i] == FS_TIE;
            if (tie) weight /= 2;
            for (int side = 0; side < 2; side++) { /* left, right */
                if (!tie && pairs->winner[i] != side) continue;
                struct answer a = answer_at(looked_left, w, side == FS_LEFT);
                minus_log -= weight * a.log;
                by_difference += weight * a.by_difference;
                by_skill += weight * a.by_skill;
                by_bias += weight * a.by_bias;
            }
            gradient[pairs->left[i]] -= by_difference;
            gradient[pairs->right[i]] += by_difference;
        }
        gradient[items + worker] = -by_skill;
        gradient[items + workers + worker] = -by_bias;
    }
    minus_log += squares(x, items, 0, n->o.score_sd, gradient);
    minus_log += squares(x + items, workers, n->o.skill_mean, n->o.skill_sd, gradient + items);
    return minus_log + squares(x + items + workers, workers, 0, n->o.bias_sd, gradient + items + workers);
}

double fs_noisy_bt_value(const struct fs_pairs *pairs, const struct fs_noisy_options *options, const double *x,
                         double *gradient) {
    struct fs_scratch s = {0};
    struct noisy n;
    double value = 0;
    if (fs_pairs_check(pairs, NULL) == FS_OK && pairs->worker && noisy_begin(&n, pairs, options, &s))
        value = noisy_value(&n, x, gradient);
    fs_scratch_free(&s);
    return value;
}

static void slopes(const struct noisy *n, const double *x, struct pair_slope *slope) {
    const struct fs_pairs *pairs = n->pairs;
    size_t items = (size_t)pairs->items, workers = (size_t)pairs->workers;
    for (size_t i = 0; i < pairs->count; i++) {
        size_t worker = (size_t)pairs->worker[i];
        struct worker_shares w = {fs_logistic(x[items + worker]), fs_logistic(x[items + workers + worker])};
        double looked_left = fs_logistic(x[pairs->left[i]] - x[pairs->right[i]]);
        double weight = pairs->weight ? pairs->weight[i] : 1;
        struct answer left = answer_at(looked_left, w, true), right = answer_at(looked_left, w, false);
        double by = pairs->winner[i] == FS_LEFT    ? left.by_difference
                    : pairs->winner[i] == FS_RIGHT ? right.by_difference
                                                   : (left.by_difference + right.by_difference) / 2;
        slope[i].by_difference = weight * by;
        slope[i].difference_difference = weight * (left.share * left.by_difference * left.by_difference +
                                                   right.share * right.by_difference * right.by_difference);
    }
}

static enum fs_status fit(const struct fs_pairs *pairs, const struct fs_noisy_options *options, struct fs_scratch *s,
                          struct fs_noisy_bt *noisy, struct fs_problem *problem) {
    size_t items = (size_t)pairs->items, workers = (size_t)pairs->workers;
    struct noisy n;
    struct fs_minimised found;
    double *x = fs_scratch_new(s, items + 2 * workers, sizeof *x);
    noisy->skill = calloc(workers, sizeof *noisy->skill);
    noisy->bias = calloc(workers, sizeof *noisy->bias);
    if (!x || !noisy->skill || !noisy->bias || !noisy_begin(&n, pairs, options, s)) return FS_NO_MEMORY;
    struct fs_bt_options plain = {.prior_sd = n.o.score_sd};
    enum fs_status status = fs_bradley_terry(pairs, &plain, &noisy->bt, problem);
    if (status != FS_OK) return status;
    memcpy(x, noisy->bt.score, items * sizeof *x);
    for (size_t i = 0; i < workers; i++) x[items + i] = n.o.skill_mean;
    if (!fs_minimise(noisy_value, &n, x, items + 2 * workers, 1e-9, n.o.iterations_max, &found)) return FS_NO_MEMORY;
    memcpy(noisy->bt.score, x, items * sizeof *x);
    fs_scores_centre(noisy->bt.score, noisy->bt.component, noisy->bt.components, noisy->bt.items, s);
    noisy->workers = pairs->workers;
    for (size_t i = 0; i < workers; i++) {
        noisy->skill[i] = fs_logistic(x[items + i]);
        noisy->bias[i] = fs_logistic(x[items + workers + i]);
    }
    noisy->bt.iterations = found.iterations;
    noisy->bt.converged = found.converged;
    noisy->bt.prior_used = true;
    struct pair_slope *slope = fs_scratch_new(s, pairs->count, sizeof *slope);
    double *unused = fs_scratch_new(s, items + 2 * workers, sizeof *unused);
    if (s->failed) return FS_NO_MEMORY;
    noisy->bt.log_likelihood = -noisy_value(&n, x, unused) + squares(x, items, 0, n.o.score_sd, unused) +
                               squares(x + items, workers, n.o.skill_mean, n.o.skill_sd, unused + items) +
                               squares(x + items + workers, workers, 0, n.o.bias_sd, unused + items + workers);
    if (options->spread == FS_SPREAD_NONE) return FS_OK;
    slopes(&n, x, slope);
    double precision = 1 / (n.o.score_sd * n.o.score_sd);
    struct spread_request request = {pairs, slope, false, false, precision, 0, options->spread, options->level};
    return fs_spread_fill(&request, &noisy->bt, problem);
}

enum fs_status fs_noisy_bt(const struct fs_pairs *pairs, const struct fs_noisy_options *options,
                           struct fs_noisy_bt *noisy, struct fs_problem *problem) {
    *noisy = (struct fs_noisy_bt){0};
    enum fs_status status = fs_pairs_check(pairs, problem);
    if (status != FS_OK) return status;
    if (!pairs->worker || pairs->workers < 1)
        return fs_refuse(problem, FS_INVALID, "This model needs to know which worker compared.");
    const double sds[] = {options->score_sd, options->skill_sd, options->bias_sd};
    for (int i = 0; i < 3; i++)
        if (!(sds[i] == 0 || (sds[i] >= 1e-6 && sds[i] <= 1e6)) || !(fabs(options->skill_mean) <= 30))
            return fs_refuse(problem, FS_INVALID,
                             "A prior's deviation is 0 (the default) or from 0.000001 to 1000000, "
                             "the mean of skills from -30 to 30.");
    struct fs_scratch s = {0};
    status = fit(pairs, options, &s, noisy, problem);
    fs_scratch_free(&s);
    if (status == FS_NO_MEMORY) fs_refuse(problem, status, "There is not enough memory for these comparisons.");
    if (status != FS_OK) fs_noisy_bt_free(noisy);
    return status;
}

void fs_noisy_bt_free(struct fs_noisy_bt *noisy) {
    fs_bt_free(&noisy->bt);
    free(noisy->skill);
    free(noisy->bias);
    *noisy = (struct fs_noisy_bt){0};
}

/* --- Elo --- */

enum fs_status fs_elo(const struct fs_pairs *pairs, const struct fs_elo_options *options, double *rating) {
    enum fs_status status = fs_pairs_check(pairs, NULL);
    double step = options->step != 0 ? options->step : 4, start = options->start != 0 ? options->start : 1000;
    double scale = options->scale != 0 ? options->scale : 400;
    if (status != FS_OK) return status;
    if (!(step > 0 && step <= 1e6) || !(fabs(start) <= 1e9) || !(scale >= 1e-3 && scale <= 1e9)) return FS_INVALID;
    for (int32_t i = 0; i < pairs->items; i++) rating[i] = start;
    for (size_t i = 0; i < pairs->count; i++) {
        double *left = &rating[pairs->left[i]], *right = &rating[pairs->right[i]];
        double expected = fs_logistic((*left - *right) / scale * M_LN10);
        double got = pairs->winner[i] == FS_TIE ? 0.5 : pairs->winner[i] == FS_LEFT;
        double move = step * fmin(1, pairs->weight ? pairs->weight[i] : 1) * (got - expected);
        *left += move;
        *right -= move;
    }
    return FS_OK;
}
