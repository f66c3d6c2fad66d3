/* Live events: rows of table event to the server-sent event streams of each loop.
 *
 * A wake (after a commit, from another node, or every two seconds) makes each loop that has listeners read the events
 * after the last it handed out, as one batch, and go round its subscribers in slices, so that ten thousand listeners do
 * not hold up requests. A subscriber remembers the last event it got: joining during a round neither misses nor repeats
 * one.
 *
 * A stream is allowed once, when it begins. What may take that away (the end of a session, another password, other
 * roles, a person who leaves, who reviews a project) writes an event "access.changed" with its cause: no subscriber
 * gets it, those whom it concerns are ended. Whoever is still allowed connects again with Last-Event-ID and misses
 * nothing. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "api/app.h"
#include "base/clock.h"

enum { SLICE = 256, BATCH_EVENTS = 2000, REPLAY_MAX = 1000 };

struct subscriber {
    struct api_loop *loop;
    struct http_sse *sse;
    int64_t project_id, worker_id; /* one of them */
    int64_t person_id;             /* whose stream it is */
    int64_t expires_usec;          /* when what it was allowed by runs out; 0 = never */
    int64_t last_seq;
    uint64_t stream; /* limiter's */
    struct subscriber *next, *previous;
};

struct batch_event {
    int64_t seq, project_id, person_id;
    bool about_project; /* kind "project.*" but project.updated, which drafts have too: workers see it */
    bool for_one;       /* an offer: nothing for the requester's page */
    bool about_person;  /* for whom it concerns: decisions on answers, offers, crews */
    bool about_access;  /* for nobody: it ends streams */
    size_t frame_at, frame_len;
};

struct event_batch {
    struct batch_event events[BATCH_EVENTS];
    int count;
    /* Places of events for single people, by person and then by order; and of those that every worker sees. A batch of
     * offers has one event for each of thousands of workers: each finds theirs without looking at all. */
    int personal[BATCH_EVENTS], personal_count, common[BATCH_EVENTS], common_count;
    int access[BATCH_EVENTS], access_count;
    struct buf frames;
};

static bool person_kind(str kind) {
    return str_is(kind, "annotation.approved") || str_is(kind, "annotation.rejected") ||
           str_is(kind, "annotation.sent_back") || str_is(kind, "gold.decided") || str_starts(kind, "offer.") ||
           str_starts(kind, "crew.") || str_starts(kind, "payout.");
}

static void event_add(void *arg, const struct event_row *row) {
    struct event_batch *batch = arg;
    if (batch->count == BATCH_EVENTS) return;
    struct batch_event *e = &batch->events[batch->count++];
    *e = (struct batch_event){.seq = row->seq,
                              .project_id = row->project_id,
                              .person_id = row->person_id,
                              .about_project =
                                  str_starts(row->kind, "project.") && !str_is(row->kind, "project.updated"),
                              .for_one = str_starts(row->kind, "offer."),
                              .about_person = row->person_id != 0 && person_kind(row->kind),
                              .about_access = str_is(row->kind, "access.changed"),
                              .frame_at = batch->frames.len};
    buf_printf(&batch->frames, "id: %lld\nevent: %.*s\ndata: %.*s\n\n", (long long)row->seq, STR_ARG(row->kind),
               STR_ARG(row->data));
    e->frame_len = batch->frames.len - e->frame_at;
}

static void unlink_(struct subscriber *s) {
    struct api_loop *loop = s->loop;
    if (loop->round_next == s) loop->round_next = s->next;
    if (s->previous)
        s->previous->next = s->next;
    else
        loop->first_subscriber = s->next;
    if (s->next) s->next->previous = s->previous;
    if (loop->limiter) limiter_stream_close(loop->limiter, s->stream);
    atomic_fetch_sub(&loop->app->sse_open, 1);
    if (s->worker_id) presence_close(loop->app->presence, s->worker_id);
    free(s);
}

static void closed(void *arg) { unlink_(arg); }

static int by_person(const void *a, const void *b, void *arg) {
    const struct batch_event *events = arg;
    int x = *(const int *)a, y = *(const int *)b;
    if (events[x].person_id != events[y].person_id) return events[x].person_id < events[y].person_id ? -1 : 1;
    return (x > y) - (x < y);
}

static void batch_index(struct event_batch *batch) {
    for (int i = 0; i < batch->count; i++) {
        if (batch->events[i].about_project) batch->common[batch->common_count++] = i;
        if (batch->events[i].about_person) batch->personal[batch->personal_count++] = i;
        if (batch->events[i].about_access) batch->access[batch->access_count++] = i;
    }
    qsort_r(batch->personal, (size_t)batch->personal_count, sizeof *batch->personal, by_person, batch->events);
}

/* Frames being joined into one write; wanted events are neighbours in the buffer more often than not. */
struct joined {
    struct buf copy;
    str frames;
};

static void join(struct joined *j, const struct event_batch *batch, const struct batch_event *e) {
    const char *at = batch->frames.data + e->frame_at;
    if (j->frames.len && !j->copy.len && j->frames.data + j->frames.len == at) {
        j->frames.len += e->frame_len;
    } else if (!j->frames.len) {
        j->frames = (str){at, e->frame_len};
    } else {
        if (!j->copy.len) buf_add_str(&j->copy, j->frames);
        buf_add(&j->copy, at, e->frame_len);
        j->frames = buf_str(&j->copy);
    }
}

/* The first of the personal events of this worker. */
static int personal_first(const struct event_batch *batch, int64_t worker_id) {
    int low = 0, high = batch->personal_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (batch->events[batch->personal[middle]].person_id < worker_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Two ordered lists become one: what all workers see and what is theirs. */
static void worker_join(const struct subscriber *s, const struct event_batch *batch, struct joined *j) {
    int common = 0, own = personal_first(batch, s->worker_id);
    for (;;) {
        int a = common < batch->common_count ? batch->common[common] : INT32_MAX, b = INT32_MAX;
        if (own < batch->personal_count && batch->events[batch->personal[own]].person_id == s->worker_id)
            b = batch->personal[own];
        int next = a < b ? a : b;
        if (next == INT32_MAX) return;
        if (a <= next) common++;
        if (b <= next) own++;
        if (batch->events[next].seq > s->last_seq) join(j, batch, &batch->events[next]);
    }
}

/* False when the subscriber was dropped: `closed` has freed it. */
static bool hand_out(struct subscriber *s, const struct event_batch *batch) {
    struct joined j = {0};
    if (s->project_id) {
        for (int i = 0; i < batch->count; i++) {
            const struct batch_event *e = &batch->events[i];
            if (e->project_id == s->project_id && e->seq > s->last_seq && !e->for_one && !e->about_access)
                join(&j, batch, e);
        }
    } else {
        worker_join(s, batch, &j);
    }
    if (batch->count) {
        int64_t last = batch->events[batch->count - 1].seq;
        if (last > s->last_seq) s->last_seq = last;
    }
    bool stays = !j.frames.len || http_sse_send(s->sse, j.frames);
    buf_free(&j.copy);
    return stays;
}

static void end(struct subscriber *s) {
    http_sse_end(s->sse);
    unlink_(s);
}

/* Whatever its last_seq: an event of this batch is newer than what this loop's reader knew when the stream was allowed,
 * or the stream is asked for once more than it had to be. */
static bool access_changed(const struct subscriber *s, const struct event_batch *batch) {
    for (int i = 0; i < batch->access_count; i++) {
        const struct batch_event *e = &batch->events[batch->access[i]];
        if (e->person_id ? e->person_id == s->person_id : e->project_id == s->project_id) return true;
    }
    return false;
}

static void round_go(void *arg);

static void round_start(struct api_loop *loop) {
    if (loop->batch) return; /* the running round looks again at its end */
    if (!loop->first_subscriber) {
        event_last(loop->reader, &loop->last_seq);
        return;
    }
    struct event_batch *batch = mem_alloc(sizeof *batch);
    int64_t last = loop->last_seq;
    if (events_after(loop->reader, loop->last_seq, 0, BATCH_EVENTS, event_add, batch, &last) != OK ||
        batch->count == 0) {
        buf_free(&batch->frames);
        free(batch);
        return;
    }
    batch_index(batch);
    loop->last_seq = last;
    loop->batch = batch;
    loop->round_next = loop->first_subscriber;
    round_go(loop);
}

static void round_go(void *arg) {
    struct api_loop *loop = arg;
    if (!loop->batch) return;
    for (int i = 0; i < SLICE && loop->round_next; i++) {
        struct subscriber *s = loop->round_next;
        loop->round_next = s->next;
        if (access_changed(s, loop->batch))
            end(s);
        else
            hand_out(s, loop->batch);
    }
    if (loop->round_next) {
        http_loop_post(loop->loop, round_go, loop);
        return;
    }
    buf_free(&loop->batch->frames);
    free(loop->batch);
    loop->batch = NULL;
    round_start(loop);
}

static void woken(void *arg) {
    struct api_loop *loop = arg;
    atomic_store(&loop->wake_posted, false);
    if (store_reconnect(loop->reader) == OK) round_start(loop);
}

static void wake(struct api_loop *loop) {
    if (!atomic_exchange(&loop->wake_posted, true)) http_loop_post(loop->loop, woken, loop);
}

void hub_wake(struct app *app) {
    for (int i = 0; i < http_server_loops(app->http); i++) {
        struct api_loop *loop = http_loop_state(http_server_loop(app->http, i));
        if (loop) wake(loop);
    }
}

static void look(void *arg) {
    struct api_loop *loop = arg;
    int64_t now = clock_usec();
    for (struct subscriber *s = loop->first_subscriber, *next; s; s = next) {
        next = s->next;
        if (s->expires_usec && s->expires_usec <= now) end(s);
    }
    wake(loop);
}

void hub_loop_start(struct api_loop *loop) {
    event_last(loop->reader, &loop->last_seq);
    /* Events of other processes on the same SQLite file (the command line) come with no call. */
    http_loop_every(loop->loop, 2000000, look, loop);
}

void hub_loop_stop(struct api_loop *loop) {
    while (loop->first_subscriber) unlink_(loop->first_subscriber);
    if (loop->batch) {
        buf_free(&loop->batch->frames);
        free(loop->batch);
        loop->batch = NULL;
    }
}

/* Events that a reconnecting client has missed; too many and it is told to load its page afresh. */
static err replay(struct subscriber *s, int64_t after) {
    struct api_loop *loop = s->loop;
    int64_t newest;
    TRY(event_last(loop->reader, &newest));
    s->last_seq = after;
    if (after < newest - REPLAY_MAX || after > newest) {
        CLEANUP(buf_free) struct buf frame = {0};
        buf_printf(&frame, "id: %lld\nevent: reset\ndata: {}\n\n", (long long)newest);
        s->last_seq = newest;
        http_sse_send(s->sse, buf_str(&frame));
        return OK;
    }
    while (s->last_seq < newest) {
        struct event_batch *batch = mem_alloc(sizeof *batch);
        int64_t last = s->last_seq;
        err e = events_after(loop->reader, s->last_seq, 0, BATCH_EVENTS, event_add, batch, &last);
        bool none = batch->count == 0;
        batch_index(batch);
        bool stays = e == OK && !none && hand_out(s, batch);
        buf_free(&batch->frames);
        free(batch);
        if (!stays) return e;
    }
    return OK;
}

err hub_subscribe(struct api_call *call, int64_t project_id, int64_t worker_id, bool has_after, int64_t after) {
    struct api_loop *loop = call->loop;
    const char *last_id = http_request_header(call->request, "Last-Event-ID");
    if (last_id && str_to_int64(str_from(last_id), &after)) has_after = true;
    uint64_t stream = 0;
    if (loop->limiter) {
        char text[LIMIT_KEY_BYTES];
        stream = limiter_stream_open(loop->limiter, limit_address_key(http_request_remote(call->request), text));
        if (!stream)
            return problem_set(call->problem, ERR_TOO_MANY,
                               "Too many live streams from your address; close some pages.");
    }
    struct subscriber *s = mem_alloc(sizeof *s);
    *s = (struct subscriber){.loop = loop,
                             .project_id = project_id,
                             .worker_id = worker_id,
                             .person_id = call->actor.person_id,
                             .expires_usec = call->actor.expires_usec,
                             .stream = stream,
                             .last_seq = loop->last_seq,
                             .next = loop->first_subscriber};
    struct http_request *request = call->request;
    api_call_end(call);
    if (s->next) s->next->previous = s;
    loop->first_subscriber = s;
    atomic_fetch_add(&loop->app->sse_open, 1);
    if (worker_id) presence_open(loop->app->presence, worker_id);
    http_reply_header(request, "Cache-Control", "no-store");
    http_reply_header(request, "X-Accel-Buffering", "no");
    s->sse = http_sse_begin(request, closed, s);
    if (has_after) replay(s, after);
    return OK;
}
