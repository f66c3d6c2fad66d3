/* trust.h - what a worker's gold answers say about them, and how much gold they still need. Pure.
 *
 * A worker must not learn which tasks are gold while that could change an answer. So the accuracy they are shown moves
 * only in blocks of GOLD_BLOCK decided gold answers, and a missed gold answer is shown with its reason only when
 * gold_revealed says so. docs/decisions/0009-gold-shown-late.md tells why. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

enum { GOLD_BLOCK = 5 };

/* Wilson's interval for a share (Wilson 1927): right of n, at z standard errors. n = 0 gives 0..1. */
void share_interval(int64_t right, int64_t n, double z, double *low, double *high);

/* Gold per thousand tasks for this worker: permille for somebody new or doubtful, falling to a quarter of it as the
 * lower end of their accuracy's 90 % interval rises from 0.6 to 0.9. Never above permille, which is what is paid for.
 */
int gold_rate(int permille, int64_t gold_answers, int64_t gold_right);

/* How many of n decided gold answers the worker's own page may count. */
int64_t gold_shown(int64_t n);

/* May a worker see that they missed this gold task, and why? The answer is decided, and either it was rejected (nobody
 * is refused pay without the reason) or the task takes no more answers, so that telling others helps nobody. */
bool gold_revealed(bool decided, bool rejected, bool task_closed);
