// Parts of a task that only some tasks need, each in a chunk of its own:
//
//   const View = later(() => import('./shapes.jsx'), 'Shapes')       a component that shows a spinner until its chunk is there
//
// A chunk that cannot be had at the second try either may be of a build that the server has no more: the page begins anew.
//
// A chunk's own words and style are loaded with it: the module exports `ready`, a promise (see tools.js).
import { useEffect, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, Spinner } from '../shared/ui.jsx';

export function later(load, name) {
  let known = null;
  function Later(props) {
    const [state, set] = useState({ tries: 0 });
    useEffect(() => {
      if (known) return;
      load()
        .then((module) => Promise.resolve(module.ready).then(() => module))
        .then(
          (module) => {
            known = module[name];
            set({ tries: 0 });
          },
          () => set((old) => ({ ...old, failed: true }))
        );
    }, [state.tries]);
    if (known) {
      const View = known;
      return <View {...props} />;
    }
    return state.failed ? (
      <div class="label-image-failed" role="status">
        <p>{t('err.offline')}</p>
        <Button onClick={() => (state.tries ? location.reload() : set({ tries: 1 }))}>{t('ui.retry')}</Button>
      </div>
    ) : (
      <Spinner />
    );
  }
  // For a task that will be worked on without a link.
  Later.preload = () => load().then((module) => Promise.resolve(module.ready));
  return Later;
}
