/* The caller's side of picture_check: starts the child, feeds it, and judges it by what it says and how it ended. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/limits.h"
#include "files/files_internal.h"

enum {
    CHILD_CPU_SECONDS_MAX = 10,
    CHILD_SECONDS_MAX = 20,
    CHILD_FILES_MAX = 64,
    REPLY_BYTES_MAX = 128,
};
/* Address space, of which the program and its libraries take some 300 MB. The worst that is let in, a WebP of
 * PICTURE_PIXELS_MAX, was measured to need 1.7 GB of it and 0.8 GB of memory. */
static const rlim_t child_memory_bytes_max = (rlim_t)2 * 1024 * 1024 * 1024;

/* A sanitizer's shadow memory is larger than any sensible limit. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define MEMORY_LIMITED false
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define MEMORY_LIMITED false
#endif
#endif
#ifndef MEMORY_LIMITED
#define MEMORY_LIMITED true
#endif

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

/* When memory runs out, the kernel is to end the child and not the server. */
static void oom_first(void) {
    int fd = open("/proc/self/oom_score_adj", O_WRONLY);
    if (fd < 0) return;
    ssize_t ignored = write(fd, "1000", 4);
    (void)ignored;
    close(fd);
}

static void limit(int resource, rlim_t soft, rlim_t hard) {
    if (setrlimit(resource, &(struct rlimit){soft, hard}) != 0) _exit(PICTURE_EXIT_SETUP);
}

/* In the child, between fork and exec: only calls that are safe there (other threads may hold any lock). socket: both
 * its standard input and output. */
static _Noreturn void child_run(const char *program, int socket) {
    char *const argv[] = {"faena", "picture-check", NULL};
    char *const environment[] = {"LC_ALL=C", "VIPS_CONCURRENCY=1", "MALLOC_ARENA_MAX=2", NULL};
    int high = fcntl(socket, F_DUPFD, 3), quiet = open("/dev/null", O_WRONLY);
    if (high < 0 || quiet < 0 || dup2(high, 0) < 0 || dup2(high, 1) < 0 || dup2(quiet, 2) < 0)
        _exit(PICTURE_EXIT_SETUP);
    if (close_range(3, ~0U, 0) != 0) /* an old kernel; our own files are all closed by exec anyway */
        for (int fd = 3; fd < 1024; fd++) close(fd);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    oom_first();
    if (MEMORY_LIMITED) limit(RLIMIT_AS, child_memory_bytes_max, child_memory_bytes_max);
    limit(RLIMIT_CPU, CHILD_CPU_SECONDS_MAX, CHILD_CPU_SECONDS_MAX + 1);
    limit(RLIMIT_NOFILE, CHILD_FILES_MAX, CHILD_FILES_MAX);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CORE, 0, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) _exit(PICTURE_EXIT_SETUP);
    execve(program, argv, environment);
    _exit(PICTURE_EXIT_NO_EXEC);
}

struct child {
    pid_t pid;
    int socket;
    char reply[REPLY_BYTES_MAX + 1];
    size_t reply_len;
    bool late;
    int status; /* of waitpid, -1 = unknown */
};

static bool child_start(struct child *c, const char *program) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return false;
    c->pid = fork();
    if (c->pid == 0) child_run(program, pair[1]);
    int code = errno;
    close(pair[1]);
    if (c->pid < 0) close(pair[0]);
    c->socket = pair[0];
    errno = code;
    return c->pid > 0;
}

/* Sends what the socket takes; false when no more is to be sent. */
static bool child_feed(struct child *c, str *bytes) {
    while (bytes->len) {
        ssize_t n = send(c->socket, bytes->data, bytes->len, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return true;
        if (n < 0) return false; /* it has ended; its exit code tells why */
        *bytes = (str){bytes->data + n, bytes->len - (size_t)n};
    }
    shutdown(c->socket, SHUT_WR);
    return false;
}

/* False at the end of what it says, or when it says too much. */
static bool child_hear(struct child *c) {
    for (;;) {
        ssize_t n = recv(c->socket, c->reply + c->reply_len, REPLY_BYTES_MAX - c->reply_len, MSG_DONTWAIT);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return true;
        if (n <= 0) return false;
        c->reply_len += (size_t)n;
        if (c->reply_len == REPLY_BYTES_MAX) return false;
    }
}

/* Talks until it has ended (its end closes the socket) or is late. */
static void child_talk(struct child *c, str bytes, int seconds_max) {
    int64_t deadline = clock_monotonic_usec() + (int64_t)seconds_max * 1000000;
    bool feeding = true;
    for (;;) {
        int64_t left = deadline - clock_monotonic_usec();
        struct pollfd poll_fd = {c->socket, (short)(POLLIN | (feeding ? POLLOUT : 0)), 0};
        int ready = left > 0 ? poll(&poll_fd, 1, (int)(left / 1000) + 1) : 0;
        if (ready < 0 && errno == EINTR) continue;
        c->late = ready <= 0;
        if (c->late) return;
        if (feeding && poll_fd.revents & (POLLOUT | POLLERR | POLLHUP)) feeding = child_feed(c, &bytes);
        if (poll_fd.revents & (POLLIN | POLLERR | POLLHUP) && !child_hear(c)) return;
    }
}

/* A process that is ending keeps its exit code, so the kill only meets one that lingers. */
static void child_end(struct child *c) {
    kill(c->pid, SIGKILL);
    pid_t done;
    while ((done = waitpid(c->pid, &c->status, 0)) < 0 && errno == EINTR) {
    }
    if (done != c->pid) c->status = -1;
    close(c->socket);
}

static err refused(struct problem *p, const char *sentence) {
    return problem_set(p, ERR_PICTURE_INVALID, "%s", sentence);
}

/* What it said must be exactly what it can say. */
static bool reply_read(struct child *c, const char *type, struct picture_info *info) {
    c->reply[c->reply_len] = 0;
    size_t n = strlen(type);
    int used = 0;
    if (strncmp(c->reply, type, n) != 0) return false;
    if (sscanf(c->reply + n, " %5d %5d%n", &info->width, &info->height, &used) != 2) return false;
    if (strcmp(c->reply + n + used, "\n") != 0) return false;
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

static err judge(struct child *c, const char *program, const char *type, struct picture_info *info, struct problem *p) {
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
    struct child c = {.status = -1};
    if (!child_start(&c, program)) return files_fault(p, "start", program);
    child_talk(&c, bytes, seconds_max);
    child_end(&c);
    return judge(&c, program, type, info, p);
}
