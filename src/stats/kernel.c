/* See kernel.h. Compiled with -DFS_KERNELS=name, each time for another processor. */
#include "kernel.h"

#include <math.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

/* exp for x <= 0: x = n ln 2 + r, |r| <= ln 2 / 2, a polynomial of degree 13 in r (Taylor; its error is below one unit
 * of the last place), and n put into the exponent. No branch, so that the compiler runs it in lanes. */
INLINE double exp_one(double x) {
    const double shift = 0x1.8p52;
    double clamped = x < -708 ? -708 : x;
    double n = (clamped * 0x1.71547652b82fep0 + shift) - shift;
    double r = (clamped - n * 0x1.62e42fefa3800p-1) - n * 0x1.ef35793c76730p-45;
    double p = 1.0 / 6227020800;
    p = p * r + 1.0 / 479001600;
    p = p * r + 1.0 / 39916800;
    p = p * r + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1;
    p = p * r + 1;
    /* The low bits of n + shift hold n: moved to the exponent and added to that of p. */
    double moved = n + (shift + 1023);
    uint64_t bits;
    double scale;
    memcpy(&bits, &moved, sizeof bits);
    bits <<= 52;
    memcpy(&scale, &bits, sizeof scale);
    return x < -708 ? 0 : p * scale;
}

static void exp_all(double *x, int64_t count) {
    for (int64_t i = 0; i < count; i++) x[i] = exp_one(x[i]);
}

enum { BLOCK_DOUBLES = 512 };

/* Lanes for two and four classes, which the compiler would not keep in registers by itself. */
typedef double lanes2 __attribute__((vector_size(16), aligned(8)));
typedef double lanes4 __attribute__((vector_size(32), aligned(8)));

INLINE void scores_add(const struct fs_pass *pass, int64_t begin, int64_t end, int32_t classes, double *score) {
    const double *weight = pass->weight, *rows = pass->log_row;
    const int32_t *row = pass->row;
    if (classes == 4 && !weight) {
        lanes4 sum = *(const lanes4 *)score;
        for (int64_t i = begin; i < end; i++) sum += *(const lanes4 *)(rows + (int64_t)row[i] * 4);
        *(lanes4 *)score = sum;
    } else if (classes == 2 && !weight) {
        lanes2 sum = *(const lanes2 *)score;
        for (int64_t i = begin; i < end; i++) sum += *(const lanes2 *)(rows + (int64_t)row[i] * 2);
        *(lanes2 *)score = sum;
    } else if (weight) {
        for (int64_t i = begin; i < end; i++)
            for (int32_t k = 0; k < classes; k++) score[k] += weight[i] * rows[(int64_t)row[i] * classes + k];
    } else {
        for (int64_t i = begin; i < end; i++)
            for (int32_t k = 0; k < classes; k++) score[k] += rows[(int64_t)row[i] * classes + k];
    }
}

INLINE void sums_add(const struct fs_pass *pass, int64_t begin, int64_t end, int32_t classes, const double *p) {
    const double *weight = pass->weight;
    double *sums = pass->row_sum;
    const int32_t *row = pass->row;
    if (classes == 4 && !weight) {
        lanes4 own = *(const lanes4 *)p;
        for (int64_t i = begin; i < end; i++) *(lanes4 *)(sums + (int64_t)row[i] * 4) += own;
    } else if (classes == 2 && !weight) {
        lanes2 own = *(const lanes2 *)p;
        for (int64_t i = begin; i < end; i++) *(lanes2 *)(sums + (int64_t)row[i] * 2) += own;
    } else if (weight) {
        for (int64_t i = begin; i < end; i++)
            for (int32_t k = 0; k < classes; k++) sums[(int64_t)row[i] * classes + k] += weight[i] * p[k];
    } else {
        for (int64_t i = begin; i < end; i++)
            for (int32_t k = 0; k < classes; k++) sums[(int64_t)row[i] * classes + k] += p[k];
    }
}

/* Scores of one task, less the largest; returns the largest. */
INLINE double task_scores(const struct fs_pass *pass, int64_t task, int32_t classes, double *score) {
    for (int32_t k = 0; k < classes; k++) score[k] = pass->log_prior[k];
    scores_add(pass, pass->start[task], pass->start[task + 1], classes, score);
    if (pass->gold && pass->gold[task] >= 0) {
        int32_t first = pass->gold[task] * pass->groups, last = first + pass->groups;
        for (int32_t k = 0; k < classes; k++) score[k] = k >= first && k < last ? score[k] : -INFINITY;
    }
    double most = score[0];
    for (int32_t k = 1; k < classes; k++) most = score[k] > most ? score[k] : most;
    for (int32_t k = 0; k < classes; k++) score[k] -= most;
    return most;
}

INLINE void task_sums(const struct fs_pass *pass, int64_t task, int32_t classes, const double *p) {
    if (pass->start[task] == pass->start[task + 1] && !(pass->gold && pass->gold[task] >= 0)) return;
    for (int32_t k = 0; k < classes; k++) pass->class_sum[k] += p[k];
    sums_add(pass, pass->start[task], pass->start[task + 1], classes, p);
}

INLINE void pass_run(struct fs_pass *pass, int32_t classes) {
    double log_likelihood = 0, entropy = 0, sums = 1, most[BLOCK_DOUBLES];
    int64_t block = classes < BLOCK_DOUBLES ? BLOCK_DOUBLES / classes : 1;
    for (int64_t first = pass->task_begin; first < pass->task_end; first += block) {
        int64_t last = first + block < pass->task_end ? first + block : pass->task_end;
        double *scores = pass->posterior + first * classes;
        if (pass->log_row) {
            double scored[BLOCK_DOUBLES];
            bool kept = classes <= BLOCK_DOUBLES;
            for (int64_t t = first; t < last; t++)
                most[t - first] = task_scores(pass, t, classes, scores + (t - first) * classes);
            if (kept) memcpy(scored, scores, (size_t)((last - first) * classes) * sizeof *scores);
            for (int64_t i = 0; i < (last - first) * classes; i++) scores[i] = exp_one(scores[i]);
            for (int64_t t = first; t < last; t++) {
                double *p = scores + (t - first) * classes, sum = 0;
                for (int32_t k = 0; k < classes; k++) sum += p[k];
                double scale = 1 / sum, mean = 0;
                for (int32_t k = 0; k < classes; k++) p[k] *= scale;
                for (int32_t k = 0; kept && k < classes; k++)
                    mean += p[k] > 0 ? p[k] * scored[(t - first) * classes + k] : 0;
                for (int32_t k = 0; !kept && k < classes; k++) mean += p[k] > 0 ? p[k] * log(p[k] * sum) : 0;
                log_likelihood += most[t - first];
                entropy -= mean;
                sums *= sum; /* one logarithm for many tasks; a sum is at least 1 */
                if (sums > 1e200) {
                    log_likelihood += log(sums);
                    entropy += log(sums);
                    sums = 1;
                }
            }
        }
        if (pass->row_sum)
            for (int64_t t = first; t < last; t++) task_sums(pass, t, classes, pass->posterior + t * classes);
    }
    pass->log_likelihood = log_likelihood + log(sums);
    pass->entropy = entropy + log(sums);
}

/* With the number of classes known the compiler unrolls and keeps scores in registers. */
static void pass_any(struct fs_pass *pass) {
    switch (pass->classes) {
    case 2: pass_run(pass, 2); break;
    case 3: pass_run(pass, 3); break;
    case 4: pass_run(pass, 4); break;
    case 5: pass_run(pass, 5); break;
    case 8: pass_run(pass, 8); break;
    case 12: pass_run(pass, 12); break;
    case 16: pass_run(pass, 16); break;
    case 20: pass_run(pass, 20); break;
    case 40: pass_run(pass, 40); break;
    default: pass_run(pass, pass->classes);
    }
}

const struct fs_kernels FS_KERNELS = {.pass = pass_any, .exp_all = exp_all};
