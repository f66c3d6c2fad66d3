/* jobs.h - threads for what must not stand in an event loop's way: password hashing, decoding pictures, imports,
 * backups.
 *
 *   jobs_start -> jobs_submit* (any thread) -> jobs_stop (runs what is queued, then joins)
 *
 * fn(arg) runs once on one of the threads; how its result gets back is the caller's business (http_loop_post). */
#pragma once
#include <stdbool.h>

struct jobs;
struct jobs *jobs_start(int threads, int queue_max);
/* False when the queue is full or jobs_stop has begun; fn is not called then. */
bool jobs_submit(struct jobs *jobs, void (*fn)(void *arg), void *arg);
void jobs_stop(struct jobs *jobs);
