/* Bradley and Terry's model as one multinomial logit: utilities of left, right and tie are z/2, -z/2 and t, where z is
 * the difference of scores plus the side and t the tie parameter. All are linear in the parameters, so the likelihood
 * is concave and Newton's method needs only a step that never falls. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rank_pairs.h"

struct model {
    const struct pair_cells *cells;
    int32_t items;
    bool side, tie;
    size_t parameters; /* items, then side, then tie */
    double precision, extra_precision;
};

/* Shares of the three outcomes at z and t. Without a tie model t is -infinity. */
struct shares {
    double a, b, tie, log_a, log_b, log_tie;
};

static struct shares shares_at(double z, double t) {
    if (t == -INFINITY) { /* the same with one exponential */
        double e = exp(-fabs(z)), high = 1 / (1 + e), log_high = -log1p(e), log_low = log_high - fabs(z);
        struct shares p = {.log_tie = t};
        p.a = z >= 0 ? high : e * high;
        p.b = z >= 0 ? e * high : high;
        p.log_a = z >= 0 ? log_high : log_low;
        p.log_b = z >= 0 ? log_low : log_high;
        return p;
    }
    double most = fmax(fabs(z) / 2, t);
    double a = z / 2 - most, b = -z / 2 - most, tie = t - most;
    double log_sum = log(exp(a) + exp(b) + exp(tie));
    return (struct shares){.a = exp(a - log_sum),
                           .b = exp(b - log_sum),
                           .tie = exp(tie - log_sum),
                           .log_a = a - log_sum,
                           .log_b = b - log_sum,
                           .log_tie = tie - log_sum};
}

static double cell_z(const struct model *m, const struct pair_cell *cell, const double *x) {
    return x[cell->a] - x[cell->b] + (m->side ? x[m->items] : 0);
}

static double model_t(const struct model *m, const double *x) { return m->tie ? x[m->parameters - 1] : -INFINITY; }

/* A tie without a tie model is half a win for each. */
static double cell_a_wins(const struct model *m, const struct pair_cell *c) {
    return c->a_wins + (m->tie ? 0 : c->ties / 2);
}
static double cell_b_wins(const struct model *m, const struct pair_cell *c) {
    return c->b_wins + (m->tie ? 0 : c->ties / 2);
}

static double penalty(const struct model *m, const double *x) {
    double sum = m->precision * fs_dot(x, x, (size_t)m->items);
    for (size_t i = (size_t)m->items; i < m->parameters; i++) sum += m->extra_precision * x[i] * x[i];
    return sum / 2;
}

/* The log-likelihood; with its gradient and the curvature of each cell (z z, z t, t t) when asked for. */
static double evaluate(const struct model *m, const double *x, double *gradient, double (*curvature)[3]) {
    double sum = 0, t = model_t(m, x);
    if (gradient) memset(gradient, 0, m->parameters * sizeof *gradient);
    for (size_t i = 0; i < m->cells->count; i++) {
        const struct pair_cell *cell = &m->cells->cell[i];
        struct shares p = shares_at(cell_z(m, cell, x), t);
        double a = cell_a_wins(m, cell), b = cell_b_wins(m, cell), ties = m->tie ? cell->ties : 0, n = a + b + ties;
        sum += a * p.log_a + b * p.log_b + (ties > 0 ? ties * p.log_tie : 0);
        if (!gradient) continue;
        double by_z = ((a - b) - n * (p.a - p.b)) / 2;
        gradient[cell->a] += by_z;
        gradient[cell->b] -= by_z;
        if (m->side) gradient[m->items] += by_z;
        if (m->tie) gradient[m->parameters - 1] += ties - n * p.tie;
        curvature[i][0] = n * (p.a + p.b - (p.a - p.b) * (p.a - p.b)) / 4;
        curvature[i][1] = -n * (p.a - p.b) * p.tie / 2;
        curvature[i][2] = n * p.tie * (1 - p.tie);
    }
    return sum;
}

/* y = (information + prior) v */
static void apply(const struct model *m, double (*const curvature)[3], const double *v, double *y) {
    size_t items = (size_t)m->items;
    for (size_t i = 0; i < m->parameters; i++) y[i] = v[i] * (i < items ? m->precision : m->extra_precision);
    double side = m->side ? v[items] : 0, tie = m->tie ? v[m->parameters - 1] : 0, to_side = 0, to_tie = 0;
    for (size_t i = 0; i < m->cells->count; i++) {
        const struct pair_cell *cell = &m->cells->cell[i];
        double z = v[cell->a] - v[cell->b] + side, by_z = curvature[i][0] * z + curvature[i][1] * tie;
        y[cell->a] += by_z;
        y[cell->b] -= by_z;
        to_side += by_z;
        to_tie += curvature[i][1] * z + curvature[i][2] * tie;
    }
    if (m->side) y[items] += to_side;
    if (m->tie) y[m->parameters - 1] += to_tie;
}

static void diagonal(const struct model *m, double (*const curvature)[3], double *d) {
    size_t items = (size_t)m->items;
    for (size_t i = 0; i < m->parameters; i++) d[i] = i < items ? m->precision : m->extra_precision;
    for (size_t i = 0; i < m->cells->count; i++) {
        d[m->cells->cell[i].a] += curvature[i][0];
        d[m->cells->cell[i].b] += curvature[i][0];
        if (m->side) d[items] += curvature[i][0];
        if (m->tie) d[m->parameters - 1] += curvature[i][2];
    }
    for (size_t i = 0; i < m->parameters; i++)
        if (!(d[i] > 0)) d[i] = 1; /* an item whose comparisons all have weight 0 stays where it is */
}

struct work {
    double *gradient, *step, *residual, *direction, *image, *scaled, *diagonal, *next;
    double (*curvature)[3];
};

/* Solves (information) step = gradient by conjugate gradients, as exactly as Newton's progress deserves. The singular
 * directions (a constant for each component) have no gradient and stay untouched. */
static void solve(const struct model *m, struct work *w) {
    size_t n = m->parameters;
    diagonal(m, w->curvature, w->diagonal);
    memset(w->step, 0, n * sizeof *w->step);
    memcpy(w->residual, w->gradient, n * sizeof *w->residual);
    for (size_t i = 0; i < n; i++) w->direction[i] = w->scaled[i] = w->residual[i] / w->diagonal[i];
    double first = fs_dot(w->residual, w->scaled, n), now = first;
    double wanted = first * fmin(1e-4, fmax(1e-14, first)); /* squared: a hundredth at first, then quadratic */
    for (size_t i = 0; i < 4 * n + 50 && now > wanted; i++) {
        apply(m, w->curvature, w->direction, w->image);
        double bend = fs_dot(w->direction, w->image, n), straight = 0;
        for (size_t k = 0; k < n; k++) straight += w->diagonal[k] * w->direction[k] * w->direction[k];
        if (!(bend > 1e-12 * straight)) break; /* what is left is rounding along a constant */
        double length = now / bend;
        for (size_t k = 0; k < n; k++) {
            w->step[k] += length * w->direction[k];
            w->residual[k] -= length * w->image[k];
            w->scaled[k] = w->residual[k] / w->diagonal[k];
        }
        double next = fs_dot(w->residual, w->scaled, n);
        for (size_t k = 0; k < n; k++) w->direction[k] = w->scaled[k] + next / now * w->direction[k];
        now = next;
    }
}

/* The penalised log-likelihood at x, its gradient and curvature into w. */
static double look(const struct model *m, struct work *w, const double *x) {
    double value = evaluate(m, x, w->gradient, w->curvature) - penalty(m, x);
    for (size_t i = 0; i < m->parameters; i++)
        w->gradient[i] -= x[i] * (i < (size_t)m->items ? m->precision : m->extra_precision);
    return value;
}

/* Newton's method from x. Stops after a step whose gain was below rounding; false when iterations_max came before. */
static bool newton(const struct model *m, struct work *w, int iterations_max, double *x, struct fs_bt *bt) {
    size_t n = m->parameters;
    double total = 0, value = look(m, w, x);
    for (size_t i = 0; i < m->cells->count; i++)
        total += m->cells->cell[i].a_wins + m->cells->cell[i].b_wins + m->cells->cell[i].ties;
    for (bt->iterations = 0; bt->iterations < iterations_max; bt->iterations++) {
        solve(m, w);
        double gain = fs_dot(w->gradient, w->step, n), length = 1, after = value;
        for (int halvings = 0; halvings < 40; halvings++, length /= 2) {
            for (size_t i = 0; i < n; i++) w->next[i] = x[i] + length * w->step[i];
            after = look(m, w, w->next);
            if (after >= value + 1e-4 * length * gain - 1e-12 * fabs(value)) break;
        }
        value = after;
        memcpy(x, w->next, n * sizeof *x);
        if (gain <= 1e-12 * total) return true;
    }
    return false;
}

static bool work_alloc(struct work *w, size_t parameters, size_t cells, struct fs_scratch *s) {
    double **vectors[] = {&w->gradient, &w->step,   &w->residual, &w->direction,
                          &w->image,    &w->scaled, &w->diagonal, &w->next};
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
        *vectors[i] = fs_scratch_new(s, parameters, sizeof(double));
    w->curvature = fs_scratch_new(s, cells, sizeof *w->curvature);
    return !s->failed;
}

/* Whether ties and sides alone have a maximum: each of their outcomes occurs, and not only it. */
static bool extras_bounded(const struct model *m) {
    double a = 0, b = 0, ties = 0;
    for (size_t i = 0; i < m->cells->count; i++) {
        a += m->cells->cell[i].a_wins;
        b += m->cells->cell[i].b_wins;
        ties += m->cells->cell[i].ties;
    }
    if (m->tie && (ties == 0 || a + b == 0)) return false;
    return !m->side || (a + ties > 0 && b + ties > 0);
}

/* What each comparison says at x. */
static void slopes(const struct model *m, const struct fs_pairs *pairs, const double *x, struct pair_slope *slope) {
    double t = model_t(m, x);
    for (size_t i = 0; i < pairs->count; i++) {
        struct pair_cell one = {.a = pairs->left[i], .b = pairs->right[i]};
        double weight = pairs->weight ? pairs->weight[i] : 1;
        struct shares p = shares_at(cell_z(m, &one, x), t);
        double won = pairs->winner[i] == FS_LEFT ? 1 : pairs->winner[i] == FS_RIGHT ? -1 : 0;
        slope[i] = (struct pair_slope){
            .by_difference = weight * (won - (p.a - p.b)) / 2,
            .by_tie = weight * ((pairs->winner[i] == FS_TIE) - p.tie),
            .difference_difference = weight * (p.a + p.b - (p.a - p.b) * (p.a - p.b)) / 4,
            .difference_tie = -weight * (p.a - p.b) * p.tie / 2,
            .tie_tie = weight * p.tie * (1 - p.tie),
        };
    }
}

static enum fs_status fill(const struct fs_pairs *pairs, const struct fs_bt_options *o, struct fs_scratch *s,
                           struct fs_bt *bt, struct fs_problem *problem) {
    size_t items = (size_t)pairs->items, parameters = items + o->side + o->tie_model;
    struct pair_cells cells;
    struct work w;
    bool bounded;
    double *x = fs_scratch_new(s, parameters, sizeof *x);
    bt->score = calloc(items, sizeof *bt->score);
    bt->component = calloc(items, sizeof *bt->component);
    if (!x || !bt->score || !bt->component || !fs_pairs_count(pairs, o->side, s, &cells) ||
        !fs_pairs_components(&cells, pairs->items, s, bt->component, &bt->components, &bounded) ||
        !work_alloc(&w, parameters, cells.count, s))
        return FS_NO_MEMORY;
    struct model m = {&cells, pairs->items, o->side, o->tie_model, parameters, 0, 0};
    bt->items = pairs->items;
    bt->prior_used = o->prior_sd > 0 || !bounded || !extras_bounded(&m);
    for (;;) {
        double sd = o->prior_sd > 0 ? o->prior_sd : FS_PRIOR_SD;
        m.precision = bt->prior_used ? 1 / (sd * sd) : 0;
        m.extra_precision = bt->prior_used ? 1 / (FS_PRIOR_SD * FS_PRIOR_SD) : 0;
        bt->converged = newton(&m, &w, o->iterations_max > 0 ? o->iterations_max : 100, x, bt);
        fs_scores_centre(x, bt->component, bt->components, bt->items, s);
        /* A side that only ever met one item of a pair can run away with the scores still bounded one by one. */
        bool far = false;
        for (size_t i = 0; i < parameters; i++) far |= !(fabs(x[i]) < 40);
        if (!far || bt->prior_used) break;
        bt->prior_used = true;
        memset(x, 0, parameters * sizeof *x);
    }
    memcpy(bt->score, x, items * sizeof *x);
    if (o->side) bt->side = x[items];
    if (o->tie_model) bt->tie = x[parameters - 1];
    bt->log_likelihood = evaluate(&m, x, NULL, NULL);
    if (s->failed) return FS_NO_MEMORY;
    if (o->spread == FS_SPREAD_NONE) return FS_OK;
    struct pair_slope *slope = fs_scratch_new(s, pairs->count, sizeof *slope);
    if (!slope) return FS_NO_MEMORY;
    slopes(&m, pairs, x, slope);
    struct spread_request request = {pairs,     slope,   o->side, o->tie_model, m.precision, m.extra_precision,
                                     o->spread, o->level};
    return fs_spread_fill(&request, bt, problem);
}

enum fs_status fs_bradley_terry(const struct fs_pairs *pairs, const struct fs_bt_options *options, struct fs_bt *bt,
                                struct fs_problem *problem) {
    *bt = (struct fs_bt){0};
    enum fs_status status = fs_pairs_check(pairs, problem);
    if (status != FS_OK) return status;
    if (!(options->prior_sd >= 0 && options->prior_sd <= 1e6) || (options->prior_sd > 0 && options->prior_sd < 1e-6))
        return fs_refuse(problem, FS_INVALID, "The prior's deviation is 0 or from 0.000001 to 1000000.");
    struct fs_scratch s = {0};
    status = fill(pairs, options, &s, bt, problem);
    fs_scratch_free(&s);
    if (status == FS_NO_MEMORY) fs_refuse(problem, status, "There is not enough memory for these comparisons.");
    if (status != FS_OK) fs_bt_free(bt);
    return status;
}

void fs_bt_free(struct fs_bt *bt) {
    free(bt->score);
    free(bt->error);
    free(bt->low);
    free(bt->high);
    free(bt->covariance);
    free(bt->component);
    *bt = (struct fs_bt){0};
}
