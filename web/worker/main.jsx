// The worker's app: boot, frame and routes. What only one page needs is its own chunk.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { errorText, languageStart, money, t, useLanguage } from '../shared/i18n.js';
import { later } from '../label/later.jsx';
import { usePlace, useRoute } from '../shared/router.js';
import { sessionNow, useSession } from '../shared/session.js';
import { themeUse } from '../shared/theme.js';
import { usageWatch } from '../shared/saving.js';
import { Alert, Button, Empty, Hosts, Icon, LanguagePicker, Loading, Logo, Page, ThemePicker, cx } from '../shared/ui.jsx';
import { api } from '../shared/api.js';
import { draftsClean, outbox, outboxStart } from './outbox.js';
import { asked, visitBegin, visitCheck } from './visit.js';
import { Join, Login, Welcome } from './enter.jsx';
import { List } from './list.jsx';
import { Project, Work } from './work.jsx';

const loadMore = () => import('./more.jsx').then((more) => more.pages);

const NotFound = () => (
  <Page title={t('page.not_found')} narrow>
    <p>{t('page.not_found_text')}</p>
    <p>
      <a href="#/">{t('nav.work')}</a>
    </p>
  </Page>
);
// A requester or operator without the worker role.
const OtherRole = () => (
  <Page title={t('role.title')} lead={t('role.text')} narrow>
    <div class="row">
      <Button kind="primary" href="/console">
        {t('nav.console')}
      </Button>
    </div>
  </Page>
);

const OUT = [
  ['/', Welcome],
  ['/login', Login],
  ['/signup', Join],
];
const IN = [
  ['/', List],
  ['/login', List],
  ['/signup', List],
  ['/projects/:id', Project],
  ['/projects/:id/work', Work],
  ...'balance history profile waiting alerts hours coming courses quality requesters requesters/:id courses/:id crews crews/:id join/:id offers/:id'.split(' ').map((path) => ['/' + path, later(loadMore, path)]),
];
const NAV = [
  ['/', 'nav.work', 'work'],
  ['/balance', 'nav.balance', 'wallet'],
  ['/history', 'nav.history', 'history'],
  ['/profile', 'nav.profile', 'person'],
];

function Nav({ person }) {
  const { path } = usePlace();
  const here = (to) => (to === '/' ? path === '/' || path.startsWith('/projects') : path === to);
  return (
    <nav class="nav" aria-label={t('nav.label')}>
      {NAV.map(([to, text, icon]) => (
        <a key={to} href={'#' + to} aria-current={here(to) ? 'page' : undefined}>
          <Icon name={icon} size={22} />
          <span>{t(text)}</span>
        </a>
      ))}
      {person.roles.some((role) => role !== 'worker') && (
        <a class="wide-only" href="/console">
          <Icon name="settings" size={22} />
          <span>{t('nav.console')}</span>
        </a>
      )}
    </nav>
  );
}

// Answers that are not confirmed yet: said on every page, so that nobody thinks them lost.
function Unsent() {
  const { waiting, refused, error } = outbox.use();
  const held = waiting && error && error.code !== 'unauthenticated' ? waiting : 0;
  if (!held && !refused) return <div role="status" />;
  return (
    <div role="status" class="unsent">
      <Icon name={held ? 'offline' : 'warning'} size={18} />
      <a href="#/waiting">{held ? t(error.status === 0 ? 'out.offline' : 'out.busy', { n: held }) : t('out.attention', { n: refused })}</a>
    </div>
  );
}

function App({ problem, retry }) {
  const session = useSession();
  const who = session && session.person;
  useLanguage();
  const { view, params, query, pattern } = useRoute(who ? IN : OUT, who ? NotFound : Login);
  const working = who && pattern === '/projects/:id/work';
  useEffect(() => {
    outboxStart(who ? who.id : 0);
  }, [who && who.id]);
  const View = who && !who.roles.includes('worker') && pattern !== '/profile' && pattern !== '/alerts' ? OtherRole : view;
  return (
    <div class={cx('app', who && 'in', working && 'working')}>
      <a
        class="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content').focus();
        }}
      >
        {t('ui.skip_to_content')}
      </a>
      {!working && (
        <header class="top">
          <div class="top-in">
            <Logo />
            {who && <Nav person={who} />}
            {who && (
              <a class="pill nums" href="#/balance" aria-label={t('nav.balance_of', { amount: money(session.available_micros || 0) })}>
                {money(session.available_micros || 0)}
              </a>
            )}
            {session && !who && (
              <Button kind="secondary" href="#/login">
                {t('enter.login')}
              </Button>
            )}
          </div>
        </header>
      )}
      <Unsent />
      <main id="content" tabIndex={-1}>
        {session ? (
          <View {...params} query={query} key={pattern + (params.id || '')} />
        ) : problem ? (
          <Page title={t('ui.offline')} narrow>
            <Empty icon="offline" title={errorText(problem)} actions={<Button kind="primary" onClick={retry}>{t('ui.retry')}</Button>}>
              {t('ui.offline_text')}
            </Empty>
          </Page>
        ) : (
          <Loading />
        )}
      </main>
      <footer class="foot">
        <LanguagePicker onPick={(language) => who && api.patch('/me', { language }).catch(() => {})} />
        <ThemePicker />
        {!working && <a href="/console">{t('nav.for_requesters')}</a>}
      </footer>
      <Hosts />
    </div>
  );
}

// The session is asked for at once; without a link the page says so and tries again by itself when the link is back.
function Boot() {
  const [problem, set] = useState(null);
  const load = () => {
    set(null);
    asked('session', visitCheck).catch((error) => sessionNow() || set(error));
  };
  useEffect(load, []);
  useEffect(() => {
    if (!problem) return undefined;
    addEventListener('online', load);
    return () => removeEventListener('online', load);
  }, [problem]);
  return <App problem={problem} retry={load} />;
}

// Installable; only a secure origin may have a service worker. It gets the list of what this visit has loaded (sw.js).
function keepAssets() {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  navigator.serviceWorker.register('/sw.js').catch(() => {});
  navigator.serviceWorker.ready.then((registration) => {
    const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
    registration.active.postMessage({ keep: loaded.filter((path) => path.startsWith('/assets/')) });
  });
}

const begun = visitBegin();
themeUse();
draftsClean();
languageStart({
  es: [() => import('../i18n/es.json')],
  en: [() => import('../i18n/en.json')],
  fr: [() => import('../i18n/fr.json')],
  pt: [() => import('../i18n/pt.json')],
})
  .then(() => begun)
  .then(() => render(<Boot />, document.getElementById('app')));
usageWatch();
if (document.readyState === 'complete') keepAssets();
else addEventListener('load', () => setTimeout(keepAssets, 2000));
