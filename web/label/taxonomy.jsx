// <Taxonomy>: several choices of a tree, marked in their color. Result: {"taxonomy": [["Eukarya", "Human"], ["Archaea"]]}: each choice as its path.
import { useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, Icon, cx } from '../shared/ui.jsx';
import { choices } from './choices.jsx';
import { attr, flag } from './tree.js';

const MANY = 12; // more options than this get a search field
const idsOf = (value) => (value && value.taxonomy ? value.taxonomy.map((path) => JSON.stringify(path)) : []);
const plain = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');

function View({ control, value, set, readOnly, invalid, errorId }) {
  const [open, setOpen] = useState({});
  const [search, setSearch] = useState('');
  const ids = idsOf(value);
  const full = ids.length >= control.max;
  const toggle = (option) => {
    const wanted = ids.includes(option.id) ? ids.filter((id) => id !== option.id) : ids.concat(option.id);
    const taxonomy = control.all.filter((one) => wanted.includes(one.id)).map((one) => one.path);
    set(taxonomy.length ? { taxonomy } : null);
  };
  const separator = attr(control.node, 'pathSeparator') || ' / ';
  const said = (option) => (flag(control.node, 'showFullPath') ? option.titles.join(separator) : option.value);
  const wanted = plain(search.trim());
  const hit = (option) => plain(option.value).includes(wanted) || option.children.some(hit);
  const draw = (option) => {
    if (wanted && !hit(option)) return null;
    const on = ids.includes(option.id);
    const isOpen = wanted ? true : open[option.id];
    return (
      <li key={option.id}>
        <div class="tree-row">
          {option.children.length > 0 ? (
            <button type="button" class="tree-turn" aria-expanded={isOpen ? 'true' : 'false'} aria-label={option.value} onClick={() => setOpen({ ...open, [option.id]: !isOpen })}>
              <span class={cx('tree-arrow', isOpen && 'open')} aria-hidden="true" />
            </button>
          ) : (
            <span class="tree-turn" />
          )}
          {option.children.length > 0 && control.leafsOnly ? (
            <span class="tree-name">
              {option.color && <span class="label-chip-dot tree-dot" style={{ '--chip': option.color }} aria-hidden="true" />}
              {option.value}
            </span>
          ) : (
            <label class={cx('choice', on && 'on')}>
              <input type="checkbox" checked={on} disabled={readOnly || (full && !on)} onChange={() => toggle(option)} />
              <span class="choice-text">
                {option.color && <span class="label-chip-dot tree-dot" style={{ '--chip': option.color }} aria-hidden="true" />}
                {option.value}
                {option.hint && <small>{option.hint}</small>}
              </span>
            </label>
          )}
        </div>
        {isOpen && option.children.length > 0 && <ul>{option.children.map(draw)}</ul>}
      </li>
    );
  };
  const chosen = control.all.filter((option) => ids.includes(option.id));
  return (
    <div class="tree" style={{ minWidth: attr(control.node, 'minWidth') && `min(100%, ${attr(control.node, 'minWidth')})`, maxWidth: attr(control.node, 'maxWidth') || undefined }} role="group" aria-label={control.label} aria-invalid={invalid ? 'true' : undefined} aria-describedby={errorId}>
      {chosen.length > 0 && (
        <ul class="tree-chosen" aria-label={t('taxonomy.chosen')}>
          {chosen.map((option) => (
            <li key={option.id}>
              {said(option)}
              {!readOnly && <Button kind="quiet" icon="close" aria-label={t('taxonomy.remove', { name: option.value })} onClick={() => toggle(option)} />}
            </li>
          ))}
        </ul>
      )}
      {control.all.length > MANY && (
        <div class="search">
          <Icon name="search" />
          <input type="search" aria-label={t('taxonomy.search')} placeholder={attr(control.node, 'placeholder') || t('taxonomy.search')} value={search} onInput={(event) => setSearch(event.target.value)} />
        </div>
      )}
      <ul class="tree-list">{control.options.map(draw)}</ul>
    </div>
  );
}

export const taxonomy = {
  kind: 'control',
  type: 'taxonomy',
  View,
  prepare(node, data) {
    const { options } = choices.prepare({ ...node, attrs: { ...node.attrs, allowNested: 'true', choice: 'multiple' } }, data);
    const all = [];
    const walk = (option, titles) => {
      option.titles = titles.concat(option.value);
      all.push(option);
      option.children.forEach((child) => walk(child, option.titles));
    };
    options.forEach((option) => walk(option, []));
    return { options, all, leafsOnly: flag(node, 'leafsOnly'), max: Number(attr(node, 'maxUsages')) || Infinity };
  },
  initial(control) {
    const taxonomy = control.all.filter((option) => option.selected && !(control.leafsOnly && option.children.length)).map((option) => option.path);
    return taxonomy.length ? { taxonomy: taxonomy.slice(0, control.max) } : null;
  },
};
