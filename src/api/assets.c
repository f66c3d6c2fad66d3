#include "api/assets.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "api/api.h"

static const char content_policy[] = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' "
                                     "https: data: blob:; media-src 'self' https: data: blob:; connect-src 'self'; "
                                     "manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri "
                                     "'none'; form-action 'self'";

static int path_compare(const void *key, const void *item) {
    const str *path = key;
    const struct asset *a = item;
    size_t len = strlen(a->path), least = path->len < len ? path->len : len;
    int order = memcmp(path->data, a->path, least);
    return order ? order : (path->len > len) - (path->len < len);
}

static const struct asset *exact(const struct asset_table *table, str path) {
    return bsearch(&path, table->items, table->count, sizeof *table->items, path_compare);
}

const struct asset *asset_find(const struct asset_table *table, str path) {
    if (path.len == 0) return NULL;
    const struct asset *a = exact(table, path);
    /* Below a page: the page itself finds its way by the address. */
    while (!a) {
        while (path.len > 1 && path.data[path.len - 1] != '/') path.len--;
        if (path.len-- <= 2) return NULL; /* "/" answers for itself only */
        const struct asset *above = exact(table, path);
        if (above && above->page) a = above;
    }
    return a;
}

static str trimmed(const char *start, const char *end) {
    while (start < end && (*start == ' ' || *start == '\t')) start++;
    while (end > start && (end[-1] == ' ' || end[-1] == '\t')) end--;
    return (str){start, (size_t)(end - start)};
}

static bool same_word(str s, const char *word) {
    return s.len == strlen(word) && strncasecmp(s.data, word, s.len) == 0;
}

/* A q-value in thousandths: "q=0.25" is 250. Anything odd counts as 1. */
static int quality_read(str parameter) {
    if (parameter.len < 3 || strncasecmp(parameter.data, "q=", 2) != 0) return 1000;
    if (parameter.data[2] != '0') return 1000;
    int q = 0, unit = 100;
    for (size_t i = 4; i < parameter.len && i < 7; i++, unit /= 10) {
        char c = parameter.data[i];
        if (c < '0' || c > '9') break;
        q += (c - '0') * unit;
    }
    return q;
}

enum asset_form asset_choose(const struct asset *a, const char *accept_encoding) {
    static const char *const names[ASSET_FORMS] = {"identity", "gzip", "br"};
    int q[ASSET_FORMS] = {-1, -1, -1}, q_other = -1; /* -1: not named */
    for (const char *p = accept_encoding; p && *p;) {
        const char *end = p + strcspn(p, ","), *semicolon = memchr(p, ';', (size_t)(end - p));
        str name = trimmed(p, semicolon ? semicolon : end);
        int quality = semicolon ? quality_read(trimmed(semicolon + 1, end)) : 1000;
        if (same_word(name, "*")) q_other = quality;
        for (int f = 0; f < ASSET_FORMS; f++)
            if (same_word(name, names[f]) || (f == ASSET_GZIP && same_word(name, "x-gzip"))) q[f] = quality;
        p = *end ? end + 1 : end;
    }
    enum asset_form best = ASSET_PLAIN;
    /* Plain is fine unless refused, and the last resort even then: a page nobody
     * can read helps no one. */
    int best_q = q[ASSET_PLAIN] >= 0 ? q[ASSET_PLAIN] : q_other == 0 ? 0 : 1;
    for (int f = ASSET_PLAIN + 1; f < ASSET_FORMS; f++) {
        int form_q = q[f] >= 0 ? q[f] : q_other;
        if (!a->forms[f].data || form_q <= 0 || form_q < best_q) continue;
        if (form_q == best_q && a->forms[f].len >= a->forms[best].len) continue;
        best = (enum asset_form)f;
        best_q = form_q;
    }
    return best;
}

bool asset_known(const char *if_none_match, const char *etag) {
    for (const char *p = if_none_match; p && *p;) {
        p += strspn(p, " \t,");
        if (*p == '*') return true;
        if (strncmp(p, "W/", 2) == 0) p += 2; /* weak comparison is enough for a GET */
        size_t len = *p == '"' ? 1 + strcspn(p + 1, "\"") : strcspn(p, ",");
        if (*p == '"' && p[len] == '"') len++;
        if (len == strlen(etag) && memcmp(p, etag, len) == 0) return true;
        p += len;
    }
    return false;
}

const char *asset_words(const struct asset *a, const char *accept_language) {
    if (!a->words) return NULL;
    for (const char *p = accept_language; p && *p;) {
        p += strspn(p, " \t,");
        size_t len = strcspn(p, ",");
        for (const char *const *w = a->words; *w && len >= 2; w += 2)
            if (strncasecmp(p, *w, 2) == 0 && !isalpha((unsigned char)p[2])) return w[1];
        p += len;
    }
    return a->words[1];
}

static void headers_add(struct http_request *request, const struct asset *a, const char *etag) {
    /* Nobody asks again for what never changes: its bytes are better spent on a slow link. */
    if (!a->immutable) http_reply_header(request, "ETag", etag);
    http_reply_header(request, "Cache-Control", a->immutable ? "public, max-age=31536000, immutable" : "no-cache");
    http_reply_header(request, "X-Content-Type-Options", "nosniff");
    bool packed = a->forms[ASSET_GZIP].data || a->forms[ASSET_BROTLI].data;
    if (packed || a->words)
        http_reply_header(request, "Vary", !a->words ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
    if (!a->page) return;
    const char *words = asset_words(a, http_request_header(request, "Accept-Language"));
    if (words) {
        char link[200];
        snprintf(link, sizeof link, "<%s>; rel=modulepreload", words);
        http_reply_header(request, "Link", link);
    }
    http_reply_header(request, "Content-Security-Policy", content_policy);
    http_reply_header(request, "Referrer-Policy", "same-origin");
    http_reply_header(request, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    http_reply_header(request, "X-Frame-Options", "DENY");
    http_reply_header(request, "Cross-Origin-Opener-Policy", "same-origin");
    /* Who came by TLS once is not led away from it, for half a year. Sub-domains may be somebody else's. */
    if (http_request_secure(request)) http_reply_header(request, "Strict-Transport-Security", "max-age=15552000");
}

bool assets_serve(const struct asset_table *table, struct http_request *request) {
    static const char *const encodings[ASSET_FORMS] = {NULL, "gzip", "br"};
    const struct asset *a = asset_find(table, http_request_path(request));
    if (!a) return false;
    http_request_note_set(request, "asset");
    enum http_method method = http_request_method(request);
    if (method != HTTP_GET && method != HTTP_HEAD) {
        http_reply_header(request, "Allow", "GET, HEAD");
        api_reply_problem(request, ERR_METHOD_NOT_ALLOWED, NULL);
        return true;
    }
    enum asset_form form = asset_choose(a, http_request_header(request, "Accept-Encoding"));
    const char *etag = a->forms[form].etag;
    headers_add(request, a, etag);
    if (asset_known(http_request_header(request, "If-None-Match"), etag)) {
        http_reply(request, 304, NULL, STR(""));
        return true;
    }
    if (encodings[form]) http_reply_header(request, "Content-Encoding", encodings[form]);
    http_reply_static(request, 200, a->type, (str){a->forms[form].data, a->forms[form].len});
    return true;
}
