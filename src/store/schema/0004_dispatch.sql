-- Fair dispatch: what workers wish, what is held for them, how a project gives out its work; crews.

CREATE TABLE worker_wish (                  -- one row per worker who has said when and how much they want to work
  worker_id @INT@ NOT NULL PRIMARY KEY,
  wants_offers @INT@ NOT NULL,
  weekly_minutes @INT@ NOT NULL,
  quiet_from @INT@ NOT NULL,                -- minutes of the local day; equal = no quiet hours
  quiet_to @INT@ NOT NULL,
  time_zone TEXT NOT NULL,                  -- IANA name, for people
  utc_offset_minutes @INT@ NOT NULL,        -- of it, as the page last saw it
  least_hour_micros @INT@ NOT NULL,         -- offers only where an hour pays at least this
  chosen_only @INT@ NOT NULL,               -- offers only from projects marked wanted
  device @INT@ NOT NULL,                    -- 0 any 1 phone 2 computer
  link_usec @INT@ NOT NULL,                 -- round trip that the page measured, 0 = not known
  tell_empty @INT@ NOT NULL,                -- wants to be told of a week without work
  created_usec @INT@ NOT NULL,
  -- what the server knows
  seen_usec @INT@ NOT NULL DEFAULT 0,       -- connected then; 0 = not connected
  offered_usec @INT@ NOT NULL DEFAULT 0,    -- time of the last offer
  kept_permille @INT@ NOT NULL DEFAULT 1000,    -- of what was held for them, what they took; lapsed offers lower it
  earned_base @INT@ NOT NULL DEFAULT 0,     -- pay ever credited when the two below were renewed
  earned_micros @INT@ NOT NULL DEFAULT 0,   -- earned lately, fading
  worked_usec @INT@ NOT NULL DEFAULT 0,     -- worked lately on offers, fading
  earned_usec @INT@ NOT NULL DEFAULT 0,     -- when they were renewed
  told_week @INT@ NOT NULL DEFAULT 0        -- last week that they were told is empty
);
CREATE INDEX worker_wish_earned ON worker_wish (earned_usec);

CREATE TABLE worker_wish_project (          -- projects that a worker wants or does not want offers from
  worker_id @INT@ NOT NULL,
  project_id @INT@ NOT NULL,
  wanted @INT@ NOT NULL,
  PRIMARY KEY (worker_id, project_id)
) @CLUSTERED@;

CREATE TABLE project_dispatch (             -- how a project gives out its work; guarded by the lock of project_count
  project_id @INT@ NOT NULL PRIMARY KEY,
  rule @INT@ NOT NULL DEFAULT 1,            -- 0 race 1 fair 2 skill 3 crew
  away_permille @INT@ NOT NULL DEFAULT 300, -- of what is free, at most so much is held for people who are away
  person_max @INT@ NOT NULL DEFAULT 0,      -- tasks that one person may get, 0 = no limit
  crew_id @INT@ NOT NULL DEFAULT 0,
  deadline_usec @INT@ NOT NULL DEFAULT 0,   -- 0 = none
  device @INT@ NOT NULL DEFAULT 0,          -- 0 any 2 needs a computer
  reserved @INT@ NOT NULL DEFAULT 0,        -- tasks held by live offers
  due_usec @INT@ NOT NULL DEFAULT 9000000000000000,     -- when offers are to be looked at again
  publish_usec @INT@ NOT NULL DEFAULT 0,    -- publishes by itself then, 0 = not
  repeat_days @INT@ NOT NULL DEFAULT 0,     -- and again after so many days: a standing order
  budget_micros @INT@ NOT NULL DEFAULT 0,   -- at most so much each time, 0 = no limit
  expected_tasks @INT@ NOT NULL DEFAULT 0   -- what the requester announces for each time
);
INSERT INTO project_dispatch (project_id) SELECT id FROM project;
CREATE INDEX project_dispatch_due ON project_dispatch (due_usec);
CREATE INDEX project_dispatch_publish ON project_dispatch (publish_usec) WHERE publish_usec > 0;

CREATE TABLE offer (                        -- a share of a project's work, held for a worker for a while
  project_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  id @INT@ NOT NULL,
  state @INT@ NOT NULL,                     -- 0 waiting 1 accepted 2 used up 3 declined 4 lapsed 5 withdrawn
  tasks @INT@ NOT NULL,                     -- offered, or accepted of it
  remaining @INT@ NOT NULL,                 -- held still
  made_usec @INT@ NOT NULL,
  until_usec @INT@ NOT NULL,
  PRIMARY KEY (project_id, worker_id, id)
) @CLUSTERED@;
CREATE UNIQUE INDEX offer_live ON offer (project_id, worker_id) WHERE state < 2;
CREATE INDEX offer_worker ON offer (worker_id, id);
CREATE INDEX offer_until ON offer (until_usec) WHERE state < 2;

CREATE TABLE project_week (                 -- answers of a project in a week (days since 1970 / 7), for the forecast
  week @INT@ NOT NULL,
  project_id @INT@ NOT NULL,
  answers_before @INT@ NOT NULL,            -- of all time when the week began
  answers_now @INT@ NOT NULL,               -- and when it was last looked at
  PRIMARY KEY (week, project_id)
) @CLUSTERED@;

CREATE TABLE crew (
  id @INT@ NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  rules TEXT NOT NULL,                      -- their own, Markdown
  chat_url TEXT NOT NULL,                   -- where they talk; '' = nowhere said
  invite_hash @BYTES@ UNIQUE,               -- of the invite's code; NULL = nobody can join
  invite_until_usec @INT@ NOT NULL DEFAULT 0,
  night_from @INT@ NOT NULL,                -- minutes of the local day that are watched
  night_to @INT@ NOT NULL,
  utc_offset_minutes @INT@ NOT NULL,
  wakes_max @INT@ NOT NULL,                 -- in one night
  created_usec @INT@ NOT NULL
);

CREATE TABLE crew_member (
  crew_id @INT@ NOT NULL,
  person_id @INT@ NOT NULL,
  role @INT@ NOT NULL,                      -- 0 member 1 coordinator
  shows_load @INT@ NOT NULL,
  watches @INT@ NOT NULL,                   -- 1 = takes turns in the watch rota
  joined_usec @INT@ NOT NULL,
  watched_minutes @INT@ NOT NULL DEFAULT 0,
  spared_minutes @INT@ NOT NULL DEFAULT 0,  -- night minutes that others watched for them
  PRIMARY KEY (crew_id, person_id)
) @CLUSTERED@;
CREATE INDEX crew_member_person ON crew_member (person_id);

CREATE TABLE crew_watch (
  crew_id @INT@ NOT NULL,
  id @INT@ NOT NULL,
  person_id @INT@ NOT NULL,
  offered @INT@ NOT NULL DEFAULT 0,         -- 1 = who has it looks for somebody to take it over
  begins_usec @INT@ NOT NULL,
  ends_usec @INT@ NOT NULL,
  counted @INT@ NOT NULL DEFAULT 0,
  PRIMARY KEY (crew_id, id)
) @CLUSTERED@;
CREATE INDEX crew_watch_ends ON crew_watch (ends_usec) WHERE counted = 0;

CREATE TABLE crew_wake (                    -- who was on watch has woken the others
  crew_id @INT@ NOT NULL,
  id @INT@ NOT NULL,
  person_id @INT@ NOT NULL,
  project_id @INT@ NOT NULL,                -- 0 = none
  message TEXT NOT NULL,
  created_usec @INT@ NOT NULL,
  PRIMARY KEY (crew_id, id)
) @CLUSTERED@;

CREATE TABLE person_signal (                -- the same device or payout address used by several accounts, for a reviewer
  kind @INT@ NOT NULL,                      -- 1 device 2 payout
  hash @BYTES@ NOT NULL,
  person_id @INT@ NOT NULL,
  seen_usec @INT@ NOT NULL,
  PRIMARY KEY (kind, hash, person_id)
) @CLUSTERED@;
CREATE INDEX person_signal_person ON person_signal (person_id);

CREATE TABLE signal_review (                -- what a reviewer found; a new person in the group asks again
  kind @INT@ NOT NULL,
  hash @BYTES@ NOT NULL,
  people @INT@ NOT NULL,                    -- how many there were
  reviewer_id @INT@ NOT NULL,
  note TEXT NOT NULL,
  decided_usec @INT@ NOT NULL,
  PRIMARY KEY (kind, hash)
) @CLUSTERED@;
