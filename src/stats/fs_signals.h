/* fs_signals.h - what looks wrong about a worker, for a person to look at.
 *
 * A signal is no proof: a fast worker may be good, two good workers agree, and an honest one may misread the
 * instructions. Each comes with the numbers behind it; nothing here decides anything about anybody. */
#pragma once
#include "fs_fit.h"

enum fs_signal_kind {
    FS_TOO_FAST = 1, /* median time less than a third of what all take, and no better than they are */
    FS_CONSTANT,     /* one answer nearly always, where the truth is mixed */
    FS_COPY,         /* two workers agree far more than their skills explain */
    FS_CHANCE        /* right about as often as somebody who does not look */
};

struct fs_signal {
    enum fs_signal_kind kind;
    int32_t worker, other; /* other: of FS_COPY, else -1 */
    double strength;       /* 0 to 1: how far beyond what is usual */
    double seen, usual;    /* seconds; share of the answer; agreement seen and expected; skill and chance */
    int64_t answers;       /* it rests on */
};

struct fs_signals {
    int64_t count;
    struct fs_signal *signal; /* by worker, kind */
};

/* seconds: median time of each worker, 0 = not known; may be NULL. Workers with fewer than answers_min answers get no
 * signal (0: 20). The fit is one of these answers. */
FS_API enum fs_status fs_signals_new(const struct fs_answers *answers, const struct fs_fit *fit, const double *seconds,
                                     int64_t answers_min, struct fs_signals *signals, struct fs_problem *problem);
FS_API void fs_signals_free(struct fs_signals *signals);
