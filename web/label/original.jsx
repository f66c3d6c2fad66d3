// Beside an enlarged picture: its file as it was uploaded, with its size, for who needs every detail.
import { useEffect, useState } from 'preact/hooks';
import { number, t } from '../shared/i18n.js';
import { Button } from '../shared/ui.jsx';
import { toolsReady } from './tools.js';

export const ready = toolsReady;

// Bytes of a file of this server, from one byte of it; 0 when it cannot be known now. The browser is not to keep that one byte.
const bytesAsk = (address) =>
  fetch(address, { headers: { Range: 'bytes=0-0' }, credentials: 'same-origin', cache: 'no-store' }).then(
    (reply) => (reply.ok ? Number((reply.headers.get('Content-Range') || '').split('/')[1]) || 0 : 0),
    () => 0
  );

export function Original({ address, onPick }) {
  const [bytes, set] = useState(0);
  useEffect(() => {
    bytesAsk(address).then(set);
  }, [address]);
  return (
    <Button icon="download" class="original" onClick={onPick}>
      {bytes ? t('picture.original_of', { size: bytes < 1e6 ? number(Math.max(1, Math.round(bytes / 1e3))) + ' KB' : number(bytes / 1e6, { maximumFractionDigits: 1 }) + ' MB' }) : t('picture.original')}
    </Button>
  );
}
