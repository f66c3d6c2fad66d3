// 200 tasks of one worker while everything breaks: the server is killed twice, the browser twice, the link is cut ten times, each at a
// moment that the seed draws, also in the middle of a save or of a request. In the end 200 answers are stored, each once and as it was
// given, paid once, and the audit is clean. An answer after which the page went on is never asked again.
//
//   OFFLINE_SEEDS=1-20 FAENA_BIN=build/src/faena node --test tests/offline/chaos.test.mjs      one seed repeats a failure
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PRICE, answerOne, deviceMake, drain, genreOf, logIn, packTake, pause, placeMake, randomOf, stored, workerReady } from './kit.mjs';

const TASKS = 200;
const [first, last] = (process.env.OFFLINE_SEEDS || '1-2').split('-').map(Number);

// {at: answers given before it, kind, after: answers until it is over, msec: into the work on a task}
function misfortunes(random) {
  const kinds = [...Array(2).fill('server'), ...Array(2).fill('browser'), ...Array(10).fill('link')];
  return kinds.map((kind) => ({ kind, at: 1 + random.below(TASKS - 10), after: random.below(20), msec: random.below(60) })).sort((a, b) => a.at - b.at);
}

class Run {
  constructor(place, device, project, handle, random) {
    Object.assign(this, { place, device, project, handle, random });
    this.gone = new Set(); // tasks after whose answer the page went on
    this.down = []; // what is broken now: {kind, until}
    this.counts = { server: 0, browser: 0, link: 0 };
  }
  get page() {
    return this.device.page;
  }
  async strike(one) {
    this.counts[one.kind]++;
    // In the middle of an answer.
    const task = answerOne(this.page, 2000).catch(() => null);
    await pause(one.msec);
    if (one.kind === 'link') this.place.link.cut();
    if (one.kind === 'server') await this.place.serverKill();
    if (one.kind === 'browser') await this.device.kill();
    else this.down.push({ kind: one.kind, until: one.at + one.after });
    const done = await task;
    if (done && done.task) this.went(done);
    if (one.kind === 'browser') await this.device.start(`/#/projects/${this.project}/work`);
  }
  went({ task, moved }) {
    assert.ok(!this.gone.has(task), `film ${task} is asked again after its answer was kept`);
    if (moved) this.gone.add(task);
  }
  async repair(all) {
    const over = this.down.filter((one) => all || one.until <= this.gone.size);
    this.down = this.down.filter((one) => !over.includes(one));
    if (over.some((one) => one.kind === 'server') && !this.down.some((one) => one.kind === 'server')) await this.place.serverStart();
    if (over.some((one) => one.kind === 'link') && !this.down.some((one) => one.kind === 'link')) this.place.link.mend();
  }
  async packMore(count) {
    await this.repair(true);
    for (let n = 0; n < 5; n++) {
      if (await this.page.$('input[type=password]')) await logIn(this.page, this.handle);
      if (await packTake(this.page, this.project, count)) break;
    }
    await this.page.goto(this.place.url + `/#/projects/${this.project}/work`);
  }
  async work(events, pack) {
    await this.packMore(pack);
    let stuck = 0;
    while (this.gone.size < TASKS) {
      await this.repair(false);
      if (events.length && events[0].at <= this.gone.size) {
        await this.strike(events.shift());
        continue;
      }
      const done = await answerOne(this.page, this.down.length ? 3000 : 15000);
      if (done.task) this.went(done);
      if (done.moved) {
        stuck = 0;
        continue;
      }
      // Nothing more to do here without a link, or the login is over.
      await this.repair(true);
      assert.ok(++stuck < 12, `it does not go on after ${this.gone.size} answers: ${JSON.stringify(done)}`);
      if (done.over === 'login') await logIn(this.page, this.handle);
      if (done.over) {
        if (stuck > 2 && (await stored(this.page, 'tasks')).length === 0 && (await this.left()) === 0) break;
        if (this.random.share() < 0.5) await this.packMore(pack);
        else await this.page.goto(this.place.url + `/?${stuck}#/projects/${this.project}/work`);
      }
    }
    while (events.length) await this.strike(events.shift());
    await this.repair(true);
  }
  async left() {
    await drain(this.page, this.place.url, this.handle);
    return this.place.sql(`SELECT count(*) AS n FROM task WHERE project_id = ${this.project} AND state <> 2`)[0].n;
  }
}

for (let seed = first; seed <= (last || first); seed++)
  test(`200 tasks through power cuts and dead zones, seed ${seed}`, { timeout: 600000 }, async () => {
    const random = randomOf(seed);
    const place = await placeMake();
    const device = await deviceMake(place);
    try {
      const project = await place.project(TASKS);
      const handle = 'ana' + seed;
      const page = await device.start();
      await logIn(page, handle, true);
      await workerReady(page);
      const run = new Run(place, device, project, handle, random);
      const began = Date.now();
      await run.work(misfortunes(random), [200, 200, 50, 20][random.below(4)]);
      await drain(device.page, place.url, handle);
      assert.deepEqual(run.counts, { server: 2, browser: 2, link: 10 });
      const kept = await stored(device.page, 'answers');
      assert.deepEqual(kept.filter((one) => one.state === 'refused').map((one) => [one.task, one.code]), [], 'none is refused');

      const rows = place.sql(`SELECT a.task_id, a.result, d.data FROM annotation a JOIN task_data d ON d.project_id = a.project_id AND d.id = a.task_id WHERE a.project_id = ${project}`);
      assert.equal(rows.length, TASKS);
      assert.equal(new Set(rows.map((row) => row.task_id)).size, TASKS);
      for (const row of rows) assert.deepEqual(JSON.parse(row.result)[0].value.choices, [genreOf(Number(/\d+/.exec(JSON.parse(row.data).text)[0]))], row.data);
      const worker = await place.api({ handle });
      assert.equal((await worker('GET', '/session')).available_micros, TASKS * PRICE);
      place.audit();
      console.log(`# seed ${seed}: ${rows.length} answers once each, ${((Date.now() - began) / 1000).toFixed(0)} s`);
    } finally {
      await device.stop();
      await place.stop();
    }
  });
