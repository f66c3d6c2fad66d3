/* loop.c - one event loop and its thread: posts from elsewhere, timers, the tick that enforces time limits, the end. */
#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "http/internal.h"

enum { TICK_USEC_MIN = 5000, TICK_USEC_MAX = 250000, TICK_SOON_USEC = 1000, ACCEPT_WARN_USEC = 10 * 1000000 };

static struct timeval interval(int64_t usec) { return (struct timeval){usec / 1000000, usec % 1000000}; }

/* --- posts --- */

bool http_loop_post(struct http_loop *loop, void (*fn)(void *arg), void *arg) {
    struct http_post *post = mem_alloc(sizeof *post);
    post->fn = fn;
    post->arg = arg;
    pthread_mutex_lock(&loop->post_lock);
    bool taken = !loop->ended;
    if (taken) {
        bool first = !loop->post_first;
        *loop->post_last = post;
        loop->post_last = &post->next;
        /* Under the lock: once `ended` is set, nobody touches the descriptor any more. */
        if (first) eventfd_write(loop->wake_fd, 1);
    }
    pthread_mutex_unlock(&loop->post_lock);
    if (!taken) free(post);
    return taken;
}

/* Runs what is posted now; what these post themselves has its turn later. end: when nothing is left, takes no more. */
static bool posts_run(struct http_loop *loop, bool end) {
    pthread_mutex_lock(&loop->post_lock);
    struct http_post *post = loop->post_first;
    loop->post_first = NULL;
    loop->post_last = &loop->post_first;
    if (end && !post) loop->ended = true;
    pthread_mutex_unlock(&loop->post_lock);
    bool any = post != NULL;
    while (post) {
        struct http_post *next = post->next;
        post->fn(post->arg);
        free(post);
        post = next;
    }
    return any;
}

static void on_wake(evutil_socket_t fd, short what, void *arg) {
    eventfd_t count;
    eventfd_read(fd, &count);
    posts_run(arg, false);
}

/* --- timers --- */

static void on_timer(evutil_socket_t fd, short what, void *arg) {
    struct http_timer *timer = arg;
    timer->fn(timer->arg);
}

void http_loop_every(struct http_loop *loop, int64_t usec, void (*fn)(void *arg), void *arg) {
    assert(usec > 0);
    struct http_timer *timer = mem_alloc(sizeof *timer);
    *timer = (struct http_timer){.next = loop->timers, .fn = fn, .arg = arg};
    timer->event = event_new(loop->base, -1, EV_PERSIST, on_timer, timer);
    if (!timer->event) abort();
    struct timeval every = interval(usec);
    event_add(timer->event, &every);
    loop->timers = timer;
}

void *http_loop_state(struct http_loop *loop) { return loop->state; }

/* --- accepting --- */

void loop_listener_pause(struct http_loop *loop) {
    if (!loop->listener || loop->listener_paused) return;
    evconnlistener_disable(loop->listener);
    loop->listener_paused = true;
}

/* Out of descriptors or memory: the connection stays in the kernel's queue and the listening socket stays readable, so
 * asking again at once would spin. Give up an idle connection instead and look again later. */
static void on_accept_error(struct evconnlistener *listener, void *arg) {
    struct http_loop *loop = arg;
    int code = EVUTIL_SOCKET_ERROR();
    int64_t now = clock_monotonic_usec();
    if (!loop->accept_warned_usec || now - loop->accept_warned_usec > ACCEPT_WARN_USEC) {
        loop->accept_warned_usec = now;
        log_line(LOG_WARN, NULL, "cannot accept connections: %s (%d are open); raise the limit of open files",
                 strerror(code), http_server_connections(loop->server));
    }
    conn_idle_drop(loop);
    loop_listener_pause(loop);
}

static void listener_resume(struct http_loop *loop) {
    if (!loop->listener || !loop->listener_paused) return;
    bool full = atomic_load(&loop->server->connections) >= loop->config->connections_max;
    if (full && conn_idle_drop(loop) == 0) return;
    loop->listener_paused = false;
    evconnlistener_enable(loop->listener);
}

/* --- tick --- */

static int64_t tick_usec(const struct http_loop *loop) {
    if (loop->stopping) return TICK_USEC_MIN;
    int64_t usec = TICK_USEC_MAX;
    for (int s = 0; s < CONN_STATES; s++) {
        if (loop->limit_usec[s] && loop->limit_usec[s] / 4 < usec) usec = loop->limit_usec[s] / 4;
    }
    return usec < TICK_USEC_MIN ? TICK_USEC_MIN : usec;
}

static void tick_plan(struct http_loop *loop, int64_t usec) {
    struct timeval after = interval(usec);
    event_add(loop->tick, &after);
}

static void on_tick(evutil_socket_t fd, short what, void *arg) {
    struct http_loop *loop = arg;
    int64_t now = clock_monotonic_usec();
    bool more = conn_expire(loop, now);
    listener_resume(loop);
    if (loop->stopping && now >= loop->drain_until_usec) event_base_loopbreak(loop->base);
    tick_plan(loop, more ? TICK_SOON_USEC : tick_usec(loop));
}

/* --- the thread --- */

void loop_check_drained(struct http_loop *loop) {
    if (loop->stopping && !loop->open && TAILQ_EMPTY(&loop->requests)) event_base_loopbreak(loop->base);
}

static void close_all(struct http_loop *loop, enum conn_state state) {
    struct conn *c;
    while ((c = TAILQ_FIRST(&loop->queues[state]))) conn_close(c);
}

static void drain_begin(void *arg) {
    struct http_loop *loop = arg;
    if (loop->listener) evconnlistener_free(loop->listener);
    loop->listener = NULL;
    loop->stopping = true;
    loop->drain_until_usec = clock_monotonic_usec() + loop->server->drain_usec;
    close_all(loop, CONN_SSE);
    close_all(loop, CONN_IDLE);
    tick_plan(loop, TICK_USEC_MIN);
    loop_check_drained(loop);
}

static void *loop_main(void *arg) {
    struct http_loop *loop = arg;
    const struct http_config *config = loop->config;
    char name[16];
    snprintf(name, sizeof name, "http-%d", loop->index);
    pthread_setname_np(pthread_self(), name);
    if (config->loop_start) loop->state = config->loop_start(config->context, loop, loop->index);
    tick_plan(loop, tick_usec(loop));
    evconnlistener_enable(loop->listener);
    sem_post(&loop->serving);

    event_base_loop(loop->base, EVLOOP_NO_EXIT_ON_EMPTY);

    for (int s = 0; s < CONN_STATES; s++) close_all(loop, s);
    while (posts_run(loop, true)) {
    }
    event_base_loop(loop->base, EVLOOP_NONBLOCK); /* libevent closes freed connections from inside the loop */
    if (config->loop_stop) config->loop_stop(config->context, loop->state);
    loop->state = NULL;
    return NULL;
}

err loop_open(struct http_loop *loop, struct http_server *server, int index, int listen_fd, struct problem *p) {
    const struct http_config *config = &server->config;
    *loop = (struct http_loop){.server = server, .config = config, .index = index, .listen_fd = listen_fd};
    for (int s = 0; s < CONN_STATES; s++) TAILQ_INIT(&loop->queues[s]);
    TAILQ_INIT(&loop->requests);
    TAILQ_INIT(&loop->spare);
    loop->limit_usec[CONN_IDLE] = config->idle_usec_max;
    loop->limit_usec[CONN_READING] = config->read_usec_max;
    loop->limit_usec[CONN_WRITING] = loop->limit_usec[CONN_STREAMING] = config->write_usec_max;
    loop->limit_usec[CONN_SSE] = config->heartbeat_usec;
    loop->limit_usec[CONN_LINGERING] = HTTP_LINGER_SECONDS * INT64_C(1000000);
    loop->body_bytes_max = (size_t)config->body_memory_bytes / (size_t)config->threads;
    loop->date_second = -1;
    if (getrandom(&loop->id_random, sizeof loop->id_random, 0) != sizeof loop->id_random)
        loop->id_random = (uint32_t)index;
    pthread_mutex_init(&loop->post_lock, NULL);
    sem_init(&loop->serving, 0, 0);
    loop->post_last = &loop->post_first;

    struct event_config *settings = event_config_new();
    if (!settings) abort();
    event_config_set_flag(settings, EVENT_BASE_FLAG_NOLOCK); /* one thread per base */
    loop->base = event_base_new_with_config(settings);
    event_config_free(settings);
    loop->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (!loop->base || loop->wake_fd < 0) {
        return problem_set(p, ERR_SYSTEM, "Cannot make an event loop: %s.", strerror(errno));
    }
    loop->wake = event_new(loop->base, loop->wake_fd, EV_READ | EV_PERSIST, on_wake, loop);
    loop->tick = event_new(loop->base, -1, 0, on_tick, loop);
    loop->listener = evconnlistener_new(loop->base, conn_accept, loop,
                                        LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC | LEV_OPT_DISABLED, 0, listen_fd);
    if (!loop->wake || !loop->tick || !loop->listener) {
        return problem_set(p, ERR_SYSTEM, "Cannot watch the listening socket: %s.", strerror(errno));
    }
    loop->listen_fd = -1;
    evconnlistener_set_error_cb(loop->listener, on_accept_error);
    event_add(loop->wake, NULL);
    return OK;
}

err loop_run(struct http_loop *loop, struct problem *p) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); /* signals are the main thread's */
    int code = pthread_create(&loop->thread, NULL, loop_main, loop);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (code) return problem_set(p, ERR_SYSTEM, "Cannot start a thread: %s.", strerror(code));
    while (sem_wait(&loop->serving) != 0) {
    }
    return OK;
}

void loop_stop(struct http_loop *loop) { http_loop_post(loop, drain_begin, loop); }

void loop_join(struct http_loop *loop) { pthread_join(loop->thread, NULL); }

void loop_close(struct http_loop *loop) {
    struct http_request *r;
    while ((r = TAILQ_FIRST(&loop->requests))) request_free(r);
    request_spares_free(loop);
    for (struct http_timer *t = loop->timers, *next; t; t = next) {
        next = t->next;
        event_free(t->event);
        free(t);
    }
    for (struct http_post *post = loop->post_first, *next; post; post = next) {
        next = post->next;
        free(post);
    }
    if (loop->listener) evconnlistener_free(loop->listener);
    if (loop->wake) event_free(loop->wake);
    if (loop->tick) event_free(loop->tick);
    if (loop->base) event_base_free(loop->base);
    if (loop->wake_fd >= 0) close(loop->wake_fd);
    if (loop->listen_fd >= 0) close(loop->listen_fd);
    buf_free(&loop->scratch);
    sem_destroy(&loop->serving);
    pthread_mutex_destroy(&loop->post_lock);
}
