// A project that is closed to a worker says why; the course that opens it is made in the console, learned and passed on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, pageOpen, serverStart, signUp } from './harness.mjs';
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

async function shot(page, name) {
  if (process.env.FAENA_SHOTS) await page.screenshot({ path: `${process.env.FAENA_SHOTS}/${name}.png`, fullPage: true });
}

async function logIn(page, login) {
  await page.goto('/console');
  await page.fill('input[autocomplete=username]', login.handle);
  await page.fill('input[autocomplete=current-password]', login.password);
  await page.click('button[type=submit]');
  await page.getByRole('link', { name: 'Formación' }).waitFor();
}

test('from a closed project through a course to work', { timeout: 180000 }, async () => {
  const id = await publish(server, 'Cine exigente');
  const console_ = await pageOpen(browser, server, { width: 1280 });
  const phone = await pageOpen(browser, server, { width: 360 });
  try {
    await logIn(console_, server.logins.requester);
    await console_.goto('/console#/training');
    await console_.getByRole('button', { name: 'Calificación nueva' }).click();
    await console_.getByLabel('Nombre').fill('Géneros de cine');
    await console_.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await console_.getByRole('link', { name: 'Curso nuevo' }).click();
    await console_.getByLabel('Título').fill('Géneros en diez minutos');
    await console_.getByLabel('Preguntas por examen').fill('1');
    await console_.getByLabel('Texto').fill('# Drama\n\nUn *drama* es triste.');
    for (const [kind, right] of [['Práctica', '1'], ['Pregunta de examen', '2']]) {
      await console_.getByRole('button', { name: kind }).click();
      await console_.getByLabel('Texto').last().fill('¿Cuál es triste?');
      await console_.getByLabel('Opciones').last().fill(right === '1' ? 'Drama\nComedia' : 'Comedia\nDrama');
      await console_.getByLabel('Número de la correcta').last().fill(right);
    }
    await console_.getByLabel('Explicación').fill('El drama **siempre** lo es.');
    await console_.getByRole('button', { name: 'Guardar' }).click();
    await console_.getByText('Curso guardado.').waitFor();
    assert.deepEqual(await axe(console_), []);
    await shot(console_, 'training-course-1280');
    await console_.getByRole('button', { name: 'Abrir a todos' }).click();
    await console_.getByRole('dialog').getByRole('button', { name: 'Abrir a todos' }).click();
    await console_.getByText('Abierto', { exact: true }).waitFor();
    await shot(console_, 'training-1280');
    await console_.goto(`/console#/projects/${id}/workers`);
    await console_.getByRole('button', { name: 'Agregar requisito' }).click();
    await console_.getByLabel('Cuál').selectOption({ label: 'Géneros de cine' });
    await console_.getByRole('button', { name: 'Guardar' }).click();
    await console_.getByText('Requisitos guardados.').waitFor();
    assert.deepEqual(await axe(console_), []);
    await shot(console_, 'requirements-1280');

    await signUp(phone);
    await phone.goto(`/#/projects/${id}`);
    await phone.getByText('Por qué aún no puedes trabajar aquí').waitFor();
    await phone.getByText('«Géneros de cine»: al menos 80').waitFor();
    assert.equal(await phone.getByRole('link', { name: 'Comenzar' }).count(), 0);
    assert.deepEqual(await axe(phone), []);
    await shot(phone, 'closed-360');
    await phone.getByRole('link', { name: 'Hacer el curso' }).click();
    await phone.getByLabel('Comedia').check();
    await phone.getByRole('button', { name: 'Comprobar' }).click();
    await phone.getByText('La respuesta es: Drama').waitFor();
    assert.deepEqual(await axe(phone), []);
    await shot(phone, 'course-360');
    await phone.getByRole('button', { name: 'Comenzar el examen' }).click();
    await phone.getByRole('button', { name: 'Entregar' }).click();
    await phone.getByText('Falta 1 pregunta.').waitFor();
    await phone.getByLabel('Drama').check();
    await phone.getByRole('button', { name: 'Entregar' }).click();
    await phone.getByText('Ya tienes «Géneros de cine».').waitFor();
    await phone.goto(`/#/projects/${id}`);
    await phone.getByText('Lo que pide este proyecto').waitFor();
    await phone.locator(`a[href="#/projects/${id}/work"]`).waitFor();
    await phone.goto('/#/courses');
    await phone.getByText('Lo que sabes hacer').waitFor();
    await shot(phone, 'courses-360');
    assert.deepEqual(console_.problems.concat(phone.problems), []);
  } catch (error) {
    await shot(console_, 'training-failed-console');
    await shot(phone, 'training-failed-phone');
    throw error;
  }
});
