// A visit begins with what the device remembers, so that it needs no link and no wait; the server is asked meanwhile.
import { ApiError, api } from '../shared/api.js';
import { sessionEnd, sessionLoad, sessionNow, sessionUse } from '../shared/session.js';
import { metaGet, metaPut } from './device.js';
import { outboxSend } from './outbox.js';
import { markCheck, markSeen, storedClean } from './sending.js';

// The last session as the server told it. `ended`: it said later that the login is over; without a link the work can go on all the
// same, and is sent after the next login.
export async function visitBegin() {
  const last = await metaGet('session').catch(() => null);
  if (last && last.person && !last.ended && !sessionNow()) sessionUse(last);
  // Nobody is known here: whoever has the address of a project's work and a login gets it in one round trip, not in four.
  const work = !last && /^#\/projects\/(\d+)\/work\b/.exec(location.hash);
  if (work) {
    const path = '/work/projects/' + work[1];
    ahead[path] = api.get(path);
    ahead[path + '/take'] = api.post(path + '/take', {});
  }
  if (!sessionNow()) ahead.session = visitCheck();
  Object.keys(ahead).forEach((name) => ahead[name].catch(() => {}));
}

// What was asked for ahead, once; what failed is asked for again.
const ahead = {};
export function asked(name, ask) {
  const early = ahead[name];
  delete ahead[name];
  return early ? early.catch(ask) : ask();
}

// After a login: what it answered is all there is to know.
export async function visitTake(reply) {
  const old = await metaGet('mark').catch(() => null);
  await metaPut('session', reply.person ? reply : null).catch(() => {});
  // The login did not ask for the event that was seen last; the next start does.
  if (!old && reply.store) await metaPut('mark', { seq: reply.store.seq, mark: reply.store.mark }).catch(() => {});
}

export async function visitCheck() {
  const seen = await markSeen();
  try {
    const reply = await sessionLoad({}, { seen });
    const last = await metaGet('session').catch(() => null);
    metaPut('session', reply.person ? reply : last && { ...last, ended: true }).catch(() => {});
    if (await markCheck(reply.store, seen).catch(() => false)) outboxSend();
    storedClean().catch(() => {});
  } catch (error) {
    const last = await metaGet('session').catch(() => null);
    if (!(error instanceof ApiError) || error.status !== 0 || !last || !last.person) throw error;
    if (!sessionNow()) sessionUse(last);
  }
}

export async function visitEnd() {
  await sessionEnd();
  await metaPut('session', null).catch(() => {});
}

// A copy of something the server told, for the next start without a link.
export const copyGet = (name) => metaGet('copy.' + name).catch(() => null);
export const copyPut = (name, value) => metaPut('copy.' + name, value).catch(() => {});
