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
INSERT INTO public.account VALUES (116242709135360, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116242709184512, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116242708893696, 3, 20000, 140000, 60000, 0);
INSERT INTO public.account VALUES (116242709782528, 3, 0, 200000, 0, 0);
INSERT INTO public.account VALUES (116242708533248, 2, 0, 20000, 0, 80000);
INSERT INTO public.account VALUES (116242708369408, 2, 0, 50000, 0, 90000);
INSERT INTO public.account VALUES (116242707472384, 2, 560000, 1000000, 0, 0);
INSERT INTO public.account VALUES (116242710126592, 3, 0, 170000, 110000, 0);
INSERT INTO public.alert VALUES (116242709803008, 116242708369408, 116242709782528, 0, 116242709753856, 0, 1, 0, 1795680000000000, 0, 1795605167820790);
INSERT INTO public.alert VALUES (116242710188032, 116242708369408, 116242710126592, 0, 116242709753856, 0, 1, 0, 1795680000000000, 0, 1795605167905479);
INSERT INTO public.alert_channel VALUES (116242709757952, 116242708369408, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795605167812865);
INSERT INTO public.alert_rule VALUES (116242709753856, 116242708369408, 0, 0, 0, 10000, 0, 0, 1, 1795605167811577);
INSERT INTO public.alert_setting VALUES (116242708369408, 1320, 360, 0, 480, 1795637567815192);
INSERT INTO public.annotation VALUES (116242708893696, 1, 116242708369408, 116242708930560, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242708922368, 2532, 1795605167609820, 1795864367609820, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242708893696, 2, 116242708369408, 116242708938752, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242708934656, 2190, 1795605167612010, 1795864367612010, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242708893696, 3, 116242708369408, 116242708996096, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242708938753, 1293, 1795605167613303, 1795864367613303, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242708893696, 3, 116242708533248, 116242709078016, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116242709073920, 4442, 1795605167646136, 1795864367646136, 1795605167648184, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242708893696, 2, 116242708533248, 116242709057536, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116242709053441, 2083, 1795605167641694, 1795864367641694, 1795605167648184, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242708893696, 1, 116242708533248, 116242709053440, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116242709041152, 11975, 1795605167639611, 1795864367639611, 1795605167649517, 'not what was asked', 0, 0);
INSERT INTO public.annotation VALUES (116242709135360, 1, 116242708533248, 116242709176320, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116242709168128, 5784, 1795605167668996, 1795864367668996, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242709184512, 1, 116242708369408, 116242709229568, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242709209088, 4093, 1795605167681857, 1795605167681857, 1795605167681857, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242710126592, 3, 116242708369408, 116242710208512, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242710204417, 1162, 1795605167922705, 1795864367922705, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116242710126592, 4, 116242708369408, 116242710216704, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242710212608, 1527, 1795605167924232, 1795864367924232, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116242710126592, 5, 116242708369408, 116242710220800, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242710216705, 1156, 1795605167925388, 1795864367925388, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116242710126592, 6, 116242708369408, 116242710224896, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242710220801, 1148, 1795605167926536, 1795864367926536, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242710126592, 4, 116242708533248, 116242710249472, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242710245376, 1203, 1795605167931850, 1795864367931850, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242710126592, 5, 116242708533248, 116242710253568, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242710249473, 1143, 1795605167932993, 1795864367932993, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242710126592, 6, 116242708533248, 116242710257664, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242710253569, 1173, 1795605167934166, 1795864367934166, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116242710126592, 1, 116242708533248, 116242710233088, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116242710228992, 863, 1795605167928218, 1795864367928218, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116242710126592, 2, 116242708369408, 116242710204416, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116242710200321, 1827, 1795605167921543, 1795864367921543, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116242710126592, 2, 116242708533248, 116242710237184, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116242710233089, 1242, 1795605167929460, 1795864367929460, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116242710126592, 1, 116242708369408, 116242710200320, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116242710192128, 2239, 1795605167919716, 1795864367919716, 1795605167977080, 'the gold says Horror', 1, 0);
INSERT INTO public.annotation VALUES (116242710126592, 3, 116242708533248, 116242710241280, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116242710237185, 1187, 1795605167930647, 1795864367930647, 0, 'Please look again.', 0, 1);
INSERT INTO public.contest VALUES (116242710126592, 1, 116242708369408, 'it is a drama', 0, NULL, 1795605167978106, 0);
INSERT INTO public.course VALUES (116242710474752, 116242707472384, 116242710462464, 'Films', '', 1, 80, 1, 3600, 1795605167986945);
INSERT INTO public.course_part VALUES (116242710474752, 1, 0, 'Read **this**.', '[]', 0, '');
INSERT INTO public.course_part VALUES (116242710474752, 2, 2, 'Which?', '["a","b"]', 1, '');
INSERT INTO public.course_try VALUES (116242710474752, 116242708533248, 1795605167989466, 1795605167989466, 0, 0, 0, '2', 1795605167989466, -1, 0);
INSERT INTO public.event VALUES (1, 116242708893696, 0, 'project.published', '{"project":116242708893696,"tasks":7}', 1795605167605318);
INSERT INTO public.event VALUES (2, 116242708893696, 0, 'annotation.submitted', '{"annotation":116242708930560,"task":1}', 1795605167609820);
INSERT INTO public.event VALUES (3, 116242708893696, 0, 'annotation.submitted', '{"annotation":116242708938752,"task":2}', 1795605167612010);
INSERT INTO public.event VALUES (4, 116242708893696, 0, 'annotation.submitted', '{"annotation":116242708996096,"task":3}', 1795605167613303);
INSERT INTO public.event VALUES (5, 116242708893696, 0, 'task.done', '{"task":1,"share":0.500}', 1795605167639611);
INSERT INTO public.event VALUES (6, 116242708893696, 0, 'annotation.submitted', '{"annotation":116242709053440,"task":1}', 1795605167639611);
INSERT INTO public.event VALUES (7, 116242708893696, 0, 'task.done', '{"task":2,"share":0.500}', 1795605167641694);
INSERT INTO public.event VALUES (8, 116242708893696, 0, 'annotation.submitted', '{"annotation":116242709057536,"task":2}', 1795605167641694);
INSERT INTO public.event VALUES (9, 116242708893696, 0, 'task.done', '{"task":3,"share":0.500}', 1795605167646136);
INSERT INTO public.event VALUES (10, 116242708893696, 0, 'annotation.submitted', '{"annotation":116242709078016,"task":3}', 1795605167646136);
INSERT INTO public.event VALUES (11, 116242708893696, 116242708533248, 'annotation.approved', '{"annotation":116242709078016,"task":3,"project":116242708893696}', 1795605167648184);
INSERT INTO public.event VALUES (12, 116242708893696, 116242708533248, 'annotation.approved', '{"annotation":116242709057536,"task":2,"project":116242708893696}', 1795605167648184);
INSERT INTO public.event VALUES (13, 116242708893696, 116242708533248, 'annotation.rejected', '{"annotation":116242709053440,"task":1,"project":116242708893696}', 1795605167649517);
INSERT INTO public.event VALUES (14, 116242708893696, 0, 'task.reported', '{"task":4}', 1795605167654946);
INSERT INTO public.event VALUES (15, 116242709135360, 0, 'project.published', '{"project":116242709135360,"tasks":2}', 1795605167662290);
INSERT INTO public.event VALUES (16, 116242709135360, 0, 'task.done', '{"task":1,"share":1.000}', 1795605167668996);
INSERT INTO public.event VALUES (17, 116242709135360, 0, 'annotation.submitted', '{"annotation":116242709176320,"task":1}', 1795605167668996);
INSERT INTO public.event VALUES (18, 116242709135360, 0, 'project.paused', '{"project":116242709135360}', 1795605167671209);
INSERT INTO public.event VALUES (19, 116242709184512, 0, 'project.published', '{"project":116242709184512,"tasks":1}', 1795605167673798);
INSERT INTO public.event VALUES (20, 116242709184512, 0, 'task.done', '{"task":1,"share":1.000}', 1795605167681857);
INSERT INTO public.event VALUES (21, 116242709184512, 0, 'annotation.submitted', '{"annotation":116242709229568,"task":1}', 1795605167681857);
INSERT INTO public.event VALUES (22, 116242709184512, 0, 'project.completed', '{"project":116242709184512}', 1795605167683872);
INSERT INTO public.event VALUES (23, 116242708893696, 0, 'import.progress', '{"import":116242709237760,"handled_bytes":12}', 1795605167698515);
INSERT INTO public.event VALUES (24, 116242708893696, 0, 'import.progress', '{"import":116242709237760,"handled_bytes":21}', 1795605167698866);
INSERT INTO public.event VALUES (25, 116242708893696, 0, 'import.done', '{"import":116242709237760,"ok":true}', 1795605167699409);
INSERT INTO public.event VALUES (26, 116242708893696, 0, 'import.progress', '{"import":116242709487616,"handled_bytes":12}', 1795605167766104);
INSERT INTO public.event VALUES (27, 116242708893696, 0, 'import.done', '{"import":116242709487616,"ok":false}', 1795605167771536);
INSERT INTO public.event VALUES (28, 116242709782528, 0, 'project.published', '{"project":116242709782528,"tasks":4}', 1795605167819956);
INSERT INTO public.event VALUES (29, 116242709782528, 116242708369408, 'offer.made', '{"offer":116242709798912,"project":116242709782528,"tasks":4,"price_micros":50000,"until":"2026-11-25T11:22:47Z"}', 1795605167820790);
INSERT INTO public.event VALUES (30, 116242709782528, 0, 'project.updated', '{"project":116242709782528}', 1795605167882905);
INSERT INTO public.event VALUES (31, 116242710126592, 0, 'project.published', '{"project":116242710126592,"tasks":8}', 1795605167904438);
INSERT INTO public.event VALUES (32, 116242710126592, 116242708369408, 'offer.made', '{"offer":116242710183936,"project":116242710126592,"tasks":8,"price_micros":10000,"until":"2026-11-25T11:22:47Z"}', 1795605167905479);
INSERT INTO public.event VALUES (33, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710200320,"task":1}', 1795605167919716);
INSERT INTO public.event VALUES (34, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710204416,"task":2}', 1795605167921543);
INSERT INTO public.event VALUES (35, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710208512,"task":3}', 1795605167922705);
INSERT INTO public.event VALUES (36, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710216704,"task":4}', 1795605167924232);
INSERT INTO public.event VALUES (37, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710220800,"task":5}', 1795605167925388);
INSERT INTO public.event VALUES (38, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710224896,"task":6}', 1795605167926536);
INSERT INTO public.event VALUES (39, 116242710126592, 0, 'task.done', '{"task":1,"share":1.000}', 1795605167928218);
INSERT INTO public.event VALUES (40, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710233088,"task":1}', 1795605167928218);
INSERT INTO public.event VALUES (41, 116242710126592, 0, 'task.done', '{"task":2,"share":1.000}', 1795605167929460);
INSERT INTO public.event VALUES (42, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710237184,"task":2}', 1795605167929460);
INSERT INTO public.event VALUES (43, 116242710126592, 0, 'task.done', '{"task":3,"share":1.000}', 1795605167930647);
INSERT INTO public.event VALUES (44, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710241280,"task":3}', 1795605167930647);
INSERT INTO public.event VALUES (45, 116242710126592, 0, 'task.done', '{"task":4,"share":1.000}', 1795605167931850);
INSERT INTO public.event VALUES (46, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710249472,"task":4}', 1795605167931850);
INSERT INTO public.event VALUES (47, 116242710126592, 0, 'task.done', '{"task":5,"share":1.000}', 1795605167932993);
INSERT INTO public.event VALUES (48, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710253568,"task":5}', 1795605167932993);
INSERT INTO public.event VALUES (49, 116242710126592, 0, 'task.done', '{"task":6,"share":1.000}', 1795605167934166);
INSERT INTO public.event VALUES (50, 116242710126592, 0, 'annotation.submitted', '{"annotation":116242710257664,"task":6}', 1795605167934166);
INSERT INTO public.event VALUES (51, 116242710126592, 116242708369408, 'annotation.rejected', '{"annotation":116242710200320,"task":1,"project":116242710126592}', 1795605167977080);
INSERT INTO public.event VALUES (52, 116242710126592, 0, 'gold.contested', '{"task":1}', 1795605167978106);
INSERT INTO public.event VALUES (53, 116242710126592, 116242708533248, 'annotation.sent_back', '{"annotation":116242710241280,"task":3,"project":116242710126592}', 1795605167979395);
INSERT INTO public.event VALUES (54, 116242710126592, 0, 'task.fixed', '{"task":4}', 1795605167980610);
INSERT INTO public.event VALUES (55, 116242708893696, 0, 'project.updated', '{"project":116242708893696}', 1795605167990835);
INSERT INTO public.import VALUES (116242709237760, 116242708893696, 116242707472384, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795605167685465);
INSERT INTO public.import VALUES (116242709487616, 116242708893696, 116242707472384, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795605167746267);
INSERT INTO public.import VALUES (116242709741568, 116242708893696, 116242707472384, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795605167808666);
INSERT INTO public.lease VALUES (116242708893696, 116242708369408, 1, 1, 1795605167607288, 1795605767607288, 116242708922368, 0);
INSERT INTO public.lease VALUES (116242708893696, 116242708369408, 2, 1, 1795605167609820, 1795605767609820, 116242708934656, 0);
INSERT INTO public.lease VALUES (116242708893696, 116242708369408, 3, 1, 1795605167612010, 1795605767612010, 116242708938753, 0);
INSERT INTO public.lease VALUES (116242708893696, 116242708533248, 1, 1, 1795605167627636, 1795605767627636, 116242709041152, 0);
INSERT INTO public.lease VALUES (116242708893696, 116242708533248, 2, 1, 1795605167639611, 1795605767639611, 116242709053441, 0);
INSERT INTO public.lease VALUES (116242708893696, 116242708533248, 3, 1, 1795605167641694, 1795605767641694, 116242709073920, 0);
INSERT INTO public.lease VALUES (116242708893696, 116242708369408, 4, 2, 1795605167654169, 1795605767654169, 116242709110784, 0);
INSERT INTO public.lease VALUES (116242708893696, 116242708369408, 5, 0, 1795605167654946, 1795605767654946, 116242709114880, 0);
INSERT INTO public.lease VALUES (116242709135360, 116242708533248, 1, 1, 1795605167663212, 1795605767663212, 116242709168128, 0);
INSERT INTO public.lease VALUES (116242709184512, 116242708369408, 1, 1, 1795605167677764, 1795605767677764, 116242709209088, 0);
INSERT INTO public.lease VALUES (116242708893696, 116242708533248, 4, 0, 1795605167809523, 1795691567809523, 116242709749760, 1);
INSERT INTO public.lease VALUES (116242708893696, 116242708533248, 7, 0, 1795605167809523, 1795691567809523, 116242709749761, 1);
INSERT INTO public.lease VALUES (116242710126592, 116242708369408, 1, 1, 1795605167917477, 1795605767917477, 116242710192128, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708369408, 2, 1, 1795605167919716, 1795605767919716, 116242710200321, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708369408, 3, 1, 1795605167921543, 1795605767921543, 116242710204417, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708369408, 4, 1, 1795605167922705, 1795605767922705, 116242710212608, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708369408, 5, 1, 1795605167924232, 1795605767924232, 116242710216705, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708369408, 6, 1, 1795605167925388, 1795605767925388, 116242710220801, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708533248, 1, 1, 1795605167927355, 1795605767927355, 116242710228992, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708533248, 2, 1, 1795605167928218, 1795605767928218, 116242710233089, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708533248, 4, 1, 1795605167930647, 1795605767930647, 116242710245376, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708533248, 5, 1, 1795605167931850, 1795605767931850, 116242710249473, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708533248, 6, 1, 1795605167932993, 1795605767932993, 116242710253569, 0);
INSERT INTO public.lease VALUES (116242710126592, 116242708533248, 3, 0, 1795605167979395, 1795691567979395, 116242710237185, 0);
INSERT INTO public.offer VALUES (116242709782528, 116242708369408, 116242709798912, 0, 4, 4, 1795605167820790, 1795605767820790);
INSERT INTO public.offer VALUES (116242710126592, 116242708369408, 116242710183936, 2, 6, 0, 1795605167905479, 1795608467917477);
INSERT INTO public.opinion VALUES (116242710126592, 5, 116242710261760, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 1795605167982204);
INSERT INTO public.outbox VALUES (116242709803009, 116242708369408, 116242709757952, 0, 1, 0, 1, '', 0, 0, 0, 1795680000000000, 1795701600000000, 1795605167820790, 0, 0, '', '');
INSERT INTO public.person VALUES (116242706534144, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$9DNSpT8iThBwYqzkYbMsQQ$jc1iQ9d+fURKZvYq2Bf21rmYBTVK2Y4nvfZvXHxCcE0', 8, 'es', 0, 1795605167024199);
INSERT INTO public.person VALUES (116242707472384, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$gTcwnrywW4l8/jYUZsXrjw$sTfNrT2sVyhndf+Fd7VRFBKyqbk6f4G+2hc/I+qdvFM', 2, 'es', 0, 1795605167254728);
INSERT INTO public.person VALUES (116242708369408, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$F2W2XI64kqqSlAS62IsI6g$EbxjPU+CJDpb7xDA4+8UPUWDsm91Sw3O9fzfaR1rK8M', 1, 'es', 0, 1795605167473225);
INSERT INTO public.person VALUES (116242708533248, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$RWuq/ec00cVHC3UZDPb3Dg$sovCL7LyJ5+64vp0JGarqmoDpQTlAuiekxpqqONINZQ', 1, 'es', 0, 1795605167513427);
INSERT INTO public.person VALUES (116242710261760, 'person2', '', '$argon2id$v=19$m=19456,t=2,p=1$+GHMlFjFgf+K8YZ3/W4Qbg$iwPC8d14NeGQ0kxVWnMU6G1TajKx0lAPVDQrR6KlptY', 4, 'es', 0, 1795605167935193);
INSERT INTO public.person VALUES (116242710491136, 'deleted-116242710491136', '', '', 0, 'es', 1, 1795605167991859);
INSERT INTO public.person VALUES (116242710728704, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$x0tPqkHyM7wTWU45qERkLw$B3AABtVnyCoo8gZs9OacY4solb7SeOmjk5LPcC59uxw', 1, 'es', 1, 1795605168049340);
INSERT INTO public.project VALUES (116242708893696, 116242707472384, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795605167601163, 1795605167605318, 50, 86400, 0, 2, 980, 0);
INSERT INTO public.project VALUES (116242709131264, 116242707472384, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795605167659426, 0, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116242709135360, 116242707472384, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795605167660858, 1795605167662290, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116242709184512, 116242707472384, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795605167672424, 1795605167673798, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116242709782528, 116242707472384, 'Shared', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 50000, 1, 600, 259200, 0, 1795605167818379, 1795605167819956, 50, 86400, 0, 1, 980, 0);
INSERT INTO public.project VALUES (116242710126592, 116242707472384, 'Judged', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795605167902254, 1795605167904438, 50, 86400, 0, 2, 980, 500);
INSERT INTO public.project_count VALUES (116242708893696, 12, 13, 1025, 11, 1, 7, 6, 1, 2, 2, 1, 3, 3, 2, 1, 0, 0, 1, 2, 2, 4, 2532, 6, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116242710126592, 9, 13, 1025, 8, 2, 8, 6, 2, 0, 2, 0, 1, 10, 0, 1, 4, 0, 0, 2, 6, 6, 0, 0, 0, 1, 1, 0);
INSERT INTO public.project_count VALUES (116242709782528, 5, 5, 1, 4, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116242709131264, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116242709135360, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116242709184512, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116242709131264, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116242709135360, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116242709184512, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116242708893696, 1, 300, 0, 0, 0, 0, 0, 1795605168816261, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116242709782528, 1, 300, 0, 0, 32472144000000000, 0, 4, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116242710126592, 1, 300, 0, 0, 0, 0, 0, 1795605177915479, 0, 0, 0, 0);
INSERT INTO public.project_requirement VALUES (116242708893696, 0, 1, 0, 8, '0 1');
INSERT INTO public.project_reviewer VALUES (116242710126592, 116242710261760, 1795605167971241);
INSERT INTO public.qualification VALUES (116242710462464, 116242707472384, 'Films', '', 1795605167984546);
INSERT INTO public.qualification_holder VALUES (116242708369408, 116242710462464, 90, 0, 0, 0, 1795605167985786);
INSERT INTO public.receipt VALUES (0, '914bacf76f8e4a04842e9ad1a8bb5a64', '\xf80bc2caefdca28e0c2a056c0bdf7ee9', 0, '{"id":116242707472384}', 1795605167254728);
INSERT INTO public.receipt VALUES (116242706534144, 'fb2806a7f2354469b481b162aa49cbd8', '\xfecf62775305d92d05651d6eb8613205', 0, '{"transfer":116242708361216}', 1795605167470302);
INSERT INTO public.receipt VALUES (0, '5ecac6462f26463ba999cc2518f5c4f1', '\x06a3b8a398f9af51f764c0079de4574b', 0, '{"id":116242708369408}', 1795605167473225);
INSERT INTO public.receipt VALUES (0, 'db0b7d80927940dbabf96dd1f9fe7f9d', '\x282aa03cbf3b6bab8e5db1ec322972fc', 0, '{"id":116242708533248}', 1795605167513427);
INSERT INTO public.receipt VALUES (116242708369408, 'fd556cce4a67492ba4f96816a26a09fc', '\x196240af63c0b4252ea1bafd799f1b8c', 0, '{"id":116242708885504}', 1795605167599857);
INSERT INTO public.receipt VALUES (116242707472384, 'c2b7bb94ff31431890bc6ef87b953ff4', '\xbfc6293f2e4daacf818487b63a4d4e3b', 0, '{"id":116242708893696}', 1795605167601163);
INSERT INTO public.receipt VALUES (116242707472384, '80a5a40cc053404ab6f02c3830617534', '\xbbba3f61a80863bb056eb4dd845adf1e', 0, '{"added":7,"repeated":0}', 1795605167603092);
INSERT INTO public.receipt VALUES (116242707472384, '560cc8de7dfd49ada453fe463aba4273', '\xc1043f591403bbc5d724ef4919c06b03', 0, '{"id":116242708893696}', 1795605167605318);
INSERT INTO public.receipt VALUES (116242708369408, 'cc8b7f992dd24cbb931d7b015e5b6d7d', '\x2145e2adefe1d4e22d1abc49d87b762d', 0, '{"task":1,"deadline_usec":1795605767607288,"price_micros":10000}', 1795605167607288);
INSERT INTO public.receipt VALUES (116242708369408, '8e60ccc2e8184a138bbc77dda9511592', '\x9f4aa5cdf9aafb11ea767d8b7c9b6d66', 0, '{"annotation":116242708930560,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795605767609820,"price_micros":10000}}', 1795605167609820);
INSERT INTO public.receipt VALUES (116242708369408, '8fea49b59cda48d699017b334e01e88d', '\x5ec7a8c1fd9e548484174d76e2ab8023', 0, '{"annotation":116242708938752,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795605767612010,"price_micros":10000}}', 1795605167612010);
INSERT INTO public.receipt VALUES (116242708369408, '60532bce978b448fa36fa07774037ded', '\xa581f79547d339dfbfcd59790651523d', 0, '{"annotation":116242708996096,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795605167613303);
INSERT INTO public.receipt VALUES (116242708533248, 'bf5305647d6d4d36b177ce90ac186923', '\x2145e2adefe1d4e22d1abc49d87b762d', 0, '{"task":1,"deadline_usec":1795605767627636,"price_micros":10000}', 1795605167627636);
INSERT INTO public.receipt VALUES (116242708533248, 'eea9eb6bc7b94c7bb5a636105557ac06', '\x1fc453280b27ceb8c79520412cb91671', 0, '{"annotation":116242709053440,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795605767639611,"price_micros":10000}}', 1795605167639611);
INSERT INTO public.receipt VALUES (116242708533248, 'd9a4f826d3ff47f7b5b17095d8fc792c', '\x97784d425c87c4bbf14fbd58ce987376', 0, '{"annotation":116242709057536,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795605767641694,"price_micros":10000}}', 1795605167641694);
INSERT INTO public.receipt VALUES (116242708533248, '48bda43f544b4789a79a67a3a68f4e43', '\x1c3c8832c046bdd555cc19386c62106c', 0, '{"annotation":116242709078016,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795605167646136);
INSERT INTO public.receipt VALUES (116242707472384, 'bc9896bccb724106b69c3160599a96ea', '\x0fd8f8421abb1c9dddd2da098503e25f', 0, '{"decided":2}', 1795605167648184);
INSERT INTO public.receipt VALUES (116242707472384, '1d62b8433f0d408c9a10edd0f9f01dfe', '\xbb7f62157d19983dec1440e12bd9b609', 0, '{"decided":1}', 1795605167649517);
INSERT INTO public.receipt VALUES (116242708369408, 'f24788134b6f4ae9a087a444b24c7ca6', '\x2145e2adefe1d4e22d1abc49d87b762d', 0, '{"task":4,"deadline_usec":1795605767654169,"price_micros":10000}', 1795605167654169);
INSERT INTO public.receipt VALUES (116242708369408, 'a08d6b90d00d4cf0823e8cbc26136981', '\x0a6f281edb5d4abcc03382b1c6260461', 0, '{"next":{"task":5,"deadline_usec":1795605767654946,"price_micros":10000}}', 1795605167654946);
INSERT INTO public.receipt VALUES (116242707472384, '4a1e0418f3a34de4acc998ea0f6f1405', '\x19f69398425a67bd1c67efc5e7580dd3', 0, '{}', 1795605167656182);
INSERT INTO public.receipt VALUES (116242707472384, '63f28a0a048747ca9949c5e5e900a5e0', '\x9ed9c4464a05792823bb2be978890d80', 0, '{"added":2,"repeated":0}', 1795605167658729);
INSERT INTO public.receipt VALUES (116242707472384, 'c59fb0563c0a41788b4dcec5efce5b15', '\x0221ec7aff406b6549080b94f86f3b80', 0, '{"id":116242709131264}', 1795605167659426);
INSERT INTO public.receipt VALUES (116242707472384, 'bf6ed320c1b74da9bcb50a67e4cda282', '\xf6bad483aebb4d0ec6c8e1edada23ffb', 0, '{"added":1,"repeated":0}', 1795605167660207);
INSERT INTO public.receipt VALUES (116242707472384, 'efd532ae7b1b4d449d6eabab65221107', '\x9dd6242c144363e12337f3a7b3e33546', 0, '{"id":116242709135360}', 1795605167660858);
INSERT INTO public.receipt VALUES (116242707472384, 'bf1dcaccc97a4ecbabd365f0a6b7dd9f', '\x9da7adc4d6afaf5e5b3e375c3d5e2c7d', 0, '{"added":2,"repeated":0}', 1795605167661637);
INSERT INTO public.receipt VALUES (116242707472384, '5ec6081a22ab46f29b3e76863aff4039', '\x1721a9af5f5a1dbba12bbc57782b24e4', 0, '{"id":116242709135360}', 1795605167662290);
INSERT INTO public.receipt VALUES (116242708533248, '73a2e3b410c8423fafac9b75e938473c', '\xcbb9d33010f25854d59c74a5c2d071e7', 0, '{"task":1,"deadline_usec":1795605767663212,"price_micros":0}', 1795605167663212);
INSERT INTO public.receipt VALUES (116242708533248, '9fc900a736e74ed3bac9b5b3cc7eb8b7', '\x2d99dd620ab3ca399bf59a0cc5abcd2c', 0, '{"annotation":116242709176320,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795605167668996);
INSERT INTO public.receipt VALUES (116242707472384, '3cc0e6114be24db590d9755dadd30e06', '\x6425b70b9128ef058f08399ba444b8d8', 0, '{"id":116242709135360}', 1795605167671209);
INSERT INTO public.receipt VALUES (116242707472384, '52cae26f2db0438db4a4c73971e071c9', '\xd05b9b64183c6b395789d5377fe79336', 0, '{"id":116242709184512}', 1795605167672424);
INSERT INTO public.receipt VALUES (116242707472384, 'd8740f727c644d5b806988b012a8668c', '\xf6c347fa8bf2e828fea447e89aab7618', 0, '{"added":1,"repeated":0}', 1795605167673177);
INSERT INTO public.receipt VALUES (116242707472384, '04b9fc76725f480397b0f4b83f3383e0', '\x35a60800a7b3d81b9f16090b33cc0e05', 0, '{"id":116242709184512}', 1795605167673798);
INSERT INTO public.receipt VALUES (116242708369408, 'ed4f7b27f1ff480b8c5f0fc471906b8f', '\x73a0c34bced6b7bdf329e9e67912bf33', 0, '{"task":1,"deadline_usec":1795605767677764,"price_micros":50000}', 1795605167677764);
INSERT INTO public.receipt VALUES (116242708369408, 'b4a4fb2566da4a308d6173c64a0517bc', '\xe7112f74e53d9de056e73146f3319323', 0, '{"annotation":116242709229568,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795605167681857);
INSERT INTO public.receipt VALUES (116242707472384, '92f31013e46c4ad6a4e14abf0dbcd654', '\x0a0a26395885859560b54b4f90dd13df', 0, '{"id":116242709184512}', 1795605167683872);
INSERT INTO public.receipt VALUES (116242707472384, '54f211a35ac74459ba9b63f1cfc52b7d', '\x3f21acb76e2895355c8157b29dce1565', 0, '{"id":116242709237760}', 1795605167685465);
INSERT INTO public.receipt VALUES (116242707472384, '6a5c7d37d17e46aa841b4c5791557862', '\xb26ddf6c94f382a15cd9de40fed975b1', 0, '{"id":116242709237760}', 1795605167689655);
INSERT INTO public.receipt VALUES (116242707472384, 'import-116242709237760-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795605167698866);
INSERT INTO public.receipt VALUES (116242707472384, '395059e49c1546c59168521e7e1e38a8', '\x851f3072f3206f0378486fc62147051c', 0, '{"id":116242709487616}', 1795605167746267);
INSERT INTO public.receipt VALUES (116242707472384, '706288f669d8430b87d211cd82eb23c1', '\xbdd9e84840eb1362cfba50e6e4cc1d26', 0, '{"id":116242709487616}', 1795605167753662);
INSERT INTO public.receipt VALUES (116242707472384, 'a8dbc954f3714e3280701d97eabe0e8f', '\xd702e2fc29ee201c161598f5cef51998', 0, '{"id":116242709741568}', 1795605167808666);
INSERT INTO public.receipt VALUES (116242708533248, '6d5db11d5624442e98067517a7789a95', '\x57ce52face89f4d518b14ec5d5d24fd1', 0, '{"leases":[{"task":4,"deadline_usec":1795691567809523,"price_micros":10000},{"task":7,"deadline_usec":1795691567809523,"price_micros":10000}]}', 1795605167809523);
INSERT INTO public.receipt VALUES (116242708369408, '3d042bd2194e48469ec3e8526c970f5a', '\xfc75d825825f3bb261e86f6ed33c9e92', 0, '{"id":116242709753856}', 1795605167811577);
INSERT INTO public.receipt VALUES (116242708369408, '7ef8e7b4e8e044ef8eaa9ad15c05beb2', '\x8ee2ac59d06ae35159ae8fa7406a33f6', 0, '{"id":116242709757952}', 1795605167812865);
INSERT INTO public.receipt VALUES (116242708369408, 'b31a8859c3c24a208a4251ca67662595', '\xdbbb546fbdd175e734cd2bc017dfdfe5', 0, '{}', 1795605167815192);
INSERT INTO public.receipt VALUES (116242708369408, '9f0e3b466e1d429b814867a2ee5119b8', '\x26e841e9d15fe4b0d472f2174c737436', 0, '{}', 1795605167816261);
INSERT INTO public.receipt VALUES (116242707472384, '6e075f3ebda2489197109f0fe3a75a1f', '\x5594750b3083b1c91e43786afd301e8e', 0, '{"id":116242709782528}', 1795605167818379);
INSERT INTO public.receipt VALUES (116242707472384, '8b2a01a1c3214c85a752f98564409a66', '\xf2dd63614ed7089b109a1294be7d9845', 0, '{"added":4,"repeated":0}', 1795605167819209);
INSERT INTO public.receipt VALUES (116242707472384, 'c5ba79c549a94bb59363cd9d3453fa3f', '\xebe7dafbfbbdf6208599831779d7b673', 0, '{"id":116242709782528}', 1795605167819956);
INSERT INTO public.receipt VALUES (116242708369408, '3a277122237a4c6496f9676bca13b5e1', '\xb1791a6444e618db42b9dec55f9b3612', 0, '{}', 1795605167872992);
INSERT INTO public.receipt VALUES (116242707472384, 'e9e811da6f984aa5ab95f9c3bcededaa', '\xe1289413dfe6d59875ea9a11781292cb', 0, '{"id":116242709782528}', 1795605167882905);
INSERT INTO public.receipt VALUES (116242707472384, 'c85c3e4ed6f44ae1962e8702fbf75ab8', '\xf1de54a60016feab4ddc7a1ee2f10baa', 0, '{"id":116242710126592}', 1795605167902254);
INSERT INTO public.receipt VALUES (116242707472384, '4b337f40531848bc8129a3493a54d58f', '\x73f608f86401e7dfe15d8fb4d6fd2064', 0, '{"added":8,"repeated":0}', 1795605167903436);
INSERT INTO public.receipt VALUES (116242707472384, '0e044fab2c534c7eb183abd62e339aca', '\x0e008a6fd43e25a202ecadd5dc9c1f3f', 0, '{"id":116242710126592}', 1795605167904438);
INSERT INTO public.receipt VALUES (116242708369408, '7e81f965fe864bcda55326944714c7bb', '\xc6e8a89e345b8f3184115098534ca1f7', 0, '{"task":1,"deadline_usec":1795605767917477,"price_micros":10000}', 1795605167917477);
INSERT INTO public.receipt VALUES (116242708369408, 'd000a316e58446d0a5c9b3f336dbfb3f', '\xcc31c6e41b10ecebdae0de48a0e2beca', 0, '{"annotation":116242710200320,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":2,"deadline_usec":1795605767919716,"price_micros":10000}}', 1795605167919716);
INSERT INTO public.receipt VALUES (116242708369408, '3d0ec5b8acd6418bb3e3e9c59cc1367d', '\xa4c4198c80218e2e31b65a1398a18977', 0, '{"annotation":116242710204416,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":3,"deadline_usec":1795605767921543,"price_micros":10000}}', 1795605167921543);
INSERT INTO public.receipt VALUES (116242708369408, 'ba4db458988d400bae0a704feccc9d71', '\x3192e8320c6954eba3f49291dda31b77', 0, '{"annotation":116242710208512,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":{"task":4,"deadline_usec":1795605767922705,"price_micros":10000}}', 1795605167922705);
INSERT INTO public.receipt VALUES (116242708369408, '24c64101bc5b49498f30c89b56b888dd', '\xff20db26d83fb46413fc2ef576a5394b', 0, '{"annotation":116242710216704,"state":"submitted","price_micros":10000,"pending_micros":70000,"late":false,"next":{"task":5,"deadline_usec":1795605767924232,"price_micros":10000}}', 1795605167924232);
INSERT INTO public.receipt VALUES (116242708369408, '2bb843ef98ff4234b0f3b692254e06e9', '\x4eb2a5386c120e70f993f2d302e44ef7', 0, '{"annotation":116242710220800,"state":"submitted","price_micros":10000,"pending_micros":80000,"late":false,"next":{"task":6,"deadline_usec":1795605767925388,"price_micros":10000}}', 1795605167925388);
INSERT INTO public.receipt VALUES (116242708369408, 'a5f9267e10af498db9091d5fb54c41f2', '\x7ed92adb5e46c62c86c8fb060a848592', 0, '{"annotation":116242710224896,"state":"submitted","price_micros":10000,"pending_micros":90000,"late":false,"next":null}', 1795605167926536);
INSERT INTO public.receipt VALUES (116242708533248, '3d478367d5c34186a3d4c1ccbd612f3f', '\xc6e8a89e345b8f3184115098534ca1f7', 0, '{"task":1,"deadline_usec":1795605767927355,"price_micros":10000}', 1795605167927355);
INSERT INTO public.receipt VALUES (116242708533248, '0473cc25928e4cb5867f32caf1fb2015', '\xcc31c6e41b10ecebdae0de48a0e2beca', 0, '{"annotation":116242710233088,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795605767928218,"price_micros":10000}}', 1795605167928218);
INSERT INTO public.receipt VALUES (116242708533248, 'c324d4c6462c418a83f0d119756bcf38', '\xa4c4198c80218e2e31b65a1398a18977', 0, '{"annotation":116242710237184,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795605767929460,"price_micros":10000}}', 1795605167929460);
INSERT INTO public.receipt VALUES (116242708533248, 'cc26de29870443648992b5f570fae5f8', '\x3192e8320c6954eba3f49291dda31b77', 0, '{"annotation":116242710241280,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":{"task":4,"deadline_usec":1795605767930647,"price_micros":10000}}', 1795605167930647);
INSERT INTO public.receipt VALUES (116242708533248, '460338ff5312470b92b139abf073fa3f', '\xff20db26d83fb46413fc2ef576a5394b', 0, '{"annotation":116242710249472,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":5,"deadline_usec":1795605767931850,"price_micros":10000}}', 1795605167931850);
INSERT INTO public.receipt VALUES (116242708533248, 'ba2adc09dd6f453eb4337f3f8863d837', '\x4eb2a5386c120e70f993f2d302e44ef7', 0, '{"annotation":116242710253568,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":6,"deadline_usec":1795605767932993,"price_micros":10000}}', 1795605167932993);
INSERT INTO public.receipt VALUES (116242708533248, '06a547aaee4d4812944a633642419db2', '\x7ed92adb5e46c62c86c8fb060a848592', 0, '{"annotation":116242710257664,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":null}', 1795605167934166);
INSERT INTO public.receipt VALUES (0, '8f97debc92a640b69bbf3dc0ded67e96', '\x1f9c50dd79b606031c2ff62ee9cf24e9', 0, '{"id":116242710261760}', 1795605167935193);
INSERT INTO public.receipt VALUES (116242706534144, '5c73b30041654764826fdcd203d7222e', '\x7f73bf94c8822ba8dc73cb959b44644a', 0, '{"id":116242710261760}', 1795605167970475);
INSERT INTO public.receipt VALUES (116242707472384, '7b06809b4e714447874ecd2a261e44cb', '\x519a1468ad8500bb5d5605c7c40eee8c', 0, '{}', 1795605167971241);
INSERT INTO public.receipt VALUES (116242707472384, 'b5e2bd2d35454079b2d38f928162ba73', '\x7e11eaaca87070357ff98f0854d06cc8', 0, '{}', 1795605167972640);
INSERT INTO public.receipt VALUES (116242707472384, 'a5eaaac3db074f0b97f3ba19016cec57', '\x3f2bada57ed91ff14b69d43787391e92', 0, '{}', 1795605167974739);
INSERT INTO public.receipt VALUES (116242707472384, 'bd1ec3fc2cdc45268d5c42aef3ec7e80', '\xd8e0590c675a8e85068afe0d607571d6', 0, '{"decided":1}', 1795605167977080);
INSERT INTO public.receipt VALUES (116242708369408, '9a0c806895ee4521b79b56447f1ff7dd', '\xd024872561e04455e82604ee212497d0', 0, '{}', 1795605167978106);
INSERT INTO public.receipt VALUES (116242710261760, 'e10fca18c6034741901917c5ba926d6b', '\x59dc1cbf0f64de271e01961a0a177de2', 0, '{"decided":1}', 1795605167979395);
INSERT INTO public.receipt VALUES (116242710261760, 'adaa8e3138a143d08e9817672c81c60c', '\x88a36cfce17ec28fc2582eb85be5ba33', 0, '{}', 1795605167980610);
INSERT INTO public.receipt VALUES (116242710261760, '8719a7dc50264b36a40427441b5ab867', '\x9539fae1ce4c9dbab859f81923693379', 0, '{}', 1795605167982204);
INSERT INTO public.receipt VALUES (116242707472384, 'a704cc67527d48548b14204f803be3e4', '\x607ce1ab7b36e91f811f2b4e0ad8a2b8', 0, '{"wanted":3,"cost_micros":10000}', 1795605167983419);
INSERT INTO public.receipt VALUES (116242707472384, '636b42dd3f3043e7b357a136ba25449a', '\xaad546e422cc86b05e9fe2b84e7d3c59', 0, '{"id":116242710462464}', 1795605167984546);
INSERT INTO public.receipt VALUES (116242707472384, '0f6f432fcf8a4bcc9710ac27debe0552', '\x82d233b46727b7c2241462018150d8ff', 0, '{}', 1795605167985786);
INSERT INTO public.receipt VALUES (116242707472384, '95733fc7adda4082a65fa1bf41e031c2', '\x55c21f0742dd26ebcd71e0ba74dbc202', 0, '{"id":116242710474752}', 1795605167986945);
INSERT INTO public.receipt VALUES (116242707472384, 'fdddf61a146f422c9042e8d5f3c4b897', '\xef9753b67a49c49e2501660ca2f886f1', 0, '{}', 1795605167988561);
INSERT INTO public.receipt VALUES (116242708533248, '3ea8834043524e1ab814169dde63a7dc', '\x18e846b5405f309f4cbc756d19388a8d', 0, '{"questions":[2]}', 1795605167989466);
INSERT INTO public.receipt VALUES (116242707472384, '6c3632dceab14fd188f915af71ff9892', '\x4e60214ab37af75afb4943d37d5dd2ec', 0, '{}', 1795605167990835);
INSERT INTO public.receipt VALUES (0, '8ece723e7420400ca0734bfd45b56b6e', '\xc144e97a0c293c3f36b00c84a8869050', 0, '{"id":116242710491136}', 1795605167991859);
INSERT INTO public.receipt VALUES (116242710491136, '1e3f992b91f046b0b0e66648a67b6406', '\xdf86396d4f371eaace28e0b024c144c7', 0, '{}', 1795605168025912);
INSERT INTO public.receipt VALUES (0, 'e1067adbe40e45f4b8af08992f0f4b4e', '\xec317d4186ee038874cee4cfd17fc0cf', 0, '{"id":116242710728704}', 1795605168049340);
INSERT INTO public.receipt VALUES (116242706534144, 'd0c7573f87094806a215b82199e13944', '\x3b18fb4a156ae90b14697060b34c3b96', 0, '{"id":116242710728704}', 1795605168091139);
INSERT INTO public.report VALUES (116242708893696, 4, 116242708369408, 'the text is cut', 1795605167654946);
INSERT INTO public.session VALUES ('\xc63e10891b748d4ab13c28662392e0a8079c5a31c5ac2b90e2745fe005fe1aa6', 116242707472384, 1795605167254728, 1798197167254728);
INSERT INTO public.session VALUES ('\x3b112a04e8fc5bc85233d2995c06c9069a92b8a19ff5e0bdd4debf9b55aea189', 116242706534144, 1795605167356060, 1798197167356060);
INSERT INTO public.session VALUES ('\xa6cc57eda8e71add98ac3fcc3b6f620460ed2c3688cdf9d5e2f8197fa0324685', 116242708369408, 1795605167473225, 1798197167473225);
INSERT INTO public.session VALUES ('\xfb7c8629a79d42eb2066e263815ff4afe311205977e51951f2831700a34e5e04', 116242708533248, 1795605167513427, 1798197167513427);
INSERT INTO public.session VALUES ('\x41946cc1f322984758db0b4c4a064775df2fd52a08ed3238a85d669c7b66c73a', 116242710261760, 1795605167935193, 1798197167935193);
INSERT INTO public.setting VALUES ('schema', '6');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '55');
INSERT INTO public.task VALUES (116242710126592, 2, 10, 10, 2, 2, 0, 0, 2);
INSERT INTO public.task VALUES (116242710126592, 1, 10, 11, 1, 1, 0, 0, 2);
INSERT INTO public.task VALUES (116242710126592, 3, 0, 3, 4, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116242710126592, 6, 0, 12, 1, 2, 0, 0, 3);
INSERT INTO public.task VALUES (116242708893696, 2, 0, 2, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 3, 0, 3, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 1, 0, 8, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 5, 0, 5, 1, 0, 1, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 6, 0, 6, 3, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 8, 0, 9, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 9, 0, 10, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242709131264, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242709135360, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242709135360, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116242709184512, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 10, 0, 11, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 11, 0, 12, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242708893696, 4, 0, 4, 1, 0, 1, 1, 0);
INSERT INTO public.task VALUES (116242708893696, 7, 10, 7, 1, 0, 1, 0, 0);
INSERT INTO public.task VALUES (116242709782528, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242709782528, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242709782528, 3, 0, 3, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242709782528, 4, 0, 4, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242710126592, 7, 0, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242710126592, 8, 0, 8, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116242710126592, 4, 0, 4, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116242710126592, 5, 0, 5, 2, 2, 0, 0, 0);
INSERT INTO public.task_data VALUES (116242708893696, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795605167603092, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795605167603092, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795605167603092, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795605167603092, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795605167603092, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795605167603092, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795605167603092, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795605167658729, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795605167658729, NULL);
INSERT INTO public.task_data VALUES (116242709131264, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795605167660207, NULL);
INSERT INTO public.task_data VALUES (116242709135360, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795605167661637, NULL);
INSERT INTO public.task_data VALUES (116242709135360, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795605167661637, NULL);
INSERT INTO public.task_data VALUES (116242709184512, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795605167673177, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795605167698866, NULL);
INSERT INTO public.task_data VALUES (116242708893696, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795605167698866, NULL);
INSERT INTO public.task_data VALUES (116242709782528, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795605167819209, NULL);
INSERT INTO public.task_data VALUES (116242709782528, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795605167819209, NULL);
INSERT INTO public.task_data VALUES (116242709782528, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795605167819209, NULL);
INSERT INTO public.task_data VALUES (116242709782528, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795605167819209, NULL);
INSERT INTO public.task_data VALUES (116242710126592, 3, NULL, '\xbf6b2be239f84165d96aaebe4b537bcc', '{"text":"film 82"}', NULL, NULL, NULL, 1795605167903436, NULL);
INSERT INTO public.task_data VALUES (116242710126592, 4, NULL, '\x3514cb802160a102047106eb863dca38', '{"text":"film 83"}', NULL, NULL, NULL, 1795605167903436, NULL);
INSERT INTO public.task_data VALUES (116242710126592, 5, NULL, '\x03a486c574e40e7c33a2e70cf333562f', '{"text":"film 84"}', NULL, NULL, NULL, 1795605167903436, NULL);
INSERT INTO public.task_data VALUES (116242710126592, 6, NULL, '\x5e60d200837abe3bf2312c4486494441', '{"text":"film 85"}', NULL, NULL, NULL, 1795605167903436, NULL);
INSERT INTO public.task_data VALUES (116242710126592, 7, NULL, '\xe99e7681ecb8dedbdfc02e063168653b', '{"text":"film 86"}', NULL, NULL, NULL, 1795605167903436, NULL);
INSERT INTO public.task_data VALUES (116242710126592, 8, NULL, '\x25a35357abf69a6ec8947da357b74887', '{"text":"film 87"}', NULL, NULL, NULL, 1795605167903436, NULL);
INSERT INTO public.task_data VALUES (116242710126592, 1, NULL, '\x72646f12748b7efeb27d18d9e504da87', '{"text":"film 80"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795605167903436, 'it frightens');
INSERT INTO public.task_data VALUES (116242710126592, 2, NULL, '\xeff123c5b72f00999d61ea8576d0d965', '{"text":"film 81"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795605167903436, 'it frightens');
INSERT INTO public.task_fix VALUES (116242710126592, 4, 116242710261760, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 'they laugh', 1795605167980610);
INSERT INTO public.task_label VALUES (116242708893696, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116242708893696, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116242709135360, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116242709184512, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116242710126592, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116242710126592, 4, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116242710126592, 5, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.token VALUES (116242708885504, 116242708369408, 'test', '\xe85c4e959e3fb9a1ab0dabfe4c78480b3cf8b5e44aa4ef4275c52b64aff16451', 4, 1795605167599857, 2110965167599857, 0);
INSERT INTO public.transfer VALUES (0, 116242708361216, 1, 0, 1, 116242707472384, 1000000, 1, NULL, 1795605167470302, 1795605167470302);
INSERT INTO public.transfer VALUES (116242708893696, 116242708910080, 2, 0, 116242707472384, 116242708893696, 140000, 1, NULL, 1795605167605318, 1795605167605318);
INSERT INTO public.transfer VALUES (116242708893696, 116242708922368, 3, 1, 116242708893696, 116242708369408, 10000, 0, NULL, 1795605167607288, 0);
INSERT INTO public.transfer VALUES (116242708893696, 116242708934656, 3, 2, 116242708893696, 116242708369408, 10000, 0, NULL, 1795605167609820, 0);
INSERT INTO public.transfer VALUES (116242708893696, 116242708938753, 3, 3, 116242708893696, 116242708369408, 10000, 0, NULL, 1795605167612010, 0);
INSERT INTO public.transfer VALUES (116242708893696, 116242709073920, 3, 3, 116242708893696, 116242708533248, 10000, 1, NULL, 1795605167641694, 1795605167648184);
INSERT INTO public.transfer VALUES (116242708893696, 116242709053441, 3, 2, 116242708893696, 116242708533248, 10000, 1, NULL, 1795605167639611, 1795605167648184);
INSERT INTO public.transfer VALUES (116242708893696, 116242709041152, 3, 1, 116242708893696, 116242708533248, 10000, 2, NULL, 1795605167627636, 1795605167649517);
INSERT INTO public.transfer VALUES (116242708893696, 116242709110784, 3, 4, 116242708893696, 116242708369408, 10000, 2, NULL, 1795605167654169, 1795605167654946);
INSERT INTO public.transfer VALUES (116242708893696, 116242709114880, 3, 5, 116242708893696, 116242708369408, 10000, 0, NULL, 1795605167654946, 0);
INSERT INTO public.transfer VALUES (116242709135360, 116242709143552, 2, 0, 116242707472384, 116242709135360, 0, 1, NULL, 1795605167662290, 1795605167662290);
INSERT INTO public.transfer VALUES (116242709135360, 116242709168128, 3, 1, 116242709135360, 116242708533248, 0, 0, NULL, 1795605167663212, 0);
INSERT INTO public.transfer VALUES (116242709184512, 116242709192704, 2, 0, 116242707472384, 116242709184512, 50000, 1, NULL, 1795605167673798, 1795605167673798);
INSERT INTO public.transfer VALUES (116242709184512, 116242709209088, 3, 1, 116242709184512, 116242708369408, 50000, 1, NULL, 1795605167677764, 1795605167681857);
INSERT INTO public.transfer VALUES (116242708893696, 116242709749760, 3, 4, 116242708893696, 116242708533248, 10000, 0, NULL, 1795605167809523, 0);
INSERT INTO public.transfer VALUES (116242708893696, 116242709749761, 3, 7, 116242708893696, 116242708533248, 10000, 0, NULL, 1795605167809523, 0);
INSERT INTO public.transfer VALUES (116242709782528, 116242709790720, 2, 0, 116242707472384, 116242709782528, 200000, 1, NULL, 1795605167819956, 1795605167819956);
INSERT INTO public.transfer VALUES (116242710126592, 116242710134784, 2, 0, 116242707472384, 116242710126592, 160000, 1, NULL, 1795605167904438, 1795605167904438);
INSERT INTO public.transfer VALUES (116242710126592, 116242710200321, 3, 2, 116242710126592, 116242708369408, 10000, 0, NULL, 1795605167919716, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710204417, 3, 3, 116242710126592, 116242708369408, 10000, 0, NULL, 1795605167921543, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710212608, 3, 4, 116242710126592, 116242708369408, 10000, 0, NULL, 1795605167922705, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710216705, 3, 5, 116242710126592, 116242708369408, 10000, 0, NULL, 1795605167924232, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710220801, 3, 6, 116242710126592, 116242708369408, 10000, 0, NULL, 1795605167925388, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710228992, 3, 1, 116242710126592, 116242708533248, 10000, 0, NULL, 1795605167927355, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710233089, 3, 2, 116242710126592, 116242708533248, 10000, 0, NULL, 1795605167928218, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710237185, 3, 3, 116242710126592, 116242708533248, 10000, 0, NULL, 1795605167929460, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710245376, 3, 4, 116242710126592, 116242708533248, 10000, 0, NULL, 1795605167930647, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710249473, 3, 5, 116242710126592, 116242708533248, 10000, 0, NULL, 1795605167931850, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710253569, 3, 6, 116242710126592, 116242708533248, 10000, 0, NULL, 1795605167932993, 0);
INSERT INTO public.transfer VALUES (116242710126592, 116242710192128, 3, 1, 116242710126592, 116242708369408, 10000, 2, NULL, 1795605167917477, 1795605167977080);
INSERT INTO public.transfer VALUES (116242710126592, 116242710458368, 2, 0, 116242707472384, 116242710126592, 10000, 1, NULL, 1795605167983419, 1795605167983419);
INSERT INTO public.worker_project VALUES (116242708893696, 116242708369408, 5, 3, 0, 0, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116242709135360, 116242708533248, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116242709184512, 116242708369408, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116242708893696, 116242708533248, 5, 3, 2, 1, 0, 0, '4 0 0 0 0 0 0 0 0 0 7', 0);
INSERT INTO public.worker_project VALUES (116242710126592, 116242708369408, 6, 6, 0, 1, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116242710126592, 116242708533248, 6, 6, 0, 0, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 1);
INSERT INTO public.worker_wish VALUES (116242708369408, 1, 600, 1320, 360, '', 0, 0, 0, 0, 0, 0, 1795605167816261, 1795605167816261, 1795605167905479, 1000, 90000, 90000, 0, 1795605167816261, 0);
INSERT INTO public.worker_wish_project VALUES (116242708369408, 116242709782528, 1);
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
