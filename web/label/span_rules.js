// Marks in texts. Everything here counts UTF-16 code units from 0, as JavaScript, Label Studio and src/domain/label_span*.c do.
//
// A text on the page is a list of pieces: text nodes (Text, HyperText) or paragraphs' text nodes (Paragraphs). One offset
// counts through all of them; a place in a result is made of two such offsets and read back to them:
//
//   Text        {start: 0, end: 5, text}
//   HyperText   {start: "/p[1]/text()[1]", startOffset, end, endOffset, globalOffsets: {start, end}, text}
//   Paragraphs  {start: "0", startOffset, end: "1", endOffset, text}

/* ---- pieces: [{node, at, length, path | par}] ---- */
export function piecesOf(root, paragraphs) {
  const pieces = [];
  let at = 0;
  const add = (node, more) => {
    pieces.push({ node, at, length: node.data.length, ...more });
    at += node.data.length;
  };
  const texts = (element, fn) => {
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) fn(child);
      else if (child.nodeType === 1) texts(child, fn);
    }
  };
  if (paragraphs) root.querySelectorAll('[data-par]').forEach((element) => texts(element, (node) => add(node, { par: Number(element.dataset.par) })));
  else texts(root, (node) => add(node));
  return pieces;
}
export const lengthOf = (pieces) => (pieces.length ? pieces[pieces.length - 1].at + pieces[pieces.length - 1].length : 0);

// An XPath of a text node below root, as Label Studio writes it: /p[1]/b[2]/text()[1].
export function xpathOf(root, node) {
  let path = '';
  for (let one = node; one !== root; one = one.parentNode) {
    let n = 1;
    for (let before = one.previousSibling; before; before = before.previousSibling) if (before.nodeName === one.nodeName) n++;
    path = `/${one.nodeType === 3 ? 'text()' : one.nodeName.toLowerCase()}[${n}]` + path;
  }
  return path;
}
// Back to the node; null when there is none. An element stands for its first text.
export function xpathNode(root, path) {
  let node = root;
  for (const step of path.split('/').filter(Boolean)) {
    const parts = /^([\w()-]+?)(?:\[(\d+)\])?$/.exec(step);
    if (!parts || parts[1] === '.') continue;
    let n = Number(parts[2] || 1);
    let child = node.firstChild;
    for (; child; child = child.nextSibling) if ((child.nodeType === 3 ? 'text()' : child.nodeName.toLowerCase()) === parts[1].toLowerCase() && --n === 0) break;
    if (!child) return null;
    node = child;
  }
  return node;
}

// A place in the page's tree as an offset. The ends of elements count as the nearest text.
export function offsetAt(pieces, node, offset) {
  if (node.nodeType === 3) {
    const piece = pieces.find((one) => one.node === node);
    return piece ? piece.at + Math.min(offset, piece.length) : null;
  }
  const child = node.childNodes[offset];
  const behind = pieces.find((one) => (child ? child === one.node || child.contains(one.node) || child.compareDocumentPosition(one.node) & 4 : node.compareDocumentPosition(one.node) & 4 && !node.contains(one.node)));
  return behind ? behind.at : lengthOf(pieces);
}
// And back: [piece, offset in it]; a start stands at the beginning of a node rather than at the end of the one before.
function pieceAt(pieces, offset, isEnd) {
  const piece = pieces.find((one) => (isEnd ? offset <= one.at + one.length : offset < one.at + one.length)) || pieces[pieces.length - 1];
  return [piece, offset - piece.at];
}

/* ---- places ---- */
export function placeOf(kind, root, pieces, start, end, text) {
  if (kind === 'text') return { start, end, text };
  const [first, startOffset] = pieceAt(pieces, start, false);
  const [last, endOffset] = pieceAt(pieces, end, true);
  if (kind === 'html') return { start: xpathOf(root, first.node), end: xpathOf(root, last.node), startOffset, endOffset, globalOffsets: { start, end }, text };
  // Offsets count from the paragraph's own beginning, which may have several text nodes.
  const begin = (piece) => pieces.find((one) => one.par === piece.par).at;
  return { start: String(first.par), end: String(last.par), startOffset: start - begin(first), endOffset: end - begin(last), text };
}
// [start, end] of a place, or null when the text has no such place.
export function offsetsOf(kind, root, pieces, place) {
  const within = (start, end) => (start >= 0 && start < end && end <= lengthOf(pieces) ? [start, end] : null);
  if (kind === 'text') return within(place.start, place.end);
  if (kind === 'html') {
    if (place.globalOffsets) return within(place.globalOffsets.start, place.globalOffsets.end);
    const ends = [[place.start, place.startOffset], [place.end, place.endOffset]].map(([path, offset]) => {
      const node = typeof path === 'string' ? xpathNode(root, path) : null;
      const at = node && offsetAt(pieces, node, node.nodeType === 3 ? offset : 0);
      return at === null || at === undefined ? -1 : at + (node.nodeType === 3 ? 0 : offset);
    });
    return within(ends[0], ends[1]);
  }
  const ends = [[place.start, place.startOffset], [place.end, place.endOffset]].map(([par, offset]) => {
    const first = pieces.find((one) => one.par === Number(par));
    return first ? first.at + offset : -1;
  });
  return within(ends[0], ends[1]);
}

/* ---- what a selection becomes ---- */
const isLow = (code) => code >= 0xdc00 && code < 0xe000;
const isHigh = (code) => code >= 0xd800 && code < 0xdc00;
// Made when asked for: an old browser without \p{} still marks letter by letter.
const UNITS = { word: "[\\p{L}\\p{N}\\p{M}_'’-]+", sentence: '[^.!?…。？！]+[.!?…。？！]*', paragraph: '[^\\n]+' };

// Never half a character, never white space at the ends, and whole words (sentences, paragraphs) where the config says so. null:
// nothing is left.
export function tidied(text, start, end, granularity) {
  if (start > end) [start, end] = [end, start];
  if (isLow(text.charCodeAt(start)) && isHigh(text.charCodeAt(start - 1))) start--;
  if (isHigh(text.charCodeAt(end - 1)) && isLow(text.charCodeAt(end))) end++;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  if (start >= end) return null;
  if (UNITS[granularity])
    text.replace(new RegExp(UNITS[granularity], 'gu'), (match, at) => {
      const from = at + match.search(/\S/);
      const to = at + match.replace(/\s+$/, '').length;
      if (from < start && to > start) start = from;
      if (from < end && to > end) end = to;
      return '';
    });
  return [start, end];
}

// Segments for drawing: [{start, end, regions: those that cover it, shortest last}] between all ends, without gaps left out.
export function segmentsOf(marks) {
  const ends = [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b);
  return ends
    .slice(0, -1)
    .map((start, i) => ({ start, end: ends[i + 1], marks: marks.filter((mark) => mark.start <= start && mark.end >= ends[i + 1]).sort((a, b) => b.end - b.start - (a.end - a.start)) }))
    .filter((one) => one.marks.length);
}
