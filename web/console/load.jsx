// Fetching for pages: what is shown while a reply is on its way, and when it does not come.
//
//   const project = useLoad(() => api.get('/projects/' + id), [id]);
//   <Loaded of={project}>{(data) => ...}</Loaded>
//   const [publish, busy, error] = useAction(async () => { ... });
import { useEffect, useRef, useState } from 'preact/hooks';
import { Alert, Button, Loading, toast } from '../shared/ui.jsx';
import { errorText, t } from '../shared/i18n.js';

// Old data stays while newer is fetched; a reply to an older question is dropped. Other `keys` are another question: its data is
// waited for. Other `news` are a reason to ask the same again, in sight of the old: a button that goes takes the press with it.
export function useLoad(load, keys, news) {
  const [state, set] = useState({ data: null, error: null, busy: true });
  const turn = useRef(0);
  const newest = useRef(load);
  newest.current = load;
  const run = async (fresh) => {
    const mine = ++turn.current;
    set((old) => ({ data: fresh ? null : old.data, error: null, busy: true }));
    try {
      const data = await newest.current();
      if (mine === turn.current) set({ data, error: null, busy: false });
    } catch (error) {
      if (mine === turn.current) set((old) => ({ data: old.data, error, busy: false }));
    }
  };
  useEffect(() => {
    run(true);
    return () => {
      turn.current++;
    };
  }, keys);
  const heard = useRef(news);
  useEffect(() => {
    if (heard.current !== news) run(false);
    heard.current = news;
  }, [news]);
  return { ...state, reload: () => run(false), set: (data) => set({ data: typeof data === 'function' ? data(state.data) : data, error: null, busy: false }) };
}

export const Trouble = ({ error, retry }) => (
  <Alert kind="bad" actions={retry && <Button onClick={retry}>{t('ui.retry')}</Button>}>
    {errorText(error)}
  </Alert>
);

export function Loaded({ of, children }) {
  if (of.data !== null) return children(of.data);
  if (of.error) return <Trouble error={of.error} retry={of.reload} />;
  return <Loading />;
}

// An action of a button: one at a time; its error is returned, or told as a toast when `tell` is set.
export function useAction(action, { tell } = {}) {
  const [state, set] = useState({ busy: false, error: null });
  const alive = useRef(true);
  const running = useRef(false);
  useEffect(() => () => (alive.current = false), []);
  const run = async (...args) => {
    if (running.current) return undefined;
    running.current = true;
    set({ busy: true, error: null });
    let error = null;
    try {
      return await action(...args);
    } catch (e) {
      error = e;
      if (tell) toast(errorText(e), 'bad');
      return undefined;
    } finally {
      running.current = false;
      if (alive.current) set({ busy: false, error: tell ? null : error });
    }
  };
  return [run, state.busy, state.error, (error) => set({ busy: false, error: error || null })];
}

// {"/title": "...", ...} of a refused form.
export function fieldErrors(error) {
  const fields = {};
  ((error && error.errors) || []).forEach((e) => {
    const name = e.pointer || '';
    fields[name] = fields[name] ? fields[name] + ' ' + e.detail : e.detail;
  });
  return fields;
}

// A view of another chunk.
export function later(load, name) {
  let View = null;
  return function Later(props) {
    const [state, set] = useState({ ready: !!View, error: null });
    const begin = () => {
      set({ ready: !!View, error: null });
      load().then(
        (module) => {
          View = module[name];
          set({ ready: true, error: null });
        },
        () => set({ ready: false, error: { code: 'offline' } })
      );
    };
    useEffect(() => {
      if (!View) begin();
    }, []);
    if (state.error) return <div class="page"><Trouble error={state.error} retry={begin} /></div>;
    return state.ready ? <View {...props} /> : <Loading />;
  };
}

// Calls `fn` at most once in `msec`, and once more after the last call.
export function useCalm(fn, msec) {
  const newest = useRef(fn);
  newest.current = fn;
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    if (timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = 0;
      newest.current();
    }, msec);
  };
}

// The value as it was when it had not changed for `msec`.
export function useSettled(value, msec) {
  const [settled, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), msec);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
