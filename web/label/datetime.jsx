// <DateTime>: a date, a time, both, a month or a year. Result: {"datetime": "2024-02-29"}, or written by the config's format.
// What is not complete or not real (February 30) is {"datetime": "", typed: true} and is refused by check.
import { useEffect, useState } from 'preact/hooks';
import { locale, t } from '../shared/i18n.js';
import { attr } from './tree.js';

const FORMATS = { date: '%Y-%m-%d', time: '%H:%M', year: '%Y', 'month,year': '%Y-%m', 'year,month': '%Y-%m' };
const KINDS = { date: 'date', time: 'time', year: 'year', 'month,year': 'month', 'year,month': 'month' };
const ISO = { date: '%Y-%m-%d', time: '%H:%M', year: '%Y', month: '%Y-%m', both: '%Y-%m-%dT%H:%M' };

// {Y, m, d, H, M} of a text, or null.
export function partsRead(format, text) {
  const names = [];
  const pattern = format.replace(/%([YmdHM%])|[^%]/g, (all, letter) => {
    if (!letter || letter === '%') return (letter || all).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    names.push(letter);
    return letter === 'Y' ? '(\\d{4})' : '(\\d{2})';
  });
  const match = new RegExp('^' + pattern + '$').exec(text);
  return match ? Object.fromEntries(names.map((name, i) => [name, match[i + 1]])) : null;
}
export const partsWrite = (format, parts) => format.replace(/%([YmdHM%])/g, (all, letter) => (letter === '%' ? '%' : parts[letter] || (letter === 'Y' ? '0000' : letter === 'H' || letter === 'M' ? '00' : '01')));

function View({ control, value, set, readOnly, invalid, errorId }) {
  const { kind, format } = control;
  const parts = value && value.datetime ? partsRead(format, value.datetime) : null;
  const iso = parts ? partsWrite(ISO[kind], parts) : '';
  const [half, setHalf] = useState({ year: '', month: '' }); // a month without its year, or the other way
  useEffect(() => {
    if (parts) setHalf({ year: parts.Y, month: parts.m });
    else if (!value) setHalf({ year: '', month: '' });
  }, [value && value.datetime]);
  const change = (text) => {
    const read = text && partsRead(ISO[kind], text.slice(0, 16));
    set(read ? { datetime: partsWrite(format, read) } : text ? { datetime: '', typed: true } : null);
  };
  const common = { 'aria-label': control.label, 'aria-invalid': invalid ? 'true' : undefined, 'aria-describedby': errorId, 'aria-required': control.required ? 'true' : undefined, readOnly, disabled: readOnly };
  if (kind === 'month' || kind === 'year') {
    const put = (next) => {
      setHalf(next);
      const full = /^\d{4}$/.test(next.year) && (kind === 'year' || next.month);
      if (full) change(kind === 'year' ? next.year : `${next.year}-${next.month}`);
      else set(next.year || next.month ? { datetime: '', typed: true } : null);
    };
    return (
      <div class="row">
        {kind === 'month' && (
          <select {...common} aria-label={t('datetime.month')} value={half.month} onChange={(event) => put({ ...half, month: event.target.value })}>
            <option value="">—</option>
            {Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')).map((month) => (
              <option key={month} value={month}>
                {new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(new Date(`2024-${month}-15T00:00:00Z`))}
              </option>
            ))}
          </select>
        )}
        <input {...common} aria-label={kind === 'year' ? control.label : t('datetime.year')} class="year" type="text" inputMode="numeric" maxLength={4} value={half.year} onInput={(event) => put({ ...half, year: event.target.value.replace(/\D/g, '') })} />
      </div>
    );
  }
  const bounds = { min: attr(control.node, 'min') || undefined, max: attr(control.node, 'max') || undefined };
  return <input {...common} {...(kind === 'both' ? {} : bounds)} class="datetime" type={kind === 'both' ? 'datetime-local' : kind} value={iso} onInput={(event) => change(event.target.value || (event.target.validity && event.target.validity.badInput ? '?' : ''))} />;
}

export const datetime = {
  kind: 'control',
  type: 'datetime',
  View,
  prepare: (node) => ({ kind: KINDS[attr(node, 'only')] || 'both', format: attr(node, 'format') || FORMATS[attr(node, 'only')] || ISO.both }),
  check(control, value) {
    const parts = value.datetime ? partsRead(control.format, value.datetime) : null;
    if (!parts) return ['datetime.incomplete'];
    const iso = partsWrite(ISO[control.kind], parts);
    const min = attr(control.node, 'min');
    const max = attr(control.node, 'max');
    if (min && iso.slice(0, min.length) < min) return ['datetime.min', { min }];
    return max && iso.slice(0, max.length) > max ? ['datetime.max', { max }] : null;
  },
};
