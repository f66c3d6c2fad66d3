// Regions of a task: the parts of a Label Studio result list that mark a place (a box, a span, a stretch of sound) and what is
// told of each. Pure: every function takes a result list and gives a new one.
//
// A region is all items with one id:
//   {id, from_name: "box", to_name: "image", type: "rectanglelabels", value: {x, y, width, height, rotation, rectanglelabels: ["Car"]}, original_width, ...}
// or, from <Rectangle name="box"/> with <Labels name="kind">, two of them with the same place:
//   {id, from_name: "box",  type: "rectangle", value: {x, ...}}      {id, from_name: "kind", type: "labels", value: {x, ..., labels: ["Car"]}}
// and one more for every answer of a perRegion control:
//   {id, from_name: "words", type: "textarea", value: {x, ..., text: ["..."]}}
import { attr, itemId, itemLabels, isRegionItem } from './tree.js';

// What <Labels> marks depends on what it labels; on pictures and videos it only names what another control draws.
const OF_OBJECT = { Text: 'text', HyperText: 'html', Paragraphs: 'paragraphs', Audio: 'audio', TimeSeries: 'series' };
export function shapeOf(form, control) {
  const object = form.objects[control.toName];
  return control.row.shape || (control.row.regional && control.labels && object && OF_OBJECT[object.tag]) || null;
}
export const controlsOf = (form, object) => form.controls.filter((control) => control.toName === object && control.row.regional);
const named = (form, name) => form.controls.find((control) => control.name === name);

/* [{id, toName, shape, items, value, labels, index}] in the order of the list; value is the place with the labels left out. */
export function regionsOf(form, result) {
  const byId = new Map();
  (result || []).forEach((item) => {
    const control = item.from_name && named(form, item.from_name);
    if (!control || !control.row.regional) return;
    const key = item.id + ' ' + item.to_name;
    let region = byId.get(key);
    if (!region) byId.set(key, (region = { id: item.id, toName: item.to_name, item: item.item_index || 0, shape: null, items: [], labels: [], value: {}, main: item }));
    const shape = shapeOf(form, control);
    if (shape && !region.shape) {
      region.shape = shape;
      region.main = item;
    }
    region.items.push(item);
    region.labels = region.labels.concat(itemLabels(item));
  });
  const regions = [...byId.values()];
  regions.forEach((region, i) => {
    region.value = placeOf(region.main);
    region.index = i + 1;
    region.color = colorOf(form, region);
    region.look = lookOf(form, region);
    region.texts = textsOf(form, region);
  });
  return regions;
}
// The place: value without labels.
function placeOf(item) {
  const place = { ...item.value };
  delete place[item.type];
  if (item.type === 'videorectangle' || item.type === 'timeserieslabels') delete place.labels;
  return place;
}
function labelOf(form, item) {
  const control = named(form, item.from_name);
  const names = itemLabels(item);
  const own = names.length && control.labels && control.labels.find((label) => label.name === names[0]);
  if (own) return own;
  // A video's box has its labels from the <Labels> beside it.
  const other = form.controls.filter((one) => one.toName === item.to_name && one.labels).find((one) => one.labels.some((label) => label.name === names[0]));
  return other && other.labels.find((label) => label.name === names[0]);
}
function colorOf(form, region) {
  for (const item of region.items) {
    const label = labelOf(form, item);
    if (label) return label.color;
  }
  const control = named(form, region.main.from_name);
  return attr(control.node, 'strokeColor') || attr(control.node, 'highlightColor') || '#f48a42';
}
// What the control that labels it (else the one that draws it) says of its looks, for the style sheet: fillColor, opacity, strokeWidth.
function lookOf(form, region) {
  const item = region.items.find((one) => itemLabels(one).length) || region.main;
  const { node } = named(form, item.from_name);
  const look = { '--chip': region.color };
  if (attr(node, 'fillColor')) look['--chip-fill'] = attr(node, 'fillColor');
  if (attr(node, 'opacity')) {
    look['--chip-alpha'] = Number(attr(node, 'opacity'));
    look['--chip-share'] = Number(attr(node, 'opacity')) * 100 + '%';
  }
  if (attr(node, 'strokeWidth') && region.shape !== 'keypoint') look['--chip-line'] = Number(attr(node, 'strokeWidth')) + 'px';
  return look;
}
const textsOf = (form, region) =>
  region.labels.map((name) => {
    const control = controlsOf(form, region.toName).find((one) => one.labels && one.labels.some((label) => label.name === name));
    return control ? control.labels.find((label) => label.name === name).text : name;
  });

/* How often each label is used: for maxUsages, as is how often a control without labels has drawn. */
export const drawnUses = (result, control) => (result || []).filter((item) => item.from_name === control.name).length;
export const labelUses = (result, control, name) => (result || []).filter((item) => item.to_name === control.toName && (item.from_name === control.name || item.type === 'videorectangle') && itemLabels(item).includes(name)).length;

// The controls that a new region of this shape answers, given the labels picked: {control name: [labels]}.
function controlsFor(form, object, shape, picks) {
  const all = controlsOf(form, object);
  const chosen = (control) => (picks[control.name] && picks[control.name].length ? picks[control.name] : null);
  const makers = all.filter((control) => shapeOf(form, control) === shape);
  const main = makers.find(chosen) || makers.find((control) => !control.labels) || makers[0];
  // One label alone needs no choice.
  const only = (control) => (control.labels && control.labels.length === 1 && all.filter((one) => one.labels).length === 1 ? [control.labels[0].name] : null);
  const list = [[main, main.labels ? chosen(main) || only(main) || [] : null]];
  all.filter((control) => control !== main && control.labels && !shapeOf(form, control)).forEach((control) => (chosen(control) || only(control)) && list.push([control, chosen(control) || only(control)]));
  return list;
}

/* May not be made, since a label of it or what draws it has been used as often as it may be: its name, else null. */
export function usedUp(form, result, object, shape, picks) {
  for (const [control, names] of controlsFor(form, object, shape, picks)) {
    if (!control.labels && drawnUses(result, control) >= control.max) return control.label;
    const full = (names || []).map((name) => control.labels.find((label) => label.name === name)).find((label) => label && labelUses(result, control, label.name) >= label.max);
    if (full) return full.text;
  }
  return null;
}

/* Adds a region; extra: members of the items beside `value` (original_width ...). Returns [result, id]. */
export function regionAdd(form, result, object, shape, place, extra, picks) {
  const id = itemId();
  const parts = controlsFor(form, object, shape, picks);
  const [main] = parts[0];
  let items = parts.map(([control, names]) => ({ id, from_name: control.name, to_name: object, type: control.row.type, ...extra, value: names ? { ...place, [control.row.type]: names } : { ...place } }));
  // Label Studio writes the labels of a video's box into the box itself.
  if (main.row.type === 'videorectangle') items = [{ ...items[0], value: { ...place, labels: parts.slice(1).flatMap(([, names]) => names) } }];
  return [(result || []).concat(items), id];
}

const change = (result, id, fn) => result.map((item) => (item.id === id && item.from_name ? fn(item) : item));

/* A new place: patch goes into the value of every item of the region (also of what is told of it, as Label Studio does). */
export const regionChange = (form, result, id, patch, extra) => change(result, id, (item) => (isRegionItem(form, item) ? { ...item, ...extra, value: { ...item.value, ...patch } } : item));

/* Removes regions with everything told of them and every relation to them. */
export const regionRemove = (form, result, ids) => result.filter((item) => (item.type === 'relation' ? !ids.includes(item.from_id) && !ids.includes(item.to_id) : !(ids.includes(item.id) && isRegionItem(form, item))));

/* The labels that one control gives a region. */
export function regionLabel(form, result, region, control, names) {
  const type = control.row.type;
  if (region.main.type === 'videorectangle') return change(result, region.id, (item) => (item.type === 'videorectangle' ? { ...item, value: { ...item.value, labels: names } } : item));
  const mine = region.items.find((item) => item.from_name === control.name);
  const others = region.items.filter((item) => item !== mine);
  // The item stays while it is the region's only one; a separate <Labels> item goes with its last label.
  if (mine && !names.length && others.length) return result.filter((item) => item !== mine);
  if (mine) return result.map((item) => (item === mine ? { ...item, value: { ...item.value, [type]: names } } : item));
  // The other control of this shape, still without a label, gives way: a box is of one kind.
  const empty = others.find((item) => { const one = named(form, item.from_name); return one.labels && shapeOf(form, one) && !itemLabels(item).length; });
  const base = empty || region.main;
  const { from_name, type: oldType, value, ...rest } = base;
  const made = { id: region.id, from_name: control.name, to_name: region.toName, type, ...rest, value: { ...placeOf(base), [type]: names } };
  if (empty) return result.map((item) => (item === empty ? made : item));
  const last = result.lastIndexOf(region.items[region.items.length - 1]);
  return result.slice(0, last + 1).concat(made, result.slice(last + 1));
}

/* What a perRegion control says of a region: its item's value without the place, or null. */
export function regionAnswer(result, region, control) {
  const item = (result || []).find((one) => one.id === region.id && one.from_name === control.name);
  if (!item) return null;
  const key = keyOf(control);
  return item.value && item.value[key] !== undefined ? { [key]: item.value[key] } : null;
}
const KEYS = { textarea: 'text' };
const keyOf = (control) => KEYS[control.row.type] || control.row.type;
export function regionAnswerSet(result, region, control, value) {
  const at = result.findIndex((one) => one.id === region.id && one.from_name === control.name);
  if (!value) return at < 0 ? result : result.filter((_, i) => i !== at);
  if (at >= 0) return result.map((item, i) => (i === at ? { ...item, value: { ...item.value, ...value } } : item));
  const { id, from_name, to_name, type, value: place, meta, score, origin, ...extra } = region.main;
  return result.concat({ id: region.id, from_name: control.name, to_name: region.toName, type: control.row.type, ...extra, value: { ...placeOf(region.main), ...value } });
}
