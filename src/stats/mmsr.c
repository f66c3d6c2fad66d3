/* M-MSR (Ma & Olshevsky 2020): skills from agreement between workers, by robust rank-one completion.
 *
 * C(i, j) = (K share of common tasks on which i and j agree - 1) / (K - 1) has the expectation s_i s_j, with
 * s = (K accuracy - 1) / (K - 1). |C| = u v' is solved by turns: v_j is the mean of C(i, j) / u_i over those i who
 * share tasks with j, without the F largest and F smallest; then u the same. Only pairs that share tasks are kept.
 * Answers are then weighed by log((K - 1) p / (1 - p)).
 *
 * When all answers of a task share one task, pairs grow with the square of answers per task. */
#include <stdlib.h>
#include <string.h>

#include "fit.h"

struct pairs {
    int64_t *start; /* pairs of worker w: start[w] up to start[w + 1] */
    int32_t *other;
    double *agree; /* C */
    int64_t count, size;
};

/* --- pairs --- */

static bool pairs_grow(struct pairs *pairs, int64_t more, int64_t count_max) {
    if (pairs->count + more <= pairs->size) return true;
    int64_t size = pairs->size * 2 + more + 1024;
    if (pairs->count + more > count_max) return false;
    int32_t *other = realloc(pairs->other, (size_t)size * sizeof *other);
    if (other) pairs->other = other;
    double *agree = realloc(pairs->agree, (size_t)size * sizeof *agree);
    if (agree) pairs->agree = agree;
    if (!other || !agree) return false;
    pairs->size = size;
    return true;
}

static int compare_ints(const void *a, const void *b) {
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return x < y ? -1 : x > y;
}

/* Worker by worker: its answers' tasks, and who else answered them. */
static bool pairs_make(struct fs_work *work, struct pairs *pairs) {
    const struct fs_answers *a = work->answers;
    struct fs_scratch own = {0};
    int64_t workers = a->worker_count;
    int64_t *start = fs_scratch_new(&own, workers + 1, sizeof *start);
    int64_t *answer = fs_scratch_new(&own, a->count, sizeof *answer);
    int32_t *task = fs_scratch_new(&own, a->count, sizeof *task);
    int32_t *common = fs_scratch_new(&own, workers, sizeof *common),
            *same = fs_scratch_new(&own, workers, sizeof *same);
    int32_t *met = fs_scratch_new(&own, workers, sizeof *met);
    double classes = work->classes;
    pairs->start = fs_calloc(workers + 1, sizeof *pairs->start);
    bool good = !own.failed && pairs->start;
    for (int64_t i = 0; good && i < a->count; i++) start[a->worker[i] + 1]++;
    for (int64_t w = 0; good && w < workers; w++) start[w + 1] += start[w];
    for (int32_t t = 0; good && t < a->task_count; t++)
        for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) {
            task[start[a->worker[i]]] = t;
            answer[start[a->worker[i]]++] = i;
        }
    for (int64_t w = 0, begin = 0; good && w < workers; begin = start[w++]) {
        int64_t count = 0;
        for (int64_t n = begin; n < start[w]; n++)
            for (int64_t i = a->start[task[n]]; i < a->start[task[n] + 1]; i++) {
                int32_t other = a->worker[i];
                if (other == w) continue;
                if (common[other]++ == 0) met[count++] = other;
                same[other] += a->label[i] == a->label[answer[n]];
            }
        good = pairs_grow(pairs, count, work->options.memory_bytes_max / 16);
        qsort(met, (size_t)count, sizeof *met, compare_ints);
        for (int64_t n = 0; n < count; n++) {
            int32_t other = met[n];
            if (good) {
                pairs->other[pairs->count] = other;
                pairs->agree[pairs->count++] = (classes * same[other] / common[other] - 1) / (classes - 1);
            }
            common[other] = same[other] = 0;
        }
        pairs->start[w + 1] = pairs->count;
    }
    fs_scratch_free(&own);
    return good;
}

/* --- the rank-one solution --- */

static int compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Without the `trim` smallest below `now` and the `trim` largest above it; the mean, or now when nothing is left. */
static double trimmed_mean(double *ratio, int64_t count, int64_t trim, double now) {
    int64_t begin = 0, end = count, below = 0, above = 0;
    qsort(ratio, (size_t)count, sizeof *ratio, compare_doubles);
    while (below < count && ratio[below] < now) below++;
    while (above < count && ratio[count - 1 - above] > now) above++;
    begin = below < trim ? below : trim;
    end = count - (above < trim ? above : trim);
    double sum = 0;
    for (int64_t i = begin; i < end; i++) sum += ratio[i];
    return end > begin ? sum / (double)(end - begin) : now;
}

/* Solves for `out` given `in`; returns the largest relative change. */
static double half_step(const struct pairs *pairs, int64_t workers, int64_t trim, const double *in, double *out,
                        double *ratio) {
    double change = 0;
    for (int64_t w = 0; w < workers; w++) {
        int64_t count = pairs->start[w + 1] - pairs->start[w];
        for (int64_t n = 0; n < count; n++) {
            int64_t at = pairs->start[w] + n;
            double by = in[pairs->other[at]];
            ratio[n] = fabs(pairs->agree[at]) / (by > 1e-9 ? by : 1e-9);
        }
        double next = trimmed_mean(ratio, count, trim, out[w]);
        if (count == 1 && next == 0) next = 1 / sqrt((double)workers + 1);
        change = fmax(change, fabs(next - out[w]) / fmax(fabs(next), 1e-9));
        out[w] = next;
    }
    return change;
}

/* Who answers worse than chance: signs that agree with those of C, started at all better; turned when most are worse.
 */
static void signs(const struct pairs *pairs, int64_t workers, const double *size, double *sign) {
    for (int64_t w = 0; w < workers; w++) sign[w] = 1;
    for (int round = 0; round < 100; round++) {
        bool changed = false;
        for (int64_t w = 0; w < workers; w++) {
            double sum = 0;
            for (int64_t n = pairs->start[w]; n < pairs->start[w + 1]; n++)
                sum += pairs->agree[n] * size[pairs->other[n]] * sign[pairs->other[n]];
            double next = sum < 0 ? -1 : 1;
            changed |= next != sign[w];
            sign[w] = next;
        }
        if (!changed) break;
    }
    double sum = 0;
    for (int64_t w = 0; w < workers; w++) sum += sign[w];
    for (int64_t w = 0; sum < 0 && w < workers; w++) sign[w] = -sign[w];
}

static enum fs_status solve(struct fs_work *work, const struct pairs *pairs, double *weight) {
    int64_t workers = work->answers->worker_count, degree_min = INT64_MAX, tasks = 0;
    double *u = fs_scratch_new(&work->scratch, workers, sizeof *u),
           *v = fs_scratch_new(&work->scratch, workers, sizeof *v);
    double *ratio = fs_scratch_new(&work->scratch, workers, sizeof *ratio);
    double *sign = fs_scratch_new(&work->scratch, workers, sizeof *sign), classes = work->classes;
    struct fs_random random = {work->options.seed};
    if (work->scratch.failed) return FS_NO_MEMORY;
    for (int64_t w = 0; w < workers; w++) {
        int64_t degree = pairs->start[w + 1] - pairs->start[w];
        if (degree < degree_min) degree_min = degree;
        u[w] = 1 - fs_random_uniform(&random);
        v[w] = 1 - fs_random_uniform(&random);
    }
    for (int64_t t = 0; t < work->answers->task_count; t++)
        tasks += work->answers->start[t] < work->answers->start[t + 1];
    int64_t trim = degree_min / 2 - 1 > 0 ? degree_min / 2 - 1 : 0;
    for (int i = 1; i <= work->options.iterations_max; i++) {
        double change = half_step(pairs, workers, trim, u, v, ratio);
        change = fmax(change, half_step(pairs, workers, trim, v, u, ratio));
        work->fit->iterations = i;
        work->fit->converged = change < work->options.tolerance;
        if (work->fit->converged) break;
        if (fs_stopped(work, i)) return FS_STOPPED;
    }
    signs(pairs, workers, u, sign);
    double norm_u = 0, norm_v = 0, margin = 1 / sqrt((double)(tasks > 4 ? tasks : 4));
    for (int64_t w = 0; w < workers; w++) norm_u += u[w] * u[w], norm_v += v[w] * v[w];
    double scale = norm_u > 0 && norm_v > 0 ? sqrt(sqrt(norm_u) / sqrt(norm_v)) : 1;
    for (int64_t w = 0; w < workers; w++) {
        double s = sign[w] * u[w] / scale;
        s = fmax(fmin(s, 1 - margin), -1 / (classes - 1) + margin);
        double p = s * (classes - 1) / classes + 1 / classes;
        weight[w] = log(p * (classes - 1) / (1 - p));
        if (pairs->start[w] == pairs->start[w + 1]) weight[w] = 0; /* nobody to compare with */
    }
    return FS_OK;
}

enum fs_status fs_mmsr_run(struct fs_work *work) {
    struct pairs pairs = {0};
    double *weight = work->worker_sum;
    enum fs_status status = FS_OK;
    if (work->classes > 1) {
        if (!pairs_make(work, &pairs))
            status = fs_refuse(work->problem, FS_TOO_LARGE,
                               "mmsr has more than %lld pairs of workers who share tasks, more than memory allows. Use "
                               "dawid-skene or one-coin.",
                               (long long)pairs.count);
        if (status == FS_OK) status = solve(work, &pairs, weight);
    }
    if (status == FS_OK && (work->classes == 1 || pairs.count == 0)) {
        work->fit->converged = true;
        status = fs_vote(work, FS_VOTE_SHARE, NULL, false, NULL);
    } else if (status == FS_OK) {
        status = fs_vote(work, FS_VOTE_SOFTMAX, weight, false, NULL);
    }
    free(pairs.start);
    free(pairs.other);
    free(pairs.agree);
    return status;
}
