// Pictures on a thin link: small copies, the file itself only when asked for, and whole packs of them without a link.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
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

test('a pack has every picture of a list, whether marked or only looked at, and those that texts and the config name', { timeout: 120000 }, async () => {
  const place = await placeMake();
  const device = await deviceMake(place);
  try {
    const requester = await place.api(place.logins.requester);
    const choice = '<Choices name="c" toName="pages"><Choice value="Yes"/><Choice value="No"/></Choices>';
    const boxes = '<RectangleLabels name="box" toName="pages"><Label value="Car"/></RectangleLabels>';
    const configs = {
      looked: `<View><Image name="pages" valueList="$pages"/>${choice}</View>`,
      marked: `<View><Image name="pages" valueList="$book.pages"/>${boxes}</View>`,
      texts: '<View><Image name="one" value="/files/$hash"/><HyperText name="pages" value="$html"/>' + choice + '</View>',
    };
    const projects = {};
    let n = 0;
    for (const [name, label_config] of Object.entries(configs)) {
      const { id } = await requester('POST', '/projects', { title: name, label_config, price_micros: 0, gold_permille: 0, pack_tasks: 10 });
      const pages = [];
      for (const height of [300, 301, 302]) pages.push((await requester('POST', `/projects/${id}/files`, png(1600, height + 10 * n++))).address);
      const data = { looked: { pages }, marked: { book: { pages } }, texts: { hash: pages[0].slice(7), html: `<p>One <img src="${pages[1]}" alt=""> and <img src="${pages[2]}" alt=""></p>` } }[name];
      await requester('POST', `/projects/${id}/tasks`, { tasks: [data] });
      await requester('POST', `/projects/${id}/publish`);
      projects[name] = id;
    }
    const page = await device.start();
    await logIn(page, 'lista', true);
    await workerReady(page);
    for (const id of Object.values(projects)) assert.ok(await packTake(page, id, 10));
    place.link.cut();
    await device.kill(); // nothing is left but what is on the disk
    await device.start(`/#/projects/${projects.looked}/work`);
    const open = (name) => device.page.goto(place.url + `/?${name}#/projects/${projects[name]}/work`);
    const next = (at) => device.page.click('.pictures-bar button >> nth=1').then(() => device.page.waitForFunction((text) => document.querySelector('.pictures-bar [role=status]').textContent.includes(text), String(at)));
    const drawn = (css) => device.page.waitForFunction((one) => Array.from(document.querySelectorAll(one)).some((img) => img.complete && img.naturalWidth > 0), css);
    await drawn('.label-image img');
    for (const at of [2, 3]) await next(at).then(() => drawn('.label-image img'));
    await open('marked');
    await drawn('.picture-base');
    for (const at of [2, 3]) {
      await next(at);
      await drawn('.picture-base');
      assert.equal(await device.page.$eval('.picture-base', (one) => one.style.width), '1600px', 'by the measures of the file itself');
    }
    await open('texts');
    await drawn('.label-image img');
    await device.page.waitForFunction(() => {
      const all = Array.from(document.querySelectorAll('.label-hypertext img'));
      return all.length === 2 && all.every((img) => img.complete && img.naturalWidth > 0);
    });
  } finally {
    await device.stop();
    await place.stop();
  }
});

// A WAV of 8 kHz, 16 bits, one channel.
function wave(seconds) {
  const bytes = Buffer.alloc(44 + 16000 * seconds);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  [[16, 16], [28, 16000], [24, 8000], [40, bytes.length - 44]].forEach(([at, value]) => bytes.writeUInt32LE(value, at));
  [[20, 1], [22, 1], [32, 2], [34, 16]].forEach(([at, value]) => bytes.writeUInt16LE(value, at));
  bytes.write('data', 36);
  for (let at = 44, n = 0; at < bytes.length; at += 2, n++) bytes.writeInt16LE(Math.round(9000 * Math.sin(n / 5)), at);
  return bytes;
}

test('a pack has the small copy of a sound, and it plays without a link', { timeout: 120000, skip: !existsSync('/usr/bin/ffmpeg') && 'ffmpeg is not installed' }, async () => {
  const place = await placeMake();
  const device = await deviceMake(place);
  try {
    const requester = await place.api(place.logins.requester);
    const label_config = '<View><Audio name="sound" value="$sound"/><TextArea name="said" toName="sound"/></View>';
    const { id } = await requester('POST', '/projects', { title: 'sound', label_config, price_micros: 0, gold_permille: 0, pack_tasks: 10 });
    const original = wave(30);
    const { address } = await requester('POST', `/projects/${id}/files`, original);
    await requester('POST', `/projects/${id}/tasks`, { tasks: [{ sound: address }] });
    await requester('POST', `/projects/${id}/publish`);
    const page = await device.start();
    await logIn(page, 'escucha', true);
    await workerReady(page);
    assert.ok(await packTake(page, id, 10));
    const kept = await page.evaluate(async () => {
      const cache = await caches.open('faena-pictures');
      return Promise.all((await cache.keys()).map(async (one) => [one.url.replace(location.origin, ''), (await (await cache.match(one)).blob()).size]));
    });
    assert.deepEqual(kept.map(([url]) => url), [address + '?sound=small']);
    assert.ok(kept[0][1] < original.length / 4, kept[0][1] + ' bytes');
    place.link.cut();
    await device.kill();
    await device.start(`/#/projects/${id}/work`);
    await device.page.waitForFunction(() => (document.querySelector('.task audio') || {}).duration > 29.9);
    await device.page.click('.audio button[aria-label]'); // play
    await device.page.waitForFunction(() => document.querySelector('.task audio').currentTime > 0.2);
  } finally {
    await device.stop();
    await place.stop();
  }
});
