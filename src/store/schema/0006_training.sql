-- Training: qualifications that people hold, what projects ask for, courses that grant them.

CREATE TABLE qualification (
  id @INT@ NOT NULL PRIMARY KEY,
  owner_id @INT@ NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  created_usec @INT@ NOT NULL
);
CREATE INDEX qualification_owner ON qualification (owner_id, id);

CREATE TABLE qualification_holder (
  person_id @INT@ NOT NULL,
  qualification_id @INT@ NOT NULL,
  score @INT@ NOT NULL,                     -- 0..100 when it was given; it decays with accuracy on gold since
  by_course @INT@ NOT NULL,                 -- 1 = earned in a course, 0 = given by the owner
  gold_answers @INT@ NOT NULL,              -- on projects that ask for it, when it was given
  gold_right @INT@ NOT NULL,
  given_usec @INT@ NOT NULL,
  PRIMARY KEY (person_id, qualification_id)
) @CLUSTERED@;
CREATE INDEX qualification_holders ON qualification_holder (qualification_id, person_id);

CREATE TABLE project_requirement (
  project_id @INT@ NOT NULL,
  position @INT@ NOT NULL,
  subject @INT@ NOT NULL,                   -- 0 qualification 1 language 2 approval percent 3 answers approved
  qualification_id @INT@ NOT NULL,          -- 0 = none
  comparator @INT@ NOT NULL,
  numbers TEXT NOT NULL,                    -- what is compared with, separated by spaces
  PRIMARY KEY (project_id, position)
) @CLUSTERED@;
CREATE INDEX project_requirement_of ON project_requirement (qualification_id) WHERE qualification_id > 0;

CREATE TABLE course (
  id @INT@ NOT NULL PRIMARY KEY,
  owner_id @INT@ NOT NULL,
  qualification_id @INT@ NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  state @INT@ NOT NULL,                     -- 0 draft 1 open 2 closed
  pass_percent @INT@ NOT NULL,
  exam_questions @INT@ NOT NULL,            -- drawn for each try
  retry_seconds @INT@ NOT NULL,             -- from one try to the next
  created_usec @INT@ NOT NULL
);
CREATE INDEX course_owner ON course (owner_id, id);

CREATE TABLE course_part (
  course_id @INT@ NOT NULL,
  position @INT@ NOT NULL,
  kind @INT@ NOT NULL,                      -- 0 lesson 1 practice 2 question of the exam
  text TEXT NOT NULL,                       -- Markdown
  choices TEXT NOT NULL,                    -- JSON list of texts; [] for a lesson
  right_choice @INT@ NOT NULL,              -- from 0
  explanation TEXT NOT NULL,                -- Markdown
  PRIMARY KEY (course_id, position)
) @CLUSTERED@;

CREATE TABLE course_try (                   -- what one person has done in a course
  course_id @INT@ NOT NULL,
  person_id @INT@ NOT NULL,
  begun_usec @INT@ NOT NULL,
  seen_usec @INT@ NOT NULL,                 -- last sign of them, for the time spent
  spent_seconds @INT@ NOT NULL,
  practised @INT@ NOT NULL,                 -- answers to practice tasks
  tries @INT@ NOT NULL,                     -- exams handed in
  exam TEXT NOT NULL,                       -- positions of the exam that is open, separated by spaces; '' = none
  exam_usec @INT@ NOT NULL,                 -- when the last exam was drawn
  best_percent @INT@ NOT NULL,              -- -1 = none yet
  passed_usec @INT@ NOT NULL,               -- 0 = not yet
  PRIMARY KEY (course_id, person_id)
) @CLUSTERED@;
CREATE INDEX course_try_person ON course_try (person_id);
