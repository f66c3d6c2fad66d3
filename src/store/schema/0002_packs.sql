-- Packs: several leases taken at once, to work without a network. How many tasks one worker may take along and for how long is the
-- requester's setting. A lease of a pack is not what `take` finds again: another device of the same person works on it.

ALTER TABLE project ADD COLUMN pack_tasks @INT@ NOT NULL DEFAULT 50;       -- most tasks of one worker's pack; 0 = no packs
ALTER TABLE project ADD COLUMN pack_seconds @INT@ NOT NULL DEFAULT 86400;  -- how long a lease of a pack lasts
ALTER TABLE lease ADD COLUMN packed @INT@ NOT NULL DEFAULT 0;
