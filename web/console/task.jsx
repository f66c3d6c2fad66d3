// One task: its data, what workers answered, side by side, and what came out.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Alert, Badge, Button, Card, Select, ask, cx, toast } from '../shared/ui.jsx';
import { dateTime, duration, money, number, percent, t } from '../shared/i18n.js';
import { configCheck } from './check.js';
import { BackDialog, RejectDialog, decide } from './decide.jsx';
import { Loaded, later, useAction, useLoad } from './load.jsx';
import { TaskView } from './task_view.jsx';
import { ANSWER_KINDS, TASK_KINDS, ago, itemText } from './words.js';

const Correct = later(() => import('./adjudicate.jsx'), 'Correct');

// Votes of the answers that count, per control: [{name, votes: [{text, n}]}], for controls where answers repeat.
export function votesOf(annotations) {
  const counting = annotations.filter((a) => a.state === 'submitted' || a.state === 'approved');
  const controls = new Map();
  counting.forEach((a) =>
    (a.result || []).forEach((item) => {
      if (item.type === 'textarea') return;
      if (!controls.has(item.from_name)) controls.set(item.from_name, new Map());
      const votes = controls.get(item.from_name);
      const text = itemText(item);
      votes.set(text, (votes.get(text) || 0) + 1);
    })
  );
  return [...controls].map(([name, votes]) => ({ name, of: counting.length, votes: [...votes].map(([text, n]) => ({ text, n })).sort((a, b) => b.n - a.n) }));
}

const Items = ({ result }) => (
  <dl class="items">
    {(result || []).map((item, i) => (
      <div key={i}>
        <dt>{item.from_name}</dt>
        <dd>{itemText(item)}</dd>
      </div>
    ))}
  </dl>
);

function Answer({ answer, canDecide, onApprove, onReject, onBack, onUse, busy, label }) {
  const same = label && JSON.stringify((answer.result || []).map(itemText)) === JSON.stringify(label.map(itemText));
  return (
    <li class={cx('card answer', answer.state)}>
      <header class="row between">
        <strong class="clip">{answer.worker.handle}</strong>
        <Badge kind={ANSWER_KINDS[answer.state]}>{t('answer.' + answer.state)}</Badge>
      </header>
      <Items result={answer.result} />
      {label && (answer.state === 'submitted' || answer.state === 'approved') && !same && <Badge kind="warning">{t('task.differs')}</Badge>}
      {answer.gold_right !== null && <Badge kind={answer.gold_right ? 'good' : 'bad'}>{answer.gold_right ? t('task.gold_right') : t('task.gold_wrong')}</Badge>}
      {answer.reason && (
        <p class="muted">
          {t('task.reason')} {answer.reason}
        </p>
      )}
      <p class="muted small">
        <time dateTime={answer.created_at} title={dateTime(answer.created_at)}>
          {ago(answer.created_at)}
        </time>{' '}
        · {duration(answer.work_seconds)} · {money(answer.price_micros)}
        {answer.state === 'submitted' && answer.approves_at && <> · {t('answer.approves', { when: ago(answer.approves_at) })}</>}
      </p>
      {canDecide && answer.state === 'submitted' && (
        <div class="row">
          <Button class="small" icon="check" busy={busy} aria-label={t('review.approve_of', { handle: answer.worker.handle })} onClick={onApprove}>
            {t('review.approve')}
          </Button>
          <Button class="small" kind="danger" icon="close" aria-label={t('review.reject_of', { handle: answer.worker.handle })} onClick={onReject}>
            {t('review.reject')}
          </Button>
          <Button class="small" icon="back" aria-label={t('review.send_back_of', { handle: answer.worker.handle })} onClick={onBack}>
            {t('review.send_back')}
          </Button>
        </div>
      )}
      {canDecide && (
        <div class="row">
          <Button class="small" kind="quiet" aria-label={t('label.use_of', { handle: answer.worker.handle })} onClick={onUse}>
            {t('label.use')}
          </Button>
        </div>
      )}
    </li>
  );
}

export function TaskPage({ project, task: id, news, mine, canDecide }) {
  const path = '/projects/' + project.id + '/tasks/' + id;
  const task = useLoad(() => api.get(path), [project.id, id], news);
  const check = useLoad(() => configCheck(project.label_config), [project.label_config]);
  const [rejecting, setRejecting] = useState(null);
  const [backing, setBacking] = useState(null);
  const [correcting, setCorrecting] = useState(null); // {start: result}
  const work = useRef();
  const [approve, busy] = useAction(
    async (annotation) => {
      await decide(project.id, [annotation.id], 'approve');
      task.reload();
    },
    { tell: true }
  );
  const [change, changing] = useAction(
    async (method, part, body, done) => {
      task.set(await api[method](path + part, body));
      toast(done);
    },
    { tell: true }
  );
  // The form stands where the task is shown; from an answer far below the page goes there.
  const correct = (start) => {
    setCorrecting({ start, key: Date.now() });
    if (work.current) work.current.scrollIntoView({ block: 'start' });
  };
  const [patch, patching] = useAction(
    async (changes, done) => {
      await api.patch(path, changes);
      toast(done);
      task.reload();
    },
    { tell: true }
  );
  const retire = async () => {
    if (await ask({ title: t('task.retire_ask'), text: t('task.retire_text'), yes: t('task.retire'), danger: true })) patch({ retired: true }, t('task.retired'));
  };
  return (
    <Loaded of={task}>
      {(data) => (
        <>
          <div class="row between">
            <div class="row">
              <h2>{t('task.title', { id: String(data.id) })}</h2>
              <Badge kind={TASK_KINDS[data.state]}>{t('task.state.' + data.state)}</Badge>
              {data.gold && <Badge kind="warning">{t('task.gold')}</Badge>}
              {data.external_id && <code class="field-name">{data.external_id}</code>}
            </div>
            <div class="row nowrap-row">
              {id > 1 && <Button kind="quiet" icon="back" href={'#/projects/' + project.id + '/tasks/' + (id - 1)} aria-label={t('task.before')} />}
              {id < project.stats.tasks && <Button kind="quiet" icon="next" href={'#/projects/' + project.id + '/tasks/' + (id + 1)} aria-label={t('task.next')} />}
            </div>
          </div>
          {data.reports.length > 0 && (
            <Alert kind="warning" quiet title={t('task.reports', { n: data.reports.length })}>
              <ul class="plain-list">
                {data.reports.map((report, i) => (
                  <li key={i}>
                    <strong>{report.worker.handle}</strong>: {report.reason} <small class="muted">{ago(report.created_at)}</small>
                  </li>
                ))}
              </ul>
            </Alert>
          )}
          <div class="split">
            <div ref={work} class="stack">
              <Loaded of={check}>
                {(c) =>
                  c.config && correcting ? (
                    <Correct
                      key={correcting.key}
                      project={project}
                      config={c.config}
                      task={data}
                      start={correcting.start}
                      cancel={() => setCorrecting(null)}
                      done={(shown) => {
                        task.set(shown);
                        setCorrecting(null);
                      }}
                    />
                  ) : (
                    <Card
                      title={data.label ? t(data.label_source === 'reviewer' ? 'task.data_fix' : 'task.data_label') : t('task.data')}
                      actions={canDecide && <Button onClick={() => correct(data.label || undefined)}>{t('label.correct')}</Button>}
                    >
                      {c.config && <TaskView config={c.config} data={data.data} value={data.label || []} readOnly />}
                    </Card>
                  )
                }
              </Loaded>
            </div>
            <div class="stack">
              <Card title={t('task.outcome')}>
                <p class="headline">
                  <strong>{data.share === null ? '–' : percent(data.share)}</strong>
                  <span class="muted">{t('task.answers', { n: data.answers, of: data.wanted })}</span>
                </p>
                {data.label ? <Items result={data.label} /> : <p class="muted">{t('task.no_label')}</p>}
                {data.fix && (
                  <>
                    <p>
                      {t('label.fix_by', { handle: data.fix.reviewer })} <small class="muted">{ago(data.fix.created_at)}</small>
                      {data.fix.comment && <span class="muted"> {data.fix.comment}</span>}
                    </p>
                    {canDecide && (
                      <div class="row">
                        <Button class="small" busy={changing} onClick={() => change('delete', '/label', undefined, t('label.dropped'))}>
                          {t('label.drop')}
                        </Button>
                      </div>
                    )}
                  </>
                )}
                {data.gold && (
                  <>
                    <h3>{t('task.gold_answer')}</h3>
                    <Items result={data.gold} />
                  </>
                )}
                {votesOf(data.annotations).map((control) => (
                  <div key={control.name} class="votes">
                    <h3>{control.name}</h3>
                    <ul class="plain-list">
                      {control.votes.map((vote) => (
                        <li key={vote.text}>
                          <span class="vote-name">{vote.text}</span>
                          <span class="vote-bar" aria-hidden="true">
                            <span style={{ width: (100 * vote.n) / control.of + '%' }} />
                          </span>
                          <span class="nums">{number(vote.n)}</span>
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
              </Card>
              {canDecide && (project.state === 'live' || project.state === 'paused') && (data.state === 'done' || data.state === 'open') && (
                <Card title={t('label.more')}>
                  <div class="row">
                    <Button busy={changing} onClick={() => change('post', '/more', { answers: 1 }, t('label.more_done'))}>
                      {t('label.more')}
                    </Button>
                    <span class="hint grow">{t('label.more_hint')}</span>
                  </div>
                </Card>
              )}
              {mine && (data.state === 'open' || data.state === 'unfunded') && (
                <Card title={t('task.change')}>
                  {!data.gold && (
                    <Select
                      label={t('task.priority')}
                      hint={t('task.priority_hint')}
                      value={String(data.priority)}
                      disabled={patching}
                      options={Array.from({ length: 10 }, (_, i) => [String(i), i === 0 ? t('task.priority_usual') : number(i)])}
                      onChange={(e) => patch({ priority: Number(e.target.value) }, t('task.priority_set'))}
                    />
                  )}
                  <div class="row">
                    <Button kind="danger" busy={patching} onClick={retire}>
                      {t('task.retire')}
                    </Button>
                    <span class="hint grow">{t('task.retire_hint')}</span>
                  </div>
                </Card>
              )}
            </div>
          </div>
          <section class="stack tight">
            <h2>{t('task.all_answers', { n: data.annotations.length })}</h2>
            {!data.annotations.length && <p class="muted">{t('task.no_answers')}</p>}
            <ul class="answers plain-list">
              {data.annotations.map((answer) => (
                <Answer key={answer.id} answer={answer} label={data.label} canDecide={canDecide} busy={busy} onApprove={() => approve(answer)} onReject={() => setRejecting(answer)} onBack={() => setBacking(answer)} onUse={() => correct(answer.result)} />
              ))}
            </ul>
          </section>
          {data.opinions.length > 0 && (
            <section class="stack tight">
              <h2>{t('opinion.all', { n: data.opinions.length })}</h2>
              <ul class="answers plain-list">
                {data.opinions.map((one) => (
                  <li key={one.reviewer} class="card answer">
                    <strong class="clip">{one.reviewer}</strong>
                    <Items result={one.result} />
                    <p class="muted small">{ago(one.created_at)}</p>
                    {canDecide && (
                      <div class="row">
                        <Button class="small" kind="quiet" aria-label={t('label.use_of', { handle: one.reviewer })} onClick={() => correct(one.result)}>
                          {t('label.use')}
                        </Button>
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {backing && (
            <BackDialog
              count={1}
              onClose={() => setBacking(null)}
              onBack={async (comment) => {
                await decide(project.id, [backing.id], 'send-back', comment);
                setBacking(null);
                toast(t('review.sent_back', { n: 1 }));
                task.reload();
              }}
            />
          )}
          {rejecting && (
            <RejectDialog
              count={1}
              onClose={() => setRejecting(null)}
              onReject={async (reason) => {
                await decide(project.id, [rejecting.id], 'reject', reason);
                setRejecting(null);
                toast(t('review.rejected', { n: 1 }));
                task.reload();
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
