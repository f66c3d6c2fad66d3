// Answers, to approve, reject or send back: one by one with the keyboard (j k a r b x), or many with checkboxes.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Badge, Button, Checkbox, Empty, Loading, Icon, cx, toast } from '../shared/ui.jsx';
import { dateTime, duration, errorText, money, t } from '../shared/i18n.js';
import { querySet } from '../shared/router.js';
import { configCheck } from './check.js';
import { BackDialog, RejectDialog, decide } from './decide.jsx';
import { Trouble, useLoad } from './load.jsx';
import { TaskView } from './task_view.jsx';
import { ANSWER_KINDS, ago } from './words.js';

const ROWS = 20;
const STATES = ['submitted', 'approved', 'rejected', 'sent_back'];
const isTyping = (element) => /^(textarea|select)$/i.test(element.tagName) || (element.tagName === 'INPUT' && element.type !== 'checkbox' && element.type !== 'radio');

function Row({ answer, at, current, chosen, open, config, canDecide, onChoose, onCurrent, onApprove, onReject, onBack, onWorker }) {
  const row = useRef();
  useEffect(() => {
    if (current && row.current && !row.current.contains(document.activeElement)) {
      row.current.focus({ preventScroll: true });
      row.current.scrollIntoView({ block: 'nearest' });
    }
  }, [current]);
  const name = t('review.answer_of', { task: String(answer.task), handle: answer.worker.handle });
  return (
    <li ref={row} class={cx('card review-row', current && 'current')} tabIndex={-1} aria-label={name} aria-current={current ? 'true' : undefined} onFocusIn={() => onCurrent(at)} onClick={() => onCurrent(at)}>
      <header class="row between">
        <div class="row tight">
          {open && canDecide && <input type="checkbox" aria-label={t('review.select', { task: String(answer.task), handle: answer.worker.handle })} checked={chosen} onChange={() => onChoose(answer.id)} />}
          <a href={'#/projects/' + answer.project + '/tasks/' + answer.task}>
            <strong>{t('task.title', { id: String(answer.task) })}</strong>
          </a>
          <button type="button" class="link" onClick={onWorker}>
            {answer.worker.handle}
          </button>
          {!open && <Badge kind={ANSWER_KINDS[answer.state]}>{t('answer.' + answer.state)}</Badge>}
          {answer.gold_right !== null && answer.gold_right !== undefined && <Badge kind={answer.gold_right ? 'good' : 'bad'}>{answer.gold_right ? t('task.gold_right') : t('task.gold_wrong')}</Badge>}
        </div>
        <small class="muted">
          <time dateTime={answer.created_at} title={dateTime(answer.created_at)}>
            {ago(answer.created_at)}
          </time>{' '}
          · {duration(answer.work_seconds)} · {money(answer.price_micros)}
          {open && answer.approves_at && <> · {t('answer.approves', { when: ago(answer.approves_at) })}</>}
        </small>
      </header>
      <TaskView config={config} data={answer.data} value={answer.result} readOnly />
      {answer.reason && (
        <p class="muted">
          {t('task.reason')} {answer.reason}
        </p>
      )}
      {open && canDecide && (
        <footer class="row">
          <Button icon="check" aria-label={t('review.approve_of', { handle: answer.worker.handle })} onClick={onApprove}>
            {t('review.approve')}
          </Button>
          <Button kind="danger" icon="close" aria-label={t('review.reject_of', { handle: answer.worker.handle })} onClick={onReject}>
            {t('review.reject')}
          </Button>
          <Button icon="back" aria-label={t('review.send_back_of', { handle: answer.worker.handle })} onClick={onBack}>
            {t('review.send_back')}
          </Button>
          <Button kind="quiet" href={'#/projects/' + answer.project + '/tasks/' + answer.task} aria-label={t('review.correct_of', { task: String(answer.task) })}>
            {t('review.correct')}
          </Button>
        </footer>
      )}
    </li>
  );
}

export function Review({ project, query, canDecide, reload }) {
  const state = STATES.includes(query.state) ? query.state : 'submitted';
  const worker = /^\d+$/.test(query.worker || '') ? query.worker : '';
  const open = state === 'submitted';
  const drawn = open && query.drawn === '1'; // only the sample
  const check = useLoad(() => configCheck(project.label_config), [project.label_config]);
  const [list, setList] = useState({ items: null, cursor: null, busy: false, error: null });
  const [chosen, setChosen] = useState(new Set());
  const [at, setAt] = useState(0);
  const [rejecting, setRejecting] = useState(null); // ids
  const [backing, setBacking] = useState(null); // ids
  const turn = useRef(0);

  const load = async (cursor) => {
    const mine = ++turn.current;
    setList((old) => ({ ...old, items: cursor ? old.items : null, busy: true, error: null }));
    try {
      const reply = await api.get('/projects/' + project.id + '/annotations', { state, worker, cursor, limit: ROWS, drawn: drawn ? 'true' : undefined });
      if (mine !== turn.current) return;
      const items = reply.items.map((item) => ({ ...item, project: project.id }));
      setList((old) => ({ items: cursor ? old.items.concat(items.filter((item) => !old.items.some((o) => o.id === item.id))) : items, cursor: reply.next_cursor, busy: false, error: null }));
    } catch (error) {
      if (mine === turn.current) setList((old) => ({ ...old, busy: false, error }));
    }
  };
  // Before it is painted: what is selected in the old list must not be what the new filter clears.
  useLayoutEffect(() => {
    setChosen(new Set());
    setAt(0);
    load(null);
  }, [project.id, state, worker, drawn]);

  const items = list.items || [];
  const here = Math.min(at, items.length - 1);

  // Decided answers leave at once; they come back if the server refuses.
  const settle = async (ids, verdict, reason) => {
    const gone = new Set(ids);
    const before = list.items;
    setList((old) => ({ ...old, items: old.items.filter((item) => !gone.has(item.id)) }));
    setChosen((old) => new Set([...old].filter((id) => !gone.has(id))));
    try {
      const decided = await decide(project.id, ids, verdict, reason);
      toast(t({ approve: 'review.approved', reject: 'review.rejected', 'send-back': 'review.sent_back' }[verdict], { n: decided }));
      reload();
    } catch (error) {
      setList((old) => ({ ...old, items: before.filter((item) => gone.has(item.id) || old.items.includes(item)) }));
      throw error;
    }
  };
  const approve = (ids) => settle(ids, 'approve').catch((error) => toast(errorText(error), 'bad'));
  const choose = (id) =>
    setChosen((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  // The last one on the page decided: the next page comes by itself.
  useEffect(() => {
    if (list.items && !list.items.length && list.cursor && !list.busy) load(null);
  }, [list.items && list.items.length]);

  const press = useRef();
  press.current = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') || isTyping(event.target) || !items.length) return;
    const key = event.key.toLowerCase();
    const answer = items[here];
    if (key === 'j' || key === 'arrowdown') setAt(Math.min(here + 1, items.length - 1));
    else if (key === 'k' || key === 'arrowup') setAt(Math.max(here - 1, 0));
    else if (!open || !canDecide) return;
    else if (key === 'a') approve([answer.id]);
    else if (key === 'r') setRejecting([answer.id]);
    else if (key === 'b') setBacking([answer.id]);
    else if (key === 'x') choose(answer.id);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listener = (event) => press.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  const all = items.length > 0 && items.every((item) => chosen.has(item.id));
  const unseen = open && !worker && !drawn && list.items && !list.cursor && !list.busy ? project.stats.submitted - items.length : 0;
  const workerName = worker && items.length ? items[0].worker.handle : '';
  return (
    <>
      <div class="row between">
        <div class="chips" role="group" aria-label={t('tasks.filter')}>
          {STATES.map((name) => (
            <button key={name} type="button" class="chip" aria-pressed={name === state ? 'true' : 'false'} onClick={() => querySet({ state: name === 'submitted' ? null : name, drawn: null })}>
              {t('review.' + name + '_tab')}
            </button>
          ))}
          {open && project.review_permille > 0 && (
            <button type="button" class="chip" aria-pressed={drawn ? 'true' : 'false'} onClick={() => querySet({ drawn: drawn ? null : '1' })}>
              {t('review.drawn')}
            </button>
          )}
          {worker && (
            <button type="button" class="chip" aria-pressed="true" onClick={() => querySet({ worker: null })}>
              {t('review.only', { handle: workerName })} <Icon name="close" size={14} />
            </button>
          )}
        </div>
        {open && canDecide && (
          <p class="keys muted">
            <kbd>j</kbd> <kbd>k</kbd> {t('review.key_move')} · <kbd>a</kbd> {t('review.key_approve')} · <kbd>r</kbd> {t('review.key_reject')} · <kbd>b</kbd> {t('review.key_back')} · <kbd>x</kbd> {t('review.key_select')}
          </p>
        )}
      </div>
      {list.error && <Trouble error={list.error} retry={() => load(null)} />}
      {check.error && <Trouble error={check.error} retry={check.reload} />}
      {list.items && !items.length && !list.cursor && <Empty icon="check" title={open ? t('review.none') : t('review.none_here')}>{open ? t('review.none_hint') : null}</Empty>}
      {(!list.items && !list.error) || !check.data ? (
        !list.error && !check.error && <Loading />
      ) : (
        <>
          {open && canDecide && items.length > 0 && (
            <Checkbox label={t('review.select_all', { n: items.length })} checked={all} onChange={() => setChosen(all ? new Set() : new Set(items.map((item) => item.id)))} />
          )}
          <ul class="review plain-list">
            {items.map((answer, i) => (
              <Row
                key={answer.id}
                answer={answer}
                at={i}
                current={i === here}
                chosen={chosen.has(answer.id)}
                open={open}
                config={check.data.config}
                canDecide={canDecide}
                onChoose={choose}
                onCurrent={setAt}
                onApprove={() => approve([answer.id])}
                onReject={() => setRejecting([answer.id])}
                onBack={() => setBacking([answer.id])}
                onWorker={() => querySet({ worker: answer.worker.id })}
              />
            ))}
          </ul>
          {list.cursor && items.length > 0 && (
            <div class="row center">
              <Button busy={list.busy} onClick={() => load(list.cursor)}>
                {t('ui.more')}
              </Button>
            </div>
          )}
        </>
      )}
      {/* Below the rows: above them it would move the button that is being pressed. */}
      {unseen > 0 && (
        <div class="row center">
          <Button icon="refresh" onClick={() => load(null)}>
            {t('review.unseen', { n: unseen })}
          </Button>
        </div>
      )}
      {chosen.size > 0 && (
        <div class="bottom-bar bulk" role="region" aria-label={t('review.bulk')}>
          <div class="row between">
            <div class="row tight">
              <strong role="status">{t('review.chosen', { n: chosen.size })}</strong>
              <Button kind="quiet" class="small" onClick={() => setChosen(new Set())}>
                {t('review.unselect')}
              </Button>
            </div>
            <div class="row verdicts">
              <Button kind="danger" onClick={() => setRejecting([...chosen])}>
                {t('review.reject_all')}
              </Button>
              <Button onClick={() => setBacking([...chosen])}>{t('review.send_back_all')}</Button>
              <Button kind="primary" onClick={() => approve([...chosen])}>
                {t('review.approve_all')}
              </Button>
            </div>
          </div>
        </div>
      )}
      {backing && (
        <BackDialog
          count={backing.length}
          onClose={() => setBacking(null)}
          onBack={async (comment) => {
            await settle(backing, 'send-back', comment);
            setBacking(null);
          }}
        />
      )}
      {rejecting && (
        <RejectDialog
          count={rejecting.length}
          onClose={() => setRejecting(null)}
          onReject={async (reason) => {
            await settle(rejecting, 'reject', reason);
            setRejecting(null);
          }}
        />
      )}
    </>
  );
}
