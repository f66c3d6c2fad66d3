/* api.h - from a request to one command or one query, and back.
 *
 *   http handle -> route (generated table) -> session or token -> rate limit ->
 * cross-site check, request id
 *     -> role, scope -> decode (generated descriptors into a generated struct)
 * -> handler op_*  -> reply
 *
 * Routes, request structs, decoders and the reference page are generated from
 * openapi.yaml by tools/gen_api.py into api_gen.h and api_gen.c. A handler is
 * `err op_NAME(struct api_call *call, const struct in_NAME *in)` in one of
 * src/api/op_*.c:
 *
 *   query:   reads with call->loop, then api_reply_json / api_reply_buf,
 * returns OK command: fills a struct command and hands it to the writer; the
 * reply leaves after its batch is committed any:     returns an outcome or
 * fault, with detail in call->problem: api answers with the problem document
 *
 * Invariants:
 *  1. A handler that returns OK has replied, begun a stream, or handed the call
 * to the writer; one that returns anything else has done none of these.
 *  2. The call, its `in` struct, its body tree and the arena live until the
 * reply and no longer: every api_reply_* ends the call. A handler that replies
 * by http_stream_begin, http_sse_begin or http_reply_file calls api_call_end
 * first.
 *  3. call->problem lives as long as the call, so a command may fill it on the
 * writer's thread (then: api_fail).
 *
 * Threads: a call belongs to its loop thread; while it is in the writer's
 * hands, to the writer. */
#pragma once
#include <jansson.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "http/http.h"

struct api_loop;      /* what one loop thread holds (readers, limits); the state of
                         http_request_state */
struct api_operation; /* route.h */
struct api_table;     /* route.h */
struct asset_table;   /* assets.h */
struct limiter;       /* limit.h */

enum role { ROLE_WORKER = 1, ROLE_REQUESTER = 2, ROLE_REVIEWER = 4, ROLE_OPERATOR = 8 }; /* bits */
enum scope { SCOPE_READ = 1, SCOPE_WRITE = 2, SCOPE_WORK = 4, SCOPE_ADMIN = 8 };         /* bits */

/* Who asks. person_id 0 = nobody. */
struct actor {
    int64_t person_id;
    unsigned roles;  /* enum role bits */
    unsigned scopes; /* what a token holds; all for a cookie session */
    bool by_token;
    int64_t expires_usec; /* when the session or token ends; 0 = never */
};

enum { API_DIGEST_BYTES = 16, API_DIGEST_KEY_BYTES = 32 };

/* One API request on its way, in the request's arena. */
struct api_call {
    struct http_request *request;
    struct arena *arena; /* the request's */
    struct api_loop *loop;
    const struct api_operation *operation;
    struct actor actor;
    struct problem *problem; /* never NULL */
    str request_id;          /* the Idempotency-Key, "" for a query */
    /* Of a command: keyed BLAKE2b of method, path, query and body, so that a
     * repeat can be told from another request. Zero for other kinds. */
    unsigned char digest[API_DIGEST_BYTES];
    int64_t now_usec; /* wall clock when the request was routed */
    json_t *body;     /* the parsed body, NULL when there is none; released when the
                         call ends */
};

/* Lists in the generated structs, in the request's arena. */
struct int64_list {
    const int64_t *items;
    size_t count;
};
struct str_list {
    const str *items;
    size_t count;
};

/* --- dispatch (dispatch.c) --- */

/* What the program adds to the frame. */
struct api_hooks {
    /* Fills call->actor from the bearer token or the session cookie. OK with
     * person_id 0 when there is neither; an outcome (ERR_UNAUTHENTICATED) when
     * what was sent is not valid: an operation that needs no login goes on
     * without. */
    err (*authenticate)(struct api_call *call);
    /* Addresses that are neither API nor asset (/healthz, /metrics, /files/...):
     * true when it has replied, or will. Asked before the assets. May be NULL. */
    bool (*handle_other)(void *context, struct http_request *request);
    /* The loop's rate limits; NULL (hook or result) for none. */
    struct limiter *(*limiter)(struct api_loop *loop);
    /* A file for the body of an upload that is too large for memory (http_config.large_body); who may not upload has
     * been refused by then. May be NULL: none. */
    err (*body_file)(struct api_call *call, int64_t bytes, int *fd);
};

/* The context of api_dispatch. It may be the first member of a larger struct:
 * hooks that get `context` get this. */
struct api_frame {
    const struct api_table *table;    /* api_table of api_gen.h */
    const struct asset_table *assets; /* assets_built of assets.h; NULL for none */
    struct api_hooks hooks;
    /* Key of the digests. Digests are stored with receipts and cover bodies with
     * passwords: a key kept outside the database (and the same after a restart)
     * makes a stolen database useless for guessing them. */
    unsigned char digest_key[API_DIGEST_KEY_BYTES];
};

/* Answers any request; for http_config.handle with context = struct api_frame.
 */
void api_dispatch(void *context, struct http_request *request);
/* For http_config.large_body. */
err api_large_body(void *context, struct http_request *request, int64_t bytes, int *fd, struct problem *p);
/* For http_config.refuse: the problem document of what http/ refuses itself. */
void api_refuse(void *context, err e, const char *detail, struct arena *a, const char **content_type, str *body);
/* Does a request of a browser come from our own pages (or from no browser at
 * all)? */
bool api_same_site(const struct http_request *request);

/* --- replies (reply.c): each ends the call. status 0 = that of the contract --- */

/* JSON text as it stands in body. */
void api_reply_buf(struct api_call *call, int status, const struct buf *body);
void api_reply_json(struct api_call *call, int status, const json_t *body); /* borrowed */
void api_reply_text(struct api_call *call, int status, const char *content_type, str body);
void api_reply_empty(struct api_call *call, int status); /* 204 and the like */
/* A refusal or fault after the handler has returned OK, with the detail in
 * call->problem. */
void api_fail(struct api_call *call, err e);
/* Releases what the call holds besides its arena; for handlers that reply
 * through http_* themselves. */
void api_call_end(struct api_call *call);

/* The problem document (RFC 9457) of e, with Retry-After on 429 and 503. For
 * requests without a call; p may be NULL. */
void api_reply_problem(struct http_request *request, err e, const struct problem *p);
/* The same with the seconds to wait; 0 = the usual ones. */
void api_reply_problem_wait(struct http_request *request, err e, const struct problem *p, int wait_seconds);
/* Only the JSON text, for receipts. */
void api_problem_write(struct buf *b, err e, const struct problem *p);

/* --- cursors (reply.c): the place where the next page begins --- */

enum { API_CURSOR_VALUES_MAX = 4, API_CURSOR_BYTES = 64 };

/* URL-safe text of up to API_CURSOR_VALUES_MAX numbers. kind says which list it
 * belongs to (any byte, fixed per list). Not secret; the checksum only catches
 * what was cut or typed. */
void api_cursor_encode(unsigned char kind, const int64_t *values, size_t count, char out[API_CURSOR_BYTES]);
/* ERR_BAD_CURSOR when text is not what encode gave for this kind and count. */
err api_cursor_decode(str text, unsigned char kind, int64_t *values, size_t count, struct problem *p);
