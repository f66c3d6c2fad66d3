// What is seldom beside a task: that it was sent back, reporting a problem, the keys.
import { useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Alert, Button, Dialog, Form, TextArea } from '../shared/ui.jsx';

export const Back = ({ comment }) => (
  <Alert kind="warning" quiet title={t('back.title')}>
    <p>{comment}</p>
    <p>{t('back.text')}</p>
  </Alert>
);

const REASONS = ['picture', 'unclear', 'wrong', 'offends'];
export function Report({ onClose, send }) {
  const [kind, setKind] = useState('');
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const reason = [kind && t('report.' + kind), text.trim()].filter(Boolean).join(': ');
    if (Array.from(reason).length < 5) return setError(t('report.missing'));
    setBusy(true);
    await send(reason);
    setBusy(false);
    onClose();
    return undefined;
  };
  return (
    <Dialog title={t('report.title')} onClose={onClose}>
      <p class="muted">{t('report.text')}</p>
      <Form onSubmit={submit}>
        <div class="choices vertical" role="radiogroup" aria-label={t('report.why')}>
          {REASONS.map((name) => (
            <label key={name} class={'choice' + (kind === name ? ' on' : '')}>
              <input type="radio" name="report" checked={kind === name} onChange={() => setKind(name)} />
              <span class="choice-text">{t('report.' + name)}</span>
            </label>
          ))}
        </div>
        <TextArea label={t('report.more')} optional={!!kind} error={error} rows={3} maxLength={1500} value={text} onInput={(event) => setText(event.target.value)} />
        <div class="row end">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {t('report.send')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

export function Keys({ keys, onClose }) {
  const names = [...new Set(keys.map((key) => key.key))].slice(0, 20);
  return (
    <Dialog title={t('task.keys')} onClose={onClose}>
      <dl class="keys">
        {names.length > 0 && (
          <>
            <dt>
              <kbd>{names[0]}</kbd>
              {names.length > 1 && <> … <kbd>{names[names.length - 1]}</kbd></>}
            </dt>
            <dd>{t('keys.choose')}</dd>
          </>
        )}
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>{t('keys.submit')}</dd>
        <dt>
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </dt>
        <dd>{t('keys.submit_typing')}</dd>
        <dt>
          <kbd>Alt</kbd>
          <kbd>S</kbd>
        </dt>
        <dd>{t('keys.skip')}</dd>
        <dt>
          <kbd>Alt</kbd>
          <kbd>R</kbd>
        </dt>
        <dd>{t('keys.report')}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t('keys.help')}</dd>
      </dl>
    </Dialog>
  );
}
