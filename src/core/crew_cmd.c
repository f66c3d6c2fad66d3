/* Commands of workers on their crews: found, join, leave, roles, watches, waking. */
#include "base/clock.h"
#include "core/crew.h"

SQL(SQL_CREW_LOAD,
    "SELECT night_from, night_to, utc_offset_minutes, wakes_max, plan_usec FROM crew WHERE id = ?1 @LOCK@");
SQL(SQL_CREW_ADD, "INSERT INTO crew (id, name, rules, chat_url, night_from, night_to, utc_offset_minutes, wakes_max,"
                  " created_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
SQL(SQL_CREW_SAVE, "UPDATE crew SET name = ?2, rules = ?3, chat_url = ?4, night_from = ?5, night_to = ?6,"
                   " utc_offset_minutes = ?7, wakes_max = ?8 WHERE id = ?1");
SQL(SQL_INVITE_SAVE, "UPDATE crew SET invite_hash = ?2, invite_until_usec = ?3 WHERE id = ?1");
SQL(SQL_INVITED, "SELECT id FROM crew WHERE invite_hash = ?1 AND invite_until_usec > ?2 @LOCK@");
SQL(SQL_MEMBER_LOAD, "SELECT role, shows_load, watches, woken FROM crew_member WHERE crew_id = ?1 AND person_id = ?2");
SQL(SQL_MEMBER_SAVE, "INSERT INTO crew_member (crew_id, person_id, role, shows_load, watches, woken, joined_usec)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (crew_id, person_id) DO UPDATE SET role ="
                     " excluded.role, shows_load = excluded.shows_load, watches = excluded.watches, woken ="
                     " excluded.woken");
SQL(SQL_MEMBER_DROP, "DELETE FROM crew_member WHERE crew_id = ?1 AND person_id = ?2");
SQL(SQL_OWN_COUNT, "SELECT count(*) FROM crew_member WHERE person_id = ?1");
SQL(SQL_CREW_COUNT, "SELECT count(*) FROM crew_member WHERE crew_id = ?1");
SQL(SQL_OWN_CREWS, "SELECT crew_id FROM crew_member WHERE person_id = ?1 ORDER BY crew_id LIMIT 200");
SQL(SQL_SEATS,
    "SELECT m.person_id, m.joined_usec, m.role FROM crew_member m WHERE m.crew_id = ?1 ORDER BY m.person_id LIMIT 200");
SQL(SQL_CHANNEL_MOVE, "UPDATE alert_channel SET person_id = ?3 WHERE crew_id = ?1 AND crew_id > 0 AND person_id = ?2");
SQL(SQL_OUTBOX_MOVE, "UPDATE outbox SET person_id = ?3 WHERE person_id = ?2 AND purpose IN (5, 6) AND channel_id IN"
                     " (SELECT id FROM alert_channel WHERE crew_id = ?1)");
SQL(SQL_CHANNELS, "SELECT id FROM alert_channel WHERE crew_id = ?1 AND crew_id > 0 ORDER BY id LIMIT 20");
SQL(SQL_CHANNEL_DROP, "DELETE FROM alert_channel WHERE id = ?1 AND crew_id > 0");
SQL(SQL_CHANNEL_ADD, "INSERT INTO alert_channel (id, person_id, kind, state, name, address, secret, code_hash,"
                     " code_until_usec, created_usec, crew_id) VALUES (?1, ?2, 2, 0, '', '', '', ?3, ?4, ?5, ?6)");
SQL(SQL_WATCH_LOAD, "SELECT person_id, ends_usec, offered FROM crew_watch WHERE crew_id = ?1 AND id = ?2 AND counted ="
                    " 0");
SQL(SQL_WATCH_OFFER, "UPDATE crew_watch SET offered = ?3 WHERE crew_id = ?1 AND id = ?2");
SQL(SQL_WATCH_TAKE, "UPDATE crew_watch SET offered = 0, person_id = ?3 WHERE crew_id = ?1 AND id = ?2");

err crew_member_load(struct tx *tx, int64_t crew_id, int64_t person_id, struct crew_member_row *member, bool *found) {
    struct statement *s = statement(tx->conn, &SQL_MEMBER_LOAD);
    statement_int(s, crew_id);
    statement_int(s, person_id);
    TRY(statement_one(s, found));
    if (*found)
        *member = (struct crew_member_row){statement_col_int(s, 0), statement_col_int(s, 1) != 0,
                                           statement_col_int(s, 2) != 0, statement_col_int(s, 3) != 0};
    statement_end(s);
    return OK;
}

static err crew_row_load(struct tx *tx, int64_t crew_id, struct crew_row *crew, bool *found) {
    struct statement *s = statement(tx->conn, &SQL_CREW_LOAD);
    statement_int(s, crew_id);
    TRY(statement_one(s, found));
    if (*found)
        *crew = (struct crew_row){
            .id = crew_id,
            .night = {(int)statement_col_int(s, 0), (int)statement_col_int(s, 1), (int)statement_col_int(s, 2)},
            .wakes_max = statement_col_int(s, 3),
            .plan_usec = statement_col_int(s, 4)};
    statement_end(s);
    return OK;
}

err crew_load(struct tx *tx, struct command *c, int64_t crew_id, bool coordinator, struct crew_row *crew,
              struct crew_member_row *member) {
    bool found;
    TRY(crew_row_load(tx, crew_id, crew, &found));
    if (found) TRY(crew_member_load(tx, crew_id, c->actor_id, member, &found));
    if (!found) return problem_set(c->problem, ERR_NOT_FOUND, "You are in no crew %lld.", (long long)crew_id);
    if (coordinator && member->role != CREW_COORDINATOR)
        return problem_set(c->problem, ERR_FORBIDDEN, "Only a coordinator of the crew can do this; ask one of them.");
    return OK;
}

static err member_save(struct tx *tx, int64_t crew_id, int64_t person_id, const struct crew_member_row *m,
                       int64_t now_usec) {
    struct statement *s = statement(tx->conn, &SQL_MEMBER_SAVE);
    statement_int(s, crew_id);
    statement_int(s, person_id);
    statement_int(s, m->role);
    statement_int(s, m->shows_load);
    statement_int(s, m->watches);
    statement_int(s, m->woken);
    statement_int(s, now_usec);
    return statement_run(s, 1);
}

static err count_of(struct tx *tx, const struct sql *sql, int64_t id, int64_t *count) {
    bool has_row;
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, id);
    TRY(statement_one(s, &has_row));
    *count = has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return OK;
}

/* Many accounts in many crews would gain nothing by it, but a person has only so many nights. */
static err few_crews(struct tx *tx, struct command *c) {
    int64_t count;
    TRY(count_of(tx, &SQL_OWN_COUNT, c->actor_id, &count));
    if (count < CREWS_PER_PERSON_MAX) return OK;
    return problem_set(c->problem, ERR_CONFLICT, "You are in %d crews, which is the most; leave one first.",
                       CREWS_PER_PERSON_MAX);
}

static err crew_save_run(struct tx *tx, struct command *c) {
    const struct crew_save *args = c->args;
    struct crew_row crew = {.id = args->id};
    struct crew_member_row member = {.role = CREW_COORDINATOR, .woken = true};
    struct crew_night night = {(int)args->night_from, (int)args->night_to, (int)args->utc_offset_minutes};
    if (args->is_new)
        TRY(few_crews(tx, c));
    else
        TRY(crew_load(tx, c, args->id, true, &crew, &member));
    struct statement *s = statement(tx->conn, args->is_new ? &SQL_CREW_ADD : &SQL_CREW_SAVE);
    statement_int(s, args->id);
    statement_text(s, args->name);
    statement_text(s, args->rules);
    statement_text(s, args->chat_url);
    statement_int(s, night.from);
    statement_int(s, night.to);
    statement_int(s, night.utc_offset_minutes);
    statement_int(s, args->wakes_max);
    if (args->is_new) statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    if (args->is_new) return member_save(tx, args->id, c->actor_id, &member, c->now_usec);
    if (night.from != crew.night.from || night.to != crew.night.to ||
        night.utc_offset_minutes != crew.night.utc_offset_minutes) {
        crew.night = night;
        TRY(crew_rota_clear(tx, args->id, c->now_usec));
        TRY(crew_rota_plan(tx, &crew, c->now_usec));
    }
    return crew_event(tx, args->id, c->now_usec, "crew.changed");
}
const struct command_kind cmd_crew_save = {"crew_save", crew_save_run};

/* --- coming and going --- */

static err crew_invite_run(struct tx *tx, struct command *c) {
    const struct crew_invite *args = c->args;
    struct crew_row crew;
    struct crew_member_row member;
    TRY(crew_load(tx, c, args->crew_id, true, &crew, &member));
    struct statement *s = statement(tx->conn, &SQL_INVITE_SAVE);
    statement_int(s, args->crew_id);
    if (args->code_hash.len)
        statement_bytes(s, args->code_hash);
    else
        statement_null(s);
    statement_int(s, args->until_usec);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"id\":%lld}", (long long)args->crew_id);
    return OK;
}
const struct command_kind cmd_crew_invite = {"crew_invite", crew_invite_run};

static err crew_join_run(struct tx *tx, struct command *c) {
    const struct crew_join *args = c->args;
    struct crew_member_row member = {.woken = true};
    bool found;
    int64_t count;
    struct statement *s = statement(tx->conn, &SQL_INVITED);
    statement_bytes(s, args->code_hash);
    statement_int(s, c->now_usec);
    TRY(statement_one(s, &found));
    int64_t crew_id = found ? statement_col_int(s, 0) : 0;
    statement_end(s);
    if (!found)
        return problem_set(c->problem, ERR_NOT_FOUND,
                           "This invitation is not valid any more; ask the crew for a new one.");
    command_reply(c, "{\"id\":%lld}", (long long)crew_id);
    TRY(crew_member_load(tx, crew_id, c->actor_id, &member, &found));
    if (found) return OK;
    TRY(few_crews(tx, c));
    TRY(count_of(tx, &SQL_CREW_COUNT, crew_id, &count));
    if (count >= CREW_MEMBERS_MAX)
        return problem_set(c->problem, ERR_CONFLICT, "The crew has %d members, which is the most.", CREW_MEMBERS_MAX);
    /* Who comes back to a crew that everybody had left looks after it. */
    member = (struct crew_member_row){.role = count == 0 ? CREW_COORDINATOR : CREW_MEMBER, .woken = true};
    TRY(member_save(tx, crew_id, c->actor_id, &member, c->now_usec));
    return crew_event(tx, crew_id, c->now_usec, "crew.changed");
}
const struct command_kind cmd_crew_join = {"crew_join", crew_join_run};

static err seats_load(struct tx *tx, int64_t crew_id, struct crew_seat *seats, int *count) {
    *count = 0;
    struct statement *s = statement(tx->conn, &SQL_SEATS);
    statement_int(s, crew_id);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && *count < CREW_MEMBERS_MAX)
            seats[(*count)++] = (struct crew_seat){statement_col_int(s, 0), statement_col_int(s, 1),
                                                   statement_col_int(s, 2) == CREW_COORDINATOR};
    }
    statement_end(s);
    return OK;
}

static err channels_drop(struct tx *tx, int64_t crew_id, int64_t now_usec) {
    int64_t ids[20];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_CHANNELS);
    statement_int(s, crew_id);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && count < 20) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    for (int i = 0; i < count; i++) {
        TRY(outbox_channel_drop(tx, ids[i], now_usec, "The crew's channel was taken away."));
        s = statement(tx->conn, &SQL_CHANNEL_DROP);
        statement_int(s, ids[i]);
        TRY(statement_run(s, 1));
    }
    return OK;
}

/* The channel that the leaver has linked stays the crew's: a coordinator looks after it. */
static err channel_hand_over(struct tx *tx, int64_t crew_id, int64_t from_id, int64_t to_id) {
    const struct sql *const steps[] = {&SQL_OUTBOX_MOVE, &SQL_CHANNEL_MOVE};
    for (int i = 0; i < 2; i++) {
        struct statement *s = statement(tx->conn, steps[i]);
        statement_int(s, crew_id);
        statement_int(s, from_id);
        statement_int(s, to_id);
        TRY(statement_run(s, -1));
    }
    return OK;
}

err crew_leave(struct tx *tx, int64_t crew_id, int64_t person_id, int64_t now_usec) {
    struct crew_seat *seats = arena_alloc(&tx->arena, sizeof *seats * CREW_MEMBERS_MAX);
    struct crew_member_row member;
    struct crew_row crew;
    int count;
    bool found;
    TRY(crew_rota_release(tx, crew_id, person_id, now_usec));
    TRY(crew_event(tx, crew_id, now_usec, "crew.changed"));
    struct statement *s = statement(tx->conn, &SQL_MEMBER_DROP);
    statement_int(s, crew_id);
    statement_int(s, person_id);
    TRY(statement_run(s, 1));
    TRY(seats_load(tx, crew_id, seats, &count));
    TRY(crew_row_load(tx, crew_id, &crew, &found));
    TRY(crew_rota_plan(tx, &crew, now_usec));
    if (count == 0) return channels_drop(tx, crew_id, now_usec);
    int heir = crew_heir(seats, count);
    if (heir >= 0) {
        TRY(crew_member_load(tx, crew_id, seats[heir].id, &member, &found));
        member.role = CREW_COORDINATOR;
        TRY(member_save(tx, crew_id, seats[heir].id, &member, now_usec));
    }
    for (int i = 0; i < count && heir < 0; i++)
        if (seats[i].coordinator) heir = i;
    return channel_hand_over(tx, crew_id, person_id, seats[heir].id);
}

err crews_leave_all(struct tx *tx, int64_t person_id, int64_t now_usec) {
    int64_t ids[CREWS_PER_PERSON_MAX];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_OWN_CREWS);
    statement_int(s, person_id);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && count < CREWS_PER_PERSON_MAX) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    for (int i = 0; i < count; i++) TRY(crew_leave(tx, ids[i], person_id, now_usec));
    return OK;
}

static err crew_leave_run(struct tx *tx, struct command *c) {
    const struct crew_person *args = c->args;
    struct crew_row crew;
    struct crew_member_row member;
    bool found;
    int64_t person_id = args->person_id ? args->person_id : c->actor_id;
    TRY(crew_load(tx, c, args->crew_id, person_id != c->actor_id, &crew, &member));
    TRY(crew_member_load(tx, args->crew_id, person_id, &member, &found));
    if (!found) return problem_set(c->problem, ERR_NOT_FOUND, "Person %lld is not in this crew.", (long long)person_id);
    return crew_leave(tx, args->crew_id, person_id, c->now_usec);
}
const struct command_kind cmd_crew_leave = {"crew_leave", crew_leave_run};

/* --- roles and what one agrees to --- */

static err others_coordinate(struct tx *tx, struct command *c, int64_t crew_id, int64_t person_id) {
    struct crew_seat *seats = arena_alloc(&tx->arena, sizeof *seats * CREW_MEMBERS_MAX);
    int count;
    TRY(seats_load(tx, crew_id, seats, &count));
    for (int i = 0; i < count; i++)
        if (seats[i].coordinator && seats[i].id != person_id) return OK;
    return problem_set(c->problem, ERR_CONFLICT, "A crew needs a coordinator; make somebody else one first.");
}

static err crew_member_set_run(struct tx *tx, struct command *c) {
    const struct crew_member_set *args = c->args;
    struct crew_row crew;
    struct crew_member_row own, m;
    bool found;
    int64_t person_id = args->person_id ? args->person_id : c->actor_id;
    TRY(crew_load(tx, c, args->crew_id, args->has_role, &crew, &own));
    TRY(crew_member_load(tx, args->crew_id, person_id, &m, &found));
    if (!found) return problem_set(c->problem, ERR_NOT_FOUND, "Person %lld is not in this crew.", (long long)person_id);
    if (args->has_role && m.role == CREW_COORDINATOR && args->role == CREW_MEMBER)
        TRY(others_coordinate(tx, c, args->crew_id, person_id));
    bool watched = m.watches;
    if (args->has_role) m.role = args->role;
    if (args->has_shows_load) m.shows_load = args->shows_load;
    if (args->has_woken) m.woken = args->woken;
    if (args->has_watches) m.watches = args->watches;
    if (watched && !m.watches) TRY(crew_rota_release(tx, args->crew_id, person_id, c->now_usec));
    TRY(member_save(tx, args->crew_id, person_id, &m, c->now_usec));
    /* With one more the turns are made anew, but for who counts on theirs of the next day. */
    if (!watched && m.watches) TRY(crew_rota_clear(tx, args->crew_id, c->now_usec + INT64_C(86400000000)));
    if (watched != m.watches) TRY(crew_rota_plan(tx, &crew, c->now_usec));
    command_reply(c, "{\"id\":%lld}", (long long)args->crew_id);
    return crew_event(tx, args->crew_id, c->now_usec, "crew.changed");
}
const struct command_kind cmd_crew_member_set = {"crew_member_set", crew_member_set_run};

/* --- handing a watch over --- */

static err crew_watch_step_run(struct tx *tx, struct command *c) {
    const struct crew_watch_step *args = c->args;
    struct crew_row crew;
    struct crew_member_row member;
    bool found, take = args->step == CREW_WATCH_TAKE;
    TRY(crew_load(tx, c, args->crew_id, false, &crew, &member));
    struct statement *s = statement(tx->conn, &SQL_WATCH_LOAD);
    statement_int(s, args->crew_id);
    statement_int(s, args->watch_id);
    TRY(statement_one(s, &found));
    found = found && statement_col_int(s, 1) > c->now_usec;
    bool own = found && statement_col_int(s, 0) == c->actor_id, offered = found && statement_col_int(s, 2);
    statement_end(s);
    if (!found) return problem_set(c->problem, ERR_NOT_FOUND, "There is no watch %lld.", (long long)args->watch_id);
    command_reply(c, "{\"id\":%lld}", (long long)args->crew_id);
    if (take && own && !offered) return OK; /* asked again: it is theirs */
    if (take && !offered)
        return problem_set(c->problem, ERR_CONFLICT, "This watch is not offered; who has it must offer it first.");
    if (!take && !own) return problem_set(c->problem, ERR_CONFLICT, "This watch is somebody else's.");
    s = statement(tx->conn, take ? &SQL_WATCH_TAKE : &SQL_WATCH_OFFER);
    statement_int(s, args->crew_id);
    statement_int(s, args->watch_id);
    statement_int(s, take ? c->actor_id : args->step == CREW_WATCH_OFFER);
    TRY(statement_run(s, 1));
    if (args->step == CREW_WATCH_OFFER && !offered)
        TRY(crew_post(tx, args->crew_id, WORD_CREW_HANDOVER, c->actor_id, 0, STR(""), c->now_usec));
    return crew_event(tx, args->crew_id, c->now_usec, "crew.changed");
}
const struct command_kind cmd_crew_watch_step = {"crew_watch_step", crew_watch_step_run};

/* --- the channel that the crew shares --- */

static err crew_channel_run(struct tx *tx, struct command *c) {
    const struct crew_channel *args = c->args;
    struct crew_row crew;
    struct crew_member_row member;
    TRY(crew_load(tx, c, args->crew_id, true, &crew, &member));
    TRY(channels_drop(tx, args->crew_id, c->now_usec));
    command_reply(c, "{\"id\":%lld}", (long long)args->crew_id);
    if (!args->id) return OK;
    struct statement *s = statement(tx->conn, &SQL_CHANNEL_ADD);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    statement_bytes(s, args->code_hash);
    statement_int(s, args->until_usec);
    statement_int(s, c->now_usec);
    statement_int(s, args->crew_id);
    return statement_run(s, 1);
}
const struct command_kind cmd_crew_channel = {"crew_channel", crew_channel_run};
