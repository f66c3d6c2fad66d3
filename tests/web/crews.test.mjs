// A crew in the browser: founded, joined by its link, turns taken and handed over, woken; what was spared is shown.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PASSWORD, axe, browserStart, freshHandle, pageOpen, serverStart, signUp } from './harness.mjs';
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
const clock = (offset) => new Date(Date.now() + offset * 60000).toTimeString().slice(0, 5);

test('a crew is founded, joined, watches, hands over and wakes', { timeout: 240000 }, async () => {
  await publish(server, 'Lote urgente');
  const ana = await pageOpen(browser, server, { width: 360 });
  const leo = await pageOpen(browser, server, { width: 1280 });
  try {
    await signUp(ana);
    await ana.goto('/#/profile');
    await ana.getByRole('link', { name: 'Ver mis cuadrillas' }).click();
    await ana.getByText('Todavía no estás en ninguna cuadrilla').waitFor();
    assert.deepEqual(await axe(ana), []);
    await ana.getByRole('button', { name: 'Fundar una cuadrilla' }).click();
    await ana.getByRole('button', { name: 'Fundar una cuadrilla' }).click();
    await ana.getByText('Ponle un nombre.').waitFor();
    await ana.getByLabel('Nombre').fill('Los búhos');
    await ana.getByLabel('Reglas').fill('Nadie despierta a nadie por **poco**.');
    await ana.getByLabel('La noche empieza').fill(clock(-60));
    await ana.getByLabel('La noche termina').fill(clock(300));
    assert.deepEqual(await axe(ana), []);
    await shot(ana, 'crew-found-360');
    await ana.getByRole('button', { name: 'Fundar una cuadrilla' }).click();
    await ana.getByText('Nadie hace guardias todavía').waitFor();
    await ana.getByLabel('Hago guardias').check();
    await ana.getByText('Estás de guardia hasta').waitFor();
    await ana.getByRole('button', { name: 'Crear enlace' }).click();
    const link = await ana.locator('.crew-link code').textContent();
    assert.match(link, /\/#\/join\/[0-9a-f]{24}$/);
    assert.match(await ana.getByRole('link', { name: 'WhatsApp', exact: true }).getAttribute('href'), /^https:\/\/wa\.me\/\?text=/);
    assert.deepEqual(await axe(ana), []);

    // Whoever is invited has no account yet: the invitation outlasts signing up.
    await leo.goto(link.slice(link.indexOf('/#')));
    await leo.getByRole('link', { name: 'Crear cuenta' }).click();
    await leo.fill('input[autocomplete=username]', freshHandle());
    await leo.fill('input[autocomplete=new-password]', PASSWORD);
    await leo.click('button[type=submit]');
    await leo.getByRole('heading', { name: 'Te invitaron a Los búhos' }).waitFor();
    await shot(leo, 'crew-join-1280');
    assert.deepEqual(await axe(leo), []);
    await leo.getByRole('button', { name: 'Unirme' }).click();
    await leo.getByText('Quiénes somos').waitFor();
    await leo.getByLabel('La cuadrilla ve mi carga').check();

    // The founder's page hears of it by itself.
    await ana.getByText('Carga:').waitFor();
    await ana.getByLabel('Por qué trabajo').selectOption({ label: 'Lote urgente' });
    await ana.getByLabel('Mensaje').fill('¡Arriba!');
    await shot(ana, 'crew-360');
    await ana.getByRole('button', { name: 'Despertar a la cuadrilla' }).click();
    await ana.getByRole('dialog').getByRole('button', { name: 'Despertar a la cuadrilla' }).click();
    await ana.getByText('Se avisó a 0 personas.').waitFor(); // nobody has a channel
    await leo.getByText('Veces que se despertó a la cuadrilla').click();
    await leo.getByText('¡Arriba!').waitFor();

    await ana.getByRole('button', { name: /^Pasar: / }).last().click();
    await leo.getByRole('button', { name: /^La hago yo: / }).click();
    await leo.getByRole('button', { name: /^Pasar: / }).waitFor();
    assert.deepEqual(await axe(leo), []);
    await shot(leo, 'crew-1280');
    await leo.goto('/#/crews');
    await leo.getByText('Tu próxima guardia').waitFor();
    await shot(leo, 'crews-1280');

    await leo.goto(link.slice(link.indexOf('/#')));
    await leo.getByRole('button', { name: 'Unirme' }).click();
    await leo.getByRole('button', { name: 'Salir de la cuadrilla' }).click();
    await leo.getByRole('dialog').getByRole('button', { name: 'Salir de la cuadrilla' }).click();
    await leo.getByText('Todavía no estás en ninguna cuadrilla').waitFor();
    await ana.getByRole('button', { name: 'Que nadie más se una' }).click();
    await ana.getByText('Ahora nadie puede unirse.').waitFor();
    await leo.goto('/#/');
    await leo.goto(link.slice(link.indexOf('/#')));
    await leo.getByText('Esta invitación ya no vale.').waitFor();
    assert.deepEqual(ana.problems.concat(leo.problems), []);
  } catch (error) {
    await shot(ana, 'crew-failed-ana');
    await shot(leo, 'crew-failed-leo');
    throw error;
  }
});
