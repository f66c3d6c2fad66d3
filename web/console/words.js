// What things are called and how they look: states, answers, data, sizes.
import { locale, number, t } from '../shared/i18n.js';

export const hasRole = (session, role) => !!session && !!session.person && session.person.roles.includes(role);
export const canOpenConsole = (session) => ['requester', 'reviewer', 'operator'].some((role) => hasRole(session, role));
export const owns = (session, project) => !!session.person && project.owner && project.owner.id === session.person.id;

export const PROJECT_KINDS = { draft: 'plain', live: 'good', paused: 'warning', completed: 'info' };
export const TASK_KINDS = { open: 'info', done: 'good', retired: 'plain', unfunded: 'warning' };
export const ANSWER_KINDS = { submitted: 'info', approved: 'good', rejected: 'bad', sent_back: 'warning' };

// Marks of pictures and the like by the type of their item; where a mark is cannot be said in a word, so only what it is.
const MARKS = { rectangle: 'box', ellipse: 'ellipse', polygon: 'polygon', keypoint: 'point', brush: 'mask', audio: 'sound', timeseries: 'series', videorectangle: 'video', hypertext: 'text', paragraph: 'text' };
const seconds = (n) => number(n, { maximumFractionDigits: 1 });

function markText(item, value) {
  const kind = MARKS[item.type.replace(/labels$/, '')] || (typeof value.start === 'number' ? (typeof value.text === 'string' ? 'text' : 'sound') : 'box');
  const labels = [].concat(value[item.type] || value.labels || []).join(', ');
  let what = t('mark.' + kind);
  if (typeof value.text === 'string') what = '“' + (value.text.length > 60 ? value.text.slice(0, 60) + '…' : value.text) + '”';
  else if (kind === 'sound') what += ` ${seconds(value.start)}–${seconds(value.end)} s`;
  return labels ? `${labels}: ${what}` : what;
}
const isMark = (item) => /labels$/.test(item.type || '') || item.type in MARKS;

// One item of a `result` list as text.
export function itemText(item) {
  const value = item.value || {};
  if (item.type === 'relation') return t('mark.relation') + (item.labels && item.labels.length ? ': ' + item.labels.join(', ') : '');
  if (isMark(item)) return markText(item, value);
  if (value.choices) return value.choices.map((c) => (Array.isArray(c) ? c.join(' › ') : c)).join(', ');
  if (value.taxonomy) return value.taxonomy.map((path) => path.join(' › ')).join(', ');
  if (value.text !== undefined) return [].concat(value.text).join(' / ');
  if (value.datetime !== undefined) return String(value.datetime);
  if (value.ranker) return Object.entries(value.ranker).map(([name, ids]) => `${name}: ${[].concat(ids).join(', ')}`).join('; ');
  if (value.selected !== undefined) return String(value.selected);
  if (value.number !== undefined) return number(value.number, { maximumFractionDigits: 10 });
  if (value.rating !== undefined) return '★'.repeat(value.rating) + ' ' + value.rating;
  return JSON.stringify(value);
}
export const resultText = (result) => (result || []).map(itemText).join(' · ');

const isPicture = (value) => typeof value === 'string' && (/^(data:image\/|\/files\/)/.test(value) || /^https?:\S+\.(png|jpe?g|webp|gif|avif|svg)(\?\S*)?$/i.test(value));

// A task's data in one line: {picture, text}.
export function dataGlance(data) {
  const values = Object.values(data || {});
  const text = values
    .filter((v) => !isPicture(v))
    .map((v) => (typeof v === 'object' ? JSON.stringify(v) : String(v)))
    .join(' · ');
  return { picture: values.find(isPicture), text: text.length > 160 ? text.slice(0, 160) + '…' : text };
}

export function bytes(n) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  let step = 0;
  while (n >= 1000 && step < units.length - 1) {
    n /= 1000;
    step++;
  }
  return number(n, { style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: n < 10 && step ? 1 : 0 });
}

// "3 minutes ago", "in 2 days".
export function ago(iso) {
  const seconds = (new Date(iso).getTime() - Date.now()) / 1000;
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return words.format(Math.round(seconds), 'second');
  if (size < 3600) return words.format(Math.round(seconds / 60), 'minute');
  if (size < 86400) return words.format(Math.round(seconds / 3600), 'hour');
  return words.format(Math.round(seconds / 86400), 'day');
}

export const roleName = (role) => t('role.' + role);
