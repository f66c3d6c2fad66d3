/* writer.h - the one thread that writes. Group commit: whatever arrived during the last commit is one transaction.
 *
 *   writer_start -> writer_submit* (any thread) -> writer_stop (finishes what is queued)
 *
 * Invariants:
 *  1. done(command) is called exactly once for every submitted command, after its batch is durable (or it has failed).
 *  2. A command with a request id runs at most once for ever: its receipt is in the same transaction as its writes.
 *  3. A fault rolls the batch back; its commands are run again one by one, and only a command that fails alone gets the
 *     fault as its outcome. Receipts make that safe even when the fate of a COMMIT is unknown. */
#pragma once
#include "core/command.h"
#include "store/store.h"

struct writer;

struct writer_numbers { /* for metrics; any thread may ask */
    int64_t commands, batches, faults, repeated, queued;
    int64_t last_seq; /* newest event written here */
};

/* on_events(arg, seq) is called on the writer's thread after a commit that wrote events up to seq. May be NULL. */
err writer_start(struct store *store, void (*on_events)(void *arg, int64_t seq), void *arg, struct writer **writer,
                 struct problem *p);
/* ERR_BUSY when the queue is full, ERR_STOPPING after writer_stop began; then done is not called. */
err writer_submit(struct writer *writer, struct command *command);
/* Submits and waits; returns the command's outcome. Not from the writer's own thread. */
err writer_run(struct writer *writer, struct command *command);
/* Has a command since the last call asked for a tick without waiting its second? For on_events. */
bool writer_tick_asked(struct writer *writer);
void writer_numbers(struct writer *writer, struct writer_numbers *numbers);
void writer_stop(struct writer *writer);

/* One command inside another's transaction, with its own receipt: how a command that holds several is made. Returns a
 * fault or OK; the outcome is in the command. Only from the run of a command. */
struct tx;
err command_run_inside(struct tx *tx, struct command *command);

/* One batch by the caller's own thread and write connection, without a writer: the ceiling that benches compare with.
 * The commands are linked by next. Returns the fault that rolled it back, if any. */
err writer_batch(struct store_conn *conn, struct command *first, int count);
