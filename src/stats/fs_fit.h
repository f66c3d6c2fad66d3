/* fs_fit.h - true labels from many answers: categorical aggregation.
 *
 *   fs_table --fs_answers_new--> fs_answers --fs_fit_new--> fs_fit --fs_fit_free
 *                                     |            ^
 *                                     |            '-- struct fs_start: workers as an earlier fit saw them (warm start)
 *                                     '-- may be fitted many times, by several methods
 *
 * Rules
 * 1. Of several answers of a worker to a task the last counts (by time, else by row); the others are counted as
 *    repeated. With keep_repeated all count.
 * 2. A tie goes to the class that comes first; tied says so.
 * 3. A task without answers and without gold has label -1, confidence 0 and the prior as posterior.
 * 4. The order of rows does not change the result. Renaming tasks, workers and classes changes it by rounding only, but
 *    for ties (rule 2), which wawa, zbs and iwmv build on.
 * 5. One worker, one task, one class or unanimous answers are no special cases: posteriors follow the priors.
 *
 * Each method stands in docs/statistics.md with equations, source, and when it fails. */
#pragma once
#include "fs_labels.h"

enum fs_method {
    FS_MIX,         /* the default: pool of Dawid-Skene, FS_PRIOR_DS, IBCC and votes; no random starts */
    FS_MAJORITY,    /* most answers */
    FS_WAWA,        /* workers weighted by agreement with the majority */
    FS_ZBS,         /* zero-based skill: the same, step by step */
    FS_DAWID_SKENE, /* Dawid & Skene 1979: a confusion matrix per worker, EM */
    FS_ONE_COIN,    /* one accuracy per worker */
    FS_GLAD,        /* Whitehill et al. 2009: ability of workers, difficulty of tasks */
    FS_MACE,        /* Hovy et al. 2013: a worker knows, or answers by habit */
    FS_KOS,         /* Karger, Oh, Shah 2011: messages between tasks and workers; two classes */
    FS_MMSR,        /* Ma & Olshevsky 2020: skills from agreement between workers, robust */
    FS_IBCC,        /* Kim & Ghahramani 2012: Bayesian Dawid-Skene, variational */
    FS_BWA,         /* Li, Rubinstein, Cohn 2019: Bayesian weighted average */
    FS_IWMV,        /* Li & Yu 2014: iterative weighted majority vote */
    FS_EBCC,        /* Li, Rubinstein, Cohn 2019: classes have kinds of tasks, so errors may correlate */
    FS_PRIOR_DS,    /* Dawid-Skene with a prior at each worker's own accuracy */
    FS_METHODS
};

/* "mix", "dawid-skene" ...; NULL when there is none */
FS_API const char *fs_method_name(enum fs_method method);
FS_API const char *fs_method_summary(enum fs_method method);
/* FS_METHODS: there is none of that name */
FS_API enum fs_method fs_method_named(const char *name);

/* --- answers, indexed --- */

struct fs_answers_options {
    bool keep_repeated;     /* rule 1 */
    bool abstain_is_answer; /* abstaining tells about the truth: methods with confusion matrices use it */
    int threads;            /* 0: all processors */
};

/* Answers by task, then worker; independent of the table. Not changed by fits. */
struct fs_answers {
    int64_t count; /* that count: without repeated, abstained, weight 0 */
    int32_t task_count, worker_count, class_count;
    int64_t repeated, conflicting; /* rows set aside by rule 1; those that said something else than the last */
    int64_t abstained;             /* rows */
    int64_t *start;                /* answers of task t: start[t] up to start[t + 1] */
    int32_t *worker, *label;       /* label class_count: abstained, when that is an answer */
    double *weight;                /* NULL: all 1 */
    int32_t *abstained_by;         /* per worker: how often */
};

FS_API enum fs_status fs_answers_new(const struct fs_table *table, const struct fs_answers_options *options,
                                     struct fs_answers **answers, struct fs_problem *problem);
FS_API void fs_answers_free(struct fs_answers *answers);

/* --- fit --- */

/* Workers as an earlier fit saw them. A refit from there needs few iterations. Workers past worker_count are new. */
struct fs_start {
    int32_t worker_count, class_count; /* class_count as in the answers */
    const double *confusion;           /* [worker][true class][answer]; rows sum to 1 */
    const double *prior;               /* [class]; NULL: equal */
};

struct fs_fit_options {
    enum fs_method method;
    bool compat;         /* do as crowd-kit 1.4 does, its stopping rule included */
    int iterations_max;  /* 0: the method's own */
    double tolerance;    /* stop when the log-likelihood per answer gains less; 0: the method's own */
    const int32_t *gold; /* per task: the known class or -1; NULL: none */
    const double *prior; /* per class, > 0, fixed; NULL: estimated where the method does that */
    bool ordinal;        /* classes are steps of a scale: errors are mostly near, and the label is the median */
    double interval;     /* of credible intervals; 0: 0.95 */
    const struct fs_start *start; /* NULL: from the majority */
    uint64_t seed;                /* of methods with random starts */
    int starts;                   /* random starts, of which the best counts; 0: the method's own (10) */
    int threads;                  /* 0: all processors */
    int64_t memory_bytes_max;     /* 0: 4 GiB. What would need more is refused with FS_TOO_LARGE */
    bool no_avx2;                 /* for tests: the result is the same */
    bool (*stop)(void *arg, int iteration, int iterations_max); /* asked once an iteration; NULL: never */
    void *stop_arg;
};

/* What came out. Arrays are its own. */
struct fs_fit {
    enum fs_method method;
    int32_t task_count, worker_count, class_count;
    /* per task */
    int32_t *label;     /* -1: no answers */
    double *confidence; /* posterior of the label */
    uint8_t *tied;      /* another class has the same posterior */
    double *posterior;  /* [task][class]; NULL: too many classes (methods that count votes work without) */
    /* per worker */
    int64_t *answered; /* answers that count */
    double *skill;     /* expected share of right answers, shrunk towards that of all */
    double *right;     /* expected number of right answers; weights summed where answers have weights */
    double *counted;   /* number (weight) of answers that name a class */
    /* per class */
    double *prior;
    int iterations;
    bool converged;
    double log_likelihood;          /* of the model, where it has one; else 0 */
    double interval;                /* of the options */
    struct fs_confusion *confusion; /* private */
};

FS_API enum fs_status fs_fit_new(const struct fs_answers *answers, const struct fs_fit_options *options,
                                 struct fs_fit **fit, struct fs_problem *problem);
FS_API void fs_fit_free(struct fs_fit *fit);

/* Credible interval of a worker's skill. */
FS_API void fs_fit_skill_interval(const struct fs_fit *fit, int32_t worker, double *low, double *high);
/* A worker's matrix as probabilities, [true class][answer], answers being classes (and abstaining, as one more column,
 * when that is an answer: fs_fit_answer_count). FS_TOO_LARGE: there are too many classes for matrices. low and high:
 * credible intervals of each cell; each may be NULL. */
FS_API int32_t fs_fit_answer_count(const struct fs_fit *fit);
FS_API enum fs_status fs_fit_confusion(const struct fs_fit *fit, int32_t worker, double *matrix, double *low,
                                       double *high);
/* Posterior of one task from answers, with workers as the fit sees them: what an answer changes at once, between two
 * fits. workers past the fit's count are as the average one. posterior: class_count long. */
FS_API enum fs_status fs_fit_task(const struct fs_fit *fit, const int32_t *workers, const int32_t *labels, int count,
                                  double *posterior);

/* --- several labels a task --- */

/* Each label by itself: does it apply? A worker's rows on a task are the set of labels they chose; a row FS_ABSTAINED
 * is the empty set. */
struct fs_multi {
    int32_t task_count, worker_count, class_count;
    double *probability; /* [task][class]: that the label applies; 0 without answers */
    double *skill;       /* per worker: mean over labels */
    int64_t *answered;   /* per worker: tasks */
};

/* options: as for fs_fit_new; gold is refused. */
FS_API enum fs_status fs_multi_new(const struct fs_table *table, const struct fs_fit_options *options,
                                   struct fs_multi **multi, struct fs_problem *problem);
FS_API void fs_multi_free(struct fs_multi *multi);
