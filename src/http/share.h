/* share.h - how many connections each address has, over all loops, so that none takes them all. Not for other layers.
 *
 *   share_new -> share_key -> share_take ... share_drop -> share_free
 *
 * An address is an IPv4 one, or the first 64 bits of an IPv6 one (a host has all of the rest). This machine itself has
 * no share: there are proxies on it, health checks and benches. Safe from any thread. */
#pragma once
#include <stdint.h>

struct share_table;

/* keys_max: most keys that are held at once; memory is fixed. */
struct share_table *share_new(int keys_max);
void share_free(struct share_table *t);
/* 0: not counted (this machine, or no address). */
uint64_t share_key(const char *remote);
/* Counts one more; how many there are now, 0 for key 0. */
int share_take(struct share_table *t, uint64_t key);
void share_drop(struct share_table *t, uint64_t key);
