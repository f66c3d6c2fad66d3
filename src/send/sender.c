/* The threads that send: each has a libcurl multi handle, the requests on the wire and what is still to be reported. */
#include <pthread.h>
#include <sodium.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "send/guard.h"
#include "send/internal.h"
#include "send/pace.h"

enum {
    ACTIVE_MAX = 96, /* on the wire at once, a thread; each may have a connection: libcurl walks through all that wait
                      * for one whenever one is free */
    QUEUE_MIN = 128, /* claimed and not begun: fewer, and more are claimed */
    QUEUE_MAX = QUEUE_MIN + SEND_CLAIM_MAX,
    REPORT_MIN = 96, /* results that are reported at once; fewer wait for REPORT_USEC */
    RESULTS_MAX = ACTIVE_MAX + 2 * QUEUE_MAX,
    THREADS_MAX = 8,
    REPORT_USEC = 250000,
    IDLE_USEC = 1000000,
    STOP_USEC = 5000000,
    CONNECT_SECONDS = 10,
    TOTAL_SECONDS = 30 /* well below SEND_CLAIM_SECONDS: a claim does not run out under a request */
};

/* The texts of one turn's messages; freed with the last of them. */
struct batch {
    struct arena arena;
    int left;
};

struct transfer {
    struct sender_thread *thread;
    CURL *easy;
    const struct send_adapter *adapter;
    struct send_message message;
    struct batch *batch;
    struct send_request request;
    struct curl_slist *to;
    struct buf reply;
    size_t uploaded;
    bool refused; /* by the guard */
    struct transfer *next;
};

struct sender_thread {
    struct sender *sender;
    int lane;
    pthread_t id;
    CURLM *multi;
    struct transfer *idle;
    struct {
        struct send_message message;
        struct batch *batch;
    } queue[QUEUE_MAX];
    int queue_first, queued;
    int active, result_count;
    int64_t claim_usec, report_usec; /* when to claim, when it last reported; monotonic */
    struct send_result results[RESULTS_MAX];
    atomic_bool woken;
};

struct sender {
    const struct send_config *config;
    struct send_source source;
    atomic_bool stopping;
    int count;
    struct sender_thread *threads[SEND_LANES * THREADS_MAX];
    pthread_mutex_t pace_lock;
    struct pace pace; /* of all threads: a service counts what comes from this server, not from one thread */
    struct {
        int per_second;
        int64_t address_usec;
    } speed[SEND_CHANNELS];
};

/* --- what libcurl asks --- */

static size_t reply_part(char *bytes, size_t size, size_t count, void *arg) {
    struct transfer *t = arg;
    size_t room = t->reply.len < SEND_REPLY_BYTES ? SEND_REPLY_BYTES - t->reply.len : 0, len = size * count;
    buf_add(&t->reply, bytes, len < room ? len : room);
    return len;
}

static size_t mail_part(char *bytes, size_t size, size_t count, void *arg) {
    struct transfer *t = arg;
    size_t left = t->request.body.len - t->uploaded, len = left < size * count ? left : size * count;
    memcpy(bytes, t->request.body.data + t->uploaded, len);
    t->uploaded += len;
    return len;
}

/* The address that will be connected to, whatever the name said when it was looked at before. */
static curl_socket_t guarded_socket(void *arg, curlsocktype purpose, struct curl_sockaddr *address) {
    struct transfer *t = arg;
    bool named;
    if (!guard_allows(t->thread->sender->config->guard, &address->addr, &named) ||
        (!named && !str_starts(buf_str(&t->request.url), "https://"))) {
        t->refused = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* --- results --- */

static void result_add(struct sender_thread *th, const struct send_result *result) {
    th->results[th->result_count++] = *result;
}

static void refuse(struct sender_thread *th, const struct send_message *m, enum send_verdict verdict,
                   int64_t again_usec, const char *why) {
    struct send_result result = {.id = m->id, .verdict = verdict, .again_usec = again_usec};
    snprintf(result.detail, sizeof result.detail, "%.150s", why);
    result_add(th, &result);
}

static void batch_leave(struct batch *batch) {
    if (--batch->left > 0) return;
    arena_free(&batch->arena);
    free(batch);
}

static str host_of(str url) {
    const char *start = memmem(url.data, url.len, "://", 3);
    if (!start) return url;
    size_t at = (size_t)(start - url.data) + 3;
    const char *slash = memchr(url.data + at, '/', url.len - at);
    return (str){url.data, slash ? (size_t)(slash - url.data) : url.len};
}

static uint64_t key_of(const struct send_adapter *adapter, const struct send_message *m) {
    return pace_key((int)m->channel, adapter->by_host ? host_of(m->address) : m->address);
}

/* --- one request --- */

static struct transfer *transfer_new(struct sender_thread *th) {
    struct transfer *t = th->idle;
    if (t) {
        th->idle = t->next;
        return t;
    }
    t = mem_alloc(sizeof *t);
    t->thread = th;
    t->easy = curl_easy_init();
    if (!t->easy) abort();
    return t;
}

static void transfer_end(struct transfer *t) {
    send_request_free(&t->request);
    curl_slist_free_all(t->to);
    t->to = NULL;
    batch_leave(t->batch);
    t->next = t->thread->idle;
    t->thread->idle = t;
}

static void mail_setup(struct transfer *t) {
    static const long levels[] = {CURLUSESSL_NONE, CURLUSESSL_TRY, CURLUSESSL_ALL};
    const struct send_config *config = t->thread->sender->config;
    CURL *c = t->easy;
    t->to = curl_slist_append(NULL, t->request.to.data);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(c, CURLOPT_MAIL_FROM, t->request.from.data);
    curl_easy_setopt(c, CURLOPT_MAIL_RCPT, t->to);
    curl_easy_setopt(c, CURLOPT_USE_SSL, levels[config->mail_tls]);
    curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(c, CURLOPT_READFUNCTION, mail_part);
    curl_easy_setopt(c, CURLOPT_READDATA, t);
    if (!config->mail_user[0]) return;
    curl_easy_setopt(c, CURLOPT_USERNAME, config->mail_user);
    curl_easy_setopt(c, CURLOPT_PASSWORD, config->mail_password);
}

static void http_setup(struct transfer *t) {
    CURL *c = t->easy;
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_POST, 1L);
    curl_easy_setopt(c, CURLOPT_POSTFIELDS, t->request.body.data ? t->request.body.data : "");
    curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)t->request.body.len);
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, t->request.headers);
    curl_easy_setopt(c, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(c, CURLOPT_USERAGENT, "Faena/" FAENA_VERSION);
    if (t->thread->lane != 0) return;
    curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, guarded_socket);
    curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, t);
}

static void transfer_begin(struct transfer *t) {
    CURL *c = t->easy;
    curl_easy_reset(c);
    buf_clear(&t->reply);
    t->uploaded = 0;
    t->refused = false;
    curl_easy_setopt(c, CURLOPT_PRIVATE, t);
    curl_easy_setopt(c, CURLOPT_URL, t->request.url.data);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_PROXY, ""); /* a proxy would connect where no guard looks */
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)TOTAL_SECONDS);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, reply_part);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, t);
    if (t->request.mail)
        mail_setup(t);
    else
        http_setup(t);
    t->thread->active++;
    curl_multi_add_handle(t->thread->multi, c);
}

static void message_begin(struct sender_thread *th, const struct send_message *m, struct batch *batch) {
    const struct send_config *config = th->sender->config;
    const struct send_adapter *adapter = send_adapter_of(m->channel);
    int64_t now = clock_usec();
    struct problem p = {0};
    if (!adapter->ready(config)) {
        refuse(th, m, SEND_FAILED, 0, "This server does not send on this channel any more.");
        batch_leave(batch);
        return;
    }
    struct sender *sender = th->sender;
    pthread_mutex_lock(&sender->pace_lock);
    int64_t later = pace_take(&sender->pace, (int)m->channel, sender->speed[m->channel].per_second, key_of(adapter, m),
                              sender->speed[m->channel].address_usec, now);
    pthread_mutex_unlock(&sender->pace_lock);
    if (later > 0) {
        refuse(th, m, SEND_LATER, later, "");
        batch_leave(batch);
        return;
    }
    struct transfer *t = transfer_new(th);
    t->message = *m;
    t->batch = batch;
    t->adapter = adapter;
    err e = adapter->lane == 0 ? guard_url(config->guard, m->address, &p) : OK;
    if (e == OK) e = adapter->build(config, m, now, &t->request, &p);
    if (e != OK) {
        refuse(th, m, e == ERR_INVALID && adapter->lane == 0 ? SEND_GONE : SEND_FAILED, 0, p.detail);
        transfer_end(t);
        return;
    }
    transfer_begin(t);
}

static void transfer_done(struct transfer *t, CURLcode code) {
    struct sender_thread *th = t->thread;
    struct send_result result;
    long status = 0;
    curl_off_t retry_seconds = 0;
    curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(t->easy, CURLINFO_RETRY_AFTER, &retry_seconds);
    if (code != CURLE_OK && !(t->request.mail && status >= 400)) status = 0;
    struct send_reply reply = {.code = (int)status,
                               .body = buf_str(&t->reply),
                               .retry_usec = (int64_t)(retry_seconds < 86400 ? retry_seconds : 86400) *
                                             1000000}; /* it may say anything */
    int64_t now = clock_usec();
    send_judge(t->adapter, &t->message, &reply, now, randombytes_random(), &result);
    if (code != CURLE_OK && t->refused) {
        result.verdict = SEND_GONE;
        snprintf(result.detail, sizeof result.detail, "This address leads into a private network; it is not used.");
    }
    if (status == 429 || status == 406) {
        pthread_mutex_lock(&th->sender->pace_lock);
        pace_hold(&th->sender->pace, key_of(t->adapter, &t->message),
                  now + (reply.retry_usec ? reply.retry_usec : 5000000));
        pthread_mutex_unlock(&th->sender->pace_lock);
    }
    if (result.verdict == SEND_FAILED)
        log_line(LOG_WARN, NULL, "%s refuses message %lld: %s", t->adapter->word, (long long)t->message.id,
                 result.detail);
    result_add(th, &result);
    th->active--;
    curl_multi_remove_handle(th->multi, t->easy);
    transfer_end(t);
}

/* --- the loop --- */

/* Reports, and claims. Each result was on the wire or in the queue, and RESULTS_MAX holds all of both twice: what was
 * reported in vain stays while others come. */
static void turn(struct sender_thread *th, int max, int64_t now) {
    struct batch *batch = mem_alloc(sizeof *batch);
    struct send_message *messages = NULL;
    int count = 0;
    bool more = false;
    arena_init(&batch->arena);
    const struct send_source *source = &th->sender->source;
    err e = source->turn(source->arg, th->lane, th->results, th->result_count, max, &batch->arena, &messages, &count,
                         &more);
    th->report_usec = now;
    if (e == OK) th->result_count = 0;
    if (e != OK) count = 0;
    th->claim_usec = e == OK && more ? now : now + IDLE_USEC;
    batch->left = count + 1;
    for (int i = 0; i < count; i++) {
        int at = (th->queue_first + th->queued++) % QUEUE_MAX;
        th->queue[at].message = messages[i];
        th->queue[at].batch = batch;
    }
    batch_leave(batch);
}

static void queue_go_on(struct sender_thread *th, bool stopping) {
    while (th->queued > 0 && (stopping || th->active < ACTIVE_MAX)) {
        int at = th->queue_first;
        th->queue_first = (at + 1) % QUEUE_MAX;
        th->queued--;
        if (!stopping) {
            message_begin(th, &th->queue[at].message, th->queue[at].batch);
            continue;
        }
        refuse(th, &th->queue[at].message, SEND_LATER, clock_usec(), "");
        batch_leave(th->queue[at].batch);
    }
}

static void transfers_go_on(struct sender_thread *th) {
    int running, left;
    curl_multi_perform(th->multi, &running);
    for (CURLMsg *m; (m = curl_multi_info_read(th->multi, &left));) {
        struct transfer *t = NULL;
        if (m->msg != CURLMSG_DONE) continue;
        curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, (char **)&t);
        transfer_done(t, m->data.result);
    }
}

static void thread_free(struct sender_thread *th) {
    while (th->idle) {
        struct transfer *t = th->idle;
        th->idle = t->next;
        curl_easy_cleanup(t->easy);
        buf_free(&t->reply);
        free(t);
    }
    curl_multi_cleanup(th->multi);
    free(th);
}

static void *thread_run(void *arg) {
    struct sender_thread *th = arg;
    struct sender *sender = th->sender;
    for (int64_t end = 0;;) {
        int64_t now = clock_monotonic_usec();
        bool stopping = atomic_load(&sender->stopping);
        if (stopping && !end) end = now + STOP_USEC;
        if (stopping && th->queued == 0 && (th->active == 0 || now > end)) break;
        if (atomic_exchange(&th->woken, false)) th->claim_usec = now;
        bool room = th->result_count < RESULTS_MAX - ACTIVE_MAX - QUEUE_MAX;
        bool claims = !stopping && room && th->queued < QUEUE_MIN && now >= th->claim_usec;
        bool reports = (th->result_count >= REPORT_MIN && th->queued < QUEUE_MIN) ||
                       (th->result_count && now >= th->report_usec + REPORT_USEC);
        if (claims || reports) turn(th, claims ? SEND_CLAIM_MAX : 0, now);
        queue_go_on(th, stopping);
        transfers_go_on(th);
        int64_t wait = th->claim_usec - clock_monotonic_usec();
        if ((th->active || th->result_count || th->queued >= QUEUE_MIN) && (wait > 50000 || th->queued >= QUEUE_MIN))
            wait = 50000;
        if (th->queued > 0 && th->active < ACTIVE_MAX) wait = 0;
        curl_multi_poll(th->multi, NULL, 0, wait > 0 ? (int)(wait / 1000) + 1 : 0, NULL);
    }
    if (th->result_count) turn(th, 0, clock_monotonic_usec());
    return NULL;
}

struct sender *sender_start(const struct send_config *config, const struct send_source *source, int threads) {
    struct sender *sender = mem_alloc(sizeof *sender);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    pthread_mutex_init(&sender->pace_lock, NULL);
    sender->config = config;
    sender->source = *source;
    for (int i = 1; i < SEND_CHANNELS; i++)
        send_channel_pace((enum send_channel)i, &sender->speed[i].per_second, &sender->speed[i].address_usec);
    for (int i = 0; i < SEND_LANES * (threads < THREADS_MAX ? threads : THREADS_MAX); i++) {
        struct sender_thread *th = sender->threads[sender->count++] = mem_alloc(sizeof *th);
        th->sender = sender;
        th->lane = i % SEND_LANES;
        th->multi = curl_multi_init();
        if (!th->multi) abort();
        curl_multi_setopt(th->multi, CURLMOPT_MAXCONNECTS, (long)ACTIVE_MAX);
        if (pthread_create(&th->id, NULL, thread_run, th) != 0) abort();
    }
    return sender;
}

void sender_wake(struct sender *sender) {
    for (int i = 0; sender && i < sender->count; i++) {
        atomic_store(&sender->threads[i]->woken, true);
        curl_multi_wakeup(sender->threads[i]->multi);
    }
}

void sender_pace_set(struct sender *sender, enum send_channel channel, int per_second, int64_t address_usec) {
    pthread_mutex_lock(&sender->pace_lock);
    sender->speed[channel].per_second = per_second;
    sender->speed[channel].address_usec = address_usec;
    pthread_mutex_unlock(&sender->pace_lock);
}

void sender_stop(struct sender *sender) {
    if (!sender) return;
    atomic_store(&sender->stopping, true);
    sender_wake(sender);
    for (int i = 0; i < sender->count; i++) pthread_join(sender->threads[i]->id, NULL);
    for (int i = 0; i < sender->count; i++) thread_free(sender->threads[i]);
    pthread_mutex_destroy(&sender->pace_lock);
    free(sender);
}
