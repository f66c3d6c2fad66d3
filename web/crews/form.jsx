// What a crew is: name, rules, nights. For founding one and for changing it.
import { useState } from 'preact/hooks';
import { errorText, t } from '../shared/i18n.js';
import { Alert, Button, Checkbox, Field, Form, Input, Select, TextArea } from '../shared/ui.jsx';

const two = (n) => String(n).padStart(2, '0');
const timeOf = (minutes) => two(Math.floor(minutes / 60)) + ':' + two(minutes % 60);
const minutesOf = (text) => {
  const [hours, minutes] = text.split(':').map(Number);
  return hours * 60 + minutes || 0;
};
const Time = ({ label, value, onChange }) => (
  <Field label={label}>{(given) => <input type="time" {...given} value={timeOf(value)} onInput={(e) => e.target.value && onChange(minutesOf(e.target.value))} />}</Field>
);
const NEW = { name: '', rules: '', chat_url: '', night_from: 1320, night_to: 360, wakes_max: 2 };

export function CrewForm({ crew, send, button }) {
  const [form, set] = useState({ ...NEW, ...crew, nights: !crew || crew.night_from !== crew.night_to });
  const [state, setState] = useState({});
  const change = (more) => set({ ...form, ...more });
  const save = async () => {
    const errors = {};
    if (!form.name.trim()) errors.name = t('crew.name_wrong');
    if (form.chat_url && !/^https:\/\/./.test(form.chat_url)) errors.chat_url = t('crew.chat_wrong');
    if (Object.keys(errors).length) return setState({ errors });
    setState({ busy: true });
    const { name, rules, chat_url, night_from, wakes_max } = form;
    try {
      await send({ name: name.trim(), rules, chat_url, night_from, night_to: form.nights ? form.night_to : night_from, wakes_max: Number(wakes_max), utc_offset_minutes: -new Date().getTimezoneOffset() });
      setState({});
    } catch (error) {
      setState({ error });
    }
    return undefined;
  };
  const errors = state.errors || {};
  return (
    <Form onSubmit={save}>
      {state.error && <Alert kind="bad">{errorText(state.error)}</Alert>}
      <Input label={t('crew.name')} maxLength={80} value={form.name} error={errors.name} onInput={(e) => change({ name: e.target.value })} />
      <TextArea label={t('crew.rules')} hint={t('crew.rules_hint')} optional maxLength={4000} value={form.rules} onInput={(e) => change({ rules: e.target.value })} />
      <Input label={t('crew.chat')} hint={t('crew.chat_hint')} optional type="url" maxLength={300} value={form.chat_url} error={errors.chat_url} onInput={(e) => change({ chat_url: e.target.value.trim() })} />
      <Checkbox label={t('crew.nights')} hint={t('crew.nights_hint')} checked={form.nights} onChange={(e) => change({ nights: e.target.checked, ...(e.target.checked && form.night_from === form.night_to ? { night_from: 1320, night_to: 360 } : {}) })} />
      {form.nights && (
        <>
          <div class="two">
            <Time label={t('crew.night_from')} value={form.night_from} onChange={(night_from) => change({ night_from })} />
            <Time label={t('crew.night_to')} value={form.night_to} onChange={(night_to) => change({ night_to })} />
          </div>
          <Select label={t('crew.wakes_max')} value={String(form.wakes_max)} options={['0', '1', '2', '3', '4', '5'].map((n) => [n, n])} onChange={(e) => change({ wakes_max: e.target.value })} />
        </>
      )}
      <div>
        <Button kind="primary" type="submit" busy={state.busy}>
          {button}
        </Button>
      </div>
    </Form>
  );
}
