#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "api/api.h"
#include "api/assets.h"
#include "api/decode.h"
#include "api/limit.h"
#include "api/route.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/limits.h"

static bool method_is_safe(enum http_method m) { return m == HTTP_GET || m == HTTP_HEAD; }

/* --- who may --- */

bool api_same_site(const struct http_request *request) {
    const char *fetch_site = http_request_header(request, "Sec-Fetch-Site");
    if (fetch_site && (strcmp(fetch_site, "same-origin") == 0 || strcmp(fetch_site, "none") == 0)) return true;
    if (fetch_site && strcmp(fetch_site, "cross-site") == 0) return false;
    const char *origin = http_request_header(request, "Origin"), *host = http_request_header(request, "Host");
    /* Every browser sends Origin with a write to another site; a program need
     * not. */
    if (!origin) return !fetch_site;
    const char *authority = NULL;
    if (strncasecmp(origin, "https://", 8) == 0)
        authority = origin + 8;
    else if (strncasecmp(origin, "http://", 7) == 0 && !http_request_secure(request))
        authority = origin + 7;
    return authority && host && strcasecmp(authority, host) == 0;
}

static const char *role_words(struct arena *a, unsigned roles) {
    static const struct {
        unsigned bit;
        const char *word;
    } all[] = {{ROLE_WORKER, "worker"},
               {ROLE_REQUESTER, "requester"},
               {ROLE_REVIEWER, "reviewer"},
               {ROLE_OPERATOR, "operator"}};
    const char *list = "";
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (roles & all[i].bit) list = arena_printf(a, "%s%s%s", list, *list ? " or " : "", all[i].word);
    return list;
}

static const char *scope_words(struct arena *a, unsigned scopes) {
    static const char *const words[] = {"read", "write", "work", "admin"};
    const char *list = "";
    for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
        if (scopes & 1u << i) list = arena_printf(a, "%s%s%s", list, *list ? " or " : "", words[i]);
    return list;
}

static err access_check(struct api_call *call) {
    const struct api_operation *op = call->operation;
    if (op->is_public) return OK;
    if (call->actor.person_id == 0)
        return problem_set(call->problem, ERR_UNAUTHENTICATED,
                           "Log in, or send an API token in the header "
                           "Authorization: Bearer TOKEN.");
    if (op->roles && !(op->roles & call->actor.roles)) {
        const char *have = role_words(call->arena, call->actor.roles);
        return problem_set(call->problem, ERR_FORBIDDEN, "This needs the role %s; you have %s.",
                           role_words(call->arena, op->roles), *have ? have : "none");
    }
    if (call->actor.by_token && op->scopes && !(op->scopes & call->actor.scopes))
        return problem_set(call->problem, ERR_FORBIDDEN, "This needs a token with the scope %s; make one that has it.",
                           scope_words(call->arena, op->scopes));
    return OK;
}

/* Sets call->actor. What is wrong with a login does not matter where none is
 * needed. */
static err actor_find(const struct api_frame *frame, struct api_call *call) {
    if (!frame->hooks.authenticate) return OK;
    err e = frame->hooks.authenticate(call);
    if (e != OK) call->actor = (struct actor){0};
    if (e == OK || err_is_fault(e) || !call->operation->is_public) return e;
    *call->problem = (struct problem){0};
    return OK;
}

/* --- how often --- */

static struct limiter *limiter_of(const struct api_frame *frame, struct api_call *call) {
    return frame->hooks.limiter ? frame->hooks.limiter(call->loop) : NULL;
}

static str limit_key(struct api_call *call, enum limit_class class, char text[LIMIT_KEY_BYTES]) {
    bool by_person = (class == LIMIT_API || class == LIMIT_UPLOAD) && call->actor.person_id != 0;
    if (!by_person) return limit_address_key(http_request_remote(call->request), text);
    int len = snprintf(text, LIMIT_KEY_BYTES, "person %lld", (long long)call->actor.person_id);
    return (str){text, (size_t)len};
}

/* Answers the request and returns false when it comes too soon. */
static bool limit_pass(struct api_call *call, struct limiter *l, enum limit_class class, str key) {
    int64_t wait = limiter_take(l, class, key, clock_monotonic_usec());
    if (wait == 0) return true;
    int seconds = limit_wait_seconds(wait);
    problem_set(call->problem, ERR_TOO_MANY, "Too many requests; wait %d second%s and try again.", seconds,
                seconds == 1 ? "" : "s");
    struct http_request *request = call->request;
    api_call_end(call);
    api_reply_problem_wait(request, ERR_TOO_MANY, call->problem, seconds);
    return false;
}

/* Guesses at one login count by address and handle, so that they lock nobody
 * else out; those at the password of the session's own person by person. */
static bool login_pass(const struct api_frame *frame, struct api_call *call) {
    struct limiter *l = limiter_of(frame, call);
    const char *handle = json_text(call->body, "handle");
    char text[LIMIT_KEY_BYTES];
    if (l && !call->operation->is_public &&
        (json_text(call->body, "current_password") || json_text(call->body, "password")))
        return limit_pass(call, l, LIMIT_LOGIN_PAIR, limit_key(call, LIMIT_API, text));
    if (!l || call->operation->limit != LIMIT_LOGIN || !handle) return true;
    str address = limit_address_key(http_request_remote(call->request), text);
    char *key = arena_printf(call->arena, "%.*s %s", STR_ARG(address), handle);
    for (char *p = key; *p; p++)
        if (*p >= 'A' && *p <= 'Z') *p = (char)(*p | 0x20);
    return limit_pass(call, l, LIMIT_LOGIN_PAIR, str_from(key));
}

/* --- the Idempotency-Key and what it stands for --- */

static err request_id_find(struct api_call *call) {
    const char *id = http_request_header(call->request, "Idempotency-Key");
    if (!id || !*id) return problem_set(call->problem, ERR_NO_REQUEST_ID, "%s", err_sentence(ERR_NO_REQUEST_ID));
    size_t len = strlen(id);
    bool good = len <= REQUEST_ID_CHARS_MAX;
    for (size_t i = 0; good && i < len; i++) good = id[i] > ' ' && id[i] <= '~';
    if (!good)
        return problem_set(call->problem, ERR_BAD_REQUEST,
                           "The Idempotency-Key must have 1 to %d printable ASCII "
                           "characters without spaces.",
                           REQUEST_ID_CHARS_MAX);
    call->request_id = (str){arena_copy(call->arena, id, len), len};
    return OK;
}

static void digest_add(crypto_generichash_state *state, str part) {
    uint64_t len = part.len; /* first, so that no two requests run together to the
                                same bytes */
    crypto_generichash_update(state, (const unsigned char *)&len, sizeof len);
    crypto_generichash_update(state, (const unsigned char *)part.data, part.len);
}

static void digest_set(const struct api_frame *frame, struct api_call *call) {
    const struct http_request *r = call->request;
    crypto_generichash_state state;
    crypto_generichash_init(&state, frame->digest_key, sizeof frame->digest_key, API_DIGEST_BYTES);
    /* Whoever asks: what is derived of it (tokens, secrets) differs between two people with the same key. */
    crypto_generichash_update(&state, (const unsigned char *)&call->actor.person_id, sizeof call->actor.person_id);
    digest_add(&state, str_from(http_request_method_text(r)));
    digest_add(&state, http_request_path(r));
    digest_add(&state, http_request_query(r));
    digest_add(&state, http_request_body(r));
    crypto_generichash_final(&state, call->digest, API_DIGEST_BYTES);
}

/* --- the whole way --- */

/* What needs no look at the fields. */
static err call_check(const struct api_frame *frame, struct api_call *call) {
    enum http_method method = http_request_method(call->request);
    if (!method_is_safe(method)) {
        /* A token is sent on purpose; a cookie goes along with whatever another
         * site's page sends. */
        if (!call->actor.by_token && !api_same_site(call->request))
            return problem_set(call->problem, ERR_CROSS_SITE, "%s", err_sentence(ERR_CROSS_SITE));
        if (call->operation->kind != API_QUERY) TRY(request_id_find(call));
    }
    TRY(access_check(call));
    if (call->operation->kind == API_COMMAND) digest_set(frame, call);
    return OK;
}

static void call_run(const struct api_frame *frame, struct api_call *call, const struct route_match *match) {
    const struct api_operation *op = call->operation;
    err e = actor_find(frame, call);
    /* A wrong token costs its address a request, so that they cannot be tried at
     * any speed. */
    struct limiter *l = limiter_of(frame, call);
    char text[LIMIT_KEY_BYTES];
    if (l && !limit_pass(call, l, op->limit, limit_key(call, op->limit, text))) return;
    if (e == OK) e = call_check(frame, call);
    void *in = arena_alloc(call->arena, op->in_bytes);
    if (e == OK) {
        struct decode_input input = {match->segments, http_request_query(call->request),
                                     http_request_header(call->request, "Content-Type"),
                                     http_request_body(call->request)};
        e = decode(op, &input, call->arena, in, &call->body, call->problem);
        if (e == OK && !login_pass(frame, call)) return;
    }
    if (e == OK) e = op->run(call, in);
    if (e != OK) api_fail(call, e);
}

/* The sentence of a refusal goes into p. */
err api_large_body(void *context, struct http_request *request, int64_t bytes, int *fd, struct problem *p) {
    const struct api_frame *frame = context;
    struct route_match match;
    if (!frame->hooks.body_file || !route_below(frame->table, http_request_path(request)) ||
        route_find(frame->table, http_request_method(request), http_request_path(request), &match) != OK ||
        match.operation->kind != API_UPLOAD)
        return ERR_TOO_LARGE; /* with the sentence that is there */
    struct api_call call = {.request = request,
                            .arena = http_request_arena(request),
                            .loop = http_request_state(request),
                            .operation = match.operation,
                            .problem = p,
                            .request_id = STR(""),
                            .now_usec = clock_usec()};
    struct problem larger = *p;
    *p = (struct problem){0};
    TRY(actor_find(frame, &call));
    TRY(call_check(frame, &call));
    *p = larger;
    return frame->hooks.body_file(&call, bytes, fd);
}

static void api_request(const struct api_frame *frame, struct http_request *request) {
    struct route_match match;
    struct arena *arena = http_request_arena(request);
    err e = route_find(frame->table, http_request_method(request), http_request_path(request), &match);
    if (e != OK) {
        struct problem *p = arena_alloc(arena, sizeof *p);
        if (match.node) {
            const char *allow = route_allow(match.node, arena);
            http_reply_header(request, "Allow", allow);
            problem_set(p, e, "This address takes %s.", allow);
        }
        api_reply_problem(request, e, p);
        return;
    }
    http_request_note_set(request, match.operation->id);
    struct api_call *call = arena_alloc(arena, sizeof *call);
    *call = (struct api_call){
        .request = request,
        .arena = arena,
        .loop = http_request_state(request),
        .operation = match.operation,
        .problem = arena_alloc(arena, sizeof *call->problem),
        .request_id = STR(""),
        .now_usec = clock_usec(),
    };
    call_run(frame, call, &match);
}

void api_dispatch(void *context, struct http_request *request) {
    const struct api_frame *frame = context;
    if (route_below(frame->table, http_request_path(request))) {
        api_request(frame, request);
        return;
    }
    if (frame->hooks.handle_other && frame->hooks.handle_other(context, request)) return;
    if (frame->assets && assets_serve(frame->assets, request)) return;
    api_reply_problem(request, ERR_NOT_FOUND, NULL);
}
