/* import.h - an import from the command line; also used by `faena demo`. */
#pragma once
#include "cli/cli.h"

struct cli_import {
    const char *path, *format; /* format as in the contract: "auto", "csv" ... */
    const char *file_name;     /* what to call it; NULL = the end of path */
    bool good_rows, quiet;
};

/* Imports a file into a project, with progress on standard error. The files directory must be open. Returns as
 * import_job_run; *import_id stays as it was when it could not even begin. */
err cli_import(struct cli *cli, const struct project_head *head, const struct cli_import *order, int64_t *import_id,
               struct problem *p);
