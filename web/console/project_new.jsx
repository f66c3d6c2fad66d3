// A new project, from a template, from nothing, or from what was left unfinished on this device (a power cut loses nothing).
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Button, Page, toast, wrongFocus } from '../shared/ui.jsx';
import { language, t } from '../shared/i18n.js';
import { go } from '../shared/router.js';
import { kept } from '../shared/store.js';
import { templateIn, templates } from '../templates/index.js';
import { Trouble, fieldErrors, useAction, useSettled } from './load.jsx';
import { Missing } from './projects.jsx';
import { ProjectForm, blankForm, bodyOf, formErrors, formOfTemplate } from './project_form.jsx';

function formFor(template) {
  if (template === 'blank') return blankForm();
  if (template === 'left') return kept.get('draft') ? { ...blankForm(), ...kept.get('draft') } : null;
  const found = templates.find((one) => one.id === template);
  return found ? formOfTemplate(templateIn(found, language())) : null;
}

// Another template is another form.
export const ProjectNew = ({ template }) => <New key={template} template={template} />;

function New({ template }) {
  const [form, setForm] = useState(() => formFor(template));
  const [touched, setTouched] = useState(template === 'left');
  const [wrong, setWrong] = useState({});
  const settled = useSettled(form, 800);
  useEffect(() => {
    if (touched && settled) kept.set('draft', settled);
  }, [settled]);
  const set = (changes) => {
    setTouched(true);
    setForm((old) => ({ ...old, ...changes }));
  };
  const [create, busy, error, clear] = useAction(async () => {
    const focusWrong = wrongFocus(() => document.getElementById('main'));
    const errors = formErrors(form);
    setWrong(errors);
    if (Object.keys(errors).length) {
      focusWrong();
      return;
    }
    try {
      const project = await api.post('/projects', bodyOf(form));
      kept.drop('draft');
      toast(t('new.made'));
      go('/projects/' + project.id + '/import');
    } catch (e) {
      setWrong(fieldErrors(e));
      focusWrong();
      throw e;
    }
  });
  if (!form) return <Missing />;
  const refused = error ? error.errors.filter((e) => e.line) : null;
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={['#/new', t('gallery.title')]}>
      <ProjectForm
        form={form}
        set={(changes) => {
          if (error) clear();
          set(changes);
        }}
        wrong={wrong}
        refused={refused}
      />
      <div class="bottom-bar">
        {error && <Trouble error={error} />}
        {!error && Object.keys(wrong).length > 0 && <p class="error" role="alert">{t('form.look_above')}</p>}
        <div class="row end">
          <span class="muted grow">{t('new.next')}</span>
          <Button kind="primary" busy={busy} onClick={create}>
            {t('new.create')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

