// Log in and sign up.
import { useState } from 'preact/hooks';
import { Alert, Button, Form, Input, LanguagePicker, Logo, Page, ThemePicker } from '../shared/ui.jsx';
import { language, t } from '../shared/i18n.js';
import { sessionBegin, sessionEnd, sessionJoin } from '../shared/session.js';
import { Trouble, fieldErrors, useAction } from './load.jsx';

function LogIn({ session }) {
  const [handle, setHandle] = useState('');
  const [password, setPassword] = useState('');
  const [send, busy, error] = useAction(() => sessionBegin(handle.trim(), password));
  return (
    <Form onSubmit={send}>
      {session.lost && !error && <Alert kind="info">{t('err.unauthenticated')}</Alert>}
      {error && <Trouble error={error} />}
      <Input label={t('entry.handle')} value={handle} onInput={(e) => setHandle(e.target.value)} autocomplete="username" autocapitalize="none" spellcheck={false} required maxLength={40} />
      <Input label={t('entry.password')} type="password" value={password} onInput={(e) => setPassword(e.target.value)} autocomplete="current-password" required maxLength={200} />
      <Button kind="primary" class="wide" type="submit" busy={busy}>
        {t('entry.log_in')}
      </Button>
    </Form>
  );
}

function SignUp() {
  const [form, set] = useState({ handle: '', password: '', display_name: '' });
  const [send, busy, error] = useAction(() =>
    sessionJoin({ handle: form.handle.trim(), password: form.password, display_name: form.display_name.trim() || undefined, role: 'requester', language: language() })
  );
  const wrong = fieldErrors(error);
  const field = (name) => ({ value: form[name], onInput: (e) => set({ ...form, [name]: e.target.value }), error: wrong['/' + name] });
  return (
    <Form onSubmit={send}>
      {error && <Trouble error={error} />}
      <Input label={t('entry.handle')} hint={t('entry.handle_hint')} {...field('handle')} autocomplete="username" autocapitalize="none" spellcheck={false} required maxLength={40} />
      <Input label={t('entry.name')} hint={t('entry.name_hint')} optional {...field('display_name')} autocomplete="organization" maxLength={80} />
      <Input label={t('entry.password')} hint={t('entry.password_hint')} type="password" {...field('password')} autocomplete="new-password" required maxLength={200} />
      <Button kind="primary" class="wide" type="submit" busy={busy}>
        {t('entry.sign_up')}
      </Button>
    </Form>
  );
}

const Doors = ({ children }) => (
  <div class="doors">
    <header class="doors-bar row between">
      <Logo />
      <div class="row">
        <LanguagePicker />
        <ThemePicker />
      </div>
    </header>
    <main id="main">{children}</main>
  </div>
);

export function Entry({ session }) {
  const [joining, setJoining] = useState(false);
  return (
    <Doors>
      <Page narrow title={joining ? t('entry.join_title') : t('entry.title')} lead={joining ? t('entry.join_lead') : t('entry.lead')}>
        <div class="card">{joining ? <SignUp /> : <LogIn session={session} />}</div>
        <div class="row between">
          {session.signup !== 'closed' && (
            <Button kind="quiet" onClick={() => setJoining(!joining)}>
              {joining ? t('entry.have_account') : t('entry.no_account')}
            </Button>
          )}
          <a href="/">{t('entry.worker_side')}</a>
        </div>
      </Page>
    </Doors>
  );
}

export function WrongRole({ session }) {
  return (
    <Doors>
      <Page narrow title={t('entry.wrong_role_title')} lead={t('entry.wrong_role', { handle: session.person.handle })}>
        <div class="row">
          <Button kind="primary" href="/">
            {t('entry.worker_side')}
          </Button>
          <Button onClick={() => sessionEnd()}>{t('nav.log_out')}</Button>
        </div>
      </Page>
    </Doors>
  );
}
