/* Attributes of the tags that draw regions on pictures, and of sound, video and time series. */
#include "domain/label_shapes.h"
#include "domain/label_tag_attrs.h"

#define NO_SMART "Labels suggested by a model while drawing are not supported yet; leave it out."
#define NO_SYNC "Objects do not play in step yet; leave it out."

/* How regions on pictures look and behave. */
#define SHAPE_ATTRS                                                                                         \
    {"canRotate", ATTR_BOOL}, {"snap", ATTR_WORD, .words = "none|pixel"},                                   \
        {"pointSize", ATTR_WORD, .words = "small|medium|large"},                                            \
        {"pointStyle", ATTR_WORD, .words = "rectangle|circle"}, {"smart", ATTR_NOT_YET, .why = NO_SMART}, { \
        "smartOnly", ATTR_NOT_YET, .why = NO_SMART                                                          \
    }

#define BARE_SHAPE_ATTRS                                                                                  \
    {"opacity", ATTR_NUMBER, .min = 0, .max = 1}, {"fillColor", ATTR_COLOR}, {"strokeColor", ATTR_COLOR}, \
        {"strokeWidth", ATTR_NUMBER, .min = 0, .max = 100}, SHAPE_ATTRS, ANY_CONTROL_ATTRS

const struct attr_spec label_shape_attrs[] = {
    BARE_SHAPE_ATTRS,
    {NULL},
};

/* Label Studio's documentation names for it what only controls with labels have; maxUsages counts its masks. */
const struct attr_spec label_brush_attrs[] = {
    BARE_SHAPE_ATTRS,
    {"choice", ATTR_WORD, .words = "single|multiple", .nothing = "It has no labels to choose among."},
    {"maxUsages", ATTR_INTEGER, .min = 1, .max = 1000},
    {"showInline", ATTR_BOOL, .nothing = "It has no labels to show."},
    {NULL},
};

const struct attr_spec label_shape_labels_attrs[] = {
    SHAPE_ATTRS,
    LABELS_ATTRS,
    {NULL},
};

const struct attr_spec label_audio_attrs[] = {
    {"value", ATTR_MEDIA, .needed = true},
    {"name", ATTR_NAME},
    {"hotkey", ATTR_HOTKEY},
    {"zoom", ATTR_BOOL},
    {"speed", ATTR_BOOL},
    {"volume", ATTR_BOOL},
    {"defaultSpeed", ATTR_NUMBER, .min = 0.5, .max = 2},
    {"defaultVolume", ATTR_NUMBER, .min = 0, .max = 1},
    {"defaultZoom", ATTR_NUMBER, .min = 1, .max = 1500},
    {"defaultScale", ATTR_NUMBER, .min = 0.1, .max = 100},
    {"height", ATTR_INTEGER, .min = 20, .max = 1000},
    {"waveHeight", ATTR_INTEGER, .min = 10, .max = 1000,
     .nothing = "It is of the waves of splitChannels, which is refused; height is the wave's."},
    {"cursorWidth", ATTR_INTEGER, .min = 1, .max = 20},
    {"cursorColor", ATTR_COLOR},
    {"decoder", ATTR_WORD, .words = "webaudio|ffmpeg|none",
     .nothing = "The browser decodes; times are those of the sound whatever decoder it is."},
    {"player", ATTR_WORD, .words = "html5|webaudio", .nothing = "There is one player, the browser's."},
    {"splitChannels", ATTR_NOT_YET, .why = "All channels are drawn as one; leave it out."},
    {"spectrogram", ATTR_NOT_YET, .why = "Only the wave is drawn; leave it out."},
    {"sync", ATTR_NOT_YET, .why = NO_SYNC},
    {NULL},
};

const struct attr_spec label_video_attrs[] = {
    {"value", ATTR_MEDIA, .needed = true},
    {"name", ATTR_NAME},
    {"frameRate", ATTR_TEMPLATE},
    {"muted", ATTR_BOOL},
    {"height", ATTR_INTEGER, .min = 100, .max = 4000},
    {"timelineHeight", ATTR_INTEGER, .min = 10, .max = 1000},
    {"defaultPlaybackSpeed", ATTR_NUMBER, .min = 0.1, .max = 10},
    {"minPlaybackSpeed", ATTR_NUMBER, .min = 0.1, .max = 10},
    {"sync", ATTR_NOT_YET, .why = NO_SYNC},
    {NULL},
};

const struct attr_spec label_video_rectangle_attrs[] = {
    {"model", ATTR_NOT_YET, .why = NO_SMART},
    {"smart", ATTR_NOT_YET, .why = NO_SMART},
    ANY_CONTROL_ATTRS,
    {NULL},
};

const struct attr_spec label_series_attrs[] = {
    {"value", ATTR_SERIES, .needed = true},
    {"name", ATTR_NAME},
    {"valueType", ATTR_WORD, .words = "url|json"},
    {"timeColumn", ATTR_TEXT},
    {"timeFormat", ATTR_TEXT},
    {"timeDisplayFormat", ATTR_FORMAT, .use = TIMES},
    {"durationDisplayFormat", ATTR_FORMAT, .use = TIMES},
    {"sep", ATTR_TEXT},
    {"overviewChannels", ATTR_TEXT},
    {"overviewWidth", ATTR_LENGTH},
    {"fixedScale", ATTR_BOOL},
    {"cursorColor", ATTR_COLOR},
    {"sync", ATTR_NOT_YET, .why = NO_SYNC},
    {NULL},
};

const struct attr_spec label_channel_attrs[] = {
    {"column", ATTR_TEXT, .needed = true},
    {"legend", ATTR_TEXT},
    {"units", ATTR_TEXT},
    {"displayFormat", ATTR_FORMAT},
    {"height", ATTR_INTEGER, .min = 20, .max = 2000},
    {"opacity", ATTR_NUMBER, .min = 0, .max = 1},
    {"showAxis", ATTR_BOOL},
    {"showYAxis", ATTR_BOOL},
    {"fixedScale", ATTR_BOOL},
    {"interpolation", ATTR_WORD, .words = "linear|step|stepAfter|stepBefore"},
    {"strokeColor", ATTR_COLOR},
    {"strokeWidth", ATTR_NUMBER, .min = 0.1, .max = 20},
    {"markerSize", ATTR_NUMBER, .min = 0, .max = 50},
    {"markerColor", ATTR_COLOR},
    {"markerSymbol", ATTR_WORD, .words = "circle|square"},
    {"timeRange", ATTR_RANGE, .use = TIMES},
    {"dataRange", ATTR_RANGE},
    {NULL},
};
