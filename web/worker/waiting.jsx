// The answers on this device that the server does not have: those that wait for a link, and those it will never take, which need the
// person's attention. Nothing goes from here without the person.
import { useEffect, useState } from 'preact/hooks';
import { newId } from '../shared/api.js';
import { dateTime, errorText, t } from '../shared/i18n.js';
import { useSession } from '../shared/session.js';
import { Alert, Button, Card, Empty, Page, ask } from '../shared/ui.jsx';
import { deviceAll, deviceChange, deviceChanged, deviceWatch } from './device.js';
import { outbox, outboxSend } from './outbox.js';

// The answer in a few words, so that the person knows it again.
const gist = (result) =>
  (Array.isArray(result) ? result : [])
    .flatMap((item) => Object.values((item && item.value) || {}))
    .flat(2)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' · ')
    .slice(0, 200);

function copySave(rows) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(rows, null, 1)], { type: 'application/json' }));
  link.download = 'faena-' + new Date().toISOString().slice(0, 10) + '.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function Answer({ row, children }) {
  return (
    <li>
      <strong>{row.title || t('history.task', { task: row.task })}</strong>
      <span class="muted small">
        {t('history.task', { task: row.task })} · {dateTime(new Date(row.at).toISOString())}
      </span>
      <p class="gist">{gist(row.result)}</p>
      {row.state === 'refused' && (
        <p class="why">
          <strong>{t('waiting.why')}</strong> {errorText({ code: row.code, detail: row.detail, errors: [] })}
        </p>
      )}
      {children}
    </li>
  );
}

export function Waiting() {
  const { person } = useSession();
  const { error } = outbox.use();
  const [rows, set] = useState(null);
  useEffect(() => {
    const look = () => deviceAll('answers').then((all) => set(all.filter((one) => one.person === person.id).sort((a, b) => b.at - a.at)), () => set([]));
    look();
    return deviceWatch(look);
  }, [person.id]);
  const change = (body) => deviceChange(['answers'], body).then(deviceChanged);
  const again = (row) => change((open) => open('answers').put({ ...row, state: 'waiting', id: newId() })).then(outboxSend);
  const drop = async (row) => {
    if (await ask({ title: t('waiting.drop_title'), text: t('waiting.drop_text'), yes: t('waiting.drop'), danger: true })) change((open) => open('answers').delete(row.key));
  };
  const all = rows || [];
  const waiting = all.filter((row) => row.state === 'waiting');
  const refused = all.filter((row) => row.state === 'refused');
  const left = waiting.concat(refused);
  return (
    <Page
      title={t('waiting.title')}
      lead={t('waiting.lead')}
      narrow
      actions={
        left.length > 0 && (
          <Button icon="download" onClick={() => copySave(left)}>
            {t('waiting.copy')}
          </Button>
        )
      }
    >
      {error && waiting.length > 0 && <Alert kind="warning">{errorText(error)}</Alert>}
      {refused.length > 0 && (
        <Card title={t('waiting.refused')}>
          <p class="muted">{t('waiting.refused_text')}</p>
          <ul class="lines refused">
            {refused.map((row) => (
              <Answer key={row.key} row={row}>
                <div class="row">
                  <Button onClick={() => again(row)}>{t('waiting.again')}</Button>
                  <Button kind="danger" onClick={() => drop(row)}>
                    {t('waiting.drop')}
                  </Button>
                </div>
              </Answer>
            ))}
          </ul>
        </Card>
      )}
      {waiting.length > 0 && (
        <Card
          title={t('waiting.waiting', { n: waiting.length })}
          actions={
            <Button kind="primary" onClick={() => outboxSend()}>
              {t('waiting.send')}
            </Button>
          }
        >
          <ul class="lines">
            {waiting.map((row) => (
              <Answer key={row.key} row={row} />
            ))}
          </ul>
        </Card>
      )}
      {rows && !left.length && (
        <Empty icon="check" title={t('waiting.none')}>
          {t('waiting.none_text', { n: all.length })}
        </Empty>
      )}
    </Page>
  );
}
