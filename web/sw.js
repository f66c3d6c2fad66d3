// The service worker: opens the app without a link, and at once with a slow one.
//
// One cache per build, filled whole before the build is used: shell, scripts, style and the languages that were in use. The shell is
// taken from it without asking; the browser looks for a new sw.js by itself, and the next start is the new build. Assets never change
// under their name, so what is kept is used; the cache of the build before stays, for a page that is still open. Pictures of packs
// have a cache of their own (worker/pack.jsx). The API is never kept: worker/device.js holds what the app needs of it.
//
// build.mjs fills in: SHELL (what the first view loads), LATER (what must be there when the link is gone), NAMED (what else has a name), VERSION.
import './push.js';
import { batches, itemOf, verdictsKeep } from './worker/batch.js';
import { deviceAll, metaGet } from './worker/device.js';

const CACHE = 'faena-' + VERSION;
const PICTURES = 'faena-pictures';
const full = (name) => (name ? '/assets/' + name : '/');
const nameOf = (path) => path.replace(/-[^-]*$/, '');
const builds = () => caches.keys().then((names) => names.filter((name) => /^faena(-|$)/.test(name) && name !== PICTURES));

async function keep(paths) {
  const cache = await caches.open(CACHE);
  await Promise.all(
    paths.map(async (path) => {
      if (await cache.match(path)) return;
      const have = path !== '/' && (await caches.match(path));
      if (have) await cache.put(path, have);
      else await cache.add(path === '/' ? new Request('/', { cache: 'reload' }) : path);
    })
  );
}

// What the build before had kept besides the shell (languages, tools of tasks), under its new name.
async function successors() {
  const old = new Set();
  for (const name of await builds()) (await (await caches.open(name)).keys()).forEach((request) => old.add(nameOf(new URL(request.url).pathname)));
  return NAMED.map(full).filter((path) => old.has(nameOf(path)));
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    successors()
      .then((more) => keep(SHELL.concat(LATER).map(full).concat(more)))
      .then(() => self.skipWaiting())
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    builds()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).slice(0, -1).map((name) => caches.delete(name))))
      .then(() => self.clients.claim())
  );
});

// The page tells what its first visit loaded before this worker was there; all of it is in the browser's own cache.
self.addEventListener('message', (event) => {
  if (!event.data || !Array.isArray(event.data.keep)) return;
  event.waitUntil(keep(event.data.keep.filter((path) => /^\/assets\/[\w.-]+$/.test(path))).catch(() => {}));
});

async function asset(request) {
  const have = await caches.match(request);
  if (have) return have;
  const reply = await fetch(request);
  if (reply.ok) await (await caches.open(CACHE)).put(request, reply.clone());
  return reply;
}

async function shell(request) {
  const have = await (await caches.open(CACHE)).match('/');
  return have || fetch(request).catch(async () => (await caches.match('/')) || Response.error());
}

// As wide as it was taken along, whatever the page asks for now; in the form that the pack has asked for.
async function picture(request) {
  const have = (options) => caches.open(PICTURES).then((cache) => cache.match(request, { ignoreVary: true, ...options }));
  return (await have()) || fetch(request).catch(async () => (await have({ ignoreSearch: true })) || Response.error());
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(event.request));
  else if (event.request.mode === 'navigate' && url.pathname === '/') event.respondWith(shell(event.request));
  else if (url.pathname.startsWith('/files/') && event.request.mode !== 'navigate') event.respondWith(picture(event.request));
});

// Chromium only: the link is back and no page may be open. When it fails the browser tries again, and so does the next visit, which
// also judges refusals of whole requests; here they only end the try.
async function answersSend() {
  const session = await metaGet('session');
  if (!session || !session.person) return;
  const person = session.person.id;
  for (const batch of batches((await deviceAll('answers')).filter((one) => one.state === 'waiting' && one.person === person).sort((a, b) => a.project - b.project))) {
    const reply = await fetch(`/api/v1/work/projects/${batch.project}/answers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ answers: batch.items.map(itemOf), person }),
    });
    if (!reply.ok) throw new Error(reply.status);
    await verdictsKeep(batch.items, (await reply.json()).answers, Date.parse(reply.headers.get('Date')));
  }
}

self.addEventListener('sync', (event) => event.tag === 'answers' && event.waitUntil(answersSend()));
