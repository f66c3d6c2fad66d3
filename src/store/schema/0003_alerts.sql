-- Alerts: who wants to be told of which work, where, and when not; what leaves the server.

CREATE TABLE alert_setting (                -- a person without a row has no quiet hours
  person_id @INT@ NOT NULL PRIMARY KEY,
  quiet_from @INT@ NOT NULL DEFAULT 0,      -- minutes of the local day; equal = no quiet hours
  quiet_to @INT@ NOT NULL DEFAULT 0,
  utc_offset_minutes @INT@ NOT NULL DEFAULT 0,
  digest_minute @INT@ NOT NULL DEFAULT 480,
  muted_until_usec @INT@ NOT NULL DEFAULT 0
);

CREATE TABLE alert_rule (
  id @INT@ NOT NULL PRIMARY KEY,
  person_id @INT@ NOT NULL,
  project_id @INT@ NOT NULL,                -- 0 = any
  requester_id @INT@ NOT NULL,              -- 0 = any
  qualification_id @INT@ NOT NULL,          -- 0 = any
  hour_micros @INT@ NOT NULL,               -- pay per hour at least
  tasks_min @INT@ NOT NULL,
  urgent_hour_micros @INT@ NOT NULL,        -- from this pay on also in quiet hours, 0 = never
  digest @INT@ NOT NULL,                    -- 1 = once a day
  created_usec @INT@ NOT NULL
);
CREATE INDEX alert_rule_person ON alert_rule (person_id, id);

CREATE TABLE alert_channel (                -- where a person is reached
  id @INT@ NOT NULL PRIMARY KEY,
  person_id @INT@ NOT NULL,
  kind @INT@ NOT NULL,                      -- 1 web push 2 telegram 3 mail 4 whatsapp 5 ntfy 6 webhook
  state @INT@ NOT NULL,                     -- 0 waits for its code 1 on 2 stopped by its owner 3 gone
  name TEXT NOT NULL,
  address TEXT NOT NULL,                    -- '' until linked
  secret TEXT NOT NULL,                     -- JSON: keys of a subscription, token, what webhooks are signed with
  code_hash @BYTES@,                        -- of the code that links or confirms it
  code_until_usec @INT@ NOT NULL DEFAULT 0,
  detail TEXT NOT NULL DEFAULT '',          -- why it is gone, or why the last message failed
  heard_usec @INT@ NOT NULL DEFAULT 0,      -- last message from there
  sent_usec @INT@ NOT NULL DEFAULT 0,
  spent_month @INT@ NOT NULL DEFAULT 0,     -- months since 1970
  spent_micros @INT@ NOT NULL DEFAULT 0,    -- paid for messages in it
  created_usec @INT@ NOT NULL
);
CREATE INDEX alert_channel_person ON alert_channel (person_id, id);
CREATE INDEX alert_channel_address ON alert_channel (kind, address);
CREATE INDEX alert_channel_code ON alert_channel (code_hash) WHERE code_hash IS NOT NULL;

CREATE TABLE alert_cause (                  -- work has come; turned into alerts a few hundred people at a time
  id @INT@ NOT NULL PRIMARY KEY,
  project_id @INT@ NOT NULL,
  person_id @INT@ NOT NULL,                 -- 0 = whoever has a rule that fits
  offer_id @INT@ NOT NULL,                  -- 0 = none
  until_usec @INT@ NOT NULL,                -- 0 = while there is work
  person_done @INT@ NOT NULL DEFAULT 0,     -- people up to this id have been looked at
  created_usec @INT@ NOT NULL
);

CREATE TABLE alert (
  id @INT@ NOT NULL PRIMARY KEY,
  person_id @INT@ NOT NULL,
  project_id @INT@ NOT NULL,
  offer_id @INT@ NOT NULL,
  rule_id @INT@ NOT NULL,
  state @INT@ NOT NULL,                     -- 0 in flight 1 over
  digest @INT@ NOT NULL,
  urgent @INT@ NOT NULL,
  due_usec @INT@ NOT NULL,
  until_usec @INT@ NOT NULL,                -- 0 = while there is work
  created_usec @INT@ NOT NULL
);
CREATE UNIQUE INDEX alert_flight ON alert (person_id, project_id) WHERE state = 0;
CREATE INDEX alert_person ON alert (person_id, project_id, id);
CREATE INDEX alert_created ON alert (created_usec);
CREATE INDEX alert_open ON alert (created_usec) WHERE state = 0;

DROP TABLE outbox;                          -- never used by an older program
CREATE TABLE outbox (                       -- what leaves the server; sent by send/, at least once
  id @INT@ NOT NULL PRIMARY KEY,
  person_id @INT@ NOT NULL,
  channel_id @INT@ NOT NULL,
  alert_id @INT@ NOT NULL,                  -- 0 = none
  kind @INT@ NOT NULL,                      -- of the channel
  lane @INT@ NOT NULL,                      -- 0 addresses of people 1 services of the operator
  purpose @INT@ NOT NULL,                   -- 0 alert 1 digest 2 code 3 test 4 reply
  body TEXT NOT NULL,                       -- of a code or reply: the text; emptied when it is over
  state @INT@ NOT NULL,                     -- 0 waiting 1 sent 2 given up 3 not needed any more
  attempts @INT@ NOT NULL DEFAULT 0,
  turn @INT@ NOT NULL DEFAULT 0,            -- the sender's turn that has it, 0 = nobody
  not_before_usec @INT@ NOT NULL,
  expires_usec @INT@ NOT NULL,
  created_usec @INT@ NOT NULL,
  done_usec @INT@ NOT NULL DEFAULT 0,
  code @INT@ NOT NULL DEFAULT 0,            -- of the service's last reply
  detail TEXT NOT NULL DEFAULT '',
  provider_id TEXT NOT NULL DEFAULT ''
);
CREATE INDEX outbox_waiting ON outbox (lane, not_before_usec) WHERE state = 0;
CREATE INDEX outbox_turn ON outbox (turn) WHERE state = 0 AND turn > 0;
CREATE INDEX outbox_alert ON outbox (alert_id) WHERE alert_id > 0;
CREATE INDEX outbox_person ON outbox (person_id, id);
CREATE INDEX outbox_created ON outbox (created_usec);
CREATE INDEX outbox_provider ON outbox (provider_id) WHERE provider_id <> '';
