// One's own account: money, API tokens, profile.
import { useState } from 'preact/hooks';
import { api, url } from '../shared/api.js';
import { Alert, Badge, Button, Card, Checkbox, Dialog, Empty, Form, Input, Page, Pages, Select, Stat, Table, ask, toast } from '../shared/ui.jsx';
import { LANGUAGES, date, dateTime, languageChoose, money, number, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { sessionLoad, sessionPatch } from '../shared/session.js';
import { copy } from './export.jsx';
import { Loaded, Trouble, fieldErrors, useAction, useLoad } from './load.jsx';
import { ago, hasRole, roleName } from './words.js';

/* ---- money ---- */
const TRANSFER_KINDS = { posted: 'good', pending: 'warning', voided: 'plain' };

export function Money({ session }) {
  return (
    <Page title={t('nav.money')} lead={t('money.lead')}>
      <Card>
        <dl class="stats">
          <Stat label={t('money.available')} value={money(session.available_micros)} note={t('money.available_note')} />
        </dl>
      </Card>
      <section class="stack tight">
        <h2>{t('money.movements')}</h2>
        <Pages load={(cursor) => api.get('/me/transfers', { cursor })} empty={<Empty icon="coin" title={t('money.none')}>{t('money.none_hint')}</Empty>} error={(e, retry) => <Trouble error={e} retry={retry} />}>
          {(items) => (
            <Table
              caption={t('money.movements')}
              rows={items}
              columns={[
                { key: 'created_at', label: t('money.when'), render: (row) => dateTime(row.created_at) },
                {
                  key: 'kind',
                  label: t('money.what'),
                  render: (row) => (
                    <span>
                      {t('money.kind.' + row.kind)}
                      {row.project && (
                        <>
                          {': '}
                          <a href={'#/projects/' + row.project.id}>{row.project.title}</a>
                        </>
                      )}
                      {row.note && <small class="muted block">{row.note}</small>}
                    </span>
                  ),
                },
                { key: 'state', label: t('money.state'), render: (row) => <Badge kind={TRANSFER_KINDS[row.state]}>{t('money.state.' + row.state)}</Badge> },
                { key: 'amount', label: t('money.amount'), end: true, render: (row) => <strong class={row.amount_micros < 0 ? undefined : 'plus'}>{(row.amount_micros > 0 ? '+' : '') + money(row.amount_micros)}</strong> },
              ]}
            />
          )}
        </Pages>
      </section>
    </Page>
  );
}

/* ---- tokens ---- */
const SCOPES = ['read', 'write', 'work', 'admin'];

function NewToken({ onMade, onClose }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState(['read']);
  const [days, setDays] = useState('365');
  const [missing, setMissing] = useState(false);
  const [send, busy, error] = useAction(async () => {
    if (!name.trim() || !scopes.length) {
      setMissing(true);
      return;
    }
    onMade(await api.post('/me/tokens', { name: name.trim(), scopes, days: Number(days) }));
  });
  const wrong = fieldErrors(error);
  return (
    <Dialog title={t('tokens.new')} onClose={onClose}>
      <Form onSubmit={send}>
        {error && <Trouble error={error} />}
        <Input label={t('tokens.name')} hint={t('tokens.name_hint')} required maxLength={80} value={name} error={missing && !name.trim() ? t('tokens.name_missing') : wrong['/name']} onInput={(e) => setName(e.target.value)} />
        <fieldset class="plain-set">
          <legend>{t('tokens.scopes')}</legend>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={t('tokens.scope.' + scope)}
              hint={t('tokens.scope.' + scope + '_hint')}
              checked={scopes.includes(scope)}
              onChange={() => setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : SCOPES.filter((one) => one === scope || scopes.includes(one)))}
            />
          ))}
          {missing && !scopes.length && <p class="error">{t('tokens.scopes_missing')}</p>}
        </fieldset>
        <Select label={t('tokens.days')} value={days} options={['7', '30', '90', '365', '3650'].map((n) => [n, t('tokens.days.' + n)])} onChange={(e) => setDays(e.target.value)} />
        <div class="row end">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {t('tokens.make')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

export function Tokens() {
  const tokens = useLoad(() => api.get('/me/tokens'), []);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState(null);
  const [revoke] = useAction(
    async (token) => {
      if (!(await ask({ title: t('tokens.revoke_ask', { name: token.name }), text: t('tokens.revoke_text'), yes: t('tokens.revoke'), danger: true }))) return;
      await api.delete('/me/tokens/' + token.id);
      toast(t('tokens.revoked'));
      tokens.reload();
    },
    { tell: true }
  );
  return (
    <Page
      title={t('nav.tokens')}
      lead={t('tokens.lead')}
      actions={
        <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
          {t('tokens.new')}
        </Button>
      }
    >
      {made && (
        <Alert kind="good" title={t('tokens.made', { name: made.name })} actions={<Button icon="copy" onClick={() => copy(made.token)}>{t('ui.copy')}</Button>}>
          <p>{t('tokens.made_hint')}</p>
          <p>
            <code class="secret">{made.token}</code>
          </p>
        </Alert>
      )}
      <Loaded of={tokens}>
        {(list) =>
          list.items.length ? (
            <Table
              caption={t('nav.tokens')}
              rows={list.items}
              columns={[
                { key: 'name', label: t('tokens.name'), render: (row) => <strong>{row.name}</strong> },
                { key: 'scopes', label: t('tokens.scopes'), render: (row) => row.scopes.map((scope) => t('tokens.scope.' + scope)).join(', ') },
                { key: 'used_at', label: t('tokens.used'), render: (row) => (row.used_at ? ago(row.used_at) : t('tokens.never')) },
                { key: 'expires_at', label: t('tokens.expires'), render: (row) => (row.expires_at ? date(row.expires_at) : '–') },
                {
                  key: 'go',
                  label: <span class="hidden">{t('ui.actions')}</span>,
                  render: (row) => (
                    <Button class="small" kind="danger" aria-label={t('tokens.revoke_of', { name: row.name })} onClick={() => revoke(row)}>
                      {t('tokens.revoke')}
                    </Button>
                  ),
                },
              ]}
            />
          ) : (
            <Empty icon="key" title={t('tokens.none')} />
          )
        }
      </Loaded>
      {making && (
        <NewToken
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false);
            setMade(token);
            tokens.reload();
          }}
        />
      )}
    </Page>
  );
}

/* ---- profile ---- */
function Leave({ onClose }) {
  const [password, setPassword] = useState('');
  const [send, busy, error] = useAction(async () => {
    await api.post('/me/delete', { password });
    go('/projects');
    await sessionLoad();
  });
  return (
    <Dialog title={t('me.delete')} onClose={onClose}>
      <Form onSubmit={send}>
        <p>{t('me.delete_text')}</p>
        {error && <Trouble error={error} />}
        <Input label={t('entry.password')} type="password" autocomplete="current-password" required value={password} onInput={(e) => setPassword(e.target.value)} />
        <div class="row end">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="danger" type="submit" busy={busy}>
            {t('me.delete_yes')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

const points = (value) => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

// A requester as workers see them, on their projects.
function Rated({ person }) {
  const shown = useLoad(() => api.get('/work/requesters/' + person.id), [person.id]);
  return (
    <Card title={t('me.rating')}>
      <p class="muted">{t('me.rating_text')}</p>
      <Loaded of={shown}>
        {({ rating }) =>
          rating ? (
            <>
              <p>
                <strong class="nums">{t('me.rating_of_five', { rating: points(rating.overall) })}</strong> <small class="muted">{t('me.rating_count', { n: rating.count })}</small>
              </p>
              <dl class="stats">
                {['pay', 'fairness', 'clarity'].map((name) => (
                  <Stat key={name} label={t('me.rating_' + name)} value={points(rating[name])} />
                ))}
              </dl>
            </>
          ) : (
            <p>{t('me.rating_none')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}

export function Profile({ session }) {
  const { person } = session;
  const [name, setName] = useState(person.display_name || '');
  const [language, setLanguage] = useState(person.language);
  const [words, setWords] = useState({ current_password: '', new_password: '' });
  const [leaving, setLeaving] = useState(false);
  const [save, saving, error] = useAction(async () => {
    const next = await api.patch('/me', { display_name: name.trim(), language });
    sessionPatch({ person: next });
    await languageChoose(language);
    toast(t('settings.saved'));
  });
  const [change, changing, refusal] = useAction(async () => {
    await api.patch('/me', words);
    setWords({ current_password: '', new_password: '' });
    toast(t('me.password_changed'));
  });
  const wrong = fieldErrors(refusal);
  return (
    <Page narrow title={t('me.title')} lead={person.handle + ' · ' + person.roles.map(roleName).join(', ')}>
      <Card title={t('me.about')}>
        <Form onSubmit={save}>
          {error && <Trouble error={error} />}
          <Input label={t('entry.name')} maxLength={80} autocomplete="organization" value={name} onInput={(e) => setName(e.target.value)} />
          <Select label={t('ui.language')} value={language} options={Object.entries(LANGUAGES)} onChange={(e) => setLanguage(e.target.value)} />
          <div class="row">
            <Button kind="primary" type="submit" busy={saving}>
              {t('ui.save')}
            </Button>
          </div>
        </Form>
      </Card>
      <Card title={t('me.password')}>
        <Form onSubmit={change}>
          {refusal && <Trouble error={refusal} />}
          <input type="text" hidden autocomplete="username" value={person.handle} readOnly />
          <Input label={t('me.password_now')} type="password" autocomplete="current-password" required maxLength={200} error={wrong['/current_password']} value={words.current_password} onInput={(e) => setWords({ ...words, current_password: e.target.value })} />
          <Input label={t('me.password_new')} hint={t('entry.password_hint')} type="password" autocomplete="new-password" required maxLength={200} error={wrong['/new_password']} value={words.new_password} onInput={(e) => setWords({ ...words, new_password: e.target.value })} />
          <div class="row">
            <Button type="submit" busy={changing}>
              {t('me.password_change')}
            </Button>
          </div>
        </Form>
      </Card>
      {hasRole(session, 'requester') && <Rated person={person} />}
      <Card title={t('me.data')}>
        <p class="muted">{t('me.data_text')}</p>
        <div class="row">
          <Button icon="download" href={url('/me/export')} download={'faena-' + person.handle + '.json'}>
            {t('me.export')}
          </Button>
          <Button kind="danger" onClick={() => setLeaving(true)}>
            {t('me.delete')}
          </Button>
        </div>
      </Card>
      {leaving && <Leave onClose={() => setLeaving(false)} />}
    </Page>
  );
}
