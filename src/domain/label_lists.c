/* Lists and tables that objects show: <Paragraphs>, <List>, <Chat>, <Table>. Checks of task data. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

/* The list that value="$field" names; NULL when it is not there, which is an error already. False after an error. */
static bool list_get(const struct label_node *node, const json_t *data, const char *of, const json_t **list,
                     struct problem *p) {
    const char *field = label_attr(node, "value");
    char path[PROBLEM_PATH_BYTES];
    *list = field ? label_data_get(data, field + 1) : NULL;
    if (!*list || (json_is_array(*list) && json_array_size(*list) <= LABEL_LIST_MAX)) return true;
    snprintf(path, sizeof path, "/data/%.*s", SHORT(field + 1));
    problem_field_add(p, path, "\"%.*s\" must be a list of at most %d %s.", SHORT(field + 1), LABEL_LIST_MAX, of);
    return false;
}

static bool wrong(const struct label_node *node, size_t index, struct problem *p, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
static bool wrong(const struct label_node *node, size_t index, struct problem *p, const char *format, ...) {
    if (!p) return false;
    char path[PROBLEM_PATH_BYTES], text[PROBLEM_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    snprintf(path, sizeof path, "/data/%.*s/%zu", SHORT(label_attr(node, "value") + 1), index);
    problem_field_add(p, path, "%s", text);
    return false;
}

static const char *key_of(const struct label_node *node, const char *attr, const char *otherwise) {
    const char *key = label_attr(node, attr);
    return key && key[0] ? key : otherwise;
}

bool label_paragraphs_check(const struct label_node *node, const json_t *data, struct problem *p) {
    const char *text = key_of(node, "textKey", "text"), *name = key_of(node, "nameKey", "author");
    const json_t *list;
    if (!list_get(node, data, "paragraphs", &list, p)) return false;
    bool good = true;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i), *author = json_object_get(item, name);
        if (!json_is_string(json_object_get(item, text)))
            good = wrong(node, i, p, "A paragraph must be an object with the text \"%.*s\".", SHORT(text));
        else if (author && !json_is_string(author))
            good = wrong(node, i, p, "\"%.*s\" of a paragraph must be a text.", SHORT(name));
    }
    return good;
}

bool label_messages_check(const struct label_node *node, const json_t *data, struct problem *p) {
    const json_t *list;
    if (!list_get(node, data, "messages", &list, p)) return false;
    bool good = true;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        if (!json_is_string(json_object_get(item, "role")) || !json_is_string(json_object_get(item, "content")))
            good = wrong(node, i, p, "A message must be an object with the texts \"role\" and \"content\".");
    }
    return good;
}

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *item_id(const json_t *item) {
    const char *id = json_string_value(json_object_get(item, "id"));
    return id && id[0] && strlen(id) <= 4 * LABEL_NAME_CHARS_MAX ? id : NULL;
}

bool label_items_check(const struct label_node *node, const json_t *data, struct problem *p) {
    static const char *const texts[] = {"title", "body", "html"};
    const json_t *list;
    if (!list_get(node, data, "items", &list, p)) return false;
    size_t count = json_array_size(list), known = 0;
    const char **ids = mem_alloc(sizeof *ids * (count + 1));
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        if (item_id(item))
            ids[known++] = item_id(item);
        else
            good = wrong(node, i, p, "An item must be an object with an \"id\" that is a text and not empty.");
        for (int t = 0; t < 3; t++) {
            const json_t *text = json_object_get(item, texts[t]);
            if (text && !json_is_string(text)) good = wrong(node, i, p, "\"%s\" of an item must be a text.", texts[t]);
        }
    }
    qsort(ids, known, sizeof *ids, compare_texts);
    for (size_t i = 1; i < known; i++)
        if (strcmp(ids[i], ids[i - 1]) == 0) good = wrong(node, 0, p, "The id \"%.*s\" is there twice.", SHORT(ids[i]));
    free(ids);
    return good;
}

static bool is_cell(const json_t *value) { return !json_is_object(value) && !json_is_array(value); }

/* {"name": value} shows two columns; a list of such objects a column for each name. */
bool label_table_check(const struct label_node *node, const json_t *data, struct problem *p) {
    const char *field = label_attr(node, "value"), *name;
    const json_t *table = field ? label_data_get(data, field + 1) : NULL;
    json_t *value;
    char path[PROBLEM_PATH_BYTES];
    bool good = !table || json_is_object(table) || json_is_array(table);
    size_t rows = json_is_array(table) ? json_array_size(table) : 0;
    if (json_is_object(table)) {
        rows = json_object_size(table);
        json_object_foreach((json_t *)table, name, value) good &= is_cell(value);
    }
    for (size_t i = 0; json_is_array(table) && i < rows; i++) {
        const json_t *row = json_array_get(table, i);
        good &= json_is_object(row);
        json_object_foreach((json_t *)row, name, value) good &= is_cell(value);
    }
    if (good && rows <= LABEL_LIST_MAX) return true;
    snprintf(path, sizeof path, "/data/%.*s", SHORT(field + 1));
    problem_field_add(
        p, path,
        "A table is an object {\"name\": value} or a list of such objects, of at most %d rows, each value "
        "a text, a number, true, false or null.",
        LABEL_LIST_MAX);
    return false;
}
