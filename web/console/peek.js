// The first rows of a task file, read in the browser: what will become of its columns is seen before anything is sent.
// The server's reading is the one that counts (src/formats).

const PEEK_BYTES = 256 * 1024;
const ROWS = 5;

export const OWN_COLUMNS = ['external_id', 'priority', 'gold']; // of the task itself, not of its data

export function formatOf(name, text) {
  const ending = (/\.(\w+)$/.exec(name.toLowerCase()) || [])[1];
  if (ending === 'csv' || ending === 'tsv' || ending === 'json' || ending === 'jsonl' || ending === 'zip') return ending;
  if (ending === 'ndjson') return 'jsonl';
  const start = (text || '').trimStart();
  if (start[0] === '[') return 'json';
  if (start[0] === '{') return 'jsonl';
  return start.split('\n')[0].includes('\t') ? 'tsv' : 'csv';
}

// Rows of at most `max` + 1 records, quotes as in RFC 4180.
export function parseTable(text, separator, max) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length && rows.length <= max; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === separator) {
      row.push(cell);
      cell = '';
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++;
      row.push(cell);
      cell = '';
      if (row.length > 1 || row[0] !== '') rows.push(row);
      row = [];
    } else cell += c;
  }
  if (rows.length <= max && (cell || row.length)) rows.push(row.concat(cell));
  return rows;
}

// Objects at the top of a JSON text that may be cut off, each parsed on its own.
export function parseObjects(text, max) {
  const found = [];
  let depth = 0;
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length && found.length < max; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '{') {
      if (depth++ === 0) from = i;
    } else if (c === '}' && --depth === 0) {
      try {
        found.push(JSON.parse(text.slice(from, i + 1)));
      } catch (e) {
        found.push(null);
      }
    }
  }
  return found;
}

// {format, columns, rows: [object]} or {format, columns: []} when nothing can be shown.
export async function peek(file) {
  const text = await file.slice(0, PEEK_BYTES).text();
  const format = formatOf(file.name, text);
  if (format === 'zip') return { format, columns: [], rows: [] };
  let rows;
  if (format === 'json' || format === 'jsonl') {
    rows = parseObjects(text, ROWS)
      .filter(Boolean)
      .map((row) => (row.data && typeof row.data === 'object' && !Array.isArray(row.data) ? { ...row.data } : row));
  } else {
    const [head = [], ...body] = parseTable(text.replace(/^\ufeff/, ''), format === 'tsv' ? '\t' : ',', ROWS);
    rows = body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] === undefined ? '' : cells[i]])));
    if (!rows.length && head.length) return { format, columns: head, rows: [] };
  }
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, 12);
  return { format, columns, rows };
}
