#include "fs_forecast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* WORK: answers simulated a run at most, but TASKS_LEAST tasks. */
enum {
    RUNS = 60,
    TASKS_MOST = 300,
    TASKS_LEAST = 40,
    WORK = 3000,
    CLASSES_MOST = 256,
    ANSWERS_MOST = 100,
    WATCHED_EACH = 20
};
/* A logistic of a normal variable has nearly the mean logistic(a / sqrt(1 + this * variance)) (MacKay 1992). */
static const double logistic_normal = 0.3927;

struct world {
    const struct fs_forecast_options *o;
    double middle, worker_sd, task_sd; /* log-odds */
};

static double logistic(double x) { return 1 / (1 + exp(-x)); }

static struct world world_of(const struct fs_forecast_options *o, double skill) {
    double least = 1.0 / o->classes, slope;
    if (skill < least + 0.01) skill = least + 0.01;
    if (skill > 0.999) skill = 0.999;
    slope = skill * (1 - skill);
    struct world w = {.o = o, .worker_sd = o->spread / slope, .task_sd = sqrt(o->rho / slope)};
    if (w.worker_sd > 2) w.worker_sd = 2;
    if (w.task_sd > 2) w.task_sd = 2;
    double variance = w.worker_sd * w.worker_sd + w.task_sd * w.task_sd;
    w.middle = log(skill / (1 - skill)) * sqrt(1 + logistic_normal * variance);
    return w;
}

/* Evidence of the classes that were given; the others have none. */
struct votes {
    double evidence[CLASSES_MOST];
    int count[CLASSES_MOST], given[CLASSES_MOST], different; /* given: classes in order of appearance */
};

static void vote_add(struct votes *v, int class, double evidence) {
    if (v->count[class]++ == 0) v->given[v->different++] = class, v->evidence[class] = 0;
    v->evidence[class] += evidence;
}

/* The class with the most evidence, and how sure it is when n answers count as n / (1 + (n - 1) rho). */
static int leader(const struct votes *v, int classes, int n, double rho, double *sure) {
    int best = v->given[0];
    double scale = 1 / (1 + (n - 1) * rho);
    for (int i = 1; i < v->different; i++)
        if (v->evidence[v->given[i]] > v->evidence[best]) best = v->given[i];
    double sum = (classes - v->different) * exp(-v->evidence[best] * scale);
    for (int i = 0; i < v->different; i++) sum += exp((v->evidence[v->given[i]] - v->evidence[best]) * scale);
    *sure = 1 / sum;
    return best;
}

struct outcome {
    int answers;
    bool right, early;
};

/* Class 0 is the truth. */
static struct outcome task_run(const struct world *w, struct fs_random *random) {
    const struct fs_forecast_options *o = w->o;
    struct votes votes;
    double ease = w->task_sd * fs_random_normal(random), sure = 0;
    int best = 0, n = 0;
    memset(votes.count, 0, sizeof *votes.count * (size_t)o->classes);
    votes.different = 0;
    bool watched = o->stop == FS_STOP_SURE && fs_random_uniform(random) * WATCHED_EACH < 1, done = false;
    while (!done && n < o->answers_most) {
        double own = w->middle + w->worker_sd * fs_random_normal(random);
        double skill = logistic(own / sqrt(1 + logistic_normal * w->task_sd * w->task_sd));
        int given = 0;
        if (fs_random_uniform(random) >= logistic(own + ease))
            given = 1 + (int)(fs_random_uniform(random) * (o->classes - 1));
        vote_add(&votes, given, log(skill * (o->classes - 1) / (1 - skill)));
        n++;
        best = leader(&votes, o->classes, n, o->rho, &sure);
        if (n < o->answers_min || watched) continue;
        done =
            (o->stop == FS_STOP_AGREED && 2 * votes.count[given] > n) || (o->stop == FS_STOP_SURE && sure >= o->target);
    }
    return (struct outcome){.answers = n, .right = best == 0, .early = n < o->answers_most};
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double mean_sort(double *values, double *low, double *high) {
    double sum = 0;
    qsort(values, RUNS, sizeof *values, by_value);
    for (int i = 0; i < RUNS; i++) sum += values[i];
    *low = values[RUNS / 40], *high = values[RUNS - 1 - RUNS / 40];
    return sum / RUNS;
}

static enum fs_status check(const struct fs_forecast_options *o, struct fs_problem *p) {
    if (o->classes < 2 || o->classes > CLASSES_MOST)
        return fs_refuse(p, FS_INVALID, "Classes are from 2 to %d; there are %d.", CLASSES_MOST, o->classes);
    if (o->answers_min < 1 || o->answers_most < o->answers_min || o->answers_most > ANSWERS_MOST)
        return fs_refuse(p, FS_INVALID, "Answers a task are from 1 to %d, the least not above the most.", ANSWERS_MOST);
    if (o->stop == FS_STOP_SURE && !(o->target >= 0.5 && o->target <= 1))
        return fs_refuse(p, FS_INVALID, "The target is from 0.5 to 1.");
    if (!(o->answers > 0 && isfinite(o->answers) && o->right >= 0 && o->right <= o->answers))
        return fs_refuse(p, FS_INVALID, "What is known of the workers is so many right of so many answers.");
    if (!(o->spread >= 0 && o->spread <= 0.4 && o->rho >= 0 && o->rho <= 0.9))
        return fs_refuse(p, FS_INVALID, "The spread is from 0 to 0.4, the correlation from 0 to 0.9.");
    return FS_OK;
}

enum fs_status fs_forecast_new(const struct fs_forecast_options *o, struct fs_forecast *f, struct fs_problem *problem) {
    *f = (struct fs_forecast){0};
    enum fs_status status = check(o, problem);
    if (status != FS_OK) return status;
    double answers[RUNS], accuracy[RUNS];
    struct fs_random random = {o->seed};
    int tasks = WORK / o->answers_most;
    if (tasks < TASKS_LEAST) tasks = TASKS_LEAST;
    if (tasks > TASKS_MOST) tasks = TASKS_MOST;
    for (int run = 0; run < RUNS; run++) {
        /* Strata instead of draws: the interval is that of the skill, not of luck. Jeffreys' prior. */
        double skill = fs_beta_quantile((run + 0.5) / RUNS, o->right + 0.5, o->answers - o->right + 0.5);
        struct world world = world_of(o, skill);
        int64_t given = 0, right = 0, early = 0;
        for (int t = 0; t < tasks; t++) {
            struct outcome out = task_run(&world, &random);
            given += out.answers, right += out.right, early += out.early;
        }
        answers[run] = (double)given / tasks, accuracy[run] = (double)right / tasks;
        f->sure += (double)early / tasks / RUNS;
    }
    f->answers = mean_sort(answers, &f->answers_low, &f->answers_high);
    f->accuracy = mean_sort(accuracy, &f->low, &f->high);
    return FS_OK;
}
