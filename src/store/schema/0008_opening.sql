-- Tasks of a published project that are paid for come into the queue in steps.
ALTER TABLE project_count ADD COLUMN opened_to @INT@ NOT NULL DEFAULT 0; -- tasks up to this id are in the queue; those up to funded_to follow by tick
UPDATE project_count SET opened_to = funded_to;
CREATE INDEX project_opening ON project_count (project_id) WHERE opened_to < funded_to;
-- Gold tasks of a project are few; those that want more answers than before are found without looking at the others.
CREATE INDEX task_gold ON task (project_id, id) WHERE lane = 10;
