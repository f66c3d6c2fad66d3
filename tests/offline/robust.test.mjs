// What goes wrong on an old device with a bad link, one case each: nothing is lost, nothing is asked or paid twice. See kit.mjs.
//
//   FAENA_BIN=build/src/faena node --test tests/offline/robust.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { PRICE, answerOne, deviceMake, drain, genreOf, logIn, packTake, pause, placeMake, stored, until, workerReady } from './kit.mjs';

let place;
before(async () => {
  place = await placeMake();
});
after(async () => {
  if (place) await place.stop();
});

let count = 0;
// A device of a fresh worker, with a project of so many tasks; more.pack: that many taken along.
function onDevice(name, { tasks = 6, pack = 0, project: settings, ...options }, body) {
  test(name, { timeout: 240000, ...options }, async () => {
    const device = await deviceMake(place);
    try {
      place.link.mend();
      const project = await place.project(tasks, settings);
      const handle = 'rosa' + ++count;
      const page = await device.start();
      await logIn(page, handle, true);
      await workerReady(page);
      if (pack) assert.ok(await packTake(page, project, pack));
      const work = `/#/projects/${project}/work`;
      if (pack) await page.goto(place.url + work);
      await body({ device, page, project, handle, work });
      place.audit();
    } finally {
      place.link.mend();
      await device.stop();
    }
  });
}
const answers = (project) => place.sql(`SELECT a.task_id AS task, a.worker_id AS worker, a.result, d.data FROM annotation a JOIN task_data d ON d.project_id = a.project_id AND d.id = a.task_id WHERE a.project_id = ${project} ORDER BY a.task_id`);
function assertAnswers(project, n) {
  const rows = answers(project);
  assert.equal(rows.length, n);
  assert.equal(new Set(rows.map((row) => row.task)).size, n);
  for (const row of rows) assert.equal(JSON.parse(row.result)[0].value.choices[0], genreOf(Number(/\d+/.exec(JSON.parse(row.data).text)[0])));
}
const paid = async (handle) => (await (await place.api({ handle }))('GET', '/session')).available_micros;
async function answerMany(page, n) {
  const tasks = [];
  for (let i = 0; i < n; i++) {
    const done = await answerOne(page);
    if (!done.moved && i === n - 1 && done.task) return tasks.concat(done.task);
    assert.ok(done.moved, JSON.stringify(done));
    tasks.push(done.task);
  }
  return tasks;
}
// The last one on the device goes on only when the server has it.
async function lastOne(page) {
  const done = await answerOne(page, 90000);
  assert.ok(done.moved, JSON.stringify(done));
}
// Opens the work; logs in when the cookie was not on the disk when the plug was pulled.
async function workOpen(page, path, handle) {
  await page.goto(place.url + path);
  await page.waitForSelector('.task .label-text, .task textarea, input[type=password]');
  if (!(await page.$('input[type=password]'))) return;
  await logIn(page, handle);
  await page.goto(place.url + path.replace(/^[^#]*/, '/'));
  await page.waitForSelector('.task .label-text');
}
const waitingOf = async (page) => (await stored(page, 'answers')).filter((one) => one.state === 'waiting');

onDevice('the browser is started without a link: it opens the work, and says how many answers wait', { tasks: 8, pack: 8 }, async ({ device, project, handle, work }) => {
  place.link.cut();
  const first = await answerMany(device.page, 3);
  await device.kill();
  const page = await device.start(work);
  await page.waitForSelector('.task .label-text');
  await page.waitForFunction(() => /\b3\b/.test((document.querySelector('.unsent') || {}).textContent || ''));
  const then = await answerMany(page, 4);
  assert.equal(new Set([...first, ...then]).size, 7);
  await page.goto(place.url + '/#/waiting');
  await page.waitForSelector('.lines');
  assert.equal(await page.$$eval('.lines > li', (all) => all.length), 7);
  place.link.mend();
  await workOpen(page, '/?1' + work.slice(1), handle);
  await lastOne(page);
  await drain(page, place.url, handle);
  assertAnswers(project, 8);
  assert.equal(await paid(handle), 8 * PRICE);
});

onDevice('the plug is pulled in the middle of a save, twelve times', { tasks: 60, pack: 60 }, async ({ device, project, handle, work }) => {
  const gone = new Set();
  for (let n = 0; n < 12; n++) {
    let before = await answerOne(device.page);
    if (before.over === 'login') {
      // Its cookie was not on the disk yet.
      await logIn(device.page, handle);
      await device.page.goto(place.url + work);
      before = await answerOne(device.page);
    }
    const kept = before.moved ? '' : JSON.stringify((await stored(device.page, 'tasks')).length);
    assert.ok(before.moved && !gone.has(before.task), `start ${n}: ${JSON.stringify(before)} ${kept}`);
    gone.add(before.task);
    const last = answerOne(device.page, 2000).catch(() => null);
    await pause(n * 4);
    await device.kill();
    const done = await last;
    if (done && done.moved) gone.add(done.task);
    await device.start(work);
    if (n % 4 === 3) {
      const kept = await stored(device.page, 'answers');
      const tasks = new Set((await stored(device.page, 'tasks')).map((row) => row.task));
      assert.ok(kept.every((row) => !tasks.has(row.task)), 'a task is answered or waits to be, not both');
      assert.ok(kept.length >= gone.size);
    }
  }
  for (let done = { moved: true }; done.moved; ) {
    done = await answerOne(device.page, 8000);
    assert.ok(!done.task || !gone.has(done.task), `film ${done.task} is asked again`);
    if (done.task) gone.add(done.task);
    if (done.over === 'login') {
      await logIn(device.page, handle);
      await device.page.goto(place.url + work);
      done.moved = true;
    }
  }
  await drain(device.page, place.url, handle);
  assertAnswers(project, 60);
});

for (const locks of [true, false])
  onDevice(`two tabs work on one pack${locks ? '' : ', in a browser without locks'}`, { tasks: 10, pack: 10 }, async ({ device, page, project, handle, work }) => {
    if (!locks) await device.context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    await page.goto(place.url + '/?1' + work.slice(1));
    const second = await device.tab(work);
    if (locks) {
      const shown = (one) => one.waitForSelector('.task .label-text').then((box) => box.textContent());
      assert.notEqual(await shown(page), await shown(second));
    }
    place.link.cut();
    for (let n = 0; n < 20; n++) await Promise.all([answerOne(page, 1500), answerOne(second, 1500)]);
    assert.equal((await stored(page, 'answers')).length, 10);
    place.link.mend();
    await second.close();
    await drain(page, place.url, handle);
    assertAnswers(project, 10);
    assert.equal(await paid(handle), 10 * PRICE);
  });

for (const [name, days] of [['four days ahead', 4], ['a year behind', -365]])
  onDevice(`the clock is ${name}`, { tasks: 6, pack: 6 }, async ({ device, page, project, handle, work }) => {
    await device.context.addInitScript((shift) => {
      const Real = Date;
      const now = () => Real.now() + shift;
      globalThis.Date = class extends Real {
        constructor(...args) {
          super(...(args.length ? args : [now()]));
        }
        static now() {
          return now();
        }
      };
    }, days * 864e5);
    place.link.cut();
    await page.goto(place.url + '/?2' + work.slice(1));
    await answerMany(page, 3);
    place.link.mend();
    await page.goto(place.url + '/?3' + work.slice(1));
    await answerMany(page, 2);
    await lastOne(page);
    await drain(page, place.url, handle);
    assertAnswers(project, 6);
    await page.goto(place.url + '/?4#/');
    await page.waitForSelector('.offers, .empty');
    assert.equal((await stored(page, 'answers')).length, 6, 'none is dropped as too old');
  });

onDevice('storage is full: what can be kept is kept, the rest is said, and all of it arrives', { tasks: 6, pack: 6 }, async ({ device, page, project, handle, work }) => {
  await answerMany(page, 1);
  const cdp = await device.context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: place.url, quotaSize: 1 });
  place.link.cut();
  // IndexedDB refuses, localStorage has room.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    globalThis.roomBack = () => (IDBObjectStore.prototype.put = put);
    IDBObjectStore.prototype.put = function () {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await answerOne(page, 1500);
  await until('keeping in localStorage', () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('faena.out.')).length === 1));
  await page.reload();
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: place.url });
  // Nothing has room: the page says so and stays until the answer is with the server.
  await page.waitForSelector('.task .label-text');
  await page.evaluate(() => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
    Storage.prototype.setItem = full;
  });
  const fragile = await answerOne(page, 1500);
  assert.ok(!fragile.moved, 'it stays');
  await page.waitForFunction(() => /llena|full/.test((document.querySelector('.work .alert') || { textContent: '' }).textContent));
  place.link.mend();
  await page.waitForFunction((old) => (document.querySelector('.task .label-text') || { textContent: '' }).textContent !== old, 'film ' + fragile.task);
  await page.goto(place.url + '/?5' + work.slice(1));
  for (let n = 0; n < 6; n++) await answerOne(page, 1500);
  await drain(page, place.url, handle);
  assertAnswers(project, 6);
});

onDevice('the session has expired when the person comes back', { tasks: 5, pack: 5 }, async ({ device, page, project, handle, work }) => {
  place.link.cut();
  await answerMany(page, 3);
  await device.context.clearCookies();
  // Without a link nobody knows of it: the work goes on.
  await page.goto(place.url + '/?6' + work.slice(1));
  await page.waitForSelector('.task .label-text');
  await answerMany(page, 1);
  place.link.mend();
  await page.goto(place.url + '/?7' + work.slice(1));
  await page.waitForSelector('input[type=password]');
  assert.equal((await waitingOf(page)).length, 4);
  await logIn(page, handle);
  await page.goto(place.url + work);
  await lastOne(page);
  await drain(page, place.url, handle);
  assertAnswers(project, 5);
});

onDevice('somebody else logs in on the device: answers wait for who gave them', { tasks: 3, pack: 3 }, async ({ device, page, project, handle, work }) => {
  place.link.cut();
  await answerMany(page, 2);
  await device.context.clearCookies();
  place.link.mend();
  await page.goto(place.url + '/?8#/');
  await page.waitForSelector('input[type=password], .welcome');
  await logIn(page, handle + 'x', true);
  await pause(1500);
  assert.equal(answers(project).length, 0, 'not under the wrong name');
  await device.context.clearCookies();
  await page.goto(place.url + '/?9#/');
  await page.waitForSelector('input[type=password], .welcome');
  await logIn(page, handle);
  await page.goto(place.url + work);
  await lastOne(page);
  await drain(page, place.url, handle);
  assertAnswers(project, 3);
  assert.equal(await paid(handle), 3 * PRICE);
});

onDevice('four replies are lost: the same answer goes five times and counts once', { tasks: 3 }, async ({ page, project, handle, work }) => {
  let sent = 0;
  await page.route(/answers$/, async (route) => {
    if (++sent >= 5) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.goto(place.url + work);
  const done = await answerOne(page, 90000);
  assert.ok(done.moved && sent >= 5, `${sent} times`);
  assert.equal(answers(project).length, 1);
  assert.equal(await paid(handle), PRICE);
});

onDevice("the server is put back to yesterday's backup: it gets again what it has forgotten", { tasks: 8, pack: 8 }, async ({ device, page, project, handle, work }) => {
  await answerMany(page, 2);
  await drain(page, place.url, handle);
  const copy = `${place.folder}/yesterday-${project}.db`;
  place.faena('backup', '--to', copy);
  await page.goto(place.url + work);
  await answerMany(page, 4);
  await drain(page, place.url, handle);
  assert.equal(answers(project).length, 6);
  await place.serverKill();
  place.faena('restore', '--from', copy, '--force');
  await place.serverStart();
  assert.equal(answers(project).length, 2);
  await page.goto(place.url + '/?10' + work.slice(1));
  if (await page.waitForSelector('.task .label-text, input[type=password]').then(() => page.$('input[type=password]'))) await logIn(page, handle);
  await until('what was forgotten is there', () => answers(project).length >= 6);
  await page.goto(place.url + '/?11' + work.slice(1));
  await answerMany(page, 1);
  await lastOne(page);
  await drain(page, place.url, handle);
  assertAnswers(project, 8);
  assert.equal(await paid(handle), 8 * PRICE);
});

onDevice('an answer that can never be accepted needs attention; a late one is paid while its task is open', { tasks: 3, pack: 3 }, async ({ page, project, handle }) => {
  place.link.cut();
  await answerMany(page, 2);
  await answerOne(page, 1500);
  // The time is over; another has answered the first task.
  execFileSync('sqlite3', [place.file, `.timeout 5000`, `UPDATE lease SET deadline_usec = 1 WHERE project_id = ${project}`]);
  await until('the tick', () => place.sql(`SELECT count(*) AS n FROM lease WHERE project_id = ${project} AND state = 0`)[0].n === 0);
  const other = await place.api({ handle: handle + 'z', fresh: true });
  const lease = await other('POST', `/work/projects/${project}/take`, {});
  await other('POST', `/work/projects/${project}/answers`, { answers: [{ key: 'one', task: lease.task, result: [{ from_name: 'genre', to_name: 'text', type: 'choices', value: { choices: ['Drama'] } }] }] });
  place.link.mend();
  await page.goto(place.url + '/?12#/waiting');
  await page.waitForSelector('.refused li', { timeout: 180000 });
  assert.equal(await page.$$eval('.refused li', (all) => all.length), 1);
  assert.ok((await page.$eval('.refused .why', (line) => line.textContent)).length > 20, 'it says why');
  assert.ok(await page.$eval('.refused .gist', (line) => /Drama|Comedy|Horror/.test(line.textContent)), 'and shows the answer');
  assert.equal(await paid(handle), 2 * PRICE);
  assert.equal(answers(project).length, 3);
  await page.goto(place.url + '/?13#/');
  await page.waitForSelector('.unsent');
  assert.equal((await stored(page, 'answers')).filter((one) => one.state === 'refused').length, 1, 'it stays until the person lets go of it');
});

onDevice('the project is closed meanwhile: what was held in time is still taken and paid', { tasks: 4, pack: 4 }, async ({ page, project, handle }) => {
  place.link.cut();
  await answerMany(page, 3);
  const requester = await place.api(place.logins.requester);
  await requester('POST', `/projects/${project}/pause`);
  place.link.mend();
  await drain(page, place.url, handle);
  assertAnswers(project, 3);
  assert.equal(await paid(handle), 3 * PRICE);
});

const WRITE = '<View><Text name="text" value="$text"/><TextArea name="note" toName="text" rows="4" maxSubmissions="1" required="true"/></View>';
onDevice('a draft is kept every two seconds while somebody types without a pause, and when the page is left', { tasks: 2, project: { label_config: WRITE } }, async ({ device, page, work }) => {
  await page.goto(place.url + work);
  await page.waitForSelector('.task textarea');
  await page.focus('.task textarea');
  const began = Date.now();
  let text = '';
  while (Date.now() - began < 4500) {
    await page.keyboard.type('a');
    text += 'a';
    await pause(60);
  }
  await device.kill();
  const page2 = await device.start(work);
  if (await page2.waitForSelector('.task textarea, input[type=password]').then(() => page2.$('input[type=password]'))) return; // its cookie was not on the disk yet
  const kept = await page2.$eval('.task textarea', (field) => field.value);
  assert.ok(kept.length > 0 && text.startsWith(kept), `${kept.length} of ${text.length} letters`);
  // Left within a moment of the last letter.
  await page2.focus('.task textarea');
  await page2.keyboard.press('End');
  await page2.keyboard.type('z');
  await page2.goto('about:blank');
  await page2.goto(place.url + work);
  await page2.waitForSelector('.task textarea');
  assert.ok((await page2.$eval('.task textarea', (field) => field.value)).endsWith('z'));
});

onDevice('no page is open when the link comes back: Background Sync sends, where there is one', { tasks: 4, pack: 4 }, async ({ device, page, project, handle }) => {
  place.link.cut();
  await answerMany(page, 3);
  assert.equal((await waitingOf(page)).length, 3);
  const cdp = await device.context.newCDPSession(page);
  const versions = [];
  cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => versions.push(...registrations));
  await cdp.send('ServiceWorker.enable');
  const registration = await until('the registration', () => versions.find((one) => one.scopeURL.startsWith(place.url)));
  await page.goto('about:blank');
  place.link.mend();
  await cdp.send('ServiceWorker.dispatchSyncEvent', { origin: place.url, registrationId: registration.registrationId, tag: 'answers', lastChance: true });
  await until('all is sent', () => answers(project).length === 3);
  await page.goto(place.url + '/?14#/');
  await page.waitForSelector('.offers, .empty');
  assert.equal((await waitingOf(page)).length, 0, 'the service worker has written down what became of them');
  assert.equal(await paid(handle), 3 * PRICE);
});

onDevice('without Background Sync the next visit sends', { tasks: 4, pack: 4 }, async ({ device, page, project, work }) => {
  await device.context.addInitScript(() => {
    delete globalThis.SyncManager;
    if (globalThis.ServiceWorkerRegistration) delete ServiceWorkerRegistration.prototype.sync;
  });
  await page.goto(place.url + '/?15' + work.slice(1));
  place.link.cut();
  await answerMany(page, 3);
  await page.goto('about:blank');
  place.link.mend();
  await page.goto(place.url + '/?16#/');
  await until('all is sent', () => answers(project).length === 3);
});
