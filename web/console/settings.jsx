// Changing a project: all of a draft, texts and times of a published one.
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Button, toast, wrongFocus } from '../shared/ui.jsx';
import { t } from '../shared/i18n.js';
import { Trouble, fieldErrors, useAction } from './load.jsx';
import { ProjectForm, bodyOf, formErrors, formOfProject } from './project_form.jsx';
import { Reviewers } from './reviewers.jsx';

export function Settings({ project, take }) {
  const [form, setForm] = useState(() => formOfProject(project));
  const [wrong, setWrong] = useState({});
  const published = project.state !== 'draft';
  const hasTasks = project.stats.tasks > 0;
  // The preview shows the first real tasks.
  useEffect(() => {
    if (hasTasks)
      api.get('/projects/' + project.id + '/tasks', { limit: 3 }).then(
        (reply) => setForm((old) => ({ ...old, samples: reply.items.map((task) => task.data) })),
        () => {}
      );
  }, [project.id]);
  // Only what was changed is sent: a field that may not change any more would be refused even with its old value.
  const before = bodyOf(formOfProject(project));
  const after = bodyOf(form);
  const changes = Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name]));
  const changed = Object.keys(changes).length > 0;
  const [save, busy, error, clear] = useAction(async () => {
    const focusWrong = wrongFocus(() => document.getElementById('main'));
    const errors = formErrors(form);
    setWrong(errors);
    if (Object.keys(errors).length) {
      focusWrong();
      return;
    }
    try {
      const next = await api.patch('/projects/' + project.id, changes);
      take(next);
      toast(t('settings.saved'));
    } catch (e) {
      setWrong(fieldErrors(e));
      focusWrong();
      throw e;
    }
  });
  if (project.state === 'completed') return <p class="muted">{t('settings.completed')}</p>;
  return (
    <>
      <ProjectForm
        form={form}
        set={(more) => {
          if (error) clear();
          setForm((old) => ({ ...old, ...more }));
        }}
        wrong={wrong}
        refused={error ? error.errors.filter((e) => e.line) : null}
        published={published}
        hasTasks={hasTasks}
      />
      <Reviewers id={project.id} />
      <div class={changed ? 'bottom-bar' : 'bottom-bar still'}>
        {error && <Trouble error={error} />}
        <div class="row end">
          <span class="muted grow">{changed ? t('settings.changed') : t('settings.unchanged')}</span>
          {changed && <Button onClick={() => setForm(formOfProject(project))}>{t('settings.undo')}</Button>}
          <Button kind="primary" busy={busy} disabled={!changed} onClick={save}>
            {t('ui.save')}
          </Button>
        </div>
      </div>
    </>
  );
}
