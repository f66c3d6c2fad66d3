#include "core/alert_message.h"

#include <sodium.h>
#include <stdio.h>

#include "base/json_out.h"
#include "core/alert.h"

void unsubscribe_mac(const unsigned char secret[32], int64_t channel_id, char mac[UNSUBSCRIBE_MAC_BYTES]) {
    char text[64];
    unsigned char hash[16];
    int len = snprintf(text, sizeof text, "unsubscribe %lld", (long long)channel_id);
    crypto_generichash(hash, sizeof hash, (const unsigned char *)text, (size_t)len, secret, 32);
    hex_encode(hash, sizeof hash, mac);
}

static str keep(struct arena *a, struct buf *b) {
    str kept = arena_str(a, buf_str(b));
    buf_free(b);
    return kept;
}

static struct alert_facts facts_of(const struct alert_message *m, const char *currency, int64_t now_usec) {
    return (struct alert_facts){.project = m->project,
                                .currency = str_from(currency),
                                .tasks = m->tasks,
                                .price_micros = m->price_micros,
                                .hour_micros = m->hour_micros,
                                .estimated = m->estimated,
                                .offer = m->offer_id != 0,
                                .until_usec = m->until_usec,
                                .utc_offset_minutes = m->offset_minutes,
                                .now_usec = now_usec};
}

/* An offer's page accepts it with one tap. */
static str link_of(const struct alert_message *m, const struct outbox_turn *turn) {
    return str_from(arena_printf(turn->arena, "%s/#/%s/%lld", turn->config->public_url,
                                 m->offer_id ? "offers" : "projects",
                                 (long long)(m->offer_id ? m->offer_id : m->project_id)));
}

static void work_write(const struct alert_message *m, const struct outbox_turn *turn, struct json_out *o) {
    out_key(o, "project");
    out_object_begin(o);
    out_set_int(o, "id", m->project_id);
    out_set_str(o, "title", m->project);
    out_end(o);
    out_set_int(o, "tasks", m->tasks);
    out_set_int(o, "price_micros", m->price_micros);
    out_set_int(o, "pay_per_hour_micros", m->hour_micros);
    out_set_bool(o, "estimated", m->estimated);
    out_set_text(o, "currency", turn->currency);
    out_set_time(o, "until", m->until_usec);
    out_key(o, "offer");
    if (m->offer_id)
        out_int(o, m->offer_id);
    else
        out_null(o);
    out_set_str(o, "link", link_of(m, turn));
}

/* As Standard Webhooks has it: {"type", "timestamp", "data"}. */
static void facts_write(const struct alert_message *m, const struct outbox_turn *turn, int64_t now_usec,
                        struct buf *out) {
    static const char *const types[] = {"alert.work", "alert.digest", "alert.code",       "alert.test",  "alert.reply",
                                        "alert.crew", "alert.crew",   "alert.empty_week", "alert.payout"};
    struct json_out o = out_new(out);
    out_object_begin(&o);
    out_set_text(&o, "type", m->purpose == OUTBOX_ALERT && m->offer_id ? "alert.offer" : types[m->purpose]);
    out_set_time(&o, "timestamp", now_usec);
    out_key(&o, "data");
    out_object_begin(&o);
    if (m->purpose == OUTBOX_ALERT) {
        out_set_int(&o, "alert", m->alert_id);
        out_set_bool(&o, "urgent", m->urgent);
        work_write(m, turn, &o);
    }
    if (m->purpose == OUTBOX_DIGEST) {
        out_key(&o, "items");
        out_array_begin(&o);
        for (int i = 0; i < m->line_count; i++) {
            out_object_begin(&o);
            work_write(&m->lines[i], turn, &o);
            out_end(&o);
        }
        out_end(&o);
    }
    out_end(&o);
    out_end(&o);
}

static void alert_write(const struct alert_message *m, const struct outbox_turn *turn, int64_t now_usec,
                        struct send_message *out) {
    struct alert_facts f = facts_of(m, turn->currency, now_usec);
    struct arena *a = turn->arena;
    struct buf title = {0}, text = {0}, hour = {0}, until = {0};
    alert_title(m->language, &f, &title);
    alert_text(m->language, &f, &text);
    alert_money((m->hour_micros + 5000) / 10000 * 10000, f.currency, &hour);
    alert_until(m->language, &f, &until);
    out->title = keep(a, &title);
    out->text = keep(a, &text);
    out->parameters[0] = str_from(arena_printf(a, "%lld", (long long)m->tasks));
    out->parameters[1] = m->project;
    out->parameters[2] = keep(a, &hour);
    out->parameters[3] = keep(a, &until);
    out->link = link_of(m, turn);
    out->topic = str_from(arena_printf(a, "p%lld", (long long)m->project_id));
    out->accept_text = str_from(alert_word(m->language, WORD_ACCEPT));
}

static void digest_write(const struct alert_message *m, const struct outbox_turn *turn, int64_t now_usec,
                         struct send_message *out) {
    struct arena *a = turn->arena;
    struct buf text = {0};
    for (int i = 0; i < m->line_count; i++) {
        struct alert_facts f = facts_of(&m->lines[i], turn->currency, now_usec);
        if (i > 0) buf_add_char(&text, '\n');
        alert_title(m->language, &f, &text);
        buf_add_text(&text, ": ");
        alert_text(m->language, &f, &text);
    }
    struct buf title = {0};
    buf_printf(&title, alert_word(m->language, WORD_DIGEST_TITLE), (long long)m->tasks);
    out->title = keep(a, &title);
    out->text = keep(a, &text);
    out->parameters[0] = str_from(arena_printf(a, "%lld", (long long)m->tasks));
    out->parameters[1] = m->lines[0].project;
    out->link = str_from(arena_printf(a, "%s/#/", turn->config->public_url));
    out->topic = STR("digest");
}

static void plain_write(const struct alert_message *m, const struct outbox_turn *turn, struct send_message *out) {
    if (m->purpose == OUTBOX_CODE) {
        out->title = str_from(alert_word(m->language, WORD_CODE_TITLE));
        struct buf text = {0};
        const char *code = arena_copy(turn->arena, m->body.data, m->body.len);
        buf_printf(&text, alert_word(m->language, WORD_CODE_TEXT), code);
        out->text = keep(turn->arena, &text);
    } else if (m->purpose == OUTBOX_TEST) {
        out->title = str_from(alert_word(m->language, WORD_TEST_TITLE));
        out->text = str_from(alert_word(m->language, WORD_TEST_TEXT));
        out->link = str_from(arena_printf(turn->arena, "%s/#/alerts", turn->config->public_url));
        out->topic = STR("test");
    } else if (m->purpose == OUTBOX_EMPTY) {
        out->title = str_from(alert_word(m->language, WORD_EMPTY_TITLE));
        out->text = m->body;
        out->link = str_from(arena_printf(turn->arena, "%s/#/coming", turn->config->public_url));
        out->topic = STR("empty");
    } else if (m->purpose == OUTBOX_PAYOUT) {
        out->title = str_from(alert_word(m->language, WORD_PAYOUT_TITLE));
        out->text = m->body;
        out->link = str_from(arena_printf(turn->arena, "%s/#/balance", turn->config->public_url));
        out->topic = STR("payout");
    } else {
        out->title = m->body;
        if (m->crew_id)
            out->link =
                str_from(arena_printf(turn->arena, "%s/#/crews/%lld", turn->config->public_url, (long long)m->crew_id));
    }
}

void alert_message_write(const struct alert_message *m, const struct outbox_turn *turn, int64_t now_usec,
                         struct send_message *out) {
    struct arena *a = turn->arena;
    struct buf facts = {0};
    *out = (struct send_message){.id = m->id,
                                 .alert_id = m->alert_id,
                                 .channel = m->channel,
                                 .address = m->address,
                                 .secret = m->secret,
                                 .language = m->language,
                                 .urgent = m->urgent,
                                 .window = m->window,
                                 .expires_usec = m->expires_usec,
                                 .attempts = m->attempts,
                                 .link_text = str_from(alert_word(m->language, WORD_OPEN)),
                                 .stop_text = str_from(alert_word(m->language, WORD_STOP))};
    if (m->purpose == OUTBOX_ALERT)
        alert_write(m, turn, now_usec, out);
    else if (m->purpose == OUTBOX_DIGEST)
        digest_write(m, turn, now_usec, out);
    else
        plain_write(m, turn, out);
    if (outbox_waits(m->purpose)) out->mute_text = str_from(alert_word(m->language, WORD_MUTE));
    if (m->channel == SEND_MAIL && m->purpose != OUTBOX_CODE) {
        char mac[UNSUBSCRIBE_MAC_BYTES];
        unsubscribe_mac(turn->secret, m->channel_id, mac);
        out->unsubscribe = str_from(
            arena_printf(a, "%s/unsubscribe/%lld.%s", turn->config->public_url, (long long)m->channel_id, mac));
        out->stop_text = str_from(alert_word(m->language, WORD_UNSUBSCRIBE));
    }
    facts_write(m, turn, now_usec, &facts);
    out->facts = keep(a, &facts);
}
