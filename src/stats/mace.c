/* MACE (Hovy, Berg-Kirkpatrick, Vaswani, Hovy 2013): a worker knows the answer, or answers by habit without looking.
 *
 *   P(answer l | truth k) = spam xi(l) + (1 - spam) [l = k]
 *
 * Variational Bayes: Beta(1/2, 1/2) on spam, Dirichlet(10) on the habit xi. The log of this is a table of rows, so it
 * runs over the shared pass, in logs: 1,500 answers to a task do not underflow. */
#include <string.h>

#include "fit.h"

static const double SPAM_PRIOR = 0.5, HABIT_PRIOR = 10, LEAST = 1e-300;

struct mace {
    struct fs_work *work;
    double *spam, *know; /* per worker */
    double *habit;       /* per row */
};

static void start_random(struct mace *mace, struct fs_random *random) {
    struct fs_work *work = mace->work;
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        double a = 1 + 0.5 * fs_random_uniform(random), b = 1 + 0.5 * fs_random_uniform(random), sum = 0;
        mace->spam[w] = a / (a + b);
        mace->know[w] = b / (a + b);
        for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++)
            sum += mace->habit[r] = 1 + 0.5 * fs_random_uniform(random);
        /* Answers the worker never gave have their share too. */
        sum += 1.25 * (work->rows.answer_count - (work->rows.start[w + 1] - work->rows.start[w]));
        for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++) mace->habit[r] /= sum;
    }
}

static void rows_fill(const struct mace *mace) {
    struct fs_work *work = mace->work;
    for (int32_t w = 0; w < work->answers->worker_count; w++)
        for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++) {
            double blind = mace->spam[w] * mace->habit[r];
            double wrong = log(blind > LEAST ? blind : LEAST), right = log(blind + mace->know[w]);
            for (int32_t k = 0; k < work->classes; k++)
                work->log_row[(int64_t)r * work->classes + k] = work->rows.label[r] == k ? right : wrong;
        }
}

static void maximise(const struct mace *mace) {
    const struct fs_work *work = mace->work;
    int32_t classes = work->classes;
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        double knew = 0, spammed = 0;
        int32_t begin = work->rows.start[w], end = work->rows.start[w + 1];
        for (int32_t r = begin; r < end; r++) {
            double blind = mace->spam[w] * mace->habit[r], habit = 0;
            for (int32_t k = 0; k < classes; k++) {
                double count = work->row_sum[(int64_t)r * classes + k];
                double knows = work->rows.label[r] == k ? mace->know[w] / (blind + mace->know[w]) : 0;
                knew += count * knows;
                habit += count * (1 - knows);
            }
            mace->habit[r] = habit; /* counts for now */
            spammed += habit;
        }
        double all = fs_digamma(spammed + knew + 2 * SPAM_PRIOR);
        mace->spam[w] = exp(fs_digamma(spammed + SPAM_PRIOR) - all);
        mace->know[w] = exp(fs_digamma(knew + SPAM_PRIOR) - all);
        all = fs_digamma(spammed + HABIT_PRIOR * work->rows.answer_count);
        for (int32_t r = begin; r < end; r++) mace->habit[r] = exp(fs_digamma(mace->habit[r] + HABIT_PRIOR) - all);
    }
}

enum fs_status fs_mace_run(struct fs_work *work) {
    const struct fs_fit_options *o = &work->options;
    int64_t cells = (int64_t)work->rows.count * work->classes;
    double *best = fs_scratch_new(&work->scratch, cells, sizeof *best), best_likelihood = -INFINITY;
    struct mace mace = {.work = work,
                        .spam = fs_scratch_new(&work->scratch, work->answers->worker_count, sizeof(double)),
                        .know = fs_scratch_new(&work->scratch, work->answers->worker_count, sizeof(double)),
                        .habit = fs_scratch_new(&work->scratch, work->rows.count, sizeof(double))};
    struct fs_random random = {o->seed};
    if (work->scratch.failed) return FS_NO_MEMORY;
    /* The paper has equal class priors; those of the votes keep a rare class rare. */
    enum fs_status status = fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
    if (status != FS_OK) return status;
    fs_pass_all(work, false);
    for (int32_t k = 0; o->compat && k < work->classes; k++) work->class_sum[k] = 1;
    fs_prior_update(work, 1);
    for (int start = 0; start < o->starts; start++) {
        start_random(&mace, &random);
        for (int i = 0; i <= o->iterations_max; i++) {
            rows_fill(&mace);
            fs_pass_all(work, true);
            if (i == o->iterations_max) break;
            maximise(&mace);
            work->fit->iterations++;
            if (fs_stopped(work, start * o->iterations_max + i)) return FS_STOPPED;
        }
        if (work->log_likelihood > best_likelihood) {
            best_likelihood = work->log_likelihood;
            memcpy(best, work->log_row, (size_t)cells * sizeof *best);
        }
    }
    memcpy(work->log_row, best, (size_t)cells * sizeof *best);
    fs_pass_all(work, true);
    work->fit->log_likelihood = work->log_likelihood;
    work->fit->converged = true;
    return FS_OK;
}
