/* alert_sender.h - the sender threads of send/ on this program's database: their turns are commands of the writer, so
 * that SQLite has one writer and a fault takes the writer's path. Before a turn that only claims, a look by a read
 * connection tells whether anything is due.
 *
 *   alert_sender_start -> (alert_sender_wake when alerts were made) -> alert_sender_stop (before the writer stops) */
#pragma once
#include "core/writer.h"
#include "send/outbox.h"
#include "store/store.h"

struct alert_sender;
struct alert_sender_order {
    struct store *store;
    struct writer *writer;
    const struct send_config *config;
    const unsigned char *secret; /* 32 bytes */
    const char *currency;
    int node, threads;
};
/* What `order` points to must outlive the sender. */
struct alert_sender *alert_sender_start(const struct alert_sender_order *order);
void alert_sender_wake(struct alert_sender *sender); /* any thread */
/* sender_pace_set of send/outbox.h; any thread. */
void alert_sender_pace(struct alert_sender *sender, enum send_channel channel, int per_second, int64_t address_usec);
void alert_sender_stop(struct alert_sender *sender);
