// Packs: tasks taken along with their pictures, to work without a link for hours or days.
import { useEffect, useState } from 'preact/hooks';
import { labelPreload, picturesMarked } from '../label/preload.js';
import { attr, filled } from '../label/tree.js';
import { api } from '../shared/api.js';
import { dateTime, duration, errorText, number, t } from '../shared/i18n.js';
import { pictureAddress } from '../shared/saving.js';
import { sessionNow } from '../shared/session.js';
import { kept } from '../shared/store.js';
import { Alert, Button, Card, Select, ask, toast } from '../shared/ui.jsx';
import { deviceChange, deviceChanged, devicePut, deviceWatch } from './device.js';
import { outboxSend } from './outbox.js';
import { tasksKeep, tasksOf } from './tasks.js';

const COUNTS = [5, 10, 20, 50, 100, 200];
const MEGABYTES = [0.2, 0.5, 1, 3, 10];
const DATA_BYTES_MAX = 8388608; // as the server takes it

const size = (bytes) => number(bytes / 1e6, { maximumFractionDigits: bytes < 1e6 ? 2 : 1 }) + ' MB';

// The files of this server that a task shows, each once: in its data, alone, in lists (valueList) or inside a text, or named by the
// config around a field (value="/files/$name"). Pictures and sounds are taken in copies. One that is marked is taken with more detail, and with
// its measures but no tiles: they would be missing without a link.
const named = (value) => {
  if (typeof value === 'string') return value.match(/\/files\/[0-9a-f]{40}(?![0-9a-f])/g) || [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(named) : [];
};
const shown = (node, data) => named(filled(attr(node, 'value'), data)).concat((node.children || []).flatMap((child) => shown(child, data)));
// Of sounds the small copy is taken, where the server can make one (else it gives the original).
const heard = (node, data) => (node.tag === 'Audio' ? named(filled(attr(node, 'value'), data)) : []).concat((node.children || []).flatMap((child) => heard(child, data)));
const filesOf = (project, data) => [...new Set(named(data).concat(shown(project.config, data)))];
const pictures = () => (typeof caches === 'undefined' ? Promise.resolve(null) : caches.open('faena-pictures'));

async function measuresTake(cache, file) {
  if (await cache.match(file + '/tiles')) return;
  const reply = await fetch(file + '/tiles', { credentials: 'same-origin' });
  if (reply.ok) await cache.put(file + '/tiles', new Response(JSON.stringify({ ...(await reply.json()), levels: 0 }), { headers: { 'Content-Type': 'application/json' } }));
}

// In the smallest form that this browser draws, which it would not say for a fetch of ours: tried with the first picture.
let smallest = true;
async function fileAsk(address) {
  const ask = (accept) => fetch(address, { headers: { Accept: accept }, credentials: 'same-origin' });
  const reply = await (smallest ? ask('image/avif,image/webp,*/*') : ask('*/*'));
  if (!smallest || !/avif|webp/.test(reply.headers.get('Content-Type') || '') || typeof createImageBitmap === 'undefined') return reply;
  return createImageBitmap(await reply.clone().blob()).then(
    (bits) => (bits.close(), reply),
    () => ((smallest = false), ask('*/*'))
  );
}

// Bytes of a file that is now on the device.
async function fileTake(file, marked, sound) {
  const cache = await pictures();
  const address = sound ? file + '?sound=small' : pictureAddress(file, marked);
  const have = cache && (await cache.match(address, { ignoreVary: true }));
  const reply = have || (await (sound ? fetch(address, { credentials: 'same-origin' }) : fileAsk(address)));
  if (!reply.ok) return 0; // it is not there for anybody: the task says so
  const blob = await reply.clone().blob(); // whole, or it is not kept
  if (cache && !have) await cache.put(address, reply);
  if (cache && marked && !sound) await measuresTake(cache, file);
  return blob.size;
}

async function filesDrop(files) {
  const cache = await pictures();
  if (cache) for (const file of files) await cache.delete(file, { ignoreSearch: true, ignoreVary: true }).then(() => cache.delete(file + '/tiles'));
}

// Takes up to `count` tasks with their pictures within the bytes; each is kept as soon as it is whole. A link that breaks in between
// loses nothing: the rest is given again the next time. {kept, bytes}
export async function packTake(project, count, bytesMax, onStep) {
  const person = sessionNow().person.id;
  await outboxSend();
  const { leases } = await api.post(`/work/projects/${project.id}/pack`, { count, bytes: Math.min(bytesMax, DATA_BYTES_MAX) });
  const held = new Set(leases.map((lease) => lease.task));
  const gone = (await tasksOf(person, project.id)).filter((row) => row.packed && !held.has(row.task));
  await deviceChange(['tasks'], (open) => gone.forEach((row) => open('tasks').delete(row.key)) || null);
  await devicePut('projects', { id: project.id, person, project });
  await labelPreload(project.config, leases.map((lease) => lease.data));
  let bytes = 0;
  let n = 0;
  for (const lease of leases) {
    bytes += JSON.stringify(lease.data).length;
    const marked = picturesMarked(project.config, lease.data);
    const sounds = heard(project.config, lease.data);
    for (const file of filesOf(project, lease.data)) bytes += await fileTake(file, marked, sounds.includes(file));
    if (bytes > bytesMax && n > 0) break;
    await tasksKeep(person, project.id, [lease], true);
    n++;
    onStep({ n, of: leases.length, bytes });
  }
  const over = leases.slice(n).map((lease) => lease.task);
  if (over.length) await api.post(`/work/projects/${project.id}/pack/return`, { tasks: over });
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
  deviceChanged();
  return { kept: n, bytes };
}

export async function packReturn(project) {
  const rows = (await tasksOf(sessionNow().person.id, project.id)).filter((row) => row.packed);
  if (rows.length) await api.post(`/work/projects/${project.id}/pack/return`, { tasks: rows.map((row) => row.task) });
  await deviceChange(['tasks'], (open) => rows.forEach((row) => open('tasks').delete(row.key)) || null);
  await filesDrop(rows.flatMap((row) => filesOf(project, row.lease.data)));
  deviceChanged();
}

export function Pack({ project }) {
  const person = sessionNow().person.id;
  const most = project.pack_tasks;
  const counts = COUNTS.filter((n) => n < most).concat(most);
  const [rows, setRows] = useState([]);
  const [count, setCount] = useState(String(counts.includes(kept.get('pack.count')) ? kept.get('pack.count') : counts[Math.min(2, counts.length - 1)]));
  const [budget, setBudget] = useState(String(kept.get('pack.mb') || 1));
  const [state, set] = useState({}); // {busy: take | return, step, error}
  useEffect(() => {
    const look = () => tasksOf(person, project.id).then((all) => setRows(all.filter((row) => row.packed)));
    look();
    return deviceWatch(look);
  }, [project.id]);
  if (!most && !rows.length) return null;

  const run = async (busy, work) => {
    set({ busy });
    try {
      await work();
      set({});
    } catch (error) {
      set({ error });
    }
  };
  const take = () =>
    run('take', async () => {
      kept.set('pack.count', Number(count));
      kept.set('pack.mb', Number(budget));
      const done = await packTake(project, Number(count), Number(budget) * 1e6, (step) => set({ busy: 'take', step }));
      toast(t('pack.taken', { n: done.kept, size: size(done.bytes) }));
    });
  const giveBack = async () => {
    if (await ask({ title: t('pack.return_title'), text: t('pack.return_text'), yes: t('pack.return') })) run('return', () => packReturn(project));
  };
  const until = rows.length && rows.map((row) => row.lease.deadline).sort()[0];
  return (
    <Card title={t('pack.title')} class="pack">
      <p class="muted">{t('pack.text', { time: duration(project.pack_seconds) })}</p>
      {state.error && <Alert kind="warning">{errorText(state.error)}</Alert>}
      {rows.length > 0 && (
        <p>
          <strong>{t('pack.here', { n: rows.length })}</strong> {t('pack.until', { date: dateTime(until) })}
        </p>
      )}
      {most > 0 && (
        <div class="row pack-form">
          <Select label={t('pack.count')} value={count} options={counts.map((n) => [String(n), number(n)])} onChange={(event) => setCount(event.target.value)} />
          <Select label={t('pack.budget')} value={budget} options={MEGABYTES.map((n) => [String(n), size(n * 1e6)])} onChange={(event) => setBudget(event.target.value)} />
        </div>
      )}
      <p role="status" class="nums small muted">
        {state.step ? t('pack.step', { n: state.step.n, of: state.step.of, size: size(state.step.bytes) }) : ''}
      </p>
      <div class="row">
        {most > 0 && (
          <Button icon="download" kind={rows.length ? 'secondary' : 'primary'} class="big pack-take" busy={state.busy === 'take'} onClick={take}>
            {t(rows.length ? 'pack.more' : 'pack.take')}
          </Button>
        )}
        {rows.length > 0 && (
          <Button kind="quiet" class="pack-return" busy={state.busy === 'return'} onClick={giveBack}>
            {t('pack.return')}
          </Button>
        )}
      </div>
    </Card>
  );
}
