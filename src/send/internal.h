/* internal.h - what the files of send/ share: an adapter makes of a message one request, and of the reply a verdict.
 *
 *   sender.c: build(message) -> libcurl -> judge(status, reply) -> result
 *
 * An adapter holds no state; its file says which page of its service it follows. */
#pragma once
#include <curl/curl.h>

#include "base/buf.h"
#include "send/outbox.h"

struct send_request {
    struct buf url, body;
    struct curl_slist *headers;
    bool mail;           /* body is a mail from `from` to `to` */
    struct buf from, to; /* <address> */
};
void send_request_free(struct send_request *request);
void send_header_add(struct send_request *request, const char *format, ...) __attribute__((format(printf, 2, 3)));

struct send_reply {
    int code;           /* 0: none came */
    str body;           /* its first SEND_REPLY_BYTES */
    int64_t retry_usec; /* Retry-After; 0 = none */
};
enum { SEND_REPLY_BYTES = 4096 };

struct send_adapter {
    const char *word;
    int lane;
    int per_second;       /* of all messages of this channel; 0 = no limit */
    int64_t address_usec; /* between two messages to one address; 0 = none */
    bool by_host;         /* a 429 holds back all of the host, not only the address */
    bool (*ready)(const struct send_config *config);
    /* ERR_INVALID with a sentence when no request can be made of it. */
    err (*build)(const struct send_config *config, const struct send_message *m, int64_t now_usec,
                 struct send_request *request, struct problem *p);
    /* Changes what send_judge has said by the status alone. May be NULL. */
    void (*judge)(const struct send_message *m, const struct send_reply *reply, struct send_result *result);
};
extern const struct send_adapter web_push_adapter, telegram_adapter, mail_adapter, whatsapp_adapter, ntfy_adapter,
    webhook_adapter;
const struct send_adapter *send_adapter_of(enum send_channel channel);

/* By the status alone: 2xx done, 408 425 429 5xx and none again, 404 and 410 gone, the rest failed. */
void send_judge(const struct send_adapter *adapter, const struct send_message *m, const struct send_reply *reply,
                int64_t now_usec, uint32_t random, struct send_result *result);
/* Exponential back-off with jitter, never before what the service asked for. Attempts count from 1. */
int64_t send_again_usec(int attempts, int64_t now_usec, int64_t retry_usec, uint32_t random);

/* A member of the channel's secret; "" when there is none. Copied to out. */
void send_secret(const struct send_message *m, const char *name, char *out, size_t size);
