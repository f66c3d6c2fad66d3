// How often one was right, project by project, and each missed check with its reason; a check can be contested.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { dateTime, errorText, percent, t } from '../shared/i18n.js';
import { Alert, Badge, Button, Card, Empty, Form, Page, Pages, TextArea, toast } from '../shared/ui.jsx';
import { dataGlance, resultText } from '../console/words.js';
export { ready } from './words.js';

const failed = (error, retry) => (
  <Alert kind="warning" actions={<Button onClick={retry}>{t('ui.retry')}</Button>}>
    {errorText(error)}
  </Alert>
);

const Part = ({ name, share }) => (
  <p>
    {t('mine.' + name)} <strong class="nums">{share ? percent(share.accuracy) : '–'}</strong>{' '}
    <small class="muted">{share ? t('mine.range', { low: percent(share.low), high: percent(share.high), n: share.answers }) : t('mine.' + name + '_wait')}</small>
  </p>
);

const CONTEST_KINDS = { open: 'warning', stands: 'plain', fell: 'good' };

function Contest({ missed }) {
  const [state, set] = useState({ open: false, text: '', busy: false, error: null, contest: missed.contest });
  const send = async () => {
    set((old) => ({ ...old, busy: true, error: null }));
    try {
      await api.post(`/work/projects/${missed.project.id}/tasks/${missed.task}/contest`, { reason: state.text });
      toast(t('mine.contest_sent'));
      set((old) => ({ ...old, busy: false, open: false, contest: { state: 'open', reason: old.text, reply: null } }));
    } catch (error) {
      set((old) => ({ ...old, busy: false, error }));
    }
  };
  if (state.contest)
    return (
      <div>
        <Badge kind={CONTEST_KINDS[state.contest.state]}>{t('mine.contest_' + state.contest.state)}</Badge>
        <p class="muted small">{state.contest.reason}</p>
        {state.contest.reply && <p class="why">{state.contest.reply}</p>}
      </div>
    );
  if (!state.open) return <Button onClick={() => set({ ...state, open: true })}>{t('mine.contest')}</Button>;
  return (
    <Form onSubmit={send}>
      <TextArea label={t('mine.contest_why')} hint={t('mine.contest_hint')} rows={3} minLength={5} maxLength={2000} required value={state.text} error={state.error ? errorText(state.error) : undefined} onInput={(e) => set({ ...state, text: e.target.value })} />
      <div class="row">
        <Button kind="primary" type="submit" busy={state.busy}>
          {t('mine.contest_send')}
        </Button>
      </div>
    </Form>
  );
}

const Missed = ({ missed }) => (
  <Card title={missed.project.title}>
    <p class="muted small">
      {t('history.task', { task: missed.task })}
      {missed.decided_at ? ' · ' + dateTime(missed.decided_at) : ''}
    </p>
    <p>{dataGlance(missed.data).text}</p>
    <p>
      {t('mine.yours')} <strong>{resultText(missed.result)}</strong>
    </p>
    {missed.gold && (
      <p>
        {t('mine.right')} <strong>{resultText(missed.gold)}</strong>
      </p>
    )}
    {(missed.note || missed.reason) && <p class="why">{missed.note || missed.reason}</p>}
    <Contest missed={missed} />
  </Card>
);

export function Mine() {
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} narrow back={['#/profile', t('nav.profile')]}>
      <Pages load={(cursor) => api.get('/me/quality', { cursor })} error={failed} empty={<Empty icon="info" title={t('mine.none')} />}>
        {(items) =>
          items.map((one) => (
            <Card key={one.project.id} title={one.project.title}>
              <Part name="gold" share={one.gold} />
              <Part name="approval" share={one.approval} />
            </Card>
          ))
        }
      </Pages>
      <h2>{t('mine.missed')}</h2>
      <Pages load={(cursor) => api.get('/me/gold', { cursor })} error={failed} empty={<p class="muted">{t('mine.missed_none')}</p>}>
        {(items) => items.map((one) => <Missed key={one.id} missed={one} />)}
      </Pages>
    </Page>
  );
}
