// The page of alerts: when not, where to, of which work, and what was sent.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { dateTime, errorText, t } from '../shared/i18n.js';
import { Alert, Badge, Button, Card, Empty, Loading, Page, Pages, ask, toast } from '../shared/ui.jsx';
import { AddChannel } from './channel.jsx';
import { Hours } from './hours.jsx';
import { pushEnd, pushOwn } from './push.js';
import { RuleDialog, ruleText } from './rule.jsx';
export { ready } from './words.js';

const STATES = { on: 'good', waits: 'warning', gone: 'bad' };
const SENT = { sent: 'good', waiting: 'warning', given_up: 'bad' };
const said = (error) => toast(error.message === 'denied' ? t('alerts.denied') : errorText(error), 'bad');

function Channel({ channel, reload }) {
  const path = '/me/alerts/channels/' + channel.id;
  const act = async (call, done) => {
    try {
      await call();
      if (done) toast(done);
    } catch (error) {
      said(error);
    }
    reload();
  };
  const drop = async () => {
    if (!(await ask({ title: t('alerts.drop_title'), text: t('alerts.drop_text'), yes: t('alerts.drop'), danger: true }))) return;
    act(async () => {
      await pushEnd(channel.id).catch(() => {});
      await api.delete(path);
    });
  };
  return (
    <li>
      <strong>
        {t('alerts.kind_' + channel.kind)}
        {channel.kind === 'web_push' && pushOwn() === channel.id && ' · ' + t('alerts.this_browser')}
      </strong>
      <span class="end">
        <Badge kind={STATES[channel.state]}>{t('alerts.state_' + channel.state)}</Badge>
      </span>
      <span class="muted small">{[channel.name, channel.address, channel.sent_at && t('alerts.last', { date: dateTime(channel.sent_at) })].filter(Boolean).join(' · ')}</span>
      {channel.detail && channel.state !== 'on' && <p class="why">{t('alerts.trouble_' + (channel.state === 'gone' ? 'gone' : 'last'))}</p>}
      <span class="row whole">
        {channel.state === 'on' && <Button onClick={() => act(() => api.post(path + '/test'), t('alerts.test_sent'))}>{t('alerts.test')}</Button>}
        {channel.state === 'stopped' && <Button onClick={() => act(() => api.post(path + '/resume'))}>{t('alerts.resume')}</Button>}
        <Button kind="quiet" onClick={drop}>
          {t('alerts.drop')}
        </Button>
      </span>
    </li>
  );
}

function Rules({ rules, reload }) {
  const [open, set] = useState(null);
  const drop = async (rule) => {
    try {
      await api.delete('/me/alerts/rules/' + rule.id);
    } catch (error) {
      said(error);
    }
    reload();
  };
  return (
    <Card title={t('alerts.rules')} actions={<Button icon="plus" onClick={() => set({})}>{t('alerts.rule_add')}</Button>}>
      {rules.length === 0 && <p class="muted">{t('alerts.rules_none')}</p>}
      <ul class="lines">
        {rules.map((rule) => (
          <li key={rule.id}>
            <span class="whole">{ruleText(rule)}</span>
            <span class="whole row">
              <Button kind="quiet" onClick={() => set(rule)}>
                {t('alerts.change')}
              </Button>
              <Button kind="quiet" onClick={() => drop(rule)}>
                {t('alerts.drop')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open && (
        <RuleDialog
          rule={open}
          onClose={() => set(null)}
          onDone={() => {
            set(null);
            reload();
          }}
        />
      )}
    </Card>
  );
}

function Log({ turn }) {
  return (
    <Card title={t('alerts.log')}>
      <Pages
        load={(cursor) => api.get('/me/alerts', { cursor })}
        reload={turn}
        error={(error, retry) => (
          <Alert kind="warning" actions={<Button onClick={retry}>{t('ui.retry')}</Button>}>
            {errorText(error)}
          </Alert>
        )}
        empty={<p class="muted">{t('alerts.log_none')}</p>}
      >
        {(items) => (
          <ul class="lines">
            {items.map((item) => (
              <li key={item.id}>
                <strong>{item.project ? <a href={'#/projects/' + item.project.id}>{item.project.title}</a> : t('alerts.purpose_' + item.purpose)}</strong>
                <span class="end">
                  <Badge kind={SENT[item.state]}>{t('alerts.sent_' + item.state)}</Badge>
                </span>
                <span class="muted small">
                  {[t('alerts.kind_' + item.kind), dateTime(item.done_at || item.created_at), item.state === 'waiting' && t('alerts.due', { date: dateTime(item.due_at) })].filter(Boolean).join(' · ')}
                </span>
                {item.detail && <p class="why">{item.detail}</p>}
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </Card>
  );
}

export function Alerts() {
  const [state, set] = useState({});
  const [turn, setTurn] = useState(0);
  const load = async () => {
    try {
      const [settings, channels, rules] = await Promise.all([api.get('/me/alerts/settings'), api.get('/me/alerts/channels'), api.get('/me/alerts/rules')]);
      set({ settings, channels: channels.items, rules: rules.items });
      setTurn((n) => n + 1);
    } catch (error) {
      set((old) => ({ ...old, error }));
    }
  };
  useEffect(() => {
    load();
    // A bot links a channel while this page is open, and a code is brought from another one.
    const look = () => document.visibilityState === 'visible' && load();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  const page = { title: t('alerts.title'), lead: t('alerts.lead'), narrow: true, back: ['#/profile', t('nav.profile')] };
  if (!state.settings)
    return (
      <Page {...page}>
        {state.error ? (
          <Empty icon="offline" title={errorText(state.error)} actions={<Button kind="primary" onClick={load}>{t('ui.retry')}</Button>} />
        ) : (
          <Loading />
        )}
      </Page>
    );
  const { settings, channels, rules } = state;
  return (
    <Page {...page}>
      <Card title={t('alerts.channels')}>
        {channels.length === 0 && <p class="muted">{t('alerts.channels_none')}</p>}
        <ul class="lines">
          {channels.map((channel) => (
            <Channel key={channel.id} channel={channel} reload={load} />
          ))}
        </ul>
        <AddChannel settings={settings} channels={channels} reload={load} failed={said} />
      </Card>
      <Rules rules={rules} reload={load} />
      <Hours settings={settings} take={(fresh) => set({ ...state, settings: fresh })} />
      <Log turn={turn} />
    </Page>
  );
}
