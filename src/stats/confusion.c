/* What every fit ends with: labels, confusion matrices and skills from the posteriors, with credible intervals. */
#include <stdlib.h>
#include <string.h>

#include "fit.h"

/* The weight of the prior, in answers: at the skill of all for a worker's skill, and for each row of a matrix at the
 * worker's own skill with the errors of all. */
static const double SKILL_PRIOR = 4, ROW_PRIOR = 4, TIE = 1e-12;

/* --- per task --- */

/* The median of a scale: the first class at which half of the probability is reached. */
static int32_t median_class(const double *p, int32_t classes) {
    double sum = 0;
    int32_t k = 0;
    for (; k < classes - 1; k++)
        if ((sum += p[k]) >= 0.5 - TIE) break;
    return k;
}

static void labels_part(void *arg, int part) {
    struct fs_work *work = arg;
    struct fs_fit *fit = work->fit;
    const struct fs_answers *a = work->answers;
    int32_t classes = work->classes;
    for (int64_t t = work->part_start[part]; t < work->part_start[part + 1]; t++) {
        const double *p = fit->posterior + t * classes;
        int32_t best = 0;
        bool known = work->options.gold && work->options.gold[t] >= 0;
        for (int32_t k = 1; k < classes; k++)
            if (p[k] > p[best] + TIE) best = k;
        if (work->options.ordinal) best = median_class(p, classes);
        for (int32_t k = 0; k < classes; k++)
            if (k != best && p[k] >= p[best] - TIE && p[k] <= p[best] + TIE) fit->tied[t] = 1;
        fit->label[t] = best;
        fit->confidence[t] = p[best];
        if (a->start[t] == a->start[t + 1] && !known) {
            fit->label[t] = -1;
            fit->confidence[t] = 0;
            fit->tied[t] = 0;
        }
    }
}

/* --- per worker --- */

/* Row sums as if each label were certain. */
static void sums_from_labels(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    int64_t cells = ((int64_t)work->rows.count + 1) * work->classes;
    memset(work->row_sum, 0, (size_t)cells * sizeof *work->row_sum);
    for (int32_t t = 0; t < a->task_count; t++) {
        int32_t label = work->fit->label[t];
        if (label < 0) continue;
        work->class_sum[label]++;
        for (int64_t i = a->start[t]; i < a->start[t + 1]; i++)
            work->row_sum[(int64_t)work->rows.of[i] * work->classes + label] += a->weight ? a->weight[i] : 1;
    }
}

static void right_from_rows(struct fs_work *work) {
    struct fs_fit *fit = work->fit;
    int32_t classes = work->classes;
    for (int32_t w = 0; w < fit->worker_count; w++)
        for (int32_t r = work->rows.start[w]; r < work->rows.start[w + 1]; r++) {
            const double *sum = work->row_sum + (int64_t)r * classes;
            if (work->rows.label[r] >= classes) continue;
            fit->right[w] += sum[work->rows.label[r]];
            for (int32_t k = 0; k < classes; k++) fit->counted[w] += sum[k];
        }
}

static void right_from_labels(struct fs_work *work) {
    const struct fs_answers *a = work->answers;
    struct fs_fit *fit = work->fit;
    for (int32_t t = 0; t < a->task_count; t++)
        for (int64_t i = a->start[t]; i < a->start[t + 1]; i++)
            if (a->label[i] == fit->label[t]) fit->right[a->worker[i]] += a->weight ? a->weight[i] : 1;
}

static void skills(struct fs_fit *fit) {
    double right = 0, all = 0;
    for (int32_t w = 0; w < fit->worker_count; w++) {
        right += fit->right[w];
        all += fit->counted[w];
    }
    /* Half an answer each way, so that no prior is certain. */
    double mean = (right + 0.5) / (all + 1);
    for (int32_t w = 0; w < fit->worker_count; w++)
        fit->skill[w] = (fit->right[w] + SKILL_PRIOR * mean) / (fit->counted[w] + SKILL_PRIOR);
}

void fs_fit_skill_interval(const struct fs_fit *fit, int32_t worker, double *low, double *high) {
    double count = fit->counted[worker] + SKILL_PRIOR, tail = (1 - fit->interval) / 2;
    double a = fit->skill[worker] * count, b = count - a;
    a = a > 1e-9 ? a : 1e-9;
    b = b > 1e-9 ? b : 1e-9;
    *low = fs_beta_quantile(tail, a, b);
    *high = fs_beta_quantile(1 - tail, a, b);
}

/* All workers' expected counts, one more in each row spread evenly, as probabilities. */
static void pooled(struct fs_work *work, double *matrix) {
    int32_t classes = work->classes, answers = work->rows.answer_count;
    for (int64_t i = 0; i < (int64_t)classes * answers; i++) matrix[i] = 1.0 / answers;
    for (int32_t r = 0; r < work->rows.count; r++)
        for (int32_t k = 0; k < classes; k++)
            matrix[(int64_t)k * answers + work->rows.label[r]] += work->row_sum[(int64_t)r * classes + k];
    for (int32_t k = 0; k < classes; k++) {
        double sum = 0;
        for (int32_t l = 0; l < answers; l++) sum += matrix[(int64_t)k * answers + l];
        for (int32_t l = 0; l < answers; l++) matrix[(int64_t)k * answers + l] /= sum;
    }
}

static bool confusion_keep(struct fs_work *work) {
    struct fs_confusion *c = fs_calloc(1, sizeof *c);
    int64_t cells = (int64_t)work->rows.count * work->classes;
    work->fit->confusion = c;
    if (!c) return false;
    c->rows.count = work->rows.count;
    c->rows.answer_count = work->rows.answer_count;
    c->rows.start = fs_calloc((int64_t)work->fit->worker_count + 1, sizeof *c->rows.start);
    c->rows.label = fs_calloc(work->rows.count, sizeof *c->rows.label);
    c->sum = fs_calloc(cells, sizeof *c->sum);
    c->pooled = fs_calloc((int64_t)work->classes * work->rows.answer_count, sizeof *c->pooled);
    c->prior_weight = ROW_PRIOR;
    if (!c->rows.start || !c->rows.label || !c->sum || !c->pooled) return false;
    memcpy(c->rows.start, work->rows.start, ((size_t)work->fit->worker_count + 1) * sizeof *c->rows.start);
    memcpy(c->rows.label, work->rows.label, (size_t)work->rows.count * sizeof *c->rows.label);
    memcpy(c->sum, work->row_sum, (size_t)cells * sizeof *c->sum);
    pooled(work, c->pooled);
    return true;
}

enum fs_status fs_fit_finish(struct fs_work *work) {
    struct fs_fit *fit = work->fit;
    fit->interval = work->options.interval;
    if (work->narrow) {
        fs_vote_counts(work, fit->counted);
        right_from_labels(work);
        for (int32_t k = 0; k < fit->class_count; k++) fit->prior[k] = 1;
        for (int32_t t = 0; t < fit->task_count; t++)
            if (fit->label[t] >= 0) fit->prior[fit->label[t]]++;
        double sum = 0;
        for (int32_t k = 0; k < fit->class_count; k++) sum += fit->prior[k];
        for (int32_t k = 0; k < fit->class_count; k++) fit->prior[k] /= sum;
    } else {
        work->groups = 1;
        work->states = work->classes;
        work->state = fit->posterior;
        work->class_sum = work->row_sum + (int64_t)work->rows.count * work->classes;
        fs_parallel(work->threads, work->parts, labels_part, work);
        if (work->hard)
            sums_from_labels(work);
        else
            fs_pass_all(work, false);
        if (fit->prior[0] == 0) fs_prior_update(work, 1); /* the method has none */
        right_from_rows(work);
        if (!confusion_keep(work)) return FS_NO_MEMORY;
    }
    skills(fit);
    return FS_OK;
}

/* --- a worker's matrix --- */

int32_t fs_fit_answer_count(const struct fs_fit *fit) {
    return fit->confusion ? fit->confusion->rows.answer_count : fit->class_count;
}

/* The prior of a row: right with the worker's skill, errors as all workers' are. */
static void prior_row(const struct fs_fit *fit, int32_t worker, int32_t truth, double *row) {
    const struct fs_confusion *c = fit->confusion;
    int32_t answers = c->rows.answer_count;
    const double *all = c->pooled + (int64_t)truth * answers;
    double wrong = 1 - all[truth];
    for (int32_t l = 0; l < answers; l++) {
        if (worker < 0 || worker >= fit->worker_count)
            row[l] = all[l];
        else if (l == truth)
            row[l] = answers > 1 ? fit->skill[worker] : 1;
        else
            row[l] = (1 - fit->skill[worker]) * (wrong > 1e-12 ? all[l] / wrong : 1.0 / (answers - 1));
    }
}

enum fs_status fs_fit_confusion(const struct fs_fit *fit, int32_t worker, double *matrix, double *low, double *high) {
    const struct fs_confusion *c = fit->confusion;
    if (!c) return FS_TOO_LARGE;
    int32_t classes = fit->class_count, answers = c->rows.answer_count;
    bool known = worker >= 0 && worker < fit->worker_count;
    double tail = (1 - fit->interval) / 2;
    double *row = fs_calloc(answers, sizeof *row);
    if (!row) return FS_NO_MEMORY;
    for (int32_t k = 0; k < classes; k++) {
        double total = c->prior_weight;
        prior_row(fit, worker, k, row);
        for (int32_t l = 0; l < answers; l++) row[l] *= c->prior_weight;
        for (int32_t r = known ? c->rows.start[worker] : 0; known && r < c->rows.start[worker + 1]; r++) {
            row[c->rows.label[r]] += c->sum[(int64_t)r * classes + k];
            total += c->sum[(int64_t)r * classes + k];
        }
        for (int32_t l = 0; l < answers; l++) {
            int64_t cell = (int64_t)k * answers + l;
            double rest = total - row[l] > 1e-9 ? total - row[l] : 1e-9, own = row[l] > 1e-9 ? row[l] : 1e-9;
            if (matrix) matrix[cell] = row[l] / total;
            if (low) low[cell] = fs_beta_quantile(tail, own, rest);
            if (high) high[cell] = fs_beta_quantile(1 - tail, own, rest);
        }
    }
    free(row);
    return FS_OK;
}

enum fs_status fs_fit_task(const struct fs_fit *fit, const int32_t *workers, const int32_t *labels, int count,
                           double *posterior) {
    if (!fit->confusion) return FS_TOO_LARGE;
    int32_t classes = fit->class_count, answers = fit->confusion->rows.answer_count;
    double *matrix = fs_calloc((int64_t)classes * answers, sizeof *matrix), most = -INFINITY, sum = 0;
    if (!matrix) return FS_NO_MEMORY;
    enum fs_status status = FS_OK;
    for (int32_t k = 0; k < classes; k++) posterior[k] = log(fit->prior[k]);
    for (int i = 0; i < count && status == FS_OK; i++) {
        if (labels[i] == FS_ABSTAINED) continue;
        if (labels[i] < 0 || labels[i] >= answers)
            status = FS_INVALID;
        else
            status = fs_fit_confusion(fit, workers[i], matrix, NULL, NULL);
        for (int32_t k = 0; status == FS_OK && k < classes; k++) {
            double p = matrix[(int64_t)k * answers + labels[i]];
            posterior[k] += log(p > 1e-10 ? p : 1e-10);
        }
    }
    for (int32_t k = 0; k < classes; k++) most = posterior[k] > most ? posterior[k] : most;
    for (int32_t k = 0; k < classes; k++) sum += posterior[k] = exp(posterior[k] - most);
    for (int32_t k = 0; k < classes; k++) posterior[k] /= sum;
    free(matrix);
    return status;
}
