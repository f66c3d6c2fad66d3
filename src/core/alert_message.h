/* alert_message.h - a claimed row of the outbox as the message that is sent: texts, link, facts for programs. */
#pragma once
#include "core/commands.h"
#include "send/outbox.h"

/* What is known of one message; texts are borrowed from the turn's arena. */
struct alert_message {
    int64_t id, alert_id, channel_id, purpose; /* enum outbox_purpose */
    enum send_channel channel;
    str address, secret, language, body;
    int64_t crew_id; /* of a crew's channel, 0 = none */
    int64_t project_id, offer_id, tasks, price_micros, hour_micros, until_usec, expires_usec;
    str project;
    bool estimated, urgent, window;
    int offset_minutes, attempts;
    const struct alert_message *lines; /* of a digest */
    int line_count;
};
void alert_message_write(const struct alert_message *m, const struct outbox_turn *turn, int64_t now_usec,
                         struct send_message *out);

/* The part of an unsubscribe address that proves it came from us: hex of 16 bytes. */
enum { UNSUBSCRIBE_MAC_BYTES = 33 };
void unsubscribe_mac(const unsigned char secret[32], int64_t channel_id, char mac[UNSUBSCRIBE_MAC_BYTES]);
