/* Regions of <Text>: {"start": 0, "end": 5, "text": "Alice"}.
 *
 * start and end count UTF-16 code units of the text as the task has it, as in JavaScript and Label Studio: a letter
 * with a combining mark is two, an emoji is two or more, and the direction of writing does not matter. The end is
 * behind the last unit. Neither may stand between the two halves of one character. */
#include <math.h>
#include <string.h>
#include <utf8proc.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"

/* The shortest form that is the same number; whole numbers without exponent, as in JavaScript up to 1e21. */
static void number_add(const json_t *value, struct buf *out) {
    double number = json_number_value(value), again = 0;
    if (json_is_integer(value)) {
        buf_printf(out, "%lld", (long long)json_integer_value(value));
        return;
    }
    if (number == floor(number) && fabs(number) < 1e21) {
        buf_printf(out, "%.0f", number);
        return;
    }
    CLEANUP(buf_free) struct buf text = {0};
    label_number_write(&text, number);
    for (size_t digits = 16; digits <= 17 && (!label_number_read(text.data, &again) || again != number); digits++) {
        char longer[64];
        size_t len = json_dumpb(value, longer, sizeof longer, JSON_ENCODE_ANY | JSON_REAL_PRECISION(digits));
        buf_clear(&text);
        buf_add(&text, longer, len < sizeof longer ? len : 0);
    }
    buf_add_str(out, buf_str(&text));
}

static void value_add(const json_t *value, str as_written, struct buf *out) {
    if (json_is_string(value))
        buf_add(out, json_string_value(value), json_string_length(value));
    else if (json_is_number(value))
        number_add(value, out);
    else
        buf_add_str(out, as_written);
}

void label_text_fill(const char *text, const json_t *data, struct buf *out) {
    size_t at = 0, done = 0;
    str name;
    if (label_is_field(text, &name)) {
        value_add(label_data_get(data, text + 1), (str){0}, out);
        return;
    }
    while (label_field_next(text, &at, &name)) {
        size_t dollar = (size_t)(name.data - 1 - text);
        buf_add(out, text + done, dollar - done);
        value_add(json_object_getn(data, name.data, name.len), (str){text + dollar, at - dollar}, out);
        done = at;
    }
    buf_add_text(out, text + done);
}

/* ------------------------------------------------------------------ offsets */

bool label_offset_byte(str text, double offset, size_t *byte) {
    double units = 0;
    size_t i = 0;
    while (i < text.len && units < offset) {
        unsigned char lead = (unsigned char)text.data[i];
        size_t len = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        units += len == 4 ? 2 : 1;
        i += len;
    }
    *byte = i;
    return units == offset;
}

bool label_offset_read(const json_t *value, const char *member, double *offset, struct label_report *report) {
    const json_t *number = json_object_get(value, member);
    report->key = member;
    *offset = json_number_value(number);
    if (json_is_number(number) && *offset >= 0 && *offset <= 1e9 && *offset == floor(*offset)) return true;
    label_report(report, -1, "%s must be a whole number, counted in UTF-16 code units from 0.", member);
    return false;
}

/* The next byte that counts when quotes are compared: white space and "\n" written as two characters do not, since
 * browsers and Label Studio change those. */
static size_t quote_skip(str text, size_t i) {
    for (;;) {
        str rest = {text.data + i, text.len - i};
        if (rest.len == 0) return i;
        if (strchr(" \t\r\n", rest.data[0]) && rest.data[0])
            i++;
        else if (str_starts(rest, "\\n") || str_starts(rest, "\xC2\xA0"))
            i += 2;
        else
            return i;
    }
}

bool label_quote_same(str a, str b) {
    size_t i = 0, k = 0;
    for (;;) {
        i = quote_skip(a, i);
        k = quote_skip(b, k);
        if (i == a.len || k == b.len) return i == a.len && k == b.len;
        if (a.data[i++] != b.data[k++]) return false;
    }
}

/* What counts of a quote. */
static void quote_strip(str text, struct buf *out) {
    buf_add_char(out, '|'); /* never empty */
    for (size_t i = quote_skip(text, 0); i < text.len; i = quote_skip(text, i)) buf_add_char(out, text.data[i++]);
}

bool label_quote_within(str quote, str text) {
    CLEANUP(buf_free) struct buf part = {0}, whole = {0};
    quote_strip(quote, &part);
    quote_strip(text, &whole);
    return memmem(whole.data + 1, whole.len - 1, part.data + 1, part.len - 1) != NULL;
}

void label_span_check(str text, const json_t *value, const char *const members[3], struct label_report *report) {
    double start, end;
    size_t from, to;
    if (!label_offset_read(value, members[0], &start, report) || !label_offset_read(value, members[1], &end, report))
        return;
    if (end <= start) {
        report->key = members[1];
        label_report(report, -1, "%s must be larger than %s.", members[1], members[0]);
        return;
    }
    for (int i = 0; i < 2; i++)
        if (!label_offset_byte(text, i ? end : start, i ? &to : &from)) {
            report->key = members[i];
            label_report(report, -1, "%s is behind the end of the text or inside a character.", members[i]);
            return;
        }
    const json_t *quote = json_object_get(value, members[2]);
    report->key = members[2];
    if (!quote) return;
    str quoted = {json_string_value(quote), json_string_length(quote)}, found = {text.data + from, to - from};
    if (!json_is_string(quote) || !label_quote_same(quoted, found)) {
        CLEANUP(buf_free) struct buf copy = {0};
        buf_add_str(&copy, found);
        label_report(report, -1, "The text there is \"%.*s\".", SHORT(copy.data));
    }
}

/* ------------------------------------------------------------------ <Text> */

static void check(const struct label_shape *shape, struct label_report *report) {
    static const char *const members[] = {"start", "end", "text"};
    CLEANUP(buf_free) struct buf text = {0};
    label_text_fill(label_attr(shape->object, "value"), shape->data, &text);
    label_span_check(buf_str(&text), shape->value, members, report);
}

static void add_key(const json_t *value, struct buf *key) {
    buf_add_char(key, '[');
    label_number_write(key, json_number_value(json_object_get(value, "start")));
    buf_add_char(key, ',');
    label_number_write(key, json_number_value(json_object_get(value, "end")));
    buf_add_char(key, ']');
}

static const char *const members[] = {"start", "end", "text", NULL};
const struct label_geometry label_text_span = {members, check, add_key, NULL};
