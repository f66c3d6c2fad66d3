// The service worker: keeps what is needed to open the app without a link. Assets never change under their name, so what is
// kept is used; the shell is asked for first and the kept one shown when there is no answer. The API is never kept: the app
// itself says that there is no connection and holds unsent answers (worker/outbox.js).
const CACHE = 'faena';

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  // What older builds left is dropped.
  const known = new Set(KNOWN_ASSETS);
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.keys().then((keys) => Promise.all(keys.filter((key) => new URL(key.url).pathname.startsWith('/assets/') && !known.has(new URL(key.url).pathname)).map((key) => cache.delete(key)))))
      .then(() => self.clients.claim())
  );
});

// The page tells what its first visit loaded before this worker was there; all of it is in the browser's own cache.
self.addEventListener('message', (event) => {
  if (!event.data || !Array.isArray(event.data.keep)) return;
  const paths = event.data.keep.filter((path) => KNOWN_ASSETS.includes(path)).concat('/');
  event.waitUntil(caches.open(CACHE).then((cache) => Promise.all(paths.map((path) => cache.match(path).then((have) => have || cache.add(path).catch(() => {}))))));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/assets/'))
    event.respondWith(
      caches.open(CACHE).then((cache) =>
        cache.match(event.request).then(
          (have) =>
            have ||
            fetch(event.request).then((reply) => {
              if (reply.ok) cache.put(event.request, reply.clone());
              return reply;
            })
        )
      )
    );
  else if (event.request.mode === 'navigate' && url.pathname === '/')
    event.respondWith(
      fetch(event.request).then(
        (reply) => {
          if (reply.ok) {
            const copy = reply.clone();
            event.waitUntil(caches.open(CACHE).then((cache) => cache.put('/', copy)));
          }
          return reply;
        },
        () => caches.match('/').then((have) => have || Response.error())
      )
    );
});
