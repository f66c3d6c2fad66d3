#include "numeric.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- random numbers --- */

struct fs_random fs_random_stream(uint64_t seed, uint64_t stream) {
    struct fs_random r = {seed ^ (stream + 1) * 0xd1342543de82ef95u};
    r.state = fs_random_next(&r); /* neighbouring streams start far apart */
    return r;
}

uint64_t fs_random_below(struct fs_random *r, uint64_t bound) {
    assert(bound > 0);
    uint64_t least = -bound % bound; /* below it a remainder would be favoured */
    for (;;) {
        uint64_t x = fs_random_next(r);
        if (x >= least) return x % bound;
    }
}

/* --- distributions --- */

double fs_logistic(double x) {
    double e = exp(-fabs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
}

double fs_log_logistic(double x) { return (x < 0 ? x : 0) - log1p(exp(-fabs(x))); }

static double student_share(double x, double degrees) {
    if (!isfinite(degrees)) return 0.5 * erfc(-x / M_SQRT2);
    double tail = 0.5 * fs_beta_cdf(degrees / (degrees + x * x), degrees / 2, 0.5);
    return x > 0 ? 1 - tail : tail;
}

double fs_student_quantile(double probability, double degrees) {
    assert(probability > 0 && probability < 1 && degrees > 0);
    if (probability == 0.5) return 0;
    double low = -1, high = 1;
    while (low > -1e12 && student_share(low, degrees) > probability) low *= 2;
    while (high < 1e12 && student_share(high, degrees) < probability) high *= 2;
    for (int i = 0; i < 200 && high - low > 1e-15 * fabs(high); i++) {
        double middle = (low + high) / 2;
        if (student_share(middle, degrees) < probability)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

double fs_normal_quantile(double probability) { return fs_student_quantile(probability, INFINITY); }

/* --- dense algebra --- */

typedef double lanes __attribute__((vector_size(32), aligned(8)));

double fs_dot(const double *a, const double *b, size_t n) {
    lanes sums[2] = {{0}, {0}};
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        lanes x, y;
        memcpy(&x, a + i, sizeof x);
        memcpy(&y, b + i, sizeof y);
        sums[0] += x * y;
        memcpy(&x, a + i + 4, sizeof x);
        memcpy(&y, b + i + 4, sizeof y);
        sums[1] += x * y;
    }
    lanes sum = sums[0] + sums[1];
    double rest = 0;
    for (; i < n; i++) rest += a[i] * b[i];
    return (sum[0] + sum[1]) + (sum[2] + sum[3]) + rest;
}

/* y += x * by */
static void add_scaled(double *y, const double *x, double by, size_t n) {
    for (size_t i = 0; i < n; i++) y[i] += x[i] * by;
}

bool fs_spd_invert(double *a, size_t n) {
    /* a = L L'; L in the lower triangle. */
    for (size_t i = 0; i < n; i++) {
        double whole = a[i * n + i];
        for (size_t j = 0; j < i; j++) a[i * n + j] = (a[i * n + j] - fs_dot(a + i * n, a + j * n, j)) / a[j * n + j];
        double pivot = whole - fs_dot(a + i * n, a + i * n, i);
        if (!(pivot > 1e-13 * whole)) return false;
        a[i * n + i] = sqrt(pivot);
    }
    /* The inverse of L, its transpose in the upper triangle: row j of it is column j of the inverse. */
    for (size_t j = 0; j < n; j++) {
        double *column = a + j * n;
        column[j] = 1 / column[j];
        for (size_t i = j + 1; i < n; i++) {
            double below = a[i * n + i]; /* L's own diagonal: not inverted yet */
            column[i] = -fs_dot(a + i * n + j, column + j, i - j) / below;
        }
    }
    /* inverse = inv(L)' inv(L): entry (i, j) sums over k >= max(i, j). */
    for (size_t i = 0; i < n; i++)
        for (size_t j = i; j < n; j++) a[i * n + j] = fs_dot(a + i * n + j, a + j * n + j, n - j);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) a[i * n + j] = a[j * n + i];
    return true;
}

void fs_matrix_multiply(const double *a, const double *b, double *c, size_t n) {
    memset(c, 0, n * n * sizeof *c);
    enum { BLOCK = 64 };
    for (size_t k0 = 0; k0 < n; k0 += BLOCK)
        for (size_t i = 0; i < n; i++)
            for (size_t k = k0; k < n && k < k0 + BLOCK; k++)
                if (a[i * n + k] != 0) add_scaled(c + i * n, b + k * n, a[i * n + k], n);
}

/* --- minimiser --- */

enum { MEMORY = 10 };

struct bfgs {
    size_t n;
    int kept; /* pairs stored so far */
    double *step[MEMORY], *change[MEMORY], inverse_rho[MEMORY];
};

/* direction = - (inverse Hessian) gradient by the two-loop recursion. */
static void bfgs_direction(const struct bfgs *b, const double *gradient, double *direction) {
    double alpha[MEMORY];
    int first = b->kept > MEMORY ? b->kept - MEMORY : 0;
    for (size_t i = 0; i < b->n; i++) direction[i] = -gradient[i];
    for (int k = b->kept - 1; k >= first; k--) {
        int at = k % MEMORY;
        alpha[at] = fs_dot(b->step[at], direction, b->n) / b->inverse_rho[at];
        add_scaled(direction, b->change[at], -alpha[at], b->n);
    }
    if (b->kept) {
        int at = (b->kept - 1) % MEMORY;
        double scale = b->inverse_rho[at] / fs_dot(b->change[at], b->change[at], b->n);
        for (size_t i = 0; i < b->n; i++) direction[i] *= scale;
    }
    for (int k = first; k < b->kept; k++) {
        int at = k % MEMORY;
        double beta = fs_dot(b->change[at], direction, b->n) / b->inverse_rho[at];
        add_scaled(direction, b->step[at], alpha[at] - beta, b->n);
    }
}

static double largest(const double *x, size_t n) {
    double most = 0;
    for (size_t i = 0; i < n; i++)
        if (fabs(x[i]) > most) most = fabs(x[i]);
    return most;
}

bool fs_minimise(fs_minimise_fn *fn, void *context, double *x, size_t n, double tolerance, int iterations_max,
                 struct fs_minimised *result) {
    struct fs_scratch s = {0};
    struct bfgs b = {.n = n};
    for (int i = 0; i < MEMORY; i++) {
        b.step[i] = fs_scratch_new(&s, n, sizeof(double));
        b.change[i] = fs_scratch_new(&s, n, sizeof(double));
    }
    double *gradient = fs_scratch_new(&s, n, sizeof(double)), *next_gradient = fs_scratch_new(&s, n, sizeof(double));
    double *direction = fs_scratch_new(&s, n, sizeof(double)), *next = fs_scratch_new(&s, n, sizeof(double));
    *result = (struct fs_minimised){0};
    bool ok = !s.failed;
    if (ok) result->value = fn(context, x, gradient);
    while (ok && result->iterations < iterations_max) {
        if (largest(gradient, n) <= tolerance * fmax(1, fabs(result->value))) {
            result->converged = true;
            break;
        }
        bfgs_direction(&b, gradient, direction);
        double slope = fs_dot(gradient, direction, n);
        if (!(slope < 0)) { /* rounding spoilt the memory: begin anew */
            b.kept = 0;
            bfgs_direction(&b, gradient, direction);
            slope = fs_dot(gradient, direction, n);
        }
        double length = b.kept ? 1 : fmin(1, 1 / largest(gradient, n)), value = 0;
        bool lower = false;
        for (int halvings = 0; halvings < 50 && !lower; halvings++, length *= 0.5) {
            for (size_t i = 0; i < n; i++) next[i] = x[i] + length * direction[i];
            value = fn(context, next, next_gradient);
            lower = value <= result->value + 1e-4 * length * slope;
        }
        result->iterations++;
        if (!lower) {
            if (b.kept == 0) break; /* no lower point along the gradient itself: as good as doubles get */
            b.kept = 0;
            continue;
        }
        int at = b.kept % MEMORY;
        for (size_t i = 0; i < n; i++) {
            b.step[at][i] = next[i] - x[i];
            b.change[at][i] = next_gradient[i] - gradient[i];
        }
        double curvature = fs_dot(b.step[at], b.change[at], n);
        if (curvature > 1e-12 * fs_dot(b.change[at], b.change[at], n)) {
            b.inverse_rho[at] = curvature;
            b.kept++;
        }
        memcpy(x, next, n * sizeof *x);
        memcpy(gradient, next_gradient, n * sizeof *x);
        result->value = value;
    }
    fs_scratch_free(&s);
    return ok;
}

/* --- sorting --- */

void fs_group_by(const int32_t *key, size_t count, int32_t keys, size_t *start, int32_t *order) {
    memset(start, 0, ((size_t)keys + 1) * sizeof *start);
    for (size_t i = 0; i < count; i++) start[key[i] + 1]++;
    for (int32_t k = 0; k < keys; k++) start[k + 1] += start[k];
    for (size_t i = 0; i < count; i++) order[start[key[i]]++] = (int32_t)i;
    for (int32_t k = keys; k > 0; k--) start[k] = start[k - 1];
    start[0] = 0;
}

static int double_order(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void fs_sort_doubles(double *values, size_t count) { qsort(values, count, sizeof *values, double_order); }
