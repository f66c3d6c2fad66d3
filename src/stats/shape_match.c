/* Marks by task and worker, pairwise agreement. */
#include "shape_match.h"

#include <stdlib.h>

#include "numeric.h"

enum fs_status fs_marks_check(const struct marks *m, struct fs_problem *problem) {
    if (m->count == 0) return fs_refuse(problem, FS_EMPTY, "There are no marks.");
    if (m->count > INT32_MAX) return fs_refuse(problem, FS_TOO_LARGE, "There are more than %d marks.", INT32_MAX);
    for (int64_t i = 0; i < m->count; i++)
        if (m->task[i] < 0 || m->task[i] >= m->tasks || m->worker[i] < 0 || m->worker[i] >= m->workers ||
            m->label[i] < FS_ABSTAINED || m->label[i] >= m->classes)
            return fs_refuse(problem, FS_INVALID, "Mark %lld has a task, worker or label outside of the counts.",
                             (long long)i + 1);
    return FS_OK;
}

bool fs_marks_sort(struct marks *m, struct fs_scratch *s) {
    int32_t *by_worker = fs_scratch_new(s, m->count, sizeof *by_worker),
            *task = fs_scratch_new(s, m->count, sizeof *task);
    size_t *worker_start = fs_scratch_new(s, (int64_t)m->workers + 1, sizeof *worker_start);
    m->start = fs_scratch_new(s, (int64_t)m->tasks + 1, sizeof *m->start);
    m->order = fs_scratch_new(s, m->count, sizeof *m->order);
    if (s->failed) return false;
    fs_group_by(m->worker, (size_t)m->count, m->workers, worker_start, by_worker);
    for (int64_t i = 0; i < m->count; i++) task[i] = m->task[by_worker[i]];
    fs_group_by(task, (size_t)m->count, m->tasks, m->start, m->order);
    for (int64_t i = 0; i < m->count; i++) m->order[i] = by_worker[m->order[i]];
    return true;
}

size_t fs_marks_end(const struct marks *m, size_t k, size_t end) {
    size_t next = k + 1;
    while (next < end && m->worker[m->order[next]] == m->worker[m->order[k]]) next++;
    return next;
}

bool fs_matches_new(const struct marks *marks, struct fs_scratch *s, struct match_sums *sums) {
    struct fs_matches *m = fs_calloc(1, sizeof *m);
    *sums = (struct match_sums){.matches = m};
    sums->task = fs_scratch_new(s, (int64_t)marks->tasks * 2, sizeof(double));
    sums->worker = fs_scratch_new(s, (int64_t)marks->workers * 2, sizeof(double));
    sums->class = fs_scratch_new(s, (int64_t)marks->classes * 2, sizeof(double));
    if (!m) return false;
    m->task_count = marks->tasks;
    m->worker_count = marks->workers;
    m->class_count = marks->classes;
    m->by_task = fs_calloc(marks->tasks, sizeof *m->by_task);
    m->by_worker = fs_calloc(marks->workers, sizeof *m->by_worker);
    m->by_class = fs_calloc(marks->classes, sizeof *m->by_class);
    return !s->failed && m->by_task && m->by_worker && m->by_class;
}

void fs_matches_pair(struct match_sums *sums, int32_t task, int32_t a, int32_t b) {
    struct fs_matches *m = sums->matches;
    m->all.pairs++;
    m->by_task[task].pairs++;
    m->by_worker[a].pairs++;
    m->by_worker[b].pairs++;
}

static void row_add(struct fs_match_row *row, double *sums, const struct match *match) {
    row->marks += match->a_marks + match->b_marks;
    row->matched += 2 * match->matched;
    sums[0] += match->overlap;
    sums[1] += match->overlap_of;
}

void fs_matches_add(struct match_sums *sums, const struct match *match) {
    struct fs_matches *m = sums->matches;
    row_add(&m->all, sums->all, match);
    row_add(&m->by_task[match->task], sums->task + (int64_t)match->task * 2, match);
    row_add(&m->by_worker[match->a], sums->worker + (int64_t)match->a * 2, match);
    row_add(&m->by_worker[match->b], sums->worker + (int64_t)match->b * 2, match);
    row_add(&m->by_class[match->class], sums->class + (int64_t)match->class * 2, match);
    m->by_class[match->class].pairs++;
}

static void row_finish(struct fs_match_row *row, const double *sums) {
    row->defined = row->marks > 0;
    if (row->defined) row->f1 = (double)row->matched / (double)row->marks;
    if (sums[1] > 0) row->overlap = sums[0] / sums[1];
}

void fs_matches_finish(struct match_sums *sums) {
    struct fs_matches *m = sums->matches;
    row_finish(&m->all, sums->all);
    for (int64_t i = 0; i < m->task_count; i++) row_finish(&m->by_task[i], sums->task + i * 2);
    for (int64_t i = 0; i < m->worker_count; i++) row_finish(&m->by_worker[i], sums->worker + i * 2);
    for (int64_t i = 0; i < m->class_count; i++) row_finish(&m->by_class[i], sums->class + i * 2);
}

void fs_matches_free(struct fs_matches *matches) {
    if (!matches) return;
    free(matches->by_task);
    free(matches->by_worker);
    free(matches->by_class);
    free(matches);
}
