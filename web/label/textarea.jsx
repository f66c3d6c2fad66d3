// <TextArea>: free text. Result: {"text": ["first", "second"]}. With maxSubmissions="1" there is one box; else every box
// is an entry and another can be added (maxSubmissions="0" or none: 200). Empty boxes are not sent.
import { useRef, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, whenDrawn } from '../shared/ui.jsx';
import { later } from './later.jsx';
import { attr, flag, textOf } from './tree.js';

const Shortcuts = later(() => import('./shortcuts.jsx'), 'Shortcuts');

const CHARS_MAX = 100000;
const TEXTS_MAX = 200;
const folded = (text) => text.trim().replace(/\s+/g, ' ').toLowerCase();

function View({ control, value, set, readOnly, invalid, errorId }) {
  const [boxes, setBoxes] = useState(1); // boxes asked for, some may be empty
  const texts = (value && value.text) || [];
  const shown = texts.concat(Array(Math.max(0, Math.max(1, boxes) - texts.length)).fill(''));
  const change = (at, text) => {
    const all = shown.slice();
    all[at] = text;
    setBoxes(all.length);
    // Keep an empty box in its place while others follow it; the row's check and the sent list ignore it.
    let end = all.length;
    while (end && !all[end - 1]) end--;
    set(end ? { text: all.slice(0, end) } : null);
  };
  const rows = Number(attr(control.node, 'rows')) || 3;
  const box = useRef();
  const cursor = useRef(null); // the field written into last
  const insert = (more) => {
    const field = cursor.current || box.current.querySelector('textarea');
    const at = field.selectionStart;
    const next = field.value.slice(0, at) + more + field.value.slice(field.selectionEnd);
    change([...box.current.querySelectorAll('textarea')].indexOf(field), next);
    whenDrawn(() => {
      field.focus();
      field.setSelectionRange(at + more.length, at + more.length);
    });
  };
  return (
    <div class="stack tight" ref={box} onFocusIn={(event) => event.target.rows && (cursor.current = event.target)}>
      {shown.map((text, at) => (
        <textarea
          key={at}
          rows={rows}
          maxLength={CHARS_MAX}
          aria-label={control.label + (shown.length > 1 ? ' ' + (at + 1) : '')}
          aria-invalid={invalid ? 'true' : undefined}
          aria-describedby={errorId}
          aria-required={control.required ? 'true' : undefined}
          placeholder={attr(control.node, 'placeholder')}
          readOnly={readOnly}
          value={text}
          onInput={(event) => change(at, event.target.value)}
        />
      ))}
      {(control.node.children || []).length > 0 && <Shortcuts node={control.node} box={box} insert={insert} disabled={readOnly} />}
      {!readOnly && shown.length < control.max && (
        <div>
          <Button icon="plus" onClick={() => setBoxes(shown.length + 1)}>
            {t('label.add_text')}
          </Button>
        </div>
      )}
    </div>
  );
}

export const textarea = {
  kind: 'control',
  type: 'textarea',
  View,
  prepare: (node, data) => ({ max: Math.min(TEXTS_MAX, Number(attr(node, 'maxSubmissions')) || TEXTS_MAX), begin: attr(node, 'value') ? textOf(attr(node, 'value'), data) : '' }),
  initial: (control) => (control.begin ? { text: [control.begin] } : null),
  check(control, value) {
    if (value.text.every((text) => !text.trim())) return ['label.required'];
    if (value.text.some((text) => !text.trim())) return ['label.text_empty'];
    const different = new Set(value.text.map(folded)).size === value.text.length;
    return flag(control.node, 'skipDuplicates') && !different ? ['label.text_twice'] : null;
  },
};
