/* GET /files/NAME/tiles and /files/NAME/tiles/LEVEL/COLUMN/ROW: a big picture in parts (picture_tiles.c), so that a
 * page loads only what it shows. They are made when they are first asked for. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "api/app.h"
#include "base/clock.h"

struct wanted {
    struct api_call *call;
    char name[BLOB_NAME_BYTES];
    int level, column, row; /* level -1: what there is */
    err made;
};

/* False when they have not been made. */
static bool tiles_reply(struct wanted *w) {
    struct http_request *r = w->call->request;
    struct files *files = w->call->loop->app->files;
    struct picture_tiles tiles;
    if (picture_tiles_read(files, w->name, &tiles) != OK) return false;
    http_reply_header(r, "Cache-Control", "private, max-age=31536000, immutable");
    http_reply_header(r, "X-Content-Type-Options", "nosniff");
    if (w->level < 0) {
        CLEANUP(buf_free) struct buf body = {0};
        buf_printf(&body, "{\"width\":%d,\"height\":%d,\"tile\":%d,\"levels\":%d}", tiles.width, tiles.height,
                   TILE_SIDE, tiles.levels);
        http_reply(r, 200, "application/json", buf_str(&body));
        return true;
    }
    int fd;
    int64_t offset, bytes;
    err e = picture_tile_open(files, w->name, w->level, w->column, w->row, &fd, &offset, &bytes);
    if (e == OK)
        http_reply_file(r, 200, "image/jpeg", fd, offset, bytes);
    else
        api_fail(w->call, e);
    return true;
}

static void tiles_make(void *arg) {
    struct wanted *w = arg;
    struct files *files = w->call->loop->app->files;
    struct picture_tiles tiles;
    /* Many may have asked for them at once: those behind the first find them made. */
    w->made = picture_tiles_read(files, w->name, &tiles);
    if (w->made != OK) w->made = picture_tiles_make(files, "/proc/self/exe", w->name, w->call->problem);
}

static void tiles_made(void *arg) {
    struct wanted *w = arg;
    if (w->made == ERR_PICTURE_INVALID)
        api_fail(w->call, ERR_NOT_FOUND);
    else if (w->made != OK || !tiles_reply(w))
        api_fail(w->call, w->made == OK ? ERR_NOT_FOUND : w->made);
}

/* NAME/tiles or NAME/tiles/1/2/3 */
static bool path_read(str path, struct wanted *w) {
    char text[80];
    int used = 0;
    size_t name = BLOB_NAME_BYTES - 1;
    w->level = -1;
    if (path.len >= sizeof text || path.len < name + 6) return false;
    memcpy(text, path.data, path.len);
    text[path.len] = 0;
    memcpy(w->name, text, name);
    w->name[name] = 0;
    if (strcmp(text + name, "/tiles") == 0) return true;
    return strspn(text + name, "/tiles0123456789") == path.len - name &&
           sscanf(text + name, "/tiles/%2d/%4d/%4d%n", &w->level, &w->column, &w->row, &used) == 3 &&
           text[name + (size_t)used] == 0;
}

bool stored_tiles_reply(struct app *app, struct http_request *r, str path) {
    if (!memmem(path.data, path.len, "/tiles", 6)) return false;
    struct arena *arena = http_request_arena(r);
    struct api_call *call = arena_alloc(arena, sizeof *call);
    struct wanted *w = arena_alloc(arena, sizeof *w);
    *call = (struct api_call){.request = r,
                              .arena = arena,
                              .loop = http_request_state(r),
                              .problem = arena_alloc(arena, sizeof(struct problem)),
                              .now_usec = clock_usec()};
    *w = (struct wanted){.call = call};
    err e = session_authenticate(call);
    if (e == OK && call->actor.person_id == 0) e = ERR_UNAUTHENTICATED;
    if (e == OK && !path_read(path, w)) e = ERR_NOT_FOUND;
    if (e == OK && tiles_reply(w)) return true;
    /* Only the question what there is makes them: else a single tile of a picture that has none would try each time. */
    if (e == OK && w->level >= 0) e = ERR_NOT_FOUND;
    if (e == OK) e = op_job(call, app->file_jobs, tiles_make, tiles_made, w);
    if (e != OK) api_fail(call, e);
    return true;
}
