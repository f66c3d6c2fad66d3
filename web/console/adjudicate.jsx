// A reviewer's own answer: the label of a task above all votes, and second opinions given blind.
import { useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Alert, Button, Card, Empty, TextArea, toast } from '../shared/ui.jsx';
import { errorText, t } from '../shared/i18n.js';
import { labelErrors, labelIsEmpty, labelReady, labelStart } from '../label/index.jsx';
import { configCheck } from './check.js';
import { Loaded, useAction, useLoad } from './load.jsx';
import { TaskView } from './task_view.jsx';

const COMMENT_MAX = 2000;

// The form of a task, filled in by a reviewer. start: the result it begins with; save(result, comment) may throw.
export function AnswerForm({ config, data, start, comment: withComment, send, save, cancel }) {
  const [result, setResult] = useState(() => start || (labelReady(config) ? [] : labelStart(config, data)));
  const [comment, setComment] = useState('');
  const [errors, setErrors] = useState({});
  const [notice, setNotice] = useState(null);
  const [submit, busy] = useAction(async () => {
    const wrong = labelErrors(config, data, result);
    setErrors(wrong);
    if (Object.keys(wrong).length || labelIsEmpty(config, data, result)) {
      setNotice(t('label.empty'));
      return;
    }
    setNotice(null);
    try {
      await save(result, comment.trim());
    } catch (error) {
      setNotice(errorText(error));
    }
  });
  return (
    <>
      <TaskView config={config} data={data} value={result} onChange={setResult} readOnly={busy} errors={errors} />
      {withComment && <TextArea label={t('label.comment')} optional rows={2} maxLength={COMMENT_MAX} value={comment} onInput={(e) => setComment(e.target.value)} />}
      {notice && <Alert kind="warning" quiet title={notice} />}
      <div class="row">
        <Button kind="primary" icon="check" busy={busy} onClick={submit}>
          {send}
        </Button>
        {cancel && <Button onClick={cancel}>{t('ui.cancel')}</Button>}
      </div>
    </>
  );
}

export function Correct({ project, config, task, start, done, cancel }) {
  return (
    <Card title={t('label.correct')}>
      <p class="muted">{t('label.correct_hint')}</p>
      <AnswerForm
        config={config}
        data={task.data}
        start={start}
        comment
        send={t('label.save')}
        cancel={cancel}
        save={async (result, comment) => {
          const shown = await api.put(`/projects/${project.id}/tasks/${task.id}/label`, { result, ...(comment ? { comment } : {}) });
          toast(t('label.saved'));
          done(shown);
        }}
      />
    </Card>
  );
}

// The finished task with most doubt, without anybody's answers; after one's own, the task with all of them.
export function Opinion({ project, canDecide }) {
  const next = useLoad(
    () =>
      api.get('/projects/' + project.id + '/opinions/next').catch((error) => {
        if (error.code === 'no_work') return { task: 0 };
        throw error;
      }),
    [project.id]
  );
  const check = useLoad(() => configCheck(project.label_config), [project.label_config]);
  const [given, setGiven] = useState(0);
  if (!canDecide) return <p class="muted">{t('opinion.only')}</p>;
  return (
    <>
      <p class="muted">{t('opinion.hint')}</p>
      {given > 0 && (
        <Alert kind="good" title={t('opinion.done')}>
          <a href={`#/projects/${project.id}/tasks/${given}`}>{t('opinion.compare', { id: String(given) })}</a>
        </Alert>
      )}
      <Loaded of={next}>
        {(asked) =>
          asked.task ? (
            <Loaded of={check}>
              {(c) => (
                <Card key={asked.task} title={t('task.title', { id: String(asked.task) })}>
                  <AnswerForm
                    config={c.config}
                    data={asked.data}
                    send={t('opinion.send')}
                    save={async (result) => {
                      await api.put(`/projects/${project.id}/tasks/${asked.task}/opinion`, { result });
                      setGiven(asked.task);
                      next.reload();
                      scrollTo(0, 0);
                    }}
                  />
                </Card>
              )}
            </Loaded>
          ) : (
            <Empty icon="check" title={t('opinion.none')}>
              {t('opinion.none_hint')}
            </Empty>
          )
        }
      </Loaded>
    </>
  );
}
