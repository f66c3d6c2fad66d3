// No more race: work comes while one of two workers sleeps and the other has a link of the second generation. Half of it is held for
// the sleeper until after their quiet hours; nobody wakes them; in the morning their Firefox gets the alert, its link opens the offer
// accepted, and both have had their share.
//
// What could be chance is none here: the project is published when the server sees one of the two as there and the other as away; the
// morning comes by the worker's own change of their quiet hours.
import assert from 'node:assert/strict';
import { createECDH, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { browserStart, freshHandle, pageOpen, serverStart } from './harness.mjs';
import { CONFIG, FIREFOX_PUSH, catcher, firefoxStart, person, pushService, until } from './push_lib.mjs';

const ece = createRequire(import.meta.url)('http_ece');
const FIREFOX = process.env.FIREFOX || '/usr/bin/firefox-esr';
const PASSWORD = 'una frase corta';
const TASKS = 6;
const LONG = 90000; // how long to wait for what surely comes; a slow machine under load needs much of it
// What browsers report as effective type "2g" at its best: 1.4 s for a round trip, 70 kbit/s.
const LINK_2G = { offline: false, latency: 1400, downloadThroughput: 70000 / 8, uploadThroughput: 50000 / 8 };

let server;
let browser;
before(async () => {
  server = await serverStart({ alerts: 'public_url = http://127.0.0.1\ncontact = mailto:ops@faena.example\nallow = 127.0.0.0/8 ::1\n' });
  browser = await browserStart();
});
after(async () => {
  if (browser) await browser.close();
  if (server) await server.stop();
});

// The clock that node and both browsers go by.
const offset = () => -new Date().getTimezoneOffset();
const localMinute = () => (((Math.floor(Date.now() / 60000) + offset()) % 1440) + 1440) % 1440;
const minute = (from) => (localMinute() + from + 1440) % 1440;
const NIGHT = () => ({ quiet_from: minute(-60), quiet_to: minute(180), utc_offset_minutes: offset() });

const wish = (worker, more) => worker('PUT', '/work/wishes', { wants_offers: true, weekly_minutes: 1200, quiet_from: 0, quiet_to: 0, time_zone: '', utc_offset_minutes: offset(), least_hour_micros: 0, chosen_only: false, device: 'any', tell_empty: false, ...more });

// A second device of the sleeper, to read what the alert says: Firefox without a screen shows nothing.
async function pocketDevice(worker) {
  const service = await catcher();
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  const secret = randomBytes(16);
  await worker('POST', '/me/alerts/channels', { kind: 'web_push', address: service.url + '/pocket', p256dh: keys.getPublicKey('base64url'), auth: secret.toString('base64url') });
  return { ...service, read: () => service.got.map((message) => JSON.parse(ece.decrypt(message.body, { version: 'aes128gcm', privateKey: keys, authSecret: secret }))) };
}

// Signs up and subscribes in Firefox, as a person does on the page of alerts.
async function firefoxSubscribe(firefox, handle) {
  const joined = `fetch('/api/v1/people', {method: 'POST', headers: {'Content-Type': 'application/json', 'Idempotency-Key': 'join'}, body: '${JSON.stringify({ handle, password: PASSWORD })}'}).then((reply) => reply.status)`;
  await firefox.go(server.url + '/');
  assert.equal(await firefox.run(joined), 201);
  await firefox.go(server.url + '/?#/alerts');
  const button = `Array.from(document.querySelectorAll('button')).find((one) => one.textContent.trim() === 'Este navegador')`;
  await until('the button', () => firefox.run(`!!${button}`), LONG);
  await firefox.run(`navigator.serviceWorker.ready.then(() => ${button}.click())`);
  await until('the channel', () => firefox.run(`fetch('/api/v1/me/alerts/channels').then((reply) => reply.json()).then((list) => list.items.length)`), LONG);
}

const shownTask = `(document.querySelector('.task .label-root .label-text') || {}).textContent || ''`;

// Answers what stands on the page in Firefox, until there is nothing more.
async function firefoxWork(firefox, count) {
  for (let done = 0; done < count; done++) {
    const text = await until('a task in Firefox', () => firefox.run(shownTask), LONG);
    await firefox.run(`document.querySelector('.task .choice').click()`);
    await until('the button', () => firefox.run(`!document.querySelector('.submit').disabled`), LONG);
    await firefox.run(`document.querySelector('.submit').click()`);
    await until('the next task', async () => (await firefox.run(shownTask)) !== text, LONG);
  }
}

test('one asleep, one on 2G: both get their share, and the alert in Firefox opens the accepted offer', { timeout: 600000, skip: !existsSync(FIREFOX) && 'no Firefox here' }, async () => {
  const service = await pushService();
  const firefox = await firefoxStart(FIREFOX, { ...FIREFOX_PUSH, 'dom.push.serverURL': service.socket });
  let pocket = null;
  let page = null;
  try {
    // The demo has work of its own, which would be offered too.
    const requester = await person(server, server.logins.requester);
    for (const project of (await requester('GET', '/projects?limit=200')).items) if (project.state === 'live') await requester('POST', `/projects/${project.id}/pause`);

    // One goes to bed: quiet hours now, the browser closed.
    const handle = freshHandle('dormida');
    await firefoxSubscribe(firefox, handle);
    const asleep = await person(server, { handle, password: PASSWORD });
    pocket = await pocketDevice(asleep);
    await wish(asleep, NIGHT());
    await firefox.go(server.url + '/?bed#/');
    // The page has told what it measured of its link; a request that came later would look like somebody who is there.
    await until('the list of work', () => firefox.run(`!!localStorage.getItem('faena.link_measured')`), LONG);
    await firefox.go('about:blank');

    // The other sits there on a link of 2G, with the list of work open. The link of a service worker cannot be slowed.
    page = await pageOpen(browser, server, { width: 360, serviceWorkers: 'block' });
    page.setDefaultTimeout(LONG);
    page.setDefaultNavigationTimeout(LONG);
    const slow = freshHandle('lenta');
    const awake = await person(server, { handle: slow, password: PASSWORD, sign_up: true });
    await wish(awake);
    const link = await page.context().newCDPSession(page);
    await link.send('Network.enable');
    await link.send('Network.emulateNetworkConditions', LINK_2G);
    await page.goto('/#/login');
    await page.fill('input[autocomplete=username]', slow);
    await page.fill('input[autocomplete=current-password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.locator('.held').waitFor();

    const { id } = await requester('POST', '/projects', { title: 'Sin carrera', label_config: CONFIG, price_micros: 50000, task_seconds: 1200 });
    await requester('POST', `/projects/${id}/tasks`, { tasks: Array.from({ length: TASKS }, (_, i) => ({ text: 'reseña ' + i })) });
    await requester('PATCH', `/projects/${id}/dispatch`, { away_permille: 500 });
    await until('one there and one away', async () => {
      const dispatch = await requester('GET', `/projects/${id}/dispatch`);
      return dispatch.candidates === 2 && dispatch.connected === 1;
    }, LONG);
    await requester('POST', `/projects/${id}/publish`);

    // Half is held for the sleeper until after their quiet hours, half for the other for minutes.
    const offerOf = async (worker) => (await worker('GET', '/work/offers')).items.find((one) => one.project.id === id);
    const night = await until('the offer of the sleeper', () => offerOf(asleep), LONG);
    const day = await until('the offer of the other', () => offerOf(awake), LONG);
    assert.deepEqual([night.tasks, day.tasks], [TASKS / 2, TASKS / 2]);
    const held = (Date.parse(night.until_at) - Date.now()) / 60000;
    assert.ok(held > 150, `held for ${held} minutes`);
    // Nobody is woken: the alert is written down for the end of the quiet hours.
    const due = await until('the alert written down', async () => (await asleep('GET', '/me/alerts')).items.find((one) => one.project && one.project.id === id), LONG);
    assert.equal(due.state, 'waiting');
    assert.ok(Date.parse(due.due_at) - Date.now() > 150 * 60000, due.due_at);

    // The one on 2G accepts on the page, works their share there, and gets nothing of what is held for the other.
    await page.getByRole('button', { name: 'Aceptar 3 tareas y empezar: Sin carrera' }).click();
    const shown = '.task .label-root .label-text';
    for (let done = 0; done < TASKS / 2; done++) {
      const text = await page.locator(shown).textContent();
      await page.locator('.task .choice').first().click();
      await page.click('.submit');
      await page.waitForFunction(([where, old]) => (document.querySelector(where) || {}).textContent !== old, [shown, text]);
    }
    await page.locator('.work .empty').waitFor();
    await assert.rejects(awake('POST', `/work/projects/${id}/take`), /no_work/);
    assert.deepEqual([pocket.got.length, service.got.length], [0, 0]);

    // Morning. The alert reaches Firefox, and says what is needed to decide.
    await asleep('PATCH', '/me/alerts/settings', { quiet_from: minute(-300), quiet_to: minute(-60), utc_offset_minutes: offset() });
    await until('the push', () => service.got.length, LONG);
    const [ack] = await until('the acknowledgement of Firefox', () => service.acks(), LONG);
    assert.equal(ack.code, 100); // decrypted, and taken by the service worker
    const [said] = await until('the copy of it', () => pocket.got.length && pocket.read(), LONG);
    assert.equal(said.title, '3 tareas: Sin carrera');
    assert.match(said.text, /0\.60 USD por hora.*0\.05 USD por tarea, reservado para ti hasta/);
    assert.equal(said.link, `http://127.0.0.1/#/offers/${night.id}`);

    // Its link accepts the offer and opens its first task. The port is the test's own.
    await firefox.go(server.url + '/' + new URL(said.link).hash);
    await until('the first task', () => firefox.run(shownTask), LONG);
    assert.equal(await firefox.run('location.hash'), `#/projects/${id}/work`);
    const accepted = await offerOf(asleep);
    assert.deepEqual([accepted.id, accepted.state], [night.id, 'accepted']);
    await firefoxWork(firefox, TASKS / 2);

    // Both have their share.
    const answers = await until('all answers', async () => {
      const { items } = await requester('GET', `/projects/${id}/annotations?limit=200`);
      return items.length === TASKS && items;
    }, LONG);
    const count = (name) => answers.filter((one) => one.worker.handle === name).length;
    assert.deepEqual([count(handle), count(slow)], [TASKS / 2, TASKS / 2]);
    assert.deepEqual(page.problems, []);
  } finally {
    if (page) await page.context().close();
    if (pocket) pocket.close();
    await firefox.stop();
    service.close();
  }
});
