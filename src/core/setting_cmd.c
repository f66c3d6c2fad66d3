/* The settings of a database: made once by `faena init`, and the limits that the operator sets while it runs. */
#include "core/commands.h"
#include "core/queries.h"
#include "core/setting.h"
#include "core/tx.h"

SQL(SQL_SETTING_KEEP, "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING");
SQL(SQL_SETTING_SET,
    "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
SQL(SQL_SETTING_LOAD, "SELECT value FROM setting WHERE name = ?1");

static err setting_write(struct tx *tx, const struct sql *sql, const char *name, str value) {
    struct statement *s = statement(tx->conn, sql);
    statement_text(s, str_from(name));
    statement_text(s, value);
    return statement_run(s, -1);
}

static err settings_init_run(struct tx *tx, struct command *c) {
    const struct settings_init *args = c->args;
    TRY(setting_write(tx, &SQL_SETTING_KEEP, "currency", args->currency));
    return setting_write(tx, args->signup_changes ? &SQL_SETTING_SET : &SQL_SETTING_KEEP, "signup", args->signup);
}
const struct command_kind cmd_settings_init = {"settings_init", settings_init_run};

/* --- limits --- */

static err text_load(struct tx *tx, const char *name, bool *found, str *value) {
    struct statement *s = statement(tx->conn, &SQL_SETTING_LOAD);
    statement_text(s, str_from(name));
    TRY(statement_one(s, found));
    *value = *found ? arena_str(&tx->arena, statement_col_text(s, 0)) : STR("");
    statement_end(s);
    return OK;
}

void limit_log_begin(struct limit_log *log) { *log = (struct limit_log){0}; }

err limit_write(struct tx *tx, struct limit_log *log, const char *setting, const struct limit_change *change) {
    bool found;
    str text;
    int64_t old = change->usual;
    TRY(text_load(tx, setting, &found, &text));
    if (found && !str_to_int64(text, &old)) old = change->usual;
    if (old == change->value) return OK;
    buf_printf(&log->text, "%s{\"name\":\"%s\",\"from\":%lld,\"to\":%lld}", log->text.len ? "," : "", change->name,
               (long long)old, (long long)change->value);
    return setting_write(tx, &SQL_SETTING_SET, setting,
                         str_from(arena_printf(&tx->arena, "%lld", (long long)change->value)));
}

void limit_log_end(struct tx *tx, const struct command *c, struct limit_log *log) {
    if (log->text.len)
        tx_event(tx, 0, c->actor_id, c->now_usec, "limits.updated", "{\"limits\":[%.*s]}", (int)log->text.len,
                 log->text.data);
    buf_free(&log->text);
}

static int methods_count(str methods) {
    int count = 0;
    while (payout_method(methods, count).len > 0) count++;
    return count;
}

/* The event tells their number: the words themselves stand in the setting. */
static err methods_write(struct tx *tx, str methods, struct limit_log *log) {
    bool found;
    str now;
    TRY(text_load(tx, "payout_methods", &found, &now));
    if (str_equal(now, methods)) return OK;
    buf_printf(&log->text, "%s{\"name\":\"payout_methods\",\"from\":%d,\"to\":%d}", log->text.len ? "," : "",
               methods_count(now), methods_count(methods));
    return setting_write(tx, &SQL_SETTING_SET, "payout_methods", methods);
}

static err limits_write(struct tx *tx, const struct limits_set *args, struct limit_log *log) {
    for (size_t i = 0; i < args->count; i++) {
        const char *setting = arena_printf(&tx->arena, "limit.%s", args->changes[i].name);
        TRY(limit_write(tx, log, setting, &args->changes[i]));
    }
    bool found;
    str now;
    if (args->has_methods) TRY(methods_write(tx, args->methods, log));
    if (!args->has_signup) return OK;
    TRY(text_load(tx, "signup", &found, &now));
    bool open = str_is(now, "open");
    if (open == args->signup_open) return OK;
    buf_printf(&log->text, "%s{\"name\":\"signup\",\"from\":%d,\"to\":%d}", log->text.len ? "," : "", open, !open);
    return setting_write(tx, &SQL_SETTING_SET, "signup", args->signup_open ? STR("open") : STR("closed"));
}

static err limits_set_run(struct tx *tx, struct command *c) {
    struct limit_log log;
    limit_log_begin(&log);
    err e = limits_write(tx, c->args, &log);
    if (e == OK)
        limit_log_end(tx, c, &log);
    else
        buf_free(&log.text);
    return e;
}
const struct command_kind cmd_limits_set = {"limits_set", limits_set_run};

/* --- reads --- */

err limit_load(struct store_conn *c, const char *name, int64_t usual, int64_t *value) {
    char setting[64];
    bool found;
    snprintf(setting, sizeof setting, "limit.%s", name);
    struct statement *s = statement(c, &SQL_SETTING_LOAD);
    statement_text(s, str_from(setting));
    TRY(statement_one(s, &found));
    if (!found || !str_to_int64(statement_col_text(s, 0), value)) *value = usual;
    statement_end(s);
    return OK;
}

SQL(SQL_LIMITS, "SELECT name, value FROM setting WHERE name LIKE 'limit.%'");
err limits_each(struct store_conn *c, limit_fn *fn, void *arg) {
    struct statement *s = statement(c, &SQL_LIMITS);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t value;
        str name = statement_col_text(s, 0);
        name = (str){name.data + 6, name.len - 6};
        if (str_to_int64(statement_col_text(s, 1), &value)) fn(arg, name, value);
    }
    statement_end(s);
    return OK;
}

SQL(SQL_CHANGES, "SELECT e.created_usec, e.person_id, coalesce(o.handle, ''), e.data FROM event e LEFT JOIN person o ON"
                 " o.id = e.person_id WHERE e.project_id = 0 AND e.kind = 'limits.updated' ORDER BY e.seq DESC LIMIT "
                 "20");
err limit_changes_json(struct store_conn *c, struct json_out *o) {
    struct statement *s = statement(c, &SQL_CHANGES);
    out_array_begin(o);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        str data = statement_col_text(s, 3); /* {"limits":[...]} */
        const size_t head = sizeof "{\"limits\":" - 1;
        out_object_begin(o);
        out_set_time(o, "at", statement_col_int(s, 0));
        out_key(o, "by");
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 1));
        out_set_str(o, "handle", statement_col_text(s, 2));
        out_end(o);
        out_set_raw(o, "limits", data.len > head ? (str){data.data + head, data.len - head - 1} : STR("[]"));
        out_end(o);
    }
    statement_end(s);
    out_end(o);
    return OK;
}
