/* Starts the program itself again as a child that works on a picture: limits, feeding, hearing, ending. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "files/files_internal.h"

enum {
    CHILD_FILES_MAX = 64,
    HEAR_BYTES = 64 * 1024,
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
static _Noreturn void child_run(const char *program, char *const *argv, int socket, int seconds_max) {
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
    /* Half of the time that it may take: what waits for a busy machine is not to blame. */
    rlim_t cpu = ((rlim_t)seconds_max + 1) / 2;
    limit(RLIMIT_CPU, cpu, cpu + 1);
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
    size_t reply_bytes_max;
    struct picture_outcome *out;
};

static bool child_start(struct child *c, const char *program, char *const *argv, int seconds_max) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return false;
    c->pid = fork();
    if (c->pid == 0) child_run(program, argv, pair[1], seconds_max);
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
    struct buf *reply = &c->out->reply;
    for (;;) {
        size_t room = c->reply_bytes_max - reply->len;
        if (room > HEAR_BYTES) room = HEAR_BYTES;
        buf_reserve(reply, room + 1);
        ssize_t n = recv(c->socket, reply->data + reply->len, room, MSG_DONTWAIT);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return true;
        if (n <= 0) return false;
        reply->len += (size_t)n;
        reply->data[reply->len] = 0;
        if (reply->len == c->reply_bytes_max) return false;
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
        c->out->late = ready <= 0;
        if (c->out->late) return;
        if (feeding && poll_fd.revents & (POLLOUT | POLLERR | POLLHUP)) feeding = child_feed(c, &bytes);
        if (poll_fd.revents & (POLLIN | POLLERR | POLLHUP) && !child_hear(c)) return;
    }
}

/* A process that is ending keeps its exit code, so the kill only meets one that lingers. */
static void child_end(struct child *c) {
    kill(c->pid, SIGKILL);
    pid_t done;
    while ((done = waitpid(c->pid, &c->out->status, 0)) < 0 && errno == EINTR) {
    }
    if (done != c->pid) c->out->status = -1;
    close(c->socket);
}

bool picture_process(const char *program, char *const *argv, str bytes, size_t reply_bytes_max, int seconds_max,
                     struct picture_outcome *out) {
    *out = (struct picture_outcome){.status = -1};
    struct child c = {.reply_bytes_max = reply_bytes_max, .out = out};
    buf_add_text(&out->reply, "");
    if (!child_start(&c, program, argv, seconds_max)) return false;
    child_talk(&c, bytes, seconds_max);
    child_end(&c);
    return true;
}

void picture_outcome_free(struct picture_outcome *out) { buf_free(&out->reply); }
