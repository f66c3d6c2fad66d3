/* Smaller copies of sound for thin links: see files.h. Debian's ffmpeg makes them, where it is installed, as a child
 * that is limited as the picture checker is, with a sandbox of its own (sound_sandbox.c). */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "files/files_internal.h"

enum {
    CHILD_CPU_SECONDS_MAX = 200,
    CHILD_SECONDS_MAX = 300,
    CHILD_FILES_MAX = 64,
    WAIT_USEC = 20000,
};
static const rlim_t memory_bytes_max = (rlim_t)1024 * 1024 * 1024;
static const rlim_t copy_bytes_max = (rlim_t)64 * 1024 * 1024; /* nine hours */

/* The type is told to ffmpeg, so that no file makes it read a playlist or another format. */
static const struct {
    const char *type, *format;
} formats[] = {
    {"audio/ogg", "ogg"}, {"audio/mpeg", "mp3"}, {"audio/wav", "wav"}, {"audio/flac", "flac"}, {"audio/mp4", "mov"}};

static const char *format_of(int fd) {
    char head[64];
    ssize_t len = pread(fd, head, sizeof head, 0);
    const char *type = len > 0 ? media_type((str){head, (size_t)len}) : NULL;
    for (size_t i = 0; type && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(type, formats[i].type) == 0) return formats[i].format;
    return NULL;
}

static void fd_close(int *fd) {
    if (*fd >= 0) close(*fd);
}

static void limit(int resource, rlim_t most) {
    if (setrlimit(resource, &(struct rlimit){most, most}) != 0) _exit(126);
}

/* Between fork and exec: only calls that are safe there. */
static _Noreturn void child_run(const char *program, const char *format, int in, int out) {
    char *const argv[] = {"ffmpeg",
                          "-nostdin",
                          "-v",
                          "error",
                          "-threads",
                          "1",
                          "-protocol_whitelist",
                          "file,pipe",
                          "-f",
                          (char *)(uintptr_t)format,
                          "-i",
                          "file:/proc/self/fd/0",
                          "-map",
                          "0:a:0",
                          "-vn",
                          "-map_metadata",
                          "-1",
                          "-fflags",
                          "+bitexact",
                          "-ac",
                          "1",
                          "-c:a",
                          "libopus",
                          "-b:a",
                          "16k",
                          "-application",
                          "voip",
                          "-f",
                          "ogg",
                          "pipe:1",
                          NULL};
    char *const environment[] = {"LC_ALL=C", "MALLOC_ARENA_MAX=2", NULL};
    int quiet = open("/dev/null", O_WRONLY), from = fcntl(in, F_DUPFD, 3), to = fcntl(out, F_DUPFD, 3);
    if (quiet < 0 || from < 0 || to < 0 || dup2(from, 0) < 0 || dup2(to, 1) < 0 || dup2(quiet, 2) < 0) _exit(126);
    if (close_range(3, ~0U, 0) != 0)
        for (int fd = 3; fd < 1024; fd++) close(fd);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    limit(RLIMIT_AS, memory_bytes_max);
    limit(RLIMIT_CPU, CHILD_CPU_SECONDS_MAX);
    limit(RLIMIT_NOFILE, CHILD_FILES_MAX);
    limit(RLIMIT_FSIZE, copy_bytes_max);
    limit(RLIMIT_CORE, 0);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) _exit(126);
    if (nice(10) == -1) errno = 0;
    if (!sound_sandbox(program, 0)) _exit(126);
    execve(program, argv, environment);
    _exit(127);
}

/* Did it end well, in time. */
static bool child_wait(pid_t pid) {
    int64_t deadline = clock_monotonic_usec() + (int64_t)CHILD_SECONDS_MAX * 1000000;
    int status;
    for (;;) {
        pid_t ended = waitpid(pid, &status, WNOHANG);
        if (ended == pid) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (ended < 0 && errno != EINTR) return false;
        if (clock_monotonic_usec() > deadline) break;
        usleep(WAIT_USEC);
    }
    kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
    return false;
}

static void copy_name(char out[60], const char *name) { snprintf(out, 60, "%s.opus", name); }

bool sound_copies_possible(const char *program) { return access(program, X_OK) == 0; }

err sound_copy_open(struct files *f, const char *name, int *fd, int64_t *bytes) {
    *fd = -1;
    if (!files_blob_name_valid(name)) return ERR_NOT_FOUND;
    CLEANUP(fd_close) int folder = openat(f->dir_fd, "copies", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return ERR_NOT_FOUND;
    char file[60];
    copy_name(file, name);
    return files_regular_open(folder, file, fd, bytes);
}

/* Whole or not at all: a reader never meets half a copy. */
static err copy_keep(struct files *f, const char *name, const char *draft, struct problem *p) {
    char file[60];
    copy_name(file, name);
    if (mkdirat(f->dir_fd, "copies", 0700) != 0 && errno != EEXIST)
        return files_fault(p, "make a folder in", f->directory);
    CLEANUP(fd_close) int folder = openat(f->dir_fd, "copies", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0 && renameat(f->tmp_fd, draft, folder, file) == 0) return OK;
    return files_fault(p, "write a file in", f->directory);
}

err sound_copy_make(struct files *f, const char *program, const char *name, struct problem *p) {
    int64_t bytes;
    CLEANUP(fd_close) int blob = -1;
    TRY(files_open_blob(f, name, &blob, &bytes));
    const char *format = format_of(blob);
    if (!format || !sound_copies_possible(program))
        return problem_set(p, ERR_INVALID, "No smaller copy of this file can be made.");
    char draft[110];
    snprintf(draft, sizeof draft, "%s.opus.%d.%p", name, (int)getpid(), (const void *)&draft);
    CLEANUP(fd_close) int out = openat(f->tmp_fd, draft, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (out < 0) return files_fault(p, "make a file in", f->directory);
    pid_t pid = fork();
    if (pid == 0) child_run(program, format, blob, out);
    char head[64];
    bool made = pid > 0 && child_wait(pid);
    ssize_t len = made ? pread(out, head, sizeof head, 0) : 0;
    const char *type = len > 0 ? media_type((str){head, (size_t)len}) : NULL;
    err e = type && strcmp(type, "audio/ogg") == 0 ? copy_keep(f, name, draft, p)
            : pid < 0                              ? files_fault(p, "start", program)
                      : problem_set(p, ERR_INVALID, "No smaller copy of this file can be made.");
    if (e != OK) unlinkat(f->tmp_fd, draft, 0);
    return e;
}
