// What is answered for each region (perRegion) or each picture of a list (perItem): which answers are seen just now, which are
// hidden and so not given, which are lacking. Pure.
import { answersOf, attr, filled, isVisible, itemId } from './tree.js';

const listOf = (form, control, data) => {
  const object = form.objects[control.toName];
  const list = object && attr(object, 'valueList') ? filled(attr(object, 'valueList'), data) : null;
  return Array.isArray(list) ? list : [];
};

/* What tree.js adds to a control with perItem="true". */
export const perItem = (control, data) => ({
  perItem: true,
  perRegion: true,
  missing: 'pictures.required',
  lacking: (form, result, answers) => listOf(form, control, data).filter((_, i) => isVisible(control.guards, { ...answers, ...itemAnswers(form, result, control.toName, i) }, form) && !itemAnswer(result, control, i)),
});

const isOf = (item, control, at) => item.from_name === control.name && (item.item_index || 0) === at;
export function itemAnswer(result, control, at) {
  const item = (result || []).find((one) => isOf(one, control, at));
  return item ? item.value : null;
}
export function itemAnswerSet(result, control, at, value) {
  const old = (result || []).find((one) => isOf(one, control, at));
  if (!value) return (result || []).filter((one) => one !== old);
  if (old) return result.map((one) => (one === old ? { ...one, value } : one));
  return (result || []).concat({ id: itemId(), from_name: control.name, to_name: control.toName, type: control.row.type, item_index: at, value });
}

/* {control name: value} of one picture, and of one region. */
function itemAnswers(form, result, object, at) {
  const answers = {};
  form.controls.filter((control) => control.perItem && control.toName === object).forEach((control) => (answers[control.name] = itemAnswer(result, control, at)));
  return answers;
}
function regionAnswers(form, result, id) {
  const answers = {};
  (result || []).filter((item) => item.id === id && item.from_name).forEach((item) => (answers[item.from_name] = item.value));
  return answers;
}

/* All answers as visibleWhen sees them while something is selected: those of the shown pictures and of the selected region too. */
export function answersShown(form, result, selection) {
  let answers = answersOf(result, form);
  Object.keys(form.objects).forEach((object) => (answers = { ...answers, ...itemAnswers(form, result, object, (selection.items || {})[object] || 0) }));
  return selection.selected ? { ...answers, ...regionAnswers(form, result, selection.selected) } : answers;
}

/* The result without what is hidden for its region or picture. Taking one away may hide others, so it repeats until it stands. */
export function tidy(form, result) {
  const about = form.controls.filter((control) => control.perRegion && control.guards.length);
  for (let round = 0; about.length && round <= about.length; round++) {
    const answers = answersOf(result, form);
    const next = result.filter((item) => {
      const control = about.find((one) => one.name === item.from_name);
      if (!control) return true;
      if (control.perItem) return isVisible(control.guards, { ...answers, ...itemAnswers(form, result, control.toName, item.item_index || 0) }, form);
      return isVisible(control.guards, { ...answers, ...regionAnswers(form, result, item.id) }, { ...form, selected: { id: item.id, items: result.filter((one) => one.id === item.id && one.from_name) } });
    });
    if (next.length === result.length) break;
    result = next;
  }
  return result;
}
