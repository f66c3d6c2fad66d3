// Of the service worker: shows what a push message says and opens what it is about. The message is the JSON of
// src/send/web_push.c: {title, text, link, topic, urgent}. A browser takes the subscription away from a site that shows nothing.
self.addEventListener('push', (event) => {
  let message = {};
  try {
    message = event.data.json();
  } catch (e) {
    /* shown without words rather than not at all */
  }
  event.waitUntil(
    self.registration.showNotification(message.title || 'Faena', {
      body: message.text || '',
      tag: message.topic || 'faena', // a newer one on the same project takes the place of the older
      renotify: true,
      silent: !message.urgent && undefined,
      data: { link: message.link || '/' },
    })
  );
});

// A page that is open goes there; else one is opened.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const link = new URL((event.notification.data || {}).link || '/', self.location.origin);
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((windows) => {
      const open = link.origin === self.location.origin && windows.find((one) => new URL(one.url).pathname === link.pathname);
      if (!open) return self.clients.openWindow(link.href);
      return open.focus().then((one) => (one.navigate ? one.navigate(link.href) : undefined));
    })
  );
});

// The browser has changed its endpoint by itself: the new one is told, the old one ends with its next message.
self.addEventListener('pushsubscriptionchange', (event) => {
  const old = event.oldSubscription;
  if (!old && !event.newSubscription) return;
  event.waitUntil(
    (event.newSubscription ? Promise.resolve(event.newSubscription) : self.registration.pushManager.subscribe(old.options)).then((fresh) => {
      const { endpoint, keys } = fresh.toJSON();
      return fetch('/api/v1/me/alerts/channels', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'push-' + keys.auth },
        body: JSON.stringify({ kind: 'web_push', address: endpoint, p256dh: keys.p256dh, auth: keys.auth }),
      });
    })
  );
});
