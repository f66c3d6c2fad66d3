// The smoke set in a real Firefox ESR: sign up, a text task, a box on a picture, answers without a link that arrive when it is back.
//
//   FAENA_BIN=build/src/faena node --test --test-reporter=tap tests/offline/firefox.test.mjs
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { png } from '../web/label_kit.mjs';
import { firefoxStart } from '../web/push_lib.mjs';
import { GENRES, PASSWORD, genreOf, placeMake, until } from './kit.mjs';

const FIREFOX = process.env.FIREFOX || '/usr/bin/firefox-esr';
const BOXES = '<View><RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels><Image name="image" value="$image"/></View>';

test('Firefox: sign up, a text task, a box, answers without a link', { timeout: 240000, skip: !existsSync(FIREFOX) && 'no Firefox here' }, async () => {
  const place = await placeMake();
  const firefox = await firefoxStart(FIREFOX, { 'app.update.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false, 'browser.shell.checkDefaultBrowser': false });
  try {
    const films = await place.project(6);
    const requester = await place.api(place.logins.requester);
    const { id: boxes } = await requester('POST', '/projects', { title: 'Boxes', label_config: BOXES, price_micros: 0, gold_permille: 0 });
    const { address } = await requester('POST', `/projects/${boxes}/files`, png(800, 600));
    await requester('POST', `/projects/${boxes}/tasks`, { tasks: [{ image: address }] });
    await requester('POST', `/projects/${boxes}/publish`);
    const answers = (project) => place.sql(`SELECT a.result, d.data FROM annotation a JOIN task_data d ON d.project_id = a.project_id AND d.id = a.task_id WHERE a.project_id = ${project}`);
    const there = (what, selector) => until(what, () => firefox.run(`!!document.querySelector(${JSON.stringify(selector)})`), 60000);
    const press = (selector) => firefox.run(`document.querySelector(${JSON.stringify(selector)}).click()`);
    const write = (selector, text) => firefox.run(`(() => { const field = document.querySelector(${JSON.stringify(selector)}); Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)}); field.dispatchEvent(new Event('input', { bubbles: true })); })()`);

    // Sign up by the form.
    await firefox.go(place.url + '/#/signup');
    await there('the form', 'input[autocomplete=new-password]');
    await write('input[autocomplete=username]', 'zorro');
    await write('input[autocomplete=new-password]', PASSWORD);
    await press('button[type=submit]');
    await there('the list', '.offers');
    await firefox.run('navigator.serviceWorker.ready.then(() => true)');

    // A pack of six films; one is answered with the link.
    await firefox.go(place.url + `/?1#/projects/${films}`);
    await there('the offer of a pack', '.pack-open');
    await press('.pack-open');
    await there('the pack', '.pack-take');
    await firefox.run(`(() => { const one = document.querySelector('.pack-form select'); one.value = '6'; one.dispatchEvent(new Event('change', { bubbles: true })); })()`);
    await press('.pack-take');
    await there('the tasks on the device', '.pack-return');
    await until('all six', () => firefox.run(`!document.querySelector('.pack-take[aria-disabled]')`));
    await firefox.go(place.url + `/?2#/projects/${films}/work`);
    const one = async (last) => {
      await there('a task', '.task .choice');
      const n = await firefox.run(`Number(/\\d+/.exec(document.querySelector('.task .label-text').textContent)[0])`);
      await firefox.run(`Array.from(document.querySelectorAll('.task .choice')).find((one) => one.textContent.includes(${JSON.stringify(genreOf(n))})).click()`);
      await there('the choice', '.task .choice.on');
      await press('.submit');
      if (!last) await until('the next task', () => firefox.run(`((document.querySelector('.task .label-text') || {}).textContent || '') !== 'film ${n}'`));
      return n;
    };
    const seen = [await one()];
    await until('the first answer', () => answers(films).length === 1);

    // Without a link, also after a new start of the page.
    place.link.cut();
    seen.push(await one(), await one());
    await firefox.go(place.url + `/?3#/projects/${films}/work`).catch(() => {});
    seen.push(await one());
    assert.equal(new Set(seen).size, 4);
    await until('the number that waits', () => firefox.run(`/\\b3\\b/.test((document.querySelector('.unsent') || {}).textContent || '')`), 60000);
    assert.equal(answers(films).length, 1);
    place.link.mend();
    await firefox.go(place.url + '/?4#/');
    await until('all that waited', () => answers(films).length === 4, 60000);
    for (const row of answers(films)) assert.ok(GENRES.includes(JSON.parse(row.result)[0].value.choices[0]) && JSON.parse(row.result)[0].value.choices[0] === genreOf(Number(/\d+/.exec(row.data)[0])));

    // A box on a picture, by keys: Enter begins, the arrows stretch, Enter ends.
    await firefox.go(place.url + `/?5#/projects/${boxes}/work`);
    await there('the picture', '.picture-window');
    await there('the label', '.task .label-control button');
    await press('.task .label-control button');
    await firefox.run(`(async () => {
      const window = document.querySelector('.picture-window');
      window.focus();
      const key = (key, more) => (window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })), new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await key('Enter');
      for (let n = 0; n < 4; n++) await key('ArrowRight', { shiftKey: true });
      for (let n = 0; n < 4; n++) await key('ArrowDown', { shiftKey: true });
      await key('Enter');
    })()`);
    await press('.submit');
    await until('the box', () => answers(boxes).length === 1);
    const [item] = JSON.parse(answers(boxes)[0].result);
    assert.equal(item.type, 'rectanglelabels');
    assert.deepEqual(item.value.rectanglelabels, ['Car']);
    assert.deepEqual([item.original_width, item.original_height], [800, 600]);
    assert.ok(Math.abs(item.value.width - 20) < 1 && Math.abs(item.value.height - 20) < 1, JSON.stringify(item.value));
    place.audit();
  } finally {
    await firefox.stop();
    await place.stop();
  }
});
