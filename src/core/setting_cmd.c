/* The settings of a database: made once by `faena init`. */
#include "core/commands.h"
#include "core/tx.h"

SQL(SQL_SETTING_KEEP, "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING");
SQL(SQL_SETTING_SET,
    "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");

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
