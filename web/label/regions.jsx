// The regions of a task page: which there are, which is selected, which label the next one gets; undo and redo; the list of
// them; what is told of each. Every object that can be marked (Image, Text, Audio, Video, TimeSeries ...) works on this store:
//
//   const regions = useRegions();
//   regions.of("image")                      [{id, shape, value: place, labels, texts, color, index, items}] of one object
//   regions.shapes("image")                  shapes that may be drawn there: ["rectangle", "polygon"]
//   regions.add("image", "rectangle", {x, y, width, height, rotation: 0}, {original_width, original_height, image_rotation: 0}) -> id
//   regions.change(id, {x, y})               a patch of the place; a third argument joins changes into one step of undo
//   regions.remove(id)   regions.select(id | null)   regions.selected (id)   regions.readOnly
//   regions.say(text)                        read out by screen readers
//
// Labels are given by the bar of the labels control (LabelBar): with a region selected it labels that one, else the next.
// `result` is owned by <Label>'s caller; nothing here keeps a copy but the steps of undo.
import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, cx, iconsAdd, whenDrawn } from '../shared/ui.jsx';
import { controlsOf, labelUses, regionAdd, regionAnswer, regionAnswerSet, regionChange, regionLabel, regionRemove, regionsOf, shapeOf, usedUp } from './region_rules.js';
import { itemAnswer, itemAnswerSet, tidy } from './items.js';
import { attr, isRegionItem } from './tree.js';
import { toolsReady } from './tools.js';

export const ready = toolsReady;
iconsAdd({ undo: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6', redo: 'M15 7l5 5-5 5M20 12H10a6 6 0 0 0-6 6', trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13' });

const STEPS_MAX = 200;
const RegionsContext = createContext(null);
export const useRegions = () => useContext(RegionsContext);

/* form; value, onChange: the result list; selection: {selected, picks}, select: its setter (held by <Label>, whose visibleWhen
 * looks at it); handle: a ref that gets the store, for <Label>'s hotkeys. */
export function Regions({ form, value, onChange, readOnly, selection, setSelection, handle, errors, children }) {
  const result = useRef(value);
  result.current = value;
  const steps = useRef({ past: [], future: [], join: null });
  const [said, say] = useState('');
  const [warning, warn] = useState(null);
  const [, redraw] = useState(0);
  const store = useMemo(() => ({}), []);

  const regional = (list) => (list || []).filter((item) => isRegionItem(form, item));
  const put = (next) => {
    result.current = next;
    onChange(next);
  };
  // One step of undo; steps with the same join follow each other as one.
  const step = (next, join) => {
    warn(null);
    const s = steps.current;
    if (!join || s.join !== join) {
      s.past.push(regional(result.current));
      if (s.past.length > STEPS_MAX) s.past.shift();
    }
    s.future = [];
    s.join = join || null;
    put(tidy(form, next));
  };
  const travel = (from, to, word) => {
    const s = steps.current;
    if (!from.length || readOnly) return;
    to.push(regional(result.current));
    s.join = null;
    const back = from.pop();
    put((result.current || []).filter((item) => !isRegionItem(form, item)).concat(back));
    setSelection((old) => ({ ...old, selected: back.some((item) => item.id === old.selected) ? old.selected : null }));
    say(t(word));
    redraw((n) => n + 1);
  };
  const list = useMemo(() => regionsOf(form, value), [form, value]);
  const find = (id) => regionsOf(form, result.current).find((region) => region.id === id);
  const hasAbout = (object) => form.controls.some((control) => control.perRegion && control.toName === object);

  Object.assign(store, {
    form,
    readOnly,
    list,
    errors,
    picks: selection.picks,
    selected: selection.selected,
    say,
    of: (object, item) => list.filter((region) => region.toName === object && (item === undefined || region.item === item)),
    // The picture that is shown of a list (pictures.jsx).
    itemOf: (object) => (selection.items || {})[object] || 0,
    itemShow: (object, item, keep) => setSelection((old) => ({ ...old, items: { ...old.items, [object]: item }, selected: keep ? old.selected : null })),
    itemAnswer: (control, item) => itemAnswer(value, control, item),
    itemAnswerSet: (control, item, next) => !readOnly && step(itemAnswerSet(result.current, control, item, next), control.name + item),
    shapes: (object) => [...new Set(controlsOf(form, object).map((control) => shapeOf(form, control)).filter(Boolean))],
    controls: (object) => controlsOf(form, object),
    get: find,
    select: (id) => setSelection((old) => (old.selected === id ? old : { ...old, selected: id })),
    // null: a label has been used as often as it may be.
    add(object, shape, place, extra) {
      const full = usedUp(form, result.current, object, shape, selection.picks);
      warn(full && t('region.used_up', { name: full }));
      if (full) return null;
      const [next, id] = regionAdd(form, result.current, object, shape, place, extra || {}, selection.picks);
      step(next);
      const made = find(id);
      // Stays selected when there is something left to say of it: a label, a text.
      const open = hasAbout(object) || (!made.labels.length && controlsOf(form, object).some((control) => control.labels));
      setSelection((old) => ({ ...old, selected: open ? id : null }));
      say(t('region.added', { name: regionName(made) }));
      return id;
    },
    change(id, patch, join, extra) {
      if (!readOnly) step(regionChange(form, result.current, id, patch, extra), join && id + join);
    },
    endJoin: () => (steps.current.join = null),
    remove(id) {
      const region = find(id);
      if (!region || readOnly) return;
      step(regionRemove(form, result.current, [id]));
      setSelection((old) => ({ ...old, selected: old.selected === id ? null : old.selected }));
      say(t('region.removed', { name: regionName(region) }));
    },
    // A label's button or key.
    pick(control, name) {
      if (readOnly) return;
      const region = selection.selected && find(selection.selected);
      const toggled = (names) => (names.includes(name) ? names.filter((one) => one !== name) : control.multiple ? names.concat(name) : [name]);
      const shape = shapeOf(form, control);
      const fits = region && region.toName === control.toName && !(shape && region.shape && shape !== region.shape);
      if (region && !fits) store.select(null);
      if (fits) {
        const mine = region.items.find((item) => item.from_name === control.name || item.type === 'videorectangle');
        step(regionLabel(form, result.current, region, control, toggled(region.labels.filter((one) => mine && control.labels.some((label) => label.name === one)))));
        say(t('region.labelled', { name: regionName(find(region.id)) }));
        return undefined;
      }
      const names = toggled(selection.picks[control.name] || []);
      // Controls that draw the same or another shape on the object exclude each other.
      const others = shape ? controlsOf(form, control.toName).filter((one) => one !== control && shapeOf(form, one)).map((one) => one.name) : [];
      setSelection((old) => ({ ...old, picks: { ...Object.fromEntries(Object.entries(old.picks).filter(([key]) => !others.includes(key))), [control.name]: names } }));
      return undefined;
    },
    answerOf: (region, control) => regionAnswer(value, region, control),
    answer(region, control, next) {
      if (!readOnly) step(regionAnswerSet(result.current, region, control, next), region.id + control.name);
    },
    // Relations and whatever else lives in the list beside regions: fn(result) gives the next one.
    edit: (fn, join) => !readOnly && step(fn(result.current), join),
    result: value,
    canUndo: steps.current.past.length > 0,
    canRedo: steps.current.future.length > 0,
    undo: () => travel(steps.current.past, steps.current.future, 'region.undone'),
    redo: () => travel(steps.current.future, steps.current.past, 'region.redone'),
  });
  handle.current = store;

  // Keys of regions; what is typed into a field stays there.
  useEffect(() => {
    const press = (event) => {
      if (event.defaultPrevented || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      const command = event.ctrlKey || event.metaKey;
      const run = (fn) => {
        event.preventDefault();
        fn();
      };
      if (command && key === 'z' && !event.shiftKey) run(store.undo);
      else if (command && (key === 'y' || (key === 'z' && event.shiftKey))) run(store.redo);
      else if ((key === 'delete' || key === 'backspace') && store.selected && !command) run(() => store.remove(store.selected));
      else if (key === 'escape' && store.selected) run(() => store.select(null));
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  // A new object: a context's readers draw anew only then.
  return (
    <RegionsContext.Provider value={{ ...store }}>
      {children}
      {warning && (
        <p class="error" role="alert">
          {warning}
        </p>
      )}
      <RegionList />
      <p class="hidden" role="status">
        {said}
      </p>
    </RegionsContext.Provider>
  );
}

export const regionName = (region) => (region.texts.length ? region.texts.join(', ') : t('region.' + (region.shape || 'none'))) + ' ' + region.index;

/* ---- the bar of a labels control ---- */
const SIZES = { small: '0.85em', medium: undefined, large: '1.2em' };
const sizeOf = (size) => (size in SIZES ? SIZES[size] : Number(size) ? Math.min(40, Math.max(8, Number(size))) + 'px' : undefined);
export function LabelBar({ control, readOnly, keys, errorId }) {
  const regions = useRegions();
  const region = regions.selected && regions.list.find((one) => one.id === regions.selected && one.toName === control.toName);
  const on = region ? region.labels : regions.picks[control.name] || [];
  if (!control.labels) return null;
  return (
    <div class={cx('label-bar', attr(control.node, 'showInline') === 'false' && 'column')} role="group" aria-label={control.label} aria-describedby={errorId}>
      {control.labels.map((label) => {
        const chosen = on.includes(label.name);
        const full = !chosen && labelUses(regions.result, control, label.name) >= label.max;
        return (
          <button key={label.name} type="button" class={cx('label-chip', chosen && 'on')} style={{ '--chip': label.color, fontSize: sizeOf(label.size), color: (chosen && label.selectedColor) || undefined }} aria-pressed={chosen ? 'true' : 'false'} disabled={readOnly || full} title={label.hint || undefined} onClick={() => regions.pick(control, label.name)}>
            <span class="label-chip-dot" aria-hidden="true" />
            {label.text}
            {label.alias && <span style={label.aliasStyle || 'opacity: 0.8'}>{label.alias}</span>}
            {keys[label.name] && (
              <kbd class="choice-key" aria-hidden="true">
                {keys[label.name]}
              </kbd>
            )}
          </button>
        );
      })}
    </div>
  );
}

/* ---- a control that is answered for each region: shown while one is selected ---- */
export function PerRegion({ control, View, ...rest }) {
  const regions = useRegions();
  if (control.perItem) {
    const item = regions.itemOf(control.toName);
    return (
      <div class="stack tight">
        <p class="small muted">
          {control.label} · {t('pictures.number', { n: item + 1 })}
        </p>
        <View key={item} control={control} value={regions.itemAnswer(control, item) || undefined} set={(next) => regions.itemAnswerSet(control, item, next)} {...rest} />
      </div>
    );
  }
  const region = regions.list.find((one) => one.id === regions.selected && one.toName === control.toName);
  if (!region) return regions.of(control.toName).length ? <p class="muted small">{t('region.choose_one', { name: control.label })}</p> : null;
  return (
    <div class="stack tight">
      <p class="small muted">
        {control.label} · {regionName(region)}
      </p>
      <View key={region.id} control={control} value={regions.answerOf(region, control)} set={(next) => regions.answer(region, control, next)} {...rest} />
    </div>
  );
}

/* ---- the list ---- */
function RegionList() {
  const regions = useRegions();
  const box = useRef();
  const objects = Object.keys(regions.form.objects).filter((name) => regions.controls(name).length);
  if (!objects.length) return null;
  const remove = (region, at) => {
    regions.remove(region.id);
    // The focus goes to the next one, or to the list.
    whenDrawn(() => {
      const rows = box.current ? box.current.querySelectorAll('.region-pick') : [];
      if (rows.length) rows[Math.min(at, rows.length - 1)].focus();
      else if (box.current) box.current.focus();
    });
  };
  return (
    <section class="regions" ref={box} tabIndex={-1} aria-label={t('region.list')}>
      <div class="regions-head">
        <h2>
          {t('region.list')} <span class="nums muted">{regions.list.length}</span>
        </h2>
        {!regions.readOnly && (
          <div class="row">
            <Button kind="quiet" icon="undo" aria-label={t('region.undo')} title={t('region.undo')} disabled={!regions.canUndo} onClick={regions.undo} />
            <Button kind="quiet" icon="redo" aria-label={t('region.redo')} title={t('region.redo')} disabled={!regions.canRedo} onClick={regions.redo} />
          </div>
        )}
      </div>
      {regions.list.length === 0 ? (
        <p class="muted small">{t('region.empty')}</p>
      ) : (
        <ul>
          {regions.list.map((region, at) => (
            <li key={region.id} class={cx(region.id === regions.selected && 'on')}>
              <button type="button" class="region-pick" style={{ '--chip': region.color }} aria-pressed={region.id === regions.selected ? 'true' : 'false'} onClick={() => regions.select(region.id === regions.selected ? null : region.id)}>
                <span class="label-chip-dot" aria-hidden="true" />
                <span class="region-name">{regionName(region)}</span>
                <span class="region-about">{aboutOf(region, regions.form)}</span>
              </button>
              {!regions.readOnly && <Button kind="quiet" icon="trash" aria-label={t('region.remove', { name: regionName(region) })} onClick={() => remove(region, at)} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
// What was marked, in a few words: the text itself, or the times.
function aboutOf(region, form) {
  const value = region.value;
  if (attr(form.objects[region.toName], 'valueList')) return t('pictures.number', { n: region.item + 1 });
  if (typeof value.text === 'string') return value.text.slice(0, 80);
  if (region.shape === 'audio') return `${Number(value.start).toFixed(1)}–${Number(value.end).toFixed(1)} s`;
  return '';
}
