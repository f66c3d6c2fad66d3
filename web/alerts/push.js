// This browser as a channel. A subscription belongs to the key of one server; one of another key is given up first.
import { api } from '../shared/api.js';
import { kept } from '../shared/store.js';

export const pushPossible = () => isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
// The channel that is this browser, as far as it remembers.
export const pushOwn = () => kept.get('push');

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

// Throws Error('denied') when the person or the browser does not want notifications.
export async function pushBegin(key, name) {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
  const registration = await navigator.serviceWorker.ready;
  const old = await registration.pushManager.getSubscription();
  if (old && old.options.applicationServerKey && !same(new Uint8Array(old.options.applicationServerKey), bytes(key))) await old.unsubscribe();
  const { endpoint, keys } = (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) })).toJSON();
  const channel = await api.post('/me/alerts/channels', { kind: 'web_push', name, address: endpoint, p256dh: keys.p256dh, auth: keys.auth });
  kept.set('push', channel.id);
  return channel;
}

export async function pushEnd(id) {
  if (pushOwn() !== id) return;
  kept.drop('push');
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = registration && (await registration.pushManager.getSubscription());
  if (subscription) await subscription.unsubscribe();
}

// "Chrome, Android": what the person knows the browser by.
export function browserName() {
  const agent = navigator.userAgent;
  const [, browser] = /(Firefox|Edg|OPR|SamsungBrowser|Chrome|Safari)/.exec(agent) || [];
  const [, system] = /(Android|iPhone|iPad|Windows|Mac OS|Linux)/.exec(agent) || [];
  return [{ Edg: 'Edge', OPR: 'Opera', SamsungBrowser: 'Samsung' }[browser] || browser, system].filter(Boolean).join(', ');
}
