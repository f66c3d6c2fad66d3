// Gold answers that workers say are wrong: what they were asked, what they answered, what was held to be right, and the decision.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Badge, Button, Card, TextArea } from '../shared/ui.jsx';
import { t } from '../shared/i18n.js';
import { Loaded, useAction, useLoad } from './load.jsx';
import { Glance } from './tasks.jsx';
import { ago, resultText } from './words.js';

const REPLY_MIN = 5;
const KINDS = { open: 'warning', stands: 'plain', fell: 'bad' };

function Decision({ id, contest, done }) {
  const [reply, setReply] = useState('');
  const [short, setShort] = useState(false);
  const [decide, busy] = useAction(
    async (falls) => {
      if (reply.trim().length < REPLY_MIN) return setShort(true);
      await api.post(`/projects/${id}/contests/${contest.task}`, { falls, reply: reply.trim() });
      return done();
    },
    { tell: true }
  );
  return (
    <div class="stack">
      <TextArea label={t('contest.reply')} hint={t('contest.reply_hint')} error={short ? t('contest.reply_short') : undefined} maxLength={2000} rows={2} value={reply} onInput={(e) => (setReply(e.target.value), setShort(false))} />
      <div class="row">
        <Button busy={busy} onClick={() => decide(false)}>
          {t('contest.stands')}
        </Button>
        <Button busy={busy} onClick={() => decide(true)}>
          {t('contest.falls')}
        </Button>
      </div>
    </div>
  );
}

export function Contests({ id, canDecide }) {
  const list = useLoad(() => api.get('/projects/' + id + '/contests'), [id]);
  const load = async () => list.set(await api.get('/projects/' + id + '/contests'));
  return (
    <Card title={t('contest.title')}>
      <p class="muted">{t('contest.hint')}</p>
      <Loaded of={list}>
        {({ items }) =>
          items.length ? (
            <ul class="plain-list signals">
              {items.map((one) => (
                <li key={one.task + ' ' + one.worker.id} class="stack">
                  <p>
                    <a href={`#/projects/${id}/tasks/${one.task}`}>{t('contest.task', { n: one.task })}</a> <Badge kind={KINDS[one.state]}>{t('contest.state.' + one.state)}</Badge>{' '}
                    <small class="muted">
                      {one.worker.handle} · {ago(one.created_at)}
                    </small>
                  </p>
                  <Glance data={one.data} />
                  <p>
                    <span class="muted">{t('contest.theirs')}</span> {resultText(one.result)}
                  </p>
                  <p>
                    <span class="muted">{t('contest.gold')}</span> {one.gold ? resultText(one.gold) : '–'}
                  </p>
                  <blockquote>{one.reason}</blockquote>
                  <p class="muted">{t('contest.missed', { missed: one.missed, judged: one.judged })}</p>
                  {one.reply && <p>{one.reply}</p>}
                  {canDecide && one.state === 'open' && <Decision id={id} contest={one} done={load} />}
                </li>
              ))}
            </ul>
          ) : (
            <p class="muted">{t('contest.none')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}
