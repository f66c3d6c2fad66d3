// The list of projects.
import { api } from '../shared/api.js';
import { Badge, Button, Empty, Page, Pages, Progress } from '../shared/ui.jsx';
import { date, money, percent, t } from '../shared/i18n.js';
import { Trouble } from './load.jsx';
import { PROJECT_KINDS, hasRole, owns } from './words.js';

// Share of the labelling that is done, 0..1: answers given of answers wanted, which moves with every answer.
export function doneShare(stats) {
  return stats.answers_wanted ? Math.min(1, stats.answers / stats.answers_wanted) : 0;
}

function ProjectCard({ project, session }) {
  const { stats } = project;
  const open = '#/projects/' + project.id;
  return (
    <li class="card project-card">
      <div class="row between top-aligned">
        <h2 class="grow">
          <a href={open}>{project.title}</a>
        </h2>
        <Badge kind={PROJECT_KINDS[project.state]}>{t('state.' + project.state)}</Badge>
      </div>
      <p class="muted">
        {!owns(session, project) && project.owner && t('projects.by', { handle: project.owner.handle }) + ' · '}
        {t('projects.made', { date: date(project.created_at) })} · {t('projects.price', { price: money(project.price_micros), n: project.overlap })}
      </p>
      {project.state === 'draft' ? (
        <p class="row between">
          <span>{t('projects.tasks', { n: stats.tasks })}</span>
          <a href={open}>{t('projects.go_on')}</a>
        </p>
      ) : (
        <>
          <Progress value={doneShare(stats)} label={t('projects.progress')} />
          <p class="row facts">
            <span>{t('projects.answers', { n: stats.answers, of: stats.answers_wanted })}</span>
            {stats.submitted > 0 && <a href={open + '/review'}>{t('projects.to_review', { n: stats.submitted })}</a>}
            {stats.agreement !== null && <span>{t('projects.agreement', { share: percent(stats.agreement) })}</span>}
            {stats.reports > 0 && <a href={open + '/tasks?state=reported'}>{t('projects.reports', { n: stats.reports })}</a>}
            {stats.unfunded_tasks > 0 && project.state !== 'completed' && <a href={open}>{t('projects.unfunded', { n: stats.unfunded_tasks })}</a>}
          </p>
        </>
      )}
    </li>
  );
}

export function Projects({ session }) {
  const canMake = hasRole(session, 'requester');
  const make = canMake && (
    <Button kind="primary" icon="plus" href="#/new">
      {t('projects.new')}
    </Button>
  );
  return (
    <Page title={t('nav.projects')} actions={make}>
      <Pages
        load={(cursor) => api.get('/projects', { cursor })}
        empty={
          <Empty icon="work" title={t('projects.none')} actions={make}>
            {canMake ? t('projects.none_hint') : null}
          </Empty>
        }
        error={(error, retry) => <Trouble error={error} retry={retry} />}
      >
        {(items) => (
          <ul class="cards plain-list">
            {items.map((project) => (
              <ProjectCard key={project.id} project={project} session={session} />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}

export function Missing() {
  return (
    <Page title={t('missing.title')} lead={t('missing.lead')}>
      <Button href="#/projects">{t('nav.projects')}</Button>
    </Page>
  );
}
