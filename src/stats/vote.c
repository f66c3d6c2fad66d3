/* Votes with weights, and the methods that need nothing else: majority, Wawa, zero-based skill, IWMV.
 *
 * A round looks at each task's answers once. With few classes it writes posteriors; with too many (narrow) it keeps a
 * part's own table of classes, of which a task touches only those it was given. */
#include <string.h>

#include "fit.h"

static const double TIE = 1e-12;

struct vote {
    struct fs_work *work;
    enum fs_vote_kind kind;
    const double *weight;
    bool hard;
    double *right; /* [part][worker] */
    double *score; /* [part][class], narrow only; 0 between tasks */
    int32_t *seen; /* [part][class], narrow only: the last task that touched it, + 1 */
};

static double vote_weight(const struct vote *vote, int64_t answer) {
    const struct fs_answers *a = vote->work->answers;
    double weight = vote->weight ? vote->weight[a->worker[answer]] : 1;
    return a->weight ? weight * a->weight[answer] : weight;
}

/* --- a task's posterior --- */

static void normalise(enum fs_vote_kind kind, double *p, int32_t classes) {
    double most = p[0], sum = 0;
    for (int32_t k = 1; k < classes; k++) most = p[k] > most ? p[k] : most;
    for (int32_t k = 0; k < classes; k++) {
        /* Weights below 0 speak against a class; a share cannot. */
        p[k] = kind == FS_VOTE_SOFTMAX ? exp(p[k] - most) : p[k] > 0 ? p[k] : 0;
        sum += p[k];
    }
    for (int32_t k = 0; k < classes; k++) p[k] = sum > 0 ? p[k] / sum : 1.0 / classes;
}

static int32_t leading(const double *p, int32_t classes) {
    int32_t best = 0;
    for (int32_t k = 1; k < classes; k++)
        if (p[k] > p[best] + TIE) best = k;
    return best;
}

static int32_t task_wide(const struct vote *vote, int64_t task, double *p) {
    const struct fs_work *work = vote->work;
    const struct fs_answers *a = work->answers;
    int32_t known = work->options.gold ? work->options.gold[task] : -1;
    for (int32_t k = 0; k < work->classes; k++) p[k] = 0;
    if (known >= 0) {
        p[known] = 1;
        return known;
    }
    for (int64_t i = a->start[task]; i < a->start[task + 1]; i++)
        if (a->label[i] < work->classes) p[a->label[i]] += vote_weight(vote, i);
    normalise(vote->kind, p, work->classes);
    return leading(p, work->classes);
}

/* The same over the classes that were given; score[class] becomes the posterior. Writes the task's label. */
static int32_t task_narrow(const struct vote *vote, int64_t task, double *score, int32_t *seen) {
    const struct fs_work *work = vote->work;
    const struct fs_answers *a = work->answers;
    struct fs_fit *fit = work->fit;
    int32_t known = work->options.gold ? work->options.gold[task] : -1, distinct = 0, best = -1;
    int64_t begin = a->start[task], end = a->start[task + 1];
    double most = 0, sum = 0;
    for (int64_t i = begin; i < end; i++) {
        if (a->label[i] >= work->classes) continue;
        if (seen[a->label[i]] != task + 1) distinct++, seen[a->label[i]] = (int32_t)task + 1, score[a->label[i]] = 0;
        score[a->label[i]] += vote_weight(vote, i);
    }
    if (distinct == work->classes) most = -INFINITY; /* no class is left that nobody named */
    for (int64_t i = begin; i < end; i++)
        if (a->label[i] < work->classes && score[a->label[i]] > most) most = score[a->label[i]];
    for (int64_t i = begin; i < end; i++) {
        int32_t k = a->label[i];
        if (k >= work->classes || seen[k] != task + 1) continue;
        seen[k] = -(int32_t)(task + 1); /* done */
        score[k] = vote->kind == FS_VOTE_SOFTMAX ? exp(score[k] - most) : score[k] > 0 ? score[k] : 0;
        sum += score[k];
    }
    if (vote->kind == FS_VOTE_SOFTMAX && distinct < work->classes) sum += exp(-most) * (work->classes - distinct);
    for (int64_t i = begin; i < end; i++) {
        int32_t k = a->label[i];
        if (k >= work->classes || seen[k] != -(int32_t)(task + 1)) continue;
        seen[k] = (int32_t)task + 1;
        score[k] = known >= 0 ? k == known : sum > 0 ? score[k] / sum : 1.0 / work->classes;
        if (best < 0 || score[k] > score[best] + TIE || (score[k] >= score[best] - TIE && k < best)) best = k;
    }
    fit->tied[task] = 0;
    for (int64_t i = begin; known < 0 && i < end; i++) {
        int32_t k = a->label[i];
        if (k < work->classes && k != best && score[k] >= score[best] - TIE) fit->tied[task] = 1;
    }
    fit->label[task] = known >= 0 ? known : best;
    fit->confidence[task] = known >= 0 ? 1 : best < 0 ? 0 : score[best];
    return fit->label[task];
}

static void vote_part(void *arg, int part) {
    const struct vote *vote = arg;
    struct fs_work *work = vote->work;
    const struct fs_answers *a = work->answers;
    double *right = vote->right ? vote->right + (int64_t)part * a->worker_count : NULL;
    double *score = work->narrow ? vote->score + (int64_t)part * work->classes : NULL;
    int32_t *seen = work->narrow ? vote->seen + (int64_t)part * work->classes : NULL;
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        double *p = work->narrow ? score : work->fit->posterior + t * work->classes;
        int32_t best = work->narrow ? task_narrow(vote, t, score, seen) : task_wide(vote, t, p);
        for (int64_t i = a->start[t]; right && i < a->start[t + 1]; i++) {
            if (a->label[i] >= work->classes) continue;
            double weight = a->weight ? a->weight[i] : 1;
            right[a->worker[i]] += vote->hard ? (a->label[i] == best ? weight : 0) : weight * p[a->label[i]];
        }
    }
}

enum fs_status fs_vote(struct fs_work *work, enum fs_vote_kind kind, const double *weight, bool hard, double *right) {
    struct fs_scratch own = {0};
    int64_t workers = work->answers->worker_count;
    struct vote vote = {.work = work, .kind = kind, .weight = weight, .hard = hard};
    if (right) vote.right = fs_scratch_new(&own, workers * work->parts, sizeof *vote.right);
    if (work->narrow) {
        vote.score = fs_scratch_new(&own, (int64_t)work->classes * work->parts, sizeof *vote.score);
        vote.seen = fs_scratch_new(&own, (int64_t)work->classes * work->parts, sizeof *vote.seen);
    }
    if (own.failed) return FS_NO_MEMORY;
    fs_parallel(work->threads, work->parts, vote_part, &vote);
    if (right) memcpy(right, vote.right, (size_t)workers * sizeof *right);
    for (int part = 1; right && part < work->parts; part++)
        for (int64_t w = 0; w < workers; w++) right[w] += vote.right[part * workers + w];
    fs_scratch_free(&own);
    return FS_OK;
}

void fs_vote_counts(const struct fs_work *work, double *count) {
    const struct fs_answers *a = work->answers;
    memset(count, 0, (size_t)a->worker_count * sizeof *count);
    for (int64_t i = 0; i < a->count; i++)
        if (a->label[i] < work->classes) count[a->worker[i]] += a->weight ? a->weight[i] : 1;
}

/* --- methods --- */

enum fs_status fs_majority_run(struct fs_work *work) {
    work->fit->iterations = 1;
    work->fit->converged = true;
    return fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
}

/* From agreement with the leading class to the next round's weights. */
typedef void weights_next(double *weight, const double *share, double rate, const struct fs_work *work);

static enum fs_status rounds(struct fs_work *work, double first, int rounds_max, weights_next *next, bool until_still) {
    int64_t workers = work->answers->worker_count;
    double *weight = fs_scratch_new(&work->scratch, workers, sizeof *weight);
    double *right = fs_scratch_new(&work->scratch, workers, sizeof *right);
    double *count = fs_scratch_new(&work->scratch, workers, sizeof *count);
    double *before = fs_scratch_new(&work->scratch, workers, sizeof *before);
    double rate = 1;
    if (work->scratch.failed) return FS_NO_MEMORY;
    fs_vote_counts(work, count);
    for (int64_t w = 0; w < workers; w++) weight[w] = first;
    for (int i = 1; i <= rounds_max; i++) {
        if (i % 20 == 0) rate /= 2;
        enum fs_status status = fs_vote(work, FS_VOTE_SHARE, weight, true, right);
        if (status != FS_OK) return status;
        for (int64_t w = 0; w < workers; w++) right[w] = count[w] > 0 ? right[w] / count[w] : 0;
        work->fit->iterations = i;
        work->fit->converged = i > 1 && memcmp(before, right, (size_t)workers * sizeof *right) == 0;
        if (until_still && work->fit->converged) break;
        memcpy(before, right, (size_t)workers * sizeof *right);
        next(weight, right, rate, work);
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    return fs_vote(work, FS_VOTE_SHARE, weight, true, NULL);
}

static void weights_share(double *weight, const double *share, double rate, const struct fs_work *work) {
    for (int32_t w = 0; w < work->answers->worker_count; w++) weight[w] += rate * (share[w] - weight[w]);
}

/* Li & Yu 2014: the weight that is 0 for a worker who guesses. */
static void weights_above_chance(double *weight, const double *share, double rate, const struct fs_work *work) {
    for (int32_t w = 0; w < work->answers->worker_count; w++)
        weight[w] = work->classes > 1 ? (work->classes * share[w] - 1) / (work->classes - 1) : 1;
}

/* Agreement beyond chance as weight, until nobody's agreement changes. */
static enum fs_status rounds_judged(struct fs_work *work) {
    struct fs_judge judge;
    int64_t workers = work->answers->worker_count;
    double *weight = fs_scratch_new(&work->scratch, workers, sizeof *weight);
    double *before = fs_scratch_new(&work->scratch, workers, sizeof *before);
    if (!fs_judge_new(work, &judge)) return FS_NO_MEMORY;
    enum fs_status status = fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
    for (int i = 1; status == FS_OK && i <= work->options.iterations_max; i++) {
        fs_judge(&judge);
        work->fit->iterations = i;
        work->fit->converged = i > 1 && memcmp(before, judge.right, (size_t)workers * sizeof *before) == 0;
        if (work->fit->converged) break;
        memcpy(before, judge.right, (size_t)workers * sizeof *before);
        weights_above_chance(weight, judge.skill, 1, work);
        status = fs_vote(work, FS_VOTE_SHARE, weight, true, NULL);
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    return status;
}

enum fs_status fs_wawa_run(struct fs_work *work) {
    enum fs_status status = rounds(work, 1, 1, weights_share, false);
    work->fit->converged = true;
    return status;
}

enum fs_status fs_zbs_run(struct fs_work *work) {
    return rounds(work, 1.0 / work->classes + 1e-5, work->options.iterations_max, weights_share, false);
}

enum fs_status fs_iwmv_run(struct fs_work *work) {
    if (work->narrow || work->options.compat)
        return rounds(work, 1, work->options.iterations_max, weights_above_chance, true);
    return rounds_judged(work);
}
