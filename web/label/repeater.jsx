// <Repeater on="$pages" indexFlag="{{idx}}">: what stands in it once for each item of a list of the task, as
// src/domain/label_repeat.c does it. mode="pagination" shows one at a time.
import { useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button } from '../shared/ui.jsx';
import { attr, filled } from './tree.js';

const COPIES_MAX = 200;
const filledIn = (node, flag, n) =>
  node.tag ? { ...node, attrs: Object.fromEntries(Object.entries(node.attrs || {}).map(([name, value]) => [name, value.split(flag).join(n)])), children: (node.children || []).map((child) => filledIn(child, flag, n)) } : node;

function expand(node, data) {
  if (!node.tag || !node.children || !node.children.length) return node;
  if (node.tag !== 'Repeater') return { ...node, children: node.children.map((child) => expand(child, data)) };
  const list = filled(attr(node, 'on'), data);
  const copies = (Array.isArray(list) ? list.slice(0, COPIES_MAX) : []).map((_, n) => ({ tag: 'View', attrs: { className: 'repeated' }, children: node.children.map((child) => expand(filledIn(child, attr(node, 'indexFlag') || '{{idx}}', n), data)) }));
  return { ...node, children: copies };
}

export const repeater = {
  kind: 'layout',
  expand,
  View({ node, children }) {
    const [at, setAt] = useState(0);
    if (attr(node, 'mode') !== 'pagination') return <div class="label-view">{children}</div>;
    const count = children.length;
    return (
      <div class="repeater">
        <div class="row" role="group" aria-label={t('repeater.role')}>
          <Button kind="quiet" icon="back" aria-label={t('repeater.back')} disabled={at === 0} onClick={() => setAt(at - 1)} />
          <span class="nums" role="status">
            {t('repeater.place', { n: at + 1, of: count })}
          </span>
          <Button kind="quiet" icon="next" aria-label={t('repeater.next')} disabled={at >= count - 1} onClick={() => setAt(at + 1)} />
        </div>
        {/* All of them stay: what is wrong on a page that is not shown is found when sending. */}
        {children.map((child, i) => (
          <div key={i} hidden={i !== at}>
            {child}
          </div>
        ))}
      </div>
    );
  },
};
