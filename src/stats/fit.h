/* fit.h - inside of the library: a fit under way, and the steps that methods share.
 *
 *   fs_fit_new -> struct fs_work -> the method's fs_NAME_run -> fit_finish: labels, skills, confusion
 *
 * A method fills fit->posterior, fit->prior, iterations, converged and log_likelihood, and may fill fit->skill; all
 * else comes from the posteriors in one more pass, the same way for every method. To add a method: its run function,
 * its name in fs_fit.h, its row in the table of fit.c, its section in docs/statistics.md.
 *
 * Rows. A (worker, answer) pair that occurs is a row; rows stand by worker, then answer. Tables of confusion are kept
 * by row, [row][true class], so what never occurred takes no memory. */
#pragma once
#include "fs_fit.h"
#include "internal.h"
#include "kernel.h"

enum { FS_PARTS_MAX = 16 };

struct fs_rows {
    int32_t count, answer_count; /* answer_count: classes, and abstaining where that is an answer */
    int32_t *of;                 /* per answer: its row */
    int32_t *start;              /* rows of worker w: start[w] up to start[w + 1] */
    int32_t *label;              /* per row: the answer */
};

struct fs_confusion {
    struct fs_rows rows; /* without `of` */
    double *sum;         /* [row][true class]: expected counts */
    double *pooled;      /* [true class][answer]: all workers together, as probabilities */
    double prior_weight; /* of the Dirichlet prior at the worker's own mean (confusion.c) */
};

struct fs_work {
    const struct fs_answers *answers;
    struct fs_fit_options options; /* defaults filled in */
    struct fs_problem *problem;
    struct fs_fit *fit;
    struct fs_scratch scratch;
    const struct fs_kernels *kernels;
    int32_t classes, groups, states; /* states = classes x groups: what the pass works on (kernel.h) */
    double *state;                   /* [task][state]; fit->posterior when groups is 1 */
    bool hard;                       /* workers are judged by labels, not by posteriors: the method has none */
    bool narrow;                     /* no posteriors, no matrices: too many classes for them (votes only) */
    int threads, parts;
    int64_t part_start[FS_PARTS_MAX + 1]; /* tasks of part p */
    double weight_sum;                    /* of all answers */
    struct fs_rows rows;
    double *row_sum;                /* [row][state], after a pass */
    double *class_sum;              /* [class] */
    double *part_sums;              /* [part][row_count * classes + classes] */
    double log_likelihood, entropy; /* of the last pass */
    double *log_row;                /* [row][state] */
    double *log_prior;              /* [state] */
    double *pooled;                 /* [true class][answer]; for methods to use */
    double *worker_sum;             /* [worker]; the same */
};

/* --- steps (steps.c) --- */

/* groups: states of a class. votes: the method only counts votes; where classes are too many for posteriors and
 * matrices it works without them (narrow). */
enum fs_status fs_work_begin(struct fs_work *work, int groups, bool votes);
/* From options.start; the average worker's matrix for new workers. */
void fs_warm_start(struct fs_work *work);
/* Sums only (expect false), or posteriors from log_row and log_prior and then sums. */
void fs_pass_all(struct fs_work *work, bool expect);
/* The relative weight of an error in priors: 1, or on a scale less the farther it is. */
double fs_nearness(const struct fs_work *work, int32_t truth, int32_t answer);
bool fs_stopped(const struct fs_work *work, int iteration);
/* class_sum or options.prior as log_prior and fit->prior; added: to each class's count. */
void fs_prior_update(struct fs_work *work, double added);

/* --- votes (vote.c) --- */

enum fs_vote_kind {
    FS_VOTE_SHARE,  /* a class's share of the weights given to it */
    FS_VOTE_SOFTMAX /* exp of the sum of weights given to it, normalised; classes nobody named have the sum 0 */
};

/* One round: posteriors (narrow: labels and confidences only). weight: per worker, NULL: 1. right: per worker the
 * expected number of its answers that are right (hard: that agree with the label); may be NULL. */
enum fs_status fs_vote(struct fs_work *work, enum fs_vote_kind kind, const double *weight, bool hard, double *right);
/* Per worker: the weight of its answers that are classes. */
void fs_vote_counts(const struct fs_work *work, double *count);

/* --- workers judged by labels, beyond chance (judge.c) --- */

/* Not with narrow work. */
struct fs_judge {
    struct fs_work *work;
    double *skill;                 /* per worker: 1 / classes is chance, 1 always right */
    double *right, *count;         /* per worker: answers that are the label; all */
    double *chance;                /* per worker: of them, by chance */
    double *given;                 /* [worker][class] */
    double *all_given, *all_truth; /* [class] */
    double *part_truth, *part_right;
};
bool fs_judge_new(struct fs_work *work, struct fs_judge *judge);
/* From the posteriors as they are. */
void fs_judge(struct fs_judge *judge);

/* --- expectation maximisation over rows (dawid_skene.c) --- */

/* From row_sum and class_sum to log_row. */
typedef void fs_m_step(struct fs_work *work);
/* From the majority, or options.start, until the log-likelihood gains no more. prior_added: to each class's count. */
enum fs_status fs_em_run(struct fs_work *work, fs_m_step *maximise, double prior_added);

/* --- methods --- */

typedef enum fs_status fs_method_run(struct fs_work *work);

fs_method_run fs_majority_run, fs_wawa_run, fs_zbs_run, fs_iwmv_run; /* vote.c */
fs_method_run fs_one_coin_run;                                       /* one_coin.c */
fs_method_run fs_dawid_skene_run, fs_mace_run;                       /* dawid_skene.c, mace.c */
fs_method_run fs_prior_ds_run, fs_mix_run;                           /* mix.c */
fs_method_run fs_ibcc_run, fs_ebcc_run;                              /* bayes.c */
fs_method_run fs_glad_run, fs_kos_run, fs_mmsr_run, fs_bwa_run;

/* --- the end (confusion.c) --- */

enum fs_status fs_fit_finish(struct fs_work *work);
