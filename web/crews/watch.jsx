// Watches to come, handing one over, and waking the crew.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { dateTime, errorText, locale, t } from '../shared/i18n.js';
import { Alert, Badge, Button, Card, Form, Input, Select, ask, toast } from '../shared/ui.jsx';

export const whenText = (iso) => new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
const clockText = (iso) => new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
export const nameOf = (person) => person.display_name || person.handle;

function Wake({ crew, changed }) {
  const [projects, setProjects] = useState([]);
  const [form, set] = useState({ project: '', message: '' });
  const [state, setState] = useState({});
  useEffect(() => {
    api.get('/work/projects', { limit: 200 }).then(
      (reply) => setProjects(reply.items.filter((one) => one.left > 0)),
      () => {}
    );
  }, []);
  const send = async () => {
    if (!form.project) return setState({ wrong: t('crew.wake_which_wrong') });
    if (!(await ask({ title: t('crew.wake_title'), text: t('crew.wake_text', { left: crew.wakes_left }), yes: t('crew.wake') }))) return undefined;
    setState({ busy: true });
    try {
      const reply = await api.post(`/crews/${crew.id}/wake`, { project: Number(form.project), message: form.message });
      toast(t('crew.woke', { n: reply.told }));
      setState({});
      set({ project: '', message: '' });
      changed();
    } catch (error) {
      setState({ error });
    }
    return undefined;
  };
  if (!crew.wakes_left) return <p class="muted">{t('crew.wakes_used')}</p>;
  return (
    <Form onSubmit={send}>
      {state.error && <Alert kind="bad">{errorText(state.error)}</Alert>}
      <Select label={t('crew.wake_which')} value={form.project} error={state.wrong} options={[['', t('crew.wake_choose')]].concat(projects.map((one) => [String(one.id), one.title]))} onChange={(e) => set({ ...form, project: e.target.value })} />
      <Input label={t('crew.wake_message')} optional maxLength={200} value={form.message} onInput={(e) => set({ ...form, message: e.target.value })} />
      <div>
        <Button kind="primary" type="submit" busy={state.busy}>
          {t('crew.wake')}
        </Button>
      </div>
    </Form>
  );
}

export function Watches({ crew, me, changed }) {
  const [busy, setBusy] = useState('');
  const step = (watch, name) => async () => {
    setBusy(watch.id + name);
    try {
      changed(await api.patch(`/crews/${crew.id}/watches/${watch.id}`, { step: name }));
    } catch (error) {
      toast(errorText(error), 'bad');
      changed();
    }
    setBusy('');
  };
  const own = crew.watches.find((watch) => watch.now && watch.person.id === me);
  return (
    <Card title={t('crew.rota')}>
      <p class="muted">{t('crew.rota_text')}</p>
      {own && (
        <>
          <Alert quiet title={t('crew.on_watch', { time: clockText(own.ends_at) })}>
            {t('crew.on_watch_text')}
          </Alert>
          <Wake crew={crew} changed={changed} />
        </>
      )}
      {!crew.watches.length && <p>{t(crew.night_from === crew.night_to ? 'crew.no_nights' : 'crew.no_watchers')}</p>}
      {crew.watches.length > 0 && (
        <ul class="crew-list">
          {crew.watches.map((watch) => {
            const when = whenText(watch.begins_at);
            return (
              <li key={watch.id}>
                <span class={watch.now ? 'name now' : 'name'}>
                  {when} – {clockText(watch.ends_at)}
                  <br />
                  {nameOf(watch.person)} {watch.now && <Badge kind="good">{t('crew.now')}</Badge>} {watch.offered && <Badge kind="warning">{t('crew.offered')}</Badge>}
                </span>
                {watch.person.id === me ? (
                  <Button busy={busy === watch.id + (watch.offered ? 'keep' : 'offer')} aria-label={t(watch.offered ? 'crew.keep' : 'crew.hand_over') + ': ' + when} onClick={step(watch, watch.offered ? 'keep' : 'offer')}>
                    {t(watch.offered ? 'crew.keep' : 'crew.hand_over')}
                  </Button>
                ) : (
                  watch.offered && (
                    <Button kind="primary" busy={busy === watch.id + 'take'} aria-label={t('crew.take') + ': ' + when} onClick={step(watch, 'take')}>
                      {t('crew.take')}
                    </Button>
                  )
                )}
              </li>
            );
          })}
        </ul>
      )}
      {crew.wakes.length > 0 && (
        <details>
          <summary>{t('crew.wakes')}</summary>
          <ul class="crew-list">
            {crew.wakes.map((wake) => (
              <li key={wake.created_at}>
                <span class="name">
                  {dateTime(wake.created_at)}, {nameOf(wake.person)}: {wake.project ? <a href={'#/projects/' + wake.project.id}>{wake.project.title}</a> : null} {wake.message}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
