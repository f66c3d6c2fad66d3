/* EM of Dawid and Skene 1979 with a weak prior on workers: right rather than wrong, so that labels cannot swap. */
#include "shape_em.h"

#include <string.h>

static const double RIGHT = 4, WRONG = 1, TOLERANCE = 1e-7;
enum { ITERATIONS_MAX = 200 };

static void votes(struct em *em) {
    for (int32_t i = 0; i < em->items; i++) {
        double *p = em->posterior + (int64_t)i * em->classes, all = (double)(em->start[i + 1] - em->start[i]);
        for (int64_t k = em->start[i]; k < em->start[i + 1]; k++) p[em->label[k]] += 1 / all;
        for (int32_t c = 0; all == 0 && c < em->classes; c++) p[c] = 1.0 / em->classes;
    }
}

static void maximise(struct em *em) {
    int32_t classes = em->classes;
    double total = 0;
    for (int64_t i = 0; i < (int64_t)em->workers * classes * classes; i++) {
        bool right = i / classes % classes == i % classes;
        em->confusion[i] = right ? RIGHT : WRONG / (classes > 1 ? classes - 1 : 1);
    }
    for (int32_t c = 0; c < classes; c++) em->prior[c] = 1;
    for (int32_t i = 0; i < em->items; i++) {
        const double *p = em->posterior + (int64_t)i * classes;
        for (int32_t c = 0; c < classes; c++) em->prior[c] += em->times[i] * p[c];
        for (int64_t k = em->start[i]; k < em->start[i + 1]; k++)
            for (int32_t c = 0; c < classes; c++)
                em->confusion[((int64_t)em->worker[k] * classes + c) * classes + em->label[k]] += em->times[i] * p[c];
    }
    for (int32_t c = 0; c < classes; c++) total += em->prior[c];
    for (int32_t c = 0; c < classes; c++) em->prior[c] /= total;
    for (int64_t row = 0; row < (int64_t)em->workers * classes; row++) {
        double *r = em->confusion + row * classes, sum = 0;
        for (int32_t c = 0; c < classes; c++) sum += r[c];
        for (int32_t c = 0; c < classes; c++) r[c] /= sum;
    }
}

/* Returns the largest change of a posterior. */
static double expect(struct em *em, const double *log_confusion, double *log_p) {
    int32_t classes = em->classes;
    double change = 0;
    for (int32_t i = 0; i < em->items; i++) {
        double *p = em->posterior + (int64_t)i * classes, most = -INFINITY, sum = 0;
        for (int32_t c = 0; c < classes; c++) log_p[c] = log(em->prior[c]);
        for (int64_t k = em->start[i]; k < em->start[i + 1]; k++)
            for (int32_t c = 0; c < classes; c++)
                log_p[c] += log_confusion[((int64_t)em->worker[k] * classes + c) * classes + em->label[k]];
        for (int32_t c = 0; c < classes; c++) most = fmax(most, log_p[c]);
        for (int32_t c = 0; c < classes; c++) sum += log_p[c] = exp(log_p[c] - most);
        for (int32_t c = 0; c < classes; c++) {
            double next = log_p[c] / sum;
            change = fmax(change, fabs(next - p[c]));
            p[c] = next;
        }
    }
    return change;
}

bool fs_items_em(struct em *em) {
    struct fs_scratch s = {0};
    int64_t cells = (int64_t)em->workers * em->classes * em->classes;
    double *log_confusion = fs_scratch_new(&s, cells, sizeof *log_confusion);
    double *log_p = fs_scratch_new(&s, em->classes, sizeof *log_p);
    bool ok = !s.failed;
    if (ok) votes(em);
    for (em->iterations = 0; ok && em->iterations < ITERATIONS_MAX; em->iterations++) {
        maximise(em);
        for (int64_t i = 0; i < cells; i++) log_confusion[i] = log(em->confusion[i]);
        if (expect(em, log_confusion, log_p) < TOLERANCE) break;
    }
    fs_scratch_free(&s);
    return ok;
}
