// <Ranker> on a <List>: puts the items in order, or into <Bucket>s. Result: {"ranker": {"NAME": ["b", "a"]}}; with buckets each
// has its ids, "_" those that stay in the list. Items are moved by their buttons or dragged.
import { useRef, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, cx, iconsAdd, whenDrawn } from '../shared/ui.jsx';
import { Item, itemsOf } from './list.jsx';
import { attr, flag } from './tree.js';

iconsAdd({ up: 'M12 19V5M6 11l6-6 6 6', down: 'M12 5v14M6 13l6 6 6-6' });

// [{name, title}] of all lists, the one that takes what nobody moved first.
function columnsOf(control, list) {
  const buckets = (control.node.children || []).filter((child) => child.tag === 'Bucket').map((child) => ({ name: attr(child, 'name'), title: attr(child, 'title') || attr(child, 'name'), isDefault: flag(child, 'default') }));
  const title = list ? attr(list, 'title') : '';
  if (!buckets.length) return [{ name: control.name, title, isDefault: true }];
  return buckets.some((one) => one.isDefault) ? buckets : [{ name: '_', title: title || t('ranker.rest'), isDefault: true }].concat(buckets);
}
// Ids by column; what the answer does not name is where it was.
function placesOf(columns, items, value) {
  const given = (value && value.ranker) || {};
  const places = Object.fromEntries(columns.map((column) => [column.name, (given[column.name] || []).filter((id) => items.some((item) => item.id === id))]));
  const placed = [].concat(...Object.values(places));
  const rest = columns.find((column) => column.isDefault).name;
  places[rest] = places[rest].concat(items.map((item) => item.id).filter((id) => !placed.includes(id)));
  return places;
}

function View({ control, value, set, readOnly, invalid, errorId, form, data }) {
  const list = form.objects[control.toName];
  const items = list ? itemsOf(list, data) : [];
  const columns = columnsOf(control, list);
  const places = placesOf(columns, items, value);
  const [held, setHeld] = useState(null);
  const [said, say] = useState('');
  const box = useRef();
  const move = (id, column, index) => {
    const next = Object.fromEntries(columns.map(({ name }) => [name, places[name].filter((one) => one !== id)]));
    next[column].splice(index, 0, id);
    set({ ranker: next });
    const item = items.find((one) => one.id === id);
    say(t('ranker.moved', { name: item.title || item.body || id, place: index + 1, list: columns.find((one) => one.name === column).title || control.label }));
    whenDrawn(() => {
      const row = box.current && [...box.current.querySelectorAll('li')].find((one) => one.dataset.id === id);
      if (row && !row.contains(document.activeElement)) (row.querySelector('button:not([disabled]), select') || row).focus();
    });
  };
  return (
    <div class="ranker" ref={box} role="group" aria-label={control.label} aria-invalid={invalid ? 'true' : undefined} aria-describedby={errorId}>
      {columns.map((column) => (
        <section
          key={column.name}
          class={cx('ranker-column', 'htx-ranker-column', held && 'target')}
          aria-label={column.title || control.label}
          onDragOver={(event) => held && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            const row = event.target.closest('li[data-id]');
            const without = places[column.name].filter((id) => id !== held);
            const at = row && row.dataset.id !== held ? without.indexOf(row.dataset.id) : without.length;
            if (held) move(held, column.name, at < 0 ? without.length : at);
            setHeld(null);
          }}
        >
          {column.title && <h2>{column.title}</h2>}
          <ol class="plain-list stack tight">
            {places[column.name].map((id, index) => {
              const item = items.find((one) => one.id === id);
              const name = item.title || item.body || id;
              return (
                <li key={id} data-id={id} class={cx('ranker-item', 'htx-ranker-item', held === id && 'held')} draggable={!readOnly} onDragStart={(event) => { event.dataTransfer.setData('text/plain', id); setHeld(id); }} onDragEnd={() => setHeld(null)}>
                  <span class="ranker-place nums" aria-hidden="true">
                    {index + 1}
                  </span>
                  <Item item={item} />
                  {!readOnly && (
                    <div class="ranker-moves">
                      <Button kind="quiet" icon="up" aria-label={t('ranker.up', { name })} disabled={index === 0} onClick={() => move(id, column.name, index - 1)} />
                      <Button kind="quiet" icon="down" aria-label={t('ranker.down', { name })} disabled={index === places[column.name].length - 1} onClick={() => move(id, column.name, index + 1)} />
                      {columns.length > 1 && (
                        <select aria-label={t('ranker.to', { name })} value={column.name} onChange={(event) => move(id, event.target.value, places[event.target.value].length)}>
                          {columns.map((one) => (
                            <option key={one.name} value={one.name}>
                              {one.title}
                            </option>
                          ))}
                        </select>
                      )}
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
          {!places[column.name].length && <p class="muted small">{t('ranker.empty')}</p>}
        </section>
      ))}
      {!value && !readOnly && items.length > 0 && <Button onClick={() => set({ ranker: places })}>{t('ranker.keep')}</Button>}
      <p class="hidden" role="status">
        {said}
      </p>
    </div>
  );
}

export const ranker = { kind: 'control', type: 'ranker', View };
