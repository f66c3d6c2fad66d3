/* `faena bench load` and `sse`: clients of a running server, one thread, many connections. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/json.h"
#include "cli/bench.h"

static json_t *setup_read(struct cli *cli) {
    json_error_t error;
    const char *path = bench_text(cli, "--setup", "setup.json");
    json_t *setup = json_load_file(path, 0, &error);
    if (setup) return setup;
    fprintf(stderr, "faena bench: --setup %s: %s\n", path, error.text);
    exit(1);
}

/* --- load --- */

struct client {
    int fd;
    int64_t task_id, sent_usec, request;
    const char *token;
    struct buf in;
};

static void send_all(int fd, const struct buf *out) {
    if (send(fd, out->data, out->len, MSG_NOSIGNAL) == (ssize_t)out->len) return;
    perror("faena bench: send");
    exit(1);
}

static void ask(struct client *c, int64_t project_id, int64_t run) {
    static const char answer[] =
        "{\"result\":[{\"from_name\":\"genre\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"choices\":"
        "[\"Drama\"]}}],\"work_seconds\":5,\"take_next\":true}";
    CLEANUP(buf_free) struct buf out = {0};
    buf_printf(&out, "POST /api/v1/work/projects/%lld/", (long long)project_id);
    if (c->task_id)
        buf_printf(&out, "tasks/%lld/submit", (long long)c->task_id);
    else
        buf_add_text(&out, "take");
    buf_printf(&out,
               " HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer %s\r\nIdempotency-Key: load-%lld-%lld\r\n"
               "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
               c->token, (long long)run, (long long)c->request++, c->task_id ? sizeof answer - 1 : 2,
               c->task_id ? answer : "{}");
    c->sent_usec = clock_monotonic_usec();
    send_all(c->fd, &out);
}

/* The whole reply in c->in, or 0 while more must come. */
static size_t reply_bytes(const struct client *c) {
    const char *end = c->in.len ? strstr(c->in.data, "\r\n\r\n") : NULL;
    if (!end) return 0;
    const char *length = strcasestr(c->in.data, "\r\nContent-Length:");
    size_t body = length && length < end ? strtoul(length + 17, NULL, 10) : 0,
           whole = (size_t)(end - c->in.data) + 4 + body;
    return c->in.len >= whole ? whole : 0;
}

static void receive(struct client *c) {
    char bytes[16384];
    ssize_t len = recv(c->fd, bytes, sizeof bytes, 0);
    if (len <= 0) {
        fprintf(stderr, "faena bench: the server closed a connection\n");
        exit(1);
    }
    buf_add(&c->in, bytes, (size_t)len);
}

int bench_load(struct cli *cli) {
    const char *url = bench_text(cli, "--url", "http://127.0.0.1:8080");
    int64_t seconds = bench_number(cli, "--seconds", 5), count = bench_number(cli, "--clients", 64);
    json_t *setup = setup_read(cli), *workers = json_object_get(setup, "workers");
    int64_t project_id = json_int(setup, "project", 0), run = clock_usec();
    if (count > (int64_t)json_array_size(workers)) count = (int64_t)json_array_size(workers);
    struct client *clients = mem_alloc(sizeof *clients * (size_t)count);
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    for (int64_t i = 0; i < count; i++) {
        struct client *c = &clients[i];
        c->fd = bench_connect(url);
        c->token = json_text(json_array_get(workers, (size_t)i), "token");
        c->request = i * 100000000;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
        epoll_ctl(epoll, EPOLL_CTL_ADD, c->fd, &event);
        ask(c, project_id, run);
    }
    struct bench_times times = {0};
    int64_t begin = clock_monotonic_usec() + 500000, cycles = 0, refused = 0, now;
    while ((now = clock_monotonic_usec()) < begin + seconds * 1000000) {
        struct epoll_event events[64];
        int ready = epoll_wait(epoll, events, 64, 100);
        for (int i = 0; i < ready; i++) {
            struct client *c = events[i].data.ptr;
            receive(c);
            size_t whole = reply_bytes(c);
            if (!whole) continue;
            bool ok = strncmp(c->in.data, "HTTP/1.1 200", 12) == 0;
            const char *task = ok ? strstr(c->in.data, "\"task\":") : NULL;
            now = clock_monotonic_usec();
            if (ok && c->task_id && c->sent_usec >= begin) {
                cycles++;
                bench_times_add(&times, now - c->sent_usec);
            }
            refused += !ok;
            c->task_id = task ? strtoll(task + 7, NULL, 10) : 0;
            if (refused > 1000) {
                fprintf(stderr, "faena bench: refused: %.400s\n", c->in.data);
                return 1;
            }
            buf_drop(&c->in, whole);
            ask(c, project_id, run);
        }
    }
    double took = (double)(now - begin) / 1e6;
    printf(
        "{\"cycles\":%lld,\"refused\":%lld,\"seconds\":%.3f,\"per_second\":%.0f,\"p50_usec\":%lld,\"p99_usec\":%lld}\n",
        (long long)cycles, (long long)refused, took, (double)cycles / took,
        (long long)bench_times_quantile(&times, 0.5), (long long)bench_times_quantile(&times, 0.99));
    for (int64_t i = 0; i < count; i++) {
        close(clients[i].fd);
        buf_free(&clients[i].in);
    }
    free(clients);
    close(epoll);
    json_decref(setup);
    return 0;
}

/* --- sse --- */

static void request_simple(int fd, const char *method, const char *path, const char *token) {
    CLEANUP(buf_free) struct buf out = {0};
    buf_printf(&out, "%s %s HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer %s\r\n", method, path, token);
    if (method[0] == 'P')
        buf_printf(&out, "Idempotency-Key: sse-%lld\r\nContent-Length: 0\r\n", (long long)clock_usec());
    buf_add_text(&out, "\r\n");
    send_all(fd, &out);
}

/* Reads what is there from every stream; returns how many have seen the word by now. */
static int64_t streams_read(int epoll, bool *seen, int64_t count, int64_t so_far, const char *word, int timeout_ms) {
    struct epoll_event events[256];
    int ready = epoll_wait(epoll, events, 256, timeout_ms);
    for (int i = 0; i < ready; i++) {
        char bytes[4096];
        int64_t at = (int64_t)(events[i].data.u64 >> 32);
        int fd = (int)(events[i].data.u64 & 0xffffffff);
        ssize_t len = recv(fd, bytes, sizeof bytes - 1, MSG_DONTWAIT);
        if (len <= 0) {
            fprintf(stderr, "faena bench: a stream was closed\n");
            exit(1);
        }
        bytes[len] = 0;
        if (at < count && !seen[at] && strstr(bytes, word)) {
            seen[at] = true;
            so_far++;
        }
    }
    return so_far;
}

int bench_sse(struct cli *cli) {
    const char *url = bench_text(cli, "--url", "http://127.0.0.1:8080");
    int64_t count = bench_number(cli, "--listeners", 10000), rounds = bench_number(cli, "--rounds", 5);
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    json_t *setup = setup_read(cli);
    const char *token = json_text(setup, "owner_token");
    char path[100];
    snprintf(path, sizeof path, "/api/v1/projects/%lld/events", (long long)json_int(setup, "project", 0));
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    bool *seen = mem_alloc((size_t)count);
    int64_t opened = 0;
    for (int64_t i = 0; i < count; i++) {
        int fd = bench_connect(url);
        struct epoll_event event = {.events = EPOLLIN, .data.u64 = (uint64_t)i << 32 | (unsigned)fd};
        epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
        request_simple(fd, "GET", path, token);
        if (i % 100 == 99) opened = streams_read(epoll, seen, count, opened, "text/event-stream", 1000);
    }
    while (opened < count) opened = streams_read(epoll, seen, count, opened, "text/event-stream", 1000);
    /* Idle for a moment: the caller reads the server's memory meanwhile. */
    fprintf(stderr, "open\n");
    sleep((unsigned)bench_number(cli, "--idle", 2));
    int control = bench_connect(url);
    printf("{\"listeners\":%lld,\"last_usec\":[", (long long)count);
    for (int64_t round = 0; round < rounds; round++) {
        bool pause = round % 2 == 0;
        memset(seen, 0, (size_t)count);
        snprintf(path, sizeof path, "/api/v1/projects/%lld/%s", (long long)json_int(setup, "project", 0),
                 pause ? "pause" : "resume");
        int64_t start = clock_monotonic_usec(), got = 0;
        request_simple(control, "POST", path, token);
        while (got < count)
            got = streams_read(epoll, seen, count, got, pause ? "project.paused" : "project.resumed", 1000);
        printf("%s%lld", round ? "," : "", (long long)(clock_monotonic_usec() - start));
        char reply[65536];
        if (recv(control, reply, sizeof reply, 0) <= 0) return 1;
        usleep(300000);
    }
    printf("]}\n");
    free(seen);
    json_decref(setup);
    return 0;
}
