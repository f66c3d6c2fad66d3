// <Relations>: how marks belong together: {"type": "relation", "from_id", "to_id", "direction", "labels"}. Choose one mark, then
// another, and relate them; both can also be chosen from the lists.
import { useEffect, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, cx, iconsAdd, useId } from '../shared/ui.jsx';
import { regionName, useRegions } from './regions.jsx';
import { toolsReady } from './tools.js';
import { attr } from './tree.js';

export const ready = toolsReady;
iconsAdd({ right: 'M5 12h14M13 6l6 6-6 6', left: 'M19 12H5M11 6l-6 6 6 6', both: 'M3 12h18M8 7l-5 5 5 5M16 7l5 5-5 5' });

const TURN = { right: 'left', left: 'bi', bi: 'right' };
const ICONS = { right: 'right', left: 'left', bi: 'both' };

const said = (region) => {
  const text = typeof region.value.text === 'string' ? region.value.text : '';
  return regionName(region) + (text ? ': ' + text.slice(0, 40) : '');
};

export function Relations({ node }) {
  const regions = useRegions();
  const [ends, setEnds] = useState({ from: '', to: '' });
  const ids = { from: useId('f'), to: useId('t') };
  const names = (node.children || []).filter((child) => child.tag === 'Relation').map((child) => ({ name: attr(child, 'value'), color: attr(child, 'background') }));
  const single = attr(node, 'choice') === 'single';
  const all = (regions.result || []).filter((item) => item.type === 'relation' && !item.from_name);
  const known = (id) => regions.list.some((region) => region.id === id);
  // The mark that was chosen before, and the one chosen now.
  useEffect(() => {
    const now = regions.selected;
    if (now && now !== ends.to) setEnds((old) => (old.from && known(old.from) ? (old.to && known(old.to) ? { from: old.to, to: now } : { from: old.from, to: old.from === now ? '' : now }) : { from: now, to: '' }));
  }, [regions.selected]);
  const from = known(ends.from) ? ends.from : '';
  const to = known(ends.to) && ends.to !== from ? ends.to : '';
  const add = () => {
    regions.edit((result) => result.concat({ from_id: from, to_id: to, type: 'relation', direction: 'right' }));
    regions.say(t('relation.added'));
    setEnds({ from: '', to: '' });
  };
  const change = (one, patch) => regions.edit((result) => result.map((item) => (item === one ? clean({ ...item, ...patch }) : item)));
  const pick = (side) => (
    <div class="relation-end">
      <label class="small" for={ids[side]}>
        {t('relation.' + side)}
      </label>
      <select id={ids[side]} value={side === 'from' ? from : to} onChange={(event) => setEnds({ ...ends, [side]: event.target.value })}>
        <option value="">—</option>
        {regions.list.map((region) => (
          <option key={region.id} value={region.id}>
            {said(region)}
          </option>
        ))}
      </select>
    </div>
  );
  const nameOf = (id) => {
    const region = regions.list.find((one) => one.id === id);
    return region ? said(region) : '?';
  };
  return (
    <section class="relations" aria-label={t('relation.role')}>
      <h2>
        {t('relation.role')} <span class="nums muted">{all.length}</span>
      </h2>
      {!regions.readOnly && (
        <div class="relation-new">
          {pick('from')}
          {pick('to')}
          <Button icon="plus" disabled={!from || !to} onClick={add}>
            {t('relation.add')}
          </Button>
        </div>
      )}
      {!all.length && <p class="muted small">{t('relation.none')}</p>}
      <ul class="plain-list stack tight">
        {all.map((one, i) => (
          <li key={one.from_id + one.to_id + i} class="relation">
            <div class="relation-ends">
              <span>{nameOf(one.from_id)}</span>
              <Button kind="quiet" icon={ICONS[one.direction] || 'right'} aria-label={t('relation.turn', { direction: t('relation.' + (one.direction || 'right')) })} disabled={regions.readOnly} onClick={() => change(one, { direction: TURN[one.direction] || 'left' })} />
              <span>{nameOf(one.to_id)}</span>
              {!regions.readOnly && <Button kind="quiet" icon="trash" aria-label={t('relation.remove')} onClick={() => regions.edit((result) => result.filter((item) => item !== one))} />}
            </div>
            <div class="label-bar" role="group" aria-label={t('relation.labels')}>
              {names.map(({ name, color }) => {
                const on = (one.labels || []).includes(name);
                const next = on ? one.labels.filter((label) => label !== name) : (single ? [] : one.labels || []).concat(name);
                return (
                  <button key={name} type="button" class={cx('label-chip', on && 'on')} style={color ? { '--chip': color } : undefined} aria-pressed={on ? 'true' : 'false'} disabled={regions.readOnly} onClick={() => change(one, { labels: next })}>
                    {name}
                  </button>
                );
              })}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
// Without labels there is no member for them, as in Label Studio.
function clean(item) {
  if (!item.labels || item.labels.length) return item;
  const { labels, ...rest } = item;
  return rest;
}
