/* outbox.h - what leaves the server: messages to people on the channels that they chose, sent by threads of their own.
 *
 *   send_config_load -> sender_start -> (turns with the source: report what was sent, claim what is due) -> sender_stop
 *
 * This layer knows no database. Its source (core/outbox_cmd.c) hands out messages and is told what became of them. A
 * message is handed out only after its cause is durable. It may be sent twice when the server dies between sending and
 * reporting; it is never lost: what was claimed and not reported is due again after CLAIM_SECONDS.
 *
 * Addresses that people set themselves (Web Push, ntfy, webhooks) are lane 0: every connection goes through guard.h,
 * redirects are not followed, proxies of the environment are not used. Services that the operator set (Telegram, mail
 * relay, WhatsApp) are lane 1. Each lane has threads and connections of its own: a slow mail relay delays no push, and
 * no connection that was opened without the guard is ever used again with it.
 *
 * Secrets of the configuration are never logged, nor part of any reply. To add a channel: a value in enum send_channel,
 * its adapter in a file of its own, a row in adapters.c. Threads: sender_wake and sender_pace_set from any; the rest
 * from one. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* The values stand in the database. */
enum send_channel {
    SEND_WEB_PUSH = 1,
    SEND_TELEGRAM = 2,
    SEND_MAIL = 3,
    SEND_WHATSAPP = 4,
    SEND_NTFY = 5,
    SEND_WEBHOOK = 6,
    SEND_CHANNELS = 7
};
enum { SEND_LANES = 2, SEND_CLAIM_SECONDS = 90, SEND_ATTEMPTS_MAX = 12, SEND_CLAIM_MAX = 256 };

/* Wire words: "web_push", "telegram", "mail", "whatsapp", "ntfy", "webhook". */
const char *send_channel_word(enum send_channel channel);
int send_channel_lane(enum send_channel channel);
/* Messages a second of the whole channel, and the time between two to one address; 0 = no such limit. */
void send_channel_pace(enum send_channel channel, int *per_second, int64_t *address_usec);

/* One message. Texts are in the person's language and live as long as the arena of the turn that handed them out. */
struct send_message {
    int64_t id, alert_id; /* alert_id 0: not about an alert, no buttons but the link */
    enum send_channel channel;
    str address; /* push endpoint, chat id, mail address, number or business-scoped id, URL */
    str secret;  /* the channel's own: JSON object or "" */
    str title, text;
    str link, link_text;                   /* "" = none */
    str accept_text, mute_text, stop_text; /* of buttons; "" = none */
    str topic;                             /* newer ones replace undelivered ones of the same topic */
    str facts;                             /* JSON object for programs: body of webhooks, data of Web Push */
    str unsubscribe;                       /* mail: where one POST ends it */
    str language;                          /* es, en, fr, pt */
    str parameters[4];                     /* WhatsApp's template: number, title, pay per hour, until */
    bool urgent;                           /* may wake somebody */
    bool window;                           /* WhatsApp: the person wrote within 24 hours */
    int64_t expires_usec;
    int attempts; /* this one included */
};

enum send_verdict {
    SEND_DONE,   /* the service has taken it */
    SEND_AGAIN,  /* failed for now: try again at again_usec, or give up when that is too late */
    SEND_LATER,  /* not tried, its channel is at its limit: at again_usec, counts as no attempt */
    SEND_FAILED, /* this message will never be taken */
    SEND_GONE    /* nor any other to this address */
};
struct send_result {
    int64_t id;
    enum send_verdict verdict;
    int code; /* of HTTP or SMTP; 0 = no reply */
    int64_t again_usec;
    char detail[160];      /* a sentence for the person's log, without secrets */
    char provider_id[120]; /* the service's name for the message, for later reports; "" = none */
    char address[64];      /* the service says that the address is now this one; "" = stays */
};

/* What the operator set: alerts.conf in the files directory. Texts are "" when not set. */
struct send_config {
    char public_url[256]; /* without a slash at the end */
    char contact[200];    /* mailto: or https: of the operator, told to push services */
    char telegram_token[120], telegram_bot[40], telegram_secret[260], telegram_api[200];
    char mail_url[200], mail_from[200], mail_user[120], mail_password[200];
    int mail_tls; /* 0 none, 1 if offered, 2 required */
    char whatsapp_token[520], whatsapp_phone_id[40], whatsapp_number[24], whatsapp_secret[80], whatsapp_verify[120],
        whatsapp_template[80], whatsapp_api[200];
    int64_t whatsapp_price_micros, whatsapp_cap_micros; /* of one message; of one person in a month */
    char ntfy_url[200], ntfy_token[120];
    char allow[400]; /* networks that the guard lets through, separated by spaces */
    char vapid_public[90];
    void *vapid_key; /* EVP_PKEY of RFC 8292 */
    struct guard *guard;
};
/* Reads FOLDER/alerts.conf (all optional) and FOLDER/vapid.pem (made when missing). p names the wrong line. */
err send_config_load(const char *folder, struct send_config *config, struct problem *p);
void send_config_free(struct send_config *config);
/* Makes FOLDER/vapid.pem unless it is there. */
err send_vapid_make(const char *folder, struct problem *p);
bool send_channel_ready(const struct send_config *config, enum send_channel channel);
/* Does the address fit its channel and lead outside? Names are looked up only when a message goes. */
err send_address_check(const struct send_config *config, enum send_channel channel, str address, struct problem *p);
/* Do p256dh and auth of a push subscription, in base64url, make sense? */
bool send_push_keys_valid(str p256dh, str auth);

/* HMAC-SHA256 of what a service has sent: "sha256=HEX" of X-Hub-Signature-256, compared in constant time. */
bool send_hub_signature_valid(const char *secret, str body, const char *header);

struct send_source {
    void *arg;
    /* Reports results, then claims up to `max` due messages of a lane in *messages (in `a`); *more: there may be
     * others that are due. A fault has reported nothing: the results come again with the next turn. */
    err (*turn)(void *arg, int lane, const struct send_result *results, int result_count, int max, struct arena *a,
                struct send_message **messages, int *count, bool *more);
};
struct sender;
/* config and what source.arg points to must outlive the sender. threads: of each lane. */
struct sender *sender_start(const struct send_config *config, const struct send_source *source, int threads);
void sender_wake(struct sender *sender);
/* From now on, instead of what send_channel_pace says. Any thread. */
void sender_pace_set(struct sender *sender, enum send_channel channel, int per_second, int64_t address_usec);
void sender_stop(struct sender *sender); /* lets what is on the wire end, at most 5 s, and reports it */
