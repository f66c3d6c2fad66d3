/* WhatsApp Cloud API: POST /PHONE-NUMBER-ID/messages. The address is a number of digits or a business-scoped user id
 * ("CO.1349...": people with a username have no number to us). Within 24 hours of the person's last message a text with
 * reply buttons; outside of it the template that the operator had approved, with four parameters in its body (number,
 * title, pay per hour, until), the path of the link in its address button 0 and quick replies 1 (mute) and 2 (stop).
 * Limits: 80 messages a second; one in 6 seconds to a person. */
#include <ctype.h>
#include <string.h>

#include "base/json.h"
#include "base/json_out.h"
#include "send/internal.h"

enum { TEXT_CHARS_MAX = 1000, TITLE_CHARS_MAX = 20 };

static bool ready(const struct send_config *config) {
    return config->whatsapp_token[0] && config->whatsapp_phone_id[0] && config->whatsapp_secret[0];
}

/* The first characters of a text: the service refuses longer ones. */
static str cut(str text, size_t chars) {
    size_t at = 0;
    for (; at < text.len && chars > 0; chars--)
        for (at++; at < text.len && ((unsigned char)text.data[at] & 0xC0) == 0x80;) at++;
    return (str){text.data, at};
}

static void reply_button(struct json_out *o, const char *id, str title) {
    if (!title.len) return;
    out_object_begin(o);
    out_set_text(o, "type", "reply");
    out_key(o, "reply");
    out_object_begin(o);
    out_set_text(o, "id", id);
    out_set_str(o, "title", cut(title, TITLE_CHARS_MAX));
    out_end(o);
    out_end(o);
}

static void interactive_write(const struct send_message *m, struct json_out *o) {
    char id[64];
    CLEANUP(buf_free) struct buf text = {0};
    buf_printf(&text, "%.*s\n%.*s\n%.*s", STR_ARG(m->title), STR_ARG(m->text), STR_ARG(m->link));
    out_set_text(o, "type", "interactive");
    out_key(o, "interactive");
    out_object_begin(o);
    out_set_text(o, "type", "button");
    out_key(o, "body");
    out_object_begin(o);
    out_set_str(o, "text", cut(buf_str(&text), TEXT_CHARS_MAX));
    out_end(o);
    out_key(o, "action");
    out_object_begin(o);
    out_key(o, "buttons");
    out_array_begin(o);
    snprintf(id, sizeof id, "accept:%lld", (long long)m->alert_id);
    reply_button(o, id, m->accept_text);
    reply_button(o, "mute:8", m->mute_text);
    reply_button(o, "stop", m->stop_text);
    for (int i = 0; i < 2; i++) out_end(o);
    out_end(o);
}

static void text_write(const struct send_message *m, struct json_out *o) {
    out_set_text(o, "type", "text");
    out_key(o, "text");
    out_object_begin(o);
    out_set_bool(o, "preview_url", false);
    out_set_str(o, "body", cut(m->text.len ? m->text : m->title, TEXT_CHARS_MAX));
    out_end(o);
}

static void parameter_write(struct json_out *o, const char *kind, str value) {
    out_object_begin(o);
    out_set_text(o, "type", kind);
    out_set_str(o, kind, value);
    out_end(o);
}

static void template_button(struct json_out *o, const char *sub_type, const char *index, const char *kind, str value) {
    out_object_begin(o);
    out_set_text(o, "type", "button");
    out_set_text(o, "sub_type", sub_type);
    out_set_text(o, "index", index);
    out_key(o, "parameters");
    out_array_begin(o);
    parameter_write(o, kind, value);
    out_end(o);
    out_end(o);
}

static void template_write(const struct send_config *config, const struct send_message *m, struct json_out *o) {
    size_t skip = strlen(config->public_url) + 1;
    out_set_text(o, "type", "template");
    out_key(o, "template");
    out_object_begin(o);
    out_set_text(o, "name", config->whatsapp_template);
    out_key(o, "language");
    out_object_begin(o);
    out_set_str(o, "code", str_is(m->language, "pt") ? STR("pt_BR") : m->language);
    out_end(o);
    out_key(o, "components");
    out_array_begin(o);
    out_object_begin(o);
    out_set_text(o, "type", "body");
    out_key(o, "parameters");
    out_array_begin(o);
    for (size_t i = 0; i < sizeof m->parameters / sizeof *m->parameters; i++)
        parameter_write(o, "text", m->parameters[i].len ? m->parameters[i] : STR("-"));
    out_end(o);
    out_end(o);
    template_button(o, "url", "0", "text",
                    m->link.len > skip ? (str){m->link.data + skip, m->link.len - skip} : STR("-"));
    template_button(o, "quick_reply", "1", "payload", STR("mute:8"));
    template_button(o, "quick_reply", "2", "payload", STR("stop"));
    out_end(o);
    out_end(o);
}

static err build(const struct send_config *config, const struct send_message *m, int64_t now_usec,
                 struct send_request *request, struct problem *p) {
    bool alert = m->link.len > 0, work = alert && m->parameters[0].len > 0; /* what the template speaks of */
    if (!m->window && !(work && config->whatsapp_template[0]))
        return problem_set(p, ERR_INVALID, "WhatsApp lets us write only within 24 hours of your last message there.");
    struct json_out o = out_new(&request->body);
    buf_printf(&request->url, "%s/%s/messages", config->whatsapp_api, config->whatsapp_phone_id);
    out_object_begin(&o);
    out_set_text(&o, "messaging_product", "whatsapp");
    out_set_text(&o, "recipient_type", "individual");
    out_set_str(&o, isdigit((unsigned char)m->address.data[0]) ? "to" : "recipient", m->address);
    if (m->window && alert)
        interactive_write(m, &o);
    else if (m->window)
        text_write(m, &o);
    else
        template_write(config, m, &o);
    out_end(&o);
    send_header_add(request, "Content-Type: application/json");
    send_header_add(request, "Authorization: Bearer %s", config->whatsapp_token);
    return OK;
}

/* Meta's codes: 131026 cannot be delivered to this person, 131050 they stopped our messages; 1 2 4 80007 130429 131048
 * 131049 131056 133004 pass with time; the rest is the operator's to mend. */
static void judge(const struct send_message *m, const struct send_reply *reply, struct send_result *result) {
    CLEANUP(json_drop) json_t *body = NULL;
    if (json_parse(reply->body, &body, NULL) != OK) return;
    const json_t *error = json_object_get(body, "error");
    const char *id = json_text(json_array_get(json_object_get(body, "messages"), 0), "id");
    if (id) snprintf(result->provider_id, sizeof result->provider_id, "%s", id);
    if (!error) return;
    switch (json_int(error, "code", 0)) {
    case 131026:
    case 131050: result->verdict = SEND_GONE; break;
    case 1:
    case 2:
    case 4:
    case 80007:
    case 130429:
    case 131048:
    case 131049:
    case 131056:
    case 133004: result->verdict = SEND_AGAIN; break;
    default: result->verdict = reply->code >= 500 ? SEND_AGAIN : SEND_FAILED;
    }
    const char *why = json_text(error, "message");
    snprintf(result->detail, sizeof result->detail, "WhatsApp: %s", why ? why : "refused");
}

const struct send_adapter whatsapp_adapter = {.word = "whatsapp",
                                              .lane = 1,
                                              .per_second = 75,
                                              .address_usec = 6000000,
                                              .ready = ready,
                                              .build = build,
                                              .judge = judge};
