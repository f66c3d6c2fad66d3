// The console: requesters, reviewers and the operator. What a page needs only now and then (editor, operator pages) is its
// own chunk, loaded when it is opened.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Hosts, Loading } from '../shared/ui.jsx';
import { languageStart, useLanguage } from '../shared/i18n.js';
import { useRoute } from '../shared/router.js';
import { sessionLoad, useSession } from '../shared/session.js';
import { themeUse } from '../shared/theme.js';
import './icons.js';
import { Entry, WrongRole } from './entry.jsx';
import { Frame } from './frame.jsx';
import { Trouble, later } from './load.jsx';
import { Missing, Projects } from './projects.jsx';
import { ProjectPage } from './project.jsx';
import { canOpenConsole, hasRole } from './words.js';

const ROUTES = [
  ['/', Projects],
  ['/projects', Projects],
  ['/new', later(() => import('./gallery.jsx'), 'Gallery')],
  ['/new/:template', later(() => import('./project_new.jsx'), 'ProjectNew')],
  ['/projects/:id', ProjectPage],
  ['/projects/:id/:tab', ProjectPage],
  ['/projects/:id/:tab/:task', ProjectPage],
  ['/training', later(() => import('./training.jsx'), 'Training')],
  ['/training/:id', later(() => import('./training.jsx'), 'CoursePage')],
  ['/money', later(() => import('./account.jsx'), 'Money')],
  ['/tokens', later(() => import('./account.jsx'), 'Tokens')],
  ['/me', later(() => import('./account.jsx'), 'Profile')],
  ['/accounts', later(() => import('./accounts.jsx'), 'Accounts')],
  ['/people', later(() => import('./operator.jsx'), 'People'), 'operator'],
  ['/health', later(() => import('./operator.jsx'), 'Health'), 'operator'],
  ['/backups', later(() => import('./operator.jsx'), 'Backups'), 'operator'],
  ['/limits', later(() => import('./limits.jsx'), 'Limits'), 'operator'],
  ['/payouts', later(() => import('./payouts.jsx'), 'PayoutsPage'), 'operator'],
  ['/audit', later(() => import('./operator.jsx'), 'Audit'), 'operator'],
];

function App() {
  useLanguage(); // a new language redraws everything
  const session = useSession();
  const [error, setError] = useState(null);
  const { view: View, params, query } = useRoute(session && session.person ? ROUTES.filter((r) => !r[2] || hasRole(session, r[2])) : [], Missing);
  const begin = () => {
    setError(null);
    sessionLoad().catch(setError);
  };
  useEffect(begin, []);
  if (!session) return error ? <main class="page narrow"><Trouble error={error} retry={begin} /></main> : <Loading />;
  if (!session.person) return <Entry session={session} />;
  if (!canOpenConsole(session)) return <WrongRole session={session} />;
  return (
    <Frame session={session}>
      <View {...params} query={query} session={session} />
    </Frame>
  );
}

themeUse();
const words = (...parts) => parts;
languageStart({
  es: words(() => import('../i18n/es.json'), () => import('../i18n/more/es.json'), () => import('../i18n/console/es.json')),
  en: words(() => import('../i18n/en.json'), () => import('../i18n/more/en.json'), () => import('../i18n/console/en.json')),
  fr: words(() => import('../i18n/fr.json'), () => import('../i18n/more/fr.json'), () => import('../i18n/console/fr.json')),
  pt: words(() => import('../i18n/pt.json'), () => import('../i18n/more/pt.json'), () => import('../i18n/console/pt.json')),
}).then(() => {
  render(
    <>
      <App />
      <Hosts />
    </>,
    document.getElementById('app')
  );
});
