// One project: its heading, its places, and the feed that keeps all of them fresh.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { useEvents } from '../shared/events.js';
import { Badge, Loading, Page } from '../shared/ui.jsx';
import { t } from '../shared/i18n.js';
import { sessionRefresh } from '../shared/session.js';
import { Trouble, later, useCalm, useLoad } from './load.jsx';
import { Missing } from './projects.jsx';
import { Overview } from './overview.jsx';
import { Tasks } from './tasks.jsx';
import { TaskPage } from './task.jsx';
import { Review } from './review.jsx';
import { PROJECT_KINDS, hasRole, owns } from './words.js';

const TABS = {
  overview: Overview,
  tasks: Tasks,
  review: Review,
  opinion: later(() => import('./adjudicate.jsx'), 'Opinion'),
  quality: later(() => import('./quality.jsx'), 'Quality'),
  import: later(() => import('./import.jsx'), 'Import'),
  export: later(() => import('./export.jsx'), 'Export'),
  dispatch: later(() => import('./dispatch.jsx'), 'Dispatch'),
  workers: later(() => import('./requirements.jsx'), 'Requirements'),
  settings: later(() => import('./settings.jsx'), 'Settings'),
};
const KINDS = [
  'project.published',
  'project.paused',
  'project.resumed',
  'project.completed',
  'project.updated',
  'project.fitted',
  'import.progress',
  'import.done',
  'task.done',
  'task.reported',
  'annotation.submitted',
  'annotation.approved',
  'annotation.rejected',
  'annotation.sent_back',
  'task.fixed',
];
const FEED_MAX = 40;
const FEED_MERGE_MSEC = 10000;
const CALM_MSEC = 800; // the page asks for new numbers at most this often, however fast answers come

// What happens in quick succession becomes one line per kind, with a count.
export function feedAdd(feed, news) {
  const next = feed.slice();
  news.forEach((item) => {
    const at = next.slice(0, 4).findIndex((line) => line.kind === item.kind && item.at - line.at < FEED_MERGE_MSEC);
    if (at < 0) next.unshift({ ...item, count: 1 });
    else next.unshift({ ...item, count: next.splice(at, 1)[0].count + 1 });
  });
  return next.slice(0, FEED_MAX);
}

export function ProjectPage({ id, tab = 'overview', task, query, session }) {
  const project = useLoad(() => api.get('/projects/' + id), [id]);
  const [feed, setFeed] = useState([]);
  const [news, setNews] = useState(0); // grows when answers, tasks or imports changed
  const waiting = useRef([]);
  const settle = useCalm(() => {
    const batch = waiting.current;
    waiting.current = [];
    setFeed((old) => feedAdd(old, batch));
    setNews((n) => n + 1);
    project.reload();
    if (batch.some((item) => item.kind.startsWith('project.'))) sessionRefresh();
  }, CALM_MSEC);
  useEvents(project.data ? '/projects/' + id + '/events' : null, KINDS, (kind, data) => {
    if (kind && kind !== 'import.progress' && kind !== 'project.fitted') waiting.current.push({ kind, data, at: Date.now(), id: Math.random() });
    settle();
  });
  const nav = useRef();
  useEffect(() => {
    const here = nav.current && nav.current.querySelector('[aria-current]');
    // On a phone the places do not all fit: the open one comes into sight.
    if (!here) return;
    const place = here.getBoundingClientRect(), frame = nav.current.getBoundingClientRect();
    if (place.left < frame.left || place.right > frame.right) nav.current.scrollLeft = here.offsetLeft - nav.current.offsetLeft - 40;
  }, [tab, !!project.data]);
  const View = task ? (tab === 'tasks' ? TaskPage : null) : TABS[tab];
  if (!View) return <Missing />;
  if (!project.data) return project.error ? <Page title={t('nav.projects')} back={['#/projects', t('nav.projects')]}><Trouble error={project.error} retry={project.reload} /></Page> : <Loading />;
  const mine = owns(session, project.data);
  const canDecide = mine || hasRole(session, 'reviewer');
  const places = ['overview', 'tasks', 'review', canDecide && 'opinion', 'quality', mine && 'import', 'export', mine && 'dispatch', mine && 'workers', mine && 'settings'].filter(Boolean);
  const { stats } = project.data;
  return (
    <Page
      title={project.data.title}
      back={task ? ['#/projects/' + id + '/tasks', t('tab.tasks')] : ['#/projects', t('nav.projects')]}
      actions={<Badge kind={PROJECT_KINDS[project.data.state]}>{t('state.' + project.data.state)}</Badge>}
      lead={project.data.description || undefined}
    >
      <nav class="subnav" ref={nav} aria-label={t('tab.label')}>
        {places.map((name) => (
          <a key={name} href={'#/projects/' + id + (name === 'overview' ? '' : '/' + name)} aria-current={name === tab ? 'page' : undefined}>
            {t('tab.' + name)}
            {name === 'review' && stats.submitted > 0 && <span class="count">{t('tab.count', { n: stats.submitted })}</span>}
          </a>
        ))}
      </nav>
      <View
        key={task}
        id={Number(id)}
        task={Number(task)}
        project={project.data}
        reload={project.reload}
        take={project.set}
        feed={feed}
        news={news}
        query={query}
        session={session}
        mine={mine}
        canDecide={canDecide}
      />
    </Page>
  );
}
