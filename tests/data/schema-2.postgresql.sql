CREATE TABLE public.account (
    id bigint NOT NULL,
    kind bigint NOT NULL,
    debits_posted bigint DEFAULT 0 NOT NULL,
    credits_posted bigint DEFAULT 0 NOT NULL,
    debits_pending bigint DEFAULT 0 NOT NULL,
    credits_pending bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.annotation (
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    id bigint NOT NULL,
    state bigint NOT NULL,
    result text NOT NULL,
    answer_key text NOT NULL,
    gold_right bigint,
    transfer_id bigint NOT NULL,
    work_usec bigint NOT NULL,
    created_usec bigint NOT NULL,
    approves_usec bigint NOT NULL,
    decided_usec bigint DEFAULT 0 NOT NULL,
    reason text
);
CREATE TABLE public.event (
    seq bigint NOT NULL,
    project_id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind text NOT NULL,
    data text NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.import (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    person_id bigint NOT NULL,
    file_name text NOT NULL,
    format text NOT NULL,
    mode bigint NOT NULL,
    state bigint NOT NULL,
    bytes bigint NOT NULL,
    received_bytes bigint DEFAULT 0 NOT NULL,
    handled_bytes bigint DEFAULT 0 NOT NULL,
    handled_rows bigint DEFAULT 0 NOT NULL,
    row_count bigint DEFAULT 0 NOT NULL,
    added bigint DEFAULT 0 NOT NULL,
    repeated bigint DEFAULT 0 NOT NULL,
    wrong bigint DEFAULT 0 NOT NULL,
    error text,
    report text DEFAULT ''::text NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.lease (
    project_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    task_id bigint NOT NULL,
    state bigint NOT NULL,
    taken_usec bigint NOT NULL,
    deadline_usec bigint NOT NULL,
    transfer_id bigint NOT NULL,
    packed bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.outbox (
    id bigint NOT NULL,
    channel text NOT NULL,
    target text NOT NULL,
    body text NOT NULL,
    state bigint NOT NULL,
    attempts bigint DEFAULT 0 NOT NULL,
    not_before_usec bigint NOT NULL,
    expires_usec bigint NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.person (
    id bigint NOT NULL,
    handle text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    roles bigint NOT NULL,
    language text NOT NULL,
    disabled bigint DEFAULT 0 NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.project (
    id bigint NOT NULL,
    owner_id bigint NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    instructions text NOT NULL,
    label_config text NOT NULL,
    config_version bigint NOT NULL,
    state bigint NOT NULL,
    price_micros bigint NOT NULL,
    overlap bigint NOT NULL,
    task_seconds bigint NOT NULL,
    approve_seconds bigint NOT NULL,
    gold_permille bigint NOT NULL,
    created_usec bigint NOT NULL,
    published_usec bigint DEFAULT 0 NOT NULL,
    pack_tasks bigint DEFAULT 50 NOT NULL,
    pack_seconds bigint DEFAULT 86400 NOT NULL
);
CREATE TABLE public.project_count (
    project_id bigint NOT NULL,
    next_task bigint DEFAULT 1 NOT NULL,
    next_position bigint DEFAULT 1 NOT NULL,
    lanes bigint DEFAULT 0 NOT NULL,
    tasks bigint DEFAULT 0 NOT NULL,
    gold_tasks bigint DEFAULT 0 NOT NULL,
    funded_to bigint DEFAULT 0 NOT NULL,
    funded bigint DEFAULT 0 NOT NULL,
    funded_gold bigint DEFAULT 0 NOT NULL,
    gold_wanted bigint DEFAULT 0 NOT NULL,
    done bigint DEFAULT 0 NOT NULL,
    retired bigint DEFAULT 0 NOT NULL,
    leases bigint DEFAULT 0 NOT NULL,
    submitted bigint DEFAULT 0 NOT NULL,
    approved bigint DEFAULT 0 NOT NULL,
    rejected bigint DEFAULT 0 NOT NULL,
    gold_answers bigint DEFAULT 0 NOT NULL,
    gold_right bigint DEFAULT 0 NOT NULL,
    reports bigint DEFAULT 0 NOT NULL,
    workers bigint DEFAULT 0 NOT NULL,
    agreed_votes bigint DEFAULT 0 NOT NULL,
    judged_votes bigint DEFAULT 0 NOT NULL,
    median_work_usec bigint DEFAULT 0 NOT NULL,
    median_at_answers bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.receipt (
    actor_id bigint NOT NULL,
    request_id text NOT NULL,
    request_hash bytea NOT NULL,
    code bigint NOT NULL,
    reply text NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.report (
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    reason text NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.session (
    token_hash bytea NOT NULL,
    person_id bigint NOT NULL,
    created_usec bigint NOT NULL,
    expires_usec bigint NOT NULL
);
CREATE TABLE public.setting (
    name text NOT NULL,
    value text NOT NULL
);
CREATE TABLE public.task (
    project_id bigint NOT NULL,
    id bigint NOT NULL,
    lane bigint NOT NULL,
    "position" bigint NOT NULL,
    state bigint NOT NULL,
    answers bigint DEFAULT 0 NOT NULL,
    leases bigint DEFAULT 0 NOT NULL,
    reports bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.task_data (
    project_id bigint NOT NULL,
    id bigint NOT NULL,
    external_id text,
    key_hash bytea NOT NULL,
    data text NOT NULL,
    gold text,
    predictions text,
    annotations text,
    created_usec bigint NOT NULL
);
CREATE TABLE public.task_label (
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    label text NOT NULL,
    votes bigint NOT NULL,
    answers bigint NOT NULL
);
CREATE TABLE public.token (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    scopes bigint NOT NULL,
    created_usec bigint NOT NULL,
    expires_usec bigint NOT NULL,
    used_usec bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.transfer (
    project_id bigint NOT NULL,
    id bigint NOT NULL,
    kind bigint NOT NULL,
    task_id bigint NOT NULL,
    debit_account bigint NOT NULL,
    credit_account bigint NOT NULL,
    amount_micros bigint NOT NULL,
    state bigint NOT NULL,
    note text,
    created_usec bigint NOT NULL,
    settled_usec bigint NOT NULL
);
CREATE TABLE public.worker_project (
    project_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    served bigint DEFAULT 0 NOT NULL,
    answers bigint DEFAULT 0 NOT NULL,
    approved bigint DEFAULT 0 NOT NULL,
    rejected bigint DEFAULT 0 NOT NULL,
    gold_answers bigint DEFAULT 0 NOT NULL,
    gold_right bigint DEFAULT 0 NOT NULL,
    cursors text NOT NULL
);
INSERT INTO public.account VALUES (1, 1, 1000000, 0, 0, 0);
INSERT INTO public.account VALUES (116223266078720, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116223265574912, 2, 190000, 1000000, 0, 0);
INSERT INTO public.account VALUES (116223265783808, 2, 0, 50000, 0, 40000);
INSERT INTO public.account VALUES (116223266107392, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116223265865728, 2, 0, 20000, 0, 20000);
INSERT INTO public.account VALUES (116223265947648, 3, 20000, 140000, 60000, 0);
INSERT INTO public.annotation VALUES (116223265947648, 1, 116223265783808, 116223265984512, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116223265976320, 2481, 1795600420796602, 1795859620796602, 0, NULL);
INSERT INTO public.annotation VALUES (116223265947648, 7, 116223265783808, 116223265992704, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116223265988608, 2434, 1795600420799036, 1795859620799036, 0, NULL);
INSERT INTO public.annotation VALUES (116223265947648, 2, 116223265783808, 116223265996800, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116223265992705, 1466, 1795600420800502, 1795859620800502, 0, NULL);
INSERT INTO public.annotation VALUES (116223265947648, 3, 116223265865728, 116223266021376, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116223266017281, 1571, 1795600420806603, 1795859620806603, 1795600420809073, NULL);
INSERT INTO public.annotation VALUES (116223265947648, 2, 116223265865728, 116223266017280, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116223266009089, 2112, 1795600420805032, 1795859620805032, 1795600420809073, NULL);
INSERT INTO public.annotation VALUES (116223265947648, 1, 116223265865728, 116223266009088, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116223266000896, 1372, 1795600420802920, 1795859620802920, 1795600420810685, 'not what was asked');
INSERT INTO public.annotation VALUES (116223266078720, 1, 116223265865728, 116223266095104, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116223266091008, 1212, 1795600420824338, 1795859620824338, 0, NULL);
INSERT INTO public.annotation VALUES (116223266107392, 1, 116223265783808, 116223266123776, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116223266119680, 1048, 1795600420830971, 1795600420830971, 1795600420830971, NULL);
INSERT INTO public.event VALUES (1, 116223265947648, 0, 'project.published', '{"project":116223265947648,"tasks":7}', 1795600420792369);
INSERT INTO public.event VALUES (2, 116223265947648, 0, 'annotation.submitted', '{"annotation":116223265984512,"task":1}', 1795600420796602);
INSERT INTO public.event VALUES (3, 116223265947648, 0, 'annotation.submitted', '{"annotation":116223265992704,"task":7}', 1795600420799036);
INSERT INTO public.event VALUES (4, 116223265947648, 0, 'annotation.submitted', '{"annotation":116223265996800,"task":2}', 1795600420800502);
INSERT INTO public.event VALUES (5, 116223265947648, 0, 'task.done', '{"task":1,"share":0.500}', 1795600420802920);
INSERT INTO public.event VALUES (6, 116223265947648, 0, 'annotation.submitted', '{"annotation":116223266009088,"task":1}', 1795600420802920);
INSERT INTO public.event VALUES (7, 116223265947648, 0, 'task.done', '{"task":2,"share":0.500}', 1795600420805032);
INSERT INTO public.event VALUES (8, 116223265947648, 0, 'annotation.submitted', '{"annotation":116223266017280,"task":2}', 1795600420805032);
INSERT INTO public.event VALUES (9, 116223265947648, 0, 'annotation.submitted', '{"annotation":116223266021376,"task":3}', 1795600420806603);
INSERT INTO public.event VALUES (10, 116223265947648, 116223265865728, 'annotation.approved', '{"annotation":116223266021376,"task":3,"project":116223265947648}', 1795600420809073);
INSERT INTO public.event VALUES (11, 116223265947648, 116223265865728, 'annotation.approved', '{"annotation":116223266017280,"task":2,"project":116223265947648}', 1795600420809073);
INSERT INTO public.event VALUES (12, 116223265947648, 116223265865728, 'annotation.rejected', '{"annotation":116223266009088,"task":1,"project":116223265947648}', 1795600420810685);
INSERT INTO public.event VALUES (13, 116223265947648, 0, 'task.reported', '{"task":3}', 1795600420813334);
INSERT INTO public.event VALUES (14, 116223266078720, 0, 'project.published', '{"project":116223266078720,"tasks":2}', 1795600420821905);
INSERT INTO public.event VALUES (15, 116223266078720, 0, 'task.done', '{"task":1,"share":1.000}', 1795600420824338);
INSERT INTO public.event VALUES (16, 116223266078720, 0, 'annotation.submitted', '{"annotation":116223266095104,"task":1}', 1795600420824338);
INSERT INTO public.event VALUES (17, 116223266078720, 0, 'project.paused', '{"project":116223266078720}', 1795600420825854);
INSERT INTO public.event VALUES (18, 116223266107392, 0, 'project.published', '{"project":116223266107392,"tasks":1}', 1795600420828636);
INSERT INTO public.event VALUES (19, 116223266107392, 0, 'task.done', '{"task":1,"share":1.000}', 1795600420830971);
INSERT INTO public.event VALUES (20, 116223266107392, 0, 'annotation.submitted', '{"annotation":116223266123776,"task":1}', 1795600420830971);
INSERT INTO public.event VALUES (21, 116223266107392, 0, 'project.completed', '{"project":116223266107392}', 1795600420832354);
INSERT INTO public.event VALUES (22, 116223265947648, 0, 'import.progress', '{"import":116223266131968,"handled_bytes":12}', 1795600420845844);
INSERT INTO public.event VALUES (23, 116223265947648, 0, 'import.progress', '{"import":116223266131968,"handled_bytes":21}', 1795600420846401);
INSERT INTO public.event VALUES (24, 116223265947648, 0, 'import.done', '{"import":116223266131968,"ok":true}', 1795600420847224);
INSERT INTO public.event VALUES (25, 116223265947648, 0, 'import.progress', '{"import":116223266369536,"handled_bytes":12}', 1795600420898290);
INSERT INTO public.event VALUES (26, 116223265947648, 0, 'import.done', '{"import":116223266369536,"ok":false}', 1795600420898947);
INSERT INTO public.import VALUES (116223266131968, 116223265947648, 116223265574912, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795600420833857);
INSERT INTO public.import VALUES (116223266369536, 116223265947648, 116223265574912, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795600420891064);
INSERT INTO public.import VALUES (116223266594816, 116223265947648, 116223265574912, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795600420946044);
INSERT INTO public.lease VALUES (116223265947648, 116223265783808, 1, 1, 1795600420794121, 1795601020794121, 116223265976320, 0);
INSERT INTO public.lease VALUES (116223265947648, 116223265783808, 7, 1, 1795600420796602, 1795601020796602, 116223265988608, 0);
INSERT INTO public.lease VALUES (116223265947648, 116223265783808, 2, 1, 1795600420799036, 1795601020799036, 116223265992705, 0);
INSERT INTO public.lease VALUES (116223265947648, 116223265865728, 1, 1, 1795600420801548, 1795601020801548, 116223266000896, 0);
INSERT INTO public.lease VALUES (116223265947648, 116223265865728, 2, 1, 1795600420802920, 1795601020802920, 116223266009089, 0);
INSERT INTO public.lease VALUES (116223265947648, 116223265865728, 3, 1, 1795600420805032, 1795601020805032, 116223266017281, 0);
INSERT INTO public.lease VALUES (116223265947648, 116223265783808, 3, 2, 1795600420812119, 1795601020812119, 116223266045952, 0);
INSERT INTO public.lease VALUES (116223265947648, 116223265783808, 4, 0, 1795600420813334, 1795601020813334, 116223266054144, 0);
INSERT INTO public.lease VALUES (116223266078720, 116223265865728, 1, 1, 1795600420823126, 1795601020823126, 116223266091008, 0);
INSERT INTO public.lease VALUES (116223266107392, 116223265783808, 1, 1, 1795600420829923, 1795601020829923, 116223266119680, 0);
INSERT INTO public.lease VALUES (116223265947648, 116223265865728, 4, 0, 1795600420947761, 1795686820947761, 116223266611200, 1);
INSERT INTO public.lease VALUES (116223265947648, 116223265865728, 5, 0, 1795600420947761, 1795686820947761, 116223266611201, 1);
INSERT INTO public.person VALUES (116223265079040, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$2rBKopQdljFPwwIRLtib/g$/jNUUvhSKc0sWfMZQjvHeFg+IRVweUZeXkYreH/xe5o', 8, 'es', 0, 1795600420575418);
INSERT INTO public.person VALUES (116223265574912, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$t0rdc2ZOLDqk/gg8hMLzZw$dZg5JPe9het4CPuIQiv1hwLouRN0Fo7EMp7wpYa6fxE', 2, 'es', 0, 1795600420696959);
INSERT INTO public.person VALUES (116223265783808, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$3ncMgORswH4rbNUnvYfblQ$f1BseUAyBErJ3W11SHeIWRSpdKmFEAjfClNz2kcmSY8', 1, 'es', 0, 1795600420748710);
INSERT INTO public.person VALUES (116223265865728, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$bPW+kVInxYadHzXU/PBK5A$1sUwiKi8UKh9RyLQ5dOkiTvIdPpLs+2bj1joOYtOeBs', 1, 'es', 0, 1795600420768250);
INSERT INTO public.person VALUES (116223266619392, 'deleted-116223266619392', '', '', 0, 'es', 1, 1795600420952498);
INSERT INTO public.person VALUES (116223266820096, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$DLdk6WUa2iAGujofOO8lzQ$pfcl0+JqIRgeSQCFqLkCqXV/uYHtK6yZwY5vddkMXMA', 1, 'es', 1, 1795600421001232);
INSERT INTO public.project VALUES (116223265947648, 116223265574912, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795600420788434, 1795600420792369, 50, 86400);
INSERT INTO public.project VALUES (116223266070528, 116223265574912, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795600420818201, 0, 50, 86400);
INSERT INTO public.project VALUES (116223266078720, 116223265574912, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795600420820079, 1795600420821905, 50, 86400);
INSERT INTO public.project VALUES (116223266107392, 116223265574912, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795600420826976, 1795600420828636, 50, 86400);
INSERT INTO public.project_count VALUES (116223266070528, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116223266078720, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116223266107392, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116223265947648, 12, 14, 1025, 11, 1, 7, 6, 1, 2, 1, 1, 3, 3, 2, 1, 1, 0, 1, 2, 1, 2, 0, 0);
INSERT INTO public.receipt VALUES (0, 'e41b0e19db65466cbab821cf9eb9f251', '\x00209ae432dcb77abb6023134573da59', 0, '{"id":116223265574912}', 1795600420696959);
INSERT INTO public.receipt VALUES (116223265079040, '7af0488d4667459dab580c4f79581b4d', '\xdb641062c79efb912f3addbbb9823024', 0, '{"transfer":116223265775616}', 1795600420745713);
INSERT INTO public.receipt VALUES (0, 'a08ff5c580bc4683add7c3dc4e6d6cf4', '\xcf20d1a9b1b07c131ec5be5a11d309a0', 0, '{"id":116223265783808}', 1795600420748710);
INSERT INTO public.receipt VALUES (0, '70de0835a00f497abe7cf6530fbdfb79', '\x132e60eb0de8efbebc239fb8612b3058', 0, '{"id":116223265865728}', 1795600420768250);
INSERT INTO public.receipt VALUES (116223265783808, '89ab2f8860c1498d8c8730a4a511a07e', '\x89c29bbc9e4cc8f9aaa7bcc2b6aa53a2', 0, '{"id":116223265943552}', 1795600420786666);
INSERT INTO public.receipt VALUES (116223265574912, 'e53359515f4e4ca293ba9c26a8c9f0e5', '\x64d8e45e1b6b751d12cafdb30ef1f1b4', 0, '{"id":116223265947648}', 1795600420788434);
INSERT INTO public.receipt VALUES (116223265574912, 'a50fb3b5e89742c79020fd337f67e177', '\x7f9dc0b2d436521f7ae0c560643f2a19', 0, '{"added":7,"repeated":0}', 1795600420790376);
INSERT INTO public.receipt VALUES (116223265574912, 'f09bef64c5cd4b32b793cdc7f06f1f03', '\xf1bd43dcc34f8ecaa2a11f4da5412cdb', 0, '{"id":116223265947648}', 1795600420792369);
INSERT INTO public.receipt VALUES (116223265783808, '2bfff665133b48ccafad5087fedffbfd', '\xbbdd66c97003519fa2e18ee64df50cc1', 0, '{"task":1,"deadline_usec":1795601020794121,"price_micros":10000}', 1795600420794121);
INSERT INTO public.receipt VALUES (116223265783808, '9fbc6732c0154bf3aa669e4e557a0e75', '\x10a8dbedbe28cd6d6c6d75b6ce076ccd', 0, '{"annotation":116223265984512,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":7,"deadline_usec":1795601020796602,"price_micros":10000}}', 1795600420796602);
INSERT INTO public.receipt VALUES (116223265783808, '463c67d0ad4a41d09400bd3b25b9b71f', '\xb92296fd893fa63b726ca5a88160ff3f', 0, '{"annotation":116223265992704,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":2,"deadline_usec":1795601020799036,"price_micros":10000}}', 1795600420799036);
INSERT INTO public.receipt VALUES (116223265783808, '1f411c2d149a4b94bc66ff0bbf8e5a3a', '\x44fc9be0f3df445488c874bc250bdcd9', 0, '{"annotation":116223265996800,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795600420800502);
INSERT INTO public.receipt VALUES (116223265865728, '7ba1d32806fc4c58847b92cd40ee45d2', '\xbbdd66c97003519fa2e18ee64df50cc1', 0, '{"task":1,"deadline_usec":1795601020801548,"price_micros":10000}', 1795600420801548);
INSERT INTO public.receipt VALUES (116223265865728, 'dde011dc5cda4fbbb44b7dcf4206a373', '\xccadba33b630488894d5194cfb7e749f', 0, '{"annotation":116223266009088,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795601020802920,"price_micros":10000}}', 1795600420802920);
INSERT INTO public.receipt VALUES (116223265865728, '18a7d9ef2adf416c9e4e063a04585dc3', '\xd08e337a4344ea470de1a1785b83e7c5', 0, '{"annotation":116223266017280,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795601020805032,"price_micros":10000}}', 1795600420805032);
INSERT INTO public.receipt VALUES (116223265865728, '0359cd4d66b94af7bfe61b4d3add4114', '\x27c878efc906293a32c000be33e7d51a', 0, '{"annotation":116223266021376,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795600420806603);
INSERT INTO public.receipt VALUES (116223265574912, '5bacf6a196ae425b99876c345c8dbd8a', '\xd8d73cd1ae0b49aa9381364845e769fe', 0, '{"decided":2}', 1795600420809073);
INSERT INTO public.receipt VALUES (116223265574912, 'ca9cb58102e3428985f94369f05436d7', '\xba72fd142ae9015ffc083d1cc3b4ab56', 0, '{"decided":1}', 1795600420810685);
INSERT INTO public.receipt VALUES (116223265783808, 'f8af582b43d04275b6caed1e53d572e6', '\xbbdd66c97003519fa2e18ee64df50cc1', 0, '{"task":3,"deadline_usec":1795601020812119,"price_micros":10000}', 1795600420812119);
INSERT INTO public.receipt VALUES (116223265783808, '6fb29897b81c4a218c304778707ea7b0', '\x2f07a4e63141ae325237de5f691e9eb0', 0, '{"next":{"task":4,"deadline_usec":1795601020813334,"price_micros":10000}}', 1795600420813334);
INSERT INTO public.receipt VALUES (116223265574912, 'f06ee0b42bb14ff08ede5a745a8c6e88', '\x8a65b69ab8c3bee096ebef1684cc9c7e', 0, '{}', 1795600420815183);
INSERT INTO public.receipt VALUES (116223265574912, 'b2472dc2ca7e442fb5584d2c3087ceba', '\x6516a35fbfa1783d4c7b9705023abb3d', 0, '{"added":2,"repeated":0}', 1795600420817346);
INSERT INTO public.receipt VALUES (116223265574912, 'f67ffbf4e84f4f34999d2807af857ec0', '\xd303aba933b899c6f7ead48de7ad0e0f', 0, '{"id":116223266070528}', 1795600420818201);
INSERT INTO public.receipt VALUES (116223265574912, '97efc137973b4ef18d5528c53d10bf23', '\xb732239a14090c00eb887355f306a884', 0, '{"added":1,"repeated":0}', 1795600420819194);
INSERT INTO public.receipt VALUES (116223265574912, 'd3f11ef16ef44173af4fa2e2f995f4ce', '\x437dd7a472651c119b90143c8b70dbd8', 0, '{"id":116223266078720}', 1795600420820079);
INSERT INTO public.receipt VALUES (116223265574912, 'c202ed0fd52f41aaba3e191c2588a9b4', '\x894bfdbbab231ce5ca86493104f5b445', 0, '{"added":2,"repeated":0}', 1795600420820965);
INSERT INTO public.receipt VALUES (116223265574912, 'dab64de0c73e4b8baa6b169e92e312ce', '\x4301d8f209fb5548ef0687d7669bbb14', 0, '{"id":116223266078720}', 1795600420821905);
INSERT INTO public.receipt VALUES (116223265865728, '16f12bb0d7994c1f8a2d76a388b2a487', '\x1057e5b884d5d0082ed448718ee01a52', 0, '{"task":1,"deadline_usec":1795601020823126,"price_micros":0}', 1795600420823126);
INSERT INTO public.receipt VALUES (116223265865728, 'f4102e7aab9d4459aba942a5abeb084e', '\x15c57077571ba580391fbb46a40cb629', 0, '{"annotation":116223266095104,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795600420824338);
INSERT INTO public.receipt VALUES (116223265574912, '6bfe829d56754c429190f29435eb00e7', '\x8a0dcdc1112c59cb6c3bb86fd225f94a', 0, '{"id":116223266078720}', 1795600420825854);
INSERT INTO public.receipt VALUES (116223265574912, '1f9adef1424042b4b3b35e1a720962e5', '\xfe76bc1c9a69cd961add2fcfdf96675f', 0, '{"id":116223266107392}', 1795600420826976);
INSERT INTO public.receipt VALUES (116223265574912, '9349784921a74770bf84b44fcc06000c', '\xc61833d0f8a5e421055aff63790b32c9', 0, '{"added":1,"repeated":0}', 1795600420827877);
INSERT INTO public.receipt VALUES (116223265574912, '1b780fff94f542159c607de75f0c8e91', '\x698c1f4ceaa75e88ca61384b2c68483a', 0, '{"id":116223266107392}', 1795600420828636);
INSERT INTO public.receipt VALUES (116223265783808, '0673a10f1a5549bb8dcbd0c92b248b63', '\x64123d7e07bebd898037355069ace142', 0, '{"task":1,"deadline_usec":1795601020829923,"price_micros":50000}', 1795600420829923);
INSERT INTO public.receipt VALUES (116223265783808, '0ee327cf861a4c739272cbaac16a9142', '\x8918af1b6a2b7f14318879e3839219aa', 0, '{"annotation":116223266123776,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795600420830971);
INSERT INTO public.receipt VALUES (116223265574912, 'deef2385b00d42538d4145aff77941ed', '\x3dd59d039e69c326dac58d3908352837', 0, '{"id":116223266107392}', 1795600420832354);
INSERT INTO public.receipt VALUES (116223265574912, '2f9ee7efd67b46009d36843ac1d00bbb', '\x93cbe90714cedb5bd02ca03cd93f7295', 0, '{"id":116223266131968}', 1795600420833857);
INSERT INTO public.receipt VALUES (116223265574912, '2719b4c637264df1ba8ae890c0b45331', '\xb6ab9afcaf2d5706e09bcc13f86b25f9', 0, '{"id":116223266131968}', 1795600420837736);
INSERT INTO public.receipt VALUES (116223265574912, 'import-116223266131968-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795600420846401);
INSERT INTO public.receipt VALUES (116223265574912, 'ec28984a6d5e4738932b6ceee525ab65', '\xa27f1a73728b6e29c743058383cf4d7a', 0, '{"id":116223266369536}', 1795600420891064);
INSERT INTO public.receipt VALUES (116223265574912, '71544ed23644453993f930d54b2d481c', '\x9e593698f52ee62116a402e2e447e2dc', 0, '{"id":116223266369536}', 1795600420893391);
INSERT INTO public.receipt VALUES (116223265574912, '17229fdf88954bdbad9b67e9dfe8eff7', '\x686ce065f0cc3128b94b6c2beab28fa8', 0, '{"id":116223266594816}', 1795600420946044);
INSERT INTO public.receipt VALUES (116223265865728, 'ef5ca95592454bdaada3f26115fbac6b', '\x7d3bf5cbc745a9f0d9e6b100cb7fec55', 0, '{"leases":[{"task":4,"deadline_usec":1795686820947761,"price_micros":10000},{"task":5,"deadline_usec":1795686820947761,"price_micros":10000}]}', 1795600420947761);
INSERT INTO public.receipt VALUES (0, 'c6c125c6673141afb7aca0a3f10358a7', '\x1b44f02acf5ab0b4e1dc17ddb4f47e2a', 0, '{"id":116223266619392}', 1795600420952498);
INSERT INTO public.receipt VALUES (116223266619392, 'f468d75fd2f94e0a94c253a487e73a38', '\xc973357f154d1eaffb92da3b5723b2e8', 0, '{}', 1795600420974733);
INSERT INTO public.receipt VALUES (0, '835d9379a2164392bdd1fc053c1ebb1e', '\x20cef9ede6a3b8d7f68f2e259387b0a4', 0, '{"id":116223266820096}', 1795600421001232);
INSERT INTO public.receipt VALUES (116223265079040, '40b1715eca724f06828fa71e763bca4a', '\x653c7123e8e67a751a542fee42384feb', 0, '{"id":116223266820096}', 1795600421025021);
INSERT INTO public.report VALUES (116223265947648, 3, 116223265783808, 'the text is cut', 1795600420813334);
INSERT INTO public.session VALUES ('\x9766218d4b16801ecebe7176eac901d042adff0c84f45032183763f5fd361f1a', 116223265574912, 1795600420696959, 1798192420696959);
INSERT INTO public.session VALUES ('\x3a8be3f28dd629640d44bddcc6b8adb76c06b75ac4121626db949a5c997d531c', 116223265079040, 1795600420726298, 1798192420726298);
INSERT INTO public.session VALUES ('\x5daaba9c7a832daef41503f3a3139dfa186f0fad85fe78a0de7fccc0bb82be6d', 116223265783808, 1795600420748710, 1798192420748710);
INSERT INTO public.session VALUES ('\x9eda53c41422b54f1acd848971301919def83f816051e84ad4a7372ac96047b7', 116223265865728, 1795600420768250, 1798192420768250);
INSERT INTO public.setting VALUES ('schema', '2');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '26');
INSERT INTO public.task VALUES (116223265947648, 7, 10, 7, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116223265947648, 2, 0, 2, 2, 2, 0, 0);
INSERT INTO public.task VALUES (116223265947648, 1, 0, 8, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116223265947648, 3, 0, 9, 1, 1, 0, 1);
INSERT INTO public.task VALUES (116223265947648, 6, 0, 6, 3, 0, 0, 0);
INSERT INTO public.task VALUES (116223265947648, 8, 0, 10, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116223265947648, 9, 0, 11, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116223266070528, 1, 0, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116223266078720, 2, 0, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116223266078720, 1, 0, 1, 2, 1, 0, 0);
INSERT INTO public.task VALUES (116223266107392, 1, 0, 1, 2, 1, 0, 0);
INSERT INTO public.task VALUES (116223265947648, 10, 0, 12, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116223265947648, 11, 0, 13, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116223265947648, 4, 0, 4, 4, 0, 2, 0);
INSERT INTO public.task VALUES (116223265947648, 5, 0, 5, 1, 0, 1, 0);
INSERT INTO public.task_data VALUES (116223265947648, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795600420790376);
INSERT INTO public.task_data VALUES (116223265947648, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795600420790376);
INSERT INTO public.task_data VALUES (116223265947648, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795600420790376);
INSERT INTO public.task_data VALUES (116223265947648, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795600420790376);
INSERT INTO public.task_data VALUES (116223265947648, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795600420790376);
INSERT INTO public.task_data VALUES (116223265947648, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795600420790376);
INSERT INTO public.task_data VALUES (116223265947648, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795600420790376);
INSERT INTO public.task_data VALUES (116223265947648, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795600420817346);
INSERT INTO public.task_data VALUES (116223265947648, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795600420817346);
INSERT INTO public.task_data VALUES (116223266070528, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795600420819194);
INSERT INTO public.task_data VALUES (116223266078720, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795600420820965);
INSERT INTO public.task_data VALUES (116223266078720, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795600420820965);
INSERT INTO public.task_data VALUES (116223266107392, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795600420827877);
INSERT INTO public.task_data VALUES (116223265947648, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795600420846401);
INSERT INTO public.task_data VALUES (116223265947648, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795600420846401);
INSERT INTO public.task_label VALUES (116223265947648, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116223266078720, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116223266107392, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.token VALUES (116223265943552, 116223265783808, 'test', '\x78fcb3aa7c5c372199b2d245a2965b42bea36381ff7b8470ab9b89884b71365f', 4, 1795600420786666, 2110960420786666, 0);
INSERT INTO public.transfer VALUES (0, 116223265775616, 1, 0, 1, 116223265574912, 1000000, 1, NULL, 1795600420745713, 1795600420745713);
INSERT INTO public.transfer VALUES (116223265947648, 116223265964032, 2, 0, 116223265574912, 116223265947648, 140000, 1, NULL, 1795600420792369, 1795600420792369);
INSERT INTO public.transfer VALUES (116223265947648, 116223265976320, 3, 1, 116223265947648, 116223265783808, 10000, 0, NULL, 1795600420794121, 0);
INSERT INTO public.transfer VALUES (116223265947648, 116223265988608, 3, 7, 116223265947648, 116223265783808, 10000, 0, NULL, 1795600420796602, 0);
INSERT INTO public.transfer VALUES (116223265947648, 116223265992705, 3, 2, 116223265947648, 116223265783808, 10000, 0, NULL, 1795600420799036, 0);
INSERT INTO public.transfer VALUES (116223265947648, 116223266017281, 3, 3, 116223265947648, 116223265865728, 10000, 1, NULL, 1795600420805032, 1795600420809073);
INSERT INTO public.transfer VALUES (116223265947648, 116223266009089, 3, 2, 116223265947648, 116223265865728, 10000, 1, NULL, 1795600420802920, 1795600420809073);
INSERT INTO public.transfer VALUES (116223265947648, 116223266000896, 3, 1, 116223265947648, 116223265865728, 10000, 2, NULL, 1795600420801548, 1795600420810685);
INSERT INTO public.transfer VALUES (116223265947648, 116223266045952, 3, 3, 116223265947648, 116223265783808, 10000, 2, NULL, 1795600420812119, 1795600420813334);
INSERT INTO public.transfer VALUES (116223265947648, 116223266054144, 3, 4, 116223265947648, 116223265783808, 10000, 0, NULL, 1795600420813334, 0);
INSERT INTO public.transfer VALUES (116223266078720, 116223266086912, 2, 0, 116223265574912, 116223266078720, 0, 1, NULL, 1795600420821905, 1795600420821905);
INSERT INTO public.transfer VALUES (116223266078720, 116223266091008, 3, 1, 116223266078720, 116223265865728, 0, 0, NULL, 1795600420823126, 0);
INSERT INTO public.transfer VALUES (116223266107392, 116223266111488, 2, 0, 116223265574912, 116223266107392, 50000, 1, NULL, 1795600420828636, 1795600420828636);
INSERT INTO public.transfer VALUES (116223266107392, 116223266119680, 3, 1, 116223266107392, 116223265783808, 50000, 1, NULL, 1795600420829923, 1795600420830971);
INSERT INTO public.transfer VALUES (116223265947648, 116223266611200, 3, 4, 116223265947648, 116223265865728, 10000, 0, NULL, 1795600420947761, 0);
INSERT INTO public.transfer VALUES (116223265947648, 116223266611201, 3, 5, 116223265947648, 116223265865728, 10000, 0, NULL, 1795600420947761, 0);
INSERT INTO public.worker_project VALUES (116223265947648, 116223265783808, 5, 3, 0, 0, 1, 0, '4 0 0 0 0 0 0 0 0 0 7');
INSERT INTO public.worker_project VALUES (116223266078720, 116223265865728, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (116223266107392, 116223265783808, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (116223265947648, 116223265865728, 5, 3, 2, 1, 0, 0, '5 0 0 0 0 0 0 0 0 0 0');
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.annotation
    ADD CONSTRAINT annotation_pkey PRIMARY KEY (project_id, task_id, worker_id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (project_id, worker_id, task_id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_handle_key UNIQUE (handle);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.project_count
    ADD CONSTRAINT project_count_pkey PRIMARY KEY (project_id);
ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY (actor_id, request_id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (project_id, task_id, worker_id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.task_data
    ADD CONSTRAINT task_data_pkey PRIMARY KEY (project_id, id);
ALTER TABLE ONLY public.task_label
    ADD CONSTRAINT task_label_pkey PRIMARY KEY (project_id, task_id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (project_id, id);
ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_pkey PRIMARY KEY (project_id, id);
ALTER TABLE ONLY public.worker_project
    ADD CONSTRAINT worker_project_pkey PRIMARY KEY (project_id, worker_id);
CREATE INDEX annotation_approves ON public.annotation USING btree (approves_usec) WHERE (state = 0);
CREATE UNIQUE INDEX annotation_id ON public.annotation USING btree (project_id, id);
CREATE INDEX annotation_worker ON public.annotation USING btree (worker_id, id);
CREATE INDEX event_project ON public.event USING btree (project_id, seq);
CREATE INDEX import_project ON public.import USING btree (project_id, id);
CREATE INDEX import_running ON public.import USING btree (id) WHERE (state = ANY (ARRAY[(1)::bigint, (2)::bigint]));
CREATE INDEX lease_deadline ON public.lease USING btree (deadline_usec) WHERE (state = 0);
CREATE INDEX lease_worker ON public.lease USING btree (worker_id, project_id) WHERE (state = 0);
CREATE INDEX outbox_waiting ON public.outbox USING btree (not_before_usec) WHERE (state = 0);
CREATE INDEX project_live ON public.project USING btree (id) WHERE (state = 1);
CREATE INDEX project_owner ON public.project USING btree (owner_id, id);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE UNIQUE INDEX task_data_key ON public.task_data USING btree (project_id, key_hash);
CREATE INDEX task_queue ON public.task USING btree (project_id, lane, "position") WHERE (state = 1);
CREATE INDEX token_person ON public.token USING btree (person_id);
CREATE INDEX transfer_credit ON public.transfer USING btree (credit_account, id);
CREATE INDEX transfer_debit ON public.transfer USING btree (debit_account, id) WHERE (kind <> 3);
CREATE INDEX worker_project_worker ON public.worker_project USING btree (worker_id);
