#include "agree_distance.h"

#include <stdlib.h>

enum fs_status fs_agree_options_check(const struct fs_agree_options *o, int32_t classes, struct fs_problem *problem) {
    if (o->level < 0 || o->level >= 1 || o->level != o->level)
        return fs_refuse(problem, FS_INVALID, "The level of an interval lies between 0 and 1, such as 0.95.");
    if (o->resamples < 0 || o->resamples > FS_RESAMPLES_MAX)
        return fs_refuse(problem, FS_INVALID, "Resamples are from 0 to %d.", FS_RESAMPLES_MAX);
    for (int32_t c = 0; o->value && c < classes; c++) {
        if (!(fabs(o->value[c]) <= 1e100))
            return fs_refuse(problem, FS_INVALID, "The value of class %d is not a number from -1e100 to 1e100.", c);
        bool ratio = o->scale == FS_RATIO || o->weights == FS_WEIGHTS_RATIO;
        if (ratio && o->value[c] < 0)
            return fs_refuse(problem, FS_INVALID, "A ratio scale has values from 0 up; that of class %d is %g.", c,
                             o->value[c]);
    }
    if (o->scale != FS_CUSTOM) return FS_OK;
    if (!o->distance) return fs_refuse(problem, FS_INVALID, "A custom scale needs its table of distances.");
    for (int32_t a = 0; a < classes; a++)
        for (int32_t b = 0; b < classes; b++) {
            double d = o->distance[(int64_t)a * classes + b];
            if (!(d >= 0 && d <= 1e100) || (a == b && d != 0) || d != o->distance[(int64_t)b * classes + a])
                return fs_refuse(
                    problem, FS_INVALID,
                    "The distance of classes %d and %d is wrong: distances are from 0 up, 0 from a class to "
                    "itself, and the same both ways.",
                    a, b);
        }
    return FS_OK;
}

static double value_of(const struct fs_agree_options *o, int32_t class) { return o->value ? o->value[class] : class; }

static int value_order(const void *a, const void *b, void *arg) {
    const double *value = arg;
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    if (!value || value[x] == value[y]) return (x > y) - (x < y);
    return value[x] < value[y] ? -1 : 1;
}

void fs_classes_by_value(const double *value, int32_t classes, int32_t *order) {
    for (int32_t c = 0; c < classes; c++) order[c] = c;
    qsort_r(order, (size_t)classes, sizeof *order, value_order, (void *)value);
}

void fs_distance_ranks(struct fs_distance *d, const int32_t *order, const double *mass) {
    double below = 0;
    for (int32_t i = 0; i < d->classes; i++) {
        d->position[order[i]] = below + mass[order[i]] / 2;
        below += mass[order[i]];
    }
    for (int32_t i = 0; i < d->classes; i++) d->position[i] -= below / 2;
}

static enum fs_status table_new(struct fs_distance *d, struct fs_scratch *s, struct fs_problem *problem) {
    if (d->classes > FS_AGREE_TABLE_CLASSES_MAX)
        return fs_refuse(
            problem, FS_TOO_LARGE,
            "These are %d different answers; this scale is made for at most %d. Round the answers, or take "
            "the interval scale.",
            d->classes, FS_AGREE_TABLE_CLASSES_MAX);
    d->shape = TABLE;
    d->table = fs_scratch_new(s, (int64_t)d->classes * d->classes, sizeof *d->table);
    return d->table ? FS_OK : FS_NO_MEMORY;
}

static enum fs_status squares_new(struct fs_distance *d, const struct fs_agree_options *o, struct fs_scratch *s) {
    d->shape = SQUARES;
    d->position = fs_scratch_new(s, d->classes, sizeof *d->position);
    if (!d->position) return FS_NO_MEMORY;
    double mean = 0;
    for (int32_t c = 0; c < d->classes; c++) mean += value_of(o, c) / d->classes;
    for (int32_t c = 0; c < d->classes; c++) d->position[c] = value_of(o, c) - mean;
    return FS_OK;
}

static double ratio_squared(double a, double b) {
    double r = a + b > 0 ? (a - b) / (a + b) : 0;
    return r * r;
}

enum fs_status fs_distance_alpha(const struct fs_agree_options *o, int32_t classes, struct fs_scratch *s,
                                 struct fs_distance *d, struct fs_problem *problem) {
    *d = (struct fs_distance){.shape = APART, .classes = classes, .scale = 1};
    if (o->scale == FS_NOMINAL) return FS_OK;
    if (o->scale == FS_ORDINAL || o->scale == FS_INTERVAL) return squares_new(d, o, s);
    enum fs_status status = table_new(d, s, problem);
    for (int32_t a = 0; status == FS_OK && a < classes; a++)
        for (int32_t b = 0; b < classes; b++)
            d->table[(int64_t)a * classes + b] = o->scale == FS_RATIO ? ratio_squared(value_of(o, a), value_of(o, b))
                                                                      : o->distance[(int64_t)a * classes + b];
    return status;
}

/* The distance of the classes at places i and j of the rising order, before it is scaled to at most 1. */
static double kappa_distance(const struct fs_agree_options *o, enum fs_weights weights, const int32_t *order, int32_t i,
                             int32_t j) {
    double a = value_of(o, order[i]), b = value_of(o, order[j]), steps = abs(i - j);
    switch (weights) {
    case FS_WEIGHTS_LINEAR: return fabs(a - b);
    case FS_WEIGHTS_RADICAL: return sqrt(fabs(a - b));
    case FS_WEIGHTS_ORDINAL: return steps * (steps + 1) / 2;
    case FS_WEIGHTS_RATIO: return ratio_squared(a, b);
    default: return 0;
    }
}

enum fs_status fs_distance_kappa(const struct fs_agree_options *o, int32_t classes, struct fs_scratch *s,
                                 struct fs_distance *d, struct fs_problem *problem) {
    static const enum fs_weights of_scale[] = {FS_WEIGHTS_NONE, FS_WEIGHTS_ORDINAL, FS_WEIGHTS_QUADRATIC,
                                               FS_WEIGHTS_RATIO, FS_WEIGHTS_OF_SCALE};
    enum fs_weights weights = o->weights == FS_WEIGHTS_OF_SCALE ? of_scale[o->scale] : o->weights;
    *d = (struct fs_distance){.shape = APART, .classes = classes, .scale = 1};
    if (weights == FS_WEIGHTS_NONE) return FS_OK;
    if (weights == FS_WEIGHTS_QUADRATIC) {
        enum fs_status status = squares_new(d, o, s);
        double least = INFINITY, most = -INFINITY;
        for (int32_t c = 0; status == FS_OK && c < classes; c++) {
            least = fmin(least, d->position[c]);
            most = fmax(most, d->position[c]);
        }
        if (most > least) d->scale = 1 / ((most - least) * (most - least));
        return status;
    }
    int32_t *order = fs_scratch_new(s, classes, sizeof *order);
    enum fs_status status = order ? table_new(d, s, problem) : FS_NO_MEMORY;
    if (status != FS_OK) return status;
    fs_classes_by_value(o->value, classes, order);
    double most = 0;
    for (int32_t i = 0; i < classes; i++)
        for (int32_t j = 0; j < classes; j++) {
            double apart = weights == FS_WEIGHTS_OF_SCALE ? o->distance[(int64_t)order[i] * classes + order[j]]
                                                          : kappa_distance(o, weights, order, i, j);
            d->table[(int64_t)order[i] * classes + order[j]] = apart;
            most = fmax(most, apart);
        }
    if (most > 0) d->scale = 1 / most;
    return FS_OK;
}

/* --- sums --- */

double fs_distance_of(const struct fs_distance *d, int32_t a, int32_t b) {
    if (a == b) return 0;
    if (d->shape == APART) return d->scale;
    if (d->shape == TABLE) return d->scale * d->table[(int64_t)a * d->classes + b];
    double apart = d->position[a] - d->position[b];
    return d->scale * apart * apart;
}

double fs_distance_from(const struct fs_distance *d, const int32_t *labels, int64_t count, int64_t at) {
    double sum = 0;
    for (int64_t i = 0; i < count; i++) sum += fs_distance_of(d, labels[at], labels[i]);
    return sum;
}

double fs_distance_within(const struct fs_distance *d, const int32_t *labels, int64_t count) {
    double sum = 0;
    if (d->shape == SQUARES) { /* about the mean, so that nothing cancels */
        double mean = 0;
        for (int64_t i = 0; i < count; i++) mean += d->position[labels[i]] / (double)count;
        for (int64_t i = 0; i < count; i++) {
            double apart = d->position[labels[i]] - mean;
            sum += apart * apart;
        }
        return 2 * (double)count * sum * d->scale;
    }
    for (int64_t i = 0; i < count; i++)
        for (int64_t j = 0; j < i; j++) sum += fs_distance_of(d, labels[i], labels[j]);
    return 2 * sum;
}

double fs_distance_masses(const struct fs_distance *d, const double *a, const double *b) {
    double sum = 0, a_total = 0, b_total = 0;
    int32_t used = 0;
    if (d->shape == TABLE) {
        for (int32_t i = 0; i < d->classes; i++) {
            if (a[i] == 0) continue;
            const double *row = d->table + (int64_t)i * d->classes;
            double to = 0;
            for (int32_t j = 0; j < d->classes; j++) to += b[j] * row[j];
            sum += a[i] * to;
        }
        return sum * d->scale;
    }
    for (int32_t i = 0; i < d->classes; i++) {
        a_total += a[i];
        b_total += b[i];
        used += a[i] != 0 || b[i] != 0;
    }
    if (used < 2) return 0; /* exactly */
    if (d->shape == APART) {
        for (int32_t i = 0; i < d->classes; i++) sum += a[i] * (b_total - b[i]);
        return sum * d->scale;
    }
    if (a_total == 0 || b_total == 0) return 0;
    double a_mean = 0, b_mean = 0, a_squares = 0, b_squares = 0;
    for (int32_t i = 0; i < d->classes; i++) {
        a_mean += a[i] * d->position[i] / a_total;
        b_mean += b[i] * d->position[i] / b_total;
    }
    for (int32_t i = 0; i < d->classes; i++) {
        double from_a = d->position[i] - a_mean, from_b = d->position[i] - b_mean;
        a_squares += a[i] * from_a * from_a;
        b_squares += b[i] * from_b * from_b;
    }
    return d->scale *
           (a_squares * b_total + b_squares * a_total + a_total * b_total * (a_mean - b_mean) * (a_mean - b_mean));
}

double fs_distance_mass(const struct fs_distance *d, const double *mass) { return fs_distance_masses(d, mass, mass); }
