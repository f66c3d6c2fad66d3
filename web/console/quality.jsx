// How sure the labels are and who gave them: agreement, confusion, days, signals, workers, doubtful tasks, versions of the fit.
import { useState } from 'preact/hooks';
import { api, url } from '../shared/api.js';
import { Alert, Badge, Button, Card, Empty, Pages, Stat, Table } from '../shared/ui.jsx';
import { dateTime, duration, number, percent, t } from '../shared/i18n.js';
import { Contests } from './contests.jsx';
import { Loaded, Trouble, useAction, useLoad } from './load.jsx';
import { Glance, Share } from './tasks.jsx';
import { ago, resultText } from './words.js';

const SIGNAL_KINDS = { open: 'warning', dismissed: 'plain', confirmed: 'bad' };
const range = (low, high) => t('quality.range', { low: percent(low), high: percent(high) });
const digits = (n) => number(n, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
// An answer key is JSON: a text, a number, or a list of choices.
const keyText = (text) => {
  try {
    return [].concat(JSON.parse(text)).join(', ');
  } catch (e) {
    return text;
  }
};

const Out = ({ id, table, json }) => (
  <>
    <Button icon="download" href={url('/projects/' + id + '/quality/csv', { table })} download>
      CSV
    </Button>
    <Button icon="download" href={url('/projects/' + id + json)} download={table + '.json'}>
      JSON
    </Button>
  </>
);

// Fewer known answers measure nothing (the server begins to rely on them there).
const GOLD_FEW = 20;

function Sure({ quality, project }) {
  const control = quality.fit && quality.fit.summary.controls[0];
  return (
    <Card title={t('quality.sure_title')}>
      {control && !control.saving && <Alert kind="warning" title={t('quality.guard_title')}>{t('quality.guard_text', { loss: percent(control.loss) })}</Alert>}
      {control && project.stats.gold_tasks < GOLD_FEW && <Alert kind="info" title={t('quality.guess_title')}>{t('quality.guess_text')}</Alert>}
      <dl class="stats">
        <Stat label={t('quality.sure_tasks')} value={number(quality.sure_tasks)} note={t('quality.sure_note', { of: number(quality.tasks), target: percent(project.target_permille / 1000) })} />
        <Stat label={t('quality.accuracy')} value={control ? percent(control.accuracy) : '–'} note={control ? range(control.low, control.high) : t('quality.wait')} />
        <Stat label={t('quality.answers')} value={number(quality.answers)} note={t('quality.answers_note', { most: number(quality.answers_most) })} />
        <Stat label={t('quality.weighing')} value={number(quality.weighing)} note={t('quality.weighing_note')} />
      </dl>
      {control && <p class="hint">{t('quality.basis', { n: control.known, watched: number(control.watched), rho: digits(control.rho), temperature: digits(control.temperature) })}</p>}
    </Card>
  );
}

function Confusion({ control }) {
  const classes = control.classes.map(keyText);
  const most = Math.max(1, ...control.confusion.map((row) => Math.max(...row)));
  return (
    <div class="table-box confusion" tabIndex={0} role="region" aria-label={t('quality.confusion')}>
      <table>
        <caption class="muted">{t('quality.confusion_hint')}</caption>
        <thead>
          <tr>
            <td />
            {classes.map((name) => <th scope="col" key={name}>{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {control.confusion.map((row, i) => (
            <tr key={i}>
              <th scope="row">{classes[i]}</th>
              {row.map((n, j) => (
                <td key={j} class={i === j ? 'own' : undefined}>
                  <span class="cell-bar" aria-hidden="true" style={{ width: (100 * n) / most + '%' }} />
                  <span class="cell-number">{number(n)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Agreement({ id, control }) {
  return (
    <Card title={t('quality.agreement_of', { name: control.name })} actions={<Out id={id} table="agreement" json="/quality" />}>
      <dl class="stats">
        {['alpha', 'fleiss', 'gwet', 'percent'].map((name) => (
          <Stat key={name} label={t('quality.' + name)} value={control[name] ? digits(control[name].value) : '–'} note={control[name] ? t('quality.range', { low: digits(control[name].low), high: digits(control[name].high) }) : t('quality.undefined')} />
        ))}
      </dl>
      {control.confusion && (
        <>
          <Confusion control={control} />
          <div class="row">
            <Button icon="download" href={url('/projects/' + id + '/quality/csv', { table: 'confusion' })} download>
              {t('quality.confusion_csv')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

function Drift({ id, days }) {
  return (
    <Card title={t('quality.drift')} actions={<Out id={id} table="drift" json="/quality" />}>
      <p class="muted">{t('quality.drift_hint')}</p>
      <Table
        caption={t('quality.drift')}
        rows={days.slice().reverse()}
        rowKey="day"
        columns={[
          { key: 'day', label: t('quality.day'), render: (d) => new Date(d.day * 86400000).toISOString().slice(0, 10) },
          { key: 'answers', label: t('tasks.answers'), end: true, render: (d) => number(d.answers) },
          { key: 'agreed', label: t('quality.agreed'), end: true, render: (d) => <Share value={d.agreed / d.answers} /> },
          { key: 'gold', label: t('quality.gold'), end: true, render: (d) => <Share value={d.gold ? d.gold_right / d.gold : null} /> },
        ]}
      />
    </Card>
  );
}

const seconds = (n) => duration(Math.max(1, Math.round(n)));
function reason(signal) {
  const { seen, usual, answers } = signal.detail;
  const time = signal.kind === 'too_fast';
  return t('quality.reason.' + signal.kind, { seen: time ? seconds(seen) : percent(seen), usual: time ? seconds(usual) : percent(usual), n: answers, other: signal.other ? signal.other.handle : '' });
}

function Signals({ id, canDecide, news }) {
  const list = useLoad(() => api.get('/projects/' + id + '/signals'), [id], news);
  const [decide, busy] = useAction(async (signal, confirm) => list.set(await api.post('/projects/' + id + '/signals', { worker: signal.worker.id, kind: signal.kind, confirm })), { tell: true });
  return (
    <Card title={t('quality.signals')}>
      <p class="muted">{t('quality.signals_hint')}</p>
      <Loaded of={list}>
        {({ items }) =>
          items.length ? (
            <ul class="plain-list signals">
              {items.map((signal) => (
                <li key={signal.worker.id + signal.kind} class="row between">
                  <div class="grow">
                    <p>
                      <strong>{signal.worker.handle}</strong> <Badge kind={SIGNAL_KINDS[signal.state]}>{t('quality.signal.' + signal.kind)}</Badge>{' '}
                      {signal.state !== 'open' && <small class="muted">{t('quality.state.' + signal.state)}</small>}
                    </p>
                    <p class="muted">{reason(signal)}</p>
                  </div>
                  {canDecide && (
                    <div class="row tight">
                      {signal.state !== 'confirmed' && (
                        <Button busy={busy} aria-label={t('quality.confirm') + ': ' + signal.worker.handle} onClick={() => decide(signal, true)}>
                          {t('quality.confirm')}
                        </Button>
                      )}
                      {signal.state !== 'dismissed' && (
                        <Button busy={busy} aria-label={t('quality.dismiss') + ': ' + signal.worker.handle} onClick={() => decide(signal, false)}>
                          {t('quality.dismiss')}
                        </Button>
                      )}
                    </div>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            <p class="muted">{t('quality.signals_none')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}

const sureOf = (one) => (
  <span class="nums">
    {percent(one.accuracy)} <small class="muted">{range(one.low, one.high)}</small>
  </span>
);
const none = <span class="muted">–</span>;

function Workers({ id, news }) {
  return (
    <Card title={t('quality.workers')} actions={<Out id={id} table="workers" json="/quality/workers?limit=200" />}>
      <Pages load={(cursor) => api.get('/projects/' + id + '/quality/workers', { cursor })} reload={id + ' ' + news} empty={<Empty icon="users" title={t('quality.workers_none')} />} error={(error, retry) => <Trouble error={error} retry={retry} />}>
        {(items) => (
          <Table
            caption={t('quality.workers')}
            rows={items}
            columns={[
              { key: 'handle', label: t('quality.worker'), render: (w) => <strong>{w.handle}</strong> },
              { key: 'answers', label: t('tasks.answers'), end: true, render: (w) => number(w.answers) },
              { key: 'accuracy', label: t('quality.estimated'), end: true, render: (w) => (w.accuracy === null ? none : sureOf(w)) },
              { key: 'gold', label: t('quality.gold'), end: true, render: (w) => (w.gold ? sureOf(w.gold) : none) },
              { key: 'median', label: t('quality.median'), end: true, render: (w) => (w.median_seconds === null ? none : seconds(w.median_seconds)) },
              { key: 'signals', label: t('quality.signals'), end: true, render: (w) => (w.signals ? <Badge kind="warning">{number(w.signals)}</Badge> : none) },
            ]}
          />
        )}
      </Pages>
    </Card>
  );
}

function Doubtful({ id, news }) {
  const [limit, setLimit] = useState(20);
  const list = useLoad(() => api.get('/projects/' + id + '/quality/tasks', { limit }), [id, limit], news);
  const open = (task) => '#/projects/' + id + '/tasks/' + task.id;
  return (
    <Card title={t('quality.doubt')} actions={<Out id={id} table="tasks" json="/quality/tasks?limit=200" />}>
      <Loaded of={list}>
        {({ items }) =>
          items.length ? (
            <>
              <Table
                caption={t('quality.doubt')}
                rows={items}
                columns={[
                  { key: 'id', label: t('tasks.id'), render: (task) => <a class="nums" href={open(task)}>{task.id}</a> },
                  { key: 'data', label: t('tasks.data'), render: (task) => <Glance data={task.data} /> },
                  { key: 'label', label: t('quality.label'), render: (task) => <span class="cell">{resultText(task.label)}</span> },
                  { key: 'posterior', label: t('quality.posterior'), end: true, render: (task) => <Share value={task.posterior} /> },
                  { key: 'answers', label: t('tasks.answers'), end: true, render: (task) => number(task.answers) },
                ]}
              />
              {items.length === limit && limit < 200 && (
                <div class="row center">
                  <Button onClick={() => setLimit(200)}>{t('ui.more')}</Button>
                </div>
              )}
            </>
          ) : (
            <p class="muted">{t('quality.wait')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}

const parametersText = (parameters) => Object.entries(parameters).map(([name, value]) => name + ' ' + value).join(', ');

function Versions({ id, news }) {
  return (
    <Card title={t('quality.versions')} actions={<Out id={id} table="versions" json="/fits?limit=200" />}>
      <p class="muted">{t('quality.versions_hint')}</p>
      <Pages load={(cursor) => api.get('/projects/' + id + '/fits', { cursor, limit: 10 })} reload={id + ' ' + news} empty={<p class="muted">{t('quality.wait')}</p>} error={(error, retry) => <Trouble error={error} retry={retry} />}>
        {(items) => (
          <Table
            caption={t('quality.versions')}
            rows={items}
            rowKey="version"
            columns={[
              { key: 'version', label: t('quality.version'), render: (f) => number(f.version) },
              { key: 'method', label: t('quality.method'), render: (f) => <code>{f.method}</code> },
              { key: 'parameters', label: t('quality.parameters'), render: (f) => <span class="cell">{parametersText(f.parameters)}</span> },
              { key: 'answers', label: t('tasks.answers'), end: true, render: (f) => number(f.answers) },
              { key: 'at', label: t('quality.made'), render: (f) => <time dateTime={f.created_at} title={dateTime(f.created_at)}>{ago(f.created_at)}</time> },
            ]}
          />
        )}
      </Pages>
    </Card>
  );
}

export function Quality({ id, project, news, canDecide }) {
  const quality = useLoad(() => api.get('/projects/' + id + '/quality'), [id], news);
  const version = quality.data && quality.data.fit ? quality.data.fit.version : 0;
  return (
    <Loaded of={quality}>
      {(q) => (
        <>
          <Sure quality={q} project={project} />
          {q.fit && q.fit.summary.controls.map((control) => <Agreement key={control.name} id={id} control={control} />)}
          {q.fit && q.fit.summary.drift.length > 0 && <Drift id={id} days={q.fit.summary.drift} />}
          <Signals id={id} canDecide={canDecide} news={version} />
          <Contests id={id} canDecide={canDecide} />
          <Workers id={id} news={version} />
          <Doubtful id={id} news={version} />
          <Versions id={id} news={version} />
        </>
      )}
    </Loaded>
  );
}
