// Money out: a worker asks for it on a phone, the operator pays one and refuses another, both see it; then the same account twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, browserStart, freshHandle, pageOpen, serverStart, signUp } from './harness.mjs';

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

async function consoleIn(page) {
  await page.goto('/console');
  await page.fill('input[autocomplete=username]', server.logins.operator.handle);
  await page.fill('input[autocomplete=current-password]', server.logins.operator.password);
  await page.click('button[type=submit]');
  await page.getByRole('link', { name: 'Pagos a personas' }).waitFor();
}

// What a person has earned does not matter here: the operator's credit is money as well.
async function rich(console_, handle, amount) {
  await console_.evaluate(
    async ([name, micros]) => {
      const people = await (await fetch('/api/v1/people?query=' + name)).json();
      const reply = await fetch(`/api/v1/people/${people.items[0].id}/credit`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'credit-' + name }, body: JSON.stringify({ amount_micros: micros }) });
      if (!reply.ok) throw new Error(await reply.text());
    },
    [handle, amount]
  );
}

async function askFor(page, amount, address) {
  await page.getByRole('button', { name: 'Pedir un pago' }).click();
  await page.getByLabel('Monto').fill(amount);
  await page.getByLabel('Por dónde').fill('Banco del Sur');
  await page.getByLabel('Cuenta o número').fill(address);
  await page.getByLabel('A nombre de').fill('Ana Roja');
  await page.getByRole('button', { name: 'Pedir', exact: true }).click();
}

test('asked for on a phone, paid or refused in the console, seen by both', { timeout: 240000 }, async () => {
  const console_ = await pageOpen(browser, server, { width: 1280 });
  const phone = await pageOpen(browser, server, { width: 360 });
  const other = await pageOpen(browser, server, { width: 360 });
  try {
    await consoleIn(console_);
    const ana = await signUp(phone, freshHandle('ana'));
    await phone.goto('/#/balance');
    await phone.getByText('Se puede cobrar desde').waitFor();
    await rich(console_, ana, 12500000);
    await phone.reload();
    await phone.getByRole('button', { name: 'Pedir un pago' }).click();
    assert.equal(await phone.getByLabel('Monto').inputValue(), '12.50');
    await phone.getByLabel('Monto').fill('99');
    await phone.getByRole('button', { name: 'Pedir', exact: true }).click();
    await phone.getByText('Tienes US$').waitFor();
    await phone.getByText('Di por dónde quieres cobrar.').waitFor();
    assert.deepEqual(await axe(phone), []);
    await shot(phone, 'payout-ask-360');
    await phone.getByLabel('Monto').fill('10,50');
    await phone.getByLabel('Por dónde').fill('Banco del Sur');
    await phone.getByLabel('Cuenta o número').fill('0049 1500 7');
    await phone.getByLabel('A nombre de').fill('Ana Roja');
    await phone.getByRole('button', { name: 'Pedir', exact: true }).click();
    await phone.getByText('Pedido', { exact: true }).waitFor();
    await phone.getByText('Cobro', { exact: true }).first().waitFor(); // among the movements, held

    const leo = await signUp(other, freshHandle('leo'));
    await rich(console_, leo, 3000000);
    await other.goto('/#/balance');
    await askFor(other, '2', '004915007');
    await other.getByText('Pedido', { exact: true }).waitFor();

    await console_.getByRole('link', { name: 'Pagos a personas' }).click();
    await console_.getByText('La misma cuenta que otra persona').first().waitFor();
    await console_.getByLabel('Marcar el pago de ' + ana).check();
    assert.deepEqual(await axe(console_), []);
    await shot(console_, 'payouts-1280');
    await console_.setViewportSize({ width: 360, height: 740 });
    assert.deepEqual(await axe(console_), []);
    await shot(console_, 'payouts-360');
    await console_.setViewportSize({ width: 1280, height: 800 });
    await console_.getByLabel('Referencia').fill('lote 7');
    await console_.getByRole('button', { name: 'Anotar como pagado' }).click();
    await console_.getByRole('dialog').getByRole('button', { name: 'Anotar como pagado' }).click();
    await console_.getByText('Anotado como pagado.').waitFor();
    await phone.getByText('referencia lote 7').waitFor(); // without a reload
    await shot(phone, 'payout-paid-360');

    await console_.getByLabel('Marcar el pago de ' + leo).check();
    await console_.getByLabel('Motivo').fill('El banco no conoce esta cuenta.');
    await console_.getByRole('button', { name: 'No pagar' }).click();
    await console_.getByRole('dialog').getByRole('button', { name: 'No pagar' }).click();
    await console_.getByText('Nadie espera dinero').waitFor();
    await other.getByText('El banco no conoce esta cuenta.').waitFor();
    await other.getByRole('button', { name: 'Pedir un pago' }).waitFor(); // the money is back
    await askFor(other, '3', '004915007');
    await other.getByRole('button', { name: 'Retirar el pedido' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Retirar el pedido' }).click();
    await other.getByText('Retirado', { exact: true }).waitFor();

    await console_.getByRole('tab', { name: 'Pagados' }).click();
    await console_.getByText('lote 7').waitFor();
    const table = await console_.evaluate(async () => (await fetch('/api/v1/payouts/csv?state=paid')).text());
    assert.match(table, new RegExp(`"${ana}",10\\.50,USD,"Banco del Sur","0049 1500 7","Ana Roja"`));
    await console_.getByRole('link', { name: 'Cuentas' }).click();
    await console_.getByRole('heading', { name: 'Mismo destino de pago' }).waitFor();
    assert.deepEqual([...console_.problems, ...phone.problems, ...other.problems], []);
  } catch (error) {
    await shot(console_, 'payouts-failed-console');
    await shot(phone, 'payouts-failed-phone');
    await shot(other, 'payouts-failed-other');
    throw error;
  } finally {
    for (const page of [console_, phone, other]) await page.context().close();
  }
});
