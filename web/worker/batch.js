// Answers in requests, and what became of them: what the page (sending.js) and the service worker share.
import { deviceChange, deviceChanged } from './device.js';

const AT_ONCE = 20; // answers in one request, and the bytes after which a request is full: on a bad link small ones get through
const BYTES_AT_ONCE = 24000;

export const itemOf = (one) => ({ key: one.id, task: one.task, result: one.result, work_seconds: one.seconds, ...(one.ticket ? { ticket: one.ticket } : {}) });

// What became of each answer, written before anybody hears of it. Changes only what still waits: another tab may have been faster.
export async function verdictsKeep(batch, answers, now) {
  const byId = {};
  answers.forEach((answer) => (byId[answer.key] = answer));
  await deviceChange(['answers'], (open) => {
    batch.forEach((one) => {
      const said = byId[one.id];
      if (!said) return;
      const ask = open('answers').get(one.key);
      ask.onsuccess = () => {
        const kept = ask.result;
        if (!kept || kept.id !== one.id || kept.state !== 'waiting') return;
        const good = said.status === 200;
        open('answers').put({ ...kept, state: good ? 'stored' : 'refused', code: said.code, detail: said.detail, price: said.price_micros, storedAt: now });
      };
    });
    return null;
  });
  deviceChanged();
}

// [{project, items}] in the order given.
export function batches(all) {
  const list = [];
  all.forEach((one) => {
    const bytes = JSON.stringify(one.result).length + 120;
    const last = list[list.length - 1];
    if (last && last.project === one.project && last.items.length < AT_ONCE && last.bytes + bytes <= BYTES_AT_ONCE) {
      last.items.push(one);
      last.bytes += bytes;
    } else list.push({ project: one.project, items: [one], bytes });
  });
  return list;
}
