// Tasks on the device: taken from the server and not answered yet; one at a time or a pack of them (pack.jsx).
import { kept } from '../shared/store.js';
import { deviceAll, deviceChange, deviceChanged, deviceDrop, taskKey } from './device.js';

// leases as the server gives them; they are shown in this order.
export async function tasksKeep(person, project, leases, packed) {
  const at = Date.now() * 1000;
  const rows = leases.map((lease, i) => ({ key: taskKey(person, project, lease.task), person, project, task: lease.task, order: at + i, packed, lease }));
  await deviceChange(['answers', 'tasks'], (open) => {
    rows.forEach((row) => {
      // What is answered here already is not asked again, though the server may not know it yet.
      const answered = open('answers').get(row.key);
      answered.onsuccess = () => {
        const answer = answered.result;
        // Sent back: the server has that answer and wants another.
        if (row.lease.again && answer && answer.state === 'stored') open('answers').delete(row.key);
        else if (answer) return;
        const old = open('tasks').get(row.key);
        old.onsuccess = () => open('tasks').put({ ...row, order: old.result ? old.result.order : row.order });
      };
    });
    return null;
  });
  deviceChanged();
}

export const taskDrop = (key) => deviceDrop('tasks', key).then(deviceChanged, () => {});

// Once more when it fails: a browser that was killed may be mending what it kept. Who is told that there is no work goes.
const tasksAll = () => deviceAll('tasks').catch(() => new Promise((again) => setTimeout(again, 500)).then(() => deviceAll('tasks')));

export const tasksOf = (person, project) =>
  tasksAll().then(
    (all) => all.filter((one) => one.person === person && (!project || one.project === project)).sort((a, b) => a.order - b.order),
    () => []
  );

// Two tabs work on two tasks: a tab holds a lock while it shows one. Without locks both may show the same, and the second answer
// is told so (answerKeep).
let release = () => {};
export async function taskClaim(key) {
  release();
  release = () => {};
  if (!navigator.locks || !key) return true;
  return new Promise((resolve) => {
    navigator.locks
      .request('task.' + key, { ifAvailable: true }, (lock) => {
        resolve(!!lock);
        return lock ? new Promise((end) => (release = end)) : undefined;
      })
      .catch(() => resolve(true));
  });
}

// The next one to show, claimed; null when there is none. A task taken alone whose time is over is left to the server.
export async function taskNext(person, project, now) {
  for (const row of await tasksOf(person, project)) {
    if (kept.get('out.' + row.key)) continue; // answered, but IndexedDB was full (outbox.js)
    if (!row.packed && Date.parse(row.lease.deadline) <= now) {
      await taskDrop(row.key);
      continue;
    }
    if (await taskClaim(row.key)) return { ...row.lease, packed: row.packed };
  }
  return null;
}
