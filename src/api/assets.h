/* assets.h - the pages, embedded in the program by tools/gen_assets.py, served
 * without touching the disk.
 *
 * A table of files sorted by path, each as it is and (where that is smaller)
 * packed with brotli and gzip. An asset answers with the form the client likes
 * best, a strong ETag per form, and 304 when the client has it. Files with a
 * hash in their name are kept by browsers for ever, all others are asked for
 * again each time. Pages come with the security headers.
 *
 * A path ending in a slash-less name that is a page ("/console") also answers
 * for what lies below it ("/console/..."), except "/" itself. Read-only: any
 * thread. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

#include "http/http.h"

enum asset_form { ASSET_PLAIN, ASSET_GZIP, ASSET_BROTLI, ASSET_FORMS };

struct asset {
    const char *path; /* "/assets/worker-1a2b.js" */
    const char *type; /* content type */
    bool immutable;   /* its name changes with its content */
    bool page;        /* HTML */
    /* Of a page: language and address in turn, NULL at the end, the language of those who speak none of them first. The
     * words are announced with the page (Link: rel=modulepreload), which saves their script a round trip. NULL: none.
     */
    const char *const *words;
    struct {
        const char *data; /* NULL: not in this form */
        size_t len;
        const char *etag; /* with quotes */
    } forms[ASSET_FORMS];
};

struct asset_table {
    const struct asset *items; /* sorted by path (bytes) */
    size_t count;
};

extern const struct asset_table assets_built; /* generated */

/* Answers the request when its path is an asset's; false otherwise. GET and
 * HEAD; else 405. */
bool assets_serve(const struct asset_table *table, struct http_request *request);

const struct asset *asset_find(const struct asset_table *table, str path); /* NULL when there is none */
/* The best form that Accept-Encoding (RFC 9110, 12.5.3; NULL = absent) takes:
 * larger q first, then smaller file. */
enum asset_form asset_choose(const struct asset *a, const char *accept_encoding);
/* The address of the words for Accept-Language (RFC 9110, 12.5.4): the first language named that there is, as the page
 * itself chooses; q is not looked at, browsers write them in order. */
const char *asset_words(const struct asset *a, const char *accept_language);
/* Does If-None-Match (RFC 9110, 13.1.2) name this ETag? */
bool asset_known(const char *if_none_match, const char *etag);
