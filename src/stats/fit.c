/* The table of methods; a fit from begin to end. */
#include "fit.h"

#include <stdlib.h>
#include <string.h>

enum { GROUPS_OF_EBCC = 10, STARTS = 10 };

struct method {
    const char *name, *summary;
    fs_method_run *run;
    int iterations_max;
    double tolerance;
    int compat_iterations_max;
    double compat_tolerance;
    int groups; /* 0: 1 */
    bool hard;  /* shares of votes are no probabilities: workers are judged by labels */
    bool votes; /* only counts votes, so many classes are no matter */
};

static const struct method methods[FS_METHODS] = {
    [FS_MIX] = {"mix", "the default: Dawid-Skene under three priors, and votes, pooled", fs_mix_run, 20, 1e-6, 20,
                1e-6},
    [FS_PRIOR_DS] = {"prior-ds", "Dawid-Skene with a prior at each worker's own accuracy", fs_prior_ds_run, 200, 1e-6,
                     200, 1e-6},
    [FS_MAJORITY] = {"majority", "the class with most answers", fs_majority_run, 1, 0, 1, 0, .hard = true,
                     .votes = true},
    [FS_WAWA] = {"wawa", "votes weighted by agreement with the majority", fs_wawa_run, 1, 0, 1, 0, .hard = true,
                 .votes = true},
    [FS_ZBS] = {"zbs", "zero-based skill: votes weighted by agreement, step by step", fs_zbs_run, 100, 0, 100, 0,
                .hard = true, .votes = true},
    [FS_DAWID_SKENE] = {"dawid-skene", "a confusion matrix per worker, by EM", fs_dawid_skene_run, 500, 1e-7, 100,
                        1e-5},
    [FS_ONE_COIN] = {"one-coin", "one accuracy per worker, by EM", fs_one_coin_run, 500, 1e-7, 100, 1e-5,
                     .votes = true},
    [FS_GLAD] = {"glad", "ability of workers and difficulty of tasks", fs_glad_run, 200, 1e-6, 100, 1e-5},
    [FS_MACE] = {"mace", "workers know, or answer by habit", fs_mace_run, 50, 0, 50, 0},
    [FS_KOS] = {"kos", "messages between tasks and workers; two classes only", fs_kos_run, 100, 0, 100, 0,
                .hard = true},
    [FS_MMSR] = {"mmsr", "skills from agreement between workers, robust against liars", fs_mmsr_run, 10000, 1e-10,
                 10000, 1e-10},
    [FS_IBCC] = {"ibcc", "Bayesian Dawid-Skene, variational", fs_ibcc_run, 500, 1e-3, 500, 1e-3},
    [FS_BWA] = {"bwa", "Bayesian weighted average", fs_bwa_run, 500, 1e-3, 500, 1e-3, .hard = true},
    [FS_IWMV] = {"iwmv", "majority weighted by skill above chance, again and again", fs_iwmv_run, 100, 0, 100, 0,
                 .hard = true, .votes = true},
    [FS_EBCC] = {"ebcc", "Bayesian, with kinds of tasks in each class: errors may correlate", fs_ebcc_run, 500, 1e-3,
                 500, 1e-3, .groups = GROUPS_OF_EBCC},
};

static bool is_method(enum fs_method method) { return (unsigned)method < FS_METHODS; }

const char *fs_method_name(enum fs_method method) { return is_method(method) ? methods[method].name : NULL; }
const char *fs_method_summary(enum fs_method method) { return is_method(method) ? methods[method].summary : NULL; }

enum fs_method fs_method_named(const char *name) {
    int method = 0;
    while (method < FS_METHODS && strcmp(methods[method].name, name) != 0) method++;
    return (enum fs_method)method;
}

/* --- options --- */

static enum fs_status options_check(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    struct fs_fit_options *o = &work->options;
    struct fs_problem *problem = work->problem;
    if (!is_method(o->method)) return fs_refuse(problem, FS_INVALID, "There is no method %d.", (int)o->method);
    const struct method *method = &methods[o->method];
    if (o->iterations_max <= 0) o->iterations_max = o->compat ? method->compat_iterations_max : method->iterations_max;
    if (o->tolerance == 0) o->tolerance = o->compat ? method->compat_tolerance : method->tolerance;
    if (o->starts <= 0) o->starts = STARTS;
    if (o->interval == 0) o->interval = 0.95;
    if (o->memory_bytes_max <= 0) o->memory_bytes_max = INT64_C(4) << 30;
    if (!(o->tolerance >= 0 && o->tolerance < 1))
        return fs_refuse(problem, FS_INVALID, "The tolerance is a number from 0 to 1, not %g.", o->tolerance);
    if (!(o->interval > 0 && o->interval < 1))
        return fs_refuse(problem, FS_INVALID, "The interval is a share between 0 and 1, such as 0.95, not %g.",
                         o->interval);
    for (int32_t k = 0; o->prior && k < a->class_count; k++)
        if (!(o->prior[k] > 0 && o->prior[k] <= 1e9))
            return fs_refuse(problem, FS_INVALID, "The prior of class %d is %g; it must be above 0.", k, o->prior[k]);
    for (int32_t t = 0; o->gold && t < a->task_count; t++)
        if (o->gold[t] < -1 || o->gold[t] >= a->class_count)
            return fs_refuse(problem, FS_INVALID, "The known label of task %d is %d; classes go from 0 to %d.", t,
                             o->gold[t], a->class_count - 1);
    if (o->start && (o->start->class_count != a->class_count || o->start->worker_count < 0))
        return fs_refuse(problem, FS_INVALID, "The start has %d classes, the answers have %d.", o->start->class_count,
                         a->class_count);
    return FS_OK;
}

/* --- fit --- */

static struct fs_fit *fit_alloc(const struct fs_answers *a, enum fs_method method) {
    struct fs_fit *fit = fs_calloc(1, sizeof *fit);
    if (!fit) return NULL;
    fit->method = method;
    fit->task_count = a->task_count;
    fit->worker_count = a->worker_count;
    fit->class_count = a->class_count;
    fit->label = fs_calloc(a->task_count, sizeof *fit->label);
    fit->confidence = fs_calloc(a->task_count, sizeof *fit->confidence);
    fit->tied = fs_calloc(a->task_count, sizeof *fit->tied);
    fit->answered = fs_calloc(a->worker_count, sizeof *fit->answered);
    fit->skill = fs_calloc(a->worker_count, sizeof *fit->skill);
    fit->right = fs_calloc(a->worker_count, sizeof *fit->right);
    fit->counted = fs_calloc(a->worker_count, sizeof *fit->counted);
    fit->prior = fs_calloc(a->class_count, sizeof *fit->prior);
    if (fit->label && fit->confidence && fit->tied && fit->answered && fit->skill && fit->right && fit->counted &&
        fit->prior)
        return fit;
    fs_fit_free(fit);
    return NULL;
}

enum fs_status fs_fit_new(const struct fs_answers *answers, const struct fs_fit_options *options, struct fs_fit **fit,
                          struct fs_problem *problem) {
    struct fs_work work = {.answers = answers, .problem = problem};
    if (options) work.options = *options;
    *fit = NULL;
    enum fs_status status = options_check(&work);
    if (status != FS_OK) return status;
    const struct method *method = &methods[work.options.method];
    work.hard = method->hard;
    work.fit = fit_alloc(answers, work.options.method);
    status = work.fit ? fs_work_begin(&work, method->groups ? method->groups : 1, method->votes) : FS_NO_MEMORY;
    if (status == FS_OK) status = method->run(&work);
    if (status == FS_OK) status = fs_fit_finish(&work);
    fs_scratch_free(&work.scratch);
    if (status == FS_OK) {
        *fit = work.fit;
        return FS_OK;
    }
    fs_fit_free(work.fit);
    if (status == FS_NO_MEMORY)
        fs_refuse(problem, status, "There is not enough memory to fit %lld answers.", (long long)answers->count);
    if (status == FS_STOPPED) fs_refuse(problem, status, "The fit was stopped.");
    return status;
}

void fs_fit_free(struct fs_fit *fit) {
    if (!fit) return;
    if (fit->confusion) {
        free(fit->confusion->rows.start);
        free(fit->confusion->rows.label);
        free(fit->confusion->sum);
        free(fit->confusion->pooled);
        free(fit->confusion);
    }
    free(fit->label);
    free(fit->confidence);
    free(fit->tied);
    free(fit->posterior);
    free(fit->answered);
    free(fit->skill);
    free(fit->right);
    free(fit->counted);
    free(fit->prior);
    free(fit);
}
