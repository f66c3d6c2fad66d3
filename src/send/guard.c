#include "send/guard.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { NETWORKS_MAX = 16 };

struct network {
    unsigned char bytes[16];
    int family, bits;
};

struct guard {
    struct network allowed[NETWORKS_MAX];
    int count;
};

static const char *const refused_v4[] = {
    "0.0.0.0/8",     "10.0.0.0/8",      "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16",
    "172.16.0.0/12", "192.0.0.0/24",    "192.0.2.0/24",   "192.88.99.0/24", "192.168.0.0/16",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
};
/* Inside of 2000::/3, the only part of IPv6 that is public: Teredo and its neighbours, documentation, 6to4. */
static const char *const refused_v6[] = {"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"};

static bool network_read(const char *text, size_t len, struct network *n) {
    char copy[64], *slash;
    if (len == 0 || len >= sizeof copy) return false;
    memcpy(copy, text, len);
    copy[len] = 0;
    slash = strchr(copy, '/');
    if (slash) *slash = 0;
    n->family = strchr(copy, ':') ? AF_INET6 : AF_INET;
    if (inet_pton(n->family, copy, n->bytes) != 1) return false;
    int64_t bits = n->family == AF_INET ? 32 : 128;
    if (slash && (!str_to_int64(str_from(slash + 1), &bits) || bits < 0 || bits > (n->family == AF_INET ? 32 : 128)))
        return false;
    n->bits = (int)bits;
    return true;
}

static bool network_has(const struct network *n, int family, const unsigned char *bytes) {
    if (n->family != family || memcmp(n->bytes, bytes, (size_t)n->bits / 8) != 0) return false;
    int left = n->bits % 8;
    unsigned char mask = (unsigned char)(0xFF00 >> left);
    return left == 0 || (n->bytes[n->bits / 8] & mask) == (bytes[n->bits / 8] & mask);
}

static bool in_any(const char *const *networks, size_t count, int family, const unsigned char *bytes) {
    struct network n;
    for (size_t i = 0; i < count; i++)
        if (network_read(networks[i], strlen(networks[i]), &n) && network_has(&n, family, bytes)) return true;
    return false;
}

static bool is_public(int family, const unsigned char *bytes) {
    if (family == AF_INET) return !in_any(refused_v4, sizeof refused_v4 / sizeof *refused_v4, AF_INET, bytes);
    if ((bytes[0] & 0xE0) != 0x20) return false;
    return !in_any(refused_v6, sizeof refused_v6 / sizeof *refused_v6, AF_INET6, bytes);
}

static bool allows(const struct guard *guard, int family, const unsigned char *bytes, bool *named) {
    static const unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    if (family == AF_INET6 && memcmp(bytes, mapped, sizeof mapped) == 0)
        return allows(guard, AF_INET, bytes + sizeof mapped, named);
    *named = false;
    for (int i = 0; i < guard->count && !*named; i++) *named = network_has(&guard->allowed[i], family, bytes);
    return *named || is_public(family, bytes);
}

err guard_new(const char *networks, struct guard **out, struct problem *p) {
    struct guard *guard = mem_alloc(sizeof *guard);
    for (const char *at = networks; *at;) {
        at += strspn(at, " ,");
        size_t len = strcspn(at, " ,");
        if (len == 0) break;
        if (guard->count == NETWORKS_MAX || !network_read(at, len, &guard->allowed[guard->count])) {
            free(guard);
            return problem_set(p, ERR_INVALID, "\"%.*s\" is no network such as 10.1.0.0/16 (at most %d).", (int)len, at,
                               NETWORKS_MAX);
        }
        guard->count++;
        at += len;
    }
    *out = guard;
    return OK;
}

void guard_free(struct guard *guard) { free(guard); }

bool guard_allows(const struct guard *guard, const struct sockaddr *address, bool *named) {
    *named = false;
    if (address->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        return allows(guard, AF_INET, (const unsigned char *)&in.sin_addr, named);
    }
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 in6;
        memcpy(&in6, address, sizeof in6);
        return allows(guard, AF_INET6, (const unsigned char *)&in6.sin6_addr, named);
    }
    return false; /* also no unix sockets */
}

/* Hosts that are addresses: also [..] of IPv6. Names that only mean this host are told apart here, the rest when it is
 * connected to. */
static bool host_allowed(const struct guard *guard, const char *host, bool *named) {
    unsigned char bytes[16];
    char plain[64];
    size_t len = strlen(host);
    *named = false;
    if (host[0] == '[' && len < sizeof plain) {
        snprintf(plain, sizeof plain, "%.*s", (int)len - 2, host + 1);
        return inet_pton(AF_INET6, plain, bytes) == 1 && allows(guard, AF_INET6, bytes, named);
    }
    if (inet_pton(AF_INET, host, bytes) == 1) return allows(guard, AF_INET, bytes, named);
    if (strcasecmp(host, "localhost") != 0) return true;
    memcpy(bytes, "\x7f\0\0\1", 4);
    return allows(guard, AF_INET, bytes, named);
}

static err parts_check(const struct guard *guard, CURLU *parts, struct problem *p) {
    char *scheme = NULL, *host = NULL, *user = NULL;
    bool named = false;
    err e = OK;
    curl_url_get(parts, CURLUPART_SCHEME, &scheme, 0);
    curl_url_get(parts, CURLUPART_HOST, &host, 0);
    curl_url_get(parts, CURLUPART_USER, &user, 0);
    if (!host || !*host)
        e = problem_set(p, ERR_INVALID, "This address has no host; write it as https://host/path.");
    else if (user)
        e = problem_set(p, ERR_INVALID,
                        "An address with a login in it is not taken; leave out what stands before the @.");
    else if (!host_allowed(guard, host, &named))
        e = problem_set(p, ERR_INVALID,
                        "%s is not on the public internet; the operator can allow its network in alerts.conf.", host);
    else if (!scheme || (strcmp(scheme, "https") != 0 && !(strcmp(scheme, "http") == 0 && guard->count > 0)))
        e = problem_set(p, ERR_INVALID, "Only https:// addresses are taken.");
    curl_free(scheme);
    curl_free(host);
    curl_free(user);
    return e;
}

err guard_url(const struct guard *guard, str url, struct problem *p) {
    char text[2048];
    if (url.len >= sizeof text)
        return problem_set(p, ERR_INVALID, "An address has at most %zu bytes.", sizeof text - 1);
    for (size_t i = 0; i < url.len; i++)
        if ((unsigned char)url.data[i] <= ' ' || (unsigned char)url.data[i] >= 127 || url.data[i] == '\\')
            return problem_set(p, ERR_INVALID, "This address has a character that must be written as %%XX.");
    snprintf(text, sizeof text, "%.*s", STR_ARG(url));
    CURLU *parts = curl_url();
    if (!parts) abort();
    err e = curl_url_set(parts, CURLUPART_URL, text, 0) == CURLUE_OK
                ? parts_check(guard, parts, p)
                : problem_set(p, ERR_INVALID, "This is no address; write it as https://host/path.");
    curl_url_cleanup(parts);
    return e;
}
