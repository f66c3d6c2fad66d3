/* web_push_crypt.h - what a push message looks like on the wire: RFC 8291 (which keys), RFC 8188 (which encryption) and
 * RFC 8292 (who sends). Keys are P-256. Threads: any; an EVP_PKEY is only read. */
#pragma once
#include <openssl/ec.h>
#include <openssl/evp.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum {
    PUSH_POINT_BYTES = 65, /* uncompressed */
    PUSH_AUTH_BYTES = 16,
    PUSH_SALT_BYTES = 16,
    PUSH_RECORD_BYTES = 4096,
    /* What fits one record of the size that every push service must take: less head (86), delimiter and tag. */
    PUSH_TEXT_BYTES_MAX = PUSH_RECORD_BYTES - 86 - 1 - 16
};

/* Appends header and one encrypted record. ERR_INVALID when receiver is no point of the curve or text is too long.
 * sender: a key pair used for this message only. */
err push_encrypt(const unsigned char receiver[PUSH_POINT_BYTES], const unsigned char auth[PUSH_AUTH_BYTES], str text,
                 EVP_PKEY *sender, const unsigned char salt[PUSH_SALT_BYTES], struct buf *out);
/* The value of the header Authorization. audience: scheme, host and port of the endpoint. */
err vapid_header(EVP_PKEY *key, const char *audience, int64_t expires_seconds, const char *contact, struct buf *out);
bool push_point(EVP_PKEY *key, unsigned char point[PUSH_POINT_BYTES]);
/* Whole text as base64url without padding; false when it is not n bytes. */
bool push_base64_decode(str text, unsigned char *bytes, size_t n);
void push_base64_add(struct buf *out, const void *bytes, size_t n);
