/* fs_forecast.h - how a project will go before anybody has answered: answers a task, accuracy of the labels.
 *
 *   what is known of the workers --fs_forecast_new--> answers and accuracy, each with an interval of 95 %
 *
 * Monte Carlo. The mean skill of those who will come is drawn from a beta distribution (what is known of them, as so
 * many right of so many answers); workers differ around it and tasks are easier or harder, both on the log-odds. A
 * task's answers are weighed as a model does that knows its workers, and end by the same rule as in fs_adaptive.h: one
 * task of twenty gets all. Wrong answers fall on the other classes evenly. It fails where they do not (the calibration
 * then asks for more), and where other workers come than those that are known. */
#pragma once
#include "fs_core.h"

enum fs_stop {
    FS_STOP_ALL,    /* every task gets answers_most */
    FS_STOP_AGREED, /* from answers_min on: when one class has more than half of the answers */
    FS_STOP_SURE    /* from answers_min on: when the label is as sure as the target */
};

struct fs_forecast_options {
    int classes; /* 2 to 256 */
    enum fs_stop stop;
    int answers_min, answers_most; /* 1 to 100 */
    double target;                 /* FS_STOP_SURE: 0.5 to 1 */
    double right, answers;         /* what is known: so many right of so many; answers > 0 */
    double spread;                 /* standard deviation of workers' skills, 0 to 0.4 */
    double rho;                    /* correlation of errors on a task, 0 to 0.9 */
    uint64_t seed;
};

struct fs_forecast {
    double answers, answers_low, answers_high; /* a task */
    double accuracy, low, high;                /* of the labels */
    double sure;                               /* share of tasks that end below answers_most */
};

FS_API enum fs_status fs_forecast_new(const struct fs_forecast_options *options, struct fs_forecast *forecast,
                                      struct fs_problem *problem);
