// Pictures on a thin link: small copies, the file itself only when asked for, and whole packs of them without a link.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { png } from '../web/label_kit.mjs';
import { deviceMake, logIn, packTake, placeMake, stored, workerReady } from './kit.mjs';

const config = (control) => `<View><Image name="image" value="$image"/>${control}</View>`;
const CHOICE = config('<Choices name="c" toName="image"><Choice value="Yes"/><Choice value="No"/></Choices>');
const BOXES = config('<RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels>');

test('small copies of pictures, the original with its size, packs with their pictures and their measures', { timeout: 240000 }, async () => {
  const place = await placeMake();
  const device = await deviceMake(place);
  try {
    const requester = await place.api(place.logins.requester);
    const projects = {};
    for (const [name, label_config] of Object.entries({ CHOICE, BOXES })) {
      const { id } = await requester('POST', '/projects', { title: name, label_config, price_micros: 0, gold_permille: 0, pack_tasks: 10 });
      const { address } = await requester('POST', `/projects/${id}/files`, png(1600, 1200 - id % 7));
      await requester('POST', `/projects/${id}/tasks`, { tasks: [{ image: address }] });
      await requester('POST', `/projects/${id}/publish`);
      projects[name] = id;
    }
    const page = await device.start();
    await logIn(page, 'mira', true);
    await workerReady(page);
    const asked = [];
    page.on('request', (request) => /\/files\//.test(request.url()) && asked.push(request.url().replace(/.*\/files\/\w+/, '')));

    await page.goto(place.url + `/?1#/projects/${projects.CHOICE}/work`);
    await page.waitForFunction(() => (document.querySelector('.label-image img') || {}).naturalWidth === 640);
    assert.deepEqual([...new Set(asked)], ['?w=640']);
    await page.click('.label-image');
    await page.waitForFunction(() => /\d+ KB/.test((document.querySelector('.original') || {}).textContent || ''));
    await page.waitForFunction(() => document.querySelector('.label-image img').naturalWidth === 1280);
    await page.click('.original');
    await page.waitForFunction(() => document.querySelector('.label-image img').naturalWidth === 1600);

    // Saving data: half as wide.
    await page.goto(place.url + '/?2#/profile');
    const pick = page.locator('select').filter({ has: page.locator('option[value=on]') });
    await pick.selectOption('on');
    assert.match(await page.innerText('#content'), /MB/, 'bytes of today are shown');
    await page.goto(place.url + `/?3#/projects/${projects.CHOICE}/work`);
    await page.waitForFunction(() => (document.querySelector('.label-image img') || {}).naturalWidth === 320);

    // A pack for boxes, never opened before: works without a link, with the measures of the file itself.
    assert.ok(await packTake(page, projects.BOXES, 10));
    assert.equal((await stored(page, 'tasks')).filter((row) => row.packed).length, 1);
    place.link.cut();
    await page.goto(place.url + `/?4#/projects/${projects.BOXES}/work`);
    await page.waitForFunction(() => (document.querySelector('.picture-base') || {}).naturalWidth > 0);
    assert.equal(await page.$eval('.picture-base', (one) => one.style.width), '1600px');
  } finally {
    await device.stop();
    await place.stop();
  }
});
