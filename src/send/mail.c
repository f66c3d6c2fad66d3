/* E-mail by the operator's relay (SMTP submission, RFC 6409): one plain text in UTF-8, with one-click unsubscribe
 * (RFC 8058) and marked as made by a program (RFC 3834). Signing (DKIM) is the relay's business. */
#include <sodium.h>
#include <string.h>
#include <time.h>

#include "send/internal.h"

static bool ready(const struct send_config *config) { return config->mail_url[0] && config->mail_from[0]; }

static void base64(struct buf *out, str text, size_t line_bytes) {
    for (size_t at = 0; at < text.len || at == 0; at += line_bytes) {
        size_t len = text.len - at < line_bytes ? text.len - at : line_bytes,
               size = sodium_base64_encoded_len(len, sodium_base64_VARIANT_ORIGINAL);
        if (text.len == 0) return;
        buf_reserve(out, size + 2);
        sodium_bin2base64(out->data + out->len, size, (const unsigned char *)text.data + at, len,
                          sodium_base64_VARIANT_ORIGINAL);
        out->len += size - 1;
        buf_add_text(out, "\r\n");
    }
}

/* RFC 2047: words of at most 75 characters, cut between characters of the text. */
static void subject_write(struct buf *out, str text) {
    enum { WORD_BYTES = 42 };
    buf_add_text(out, "Subject:");
    for (size_t at = 0; at < text.len;) {
        size_t len = text.len - at < WORD_BYTES ? text.len - at : WORD_BYTES;
        while (at + len < text.len && len > 1 && ((unsigned char)text.data[at + len] & 0xC0) == 0x80) len--;
        buf_add_text(out, at ? "\r\n =?UTF-8?B?" : " =?UTF-8?B?");
        CLEANUP(buf_free) struct buf word = {0};
        base64(&word, (str){text.data + at, len}, WORD_BYTES);
        buf_add(out, word.data, word.len - 2);
        buf_add_text(out, "?=");
        at += len;
    }
    buf_add_text(out, "\r\n");
}

static void body_write(struct buf *out, const struct send_message *m) {
    CLEANUP(buf_free) struct buf text = {0};
    buf_add_str(&text, m->text);
    if (m->link.len) buf_printf(&text, "\r\n\r\n%.*s:\r\n%.*s", STR_ARG(m->link_text), STR_ARG(m->link));
    if (m->unsubscribe.len)
        buf_printf(&text, "\r\n\r\n-- \r\n%.*s: %.*s", STR_ARG(m->stop_text), STR_ARG(m->unsubscribe));
    buf_add_text(&text, "\r\n");
    base64(out, buf_str(&text), 57);
}

static bool line_safe(str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] < ' ' || text.data[i] == 127 || text.data[i] == '<' || text.data[i] == '>')
            return false;
    return text.len > 0;
}

static err build(const struct send_config *config, const struct send_message *m, int64_t now_usec,
                 struct send_request *request, struct problem *p) {
    char date[64];
    struct tm tm;
    time_t seconds = (time_t)(now_usec / 1000000);
    if (!line_safe(m->address)) return problem_set(p, ERR_INVALID, "This is no mail address.");
    const char *name = strstr(config->public_url, "://"), *domain = strchr(config->mail_from, '@');
    struct buf *b = &request->body;
    request->mail = true;
    /* The path is the name that we greet with. */
    buf_printf(&request->url, "%s/%.*s", config->mail_url, name ? (int)strcspn(name + 3, ":/") : 9,
               name ? name + 3 : "localhost");
    buf_printf(&request->from, "<%s>", config->mail_from);
    buf_printf(&request->to, "<%.*s>", STR_ARG(m->address));
    gmtime_r(&seconds, &tm);
    strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S +0000", &tm);
    buf_printf(b, "Date: %s\r\nFrom: Faena <%s>\r\nTo: <%.*s>\r\n", date, config->mail_from, STR_ARG(m->address));
    subject_write(b, m->title);
    buf_printf(b, "Message-ID: <alert.%lld.%d@%s>\r\nAuto-Submitted: auto-generated\r\n", (long long)m->id, m->attempts,
               domain ? domain + 1 : "localhost");
    if (m->unsubscribe.len)
        buf_printf(b, "List-Unsubscribe: <%.*s>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
                   STR_ARG(m->unsubscribe));
    buf_add_text(
        b, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    body_write(b, m);
    return OK;
}

/* SMTP (RFC 5321): 4yz may pass, 5yz stays; of these 550, 551 and 553 are about the address. */
static void judge(const struct send_message *m, const struct send_reply *reply, struct send_result *result) {
    int code = reply->code;
    if (code >= 400 && code < 500) result->verdict = SEND_AGAIN;
    if (code >= 500 && code < 600)
        result->verdict = code == 550 || code == 551 || code == 553 ? SEND_GONE : SEND_FAILED;
    if (result->verdict == SEND_GONE)
        snprintf(result->detail, sizeof result->detail, "The mail server takes nothing for this address (%d).", code);
}

const struct send_adapter mail_adapter = {
    .word = "mail", .lane = 1, .per_second = 20, .ready = ready, .build = build, .judge = judge};
