// Two accounts of one browser are shown to the operator, who writes down what it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, pageOpen, serverStart, signUp } from './harness.mjs';

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

test('accounts that share a browser', { timeout: 240000 }, async () => {
  const phone = await pageOpen(browser, server, { width: 360 });
  const first = await signUp(phone);
  await phone.context().clearCookies({ name: 'faena_session' });
  await phone.goto('about:blank');
  const second = await signUp(phone);
  const page = await pageOpen(browser, server, { width: 1280 });
  await page.goto('/console');
  await page.fill('input[autocomplete=username]', server.logins.operator.handle);
  await page.fill('input[autocomplete=current-password]', server.logins.operator.password);
  await page.click('button[type=submit]');
  await page.getByRole('link', { name: 'Cuentas' }).click();
  await page.getByRole('heading', { name: 'Mismo navegador' }).waitFor();
  const list = await page.locator('main').textContent();
  assert.ok(list.includes(first) && list.includes(second), list);
  assert.deepEqual(await axe(page), []);
  if (process.env.FAENA_SHOTS) await page.screenshot({ path: process.env.FAENA_SHOTS + '/accounts-1280.png', fullPage: true });
  await page.getByLabel('Qué encontraste').fill('Dos hermanas, un teléfono.');
  await page.getByRole('button', { name: 'Anotar' }).click();
  await page.getByText('No hay nada que mirar').waitFor();
  await page.getByLabel('También lo ya mirado').check();
  await page.getByText('Dos hermanas, un teléfono.').waitFor();
  if (process.env.FAENA_SHOTS) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: process.env.FAENA_SHOTS + '/accounts-360.png', fullPage: true });
  }
  assert.deepEqual(phone.problems.concat(page.problems), []);
});
