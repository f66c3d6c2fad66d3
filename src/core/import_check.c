#include "core/import_check.h"

#include <string.h>

#include "base/json.h"

/* --- the report --- */

static void cell_write(struct buf *b, const char *text) {
    bool formula = *text && strchr("=+-@\t\r", *text);
    if (!formula && !strpbrk(text, ",\"\r\n")) {
        buf_add_text(b, text);
        return;
    }
    buf_add_char(b, '"');
    if (formula) buf_add_char(b, '\'');
    for (; *text; text++) {
        if (*text == '"') buf_add_char(b, '"');
        buf_add_char(b, *text);
    }
    buf_add_char(b, '"');
}

static void report_add(struct import_check *check, int64_t line, const char *field, const char *reason) {
    if (check->report.len == 0) buf_add_text(&check->report, "line,field,reason\r\n");
    buf_printf(&check->report, "%lld,", (long long)line);
    cell_write(&check->report, field);
    buf_add_char(&check->report, ',');
    cell_write(&check->report, reason);
    buf_add_text(&check->report, "\r\n");
}

/* Counts a wrong row; true when it is still listed. */
static bool wrong_count(struct import_check *check) { return ++check->wrong <= IMPORT_BAD_ROWS_LISTED_MAX; }

static bool wrong(struct import_check *check, int64_t line, const char *field, const char *reason) {
    if (wrong_count(check)) report_add(check, line, field, reason);
    return false;
}

/* Fields as the problem names them: "/data/title" is the column or member title. */
static bool wrong_fields(struct import_check *check, int64_t line) {
    const struct problem *p = &check->problem;
    if (!wrong_count(check)) return false;
    for (int i = 0; i < p->field_count && i < PROBLEM_FIELDS_MAX && i < IMPORT_BAD_FIELDS_LISTED_MAX; i++) {
        const char *path = p->fields[i].path;
        if (strncmp(path, "/data/", 6) == 0) path += 6;
        report_add(check, line, path, p->fields[i].detail);
    }
    if (p->field_count == 0) report_add(check, line, "", p->detail);
    return false;
}

/* --- the config --- */

/* Whole values only: a name of the archive cannot stand inside of an address. */
static bool is_field(const char *value) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    return value[0] == '$' && value[1 + strspn(value + 1, letters)] == 0;
}

static void picture_fields_find(struct import_check *check, const json_t *node) {
    const char *tag = json_text(node, "tag"), *value = json_text(json_object_get(node, "attrs"), "value");
    bool picture = tag && value && strcmp(tag, "Image") == 0 && is_field(value);
    if (picture && check->picture_field_count < IMPORT_PICTURE_FIELDS_MAX)
        check->picture_fields[check->picture_field_count++] = value + 1;
    size_t i;
    json_t *child;
    json_array_foreach(json_object_get(node, "children"), i, child) picture_fields_find(check, child);
}

err import_check_init(struct import_check *check, str label_config, struct problem *p) {
    *check = (struct import_check){0};
    TRY(label_config_parse(label_config, &check->config, p));
    picture_fields_find(check, label_config_json(check->config));
    return OK;
}

void import_check_free(struct import_check *check) {
    json_drop(&check->gold);
    json_drop(&check->made);
    label_config_free(check->config);
    buf_free(&check->report);
}

/* --- rows --- */

/* A line of the list of pictures becomes a task that shows it. */
static bool picture_row(struct import_check *check, const struct import_row *row, json_t **data) {
    const char *name = json_text(row->data, "name"), *address = json_text(row->data, "address");
    if (!name || !address) {
        const char *reason = json_text(row->data, "wrong");
        return wrong(check, row->line, name ? name : "", reason ? reason : "The picture cannot be used.");
    }
    json_drop(&check->made);
    check->made = json_object();
    json_object_set_new(check->made, "file", json_string(name));
    json_object_set_new(check->made, check->picture_fields[0], json_string(address));
    *data = check->made;
    return true;
}

/* Puts addresses in place of the names of the archive's files. */
static bool names_replace(struct import_check *check, const struct import_row *row) {
    for (int i = 0; i < check->picture_field_count; i++) {
        const char *field = check->picture_fields[i], *found;
        const json_t *value = json_object_get(row->data, field);
        if (!json_is_string(value)) continue;
        switch (import_names_find(check->names, (str){json_string_value(value), json_string_length(value)}, &found)) {
        case IMPORT_NAME_UNKNOWN: break; /* an address, or wrong; the config's check tells */
        case IMPORT_NAME_PICTURE: json_object_set_new(row->data, field, json_string(found)); break;
        case IMPORT_NAME_REFUSED: return wrong(check, row->line, field, found);
        }
    }
    return true;
}

/* A row that the form would show nothing of, such as one with all its cells empty. One empty field of several is none
 * of our business: a film may have no synopsis. */
static bool shows_something(struct import_check *check, const struct import_row *row, const json_t *data) {
    const json_t *fields = label_config_fields(check->config), *field;
    size_t i;
    json_array_foreach(fields, i, field) {
        const json_t *value = json_object_get(data, json_string_value(field));
        if (!json_is_string(value) || json_string_length(value) > 0) return true;
    }
    if (json_array_size(fields) == 0) return true;
    return wrong(check, row->line, json_string_value(json_array_get(fields, 0)),
                 "Everything that the form shows is empty in this row. Fill it in or leave the row out.");
}

static bool gold_take(struct import_check *check, const struct import_row *row, const json_t *data) {
    const struct problem *p = &check->problem;
    if (label_config_answer_from_value(check->config, data, row->gold, &check->gold, &check->problem) == OK)
        return true;
    check->gold = NULL;
    return wrong(check, row->line, "gold", p->field_count ? p->fields[0].detail : p->detail);
}

bool import_check_row(struct import_check *check, const struct import_row *row, json_t **data, json_t **gold) {
    json_drop(&check->gold);
    *gold = NULL;
    *data = row->data;
    /* Not the whole of it is cleared: it is large, and this runs for every row. */
    check->problem.field_count = 0;
    check->problem.detail[0] = 0;
    check->rows++;
    if (row->wrong) return wrong(check, row->line, row->wrong_field, row->wrong);
    if (check->pictures_are_rows && !picture_row(check, row, data)) return false;
    if (check->names && !check->pictures_are_rows && !names_replace(check, row)) return false;
    if (label_config_check_task(check->config, *data, &check->problem) != OK) return wrong_fields(check, row->line);
    if (!shows_something(check, row, *data)) return false;
    if (row->gold && !gold_take(check, row, *data)) return false;
    *gold = check->gold;
    return true;
}
