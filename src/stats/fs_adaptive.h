/* fs_adaptive.h - how sure a label really is, and whether a task needs another answer.
 *
 *   fs_answers --fs_adaptive_new--> calibrated confidence and a verdict for every task --fs_adaptive_free
 *
 * Posteriors of models that take answers as independent are too sure: people err on the same tasks. Three things hold
 * them back.
 * 1. Dispersion. rho is the mean correlation of two workers' errors on a task, as the fit's residuals show it. n
 *    answers are then worth n / (1 + (n - 1) rho) independent ones (Kish's design effect), and the evidence of a task
 *    is scaled down by that.
 * 2. Gold and agreement. Parts of the answers of gold tasks, as if nobody knew, and of watched tasks, whose truth is
 * what all their answers say, show how often a confidence is right. One temperature is fitted to that (Platt scaling
 *    through the origin), drawn to 1 by a prior.
 * 3. Watched tasks always get all answers. What stopping early would have lost on them is measured, by drawing their
 *    answers in random order; when it is surely more than loss_max, saving stops: every task gets all its answers.
 *
 * A task is done when its calibrated confidence reaches the target or it has all its answers. */
#pragma once
#include "fs_fit.h"

enum { FS_ADAPTIVE_CLASSES_MAX = 256 };

enum fs_verdict {
    FS_MORE, /* one more answer */
    FS_SURE, /* the target is reached */
    FS_ALL   /* it has all the answers that it may get */
};

struct fs_adaptive_options {
    enum fs_method method;  /* that weighs; FS_MIX is too sure of itself for this: take FS_PRIOR_DS */
    double target;          /* calibrated confidence that ends a task, 0.5 to 1 */
    int answers_min;        /* answers before a verdict, from 1 up */
    int answers_most;       /* of a task */
    const int32_t *most;    /* per task, instead of answers_most; may be NULL */
    const int32_t *gold;    /* per task: the known class or -1; may be NULL */
    const uint8_t *watched; /* per task: always gets all answers; may be NULL */
    double loss_max;        /* on watched tasks; 0: 0.02 */
    const struct fs_start *start;
    uint64_t seed;
    int threads;
};

struct fs_adaptive {
    struct fs_fit *fit;
    double *confidence;    /* per task: calibrated probability of fit->label; 0 without answers */
    uint8_t *verdict;      /* per task: enum fs_verdict */
    double rho;            /* correlation of errors, 0 to 1 */
    double temperature;    /* 1 = nothing known or no need. Evidence is divided by it */
    int known;             /* gold and watched tasks that it rests on */
    double known_wrong;    /* of them, wrong where the rule would have ended them */
    int watched;           /* watched tasks with all their answers */
    double loss, loss_low; /* on them: measured, and the lower end of its 90 % interval */
    bool saving;           /* false: too much would be lost, every task gets all answers */
    /* The accuracy to expect of the labels as they stand: the mean confidence, taken as a guess worth 5 tasks,
     * corrected by gold and watched tasks cut off where the rule would have ended them; with an interval of 95 %. */
    double accuracy, low, high;
};

FS_API enum fs_status fs_adaptive_new(const struct fs_answers *answers, const struct fs_adaptive_options *options,
                                      struct fs_adaptive **adaptive, struct fs_problem *problem);
FS_API void fs_adaptive_free(struct fs_adaptive *adaptive);

/* Is a task watched: one of twenty, fixed by its number and the project's. */
FS_API bool fs_watched(uint64_t seed, int64_t task);
/* The calibrated distribution of a task with `count` answers, from a model's posterior and prior. */
FS_API void fs_temper(const double *posterior, const double *prior, int32_t class_count, int count, double rho,
                      double temperature, double *out);

/* --- a replay on complete answers: what would have been saved and lost --- */

struct fs_replay {
    double saved;                 /* share of answers not asked for */
    double answers;               /* a task */
    double accuracy;              /* of the labels of the method that weighs, where gold is known */
    double accuracy_all;          /* with all answers */
    double accuracy_mix, mix_all; /* the same of FS_MIX's labels */
    double expected, low, high;   /* what fs_adaptive said of the accuracy at the end */
    bool saving;
    double rho;
};
/* Answers of each task come in an order drawn by the seed. gold is for scoring alone. */
FS_API enum fs_status fs_replay_run(const struct fs_table *table, const int32_t *gold,
                                    const struct fs_adaptive_options *options, uint64_t seed, struct fs_replay *replay,
                                    struct fs_problem *problem);
