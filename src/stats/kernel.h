/* kernel.h - the inner loops, compiled twice from kernel.c: for any processor and for AVX2.
 *
 * Both do the same operations in the same order (lanes are classes, sums over answers run in order, no fused multiply
 * and add), so both give the same bits. A pass runs over the tasks of one part and writes only the part's own sums. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

/* One pass over a part's tasks: posteriors from rows (E step), and the sums of posteriors by row (for the M step). */
struct fs_pass {
    int32_t classes; /* here: states, which are classes, or kinds of tasks within classes */
    int32_t groups;  /* states of a class stand together; 1: states are classes */
    int64_t task_begin, task_end;
    const int64_t *start;           /* answers of task t: start[t] up to start[t + 1] */
    const int32_t *row;             /* per answer */
    const double *weight;           /* per answer; NULL: 1 */
    const double *log_row;          /* [row][class]: log P(answer | class); NULL: keep the posteriors, only sum */
    const double *log_prior;        /* [class] */
    const int32_t *gold;            /* per task: class or -1; NULL: none */
    double *posterior;              /* [task][class] */
    double *row_sum;                /* [row][class], added to; NULL: no sums */
    double *class_sum;              /* [class], added to */
    double log_likelihood, entropy; /* out */
};

struct fs_kernels {
    void (*pass)(struct fs_pass *pass);
    /* exp(x) for x <= 0, count of them; below -708 gives 0. */
    void (*exp_all)(double *x, int64_t count);
};

extern const struct fs_kernels fs_kernels_any;
#ifdef FS_HAS_AVX2
extern const struct fs_kernels fs_kernels_avx2;
#endif
const struct fs_kernels *fs_kernels_pick(bool no_avx2);
