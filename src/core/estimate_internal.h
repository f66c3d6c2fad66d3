/* estimate_internal.h - what the files of the estimate job share: a project's answers as numbers, and what came of
 * them. Private to core. */
#pragma once
#include "base/arena.h"
#include "core/estimate_job.h"
#include "domain/label_config.h"
#include "domain/project.h"
#include "stats/faena-stats.h"

enum { ESTIMATE_CONTROLS_MAX = 8 };

struct estimate_control {
    const char *name;
    struct fs_names values; /* texts of answer keys */
    struct fs_table table;  /* task, worker and value numbers */
    int32_t *gold;          /* per task: value or -1 */
    struct fs_answers *answers;
    struct fs_adaptive *adaptive;
    struct fs_agreement *agreement;
    bool used; /* few enough values */
};

struct estimate_task {
    int64_t id, answers, most;
    int lane, state;
    double posterior, raw; /* least of all controls; 0 = none */
    int verdict;           /* enum fs_verdict, the one that asks for most */
};

struct estimate_worker {
    int64_t id, answers, median_usec;
    double accuracy, low, high;
    int64_t *times; /* of their answers, while loading */
    int64_t times_size;
};

struct estimate {
    struct arena arena;
    struct project project;
    struct project_count count;
    struct label_config *config;
    struct estimate_control controls[ESTIMATE_CONTROLS_MAX];
    int control_count, used; /* used: controls that were fitted */
    struct estimate_task *tasks;
    int32_t task_count, task_size;
    struct estimate_worker *workers;
    int32_t worker_count, worker_size;
    struct fs_names worker_names; /* decimal ids */
    int64_t answer_count, version, began_usec;
    int64_t *created;                        /* per answer in load order, with task and worker of it, for the drift */
    int32_t *at_task, *at_worker, *at_value; /* value: of the first control, -1 = none */
    int64_t created_size;
    struct fs_signals signals;
    enum fs_method method;
};

err estimate_load(struct store_conn *reader, int64_t project_id, struct estimate *e);
void estimate_free(struct estimate *e);
/* Fits every control that has few enough values. */
err estimate_fit(struct estimate *e);
/* Saves through the writer: fit and workers, changed tasks, verdicts. */
err estimate_save(const struct estimate_context *context, struct estimate *e);
/* JSON object: controls with agreement, confusion and calibration; drift. */
void estimate_summary(const struct estimate *e, struct buf *out);
/* The JSON text of one task's distribution, control by control. false: two values of a control are as likely, as far as
 * the text shows, so that it does not tell the label. */
bool estimate_soft(const struct estimate *e, int32_t task, struct buf *out);
