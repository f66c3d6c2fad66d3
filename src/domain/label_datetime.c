/* <DateTime>: {"datetime": "2024-02-29"}.
 *
 * only="date", "time", "date,time", "month,year" or "year" says which parts; without it date and time. Without format
 * they are written as in ISO 8601 (2024-02-29, 08:05, 2024-02-29T08:05, 2024-02, 2024), else by the format's strftime
 * letters, of which %Y %m %d %H %M and %% are known. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

enum { FORMAT_BYTES_MAX = 100 };

struct datetime_rules {
    const char *format;
    const char *min, *max; /* ISO, compared as texts; NULL = none */
};

struct parts {
    int year, month, day, hour, minute; /* -1 = not given */
};

static const struct {
    const char *only, *format;
} defaults[] = {{"", "%Y-%m-%dT%H:%M"}, {"date,time", "%Y-%m-%dT%H:%M"}, {"date", "%Y-%m-%d"},
                {"time", "%H:%M"},      {"month,year", "%Y-%m"},         {"year,month", "%Y-%m"},
                {"year", "%Y"},         {"time,date", "%Y-%m-%dT%H:%M"}};

static const char *format_of(const char *only) {
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        if (strcmp(defaults[i].only, only) == 0) return defaults[i].format;
    return NULL;
}

/* ------------------------------------------------------------------ reading */

static int *part_of(struct parts *parts, char letter) {
    switch (letter) {
    case 'Y': return &parts->year;
    case 'm': return &parts->month;
    case 'd': return &parts->day;
    case 'H': return &parts->hour;
    case 'M': return &parts->minute;
    default: return NULL;
    }
}

static bool parts_read(const char *format, const char *text, struct parts *parts) {
    *parts = (struct parts){-1, -1, -1, -1, -1};
    for (; *format; format++) {
        int *part = *format == '%' ? part_of(parts, format[1]) : NULL;
        if (!part) {
            if (*format == '%') format++; /* %% */
            if (*text++ != *format) return false;
            continue;
        }
        size_t digits = *++format == 'Y' ? 4 : 2;
        if (strspn(text, "0123456789") < digits) return false;
        *part = 0;
        for (size_t i = 0; i < digits; i++) *part = 10 * *part + (*text++ - '0');
    }
    return *text == 0;
}

static bool is_right(const struct parts *p) {
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = p->year < 0 || (p->year % 4 == 0 && (p->year % 100 != 0 || p->year % 400 == 0));
    if (p->month != -1 && (p->month < 1 || p->month > 12)) return false;
    if (p->day != -1 && (p->day < 1 || p->day > (p->month > 0 ? days[p->month - 1] : 31))) return false;
    if (p->month == 2 && p->day == 29 && !leap) return false;
    return p->hour < 24 && p->minute < 60;
}

/* "2024-02-29T08:05" as far as there is something, for comparing with min and max. */
static void iso_write(const struct parts *p, char out[32]) {
    int at = p->year >= 0 ? snprintf(out, 32, "%04d", p->year) : 0;
    if (p->year >= 0 && p->month >= 0) at += snprintf(out + at, (size_t)(32 - at), "-%02d", p->month);
    if (p->year >= 0 && p->month >= 0 && p->day >= 0) at += snprintf(out + at, (size_t)(32 - at), "-%02d", p->day);
    if (p->hour >= 0)
        at +=
            snprintf(out + at, (size_t)(32 - at), "%s%02d:%02d", at ? "T" : "", p->hour, p->minute < 0 ? 0 : p->minute);
    out[at] = 0;
}

/* ------------------------------------------------------------------ the control */

static void bound_check(struct label_parse *parse, const struct label_control *control, const char *attr,
                        const char *only, const char **bound) {
    const char *text = label_attr(control->node, attr);
    struct parts parts;
    bool good = false;
    if (!text) return;
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults && !good; i++)
        good = parts_read(defaults[i].format, text, &parts) && is_right(&parts) &&
               (strcmp(only, "time") == 0) == (parts.year < 0);
    if (good)
        *bound = text;
    else
        label_wrong(parse, control->node->offset,
                    "%s of <DateTime> must be like 2024-12-31, 2024 or, for times, 18:00.", attr);
}

static void format_check(struct label_parse *parse, const struct label_control *control, const char *format) {
    struct parts unused;
    for (const char *p = format; (p = strchr(p, '%')); p += 2)
        if (p[1] != '%' && !part_of(&unused, p[1])) {
            label_wrong(parse, control->node->offset,
                        "format of <DateTime> knows %%Y, %%m, %%d, %%H, %%M and %%%% only.");
            return;
        }
    if (strlen(format) > FORMAT_BYTES_MAX || !strchr(format, '%'))
        label_wrong(parse, control->node->offset,
                    "format of <DateTime> must have a part such as %%Y, at most %d bytes.", FORMAT_BYTES_MAX);
}

static void setup(struct label_parse *parse, struct label_control *control) {
    struct datetime_rules *rules = control->rules = arena_alloc(&parse->config->arena, sizeof *rules);
    const char *only = label_attr(control->node, "only"), *format = label_attr(control->node, "format");
    rules->format = format_of(only ? only : "");
    if (!rules->format) {
        label_wrong(parse, control->node->offset,
                    "only of <DateTime> is \"date\", \"time\", \"date,time\", \"month,year\" or \"year\".");
        rules->format = defaults[0].format;
    }
    if (format) {
        format_check(parse, control, format);
        rules->format = format;
    }
    bound_check(parse, control, "min", only ? only : "", &rules->min);
    bound_check(parse, control, "max", only ? only : "", &rules->max);
}

static void check(const struct label_control *control, const json_t *data, const json_t *value,
                  struct label_report *report) {
    const struct datetime_rules *rules = control->rules;
    const char *text = json_string_value(value);
    struct parts parts;
    char iso[32];
    if (!text || !parts_read(rules->format, text, &parts) || !is_right(&parts)) {
        label_report(report, -1, "\"%.*s\" wants a date or time written like %.*s.", SHORT(control->name),
                     SHORT(rules->format));
        return;
    }
    iso_write(&parts, iso);
    /* A bound with fewer parts holds for all that begins like it. */
    if (rules->min && strncmp(iso, rules->min, strlen(rules->min)) < 0)
        label_report(report, -1, "\"%.*s\" must not be before %s.", SHORT(control->name), rules->min);
    if (rules->max && strncmp(iso, rules->max, strlen(rules->max)) > 0)
        label_report(report, -1, "\"%.*s\" must not be after %s.", SHORT(control->name), rules->max);
}

static void add_key(const struct label_control *control, const json_t *value, struct buf *key) {
    buf_add_json_string(key, str_from(json_string_value(value)));
}

static json_t *value_from(const struct label_control *control, const json_t *data, const json_t *simple) {
    if (json_is_string(simple)) return json_deep_copy(simple);
    if (!json_is_integer(simple)) return NULL;
    char text[32];
    snprintf(text, sizeof text, "%lld", (long long)json_integer_value(simple)); /* a year */
    return json_string(text);
}

static void describe(const struct label_control *control, json_t *object) {
    const struct datetime_rules *rules = control->rules;
    json_object_set_new(object, "format", json_string(rules->format));
}

const struct control_type label_datetime = {
    .type = "datetime",
    .key = "datetime",
    .setup = setup,
    .check = check,
    .add_key = add_key,
    .value_from = value_from,
    .describe = describe,
};
