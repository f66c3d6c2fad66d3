// A project that is closed to a worker says why; the course that opens it is made in the console, learned and passed on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, pageOpen, serverStart, signUp } from './harness.mjs';
import { CONFIG, person, publish } from './push_lib.mjs';

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

test('an exam drawn from gold, in a course that pays: places, tasks as in work, money', { timeout: 240000 }, async () => {
  const requester = await person(server, server.logins.requester);
  const draft = await requester('POST', '/projects', { title: 'Oro de cine', label_config: CONFIG, price_micros: 0, task_seconds: 60 });
  await requester('POST', `/projects/${draft.id}/tasks`, { tasks: ['uno', 'dos', 'tres'].map((text) => ({ data: { text }, gold: 'Drama' })) });
  await requester('POST', '/qualifications', { name: 'Cine pagado' });
  const console_ = await pageOpen(browser, server, { width: 1280 });
  const phone = await pageOpen(browser, server, { width: 360 });
  try {
    await logIn(console_, server.logins.requester);
    await console_.goto('/console#/training/new');
    await console_.getByLabel('Título').fill('Cine con pago');
    await console_.getByLabel('Calificación que da').selectOption({ label: 'Cine pagado' });
    await console_.getByLabel('Preguntas por examen').fill('2');
    await console_.getByLabel('De dónde salen las preguntas del examen').selectOption({ label: 'Oro de cine' });
    await console_.getByLabel('Pago por aprobar').fill('0,25');
    await console_.getByLabel('Texto').fill('Lee bien.');
    await console_.getByRole('button', { name: 'Guardar' }).click();
    await console_.getByText('Curso guardado.').waitFor();
    assert.deepEqual(await axe(console_), []);
    await shot(console_, 'course-paid-1280');
    await console_.getByRole('button', { name: 'Abrir a todos' }).click();
    await console_.getByLabel('Cupos pagados').fill('1');
    await console_.getByText('Se reservan US$ 0,25.').waitFor();
    await shot(console_, 'course-places-1280');
    await console_.getByRole('dialog').getByRole('button', { name: 'Abrir a todos' }).click();
    await console_.getByRole('link', { name: 'Cine con pago' }).click();
    await console_.getByText('Cupos libres').waitFor();
    await shot(console_, 'course-standing-1280');
    assert.deepEqual(await axe(console_), []);

    await signUp(phone);
    await phone.goto('/#/courses');
    await phone.getByText('Paga US$ 0,25 al aprobar').waitFor();
    await phone.locator('.card', { hasText: 'Cine con pago' }).getByRole('link', { name: 'Abrir' }).click();
    await phone.getByText('Queda 1 cupo.').waitFor();
    await phone.getByRole('button', { name: 'Comenzar el examen' }).click();
    await phone.getByText('Responde como lo harías en una tarea.').waitFor();
    await phone.locator('.choice', { hasText: 'Drama' }).first().click();
    await phone.getByRole('button', { name: 'Entregar' }).click();
    await phone.getByText('Falta responder la pregunta 2.').waitFor();
    await phone.locator('.choice', { hasText: 'Drama' }).last().click();
    assert.deepEqual(await axe(phone), []);
    await shot(phone, 'exam-gold-360');
    await phone.getByRole('button', { name: 'Entregar' }).click();
    await phone.getByText('Ya tienes «Cine pagado».').waitFor();
    await phone.getByText('Te pagaron US$ 0,25.').first().waitFor();
    await shot(phone, 'exam-paid-360');
    await phone.goto('/#/balance');
    await phone.getByText('Pago por un curso').waitFor();
    await shot(phone, 'balance-course-360');

    await console_.reload();
    await console_.getByText('Aprobaron', { exact: true }).waitFor();
    await console_.getByRole('button', { name: 'Cerrar el curso' }).click();
    await console_.getByText('Cerrado', { exact: true }).waitFor();
    assert.deepEqual(console_.problems.concat(phone.problems), []);
  } catch (error) {
    await shot(console_, 'training-paid-failed-console');
    await shot(phone, 'training-paid-failed-phone');
    throw error;
  }
});
