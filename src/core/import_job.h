/* import_job.h - from an uploaded file to tasks: check, then add, in constant memory, going on after a crash.
 *
 *   uploading --start--> checking --(whole file parsed, every row checked)--> importing --(rows added by 500)--> done
 *                            \--> failed (mode "all" with wrong rows, or a file that cannot be read)
 *
 * A fault is tried again three times within about a second, from where the job was; one that lasts is returned, and the
 * job can be run again later.
 *
 * Runs on a thread of its own (jobs.h in the server, the main thread on the command line). Parsing, checking against
 * the label config, canonical JSON and key hashes are done here; the writer only inserts.
 *
 * Invariants:
 *  1. Mode "all": nothing is added unless every row is good. Mode "good": good rows are added, wrong ones are listed.
 *  2. Rows are added in file order by cmd_task_add with handled_rows; a job started again skips handled_rows rows
 * first, so a crash or restart neither loses nor repeats a row (keys make a repeat harmless besides).
 *  3. The report lists the first IMPORT_BAD_ROWS_LISTED_MAX wrong rows as CSV "line,field,reason" and all are counted.
 */
#pragma once
#include <stdbool.h>

#include "core/writer.h"
#include "files/files.h"
#include "store/store.h"

struct import_context {
    struct store *store; /* a read connection is made from it */
    struct writer *writer;
    struct files *files; /* pictures of zips; spool */
    const char *program; /* for picture_check */
    bool (*stopping)(
        void *arg); /* asked now and then; the job then returns ERR_STOPPING and can be run again. May be NULL */
    void *arg;
};

/* Runs import `id` (state checking or importing) to its end. path: the file; NULL = its spool file "import-ID", removed
 * at the end. Returns OK when the import is done, ERR_IMPORT_INVALID when it failed for its rows (the row of table
 * import says how many and which), or a fault. format "auto" is guessed from name and first bytes. Zip: see
 * openapi.yaml import_create. */
err import_job_run(const struct import_context *context, int64_t id, const char *path, struct problem *p);
