-- What workers think of requesters, alerts by it and by kind of work, and when to look whether a week will be empty.

CREATE TABLE requester_rating (             -- 1..5 each; shown together with others', never alone
  requester_id @INT@ NOT NULL,
  worker_id @INT@ NOT NULL,
  pay @INT@ NOT NULL,
  fairness @INT@ NOT NULL,
  clarity @INT@ NOT NULL,
  rated_usec @INT@ NOT NULL,
  PRIMARY KEY (requester_id, worker_id)
) @CLUSTERED@;
CREATE INDEX requester_rating_age ON requester_rating (requester_id, rated_usec, worker_id);
CREATE INDEX requester_rating_worker ON requester_rating (worker_id);

ALTER TABLE alert_rule ADD COLUMN kind @INT@ NOT NULL DEFAULT 0;            -- 0 any 1 text 2 picture 3 sound 4 video 5 series
ALTER TABLE alert_rule ADD COLUMN rating_tenths @INT@ NOT NULL DEFAULT 0;   -- requester rated at least so, 0 = any

ALTER TABLE worker_wish ADD COLUMN look_usec @INT@ NOT NULL DEFAULT 0;      -- when to look next whether a week is empty
CREATE INDEX worker_wish_look ON worker_wish (look_usec) WHERE tell_empty = 1;

-- Courses whose exams are drawn from the gold of a project, and courses that pay who passes.

ALTER TABLE course ADD COLUMN gold_project_id @INT@ NOT NULL DEFAULT 0;  -- a draft of the owner's, 0 = questions of the course
ALTER TABLE course ADD COLUMN pay_micros @INT@ NOT NULL DEFAULT 0;       -- for passing, once per person; the escrow has the course's id
CREATE INDEX course_pool ON course (gold_project_id) WHERE gold_project_id > 0;

ALTER TABLE course_try ADD COLUMN transfer_id @INT@ NOT NULL DEFAULT 0;  -- their pay, pending or posted; 0 = none
ALTER TABLE course_try ADD COLUMN hold_usec @INT@ NOT NULL DEFAULT 0;    -- pay is held for them until then, 0 = not
ALTER TABLE course_try ADD COLUMN paid_usec @INT@ NOT NULL DEFAULT 0;    -- 0 = not
CREATE INDEX course_try_hold ON course_try (hold_usec) WHERE hold_usec > 0;
