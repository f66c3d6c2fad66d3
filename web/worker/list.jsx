// The list of projects with work: what a task pays, what an hour pays, how much is left. Kept fresh by server-sent events.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { later } from '../label/later.jsx';
import { useEvents } from '../shared/events.js';
import { duration, errorText, money, t } from '../shared/i18n.js';
import { sessionRefresh, useSession } from '../shared/session.js';
import { kept } from '../shared/store.js';
import { savingData } from '../shared/saving.js';
import { deviceAll, deviceWatch } from './device.js';
import { copyGet, copyPut } from './visit.js';
import { Alert, Badge, Button, Card, Empty, Loading, Page, Select } from '../shared/ui.jsx';

const PAGES_MAX = 4; // 800 projects; more than that nobody reads
const EVENTS = ['project.published', 'project.paused', 'project.resumed', 'project.completed', 'annotation.approved', 'annotation.rejected', 'annotation.sent_back', 'offer.made'];
const ORDERS = {
  new: () => 0,
  hour: (a, b) => (b.pay_per_hour_micros || 0) - (a.pay_per_hour_micros || 0),
  price: (a, b) => b.price_micros - a.price_micros,
  left: (a, b) => b.left - a.left,
};

async function loadAll() {
  let items = [];
  let cursor = null;
  for (let page = 0; page < PAGES_MAX; page++) {
    const reply = await api.get('/work/projects', { limit: 200, cursor });
    items = items.concat(reply.items);
    cursor = reply.next_cursor;
    if (!cursor) break;
  }
  return items;
}

const perHour = (project) => (project.pay_per_hour_micros === null || project.pay_per_hour_micros === undefined ? null : money(project.pay_per_hour_micros));
const leftText = (left) => (left >= 1000 ? t('work.left_many', { left: 1000 }) : t('work.left', { n: left }));

// Price of a task and of an hour, side by side: the two numbers a worker decides by.
export function Pay({ project }) {
  const hour = perHour(project);
  return (
    <dl class="pay">
      <div>
        <dt>{t('work.per_task')}</dt>
        <dd class="nums">{money(project.price_micros)}</dd>
      </div>
      <div>
        <dt>{t('work.per_hour')}</dt>
        {hour ? <dd class="nums">{hour}</dd> : <dd class="unknown">{t('work.not_measured')}</dd>}
      </div>
    </dl>
  );
}

// {project id: tasks of this person that are on the device}
export function useOnDevice(person) {
  const [counts, set] = useState({});
  useEffect(() => {
    const look = () =>
      deviceAll('tasks').then(
        (all) => set(all.filter((one) => one.person === person && one.packed).reduce((sums, one) => ({ ...sums, [one.project]: (sums[one.project] || 0) + 1 }), {})),
        () => {}
      );
    look();
    return deviceWatch(look);
  }, [person]);
  return counts;
}

function ProjectCard({ project, here }) {
  const begun = project.answered > 0 || project.lease || here;
  const to = `#/projects/${project.id}`;
  return (
    <li>
      <Card class={project.left || project.lease || here ? 'offer' : 'offer none'}>
        <div class="offer-head">
          <h2>
            <a href={to}>{project.title}</a>
          </h2>
          <p class="muted small">{t('work.by', { name: project.requester })}</p>
        </div>
        {project.description && <p class="offer-text">{project.description}</p>}
        <Pay project={project} />
        <div class="offer-foot">
          <p class="row facts">
            <Badge kind={project.left ? 'good' : 'plain'}>{leftText(project.left)}</Badge>
            {project.sent_back ? <Badge kind="warning">{t('list.sent_back', { n: project.sent_back })}</Badge> : null}
            {here ? <Badge kind="good">{t('list.on_device', { n: here })}</Badge> : null}
            {project.median_seconds ? <Badge>{t('work.typical', { time: duration(project.median_seconds) })}</Badge> : null}
          </p>
          {(project.left > 0 || project.lease || here) && (
            <Button kind="primary" href={begun ? to + '/work' : to} aria-label={t(begun ? 'work.go_on_with' : 'work.see_of', { title: project.title })}>
              {t(begun ? 'work.go_on' : 'work.see')}
            </Button>
          )}
        </div>
      </Card>
    </li>
  );
}

// What is held for the person, above the list.
const Held = later(() => import('./more.jsx'), 'Offers');

export function List() {
  const session = useSession();
  const [state, set] = useState({ items: null, error: null });
  const [order, setOrder] = useState(kept.get('order') || 'new');
  const timer = useRef(0);
  const load = () =>
    loadAll().then(
      (items) => {
        set({ items, error: null });
        copyPut('list.' + session.person.id, items);
      },
      (error) => set((old) => ({ items: old.items, error }))
    );
  const due = useRef({});
  const look = () => {
    const { list, sum } = due.current;
    timer.current = 0;
    due.current = {};
    if (list) load();
    if (sum) sessionRefresh();
  };
  useEffect(() => {
    copyGet('list.' + session.person.id).then((items) => items && set((old) => (old.items ? old : { ...old, items })));
    load();
    return () => clearTimeout(timer.current);
  }, []);
  useEvents(savingData() ? null : '/work/events', EVENTS, (kind) => {
    if (!/^(ann|off)/.test(kind) || /back/.test(kind)) due.current.list = true;
    if (!/^pro/.test(kind)) due.current.sum = true;
    // Many events come at once when a batch is approved: one look is enough.
    timer.current = timer.current || setTimeout(look, 600);
  });
  const name = session.person.display_name || session.person.handle;
  const here = useOnDevice(session.person.id);
  const items = state.items && state.items.slice().sort((a, b) => !!here[b.id] - !!here[a.id] || (b.left > 0) - (a.left > 0) || (ORDERS[order] || ORDERS.new)(a, b));
  return (
    <Page title={t('list.title')} lead={t('list.hello', { name })}>
      {state.error && (
        <Alert kind="warning" actions={<Button onClick={load}>{t('ui.retry')}</Button>}>
          {errorText(state.error)}
        </Alert>
      )}
      {items && (session.offers ? <Held /> : <p><a href="#/hours">{t('list.hours')}</a></p>)}
      {!items && !state.error && <Loading />}
      {items && items.length > 1 && (
        <Select
          class="order"
          label={t('list.order')}
          value={order}
          options={['new', 'hour', 'price', 'left'].map((one) => [one, t('list.order_' + one)])}
          onChange={(event) => {
            kept.set('order', event.target.value);
            setOrder(event.target.value);
          }}
        />
      )}
      {items && !items.length && (
        <Empty icon="work" title={t('list.empty')}>
          {t('list.empty_text')}
        </Empty>
      )}
      {items && items.length > 0 && (
        <ul class="offers">
          {items.map((project) => (
            <ProjectCard key={project.id} project={project} here={here[project.id]} />
          ))}
        </ul>
      )}
    </Page>
  );
}
