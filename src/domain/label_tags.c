/* The table of tags. To add a control: write label_NAME.c with its struct control_type, declare it in label_parts.h,
 * add its attributes and its row here, and web/label/NAME.jsx. To add something that is only shown, a row is enough. */
#include <string.h>
#include <strings.h>

#include "domain/label_shapes.h"
#include "domain/label_tag_attrs.h"

/* How Text and HyperText are read and marked. */
#define TEXT_ATTRS                                                                                    \
    {"name", ATTR_NAME}, {"style", ATTR_STYLE},                                                       \
        {"valueType", ATTR_WORD, .words = "text", .words_later = "url",                               \
         .why = "Put the text itself into the task; it is not fetched from an address yet."},         \
        {"saveTextResult", ATTR_WORD, .words = "yes|no"},                                             \
        {"encoding", ATTR_WORD, .words = "none", .words_later = "base64|base64unicode",               \
         .why = "Put plain text into the task."},                                                     \
        {"selectionEnabled", ATTR_BOOL}, {"highlightColor", ATTR_COLOR}, {"showLabels", ATTR_BOOL}, { \
        "granularity", ATTR_WORD, .words = "symbol|word|sentence|paragraph"                           \
    }

static const struct attr_spec view_attrs[] = {
    {"display", ATTR_WORD, .words = "block|inline|inline-block|flex|grid|none"},
    {"style", ATTR_STYLE},
    {"className", ATTR_CLASS},
    {"idAttr", ATTR_ID},
    VISIBLE_ATTRS,
    {NULL},
};

static const struct attr_spec style_attrs[] = {{NULL}};

static const struct attr_spec header_attrs[] = {
    {"value", ATTR_TEMPLATE, .needed = true},
    {"size", ATTR_INTEGER, .min = 1, .max = 6},
    {"style", ATTR_STYLE},
    {"underline", ATTR_BOOL},
    {"name", ATTR_NAME},
    {NULL},
};

static const struct attr_spec text_attrs[] = {
    {"value", ATTR_TEMPLATE, .needed = true},
    TEXT_ATTRS,
    {NULL},
};

static const struct attr_spec hypertext_attrs[] = {
    {"value", ATTR_HTML, .needed = true},
    {"inline", ATTR_BOOL},
    {"clickableLinks", ATTR_BOOL},
    {"resolveUrls", ATTR_BOOL, .nothing = "Addresses in HTML stay as the task has them."},
    TEXT_ATTRS,
    {NULL},
};

static const struct attr_spec image_attrs[] = {
    {"value", ATTR_ADDRESS},
    {"valueList", ATTR_DATA, .use = FIELD_PICTURES},
    {"name", ATTR_NAME},
    {"smoothing", ATTR_BOOL},
    {"width", ATTR_LENGTH},
    {"maxWidth", ATTR_LENGTH},
    {"zoom", ATTR_BOOL},
    {"negativeZoom", ATTR_BOOL},
    {"zoomBy", ATTR_NUMBER, .min = 1.001, .max = 10},
    {"grid", ATTR_BOOL},
    {"gridSize", ATTR_INTEGER, .min = 1, .max = 1000},
    {"gridColor", ATTR_COLOR},
    {"zoomControl", ATTR_BOOL},
    {"brightnessControl", ATTR_BOOL},
    {"contrastControl", ATTR_BOOL},
    {"rotateControl", ATTR_BOOL},
    {"crosshair", ATTR_BOOL},
    {"horizontalAlignment", ATTR_WORD, .words = "left|center|right"},
    {"verticalAlignment", ATTR_WORD, .words = "top|center|bottom"},
    {"defaultZoom", ATTR_WORD, .words = "auto|original|fit"},
    {"crossOrigin", ATTR_WORD, .words = "none|anonymous|use-credentials",
     .nothing = "The page never reads a picture's pixels, so pictures of any server are shown and marked alike."},
    {NULL},
};

static const struct attr_spec paragraphs_attrs[] = {
    {"value", ATTR_DATA, .needed = true, .use = FIELD_PARAGRAPHS},
    {"name", ATTR_NAME},
    {"valueType", ATTR_WORD, .words = "json", .words_later = "url",
     .why = "Put the list itself into the task; it is not fetched from an address yet."},
    {"layout", ATTR_WORD, .words = "none|dialogue"},
    {"nameKey", ATTR_TEXT},
    {"textKey", ATTR_TEXT},
    {"saveTextResult", ATTR_WORD, .words = "yes|no"},
    {"showPlayer", ATTR_NOT_YET, .why = "Show the sound with an <Audio> of its own."},
    {"audioUrl", ATTR_NOT_YET, .why = "Show the sound with an <Audio> of its own."},
    {"sync", ATTR_NOT_YET, .why = "Paragraphs do not follow a sound."},
    {"contextScroll", ATTR_NOT_YET, .why = "Paragraphs do not follow a sound."},
    {"style", ATTR_STYLE},
    {NULL},
};

static const struct attr_spec list_attrs[] = {
    {"value", ATTR_DATA, .needed = true, .use = FIELD_ITEMS},
    {"name", ATTR_NAME},
    {"title", ATTR_TEXT},
    {NULL},
};

static const struct attr_spec table_attrs[] = {
    {"value", ATTR_DATA, .needed = true, .use = FIELD_TABLE},
    {"name", ATTR_NAME},
    {"valueType", ATTR_WORD, .words = "json", .words_later = "url",
     .why = "Put the table itself into the task; it is not fetched from an address yet."},
    {NULL},
};

static const struct attr_spec chat_attrs[] = {
    {"value", ATTR_DATA, .needed = true, .use = FIELD_MESSAGES},
    {"name", ATTR_NAME},
    {"style", ATTR_STYLE},
    {"messageroles", ATTR_NOT_YET, .why = "A chat is shown; workers do not write into it."},
    {"editable", ATTR_NOT_YET, .why = "A chat is shown; workers do not write into it."},
    {"minMessages", ATTR_NOT_YET, .why = "A chat is shown; workers do not write into it."},
    {"maxMessages", ATTR_NOT_YET, .why = "A chat is shown; workers do not write into it."},
    {"llm", ATTR_NOT_YET, .why = "No model answers while somebody works."},
    {NULL},
};

static const struct attr_spec markdown_attrs[] = {
    {"value", ATTR_MARKDOWN, .needed = true},
    {"name", ATTR_NAME},
    {"style", ATTR_STYLE},
    {"className", ATTR_CLASS},
    {"idAttr", ATTR_ID},
    VISIBLE_ATTRS,
    {NULL},
};

static const struct attr_spec collapse_attrs[] = {
    {"accordion", ATTR_BOOL}, {"bordered", ATTR_BOOL}, {"size", ATTR_WORD, .words = "small|middle|large"},
    {"open", ATTR_BOOL},      VISIBLE_ATTRS,           {NULL},
};

static const struct attr_spec panel_attrs[] = {
    {"value", ATTR_TEMPLATE, .needed = true},
    {"open", ATTR_BOOL},
    VISIBLE_ATTRS,
    {NULL},
};

static const struct attr_spec filter_attrs[] = {
    {"toName", ATTR_TEXT, .needed = true},
    {"name", ATTR_NAME},
    {"placeholder", ATTR_TEXT},
    {"minlength", ATTR_INTEGER, .min = 0, .max = 100},
    {"casesensitive", ATTR_BOOL},
    {"cleanup", ATTR_BOOL},
    {"style", ATTR_STYLE},
    {"hotkey", ATTR_HOTKEY},
    {NULL},
};

static const struct attr_spec repeater_attrs[] = {
    {"on", ATTR_DATA, .needed = true, .use = FIELD_LIST},
    {"indexFlag", ATTR_TEXT},
    {"mode", ATTR_WORD, .words = "list|pagination"},
    VISIBLE_ATTRS,
    {NULL},
};

static const struct tag_spec tags[] = {
    {"View", TAG_VIEW, view_attrs},
    {"Header", TAG_SHOWN, header_attrs},
    {"Style", TAG_STYLE, style_attrs},
    {"Text", TAG_OBJECT, text_attrs, .spans = &label_text_span},
    {"HyperText", TAG_OBJECT, hypertext_attrs, .spans = &label_hypertext_span},
    {"Image", TAG_OBJECT, image_attrs, .check_data = label_pictures_check},
    {"Audio", TAG_OBJECT, label_audio_attrs, .spans = &label_audio_geometry},
    {"Video", TAG_OBJECT, label_video_attrs},
    {"TimeSeries", TAG_OBJECT, label_series_attrs},
    {"Channel", TAG_PART, label_channel_attrs, .inside = "TimeSeries"},
    {"Choices", TAG_CONTROL, tag_attrs_choices, &label_choices},
    {"Choice", TAG_PART, tag_attrs_choice, .inside = "Choices|Taxonomy|Choice"},
    {"Taxonomy", TAG_CONTROL, tag_attrs_taxonomy, &label_taxonomy},
    {"TextArea", TAG_CONTROL, tag_attrs_textarea, &label_textarea},
    {"Shortcut", TAG_PART, tag_attrs_shortcut, .inside = "TextArea"},
    {"Number", TAG_CONTROL, tag_attrs_number, &label_number},
    {"Rating", TAG_CONTROL, tag_attrs_rating, &label_rating},
    {"Labels", TAG_CONTROL, tag_attrs_labels, &label_labels},
    {"HyperTextLabels", TAG_CONTROL, tag_attrs_labels, &label_hypertext_labels},
    {"ParagraphLabels", TAG_CONTROL, tag_attrs_labels, &label_paragraph_labels},
    {"Rectangle", TAG_CONTROL, label_shape_attrs, &label_rectangle},
    {"RectangleLabels", TAG_CONTROL, label_shape_labels_attrs, &label_rectangle_labels},
    {"Ellipse", TAG_CONTROL, label_shape_attrs, &label_ellipse},
    {"EllipseLabels", TAG_CONTROL, label_shape_labels_attrs, &label_ellipse_labels},
    {"Polygon", TAG_CONTROL, label_shape_attrs, &label_polygon},
    {"PolygonLabels", TAG_CONTROL, label_shape_labels_attrs, &label_polygon_labels},
    {"KeyPoint", TAG_CONTROL, label_shape_attrs, &label_keypoint},
    {"KeyPointLabels", TAG_CONTROL, label_shape_labels_attrs, &label_keypoint_labels},
    {"Brush", TAG_CONTROL, label_brush_attrs, &label_brush},
    {"BrushLabels", TAG_CONTROL, label_shape_labels_attrs, &label_brush_labels},
    {"AudioLabels", TAG_CONTROL, label_shape_labels_attrs, &label_audio_labels},
    {"VideoRectangle", TAG_CONTROL, label_video_rectangle_attrs, &label_video_rectangle},
    {"TimeSeriesLabels", TAG_CONTROL, label_shape_labels_attrs, &label_series_labels},
    {"Label", TAG_PART, tag_attrs_label,
     .inside = "Labels|HyperTextLabels|ParagraphLabels|RectangleLabels|EllipseLabels|PolygonLabels|KeyPointLabels|"
               "BrushLabels|AudioLabels|TimeSeriesLabels"},
    {"DateTime", TAG_CONTROL, tag_attrs_datetime, &label_datetime},
    {"Pairwise", TAG_CONTROL, tag_attrs_pairwise, &label_pairwise},
    {"Ranker", TAG_CONTROL, tag_attrs_ranker, &label_ranker},
    {"Bucket", TAG_PART, tag_attrs_bucket, .inside = "Ranker"},
    {"Paragraphs", TAG_OBJECT, paragraphs_attrs, .spans = &label_paragraph_span, .check_data = label_paragraphs_check},
    {"List", TAG_OBJECT, list_attrs, .check_data = label_items_check},
    {"Table", TAG_OBJECT, table_attrs, .check_data = label_table_check},
    {"Chat", TAG_OBJECT, chat_attrs, .check_data = label_messages_check},
    {"Markdown", TAG_OBJECT, markdown_attrs},
    {"Collapse", TAG_SHOWN, collapse_attrs},
    {"Panel", TAG_VIEW, panel_attrs, .inside = "Collapse"},
    {"Filter", TAG_SHOWN, filter_attrs},
    {"Repeater", TAG_VIEW, repeater_attrs},
    {"Relations", TAG_SHOWN, tag_attrs_relations},
    {"Relation", TAG_PART, tag_attrs_relation, .inside = "Relations"},
};

/* Tags of Label Studio that have no row yet, so that the error can say so. */
static const char *const not_yet[] = {
    "AudioPlus", "BitmaskLabels", "Cube",         "CubeLabels",        "Dialog",
    "Html",      "MagicWand",     "MultiChannel", "Object3D",          "OcrTokenLabels",
    "Pdf",       "PdfLabels",     "ReactCode",    "TableLabels",       "TimelineLabels",
    "Vector",    "VectorLabels",  "VideoVector",  "VideoVectorLabels",
};

const struct tag_spec *label_tag(const char *name) {
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (strcasecmp(tags[i].name, name) == 0) return &tags[i];
    return NULL;
}

const struct tag_spec *label_tag_at(size_t index) { return index < sizeof tags / sizeof *tags ? &tags[index] : NULL; }

const char *label_tag_not_yet_at(size_t index) {
    return index < sizeof not_yet / sizeof *not_yet ? not_yet[index] : NULL;
}

const struct attr_spec *label_tag_attr(const struct tag_spec *tag, const char *name) {
    for (const struct attr_spec *attr = tag->attrs; attr->name; attr++)
        if (strcasecmp(attr->name, name) == 0) return attr;
    return NULL;
}

bool label_tag_not_yet(const char *name) {
    for (size_t i = 0; i < sizeof not_yet / sizeof *not_yet; i++)
        if (strcasecmp(not_yet[i], name) == 0) return true;
    return false;
}

enum { LIKE_CHARS_MAX = 30 };

/* Letters to change, add or leave out between two short names (Levenshtein), in any case of letters. */
static int distance(const char *a, const char *b) {
    int row[LIKE_CHARS_MAX + 1], width = (int)strlen(b);
    for (int k = 0; k <= width; k++) row[k] = k;
    for (int i = 0; a[i]; i++) {
        int before = row[0];
        row[0] = i + 1;
        for (int k = 0; k < width; k++) {
            int changed = before + ((a[i] | 32) != (b[k] | 32)), least = row[k] < row[k + 1] ? row[k] : row[k + 1];
            before = row[k + 1];
            row[k + 1] = changed < least + 1 ? changed : least + 1;
        }
    }
    return row[width];
}

const char *label_tag_like(const char *name) {
    const char *best = NULL;
    int least = 3;
    if (strlen(name) > LIKE_CHARS_MAX) return NULL;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        int letters = distance(name, tags[i].name);
        if (letters < least && 2 * letters < (int)strlen(name)) least = letters, best = tags[i].name;
    }
    return best;
}

void label_tag_parts(const struct tag_spec *tag, struct buf *out) {
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (label_word_in(tags[i].inside, tag->name)) buf_printf(out, "%s<%s>", out->len ? ", " : "", tags[i].name);
}
