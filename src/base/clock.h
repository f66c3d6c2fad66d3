/* clock.h - the only place that asks for the time, and the ids made from it.
 *
 * Used at the edges (HTTP, tick, command line); domain/ gets time and ids as values. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

int64_t clock_usec(void);           /* wall clock, microseconds since 1970 UTC */
int64_t clock_monotonic_usec(void); /* never goes back; for durations */

/* "2026-11-23T23:05:39Z" (20 characters + NUL) */
void clock_format(int64_t usec, char out[21]);
/* RFC 3339 with Z or an offset, fractions dropped; years 1970 to 9999. False when it is none. */
bool clock_parse(str text, int64_t *usec);

/* A fresh id, unique over all nodes and restarts: 41 bits of milliseconds since 2026-01-01, 4 bits of node, 8 bits of
 * counter: below 2^53, so JavaScript reads it exactly; grows with time, so B-trees append. Safe from any thread.
 * When a millisecond's 256 ids are used up the clock inside runs ahead. */
int64_t id_new(void);
void id_node_set(int node);            /* 0..15, once at start */
void id_floor_set(int64_t highest_id); /* once at start: ids already in the store, should the clock have gone back */
