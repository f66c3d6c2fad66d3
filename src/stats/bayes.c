/* Bayesian classifier combination by variational Bayes: IBCC (Kim & Ghahramani 2012) and EBCC (Li, Rubinstein, Cohn
 * 2019).
 *
 *   class z ~ tau, kind g ~ pi_z (EBCC: 10 kinds a class; IBCC: one), answer of worker j ~ v_j,z,g
 *   tau ~ Dir(1), pi_z ~ Dir(0.1 / kinds), v_j,z,g ~ Dir(4 at z, 1 elsewhere)
 *
 * A (class, kind) is a state; the shared pass works on states, in logs. The evidence bound is
 *   sum over tasks of log sum over states exp(E log tau pi v)  -  KL(q || prior) of tau, pi, v
 * and picks the best of several random starts. Answers a worker never gave add to the bound through row totals only.
 *
 * Most kinds soon have no tasks: their share falls below e^-100, and their matrices are the prior. Such a kind adds
 * nothing to any sum, so it is dropped for the rest of the start (drop_dead); the bound still counts its prior. */
#include <string.h>

#include "fit.h"

static const double RIGHT_PRIOR = 4, WRONG_PRIOR = 1, CLASS_PRIOR = 1, KIND_PRIOR = 0.1, STILL = 1e-3, DEAD = 1e-15;

struct bayes {
    struct fs_work *work;
    int32_t kinds;        /* of a class; work->groups: those that are left */
    bool bounded;         /* the bound is wanted */
    double *prior_total;  /* [class]: of a row's prior */
    double *part_bound;   /* [part of workers] */
    double *class_before; /* [task][class] of the iteration before */
    double *part_change;  /* [part of tasks] */
    double bound;         /* of the Dirichlets */
    int32_t *kept;        /* [state] */
};

static double log_gamma(double x) {
    int sign;
    return lgamma_r(x, &sign);
}

/* --- workers' matrices --- */

enum { WORKER_PARTS = 64 };

static void workers_part(void *arg, int part) {
    struct bayes *bayes = arg;
    struct fs_work *work = bayes->work;
    int64_t workers = work->answers->worker_count, states = work->states;
    double divergence = 0;
    for (int64_t w = workers * part / WORKER_PARTS; w < workers * (part + 1) / WORKER_PARTS; w++) {
        int32_t begin = work->rows.start[w], end = work->rows.start[w + 1];
        for (int64_t s = 0; s < states; s++) {
            int32_t truth = (int32_t)(s / work->groups);
            double prior_total = bayes->prior_total[truth], total = prior_total;
            for (int64_t r = begin; r < end; r++) total += work->row_sum[r * states + s];
            double mean = fs_digamma(total);
            if (bayes->bounded) divergence += log_gamma(total) - log_gamma(prior_total);
            for (int64_t r = begin; r < end; r++) {
                int32_t l = work->rows.label[r];
                double prior = l == truth ? RIGHT_PRIOR : WRONG_PRIOR * fs_nearness(work, truth, l);
                double count = work->row_sum[r * states + s], own = fs_digamma(prior + count) - mean;
                work->log_row[r * states + s] = own;
                if (bayes->bounded) divergence += count * own + log_gamma(prior) - log_gamma(prior + count);
            }
        }
    }
    bayes->part_bound[part] = -divergence;
}

/* Dirichlet with `count` equal priors, and `empty` more of them without counts: E log into out, minus its divergence
 * returned. */
static double dirichlet(const double *counts, int32_t count, int32_t empty, double prior, double *out) {
    double total = prior * empty, divergence = 0;
    for (int32_t i = 0; i < count; i++) total += prior + counts[i];
    double mean = fs_digamma(total);
    for (int32_t i = 0; i < count; i++) {
        out[i] = fs_digamma(prior + counts[i]) - mean;
        divergence += counts[i] * out[i] + log_gamma(prior) - log_gamma(prior + counts[i]);
    }
    divergence += log_gamma(total) - log_gamma(prior * (count + empty));
    return -divergence;
}

static void maximise(struct bayes *bayes, double *class_count, double *class_log) {
    struct fs_work *work = bayes->work;
    int32_t groups = work->groups;
    for (int32_t k = 0; k < work->classes; k++) {
        class_count[k] = 0;
        for (int32_t g = 0; g < groups; g++) class_count[k] += work->class_sum[k * groups + g];
    }
    bayes->bound = 0;
    if (work->options.prior) {
        fs_prior_update(work, 0);
        for (int32_t k = 0; k < work->classes; k++) class_log[k] = log(work->fit->prior[k]);
    } else {
        bayes->bound += dirichlet(class_count, work->classes, 0, CLASS_PRIOR, class_log);
    }
    for (int32_t k = 0; k < work->classes; k++) {
        double *own = work->log_prior + k * groups;
        own[0] = 0;
        if (bayes->kinds > 1)
            bayes->bound +=
                dirichlet(work->class_sum + k * groups, groups, bayes->kinds - groups, KIND_PRIOR / bayes->kinds, own);
        for (int32_t g = 0; g < groups; g++) own[g] += class_log[k];
    }
    fs_parallel(work->threads, WORKER_PARTS, workers_part, bayes);
    for (int part = 0; part < WORKER_PARTS; part++) bayes->bound += bayes->part_bound[part];
}

static void groups_set(struct fs_work *work, int32_t groups) {
    work->groups = groups;
    work->states = work->classes * groups;
    work->class_sum = work->row_sum + (int64_t)work->rows.count * work->states;
}

/* Keeps as many kinds of every class as the class with most living ones has, in their order. */
static void drop_dead(struct bayes *bayes) {
    struct fs_work *work = bayes->work;
    int32_t groups = work->groups, classes = work->classes, most = 1, *kept = bayes->kept;
    for (int32_t k = 0; k < classes; k++) {
        int32_t living = 0;
        for (int32_t g = 0; g < groups; g++) living += work->class_sum[k * groups + g] >= DEAD;
        most = living > most ? living : most;
    }
    if (most == groups) return;
    for (int32_t k = 0; k < classes; k++) {
        int32_t count = 0, living = 0;
        for (int32_t g = 0; g < groups; g++) living += work->class_sum[k * groups + g] >= DEAD;
        for (int32_t g = 0, spare = most - living; g < groups; g++) {
            bool lives = work->class_sum[k * groups + g] >= DEAD;
            if (lives || spare-- > 0) kept[k * most + count++] = k * groups + g;
        }
    }
    /* Rows shrink in place, the sums of the classes behind them. */
    for (int64_t r = 0; r <= work->rows.count; r++)
        for (int32_t s = 0; s < classes * most; s++)
            work->row_sum[r * classes * most + s] = work->row_sum[r * work->states + kept[s]];
    groups_set(work, most);
}

/* --- tasks --- */

/* States to classes, and how much the classes changed. */
static void classes_part(void *arg, int part) {
    struct bayes *bayes = arg;
    struct fs_work *work = bayes->work;
    int32_t groups = work->groups, classes = work->classes;
    double change = 0;
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++)
        for (int32_t k = 0; k < classes; k++) {
            const double *state = work->state + t * work->states + k * groups;
            double p = 0, *before = bayes->class_before + t * classes + k;
            for (int32_t g = 0; g < groups; g++) p += state[g];
            change = fabs(p - *before) > change ? fabs(p - *before) : change;
            *before = p;
        }
    bayes->part_change[part] = change;
}

/* The majority, each class divided among its kinds at random. */
static void start_random(struct fs_work *work, struct fs_random *random) {
    int32_t groups = work->groups;
    for (int64_t t = 0; t < work->answers->task_count; t++)
        for (int32_t k = 0; k < work->classes; k++) {
            double sum = 0, p = work->fit->posterior[t * work->classes + k],
                   *state = work->state + t * work->states + k * groups;
            for (int32_t g = 0; g < groups; g++) sum += state[g] = -log(1 - fs_random_uniform(random)) + 1e-12;
            for (int32_t g = 0; g < groups; g++) state[g] *= p / sum;
        }
}

static enum fs_status fit_one(struct bayes *bayes, double *class_count, double *class_log, double *bound, int *done) {
    struct fs_work *work = bayes->work;
    const struct fs_fit_options *o = &work->options;
    for (int i = 1; i <= o->iterations_max; i++) {
        maximise(bayes, class_count, class_log);
        fs_pass_all(work, true);
        fs_parallel(work->threads, work->parts, classes_part, bayes);
        double change = 0;
        for (int part = 0; part < work->parts; part++)
            change = bayes->part_change[part] > change ? bayes->part_change[part] : change;
        work->fit->converged = change < (STILL);
        ++*done;
        if (work->fit->converged) break;
        if (fs_stopped(work, *done)) return FS_STOPPED;
        drop_dead(bayes);
    }
    bayes->bounded = true;
    maximise(bayes, class_count, class_log);
    fs_pass_all(work, true);
    fs_parallel(work->threads, work->parts, classes_part, bayes);
    bayes->bounded = false;
    *bound = bayes->bound + work->log_likelihood;
    return FS_OK;
}

static enum fs_status bayes_run(struct fs_work *work, int starts) {
    const struct fs_answers *a = work->answers;
    int64_t cells = (int64_t)a->task_count * work->classes;
    struct bayes bayes = {.work = work,
                          .kinds = work->groups,
                          .kept = fs_scratch_new(&work->scratch, work->states, sizeof(int32_t)),
                          .part_bound = fs_scratch_new(&work->scratch, WORKER_PARTS, sizeof(double)),
                          .part_change = fs_scratch_new(&work->scratch, FS_PARTS_MAX, sizeof(double)),
                          .class_before = fs_scratch_new(&work->scratch, cells, sizeof(double))};
    double *best = fs_scratch_new(&work->scratch, cells, sizeof *best), best_bound = -INFINITY;
    double *class_count = fs_scratch_new(&work->scratch, work->classes, sizeof *class_count);
    double *class_log = fs_scratch_new(&work->scratch, work->classes, sizeof *class_log);
    double *prior = fs_scratch_new(&work->scratch, work->classes, sizeof *prior);
    struct fs_random random = {work->options.seed};
    bayes.prior_total = fs_scratch_new(&work->scratch, work->classes, sizeof(double));
    if (work->scratch.failed) return FS_NO_MEMORY;
    for (int32_t k = 0; k < work->classes; k++)
        for (int32_t l = 0; l < work->rows.answer_count; l++)
            bayes.prior_total[k] += l == k ? RIGHT_PRIOR : WRONG_PRIOR * fs_nearness(work, k, l);
    for (int start = 0; start < starts; start++) {
        double bound = -INFINITY;
        groups_set(work, bayes.kinds);
        enum fs_status status = fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
        if (status != FS_OK) return status;
        if (work->groups > 1) start_random(work, &random);
        if (work->options.start && work->groups == 1)
            fs_warm_start(work);
        else
            fs_pass_all(work, false);
        status = fit_one(&bayes, class_count, class_log, &bound, &work->fit->iterations);
        if (status != FS_OK) return status;
        if (bound <= best_bound && start > 0) continue;
        best_bound = bound;
        memcpy(best, bayes.class_before, (size_t)cells * sizeof *best);
        memcpy(prior, class_count, (size_t)work->classes * sizeof *prior);
    }
    memcpy(work->fit->posterior, best, (size_t)cells * sizeof *best);
    double sum = 0;
    for (int32_t k = 0; k < work->classes; k++) sum += prior[k] + CLASS_PRIOR;
    for (int32_t k = 0; k < work->classes && !work->options.prior; k++)
        work->fit->prior[k] = (prior[k] + CLASS_PRIOR) / sum;
    work->fit->log_likelihood = best_bound;
    return FS_OK;
}

enum fs_status fs_ibcc_run(struct fs_work *work) { return bayes_run(work, 1); }
enum fs_status fs_ebcc_run(struct fs_work *work) { return bayes_run(work, work->options.starts); }
