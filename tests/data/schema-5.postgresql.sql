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
    reason text,
    review bigint DEFAULT 0 NOT NULL,
    rounds bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.contest (
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    reason text NOT NULL,
    state bigint NOT NULL,
    reply text,
    created_usec bigint NOT NULL,
    decided_usec bigint DEFAULT 0 NOT NULL
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
CREATE TABLE public.fit (
    project_id bigint NOT NULL,
    version bigint NOT NULL,
    method text NOT NULL,
    parameters text NOT NULL,
    answers bigint NOT NULL,
    tasks bigint NOT NULL,
    workers bigint NOT NULL,
    summary text NOT NULL,
    created_usec bigint NOT NULL,
    took_usec bigint NOT NULL
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
CREATE TABLE public.opinion (
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    result text NOT NULL,
    answer_key text NOT NULL,
    created_usec bigint NOT NULL
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
    pack_seconds bigint DEFAULT 86400 NOT NULL,
    overlap_rule bigint DEFAULT 0 NOT NULL,
    overlap_min bigint DEFAULT 1 NOT NULL,
    target_permille bigint DEFAULT 980 NOT NULL,
    review_permille bigint DEFAULT 0 NOT NULL
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
    median_at_answers bigint DEFAULT 0 NOT NULL,
    weighing bigint DEFAULT 0 NOT NULL,
    sent_back bigint DEFAULT 0 NOT NULL,
    contests bigint DEFAULT 0 NOT NULL,
    fitted_at_answers bigint DEFAULT 0 NOT NULL
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
CREATE TABLE public.project_reviewer (
    project_id bigint NOT NULL,
    person_id bigint NOT NULL,
    created_usec bigint NOT NULL
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
    reports bigint DEFAULT 0 NOT NULL,
    wanted bigint DEFAULT 0 NOT NULL
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
    created_usec bigint NOT NULL,
    gold_note text
);
CREATE TABLE public.task_estimate (
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    version bigint NOT NULL,
    label text NOT NULL,
    posterior double precision NOT NULL,
    raw double precision NOT NULL,
    answers bigint NOT NULL,
    soft text NOT NULL
);
CREATE TABLE public.task_fix (
    project_id bigint NOT NULL,
    task_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    result text NOT NULL,
    answer_key text NOT NULL,
    comment text NOT NULL,
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
CREATE TABLE public.worker_estimate (
    project_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    version bigint NOT NULL,
    answers bigint NOT NULL,
    accuracy double precision NOT NULL,
    low double precision NOT NULL,
    high double precision NOT NULL,
    median_usec bigint NOT NULL
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
    cursors text NOT NULL,
    sent_back bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.worker_signal (
    project_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    kind bigint NOT NULL,
    other_id bigint NOT NULL,
    strength double precision NOT NULL,
    detail text NOT NULL,
    state bigint DEFAULT 0 NOT NULL,
    created_usec bigint NOT NULL,
    decided_usec bigint DEFAULT 0 NOT NULL
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
INSERT INTO public.account VALUES (116233294966784, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116233295003648, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116233294798848, 3, 20000, 140000, 60000, 0);
INSERT INTO public.account VALUES (116233295536128, 3, 0, 200000, 0, 0);
INSERT INTO public.account VALUES (116233294712832, 2, 0, 20000, 0, 80000);
INSERT INTO public.account VALUES (116233294639104, 2, 0, 50000, 0, 90000);
INSERT INTO public.account VALUES (116233294462976, 2, 560000, 1000000, 0, 0);
INSERT INTO public.account VALUES (116233295794176, 3, 0, 170000, 110000, 0);
INSERT INTO public.alert VALUES (116233295552512, 116233294639104, 116233295536128, 0, 116233295507456, 0, 1, 0, 1795680000000000, 0, 1795602869420613);
INSERT INTO public.alert VALUES (116233295810561, 116233294639104, 116233295794176, 0, 116233295507456, 0, 1, 0, 1795680000000000, 0, 1795602869484155);
INSERT INTO public.alert_channel VALUES (116233295511552, 116233294639104, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795602869412565);
INSERT INTO public.alert_rule VALUES (116233295507456, 116233294639104, 0, 0, 0, 10000, 0, 0, 1, 1795602869410988);
INSERT INTO public.alert_setting VALUES (116233294639104, 1320, 360, 0, 480, 1795635269414537);
INSERT INTO public.annotation VALUES (116233294798848, 7, 116233294639104, 116233294872576, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116233294864384, 9279, 1795602869255883, 1795862069255883, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233294798848, 1, 116233294639104, 116233294880768, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233294872577, 1973, 1795602869257856, 1795862069257856, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233294798848, 2, 116233294639104, 116233294884864, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233294880769, 1196, 1795602869259052, 1795862069259052, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233294798848, 3, 116233294712832, 116233294905344, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116233294901249, 1280, 1795602869264608, 1795862069264608, 1795602869266832, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233294798848, 2, 116233294712832, 116233294901248, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116233294897152, 1659, 1795602869263328, 1795862069263328, 1795602869266832, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233294798848, 1, 116233294712832, 116233294893056, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116233294888960, 1612, 1795602869261669, 1795862069261669, 1795602869268077, 'not what was asked', 0, 0);
INSERT INTO public.annotation VALUES (116233294966784, 1, 116233294712832, 116233294995456, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116233294991360, 2919, 1795602869286436, 1795862069286436, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233295003648, 1, 116233294639104, 116233295024128, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295020032, 1992, 1795602869293547, 1795602869293547, 1795602869293547, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233295794176, 3, 116233294639104, 116233295831040, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295826944, 1454, 1795602869490062, 1795862069490062, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233295794176, 4, 116233294639104, 116233295835136, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295831041, 1168, 1795602869491230, 1795862069491230, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116233295794176, 5, 116233294639104, 116233295839232, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295835137, 1240, 1795602869492470, 1795862069492470, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116233295794176, 6, 116233294639104, 116233295843328, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295839233, 1132, 1795602869493602, 1795862069493602, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116233295794176, 4, 116233294712832, 116233295867904, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295863809, 1239, 1795602869499380, 1795862069499380, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233295794176, 5, 116233294712832, 116233295872000, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295867905, 1307, 1795602869500687, 1795862069500687, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116233295794176, 6, 116233294712832, 116233295880192, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295876096, 1171, 1795602869501858, 1795862069501858, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116233295794176, 1, 116233294712832, 116233295851520, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116233295847424, 1027, 1795602869495587, 1795862069495587, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116233295794176, 2, 116233294639104, 116233295822848, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116233295818753, 1299, 1795602869488608, 1795862069488608, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116233295794176, 2, 116233294712832, 116233295859712, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116233295855616, 1307, 1795602869496894, 1795862069496894, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116233295794176, 1, 116233294639104, 116233295818752, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116233295814656, 2924, 1795602869487309, 1795862069487309, 1795602869529474, 'the gold says Horror', 1, 0);
INSERT INTO public.annotation VALUES (116233295794176, 3, 116233294712832, 116233295863808, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116233295859713, 1247, 1795602869498141, 1795862069498141, 0, 'Please look again.', 0, 1);
INSERT INTO public.contest VALUES (116233295794176, 1, 116233294639104, 'it is a drama', 0, NULL, 1795602869530631, 0);
INSERT INTO public.event VALUES (1, 116233294798848, 0, 'project.published', '{"project":116233294798848,"tasks":7}', 1795602869243975);
INSERT INTO public.event VALUES (2, 116233294798848, 0, 'annotation.submitted', '{"annotation":116233294872576,"task":7}', 1795602869255883);
INSERT INTO public.event VALUES (3, 116233294798848, 0, 'annotation.submitted', '{"annotation":116233294880768,"task":1}', 1795602869257856);
INSERT INTO public.event VALUES (4, 116233294798848, 0, 'annotation.submitted', '{"annotation":116233294884864,"task":2}', 1795602869259052);
INSERT INTO public.event VALUES (5, 116233294798848, 0, 'task.done', '{"task":1,"share":0.500}', 1795602869261669);
INSERT INTO public.event VALUES (6, 116233294798848, 0, 'annotation.submitted', '{"annotation":116233294893056,"task":1}', 1795602869261669);
INSERT INTO public.event VALUES (7, 116233294798848, 0, 'task.done', '{"task":2,"share":0.500}', 1795602869263328);
INSERT INTO public.event VALUES (8, 116233294798848, 0, 'annotation.submitted', '{"annotation":116233294901248,"task":2}', 1795602869263328);
INSERT INTO public.event VALUES (9, 116233294798848, 0, 'annotation.submitted', '{"annotation":116233294905344,"task":3}', 1795602869264608);
INSERT INTO public.event VALUES (10, 116233294798848, 116233294712832, 'annotation.approved', '{"annotation":116233294905344,"task":3,"project":116233294798848}', 1795602869266832);
INSERT INTO public.event VALUES (11, 116233294798848, 116233294712832, 'annotation.approved', '{"annotation":116233294901248,"task":2,"project":116233294798848}', 1795602869266832);
INSERT INTO public.event VALUES (12, 116233294798848, 116233294712832, 'annotation.rejected', '{"annotation":116233294893056,"task":1,"project":116233294798848}', 1795602869268077);
INSERT INTO public.event VALUES (13, 116233294798848, 0, 'task.reported', '{"task":3}', 1795602869270347);
INSERT INTO public.event VALUES (14, 116233294966784, 0, 'project.published', '{"project":116233294966784,"tasks":2}', 1795602869281675);
INSERT INTO public.event VALUES (15, 116233294966784, 0, 'task.done', '{"task":1,"share":1.000}', 1795602869286436);
INSERT INTO public.event VALUES (16, 116233294966784, 0, 'annotation.submitted', '{"annotation":116233294995456,"task":1}', 1795602869286436);
INSERT INTO public.event VALUES (17, 116233294966784, 0, 'project.paused', '{"project":116233294966784}', 1795602869287744);
INSERT INTO public.event VALUES (18, 116233295003648, 0, 'project.published', '{"project":116233295003648,"tasks":1}', 1795602869290354);
INSERT INTO public.event VALUES (19, 116233295003648, 0, 'task.done', '{"task":1,"share":1.000}', 1795602869293547);
INSERT INTO public.event VALUES (20, 116233295003648, 0, 'annotation.submitted', '{"annotation":116233295024128,"task":1}', 1795602869293547);
INSERT INTO public.event VALUES (21, 116233295003648, 0, 'project.completed', '{"project":116233295003648}', 1795602869294675);
INSERT INTO public.event VALUES (22, 116233294798848, 0, 'import.progress', '{"import":116233295036416,"handled_bytes":12}', 1795602869307731);
INSERT INTO public.event VALUES (23, 116233294798848, 0, 'import.progress', '{"import":116233295036416,"handled_bytes":21}', 1795602869308346);
INSERT INTO public.event VALUES (24, 116233294798848, 0, 'import.done', '{"import":116233295036416,"ok":true}', 1795602869309042);
INSERT INTO public.event VALUES (25, 116233294798848, 0, 'import.progress', '{"import":116233295269888,"handled_bytes":12}', 1795602869360035);
INSERT INTO public.event VALUES (26, 116233294798848, 0, 'import.done', '{"import":116233295269888,"ok":false}', 1795602869360320);
INSERT INTO public.event VALUES (27, 116233295536128, 0, 'project.published', '{"project":116233295536128,"tasks":4}', 1795602869419633);
INSERT INTO public.event VALUES (28, 116233295536128, 116233294639104, 'offer.made', '{"offer":116233295548416,"project":116233295536128,"tasks":4,"price_micros":50000,"until":"2026-11-25T10:44:29Z"}', 1795602869420613);
INSERT INTO public.event VALUES (29, 116233295536128, 0, 'project.updated', '{"project":116233295536128}', 1795602869474565);
INSERT INTO public.event VALUES (30, 116233295794176, 0, 'project.published', '{"project":116233295794176,"tasks":8}', 1795602869483009);
INSERT INTO public.event VALUES (31, 116233295794176, 116233294639104, 'offer.made', '{"offer":116233295810560,"project":116233295794176,"tasks":8,"price_micros":10000,"until":"2026-11-25T10:44:29Z"}', 1795602869484155);
INSERT INTO public.event VALUES (32, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295818752,"task":1}', 1795602869487309);
INSERT INTO public.event VALUES (33, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295822848,"task":2}', 1795602869488608);
INSERT INTO public.event VALUES (34, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295831040,"task":3}', 1795602869490062);
INSERT INTO public.event VALUES (35, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295835136,"task":4}', 1795602869491230);
INSERT INTO public.event VALUES (36, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295839232,"task":5}', 1795602869492470);
INSERT INTO public.event VALUES (37, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295843328,"task":6}', 1795602869493602);
INSERT INTO public.event VALUES (38, 116233295794176, 0, 'task.done', '{"task":1,"share":1.000}', 1795602869495587);
INSERT INTO public.event VALUES (39, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295851520,"task":1}', 1795602869495587);
INSERT INTO public.event VALUES (40, 116233295794176, 0, 'task.done', '{"task":2,"share":1.000}', 1795602869496894);
INSERT INTO public.event VALUES (41, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295859712,"task":2}', 1795602869496894);
INSERT INTO public.event VALUES (42, 116233295794176, 0, 'task.done', '{"task":3,"share":1.000}', 1795602869498141);
INSERT INTO public.event VALUES (43, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295863808,"task":3}', 1795602869498141);
INSERT INTO public.event VALUES (44, 116233295794176, 0, 'task.done', '{"task":4,"share":1.000}', 1795602869499380);
INSERT INTO public.event VALUES (45, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295867904,"task":4}', 1795602869499380);
INSERT INTO public.event VALUES (46, 116233295794176, 0, 'task.done', '{"task":5,"share":1.000}', 1795602869500687);
INSERT INTO public.event VALUES (47, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295872000,"task":5}', 1795602869500687);
INSERT INTO public.event VALUES (48, 116233295794176, 0, 'task.done', '{"task":6,"share":1.000}', 1795602869501858);
INSERT INTO public.event VALUES (49, 116233295794176, 0, 'annotation.submitted', '{"annotation":116233295880192,"task":6}', 1795602869501858);
INSERT INTO public.event VALUES (50, 116233295794176, 116233294639104, 'annotation.rejected', '{"annotation":116233295818752,"task":1,"project":116233295794176}', 1795602869529474);
INSERT INTO public.event VALUES (51, 116233295794176, 0, 'gold.contested', '{"task":1}', 1795602869530631);
INSERT INTO public.event VALUES (52, 116233295794176, 116233294712832, 'annotation.sent_back', '{"annotation":116233295863808,"task":3,"project":116233295794176}', 1795602869531924);
INSERT INTO public.event VALUES (53, 116233295794176, 0, 'task.fixed', '{"task":4}', 1795602869533226);
INSERT INTO public.import VALUES (116233295036416, 116233294798848, 116233294462976, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795602869295960);
INSERT INTO public.import VALUES (116233295269888, 116233294798848, 116233294462976, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795602869353515);
INSERT INTO public.import VALUES (116233295495168, 116233294798848, 116233294462976, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795602869407964);
INSERT INTO public.lease VALUES (116233294798848, 116233294639104, 7, 1, 1795602869246604, 1795603469246604, 116233294864384, 0);
INSERT INTO public.lease VALUES (116233294798848, 116233294639104, 1, 1, 1795602869255883, 1795603469255883, 116233294872577, 0);
INSERT INTO public.lease VALUES (116233294798848, 116233294639104, 2, 1, 1795602869257856, 1795603469257856, 116233294880769, 0);
INSERT INTO public.lease VALUES (116233294798848, 116233294712832, 1, 1, 1795602869260057, 1795603469260057, 116233294888960, 0);
INSERT INTO public.lease VALUES (116233294798848, 116233294712832, 2, 1, 1795602869261669, 1795603469261669, 116233294897152, 0);
INSERT INTO public.lease VALUES (116233294798848, 116233294712832, 3, 1, 1795602869263328, 1795603469263328, 116233294901249, 0);
INSERT INTO public.lease VALUES (116233294798848, 116233294639104, 3, 2, 1795602869269366, 1795603469269366, 116233294925824, 0);
INSERT INTO public.lease VALUES (116233294798848, 116233294639104, 4, 0, 1795602869270347, 1795603469270347, 116233294929920, 0);
INSERT INTO public.lease VALUES (116233294966784, 116233294712832, 1, 1, 1795602869283517, 1795603469283517, 116233294991360, 0);
INSERT INTO public.lease VALUES (116233295003648, 116233294639104, 1, 1, 1795602869291555, 1795603469291555, 116233295020032, 0);
INSERT INTO public.lease VALUES (116233294798848, 116233294712832, 4, 0, 1795602869408852, 1795689269408852, 116233295503360, 1);
INSERT INTO public.lease VALUES (116233294798848, 116233294712832, 5, 0, 1795602869408852, 1795689269408852, 116233295503361, 1);
INSERT INTO public.lease VALUES (116233295794176, 116233294639104, 1, 1, 1795602869484385, 1795603469484385, 116233295814656, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294639104, 2, 1, 1795602869487309, 1795603469487309, 116233295818753, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294639104, 3, 1, 1795602869488608, 1795603469488608, 116233295826944, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294639104, 4, 1, 1795602869490062, 1795603469490062, 116233295831041, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294639104, 5, 1, 1795602869491230, 1795603469491230, 116233295835137, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294639104, 6, 1, 1795602869492470, 1795603469492470, 116233295839233, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294712832, 1, 1, 1795602869494560, 1795603469494560, 116233295847424, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294712832, 2, 1, 1795602869495587, 1795603469495587, 116233295855616, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294712832, 4, 1, 1795602869498141, 1795603469498141, 116233295863809, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294712832, 5, 1, 1795602869499380, 1795603469499380, 116233295867905, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294712832, 6, 1, 1795602869500687, 1795603469500687, 116233295876096, 0);
INSERT INTO public.lease VALUES (116233295794176, 116233294712832, 3, 0, 1795602869531924, 1795689269531924, 116233295859713, 0);
INSERT INTO public.offer VALUES (116233295536128, 116233294639104, 116233295548416, 0, 4, 4, 1795602869420613, 1795603469420613);
INSERT INTO public.offer VALUES (116233295794176, 116233294639104, 116233295810560, 2, 6, 0, 1795602869484155, 1795606169484385);
INSERT INTO public.opinion VALUES (116233295794176, 5, 116233295880193, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 1795602869537299);
INSERT INTO public.outbox VALUES (116233295552513, 116233294639104, 116233295511552, 0, 1, 0, 1, '', 0, 0, 0, 1795680000000000, 1795701600000000, 1795602869420613, 0, 0, '', '');
INSERT INTO public.person VALUES (116233294200576, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$5H4y0v2Bq3f+f+hyZbxQyg$L7goPYdROwuo8FtRzD5M3Pg10D8wZAjs+dWRi0UR9zo', 8, 'es', 0, 1795602869091489);
INSERT INTO public.person VALUES (116233294462976, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$uUjNZtlPHaYBuq+XDC0DRw$JH5BnTa3CdFpUG0SUAGXSVTX+gIHNf0+qnd/hM4Vtcw', 2, 'es', 0, 1795602869156473);
INSERT INTO public.person VALUES (116233294639104, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$SmCvMUMrEgRQXSHNzTQvFw$Q3SDKzK/XUlB7qJl02A8cHkV17tmzUX7UjZvJ9p6A3Q', 1, 'es', 0, 1795602869199398);
INSERT INTO public.person VALUES (116233294712832, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$0d1r2n5LuY/l8FGy/3P62g$n7ZxAjsNFnUe2hInB5u8Fe7/cj8kdEF2+EFDQcDwA50', 1, 'es', 0, 1795602869217680);
INSERT INTO public.person VALUES (116233295880193, 'person2', '', '$argon2id$v=19$m=19456,t=2,p=1$eRoNUPS9875j28bVHodybw$nBoU/Aa/I7Lqm6B//bSaQzMsgq9N2iudvyyqb/OtQKo', 4, 'es', 0, 1795602869502956);
INSERT INTO public.person VALUES (116233296035840, 'deleted-116233296035840', '', '', 0, 'es', 1, 1795602869540283);
INSERT INTO public.person VALUES (116233296191488, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$t0ZR6v7MuFoPXS7DX79uVg$nbWintDOIavVWPC50sxkjPg8HT4jJxiLFIkk0+27xBg', 1, 'es', 1, 1795602869578316);
INSERT INTO public.project VALUES (116233294798848, 116233294462976, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795602869238381, 1795602869243975, 50, 86400, 0, 2, 980, 0);
INSERT INTO public.project VALUES (116233294954496, 116233294462976, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795602869276647, 0, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116233294966784, 116233294462976, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795602869279140, 1795602869281675, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116233295003648, 116233294462976, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795602869288748, 1795602869290354, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116233295536128, 116233294462976, 'Shared', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 50000, 1, 600, 259200, 0, 1795602869417948, 1795602869419633, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116233295794176, 116233294462976, 'Judged', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795602869481111, 1795602869483009, 50, 86400, 0, 2, 980, 500);
INSERT INTO public.project_count VALUES (116233294798848, 12, 14, 1025, 11, 1, 7, 6, 1, 2, 1, 1, 3, 3, 2, 1, 1, 0, 1, 2, 1, 2, 1659, 6, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116233295794176, 9, 13, 1025, 8, 2, 8, 6, 2, 0, 2, 0, 1, 10, 0, 1, 4, 0, 0, 2, 6, 6, 0, 0, 0, 1, 1, 0);
INSERT INTO public.project_count VALUES (116233295536128, 5, 5, 1, 4, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116233294954496, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116233294966784, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116233295003648, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116233294954496, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116233294966784, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116233295003648, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116233294798848, 1, 300, 0, 0, 0, 0, 0, 1795602870415793, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116233295536128, 1, 300, 0, 0, 32472144000000000, 0, 4, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116233295794176, 1, 300, 0, 0, 0, 0, 0, 1795602879494155, 0, 0, 0, 0);
INSERT INTO public.project_reviewer VALUES (116233295794176, 116233295880193, 1795602869523217);
INSERT INTO public.receipt VALUES (0, '7edaa4dd24eb4debb61011199cece10d', '\xdb633b72c2e1637ce63ef277e29b79d1', 0, '{"id":116233294462976}', 1795602869156473);
INSERT INTO public.receipt VALUES (116233294200576, '94b6d5be66f6494290acb8c3ebcad4c2', '\x12176025afb8ed877c1d62adf8c954a7', 0, '{"transfer":116233294626816}', 1795602869195879);
INSERT INTO public.receipt VALUES (0, '9e775532e6874c02a00742e1b348056e', '\x597e361c157421986fe98cdd93eee018', 0, '{"id":116233294639104}', 1795602869199398);
INSERT INTO public.receipt VALUES (0, '9cf33299322e44d4a50a77f0280b930a', '\x34c63289a53d47050c687eecd33f900e', 0, '{"id":116233294712832}', 1795602869217680);
INSERT INTO public.receipt VALUES (116233294639104, '3626150f5cf742b4860794d81eaa9ae2', '\x5f9080460cc8c020885004a9cc05afcf', 0, '{"id":116233294790656}', 1795602869236713);
INSERT INTO public.receipt VALUES (116233294462976, 'ce53be3fba5b409187a3b118946639fe', '\xc1e77852c8b1b9cab7cf6312e30f798d', 0, '{"id":116233294798848}', 1795602869238381);
INSERT INTO public.receipt VALUES (116233294462976, '9ec80eacc9e24e1da5595c6f35126756', '\xe59231e7916e3f0dd9e90e2767774b1e', 0, '{"added":7,"repeated":0}', 1795602869240939);
INSERT INTO public.receipt VALUES (116233294462976, '257810e67a904c7b8852db57fd8c5b1a', '\x350b1c4c73ae769b8b94acc42fc47cdf', 0, '{"id":116233294798848}', 1795602869243975);
INSERT INTO public.receipt VALUES (116233294639104, 'da2ab928df224aedbfa57c4efd6c06c0', '\x54ba0566b19cf146769f5b5e5c677982', 0, '{"task":7,"deadline_usec":1795603469246604,"price_micros":10000}', 1795602869246604);
INSERT INTO public.receipt VALUES (116233294639104, '586a441934ee4cb8a1c6d972f7cc22eb', '\x45bf3ae02b5fe126de67d7694d7b1a04', 0, '{"annotation":116233294872576,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":1,"deadline_usec":1795603469255883,"price_micros":10000}}', 1795602869255883);
INSERT INTO public.receipt VALUES (116233294639104, '70211b779c174a3095ce618e83ea0479', '\x3ce065e2ccc3c14cb2dd1f54f2c566b2', 0, '{"annotation":116233294880768,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":2,"deadline_usec":1795603469257856,"price_micros":10000}}', 1795602869257856);
INSERT INTO public.receipt VALUES (116233294639104, '72e62b3baf714a5f82b8d439a63b377d', '\x94cd030e108eb4d1fff01b0daeee32cf', 0, '{"annotation":116233294884864,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795602869259052);
INSERT INTO public.receipt VALUES (116233294712832, 'c800569e2de04219960b8397221a15e3', '\x54ba0566b19cf146769f5b5e5c677982', 0, '{"task":1,"deadline_usec":1795603469260057,"price_micros":10000}', 1795602869260057);
INSERT INTO public.receipt VALUES (116233294712832, 'e3d35338e85b48ce9e96a6d5b988cdbf', '\x67c90bd6da6546387db970f6042ddc76', 0, '{"annotation":116233294893056,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795603469261669,"price_micros":10000}}', 1795602869261669);
INSERT INTO public.receipt VALUES (116233294712832, '31f194c9fa714eab97439829ba32ffd3', '\x550582a8dc6062b16687f3664d3e0191', 0, '{"annotation":116233294901248,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795603469263328,"price_micros":10000}}', 1795602869263328);
INSERT INTO public.receipt VALUES (116233294712832, '3d2c727cbd55498f851f2a97e66fd41b', '\xf6ea11f0cb2773968c7ace22a81d76a8', 0, '{"annotation":116233294905344,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795602869264608);
INSERT INTO public.receipt VALUES (116233294462976, 'f57c9aefac1746949280135747346d54', '\x692072f5992c118c031e5fe0db22bde6', 0, '{"decided":2}', 1795602869266832);
INSERT INTO public.receipt VALUES (116233294462976, '4af3f2fffde94d798f1e6ceba1da0a15', '\x2ce1e35f37683019ea28c482b6dfb366', 0, '{"decided":1}', 1795602869268077);
INSERT INTO public.receipt VALUES (116233294639104, '9089aea863d247ac84d9b8288e894f8a', '\x54ba0566b19cf146769f5b5e5c677982', 0, '{"task":3,"deadline_usec":1795603469269366,"price_micros":10000}', 1795602869269366);
INSERT INTO public.receipt VALUES (116233294639104, 'ee45e9700e314badbac5f25957875657', '\xb22eab715f146728b22c66b85c25851e', 0, '{"next":{"task":4,"deadline_usec":1795603469270347,"price_micros":10000}}', 1795602869270347);
INSERT INTO public.receipt VALUES (116233294462976, 'af98af229f664ec8bc2a1eb96096b0a1', '\xe5848ce39791bb000a83db34aefd1818', 0, '{}', 1795602869271679);
INSERT INTO public.receipt VALUES (116233294462976, 'b1e43e2edd274127b337851d00837431', '\xc15085b6017e7145e49fe46e5be91eb9', 0, '{"added":2,"repeated":0}', 1795602869275456);
INSERT INTO public.receipt VALUES (116233294462976, '7f0572688b814707a51b9edbb1e6e0d5', '\xb3df42087853f1aca7de960d929a230a', 0, '{"id":116233294954496}', 1795602869276647);
INSERT INTO public.receipt VALUES (116233294462976, '46236e2506f2447ab32eab64ae094e16', '\xd44983de5832b2c8b2588aa09210f305', 0, '{"added":1,"repeated":0}', 1795602869277856);
INSERT INTO public.receipt VALUES (116233294462976, '0330d07cfc244546bb904cc1a902b028', '\x6055be180f57675c23f9d0e84cccba09', 0, '{"id":116233294966784}', 1795602869279140);
INSERT INTO public.receipt VALUES (116233294462976, '2d49280e999b4d908bf67c4751073611', '\x2105b378f16d4ac4bfaeb91cf3a3e053', 0, '{"added":2,"repeated":0}', 1795602869280432);
INSERT INTO public.receipt VALUES (116233294462976, '023b8b0dc0e44158863d2915713eac46', '\xbaf8128e57e3281aa495810a1a6fac4e', 0, '{"id":116233294966784}', 1795602869281675);
INSERT INTO public.receipt VALUES (116233294712832, '811de407b58248519ec6a8d28f5ace72', '\xe62d99beb2e5e760ac257daff1a5e739', 0, '{"task":1,"deadline_usec":1795603469283517,"price_micros":0}', 1795602869283517);
INSERT INTO public.receipt VALUES (116233294712832, '6fa5103447af4b3d804e3ec9946f1640', '\x4d4bbd66c3a2f805e26e120b7175d415', 0, '{"annotation":116233294995456,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795602869286436);
INSERT INTO public.receipt VALUES (116233294462976, 'd185ae52ff074dadbb10f286770dc8f4', '\xf4f79c9ad108d726bd4ffdddc13b1c13', 0, '{"id":116233294966784}', 1795602869287744);
INSERT INTO public.receipt VALUES (116233294462976, 'd986192c356f4e81bbfe1a6b881fa757', '\x58989c7e06d0fefe293a1fd458f730bd', 0, '{"id":116233295003648}', 1795602869288748);
INSERT INTO public.receipt VALUES (116233294462976, '46fba96e757a4020b1bbe6d67f4b4f51', '\x1c3e9e2d9d531d18a20562b1012923dc', 0, '{"added":1,"repeated":0}', 1795602869289587);
INSERT INTO public.receipt VALUES (116233294462976, '6f605755953143f790c3b277a8911da3', '\x072d5d890e3ba3f449e728db3f1e4ba4', 0, '{"id":116233295003648}', 1795602869290354);
INSERT INTO public.receipt VALUES (116233294639104, '4df97c134ea84b528785816d4eae0e75', '\xfc728132457f4603afd33cfb3654e158', 0, '{"task":1,"deadline_usec":1795603469291555,"price_micros":50000}', 1795602869291555);
INSERT INTO public.receipt VALUES (116233294639104, 'd39a629dae4646ec8f0dd0457952faeb', '\xedfdb75fb2fcb127c7c26adc722b2726', 0, '{"annotation":116233295024128,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795602869293547);
INSERT INTO public.receipt VALUES (116233294462976, 'c7931ec5626e470489f16fbbb2a70a43', '\x4546c382addb5c0d2edfdb4a95116712', 0, '{"id":116233295003648}', 1795602869294675);
INSERT INTO public.receipt VALUES (116233294462976, 'eb12f0bc0fb74838b0867fcddf5676de', '\xd0e24b2190165464559cbd18ae47dce7', 0, '{"id":116233295036416}', 1795602869295960);
INSERT INTO public.receipt VALUES (116233294462976, '8cf1cebac8ae4ca383691fea8ebdc1b0', '\x256ee0c41543af1e89223739745f587e', 0, '{"id":116233295036416}', 1795602869299605);
INSERT INTO public.receipt VALUES (116233294462976, 'import-116233295036416-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795602869308346);
INSERT INTO public.receipt VALUES (116233294462976, '436b525a612d4398a33af6bd1b2bc8b1', '\x55f79dfad52e980ed88f17824f8f0c4c', 0, '{"id":116233295269888}', 1795602869353515);
INSERT INTO public.receipt VALUES (116233294462976, 'd238177234ea4055bb677433c5bd01e4', '\xf357a172cf932820486179b368090a22', 0, '{"id":116233295269888}', 1795602869355425);
INSERT INTO public.receipt VALUES (116233294462976, 'a2e7f09cbe1c49e3a65c18decb2f2697', '\x6fe26e903b731b5e707b9f1102f939eb', 0, '{"id":116233295495168}', 1795602869407964);
INSERT INTO public.receipt VALUES (116233294712832, '5041f844f07741b199bb1377e00d7697', '\x3bd65a351d7109e22f88362c91a463c0', 0, '{"leases":[{"task":4,"deadline_usec":1795689269408852,"price_micros":10000},{"task":5,"deadline_usec":1795689269408852,"price_micros":10000}]}', 1795602869408852);
INSERT INTO public.receipt VALUES (116233294639104, '15d53f0ab6a24a028a4552b047cf74e4', '\xd71c0a76a9511c10606557fcba5a0c9d', 0, '{"id":116233295507456}', 1795602869410988);
INSERT INTO public.receipt VALUES (116233294639104, '84609c539a684391b7adf7b912de3667', '\x16ae51eb62b2bea5a3e4e24134d4dcc4', 0, '{"id":116233295511552}', 1795602869412565);
INSERT INTO public.receipt VALUES (116233294639104, 'f9fa82f395174e30a1b7cbb3e36f89a6', '\x41fe9266fff3c36fed47f40c57029a20', 0, '{}', 1795602869414537);
INSERT INTO public.receipt VALUES (116233294639104, '95273e558eac4d8e9b8e82e471b7b40f', '\x232abfbfa2bfd7537aa6b584ff7ccce0', 0, '{}', 1795602869415793);
INSERT INTO public.receipt VALUES (116233294462976, 'c7d19af7ebee4b6cbe69281614cc2247', '\x4023bd8c9bda0401409781da50e5fabb', 0, '{"id":116233295536128}', 1795602869417948);
INSERT INTO public.receipt VALUES (116233294462976, '61f770fff3f147748bdd5c0cd4b8133e', '\x3faf4b39defb3b8a862015b2b4d9f2e1', 0, '{"added":4,"repeated":0}', 1795602869418845);
INSERT INTO public.receipt VALUES (116233294462976, '1c5d16764eac4369bdba133f48e65899', '\xc993f66415d7bd544cf62767dede207e', 0, '{"id":116233295536128}', 1795602869419633);
INSERT INTO public.receipt VALUES (116233294639104, 'c5367b193b2e4a06ad6116b6ad1e4e1b', '\x48a13cf67577e39de14159a45ccb861b', 0, '{}', 1795602869473120);
INSERT INTO public.receipt VALUES (116233294462976, 'a7ea1b7161914e8f9e9fae5af16ed77c', '\xb1e315cea4fca7e52624310c9f7c3729', 0, '{"id":116233295536128}', 1795602869474565);
INSERT INTO public.receipt VALUES (116233294462976, '1dc8ee954dda4d9984fd57357b8450cb', '\xbc9da39f818824f62e91c535f79d1749', 0, '{"id":116233295794176}', 1795602869481111);
INSERT INTO public.receipt VALUES (116233294462976, 'b028778117354d749ea6426c0adb78ce', '\x7ce06dcb39684f87d5893a64d89e8d9a', 0, '{"added":8,"repeated":0}', 1795602869482128);
INSERT INTO public.receipt VALUES (116233294462976, '198eb13434f143d0b34ddf31a916ecd1', '\x4bec05796f3f5d57e07efe6bfcbcc540', 0, '{"id":116233295794176}', 1795602869483009);
INSERT INTO public.receipt VALUES (116233294639104, '549fc3d12a6e4b9b9ed94ef2d50f73b5', '\x0f25ec05775d95b0b987245e88447402', 0, '{"task":1,"deadline_usec":1795603469484385,"price_micros":10000}', 1795602869484385);
INSERT INTO public.receipt VALUES (116233294639104, 'a06a2c0b12a640bb9e4995c4e44c5bbf', '\x7574aacfff221b803ce6d2f846bb39da', 0, '{"annotation":116233295818752,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":2,"deadline_usec":1795603469487309,"price_micros":10000}}', 1795602869487309);
INSERT INTO public.receipt VALUES (116233294639104, 'd5687ae7cac243f5b42ec6634052a905', '\x6802410adb768a4682ea49e4acfd2556', 0, '{"annotation":116233295822848,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":3,"deadline_usec":1795603469488608,"price_micros":10000}}', 1795602869488608);
INSERT INTO public.receipt VALUES (116233294639104, '00e21db6aebe49a9bcd93575b19c8595', '\xf932b0da0bccd468e6f4895549d56ce0', 0, '{"annotation":116233295831040,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":{"task":4,"deadline_usec":1795603469490062,"price_micros":10000}}', 1795602869490062);
INSERT INTO public.receipt VALUES (116233294639104, '918be56c4f804b78869293a2db6daa99', '\x8db6e3352882986420a6d75aa540d3c0', 0, '{"annotation":116233295835136,"state":"submitted","price_micros":10000,"pending_micros":70000,"late":false,"next":{"task":5,"deadline_usec":1795603469491230,"price_micros":10000}}', 1795602869491230);
INSERT INTO public.receipt VALUES (116233294639104, '84b90853e256460fa9cfdf30180acfad', '\x9fbb9978b0ee8d5a7e95a7ec98ab40b5', 0, '{"annotation":116233295839232,"state":"submitted","price_micros":10000,"pending_micros":80000,"late":false,"next":{"task":6,"deadline_usec":1795603469492470,"price_micros":10000}}', 1795602869492470);
INSERT INTO public.receipt VALUES (116233294639104, 'b7edc6c23ac943ed852da8fc2f4b16a2', '\x6b9fad4370551d3d8f7b7c890513a115', 0, '{"annotation":116233295843328,"state":"submitted","price_micros":10000,"pending_micros":90000,"late":false,"next":null}', 1795602869493602);
INSERT INTO public.receipt VALUES (116233294712832, '184932890c034167b13e966a44ff67b8', '\x0f25ec05775d95b0b987245e88447402', 0, '{"task":1,"deadline_usec":1795603469494560,"price_micros":10000}', 1795602869494560);
INSERT INTO public.receipt VALUES (116233294712832, '053be02e42664b809e72a597d964da90', '\x7574aacfff221b803ce6d2f846bb39da', 0, '{"annotation":116233295851520,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795603469495587,"price_micros":10000}}', 1795602869495587);
INSERT INTO public.receipt VALUES (116233294712832, '802eeb6d79814c0296285bb3b1c7ad88', '\x6802410adb768a4682ea49e4acfd2556', 0, '{"annotation":116233295859712,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795603469496894,"price_micros":10000}}', 1795602869496894);
INSERT INTO public.receipt VALUES (116233294712832, '82383ee74a6c46aabda5ee2dfa39d84c', '\xf932b0da0bccd468e6f4895549d56ce0', 0, '{"annotation":116233295863808,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":{"task":4,"deadline_usec":1795603469498141,"price_micros":10000}}', 1795602869498141);
INSERT INTO public.receipt VALUES (116233294712832, 'e928a7c0887c47f4a874badc14b7dd43', '\x8db6e3352882986420a6d75aa540d3c0', 0, '{"annotation":116233295867904,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":5,"deadline_usec":1795603469499380,"price_micros":10000}}', 1795602869499380);
INSERT INTO public.receipt VALUES (116233294712832, 'd45e31930fca43e5a83de01a59f193ec', '\x9fbb9978b0ee8d5a7e95a7ec98ab40b5', 0, '{"annotation":116233295872000,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":6,"deadline_usec":1795603469500687,"price_micros":10000}}', 1795602869500687);
INSERT INTO public.receipt VALUES (116233294712832, 'd688e04e7b0e40f3b34d0c0ad390d899', '\x6b9fad4370551d3d8f7b7c890513a115', 0, '{"annotation":116233295880192,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":null}', 1795602869501858);
INSERT INTO public.receipt VALUES (0, 'edb3cb3e540a4ba9b71ea60c11d0da1b', '\x51b94b45135c4ab6c67ab63bf0692393', 0, '{"id":116233295880193}', 1795602869502956);
INSERT INTO public.receipt VALUES (116233294200576, '5d8c6eb0368c43b1a6464c82b106f1fe', '\x2b662c639385037017fdc13468f8534e', 0, '{"id":116233295880193}', 1795602869522286);
INSERT INTO public.receipt VALUES (116233294462976, '946ee7c046684f05af8bb7fcd5e1cf4b', '\xfdcdf3b9e3849b529eb8d29d3987a18b', 0, '{}', 1795602869523217);
INSERT INTO public.receipt VALUES (116233294462976, 'c0966fe3b74a432db8895a5061be18aa', '\x7bbef309a896504cb20fcdcd17fcc3b1', 0, '{}', 1795602869524909);
INSERT INTO public.receipt VALUES (116233294462976, '2ecadd388626455786c66f146f63827f', '\x0db8cd0e1dd85e96cbf97cf430032f2c', 0, '{}', 1795602869526991);
INSERT INTO public.receipt VALUES (116233294462976, '5468942ebb584094bcdb4409743186a3', '\x36555dfcb90734d277d9602e84865daa', 0, '{"decided":1}', 1795602869529474);
INSERT INTO public.receipt VALUES (116233294639104, '277982232af74e5683b4b11f378e8f6e', '\xe890a694360f12a6a78e1eaee23f94e6', 0, '{}', 1795602869530631);
INSERT INTO public.receipt VALUES (116233295880193, '0e19640789e7485293d075a6037d4d22', '\x5a8056411fd05a044b8ffadd37a59e1b', 0, '{"decided":1}', 1795602869531924);
INSERT INTO public.receipt VALUES (116233295880193, '997764d7767748849fc8abb1b87dbe43', '\x9b615b9234837749b9b0821f5b9272ac', 0, '{}', 1795602869533226);
INSERT INTO public.receipt VALUES (116233295880193, '6672ac96fbbe446b8fb918dd1298d32c', '\x506e401429b87e5464b08b3742495673', 0, '{}', 1795602869537299);
INSERT INTO public.receipt VALUES (116233294462976, '73cab1b723ce4e1e8a175fb20536dad3', '\x64dfc6f9bffcd123d5eec98898e37b79', 0, '{"wanted":3,"cost_micros":10000}', 1795602869538773);
INSERT INTO public.receipt VALUES (0, '611ea09f9eab42a79bd74598593a2cc4', '\xfff0a84995a4824cadbc14e44f4e2002', 0, '{"id":116233296035840}', 1795602869540283);
INSERT INTO public.receipt VALUES (116233296035840, '6f7b7331f6904fd9b804f02620ffd327', '\x82175d36c0e2aa653f18e7a324661e5a', 0, '{}', 1795602869559361);
INSERT INTO public.receipt VALUES (0, 'ecbd52de2e564105800af159808b5102', '\xddf10819334d049b648f1a01559a3a80', 0, '{"id":116233296191488}', 1795602869578316);
INSERT INTO public.receipt VALUES (116233294200576, '5dca6c7aedc74d9ab84953b970d37ec9', '\xba25e743acaedfaa87a83651005bd7e6', 0, '{"id":116233296191488}', 1795602869605897);
INSERT INTO public.report VALUES (116233294798848, 3, 116233294639104, 'the text is cut', 1795602869270347);
INSERT INTO public.session VALUES ('\x24e96d847c976f709354934cd75c5c3deb2b3eb681b640260f507ea6af30b63b', 116233294462976, 1795602869156473, 1798194869156473);
INSERT INTO public.session VALUES ('\xaa5d8614187e7aa7664ccbe6813cb45b5166981d2638f5d4a1815e695f18ddf9', 116233294200576, 1795602869177663, 1798194869177663);
INSERT INTO public.session VALUES ('\x6adbbf211fd59e77d3f95b4f623d268789316cbaa2428f2e57fb72b7714d6c16', 116233294639104, 1795602869199398, 1798194869199398);
INSERT INTO public.session VALUES ('\xf2bc9b5f6f9195e6e3257e1cf2af70a6e0ec985f4efbdd4cff6d301525355457', 116233294712832, 1795602869217680, 1798194869217680);
INSERT INTO public.session VALUES ('\xfc568d5aba21fd0aecd5f898c1ff36cafca1df091e6c357c1075c9e2a57be2a1', 116233295880193, 1795602869502956, 1798194869502956);
INSERT INTO public.setting VALUES ('schema', '5');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '53');
INSERT INTO public.task VALUES (116233294798848, 7, 10, 7, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116233295794176, 2, 10, 10, 2, 2, 0, 0, 2);
INSERT INTO public.task VALUES (116233295794176, 1, 10, 11, 1, 1, 0, 0, 2);
INSERT INTO public.task VALUES (116233295794176, 3, 0, 3, 4, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116233295794176, 6, 0, 12, 1, 2, 0, 0, 3);
INSERT INTO public.task VALUES (116233294798848, 2, 0, 2, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116233294798848, 1, 0, 8, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116233294798848, 3, 0, 9, 1, 1, 0, 1, 0);
INSERT INTO public.task VALUES (116233294798848, 6, 0, 6, 3, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233294798848, 8, 0, 10, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233294798848, 9, 0, 11, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233294954496, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233294966784, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233294966784, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116233295003648, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116233294798848, 10, 0, 12, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233294798848, 11, 0, 13, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233294798848, 4, 0, 4, 4, 0, 2, 0, 0);
INSERT INTO public.task VALUES (116233294798848, 5, 0, 5, 1, 0, 1, 0, 0);
INSERT INTO public.task VALUES (116233295536128, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233295536128, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233295536128, 3, 0, 3, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233295536128, 4, 0, 4, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233295794176, 7, 0, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233295794176, 8, 0, 8, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116233295794176, 4, 0, 4, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116233295794176, 5, 0, 5, 2, 2, 0, 0, 0);
INSERT INTO public.task_data VALUES (116233294798848, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795602869240939, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795602869240939, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795602869240939, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795602869240939, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795602869240939, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795602869240939, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795602869240939, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795602869275456, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795602869275456, NULL);
INSERT INTO public.task_data VALUES (116233294954496, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795602869277856, NULL);
INSERT INTO public.task_data VALUES (116233294966784, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795602869280432, NULL);
INSERT INTO public.task_data VALUES (116233294966784, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795602869280432, NULL);
INSERT INTO public.task_data VALUES (116233295003648, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795602869289587, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795602869308346, NULL);
INSERT INTO public.task_data VALUES (116233294798848, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795602869308346, NULL);
INSERT INTO public.task_data VALUES (116233295536128, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795602869418845, NULL);
INSERT INTO public.task_data VALUES (116233295536128, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795602869418845, NULL);
INSERT INTO public.task_data VALUES (116233295536128, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795602869418845, NULL);
INSERT INTO public.task_data VALUES (116233295536128, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795602869418845, NULL);
INSERT INTO public.task_data VALUES (116233295794176, 3, NULL, '\xbf6b2be239f84165d96aaebe4b537bcc', '{"text":"film 82"}', NULL, NULL, NULL, 1795602869482128, NULL);
INSERT INTO public.task_data VALUES (116233295794176, 4, NULL, '\x3514cb802160a102047106eb863dca38', '{"text":"film 83"}', NULL, NULL, NULL, 1795602869482128, NULL);
INSERT INTO public.task_data VALUES (116233295794176, 5, NULL, '\x03a486c574e40e7c33a2e70cf333562f', '{"text":"film 84"}', NULL, NULL, NULL, 1795602869482128, NULL);
INSERT INTO public.task_data VALUES (116233295794176, 6, NULL, '\x5e60d200837abe3bf2312c4486494441', '{"text":"film 85"}', NULL, NULL, NULL, 1795602869482128, NULL);
INSERT INTO public.task_data VALUES (116233295794176, 7, NULL, '\xe99e7681ecb8dedbdfc02e063168653b', '{"text":"film 86"}', NULL, NULL, NULL, 1795602869482128, NULL);
INSERT INTO public.task_data VALUES (116233295794176, 8, NULL, '\x25a35357abf69a6ec8947da357b74887', '{"text":"film 87"}', NULL, NULL, NULL, 1795602869482128, NULL);
INSERT INTO public.task_data VALUES (116233295794176, 1, NULL, '\x72646f12748b7efeb27d18d9e504da87', '{"text":"film 80"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795602869482128, 'it frightens');
INSERT INTO public.task_data VALUES (116233295794176, 2, NULL, '\xeff123c5b72f00999d61ea8576d0d965', '{"text":"film 81"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795602869482128, 'it frightens');
INSERT INTO public.task_fix VALUES (116233295794176, 4, 116233295880193, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 'they laugh', 1795602869533226);
INSERT INTO public.task_label VALUES (116233294798848, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116233294966784, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116233295003648, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116233295794176, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116233295794176, 4, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116233295794176, 5, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.token VALUES (116233294790656, 116233294639104, 'test', '\xf026ea9769da77296474ed7e652d68bbd84a255697f7a10287ebab461ee88888', 4, 1795602869236713, 2110962869236713, 0);
INSERT INTO public.transfer VALUES (0, 116233294626816, 1, 0, 1, 116233294462976, 1000000, 1, NULL, 1795602869195879, 1795602869195879);
INSERT INTO public.transfer VALUES (116233294798848, 116233294823424, 2, 0, 116233294462976, 116233294798848, 140000, 1, NULL, 1795602869243975, 1795602869243975);
INSERT INTO public.transfer VALUES (116233294798848, 116233294864384, 3, 7, 116233294798848, 116233294639104, 10000, 0, NULL, 1795602869246604, 0);
INSERT INTO public.transfer VALUES (116233294798848, 116233294872577, 3, 1, 116233294798848, 116233294639104, 10000, 0, NULL, 1795602869255883, 0);
INSERT INTO public.transfer VALUES (116233294798848, 116233294880769, 3, 2, 116233294798848, 116233294639104, 10000, 0, NULL, 1795602869257856, 0);
INSERT INTO public.transfer VALUES (116233294798848, 116233294901249, 3, 3, 116233294798848, 116233294712832, 10000, 1, NULL, 1795602869263328, 1795602869266832);
INSERT INTO public.transfer VALUES (116233294798848, 116233294897152, 3, 2, 116233294798848, 116233294712832, 10000, 1, NULL, 1795602869261669, 1795602869266832);
INSERT INTO public.transfer VALUES (116233294798848, 116233294888960, 3, 1, 116233294798848, 116233294712832, 10000, 2, NULL, 1795602869260057, 1795602869268077);
INSERT INTO public.transfer VALUES (116233294798848, 116233294925824, 3, 3, 116233294798848, 116233294639104, 10000, 2, NULL, 1795602869269366, 1795602869270347);
INSERT INTO public.transfer VALUES (116233294798848, 116233294929920, 3, 4, 116233294798848, 116233294639104, 10000, 0, NULL, 1795602869270347, 0);
INSERT INTO public.transfer VALUES (116233294966784, 116233294979072, 2, 0, 116233294462976, 116233294966784, 0, 1, NULL, 1795602869281675, 1795602869281675);
INSERT INTO public.transfer VALUES (116233294966784, 116233294991360, 3, 1, 116233294966784, 116233294712832, 0, 0, NULL, 1795602869283517, 0);
INSERT INTO public.transfer VALUES (116233295003648, 116233295011840, 2, 0, 116233294462976, 116233295003648, 50000, 1, NULL, 1795602869290354, 1795602869290354);
INSERT INTO public.transfer VALUES (116233295003648, 116233295020032, 3, 1, 116233295003648, 116233294639104, 50000, 1, NULL, 1795602869291555, 1795602869293547);
INSERT INTO public.transfer VALUES (116233294798848, 116233295503360, 3, 4, 116233294798848, 116233294712832, 10000, 0, NULL, 1795602869408852, 0);
INSERT INTO public.transfer VALUES (116233294798848, 116233295503361, 3, 5, 116233294798848, 116233294712832, 10000, 0, NULL, 1795602869408852, 0);
INSERT INTO public.transfer VALUES (116233295536128, 116233295540224, 2, 0, 116233294462976, 116233295536128, 200000, 1, NULL, 1795602869419633, 1795602869419633);
INSERT INTO public.transfer VALUES (116233295794176, 116233295802368, 2, 0, 116233294462976, 116233295794176, 160000, 1, NULL, 1795602869483009, 1795602869483009);
INSERT INTO public.transfer VALUES (116233295794176, 116233295818753, 3, 2, 116233295794176, 116233294639104, 10000, 0, NULL, 1795602869487309, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295826944, 3, 3, 116233295794176, 116233294639104, 10000, 0, NULL, 1795602869488608, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295831041, 3, 4, 116233295794176, 116233294639104, 10000, 0, NULL, 1795602869490062, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295835137, 3, 5, 116233295794176, 116233294639104, 10000, 0, NULL, 1795602869491230, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295839233, 3, 6, 116233295794176, 116233294639104, 10000, 0, NULL, 1795602869492470, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295847424, 3, 1, 116233295794176, 116233294712832, 10000, 0, NULL, 1795602869494560, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295855616, 3, 2, 116233295794176, 116233294712832, 10000, 0, NULL, 1795602869495587, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295859713, 3, 3, 116233295794176, 116233294712832, 10000, 0, NULL, 1795602869496894, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295863809, 3, 4, 116233295794176, 116233294712832, 10000, 0, NULL, 1795602869498141, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295867905, 3, 5, 116233295794176, 116233294712832, 10000, 0, NULL, 1795602869499380, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295876096, 3, 6, 116233295794176, 116233294712832, 10000, 0, NULL, 1795602869500687, 0);
INSERT INTO public.transfer VALUES (116233295794176, 116233295814656, 3, 1, 116233295794176, 116233294639104, 10000, 2, NULL, 1795602869484385, 1795602869529474);
INSERT INTO public.transfer VALUES (116233295794176, 116233296031744, 2, 0, 116233294462976, 116233295794176, 10000, 1, NULL, 1795602869538773, 1795602869538773);
INSERT INTO public.worker_project VALUES (116233294798848, 116233294639104, 5, 3, 0, 0, 1, 0, '4 0 0 0 0 0 0 0 0 0 7', 0);
INSERT INTO public.worker_project VALUES (116233294966784, 116233294712832, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116233295003648, 116233294639104, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116233294798848, 116233294712832, 5, 3, 2, 1, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116233295794176, 116233294639104, 6, 6, 0, 1, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116233295794176, 116233294712832, 6, 6, 0, 0, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 1);
INSERT INTO public.worker_wish VALUES (116233294639104, 1, 600, 1320, 360, '', 0, 0, 0, 0, 0, 0, 1795602869415793, 1795602869415793, 1795602869484155, 1000, 90000, 90000, 0, 1795602869415793, 0);
INSERT INTO public.worker_wish_project VALUES (116233294639104, 116233295536128, 1);
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
ALTER TABLE ONLY public.contest
    ADD CONSTRAINT contest_pkey PRIMARY KEY (project_id, task_id, worker_id);
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
ALTER TABLE ONLY public.fit
    ADD CONSTRAINT fit_pkey PRIMARY KEY (project_id, version);
ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (project_id, worker_id, task_id);
ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (project_id, worker_id, id);
ALTER TABLE ONLY public.opinion
    ADD CONSTRAINT opinion_pkey PRIMARY KEY (project_id, task_id, reviewer_id);
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
ALTER TABLE ONLY public.project_reviewer
    ADD CONSTRAINT project_reviewer_pkey PRIMARY KEY (project_id, person_id);
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
ALTER TABLE ONLY public.task_estimate
    ADD CONSTRAINT task_estimate_pkey PRIMARY KEY (project_id, task_id);
ALTER TABLE ONLY public.task_fix
    ADD CONSTRAINT task_fix_pkey PRIMARY KEY (project_id, task_id);
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
ALTER TABLE ONLY public.worker_estimate
    ADD CONSTRAINT worker_estimate_pkey PRIMARY KEY (project_id, worker_id);
ALTER TABLE ONLY public.worker_project
    ADD CONSTRAINT worker_project_pkey PRIMARY KEY (project_id, worker_id);
ALTER TABLE ONLY public.worker_signal
    ADD CONSTRAINT worker_signal_pkey PRIMARY KEY (project_id, worker_id, kind);
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
CREATE INDEX annotation_missed ON public.annotation USING btree (worker_id, id) WHERE (gold_right = 0);
CREATE INDEX annotation_review ON public.annotation USING btree (project_id, id) WHERE ((review = 1) AND (state = 0));
CREATE INDEX annotation_worker ON public.annotation USING btree (worker_id, id);
CREATE INDEX contest_worker ON public.contest USING btree (worker_id);
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
CREATE INDEX task_estimate_doubt ON public.task_estimate USING btree (project_id, posterior, task_id);
CREATE INDEX task_queue ON public.task USING btree (project_id, lane, "position") WHERE (state = 1);
CREATE INDEX task_weighing ON public.task USING btree (project_id, id) WHERE (state = 5);
CREATE INDEX token_person ON public.token USING btree (person_id);
CREATE INDEX transfer_credit ON public.transfer USING btree (credit_account, id);
CREATE INDEX transfer_debit ON public.transfer USING btree (debit_account, id) WHERE (kind <> 3);
CREATE INDEX worker_project_worker ON public.worker_project USING btree (worker_id);
CREATE INDEX worker_wish_earned ON public.worker_wish USING btree (earned_usec);
