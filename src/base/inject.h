/* inject.h - named points at which a test can make the next step fail.
 *
 * A point stands before every call that can fail for reasons outside the program (disk, database, memory map, network).
 * FAENA_INJECT="commit:3" makes the third pass through the point "commit" fail once; "commit:3+" fails from the third
 * on; several are separated by commas. Without the variable a point costs one load and a branch.
 * The points are listed in inject.c. */
#pragma once
#include <stdbool.h>

void inject_setup(void); /* once, before threads start: reads FAENA_INJECT */
extern bool inject_on;
bool inject_hit(const char *point);

/* True when the caller should behave as if the next step had failed. */
static inline bool inject(const char *point) { return inject_on && inject_hit(point); }

/* All points, NULL-terminated, for the test that fails each in turn. */
extern const char *const inject_points[];
