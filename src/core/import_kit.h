/* import_kit.h - what the tests of imports share: a database with a writer, a requester and two projects; imports as
 * the server begins them; what came of them. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/commands.h"
#include "core/import_job.h"
#include "core/queries.h"

extern const char kit_choices_xml[]; /* "text"; "genre": Drama or Comedy */

struct fixture {
    char folder[40];
    struct store *store;
    struct store_conn *reader;
    struct writer *writer;
    struct files *files;
    struct arena arena;
    struct import_context context;
    int64_t owner_id, choices_id, picture_id;
    int asked, stop_at; /* stopping is asked; at which time it says yes (0 = never) */
    bool stop_adding;   /* it counts only while rows are being added */
    int64_t import_id;
};

int kit_setup(void **state);
int kit_teardown(void **state);
void kit_run(struct fixture *f, const struct command_kind *kind, const void *args, int64_t actor_id);
/* Makes the next steps fail; see base/inject.h. */
void kit_inject(const char *points);

/* An import whose file lies elsewhere. */
int64_t import_begin(struct fixture *f, int64_t project_id, const char *name, bool good_rows, int64_t bytes);
/* Uploads the bytes as the server does and begins. */
int64_t spooled(struct fixture *f, int64_t project_id, const char *name, bool good_rows, str bytes);

struct numbers {
    const char *state;
    int64_t rows, added, repeated, wrong;
};
void numbers_are(struct fixture *f, int64_t id, struct numbers expected);
/* Runs the job, which fails with a sentence that has this part. */
void failed_with(struct fixture *f, int64_t id, const char *path, const char *part);
/* NUL-terminated. */
const char *report_of(struct fixture *f, int64_t id);
int64_t task_count(struct fixture *f, int64_t project_id);
/* The data, or another member, of a task as text. */
const char *task_member(struct fixture *f, int64_t project_id, int64_t task_id, const char *member);
int spool_files(const struct fixture *f);
