/* Who asks: session cookies and API tokens. */
#include <stdlib.h>
#include <string.h>

#include "api/app.h"
#include "base/limits.h"
#include "core/password.h"

/* A cookie with the __Host- prefix cannot be set by a neighbour domain; browsers take it over TLS only. */
static const char *cookie_name(struct api_call *call) {
    return http_request_secure(call->request) ? "__Host-faena_session" : "faena_session";
}

#define DEVICE_COOKIE "faena_device"
enum { DEVICE_DAYS = 365 };

bool session_hash(struct api_call *call, unsigned char hash[32]) {
    const char *token = http_request_cookie(call->request, cookie_name(call));
    if (!token || strlen(token) != TOKEN_TEXT_BYTES - 1) return false;
    token_hash(str_from(token), hash);
    return true;
}

void session_cookie_set(struct api_call *call, const char *token) {
    bool secure = http_request_secure(call->request);
    const char *value =
        arena_printf(call->arena, "%s=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=%d%s", cookie_name(call),
                     token ? token : "", token ? SESSION_DAYS * 24 * 3600 : 0, secure ? "; Secure" : "");
    http_reply_header(call->request, "Set-Cookie", value);
}

/* The browser's mark: it tells a reviewer which accounts were used on one device, and opens nothing. */
bool device_mark(struct api_call *call, char mark[TOKEN_TEXT_BYTES]) {
    const char *known = http_request_cookie(call->request, DEVICE_COOKIE);
    if (!known || strlen(known) != TOKEN_TEXT_BYTES - 1) return false;
    memcpy(mark, known, TOKEN_TEXT_BYTES);
    return true;
}

void device_cookie_set(struct api_call *call, const char *mark) {
    http_reply_header(call->request, "Set-Cookie",
                      arena_printf(call->arena, "%s=%s; Path=/api/v1; HttpOnly; SameSite=Lax; Max-Age=%d%s",
                                   DEVICE_COOKIE, mark, DEVICE_DAYS * 24 * 3600,
                                   http_request_secure(call->request) ? "; Secure" : ""));
}

/* --- when a token was last used: noted once an hour, without anybody waiting for it --- */

enum { TOKEN_NOTE_SECONDS = 3600 };

struct token_note {
    struct command command;
    struct token_used args;
    struct problem problem;
    struct arena arena;
};

static void token_note_free(struct command *command) {
    struct token_note *note = command->done_arg;
    arena_free(&note->arena);
    free(note);
}

static void token_note(struct api_call *call, const struct person_head *person) {
    if (call->now_usec - person->token_used_usec < TOKEN_NOTE_SECONDS * INT64_C(1000000)) return;
    struct token_note *note = mem_alloc(sizeof *note);
    arena_init(&note->arena);
    note->args.id = person->token_id;
    note->command = (struct command){.kind = &cmd_token_used,
                                     .args = &note->args,
                                     .actor_id = person->id,
                                     .now_usec = call->now_usec,
                                     .arena = &note->arena,
                                     .problem = &note->problem,
                                     .done = token_note_free,
                                     .done_arg = note};
    if (writer_submit(call->loop->app->writer, &note->command) != OK) token_note_free(&note->command);
}

err session_authenticate(struct api_call *call) {
    struct api_loop *loop = call->loop;
    TRY(store_reconnect(loop->reader));
    struct person_head person;
    bool found = false;
    unsigned char hash[TOKEN_HASH_BYTES];
    str hash_str = {(const char *)hash, sizeof hash};
    const char *bearer = http_request_header(call->request, "Authorization");
    if (bearer) {
        if (strncmp(bearer, "Bearer ", 7) != 0)
            return problem_set(call->problem, ERR_UNAUTHENTICATED, "Send the token as: Authorization: Bearer TOKEN.");
        token_hash(str_from(bearer + 7), hash);
        TRY(person_by_token(loop->reader, hash_str, call->now_usec, &person, &found));
        if (!found)
            return problem_set(call->problem, ERR_UNAUTHENTICATED,
                               "This token is not known, has expired or was revoked.");
        call->actor.by_token = true;
    } else {
        if (!session_hash(call, hash)) return OK;
        TRY(person_by_session(loop->reader, hash_str, call->now_usec, &person, &found));
        if (!found) return problem_set(call->problem, ERR_UNAUTHENTICATED, "The session has ended; log in again.");
    }
    if (person.disabled)
        return problem_set(call->problem, ERR_UNAUTHENTICATED,
                           "This account is locked; ask the operator of this server.");
    if (call->actor.by_token) token_note(call, &person);
    call->actor.person_id = person.id;
    call->actor.roles = person.roles;
    call->actor.scopes = person.scopes;
    call->actor.expires_usec = person.expires_usec;
    return OK;
}
