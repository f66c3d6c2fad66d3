// <Image>: a picture of the task, in a copy as small as the page needs; a click or Enter shows it in full size, again fits it to the
// page. Its file itself comes only when asked for (original.jsx). One that is marked is drawn by picture.jsx.
import { useEffect, useState } from 'preact/hooks';
import { t } from '../shared/i18n.js';
import { pictureAddress } from '../shared/saving.js';
import { Button } from '../shared/ui.jsx';
import { later } from './later.jsx';
import { attr, isMarked, textOf } from './tree.js';

const Picture = later(() => import('./picture.jsx'), 'Picture');
const Original = later(() => import('./original.jsx'), 'Original');

const usable = (address) => /^(https?:\/\/|\/(?!\/)|data:image\/|blob:)/i.test(address);

// viewed: the config asks for what only the viewer of marked pictures does (more.jsx).
function View({ node, data, form, viewed }) {
  const address = textOf(attr(node, 'value'), data);
  const [state, set] = useState({ full: false, failed: false, tries: 0 });
  useEffect(() => set({ full: false, failed: false, tries: 0 }), [address]);
  if (!usable(address) || state.failed)
    return (
      <div class="label-image-failed" role="status">
        <p>{t('label.image_failed')}</p>
        {usable(address) && <Button onClick={() => set({ full: false, failed: false, tries: state.tries + 1 })}>{t('ui.retry')}</Button>}
      </div>
    );
  if (viewed || isMarked(form, node))
    return <Picture key={address + state.tries} node={node} data={data} address={address} onFailed={() => set({ ...state, failed: true })} />;
  const copy = pictureAddress(address, state.full);
  return (
    <>
      <button type="button" class={'label-image' + (state.full ? ' full' : '')} aria-pressed={state.full ? 'true' : 'false'} aria-label={t('label.image_zoom')} onClick={() => set({ ...state, full: !state.full })}>
        <img style={{ width: attr(node, 'width'), maxWidth: state.full ? '' : attr(node, 'maxWidth') }} key={address + state.tries} src={state.whole ? address : copy} alt={attr(node, 'alt') || t('label.image')} decoding="async" onError={() => set({ ...state, failed: true })} />
      </button>
      {state.full && !state.whole && copy !== address && <Original address={address} onPick={() => set({ ...state, whole: true })} />}
    </>
  );
}

export const image = { kind: 'object', View };
