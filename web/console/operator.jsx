// The operator's pages: people, health, backups, audit.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Alert, Badge, Button, Card, Checkbox, Dialog, Empty, Form, Icon, Input, Page, Pages, Stat, Table, ask, toast } from '../shared/ui.jsx';
import { date, dateTime, duration, money, number, t } from '../shared/i18n.js';
import { moneyParse } from '../shared/money.js';
import { querySet } from '../shared/router.js';
import { sessionRefresh } from '../shared/session.js';
import { copy } from './export.jsx';
import { Loaded, Trouble, fieldErrors, useAction, useLoad, useSettled } from './load.jsx';
import { ago, bytes, roleName } from './words.js';

/* ---- people ---- */
const ROLES = ['requester', 'worker', 'reviewer', 'operator'];
const CREDIT_MICROS_MAX = 10000000000000;

function Credit({ person, onDone }) {
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(null);
  const [send, busy, error] = useAction(async () => {
    const micros = moneyParse(amount);
    setWrong(!micros || micros > CREDIT_MICROS_MAX ? t('people.amount_wrong') : null);
    if (!micros || micros > CREDIT_MICROS_MAX) return;
    await api.post('/people/' + person.id + '/credit', { amount_micros: micros, ...(note.trim() ? { note: note.trim() } : {}) });
    setAmount('');
    setNote('');
    toast(t('people.credited', { amount: money(micros), handle: person.handle }));
    sessionRefresh(); // one may credit oneself
    onDone(micros);
  });
  return (
    <Form onSubmit={send}>
      {error && <Trouble error={error} />}
      <div class="inline-fields">
        <Input label={t('people.amount')} inputMode="decimal" required value={amount} error={wrong || fieldErrors(error)['/amount_micros']} onInput={(e) => setAmount(e.target.value)} />
        <Input label={t('people.note')} optional maxLength={200} value={note} onInput={(e) => setNote(e.target.value)} />
      </div>
      <div class="row">
        <Button type="submit" icon="coin" busy={busy}>
          {t('people.credit')}
        </Button>
      </div>
    </Form>
  );
}

function Person({ person, self, onChange, onClose }) {
  const [roles, setRoles] = useState(person.roles);
  const [password, setPassword] = useState(null);
  const [patch, busy, error] = useAction(async (changes, done) => {
    const next = await api.patch('/people/' + person.id, changes);
    toast(done);
    onChange({ ...person, ...next });
  });
  const lock = async () => {
    if (person.disabled) patch({ disabled: false }, t('people.unlocked'));
    else if (await ask({ title: t('people.lock_ask', { handle: person.handle }), text: t('people.lock_text'), yes: t('people.lock'), danger: true })) patch({ disabled: true }, t('people.locked'));
  };
  const [reset, resetting, refusal] = useAction(async () => {
    if (!(await ask({ title: t('people.reset_ask', { handle: person.handle }), text: t('people.reset_text'), yes: t('people.reset'), danger: true }))) return;
    setPassword((await api.post('/people/' + person.id + '/reset')).password);
  });
  return (
    <Dialog title={person.handle} onClose={onClose}>
      <p class="muted">
        {person.display_name && person.display_name + ' · '}
        {t('people.since', { date: date(person.created_at) })} · {t('people.balance', { amount: money(person.available_micros || 0) })}
      </p>
      {(error || refusal) && <Trouble error={error || refusal} />}
      <section class="stack tight">
        <h3>{t('people.credit_title')}</h3>
        <Credit person={person} onDone={(micros) => onChange({ ...person, available_micros: (person.available_micros || 0) + micros })} />
      </section>
      <hr />
      <fieldset class="plain-set">
        <legend>{t('people.roles')}</legend>
        {ROLES.map((role) => (
          <Checkbox key={role} label={roleName(role)} hint={t('role.' + role + '_hint')} checked={roles.includes(role)} disabled={self && role === 'operator'} onChange={() => setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : ROLES.filter((one) => one === role || roles.includes(one)))} />
        ))}
        <div class="row">
          <Button busy={busy} disabled={ROLES.every((role) => roles.includes(role) === person.roles.includes(role))} onClick={() => patch({ roles }, t('people.roles_set'))}>
            {t('people.roles_save')}
          </Button>
        </div>
      </fieldset>
      <hr />
      <section class="stack tight">
        <h3>{t('people.access')}</h3>
        {password && (
          <Alert kind="good" title={t('people.password_once')} actions={<Button icon="copy" onClick={() => copy(password)}>{t('ui.copy')}</Button>}>
            <code class="secret">{password}</code>
          </Alert>
        )}
        <div class="row">
          <Button icon="key" busy={resetting} onClick={reset}>
            {t('people.reset')}
          </Button>
          {!self && (
            <Button kind={person.disabled ? 'secondary' : 'danger'} icon="lock" busy={busy} onClick={lock}>
              {person.disabled ? t('people.unlock') : t('people.lock')}
            </Button>
          )}
        </div>
      </section>
    </Dialog>
  );
}

export function People({ query, session }) {
  const [search, setSearch] = useState(query.query || '');
  const settled = useSettled(search.trim().toLowerCase(), 250);
  const [changed, setChanged] = useState({}); // id -> person as changed on this page
  const [open, setOpen] = useState(null);
  useEffect(() => {
    if (settled !== (query.query || '')) querySet({ query: settled });
  }, [settled]);
  return (
    <Page title={t('nav.people')} lead={t('people.lead')}>
      <div class="search">
        <Icon name="search" />
        <input type="search" aria-label={t('people.search')} placeholder={t('people.search')} autocapitalize="none" spellcheck={false} maxLength={40} value={search} onInput={(e) => setSearch(e.target.value)} />
      </div>
      <Pages load={(cursor) => api.get('/people', { query: settled, cursor })} reload={settled} empty={<Empty icon="users" title={t('people.none')} />} error={(e, retry) => <Trouble error={e} retry={retry} />}>
        {(items) => (
          <Table
            caption={t('nav.people')}
            rows={items.map((one) => changed[one.id] || one)}
            columns={[
              {
                key: 'handle',
                label: t('people.handle'),
                render: (row) => (
                  <span>
                    <strong>{row.handle}</strong>
                    {row.display_name && <small class="muted block">{row.display_name}</small>}
                  </span>
                ),
              },
              {
                key: 'roles',
                label: t('people.roles'),
                render: (row) => (
                  <span class="row tight">
                    {row.roles.map((role) => (
                      <Badge key={role} kind={role === 'operator' ? 'info' : 'plain'}>
                        {roleName(role)}
                      </Badge>
                    ))}
                    {row.disabled && <Badge kind="bad">{t('people.is_locked')}</Badge>}
                  </span>
                ),
              },
              { key: 'available', label: t('nav.balance'), end: true, render: (row) => money(row.available_micros || 0) },
              { key: 'created_at', label: t('people.joined'), render: (row) => date(row.created_at) },
              {
                key: 'go',
                label: <span class="hidden">{t('ui.actions')}</span>,
                render: (row) => (
                  <Button class="small" aria-label={t('people.manage_of', { handle: row.handle })} onClick={() => setOpen(row.id)}>
                    {t('people.manage')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Pages>
      {open !== null && <PersonById id={open} session={session} changed={changed} setChanged={setChanged} onClose={() => setOpen(null)} query={settled} />}
    </Page>
  );
}

// The dialog works on the newest row that the list has of this person.
function PersonById({ id, session, changed, setChanged, onClose, query }) {
  const found = useLoad(async () => {
    if (changed[id]) return changed[id];
    let cursor;
    do {
      const reply = await api.get('/people', { query, cursor, limit: 200 });
      const hit = reply.items.find((one) => one.id === id);
      if (hit) return hit;
      cursor = reply.next_cursor;
    } while (cursor);
    return null;
  }, [id]);
  if (!found.data) return null;
  const person = changed[id] || found.data;
  return <Person person={person} self={session.person.id === id} onClose={onClose} onChange={(next) => setChanged({ ...changed, [id]: next })} />;
}

/* ---- health ---- */
const FRESH_MSEC = 5000;

export function Health() {
  const system = useLoad(() => api.get('/system', {}, { retries: 0 }), []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) system.reload();
    }, FRESH_MSEC);
    return () => clearInterval(timer);
  }, []);
  return (
    <Page title={t('nav.health')} lead={t('health.lead')}>
      {system.data && system.error && <Trouble error={system.error} />}
      <Loaded of={system}>
        {(s) => (
          <>
            {s.disk_free_bytes < 1e9 && <Alert kind="bad" title={t('health.disk_low', { left: bytes(s.disk_free_bytes) })} />}
            {s.faults > 0 && <Alert kind="warning" quiet title={t('health.faults_some', { n: s.faults })}>{t('health.faults_hint')}</Alert>}
            <Card title={t('health.server')}>
              <dl class="stats">
                <Stat label={t('health.version')} value={s.version} note={t('health.store', { store: s.store, schema: String(s.schema) })} />
                <Stat label={t('health.uptime')} value={duration(s.uptime_seconds)} note={dateTime(s.started_at)} />
                <Stat label={t('health.memory')} value={bytes(s.rss_bytes)} />
                <Stat label={t('health.backup')} value={s.last_backup_at ? ago(s.last_backup_at) : t('health.never')} note={<a href="#/backups">{t('nav.backups')}</a>} />
              </dl>
            </Card>
            <Card title={t('health.storage')}>
              <dl class="stats">
                <Stat label={t('health.database')} value={bytes(s.database_bytes)} />
                <Stat label={t('health.files')} value={bytes(s.files_bytes)} />
                <Stat label={t('health.free')} value={bytes(s.disk_free_bytes)} />
              </dl>
            </Card>
            <Card title={t('health.traffic')}>
              <dl class="stats">
                <Stat label={t('health.connections')} value={number(s.connections)} />
                <Stat label={t('health.listeners')} value={number(s.sse)} note={t('health.listeners_note')} />
                <Stat label={t('health.queue')} value={number(s.queue)} note={t('health.queue_note')} />
                <Stat label={t('health.commands')} value={number(s.commands)} note={s.batches ? t('health.per_batch', { n: Math.round((10 * s.commands) / s.batches) / 10 }) : null} />
              </dl>
            </Card>
            <Card title={t('health.contents')}>
              <dl class="stats">
                <Stat label={t('health.people')} value={number(s.people)} />
                <Stat label={t('nav.projects')} value={number(s.projects)} />
                <Stat label={t('tab.tasks')} value={number(s.tasks)} />
                <Stat label={t('health.answers')} value={number(s.annotations)} />
              </dl>
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/* ---- backups ---- */
const newest = (s) => (s && s.backup_directory ? s.backup_directory + '/' : '') + (s && s.backups && s.backups.length ? s.backups[0].name : 'NAME');

export function Backups() {
  const system = useLoad(() => api.get('/system'), []);
  const [make, busy] = useAction(
    async () => {
      const made = await api.post('/system/backup');
      toast(t('backups.made', { size: bytes(made.bytes) }));
      system.reload();
    },
    { tell: true }
  );
  return (
    <Page
      title={t('nav.backups')}
      lead={t('backups.lead')}
      actions={
        <Button kind="primary" icon="download" busy={busy} onClick={make}>
          {t('backups.make')}
        </Button>
      }
    >
      <Loaded of={system}>
        {(s) =>
          s.backups && s.backups.length ? (
            <Table
              caption={t('nav.backups')}
              rowKey="name"
              rows={s.backups}
              columns={[
                { key: 'name', label: t('backups.name'), render: (row) => <code>{row.name}</code> },
                { key: 'created_at', label: t('backups.when'), render: (row) => dateTime(row.created_at) },
                { key: 'bytes', label: t('backups.size'), end: true, render: (row) => bytes(row.bytes) },
              ]}
            />
          ) : (
            <Empty icon="download" title={t('backups.none')} />
          )
        }
      </Loaded>
      <Card title={t('backups.restore')}>
        <div class="prose">
          <p>{t('backups.restore_text')}</p>
          <pre class="command" tabIndex={0}>
            {'systemctl stop faena\nfaena restore --force --from ' + newest(system.data) + '\nfaena audit\nsystemctl start faena'}
          </pre>
          <p class="muted">{t('backups.restore_hint')}</p>
        </div>
      </Card>
    </Page>
  );
}

/* ---- audit ---- */
export function Audit() {
  const audit = useLoad(() => api.get('/system/audit'), []);
  return (
    <Page
      title={t('nav.audit')}
      lead={t('audit.lead')}
      actions={
        <Button icon="refresh" busy={audit.busy} onClick={audit.reload}>
          {t('audit.again')}
        </Button>
      }
    >
      <Loaded of={audit}>
        {(report) => (
          <>
            <Alert kind={report.ok ? 'good' : 'bad'} title={report.ok ? t('audit.ok') : t('audit.bad')} />
            <ul class="checks plain-list">
              {report.checks.map((check) => (
                <li key={check.name} class="card">
                  <span class={check.ok ? 'check-mark ok' : 'check-mark'}>
                    <Icon name={check.ok ? 'check' : 'warning'} />
                    <span class="hidden">{check.ok ? t('audit.check_ok') : t('audit.check_bad')}</span>
                  </span>
                  <div>
                    <strong>{check.name}</strong>
                    {check.detail && <p class="muted">{check.detail}</p>}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  );
}
