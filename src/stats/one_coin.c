/* One-coin Dawid-Skene: a worker is right with one probability, whatever the class; errors are even. That probability
 * is judged beyond chance (judge.c); where classes are too many for that, and as crowd-kit does, by plain EM. */
#include <float.h>

#include "fit.h"

static const double LEAST = 1e-10;
/* The prior: so many answers at the accuracy of all; without it the model collapses on hard sets. */
static const double PRIOR_WEIGHT = 4;

/* Added to each class's count. */
static const double EQUAL = 1e15;

static double within(double p) { return p < LEAST ? LEAST : p > 1 - LEAST ? 1 - LEAST : p; }

/* right and count per worker -> skill. */
static void skills(const struct fs_work *work, const double *right, const double *count, double *skill) {
    double right_all = 0, all = 0, weight = work->options.compat ? 0 : PRIOR_WEIGHT;
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        right_all += right[w];
        all += count[w];
    }
    /* Half an answer each way: nobody is certain; and workers as a whole are better than chance. */
    double mean = (right_all + 0.5) / (all + 1), chance = 1.0 / work->classes;
    if (mean < chance) mean = chance;
    for (int32_t w = 0; w < work->answers->worker_count; w++)
        skill[w] = count[w] + weight > 0 ? (right[w] + weight * mean) / (count[w] + weight) : mean;
}

/* --- with classes' priors and rows --- */

static void rows_fill(struct fs_work *work, const double *skill) {
    int32_t classes = work->classes;
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        double right = log(within(skill[w]));
        double wrong = classes > 1 ? log(within((1 - skill[w]) / (classes - 1))) : right;
        for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++)
            for (int32_t k = 0; k < classes; k++)
                work->log_row[(int64_t)r * classes + k] = work->rows.label[r] >= classes ? 0
                                                          : work->rows.label[r] == k     ? right
                                                                                         : wrong;
    }
}

static void rows_right(const struct fs_work *work, double *right) {
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        right[w] = 0;
        for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++)
            if (work->rows.label[r] < work->classes)
                right[w] += work->row_sum[(int64_t)r * work->classes + work->rows.label[r]];
    }
}

static void maximise(struct fs_work *work) {
    double *right = work->worker_sum, *count = right + work->answers->worker_count;
    rows_right(work, right);
    skills(work, right, count, right);
    rows_fill(work, right);
}

/* --- workers judged by labels, beyond chance --- */

static enum fs_status judged_run(struct fs_work *work) {
    const struct fs_fit_options *o = &work->options;
    struct fs_judge judge;
    double before = -DBL_MAX, answers = work->weight_sum > 0 ? work->weight_sum : 1;
    if (!fs_judge_new(work, &judge)) return FS_NO_MEMORY;
    if (o->start) {
        fs_warm_start(work);
    } else {
        enum fs_status status = fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
        if (status != FS_OK) return status;
    }
    /* Equal class priors: estimated ones run away with a class that careless workers favour. */
    fs_prior_update(work, EQUAL);
    for (int i = 1; i <= o->iterations_max; i++) {
        fs_judge(&judge);
        rows_fill(work, judge.skill);
        fs_pass_all(work, true);
        work->fit->iterations = i;
        work->fit->converged = fabs(work->log_likelihood / answers - before) < o->tolerance;
        if (work->fit->converged) break;
        before = work->log_likelihood / answers;
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    work->fit->log_likelihood = work->log_likelihood;
    return FS_OK;
}

/* --- narrow: equal priors, votes of the weight log(skill / error) --- */

static enum fs_status narrow_run(struct fs_work *work, double *right, const double *count) {
    const struct fs_fit_options *o = &work->options;
    int64_t workers = work->answers->worker_count;
    double *weight = fs_scratch_new(&work->scratch, workers, sizeof *weight);
    if (!weight) return FS_NO_MEMORY;
    enum fs_status status = fs_vote(work, FS_VOTE_SHARE, NULL, false, right);
    double before = -1;
    for (int i = 1; status == FS_OK && i <= o->iterations_max; i++) {
        double sum = 0, all = 0;
        for (int64_t w = 0; w < workers; w++) sum += right[w], all += count[w];
        work->fit->iterations = i;
        work->fit->converged = all <= 0 || fabs(sum - before) < o->tolerance * all;
        if (work->fit->converged) break;
        before = sum;
        skills(work, right, count, right);
        for (int64_t w = 0; w < workers; w++)
            weight[w] = log(within(right[w])) - log(within((1 - right[w]) / (work->classes - 1)));
        status = fs_vote(work, FS_VOTE_SOFTMAX, weight, false, right);
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    return status;
}

enum fs_status fs_one_coin_run(struct fs_work *work) {
    int64_t workers = work->answers->worker_count;
    if (!work->narrow && !work->options.compat) return judged_run(work);
    double *right = fs_scratch_new(&work->scratch, workers * 2, sizeof *right);
    if (!right) return FS_NO_MEMORY;
    work->worker_sum = right; /* and the counts behind it */
    fs_vote_counts(work, right + workers);
    return work->narrow ? narrow_run(work, right, right + workers) : fs_em_run(work, maximise, 0);
}
