// How a project gives out its work: the rule, what may wait for people who sleep, limits, deadline, schedule; and what each choice
// between speed and fairness would lead to now.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Card, Checkbox, Field, Form, Button, Input, Select, Stat, Table, toast } from '../shared/ui.jsx';
import { duration, number, percent, t } from '../shared/i18n.js';
import { Loaded, Trouble, fieldErrors, useAction, useLoad } from './load.jsx';

// <input type="datetime-local"> knows no zone: it shows the local time of what the server keeps in UTC.
const two = (n) => String(n).padStart(2, '0');
function toLocal(iso) {
  if (!iso) return '';
  const d = new Date(iso);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
}
const toIso = (local) => (local ? new Date(local).toISOString().replace(/\.\d+Z$/, 'Z') : '');

const When = ({ label, hint, value, error, onChange }) => (
  <Field label={label} hint={hint} error={error} optional>
    {(given) => <input type="datetime-local" {...given} value={value} onInput={(e) => onChange(e.target.value)} />}
  </Field>
);

function Effects({ effects }) {
  const columns = [
    { key: 'rule', label: t('dispatch.rule'), render: (row) => t('dispatch.' + row.rule) },
    { key: 'away', label: t('dispatch.away_short'), end: true, render: (row) => percent(row.away_permille / 1000) },
    { key: 'finish', label: t('dispatch.finish'), end: true, render: (row) => (row.finish_seconds === null ? '—' : duration(row.finish_seconds)) },
    { key: 'people', label: t('dispatch.people'), end: true, render: (row) => number(row.people) },
    { key: 'away_tasks', label: t('dispatch.away_tasks'), end: true, render: (row) => number(row.away_tasks) },
    { key: 'jain', label: t('dispatch.even'), end: true, render: (row) => (row.jain === null ? '—' : percent(row.jain)) },
  ];
  return (
    <Card title={t('dispatch.effects')}>
      <p class="muted">{t('dispatch.effects_text')}</p>
      <Table caption={t('dispatch.effects')} columns={columns} rows={effects.map((row, i) => ({ ...row, id: i }))} />
    </Card>
  );
}

function Editor({ id, terms, saved }) {
  const [form, set] = useState({
    rule: terms.rule,
    away: String(Math.round(terms.away_permille / 10)),
    person_max: terms.person_max ? String(terms.person_max) : '',
    crew: terms.crew ? String(terms.crew.id) : '',
    deadline: toLocal(terms.deadline_at),
    computer: terms.device === 'computer',
    publish_at: toLocal(terms.publish_at),
    repeat_days: terms.repeat_days ? String(terms.repeat_days) : '',
  });
  const change = (more) => set({ ...form, ...more });
  const [save, busy, error] = useAction(async () => {
    const reply = await api.patch(`/projects/${id}/dispatch`, {
      rule: form.rule,
      away_permille: Math.round(Number(form.away) * 10) || 0,
      person_max: Number(form.person_max) || 0,
      crew: form.rule === 'crew' ? Number(form.crew.replace(/\D/g, '')) || 0 : 0,
      deadline: toIso(form.deadline),
      device: form.computer ? 'computer' : 'any',
      publish_at: toIso(form.publish_at),
      repeat_days: Number(form.repeat_days) || 0,
    });
    saved(reply);
    toast(t('dispatch.saved'));
  });
  const wrong = fieldErrors(error);
  const { limits } = terms;
  const rules = ['fair', 'skill', 'crew'].concat(limits.race || terms.rule === 'race' ? 'race' : []);
  return (
    <Card title={t('dispatch.title')}>
      <Form onSubmit={save}>
        {error && !error.errors.length && <Trouble error={error} />}
        <Select label={t('dispatch.rule')} hint={t('dispatch.hint_' + form.rule)} value={form.rule} error={wrong['/rule']} options={rules.map((name) => [name, t('dispatch.' + name)])} onChange={(e) => change({ rule: e.target.value })} />
        {form.rule === 'crew' && <Input label={t('dispatch.crew_number')} hint={terms.crew ? terms.crew.name : t('dispatch.crew_hint')} inputMode="numeric" value={form.crew} error={wrong['/crew']} onInput={(e) => change({ crew: e.target.value })} />}
        {form.rule !== 'race' && (
          <Input label={t('dispatch.away')} hint={t('dispatch.away_hint', { from: percent(limits.away_permille_min / 1000), to: percent(limits.away_permille_max / 1000) })} inputMode="numeric" value={form.away} error={wrong['/away_permille']} onInput={(e) => change({ away: e.target.value })} />
        )}
        <div class="inline-fields">
          <Input label={t('dispatch.person_max')} hint={t('dispatch.person_max_hint')} optional inputMode="numeric" value={form.person_max} error={wrong['/person_max']} onInput={(e) => change({ person_max: e.target.value })} />
          <When label={t('dispatch.deadline')} hint={t('dispatch.deadline_hint')} value={form.deadline} error={wrong['/deadline']} onChange={(deadline) => change({ deadline })} />
        </div>
        <div class="inline-fields">
          <When label={t('dispatch.publish_at')} hint={t('dispatch.publish_hint')} value={form.publish_at} error={wrong['/publish_at']} onChange={(publish_at) => change({ publish_at })} />
          <Input label={t('dispatch.repeat')} hint={t('dispatch.repeat_hint')} optional inputMode="numeric" value={form.repeat_days} error={wrong['/repeat_days']} onInput={(e) => change({ repeat_days: e.target.value })} />
        </div>
        <Checkbox label={t('dispatch.computer')} checked={form.computer} onChange={(e) => change({ computer: e.target.checked })} />
        <div class="row">
          <Button kind="primary" type="submit" busy={busy}>
            {t('ui.save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

export function Dispatch({ id }) {
  const terms = useLoad(() => api.get(`/projects/${id}/dispatch`), [id]);
  return (
    <Loaded of={terms}>
      {(data) => (
        <>
          <dl class="stats">
            <Stat label={t('dispatch.candidates')} value={number(data.candidates)} />
            <Stat label={t('dispatch.connected')} value={number(data.connected)} />
            <Stat label={t('dispatch.free')} value={number(data.free)} />
            <Stat label={t('dispatch.reserved')} value={number(data.reserved)} />
          </dl>
          <Editor id={id} terms={data} saved={terms.set} />
          <Effects effects={data.effects} />
        </>
      )}
    </Loaded>
  );
}
