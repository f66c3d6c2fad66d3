/* Webhooks to programs, signed as Standard Webhooks 1.0.0 says: HMAC-SHA256 over "id.timestamp.body". The secret is
 * {"whsec": "whsec_BASE64"}. The id is the same for every try of a message, so that a receiver can tell repeats. */
#include <sodium.h>
#include <string.h>

#include "send/internal.h"

static bool ready(const struct send_config *config) { return true; }

static err build(const struct send_config *config, const struct send_message *m, int64_t now_usec,
                 struct send_request *request, struct problem *p) {
    char secret[160], signature[48];
    unsigned char key[96], mac[crypto_auth_hmacsha256_BYTES];
    size_t key_len = 0;
    send_secret(m, "whsec", secret, sizeof secret);
    const char *text = strncmp(secret, "whsec_", 6) == 0 ? secret + 6 : secret;
    if (sodium_base642bin(key, sizeof key, text, strlen(text), NULL, &key_len, NULL, sodium_base64_VARIANT_ORIGINAL) !=
            0 ||
        key_len < 16)
        return problem_set(p, ERR_INVALID, "This webhook has no secret to sign with; make it anew.");
    buf_add_str(&request->url, m->address);
    buf_add_str(&request->body, m->facts);
    CLEANUP(buf_free) struct buf signed_text = {0};
    buf_printf(&signed_text, "msg_%lld.%lld.", (long long)m->id, (long long)(now_usec / 1000000));
    buf_add_str(&signed_text, m->facts);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key, key_len);
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)signed_text.data, signed_text.len);
    crypto_auth_hmacsha256_final(&state, mac);
    sodium_memzero(key, sizeof key);
    sodium_bin2base64(signature, sizeof signature, mac, sizeof mac, sodium_base64_VARIANT_ORIGINAL);
    send_header_add(request, "Content-Type: application/json");
    send_header_add(request, "webhook-id: msg_%lld", (long long)m->id);
    send_header_add(request, "webhook-timestamp: %lld", (long long)(now_usec / 1000000));
    send_header_add(request, "webhook-signature: v1,%s", signature);
    return OK;
}

/* The specification: 410 ends it; a missing page may come back. */
static void judge(const struct send_message *m, const struct send_reply *reply, struct send_result *result) {
    if (reply->code == 404) result->verdict = SEND_AGAIN;
}

const struct send_adapter webhook_adapter = {
    .word = "webhook", .lane = 0, .by_host = true, .ready = ready, .build = build, .judge = judge};
