// The operator's limits: how far requesters may choose between speed and fairness, what is sent how fast, how often somebody may ask.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Alert, Badge, Button, Card, Checkbox, Form, Input, Page, Table, toast } from '../shared/ui.jsx';
import { duration, money, number, t } from '../shared/i18n.js';
import { Loaded, Trouble, fieldErrors, useAction, useLoad } from './load.jsx';

// "12,5" and "12.5" are the same; shown as it is written here.
const percentOf = (permille) => number(permille / 10);
const numberOf = (text) => Number(text.trim().replace(',', '.'));

function Fairness({ limits }) {
  const [form, set] = useState({ min: percentOf(limits.away_permille_min), max: percentOf(limits.away_permille_max), hours: number(limits.weekly_minutes_max / 60), race: limits.race });
  const [save, busy, error] = useAction(async () => {
    await api.patch('/system/dispatch', {
      away_permille_min: Math.round(numberOf(form.min) * 10),
      away_permille_max: Math.round(numberOf(form.max) * 10),
      weekly_minutes_max: Math.round(numberOf(form.hours) * 60),
      race: form.race,
    });
    toast(t('limits.saved'));
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
const rateText = (row) => t('limits.rate', { n: number(row.burst), time: row.seconds_each < 1 ? t('limits.per_second', { n: number(Math.round(1 / row.seconds_each)) }) : t('limits.one_each', { time: duration(row.seconds_each) }) });

export function Limits() {
  const limits = useLoad(() => api.get('/system/limits'), []);
  return (
    <Page title={t('nav.limits')} lead={t('limits.lead')}>
      <Loaded of={limits}>
        {(s) => (
          <>
            <Fairness limits={s.dispatch} />
            <Card title={t('limits.sending')}>
              <p class="muted">{t('limits.sending_text')}</p>
              <Table
                caption={t('limits.sending')}
                rows={s.sending.map((row) => ({ ...row, id: row.kind }))}
                columns={[
                  { key: 'kind', label: t('limits.channel'), render: (row) => CHANNELS[row.kind] },
                  { key: 'on', label: t('limits.state'), render: (row) => <Badge kind={row.on ? 'good' : 'plain'}>{t(row.on ? 'limits.on' : 'limits.off')}</Badge> },
                  { key: 'per_second', label: t('limits.speed'), render: (row) => (row.per_second ? t('limits.per_second', { n: number(row.per_second) }) : t('limits.none')) },
                  { key: 'address', label: t('limits.address'), render: (row) => (row.address_seconds ? duration(row.address_seconds) : t('limits.none')) },
                ]}
              />
              {s.whatsapp_price_micros > 0 && <p>{s.whatsapp_cap_micros ? t('limits.whatsapp', { price: money(s.whatsapp_price_micros), cap: money(s.whatsapp_cap_micros) }) : t('limits.whatsapp_open', { price: money(s.whatsapp_price_micros) })}</p>}
            </Card>
            <Card title={t('limits.rates')}>
              {!s.rates_on && <Alert kind="warning">{t('limits.rates_off')}</Alert>}
              <p class="muted">{t('limits.rates_text')}</p>
              <Table
                caption={t('limits.rates')}
                rows={s.rates.map((row) => ({ ...row, id: row.name }))}
                columns={[
                  { key: 'name', label: t('limits.what'), render: (row) => t('limits.rate_' + row.name) },
                  { key: 'burst', label: t('limits.how_often'), render: rateText },
                ]}
              />
              <p>{t('limits.streams', { n: s.streams_each })}</p>
              <p>{t(s.signup === 'open' ? 'limits.signup_open' : 'limits.signup_closed')} {t('limits.signup_how')} <code>faena init --signup open|closed</code></p>
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
