// The templates of the gallery: each has a group and a picture, its config is one that the server takes, its three sample tasks
// fit, in every language that it is written in. In the browser the gallery shows them in groups, and every one can be drawn.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, pageOpen, serverStart } from './harness.mjs';
import { kitStart } from './label_kit.mjs';
import { moduleLoad } from './modules.mjs';

const { GROUPS, templates, templateIn, pictureKnown } = await moduleLoad('templates/index.js', 'console/gallery_pictures.jsx');
let server;
let browser;
let kit;
before(async () => {
  server = await serverStart();
  browser = await browserStart();
  kit = await kitStart(server);
});
after(async () => {
  if (browser) await browser.close();
  if (server) await server.stop();
});

test('there are thirty or more, each with its own picture and a known group', () => {
  assert.ok(templates.length >= 30);
  assert.equal(new Set(templates.map((one) => one.id)).size, templates.length);
  const pictures = templates.map((one) => one.picture.join());
  templates.forEach((one) => assert.ok(pictureKnown(one.picture) && GROUPS.includes(one.group), one.id));
  assert.ok(new Set(pictures).size >= templates.length - 4, 'pictures tell templates apart');
  GROUPS.forEach((group) => assert.ok(templates.some((one) => one.group === group), group));
});

for (const language of ['en', 'es'])
  test('the server takes every config and sample task: ' + language, { timeout: 240000 }, async () => {
    for (const template of templates) {
      const one = templateIn(template, language);
      assert.equal(one.tasks.length, 3, one.id);
      try {
        const { id } = await kit.draft(one.label_config, { instructions: one.instructions });
        await kit.call('POST', `/projects/${id}/tasks`, { tasks: one.tasks.map((data) => ({ data })) });
      } catch (error) {
        throw new Error(`${one.id} (${language}): ${error.message}`);
      }
    }
  });

test('the gallery shows them in groups; each opens with a preview', { timeout: 240000 }, async () => {
  const page = await pageOpen(browser, server, { locale: 'en-US' });
  await page.goto('/console');
  await page.fill('input[autocomplete=username]', server.logins.requester.handle);
  await page.fill('input[autocomplete=current-password]', server.logins.requester.password);
  await page.click('button[type=submit]');
  await page.waitForSelector('nav');
  await page.goto('/console#/new');
  await page.waitForSelector('.template-picture');
  assert.equal(await page.locator('.template').count(), templates.length);
  assert.equal(await page.locator('.page h2, main h2').count(), GROUPS.length);
  assert.deepEqual(await axe(page), []);
  if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/gallery.png`, fullPage: true });
  for (const one of templates) {
    await page.goto('/console#/new/' + one.id);
    await page.reload();
    await page.waitForSelector('.preview .label-root :is(.label-control, .label-bar, .picture-window, .strip)', { timeout: 20000 }).catch((error) => {
      throw new Error(one.id + ': ' + error.message);
    });
    assert.equal(await page.locator('.preview .label-error').count(), 0, one.id);
    if (process.env.FAENA_SHOTS) await page.locator('.preview').screenshot({ path: `${process.env.FAENA_SHOTS}/template-${one.id}.png` });
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
