// One project: its instructions (Project) and the work itself (Work): a task, its controls, one button for the thumb.
//
// A task lives so:   take -> draft on the device -> submit (outbox) -> reply brings the next task
//                                  \-> skip | report -> the next task      \-> stop: given back to the others
// A task on the device (tasks.js) is shown at once, with or without a link; when there is one more after it, its answer is sent while
// the next is worked on. A reload in between finds the task and its draft on the device, or the held task by `take`.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { later } from '../label/later.jsx';
import { Label, labelErrors, labelIsEmpty, labelKeys, labelStart } from '../label/index.jsx';
import { api, serverNow } from '../shared/api.js';
import { clock, duration, errorText, money, number, percent, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { sessionNow, sessionPatch } from '../shared/session.js';
import { Alert, Button, Card, Dialog, Empty, Icon, Loading, Page, Stat, ask, toast, whenDrawn } from '../shared/ui.jsx';
import { Pay, useOnDevice } from './list.jsx';
import { deviceDrop, deviceGet, devicePut, taskKey } from './device.js';
import { answerDeliver, answerKeep, draftDrop, draftKeep, draftOf, onVerdict, outbox, outboxSend, outboxSoon } from './outbox.js';
import { asked } from './visit.js';
import { taskClaim, taskDrop, taskNext, tasksKeep } from './tasks.js';

const SHORT_SECONDS = 60; // the clock changes colour and is read out once
const DRAFT_MSEC = 250; // pause in typing after which a draft is kept
const DRAFT_MSEC_MAX = 2000; // while there is no pause
const Requirements = later(() => import('../training/courses.jsx'), 'Requirements');
const Pack = later(() => import('./more.jsx'), 'Pack');
const Report = later(() => import('./more.jsx'), 'Report');
const Keys = later(() => import('./more.jsx'), 'Keys');
const Back = later(() => import('./more.jsx'), 'Back');

function useProject(id) {
  const [state, set] = useState({ project: null, error: null });
  const load = () => {
    const person = sessionNow().person.id;
    set({ project: null, error: null });
    // As it was last time, until the server answers; and when it does not.
    deviceGet('projects', Number(id)).then(
      (row) => row && row.person === person && set((old) => (old.project ? old : { project: row.project, error: null })),
      () => {}
    );
    asked('/work/projects/' + id, () => api.get('/work/projects/' + id)).then(
      (project) => {
        set({ project, error: null });
        devicePut('projects', { id: project.id, person, project }).catch(() => {});
      },
      (error) => set((old) => (old.project && error.status === 0 ? old : { project: null, error }))
    );
  };
  useEffect(load, [id]);
  return { ...state, load };
}

const Failed = ({ error, retry }) => (
  <Page title={t(error.code === 'not_found' ? 'page.not_found' : 'ui.failed')} back={['#/', t('nav.work')]} narrow>
    <Empty icon="warning" title={errorText(error)} actions={error.code !== 'not_found' && <Button kind="primary" onClick={retry}>{t('ui.retry')}</Button>} />
  </Page>
);

const Instructions = ({ html }) => <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;

/* ---- the project's page ---- */
export function Project({ id }) {
  const { project, error, load } = useProject(id);
  const here = useOnDevice(sessionNow().person.id);
  const [packing, setPacking] = useState(false);
  useEffect(() => {
    if (here[id]) setPacking(true); // it stays open when its tasks run out
  }, [here[id]]);
  if (error) return <Failed error={error} retry={load} />;
  if (!project) return <Loading />;
  const begun = project.answered > 0 || project.lease;
  const open = project.left > 0 || project.lease || here[project.id];
  return (
    <Page title={project.title} lead={project.description} back={['#/', t('nav.work')]} narrow>
      <p class="muted small">
        <a href={'#/requesters/' + project.requester_id}>{t('work.by', { name: project.requester })}</a>
        {project.rating && ` · ★ ${number(project.rating.overall, { minimumFractionDigits: 1 })}/5 (${number(project.rating.count)})`}
      </p>
      <Pay project={project} />
      {project.requirements && project.requirements[0] && <Requirements project={project} />}
      <dl class="stats">
        <Stat label={t('project.left')} value={number(project.left) + (project.left >= 1000 ? '+' : '')} />
        <Stat label={t('project.typical')} value={project.median_seconds ? duration(project.median_seconds) : '—'} />
        <Stat label={t('project.time')} value={duration(project.task_seconds)} />
        {project.answered > 0 && <Stat label={t('project.answered')} value={number(project.answered)} note={project.approval_rate !== null && project.approval_rate !== undefined ? t('project.approved', { share: percent(project.approval_rate) }) : ''} />}
      </dl>
      {packing ? (
        <Pack project={project} />
      ) : (
        project.pack_tasks > 0 && (
          <Button icon="offline" class="pack-open" onClick={() => setPacking(true)}>
            {t('pack.open')}
          </Button>
        )
      )}
      <Alert quiet>{project.approve_seconds ? t('project.pay_rule', { time: duration(project.approve_seconds) }) : t('project.pay_at_once')}</Alert>
      {project.instructions_html && (
        <Card title={t('project.instructions')}>
          <Instructions html={project.instructions_html} />
        </Card>
      )}
      <div class="start">
        {open ? (
          <Button kind="primary" class="big wide" href={`#/projects/${id}/work`}>
            {t(begun ? 'work.go_on' : 'work.begin')}
          </Button>
        ) : (
          project.qualified && (
            <Empty icon="check" title={t('work.none')}>
              {t('work.none_text')}
            </Empty>
          )
        )}
      </div>
    </Page>
  );
}

/* ---- the work page ---- */
// Time spent on the task with the page in view, in seconds; goes on from what a draft has.
function useStopwatch(task) {
  const watch = useRef({ before: 0, since: 0 });
  useEffect(() => {
    const turn = () => {
      const w = watch.current;
      if (document.hidden && w.since) {
        w.before += performance.now() - w.since;
        w.since = 0;
      } else if (!document.hidden && !w.since) w.since = performance.now();
    };
    document.addEventListener('visibilitychange', turn);
    return () => document.removeEventListener('visibilitychange', turn);
  }, []);
  const begin = (msec) => (watch.current = { before: msec || 0, since: document.hidden ? 0 : performance.now() });
  const read = () => watch.current.before + (watch.current.since ? performance.now() - watch.current.since : 0);
  return { begin, read };
}

function useTimeLeft(deadline) {
  const [now, set] = useState(serverNow());
  useEffect(() => {
    set(serverNow());
    const timer = setInterval(() => set(serverNow()), 1000);
    return () => clearInterval(timer);
  }, [deadline]);
  return deadline ? Math.ceil((Date.parse(deadline) - now) / 1000) : 0;
}

function Timer({ deadline }) {
  const left = useTimeLeft(deadline);
  const kind = left <= 0 ? 'over' : left <= SHORT_SECONDS ? 'short' : '';
  return (
    <>
      <span class={'timer ' + kind} role="timer" aria-label={t('task.time_left', { time: clock(left) })}>
        <Icon name="clock" size={17} />
        {clock(left)}
      </span>
      <span class="hidden" role="status">
        {kind === 'short' ? t('task.time_short') : kind === 'over' ? t('task.time_over') : ''}
      </span>
    </>
  );
}
function TimeOver({ deadline }) {
  return useTimeLeft(deadline) <= 0 ? (
    <Alert kind="warning" title={t('task.time_over')} quiet>
      {t('task.time_over_text')}
    </Alert>
  ) : null;
}

// While the person does something the deadline moves on; a page left open does not hold a task.
function useHeartbeat(project, lease, onDeadline) {
  useEffect(() => {
    if (!lease || lease.packed) return undefined;
    let active = false;
    const touch = () => (active = true);
    const names = ['keydown', 'pointerdown', 'scroll', 'input'];
    names.forEach((name) => addEventListener(name, touch, { passive: true, capture: true }));
    const every = 1000 * Math.max(15, Math.min(120, project.task_seconds / 3));
    const timer = setInterval(() => {
      if (!active || document.hidden) return;
      active = false;
      api.post(`/work/projects/${project.id}/tasks/${lease.task}/heartbeat`, {}, { retries: 0 }).then(
        (reply) => onDeadline(lease.task, reply.deadline),
        () => {} // the clock on the page tells
      );
    }, every);
    return () => {
      clearInterval(timer);
      names.forEach((name) => removeEventListener(name, touch, { capture: true }));
    };
  }, [lease && lease.task]);
}

export function Work({ id }) {
  const { project, error, load } = useProject(id);
  if (error) return <Failed error={error} retry={load} />;
  if (!project) return <Loading />;
  return <Tasks project={project} />;
}

function Tasks({ project }) {
  const person = sessionNow().person.id;
  const [lease, setLease] = useState(null);
  const [result, setResult] = useState([]);
  // busy: null | take | send | skip | stop;  over: no_work, or the error of a failed take
  const [state, setState] = useState({ busy: 'take', over: null, notice: null, errors: {}, say: '' });
  const [sum, setSum] = useState({ n: 0, micros: 0 }); // done in this sitting
  const [dialog, setDialog] = useState(null); // instructions | report | keys
  const watch = useStopwatch();
  const taskBox = useRef();
  const now = useRef();
  const alive = useRef(true);
  const link = outbox.use();
  const key = lease && taskKey(person, project.id, lease.task);
  const change = (part) => alive.current && setState((old) => ({ ...old, ...part }));
  const patch = (path, body, options) => api.post(`/work/projects/${project.id}${path}`, body, options);

  // Puts a task (or "no more") on the page.
  const show = async (next, part = {}) => {
    const draft = next && (await draftOf(taskKey(person, project.id, next.task)));
    if (!alive.current) return;
    turn.current = draft ? draft.turn || 0 : 0;
    setLease(next);
    setResult(next ? (draft ? draft.result : next.again ? next.again.result : labelStart(project.config, next.data)) : []);
    watch.begin(draft ? draft.msec : 0);
    change({ busy: null, over: next ? null : 'no_work', errors: {}, notice: null, ...part });
    scrollTo(0, 0);
  };
  // A task that the server gave: kept, so that the next start needs no link.
  const showTaken = async (next, part) => {
    if (next) {
      tasksKeep(person, project.id, [next], false).catch(() => {}); // before the answer: IndexedDB keeps the order
      await taskClaim(taskKey(person, project.id, next.task));
    }
    return show(next, part);
  };
  // From the device, else from the server.
  const take = async (part) => {
    change({ busy: 'take', over: null });
    const local = await taskNext(person, project.id, serverNow());
    if (local) return show(local, part);
    return asked(`/work/projects/${project.id}/take`, () => patch('/take', {})).then(
      (next) => showTaken(next, part),
      (error) => (error.code === 'no_work' ? show(null, part) : change({ busy: null, over: error }))
    );
  };
  const paid = (reply) => {
    setSum((old) => ({ n: old.n + 1, micros: old.micros + (reply.price_micros || 0) }));
    const changes = {};
    if (reply.pending_micros !== undefined) changes.pending_micros = reply.pending_micros;
    sessionPatch(changes);
  };

  // The task on the device, or the held one, or a new one; what an earlier visit could not send goes meanwhile (outboxStart).
  useEffect(() => {
    alive.current = true;
    take({});
    const forget = onVerdict((answers) => {
      const last = answers.filter((one) => one.status === 200).pop();
      if (last) sessionPatch({ pending_micros: last.pending_micros });
    });
    return () => {
      alive.current = false;
      forget();
      taskClaim(null);
    };
  }, []);

  useHeartbeat(project, lease, (task, deadline) => setLease((old) => (old && old.task === task ? { ...old, deadline } : old)));

  // A new task: the keyboard's focus goes where the answer is typed, or to the task.
  useEffect(() => {
    if (!lease || !taskBox.current) return;
    const typed = matchMedia('(pointer: fine)').matches && taskBox.current.querySelector('.label-control input[type=text], .label-control textarea');
    (typed || taskBox.current).focus({ preventScroll: true });
  }, [lease && lease.task]);

  // The draft is on the device a moment after each change.
  const dirty = useRef(false);
  const turn = useRef(0); // of the draft: the clock may be set wrong
  const draftAt = useRef(0);
  useEffect(() => {
    if (!lease || !dirty.current) return undefined;
    turn.current++;
    draftAt.current = draftAt.current || performance.now();
    const keep = (hiding) => {
      draftAt.current = 0;
      if (dirty.current) draftKeep(key, { result, msec: watch.read(), turn: turn.current, at: Date.now() }, hiding);
    };
    const hide = (event) => (event.type === 'pagehide' || document.hidden) && keep(true);
    const timer = setTimeout(keep, Math.max(0, Math.min(DRAFT_MSEC, draftAt.current + DRAFT_MSEC_MAX - performance.now())));
    addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [result]);

  const answer = (next) => {
    dirty.current = true;
    setResult(next);
    change({ notice: null, errors: Object.keys(state.errors).length ? labelErrors(project.config, lease.data, next) : {} });
  };

  const showErrors = (errors, notice) => {
    change({ busy: null, errors, notice: notice || null });
    whenDrawn(() => {
      const wrong = taskBox.current && taskBox.current.querySelector('.label-control.wrong');
      const field = wrong && wrong.querySelector('input, textarea, select');
      if (field) field.focus();
    });
  };

  const send = async () => {
    if (!lease || state.busy) return;
    const errors = labelErrors(project.config, lease.data, result);
    if (Object.keys(errors).length) return showErrors(errors);
    if (labelIsEmpty(project.config, lease.data, result)) return change({ notice: { kind: 'warning', text: t('task.empty_answer') } });
    change({ busy: 'send', errors: {}, notice: null });
    dirty.current = false;
    const seconds = Math.min(1209600, Math.round(watch.read() / 100) / 10);
    // On the disk before anything else happens.
    const record = await answerKeep({ person, handle: sessionNow().person.handle, project: project.id, title: project.title, task: lease.task, ticket: lease.ticket, result, seconds });
    const late = record.earlier ? { kind: 'info', text: t('task.other_tab') } : null;
    const local = !record.fragile && (await taskNext(person, project.id, serverNow()));
    if (local) {
      setSum((old) => ({ n: old.n + 1, micros: old.micros + (lease.price_micros || 0) }));
      outboxSoon();
      return show(local, { say: t('task.new'), notice: late });
    }
    if (record.fragile) change({ notice: { kind: 'warning', text: t('task.fragile') } });
    try {
      const { answer, next } = await answerDeliver(record);
      if (answer.status !== 200) throw answer;
      paid(answer);
      const said = t('task.saved', { amount: money(answer.price_micros) });
      showTaken(next, { say: said + ' ' + (next ? t('task.new') : ''), notice: answer.late ? { kind: 'info', text: t('task.late') } : late });
    } catch (error) {
      if (error.code === 'unauthenticated') return undefined; // the frame shows the login; the answer waits on the device
      if (error.code === 'answer_invalid') {
        // It is put right here and now: no case for the list of what needs attention.
        deviceDrop('answers', record.key).then(() => outboxSend(), () => {});
        draftKeep(record.key, { result, msec: watch.read(), turn: ++turn.current });
        const wrong = {};
        (error.errors || []).forEach((one) => {
          const at = /^\/result\/(\d+)/.exec(one.pointer || '');
          if (at && result[at[1]]) wrong[result[at[1]].from_name] = one.detail || errorText(error);
        });
        showErrors(wrong, { kind: 'bad', text: errorText(error) + (Object.keys(wrong).length ? '' : ' ' + (error.errors || []).map((one) => one.detail).join(' ')) });
      } else if (['task_full', 'already_answered', 'no_lease', 'project_closed'].includes(error.code)) {
        take({ notice: { kind: 'warning', text: errorText(error) } });
      } else change({ busy: null, notice: { kind: 'bad', text: errorText(error) } });
    }
    return undefined;
  };

  // skip and report: the task goes back, the next one comes.
  const giveBack = async (how, body, said) => {
    if (!lease || state.busy) return false;
    change({ busy: how, notice: null });
    dirty.current = false;
    await taskDrop(key);
    const local = await taskNext(person, project.id, serverNow());
    if (local) {
      await (await import('./more.jsx')).giveBackKeep({ person, project: project.id, task: lease.task, how, body });
      draftDrop(key);
      outboxSoon();
      show(local, { say: said + ' ' + t('task.new') });
      if (how === 'report') toast(said);
      return true;
    }
    try {
      const reply = await patch(`/tasks/${lease.task}/${how}`, { ...body, take_next: true });
      draftDrop(key);
      showTaken(reply.next, { say: said + ' ' + (reply.next ? t('task.new') : '') });
      if (how === 'report') toast(said);
      return true;
    } catch (error) {
      if (error.code === 'no_lease') {
        take({ notice: { kind: 'info', text: errorText(error) } });
        return true;
      }
      await tasksKeep(person, project.id, [lease], !!lease.packed).catch(() => {});
      change({ busy: null, notice: { kind: 'bad', text: errorText(error) } });
      return false;
    }
  };
  const skip = () => giveBack('skip', {}, t('task.skipped'));

  const stop = async () => {
    if (lease && !lease.packed && !state.busy && result.length && dirty.current && !(await ask({ title: t('task.stop_title'), text: t('task.stop_text'), yes: t('task.stop'), no: t('task.stay') }))) return;
    if (lease && lease.packed && dirty.current) draftKeep(key, { result, msec: watch.read(), turn: ++turn.current, at: Date.now() });
    dirty.current = false;
    if (lease && !lease.packed && state.busy !== 'send') {
      change({ busy: 'stop' });
      draftDrop(key);
      await taskDrop(key);
      await patch(`/tasks/${lease.task}/return`, {}, { retries: 0 }).catch(() => {}); // else the deadline gives it back
    }
    go('/');
  };

  // Keys of the page; those of the controls are in label/.
  now.current = { send, skip, lease, dialog, report: () => lease && setDialog('report'), help: () => setDialog('keys') };
  useEffect(() => {
    const press = (event) => {
      const page = now.current;
      if (event.repeat || event.isComposing || document.querySelector('dialog[open]')) return;
      const field = event.target.tagName;
      const typing = field === 'TEXTAREA' || field === 'SELECT' || (field === 'INPUT' && event.target.type === 'text');
      const run = (fn) => {
        event.preventDefault();
        fn();
      };
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(page.send);
      else if (event.key === 'Enter' && !event.defaultPrevented && !/^(TEXTAREA|SELECT|BUTTON|A)$/.test(field) && !event.shiftKey && !event.altKey) run(page.send);
      else if (event.altKey && event.code === 'KeyS') run(page.skip);
      else if (event.altKey && event.code === 'KeyR') run(page.report);
      else if (event.key === '?' && !typing) run(page.help);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  const keys = useMemo(() => (lease ? labelKeys(project.config, lease.data) : []), [lease && lease.task]);
  const retrying = link.error;

  return (
    <div class="work">
      <header class="work-head">
        <div class="work-head-in">
          <Button kind="quiet" icon="back" aria-label={t('task.stop')} onClick={stop} />
          <div class="grow">
            <h1>{project.title}</h1>
            <p class="sub nums">{sum.n ? t('task.sum', { n: sum.n, amount: money(sum.micros) }) : t('task.each', { amount: money(project.price_micros) })}</p>
          </div>
          {lease && <Timer deadline={lease.deadline} />}
          {project.instructions_html && <Button kind="quiet" icon="info" aria-label={t('project.instructions')} onClick={() => setDialog('instructions')} />}
        </div>
      </header>
      <div class="work-body">
        <p class="hidden" role="status">
          {state.say}
        </p>
        {state.notice && <Alert kind={state.notice.kind}>{state.notice.text}</Alert>}
        {lease && (
          <>
            <TimeOver deadline={lease.deadline} />
            {lease.again && <Back comment={lease.again.comment} />}
            <section class="card task" ref={taskBox} tabIndex={-1} aria-label={t('task.task')} aria-busy={state.busy ? 'true' : undefined}>
              <Label key={lease.task} config={project.config} data={lease.data} value={result} onChange={answer} readOnly={!!state.busy} hotkeys errors={state.errors} />
            </section>
            <div class="work-more">
              <Button kind="quiet" icon="flag" onClick={() => setDialog('report')}>
                {t('task.report')}
              </Button>
              <Button kind="quiet" icon="stop" onClick={stop}>
                {t('task.stop')}
              </Button>
              <Button kind="quiet" icon="keyboard" class="keys-button" onClick={() => setDialog('keys')}>
                {t('task.keys')}
              </Button>
            </div>
          </>
        )}
        {!lease && state.busy === 'take' && <Loading />}
        {!lease && state.over && <Over project={project} over={state.over} sum={sum} retry={() => take()} />}
      </div>
      {lease && (
        <div class="work-bar">
          <div class="work-bar-in">
            <Button class="big" icon="skip" busy={state.busy === 'skip'} onClick={skip}>
              {t('task.skip')}
            </Button>
            <Button kind="primary" class="big submit" busy={!!state.busy && state.busy !== 'skip'} onClick={send}>
              {state.busy === 'send' ? t(retrying ? 'task.waiting' : 'task.sending') : t('task.submit')}{' '}
              {!state.busy && <span class="send-pay nums">+{money(lease.price_micros === undefined ? project.price_micros : lease.price_micros)}</span>}
            </Button>
          </div>
        </div>
      )}
      {dialog === 'instructions' && (
        <Dialog title={t('project.instructions')} onClose={() => setDialog(null)}>
          <Instructions html={project.instructions_html} />
        </Dialog>
      )}
      {dialog === 'report' && <Report onClose={() => setDialog(null)} send={(reason) => giveBack('report', { reason }, t('task.reported'))} />}
      {dialog === 'keys' && <Keys keys={keys} onClose={() => setDialog(null)} />}
    </div>
  );
}

function Over({ project, over, sum, retry }) {
  if (over !== 'no_work')
    return <Empty icon={over.status === 0 ? 'offline' : 'warning'} title={errorText(over)} actions={<Button kind="primary" onClick={retry}>{t('ui.retry')}</Button>} />;
  return (
    <Empty
      icon="check"
      title={t(sum.n ? 'work.finished' : 'work.none')}
      actions={
        <>
          <Button kind="primary" href="#/">
            {t('work.others')}
          </Button>
          <Button onClick={retry}>{t('work.look_again')}</Button>
        </>
      }
    >
      {sum.n > 0 && <p class="done-sum nums">{t('task.sum', { n: sum.n, amount: money(sum.micros) })}</p>}
      <p>{t('work.none_text')}</p>
    </Empty>
  );
}
