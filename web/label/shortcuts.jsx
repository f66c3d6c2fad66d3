// <Shortcut>s of a <TextArea>: texts that a button, or a key while one writes, puts where the cursor is.
import { useEffect } from 'preact/hooks';
import { toolsReady } from './tools.js';
import { attr, keyList, keyMatches } from './tree.js';

export const ready = toolsReady;

export function Shortcuts({ node, box, insert, disabled }) {
  const all = (node.children || []).filter((child) => child.tag === 'Shortcut');
  useEffect(() => {
    const press = (event) => {
      if (event.target.tagName !== 'TEXTAREA') return;
      const hit = all.find((one) => keyList(attr(one, 'hotkey')).some((key) => keyMatches(key, event)));
      if (!hit) return;
      event.preventDefault();
      insert(attr(hit, 'value'));
    };
    const root = box.current;
    root.addEventListener('keydown', press);
    return () => root.removeEventListener('keydown', press);
  });
  return (
    <div class="label-bar">
      {all.map((one) => (
        <button key={attr(one, 'value')} type="button" class="label-chip" style={attr(one, 'background') ? { '--chip': attr(one, 'background') } : undefined} disabled={disabled} onClick={() => insert(attr(one, 'value'))}>
          {attr(one, 'background') && <span class="label-chip-dot" aria-hidden="true" />}
          {attr(one, 'alias') || attr(one, 'value')}
          {attr(one, 'hotkey') && (
            <kbd class="choice-key" aria-hidden="true">
              {keyList(attr(one, 'hotkey'))[0]}
            </kbd>
          )}
        </button>
      ))}
    </div>
  );
}
