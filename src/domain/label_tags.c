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
    {"resolveUrls", ATTR_BOOL},
    TEXT_ATTRS,
    {NULL},
};

static const struct attr_spec image_attrs[] = {
    {"value", ATTR_ADDRESS, .needed = true},
    {"valueList", ATTR_NOT_YET, .why = "Several pictures in one tag are not supported yet; use one <Image> for each."},
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
    {"crossOrigin", ATTR_WORD, .words = "none|anonymous|use-credentials"},
    {NULL},
};

static const struct attr_spec choices_attrs[] = {
    {"choice", ATTR_WORD, .words = "single|multiple|single-radio"},
    {"value", ATTR_CHOICES},
    {"allowNested", ATTR_BOOL},
    {"layout", ATTR_WORD, .words = "select|inline|vertical"},
    {"showInline", ATTR_BOOL},
    {"randomize", ATTR_BOOL},
    CONTROL_ATTRS,
    {NULL},
};

static const struct attr_spec choice_attrs[] = {
    {"value", ATTR_FIXED, .needed = true},
    {"alias", ATTR_TEXT},
    {"selected", ATTR_BOOL},
    {"hint", ATTR_TEXT},
    {"hotkey", ATTR_HOTKEY},
    {"style", ATTR_STYLE},
    {"color", ATTR_COLOR},
    {"html", ATTR_NOT_YET, .why = "A choice is shown as its value; HTML in choices is not supported."},
    {NULL},
};

static const struct attr_spec labels_attrs[] = {LABELS_ATTRS, {NULL}};

static const struct attr_spec label_attrs[] = {
    {"value", ATTR_FIXED, .needed = true},
    {"alias", ATTR_TEXT},
    {"selected", ATTR_BOOL},
    {"maxUsages", ATTR_INTEGER, .min = 1, .max = 1000000},
    {"hint", ATTR_TEXT},
    {"hotkey", ATTR_HOTKEY},
    {"showAlias", ATTR_BOOL},
    {"aliasStyle", ATTR_STYLE},
    {"size", ATTR_TEXT},
    {"background", ATTR_COLOR},
    {"selectedColor", ATTR_COLOR},
    {"granularity", ATTR_WORD, .words = "symbol|word|sentence|paragraph"},
    {"html", ATTR_NOT_YET, .why = "A label is shown as its value; HTML in labels is not supported."},
    {"category", ATTR_INTEGER, .min = 0, .max = 1000000},
    {NULL},
};

static const struct attr_spec relations_attrs[] = {
    {"name", ATTR_NAME},
    {"choice", ATTR_WORD, .words = "single|multiple"},
    {NULL},
};

static const struct attr_spec relation_attrs[] = {
    {"value", ATTR_FIXED, .needed = true},
    {"background", ATTR_COLOR},
    {NULL},
};

static const struct attr_spec textarea_attrs[] = {
    {"value", ATTR_TEMPLATE},
    {"placeholder", ATTR_TEXT},
    {"label", ATTR_TEXT},
    {"maxSubmissions", ATTR_INTEGER, .min = 0, .max = LABEL_TEXTS_MAX},
    {"rows", ATTR_INTEGER, .min = 1, .max = 100},
    {"editable", ATTR_BOOL},
    {"transcription", ATTR_BOOL},
    {"skipDuplicates", ATTR_BOOL},
    {"showSubmitButton", ATTR_BOOL},
    {"displayMode", ATTR_WORD, .words = "tag|region-list"},
    CONTROL_ATTRS,
    {NULL},
};

static const struct attr_spec number_attrs[] = {
    {"min", ATTR_NUMBER, .min = -1e15, .max = 1e15},
    {"max", ATTR_NUMBER, .min = -1e15, .max = 1e15},
    {"step", ATTR_NUMBER, .min = 1e-9, .max = 1e15},
    {"defaultValue", ATTR_NUMBER, .min = -1e15, .max = 1e15},
    {"slider", ATTR_BOOL},
    {"hotkey", ATTR_HOTKEY},
    CONTROL_ATTRS,
    {NULL},
};

static const struct attr_spec rating_attrs[] = {
    {"maxRating", ATTR_INTEGER, .min = 1, .max = LABEL_RATING_MAX},
    {"defaultValue", ATTR_INTEGER, .min = 0, .max = LABEL_RATING_MAX},
    {"size", ATTR_WORD, .words = "small|medium|large"},
    {"icon", ATTR_WORD, .words = "star|heart|fire|smile"},
    {"hotkey", ATTR_HOTKEY},
    CONTROL_ATTRS,
    {NULL},
};

static const struct tag_spec tags[] = {
    {"View", TAG_VIEW, view_attrs},
    {"Header", TAG_SHOWN, header_attrs},
    {"Style", TAG_STYLE, style_attrs},
    {"Text", TAG_OBJECT, text_attrs, .spans = &label_text_span},
    {"HyperText", TAG_OBJECT, hypertext_attrs},
    {"Image", TAG_OBJECT, image_attrs},
    {"Audio", TAG_OBJECT, label_audio_attrs, .spans = &label_audio_geometry},
    {"Video", TAG_OBJECT, label_video_attrs},
    {"TimeSeries", TAG_OBJECT, label_series_attrs},
    {"Channel", TAG_PART, label_channel_attrs, .inside = "TimeSeries"},
    {"Choices", TAG_CONTROL, choices_attrs, &label_choices},
    {"Choice", TAG_PART, choice_attrs, .inside = "Choices|Choice"},
    {"TextArea", TAG_CONTROL, textarea_attrs, &label_textarea},
    {"Number", TAG_CONTROL, number_attrs, &label_number},
    {"Rating", TAG_CONTROL, rating_attrs, &label_rating},
    {"Labels", TAG_CONTROL, labels_attrs, &label_labels},
    {"Rectangle", TAG_CONTROL, label_shape_attrs, &label_rectangle},
    {"RectangleLabels", TAG_CONTROL, label_shape_labels_attrs, &label_rectangle_labels},
    {"Ellipse", TAG_CONTROL, label_shape_attrs, &label_ellipse},
    {"EllipseLabels", TAG_CONTROL, label_shape_labels_attrs, &label_ellipse_labels},
    {"Polygon", TAG_CONTROL, label_shape_attrs, &label_polygon},
    {"PolygonLabels", TAG_CONTROL, label_shape_labels_attrs, &label_polygon_labels},
    {"KeyPoint", TAG_CONTROL, label_shape_attrs, &label_keypoint},
    {"KeyPointLabels", TAG_CONTROL, label_shape_labels_attrs, &label_keypoint_labels},
    {"Brush", TAG_CONTROL, label_shape_attrs, &label_brush},
    {"BrushLabels", TAG_CONTROL, label_shape_labels_attrs, &label_brush_labels},
    {"AudioLabels", TAG_CONTROL, label_shape_labels_attrs, &label_audio_labels},
    {"VideoRectangle", TAG_CONTROL, label_video_rectangle_attrs, &label_video_rectangle},
    {"TimeSeriesLabels", TAG_CONTROL, label_shape_labels_attrs, &label_series_labels},
    {"Label", TAG_PART, label_attrs,
     .inside = "Labels|RectangleLabels|EllipseLabels|PolygonLabels|KeyPointLabels|BrushLabels|AudioLabels|"
               "TimeSeriesLabels"},
    {"Relations", TAG_SHOWN, relations_attrs},
    {"Relation", TAG_PART, relation_attrs, .inside = "Relations"},
};

/* Tags of Label Studio that have no row yet, so that the error can say so. */
static const char *const not_yet[] = {
    "AudioPlus",  "BitmaskLabels",  "Bucket",          "Chat",         "Collapse",    "Cube",
    "CubeLabels", "DateTime",       "Dialog",          "Filter",       "Html",        "HyperTextLabels",
    "List",       "MagicWand",      "Markdown",        "MultiChannel", "Object3D",    "OcrTokenLabels",
    "Pairwise",   "Panel",          "ParagraphLabels", "Paragraphs",   "Pdf",         "PdfLabels",
    "Ranker",     "ReactCode",      "Repeater",        "Shortcut",     "Table",       "TableLabels",
    "Taxonomy",   "TimelineLabels", "Vector",          "VectorLabels", "VideoVector", "VideoVectorLabels",
};

const struct tag_spec *label_tag(const char *name) {
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (strcasecmp(tags[i].name, name) == 0) return &tags[i];
    return NULL;
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
