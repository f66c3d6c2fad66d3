/* Numbers of several workers. The model's steps are those of EM with the truths, biases and the errors' scales hidden
 * (an expectation of scales makes Student's t a weighted normal); each is an average, so nothing can leave the range of
 * the answers. */
#include "fs_number.h"

#include <stdlib.h>
#include <string.h>

#include "numeric.h"

struct model {
    const struct fs_numbers *numbers;
    double degrees;
    bool biased;
    double scale;                            /* answers are divided by it */
    double *base;                            /* by task: the median */
    double *answer;                          /* (value - base) / scale */
    double *truth, *truth_variance;          /* by task */
    double *bias, *bias_variance, *variance; /* by worker */
    double *count;                           /* weight of a worker's answers */
    double *trust;                           /* by answer: its error's expected precision factor, times weight */
    double *sum, *precision;                 /* as long as tasks or workers */
    double bias_spread, variance_common;
};

/* Deviations are as from so many more answers of a typical worker. */
static const double PRIOR_ANSWERS = 4, VARIANCE_LEAST = 1e-12;

static int weighted_order(const void *a, const void *b) {
    double x = ((const struct fs_weighted *)a)->value, y = ((const struct fs_weighted *)b)->value;
    return (x > y) - (x < y);
}

double fs_weighted_median(struct fs_weighted *values, int64_t count) {
    double total = 0, below = 0;
    qsort(values, (size_t)count, sizeof *values, weighted_order);
    for (int64_t i = 0; i < count; i++) total += values[i].weight;
    for (int64_t i = 0; i < count; i++) {
        below += values[i].weight;
        if (values[i].weight == 0 || below < total / 2 * (1 - 1e-12)) continue;
        if (below > total / 2 * (1 + 1e-12)) return values[i].value;
        for (int64_t next = i + 1; next < count; next++) /* exactly half: the next value shares the middle */
            if (values[next].weight > 0) return values[i].value / 2 + values[next].value / 2;
        return values[i].value;
    }
    return 0;
}

static double weight_of(const struct fs_numbers *n, int64_t i) { return n->weight ? n->weight[i] : 1; }

static enum fs_status numbers_check(const struct fs_numbers *n, const struct fs_number_options *o,
                                    struct fs_problem *problem) {
    if (n->count == 0) return fs_refuse(problem, FS_EMPTY, "There are no answers.");
    if (n->count > INT32_MAX) return fs_refuse(problem, FS_TOO_LARGE, "There are more than %d answers.", INT32_MAX);
    if (!(o->level >= 0 && o->level < 1))
        return fs_refuse(problem, FS_INVALID, "The level of an interval lies between 0 and 1, such as 0.95.");
    if (!(o->degrees == 0 || o->degrees >= 1))
        return fs_refuse(problem, FS_INVALID, "Student's t has 1 degree of freedom or more; 0 is the default.");
    for (int64_t i = 0; i < n->count; i++) {
        if (n->task[i] < 0 || n->task[i] >= n->tasks || n->worker[i] < 0 || n->worker[i] >= n->workers)
            return fs_refuse(problem, FS_INVALID, "Answer %lld has a task or worker outside of the counts.",
                             (long long)i + 1);
        if (!(fabs(n->value[i]) <= FS_NUMBER_MAX))
            return fs_refuse(problem, FS_INVALID, "Answer %lld is not a number from -1e100 to 1e100.",
                             (long long)i + 1);
        if (!(weight_of(n, i) >= 0 && weight_of(n, i) <= 1e9))
            return fs_refuse(problem, FS_INVALID, "The weight of answer %lld is not a number from 0 to 1e9.",
                             (long long)i + 1);
    }
    return FS_OK;
}

/* The median of each task. */
static bool medians(const struct fs_numbers *n, double *median, struct fs_scratch *s) {
    size_t *start = fs_scratch_new(s, (int64_t)n->tasks + 1, sizeof *start);
    int32_t *order = fs_scratch_new(s, n->count, sizeof *order);
    struct fs_weighted *values = fs_scratch_new(s, n->count, sizeof *values);
    if (s->failed) return false;
    fs_group_by(n->task, (size_t)n->count, n->tasks, start, order);
    for (int32_t t = 0; t < n->tasks; t++) {
        int64_t count = 0;
        for (size_t k = start[t]; k < start[t + 1]; k++)
            values[count++] = (struct fs_weighted){n->value[order[k]], weight_of(n, order[k])};
        median[t] = fs_weighted_median(values, count);
    }
    return true;
}

/* A size of the usual error: the median of those that are not 0, by their nearness to the task's median. */
static double usual_error(const struct fs_numbers *n, const double *median, struct fs_scratch *s) {
    struct fs_weighted *errors = fs_scratch_new(s, n->count, sizeof *errors);
    int64_t count = 0;
    if (!errors) return 1;
    for (int64_t i = 0; i < n->count; i++) {
        double error = fabs(n->value[i] - median[n->task[i]]);
        if (error > 0 && weight_of(n, i) > 0) errors[count++] = (struct fs_weighted){error, weight_of(n, i)};
    }
    double usual = fs_weighted_median(errors, count);
    return usual > 1e-290 ? usual : 1;
}

/* --- the model --- */

static double error_of(const struct model *m, int64_t i) {
    return m->answer[i] - m->truth[m->numbers->task[i]] - m->bias[m->numbers->worker[i]];
}

/* Expected squared error, with what is not known of truth and bias. */
static double squared_error(const struct model *m, int64_t i) {
    double error = error_of(m, i);
    return error * error + m->truth_variance[m->numbers->task[i]] + m->bias_variance[m->numbers->worker[i]];
}

static void trusts(struct model *m) {
    for (int64_t i = 0; i < m->numbers->count; i++) {
        double ratio = squared_error(m, i) / m->variance[m->numbers->worker[i]];
        double factor = m->degrees > 1000 ? 1 : (m->degrees + 1) / (m->degrees + ratio);
        m->trust[i] = factor * weight_of(m->numbers, i);
    }
}

static void truths(struct model *m) {
    const struct fs_numbers *n = m->numbers;
    memset(m->sum, 0, (size_t)n->tasks * sizeof(double));
    memset(m->precision, 0, (size_t)n->tasks * sizeof(double));
    for (int64_t i = 0; i < n->count; i++) {
        double precision = m->trust[i] / m->variance[n->worker[i]];
        m->sum[n->task[i]] += precision * (m->answer[i] - m->bias[n->worker[i]]);
        m->precision[n->task[i]] += precision;
    }
    for (int32_t t = 0; t < n->tasks; t++) {
        if (!(m->precision[t] > 0)) continue;
        m->truth[t] = m->sum[t] / m->precision[t];
        m->truth_variance[t] = 1 / m->precision[t];
    }
}

static void biases(struct model *m) {
    const struct fs_numbers *n = m->numbers;
    memset(m->sum, 0, (size_t)n->workers * sizeof(double));
    memset(m->precision, 0, (size_t)n->workers * sizeof(double));
    for (int64_t i = 0; i < n->count; i++) {
        double precision = m->trust[i] / m->variance[n->worker[i]];
        m->sum[n->worker[i]] += precision * (m->answer[i] - m->truth[n->task[i]]);
        m->precision[n->worker[i]] += precision;
    }
    double squares = 0, mean = 0;
    int32_t active = 0;
    for (int32_t w = 0; w < n->workers; w++) {
        double precision = m->precision[w] + 1 / m->bias_spread;
        m->bias[w] = m->sum[w] / precision;
        m->bias_variance[w] = 1 / precision;
        if (m->count[w] == 0) continue;
        mean += m->bias[w];
        active++;
    }
    for (int32_t w = 0; w < n->workers; w++) {
        if (m->count[w] == 0) continue;
        m->bias[w] -= mean / active;
        squares += m->bias[w] * m->bias[w] + m->bias_variance[w];
    }
    m->bias_spread = fmax(VARIANCE_LEAST, squares / active);
}

/* Each worker's variance, shrunk; returns the largest change of a logarithm. */
static double variances(struct model *m) {
    const struct fs_numbers *n = m->numbers;
    double all = 0, weight = 0, change = 0;
    memset(m->sum, 0, (size_t)n->workers * sizeof(double));
    for (int64_t i = 0; i < n->count; i++) {
        double square = m->trust[i] * squared_error(m, i);
        m->sum[n->worker[i]] += square;
        all += square;
        weight += weight_of(n, i);
    }
    m->variance_common = fmax(VARIANCE_LEAST, all / weight);
    for (int32_t w = 0; w < n->workers; w++) {
        double next = (PRIOR_ANSWERS * m->variance_common + m->sum[w]) / (PRIOR_ANSWERS + m->count[w]);
        next = fmax(VARIANCE_LEAST, next);
        change = fmax(change, fabs(log(next / m->variance[w])));
        m->variance[w] = next;
    }
    return change;
}

static bool model_fit(struct model *m, const struct fs_number_options *o, struct fs_number_fit *fit) {
    const struct fs_numbers *n = m->numbers;
    int most = o->iterations_max > 0 ? o->iterations_max : 500;
    for (int32_t w = 0; w < n->workers; w++) m->variance[w] = 1;
    for (int32_t t = 0; t < n->tasks; t++) m->truth_variance[t] = 0.5;
    m->bias_spread = 1;
    for (fit->iterations = 0; fit->iterations < most && !fit->converged; fit->iterations++) {
        trusts(m);
        truths(m);
        if (m->biased) biases(m);
        fit->converged = variances(m) < 1e-7;
    }
    trusts(m);
    truths(m);
    /* What is not known of biases adds to what is not known of truths. */
    memset(m->sum, 0, (size_t)n->tasks * sizeof(double));
    for (int64_t i = 0; i < n->count; i++) {
        double share = m->trust[i] / m->variance[n->worker[i]] * m->truth_variance[n->task[i]];
        m->sum[n->task[i]] += share * share * m->bias_variance[n->worker[i]];
    }
    for (int32_t t = 0; t < n->tasks; t++) m->truth_variance[t] += m->sum[t];
    return true;
}

static bool model_new(struct model *m, const struct fs_numbers *n, const struct fs_number_options *o,
                      struct fs_scratch *s) {
    int64_t longer = n->tasks > n->workers ? n->tasks : n->workers;
    *m = (struct model){.numbers = n, .degrees = o->degrees > 0 ? o->degrees : 4, .biased = !o->no_bias};
    m->base = fs_scratch_new(s, n->tasks, sizeof(double));
    m->answer = fs_scratch_new(s, n->count, sizeof(double));
    m->trust = fs_scratch_new(s, n->count, sizeof(double));
    m->truth = fs_scratch_new(s, n->tasks, sizeof(double));
    m->truth_variance = fs_scratch_new(s, n->tasks, sizeof(double));
    m->bias = fs_scratch_new(s, n->workers, sizeof(double));
    m->bias_variance = fs_scratch_new(s, n->workers, sizeof(double));
    m->variance = fs_scratch_new(s, n->workers, sizeof(double));
    m->count = fs_scratch_new(s, n->workers, sizeof(double));
    m->sum = fs_scratch_new(s, longer, sizeof(double));
    m->precision = fs_scratch_new(s, longer, sizeof(double));
    if (s->failed || !medians(n, m->base, s)) return false;
    m->scale = usual_error(n, m->base, s);
    for (int64_t i = 0; i < n->count; i++) {
        /* An answer beyond a million usual errors is as wrong as one there, and squares stay finite. */
        double answer = (n->value[i] - m->base[n->task[i]]) / m->scale;
        m->answer[i] = fmin(fmax(answer, -1e6), 1e6);
        m->count[n->worker[i]] += weight_of(n, i);
    }
    return !s->failed;
}

/* --- one task at a time --- */

static void means(const struct model *m, struct fs_number_fit *fit, double reach_share) {
    const struct fs_numbers *n = m->numbers;
    double *sum = m->sum, *weight = m->precision, *squares = m->truth_variance;
    for (int64_t i = 0; i < n->count; i++) {
        sum[n->task[i]] += weight_of(n, i) * (n->value[i] / m->scale);
        weight[n->task[i]] += weight_of(n, i);
    }
    for (int32_t t = 0; t < n->tasks; t++) m->truth[t] = weight[t] > 0 ? sum[t] / weight[t] : 0;
    for (int64_t i = 0; i < n->count; i++) {
        double off = n->value[i] / m->scale - m->truth[n->task[i]];
        squares[n->task[i]] += weight_of(n, i) * off * off;
    }
    for (int32_t t = 0; t < n->tasks; t++) {
        double count = (double)fit->task[t].answers;
        fit->task[t].value = m->truth[t] * m->scale;
        if (count < 2 || weight[t] == 0) continue;
        fit->task[t].error = m->scale * sqrt(squares[t] / weight[t] / (count - 1));
        double reach = fit->task[t].error * fs_student_quantile((1 + reach_share) / 2, count - 1);
        fit->task[t].low = fit->task[t].value - reach;
        fit->task[t].high = fit->task[t].value + reach;
    }
}

/* Bias and deviation of workers against the values that stand. */
static void against_values(const struct model *m, struct fs_number_fit *fit) {
    const struct fs_numbers *n = m->numbers;
    for (int32_t w = 0; w < n->workers; w++) m->bias[w] = m->variance[w] = 0;
    for (int64_t i = 0; i < n->count; i++) {
        int32_t w = n->worker[i];
        if (m->count[w] > 0)
            m->bias[w] += weight_of(n, i) / m->count[w] * ((n->value[i] - fit->task[n->task[i]].value) / m->scale);
    }
    double all = 0, weight = 0;
    for (int64_t i = 0; i < n->count; i++) {
        int32_t w = n->worker[i];
        double off = (n->value[i] - fit->task[n->task[i]].value) / m->scale - m->bias[w];
        if (m->count[w] > 0) m->variance[w] += weight_of(n, i) / m->count[w] * off * off;
        all += weight_of(n, i) * off * off;
        weight += weight_of(n, i);
    }
    fit->deviation = weight > 0 ? m->scale * sqrt(all / weight) : 0;
}

static enum fs_status run(const struct fs_numbers *n, const struct fs_number_options *o, struct fs_scratch *s,
                          struct fs_number_fit *fit) {
    struct model m;
    double level = o->level > 0 ? o->level : 0.95, reach = fs_normal_quantile((1 + level) / 2);
    fit->task_count = n->tasks;
    fit->worker_count = n->workers;
    fit->task = fs_calloc(n->tasks, sizeof *fit->task);
    fit->worker = fs_calloc(n->workers, sizeof *fit->worker);
    if (!fit->task || !fit->worker || !model_new(&m, n, o, s)) return FS_NO_MEMORY;
    for (int64_t i = 0; i < n->count; i++) {
        fit->task[n->task[i]].answers += weight_of(n, i) > 0;
        fit->worker[n->worker[i]].answers += weight_of(n, i) > 0;
    }
    fit->converged = o->method != FS_NUMBER_MODEL;
    for (int32_t t = 0; t < n->tasks; t++) fit->task[t].value = m.base[t];
    if (o->method == FS_NUMBER_MODEL) {
        model_fit(&m, o, fit);
        fit->deviation = m.scale * sqrt(m.variance_common);
        for (int32_t t = 0; t < n->tasks; t++) {
            if (fit->task[t].answers == 0) continue;
            fit->task[t].value = m.base[t] + m.truth[t] * m.scale;
            fit->task[t].error = sqrt(m.truth_variance[t]) * m.scale;
        }
    }
    for (int32_t t = 0; t < n->tasks; t++) {
        fit->task[t].low = fit->task[t].value - reach * fit->task[t].error;
        fit->task[t].high = fit->task[t].value + reach * fit->task[t].error;
    }
    if (o->method == FS_NUMBER_MEAN) means(&m, fit, level);
    if (o->method != FS_NUMBER_MODEL) against_values(&m, fit);
    for (int32_t w = 0; w < n->workers; w++) {
        if (fit->worker[w].answers == 0) continue;
        fit->worker[w].bias = m.bias[w] * m.scale;
        fit->worker[w].deviation = sqrt(m.variance[w]) * m.scale;
    }
    return FS_OK;
}

enum fs_status fs_number_new(const struct fs_numbers *numbers, const struct fs_number_options *options,
                             struct fs_number_fit **fit, struct fs_problem *problem) {
    static const struct fs_number_options defaults;
    if (!options) options = &defaults;
    *fit = NULL;
    enum fs_status status = numbers_check(numbers, options, problem);
    if (status != FS_OK) return status;
    struct fs_scratch s = {0};
    struct fs_number_fit *out = fs_calloc(1, sizeof *out);
    status = out ? run(numbers, options, &s, out) : FS_NO_MEMORY;
    fs_scratch_free(&s);
    if (status == FS_OK) {
        *fit = out;
        return FS_OK;
    }
    fs_number_free(out);
    return fs_refuse(problem, status, "There is not enough memory for these answers.");
}

void fs_number_free(struct fs_number_fit *fit) {
    if (!fit) return;
    free(fit->task);
    free(fit->worker);
    free(fit);
}
