// Money out of the balance: asking for it, what became of it. Part of the page of the balance.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { useEvents } from '../shared/events.js';
import { dateTime, errorText, money, t } from '../shared/i18n.js';
import { moneyInput, moneyParse } from '../shared/money.js';
import { sessionRefresh } from '../shared/session.js';
import { Alert, Badge, Button, Card, Form, Input, Loading, Select, ask, toast } from '../shared/ui.jsx';
export { ready } from './words.js';

const KINDS = { asked: 'warning', paid: 'good', refused: 'bad', taken_back: 'plain' };
const whereErrors = (error) => Object.fromEntries(((error && error.errors) || []).map((one) => [(one.pointer || '').slice(1), one.detail]));

// What was given last time is there again: most people are always paid to the same account.
function Ask({ terms, last, done }) {
  const [form, set] = useState({
    amount: moneyInput(terms.available_micros),
    method: last && (!terms.methods.length || terms.methods.includes(last.method)) ? last.method : terms.methods[0] || '',
    address: last ? last.address : '',
    holder: last ? last.holder : '',
  });
  const [state, setState] = useState({});
  const field = (name) => ({ value: form[name], required: true, error: (state.errors || {})[name], onInput: (e) => set({ ...form, [name]: e.target.value }) });
  const send = async () => {
    const micros = moneyParse(form.amount);
    const errors = {};
    if (!micros) errors.amount = t('payout.amount_wrong');
    else if (micros > terms.available_micros) errors.amount = t('payout.amount_more', { amount: money(terms.available_micros) });
    else if (micros < terms.least_micros) errors.amount = t('payout.amount_less', { amount: money(terms.least_micros) });
    if (form.method.trim().length < 2) errors.method = t('payout.method_wrong');
    if (form.address.trim().length < 3) errors.address = t('payout.address_wrong');
    if (form.holder.trim().length < 2) errors.holder = t('payout.holder_wrong');
    if (Object.keys(errors).length) return setState({ errors });
    setState({ busy: true });
    try {
      await api.post('/me/payouts', { amount_micros: micros, method: form.method.trim(), address: form.address.trim(), holder: form.holder.trim() });
      toast(t('payout.asked_done'));
      done();
    } catch (error) {
      const places = whereErrors(error);
      setState({ error, errors: { ...places, amount: places.amount_micros } });
    }
    return undefined;
  };
  return (
    <Form onSubmit={send}>
      {state.error && <Alert kind="bad">{errorText(state.error)}</Alert>}
      <Input label={t('payout.amount')} hint={t('payout.amount_hint', { least: money(terms.least_micros) })} inputMode="decimal" {...field('amount')} />
      {terms.methods.length ? (
        <Select label={t('payout.method')} options={terms.methods.map((one) => [one, one])} value={form.method} error={(state.errors || {}).method} onChange={(e) => set({ ...form, method: e.target.value })} />
      ) : (
        <Input label={t('payout.method')} hint={t('payout.method_hint')} maxLength={40} {...field('method')} />
      )}
      <Input label={t('payout.address')} hint={t('payout.address_hint')} maxLength={120} autocapitalize="none" spellcheck={false} {...field('address')} />
      <Input label={t('payout.holder')} hint={t('payout.holder_hint')} maxLength={80} autocomplete="name" {...field('holder')} />
      <div>
        <Button kind="primary" type="submit" busy={state.busy}>
          {t('payout.ask')}
        </Button>
      </div>
    </Form>
  );
}

function One({ row, done }) {
  const [busy, setBusy] = useState(false);
  const back = async () => {
    if (!(await ask({ title: t('payout.back_ask'), text: t('payout.back_text', { amount: money(row.amount_micros) }), yes: t('payout.back') }))) return;
    setBusy(true);
    try {
      await api.delete('/me/payouts/' + row.id);
    } catch (error) {
      toast(errorText(error), 'bad');
    }
    setBusy(false);
    done();
  };
  return (
    <li>
      <strong>{row.method}</strong>
      <span class={'amount ' + (row.state === 'paid' || row.state === 'asked' ? '' : 'void')}>{money(row.amount_micros)}</span>
      <span class="muted small">
        {row.address} · {dateTime(row.decided_at || row.asked_at)}
        {row.reference && ' · ' + t('payout.reference', { reference: row.reference })}
      </span>
      <span class="end">
        <Badge kind={KINDS[row.state]}>{t('payout.state_' + row.state)}</Badge>
      </span>
      {row.state === 'refused' && (
        <p class="why">
          <strong>{t('payout.reason')}</strong> {row.reason}
        </p>
      )}
      {row.state === 'asked' && (
        <p>
          <Button class="small" busy={busy} onClick={back}>
            {t('payout.back')}
          </Button>
        </p>
      )}
    </li>
  );
}

// moved() is called when money has moved.
export function Payouts({ moved }) {
  const [state, set] = useState({});
  const [open, setOpen] = useState(false);
  const load = () =>
    Promise.all([api.get('/me/payouts/terms'), api.get('/me/payouts', { limit: 20 })]).then(
      ([terms, list]) => set({ terms, rows: list.items }),
      (error) => set((old) => ({ ...old, error }))
    );
  const again = () => {
    setOpen(false);
    load();
    moved();
    sessionRefresh();
  };
  useEffect(() => {
    load();
  }, []);
  useEvents('/work/events', ['payout.paid', 'payout.refused'], again);
  const { terms, rows } = state;
  if (!terms && !state.error) return <Loading />;
  if (!terms)
    return (
      <Alert kind="warning" actions={<Button onClick={load}>{t('ui.retry')}</Button>}>
        {errorText(state.error)}
      </Alert>
    );
  const waits = rows.some((row) => row.state === 'asked');
  const enough = terms.available_micros >= terms.least_micros;
  return (
    <Card title={t('payout.title')}>
      <p class="muted">{t(terms.on ? 'payout.text' : 'payout.off')}</p>
      {terms.on && !waits && !enough && <p>{t('payout.not_enough', { least: money(terms.least_micros) })}</p>}
      {terms.on && !waits && enough && !open && (
        <div>
          <Button kind="primary" onClick={() => setOpen(true)}>
            {t('payout.begin')}
          </Button>
        </div>
      )}
      {open && !waits && <Ask terms={terms} last={rows[0]} done={again} />}
      {rows.length > 0 && (
        <ul class="lines">
          {rows.map((row) => (
            <One key={row.id} row={row} done={again} />
          ))}
        </ul>
      )}
    </Card>
  );
}
