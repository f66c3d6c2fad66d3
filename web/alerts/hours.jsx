// When nobody is to be disturbed: quiet hours, silence by hand, the time of the digest. The server needs the clock of this place;
// it is sent along, also when it has changed since (summer time, a journey).
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { dateTime, errorText, t } from '../shared/i18n.js';
import { Alert, Button, Card, Checkbox, Form, Input, toast } from '../shared/ui.jsx';

const offset = () => -new Date().getTimezoneOffset();
const clockOf = (minute) => String(Math.floor(minute / 60)).padStart(2, '0') + ':' + String(minute % 60).padStart(2, '0');
const minuteOf = (text) => {
  const [, hours, minutes] = /^(\d\d?):(\d\d)/.exec(text || '') || [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
};

export function Hours({ settings, take }) {
  const has = settings.quiet_from !== settings.quiet_to;
  const [form, set] = useState({ quiet: has, from: clockOf(has ? settings.quiet_from : 1320), to: clockOf(has ? settings.quiet_to : 420), digest: clockOf(settings.digest_minute) });
  const [state, setState] = useState({});
  const change = async (body, done) => {
    setState({ busy: true });
    try {
      take(await api.patch('/me/alerts/settings', { utc_offset_minutes: offset(), ...body }));
      setState({});
      if (done) toast(done);
    } catch (error) {
      setState({ error });
    }
  };
  useEffect(() => {
    if (settings.utc_offset_minutes !== offset()) change({});
  }, []);
  const save = () => {
    const from = minuteOf(form.from);
    const to = minuteOf(form.to);
    if (form.quiet && (from === null || to === null || from === to)) return setState({ wrong: t('alerts.quiet_wrong') });
    return change({ quiet_from: form.quiet ? from : 0, quiet_to: form.quiet ? to : 0, digest_minute: minuteOf(form.digest) || 0 }, t('alerts.saved'));
  };
  const muted = settings.muted_until && new Date(settings.muted_until) > new Date();
  return (
    <Card title={t('alerts.hours')}>
      {state.error && <Alert kind="bad">{errorText(state.error)}</Alert>}
      {muted ? (
        <Alert kind="info" quiet actions={<Button onClick={() => change({ mute_hours: 0 })}>{t('alerts.unmute')}</Button>}>
          {t('alerts.muted', { date: dateTime(settings.muted_until) })}
        </Alert>
      ) : (
        <div class="row">
          <Button onClick={() => change({ mute_hours: 8 })}>{t('alerts.mute')}</Button>
        </div>
      )}
      <Form onSubmit={save}>
        <Checkbox label={t('alerts.quiet')} hint={t('alerts.quiet_hint')} checked={form.quiet} onChange={(e) => set({ ...form, quiet: e.target.checked })} />
        {form.quiet && (
          <div class="row">
            <Input label={t('alerts.from')} type="time" value={form.from} error={state.wrong} onInput={(e) => set({ ...form, from: e.target.value })} />
            <Input label={t('alerts.to')} type="time" value={form.to} onInput={(e) => set({ ...form, to: e.target.value })} />
          </div>
        )}
        <Input label={t('alerts.digest_at')} hint={t('alerts.digest_hint')} type="time" value={form.digest} onInput={(e) => set({ ...form, digest: e.target.value })} />
        <div>
          <Button kind="primary" type="submit" busy={state.busy}>
            {t('ui.save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
