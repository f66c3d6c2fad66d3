/* <TextArea>: {"text": ["first", "second"]}. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

struct textarea_rules {
    int max; /* entries */
    bool no_repeats;
};

static void setup(struct label_parse *parse, struct label_control *control) {
    struct textarea_rules *rules = control->rules = arena_alloc(&parse->config->arena, sizeof *rules);
    double max = 0;
    label_attr_number(control->node, "maxSubmissions", &max);
    rules->max = max >= 1 && max <= LABEL_TEXTS_MAX ? (int)max : LABEL_TEXTS_MAX;
    rules->no_repeats = label_attr_true(control->node, "skipDuplicates");
}

/* Bytes of the white space character that text begins with, 0 when it is none. */
static size_t space_len(str text) {
    utf8proc_int32_t code;
    utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.data, (utf8proc_ssize_t)text.len, &code);
    if (len <= 0) return 0;
    bool is_space = (code >= 9 && code <= 13) || code == 0x85 || code == 0x2028 || code == 0x2029 ||
                    utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
    return is_space ? (size_t)len : 0;
}

static bool is_blank(str text) {
    for (size_t i = 0, len; i < text.len; i += len) {
        len = space_len((str){text.data + i, text.len - i});
        if (len == 0) return false;
    }
    return true;
}

/* Appends text as it counts for comparing: NFC, case folded, trimmed, inner white space as one space. */
static void fold(str text, struct buf *out) {
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)text.data, (utf8proc_ssize_t)text.len, &folded,
                                        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    str rest = len < 0 ? text : (str){(const char *)folded, (size_t)len};
    size_t start = out->len;
    bool gap = false;
    while (rest.len > 0) {
        size_t space = space_len(rest), step = space ? space : 1;
        if (space) {
            gap = true;
        } else {
            if (gap && out->len > start) buf_add_char(out, ' ');
            gap = false;
            buf_add_char(out, rest.data[0]);
        }
        rest = (str){rest.data + step, rest.len - step};
    }
    free(folded);
}

static str text_at(const json_t *list, size_t index) {
    const json_t *text = json_array_get(list, index);
    return (str){json_string_value(text), json_string_length(text)};
}

/* The texts as they count, each folded once. */
struct folded {
    struct buf texts;
    size_t ends[LABEL_TEXTS_MAX];
    size_t count;
};

/* Adds a text; is it equal to one before it. */
static bool is_repeat(struct folded *folded, str text) {
    size_t start = folded->texts.len, from = 0;
    fold(text, &folded->texts);
    str all = buf_str(&folded->texts), last = {all.data + start, all.len - start};
    folded->ends[folded->count++] = all.len;
    for (size_t i = 0; i + 1 < folded->count; from = folded->ends[i++])
        if (str_equal((str){all.data + from, folded->ends[i] - from}, last)) return true;
    return false;
}

static void check(const struct label_control *control, const json_t *data, const json_t *value,
                  struct label_report *report) {
    const struct textarea_rules *rules = control->rules;
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count == 0) {
        label_report(report, -1, "\"%.*s\" wants a list with at least one text.", SHORT(control->name));
        return;
    }
    if (count > (size_t)rules->max) {
        label_report(report, -1, "\"%.*s\" takes at most %d %s, not %zu.", SHORT(control->name), rules->max,
                     rules->max == 1 ? "text" : "texts", count);
        return;
    }
    struct folded folded = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        str text = text_at(value, i);
        if (!text.data)
            label_report(report, (int)i, "\"%.*s\" wants texts.", SHORT(control->name));
        else if (is_blank(text))
            label_report(report, (int)i, "The text for \"%.*s\" is empty.", SHORT(control->name));
        else if (text.len > LABEL_TEXT_CHARS_MAX && str_utf8_chars(text) > LABEL_TEXT_CHARS_MAX)
            label_report(report, (int)i, "The text for \"%.*s\" is longer than %d characters.", SHORT(control->name),
                         LABEL_TEXT_CHARS_MAX);
        else if (rules->no_repeats && is_repeat(&folded, text))
            label_report(report, (int)i, "\"%.*s\" has this text already; every text must be different.",
                         SHORT(control->name));
    }
    buf_free(&folded.texts);
}

static void add_key(const struct label_control *control, const json_t *value, struct buf *key) {
    CLEANUP(buf_free) struct buf text = {0};
    buf_add_char(key, '[');
    for (size_t i = 0; i < json_array_size(value); i++) {
        if (i > 0) buf_add_char(key, ',');
        buf_clear(&text);
        fold(text_at(value, i), &text);
        buf_add_json_string(key, buf_str(&text));
    }
    buf_add_char(key, ']');
}

static json_t *value_from(const struct label_control *control, const json_t *data, const json_t *simple) {
    if (json_is_array(simple)) return json_deep_copy(simple);
    json_t *list = NULL;
    if (json_is_string(simple)) {
        list = json_array();
        json_array_append_new(list, json_deep_copy(simple));
    } else if (json_is_number(simple)) {
        CLEANUP(buf_free) struct buf text = {0};
        label_number_write(&text, json_number_value(simple));
        list = json_array();
        json_array_append_new(list, json_stringn(text.data, text.len));
    }
    return list;
}

static void describe(const struct label_control *control, json_t *object) {
    const struct textarea_rules *rules = control->rules;
    json_object_set_new(object, "max", json_integer(rules->max));
}

const struct control_type label_textarea = {
    .type = "textarea",
    .key = "text",
    .setup = setup,
    .check = check,
    .add_key = add_key,
    .value_from = value_from,
    .describe = describe,
};
