// Who is logged in. `useSession()` gives the reply of GET /session, or null while it is not known yet.
import { api, onLoginLost } from './api.js';
import { currencySet, languageOffer } from './i18n.js';
import { makeStore } from './store.js';

const session = makeStore(null);
export const useSession = () => session.use();
export const sessionNow = () => session.get();

function take(reply) {
  currencySet(reply.currency);
  session.set(reply);
  return (reply.person ? languageOffer(reply.person.language).catch(() => {}) : Promise.resolve()).then(() => reply);
}

onLoginLost(() => {
  const old = session.get();
  if (old && old.person) session.set({ person: null, signup: old.signup, lost: true }); // lost: the page says why it asks again
});

export const sessionLoad = async (options, query) => take(await api.get('/session', query, options));
// A reply of an earlier visit, until the server answers.
export const sessionUse = (reply) => take(reply);
export const sessionBegin = async (handle, password) => take(await api.post('/session', { handle, password }));
export const sessionJoin = async (body) => take(await api.post('/people', body));
// A new balance or name, without asking the server.
export const sessionPatch = (changes) => session.set((old) => (old ? { ...old, ...changes } : old));
export async function sessionEnd() {
  await api.delete('/session');
  session.set({ person: null });
  await sessionLoad();
}
// Balance and name as the server has them now; a failure leaves the old ones.
export async function sessionRefresh() {
  try {
    await sessionLoad({ retries: 0 });
  } catch (e) {
    /* the next refresh will tell */
  }
}
