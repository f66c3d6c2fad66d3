/* Agreement of each two workers: answers are gathered worker by worker, then by the other worker. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "agree_distance.h"
#include "numeric.h"

/* Common answers of one worker a with all others that come after. */
struct common {
    int32_t other, own_label, other_label;
};

struct pairing {
    const struct fs_answers *answers;
    struct fs_distance distance;
    double weight_sum;
    int64_t *start; /* per worker: places in `at` */
    int64_t *at;    /* answers by worker */
    int32_t *task_of;
    double *own, *other, *both; /* per class */
};

static int by_other(const void *x, const void *y) {
    int32_t a = ((const struct common *)x)->other, b = ((const struct common *)y)->other;
    return (a > b) - (a < b);
}

static double chance_corrected(double seen, double chance) { return 1 - seen / chance; }

static void pair_measure(const struct pairing *p, const struct common *common, int32_t count,
                         struct fs_agree_pair *pair) {
    size_t bytes = (size_t)p->distance.classes * sizeof(double);
    double seen = 0, share = 1.0 / count, q = p->distance.classes, spread = 0;
    memset(p->own, 0, bytes);
    memset(p->other, 0, bytes);
    for (int32_t i = 0; i < count; i++) {
        seen += fs_distance_of(&p->distance, common[i].own_label, common[i].other_label) * share;
        p->own[common[i].own_label] += share;
        p->other[common[i].other_label] += share;
    }
    for (int32_t c = 0; c < p->distance.classes; c++) {
        p->both[c] = (p->own[c] + p->other[c]) / 2;
        spread += p->both[c] * (1 - p->both[c]);
    }
    double cohen = fs_distance_masses(&p->distance, p->own, p->other), scott = fs_distance_mass(&p->distance, p->both);
    double gwet = q > 1 ? 1 - p->weight_sum / (q * (q - 1)) * spread : 0;
    pair->tasks = count;
    pair->agreement = 1 - seen;
    pair->defined = cohen > 0 && scott > 0 && gwet > 0;
    if (!pair->defined) return;
    pair->cohen = chance_corrected(seen, cohen);
    pair->scott = chance_corrected(seen, scott);
    pair->gwet = chance_corrected(seen, gwet);
}

static bool pair_add(struct fs_agree_pairs *out, int64_t *size, const struct fs_agree_pair *pair) {
    if (out->count == *size) {
        int64_t more = *size ? *size * 2 : 64;
        struct fs_agree_pair *bigger = realloc(out->pair, (size_t)more * sizeof *bigger);
        if (!bigger) return false;
        out->pair = bigger;
        *size = more;
    }
    out->pair[out->count++] = *pair;
    return true;
}

static bool worker_pairs(const struct pairing *p, int32_t worker, int32_t tasks_min, struct fs_agree_pairs *out,
                         int64_t *size) {
    const struct fs_answers *answers = p->answers;
    int64_t count = 0, room = 0;
    for (int64_t k = p->start[worker]; k < p->start[worker + 1]; k++)
        room += answers->start[p->task_of[p->at[k]] + 1] - p->at[k]; /* those after it have higher workers */
    struct common *common = malloc((size_t)(room + 1) * sizeof *common);
    if (!common) return false;
    for (int64_t k = p->start[worker]; k < p->start[worker + 1]; k++) {
        int64_t own = p->at[k], end = answers->start[p->task_of[own] + 1];
        for (int64_t i = own + 1; i < end; i++)
            if (answers->worker[i] > worker)
                common[count++] = (struct common){answers->worker[i], answers->label[own], answers->label[i]};
    }
    qsort(common, (size_t)count, sizeof *common, by_other);
    bool ok = true;
    for (int64_t first = 0, next; first < count && ok; first = next) {
        for (next = first; next < count && common[next].other == common[first].other;) next++;
        struct fs_agree_pair pair = {.a = worker, .b = common[first].other};
        if (next - first < tasks_min) continue;
        pair_measure(p, common + first, (int32_t)(next - first), &pair);
        ok = pair_add(out, size, &pair);
    }
    free(common);
    return ok;
}

static enum fs_status run(struct pairing *p, const struct fs_agree_options *options, int32_t tasks_min,
                          struct fs_scratch *s, struct fs_agree_pairs *out, struct fs_problem *problem) {
    const struct fs_answers *answers = p->answers;
    int32_t classes = answers->class_count;
    for (int64_t i = 0; i < answers->count; i++)
        if (answers->label[i] >= classes) classes = answers->label[i] + 1;
    if (classes > answers->class_count && (options->scale != FS_NOMINAL || options->weights > FS_WEIGHTS_NONE))
        return fs_refuse(problem, FS_INVALID, "Abstentions have no place on this scale; leave them out.");
    enum fs_status status = fs_agree_options_check(options, classes, problem);
    if (status == FS_OK) status = fs_distance_kappa(options, classes, s, &p->distance, problem);
    if (status != FS_OK) return status;
    p->start = fs_scratch_new(s, (int64_t)answers->worker_count + 1, sizeof *p->start);
    p->at = fs_scratch_new(s, answers->count, sizeof *p->at);
    p->task_of = fs_scratch_new(s, answers->count, sizeof *p->task_of);
    p->own = fs_scratch_new(s, classes, sizeof(double));
    p->other = fs_scratch_new(s, classes, sizeof(double));
    p->both = fs_scratch_new(s, classes, sizeof(double));
    if (s->failed) return FS_NO_MEMORY;
    for (int32_t c = 0; c < classes; c++) p->both[c] = 1;
    p->weight_sum = (double)classes * classes - fs_distance_mass(&p->distance, p->both);
    for (int64_t i = 0; i < answers->count; i++) p->start[answers->worker[i] + 1]++;
    for (int32_t w = 0; w < answers->worker_count; w++) p->start[w + 1] += p->start[w];
    for (int32_t t = 0; t < answers->task_count; t++)
        for (int64_t i = answers->start[t]; i < answers->start[t + 1]; i++) {
            p->task_of[i] = t;
            p->at[p->start[answers->worker[i]]++] = i;
        }
    memmove(p->start + 1, p->start, (size_t)answers->worker_count * sizeof *p->start);
    p->start[0] = 0;
    int64_t size = 0;
    for (int32_t w = 0; w < answers->worker_count; w++)
        if (!worker_pairs(p, w, tasks_min, out, &size)) return FS_NO_MEMORY;
    double weight = 0;
    for (int64_t i = 0; i < out->count; i++) {
        if (!out->pair[i].defined) continue;
        out->cohen_mean += out->pair[i].cohen * out->pair[i].tasks;
        weight += out->pair[i].tasks;
    }
    out->defined = weight > 0;
    if (out->defined) out->cohen_mean /= weight;
    return FS_OK;
}

enum fs_status fs_agree_pairs(const struct fs_answers *answers, const struct fs_agree_options *options,
                              int32_t tasks_min, struct fs_agree_pairs *pairs, struct fs_problem *problem) {
    static const struct fs_agree_options defaults;
    struct fs_scratch s = {0};
    struct pairing p = {.answers = answers};
    *pairs = (struct fs_agree_pairs){0};
    if (answers->count == 0) return fs_refuse(problem, FS_EMPTY, "There are no answers.");
    enum fs_status status = run(&p, options ? options : &defaults, tasks_min, &s, pairs, problem);
    fs_scratch_free(&s);
    if (status == FS_NO_MEMORY) fs_refuse(problem, status, "There is not enough memory for these answers.");
    if (status != FS_OK) fs_agree_pairs_free(pairs);
    return status;
}

void fs_agree_pairs_free(struct fs_agree_pairs *pairs) {
    free(pairs->pair);
    *pairs = (struct fs_agree_pairs){0};
}

/* --- sets --- */

static int common_members(const int32_t *a, int a_count, const int32_t *b, int b_count) {
    int common = 0;
    for (int i = 0, j = 0; i < a_count && j < b_count;) {
        common += a[i] == b[j];
        int32_t x = a[i], y = b[j];
        i += x <= y;
        j += y <= x;
    }
    return common;
}

double fs_jaccard_distance(const int32_t *a, int a_count, const int32_t *b, int b_count) {
    int common = common_members(a, a_count, b, b_count), all = a_count + b_count - common;
    return all == 0 ? 0 : 1 - (double)common / all;
}

double fs_masi_distance(const int32_t *a, int a_count, const int32_t *b, int b_count) {
    int common = common_members(a, a_count, b, b_count), least = a_count < b_count ? a_count : b_count;
    double monotonicity = a_count == b_count && common == a_count ? 1 : common == least ? 0.67 : common > 0 ? 0.33 : 0;
    return 1 - (1 - fs_jaccard_distance(a, a_count, b, b_count)) * monotonicity;
}
