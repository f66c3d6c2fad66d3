#include "fs_adaptive.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { WATCH_DRAWS = 8, PRIOR_TASKS = 5, GOLD_ENOUGH = 20, MANY_ANSWERS = 300000, GUESS_TASKS = 5, ROUGH_TASKS = 50 };
/* Tasks that stopped early are those whose answers agree, which draws the measured correlation down. */
static const double rho_selection = 1.5;
static const double loss_usual = 0.02, z90 = 1.2816, z95 = 1.96, sure_most = 1 - 1e-9;

static uint64_t mix64(uint64_t x) {
    x += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

bool fs_watched(uint64_t seed, int64_t task) { return mix64(mix64(seed) ^ (uint64_t)task) % 20 == 0; }

void fs_temper(const double *posterior, const double *prior, int32_t class_count, int count, double rho,
               double temperature, double *out) {
    /* posterior = prior * evidence, so prior^(1 - s) * posterior^s is prior * evidence^s. */
    double s = 1 / ((1 + (count > 1 ? count - 1 : 0) * rho) * temperature), best = -INFINITY, sum = 0;
    for (int32_t k = 0; k < class_count; k++) {
        double p = posterior[k] > 1e-300 ? posterior[k] : 1e-300, q = prior[k] > 1e-300 ? prior[k] : 1e-300;
        out[k] = (1 - s) * log(q) + s * log(p);
        if (out[k] > best) best = out[k];
    }
    for (int32_t k = 0; k < class_count; k++) sum += out[k] = exp(out[k] - best);
    for (int32_t k = 0; k < class_count; k++) out[k] /= sum;
}

static int32_t best_of(const double *p, int32_t count) {
    int32_t best = 0;
    for (int32_t k = 1; k < count; k++)
        if (p[k] > p[best]) best = k;
    return best;
}

/* --- correlation of errors --- */

/* Residuals of two answers to one task, given its class, are independent in the model; their mean product over their
 * mean expected deviations is what the model leaves out. Each class counts with its posterior. */
static enum fs_status dispersion(const struct fs_answers *a, const struct fs_fit *fit, double *rho) {
    int32_t classes = a->class_count, columns = fs_fit_answer_count(fit);
    double *matrix = calloc((size_t)classes * (size_t)columns, sizeof *matrix);
    double *right = calloc((size_t)a->worker_count * (size_t)classes, sizeof *right), num = 0, den = 0;
    enum fs_status status = matrix && right ? FS_OK : FS_NO_MEMORY;
    for (int32_t w = 0; status == FS_OK && w < a->worker_count; w++) {
        status = fs_fit_confusion(fit, w, matrix, NULL, NULL);
        for (int32_t k = 0; status == FS_OK && k < classes; k++)
            right[(size_t)w * (size_t)classes + (size_t)k] = matrix[(size_t)k * (size_t)columns + (size_t)k];
    }
    for (int32_t t = 0; status == FS_OK && t < a->task_count; t++)
        for (int32_t k = 0; k < classes; k++) {
            double p = fit->posterior[(size_t)t * (size_t)classes + (size_t)k], sum = 0, squares = 0, devs = 0,
                   vars = 0;
            if (p < 1e-3) continue;
            for (int64_t i = a->start[t]; i < a->start[t + 1]; i++) {
                double q = right[(size_t)a->worker[i] * (size_t)classes + (size_t)k], r = (a->label[i] == k) - q;
                sum += r, squares += r * r, devs += sqrt(q * (1 - q)), vars += q * (1 - q);
            }
            num += p * (sum * sum - squares);
            den += p * (devs * devs - vars);
        }
    free(matrix);
    free(right);
    *rho = den > 0 && num > 0 ? num / den : 0;
    *rho *= rho_selection;
    if (*rho > 1) *rho = 1;
    return status;
}

/* --- parts of tasks whose truth is known, or nearly --- */

/* A task's answers in a drawn order. */
struct drawn {
    int32_t *workers, *labels; /* room for the longest task */
    int count;
};

static void drawn_fill(struct drawn *d, const struct fs_answers *a, int32_t t, uint64_t seed) {
    d->count = (int)(a->start[t + 1] - a->start[t]);
    for (int i = 0; i < d->count; i++)
        d->workers[i] = a->worker[a->start[t] + i], d->labels[i] = a->label[a->start[t] + i];
    for (int i = d->count - 1; i > 0; i--) {
        int j = (int)(mix64(seed + (uint64_t)i) % (uint64_t)(i + 1));
        int32_t worker = d->workers[i], label = d->labels[i];
        d->workers[i] = d->workers[j], d->labels[i] = d->labels[j];
        d->workers[j] = worker, d->labels[j] = label;
    }
}

static bool drawn_new(struct drawn *d, const struct fs_answers *a) {
    int64_t longest = 1;
    for (int32_t t = 0; t < a->task_count; t++)
        if (a->start[t + 1] - a->start[t] > longest) longest = a->start[t + 1] - a->start[t];
    d->workers = malloc(sizeof *d->workers * (size_t)longest * 2);
    d->labels = d->workers + longest;
    return d->workers;
}

static int most_of(const struct fs_adaptive_options *o, int32_t t) { return o->most ? o->most[t] : o->answers_most; }

static bool watched_whole(const struct fs_answers *a, const struct fs_adaptive_options *o, int32_t t) {
    int count = (int)(a->start[t + 1] - a->start[t]);
    return o->watched && o->watched[t] && count >= most_of(o, t) && count > o->answers_min;
}

/* What the model says of a part of a task, and what is true of it. */
struct part {
    int count;
    double *posterior, *truth;
};
struct parts {
    struct part *part;
    double *values;
    int count;
};

static void parts_free(struct parts *p) {
    free(p->part);
    free(p->values);
}

/* Which tasks are cut: gold ones; where there are few, also watched ones, whose truth is what all their answers say. */
static int cut_begin(const struct fs_answers *a, const struct fs_adaptive_options *o, int *cut) {
    int known = 0, cuts = 0, least = o->answers_min < 1 ? 1 : o->answers_min;
    for (int32_t t = 0; o->gold && t < a->task_count; t++) known += o->gold[t] >= 0 && a->start[t + 1] > a->start[t];
    for (int32_t t = 0; t < a->task_count; t++) {
        int count = (int)(a->start[t + 1] - a->start[t]);
        bool gold = o->gold && o->gold[t] >= 0;
        if (count > 0 && (gold || (known < GOLD_ENOUGH && watched_whole(a, o, t))))
            cut[t] = count < least ? count : least;
        cuts += cut[t] > 0;
    }
    return cuts;
}

/* All answers, but of the cut tasks the first in a drawn order. */
static enum fs_status cut_answers(const struct fs_answers *a, const struct fs_adaptive_options *o, const int *cut,
                                  struct fs_answers **out) {
    struct drawn drawn = {0};
    struct fs_table table = {0};
    if (!drawn_new(&drawn, a)) return FS_NO_MEMORY;
    enum fs_status status = fs_table_reserve(&table, a->count);
    for (int32_t t = 0; status == FS_OK && t < a->task_count; t++) {
        drawn_fill(&drawn, a, t, mix64(o->seed ^ ((uint64_t)t * 977)));
        for (int i = 0; status == FS_OK && i < (cut[t] ? cut[t] : drawn.count); i++)
            if (drawn.labels[i] < a->class_count) status = fs_table_add(&table, t, drawn.workers[i], drawn.labels[i]);
    }
    free(drawn.workers);
    table.task_count = a->task_count, table.worker_count = a->worker_count, table.class_count = a->class_count;
    if (status == FS_OK)
        status = fs_answers_new(&table, &(struct fs_answers_options){.threads = o->threads}, out, NULL);
    fs_table_free(&table);
    return status;
}

static bool sure(const struct fs_adaptive *d, const struct fs_fit *fit, const double *posterior, int count,
                 double target) {
    double q[FS_ADAPTIVE_CLASSES_MAX];
    fs_temper(posterior, fit->prior, fit->class_count, count, d->rho, d->temperature, q);
    return q[best_of(q, fit->class_count)] >= target;
}

static enum fs_status cut_fit(const struct fs_answers *a, const struct fs_adaptive_options *o, const int *cut,
                              struct fs_fit **fit) {
    struct fs_answers *less = NULL;
    fs_fit_free(*fit);
    *fit = NULL;
    enum fs_status status = cut_answers(a, o, cut, &less);
    if (status == FS_OK)
        status = fs_fit_new(less, &(struct fs_fit_options){.method = o->method, .threads = o->threads}, fit, NULL);
    fs_answers_free(less);
    return status;
}

/* Each to its end by a model that stays as it is: among many answers those of a few tasks teach it little. */
static enum fs_status cut_walk(const struct fs_adaptive *d, const struct fs_answers *a,
                               const struct fs_adaptive_options *o, int *cut, const struct fs_fit *fit) {
    struct drawn drawn = {0};
    double p[FS_ADAPTIVE_CLASSES_MAX];
    if (!drawn_new(&drawn, a)) return FS_NO_MEMORY;
    for (int32_t t = 0; t < a->task_count; t++) {
        if (cut[t] == 0) continue;
        drawn_fill(&drawn, a, t, mix64(o->seed ^ ((uint64_t)t * 977)));
        while (cut[t] < drawn.count && fs_fit_task(fit, drawn.workers, drawn.labels, cut[t], p) == FS_OK &&
               !sure(d, fit, p, cut[t], o->target))
            cut[t]++;
    }
    free(drawn.workers);
    return FS_OK;
}

/* Known tasks live as ordinary ones do: weighed when they have the least, given one more answer while unsure, by the
 * temperature that ordinary ones are weighed with. A model must not have seen the rest of them: what it learns of
 * workers from there would flatter it. *fit: the last model. */
static enum fs_status cut_live(const struct fs_adaptive *d, const struct fs_answers *a,
                               const struct fs_adaptive_options *o, int *cut, struct fs_fit **fit) {
    enum fs_status status = cut_fit(a, o, cut, fit);
    if (status == FS_OK && a->count > MANY_ANSWERS) {
        status = cut_walk(d, a, o, cut, *fit);
        return status == FS_OK ? cut_fit(a, o, cut, fit) : status;
    }
    for (bool more = true; more && status == FS_OK;) {
        more = false;
        for (int32_t t = 0; t < a->task_count; t++) {
            if (cut[t] == 0 || cut[t] >= a->start[t + 1] - a->start[t]) continue;
            const double *posterior = (*fit)->posterior + (size_t)t * (size_t)a->class_count;
            if (!sure(d, *fit, posterior, cut[t], o->target)) cut[t]++, more = true;
        }
        if (more) status = cut_fit(a, o, cut, fit);
    }
    return status;
}

static enum fs_status parts_new(const struct fs_adaptive *d, const struct fs_fit *blind, const struct fs_answers *a,
                                const struct fs_adaptive_options *o, struct parts *out) {
    size_t classes = (size_t)a->class_count;
    int *cut = fs_calloc(a->task_count, sizeof *cut), known = cut ? cut_begin(a, o, cut) : 0;
    struct fs_fit *fit = NULL;
    out->part = fs_calloc(known, sizeof *out->part);
    out->values = fs_calloc((int64_t)known * 2 * a->class_count, sizeof *out->values);
    enum fs_status status = cut && out->part && out->values ? FS_OK : FS_NO_MEMORY;
    if (status == FS_OK && known > 0) status = cut_live(d, a, o, cut, &fit);
    for (int32_t t = 0; status == FS_OK && t < a->task_count; t++) {
        bool gold = o->gold && o->gold[t] >= 0;
        /* All the answers are no part of themselves. */
        if (cut[t] == 0 || (!gold && cut[t] == a->start[t + 1] - a->start[t])) continue;
        double *values = out->values + (size_t)out->count * classes * 2;
        memcpy(values, fit->posterior + (size_t)t * classes, sizeof *values * classes);
        if (gold)
            for (size_t k = 0; k < classes; k++) values[classes + k] = (int32_t)k == o->gold[t];
        else
            fs_temper(blind->posterior + (size_t)t * classes, blind->prior, a->class_count,
                      (int)(a->start[t + 1] - a->start[t]), d->rho, 1, values + classes);
        out->part[out->count++] = (struct part){cut[t], values, values + classes};
    }
    fs_fit_free(fit);
    free(cut);
    return status;
}

/* Expected log-likelihood of the truth, with a prior on the logarithm of the temperature. */
static double parts_value(const struct parts *parts, const struct fs_fit *blind, double rho, double temperature) {
    double q[FS_ADAPTIVE_CLASSES_MAX], sum = 0, l = log(temperature);
    for (int i = 0; i < parts->count; i++) {
        const struct part *part = &parts->part[i];
        fs_temper(part->posterior, blind->prior, blind->class_count, part->count, rho, temperature, q);
        for (int32_t k = 0; k < blind->class_count; k++)
            if (part->truth[k] > 0) sum += part->truth[k] * log(q[k] > 1e-6 ? q[k] : 1e-6);
    }
    return sum - PRIOR_TASKS * l * l;
}

/* Where known tasks end depends on the temperature, and that on where they end: twice round is enough. *doubt: how many
 * of them would be wrong by their confidences alone. */
static enum fs_status temperature_fit(struct fs_adaptive *d, const struct fs_fit *blind, const struct fs_answers *a,
                                      const struct fs_adaptive_options *o, double *doubt) {
    struct parts parts = {0};
    enum fs_status status = FS_OK;
    for (int round = 0; round < 2 && status == FS_OK; round++) {
        parts_free(&parts);
        parts = (struct parts){0};
        status = parts_new(d, blind, a, o, &parts);
        if (status != FS_OK || parts.count == 0) break;
        double best = 1, best_value = parts_value(&parts, blind, d->rho, 1);
        for (double t = 0.7; t <= 8; t *= 1.05) {
            double value = parts_value(&parts, blind, d->rho, t);
            if (value > best_value) best = t, best_value = value;
        }
        if (best == d->temperature) break;
        d->temperature = best;
    }
    for (int i = 0; status == FS_OK && i < parts.count; i++) {
        double q[FS_ADAPTIVE_CLASSES_MAX];
        const struct part *part = &parts.part[i];
        fs_temper(part->posterior, blind->prior, blind->class_count, part->count, d->rho, d->temperature, q);
        int32_t best = best_of(q, blind->class_count);
        d->known_wrong += 1 - part->truth[best];
        *doubt += 1 - q[best];
    }
    d->known = parts.count;
    parts_free(&parts);
    return status;
}

/* --- what stopping loses on watched tasks --- */

/* One watched task with its answers in a drawn order: the loss of stopping where the target is first reached. */
static double watched_loss(const struct fs_adaptive *d, const struct drawn *drawn, const double *whole,
                           const struct fs_adaptive_options *o) {
    int32_t classes = d->fit->class_count, full = best_of(whole, classes);
    double p[FS_ADAPTIVE_CLASSES_MAX], q[FS_ADAPTIVE_CLASSES_MAX];
    for (int n = o->answers_min < 1 ? 1 : o->answers_min; n < drawn->count; n++) {
        if (fs_fit_task(d->fit, drawn->workers, drawn->labels, n, p) != FS_OK) break;
        fs_temper(p, d->fit->prior, classes, n, d->rho, d->temperature, q);
        int32_t early = best_of(q, classes);
        if (q[early] >= o->target) return whole[full] - whole[early];
    }
    return 0;
}

static enum fs_status guard(struct fs_adaptive *d, const struct fs_answers *a, const struct fs_adaptive_options *o) {
    struct drawn drawn = {0};
    if (!o->watched) return FS_OK;
    if (!drawn_new(&drawn, a)) return FS_NO_MEMORY;
    double sum = 0, squares = 0, whole[FS_ADAPTIVE_CLASSES_MAX];
    for (int32_t t = 0; t < a->task_count; t++) {
        if (!watched_whole(a, o, t)) continue;
        fs_temper(d->fit->posterior + (size_t)t * (size_t)a->class_count, d->fit->prior, a->class_count,
                  (int)(a->start[t + 1] - a->start[t]), d->rho, d->temperature, whole);
        double loss = 0;
        for (int i = 0; i < WATCH_DRAWS; i++) {
            drawn_fill(&drawn, a, t, mix64(o->seed ^ ((uint64_t)t * 131 + (uint64_t)i)));
            loss += watched_loss(d, &drawn, whole, o) / WATCH_DRAWS;
        }
        sum += loss, squares += loss * loss;
        d->watched++;
    }
    free(drawn.workers);
    if (d->watched < 2) return FS_OK;
    double n = d->watched, mean = sum / n, var = (squares - sum * mean) / (n - 1);
    d->loss = mean;
    d->loss_low = mean - z90 * sqrt(var > 0 ? var / n : 0);
    d->saving = d->loss_low <= (o->loss_max > 0 ? o->loss_max : loss_usual);
    return FS_OK;
}

/* --- all together --- */

/* The tasks to label are not just like the known ones as these were cut: watched ones have all answers, and those that
 * an earlier model did not let go have some more. So the errors seen among known tasks stand for as many others as by
 * their confidences should hold so many errors (indirect standardisation). Few known tasks have too rough a mean. */
static double known_worth(const struct fs_adaptive *d, double doubt, double doubt_each) {
    double all = d->known, lean = all / (all + ROUGH_TASKS);
    if (all < 1 || doubt_each < 1e-6) return all;
    double ratio = doubt / all / doubt_each;
    if (ratio < 0.5) ratio = 0.5;
    if (ratio > 2) ratio = 2;
    return all * pow(ratio, lean);
}

static void verdicts(struct fs_adaptive *d, const struct fs_answers *a, const struct fs_adaptive_options *o,
                     double doubt) {
    int32_t classes = a->class_count;
    double q[FS_ADAPTIVE_CLASSES_MAX], sum = 0, var = 0;
    int64_t judged = 0;
    for (int32_t t = 0; t < a->task_count; t++) {
        int count = (int)(a->start[t + 1] - a->start[t]), most = most_of(o, t);
        d->verdict[t] = count >= most ? FS_ALL : FS_MORE;
        if (count == 0) continue;
        fs_temper(d->fit->posterior + (size_t)t * (size_t)classes, d->fit->prior, classes, count, d->rho,
                  d->temperature, q);
        double c = q[d->fit->label[t]];
        d->confidence[t] = c < sure_most ? c : sure_most;
        if (o->gold && o->gold[t] >= 0) continue;
        sum += c, var += c * (1 - c), judged++;
        bool held = !d->saving || (o->watched && o->watched[t]) || count < o->answers_min;
        if (count < most && !held && c >= o->target) d->verdict[t] = FS_SURE;
    }
    if (judged == 0) return;
    /* What the confidences say is a guess worth so many tasks, half a task is wrong besides (Jeffreys); what is known
     * of parts of tasks corrects it. */
    double guess = 1 - sum / (double)judged;
    double wrong = guess * GUESS_TASKS + d->known_wrong + 0.5, all = GUESS_TASKS + known_worth(d, doubt, guess) + 1;
    double lost = wrong > 1e-3 ? wrong : 1e-3, kept = all - wrong > 1e-3 ? all - wrong : 1e-3;
    double chance = z95 * sqrt(var) / (double)judged;
    d->accuracy = kept / (lost + kept);
    d->low = 1 - fs_beta_quantile(0.975, lost, kept) - chance;
    d->high = 1 - fs_beta_quantile(0.025, lost, kept) + chance;
    if (d->low < 0) d->low = 0;
    if (d->high > 1) d->high = 1;
}

enum fs_status fs_adaptive_new(const struct fs_answers *answers, const struct fs_adaptive_options *options,
                               struct fs_adaptive **out, struct fs_problem *problem) {
    *out = NULL;
    if (answers->class_count > FS_ADAPTIVE_CLASSES_MAX)
        return fs_refuse(problem, FS_TOO_LARGE, "Confidence is calibrated for at most %d classes; there are %d.",
                         FS_ADAPTIVE_CLASSES_MAX, answers->class_count);
    if (!(options->target >= 0.5 && options->target <= 1))
        return fs_refuse(problem, FS_INVALID, "The target is from 0.5 to 1.");
    struct fs_adaptive *d = calloc(1, sizeof *d);
    if (!d) return FS_NO_MEMORY;
    struct fs_fit_options fit = {.method = options->method, .start = options->start, .threads = options->threads};
    struct fs_fit *blind = NULL;
    double doubt = 0;
    d->temperature = 1, d->saving = true;
    d->confidence = calloc((size_t)answers->task_count + 1, sizeof *d->confidence);
    d->verdict = calloc((size_t)answers->task_count + 1, sizeof *d->verdict);
    enum fs_status status = d->confidence && d->verdict ? FS_OK : FS_NO_MEMORY;
    if (status == FS_OK) status = fs_fit_new(answers, &fit, &blind, problem);
    if (status == FS_OK) status = dispersion(answers, blind, &d->rho);
    if (status == FS_OK) status = temperature_fit(d, blind, answers, options, &doubt);
    if (status == FS_OK && options->gold) {
        fit.gold = options->gold;
        status = fs_fit_new(answers, &fit, &d->fit, problem);
        fs_fit_free(blind);
    } else {
        d->fit = blind;
    }
    if (status == FS_OK) status = guard(d, answers, options);
    if (status != FS_OK) {
        fs_adaptive_free(d);
        return status;
    }
    verdicts(d, answers, options, doubt);
    *out = d;
    return FS_OK;
}

void fs_adaptive_free(struct fs_adaptive *d) {
    if (!d) return;
    fs_fit_free(d->fit);
    free(d->confidence);
    free(d->verdict);
    free(d);
}
