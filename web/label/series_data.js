// Time series as task data gives them: {"column": [..]} or CSV; times as numbers or as texts of a format. Pure.

// Rows of a CSV text; "quoted ""cells""" may hold anything.
export function csvRows(text, separator) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows[rows.length - 1].push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && !cell) quoted = true;
    else if (c === separator) end();
    else if (c === '\n') {
      end();
      rows.push([]);
    } else if (c !== '\r') cell += c;
  }
  end();
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

// {columns: {name: [cells]}, names}
export function columnsOf(value, separator) {
  if (value && typeof value === 'object') return { columns: value, names: Object.keys(value) };
  const [names = [], ...rows] = csvRows(String(value || ''), separator || ',');
  const columns = {};
  names.forEach((name, i) => (columns[name] = rows.map((row) => (row[i] === undefined ? '' : row[i]))));
  return { columns, names };
}
// A column by its name (in any case of letters) or its number.
export function columnNamed({ columns, names }, wanted) {
  const name = names.find((one) => one === wanted) || names.find((one) => one.toLowerCase() === String(wanted).toLowerCase()) || names[Number(wanted)];
  return name === undefined ? null : columns[name];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const PARTS = { Y: '(\\d{4})', y: '(\\d{2})', m: '(\\d{1,2})', d: '(\\d{1,2})', e: '\\s*(\\d{1,2})', H: '(\\d{1,2})', I: '(\\d{1,2})', M: '(\\d{1,2})', S: '(\\d{1,2})', L: '(\\d{1,3})', f: '(\\d{1,6})', p: '([AaPp][Mm])', b: '([A-Za-z]{3})', B: '([A-Za-z]+)', Z: '(Z|[+-]\\d{2}:?\\d{2})', Q: '(-?\\d+)', s: '(-?\\d+)' };
// A reader of times for a format as strftime knows it: text -> milliseconds, or NaN. Times without a zone are taken as UTC.
export function timeReader(format) {
  const order = [];
  const pattern = format.replace(/%([A-Za-z%])|([.*+?^${}()|[\]\\])/g, (all, part, sign) => {
    if (sign) return '\\' + sign;
    if (part === '%') return '%';
    order.push(part);
    return PARTS[part] || '(.+?)';
  });
  const shape = new RegExp('^' + pattern + '$');
  return (text) => {
    const match = shape.exec(String(text));
    if (!match) return NaN;
    const v = { Y: 1970, m: 1, d: 1, H: 0, M: 0, S: 0, msec: 0, zone: 0 };
    order.forEach((part, i) => {
      const got = match[i + 1];
      if (part === 'y') v.Y = Number(got) + (Number(got) < 69 ? 2000 : 1900);
      else if (part === 'e') v.d = Number(got);
      else if (part === 'L') v.msec = Number(got);
      else if (part === 'f') v.msec = Number(got.padEnd(6, '0')) / 1000;
      else if (part === 'b' || part === 'B') v.m = MONTHS.indexOf(got.slice(0, 3).toLowerCase()) + 1;
      else if (part === 'I') v.H = Number(got) % 12;
      else if (part === 'p') v.pm = /p/i.test(got);
      else if (part === 'Z') v.zone = got === 'Z' ? 0 : (got[0] === '-' ? -1 : 1) * (Number(got.slice(1, 3)) * 60 + Number(got.slice(-2)));
      else if (part === 'Q') v.whole = Number(got);
      else if (part === 's') v.whole = Number(got) * 1000;
      else v[part] = Number(got);
    });
    if (v.whole !== undefined) return v.whole;
    return Date.UTC(v.Y, v.m - 1, v.d, v.H + (v.pm ? 12 : 0), v.M - v.zone, v.S) + v.msec;
  };
}

const isNumber = (cell) => cell !== '' && cell !== null && isFinite(cell);

/* What is drawn: {times: numbers in order, cells: as the data has them, texts: are they texts, channels: [numbers (NaN = none)]};
 * null when a column is missing. cells are what a region's start and end are written as. */
export function seriesOf(value, { separator, timeColumn, timeFormat, channels }) {
  const table = columnsOf(value, separator);
  const cells = timeColumn ? columnNamed(table, timeColumn) : null;
  const columns = channels.map((name) => columnNamed(table, name));
  if ((timeColumn && !cells) || columns.some((column) => !column)) return null;
  const length = Math.max(0, ...columns.map((column) => column.length));
  const number = (cell) => (isNumber(cell) ? Number(cell) : NaN);
  const series = { channels: columns.map((column) => Float64Array.from(column, number)) };
  if (!cells) {
    series.times = Float64Array.from({ length }, (_, i) => i);
    series.cells = Array.from(series.times);
  } else if (!timeFormat && cells.every(isNumber)) {
    series.times = Float64Array.from(cells, Number);
    series.cells = Array.from(series.times);
  } else {
    const read = timeFormat ? timeReader(timeFormat) : (text) => Date.parse(text);
    series.times = Float64Array.from(cells, read);
    series.cells = cells.map(String);
    series.dates = true;
  }
  series.texts = !!series.dates;
  return series;
}

// The place of the sample nearest to a time.
export function nearest(times, time) {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low > 0 && time - times[low - 1] < times[low] - time ? low - 1 : low;
}
