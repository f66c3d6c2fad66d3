#include "fs_signals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { ANSWERS_MIN_USUAL = 20, PAIR_TASKS_MIN = 10, PAIR_WORKERS_MAX = 4000 };
static const double fast_part = 1.0 / 3, constant_share = 0.9, copy_z = 5, copy_agreement = 0.9, chance_margin = 0.1;

static enum fs_status add(struct fs_signals *s, struct fs_signal signal) {
    if ((s->count & (s->count - 1)) == 0) {
        size_t size = s->count ? (size_t)s->count * 2 : 1;
        struct fs_signal *more = realloc(s->signal, size * sizeof *more);
        if (!more) return FS_NO_MEMORY;
        s->signal = more;
    }
    s->signal[s->count++] = signal;
    return FS_OK;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median_known(const double *values, int32_t count) {
    double *sorted = malloc(sizeof *sorted * (size_t)(count + 1)), middle = 0;
    int32_t n = 0;
    for (int32_t i = 0; sorted && i < count; i++)
        if (values[i] > 0) sorted[n++] = values[i];
    if (n > 0) qsort(sorted, (size_t)n, sizeof *sorted, by_value), middle = sorted[n / 2];
    free(sorted);
    return middle;
}

/* Share of tasks that the labels give to each class, and the largest. */
static double label_shares(const struct fs_fit *fit, double *share) {
    int64_t n = 0;
    double most = 0;
    memset(share, 0, sizeof *share * (size_t)fit->class_count);
    for (int32_t t = 0; t < fit->task_count; t++)
        if (fit->label[t] >= 0) share[fit->label[t]]++, n++;
    for (int32_t k = 0; n && k < fit->class_count; k++) {
        share[k] /= (double)n;
        if (share[k] > most) most = share[k];
    }
    return most;
}

/* --- one worker at a time --- */

static enum fs_status alone(const struct fs_answers *a, const struct fs_fit *fit, const double *seconds, int64_t least,
                            struct fs_signals *out) {
    int32_t classes = a->class_count, workers = a->worker_count;
    int64_t *given = fs_calloc((int64_t)workers * classes, sizeof *given);
    double *share = fs_calloc(classes, sizeof *share), *skills = fs_calloc(workers, sizeof *skills);
    enum fs_status status = given && share && skills ? FS_OK : FS_NO_MEMORY;
    double usual = seconds ? median_known(seconds, workers) : 0, chance = 0, skill = 0;
    for (int64_t i = 0; status == FS_OK && i < a->count; i++)
        if (a->label[i] < classes) given[(int64_t)a->worker[i] * classes + a->label[i]]++;
    if (status == FS_OK) {
        /* Somebody who does not look can do no better than always give the commonest answer. */
        chance = label_shares(fit, share);
        for (int32_t w = 0; w < workers; w++) skills[w] = fit->answered[w] >= least ? fit->skill[w] : 0;
        skill = median_known(skills, workers);
    }
    for (int32_t w = 0; status == FS_OK && w < workers; w++) {
        int64_t n = fit->answered[w], most = 0, best = 0;
        double low, high;
        if (n < least) continue;
        for (int32_t k = 0; k < classes; k++)
            if (given[(int64_t)w * classes + k] > most) most = given[(int64_t)w * classes + k], best = k;
        double constant = (double)most / (double)n, expected = share[best];
        fs_fit_skill_interval(fit, w, &low, &high);
        if (usual > 0 && seconds[w] > 0 && seconds[w] < usual * fast_part && fit->skill[w] <= skill)
            status = add(out, (struct fs_signal){FS_TOO_FAST, w, -1, 1 - seconds[w] / (usual * fast_part), seconds[w],
                                                 usual, n});
        if (status == FS_OK && constant >= constant_share && expected < constant_share - 0.2)
            status = add(out, (struct fs_signal){FS_CONSTANT, w, -1, constant - expected, constant, expected, n});
        if (status == FS_OK && high < skill && low <= chance + chance_margin &&
            fit->skill[w] < chance + 2 * chance_margin)
            status = add(out, (struct fs_signal){FS_CHANCE, w, -1, skill - fit->skill[w], fit->skill[w], chance, n});
    }
    free(given);
    free(share);
    free(skills);
    return status;
}

/* --- pairs --- */

struct pair {
    float tasks, same, expected, variance;
};

/* How often two workers with these skills give one answer to a task. Errors are taken as spread over
 * the other classes. */
static double agreement_expected(const struct fs_fit *fit, int32_t a, int32_t b) {
    double p = fit->skill[a], q = fit->skill[b], others = fit->class_count > 1 ? fit->class_count - 1 : 1;
    return p * q + (1 - p) * (1 - q) / others;
}

static struct pair *pair_of(struct pair *pairs, int32_t a, int32_t b) {
    return &pairs[(int64_t)b * (b - 1) / 2 + a]; /* a < b */
}

static enum fs_status together(const struct fs_answers *a, const struct fs_fit *fit, int64_t least,
                               struct fs_signals *out) {
    int32_t workers = a->worker_count < PAIR_WORKERS_MAX ? a->worker_count : PAIR_WORKERS_MAX;
    struct pair *pairs = fs_calloc((int64_t)workers * (workers - 1) / 2 + 1, sizeof *pairs);
    bool *constant = fs_calloc(a->worker_count, sizeof *constant);
    if (!pairs || !constant) {
        free(pairs);
        free(constant);
        return FS_NO_MEMORY;
    }
    for (int64_t i = 0; i < out->count; i++)
        if (out->signal[i].kind == FS_CONSTANT) constant[out->signal[i].worker] = true;
    for (int32_t t = 0; t < a->task_count; t++)
        for (int64_t j = a->start[t]; j < a->start[t + 1]; j++)
            for (int64_t i = a->start[t]; i < j; i++) {
                int32_t first = a->worker[i], second = a->worker[j];
                if (second >= workers || first >= second) continue;
                struct pair *pair = pair_of(pairs, first, second);
                double e = agreement_expected(fit, first, second);
                pair->tasks++, pair->same += a->label[i] == a->label[j];
                pair->expected += (float)e, pair->variance += (float)(e * (1 - e));
            }
    enum fs_status status = FS_OK;
    for (int32_t w = 0; w < workers && status == FS_OK; w++) {
        double best = 0;
        struct fs_signal found = {FS_COPY, w, -1, 0, 0, 0, 0};
        if (fit->answered[w] < least) continue;
        for (int32_t o = 0; o < workers; o++) {
            if (o == w || fit->answered[o] < least) continue;
            if (constant[w] && constant[o]) continue; /* one habit, and named for it */
            const struct pair *pair = w < o ? pair_of(pairs, w, o) : pair_of(pairs, o, w);
            if (pair->tasks < PAIR_TASKS_MIN || pair->same < pair->tasks * (float)copy_agreement) continue;
            double z = (double)(pair->same - pair->expected) / sqrt((double)pair->variance + 0.25);
            if (z < copy_z || z <= best) continue;
            best = z;
            found.other = o, found.strength = 1 - copy_z / (z + copy_z),
            found.seen = (double)(pair->same / pair->tasks);
            found.usual = (double)(pair->expected / pair->tasks), found.answers = (int64_t)pair->tasks;
        }
        if (found.other >= 0) status = add(out, found);
    }
    free(pairs);
    free(constant);
    return status;
}

static int by_worker(const void *a, const void *b) {
    const struct fs_signal *x = a, *y = b;
    if (x->worker != y->worker) return x->worker < y->worker ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

enum fs_status fs_signals_new(const struct fs_answers *answers, const struct fs_fit *fit, const double *seconds,
                              int64_t answers_min, struct fs_signals *signals, struct fs_problem *problem) {
    *signals = (struct fs_signals){0};
    if (fit->worker_count != answers->worker_count || fit->task_count != answers->task_count)
        return fs_refuse(problem, FS_INVALID, "The fit is not one of these answers.");
    int64_t least = answers_min > 0 ? answers_min : ANSWERS_MIN_USUAL;
    enum fs_status status = alone(answers, fit, seconds, least, signals);
    if (status == FS_OK) status = together(answers, fit, least, signals);
    if (status != FS_OK) {
        fs_signals_free(signals);
        return status;
    }
    if (signals->count) qsort(signals->signal, (size_t)signals->count, sizeof *signals->signal, by_worker);
    return FS_OK;
}

void fs_signals_free(struct fs_signals *signals) {
    free(signals->signal);
    *signals = (struct fs_signals){0};
}
