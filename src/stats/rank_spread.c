/* Standard errors of scores: the inverse of the information, alone or as the bread of a sandwich whose meat is the
 * products of slopes, by comparison or summed over each worker's. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rank_pairs.h"

/* Where a comparison touches the parameters: left +, right -, side +, tie. */
struct touch {
    size_t at[4];
    double by_z[4], by_t[4];
    int count;
};

static struct touch touch_of(const struct spread_request *r, size_t i) {
    size_t items = (size_t)r->pairs->items;
    struct touch t = {.at = {(size_t)r->pairs->left[i], (size_t)r->pairs->right[i]}, .by_z = {1, -1}, .count = 2};
    if (r->side) {
        t.at[t.count] = items;
        t.by_z[t.count++] = 1;
    }
    if (r->tie) {
        t.at[t.count] = items + r->side;
        t.by_t[t.count++] = 1;
    }
    return t;
}

/* Information plus prior, plus a constant for each component that makes it invertible and changes nothing else. */
static void information(const struct spread_request *r, const struct fs_bt *bt, double *h, size_t n) {
    size_t items = (size_t)r->pairs->items;
    memset(h, 0, n * n * sizeof *h);
    double trace = 0;
    for (size_t i = 0; i < r->pairs->count; i++) {
        struct touch t = touch_of(r, i);
        const struct pair_slope *s = &r->slope[i];
        for (int j = 0; j < t.count; j++)
            for (int k = 0; k < t.count; k++)
                h[t.at[j] * n + t.at[k]] += s->difference_difference * t.by_z[j] * t.by_z[k] +
                                            s->difference_tie * (t.by_z[j] * t.by_t[k] + t.by_t[j] * t.by_z[k]) +
                                            s->tie_tie * t.by_t[j] * t.by_t[k];
        trace += 2 * s->difference_difference;
    }
    for (size_t i = 0; i < n; i++) h[i * n + i] += i < items ? r->prior_precision : r->extra_precision;
    double typical = trace > 0 ? trace / (double)items : 1;
    for (size_t i = 0; i < items; i++)
        for (size_t j = 0; j < items; j++)
            if (bt->component[i] == bt->component[j]) h[i * n + j] += typical / (double)items;
}

static double slope_at(const struct spread_request *r, const struct touch *t, size_t i, int k) {
    return r->slope[i].by_difference * t->by_z[k] + r->slope[i].by_tie * t->by_t[k];
}

static void meat_by_comparison(const struct spread_request *r, double *meat, size_t n) {
    for (size_t i = 0; i < r->pairs->count; i++) {
        struct touch t = touch_of(r, i);
        for (int j = 0; j < t.count; j++)
            for (int k = 0; k < t.count; k++)
                meat[t.at[j] * n + t.at[k]] += slope_at(r, &t, i, j) * slope_at(r, &t, i, k);
    }
}

/* Sums of slopes of each worker; returns how many workers have any. */
static int32_t meat_by_worker(const struct spread_request *r, double *meat, size_t n, struct fs_scratch *s) {
    const struct fs_pairs *pairs = r->pairs;
    size_t *start = fs_scratch_new(s, (size_t)pairs->workers + 1, sizeof *start);
    int32_t *order = fs_scratch_new(s, pairs->count, sizeof *order);
    double *sum = fs_scratch_new(s, n, sizeof *sum);
    bool *touched = fs_scratch_new(s, n, sizeof *touched);
    size_t *list = fs_scratch_new(s, n, sizeof *list);
    if (s->failed) return 0;
    fs_group_by(pairs->worker, pairs->count, pairs->workers, start, order);
    int32_t clusters = 0;
    for (int32_t worker = 0; worker < pairs->workers; worker++) {
        size_t count = 0;
        for (size_t o = start[worker]; o < start[worker + 1]; o++) {
            size_t i = (size_t)order[o];
            struct touch t = touch_of(r, i);
            for (int k = 0; k < t.count; k++) {
                if (!touched[t.at[k]]) list[count++] = t.at[k];
                touched[t.at[k]] = true;
                sum[t.at[k]] += slope_at(r, &t, i, k);
            }
        }
        for (size_t j = 0; j < count; j++)
            for (size_t k = 0; k < count; k++) meat[list[j] * n + list[k]] += sum[list[j]] * sum[list[k]];
        for (size_t j = 0; j < count; j++) {
            sum[list[j]] = 0;
            touched[list[j]] = false;
        }
        clusters += count > 0;
    }
    return clusters;
}

static int32_t workers_seen(const struct fs_pairs *pairs, struct fs_scratch *s) {
    bool *seen = fs_scratch_new(s, (size_t)pairs->workers, sizeof *seen);
    int32_t count = 0;
    for (size_t i = 0; seen && pairs->worker && i < pairs->count; i++) {
        count += !seen[pairs->worker[i]];
        seen[pairs->worker[i]] = true;
    }
    return count;
}

/* v: the covariance of all parameters; free of the constants that `information` added. */
static enum fs_status covariance(const struct spread_request *r, struct fs_bt *bt, double *v, size_t n,
                                 struct fs_scratch *s) {
    information(r, bt, v, n);
    if (!fs_spd_invert(v, n)) return FS_INVALID;
    bt->spread = r->spread;
    if (r->spread == FS_SPREAD_CLUSTERED && workers_seen(r->pairs, s) < 2) bt->spread = FS_SPREAD_ROBUST;
    if (bt->spread == FS_SPREAD_MODEL) return FS_OK;
    double *meat = fs_scratch_new(s, n * n, sizeof *meat), *half = fs_scratch_new(s, n * n, sizeof *half);
    if (s->failed) return FS_NO_MEMORY;
    if (bt->spread == FS_SPREAD_CLUSTERED) {
        bt->clusters = meat_by_worker(r, meat, n, s);
        double correction = (double)bt->clusters / (bt->clusters - 1);
        for (size_t i = 0; i < n * n; i++) meat[i] *= correction;
    } else {
        meat_by_comparison(r, meat, n);
    }
    if (s->failed) return FS_NO_MEMORY;
    fs_matrix_multiply(meat, v, half, n);
    fs_matrix_multiply(v, half, meat, n);
    memcpy(v, meat, n * n * sizeof *v);
    return FS_OK;
}

/* Rows and columns of items without the mean of their component, as the scores are. */
static void centre(double *v, size_t n, const struct fs_bt *bt, struct fs_scratch *s) {
    size_t items = (size_t)bt->items, components = (size_t)bt->components;
    double *sum = fs_scratch_new(s, components, sizeof *sum), *size = fs_scratch_new(s, components, sizeof *size);
    if (s->failed) return;
    for (size_t i = 0; i < items; i++) size[bt->component[i]]++;
    for (int pass = 0; pass < 2; pass++) { /* along rows, then along columns */
        size_t along = pass ? n : 1, across = pass ? 1 : n;
        for (size_t i = 0; i < n; i++) {
            memset(sum, 0, components * sizeof *sum);
            for (size_t j = 0; j < items; j++) sum[bt->component[j]] += v[i * across + j * along];
            for (size_t j = 0; j < items; j++)
                v[i * across + j * along] -= sum[bt->component[j]] / size[bt->component[j]];
        }
    }
}

enum fs_status fs_spread_fill(const struct spread_request *r, struct fs_bt *bt, struct fs_problem *problem) {
    size_t items = (size_t)bt->items, n = items + r->side + r->tie;
    if (!(r->level > 0 && r->level < 1))
        return fs_refuse(problem, FS_INVALID, "The level of an interval lies between 0 and 1, such as 0.95.");
    if (bt->items > FS_SPREAD_ITEMS_MAX)
        return fs_refuse(problem, FS_TOO_LARGE, "Intervals are made for at most %d items; these are %d. Ask for none.",
                         FS_SPREAD_ITEMS_MAX, bt->items);
    struct fs_scratch s = {0};
    double *v = fs_scratch_new(&s, n * n, sizeof *v);
    bt->error = calloc(items, sizeof *bt->error);
    bt->low = calloc(items, sizeof *bt->low);
    bt->high = calloc(items, sizeof *bt->high);
    bt->covariance = calloc(items * items, sizeof *bt->covariance);
    enum fs_status status =
        v && bt->error && bt->low && bt->high && bt->covariance ? covariance(r, bt, v, n, &s) : FS_NO_MEMORY;
    if (status == FS_OK) {
        centre(v, n, bt, &s);
        double degrees = bt->spread == FS_SPREAD_CLUSTERED ? (double)bt->clusters - 1 : INFINITY;
        double reach = fs_student_quantile((1 + r->level) / 2, degrees);
        for (size_t i = 0; i < items; i++) {
            memcpy(bt->covariance + i * items, v + i * n, items * sizeof *v);
            bt->error[i] = sqrt(fmax(0, v[i * n + i]));
            bt->low[i] = bt->score[i] - reach * bt->error[i];
            bt->high[i] = bt->score[i] + reach * bt->error[i];
        }
        if (r->side) bt->side_error = sqrt(fmax(0, v[items * n + items]));
        if (r->tie) bt->tie_error = sqrt(fmax(0, v[n * n - 1]));
        if (s.failed) status = FS_NO_MEMORY;
    }
    fs_scratch_free(&s);
    if (status == FS_INVALID)
        fs_refuse(problem, status,
                  "Scores, side and ties cannot be told apart by these comparisons, so they have no intervals. Ask "
                  "for none, or leave the side or ties out.");
    return status;
}

void fs_bt_places(const struct fs_bt *bt, double level, int32_t *best, int32_t *worst) {
    size_t items = (size_t)bt->items;
    double degrees = bt->spread == FS_SPREAD_CLUSTERED ? (double)bt->clusters - 1 : INFINITY;
    double reach = fs_student_quantile((1 + level) / 2, degrees);
    for (size_t i = 0; i < items; i++) {
        int32_t above = 0, below = 0, size = 0;
        for (size_t j = 0; j < items; j++) {
            if (bt->component[i] != bt->component[j]) continue;
            size++;
            const double *v = bt->covariance;
            double variance = v[i * items + i] + v[j * items + j] - 2 * v[i * items + j];
            double difference = bt->score[j] - bt->score[i], error = reach * sqrt(fmax(0, variance));
            above += difference > error;
            below += -difference > error;
        }
        best[i] = 1 + above;
        worst[i] = size - below;
    }
}
