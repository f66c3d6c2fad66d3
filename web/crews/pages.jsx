// The crews one is in, founding one, and the page that an invitation leads to.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { errorText, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { Alert, Badge, Button, Card, Empty, Loading, Page } from '../shared/ui.jsx';
import { CrewForm } from './form.jsx';
import { whenText } from './watch.jsx';
export { ready } from './words.js';
export { Crew } from './crew.jsx';

const trouble = (error, retry) => (
  <Alert kind="warning" actions={<Button onClick={retry}>{t('ui.retry')}</Button>}>
    {errorText(error)}
  </Alert>
);

export function Crews() {
  const [state, set] = useState({});
  const load = () => api.get('/crews').then((reply) => set({ items: reply.items }), (error) => set({ error }));
  useEffect(() => {
    load();
  }, []);
  const { items, error, founding } = state;
  if (!items && !error) return <Loading />;
  return (
    <Page title={t('crew.title')} lead={t('crew.lead')} narrow back={['#/profile', t('nav.profile')]}>
      {error && trouble(error, load)}
      {items && !items.length && !founding && (
        <Empty icon="person" title={t('crew.none')}>
          {t('crew.none_text')}
        </Empty>
      )}
      {items &&
        items.map((crew) => (
          <Card key={crew.id} title={<a href={'#/crews/' + crew.id}>{crew.name}</a>} actions={crew.role === 'coordinator' && <Badge>{t('crew.coordinator')}</Badge>}>
            <p>{t('crew.members_n', { n: crew.member_count })}</p>
            {crew.next_watch_at && <p class="muted">{t('crew.next_watch', { when: whenText(crew.next_watch_at) })}</p>}
          </Card>
        ))}
      {founding ? (
        <Card title={t('crew.found')}>
          <CrewForm
            button={t('crew.found')}
            send={async (body) => {
              const crew = await api.post('/crews', body);
              go('/crews/' + crew.id);
            }}
          />
        </Card>
      ) : (
        items && (
          <div>
            <Button kind={items.length ? 'secondary' : 'primary'} icon="plus" onClick={() => set({ items, founding: true })}>
              {t('crew.found')}
            </Button>
          </div>
        )
      )}
    </Page>
  );
}

export function Invitation({ id }) {
  const [state, set] = useState({});
  const load = () => api.post('/crews/invitation', { code: id }).then((crew) => set({ crew }), (error) => set({ error }));
  useEffect(() => {
    load();
  }, [id]);
  const { crew, error, busy } = state;
  if (!crew && !error) return <Loading />;
  const join = async () => {
    set({ crew, busy: true });
    try {
      go('/crews/' + (await api.post('/crews/join', { code: id })).id, { replace: true });
    } catch (e) {
      set({ crew, error: e });
    }
  };
  return (
    <Page title={crew ? t('crew.invited_to', { name: crew.name }) : t('crew.title')} lead={crew && t('crew.members_n', { n: crew.member_count })} narrow>
      {error && (error.status === 0 ? trouble(error, load) : <Alert kind="bad">{crew ? errorText(error) : t('crew.invitation_over')}</Alert>)}
      {crew && crew.rules_html && (
        <Card title={t('crew.rules')}>
          <div class="prose" dangerouslySetInnerHTML={{ __html: crew.rules_html }} />
        </Card>
      )}
      {crew && (
        <>
          <p class="muted">{t('crew.join_text')}</p>
          <Button kind="primary" class="big wide" busy={busy} onClick={join}>
            {t('crew.join')}
          </Button>
        </>
      )}
    </Page>
  );
}
