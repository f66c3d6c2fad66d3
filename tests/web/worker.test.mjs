// Does a worker get it done in a real browser: sign up, work by thumb and by keyboard, skip, report, lose the link in the
// middle of a submit, reload in the middle of a task, see the money, switch the language; with a screen reader's needs (axe)
// and on a thin link (bytes).
//
//   FAENA_BIN=build/faena node --test --test-reporter=tap tests/web/worker.test.mjs        (see harness.mjs)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PASSWORD, axe, browserStart, freshHandle, pageOpen, serverStart, signUp, wireMeter } from './harness.mjs';

const FIRST_LOAD_BYTES_MAX = 45 * 1024;
const NEXT_TASK_BYTES_MAX = 2 * 1024;
let server;
let browser;

before(async () => {
  server = await serverStart();
  browser = await browserStart();
});
after(async () => {
  if (browser) await browser.close();
  if (server) await server.stop();
});

// Runs a test in a page of its own; the page must have made no error of its own.
function onPage(name, options, body) {
  test(name, { timeout: 240000 }, async () => {
    const page = await pageOpen(browser, server, options);
    try {
      await body(page);
      assert.deepEqual(page.problems, []);
    } catch (error) {
      if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/${name.replace(/\W+/g, '-')}.png` }).catch(() => {});
      throw error;
    } finally {
      await page.context().close();
    }
  });
}

const task = '.task .label-root';
// What tells one task from the next: its data as shown.
const shown = (page) => page.$eval('.task .label-root', (box) => Array.from(box.querySelectorAll('.label-text, .label-header, .label-image img, .label-hypertext'), (one) => one.src || one.textContent).join('|'));

async function projectIds(page) {
  await page.goto('/#/');
  await page.waitForSelector('.offers');
  return page.$$eval('.offer h2 a', (links) => links.map((link) => Number(link.hash.split('/')[2])));
}
async function open(page, id) {
  await page.goto(`/#/projects/${id}`);
  await page.waitForSelector('.start .button');
  await page.click('.start .button');
  await page.waitForSelector(task);
}
// The first project whose task has this control.
async function openWith(page, selector) {
  for (const id of await projectIds(page)) {
    await open(page, id);
    if (await page.$(`${task} ${selector}`)) return id;
    await page.click('.work-head button');
    await page.waitForSelector('.offers');
  }
  throw new Error('no project of the demo has ' + selector);
}
async function fill(page) {
  for (const control of await page.$$(`${task} .label-control`)) {
    const choice = await control.$('.choice');
    const number = await control.$('.number input');
    if (choice) await choice.click();
    else if (number) await number.fill('12,5');
  }
  const whole = await page.$(`${task} .number input[inputmode=numeric]`);
  if (whole) await whole.fill('12');
}
const moved = (page, before) => page.waitForFunction((old) => { const box = document.querySelector('.task .label-root'); return !box ? document.querySelector('.work .empty') : Array.from(box.querySelectorAll('.label-text, .label-header, .label-image img, .label-hypertext'), (one) => one.src || one.textContent).join('|') !== old; }, before);
async function submit(page) {
  const old = await shown(page);
  await page.click('.submit');
  await moved(page, old);
}
const sums = (page) => page.$eval('.work-head .sub', (line) => line.textContent);

onPage('a newcomer signs up, is told what is wrong, logs out and in again', { width: 360 }, async (page) => {
  await page.goto('/');
  await page.click('text=Crear cuenta');
  await page.fill('input[autocomplete=username]', 'x y');
  await page.fill('input[autocomplete=new-password]', 'corta');
  await page.click('button[type=submit]');
  await page.waitForSelector('.field.wrong');
  assert.equal(await page.$$eval('.field .error', (all) => all.length), 2);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('autocomplete')), 'username');
  const handle = await signUp(page);
  await page.goto('/#/profile');
  await page.click('text=Salir');
  await page.waitForSelector('.welcome');
  await page.goto('/#/login');
  await page.fill('input[autocomplete=username]', handle);
  await page.fill('input[type=password]', 'no es esta');
  await page.click('button[type=submit]');
  await page.waitForSelector('.alert.bad');
  await page.fill('input[type=password]', PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForSelector('.offers');
  await page.goto('/#/signup');
  await page.waitForSelector('.offers');
});

onPage('a taken name is said at its field', { width: 360 }, async (page) => {
  const handle = await signUp(page);
  await page.context().clearCookies();
  await page.reload();
  await page.goto('/#/signup');
  await page.fill('input[autocomplete=username]', handle);
  await page.fill('input[autocomplete=new-password]', PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForSelector('.field.wrong .error');
});

onPage('every kind of demo task is done with the thumb, and the pay adds up', { width: 360 }, async (page) => {
  await signUp(page);
  const ids = await projectIds(page);
  assert.ok(ids.length >= 3, 'the demo has three projects');
  for (const id of ids.slice(0, 3)) {
    await open(page, id);
    const bar = await page.$eval('.work-bar', (element) => element.getBoundingClientRect().bottom);
    assert.ok(Math.abs(bar - 740) < 2, 'the button is at the bottom');
    assert.ok((await page.$eval('.submit', (element) => element.getBoundingClientRect().height)) >= 44);
    for (let n = 1; n <= 3; n++) {
      await fill(page);
      await submit(page);
      assert.ok((await sums(page)).startsWith(n + ' '), 'the sum of this sitting counts ' + n);
    }
    await page.click('.work-head button');
    await page.waitForSelector('.offers');
  }
  await page.goto('/#/history');
  await page.waitForSelector('.lines');
  assert.equal(await page.$$eval('.lines > li', (all) => all.length), 9);
  await page.goto('/#/balance');
  await page.waitForSelector('.lines');
  assert.equal(await page.$$eval('.lines > li', (all) => all.length), 9);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

onPage('a project shows price, pay per hour or that it is not measured, and instructions', { width: 1280 }, async (page) => {
  await signUp(page);
  const [id] = await projectIds(page);
  assert.equal(await page.$$eval('.offer', (all) => all.every((card) => card.querySelectorAll('.pay dd').length === 2)), true);
  await page.goto(`/#/projects/${id}`);
  await page.waitForSelector('.prose');
  assert.match(await page.$eval('.pay', (box) => box.textContent), /\d/);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
});

onPage('the keyboard is enough: from the login to three answers', { width: 1280 }, async (page) => {
  const handle = await signUp(page);
  await page.context().clearCookies();
  await page.goto('/#/');
  await page.reload();
  await page.waitForSelector('.welcome');
  await page.goto('/#/login');
  await page.focus('input[autocomplete=username]');
  await page.keyboard.type(handle);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.offers');
  await openWith(page, '.choice .choice-key');
  for (let n = 0; n < 2; n++) {
    const old = await shown(page);
    const key = await page.$eval('.choice-key', (one) => one.textContent);
    await page.keyboard.press(key);
    await page.waitForSelector('.choice.on');
    await page.keyboard.press('Enter');
    await moved(page, old);
  }
  // By Tab and space, without the short cuts.
  const old = await shown(page);
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement.closest('.choice'))); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.waitForSelector('.choice.on');
  for (let i = 0; i < 30 && !(await page.evaluate(() => document.activeElement.classList.contains('submit'))); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await moved(page, old);
  assert.match(await sums(page), /^3 /);
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open] kbd');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
});

onPage('a typed number: focus is there, wrong input is explained, comma is fine, Enter sends', { width: 1280 }, async (page) => {
  await signUp(page);
  await openWith(page, '.number input');
  assert.equal(await page.evaluate(() => document.activeElement.matches('.number input')), true);
  const old = await shown(page);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.label-control.wrong .error');
  await page.keyboard.type('doce');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.label-control.wrong .error');
  assert.equal(await shown(page), old);
  await page.fill('.number input', '-1 200,5');
  const [request] = await Promise.all([page.waitForRequest(/answers$/), page.keyboard.press('Enter')]);
  const body = request.postDataJSON();
  assert.deepEqual(body.answers[0].result[0].value, { number: -1200.5 });
  assert.deepEqual(Object.keys(body.answers[0].result[0]).sort(), ['from_name', 'id', 'to_name', 'type', 'value']);
  await moved(page, old);
  assert.equal(await page.evaluate(() => document.activeElement.matches('.number input') && document.activeElement.value === ''), true);
});

onPage('a required question left open is shown and gets the focus', { width: 360 }, async (page) => {
  await signUp(page);
  await openWith(page, '.choice');
  const old = await shown(page);
  await page.click('.submit');
  await page.waitForSelector('.label-control.wrong');
  assert.equal(await shown(page), old);
  await page.click('.choice');
  await page.waitForSelector('.label-control.wrong', { state: 'detached' });
});

onPage('skip brings another task, and the skipped one does not come back', { width: 360 }, async (page) => {
  await signUp(page);
  await open(page, (await projectIds(page))[0]);
  const seen = [await shown(page)];
  for (let n = 0; n < 3; n++) {
    await page.click('.work-bar .button:first-child');
    await moved(page, seen[seen.length - 1]);
    seen.push(await shown(page));
  }
  assert.equal(new Set(seen).size, seen.length);
});

onPage('a broken task is reported with a reason', { width: 360 }, async (page) => {
  await signUp(page);
  await open(page, (await projectIds(page))[0]);
  const old = await shown(page);
  await page.click('.work-more .button');
  await page.waitForSelector('dialog[open]');
  assert.deepEqual(await axe(page), []);
  await page.click('dialog button[type=submit]');
  await page.waitForSelector('dialog .error');
  await page.click('dialog .choice');
  await page.fill('dialog textarea', 'La mitad está en blanco');
  const [request] = await Promise.all([page.waitForRequest(/report$/), page.click('dialog button[type=submit]')]);
  assert.match(request.postDataJSON().reason, /La mitad está en blanco/);
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  await moved(page, old);
});

onPage('the link breaks during a submit: the answer waits in sight and is sent once', { width: 360 }, async (page) => {
  await signUp(page);
  await open(page, (await projectIds(page))[0]);
  const old = await shown(page);
  await fill(page);
  const keys = [];
  page.on('request', (request) => /answers$/.test(request.url()) && keys.push(request.headers()['idempotency-key'] + request.postData()));
  await page.context().setOffline(true);
  await page.click('.submit');
  await page.waitForSelector('.unsent');
  assert.equal(await shown(page), old);
  await page.waitForTimeout(1500);
  await page.context().setOffline(false);
  await moved(page, old);
  await page.waitForSelector('.unsent', { state: 'detached' });
  assert.ok(keys.length >= 2, 'it was tried again');
  assert.equal(new Set(keys).size, 1, 'with the same key and the same body');
  await page.goto('/#/history');
  await page.waitForSelector('.lines');
  assert.equal(await page.$$eval('.lines > li', (all) => all.length), 1);
});

onPage('the reply is lost after the server has the answer: paid once, and the next task comes', { width: 360 }, async (page) => {
  await signUp(page);
  await open(page, (await projectIds(page))[0]);
  const old = await shown(page);
  await fill(page);
  let lost = 0;
  await page.route(/answers$/, async (route) => {
    if (lost++) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.click('.submit');
  await moved(page, old);
  assert.ok(lost >= 2);
  await page.goto('/#/history');
  await page.waitForSelector('.lines');
  assert.equal(await page.$$eval('.lines > li', (all) => all.length), 1);
  page.problems = page.problems.filter((text) => !/ERR_CONNECTION_RESET/.test(text));
});

onPage('the tab is closed while an answer waits: the next visit sends it', { width: 360 }, async (page) => {
  await signUp(page);
  const [id] = await projectIds(page);
  await open(page, id);
  await fill(page);
  await page.route(/answers$/, (route) => route.abort('internetdisconnected'));
  await page.click('.submit');
  await page.waitForSelector('.unsent');
  const again = await page.context().newPage();
  await page.close();
  const [sent] = await Promise.all([again.waitForResponse((reply) => /answers$/.test(reply.url())), again.goto('/')]);
  assert.equal(sent.status(), 200);
  await again.goto('/#/history');
  await again.waitForSelector('.lines');
  assert.equal(await again.$$eval('.lines > li', (all) => all.length), 1);
});

onPage('an answer that the server fails at waits, and those to other projects are sent', { width: 360 }, async (page) => {
  await signUp(page);
  const ids = (await projectIds(page)).slice(0, 2).sort((a, b) => a - b);
  for (const id of ids) {
    await page.unroute(/answers$/);
    await open(page, id);
    await fill(page);
    await page.route(/answers$/, (route) => route.abort('internetdisconnected'));
    await page.click('.submit');
    await page.waitForSelector('.unsent');
  }
  const again = await page.context().newPage();
  await page.close();
  await again.route(new RegExp(`projects/${ids[0]}/answers$`), (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal"}' }));
  const [sent] = await Promise.all([again.waitForResponse((reply) => new RegExp(`projects/${ids[1]}/answers$`).test(reply.url())), again.goto('/')]);
  assert.equal(sent.status(), 200);
  await again.unroute(new RegExp(`projects/${ids[0]}/answers$`));
  await again.goto('/#/history');
  await again.waitForFunction(() => document.querySelectorAll('.lines > li').length === 2 || (location.reload(), false), null, { polling: 8000, timeout: 180000 });
});

onPage('a reload in the middle of a task finds the same task and what was chosen', { width: 360 }, async (page) => {
  await signUp(page);
  await openWith(page, '.choice');
  const old = await shown(page);
  await page.click('.choice >> nth=1');
  await page.waitForTimeout(600);
  await page.reload();
  await page.waitForSelector('.choice.on');
  assert.equal(await shown(page), old);
  assert.equal(await page.$$eval('.choice', (all) => all.findIndex((one) => one.classList.contains('on'))), 1);
});

onPage('the login ends in the middle of a task: after the next login the answer is not lost', { width: 360 }, async (page) => {
  const handle = await signUp(page);
  await open(page, (await projectIds(page))[0]);
  await fill(page);
  await page.context().clearCookies();
  await page.click('.submit');
  await page.waitForSelector('input[type=password]');
  await page.fill('input[autocomplete=username]', handle);
  await page.fill('input[type=password]', PASSWORD);
  const [sent] = await Promise.all([page.waitForResponse((reply) => /answers$/.test(reply.url()) && reply.status() === 200), page.click('button[type=submit]')]);
  assert.equal(sent.status(), 200);
});

onPage('the language follows the browser, is switched when logged out and in, and stays', { width: 360, locale: 'fr-FR' }, async (page) => {
  await page.goto('/');
  await page.waitForSelector('.welcome');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  for (const language of ['es', 'en', 'fr', 'pt']) {
    await page.selectOption('.foot select >> nth=0', language);
    await page.waitForFunction((name) => document.documentElement.lang === name, language);
  }
  await signUp(page);
  assert.match(await page.$eval('h1', (one) => one.textContent), /Trabalho/);
  const [patch] = await Promise.all([page.waitForRequest((request) => request.method() === 'PATCH'), page.selectOption('.foot select >> nth=0', 'en')]);
  assert.equal(patch.postDataJSON().language, 'en');
  await page.reload();
  await page.waitForSelector('.offers');
  assert.match(await page.$eval('h1', (one) => one.textContent), /work/i);
});

onPage('a language that we do not have gets Spanish', { locale: 'de-DE' }, async (page) => {
  await page.goto('/');
  await page.waitForSelector('.welcome');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'es');
});

onPage('a language that cannot be had: another serves, the page says so, and it is there after trying again', { width: 360, locale: 'en-US', serviceWorkers: 'block' }, async (page) => {
  await page.route(/\/assets\/en-/, (route) => route.abort());
  await page.goto('/');
  await page.waitForSelector('.welcome');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'es');
  await page.waitForSelector('.toast >> text=English');
  assert.deepEqual(await axe(page), []);
  // Chosen by hand it is not to be had either: the page stays as it is.
  await page.selectOption('.foot select >> nth=0', 'en');
  await page.waitForFunction(() => document.querySelector('.foot select').value === 'es');
  await page.unroute(/\/assets\/en-/);
  await page.click('.toast .button');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.waitForSelector('.toast', { state: 'detached' });
});

onPage('when nothing comes but the shell, the page is not blank', { width: 360, serviceWorkers: 'block' }, async (page) => {
  await page.route(/\/assets\/(es|en|fr|pt)-/, (route) => route.abort());
  await page.goto('/');
  await page.waitForFunction(() => Number(getComputedStyle(document.querySelector('.late')).opacity) === 1);
  page.problems = page.problems.filter((line) => !/dynamically imported module/.test(line));
  await page.unroute(/\/assets\/(es|en|fr|pt)-/);
  await page.click('.late a');
  await page.waitForSelector('.welcome');
});

onPage('profile: name, password, tokens, export, deletion', { width: 360 }, async (page) => {
  const handle = await signUp(page);
  await page.goto('/#/profile');
  await page.waitForSelector('form');
  await page.fill('input[autocomplete=name]', 'Luz');
  await page.click('.card >> nth=0 >> button');
  await page.waitForSelector('.toast');
  await page.fill('input[autocomplete=current-password]', 'no es esta');
  await page.fill('input[autocomplete=new-password]', 'otra frase corta');
  await page.click('text=Cambiar contraseña >> nth=-1');
  await page.waitForSelector('.field.wrong, .alert.bad');
  await page.fill('input[autocomplete=current-password]', PASSWORD);
  await page.click('text=Cambiar contraseña >> nth=-1');
  await page.waitForFunction(() => document.querySelector('input[autocomplete=current-password]').value === '');
  await page.click('text=Clave nueva');
  await page.fill('dialog input[type=text]', 'mi script');
  await page.click('dialog button[type=submit]');
  await page.waitForSelector('.secret');
  assert.ok((await page.$eval('.secret', (one) => one.textContent)).length > 20);
  await page.click('dialog footer button');
  await page.waitForSelector('text=mi script');
  await page.click('text=Revocar');
  await page.click('dialog .danger');
  await page.waitForSelector('text=mi script', { state: 'detached' });
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Descargar mis datos')]);
  assert.ok(download.url().endsWith('/me/export'));
  await page.click('text=Borrar mi cuenta');
  await page.fill('dialog input[type=password]', 'otra frase corta');
  await page.click('dialog .danger');
  await page.waitForSelector('.welcome');
  await page.goto('/#/login');
  await page.fill('input[autocomplete=username]', handle);
  await page.fill('input[type=password]', 'otra frase corta');
  await page.click('button[type=submit]');
  await page.waitForSelector('.alert.bad');
});

for (const width of [360, 1280])
  for (const scheme of ['light', 'dark'])
    onPage(`axe finds nothing and nothing is cut off at ${width} px, ${scheme}`, { width, scheme }, async (page) => {
      const check = async (name) => {
        assert.deepEqual(await axe(page), [], name);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name + ' is not wider than the screen');
      };
      await page.goto('/');
      await page.waitForSelector('.welcome');
      await check('welcome');
      for (const name of ['login', 'signup']) {
        await page.goto('/#/' + name);
        await page.waitForSelector('form');
        await page.click('button[type=submit]');
        await page.waitForSelector('.field.wrong');
        await check(name);
      }
      await signUp(page);
      await page.waitForSelector('.offers');
      await check('list');
      for (const id of (await projectIds(page)).slice(0, 3)) {
        await page.goto(`/#/projects/${id}`);
        await page.waitForSelector('.start');
        await check('project ' + id);
        await open(page, id);
        await check('work ' + id);
        await page.click('.submit');
        await page.waitForTimeout(100);
        await check('work with errors ' + id);
        await fill(page);
        await check('work answered ' + id);
        await submit(page);
      }
      await page.click('.work-head .only-icon >> nth=-1');
      await page.waitForSelector('dialog[open]');
      await check('instructions');
      await page.keyboard.press('Escape');
      for (const name of ['balance', 'history', 'profile', 'nowhere']) {
        await page.goto('/#/' + name);
        await page.waitForSelector('h1');
        await page.waitForTimeout(300);
        await check(name);
      }
    });

onPage('at 320 px nothing is cut off', { width: 320 }, async (page) => {
  const fits = async (name) => assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, name);
  await page.goto('/');
  await page.waitForSelector('.welcome');
  await fits('welcome');
  await signUp(page);
  await fits('list');
  for (const id of (await projectIds(page)).slice(0, 3)) {
    await open(page, id);
    await fits('work ' + id);
  }
  for (const name of ['balance', 'history', 'profile']) {
    await page.goto('/#/' + name);
    await page.waitForSelector('.card, .empty');
    await fits(name);
  }
});

onPage('a first visit, up to the first task of each kind, is at most 45 KB; each further task at most 2 KB', { width: 360 }, async (page) => {
  const handle = freshHandle();
  await signUp(page, handle);
  await page.context().close();
  // Without the service worker, whose own traffic the debugger of the page does not see; what it fetches is added.
  const fresh = await pageOpen(browser, server, { width: 360, serviceWorkers: 'block' });
  const extra = await fresh.request.get('/sw.js', { headers: { 'Accept-Encoding': 'br' } });
  const manifest = await fresh.request.get('/manifest.webmanifest', { headers: { 'Accept-Encoding': 'br' } });
  const headBytes = (reply) => reply.headersArray().reduce((sum, line) => sum + line.name.length + line.value.length + 4, 20);
  const extraBytes = [extra, manifest].reduce((sum, reply) => sum + Number(reply.headers()['content-length']) + headBytes(reply), 0);
  const meter = await wireMeter(fresh);
  await fresh.goto('/#/login');
  await fresh.waitForSelector('form');
  await fresh.fill('input[autocomplete=username]', handle);
  await fresh.fill('input[type=password]', PASSWORD);
  await fresh.click('button[type=submit]');
  await fresh.waitForSelector('.offers');
  await fresh.waitForTimeout(3000);
  const first = meter.read();
  const firstBytes = first.bytes + extraBytes;
  console.log(`# first load: ${firstBytes} bytes in ${first.requests.length + 2} requests`);
  assert.ok(firstBytes <= FIRST_LOAD_BYTES_MAX, JSON.stringify(first.requests, null, 1));
  for (const id of (await projectIds(fresh)).slice(0, 3)) {
    await open(fresh, id);
    for (let n = 0; n < 2; n++) {
      await fill(fresh);
      meter.reset();
      await submit(fresh);
      const made = () => meter.read().requests.filter((one) => /\/api\//.test(one.url));
      for (let wait = 0; wait < 100 && !made().length; wait++) await fresh.waitForTimeout(100); // the debugger tells a moment later
      await fresh.waitForTimeout(200);
      const read = meter.read();
      const calls = made();
      const bytes = calls.reduce((sum, one) => sum + one.bytes + one.sent, 0);
      console.log(`# next task of project ${id}: ${bytes} bytes in ${calls.length} request`);
      assert.equal(calls.length, 1, 'one request');
      assert.ok(bytes <= NEXT_TASK_BYTES_MAX, JSON.stringify(read.requests));
    }
  }
  await fresh.context().close();
});

onPage('the app is installable and opens without a link', { width: 360 }, async (page) => {
  await signUp(page);
  const manifest = await page.evaluate(async () => (await fetch('/manifest.webmanifest')).json());
  assert.equal(manifest.display, 'standalone');
  for (const icon of manifest.icons) assert.equal(await page.evaluate(async (src) => (await fetch(src)).status, icon.src), 200);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload(); // by the service worker from now on
  await page.waitForSelector('.offers');
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector('.offers');
  await page.waitForSelector('.alert');
  assert.match(await page.$eval('.alert', (one) => one.textContent), /conexión/i);
  await page.context().setOffline(false);
  await page.click('.alert .button');
  await page.waitForSelector('.alert', { state: 'detached' });
});
