/* The CSV export: one row per task with its data fields and its label. */
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "formats/export_internal.h"
#include "formats/json_slice.h"

static bool digits(const char **p, const char *end) {
    const char *start = *p;
    while (*p < end && **p >= '0' && **p <= '9') (*p)++;
    return *p > start;
}

/* -3, +2.5, -1e-7: what a spreadsheet reads as a number and never as a formula */
static bool plain_number(str s) {
    const char *p = s.data, *end = s.data + s.len;
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (!digits(&p, end)) return false;
    if (p < end && *p == '.') {
        p++;
        if (!digits(&p, end)) return false;
    }
    if (p < end && (*p == 'e' || *p == 'E')) {
        p++;
        if (p < end && (*p == '-' || *p == '+')) p++;
        if (!digits(&p, end)) return false;
    }
    return p == end;
}

static bool formula(str s) { return s.len && memchr("=+-@\t\r", *s.data, 6) && !plain_number(s); }

/* RFC 4180 needs quotes for the first four; outer blanks are quoted for readers that cut them. */
static bool needs_quotes(str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.data[i] == ',' || s.data[i] == '"' || s.data[i] == '\n' || s.data[i] == '\r') return true;
    return s.len && (memchr(" \t", *s.data, 2) || memchr(" \t", s.data[s.len - 1], 2));
}

static void cell_add(struct buf *out, str s) {
    bool guard = formula(s);
    if (!needs_quotes(s)) {
        if (guard) buf_add_char(out, '\'');
        buf_add_str(out, s);
        return;
    }
    buf_add_char(out, '"');
    if (guard) buf_add_char(out, '\'');
    for (size_t start = 0; start < s.len;) {
        const char *quote = memchr(s.data + start, '"', s.len - start);
        size_t stop = quote ? (size_t)(quote - s.data) + 1 : s.len;
        buf_add(out, s.data + start, stop - start);
        if (quote) buf_add_char(out, '"');
        start = stop;
    }
    buf_add_char(out, '"');
}

static str text_of(const json_t *string) { return (str){json_string_value(string), json_string_length(string)}; }

/* A name may stand only once in a header: a later column of the same name becomes name_2, name_3 ... */
static void header_add(json_t *taken, str name, struct buf *out) {
    CLEANUP(buf_free) struct buf unique = {0};
    buf_add_str(&unique, name);
    for (int n = 2; json_object_get(taken, unique.data); n++) {
        buf_clear(&unique);
        buf_printf(&unique, "%.*s_%d", STR_ARG(name), n);
    }
    json_object_set_new(taken, unique.data, json_true());
    if (json_object_size(taken) > 1) buf_add_char(out, ',');
    cell_add(out, buf_str(&unique));
}

void export_csv_begin(struct export_writer *w, struct buf *out) {
    CLEANUP(json_drop) json_t *taken = json_object();
    size_t i;
    const json_t *one;
    w->values = mem_alloc((json_array_size(w->fields) + 1) * sizeof *w->values);
    header_add(taken, STR("task"), out);
    header_add(taken, STR("external_id"), out);
    json_array_foreach(w->fields, i, one) header_add(taken, text_of(one), out);
    json_array_foreach(w->controls, i, one) header_add(taken, text_of(json_object_get(one, "name")), out);
    header_add(taken, STR("share"), out);
    header_add(taken, STR("posterior"), out);
    header_add(taken, STR("method"), out);
    header_add(taken, STR("answers"), out);
    buf_add_text(out, "\r\n");
}

/* Finds the task's value of each field. Members mostly come in the order of the fields, so the search for the next
 * starts behind the last one found. */
static void values_find(struct export_writer *w, str data) {
    size_t count = json_array_size(w->fields), next = 0;
    for (size_t i = 0; i < count; i++) w->values[i] = (str){"", 0};
    struct json_slice s = json_slice_open(data);
    for (str key, value; json_slice_member(&s, &key, &value);) {
        for (size_t tried = 0; tried < count; tried++) {
            size_t i = next + tried < count ? next + tried : next + tried - count;
            if (!json_slice_key_is(key, text_of(json_array_get(w->fields, i)))) continue;
            w->values[i] = value;
            next = i + 1 < count ? i + 1 : 0;
            break;
        }
    }
}

static void cell_join(struct export_writer *w, str value) {
    if (w->cell.len) buf_add_char(&w->cell, '|');
    json_slice_text(&w->cell, value);
}

/* What one item of a `result` list says, added to the cell: the strings of a list, else the value itself. */
static void item_join(struct export_writer *w, str type, str value) {
    static const struct {
        const char *type, *member;
    } known[] = {{"choices", "choices"}, {"textarea", "text"}, {"number", "number"}, {"rating", "rating"}};
    str said = value;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_is(type, known[i].type) && !json_slice_find(value, known[i].member, &said)) said = value;
    if (said.len == 0 || *said.data != '[') {
        cell_join(w, said);
        return;
    }
    struct json_slice s = json_slice_open(said);
    for (str one; json_slice_element(&s, &one);) cell_join(w, one);
}

/* The label's answer to one control. */
static void control_cell(struct export_writer *w, const json_t *control, str label, struct buf *out) {
    str name = text_of(json_object_get(control, "name")), type = text_of(json_object_get(control, "type"));
    buf_clear(&w->cell);
    struct json_slice items = json_slice_open(label);
    for (str item; json_slice_element(&items, &item);) {
        str from = {0}, value = {0}, key, one;
        struct json_slice members = json_slice_open(item);
        while (json_slice_member(&members, &key, &one)) {
            if (json_slice_key_is(key, STR("from_name"))) from = one;
            if (json_slice_key_is(key, STR("value"))) value = one;
        }
        if (from.len >= 2 && json_slice_key_is((str){from.data + 1, from.len - 2}, name)) item_join(w, type, value);
    }
    buf_add_char(out, ',');
    cell_add(out, buf_str(&w->cell));
}

void export_csv_task(struct export_writer *w, const struct export_task *task, struct buf *out) {
    export_add_id(out, task->id);
    buf_add_char(out, ',');
    cell_add(out, str_from(task->external_id));
    values_find(w, str_from(task->data));
    for (size_t i = 0; i < json_array_size(w->fields); i++) {
        buf_clear(&w->cell);
        json_slice_text(&w->cell, w->values[i]);
        buf_add_char(out, ',');
        cell_add(out, buf_str(&w->cell));
    }
    size_t i;
    const json_t *control;
    json_array_foreach(w->controls, i, control) control_cell(w, control, str_from(task->label), out);
    buf_add_char(out, ',');
    if (task->label) export_add_share(out, task->share);
    buf_add_char(out, ',');
    if (task->label && task->has_posterior) export_add_share(out, task->posterior);
    buf_add_char(out, ',');
    if (task->label) cell_add(out, str_from(task->method));
    buf_add_char(out, ',');
    export_add_id(out, task->answers);
    buf_add_text(out, "\r\n");
}
