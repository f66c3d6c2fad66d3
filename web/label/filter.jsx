// <Filter toName>: finds a label or choice among many. What does not match is hidden; Enter takes the first that is left.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { attr, flag, keyList, keyMatches } from './tree.js';

const plain = (text, cases) => {
  const letters = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return cases ? letters : letters.toLowerCase();
};

export const filter = {
  kind: 'object',
  View({ node }) {
    const [text, setText] = useState('');
    const field = useRef();
    const wanted = text.length >= (attr(node, 'minlength') === '' ? 3 : Number(attr(node, 'minlength'))) ? plain(text.trim(), flag(node, 'casesensitive')) : '';
    const options = () => {
      const root = field.current && field.current.closest('.label-root');
      const box = root && [...root.querySelectorAll('.label-control')].find((one) => one.dataset.control === attr(node, 'toName'));
      return box ? [...box.querySelectorAll('.choice, .label-chip')] : [];
    };
    // After every drawing: the options may have been drawn anew.
    useEffect(() => {
      options().forEach((one) => (one.hidden = !!wanted && !plain(one.textContent, flag(node, 'casesensitive')).includes(wanted)));
    });
    useEffect(() => {
      const keys = keyList(attr(node, 'hotkey'));
      const press = (event) => {
        if (event.defaultPrevented || event.target === field.current || !keys.some((key) => keyMatches(key, event)) || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
        event.preventDefault();
        field.current.focus();
      };
      if (keys.length) document.addEventListener('keydown', press);
      return () => document.removeEventListener('keydown', press);
    }, []);
    const key = (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      const first = event.key === 'Enter' && wanted && options().find((one) => !one.hidden);
      if (first) (first.querySelector('input') || first).click();
      if (event.key === 'Escape' || (first && attr(node, 'cleanup') !== 'false')) setText('');
    };
    return <input ref={field} type="search" class="filter" aria-label={attr(node, 'placeholder') || t('filter.role')} placeholder={attr(node, 'placeholder') || t('filter.role')} style={attr(node, 'style') || undefined} value={text} onInput={(event) => setText(event.target.value)} onKeyDown={key} />;
  },
};
