// Texts that are marked: <Text>, <HyperText> and <Paragraphs> that a control labels. The browser's own selection chooses the
// words, so that mouse, touch and screen readers work as everywhere; with the keyboard the arrows move a cursor word by word
// (with Alt letter by letter, with Ctrl or up and down by line), Shift selects, Enter marks. A click on a mark chooses it.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button } from '../shared/ui.jsx';
import { linksSafe } from './hypertext.jsx';
import { useRegions } from './regions.jsx';
import { offsetAt, offsetsOf, piecesOf, placeOf, segmentsOf, tidied } from './span_rules.js';
import { shapeOf } from './region_rules.js';
import { toolsReady } from './tools.js';
import { attr } from './tree.js';

export const ready = toolsReady;

/* ---- drawing: marks are wrapped around the text nodes of what is shown ---- */
function marksRemove(root) {
  root.querySelectorAll('mark.span').forEach((mark) => {
    const parent = mark.parentNode;
    while (mark.firstChild) parent.insertBefore(mark.firstChild, mark);
    parent.removeChild(mark);
    parent.normalize();
  });
}
function marksDraw(root, pieces, marks, selected, showLabels) {
  const segments = segmentsOf(marks);
  // From the end, so that what stands before a cut keeps its place.
  pieces
    .slice()
    .reverse()
    .forEach((piece) => {
      segments
        .filter((one) => one.start < piece.at + piece.length && one.end > piece.at)
        .reverse()
        .forEach((one) => {
          const from = Math.max(0, one.start - piece.at);
          const to = Math.min(piece.length, one.end - piece.at);
          const top = one.marks[one.marks.length - 1];
          if (to < piece.node.data.length) piece.node.splitText(to);
          const inner = from > 0 ? piece.node.splitText(from) : piece.node;
          const mark = document.createElement('mark');
          mark.className = 'span' + (one.marks.some((m) => m.id === selected) ? ' on' : '') + (one.marks.length > 1 ? ' deep' : '');
          Object.keys(top.look).forEach((name) => mark.style.setProperty(name, top.look[name]));
          mark.dataset.region = top.id;
          if (showLabels && top.end === one.end && piece.at + to === one.end) mark.dataset.label = top.name;
          inner.parentNode.insertBefore(mark, inner);
          mark.appendChild(inner);
        });
    });
}

// Nodes with nothing in them are left out: they cannot be chosen.
const textOfPieces = (pieces) => pieces.map((piece) => piece.node.data).join('');

/* kind: text | html | paragraphs; draw(root): fills the element, when its source changes. */
export function Spans({ node, kind, source, draw, class: more, about }) {
  const regions = useRegions();
  const name = attr(node, 'name');
  const root = useRef();
  const touched = useRef(false);
  const base = useRef({ root: null, pieces: [], text: '' }); // the tree without marks: XPaths count there
  const [pending, setPending] = useState(null); // [start, end] that waits for a label
  const [caret, setCaret] = useState(null);
  const own = regions.of(name);
  const readOnly = regions.readOnly || attr(node, 'selectionEnabled') === 'false';
  const makers = regions.controls(name).filter((control) => shapeOf(regions.form, control) === kind);
  const labelled = makers.filter((control) => control.labels);
  const picked = labelled.some((control) => (regions.picks[control.name] || []).length) || (labelled.length === 1 && labelled[0].labels.length === 1);
  const granularity = useMemo(() => pickedGranularity(makers, regions.picks) || attr(node, 'granularity'), [regions.picks]);
  const live = () => piecesOf(root.current, kind === 'paragraphs');

  useLayoutEffect(() => {
    const plain = document.createElement('div');
    draw(plain);
    plain.normalize();
    const pieces = piecesOf(plain, kind === 'paragraphs');
    base.current = { root: plain, pieces, text: textOfPieces(pieces) };
    root.current.textContent = '';
    draw(root.current);
    root.current.normalize();
    setPending(null);
  }, [source]);
  useLayoutEffect(() => {
    const marks = own
      .map((region) => ({ id: region.id, look: region.look, name: region.texts.join(', '), ends: offsetsOf(kind, base.current.root, base.current.pieces, region.value) }))
      .filter((mark) => mark.ends)
      .map((mark) => ({ ...mark, start: mark.ends[0], end: mark.ends[1] }));
    if (pending) marks.push({ id: '', look: { '--chip': 'var(--accent)' }, name: '', start: pending[0], end: pending[1] });
    marksRemove(root.current);
    marksDraw(root.current, live(), marks, regions.selected, attr(node, 'showLabels') !== 'false');
  }, [source, pending, regions.selected, JSON.stringify(own.map((region) => [region.id, region.value, region.color, region.texts]))]);

  const add = ([start, end]) => {
    const { root: plain, pieces, text } = base.current;
    regions.add(name, kind, placeOf(kind, plain, pieces, start, end, quote(kind, pieces, text, start, end, attr(node, 'saveTextResult'))), {});
    setPending(null);
    const selection = getSelection();
    if (selection) selection.removeAllRanges();
  };
  // A label chosen after the words.
  useEffect(() => {
    if (pending && picked) add(pending);
  }, [picked, regions.picks]);

  const chosen = () => {
    const selection = getSelection();
    if (!selection || !selection.rangeCount || !root.current.contains(selection.anchorNode) || !root.current.contains(selection.focusNode)) return null;
    const pieces = live();
    const ends = [offsetAt(pieces, selection.anchorNode, selection.anchorOffset), offsetAt(pieces, selection.focusNode, selection.focusOffset)];
    return ends.includes(null) ? null : ends;
  };
  const take = (now) => {
    const ends = chosen();
    if (readOnly || !ends || ends[0] === ends[1]) return false;
    const tidy = tidied(base.current.text, ends[0], ends[1], granularity);
    if (!tidy) return false;
    regions.select(null);
    if (now && (picked || !labelled.length)) add(tidy);
    else {
      setPending(tidy);
      regions.say(t(picked ? 'span.ready' : 'span.choose_label', { text: base.current.text.slice(tidy[0], tidy[1]) }));
    }
    return true;
  };
  const up = (event) => {
    if (event.pointerType !== 'mouse') return; // touch: the handles are moved first, then a button marks
    if (take(true)) return;
    const mark = event.target.closest && event.target.closest('mark.span');
    setPending(null);
    regions.select(mark && mark.dataset.region ? mark.dataset.region : null);
  };
  const tap = (event) => {
    if (event.pointerType === 'mouse') return;
    const ends = chosen();
    if (ends && ends[0] !== ends[1]) return;
    const mark = event.target.closest && event.target.closest('mark.span');
    setPending(null);
    regions.select(mark && mark.dataset.region ? mark.dataset.region : null);
  };
  // Touch: what is selected waits for the button.
  useEffect(() => {
    if (readOnly) return undefined;
    let timer;
    const listener = () => {
      clearTimeout(timer);
      timer = setTimeout(() => touched.current && chosen() && take(false), 250);
    };
    document.addEventListener('selectionchange', listener);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', listener);
    };
  });
  const key = (event) => {
    const selection = getSelection();
    if (event.key === 'Enter') {
      event.preventDefault();
      if (pending && !chosen()) return picked ? add(pending) : undefined;
      take(true);
      return undefined;
    }
    if (event.key === 'Escape' && pending) {
      event.preventDefault();
      setPending(null);
      selection.removeAllRanges();
      return undefined;
    }
    const side = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'backward', ArrowDown: 'forward', Home: 'backward', End: 'forward' }[event.key];
    if (!side || !selection.modify) return undefined;
    event.preventDefault();
    if (!chosen()) selection.collapse(live().length ? live()[0].node : root.current, 0);
    const unit = /Up|Down/.test(event.key) ? 'line' : /Home|End/.test(event.key) ? 'lineboundary' : event.altKey ? 'character' : 'word';
    const before = chosen();
    selection.modify(event.shiftKey ? 'extend' : 'move', side, unit);
    if (!chosen() && before) selection.collapse(live()[0].node, 0); // out of the text
    setCaret(caretAt(selection, root.current));
    if (chosen()) regions.say(selection.toString() || base.current.text.slice(chosen()[0]).split(/\s/)[0]);
    return undefined;
  };

  return (
    <div class="spans">
      <div
        class={'spans-text ' + more}
        style={attr(node, 'style') || undefined}
        dir="auto"
        tabIndex={readOnly ? undefined : 0}
        role="group"
        aria-label={t('span.role', { name: about || name })}
        aria-describedby={readOnly ? undefined : 'keys-' + name}
        onPointerDown={(event) => (touched.current = event.pointerType !== 'mouse')}
        onPointerUp={up}
        onClick={tap}
        onKeyDown={readOnly ? undefined : key}
        onBlur={() => setCaret(null)}
      >
        <div ref={root} />
        {caret && <span class="spans-caret" style={caret} aria-hidden="true" />}
      </div>
      {!readOnly && (
        <p class="hidden" id={'keys-' + name}>
          {t('span.keys')}
        </p>
      )}
      {pending && (
        <div class="spans-bar" role="status">
          <span class="spans-quote">{t(picked ? 'span.ready' : 'span.choose_label', { text: base.current.text.slice(pending[0], pending[1]).slice(0, 60) })}</span>
          {picked && (
            <Button kind="primary" onClick={() => add(pending)}>
              {t('span.mark')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setPending(null)}>
            {t('ui.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

// Between paragraphs and blocks the quote has a line end, as a copy of the selection would.
function quote(kind, pieces, text, start, end, save) {
  if (save === 'no') return undefined;
  if (kind !== 'paragraphs') return text.slice(start, end);
  return pieces
    .filter((piece) => piece.at < end && piece.at + piece.length > start)
    .map((piece) => piece.node.data.slice(Math.max(0, start - piece.at), end - piece.at))
    .join('\n\n');
}

// <Label granularity="word"> of the label in hand.
function pickedGranularity(makers, picks) {
  for (const control of makers) {
    const label = control.labels && (picks[control.name] || []).length && (control.node.children || []).find((child) => [attr(child, 'alias'), attr(child, 'value')].includes(picks[control.name][0]));
    if (label && attr(label, 'granularity')) return attr(label, 'granularity');
  }
  return '';
}

// Where the cursor stands, for people who cannot see a selection of no width.
function caretAt(selection, root) {
  if (!selection.rangeCount) return null;
  const range = document.createRange();
  try {
    range.setStart(selection.focusNode, selection.focusOffset);
  } catch (e) {
    return null;
  }
  range.collapse(true);
  const box = range.getClientRects()[0];
  const around = root.parentNode.getBoundingClientRect();
  return box ? { left: `${box.left - around.left}px`, top: `${box.top - around.top}px`, height: `${box.height}px` } : null;
}

/* ---- the three objects ---- */
export const TextSpans = ({ node, text }) => <Spans node={node} kind="text" source={text} draw={(root) => (root.textContent = text)} class="label-text" />;

export const HyperTextSpans = ({ node, html }) => {
  const draw = (root) => {
    root.innerHTML = html;
    linksSafe(root, attr(node, 'clickableLinks') === 'false');
  };
  return <Spans node={node} kind="html" source={html} draw={draw} class="label-hypertext prose" />;
};

export function ParagraphSpans({ node, list }) {
  const draw = (root) =>
    list.forEach((one, i) => {
      const row = document.createElement('div');
      row.className = 'paragraph';
      if (one.name) {
        const name = document.createElement('strong');
        name.className = 'paragraph-name';
        name.textContent = one.name;
        row.appendChild(name);
      }
      const text = document.createElement('div');
      text.className = 'paragraph-text';
      text.dataset.par = i;
      text.dir = 'auto';
      text.textContent = one.text;
      row.appendChild(text);
      root.appendChild(row);
    });
  return <Spans node={node} kind="paragraphs" source={JSON.stringify(list)} draw={draw} class={'paragraphs ' + (attr(node, 'layout') === 'dialogue' ? 'dialogue' : '')} />;
}
