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
CREATE TABLE public.crew (
    id bigint NOT NULL,
    name text NOT NULL,
    rules text NOT NULL,
    chat_url text NOT NULL,
    invite_hash bytea,
    invite_until_usec bigint DEFAULT 0 NOT NULL,
    night_from bigint NOT NULL,
    night_to bigint NOT NULL,
    utc_offset_minutes bigint NOT NULL,
    wakes_max bigint NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.crew_member (
    crew_id bigint NOT NULL,
    person_id bigint NOT NULL,
    role bigint NOT NULL,
    shows_load bigint NOT NULL,
    watches bigint NOT NULL,
    joined_usec bigint NOT NULL,
    watched_minutes bigint DEFAULT 0 NOT NULL,
    spared_minutes bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.crew_wake (
    crew_id bigint NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    project_id bigint NOT NULL,
    message text NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.crew_watch (
    crew_id bigint NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    offered bigint DEFAULT 0 NOT NULL,
    begins_usec bigint NOT NULL,
    ends_usec bigint NOT NULL,
    counted bigint DEFAULT 0 NOT NULL
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
CREATE TABLE public.offer (
    project_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    id bigint NOT NULL,
    state bigint NOT NULL,
    tasks bigint NOT NULL,
    remaining bigint NOT NULL,
    made_usec bigint NOT NULL,
    until_usec bigint NOT NULL
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
CREATE TABLE public.person_signal (
    kind bigint NOT NULL,
    hash bytea NOT NULL,
    person_id bigint NOT NULL,
    seen_usec bigint NOT NULL
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
CREATE TABLE public.project_dispatch (
    project_id bigint NOT NULL,
    rule bigint DEFAULT 1 NOT NULL,
    away_permille bigint DEFAULT 300 NOT NULL,
    person_max bigint DEFAULT 0 NOT NULL,
    crew_id bigint DEFAULT 0 NOT NULL,
    deadline_usec bigint DEFAULT 0 NOT NULL,
    device bigint DEFAULT 0 NOT NULL,
    reserved bigint DEFAULT 0 NOT NULL,
    due_usec bigint DEFAULT '9000000000000000'::bigint NOT NULL,
    publish_usec bigint DEFAULT 0 NOT NULL,
    repeat_days bigint DEFAULT 0 NOT NULL,
    budget_micros bigint DEFAULT 0 NOT NULL,
    expected_tasks bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.project_week (
    week bigint NOT NULL,
    project_id bigint NOT NULL,
    answers_before bigint NOT NULL,
    answers_now bigint NOT NULL
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
CREATE TABLE public.signal_review (
    kind bigint NOT NULL,
    hash bytea NOT NULL,
    people bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    note text NOT NULL,
    decided_usec bigint NOT NULL
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
CREATE TABLE public.worker_wish (
    worker_id bigint NOT NULL,
    wants_offers bigint NOT NULL,
    weekly_minutes bigint NOT NULL,
    quiet_from bigint NOT NULL,
    quiet_to bigint NOT NULL,
    time_zone text NOT NULL,
    utc_offset_minutes bigint NOT NULL,
    least_hour_micros bigint NOT NULL,
    chosen_only bigint NOT NULL,
    device bigint NOT NULL,
    link_usec bigint NOT NULL,
    tell_empty bigint NOT NULL,
    created_usec bigint NOT NULL,
    seen_usec bigint DEFAULT 0 NOT NULL,
    offered_usec bigint DEFAULT 0 NOT NULL,
    kept_permille bigint DEFAULT 1000 NOT NULL,
    earned_base bigint DEFAULT 0 NOT NULL,
    earned_micros bigint DEFAULT 0 NOT NULL,
    worked_usec bigint DEFAULT 0 NOT NULL,
    earned_usec bigint DEFAULT 0 NOT NULL,
    told_week bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.worker_wish_project (
    worker_id bigint NOT NULL,
    project_id bigint NOT NULL,
    wanted bigint NOT NULL
);
INSERT INTO public.account VALUES (1, 1, 1000000, 0, 0, 0);
INSERT INTO public.account VALUES (116229689049088, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116229687431168, 2, 0, 50000, 0, 40000);
INSERT INTO public.account VALUES (116229689450496, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116229688066048, 2, 0, 20000, 0, 20000);
INSERT INTO public.account VALUES (116229688700928, 3, 20000, 140000, 60000, 0);
INSERT INTO public.account VALUES (116229684875264, 2, 390000, 1000000, 0, 0);
INSERT INTO public.account VALUES (116229690482688, 3, 0, 200000, 0, 0);
INSERT INTO public.alert VALUES (116229690548224, 116229687431168, 116229690482688, 0, 116229690179584, 0, 1, 0, 1795680000000000, 0, 1795601989292582);
INSERT INTO public.alert_channel VALUES (116229690183680, 116229687431168, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795601989205455);
INSERT INTO public.alert_rule VALUES (116229690179584, 116229687431168, 0, 0, 0, 10000, 0, 0, 1, 1795601989204010);
INSERT INTO public.alert_setting VALUES (116229687431168, 1320, 360, 0, 480, 1795634389258332);
INSERT INTO public.annotation VALUES (116229688700928, 1, 116229687431168, 116229688950784, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116229688848384, 47292, 1795601988898792, 1795861188898792, 0, NULL);
INSERT INTO public.annotation VALUES (116229688700928, 2, 116229687431168, 116229688979456, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116229688971264, 11992, 1795601988910784, 1795861188910784, 0, NULL);
INSERT INTO public.annotation VALUES (116229688700928, 3, 116229687431168, 116229688983552, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116229688979457, 1256, 1795601988912040, 1795861188912040, 0, NULL);
INSERT INTO public.annotation VALUES (116229688700928, 3, 116229688066048, 116229689004032, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116229688999936, 1158, 1795601988916701, 1795861188916701, 1795601988919206, NULL);
INSERT INTO public.annotation VALUES (116229688700928, 2, 116229688066048, 116229688995840, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116229688991745, 1723, 1795601988915543, 1795861188915543, 1795601988919206, NULL);
INSERT INTO public.annotation VALUES (116229688700928, 1, 116229688066048, 116229688991744, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116229688987648, 951, 1795601988913820, 1795861188913820, 1795601988920830, 'not what was asked');
INSERT INTO public.annotation VALUES (116229689049088, 1, 116229688066048, 116229689417728, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116229689094144, 1336, 1795601988940191, 1795861188940191, 0, NULL);
INSERT INTO public.annotation VALUES (116229689450496, 1, 116229687431168, 116229689516032, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116229689503744, 5642, 1795601989040673, 1795601989040673, 1795601989040673, NULL);
INSERT INTO public.event VALUES (1, 116229688700928, 0, 'project.published', '{"project":116229688700928,"tasks":7}', 1795601988848553);
INSERT INTO public.event VALUES (2, 116229688700928, 0, 'annotation.submitted', '{"annotation":116229688950784,"task":1}', 1795601988898792);
INSERT INTO public.event VALUES (3, 116229688700928, 0, 'annotation.submitted', '{"annotation":116229688979456,"task":2}', 1795601988910784);
INSERT INTO public.event VALUES (4, 116229688700928, 0, 'annotation.submitted', '{"annotation":116229688983552,"task":3}', 1795601988912040);
INSERT INTO public.event VALUES (5, 116229688700928, 0, 'task.done', '{"task":1,"share":0.500}', 1795601988913820);
INSERT INTO public.event VALUES (6, 116229688700928, 0, 'annotation.submitted', '{"annotation":116229688991744,"task":1}', 1795601988913820);
INSERT INTO public.event VALUES (7, 116229688700928, 0, 'task.done', '{"task":2,"share":0.500}', 1795601988915543);
INSERT INTO public.event VALUES (8, 116229688700928, 0, 'annotation.submitted', '{"annotation":116229688995840,"task":2}', 1795601988915543);
INSERT INTO public.event VALUES (9, 116229688700928, 0, 'task.done', '{"task":3,"share":0.500}', 1795601988916701);
INSERT INTO public.event VALUES (10, 116229688700928, 0, 'annotation.submitted', '{"annotation":116229689004032,"task":3}', 1795601988916701);
INSERT INTO public.event VALUES (11, 116229688700928, 116229688066048, 'annotation.approved', '{"annotation":116229689004032,"task":3,"project":116229688700928}', 1795601988919206);
INSERT INTO public.event VALUES (12, 116229688700928, 116229688066048, 'annotation.approved', '{"annotation":116229688995840,"task":2,"project":116229688700928}', 1795601988919206);
INSERT INTO public.event VALUES (13, 116229688700928, 116229688066048, 'annotation.rejected', '{"annotation":116229688991744,"task":1,"project":116229688700928}', 1795601988920830);
INSERT INTO public.event VALUES (14, 116229688700928, 0, 'task.reported', '{"task":4}', 1795601988922854);
INSERT INTO public.event VALUES (15, 116229689049088, 0, 'project.published', '{"project":116229689049088,"tasks":2}', 1795601988937730);
INSERT INTO public.event VALUES (16, 116229689049088, 0, 'task.done', '{"task":1,"share":1.000}', 1795601988940191);
INSERT INTO public.event VALUES (17, 116229689049088, 0, 'annotation.submitted', '{"annotation":116229689417728,"task":1}', 1795601988940191);
INSERT INTO public.event VALUES (18, 116229689049088, 0, 'project.paused', '{"project":116229689049088}', 1795601989022952);
INSERT INTO public.event VALUES (19, 116229689450496, 0, 'project.published', '{"project":116229689450496,"tasks":1}', 1795601989029367);
INSERT INTO public.event VALUES (20, 116229689450496, 0, 'task.done', '{"task":1,"share":1.000}', 1795601989040673);
INSERT INTO public.event VALUES (21, 116229689450496, 0, 'annotation.submitted', '{"annotation":116229689516032,"task":1}', 1795601989040673);
INSERT INTO public.event VALUES (22, 116229689450496, 0, 'project.completed', '{"project":116229689450496}', 1795601989046307);
INSERT INTO public.event VALUES (23, 116229688700928, 0, 'import.progress', '{"import":116229689556992,"handled_bytes":12}', 1795601989077280);
INSERT INTO public.event VALUES (24, 116229688700928, 0, 'import.progress', '{"import":116229689556992,"handled_bytes":21}', 1795601989077763);
INSERT INTO public.event VALUES (25, 116229688700928, 0, 'import.done', '{"import":116229689556992,"ok":true}', 1795601989078628);
INSERT INTO public.event VALUES (26, 116229688700928, 0, 'import.progress', '{"import":116229689819136,"handled_bytes":12}', 1795601989163506);
INSERT INTO public.event VALUES (27, 116229688700928, 0, 'import.done', '{"import":116229689819136,"ok":false}', 1795601989163998);
INSERT INTO public.event VALUES (28, 116229690482688, 0, 'project.published', '{"project":116229690482688,"tasks":4}', 1795601989291053);
INSERT INTO public.event VALUES (29, 116229690482688, 116229687431168, 'offer.made', '{"offer":116229690544128,"project":116229690482688,"tasks":4,"price_micros":50000,"until":"2026-11-25T10:29:49Z"}', 1795601989292582);
INSERT INTO public.event VALUES (30, 116229690482688, 0, 'project.updated', '{"project":116229690482688}', 1795601989362658);
INSERT INTO public.import VALUES (116229689556992, 116229688700928, 116229684875264, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795601989052254);
INSERT INTO public.import VALUES (116229689819136, 116229688700928, 116229684875264, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795601989116828);
INSERT INTO public.import VALUES (116229690167296, 116229688700928, 116229684875264, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795601989201238);
INSERT INTO public.lease VALUES (116229688700928, 116229687431168, 1, 1, 1795601988851500, 1795602588851500, 116229688848384, 0);
INSERT INTO public.lease VALUES (116229688700928, 116229687431168, 2, 1, 1795601988898792, 1795602588898792, 116229688971264, 0);
INSERT INTO public.lease VALUES (116229688700928, 116229687431168, 3, 1, 1795601988910784, 1795602588910784, 116229688979457, 0);
INSERT INTO public.lease VALUES (116229688700928, 116229688066048, 1, 1, 1795601988912869, 1795602588912869, 116229688987648, 0);
INSERT INTO public.lease VALUES (116229688700928, 116229688066048, 2, 1, 1795601988913820, 1795602588913820, 116229688991745, 0);
INSERT INTO public.lease VALUES (116229688700928, 116229688066048, 3, 1, 1795601988915543, 1795602588915543, 116229688999936, 0);
INSERT INTO public.lease VALUES (116229688700928, 116229687431168, 4, 2, 1795601988922088, 1795602588922088, 116229689024512, 0);
INSERT INTO public.lease VALUES (116229688700928, 116229687431168, 7, 0, 1795601988922854, 1795602588922854, 116229689032704, 0);
INSERT INTO public.lease VALUES (116229689049088, 116229688066048, 1, 1, 1795601988938855, 1795602588938855, 116229689094144, 0);
INSERT INTO public.lease VALUES (116229689450496, 116229687431168, 1, 1, 1795601989035031, 1795602589035031, 116229689503744, 0);
INSERT INTO public.lease VALUES (116229688700928, 116229688066048, 4, 0, 1795601989202051, 1795688389202051, 116229690175488, 1);
INSERT INTO public.lease VALUES (116229688700928, 116229688066048, 5, 0, 1795601989202051, 1795688389202051, 116229690175489, 1);
INSERT INTO public.offer VALUES (116229690482688, 116229687431168, 116229690544128, 0, 4, 4, 1795601989292582, 1795602589292582);
INSERT INTO public.outbox VALUES (116229690552320, 116229687431168, 116229690183680, 0, 1, 0, 1, '', 0, 0, 0, 1795680000000000, 1795701600000000, 1795601989292582, 0, 0, '', '');
INSERT INTO public.person VALUES (116229683552000, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$lnYwEgS54KbiUtqRGBwNfA$Gy/jwYGlSNzXk7LOgZhVtBdyVKLZ2HKFdvov6t1F+Do', 8, 'es', 0, 1795601987585715);
INSERT INTO public.person VALUES (116229684875264, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$gk47L/iG6WtlfDBdesCQ4w$Q21zBtY+u2EFnQXK05Ln8w+eZbbxazuGBCR6v2+GElY', 2, 'es', 0, 1795601987909820);
INSERT INTO public.person VALUES (116229687431168, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$Da3ABoJhB/Wy/foSWHKfYw$RmNC3SaYGy6qKLxOlcie/OooE4IWKz8kZn08JGo1Ga4', 1, 'es', 0, 1795601988533930);
INSERT INTO public.person VALUES (116229688066048, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$s3t1bUz3j8mmU28QFpdocw$dzruI7gQrWLRBdSdvH8ROJH/PWiD69nD95dusVSUeRA', 1, 'es', 0, 1795601988688908);
INSERT INTO public.person VALUES (116229690867712, 'deleted-116229690867712', '', '', 0, 'es', 1, 1795601989372194);
INSERT INTO public.person VALUES (116229691252736, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$n/4V7YcLQWuY/vXcw8P2Eg$DggC7tNFceLfe9M50Ia/2GRiHqmEYIrx0J6s/C2gqOE', 1, 'es', 1, 1795601989466166);
INSERT INTO public.project VALUES (116229688700928, 116229684875264, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795601988843187, 1795601988848553, 50, 86400);
INSERT INTO public.project VALUES (116229689044992, 116229684875264, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795601988927231, 0, 50, 86400);
INSERT INTO public.project VALUES (116229689049088, 116229684875264, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795601988928674, 1795601988937730, 50, 86400);
INSERT INTO public.project VALUES (116229689450496, 116229684875264, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795601989026165, 1795601989029367, 50, 86400);
INSERT INTO public.project VALUES (116229690482688, 116229684875264, 'Shared', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 50000, 1, 600, 259200, 0, 1795601989278251, 1795601989291053, 50, 86400);
INSERT INTO public.project_count VALUES (116229690482688, 5, 5, 1, 4, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116229689044992, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116229689049088, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116229689450496, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116229688700928, 12, 13, 1025, 11, 1, 7, 6, 1, 2, 2, 1, 3, 3, 2, 1, 0, 0, 1, 2, 2, 4, 1723, 6);
INSERT INTO public.project_dispatch VALUES (116229689044992, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116229689049088, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116229689450496, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116229688700928, 1, 300, 0, 0, 0, 0, 0, 1795601990266120, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116229690482688, 1, 300, 0, 0, 32472144000000000, 0, 4, 1795601989362658, 0, 0, 0, 0);
INSERT INTO public.receipt VALUES (0, 'fc46de641a6d4ae49e6fa2505b8c12ab', '\xeed0704f4211416b67315925a4ea2a33', 0, '{"id":116229684875264}', 1795601987909820);
INSERT INTO public.receipt VALUES (116229683552000, '6ba1aea856d44aabbc978f36699698ff', '\x6ccef347caa4869e70bf6f9a74033b5c', 0, '{"transfer":116229687422976}', 1795601988529975);
INSERT INTO public.receipt VALUES (0, '84441fd26cea4743b5257ffbcf1f75a7', '\x0eb371f13e9526a383e5cc559a3a3281', 0, '{"id":116229687431168}', 1795601988533930);
INSERT INTO public.receipt VALUES (0, 'ff8fe7a511e4465baa55b10faf1647bb', '\xf286ad8a87b8f2c56e853af566d21f65', 0, '{"id":116229688066048}', 1795601988688908);
INSERT INTO public.receipt VALUES (116229687431168, 'aa6abba7242942d184d232782183e767', '\xd606ea05fe91428a50261939b8444016', 0, '{"id":116229688692736}', 1795601988840961);
INSERT INTO public.receipt VALUES (116229684875264, '00d060eaff53490e976c18cbeaab74ad', '\xf9384366864e83e7660c2cff54dfa070', 0, '{"id":116229688700928}', 1795601988843187);
INSERT INTO public.receipt VALUES (116229684875264, 'c45d15ad07fe4f30bd4870974986e3cf', '\x316c701ffeb909bcd12f4441c27a75a3', 0, '{"added":7,"repeated":0}', 1795601988845656);
INSERT INTO public.receipt VALUES (116229684875264, '476c1b5ba4244604bc42f9bb3d856977', '\x35025dc80ee305994ec69b1de4a8bf88', 0, '{"id":116229688700928}', 1795601988848553);
INSERT INTO public.receipt VALUES (116229687431168, '61ff6813e9ae4f30b9530557e78f673d', '\xda5afc5d72c6c609f6dbc541437e6b31', 0, '{"task":1,"deadline_usec":1795602588851500,"price_micros":10000}', 1795601988851500);
INSERT INTO public.receipt VALUES (116229687431168, '09585dc312864301a033e2873c508837', '\x0e7a1ff6c3e3a8404c95d2695a833794', 0, '{"annotation":116229688950784,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795602588898792,"price_micros":10000}}', 1795601988898792);
INSERT INTO public.receipt VALUES (116229687431168, 'd19aca8abc6c4bb383d7a127cc16e3bd', '\x997fe518bf388e36f8d3f3817c20618a', 0, '{"annotation":116229688979456,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795602588910784,"price_micros":10000}}', 1795601988910784);
INSERT INTO public.receipt VALUES (116229687431168, '3a313fb5f0c2428d9698072815fc0d44', '\x86058c0402e104274b29467cfbffd01c', 0, '{"annotation":116229688983552,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795601988912040);
INSERT INTO public.receipt VALUES (116229688066048, 'f3382a933f2a4f30bd311384c9adf32e', '\xda5afc5d72c6c609f6dbc541437e6b31', 0, '{"task":1,"deadline_usec":1795602588912869,"price_micros":10000}', 1795601988912869);
INSERT INTO public.receipt VALUES (116229688066048, '9ac3786d86804d50924ca81ae8e563db', '\x91b43b77b01210de60d0c611f6a16053', 0, '{"annotation":116229688991744,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795602588913820,"price_micros":10000}}', 1795601988913820);
INSERT INTO public.receipt VALUES (116229688066048, '0bd2f490e43e4855813532d81dc2e9c6', '\x4d634387e22c278b3178f62c3138bcbe', 0, '{"annotation":116229688995840,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795602588915543,"price_micros":10000}}', 1795601988915543);
INSERT INTO public.receipt VALUES (116229688066048, '7fc6dc2adf49423c945bc462c574d961', '\x3d4f1eed5560ab2533c0ed0237d4d250', 0, '{"annotation":116229689004032,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795601988916701);
INSERT INTO public.receipt VALUES (116229684875264, '8c720589832548e1b5cc1ca855012de1', '\x36d3287dc706de35ae3059b6cd93c94e', 0, '{"decided":2}', 1795601988919206);
INSERT INTO public.receipt VALUES (116229684875264, '00616ba3ee5d477b80d2417a356dd702', '\xcc36206fbcbbb3e6d24b1b5381324901', 0, '{"decided":1}', 1795601988920830);
INSERT INTO public.receipt VALUES (116229687431168, '50c64fc38ba84e27b49ce2730a952d74', '\xda5afc5d72c6c609f6dbc541437e6b31', 0, '{"task":4,"deadline_usec":1795602588922088,"price_micros":10000}', 1795601988922088);
INSERT INTO public.receipt VALUES (116229687431168, 'e4d3224ddec8488baba914953b4f1f18', '\x53b1b3206cdf7b3a8a9b3431bcbcc0cb', 0, '{"next":{"task":7,"deadline_usec":1795602588922854,"price_micros":10000}}', 1795601988922854);
INSERT INTO public.receipt VALUES (116229684875264, '87156e495dd949039dbc01113aa38ba3', '\x841e274e6851093cc37043b564377989', 0, '{}', 1795601988924646);
INSERT INTO public.receipt VALUES (116229684875264, 'bbddc3070ebe4db9b0b071f0022d60d7', '\x1dd920387c532ac91a13567f42a0cc63', 0, '{"added":2,"repeated":0}', 1795601988926552);
INSERT INTO public.receipt VALUES (116229684875264, '33a2302b76024f8f9afbd5456a7d237f', '\xd09152aa87c1fc5d9267a2bf8edb5506', 0, '{"id":116229689044992}', 1795601988927231);
INSERT INTO public.receipt VALUES (116229684875264, 'afe76ec888e14bbc888c0a9c2fbc17e3', '\x1b95d4a716a219c1919402d130a54647', 0, '{"added":1,"repeated":0}', 1795601988928000);
INSERT INTO public.receipt VALUES (116229684875264, 'd28ba32dd6554fcbba8771250c64524a', '\x539873ead8ccb9c5581278a072e8235a', 0, '{"id":116229689049088}', 1795601988928674);
INSERT INTO public.receipt VALUES (116229684875264, 'c6914552b14c48848a4bc6066a726e01', '\xf14e5cb59ce2fcc5a6dd6d6aaedb05aa', 0, '{"added":2,"repeated":0}', 1795601988934117);
INSERT INTO public.receipt VALUES (116229684875264, '452706671a14404280ff3cfb281dc5e5', '\x66eaffa5a2a8e294c0badb0067767df8', 0, '{"id":116229689049088}', 1795601988937730);
INSERT INTO public.receipt VALUES (116229688066048, '695c4567c8e14f64b9b144dd5fd6a950', '\xd742e73bac2dab8973bdd8a6c79f2c67', 0, '{"task":1,"deadline_usec":1795602588938855,"price_micros":0}', 1795601988938855);
INSERT INTO public.receipt VALUES (116229688066048, 'e1d56b5d41b344dfa91a8da4e5a02268', '\xe6a76e3ba56a1acb346571777591f26e', 0, '{"annotation":116229689417728,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795601988940191);
INSERT INTO public.receipt VALUES (116229684875264, '1daefeb612ba43019453162ffe5ad57d', '\xc342051f272a9f6cbe5d3562718cacd6', 0, '{"id":116229689049088}', 1795601989022952);
INSERT INTO public.receipt VALUES (116229684875264, '4ff6915864394f68bb6451f1ba9880ce', '\x7a5d7d392016868efd2252e5c009262c', 0, '{"id":116229689450496}', 1795601989026165);
INSERT INTO public.receipt VALUES (116229684875264, '2a1a0333ebaa4506a5eb037572dde4e8', '\x1538e11d6938b99c1e2bdce12392a86e', 0, '{"added":1,"repeated":0}', 1795601989027812);
INSERT INTO public.receipt VALUES (116229684875264, 'b18f0e0942fd4b189ea4b0d4541acf20', '\x53ba16176fb4b161fd46abc1dcfd3bf9', 0, '{"id":116229689450496}', 1795601989029367);
INSERT INTO public.receipt VALUES (116229687431168, 'fa3bd62f22c84912bdf96bb073a1a035', '\xc0d1cef21bccff2012b52ab94fcb149e', 0, '{"task":1,"deadline_usec":1795602589035031,"price_micros":50000}', 1795601989035031);
INSERT INTO public.receipt VALUES (116229687431168, 'b52aef950a8846e88ed525fa2b518c14', '\x89a87ca5c3ede6f68195593fff657f39', 0, '{"annotation":116229689516032,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795601989040673);
INSERT INTO public.receipt VALUES (116229684875264, '564659fb21cd46efb3344fd07349e8b4', '\xd11431f195adf78797d24f5c5a1d3f7c', 0, '{"id":116229689450496}', 1795601989046307);
INSERT INTO public.receipt VALUES (116229684875264, '479fd597197546bba98ec23826479273', '\x5964a540a2126e4f18e2a520742ba220', 0, '{"id":116229689556992}', 1795601989052254);
INSERT INTO public.receipt VALUES (116229684875264, 'a8064a24f90c4bb483926dcd875a08b0', '\x9a1fca2ea961b7c3f971f8b09f1e265a', 0, '{"id":116229689556992}', 1795601989063962);
INSERT INTO public.receipt VALUES (116229684875264, 'import-116229689556992-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795601989077763);
INSERT INTO public.receipt VALUES (116229684875264, 'cb83c5ed49ca40bdbcca14776a68ac55', '\x2568f681b061b819228a055c801fe1c0', 0, '{"id":116229689819136}', 1795601989116828);
INSERT INTO public.receipt VALUES (116229684875264, '2a83441e00ef4781b4bff1e69f493f2d', '\x03dd71df99461e04ce9a5e3b3f30550f', 0, '{"id":116229689819136}', 1795601989148292);
INSERT INTO public.receipt VALUES (116229684875264, '763cf50dc1f84b8da6ac459a2fa684f5', '\xa67b4cb6cb72d2bdef6e1986bba3f357', 0, '{"id":116229690167296}', 1795601989201238);
INSERT INTO public.receipt VALUES (116229688066048, '807f0e4afb5643f6a123be7c6f6b46bc', '\xa7f9fdeeb2e9907658aae2aa811d54e9', 0, '{"leases":[{"task":4,"deadline_usec":1795688389202051,"price_micros":10000},{"task":5,"deadline_usec":1795688389202051,"price_micros":10000}]}', 1795601989202051);
INSERT INTO public.receipt VALUES (116229687431168, 'f267ce820c96465d8f17ffab8de14131', '\xb2b7f87c9a49aeb9d2cd73ee56a58068', 0, '{"id":116229690179584}', 1795601989204010);
INSERT INTO public.receipt VALUES (116229687431168, '1043897bea2141feb56bddf2267f340b', '\xec6b5cdf054be58b7216c14751fd449f', 0, '{"id":116229690183680}', 1795601989205455);
INSERT INTO public.receipt VALUES (116229687431168, 'c4b48ce8cdae43b6bf8f9cbcbbfae18a', '\x73952766bcdafb7d0baf51885e2e8ce8', 0, '{}', 1795601989258332);
INSERT INTO public.receipt VALUES (116229687431168, 'e999c4c197ea4808bd6de346e21d4e26', '\xb3772cc3b5353897dc00c9896366222e', 0, '{}', 1795601989266120);
INSERT INTO public.receipt VALUES (116229684875264, '2df16a80d1c2406a81d40ffa5b4b979a', '\x43597b90d8678274b7836bf0bccee38c', 0, '{"id":116229690482688}', 1795601989278251);
INSERT INTO public.receipt VALUES (116229684875264, 'bf1f8eaf62b141c2b57d7ee6f939ab41', '\x28bd0224c9d9cfc04f53b45594191e4b', 0, '{"added":4,"repeated":0}', 1795601989289757);
INSERT INTO public.receipt VALUES (116229684875264, 'dab48bb6335f472dba442bb297855af2', '\x9a03a8f19d3390578f7968da60692969', 0, '{"id":116229690482688}', 1795601989291053);
INSERT INTO public.receipt VALUES (116229687431168, 'f7d35518e34b42418c6b7b1ba8e4eb28', '\x1f5e22cab8782b5d4476bf31883887c1', 0, '{}', 1795601989360251);
INSERT INTO public.receipt VALUES (116229684875264, '71a48cf8df0d4c84943f8e33aed86e65', '\xcf72d9742ee7230b5dfb9ab05634b0c1', 0, '{"id":116229690482688}', 1795601989362658);
INSERT INTO public.receipt VALUES (0, '705c6bb7c11c4b1cb05db953906c0546', '\xadd7b71baed76d4db789887c977eac6e', 0, '{"id":116229690867712}', 1795601989372194);
INSERT INTO public.receipt VALUES (116229690867712, '80899944255147ff890951908ad9e978', '\x1f4319661e3bfd67ca4e1de317ec560e', 0, '{}', 1795601989402418);
INSERT INTO public.receipt VALUES (0, 'e29fe0fd5b654ea29147f48a823e10d6', '\x7a9e72af40b6f62df1cd52cfc09dec13', 0, '{"id":116229691252736}', 1795601989466166);
INSERT INTO public.receipt VALUES (116229683552000, 'eef0a67070a64185891f0a3054213bff', '\x1da85519102546b2b870430b106fec0b', 0, '{"id":116229691252736}', 1795601989521597);
INSERT INTO public.report VALUES (116229688700928, 4, 116229687431168, 'the text is cut', 1795601988922854);
INSERT INTO public.session VALUES ('\x3940a8fe1bcb5554b391437cd6dfcc518c99db4bbe0f83e193aab13b15eaa1a3', 116229684875264, 1795601987909820, 1798193987909820);
INSERT INTO public.session VALUES ('\xb6db17726e3b3d5fcf72ba59c4ed2d2b14e9d1b5d80fa7f57fbc7828c439f6ea', 116229683552000, 1795601988093158, 1798193988093158);
INSERT INTO public.session VALUES ('\x9632e59e5896f3849d613770cda94e456177925002124ac063b054d8a20575b0', 116229687431168, 1795601988533930, 1798193988533930);
INSERT INTO public.session VALUES ('\x22daecf8e2f71f2540303b1984bbe915e0ad817ae14e00c8cf94752840f09c8c', 116229688066048, 1795601988688908, 1798193988688908);
INSERT INTO public.setting VALUES ('schema', '4');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '30');
INSERT INTO public.task VALUES (116229688700928, 2, 0, 2, 2, 2, 0, 0);
INSERT INTO public.task VALUES (116229688700928, 3, 0, 3, 2, 2, 0, 0);
INSERT INTO public.task VALUES (116229688700928, 1, 0, 8, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116229688700928, 7, 10, 7, 1, 0, 1, 0);
INSERT INTO public.task VALUES (116229688700928, 6, 0, 6, 3, 0, 0, 0);
INSERT INTO public.task VALUES (116229688700928, 8, 0, 9, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116229688700928, 9, 0, 10, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116229689044992, 1, 0, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116229689049088, 2, 0, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116229689049088, 1, 0, 1, 2, 1, 0, 0);
INSERT INTO public.task VALUES (116229689450496, 1, 0, 1, 2, 1, 0, 0);
INSERT INTO public.task VALUES (116229688700928, 10, 0, 11, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116229688700928, 11, 0, 12, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116229688700928, 4, 0, 4, 1, 0, 1, 1);
INSERT INTO public.task VALUES (116229688700928, 5, 0, 5, 1, 0, 1, 0);
INSERT INTO public.task VALUES (116229690482688, 1, 0, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116229690482688, 2, 0, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116229690482688, 3, 0, 3, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116229690482688, 4, 0, 4, 1, 0, 0, 0);
INSERT INTO public.task_data VALUES (116229688700928, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601988845656);
INSERT INTO public.task_data VALUES (116229688700928, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795601988845656);
INSERT INTO public.task_data VALUES (116229688700928, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795601988845656);
INSERT INTO public.task_data VALUES (116229688700928, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795601988845656);
INSERT INTO public.task_data VALUES (116229688700928, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795601988845656);
INSERT INTO public.task_data VALUES (116229688700928, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795601988845656);
INSERT INTO public.task_data VALUES (116229688700928, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795601988845656);
INSERT INTO public.task_data VALUES (116229688700928, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795601988926552);
INSERT INTO public.task_data VALUES (116229688700928, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795601988926552);
INSERT INTO public.task_data VALUES (116229689044992, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601988928000);
INSERT INTO public.task_data VALUES (116229689049088, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601988934117);
INSERT INTO public.task_data VALUES (116229689049088, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795601988934117);
INSERT INTO public.task_data VALUES (116229689450496, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601989027812);
INSERT INTO public.task_data VALUES (116229688700928, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795601989077763);
INSERT INTO public.task_data VALUES (116229688700928, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795601989077763);
INSERT INTO public.task_data VALUES (116229690482688, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795601989289757);
INSERT INTO public.task_data VALUES (116229690482688, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795601989289757);
INSERT INTO public.task_data VALUES (116229690482688, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795601989289757);
INSERT INTO public.task_data VALUES (116229690482688, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795601989289757);
INSERT INTO public.task_label VALUES (116229688700928, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116229688700928, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116229689049088, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116229689450496, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.token VALUES (116229688692736, 116229687431168, 'test', '\x91f5aae805c46731d0113d22567998ad2fb6888678b4423660cfcca0c42901ec', 4, 1795601988840961, 2110961988840961, 0);
INSERT INTO public.transfer VALUES (0, 116229687422976, 1, 0, 1, 116229684875264, 1000000, 1, NULL, 1795601988529975, 1795601988529975);
INSERT INTO public.transfer VALUES (116229688700928, 116229688721408, 2, 0, 116229684875264, 116229688700928, 140000, 1, NULL, 1795601988848553, 1795601988848553);
INSERT INTO public.transfer VALUES (116229688700928, 116229688848384, 3, 1, 116229688700928, 116229687431168, 10000, 0, NULL, 1795601988851500, 0);
INSERT INTO public.transfer VALUES (116229688700928, 116229688971264, 3, 2, 116229688700928, 116229687431168, 10000, 0, NULL, 1795601988898792, 0);
INSERT INTO public.transfer VALUES (116229688700928, 116229688979457, 3, 3, 116229688700928, 116229687431168, 10000, 0, NULL, 1795601988910784, 0);
INSERT INTO public.transfer VALUES (116229688700928, 116229688999936, 3, 3, 116229688700928, 116229688066048, 10000, 1, NULL, 1795601988915543, 1795601988919206);
INSERT INTO public.transfer VALUES (116229688700928, 116229688991745, 3, 2, 116229688700928, 116229688066048, 10000, 1, NULL, 1795601988913820, 1795601988919206);
INSERT INTO public.transfer VALUES (116229688700928, 116229688987648, 3, 1, 116229688700928, 116229688066048, 10000, 2, NULL, 1795601988912869, 1795601988920830);
INSERT INTO public.transfer VALUES (116229688700928, 116229689024512, 3, 4, 116229688700928, 116229687431168, 10000, 2, NULL, 1795601988922088, 1795601988922854);
INSERT INTO public.transfer VALUES (116229688700928, 116229689032704, 3, 7, 116229688700928, 116229687431168, 10000, 0, NULL, 1795601988922854, 0);
INSERT INTO public.transfer VALUES (116229689049088, 116229689090048, 2, 0, 116229684875264, 116229689049088, 0, 1, NULL, 1795601988937730, 1795601988937730);
INSERT INTO public.transfer VALUES (116229689049088, 116229689094144, 3, 1, 116229689049088, 116229688066048, 0, 0, NULL, 1795601988938855, 0);
INSERT INTO public.transfer VALUES (116229689450496, 116229689475072, 2, 0, 116229684875264, 116229689450496, 50000, 1, NULL, 1795601989029367, 1795601989029367);
INSERT INTO public.transfer VALUES (116229689450496, 116229689503744, 3, 1, 116229689450496, 116229687431168, 50000, 1, NULL, 1795601989035031, 1795601989040673);
INSERT INTO public.transfer VALUES (116229688700928, 116229690175488, 3, 4, 116229688700928, 116229688066048, 10000, 0, NULL, 1795601989202051, 0);
INSERT INTO public.transfer VALUES (116229688700928, 116229690175489, 3, 5, 116229688700928, 116229688066048, 10000, 0, NULL, 1795601989202051, 0);
INSERT INTO public.transfer VALUES (116229690482688, 116229690535936, 2, 0, 116229684875264, 116229690482688, 200000, 1, NULL, 1795601989291053, 1795601989291053);
INSERT INTO public.worker_project VALUES (116229688700928, 116229687431168, 5, 3, 0, 0, 0, 0, '4 0 0 0 0 0 0 0 0 0 7');
INSERT INTO public.worker_project VALUES (116229689049088, 116229688066048, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (116229689450496, 116229687431168, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (116229688700928, 116229688066048, 5, 3, 2, 1, 0, 0, '5 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_wish VALUES (116229687431168, 1, 600, 1320, 360, '', 0, 0, 0, 0, 0, 0, 1795601989266120, 1795601989266120, 1795601989292582, 1000, 90000, 90000, 0, 1795601989266120, 0);
INSERT INTO public.worker_wish_project VALUES (116229687431168, 116229690482688, 1);
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
ALTER TABLE ONLY public.crew
    ADD CONSTRAINT crew_invite_hash_key UNIQUE (invite_hash);
ALTER TABLE ONLY public.crew_member
    ADD CONSTRAINT crew_member_pkey PRIMARY KEY (crew_id, person_id);
ALTER TABLE ONLY public.crew
    ADD CONSTRAINT crew_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.crew_wake
    ADD CONSTRAINT crew_wake_pkey PRIMARY KEY (crew_id, id);
ALTER TABLE ONLY public.crew_watch
    ADD CONSTRAINT crew_watch_pkey PRIMARY KEY (crew_id, id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (project_id, worker_id, task_id);
ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (project_id, worker_id, id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_handle_key UNIQUE (handle);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.person_signal
    ADD CONSTRAINT person_signal_pkey PRIMARY KEY (kind, hash, person_id);
ALTER TABLE ONLY public.project_count
    ADD CONSTRAINT project_count_pkey PRIMARY KEY (project_id);
ALTER TABLE ONLY public.project_dispatch
    ADD CONSTRAINT project_dispatch_pkey PRIMARY KEY (project_id);
ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.project_week
    ADD CONSTRAINT project_week_pkey PRIMARY KEY (week, project_id);
ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY (actor_id, request_id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (project_id, task_id, worker_id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.signal_review
    ADD CONSTRAINT signal_review_pkey PRIMARY KEY (kind, hash);
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
ALTER TABLE ONLY public.worker_wish
    ADD CONSTRAINT worker_wish_pkey PRIMARY KEY (worker_id);
ALTER TABLE ONLY public.worker_wish_project
    ADD CONSTRAINT worker_wish_project_pkey PRIMARY KEY (worker_id, project_id);
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
CREATE INDEX crew_member_person ON public.crew_member USING btree (person_id);
CREATE INDEX crew_watch_ends ON public.crew_watch USING btree (ends_usec) WHERE (counted = 0);
CREATE INDEX event_project ON public.event USING btree (project_id, seq);
CREATE INDEX import_project ON public.import USING btree (project_id, id);
CREATE INDEX import_running ON public.import USING btree (id) WHERE (state = ANY (ARRAY[(1)::bigint, (2)::bigint]));
CREATE INDEX lease_deadline ON public.lease USING btree (deadline_usec) WHERE (state = 0);
CREATE INDEX lease_worker ON public.lease USING btree (worker_id, project_id) WHERE (state = 0);
CREATE UNIQUE INDEX offer_live ON public.offer USING btree (project_id, worker_id) WHERE (state < 2);
CREATE INDEX offer_until ON public.offer USING btree (until_usec) WHERE (state < 2);
CREATE INDEX offer_worker ON public.offer USING btree (worker_id, id);
CREATE INDEX outbox_alert ON public.outbox USING btree (alert_id) WHERE (alert_id > 0);
CREATE INDEX outbox_created ON public.outbox USING btree (created_usec);
CREATE INDEX outbox_person ON public.outbox USING btree (person_id, id);
CREATE INDEX outbox_provider ON public.outbox USING btree (provider_id) WHERE (provider_id <> ''::text);
CREATE INDEX outbox_turn ON public.outbox USING btree (turn) WHERE ((state = 0) AND (turn > 0));
CREATE INDEX outbox_waiting ON public.outbox USING btree (lane, not_before_usec) WHERE (state = 0);
CREATE INDEX person_signal_person ON public.person_signal USING btree (person_id);
CREATE INDEX project_dispatch_due ON public.project_dispatch USING btree (due_usec);
CREATE INDEX project_dispatch_publish ON public.project_dispatch USING btree (publish_usec) WHERE (publish_usec > 0);
CREATE INDEX project_live ON public.project USING btree (id) WHERE (state = 1);
CREATE INDEX project_owner ON public.project USING btree (owner_id, id);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE UNIQUE INDEX task_data_key ON public.task_data USING btree (project_id, key_hash);
CREATE INDEX task_queue ON public.task USING btree (project_id, lane, "position") WHERE (state = 1);
CREATE INDEX token_person ON public.token USING btree (person_id);
CREATE INDEX transfer_credit ON public.transfer USING btree (credit_account, id);
CREATE INDEX transfer_debit ON public.transfer USING btree (debit_account, id) WHERE (kind <> 3);
CREATE INDEX worker_project_worker ON public.worker_project USING btree (worker_id);
CREATE INDEX worker_wish_earned ON public.worker_wish USING btree (earned_usec);
