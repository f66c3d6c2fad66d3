/* Methods with a confusion matrix per worker, by expectation maximisation: Dawid-Skene. */
#include <float.h>

#include "fit.h"

static const double LEAST = 1e-10; /* of a probability, as crowd-kit clips */

/* --- M steps: row_sum -> log_row --- */

/* Plain shares. */
static void shares(struct fs_work *work) {
    int32_t classes = work->classes;
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        for (int32_t k = 0; k < classes; k++) {
            double total = 0;
            for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++) {
                double count = work->row_sum[(int64_t)r * classes + k];
                total += count > LEAST ? count : LEAST;
            }
            for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++) {
                double count = work->row_sum[(int64_t)r * classes + k];
                work->log_row[(int64_t)r * classes + k] = log((count > LEAST ? count : LEAST) / total);
            }
        }
    }
}

/* The evidence bound as crowd-kit counts it: the prior once per answer, not once per task. */
static double crowd_kit_bound(const struct fs_work *work) {
    double bound = work->entropy;
    for (int64_t r = 0; r < work->rows.count; r++)
        for (int32_t k = 0; k < work->classes; k++) {
            int64_t at = r * work->classes + k;
            bound += work->row_sum[at] * (work->log_row[at] + work->log_prior[k]);
        }
    return bound / work->weight_sum;
}

/* Maximise, expect, until the likelihood no longer gains. */
enum fs_status fs_em_run(struct fs_work *work, fs_m_step *maximise, double prior_added) {
    const struct fs_fit_options *o = &work->options;
    double before = -DBL_MAX, answers = work->weight_sum > 0 ? work->weight_sum : 1;
    if (o->start) {
        fs_warm_start(work);
    } else {
        enum fs_status status = fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
        if (status != FS_OK) return status;
        fs_pass_all(work, false);
    }
    fs_prior_update(work, prior_added);
    maximise(work);
    for (int i = 1; i <= o->iterations_max; i++) {
        fs_pass_all(work, true);
        fs_prior_update(work, prior_added);
        maximise(work);
        work->fit->iterations = i;
        double now = o->compat ? crowd_kit_bound(work) : work->log_likelihood / answers;
        /* crowd-kit also stops when the bound falls. */
        if (o->compat ? now - before < o->tolerance : fabs(now - before) < o->tolerance) {
            work->fit->converged = true;
            break;
        }
        before = now;
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    work->fit->log_likelihood = work->log_likelihood;
    return FS_OK;
}

enum fs_status fs_dawid_skene_run(struct fs_work *work) { return fs_em_run(work, shares, 0); }
