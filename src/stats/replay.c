/* Adaptive overlap replayed on answers that are all there: which would not have been asked for, and what that costs. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fs_adaptive.h"
#include "internal.h"

struct replay_state {
    const struct fs_table *table;
    int32_t tasks;
    int64_t *start, *order; /* rows of each task, in drawn order */
    int32_t *have, *most;
    uint8_t *watched;
};

static enum fs_status state_new(const struct fs_table *table, const struct fs_adaptive_options *o, uint64_t seed,
                                struct replay_state *s) {
    int32_t n = s->tasks = table->task_count;
    s->table = table;
    s->start = fs_calloc(n + 1, sizeof *s->start);
    s->order = fs_calloc(table->count, sizeof *s->order);
    s->have = fs_calloc(n, sizeof *s->have);
    s->most = fs_calloc(n, sizeof *s->most);
    s->watched = fs_calloc(n, 1);
    if (!s->start || !s->order || !s->have || !s->most || !s->watched) return FS_NO_MEMORY;
    for (int64_t i = 0; i < table->count; i++) s->start[table->task[i] + 1]++;
    for (int32_t t = 0; t < n; t++) s->start[t + 1] += s->start[t];
    for (int64_t i = 0; i < table->count; i++) s->order[s->start[table->task[i]] + s->have[table->task[i]]++] = i;
    struct fs_random random = {seed};
    for (int32_t t = 0; t < n; t++) {
        int32_t count = s->most[t] = s->have[t];
        for (int32_t i = count - 1; i > 0; i--) {
            int64_t *a = &s->order[s->start[t] + i], *b = a - (int64_t)(fs_random_next(&random) % (uint64_t)(i + 1));
            int64_t keep = *a;
            *a = *b, *b = keep;
        }
        if (s->have[t] > o->answers_min) s->have[t] = o->answers_min;
        s->watched[t] = fs_watched(seed, t);
    }
    return FS_OK;
}

static void state_free(struct replay_state *s) {
    free(s->start);
    free(s->order);
    free(s->have);
    free(s->most);
    free(s->watched);
}

static enum fs_status answers_so_far(const struct replay_state *s, struct fs_answers **answers,
                                     struct fs_problem *problem) {
    struct fs_table part = {0};
    enum fs_status status = FS_OK;
    for (int32_t t = 0; status == FS_OK && t < s->tasks; t++)
        for (int32_t i = 0; status == FS_OK && i < s->have[t]; i++) {
            int64_t row = s->order[s->start[t] + i];
            status = fs_table_add(&part, t, s->table->worker[row], s->table->label[row]);
        }
    part.task_count = s->tasks, part.worker_count = s->table->worker_count, part.class_count = s->table->class_count;
    if (status == FS_OK) status = fs_answers_new(&part, &(struct fs_answers_options){.threads = 1}, answers, problem);
    fs_table_free(&part);
    return status;
}

static double accuracy_of(const struct fs_fit *fit, const int32_t *gold) {
    int64_t right = 0, known = 0;
    for (int32_t t = 0; t < fit->task_count; t++)
        if (gold[t] >= 0 && fit->label[t] >= 0) known++, right += fit->label[t] == gold[t];
    return known ? (double)right / (double)known : 0;
}

/* Rounds of answers: each ends with a fit and the verdicts; those that want more get one. */
static enum fs_status rounds(struct replay_state *s, const int32_t *gold, const struct fs_adaptive_options *o,
                             struct fs_replay *r, struct fs_problem *problem) {
    for (bool more = true; more;) {
        struct fs_answers *answers = NULL;
        struct fs_adaptive *d = NULL;
        enum fs_status status = answers_so_far(s, &answers, problem);
        if (status == FS_OK) status = fs_adaptive_new(answers, o, &d, problem);
        if (status != FS_OK) {
            fs_answers_free(answers);
            return status;
        }
        more = false;
        for (int32_t t = 0; t < s->tasks; t++)
            if (d->verdict[t] == FS_MORE) s->have[t]++, more = true;
        if (!more) {
            struct fs_fit *fit = NULL;
            status =
                fs_fit_new(answers, &(struct fs_fit_options){.method = FS_MIX, .threads = o->threads}, &fit, problem);
            if (status == FS_OK) r->accuracy_mix = accuracy_of(fit, gold);
            r->accuracy = accuracy_of(d->fit, gold);
            fs_fit_free(fit);
            r->expected = d->accuracy, r->low = d->low, r->high = d->high;
            r->saving = d->saving, r->rho = d->rho;
        }
        fs_adaptive_free(d);
        fs_answers_free(answers);
        if (status != FS_OK) return status;
    }
    return FS_OK;
}

enum fs_status fs_replay_run(const struct fs_table *table, const int32_t *gold,
                             const struct fs_adaptive_options *options, uint64_t seed, struct fs_replay *replay,
                             struct fs_problem *problem) {
    struct replay_state s = {0};
    *replay = (struct fs_replay){0};
    if (table->count == 0) return fs_refuse(problem, FS_EMPTY, "There are no answers to replay.");
    enum fs_status status = state_new(table, options, seed, &s);
    struct fs_adaptive_options o = *options;
    o.most = s.most, o.watched = s.watched, o.seed = seed;
    if (status == FS_OK) status = rounds(&s, gold, &o, replay, problem);
    int64_t used = 0;
    for (int32_t t = 0; status == FS_OK && t < s.tasks; t++) used += s.have[t];
    if (status == FS_OK) {
        struct fs_answers *answers = NULL;
        struct fs_fit *fit = NULL, *mix = NULL;
        replay->saved = 1 - (double)used / (double)table->count;
        replay->answers = (double)used / s.tasks;
        memcpy(s.have, s.most, sizeof *s.have * (size_t)s.tasks);
        status = answers_so_far(&s, &answers, problem);
        if (status == FS_OK)
            status =
                fs_fit_new(answers, &(struct fs_fit_options){.method = o.method, .threads = o.threads}, &fit, problem);
        if (status == FS_OK)
            status = fs_fit_new(answers, &(struct fs_fit_options){.threads = o.threads}, &mix, problem);
        if (status == FS_OK) replay->accuracy_all = accuracy_of(fit, gold), replay->mix_all = accuracy_of(mix, gold);
        fs_fit_free(fit);
        fs_fit_free(mix);
        fs_answers_free(answers);
    }
    state_free(&s);
    return status;
}
