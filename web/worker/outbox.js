// Answers on their way to the server. An answer is kept on the device from before the first try until the server has said
// what became of it, with its Idempotency-Key and its exact body; so a dropped link, a closed tab or a flat battery loses
// nothing and sends nothing twice.
//
//   outboxAdd(person, project, task, body) -> record      kept
//   outboxDeliver(record) -> promise of the reply         tries until there is one; an ApiError is a final refusal
//   outboxResume(person)                                  at start and after a login: what an earlier visit left
import { ApiError, api, newId } from '../shared/api.js';
import { kept, makeStore } from '../shared/store.js';

// {key: {project, task, waiting: error | null}}: what is being sent now, for the pages to show.
export const outbox = makeStore({});
const running = new Map(); // key -> promise

const note = (record, waiting) => outbox.set((all) => ({ ...all, [record.key]: { project: record.project, task: record.task, waiting } }));
const forget = (key) => outbox.set(({ [key]: gone, ...rest }) => rest);

export function outboxAdd(person, project, task, body) {
  const record = { key: newId(), person, project, task, body: JSON.stringify(body), at: Date.now() };
  record.kept = kept.set('out.' + record.key, record);
  return record;
}

export function outboxDeliver(record) {
  if (!running.has(record.key)) {
    note(record, null);
    const path = `/work/projects/${record.project}/tasks/${record.task}/submit`;
    const send = api.post(path, record.body, { key: record.key, retries: Infinity, onWait: (error) => note(record, error) }).then(
      (reply) => {
        kept.drop('out.' + record.key);
        kept.drop(`draft.${record.project}.${record.task}`);
        return reply;
      },
      (error) => {
        // A login that ended is no verdict on the answer: it stays for after the next login.
        if (error instanceof ApiError && error.code !== 'unauthenticated') kept.drop('out.' + record.key);
        throw error;
      }
    );
    running.set(
      record.key,
      send.finally(() => {
        running.delete(record.key);
        forget(record.key);
      })
    );
  }
  return running.get(record.key);
}

export const outboxLeft = (person, project) =>
  kept
    .names('out.')
    .map((name) => kept.get(name))
    .filter((record) => record && record.person === person && (!project || record.project === project))
    .sort((a, b) => a.at - b.at);

export const outboxResume = (person) => Promise.all(outboxLeft(person).map((record) => outboxDeliver(record).then((reply) => ({ reply }), (error) => ({ error }))));

/* ---- drafts: {result, msec} of a task that is not sent yet ---- */
const DRAFT_DAYS = 14;
export const draftKeep = (project, task, draft) => kept.set(`draft.${project}.${task}`, { ...draft, at: Date.now() });
export const draftOf = (project, task) => kept.get(`draft.${project}.${task}`);
export const draftDrop = (project, task) => kept.drop(`draft.${project}.${task}`);
export function draftsClean() {
  kept.names('draft.').forEach((name) => {
    const draft = kept.get(name);
    if (!draft || Date.now() - draft.at > DRAFT_DAYS * 864e5) kept.drop(name);
  });
}
