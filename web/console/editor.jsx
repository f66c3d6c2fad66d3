// Writing a label config: the text with line numbers, what the server says about it, and how a worker will see it.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Alert, Badge, Button, Icon, Spinner, cx, useId } from '../shared/ui.jsx';
import { errorText, t } from '../shared/i18n.js';
import { labelErrors, labelStart } from '../label/index.jsx';
import { pictureFields, useCheck } from './check.js';
import { TaskView } from './task_view.jsx';

const LINE_PX = 22; // as in console.css

/* ---- colours: lines of [kind, text]; kinds: tag, name, value, note, text ---- */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\/?[A-Za-z][\w.-]*|\/?>|[A-Za-z_][\w.:-]*(?=\s*=\s*["'])|"[^"<]*"?|'[^'<]*'?|[^<>"'=\sA-Za-z_]+|[\s\S]/g;
export function tokens(text) {
  const lines = [[]];
  let inTag = false;
  for (const [piece] of text.matchAll(TOKEN)) {
    let kind = 'text';
    if (piece.startsWith('<!')) kind = 'note';
    else if (/^<\/?[A-Za-z]/.test(piece)) {
      kind = 'tag';
      inTag = true;
    } else if (inTag && /^\/?>$/.test(piece)) {
      kind = 'tag';
      inTag = false;
    } else if (inTag && /^["']/.test(piece)) kind = 'value';
    else if (inTag && /^[A-Za-z_]/.test(piece)) kind = 'name';
    piece.split('\n').forEach((part, i) => {
      if (i) lines.push([]);
      const line = lines[lines.length - 1];
      const last = line[line.length - 1];
      if (last && last[0] === kind) last[1] += part;
      else if (part) line.push([kind, part]);
    });
  }
  return lines;
}

// Position in the text of a line and column (both from 1; columns count characters).
export function offsetOf(text, line, column) {
  const lines = text.split('\n');
  let at = 0;
  for (let i = 0; i < Math.min(line - 1, lines.length - 1); i++) at += lines[i].length + 1;
  return at + Math.min(Math.max(0, (column || 1) - 1), (lines[Math.min(line, lines.length) - 1] || '').length);
}

const SNIPPETS = {
  Text: '<Text name="text" value="$text"/>',
  Image: '<Image name="image" value="$image"/>',
  Header: '<Header value="…" size="4"/>',
  Choices: '<Choices name="choice" toName="text" choice="single" required="true">\n    <Choice value="A" hotkey="1"/>\n    <Choice value="B" hotkey="2"/>\n  </Choices>',
  TextArea: '<TextArea name="answer" toName="text" rows="3" maxSubmissions="1" required="true"/>',
  Number: '<Number name="number" toName="text" required="true"/>',
  Rating: '<Rating name="rating" toName="text" maxRating="5" required="true"/>',
};

function Code({ label, value, onChange, errors, readOnly, area, describedBy }) {
  const box = useRef();
  const id = useId('code');
  const lines = useMemo(() => tokens(value), [value]);
  const wrong = new Set(errors.map((e) => e.line));
  // Enter keeps the indentation; Tab stays a way out of the field.
  const keys = (event) => {
    if (readOnly || event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
    const field = event.target;
    const before = field.value.slice(0, field.selectionStart);
    const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(before)[1] + (/<[A-Za-z][^<>/]*>\s*$/.test(before) ? '  ' : '');
    event.preventDefault();
    insert(field, '\n' + indent);
  };
  return (
    <div class="code" ref={box}>
      <label class="hidden" for={id}>
        {label}
      </label>
      <div class="code-numbers" aria-hidden="true">
        {lines.map((_, i) => (
          <span key={i} class={wrong.has(i + 1) ? 'wrong' : undefined}>
            {i + 1}
          </span>
        ))}
      </div>
      <div class="code-body">
        <pre aria-hidden="true">
          {lines.map((line, i) => (
            <span key={i} class={wrong.has(i + 1) ? 'code-line wrong' : 'code-line'}>
              {line.map(([kind, text], k) => (
                <span key={k} class={'x-' + kind}>
                  {text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </pre>
        <textarea
          id={id}
          ref={area}
          wrap="off"
          spellcheck={false}
          autocapitalize="none"
          autocomplete="off"
          readOnly={readOnly}
          aria-invalid={errors.length ? 'true' : undefined}
          aria-describedby={describedBy}
          value={value}
          onInput={(e) => onChange(e.target.value)}
          onKeyDown={keys}
        />
      </div>
    </div>
  );
}

// As typed by hand, so that undo works; browsers without execCommand get the plain way.
function insert(field, text) {
  field.focus();
  if (document.execCommand && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23d8e2dc'/%3E%3Cpath d='M0 200 L90 90 L150 150 L220 70 L320 200Z' fill='%235d8a7b'/%3E%3Ccircle cx='70' cy='50' r='22' fill='%23f2c46d'/%3E%3C/svg%3E";

// The sample with something in every field that the config reads.
function completed(sample, check) {
  const pictures = pictureFields(check.config);
  const data = { ...sample };
  (check.fields || []).forEach((field) => {
    if (data[field] === undefined) data[field] = pictures.includes(field) ? PICTURE : t('editor.sample_of', { field });
  });
  return data;
}

function Preview({ good, samples, stale }) {
  const [at, setAt] = useState(0);
  const sample = samples[Math.min(at, samples.length - 1)] || {};
  const key = JSON.stringify(sample);
  const data = useMemo(() => completed(sample, good), [key, good]);
  const [result, setResult] = useState([]);
  const [errors, setErrors] = useState(null);
  useEffect(() => {
    setResult(labelStart(good.config, data));
    setErrors(null);
  }, [good, data]);
  const test = () => setErrors(labelErrors(good.config, data, result));
  return (
    <div class={cx('preview', stale && 'stale')}>
      <div class="preview-task">
        <TaskView
          config={good.config}
          data={data}
          value={result}
          errors={errors || {}}
          onChange={(next) => {
            setResult(next);
            setErrors(null);
          }}
        />
      </div>
      <div class="row between">
        <Button onClick={test}>{t('editor.try')}</Button>
        {samples.length > 1 && (
          <div class="row nowrap-row">
            <Button kind="quiet" icon="back" aria-label={t('editor.sample_before')} onClick={() => setAt((at + samples.length - 1) % samples.length)} />
            <span class="muted nums" aria-live="polite">
              {t('editor.sample', { n: at + 1, of: samples.length })}
            </span>
            <Button kind="quiet" icon="next" aria-label={t('editor.sample_next')} onClick={() => setAt((at + 1) % samples.length)} />
          </div>
        )}
      </div>
      {errors && (
        <Alert kind={Object.keys(errors).length ? 'warning' : 'good'} title={Object.keys(errors).length ? t('editor.try_bad') : t('editor.try_good')}>
          {!Object.keys(errors).length && (
            <details>
              <summary>{t('editor.result')}</summary>
              <pre class="result">{JSON.stringify(result, null, 2)}</pre>
            </details>
          )}
        </Alert>
      )}
    </div>
  );
}

// samples: list of data objects; onSamples when they may be changed. refused: errors of a refused save.
export function ConfigEditor({ value, onChange, samples, onSamples, readOnly, refused }) {
  const { check, good, busy, error } = useCheck(value);
  const area = useRef();
  const messages = useId('m');
  const [sampleText, setSampleText] = useState(null);
  const errors = check && !check.ok && check.errors.length ? check.errors : refused && !busy ? refused : [];
  const jump = (e) => {
    const field = area.current;
    const at = offsetOf(field.value, e.line, e.column);
    field.focus({ preventScroll: true });
    field.setSelectionRange(at, at);
    const scroller = field.closest('.code');
    scroller.scrollTop = Math.max(0, (e.line - 4) * LINE_PX);
    scroller.scrollLeft = 0;
    scroller.scrollIntoView({ block: 'nearest' });
  };
  let sampleWrong = null;
  const takeSamples = (text) => {
    setSampleText(text);
    try {
      const list = [].concat(JSON.parse(text));
      if (list.length && list.every((one) => one && typeof one === 'object')) onSamples(list);
    } catch (e) {
      /* half-typed JSON: the last readable one stays in use */
    }
  };
  if (sampleText !== null) {
    try {
      JSON.parse(sampleText);
    } catch (e) {
      sampleWrong = t('editor.sample_wrong');
    }
  }
  return (
    <div class="editor">
      <div class="editor-side stack tight">
        <div class="row between">
          <h3>{t('editor.code')}</h3>
          <span class="row status">
            {busy ? (
              <Spinner label={t('editor.checking')} />
            ) : errors.length ? (
              <Badge kind="bad">{t('editor.errors', { n: errors.length })}</Badge>
            ) : check && check.ok ? (
              <Badge kind="good">
                <Icon name="check" size={14} /> {t('editor.ok')}
              </Badge>
            ) : null}
          </span>
        </div>
        {!readOnly && (
          <div class="row snippets" role="group" aria-label={t('editor.insert')}>
            {Object.keys(SNIPPETS).map((name) => (
              <button key={name} type="button" class="chip" onClick={() => insert(area.current, SNIPPETS[name])}>
                <Icon name="plus" size={14} /> {name}
              </button>
            ))}
          </div>
        )}
        <Code label={t('editor.code')} value={value} onChange={onChange} errors={errors} readOnly={readOnly} area={area} describedBy={messages} />
        <div id={messages} aria-live="polite">
          {error && <Alert kind="warning" quiet>{errorText(error)}</Alert>}
          {errors.length > 0 && (
            <ul class="errors plain-list">
              {errors.map((e, i) => (
                <li key={i}>
                  <button type="button" onClick={() => jump(e)}>
                    <strong class="nums">{e.line ? t('editor.at', { line: e.line, column: e.column || 1 }) : t('editor.whole')}</strong>
                    <span>{e.detail}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        {check && check.ok && check.fields.length > 0 && (
          <p class="hint">
            {t('editor.fields')}{' '}
            {check.fields.map((field) => (
              <code key={field} class="field-name">
                {field}
              </code>
            ))}
          </p>
        )}
      </div>
      <div class="editor-side stack tight">
        <h3>{t('editor.preview')}</h3>
        {good ? <Preview good={good} samples={samples} stale={errors.length > 0} /> : <p class="muted preview-none">{t('editor.preview_none')}</p>}
        {onSamples && (
          <details>
            <summary>{t('editor.samples')}</summary>
            <div class="field">
              <label class="hidden" for={messages + 's'}>
                {t('editor.samples')}
              </label>
              <textarea
                id={messages + 's'}
                class="mono"
                rows={8}
                spellcheck={false}
                aria-invalid={sampleWrong ? 'true' : undefined}
                value={sampleText === null ? JSON.stringify(samples, null, 2) : sampleText}
                onInput={(e) => takeSamples(e.target.value)}
              />
              {sampleWrong && <p class="error">{sampleWrong}</p>}
            </div>
          </details>
        )}
      </div>
    </div>
  );
}
