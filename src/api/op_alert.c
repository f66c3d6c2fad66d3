/* Handlers of one's own alerts: when not, which, where, and what was sent. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "api/app.h"
#include "api_gen.h"
#include "base/clock.h"
#include "core/password.h"

err op_alert_list(struct api_call *call, const struct in_alert_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'k', in->limit, in->has_cursor, in->cursor, INT64_MAX));
    return op_list_reply(&list, call, 200,
                         alert_log_json(call->loop->reader, call->actor.person_id, &list.page, &list.out));
}

/* --- settings --- */

static err setting_reply(struct api_call *call) {
    const struct send_config *config = &call->loop->app->send_config;
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    TRY(alert_setting_json(call->loop->reader, call->actor.person_id, &o));
    out_set_text(&o, "vapid_key", config->vapid_public);
    out_set_text(&o, "telegram_bot", config->telegram_bot);
    out_set_text(&o, "whatsapp_number", config->whatsapp_number);
    out_key(&o, "kinds");
    out_array_begin(&o);
    for (int kind = 1; kind < SEND_CHANNELS; kind++)
        if (send_channel_ready(config, (enum send_channel)kind))
            out_text(&o, send_channel_word((enum send_channel)kind));
    out_end(&o);
    out_end(&o);
    api_reply_buf(call, 200, &body);
    return OK;
}

err op_alert_setting_show(struct api_call *call, const struct in_alert_setting_show *in) { return setting_reply(call); }

static err setting_saved(struct api_call *call, struct command *command) { return setting_reply(call); }

err op_alert_setting_update(struct api_call *call, const struct in_alert_setting_update *in) {
    if (in->has_quiet_from != in->has_quiet_to) {
        problem_field_add(call->problem, in->has_quiet_from ? "/quiet_to" : "/quiet_from",
                          "Send both ends of the quiet hours.");
        return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
    }
    struct alert_setting_update *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct alert_setting_update){
        .has_quiet = in->has_quiet_from,
        .quiet_from = (int)in->quiet_from,
        .quiet_to = (int)in->quiet_to,
        .has_offset = in->has_utc_offset_minutes,
        .utc_offset_minutes = (int)in->utc_offset_minutes,
        .has_digest = in->has_digest_minute,
        .digest_minute = (int)in->digest_minute,
        .has_mute = in->has_mute_hours,
        .muted_until_usec = in->mute_hours ? call->now_usec + in->mute_hours * INT64_C(3600000000) : 0,
    };
    return op_command(call, &cmd_alert_setting_update, args, setting_saved);
}

/* --- rules --- */

static err rules_reply(struct api_call *call, int64_t only_id, int status) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    if (!only_id) {
        struct op_list list;
        TRY(op_list_begin(&list, call, 'l', 20, false, STR(""), 0));
        return op_list_reply(&list, call, status,
                             alert_rules_json(call->loop->reader, call->actor.person_id, 0, &list.out));
    }
    TRY(alert_rules_json(call->loop->reader, call->actor.person_id, only_id, &o));
    if (body.len == 0) return ERR_NOT_FOUND; /* deleted by another request meanwhile */
    api_reply_buf(call, status, &body);
    return OK;
}

err op_alert_rule_list(struct api_call *call, const struct in_alert_rule_list *in) { return rules_reply(call, 0, 200); }

static err rule_saved(struct api_call *call, struct command *command) {
    return rules_reply(call, reply_int(command, "id"), call->operation->status);
}

err op_alert_rule_create(struct api_call *call, const struct in_alert_rule_create *in) {
    struct alert_rule_save *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct alert_rule_save){.id = id_new(),
                                     .is_new = true,
                                     .rule = {.project_id = in->has_project ? in->project : 0,
                                              .requester_id = in->has_requester ? in->requester : 0,
                                              .qualification_id = in->has_qualification ? in->qualification : 0,
                                              .kind = (enum work_kind)in->kind,
                                              .rating_tenths = in->requester_rating_tenths,
                                              .hour_micros = in->pay_per_hour_micros,
                                              .tasks_min = in->tasks,
                                              .urgent_hour_micros = in->urgent_per_hour_micros,
                                              .digest = in->digest}};
    return op_command(call, &cmd_alert_rule_save, args, rule_saved);
}

err op_alert_rule_update(struct api_call *call, const struct in_alert_rule_update *in) {
    struct alert_rule_save *args = arena_alloc(call->arena, sizeof *args);
    *args = (struct alert_rule_save){.id = in->rule,
                                     .rule = {.project_id = in->has_project ? in->project : 0,
                                              .requester_id = in->has_requester ? in->requester : 0,
                                              .qualification_id = in->has_qualification ? in->qualification : 0,
                                              .kind = (enum work_kind)in->kind,
                                              .rating_tenths = in->requester_rating_tenths,
                                              .hour_micros = in->pay_per_hour_micros,
                                              .tasks_min = in->tasks,
                                              .urgent_hour_micros = in->urgent_per_hour_micros,
                                              .digest = in->digest}};
    return op_command(call, &cmd_alert_rule_save, args, rule_saved);
}

err op_alert_rule_delete(struct api_call *call, const struct in_alert_rule_delete *in) {
    struct alert_rule_delete *args = arena_alloc(call->arena, sizeof *args);
    args->id = in->rule;
    return op_command(call, &cmd_alert_rule_delete, args, finish_empty);
}

/* --- channels --- */

struct channel_order {
    struct alert_channel_add add;
    char code[CHANNEL_CODE_BYTES];
    unsigned char code_hash[TOKEN_HASH_BYTES];
    const char *link, *secret; /* shown once */
    bool shows_code;
};

err op_alert_channel_list(struct api_call *call, const struct in_alert_channel_list *in) {
    struct op_list list;
    TRY(op_list_begin(&list, call, 'h', 20, false, STR(""), 0));
    return op_list_reply(&list, call, 200,
                         alert_channels_json(call->loop->reader, call->actor.person_id, 0, &list.out));
}

static err channel_reply(struct api_call *call, int64_t id, const struct channel_order *order) {
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    size_t before = body.len;
    TRY(alert_channels_json(call->loop->reader, call->actor.person_id, id, &o));
    if (body.len == before) return ERR_NOT_FOUND; /* deleted by another request meanwhile */
    if (order) {
        out_set_text(&o, "link", order->link ? order->link : "");
        out_set_text(&o, "code", order->shows_code ? order->code : "");
        out_set_text(&o, "secret", order->secret ? order->secret : "");
    }
    out_end(&o);
    api_reply_buf(call, call->operation->status, &body);
    return OK;
}

/* Random text that is the same when the request is repeated; nothing of it is stored in a receipt. */
static void derive(struct api_call *call, const char *label, char token[TOKEN_TEXT_BYTES]) {
    token_derive(call->loop->app->secret, label, call->request_id, call->digest, token);
}

void channel_code_make(struct api_call *call, char code[CHANNEL_CODE_BYTES], unsigned char hash[32]) {
    static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    enum { CHARS = CHANNEL_CODE_BYTES - 1 };
    char token[TOKEN_TEXT_BYTES];
    unsigned char bytes[CHARS];
    derive(call, "channel code", token);
    hex_decode((str){token, 2 * CHARS}, bytes, sizeof bytes);
    for (int i = 0; i < CHARS; i++) code[i] = letters[bytes[i] % 32];
    code[CHARS] = 0;
    token_hash(str_from(code), hash);
}

static err field_wrong(struct api_call *call, const char *path, const char *why) {
    problem_field_add(call->problem, path, "%s", why);
    return problem_set(call->problem, ERR_INVALID, "%s", err_sentence(ERR_INVALID));
}

static err push_fill(struct api_call *call, const struct in_alert_channel_create *in, struct channel_order *order) {
    if (!in->has_p256dh || !in->has_auth || !send_push_keys_valid(in->p256dh, in->auth))
        return field_wrong(call, "/p256dh", "Send p256dh and auth as the browser's subscription has them.");
    CLEANUP(buf_free) struct buf secret = {0};
    struct json_out o = out_new(&secret);
    out_object_begin(&o);
    out_set_str(&o, "p256dh", in->p256dh);
    out_set_str(&o, "auth", in->auth);
    out_end(&o);
    order->add.secret = arena_str(call->arena, buf_str(&secret));
    order->add.on = true;
    return OK;
}

static err ntfy_fill(struct api_call *call, const struct in_alert_channel_create *in, struct channel_order *order) {
    const struct send_config *config = &call->loop->app->send_config;
    char token[TOKEN_TEXT_BYTES];
    order->add.on = true;
    if (in->has_token)
        order->add.secret = str_from(arena_printf(call->arena, "{\"token\":\"%.*s\"}", STR_ARG(in->token)));
    if (in->has_address) return OK;
    if (!config->ntfy_url[0])
        return field_wrong(call, "/address", "This server has no ntfy of its own; send an address SERVER/TOPIC.");
    /* Who knows the topic can read it: it is made like a password. */
    derive(call, "ntfy topic", token);
    order->add.address = str_from(arena_printf(call->arena, "%s/faena-%.32s", config->ntfy_url, token));
    order->link = order->add.address.data;
    return OK;
}

static void webhook_fill(struct api_call *call, struct channel_order *order) {
    char token[TOKEN_TEXT_BYTES], text[64];
    unsigned char key[32];
    derive(call, "webhook", token);
    hex_decode(str_from(token), key, sizeof key);
    sodium_bin2base64(text, sizeof text, key, sizeof key, sodium_base64_VARIANT_ORIGINAL);
    order->secret = arena_printf(call->arena, "whsec_%s", text);
    order->add.secret = str_from(arena_printf(call->arena, "{\"whsec\":\"%s\"}", order->secret));
    order->add.on = true;
}

static err channel_fill(struct api_call *call, const struct in_alert_channel_create *in, struct channel_order *order) {
    const struct send_config *config = &call->loop->app->send_config;
    enum send_channel kind = (enum send_channel)order->add.kind;
    bool by_link = kind == SEND_TELEGRAM || kind == SEND_WHATSAPP;
    if (by_link || kind == SEND_MAIL) {
        channel_code_make(call, order->code, order->code_hash);
        order->add.code_hash = (str){(const char *)order->code_hash, TOKEN_HASH_BYTES};
    }
    order->shows_code = by_link;
    if (by_link) order->add.address = STR("");
    if (kind == SEND_TELEGRAM)
        order->link = arena_printf(call->arena, "https://t.me/%s?start=%s", config->telegram_bot, order->code);
    if (kind == SEND_WHATSAPP)
        order->link =
            arena_printf(call->arena, "https://wa.me/%s?text=ALTA%%20%s", config->whatsapp_number, order->code);
    if (kind == SEND_MAIL) order->add.code = str_from(order->code);
    if (kind == SEND_WEBHOOK) webhook_fill(call, order);
    if (kind == SEND_WEB_PUSH) TRY(push_fill(call, in, order));
    if (kind == SEND_NTFY) TRY(ntfy_fill(call, in, order));
    if (by_link) return OK;
    if (order->add.address.len == 0) return field_wrong(call, "/address", "This kind of channel needs an address.");
    err e = send_address_check(config, kind, order->add.address, call->problem);
    if (e == ERR_INVALID) problem_field_add(call->problem, "/address", "%s", call->problem->detail);
    return e;
}

static err channel_added(struct api_call *call, struct command *command) {
    const struct channel_order *order = command->args;
    return channel_reply(call, reply_int(command, "id"), order);
}

err op_alert_channel_create(struct api_call *call, const struct in_alert_channel_create *in) {
    struct channel_order *order = arena_alloc(call->arena, sizeof *order);
    enum send_channel kind = (enum send_channel)(in->kind + 1); /* the contract lists them in this order */
    if (!send_channel_ready(&call->loop->app->send_config, kind))
        return problem_set(call->problem, ERR_CONFLICT, "This server does not send on %s; its operator can set it up.",
                           send_channel_word(kind));
    order->add = (struct alert_channel_add){.id = id_new(),
                                            .kind = (int)kind,
                                            .name = in->has_name ? in->name : STR(""),
                                            .address = in->has_address ? in->address : STR(""),
                                            .secret = STR("")};
    TRY(channel_fill(call, in, order));
    return op_command(call, &cmd_alert_channel_add, &order->add, channel_added);
}

err op_alert_channel_delete(struct api_call *call, const struct in_alert_channel_delete *in) {
    struct alert_channel_args *args = arena_alloc(call->arena, sizeof *args);
    args->id = in->channel;
    return op_command(call, &cmd_alert_channel_delete, args, finish_empty);
}

struct confirm_order {
    struct alert_channel_confirm confirm;
    unsigned char hash[TOKEN_HASH_BYTES];
};

/* A wrong try is counted in the command, so it cannot be a refusal there: that would have written nothing. */
static err channel_confirmed(struct api_call *call, struct command *command) {
    const struct alert_channel_confirm *args = command->args;
    if (strstr(command->reply, "false"))
        return field_wrong(call, "/code",
                           "This code is wrong or too old; ask for another by adding the address again.");
    return channel_reply(call, args->id, NULL);
}

err op_alert_channel_confirm(struct api_call *call, const struct in_alert_channel_confirm *in) {
    struct confirm_order *order = arena_alloc(call->arena, sizeof *order);
    str code = arena_str(call->arena, in->code);
    for (size_t i = 0; i < code.len; i++)
        if (code.data[i] >= 'a' && code.data[i] <= 'z') ((char *)code.data)[i] = (char)(code.data[i] - 32);
    token_hash(code, order->hash);
    order->confirm =
        (struct alert_channel_confirm){.id = in->channel, .code_hash = {(const char *)order->hash, TOKEN_HASH_BYTES}};
    return op_command(call, &cmd_alert_channel_confirm, &order->confirm, channel_confirmed);
}

static err channel_done(struct api_call *call, struct command *command) {
    const struct alert_channel_args *args = command->args;
    alert_sender_wake(call->loop->app->sender);
    return channel_reply(call, args->id, NULL);
}

err op_alert_channel_resume(struct api_call *call, const struct in_alert_channel_resume *in) {
    struct alert_channel_args *args = arena_alloc(call->arena, sizeof *args);
    args->id = in->channel;
    return op_command(call, &cmd_alert_channel_resume, args, channel_done);
}

err op_alert_channel_test(struct api_call *call, const struct in_alert_channel_test *in) {
    struct alert_channel_args *args = arena_alloc(call->arena, sizeof *args);
    args->id = in->channel;
    return op_command(call, &cmd_alert_channel_test, args, channel_done);
}
