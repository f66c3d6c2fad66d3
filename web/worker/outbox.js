// The page's side of sending.js: keeps an answer, sends what waits whenever there is a chance, and tells the pages how many wait.
//
//   await answerKeep(record) -> record      on the disk; only then the page may go on
//   answerDeliver(record) -> {answer, next} sends it and takes the next task, trying until there is a reply
//   outboxStart(person)                     at start and after a login: what an earlier visit left, and from then on
import { newId } from '../shared/api.js';
import { kept, makeStore } from '../shared/store.js';
import { deviceAll, deviceChange, deviceChanged, deviceDrop, deviceGet, devicePut, deviceWatch, metaGet, taskKey } from './device.js';
import { batchSend, waitingSend } from './sending.js';

const EVERY_MSEC = 60000;
const STEP_MSEC_MAX = 120000;

// {waiting, refused, error}: answers of this person that are not stored, ones that never will be; what the last try met.
export const outbox = makeStore({ waiting: 0, refused: 0, error: null, others: [] });
let person = 0;
let inHand = new Set(); // ids that answerDeliver is busy with
const memory = new Map(); // key -> record: what the device would not keep; gone with the page

async function count() {
  const all = (await deviceAll('answers').catch(() => [])).concat(Array.from(memory.values()));
  const own = all.filter((one) => one.person === person);
  const others = Array.from(new Set(all.filter((one) => one.person !== person && one.state === 'waiting').map((one) => one.handle)));
  const has = (state) => own.filter((one) => one.state === state).length;
  outbox.set((old) => ({ ...old, waiting: has('waiting'), refused: has('refused'), others }));
}
deviceWatch(count);

/* ---- keeping ---- */

// IndexedDB first; when it is full, what the server has already is given up for it; then localStorage; then memory, which the
// page must say (record.fragile).
export async function answerKeep(record) {
  const row = { id: newId(), at: Date.now(), state: 'waiting', ...record, key: taskKey(record.person, record.project, record.task) };
  const put = () =>
    deviceChange(['answers', 'tasks', 'drafts'], (open) => {
      const ask = open('answers').get(row.key);
      ask.onsuccess = () => {
        // Another tab has answered this task: its answer stands.
        if (ask.result && ask.result.state !== 'refused') return;
        open('answers').put(row);
        open('tasks').delete(row.key);
        open('drafts').delete(row.key);
      };
      return ask;
    });
  let before;
  try {
    before = await put().catch(() => rare().then((m) => m.roomMake()).then(put));
  } catch (error) {
    if (!kept.set('out.' + row.key, row)) memory.set(row.key, row);
    count();
    return { ...row, fragile: memory.has(row.key) };
  }
  kept.drop('draft.' + row.key);
  deviceChanged();
  return before && before.state !== 'refused' ? { ...before, earlier: true } : row;
}

/* ---- sending ---- */

export async function answerDeliver(record) {
  inHand.add(record.id);
  const say = (error) => outbox.set((old) => ({ ...old, error }));
  try {
    const reply = await batchSend(record.person, record.project, [record], { takeNext: true, retries: Infinity, onWait: say });
    memory.delete(record.key);
    kept.drop('out.' + record.key);
    deviceDrop('tasks', record.key).catch(() => {}); // it is still there when the device was full
    say(null);
    count();
    return { answer: reply.answers[0], next: reply.next };
  } finally {
    inHand.delete(record.id);
  }
}

let running = null;
let timer = 0;
let step = 0;
const listeners = new Set(); // fn(answers, project): verdicts that came while the page was open
export function onVerdict(fn) {
  listeners.add(fn);
  return () => listeners.delete(fn);
}

// What is seldom there comes with its own chunk.
const rare = () => import('./more.jsx');
async function sendAll() {
  if (kept.names('out.').length) await (await rare()).strayMove();
  await waitingSend(person, inHand, (answers, project) => listeners.forEach((fn) => fn(answers, project)));
  if (await metaGet('gives')) await (await rare()).givesSend(person);
}

// One tab at a time where the browser can say so; twice is harmless.
const alone = (fn) => (navigator.locks ? navigator.locks.request('faena-send', { ifAvailable: true }, (lock) => (lock ? fn() : null)) : fn());

export function outboxSend() {
  if (!person) return Promise.resolve();
  clearTimeout(timer);
  running =
    running ||
    alone(sendAll)
      .then(
        () => {
          step = 0;
          outbox.set((old) => ({ ...old, error: null }));
        },
        (error) => {
          step = Math.min(STEP_MSEC_MAX, (step || 1000) * 2);
          outbox.set((old) => ({ ...old, error }));
        }
      )
      .then(() => {
        running = null;
        count();
        // Timers count by themselves: a clock that jumps does not matter.
        timer = setTimeout(outboxSend, step ? step * (0.7 + 0.6 * Math.random()) : EVERY_MSEC);
      });
  return running;
}

// After an answer was kept and the page went on without waiting for its reply.
export function outboxSoon() {
  count();
  if (running) running.then(() => outboxSend());
  else outboxSend();
  // Chromium may go on after the page is closed; others have the next visit.
  if ('serviceWorker' in navigator && navigator.serviceWorker.controller)
    navigator.serviceWorker.ready.then((registration) => registration.sync && registration.sync.register('answers')).catch(() => {});
}

let listening = false;
export function outboxStart(id) {
  person = id;
  count();
  if (!id) return Promise.resolve();
  if (!listening) {
    listening = true;
    addEventListener('online', () => outboxSend());
    document.addEventListener('visibilitychange', () => document.hidden || outboxSend());
  }
  return outboxSend();
}

/* ---- drafts: {result, msec, turn} of a task that is not sent yet. IndexedDB has them a moment after each change; localStorage at
 * once when the page is hidden, as there is no time to wait then. ---- */
const DRAFTS_MAX = 200;
export function draftKeep(key, draft, hiding) {
  if (hiding) kept.set('draft.' + key, draft);
  devicePut('drafts', { key, ...draft }).catch(() => kept.set('draft.' + key, draft));
}
export async function draftOf(key) {
  const here = kept.get('draft.' + key);
  const there = await deviceGet('drafts', key).catch(() => null);
  return here && (!there || here.turn >= there.turn) ? here : there || null;
}
export function draftDrop(key) {
  kept.drop('draft.' + key);
  deviceDrop('drafts', key).catch(() => {});
}
// The oldest go when there are very many.
export async function draftsClean() {
  const all = await deviceAll('drafts').catch(() => []);
  all.sort((a, b) => (a.at || 0) - (b.at || 0));
  all.slice(0, Math.max(0, all.length - DRAFTS_MAX)).forEach((one) => draftDrop(one.key));
}

