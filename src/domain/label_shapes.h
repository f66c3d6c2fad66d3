/* label_shapes.h - the controls that draw regions on pictures (label_shapes.c), on sound, video and time series
 * (label_media.c), and the attributes of their tags (label_tags_media.c). For the label_*.c files. */
#pragma once
#include "domain/label_parts.h"

extern const struct label_geometry label_rectangle_geometry, label_ellipse_geometry, label_polygon_geometry,
    label_keypoint_geometry, label_brush_geometry;
extern const struct control_type label_rectangle, label_ellipse, label_polygon, label_keypoint, label_brush;
extern const struct control_type label_rectangle_labels, label_ellipse_labels, label_polygon_labels,
    label_keypoint_labels, label_brush_labels;

extern const struct label_geometry label_audio_geometry, label_series_geometry, label_video_geometry;
extern const struct control_type label_audio_labels, label_series_labels, label_video_rectangle;

extern const struct attr_spec label_shape_attrs[], label_brush_attrs[], label_shape_labels_attrs[], label_audio_attrs[],
    label_video_attrs[], label_series_attrs[], label_channel_attrs[], label_video_rectangle_attrs[];

/* Is a field of task data a time series: {"column": [numbers or texts ...], ...} with columns of one length, or CSV as
 * a text, or /files/... of this server; an error otherwise. */
bool label_series_data(const char *field, const json_t *value, struct problem *p);
/* Is the member a number within the bounds (and a little beyond, for rounding); an error otherwise. */
bool label_shape_number(const json_t *value, const char *member, double min, double max, struct label_report *report);
/* x, y, width, height and rotation in percent. */
void label_rectangle_check(const json_t *value, struct label_report *report);
