// One rule: as a sentence in the list, as a form in a dialog.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { errorText, money, number, t } from '../shared/i18n.js';
import { Alert, Button, Checkbox, Dialog, Form, Input, Select } from '../shared/ui.jsx';

const KINDS = ['any', 'text', 'picture', 'sound', 'video', 'series'];
const RATINGS = [30, 35, 40, 45];
const points = (tenths) => number(tenths / 10, { minimumFractionDigits: 1 });

export function ruleText(rule) {
  const parts = [rule.project ? t('alerts.if_project', { title: rule.project.title }) : t('alerts.if_any')];
  if (rule.requester) parts.push(t('alerts.if_requester', { name: rule.requester.handle }));
  if (rule.kind && rule.kind !== 'any') parts.push(t('alerts.if_kind', { kind: t('alerts.work_' + rule.kind).toLocaleLowerCase() }));
  if (rule.qualification) parts.push(t('alerts.if_skill', { name: rule.qualification.name }));
  if (rule.requester_rating_tenths) parts.push(t('alerts.if_rating', { n: points(rule.requester_rating_tenths) }));
  if (rule.pay_per_hour_micros) parts.push(t('alerts.if_pay', { amount: money(rule.pay_per_hour_micros) }));
  if (rule.tasks) parts.push(t('alerts.if_tasks', { n: rule.tasks }));
  if (rule.digest) parts.push(t('alerts.if_digest'));
  if (rule.urgent_per_hour_micros) parts.push(t('alerts.if_urgent', { amount: money(rule.urgent_per_hour_micros) }));
  return parts.join(', ') + '.';
}

// "4,50" and "4.50" are both four and a half; null when it is no amount.
const microsOf = (text) => {
  const value = text.trim().replace(',', '.');
  return value === '' ? 0 : /^\d{1,4}(\.\d{1,6})?$/.test(value) ? Math.round(Number(value) * 1e6) : null;
};
const textOf = (micros) => (micros ? String(micros / 1e6) : '');

export function RuleDialog({ rule, onClose, onDone }) {
  const [form, set] = useState({
    project: rule.project ? String(rule.project.id) : '',
    kind: rule.kind || 'any',
    skill: rule.qualification ? String(rule.qualification.id) : '',
    rating: String(rule.requester_rating_tenths || 0),
    pay: textOf(rule.pay_per_hour_micros),
    tasks: rule.tasks ? String(rule.tasks) : '',
    urgent: !!rule.urgent_per_hour_micros,
    urgentPay: textOf(rule.urgent_per_hour_micros),
    digest: !!rule.digest,
  });
  const [projects, setProjects] = useState(rule.project ? [rule.project] : []);
  const [held, setHeld] = useState(rule.qualification ? [rule.qualification] : []);
  const [state, setState] = useState({ errors: {} });
  useEffect(() => {
    api.get('/me/qualifications').then(
      ({ items }) => setHeld((old) => old.filter((one) => !items.some((item) => item.id === one.id)).concat(items)),
      () => {}
    );
    api.get('/work/projects', { limit: 200 }).then(
      ({ items }) => setProjects((old) => old.filter((one) => !items.some((item) => item.id === one.id)).concat(items)),
      () => {}
    );
  }, []);
  const save = async () => {
    const errors = {};
    const pay = microsOf(form.pay);
    const urgent = form.urgent ? microsOf(form.urgentPay) : 0;
    if (pay === null) errors.pay = t('alerts.amount_wrong');
    if (urgent === null || (form.urgent && !urgent)) errors.urgent = t('alerts.amount_wrong');
    if (!/^\d{0,6}$/.test(form.tasks.trim())) errors.tasks = t('alerts.number_wrong');
    if (Object.keys(errors).length) return setState({ errors });
    setState({ errors, busy: true });
    const body = { pay_per_hour_micros: pay, tasks: Number(form.tasks) || 0, urgent_per_hour_micros: urgent, digest: form.digest };
    Object.assign(body, { kind: form.kind, requester_rating_tenths: Number(form.rating) });
    if (form.project) body.project = Number(form.project);
    if (form.skill) body.qualification = Number(form.skill);
    if (rule.requester) body.requester = rule.requester.id;
    try {
      await (rule.id ? api.put('/me/alerts/rules/' + rule.id, body) : api.post('/me/alerts/rules', body));
      onDone();
    } catch (problem) {
      setState({ errors: {}, problem });
    }
    return undefined;
  };
  // What a program has set between the steps stays as it is.
  const own = rule.requester_rating_tenths || 0;
  const ratings = own && !RATINGS.includes(own) ? RATINGS.concat(own).sort() : RATINGS;
  return (
    <Dialog title={t(rule.id ? 'alerts.rule_change' : 'alerts.rule_add')} onClose={onClose}>
      <Form onSubmit={save}>
        {state.problem && <Alert kind="bad">{errorText(state.problem)}</Alert>}
        <Input label={t('alerts.pay')} hint={t('alerts.pay_hint')} optional inputMode="decimal" error={state.errors.pay} value={form.pay} onInput={(e) => set({ ...form, pay: e.target.value })} />
        <Input label={t('alerts.tasks')} optional inputMode="numeric" error={state.errors.tasks} value={form.tasks} onInput={(e) => set({ ...form, tasks: e.target.value })} />
        <Select label={t('alerts.project')} value={form.project} options={[['', t('alerts.project_any')]].concat(projects.map((one) => [String(one.id), one.title]))} onChange={(e) => set({ ...form, project: e.target.value })} />
        <Select label={t('alerts.work')} value={form.kind} options={KINDS.map((kind) => [kind, t('alerts.work_' + kind)])} onChange={(e) => set({ ...form, kind: e.target.value })} />
        {held.length > 0 && <Select label={t('alerts.skill')} value={form.skill} options={[['', t('alerts.skill_any')]].concat(held.map((one) => [String(one.id), one.name]))} onChange={(e) => set({ ...form, skill: e.target.value })} />}
        <Select label={t('alerts.rating')} hint={t('alerts.rating_hint')} value={form.rating} options={[['0', t('alerts.rating_any')]].concat(ratings.map((tenths) => [String(tenths), t('alerts.points', { n: points(tenths) })]))} onChange={(e) => set({ ...form, rating: e.target.value })} />
        <Checkbox label={t('alerts.digest')} checked={form.digest} onChange={(e) => set({ ...form, digest: e.target.checked })} />
        <Checkbox label={t('alerts.urgent')} hint={t('alerts.urgent_hint')} checked={form.urgent} onChange={(e) => set({ ...form, urgent: e.target.checked })} />
        {form.urgent && <Input label={t('alerts.urgent_pay')} inputMode="decimal" required error={state.errors.urgent} value={form.urgentPay} onInput={(e) => set({ ...form, urgentPay: e.target.value })} />}
        <div>
          <Button kind="primary" type="submit" busy={state.busy}>
            {t('ui.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
