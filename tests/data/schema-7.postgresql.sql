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
    created_usec bigint NOT NULL,
    crew_id bigint DEFAULT 0 NOT NULL
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
CREATE TABLE public.course (
    id bigint NOT NULL,
    owner_id bigint NOT NULL,
    qualification_id bigint NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    state bigint NOT NULL,
    pass_percent bigint NOT NULL,
    exam_questions bigint NOT NULL,
    retry_seconds bigint NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.course_part (
    course_id bigint NOT NULL,
    "position" bigint NOT NULL,
    kind bigint NOT NULL,
    text text NOT NULL,
    choices text NOT NULL,
    right_choice bigint NOT NULL,
    explanation text NOT NULL
);
CREATE TABLE public.course_try (
    course_id bigint NOT NULL,
    person_id bigint NOT NULL,
    begun_usec bigint NOT NULL,
    seen_usec bigint NOT NULL,
    spent_seconds bigint NOT NULL,
    practised bigint NOT NULL,
    tries bigint NOT NULL,
    exam text NOT NULL,
    exam_usec bigint NOT NULL,
    best_percent bigint NOT NULL,
    passed_usec bigint NOT NULL
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
    created_usec bigint NOT NULL,
    plan_usec bigint DEFAULT '9000000000000000'::bigint NOT NULL
);
CREATE TABLE public.crew_member (
    crew_id bigint NOT NULL,
    person_id bigint NOT NULL,
    role bigint NOT NULL,
    shows_load bigint NOT NULL,
    watches bigint NOT NULL,
    joined_usec bigint NOT NULL,
    watched_minutes bigint DEFAULT 0 NOT NULL,
    spared_minutes bigint DEFAULT 0 NOT NULL,
    woken bigint DEFAULT 1 NOT NULL
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
CREATE TABLE public.project_requirement (
    project_id bigint NOT NULL,
    "position" bigint NOT NULL,
    subject bigint NOT NULL,
    qualification_id bigint NOT NULL,
    comparator bigint NOT NULL,
    numbers text NOT NULL
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
CREATE TABLE public.qualification (
    id bigint NOT NULL,
    owner_id bigint NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    created_usec bigint NOT NULL
);
CREATE TABLE public.qualification_holder (
    person_id bigint NOT NULL,
    qualification_id bigint NOT NULL,
    score bigint NOT NULL,
    by_course bigint NOT NULL,
    gold_answers bigint NOT NULL,
    gold_right bigint NOT NULL,
    given_usec bigint NOT NULL
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
INSERT INTO public.account VALUES (116284555489280, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116284555620352, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116284555177984, 3, 20000, 140000, 60000, 0);
INSERT INTO public.account VALUES (116284556324864, 3, 0, 200000, 0, 0);
INSERT INTO public.account VALUES (116284555075584, 2, 0, 20000, 0, 80000);
INSERT INTO public.account VALUES (116284554915840, 2, 0, 50000, 0, 90000);
INSERT INTO public.account VALUES (116284554383360, 2, 560000, 1000000, 0, 0);
INSERT INTO public.account VALUES (116284556587008, 3, 0, 170000, 110000, 0);
INSERT INTO public.alert VALUES (116284556349440, 116284554915840, 116284556324864, 0, 116284556292096, 0, 1, 0, 1795680000000000, 0, 1795615384262710);
INSERT INTO public.alert VALUES (116284556607488, 116284554915840, 116284556587008, 0, 116284556292096, 0, 1, 0, 1795680000000000, 0, 1795615384325847);
INSERT INTO public.alert_channel VALUES (116284556296192, 116284554915840, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795615384252805, 0);
INSERT INTO public.alert_rule VALUES (116284556292096, 116284554915840, 0, 0, 0, 10000, 0, 0, 1, 1795615384251125);
INSERT INTO public.alert_setting VALUES (116284554915840, 1320, 360, 0, 480, 1795647784255520);
INSERT INTO public.annotation VALUES (116284555177984, 1, 116284554915840, 116284555284480, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284555218944, 3687, 1795615383991603, 1795874583991603, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284555177984, 2, 116284554915840, 116284555296768, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284555288576, 16233, 1795615384007836, 1795874584007836, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284555177984, 3, 116284554915840, 116284555309056, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284555304960, 3455, 1795615384011291, 1795874584011291, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284555177984, 3, 116284555075584, 116284555358208, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116284555350016, 3278, 1795615384022548, 1795874584022548, 1795615384027361, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284555177984, 2, 116284555075584, 116284555341824, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116284555333632, 5470, 1795615384019270, 1795874584019270, 1795615384027361, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284555177984, 1, 116284555075584, 116284555321344, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116284555317248, 950, 1795615384013800, 1795874584013800, 1795615384029325, 'not what was asked', 0, 0);
INSERT INTO public.annotation VALUES (116284555489280, 1, 116284555075584, 116284555591680, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116284555579392, 17701, 1795615384078910, 1795874584078910, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284555620352, 1, 116284554915840, 116284555698176, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284555677696, 3803, 1795615384102246, 1795615384102246, 1795615384102246, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284556587008, 3, 116284554915840, 116284556636160, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284556632064, 1293, 1795615384334986, 1795874584334986, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284556587008, 4, 116284554915840, 116284556640256, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284556636161, 1380, 1795615384336366, 1795874584336366, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116284556587008, 5, 116284554915840, 116284556648448, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284556644352, 1566, 1795615384337932, 1795874584337932, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116284556587008, 6, 116284554915840, 116284556652544, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284556648449, 1537, 1795615384339469, 1795874584339469, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284556587008, 4, 116284555075584, 116284556689408, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284556681216, 2115, 1795615384347364, 1795874584347364, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116284556587008, 5, 116284555075584, 116284556713984, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284556705792, 6500, 1795615384353864, 1795874584353864, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284556587008, 6, 116284555075584, 116284556718080, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284556713985, 1412, 1795615384355276, 1795874584355276, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284556587008, 1, 116284555075584, 116284556660736, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116284556656640, 875, 1795615384341359, 1795874584341359, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116284556587008, 2, 116284554915840, 116284556627968, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116284556623873, 2547, 1795615384333693, 1795874584333693, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116284556587008, 2, 116284555075584, 116284556668928, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116284556660737, 1558, 1795615384342917, 1795874584342917, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116284556587008, 1, 116284554915840, 116284556623872, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116284556615680, 4533, 1795615384331146, 1795874584331146, 1795615384446643, 'the gold says Horror', 0, 0);
INSERT INTO public.annotation VALUES (116284556587008, 3, 116284555075584, 116284556677120, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116284556673024, 2332, 1795615384345249, 1795874584345249, 0, 'Please look again.', 0, 1);
INSERT INTO public.contest VALUES (116284556587008, 1, 116284554915840, 'it is a drama', 0, NULL, 1795615384449853, 0);
INSERT INTO public.course VALUES (116284557275136, 116284554383360, 116284557258752, 'Films', '', 1, 80, 1, 3600, 1795615384491688);
INSERT INTO public.course_part VALUES (116284557275136, 1, 0, 'Read **this**.', '[]', 0, '');
INSERT INTO public.course_part VALUES (116284557275136, 2, 2, 'Which?', '["a","b"]', 1, '');
INSERT INTO public.course_try VALUES (116284557275136, 116284555075584, 1795615384495606, 1795615384495606, 0, 0, 0, '2', 1795615384495606, -1, 0);
INSERT INTO public.crew VALUES (116284557307904, 'Night owls', 'We **share**.', '', '\x964e44b58442c5accebe7a9a45f2f99e29c2ac3066d18b66be3537b7085bac13', 1796824984505633, 1320, 360, 0, 2, 1795615384499586, 1795672800000000);
INSERT INTO public.crew_member VALUES (116284557307904, 116284554915840, 1, 0, 0, 1795615384499586, 0, 0, 1);
INSERT INTO public.crew_member VALUES (116284557307904, 116284555075584, 0, 1, 1, 1795615384507596, 0, 0, 1);
INSERT INTO public.crew_watch VALUES (116284557307904, 116284557352960, 116284555075584, 0, 1795644000000000, 1795672800000000, 0);
INSERT INTO public.crew_watch VALUES (116284557307904, 116284557352961, 116284555075584, 0, 1795730400000000, 1795759200000000, 0);
INSERT INTO public.crew_watch VALUES (116284557307904, 116284557352962, 116284555075584, 0, 1795816800000000, 1795845600000000, 0);
INSERT INTO public.crew_watch VALUES (116284557307904, 116284557352963, 116284555075584, 0, 1795903200000000, 1795932000000000, 0);
INSERT INTO public.crew_watch VALUES (116284557307904, 116284557352964, 116284555075584, 0, 1795989600000000, 1796018400000000, 0);
INSERT INTO public.crew_watch VALUES (116284557307904, 116284557352965, 116284555075584, 0, 1796076000000000, 1796104800000000, 0);
INSERT INTO public.crew_watch VALUES (116284557307904, 116284557352966, 116284555075584, 0, 1796162400000000, 1796191200000000, 0);
INSERT INTO public.event VALUES (1, 116284555177984, 0, 'project.published', '{"project":116284555177984,"tasks":7}', 1795615383985293);
INSERT INTO public.event VALUES (2, 116284555177984, 0, 'annotation.submitted', '{"annotation":116284555284480,"task":1}', 1795615383991603);
INSERT INTO public.event VALUES (3, 116284555177984, 0, 'annotation.submitted', '{"annotation":116284555296768,"task":2}', 1795615384007836);
INSERT INTO public.event VALUES (4, 116284555177984, 0, 'annotation.submitted', '{"annotation":116284555309056,"task":3}', 1795615384011291);
INSERT INTO public.event VALUES (5, 116284555177984, 0, 'task.done', '{"task":1,"share":0.500}', 1795615384013800);
INSERT INTO public.event VALUES (6, 116284555177984, 0, 'annotation.submitted', '{"annotation":116284555321344,"task":1}', 1795615384013800);
INSERT INTO public.event VALUES (7, 116284555177984, 0, 'task.done', '{"task":2,"share":0.500}', 1795615384019270);
INSERT INTO public.event VALUES (8, 116284555177984, 0, 'annotation.submitted', '{"annotation":116284555341824,"task":2}', 1795615384019270);
INSERT INTO public.event VALUES (9, 116284555177984, 0, 'task.done', '{"task":3,"share":0.500}', 1795615384022548);
INSERT INTO public.event VALUES (10, 116284555177984, 0, 'annotation.submitted', '{"annotation":116284555358208,"task":3}', 1795615384022548);
INSERT INTO public.event VALUES (11, 116284555177984, 116284555075584, 'annotation.approved', '{"annotation":116284555358208,"task":3,"project":116284555177984}', 1795615384027361);
INSERT INTO public.event VALUES (12, 116284555177984, 116284555075584, 'annotation.approved', '{"annotation":116284555341824,"task":2,"project":116284555177984}', 1795615384027361);
INSERT INTO public.event VALUES (13, 116284555177984, 116284555075584, 'annotation.rejected', '{"annotation":116284555321344,"task":1,"project":116284555177984}', 1795615384029325);
INSERT INTO public.event VALUES (14, 116284555177984, 0, 'task.reported', '{"task":4}', 1795615384031280);
INSERT INTO public.event VALUES (15, 116284555489280, 0, 'project.published', '{"project":116284555489280,"tasks":2}', 1795615384057767);
INSERT INTO public.event VALUES (16, 116284555489280, 0, 'task.done', '{"task":1,"share":1.000}', 1795615384078910);
INSERT INTO public.event VALUES (17, 116284555489280, 0, 'annotation.submitted', '{"annotation":116284555591680,"task":1}', 1795615384078910);
INSERT INTO public.event VALUES (18, 116284555489280, 0, 'project.paused', '{"project":116284555489280}', 1795615384081345);
INSERT INTO public.event VALUES (19, 116284555620352, 0, 'project.published', '{"project":116284555620352,"tasks":1}', 1795615384095578);
INSERT INTO public.event VALUES (20, 116284555620352, 0, 'task.done', '{"task":1,"share":1.000}', 1795615384102246);
INSERT INTO public.event VALUES (21, 116284555620352, 0, 'annotation.submitted', '{"annotation":116284555698176,"task":1}', 1795615384102246);
INSERT INTO public.event VALUES (22, 116284555620352, 0, 'project.completed', '{"project":116284555620352}', 1795615384107371);
INSERT INTO public.event VALUES (23, 116284555177984, 0, 'import.progress', '{"import":116284555735040,"handled_bytes":12}', 1795615384133457);
INSERT INTO public.event VALUES (24, 116284555177984, 0, 'import.progress', '{"import":116284555735040,"handled_bytes":21}', 1795615384133840);
INSERT INTO public.event VALUES (25, 116284555177984, 0, 'import.done', '{"import":116284555735040,"ok":true}', 1795615384134566);
INSERT INTO public.event VALUES (26, 116284555177984, 0, 'import.progress', '{"import":116284556009472,"handled_bytes":12}', 1795615384202468);
INSERT INTO public.event VALUES (27, 116284555177984, 0, 'import.done', '{"import":116284556009472,"ok":false}', 1795615384203082);
INSERT INTO public.event VALUES (28, 116284556324864, 0, 'project.published', '{"project":116284556324864,"tasks":4}', 1795615384260616);
INSERT INTO public.event VALUES (29, 116284556324864, 116284554915840, 'offer.made', '{"offer":116284556345344,"project":116284556324864,"tasks":4,"price_micros":50000,"until":"2026-11-25T14:13:04Z"}', 1795615384262710);
INSERT INTO public.event VALUES (30, 116284556324864, 0, 'project.updated', '{"project":116284556324864}', 1795615384315255);
INSERT INTO public.event VALUES (31, 116284556587008, 0, 'project.published', '{"project":116284556587008,"tasks":8}', 1795615384324847);
INSERT INTO public.event VALUES (32, 116284556587008, 116284554915840, 'offer.made', '{"offer":116284556603392,"project":116284556587008,"tasks":8,"price_micros":10000,"until":"2026-11-25T14:13:04Z"}', 1795615384325847);
INSERT INTO public.event VALUES (33, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556623872,"task":1}', 1795615384331146);
INSERT INTO public.event VALUES (34, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556627968,"task":2}', 1795615384333693);
INSERT INTO public.event VALUES (35, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556636160,"task":3}', 1795615384334986);
INSERT INTO public.event VALUES (36, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556640256,"task":4}', 1795615384336366);
INSERT INTO public.event VALUES (37, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556648448,"task":5}', 1795615384337932);
INSERT INTO public.event VALUES (38, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556652544,"task":6}', 1795615384339469);
INSERT INTO public.event VALUES (39, 116284556587008, 0, 'task.done', '{"task":1,"share":1.000}', 1795615384341359);
INSERT INTO public.event VALUES (40, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556660736,"task":1}', 1795615384341359);
INSERT INTO public.event VALUES (41, 116284556587008, 0, 'task.done', '{"task":2,"share":1.000}', 1795615384342917);
INSERT INTO public.event VALUES (42, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556668928,"task":2}', 1795615384342917);
INSERT INTO public.event VALUES (43, 116284556587008, 0, 'task.done', '{"task":3,"share":1.000}', 1795615384345249);
INSERT INTO public.event VALUES (44, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556677120,"task":3}', 1795615384345249);
INSERT INTO public.event VALUES (45, 116284556587008, 0, 'task.done', '{"task":4,"share":1.000}', 1795615384347364);
INSERT INTO public.event VALUES (46, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556689408,"task":4}', 1795615384347364);
INSERT INTO public.event VALUES (47, 116284556587008, 0, 'task.done', '{"task":5,"share":1.000}', 1795615384353864);
INSERT INTO public.event VALUES (48, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556713984,"task":5}', 1795615384353864);
INSERT INTO public.event VALUES (49, 116284556587008, 0, 'task.done', '{"task":6,"share":1.000}', 1795615384355276);
INSERT INTO public.event VALUES (50, 116284556587008, 0, 'annotation.submitted', '{"annotation":116284556718080,"task":6}', 1795615384355276);
INSERT INTO public.event VALUES (51, 116284556587008, 116284554915840, 'annotation.rejected', '{"annotation":116284556623872,"task":1,"project":116284556587008}', 1795615384446643);
INSERT INTO public.event VALUES (52, 116284556587008, 0, 'gold.contested', '{"task":1}', 1795615384449853);
INSERT INTO public.event VALUES (53, 116284556587008, 116284555075584, 'annotation.sent_back', '{"annotation":116284556677120,"task":3,"project":116284556587008}', 1795615384451686);
INSERT INTO public.event VALUES (54, 116284556587008, 0, 'task.fixed', '{"task":4}', 1795615384453231);
INSERT INTO public.event VALUES (55, 116284555177984, 0, 'project.updated', '{"project":116284555177984}', 1795615384497653);
INSERT INTO public.event VALUES (56, 0, 116284554915840, 'crew.changed', '{"crew":116284557307904}', 1795615384507596);
INSERT INTO public.event VALUES (57, 0, 116284555075584, 'crew.changed', '{"crew":116284557307904}', 1795615384507596);
INSERT INTO public.event VALUES (58, 0, 116284554915840, 'crew.changed', '{"crew":116284557307904}', 1795615384509686);
INSERT INTO public.event VALUES (59, 0, 116284555075584, 'crew.changed', '{"crew":116284557307904}', 1795615384509686);
INSERT INTO public.import VALUES (116284555735040, 116284555177984, 116284554383360, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795615384115293);
INSERT INTO public.import VALUES (116284556009472, 116284555177984, 116284554383360, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795615384182498);
INSERT INTO public.import VALUES (116284556275712, 116284555177984, 116284554383360, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795615384247780);
INSERT INTO public.lease VALUES (116284555177984, 116284554915840, 1, 1, 1795615383987916, 1795615983987916, 116284555218944, 0);
INSERT INTO public.lease VALUES (116284555177984, 116284554915840, 2, 1, 1795615383991603, 1795615983991603, 116284555288576, 0);
INSERT INTO public.lease VALUES (116284555177984, 116284554915840, 3, 1, 1795615384007836, 1795615984007836, 116284555304960, 0);
INSERT INTO public.lease VALUES (116284555177984, 116284555075584, 1, 1, 1795615384012850, 1795615984012850, 116284555317248, 0);
INSERT INTO public.lease VALUES (116284555177984, 116284555075584, 2, 1, 1795615384013800, 1795615984013800, 116284555333632, 0);
INSERT INTO public.lease VALUES (116284555177984, 116284555075584, 3, 1, 1795615384019270, 1795615984019270, 116284555350016, 0);
INSERT INTO public.lease VALUES (116284555177984, 116284554915840, 4, 2, 1795615384030361, 1795615984030361, 116284555386880, 0);
INSERT INTO public.lease VALUES (116284555177984, 116284554915840, 5, 0, 1795615384031280, 1795615984031280, 116284555399168, 0);
INSERT INTO public.lease VALUES (116284555489280, 116284555075584, 1, 1, 1795615384061209, 1795615984061209, 116284555579392, 0);
INSERT INTO public.lease VALUES (116284555620352, 116284554915840, 1, 1, 1795615384098443, 1795615984098443, 116284555677696, 0);
INSERT INTO public.lease VALUES (116284555177984, 116284555075584, 4, 0, 1795615384248882, 1795701784248882, 116284556288000, 1);
INSERT INTO public.lease VALUES (116284555177984, 116284555075584, 5, 0, 1795615384248882, 1795701784248882, 116284556288001, 1);
INSERT INTO public.lease VALUES (116284556587008, 116284554915840, 1, 1, 1795615384326613, 1795615984326613, 116284556615680, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284554915840, 2, 1, 1795615384331146, 1795615984331146, 116284556623873, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284554915840, 3, 1, 1795615384333693, 1795615984333693, 116284556632064, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284554915840, 4, 1, 1795615384334986, 1795615984334986, 116284556636161, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284554915840, 5, 1, 1795615384336366, 1795615984336366, 116284556644352, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284554915840, 6, 1, 1795615384337932, 1795615984337932, 116284556648449, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284555075584, 1, 1, 1795615384340484, 1795615984340484, 116284556656640, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284555075584, 2, 1, 1795615384341359, 1795615984341359, 116284556660737, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284555075584, 4, 1, 1795615384345249, 1795615984345249, 116284556681216, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284555075584, 5, 1, 1795615384347364, 1795615984347364, 116284556705792, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284555075584, 6, 1, 1795615384353864, 1795615984353864, 116284556713985, 0);
INSERT INTO public.lease VALUES (116284556587008, 116284555075584, 3, 0, 1795615384451686, 1795701784451686, 116284556673024, 0);
INSERT INTO public.offer VALUES (116284556324864, 116284554915840, 116284556345344, 0, 4, 4, 1795615384262710, 1795615984262710);
INSERT INTO public.offer VALUES (116284556587008, 116284554915840, 116284556603392, 2, 6, 0, 1795615384325847, 1795618684326613);
INSERT INTO public.opinion VALUES (116284556587008, 5, 116284556722176, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 1795615384471575);
INSERT INTO public.outbox VALUES (116284556361728, 116284554915840, 116284556296192, 0, 1, 0, 1, '', 0, 0, 0, 1795680000000000, 1795701600000000, 1795615384262710, 0, 0, '', '');
INSERT INTO public.person VALUES (116284553539328, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$/oXx2NtyLSTby/XezWWr4Q$ngTHSAoWZdC8zOnOAcNZru10vKf6ciXZN2nXmPvZUpo', 8, 'es', 0, 1795615383578364);
INSERT INTO public.person VALUES (116284554383360, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$RV7qEAlX91r9+Lu6gjtYGg$k3p9IqDmaq/IFe6xAlzl4VTe2I7JFFstgYCnQC+S53M', 2, 'es', 0, 1795615383785299);
INSERT INTO public.person VALUES (116284554915840, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$UBNNTN7dC50WnPvDLYQSOA$QFmZtu/LZ6TiXdpKlbBV1/LpxZcYvnKNuMexFDb/ZpI', 1, 'es', 0, 1795615383915354);
INSERT INTO public.person VALUES (116284555075584, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$Rc88zpYYe/UrKCKiKYthDA$B8tNIhV/XrXvwwvxEk6cXNQwfPhQ9Sl6QmeAU5a4sf0', 1, 'es', 0, 1795615383954956);
INSERT INTO public.person VALUES (116284556722176, 'person2', '', '$argon2id$v=19$m=19456,t=2,p=1$H9+S54sPubfTIM+FbTH6vQ$eygNYtE6Jt9TwSCDFW6GYrU+wsDk+YQnquqSFMhFrZU', 4, 'es', 0, 1795615384356434);
INSERT INTO public.person VALUES (116284557373440, 'deleted-116284557373440', '', '', 0, 'es', 1, 1795615384515471);
INSERT INTO public.person VALUES (116284558069760, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$TFJBCPsxcj+vUcUUvX9oMw$JNw+pRPOH+t9l2wOCuNyO/QZIWuGkPj/w3ZsULntpI8', 1, 'es', 1, 1795615384685095);
INSERT INTO public.project VALUES (116284555177984, 116284554383360, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795615383979425, 1795615383985293, 50, 86400, 0, 2, 980, 0);
INSERT INTO public.project VALUES (116284555452416, 116284554383360, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795615384046485, 0, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116284555489280, 116284554383360, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795615384055091, 1795615384057767, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116284555620352, 116284554383360, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795615384087712, 1795615384095578, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116284556324864, 116284554383360, 'Shared', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 50000, 1, 600, 259200, 0, 1795615384259090, 1795615384260616, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116284556587008, 116284554383360, 'Judged', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795615384323036, 1795615384324847, 50, 86400, 0, 2, 980, 500);
INSERT INTO public.project_count VALUES (116284555177984, 12, 13, 1025, 11, 1, 7, 6, 1, 2, 2, 1, 3, 3, 2, 1, 0, 0, 1, 2, 2, 4, 3687, 6, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116284556587008, 9, 13, 1025, 8, 2, 8, 6, 2, 0, 2, 0, 1, 10, 0, 1, 4, 0, 0, 2, 6, 6, 0, 0, 0, 1, 1, 0);
INSERT INTO public.project_count VALUES (116284556324864, 5, 5, 1, 4, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116284555452416, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116284555489280, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116284555620352, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116284555452416, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116284555489280, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116284555620352, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116284555177984, 1, 300, 0, 0, 0, 0, 0, 1795615385256743, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116284556324864, 1, 300, 0, 0, 32472144000000000, 0, 4, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116284556587008, 1, 300, 0, 0, 0, 0, 0, 1795615394335847, 0, 0, 0, 0);
INSERT INTO public.project_requirement VALUES (116284555177984, 0, 1, 0, 8, '0 1');
INSERT INTO public.project_reviewer VALUES (116284556587008, 116284556722176, 1795615384439470);
INSERT INTO public.qualification VALUES (116284557258752, 116284554383360, 'Films', '', 1795615384487326);
INSERT INTO public.qualification_holder VALUES (116284554915840, 116284557258752, 90, 0, 0, 0, 1795615384490256);
INSERT INTO public.receipt VALUES (0, 'c8ba586142b0416abada26b2deb98714', '\x5548f9db816128486403843c610bf50a', 0, '{"id":116284554383360}', 1795615383785299);
INSERT INTO public.receipt VALUES (116284553539328, '7ce84dbc1f634352bd5f60d2408a32b1', '\x69db6f4f5263e66fc0fafaae646dfb39', 0, '{"transfer":116284554907648}', 1795615383912274);
INSERT INTO public.receipt VALUES (0, 'bb6ccdfeb40f4650b3b2246ac2d7effb', '\xb8e393298c7ece857095f90dc7dc6dc8', 0, '{"id":116284554915840}', 1795615383915354);
INSERT INTO public.receipt VALUES (0, '88be8f90b5014aa3848416b240d79e2a', '\x59110b45a168a25c6b4667553c19fb72', 0, '{"id":116284555075584}', 1795615383954956);
INSERT INTO public.receipt VALUES (116284554915840, '4e835f937674496ead466405b13dadbf', '\x72f8164fa65c376070a93c658102c110', 0, '{"id":116284555173888}', 1795615383977600);
INSERT INTO public.receipt VALUES (116284554383360, '035a4467fafd43efa5798f632748e153', '\x1473f165281d3fb4a498718e6339d501', 0, '{"id":116284555177984}', 1795615383979425);
INSERT INTO public.receipt VALUES (116284554383360, '9c0bd6c982f24a368027365f3c57b7ca', '\x9826f5791e17e8ec3e2e406deb1fe8a6', 0, '{"added":7,"repeated":0}', 1795615383982290);
INSERT INTO public.receipt VALUES (116284554383360, '9d437df23be54123b38c3e661a0953c9', '\x3876e5fa1a57cfec04d6def322c8e4a0', 0, '{"id":116284555177984}', 1795615383985293);
INSERT INTO public.receipt VALUES (116284554915840, '641a2f241fa046c59f2ee3ccced047b0', '\x9ecdbd4cf4c063c40d533fd3df365c44', 0, '{"task":1,"deadline_usec":1795615983987916,"price_micros":10000}', 1795615383987916);
INSERT INTO public.receipt VALUES (116284554915840, 'bda57cac2b544706ad17c71b9bbaf294', '\x6d26dc614756895823e1265524c10451', 0, '{"annotation":116284555284480,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795615983991603,"price_micros":10000}}', 1795615383991603);
INSERT INTO public.receipt VALUES (116284554915840, '363e36f295f4421c8b9c90e75b685433', '\xa7e1135725a77660a2fa3f917e8fed4c', 0, '{"annotation":116284555296768,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795615984007836,"price_micros":10000}}', 1795615384007836);
INSERT INTO public.receipt VALUES (116284554915840, 'da0df487b4fe42fcaf6d6b61f60eca9a', '\x5730491c66c8466bc73a8c6c810ab781', 0, '{"annotation":116284555309056,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795615384011291);
INSERT INTO public.receipt VALUES (116284555075584, 'd3ea0ddde54a417bb104631bf511f23f', '\x9ecdbd4cf4c063c40d533fd3df365c44', 0, '{"task":1,"deadline_usec":1795615984012850,"price_micros":10000}', 1795615384012850);
INSERT INTO public.receipt VALUES (116284555075584, '90a540b0e94a4ec4967885628c5916c1', '\x9a8db9f021e2e0d89b8285825c05631a', 0, '{"annotation":116284555321344,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795615984013800,"price_micros":10000}}', 1795615384013800);
INSERT INTO public.receipt VALUES (116284555075584, '69880986d88741e78ba2405ae4f9b003', '\xda6bb478a09049ba8c8509fe0c5d98ff', 0, '{"annotation":116284555341824,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795615984019270,"price_micros":10000}}', 1795615384019270);
INSERT INTO public.receipt VALUES (116284555075584, 'b7dd891b3d0a42828b4a771cc4f0a20b', '\xccb89728693ea0c67910420ace4f7175', 0, '{"annotation":116284555358208,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795615384022548);
INSERT INTO public.receipt VALUES (116284554383360, 'fe7abaa565d24af5adabea36a7e731d0', '\xe6d62efb6336f31a3e1dc2c9579c8d76', 0, '{"decided":2}', 1795615384027361);
INSERT INTO public.receipt VALUES (116284554383360, 'd4450f2cb611447d9be2170a3bfb3042', '\xb36f19bd09e8739d2de66f440a74ece4', 0, '{"decided":1}', 1795615384029325);
INSERT INTO public.receipt VALUES (116284554915840, '9dec4f7a95674664aeaaaa8ef6fe0007', '\x9ecdbd4cf4c063c40d533fd3df365c44', 0, '{"task":4,"deadline_usec":1795615984030361,"price_micros":10000}', 1795615384030361);
INSERT INTO public.receipt VALUES (116284554915840, '5a0a0eb6b1ee40e8a0904491075fbb08', '\xa38ec5d8c53d87132582cd7de30c6d5e', 0, '{"next":{"task":5,"deadline_usec":1795615984031280,"price_micros":10000}}', 1795615384031280);
INSERT INTO public.receipt VALUES (116284554383360, 'e30a5841d5b74e3088759516df967008', '\x8ee383eb0747214c4a1977328b1bfeea', 0, '{}', 1795615384038013);
INSERT INTO public.receipt VALUES (116284554383360, '3fd603ef0e4e4044b160b1546db9ff71', '\x7451605484ec8283a100417a26cade61', 0, '{"added":2,"repeated":0}', 1795615384044480);
INSERT INTO public.receipt VALUES (116284554383360, '198d8867a3e849dcbc4c6b9b75984297', '\x8177f3e72f95d43a13536099f9a6dc15', 0, '{"id":116284555452416}', 1795615384046485);
INSERT INTO public.receipt VALUES (116284554383360, '6f6f9a1bfa9e44f3960d9f49b10bccd0', '\x1382e496a0be5fd494ab839fc9358279', 0, '{"added":1,"repeated":0}', 1795615384047958);
INSERT INTO public.receipt VALUES (116284554383360, '6d4f3e46ea90442bb96f6ae0391edbaa', '\xf81da9df236a9e6a6aa0b58857e2d5a5', 0, '{"id":116284555489280}', 1795615384055091);
INSERT INTO public.receipt VALUES (116284554383360, '5544acf725ce4506b8e0c43d73a270a4', '\x878bb82e9dd8b2e3d48e93e4b8dc06b8', 0, '{"added":2,"repeated":0}', 1795615384056545);
INSERT INTO public.receipt VALUES (116284554383360, 'a062ddaf149d48a2b8a90733488d81fc', '\x8c4ce2b5aaca0cc71789dcdc8f9d4d27', 0, '{"id":116284555489280}', 1795615384057767);
INSERT INTO public.receipt VALUES (116284555075584, '1047689c206a4717b994fc544c3831ad', '\xd2622c37a035c9339a0ca004bf52bc18', 0, '{"task":1,"deadline_usec":1795615984061209,"price_micros":0}', 1795615384061209);
INSERT INTO public.receipt VALUES (116284555075584, '8c085cf1cf444066bcd06583d61400b2', '\xea46a8c15be8c1a0c3ed90cc501da969', 0, '{"annotation":116284555591680,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795615384078910);
INSERT INTO public.receipt VALUES (116284554383360, 'a5f63a897d884b88bd64dc5a766ef26b', '\x9ac569248828904193eae25e9f74255e', 0, '{"id":116284555489280}', 1795615384081345);
INSERT INTO public.receipt VALUES (116284554383360, '17f9b1eefdf94f8e8503f3fc6a105ca2', '\xa064d63c496524c90701f5c068650f26', 0, '{"id":116284555620352}', 1795615384087712);
INSERT INTO public.receipt VALUES (116284554383360, '5b7eedf4151a4dc1bf8af9660611e1fb', '\x05df3935777eacce67bf6d53ba607148', 0, '{"added":1,"repeated":0}', 1795615384093268);
INSERT INTO public.receipt VALUES (116284554383360, '0dba8321531f4d7895de21eb41d6ddaf', '\x1f56993c482f0659e1ff255347a0a92d', 0, '{"id":116284555620352}', 1795615384095578);
INSERT INTO public.receipt VALUES (116284554915840, 'b01e1d6c2d5c4a4d9c2b14be6b1f06ff', '\x6f6b1a718bf05f70ec00f2fab7d5566a', 0, '{"task":1,"deadline_usec":1795615984098443,"price_micros":50000}', 1795615384098443);
INSERT INTO public.receipt VALUES (116284554915840, 'edfeba92f90548d4be2fe8190b6859a3', '\xc69dee29fe584295a271fb2f5a120d60', 0, '{"annotation":116284555698176,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795615384102246);
INSERT INTO public.receipt VALUES (116284554383360, '2e2ec28f25f84ec7bbc405cd83aa222b', '\xa5579025e3d9b870439a928863be4364', 0, '{"id":116284555620352}', 1795615384107371);
INSERT INTO public.receipt VALUES (116284554383360, 'c2db25fa14894434a8b6ea9f55ff5e9b', '\x723c47af267cb49f135c29c2b1bfd484', 0, '{"id":116284555735040}', 1795615384115293);
INSERT INTO public.receipt VALUES (116284554383360, 'ac9ef7cd428e4d799716509465b07c15', '\x98fa9757032855cfa9e1654ea2c4cb95', 0, '{"id":116284555735040}', 1795615384126249);
INSERT INTO public.receipt VALUES (116284554383360, 'import-116284555735040-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795615384133840);
INSERT INTO public.receipt VALUES (116284554383360, '9449856c759d40f091de1f99d06fe047', '\xd87dea150ae6631c8b85221b8ee256c7', 0, '{"id":116284556009472}', 1795615384182498);
INSERT INTO public.receipt VALUES (116284554383360, '4fd33f0aa677486599b2130b989686fd', '\x9329fe959dfaf5e54cf7d71f4770d7b5', 0, '{"id":116284556009472}', 1795615384195100);
INSERT INTO public.receipt VALUES (116284554383360, 'e753dd4ceaeb4316bafc970f035e1523', '\x04560644eda5f9f8a58c4ee938cc0250', 0, '{"id":116284556275712}', 1795615384247780);
INSERT INTO public.receipt VALUES (116284555075584, 'e2deb29d54a9483ea586d260613c29ba', '\x0bdc2e63a33922a0f29f66e47b0022b2', 0, '{"leases":[{"task":4,"deadline_usec":1795701784248882,"price_micros":10000},{"task":5,"deadline_usec":1795701784248882,"price_micros":10000}]}', 1795615384248882);
INSERT INTO public.receipt VALUES (116284554915840, '9021ab16d7e847b2b7a890409fc9741c', '\x05170752a13bdeb94deeaf17af42b4de', 0, '{"id":116284556292096}', 1795615384251125);
INSERT INTO public.receipt VALUES (116284554915840, '30c26f948b54476494597b5c613a4865', '\x1c84b0b4678be39f7b364e32ec23415c', 0, '{"id":116284556296192}', 1795615384252805);
INSERT INTO public.receipt VALUES (116284554915840, 'c2b72cdb392e405cbf558bf792ce4e57', '\x85c011404032ffbc00d452fc0cbc76b3', 0, '{}', 1795615384255520);
INSERT INTO public.receipt VALUES (116284554915840, '6d9bc83dea764b05a8bcce0eb7b0e7c9', '\xfde2e6c1f0bfb233abdf1ee2bd3e3371', 0, '{}', 1795615384256743);
INSERT INTO public.receipt VALUES (116284554383360, '1bc341eb77864435becaceb1a1aba35b', '\xfeece5086fe59c7924bb9c39e5432a8f', 0, '{"id":116284556324864}', 1795615384259090);
INSERT INTO public.receipt VALUES (116284554383360, '121b3a822d4b45b3a052c2d6a4655321', '\x05077091403f5aaa091ef8324a0c61b9', 0, '{"added":4,"repeated":0}', 1795615384259902);
INSERT INTO public.receipt VALUES (116284554383360, 'c93102598de74c03afa19ce696124105', '\x4e2157dcda934e5a332f0c4701390e97', 0, '{"id":116284556324864}', 1795615384260616);
INSERT INTO public.receipt VALUES (116284554915840, '7c0319aa29aa42029f97d4fd455a1a87', '\x97e81e65b14f67f9f38218c31817d0d8', 0, '{}', 1795615384313707);
INSERT INTO public.receipt VALUES (116284554383360, '46f291de64a34565903d5945e5feb943', '\x1681d02a77501fc8ad8a8203402ffc22', 0, '{"id":116284556324864}', 1795615384315255);
INSERT INTO public.receipt VALUES (116284554383360, 'fbfb4188e20140d58b006af20f028d60', '\xcf8c1f72039f307dd08806ab824b91a0', 0, '{"id":116284556587008}', 1795615384323036);
INSERT INTO public.receipt VALUES (116284554383360, '3c62c22c83ad47349135fe568f99bfce', '\xa8c64481737d63f7d8f4c74e09523a7b', 0, '{"added":8,"repeated":0}', 1795615384323939);
INSERT INTO public.receipt VALUES (116284554383360, '359dcd20be32455e96706e4d7e8da23d', '\x1b10f595dd9926870328bc55b102de9d', 0, '{"id":116284556587008}', 1795615384324847);
INSERT INTO public.receipt VALUES (116284554915840, '65498f8a1f4d48c0a60cbe98f4046770', '\x8be2009bf59b96c8f0cae51d123f2b7c', 0, '{"task":1,"deadline_usec":1795615984326613,"price_micros":10000}', 1795615384326613);
INSERT INTO public.receipt VALUES (116284554915840, '74f7d00f300244248b391cb0357dd7c7', '\xa67b999cdac75cd4914e6df455945bb9', 0, '{"annotation":116284556623872,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":2,"deadline_usec":1795615984331146,"price_micros":10000}}', 1795615384331146);
INSERT INTO public.receipt VALUES (116284554915840, 'ef53732a59db4082a65c24559bd14146', '\xa185c4d79e0c0930ce2e3d01ac9b832e', 0, '{"annotation":116284556627968,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":3,"deadline_usec":1795615984333693,"price_micros":10000}}', 1795615384333693);
INSERT INTO public.receipt VALUES (116284554915840, '9f5dc592d3f943bf989924e6001cb269', '\xb6f54184298a80cf4ea7b6be156799ce', 0, '{"annotation":116284556636160,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":{"task":4,"deadline_usec":1795615984334986,"price_micros":10000}}', 1795615384334986);
INSERT INTO public.receipt VALUES (116284554915840, 'c3739cbcde8c47819d3b3b7e2889bfbf', '\x92fdeadc8f4f1c8831fc0d94891b4c9c', 0, '{"annotation":116284556640256,"state":"submitted","price_micros":10000,"pending_micros":70000,"late":false,"next":{"task":5,"deadline_usec":1795615984336366,"price_micros":10000}}', 1795615384336366);
INSERT INTO public.receipt VALUES (116284554915840, 'd441d13d4b9f4cd78cedd28933a4345b', '\x0b2ba49d2423e0280e3f5ba8f7e9d37f', 0, '{"annotation":116284556648448,"state":"submitted","price_micros":10000,"pending_micros":80000,"late":false,"next":{"task":6,"deadline_usec":1795615984337932,"price_micros":10000}}', 1795615384337932);
INSERT INTO public.receipt VALUES (116284554915840, '4b0904bfa2c0489f8292bfda1422b483', '\xa391d4d19dafcf76635152b41238a271', 0, '{"annotation":116284556652544,"state":"submitted","price_micros":10000,"pending_micros":90000,"late":false,"next":null}', 1795615384339469);
INSERT INTO public.receipt VALUES (116284555075584, 'fef585ae8b894d008c52086a197c5160', '\x8be2009bf59b96c8f0cae51d123f2b7c', 0, '{"task":1,"deadline_usec":1795615984340484,"price_micros":10000}', 1795615384340484);
INSERT INTO public.receipt VALUES (116284555075584, '28ee4b2ac71d4803b0d91265934f2021', '\xa67b999cdac75cd4914e6df455945bb9', 0, '{"annotation":116284556660736,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795615984341359,"price_micros":10000}}', 1795615384341359);
INSERT INTO public.receipt VALUES (116284555075584, '79f2735c095f4b1aa9c64a5ee6b0f3d7', '\xa185c4d79e0c0930ce2e3d01ac9b832e', 0, '{"annotation":116284556668928,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795615984342917,"price_micros":10000}}', 1795615384342917);
INSERT INTO public.receipt VALUES (116284555075584, 'e7bb623c7eb24c48a7a1fc276ce7f989', '\xb6f54184298a80cf4ea7b6be156799ce', 0, '{"annotation":116284556677120,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":{"task":4,"deadline_usec":1795615984345249,"price_micros":10000}}', 1795615384345249);
INSERT INTO public.receipt VALUES (116284555075584, 'b5278c343b7845ec8484b8c1111c0358', '\x92fdeadc8f4f1c8831fc0d94891b4c9c', 0, '{"annotation":116284556689408,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":5,"deadline_usec":1795615984347364,"price_micros":10000}}', 1795615384347364);
INSERT INTO public.receipt VALUES (116284555075584, '708a51703eb3461e9efe24f6802f31f4', '\x0b2ba49d2423e0280e3f5ba8f7e9d37f', 0, '{"annotation":116284556713984,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":6,"deadline_usec":1795615984353864,"price_micros":10000}}', 1795615384353864);
INSERT INTO public.receipt VALUES (116284555075584, 'e5e4a47b7e2b46a39d104acf962a828b', '\xa391d4d19dafcf76635152b41238a271', 0, '{"annotation":116284556718080,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":null}', 1795615384355276);
INSERT INTO public.receipt VALUES (0, '7662146d87a34a61a719c414a5041dd7', '\x220ff424650cfacece371ef491b297ae', 0, '{"id":116284556722176}', 1795615384356434);
INSERT INTO public.receipt VALUES (116284553539328, '27afba5621d146f9acca23cd45440070', '\x71e362b1c0a9dff55989f6668601db2b', 0, '{"id":116284556722176}', 1795615384438366);
INSERT INTO public.receipt VALUES (116284554383360, '3b5876704f7340128a2a89b71a89e621', '\x65414be519dd84f735192141cee9a14c', 0, '{}', 1795615384439470);
INSERT INTO public.receipt VALUES (116284554383360, '0f14ee9560d8411ea7c042a69f9a9c7e', '\x06241846b6b9d46588754ff879b260b4', 0, '{}', 1795615384441289);
INSERT INTO public.receipt VALUES (116284554383360, '4c8b192723c043c4929bcb7824c300ed', '\x532942a1acb56e2c6868fe6f024a55f1', 0, '{}', 1795615384443947);
INSERT INTO public.receipt VALUES (116284554383360, '6d0ae35c84d3447281e43604c17643ff', '\x309248ce4ad3d85576e61a70a6e8690b', 0, '{"decided":1}', 1795615384446643);
INSERT INTO public.receipt VALUES (116284554915840, '656f79f153364b01a0f22ae3b01ae346', '\x26bd2bbabf5f413a293e2dee69617724', 0, '{}', 1795615384449853);
INSERT INTO public.receipt VALUES (116284556722176, '9ce5b5890be04283af4a259ce2ad12d9', '\x31643f2c07e2ed88ac65231ea086f176', 0, '{"decided":1}', 1795615384451686);
INSERT INTO public.receipt VALUES (116284556722176, 'f1e3aa094a0d412f925725d13371143c', '\x87f724e896fa95f4957ccf3f5474a7a2', 0, '{}', 1795615384453231);
INSERT INTO public.receipt VALUES (116284556722176, '0aa4de630cf548b8af2b743baeafc88f', '\x131485b5f48890a3c56a1664da87b2e6', 0, '{}', 1795615384471575);
INSERT INTO public.receipt VALUES (116284554383360, '9948fd690d2340439ffffa7060a6e620', '\xe3ce447f290dc5fe5330e45ccf8a9b12', 0, '{"wanted":3,"cost_micros":10000}', 1795615384479054);
INSERT INTO public.receipt VALUES (116284554383360, 'eb8bf9f2b004473abffe01d2aa99b8c2', '\xf37e13b96a243f84b713c14d459559ca', 0, '{"id":116284557258752}', 1795615384487326);
INSERT INTO public.receipt VALUES (116284554383360, '1b76f7d8581c4d109b2f710b8749682b', '\xa5df7c4f96910f4dcd1267fe02014a5e', 0, '{}', 1795615384490256);
INSERT INTO public.receipt VALUES (116284554383360, '0a0b2eed6d7e4539a1b9828f32d59b5a', '\xe0067e329d4ab1faa599428752b6be19', 0, '{"id":116284557275136}', 1795615384491688);
INSERT INTO public.receipt VALUES (116284554383360, '8d97936c7a114ef8bcaed3070284fe5e', '\x070e44679b341ce90cfdbb8e56b27c53', 0, '{}', 1795615384494452);
INSERT INTO public.receipt VALUES (116284555075584, 'f7328d4f6c2e46f19714ddbb49691b63', '\xb96e01c70207b97e6f6b13be408ccf85', 0, '{"questions":[2]}', 1795615384495606);
INSERT INTO public.receipt VALUES (116284554383360, '6bbe69362fbe4d76a0b72080751a412d', '\xf2a26d131231bc7949407fc84b425a8a', 0, '{}', 1795615384497653);
INSERT INTO public.receipt VALUES (116284554915840, '1a4fa2f257234db480ed9de07c2404b9', '\x82e37a0c6cf655dd7c897f3b7805a8ad', 0, '{"id":116284557307904}', 1795615384499586);
INSERT INTO public.receipt VALUES (116284554915840, 'eb257c7b477a4fd887c73a360d5801be', '\x5462852ba5e425151f8352e0b700456c', 0, '{"id":116284557307904}', 1795615384505633);
INSERT INTO public.receipt VALUES (116284555075584, '4f3e225fc2ec4822bc25ec663a2764e7', '\x7526beb71fbba7d4b201f8e35a1ab299', 0, '{"id":116284557307904}', 1795615384507596);
INSERT INTO public.receipt VALUES (116284555075584, 'f71f9c806d774a8391d666aa28d168c0', '\x256a52ecfcaff2764bb2b6d7c3370363', 0, '{"id":116284557307904}', 1795615384509686);
INSERT INTO public.receipt VALUES (0, 'cc582be028244ffcaf93d6693de9730a', '\xe91afbe3fead6931eac71927ee7a0766', 0, '{"id":116284557373440}', 1795615384515471);
INSERT INTO public.receipt VALUES (116284557373440, '5c112b3e7cd349b3a84c7932db639518', '\xf0ed9742ea83fb9f9c553a1169b3eb72', 0, '{}', 1795615384596297);
INSERT INTO public.receipt VALUES (0, '67cf554a72434d7da1bcdccdd23cba59', '\xa8d1b43932cfff78c5f13a42557f7bd1', 0, '{"id":116284558069760}', 1795615384685095);
INSERT INTO public.receipt VALUES (116284553539328, '841bd10017804e75a32cbc256a3c4f8f', '\xe43de5fb6bacb492a24709607bc7dbdf', 0, '{"id":116284558069760}', 1795615384770968);
INSERT INTO public.report VALUES (116284555177984, 4, 116284554915840, 'the text is cut', 1795615384031280);
INSERT INTO public.session VALUES ('\xcef780466e51820c869d39db585525d48d1957720a7bc0464b99ac171632a83f', 116284554383360, 1795615383785299, 1798207383785299);
INSERT INTO public.session VALUES ('\xf38f6eee149f3fc6c441f581c87a3df4326e7e4533059c73bb4e538235cb4ecc', 116284553539328, 1795615383837980, 1798207383837980);
INSERT INTO public.session VALUES ('\xf81eccb207d46241f2329a25872df2954757ec892fbfa79e5bf3896de9a1dada', 116284554915840, 1795615383915354, 1798207383915354);
INSERT INTO public.session VALUES ('\xa5d6f410121069d0516d560594c6ca3e231510f233a82277f10f3891c872e07a', 116284555075584, 1795615383954956, 1798207383954956);
INSERT INTO public.session VALUES ('\x7d3d711212960e040de02517bd67d503345d8e219e73507a1d1841c1fb56d61f', 116284556722176, 1795615384356434, 1798207384356434);
INSERT INTO public.setting VALUES ('schema', '7');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '59');
INSERT INTO public.task VALUES (116284555177984, 7, 10, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284556587008, 2, 10, 10, 2, 2, 0, 0, 2);
INSERT INTO public.task VALUES (116284556587008, 1, 10, 11, 1, 1, 0, 0, 2);
INSERT INTO public.task VALUES (116284556587008, 3, 0, 3, 4, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116284556587008, 6, 0, 12, 1, 2, 0, 0, 3);
INSERT INTO public.task VALUES (116284555177984, 2, 0, 2, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116284555177984, 3, 0, 3, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116284555177984, 1, 0, 8, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116284555177984, 6, 0, 6, 3, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284555177984, 8, 0, 9, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284555177984, 9, 0, 10, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284555452416, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284555489280, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284555489280, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116284555620352, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116284555177984, 10, 0, 11, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284555177984, 11, 0, 12, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284555177984, 4, 0, 4, 1, 0, 1, 1, 0);
INSERT INTO public.task VALUES (116284555177984, 5, 0, 5, 4, 0, 2, 0, 0);
INSERT INTO public.task VALUES (116284556324864, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284556324864, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284556324864, 3, 0, 3, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284556324864, 4, 0, 4, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284556587008, 7, 0, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284556587008, 8, 0, 8, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116284556587008, 4, 0, 4, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116284556587008, 5, 0, 5, 2, 2, 0, 0, 0);
INSERT INTO public.task_data VALUES (116284555177984, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795615383982290, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795615383982290, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795615383982290, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795615383982290, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795615383982290, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795615383982290, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795615383982290, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795615384044480, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795615384044480, NULL);
INSERT INTO public.task_data VALUES (116284555452416, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795615384047958, NULL);
INSERT INTO public.task_data VALUES (116284555489280, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795615384056545, NULL);
INSERT INTO public.task_data VALUES (116284555489280, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795615384056545, NULL);
INSERT INTO public.task_data VALUES (116284555620352, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795615384093268, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795615384133840, NULL);
INSERT INTO public.task_data VALUES (116284555177984, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795615384133840, NULL);
INSERT INTO public.task_data VALUES (116284556324864, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795615384259902, NULL);
INSERT INTO public.task_data VALUES (116284556324864, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795615384259902, NULL);
INSERT INTO public.task_data VALUES (116284556324864, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795615384259902, NULL);
INSERT INTO public.task_data VALUES (116284556324864, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795615384259902, NULL);
INSERT INTO public.task_data VALUES (116284556587008, 3, NULL, '\xbf6b2be239f84165d96aaebe4b537bcc', '{"text":"film 82"}', NULL, NULL, NULL, 1795615384323939, NULL);
INSERT INTO public.task_data VALUES (116284556587008, 4, NULL, '\x3514cb802160a102047106eb863dca38', '{"text":"film 83"}', NULL, NULL, NULL, 1795615384323939, NULL);
INSERT INTO public.task_data VALUES (116284556587008, 5, NULL, '\x03a486c574e40e7c33a2e70cf333562f', '{"text":"film 84"}', NULL, NULL, NULL, 1795615384323939, NULL);
INSERT INTO public.task_data VALUES (116284556587008, 6, NULL, '\x5e60d200837abe3bf2312c4486494441', '{"text":"film 85"}', NULL, NULL, NULL, 1795615384323939, NULL);
INSERT INTO public.task_data VALUES (116284556587008, 7, NULL, '\xe99e7681ecb8dedbdfc02e063168653b', '{"text":"film 86"}', NULL, NULL, NULL, 1795615384323939, NULL);
INSERT INTO public.task_data VALUES (116284556587008, 8, NULL, '\x25a35357abf69a6ec8947da357b74887', '{"text":"film 87"}', NULL, NULL, NULL, 1795615384323939, NULL);
INSERT INTO public.task_data VALUES (116284556587008, 1, NULL, '\x72646f12748b7efeb27d18d9e504da87', '{"text":"film 80"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795615384323939, 'it frightens');
INSERT INTO public.task_data VALUES (116284556587008, 2, NULL, '\xeff123c5b72f00999d61ea8576d0d965', '{"text":"film 81"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795615384323939, 'it frightens');
INSERT INTO public.task_fix VALUES (116284556587008, 4, 116284556722176, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 'they laugh', 1795615384453231);
INSERT INTO public.task_label VALUES (116284555177984, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116284555177984, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116284555489280, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116284555620352, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116284556587008, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116284556587008, 4, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116284556587008, 5, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.token VALUES (116284555173888, 116284554915840, 'test', '\x7be9e87b1789378391774d77a650a8d62594fa0818b4f6d69ac8d6c18b092af7', 4, 1795615383977600, 2110975383977600, 0);
INSERT INTO public.transfer VALUES (0, 116284554907648, 1, 0, 1, 116284554383360, 1000000, 1, NULL, 1795615383912274, 1795615383912274);
INSERT INTO public.transfer VALUES (116284555177984, 116284555202560, 2, 0, 116284554383360, 116284555177984, 140000, 1, NULL, 1795615383985293, 1795615383985293);
INSERT INTO public.transfer VALUES (116284555177984, 116284555218944, 3, 1, 116284555177984, 116284554915840, 10000, 0, NULL, 1795615383987916, 0);
INSERT INTO public.transfer VALUES (116284555177984, 116284555288576, 3, 2, 116284555177984, 116284554915840, 10000, 0, NULL, 1795615383991603, 0);
INSERT INTO public.transfer VALUES (116284555177984, 116284555304960, 3, 3, 116284555177984, 116284554915840, 10000, 0, NULL, 1795615384007836, 0);
INSERT INTO public.transfer VALUES (116284555177984, 116284555350016, 3, 3, 116284555177984, 116284555075584, 10000, 1, NULL, 1795615384019270, 1795615384027361);
INSERT INTO public.transfer VALUES (116284555177984, 116284555333632, 3, 2, 116284555177984, 116284555075584, 10000, 1, NULL, 1795615384013800, 1795615384027361);
INSERT INTO public.transfer VALUES (116284555177984, 116284555317248, 3, 1, 116284555177984, 116284555075584, 10000, 2, NULL, 1795615384012850, 1795615384029325);
INSERT INTO public.transfer VALUES (116284555177984, 116284555386880, 3, 4, 116284555177984, 116284554915840, 10000, 2, NULL, 1795615384030361, 1795615384031280);
INSERT INTO public.transfer VALUES (116284555177984, 116284555399168, 3, 5, 116284555177984, 116284554915840, 10000, 0, NULL, 1795615384031280, 0);
INSERT INTO public.transfer VALUES (116284555489280, 116284555501568, 2, 0, 116284554383360, 116284555489280, 0, 1, NULL, 1795615384057767, 1795615384057767);
INSERT INTO public.transfer VALUES (116284555489280, 116284555579392, 3, 1, 116284555489280, 116284555075584, 0, 0, NULL, 1795615384061209, 0);
INSERT INTO public.transfer VALUES (116284555620352, 116284555653120, 2, 0, 116284554383360, 116284555620352, 50000, 1, NULL, 1795615384095578, 1795615384095578);
INSERT INTO public.transfer VALUES (116284555620352, 116284555677696, 3, 1, 116284555620352, 116284554915840, 50000, 1, NULL, 1795615384098443, 1795615384102246);
INSERT INTO public.transfer VALUES (116284555177984, 116284556288000, 3, 4, 116284555177984, 116284555075584, 10000, 0, NULL, 1795615384248882, 0);
INSERT INTO public.transfer VALUES (116284555177984, 116284556288001, 3, 5, 116284555177984, 116284555075584, 10000, 0, NULL, 1795615384248882, 0);
INSERT INTO public.transfer VALUES (116284556324864, 116284556328960, 2, 0, 116284554383360, 116284556324864, 200000, 1, NULL, 1795615384260616, 1795615384260616);
INSERT INTO public.transfer VALUES (116284556587008, 116284556595200, 2, 0, 116284554383360, 116284556587008, 160000, 1, NULL, 1795615384324847, 1795615384324847);
INSERT INTO public.transfer VALUES (116284556587008, 116284556623873, 3, 2, 116284556587008, 116284554915840, 10000, 0, NULL, 1795615384331146, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556632064, 3, 3, 116284556587008, 116284554915840, 10000, 0, NULL, 1795615384333693, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556636161, 3, 4, 116284556587008, 116284554915840, 10000, 0, NULL, 1795615384334986, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556644352, 3, 5, 116284556587008, 116284554915840, 10000, 0, NULL, 1795615384336366, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556648449, 3, 6, 116284556587008, 116284554915840, 10000, 0, NULL, 1795615384337932, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556656640, 3, 1, 116284556587008, 116284555075584, 10000, 0, NULL, 1795615384340484, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556660737, 3, 2, 116284556587008, 116284555075584, 10000, 0, NULL, 1795615384341359, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556673024, 3, 3, 116284556587008, 116284555075584, 10000, 0, NULL, 1795615384342917, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556681216, 3, 4, 116284556587008, 116284555075584, 10000, 0, NULL, 1795615384345249, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556705792, 3, 5, 116284556587008, 116284555075584, 10000, 0, NULL, 1795615384347364, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556713985, 3, 6, 116284556587008, 116284555075584, 10000, 0, NULL, 1795615384353864, 0);
INSERT INTO public.transfer VALUES (116284556587008, 116284556615680, 3, 1, 116284556587008, 116284554915840, 10000, 2, NULL, 1795615384326613, 1795615384446643);
INSERT INTO public.transfer VALUES (116284556587008, 116284557225984, 2, 0, 116284554383360, 116284556587008, 10000, 1, NULL, 1795615384479054, 1795615384479054);
INSERT INTO public.worker_project VALUES (116284555177984, 116284554915840, 5, 3, 0, 0, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116284555489280, 116284555075584, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116284555620352, 116284554915840, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116284555177984, 116284555075584, 5, 3, 2, 1, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116284556587008, 116284554915840, 6, 6, 0, 1, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116284556587008, 116284555075584, 6, 6, 0, 0, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 1);
INSERT INTO public.worker_wish VALUES (116284554915840, 1, 600, 1320, 360, '', 0, 0, 0, 0, 0, 0, 1795615384256743, 1795615384256743, 1795615384325847, 1000, 90000, 90000, 0, 1795615384256743, 0);
INSERT INTO public.worker_wish_project VALUES (116284554915840, 116284556324864, 1);
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
ALTER TABLE ONLY public.course_part
    ADD CONSTRAINT course_part_pkey PRIMARY KEY (course_id, "position");
ALTER TABLE ONLY public.course
    ADD CONSTRAINT course_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.course_try
    ADD CONSTRAINT course_try_pkey PRIMARY KEY (course_id, person_id);
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
ALTER TABLE ONLY public.project_requirement
    ADD CONSTRAINT project_requirement_pkey PRIMARY KEY (project_id, "position");
ALTER TABLE ONLY public.project_reviewer
    ADD CONSTRAINT project_reviewer_pkey PRIMARY KEY (project_id, person_id);
ALTER TABLE ONLY public.project_week
    ADD CONSTRAINT project_week_pkey PRIMARY KEY (week, project_id);
ALTER TABLE ONLY public.qualification_holder
    ADD CONSTRAINT qualification_holder_pkey PRIMARY KEY (person_id, qualification_id);
ALTER TABLE ONLY public.qualification
    ADD CONSTRAINT qualification_pkey PRIMARY KEY (id);
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
CREATE INDEX alert_channel_crew ON public.alert_channel USING btree (crew_id) WHERE (crew_id > 0);
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
CREATE INDEX course_owner ON public.course USING btree (owner_id, id);
CREATE INDEX course_try_person ON public.course_try USING btree (person_id);
CREATE INDEX crew_member_person ON public.crew_member USING btree (person_id);
CREATE INDEX crew_plan ON public.crew USING btree (plan_usec);
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
CREATE INDEX project_requirement_of ON public.project_requirement USING btree (qualification_id) WHERE (qualification_id > 0);
CREATE INDEX qualification_holders ON public.qualification_holder USING btree (qualification_id, person_id);
CREATE INDEX qualification_owner ON public.qualification USING btree (owner_id, id);
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
