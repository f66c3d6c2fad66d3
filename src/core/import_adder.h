/* import_adder.h - good rows on their way to the writer: collected into chunks, each submitted when the one before it
 * is durable, while the caller prepares the next.
 *
 *   import_adder_new -> import_adder_row | import_adder_pass (once per row of the file, in order) ->
 * import_adder_finish
 *                    -> import_adder_free (also without finish: waits for what is on its way)
 *
 * Invariants:
 *  1. A chunk is submitted only after all chunks before it are durable: handled_rows never runs ahead of a chunk that
 * failed.
 *  2. A chunk has a request id made of its rows' numbers, so a COMMIT whose answer was lost is not counted twice.
 *
 * Memory: CHUNKS chunks of at most CHUNK_ROWS rows or about CHUNK_BYTES and one row. Used by one thread. */
#pragma once
#include <jansson.h>

#include "core/commands.h"
#include "core/writer.h"

enum { IMPORT_CHUNK_ROWS = 500, IMPORT_CHUNK_BYTES = 1024 * 1024, IMPORT_CHUNKS = 4 };

struct import_adder_order {
    int64_t import_id, project_id, person_id;
    int64_t handled_rows; /* of the file, dealt with before */
};

/* What one row of the file becomes; everything is copied. */
struct import_good_row {
    const char *external_id; /* NULL = none */
    const json_t *data;
    const json_t *gold;                      /* `result` list; NULL = none */
    const json_t *predictions, *annotations; /* lists; NULL = none */
    int priority;
    int64_t end_bytes; /* place in the file after this row */
};

struct import_adder;

struct import_adder *import_adder_new(struct writer *writer, const struct import_adder_order *order);
/* May wait until a chunk is free. Not OK: a chunk was refused or failed; the reason is in p and nothing more is
 * submitted. */
err import_adder_row(struct import_adder *adder, const struct import_good_row *row, struct problem *p);
/* A row that is dealt with without being added (a wrong one). */
void import_adder_pass(struct import_adder *adder, int64_t end_bytes);
/* Submits the rest and waits until all is durable. */
err import_adder_finish(struct import_adder *adder, struct problem *p);
void import_adder_free(struct import_adder *adder);
