// How a config asks for numbers and times to be written: numbers as d3's format(), times as strftime. Pure. What cannot be read here is
// refused when the config is saved (label_attrs.c: check_format).

const NUMBER = /^([-+( ])?(\$)?(,)?(?:\.(\d+))?(~)?([efgrs%pd])?$/;
const PREFIXES = ['y', 'z', 'a', 'f', 'p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const trimmed = (text) => text.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');

// digits: significant ones
function significant(value, digits) {
  const power = value ? Math.floor(Math.log10(Math.abs(value))) : 0;
  return Number(value.toPrecision(Math.max(1, digits))).toFixed(Math.max(0, digits - 1 - power));
}
function written(size, type, precision) {
  if (type === 'd') return String(Math.round(size));
  if (type === 'e') return size.toExponential(precision);
  if (type === 'f') return size.toFixed(precision);
  if (type === '%') return (size * 100).toFixed(precision) + '%';
  if (type === 'p') return significant(size * 100, precision) + '%';
  if (type === 'r') return significant(size, precision);
  if (type === 's') {
    const step = size ? Math.max(-8, Math.min(8, Math.floor(Math.log10(size) / 3))) : 0;
    return significant(size / 1000 ** step, precision) + PREFIXES[8 + step];
  }
  return size.toPrecision(Math.max(1, precision)); // g
}

// (number) -> text; null when the format is none
export function numberWriter(format) {
  const parts = NUMBER.exec(format || '');
  if (!format || !parts) return null;
  const [, sign, money, commas, digits, trim, type = 'g'] = parts;
  const precision = digits === undefined ? (type === 'g' && !parts[6] ? 12 : 6) : Math.min(20, Number(digits));
  return (value) => {
    let text = written(Math.abs(value), type, precision);
    if (trim || !parts[6]) text = text.replace(/^[^a-zA-Zµ%]+/, trimmed);
    if (commas) text = text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
    const below = value < 0 && /[1-9]/.test(text);
    text = (money || '') + text;
    if (below) return sign === '(' ? '(' + text + ')' : '−' + text;
    return (sign === '+' || sign === ' ' ? sign : '') + text;
  };
}

const two = (value) => String(value).padStart(2, '0');
const DAY = 86400000;
// (milliseconds since 1970, UTC) -> text, in a language
export function timeWriter(format, language) {
  const named = (options) => {
    const names = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (date) => names.format(date);
  };
  const PARTS = {
    a: named({ weekday: 'short' }),
    A: named({ weekday: 'long' }),
    b: named({ month: 'short' }),
    B: named({ month: 'long' }),
    d: (date) => two(date.getUTCDate()),
    e: (date) => String(date.getUTCDate()).padStart(2, ' '),
    f: (date) => String(date.getUTCMilliseconds()).padStart(3, '0') + '000',
    H: (date) => two(date.getUTCHours()),
    I: (date) => two(date.getUTCHours() % 12 || 12),
    j: (date) => String(Math.floor((date - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1).padStart(3, '0'),
    L: (date) => String(date.getUTCMilliseconds()).padStart(3, '0'),
    m: (date) => two(date.getUTCMonth() + 1),
    M: (date) => two(date.getUTCMinutes()),
    p: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
    Q: (date) => String(date.getTime()),
    s: (date) => String(Math.floor(date.getTime() / 1000)),
    S: (date) => two(date.getUTCSeconds()),
    y: (date) => two(date.getUTCFullYear() % 100),
    Y: (date) => String(date.getUTCFullYear()),
    Z: () => '+0000',
  };
  return (time) => {
    const date = new Date(time);
    return format.replace(/%([A-Za-z%])/g, (all, part) => (part === '%' ? '%' : PARTS[part] ? PARTS[part](date) : all));
  };
}

// "1,5" -> [1, 5] by a reader of its two parts; null when there is none
export function rangeOf(text, read = Number) {
  const ends = (text || '').split(',').map((part) => read(part.trim()));
  return ends.length === 2 && ends.every(isFinite) && text ? ends : null;
}
