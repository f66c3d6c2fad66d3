/* ntfy: publishing as JSON to the root of a server. The address is SERVER/TOPIC; who knows the topic can read it. The
 * operator's token goes to the operator's own server only; secret {"token"} to that of the person. */
#include <string.h>

#include "base/json_out.h"
#include "send/internal.h"

static bool ready(const struct send_config *config) { return true; }

static err build(const struct send_config *config, const struct send_message *m, int64_t now_usec,
                 struct send_request *request, struct problem *p) {
    const char *slash = memrchr(m->address.data, '/', m->address.len);
    size_t at = slash ? (size_t)(slash - m->address.data) : 0, own = strlen(config->ntfy_url);
    if (at < 9 || at + 1 == m->address.len)
        return problem_set(p, ERR_INVALID, "An address of ntfy ends with a topic: https://ntfy.example/topic.");
    char token[120];
    send_secret(m, "token", token, sizeof token);
    if (!token[0] && own && own == at && memcmp(config->ntfy_url, m->address.data, own) == 0)
        snprintf(token, sizeof token, "%s", config->ntfy_token);
    struct json_out o = out_new(&request->body);
    buf_printf(&request->url, "%.*s/", (int)at, m->address.data);
    out_object_begin(&o);
    out_set_str(&o, "topic", (str){slash + 1, m->address.len - at - 1});
    out_set_str(&o, "title", m->title);
    out_set_str(&o, "message", m->text);
    out_set_int(&o, "priority", m->urgent ? 4 : 3);
    if (m->link.len) out_set_str(&o, "click", m->link);
    out_end(&o);
    send_header_add(request, "Content-Type: application/json");
    if (token[0]) send_header_add(request, "Authorization: Bearer %s", token);
    return OK;
}

/* 404 tells of the server, not of the topic, which always exists. */
static void judge(const struct send_message *m, const struct send_reply *reply, struct send_result *result) {
    if (reply->code == 404 || reply->code == 507) result->verdict = SEND_FAILED;
}

const struct send_adapter ntfy_adapter = {.word = "ntfy",
                                          .lane = 0,
                                          .address_usec = 1000000,
                                          .by_host = true,
                                          .ready = ready,
                                          .build = build,
                                          .judge = judge};
