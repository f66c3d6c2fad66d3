/* `faena bench crowd`: simulated workers do a whole project through a running server. Of 100 workers 64 are honest with
 * skills from 0.72 to 0.93, 6 hasty, 10 experts, 8 take one class for another, 6 are careless (half of them always say
 * the same), 6 answer what their first says (two gangs of three). All but the hasty look at a task for 0.1 to 0.3
 * seconds; these answer at once, are right 2 times of 3, and rest, so that they do no more than others. Prints how it
 * went; ./bench quality then asks the server whom it found. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/json.h"
#include "cli/bench.h"

enum { CLASSES = 3, HONEST_TO = 64, HASTY_TO = 70, EXPERT_TO = 80, BIASED_TO = 88, CARELESS_TO = 94, GANG = 3 };
enum { IDLE_USEC = 300000, OVER_USEC = 180000000, LOOK_USEC = 100000, HASTY_USEC = 1000 };
static const char *const classes[CLASSES] = {"Drama", "Comedy", "Horror"};

/* A number from 0 to 1 that depends on its place alone, so that who copies can look up what their first says. */
static double draw(uint64_t a, uint64_t b, uint64_t what) {
    uint64_t x =
        a * UINT64_C(0xBF58476D1CE4E5B9) ^ b * UINT64_C(0x94D049BB133111EB) ^ (what + 1) * UINT64_C(0xD6E8FEB86659FD93);
    for (int i = 0; i < 3; i++) x = (x ^ (x >> 32)) * UINT64_C(0xD6E8FEB86659FD93) + 1;
    return (double)((x ^ (x >> 29)) >> 11) * 0x1p-53;
}

static int truth_of(int64_t task) { return (int)(task % CLASSES); }

static bool hasty(int64_t worker, int64_t workers) {
    int64_t place = worker * 100 / workers;
    return place >= HONEST_TO && place < HASTY_TO;
}

static int answer_of(int64_t worker, int64_t workers, int64_t task) {
    int64_t place = worker * 100 / workers;
    int truth = truth_of(task);
    if (place >= CARELESS_TO) worker -= (worker - workers * CARELESS_TO / 100) % GANG;
    uint64_t w = (uint64_t)worker, t = (uint64_t)task;
    if (place >= BIASED_TO && place < CARELESS_TO) return worker % 2 ? 1 : (int)(draw(t, w, 1) * CLASSES);
    if (place >= EXPERT_TO && place < BIASED_TO && truth == 2) return draw(t, w, 2) < 0.7 ? 1 : 2;
    double skill = 0.72 + 0.21 * draw(w, 0, 3), ease = (draw(t, 0, 4) + draw(t, 0, 5) - 1) * 1.2;
    if (hasty(worker, workers)) skill = 0.66;
    if (place >= HASTY_TO && place < EXPERT_TO) skill = 0.96 + 0.03 * draw(w, 0, 3);
    if (place >= CARELESS_TO) skill = 0.6;
    if (draw(t, w, 1) < 1 / (1 + exp(-log(skill / (1 - skill)) - ease))) return truth;
    return (truth + 1 + (int)(draw(t, w, 6) * (CLASSES - 1))) % CLASSES;
}

struct worker {
    int fd;
    int64_t task_id, again_usec; /* again: when they answer, or ask anew without work; 0 = waits for a reply */
    int64_t look_usec, rest_usec;
    const char *token;
    int64_t request;
    struct buf in;
};

static void ask(struct worker *w, int64_t number, int64_t workers, int64_t project_id, int64_t run) {
    CLEANUP(buf_free) struct buf out = {0};
    CLEANUP(buf_free) struct buf body = {0};
    buf_printf(&out, "POST /api/v1/work/projects/%lld/", (long long)project_id);
    if (w->task_id) {
        buf_printf(&out, "tasks/%lld/submit", (long long)w->task_id);
        buf_printf(&body,
                   "{\"result\":[{\"from_name\":\"genre\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":"
                   "{\"choices\":[\"%s\"]}}],\"work_seconds\":5,\"take_next\":%s}",
                   classes[answer_of(number, workers, w->task_id)], w->rest_usec ? "false" : "true");
    } else {
        buf_add_text(&out, "take");
        buf_add_text(&body, "{}");
    }
    buf_printf(&out,
               " HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer %s\r\nIdempotency-Key: crowd-%lld-%lld\r\n"
               "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n",
               w->token, (long long)run, (long long)(number * 100000000 + w->request++), body.len);
    buf_add(&out, body.data, body.len);
    w->again_usec = 0;
    if (send(w->fd, out.data, out.len, MSG_NOSIGNAL) == (ssize_t)out.len) return;
    perror("faena bench: send");
    exit(1);
}

/* The whole reply in w->in, or 0 while more must come. */
static size_t reply_bytes(const struct worker *w) {
    const char *end = w->in.len ? strstr(w->in.data, "\r\n\r\n") : NULL;
    if (!end) return 0;
    const char *length = strcasestr(w->in.data, "\r\nContent-Length:");
    size_t body = length && length < end ? strtoul(length + 17, NULL, 10) : 0;
    size_t whole = (size_t)(end - w->in.data) + 4 + body;
    return w->in.len >= whole ? whole : 0;
}

/* Takes what came; true when an answer was stored. */
static bool receive(struct worker *w, int64_t now) {
    char bytes[16384];
    ssize_t len = recv(w->fd, bytes, sizeof bytes, 0);
    if (len <= 0) {
        fprintf(stderr, "faena bench: the server closed a connection\n");
        exit(1);
    }
    buf_add(&w->in, bytes, (size_t)len);
    size_t whole = reply_bytes(w);
    if (!whole) return false;
    bool ok = strncmp(w->in.data, "HTTP/1.1 200", 12) == 0, stored = ok && w->task_id;
    const char *task = ok ? strstr(w->in.data, "\"task\":") : NULL;
    w->task_id = task ? strtoll(task + 7, NULL, 10) : 0;
    buf_drop(&w->in, whole);
    w->again_usec = now + (w->task_id ? w->look_usec : stored && w->rest_usec ? w->rest_usec : IDLE_USEC);
    return stored;
}

int bench_crowd(struct cli *cli) {
    json_error_t error;
    const char *url = bench_text(cli, "--url", "http://127.0.0.1:8080");
    json_t *setup = json_load_file(bench_text(cli, "--setup", "setup.json"), 0, &error);
    json_t *people = json_object_get(setup, "workers");
    int64_t count = (int64_t)json_array_size(people), project_id = json_int(setup, "project", 0), run = clock_usec();
    if (count == 0) {
        fprintf(stderr, "faena bench: --setup has no workers: %s\n", error.text);
        return 1;
    }
    struct worker *workers = mem_alloc(sizeof *workers * (size_t)count);
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    for (int64_t i = 0; i < count; i++) {
        workers[i].fd = bench_connect(url);
        workers[i].token = json_text(json_array_get(people, (size_t)i), "token");
        workers[i].look_usec = LOOK_USEC + (int64_t)(2 * LOOK_USEC * draw((uint64_t)i, 0, 7));
        if (hasty(i, count)) workers[i].look_usec = HASTY_USEC, workers[i].rest_usec = 2 * LOOK_USEC;
        epoll_ctl(epoll, EPOLL_CTL_ADD, workers[i].fd,
                  &(struct epoll_event){.events = EPOLLIN, .data.u64 = (uint64_t)i});
        ask(&workers[i], i, count, project_id, run);
    }
    int64_t begin = clock_monotonic_usec(), last = begin, answers = 0, now = begin;
    while (now - last < OVER_USEC) {
        struct epoll_event events[64];
        int ready = epoll_wait(epoll, events, 64, 2);
        now = clock_monotonic_usec();
        for (int i = 0; i < ready; i++)
            if (receive(&workers[events[i].data.u64], now)) answers++, last = now;
        for (int64_t i = 0; i < count; i++)
            if (workers[i].again_usec && workers[i].again_usec <= now) ask(&workers[i], i, count, project_id, run);
    }
    double took = (double)(last - begin) / 1e6;
    printf("{\"answers\":%lld,\"seconds\":%.1f,\"per_second\":%.0f}\n", (long long)answers, took,
           (double)answers / (took > 0 ? took : 1));
    for (int64_t i = 0; i < count; i++) {
        close(workers[i].fd);
        buf_free(&workers[i].in);
    }
    free(workers);
    close(epoll);
    json_decref(setup);
    return 0;
}
