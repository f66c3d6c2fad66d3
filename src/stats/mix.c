/* Dawid-Skene with a prior at each worker's own accuracy, and the default of the library, MIX.
 *
 * The prior of a worker's row is Dirichlet with the weight of 8 answers: right with the worker's own accuracy (shrunk
 * towards that of all by 4 answers), wrong in the shape in which all workers together are wrong for that class. So a
 * worker with few answers is judged by how often they are right, and one with many by their own matrix.
 *
 * MIX is the log opinion pool (the normalised geometric mean) of four posteriors: plain Dawid-Skene (no prior),
 * Dawid-Skene with the prior above, IBCC (a fixed prior), and the shares of votes. Each has sets on which it goes wrong
 * alone; where they differ the pool is less sure. Plain Dawid-Skene and IBCC say as much as there is to learn matrices
 * from: with n answers a row (a worker's, to one class) they have the weight n / (n + 8), the part that a row's own
 * answers have beside the prior above. None has random starts. Members stop after 20 iterations: late ones fit noise,
 * and the pool is hardly changed by them. */
#include "fit.h"

static const double ROW_WEIGHT = 8, SHRINK = 4, LEAST = 1e-10, POOL_LEAST = 1e-12;

/* --- Dawid-Skene with a prior --- */

/* All workers' errors by class, as probabilities among errors; returns the accuracy of all. */
static double errors_pooled(struct fs_work *work, double *errors) {
    int32_t classes = work->classes, answers = work->rows.answer_count;
    double right = 0, all = 0;
    for (int32_t k = 0; k < classes; k++)
        for (int32_t l = 0; l < answers; l++) errors[(int64_t)k * answers + l] = l == k ? 0 : fs_nearness(work, k, l);
    for (int32_t r = 0; r < work->rows.count; r++)
        for (int32_t k = 0; k < classes; k++) {
            double count = work->row_sum[(int64_t)r * classes + k];
            all += count;
            if (work->rows.label[r] == k)
                right += count;
            else
                errors[(int64_t)k * answers + work->rows.label[r]] += count;
        }
    for (int32_t k = 0; k < classes; k++) {
        double sum = 0;
        for (int32_t l = 0; l < answers; l++) sum += errors[(int64_t)k * answers + l];
        for (int32_t l = 0; l < answers; l++) errors[(int64_t)k * answers + l] /= sum > 0 ? sum : 1;
    }
    return all > 0 ? right / all : 0.5;
}

static void maximise(struct fs_work *work) {
    int32_t classes = work->classes, answers = work->rows.answer_count;
    const double *errors = work->pooled;
    double mean = errors_pooled(work, work->pooled);
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        double right = 0, count = 0;
        int32_t begin = work->rows.start[w], end = work->rows.start[w + 1];
        for (int32_t r = begin; r < end; r++)
            for (int32_t k = 0; k < classes; k++) {
                count += work->row_sum[(int64_t)r * classes + k];
                if (work->rows.label[r] == k) right += work->row_sum[(int64_t)r * classes + k];
            }
        double skill = (right + SHRINK * mean) / (count + SHRINK);
        for (int32_t k = 0; k < classes; k++) {
            double total = ROW_WEIGHT;
            for (int32_t r = begin; r < end; r++) total += work->row_sum[(int64_t)r * classes + k];
            for (int32_t r = begin; r < end; r++) {
                int32_t l = work->rows.label[r];
                double prior = l == k ? skill : (1 - skill) * errors[(int64_t)k * answers + l];
                double p = (work->row_sum[(int64_t)r * classes + k] + ROW_WEIGHT * prior) / total;
                work->log_row[(int64_t)r * classes + k] = log(p > LEAST ? p : LEAST);
            }
        }
    }
}

enum fs_status fs_prior_ds_run(struct fs_work *work) { return fs_em_run(work, maximise, 1); }

/* --- the pool --- */

struct pool {
    struct fs_work *work;
    double *log;            /* [task][class]: the sum of the members' logs */
    bool votes;             /* the member is shares of votes: one answer, spread evenly, is added to them */
    double weight, weights; /* of the member, of all */
};

static void add_part(void *arg, int part) {
    struct pool *pool = arg;
    const struct fs_work *work = pool->work;
    int32_t classes = work->classes;
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        double given = (double)(work->answers->start[t + 1] - work->answers->start[t]);
        for (int32_t k = 0; k < classes; k++) {
            double p = work->fit->posterior[t * classes + k];
            if (pool->votes) p = (p * given + 1.0 / classes) / (given + 1);
            pool->log[t * classes + k] += pool->weight * log(p + POOL_LEAST);
        }
    }
}

static void normalise_part(void *arg, int part) {
    struct pool *pool = arg;
    const struct fs_work *work = pool->work;
    int32_t classes = work->classes;
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        double *p = work->fit->posterior + t * classes, *sums = pool->log + t * classes, most = -INFINITY, sum = 0;
        int32_t known = work->options.gold ? work->options.gold[t] : -1;
        for (int32_t k = 0; k < classes; k++) most = sums[k] > most ? sums[k] : most;
        for (int32_t k = 0; k < classes; k++) sum += p[k] = exp((sums[k] - most) / pool->weights);
        for (int32_t k = 0; k < classes; k++) p[k] = known >= 0 ? k == known : p[k] / sum;
    }
}

enum fs_status fs_mix_run(struct fs_work *work) {
    static fs_method_run *const members[] = {fs_majority_run, fs_dawid_skene_run, fs_prior_ds_run, fs_ibcc_run};
    const struct fs_answers *answers = work->answers;
    double each = (double)answers->start[answers->task_count] / ((double)answers->worker_count * work->classes);
    struct pool pool = {.work = work};
    double likelihood = 0;
    int iterations = 0;
    bool converged = true;
    pool.log = fs_scratch_new(&work->scratch, (int64_t)work->fit->task_count * work->classes, sizeof *pool.log);
    if (!pool.log) return FS_NO_MEMORY;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        bool free_rows = members[i] == fs_dawid_skene_run || members[i] == fs_ibcc_run;
        pool.weight = free_rows ? each / (each + ROW_WEIGHT) : 1;
        pool.weights += pool.weight;
        work->fit->iterations = 0;
        enum fs_status status = members[i](work);
        if (status != FS_OK) return status;
        pool.votes = members[i] == fs_majority_run;
        if (members[i] == fs_prior_ds_run) likelihood = work->fit->log_likelihood;
        iterations += work->fit->iterations;
        converged &= work->fit->converged;
        fs_parallel(work->threads, work->parts, add_part, &pool);
    }
    fs_parallel(work->threads, work->parts, normalise_part, &pool);
    work->fit->iterations = iterations;
    work->fit->converged = converged;
    work->fit->log_likelihood = likelihood;
    work->fit->prior[0] = 0; /* made anew from the pool */
    return FS_OK;
}
