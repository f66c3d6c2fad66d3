/* Estimates with intervals as SVG. No script, no style sheet, no font of its own: it opens anywhere. */
#include "cli/plot.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

enum { LEFT = 210, WIDTH = 900, RIGHT = 30, TOP = 64, ROW = 22, NAME_CHARS = 28 };

static const char *const colours[] = {"#1f5fa8", "#a8541f", "#2c7a45", "#7a2c74", "#6b6b1a", "#444444"};

static void escaped(struct buf *b, const char *text, int chars_max) {
    int chars = 0;
    for (; *text; text++) {
        bool starts = ((unsigned char)*text & 0xc0) != 0x80;
        if (starts && chars++ == chars_max) {
            buf_add_text(b, "…");
            return;
        }
        if (*text == '<')
            buf_add_text(b, "&lt;");
        else if (*text == '&')
            buf_add_text(b, "&amp;");
        else if (*text == '"')
            buf_add_text(b, "&quot;");
        else
            buf_add_char(b, (unsigned char)*text < 32 ? ' ' : *text);
    }
}

/* 1, 2 or 5 times a power of ten, about `ticks` of them in the range. */
static double tick_step(double range, int ticks) {
    double rough = range / ticks, power = pow(10, floor(log10(rough))), share = rough / power;
    return power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
}

static void range_of(const struct plot *plot, int rows, double *low, double *high) {
    *low = INFINITY;
    *high = -INFINITY;
    for (int i = 0; i < rows; i++) {
        *low = fmin(*low, plot->row[i].low);
        *high = fmax(*high, plot->row[i].high);
    }
    if (rows == 0) *low = *high = 0;
    double range = *high - *low;
    if (!(range > 0)) range = fmax(1, fabs(*high));
    *low -= range * 0.04;
    *high += range * 0.04;
}

bool plot_write(const struct plot *plot, const char *path) {
    CLEANUP(buf_free) struct buf b = {0};
    int rows = plot->rows > PLOT_ROWS_MAX ? PLOT_ROWS_MAX : plot->rows;
    int height = TOP + rows * ROW + 50, bottom = TOP + rows * ROW;
    double low, high;
    range_of(plot, rows, &low, &high);
    double scale = (WIDTH - LEFT - RIGHT) / (high - low);
    buf_printf(&b,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
               "font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n<title>",
               WIDTH, height, WIDTH, height);
    escaped(&b, plot->title, 200);
    buf_printf(&b, "</title>\n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", WIDTH, height);
    buf_printf(&b, "<text x=\"16\" y=\"28\" font-size=\"17\" fill=\"#1a1a1a\">");
    escaped(&b, plot->title, 90);
    if (rows < plot->rows) buf_printf(&b, " (the first %d of %d)", rows, plot->rows);
    buf_add_text(&b, "</text>\n");
    double step = tick_step(high - low, 8);
    for (double at = ceil(low / step) * step; at <= high; at += step) {
        double x = LEFT + (at - low) * scale;
        buf_printf(&b, "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>\n", x, TOP - 8, x, bottom,
                   fabs(at) < step / 2 ? "#9a9a9a" : "#e3e3e3");
        buf_printf(&b, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#444444\">%g</text>\n", x, bottom + 18,
                   fabs(at) < step / 2 ? 0 : at);
        if (rows > 20)
            buf_printf(&b, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#444444\">%g</text>\n", x, TOP - 12,
                       fabs(at) < step / 2 ? 0 : at);
    }
    for (int i = 0; i < rows; i++) {
        const struct plot_row *row = &plot->row[i];
        double y = TOP + i * ROW + ROW / 2.0, x = LEFT + (row->value - low) * scale;
        const char *colour = colours[row->group % (int)(sizeof colours / sizeof *colours)];
        buf_printf(&b, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#1a1a1a\">", LEFT - 12, y + 4.5);
        escaped(&b, row->name, NAME_CHARS);
        buf_add_text(&b, "</text>\n");
        if (row->high > row->low)
            buf_printf(&b, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"/>\n",
                       LEFT + (row->low - low) * scale, y, LEFT + (row->high - low) * scale, y, colour);
        buf_printf(&b, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\" fill=\"%s\"/>\n", x, y, colour);
    }
    buf_printf(&b, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#1a1a1a\">", (LEFT + WIDTH - RIGHT) / 2,
               bottom + 40);
    escaped(&b, plot->axis, 120);
    buf_add_text(&b, "</text>\n</svg>\n");
    FILE *file = fopen(path, "we");
    if (!file) return false;
    bool ok = fwrite(b.data, 1, b.len, file) == b.len;
    int why = errno;
    ok = fclose(file) == 0 && ok;
    if (!ok && why) errno = why;
    return ok;
}
