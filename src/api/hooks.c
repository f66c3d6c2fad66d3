/* What services send us: updates of Telegram's bot (/hooks/telegram), of WhatsApp (/hooks/whatsapp), and one-click
 * unsubscribe of mails (/unsubscribe/CHANNEL.MAC). No operations of the API: their form is the services', there is no
 * login and no Idempotency-Key; each proves by a secret where it comes from, and has an id of its own that makes a
 * repeat harmless. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/app.h"
#include "base/clock.h"
#include "base/json.h"
#include "core/alert_message.h"
#include "core/password.h"

enum { HOOK_COMMANDS_MAX = 50 };

/* One request of a service: its answers as commands, one after the other, then the reply. */
struct hook {
    struct http_request *request;
    struct api_loop *loop;
    struct arena *arena;
    int count, at;
    struct hook_command {
        struct alert_answer answer;
        struct alert_delivery delivery;
        bool is_delivery;
        unsigned char code_hash[TOKEN_HASH_BYTES];
        char *id;
    } * commands;
    struct command command;
    struct problem problem;
    const char *callback_id, *chat; /* of Telegram: where what is said goes */
};

static void text_reply(struct http_request *r, int status, const char *type, str text) {
    http_reply_header(r, "Cache-Control", "no-store");
    http_reply(r, status, type, text);
}

static struct hook *hook_new(struct http_request *r) {
    struct arena *a = http_request_arena(r);
    struct hook *hook = arena_alloc(a, sizeof *hook);
    *hook = (struct hook){.request = r, .loop = http_request_state(r), .arena = a};
    hook->commands = arena_alloc(a, sizeof *hook->commands * HOOK_COMMANDS_MAX);
    return hook;
}

/* A service may answer in its reply: one call less. */
static void hook_reply(struct hook *hook) {
    CLEANUP(json_drop) json_t *reply = NULL;
    const char *say = NULL;
    if (hook->command.reply && json_parse(str_from(hook->command.reply), &reply, NULL) == OK)
        say = json_text(reply, "say");
    if (!hook->chat && !hook->callback_id) {
        text_reply(hook->request, 200, "text/plain; charset=utf-8", STR("ok\n"));
        return;
    }
    CLEANUP(buf_free) struct buf body = {0};
    struct json_out o = out_new(&body);
    out_object_begin(&o);
    if (hook->callback_id) {
        out_set_text(&o, "method", "answerCallbackQuery");
        out_set_text(&o, "callback_query_id", hook->callback_id);
        out_set_text(&o, "text", say ? say : "");
        out_set_bool(&o, "show_alert", false);
    } else if (say && *say) {
        out_set_text(&o, "method", "sendMessage");
        out_set_raw(&o, "chat_id", str_from(hook->chat));
        out_set_text(&o, "text", say);
    }
    out_end(&o);
    text_reply(hook->request, 200, "application/json", buf_str(&body));
}

static void hook_next(void *arg);

/* On the writer's thread: only hands over. */
static void hook_command_done(struct command *command) {
    struct hook *hook = command->done_arg;
    http_loop_post(hook->loop->loop, hook_next, hook);
}

static void hook_submit(struct hook *hook) {
    struct hook_command *hc = &hook->commands[hook->at++];
    hook->command = (struct command){
        .kind = hc->is_delivery ? &cmd_alert_delivery : &cmd_alert_answer,
        .args = hc->is_delivery ? (const void *)&hc->delivery : (const void *)&hc->answer,
        .request_id = str_from(hc->id ? hc->id : ""),
        .now_usec = clock_usec(),
        .arena = hook->arena,
        .problem = &hook->problem,
        .done = hook_command_done,
        .done_arg = hook,
    };
    str body = http_request_body(hook->request);
    crypto_generichash(hook->command.request_hash, sizeof hook->command.request_hash, (const unsigned char *)body.data,
                       body.len, hook->loop->app->secret, sizeof hook->loop->app->secret);
    err e = writer_submit(hook->loop->app->writer, &hook->command);
    if (e != OK) api_reply_problem(hook->request, e, NULL); /* the service tries again */
}

static void hook_next(void *arg) {
    struct hook *hook = arg;
    alert_sender_wake(hook->loop->app->sender);
    if (err_is_fault(hook->command.outcome))
        api_reply_problem(hook->request, hook->command.outcome, NULL);
    else if (hook->at < hook->count)
        hook_submit(hook);
    else
        hook_reply(hook);
}

static void hook_begin(struct hook *hook) {
    if (hook->count > 0)
        hook_submit(hook);
    else
        text_reply(hook->request, 200, "text/plain; charset=utf-8", STR("ok\n"));
}

/* --- what was said --- */

/* "accept:ID", "mute:8", "stop" of our own buttons. */
static void button_read(const char *data, struct alert_answer *answer) {
    if (strncmp(data, "accept:", 7) == 0 && str_to_int64(str_from(data + 7), &answer->alert_id))
        answer->verb = ANSWER_ACCEPT;
    else if (strncmp(data, "mute:", 5) == 0)
        answer->verb = ANSWER_MUTE;
    else if (strcmp(data, "stop") == 0)
        answer->verb = ANSWER_STOP;
}

static bool word_is(str word, const char *const *words) {
    for (int i = 0; words[i]; i++)
        if (strlen(words[i]) == word.len && strncasecmp(words[i], word.data, word.len) == 0) return true;
    return false;
}

/* A command of the bot or a word of one of our languages, then perhaps a code. */
static void text_read(const char *text, struct hook_command *hc) {
    static const char *const link[] = {"/start", "ALTA", "JOIN", "JOINDRE", "ENTRAR", NULL},
                             *const mute[] = {"/mute", "/silencio", "SILENCIO", "MUTE", "SILENCE", NULL},
                             *const stop[] = {"/stop", "/baja", "BAJA", "STOP", "PARAR", "ARRETER", NULL};
    size_t start = strspn(text, " \n"), len = strcspn(text + start, " @\n");
    str word = {text + start, len};
    const char *rest = text + start + len;
    if (*rest == '@') rest += strcspn(rest, " \n");
    rest += strspn(rest, " \n");
    size_t code_len = strcspn(rest, " \n");
    char code[24];
    hc->answer.verb = ANSWER_NONE;
    if (word_is(word, mute)) hc->answer.verb = ANSWER_MUTE;
    if (word_is(word, stop)) hc->answer.verb = ANSWER_STOP;
    if (!word_is(word, link) || code_len == 0 || code_len >= sizeof code) return;
    for (size_t i = 0; i < code_len; i++) code[i] = rest[i] >= 'a' && rest[i] <= 'z' ? (char)(rest[i] - 32) : rest[i];
    token_hash((str){code, code_len}, hc->code_hash);
    hc->answer.code_hash = (str){(const char *)hc->code_hash, TOKEN_HASH_BYTES};
    hc->answer.verb = ANSWER_LINK;
}

static str number_text(struct hook *hook, const json_t *object) {
    const json_t *id = json_object_get(object, "id");
    return json_is_integer(id) ? str_from(arena_printf(hook->arena, "%lld", (long long)json_integer_value(id)))
                               : STR("");
}

/* --- Telegram --- */

static void telegram_message(struct hook *hook, const json_t *message, struct hook_command *hc) {
    const char *text = json_text(message, "text");
    hc->answer.chat = number_text(hook, json_object_get(message, "chat"));
    hc->answer.from = number_text(hook, json_object_get(message, "from"));
    text_read(text ? text : "", hc);
    bool group = !str_equal(hc->answer.chat, hc->answer.from);
    /* What people say to each other in a group is not for us. */
    if (!text || (group && hc->answer.verb == ANSWER_NONE) || hc->answer.chat.len == 0) return;
    hook->chat = hc->answer.chat.data;
    hook->count = 1;
}

static void telegram_update(struct hook *hook, const json_t *update) {
    const json_t *message = json_object_get(update, "message"), *query = json_object_get(update, "callback_query"),
                 *member = json_object_get(update, "my_chat_member");
    struct hook_command *hc = &hook->commands[0];
    hc->answer.kind = SEND_TELEGRAM;
    hc->id = arena_printf(hook->arena, "telegram:%lld", (long long)json_int(update, "update_id", 0));
    if (query) {
        const char *data = json_text(query, "data"), *id = json_text(query, "id");
        hc->answer.chat = number_text(hook, json_object_get(json_object_get(query, "message"), "chat"));
        hc->answer.from = number_text(hook, json_object_get(query, "from"));
        button_read(data ? data : "", &hc->answer);
        hook->callback_id = id ? arena_copy(hook->arena, id, strlen(id)) : NULL;
        hook->count = hc->answer.chat.len > 0 && hook->callback_id;
    } else if (message) {
        telegram_message(hook, message, hc);
    } else if (member) {
        const char *status = json_text(json_object_get(member, "new_chat_member"), "status");
        hc->answer.chat = hc->answer.from = number_text(hook, json_object_get(member, "chat"));
        hc->answer.verb = ANSWER_GONE;
        hook->count = status && (strcmp(status, "kicked") == 0 || strcmp(status, "left") == 0);
    }
}

static void telegram_take(struct app *app, struct http_request *r) {
    const char *secret = http_request_header(r, "X-Telegram-Bot-Api-Secret-Token"),
               *own = app->send_config.telegram_secret;
    CLEANUP(json_drop) json_t *update = NULL;
    if (!own[0] || !secret || strlen(secret) != strlen(own) || sodium_memcmp(secret, own, strlen(own)) != 0) {
        api_reply_problem(r, ERR_FORBIDDEN, NULL);
        return;
    }
    err e = json_parse(http_request_body(r), &update, NULL);
    if (e != OK) {
        api_reply_problem(r, e, NULL);
        return;
    }
    struct hook *hook = hook_new(r);
    telegram_update(hook, update);
    hook_begin(hook);
}

/* --- WhatsApp --- */

/* The person's business-scoped id first: who has a username has no number to us. */
static str whatsapp_sender(struct hook *hook, const json_t *value, const json_t *message) {
    const char *from = json_text(message, "from"), *user = json_text(message, "user_id");
    size_t i;
    const json_t *contact;
    json_array_foreach(json_object_get(value, "contacts"), i, contact) {
        const char *number = json_text(contact, "wa_id"), *id = json_text(contact, "user_id");
        if (!from && number) from = number;
        if (!user && id && (!number || !from || strcmp(number, from) == 0)) user = id;
    }
    const char *address = user ? user : from;
    return address && strlen(address) < 100 ? str_from(arena_copy(hook->arena, address, strlen(address))) : STR("");
}

static void whatsapp_message(struct hook *hook, const json_t *value, const json_t *message) {
    if (hook->count == HOOK_COMMANDS_MAX) return;
    struct hook_command *hc = &hook->commands[hook->count];
    const char *id = json_text(message, "id"), *type = json_text(message, "type");
    const char *text = json_text(json_object_get(message, "text"), "body");
    const char *payload = json_text(json_object_get(message, "button"), "payload");
    const json_t *reply = json_object_get(json_object_get(message, "interactive"), "button_reply");
    hc->answer.kind = SEND_WHATSAPP;
    hc->answer.chat = hc->answer.from = whatsapp_sender(hook, value, message);
    hc->answer.reply = true;
    if (!id || strlen(id) > 70 || !type || hc->answer.chat.len == 0) return;
    if (reply) payload = json_text(reply, "id");
    if (payload)
        button_read(payload, &hc->answer);
    else
        text_read(text ? text : "", hc);
    hc->id = arena_printf(hook->arena, "whatsapp:%s", id);
    hook->count++;
}

/* What became of messages that we sent: only failures matter, and only once. */
static void whatsapp_status(struct hook *hook, const json_t *status) {
    if (hook->count == HOOK_COMMANDS_MAX) return;
    struct hook_command *hc = &hook->commands[hook->count];
    const char *id = json_text(status, "id"), *word = json_text(status, "status");
    if (!id || !word || strlen(id) > 119) return;
    const json_t *error = json_array_get(json_object_get(status, "errors"), 0);
    bool failed = strcmp(word, "failed") == 0;
    if (!failed && strcmp(word, "delivered") != 0 && strcmp(word, "read") != 0) return;
    const char *title = json_text(error, "title");
    hc->is_delivery = true;
    hc->delivery = (struct alert_delivery){
        .provider_id = str_from(arena_copy(hook->arena, id, strlen(id))),
        .failed = failed,
        .detail =
            str_from(failed ? arena_printf(hook->arena, "WhatsApp: %.100s", title ? title : "not delivered") : "")};
    hook->count++;
}

static void whatsapp_update(struct hook *hook, const json_t *update) {
    size_t i, j, k;
    const json_t *entry, *change, *one;
    json_array_foreach(json_object_get(update, "entry"), i, entry) {
        json_array_foreach(json_object_get(entry, "changes"), j, change) {
            const json_t *value = json_object_get(change, "value");
            json_array_foreach(json_object_get(value, "messages"), k, one) whatsapp_message(hook, value, one);
            json_array_foreach(json_object_get(value, "statuses"), k, one) whatsapp_status(hook, one);
        }
    }
}

static bool query_value(str query, const char *name, char *out, size_t size) {
    size_t name_len = strlen(name);
    for (size_t at = 0; at < query.len;) {
        const char *end = memchr(query.data + at, '&', query.len - at);
        size_t len = end ? (size_t)(end - query.data) - at : query.len - at;
        if (len > name_len && memcmp(query.data + at, name, name_len) == 0 && query.data[at + name_len] == '=' &&
            len - name_len - 1 < size) {
            memcpy(out, query.data + at + name_len + 1, len - name_len - 1);
            out[len - name_len - 1] = 0;
            return true;
        }
        at += len + 1;
    }
    return false;
}

/* Meta asks once whether the address is ours. The challenge is a number. */
static void whatsapp_verify(struct app *app, struct http_request *r) {
    char token[160], challenge[80];
    str query = http_request_query(r);
    const char *own = app->send_config.whatsapp_verify;
    bool known = own[0] && query_value(query, "hub.verify_token", token, sizeof token) &&
                 strlen(token) == strlen(own) && sodium_memcmp(token, own, strlen(own)) == 0;
    if (known && query_value(query, "hub.challenge", challenge, sizeof challenge) &&
        strspn(challenge, "0123456789abcdefABCDEF-_") == strlen(challenge))
        text_reply(r, 200, "text/plain; charset=utf-8", str_from(challenge));
    else
        api_reply_problem(r, ERR_FORBIDDEN, NULL);
}

static void whatsapp_take(struct app *app, struct http_request *r) {
    CLEANUP(json_drop) json_t *update = NULL;
    str body = http_request_body(r);
    if (!send_hub_signature_valid(app->send_config.whatsapp_secret, body,
                                  http_request_header(r, "X-Hub-Signature-256"))) {
        api_reply_problem(r, ERR_FORBIDDEN, NULL);
        return;
    }
    err e = json_parse(body, &update, NULL);
    if (e != OK) {
        api_reply_problem(r, e, NULL);
        return;
    }
    struct hook *hook = hook_new(r);
    whatsapp_update(hook, update);
    hook_begin(hook);
}

/* --- unsubscribe --- */

static const char unsubscribe_page[] =
    "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Faena</title>"
    "<form method=post><p>Parar estas alertas · Stop these alerts · Arrêter ces alertes · Parar estes alertas</p>"
    "<button>OK</button></form>";

/* RFC 8058: a POST without login or cookie; a GET changes nothing, since programs follow links in mails. */
static void unsubscribe_take(struct app *app, struct http_request *r, str rest) {
    const char *dot = memchr(rest.data, '.', rest.len);
    int64_t channel_id = 0;
    char mac[UNSUBSCRIBE_MAC_BYTES];
    size_t at = dot ? (size_t)(dot - rest.data) : 0;
    bool known = dot && str_to_int64((str){rest.data, at}, &channel_id) && rest.len - at - 1 == sizeof mac - 1;
    if (known) unsubscribe_mac(app->secret, channel_id, mac);
    if (!known || sodium_memcmp(mac, rest.data + at + 1, sizeof mac - 1) != 0) {
        api_reply_problem(r, ERR_NOT_FOUND, NULL);
        return;
    }
    if (http_request_method(r) != HTTP_POST) {
        http_reply_header(r, "Content-Security-Policy", "default-src 'none'; form-action 'self'");
        http_reply_header(r, "Referrer-Policy", "no-referrer");
        text_reply(r, 200, "text/html; charset=utf-8", STR(unsubscribe_page));
        return;
    }
    struct hook *hook = hook_new(r);
    hook->commands[0].answer =
        (struct alert_answer){.kind = SEND_MAIL, .verb = ANSWER_UNSUBSCRIBE, .channel_id = channel_id};
    hook->count = 1;
    hook_begin(hook);
}

bool hooks_handle(struct app *app, struct http_request *r) {
    str path = http_request_path(r);
    enum http_method method = http_request_method(r);
    bool telegram = str_is(path, "/hooks/telegram"), whatsapp = str_is(path, "/hooks/whatsapp"),
         unsubscribe = str_starts(path, "/unsubscribe/");
    if (!telegram && !whatsapp && !unsubscribe) return false;
    bool asks = method == HTTP_GET && (whatsapp || unsubscribe);
    if (method != HTTP_POST && !asks) {
        http_reply_header(r, "Allow", telegram ? "POST" : "GET, POST");
        api_reply_problem(r, ERR_METHOD_NOT_ALLOWED, NULL);
    } else if (unsubscribe) {
        unsubscribe_take(app, r, (str){path.data + 13, path.len - 13});
    } else if (asks) {
        whatsapp_verify(app, r);
    } else if (telegram) {
        telegram_take(app, r);
    } else {
        whatsapp_take(app, r);
    }
    return true;
}
