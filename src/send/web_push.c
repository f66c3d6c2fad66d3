/* Web Push: RFC 8030. The address is the endpoint, the secret {"p256dh", "auth"} of the subscription. The service
 * worker (web/push.js) shows what is in the JSON that this sends. */
#include <sodium.h>
#include <string.h>

#include "base/json_out.h"
#include "send/guard.h"
#include "send/internal.h"
#include "send/web_push_crypt.h"

enum { TTL_SECONDS_MAX = 28 * 24 * 3600, VAPID_SECONDS = 12 * 3600, ORIGINS_KEPT = 64 };

/* One signature an origin serves for hours. One table a thread: what is kept is the same for all. */
struct vapid_kept {
    char audience[300];
    int64_t until_usec;
    struct buf header;
};
static _Thread_local struct vapid_kept kept[ORIGINS_KEPT];

/* "https://host:port" of the endpoint; false when it is none. */
static bool origin(str url, char *out, size_t size) {
    const char *host = memmem(url.data, url.len, "://", 3);
    if (!host) return false;
    size_t start = (size_t)(host - url.data) + 3;
    const char *slash = memchr(url.data + start, '/', url.len - start);
    size_t len = slash ? (size_t)(slash - url.data) : url.len;
    if (len == start || len >= size) return false;
    memcpy(out, url.data, len);
    out[len] = 0;
    return true;
}

static err vapid_kept_header(const struct send_config *config, const char *audience, int64_t now_usec,
                             const char **header) {
    uint64_t hash = 5381;
    for (const char *at = audience; *at; at++) hash = hash * 33 + (unsigned char)*at;
    struct vapid_kept *k = &kept[hash % ORIGINS_KEPT];
    if (k->until_usec < now_usec || strcmp(k->audience, audience) != 0) {
        buf_clear(&k->header);
        int64_t expires = now_usec / 1000000 + VAPID_SECONDS;
        TRY(vapid_header(config->vapid_key, audience, expires, config->contact, &k->header));
        snprintf(k->audience, sizeof k->audience, "%s", audience);
        k->until_usec = (expires - VAPID_SECONDS / 2) * 1000000;
    }
    *header = k->header.data;
    return OK;
}

static void text_write(const struct send_message *m, struct buf *out) {
    struct json_out o = out_new(out);
    out_object_begin(&o);
    out_set_str(&o, "title", m->title);
    out_set_str(&o, "text", m->text);
    out_set_str(&o, "link", m->link);
    out_set_str(&o, "topic", m->topic);
    out_set_bool(&o, "urgent", m->urgent);
    out_end(&o);
}

static bool ready(const struct send_config *config) { return config->vapid_key != NULL; }

static err build(const struct send_config *config, const struct send_message *m, int64_t now_usec,
                 struct send_request *request, struct problem *p) {
    unsigned char receiver[PUSH_POINT_BYTES], auth[PUSH_AUTH_BYTES], salt[PUSH_SALT_BYTES];
    char key_text[100], auth_text[40], audience[300];
    const char *authorization;
    send_secret(m, "p256dh", key_text, sizeof key_text);
    send_secret(m, "auth", auth_text, sizeof auth_text);
    if (!push_base64_decode(str_from(key_text), receiver, sizeof receiver) ||
        !push_base64_decode(str_from(auth_text), auth, sizeof auth) || !origin(m->address, audience, sizeof audience))
        return problem_set(p, ERR_INVALID, "The subscription of this browser is broken; switch its alerts on again.");
    CLEANUP(buf_free) struct buf text = {0};
    text_write(m, &text);
    randombytes_buf(salt, sizeof salt);
    EVP_PKEY *sender = EVP_EC_gen("P-256");
    err e = sender ? push_encrypt(receiver, auth, buf_str(&text), sender, salt, &request->body) : ERR_INTERNAL;
    EVP_PKEY_free(sender);
    if (e == OK) e = vapid_kept_header(config, audience, now_usec, &authorization);
    if (e != OK) return problem_set(p, e, "The message could not be encrypted for this browser.");
    int64_t ttl = (m->expires_usec - now_usec) / 1000000;
    buf_add_str(&request->url, m->address);
    send_header_add(request, "TTL: %lld", (long long)(ttl < 0 ? 0 : ttl > TTL_SECONDS_MAX ? TTL_SECONDS_MAX : ttl));
    send_header_add(request, "Urgency: %s", m->urgent ? "high" : "normal");
    if (m->topic.len) send_header_add(request, "Topic: %.*s", STR_ARG(m->topic));
    send_header_add(request, "Content-Encoding: aes128gcm");
    send_header_add(request, "Content-Type: application/octet-stream");
    send_header_add(request, "Authorization: %s", authorization);
    return OK;
}

/* 406 is how WNS says that it gets too much. */
static void judge(const struct send_message *m, const struct send_reply *reply, struct send_result *result) {
    if (reply->code == 406) result->verdict = SEND_AGAIN;
    if (result->verdict == SEND_GONE)
        snprintf(result->detail, sizeof result->detail, "The browser has ended its subscription; switch it on again.");
}

const struct send_adapter web_push_adapter = {
    .word = "web_push", .lane = 0, .by_host = true, .ready = ready, .build = build, .judge = judge};

bool send_push_keys_valid(str p256dh, str auth) {
    unsigned char receiver[PUSH_POINT_BYTES], bytes[PUSH_AUTH_BYTES];
    if (!push_base64_decode(p256dh, receiver, sizeof receiver) || !push_base64_decode(auth, bytes, sizeof bytes))
        return false;
    /* A point that is not on the curve shows when something is encrypted for it. */
    unsigned char salt[PUSH_SALT_BYTES] = {0};
    CLEANUP(buf_free) struct buf out = {0};
    EVP_PKEY *sender = EVP_EC_gen("P-256");
    err e = push_encrypt(receiver, bytes, STR("x"), sender, salt, &out);
    EVP_PKEY_free(sender);
    return e == OK;
}
