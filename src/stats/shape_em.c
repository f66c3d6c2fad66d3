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

/* by_label: [worker][label][class], so that the inner loops run over neighbours; confusion is [worker][class][label].
 */
static void maximise(struct em *em, double *by_label) {
    int32_t classes = em->classes;
    double total = 0;
    for (int64_t i = 0; i < (int64_t)em->workers * classes * classes; i++) {
        bool right = i / classes % classes == i % classes;
        by_label[i] = right ? RIGHT : WRONG / (classes > 1 ? classes - 1 : 1);
    }
    for (int32_t c = 0; c < classes; c++) em->prior[c] = 1;
    for (int32_t i = 0; i < em->items; i++) {
        const double *p = em->posterior + (int64_t)i * classes;
        for (int32_t c = 0; c < classes; c++) em->prior[c] += em->times[i] * p[c];
        for (int64_t k = em->start[i]; k < em->start[i + 1]; k++) {
            double *sum = by_label + ((int64_t)em->worker[k] * classes + em->label[k]) * classes;
            for (int32_t c = 0; c < classes; c++) sum[c] += em->times[i] * p[c];
        }
    }
    for (int32_t c = 0; c < classes; c++) total += em->prior[c];
    for (int32_t c = 0; c < classes; c++) em->prior[c] /= total;
    for (int64_t w = 0; w < em->workers; w++)
        for (int32_t c = 0; c < classes; c++) {
            double *row = em->confusion + (w * classes + c) * classes, sum = 0;
            for (int32_t l = 0; l < classes; l++) sum += row[l] = by_label[(w * classes + l) * classes + c];
            for (int32_t l = 0; l < classes; l++) row[l] /= sum;
        }
}

/* Returns the largest change of a posterior. */
static double expect(struct em *em, double *by_label, double *log_prior, double *log_p) {
    int32_t classes = em->classes;
    double change = 0;
    for (int64_t w = 0; w < em->workers; w++)
        for (int32_t c = 0; c < classes; c++)
            for (int32_t l = 0; l < classes; l++)
                by_label[(w * classes + l) * classes + c] = log(em->confusion[(w * classes + c) * classes + l]);
    for (int32_t c = 0; c < classes; c++) log_prior[c] = log(em->prior[c]);
    for (int32_t i = 0; i < em->items; i++) {
        double *p = em->posterior + (int64_t)i * classes, most = -INFINITY, sum = 0;
        for (int32_t c = 0; c < classes; c++) log_p[c] = log_prior[c];
        for (int64_t k = em->start[i]; k < em->start[i + 1]; k++) {
            const double *row = by_label + ((int64_t)em->worker[k] * classes + em->label[k]) * classes;
            for (int32_t c = 0; c < classes; c++) log_p[c] += row[c];
        }
        for (int32_t c = 0; c < classes; c++) most = log_p[c] > most ? log_p[c] : most;
        for (int32_t c = 0; c < classes; c++) sum += log_p[c] = exp(log_p[c] - most);
        for (int32_t c = 0; c < classes; c++) {
            double next = log_p[c] / sum;
            change = fabs(next - p[c]) > change ? fabs(next - p[c]) : change;
            p[c] = next;
        }
    }
    return change;
}

bool fs_items_em(struct em *em) {
    struct fs_scratch s = {0};
    int64_t cells = (int64_t)em->workers * em->classes * em->classes;
    double *by_label = fs_scratch_new(&s, cells, sizeof *by_label);
    double *log_prior = fs_scratch_new(&s, em->classes, sizeof *log_prior);
    double *log_p = fs_scratch_new(&s, em->classes, sizeof *log_p);
    bool ok = !s.failed;
    if (ok) votes(em);
    for (em->iterations = 0; ok && em->iterations < ITERATIONS_MAX; em->iterations++) {
        maximise(em, by_label);
        if (expect(em, by_label, log_prior, log_p) < TOLERANCE) break;
    }
    fs_scratch_free(&s);
    return ok;
}
