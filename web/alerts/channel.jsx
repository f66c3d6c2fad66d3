// Adding a channel: each kind asks for what it needs, and says what to do next.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { errorText, t } from '../shared/i18n.js';
import { Alert, Button, Dialog, Form, Input, toast } from '../shared/ui.jsx';
import { browserName, pushBegin, pushOwn, pushPossible } from './push.js';

const wrongField = (error, name) => {
  const found = (error.errors || []).find((one) => one.pointer === '/' + name);
  return found ? t('alerts.wrong_' + name) : undefined;
};

// An address is typed; a mail address then wants its code.
function AddressDialog({ kind, onClose, onDone }) {
  const [form, set] = useState({ address: '', token: '' });
  const [state, setState] = useState({});
  const [channel, setChannel] = useState(null);
  const [code, setCode] = useState('');
  const call = async (what, then) => {
    setState({ busy: true });
    try {
      const reply = await what();
      setState({});
      then(reply);
    } catch (error) {
      setState({ error });
    }
  };
  const add = () =>
    call(
      () => api.post('/me/alerts/channels', { kind, ...(form.address.trim() && { address: form.address.trim() }), ...(form.token && { token: form.token }) }),
      (reply) => (kind === 'mail' || reply.secret || (kind === 'ntfy' && reply.link) ? setChannel(reply) : onDone())
    );
  const confirm = () =>
    call(
      () => api.post(`/me/alerts/channels/${channel.id}/confirm`, { code: code.trim() }),
      () => {
        toast(t('alerts.confirmed'));
        onDone();
      }
    );
  const title = t('alerts.add_' + kind);
  if (channel && kind !== 'mail')
    return (
      <Dialog title={title} onClose={onDone} actions={<Button kind="primary" onClick={onDone}>{t('ui.close')}</Button>}>
        <p>{t(kind === 'ntfy' ? 'alerts.ntfy_topic' : 'alerts.webhook_secret')}</p>
        <p class="secret mono">{channel.secret || channel.link}</p>
      </Dialog>
    );
  const { error } = state;
  const field = error && (wrongField(error, 'address') || wrongField(error, 'code'));
  return (
    <Dialog title={title} onClose={channel ? onDone : onClose}>
      <Form onSubmit={channel ? confirm : add}>
        {error && !field && <Alert kind="bad">{errorText(error)}</Alert>}
        {channel ? (
          <Input label={t('alerts.code')} hint={t('alerts.code_hint', { address: channel.address })} error={field} autocomplete="one-time-code" autocapitalize="characters" maxLength={20} required value={code} onInput={(e) => setCode(e.target.value)} />
        ) : (
          <>
            <Input
              label={t('alerts.address_' + kind)}
              hint={t('alerts.hint_' + kind)}
              error={field}
              optional={kind === 'ntfy'}
              required={kind !== 'ntfy'}
              type={kind === 'mail' ? 'email' : 'url'}
              autocomplete={kind === 'mail' ? 'email' : 'off'}
              maxLength={1000}
              value={form.address}
              onInput={(e) => set({ ...form, address: e.target.value })}
            />
            {kind === 'ntfy' && form.address && <Input label={t('alerts.token')} optional autocomplete="off" maxLength={100} value={form.token} onInput={(e) => set({ ...form, token: e.target.value })} />}
          </>
        )}
        <div>
          <Button kind="primary" type="submit" busy={state.busy}>
            {t(channel ? 'alerts.confirm' : 'alerts.add')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

// The bot is opened with a code; in a group the same code links the group.
function LinkDialog({ channel, onDone }) {
  const telegram = channel.kind === 'telegram';
  return (
    <Dialog title={t('alerts.add_' + channel.kind)} onClose={onDone}>
      <p>{t('alerts.link_' + channel.kind)}</p>
      <p class="secret mono">{channel.code}</p>
      <div class="row">
        <Button kind="primary" href={channel.link} target="_blank" rel="noopener" onClick={() => setTimeout(onDone, 500)}>
          {t('alerts.open_' + channel.kind)}
        </Button>
        {telegram && (
          <Button href={channel.link.replace('?start=', '?startgroup=')} target="_blank" rel="noopener" onClick={() => setTimeout(onDone, 500)}>
            {t('alerts.open_group')}
          </Button>
        )}
      </div>
      <p class="muted small">{t('alerts.link_hour')}</p>
    </Dialog>
  );
}

export function AddChannel({ settings, channels, reload, failed }) {
  const [open, set] = useState(null); // {kind} or {channel}
  const [busy, setBusy] = useState(null);
  const close = () => {
    set(null);
    reload();
  };
  const begin = async (kind) => {
    if (kind === 'mail' || kind === 'ntfy' || kind === 'webhook') return set({ kind });
    setBusy(kind);
    try {
      if (kind === 'web_push') {
        await pushBegin(settings.vapid_key, browserName());
        toast(t('alerts.push_on'));
        reload();
      } else set({ channel: await api.post('/me/alerts/channels', { kind }) });
    } catch (error) {
      failed(error);
    }
    setBusy(null);
    return undefined;
  };
  const here = channels.some((one) => one.id === pushOwn() && one.state === 'on');
  const kinds = settings.kinds.filter((kind) => kind !== 'web_push' || (pushPossible() && !here));
  return (
    <>
      {!pushPossible() && <p class="muted small">{t('alerts.push_impossible')}</p>}
      <p class="muted small">{t('alerts.add_where')}</p>
      <div class="row">
        {kinds.map((kind, i) => (
          <Button key={kind} kind={i === 0 && !channels.length ? 'primary' : 'secondary'} busy={busy === kind} onClick={() => begin(kind)}>
            {t('alerts.add_' + kind)}
          </Button>
        ))}
      </div>
      {open && open.kind && <AddressDialog kind={open.kind} onClose={() => set(null)} onDone={close} />}
      {open && open.channel && <LinkDialog channel={open.channel} onDone={close} />}
    </>
  );
}
