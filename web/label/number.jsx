// <Number>: a number typed by hand, with comma or point. Result: {"number": 3.5}.
// While what is typed is not a number the value is {"number": null, "typed": "..."}; check refuses it.
import { useEffect, useState } from 'preact/hooks';
import { locale, number as format, t } from '../shared/i18n.js';
import { attr, flag } from './tree.js';

// "3,5" "3.5" "-0,25" "1e6" -> number; null when it is none or could be read in two ways (1,234.5 is fine, 1.2.3 is not).
export function numberParse(text) {
  let plain = text.replace(/[\s\u00a0\u202f']/g, '').replace(/[\u2212\u2013]/, '-');
  const comma = plain.lastIndexOf(',');
  const dot = plain.lastIndexOf('.');
  if (comma >= 0 && dot >= 0) plain = plain.split(comma > dot ? '.' : ',').join('');
  plain = plain.replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(plain) && isFinite(Number(plain)) ? Number(plain) : null;
}
const written = (n) => {
  const text = String(n);
  return format(1.5).includes(',') && !/e/.test(text) ? text.replace('.', ',') : text;
};

function View({ control, value, set, readOnly, invalid, errorId }) {
  const [text, setText] = useState('');
  useEffect(() => {
    const shown = numberParse(text);
    if (!value) text && shown !== null && setText('');
    else if (value.typed !== undefined) value.typed !== text && setText(value.typed);
    else if (value.number !== shown) setText(written(value.number));
  }, [value]);
  const change = (typed) => {
    setText(typed);
    const n = numberParse(typed);
    set(!typed.trim() ? null : n === null ? { number: null, typed } : { number: n });
  };
  const { min, max } = control;
  const limits = min !== null && max !== null ? t('label.number_between', { min, max }) : min !== null ? t('label.number_from', { min }) : max !== null ? t('label.number_to', { max }) : '';
  const id = 'ln-' + control.name;
  return (
    <div class="number">
      <input
        type="text"
        inputMode={min !== null && min >= 0 ? (control.whole ? 'numeric' : 'decimal') : 'text'}
        autocomplete="off"
        lang={locale()}
        maxLength={60}
        aria-label={control.label}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={[limits && id, errorId].filter(Boolean).join(' ') || undefined}
        aria-required={control.required ? 'true' : undefined}
        readOnly={readOnly}
        value={text}
        placeholder={t('label.number_placeholder')}
        onInput={(event) => change(event.target.value)}
      />
      {flag(control.node, 'slider') && min !== null && max !== null && (
        <input type="range" min={min} max={max} step={control.step || 'any'} value={value && typeof value.number === 'number' ? value.number : min} disabled={readOnly} aria-label={control.label} onInput={(event) => change(written(Number(event.target.value)))} />
      )}
      {/^\s*[-+]?\d{1,3}[.,]\d{3}\s*$/.test(text) && (
        <p class="hint" role="status">
          {t('label.number_decimals')}
        </p>
      )}
      {limits && (
        <p class="hint" id={id}>
          {limits}
        </p>
      )}
    </div>
  );
}

const limit = (node, name) => (attr(node, name) === '' || !isFinite(Number(attr(node, name))) ? null : Number(attr(node, name)));

export const number = {
  kind: 'control',
  type: 'number',
  View,
  prepare: (node) => ({ min: limit(node, 'min'), max: limit(node, 'max'), step: limit(node, 'step'), begin: limit(node, 'defaultValue'), whole: limit(node, 'step') !== null && limit(node, 'step') % 1 === 0 }),
  initial: (control) => (control.begin === null ? null : { number: control.begin }),
  check(control, value) {
    if (typeof value.number !== 'number') return ['label.number_wrong'];
    if (control.min !== null && value.number < control.min) return ['label.number_from', { min: control.min }];
    if (control.max !== null && value.number > control.max) return ['label.number_to', { max: control.max }];
    if (control.step) {
      const steps = (value.number - (control.min || 0)) / control.step;
      if (Math.abs(steps - Math.round(steps)) > 1e-6) return control.step === 1 ? ['label.number_whole'] : ['label.number_step', { step: control.step }];
    }
    return null;
  },
};
