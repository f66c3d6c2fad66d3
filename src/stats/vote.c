/* Votes: majority, Wawa, zero-based skill. The posterior is the share of (weighted) votes. */
#include <string.h>

#include "fit.h"

struct vote {
    struct fs_work *work;
    const double *skill; /* per worker: the weight of a vote */
};

static void vote_part(void *arg, int part) {
    struct vote *vote = arg;
    struct fs_work *work = vote->work;
    const struct fs_answers *a = work->answers;
    int32_t classes = work->classes;
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        double *p = work->fit->posterior + t * classes, sum = 0;
        int32_t known = work->options.gold ? work->options.gold[t] : -1;
        for (int32_t k = 0; k < classes; k++) p[k] = 0;
        for (int64_t i = a->start[t]; known < 0 && i < a->start[t + 1]; i++) {
            if (a->label[i] >= classes) continue;
            double weight = vote->skill[a->worker[i]] * (a->weight ? a->weight[i] : 1);
            p[a->label[i]] += weight;
            sum += weight;
        }
        if (known >= 0) p[known] = sum = 1;
        for (int32_t k = 0; k < classes; k++) p[k] = sum > 0 ? p[k] / sum : 1.0 / classes;
    }
}

/* Shares of answers that agree with the leading class, per worker. */
static void agreement(struct fs_work *work, double *skill) {
    const struct fs_answers *a = work->answers;
    int32_t classes = work->classes;
    double *right = skill, *count = work->worker_sum;
    memset(right, 0, (size_t)a->worker_count * sizeof *right);
    memset(count, 0, (size_t)a->worker_count * sizeof *count);
    for (int32_t t = 0; t < a->task_count; t++) {
        const double *p = work->fit->posterior + (int64_t)t * classes;
        int32_t best = 0;
        for (int32_t k = 1; k < classes; k++)
            if (p[k] > p[best]) best = k;
        for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) {
            double weight = a->weight ? a->weight[i] : 1;
            count[a->worker[i]] += a->label[i] < classes ? weight : 0;
            right[a->worker[i]] += a->label[i] == best ? weight : 0;
        }
    }
    for (int32_t w = 0; w < a->worker_count; w++) skill[w] = count[w] > 0 ? right[w] / count[w] : 0;
}

static void prior_from_labels(struct fs_work *work) {
    fs_pass_all(work, false);
    fs_prior_update(work, 1);
}

enum fs_status fs_majority_run(struct fs_work *work) {
    fs_majority_start(work);
    prior_from_labels(work);
    work->fit->iterations = 1;
    work->fit->converged = true;
    return FS_OK;
}

static enum fs_status skills_run(struct fs_work *work, bool gradual) {
    double *skill = fs_scratch_new(&work->scratch, work->answers->worker_count, sizeof *skill);
    double *share = fs_scratch_new(&work->scratch, work->answers->worker_count, sizeof *share);
    double rate = 1;
    if (work->scratch.failed) return FS_NO_MEMORY;
    struct vote vote = {.work = work, .skill = skill};
    for (int32_t w = 0; w < work->answers->worker_count; w++) skill[w] = 1.0 / work->classes + 1e-5;
    for (int i = 1; i <= (gradual ? work->options.iterations_max : 1); i++) {
        if (gradual && i % 20 == 0) rate /= 2;
        fs_parallel(work->threads, work->parts, vote_part, &vote);
        agreement(work, share);
        for (int32_t w = 0; w < work->answers->worker_count; w++) skill[w] += rate * (share[w] - skill[w]);
        work->fit->iterations = i;
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    fs_parallel(work->threads, work->parts, vote_part, &vote);
    work->fit->converged = true;
    prior_from_labels(work);
    return FS_OK;
}

enum fs_status fs_wawa_run(struct fs_work *work) { return skills_run(work, false); }
enum fs_status fs_zbs_run(struct fs_work *work) { return skills_run(work, true); }
