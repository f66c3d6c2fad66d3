// A requester chooses how the work is given out, and sees what each choice leads to.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, pageOpen, serverStart } from './harness.mjs';
import { publish } from './push_lib.mjs';

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

test('rule, share for sleepers, limit and deadline are kept; a crew that does not exist is said at its field', { timeout: 240000 }, async () => {
  const id = await publish(server, 'Reparto justo');
  const page = await pageOpen(browser, server, { width: 1280 });
  await page.goto('/console');
  await page.fill('input[autocomplete=username]', server.logins.requester.handle);
  await page.fill('input[autocomplete=current-password]', server.logins.requester.password);
  await page.click('button[type=submit]');
  await page.getByRole('link', { name: 'Formación' }).waitFor();
  await page.goto(`/console#/projects/${id}`);
  await page.getByRole('link', { name: 'Reparto', exact: true }).click();
  await page.getByRole('heading', { name: 'Qué pasaría ahora' }).waitFor();
  assert.ok((await page.getByRole('row').count()) > 3);
  assert.deepEqual(await axe(page), []);
  await page.getByLabel('Regla').selectOption('crew');
  await page.getByLabel('Número de la cuadrilla').fill('7');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('There is no crew 7.').waitFor();
  await page.getByLabel('Regla').selectOption('skill');
  await page.getByLabel('Tareas por persona').fill('20');
  await page.getByLabel('Fecha límite').fill('2099-01-31T18:30');
  await page.getByLabel('Hace falta un computador').check();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Reparto guardado.').waitFor();
  if (process.env.FAENA_SHOTS) await page.screenshot({ path: process.env.FAENA_SHOTS + '/dispatch-1280.png', fullPage: true });
  await page.reload();
  await page.getByRole('heading', { name: 'Qué pasaría ahora' }).waitFor();
  assert.equal(await page.getByLabel('Regla').inputValue(), 'skill');
  assert.equal(await page.getByLabel('Tareas por persona').inputValue(), '20');
  assert.equal(await page.getByLabel('Fecha límite').inputValue(), '2099-01-31T18:30');
  assert.ok(await page.getByLabel('Hace falta un computador').isChecked());
  await page.setViewportSize({ width: 360, height: 740 });
  if (process.env.FAENA_SHOTS) await page.screenshot({ path: process.env.FAENA_SHOTS + '/dispatch-360.png', fullPage: true });
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(page.problems, []);
});
