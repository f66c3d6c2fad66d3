/* log.h - one line per happening on standard error, as text or JSON. Safe from any thread.
 *
 * Never log a secret, a password, a token, or the text of an answer or a task. */
#pragma once
#include <stdbool.h>

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

void log_setup(bool as_json, enum log_level least);
/* request_id may be NULL. */
void log_line(enum log_level level, const char *request_id, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
