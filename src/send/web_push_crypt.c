#include "send/web_push_crypt.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/params.h>
#include <sodium.h>
#include <string.h>

#include "base/arena.h"
#include "base/json_out.h"

enum { HASH_BYTES = 32, KEY_BYTES = 16, NONCE_BYTES = 12, TAG_BYTES = 16 };

/* The first `len` (at most 32) bytes of HKDF-SHA256 (RFC 5869): one block is enough for all that is derived here. */
static void hkdf(const unsigned char *salt, size_t salt_len, const unsigned char *ikm, size_t ikm_len, const void *info,
                 size_t info_len, unsigned char *out, size_t len) {
    unsigned char prk[HASH_BYTES], block[HASH_BYTES];
    static const unsigned char one = 1;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, salt, salt_len);
    crypto_auth_hmacsha256_update(&state, ikm, ikm_len);
    crypto_auth_hmacsha256_final(&state, prk);
    crypto_auth_hmacsha256_init(&state, prk, sizeof prk);
    crypto_auth_hmacsha256_update(&state, info, info_len);
    crypto_auth_hmacsha256_update(&state, &one, 1);
    crypto_auth_hmacsha256_final(&state, block);
    memcpy(out, block, len);
    sodium_memzero(prk, sizeof prk);
    sodium_memzero(block, sizeof block);
}

static EVP_PKEY *key_of_point(const unsigned char point[PUSH_POINT_BYTES]) {
    char group[] = "prime256v1";
    OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
                           OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, (void *)point, PUSH_POINT_BYTES),
                           OSSL_PARAM_construct_end()};
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
    EVP_PKEY *key = NULL;
    if (EVP_PKEY_fromdata_init(context) <= 0 || EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, params) <= 0)
        key = NULL;
    EVP_PKEY_CTX_free(context);
    return key;
}

bool push_point(EVP_PKEY *key, unsigned char point[PUSH_POINT_BYTES]) {
    size_t len = 0;
    return EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY, point, PUSH_POINT_BYTES, &len) ==
               1 &&
           len == PUSH_POINT_BYTES;
}

static bool shared_secret(EVP_PKEY *sender, const unsigned char receiver[PUSH_POINT_BYTES],
                          unsigned char secret[HASH_BYTES]) {
    EVP_PKEY *peer = key_of_point(receiver);
    if (!peer) return false;
    size_t len = HASH_BYTES;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(sender, NULL);
    bool good = EVP_PKEY_derive_init(context) > 0 && EVP_PKEY_derive_set_peer(context, peer) > 0 &&
                EVP_PKEY_derive(context, secret, &len) > 0 && len == HASH_BYTES;
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(peer);
    return good;
}

/* RFC 8188: one record, the last, so its delimiter is 2; no padding, as our texts are all alike. */
static bool record_add(struct buf *out, str text, const unsigned char key[KEY_BYTES],
                       const unsigned char nonce[NONCE_BYTES]) {
    static const unsigned char delimiter = 2;
    int len = 0, more = 0, last = 0;
    buf_reserve(out, text.len + 1 + TAG_BYTES);
    unsigned char *to = (unsigned char *)out->data + out->len;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    bool good = EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce) == 1 &&
                EVP_EncryptUpdate(context, to, &len, (const unsigned char *)text.data, (int)text.len) == 1 &&
                EVP_EncryptUpdate(context, to + len, &more, &delimiter, 1) == 1 &&
                EVP_EncryptFinal_ex(context, to + len + more, &last) == 1 &&
                EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, TAG_BYTES, to + len + more + last) == 1;
    EVP_CIPHER_CTX_free(context);
    if (good) out->len += (size_t)(len + more + last) + TAG_BYTES;
    return good;
}

err push_encrypt(const unsigned char receiver[PUSH_POINT_BYTES], const unsigned char auth[PUSH_AUTH_BYTES], str text,
                 EVP_PKEY *sender, const unsigned char salt[PUSH_SALT_BYTES], struct buf *out) {
    static const char start[] = "WebPush: info", key_info[] = "Content-Encoding: aes128gcm",
                      nonce_info[] = "Content-Encoding: nonce"; /* each with its NUL */
    unsigned char point[PUSH_POINT_BYTES], secret[HASH_BYTES], ikm[HASH_BYTES], key[KEY_BYTES], nonce[NONCE_BYTES];
    unsigned char info[sizeof start + 2 * PUSH_POINT_BYTES], head[PUSH_SALT_BYTES + 5] = {0};
    if (text.len > PUSH_TEXT_BYTES_MAX || !push_point(sender, point) || !shared_secret(sender, receiver, secret))
        return ERR_INVALID;
    memcpy(info, start, sizeof start);
    memcpy(info + sizeof start, receiver, PUSH_POINT_BYTES);
    memcpy(info + sizeof start + PUSH_POINT_BYTES, point, PUSH_POINT_BYTES);
    hkdf(auth, PUSH_AUTH_BYTES, secret, sizeof secret, info, sizeof info, ikm, sizeof ikm);
    hkdf(salt, PUSH_SALT_BYTES, ikm, sizeof ikm, key_info, sizeof key_info, key, sizeof key);
    hkdf(salt, PUSH_SALT_BYTES, ikm, sizeof ikm, nonce_info, sizeof nonce_info, nonce, sizeof nonce);
    memcpy(head, salt, PUSH_SALT_BYTES);
    head[PUSH_SALT_BYTES + 2] = PUSH_RECORD_BYTES >> 8; /* big-endian record size, then the length of the key id */
    head[PUSH_SALT_BYTES + 4] = PUSH_POINT_BYTES;
    buf_add(out, head, sizeof head);
    buf_add(out, point, sizeof point);
    bool good = record_add(out, text, key, nonce);
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(ikm, sizeof ikm);
    sodium_memzero(key, sizeof key);
    return good ? OK : ERR_INTERNAL;
}

bool push_base64_decode(str text, unsigned char *bytes, size_t n) {
    size_t len;
    while (text.len > 0 && text.data[text.len - 1] == '=') text.len--;
    return sodium_base642bin(bytes, n, text.data, text.len, NULL, &len, NULL,
                             sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
           len == n;
}

void push_base64_add(struct buf *out, const void *bytes, size_t n) {
    size_t size = sodium_base64_encoded_len(n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    buf_reserve(out, size);
    sodium_bin2base64(out->data + out->len, size, bytes, n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    out->len += size - 1;
}

/* ES256 wants the two numbers side by side where OpenSSL gives DER. */
static bool sign(EVP_PKEY *key, str text, unsigned char raw[64]) {
    unsigned char der[80];
    size_t len = sizeof der;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool good = EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
                EVP_DigestSign(context, der, &len, (const unsigned char *)text.data, text.len) == 1;
    EVP_MD_CTX_free(context);
    const unsigned char *at = der;
    ECDSA_SIG *signature = good ? d2i_ECDSA_SIG(NULL, &at, (long)len) : NULL;
    good = signature && BN_bn2binpad(ECDSA_SIG_get0_r(signature), raw, 32) == 32 &&
           BN_bn2binpad(ECDSA_SIG_get0_s(signature), raw + 32, 32) == 32;
    ECDSA_SIG_free(signature);
    return good;
}

err vapid_header(EVP_PKEY *key, const char *audience, int64_t expires_seconds, const char *contact, struct buf *out) {
    static const char kind[] = "{\"typ\":\"JWT\",\"alg\":\"ES256\"}";
    unsigned char signature[64], point[PUSH_POINT_BYTES];
    CLEANUP(buf_free) struct buf claims = {0};
    struct json_out o = out_new(&claims);
    out_object_begin(&o);
    out_set_text(&o, "aud", audience);
    out_set_int(&o, "exp", expires_seconds);
    if (*contact) out_set_text(&o, "sub", contact);
    out_end(&o);
    buf_add_text(out, "vapid t=");
    size_t start = out->len;
    push_base64_add(out, kind, sizeof kind - 1);
    buf_add_char(out, '.');
    push_base64_add(out, claims.data, claims.len);
    if (!sign(key, (str){out->data + start, out->len - start}, signature) || !push_point(key, point))
        return ERR_INTERNAL;
    buf_add_char(out, '.');
    push_base64_add(out, signature, sizeof signature);
    buf_add_text(out, ", k=");
    push_base64_add(out, point, sizeof point);
    return OK;
}
