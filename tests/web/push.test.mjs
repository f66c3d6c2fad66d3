// Push messages against others' programs: http_ece decrypts them, node verifies the signature, web-push-testing takes them as a
// push service would, Chromium's service worker shows them, and a real Firefox gets one from a local push service.
import assert from 'node:assert/strict';
import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { axe, browserStart, freshHandle, pageOpen, serverStart, signUp } from './harness.mjs';
import { FIREFOX_PUSH, catcher, firefoxStart, pause, person, publish, pushService, until } from './push_lib.mjs';

const require = createRequire(import.meta.url);
const ece = require('http_ece');
const FIREFOX = process.env.FIREFOX || '/usr/bin/firefox-esr';
let server;

before(async () => {
  server = await serverStart({ alerts: 'public_url = http://127.0.0.1\ncontact = mailto:ops@faena.example\nallow = 127.0.0.0/8 ::1\n' });
});
after(() => server && server.stop());

const worker = () => person(server, { handle: freshHandle(), password: 'una frase corta', sign_up: true });

// Of the header Authorization: "vapid t=JWT, k=KEY".
function vapidCheck(header, audience) {
  const [, jwt, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header);
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }, format: 'jwk' });
  const [head, claims, signature] = jwt.split('.');
  assert.ok(verify('sha256', Buffer.from(head + '.' + claims), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')));
  const said = JSON.parse(Buffer.from(claims, 'base64url'));
  assert.equal(said.aud, audience);
  assert.ok(said.exp > Date.now() / 1000 && said.exp < Date.now() / 1000 + 86400);
  return key;
}

test('http_ece decrypts a message, and its signature is the key that browsers subscribe with', { timeout: 120000 }, async () => {
  const service = await catcher();
  const call = await worker();
  const own = createECDH('prime256v1');
  own.generateKeys();
  const auth = randomBytes(16);
  await call('POST', '/me/alerts/channels', { kind: 'web_push', address: service.url + '/x', p256dh: own.getPublicKey('base64url'), auth: auth.toString('base64url') });
  await call('POST', '/me/alerts/rules', {});
  const id = await publish(server, 'Reseñas ñandú 🙂');
  const [message] = await until('the message', () => service.got.length && service.got);
  const text = ece.decrypt(message.body, { version: 'aes128gcm', privateKey: own, authSecret: auth.toString('base64url') });
  const said = JSON.parse(text);
  assert.equal(said.title, '2 tareas: Reseñas ñandú 🙂');
  assert.match(said.text, /12\.00 USD por hora.*0\.05 USD por tarea/);
  assert.equal(said.link, `http://127.0.0.1/#/projects/${id}`);
  const { vapid_key: key } = await call('GET', '/me/alerts/settings');
  assert.equal(vapidCheck(message.headers.authorization, service.url), key);
  service.close();
});

test('web-push-testing takes what is for its subscription and refuses a wrong key', { timeout: 120000 }, async () => {
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
  const child = spawn(process.execPath, [require.resolve('web-push-testing/src/bin/server.js'), String(port)], { stdio: 'ignore' });
  const ask = (path, body) => fetch(`http://localhost:${port}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body || {}) });
  try {
    await until('its start', () => ask('/status').then((reply) => reply.ok, () => false));
    const call = await worker();
    const { vapid_key: key } = await call('GET', '/me/alerts/settings');
    const other = createECDH('prime256v1');
    const ids = [];
    for (const applicationServerKey of [key, other.generateKeys('base64url')]) {
      const { data } = await (await ask('/subscribe', { userVisibleOnly: 'true', applicationServerKey })).json();
      ids.push(data.clientHash);
      const { id } = await call('POST', '/me/alerts/channels', { kind: 'web_push', address: data.endpoint, p256dh: data.keys.p256dh, auth: data.keys.auth });
      await call('POST', `/me/alerts/channels/${id}/test`);
    }
    const log = await until('both', async () => {
      const { items } = await call('GET', '/me/alerts');
      return items.every((one) => one.state !== 'waiting') && items;
    });
    assert.deepEqual(log.map((one) => one.state).reverse(), ['sent', 'given_up']);
    const { data } = await (await ask('/get-notifications', { clientHash: ids[0] })).json();
    assert.equal(JSON.parse(data.messages[0]).title, 'Alerta de prueba');
  } finally {
    child.kill();
  }
});

test('the service worker shows a message; the page of alerts is usable by all', { timeout: 180000 }, async () => {
  const browser = await browserStart();
  const page = await pageOpen(browser, server, { width: 360 });
  try {
    await page.context().grantPermissions(['notifications']);
    await signUp(page);
    await page.goto('/#/alerts');
    await page.getByRole('button', { name: 'Agregar regla' }).click();
    await page.getByLabel('Paga por hora, al menos').fill('4,50');
    await page.getByLabel('Una vez al día, todo junto').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Cualquier trabajo, desde US$ 4,50 por hora, una vez al día.').waitFor();
    await page.getByRole('button', { name: 'Silenciar 8 horas' }).click();
    await page.getByText(/^En silencio hasta/).waitFor();
    await page.getByLabel('Horas de silencio').check();
    await page.getByLabel('Desde').fill('21:30');
    await page.locator('form').getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Guardado.').waitFor();
    assert.deepEqual(await axe(page), []);
    await page.reload();
    assert.equal(await page.getByLabel('Desde').inputValue(), '21:30');
    await page.evaluate(() => navigator.serviceWorker.ready);
    const debug = await page.context().newCDPSession(page);
    const registrations = [];
    debug.on('ServiceWorker.workerRegistrationUpdated', (event) => registrations.push(...event.registrations));
    await debug.send('ServiceWorker.enable');
    const ours = await until('the registration', () => registrations.findLast((one) => one.scopeURL === server.url + '/'));
    const data = JSON.stringify({ title: '3 tareas: Cine', text: 'x', link: server.url + '/#/projects/7', topic: 'p7', urgent: true });
    const list = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((one) => [one.title, one.tag, one.data.link]));
    // The debugger says nothing when the browser drops a message to a worker that is just being stopped; one topic shows once.
    const shown = await until('the notification', async () => {
      await debug.send('ServiceWorker.deliverPushMessage', { origin: server.url, registrationId: ours.registrationId, data });
      for (let wait = 0; wait < 20; wait++) {
        const have = await list();
        if (have.length) return have;
        await pause(100);
      }
      return null;
    });
    assert.deepEqual(shown, [['3 tareas: Cine', 'p7', server.url + '/#/projects/7']]);
    assert.deepEqual(page.problems, []);
  } finally {
    await browser.close();
  }
});

test('a real Firefox subscribes and gets the alert of a project', { timeout: 180000, skip: !existsSync(FIREFOX) && 'no Firefox here' }, async () => {
  const service = await pushService();
  const firefox = await firefoxStart(FIREFOX, { ...FIREFOX_PUSH, 'dom.push.serverURL': service.socket });
  try {
    await firefox.go(server.url + '/');
    const post = (path, body) => `fetch('/api/v1${path}', {method: 'POST', headers: {'Content-Type': 'application/json', 'Idempotency-Key': Math.random().toString(36)}, body: '${JSON.stringify(body)}'}).then((reply) => reply.status)`;
    assert.equal(await firefox.run(post('/people', { handle: freshHandle('fox'), password: 'una frase corta' })), 201);
    await firefox.go(server.url + '/?#/alerts');
    const button = `Array.from(document.querySelectorAll('button')).find((one) => one.textContent.trim() === 'Este navegador')`;
    await until('the button', () => firefox.run(`!!${button}`));
    await firefox.run(`navigator.serviceWorker.ready.then(() => ${button}.click())`);
    await until('the channel', () => firefox.run(`fetch('/api/v1/me/alerts/channels').then((reply) => reply.json()).then((list) => list.items.length)`));
    assert.equal(await firefox.run(post('/me/alerts/rules', { tasks: 2 })), 201);
    await publish(server, 'Zorro');
    await until('the push', () => service.got.length);
    // Without a screen Firefox shows nothing, but it says how it went: 100 = decrypted and taken by the service worker, 101 = not
    // decrypted, 102 = nobody there.
    const [ack] = await until('the acknowledgement', () => service.acks());
    assert.equal(ack.code, 100);
  } finally {
    await firefox.stop();
    service.close();
  }
});
