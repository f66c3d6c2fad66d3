#include "core/import_job.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "core/commands.h"
#include "core/import_adder.h"
#include "core/import_check.h"
#include "core/queries.h"

enum { READ_BYTES = 256 * 1024, HEAD_BYTES = 4096, PROGRESS_USEC = 250 * 1000, SPOOL_PATH_BYTES = 4200 };

struct job {
    const struct import_context *context;
    struct problem *problem;
    struct import_head head;
    struct import_check check;
    bool zip;
    const char *path; /* of the file; NULL = spool */
    char spool_path[SPOOL_PATH_BYTES];
    struct import_names *names;

    /* where the rows come from: the file itself, or what was made of an archive */
    enum import_format format;
    int64_t source_bytes;

    struct import_adder *adder; /* NULL in the checking pass */
    bool checked;               /* the checking pass has found every row good */
    int64_t told_usec;          /* when progress was last written */
};

static err job_command(struct job *job, const struct command_kind *kind, const void *args) {
    struct arena arena;
    arena_init(&arena);
    struct problem problem = {0};
    struct command command = {.kind = kind,
                              .args = args,
                              .actor_id = job->head.person_id,
                              .now_usec = clock_usec(),
                              .arena = &arena,
                              .problem = &problem};
    err e = writer_run(job->context->writer, &command);
    arena_free(&arena);
    return e == OK ? OK : problem_set(job->problem, e, "%s", problem.detail[0] ? problem.detail : err_sentence(e));
}

/* --- progress --- */

/* Asked once per row: tells the progress now and then, and whether to go on. */
static err pulse(struct job *job, int64_t handled_bytes) {
    int64_t now = clock_monotonic_usec();
    if (now - job->told_usec < PROGRESS_USEC) return OK;
    job->told_usec = now;
    const struct import_context *context = job->context;
    if (context->stopping && context->stopping(context->arg))
        return problem_set(job->problem, ERR_STOPPING, "The import was stopped; it can go on where it was.");
    /* The adding pass after a check tells its progress with its chunks. */
    if (job->adder && job->checked) return OK;
    if (handled_bytes > job->head.bytes) handled_bytes = job->head.bytes;
    return job_command(
        job, &cmd_import_progress,
        &(struct import_progress){
            .id = job->head.id, .handled_bytes = handled_bytes, .rows = job->check.rows, .wrong = job->check.wrong});
}

/* Bytes of the rows' source as bytes of the import's file. */
static int64_t file_bytes(const struct job *job, int64_t source_bytes) {
    if (!job->zip || job->source_bytes == 0) return source_bytes;
    return (int64_t)((double)source_bytes / (double)job->source_bytes * (double)job->head.bytes);
}

/* --- the source of the rows --- */

static err file_open(struct job *job, const char *path, int *fd, int64_t *bytes) {
    struct stat st;
    *fd = open(path, O_RDONLY | O_CLOEXEC);
    if (*fd >= 0 && fstat(*fd, &st) == 0 && S_ISREG(st.st_mode)) {
        *bytes = st.st_size;
        return OK;
    }
    const char *reason = *fd >= 0 ? "it is not a regular file" : strerror(errno);
    err e = *fd < 0 && errno == ENOENT ? ERR_NOT_FOUND : ERR_SYSTEM;
    if (*fd >= 0) close(*fd);
    *fd = -1;
    if (job->path) return problem_set(job->problem, e, "%s cannot be read: %s.", path, reason);
    return problem_set(
        job->problem, e,
        "The uploaded file is not here any more (%s). Import it again: rows that are in already are not added twice.",
        reason);
}

/* What the rows are read from. */
static err source_open(struct job *job, int *fd) {
    char name[IMPORT_SPOOL_NAME_BYTES];
    if (!job->zip) return file_open(job, job->path ? job->path : job->spool_path, fd, &job->source_bytes);
    if (job->check.pictures_are_rows)
        import_zip_pictures_name(job->head.id, name);
    else
        import_zip_tasks_name(job->head.id, name);
    err e = files_spool_open(job->context->files, name, fd, &job->source_bytes);
    return e == OK ? OK : problem_set(job->problem, e, "The unpacked archive is not here any more. Import it again.");
}

static err row_take(void *arg, const struct import_row *row) {
    struct job *job = arg;
    json_t *data, *gold;
    TRY(pulse(job, file_bytes(job, row->end_offset)));
    bool handled = job->check.rows < job->head.handled_rows; /* before a restart */
    if (handled && job->adder && job->checked) {
        job->check.rows++;
        return OK;
    }
    bool good = import_check_row(&job->check, row, &data, &gold);
    if (!job->adder || handled) return OK;
    if (good)
        return import_adder_row(job->adder,
                                &(struct import_good_row){.external_id = row->external_id,
                                                          .data = data,
                                                          .gold = gold,
                                                          .predictions = row->predictions,
                                                          .annotations = row->annotations,
                                                          .priority = row->priority,
                                                          .end_bytes = file_bytes(job, row->end_offset)},
                                job->problem);
    if (job->checked)
        return problem_set(
            job->problem, ERR_IMPORT_INVALID,
            "Line %lld was good when it was checked and is wrong now: the file was changed while it was imported.",
            (long long)row->line);
    import_adder_pass(job->adder, file_bytes(job, row->end_offset));
    return OK;
}

static err source_feed(struct job *job, int fd, struct import_parser *parser) {
    char *bytes = mem_alloc(READ_BYTES);
    err e = OK;
    while (e == OK) {
        ssize_t n = read(fd, bytes, READ_BYTES);
        if (n == 0) break;
        if (n > 0)
            e = import_parser_feed(parser, (str){bytes, (size_t)n}, job->problem);
        else if (errno != EINTR)
            e = problem_set(job->problem, ERR_SYSTEM, "The file cannot be read to its end: %s.", strerror(errno));
    }
    free(bytes);
    return e == OK ? import_parser_finish(parser, job->problem) : e;
}

/* Hands every row of the source to row_take. */
static err source_read(struct job *job) {
    int fd;
    TRY(source_open(job, &fd));
    struct import_parser *parser = import_parser_new(job->format, row_take, job);
    /* Rows dealt with before a restart cost a scan only; in the other cases row_take counts them. */
    if (job->adder && job->checked && !job->zip && job->head.handled_rows > 0) {
        import_parser_skip(parser, job->head.handled_bytes);
        job->check.rows = job->head.handled_rows;
    }
    err e = source_feed(job, fd, parser);
    import_parser_free(parser);
    close(fd);
    return e;
}

/* --- the two passes --- */

static err state_set(struct job *job, enum import_state state, const char *error) {
    str report = state == IMPORT_IMPORTING ? STR("") : buf_str(&job->check.report);
    return job_command(job, &cmd_import_state_set,
                       &(struct import_state_set){.id = job->head.id,
                                                  .state = state,
                                                  .rows = job->check.rows,
                                                  .wrong = job->check.wrong,
                                                  .error = error,
                                                  .report = report});
}

static err no_rows(struct job *job) { return problem_set(job->problem, ERR_IMPORT_INVALID, "The file has no rows."); }

/* Mode "all": every row is looked at before the first is added. */
static err check_pass(struct job *job) {
    TRY(source_read(job));
    if (job->check.rows == 0) return no_rows(job);
    if (job->check.wrong > 0)
        return problem_set(
            job->problem, ERR_IMPORT_INVALID,
            "%lld of %lld rows are wrong, so nothing was added. Correct them, or choose the mode \"good\" to add the "
            "others.",
            (long long)job->check.wrong, (long long)job->check.rows);
    return OK;
}

/* Mode "good": the file cannot be read to its end; the good rows before that are good. */
static err broken_off(struct job *job) {
    char why[PROBLEM_TEXT_BYTES];
    memcpy(why, job->problem->detail, sizeof why);
    TRY(import_adder_finish(job->adder, job->problem));
    return problem_set(job->problem, ERR_IMPORT_INVALID, "%s The good rows before that were added.", why);
}

static err add_pass(struct job *job) {
    const struct import_head *head = &job->head;
    job->adder =
        import_adder_new(job->context->writer, &(struct import_adder_order){.import_id = head->id,
                                                                            .project_id = head->project_id,
                                                                            .person_id = head->person_id,
                                                                            .handled_rows = head->handled_rows});
    job->check.rows = 0;
    err e = source_read(job);
    if (e == OK)
        e = import_adder_finish(job->adder, job->problem);
    else if (e == ERR_IMPORT_INVALID && !job->checked)
        e = broken_off(job);
    import_adder_free(job->adder);
    job->adder = NULL;
    if (e == OK && job->check.rows == 0) return no_rows(job);
    return e;
}

/* --- formats --- */

static bool is_zip(const char *file_name, str first_bytes) {
    const char *ending = strrchr(file_name, '.');
    return str_starts(first_bytes, "PK\x03\x04") || str_starts(first_bytes, "PK\x05\x06") ||
           (ending && strcasecmp(ending, ".zip") == 0);
}

static err format_find(struct job *job) {
    int fd;
    int64_t bytes;
    const char *path = job->path ? job->path : job->spool_path;
    TRY(file_open(job, path, &fd, &bytes));
    char head[HEAD_BYTES];
    ssize_t n = read(fd, head, sizeof head);
    close(fd);
    str first = {head, n > 0 ? (size_t)n : 0};
    const char *format = job->head.format;
    job->zip = strcmp(format, "zip") == 0 || (strcmp(format, "auto") == 0 && is_zip(job->head.file_name, first));
    if (job->zip || import_format_named(format, &job->format)) return OK;
    if (import_format_guess(job->head.file_name, first, &job->format)) return OK;
    if (first.len == 0) return no_rows(job);
    return problem_set(job->problem, ERR_IMPORT_INVALID,
                       "It cannot be told what kind of file this is. Name the format: csv, tsv, json, jsonl or zip.");
}

static err zip_pulse(void *arg, int64_t bytes) { return pulse(arg, bytes); }

/* The archive becomes a list of pictures, and a tasks file if it has one. */
static err zip_prepare(struct job *job) {
    const struct import_context *context = job->context;
    if (job->check.picture_field_count == 0)
        return problem_set(
            job->problem, ERR_IMPORT_INVALID,
            "The label config shows no picture of a task (<Image value=\"$field\"/>), so a zip of pictures has no "
            "place in it.");
    if (job->head.state == IMPORT_CHECKING) {
        struct import_unpacking unpacking = {.files = context->files,
                                             .program = context->program,
                                             .import_id = job->head.id,
                                             .pulse = zip_pulse,
                                             .arg = job};
        TRY(import_zip_unpack(&unpacking, job->path ? job->path : job->spool_path, job->problem));
    }
    TRY(import_names_open(context->files, job->head.id, &job->names, job->problem));
    const char *tasks_file = import_names_tasks_file(job->names);
    job->check.names = job->names;
    job->check.pictures_are_rows = tasks_file[0] == 0;
    job->format = IMPORT_JSONL;
    if (tasks_file[0]) import_format_guess(tasks_file, STR(""), &job->format);
    return OK;
}

/* --- the job --- */

static err job_load(struct job *job, int64_t id) {
    struct store_conn *conn;
    CLEANUP(buf_free) struct buf config = {0};
    TRY(store_connect(job->context->store, STORE_READ, &conn, job->problem));
    err e = import_head(conn, id, &job->head, job->problem);
    if (e == OK) {
        e = project_texts(conn, job->head.project_id, &config, NULL);
        if (e != OK) problem_set(job->problem, e, "Project %lld cannot be read.", (long long)job->head.project_id);
    }
    store_disconnect(conn);
    TRY(e);
    if (job->head.state == IMPORT_UPLOADING)
        return problem_set(job->problem, ERR_BAD_STATE, "The file of import %lld has not arrived whole.",
                           (long long)id);
    if (job->head.state == IMPORT_FAILED)
        return problem_set(job->problem, ERR_BAD_STATE, "Import %lld has failed before; begin a new one.",
                           (long long)id);
    return import_check_init(&job->check, buf_str(&config), job->problem);
}

static err job_run(struct job *job) {
    TRY(format_find(job));
    if (job->zip) TRY(zip_prepare(job));
    job->checked = !job->head.good_rows && job->head.state == IMPORT_IMPORTING;
    if (!job->head.good_rows && !job->checked) {
        TRY(check_pass(job));
        job->checked = true;
    }
    if (job->head.state == IMPORT_CHECKING) TRY(state_set(job, IMPORT_IMPORTING, NULL));
    TRY(add_pass(job));
    return state_set(job, IMPORT_DONE, NULL);
}

/* The disk, the database or the program's end: nothing of the file's doing, so the job can be run again. */
static bool passes(err e) {
    return e == ERR_STOPPING || e == ERR_BUSY || e == ERR_STORE_LOST || e == ERR_STORE_FULL ||
           e == ERR_STORE_CONFLICT || e == ERR_INTERNAL;
}

static void spool_clean(struct job *job, const char *spool) {
    import_zip_clean(job->context->files, job->head.id);
    if (!job->path) files_spool_remove(job->context->files, spool);
}

static err job_once(const struct import_context *context, int64_t id, const char *path, struct problem *p) {
    struct job job = {.context = context, .problem = p, .path = path};
    char spool[IMPORT_SPOOL_NAME_BYTES];
    snprintf(spool, sizeof spool, "import-%lld", (long long)id);
    snprintf(job.spool_path, sizeof job.spool_path, "%s/spool/%s", files_directory(context->files), spool);
    err e = job_load(&job, id);
    if (e == OK && job.head.state != IMPORT_DONE) {
        e = job_run(&job);
        if (e != OK && !passes(e)) {
            err failed = state_set(&job, IMPORT_FAILED, p->detail);
            e = failed == OK ? ERR_IMPORT_INVALID : failed;
        }
    }
    if (e == OK || e == ERR_IMPORT_INVALID) spool_clean(&job, spool);
    import_names_free(job.names);
    import_check_free(&job.check);
    return e;
}

/* A fault may be over in a moment, as a lost connection is: then the job goes on where it was. */
err import_job_run(const struct import_context *context, int64_t id, const char *path, struct problem *p) {
    static const int64_t pauses_usec[] = {50000, 200000, 800000};
    err e = job_once(context, id, path, p);
    for (size_t i = 0; i < sizeof pauses_usec / sizeof *pauses_usec; i++) {
        if (!err_is_fault(e) || e == ERR_STOPPING) break;
        if (context->stopping && context->stopping(context->arg)) break;
        log_line(LOG_WARN, NULL, "import %lld goes on after %s", (long long)id, err_code(e));
        nanosleep(&(struct timespec){.tv_nsec = (long)pauses_usec[i] * 1000}, NULL);
        memset(p, 0, sizeof *p);
        e = job_once(context, id, path, p);
    }
    return e;
}
