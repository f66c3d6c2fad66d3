// Hash routes: the server needs no rewrites. `#/projects/7?tab=answers` -> path "/projects/7", query {tab: "answers"}.
//
//   const routes = [['/', Home], ['/projects/:id', Project]];
//   const { view: View, params, query } = useRoute(routes, NotFound);   ->   <View {...params} query={query} />
import { useEffect } from 'preact/hooks';
import { makeStore } from './store.js';

function read() {
  const [path, search] = (location.hash.replace(/^#/, '') || '/').split('?');
  const query = {};
  new URLSearchParams(search || '').forEach((value, name) => (query[name] = value));
  return { path: path || '/', query };
}

const place = makeStore(read());
addEventListener('hashchange', () => {
  const before = place.get().path;
  place.set(read());
  if (place.get().path !== before) scrollTo(0, 0);
});

export const usePlace = () => place.use();
export const placeNow = () => place.get();

export function go(path, { replace } = {}) {
  if (replace) {
    history.replaceState(null, '', '#' + path);
    place.set(read());
  } else location.hash = '#' + path;
}

// Changes query parameters of the present page without a new entry in the history.
export function querySet(changes) {
  const { path, query } = place.get();
  const pairs = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(pairs).toString();
  go(path + (text ? '?' + text : ''), { replace: true });
}

function match(pattern, path) {
  const want = pattern.split('/');
  const have = path.replace(/(.)\/$/, '$1').split('/');
  if (want.length !== have.length) return null;
  const params = {};
  for (let i = 0; i < want.length; i++) {
    if (want[i][0] === ':' && have[i]) params[want[i].slice(1)] = have[i];
    else if (want[i] !== have[i]) return null;
  }
  return params; // as written in the address: our parameters are ids
}

export function useRoute(routes, missing) {
  const { path, query } = usePlace();
  for (const [pattern, view] of routes) {
    const params = match(pattern, path);
    if (params) return { view, params, query, path, pattern };
  }
  return { view: missing, params: {}, query, path, pattern: '' };
}

// Names the page in the window title and, after a navigation, moves the focus to its heading, so that a screen reader
// reads the new page from its top. Used by Page in ui.jsx.
let firstPage = true;
export function usePageTitle(title, heading) {
  const { path } = place.get();
  useEffect(() => {
    document.title = title ? title + ' · Faena' : 'Faena';
  }, [title]);
  useEffect(() => {
    if (!firstPage && heading.current) heading.current.focus({ preventScroll: true });
    firstPage = false;
  }, [path]);
}
