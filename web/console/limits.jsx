// The operator's limits: how far requesters may choose between speed and fairness, what is sent how fast, how often somebody may ask.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Alert, Badge, Button, Card, Checkbox, Form, Input, Page, Table, toast } from '../shared/ui.jsx';
import { dateTime, money, number, t } from '../shared/i18n.js';
import { moneyInput, moneyParse } from '../shared/money.js';
import { Loaded, Trouble, fieldErrors, useAction, useLoad } from './load.jsx';

// "12,5" and "12.5" are the same; shown as it is written here.
const percentOf = (permille) => number(permille / 10);
const numberOf = (text) => Number(text.trim().replace(',', '.'));

function Fairness({ limits, saved }) {
  const [form, set] = useState({ min: percentOf(limits.away_permille_min), max: percentOf(limits.away_permille_max), hours: number(limits.weekly_minutes_max / 60), race: limits.race });
  const [save, busy, error] = useAction(async () => {
    await api.patch('/system/dispatch', {
      away_permille_min: Math.round(numberOf(form.min) * 10),
      away_permille_max: Math.round(numberOf(form.max) * 10),
      weekly_minutes_max: Math.round(numberOf(form.hours) * 60),
      race: form.race,
    });
    toast(t('limits.saved'));
    saved();
  });
  const wrong = fieldErrors(error);
  const field = (name) => ({ inputMode: 'decimal', required: true, value: form[name], onInput: (e) => set({ ...form, [name]: e.target.value }) });
  return (
    <Card title={t('limits.fairness')}>
      <p class="muted">{t('limits.fairness_text')}</p>
      <Form onSubmit={save}>
        {error && <Trouble error={error} />}
        <div class="row">
          <Input label={t('limits.away_min')} error={wrong['/away_permille_min']} {...field('min')} />
          <Input label={t('limits.away_max')} error={wrong['/away_permille_max']} {...field('max')} />
          <Input label={t('limits.weekly')} hint={t('limits.weekly_hint')} error={wrong['/weekly_minutes_max']} {...field('hours')} />
        </div>
        <Checkbox label={t('limits.race')} hint={t('limits.race_hint')} checked={form.race} onChange={(e) => set({ ...form, race: e.target.checked })} />
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {t('ui.save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

const CHANNELS = { web_push: 'Web Push', telegram: 'Telegram', mail: 'SMTP', whatsapp: 'WhatsApp', ntfy: 'ntfy', webhook: 'Webhook' };
const plain = (value) => number(value, { maximumFractionDigits: 6, useGrouping: false });
const amountOf = (text, field) => {
  const micros = moneyParse(text);
  if (micros === null) throw { code: 'invalid', errors: [{ pointer: field, detail: t('limits.amount_wrong') }] };
  return micros;
};

// Rows of two numbers each; only what was changed is sent, and a refusal is shown at its row.
function Rows({ rows, columns, name, send, saved }) {
  const start = () => Object.fromEntries(rows.map((row) => [row.id, columns.map((c) => plain(row[c.key]))]));
  const [form, set] = useState(start);
  const [wrong, setWrong] = useState({});
  const [save, busy] = useAction(async () => {
    setWrong({});
    const first = start();
    let newest = null;
    for (const row of rows) {
      const values = form[row.id];
      if (values.every((text, i) => text === first[row.id][i])) continue;
      try {
        newest = await send(row.id, Object.fromEntries(columns.map((c, i) => [c.key, numberOf(values[i])])));
      } catch (error) {
        if (newest) saved(newest);
        setWrong({ id: row.id, error });
        return;
      }
    }
    if (newest) saved(newest);
    toast(t('limits.saved'));
  });
  return (
    <Form onSubmit={save}>
      <div>
        {rows.map((row) => {
          const refused = wrong.id === row.id ? wrong.error : null;
          const fields = fieldErrors(refused);
          return (
            <fieldset key={row.id} class="limit-row">
              <legend>
                {name(row)} {row.badge}
              </legend>
              {refused && <Trouble error={refused} />}
              <div class="row limit-fields">
                {columns.map((c, i) => (
                  <Input
                    key={c.key}
                    label={c.label}
                    inputMode="decimal"
                    required
                    error={fields['/' + c.key]}
                    value={form[row.id][i]}
                    onInput={(e) => set({ ...form, [row.id]: form[row.id].map((old, at) => (at === i ? e.target.value : old)) })}
                  />
                ))}
              </div>
            </fieldset>
          );
        })}
      </div>
      <div>
        <Button kind="primary" type="submit" busy={busy}>
          {t('ui.save')}
        </Button>
      </div>
    </Form>
  );
}

function Sending({ limits, saved }) {
  return (
    <Card title={t('limits.sending')}>
      <p class="muted">{t('limits.sending_text')}</p>
      <Rows
        rows={limits.sending.map((row) => ({ ...row, id: row.kind, badge: <Badge kind={row.on ? 'good' : 'plain'}>{t(row.on ? 'limits.on' : 'limits.off')}</Badge> }))}
        name={(row) => CHANNELS[row.kind]}
        columns={[
          { key: 'per_second', label: t('limits.speed') },
          { key: 'address_seconds', label: t('limits.address') },
        ]}
        send={(kind, values) => api.patch('/system/limits/sending', { kind, ...values })}
        saved={saved}
      />
    </Card>
  );
}

function Rates({ limits, saved }) {
  return (
    <Card title={t('limits.rates')}>
      {!limits.rates_on && <Alert kind="warning">{t('limits.rates_off')}</Alert>}
      <p class="muted">{t('limits.rates_text')}</p>
      <Rows
        rows={limits.rates.map((row) => ({ ...row, id: row.name }))}
        name={(row) => t('limits.rate_' + row.name)}
        columns={[
          { key: 'burst', label: t('limits.burst') },
          { key: 'seconds_each', label: t('limits.each') },
        ]}
        send={(name, values) => api.patch('/system/limits/rate', { name, ...values })}
        saved={saved}
      />
    </Card>
  );
}

function Others({ limits, saved }) {
  const [form, set] = useState({ open: limits.signup === 'open', streams: plain(limits.streams_each), days: plain(limits.course_hold_days), cap: moneyInput(limits.whatsapp_cap_micros), payouts: limits.payouts, least: moneyInput(limits.payout_least_micros), methods: limits.payout_methods });
  const [save, busy, error] = useAction(async () => {
    saved(
      await api.patch('/system/limits', {
        signup: form.open ? 'open' : 'closed',
        streams_each: numberOf(form.streams),
        course_hold_days: numberOf(form.days),
        whatsapp_cap_micros: amountOf(form.cap, '/whatsapp_cap_micros'),
        payouts: form.payouts,
        payout_least_micros: amountOf(form.least, '/payout_least_micros'),
        payout_methods: form.methods.trim(),
      })
    );
    toast(t('limits.saved'));
  });
  const wrong = fieldErrors(error);
  const field = (name) => ({ inputMode: 'decimal', required: true, value: form[name], onInput: (e) => set({ ...form, [name]: e.target.value }) });
  return (
    <Card title={t('limits.others')}>
      <Form onSubmit={save}>
        {error && <Trouble error={error} />}
        <Checkbox label={t('limits.signup')} hint={t('limits.signup_hint')} checked={form.open} onChange={(e) => set({ ...form, open: e.target.checked })} />
        <div class="row limit-fields">
          <Input label={t('limits.streams')} error={wrong['/streams_each']} {...field('streams')} />
          <Input label={t('limits.course_days')} error={wrong['/course_hold_days']} {...field('days')} />
          <Input label={t('limits.cap')} hint={limits.whatsapp_price_micros > 0 ? t('limits.cap_hint', { price: money(limits.whatsapp_price_micros) }) : undefined} error={wrong['/whatsapp_cap_micros']} {...field('cap')} />
        </div>
        <Checkbox label={t('limits.payouts')} hint={t('limits.payouts_hint')} checked={form.payouts} onChange={(e) => set({ ...form, payouts: e.target.checked })} />
        <div class="row limit-fields">
          <Input label={t('limits.payout_least')} error={wrong['/payout_least_micros']} {...field('least')} />
          <Input label={t('limits.payout_methods')} hint={t('limits.payout_methods_hint')} maxLength={200} error={wrong['/payout_methods']} value={form.methods} onInput={(e) => set({ ...form, methods: e.target.value })} />
        </div>
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {t('ui.save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

const LISTED = 20;
function Changes({ changes }) {
  return (
    <Card title={t('limits.changes')}>
      {changes.length === 0 && <p class="muted">{t('limits.changes_none')}</p>}
      {changes.length > 0 && (
        <Table
          caption={t('limits.changes')}
          rows={changes.slice(0, LISTED).map((row, id) => ({ ...row, id }))}
          columns={[
            { key: 'at', label: t('limits.when'), render: (row) => dateTime(row.at) },
            { key: 'by', label: t('limits.who'), render: (row) => row.by.handle },
            { key: 'limits', label: t('limits.what'), render: (row) => row.limits.map((one) => <div key={one.name}><code>{one.name}</code> {plain(one.from)} → {plain(one.to)}</div>) },
          ]}
        />
      )}
    </Card>
  );
}

export function Limits() {
  const limits = useLoad(() => api.get('/system/limits'), []);
  return (
    <Page title={t('nav.limits')} lead={t('limits.lead')}>
      <Loaded of={limits}>
        {(s) => (
          <>
            <Fairness limits={s.dispatch} saved={limits.reload} />
            <Others limits={s} saved={limits.set} />
            <Sending limits={s} saved={limits.set} />
            <Rates limits={s} saved={limits.set} />
            <Changes changes={s.changes} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
