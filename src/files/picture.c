/* Judges a child that looked at a picture by what it said and how it ended. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/limits.h"
#include "files/files_internal.h"

enum { CHILD_SECONDS_MAX = 20, REPLY_BYTES_MAX = 128 };

const char *picture_type(str s) {
    if (s.len >= 3 && memcmp(s.data, "\xFF\xD8\xFF", 3) == 0) return "image/jpeg";
    if (s.len >= 8 && memcmp(s.data, "\x89PNG\r\n\x1A\n", 8) == 0) return "image/png";
    if (s.len >= 6 && (memcmp(s.data, "GIF87a", 6) == 0 || memcmp(s.data, "GIF89a", 6) == 0)) return "image/gif";
    if (s.len >= 12 && memcmp(s.data, "RIFF", 4) == 0 && memcmp(s.data + 8, "WEBP", 4) == 0) return "image/webp";
    if (s.len < 16 || memcmp(s.data + 4, "ftyp", 4) != 0) return NULL;
    /* major brand, then (after the version) the compatible ones */
    for (size_t i = 8; i + 4 <= s.len && i < 32; i += i == 8 ? 8 : 4)
        if (memcmp(s.data + i, "avif", 4) == 0) return "image/avif";
    return NULL;
}

static err refused(struct problem *p, const char *sentence) {
    return problem_set(p, ERR_PICTURE_INVALID, "%s", sentence);
}

/* What it said must be exactly what it can say. */
static bool reply_read(const struct picture_outcome *c, const char *type, struct picture_info *info) {
    size_t n = strlen(type);
    int used = 0;
    if (strncmp(c->reply.data, type, n) != 0) return false;
    if (sscanf(c->reply.data + n, " %5d %5d%n", &info->width, &info->height, &used) != 2) return false;
    if (strcmp(c->reply.data + n + used, "\n") != 0) return false;
    snprintf(info->type, sizeof info->type, "%s", type);
    return info->width >= 1 && info->width <= PICTURE_SIDE_MAX && info->height >= 1 && info->height <= PICTURE_SIDE_MAX;
}

static err too_many_bytes(struct problem *p) {
    return problem_set(p, ERR_PICTURE_INVALID, "The picture has more than %d MB. Make it smaller.",
                       PICTURE_BYTES_MAX / (1024 * 1024));
}

static err wrong_type(struct problem *p) {
    return refused(p, "The file is not a JPEG, PNG, WebP, GIF or AVIF picture. Convert it to one of these.");
}

static err judge(const struct picture_outcome *c, const char *program, const char *type, struct picture_info *info,
                 struct problem *p) {
    if (c->late) return refused(p, "The picture takes too long to decode. Make it smaller or save it again.");
    int code = c->status != -1 && WIFEXITED(c->status) ? WEXITSTATUS(c->status) : -1;
    switch (code) {
    case PICTURE_EXIT_OK:
        if (reply_read(c, type, info)) return OK;
        break;
    case PICTURE_EXIT_SIDE:
        return problem_set(p, ERR_PICTURE_INVALID, "The picture is more than %d pixels wide or high. Make it smaller.",
                           PICTURE_SIDE_MAX);
    case PICTURE_EXIT_PIXELS:
        return problem_set(p, ERR_PICTURE_INVALID,
                           "The picture has more than %d million pixels (all frames together). Make it smaller.",
                           PICTURE_PIXELS_MAX / 1000000);
    case PICTURE_EXIT_BYTES: return too_many_bytes(p);
    case PICTURE_EXIT_TYPE: return wrong_type(p);
    case PICTURE_EXIT_SETUP:
    case PICTURE_EXIT_NO_EXEC:
        return problem_set(p, ERR_SYSTEM, "The picture checker (%s picture-check) cannot be started.", program);
    default:
        if (c->status == -1 && reply_read(c, type, info)) return OK;
        if (c->status != -1 && WIFSIGNALED(c->status) && WTERMSIG(c->status) == SIGXCPU)
            return refused(p, "The picture takes too long to decode. Make it smaller or save it again.");
    }
    return refused(
        p, "The picture cannot be decoded: it is damaged, cut off, or needs too much memory. Save it again, or make "
           "it smaller.");
}

err picture_check(const char *program, str bytes, struct picture_info *info, struct problem *p) {
    return picture_check_within(program, bytes, CHILD_SECONDS_MAX, info, p);
}

err picture_check_within(const char *program, str bytes, int seconds_max, struct picture_info *info,
                         struct problem *p) {
    *info = (struct picture_info){0};
    if (bytes.len > PICTURE_BYTES_MAX) return too_many_bytes(p);
    const char *type = picture_type(bytes);
    if (!type) return wrong_type(p);
    char *const argv[] = {"faena", "picture-check", NULL};
    CLEANUP(picture_outcome_free) struct picture_outcome outcome;
    if (!picture_process(program, argv, bytes, REPLY_BYTES_MAX, seconds_max, &outcome))
        return files_fault(p, "start", program);
    return judge(&outcome, program, type, info, p);
}
