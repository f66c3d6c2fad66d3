// The pages of somebody who is not logged in: what this is, sign up, log in.
import { useState } from 'preact/hooks';
import { errorText, language, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { sessionBegin, sessionJoin, sessionNow, useSession } from '../shared/session.js';
import { Alert, Button, Card, Form, Icon, Input, Page } from '../shared/ui.jsx';
import { outbox } from './outbox.js';
import { visitTake } from './visit.js';

// What was opened before logging in (an invitation, an offer), until they are in, also by way of signing up. Who is at the welcome
// page wants nothing in particular: they have left, or begin.
const ENTRY = /^#\/(login|signup)/;
let wanted = '/';

export function Welcome() {
  const { signup } = useSession();
  wanted = '/';
  return (
    <div class="welcome">
      <Page
        title={t('welcome.title')}
        lead={t('welcome.lead')}
      >
        <div class="row welcome-do">
          {signup !== 'closed' && (
            <Button kind="primary" class="big" href="#/signup">
              {t('enter.join')}
            </Button>
          )}
          <Button kind="secondary" class="big" href="#/login">
            {t('enter.login')}
          </Button>
        </div>
        <ul class="welcome-points">
          {[
            ['wallet', 'pay'],
            ['clock', 'hour'],
            ['offline', 'link'],
          ].map(([icon, name]) => (
            <li key={name} class="card">
              <span class="tile">
                <Icon name={icon} size={24} />
              </span>
              <h2>{t('welcome.' + name)}</h2>
              <p class="muted">{t('welcome.' + name + '_text')}</p>
            </li>
          ))}
        </ul>
        {signup !== 'closed' && (
          <p>
            {t('welcome.requester')} <a href="#/signup?role=requester">{t('enter.join_requester')}</a>
          </p>
        )}
      </Page>
    </div>
  );
}

// Where somebody goes who has just come in.
function enter() {
  const { roles } = sessionNow().person;
  if (!roles.includes('worker')) location.assign('/console');
  else if (ENTRY.test(location.hash)) go(wanted, { replace: true });
  wanted = '/';
}

function Password({ value, onInput, error, hint, fresh }) {
  const [seen, see] = useState(false);
  return (
    <div class="password">
      <Input label={t('enter.password')} hint={hint} error={error} type={seen ? 'text' : 'password'} autocomplete={fresh ? 'new-password' : 'current-password'} maxLength={200} required value={value} onInput={onInput} />
      <Button kind="quiet" aria-pressed={seen ? 'true' : 'false'} onClick={() => see(!seen)}>
        {t(seen ? 'enter.hide' : 'enter.show')}
      </Button>
    </div>
  );
}

export function Login() {
  const session = useSession();
  const { others } = outbox.use(); // whose answers wait on this device
  if (!ENTRY.test(location.hash)) wanted = location.hash.slice(1);
  const [form, set] = useState({ handle: '', password: '' });
  const [state, setState] = useState({ errors: {} });
  const send = async () => {
    const errors = {};
    if (!form.handle.trim()) errors.handle = t('enter.handle_missing');
    if (!form.password) errors.password = t('enter.password_missing');
    setState({ errors, busy: !Object.keys(errors).length });
    if (Object.keys(errors).length) return;
    try {
      visitTake(await sessionBegin(form.handle.trim(), form.password));
      enter();
    } catch (problem) {
      setState({ errors: {}, problem });
    }
  };
  return (
    <Page title={t('enter.login')} narrow>
      <Card class="enter">
        {session.lost && <Alert kind="info">{t('enter.lost')}</Alert>}
        {others.filter(Boolean).map((name) => (
          <Alert key={name} kind="info" quiet>
            {t('enter.answers_wait', { name })}
          </Alert>
        ))}
        {state.problem && <Alert kind="bad">{errorText(state.problem)}</Alert>}
        <Form onSubmit={send}>
          <Input label={t('enter.handle')} error={state.errors.handle} autocomplete="username" autocapitalize="none" spellcheck={false} maxLength={40} required value={form.handle} onInput={(e) => set({ ...form, handle: e.target.value })} />
          <Password value={form.password} error={state.errors.password} onInput={(e) => set({ ...form, password: e.target.value })} />
          <Button kind="primary" class="big wide" type="submit" busy={state.busy}>
            {t('enter.login')}
          </Button>
        </Form>
      </Card>
      {session.signup !== 'closed' && (
        <p class="center-text">
          {t('enter.new_here')} <a href="#/signup">{t('enter.join')}</a>
        </p>
      )}
    </Page>
  );
}

export function Join({ query }) {
  const role = query.role === 'requester' ? 'requester' : 'worker';
  const [form, set] = useState({ handle: '', password: '' });
  const [state, setState] = useState({ errors: {} });
  const send = async () => {
    const handle = form.handle.trim().toLowerCase();
    const errors = {};
    if (!/^[a-z0-9._-]{2,40}$/.test(handle)) errors.handle = t('enter.handle_wrong');
    if (Array.from(form.password).length < 8) errors.password = t('enter.password_short');
    setState({ errors, busy: !Object.keys(errors).length });
    if (Object.keys(errors).length) return;
    try {
      visitTake(await sessionJoin({ handle, password: form.password, role, language: language() }));
      enter();
    } catch (problem) {
      setState(problem.code === 'handle_taken' ? { errors: { handle: errorText(problem) } } : { errors: {}, problem });
    }
  };
  return (
    <Page title={t(role === 'worker' ? 'enter.join' : 'enter.join_requester')} lead={t(role === 'worker' ? 'enter.join_lead' : 'enter.join_requester_lead')} narrow>
      <Card class="enter">
        {state.problem && <Alert kind="bad">{errorText(state.problem)}</Alert>}
        <Form onSubmit={send}>
          <Input label={t('enter.handle')} hint={t('enter.handle_hint')} error={state.errors.handle} autocomplete="username" autocapitalize="none" spellcheck={false} maxLength={40} required value={form.handle} onInput={(e) => set({ ...form, handle: e.target.value })} />
          <Password fresh value={form.password} hint={t('enter.password_hint')} error={state.errors.password} onInput={(e) => set({ ...form, password: e.target.value })} />
          <Button kind="primary" class="big wide" type="submit" busy={state.busy}>
            {t('enter.join')}
          </Button>
        </Form>
      </Card>
      <p class="center-text">
        {t('enter.have_account')} <a href="#/login">{t('enter.login')}</a>
      </p>
      <p class="center-text">
        {role === 'worker' ? <a href="#/signup?role=requester">{t('enter.join_requester')}</a> : <a href="#/signup">{t('enter.join_worker')}</a>}
      </p>
    </Page>
  );
}
