// <Pairwise toName="left,right">: which of two is better. Result: {"selected": "left"}.
import { t } from '../shared/i18n.js';
import { cx, useId } from '../shared/ui.jsx';
import { attr } from './tree.js';

const SIDES = ['left', 'right'];
const turned = (value, side) => (value && value.selected === side ? null : { selected: side });

function View({ control, value, set, readOnly, invalid, errorId, keys }) {
  const group = useId('p');
  return (
    <div class="choices inline pairwise" role="radiogroup" aria-label={control.label} aria-invalid={invalid ? 'true' : undefined} aria-describedby={errorId} aria-required={control.required ? 'true' : undefined}>
      {SIDES.map((side) => (
        <label key={side} class={cx('choice', value && value.selected === side && 'on', attr(control.node, side + 'Class'))} style={(value && value.selected === side && attr(control.node, 'selectionStyle')) || undefined}>
          <input type="radio" name={group} value={side} checked={!!value && value.selected === side} disabled={readOnly} onChange={() => set(turned(value, side))} onClick={() => value && value.selected === side && set(null)} />
          <span class="choice-text">{t('pairwise.' + side)}</span>
          {keys[side] && (
            <kbd class="choice-key" aria-hidden="true">
              {keys[side]}
            </kbd>
          )}
        </label>
      ))}
    </div>
  );
}

export const pairwise = {
  kind: 'control',
  type: 'pairwise',
  View,
  keys: () => SIDES.map((side) => ({ id: side, want: '', auto: true, press: (value) => turned(value, side) })),
};
