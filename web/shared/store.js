// A value that views can watch. `set` takes a new value or a function of the old one; every `use()` redraws.
import { useEffect, useState } from 'preact/hooks';

export function makeStore(value) {
  const watchers = new Set();
  return {
    get: () => value,
    set(next) {
      value = typeof next === 'function' ? next(value) : next;
      watchers.forEach((watcher) => watcher(value));
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    use() {
      const [, redraw] = useState(0);
      const drawn = value;
      useEffect(() => {
        const watcher = () => redraw((n) => n + 1);
        watchers.add(watcher);
        if (value !== drawn) watcher(); // set between the drawing and now
        return () => watchers.delete(watcher);
      }, []);
      return value;
    },
  };
}

// localStorage may be full, blocked or absent: the page goes on without it.
export const kept = {
  get(name) {
    try {
      return JSON.parse(localStorage.getItem('faena.' + name));
    } catch (e) {
      return null;
    }
  },
  // False when it could not be kept.
  set(name, value) {
    try {
      localStorage.setItem('faena.' + name, JSON.stringify(value));
      return true;
    } catch (e) {
      return false;
    }
  },
  drop(name) {
    try {
      localStorage.removeItem('faena.' + name);
    } catch (e) {
      /* nothing was kept */
    }
  },
  names(prefix) {
    try {
      return Object.keys(localStorage)
        .filter((name) => name.startsWith('faena.' + prefix))
        .map((name) => name.slice(6));
    } catch (e) {
      return [];
    }
  },
};
