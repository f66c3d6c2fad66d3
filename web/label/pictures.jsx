// <Image valueList="$pictures">: several pictures, one at a time. Marks and the answers of perItem="true" belong to the picture that
// is shown; their items have its number in `item_index`, from 0.
import { useEffect, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { Button, iconsAdd } from '../shared/ui.jsx';
import { image } from './image.jsx';
import { useRegions } from './regions.jsx';
import { attr, filled } from './tree.js';
import { toolsReady } from './tools.js';

export const ready = toolsReady;
iconsAdd({ back: 'M15 5l-7 7 7 7', next: 'M9 5l7 7-7 7' });

export function Pictures({ node, data, form, readOnly }) {
  const name = attr(node, 'name');
  const list = filled(attr(node, 'valueList'), data);
  const count = Array.isArray(list) ? list.length : 0;
  const regions = useRegions(); // none where nothing is marked or asked for each picture
  const [own, setOwn] = useState(0);
  const at = Math.min(regions ? regions.itemOf(name) : own, Math.max(0, count - 1));
  const go = (to) => {
    if (to < 0 || to >= count || to === at) return;
    if (regions) regions.itemShow(name, to);
    else setOwn(to);
  };
  // A mark chosen in the list brings its picture.
  const selected = regions && regions.of(name).find((region) => region.id === regions.selected);
  useEffect(() => {
    if (selected && selected.item !== at) regions.itemShow(name, selected.item, true);
  }, [selected && selected.id]);
  useEffect(() => {
    const press = (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.target.matches('textarea, select, input:not([type=radio], [type=checkbox])') || document.querySelector('dialog[open]')) return;
      const step = { PageUp: -1, PageDown: 1 }[event.key];
      if (!step || count < 2) return;
      event.preventDefault();
      go(at + step);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  if (!count) return null;
  // The same as if the config had an <Image> of its own for it.
  const one = { ...node, item: at, attrs: { ...node.attrs, value: `${attr(node, 'valueList')}[${at}]` } };
  const View = image.View;
  return (
    <div class="pictures" role="group" aria-label={t('pictures.role')}>
      <View key={at} node={one} data={data} form={form} readOnly={readOnly} />
      {count > 1 && (
        <div class="row pictures-bar">
          <Button kind="quiet" icon="back" aria-label={t('pictures.back')} title={t('pictures.back')} disabled={at === 0} onClick={() => go(at - 1)} />
          <span class="nums" role="status">
            {t('pictures.place', { n: at + 1, of: count })}
          </span>
          <Button kind="quiet" icon="next" aria-label={t('pictures.next')} title={t('pictures.next')} disabled={at === count - 1} onClick={() => go(at + 1)} />
        </div>
      )}
    </div>
  );
}
