// <Rating>: 1 to maxRating stars. Result: {"rating": 4}. Digits choose when no explicit hotkey is given.
import { t } from '../shared/i18n.js';
import { useId } from '../shared/ui.jsx';
import { attr } from './tree.js';

const STAR = 'M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.2 6.1-5.5-3-5.5 3 1.2-6.1-4.5-4.2 6.1-.8z';
const HEART = 'M12 20S4 15 4 9.5a4.2 4.2 0 0 1 8-2 4.2 4.2 0 0 1 8 2C20 15 12 20 12 20z';

function View({ control, value, set, readOnly, invalid, errorId, keys }) {
  const group = useId('r');
  const now = value ? value.rating : 0;
  const all = Array.from({ length: control.max }, (_, i) => i + 1);
  return (
    <div class="rating" role="radiogroup" aria-label={control.label} aria-describedby={errorId} aria-required={control.required ? 'true' : undefined}>
      {all.map((n) => (
        <label key={n} class={'star' + (n <= now ? ' on' : '')}>
          <input type="radio" name={group} value={n} checked={n === now} disabled={readOnly} aria-label={t('label.rating_of', { n, max: control.max })} onChange={() => set({ rating: n })} onClick={() => n === now && set(null)} />
          <svg viewBox="0 0 24 24" width="32" height="32" aria-hidden="true">
            <path d={attr(control.node, 'icon') === 'heart' ? HEART : STAR} />
          </svg>
          <span aria-hidden="true">{n}</span>
          {keys[n] && keys[n] !== String(n) && <kbd aria-hidden="true">{keys[n]}</kbd>}
        </label>
      ))}
    </div>
  );
}

export const rating = {
  kind: 'control',
  type: 'rating',
  View,
  prepare: (node) => ({ max: Math.max(1, Math.min(100, Math.floor(Number(attr(node, 'maxRating'))) || 5)) }),
  initial: (control) => (Number(attr(control.node, 'defaultValue')) > 0 ? { rating: Math.min(control.max, Number(attr(control.node, 'defaultValue'))) } : null),
  keys: (control) => Array.from({ length: control.max }, (_, i) => ({ id: i + 1, want: '', auto: control.max <= 9, press: (value) => (value && value.rating === i + 1 ? null : { rating: i + 1 }) })),
};
