// What concerns the person and not a task: balance, history, profile.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { date, dateTime, errorText, language, money, number, percent, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { sessionLoad, sessionPatch, sessionRefresh, useSession } from '../shared/session.js';
import { Alert, Badge, Button, Card, Checkbox, Dialog, Empty, Form, Input, LanguagePicker, Page, Pages, Select, ThemePicker, ask, toast } from '../shared/ui.jsx';
import { savingNow, savingSet, usageToday } from '../shared/saving.js';
import { later } from '../label/later.jsx';
import { visitEnd } from './visit.js';

const failed = (error, retry) => (
  <Alert kind="warning" actions={<Button onClick={retry}>{t('ui.retry')}</Button>}>
    {errorText(error)}
  </Alert>
);

/* ---- balance ---- */
const Payouts = later(() => import('../payouts/payouts.jsx'), 'Payouts');

export function Balance() {
  const session = useSession();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    sessionRefresh();
  }, []);
  return (
    <Page title={t('balance.title')} narrow>
      <div class="sums">
        <Card>
          <p class="muted">{t('balance.available')}</p>
          <p class="figure">{money(session.available_micros || 0)}</p>
          <p class="muted small">{t('balance.available_text')}</p>
        </Card>
        <Card>
          <p class="muted">{t('balance.pending')}</p>
          <p class="figure">{money(session.pending_micros || 0)}</p>
          <p class="muted small">{t('balance.pending_text')}</p>
        </Card>
      </div>
      <Payouts moved={() => setTurn(turn + 1)} />
      <Card title={t('balance.moves')}>
        <Pages
          load={(cursor) => api.get('/me/transfers', { cursor })}
          reload={turn}
          error={failed}
          empty={
            <Empty icon="wallet" title={t('balance.none')}>
              {t('balance.none_text')}
            </Empty>
          }
        >
          {(items) => (
            <ul class="lines">
              {items.map((item) => (
                <li key={item.id}>
                  <strong>{item.project ? item.project.title : item.course || t('transfer.' + item.kind)}</strong>
                  <span class={'amount ' + (item.state === 'voided' ? 'void' : item.amount_micros > 0 ? 'in' : '')}>
                    {item.amount_micros > 0 ? '+' : ''}
                    {money(item.amount_micros)}
                  </span>
                  <span class="muted small">
                    {t('transfer.' + item.kind)} · {dateTime(item.created_at)}
                    {item.note ? ' · ' + item.note : ''}
                  </span>
                  <span class="end">
                    <Badge kind={{ posted: 'good', pending: 'warning' }[item.state]}>{t('transfer.state_' + item.state)}</Badge>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Pages>
      </Card>
    </Page>
  );
}

/* ---- history ---- */
const KINDS = { approved: 'good', submitted: 'warning', rejected: 'bad' };

// Share of approved among the decided answers that are on the page: said with their number, as it is not a total.
function Rate({ items }) {
  const decided = items.filter((item) => item.state !== 'submitted');
  if (!decided.length) return null;
  const share = decided.filter((item) => item.state === 'approved').length / decided.length;
  return (
    <div class="sums">
      <Card>
        <p class="muted">{t('history.rate')}</p>
        <p class="figure">{percent(share)}</p>
        <p class="muted small">{t('history.rate_of', { n: decided.length })}</p>
      </Card>
    </div>
  );
}

export function History() {
  return (
    <Page title={t('history.title')} lead={t('history.lead')} narrow>
      <Pages
        load={(cursor) => api.get('/me/work', { cursor })}
        error={failed}
        empty={
          <Empty icon="history" title={t('history.none')} actions={<Button kind="primary" href="#/">{t('nav.work')}</Button>}>
            {t('history.none_text')}
          </Empty>
        }
      >
        {(items) => (
          <>
            <Rate items={items} />
            <Card>
              <ul class="lines">
                {items.map((item) => (
                  <li key={item.id}>
                    <strong>{item.project.title}</strong>
                    <span class={'amount ' + (item.state === 'rejected' ? 'void' : item.state === 'approved' ? 'in' : '')}>{money(item.price_micros)}</span>
                    <span class="muted small">
                      {t('history.task', { task: item.task })} · {dateTime(item.created_at)}
                      {item.state === 'submitted' && item.approves_at ? ' · ' + t('history.approves', { date: date(item.approves_at) }) : ''}
                    </span>
                    <span class="end">
                      <Badge kind={KINDS[item.state]}>{t('history.' + item.state)}</Badge>
                    </span>
                    {item.state === 'rejected' && item.reason && (
                      <p class="why">
                        <strong>{t('history.reason')}</strong> {item.reason}
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          </>
        )}
      </Pages>
    </Page>
  );
}

/* ---- profile ---- */
// A form that saves one thing: keeps its own errors and says when it is done.
function Saving({ save, done, button, children }) {
  const [state, set] = useState({});
  const send = async () => {
    set({ busy: true });
    try {
      const errors = await save();
      if (errors) return set({ errors });
      set({});
      toast(done);
    } catch (problem) {
      set({ problem });
    }
    return undefined;
  };
  return (
    <Form onSubmit={send}>
      {state.problem && <Alert kind="bad">{errorText(state.problem)}</Alert>}
      {children(state.errors || {})}
      <div>
        <Button kind="primary" type="submit" busy={state.busy}>
          {button || t('ui.save')}
        </Button>
      </div>
    </Form>
  );
}

function NameForm({ person }) {
  const [name, set] = useState(person.display_name || '');
  return (
    <Saving
      done={t('profile.saved')}
      save={async () => {
        sessionPatch({ person: await api.patch('/me', { display_name: name.trim() }) });
      }}
    >
      {() => <Input label={t('profile.name')} hint={t('profile.name_hint')} autocomplete="name" maxLength={80} value={name} onInput={(e) => set(e.target.value)} />}
    </Saving>
  );
}

function PasswordForm({ person }) {
  const [form, set] = useState({ old: '', fresh: '' });
  return (
    <Saving
      done={t('profile.password_saved')}
      button={t('profile.password_change')}
      save={async () => {
        const errors = {};
        if (!form.old) errors.old = t('enter.password_missing');
        if (Array.from(form.fresh).length < 8) errors.fresh = t('enter.password_short');
        if (Object.keys(errors).length) return errors;
        try {
          await api.patch('/me', { current_password: form.old, new_password: form.fresh });
        } catch (error) {
          if (error.code === 'wrong_login') return { old: t('profile.password_wrong') };
          throw error;
        }
        set({ old: '', fresh: '' });
        return null;
      }}
    >
      {(errors) => (
        <>
          <input type="text" hidden autocomplete="username" value={person.handle} readOnly />
          <Input label={t('profile.password_old')} type="password" autocomplete="current-password" maxLength={200} error={errors.old} value={form.old} onInput={(e) => set({ ...form, old: e.target.value })} />
          <Input label={t('profile.password_new')} hint={t('enter.password_hint')} type="password" autocomplete="new-password" maxLength={200} error={errors.fresh} value={form.fresh} onInput={(e) => set({ ...form, fresh: e.target.value })} />
        </>
      )}
    </Saving>
  );
}

const SCOPES = ['work', 'read', 'write', 'admin'];

function TokenDialog({ onClose, onMade }) {
  const [form, set] = useState({ name: '', scopes: ['work', 'read'], days: '90' });
  const [made, setMade] = useState(null);
  if (made)
    return (
      <Dialog title={t('token.made')} onClose={onClose} actions={<Button kind="primary" onClick={onClose}>{t('ui.close')}</Button>}>
        <Alert kind="warning" quiet>
          {t('token.once')}
        </Alert>
        <p class="secret mono">{made}</p>
      </Dialog>
    );
  return (
    <Dialog title={t('token.new')} onClose={onClose}>
      <Saving
        done={t('token.made')}
        button={t('token.make')}
        save={async () => {
          const errors = {};
          if (!form.name.trim()) errors.name = t('token.name_missing');
          if (!form.scopes.length) errors.scopes = t('token.scopes_missing');
          if (Object.keys(errors).length) return errors;
          const reply = await api.post('/me/tokens', { name: form.name.trim(), scopes: form.scopes, days: Number(form.days) });
          onMade();
          setMade(reply.token);
          return null;
        }}
      >
        {(errors) => (
          <>
            <Input label={t('token.name')} hint={t('token.name_hint')} maxLength={80} error={errors.name} value={form.name} onInput={(e) => set({ ...form, name: e.target.value })} />
            <div role="group" aria-label={t('token.scopes')}>
              <p>
                <strong>{t('token.scopes')}</strong>
              </p>
              {SCOPES.map((scope) => (
                <Checkbox
                  key={scope}
                  label={t('token.scope_' + scope)}
                  checked={form.scopes.includes(scope)}
                  onChange={(e) => set({ ...form, scopes: e.target.checked ? form.scopes.concat(scope) : form.scopes.filter((one) => one !== scope) })}
                />
              ))}
              {errors.scopes && (
                <p class="error" role="alert">
                  {errors.scopes}
                </p>
              )}
            </div>
            <Select label={t('token.days')} value={form.days} options={['30', '90', '365'].map((n) => [n, t('token.days_n', { n: Number(n) })])} onChange={(e) => set({ ...form, days: e.target.value })} />
          </>
        )}
      </Saving>
    </Dialog>
  );
}

function Tokens() {
  const [round, again] = useState(0);
  const [open, setOpen] = useState(false);
  const revoke = async (token) => {
    if (!(await ask({ title: t('token.revoke_title'), text: t('token.revoke_text', { name: token.name }), yes: t('token.revoke'), danger: true }))) return;
    try {
      await api.delete('/me/tokens/' + token.id);
      toast(t('token.revoked'));
    } catch (error) {
      toast(errorText(error), 'bad');
    }
    again((n) => n + 1);
  };
  return (
    <Card title={t('token.title')} actions={<Button icon="plus" onClick={() => setOpen(true)}>{t('token.new')}</Button>}>
      <p class="muted">{t('token.text')}</p>
      <Pages reload={round} load={(cursor) => api.get('/me/tokens', { cursor })} error={failed} empty={null}>
        {(items) => (
          <ul class="lines">
            {items.map((token) => (
              <li key={token.id}>
                <span>
                  <strong>{token.name}</strong> <span class="muted small">{token.scopes.map((scope) => t('token.short_' + scope)).join(', ')}</span>
                </span>
                <Button kind="danger" onClick={() => revoke(token)} aria-label={t('token.revoke') + ': ' + token.name}>
                  {t('token.revoke')}
                </Button>
                <span class="muted small">
                  {token.expires_at ? t('token.expires', { date: date(token.expires_at) }) : ''} · {token.used_at ? t('token.used', { date: date(token.used_at) }) : t('token.unused')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Pages>
      {open && <TokenDialog onClose={() => setOpen(false)} onMade={() => again((n) => n + 1)} />}
    </Card>
  );
}

// The switch that saves data, and what today has cost.
const megabytes = (bytes) => number(bytes / 1e6, { maximumFractionDigits: bytes < 1e7 ? 2 : 0 });
function DataUse() {
  const [value, set] = useState(savingNow());
  return (
    <Card title={t('saving.title')}>
      <p class="muted">{t('saving.text')}</p>
      <Select
        label={t('saving.switch')}
        value={value}
        options={['auto', 'on', 'off'].map((name) => [name, t('saving.' + name)])}
        onChange={(event) => {
          savingSet(event.target.value);
          set(event.target.value);
        }}
      />
      <p class="nums">{t('saving.today', { mb: megabytes(usageToday()) })}</p>
    </Card>
  );
}

function DeleteDialog({ onClose }) {
  const [password, set] = useState('');
  const [state, setState] = useState({});
  const send = async () => {
    if (!password) return setState({ error: t('enter.password_missing') });
    setState({ busy: true });
    try {
      await api.post('/me/delete', { password });
      await sessionLoad();
      go('/');
      toast(t('delete.done'), 'info');
    } catch (problem) {
      setState(problem.code === 'wrong_login' ? { error: t('profile.password_wrong') } : { problem });
    }
    return undefined;
  };
  return (
    <Dialog title={t('delete.title')} onClose={onClose}>
      <p>{t('delete.text')}</p>
      {state.problem && <Alert kind="bad">{errorText(state.problem)}</Alert>}
      <Form onSubmit={send}>
        <Input label={t('enter.password')} type="password" autocomplete="current-password" maxLength={200} error={state.error} value={password} onInput={(e) => set(e.target.value)} />
        <div class="row end">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="danger" type="submit" busy={state.busy}>
            {t('delete.yes')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

export function Profile() {
  const { person } = useSession();
  const [deleting, setDeleting] = useState(false);
  const leave = async () => {
    try {
      await visitEnd();
      go('/');
    } catch (error) {
      toast(errorText(error), 'bad');
    }
  };
  return (
    <Page title={t('profile.title')} lead={'@' + person.handle} narrow actions={<Button onClick={leave}>{t('profile.leave')}</Button>}>
      <Card title={t('profile.you')}>
        <NameForm person={person} />
      </Card>
      <Card title={t('profile.quality')}>
        <p>
          <a href="#/quality">{t('profile.quality_text')}</a>
        </p>
      </Card>
      <Card title={t('profile.rating')}>
        <p>
          <a href="#/requesters">{t('profile.rating_text')}</a>
        </p>
      </Card>
      <Card title={t('profile.courses')}>
        <p>
          <a href="#/courses">{t('profile.courses_text')}</a>
        </p>
      </Card>
      <Card title={t('crew.title')}>
        <p>
          <a href="#/crews">{t('profile.crews_text')}</a>
        </p>
      </Card>
      <Card title={t('profile.alerts')}>
        <p>
          <a href="#/alerts">{t('profile.alerts_text')}</a>
        </p>
      </Card>
      <Card title={t('profile.look')}>
        <div class="row">
          <LanguagePicker onPick={(name) => api.patch('/me', { language: name }).catch(() => {})} key={language()} />
          <ThemePicker />
        </div>
      </Card>
      <DataUse />
      <Card title={t('profile.password')}>
        <PasswordForm person={person} />
      </Card>
      <Tokens />
      <Card title={t('profile.data')}>
        <p class="muted">{t('profile.data_text')}</p>
        <div class="row">
          <Button icon="download" href="/api/v1/me/export" download>
            {t('profile.export')}
          </Button>
          <Button kind="danger" onClick={() => setDeleting(true)}>
            {t('delete.open')}
          </Button>
        </div>
      </Card>
      {deleting && <DeleteDialog onClose={() => setDeleting(false)} />}
    </Page>
  );
}
