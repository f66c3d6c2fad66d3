/* GLAD (Whitehill, Ruvolo, Wu, Bergsma, Movellan 2009): ability of workers, difficulty of tasks.
 *
 *   P(answer = truth) = s(x), x = alpha_worker exp(beta_task), s(x) = 1 / (1 + exp(-x)); errors are even
 *   alpha ~ N(1, 1), beta ~ N(1, 1)
 *
 * As log s(x) - log (1 - s(x)) = x, a class's log posterior is the sum of x + log(K - 1) over those who chose it: no
 * exponential per answer. The M step takes Newton steps, for each beta within its task and for each alpha over sums of
 * all tasks; as published (compat) each raises the
 * expected likelihood, which is all that EM needs. Else an alpha follows the posteriors by half and the worker's
 * agreement beyond chance (judge.c) by half, half a step at a time: abilities would run away with a class that many
 * lean to. */
#include "fit.h"

enum { BETA_STEPS = 2 };
static const double PRIOR_MEAN = 1, STEP_MAX = 1, JUDGED = 0.5;

struct glad {
    struct fs_work *work;
    double *alpha, *beta;
    double *sums; /* [part][worker][slope, curvature] */
    double likelihood[FS_PARTS_MAX];
    const struct fs_judge *judge; /* NULL: as published */
};

static double bounded(double step) { return step > STEP_MAX ? STEP_MAX : step < -STEP_MAX ? -STEP_MAX : step; }

static double expect(const struct glad *glad, int64_t task, double scale, double *p) {
    const struct fs_work *work = glad->work;
    const struct fs_answers *a = work->answers;
    int32_t classes = work->classes, known = work->options.gold ? work->options.gold[task] : -1;
    double others = classes > 1 ? log(classes - 1) : 0, base = 0, sum = 0, most = -INFINITY;
    for (int32_t k = 0; k < classes; k++) p[k] = work->log_prior[k];
    for (int64_t i = a->start[task]; i < a->start[task + 1]; i++) {
        if (a->label[i] >= classes) continue;
        double x = glad->alpha[a->worker[i]] * scale, weight = a->weight ? a->weight[i] : 1;
        p[a->label[i]] += weight * (x + others);
        /* log(1 - s(x)) */
        base -= weight * (others + (x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))));
    }
    for (int32_t k = 0; known >= 0 && k < classes; k++)
        if (k != known) p[k] = -INFINITY;
    for (int32_t k = 0; k < classes; k++) most = p[k] > most ? p[k] : most;
    for (int32_t k = 0; k < classes; k++) sum += p[k] = exp(p[k] - most);
    for (int32_t k = 0; k < classes; k++) p[k] /= sum;
    return base + most + log(sum);
}

static void glad_part(void *arg, int part) {
    struct glad *glad = arg;
    struct fs_work *work = glad->work;
    const struct fs_answers *a = work->answers;
    double *sums = glad->sums + (int64_t)part * a->worker_count * 2, likelihood = 0;
    for (int64_t w = 0; w < (int64_t)a->worker_count * 2; w++) sums[w] = 0;
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        double *p = work->fit->posterior + t * work->classes, beta = glad->beta[t], scale = exp(beta);
        likelihood += expect(glad, t, scale, p) - (beta - PRIOR_MEAN) * (beta - PRIOR_MEAN) / 2;
        for (int step = 0; step <= BETA_STEPS; step++) {
            double slope = PRIOR_MEAN - beta, curvature = 1;
            for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) {
                if (a->label[i] >= work->classes) continue;
                int32_t w = a->worker[i];
                double x = glad->alpha[w] * scale, s = 1 / (1 + exp(-x)), weight = a->weight ? a->weight[i] : 1;
                double residual = weight * (p[a->label[i]] - s), spread = weight * s * (1 - s);
                if (step == BETA_STEPS) {
                    double right =
                        glad->judge ? JUDGED * glad->judge->skill[w] + (1 - JUDGED) * p[a->label[i]] : p[a->label[i]];
                    sums[2 * w] += weight * (right - s) * scale;
                    sums[2 * w + 1] += spread * scale * scale;
                }
                slope += residual * x;
                curvature += spread * x * x;
            }
            if (step == BETA_STEPS) break;
            beta += bounded(slope / curvature);
            scale = exp(beta);
        }
        glad->beta[t] = beta;
    }
    glad->likelihood[part] = likelihood;
}

static double iterate(struct glad *glad) {
    struct fs_work *work = glad->work;
    int64_t workers = work->answers->worker_count;
    double likelihood = 0;
    for (int64_t w = 0; w < workers; w++)
        likelihood -= (glad->alpha[w] - PRIOR_MEAN) * (glad->alpha[w] - PRIOR_MEAN) / 2;
    fs_parallel(work->threads, work->parts, glad_part, glad);
    for (int part = 0; part < work->parts; part++) likelihood += glad->likelihood[part];
    for (int64_t w = 0; w < workers; w++) {
        double slope = PRIOR_MEAN - glad->alpha[w], curvature = 1;
        for (int part = 0; part < work->parts; part++) {
            slope += glad->sums[(part * workers + w) * 2];
            curvature += glad->sums[(part * workers + w) * 2 + 1];
        }
        glad->alpha[w] += glad->judge ? bounded(slope / curvature) / 2 : bounded(slope / curvature);
    }
    return likelihood;
}

enum fs_status fs_glad_run(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    const struct fs_fit_options *o = &work->options;
    struct glad glad = {.work = work};
    glad.alpha = fs_scratch_new(&work->scratch, a->worker_count, sizeof(double));
    glad.beta = fs_scratch_new(&work->scratch, a->task_count, sizeof(double));
    glad.sums = fs_scratch_new(&work->scratch, (int64_t)a->worker_count * 2 * work->parts, sizeof(double));
    if (work->scratch.failed) return FS_NO_MEMORY;
    for (int32_t w = 0; w < a->worker_count; w++) glad.alpha[w] = PRIOR_MEAN;
    for (int32_t t = 0; t < a->task_count; t++) glad.beta[t] = PRIOR_MEAN;
    for (int32_t k = 0; k < work->classes; k++) work->class_sum[k] = 1;
    fs_prior_update(work, 0);
    struct fs_judge judge;
    if (!o->compat && work->classes > 1) {
        if (!fs_judge_new(work, &judge)) return FS_NO_MEMORY;
        enum fs_status status = fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
        if (status != FS_OK) return status;
        glad.judge = &judge;
    }
    double before = -INFINITY, answers = work->weight_sum > 0 ? work->weight_sum : 1;
    for (int i = 1; i <= o->iterations_max; i++) {
        if (glad.judge) fs_judge(&judge);
        double now = iterate(&glad);
        work->fit->iterations = i;
        work->fit->log_likelihood = now;
        work->fit->converged = fabs(now - before) < o->tolerance * answers;
        if (work->fit->converged) break;
        before = now;
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    return FS_OK;
}
