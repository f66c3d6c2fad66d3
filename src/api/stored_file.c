/* GET /files/NAME: what was uploaded, whole or a range of it; with ?w=WIDTH a smaller copy of a picture, in the
 * smallest form that the browser shows (AVIF, WebP, JPEG), with ?sound=small a smaller copy of a sound; made when it is
 * first asked for.
 *
 * A browser that says "Save-Data: on" gets a copy of half that width, but with &exact=1, which the page adds where the
 * person has decided for themselves (web/shared/saving.js). An address without w is the original, whatever is said. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "api/app.h"
#include "base/clock.h"

struct wanted {
    struct api_call *call;
    const char *name;
    int width;  /* 0 = as it was uploaded */
    bool exact; /* that width, whatever Save-Data says */
    bool sound; /* a smaller copy of a sound */
    enum picture_form form;
    err made;
};

/* The name is the content: it never changes. Private: a shared cache must not serve it to people without a login. */
static bool known_already(struct http_request *r, const char *etag) {
    const char *known = http_request_header(r, "If-None-Match");
    http_reply_header(r, "Cache-Control", "private, max-age=31536000, immutable");
    http_reply_header(r, "ETag", etag);
    http_reply_header(r, "X-Content-Type-Options", "nosniff");
    http_reply_header(r, "Content-Security-Policy", "default-src 'none'; sandbox");
    if (!known || strcmp(known, etag) != 0) return false;
    http_reply(r, 304, NULL, STR(""));
    return true;
}

enum range { RANGE_NONE, RANGE_PART, RANGE_OUTSIDE };

/* One range of bytes (RFC 9110, 14.1.2); anything else in the header is passed over, as the standard allows. */
static enum range range_read(const char *header, int64_t bytes, int64_t *from, int64_t *length) {
    long long first = 0, last = bytes - 1;
    int used = 0;
    *from = 0;
    *length = bytes;
    if (!header || strncmp(header, "bytes=", 6) != 0 || strlen(header) > 60) return RANGE_NONE;
    header += 6;
    if (sscanf(header, "-%18lld%n", &last, &used) == 1 && header[used] == 0 && last >= 0) {
        first = last < bytes ? bytes - last : 0;
        if (last == 0) return RANGE_OUTSIDE;
        last = bytes - 1;
    } else if ((sscanf(header, "%18lld-%18lld%n", &first, &last, &used) != 2 || header[used] != 0 || last < first) &&
               (last = bytes - 1, sscanf(header, "%18lld-%n", &first, &used) != 1 || used == 0 || header[used] != 0)) {
        return RANGE_NONE;
    }
    if (first < 0) return RANGE_NONE;
    if (first >= bytes) return RANGE_OUTSIDE;
    if (last >= bytes) last = bytes - 1;
    *from = first;
    *length = last - first + 1;
    return RANGE_PART;
}

/* Takes fd over. */
static void send_file(struct http_request *r, const char *type, int fd, int64_t bytes) {
    int64_t from, length;
    const char *header = http_request_header(r, "Range");
    if (http_request_header(r, "If-Range")) header = NULL; /* the whole is never wrong */
    enum range range = range_read(header, bytes, &from, &length);
    http_reply_header(r, "Accept-Ranges", "bytes");
    if (range == RANGE_OUTSIDE) {
        close(fd);
        http_reply_header(r, "Content-Range", arena_printf(http_request_arena(r), "bytes */%lld", (long long)bytes));
        http_reply(r, 416, "text/plain; charset=utf-8", STR("This range lies outside of the file.\n"));
        return;
    }
    if (range == RANGE_PART)
        http_reply_header(r, "Content-Range",
                          arena_printf(http_request_arena(r), "bytes %lld-%lld/%lld", (long long)from,
                                       (long long)(from + length - 1), (long long)bytes));
    http_reply_file(r, range == RANGE_PART ? 206 : 200, type, fd, from, length);
}

static void original_reply(struct wanted *w) {
    struct http_request *r = w->call->request;
    int fd;
    int64_t bytes;
    err e = files_open_blob(w->call->loop->app->files, w->name, &fd, &bytes);
    if (e != OK) {
        api_fail(w->call, e);
        return;
    }
    if (known_already(r, arena_printf(w->call->arena, "\"%s\"", w->name))) {
        close(fd);
        return;
    }
    /* What the bytes say, not the uploader. */
    char head[64];
    ssize_t len = pread(fd, head, sizeof head, 0);
    const char *type = len > 0 ? picture_type((str){head, (size_t)len}) : NULL;
    if (!type && len > 0) type = media_type((str){head, (size_t)len});
    send_file(r, type ? type : "application/octet-stream", fd, bytes);
}

/* Flat drawings can be smaller as they were than any copy; every browser shows a PNG or JPEG. */
static bool original_smaller(struct wanted *w, int64_t bytes) {
    int fd;
    int64_t original;
    if (files_open_blob(w->call->loop->app->files, w->name, &fd, &original) != OK) return false;
    char head[32];
    ssize_t len = original <= bytes ? pread(fd, head, sizeof head, 0) : 0;
    const char *type = len > 0 ? picture_type((str){head, (size_t)len}) : NULL;
    close(fd);
    return type && (strcmp(type, "image/png") == 0 || strcmp(type, "image/jpeg") == 0);
}

/* False when the copy is not there yet. */
static bool copy_reply(struct wanted *w) {
    struct http_request *r = w->call->request;
    int fd;
    int64_t bytes;
    if (picture_copy_open(w->call->loop->app->files, w->name, w->width, w->form, &fd, &bytes) != OK) return false;
    if (original_smaller(w, bytes)) {
        close(fd);
        original_reply(w);
        return true;
    }
    const char *etag = arena_printf(w->call->arena, "\"%s-%d-%d\"", w->name, w->width, (int)w->form);
    if (known_already(r, etag))
        close(fd);
    else
        http_reply_file(r, 200, picture_form_type(w->form), fd, 0, bytes);
    return true;
}

static const char *const ffmpeg = "/usr/bin/ffmpeg";

/* False when the copy is not there yet. Its original's size is told, so that a page can offer that. */
static bool sound_reply(struct wanted *w) {
    struct http_request *r = w->call->request;
    struct files *files = w->call->loop->app->files;
    int fd, original = -1;
    int64_t bytes, original_bytes = 0;
    if (sound_copy_open(files, w->name, &fd, &bytes) != OK) return false;
    if (files_open_blob(files, w->name, &original, &original_bytes) == OK) close(original);
    if (original_bytes <= bytes) { /* it was small already */
        close(fd);
        original_reply(w);
        return true;
    }
    http_reply_header(r, "X-Original-Bytes", arena_printf(w->call->arena, "%lld", (long long)original_bytes));
    if (known_already(r, arena_printf(w->call->arena, "\"%s-opus\"", w->name)))
        close(fd);
    else
        send_file(r, "audio/ogg", fd, bytes);
    return true;
}

static void sound_make(void *arg) {
    struct wanted *w = arg;
    struct files *files = w->call->loop->app->files;
    int fd;
    int64_t bytes;
    w->made = sound_copy_open(files, w->name, &fd, &bytes);
    if (w->made == OK)
        close(fd);
    else
        w->made = sound_copy_make(files, ffmpeg, w->name, w->call->problem);
}

static void sound_made(void *arg) {
    struct wanted *w = arg;
    if (w->made == OK && sound_reply(w)) return;
    if (w->made == ERR_NOT_FOUND)
        api_fail(w->call, w->made);
    else
        original_reply(w);
}

static void copy_make(void *arg) {
    struct wanted *w = arg;
    struct files *files = w->call->loop->app->files;
    int fd;
    int64_t bytes;
    /* Many may have asked for it at once: those behind the first find it made. */
    w->made = picture_copy_open(files, w->name, w->width, w->form, &fd, &bytes);
    if (w->made == OK)
        close(fd);
    else
        w->made = picture_copy_make(files, "/proc/self/exe", w->name, w->width, w->form, w->call->problem);
}

static void copy_made(void *arg) {
    struct wanted *w = arg;
    if (w->made == OK && copy_reply(w)) return;
    if (w->made == ERR_PICTURE_INVALID || w->made == OK)
        original_reply(w); /* an animation, or the copies were emptied meanwhile */
    else
        api_fail(w->call, w->made);
}

static err sound_read(struct api_call *call, bool *sound) {
    str text;
    *sound = http_request_param(call->request, "sound", &text);
    if (!*sound || str_is(text, "small")) return OK;
    problem_field_add(call->problem, "sound", "It can be: small.");
    return problem_set(call->problem, ERR_INVALID, "Of sound there is one copy: sound=small.");
}

/* Save-Data (WICG): tokens, of which "on" is the only one with a meaning. */
static bool saves_data(struct http_request *r) {
    const char *said = http_request_header(r, "Save-Data");
    return said && strncasecmp(said, "on", 2) == 0 && (said[2] == 0 || strchr(" \t,;", said[2]));
}

static err exact_read(struct api_call *call, bool *exact) {
    str text;
    *exact = http_request_param(call->request, "exact", &text);
    if (!*exact || str_is(text, "1")) return OK;
    problem_field_add(call->problem, "exact", "It can be: 1.");
    return problem_set(call->problem, ERR_INVALID, "Say exact=1 or leave it out.");
}

static err width_read(struct api_call *call, int *width) {
    str text;
    int64_t value;
    *width = 0;
    if (!http_request_param(call->request, "w", &text)) return OK;
    if (!str_to_int64(text, &value) || !picture_width_offered(value)) {
        problem_field_add(call->problem, "w", "Widths are 320, 640 and 1280.");
        return problem_set(call->problem, ERR_INVALID, "There are copies 320, 640 and 1280 pixels wide.");
    }
    *width = (int)value;
    return OK;
}

void stored_file_reply(struct app *app, struct http_request *r, const char *name) {
    struct arena *arena = http_request_arena(r);
    struct api_call *call = arena_alloc(arena, sizeof *call);
    struct wanted *w = arena_alloc(arena, sizeof *w);
    *call = (struct api_call){.request = r,
                              .arena = arena,
                              .loop = http_request_state(r),
                              .problem = arena_alloc(arena, sizeof(struct problem)),
                              .now_usec = clock_usec()};
    *w = (struct wanted){.call = call, .name = name, .form = picture_form_choose(http_request_header(r, "Accept"))};
    err e = session_authenticate(call);
    if (e == OK && call->actor.person_id == 0) e = ERR_UNAUTHENTICATED;
    if (e == OK) e = width_read(call, &w->width);
    if (e == OK) e = exact_read(call, &w->exact);
    /* Also where the original comes after all: a cache must not give one browser what another one asked for. */
    if (e == OK && w->width) http_reply_header(r, "Vary", w->exact ? "Accept" : "Accept, Save-Data");
    if (e == OK && !w->exact && saves_data(r) && picture_width_offered(w->width / 2)) w->width /= 2;
    if (e == OK) e = sound_read(call, &w->sound);
    if (e == OK && w->sound && sound_reply(w)) return;
    if (e == OK && w->sound && sound_copies_possible(ffmpeg)) {
        e = op_job(call, app->file_jobs, sound_make, sound_made, w);
        if (e != OK) api_fail(call, e);
        return;
    }
    if (e == OK && w->width == 0) {
        original_reply(w);
        return;
    }
    if (e == OK && copy_reply(w)) return;
    if (e == OK) e = op_job(call, app->file_jobs, copy_make, copy_made, w);
    if (e != OK) api_fail(call, e);
}
