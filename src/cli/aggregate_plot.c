/* Plots of `faena aggregate` as SVG: confusion matrices, workers' accuracy, reliability. No scripts, no fonts of its
 * own; readable in black and white, and with colours that colour-blind people tell apart. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "cli/aggregate.h"

enum { MATRICES = 12, CLASSES_MAX = 30, WORKERS_MAX = 60, CELL = 26, GAP = 34, BINS = 10 };

static void svg_begin(struct buf *b, int width, int height, const char *title) {
    buf_printf(b,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
               "font-family=\"system-ui,sans-serif\" font-size=\"12\" fill=\"#1b1f24\">\n<title>%s</title>\n"
               "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
               "<text x=\"16\" y=\"24\" font-size=\"16\" font-weight=\"600\">%s</text>\n",
               width, height, width, height, title, title);
}

/* Cut after `chars` characters, with what XML would read escaped. */
static void svg_text(struct buf *b, double x, double y, const char *anchor, int chars, const char *text) {
    buf_printf(b, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
    if (!str_utf8_valid(str_from(text))) text = "?";
    int shown = 0;
    for (; *text; text++) {
        bool begins = (*text & 0xc0) != 0x80;
        if (begins && shown++ == chars) {
            buf_add_text(b, "\xe2\x80\xa6");
            break;
        }
        if (*text == '<' || *text == '>' || *text == '&')
            buf_printf(b, "&#%d;", *text);
        else if ((unsigned char)*text >= 0x20)
            buf_add_char(b, *text);
    }
    buf_add_text(b, "</text>\n");
}

static bool svg_write(struct buf *b, const char *folder, const char *name) {
    CLEANUP(buf_free) struct buf path = {0};
    buf_add_text(b, "</svg>\n");
    buf_printf(&path, "%s/%s", folder, name);
    FILE *file = fopen(path.data, "we");
    bool good = file && fwrite(b->data, 1, b->len, file) == b->len;
    int why = errno;
    if (file && fclose(file) != 0) good = false, why = errno;
    errno = why;
    return good;
}

/* --- confusion matrices --- */

static void matrix_draw(struct buf *b, const struct aggregate *a, double x, double y, const char *title,
                        const double *matrix, int32_t answers) {
    int32_t classes = a->fit->class_count;
    svg_text(b, x, y - 8, "start", 28, title);
    for (int32_t k = 0; k < classes; k++) {
        svg_text(b, x - 4, y + k * CELL + CELL * 0.65, "end", 9, fs_names_text(&a->data.classes, k, NULL));
        for (int32_t l = 0; l < answers; l++) {
            double p = matrix[(size_t)k * (size_t)answers + (size_t)l];
            /* White to a dark blue. */
            int red = (int)(255 - 232 * p), green = (int)(255 - 183 * p), blue = (int)(255 - 125 * p);
            buf_printf(
                b,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" fill=\"#%02x%02x%02x\" stroke=\"#d0d7de\"/>\n",
                x + l * CELL, y + k * CELL, CELL, CELL, red, green, blue);
            buf_printf(b,
                       "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"10\" fill=\"%s\">%.0f</text>\n",
                       x + l * CELL + CELL / 2.0, y + k * CELL + CELL * 0.65, p > 0.55 ? "#fff" : "#1b1f24", p * 100);
        }
    }
}

struct busy {
    int64_t answered;
    int32_t worker;
};

static int compare_busy(const void *x, const void *y) {
    const struct busy *a = x, *b = y;
    if (a->answered != b->answered) return a->answered > b->answered ? -1 : 1;
    return a->worker - b->worker;
}

static struct busy *busiest(const struct aggregate *a) {
    struct busy *order = mem_alloc((size_t)a->fit->worker_count * sizeof *order);
    for (int32_t w = 0; w < a->fit->worker_count; w++) order[w] = (struct busy){a->fit->answered[w], w};
    qsort(order, (size_t)a->fit->worker_count, sizeof *order, compare_busy);
    return order;
}

static bool confusion_plot(const struct aggregate *a, const char *folder) {
    int32_t answers = fs_fit_answer_count(a->fit), classes = a->fit->class_count;
    if (classes > CLASSES_MAX) return true;
    CLEANUP(buf_free) struct buf b = {0};
    int count = a->fit->worker_count < MATRICES ? a->fit->worker_count : MATRICES;
    int left = 84, step_x = answers * CELL + left + 8, step_y = classes * CELL + GAP + 12,
        columns = step_x > 300 ? 2 : 4;
    if (step_x < 220) step_x = 220;
    int rows = (count + columns - 1) / columns;
    double *matrix = mem_alloc((size_t)classes * (size_t)answers * sizeof *matrix);
    struct busy *order = busiest(a);
    svg_begin(&b, columns * step_x + 24, rows * step_y + 76,
              "What workers answer (columns), by true class (rows), in percent");
    for (int i = 0; i < count; i++) {
        CLEANUP(buf_free) struct buf title = {0};
        int32_t w = order[i].worker;
        if (fs_fit_confusion(a->fit, w, matrix, NULL, NULL) != FS_OK) break;
        buf_printf(&title, "%s: %.0f%% of %lld", fs_names_text(&a->data.workers, w, NULL), a->fit->skill[w] * 100,
                   (long long)a->fit->answered[w]);
        matrix_draw(&b, a, left + (i % columns) * step_x, 64 + (i / columns) * step_y, title.data, matrix, answers);
    }
    free(order);
    free(matrix);
    return svg_write(&b, folder, "confusion.svg");
}

/* --- workers --- */

static bool workers_plot(const struct aggregate *a, const char *folder) {
    CLEANUP(buf_free) struct buf b = {0};
    int count = a->fit->worker_count < WORKERS_MAX ? a->fit->worker_count : WORKERS_MAX;
    double left = 150, width = 460, top = 64;
    struct busy *order = busiest(a);
    svg_begin(&b, 640, (int)top + count * 18 + 30, "Accuracy of workers with most answers, with interval");
    for (int i = 0; i <= 10; i += 2) {
        double x = left + width * i / 10;
        CLEANUP(buf_free) struct buf text = {0};
        buf_printf(&text, "%d%%", i * 10);
        svg_text(&b, x, top - 14, "middle", 5, text.data);
        buf_printf(&b, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#d0d7de\"/>\n", x, top - 8, x,
                   top + count * 18);
    }
    for (int i = 0; i < count; i++) {
        int32_t w = order[i].worker;
        double low, high, y = top + i * 18 + 6;
        fs_fit_skill_interval(a->fit, w, &low, &high);
        svg_text(&b, left - 10, y + 4, "end", 18, fs_names_text(&a->data.workers, w, NULL));
        buf_printf(&b,
                   "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#174882\" stroke-width=\"3\"/>\n",
                   left + width * low, y, left + width * high, y);
        buf_printf(&b, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#174882\"/>\n", left + width * a->fit->skill[w],
                   y);
    }
    free(order);
    return svg_write(&b, folder, "workers.svg");
}

/* --- reliability --- */

static bool reliability_plot(const struct aggregate *a, const char *folder) {
    CLEANUP(buf_free) struct buf b = {0};
    double sum[BINS] = {0}, right[BINS] = {0}, count[BINS] = {0}, error = 0, all = 0, size = 340, left = 56, top = 48;
    for (int32_t t = 0; t < a->blind->task_count; t++) {
        if (a->gold[t] < 0 || a->blind->label[t] < 0) continue;
        int bin = (int)(a->blind->confidence[t] * BINS);
        bin = bin >= BINS ? BINS - 1 : bin;
        sum[bin] += a->blind->confidence[t];
        right[bin] += a->blind->label[t] == a->gold[t];
        count[bin]++;
        all++;
    }
    svg_begin(&b, 430, 450, "Reliability: confidence against truth");
    buf_printf(&b, "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"none\" stroke=\"#57606a\"/>\n",
               left, top, size, size);
    buf_printf(&b,
               "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\" stroke=\"#57606a\" stroke-dasharray=\"4 4\"/>\n",
               left, top + size, left + size, top);
    for (int i = 0; i <= BINS; i += 2) {
        char text[8];
        snprintf(text, sizeof text, "%d%%", i * 10);
        svg_text(&b, left + size * i / BINS, top + size + 18, "middle", 5, text);
        svg_text(&b, left - 6, top + size - size * i / BINS + 4, "end", 5, text);
    }
    for (int i = 0; i < BINS; i++) {
        if (count[i] == 0) continue;
        double x = left + size * sum[i] / count[i], share = right[i] / count[i];
        /* Wilson's interval at 95 %. */
        double z = 1.96, n = count[i], middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        error += fabs(sum[i] - right[i]) / all;
        buf_printf(&b,
                   "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#174882\" stroke-width=\"2\"/>\n", x,
                   top + size * (1 - middle - half), x, top + size * (1 - middle + half));
        buf_printf(&b, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#174882\"/>\n", x, top + size * (1 - share),
                   2 + 6 * sqrt(count[i] / all));
    }
    CLEANUP(buf_free) struct buf text = {0};
    buf_printf(&text, "%.0f gold tasks, mean distance from the line %.1f points", all, error * 100);
    svg_text(&b, left, top + size + 42, "start", 80, text.data);
    return svg_write(&b, folder, "reliability.svg");
}

bool aggregate_plot(const struct aggregate *a, const char *folder) {
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) return false;
    return confusion_plot(a, folder) && workers_plot(a, folder) && (!a->blind || reliability_plot(a, folder));
}
