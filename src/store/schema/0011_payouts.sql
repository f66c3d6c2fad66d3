-- Money that leaves to people: asked for and held in the ledger, paid by the operator outside of Faena, or refused.
CREATE TABLE payout (
  id @INT@ NOT NULL PRIMARY KEY,
  person_id @INT@ NOT NULL,
  state @INT@ NOT NULL,                     -- 0 asked 1 paid 2 refused 3 taken back
  amount_micros @INT@ NOT NULL,
  method TEXT NOT NULL,                     -- as the operator names them, or as the person does
  address TEXT NOT NULL,                    -- account, wallet or number; '' once the person has left
  holder TEXT NOT NULL,                     -- whose account it is; the same
  transfer_id @INT@ NOT NULL,
  asked_usec @INT@ NOT NULL,
  decided_usec @INT@ NOT NULL DEFAULT 0,
  decided_by @INT@ NOT NULL DEFAULT 0,
  reference TEXT NOT NULL DEFAULT '',       -- of the bank or wallet, when paid
  reason TEXT NOT NULL DEFAULT ''           -- when refused
);
CREATE INDEX payout_person ON payout (person_id, id);
CREATE INDEX payout_state ON payout (state, id);
CREATE UNIQUE INDEX payout_asked ON payout (person_id) WHERE state = 0;
CREATE INDEX event_limits ON event (seq) WHERE kind = 'limits.updated';
