// A requester sees what to expect before publishing, and afterwards how sure the labels are and whom to look at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './console_lib.mjs';
import { PASSWORD, axe, browserStart, pageOpen, serverStart } from './harness.mjs';
import { person, until } from './push_lib.mjs';

const CONFIG = '<View><Text name="synopsis" value="$text"/><Choices name="genre" toName="synopsis" required="true"><Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/></Choices></View>';
const GENRES = ['Drama', 'Comedy', 'Horror'];
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

async function shot(page, name) {
  if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/${name}.png`, fullPage: true });
}

async function open(width, path) {
  const page = await pageOpen(browser, server, { width, locale: 'en-US' });
  await page.addInitScript(() => localStorage.setItem('faena.language', '"en"'));
  await page.goto('/console');
  await page.fill('input[autocomplete=username]', server.logins.requester.handle);
  await page.fill('input[autocomplete=current-password]', server.logins.requester.password);
  await page.click('button[type=submit]');
  await page.locator('nav a[href="#/projects"]').first().waitFor({ state: 'attached' });
  await page.goto('/console#' + path);
  return page;
}

// Fixed "chance", so that the test is the same every time.
const often = (worker, task) => (worker * 7919 + task * 104729) % 10;

test('expected, then measured', { timeout: 240000 }, async () => {
  const call = await person(server, server.logins.requester);
  const { id } = await call('POST', '/projects', { title: 'Genres', label_config: CONFIG, price_micros: 10000, overlap: 7, overlap_rule: 'sure', overlap_min: 6, target_permille: 990 });
  await call('POST', `/projects/${id}/tasks`, { tasks: Array.from({ length: 40 }, (_, i) => ({ text: 'film ' + i })) });
  const page = await open(1280, `/projects/${id}`);
  const phone = await open(360, `/projects/${id}`);
  try {
    await page.getByText('What will probably happen').waitFor();
    await phone.getByText('What will probably happen').waitFor();
    assert.deepEqual(await axe(page), []);
    await shot(page, 'quality-expected-1280');
    await shot(phone, 'quality-expected-360');
    await page.goto(`/console#/projects/${id}/settings`);
    await page.getByLabel('How many answers').waitFor();
    assert.equal(await page.getByLabel('How many answers').inputValue(), 'sure');
    await page.getByLabel('Target certainty (%)').fill('98');
    await page.getByRole('button', { name: 'Save' }).click();
    await until('the new target', async () => (await call('GET', `/projects/${id}`)).target_permille === 980);
    await call('POST', `/projects/${id}/publish`);

    const handles = {};
    for (let number = 0; number < 6; number++) {
      const worker = await Person.make(server);
      if (number === 5) handles.constant = worker.handle;
      else handles.honest = worker.handle;
      await worker.answer(id, 40, (task) => (number === 5 ? 'Horror' : GENRES[(task + (often(number, task) === 0 ? 1 : 0)) % 3]));
    }
    await page.goto(`/console#/projects/${id}/quality`);
    await until('the fit of all answers', async () => ((await call('GET', `/projects/${id}/quality`)).fit || {}).answers === 240);
    await page.reload();
    await page.getByText('always the same').waitFor();
    const named = page.locator('.signals li', { hasText: handles.constant }).filter({ hasText: 'always the same' });
    assert.equal(await named.count(), 1);
    assert.equal(await page.locator('.signals li', { hasText: handles.honest }).filter({ hasText: 'always the same' }).count(), 0);
    await page.getByText("Krippendorff's alpha").waitFor();
    await page.getByText('Without known answers this is an estimate from agreement').waitFor(); // no task is gold
    assert.equal(await page.locator('.confusion tbody tr').count(), 3);
    assert.match(await page.locator('main').innerText(), /prior-ds/);
    await page.getByRole('cell', { name: handles.constant }).waitFor();
    for (const link of await page.locator('a[download]').all()) {
      const reply = await page.request.get(await link.getAttribute('href'));
      assert.equal(reply.status(), 200);
      assert.match(reply.headers()['content-type'], /^(text\/csv|application\/json)/);
    }
    assert.deepEqual(await axe(page), []);
    await shot(page, 'quality-1280');
    await named.getByRole('button', { name: /^Dismiss/ }).click();
    await named.getByText('dismissed').waitFor();
    await phone.goto(`/console#/projects/${id}/quality`);
    await phone.getByText("Krippendorff's alpha").waitFor();
    await phone.getByText('prior-ds').first().waitFor();
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `the page is ${wide} px too wide`);
    assert.deepEqual(await axe(phone), []);
    await shot(phone, 'quality-360');
    assert.deepEqual(page.problems.concat(phone.problems), []);
  } catch (error) {
    await shot(page, 'quality-failed');
    throw error;
  }
});

test('a worker sees how right they were, and contests a check', { timeout: 180000 }, async () => {
  const call = await person(server, server.logins.requester);
  const { id } = await call('POST', '/projects', { title: 'Checked', label_config: CONFIG, price_micros: 10000, overlap: 1, gold_permille: 500 });
  await call('POST', `/projects/${id}/tasks`, { tasks: ['a wake by the river'].concat(Array.from({ length: 40 }, (_, i) => 'film ' + i)).map((text) => ({ text })) });
  await call('PUT', `/projects/${id}/tasks/1/gold`, { gold: [{ from_name: 'genre', to_name: 'synopsis', type: 'choices', value: { choices: ['Drama'] } }], note: 'A wake is no comedy.' });
  await call('POST', `/projects/${id}/publish`);
  const worker = await Person.make(server);
  // Each take is the check with half a chance.
  for (let given = 0; given < 30 && !(await worker.answer(id, 1, () => 'Comedy')).includes(1); given++);
  const missed = (await call('GET', `/projects/${id}/annotations`)).items.find((one) => one.task === 1);
  assert.ok(missed, 'the check was given');
  await call('POST', `/projects/${id}/annotations/reject`, { ids: [missed.id], reason: 'not a comedy' });
  const phone = await pageOpen(browser, server, { width: 360, locale: 'en-US' });
  try {
    await phone.addInitScript(() => localStorage.setItem('faena.language', '"en"'));
    await phone.goto('/#/login');
    await phone.fill('input[autocomplete=username]', worker.handle);
    await phone.fill('input[autocomplete=current-password]', PASSWORD);
    await phone.click('button[type=submit]');
    await phone.waitForSelector('.offers, .empty');
    await phone.goto('/#/profile');
    await phone.getByText('See how often you were right').click();
    await phone.getByText('A wake is no comedy.').waitFor();
    await phone.getByText('Answers approved:').waitFor();
    await phone.getByText('shown from five on').waitFor();
    await phone.getByRole('button', { name: 'I disagree' }).click();
    await phone.getByLabel('Why the check is wrong').fill('They laugh all through it.');
    assert.deepEqual(await axe(phone), []);
    await shot(phone, 'quality-mine-360');
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await phone.getByText('to be decided').waitFor();
    assert.equal((await call('GET', `/projects/${id}/contests`)).items.length, 1);
    assert.deepEqual(phone.problems, []);
    const page = await open(1280, `/projects/${id}/quality`);
    const contest = page.locator('.signals li', { hasText: 'They laugh all through it.' });
    await contest.getByText('To decide').waitFor();
    await contest.getByText('1 of 1 people missed this check.').waitFor();
    await contest.getByRole('button', { name: 'The check falls' }).click();
    await contest.getByText('the person deserves a reason').waitFor();
    await contest.getByLabel('Your reply').fill('They do laugh; thank you.');
    assert.deepEqual(await axe(page), []);
    await shot(page, 'contest-1280');
    await contest.getByRole('button', { name: 'The check falls' }).click();
    await contest.getByText('The check fell').waitFor();
    const repaired = (await call('GET', `/projects/${id}/annotations`)).items.find((one) => one.task === 1);
    assert.equal(repaired.state, 'approved', 'who was refused for it is paid');
    assert.deepEqual(page.problems, []);
  } catch (error) {
    await shot(phone, 'quality-mine-failed');
    throw error;
  }
});
