/* Commands of a person on their own alerts: when not, which, and where. */
#include "base/clock.h"
#include "base/limits.h"
#include "core/alert.h"
#include "core/signal.h"

enum { CODE_MINUTES = 60 };

SQL(SQL_SETTING_SAVE,
    "INSERT INTO alert_setting (person_id, quiet_from, quiet_to, utc_offset_minutes, digest_minute, muted_until_usec)"
    /* The casts: beside a small number, PostgreSQL takes what may be NULL for a small one. */
    " VALUES (?1, coalesce(CAST(?2 AS @INT@), 0), coalesce(CAST(?3 AS @INT@), 0), coalesce(CAST(?4 AS @INT@), 0),"
    " coalesce(CAST(?5 AS @INT@), 480), coalesce(CAST(?6 AS @INT@), 0))"
    " ON CONFLICT (person_id) DO UPDATE SET quiet_from = coalesce(?2, alert_setting.quiet_from),"
    " quiet_to = coalesce(?3, alert_setting.quiet_to),"
    " utc_offset_minutes = coalesce(?4, alert_setting.utc_offset_minutes),"
    " digest_minute = coalesce(?5, alert_setting.digest_minute),"
    " muted_until_usec = coalesce(?6, alert_setting.muted_until_usec)");
/* Said once: offers are held until the same hours end (offer_cmd.c does it the other way). */
SQL(SQL_WISH_QUIET, "UPDATE worker_wish SET quiet_from = coalesce(?2, quiet_from), quiet_to = coalesce(?3, quiet_to),"
                    " utc_offset_minutes = coalesce(?4, utc_offset_minutes) WHERE worker_id = ?1");
SQL(SQL_HOLD_AGAIN,
    "UPDATE outbox SET not_before_usec = ?2 WHERE person_id = ?1 AND state = 0 AND purpose IN (0, 7) AND"
    " turn = 0 AND attempts = 0 AND not_before_usec > ?2");
SQL(SQL_RULE_COUNT, "SELECT count(*) FROM alert_rule WHERE person_id = ?1");
SQL(SQL_RULE_OWN, "SELECT 1 FROM alert_rule WHERE id = ?1 AND person_id = ?2");
SQL(SQL_RULE_DELETE, "DELETE FROM alert_rule WHERE id = ?1 AND person_id = ?2");
SQL(SQL_RULE_SAVE, "INSERT INTO alert_rule (id, person_id, project_id, requester_id, qualification_id, hour_micros,"
                   " tasks_min, urgent_hour_micros, digest, created_usec, kind, rating_tenths) VALUES (?1, ?2, ?3, ?4,"
                   " ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (id) DO UPDATE SET project_id = "
                   "excluded.project_id, requester_id ="
                   " excluded.requester_id, qualification_id = excluded.qualification_id, hour_micros ="
                   " excluded.hour_micros, tasks_min = excluded.tasks_min, urgent_hour_micros ="
                   " excluded.urgent_hour_micros, digest = excluded.digest, kind = excluded.kind, rating_tenths ="
                   " excluded.rating_tenths");
SQL(SQL_QUALIFICATION_EXISTS, "SELECT 1 FROM qualification WHERE id = ?1");
SQL(SQL_CHANNEL_COUNT, "SELECT count(*) FROM alert_channel WHERE person_id = ?1 AND crew_id = 0");
SQL(SQL_CHANNEL_SAME, "SELECT id FROM alert_channel WHERE person_id = ?1 AND kind = ?2 AND address = ?3 AND"
                      " crew_id = 0");
SQL(SQL_CHANNEL_RENEW,
    "UPDATE alert_channel SET state = ?2, secret = ?3, detail = '', code_hash = ?4, code_until_usec ="
    " ?5 WHERE id = ?1");
SQL(SQL_CHANNEL_ADD, "INSERT INTO alert_channel (id, person_id, kind, state, name, address, secret, code_hash,"
                     " code_until_usec, created_usec) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
SQL(SQL_CHANNEL_LOAD,
    "SELECT kind, state, code_hash, code_until_usec, address FROM alert_channel WHERE id = ?1 AND person_id = ?2"
    " AND crew_id = 0");
SQL(SQL_CHANNEL_ON, "UPDATE alert_channel SET state = 1, code_hash = NULL, detail = '' WHERE id = ?1");
SQL(SQL_CHANNEL_TRY, "UPDATE alert_channel SET code_until_usec = code_until_usec - ?2 WHERE id = ?1");
SQL(SQL_CHANNEL_DELETE, "DELETE FROM alert_channel WHERE id = ?1");
SQL(SQL_TESTS, "SELECT count(*) FROM outbox WHERE person_id = ?1 AND created_usec > ?2 AND purpose IN (2, 3)");

static void int_if(struct statement *s, bool has, int64_t value) {
    if (has)
        statement_int(s, value);
    else
        statement_null(s);
}

static err setting_update_run(struct tx *tx, struct command *c) {
    const struct alert_setting_update *args = c->args;
    struct statement *s = statement(tx->conn, &SQL_SETTING_SAVE);
    statement_int(s, c->actor_id);
    int_if(s, args->has_quiet, args->quiet_from);
    int_if(s, args->has_quiet, args->quiet_to);
    int_if(s, args->has_offset, args->utc_offset_minutes);
    int_if(s, args->has_digest, args->digest_minute);
    int_if(s, args->has_mute, args->muted_until_usec);
    TRY(statement_run(s, -1));
    s = statement(tx->conn, &SQL_WISH_QUIET);
    statement_int(s, c->actor_id);
    int_if(s, args->has_quiet, args->quiet_from);
    int_if(s, args->has_quiet, args->quiet_to);
    int_if(s, args->has_offset, args->utc_offset_minutes);
    TRY(statement_run(s, -1));
    /* What waits for the old hours is looked at again by the new ones. */
    s = statement(tx->conn, &SQL_HOLD_AGAIN);
    statement_int(s, c->actor_id);
    statement_int(s, c->now_usec);
    return statement_run(s, -1);
}
const struct command_kind cmd_alert_setting_update = {"alert_setting_update", setting_update_run};

/* --- rules --- */

static err count_of(struct tx *tx, const struct sql *sql, int64_t person_id, int64_t *count) {
    bool has_row;
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, person_id);
    TRY(statement_one(s, &has_row));
    *count = has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    return OK;
}

static err rule_check(struct tx *tx, struct command *c) {
    const struct alert_rule_save *args = c->args;
    int64_t count;
    bool found;
    if (args->is_new) {
        TRY(count_of(tx, &SQL_RULE_COUNT, c->actor_id, &count));
        if (count < ALERT_RULES_MAX) return OK;
        return problem_set(c->problem, ERR_CONFLICT, "You have %d rules, which is the most; delete one first.",
                           ALERT_RULES_MAX);
    }
    struct statement *s = statement(tx->conn, &SQL_RULE_OWN);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    statement_end(s);
    return found ? OK : problem_set(c->problem, ERR_NOT_FOUND, "You have no rule %lld.", (long long)args->id);
}

static err qualification_check(struct tx *tx, struct command *c, int64_t id) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_QUALIFICATION_EXISTS);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    statement_end(s);
    if (found) return OK;
    problem_field_add(c->problem, "/qualification", "There is no such qualification.");
    return problem_set(c->problem, ERR_INVALID, "There is no qualification %lld.", (long long)id);
}

static err rule_save_run(struct tx *tx, struct command *c) {
    const struct alert_rule_save *args = c->args;
    const struct alert_rule *rule = &args->rule;
    TRY(rule_check(tx, c));
    if (rule->project_id) {
        struct tx_project *project;
        TRY(tx_project(tx, rule->project_id, &project));
        if (!project || project->project.state == PROJECT_DRAFT) {
            problem_field_add(c->problem, "/project", "There is no such project.");
            return problem_set(c->problem, ERR_INVALID, "There is no project %lld.", (long long)rule->project_id);
        }
    }
    if (rule->qualification_id) TRY(qualification_check(tx, c, rule->qualification_id));
    struct statement *s = statement(tx->conn, &SQL_RULE_SAVE);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    statement_int(s, rule->project_id);
    statement_int(s, rule->requester_id);
    statement_int(s, rule->qualification_id);
    statement_int(s, rule->hour_micros);
    statement_int(s, rule->tasks_min);
    statement_int(s, rule->urgent_hour_micros);
    statement_int(s, rule->digest);
    statement_int(s, c->now_usec);
    statement_int(s, rule->kind);
    statement_int(s, rule->rating_tenths);
    TRY(statement_run(s, 1));
    command_reply(c, "{\"id\":%lld}", (long long)args->id);
    return OK;
}
const struct command_kind cmd_alert_rule_save = {"alert_rule_save", rule_save_run};

static err rule_delete_run(struct tx *tx, struct command *c) {
    const struct alert_rule_delete *args = c->args;
    int64_t changed;
    struct statement *s = statement(tx->conn, &SQL_RULE_DELETE);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    TRY(statement_run_count(s, &changed));
    return changed ? OK : problem_set(c->problem, ERR_NOT_FOUND, "You have no rule %lld.", (long long)args->id);
}
const struct command_kind cmd_alert_rule_delete = {"alert_rule_delete", rule_delete_run};

/* --- channels --- */

static err channel_same(struct tx *tx, const struct command *c, int64_t *id) {
    const struct alert_channel_add *args = c->args;
    bool found;
    *id = 0;
    if (args->address.len == 0) return OK;
    struct statement *s = statement(tx->conn, &SQL_CHANNEL_SAME);
    statement_int(s, c->actor_id);
    statement_int(s, args->kind);
    statement_text(s, args->address);
    TRY(statement_one(s, &found));
    if (found) *id = statement_col_int(s, 0);
    statement_end(s);
    return OK;
}

static void code_bind(struct statement *s, const struct alert_channel_add *args, int64_t now_usec) {
    if (args->code_hash.len)
        statement_bytes(s, args->code_hash);
    else
        statement_null(s);
    statement_int(s, args->code_hash.len ? now_usec + CODE_MINUTES * INT64_C(60000000) : 0);
}

static err channel_insert(struct tx *tx, struct command *c) {
    const struct alert_channel_add *args = c->args;
    int64_t count;
    TRY(count_of(tx, &SQL_CHANNEL_COUNT, c->actor_id, &count));
    if (count >= ALERT_CHANNELS_MAX)
        return problem_set(c->problem, ERR_CONFLICT, "You have %d channels, which is the most; delete one first.",
                           ALERT_CHANNELS_MAX);
    struct statement *s = statement(tx->conn, &SQL_CHANNEL_ADD);
    statement_int(s, args->id);
    statement_int(s, c->actor_id);
    statement_int(s, args->kind);
    statement_int(s, args->on ? CHANNEL_ON : CHANNEL_WAITS);
    statement_text(s, args->name);
    statement_text(s, args->address);
    statement_text(s, args->secret);
    code_bind(s, args, c->now_usec);
    statement_int(s, c->now_usec);
    return statement_run(s, 1);
}

/* Somebody's mailbox must not be filled by trying again and again. */
static err few_tests(struct tx *tx, struct command *c) {
    enum { TESTS_MAX = 10 };
    struct statement *s = statement(tx->conn, &SQL_TESTS);
    bool has_row;
    statement_int(s, c->actor_id);
    statement_int(s, c->now_usec - INT64_C(3600000000));
    TRY(statement_one(s, &has_row));
    int64_t count = has_row ? statement_col_int(s, 0) : 0;
    statement_end(s);
    if (count < TESTS_MAX) return OK;
    return problem_set(c->problem, ERR_TOO_MANY, "You have asked for %d codes and tests within an hour; wait a while.",
                       TESTS_MAX);
}

static err channel_add_run(struct tx *tx, struct command *c) {
    const struct alert_channel_add *args = c->args;
    int64_t id;
    if (args->code.len) TRY(few_tests(tx, c));
    TRY(channel_same(tx, c, &id));
    if (id) {
        struct statement *s = statement(tx->conn, &SQL_CHANNEL_RENEW);
        statement_int(s, id);
        statement_int(s, args->on ? CHANNEL_ON : CHANNEL_WAITS);
        statement_text(s, args->secret);
        code_bind(s, args, c->now_usec);
        TRY(statement_run(s, 1));
    } else {
        id = args->id;
        TRY(channel_insert(tx, c));
    }
    if (args->on) TRY(signal_note_address(tx, args->kind, args->address, c->actor_id, c->now_usec));
    if (args->code.len)
        TRY(outbox_add(tx, &(struct outbox_row){.person_id = c->actor_id,
                                                .channel_id = id,
                                                .kind = (enum send_channel)args->kind,
                                                .purpose = OUTBOX_CODE,
                                                .body = args->code,
                                                .not_before_usec = c->now_usec,
                                                .expires_usec = c->now_usec + CODE_MINUTES * INT64_C(60000000),
                                                .now_usec = c->now_usec}));
    command_reply(c, "{\"id\":%lld}", (long long)id);
    return OK;
}
const struct command_kind cmd_alert_channel_add = {"alert_channel_add", channel_add_run};

struct channel_row {
    int64_t kind, state, code_until_usec;
    str code_hash, address;
};

static err channel_load(struct tx *tx, struct command *c, int64_t id, struct channel_row *row) {
    bool found;
    struct statement *s = statement(tx->conn, &SQL_CHANNEL_LOAD);
    statement_int(s, id);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    if (found)
        *row = (struct channel_row){.kind = statement_col_int(s, 0),
                                    .state = statement_col_int(s, 1),
                                    .code_hash = arena_str(&tx->arena, statement_col_bytes(s, 2)),
                                    .address = arena_str(&tx->arena, statement_col_text(s, 4)),
                                    .code_until_usec = statement_col_int(s, 3)};
    statement_end(s);
    return found ? OK : problem_set(c->problem, ERR_NOT_FOUND, "You have no channel %lld.", (long long)id);
}

static err channel_step(struct tx *tx, const struct sql *sql, int64_t id) {
    struct statement *s = statement(tx->conn, sql);
    statement_int(s, id);
    return statement_run(s, 1);
}

/* The code has 40 bits; each wrong try takes five minutes off its hour, so that a dozen end it. */
static err channel_confirm_run(struct tx *tx, struct command *c) {
    const struct alert_channel_confirm *args = c->args;
    struct channel_row row;
    TRY(channel_load(tx, c, args->id, &row));
    command_reply(c, "{\"id\":%lld,\"right\":true}", (long long)args->id);
    if (row.state == CHANNEL_ON) return OK;
    if (row.code_until_usec > c->now_usec && str_equal(row.code_hash, args->code_hash)) {
        TRY(signal_note_address(tx, (int)row.kind, row.address, c->actor_id, c->now_usec));
        return channel_step(tx, &SQL_CHANNEL_ON, args->id);
    }
    struct statement *s = statement(tx->conn, &SQL_CHANNEL_TRY);
    statement_int(s, args->id);
    statement_int(s, INT64_C(300000000));
    command_reply(c, "{\"id\":%lld,\"right\":false}", (long long)args->id);
    return statement_run(s, 1);
}
const struct command_kind cmd_alert_channel_confirm = {"alert_channel_confirm", channel_confirm_run};

static err channel_delete_run(struct tx *tx, struct command *c) {
    const struct alert_channel_args *args = c->args;
    struct channel_row row;
    TRY(channel_load(tx, c, args->id, &row));
    TRY(outbox_channel_drop(tx, args->id, c->now_usec, "The channel was deleted."));
    return channel_step(tx, &SQL_CHANNEL_DELETE, args->id);
}
const struct command_kind cmd_alert_channel_delete = {"alert_channel_delete", channel_delete_run};

static err channel_test_run(struct tx *tx, struct command *c) {
    const struct alert_channel_args *args = c->args;
    struct channel_row row;
    TRY(channel_load(tx, c, args->id, &row));
    if (row.state != CHANNEL_ON)
        return problem_set(c->problem, ERR_CONFLICT, "This channel is not on; confirm it or switch it on first.");
    TRY(few_tests(tx, c));
    return outbox_add(tx, &(struct outbox_row){.person_id = c->actor_id,
                                               .channel_id = args->id,
                                               .kind = (enum send_channel)row.kind,
                                               .purpose = OUTBOX_TEST,
                                               .not_before_usec = c->now_usec,
                                               .expires_usec = c->now_usec + INT64_C(600000000),
                                               .now_usec = c->now_usec});
}
const struct command_kind cmd_alert_channel_test = {"alert_channel_test", channel_test_run};

/* What its owner stopped. What is gone or was never confirmed must be linked anew. */
static err channel_resume_run(struct tx *tx, struct command *c) {
    const struct alert_channel_args *args = c->args;
    struct channel_row row;
    TRY(channel_load(tx, c, args->id, &row));
    if (row.state == CHANNEL_ON) return OK;
    if (row.state != CHANNEL_STOPPED)
        return problem_set(c->problem, ERR_CONFLICT, "This channel must be linked anew: delete it and add it again.");
    return channel_step(tx, &SQL_CHANNEL_ON, args->id);
}
const struct command_kind cmd_alert_channel_resume = {"alert_channel_resume", channel_resume_run};
