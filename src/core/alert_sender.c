#include "core/alert_sender.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/commands.h"
#include "core/queries.h"

struct alert_sender {
    struct alert_sender_order order;
    struct sender *sender;
    pthread_mutex_t lock; /* guards the reader; turns are few a second */
    struct store_conn *reader;
};

/* Anything due? On doubt yes: the turn itself then tells what is wrong. */
static bool is_due(struct alert_sender *as, int lane) {
    bool due = true;
    pthread_mutex_lock(&as->lock);
    if (!as->reader && store_connect(as->order.store, STORE_READ, &as->reader, NULL) != OK) as->reader = NULL;
    if (as->reader && outbox_due(as->reader, lane, clock_usec(), &due) != OK) {
        store_disconnect(as->reader);
        as->reader = NULL;
        due = true;
    }
    pthread_mutex_unlock(&as->lock);
    return due;
}

static err turn(void *arg, int lane, const struct send_result *results, int result_count, int max, struct arena *a,
                struct send_message **messages, int *count, bool *more) {
    struct alert_sender *as = arg;
    *count = 0;
    *more = false;
    if (result_count == 0 && (max == 0 || !is_due(as, lane))) return OK;
    struct problem problem = {0};
    struct outbox_turn args = {.lane = lane,
                               .max = max,
                               .results = results,
                               .result_count = result_count,
                               .config = as->order.config,
                               .secret = as->order.secret,
                               .currency = as->order.currency,
                               .arena = a,
                               .messages = messages,
                               .count = count,
                               .more = more};
    struct command command = {
        .kind = &cmd_outbox_turn, .args = &args, .now_usec = clock_usec(), .arena = a, .problem = &problem};
    return writer_run(as->order.writer, &command);
}

struct alert_sender *alert_sender_start(const struct alert_sender_order *order) {
    struct alert_sender *as = mem_alloc(sizeof *as);
    as->order = *order;
    pthread_mutex_init(&as->lock, NULL);
    struct arena arena;
    arena_init(&arena);
    struct problem problem = {0};
    struct outbox_release release = {.node = order->node};
    struct command command = {
        .kind = &cmd_outbox_release, .args = &release, .now_usec = clock_usec(), .arena = &arena, .problem = &problem};
    if (writer_run(order->writer, &command) != OK)
        log_line(LOG_WARN, NULL, "messages that an earlier run had begun wait for %d seconds", SEND_CLAIM_SECONDS);
    arena_free(&arena);
    as->sender = sender_start(order->config, &(struct send_source){.arg = as, .turn = turn}, order->threads);
    return as;
}

void alert_sender_wake(struct alert_sender *as) {
    if (as) sender_wake(as->sender);
}

void alert_sender_pace(struct alert_sender *as, enum send_channel channel, int per_second, int64_t address_usec) {
    if (as) sender_pace_set(as->sender, channel, per_second, address_usec);
}

void alert_sender_stop(struct alert_sender *as) {
    if (!as) return;
    sender_stop(as->sender);
    store_disconnect(as->reader);
    pthread_mutex_destroy(&as->lock);
    free(as);
}
