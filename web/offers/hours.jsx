// When, how much and for how little somebody wants to work: said once, and the server makes offers from it.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { errorText, percent, t } from '../shared/i18n.js';
import { moneyInput, moneyParse } from '../shared/money.js';
import { sessionPatch } from '../shared/session.js';
import { Alert, Button, Card, Checkbox, Field, Form, Input, Loading, Page, Select, toast } from '../shared/ui.jsx';
import { bodyOf } from './offers.jsx';

const two = (n) => String(n).padStart(2, '0');
const timeOf = (minutes) => two(Math.floor(minutes / 60)) + ':' + two(minutes % 60);
const minutesOf = (text) => {
  const [hours, minutes] = text.split(':').map(Number);
  return hours * 60 + minutes || 0;
};
const zone = () => {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone || '';
  } catch (e) {
    return '';
  }
};

function Time({ label, value, onChange, ...rest }) {
  return <Field label={label}>{(given) => <input type="time" {...given} {...rest} value={timeOf(value)} onInput={(e) => e.target.value && onChange(minutesOf(e.target.value))} />}</Field>;
}

function Chosen({ projects, changed }) {
  if (!projects.length) return <p class="muted">{t('hours.no_projects')}</p>;
  const forget = async (project) => {
    try {
      changed(await api.put('/work/wishes/projects/' + project.id, { wish: 'none' }));
    } catch (error) {
      toast(errorText(error), 'bad');
    }
  };
  return (
    <ul class="members">
      {projects.map((project) => (
        <li key={project.id}>
          <span>
            {project.title} <span class="muted small">{t('hours.' + project.wish)}</span>
          </span>
          <Button onClick={() => forget(project)} aria-label={t('hours.forget') + ': ' + project.title}>
            {t('hours.forget')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function Hours() {
  const [form, set] = useState(null);
  const [state, setState] = useState({});
  const take = (wishes) =>
    set({
      ...wishes,
      hours: String(wishes.weekly_minutes / 60),
      least: wishes.least_hour_micros ? moneyInput(wishes.least_hour_micros) : '',
      quiet: wishes.quiet_from !== wishes.quiet_to,
      wants_offers: wishes.said ? wishes.wants_offers : true,
    });
  const load = () => api.get('/work/wishes').then(take, (error) => setState({ error }));
  useEffect(() => {
    load();
  }, []);
  if (!form)
    return state.error ? (
      <Page title={t('hours.title')} narrow>
        <Alert kind="warning" actions={<Button onClick={load}>{t('ui.retry')}</Button>}>
          {errorText(state.error)}
        </Alert>
      </Page>
    ) : (
      <Loading />
    );
  const change = (more) => set({ ...form, ...more });
  const save = async () => {
    const errors = {};
    const weekly = Math.round(Number(String(form.hours).replace(',', '.')) * 60);
    const least = form.least.trim() ? moneyParse(form.least) : 0;
    if (!(weekly >= 15 && weekly <= 6000)) errors.hours = t('hours.hours_wrong');
    if (least === null) errors.least = t('hours.least_wrong');
    if (Object.keys(errors).length) return setState({ errors });
    setState({ busy: true });
    try {
      const body = bodyOf({ ...form, weekly_minutes: weekly, least_hour_micros: least, quiet_to: form.quiet ? form.quiet_to : form.quiet_from, time_zone: zone(), utc_offset_minutes: -new Date().getTimezoneOffset() });
      take(await api.put('/work/wishes', body));
      sessionPatch({ offers: true });
      setState({});
      toast(t('hours.saved'));
    } catch (error) {
      setState({ error });
    }
    return undefined;
  };
  const errors = state.errors || {};
  return (
    <Page title={t('hours.title')} lead={t('hours.lead')} back={['#/', t('nav.work')]} narrow>
      <Form onSubmit={save}>
        {state.error && <Alert kind="bad">{errorText(state.error)}</Alert>}
        <Card title={t('hours.when')}>
          <Checkbox label={t('hours.wants')} hint={t('hours.wants_hint')} checked={form.wants_offers} onChange={(e) => change({ wants_offers: e.target.checked })} />
          <Input label={t('hours.hours')} hint={t('hours.hours_hint')} inputMode="decimal" value={form.hours} error={errors.hours} onInput={(e) => change({ hours: e.target.value })} />
          <Checkbox label={t('hours.quiet')} hint={t('hours.quiet_hint')} checked={form.quiet} onChange={(e) => change({ quiet: e.target.checked, ...(e.target.checked && form.quiet_from === form.quiet_to ? { quiet_from: 1320, quiet_to: 360 } : {}) })} />
          {form.quiet && (
            <div class="two">
              <Time label={t('hours.from')} value={form.quiet_from} onChange={(quiet_from) => change({ quiet_from })} />
              <Time label={t('hours.to')} value={form.quiet_to} onChange={(quiet_to) => change({ quiet_to })} />
            </div>
          )}
          <p class="muted small">{t('hours.zone', { zone: zone() || form.time_zone || 'UTC' })}</p>
        </Card>
        <Card title={t('hours.what')}>
          <Input label={t('hours.least')} hint={t('hours.least_hint')} optional inputMode="decimal" value={form.least} error={errors.least} onInput={(e) => change({ least: e.target.value })} />
          <Select label={t('hours.device')} value={form.device} options={['any', 'phone', 'computer'].map((one) => [one, t('hours.device_' + one)])} onChange={(e) => change({ device: e.target.value })} />
          <Checkbox label={t('hours.chosen_only')} hint={t('hours.chosen_hint')} checked={form.chosen_only} onChange={(e) => change({ chosen_only: e.target.checked })} />
          <Checkbox label={t('hours.tell_empty')} checked={form.tell_empty} onChange={(e) => change({ tell_empty: e.target.checked })} />
        </Card>
        <div>
          <Button kind="primary" type="submit" busy={state.busy}>
            {t('ui.save')}
          </Button>
        </div>
      </Form>
      <Card title={t('hours.projects')}>
        <Chosen projects={form.projects} changed={(wishes) => change({ projects: wishes.projects })} />
      </Card>
      {form.said && <p class="muted">{t('hours.kept', { share: percent(form.kept) })}</p>}
    </Page>
  );
}
