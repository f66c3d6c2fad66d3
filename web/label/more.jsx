// Tags that only some tasks have, in a chunk of their own (index.jsx: labelReady). A row is as in table.js.
import { later } from './later.jsx';
import { chat } from './chat.jsx';
import { collapse, panel } from './collapse.jsx';
import { datetime } from './datetime.jsx';
import { filter } from './filter.jsx';
import { Html, hypertext } from './hypertext.jsx';
import { image } from './image.jsx';
import { answersShown, perItem, tidy } from './items.js';
import { labels, shape } from './labels.js';
import { list } from './list.jsx';
import { pairwise } from './pairwise.jsx';
import { ranker } from './ranker.jsx';
import { repeater } from './repeater.jsx';
import { style } from './style.jsx';
import { dataTable } from './data_table.jsx';
import { paragraphs } from './paragraphs.jsx';
import { taxonomy } from './taxonomy.jsx';
import { toolsReady } from './tools.js';
import { attr, flag, textOf } from './tree.js';

export const ready = toolsReady;

const part = { kind: 'part', View: () => null }; // read by the tag around it
// What only the viewer of marked pictures can do; pressing zooms an <Image> in any case.
const viewed = (node) => ['negativeZoom', 'grid', 'brightnessControl', 'contrastControl', 'rotateControl', 'crosshair', 'zoomControl'].some((name) => flag(node, name)) || /original|auto/.test(attr(node, 'defaultZoom')) || /^(top|left|right|bottom)$/m.test(attr(node, 'horizontalAlignment') + '\n' + attr(node, 'verticalAlignment'));
const Pictures = later(() => import('./pictures.jsx'), 'Pictures');
export const rows = {
  about: { answersShown, perItem, tidy }, // no tag: what is answered for each region or picture
  Image: { kind: 'object', View: Object.assign((props) => (attr(props.node, 'valueList') ? <Pictures {...props} /> : <image.View viewed={viewed(props.node)} {...props} />), { preload: Pictures.preload }) },
  Style: style,
  HyperText: hypertext,
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
  HyperTextLabels: labels('hypertextlabels'),
  ParagraphLabels: labels('paragraphlabels'),
  Paragraphs: paragraphs,
  DateTime: datetime,
  Taxonomy: taxonomy,
  Pairwise: pairwise,
  Ranker: ranker,
  Bucket: part,
  List: list,
  Table: dataTable,
  Chat: chat,
  Markdown: { kind: 'object', View: ({ node, data }) => <Html html={textOf(attr(node, 'value'), data)} id={attr(node, 'idAttr') || undefined} class={('label-markdown ' + attr(node, 'className')).trim()} style={attr(node, 'style') || undefined} /> },
  Collapse: collapse,
  Panel: panel,
  Filter: filter,
  Shortcut: part,
  Repeater: repeater,
  Relations: { kind: 'object', View: later(() => import('./relations.jsx'), 'Relations') },
  Relation: part,
};
