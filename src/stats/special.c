/* Functions of statistics that libm does not have. */
#include <math.h>

#include "internal.h"

/* Shifted above 6 by psi(x) = psi(x + 1) - 1/x, then the asymptotic series (Abramowitz & Stegun 6.3.18). */
double fs_digamma(double x) {
    double shift = 0;
    for (; x < 6; x++) shift -= 1 / x;
    double y = 1 / (x * x);
    double series = y * (1.0 / 12 - y * (1.0 / 120 - y * (1.0 / 252 - y * (1.0 / 240 - y * (1.0 / 132)))));
    return shift + log(x) - 0.5 / x - series;
}

/* The continued fraction of the incomplete beta function by Lentz's method (Abramowitz & Stegun 26.5.8). */
static double beta_fraction(double x, double a, double b) {
    const double tiny = 1e-300;
    double c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (fabs(d) < tiny ? tiny : d);
    double h = d;
    for (int m = 1; m <= 10000; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 + even * d;
        d = 1 / (fabs(d) < tiny ? tiny : d);
        c = 1 + even / c;
        if (fabs(c) < tiny) c = tiny;
        h *= d * c;
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 + odd * d;
        d = 1 / (fabs(d) < tiny ? tiny : d);
        c = 1 + odd / c;
        if (fabs(c) < tiny) c = tiny;
        h *= d * c;
        if (fabs(d * c - 1) < 1e-15) break;
    }
    return h;
}

/* lgamma writes a global; the reentrant one does not. */
static double log_gamma(double x) {
    int sign;
    return lgamma_r(x, &sign);
}

double fs_beta_cdf(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    double front = exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * log(x) + b * log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(1 - x, b, a) / b;
}

/* Newton's steps kept inside of a bracket that shrinks. */
double fs_beta_quantile(double p, double a, double b) {
    double low = 0, high = 1, x = a / (a + b), log_norm = log_gamma(a + b) - log_gamma(a) - log_gamma(b);
    if (p <= 0) return 0;
    if (p >= 1) return 1;
    for (int i = 0; i < 200 && high - low > 1e-14; i++) {
        double wrong = fs_beta_cdf(x, a, b) - p;
        if (wrong > 0) high = x;
        if (wrong < 0) low = x;
        if (wrong == 0) break;
        double slope = exp(log_norm + (a - 1) * log(x) + (b - 1) * log1p(-x));
        double step = slope > 0 ? x - wrong / slope : -1;
        double next = step > low && step < high ? step : (low + high) / 2;
        if (fabs(next - x) < 1e-15 * x) break;
        x = next;
    }
    return x;
}
