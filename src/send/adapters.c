/* The table of channels and what all of them share. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "send/guard.h"
#include "send/internal.h"

static const struct send_adapter *const adapters[SEND_CHANNELS] = {
    [SEND_WEB_PUSH] = &web_push_adapter, [SEND_TELEGRAM] = &telegram_adapter, [SEND_MAIL] = &mail_adapter,
    [SEND_WHATSAPP] = &whatsapp_adapter, [SEND_NTFY] = &ntfy_adapter,         [SEND_WEBHOOK] = &webhook_adapter,
};

const struct send_adapter *send_adapter_of(enum send_channel channel) {
    return channel > 0 && channel < SEND_CHANNELS ? adapters[channel] : NULL;
}

const char *send_channel_word(enum send_channel channel) { return adapters[channel]->word; }

int send_channel_lane(enum send_channel channel) { return adapters[channel]->lane; }

void send_channel_pace(enum send_channel channel, int *per_second, int64_t *address_usec) {
    *per_second = adapters[channel]->per_second;
    *address_usec = adapters[channel]->address_usec;
}

bool send_channel_ready(const struct send_config *config, enum send_channel channel) {
    /* Web Push needs no address of ours: the page that gets it knows. */
    return (channel == SEND_WEB_PUSH || config->public_url[0]) && adapters[channel]->ready(config);
}

void send_request_free(struct send_request *request) {
    buf_free(&request->url);
    buf_free(&request->body);
    buf_free(&request->from);
    buf_free(&request->to);
    curl_slist_free_all(request->headers);
    *request = (struct send_request){0};
}

void send_header_add(struct send_request *request, const char *format, ...) {
    char text[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    request->headers = curl_slist_append(request->headers, text);
}

void send_secret(const struct send_message *m, const char *name, char *out, size_t size) {
    CLEANUP(json_drop) json_t *secret = NULL;
    *out = 0;
    if (m->secret.len == 0 || json_parse(m->secret, &secret, NULL) != OK) return;
    const char *value = json_text(secret, name);
    if (value && strlen(value) < size) snprintf(out, size, "%s", value);
}

int64_t send_again_usec(int attempts, int64_t now_usec, int64_t retry_usec, uint32_t random) {
    enum { FIRST_SECONDS = 4, DOUBLINGS_MAX = 10 }; /* 4 s, 8 s ... 68 min */
    int doublings = attempts - 1 < DOUBLINGS_MAX ? attempts - 1 : DOUBLINGS_MAX;
    int64_t wait = (INT64_C(1000000) * FIRST_SECONDS) << (doublings < 0 ? 0 : doublings);
    wait = wait / 2 + (int64_t)((double)wait * random / 4294967296.0); /* half to one and a half of it */
    return now_usec + (wait > retry_usec ? wait : retry_usec + wait / 8);
}

void send_judge(const struct send_adapter *adapter, const struct send_message *m, const struct send_reply *reply,
                int64_t now_usec, uint32_t random, struct send_result *result) {
    int code = reply->code;
    *result = (struct send_result){.id = m->id, .code = code};
    if (code >= 200 && code < 300)
        result->verdict = SEND_DONE;
    else if (code == 0 || code == 408 || code == 425 || code == 429 || code >= 500)
        result->verdict = SEND_AGAIN;
    else if (code == 404 || code == 410)
        result->verdict = SEND_GONE;
    else
        result->verdict = SEND_FAILED;
    result->again_usec = send_again_usec(m->attempts, now_usec, reply->retry_usec, random);
    if (adapter->judge) adapter->judge(m, reply, result);
    if (result->verdict != SEND_DONE && !result->detail[0]) {
        if (code)
            snprintf(result->detail, sizeof result->detail, "The service answered %d.", code);
        else
            snprintf(result->detail, sizeof result->detail, "The service could not be reached.");
    }
}

bool send_hub_signature_valid(const char *secret, str body, const char *header) {
    unsigned char mac[crypto_auth_hmacsha256_BYTES], given[sizeof mac];
    if (!*secret || !header || strncmp(header, "sha256=", 7) != 0 ||
        !hex_decode(str_from(header + 7), given, sizeof given))
        return false;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, (const unsigned char *)secret, strlen(secret));
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)body.data, body.len);
    crypto_auth_hmacsha256_final(&state, mac);
    return sodium_memcmp(mac, given, sizeof mac) == 0;
}

/* "name@host.tld" without quotes, spaces and other liberties of RFC 5321 that no mailbox of a person has. */
static bool mail_valid(str address) {
    const char *at = memchr(address.data, '@', address.len);
    if (!at || at == address.data || address.len > 200) return false;
    str host = {at + 1, address.len - (size_t)(at + 1 - address.data)};
    for (size_t i = 0; i < address.len; i++) {
        unsigned char c = (unsigned char)address.data[i];
        if (c <= ' ' || c >= 127 || strchr("<>()[]\\,;:\"", c)) return false;
    }
    return host.len >= 3 && memchr(host.data, '.', host.len) && !memchr(host.data, '@', host.len) &&
           host.data[0] != '.' && host.data[host.len - 1] != '.';
}

err send_address_check(const struct send_config *config, enum send_channel channel, str address, struct problem *p) {
    if (channel == SEND_MAIL && !mail_valid(address))
        return problem_set(p, ERR_INVALID, "This is no mail address; write it as name@example.org.");
    if (adapters[channel]->lane == 0) return guard_url(config->guard, address, p);
    return OK;
}
