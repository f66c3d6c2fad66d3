// The label config as a form: which controls there are, which are visible, and the answer as a Label Studio `result` list.
// Pure: no page, no clock. A control's value is the `value` object of its result item ({choices: [..]}, {number: 3} ...) or
// null; what a control does with it is in its own file (table.js).
import { table } from './table.js';

const truth = (value) => value === 'true' || value === '1';
export const attr = (node, name) => (node.attrs && node.attrs[name] !== undefined ? node.attrs[name] : '');
export const flag = (node, name) => truth(attr(node, name));

// value="$field" gives the field as it is, "$meta.title" and "$pages[0]" what is inside; "$field" inside a longer text is filled
// in. A field that is not there: undefined, or the text as written. A field's name has letters, digits and _ (as
// src/domain/label_attrs.c reads it).
export function filled(text, data) {
  if (/^\$[A-Za-z_]\w*(\[\d+\]|\.[A-Za-z_]\w*)*$/.test(text)) return text.match(/\w+/g).reduce((value, name) => (value ? value[name] : undefined), data);
  return String(text).replace(/\$([A-Za-z_]\w*)/g, (as, name) => (data[name] === undefined || data[name] === null ? as : String(data[name])));
}
export function textOf(text, data) {
  const value = filled(text, data);
  return value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

// Key names: LS writes "ctrl+a", "shift+1", several as "1,q".
export const keyList = (text) => (text ? text.toLowerCase().split(',').map((key) => key.replace(/\s/g, '')).filter(Boolean) : []);

/* A form:
 *   controls  [{name, toName, node, row, label, required, guards, perRegion, ...what the row's prepare adds}] in document order
 *   keys      [{key, control, press(value) -> value | pick: name}]: pick chooses a label (regions.jsx)
 *   config    the tree; what a <Repeater> holds once for each item
 *   objects   {name: node} of what can be labelled
 *   regional  some control makes or describes regions: the page needs regions.jsx
 *   selected  only while drawn (index.jsx): the selected region {id, toName, labels} or null
 * guards: the visibleWhen conditions of the control and everything around it; all must hold. */
export function formOf(config, data) {
  if (table.Repeater) config = table.Repeater.expand(config, data);
  const controls = [];
  const objects = {};
  let heading = '';
  const walk = (node, guards) => {
    if (!node.tag) return;
    const row = table[node.tag];
    if (!row) return;
    if (attr(node, 'visibleWhen')) guards = guards.concat(node);
    if (node.tag === 'Header') heading = textOf(attr(node, 'value'), data);
    if (row.kind === 'control') {
      const control = { name: attr(node, 'name'), toName: attr(node, 'toName'), node, row, guards, required: flag(node, 'required'), perRegion: flag(node, 'perRegion') };
      control.label = attr(node, 'label') || heading || control.name;
      controls.push(Object.assign(control, row.prepare ? row.prepare(node, data) : {}, flag(node, 'perItem') && table.about ? table.about.perItem(control, data) : {}));
    } else {
      if (row.kind === 'object' && attr(node, 'name')) objects[attr(node, 'name')] = node;
      (node.children || []).forEach((child) => walk(child, guards));
    }
  };
  walk(config, []);
  return { config, controls, objects, keys: keysOf(controls), regional: controls.some((control) => control.row.regional || control.perRegion) };
}

// Keys asked for come first; what wants one and has none gets the next free digit 1..9, in document order.
function keysOf(controls) {
  const taken = new Set();
  const wishes = controls.flatMap((control) => (control.row.keys ? control.row.keys(control) : []).map((wish) => ({ ...wish, control })));
  const keys = [];
  for (const wish of wishes) {
    wish.all = keyList(wish.want).filter((key) => !taken.has(key));
    wish.all.forEach((key) => taken.add(key));
  }
  let digit = 1;
  for (const wish of wishes) {
    if (!wish.all.length && wish.auto) {
      while (taken.has(String(digit))) digit++;
      if (digit <= 9) wish.all.push(String(digit++));
    }
    wish.all.forEach((key) => keys.push({ key, control: wish.control, id: wish.id, press: wish.press, pick: wish.pick }));
  }
  return keys;
}

// Does a keyboard event mean this key.
export function keyMatches(key, event) {
  const parts = key.split('+');
  const last = parts.pop() || '+';
  if (['ctrl', 'alt', 'meta'].some((name) => parts.includes(name) !== event[name + 'Key'])) return false;
  if (parts.includes('shift') && !event.shiftKey) return false;
  const name = { ' ': 'space', escape: 'esc' }[event.key.toLowerCase()] || event.key.toLowerCase();
  return name === last || (/^\d$/.test(last) && (event.code === 'Digit' + last || event.code === 'Numpad' + last) && (!event.shiftKey || parts.includes('shift')));
}

// By value or alias.
function hasLabel(form, item, name) {
  const control = form.controls.find((one) => one.name === item.from_name);
  return itemLabels(item).some((given) => given === name || (control && control.labels && control.labels.some((label) => label.name === given && label.text === name)));
}

function guardHolds(node, answers, form) {
  const when = attr(node, 'visibleWhen');
  const controls = form.controls;
  if (when === 'no-region-selected') return !form.selected;
  if (when === 'region-selected') {
    // Whether an answer counts does not hang on what is selected just now; only drawing does.
    if (form.selected === undefined) return true;
    const names = attr(node, 'whenLabelValue');
    const items = form.selected ? form.selected.items.filter((item) => !attr(node, 'whenTagName') || item.from_name === attr(node, 'whenTagName')) : [];
    return items.length > 0 && (!names || items.some((item) => names.split(',').some((name) => hasLabel(form, item, name.trim()))));
  }
  if (when !== 'choice-selected' && when !== 'choice-unselected') return true;
  const tag = attr(node, 'whenTagName');
  const wanted = attr(node, 'whenChoiceValue');
  const selected = controls
    .filter((control) => control.row.type === 'choices' && (!tag || control.name === tag))
    .some((control) => {
      const names = control.row.selectedNames(control, answers[control.name]);
      return wanted && tag ? wanted.split(',').some((one) => names.includes(one.trim())) : names.length > 0;
    });
  return selected === (when === 'choice-selected');
}
export const isVisible = (guards, answers, form) => guards.every((node) => guardHolds(node, answers, form));

// Answers of the visible controls only. Hiding one control may hide others that depend on it, so it repeats until it stands.
export function visibleAnswers(form, answers) {
  let kept = answers;
  for (let round = 0; round <= form.controls.length; round++) {
    const next = {};
    form.controls.forEach((control) => {
      if (kept[control.name] && isVisible(control.guards, kept, form)) next[control.name] = kept[control.name];
    });
    if (Object.keys(next).length === Object.keys(kept).length) return next;
    kept = next;
  }
  return kept;
}

export function initialAnswers(form) {
  const answers = {};
  form.controls.forEach((control) => {
    const value = control.row.initial && !control.perRegion ? control.row.initial(control) : null;
    if (value) answers[control.name] = value;
  });
  return visibleAnswers(form, answers);
}

// Some control waits for an answer: then an empty result is none. Where things are marked there may be nothing to mark.
export const asksSomething = (form, answers) => !form.controls.some((control) => control.row.regional) && form.controls.some((control) => (!control.perRegion || control.perItem) && isVisible(control.guards, answers, form));

// Is there a control that marks places of an object.
export const isMarked = (form, node) => form.controls.some((control) => control.row.regional && control.toName === attr(node, 'name'));

/* ---- result lists ---- */
export const itemId = () => Array.from(crypto.getRandomValues(new Uint8Array(10)), (b) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'[b & 63]).join('');

// Items of regions: made by a control for regions, telling something of one region, or relating two.
const ofRegion = (form, item) => !item.from_name || form.controls.some((control) => control.name === item.from_name && (control.row.regional || control.perRegion));
export const isRegionItem = ofRegion;

// The labels of an item, whichever control gave them: {"rectanglelabels": [..]}, {"labels": [..]} of a video's box.
export const itemLabels = (item) => (item.value && (item.value[item.type] || item.value.labels)) || [];

// What is answered once for the task. A control for regions stands there with its last region; what is told of each region does not.
export function answersOf(result, form) {
  const answers = {};
  (result || []).forEach((item) => {
    const control = form && form.controls.find((one) => one.name === item.from_name);
    if (item.from_name && !(control && control.perRegion)) answers[item.from_name] = item.value;
  });
  return answers;
}
export function resultOf(form, answers, old) {
  const whole = form.controls
    .filter((control) => answers[control.name] && !control.row.regional && !control.perRegion)
    .map((control) => {
      const before = (old || []).find((item) => item.from_name === control.name);
      return before ? { ...before, value: answers[control.name] } : { id: itemId(), from_name: control.name, to_name: control.toName, type: control.row.type, value: answers[control.name] };
    });
  return whole.concat((old || []).filter((item) => ofRegion(form, item)));
}

// Regions without what a perRegion control must have of each.
const lacking = (form, control, result, answers) =>
  control.lacking ? control.lacking(form, result, answers) :
  [...new Set(result.filter((item) => item.to_name === control.toName && form.controls.some((one) => one.name === item.from_name && one.row.regional)).map((item) => item.id))].filter((id) => {
    const items = result.filter((item) => item.id === id);
    const selected = { id, items };
    const own = { ...answers };
    items.forEach((item) => (own[item.from_name] = item.value));
    return isVisible(control.guards, own, { ...form, selected }) && !items.some((item) => item.from_name === control.name);
  });

function errorOf(form, control, result, answers) {
  const missing = () => attr(control.node, 'requiredMessage') || [control.perRegion ? control.missing || 'label.required_region' : 'label.required'];
  const items = result.filter((item) => item.from_name === control.name);
  const check = (value) => control.row.check && control.row.check(control, value);
  if (control.perRegion) return items.map((item) => check(item.value)).find(Boolean) || (control.required && lacking(form, control, result, answers).length ? missing() : null);
  if (!isVisible(control.guards, answers, form)) return null;
  if (control.row.regional && items.length) return items.map((item) => check(item.value)).find(Boolean);
  return answers[control.name] ? check(answers[control.name]) : control.required && missing();
}

// What keeps the answer from being complete: {control name: [message key, variables] or a sentence of the requester}.
export function errorsOf(form, result) {
  const answers = answersOf(result, form);
  const errors = {};
  form.controls.forEach((control) => {
    const wrong = errorOf(form, control, result || [], answers);
    if (wrong) errors[control.name] = wrong;
  });
  return errors;
}
