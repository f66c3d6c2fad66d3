/* agree_distance.h - distances between classes, and sums of them. Internal.
 *
 * A distance is one of three shapes, so that nominal and squared ones cost no table: all different classes 1 apart;
 * squares of differences of positions; a table. `scale` multiplies every distance. */
#pragma once
#include "fs_agree.h"
#include "internal.h"

struct fs_distance {
    enum { APART, SQUARES, TABLE } shape;
    int32_t classes;
    double scale;
    double *position; /* SQUARES; centred */
    double *table;    /* TABLE: classes * classes */
};

/* Alpha's distance. Ordinal positions depend on how often classes are used: fs_distance_ranks sets them. */
enum fs_status fs_distance_alpha(const struct fs_agree_options *options, int32_t classes, struct fs_scratch *s,
                                 struct fs_distance *d, struct fs_problem *problem);
/* 1 - weight of the kappas, from 0 to 1. */
enum fs_status fs_distance_kappa(const struct fs_agree_options *options, int32_t classes, struct fs_scratch *s,
                                 struct fs_distance *d, struct fs_problem *problem);
/* Checks values, distance, level and resamples. */
enum fs_status fs_agree_options_check(const struct fs_agree_options *options, int32_t classes,
                                      struct fs_problem *problem);

/* Classes by rising value; order has `classes` places. */
void fs_classes_by_value(const double *value, int32_t classes, int32_t *order);
/* Positions of an ordinal scale: how many answers lie below the middle of each class. mass: answers per class. */
void fs_distance_ranks(struct fs_distance *d, const int32_t *order, const double *mass);

double fs_distance_of(const struct fs_distance *d, int32_t a, int32_t b);
/* Sum over ordered pairs of different answers. */
double fs_distance_within(const struct fs_distance *d, const int32_t *labels, int64_t count);
/* Sum of distances from labels[at] to the others. */
double fs_distance_from(const struct fs_distance *d, const int32_t *labels, int64_t count, int64_t at);
/* Sum over ordered pairs of classes of mass * mass * distance. */
double fs_distance_mass(const struct fs_distance *d, const double *mass);
/* The same with one mass for the first and one for the second of a pair. */
double fs_distance_masses(const struct fs_distance *d, const double *a, const double *b);
