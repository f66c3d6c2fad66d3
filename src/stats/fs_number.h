/* fs_number.h - one number out of several workers' numbers: lengths, counts, prices, ages.
 *
 *   fs_numbers --> fs_number_new --> fs_number_fit (values by task; bias and deviation by worker) --> fs_number_free
 *
 * 1. FS_NUMBER_MODEL: answer = truth + bias of the worker + error of the worker's own deviation. Errors are Student's
 * t, so that a slip of the keyboard does not move the value; biases are shrunk towards 0 and deviations towards all
 *    workers'. The mean of biases is 0: what all workers share is taken for truth.
 * 2. FS_NUMBER_MEDIAN and FS_NUMBER_MEAN look at one task at a time; workers' rows are then measured against them.
 * 3. Values are finite and at most FS_NUMBER_MAX in size. Every result is finite. A task without answers has value 0
 * and answers 0.
 * 4. Results scale and shift with the answers. All of a worker's answers to a task count. */
#pragma once
#include "fs_core.h"

#define FS_NUMBER_MAX 1e100

struct fs_numbers {
    int64_t count;
    int32_t tasks, workers;
    const int32_t *task, *worker;
    const double *value;
    const double *weight; /* NULL: 1; from 0 to 1e9 */
};

enum fs_number_method { FS_NUMBER_MODEL, FS_NUMBER_MEDIAN, FS_NUMBER_MEAN };

struct fs_number_options {
    enum fs_number_method method;
    double degrees;     /* of Student's t; 0: 4. Above 1000: normal errors */
    bool no_bias;       /* MODEL without biases */
    double level;       /* of intervals; 0: 0.95 */
    int iterations_max; /* 0: 500 */
};

struct fs_number_task {
    int64_t answers;
    double value;
    double error, low, high; /* of MODEL, and of MEAN with two answers or more; else 0 and the value itself */
};

struct fs_number_worker {
    int64_t answers;
    double bias, deviation; /* answers lie about value + bias, deviation off */
};

struct fs_number_fit {
    int32_t task_count, worker_count;
    struct fs_number_task *task;
    struct fs_number_worker *worker;
    double deviation; /* of a typical worker */
    int iterations;
    bool converged;
};

FS_API enum fs_status fs_number_new(const struct fs_numbers *numbers, const struct fs_number_options *options,
                                    struct fs_number_fit **fit, struct fs_problem *problem);
FS_API void fs_number_free(struct fs_number_fit *fit);
struct fs_weighted {
    double value, weight;
};
/* The value with half of the weight on either side; the mean of two that share the middle; 0 without weight. Sorts. */
FS_API double fs_weighted_median(struct fs_weighted *values, int64_t count);
