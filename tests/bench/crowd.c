#include "tests/bench/crowd.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stats/faena-stats.h"

enum { CLASSES = 4, WORKERS = 200, MOST = 9, LEAST = 3, GANG = 4, GOLD_EVERY = 50 };
enum kind { HONEST, EXPERT, BIASED, CARELESS, COLLUDING };

struct crowd {
    uint64_t seed;
    int tasks;
    int32_t *truth;
    double *ease;
    enum kind kind[WORKERS];
    double skill[WORKERS], seconds[WORKERS];
};

/* A number from 0 to 1 that depends on its place alone, so that colluding workers can look up what their first gives.
 */
static double draw(const struct crowd *c, uint64_t a, uint64_t b, uint64_t what) {
    uint64_t x = c->seed * UINT64_C(0x9E3779B97F4A7C15) ^ a * UINT64_C(0xBF58476D1CE4E5B9) ^
                 b * UINT64_C(0x94D049BB133111EB) ^ what * UINT64_C(0xD6E8FEB86659FD93);
    for (int i = 0; i < 3; i++) x = (x ^ (x >> 32)) * UINT64_C(0xD6E8FEB86659FD93) + 1;
    return (double)((x ^ (x >> 29)) >> 11) * 0x1p-53;
}

static void crowd_make(struct crowd *c, int tasks, uint64_t seed) {
    *c = (struct crowd){.seed = seed + 1, .tasks = tasks};
    c->truth = malloc(sizeof *c->truth * (size_t)tasks);
    c->ease = malloc(sizeof *c->ease * (size_t)tasks);
    for (int t = 0; t < tasks; t++) {
        c->truth[t] = (int32_t)(draw(c, (uint64_t)t, 0, 1) * CLASSES);
        c->ease[t] = (draw(c, (uint64_t)t, 0, 2) + draw(c, (uint64_t)t, 0, 3) - 1) * 1.2; /* on the log-odds */
    }
    for (int w = 0; w < WORKERS; w++) {
        int place = w * 100 / WORKERS;
        c->kind[w] = place < 70   ? HONEST
                     : place < 80 ? EXPERT
                     : place < 88 ? BIASED
                     : place < 94 ? CARELESS
                                  : COLLUDING;
        double u = draw(c, 0, (uint64_t)w, 4);
        c->skill[w] = c->kind[w] == EXPERT ? 0.96 + 0.03 * u : c->kind[w] == COLLUDING ? 0.6 : 0.72 + 0.21 * u;
        c->seconds[w] = c->kind[w] == CARELESS ? 2 + 2 * u : 12 + 20 * draw(c, 1, (uint64_t)w, 4);
    }
}

static void crowd_free(struct crowd *c) {
    free(c->truth);
    free(c->ease);
}

static int32_t answer(const struct crowd *c, int w, int t) {
    uint64_t task = (uint64_t)t;
    if (c->kind[w] == COLLUDING) w -= (w - WORKERS * 94 / 100) % GANG;
    uint64_t worker = (uint64_t)w;
    if (c->kind[w] == CARELESS) return w % 3 == 0 ? 1 : (int32_t)(draw(c, task, worker, 5) * CLASSES);
    double logit = log(c->skill[w] / (1 - c->skill[w])) + c->ease[t];
    if (c->kind[w] == BIASED && c->truth[t] == 2) return draw(c, task, worker, 7) < 0.7 ? 3 : 2;
    if (draw(c, task, worker, 5) < 1 / (1 + exp(-logit))) return c->truth[t];
    int32_t wrong = (int32_t)(draw(c, task, worker, 6) * (CLASSES - 1));
    return wrong + (wrong >= c->truth[t]);
}

/* The worker of a task's n-th answer: nobody twice. */
static int worker_of(const struct crowd *c, int t, int n) {
    int step = 1 + 2 * (int)(draw(c, (uint64_t)t, 0, 8) * (WORKERS / 2));
    while (step % 5 == 0) step += 2; /* prime to 200: a round trip meets all */
    return ((int)(draw(c, (uint64_t)t, 0, 9) * WORKERS) + n * (step % WORKERS)) % WORKERS;
}

struct outcome {
    double accuracy, low, high, expected, answers;
    bool saving;
    int found[2], of[2], named; /* careless, colluding; others that were named */
    double fit_seconds;
};

static int signals_count(const struct crowd *c, const struct fs_answers *a, const struct fs_fit *fit,
                         struct outcome *o) {
    struct fs_signals signals;
    bool named[WORKERS] = {0};
    if (fs_signals_new(a, fit, c->seconds, 0, &signals, NULL) != FS_OK) return 1;
    for (int64_t i = 0; i < signals.count; i++) named[signals.signal[i].worker] = true;
    fs_signals_free(&signals);
    for (int w = 0; w < WORKERS; w++) {
        int group = c->kind[w] == CARELESS ? 0 : c->kind[w] == COLLUDING ? 1 : -1;
        if (group >= 0) o->of[group]++, o->found[group] += named[w];
        if (group < 0) o->named += named[w];
    }
    return 0;
}

static int project_run(const struct crowd *c, double target, struct outcome *o) {
    int32_t *have = malloc(sizeof *have * (size_t)c->tasks), *gold = malloc(sizeof *gold * (size_t)c->tasks);
    uint8_t *watched = malloc((size_t)c->tasks);
    for (int t = 0; t < c->tasks; t++) {
        have[t] = LEAST, gold[t] = t % GOLD_EVERY == 0 ? c->truth[t] : -1, watched[t] = fs_watched(c->seed, t);
        if (gold[t] >= 0) have[t] = MOST;
    }
    int code = 0;
    for (bool more = true; more && code == 0;) {
        struct fs_table table = {.task_count = c->tasks, .worker_count = WORKERS, .class_count = CLASSES};
        struct fs_answers *a = NULL;
        struct fs_adaptive *d = NULL;
        struct fs_problem p = {0};
        for (int t = 0; t < c->tasks; t++)
            for (int n = 0; n < have[t]; n++) {
                int w = worker_of(c, t, n);
                fs_table_add(&table, t, w, answer(c, w, t));
            }
        struct fs_adaptive_options options = {.method = FS_PRIOR_DS,
                                              .target = target,
                                              .answers_min = LEAST,
                                              .answers_most = MOST,
                                              .gold = gold,
                                              .watched = watched,
                                              .seed = c->seed};
        if (fs_answers_new(&table, &(struct fs_answers_options){0}, &a, &p) != FS_OK ||
            fs_adaptive_new(a, &options, &d, &p) != FS_OK) {
            fprintf(stderr, "adaptive: %s\n", p.text);
            return 1;
        }
        more = false;
        for (int t = 0; t < c->tasks; t++)
            if (d->verdict[t] == FS_MORE) have[t]++, more = true;
        if (!more) {
            int right = 0, all = 0;
            for (int t = 0; t < c->tasks; t++)
                if (gold[t] < 0) all++, right += d->fit->label[t] == c->truth[t];
            *o = (struct outcome){.accuracy = (double)right / all,
                                  .low = d->low,
                                  .high = d->high,
                                  .expected = d->accuracy,
                                  .answers = (double)a->count / c->tasks,
                                  .saving = d->saving};
            code = signals_count(c, a, d->fit, o);
        }
        fs_adaptive_free(d);
        fs_answers_free(a);
        fs_table_free(&table);
    }
    free(have);
    free(gold);
    free(watched);
    return code;
}

int crowd_seeds(int seeds, int tasks, double target) {
    int within = 0, reached = 0, found[2] = {0}, of[2] = {0}, named = 0;
    double answers = 0;
    for (int seed = 1; seed <= seeds; seed++) {
        struct crowd c;
        struct outcome o = {0};
        crowd_make(&c, tasks, (uint64_t)seed);
        if (project_run(&c, target, &o) != 0) return 1;
        crowd_free(&c);
        bool in = o.accuracy >= o.low && o.accuracy <= o.high, reach = o.accuracy + (o.high - o.low) / 2 >= target;
        within += in, reached += reach, answers += o.answers / seeds, named += o.named;
        for (int g = 0; g < 2; g++) found[g] += o.found[g], of[g] += o.of[g];
        printf("{\"seed\":%d,\"accuracy\":%.4f,\"expected\":%.4f,\"low\":%.4f,\"high\":%.4f,\"answers\":%.2f,"
               "\"careless\":\"%d/%d\",\"colluding\":\"%d/%d\",\"others_named\":%d}\n",
               seed, o.accuracy, o.expected, o.low, o.high, o.answers, o.found[0], o.of[0], o.found[1], o.of[1],
               o.named);
        fflush(stdout);
    }
    printf("{\"seeds\":%d,\"tasks\":%d,\"target\":%.3f,\"reached_within_interval\":%d,\"accuracy_within_interval\":%d,"
           "\"answers\":%.2f,\"most\":%d,\"careless\":\"%d/%d\",\"colluding\":\"%d/%d\",\"others_named\":%d}\n",
           seeds, tasks, target, reached, within, answers, MOST, found[0], of[0], found[1], of[1], named);
    bool good = reached * 100 >= seeds * 95 && found[0] * 100 >= of[0] * 90 && named <= seeds;
    return good ? 0 : 1;
}
