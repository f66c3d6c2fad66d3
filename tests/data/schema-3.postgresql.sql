CREATE TABLE public.account (
    id bigint NOT NULL,
    kind bigint NOT NULL,
    debits_posted bigint DEFAULT 0 NOT NULL,
    credits_posted bigint DEFAULT 0 NOT NULL,
    debits_pending bigint DEFAULT 0 NOT NULL,
    credits_pending bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.alert (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    project_id bigint NOT NULL,
    offer_id bigint NOT NULL,
    rule_id bigint NOT NULL,
    state bigint NOT NULL,
    digest bigint NOT NULL,
    urgent bigint NOT NULL,
    due_usec bigint NOT NULL,
    until_usec bigint NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.alert_cause (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    person_id bigint NOT NULL,
    offer_id bigint NOT NULL,
    until_usec bigint NOT NULL,
    person_done bigint DEFAULT 0 NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.alert_channel (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind bigint NOT NULL,
    state bigint NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    secret text NOT NULL,
    code_hash bytea,
    code_until_usec bigint DEFAULT 0 NOT NULL,
    detail text DEFAULT ''::text NOT NULL,
    heard_usec bigint DEFAULT 0 NOT NULL,
    sent_usec bigint DEFAULT 0 NOT NULL,
    spent_month bigint DEFAULT 0 NOT NULL,
    spent_micros bigint DEFAULT 0 NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.alert_rule (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    project_id bigint NOT NULL,
    requester_id bigint NOT NULL,
    qualification_id bigint NOT NULL,
    hour_micros bigint NOT NULL,
    tasks_min bigint NOT NULL,
    urgent_hour_micros bigint NOT NULL,
    digest bigint NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.alert_setting (
    person_id bigint NOT NULL,
    quiet_from bigint DEFAULT 0 NOT NULL,
    quiet_to bigint DEFAULT 0 NOT NULL,
    utc_offset_minutes bigint DEFAULT 0 NOT NULL,
    digest_minute bigint DEFAULT 480 NOT NULL,
    muted_until_usec bigint DEFAULT 0 NOT NULL
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
    person_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    alert_id bigint NOT NULL,
    kind bigint NOT NULL,
    lane bigint NOT NULL,
    purpose bigint NOT NULL,
    body text NOT NULL,
    state bigint NOT NULL,
    attempts bigint DEFAULT 0 NOT NULL,
    turn bigint DEFAULT 0 NOT NULL,
    not_before_usec bigint NOT NULL,
    expires_usec bigint NOT NULL,
    created_usec bigint NOT NULL,
    done_usec bigint DEFAULT 0 NOT NULL,
    code bigint DEFAULT 0 NOT NULL,
    detail text DEFAULT ''::text NOT NULL,
    provider_id text DEFAULT ''::text NOT NULL
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
INSERT INTO public.account VALUES (116228425691136, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116228425052160, 2, 190000, 1000000, 0, 0);
INSERT INTO public.account VALUES (116228425342976, 2, 0, 50000, 0, 40000);
INSERT INTO public.account VALUES (116228425719808, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116228425445376, 2, 0, 20000, 0, 20000);
INSERT INTO public.account VALUES (116228425555968, 3, 20000, 140000, 60000, 0);
INSERT INTO public.alert_cause VALUES (116228425576449, 116228425555968, 0, 0, 0, 0, 1795601680462935);
INSERT INTO public.alert_cause VALUES (116228425699329, 116228425691136, 0, 0, 0, 0, 1795601680493179);
INSERT INTO public.alert_cause VALUES (116228425728001, 116228425719808, 0, 0, 0, 0, 1795601680500182);
INSERT INTO public.alert_channel VALUES (116228426260480, 116228425342976, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795601680630864);
INSERT INTO public.alert_rule VALUES (116228426256384, 116228425342976, 0, 0, 0, 10000, 0, 0, 1, 1795601680629333);
INSERT INTO public.alert_setting VALUES (116228425342976, 1320, 360, -240, 480, 1795634080633031);
INSERT INTO public.annotation VALUES (116228425555968, 1, 116228425342976, 116228425596928, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116228425588736, 2410, 1795601680467839, 1795860880467839, 0, NULL);
INSERT INTO public.annotation VALUES (116228425555968, 2, 116228425342976, 116228425605120, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116228425601024, 2567, 1795601680470406, 1795860880470406, 0, NULL);
INSERT INTO public.annotation VALUES (116228425555968, 3, 116228425342976, 116228425613312, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116228425605121, 1427, 1795601680471833, 1795860880471833, 0, NULL);
INSERT INTO public.annotation VALUES (116228425555968, 3, 116228425445376, 116228425637888, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116228425633793, 1413, 1795601680478317, 1795860880478317, 1795601680481296, NULL);
INSERT INTO public.annotation VALUES (116228425555968, 2, 116228425445376, 116228425633792, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116228425629696, 2224, 1795601680476904, 1795860880476904, 1795601680481296, NULL);
INSERT INTO public.annotation VALUES (116228425555968, 1, 116228425445376, 116228425625600, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116228425617408, 1895, 1795601680474680, 1795860880474680, 1795601680482779, 'not what was asked');
INSERT INTO public.annotation VALUES (116228425691136, 1, 116228425445376, 116228425707520, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116228425703424, 1115, 1795601680495286, 1795860880495286, 0, NULL);
INSERT INTO public.annotation VALUES (116228425719808, 1, 116228425342976, 116228425740288, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116228425736192, 1101, 1795601680502891, 1795601680502891, 1795601680502891, NULL);
INSERT INTO public.event VALUES (1, 116228425555968, 0, 'project.published', '{"project":116228425555968,"tasks":7}', 1795601680462935);
INSERT INTO public.event VALUES (2, 116228425555968, 0, 'annotation.submitted', '{"annotation":116228425596928,"task":1}', 1795601680467839);
INSERT INTO public.event VALUES (3, 116228425555968, 0, 'annotation.submitted', '{"annotation":116228425605120,"task":2}', 1795601680470406);
INSERT INTO public.event VALUES (4, 116228425555968, 0, 'annotation.submitted', '{"annotation":116228425613312,"task":3}', 1795601680471833);
INSERT INTO public.event VALUES (5, 116228425555968, 0, 'task.done', '{"task":1,"share":0.500}', 1795601680474680);
INSERT INTO public.event VALUES (6, 116228425555968, 0, 'annotation.submitted', '{"annotation":116228425625600,"task":1}', 1795601680474680);
INSERT INTO public.event VALUES (7, 116228425555968, 0, 'task.done', '{"task":2,"share":0.500}', 1795601680476904);
INSERT INTO public.event VALUES (8, 116228425555968, 0, 'annotation.submitted', '{"annotation":116228425633792,"task":2}', 1795601680476904);
INSERT INTO public.event VALUES (9, 116228425555968, 0, 'task.done', '{"task":3,"share":0.500}', 1795601680478317);
INSERT INTO public.event VALUES (10, 116228425555968, 0, 'annotation.submitted', '{"annotation":116228425637888,"task":3}', 1795601680478317);
INSERT INTO public.event VALUES (11, 116228425555968, 116228425445376, 'annotation.approved', '{"annotation":116228425637888,"task":3,"project":116228425555968}', 1795601680481296);
INSERT INTO public.event VALUES (12, 116228425555968, 116228425445376, 'annotation.approved', '{"annotation":116228425633792,"task":2,"project":116228425555968}', 1795601680481296);
INSERT INTO public.event VALUES (13, 116228425555968, 116228425445376, 'annotation.rejected', '{"annotation":116228425625600,"task":1,"project":116228425555968}', 1795601680482779);
INSERT INTO public.event VALUES (14, 116228425555968, 0, 'task.reported', '{"task":4}', 1795601680484961);
INSERT INTO public.event VALUES (15, 116228425691136, 0, 'project.published', '{"project":116228425691136,"tasks":2}', 1795601680493179);
INSERT INTO public.event VALUES (16, 116228425691136, 0, 'task.done', '{"task":1,"share":1.000}', 1795601680495286);
INSERT INTO public.event VALUES (17, 116228425691136, 0, 'annotation.submitted', '{"annotation":116228425707520,"task":1}', 1795601680495286);
INSERT INTO public.event VALUES (18, 116228425691136, 0, 'project.paused', '{"project":116228425691136}', 1795601680496820);
INSERT INTO public.event VALUES (19, 116228425719808, 0, 'project.published', '{"project":116228425719808,"tasks":1}', 1795601680500182);
INSERT INTO public.event VALUES (20, 116228425719808, 0, 'task.done', '{"task":1,"share":1.000}', 1795601680502891);
INSERT INTO public.event VALUES (21, 116228425719808, 0, 'annotation.submitted', '{"annotation":116228425740288,"task":1}', 1795601680502891);
INSERT INTO public.event VALUES (22, 116228425719808, 0, 'project.completed', '{"project":116228425719808}', 1795601680505177);
INSERT INTO public.event VALUES (23, 116228425555968, 0, 'import.progress', '{"import":116228425752576,"handled_bytes":12}', 1795601680519644);
INSERT INTO public.event VALUES (24, 116228425555968, 0, 'import.progress', '{"import":116228425752576,"handled_bytes":21}', 1795601680520133);
INSERT INTO public.event VALUES (25, 116228425555968, 0, 'import.done', '{"import":116228425752576,"ok":true}', 1795601680523557);
INSERT INTO public.event VALUES (26, 116228425555968, 0, 'import.progress', '{"import":116228426010624,"handled_bytes":12}', 1795601680577829);
INSERT INTO public.event VALUES (27, 116228425555968, 0, 'import.done', '{"import":116228426010624,"ok":false}', 1795601680578217);
INSERT INTO public.import VALUES (116228425752576, 116228425555968, 116228425052160, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795601680506764);
INSERT INTO public.import VALUES (116228426010624, 116228425555968, 116228425052160, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795601680569328);
INSERT INTO public.import VALUES (116228426244096, 116228425555968, 116228425052160, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795601680626012);
INSERT INTO public.lease VALUES (116228425555968, 116228425342976, 1, 1, 1795601680465429, 1795602280465429, 116228425588736, 0);
INSERT INTO public.lease VALUES (116228425555968, 116228425342976, 2, 1, 1795601680467839, 1795602280467839, 116228425601024, 0);
INSERT INTO public.lease VALUES (116228425555968, 116228425342976, 3, 1, 1795601680470406, 1795602280470406, 116228425605121, 0);
INSERT INTO public.lease VALUES (116228425555968, 116228425445376, 1, 1, 1795601680472785, 1795602280472785, 116228425617408, 0);
INSERT INTO public.lease VALUES (116228425555968, 116228425445376, 2, 1, 1795601680474680, 1795602280474680, 116228425629696, 0);
INSERT INTO public.lease VALUES (116228425555968, 116228425445376, 3, 1, 1795601680476904, 1795602280476904, 116228425633793, 0);
INSERT INTO public.lease VALUES (116228425555968, 116228425342976, 4, 2, 1795601680483960, 1795602280483960, 116228425662464, 0);
INSERT INTO public.lease VALUES (116228425555968, 116228425342976, 5, 0, 1795601680484961, 1795602280484961, 116228425666560, 0);
INSERT INTO public.lease VALUES (116228425691136, 116228425445376, 1, 1, 1795601680494171, 1795602280494171, 116228425703424, 0);
INSERT INTO public.lease VALUES (116228425719808, 116228425342976, 1, 1, 1795601680501790, 1795602280501790, 116228425736192, 0);
INSERT INTO public.lease VALUES (116228425555968, 116228425445376, 4, 0, 1795601680626878, 1795688080626878, 116228426252288, 1);
INSERT INTO public.lease VALUES (116228425555968, 116228425445376, 7, 0, 1795601680626878, 1795688080626878, 116228426252289, 1);
INSERT INTO public.person VALUES (116228424695552, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$QHLnKYTcOnWxafBLr7C74Q$yoTe0wXh6xDmW6Q8TmW2H4L5/nwuBWfgJwPj5i9aRJE', 8, 'es', 0, 1795601680247827);
INSERT INTO public.person VALUES (116228425052160, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$aryXuxBNSV45vxaQ9S12HA$7ZkLugvvjcOf6KRCWm6FgFVtp1TW/h493/r52s3qm68', 2, 'es', 0, 1795601680335907);
INSERT INTO public.person VALUES (116228425342976, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$ZXNN/xx+tluZj0AgCjlV4w$7t9m9twWoODQYhVkla7+YLGtC8GyKLv2StB5IF2JeDk', 1, 'es', 0, 1795601680406389);
INSERT INTO public.person VALUES (116228425445376, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$ImvqJQJo88dFzLVAylOy6Q$uujpzGmC6lmoAWcTZjqxwePfZDhJhUcwCOpMTROr/4c', 1, 'es', 0, 1795601680431066);
INSERT INTO public.person VALUES (116228426276864, 'deleted-116228426276864', '', '', 0, 'es', 1, 1795601680634620);
INSERT INTO public.person VALUES (116228426498048, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$RvuMathQ/rp1VNAboA49tw$Eu82S0BrlF+NhPBLoGF8t9pCCQcxGztx/zTpShO4QxQ', 1, 'es', 1, 1795601680688654);
INSERT INTO public.project VALUES (116228425555968, 116228425052160, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795601680458047, 1795601680462935, 50, 86400);
INSERT INTO public.project VALUES (116228425682944, 116228425052160, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795601680489620, 0, 50, 86400);
INSERT INTO public.project VALUES (116228425691136, 116228425052160, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795601680491464, 1795601680493179, 50, 86400);
INSERT INTO public.project VALUES (116228425719808, 116228425052160, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795601680498095, 1795601680500182, 50, 86400);
INSERT INTO public.project_count VALUES (116228425682944, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116228425691136, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116228425719808, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116228425555968, 12, 13, 1025, 11, 1, 7, 6, 1, 2, 2, 1, 3, 3, 2, 1, 0, 0, 1, 2, 2, 4, 0, 0);
INSERT INTO public.receipt VALUES (0, 'd9f2948f9e184fdc84713670c1a09e85', '\xf74369fb7d6f03035c3db8d03bdf4184', 0, '{"id":116228425052160}', 1795601680335907);
INSERT INTO public.receipt VALUES (116228424695552, '32e47ee57865418f957958b54e98ec26', '\x71780c0a5f8baa86b66520bbd615e85f', 0, '{"transfer":116228425326592}', 1795601680401918);
INSERT INTO public.receipt VALUES (0, '3e3397e1d59e46dfba67d11111770e02', '\x0f8478dfe7f01f6a1c8ed9f55f6d1907', 0, '{"id":116228425342976}', 1795601680406389);
INSERT INTO public.receipt VALUES (0, 'c7c1699fd62443ea94c91202e826146c', '\x6567bdbd599a85bbb585bb9444521f2e', 0, '{"id":116228425445376}', 1795601680431066);
INSERT INTO public.receipt VALUES (116228425342976, '1ce2d42a5c604a118807c1b76ddde991', '\xf4d91220085d124b3ae476478c7bade9', 0, '{"id":116228425547776}', 1795601680455516);
INSERT INTO public.receipt VALUES (116228425052160, '6aa10c8bb4964229b8416d40a12af448', '\x3e89047f543d4fccb93c85aa04485dbe', 0, '{"id":116228425555968}', 1795601680458047);
INSERT INTO public.receipt VALUES (116228425052160, '0b1a9e28289f454c8fa3e0ab530bc205', '\xbc1974f2a082caf5cfff82c7ba541692', 0, '{"added":7,"repeated":0}', 1795601680460375);
INSERT INTO public.receipt VALUES (116228425052160, '77eef7ea50a243b699030e3993e15946', '\xb8ed041661ac9984bd8a6e96e913c966', 0, '{"id":116228425555968}', 1795601680462935);
INSERT INTO public.receipt VALUES (116228425342976, 'a11e2683f2d44fe78068efc5eb640e40', '\x8a2246995fdf95331fd4c73c08869965', 0, '{"task":1,"deadline_usec":1795602280465429,"price_micros":10000}', 1795601680465429);
INSERT INTO public.receipt VALUES (116228425342976, '0662962671c44e67b21fa2d588b8689c', '\x8dd2418b45f8e89f3de3afca21627815', 0, '{"annotation":116228425596928,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795602280467839,"price_micros":10000}}', 1795601680467839);
INSERT INTO public.receipt VALUES (116228425342976, '795a9a31baf6420d84662140b8692c2d', '\xb48e56e0f83f098aba8705ec3a240baa', 0, '{"annotation":116228425605120,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795602280470406,"price_micros":10000}}', 1795601680470406);
INSERT INTO public.receipt VALUES (116228425342976, 'ce553865e8c24845b340197a5b45efcd', '\x49731caf295d173c45e72e9f49e4458a', 0, '{"annotation":116228425613312,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795601680471833);
INSERT INTO public.receipt VALUES (116228425445376, '453c687457574ee4aebd0d125be0d1b5', '\x8a2246995fdf95331fd4c73c08869965', 0, '{"task":1,"deadline_usec":1795602280472785,"price_micros":10000}', 1795601680472785);
INSERT INTO public.receipt VALUES (116228425445376, 'd0f18f07734e49ef8c8e571359fc7d74', '\x89910edd8d9e30949068adad606c8ad7', 0, '{"annotation":116228425625600,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795602280474680,"price_micros":10000}}', 1795601680474680);
INSERT INTO public.receipt VALUES (116228425445376, '7351eb62e431477b9859a2fa20fb0e42', '\xd4f0fb518fa9f9011dfe935846b28190', 0, '{"annotation":116228425633792,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795602280476904,"price_micros":10000}}', 1795601680476904);
INSERT INTO public.receipt VALUES (116228425445376, 'a0f1c08fa3f34dd3b38335ed3636b39a', '\x6120661c115bb6130c6bf09f6c0d1228', 0, '{"annotation":116228425637888,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795601680478317);
INSERT INTO public.receipt VALUES (116228425052160, '554a535d29fa4c2fbec22a6246deda9b', '\x90cfd34835bbd0bb152a753216ddffa2', 0, '{"decided":2}', 1795601680481296);
INSERT INTO public.receipt VALUES (116228425052160, '13367524bde24d0d83deb738cfdd14ed', '\xa0ad508f066aee242363a8afb73014d9', 0, '{"decided":1}', 1795601680482779);
INSERT INTO public.receipt VALUES (116228425342976, '64da467a81294a40bf6f0913cbbc4fc6', '\x8a2246995fdf95331fd4c73c08869965', 0, '{"task":4,"deadline_usec":1795602280483960,"price_micros":10000}', 1795601680483960);
INSERT INTO public.receipt VALUES (116228425342976, 'dba3d5ad1afa4c8e8c7a588893525e0b', '\xc076e19672911daa6ae10b2a2c56d414', 0, '{"next":{"task":5,"deadline_usec":1795602280484961,"price_micros":10000}}', 1795601680484961);
INSERT INTO public.receipt VALUES (116228425052160, '5fc38e3a48be48849f7efa5f3926b534', '\x064ac98538b571606978a78a1f14f24c', 0, '{}', 1795601680486529);
INSERT INTO public.receipt VALUES (116228425052160, 'ecc8b229e0844a4085d53cf6cea7b611', '\x4af2f0af6458851c95edd7cae4130324', 0, '{"added":2,"repeated":0}', 1795601680488648);
INSERT INTO public.receipt VALUES (116228425052160, '194aff47acbe4caea2039ae230eb0de8', '\x5550bc91b3998737bb0920326d8cfefa', 0, '{"id":116228425682944}', 1795601680489620);
INSERT INTO public.receipt VALUES (116228425052160, '82e2b0c81bae44c98218271419021deb', '\xa829bb6fd881becbe6e37902206e3336', 0, '{"added":1,"repeated":0}', 1795601680490596);
INSERT INTO public.receipt VALUES (116228425052160, '5aca4c94e1de414dba6e47b1a11d534c', '\x4e20164fc05750aed51612277ee8eb5f', 0, '{"id":116228425691136}', 1795601680491464);
INSERT INTO public.receipt VALUES (116228425052160, 'bacb8e073e404b319bf4a23384057abf', '\x5692c2bb053d5ccd092f23cffa26b0a9', 0, '{"added":2,"repeated":0}', 1795601680492202);
INSERT INTO public.receipt VALUES (116228425052160, '25e68f048549453c97c60667f8df0b2d', '\x4dd2278a6e13b9508d179a448f5c4fb9', 0, '{"id":116228425691136}', 1795601680493179);
INSERT INTO public.receipt VALUES (116228425445376, 'e038f05747954582a60096be404c2c1c', '\xe933e8d50ef360decfea01c9cbf76cc0', 0, '{"task":1,"deadline_usec":1795602280494171,"price_micros":0}', 1795601680494171);
INSERT INTO public.receipt VALUES (116228425445376, '600541227fc547998f9d2a26223eda64', '\x0cd2add0f549b5ac677d050844b7be4f', 0, '{"annotation":116228425707520,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795601680495286);
INSERT INTO public.receipt VALUES (116228425052160, 'a0fb25c6e6184906866163d8413acd62', '\x2f7224d0d54e2ba270e4752c3f584212', 0, '{"id":116228425691136}', 1795601680496820);
INSERT INTO public.receipt VALUES (116228425052160, 'b8a1a428cbac4fa5a0e46f0367009a30', '\x08534ec1f4f22c65c12705bf61849f00', 0, '{"id":116228425719808}', 1795601680498095);
INSERT INTO public.receipt VALUES (116228425052160, '969b900dd554441eb733ad384fafaed8', '\xeeda3a57c10a1ce7528713e4f8be7461', 0, '{"added":1,"repeated":0}', 1795601680499316);
INSERT INTO public.receipt VALUES (116228425052160, 'e428b96078074b8fab9d21861c6b6c59', '\x1f795b11f1554f6c564b93e4bb4eb891', 0, '{"id":116228425719808}', 1795601680500182);
INSERT INTO public.receipt VALUES (116228425342976, '05d92280e0b84788a4e940969fe08dbd', '\x0c0d8d1a5644e3eb93ae8ae624a7ed75', 0, '{"task":1,"deadline_usec":1795602280501790,"price_micros":50000}', 1795601680501790);
INSERT INTO public.receipt VALUES (116228425342976, '3e65426cfd404009bb7e8fd34cfd71ab', '\xf695ae24a7b6e3b0fc069b3036485e15', 0, '{"annotation":116228425740288,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795601680502891);
INSERT INTO public.receipt VALUES (116228425052160, '500be67ba2244269a5eba971549e4213', '\x6cceadab490706717d1591cf5414b568', 0, '{"id":116228425719808}', 1795601680505177);
INSERT INTO public.receipt VALUES (116228425052160, '720f0028c88043ad9aaf8a886feded74', '\xe3a58143420fd84655b1cc69b3683a75', 0, '{"id":116228425752576}', 1795601680506764);
INSERT INTO public.receipt VALUES (116228425052160, 'c3a5c62c4c9d4f5bb90753d8bbae4344', '\x7500be8324a235421842df949fb01b49', 0, '{"id":116228425752576}', 1795601680512715);
INSERT INTO public.receipt VALUES (116228425052160, 'import-116228425752576-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795601680520133);
INSERT INTO public.receipt VALUES (116228425052160, 'da909e8c73744f969586cc6711d3973d', '\xf489d79d410d7d062ca48cbf284d4e6a', 0, '{"id":116228426010624}', 1795601680569328);
INSERT INTO public.receipt VALUES (116228425052160, '7a782c89fc224a05bc2aad5b8535d336', '\x88cf27ba8c0840f2a74cf736466c600c', 0, '{"id":116228426010624}', 1795601680572974);
INSERT INTO public.receipt VALUES (116228425052160, '0878045c9ac64990af6069c7101be9a5', '\xa7f8494d411c648535c7a08a2b635eb6', 0, '{"id":116228426244096}', 1795601680626012);
INSERT INTO public.receipt VALUES (116228425445376, 'a794fa39790d4bf5a81648e927941c3e', '\xed59b93c4ffd78dca9ccc9ca810740b6', 0, '{"leases":[{"task":4,"deadline_usec":1795688080626878,"price_micros":10000},{"task":7,"deadline_usec":1795688080626878,"price_micros":10000}]}', 1795601680626878);
INSERT INTO public.receipt VALUES (116228425342976, '2c2d3a8480a54efbb6563d781f982efa', '\xe76c88c8bf61632bc250c399b2c71aa8', 0, '{"id":116228426256384}', 1795601680629333);
INSERT INTO public.receipt VALUES (116228425342976, 'ec577a1167b4447faf66970bd81689bf', '\x855fda17238974e576f4611ef72dd138', 0, '{"id":116228426260480}', 1795601680630864);
INSERT INTO public.receipt VALUES (116228425342976, 'f47cb84e10a643769224b2744c9dc1b3', '\x60e8ca999b651282820891b54fb18ba4', 0, '{}', 1795601680633031);
INSERT INTO public.receipt VALUES (0, 'b63f7a6a581648bdbe05d3b00b7eefd1', '\xbd649fbff5f6037a6e413e81440645a3', 0, '{"id":116228426276864}', 1795601680634620);
INSERT INTO public.receipt VALUES (116228426276864, 'ec58f11211604f84b92323ab27c48a7f', '\xe3b96e11911de9de08ce1a436e559a1b', 0, '{}', 1795601680664010);
INSERT INTO public.receipt VALUES (0, '6345ef17747848b58fff6aeac24ba003', '\xf854501e08ccb5932993f6e0d8083d31', 0, '{"id":116228426498048}', 1795601680688654);
INSERT INTO public.receipt VALUES (116228424695552, 'd2548f09d8b04bb99e5f76936d1c84b9', '\x4acf93e713a189c4e7482e40deff8572', 0, '{"id":116228426498048}', 1795601680715281);
INSERT INTO public.report VALUES (116228425555968, 4, 116228425342976, 'the text is cut', 1795601680484961);
INSERT INTO public.session VALUES ('\xef3de52cc43351482b620a92c71a61d85e3a5bfbad71f9d64666253d60d525c7', 116228425052160, 1795601680335907, 1798193680335907);
INSERT INTO public.session VALUES ('\x4c1e1a64297c7157c46e22be12e63b63721e5c263a6f8c7d6cc06a1a9cf8a2ac', 116228424695552, 1795601680374218, 1798193680374218);
INSERT INTO public.session VALUES ('\xc1f1e784371cff2d419a012513f8aae1789f10f134f1315714a93d17b6812d54', 116228425342976, 1795601680406389, 1798193680406389);
INSERT INTO public.session VALUES ('\x97fc2c7be1aed14fd2a93f21a524f03f1cdb841edea86e7ec3568dc90d4427f3', 116228425445376, 1795601680431066, 1798193680431066);
INSERT INTO public.setting VALUES ('schema', '3');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '27');
INSERT INTO public.task VALUES (116228425555968, 2, 0, 2, 2, 2, 0, 0);
INSERT INTO public.task VALUES (116228425555968, 3, 0, 3, 2, 2, 0, 0);
INSERT INTO public.task VALUES (116228425555968, 1, 0, 8, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116228425555968, 5, 0, 5, 1, 0, 1, 0);
INSERT INTO public.task VALUES (116228425555968, 6, 0, 6, 3, 0, 0, 0);
INSERT INTO public.task VALUES (116228425555968, 8, 0, 9, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116228425555968, 9, 0, 10, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116228425682944, 1, 0, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116228425691136, 2, 0, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116228425691136, 1, 0, 1, 2, 1, 0, 0);
INSERT INTO public.task VALUES (116228425719808, 1, 0, 1, 2, 1, 0, 0);
INSERT INTO public.task VALUES (116228425555968, 10, 0, 11, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116228425555968, 11, 0, 12, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116228425555968, 4, 0, 4, 1, 0, 1, 1);
INSERT INTO public.task VALUES (116228425555968, 7, 10, 7, 1, 0, 1, 0);
INSERT INTO public.task_data VALUES (116228425555968, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601680460375);
INSERT INTO public.task_data VALUES (116228425555968, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795601680460375);
INSERT INTO public.task_data VALUES (116228425555968, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795601680460375);
INSERT INTO public.task_data VALUES (116228425555968, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795601680460375);
INSERT INTO public.task_data VALUES (116228425555968, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795601680460375);
INSERT INTO public.task_data VALUES (116228425555968, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795601680460375);
INSERT INTO public.task_data VALUES (116228425555968, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795601680460375);
INSERT INTO public.task_data VALUES (116228425555968, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795601680488648);
INSERT INTO public.task_data VALUES (116228425555968, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795601680488648);
INSERT INTO public.task_data VALUES (116228425682944, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601680490596);
INSERT INTO public.task_data VALUES (116228425691136, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601680492202);
INSERT INTO public.task_data VALUES (116228425691136, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795601680492202);
INSERT INTO public.task_data VALUES (116228425719808, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601680499316);
INSERT INTO public.task_data VALUES (116228425555968, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795601680520133);
INSERT INTO public.task_data VALUES (116228425555968, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795601680520133);
INSERT INTO public.task_label VALUES (116228425555968, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116228425555968, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116228425691136, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116228425719808, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.token VALUES (116228425547776, 116228425342976, 'test', '\x93a052eab88b7d5f1f8c74a712de3b10aacafb768c7a54ed1868c36c1f1911a8', 4, 1795601680455516, 2110961680455516, 0);
INSERT INTO public.transfer VALUES (0, 116228425326592, 1, 0, 1, 116228425052160, 1000000, 1, NULL, 1795601680401918, 1795601680401918);
INSERT INTO public.transfer VALUES (116228425555968, 116228425576448, 2, 0, 116228425052160, 116228425555968, 140000, 1, NULL, 1795601680462935, 1795601680462935);
INSERT INTO public.transfer VALUES (116228425555968, 116228425588736, 3, 1, 116228425555968, 116228425342976, 10000, 0, NULL, 1795601680465429, 0);
INSERT INTO public.transfer VALUES (116228425555968, 116228425601024, 3, 2, 116228425555968, 116228425342976, 10000, 0, NULL, 1795601680467839, 0);
INSERT INTO public.transfer VALUES (116228425555968, 116228425605121, 3, 3, 116228425555968, 116228425342976, 10000, 0, NULL, 1795601680470406, 0);
INSERT INTO public.transfer VALUES (116228425555968, 116228425633793, 3, 3, 116228425555968, 116228425445376, 10000, 1, NULL, 1795601680476904, 1795601680481296);
INSERT INTO public.transfer VALUES (116228425555968, 116228425629696, 3, 2, 116228425555968, 116228425445376, 10000, 1, NULL, 1795601680474680, 1795601680481296);
INSERT INTO public.transfer VALUES (116228425555968, 116228425617408, 3, 1, 116228425555968, 116228425445376, 10000, 2, NULL, 1795601680472785, 1795601680482779);
INSERT INTO public.transfer VALUES (116228425555968, 116228425662464, 3, 4, 116228425555968, 116228425342976, 10000, 2, NULL, 1795601680483960, 1795601680484961);
INSERT INTO public.transfer VALUES (116228425555968, 116228425666560, 3, 5, 116228425555968, 116228425342976, 10000, 0, NULL, 1795601680484961, 0);
INSERT INTO public.transfer VALUES (116228425691136, 116228425699328, 2, 0, 116228425052160, 116228425691136, 0, 1, NULL, 1795601680493179, 1795601680493179);
INSERT INTO public.transfer VALUES (116228425691136, 116228425703424, 3, 1, 116228425691136, 116228425445376, 0, 0, NULL, 1795601680494171, 0);
INSERT INTO public.transfer VALUES (116228425719808, 116228425728000, 2, 0, 116228425052160, 116228425719808, 50000, 1, NULL, 1795601680500182, 1795601680500182);
INSERT INTO public.transfer VALUES (116228425719808, 116228425736192, 3, 1, 116228425719808, 116228425342976, 50000, 1, NULL, 1795601680501790, 1795601680502891);
INSERT INTO public.transfer VALUES (116228425555968, 116228426252288, 3, 4, 116228425555968, 116228425445376, 10000, 0, NULL, 1795601680626878, 0);
INSERT INTO public.transfer VALUES (116228425555968, 116228426252289, 3, 7, 116228425555968, 116228425445376, 10000, 0, NULL, 1795601680626878, 0);
INSERT INTO public.worker_project VALUES (116228425555968, 116228425342976, 5, 3, 0, 0, 0, 0, '5 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (116228425691136, 116228425445376, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (116228425719808, 116228425342976, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (116228425555968, 116228425445376, 5, 3, 2, 1, 0, 0, '4 0 0 0 0 0 0 0 0 0 7');
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alert_cause
    ADD CONSTRAINT alert_cause_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alert_channel
    ADD CONSTRAINT alert_channel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alert_rule
    ADD CONSTRAINT alert_rule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alert_setting
    ADD CONSTRAINT alert_setting_pkey PRIMARY KEY (person_id);
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
CREATE INDEX alert_channel_address ON public.alert_channel USING btree (kind, address);
CREATE INDEX alert_channel_code ON public.alert_channel USING btree (code_hash) WHERE (code_hash IS NOT NULL);
CREATE INDEX alert_channel_person ON public.alert_channel USING btree (person_id, id);
CREATE INDEX alert_created ON public.alert USING btree (created_usec);
CREATE UNIQUE INDEX alert_flight ON public.alert USING btree (person_id, project_id) WHERE (state = 0);
CREATE INDEX alert_open ON public.alert USING btree (created_usec) WHERE (state = 0);
CREATE INDEX alert_person ON public.alert USING btree (person_id, project_id, id);
CREATE INDEX alert_rule_person ON public.alert_rule USING btree (person_id, id);
CREATE INDEX annotation_approves ON public.annotation USING btree (approves_usec) WHERE (state = 0);
CREATE UNIQUE INDEX annotation_id ON public.annotation USING btree (project_id, id);
CREATE INDEX annotation_worker ON public.annotation USING btree (worker_id, id);
CREATE INDEX event_project ON public.event USING btree (project_id, seq);
CREATE INDEX import_project ON public.import USING btree (project_id, id);
CREATE INDEX import_running ON public.import USING btree (id) WHERE (state = ANY (ARRAY[(1)::bigint, (2)::bigint]));
CREATE INDEX lease_deadline ON public.lease USING btree (deadline_usec) WHERE (state = 0);
CREATE INDEX lease_worker ON public.lease USING btree (worker_id, project_id) WHERE (state = 0);
CREATE INDEX outbox_alert ON public.outbox USING btree (alert_id) WHERE (alert_id > 0);
CREATE INDEX outbox_created ON public.outbox USING btree (created_usec);
CREATE INDEX outbox_person ON public.outbox USING btree (person_id, id);
CREATE INDEX outbox_provider ON public.outbox USING btree (provider_id) WHERE (provider_id <> ''::text);
CREATE INDEX outbox_turn ON public.outbox USING btree (turn) WHERE ((state = 0) AND (turn > 0));
CREATE INDEX outbox_waiting ON public.outbox USING btree (lane, not_before_usec) WHERE (state = 0);
CREATE INDEX project_live ON public.project USING btree (id) WHERE (state = 1);
CREATE INDEX project_owner ON public.project USING btree (owner_id, id);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE UNIQUE INDEX task_data_key ON public.task_data USING btree (project_id, key_hash);
CREATE INDEX task_queue ON public.task USING btree (project_id, lane, "position") WHERE (state = 1);
CREATE INDEX token_person ON public.token USING btree (person_id);
CREATE INDEX transfer_credit ON public.transfer USING btree (credit_account, id);
CREATE INDEX transfer_debit ON public.transfer USING btree (debit_account, id) WHERE (kind <> 3);
CREATE INDEX worker_project_worker ON public.worker_project USING btree (worker_id);
