// Workers rate a requester and see what five of them think; an alert rule asks for such a rating, a kind of work, a qualification; the
// operator sees and sets the limits.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, freshHandle, pageOpen, serverStart, signUp, PASSWORD } from './harness.mjs';
import { CONFIG, person } from './push_lib.mjs';

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

// A project in which each of these workers has had an answer approved.
async function decided(workers) {
  const requester = await person(server, server.logins.requester);
  const { id } = await requester('POST', '/projects', { title: 'Cine', label_config: CONFIG, price_micros: 1000, task_seconds: 600, approve_seconds: 0 });
  await requester('POST', `/projects/${id}/tasks`, { tasks: workers.map((_, i) => ({ text: 'reseña ' + i })) });
  await requester('POST', `/projects/${id}/publish`);
  for (const worker of workers) {
    const { task } = await worker('POST', `/work/projects/${id}/take`);
    await worker('POST', `/work/projects/${id}/tasks/${task}/submit`, { result: [{ from_name: 'genre', to_name: 'text', type: 'choices', value: { choices: ['Drama'] } }], work_seconds: 5, take_next: false });
  }
  return (await requester('GET', '/session')).person.id;
}

test('a requester is rated; five opinions are shown; a rule asks for them', { timeout: 180000 }, async () => {
  const page = await pageOpen(browser, server, { width: 360 });
  try {
    const handle = await signUp(page);
    const workers = [await person(server, { handle, password: PASSWORD })];
    for (let i = 0; i < 4; i++) workers.push(await person(server, { handle: freshHandle(), password: PASSWORD, sign_up: true }));
    const requester = await decided(workers);
    for (const worker of workers.slice(1)) await worker('PUT', `/work/requesters/${requester}/rating`, { pay: 4, fairness: 5, clarity: 4 });

    await page.goto('/#/profile');
    await page.getByRole('link', { name: 'Califica a quienes publican el trabajo' }).click();
    await page.getByText('Aún no hay cinco opiniones para mostrar.').waitFor();
    await page.getByRole('button', { name: 'Calificar' }).click();
    await page.getByText('Elige de 1 a 5 en las tres.').waitFor();
    await page.getByLabel('Pago').selectOption('4');
    await page.getByLabel('Justicia').selectOption('5');
    await page.getByLabel('Claridad').selectOption('3');
    assert.deepEqual(await axe(page), []);
    await page.getByRole('button', { name: 'Calificar' }).click();
    await page.getByText('4,3 de 5').waitFor();
    await page.getByText('5 opiniones').waitFor();
    assert.deepEqual(await axe(page), []);
    await shot(page, 'ratings-360');
    await page.goto(`/#/requesters/${requester}`);
    await page.getByText('4,3 de 5').waitFor();

    await page.goto('/#/alerts');
    await page.getByRole('button', { name: 'Agregar regla' }).click();
    await page.getByLabel('Clase de trabajo').selectOption('picture');
    await page.getByLabel('Quien publica, calificado con al menos').selectOption('40');
    assert.deepEqual(await axe(page), []);
    await shot(page, 'rule-360');
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Cualquier trabajo, con imágenes, de quien tenga al menos 4,0 de 5.').waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/#/requesters');
    await page.getByText('4,3 de 5').waitFor();
    await shot(page, 'ratings-1280');
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }

  const rated = await pageOpen(browser, server);
  try {
    await consoleIn(rated, server.logins.requester);
    await rated.locator('a[href="#/me"]').click();
    const card = rated.locator('.card', { hasText: 'Lo que opinan de ti quienes trabajan' });
    await card.getByText('4,3 de 5').waitFor();
    await card.getByText('5 opiniones').waitFor();
    assert.deepEqual(await card.locator('dd').allTextContents(), ['4,0', '5,0', '3,8']);
    assert.deepEqual(await axe(rated), []);
    await shot(rated, 'rated-1280');
    await rated.setViewportSize({ width: 360, height: 740 });
    await shot(rated, 'rated-360');
    assert.deepEqual(rated.problems, []);
  } finally {
    await rated.context().close();
  }
});

async function consoleIn(page, { handle, password }) {
  await page.goto('/console');
  await page.fill('input[autocomplete=username]', handle);
  await page.fill('input[autocomplete=current-password]', password);
  await page.click('button[type=submit]');
}

test('the operator sees the limits and sets those of speed and fairness', { timeout: 120000 }, async () => {
  const page = await pageOpen(browser, server, { width: 1280 });
  try {
    await consoleIn(page, server.logins.operator);
    await page.getByRole('link', { name: 'Límites' }).click();
    await page.getByLabel('Para quien duerme, al menos (%)').fill('70');
    await page.getByLabel('Para quien duerme, como mucho (%)').fill('60');
    await page.getByRole('button', { name: 'Guardar' }).first().click();
    await page.getByText('The least is above the most.', { exact: true }).waitFor();
    await page.getByLabel('Para quien duerme, al menos (%)').fill('12,5');
    await page.getByLabel('Se puede elegir la carrera').uncheck();
    await page.getByRole('button', { name: 'Guardar' }).first().click();
    await page.getByText('Límites guardados.').waitFor();
    await page.getByText('no-rate-limits').waitFor();
    await page.getByRole('group', { name: 'Peticiones' }).getByLabel('Seguidas').fill('5');
    await page.locator('section, .card', { hasText: 'Con qué frecuencia' }).last().getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('At least 60, or people could not work.', { exact: true }).waitFor();
    await page.getByRole('group', { name: 'Peticiones' }).getByLabel('Seguidas').fill('400');
    await page.locator('section, .card', { hasText: 'Con qué frecuencia' }).last().getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('300 → 400').waitFor();
    await page.getByLabel('Cualquiera puede crear una cuenta').uncheck();
    await page.getByLabel('Tope de WhatsApp por persona al mes').fill('1,50');
    await page.locator('section, .card', { hasText: 'Cuentas, cursos y costo' }).last().getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('0 → 1500000').waitFor();
    assert.deepEqual(await axe(page), []);
    await shot(page, 'limits-1280');
    await page.reload();
    await page.getByRole('heading', { name: 'Envíos' }).waitFor();
    assert.equal(await page.getByLabel('Para quien duerme, al menos (%)').inputValue(), '12,5');
    assert.equal(await page.getByLabel('Se puede elegir la carrera').isChecked(), false);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.deepEqual(await axe(page), []);
    await shot(page, 'limits-360');
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }
});
