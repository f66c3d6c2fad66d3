// The tasks of a project.
import { useEffect, useRef } from 'preact/hooks';
import { api } from '../shared/api.js';
import { Badge, Empty, Pages, Table } from '../shared/ui.jsx';
import { number, percent, t } from '../shared/i18n.js';
import { querySet } from '../shared/router.js';
import { Trouble } from './load.jsx';
import { TASK_KINDS, dataGlance, resultText } from './words.js';

const STATES = ['', 'open', 'done', 'unfunded', 'retired', 'gold', 'reported'];

export function Glance({ data }) {
  const { picture, text } = dataGlance(data);
  return (
    <span class="glance">
      {picture && <img src={picture} alt="" loading="lazy" decoding="async" />}
      <span>{text}</span>
    </span>
  );
}

export function Share({ value }) {
  if (value === null || value === undefined) return <span class="muted">–</span>;
  return (
    <span class="share nums">
      <span class="share-bar" aria-hidden="true">
        <span style={{ width: 100 * value + '%' }} />
      </span>
      {percent(value)}
    </span>
  );
}

export function Tasks({ project, query, id }) {
  const state = STATES.includes(query.state) ? query.state : '';
  const open = (task) => '#/projects/' + id + '/tasks/' + task.id;
  const filter = useRef();
  useEffect(() => {
    const chosen = filter.current.querySelector('[aria-pressed=true]');
    if (chosen && chosen.scrollIntoView) chosen.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [state]);
  return (
    <>
      <div class="chips" role="group" aria-label={t('tasks.filter')} ref={filter}>
        {STATES.map((name) => (
          <button key={name} type="button" class="chip" aria-pressed={name === state ? 'true' : 'false'} onClick={() => querySet({ state: name || null })}>
            {t('tasks.' + (name || 'all'))}
          </button>
        ))}
      </div>
      <Pages
        load={(cursor) => api.get('/projects/' + id + '/tasks', { state, cursor })}
        reload={id + state}
        empty={<Empty icon="work" title={project.stats.tasks ? t('tasks.none_here') : t('tasks.none')} />}
        error={(error, retry) => <Trouble error={error} retry={retry} />}
      >
        {(items) => (
          <Table
            caption={t('tab.tasks')}
            rows={items}
            columns={[
              { key: 'id', label: t('tasks.id'), render: (task) => <a class="nums" href={open(task)}>{task.id}</a> },
              { key: 'data', label: <span>{t('tasks.data')}</span>, render: (task) => <a class="plain-link" href={open(task)}><Glance data={task.data} /></a> },
              {
                key: 'state',
                label: t('tasks.state'),
                render: (task) => (
                  <span class="row tight">
                    <Badge kind={TASK_KINDS[task.state]}>{t('task.state.' + task.state)}</Badge>
                    {task.gold && <Badge kind="warning">{t('task.gold')}</Badge>}
                    {task.priority > 0 && <Badge>{t('task.priority_n', { n: task.priority })}</Badge>}
                  </span>
                ),
              },
              { key: 'answers', label: t('tasks.answers'), end: true, render: (task) => number(task.answers) + ' / ' + number(task.wanted) + (task.leases ? ' +' + number(task.leases) : '') },
              { key: 'label', label: t('tasks.label'), render: (task) => (task.label ? <span class="cell">{resultText(task.label)}</span> : <span class="muted">–</span>) },
              { key: 'share', label: t('tasks.share'), end: true, render: (task) => <Share value={task.share} /> },
            ]}
          />
        )}
      </Pages>
    </>
  );
}
