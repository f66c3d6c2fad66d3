// What the worker's page keeps on the device, in IndexedDB; also used by the service worker.
//
//   answers   {key: "person.project.task", id, person, project, task, title, result, seconds, ticket, at, state, ...}: sending.js
//   tasks     {key, person, project, task, order, packed, lease}: taken and not answered yet
//   drafts    {key, result, msec, turn}
//   projects  {id, person, project}: as GET /work/projects/ID answered last, for a start without a link
//   meta      {name, value}
//
// A change is one transaction with strict durability: when its promise is fulfilled the bytes are on the disk, so that a battery
// that is pulled out takes nothing along. What IndexedDB refuses (full, blocked, broken) is thrown; the caller says so.
const STORES = { answers: 'key', tasks: 'key', drafts: 'key', projects: 'id', meta: 'name' };
let opened = null;

function open() {
  opened =
    opened ||
    new Promise((resolve, reject) => {
      const ask = indexedDB.open('faena', 1);
      ask.onupgradeneeded = () => Object.keys(STORES).forEach((name) => ask.result.createObjectStore(name, { keyPath: STORES[name] }));
      ask.onsuccess = () => {
        const gone = () => (opened = null);
        ask.result.onclose = gone;
        ask.result.onversionchange = () => gone(ask.result.close());
        resolve(ask.result);
      };
      ask.onerror = () => reject(ask.error);
    }).catch((error) => {
      opened = null;
      throw error;
    });
  return opened;
}

// body(store, result) gets the object store by its name and may return a request, whose result the promise gives.
async function run(names, mode, options, body) {
  const base = await open();
  return new Promise((resolve, reject) => {
    const work = base.transaction(names, mode, options);
    const asked = body((name) => work.objectStore(name));
    work.oncomplete = () => resolve(asked && asked.result);
    work.onerror = work.onabort = () => reject(work.error || new Error('The device did not keep it.'));
  });
}

export const deviceGet = (name, key) => run([name], 'readonly', undefined, (store) => store(name).get(key));
export const deviceAll = (name) => run([name], 'readonly', undefined, (store) => store(name).getAll());
export const deviceChange = (names, body) => run(names, 'readwrite', { durability: 'strict' }, body);
// For what may be lost in a power cut: drafts, copies of what the server has.
export const devicePut = (name, value) => run([name], 'readwrite', { durability: 'relaxed' }, (store) => store(name).put(value));
export const deviceDrop = (name, key) => run([name], 'readwrite', undefined, (store) => store(name).delete(key));

export const metaGet = (name) => deviceGet('meta', name).then((row) => (row ? row.value : null));
export const metaPut = (name, value) => devicePut('meta', { name, value });
export const taskKey = (person, project, task) => [person, project, task].join('.');

// Tabs and the service worker tell each other that something changed.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('faena');
const watchers = new Set();
if (channel) channel.onmessage = () => watchers.forEach((watcher) => watcher());
export function deviceChanged() {
  watchers.forEach((watcher) => watcher());
  if (channel) channel.postMessage(1);
}
export function deviceWatch(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
