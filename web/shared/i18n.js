// Words in the person's language.
//
//   t('work.left', { n: 12 })        "{n}" and "{anything}" are filled in; an entry {"one": .., "other": ..} is chosen by n
//   number(1234.5)  percent(0.93)  money(50000)  date(iso)  dateTime(iso)  duration(seconds)  errorText(error)
//
// Catalogues are web/i18n/LANGUAGE.json (worker and shared) and web/i18n/console/LANGUAGE.json, each its own chunk. build.mjs
// refuses a catalogue that lacks a key or a placeholder of the Spanish one. An app begins with languageStart(loaders); a chunk with
// words of its own brings them with wordsAdd(loaders) and waits for it.
import { makeStore, kept } from './store.js';
import { moneyFormat } from './money.js';

export const LANGUAGES = { es: 'Español', en: 'English', fr: 'Français', pt: 'Português' };
const REGIONS = { es: 'es-419', en: 'en', fr: 'fr', pt: 'pt-BR' };

const store = makeStore({ language: 'es', words: {}, missing: '' }); // missing: the language that was wanted and did not come
let loaders = {};
let currency = 'USD';

export const language = () => store.get().language;
export const useLanguage = () => store.use().language;
export const useMissing = () => store.use().missing;
export function currencySet(code) {
  currency = code || currency;
}

// The person's own region when it speaks the chosen language (es-CO, es-VE), else the neutral one.
export function locale() {
  const own = (navigator.languages || []).find((name) => name.slice(0, 2) === language() && name.length > 2);
  return own || REGIONS[language()];
}

function guess() {
  const spoken = (navigator.languages || [navigator.language || '']).map((name) => name.slice(0, 2));
  return spoken.find((name) => LANGUAGES[name]) || 'es';
}

async function use(name, missing = '') {
  const parts = await Promise.all(loaders[name].map((load) => load()));
  store.set({ language: name, missing, words: Object.assign({}, ...parts.map((part) => part.default)) });
  document.documentElement.lang = name;
}

// loaders: {es: [() => import(...), ...], ...}. Resolves when the words are there. A file that does not come (a bad link, an update
// meanwhile) is no reason for a blank page: another language serves, and the page says so (Hosts of ui.jsx).
export function languageStart(theLoaders) {
  loaders = theLoaders;
  const chosen = kept.get('language');
  const wanted = LANGUAGES[chosen] ? chosen : guess();
  return Object.keys(LANGUAGES)
    .filter((name) => name !== wanted)
    .reduce((before, name) => before.catch(() => use(name, wanted)), use(wanted));
}

export async function wordsAdd(more) {
  Object.keys(more).forEach((name) => (loaders[name] = (loaders[name] || []).concat(more[name])));
  const { default: words } = await more[language()]();
  store.set({ ...store.get(), words: { ...store.get().words, ...words } });
}

// The person picked it on this device: it wins from now on.
export async function languageChoose(name) {
  await use(name);
  kept.set('language', name);
}

// The language of the account: used unless another was picked on this device.
export async function languageOffer(name) {
  if (!kept.get('language') && LANGUAGES[name] && name !== language()) await use(name);
}

export const has = (key) => key in store.get().words;

export function t(key, vars) {
  let text = store.get().words[key];
  if (text === undefined) return key;
  if (typeof text === 'object') {
    const n = vars ? vars.n : 0;
    text = (n === 0 && text.zero) || text[new Intl.PluralRules(language()).select(n)] || text.other;
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = vars && vars[name];
    return value === undefined || value === null ? '' : typeof value === 'number' ? number(value) : value;
  });
}

export const number = (value, options) => new Intl.NumberFormat(locale(), options).format(value);
export const percent = (share, digits = 0) => number(share, { style: 'percent', maximumFractionDigits: digits });
export const money = (micros) => moneyFormat(micros, currency, locale());
export const date = (iso) => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(iso));
export const dateTime = (iso) => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

// "45 s", "3 min", "2 h", "5 días": one unit, rounded; for typical times and delays.
export function duration(seconds) {
  const [unit, size] = seconds < 90 ? ['second', 1] : seconds < 5400 ? ['minute', 60] : seconds < 129600 ? ['hour', 3600] : ['day', 86400];
  const value = size === 1 && seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds / size);
  try {
    return number(value, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short' });
  } catch (e) {
    return number(value) + ' ' + { second: 's', minute: 'min', hour: 'h', day: 'd' }[unit]; // browsers without unit style
  }
}

// "4:07" or "1:02:03" for a clock.
export function clock(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, '0');
  return (s >= 3600 ? Math.floor(s / 3600) + ':' + two(Math.floor(s / 60) % 60) : Math.floor(s / 60)) + ':' + two(s % 60);
}

// A sentence for a failed call. The server's own detail is English, and the most exact there is.
export function errorText(error) {
  const key = 'err.' + error.code;
  const details = (error.errors || []).map((e) => e.detail).filter(Boolean);
  if (language() === 'en' && (details.length || error.detail)) return details.length ? details.join(' ') : error.detail;
  if (!error.code) return t('err.internal');
  return (has(key) ? t(key) : error.detail || t('err.internal')) + (error.code === 'invalid' && details.length ? ' ' + details.join(' ') : '');
}
