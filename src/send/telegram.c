/* Telegram Bot API: sendMessage. The address is a chat id (a person's or a group's). Limits as Telegram's FAQ has them:
 * 30 messages a second in all, one a second to a chat, 20 a minute to a group (whose ids are negative). */
#include <string.h>

#include "base/json.h"
#include "base/json_out.h"
#include "send/internal.h"

static bool ready(const struct send_config *config) { return config->telegram_token[0] != 0; }

static void button(struct json_out *o, str text, const char *key, const char *value) {
    out_object_begin(o);
    out_set_str(o, "text", text);
    out_set_text(o, key, value);
    out_end(o);
}

/* A row with what is to be done, a row with what ends it. Telegram takes only public https addresses in buttons. */
static void buttons_write(const struct send_message *m, struct json_out *o) {
    char data[64], link[1024];
    out_key(o, "reply_markup");
    out_object_begin(o);
    out_key(o, "inline_keyboard");
    out_array_begin(o);
    out_array_begin(o);
    if (m->accept_text.len) {
        snprintf(data, sizeof data, "accept:%lld", (long long)m->alert_id);
        button(o, m->accept_text, "callback_data", data);
    }
    if (str_starts(m->link, "https://")) {
        snprintf(link, sizeof link, "%.*s", STR_ARG(m->link));
        button(o, m->link_text, "url", link);
    }
    out_end(o);
    if (m->mute_text.len) {
        out_array_begin(o);
        button(o, m->mute_text, "callback_data", "mute:8");
        button(o, m->stop_text, "callback_data", "stop");
        out_end(o);
    }
    out_end(o);
    out_end(o);
}

static err build(const struct send_config *config, const struct send_message *m, int64_t now_usec,
                 struct send_request *request, struct problem *p) {
    struct json_out o = out_new(&request->body);
    CLEANUP(buf_free) struct buf text = {0};
    buf_add_str(&text, m->title);
    if (m->text.len) buf_printf(&text, "\n%.*s", STR_ARG(m->text));
    if (m->link.len && !str_starts(m->link, "https://")) buf_printf(&text, "\n%.*s", STR_ARG(m->link));
    buf_printf(&request->url, "%s/bot%s/sendMessage", config->telegram_api, config->telegram_token);
    out_object_begin(&o);
    out_set_raw(&o, "chat_id", m->address);
    out_set_str(&o, "text", buf_str(&text));
    out_key(&o, "link_preview_options");
    out_object_begin(&o);
    out_set_bool(&o, "is_disabled", true);
    out_end(&o);
    out_set_bool(&o, "disable_notification", !m->urgent);
    if (m->link.len) buttons_write(m, &o);
    out_end(&o);
    send_header_add(request, "Content-Type: application/json");
    return OK;
}

static void judge(const struct send_message *m, const struct send_reply *reply, struct send_result *result) {
    CLEANUP(json_drop) json_t *body = NULL;
    if (json_parse(reply->body, &body, NULL) != OK) return;
    const json_t *parameters = json_object_get(body, "parameters");
    int64_t chat = json_int(parameters, "migrate_to_chat_id", 0), wait = json_int(parameters, "retry_after", 0);
    if (reply->code == 200)
        snprintf(result->provider_id, sizeof result->provider_id, "%lld",
                 (long long)json_int(json_object_get(body, "result"), "message_id", 0));
    if (reply->code == 403) result->verdict = SEND_GONE;   /* the bot was blocked or put out of the group */
    if (reply->code == 404) result->verdict = SEND_FAILED; /* the bot's token is wrong, not the chat */
    if (reply->code == 400 && chat) {
        snprintf(result->address, sizeof result->address, "%lld", (long long)chat);
        result->verdict = SEND_AGAIN;
    }
    /* Telegram says how long in the body; send_judge knows only of headers. */
    if (wait > 0 && result->verdict == SEND_AGAIN) result->again_usec += wait * 1000000;
    const char *why = json_text(body, "description");
    if (result->verdict != SEND_DONE && why) snprintf(result->detail, sizeof result->detail, "Telegram: %s", why);
}

const struct send_adapter telegram_adapter = {.word = "telegram",
                                              .lane = 1,
                                              .per_second = 28,
                                              .address_usec = 1100000,
                                              .ready = ready,
                                              .build = build,
                                              .judge = judge};
