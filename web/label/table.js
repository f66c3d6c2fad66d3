// What a tag is, one row each. The rows are the only place that knows all tags.
//
// To add a control: write web/label/NAME.jsx that exports a row (see number.jsx for a small one), add it here, and give the
// server src/domain/label_NAME.c with its row in label_tags.c. A control that needs a large library exports a View that
// imports it when drawn, so that other tasks do not pay for it.
//
// A row:
//   kind            'object' (shows data), 'layout' (holds others) or 'control' (gives a result item)
//   View            component; gets {node, data}, layouts also {children}, controls {control, value, set, readOnly, invalid}
//   type            controls: the `type` of its result items
//   prepare(node, data)        -> what else the control should carry (its options ...)
//   initial(control)           -> value it begins with, or null
//   check(control, value)      -> null, or [message key, variables]: why a given value cannot be sent
//   keys(control)              -> [{id, want: keys asked for, auto: take a digit, press(value) -> value}]
//   regional                   controls: makes regions, any number of result items (labels.js)
import { choices } from './choices.jsx';
import { header } from './header.jsx';
import { hypertext } from './hypertext.jsx';
import { image } from './image.jsx';
import { labels, shape } from './labels.js';
import { later } from './later.jsx';
import { number } from './number.jsx';
import { rating } from './rating.jsx';
import { style } from './style.jsx';
import { text } from './text.jsx';
import { textarea } from './textarea.jsx';
import { view } from './view.jsx';

export const table = {
  View: view,
  Style: style,
  Header: header,
  Text: text,
  Image: image,
  HyperText: hypertext,
  Choices: choices,
  TextArea: textarea,
  Number: number,
  Rating: rating,
  Labels: labels('labels'),
  RectangleLabels: labels('rectanglelabels', 'rectangle'),
  EllipseLabels: labels('ellipselabels', 'ellipse'),
  PolygonLabels: labels('polygonlabels', 'polygon'),
  KeyPointLabels: labels('keypointlabels', 'keypoint'),
  BrushLabels: labels('brushlabels', 'brush'),
  Rectangle: shape('rectangle'),
  Ellipse: shape('ellipse'),
  Polygon: shape('polygon'),
  KeyPoint: shape('keypoint'),
  Brush: shape('brush'),
  Audio: { kind: 'object', View: later(() => import('./audio.jsx'), 'Audio') },
  AudioLabels: labels('audiolabels', 'audio'),
  Video: { kind: 'object', View: later(() => import('./video.jsx'), 'Video') },
  VideoRectangle: shape('videorectangle', 'video'),
  TimeSeries: { kind: 'object', View: later(() => import('./series.jsx'), 'Series') },
  TimeSeriesLabels: labels('timeserieslabels', 'series'),
};
