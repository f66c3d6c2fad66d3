-- Quality: adaptive overlap, gold that changes, review, estimates of labels and workers.

ALTER TABLE project ADD COLUMN overlap_rule @INT@ NOT NULL DEFAULT 0;     -- 0 fixed 1 one more on disagreement 2 until sure
ALTER TABLE project ADD COLUMN overlap_min @INT@ NOT NULL DEFAULT 1;      -- answers before a task is weighed; overlap is the most
ALTER TABLE project ADD COLUMN target_permille @INT@ NOT NULL DEFAULT 980; -- how sure a label must be, rule 2
ALTER TABLE project ADD COLUMN review_permille @INT@ NOT NULL DEFAULT 0;  -- share of answers drawn for review

ALTER TABLE project_count ADD COLUMN weighing @INT@ NOT NULL DEFAULT 0;   -- tasks that wait to be weighed
ALTER TABLE project_count ADD COLUMN sent_back @INT@ NOT NULL DEFAULT 0;  -- answers that their workers are to do again
ALTER TABLE project_count ADD COLUMN contests @INT@ NOT NULL DEFAULT 0;   -- open ones
ALTER TABLE project_count ADD COLUMN fitted_at_answers @INT@ NOT NULL DEFAULT 0; -- answers there were at the newest fit

-- 0 = as many as the project says; more when a reviewer, a doubt or a repair asked for them.
ALTER TABLE task ADD COLUMN wanted @INT@ NOT NULL DEFAULT 0;
CREATE INDEX task_weighing ON task (project_id, id) WHERE state = 5;

ALTER TABLE task_data ADD COLUMN gold_note TEXT;                          -- why the gold answer is right, for workers who missed it

ALTER TABLE annotation ADD COLUMN review @INT@ NOT NULL DEFAULT 0;        -- 1 = drawn for review
ALTER TABLE annotation ADD COLUMN rounds @INT@ NOT NULL DEFAULT 0;        -- times it was sent back
CREATE INDEX annotation_review ON annotation (project_id, id) WHERE review = 1 AND state = 0;
CREATE INDEX annotation_missed ON annotation (worker_id, id) WHERE gold_right = 0;

ALTER TABLE worker_project ADD COLUMN sent_back @INT@ NOT NULL DEFAULT 0; -- answers to do again now

CREATE TABLE project_reviewer (             -- when there are any, only they (and the owner) review the project
  project_id @INT@ NOT NULL,
  person_id @INT@ NOT NULL,
  created_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, person_id)
) @CLUSTERED@;

CREATE TABLE task_fix (                     -- a reviewer's label, above every vote
  project_id @INT@ NOT NULL,
  task_id @INT@ NOT NULL,
  reviewer_id @INT@ NOT NULL,
  result TEXT NOT NULL,
  answer_key TEXT NOT NULL,
  comment TEXT NOT NULL,
  created_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, task_id)
) @CLUSTERED@;

CREATE TABLE opinion (                      -- a reviewer's own answer, given without seeing the others
  project_id @INT@ NOT NULL,
  task_id @INT@ NOT NULL,
  reviewer_id @INT@ NOT NULL,
  result TEXT NOT NULL,
  answer_key TEXT NOT NULL,
  created_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, task_id, reviewer_id)
) @CLUSTERED@;

CREATE TABLE contest (                      -- a worker says that a gold answer is wrong
  project_id @INT@ NOT NULL,
  task_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  reason TEXT NOT NULL,
  state @INT@ NOT NULL,                     -- 0 open 1 the gold stands 2 the gold fell
  reply TEXT,
  created_usec @INT@ NOT NULL,
  decided_usec @INT@ NOT NULL DEFAULT 0,
  PRIMARY KEY (project_id, task_id, worker_id)
) @CLUSTERED@;
CREATE INDEX contest_worker ON contest (worker_id);

CREATE TABLE fit (                          -- one run of the estimator over a project
  project_id @INT@ NOT NULL,
  version @INT@ NOT NULL,
  method TEXT NOT NULL,
  parameters TEXT NOT NULL,                 -- JSON object
  answers @INT@ NOT NULL,
  tasks @INT@ NOT NULL,
  workers @INT@ NOT NULL,
  summary TEXT NOT NULL,                    -- JSON object: agreement, confusion, drift, guard
  created_usec @INT@ NOT NULL,
  took_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, version)
) @CLUSTERED@;

CREATE TABLE task_estimate (
  project_id @INT@ NOT NULL,
  task_id @INT@ NOT NULL,
  version @INT@ NOT NULL,                   -- the fit that wrote it
  label TEXT NOT NULL,                      -- result list
  posterior @REAL@ NOT NULL,                -- of the label, calibrated
  raw @REAL@ NOT NULL,                      -- of the label, as the model says
  answers @INT@ NOT NULL,
  soft TEXT NOT NULL,                       -- JSON object: control -> value -> probability
  PRIMARY KEY (project_id, task_id)
) @CLUSTERED@;
CREATE INDEX task_estimate_doubt ON task_estimate (project_id, posterior, task_id);

CREATE TABLE worker_estimate (
  project_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  version @INT@ NOT NULL,
  answers @INT@ NOT NULL,
  accuracy @REAL@ NOT NULL,
  low @REAL@ NOT NULL,
  high @REAL@ NOT NULL,
  median_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, worker_id)
) @CLUSTERED@;

CREATE TABLE worker_signal (                -- what looks wrong about a worker: for a person to look at, never more
  project_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  kind @INT@ NOT NULL,                      -- 1 too fast 2 always the same answer 3 answers like another worker 4 near chance
  other_id @INT@ NOT NULL,                  -- the other worker of kind 3, else 0
  strength @REAL@ NOT NULL,
  detail TEXT NOT NULL,                     -- JSON object of the numbers behind it
  state @INT@ NOT NULL DEFAULT 0,           -- 0 to be looked at 1 dismissed 2 confirmed
  created_usec @INT@ NOT NULL,
  decided_usec @INT@ NOT NULL DEFAULT 0,
  PRIMARY KEY (project_id, worker_id, kind)
) @CLUSTERED@;
