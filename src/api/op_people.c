/* Handlers: people, sessions, tokens, one's own money and data. */
#include <string.h>

#include "api/route.h"
#include "api/work_parts.h"
#include "api_gen.h"
#include "base/clock.h"
#include "base/limits.h"
#include "core/password.h"

static const char *const languages[] = {"es", "en", "fr", "pt"};

/* token: of a session that begins, NULL otherwise; device: a mark that its browser does not have yet. The cookies go
 * with the reply or not at all: a client that got a 503 with a cookie would repeat its sign-up under another actor and
 * be told that the handle is taken. */
static err session_reply(struct api_call *call, int64_t person_id, const char *token, const char *device, int status,
                         int64_t seen) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    struct app *app = call->loop->app;
    TRY(session_json(call->loop->reader, person_id, call->actor.by_token ? &call->actor.scopes : NULL, app->currency,
                     atomic_load(&app->limits.signup_open) ? "open" : "closed", &o));
    out_key(&o, "store");
    TRY(store_mark_write(call, seen > 0, seen, &o));
    out_end(&o);
    if (token) session_cookie_set(call, token);
    if (device) device_cookie_set(call, device);
    api_reply_buf(call, status, &body);
    return OK;
}

err store_mark_write(struct api_call *call, bool has_seen, int64_t seen, struct json_out *o) {
    int64_t seq, mark = 0, seen_mark = 0;
    TRY(event_last(call->loop->reader, &seq));
    TRY(event_time(call->loop->reader, seq, &mark));
    if (has_seen) TRY(event_time(call->loop->reader, seen, &seen_mark));
    out_object_begin(o);
    out_set_int(o, "seq", seq);
    out_set_int(o, "mark", mark);
    if (seen_mark)
        out_set_int(o, "seen", seen_mark);
    else
        out_set_null(o, "seen");
    out_end(o);
    return OK;
}

/* --- logging in: hash on a job thread, then the session as a command --- */

struct login {
    struct api_call *call;
    const char *password_hash; /* stored one, or the new one */
    str password;
    bool right;
    int64_t person_id;
    char token[TOKEN_TEXT_BYTES];
    unsigned char token_hash[TOKEN_HASH_BYTES], device_hash[TOKEN_HASH_BYTES];
    char device[TOKEN_TEXT_BYTES];
    bool device_new;
    struct person_create create;
    char new_hash[PASSWORD_HASH_BYTES];
    struct session_create session;
    /* of a password change */
    unsigned char own_session[TOKEN_HASH_BYTES];
    bool has_session;
    str new_password;
    const struct in_me_update *update;
};

static struct login *login_new(struct api_call *call, str password) {
    struct login *login = arena_alloc(call->arena, sizeof *login);
    login->call = call;
    login->password = password;
    return login;
}

/* The token follows from the request, so that a repeated request gets the same one and nothing secret is stored. */
static err session_finish(struct api_call *call, struct command *command) {
    const struct session_create *session = command->args;
    const struct login *login = (const struct login *)((const char *)session - offsetof(struct login, session));
    return session_reply(call, login->person_id, login->token, login->device_new ? login->device : NULL,
                         call->operation->status, 0);
}

static err session_start(struct login *login) {
    struct api_call *call = login->call;
    token_derive(call->loop->app->secret, "session", call->request_id, call->digest, login->token);
    token_hash(str_from(login->token), login->token_hash);
    login->device_new = !device_mark(call, login->device);
    if (login->device_new)
        token_derive(call->loop->app->secret, "device", call->request_id, call->digest, login->device);
    token_hash(str_from(login->device), login->device_hash);
    login->session = (struct session_create){.person_id = login->person_id,
                                             .token_hash = {(const char *)login->token_hash, TOKEN_HASH_BYTES},
                                             .device_hash = {(const char *)login->device_hash, TOKEN_HASH_BYTES},
                                             .expires_usec = call->now_usec + SESSION_DAYS * INT64_C(86400000000)};
    call->request_id = STR(""); /* the session needs no receipt of its own */
    return op_command(call, &cmd_session_create, &login->session, session_finish);
}

static void password_check(void *arg) {
    struct login *login = arg;
    login->right = password_matches(login->password_hash, login->password);
}

static void login_checked(void *arg) {
    struct login *login = arg;
    err e = login->right ? session_start(login)
                         : problem_set(login->call->problem, ERR_WRONG_LOGIN, "%s", err_sentence(ERR_WRONG_LOGIN));
    if (e != OK) api_fail(login->call, e);
}

static str lower(struct arena *a, str text) {
    str copy = arena_str(a, text);
    for (size_t i = 0; i < copy.len; i++)
        if (copy.data[i] >= 'A' && copy.data[i] <= 'Z') ((char *)copy.data)[i] = (char)(copy.data[i] + 32);
    return copy;
}

err op_session_create(struct api_call *call, const struct in_session_create *in) {
    struct login *login = login_new(call, in->password);
    struct person_head *person = arena_alloc(call->arena, sizeof *person);
    bool found;
    TRY(person_by_handle(call->loop->reader, lower(call->arena, in->handle), person, &found));
    login->password_hash = found && !person->disabled ? person->password_hash : "";
    login->person_id = person->id;
    return op_job(call, call->loop->app->quick_jobs, password_check, login_checked, login);
}

static void password_make(void *arg) {
    struct login *login = arg;
    password_hash(login->new_password.len ? login->new_password : login->password, login->new_hash);
}

static err person_created(struct api_call *call, struct command *command) {
    const struct login *made = (const struct login *)((const char *)command->args - offsetof(struct login, create));
    struct login *login = (struct login *)made; /* ours; commands take their arguments as constant */
    login->person_id = reply_int(command, "id");
    return session_start(login);
}

static void person_hashed(void *arg) {
    struct login *login = arg;
    login->create.password_hash = str_from(login->new_hash);
    err e = op_command(login->call, &cmd_person_create, &login->create, person_created);
    if (e != OK) api_fail(login->call, e);
}

err op_person_create(struct api_call *call, const struct in_person_create *in) {
    if (!atomic_load(&call->loop->app->limits.signup_open))
        return problem_set(call->problem, ERR_SIGNUP_CLOSED, "%s", err_sentence(ERR_SIGNUP_CLOSED));
    struct login *login = login_new(call, in->password);
    login->create =
        (struct person_create){.id = id_new(),
                               .handle = lower(call->arena, in->handle),
                               .display_name = in->has_display_name ? in->display_name : STR(""),
                               .language = str_from(languages[in->language]),
                               .roles = in->role == IN_PERSON_CREATE_ROLE_REQUESTER ? ROLE_REQUESTER : ROLE_WORKER};
    return op_job(call, call->loop->app->quick_jobs, password_make, person_hashed, login);
}

err op_session_show(struct api_call *call, const struct in_session_show *in) {
    return session_reply(call, call->actor.person_id, NULL, NULL, 200, in->seen);
}

static err session_deleted(struct api_call *call, struct command *command) {
    session_cookie_set(call, NULL);
    api_reply_empty(call, 204);
    return OK;
}

err op_session_delete(struct api_call *call, const struct in_session_delete *in) {
    struct session_delete *args = arena_alloc(call->arena, sizeof *args);
    unsigned char *hash = arena_alloc(call->arena, TOKEN_HASH_BYTES);
    if (!session_hash(call, hash))
        return problem_set(call->problem, ERR_CONFLICT, "A token has no session to end; revoke it instead.");
    args->token_hash = (str){(const char *)hash, TOKEN_HASH_BYTES};
    return op_command(call, &cmd_session_delete, args, session_deleted);
}

/* --- oneself --- */

static err person_reply(struct api_call *call, int64_t id, int status) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    bool found;
    TRY(person_json(call->loop->reader, id, &o, &found));
    if (!found) return ERR_NOT_FOUND;
    api_reply_buf(call, status, &body);
    return OK;
}

static err finish_me(struct api_call *call, struct command *command) {
    return person_reply(call, call->actor.person_id, 200);
}

static err me_change(struct api_call *call, const struct in_me_update *in) {
    struct me_update *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct me_update){.has_display_name = in->has_display_name,
                               .has_language = in->has_language,
                               .display_name = in->display_name,
                               .language = str_from(in->has_language ? languages[in->language] : "es")};
    return op_command(call, &cmd_me_update, args, finish_me);
}

/* The password is saved; what else was asked goes on as a command with the same id, whose receipt ends a repeat. */
static err password_saved(struct api_call *call, struct command *command) {
    const struct person_password *args = command->args;
    const struct login *login =
        (const struct login *)((const char *)args->password_hash.data - offsetof(struct login, new_hash));
    if (login->update->has_display_name || login->update->has_language) {
        call->request_id = STR("");
        return me_change(call, login->update);
    }
    return finish_me(call, command);
}

static void password_hashed(void *arg) {
    struct login *login = arg;
    struct api_call *call = login->call;
    struct person_password *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct person_password){.id = login->person_id,
                                     .password_hash = str_from(login->new_hash),
                                     .keep_session = login->has_session,
                                     .session_hash = {(const char *)login->own_session, TOKEN_HASH_BYTES}};
    err e = op_command(call, &cmd_person_password, args, password_saved);
    if (e != OK) api_fail(call, e);
}

static void password_checked(void *arg) {
    struct login *login = arg;
    struct api_call *call = login->call;
    err e = OK;
    if (!login->right) {
        /* As a command, because this may be the repeat of a change that was made: then its receipt answers. */
        struct person_password *args = arena_alloc(call->arena, sizeof *args);
        *args = (struct person_password){
            .id = login->person_id, .password_hash = str_from(login->new_hash), .refused = true};
        e = op_command(call, &cmd_person_password, args, password_saved);
    } else {
        e = op_job(call, call->loop->app->quick_jobs, password_make, password_hashed, login);
    }
    if (e != OK) api_fail(call, e);
}

err op_me_update(struct api_call *call, const struct in_me_update *in) {
    if (!in->has_new_password) return me_change(call, in);
    if (!in->has_current_password) {
        problem_field_add(call->problem, "/current_password", "Send the current password with the new one.");
        return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    }
    struct login *login = login_new(call, in->current_password);
    struct person_head *person = arena_alloc(call->arena, sizeof *person);
    bool found;
    TRY(person_by_id(call->loop->reader, call->actor.person_id, person, &found));
    login->password_hash = found ? person->password_hash : "";
    login->person_id = call->actor.person_id;
    login->new_password = in->new_password;
    login->update = in;
    login->has_session = session_hash(call, login->own_session);
    return op_job(call, call->loop->app->quick_jobs, password_check, password_checked, login);
}

static err me_deleted(struct api_call *call, struct command *command) {
    session_cookie_set(call, NULL);
    api_reply_empty(call, 204);
    return OK;
}

static void me_delete_checked(void *arg) {
    struct login *login = arg;
    struct api_call *call = login->call;
    err e = login->right
                ? op_command(call, &cmd_me_delete, arena_alloc(call->arena, sizeof(struct me_delete)), me_deleted)
                : problem_set(call->problem, ERR_WRONG_LOGIN, "The password is wrong.");
    if (e != OK) api_fail(call, e);
}

err op_me_delete(struct api_call *call, const struct in_me_delete *in) {
    struct login *login = login_new(call, in->password);
    struct person_head *person = arena_alloc(call->arena, sizeof *person);
    bool found;
    TRY(person_by_id(call->loop->reader, call->actor.person_id, person, &found));
    login->password_hash = found ? person->password_hash : "";
    return op_job(call, call->loop->app->quick_jobs, password_check, me_delete_checked, login);
}

/* Everything about oneself, streamed part by part, long ones page by page. */
enum own_part {
    OWN_PERSON,
    OWN_TRANSFERS,
    OWN_ANSWERS,
    OWN_TOKENS,
    OWN_PROJECTS,
    OWN_REPORTS,
    OWN_RULES,
    OWN_CHANNELS,
    OWN_ALERTS,
    OWN_CREWS,
    OWN_SIGNALS,
    OWN_PAYOUTS,
    OWN_PARTS
};

struct own_data {
    struct api_loop *loop;
    int64_t person_id;
    enum own_part part;
    struct page page;
    bool begun; /* of this part something was written */
};

/* One page of a part: list items with commas between them. */
static err own_part_write(struct own_data *d, struct json_out *o) {
    struct store_conn *c = d->loop->reader;
    bool found;
    switch (d->part) {
    case OWN_PERSON: return person_json(c, d->person_id, o, &found);
    case OWN_TRANSFERS: return transfers_json(c, d->person_id, &d->page, o);
    case OWN_ANSWERS: return work_history_json(c, d->person_id, true, &d->page, o);
    case OWN_TOKENS: return tokens_json(c, d->person_id, 0, o);
    case OWN_PROJECTS: return projects_json(c, d->person_id, false, &d->page, o);
    case OWN_REPORTS: return reports_json(c, d->person_id, &d->page, o);
    case OWN_RULES: return alert_rules_json(c, d->person_id, 0, o);
    case OWN_CHANNELS: return alert_channels_json(c, d->person_id, 0, o);
    case OWN_ALERTS: return alert_log_json(c, d->person_id, &d->page, o);
    case OWN_CREWS: return crews_json(c, d->person_id, o);
    case OWN_SIGNALS: return own_signals_json(c, d->person_id, o);
    case OWN_PAYOUTS: return payouts_own_json(c, d->person_id, &d->page, o);
    case OWN_PARTS: break;
    }
    return ERR_INTERNAL;
}

static bool own_data_pull(void *arg, struct http_stream *stream, bool *failed) {
    static const char *const keys[] = {"person",      "transfers",      "answers", "tokens", "projects", "reports",
                                       "alert_rules", "alert_channels", "alerts",  "crews",  "signals",  "payouts"};
    struct own_data *d = arg;
    CLEANUP(buf_free) struct buf rows = {0};
    CLEANUP(buf_free) struct buf out = {0};
    struct json_out o = out_new(&rows);
    out_array_begin(&o);
    d->page.more = false;
    if (own_part_write(d, &o) != OK) {
        *failed = true;
        return false;
    }
    str items = {rows.data + 1, rows.len - 1};
    if (!d->begun)
        buf_printf(&out, "%c\"%s\":%s", d->part == OWN_PERSON ? '{' : ',', keys[d->part],
                   d->part == OWN_PERSON ? "" : "[");
    if (d->begun && items.len) buf_add_char(&out, ',');
    buf_add_str(&out, items);
    d->begun = true;
    if (d->page.more) {
        d->page.after = d->page.next;
    } else {
        if (d->part != OWN_PERSON) buf_add_char(&out, ']');
        d->part++;
        d->begun = false;
        d->page.after = d->part == OWN_REPORTS ? 0 : INT64_MAX;
        if (d->part == OWN_PARTS) buf_add_text(&out, "}\n");
    }
    http_stream_write(stream, buf_str(&out));
    return d->part < OWN_PARTS;
}

static void own_data_end(void *arg, bool complete) {}

err op_me_export(struct api_call *call, const struct in_me_export *in) {
    struct own_data *d = arena_alloc(call->arena, sizeof *d);
    *d = (struct own_data){
        .loop = call->loop, .person_id = call->actor.person_id, .page = {.after = INT64_MAX, .limit = 200}};
    struct http_request *request = call->request;
    api_call_end(call);
    http_reply_header(request, "Content-Disposition", "attachment; filename=\"faena-my-data.json\"");
    http_reply_header(request, "Cache-Control", "no-store");
    http_stream_begin(request, 200, "application/json", own_data_pull, own_data_end, d);
    return OK;
}

/* --- tokens --- */

err op_token_list(struct api_call *call, const struct in_token_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 't', 200, false, STR(""), 0));
    return op_list_reply(&list, call, 200, tokens_json(call->loop->reader, call->actor.person_id, 0, &list.out));
}

struct token_order {
    struct token_create create;
    char token[TOKEN_TEXT_BYTES];
    unsigned char hash[TOKEN_HASH_BYTES];
};

static err token_created(struct api_call *call, struct command *command) {
    const struct token_order *order = command->args;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    TRY(tokens_json(call->loop->reader, call->actor.person_id, reply_int(command, "id"), &o));
    out_set_text(&o, "token", order->token);
    out_end(&o);
    api_reply_buf(call, 201, &body);
    return OK;
}

err op_token_create(struct api_call *call, const struct in_token_create *in) {
    struct token_order *order = arena_alloc(call->arena, sizeof *order);
    token_derive(call->loop->app->secret, "token", call->request_id, call->digest, order->token);
    token_hash(str_from(order->token), order->hash);
    order->create = (struct token_create){.id = id_new(),
                                          .name = in->name,
                                          .scopes = in->scopes,
                                          .token_hash = {(const char *)order->hash, TOKEN_HASH_BYTES},
                                          .expires_usec = call->now_usec + in->days * INT64_C(86400000000)};
    return op_command(call, &cmd_token_create, &order->create, token_created);
}

err op_token_delete(struct api_call *call, const struct in_token_delete *in) {
    struct token_delete *args = arena_alloc(call->arena, sizeof *args);
    args->id = in->token;
    return op_command(call, &cmd_token_delete, args, finish_empty);
}

/* --- money and work of one's own --- */

err op_transfer_list(struct api_call *call, const struct in_transfer_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'm', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200,
                         transfers_json(call->loop->reader, call->actor.person_id, &list.page, &list.out));
}

err op_work_history(struct api_call *call, const struct in_work_history *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'w', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200,
                         work_history_json(call->loop->reader, call->actor.person_id, false, &list.page, &list.out));
}

/* --- operator on people --- */

err op_person_list(struct api_call *call, const struct in_person_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'p', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    str start = in->has_query ? lower(call->arena, in->query) : STR("");
    return op_list_reply(&list, call, 200, people_json(call->loop->reader, start, &list.page, &list.out));
}

static err finish_person(struct api_call *call, struct command *command) {
    return person_reply(call, reply_int(command, "id"), 200);
}

err op_person_update(struct api_call *call, const struct in_person_update *in) {
    struct person_update *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct person_update){.id = in->person,
                                   .has_roles = in->has_roles,
                                   .roles = in->roles,
                                   .has_disabled = in->has_disabled,
                                   .disabled = in->disabled};
    return op_command(call, &cmd_person_update, args, finish_person);
}

static err credited(struct api_call *call, struct command *command) {
    const struct person_credit *args = command->args;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(transfer_json(call->loop->reader, args->id, reply_int(command, "transfer"), &o));
    api_reply_buf(call, 201, &body);
    return OK;
}

err op_person_credit(struct api_call *call, const struct in_person_credit *in) {
    struct person_credit *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct person_credit){.id = in->person,
                                   .amount_micros = in->amount_micros,
                                   .note = in->has_note ? arena_str(call->arena, in->note).data : NULL};
    return op_command(call, &cmd_person_credit, args, credited);
}

struct reset {
    struct login login;
    struct person_password args;
    char password[TOKEN_TEXT_BYTES];
};

static err reset_done(struct api_call *call, struct command *command) {
    const struct reset *reset = (const struct reset *)((const char *)command->args - offsetof(struct reset, args));
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_text(&o, "password", reset->password);
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

static void reset_hashed(void *arg) {
    struct reset *reset = arg;
    reset->args.password_hash = str_from(reset->login.new_hash);
    err e = op_command(reset->login.call, &cmd_person_password, &reset->args, reset_done);
    if (e != OK) api_fail(reset->login.call, e);
}

err op_person_reset(struct api_call *call, const struct in_person_reset *in) {
    struct reset *reset = arena_alloc(call->arena, sizeof *reset);
    reset->login.call = call;
    token_derive(call->loop->app->secret, "reset", call->request_id, call->digest, reset->password);
    reset->password[16] = 0; /* 64 bits of a keyed hash are a good password */
    reset->login.password = str_from(reset->password);
    reset->args = (struct person_password){.id = in->person};
    return op_job(call, call->loop->app->quick_jobs, password_make, reset_hashed, reset);
}
