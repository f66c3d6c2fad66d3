-- Crews at work: when the rota is planned next, who may be woken, the channel that a crew shares.

ALTER TABLE crew ADD COLUMN plan_usec @INT@ NOT NULL DEFAULT 9000000000000000;  -- when the rota is to be planned next
CREATE INDEX crew_plan ON crew (plan_usec);
ALTER TABLE crew_member ADD COLUMN woken @INT@ NOT NULL DEFAULT 1;          -- may be woken by who is on watch
ALTER TABLE alert_channel ADD COLUMN crew_id @INT@ NOT NULL DEFAULT 0;      -- a crew's own; person_id looks after it
CREATE INDEX alert_channel_crew ON alert_channel (crew_id) WHERE crew_id > 0;
