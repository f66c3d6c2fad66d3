// <Choices>: one or several of a list; the list is in the config or, with value="$field", in the task.
// Result: {"choices": ["Drama"]}; with allowNested each choice is its path from the top: {"choices": [["Animal", "Dog"]]}.
// An alias stands for the value in the result. In a nested list only the ends of branches can be chosen.
import { cx, useId } from '../shared/ui.jsx';
import { attr, filled, flag } from './tree.js';

const optionOf = (node) => ({ value: attr(node, 'value'), alias: attr(node, 'alias'), hotkey: attr(node, 'hotkey'), hint: attr(node, 'hint'), selected: flag(node, 'selected'), color: attr(node, 'color'), nodes: node.children || [] });
// A choice in task data: "text" or {"value", "alias", "hint", "hotkey", "selected", "children"}.
const optionOfData = (item) =>
  item && typeof item === 'object'
    ? { value: String(item.value === undefined ? '' : item.value), alias: item.alias ? String(item.alias) : '', hotkey: item.hotkey ? String(item.hotkey) : '', hint: item.hint ? String(item.hint) : '', selected: item.selected === true, list: item.children || [] }
    : { value: String(item), alias: '', hotkey: '', hint: '', selected: false, list: [] };

// randomize="true": an order of its own for each task, the same whenever the task is drawn again.
function shuffle(list, data) {
  let seed = 1;
  for (const letter of JSON.stringify(data)) seed = (seed * 31 + letter.charCodeAt(0)) % 2147483647;
  for (let i = list.length - 1; i > 0; i--) {
    seed = (seed * 16807 + 11) % 2147483647;
    const j = seed % (i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

function prepare(node, data) {
  const nested = flag(node, 'allowNested');
  const leaves = [];
  const build = (option, path, names) => {
    option.path = path.concat(option.alias || option.value);
    option.names = names.concat([option.value, option.alias].filter(Boolean));
    option.sent = nested ? option.path : option.path[0];
    option.id = JSON.stringify(option.path);
    const children = nested ? (option.nodes ? option.nodes.filter((n) => n.tag === 'Choice').map(optionOf) : option.list.map(optionOfData)) : [];
    option.children = children.map((child) => build(child, option.path, option.names));
    if (!option.children.length) leaves.push(option);
    return option;
  };
  const given = attr(node, 'value') ? filled(attr(node, 'value'), data) : null;
  const options = (node.children || []).filter((n) => n.tag === 'Choice').map(optionOf).concat(Array.isArray(given) ? given.map(optionOfData) : []);
  if (flag(node, 'randomize')) shuffle(options, data);
  return { multiple: attr(node, 'choice') === 'multiple', nested, options: options.map((option) => build(option, [], [])), leaves };
}

const idsOf = (value) => (value && value.choices ? value.choices.map((choice) => JSON.stringify([].concat(choice))) : []);

function toggled(control, value, option) {
  const ids = idsOf(value);
  const on = ids.includes(option.id);
  const wanted = control.multiple ? (on ? ids.filter((id) => id !== option.id) : ids.concat(option.id)) : on ? [] : [option.id];
  const choices = control.leaves.filter((leaf) => wanted.includes(leaf.id)).map((leaf) => leaf.sent);
  return choices.length ? { choices } : null;
}

function View({ control, value, set, readOnly, invalid, errorId, keys }) {
  const group = useId('g');
  const ids = idsOf(value);
  const layout = attr(control.node, 'layout') || (flag(control.node, 'showInline') ? 'inline' : 'vertical');
  if (layout === 'select' && !control.multiple && !control.nested)
    return (
      <select
        aria-label={control.label}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={errorId}
        disabled={readOnly}
        onChange={(event) => {
          const leaf = control.leaves[event.target.selectedIndex - 1];
          set(leaf ? { choices: [leaf.sent] } : null);
        }}
      >
        <option value="">—</option>
        {control.leaves.map((leaf) => (
          <option key={leaf.id} value={leaf.id} selected={ids.includes(leaf.id)}>
            {leaf.value}
          </option>
        ))}
      </select>
    );
  const draw = (option) =>
    option.children.length ? (
      <div key={option.id} class="choice-branch" role="group" aria-label={option.value}>
        <p class="choice-branch-name">{option.value}</p>
        <div class={'choices ' + layout}>{option.children.map(draw)}</div>
      </div>
    ) : (
      <label key={option.id} class={cx('choice', ids.includes(option.id) && 'on')}>
        <input
          type={control.multiple ? 'checkbox' : 'radio'}
          name={group}
          value={option.id}
          checked={ids.includes(option.id)}
          disabled={readOnly}
          onChange={() => set(toggled(control, value, option))}
          onClick={() => !control.multiple && ids.includes(option.id) && set(null)}
        />
        <span class="choice-text">
          {option.value}
          {option.hint && <small>{option.hint}</small>}
        </span>
        {keys[option.id] && (
          <kbd class="choice-key" aria-hidden="true">
            {keys[option.id]}
          </kbd>
        )}
      </label>
    );
  return (
    <div class={cx('choices', layout, control.nested && 'nested')} role={control.multiple ? 'group' : 'radiogroup'} aria-label={control.label} aria-describedby={errorId} aria-required={!control.multiple && control.required ? 'true' : undefined}>
      {control.options.map(draw)}
    </div>
  );
}

export const choices = {
  kind: 'control',
  type: 'choices',
  View,
  prepare,
  initial(control) {
    const wanted = control.leaves.filter((leaf) => leaf.selected);
    const chosen = (control.multiple ? wanted : wanted.slice(0, 1)).map((leaf) => leaf.sent);
    return chosen.length ? { choices: chosen } : null;
  },
  keys: (control) => (attr(control.node, 'layout') === 'select' ? [] : control.leaves.map((leaf) => ({ id: leaf.id, want: leaf.hotkey, auto: true, press: (value) => toggled(control, value, leaf) }))),
  // For visibleWhen: values and aliases of what is chosen and of what it is nested in.
  selectedNames(control, value) {
    const ids = idsOf(value);
    return control.leaves.filter((leaf) => ids.includes(leaf.id)).flatMap((leaf) => leaf.names);
  },
};
