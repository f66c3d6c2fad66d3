#include "core/password.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { PASSES = 2, MEMORY_BYTES = 19 * 1024 * 1024 };
_Static_assert(PASSWORD_HASH_BYTES >= crypto_pwhash_STRBYTES, "argon2id strings fit");

void password_hash(str password, char hash[PASSWORD_HASH_BYTES]) {
    memset(hash, 0, PASSWORD_HASH_BYTES);
    if (crypto_pwhash_str_alg(hash, password.data, password.len, PASSES, MEMORY_BYTES, crypto_pwhash_ALG_ARGON2ID13) !=
        0)
        abort(); /* out of memory */
}

bool password_matches(const char *hash, str password) {
    if (hash[0]) return crypto_pwhash_str_verify(hash, password.data, password.len) == 0;
    char unused[PASSWORD_HASH_BYTES];
    password_hash(password, unused);
    return false;
}

void password_random(char password[15]) {
    static const char letters[] = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    for (int i = 0; i < 14; i++) password[i] = letters[randombytes_uniform(sizeof letters - 1)];
    password[14] = 0;
}

void token_hash(str token, unsigned char hash[TOKEN_HASH_BYTES]) {
    crypto_generichash(hash, TOKEN_HASH_BYTES, (const unsigned char *)token.data, token.len, NULL, 0);
}

void token_derive(const unsigned char secret[32], const char *label, str request_id,
                  const unsigned char request_hash[16], char token[TOKEN_TEXT_BYTES]) {
    unsigned char bytes[32];
    crypto_generichash_state state;
    crypto_generichash_init(&state, secret, 32, sizeof bytes);
    crypto_generichash_update(&state, (const unsigned char *)label, strlen(label) + 1);
    crypto_generichash_update(&state, request_hash, 16);
    crypto_generichash_update(&state, (const unsigned char *)request_id.data, request_id.len);
    crypto_generichash_final(&state, bytes, sizeof bytes);
    hex_encode(bytes, sizeof bytes, token);
}
