#include "domain/label_config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "domain/label_parts.h"

/* ------------------------------------------------------------------ errors with their place */

/* Line and column (in characters) of a byte, both from 1. */
static void place_of(str xml, size_t offset, int *line, int *column) {
    *line = *column = 1;
    for (size_t i = 0; i < offset && i < xml.len; i++) {
        if (xml.data[i] == '\n')
            ++*line, *column = 1;
        else if (((unsigned char)xml.data[i] & 0xC0) != 0x80)
            ++*column;
    }
}

/* The copies of a <Repeater> have the same mistakes. */
static bool told_before(const struct problem *p, int line, int column, const char *text) {
    char path[PROBLEM_PATH_BYTES];
    snprintf(path, sizeof path, "/label_config");
    for (int i = 0; i < p->field_count && i < PROBLEM_FIELDS_MAX; i++)
        if (p->fields[i].line == line && p->fields[i].column == column && strcmp(p->fields[i].path, path) == 0 &&
            strncmp(p->fields[i].detail, text, sizeof p->fields[i].detail - 8) == 0)
            return true;
    return false;
}

void label_wrong(struct label_parse *parse, size_t offset, const char *format, ...) {
    parse->errors++;
    if (!parse->p) return;
    char text[2 * PROBLEM_TEXT_BYTES];
    int line = 0, column = 0;
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (parse->p->field_count < PROBLEM_FIELDS_MAX) place_of(parse->xml, offset, &line, &column);
    if (parse->config->repeats && told_before(parse->p, line, column, text)) {
        parse->errors--;
        return;
    }
    problem_place_add(parse->p, "/label_config", line, column, "%s", text);
}

int label_short(const char *text) {
    size_t len = strnlen(text, 60);
    while (len > 0 && text[len] && ((unsigned char)text[len] & 0xC0) == 0x80) len--;
    return (int)len;
}

/* ------------------------------------------------------------------ lists of what must not be there twice */

void label_list_add(struct label_list *list, const char *text, struct label_node *node, size_t offset) {
    if (list->count == list->size) {
        list->size = list->size ? 2 * list->size : 16;
        list->entries = mem_realloc(list->entries, sizeof *list->entries * (size_t)list->size);
    }
    list->entries[list->count++] = (struct label_entry){text, node, offset};
}

static int compare_entries(const void *a, const void *b) {
    const struct label_entry *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    return order ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

void label_list_sort(struct label_list *list) {
    if (list->count) qsort(list->entries, (size_t)list->count, sizeof *list->entries, compare_entries);
}

const struct label_entry *label_list_find(const struct label_list *list, const char *text) {
    int low = 0, high = list->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(list->entries[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->count && strcmp(list->entries[low].text, text) == 0 ? &list->entries[low] : NULL;
}

void label_list_free(struct label_list *list) { free(list->entries); }

/* ------------------------------------------------------------------ parse and free */

static void parse_checked(struct label_parse *parse) {
    str xml = parse->xml;
    if (xml.len > LABEL_CONFIG_BYTES_MAX) {
        label_wrong(parse, 0, "The label config is %zu bytes long; at most %d are taken.", xml.len,
                    LABEL_CONFIG_BYTES_MAX);
        return;
    }
    if (!str_utf8_valid(xml)) {
        label_wrong(parse, 0, "The label config is not valid UTF-8 text; save it as UTF-8.");
        return;
    }
    size_t blank = 0;
    while (blank < xml.len && strchr(" \t\r\n", xml.data[blank])) blank++;
    if (blank == xml.len) {
        label_wrong(parse, 0, "The label config is empty; it begins with <View>.");
        return;
    }
    label_xml_read(parse);
    if (!parse->config->root) return;
    label_repeat_unroll(parse);
    if (parse->errors == 0 || !parse->config->repeats) label_build(parse);
}

/* The tree is looked at in several passes; people read from top to bottom. */
static void sort_by_place(struct problem *p, int from) {
    int end = p->field_count < PROBLEM_FIELDS_MAX ? p->field_count : PROBLEM_FIELDS_MAX;
    for (int i = from + 1; i < end; i++) {
        struct problem_field field = p->fields[i];
        int k = i;
        for (; k > from; k--) {
            const struct problem_field *before = &p->fields[k - 1];
            if (before->line < field.line || (before->line == field.line && before->column <= field.column)) break;
            p->fields[k] = *before;
        }
        p->fields[k] = field;
    }
}

static err parse_run(struct label_parse *parse, struct label_config **config) {
    struct problem *p = parse->p;
    int before = p ? p->field_count : 0;
    *config = NULL;
    parse->config = mem_alloc(sizeof *parse->config);
    arena_init(&parse->config->arena);
    parse_checked(parse);
    label_list_free(&parse->names);
    label_list_free(&parse->hotkeys);
    if (parse->errors == 0) {
        if (parse->repeat_data || parse->repeat_result) parse->config->repeats = false; /* done */
        if (parse->config->repeats) parse->config->xml = arena_str(&parse->config->arena, parse->xml);
        *config = parse->config;
        return OK;
    }
    label_config_free(parse->config);
    if (!p || before >= PROBLEM_FIELDS_MAX) return ERR_CONFIG_INVALID;
    sort_by_place(p, before);
    const struct problem_field *first = &p->fields[before];
    return problem_set(p, ERR_CONFIG_INVALID, "The label config has %d %s; line %d, column %d: %s", parse->errors,
                       parse->errors == 1 ? "error" : "errors", first->line, first->column, first->detail);
}

err label_config_parse(str xml, struct label_config **config, struct problem *p) {
    struct label_parse parse = {.xml = xml, .p = p};
    if (str_starts(xml, "\xEF\xBB\xBF")) parse.xml = (str){xml.data + 3, xml.len - 3};
    return parse_run(&parse, config);
}

struct label_config *label_repeat_make(const struct label_config *config, const json_t *data, const json_t *result) {
    struct label_parse parse = {.xml = config->xml, .repeat_data = data, .repeat_result = result};
    struct label_config *made;
    return parse_run(&parse, &made) == OK ? made : NULL;
}

void label_config_free(struct label_config *config) {
    if (!config) return;
    json_decref(config->json);
    json_decref(config->field_names);
    json_decref(config->control_list);
    arena_free(&config->arena);
    free(config);
}

/* ------------------------------------------------------------------ what it says */

const json_t *label_config_json(const struct label_config *config) { return config->json; }

const json_t *label_config_fields(const struct label_config *config) { return config->field_names; }

const json_t *label_config_controls(const struct label_config *config) { return config->control_list; }

const struct label_control *label_control_named(const struct label_config *config, const char *name) {
    int low = 0, high = config->control_count;
    while (low < high) {
        int middle = low + (high - low) / 2, order = strcmp(config->by_name[middle]->name, name);
        if (order == 0) return config->by_name[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
