/* ./bench stress: every method of libfaena-stats on a grid of made-up worlds, against the majority and the best method.
 * A world is: answers a worker, answers a task, classes, how even these are, and how workers err. Worlds are drawn from
 * fixed seeds, so figures repeat. Classes are in random order, so that no tie goes to the frequent one.
 *
 *   stress [--method NAME]... [--seeds 4] [--tasks 400] [--thin N] [--list] [--margin POINTS]
 *
 * --thin N takes every Nth world; --list prints worlds where a method is more than a point below the majority (and more
 * than two standard errors); --margin fails when the first method is further below on any world, errors allowed for. */
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stats/faena-stats.h"

enum { SEEDS_MAX = 64, THREADS = 2, SLOW_TASKS = 400 };

static const int per_worker[] = {1, 2, 3, 5, 10, 100}, per_task[] = {1, 2, 3, 5, 10},
                 class_counts[] = {2, 3, 5, 10, 50};
enum balance { EVEN, UNEVEN, RARE, BALANCES };
static const char *const balances[] = {"even", "uneven", "rare"};
/* How workers err: all alike; by one accuracy each; towards a neighbour class; each towards a class of their own; all
 * towards the first class; a fifth or two fifths spam; hard tasks; spammers who give most answers. */
enum shape { ALIKE, COIN, PAIRS, LEAN, SHARED, SPAM20, SPAM40, HARD, FLOOD, SHAPES };
static const char *const shapes[] = {"alike", "coin", "pairs", "lean", "shared", "spam20", "spam40", "hard", "flood"};

struct kind {
    int per_worker, per_task, classes;
    enum balance balance;
    enum shape shape;
};

struct random {
    uint64_t state;
};

static double uniform(struct random *random) {
    uint64_t z = random->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static int below(struct random *random, int count) { return (int)(uniform(random) * count); }

/* --- a world --- */

struct worker {
    double accuracy, habit; /* habit: the share of answers that are the favourite, whatever is seen */
    int favourite;          /* -1: any */
};

static struct worker worker_draw(const struct kind *kind, struct random *random) {
    struct worker w = {.accuracy = 0.6 + 0.35 * uniform(random), .favourite = -1};
    double lot = uniform(random);
    switch (kind->shape) {
    case ALIKE: w.accuracy = 0.7; break;
    case COIN: w.accuracy = 0.4 + 0.58 * uniform(random); break;
    case LEAN: w.habit = 0.6 * uniform(random), w.favourite = below(random, kind->classes); break;
    case SHARED: w.habit = 0.5 * uniform(random), w.favourite = 0; break;
    case SPAM20: w.habit = lot < 0.2; break;
    case SPAM40:
        w.habit = lot < 0.4;
        if (lot < 0.2) w.favourite = below(random, kind->classes);
        break;
    case FLOOD: w.habit = lot < 0.3; break;
    default: break;
    }
    return w;
}

static int answer_draw(const struct kind *kind, const struct worker *w, int truth, bool hard, struct random *random) {
    if (uniform(random) < w->habit) return w->favourite < 0 ? below(random, kind->classes) : w->favourite;
    double accuracy = kind->shape == HARD ? hard ? 0.45 : 0.9 : w->accuracy;
    if (uniform(random) < accuracy) return truth;
    int neighbour = (truth ^ 1) < kind->classes ? truth ^ 1 : truth - 1;
    if (kind->shape == PAIRS && uniform(random) < 0.85) return neighbour;
    return (truth + 1 + below(random, kind->classes - 1)) % kind->classes;
}

static int class_draw(const struct kind *kind, struct random *random) {
    double sum = 0, at;
    if (kind->balance == EVEN) return below(random, kind->classes);
    if (kind->balance == RARE) return uniform(random) < 0.92 ? 0 : 1 + below(random, kind->classes - 1);
    for (int k = 0; k < kind->classes; k++) sum += pow(k + 1, -1.5);
    at = uniform(random) * sum;
    for (int k = 0; k < kind->classes; k++)
        if ((at -= pow(k + 1, -1.5)) < 0) return k;
    return 0;
}

static void shuffle(int *items, int count, struct random *random) {
    for (int i = 0; i < count; i++) {
        int at = below(random, i + 1), item = items[i] = i ? items[i] : items[0];
        items[i] = items[at];
        items[at] = item;
    }
}

/* Who answers what: each worker as often as all others (who floods: eight times as often). */
static int *places_deal(const struct kind *kind, int count, int workers, const struct worker *all,
                        struct random *random) {
    int *place = malloc(sizeof *place * (size_t)count), filled = 0;
    while (filled < count)
        for (int w = 0; w < workers && filled < count; w++)
            for (int i = 0; i < (kind->shape == FLOOD && all[w].habit > 0 ? 4 : 1) && filled < count; i++)
                place[filled++] = w;
    shuffle(place, count, random);
    return place;
}

static struct fs_table world_make(const struct kind *kind, int tasks, uint64_t seed, int32_t *truth) {
    struct random random = {seed * 7919 + 1};
    struct fs_table table = {.class_count = kind->classes};
    int count = tasks * kind->per_task, workers = count / kind->per_worker, order[64];
    if (workers < kind->per_task) workers = kind->per_task;
    struct worker *all = malloc(sizeof *all * (size_t)workers);
    for (int w = 0; w < workers; w++) all[w] = worker_draw(kind, &random);
    int *place = places_deal(kind, count, workers, all, &random);
    for (int k = 0; k < kind->classes; k++) order[k] = k;
    shuffle(order, kind->classes, &random);
    for (int t = 0; t < tasks; t++) {
        int real = class_draw(kind, &random);
        bool hard = uniform(&random) < 0.3;
        truth[t] = order[real];
        for (int i = 0; i < kind->per_task; i++) {
            int *w = &place[t * kind->per_task + i];
            bool twice = false;
            for (int j = 0; j < i; j++) twice |= w[-1 - j] == *w;
            if (!twice) fs_table_add(&table, t, *w, order[answer_draw(kind, &all[*w], real, hard, &random)]);
        }
    }
    free(place);
    free(all);
    return table;
}

/* --- fits --- */

struct run {
    enum fs_method methods[FS_METHODS];
    int method_count, seeds, tasks, kind_count;
    struct kind *kinds;
    double *accuracy; /* [kind][seed][method]; below 0: the method is not for this world */
    double *votes;    /* [kind][seed]: of the majority */
    int next;
    pthread_mutex_t lock;
};

static double accuracy_of(const struct fs_answers *answers, enum fs_method method, const int32_t *truth, int tasks) {
    struct fs_problem problem = {0};
    struct fs_fit *fit;
    struct fs_fit_options options = {.method = method, .threads = 1, .starts = method == FS_EBCC ? 3 : 0};
    int right = 0;
    if (method == FS_KOS && answers->class_count != 2) return -1;
    if (fs_fit_new(answers, &options, &fit, &problem) != FS_OK) {
        fprintf(stderr, "stress: %s: %s\n", fs_method_name(method), problem.text);
        exit(1);
    }
    for (int t = 0; t < fit->task_count; t++) right += fit->label[t] == truth[t];
    fs_fit_free(fit);
    return (double)right / tasks;
}

static void kind_run(struct run *run, int at) {
    int32_t *truth = malloc(sizeof *truth * (size_t)run->tasks);
    for (int seed = 0; seed < run->seeds; seed++) {
        struct fs_table table =
            world_make(&run->kinds[at], run->tasks, (uint64_t)at * SEEDS_MAX + (uint64_t)seed, truth);
        struct fs_answers *answers;
        struct fs_problem problem = {0};
        if (fs_answers_new(&table, &(struct fs_answers_options){.threads = 1}, &answers, &problem) != FS_OK) exit(1);
        run->votes[at * run->seeds + seed] = accuracy_of(answers, FS_MAJORITY, truth, run->tasks);
        for (int m = 0; m < run->method_count; m++)
            run->accuracy[(at * run->seeds + seed) * run->method_count + m] =
                accuracy_of(answers, run->methods[m], truth, run->tasks);
        fs_answers_free(answers);
        fs_table_free(&table);
    }
    free(truth);
}

static void *kinds_run(void *arg) {
    struct run *run = arg;
    for (;;) {
        pthread_mutex_lock(&run->lock);
        int at = run->next++;
        pthread_mutex_unlock(&run->lock);
        if (at >= run->kind_count) return NULL;
        kind_run(run, at);
    }
}

/* --- what came out --- */

struct gap {
    double accuracy, mean, error; /* accuracy - that of the majority, over seeds; its standard error */
};

static struct gap gap_of(const struct run *run, int kind, int method) {
    struct gap gap = {0};
    double squares = 0;
    for (int s = 0; s < run->seeds; s++) {
        double own = run->accuracy[(kind * run->seeds + s) * run->method_count + method];
        double d = own - run->votes[kind * run->seeds + s];
        gap.accuracy += own / run->seeds;
        gap.mean += d / run->seeds;
        squares += d * d;
    }
    double variance = fmax(0, squares / run->seeds - gap.mean * gap.mean) / fmax(1, run->seeds - 1);
    gap.error = sqrt(variance);
    return gap;
}

static void kind_print(const struct kind *k) {
    printf("%3d a worker, %2d a task, %2d classes %-6s %-6s", k->per_worker, k->per_task, k->classes,
           balances[k->balance], shapes[k->shape]);
}

static double best_of(const struct run *run, int kind) {
    double best = 0;
    for (int m = 0; m < run->method_count; m++) best = fmax(best, gap_of(run, kind, m).accuracy);
    return best;
}

/* Prints a line of one method; returns how far it is below the majority at worst, two standard errors allowed for. */
static double method_report(const struct run *run, int method, bool list) {
    double mean = 0, votes = 0, best = 0, worst = 0, sure = 0;
    int used = 0, lower = 0, higher = 0, worst_at = 0;
    for (int k = 0; k < run->kind_count; k++) {
        struct gap gap = gap_of(run, k, method);
        if (gap.accuracy < 0) continue;
        used++;
        mean += gap.accuracy;
        votes += gap.accuracy - gap.mean;
        best += best_of(run, k) - gap.accuracy;
        if (gap.mean < worst) worst = gap.mean, worst_at = k;
        sure = fmax(sure, -gap.mean - 2 * gap.error);
        bool under = gap.mean < -0.01 && gap.mean + 2 * gap.error < 0;
        lower += under;
        higher += gap.mean > 0.01 && gap.mean - 2 * gap.error > 0;
        if (!under || !list) continue;
        printf("  %-12s", fs_method_name(run->methods[method]));
        kind_print(&run->kinds[k]);
        printf("  %6.2f (%.2f) of %.2f\n", 100 * gap.mean, 100 * gap.error, 100 * (gap.accuracy - gap.mean));
    }
    printf("%-12s %4d worlds: %.2f, majority %.2f, best - own %.2f; a point below in %d, above in %d; worst %.2f ",
           fs_method_name(run->methods[method]), used, 100 * mean / used, 100 * votes / used, 100 * best / used, lower,
           higher, 100 * worst);
    kind_print(&run->kinds[worst_at]);
    printf("\n");
    return 100 * sure;
}

static void kinds_make(struct run *run, int thin) {
    int count = 0, all = 0, size = 6 * 5 * 5 * BALANCES * SHAPES;
    run->kinds = malloc(sizeof *run->kinds * (size_t)size);
    for (int w = 0; w < 6; w++)
        for (int t = 0; t < 5; t++)
            for (int c = 0; c < 5; c++)
                for (int b = 0; b < BALANCES; b++)
                    for (int s = 0; s < SHAPES; s++)
                        if (all++ % thin == 0)
                            run->kinds[count++] = (struct kind){per_worker[w], per_task[t], class_counts[c],
                                                                (enum balance)b, (enum shape)s};
    run->kind_count = count;
}

int main(int argc, char **argv) {
    struct run run = {.seeds = 4, .tasks = 400, .lock = PTHREAD_MUTEX_INITIALIZER};
    int thin = 1;
    bool list = false;
    double margin = 0;
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(argv[i], "--list") == 0) {
            list = true;
            continue;
        }
        if (strcmp(argv[i], "--method") == 0 && fs_method_named(value) != FS_METHODS)
            run.methods[run.method_count++ % FS_METHODS] = fs_method_named(value);
        else if (strcmp(argv[i], "--seeds") == 0 && atoi(value) > 0 && atoi(value) <= SEEDS_MAX)
            run.seeds = atoi(value);
        else if (strcmp(argv[i], "--tasks") == 0 && atoi(value) > 0)
            run.tasks = atoi(value);
        else if (strcmp(argv[i], "--thin") == 0 && atoi(value) > 0)
            thin = atoi(value);
        else if (strcmp(argv[i], "--margin") == 0 && atof(value) > 0)
            margin = atof(value);
        else
            return fprintf(stderr, "stress: what is %s %s?\n", argv[i], value), 2;
        i++;
    }
    for (int m = 0; m < FS_METHODS && !run.method_count; m++)
        if (m == FS_METHODS - 1)
            for (m = 0; m < FS_METHODS; m++) run.methods[run.method_count++] = (enum fs_method)m;
    kinds_make(&run, thin);
    run.accuracy = malloc(sizeof(double) * (size_t)(run.kind_count * run.seeds * run.method_count));
    run.votes = malloc(sizeof(double) * (size_t)(run.kind_count * run.seeds));
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) pthread_create(&threads[i], NULL, kinds_run, &run);
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    double under = method_report(&run, 0, list);
    for (int m = 1; m < run.method_count; m++) method_report(&run, m, list);
    free(run.accuracy);
    free(run.votes);
    free(run.kinds);
    if (margin > 0 && under > margin)
        return printf("%s is surely %.2f points below the majority\n", fs_method_name(run.methods[0]), under), 1;
    return 0;
}
