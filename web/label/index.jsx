// Draws a label config and keeps its answer:
//
//   <Label config={tree} data={task.data} value={result} onChange={(result) => ...} readOnly hotkeys errors={labelErrors(...)} />
//
// `value` is a Label Studio result list; the caller owns it. What a person answered in a control that is hidden now is not in
// the result, but comes back when the control is shown again. Wait for labelReady(config), begin a task with
// labelStart(config, data), check with labelErrors(config, data, result) before sending (a map of control name to message; empty = complete).
import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Spinner } from '../shared/ui.jsx';
import { later } from './later.jsx';
import { answersOf, asksSomething, attr, errorsOf, formOf, initialAnswers, isVisible, keyMatches, resultOf, visibleAnswers } from './tree.js';
import { table } from './table.js';

// Tags that few tasks have come with a chunk of their own. labelReady: a promise, or null when all are there.
const isKnown = (node) => !node.tag || (node.tag in table && !(node.tag === 'Image' && !table.about && /List|[zZ]oom|Control|grid|cross|Align/.test(Object.keys(node.attrs))) && (node.children || []).every((child) => PARTS.test(child.tag) || isKnown(child)));
const PARTS = /^(Choice|Label|Channel)$/;
export const labelReady = (config) =>
  isKnown(config)
    ? null
    : import('./more.jsx').then(async (more) => {
        await more.ready;
        Object.assign(table, more.rows);
      });

export function labelStart(config, data) {
  const form = formOf(config, data);
  return resultOf(form, initialAnswers(form), []);
}
export const labelErrors = (config, data, result) => errorsOf(formOf(config, data), result);
// Nothing is answered though something is asked: the server refuses that too.
export const labelIsEmpty = (config, data, result) => !result.length && asksSomething(formOf(config, data), {});
// The keys that the controls know: [{key, control}].
export const labelKeys = (config, data) => formOf(config, data).keys;

const isTyping = (element) => element && (/^(textarea|select)$/i.test(element.tagName) || (element.tagName === 'INPUT' && !/^(radio|checkbox|button)$/.test(element.type)) || element.isContentEditable);

// Only tasks with regions load what regions need.
const Regions = later(() => import('./regions.jsx'), 'Regions');
const PerRegion = later(() => import('./regions.jsx'), 'PerRegion');

// The selected region as visibleWhen sees it; null = none.
function selectedOf(result, id) {
  const items = id ? (result || []).filter((item) => item.id === id && item.from_name) : [];
  return items.length ? { id, items } : null;
}

const FormContext = createContext(null);

export function Label(props) {
  const [, redraw] = useState(null);
  const waiting = useMemo(() => labelReady(props.config), [props.config]);
  useEffect(() => {
    if (!waiting) return;
    waiting.then(() => {
      // What these tags begin with, unless there is an answer.
      const begin = props.value && !props.value.length && !props.readOnly ? labelStart(props.config, props.data) : [];
      if (begin.length) props.onChange(begin);
      redraw({});
    }, redraw);
  }, [waiting]);
  return waiting && !isKnown(props.config) ? <Spinner /> : <Form {...props} />;
}

function Form({ config, data, value, onChange, readOnly, hotkeys, errors }) {
  const form = useMemo(() => formOf(config, data), [config, data]);
  const hidden = useRef({}); // answers of controls that are not visible now
  const regions = useRef(null); // the store of regions.jsx, when the task has some
  const [selection, setSelection] = useState({ selected: null, picks: {} }); // region selected; labels for the next one, by control
  useEffect(() => {
    hidden.current = {};
    setSelection({ selected: null, picks: {} });
  }, [form]);
  const answers = table.about ? table.about.answersShown(form, value, selection) : answersOf(value, form);
  const drawn = { ...form, selected: selectedOf(value, selection.selected) };

  const set = (control, next) => {
    const all = { ...hidden.current, ...answersOf(value, form), [control.name]: next };
    const shown = visibleAnswers(form, all);
    hidden.current = all;
    const result = resultOf(form, shown, value);
    onChange(table.about ? table.about.tidy(form, result) : result);
  };

  const press = useRef();
  press.current = (event) => {
    if (readOnly || event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const hit = form.keys.find((key) => keyMatches(key.key, event) && !key.control.perRegion && isVisible(key.control.guards, answers, drawn));
    if (!hit) return;
    event.preventDefault();
    if (hit.pick) {
      if (regions.current) regions.current.pick(hit.control, hit.pick);
      return;
    }
    set(hit.control, hit.press(answers[hit.control.name]));
  };
  useEffect(() => {
    if (!hotkeys) return undefined;
    const listener = (event) => press.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [hotkeys]);

  return (
    <FormContext.Provider value={{ form: drawn, answers, data, readOnly, errors: errors || {}, set, hotkeys }}>
      <div class="label-root">
        {form.regional ? (
          <Regions form={form} value={value} onChange={onChange} readOnly={readOnly} selection={selection} setSelection={setSelection} handle={regions} errors={errors || {}}>
            <Node node={form.config} />
          </Regions>
        ) : (
          <Node node={form.config} />
        )}
      </div>
    </FormContext.Provider>
  );
}

export function Node({ node }) {
  const { form, answers, data, readOnly, errors, set, hotkeys } = useContext(FormContext);
  if (!node.tag) return null;
  const row = table[node.tag];
  if (!row) return <p class="label-error">{t('label.unknown_tag', { tag: node.tag })}</p>;
  if (attr(node, 'visibleWhen') && !isVisible([node], answers, form)) return null;
  const View = row.View;
  if (row.kind === 'layout')
    return (
      <View node={node} data={data}>
        {(node.children || []).map((child, i) => (
          <Node key={i} node={child} />
        ))}
      </View>
    );
  if (row.kind === 'object') return <View node={node} data={data} form={form} readOnly={readOnly} />;
  const control = form.controls.find((one) => one.node === node);
  if (!control) return null;
  const wrong = errors[control.name];
  const keys = {};
  if (hotkeys) form.keys.forEach((key) => key.control === control && !keys[key.id] && (keys[key.id] = key.key));
  const common = { control, form, data, readOnly, invalid: !!wrong, errorId: wrong ? 'le-' + control.name : undefined, keys };
  return (
    <div class={'label-control' + (wrong ? ' wrong' : '')} data-control={control.name}>
      {control.perRegion ? <PerRegion View={View} {...common} /> : <View value={answers[control.name]} set={(next) => set(control, next)} {...common} />}
      {wrong && (
        <p class="error" id={'le-' + control.name}>
          {typeof wrong === 'string' ? wrong : t(...wrong)}
        </p>
      )}
    </div>
  );
}
