/* KOS (Karger, Oh, Shah 2011): messages between tasks and workers, two classes as +1 and -1.
 *
 *   x(task -> worker) = sum over the task's other workers of A y,   y(worker -> task) = sum over the worker's other
 * tasks of A x
 *
 * started at y ~ N(1, 1). Messages are scaled in every round, which changes no sign. */
#include <string.h>

#include "fit.h"

struct kos {
    struct fs_work *work;
    double *message;    /* per answer */
    double *worker_all; /* per worker: the sum of what its answers say */
    double *part_all;   /* [part][worker] */
    double squares[FS_PARTS_MAX], scale;
};

static double sign_of(const struct fs_answers *a, int64_t answer) {
    double weight = a->weight ? a->weight[answer] : 1;
    return a->label[answer] == 0 ? weight : a->label[answer] == 1 ? -weight : 0;
}

static void to_workers(void *arg, int part) {
    struct kos *kos = arg;
    struct fs_work *work = kos->work;
    const struct fs_answers *a = work->answers;
    double *all = kos->part_all + (int64_t)part * a->worker_count, squares = 0;
    memset(all, 0, (size_t)a->worker_count * sizeof *all);
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        double sum = 0;
        for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) sum += sign_of(a, i) * kos->message[i];
        if (work->options.gold && work->options.gold[t] >= 0)
            sum = (work->options.gold[t] == 0 ? 1 : -1) * (fabs(sum) + 1);
        for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) {
            kos->message[i] = sum - sign_of(a, i) * kos->message[i];
            all[a->worker[i]] += sign_of(a, i) * kos->message[i];
            squares += kos->message[i] * kos->message[i];
        }
    }
    kos->squares[part] = squares;
}

static void to_tasks(void *arg, int part) {
    struct kos *kos = arg;
    struct fs_work *work = kos->work;
    const struct fs_answers *a = work->answers;
    for (int64_t i = a->start[work->part_start[part]]; i < a->start[work->part_start[part + 1]]; i++)
        kos->message[i] = kos->scale * (kos->worker_all[a->worker[i]] - sign_of(a, i) * kos->message[i]);
}

static void posteriors(const struct kos *kos) {
    const struct fs_answers *a = kos->work->answers;
    for (int64_t t = 0; t < a->task_count; t++) {
        double *p = kos->work->fit->posterior + 2 * t, sum = 0, most = 0;
        for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) {
            sum += sign_of(a, i) * kos->message[i];
            most += fabs(sign_of(a, i) * kos->message[i]);
        }
        /* No probability is defined; the share of what speaks for a class stands in. */
        p[0] = most > 0 ? 0.5 + sum / most / 2 : 0.5;
        int32_t known = kos->work->options.gold ? kos->work->options.gold[t] : -1;
        if (known >= 0) p[0] = known == 0;
        p[1] = 1 - p[0];
    }
}

enum fs_status fs_kos_run(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    int64_t workers = a->worker_count;
    if (work->classes != 2)
        return fs_refuse(work->problem, FS_INVALID,
                         "kos is for two classes; there are %d. Use one-coin, or give each class a run of its own.",
                         work->classes);
    struct kos kos = {.work = work,
                      .message = fs_scratch_new(&work->scratch, a->count, sizeof(double)),
                      .worker_all = work->worker_sum,
                      .part_all = fs_scratch_new(&work->scratch, workers * work->parts, sizeof(double))};
    struct fs_random random = {work->options.seed};
    if (work->scratch.failed) return FS_NO_MEMORY;
    for (int64_t i = 0; i < a->count; i++) kos.message[i] = 1 + fs_random_normal(&random);
    for (int i = 1; i <= work->options.iterations_max; i++) {
        double squares = 0;
        fs_parallel(work->threads, work->parts, to_workers, &kos);
        memset(kos.worker_all, 0, (size_t)workers * sizeof(double));
        for (int part = 0; part < work->parts; part++) {
            for (int64_t w = 0; w < workers; w++) kos.worker_all[w] += kos.part_all[part * workers + w];
            squares += kos.squares[part];
        }
        /* All messages 0 (one answer a task): they stay as they are. */
        if (squares <= 0) break;
        kos.scale = 1 / sqrt(squares / (double)a->count);
        fs_parallel(work->threads, work->parts, to_tasks, &kos);
        work->fit->iterations = i;
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    work->fit->converged = true;
    posteriors(&kos);
    return FS_OK;
}
