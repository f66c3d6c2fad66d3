// The fields of a project, for making one and for changing one.
//
// A form: {title, description, instructions, label_config, price (text), overlap, rule, overlap_min, target (percent), task_seconds, approve_seconds, gold (percent),
// seconds (expected for one task; a help for the price, the server does not know it), samples}
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Card, Field, Input, Select, Spinner, Stat, TabPanel, Tabs, TextArea } from '../shared/ui.jsx';
import { errorText, money, number, t } from '../shared/i18n.js';
import { moneyInput, moneyParse } from '../shared/money.js';
import { ConfigEditor } from './editor.jsx';
import { useSettled } from './load.jsx';

export const blankForm = () => ({
  title: '',
  description: '',
  instructions: '',
  label_config: '<View>\n  <Text name="text" value="$text"/>\n  <Choices name="choice" toName="text" choice="single" required="true">\n    <Choice value="A" hotkey="1"/>\n    <Choice value="B" hotkey="2"/>\n  </Choices>\n</View>',
  price: '0.05',
  seconds: 15,
  overlap: 3,
  rule: 'fixed',
  overlap_min: 2,
  target: 98.5,
  task_seconds: 600,
  approve_seconds: 259200,
  gold: 10,
  samples: [{}],
});

export const formOfTemplate = (template) => ({
  ...blankForm(),
  title: template.title,
  description: template.description,
  instructions: template.instructions,
  label_config: template.label_config,
  price: moneyInput(template.price_micros),
  seconds: template.seconds,
  overlap: template.overlap,
  task_seconds: Math.max(300, Math.ceil((template.seconds * 10) / 60) * 60),
  gold: template.gold_permille / 10,
  samples: template.tasks,
});

export const formOfProject = (project) => ({
  title: project.title,
  description: project.description,
  instructions: project.instructions,
  label_config: project.label_config,
  price: moneyInput(project.price_micros),
  seconds: Math.round(project.stats.median_seconds) || 15,
  overlap: project.overlap,
  rule: project.overlap_rule,
  overlap_min: project.overlap_min,
  target: project.target_permille / 10,
  task_seconds: project.task_seconds,
  approve_seconds: project.approve_seconds,
  gold: project.gold_permille / 10,
  review: project.review_permille / 10,
  samples: [{}],
});

// What the page itself can see is wrong: {"/title": sentence ...}.
export function formErrors(form) {
  const errors = {};
  if (!form.title.trim()) errors['/title'] = t('form.title_missing');
  if (!form.label_config.trim()) errors['/label_config'] = t('form.config_missing');
  if (moneyParse(form.price) === null) errors['/price_micros'] = t('form.price_wrong');
  if (!(form.overlap >= 1 && form.overlap <= 100) || form.overlap % 1) errors['/overlap'] = t('form.between', { from: 1, to: 100 });
  if (form.rule !== 'fixed' && (!(form.overlap_min >= 1 && form.overlap_min <= form.overlap) || form.overlap_min % 1)) errors['/overlap_min'] = t('form.between', { from: 1, to: form.overlap || 1 });
  if (form.rule === 'sure' && !(form.target >= 50 && form.target <= 99.9)) errors['/target_permille'] = t('form.between', { from: 50, to: 99.9 });
  if (!(form.gold >= 0 && form.gold <= 50)) errors['/gold_permille'] = t('form.between', { from: 0, to: 50 });
  if (!((form.review || 0) >= 0 && (form.review || 0) <= 100)) errors['/review_permille'] = t('form.between', { from: 0, to: 100 });
  if (!(form.task_seconds >= 10 && form.task_seconds <= 1209600)) errors['/task_seconds'] = t('form.task_seconds_wrong');
  if (!(form.approve_seconds >= 0 && form.approve_seconds <= 2592000)) errors['/approve_seconds'] = t('form.approve_seconds_wrong');
  return errors;
}

export const bodyOf = (form) => ({
  title: form.title.trim(),
  description: form.description.trim(),
  instructions: form.instructions,
  label_config: form.label_config,
  price_micros: moneyParse(form.price),
  overlap: Math.round(form.overlap),
  overlap_rule: form.rule,
  ...(form.rule !== 'fixed' && { overlap_min: Math.round(form.overlap_min) }),
  ...(form.rule === 'sure' && { target_permille: Math.round(form.target * 10) }),
  task_seconds: Math.round(form.task_seconds),
  approve_seconds: Math.round(form.approve_seconds),
  gold_permille: Math.round(form.gold * 10),
  review_permille: Math.round((form.review || 0) * 10),
});

// Markdown beside what workers will read. The server renders it, so that both are the same.
export function MarkdownView({ text }) {
  const settled = useSettled(text, 400);
  const [state, set] = useState({ html: null, error: null });
  useEffect(() => {
    let alive = true;
    if (!settled.trim()) {
      set({ html: '', error: null });
      return undefined;
    }
    api.post('/markdown', { text: settled }).then(
      (reply) => alive && set({ html: reply.html, error: null }),
      (error) => alive && set({ html: '', error })
    );
    return () => (alive = false);
  }, [settled]);
  if (state.error) return <p class="muted">{errorText(state.error)}</p>;
  if (state.html === null) return <Spinner />;
  if (!state.html) return <p class="muted">{t('form.instructions_none')}</p>;
  return <div class="prose" dangerouslySetInnerHTML={{ __html: state.html }} />;
}

function Instructions({ form, set, wrong }) {
  const [tab, setTab] = useState('write');
  return (
    <Tabs label={t('form.instructions')} tabs={[['write', t('form.write')], ['look', t('form.look')]]} value={tab} onChange={setTab}>
      <TabPanel name="write">
        <TextArea
          label={t('form.instructions')}
          hint={t('form.instructions_hint')}
          class="mono-field"
          rows={12}
          value={form.instructions}
          error={wrong['/instructions']}
          onInput={(e) => set({ instructions: e.target.value })}
        />
      </TabPanel>
      <TabPanel name="look">
        <MarkdownView text={form.instructions} />
      </TabPanel>
    </Tabs>
  );
}

const UNITS = [
  ['s', 1],
  ['min', 60],
  ['h', 3600],
  ['d', 86400],
];
const unitOf = (seconds) => [...UNITS].reverse().find(([, size]) => seconds >= size && seconds % size === 0) || UNITS[0];

// A time as a number and a unit; `units` names the ones offered.
export function TimeInput({ value, onChange, units, disabled, ...field }) {
  const offered = UNITS.filter(([name]) => units.includes(name));
  const [unit, setUnit] = useState(() => (offered.find(([name]) => name === unitOf(value)[0]) || offered[0])[0]);
  const size = UNITS.find(([name]) => name === unit)[1];
  const amount = value / size;
  return (
    <Field {...field}>
      {(given) => (
        <div class="time-input">
          <input type="number" min={0} step="any" inputMode="decimal" disabled={disabled} {...given} value={Number.isFinite(amount) ? Math.round(amount * 100) / 100 : ''} onInput={(e) => onChange(e.target.value === '' ? NaN : Number(e.target.value) * size)} />
          <select
            aria-label={field.label + ': ' + t('form.unit')}
            disabled={disabled}
            value={unit}
            onChange={(e) => {
              const next = UNITS.find(([name]) => name === e.target.value)[1];
              setUnit(e.target.value);
              onChange(amount * next);
            }}
          >
            {offered.map(([name]) => (
              <option key={name} value={name} selected={name === unit}>
                {t('form.unit.' + name)}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}

const whole = (e) => (e.target.value === '' ? NaN : Number(e.target.value));
const shown = (n) => (Number.isFinite(n) ? n : '');

function Pay({ form, set, wrong, fixed }) {
  const micros = moneyParse(form.price);
  const known = micros !== null && form.seconds > 0;
  return (
    <div class="pay">
      <div class="pay-fields">
        <Input label={t('form.price')} hint={t('form.price_hint')} inputMode="decimal" value={form.price} disabled={fixed} error={wrong['/price_micros']} onInput={(e) => set({ price: e.target.value })} />
        <TimeInput label={t('form.seconds')} hint={t('form.seconds_hint')} units={['s', 'min']} value={form.seconds} onChange={(seconds) => set({ seconds })} />
        <Input label={t('form.overlap')} hint={t('form.overlap_hint')} type="number" min={1} max={100} step={1} value={shown(form.overlap)} disabled={fixed} error={wrong['/overlap']} onInput={(e) => set({ overlap: whole(e) })} />
        <Select label={t('form.rule')} hint={t('form.rule_hint')} value={form.rule} disabled={fixed} error={wrong['/overlap_rule']} options={['fixed', 'disagreement', 'sure'].map((name) => [name, t('form.rule.' + name)])} onChange={(e) => set({ rule: e.target.value })} />
        {form.rule !== 'fixed' && <Input label={t('form.overlap_min')} type="number" min={1} max={100} step={1} value={shown(form.overlap_min)} disabled={fixed} error={wrong['/overlap_min']} onInput={(e) => set({ overlap_min: whole(e) })} />}
        {form.rule === 'sure' && <Input label={t('form.target')} hint={t('form.target_hint')} type="number" min={50} max={99.9} step={0.1} value={shown(form.target)} disabled={fixed} error={wrong['/target_permille']} onInput={(e) => set({ target: whole(e) })} />}
        <Input label={t('form.gold')} hint={t('form.gold_hint')} type="number" min={0} max={50} step={0.1} value={shown(form.gold)} disabled={fixed} error={wrong['/gold_permille']} onInput={(e) => set({ gold: whole(e) })} />
        <Input label={t('form.review')} hint={t('form.review_hint')} type="number" min={0} max={100} step={0.1} value={shown(form.review || 0)} error={wrong['/review_permille']} onInput={(e) => set({ review: whole(e) })} />
        <TimeInput label={t('form.task_seconds')} hint={t('form.task_seconds_hint')} units={['s', 'min', 'h', 'd']} value={form.task_seconds} error={wrong['/task_seconds']} onChange={(task_seconds) => set({ task_seconds })} />
        <TimeInput label={t('form.approve_seconds')} hint={t('form.approve_seconds_hint')} units={['min', 'h', 'd']} value={form.approve_seconds} error={wrong['/approve_seconds']} onChange={(approve_seconds) => set({ approve_seconds })} />
      </div>
      <dl class="stats meaning" aria-live="polite">
        <Stat label={t('form.per_hour')} value={known ? money(Math.round((micros * 3600) / form.seconds / 10000) * 10000) : '–'} note={known ? t('form.per_hour_note', { n: Math.floor(3600 / form.seconds) }) : null} />
        <Stat label={t('form.per_task')} value={micros !== null && form.overlap >= 1 ? money(micros * Math.round(form.overlap)) : '–'} note={form.overlap >= 1 ? t('form.per_task_note', { n: Math.round(form.overlap) }) : null} />
        <Stat label={t('form.per_thousand', { n: number(1000) })} value={micros !== null && form.overlap >= 1 ? money(micros * Math.round(form.overlap) * 1000) : '–'} note={t('form.per_thousand_note')} />
      </dl>
    </div>
  );
}

// published: only texts and times can change. hasTasks: the label config stands, tasks were checked against it.
export function ProjectForm({ form, set, wrong, refused, published, hasTasks }) {
  return (
    <>
      <Card title={t('form.about')}>
        <Input label={t('form.title')} hint={t('form.title_hint')} required maxLength={200} value={form.title} error={wrong['/title']} onInput={(e) => set({ title: e.target.value })} />
        <TextArea label={t('form.description')} hint={t('form.description_hint')} optional rows={2} maxLength={2000} value={form.description} error={wrong['/description']} onInput={(e) => set({ description: e.target.value })} />
      </Card>
      <Card title={t('form.config')}>
        {published || hasTasks ? <p class="hint">{published ? t('form.fixed') : t('form.config_fixed')}</p> : <p class="hint">{t('form.config_hint')}</p>}
        {wrong['/label_config'] && !(refused && refused.length) && <p class="error">{wrong['/label_config']}</p>}
        <ConfigEditor value={form.label_config} onChange={(label_config) => set({ label_config })} samples={form.samples} onSamples={hasTasks ? null : (samples) => set({ samples })} readOnly={published || hasTasks} refused={refused} />
      </Card>
      <Card title={t('form.instructions')}>
        <Instructions form={form} set={set} wrong={wrong} />
      </Card>
      <Card title={t('form.pay')}>
        {published && <p class="hint">{t('form.fixed')}</p>}
        <Pay form={form} set={set} wrong={wrong} fixed={published} />
      </Card>
    </>
  );
}
