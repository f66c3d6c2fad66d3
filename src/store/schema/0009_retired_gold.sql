-- A gold task that is retired counts as a retired task and as gold no more, so that nobody pays for it again.
UPDATE project_count SET
  gold_tasks = gold_tasks - (SELECT count(*) FROM task t WHERE t.project_id = project_count.project_id AND t.lane = 10 AND t.state = 3),
  funded_gold = funded_gold - (SELECT count(*) FROM task t WHERE t.project_id = project_count.project_id AND t.lane = 10 AND t.state = 3
    AND t.id <= project_count.funded_to),
  funded = funded + (SELECT count(*) FROM task t WHERE t.project_id = project_count.project_id AND t.lane = 10 AND t.state = 3),
  retired = retired + (SELECT count(*) FROM task t WHERE t.project_id = project_count.project_id AND t.lane = 10 AND t.state = 3);
-- Answers to gold tasks that wait or are approved: what is left to give out is counted without them.
ALTER TABLE project_count ADD COLUMN gold_standing @INT@ NOT NULL DEFAULT 0;
UPDATE project_count SET gold_standing = (SELECT count(*) FROM annotation a WHERE a.project_id = project_count.project_id
  AND a.gold_right IS NOT NULL AND a.state IN (0, 1));
