// Review in a real browser: an answer sent back, a label corrected, one more answer, a second opinion given blind, reviewers named.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './console_lib.mjs';
import { axe, browserStart, pageOpen, serverStart, signUp } from './harness.mjs';
import { person, until } from './push_lib.mjs';

const CONFIG = '<View><Text name="synopsis" value="$text"/><Choices name="genre" toName="synopsis" required="true"><Choice value="Drama"/><Choice value="Comedy"/></Choices></View>';
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

async function open(width) {
  const page = await pageOpen(browser, server, { width, locale: 'en-US' });
  await page.addInitScript(() => localStorage.setItem('faena.language', '"en"'));
  await page.goto('/console');
  await page.fill('input[autocomplete=username]', server.logins.requester.handle);
  await page.fill('input[autocomplete=current-password]', server.logins.requester.password);
  await page.click('button[type=submit]');
  await page.locator('nav a[href="#/projects"]').first().waitFor({ state: 'attached' });
  return page;
}

for (const width of [1280, 360])
  test(`sent back, corrected, asked once more, judged blind, reviewers named, at ${width} px`, { timeout: 240000 }, async () => {
    const call = await person(server, server.logins.requester);
    const { id } = await call('POST', '/projects', { title: 'Genres', label_config: CONFIG, price_micros: 10000, overlap: 1, gold_permille: 0 });
    await call('POST', `/projects/${id}/tasks`, { tasks: Array.from({ length: 3 }, (_, i) => ({ text: 'film ' + i })) });
    await call('POST', `/projects/${id}/publish`);
    const done = await (await Person.make(server)).answer(id, 3);
    assert.equal(done.length, 3);
    const page = await open(width);
    const look = async (name) => {
      if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/${name}-${width}.png`, fullPage: true });
      assert.deepEqual(await axe(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name + ' is too wide');
    };
    const at = (task) => call('GET', `/projects/${id}/tasks/${task}`);

    await page.goto(`/console#/projects/${id}/review`);
    await page.locator('.review-row').first().waitFor();
    await look('review');

    await page.goto(`/console#/projects/${id}/tasks/${done[0]}`);
    await page.getByRole('button', { name: /^Send back the answer/ }).click();
    await page.getByRole('dialog').getByLabel('What to do differently').fill('The ending is what counts.');
    await page.getByRole('dialog').getByRole('button', { name: /^Send/ }).click();
    await until('the answer sent back', async () => (await at(done[0])).annotations[0].state === 'sent_back');

    await page.goto(`/console#/projects/${id}/tasks/${done[1]}`);
    await page.getByRole('button', { name: 'Correct the label' }).click();
    await page.locator('.label-root').getByText('Comedy', { exact: true }).click();
    await look('correct');
    await page.getByRole('button', { name: /^Save/ }).click();
    await until('the correction', async () => (await at(done[1])).label_source === 'reviewer');
    assert.equal((await at(done[1])).label[0].value.choices[0], 'Comedy');
    await page.getByRole('button', { name: 'One more answer' }).click();
    await until('one more answer', async () => (await at(done[1])).wanted === 2);
    await look('task');

    await page.goto(`/console#/projects/${id}/opinion`);
    await page.locator('.label-root').getByText('Drama', { exact: true }).click();
    await look('opinion');
    const asked = page.getByRole('link', { name: /task/i });
    await page.locator('main').getByRole('button', { name: /opinion|send|save/i }).last().click();
    await asked.first().waitFor();
    await until('the opinion', async () => (await Promise.all(done.map(at))).some((t) => t.opinions.length === 1));

    await page.goto(`/console#/projects/${id}/settings`);
    await page.getByText('Who reviews').waitFor();
    await look('reviewers');
    await page.context().close();
  });

test('what is sent back shows up live at the worker, says why, is filled in and goes again', { timeout: 240000 }, async () => {
  const call = await person(server, server.logins.requester);
  const { id } = await call('POST', '/projects', { title: 'Doubts', label_config: CONFIG, price_micros: 10000, overlap: 1, gold_permille: 0 });
  await call('POST', `/projects/${id}/tasks`, { tasks: [{ text: 'film 0' }] });
  await call('POST', `/projects/${id}/publish`);
  const page = await pageOpen(browser, server, { width: 360 });
  const answers = async (state) => (await call('GET', `/projects/${id}/annotations?state=${state}`)).items;
  try {
    await signUp(page);
    await page.goto(`/#/projects/${id}/work`);
    await page.locator('.label-root').getByText('Drama', { exact: true }).tap();
    await page.locator('.submit').tap();
    const [first] = await until('the answer', async () => ((await answers('submitted')).length ? answers('submitted') : null));
    const listening = page.waitForResponse(/\/work\/events/); // nobody reloads the list: it listens
    await page.goto('/#/');
    await listening;
    const card = page.locator('.offer', { hasText: 'Doubts' });
    await card.waitFor();
    assert.equal(await card.getByText('1 devuelta').count(), 0);
    await call('POST', `/projects/${id}/annotations/send-back`, { ids: [first.id], comment: 'The ending is what counts.' });
    await card.getByText('1 devuelta').waitFor();
    assert.deepEqual(await axe(page), []);
    await card.getByRole('link', { name: /Doubts/ }).last().tap();
    await page.getByText('Devolvieron esta respuesta').waitFor();
    await page.getByText('The ending is what counts.').waitFor();
    assert.equal(await page.getByRole('radio', { name: 'Drama' }).isChecked(), true);
    assert.deepEqual(await axe(page), []);
    if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/back-360.png` });
    await page.locator('.label-root').getByText('Comedy', { exact: true }).tap();
    await page.locator('.submit').tap();
    const again = await until('the answer done again', async () => (await answers('submitted'))[0]);
    assert.equal(again.result[0].value.choices[0], 'Comedy');
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }
});
