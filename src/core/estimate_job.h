/* estimate_job.h - labels, confidence and workers' quality of a project, fitted anew off the write path.
 *
 *   estimate_due (which projects) -> estimate_run (load -> fit -> save in slices through the writer)
 *
 * The write path counts votes. This job reads all answers of a project on its own connection, fits the library's model
 * (controls with few different values only), and hands what changed to the writer in commands of a few hundred rows, so
 * that nobody waits for it. Each run is a version with its method and parameters in table `fit`; `faena aggregate`
 * gives the same labels from an export. The same run weighs the tasks that wait for a verdict. */
#pragma once
#include "core/writer.h"
#include "store/store.h"

struct estimate_context {
    struct store *store;
    struct writer *writer;
    struct store_conn *reader; /* of the job's thread */
    bool (*stopping)(void *arg);
    void *arg;
};

enum { ESTIMATE_DUE_MAX = 20 };
struct estimate_due {
    int64_t project_id;
    bool urgent; /* tasks wait to be weighed, or a tenth of the answers is new; else some are */
};
/* Projects whose answers are not those of their newest fit. */
err estimate_due(struct store_conn *reader, struct estimate_due *due, int *count);
err estimate_run(const struct estimate_context *context, int64_t project_id);
