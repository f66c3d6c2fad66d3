/* Steps that methods share: rows, starts, the pass over all answers. */
#include <stdlib.h>
#include <string.h>

#include "fit.h"

enum { DENSE_MAP_SPARE = 1 << 20 };

/* --- rows --- */

struct row_map {
    const struct fs_work *work;
    const int32_t *map; /* [worker][answer]: row */
};

enum { MAP_PARTS = 16 };

static void map_part(void *arg, int part) {
    const struct row_map *m = arg;
    const struct fs_answers *a = m->work->answers;
    int64_t width = m->work->rows.answer_count;
    for (int64_t i = a->count * part / MAP_PARTS; i < a->count * (part + 1) / MAP_PARTS; i++)
        m->work->rows.of[i] = m->map[a->worker[i] * width + a->label[i]];
}

/* Where workers x answers is not much larger than the answers: a map of all pairs. */
static bool rows_by_map(struct fs_work *work, int32_t *map) {
    const struct fs_answers *a = work->answers;
    struct fs_rows *rows = &work->rows;
    int64_t width = rows->answer_count, count = 0;
    for (int64_t i = 0; i < a->count; i++) map[a->worker[i] * width + a->label[i]]++;
    for (int64_t i = 0; i < a->worker_count * width; i++) count += map[i] > 0;
    rows->label = fs_scratch_new(&work->scratch, count, sizeof *rows->label);
    if (!rows->label) return false;
    for (int32_t w = 0; w < a->worker_count; w++) {
        rows->start[w] = rows->count;
        for (int32_t l = 0; l < width; l++) {
            int32_t *cell = &map[w * width + l];
            if (!*cell) continue;
            work->fit->answered[w] += *cell;
            rows->label[rows->count] = l;
            *cell = rows->count++;
        }
    }
    rows->start[a->worker_count] = rows->count;
    fs_parallel(work->threads, MAP_PARTS, map_part, &(struct row_map){work, map});
    return true;
}

static int compare_labels(const void *a, const void *b) {
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return x < y ? -1 : x > y;
}

/* Else: answers by worker, and each worker's distinct answers. */
static bool rows_by_worker(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    struct fs_rows *rows = &work->rows;
    struct fs_scratch own = {0};
    int64_t *start = fs_scratch_new(&own, (int64_t)a->worker_count + 1, sizeof *start);
    int32_t *order = fs_scratch_new(&own, a->count, sizeof *order);
    int32_t *labels = fs_scratch_new(&own, a->count, sizeof *labels); /* distinct, worker after worker */
    int32_t *place = fs_scratch_new(&own, rows->answer_count, sizeof *place);
    bool good = !own.failed;
    for (int64_t i = 0; good && i < a->count; i++) start[a->worker[i] + 1]++;
    for (int32_t w = 0; good && w < a->worker_count; w++) start[w + 1] += start[w];
    for (int64_t i = 0; good && i < a->count; i++) order[start[a->worker[i]]++] = (int32_t)i;
    int64_t count = 0, begin = 0;
    for (int32_t w = 0; good && w < a->worker_count; w++) {
        int64_t end = start[w]; /* moved on to where the next worker begins */
        work->fit->answered[w] = end - begin;
        rows->start[w] = (int32_t)count;
        for (int64_t i = begin; i < end; i++) {
            int32_t label = a->label[order[i]];
            if (place[label] == 0) labels[count++] = label, place[label] = 1;
        }
        qsort(labels + rows->start[w], (size_t)(count - rows->start[w]), sizeof *labels, compare_labels);
        for (int64_t r = rows->start[w]; r < count; r++) place[labels[r]] = (int32_t)r;
        for (int64_t i = begin; i < end; i++) rows->of[order[i]] = place[a->label[order[i]]];
        for (int64_t r = rows->start[w]; r < count; r++) place[labels[r]] = 0;
        begin = end;
    }
    if (good) {
        rows->start[a->worker_count] = rows->count = (int32_t)count;
        rows->label = fs_scratch_new(&work->scratch, count, sizeof *rows->label);
        good = rows->label != NULL;
        if (good) memcpy(rows->label, labels, (size_t)count * sizeof *labels);
    }
    fs_scratch_free(&own);
    return good;
}

static bool rows_make(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    struct fs_rows *rows = &work->rows;
    int64_t pairs = (int64_t)a->worker_count * rows->answer_count;
    rows->of = fs_scratch_new(&work->scratch, a->count, sizeof *rows->of);
    rows->start = fs_scratch_new(&work->scratch, (int64_t)a->worker_count + 1, sizeof *rows->start);
    if (work->scratch.failed) return false;
    if (pairs > a->count + DENSE_MAP_SPARE) return rows_by_worker(work);
    int32_t *map = fs_calloc(pairs, sizeof *map);
    bool good = map && rows_by_map(work, map);
    free(map);
    return good;
}

/* --- begin --- */

/* Parts hold about as many answers each. As many as make sums no larger than the answers: the same for any number of
 * threads. */
static void parts_make(struct fs_work *work, int64_t sums) {
    const struct fs_answers *a = work->answers;
    int64_t most = 2 * (a->count + 32768) / (sums + 1), task = 0;
    work->parts = most < 1 ? 1 : most > FS_PARTS_MAX ? FS_PARTS_MAX : (int)most;
    for (int part = 0; part < work->parts; part++) {
        int64_t target = a->count / work->parts * part, high = a->task_count;
        while (task < high) { /* the first task that starts at the target or after */
            int64_t middle = (task + high) / 2;
            if (a->start[middle] < target)
                task = middle + 1;
            else
                high = middle;
        }
        work->part_start[part] = part ? task : 0;
    }
    work->part_start[work->parts] = a->task_count;
}

static enum fs_status too_large(struct fs_work *work, double bytes) {
    const struct fs_answers *a = work->answers;
    return fs_refuse(work->problem, FS_TOO_LARGE,
                     "%s with %d classes, %d workers and %d tasks needs %.1f GB, more than the %.1f GB allowed. Use a "
                     "method that counts votes (majority, wawa, zbs, iwmv), or allow more memory.",
                     fs_method_name(work->options.method), a->class_count, a->worker_count, a->task_count, bytes / 1e9,
                     (double)work->options.memory_bytes_max / 1e9);
}

/* What posteriors, matrices and the sums of all parts take. */
static double bytes_needed(const struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    double sums = ((double)work->rows.count + 1) * work->states;
    return 8.0 * a->task_count * work->classes + (work->groups > 1 ? 8.0 * a->task_count * work->states : 0) +
           8.0 * sums * (3 + work->parts) + 12.0 * (double)a->count + 16.0 * work->classes * work->rows.answer_count +
           32.0 * a->worker_count;
}

static bool wide_memory(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    int64_t sums = ((int64_t)work->rows.count + 1) * work->states;
    work->fit->posterior = fs_calloc((int64_t)a->task_count * work->classes, sizeof(double));
    work->state = work->groups > 1
                      ? fs_scratch_new(&work->scratch, (int64_t)a->task_count * work->states, sizeof(double))
                      : work->fit->posterior;
    work->row_sum = fs_scratch_new(&work->scratch, sums, sizeof(double));
    work->log_row = fs_scratch_new(&work->scratch, sums, sizeof(double));
    work->part_sums = fs_scratch_new(&work->scratch, sums * work->parts, sizeof(double));
    work->log_prior = fs_scratch_new(&work->scratch, work->states, sizeof(double));
    work->pooled = fs_scratch_new(&work->scratch, (int64_t)work->classes * work->rows.answer_count, sizeof(double));
    if (work->scratch.failed || !work->fit->posterior) return false;
    work->class_sum = work->row_sum + sums - work->states;
    return true;
}

enum fs_status fs_work_begin(struct fs_work *work, int groups, bool votes) {
    const struct fs_answers *a = work->answers;
    work->classes = a->class_count;
    work->groups = groups;
    work->states = a->class_count * groups;
    work->threads = fs_threads(work->options.threads, a->count);
    work->kernels = fs_kernels_pick(work->options.no_avx2);
    work->rows.answer_count = a->class_count;
    for (int64_t i = 0; i < a->count; i++) {
        if (a->label[i] == a->class_count) work->rows.answer_count = a->class_count + 1;
        work->weight_sum += a->weight ? a->weight[i] : 1;
    }
    if (!rows_make(work)) return FS_NO_MEMORY;
    parts_make(work, ((int64_t)work->rows.count + 1) * work->states);
    work->worker_sum = fs_scratch_new(&work->scratch, a->worker_count, sizeof(double));
    double bytes = bytes_needed(work);
    if (bytes > (double)work->options.memory_bytes_max) {
        if (!votes) return too_large(work, bytes);
        work->narrow = true;
        parts_make(work, (int64_t)work->classes * 2 + a->worker_count);
        return work->scratch.failed ? FS_NO_MEMORY : FS_OK;
    }
    return wide_memory(work) ? FS_OK : FS_NO_MEMORY;
}

double fs_nearness(const struct fs_work *work, int32_t truth, int32_t answer) {
    if (!work->options.ordinal || answer >= work->classes) return 1;
    int32_t far = answer > truth ? answer - truth : truth - answer;
    return ldexp(2, -(far < 60 ? far : 60));
}

bool fs_stopped(const struct fs_work *work, int iteration) {
    const struct fs_fit_options *o = &work->options;
    return o->stop && o->stop(o->stop_arg, iteration, o->iterations_max);
}

/* --- the pass --- */

struct pass_all {
    struct fs_work *work;
    bool expect;
    double log_likelihood[FS_PARTS_MAX], entropy[FS_PARTS_MAX];
};

static void pass_part(void *arg, int part) {
    struct pass_all *all = arg;
    struct fs_work *work = all->work;
    int64_t sums = ((int64_t)work->rows.count + 1) * work->states;
    double *own = work->part_sums + sums * part;
    memset(own, 0, (size_t)sums * sizeof *own);
    struct fs_pass pass = {.classes = work->states,
                           .groups = work->groups,
                           .task_begin = work->part_start[part],
                           .task_end = work->part_start[part + 1],
                           .start = work->answers->start,
                           .row = work->rows.of,
                           .weight = work->answers->weight,
                           .log_row = all->expect ? work->log_row : NULL,
                           .log_prior = work->log_prior,
                           .gold = work->options.gold,
                           .posterior = work->state,
                           .row_sum = own,
                           .class_sum = own + sums - work->states};
    work->kernels->pass(&pass);
    all->log_likelihood[part] = pass.log_likelihood;
    all->entropy[part] = pass.entropy;
}

void fs_pass_all(struct fs_work *work, bool expect) {
    struct pass_all all = {.work = work, .expect = expect};
    int64_t sums = ((int64_t)work->rows.count + 1) * work->states;
    fs_parallel(work->threads, work->parts, pass_part, &all);
    work->log_likelihood = work->entropy = 0;
    memcpy(work->row_sum, work->part_sums, (size_t)sums * sizeof *work->row_sum);
    for (int part = 0; part < work->parts; part++) {
        const double *own = work->part_sums + sums * part;
        for (int64_t i = 0; part > 0 && i < sums; i++) work->row_sum[i] += own[i];
        work->log_likelihood += all.log_likelihood[part];
        work->entropy += all.entropy[part];
    }
}

void fs_prior_update(struct fs_work *work, double added) {
    double sum = 0;
    for (int32_t k = 0; k < work->classes; k++) {
        double count = work->options.prior ? work->options.prior[k] : work->class_sum[k] + added;
        work->fit->prior[k] = count > 1e-10 ? count : 1e-10;
        sum += work->fit->prior[k];
    }
    for (int32_t k = 0; k < work->classes; k++) {
        work->fit->prior[k] /= sum;
        work->log_prior[k] = log(work->fit->prior[k]);
    }
}

/* --- warm start --- */

void fs_warm_start(struct fs_work *work) {
    const struct fs_start *start = work->options.start;
    int32_t classes = work->classes, answers = work->rows.answer_count;
    for (int32_t k = 0; k < classes; k++) work->class_sum[k] = start->prior ? start->prior[k] : 1;
    fs_prior_update(work, 0);
    for (int32_t w = 0; w < work->answers->worker_count; w++) {
        for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++) {
            int32_t label = work->rows.label[r];
            for (int32_t k = 0; k < classes; k++) {
                double p = 0;
                if (w < start->worker_count)
                    p = start->confusion[((int64_t)w * classes + k) * answers + label];
                else
                    for (int32_t v = 0; v < start->worker_count; v++)
                        p += start->confusion[((int64_t)v * classes + k) * answers + label] / start->worker_count;
                work->log_row[(int64_t)r * classes + k] = log(p > 1e-10 ? p : 1e-10);
            }
        }
    }
    fs_pass_all(work, true);
}
