#include "base/log.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"

static bool json_lines;
static enum log_level least_level = LOG_INFO;

void log_setup(bool as_json, enum log_level least) {
    json_lines = as_json;
    least_level = least;
}

void log_line(enum log_level level, const char *request_id, const char *format, ...) {
    static const char *const words[] = {"debug", "info", "warn", "error"};
    if (level < least_level) return;
    char text[2000], when[21];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    clock_format(clock_usec(), when);
    CLEANUP(buf_free) struct buf line = {0};
    if (json_lines) {
        buf_printf(&line, "{\"time\":\"%s\",\"level\":\"%s\"", when, words[level]);
        if (request_id) {
            buf_add_text(&line, ",\"request_id\":");
            buf_add_json_string(&line, str_from(request_id));
        }
        buf_add_text(&line, ",\"message\":");
        buf_add_json_string(&line, str_from(text));
        buf_add_text(&line, "}\n");
    } else {
        buf_printf(&line, "%s %-5s %s%s%s\n", when, words[level], request_id ? request_id : "", request_id ? " " : "",
                   text);
    }
    /* One write per line keeps lines of several threads whole. */
    ssize_t written = write(STDERR_FILENO, line.data, line.len);
    (void)written;
}
