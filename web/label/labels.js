// Rows of the controls that make regions (table.js). <Labels> and <RectangleLabels> ... offer labels, <Rectangle> ... only a shape.
// What is drawn with them is in the chunks of regions.jsx and of the objects (Image, Text ...). A row:
//
//   regional   true: a control gives any number of result items, each with the id of its region
//   type       of the result items; also the member of `value` with the labels, when the control offers labels
//   shape      what it draws; null = depends on the object (region_rules.js)
//
// prepare gives control.labels: [{name: as in the result, text, color, hotkey, hint, max: how often it may be used, and how it looks}].
import { later } from './later.jsx';
import { attr, filled, flag } from './tree.js';

const PALETTE = ['#d1495b', '#2f6fb2', '#2f8f57', '#b7791f', '#7b4fa3', '#0f8b8d', '#c2562d', '#5b6b7b', '#a33b7d', '#6b7f1e'];
const LabelBar = later(() => import('./regions.jsx'), 'LabelBar');

function prepare(node, data) {
  const given = attr(node, 'value') ? filled(attr(node, 'value'), data) : null;
  const own = (node.children || []).filter((child) => child.tag === 'Label').map((child) => child.attrs || {});
  const more = Array.isArray(given) ? given.map((one) => (one && typeof one === 'object' ? one : { value: one })) : [];
  // Controls begin at different colours, so that one label each does not make them all alike.
  const first = Array.from(attr(node, 'name')).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const labels = own.concat(more).map((one, i) => ({
    name: String(one.alias || one.value),
    text: String(one.value),
    color: one.background || attr(node, 'strokeColor') || PALETTE[(first + i) % PALETTE.length],
    hotkey: one.hotkey ? String(one.hotkey) : '',
    hint: one.hint ? String(one.hint) : '',
    alias: one.alias && (one.showAlias === true || one.showAlias === 'true') ? String(one.alias) : '',
    aliasStyle: one.aliasStyle,
    size: one.size,
    selectedColor: one.selectedColor,
    selected: one.selected === true || one.selected === 'true',
    max: Number(one.maxUsages || attr(node, 'maxUsages')) || Infinity,
  }));
  return { labels, multiple: attr(node, 'choice') === 'multiple' };
}

export const labels = (type, shape = null) => ({
  kind: 'control',
  regional: true,
  type,
  shape,
  View: LabelBar,
  prepare,
  keys: (control) => control.labels.map((label) => ({ id: label.name, want: label.hotkey, auto: true, pick: label.name })),
  check: (control, value) => ((value[type] && value[type].length) || flag(control.node, 'allowEmpty') ? null : ['label.no_label']),
});
export const shape = (type, drawn = type) => ({ kind: 'control', regional: true, type, shape: drawn, View: () => null, prepare: (node) => ({ labels: null, max: Number(attr(node, 'maxUsages')) || Infinity }) });
