#include "api/decode.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/json.h"

/* One decoding. `from` counts the problems that came from elsewhere before. */
struct decoder {
    const struct api_operation *operation;
    struct arena *arena;
    char *in;
    struct problem *problem;
    bool outside_path; /* something besides a path parameter is wrong */
};

/* A value on its way into the struct; path is where a complaint about it
 * points. */
struct place {
    const struct api_field *field;
    const char *path;
};

static void wrong(struct decoder *d, struct place at, const char *sentence) {
    if (at.field->place != API_IN_PATH) d->outside_path = true;
    problem_field_add(d->problem, at.path, "%s", sentence);
}

static void *member(struct decoder *d, const struct api_field *f) { return d->in + f->offset; }

static void mark_present(struct decoder *d, const struct api_field *f) {
    if (f->has_offset != API_NO_OFFSET) *(bool *)(d->in + f->has_offset) = true;
}

static const char *word_list(struct arena *a, const struct api_field *f) {
    const char *list = "";
    for (int i = 0; i < f->word_count; i++)
        list = arena_printf(a, "%s%s\"%s\"", list, i == 0 ? "" : i + 1 == f->word_count ? " or " : ", ", f->words[i]);
    return list;
}

/* The names that may be used in this place, for the complaint about one that
 * may not. */
static const char *known_names(struct decoder *d, enum api_place place) {
    const char *list = "";
    for (int i = 0; i < d->operation->field_count; i++) {
        const struct api_field *f = &d->operation->fields[i];
        if (f->place == place) list = arena_printf(d->arena, "%s%s%s", list, *list ? ", " : "", f->name);
    }
    return *list ? list : "none";
}

static const struct api_field *field_find(const struct api_operation *operation, enum api_place place, str name) {
    for (int i = 0; i < operation->field_count; i++)
        if (operation->fields[i].place == place && str_is(name, operation->fields[i].name))
            return &operation->fields[i];
    return NULL;
}

/* A name from outside may be long; the complaint shows its start. */
static str name_start(str name) {
    enum { SHOWN_BYTES = 60 };
    if (name.len <= SHOWN_BYTES) return name;
    size_t len = SHOWN_BYTES;
    while (len > 0 && ((unsigned char)name.data[len] & 0xC0) == 0x80) len--;
    return (str){name.data, len};
}

/* "/" + name as a part of a JSON pointer (RFC 6901). */
static const char *pointer_to(struct arena *a, str name) {
    name = name_start(name);
    char *out = arena_alloc(a, 2 * name.len + 2);
    size_t n = 0;
    out[n++] = '/';
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if (c == '~' || c == '/') {
            out[n++] = '~';
            c = c == '~' ? '0' : '1';
        }
        out[n++] = c;
    }
    out[n] = 0;
    return out;
}

/* --- checks of one value --- */

static bool int_check(struct decoder *d, struct place at, int64_t value) {
    const struct api_field *f = at.field;
    if (value >= f->minimum && value <= f->maximum) return true;
    wrong(d, at,
          arena_printf(d->arena, "Must be from %lld to %lld; it is %lld.", (long long)f->minimum, (long long)f->maximum,
                       (long long)value));
    return false;
}

static bool number_check(struct decoder *d, struct place at, double value) {
    const struct api_field *f = at.field;
    if (value >= f->number_minimum && value <= f->number_maximum) return true;
    wrong(d, at,
          arena_printf(d->arena, "Must be from %.15g to %.15g; it is %.15g.", f->number_minimum, f->number_maximum,
                       value));
    return false;
}

static bool handle_valid(str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                    c == '_' || c == '-';
        if (!good) return false;
    }
    return true;
}

static bool str_check(struct decoder *d, struct place at, str value) {
    const struct api_field *f = at.field;
    if (!str_utf8_valid(value)) {
        wrong(d, at, "Must be UTF-8 text without the character NUL.");
        return false;
    }
    size_t chars = str_utf8_chars(value);
    if (f->chars_max && (chars < f->chars_min || chars > f->chars_max)) {
        wrong(d, at,
              f->chars_min
                  ? arena_printf(d->arena, "Must have %zu to %zu characters; it has %zu.", f->chars_min, f->chars_max,
                                 chars)
                  : arena_printf(d->arena, "Must have at most %zu characters; it has %zu.", f->chars_max, chars));
        return false;
    }
    if (chars < f->chars_min) {
        wrong(d, at,
              f->chars_min == 1
                  ? "Must not be empty."
                  : arena_printf(d->arena, "Must have at least %zu characters; it has %zu.", f->chars_min, chars));
        return false;
    }
    if (f->bytes_max && value.len > f->bytes_max) {
        wrong(d, at, arena_printf(d->arena, "Must have at most %zu bytes; it has %zu.", f->bytes_max, value.len));
        return false;
    }
    if (f->handle && !handle_valid(value)) {
        wrong(d, at, "Only letters a to z, digits, dot, dash and underscore are allowed.");
        return false;
    }
    return true;
}

/* Index of the word, -1 when it is none. */
static int word_check(struct decoder *d, struct place at, str value) {
    for (int i = 0; i < at.field->word_count; i++)
        if (str_is(value, at.field->words[i])) return i;
    str shown = name_start(value);
    wrong(d, at,
          str_utf8_valid(shown)
              ? arena_printf(d->arena, "Must be %s; it is \"%.*s\".", word_list(d->arena, at.field), STR_ARG(shown))
              : arena_printf(d->arena, "Must be %s.", word_list(d->arena, at.field)));
    return -1;
}

/* --- the body --- */

static const char *json_kind(const json_t *v) {
    switch (json_typeof(v)) {
    case JSON_OBJECT: return "an object";
    case JSON_ARRAY: return "a list";
    case JSON_STRING: return "a string";
    case JSON_INTEGER: return "a whole number";
    case JSON_REAL: return "a number with a fraction";
    case JSON_TRUE:
    case JSON_FALSE: return "a boolean";
    case JSON_NULL: return "null";
    }
    return "something else";
}

static void wrong_type(struct decoder *d, struct place at, const char *wanted, const json_t *value) {
    wrong(d, at, arena_printf(d->arena, "Must be %s; it is %s.", wanted, json_kind(value)));
}

static str json_str(const json_t *v) { return (str){json_string_value(v), json_string_length(v)}; }

static bool list_check(struct decoder *d, struct place at, const json_t *value) {
    const struct api_field *f = at.field;
    if (!json_is_array(value)) {
        wrong_type(d, at, "a list", value);
        return false;
    }
    size_t count = json_array_size(value);
    if (count >= f->items_min && count <= f->items_max) return true;
    wrong(d, at, arena_printf(d->arena, "Must have %zu to %zu items; it has %zu.", f->items_min, f->items_max, count));
    return false;
}

static void list_take(struct decoder *d, struct place at, const json_t *value) {
    const struct api_field *f = at.field;
    if (!list_check(d, at, value)) return;
    size_t count = json_array_size(value);
    int64_t *numbers = f->type == API_INT_LIST ? arena_alloc(d->arena, count * sizeof *numbers) : NULL;
    str *texts = f->type == API_STR_LIST ? arena_alloc(d->arena, count * sizeof *texts) : NULL;
    unsigned bits = 0;
    const char *wanted = f->type == API_INT_LIST ? "a whole number" : "a string";
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(value, i);
        bool fits = f->type == API_INT_LIST ? json_is_integer(item) : json_is_string(item);
        /* The path is made only for the few items that are wrong. */
        char path[PROBLEM_PATH_BYTES];
        struct place here = {f, path};
        snprintf(path, sizeof path, "%s/%zu", at.path, i);
        if (!fits) {
            wrong_type(d, here, wanted, item);
        } else if (f->type == API_INT_LIST) {
            numbers[i] = json_integer_value(item);
            int_check(d, here, numbers[i]);
        } else if (f->type == API_STR_LIST) {
            texts[i] = json_str(item);
            str_check(d, here, texts[i]);
        } else {
            int word = word_check(d, here, json_str(item));
            if (word >= 0) bits |= 1u << word;
        }
    }
    if (f->type == API_INT_LIST)
        *(struct int64_list *)member(d, f) = (struct int64_list){numbers, count};
    else if (f->type == API_STR_LIST)
        *(struct str_list *)member(d, f) = (struct str_list){texts, count};
    else
        *(unsigned *)member(d, f) = bits;
}

static void json_take(struct decoder *d, struct place at, json_t *value) {
    const struct api_field *f = at.field;
    mark_present(d, f);
    switch (f->type) {
    case API_INT:
        if (!json_is_integer(value))
            wrong_type(d, at, "a whole number", value);
        else if (int_check(d, at, json_integer_value(value)))
            *(int64_t *)member(d, f) = json_integer_value(value);
        break;
    case API_DOUBLE:
        if (!json_is_number(value))
            wrong_type(d, at, "a number", value);
        else if (number_check(d, at, json_number_value(value)))
            *(double *)member(d, f) = json_number_value(value);
        break;
    case API_BOOL:
        if (!json_is_boolean(value))
            wrong_type(d, at, "true or false", value);
        else
            *(bool *)member(d, f) = json_is_true(value);
        break;
    case API_STR:
        if (!json_is_string(value))
            wrong_type(d, at, "a string", value);
        else if (str_check(d, at, json_str(value)))
            *(str *)member(d, f) = json_str(value);
        break;
    case API_ENUM:
        if (!json_is_string(value))
            wrong_type(d, at, word_list(d->arena, f), value);
        else
            *(int *)member(d, f) = word_check(d, at, json_str(value));
        break;
    case API_ENUM_SET:
    case API_INT_LIST:
    case API_STR_LIST: list_take(d, at, value); break;
    case API_JSON: *(json_t **)member(d, f) = value; break;
    }
}

/* application/json, with no parameter but charset=utf-8. */
static bool type_is_json(const char *content_type) {
    static const char json[] = "application/json";
    if (!content_type || strncasecmp(content_type, json, sizeof json - 1) != 0) return false;
    const char *rest = content_type + sizeof json - 1;
    rest += strspn(rest, " \t");
    if (!*rest) return true;
    if (*rest++ != ';') return false;
    rest += strspn(rest, " \t");
    if (strncasecmp(rest, "charset=", 8) != 0) return false;
    rest += 8;
    size_t quote = *rest == '"';
    if (strncasecmp(rest + quote, "utf-8", 5) != 0) return false;
    rest += quote + 5;
    if (quote && *rest++ != '"') return false;
    return rest[strspn(rest, " \t")] == 0;
}

static err body_parse(struct decoder *d, const struct decode_input *input, json_t **body) {
    if (input->body.len == 0) return OK;
    if (!type_is_json(input->content_type))
        return problem_set(d->problem, ERR_UNSUPPORTED_TYPE,
                           "Send the body as JSON in UTF-8 with the header "
                           "Content-Type: application/json.");
    return json_parse(input->body, body, d->problem);
}

static void body_take(struct decoder *d, json_t *body) {
    if (body && !json_is_object(body)) {
        problem_field_add(d->problem, "", "The body must be an object; it is %s.", json_kind(body));
        d->outside_path = true;
        return;
    }
    const char *key;
    size_t key_len;
    json_t *value;
    json_object_keylen_foreach(body, key, key_len, value) {
        str name = {key, key_len};
        const struct api_field *f = field_find(d->operation, API_IN_BODY, name);
        const char *path = pointer_to(d->arena, name);
        if (f) {
            json_take(d, (struct place){f, path}, value);
            continue;
        }
        d->outside_path = true;
        problem_field_add(d->problem, path, "There is no such property here; known are: %s.",
                          known_names(d, API_IN_BODY));
    }
    for (int i = 0; i < d->operation->field_count; i++) {
        const struct api_field *f = &d->operation->fields[i];
        if (f->place == API_IN_BODY && f->required && !json_object_get(body, f->name))
            wrong(d, (struct place){f, pointer_to(d->arena, str_from(f->name))}, "This property is required.");
    }
}

/* --- path and query --- */

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Percent-decoded text with + as space, in the arena. */
static bool query_unescape(struct arena *a, str raw, str *out) {
    char *text = arena_alloc(a, raw.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < raw.len; i++) {
        char c = raw.data[i];
        if (c == '+') {
            c = ' ';
        } else if (c == '%') {
            int high = i + 2 < raw.len ? hex_value(raw.data[i + 1]) : -1;
            int low = high >= 0 ? hex_value(raw.data[i + 2]) : -1;
            if (low < 0) return false;
            c = (char)(high << 4 | low);
            i += 2;
        }
        text[n++] = c;
    }
    *out = (str){text, n};
    return true;
}

static void text_take(struct decoder *d, struct place at, str text) {
    const struct api_field *f = at.field;
    mark_present(d, f);
    if (f->type == API_INT) {
        int64_t number;
        if (!str_to_int64(text, &number))
            wrong(d, at,
                  arena_printf(d->arena, "Must be a whole number from %lld to %lld.", (long long)f->minimum,
                               (long long)f->maximum));
        else if (int_check(d, at, number))
            *(int64_t *)member(d, f) = number;
    } else if (f->type == API_BOOL) {
        if (!str_is(text, "true") && !str_is(text, "false"))
            wrong(d, at, "Must be true or false.");
        else
            *(bool *)member(d, f) = str_is(text, "true");
    } else if (f->type == API_ENUM) {
        *(int *)member(d, f) = word_check(d, at, text);
    } else if (str_check(d, at, text)) { /* the generator lets nothing else through */
        *(str *)member(d, f) = text;
    }
}

static void query_wrong(struct decoder *d, str name, const char *sentence) {
    str shown = name_start(name);
    d->outside_path = true;
    problem_field_add(d->problem, str_utf8_valid(shown) ? arena_copy(d->arena, shown.data, shown.len) : "", "%s",
                      sentence);
}

static void query_take(struct decoder *d, str query) {
    unsigned long long seen = 0; /* one bit per field: an operation has fewer than 64 */
    const char *p = query.data, *end = query.data + query.len;
    while (p < end) {
        const char *ampersand = memchr(p, '&', (size_t)(end - p));
        str pair = {p, (size_t)((ampersand ? ampersand : end) - p)};
        p += pair.len + 1;
        if (pair.len == 0) continue;
        const char *equals = memchr(pair.data, '=', pair.len);
        size_t name_len = equals ? (size_t)(equals - pair.data) : pair.len;
        str raw_name = {pair.data, name_len}, raw_value = {pair.data + name_len + 1, pair.len - name_len - 1};
        if (!equals) raw_value = (str){"", 0};
        str name, value;
        if (!query_unescape(d->arena, raw_name, &name) || !query_unescape(d->arena, raw_value, &value)) {
            query_wrong(d, raw_name, "A % here is not followed by two hexadecimal digits.");
            continue;
        }
        const struct api_field *f = field_find(d->operation, API_IN_QUERY, name);
        if (!f) {
            query_wrong(d, name,
                        arena_printf(d->arena, "There is no such parameter here; known are: %s.",
                                     known_names(d, API_IN_QUERY)));
            continue;
        }
        unsigned long long bit = 1ull << (f - d->operation->fields);
        if (seen & bit)
            wrong(d, (struct place){f, f->name}, "This parameter stands twice; send it once.");
        else
            text_take(d, (struct place){f, f->name}, value);
        seen |= bit;
    }
    for (int i = 0; i < d->operation->field_count; i++) {
        const struct api_field *f = &d->operation->fields[i];
        if (f->place == API_IN_QUERY && f->required && !(seen & 1ull << i))
            wrong(d, (struct place){f, f->name}, "This parameter is required.");
    }
}

static void path_take(struct decoder *d, const str *segments) {
    for (int i = 0; i < d->operation->field_count; i++) {
        const struct api_field *f = &d->operation->fields[i];
        if (f->place == API_IN_PATH) text_take(d, (struct place){f, f->name}, segments[f->segment]);
    }
}

static void defaults_set(struct decoder *d) {
    for (int i = 0; i < d->operation->field_count; i++) {
        const struct api_field *f = &d->operation->fields[i];
        if (!f->has_default) continue;
        switch (f->type) {
        case API_INT: *(int64_t *)member(d, f) = f->default_int; break;
        case API_BOOL: *(bool *)member(d, f) = f->default_int != 0; break;
        case API_ENUM: *(int *)member(d, f) = (int)f->default_int; break;
        case API_DOUBLE: *(double *)member(d, f) = f->default_number; break;
        case API_STR: *(str *)member(d, f) = str_from(f->default_text); break;
        default: break;
        }
    }
}

/* One sentence for those who show only the detail. */
static err summary_set(struct decoder *d) {
    struct problem *p = d->problem;
    if (!d->outside_path)
        return problem_set(p, ERR_NOT_FOUND, "There is nothing at this address: %s is wrong. %s", p->fields[0].path,
                           p->fields[0].detail);
    if (p->field_count == 1 && p->fields[0].path[0])
        return problem_set(p, ERR_INVALID, "%s: %s", p->fields[0].path, p->fields[0].detail);
    if (p->field_count == 1) return problem_set(p, ERR_INVALID, "%s", p->fields[0].detail);
    return problem_set(p, ERR_INVALID, "%d fields are wrong, the first is %s: %s", p->field_count, p->fields[0].path,
                       p->fields[0].detail);
}

err decode(const struct api_operation *operation, const struct decode_input *input, struct arena *a, void *in,
           json_t **body, struct problem *p) {
    struct decoder d = {.operation = operation, .arena = a, .in = in, .problem = p};
    *body = NULL;
    defaults_set(&d);
    path_take(&d, input->segments);
    query_take(&d, input->query);
    if (operation->method != HTTP_GET && operation->kind != API_UPLOAD) {
        TRY(body_parse(&d, input, body));
        body_take(&d, *body);
    }
    return p->field_count ? summary_set(&d) : OK;
}
