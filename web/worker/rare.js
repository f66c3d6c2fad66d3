// Parts of outbox.js that are seldom needed; in the chunk of more.jsx.
import { api, newId } from '../shared/api.js';
import { kept } from '../shared/store.js';
import { deviceAll, deviceChange, metaGet, taskKey } from './device.js';

// Gives up what the server has already.
export async function roomMake() {
  const stored = (await deviceAll('answers')).filter((one) => one.state === 'stored');
  await deviceChange(['answers'], (open) => stored.forEach((one) => open('answers').delete(one.key)) || null);
  if (typeof caches !== 'undefined') await caches.delete('faena-pictures');
}

// What was kept in localStorage goes to where it belongs, also what earlier versions of this page left there.
export async function strayMove() {
  for (const name of kept.names('out.')) {
    const old = kept.get(name);
    if (!old || !old.project) continue;
    const body = typeof old.body === 'string' ? JSON.parse(old.body) : null;
    const row = body ? { id: old.key, at: old.at, person: old.person, project: old.project, task: old.task, result: body.result, seconds: body.work_seconds } : old;
    const key = taskKey(row.person, row.project, row.task);
    await deviceChange(['answers', 'tasks', 'drafts'], (open) => {
      open('tasks').delete(key);
      open('drafts').delete(key);
      return open('answers').put({ state: 'waiting', ...row, key });
    });
    kept.drop(name);
  }
}

/* ---- giving back: a skip or a report of a task of a pack, sent when there is a link ---- */
export const giveBackKeep = (order) =>
  deviceChange(['meta'], (open) => {
    const ask = open('meta').get('gives');
    ask.onsuccess = () => open('meta').put({ name: 'gives', value: (ask.result ? ask.result.value : []).concat({ ...order, id: newId() }) });
    return null;
  });

export async function givesSend(person) {
  for (const one of ((await metaGet('gives')) || []).filter((order) => order.person === person)) {
    await api.post(`/work/projects/${one.project}/tasks/${one.task}/${one.how}`, { ...one.body, take_next: false }, { key: one.id, retries: 0 }).catch((error) => {
      // A refusal is the end of it: the task is not held any more.
      if (error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500) throw error;
    });
    await deviceChange(['meta'], (open) => {
      const ask = open('meta').get('gives');
      ask.onsuccess = () => {
        const left = ask.result ? ask.result.value.filter((order) => order.id !== one.id) : [];
        if (left.length) open('meta').put({ name: 'gives', value: left });
        else open('meta').delete('gives');
      };
      return null;
    });
  }
}
