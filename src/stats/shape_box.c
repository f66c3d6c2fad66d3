/* Boxes of several workers: pairs that overlap, best first, join into clusters. */
#include <stdlib.h>
#include <string.h>

#include "fs_number.h"
#include "shape_match.h"

enum { ROUNDS = 3 };

double fs_box_iou(const struct fs_box *a, const struct fs_box *b) {
    double width = fmin(a->x + a->width, b->x + b->width) - fmax(a->x, b->x);
    double height = fmin(a->y + a->height, b->y + b->height) - fmax(a->y, b->y);
    if (!(width > 0) || !(height > 0)) return 0;
    double common = width * height;
    return common / (a->width * a->height + b->width * b->height - common);
}

/* Two boxes of a task, by place in its order. */
struct overlap {
    int32_t a, b;
    double iou;
};

static int overlap_order(const void *x, const void *y) {
    const struct overlap *a = x, *b = y;
    if (a->iou != b->iou) return a->iou > b->iou ? -1 : 1;
    return a->a != b->a ? (a->a > b->a) - (a->a < b->a) : (a->b > b->b) - (a->b < b->b);
}

struct merging {
    const struct fs_boxes *boxes;
    struct marks marks;
    double iou, share;
    double *weight; /* per worker */
    struct fs_box_fit *fit;
    int64_t size; /* of results */
};

/* One task: boxes without abstentions. */
struct task {
    int32_t number, count, seen;
    int32_t *box, *cluster, *next, *last; /* clusters are chains of places; cluster[i]: the first of i's */
    double seen_weight;
    struct overlap *overlap;
    int64_t overlaps;
};

static bool task_begin(const struct merging *m, int32_t number, struct fs_scratch *s, struct task *t) {
    size_t begin = m->marks.start[number], end = m->marks.start[number + 1];
    int64_t size = 0, most = (int64_t)(end - begin);
    *t = (struct task){.number = number};
    t->box = fs_scratch_new(s, most, sizeof *t->box);
    t->cluster = fs_scratch_new(s, most, sizeof *t->cluster);
    t->next = fs_scratch_new(s, most, sizeof *t->next);
    t->last = fs_scratch_new(s, most, sizeof *t->last);
    if (s->failed) return false;
    for (size_t k = begin; k < end; k = fs_marks_end(&m->marks, k, end)) {
        t->seen++;
        t->seen_weight += m->weight[m->boxes->worker[m->marks.order[k]]];
    }
    for (size_t k = begin; k < end; k++)
        if (m->boxes->label[m->marks.order[k]] >= 0) t->box[t->count++] = m->marks.order[k];
    for (int32_t i = 0; i < t->count; i++) {
        t->cluster[i] = t->last[i] = i;
        t->next[i] = -1;
        for (int32_t j = 0; j < i; j++) {
            if (m->boxes->worker[t->box[i]] == m->boxes->worker[t->box[j]]) continue;
            double iou = fs_box_iou(&m->boxes->box[t->box[i]], &m->boxes->box[t->box[j]]);
            if (iou < m->iou) continue;
            if (t->overlaps == size) {
                struct overlap *bigger = realloc(t->overlap, (size_t)(size ? size * 2 : 64) * sizeof *bigger);
                if (!bigger) return false;
                t->overlap = bigger;
                size = size ? size * 2 : 64;
            }
            t->overlap[t->overlaps++] = (struct overlap){j, i, iou};
        }
    }
    if (t->overlaps) qsort(t->overlap, (size_t)t->overlaps, sizeof *t->overlap, overlap_order);
    return true;
}

/* Whether two clusters share no worker and overlap by enough on average. */
static bool may_join(const struct merging *m, const struct task *t, int32_t a, int32_t b) {
    double sum = 0;
    int64_t count = 0;
    for (int32_t i = a; i >= 0; i = t->next[i])
        for (int32_t j = b; j >= 0; j = t->next[j]) {
            if (m->boxes->worker[t->box[i]] == m->boxes->worker[t->box[j]]) return false;
            sum += fs_box_iou(&m->boxes->box[t->box[i]], &m->boxes->box[t->box[j]]);
            count++;
        }
    return sum >= m->iou * (double)count;
}

static void clusters_make(const struct merging *m, struct task *t) {
    for (int64_t k = 0; k < t->overlaps; k++) {
        int32_t a = t->cluster[t->overlap[k].a], b = t->cluster[t->overlap[k].b];
        if (a == b || !may_join(m, t, a, b)) continue;
        for (int32_t i = b; i >= 0; i = t->next[i]) t->cluster[i] = a;
        t->next[t->last[a]] = b;
        t->last[a] = t->last[b];
    }
}

static double edge_of(const struct fs_box *b, int edge) {
    return edge == 0 ? b->x : edge == 1 ? b->y : edge == 2 ? b->x + b->width : b->y + b->height;
}

/* The result of a cluster; scratch arrays are as long as the task's boxes and the classes. */
static void cluster_result(const struct merging *m, const struct task *t, int32_t first, struct fs_weighted *values,
                           double *votes, struct fs_box_result *r) {
    double edge[4], weight = 0;
    *r = (struct fs_box_result){.task = t->number, .seen = t->seen, .label = -1};
    for (int e = 0; e < 4; e++) {
        int64_t count = 0;
        for (int32_t i = first; i >= 0; i = t->next[i])
            values[count++] =
                (struct fs_weighted){edge_of(&m->boxes->box[t->box[i]], e), m->weight[m->boxes->worker[t->box[i]]]};
        edge[e] = fs_weighted_median(values, count);
    }
    for (int32_t i = first; i >= 0; i = t->next[i]) {
        double w = m->weight[m->boxes->worker[t->box[i]]];
        votes[m->boxes->label[t->box[i]]] += w;
        weight += w;
        r->votes++;
    }
    for (int32_t i = first; i >= 0; i = t->next[i]) {
        int32_t label = m->boxes->label[t->box[i]];
        if (r->label < 0 || votes[label] > votes[r->label] || (votes[label] == votes[r->label] && label < r->label))
            r->label = label;
    }
    for (int32_t i = first; i >= 0; i = t->next[i]) votes[m->boxes->label[t->box[i]]] = 0;
    r->box = (struct fs_box){edge[0], edge[1], edge[2] - edge[0], edge[3] - edge[1]};
    r->share = t->seen_weight > 0 ? weight / t->seen_weight : 0;
    for (int32_t i = first; i >= 0; i = t->next[i]) r->iou += fs_box_iou(&r->box, &m->boxes->box[t->box[i]]) / r->votes;
}

static bool result_add(struct merging *m, const struct fs_box_result *r, int64_t first) {
    if (m->fit->count == m->size) {
        int64_t more = m->size ? m->size * 2 : 64;
        struct fs_box_result *bigger = realloc(m->fit->result, (size_t)more * sizeof *bigger);
        if (!bigger) return false;
        m->fit->result = bigger;
        m->size = more;
    }
    int64_t at = m->fit->count++;
    for (; at > first && m->fit->result[at - 1].share < r->share; at--) m->fit->result[at] = m->fit->result[at - 1];
    m->fit->result[at] = *r;
    return true;
}

static bool task_merge(struct merging *m, int32_t number) {
    struct fs_scratch s = {0};
    struct task t = {0};
    bool ok = task_begin(m, number, &s, &t);
    struct fs_weighted *values = fs_scratch_new(&s, t.count, sizeof *values);
    double *votes = fs_scratch_new(&s, m->boxes->classes, sizeof *votes);
    ok = ok && !s.failed;
    if (ok) clusters_make(m, &t);
    int64_t first = m->fit->count;
    int64_t kept = 0;
    for (int32_t i = 0; ok && i < t.count; i++) {
        struct fs_box_result r;
        if (t.cluster[i] != i) continue;
        cluster_result(m, &t, i, values, votes, &r);
        if (r.share <= m->share * (1 + 1e-12)) continue;
        ok = result_add(m, &r, first);
        kept++;
        for (int32_t k = i; k >= 0; k = t.next[k]) m->fit->worker[m->boxes->worker[t.box[k]]].matched++;
    }
    for (size_t k = m->marks.start[number], end = m->marks.start[number + 1]; k < end;
         k = fs_marks_end(&m->marks, k, end))
        m->fit->worker[m->boxes->worker[m->marks.order[k]]].results += kept;
    for (int32_t i = 0; i < t.count; i++) m->fit->worker[m->boxes->worker[t.box[i]]].marks++;
    free(t.overlap);
    fs_scratch_free(&s);
    return ok;
}

static enum fs_status boxes_check(const struct fs_boxes *b, const struct marks *marks, struct fs_problem *problem) {
    enum fs_status status = fs_marks_check(marks, problem);
    for (int64_t i = 0; status == FS_OK && i < b->count; i++) {
        const struct fs_box *box = &b->box[i];
        if (b->label[i] < 0) continue;
        bool finite = fabs(box->x) <= 1e9 && fabs(box->y) <= 1e9 && box->width <= 1e9 && box->height <= 1e9;
        if (!finite || !(box->width > 0) || !(box->height > 0))
            return fs_refuse(problem, FS_INVALID,
                             "Box %lld is none: its place is up to 1e9, its width and height above 0 and up to 1e9.",
                             (long long)i + 1);
    }
    return status;
}

static enum fs_status tasks_check(const struct marks *m, int64_t most, const char *what, struct fs_problem *problem) {
    for (int32_t t = 0; t < m->tasks; t++)
        if ((int64_t)(m->start[t + 1] - m->start[t]) > most)
            return fs_refuse(problem, FS_TOO_LARGE, "The task of %s %d has more than %lld of them.", what,
                             m->order[m->start[t]] + 1, (long long)most);
    return FS_OK;
}

static struct marks marks_of(const struct fs_boxes *b) {
    return (struct marks){.count = b->count,
                          .tasks = b->tasks,
                          .workers = b->workers,
                          .classes = b->classes,
                          .task = b->task,
                          .worker = b->worker,
                          .label = b->label};
}

static enum fs_status merge(struct merging *m, bool equal, struct fs_scratch *s, struct fs_problem *problem) {
    m->weight = fs_scratch_new(s, m->boxes->workers, sizeof *m->weight);
    m->fit->worker_count = m->boxes->workers;
    m->fit->worker = fs_calloc(m->boxes->workers, sizeof *m->fit->worker);
    if (s->failed || !m->fit->worker || !fs_marks_sort(&m->marks, s)) return FS_NO_MEMORY;
    enum fs_status status = tasks_check(&m->marks, FS_BOXES_PER_TASK_MAX, "box", problem);
    if (status != FS_OK) return status;
    for (int32_t w = 0; w < m->boxes->workers; w++) m->weight[w] = 1;
    for (int round = 0; round < (equal ? 1 : ROUNDS); round++) {
        m->fit->count = 0;
        memset(m->fit->worker, 0, (size_t)m->boxes->workers * sizeof *m->fit->worker);
        for (int32_t t = 0; t < m->boxes->tasks; t++)
            if (!task_merge(m, t)) return FS_NO_MEMORY;
        for (int32_t w = 0; w < m->boxes->workers; w++) {
            struct fs_mark_worker *worker = &m->fit->worker[w];
            double all = (double)(worker->marks + worker->results);
            worker->f1 = all > 0 ? 2 * (double)worker->matched / all : 1;
            /* As from two more marks of which one agrees; never without any weight. */
            m->weight[w] = fmax(0.05, (2 * (double)worker->matched + 1) / (all + 2));
        }
    }
    return FS_OK;
}

enum fs_status fs_boxes_merge(const struct fs_boxes *boxes, const struct fs_box_options *options,
                              struct fs_box_fit **fit, struct fs_problem *problem) {
    static const struct fs_box_options defaults;
    if (!options) options = &defaults;
    struct fs_scratch s = {0};
    struct merging m = {.boxes = boxes, .marks = marks_of(boxes), .iou = options->iou, .share = options->share};
    *fit = NULL;
    if (m.iou == 0) m.iou = 0.5;
    if (m.share == 0) m.share = 0.5;
    if (!(m.iou > 0 && m.iou <= 1) || !(m.share > 0 && m.share < 1))
        return fs_refuse(problem, FS_INVALID, "Overlap and share lie between 0 and 1.");
    enum fs_status status = boxes_check(boxes, &m.marks, problem);
    if (status != FS_OK) return status;
    m.fit = fs_calloc(1, sizeof *m.fit);
    status = m.fit ? merge(&m, options->equal, &s, problem) : FS_NO_MEMORY;
    fs_scratch_free(&s);
    if (status == FS_NO_MEMORY) fs_refuse(problem, status, "There is not enough memory for these boxes.");
    if (status == FS_OK)
        *fit = m.fit;
    else
        fs_box_fit_free(m.fit);
    return status;
}

void fs_box_fit_free(struct fs_box_fit *fit) {
    if (!fit) return;
    free(fit->result);
    free(fit->worker);
    free(fit);
}

/* --- agreement --- */

/* Boxes of two workers, one class, matched best first. */
static bool pair_match(const struct fs_boxes *boxes, const struct marks *marks, size_t a, size_t a_end, size_t b,
                       size_t b_end, double least, struct match *match) {
    struct overlap *overlap = malloc(((a_end - a) * (b_end - b) + 1) * sizeof *overlap);
    uint8_t *taken = calloc(a_end - a + b_end - b + 1, 1);
    int64_t count = 0;
    if (!overlap || !taken) {
        free(overlap);
        free(taken);
        return false;
    }
    for (size_t i = a; i < a_end; i++) match->a_marks += boxes->label[marks->order[i]] == match->class;
    for (size_t j = b; j < b_end; j++) match->b_marks += boxes->label[marks->order[j]] == match->class;
    for (size_t i = a; i < a_end; i++)
        for (size_t j = b; j < b_end; j++) {
            int32_t x = marks->order[i], y = marks->order[j];
            if (boxes->label[x] != match->class || boxes->label[y] != match->class) continue;
            double iou = fs_box_iou(&boxes->box[x], &boxes->box[y]);
            if (iou >= least) overlap[count++] = (struct overlap){(int32_t)(i - a), (int32_t)(a_end - a + j - b), iou};
        }
    qsort(overlap, (size_t)count, sizeof *overlap, overlap_order);
    for (int64_t k = 0; k < count; k++) {
        if (taken[overlap[k].a] || taken[overlap[k].b]) continue;
        taken[overlap[k].a] = taken[overlap[k].b] = 1;
        match->matched++;
        match->overlap += overlap[k].iou;
        match->overlap_of += 1;
    }
    free(overlap);
    free(taken);
    return true;
}

static bool task_agree(const struct fs_boxes *boxes, const struct marks *marks, int32_t task, double least,
                       struct match_sums *sums, int32_t *classes, uint8_t *listed) {
    size_t begin = marks->start[task], end = marks->start[task + 1];
    int32_t count = 0;
    bool ok = true;
    for (size_t k = begin; k < end; k++) {
        int32_t label = boxes->label[marks->order[k]];
        if (label < 0 || listed[label]) continue;
        listed[label] = 1;
        classes[count++] = label;
    }
    for (size_t a = begin, a_end; a < end && ok; a = a_end) {
        a_end = fs_marks_end(marks, a, end);
        for (size_t b = a_end, b_end; b < end && ok; b = b_end) {
            b_end = fs_marks_end(marks, b, end);
            int32_t x = boxes->worker[marks->order[a]], y = boxes->worker[marks->order[b]];
            fs_matches_pair(sums, task, x, y);
            for (int32_t c = 0; c < count && ok; c++) {
                struct match match = {.task = task, .a = x, .b = y, .class = classes[c]};
                ok = pair_match(boxes, marks, a, a_end, b, b_end, least, &match);
                if (ok) fs_matches_add(sums, &match);
            }
        }
    }
    for (int32_t c = 0; c < count; c++) listed[classes[c]] = 0;
    return ok;
}

enum fs_status fs_boxes_agree(const struct fs_boxes *boxes, double iou, struct fs_matches **matches,
                              struct fs_problem *problem) {
    struct fs_scratch s = {0};
    struct marks marks = marks_of(boxes);
    struct match_sums sums = {0};
    *matches = NULL;
    if (iou == 0) iou = 0.5;
    if (!(iou > 0 && iou <= 1)) return fs_refuse(problem, FS_INVALID, "The overlap lies between 0 and 1.");
    enum fs_status status = boxes_check(boxes, &marks, problem);
    if (status != FS_OK) return status;
    int32_t *classes = fs_scratch_new(&s, boxes->classes, sizeof *classes);
    uint8_t *listed = fs_scratch_new(&s, boxes->classes, 1);
    bool ok = fs_marks_sort(&marks, &s) && fs_matches_new(&marks, &s, &sums) && !s.failed;
    if (ok) status = tasks_check(&marks, FS_BOXES_PER_TASK_MAX, "box", problem);
    for (int32_t t = 0; status == FS_OK && ok && t < boxes->tasks; t++)
        ok = task_agree(boxes, &marks, t, iou, &sums, classes, listed);
    if (ok && status == FS_OK) {
        fs_matches_finish(&sums);
        *matches = sums.matches;
    } else {
        fs_matches_free(sums.matches);
        if (!ok) status = fs_refuse(problem, FS_NO_MEMORY, "There is not enough memory for these boxes.");
    }
    fs_scratch_free(&s);
    return status;
}
