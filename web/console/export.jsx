// Taking results out.
import { useState } from 'preact/hooks';
import { url } from '../shared/api.js';
import { Button, Card, Checkbox, toast } from '../shared/ui.jsx';
import { t } from '../shared/i18n.js';

const FORMATS = [
  ['jsonl', 'jsonl'],
  ['csv', 'csv'],
  ['json', 'json'],
  ['label_studio', 'json'],
  ['json_min', 'json'],
  ['answers', 'jsonl'],
];

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t('ui.copied'));
  } catch (e) {
    toast(t('ui.copy_failed'), 'bad'); // plain http on a LAN has no clipboard
  }
}

export function Export({ project }) {
  const [format, setFormat] = useState('jsonl');
  const [gold, setGold] = useState(true);
  const [soft, setSoft] = useState(false);
  const canSoft = format === 'json' || format === 'jsonl';
  const address = url('/projects/' + project.id + '/export', { format, gold: gold ? undefined : 'false', soft: soft && canSoft ? 'true' : undefined });
  const name = 'faena-' + project.id + '-' + format + '.' + FORMATS.find(([one]) => one === format)[1];
  const curl = 'curl -H "Authorization: Bearer $FAENA_TOKEN" \\\n  -o ' + name + ' \\\n  "' + location.origin + address + '"';
  return (
    <>
      <Card title={t('export.title')}>
        <p class="muted">{t('export.hint')}</p>
        <fieldset class="picks">
          <legend>{t('export.format')}</legend>
          {FORMATS.map(([one]) => (
            <label key={one} class="pick">
              <input type="radio" name="format" value={one} checked={format === one} onChange={() => setFormat(one)} />
              <span>
                <strong>{t('export.name.' + one)}</strong>
                <small class="muted">{t('export.text.' + one)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {project.stats.gold_tasks > 0 && <Checkbox label={t('export.gold')} checked={gold} onChange={() => setGold(!gold)} />}
        {canSoft && <Checkbox label={t('export.soft')} checked={soft} onChange={() => setSoft(!soft)} />}
        <div class="row">
          <Button kind="primary" class="big" icon="download" href={address} download={name}>
            {t('export.download')}
          </Button>
        </div>
      </Card>
      <Card title={t('export.command')} actions={<Button icon="copy" onClick={() => copy(curl)}>{t('ui.copy')}</Button>}>
        <p class="muted">
          {t('export.command_hint')} <a href="#/tokens">{t('nav.tokens')}</a>
        </p>
        <pre class="command" tabIndex={0}>
          {curl}
        </pre>
        {(format === 'jsonl' || format === 'csv') && <p class="hint">{t('export.resume')}</p>}
      </Card>
    </>
  );
}
