/* numeric.h - numbers that the models of this folder share besides internal.h: quantiles, dense linear algebra, a
 * minimiser, groups. Not exported. Nothing here keeps state between calls. */
#pragma once
#include "internal.h"

/* --- random numbers --- */
/* Numbers that depend on seed and stream alone, so that parts may run on any thread. */
struct fs_random fs_random_stream(uint64_t seed, uint64_t stream);
uint64_t fs_random_below(struct fs_random *random, uint64_t bound); /* 0 <= x < bound, without bias; bound > 0 */

/* --- distributions --- */
double fs_logistic(double x);     /* 1 / (1 + exp(-x)) without overflow */
double fs_log_logistic(double x); /* its logarithm */
/* The x that `probability` (0 < p < 1) of the mass lies below. degrees: > 0; infinite for the normal. */
double fs_normal_quantile(double probability);
double fs_student_quantile(double probability, double degrees);

/* --- dense algebra, row by row; n * n doubles --- */
double fs_dot(const double *a, const double *b, size_t n);
/* The inverse of a symmetric positive definite matrix, in place. False when it is not (to rounding); a is then lost. */
bool fs_spd_invert(double *a, size_t n);
/* c = a b, all n x n, c neither a nor b. */
void fs_matrix_multiply(const double *a, const double *b, double *c, size_t n);

/* --- minimiser: limited-memory BFGS with a backtracking search --- */
/* Value at x; writes the gradient. */
typedef double fs_minimise_fn(void *context, const double *x, double *gradient);
struct fs_minimised {
    double value;
    int iterations;
    bool converged;
};
/* x: the start, then the result. Stops when the largest gradient entry is below tolerance * max(1, |value|), or after
 * iterations_max. False without memory. */
bool fs_minimise(fs_minimise_fn *fn, void *context, double *x, size_t n, double tolerance, int iterations_max,
                 struct fs_minimised *result);

/* --- sorting --- */
/* Groups places 0..count-1 by key < keys: start[keys + 1] and order[count], stable. */
void fs_group_by(const int32_t *key, size_t count, int32_t keys, size_t *start, int32_t *order);
void fs_sort_doubles(double *values, size_t count);
