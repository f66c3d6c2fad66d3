/* Boxes and spans from rows. */
#include "cli/marks.h"

#include <stdlib.h>

void mark_rows_free(struct mark_rows *m) {
    who_free(&m->who);
    columns_free(&m->columns);
    fs_names_free(&m->labels);
    free(m->label);
    free(m->box);
    free(m->begin);
    free(m->end);
}

/* The row's numbers, by place of their columns; *given: none is missing, or all are. */
static bool numbers_read(struct rows *rows, const struct mark_rows *m, int first, int count, double *out, bool *given) {
    int there = 0;
    for (int i = 0; i < count; i++) {
        bool one;
        if (!rows_number(rows, m->columns.name[first + i], &out[i], &one)) return false;
        there += one;
    }
    *given = there == count;
    if (there == 0 || there == count) return true;
    for (int i = 0; i < count; i++)
        if (!rows_needed(rows, m->columns.name[first + i])) return false;
    return false;
}

/* Task, worker and label of the row; without numbers it says that the worker saw the task. */
static bool mark_begin(struct rows *rows, struct mark_rows *m, bool given) {
    if (!who_add(rows, &m->columns, &m->who)) return false;
    int64_t at = m->who.count - 1;
    m->label = grown(m->label, at, &m->label_size, sizeof *m->label);
    m->label[at] = FS_ABSTAINED;
    if (!given)
        return json_object_get(rows->data, m->columns.name[3]) || rows->count > 1 ||
               rows_needed(rows, m->columns.name[3]);
    const char *label = rows_text(rows, m->columns.name[2]);
    m->label[at] = rows_name(rows, &m->labels, label ? label : "");
    return m->label[at] >= 0;
}

bool box_row(struct rows *rows, void *arg) {
    struct mark_rows *m = arg;
    double n[4] = {0, 0, 1, 1};
    bool given;
    if (!numbers_read(rows, m, 3, 4, n, &given) || !mark_begin(rows, m, given)) return false;
    if (given && !(n[2] > 0 && n[3] > 0)) return rows_wrong(rows, "width and height of a box are above 0.");
    m->box = grown(m->box, m->who.count - 1, &m->box_size, sizeof *m->box);
    m->box[m->who.count - 1] = (struct fs_box){n[0], n[1], n[2], n[3]};
    return true;
}

bool span_row(struct rows *rows, void *arg) {
    struct mark_rows *m = arg;
    double n[2] = {0, 1};
    bool given;
    if (!numbers_read(rows, m, 3, 2, n, &given) || !mark_begin(rows, m, given)) return false;
    if (given && !(n[0] >= 0 && n[0] < n[1] && n[1] <= INT32_MAX && n[0] == (double)(int64_t)n[0] &&
                   n[1] == (double)(int64_t)n[1]))
        return rows_wrong(rows, "a span has whole numbers, begins at 0 or later and ends behind its begin.");
    int64_t at = m->who.count - 1;
    m->begin = grown(m->begin, at, &m->begin_size, sizeof *m->begin);
    m->end = grown(m->end, at, &m->end_size, sizeof *m->end);
    m->begin[at] = (int64_t)n[0];
    m->end[at] = (int64_t)n[1];
    return true;
}

struct fs_boxes marks_boxes(const struct mark_rows *m) {
    return (struct fs_boxes){
        m->who.count, m->who.tasks.count, m->who.workers.count, m->labels.count, m->who.task, m->who.worker, m->label,
        m->box};
}

struct fs_spans marks_spans(const struct mark_rows *m) {
    return (struct fs_spans){m->who.count,    m->who.tasks.count, m->who.workers.count,
                             m->labels.count, m->who.task,        m->who.worker,
                             m->label,        m->begin,           m->end};
}
