// Server-sent events. The browser reconnects by itself with Last-Event-ID; when it gives up (a refused reconnect) we begin
// again with a growing pause. A page out of sight listens to nothing: a browser keeps six connections to a server, and six tabs
// that hold one each would leave none for a click. Back in sight, the handler is called with '': anything may have happened.
//
//   useEvents('/work/events', ['project.published', 'project.paused'], (kind, data) => reload())
import { useEffect, useRef } from 'preact/hooks';
import { pause, url } from './api.js';

export function listen(path, kinds, handler) {
  let source = null;
  let closed = false;
  let last = '';
  let tries = 0;
  const begin = () => {
    if (source) source.close();
    if (closed || document.hidden) return;
    source = new EventSource(url(path, { after: last }));
    kinds.forEach((kind) =>
      source.addEventListener(kind, (event) => {
        last = event.lastEventId;
        let data = {};
        try {
          data = JSON.parse(event.data);
        } catch (e) {
          /* an event without data still says that something happened */
        }
        handler(kind, data);
      })
    );
    source.onopen = () => (tries = 0);
    source.onerror = () => {
      if (source.readyState === 2) pause(Math.min(60000, 2000 * 2 ** tries++)).then(begin);
    };
  };
  const turn = () => {
    begin();
    if (!document.hidden) handler('', {});
  };
  begin();
  document.addEventListener('visibilitychange', turn);
  return () => {
    closed = true;
    document.removeEventListener('visibilitychange', turn);
    if (source) source.close();
  };
}

// path null: listens to nothing. The newest handler is called.
export function useEvents(path, kinds, handler) {
  const newest = useRef(handler);
  newest.current = handler;
  useEffect(() => (path ? listen(path, kinds, (kind, data) => newest.current(kind, data)) : undefined), [path]);
}
