/* Handlers: imports and pictures. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "api/app.h"
#include "api/route.h"
#include "api_gen.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "core/import_job.h"

static err seen(struct api_call *call, int64_t project_id, struct project_head *head) {
    return project_seen(call->loop->reader, project_id, call->actor.person_id, call->actor.roles, head, call->problem);
}

/* The import, when the asker may see its project. */
static err import_seen(struct api_call *call, int64_t id, struct import_head *import) {
    struct project_head project;
    TRY(import_head(call->loop->reader, id, import, call->problem));
    return seen(call, import->project_id, &project);
}

static err import_reply(struct api_call *call, int64_t id, int status) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(import_json(call->loop->reader, id, &o));
    api_reply_buf(call, status, &body);
    return OK;
}

err op_import_list(struct api_call *call, const struct in_import_list *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    struct op_list list;
    TRY(op_list_begin(&list, call, 'i', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200, imports_json(call->loop->reader, in->project, &list.page, &list.out));
}

static err finish_import(struct api_call *call, struct command *command) {
    return import_reply(call, reply_int(command, "id"), call->operation->status);
}

err op_import_create(struct api_call *call, const struct in_import_create *in) {
    static const char *const formats[] = {"auto", "csv", "tsv", "json", "jsonl", "zip"};
    struct import_create *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct import_create){.id = id_new(),
                                   .project_id = in->project,
                                   .file_name = in->file_name,
                                   .format = str_from(formats[in->format]),
                                   .good_rows = in->mode == IN_IMPORT_CREATE_MODE_GOOD,
                                   .bytes = in->bytes};
    return op_command(call, &cmd_import_create, args, finish_import);
}

err op_import_show(struct api_call *call, const struct in_import_show *in) {
    struct import_head import;
    TRY(import_seen(call, in->import, &import));
    return import_reply(call, in->import, 200);
}

/* --- parts: written and synced on a job thread, then counted by a command --- */

struct part {
    struct api_call *call;
    int64_t import_id, offset;
    struct import_received received;
    err result;
};

static void spool_name(int64_t import_id, char name[64]) { snprintf(name, 64, "import-%lld", (long long)import_id); }

static void part_write(void *arg) {
    struct part *part = arg;
    char name[64];
    spool_name(part->import_id, name);
    part->result =
        files_spool_write(part->call->loop->app->files, name, part->offset, http_request_body(part->call->request),
                          &part->received.received_bytes, part->call->problem);
}

static err part_counted(struct api_call *call, struct command *command) {
    const struct import_received *received = command->args;
    char body[60];
    snprintf(body, sizeof body, "{\"received_bytes\":%lld}", (long long)received->received_bytes);
    api_reply_text(call, 200, "application/json", str_from(body));
    return OK;
}

static void part_written(void *arg) {
    struct part *part = arg;
    struct api_call *call = part->call;
    err e = part->result;
    part->received.id = part->import_id;
    call->request_id = STR(""); /* a repeated part is written again to the same place: no receipt is needed */
    if (e == OK) e = op_command(call, &cmd_import_received, &part->received, part_counted);
    if (e != OK) api_fail(call, e);
}

err op_import_part(struct api_call *call, const struct in_import_part *in) {
    struct import_head import;
    TRY(import_seen(call, in->import, &import));
    if (import.person_id != call->actor.person_id)
        return problem_set(call->problem, ERR_NOT_FOUND, "There is no import %lld of yours.", (long long)in->import);
    if (import.state != IMPORT_UPLOADING)
        return problem_set(call->problem, ERR_BAD_STATE, "This import has been started and takes no more parts.");
    str body = http_request_body(call->request);
    if (body.len == 0) return problem_set(call->problem, ERR_BAD_REQUEST, "The part is empty.");
    if (in->offset + (int64_t)body.len > import.bytes)
        return problem_set(call->problem, ERR_TOO_LARGE,
                           "The file was announced with %lld bytes; this part goes past them.",
                           (long long)import.bytes);
    struct part *part = arena_alloc(call->arena, sizeof *part);
    *part = (struct part){.call = call, .import_id = in->import, .offset = in->offset};
    return op_job(call, call->loop->app->quick_jobs, part_write, part_written, part);
}

/* --- running --- */

struct running_import {
    struct app *app;
    int64_t id;
};

static bool app_stopping(void *arg) { return atomic_load(&((struct app *)arg)->stopping); }

static bool store_may_recover(err e) {
    return e == ERR_STORE_LOST || e == ERR_STORE_FULL || e == ERR_STORE_CONFLICT || e == ERR_BUSY;
}

static void import_run(void *arg) {
    struct running_import *run = arg;
    struct problem p = {0};
    struct import_context context = {.store = run->app->store,
                                     .writer = run->app->writer,
                                     .files = run->app->files,
                                     .program = "/proc/self/exe",
                                     .stopping = app_stopping,
                                     .arg = run->app};
    err e = import_job_run(&context, run->id, NULL, &p);
    /* A database that is away or has no room is waited for: the job then goes on where it was. */
    for (int wait_seconds = 1; store_may_recover(e) && !app_stopping(run->app);) {
        log_line(LOG_ERROR, NULL, "import %lld waits %d s: %s", (long long)run->id, wait_seconds, p.detail);
        for (int i = 0; i < wait_seconds * 5 && !app_stopping(run->app); i++) usleep(200000);
        if (!app_stopping(run->app)) e = import_job_run(&context, run->id, NULL, &p);
        if (wait_seconds < 60) wait_seconds *= 2;
    }
    if (err_is_fault(e)) log_line(LOG_ERROR, NULL, "import %lld stopped: %s", (long long)run->id, p.detail);
    free(run);
}

void import_job_submit(struct app *app, int64_t import_id) {
    struct running_import *run = mem_alloc(sizeof *run);
    *run = (struct running_import){app, import_id};
    if (jobs_submit(app->long_jobs, import_run, run)) return;
    /* It stays in the state "checking" and is taken up at the next start. */
    log_line(LOG_WARN, NULL, "import %lld waits: too many imports at once", (long long)import_id);
    free(run);
}

static err import_started(struct api_call *call, struct command *command) {
    int64_t id = reply_int(command, "id");
    if (!command->repeated) import_job_submit(call->loop->app, id);
    return import_reply(call, id, 202);
}

err op_import_start(struct api_call *call, const struct in_import_start *in) {
    struct import_head import;
    TRY(import_seen(call, in->import, &import));
    if (import.person_id != call->actor.person_id)
        return problem_set(call->problem, ERR_NOT_FOUND, "There is no import %lld of yours.", (long long)in->import);
    struct import_start *args = arena_alloc(call->arena, sizeof *args);
    args->id = in->import;
    return op_command(call, &cmd_import_start, args, import_started);
}

err op_import_report(struct api_call *call, const struct in_import_report *in) {
    struct import_head import;
    TRY(import_seen(call, in->import, &import));
    CLEANUP(buf_free) struct buf csv = {0};
    TRY(import_report(call->loop->reader, in->import, &csv));
    if (csv.len == 0) buf_add_text(&csv, "line,field,reason\r\n");
    http_reply_header(
        call->request, "Content-Disposition",
        arena_printf(call->arena, "attachment; filename=\"import-%lld-report.csv\"", (long long)in->import));
    api_reply_text(call, 200, "text/csv; charset=utf-8", buf_str(&csv));
    return OK;
}

/* --- files that tasks show --- */

struct stored {
    struct api_call *call;
    struct picture_info info; /* of a picture */
    const char *media;        /* NULL: a picture */
    char name[BLOB_NAME_BYTES];
    size_t bytes;
    err result;
};

err file_body_open(struct api_call *call, int64_t bytes, int *fd) {
    if (strcmp(call->operation->id, "file_create") != 0) return ERR_TOO_LARGE;
    if (bytes > MEDIA_BYTES_MAX)
        return problem_set(call->problem, ERR_TOO_LARGE,
                           "The file has %lld bytes; a picture has at most %d MB, sound or video at most %d MB.",
                           (long long)bytes, PICTURE_BYTES_MAX / (1024 * 1024), MEDIA_BYTES_MAX / (1024 * 1024));
    return files_draft(call->loop->app->files, fd, call->problem);
}

/* A mapping of the body that came as a file; else nothing. */
struct body_map {
    void *at;
    size_t len;
};

static void body_unmap(struct body_map *map) {
    if (map->at) munmap(map->at, map->len);
}

static bool body_map(const struct http_request *request, struct body_map *map, str *body) {
    int64_t bytes;
    int fd = http_request_body_file(request, &bytes);
    *body = http_request_body(request);
    if (fd < 0) return true;
    void *at = mmap(NULL, (size_t)bytes, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED) return false;
    *map = (struct body_map){at, (size_t)bytes};
    *body = (str){at, (size_t)bytes};
    return true;
}

static void file_store(void *arg) {
    struct stored *stored = arg;
    struct api_call *call = stored->call;
    struct files *files = call->loop->app->files;
    struct problem ignored = {0};
    str body;
    CLEANUP(body_unmap) struct body_map map = {0};
    if (!body_map(call->request, &map, &body)) {
        stored->result = problem_set(call->problem, ERR_SYSTEM, "The file cannot be read back: %s.", strerror(errno));
        return;
    }
    stored->bytes = body.len;
    stored->media = picture_type(body) ? NULL : media_type(body);
    stored->result = stored->media ? OK : picture_check("/proc/self/exe", body, &stored->info, call->problem);
    CLEANUP(buf_free) struct buf stripped = {0};
    if (stored->result == OK && !stored->media) stored->result = picture_strip(body, &stripped, call->problem);
    if (stored->result == OK && stripped.len > 0) {
        stored->bytes = stripped.len;
        stored->result = files_put(files, buf_str(&stripped), stored->name, call->problem);
    } else if (stored->result == OK)
        stored->result = map.at ? files_put_draft(files, http_request_body_file(call->request, &(int64_t){0}),
                                                  stored->name, call->problem)
                                : files_put(files, body, stored->name, call->problem);
    /* A big one is cut now, so that nobody waits for it later; without its tiles it is shown whole. */
    if (stored->result == OK && !stored->media && (int64_t)stored->info.width * stored->info.height >= TILES_PIXELS_MIN)
        (void)picture_tiles_make(files, "/proc/self/exe", stored->name, &ignored);
}

static void file_stored(void *arg) {
    struct stored *stored = arg;
    struct api_call *call = stored->call;
    if (stored->result != OK) {
        api_fail(call, stored->result);
        return;
    }
    CLEANUP(buf_free) struct buf body = {0};
    buf_printf(&body, "{\"address\":\"/files/%s\",\"type\":\"%s\",", stored->name,
               stored->media ? stored->media : stored->info.type);
    buf_printf(&body, "\"width\":%d,\"height\":%d,\"bytes\":%zu}", stored->info.width, stored->info.height,
               stored->bytes);
    api_reply_buf(call, 201, &body);
}

err op_file_create(struct api_call *call, const struct in_file_create *in) {
    struct project_head head;
    TRY(seen(call, in->project, &head));
    if (http_request_body(call->request).len == 0 && http_request_body_file(call->request, &(int64_t){0}) < 0)
        return problem_set(call->problem, ERR_BAD_REQUEST, "Send the file as the body of the request.");
    struct stored *stored = arena_alloc(call->arena, sizeof *stored);
    *stored = (struct stored){.call = call};
    return op_job(call, call->loop->app->file_jobs, file_store, file_stored, stored);
}
