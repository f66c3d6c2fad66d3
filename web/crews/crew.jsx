// A crew's own page: rota, members and what they were spared, what one agrees to, rules, reserved work, and for coordinators
// invitation, channel and settings.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { useEvents } from '../shared/events.js';
import { dateTime, errorText, money, number, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { useSession } from '../shared/session.js';
import { Alert, Badge, Button, Card, Checkbox, Loading, Page, Stat, ask, toast } from '../shared/ui.jsx';
import { CrewForm } from './form.jsx';
import { Watches, nameOf } from './watch.jsx';

const hours = (minutes) => number(minutes / 60, { maximumFractionDigits: 1 }) + ' h';
const forward = (text) => 'https://wa.me/?text=' + encodeURIComponent(text);
const Away = ({ href, children }) => (
  <a href={href} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
);

function Members({ crew, me, run }) {
  const coordinates = crew.role === 'coordinator';
  const remove = async (member) => {
    const name = nameOf(member.person);
    if (await ask({ title: t('crew.remove_title', { name }), text: t('crew.remove_text'), yes: t('crew.remove'), danger: true })) run(() => api.delete(`/crews/${crew.id}/members/${member.person.id}`));
  };
  const role = (member) => run(() => api.patch(`/crews/${crew.id}/members/${member.person.id}`, { role: member.role === 'member' ? 'coordinator' : 'member' }));
  return (
    <Card title={t('crew.members')}>
      <p class="muted">{t('crew.spared_text')}</p>
      <ul class="crew-list">
        {crew.members.map((member) => {
          const name = nameOf(member.person);
          return (
            <li key={member.person.id}>
              <span class="name">
                <strong>{name}</strong> {member.role === 'coordinator' && <Badge>{t('crew.coordinator')}</Badge>} {member.watches && <Badge kind="good">{t('crew.takes_turns')}</Badge>}
                <br />
                {t('crew.spared', { hours: hours(member.spared_minutes), watched: hours(member.watched_minutes) })}
                {member.load && (
                  <>
                    <br />
                    {t('crew.load', { worked: hours(member.load.worked_minutes), wished: hours(member.load.wished_minutes), n: member.load.held_tasks })}
                  </>
                )}
              </span>
              {coordinates && member.person.id !== me && (
                <span class="row">
                  <Button aria-label={t(member.role === 'member' ? 'crew.make_coordinator' : 'crew.make_member') + ': ' + name} onClick={() => role(member)}>
                    {t(member.role === 'member' ? 'crew.make_coordinator' : 'crew.make_member')}
                  </Button>
                  <Button kind="quiet" aria-label={t('crew.remove') + ': ' + name} onClick={() => remove(member)}>
                    {t('crew.remove')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Agreed({ crew, run }) {
  const set = (name) => (event) => {
    const on = event.target.checked;
    run(() => api.patch(`/crews/${crew.id}/me`, { [name]: on }));
  };
  return (
    <Card title={t('crew.agreed')}>
      <Checkbox label={t('crew.watches')} hint={t('crew.watches_hint')} checked={crew.watches_nights} onChange={set('watches')} />
      <Checkbox label={t('crew.woken')} hint={t('crew.woken_hint')} checked={crew.woken} onChange={set('woken')} />
      <Checkbox label={t('crew.shows_load')} hint={t('crew.shows_load_hint')} checked={crew.shows_load} onChange={set('shows_load')} />
    </Card>
  );
}

function Reserved({ crew }) {
  if (!crew.projects.length) return null;
  return (
    <Card title={t('crew.reserved')}>
      <p class="muted">{t('crew.reserved_text')}</p>
      <ul class="crew-list">
        {crew.projects.map((project) => (
          <li key={project.id}>
            <span class="name">
              <a href={'#/projects/' + project.id}>{project.title}</a>, {t('crew.per_task', { price: money(project.price_micros) })}
            </span>
            <Away href={forward(`${project.title} ${location.origin}/#/projects/${project.id}`)}>{t('crew.forward')}</Away>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Invite({ crew, run }) {
  const [made, set] = useState(null);
  const link = made && `${location.origin}/#/join/${made}`;
  const make = (days) => run(async () => set((await api.post(`/crews/${crew.id}/invite`, { days })).code));
  const copy = () => navigator.clipboard.writeText(link).then(() => toast(t('crew.copied')), () => {});
  return (
    <Card title={t('crew.invite')}>
      {link ? (
        <>
          <p class="crew-link">
            <code>{link}</code>
          </p>
          <p class="muted">{t('crew.invite_once')}</p>
          <div class="row">
            {navigator.clipboard && <Button onClick={copy}>{t('crew.copy')}</Button>}
            <Away href={forward(t('crew.invite_message', { name: crew.name }) + ' ' + link)}>WhatsApp</Away>
            <Away href={`https://t.me/share/url?url=${encodeURIComponent(link)}`}>Telegram</Away>
          </div>
        </>
      ) : (
        <p>{crew.invite_until ? t('crew.invite_until', { date: dateTime(crew.invite_until) }) : t('crew.invite_none')}</p>
      )}
      <div class="row">
        <Button kind="primary" onClick={() => make(14)}>
          {t('crew.invite_make')}
        </Button>
        {crew.invite_until && (
          <Button kind="quiet" onClick={() => make(0)}>
            {t('crew.invite_end')}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Channel({ crew, run }) {
  const [made, set] = useState(null);
  const channel = crew.channel;
  const on = channel && channel.state === 'on';
  return (
    <Card title={t('crew.channel')} actions={channel && <Badge kind={on ? 'good' : 'warning'}>{t('crew.channel_' + channel.state)}</Badge>}>
      <p>{t('crew.channel_text')}</p>
      {made && !on && (
        <Alert quiet title={t('crew.channel_open')}>
          <Away href={made.link}>{made.link}</Away>
          <p>{t('crew.channel_code', { code: made.code })}</p>
        </Alert>
      )}
      <div class="row">
        {!on && <Button onClick={() => run(async () => set(await api.post(`/crews/${crew.id}/channel`)))}>{t('crew.channel_connect')}</Button>}
        {channel && (
          <Button kind="quiet" onClick={() => run(() => api.delete(`/crews/${crew.id}/channel`))}>
            {t('crew.channel_drop')}
          </Button>
        )}
      </div>
      <p class="muted small">{t('crew.channel_whatsapp')}</p>
    </Card>
  );
}

export function Crew({ id }) {
  const [state, set] = useState({});
  const me = useSession().person.id;
  const load = () => api.get('/crews/' + id).then((crew) => set({ crew }), (error) => set((old) => ({ ...old, error })));
  useEffect(() => {
    load();
  }, [id]);
  useEvents('/work/events', ['crew.changed', 'crew.woken'], (kind, data) => (!kind || data.crew === Number(id)) && load());
  const { crew, error } = state;
  const back = ['#/crews', t('crew.title')];
  if (!crew)
    return error ? (
      <Page title={t('crew.title')} back={back} narrow>
        <Alert kind="warning" actions={<Button onClick={load}>{t('ui.retry')}</Button>}>
          {error.status === 404 ? t('crew.not_in') : errorText(error)}
        </Alert>
      </Page>
    ) : (
      <Loading />
    );
  const run = async (act) => {
    try {
      const reply = await act();
      if (reply && reply.members) return set({ crew: reply });
    } catch (e) {
      toast(errorText(e), 'bad');
    }
    return load();
  };
  const leave = async () => {
    if (!(await ask({ title: t('crew.leave_title'), text: t('crew.leave_text'), yes: t('crew.leave'), danger: true }))) return;
    try {
      await api.post(`/crews/${id}/leave`);
      go('/crews');
    } catch (e) {
      toast(errorText(e), 'bad');
    }
  };
  const own = crew.members.find((member) => member.person.id === me);
  const coordinates = crew.role === 'coordinator';
  return (
    <Page title={crew.name} back={back} narrow actions={coordinates && <Badge>{t('crew.coordinator')}</Badge>}>
      <dl class="stats">
        <Stat label={t('crew.you_spared')} value={hours(own ? own.spared_minutes : 0)} />
        <Stat label={t('crew.you_watched')} value={hours(own ? own.watched_minutes : 0)} />
      </dl>
      <Watches crew={crew} me={me} changed={(reply) => (reply && reply.members ? set({ crew: reply }) : load())} />
      <Members crew={crew} me={me} run={run} />
      <Agreed crew={crew} run={run} />
      {(crew.rules_html || crew.chat_url) && (
        <Card title={t('crew.rules')}>
          {crew.rules_html && <div class="prose" dangerouslySetInnerHTML={{ __html: crew.rules_html }} />}
          {crew.chat_url && (
            <p>
              <Away href={crew.chat_url}>{t('crew.to_chat')}</Away>
            </p>
          )}
        </Card>
      )}
      <Reserved crew={crew} />
      {coordinates && <Invite crew={crew} run={run} />}
      {coordinates && <Channel crew={crew} run={run} />}
      {coordinates && (
        <Card title={t('crew.settings')}>
          <details>
            <summary>{t('crew.change')}</summary>
            <CrewForm
              crew={crew}
              button={t('ui.save')}
              send={async (body) => {
                set({ crew: await api.put('/crews/' + id, body) });
                toast(t('crew.saved'));
              }}
            />
          </details>
        </Card>
      )}
      <p class="muted small">{t('crew.number', { id: String(crew.id) })}</p>
      <div>
        <Button kind="quiet" onClick={leave}>
          {t('crew.leave')}
        </Button>
      </div>
    </Page>
  );
}
