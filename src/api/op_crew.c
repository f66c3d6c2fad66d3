/* Handlers of crews. */
#include "api/app.h"
#include "api_gen.h"
#include "base/clock.h"
#include "core/password.h"

/* Hex digits of an invitation's code (96 bits), and how long a code for a group is good. */
enum { INVITE_CHARS = 24, CHANNEL_MINUTES = 60 };

static err crew_reply(struct api_call *call, int64_t crew_id) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(crew_json(call->loop->reader, crew_id, call->actor.person_id, call->now_usec, &o, call->problem));
    api_reply_buf(call, call->operation->status, &body);
    return OK;
}

static err crew_saved(struct api_call *call, struct command *command) {
    return crew_reply(call, reply_int(command, "id"));
}

err op_crew_list(struct api_call *call, const struct in_crew_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'w', 200, false, STR(""), 0));
    return op_list_reply(&list, call, 200, crews_json(call->loop->reader, call->actor.person_id, &list.out));
}

err op_crew_show(struct api_call *call, const struct in_crew_show *in) { return crew_reply(call, in->crew); }

/* --- what a crew is --- */

/* It becomes a link on the pages of others. */
static err chat_check(struct api_call *call, str url) {
    if (url.len == 0 || str_starts(url, "https://")) return OK;
    problem_field_add(call->problem, "/chat_url", "Write the address of the chat as https://...");
    return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
}

static err save(struct api_call *call, struct crew_save order) {
    struct crew_save *args = arena_alloc(call->arena, sizeof *args);
    *args = order;
    TRY(chat_check(call, args->chat_url));
    return op_command(call, &cmd_crew_save, args, crew_saved);
}

err op_crew_create(struct api_call *call, const struct in_crew_create *in) {
    return save(call, (struct crew_save){.id = id_new(),
                                         .is_new = true,
                                         .name = in->name,
                                         .rules = in->has_rules ? in->rules : STR(""),
                                         .chat_url = in->has_chat_url ? in->chat_url : STR(""),
                                         .night_from = in->night_from,
                                         .night_to = in->night_to,
                                         .utc_offset_minutes = in->utc_offset_minutes,
                                         .wakes_max = in->wakes_max});
}

err op_crew_update(struct api_call *call, const struct in_crew_update *in) {
    return save(call, (struct crew_save){.id = in->crew,
                                         .name = in->name,
                                         .rules = in->has_rules ? in->rules : STR(""),
                                         .chat_url = in->has_chat_url ? in->chat_url : STR(""),
                                         .night_from = in->night_from,
                                         .night_to = in->night_to,
                                         .utc_offset_minutes = in->utc_offset_minutes,
                                         .wakes_max = in->wakes_max});
}

/* --- coming and going --- */

struct invite_order {
    struct crew_invite invite;
    char code[TOKEN_TEXT_BYTES];
    unsigned char hash[TOKEN_HASH_BYTES];
};

static err invited(struct api_call *call, struct command *command) {
    const struct invite_order *order = command->args;
    bool open = order->invite.until_usec > 0;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_text(&o, "code", open ? order->code : "");
    out_set_text(&o, "link",
                 open ? arena_printf(call->arena, "%s/#/join/%s", call->loop->app->send_config.public_url, order->code)
                      : "");
    out_set_time(&o, "until_at", order->invite.until_usec);
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_crew_invite(struct api_call *call, const struct in_crew_invite *in) {
    struct invite_order *order = arena_alloc(call->arena, sizeof *order);
    order->invite = (struct crew_invite){.crew_id = in->crew};
    if (in->days > 0) {
        token_derive(call->loop->app->secret, "crew invitation", call->request_id, call->digest, order->code);
        order->code[INVITE_CHARS] = 0;
        token_hash(str_from(order->code), order->hash);
        order->invite.code_hash = (str){(const char *)order->hash, TOKEN_HASH_BYTES};
        order->invite.until_usec = call->now_usec + in->days * INT64_C(86400000000);
    }
    return op_command(call, &cmd_crew_invite, &order->invite, invited);
}

err op_crew_invited(struct api_call *call, const struct in_crew_invited *in) {
    unsigned char hash[TOKEN_HASH_BYTES];
    token_hash(in->code, hash);
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    TRY(crew_invited_json(call->loop->reader, (str){(const char *)hash, sizeof hash}, call->now_usec, &o,
                          call->problem));
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_crew_join(struct api_call *call, const struct in_crew_join *in) {
    struct crew_join *args = arena_alloc(call->arena, sizeof *args);
    unsigned char *hash = arena_alloc(call->arena, TOKEN_HASH_BYTES);
    token_hash(in->code, hash);
    args->code_hash = (str){(const char *)hash, TOKEN_HASH_BYTES};
    return op_command(call, &cmd_crew_join, args, crew_saved);
}

static err leave(struct api_call *call, int64_t crew_id, int64_t person_id) {
    struct crew_person *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct crew_person){.crew_id = crew_id, .person_id = person_id};
    return op_command(call, &cmd_crew_leave, args, finish_empty);
}

err op_crew_leave(struct api_call *call, const struct in_crew_leave *in) { return leave(call, in->crew, 0); }

err op_crew_remove(struct api_call *call, const struct in_crew_remove *in) { return leave(call, in->crew, in->person); }

err op_crew_membership(struct api_call *call, const struct in_crew_membership *in) {
    struct crew_member_set *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct crew_member_set){.crew_id = in->crew,
                                     .has_shows_load = in->has_shows_load,
                                     .has_watches = in->has_watches,
                                     .has_woken = in->has_woken,
                                     .shows_load = in->shows_load,
                                     .watches = in->watches,
                                     .woken = in->woken};
    return op_command(call, &cmd_crew_member_set, args, crew_saved);
}

err op_crew_role(struct api_call *call, const struct in_crew_role *in) {
    struct crew_member_set *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct crew_member_set){
        .crew_id = in->crew, .person_id = in->person, .has_role = true, .role = (int64_t)in->role};
    return op_command(call, &cmd_crew_member_set, args, crew_saved);
}

/* --- watching --- */

err op_crew_watch(struct api_call *call, const struct in_crew_watch *in) {
    struct crew_watch_step *args = arena_alloc(call->arena, sizeof *args);
    *args =
        (struct crew_watch_step){.crew_id = in->crew, .watch_id = in->watch, .step = (enum crew_watch_verb)in->step};
    return op_command(call, &cmd_crew_watch_step, args, crew_saved);
}

static err woken(struct api_call *call, struct command *command) {
    alert_sender_wake(call->loop->app->sender);
    return finish_reply(call, command);
}

err op_crew_wake(struct api_call *call, const struct in_crew_wake *in) {
    struct crew_wake *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct crew_wake){
        .crew_id = in->crew, .project_id = in->project, .message = in->has_message ? in->message : STR("")};
    return op_command(call, &cmd_crew_wake, args, woken);
}

/* --- the channel --- */

struct channel_order {
    struct crew_channel channel;
    char code[CHANNEL_CODE_BYTES];
    unsigned char hash[TOKEN_HASH_BYTES];
};

static err channel_made(struct api_call *call, struct command *command) {
    const struct channel_order *order = command->args;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    out_set_text(&o, "code", order->code);
    out_set_text(&o, "link",
                 arena_printf(call->arena, "https://t.me/%s?startgroup=%s", call->loop->app->send_config.telegram_bot,
                              order->code));
    out_set_time(&o, "until_at", order->channel.until_usec);
    out_end(&o);
    api_reply_buf(call, 201, &body);
    return OK;
}

err op_crew_channel_create(struct api_call *call, const struct in_crew_channel_create *in) {
    struct channel_order *order = arena_alloc(call->arena, sizeof *order);
    if (!send_channel_ready(&call->loop->app->send_config, SEND_TELEGRAM))
        return problem_set(call->problem, ERR_CONFLICT,
                           "This server does not send on telegram; its operator can set it up.");
    channel_code_make(call, order->code, order->hash);
    order->channel = (struct crew_channel){.crew_id = in->crew,
                                           .id = id_new(),
                                           .code_hash = {(const char *)order->hash, TOKEN_HASH_BYTES},
                                           .until_usec = call->now_usec + CHANNEL_MINUTES * INT64_C(60000000)};
    return op_command(call, &cmd_crew_channel, &order->channel, channel_made);
}

err op_crew_channel_delete(struct api_call *call, const struct in_crew_channel_delete *in) {
    struct crew_channel *args = arena_alloc(call->arena, sizeof *args);
    args->crew_id = in->crew;
    return op_command(call, &cmd_crew_channel, args, finish_empty);
}
