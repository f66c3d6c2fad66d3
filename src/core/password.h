/* password.h - passwords, tokens and what is stored of them (libsodium).
 *
 * A password is stored as an argon2id string (19 MiB, 2 passes: OWASP's first choice of 2023), about 25 ms of one core:
 * call from a job thread, not from an event loop. A session or API token is 32 random or derived bytes as 64 hex
 * digits; stored is its BLAKE2b-256, so that the database alone opens nothing. */
#pragma once
#include <stdbool.h>

#include "base/str.h"

enum { PASSWORD_HASH_BYTES = 128, TOKEN_TEXT_BYTES = 65, TOKEN_HASH_BYTES = 32 };

void password_hash(str password, char hash[PASSWORD_HASH_BYTES]);
/* Takes the same time for an empty hash (nobody by that name) as for a wrong password. */
bool password_matches(const char *hash, str password);
/* 14 characters without look-alikes, about 80 bits. */
void password_random(char password[15]);

void token_hash(str token, unsigned char hash[TOKEN_HASH_BYTES]);
/* Keyed: the same secret, label and request give the same token, so that a repeated request can be answered again
 * without storing the token. */
void token_derive(const unsigned char secret[32], const char *label, str request_id,
                  const unsigned char request_hash[16], char token[TOKEN_TEXT_BYTES]);
