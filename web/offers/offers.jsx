// Work that is held for the person: above the list of projects, and the page that an alert's link opens.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, serverNow } from '../shared/api.js';
import { useEvents } from '../shared/events.js';
import { duration, errorText, money, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { Alert, Badge, Button, Card, Empty, Input, Loading, Page, toast } from '../shared/ui.jsx';

const EVENTS = ['offer.made', 'project.paused', 'project.completed', 'project.published'];
const MEASURE_MSEC = 86400000;

// What the page knows of link and clock is told once a day: how long offers wait depends on it.
async function measure(wishes) {
  if (!wishes.said) return;
  const last = Number(localStorage.getItem('faena.link_measured')) || 0;
  const offset = -new Date().getTimezoneOffset();
  if (Date.now() - last < MEASURE_MSEC && offset === wishes.utc_offset_minutes) return;
  const begin = performance.now();
  await api.get('/work/wishes');
  const link = Math.min(60000, Math.round(performance.now() - begin));
  await api.put('/work/wishes', bodyOf({ ...wishes, utc_offset_minutes: offset }, link));
  localStorage.setItem('faena.link_measured', String(Date.now()));
}

export function bodyOf(wishes, link) {
  const { wants_offers, weekly_minutes, quiet_from, quiet_to, time_zone, utc_offset_minutes, least_hour_micros, chosen_only, device, tell_empty } = wishes;
  return { wants_offers, weekly_minutes, quiet_from, quiet_to, time_zone, utc_offset_minutes, least_hour_micros, chosen_only, device, tell_empty, ...(link ? { link_msec: link } : {}) };
}

// Seconds left, once a minute.
function useLeft(until) {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((n) => n + 1), 30000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, (Date.parse(until) - serverNow()) / 1000);
}

export async function accept(offer, tasks) {
  const reply = await api.post(`/work/offers/${offer.id}/accept`, tasks && tasks < offer.remaining ? { tasks } : {});
  if (!reply.lease) {
    toast(t('offer.done_by_others'), 'info');
    return false;
  }
  go(`/projects/${reply.project}/work`);
  return true;
}

function OfferCard({ offer, changed }) {
  const [part, setPart] = useState('');
  const [busy, setBusy] = useState('');
  const left = useLeft(offer.until_at);
  const accepted = offer.state === 'accepted';
  const run = (name, act) => async () => {
    setBusy(name);
    try {
      await act();
    } catch (error) {
      toast(errorText(error), 'bad');
    }
    setBusy('');
    changed();
  };
  const hour = offer.pay_per_hour_micros ? money(offer.pay_per_hour_micros) : t('work.not_measured');
  return (
    <li>
      <Card>
        <div>
          <h3>{offer.project.title}</h3>
          <p class="small">
            <a href={'#/requesters/' + offer.project.requester_id}>{t('work.by', { name: offer.project.requester })}</a>
          </p>
        </div>
        <p class="until">
          <strong>{t(accepted ? 'offer.yours' : 'offer.tasks', { n: offer.remaining })}</strong>
          <span>{t('offer.pays', { task: money(offer.price_micros), hour })}</span>
          <span class="muted">{t('offer.until', { time: duration(left) })}</span>
        </p>
        {accepted ? (
          <div>
            <Button kind="primary" href={`#/projects/${offer.project.id}/work`}>
              {t('work.go_on')}
            </Button>
          </div>
        ) : (
          <>
            <div class="row">
              <Button kind="primary" busy={busy === 'all'} onClick={run('all', () => accept(offer))} aria-label={t('offer.accept_of', { n: offer.remaining, title: offer.project.title })}>
                {t('offer.accept')}
              </Button>
              <Button busy={busy === 'no'} onClick={run('no', () => api.post(`/work/offers/${offer.id}/decline`))}>
                {t('offer.decline')}
              </Button>
            </div>
            {offer.remaining > 1 && (
              <details>
                <summary>{t('offer.some')}</summary>
                <div class="take">
                  <Input label={t('offer.how_many')} type="number" min={1} max={offer.remaining} value={part} onInput={(e) => setPart(e.target.value)} />
                  <Button busy={busy === 'part'} onClick={run('part', () => accept(offer, Math.max(1, Math.min(offer.remaining, Math.round(Number(part)) || 1))))}>
                    {t('offer.accept_some')}
                  </Button>
                </div>
              </details>
            )}
          </>
        )}
      </Card>
    </li>
  );
}

// Above the list of projects. `news` grows when the list has heard of something.
export function Offers() {
  const [state, set] = useState({ offers: [], wishes: null });
  const timer = useRef(0);
  const load = () =>
    Promise.all([api.get('/work/offers'), api.get('/work/wishes')]).then(
      ([offers, wishes]) => {
        set({ offers: offers.items, wishes });
        measure(wishes).catch(() => {});
      },
      () => {}
    );
  useEffect(() => {
    load();
    return () => clearTimeout(timer.current);
  }, []);
  useEvents('/work/events', EVENTS, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(load, 400);
  });
  // What lapses goes by itself.
  const next = Math.min(...state.offers.map((offer) => Date.parse(offer.until_at)));
  useEffect(() => {
    if (!Number.isFinite(next)) return undefined;
    const wait = setTimeout(load, Math.min(3600000, Math.max(1000, next - serverNow() + 1500)));
    return () => clearTimeout(wait);
  }, [next]);
  if (!state.wishes) return null;
  return (
    <section class="held" aria-label={t('offer.title')}>
      {state.offers.length > 0 && (
        <>
          <h2>{t('offer.title')}</h2>
          <ul>
            {state.offers.map((offer) => (
              <OfferCard key={offer.id} offer={offer} changed={load} />
            ))}
          </ul>
        </>
      )}
      {!state.wishes.said && (
        <Alert
          quiet
          title={t('offer.ask_title')}
          actions={
            <Button kind="primary" href="#/hours">
              {t('offer.ask_button')}
            </Button>
          }
        >
          {t('offer.ask_text')}
        </Alert>
      )}
      <p class="row">
        {state.wishes.said && <a href="#/hours">{t('hours.title')}</a>}
        <a href="#/coming">{t('coming.title')}</a>
        <a href="#/crews">{t('crew.title')}</a>
        {state.wishes.wants_offers && state.offers.length === 0 && <Badge>{t('offer.none_now')}</Badge>}
      </p>
    </section>
  );
}

// Where an alert's link leads: opening it accepts, and goes on to the first task.
export function OfferPage({ id }) {
  const [state, set] = useState({});
  useEffect(() => {
    api.get('/work/offers').then(
      (reply) => {
        const offer = reply.items.find((one) => String(one.id) === id);
        if (!offer) return set({ gone: true });
        return accept(offer).then(
          (found) => !found && set({ gone: true }),
          (error) => set(error.code === 'offer_gone' ? { gone: true } : { error })
        );
      },
      (error) => set({ error })
    );
  }, [id]);
  if (!state.gone && !state.error) return <Loading />;
  return (
    <Page title={t('offer.title')} narrow>
      {state.error ? (
        <Alert kind="bad">{errorText(state.error)}</Alert>
      ) : (
        <Empty icon="clock" title={t('offer.gone')} actions={<Button kind="primary" href="#/">{t('work.others')}</Button>}>
          {t('offer.gone_text')}
        </Empty>
      )}
    </Page>
  );
}
