/* docs/labels.md says what the table of tags says, and the page knows the tags and attributes that it says are
 * supported.
 *
 * Every tag and attribute in NAMES (tests/golden/label_studio_tags.txt) has to be known:
 *
 *   label_docs_test DOCS WEB_LABEL NAMES            checks DOCS (docs/labels.md) and the pages' sources in WEB_LABEL
 *   label_docs_test --write DOCS WEB_LABEL NAMES    writes the part of DOCS that is made from the table anew */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "domain/label_config.h"
#include "domain/label_parts.h"

static const char begins[] = "<!-- From here on made from the table of tags: label_docs_test --write. -->\n";
static const char *docs_path, *web_path, *names_path;

static const struct {
    const char *tag, *about;
} abouts[] = {
    {"View", "Holds others; `style`, `className` and `idAttr` are for `<Style>`."},
    {"Header", "A title or question. It names the controls behind it for screen readers."},
    {"Style", "CSS for this task. It stays inside the task; nothing in it can load anything."},
    {"Text", "A text of the task. Can be marked with `Labels`."},
    {"HyperText", "HTML of the task, made harmless by the server. Can be marked with `HyperTextLabels` or `Labels`."},
    {"Image", "A picture: http(s), /files/ or data:image/. `valueList` names a list of them, which are shown one at a "
              "time; then "
              "regions and the answers of controls with `perItem` have the picture's number from 0 in `item_index`."},
    {"Audio", "A sound, with its wave when it is marked."},
    {"Video", "A video. Objects in it are followed with `VideoRectangle`."},
    {"TimeSeries", "Columns of numbers over time; each `Channel` draws one."},
    {"Channel", "One column of a `TimeSeries`."},
    {"Paragraphs",
     "A dialogue or list of texts: `[{\"author\", \"text\"}]`. Can be marked with `ParagraphLabels` or `Labels`."},
    {"List", "Items `[{\"id\", \"title\", \"body\", \"html\"}]`; a `Ranker` puts them in order."},
    {"Table", "`{\"name\": value}` as two columns, or a list of such objects."},
    {"Chat", "A conversation `[{\"role\", \"content\"}]`; contents are Markdown. It is shown, not written into."},
    {"Markdown", "Markdown with TeX between `$` or `$$` and coloured code blocks."},
    {"Choices",
     "One or several of a list. Result `{\"choices\": [\"A\"]}`, with `allowNested` paths `[[\"A\", \"B\"]]`."},
    {"Choice", "A choice; its `alias` stands for it in results."},
    {"Taxonomy", "Several of a tree. Result `{\"taxonomy\": [[\"A\", \"B\"], [\"C\"]]}`."},
    {"TextArea", "Free text. Result `{\"text\": [\"...\"]}`."},
    {"Shortcut", "A text that a button or key puts into the `TextArea`."},
    {"Number", "A number. Result `{\"number\": 3.5}`."},
    {"Rating", "Stars. Result `{\"rating\": 4}`."},
    {"DateTime",
     "A date or time. Result `{\"datetime\": \"2024-02-29\"}`; `only` is date, time, date,time, month,year or year; "
     "`format` knows %Y %m %d %H %M."},
    {"Pairwise", "Which of two is better. Result `{\"selected\": \"left\"}`."},
    {"Ranker", "The order of a `List`. Result `{\"ranker\": {\"NAME\": [\"id\", ...]}}`."},
    {"Bucket", "A list of its own that the items of a `Ranker` are put into."},
    {"Labels", "Marks places of a `Text`, `HyperText`, `Paragraphs` or `Audio`; names what other controls draw."},
    {"HyperTextLabels", "Marks places of a `HyperText`."},
    {"ParagraphLabels", "Marks places of `Paragraphs`."},
    {"Label", "A label; its `alias` stands for it in results."},
    {"Rectangle", "Boxes on a picture, without a label of their own."},
    {"RectangleLabels", "Boxes with labels."},
    {"Ellipse", "Ellipses on a picture, without a label of their own."},
    {"EllipseLabels", "Ellipses with labels."},
    {"Polygon", "Polygons on a picture, without a label of their own."},
    {"PolygonLabels", "Polygons with labels."},
    {"KeyPoint", "Points on a picture, without a label of their own."},
    {"KeyPointLabels", "Points with labels."},
    {"Brush", "Masks on a picture, without a label of their own."},
    {"BrushLabels", "Masks with labels, in Label Studio's run-length code."},
    {"AudioLabels", "Stretches of a sound with labels."},
    {"VideoRectangle", "Boxes in a video that move between key frames."},
    {"TimeSeriesLabels", "Stretches of a time series with labels."},
    {"Collapse", "Panels that open and close."},
    {"Panel", "One of them, with a title."},
    {"Filter", "Finds a label or choice among many."},
    {"Repeater", "What stands in it, once for each item of a list of the task; the flag becomes the item's number."},
    {"Relations",
     "How marks belong together: `{\"type\": \"relation\", \"from_id\", \"to_id\", \"direction\", \"labels\"}`."},
    {"Relation", "A label for relations."},
};

static const char *about(const char *tag) {
    for (size_t i = 0; i < sizeof abouts / sizeof *abouts; i++)
        if (strcmp(abouts[i].tag, tag) == 0) return abouts[i].about;
    fail_msg("No words about <%s> in abouts.", tag);
    return NULL;
}

static const char *kind(const struct tag_spec *tag) {
    switch (tag->kind) {
    case TAG_OBJECT: return "object";
    case TAG_CONTROL: return "control";
    case TAG_PART: return "part";
    default: return "layout";
    }
}

/* ------------------------------------------------------------------ the text */

static void words_add(struct buf *out, const char *words) {
    for (const char *p = words; *p; p++) buf_add_text(out, *p == '|' ? ", " : (char[]){*p, 0});
}

static void attr_add(struct buf *out, const struct attr_spec *attr) {
    buf_printf(out, "`%s`", attr->name);
    if (attr->words) {
        buf_add_text(out, " (");
        words_add(out, attr->words);
        buf_add_char(out, ')');
    }
}

/* The attributes of one state: 's'upported, 'p'artly, 'm'eans nothing here, 'n'ot yet. */
static char state_of(const struct attr_spec *attr) {
    if (attr->type == ATTR_NOT_YET) return 'n';
    if (attr->words_later) return 'p';
    return attr->nothing ? 'm' : 's';
}

static void attrs_add(struct buf *out, const struct tag_spec *tag, char state, const char *title) {
    bool first = true;
    for (const struct attr_spec *attr = tag->attrs; attr->name; attr++) {
        if (state_of(attr) != state) continue;
        buf_add_text(out, first ? title : ", ");
        attr_add(out, attr);
        if (state != 's') buf_add_text(out, ": ");
        if (state == 'p') {
            buf_add_text(out, "not yet ");
            words_add(out, attr->words_later);
            buf_add_text(out, ". ");
        }
        if (state != 's') buf_add_text(out, state == 'm' ? attr->nothing : attr->why);
        first = false;
    }
    if (!first) buf_add_char(out, '\n');
}

static void tag_add(struct buf *out, const struct tag_spec *tag) {
    buf_printf(out, "\n### %s\n\n%s. %s", tag->name, kind(tag), about(tag->name));
    if (tag->inside) {
        buf_add_text(out, " Stands in ");
        words_add(out, tag->inside);
        buf_add_char(out, '.');
    }
    buf_add_text(out, "\n\n");
    attrs_add(out, tag, 's', "- supported: ");
    attrs_add(out, tag, 'm', "- taken, no meaning here, the result is the same: ");
    attrs_add(out, tag, 'p', "- partly: ");
    attrs_add(out, tag, 'n', "- not yet: ");
    if (!tag->attrs->name) buf_add_text(out, "- takes no attributes\n");
}

static void text_make(struct buf *out) {
    size_t i = 0;
    for (const struct tag_spec *tag; (tag = label_tag_at(i)); i++) tag_add(out, tag);
    buf_add_text(out, "\n### Not yet\n\nTags of Label Studio that are refused so far: ");
    const char *name;
    for (i = 0; (name = label_tag_not_yet_at(i)); i++) buf_printf(out, "%s`%s`", i ? ", " : "", name);
    buf_add_text(out, ".\n");
}

/* ------------------------------------------------------------------ files */

static void file_read(const char *path, struct buf *out) {
    FILE *file = fopen(path, "rb");
    char bytes[4096];
    assert_non_null(file);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;) buf_add(out, bytes, n);
    fclose(file);
}

static void docs_are_right(void **state) {
    CLEANUP(buf_free) struct buf docs = {0}, made = {0};
    file_read(docs_path, &docs);
    text_make(&made);
    const char *from = strstr(buf_str(&docs).data, begins);
    if (!from || strcmp(from + strlen(begins), made.data) != 0)
        fail_msg("%s is not what the table of tags says; run this test with --write.", docs_path);
}

static void sources_read(struct buf *out) {
    DIR *folder = opendir(web_path);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        size_t len = strlen(entry->d_name);
        if (len < 4 || (strcmp(entry->d_name + len - 3, ".js") != 0 && strcmp(entry->d_name + len - 4, ".jsx") != 0))
            continue;
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", web_path, entry->d_name);
        file_read(path, out);
    }
    closedir(folder);
}

/* What is supported stands in the page's sources: the tag as a row, the attribute where it is read. Those that only the
 * server looks at are named here. */
static void page_knows(void **state) {
    static const char server_only[] = "valueType|encoding|leftClass|rightClass|saveTextResult";
    CLEANUP(buf_free) struct buf sources = {0};
    sources_read(&sources);
    const struct tag_spec *tag;
    for (size_t i = 0; (tag = label_tag_at(i)); i++) {
        char text[200];
        snprintf(text, sizeof text, "  %s: ", tag->name);
        if (tag->kind != TAG_PART && !strstr(sources.data, text)) fail_msg("web/label has no row for <%s>.", tag->name);
        for (const struct attr_spec *attr = tag->attrs; attr->name; attr++) {
            if ((state_of(attr) != 's' && state_of(attr) != 'p') || label_word_in(server_only, attr->name)) continue;
            snprintf(text, sizeof text, "'%s'", attr->name);
            if (!strstr(sources.data, text) &&
                !strstr(sources.data, (snprintf(text, sizeof text, ".%s", attr->name), text)))
                fail_msg("web/label does not look at %s of <%s>.", attr->name, tag->name);
        }
    }
}

/* Is an error at this line said to be about something that is not supported. */
static bool refused_at(const char *xml, int line, const char *name) {
    struct label_config *config = NULL;
    struct problem p = {0};
    if (label_config_parse(str_from(xml), &config, &p) == OK) label_config_free(config);
    for (int i = 0; i < p.field_count; i++)
        if (p.fields[i].line == line && strstr(p.fields[i].detail, name) &&
            strstr(p.fields[i].detail, "not supported yet"))
            return true;
    return false;
}

/* Whatever is not supported is refused with its line, wherever it stands. */
static void the_rest_is_refused(void **state) {
    char xml[300];
    const struct tag_spec *tag;
    int tried = 0;
    for (size_t i = 0; (tag = label_tag_at(i)); i++)
        for (const struct attr_spec *attr = tag->attrs; attr->name; attr++) {
            size_t later = attr->words_later ? strcspn(attr->words_later, "|") : 0;
            if (attr->type != ATTR_NOT_YET && later == 0) continue;
            snprintf(xml, sizeof xml,
                     "<View>\n<Text name='t' value='$t'/>\n<%s name='x' toName='t'\n %s='%.*s'/>\n</View>", tag->name,
                     attr->name, later ? (int)later : 4, later ? attr->words_later : "true");
            tried++;
            if (!refused_at(xml, 4, attr->name)) fail_msg("%s of <%s> is not refused: %s", attr->name, tag->name, xml);
        }
    const char *name;
    for (size_t i = 0; (name = label_tag_not_yet_at(i)); i++) {
        snprintf(xml, sizeof xml, "<View>\n<Text name='t' value='$t'/>\n\n<%s name='x' toName='t'/>\n</View>", name);
        tried++;
        if (!refused_at(xml, 4, name)) fail_msg("<%s> is not refused", name);
    }
    assert_true(tried > 40);
}

/* Whatever Label Studio's documentation names is known here, so that it is either done or refused by its name; what is
 * refused as a tag needs no attributes. */
static void nothing_is_left_out(void **state) {
    CLEANUP(buf_free) struct buf names = {0};
    file_read(names_path, &names);
    int seen = 0;
    char *rest = names.data;
    for (char *line; (line = strsep(&rest, "\n"));) {
        char *end = strchr(line, ':');
        if (line[0] == '#' || !end) continue;
        *end++ = 0;
        const struct tag_spec *tag = label_tag(line);
        if (!tag && !label_tag_not_yet(line)) fail_msg("<%s> of Label Studio is not in the table of tags.", line);
        for (char *name; (name = strsep(&end, " "));) {
            if (!name[0]) continue;
            seen++;
            if (tag && !label_tag_attr(tag, name)) fail_msg("%s of <%s> is not in the table of tags.", name, line);
        }
    }
    assert_true(seen > 300);
}

static int docs_write(void) {
    CLEANUP(buf_free) struct buf docs = {0};
    file_read(docs_path, &docs);
    char *from = strstr(docs.data, begins);
    if (!from) return 1;
    docs.len = (size_t)(from - docs.data) + strlen(begins);
    text_make(&docs);
    FILE *file = fopen(docs_path, "wb");
    return !file || fwrite(docs.data, 1, docs.len, file) != docs.len || fclose(file) != 0;
}

int main(int count, char **arguments) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(docs_are_right), cmocka_unit_test(page_knows),
                                       cmocka_unit_test(the_rest_is_refused), cmocka_unit_test(nothing_is_left_out)};
    bool write = count == 5 && strcmp(arguments[1], "--write") == 0;
    if (count != 4 && !write) return 2;
    docs_path = arguments[count - 3];
    web_path = arguments[count - 2];
    names_path = arguments[count - 1];
    return write ? docs_write() : cmocka_run_group_tests(tests, NULL, NULL);
}
