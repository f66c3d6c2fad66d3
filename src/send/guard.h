/* guard.h - where a message to an address that somebody else has set may go: only to the public internet.
 *
 * Without it, a push endpoint or webhook of http://127.0.0.1/ or http://169.254.169.254/ would make the server a way
 * into its own network. Names are no protection, as a name may lead anywhere and change between check and use: so each
 * socket is checked when it is opened, by the address that it will connect to (guard_allows), and a URL besides when
 * it is set (guard_url), to tell its owner early.
 *
 * Refused: this host, private, link-local (with the metadata services of clouds), shared, documentation, benchmark,
 * multicast and reserved networks of IPv4 and IPv6, and IPv4 wrapped in IPv6. What the operator allows (a list of
 * networks) is let through, there also without TLS. Pure but for guard_new's memory. */
#pragma once
#include <stdbool.h>
#include <sys/socket.h>

#include "base/err.h"
#include "base/str.h"

struct guard;
/* networks: "127.0.0.0/8 fd00::/8 10.1.2.3" or "". ERR_INVALID names the wrong one. */
err guard_new(const char *networks, struct guard **guard, struct problem *p);
void guard_free(struct guard *guard);

/* May a socket be opened to it? *named: it is in one of the operator's networks. */
bool guard_allows(const struct guard *guard, const struct sockaddr *address, bool *named);
/* https with a host, no login in it; http only where networks are allowed. A host that is an address is checked. */
err guard_url(const struct guard *guard, str url, struct problem *p);
