// Approving, rejecting and sending back answers, for the review list and the task page.
import { useRef, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Button, Dialog, TextArea } from '../shared/ui.jsx';
import { errorText, t } from '../shared/i18n.js';
import { useAction } from './load.jsx';

const IDS_MAX = 1000; // of one call

export async function decide(project, ids, verdict, reason) {
  let decided = 0;
  for (let i = 0; i < ids.length; i += IDS_MAX) {
    const reply = await api.post('/projects/' + project + '/annotations/' + verdict, { ids: ids.slice(i, i + IDS_MAX), ...(reason ? { [verdict === 'send-back' ? 'comment' : 'reason']: reason } : {}) });
    decided += reply.decided;
  }
  return decided;
}

const REASONS = ['instructions', 'wrong', 'empty', 'machine', 'unrelated'];
const REASON_MIN = 5;
const REASON_MAX = 2000;

// onReject(reason) may throw; the dialog stays open then and says why. words: the beginning of its words' names.
export const RejectDialog = (props) => <ReasonDialog words="reject" danger {...props} />;
export const BackDialog = ({ onBack, ...props }) => <ReasonDialog words="back" onReject={onBack} {...props} />;

function ReasonDialog({ words, danger, count, onReject, onClose }) {
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const field = useRef();
  const [send, busy, error] = useAction(async () => {
    if ([...reason.trim()].length < REASON_MIN) {
      setShort(true);
      if (field.current) field.current.querySelector('textarea').focus();
      return;
    }
    await onReject(reason.trim());
  });
  return (
    <Dialog
      title={t(words + '.title', { n: count })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={send}>
            {t(words + '.send', { n: count })}
          </Button>
        </>
      }
    >
      <p>{t(words + '.text')}</p>
      <div class="chips wrap" role="group" aria-label={t('reject.presets')}>
        {REASONS.map((name) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={reason === t('reject.reason.' + name) ? 'true' : 'false'}
            onClick={() => {
              setReason(t('reject.reason.' + name));
              setShort(false);
            }}
          >
            {t('reject.reason.' + name)}
          </button>
        ))}
      </div>
      <div ref={field}>
        <TextArea
          label={t(words + '.reason')}
          hint={t('reject.hint')}
          required
          rows={3}
          maxLength={REASON_MAX}
          value={reason}
          error={short ? t('reject.short', { n: REASON_MIN }) : error ? errorText(error) : null}
          onInput={(e) => {
            setReason(e.target.value);
            setShort(false);
          }}
        />
      </div>
    </Dialog>
  );
}
