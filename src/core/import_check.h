/* import_check.h - is a row of an import file a task of this project: against its label config, with its gold, with the
 * pictures of its archive. What is wrong goes into the report.
 *
 *   import_check_init -> import_check_row (per row) -> report, wrong -> import_check_free
 *
 * The report is CSV "line,field,reason" (RFC 4180): the first IMPORT_BAD_ROWS_LISTED_MAX wrong rows with up to
 * IMPORT_BAD_FIELDS_LISTED_MAX fields each; all wrong rows are counted. Cells that a spreadsheet would run as a formula
 * get a leading apostrophe. One thread. */
#pragma once
#include <stdbool.h>

#include "base/buf.h"
#include "base/limits.h"
#include "core/import_zip.h"
#include "domain/label_config.h"
#include "formats/import.h"

enum { IMPORT_BAD_FIELDS_LISTED_MAX = 5, IMPORT_PICTURE_FIELDS_MAX = 20 };

struct import_check {
    struct label_config *config;
    const char *
        picture_fields[IMPORT_PICTURE_FIELDS_MAX]; /* data fields that <Image> shows, in the config's order; borrowed */
    int picture_field_count;
    const struct import_names *names; /* of a zip; NULL = none. Borrowed */
    bool pictures_are_rows;           /* a row is a line of the list of pictures */
    struct problem problem;           /* of the present row */
    struct buf report;
    int64_t rows, wrong;
    json_t *gold, *made; /* of the present row */
};

/* ERR_CONFIG_INVALID when the config does not parse. */
err import_check_init(struct import_check *check, str label_config, struct problem *p);
void import_check_free(struct import_check *check);

/* Counts the row. Good: *data and *gold (NULL = none) are what the task gets, valid until the next call; row->data may
 * have been changed. Wrong (false): it stands in the report. */
bool import_check_row(struct import_check *check, const struct import_row *row, json_t **data, json_t **gold);
