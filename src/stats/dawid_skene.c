/* Methods with a confusion matrix per worker, by expectation maximisation: Dawid-Skene, our MIX, one-coin. */
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

typedef void m_step(struct fs_work *work);

/* Maximise, expect, until the likelihood no longer gains. */
static enum fs_status em_run(struct fs_work *work, m_step *maximise, double prior_added) {
    const struct fs_fit_options *o = &work->options;
    double before = -DBL_MAX;
    if (o->start) {
        fs_warm_start(work);
    } else {
        fs_majority_start(work);
        fs_pass_all(work, false);
    }
    fs_prior_update(work, prior_added);
    maximise(work);
    for (int i = 1; i <= o->iterations_max; i++) {
        fs_pass_all(work, true);
        fs_prior_update(work, prior_added);
        maximise(work);
        work->fit->iterations = i;
        double now = o->compat ? crowd_kit_bound(work) : work->log_likelihood / work->weight_sum;
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

enum fs_status fs_dawid_skene_run(struct fs_work *work) { return em_run(work, shares, 0); }

/* --- one coin --- */

static void coin(struct fs_work *work) {
    int32_t classes = work->classes;
    double weight = work->options.compat ? 0 : 2, right_all = 0, all = 0;
    for (int pass = 0; pass < 2; pass++) {
        double mean = all > 0 ? right_all / all : 0.5;
        for (int32_t w = 0; w < work->answers->worker_count; w++) {
            double right = 0, count = 0;
            for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++) {
                if (work->rows.label[r] < classes) right += work->row_sum[(int64_t)r * classes + work->rows.label[r]];
                for (int32_t k = 0; k < classes; k++) count += work->row_sum[(int64_t)r * classes + k];
            }
            right_all += pass == 0 ? right : 0;
            all += pass == 0 ? count : 0;
            if (pass == 0 || count + weight <= 0) continue;
            double skill = (right + weight * mean) / (count + weight);
            double wrong = classes > 1 ? (1 - skill) / (classes - 1) : LEAST;
            double log_right = log(skill > LEAST ? skill < 1 - LEAST ? skill : 1 - LEAST : LEAST);
            double log_wrong = log(wrong > LEAST ? wrong < 1 - LEAST ? wrong : 1 - LEAST : LEAST);
            for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++)
                for (int32_t k = 0; k < classes; k++)
                    work->log_row[(int64_t)r * classes + k] = work->rows.label[r] == k ? log_right : log_wrong;
        }
    }
}

enum fs_status fs_one_coin_run(struct fs_work *work) { return em_run(work, coin, 0); }

/* --- MIX --- */

static void mix(struct fs_work *work) {
    const double weight = 8, shrink = 4;
    int32_t classes = work->classes, answers = work->rows.answer_count;
    double right_all = 0, all = 0;
    double *errors = work->pooled;
    for (int64_t i = 0; i < (int64_t)classes * answers; i++) errors[i] = 0;
    for (int32_t r = 0; r < work->rows.count; r++)
        for (int32_t k = 0; k < classes; k++) {
            double count = work->row_sum[(int64_t)r * classes + k];
            all += count;
            if (work->rows.label[r] == k)
                right_all += count;
            else
                errors[(int64_t)k * answers + work->rows.label[r]] += count;
        }
    for (int32_t k = 0; k < classes; k++) {
        double sum = 0;
        for (int32_t l = 0; l < answers; l++) sum += l == k ? 0 : errors[(int64_t)k * answers + l] + 1;
        for (int32_t l = 0; l < answers; l++)
            errors[(int64_t)k * answers + l] = (errors[(int64_t)k * answers + l] + 1) / sum;
    }
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        double right = 0, count = 0;
        int32_t begin = work->rows.start[w], end = work->rows.start[w + 1];
        for (int32_t r = begin; r < end; r++)
            for (int32_t k = 0; k < classes; k++) {
                count += work->row_sum[(int64_t)r * classes + k];
                if (work->rows.label[r] == k) right += work->row_sum[(int64_t)r * classes + k];
            }
        double skill = (right + shrink * right_all / all) / (count + shrink);
        for (int32_t k = 0; k < classes; k++) {
            double total = weight;
            for (int32_t r = begin; r < end; r++) total += work->row_sum[(int64_t)r * classes + k];
            for (int32_t r = begin; r < end; r++) {
                int32_t l = work->rows.label[r];
                double prior = l == k ? skill : (1 - skill) * errors[(int64_t)k * answers + l];
                double p = (work->row_sum[(int64_t)r * classes + k] + weight * prior) / total;
                work->log_row[(int64_t)r * classes + k] = log(p > LEAST ? p : LEAST);
            }
        }
    }
}

enum fs_status fs_mix_run(struct fs_work *work) { return em_run(work, mix, 1); }
