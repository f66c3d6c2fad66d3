/* Spans of several workers: texts cut into pieces, Dawid and Skene's model over the pieces of all texts. */
#include <stdlib.h>
#include <string.h>

#include "shape_em.h"
#include "shape_match.h"

struct piece {
    int32_t task;
    int64_t begin, end;
};

struct cutting {
    const struct fs_spans *spans;
    struct marks marks;
    struct piece *piece;
    int64_t pieces, piece_size;
    /* answers of the pieces: worker and label; label `classes` is nothing */
    int64_t *start;
    int32_t *worker, *label;
    int64_t answers, answer_size;
    uint8_t *begins; /* per answer: the worker's span begins with this piece */
};

static int place_order(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static bool room(void *array, int64_t count, int64_t *size, size_t item) {
    void **pointer = array;
    if (count < *size) return true;
    int64_t more = *size ? *size * 2 : 256;
    void *bigger = realloc(*pointer, (size_t)more * item);
    if (!bigger) return false;
    *pointer = bigger;
    *size = more;
    return true;
}

/* The mark of a worker's that counts at a piece: the shortest, then the first; -1: none. */
static int32_t mark_at(const struct cutting *c, size_t from, size_t to, const struct piece *piece) {
    int32_t best = -1;
    for (size_t k = from; k < to; k++) {
        int32_t i = c->marks.order[k];
        const struct fs_spans *s = c->spans;
        if (s->label[i] < 0 || s->begin[i] > piece->begin || s->end[i] < piece->end) continue;
        if (best < 0 || s->end[i] - s->begin[i] < s->end[best] - s->begin[best]) best = i;
    }
    return best;
}

static bool answer_add(struct cutting *c, int32_t worker, int32_t label, bool begins) {
    int64_t a = c->answer_size, b = c->answer_size;
    if (!room(&c->worker, c->answers, &a, sizeof *c->worker) || !room(&c->label, c->answers, &b, sizeof *c->label) ||
        !room(&c->begins, c->answers, &c->answer_size, 1))
        return false;
    c->worker[c->answers] = worker;
    c->label[c->answers] = label;
    c->begins[c->answers++] = begins;
    return true;
}

static bool task_cut(struct cutting *c, int32_t task) {
    size_t begin = c->marks.start[task], end = c->marks.start[task + 1];
    int64_t *cut = malloc(((end - begin) * 2 + 1) * sizeof *cut), cuts = 0, kept = 0;
    bool ok = cut != NULL;
    for (size_t k = begin; ok && k < end; k++) {
        int32_t i = c->marks.order[k];
        if (c->spans->label[i] < 0) continue;
        cut[cuts++] = c->spans->begin[i];
        cut[cuts++] = c->spans->end[i];
    }
    if (ok) qsort(cut, (size_t)cuts, sizeof *cut, place_order);
    for (int64_t i = 0; i < cuts; i++)
        if (kept == 0 || cut[i] != cut[kept - 1]) cut[kept++] = cut[i];
    for (int64_t i = 0; ok && i + 1 < kept; i++) {
        struct piece piece = {task, cut[i], cut[i + 1]};
        ok = room(&c->piece, c->pieces, &c->piece_size, sizeof piece);
        if (!ok) break;
        c->piece[c->pieces++] = piece;
        for (size_t k = begin, next; k < end && ok; k = next) {
            next = fs_marks_end(&c->marks, k, end);
            int32_t mark = mark_at(c, k, next, &piece);
            ok =
                answer_add(c, c->spans->worker[c->marks.order[k]], mark < 0 ? c->spans->classes : c->spans->label[mark],
                           mark >= 0 && c->spans->begin[mark] == piece.begin);
        }
    }
    free(cut);
    return ok;
}

/* Whether a span of the label ends between pieces p and p + 1: most of those who gave it to both began anew. */
static bool parted(const struct cutting *c, int64_t p, int32_t label) {
    int begun = 0, both = 0;
    for (int64_t k = c->start[p]; k < c->start[p + 1]; k++)
        for (int64_t j = c->start[p + 1]; j < c->start[p + 2]; j++)
            if (c->worker[j] == c->worker[k] && c->label[j] == label && c->label[k] == label) {
                both++;
                begun += c->begins[j];
            }
    return begun * 2 > both;
}

static bool results_make(const struct cutting *c, const double *posterior, struct fs_span_fit *fit) {
    int32_t classes = c->spans->classes + 1;
    int64_t size = 0;
    for (int64_t p = 0, next; p < c->pieces; p = next) {
        const double *q = posterior + p * classes;
        int32_t best = c->spans->classes;
        for (int32_t k = 0; k < classes; k++)
            if (q[k] > q[best]) best = k;
        next = p + 1;
        if (best == c->spans->classes) continue;
        struct fs_span_result r = {c->piece[p].task, best, c->piece[p].begin, c->piece[p].end, 0};
        double sum = q[best] * (double)(r.end - r.begin);
        for (; next < c->pieces && c->piece[next].task == r.task && c->piece[next].begin == r.end; next++) {
            const double *n = posterior + next * classes;
            bool same = true;
            for (int32_t k = 0; k < classes; k++) same = same && n[k] <= n[best];
            if (!same || parted(c, next - 1, best)) break;
            sum += n[best] * (double)(c->piece[next].end - r.end);
            r.end = c->piece[next].end;
        }
        r.confidence = fmin(1, sum / (double)(r.end - r.begin));
        if (!room(&fit->result, fit->count, &size, sizeof r)) return false;
        fit->result[fit->count++] = r;
    }
    return true;
}

/* Marks that are results, by worker. */
static void workers_fill(const struct cutting *c, struct fs_span_fit *fit) {
    const struct fs_spans *s = c->spans;
    for (int64_t r = 0, from = 0; r < fit->count; from = r) {
        int32_t task = fit->result[from].task;
        while (r < fit->count && fit->result[r].task == task) r++;
        size_t end = c->marks.start[task + 1];
        for (size_t k = c->marks.start[task]; k < end; k = fs_marks_end(&c->marks, k, end))
            fit->worker[s->worker[c->marks.order[k]]].results += r - from;
        for (size_t k = c->marks.start[task]; k < end; k++) {
            int32_t i = c->marks.order[k];
            for (int64_t j = from; j < r; j++)
                if (s->label[i] == fit->result[j].label && s->begin[i] == fit->result[j].begin &&
                    s->end[i] == fit->result[j].end) {
                    fit->worker[s->worker[i]].matched++;
                    break;
                }
        }
    }
    for (int64_t i = 0; i < s->count; i++) fit->worker[s->worker[i]].marks += s->label[i] >= 0;
    for (int32_t w = 0; w < s->workers; w++) {
        struct fs_mark_worker *worker = &fit->worker[w];
        double all = (double)(worker->marks + worker->results);
        worker->f1 = all > 0 ? fmin(1, 2 * (double)worker->matched / all) : 1;
    }
}

static enum fs_status spans_check(const struct fs_spans *s, const struct marks *marks, struct fs_problem *problem) {
    enum fs_status status = fs_marks_check(marks, problem);
    if (status == FS_OK && s->classes > FS_SPAN_CLASSES_MAX)
        return fs_refuse(problem, FS_TOO_LARGE, "Spans have more than %d labels.", FS_SPAN_CLASSES_MAX);
    for (int64_t i = 0; status == FS_OK && i < s->count; i++)
        if (s->label[i] >= 0 && !(s->begin[i] >= 0 && s->begin[i] < s->end[i] && s->end[i] <= INT32_MAX))
            return fs_refuse(problem, FS_INVALID, "Span %lld is none: it begins at 0 or later and ends behind that.",
                             (long long)i + 1);
    return status;
}

static struct marks marks_of(const struct fs_spans *s) {
    return (struct marks){.count = s->count,
                          .tasks = s->tasks,
                          .workers = s->workers,
                          .classes = s->classes,
                          .task = s->task,
                          .worker = s->worker,
                          .label = s->label};
}

static enum fs_status tasks_check(const struct marks *m, struct fs_problem *problem) {
    for (int32_t t = 0; t < m->tasks; t++)
        if (m->start[t + 1] - m->start[t] > FS_SPANS_PER_TASK_MAX)
            return fs_refuse(problem, FS_TOO_LARGE, "The task of span %d has more than %d of them.",
                             m->order[m->start[t]] + 1, FS_SPANS_PER_TASK_MAX);
    return FS_OK;
}

static bool model(struct cutting *c, const struct fs_span_options *o, struct fs_scratch *s, struct fs_span_fit *fit) {
    int32_t classes = c->spans->classes + 1;
    struct em em = {.items = (int32_t)c->pieces, .workers = c->spans->workers, .classes = classes};
    double *times = fs_scratch_new(s, c->pieces, sizeof *times);
    c->start = fs_scratch_new(s, c->pieces + 1, sizeof *c->start);
    em.posterior = fs_scratch_new(s, c->pieces * classes, sizeof(double));
    em.confusion = fs_scratch_new(s, (int64_t)em.workers * classes * classes, sizeof(double));
    em.prior = fs_scratch_new(s, classes, sizeof(double));
    if (s->failed) return false;
    for (int64_t p = 0, answer = 0; p < c->pieces; p++) {
        size_t begin = c->marks.start[c->piece[p].task], end = c->marks.start[c->piece[p].task + 1];
        for (size_t k = begin; k < end; k = fs_marks_end(&c->marks, k, end)) answer++;
        c->start[p + 1] = answer;
        times[p] = o->by_length ? (double)(c->piece[p].end - c->piece[p].begin) : 1;
    }
    em.times = times;
    em.start = c->start;
    em.worker = c->worker;
    em.label = c->label;
    if (!fs_items_em(&em) || !results_make(c, em.posterior, fit)) return false;
    fit->iterations = em.iterations;
    return true;
}

enum fs_status fs_spans_merge(const struct fs_spans *spans, const struct fs_span_options *options,
                              struct fs_span_fit **fit, struct fs_problem *problem) {
    static const struct fs_span_options defaults;
    struct fs_scratch s = {0};
    struct cutting c = {.spans = spans, .marks = marks_of(spans)};
    *fit = NULL;
    enum fs_status status = spans_check(spans, &c.marks, problem);
    if (status != FS_OK) return status;
    struct fs_span_fit *out = fs_calloc(1, sizeof *out);
    bool ok = out && fs_marks_sort(&c.marks, &s) && (out->worker = fs_calloc(spans->workers, sizeof *out->worker));
    if (ok) status = tasks_check(&c.marks, problem);
    for (int32_t t = 0; ok && status == FS_OK && t < spans->tasks; t++) ok = task_cut(&c, t);
    if (ok && status == FS_OK) {
        out->worker_count = spans->workers;
        ok = c.pieces < INT32_MAX && model(&c, options ? options : &defaults, &s, out);
        if (ok) workers_fill(&c, out);
    }
    if (!ok) status = fs_refuse(problem, FS_NO_MEMORY, "There is not enough memory for these spans.");
    free(c.piece);
    free(c.worker);
    free(c.label);
    free(c.begins);
    fs_scratch_free(&s);
    if (status == FS_OK)
        *fit = out;
    else
        fs_span_fit_free(out);
    return status;
}

void fs_span_fit_free(struct fs_span_fit *fit) {
    if (!fit) return;
    free(fit->result);
    free(fit->worker);
    free(fit);
}

/* --- agreement --- */

/* Length of what a worker marked with a class, overlaps once: spans sorted by begin. */
static int64_t length_marked(const struct fs_spans *s, const int32_t *at, int64_t count) {
    int64_t length = 0, reached = 0;
    for (int64_t i = 0; i < count; i++) {
        int64_t from = s->begin[at[i]] > reached ? s->begin[at[i]] : reached;
        if (s->end[at[i]] > from) length += s->end[at[i]] - from;
        if (s->end[at[i]] > reached) reached = s->end[at[i]];
    }
    return length;
}

static void by_begin(const struct fs_spans *s, int32_t *at, int64_t count) {
    for (int64_t gap = count / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11)
        for (int64_t i = gap; i < count; i++) {
            int32_t item = at[i];
            int64_t k = i;
            for (; k >= gap && (s->begin[at[k - gap]] > s->begin[item] ||
                                (s->begin[at[k - gap]] == s->begin[item] && s->end[at[k - gap]] > s->end[item]));
                 k -= gap)
                at[k] = at[k - gap];
            at[k] = item;
        }
}

static int64_t of_class(const struct fs_spans *s, const struct marks *m, size_t from, size_t to, int32_t class,
                        int32_t *out) {
    int64_t count = 0;
    for (size_t k = from; k < to; k++)
        if (s->label[m->order[k]] == class) out[count++] = m->order[k];
    by_begin(s, out, count);
    return count;
}

/* x, y: the spans of both in order; all: room for both. */
static void pair_match(const struct fs_spans *s, const int32_t *x, const int32_t *y, int32_t *all,
                       struct match *match) {
    for (int64_t i = 0, j = 0; i < match->a_marks && j < match->b_marks;) {
        int64_t a = s->begin[x[i]], b = s->begin[y[j]], c = s->end[x[i]], d = s->end[y[j]];
        match->matched += a == b && c == d;
        bool x_first = a < b || (a == b && c <= d), y_first = b < a || (a == b && d <= c);
        i += x_first;
        j += y_first;
    }
    memcpy(all, x, (size_t)match->a_marks * sizeof *all);
    memcpy(all + match->a_marks, y, (size_t)match->b_marks * sizeof *all);
    by_begin(s, all, match->a_marks + match->b_marks);
    int64_t own = length_marked(s, x, match->a_marks), other = length_marked(s, y, match->b_marks);
    int64_t either = length_marked(s, all, match->a_marks + match->b_marks);
    match->overlap = 2 * (double)(own + other - either);
    match->overlap_of = (double)(own + other);
}

static void task_agree(const struct fs_spans *s, const struct marks *m, int32_t task, struct match_sums *sums,
                       int32_t *classes, uint8_t *listed, int32_t *lists) {
    size_t begin = m->start[task], end = m->start[task + 1];
    int32_t count = 0, *x = lists, *y = lists + (end - begin), *all = lists + 2 * (end - begin);
    for (size_t k = begin; k < end; k++) {
        int32_t label = s->label[m->order[k]];
        if (label < 0 || listed[label]) continue;
        listed[label] = 1;
        classes[count++] = label;
    }
    for (size_t a = begin, a_end; a < end; a = a_end) {
        a_end = fs_marks_end(m, a, end);
        for (size_t b = a_end, b_end; b < end; b = b_end) {
            b_end = fs_marks_end(m, b, end);
            int32_t one = s->worker[m->order[a]], other = s->worker[m->order[b]];
            fs_matches_pair(sums, task, one, other);
            for (int32_t c = 0; c < count; c++) {
                struct match match = {.task = task, .a = one, .b = other, .class = classes[c]};
                match.a_marks = of_class(s, m, a, a_end, classes[c], x);
                match.b_marks = of_class(s, m, b, b_end, classes[c], y);
                pair_match(s, x, y, all, &match);
                fs_matches_add(sums, &match);
            }
        }
    }
    for (int32_t c = 0; c < count; c++) listed[classes[c]] = 0;
}

enum fs_status fs_spans_agree(const struct fs_spans *spans, struct fs_matches **matches, struct fs_problem *problem) {
    struct fs_scratch s = {0};
    struct marks marks = marks_of(spans);
    struct match_sums sums = {0};
    *matches = NULL;
    enum fs_status status = spans_check(spans, &marks, problem);
    if (status != FS_OK) return status;
    int32_t *classes = fs_scratch_new(&s, spans->classes, sizeof *classes);
    uint8_t *listed = fs_scratch_new(&s, spans->classes, 1);
    int32_t *lists = fs_scratch_new(&s, spans->count * 4, sizeof *lists);
    bool ok = fs_marks_sort(&marks, &s) && fs_matches_new(&marks, &s, &sums) && !s.failed;
    if (ok) status = tasks_check(&marks, problem);
    for (int32_t t = 0; ok && status == FS_OK && t < spans->tasks; t++)
        task_agree(spans, &marks, t, &sums, classes, listed, lists);
    if (ok && status == FS_OK) {
        fs_matches_finish(&sums);
        *matches = sums.matches;
    } else {
        fs_matches_free(sums.matches);
        if (!ok) status = fs_refuse(problem, FS_NO_MEMORY, "There is not enough memory for these spans.");
    }
    fs_scratch_free(&s);
    return status;
}
