/* What each service gets, and what is made of its replies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "base/json.h"
#include "send/guard.h"
#include "send/internal.h"
#include "send/pace.h"

static const int64_t NOW = INT64_C(1614265330) * 1000000;
static const struct send_config config = {.public_url = "https://faena.example",
                                          .contact = "mailto:ops@faena.example",
                                          .telegram_token = "12:secret",
                                          .telegram_api = "https://api.telegram.example",
                                          .mail_url = "smtp://relay:25",
                                          .mail_from = "alerts@faena.example",
                                          .whatsapp_api = "https://graph.example/v23.0",
                                          .whatsapp_token = "wtoken",
                                          .whatsapp_phone_id = "99",
                                          .whatsapp_secret = "s",
                                          .whatsapp_template = "work_v1",
                                          .ntfy_url = "https://ntfy.example",
                                          .ntfy_token = "tk_own"};

static struct send_message message(enum send_channel channel, const char *address, const char *secret) {
    return (struct send_message){.id = 7,
                                 .alert_id = 70,
                                 .channel = channel,
                                 .address = str_from(address),
                                 .secret = str_from(secret),
                                 .title = STR("3 tareas: Reseñas"),
                                 .text = STR("12.00 USD la hora"),
                                 .link = STR("https://faena.example/#/projects/5"),
                                 .link_text = STR("Abrir"),
                                 .accept_text = STR("Aceptar"),
                                 .mute_text = STR("Silenciar 8 horas"),
                                 .stop_text = STR("No más alertas de este proyecto"),
                                 .topic = STR("p5"),
                                 .facts = STR("{\"test\": 2432232314}"),
                                 .language = STR("es"),
                                 .parameters = {STR("3"), STR("Reseñas"), STR("12.00 USD"), STR("14:00")},
                                 .expires_usec = NOW + INT64_C(900000000),
                                 .attempts = 1};
}

struct built {
    struct send_request request;
    json_t *json;
};

static void build(const struct send_message *m, struct built *b) {
    struct problem p = {0};
    *b = (struct built){0};
    err e = send_adapter_of(m->channel)->build(&config, m, NOW, &b->request, &p);
    if (e != OK) fail_msg("%s", p.detail);
    buf_add_text(&b->request.url, "");
    if (b->request.body.len && b->request.body.data[0] == '{')
        assert_int_equal(json_parse(buf_str(&b->request.body), &b->json, NULL), OK);
}

static const char *header(const struct built *b, const char *name) {
    for (struct curl_slist *at = b->request.headers; at; at = at->next)
        if (strncasecmp(at->data, name, strlen(name)) == 0 && at->data[strlen(name)] == ':')
            return at->data + strlen(name) + 2;
    return "";
}

static void drop(struct built *b) {
    send_request_free(&b->request);
    json_decref(b->json);
}

/* The example of the specification, with its own id. */
static void a_standard_webhook(void **state) {
    struct send_message m =
        message(SEND_WEBHOOK, "https://hooks.example/x", "{\"whsec\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}");
    struct built b;
    build(&m, &b);
    assert_string_equal(header(&b, "webhook-id"), "msg_7");
    assert_string_equal(header(&b, "webhook-timestamp"), "1614265330");
    assert_int_equal(strncmp(header(&b, "webhook-signature"), "v1,", 3), 0);
    unsigned char key[24], mac[32];
    size_t len;
    char text[48], wanted[64];
    const char signed_text[] = "msg_7.1614265330.{\"test\": 2432232314}";
    sodium_base642bin(key, sizeof key, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 32, NULL, &len, NULL,
                      sodium_base64_VARIANT_ORIGINAL);
    crypto_auth_hmacsha256_state h;
    crypto_auth_hmacsha256_init(&h, key, len);
    crypto_auth_hmacsha256_update(&h, (const unsigned char *)signed_text, sizeof signed_text - 1);
    crypto_auth_hmacsha256_final(&h, mac);
    sodium_bin2base64(text, sizeof text, mac, sizeof mac, sodium_base64_VARIANT_ORIGINAL);
    snprintf(wanted, sizeof wanted, "v1,%s", text);
    assert_string_equal(header(&b, "webhook-signature"), wanted);
    drop(&b);
    m.secret = STR("{}");
    struct send_request request = {0};
    assert_int_equal(webhook_adapter.build(&config, &m, NOW, &request, NULL), ERR_INVALID);
}

static void telegram_gets_buttons(void **state) {
    struct send_message m = message(SEND_TELEGRAM, "-100123", "");
    struct built b;
    build(&m, &b);
    assert_string_equal(b.request.url.data, "https://api.telegram.example/bot12:secret/sendMessage");
    assert_int_equal(json_int(b.json, "chat_id", 0), -100123);
    const json_t *rows = json_object_get(json_object_get(b.json, "reply_markup"), "inline_keyboard");
    assert_int_equal(json_array_size(rows), 2);
    assert_string_equal(json_text(json_array_get(json_array_get(rows, 0), 0), "callback_data"), "accept:70");
    assert_string_equal(json_text(json_array_get(json_array_get(rows, 0), 1), "url"),
                        "https://faena.example/#/projects/5");
    assert_string_equal(json_text(json_array_get(json_array_get(rows, 1), 0), "callback_data"), "mute:8");
    assert_string_equal(json_text(json_array_get(json_array_get(rows, 1), 1), "callback_data"), "stop");
    drop(&b);
}

static void whatsapp_has_two_forms(void **state) {
    struct send_message m = message(SEND_WHATSAPP, "573001234567", "");
    struct built b;
    build(&m, &b);
    assert_string_equal(b.request.url.data, "https://graph.example/v23.0/99/messages");
    assert_string_equal(header(&b, "Authorization"), "Bearer wtoken");
    assert_string_equal(json_text(b.json, "to"), "573001234567");
    const json_t *template = json_object_get(b.json, "template");
    assert_string_equal(json_text(template, "name"), "work_v1");
    const json_t *parts = json_object_get(template, "components");
    assert_int_equal(json_array_size(json_object_get(json_array_get(parts, 0), "parameters")), 4);
    const json_t *address = json_array_get(json_object_get(json_array_get(parts, 1), "parameters"), 0);
    assert_string_equal(json_text(address, "text"), "#/projects/5");
    drop(&b);
    m.window = true;
    m.address = STR("CO.13491208655302741918");
    build(&m, &b);
    assert_null(json_object_get(b.json, "to"));
    assert_string_equal(json_text(b.json, "recipient"), "CO.13491208655302741918");
    const json_t *buttons =
        json_object_get(json_object_get(json_object_get(b.json, "interactive"), "action"), "buttons");
    assert_int_equal(json_array_size(buttons), 3);
    const char *title = json_text(json_object_get(json_array_get(buttons, 2), "reply"), "title");
    assert_int_equal(str_utf8_chars(str_from(title)), 20);
    drop(&b);
    m.window = false;
    struct send_message other = m;
    other.link = STR("");
    m.parameters[0] = STR(""); /* it speaks of no work, and the template does */
    struct send_request request = {0};
    assert_int_equal(whatsapp_adapter.build(&config, &other, NOW, &request, NULL), ERR_INVALID);
    assert_int_equal(whatsapp_adapter.build(&config, &m, NOW, &request, NULL), ERR_INVALID);
    send_request_free(&request);
}

static void mail_has_one_click_unsubscribe(void **state) {
    struct send_message m = message(SEND_MAIL, "ana@example.org", "");
    m.title = STR("Una línea de asunto que es demasiado larga para caber en una sola palabra codificada, señora ñandú");
    m.unsubscribe = STR("https://faena.example/unsubscribe/9.abc");
    struct built b;
    build(&m, &b);
    buf_add_text(&b.request.body, "");
    const char *body = b.request.body.data;
    assert_string_equal(b.request.url.data, "smtp://relay:25/faena.example");
    assert_non_null(strstr(body, "List-Unsubscribe: <https://faena.example/unsubscribe/9.abc>\r\n"));
    assert_non_null(strstr(body, "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    assert_non_null(strstr(body, "Auto-Submitted: auto-generated\r\n"));
    for (const char *line = body, *end; (end = strstr(line, "\r\n")); line = end + 2)
        assert_in_range(end - line, 0, 78);
    drop(&b);
    m.address = STR("ana@example.org>\r\nBcc: <x@example.org");
    struct send_request request = {0};
    assert_int_equal(mail_adapter.build(&config, &m, NOW, &request, NULL), ERR_INVALID);
}

static void ntfy_keeps_the_operators_token_at_home(void **state) {
    struct send_message m = message(SEND_NTFY, "https://ntfy.example/w-123", "");
    struct built b;
    build(&m, &b);
    assert_string_equal(b.request.url.data, "https://ntfy.example/");
    assert_string_equal(json_text(b.json, "topic"), "w-123");
    assert_string_equal(header(&b, "Authorization"), "Bearer tk_own");
    drop(&b);
    m.address = STR("https://other.example/w-123");
    build(&m, &b);
    assert_string_equal(header(&b, "Authorization"), "");
    drop(&b);
}

static struct send_result judged(enum send_channel channel, int code, const char *body, int64_t retry_usec) {
    struct send_message m = message(channel, "x", "");
    struct send_reply reply = {.code = code, .body = str_from(body), .retry_usec = retry_usec};
    struct send_result result;
    send_judge(send_adapter_of(channel), &m, &reply, NOW, 0, &result);
    assert_true(result.verdict == SEND_DONE || result.detail[0]);
    return result;
}

static void replies_are_judged(void **state) {
    static const struct {
        enum send_channel channel;
        int code;
        const char *body;
        enum send_verdict verdict;
    } cases[] = {
        {SEND_WEB_PUSH, 201, "", SEND_DONE},
        {SEND_WEB_PUSH, 404, "", SEND_GONE},
        {SEND_WEB_PUSH, 410, "", SEND_GONE},
        {SEND_WEB_PUSH, 429, "", SEND_AGAIN},
        {SEND_WEB_PUSH, 406, "", SEND_AGAIN},
        {SEND_WEB_PUSH, 503, "", SEND_AGAIN},
        {SEND_WEB_PUSH, 0, "", SEND_AGAIN},
        {SEND_WEB_PUSH, 301, "", SEND_FAILED},
        {SEND_WEB_PUSH, 400, "", SEND_FAILED},
        {SEND_WEB_PUSH, 403, "", SEND_FAILED},
        {SEND_TELEGRAM, 403, "{\"ok\":false,\"description\":\"Forbidden: bot was blocked by the user\"}", SEND_GONE},
        {SEND_TELEGRAM, 404, "{\"ok\":false,\"description\":\"Not Found\"}", SEND_FAILED},
        {SEND_TELEGRAM, 400, "{\"ok\":false,\"description\":\"x\",\"parameters\":{\"migrate_to_chat_id\":-1005}}",
         SEND_AGAIN},
        {SEND_MAIL, 250, "", SEND_DONE},
        {SEND_MAIL, 451, "", SEND_AGAIN},
        {SEND_MAIL, 550, "", SEND_GONE},
        {SEND_MAIL, 554, "", SEND_FAILED},
        {SEND_WHATSAPP, 400, "{\"error\":{\"code\":131026,\"message\":\"x\"}}", SEND_GONE},
        {SEND_WHATSAPP, 400, "{\"error\":{\"code\":131056,\"message\":\"x\"}}", SEND_AGAIN},
        {SEND_WHATSAPP, 401, "{\"error\":{\"code\":190,\"message\":\"x\"}}", SEND_FAILED},
        {SEND_NTFY, 429, "", SEND_AGAIN},
        {SEND_NTFY, 404, "", SEND_FAILED},
        {SEND_WEBHOOK, 404, "", SEND_AGAIN},
        {SEND_WEBHOOK, 410, "", SEND_GONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (judged(cases[i].channel, cases[i].code, cases[i].body, 0).verdict != cases[i].verdict)
            fail_msg("case %zu: channel %d, code %d", i, (int)cases[i].channel, cases[i].code);
    struct send_result r = judged(SEND_TELEGRAM, 429, "{\"parameters\":{\"retry_after\":50}}", 0);
    assert_true(r.again_usec >= NOW + 50000000);
    r = judged(SEND_TELEGRAM, 400, "{\"parameters\":{\"migrate_to_chat_id\":-1005}}", 0);
    assert_string_equal(r.address, "-1005");
    r = judged(SEND_WHATSAPP, 200, "{\"messages\":[{\"id\":\"wamid.x\"}]}", 0);
    assert_string_equal(r.provider_id, "wamid.x");
}

static void waits_double_and_never_undercut(void **state) {
    for (int attempts = 1; attempts < 30; attempts++) {
        int64_t least = send_again_usec(attempts, 0, 0, 0), most = send_again_usec(attempts, 0, 0, UINT32_MAX);
        assert_true(least > 0 && most <= 3 * least + 1 && most < INT64_C(6200) * 1000000);
        if (attempts > 1 && attempts <= 11) assert_int_equal(least, 2 * send_again_usec(attempts - 1, 0, 0, 0));
        assert_true(send_again_usec(attempts, 0, INT64_C(7200000000), 0) >= INT64_C(7200000000));
    }
}

static void the_pace_is_kept(void **state) {
    struct pace *pace = calloc(1, sizeof *pace);
    int64_t now = NOW;
    int now_count = 0;
    for (int i = 0; i < 100; i++) now_count += pace_take(pace, 2, 28, pace_key(2, STR("x")), 0, now) == 0;
    assert_in_range(now_count, 28, 30); /* a second's worth at once, then one by one */
    assert_int_equal(pace_take(pace, 2, 28, pace_key(2, STR("x")), 0, now + 1000000), 0);
    uint64_t key = pace_key(4, STR("57300"));
    assert_int_equal(pace_take(pace, 4, 0, key, 6000000, now), 0);
    assert_int_equal(pace_take(pace, 4, 0, key, 6000000, now + 1), now + 6000000);
    assert_int_equal(pace_take(pace, 4, 0, pace_key(4, STR("57301")), 6000000, now + 1), 0);
    assert_int_equal(pace_take(pace, 4, 0, key, 6000000, now + 6000000), 0);
    pace_hold(pace, key, now + 60000000);
    assert_int_equal(pace_held(pace, key, now + 59000000), now + 60000000);
    assert_int_equal(pace_held(pace, key, now + 60000000), 0);
    free(pace);
}

static void a_signature_of_metas(void **state) {
    static const char body[] = "{\"object\":\"whatsapp_business_account\"}";
    char text[80] = "sha256=";
    unsigned char mac[32];
    crypto_auth_hmacsha256_state h;
    crypto_auth_hmacsha256_init(&h, (const unsigned char *)"app secret", 10);
    crypto_auth_hmacsha256_update(&h, (const unsigned char *)body, sizeof body - 1);
    crypto_auth_hmacsha256_final(&h, mac);
    hex_encode(mac, sizeof mac, text + 7);
    assert_true(send_hub_signature_valid("app secret", STR(body), text));
    assert_false(send_hub_signature_valid("app secreT", STR(body), text));
    assert_false(send_hub_signature_valid("app secret", (str){body, sizeof body - 2}, text));
    assert_false(send_hub_signature_valid("app secret", STR(body), NULL));
    assert_false(send_hub_signature_valid("", STR(body), text));
    text[20] ^= 1;
    assert_false(send_hub_signature_valid("app secret", STR(body), text));
}

static void mail_addresses(void **state) {
    static const char *const good[] = {"ana@example.org", "a.b+c@sub.example.co"};
    static const char *const bad[] = {"ana",
                                      "@example.org",
                                      "ana@",
                                      "ana@example",
                                      "a b@example.org",
                                      "a@b@c.org",
                                      "<a@example.org>",
                                      "a@example.org\r\nRCPT TO:<b@c.d>",
                                      "a@.org",
                                      "\"a\"@example.org"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_int_equal(send_address_check(&config, SEND_MAIL, str_from(good[i]), NULL), OK);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(send_address_check(&config, SEND_MAIL, str_from(bad[i]), NULL), ERR_INVALID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_standard_webhook),
        cmocka_unit_test(telegram_gets_buttons),
        cmocka_unit_test(whatsapp_has_two_forms),
        cmocka_unit_test(mail_has_one_click_unsubscribe),
        cmocka_unit_test(ntfy_keeps_the_operators_token_at_home),
        cmocka_unit_test(replies_are_judged),
        cmocka_unit_test(waits_double_and_never_undercut),
        cmocka_unit_test(the_pace_is_kept),
        cmocka_unit_test(a_signature_of_metas),
        cmocka_unit_test(mail_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
