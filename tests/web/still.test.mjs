// Pages hold still: what is pressed gets its click whatever comes from the server meanwhile; what is looked at does not go; tabs out of
// sight leave the connections to the one that is used.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './console_lib.mjs';
import { PASSWORD, browserStart, pageOpen, serverStart } from './harness.mjs';
import { CONFIG } from './push_lib.mjs';

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

// The console of a fresh requester with one draft: {page, call, id}.
async function drafted(tasks) {
  const maker = await Person.make(server, 'requester');
  const call = maker.call.bind(maker);
  const { id } = await call('POST', '/projects', { title: 'Cine', label_config: CONFIG, price_micros: 10000, gold_permille: 100 });
  await call('POST', `/projects/${id}/tasks`, { tasks: Array.from({ length: tasks }, (_, i) => ({ text: 'film ' + i })) });
  const page = await pageOpen(browser, server, { locale: 'en-US', serviceWorkers: 'block' });
  await page.addInitScript(() => localStorage.setItem('faena.language', '"en"'));
  await page.goto('/console');
  await page.getByLabel('Handle').fill(maker.handle);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: 'Cine' }).waitFor();
  return { page, call, id };
}

test('a button that is being pressed stays where it is, and the press counts', { timeout: 180000 }, async () => {
  const { page, call, id } = await drafted(3);
  try {
    await page.setViewportSize({ width: 1280, height: 1600 }); // all of it in sight: nothing scrolls
    const listening = page.waitForResponse(/\/events/);
    await page.goto(`/console#/projects/${id}`);
    await listening;
    const publish = page.getByRole('button', { name: 'Publish' });
    await publish.waitFor();
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/publish'));
    const box = await publish.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 4); // near its edge: a line of text above is enough to lose it
    await page.mouse.down();
    const news = page.waitForResponse((reply) => reply.url().endsWith('/projects/' + id));
    await call('PATCH', '/projects/' + id, { description: 'A description puts a line above everything.' });
    await (await news).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 300)));
    assert.deepEqual(await publish.boundingBox(), box);
    await page.mouse.up();
    await sent;
    await page.getByRole('alert').getByText(/Cannot be published/).waitFor();
    await page.getByText('A description puts a line').waitFor(); // what was held back comes
    assert.ok((await publish.boundingBox()).y > box.y, 'the test moves the button');
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }
});

test('the page of quality stays while answers come in', { timeout: 180000 }, async () => {
  const { page, call, id } = await drafted(3);
  try {
    const listening = page.waitForResponse(/\/events/);
    await page.goto(`/console#/projects/${id}/quality`);
    await listening;
    const card = page.locator('.card').first();
    await card.waitFor();
    await card.evaluate((element) => (element.dataset.first = 'yes'));
    const news = page.waitForResponse((reply) => reply.url().endsWith(`/projects/${id}/quality`));
    await call('PATCH', '/projects/' + id, { description: 'New.' });
    await (await news).finished();
    await page.getByText('New.').waitFor();
    assert.equal(await page.locator('.card[data-first=yes]').count(), 1, 'what was there was thrown away');
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }
});

// As a browser says it of a tab that is put behind another.
const hide = (page, hidden) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test('a tab out of sight holds no connection, and knows everything when it is looked at again', { timeout: 180000 }, async () => {
  const { page, call, id } = await drafted(3);
  try {
    await page.addInitScript(() => {
      const Real = EventSource;
      window.streams = [];
      window.EventSource = function (address) {
        const stream = new Real(address);
        window.streams.push(stream);
        return stream;
      };
    });
    await page.reload();
    await page.goto(`/console#/projects/${id}`);
    const open = () => page.evaluate(() => window.streams.filter((stream) => stream.readyState !== 2).length);
    await page.waitForFunction(() => window.streams.some((stream) => stream.readyState === 1));
    assert.equal(await open(), 1);
    await hide(page, true);
    assert.equal(await open(), 0);
    await call('PATCH', '/projects/' + id, { description: 'Written while nobody looked.' });
    await hide(page, false);
    await page.getByText('Written while nobody looked.').waitFor();
    await page.waitForFunction(() => window.streams.filter((stream) => stream.readyState === 1).length === 1);
    assert.equal(await open(), 1);
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }
});

test('one press on "Import" is one import, a double one too', { timeout: 180000 }, async () => {
  const { page, call, id } = await drafted(1);
  try {
    await page.goto(`/console#/projects/${id}/import`);
    await page.locator('.drop button').waitFor();
    await page.setInputFiles('.drop input[type=file]', { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('text\nA film\n') });
    await page.getByRole('button', { name: 'Import', exact: true }).dblclick();
    await page.getByText('1 task added').waitFor();
    assert.equal((await call('GET', `/projects/${id}/imports`)).items.length, 1);
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }
});
