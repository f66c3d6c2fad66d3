/* plot.h - estimates with intervals as an SVG picture: a line for each, the best on top. */
#pragma once
#include <stdbool.h>

struct plot_row {
    const char *name;
    double value, low, high;
    int group; /* rows of one colour */
};

struct plot {
    const char *title, *axis; /* any text; escaped */
    const struct plot_row *row;
    int rows;
};

enum { PLOT_ROWS_MAX = 2000 };

/* Writes the picture; rows beyond PLOT_ROWS_MAX are left out and the title says so. False: errno tells why. */
bool plot_write(const struct plot *plot, const char *path);
