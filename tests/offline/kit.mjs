// What tests of work without a link share: a server that can be killed, a link that can be cut, a browser whose plug can be pulled.
//
//   const place = await placeMake();        database and server behind a link: {url, api(login), serverStart(), serverKill(), sql(text),
//                                           audit(), link, stop()}; the address stays the same whatever is killed
//   place.link.cut() / .mend()              a proxy of our own: open connections break, new ones are refused; what was on its way is
//                                           lost in either direction. `navigator.onLine` knows nothing of it, as in a real dead zone
//   const device = await deviceMake(place)  a browser with a profile on the disk: {page, start(), kill(), stop()}
//
//   FAENA_BIN  the program       CHROMIUM  the browser, /usr/bin/chromium unless told
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const PASSWORD = 'una frase corta';
export const PRICE = 50000; // micro-units
export const GENRES = ['Drama', 'Comedy', 'Horror'];
export const CONFIG = `<View><Text name="text" value="$text"/><Choices name="genre" toName="text" choice="single" required="true">${GENRES.map((one) => `<Choice value="${one}"/>`).join('')}</Choices></View>`;
// What the person answers to "film N": tests know it without asking.
export const genreOf = (n) => GENRES[n % GENRES.length];

export const pause = (msec) => new Promise((resolve) => setTimeout(resolve, msec));
export async function until(what, find, msec = 60000) {
  for (const end = Date.now() + msec; ; await pause(50)) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(what + ' did not happen');
  }
}

// Numbers that one seed repeats (mulberry32).
export function randomOf(seed) {
  let a = seed * 2654435761;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let x = Math.imul(a ^ (a >>> 15), 1 | a);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  return { share: next, below: (n) => Math.floor(next() * n) };
}

/* ---- the link ---- */
async function linkMake() {
  const pairs = new Set();
  let open = true;
  const link = { target: 0, cuts: 0 };
  const proxy = createServer((near) => {
    if (!open) return near.resetAndDestroy();
    const far = connect(link.target, '127.0.0.1');
    const pair = { near, far };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
    near.pipe(far);
    far.pipe(near);
    return undefined;
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  link.port = proxy.address().port;
  link.isOpen = () => open;
  link.cut = () => {
    open = false;
    link.cuts++;
    pairs.forEach((pair) => (pair.near.resetAndDestroy(), pair.far.destroy()));
    pairs.clear();
  };
  link.mend = () => (open = true);
  link.close = () => (link.cut(), new Promise((resolve) => proxy.close(resolve)));
  return link;
}

/* ---- the server ---- */
// options.address: where the server listens, 127.0.0.1 unless told; options.flags: more of its options; options.scheme: https when
// they give it a certificate (the caller makes Node trust it).
export async function placeMake(options = {}) {
  const bin = process.env.FAENA_BIN;
  if (!bin) throw new Error('Set FAENA_BIN to the program.');
  const folder = mkdtempSync(join(tmpdir(), 'faena-offline-'));
  const file = join(folder, 'faena.db');
  const database = 'sqlite:' + file;
  const faena = (...words) => execFileSync(bin, [...words, '--database', database], { encoding: 'utf8' });
  faena('init');
  const logins = Object.fromEntries(Array.from(faena('demo').matchAll(/^(requester|worker|operator)\s+(\S+)\s/gm), ([, role, password]) => [role, { handle: role, password }]));
  const link = await linkMake();
  const scheme = options.scheme || 'http';
  let child = null;
  let ended = null;
  const place = {
    folder, file, link, logins, faena,
    url: `${scheme}://127.0.0.1:${link.port}`,
    async serverStart() {
      child = spawn(bin, ['serve', '--database', database, '--port', '0', '--address', options.address || '127.0.0.1', '--no-rate-limits', '--log-level', 'error', ...(options.flags || [])], { stdio: ['ignore', 'pipe', 'ignore'] });
      ended = new Promise((resolve) => child.once('exit', resolve));
      link.target = await new Promise((resolve, reject) => {
        let text = '';
        child.stdout.on('data', (part) => {
          const found = /:(\d+)\//.exec((text += part));
          if (found) resolve(Number(found[1]));
        });
        child.once('exit', (code) => reject(new Error('The server ended with ' + code)));
      });
    },
    // As a power cut would.
    async serverKill() {
      child.kill('SIGKILL');
      await ended;
    },
    // One person of the API, past the link: api('POST', '/projects', {...}) -> the reply's JSON.
    async api(login) {
      let cookie = '';
      const call = async (method, path, body) => {
        const reply = await fetch(`${scheme}://127.0.0.1:${link.target}/api/v1${path}`, {
          method,
          headers: { 'Content-Type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json', 'Idempotency-Key': randomBytes(9).toString('hex'), Cookie: cookie },
          body: body && (Buffer.isBuffer(body) ? body : JSON.stringify(body)),
        });
        const text = await reply.text();
        if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
        if (reply.headers.get('set-cookie')) cookie = reply.headers.get('set-cookie').split(';')[0];
        return text ? JSON.parse(text) : null;
      };
      await call('POST', login.fresh ? '/people' : '/session', { handle: login.handle, password: login.password || PASSWORD });
      return Object.assign(call, { cookie });
    },
    // A live project of so many tasks "film 1" ...; its id.
    async project(tasks, more = {}) {
      const requester = await place.api(logins.requester);
      const { id } = await requester('POST', '/projects', { title: 'Films', label_config: CONFIG, price_micros: PRICE, gold_permille: 0, approve_seconds: 0, task_seconds: 3600, pack_tasks: Math.min(200, tasks), ...more });
      for (let n = 1; n <= tasks; n += 100) await requester('POST', `/projects/${id}/tasks`, { tasks: Array.from({ length: Math.min(100, tasks - n + 1) }, (_, i) => ({ text: 'film ' + (n + i) })) });
      await requester('POST', `/projects/${id}/publish`);
      return id;
    },
    sql: (text) => JSON.parse(execFileSync('sqlite3', ['-json', '-readonly', file, text], { encoding: 'utf8' }) || '[]'),
    audit: () => faena('audit'),
    async stop() {
      if (child && child.exitCode === null && child.signalCode === null) await place.serverKill();
      await link.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  await place.serverStart();
  return place;
}

/* ---- the browser ---- */
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--force-prefers-reduced-motion', '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--lang=es'];

export async function deviceMake(place) {
  const profile = mkdtempSync(join(tmpdir(), 'faena-device-'));
  let child = null;
  let ended = null;
  let browser = null;
  const device = {
    page: null,
    problems: [],
    async start(path = '/', flags = []) {
      child = spawn(process.env.CHROMIUM || '/usr/bin/chromium', [...FLAGS, ...flags, '--remote-debugging-port=0', '--user-data-dir=' + profile, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
      ended = new Promise((resolve) => child.once('exit', resolve));
      const address = await new Promise((resolve, reject) => {
        let text = '';
        child.stderr.on('data', (part) => {
          const found = /DevTools listening on (ws:\S+)/.exec((text += part));
          if (found) resolve(found[1]);
        });
        child.once('exit', (code) => reject(new Error(`The browser ended with ${code}:\n` + text.slice(-500))));
      });
      browser = await chromium.connectOverCDP(address);
      device.context = browser.contexts()[0];
      device.page = device.context.pages()[0] || (await device.context.newPage());
      await device.watch(device.page);
      await device.page.goto(place.url + path).catch((error) => device.problems.push(String(error)));
      return device.page;
    },
    async watch(page) {
      page.setDefaultTimeout(45000);
      page.on('pageerror', (error) => device.problems.push(String(error)));
    },
    async tab(path) {
      const page = await device.context.newPage();
      await device.watch(page);
      await page.goto(place.url + path);
      return page;
    },
    // All of its processes at once, as when the plug is pulled.
    async kill() {
      if (!child) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch (e) {
        /* it has ended by itself */
      }
      await ended;
      child = null;
      await browser.close().catch(() => {});
      // The lock names a process that is gone.
      for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) rmSync(join(profile, name), { force: true });
    },
    async stop() {
      await device.kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
    profile,
  };
  return device;
}

/* ---- what a person does ---- */
export async function logIn(page, handle, fresh) {
  await page.goto(new URL('/#/' + (fresh ? 'signup' : 'login'), page.url()).href);
  await page.fill('input[autocomplete=username]', handle);
  await page.fill('input[type=password]', PASSWORD);
  await page.click('button[type=submit]');
  // Back to what was open before, or to the list.
  await page.waitForFunction(() => !document.querySelector('input[type=password]') && !/^#\/(login|signup)/.test(location.hash) && document.querySelector('main h1, main h2, .task, .offers, .empty'));
}

// From the next start on the service worker opens the app.
export const workerReady = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => new Promise((resolve) => (navigator.serviceWorker.controller ? resolve() : navigator.serviceWorker.addEventListener('controllerchange', () => resolve())))));

export async function packTake(page, project, count) {
  await page.goto(new URL(`/#/projects/${project}`, page.url()).href);
  // The button that opens the card goes by itself when the device turns out to have a pack.
  await until('the card of the pack', async () => {
    const open = await page.$('.pack-open');
    if (open) await open.click({ timeout: 1000 }).catch(() => {});
    return page.$('.pack-take');
  });
  await page.selectOption('.pack-form select >> nth=0', String(count));
  await page.click('.pack-take');
  // Busy, then done: with a word on what went wrong or with the tasks.
  await page.waitForFunction(() => !document.querySelector('.pack-take[aria-disabled]'), undefined, { timeout: 60000 });
  return !(await page.$('.pack .alert'));
}

// The device's own stores, as the page has them: 'answers', 'tasks', 'drafts', 'meta'.
export const stored = (page, name) =>
  page.evaluate(
    (store) =>
      new Promise((resolve, reject) => {
        const ask = indexedDB.open('faena');
        ask.onerror = () => reject(ask.error);
        ask.onsuccess = () => {
          const all = ask.result.transaction([store]).objectStore(store).getAll();
          all.onsuccess = () => (ask.result.close(), resolve(all.result));
          all.onerror = () => reject(all.error);
        };
      }),
    name
  );

// Answers the task on the page and waits until the page has moved on: {task, moved}. {over} when there is none.
export const answerOne = (page, msec = 20000) =>
  page.evaluate(
    async ({ genres, msec }) => {
      const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
      const shown = () => {
        const box = document.querySelector('.task .label-text');
        return box ? Number(/\d+/.exec(box.textContent)[0]) : 0;
      };
      const free = () => !document.querySelector('.task[aria-busy]') && document.querySelector('.submit');
      const end = performance.now() + msec;
      const login = () => document.querySelector('input[type=password]');
      const empty = () => document.querySelector('.work .empty');
      for (;;) {
        while (!(shown() && free())) {
          if (login()) return { over: 'login' };
          if (empty()) return { over: empty().textContent };
          if (performance.now() > end) return { over: 'nothing to see: ' + document.body.innerText.slice(0, 300) };
          await wait(5);
        }
        const task = shown();
        const choice = Array.from(document.querySelectorAll('.task .choice')).find((one) => one.textContent.includes(genres[task % genres.length]));
        const input = choice.querySelector('input');
        if (!input.checked) choice.click();
        await wait(0);
        while (!choice.classList.contains('on') && choice.isConnected && performance.now() < end) await wait(2);
        if (shown() !== task || !free()) continue; // the login has come in its place, say
        document.querySelector('.submit').click();
        // Gone is not moved: what shows that the answer was taken is the next task, or that there is none.
        while (shown() === task || !(shown() || empty())) {
          if (login()) return { task, moved: false, over: 'login' };
          if (performance.now() > end) return { task, moved: false };
          await wait(2);
        }
        return { task, moved: true };
      }
    },
    { genres: GENRES, msec }
  );

// Everything that waits goes out: the person presses "send now" until nothing waits.
export async function drain(page, url, handle, msec = 120000) {
  for (const end = Date.now() + msec; ; await pause(200)) {
    if (await page.$('input[type=password]')) await logIn(page, handle);
    const waiting = (await stored(page, 'answers')).filter((one) => one.state === 'waiting').length;
    if (!waiting) return;
    if (Date.now() > end) throw new Error(`${waiting} answers still wait`);
    if (!page.url().endsWith('#/waiting')) await page.goto(url + '/#/waiting');
    const button = await page.$('.card .button.primary');
    if (button) await button.click({ timeout: 1000 }).catch(() => {});
  }
}
