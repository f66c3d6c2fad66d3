/* Agreement of all workers. One function, `coefficients`, computes all from how often each task counts, so that the
 * whole and every resample go the same way; what of a task never changes is computed once. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "agree_distance.h"
#include "numeric.h"

struct agree {
    const struct fs_answers *answers;
    const struct fs_agree_options *options;
    int32_t classes; /* abstaining included, when that is an answer */
    struct fs_distance alpha, kappa;
    bool ordinal;
    int32_t *order;          /* classes by value */
    double *task_alpha;      /* per task: sum of alpha's distances over ordered pairs / (answers - 1) */
    double *task_kappa;      /* mean of the kappas' distances over pairs */
    double kappa_weight_sum; /* sum over all pairs of classes of their weights */
};

/* Room for one evaluation. */
struct room {
    double *paired, *share;   /* per class: answers in tasks with two; share of tasks' answers */
    struct fs_distance alpha; /* ordinal: its own positions */
};

static int64_t task_size(const struct agree *a, int32_t task) {
    return a->answers->start[task + 1] - a->answers->start[task];
}

static const int32_t *task_labels(const struct agree *a, int32_t task) {
    return a->answers->label + a->answers->start[task];
}

static bool room_new(const struct agree *a, struct fs_scratch *s, struct room *room) {
    room->paired = fs_scratch_new(s, a->classes, sizeof(double));
    room->share = fs_scratch_new(s, a->classes, sizeof(double));
    room->alpha = a->alpha;
    if (a->ordinal) room->alpha.position = fs_scratch_new(s, a->classes, sizeof(double));
    return !s->failed;
}

/* From disagreement seen and disagreement that chance would give. */
static struct fs_coefficient coefficient(bool any, double seen, double chance, bool of_agreement) {
    struct fs_coefficient c = {.defined = any && chance > 0};
    if (c.defined) c.value = 1 - seen / chance;
    if (any) c.observed = of_agreement ? 1 - seen : seen;
    if (any) c.expected = of_agreement ? 1 - chance : chance;
    return c;
}

/* times: how often each task counts; NULL: once. */
static void coefficients(const struct agree *a, const uint32_t *times, struct room *room,
                         struct fs_coefficient out[FS_COEFFICIENTS]) {
    double pairable = 0, seen = 0, tasks = 0, paired_tasks = 0, kappa_seen = 0;
    memset(room->paired, 0, (size_t)a->classes * sizeof(double));
    memset(room->share, 0, (size_t)a->classes * sizeof(double));
    for (int32_t t = 0; t < a->answers->task_count; t++) {
        int64_t size = task_size(a, t);
        double n = times ? times[t] : 1;
        if (size == 0 || n == 0) continue;
        const int32_t *labels = task_labels(a, t);
        double share = n / (double)size;
        for (int64_t i = 0; i < size; i++) room->share[labels[i]] += share;
        tasks += n;
        if (size < 2) continue;
        for (int64_t i = 0; i < size; i++) room->paired[labels[i]] += n;
        paired_tasks += n;
        pairable += n * (double)size;
        kappa_seen += n * a->task_kappa[t];
        if (!a->ordinal) seen += n * a->task_alpha[t];
    }
    if (a->ordinal) {
        fs_distance_ranks(&room->alpha, a->order, room->paired);
        for (int32_t t = 0; t < a->answers->task_count; t++) {
            int64_t size = task_size(a, t);
            double n = times ? times[t] : 1;
            if (size > 1 && n > 0)
                seen += n * fs_distance_within(&room->alpha, task_labels(a, t), size) / (double)(size - 1);
        }
    }
    bool any = paired_tasks > 0;
    double chance = any ? fs_distance_mass(&room->alpha, room->paired) / (pairable * (pairable - 1)) : 0;
    out[FS_ALPHA] = coefficient(any, any ? seen / pairable : 0, chance, false);
    double spread = 0, q = a->classes;
    for (int32_t c = 0; c < a->classes; c++) {
        room->share[c] /= tasks > 0 ? tasks : 1;
        spread += room->share[c] * (1 - room->share[c]);
    }
    kappa_seen = any ? kappa_seen / paired_tasks : 0;
    out[FS_FLEISS] = coefficient(any, kappa_seen, fs_distance_mass(&a->kappa, room->share), true);
    out[FS_GWET] = coefficient(any, kappa_seen, q > 1 ? 1 - a->kappa_weight_sum / (q * (q - 1)) * spread : 0, true);
    out[FS_PERCENT] = (struct fs_coefficient){.defined = any, .value = any ? 1 - kappa_seen : 0};
    out[FS_PERCENT].observed = out[FS_PERCENT].value;
}

/* --- resampling tasks --- */

enum { RESAMPLE_PARTS = 32 };

struct resampling {
    const struct agree *agree;
    const int32_t *tasks; /* with answers */
    int32_t task_count;
    int resamples;
    double *value; /* [coefficient][resample]; NaN while inside: undefined */
    bool failed[RESAMPLE_PARTS];
};

static void resample_part(void *arg, int part) {
    struct resampling *r = arg;
    struct fs_scratch s = {0};
    struct room room;
    uint32_t *times = fs_scratch_new(&s, r->agree->answers->task_count, sizeof *times);
    r->failed[part] = !room_new(r->agree, &s, &room);
    int first = (int)((int64_t)r->resamples * part / RESAMPLE_PARTS);
    int end = (int)((int64_t)r->resamples * (part + 1) / RESAMPLE_PARTS);
    for (int k = first; k < end && !r->failed[part]; k++) {
        struct fs_random random = fs_random_stream(r->agree->options->seed, (uint64_t)k);
        struct fs_coefficient c[FS_COEFFICIENTS];
        memset(times, 0, (size_t)r->agree->answers->task_count * sizeof *times);
        for (int32_t i = 0; i < r->task_count; i++)
            times[r->tasks[fs_random_below(&random, (uint64_t)r->task_count)]]++;
        coefficients(r->agree, times, &room, c);
        for (int kind = 0; kind < FS_COEFFICIENTS; kind++)
            r->value[(int64_t)kind * r->resamples + k] = c[kind].defined ? c[kind].value : NAN;
    }
    fs_scratch_free(&s);
}

/* The percentile at share p of sorted values, between neighbours. */
static double percentile(const double *sorted, int count, double p) {
    double at = p * (count - 1);
    int below = (int)at;
    if (below + 1 >= count) return sorted[count - 1];
    return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
}

static void interval(double *value, int resamples, double level, struct fs_coefficient *c) {
    int count = 0;
    double mean = 0, squares = 0;
    for (int k = 0; k < resamples; k++)
        if (value[k] == value[k]) value[count++] = value[k];
    /* Where many resamples have no value, those that have one are a choice, not a sample. */
    if (!c->defined || count < 10 || count * 2 < resamples) return;
    fs_sort_doubles(value, (size_t)count);
    for (int k = 0; k < count; k++) mean += value[k] / count;
    for (int k = 0; k < count; k++) squares += (value[k] - mean) * (value[k] - mean);
    c->has_interval = true;
    c->error = sqrt(squares / (count - 1));
    c->low = percentile(value, count, (1 - level) / 2);
    c->high = percentile(value, count, (1 + level) / 2);
}

static bool resample(const struct agree *a, struct fs_scratch *s, struct fs_agreement *agreement) {
    const struct fs_agree_options *o = a->options;
    struct resampling r = {.agree = a, .resamples = o->resamples};
    if (o->resamples == 0 || agreement->tasks_paired < 2) return true;
    int32_t *tasks = fs_scratch_new(s, a->answers->task_count, sizeof *tasks);
    r.value = fs_scratch_new(s, (int64_t)FS_COEFFICIENTS * o->resamples, sizeof *r.value);
    if (s->failed) return false;
    for (int32_t t = 0; t < a->answers->task_count; t++)
        if (task_size(a, t) > 0) tasks[r.task_count++] = t;
    r.tasks = tasks;
    fs_parallel(fs_threads(o->threads, a->answers->count * o->resamples), RESAMPLE_PARTS, resample_part, &r);
    for (int part = 0; part < RESAMPLE_PARTS; part++)
        if (r.failed[part]) return false;
    for (int kind = 0; kind < FS_COEFFICIENTS; kind++)
        interval(r.value + (int64_t)kind * o->resamples, o->resamples, o->level > 0 ? o->level : 0.95,
                 &agreement->coefficient[kind]);
    return true;
}

/* --- rows --- */

/* Per class: answers, answers in pairs, and pairs with one and with two of the class. */
struct class_sums {
    double disagreement, pairs,
        agreed; /* binary disagreement / (answers - 1); ordered pairs of its answers; of those the same */
};

static void task_classes(const int32_t *labels, int64_t size, int32_t *count, struct class_sums *sums) {
    for (int64_t i = 0; i < size; i++) count[labels[i]]++;
    for (int64_t i = 0; i < size; i++) {
        double own = count[labels[i]];
        if (own == 0) continue; /* the class was done at its first answer */
        struct class_sums *c = &sums[labels[i]];
        c->disagreement += 2 * own * ((double)size - own) / (double)(size - 1);
        c->pairs += own * (double)(size - 1);
        c->agreed += own * (own - 1);
        count[labels[i]] = 0;
    }
}

static void row_alpha(struct fs_agree_row *row, bool defined, double seen, double chance, double agreed, double pairs) {
    row->defined = defined && chance > 0 && pairs > 0;
    if (!row->defined) return;
    row->alpha = 1 - seen / chance;
    row->agreement = agreed / pairs;
}

/* alpha's distance with the positions of the whole */
static bool rows_fill(const struct agree *a, const struct fs_distance *alpha, struct fs_scratch *s,
                      struct fs_agreement *out) {
    const struct fs_answers *answers = a->answers;
    double chance = out->coefficient[FS_ALPHA].expected;
    double *seen = fs_scratch_new(s, answers->worker_count, sizeof *seen);
    double *agreed = fs_scratch_new(s, answers->worker_count, sizeof *agreed);
    int32_t *count = fs_scratch_new(s, a->classes, sizeof *count);
    struct class_sums *sums = fs_scratch_new(s, a->classes, sizeof *sums);
    if (s->failed) return false;
    for (int32_t t = 0; t < answers->task_count; t++) {
        int64_t size = task_size(a, t), others = size - 1;
        const int32_t *labels = task_labels(a, t), *workers = answers->worker + answers->start[t];
        out->by_task[t].answers = size;
        for (int64_t i = 0; i < size; i++) {
            out->by_worker[workers[i]].answers++;
            out->by_class[labels[i]].answers++;
        }
        if (size < 2) continue;
        out->by_task[t].pairable = size;
        double pairs_agreed = 0;
        for (int64_t i = 0; i < size; i++) {
            int64_t same = -1;
            for (int64_t j = 0; j < size; j++) same += labels[j] == labels[i];
            pairs_agreed += (double)same;
            out->by_worker[workers[i]].pairable++;
            out->by_class[labels[i]].pairable++;
            agreed[workers[i]] += (double)same / (double)others;
            seen[workers[i]] += fs_distance_from(alpha, labels, size, i) / (double)others;
        }
        double pairs = (double)size * (double)others;
        row_alpha(&out->by_task[t], true, fs_distance_within(alpha, labels, size) / pairs, chance, pairs_agreed, pairs);
        task_classes(labels, size, count, sums);
    }
    for (int32_t w = 0; w < answers->worker_count; w++) {
        double n = (double)out->by_worker[w].pairable;
        row_alpha(&out->by_worker[w], n > 0, n > 0 ? seen[w] / n : 0, chance, agreed[w], n);
    }
    double n = (double)out->pairable;
    for (int32_t c = 0; c < a->classes; c++) {
        double own = (double)out->by_class[c].pairable;
        row_alpha(&out->by_class[c], own > 0, sums[c].disagreement / n, 2 * own * (n - own) / (n * (n - 1)),
                  sums[c].agreed, sums[c].pairs);
    }
    return true;
}

/* --- all --- */

static enum fs_status begin(struct agree *a, struct fs_scratch *s, struct fs_problem *problem) {
    const struct fs_answers *answers = a->answers;
    a->classes = answers->class_count;
    for (int64_t i = 0; i < answers->count; i++)
        if (answers->label[i] >= a->classes) a->classes = answers->label[i] + 1;
    if (a->classes > answers->class_count && (a->options->scale != FS_NOMINAL || a->options->weights > FS_WEIGHTS_NONE))
        return fs_refuse(problem, FS_INVALID, "Abstentions have no place on this scale; leave them out.");
    enum fs_status status = fs_agree_options_check(a->options, a->classes, problem);
    if (status == FS_OK) status = fs_distance_alpha(a->options, a->classes, s, &a->alpha, problem);
    if (status == FS_OK) status = fs_distance_kappa(a->options, a->classes, s, &a->kappa, problem);
    if (status != FS_OK) return status;
    a->ordinal = a->options->scale == FS_ORDINAL;
    a->order = fs_scratch_new(s, a->classes, sizeof *a->order);
    a->task_alpha = fs_scratch_new(s, answers->task_count, sizeof(double));
    a->task_kappa = fs_scratch_new(s, answers->task_count, sizeof(double));
    double *ones = fs_scratch_new(s, a->classes, sizeof *ones);
    if (s->failed) return FS_NO_MEMORY;
    for (int32_t c = 0; c < a->classes; c++) ones[c] = 1;
    fs_classes_by_value(a->options->value, a->classes, a->order);
    a->kappa_weight_sum = (double)a->classes * a->classes - fs_distance_mass(&a->kappa, ones);
    for (int32_t t = 0; t < answers->task_count; t++) {
        int64_t size = task_size(a, t);
        if (size < 2) continue;
        const int32_t *labels = task_labels(a, t);
        a->task_kappa[t] = fs_distance_within(&a->kappa, labels, size) / ((double)size * (double)(size - 1));
        if (!a->ordinal) a->task_alpha[t] = fs_distance_within(&a->alpha, labels, size) / (double)(size - 1);
    }
    return FS_OK;
}

static enum fs_status run(struct agree *a, struct fs_scratch *s, struct fs_agreement *out, struct fs_problem *problem) {
    struct room room;
    enum fs_status status = begin(a, s, problem);
    if (status != FS_OK) return status;
    const struct fs_answers *answers = a->answers;
    out->task_count = answers->task_count;
    out->worker_count = answers->worker_count;
    out->class_count = a->classes;
    out->by_task = fs_calloc(out->task_count, sizeof *out->by_task);
    out->by_worker = fs_calloc(out->worker_count, sizeof *out->by_worker);
    out->by_class = fs_calloc(out->class_count, sizeof *out->by_class);
    if (!out->by_task || !out->by_worker || !out->by_class || !room_new(a, s, &room)) return FS_NO_MEMORY;
    out->weighted = a->kappa.shape != APART;
    out->answers = answers->count;
    for (int32_t t = 0; t < answers->task_count; t++) {
        if (task_size(a, t) < 2) continue;
        out->tasks_paired++;
        out->pairable += task_size(a, t);
    }
    coefficients(a, NULL, &room, out->coefficient);
    return resample(a, s, out) && rows_fill(a, &room.alpha, s, out) ? FS_OK : FS_NO_MEMORY;
}

enum fs_status fs_agree(const struct fs_answers *answers, const struct fs_agree_options *options,
                        struct fs_agreement **agreement, struct fs_problem *problem) {
    static const struct fs_agree_options defaults;
    struct fs_scratch s = {0};
    struct agree a = {.answers = answers, .options = options ? options : &defaults};
    *agreement = NULL;
    if (answers->count == 0) return fs_refuse(problem, FS_EMPTY, "There are no answers.");
    struct fs_agreement *out = fs_calloc(1, sizeof *out);
    enum fs_status status = out ? run(&a, &s, out, problem) : FS_NO_MEMORY;
    fs_scratch_free(&s);
    if (status == FS_NO_MEMORY) fs_refuse(problem, status, "There is not enough memory for these answers.");
    if (status == FS_OK)
        *agreement = out;
    else
        fs_agreement_free(out);
    return status;
}

void fs_agreement_free(struct fs_agreement *agreement) {
    if (!agreement) return;
    free(agreement->by_task);
    free(agreement->by_worker);
    free(agreement->by_class);
    free(agreement);
}

const char *fs_coefficient_name(enum fs_coefficient_kind kind, bool weighted) {
    switch (kind) {
    case FS_ALPHA: return "Krippendorff's alpha";
    case FS_FLEISS: return weighted ? "Fleiss' kappa, weighted" : "Fleiss' kappa";
    case FS_GWET: return weighted ? "Gwet's AC2" : "Gwet's AC1";
    default: return weighted ? "Agreement, weighted" : "Agreement";
    }
}
