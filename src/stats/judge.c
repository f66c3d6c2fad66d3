/* How much better than chance a worker agrees with the labels: Cohen's kappa, shrunk.
 *
 * Methods that know one number of a worker feed themselves where workers lean towards a class: who gives that class
 * always agrees with labels that lean, and gets weight for it. What agreement the same answers would have by chance,
 * were they shuffled among the worker's tasks, is therefore taken away. Workers are judged by labels, ties shared, not
 * by posteriors: those of models with one number are too sure, and few are enough to run away. */
#include <string.h>

#include "fit.h"

/* The prior: kappas differ among workers with the variance 1/12, as if they were spread evenly over a width of 1; and 4
 * answers of a worker's chance are against the labels of all. */
static const double PRIOR_PRECISION = 12, CHANCE_WEIGHT = 4, TIE = 1e-12;

static void judge_part(void *arg, int part) {
    struct fs_judge *judge = arg;
    const struct fs_work *work = judge->work;
    const struct fs_answers *a = work->answers;
    int64_t classes = work->classes, workers = a->worker_count;
    double *truth = judge->part_truth + part * workers * classes, *right = judge->part_right + part * workers;
    memset(truth, 0, (size_t)(workers * classes) * sizeof *truth);
    memset(right, 0, (size_t)workers * sizeof *right);
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        const double *p = work->fit->posterior + t * classes;
        double most = p[0], leaders = 0;
        for (int64_t k = 1; k < classes; k++) most = p[k] > most ? p[k] : most;
        for (int64_t k = 0; k < classes; k++) leaders += p[k] >= most - TIE;
        for (int64_t k = 0; k < classes; k++) {
            if (p[k] < most - TIE) continue;
            for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) {
                double weight = (a->weight ? a->weight[i] : 1) / leaders;
                if (a->label[i] >= classes) continue;
                truth[a->worker[i] * classes + k] += weight;
                if (a->label[i] == k) right[a->worker[i]] += weight;
            }
        }
    }
}

bool fs_judge_new(struct fs_work *work, struct fs_judge *judge) {
    const struct fs_answers *a = work->answers;
    int64_t cells = (int64_t)a->worker_count * work->classes;
    *judge = (struct fs_judge){.work = work};
    judge->part_truth = fs_scratch_new(&work->scratch, cells * work->parts, sizeof(double));
    judge->part_right = fs_scratch_new(&work->scratch, (int64_t)a->worker_count * work->parts, sizeof(double));
    judge->given = fs_scratch_new(&work->scratch, cells, sizeof(double));
    judge->right = fs_scratch_new(&work->scratch, a->worker_count, sizeof(double));
    judge->chance = fs_scratch_new(&work->scratch, a->worker_count, sizeof(double));
    judge->count = fs_scratch_new(&work->scratch, a->worker_count, sizeof(double));
    judge->skill = fs_scratch_new(&work->scratch, a->worker_count, sizeof(double));
    judge->all_given = fs_scratch_new(&work->scratch, work->classes, sizeof(double));
    judge->all_truth = fs_scratch_new(&work->scratch, work->classes, sizeof(double));
    if (work->scratch.failed) return false;
    for (int64_t i = 0; i < a->count; i++) {
        double weight = a->weight ? a->weight[i] : 1;
        if (a->label[i] >= work->classes) continue;
        judge->given[(int64_t)a->worker[i] * work->classes + a->label[i]] += weight;
        judge->all_given[a->label[i]] += weight;
        judge->count[a->worker[i]] += weight;
    }
    return true;
}

/* Right answers of each worker; returns the share of chance in all. */
static double agreements(struct fs_judge *judge, double *right_all, double *all) {
    const struct fs_work *work = judge->work;
    int64_t classes = work->classes, workers = work->answers->worker_count;
    double chance = 0;
    memset(judge->all_truth, 0, (size_t)classes * sizeof *judge->all_truth);
    *right_all = *all = 0;
    for (int64_t w = 0; w < workers; w++) {
        judge->right[w] = judge->chance[w] = 0;
        for (int part = 0; part < work->parts; part++) judge->right[w] += judge->part_right[part * workers + w];
        for (int64_t k = 0; k < classes; k++) {
            double truth = 0;
            for (int part = 0; part < work->parts; part++)
                truth += judge->part_truth[(part * workers + w) * classes + k];
            judge->chance[w] += judge->given[w * classes + k] * truth;
            judge->all_truth[k] += truth;
        }
        *right_all += judge->right[w];
        *all += judge->count[w];
    }
    for (int64_t k = 0; *all > 0 && k < classes; k++) chance += judge->all_given[k] / *all * judge->all_truth[k] / *all;
    return chance;
}

/* Of the worker's answers, those that chance would make right: each against the labels of the worker's other tasks. */
static double by_chance(const struct fs_judge *judge, int64_t w, double all) {
    int64_t classes = judge->work->classes;
    double count = judge->count[w], usual = 0;
    if (count <= 0) return 0;
    for (int64_t k = 0; k < classes; k++) usual += judge->given[w * classes + k] / count * judge->all_truth[k] / all;
    double others = fmax(0, judge->chance[w] - judge->right[w]) / count;
    return count * fmin(1, (others + CHANCE_WEIGHT * usual) / (fmax(0, count - 1) + CHANCE_WEIGHT));
}

void fs_judge(struct fs_judge *judge) {
    const struct fs_work *work = judge->work;
    double right, all, even = 1.0 / work->classes;
    fs_parallel(work->threads, work->parts, judge_part, judge);
    double chance = agreements(judge, &right, &all);
    /* One answer more, half right: defined where all answers are the same, and nobody is certain. */
    double kappa = (right - chance * all + 0.5) / (all - chance * all + 1), room = 1 - chance + 1 / (all + 1);
    if (kappa < 0) kappa = 0;
    /* A kappa from n answers has the variance a (1 - a) / (n room^2): where nearly all is one class, much. */
    double share = (right + 0.5) / (all + 1), weight = fmax(1, PRIOR_PRECISION * share * (1 - share) / (room * room));
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        judge->chance[w] = by_chance(judge, w, all);
        double own = (judge->right[w] - judge->chance[w] + weight * kappa * room) /
                     (judge->count[w] - judge->chance[w] + weight * room);
        judge->skill[w] = even + (1 - even) * own;
    }
}
