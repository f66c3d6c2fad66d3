/* Regions of <HyperText> and <Paragraphs>, and the controls that label them.
 *
 * HyperText: {"start": "/p[1]/text()[1]", "startOffset": 4, "end": ..., "endOffset": 9, "globalOffsets": {"start",
 * "end"}, "text"}: XPaths below the object's element, offsets in the text nodes, and offsets in all text of the HTML.
 * The page and Label Studio make them from the browser's tree, so here they are checked against the text of the HTML
 * only: the global offsets are inside of it, and the quote is in it but for white space.
 *
 * Paragraphs: {"start": "0", "startOffset": 4, "end": "1", "endOffset": 9, "text"}: numbers of paragraphs as texts, and
 * offsets in those. All offsets are UTF-16 code units. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/label_config.h"
#include "domain/label_parts.h"
#include "domain/sanitize.h"

enum { XPATH_BYTES_MAX = 2000 };

/* ------------------------------------------------------------------ text of HTML */

static void code_add(struct buf *out, unsigned long code) {
    if (code < 0x80) {
        buf_add_char(out, (char)code);
    } else if (code < 0x800) {
        buf_add_char(out, (char)(0xC0 | (code >> 6)));
        buf_add_char(out, (char)(0x80 | (code & 0x3F)));
    } else if (code < 0x10000) {
        buf_add_char(out, (char)(0xE0 | (code >> 12)));
        buf_add_char(out, (char)(0x80 | ((code >> 6) & 0x3F)));
        buf_add_char(out, (char)(0x80 | (code & 0x3F)));
    } else {
        buf_add_char(out, (char)(0xF0 | (code >> 18)));
        buf_add_char(out, (char)(0x80 | ((code >> 12) & 0x3F)));
        buf_add_char(out, (char)(0x80 | ((code >> 6) & 0x3F)));
        buf_add_char(out, (char)(0x80 | (code & 0x3F)));
    }
}

/* The reference that begins at '&'; returns its bytes. Names other than these few count as they are written, which is
 * longer than what they mean: the bound of offsets is never too small. */
static size_t reference_add(str html, struct buf *out) {
    static const struct {
        const char *name;
        unsigned code;
    } names[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&nbsp;", 0xA0}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_starts(html, names[i].name)) {
            code_add(out, names[i].code);
            return strlen(names[i].name);
        }
    if (html.len > 3 && html.data[1] == '#') {
        bool hex = html.data[2] == 'x' || html.data[2] == 'X';
        char *end;
        unsigned long code = strtoul(html.data + (hex ? 3 : 2), &end, hex ? 16 : 10);
        if (*end == ';' && code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF)) {
            code_add(out, code);
            return (size_t)(end + 1 - html.data);
        }
    }
    buf_add_char(out, '&');
    return 1;
}

/* Of HTML that the sanitiser wrote: no '<' or '>' stands in it but around tags. breaks: counts <br>, which some count
 * as a character. */
static void text_of_html(str html, struct buf *out, size_t *breaks) {
    for (size_t i = 0; i < html.len;) {
        str rest = {html.data + i, html.len - i};
        if (rest.data[0] == '<') {
            const char *end = memchr(rest.data, '>', rest.len);
            if (str_starts(rest, "<br")) ++*breaks;
            i += end ? (size_t)(end + 1 - rest.data) : rest.len;
        } else if (rest.data[0] == '&') {
            i += reference_add(rest, out);
        } else {
            buf_add_char(out, rest.data[0]);
            i++;
        }
    }
}

static double units_of(str text) {
    double units = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        units += (byte & 0xC0) != 0x80 ? (byte >= 0xF0 ? 2 : 1) : 0;
    }
    return units;
}

/* ------------------------------------------------------------------ <HyperText> */

static bool path_check(const json_t *value, const char *member, struct label_report *report) {
    const char *path = json_string_value(json_object_get(value, member));
    report->key = member;
    if (path && path[0] == '/' && strlen(path) <= XPATH_BYTES_MAX) return true;
    label_report(report, -1, "%s must be an XPath of a text in the HTML, such as \"/p[1]/text()[1]\".", member);
    return false;
}

static void global_check(const json_t *value, double units, struct label_report *report) {
    const json_t *global = json_object_get(value, "globalOffsets");
    double start, end;
    if (!global) return;
    if (!json_is_object(global)) {
        report->key = "globalOffsets";
        label_report(report, -1, "globalOffsets must be {\"start\", \"end\"}.");
        return;
    }
    if (!label_offset_read(global, "start", &start, report) || !label_offset_read(global, "end", &end, report)) return;
    report->key = "globalOffsets";
    if (end <= start)
        label_report(report, -1, "The end must be larger than the start.");
    else if (end > units)
        label_report(report, -1, "The end is behind the end of the text.");
}

static void hypertext_html(const struct label_shape *shape, struct buf *clean) {
    const char *attr = label_attr(shape->object, "value");
    if (attr[0] == '$') {
        const json_t *html = label_data_get(shape->data, attr + 1);
        sanitize_html((str){json_string_value(html), json_string_length(html)}, clean);
    } else {
        buf_add_text(clean, attr);
    }
}

static void hypertext_check(const struct label_shape *shape, struct label_report *report) {
    CLEANUP(buf_free) struct buf clean = {0}, text = {0};
    const json_t *value = shape->value, *quote = json_object_get(value, "text");
    double start, end;
    size_t breaks = 0;
    if (!path_check(value, "start", report) || !path_check(value, "end", report) ||
        !label_offset_read(value, "startOffset", &start, report) ||
        !label_offset_read(value, "endOffset", &end, report))
        return;
    hypertext_html(shape, &clean);
    text_of_html(buf_str(&clean), &text, &breaks);
    global_check(value, units_of(buf_str(&text)) + (double)breaks, report);
    if (!quote) return;
    report->key = "text";
    str quoted = {json_string_value(quote), json_string_length(quote)};
    if (!json_is_string(quote) || !label_quote_within(quoted, buf_str(&text)))
        label_report(report, -1, "This is not a text of the HTML.");
}

static void add_number(const json_t *value, struct buf *key) { label_number_write(key, json_number_value(value)); }

/* By the global offsets where they are given: the same place can have several XPaths. */
static void hypertext_key(const json_t *value, struct buf *key) {
    const json_t *global = json_object_get(value, "globalOffsets");
    buf_add_char(key, '[');
    if (!global) {
        buf_add_json_string(key, str_from(json_string_value(json_object_get(value, "start"))));
        buf_add_char(key, ',');
    }
    add_number(global ? json_object_get(global, "start") : json_object_get(value, "startOffset"), key);
    buf_add_char(key, ',');
    if (!global) {
        buf_add_json_string(key, str_from(json_string_value(json_object_get(value, "end"))));
        buf_add_char(key, ',');
    }
    add_number(global ? json_object_get(global, "end") : json_object_get(value, "endOffset"), key);
    buf_add_char(key, ']');
}

static const char *const hypertext_members[] = {"start",         "end",  "startOffset", "endOffset",
                                                "globalOffsets", "text", NULL};
const struct label_geometry label_hypertext_span = {hypertext_members, hypertext_check, hypertext_key, NULL};

const struct control_type label_hypertext_labels = {
    .type = "hypertextlabels", .key = "hypertextlabels", .objects = "HyperText", LABELS_FUNCTIONS};

/* ------------------------------------------------------------------ <Paragraphs> */

/* Number of a paragraph, "0" or 0; -1 = none. */
static long paragraph_number(const json_t *value) {
    if (json_is_integer(value)) return json_integer_value(value) >= 0 ? (long)json_integer_value(value) : -1;
    const char *text = json_string_value(value);
    size_t digits = text ? strspn(text, "0123456789") : 0;
    return digits > 0 && digits < 7 && !text[digits] ? strtol(text, NULL, 10) : -1;
}

static str paragraph(const struct label_node *object, const json_t *list, long number) {
    const char *key = label_attr(object, "textKey");
    const json_t *text = json_object_get(json_array_get(list, (size_t)number), key && key[0] ? key : "text");
    return (str){json_string_value(text), json_string_length(text)};
}

/* Bytes before a UTF-16 offset; false when it is behind the end or inside a character. */
static bool byte_of(str text, const json_t *value, const char *member, size_t *byte, struct label_report *report) {
    double offset;
    if (!label_offset_read(value, member, &offset, report)) return false;
    if (label_offset_byte(text, offset, byte)) return true;
    label_report(report, -1, "%s is behind the end of the paragraph or inside a character.", member);
    return false;
}

static void paragraphs_check(const struct label_shape *shape, struct label_report *report) {
    const json_t *list = label_data_get(shape->data, label_attr(shape->object, "value") + 1), *value = shape->value,
                 *quote = json_object_get(value, "text");
    long first = paragraph_number(json_object_get(value, "start")),
         last = paragraph_number(json_object_get(value, "end"));
    long count = (long)json_array_size(list);
    size_t from, to;
    for (int i = 0; i < 2; i++) {
        report->key = i ? "end" : "start";
        if ((i ? last : first) >= 0 && (i ? last : first) < count) continue;
        label_report(report, -1, "%s must be the number of a paragraph, from \"0\" to \"%ld\".", report->key,
                     count - 1);
        return;
    }
    if (!byte_of(paragraph(shape->object, list, first), value, "startOffset", &from, report) ||
        !byte_of(paragraph(shape->object, list, last), value, "endOffset", &to, report))
        return;
    if (first > last || (first == last && from >= to)) {
        report->key = "end";
        label_report(report, -1, "The end must be behind the start.");
        return;
    }
    if (!quote) return;
    CLEANUP(buf_free) struct buf found = {0};
    for (long i = first; i <= last; i++) {
        str text = paragraph(shape->object, list, i);
        size_t begin = i == first ? from : 0;
        buf_add(&found, text.data + begin, (i == last ? to : text.len) - begin);
        buf_add_char(&found, ' ');
    }
    report->key = "text";
    str quoted = {json_string_value(quote), json_string_length(quote)};
    if (!json_is_string(quote) || !label_quote_same(quoted, buf_str(&found)))
        label_report(report, -1, "The text there is \"%.*s\".", SHORT(found.data));
}

static void paragraphs_key(const json_t *value, struct buf *key) {
    buf_printf(key, "[%ld,", paragraph_number(json_object_get(value, "start")));
    add_number(json_object_get(value, "startOffset"), key);
    buf_printf(key, ",%ld,", paragraph_number(json_object_get(value, "end")));
    add_number(json_object_get(value, "endOffset"), key);
    buf_add_char(key, ']');
}

static const char *const paragraph_members[] = {"start",         "end",  "startOffset", "endOffset",
                                                "globalOffsets", "text", NULL};
const struct label_geometry label_paragraph_span = {paragraph_members, paragraphs_check, paragraphs_key, NULL};

const struct control_type label_paragraph_labels = {
    .type = "paragraphlabels", .key = "paragraphlabels", .objects = "Paragraphs", LABELS_FUNCTIONS};
