-- Tokens replaced per database: @INT@ @BYTES@ @REAL@ @CLUSTERED@ (rows live in the key's tree: WITHOUT ROWID).
-- Times are microseconds since 1970 UTC, money is micro-units. Hot tables lead their key with project_id.

CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO setting (name, value) VALUES ('event_seq', '0');

CREATE TABLE person (
  id @INT@ NOT NULL PRIMARY KEY,
  handle TEXT NOT NULL UNIQUE,              -- lower case
  display_name TEXT NOT NULL,
  password_hash TEXT NOT NULL,              -- argon2id string; '' = cannot log in
  roles @INT@ NOT NULL,                     -- bits: 1 worker 2 requester 4 reviewer 8 operator
  language TEXT NOT NULL,
  disabled @INT@ NOT NULL DEFAULT 0,
  created_usec @INT@ NOT NULL
);

CREATE TABLE session (
  token_hash @BYTES@ NOT NULL PRIMARY KEY,  -- BLAKE2b of the cookie's token
  person_id @INT@ NOT NULL,
  created_usec @INT@ NOT NULL,
  expires_usec @INT@ NOT NULL
) @CLUSTERED@;
CREATE INDEX session_person ON session (person_id);

CREATE TABLE token (
  id @INT@ NOT NULL PRIMARY KEY,
  person_id @INT@ NOT NULL,
  name TEXT NOT NULL,
  token_hash @BYTES@ NOT NULL UNIQUE,
  scopes @INT@ NOT NULL,                    -- bits: 1 read 2 write 4 work 8 admin
  created_usec @INT@ NOT NULL,
  expires_usec @INT@ NOT NULL,
  used_usec @INT@ NOT NULL DEFAULT 0        -- 0 = never; to the hour
);
CREATE INDEX token_person ON token (person_id);

CREATE TABLE receipt (
  actor_id @INT@ NOT NULL,                  -- 0 = nobody logged in
  request_id TEXT NOT NULL,
  request_hash @BYTES@ NOT NULL,
  code @INT@ NOT NULL,                      -- 0 = done, else the HTTP status of the refusal
  reply TEXT NOT NULL,                      -- JSON without secrets; of a refusal its code, detail and fields
  created_usec @INT@ NOT NULL,
  PRIMARY KEY (actor_id, request_id)
) @CLUSTERED@;

CREATE TABLE project (
  id @INT@ NOT NULL PRIMARY KEY,            -- also the id of its escrow account
  owner_id @INT@ NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  instructions TEXT NOT NULL,
  label_config TEXT NOT NULL,
  config_version @INT@ NOT NULL,            -- grows with every change that a worker's page must see
  state @INT@ NOT NULL,                     -- 0 draft 1 live 2 paused 3 completed
  price_micros @INT@ NOT NULL,
  overlap @INT@ NOT NULL,
  task_seconds @INT@ NOT NULL,
  approve_seconds @INT@ NOT NULL,
  gold_permille @INT@ NOT NULL,
  created_usec @INT@ NOT NULL,
  published_usec @INT@ NOT NULL DEFAULT 0
);
CREATE INDEX project_owner ON project (owner_id, id);
CREATE INDEX project_live ON project (id) WHERE state = 1;

-- The changing numbers of a project, apart from its wide and steady row.
CREATE TABLE project_count (
  project_id @INT@ NOT NULL PRIMARY KEY,
  next_task @INT@ NOT NULL DEFAULT 1,       -- id of the next task
  next_position @INT@ NOT NULL DEFAULT 1,   -- queue position of the next task that is queued or queued again
  lanes @INT@ NOT NULL DEFAULT 0,           -- bits of the lanes in use: 0..9 priority, 10 gold
  tasks @INT@ NOT NULL DEFAULT 0,           -- gold included
  gold_tasks @INT@ NOT NULL DEFAULT 0,
  funded_to @INT@ NOT NULL DEFAULT 0,       -- tasks up to this id are paid for
  funded @INT@ NOT NULL DEFAULT 0,          -- how many, gold not included
  funded_gold @INT@ NOT NULL DEFAULT 0,
  gold_wanted @INT@ NOT NULL DEFAULT 0,     -- answers wanted of each gold task, set by publishing
  done @INT@ NOT NULL DEFAULT 0,            -- gold not included
  retired @INT@ NOT NULL DEFAULT 0,         -- funded, gold not included
  leases @INT@ NOT NULL DEFAULT 0,
  submitted @INT@ NOT NULL DEFAULT 0,
  approved @INT@ NOT NULL DEFAULT 0,
  rejected @INT@ NOT NULL DEFAULT 0,
  gold_answers @INT@ NOT NULL DEFAULT 0,
  gold_right @INT@ NOT NULL DEFAULT 0,
  reports @INT@ NOT NULL DEFAULT 0,
  workers @INT@ NOT NULL DEFAULT 0,
  agreed_votes @INT@ NOT NULL DEFAULT 0,    -- of done tasks with 2 answers or more: votes for the label
  judged_votes @INT@ NOT NULL DEFAULT 0,    --   and all votes
  median_work_usec @INT@ NOT NULL DEFAULT 0,    -- of the newest answers, renewed by tick
  median_at_answers @INT@ NOT NULL DEFAULT 0    -- answers there were when it was
);

CREATE TABLE task (
  project_id @INT@ NOT NULL,
  id @INT@ NOT NULL,                        -- counts from 1 in each project
  lane @INT@ NOT NULL,                      -- 0..9 priority, 10 gold
  position @INT@ NOT NULL,                  -- place in the lane's queue; a task that opens again goes to the end
  state @INT@ NOT NULL,                     -- 0 unfunded 1 open 2 done 3 retired 4 full (leases may still fail)
  answers @INT@ NOT NULL DEFAULT 0,         -- submitted or approved
  leases @INT@ NOT NULL DEFAULT 0,          -- live
  reports @INT@ NOT NULL DEFAULT 0,
  PRIMARY KEY (project_id, id)
) @CLUSTERED@;
CREATE INDEX task_queue ON task (project_id, lane, position) WHERE state = 1;

CREATE TABLE task_data (
  project_id @INT@ NOT NULL,
  id @INT@ NOT NULL,
  external_id TEXT,
  key_hash @BYTES@ NOT NULL,                -- of the external id, else of the data: the same task is added once
  data TEXT NOT NULL,
  gold TEXT,                                -- result list
  predictions TEXT,                         -- list, as imported
  annotations TEXT,                         -- list, as imported from elsewhere; not counted here
  created_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, id)
) @CLUSTERED@;
CREATE UNIQUE INDEX task_data_key ON task_data (project_id, key_hash);

CREATE TABLE task_label (                   -- written when a task is done
  project_id @INT@ NOT NULL,
  task_id @INT@ NOT NULL,
  label TEXT NOT NULL,                      -- result list of the majority
  votes @INT@ NOT NULL,
  answers @INT@ NOT NULL,
  PRIMARY KEY (project_id, task_id)
) @CLUSTERED@;

CREATE TABLE lease (                        -- one row per task and worker for good: nobody sees a task twice
  project_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  task_id @INT@ NOT NULL,
  state @INT@ NOT NULL,                     -- 0 live 1 answered 2 returned 3 expired
  taken_usec @INT@ NOT NULL,
  deadline_usec @INT@ NOT NULL,
  transfer_id @INT@ NOT NULL,               -- the newest pay transfer for it
  PRIMARY KEY (project_id, worker_id, task_id)
) @CLUSTERED@;
CREATE INDEX lease_deadline ON lease (deadline_usec) WHERE state = 0;
CREATE INDEX lease_worker ON lease (worker_id, project_id) WHERE state = 0;

CREATE TABLE annotation (
  project_id @INT@ NOT NULL,
  task_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  id @INT@ NOT NULL,
  state @INT@ NOT NULL,                     -- 0 submitted 1 approved 2 rejected
  result TEXT NOT NULL,
  answer_key TEXT NOT NULL,                 -- equal answers have equal keys
  gold_right @INT@,                         -- NULL when the task is not gold
  transfer_id @INT@ NOT NULL,
  work_usec @INT@ NOT NULL,
  created_usec @INT@ NOT NULL,
  approves_usec @INT@ NOT NULL,
  decided_usec @INT@ NOT NULL DEFAULT 0,
  reason TEXT,
  PRIMARY KEY (project_id, task_id, worker_id)
) @CLUSTERED@;
CREATE UNIQUE INDEX annotation_id ON annotation (project_id, id);
CREATE INDEX annotation_worker ON annotation (worker_id, id);
CREATE INDEX annotation_approves ON annotation (approves_usec) WHERE state = 0;

CREATE TABLE report (
  project_id @INT@ NOT NULL,
  task_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  reason TEXT NOT NULL,
  created_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, task_id, worker_id)
) @CLUSTERED@;

CREATE TABLE worker_project (               -- what one worker has done in one project
  project_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  served @INT@ NOT NULL DEFAULT 0,          -- tasks given out to them
  answers @INT@ NOT NULL DEFAULT 0,
  approved @INT@ NOT NULL DEFAULT 0,
  rejected @INT@ NOT NULL DEFAULT 0,
  gold_answers @INT@ NOT NULL DEFAULT 0,
  gold_right @INT@ NOT NULL DEFAULT 0,
  cursors TEXT NOT NULL,                    -- queue position reached in each lane, 11 numbers
  PRIMARY KEY (project_id, worker_id)
) @CLUSTERED@;
CREATE INDEX worker_project_worker ON worker_project (worker_id);

CREATE TABLE account (
  id @INT@ NOT NULL PRIMARY KEY,            -- 1 = source of test money; else the id of its person or project
  kind @INT@ NOT NULL,                      -- 1 source 2 person 3 escrow
  debits_posted @INT@ NOT NULL DEFAULT 0,
  credits_posted @INT@ NOT NULL DEFAULT 0,
  debits_pending @INT@ NOT NULL DEFAULT 0,
  credits_pending @INT@ NOT NULL DEFAULT 0
);

CREATE TABLE transfer (
  project_id @INT@ NOT NULL,                -- 0 = none
  id @INT@ NOT NULL,
  kind @INT@ NOT NULL,                      -- 1 credit 2 reserve 3 pay 4 refund
  task_id @INT@ NOT NULL,                   -- 0 = none
  debit_account @INT@ NOT NULL,
  credit_account @INT@ NOT NULL,
  amount_micros @INT@ NOT NULL,
  state @INT@ NOT NULL,                     -- 0 pending 1 posted 2 voided
  note TEXT,
  created_usec @INT@ NOT NULL,
  settled_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, id)
) @CLUSTERED@;
CREATE INDEX transfer_credit ON transfer (credit_account, id);
CREATE INDEX transfer_debit ON transfer (debit_account, id) WHERE kind <> 3;

CREATE TABLE import (
  id @INT@ NOT NULL PRIMARY KEY,
  project_id @INT@ NOT NULL,
  person_id @INT@ NOT NULL,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  mode @INT@ NOT NULL,                      -- 0 all 1 good
  state @INT@ NOT NULL,                     -- 0 uploading 1 checking 2 importing 3 done 4 failed
  bytes @INT@ NOT NULL,
  received_bytes @INT@ NOT NULL DEFAULT 0,
  handled_bytes @INT@ NOT NULL DEFAULT 0,
  handled_rows @INT@ NOT NULL DEFAULT 0,    -- rows of the file that are dealt with: a restart goes on after them
  row_count @INT@ NOT NULL DEFAULT 0,
  added @INT@ NOT NULL DEFAULT 0,
  repeated @INT@ NOT NULL DEFAULT 0,
  wrong @INT@ NOT NULL DEFAULT 0,
  error TEXT,
  report TEXT NOT NULL DEFAULT '',          -- CSV of wrong rows
  created_usec @INT@ NOT NULL
);
CREATE INDEX import_project ON import (project_id, id);
CREATE INDEX import_running ON import (id) WHERE state IN (1, 2);

CREATE TABLE event (
  seq @INT@ NOT NULL PRIMARY KEY,           -- without gaps
  project_id @INT@ NOT NULL,
  person_id @INT@ NOT NULL,                 -- whom it concerns besides the requester, 0 = nobody
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  created_usec @INT@ NOT NULL
);
CREATE INDEX event_project ON event (project_id, seq);

CREATE TABLE outbox (                       -- what must leave the server; sent by send/, at least once
  id @INT@ NOT NULL PRIMARY KEY,
  channel TEXT NOT NULL,
  target TEXT NOT NULL,
  body TEXT NOT NULL,
  state @INT@ NOT NULL,                     -- 0 waiting 1 sent 2 given up
  attempts @INT@ NOT NULL DEFAULT 0,
  not_before_usec @INT@ NOT NULL,
  expires_usec @INT@ NOT NULL,
  created_usec @INT@ NOT NULL
);
CREATE INDEX outbox_waiting ON outbox (not_before_usec) WHERE state = 0;
