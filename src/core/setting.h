/* setting.h - how a command changes a limit, and writes down in one event what it changed.
 *
 *   limit_log_begin -> limit_write ... -> limit_log_end (makes the event "limits.updated", if anything changed) */
#pragma once
#include "base/buf.h"
#include "core/commands.h"
#include "core/tx.h"

struct limit_log {
    struct buf text; /* {"name","from","to"}, ... */
};
void limit_log_begin(struct limit_log *log);
/* setting: the row's name. What is as it was is left out. After an error the log is to be freed (buf_free). */
err limit_write(struct tx *tx, struct limit_log *log, const char *setting, const struct limit_change *change);
void limit_log_end(struct tx *tx, const struct command *c, struct limit_log *log);
