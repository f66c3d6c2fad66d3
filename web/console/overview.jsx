// A project at a glance: before publishing, what is still to do; afterwards, how it goes.
import { useEffect } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Alert, Button, Card, Icon, Stat, ask, cx, toast } from '../shared/ui.jsx';
import { duration, money, number, percent, t } from '../shared/i18n.js';
import { sessionRefresh } from '../shared/session.js';
import { Loaded, Trouble, useAction, useLoad } from './load.jsx';
import { doneShare } from './projects.jsx';
import { ago, hasRole } from './words.js';

const Step = ({ done, title, children, action }) => (
  <li class={cx('step', done && 'done')}>
    <span class="step-mark">
      <Icon name={done ? 'check' : 'next'} size={18} />
      <span class="hidden">{done ? t('overview.step_done') : t('overview.step_open')}</span>
    </span>
    <div class="grow">
      <h3>{title}</h3>
      <div class="muted">{children}</div>
    </div>
    {action}
  </li>
);

// Answers, cost and accuracy to expect, with how far each may be off.
const Expected = ({ expected: e }) => (
  <section class="stack tight">
    <h3>{t('publish.expected')}</h3>
    <dl class="stats">
      <Stat label={t('publish.expected_answers')} value={number(e.answers)} note={t('publish.expected_per_task', { n: number(e.answers_per_task, { maximumFractionDigits: 1 }), low: number(e.answers_low), high: number(e.answers_high) })} />
      <Stat label={t('publish.expected_cost')} value={money(e.cost_micros)} note={t('quality.range', { low: money(e.cost_low_micros), high: money(e.cost_high_micros) })} />
      <Stat label={t('publish.expected_accuracy')} value={percent(e.accuracy)} note={t('quality.range', { low: percent(e.low), high: percent(e.high) })} />
    </dl>
    <p class="hint">{t('publish.expected_hint', { skill: percent(e.worker_accuracy), n: Math.round(e.known_answers) })}</p>
  </section>
);

// What publishing reserves, and the button. Also for tasks added to a published project.
function Publish({ project, session, take, news }) {
  const { stats, state } = project;
  const quote = useLoad(() => api.get('/projects/' + project.id + '/quote'), [project.id], [stats.tasks, stats.unfunded_tasks, session.available_micros].join());
  useEffect(() => {
    sessionRefresh(); // the operator may have put money on the account meanwhile
  }, [project.id]);
  const [publish, busy, refusal, forget] = useAction(async () => {
    take(await api.post('/projects/' + project.id + '/publish'));
    toast(state === 'draft' ? t('publish.done') : t('publish.funded'));
    sessionRefresh();
  });
  const check = () => {
    forget();
    sessionRefresh();
    quote.reload();
  };
  if (quote.error && quote.error.code === 'no_tasks') return <p class="muted">{t('publish.no_tasks')}</p>;
  return (
    <Loaded of={quote}>
      {(q) => {
        const missing = refusal && refusal.code === 'short_balance' && refusal.problem.missing_micros ? refusal.problem.missing_micros : q.missing_micros;
        const short = missing > 0;
        return (
          <div class="stack tight">
            <table class="sum">
              <caption class="hidden">{t('publish.title')}</caption>
              <tbody>
                <tr>
                  <th scope="row">{t('publish.answers', { n: q.answers, tasks: t('projects.tasks', { n: q.tasks }) })}</th>
                  <td>{money(q.answers * project.price_micros)}</td>
                </tr>
                {q.gold_answers > 0 && (
                  <tr>
                    <th scope="row">{t('publish.gold_answers', { n: q.gold_answers })}</th>
                    <td>{money(q.gold_answers * project.price_micros)}</td>
                  </tr>
                )}
                <tr class="total">
                  <th scope="row">{t('publish.cost')}</th>
                  <td>{money(q.cost_micros)}</td>
                </tr>
                <tr>
                  <th scope="row">{t('publish.balance')}</th>
                  <td>{money(q.available_micros)}</td>
                </tr>
                <tr class={short ? 'short' : undefined}>
                  <th scope="row">{short ? t('publish.missing') : t('publish.left')}</th>
                  <td>{money(short ? missing : q.available_micros - q.cost_micros)}</td>
                </tr>
              </tbody>
            </table>
            {q.expected && <Expected expected={q.expected} />}
            {short && (
              <Alert
                kind={refusal ? 'bad' : 'warning'}
                title={t('publish.short', { missing: money(missing) })}
                actions={<Button onClick={check}>{t('publish.check')}</Button>}
              >
                {hasRole(session, 'operator') ? <a href={'#/people?query=' + encodeURIComponent(session.person.handle)}>{t('publish.short_operator')}</a> : t('publish.short_hint')}
              </Alert>
            )}
            {refusal && !short && <Trouble error={refusal} />}
            <p class="hint">{t('publish.hint')}</p>
            <div class="row">
              <Button kind="primary" class="big" busy={busy} onClick={publish}>
                {state === 'draft' ? t('publish.publish') : t('publish.fund')}
              </Button>
            </div>
          </div>
        );
      }}
    </Loaded>
  );
}

function Draft(props) {
  const { project, mine } = props;
  const { stats } = project;
  const open = '#/projects/' + project.id;
  return (
    <>
      <Card title={t('overview.before')}>
        <ol class="steps plain-list">
          <Step done title={t('overview.step_form')} action={mine && <Button href={open + '/settings'}>{t('overview.change')}</Button>}>
            {t('overview.step_form_text', { price: money(project.price_micros), n: project.overlap, time: duration(project.task_seconds) })}
          </Step>
          <Step
            done={stats.tasks > 0}
            title={t('overview.step_tasks')}
            action={mine && (
              <Button kind={stats.tasks ? 'secondary' : 'primary'} icon="upload" href={open + '/import'}>
                {stats.tasks ? t('overview.import_more') : t('overview.import')}
              </Button>
            )}
          >
            {stats.tasks ? t('overview.step_tasks_text', { tasks: t('projects.tasks', { n: stats.tasks }), n: stats.gold_tasks }) : t('overview.step_tasks_none')}
            {stats.tasks > 0 && stats.gold_tasks === 0 && project.gold_permille > 0 && <p>{t('overview.no_gold')}</p>}
          </Step>
          <Step title={t('overview.step_publish')}>{stats.tasks ? t('overview.step_publish_text') : t('overview.step_publish_wait')}</Step>
        </ol>
      </Card>
      {stats.tasks > 0 && mine && (
        <Card title={t('publish.title')}>
          <Publish {...props} />
        </Card>
      )}
    </>
  );
}

// Approved, waiting and still missing answers as one bar.
function AnswerBar({ stats }) {
  const parts = [
    ['approved', stats.approved],
    ['submitted', stats.submitted],
    ['leases', stats.leases],
  ];
  const all = Math.max(1, stats.answers_wanted, parts.reduce((sum, [, n]) => sum + n, 0));
  return (
    <div class="stack tight">
      <div class="answer-bar" aria-hidden="true">
        {parts.map(([name, n]) => n > 0 && <span key={name} class={'part ' + name} style={{ width: (100 * n) / all + '%' }} />)}
      </div>
      <ul class="legend plain-list">
        {parts.map(([name, n]) => (
          <li key={name}>
            <span class={'dot ' + name} aria-hidden="true" /> {t('overview.bar.' + name, { n })}
          </li>
        ))}
        <li>
          <span class="dot rest" aria-hidden="true" /> {t('overview.bar.rest', { n: Math.max(0, stats.answers_wanted - stats.answers - stats.leases) })}
        </li>
        {stats.rejected > 0 && <li>{t('overview.bar.rejected', { n: stats.rejected })}</li>}
      </ul>
    </div>
  );
}

function Steps({ project, take, mine, session }) {
  const [step, busy] = useAction(
    async (name) => {
      take(await api.post('/projects/' + project.id + '/' + name));
      toast(t('overview.' + name + '_done'));
      sessionRefresh();
    },
    { tell: true }
  );
  const confirm = async (name, danger) => {
    const sure = await ask({ title: t('overview.' + name + '_ask'), text: t('overview.' + name + '_text', { left: money(project.stats.escrow_micros) }), yes: t('overview.' + name), danger });
    if (sure) step(name);
  };
  const { state } = project;
  return (
    <>
      {state === 'live' && (mine || hasRole(session, 'operator')) && (
        <Button icon="pause" busy={busy} onClick={() => confirm('pause')}>
          {t('overview.pause')}
        </Button>
      )}
      {state === 'paused' && mine && (
        <Button icon="play" kind="primary" busy={busy} onClick={() => step('resume')}>
          {t('overview.resume')}
        </Button>
      )}
      {(state === 'live' || state === 'paused') && mine && (
        <Button icon="stop" kind="danger" busy={busy} onClick={() => confirm('complete', true)}>
          {t('overview.complete')}
        </Button>
      )}
    </>
  );
}

function Feed({ feed, live, id }) {
  const words = (item) => t('feed.' + item.kind + (item.count > 1 && !item.kind.startsWith('project.') ? '.many' : ''), { n: item.count, task: item.data.task ? String(item.data.task) : '', share: item.data.share === undefined || item.data.share === null ? '' : percent(item.data.share) });
  return (
    <Card title={t('feed.title')} class="feed">
      {!feed.length && <p class="muted">{live ? t('feed.waiting') : t('feed.none')}</p>}
      <ol class="plain-list" aria-live="off">
        {feed.map((item) => (
          <li key={item.id} class={'feed-item ' + item.kind.replace('.', '-')}>
            {item.data.task && item.count === 1 ? <a href={'#/projects/' + id + '/tasks/' + item.data.task}>{words(item)}</a> : <span>{words(item)}</span>}
            <small class="muted">{ago(new Date(item.at).toISOString())}</small>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const cents = (micros) => Math.round(micros / 10000) * 10000;

function Live(props) {
  const { project, feed, mine, id } = props;
  const { stats, state } = project;
  const open = '#/projects/' + project.id;
  const tasks = stats.tasks - stats.gold_tasks - stats.unfunded_tasks - stats.retired_tasks;
  return (
    <>
      {state === 'paused' && <Alert kind="warning" quiet title={t('overview.paused_title')}>{t('overview.paused_text')}</Alert>}
      {state === 'completed' && (
        <Alert kind="info" quiet title={t('overview.completed_title')} actions={<Button icon="download" href={open + '/export'}>{t('tab.export')}</Button>}>
          {t('overview.completed_text')}
        </Alert>
      )}
      <div class="live">
        <div class="stack">
          <Card title={t('overview.progress')} actions={<Steps {...props} />}>
            <p class="headline">
              <strong>{percent(doneShare(stats))}</strong>
              <span class="muted">{t('overview.tasks_done', { n: stats.done_tasks, of: tasks })}</span>
            </p>
            <AnswerBar stats={stats} />
            {stats.submitted > 0 && props.canDecide && (
              <div class="row">
                <Button kind="primary" href={open + '/review'}>
                  {t('overview.review', { n: stats.submitted })}
                </Button>
                <span class="muted">{t('overview.review_hint', { time: duration(project.approve_seconds) })}</span>
              </div>
            )}
          </Card>
          {stats.unfunded_tasks > 0 && state !== 'completed' && mine && (
            <Card title={t('overview.unfunded', { n: stats.unfunded_tasks })}>
              <Publish {...props} />
            </Card>
          )}
          <Card title={t('overview.quality')}>
            <dl class="stats">
              <Stat label={t('overview.agreement')} value={stats.agreement === null ? '–' : percent(stats.agreement)} note={t('overview.agreement_note')} />
              <Stat label={t('overview.gold')} value={stats.gold_accuracy === null ? '–' : percent(stats.gold_accuracy)} note={t('overview.gold_note', { n: stats.gold_answers })} />
              <Stat label={t('overview.reports')} value={stats.reports ? <a href={open + '/tasks?state=reported'}>{number(stats.reports)}</a> : number(0)} note={t('overview.reports_note')} />
              <Stat label={t('overview.workers')} value={number(stats.workers)} />
            </dl>
          </Card>
          <Card title={t('overview.money')}>
            <dl class="stats">
              <Stat label={t('overview.per_hour')} value={stats.pay_per_hour_micros === null ? '–' : money(cents(stats.pay_per_hour_micros))} note={stats.median_seconds === null ? t('overview.per_hour_wait') : t('overview.median', { time: duration(stats.median_seconds) })} />
              <Stat label={t('overview.price')} value={money(project.price_micros)} note={t('form.per_task_note', { n: project.overlap })} />
              <Stat label={t('overview.paid')} value={money(stats.paid_micros)} />
              <Stat label={t('overview.escrow')} value={money(stats.escrow_micros)} note={t('overview.escrow_note')} />
            </dl>
          </Card>
        </div>
        <Feed feed={feed} live={state === 'live'} id={id} />
      </div>
    </>
  );
}

export function Overview(props) {
  return props.project.state === 'draft' ? <Draft {...props} /> : <Live {...props} />;
}
