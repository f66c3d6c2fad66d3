// <Collapse> with <Panel>s: parts that open and close. accordion (the default): one at a time.
import { useRef } from 'preact/hooks';
import { attr, flag, textOf } from './tree.js';

export const collapse = {
  kind: 'layout',
  View({ node, children }) {
    const box = useRef();
    // "toggle" does not bubble: it is caught on the way down.
    const watch = (element) => {
      box.current = element;
      if (!element || element.dataset.watched || attr(node, 'accordion') === 'false') return;
      element.dataset.watched = '1';
      element.addEventListener('toggle', (event) => event.target.open && event.target.parentNode === element && [...element.children].forEach((one) => one !== event.target && (one.open = false)), true);
    };
    return (
      <div class={'collapse' + (flag(node, 'bordered') ? ' bordered' : '')} ref={watch} data-open={flag(node, 'open') ? '1' : undefined}>
        {children}
      </div>
    );
  },
};
export const panel = {
  kind: 'layout',
  View({ node, data, children }) {
    const first = useRef(true);
    const begin = (element) => {
      if (element && first.current) element.open = flag(node, 'open') || !!element.parentNode.dataset.open;
      first.current = !element;
    };
    return (
      <details class="panel" ref={begin}>
        <summary>{textOf(attr(node, 'value'), data)}</summary>
        <div class="label-view">{children}</div>
      </details>
    );
  },
};
