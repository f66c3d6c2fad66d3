/* fs_agree.h - how far workers agree, beyond chance.
 *
 *   fs_answers --> fs_agree        alpha, Fleiss, Gwet, percent; by task, worker and class; intervals
 *             `--> fs_agree_pairs  Cohen, Scott, Gwet and percent of each two workers
 *
 * 1. A coefficient is 1 for perfect agreement, 0 for that of chance, less for worse than chance. Where it has no value
 *    (no task with two answers, or all answers the same, so that chance agrees as well) `defined` is false and value 0.
 * 2. Alpha is exactly the mean of the tasks' alphas weighted by answers, and of the workers' weighted by answers that
 *    can be paired: a low row is where the disagreement is.
 * 3. Intervals are percentiles over resampled tasks; the seed alone decides them, not the number of threads.
 * 4. Abstentions that count as answers are a class after all others, and only FS_NOMINAL may have them.
 *
 * Sources: Krippendorff 2011 "Computing Krippendorff's alpha-reliability"; Fleiss 1971; Gwet 2008 and 2014 (with
 * missing answers); Cohen 1960, 1968; Scott 1955; Cicchetti and Feinstein 1990 (agreement on one class). */
#pragma once
#include "fs_fit.h"

/* How far two classes are apart. ORDINAL: by how many answers lie between them; INTERVAL: squared difference of values;
 * RATIO: squared difference by sum, for values from 0 up; CUSTOM: a matrix. */
enum fs_scale { FS_NOMINAL, FS_ORDINAL, FS_INTERVAL, FS_RATIO, FS_CUSTOM };

/* The partial agreement of two classes in Fleiss', Gwet's, Cohen's and Scott's coefficients. */
enum fs_weights {
    FS_WEIGHTS_OF_SCALE, /* nominal: none; ordinal: ORDINAL; interval: QUADRATIC; ratio: RATIO; custom: the matrix */
    FS_WEIGHTS_NONE,
    FS_WEIGHTS_LINEAR,
    FS_WEIGHTS_QUADRATIC,
    FS_WEIGHTS_RADICAL,
    FS_WEIGHTS_ORDINAL,
    FS_WEIGHTS_RATIO,
};

/* Distances that need a table are refused beyond so many classes (FS_TOO_LARGE): all but nominal, ordinal alpha,
 * interval and quadratic. */
enum { FS_AGREE_TABLE_CLASSES_MAX = 2000, FS_RESAMPLES_MAX = 100000 };

struct fs_agree_options {
    enum fs_scale scale;
    enum fs_weights weights;
    const double *value;    /* per class; NULL: its number. Order for ordinal, size for interval and ratio */
    const double *distance; /* FS_CUSTOM: [class][class], symmetric, 0 on the diagonal, from 0 up */
    int resamples;          /* 0: no intervals */
    uint64_t seed;
    double level; /* of intervals; 0: 0.95 */
    int threads;  /* 0: all processors */
};

struct fs_coefficient {
    bool defined, has_interval;
    double value, observed, expected; /* alpha: disagreement; the others: agreement */
    double error, low, high;          /* deviation and percentiles of the resampled values */
};

enum fs_coefficient_kind { FS_ALPHA, FS_FLEISS, FS_GWET, FS_PERCENT, FS_COEFFICIENTS };
/* "Krippendorff's alpha", "Fleiss' kappa", "Gwet's AC1" (AC2 with weights), "Agreement" */
FS_API const char *fs_coefficient_name(enum fs_coefficient_kind kind, bool weighted);

/* One task, worker or class. alpha: see rule 2; of a class: this class against all others. agreement: share of pairs of
 * answers that agree; of a class: of those pairs with an answer in it. */
struct fs_agree_row {
    int64_t answers, pairable; /* pairable: in tasks with another answer */
    bool defined;              /* alpha and agreement are; else 0 */
    double alpha, agreement;
};

struct fs_agreement {
    struct fs_coefficient coefficient[FS_COEFFICIENTS];
    bool weighted;
    int64_t answers, pairable;
    int32_t tasks_paired; /* with two answers or more */
    int32_t task_count, worker_count, class_count;
    struct fs_agree_row *by_task, *by_worker, *by_class;
};

FS_API enum fs_status fs_agree(const struct fs_answers *answers, const struct fs_agree_options *options,
                               struct fs_agreement **agreement, struct fs_problem *problem);
FS_API void fs_agreement_free(struct fs_agreement *agreement);

/* Two workers, a < b. */
struct fs_agree_pair {
    int32_t a, b, tasks; /* tasks both answered */
    double agreement;    /* with weights: mean partial agreement */
    bool defined;        /* the three are */
    double cohen, scott, gwet;
};

struct fs_agree_pairs {
    int64_t count;
    struct fs_agree_pair *pair; /* by a, then b */
    double cohen_mean;          /* Light's kappa: mean over defined pairs, weighted by tasks */
    bool defined;
};

/* Pairs with tasks_min common tasks or more. */
FS_API enum fs_status fs_agree_pairs(const struct fs_answers *answers, const struct fs_agree_options *options,
                                     int32_t tasks_min, struct fs_agree_pairs *pairs, struct fs_problem *problem);
FS_API void fs_agree_pairs_free(struct fs_agree_pairs *pairs);

/* --- sets as labels --- */

/* MASI distance (Passonneau 2006) of two sets of numbers in rising order: 1 - Jaccard * monotonicity (1, .67, .33, 0 as
 * in NLTK), for FS_CUSTOM.
 * Two empty sets are the same. */
FS_API double fs_masi_distance(const int32_t *a, int a_count, const int32_t *b, int b_count);
FS_API double fs_jaccard_distance(const int32_t *a, int a_count, const int32_t *b, int b_count);
