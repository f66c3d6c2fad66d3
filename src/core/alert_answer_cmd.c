/* What people answer on a channel: link, accept, mute, stop. api/hooks.c has verified that the service itself says so,
 * and gives each update of it as a request id: a repeat changes nothing. */
#include "core/alert.h"
#include "core/signal.h"

SQL(SQL_BY_CODE, "SELECT c.id, c.person_id, u.language FROM alert_channel c JOIN person u ON u.id = c.person_id"
                 " WHERE c.code_hash = ?1 AND c.kind = ?2 AND c.state = 0 AND c.code_until_usec > ?3");
SQL(SQL_LINK, "UPDATE alert_channel SET address = ?2, state = 1, code_hash = NULL, heard_usec = ?3, detail = ''"
              " WHERE id = ?1");
/* One chat, one channel of a person: what was there before gives way. */
SQL(SQL_LINK_OTHERS, "DELETE FROM alert_channel WHERE person_id = ?1 AND kind = ?2 AND address = ?3 AND id <> ?4");
SQL(SQL_HEARD, "UPDATE alert_channel SET heard_usec = ?3 WHERE kind = ?1 AND address = ?2");
SQL(SQL_OWNER, "SELECT c.person_id, u.language, c.id, u.disabled, u.roles FROM alert_channel c JOIN person u ON u.id ="
               " c.person_id WHERE c.kind = ?1 AND c.address = ?2 AND c.state IN (1, 2) ORDER BY c.id LIMIT 1");
/* Of a group: the channel that belongs to the one who pressed. */
SQL(SQL_OWNED, "SELECT id FROM alert_channel WHERE kind = ?1 AND address = ?2 AND person_id = ?3 AND state IN (1, 2)");
SQL(SQL_STOP, "UPDATE alert_channel SET state = 2 WHERE id = ?1 AND state = 1");
SQL(SQL_GONE, "UPDATE alert_channel SET state = 3, detail = ?3 WHERE kind = ?1 AND address = ?2 AND state <> 3");
SQL(SQL_MUTE,
    "INSERT INTO alert_setting (person_id, muted_until_usec) VALUES (?1, ?2) ON CONFLICT (person_id) DO UPDATE"
    " SET muted_until_usec = excluded.muted_until_usec");
SQL(SQL_ALERT, "SELECT project_id, offer_id, person_id FROM alert WHERE id = ?1");
SQL(SQL_DELIVERY, "UPDATE outbox SET detail = ?2, state = CASE WHEN ?3 = 1 AND state = 1 THEN 2 ELSE state END"
                  " WHERE provider_id = ?1 AND provider_id <> ''");

struct owner {
    int64_t person_id, channel_id, roles;
    str language;
    bool found;
};

static err owner_load(struct tx *tx, int kind, str address, struct owner *owner) {
    *owner = (struct owner){.language = STR("es")};
    struct statement *s = statement(tx->conn, &SQL_OWNER);
    statement_int(s, kind);
    statement_text(s, address);
    TRY(statement_one(s, &owner->found));
    if (owner->found) {
        owner->person_id = statement_col_int(s, 0);
        owner->language = arena_str(&tx->arena, statement_col_text(s, 1));
        owner->channel_id = statement_col_int(s, 2);
        owner->roles = statement_col_int(s, 4);
        owner->found = statement_col_int(s, 3) == 0;
    }
    statement_end(s);
    return OK;
}

static err link(struct tx *tx, struct command *c, struct owner *owner, enum alert_word *say) {
    const struct alert_answer *args = c->args;
    bool found;
    *say = SAY_CODE_WRONG;
    struct statement *s = statement(tx->conn, &SQL_BY_CODE);
    statement_bytes(s, args->code_hash);
    statement_int(s, args->kind);
    statement_int(s, c->now_usec);
    TRY(statement_one(s, &found));
    if (found) {
        owner->channel_id = statement_col_int(s, 0);
        owner->person_id = statement_col_int(s, 1);
        owner->language = arena_str(&tx->arena, statement_col_text(s, 2));
    }
    statement_end(s);
    if (!found) return OK;
    s = statement(tx->conn, &SQL_LINK_OTHERS);
    statement_int(s, owner->person_id);
    statement_int(s, args->kind);
    statement_text(s, args->chat);
    statement_int(s, owner->channel_id);
    TRY(statement_run(s, -1));
    s = statement(tx->conn, &SQL_LINK);
    statement_int(s, owner->channel_id);
    statement_text(s, args->chat);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    *say = SAY_LINKED;
    if (!str_equal(args->chat, args->from)) return OK; /* a group is nobody's own */
    return signal_note_address(tx, args->kind, args->chat, owner->person_id, c->now_usec);
}

/* Takes a task for them as if they had pressed the button on the page. */
static err accept(struct tx *tx, struct command *c, const struct owner *owner, enum alert_word *say) {
    const struct alert_answer *args = c->args;
    bool found;
    struct work_take take = {0};
    struct offer_answer offer = {.accept = true};
    int64_t whose = 0;
    struct statement *s = statement(tx->conn, &SQL_ALERT);
    statement_int(s, args->alert_id);
    TRY(statement_one(s, &found));
    if (found) {
        take.project_id = offer.project_id = statement_col_int(s, 0);
        offer.offer_id = statement_col_int(s, 1);
        whose = statement_col_int(s, 2);
    }
    statement_end(s);
    bool group = !str_equal(args->chat, args->from);
    *say = !found ? SAY_GONE : SAY_NOT_YOURS;
    if (!found || (!group && whose != owner->person_id) || !(owner->roles & PERSON_WORKER)) return OK;
    /* An offer is its worker's alone; in a group another takes what anybody may take. */
    bool offered = offer.offer_id && whose == owner->person_id;
    const struct command_kind *kind = offered ? &cmd_offer_answer : &cmd_work_take;
    struct command work = {.kind = kind,
                           .args = offered ? (const void *)&offer : (const void *)&take,
                           .actor_id = owner->person_id,
                           .actor_roles = (unsigned)owner->roles,
                           .now_usec = c->now_usec,
                           .arena = c->arena,
                           .problem = c->problem};
    err e = kind->run(tx, &work);
    *say = e == OK ? SAY_ACCEPTED : SAY_GONE;
    return err_is_fault(e) ? e : OK;
}

static err mute(struct tx *tx, int64_t person_id, int64_t until_usec) {
    struct statement *s = statement(tx->conn, &SQL_MUTE);
    statement_int(s, person_id);
    statement_int(s, until_usec);
    return statement_run(s, 1);
}

static err stop(struct tx *tx, int64_t channel_id, int64_t now_usec) {
    struct statement *s = statement(tx->conn, &SQL_STOP);
    statement_int(s, channel_id);
    TRY(statement_run(s, -1));
    return outbox_channel_drop(tx, channel_id, now_usec, "Stopped by an answer.");
}

/* In a group only whoever linked it may silence it, and only their own alerts. */
static err own_channel(struct tx *tx, const struct alert_answer *args, const struct owner *owner, int64_t *id) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_OWNED);
    statement_int(s, args->kind);
    statement_text(s, args->chat);
    statement_int(s, owner->person_id);
    TRY(statement_one(s, &found));
    *id = found ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return OK;
}

static err address_gone(struct tx *tx, const struct alert_answer *args) {
    struct statement *s = statement(tx->conn, &SQL_GONE);
    statement_int(s, args->kind);
    statement_text(s, args->chat);
    statement_text(s, STR("The service says that we may not write there any more."));
    return statement_run(s, -1);
}

static err heard(struct tx *tx, const struct command *c) {
    const struct alert_answer *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_HEARD);
    statement_int(s, args->kind);
    statement_text(s, args->chat);
    statement_int(s, c->now_usec);
    return statement_run(s, -1);
}

static err say_it(struct tx *tx, struct command *c, const struct owner *owner, enum alert_word say) {
    const struct alert_answer *args = c->args;
    const char *text = alert_word(owner->language, say);
    command_reply(c, "{\"say\":\"%s\"}", text); /* our own sentences: nothing in them to escape */
    if (!args->reply || !owner->channel_id) return OK;
    return outbox_add(tx, &(struct outbox_row){.person_id = owner->person_id,
                                               .channel_id = owner->channel_id,
                                               .kind = (enum send_channel)args->kind,
                                               .purpose = OUTBOX_REPLY,
                                               .body = str_from(text),
                                               .not_before_usec = c->now_usec,
                                               .expires_usec = c->now_usec + INT64_C(3600000000),
                                               .now_usec = c->now_usec});
}

static err alert_answer_run(struct tx *tx, struct command *c) {
    const struct alert_answer *args = c->args;
    struct owner owner;
    int64_t channel_id;
    enum alert_word say = SAY_HELP;
    command_reply(c, "{\"say\":\"\"}");
    if (args->verb == ANSWER_UNSUBSCRIBE) return stop(tx, args->channel_id, c->now_usec);
    if (args->verb == ANSWER_GONE) return address_gone(tx, args);
    TRY(owner_load(tx, args->kind, args->from, &owner));
    if (args->verb == ANSWER_LINK) {
        TRY(link(tx, c, &owner, &say));
        return say_it(tx, c, &owner, say);
    }
    if (!owner.found) return OK; /* a stranger: nothing is said to them, and nothing is paid for it */
    TRY(heard(tx, c));
    TRY(own_channel(tx, args, &owner, &channel_id));
    switch (args->verb) {
    case ANSWER_ACCEPT: TRY(accept(tx, c, &owner, &say)); break;
    case ANSWER_MUTE:
        say = channel_id ? SAY_MUTED : SAY_NOT_YOURS;
        if (channel_id) TRY(mute(tx, owner.person_id, c->now_usec + 8 * INT64_C(3600000000)));
        break;
    case ANSWER_STOP:
        say = channel_id ? SAY_STOPPED : SAY_NOT_YOURS;
        if (channel_id) TRY(stop(tx, channel_id, c->now_usec));
        break;
    default: break;
    }
    return say_it(tx, c, &owner, say);
}
const struct command_kind cmd_alert_answer = {"alert_answer", alert_answer_run};

static err alert_delivery_run(struct tx *tx, struct command *c) {
    const struct alert_delivery *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_DELIVERY);
    statement_text(s, args->provider_id);
    statement_text(s, args->detail);
    statement_int(s, args->failed);
    return statement_run(s, -1);
}
const struct command_kind cmd_alert_delivery = {"alert_delivery", alert_delivery_run};
