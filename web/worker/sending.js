// Answers on their way to the server: from before the first try until the server has said what became of them, and for some days
// after, should the server be put back to an earlier day. No page and no service worker of its own: both use this.
//
//   waiting --accepted--> stored --KEEP_DAYS--> dropped
//      |  \--refused for good--> refused: shown as "needs attention" until the person lets go of it
//      \<--the server has forgotten-- stored
//
// Each answer has an id of its own that goes with every try, so that the server takes it once however often it is sent.
import { ApiError, api, newId, serverNow } from '../shared/api.js';
import { batches, itemOf, verdictsKeep } from './batch.js';
import { deviceAll, deviceChange, metaGet, metaPut } from './device.js';

const KEEP_MSEC = 7 * 864e5;

/* ---- what the server remembers ---- */

// Kept: {seq, mark} of the newest event that the server has told us of. When it tells another time for that event, it was put back
// to an earlier day and may have lost what it had acknowledged: all of it is sent again.
export async function markSeen() {
  const mark = await metaGet('mark').catch(() => null);
  return mark ? mark.seq : 0;
}

// asked: the seq that the request asked for. True when answers have to be sent again.
export async function markCheck(store, asked) {
  if (!store || !store.seq) return false;
  const old = await metaGet('mark');
  let again = false;
  if (old && old.seq === asked && store.seen !== old.mark) {
    const stored = (await deviceAll('answers')).filter((one) => one.state === 'stored');
    await deviceChange(['answers'], (open) => stored.forEach((one) => open('answers').put({ ...one, state: 'waiting', again: true })) || null);
    again = stored.length > 0;
  }
  if (!old || again || store.seq > old.seq || store.seen !== old.mark) await metaPut('mark', { seq: store.seq, mark: store.mark });
  return again;
}

/* ---- sending ---- */

// Sends one batch of one project: {answers, next} of the reply. options: takeNext, and those of api.post.
export async function batchSend(person, project, batch, options = {}) {
  const { takeNext, ...rest } = options;
  const seen = await markSeen();
  const body = { answers: batch.map(itemOf), person, seen, take_next: !!takeNext };
  const reply = await api.post(`/work/projects/${project}/answers`, body, rest);
  // A device that is too full to note it: the answer is sent once more some time, which changes nothing.
  await verdictsKeep(batch, reply.answers, serverNow()).catch(() => {});
  await markCheck(reply.store, seen).catch(() => {});
  return reply;
}

// Not a word about the answers themselves: they wait for better times.
const passing = (error) => !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500 || ['unauthenticated', 'forbidden', 'other_person', 'cross_site'].includes(error.code);

async function batchTry(person, batch, done) {
  try {
    const reply = await batchSend(person, batch.project, batch.items, { retries: 0, key: newId() });
    done(reply.answers, batch.project);
  } catch (error) {
    if (passing(error) && !(error.status === 500 && batch.items.length > 1)) throw error;
    // Refused as a whole: one by one, so that a broken one does not hold up the others.
    if (batch.items.length > 1) await batchesTry(person, batch.items.map((one) => ({ project: batch.project, items: [one] })), done);
    else await verdictsKeep(batch.items, [{ key: batch.items[0].id, status: error.status, code: error.code, detail: error.detail }], serverNow());
  }
}

// A server that fails at one answer fails at that one only: it waits, and the others go on.
async function batchesTry(person, list, done) {
  let failed = null;
  for (const batch of list)
    await batchTry(person, batch, done).catch((error) => {
      if (error.status !== 500) throw error;
      failed = error;
    });
  if (failed) throw failed;
}

// Everything of this person that waits, but for the ids in `but`, which somebody else is sending. Throws what kept it from going on.
export async function waitingSend(person, but, done = () => {}) {
  const all = (await deviceAll('answers')).filter((one) => one.state === 'waiting' && one.person === person && !(but && but.has(one.id)));
  all.sort((a, b) => a.project - b.project || a.at - b.at);
  await batchesTry(person, batches(all), done);
  return all.length;
}

// What the server has had for some days by its own clock: a device's may say anything, so it is called after a reply.
export async function storedClean() {
  const now = serverNow();
  const old = (await deviceAll('answers')).filter((one) => one.state === 'stored' && now - one.storedAt > KEEP_MSEC);
  if (old.length) await deviceChange(['answers'], (open) => old.forEach((one) => open('answers').delete(one.key)) || null);
}
