/* Bayesian weighted average (Li, Rubinstein, Cohn 2019, "Truth inference at scale").
 *
 * Each class by itself: the answer 0 or 1 of worker j to task i is N(z_i, 1 / v_j), z_i ~ N(mu, 1 / lambda),
 * v_j ~ Gamma(a, b), a = 15, lambda = 1, b from the spread of the votes. Coordinate ascent alternates
 *   v_j = (a + n_j) / (b + sum (z_i - y_ij)^2),   z_i = (lambda mu + sum v_j y_ij) / (lambda + sum v_j)
 * That is compat. A worker who never gives a rare class makes few errors in it and drowns those who see it; one who
 * always gives the frequent class looks precise. Else, therefore, a worker has one precision, from the agreement c_j
 * with the labels beyond chance (judge.c): what the answer weighs as evidence, with two classes four times its log
 * odds. v_j = 8 atanh max(0, c_j) */
#include <string.h>

#include "fit.h"

static const double SHAPE = 15, LAMBDA = 1, STILL = 1e-3, SCALE = 8, MOST = 1 - 1e-9;

struct bwa {
    struct fs_work *work;
    double *precision;   /* [worker][class] */
    double *mean, *rate; /* [class] */
    double *errors;      /* [part][worker][class] */
    double *given;       /* [part][class], scratch of a task */
    bool first;
};

static void bwa_part(void *arg, int part) {
    struct bwa *bwa = arg;
    struct fs_work *work = bwa->work;
    const struct fs_answers *a = work->answers;
    int32_t classes = work->classes;
    double *errors = bwa->errors + (int64_t)part * a->worker_count * classes;
    double *given = bwa->given + (int64_t)part * classes;
    memset(errors, 0, (size_t)a->worker_count * (size_t)classes * sizeof *errors);
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        double *z = work->fit->posterior + t * classes;
        bool fixed = bwa->first || (work->options.gold && work->options.gold[t] >= 0);
        for (int32_t k = 0; k < classes; k++) given[k] = LAMBDA;
        for (int32_t k = 0; !fixed && k < classes; k++) z[k] = LAMBDA * bwa->mean[k];
        for (int64_t i = a->start[t]; !fixed && i < a->start[t + 1]; i++) {
            if (a->label[i] >= classes) continue;
            const double *v = bwa->precision + (int64_t)a->worker[i] * classes;
            double weight = a->weight ? a->weight[i] : 1;
            for (int32_t k = 0; k < classes; k++) given[k] += weight * v[k];
            z[a->label[i]] += weight * v[a->label[i]];
        }
        for (int32_t k = 0; !fixed && k < classes; k++) z[k] /= given[k];
        for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) {
            if (a->label[i] >= classes) continue;
            double *own = errors + (int64_t)a->worker[i] * classes, weight = a->weight ? a->weight[i] : 1;
            for (int32_t k = 0; k < classes; k++) own[k] += weight * z[k] * z[k];
            own[a->label[i]] += weight * (1 - 2 * z[a->label[i]]);
        }
    }
}

/* Precisions from the errors of the parts; returns the largest relative change. */
static double precisions(struct bwa *bwa, const double *count) {
    struct fs_work *work = bwa->work;
    int64_t classes = work->classes, cells = work->answers->worker_count * classes;
    double change = 0;
    for (int64_t i = 0; i < cells; i++) {
        double errors = bwa->rate[i % classes];
        for (int part = 0; part < work->parts; part++) errors += bwa->errors[part * cells + i];
        double v = (SHAPE + count[i / classes]) / (errors > 1e-12 ? errors : 1e-12);
        change = fmax(change, fabs(v - bwa->precision[i]) / v);
        bwa->precision[i] = v;
    }
    return change;
}

static double precisions_judged(struct bwa *bwa, struct fs_judge *judge) {
    struct fs_work *work = bwa->work;
    int64_t classes = work->classes;
    double change = 0, even = 1.0 / work->classes;
    fs_judge(judge);
    for (int64_t w = 0; w < work->answers->worker_count; w++) {
        double c = classes > 1 ? (judge->skill[w] - even) / (1 - even) : 0.5;
        double v = c > 0 ? SCALE * atanh(c < MOST ? c : MOST) : 0;
        change = fmax(change, fabs(v - bwa->precision[w * classes]) / (v + 1));
        for (int64_t k = 0; k < classes; k++) bwa->precision[w * classes + k] = v;
    }
    return change;
}

static void means(const struct bwa *bwa, double *rate) {
    const struct fs_work *work = bwa->work;
    const struct fs_answers *a = work->answers;
    int32_t classes = work->classes;
    double tasks = 0;
    for (int32_t k = 0; k < classes; k++) bwa->mean[k] = 0;
    for (int64_t t = 0; t < a->task_count; t++) {
        if (a->start[t] == a->start[t + 1]) continue;
        const double *z = work->fit->posterior + t * classes;
        for (int32_t k = 0; k < classes; k++) {
            bwa->mean[k] += z[k];
            if (rate) rate[k] += (double)(a->start[t + 1] - a->start[t]) * z[k] * (1 - z[k]);
        }
        tasks++;
    }
    for (int32_t k = 0; k < classes; k++) bwa->mean[k] /= tasks > 0 ? tasks : 1;
    /* A quarter of the largest variance two classes can have is what b stands for; more classes have less. */
    for (int32_t k = 0; rate && k < classes; k++) {
        rate[k] *= SHAPE * 4 * (1 - 1.0 / classes) / (double)(a->count ? a->count : 1);
        if (rate[k] < 1e-6) rate[k] = 1e-6;
    }
}

static void shares(struct fs_work *work) {
    int32_t classes = work->classes;
    for (int64_t t = 0; t < work->answers->task_count; t++) {
        double *z = work->fit->posterior + t * classes, sum = 0;
        for (int32_t k = 0; k < classes; k++) z[k] = z[k] > 0 ? z[k] : 0, sum += z[k];
        for (int32_t k = 0; k < classes; k++) z[k] = sum > 0 ? z[k] / sum : 1.0 / classes;
    }
}

enum fs_status fs_bwa_run(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    int64_t cells = (int64_t)a->worker_count * work->classes;
    if (8.0 * (double)cells * (work->parts * 2 + 2) > (double)work->options.memory_bytes_max)
        return fs_refuse(work->problem, FS_TOO_LARGE,
                         "bwa with %d classes and %d workers needs more memory than allowed. Use iwmv, or allow more.",
                         work->classes, a->worker_count);
    struct bwa bwa = {.work = work,
                      .precision = fs_scratch_new(&work->scratch, cells, sizeof(double)),
                      .errors = fs_scratch_new(&work->scratch, cells * work->parts, sizeof(double)),
                      .mean = fs_scratch_new(&work->scratch, work->classes, sizeof(double)),
                      .rate = fs_scratch_new(&work->scratch, work->classes, sizeof(double)),
                      .given = fs_scratch_new(&work->scratch, (int64_t)work->classes * FS_PARTS_MAX, sizeof(double))};
    if (work->scratch.failed) return FS_NO_MEMORY;
    enum fs_status status = fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
    if (status != FS_OK) return status;
    fs_vote_counts(work, work->worker_sum);
    means(&bwa, bwa.rate);
    struct fs_judge judge;
    bool judged = !work->options.compat;
    if (judged && !fs_judge_new(work, &judge)) return FS_NO_MEMORY;
    bwa.first = true;
    for (int i = 1; i <= work->options.iterations_max; i++) {
        fs_parallel(work->threads, work->parts, bwa_part, &bwa);
        bwa.first = false;
        work->fit->iterations = i;
        work->fit->converged = (judged ? precisions_judged(&bwa, &judge) : precisions(&bwa, work->worker_sum)) < STILL;
        if (work->fit->converged && i > 1) break;
        means(&bwa, NULL);
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    shares(work);
    return FS_OK;
}
