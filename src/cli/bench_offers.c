/* `faena bench share` and `offers`: how fast shares are decided, and offers reach connected workers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "cli/bench.h"
#include "domain/dispatch.h"

static int64_t cpu_usec(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* As many tasks as workers; the best of five, in processor time. */
int bench_share(struct cli *cli) {
    int64_t count = bench_number(cli, "--workers", 10000), best = INT64_MAX, given = 0;
    struct dispatch_worker *workers = mem_alloc((size_t)count * sizeof *workers);
    uint32_t *heap = mem_alloc((size_t)count * sizeof *heap);
    for (int round = 0; round < 5; round++) {
        for (int64_t i = 0; i < count; i++)
            workers[i] = (struct dispatch_worker){.id = i + 1,
                                                  .earned_micros = i * 7919 % 20000000,
                                                  .wished_minutes = 600 + i * 104729 % 2000,
                                                  .waiting_usec = i * 31 % 1000,
                                                  .cap = 1 + (int32_t)(i % 60)};
        struct dispatch_order order = {.rule = DISPATCH_FAIR,
                                       .tasks = count,
                                       .away_max = count,
                                       .price_micros = 50000,
                                       .task_usec = 60000000,
                                       .piece = 1,
                                       .seed = 1};
        int64_t start = cpu_usec();
        given = dispatch_share(&order, workers, (size_t)count, heap);
        int64_t took = cpu_usec() - start;
        if (took < best) best = took;
    }
    printf("{\"workers\":%lld,\"tasks\":%lld,\"cpu_usec\":%lld}\n", (long long)count, (long long)given,
           (long long)best);
    free(workers);
    free(heap);
    return 0;
}

static void ask(int fd, const char *method, const char *path, const char *token) {
    CLEANUP(buf_free) struct buf out = {0};
    buf_printf(&out, "%s %s HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer %s\r\n", method, path, token);
    if (method[0] == 'P')
        buf_printf(&out, "Idempotency-Key: offers-%lld\r\nContent-Length: 0\r\n", (long long)clock_usec());
    buf_add_text(&out, "\r\n");
    if (send(fd, out.data, out.len, MSG_NOSIGNAL) == (ssize_t)out.len) return;
    perror("faena bench: send");
    exit(1);
}

struct streams {
    int epoll;
    int64_t count;
    unsigned char *place; /* how much of the word each stream has shown; parts may come apart */
};

/* Reads what is there; returns how many have shown the word by now. */
static int64_t streams_read(struct streams *s, int64_t so_far, const char *word) {
    struct epoll_event events[256];
    size_t len = strlen(word);
    int ready = epoll_wait(s->epoll, events, 256, 1000);
    for (int i = 0; i < ready; i++) {
        char bytes[4096];
        int64_t at = (int64_t)(events[i].data.u64 >> 32);
        ssize_t got = recv((int)(events[i].data.u64 & 0xffffffff), bytes, sizeof bytes, MSG_DONTWAIT);
        if (got <= 0) {
            fprintf(stderr, "faena bench: a stream was closed\n");
            exit(1);
        }
        for (ssize_t k = 0; k < got && s->place[at] < len; k++) {
            s->place[at] = bytes[k] == word[s->place[at]] ? s->place[at] + 1 : bytes[k] == word[0];
            so_far += s->place[at] == len;
        }
    }
    return so_far;
}

/* Connects a stream per worker, publishes the draft of --setup, and waits until every worker has their offer. */
int bench_offers(struct cli *cli) {
    const char *url = bench_text(cli, "--url", "http://127.0.0.1:8080");
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    json_t *setup = json_load_file(bench_text(cli, "--setup", "setup.json"), 0, NULL);
    json_t *tokens = json_object_get(setup, "tokens");
    struct streams s = {.epoll = epoll_create1(EPOLL_CLOEXEC), .count = (int64_t)json_array_size(tokens)};
    if (s.count == 0) return cli_say_wrong(cli, "--setup has no tokens of workers.");
    s.place = mem_alloc((size_t)s.count);
    int64_t opened = 0, got = 0;
    for (int64_t i = 0; i < s.count; i++) {
        int fd = bench_connect(url);
        struct epoll_event event = {.events = EPOLLIN, .data.u64 = (uint64_t)i << 32 | (unsigned)fd};
        epoll_ctl(s.epoll, EPOLL_CTL_ADD, fd, &event);
        ask(fd, "GET", "/api/v1/work/events", json_string_value(json_array_get(tokens, (size_t)i)));
        if (i % 100 == 99) opened = streams_read(&s, opened, "text/event-stream");
    }
    while (opened < s.count) opened = streams_read(&s, opened, "text/event-stream");
    sleep((unsigned)bench_number(cli, "--idle", 8)); /* until it is written down who is there */
    memset(s.place, 0, (size_t)s.count);
    char path[100];
    snprintf(path, sizeof path, "/api/v1/projects/%lld/publish",
             (long long)json_integer_value(json_object_get(setup, "project")));
    int control = bench_connect(url);
    int64_t start = clock_monotonic_usec();
    ask(control, "POST", path, json_string_value(json_object_get(setup, "owner_token")));
    char reply[65536];
    ssize_t len = recv(control, reply, sizeof reply - 1, 0);
    int64_t published = clock_monotonic_usec(), half = 0;
    if (len <= 12 || strncmp(reply, "HTTP/1.1 200", 12) != 0) {
        fprintf(stderr, "faena bench: publishing was refused: %.*s\n", (int)(len > 0 ? len : 0), reply);
        return 1;
    }
    while (got < s.count) {
        got = streams_read(&s, got, "event: offer.made");
        if (half == 0 && got * 2 >= s.count) half = clock_monotonic_usec();
        if (clock_monotonic_usec() - start > INT64_C(60000000)) break;
    }
    int64_t end = clock_monotonic_usec();
    printf("{\"workers\":%lld,\"offered\":%lld,\"published_usec\":%lld,\"half_usec\":%lld,\"last_usec\":%lld}\n",
           (long long)s.count, (long long)got, (long long)(published - start), (long long)(half - start),
           (long long)(end - start));
    free(s.place);
    json_decref(setup);
    return 0;
}
