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
    fitted_at_answers bigint DEFAULT 0 NOT NULL,
    opened_to bigint DEFAULT 0 NOT NULL,
    gold_standing bigint DEFAULT 0 NOT NULL
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
INSERT INTO public.account VALUES (116349482958848, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116349482999808, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116349482733568, 3, 40000, 140000, 60000, 0);
INSERT INTO public.account VALUES (116349484216320, 3, 0, 200000, 0, 0);
INSERT INTO public.account VALUES (116349482627072, 2, 0, 20000, 0, 80000);
INSERT INTO public.account VALUES (116349482151936, 2, 0, 50000, 0, 90000);
INSERT INTO public.account VALUES (116349480996864, 2, 560000, 1020000, 0, 0);
INSERT INTO public.account VALUES (116349484617728, 3, 0, 170000, 110000, 0);
INSERT INTO public.alert VALUES (116349484322816, 116349482151936, 116349484216320, 0, 116349484023808, 0, 1, 0, 1795680000000000, 0, 1795631235809810);
INSERT INTO public.alert VALUES (116349484638209, 116349482151936, 116349484617728, 0, 116349484023808, 0, 1, 0, 1795680000000000, 0, 1795631235897016);
INSERT INTO public.alert_channel VALUES (116349484175360, 116349482151936, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795631235784848, 0);
INSERT INTO public.alert_rule VALUES (116349484023808, 116349482151936, 0, 0, 0, 10000, 0, 0, 1, 1795631235745556);
INSERT INTO public.alert_setting VALUES (116349482151936, 1320, 360, 0, 480, 1795663635788394);
INSERT INTO public.annotation VALUES (116349482733568, 1, 116349482151936, 116349482819584, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349482807296, 13614, 1795631235453736, 1795890435453736, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349482733568, 2, 116349482151936, 116349482827776, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349482819585, 2072, 1795631235455808, 1795890435455808, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349482733568, 3, 116349482151936, 116349482831872, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349482827777, 1212, 1795631235457020, 1795890435457020, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349482733568, 3, 116349482627072, 116349482864640, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116349482852353, 2954, 1795631235464621, 1795890435464621, 1795631235467240, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349482733568, 2, 116349482627072, 116349482852352, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116349482844161, 2922, 1795631235461667, 1795890435461667, 1795631235467240, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349482733568, 1, 116349482627072, 116349482844160, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116349482835968, 798, 1795631235458745, 1795890435458745, 1795631235469392, 'not what was asked', 0, 0);
INSERT INTO public.annotation VALUES (116349482958848, 1, 116349482627072, 116349482991616, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116349482979328, 4734, 1795631235495729, 1795890435495729, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349482999808, 1, 116349482151936, 116349483024384, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349483016192, 2292, 1795631235503306, 1795631235503306, 1795631235503306, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349484617728, 3, 116349482151936, 116349484691456, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349484675073, 3439, 1795631235909645, 1795890435909645, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116349484617728, 4, 116349482151936, 116349484699648, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349484691457, 3357, 1795631235913002, 1795890435913002, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116349484617728, 5, 116349482151936, 116349484707840, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349484703744, 2175, 1795631235915177, 1795890435915177, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349484617728, 6, 116349482151936, 116349484716032, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349484707841, 1550, 1795631235916727, 1795890435916727, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116349484617728, 4, 116349482627072, 116349484744704, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349484736513, 1460, 1795631235923810, 1795890435923810, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116349484617728, 5, 116349482627072, 116349484752896, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349484744705, 1909, 1795631235925719, 1795890435925719, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116349484617728, 6, 116349482627072, 116349484756992, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349484752897, 1242, 1795631235926961, 1795890435926961, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349484617728, 1, 116349482627072, 116349484724224, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116349484720128, 1011, 1795631235919088, 1795890435919088, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116349484617728, 2, 116349482151936, 116349484675072, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116349484654593, 5121, 1795631235906206, 1795890435906206, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116349484617728, 2, 116349482627072, 116349484732416, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116349484724225, 1496, 1795631235920584, 1795890435920584, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116349484617728, 1, 116349482151936, 116349484654592, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116349484642304, 3656, 1795631235901085, 1795890435901085, 1795631236043023, 'the gold says Horror', 0, 0);
INSERT INTO public.annotation VALUES (116349484617728, 3, 116349482627072, 116349484736512, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116349484732417, 1766, 1795631235922350, 1795890435922350, 0, 'Please look again.', 0, 1);
INSERT INTO public.contest VALUES (116349484617728, 1, 116349482151936, 'it is a drama', 0, NULL, 1795631236044299, 0);
INSERT INTO public.course VALUES (116349485297664, 116349480996864, 116349485285376, 'Films', '', 1, 80, 1, 3600, 1795631236059180);
INSERT INTO public.course_part VALUES (116349485297664, 1, 0, 'Read **this**.', '[]', 0, '');
INSERT INTO public.course_part VALUES (116349485297664, 2, 2, 'Which?', '["a","b"]', 1, '');
INSERT INTO public.course_try VALUES (116349485297664, 116349482627072, 1795631236062862, 1795631236062862, 0, 0, 0, '2', 1795631236062862, -1, 0);
INSERT INTO public.crew VALUES (116349485322240, 'Night owls', 'We **share**.', '', '\xa6941e89707313aa9eee5fb7d024700ce0f846d4a12ddd159fc186cc21f9fb5e', 1796840836069765, 1320, 360, 0, 2, 1795631236065641, 1795672800000000);
INSERT INTO public.crew_member VALUES (116349485322240, 116349482151936, 1, 0, 0, 1795631236065641, 0, 0, 1);
INSERT INTO public.crew_member VALUES (116349485322240, 116349482627072, 0, 1, 1, 1795631236071417, 0, 0, 1);
INSERT INTO public.crew_watch VALUES (116349485322240, 116349485359104, 116349482627072, 0, 1795644000000000, 1795672800000000, 0);
INSERT INTO public.crew_watch VALUES (116349485322240, 116349485359105, 116349482627072, 0, 1795730400000000, 1795759200000000, 0);
INSERT INTO public.crew_watch VALUES (116349485322240, 116349485359106, 116349482627072, 0, 1795816800000000, 1795845600000000, 0);
INSERT INTO public.crew_watch VALUES (116349485322240, 116349485359107, 116349482627072, 0, 1795903200000000, 1795932000000000, 0);
INSERT INTO public.crew_watch VALUES (116349485322240, 116349485359108, 116349482627072, 0, 1795989600000000, 1796018400000000, 0);
INSERT INTO public.crew_watch VALUES (116349485322240, 116349485359109, 116349482627072, 0, 1796076000000000, 1796104800000000, 0);
INSERT INTO public.crew_watch VALUES (116349485322240, 116349485359110, 116349482627072, 0, 1796162400000000, 1796191200000000, 0);
INSERT INTO public.event VALUES (1, 116349482733568, 0, 'project.published', '{"project":116349482733568,"tasks":7}', 1795631235438061);
INSERT INTO public.event VALUES (2, 116349482733568, 0, 'annotation.submitted', '{"annotation":116349482819584,"task":1}', 1795631235453736);
INSERT INTO public.event VALUES (3, 116349482733568, 0, 'annotation.submitted', '{"annotation":116349482827776,"task":2}', 1795631235455808);
INSERT INTO public.event VALUES (4, 116349482733568, 0, 'annotation.submitted', '{"annotation":116349482831872,"task":3}', 1795631235457020);
INSERT INTO public.event VALUES (5, 116349482733568, 0, 'annotation.submitted', '{"annotation":116349482844160,"task":1}', 1795631235458745);
INSERT INTO public.event VALUES (6, 116349482733568, 0, 'task.done', '{"task":1,"share":0.500}', 1795631235458745);
INSERT INTO public.event VALUES (7, 116349482733568, 0, 'annotation.submitted', '{"annotation":116349482852352,"task":2}', 1795631235461667);
INSERT INTO public.event VALUES (8, 116349482733568, 0, 'task.done', '{"task":2,"share":0.500}', 1795631235461667);
INSERT INTO public.event VALUES (9, 116349482733568, 0, 'annotation.submitted', '{"annotation":116349482864640,"task":3}', 1795631235464621);
INSERT INTO public.event VALUES (10, 116349482733568, 0, 'task.done', '{"task":3,"share":0.500}', 1795631235464621);
INSERT INTO public.event VALUES (11, 116349482733568, 116349482627072, 'annotation.approved', '{"annotation":116349482864640,"task":3,"project":116349482733568}', 1795631235467240);
INSERT INTO public.event VALUES (12, 116349482733568, 116349482627072, 'annotation.approved', '{"annotation":116349482852352,"task":2,"project":116349482733568}', 1795631235467240);
INSERT INTO public.event VALUES (13, 116349482733568, 116349482627072, 'annotation.rejected', '{"annotation":116349482844160,"task":1,"project":116349482733568}', 1795631235469392);
INSERT INTO public.event VALUES (14, 116349482733568, 0, 'task.reported', '{"task":4}', 1795631235479713);
INSERT INTO public.event VALUES (15, 116349482958848, 0, 'project.published', '{"project":116349482958848,"tasks":2}', 1795631235489776);
INSERT INTO public.event VALUES (16, 116349482958848, 0, 'annotation.submitted', '{"annotation":116349482991616,"task":1}', 1795631235495729);
INSERT INTO public.event VALUES (17, 116349482958848, 0, 'task.done', '{"task":1,"share":1.000}', 1795631235495729);
INSERT INTO public.event VALUES (18, 116349482958848, 0, 'project.paused', '{"project":116349482958848}', 1795631235497446);
INSERT INTO public.event VALUES (19, 116349482999808, 0, 'project.published', '{"project":116349482999808,"tasks":1}', 1795631235499806);
INSERT INTO public.event VALUES (20, 116349482999808, 0, 'annotation.submitted', '{"annotation":116349483024384,"task":1}', 1795631235503306);
INSERT INTO public.event VALUES (21, 116349482999808, 0, 'task.done', '{"task":1,"share":1.000}', 1795631235503306);
INSERT INTO public.event VALUES (22, 116349482999808, 0, 'project.completed', '{"project":116349482999808}', 1795631235504840);
INSERT INTO public.event VALUES (23, 116349482733568, 0, 'import.progress', '{"import":116349483044864,"handled_bytes":12}', 1795631235525805);
INSERT INTO public.event VALUES (24, 116349482733568, 0, 'import.progress', '{"import":116349483044864,"handled_bytes":21}', 1795631235526180);
INSERT INTO public.event VALUES (25, 116349482733568, 0, 'import.done', '{"import":116349483044864,"ok":true}', 1795631235526870);
INSERT INTO public.event VALUES (26, 116349482733568, 0, 'import.progress', '{"import":116349483323392,"handled_bytes":12}', 1795631235638011);
INSERT INTO public.event VALUES (27, 116349482733568, 0, 'import.done', '{"import":116349483323392,"ok":false}', 1795631235656653);
INSERT INTO public.event VALUES (28, 116349484216320, 0, 'project.published', '{"project":116349484216320,"tasks":4}', 1795631235808465);
INSERT INTO public.event VALUES (29, 116349484216320, 116349482151936, 'offer.made', '{"offer":116349484281856,"project":116349484216320,"tasks":4,"price_micros":50000,"until":"2026-11-25T18:37:15Z"}', 1795631235809810);
INSERT INTO public.event VALUES (30, 116349484216320, 0, 'project.updated', '{"project":116349484216320}', 1795631235867998);
INSERT INTO public.event VALUES (31, 116349484617728, 0, 'project.published', '{"project":116349484617728,"tasks":8}', 1795631235896075);
INSERT INTO public.event VALUES (32, 116349484617728, 116349482151936, 'offer.made', '{"offer":116349484638208,"project":116349484617728,"tasks":8,"price_micros":10000,"until":"2026-11-25T18:37:15Z"}', 1795631235897016);
INSERT INTO public.event VALUES (33, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484654592,"task":1}', 1795631235901085);
INSERT INTO public.event VALUES (34, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484675072,"task":2}', 1795631235906206);
INSERT INTO public.event VALUES (35, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484691456,"task":3}', 1795631235909645);
INSERT INTO public.event VALUES (36, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484699648,"task":4}', 1795631235913002);
INSERT INTO public.event VALUES (37, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484707840,"task":5}', 1795631235915177);
INSERT INTO public.event VALUES (38, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484716032,"task":6}', 1795631235916727);
INSERT INTO public.event VALUES (39, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484724224,"task":1}', 1795631235919088);
INSERT INTO public.event VALUES (40, 116349484617728, 0, 'task.done', '{"task":1,"share":1.000}', 1795631235919088);
INSERT INTO public.event VALUES (41, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484732416,"task":2}', 1795631235920584);
INSERT INTO public.event VALUES (42, 116349484617728, 0, 'task.done', '{"task":2,"share":1.000}', 1795631235920584);
INSERT INTO public.event VALUES (43, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484736512,"task":3}', 1795631235922350);
INSERT INTO public.event VALUES (44, 116349484617728, 0, 'task.done', '{"task":3,"share":1.000}', 1795631235922350);
INSERT INTO public.event VALUES (45, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484744704,"task":4}', 1795631235923810);
INSERT INTO public.event VALUES (46, 116349484617728, 0, 'task.done', '{"task":4,"share":1.000}', 1795631235923810);
INSERT INTO public.event VALUES (47, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484752896,"task":5}', 1795631235925719);
INSERT INTO public.event VALUES (48, 116349484617728, 0, 'task.done', '{"task":5,"share":1.000}', 1795631235925719);
INSERT INTO public.event VALUES (49, 116349484617728, 0, 'annotation.submitted', '{"annotation":116349484756992,"task":6}', 1795631235926961);
INSERT INTO public.event VALUES (50, 116349484617728, 0, 'task.done', '{"task":6,"share":1.000}', 1795631235926961);
INSERT INTO public.event VALUES (51, 116349484617728, 116349482151936, 'annotation.rejected', '{"annotation":116349484654592,"task":1,"project":116349484617728}', 1795631236043023);
INSERT INTO public.event VALUES (52, 116349484617728, 0, 'gold.contested', '{"task":1}', 1795631236044299);
INSERT INTO public.event VALUES (53, 116349484617728, 116349482627072, 'annotation.sent_back', '{"annotation":116349484736512,"task":3,"project":116349484617728}', 1795631236045973);
INSERT INTO public.event VALUES (54, 116349484617728, 0, 'task.fixed', '{"task":4}', 1795631236047561);
INSERT INTO public.event VALUES (55, 116349482733568, 0, 'project.updated', '{"project":116349482733568}', 1795631236064413);
INSERT INTO public.event VALUES (56, 0, 116349482151936, 'crew.changed', '{"crew":116349485322240}', 1795631236071417);
INSERT INTO public.event VALUES (57, 0, 116349482627072, 'crew.changed', '{"crew":116349485322240}', 1795631236071417);
INSERT INTO public.event VALUES (58, 0, 116349482151936, 'crew.changed', '{"crew":116349485322240}', 1795631236073295);
INSERT INTO public.event VALUES (59, 0, 116349482627072, 'crew.changed', '{"crew":116349485322240}', 1795631236073295);
INSERT INTO public.event VALUES (60, 116349484617728, 0, 'project.fitted', '{"project":116349484617728,"version":1}', 1795631236134021);
INSERT INTO public.fit VALUES (116349484617728, 1, 'mix', '{"target":0.985,"answers_min":2,"answers_most":2,"seed":"116349484617728"}', 10, 6, 2, '{"controls":[{"name":"genre","classes":["[\"Drama\"]","[\"Horror\"]"],"alpha":null,"fleiss":null,"gwet":{"value":1,"low":1,"high":1},"percent":{"value":1,"low":1,"high":1},"confusion":[[0,0],[10,0]],"rho":0.0136,"temperature":2.613,"known":2,"watched":0,"loss":0.0000,"saving":true,"accuracy":0.6765,"low":0.2125,"high":1.0000}],"drift":[{"day":20782,"answers":10,"agreed":0,"gold":3,"gold_right":0}]}', 1795631236134021, 2854);
INSERT INTO public.import VALUES (116349483044864, 116349482733568, 116349480996864, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795631235509724);
INSERT INTO public.import VALUES (116349483323392, 116349482733568, 116349480996864, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795631235576965);
INSERT INTO public.import VALUES (116349483859968, 116349482733568, 116349480996864, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795631235708311);
INSERT INTO public.lease VALUES (116349482733568, 116349482151936, 1, 1, 1795631235440122, 1795631835440122, 116349482807296, 0);
INSERT INTO public.lease VALUES (116349482733568, 116349482151936, 2, 1, 1795631235453736, 1795631835453736, 116349482819585, 0);
INSERT INTO public.lease VALUES (116349482733568, 116349482151936, 3, 1, 1795631235455808, 1795631835455808, 116349482827777, 0);
INSERT INTO public.lease VALUES (116349482733568, 116349482627072, 1, 1, 1795631235457947, 1795631835457947, 116349482835968, 0);
INSERT INTO public.lease VALUES (116349482733568, 116349482627072, 2, 1, 1795631235458745, 1795631835458745, 116349482844161, 0);
INSERT INTO public.lease VALUES (116349482733568, 116349482627072, 3, 1, 1795631235461667, 1795631835461667, 116349482852353, 0);
INSERT INTO public.lease VALUES (116349482733568, 116349482151936, 4, 2, 1795631235478733, 1795631835478733, 116349482921984, 0);
INSERT INTO public.lease VALUES (116349482733568, 116349482151936, 5, 0, 1795631235479713, 1795631835479713, 116349482926080, 0);
INSERT INTO public.lease VALUES (116349482958848, 116349482627072, 1, 1, 1795631235490995, 1795631835490995, 116349482979328, 0);
INSERT INTO public.lease VALUES (116349482999808, 116349482151936, 1, 1, 1795631235501014, 1795631835501014, 116349483016192, 0);
INSERT INTO public.lease VALUES (116349482733568, 116349482627072, 4, 0, 1795631235709258, 1795717635709258, 116349483986944, 1);
INSERT INTO public.lease VALUES (116349482733568, 116349482627072, 5, 0, 1795631235709258, 1795717635709258, 116349483991040, 1);
INSERT INTO public.lease VALUES (116349484617728, 116349482151936, 1, 1, 1795631235897429, 1795631835897429, 116349484642304, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482151936, 2, 1, 1795631235901085, 1795631835901085, 116349484654593, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482151936, 3, 1, 1795631235906206, 1795631835906206, 116349484675073, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482151936, 4, 1, 1795631235909645, 1795631835909645, 116349484691457, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482151936, 5, 1, 1795631235913002, 1795631835913002, 116349484703744, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482151936, 6, 1, 1795631235915177, 1795631835915177, 116349484707841, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482627072, 1, 1, 1795631235918077, 1795631835918077, 116349484720128, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482627072, 2, 1, 1795631235919088, 1795631835919088, 116349484724225, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482627072, 4, 1, 1795631235922350, 1795631835922350, 116349484736513, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482627072, 5, 1, 1795631235923810, 1795631835923810, 116349484744705, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482627072, 6, 1, 1795631235925719, 1795631835925719, 116349484752897, 0);
INSERT INTO public.lease VALUES (116349484617728, 116349482627072, 3, 0, 1795631236045973, 1795717636045973, 116349484732417, 0);
INSERT INTO public.offer VALUES (116349484216320, 116349482151936, 116349484281856, 0, 4, 4, 1795631235809810, 1795631835809810);
INSERT INTO public.offer VALUES (116349484617728, 116349482151936, 116349484638208, 2, 6, 0, 1795631235897016, 1795634535897429);
INSERT INTO public.opinion VALUES (116349484617728, 5, 116349484761088, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 1795631236052754);
INSERT INTO public.outbox VALUES (116349484326912, 116349482151936, 116349484175360, 0, 1, 0, 1, '', 0, 0, 0, 1795680000000000, 1795701600000000, 1795631235809810, 0, 0, '', '');
INSERT INTO public.person VALUES (116349479444224, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$zCEoPE5DuQO2p7vDWadxPg$eQmqWOcRp9LoM3dLl08BPeLDABJ5C2pg+rCfxxwEVYU', 8, 'es', 0, 1795631234629547);
INSERT INTO public.person VALUES (116349480996864, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$phyCgWn6aMPnE/gjaQqFHw$oUN5gOUIsO6X48dh2ZbLCGuTscpvb1ZB+FOOfmJ0FBc', 2, 'es', 0, 1795631235009822);
INSERT INTO public.person VALUES (116349482151936, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$I2J7VANFxjCVRAw4hFBcag$X6Fb4aObLgMdbI6hkh5229gH8ENZgepCRpGK5WBOCw4', 1, 'es', 0, 1795631235291796);
INSERT INTO public.person VALUES (116349482627072, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$q8BYho5x+tKvLIrcNrpnxw$fHuKtWj0kwuWb8RsL6zbVszNW8mageyxbtB3HT+h0xE', 1, 'es', 0, 1795631235407751);
INSERT INTO public.person VALUES (116349484761088, 'person2', '', '$argon2id$v=19$m=19456,t=2,p=1$Xnq9fe27NEilF1oYQo5wHQ$oFJnjsbP1Zd/dvSwWXiXOtBqn2DRpC8bnBUs7pAtTic', 4, 'es', 0, 1795631235928115);
INSERT INTO public.person VALUES (116349485367296, 'deleted-116349485367296', '', '', 0, 'es', 1, 1795631236076096);
INSERT INTO public.person VALUES (116349486182400, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$lF19Ps5RtYMEkX5AMyIFbw$OGbrXQwKcRCwhzyd1DG+cebvHHp+dKq+IFgCy5TkdnY', 1, 'es', 1, 1795631236275137);
INSERT INTO public.person_signal VALUES (1, '\x56b33bd173cb40276837acff484d0bda0c3bdfcae702eceb4e1d8cce061c3e5b', 116349480996864, 1795631235009822);
INSERT INTO public.person_signal VALUES (1, '\x8bb22ddb1de52bf21ffc42a66643bf974bfbc3e75ea838c639a8968ca9541a8c', 116349479444224, 1795631235174423);
INSERT INTO public.person_signal VALUES (1, '\x6b9f03ca9d0553eb36ae20ff68b22bfaf1f6958433cf53825ebcd0adc8796e2c', 116349482151936, 1795631235291796);
INSERT INTO public.person_signal VALUES (1, '\xef9ad39af31637dcf205fb72ceac0c121553e52e9d0c8514201303ee285e54ac', 116349482627072, 1795631235407751);
INSERT INTO public.person_signal VALUES (1, '\x44975250a7205cbc599c6f1319e5783baa01af58d3ae022707bd49ab8711d5ae', 116349484761088, 1795631235928115);
INSERT INTO public.person_signal VALUES (1, '\xc22d379f196caa029ec1f444252a40cc256fa2a319bf98ca533a136494248628', 116349486182400, 1795631236275137);
INSERT INTO public.project VALUES (116349482733568, 116349480996864, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795631235433455, 1795631235438061, 50, 86400, 0, 2, 985, 0);
INSERT INTO public.project VALUES (116349482950656, 116349480996864, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795631235486727, 0, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116349482958848, 116349480996864, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795631235488384, 1795631235489776, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116349482999808, 116349480996864, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795631235498327, 1795631235499806, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116349484216320, 116349480996864, 'Shared', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 50000, 1, 600, 259200, 0, 1795631235794950, 1795631235808465, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116349484617728, 116349480996864, 'Judged', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795631235893332, 1795631235896075, 50, 86400, 0, 2, 985, 500);
INSERT INTO public.project_count VALUES (116349482999808, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO public.project_count VALUES (116349482733568, 12, 13, 1025, 11, 1, 7, 6, 1, 2, 2, 1, 3, 3, 2, 1, 0, 0, 1, 2, 2, 4, 2922, 6, 0, 0, 0, 0, 7, 0);
INSERT INTO public.project_count VALUES (116349484216320, 5, 5, 1, 4, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0);
INSERT INTO public.project_count VALUES (116349484617728, 9, 13, 1025, 8, 2, 8, 6, 2, 0, 2, 0, 1, 10, 0, 1, 4, 0, 0, 2, 6, 6, 0, 0, 0, 1, 1, 10, 8, 3);
INSERT INTO public.project_count VALUES (116349482950656, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116349482958848, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0);
INSERT INTO public.project_dispatch VALUES (116349482950656, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116349482958848, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116349482999808, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116349482733568, 1, 300, 0, 0, 0, 0, 0, 1795631236790569, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116349484216320, 1, 300, 0, 0, 32472144000000000, 0, 4, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116349484617728, 1, 300, 0, 0, 0, 0, 0, 1795631245907016, 0, 0, 0, 0);
INSERT INTO public.project_requirement VALUES (116349482733568, 0, 1, 0, 8, '0 1');
INSERT INTO public.project_reviewer VALUES (116349484617728, 116349484761088, 1795631236035731);
INSERT INTO public.qualification VALUES (116349485285376, 116349480996864, 'Films', '', 1795631236056469);
INSERT INTO public.qualification_holder VALUES (116349482151936, 116349485285376, 90, 0, 0, 0, 1795631236057956);
INSERT INTO public.receipt VALUES (0, 'a8cc4f3ba4f14a379a38a598be4ff434', '\xd9fc4824588b55ab28485029be4f176b', 0, '{"id":116349480996864}', 1795631235009822);
INSERT INTO public.receipt VALUES (116349479444224, '95ddcc60614b456d9468dcfff085bc50', '\xc7b3ef53ff2d0f073df070c9580d0250', 0, '{"transfer":116349482143744}', 1795631235288381);
INSERT INTO public.receipt VALUES (0, '7b936a5ace7642d8894fe6162d537862', '\x202dd743a9013d31d11e8ba8219d48e7', 0, '{"id":116349482151936}', 1795631235291796);
INSERT INTO public.receipt VALUES (0, '783d7f2c503f4c02bdce9acdd292807a', '\xbd2738b25a1f02e0068edafaaae34db6', 0, '{"id":116349482627072}', 1795631235407751);
INSERT INTO public.receipt VALUES (116349482151936, 'b2092e524c48420a9a5113bd23b49ca7', '\x0756ac2d609ce883a00bc1b83976df2b', 0, '{"id":116349482729472}', 1795631235431631);
INSERT INTO public.receipt VALUES (116349480996864, '753da4242a6148658f880ab0429b28fb', '\xef9a2be9873e7de8b69e1c35962299b1', 0, '{"id":116349482733568}', 1795631235433455);
INSERT INTO public.receipt VALUES (116349480996864, 'fc69be62b86b4b9f9418a5bca184d559', '\xcc2fdfd97e7da2ce720641764aa8a90e', 0, '{"added":7,"repeated":0}', 1795631235435534);
INSERT INTO public.receipt VALUES (116349480996864, 'fcac944f2066405284e79cd652aa10b3', '\x31c6f6bb283717af914b5499cfcdc3c9', 0, '{"id":116349482733568}', 1795631235438061);
INSERT INTO public.receipt VALUES (116349482151936, 'c25b2be787a446d184eba1de1bc3d9b9', '\xf6268ba3c7488ace1deff2521d79cc53', 0, '{"task":1,"deadline_usec":1795631835440122,"price_micros":10000}', 1795631235440122);
INSERT INTO public.receipt VALUES (116349482151936, '44cc11c336324605a71baa1cd0a61590', '\xf85ab63219161a3dd068c245289fe015', 0, '{"annotation":116349482819584,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795631835453736,"price_micros":10000}}', 1795631235453736);
INSERT INTO public.receipt VALUES (116349482151936, '0f190d9546334830b4f3cf3eadcc6745', '\x7ffd4d9cba5a6b02c93ee7ed8d396bc4', 0, '{"annotation":116349482827776,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795631835455808,"price_micros":10000}}', 1795631235455808);
INSERT INTO public.receipt VALUES (116349482151936, '06bcf36b0e88432f835d0ee74bcd9e67', '\x0d7024a71535b1b04f99a7e52a7f8dd8', 0, '{"annotation":116349482831872,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795631235457020);
INSERT INTO public.receipt VALUES (116349482627072, '0ade97a334034c179931b7651f8d697a', '\xefa4788232bb2d40c61d005991e33d99', 0, '{"task":1,"deadline_usec":1795631835457947,"price_micros":10000}', 1795631235457947);
INSERT INTO public.receipt VALUES (116349482627072, '2808815e63ea4c9f92fe2bfed8613222', '\x37d36bfbbb6c31545a4eb25689bda5bf', 0, '{"annotation":116349482844160,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795631835458745,"price_micros":10000}}', 1795631235458745);
INSERT INTO public.receipt VALUES (116349482627072, '2e5b77306082471ab0bace579c6df370', '\x660769879b97161a34c298b9f0bc989e', 0, '{"annotation":116349482852352,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795631835461667,"price_micros":10000}}', 1795631235461667);
INSERT INTO public.receipt VALUES (116349482627072, 'c1dd3fd3dff44ee5b1172db5e7a5ae43', '\x03929f2f21f4079e95957546f8e97b41', 0, '{"annotation":116349482864640,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795631235464621);
INSERT INTO public.receipt VALUES (116349480996864, '241c3fd1a58444a491a2bcc9fde572ef', '\x6473333fd906bd2bad2267ff9904a492', 0, '{"decided":2}', 1795631235467240);
INSERT INTO public.receipt VALUES (116349480996864, 'e8bcb245372e4763bfb12fc90ab96c88', '\xd21db7d02c553fdca40060cf68ac7787', 0, '{"decided":1}', 1795631235469392);
INSERT INTO public.receipt VALUES (116349482151936, '10ca4e260be549efbdb48e3c8be80e66', '\xf6268ba3c7488ace1deff2521d79cc53', 0, '{"task":4,"deadline_usec":1795631835478733,"price_micros":10000}', 1795631235478733);
INSERT INTO public.receipt VALUES (116349482151936, 'c3790f6e184a46f0babaa461e66a8aeb', '\x21e42c22302f8a04dca350600d774a26', 0, '{"next":{"task":5,"deadline_usec":1795631835479713,"price_micros":10000}}', 1795631235479713);
INSERT INTO public.receipt VALUES (116349480996864, '701e4a7c5ba1486f992414b0fe66bb3c', '\xbe573f0d060f7e47f36aeb58d9392190', 0, '{}', 1795631235481601);
INSERT INTO public.receipt VALUES (116349480996864, '5c4f018d534e445485b0434e6a96eb57', '\xe2d957167ab07d8bec0e80296b65b9ed', 0, '{"added":2,"repeated":0}', 1795631235484733);
INSERT INTO public.receipt VALUES (116349480996864, 'd713de286c2c4c5d975e59f4c4e67df8', '\xd6dabb6fc88afccd4d478d2cae748ce0', 0, '{"id":116349482950656}', 1795631235486727);
INSERT INTO public.receipt VALUES (116349480996864, '5b0638ffa48c4fd8a5d2dde2a71f3436', '\x9d1badf35ba9ed3ca946058c1a0ac13d', 0, '{"added":1,"repeated":0}', 1795631235487665);
INSERT INTO public.receipt VALUES (116349480996864, '5cf4986c6b4643bbbb849720fb69f488', '\xfa4239aeb2cd847b7555f2950d26633e', 0, '{"id":116349482958848}', 1795631235488384);
INSERT INTO public.receipt VALUES (116349480996864, '39b7ede583e448a2af4f5fc46f21cf7f', '\x62a64f058177f864f6b75ebce6092dbb', 0, '{"added":2,"repeated":0}', 1795631235489089);
INSERT INTO public.receipt VALUES (116349480996864, '5fb687c634da4fb3bf581e900db6f3b2', '\x6a7c7be58dd64a8aff520c12f26debd2', 0, '{"id":116349482958848}', 1795631235489776);
INSERT INTO public.receipt VALUES (116349482627072, '3b791f18befb42c09c69b51f28bcf68c', '\xb30ab51b477ad94363c0df8e51275b49', 0, '{"task":1,"deadline_usec":1795631835490995,"price_micros":0}', 1795631235490995);
INSERT INTO public.receipt VALUES (116349482627072, '0cea438586804f46832822cc9aa34c00', '\x76df82eecebb8edcb532af89e9503af1', 0, '{"annotation":116349482991616,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795631235495729);
INSERT INTO public.receipt VALUES (116349480996864, '3c235037e86d4566af7f6e7ed5616e39', '\x1d713040203283fc199b63fc73bd33c3', 0, '{"id":116349482958848}', 1795631235497446);
INSERT INTO public.receipt VALUES (116349480996864, '9c17a35a2ff548ce9eb183d24c6e2258', '\x37325e49681e3679a3ac8b607b1bfec2', 0, '{"id":116349482999808}', 1795631235498327);
INSERT INTO public.receipt VALUES (116349480996864, 'd38d1309643c4a7dbaf152d23dcd2020', '\xf0c2ae58fb8875916d04b8e6fb7d8d10', 0, '{"added":1,"repeated":0}', 1795631235499098);
INSERT INTO public.receipt VALUES (116349480996864, '1e8eaf86fa754dc09bbc6c8019a11dbf', '\xec936bf7cbae045fe044a0013b483cf8', 0, '{"id":116349482999808}', 1795631235499806);
INSERT INTO public.receipt VALUES (116349482151936, 'ba739c668c2a4bc9ad88d408672a983e', '\xa569f3df52c34da918ba4b6cb703cc47', 0, '{"task":1,"deadline_usec":1795631835501014,"price_micros":50000}', 1795631235501014);
INSERT INTO public.receipt VALUES (116349482151936, '67168c002689470487bd7916df1c33b8', '\x76c33a5ccbe86c479e0f63045d32c74c', 0, '{"annotation":116349483024384,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795631235503306);
INSERT INTO public.receipt VALUES (116349480996864, '2aee90df817c4bcbae304930e5c11fa1', '\x8de83f334d6c9e1cc54d7a67efd36260', 0, '{"id":116349482999808}', 1795631235504840);
INSERT INTO public.receipt VALUES (116349480996864, '76bd6351c43b42409c65d6164e9ad2b4', '\xb4a20d7e2c845ab70282347d8b8dba99', 0, '{"id":116349483044864}', 1795631235509724);
INSERT INTO public.receipt VALUES (116349480996864, '6070d560984f4679916888900bacb16a', '\xe827a41d2db6d3fe42094c87de2ada36', 0, '{"id":116349483044864}', 1795631235520300);
INSERT INTO public.receipt VALUES (116349480996864, 'import-116349483044864-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795631235526180);
INSERT INTO public.receipt VALUES (116349480996864, 'ce50642dfef341ba8f1ff2f495bf3ad3', '\x50e0e697a22c4cfb141f32138d0db57e', 0, '{"id":116349483323392}', 1795631235576965);
INSERT INTO public.receipt VALUES (116349480996864, '52a76cbd061a4701b4b21d9e5b435508', '\x4bc2201c7a989ab448901eb8d6bb9d18', 0, '{"id":116349483323392}', 1795631235631025);
INSERT INTO public.receipt VALUES (116349480996864, '2049d4f34efb473ca0afc4f6e9939457', '\xbfa8efe743527123e9c51b516fdc9255', 0, '{"id":116349483859968}', 1795631235708311);
INSERT INTO public.receipt VALUES (116349482627072, 'd6d1b1cd4a314a0e8dcc20331d514249', '\xf0aac56a3d44f76071a68c46c578a22b', 0, '{"leases":[{"task":4,"deadline_usec":1795717635709258,"price_micros":10000},{"task":5,"deadline_usec":1795717635709258,"price_micros":10000}]}', 1795631235709258);
INSERT INTO public.receipt VALUES (116349482151936, 'af0ad6beebb642b880c97950ac19c541', '\xf2eb8c2e1334236d3b98392d155cd74f', 0, '{"id":116349484023808}', 1795631235745556);
INSERT INTO public.receipt VALUES (116349482151936, 'e504fe2a805f49cc85af26ede87fe720', '\x28bdade9951cc5d7f2f02269d656fae4', 0, '{"id":116349484175360}', 1795631235784848);
INSERT INTO public.receipt VALUES (116349482151936, 'e17c37ce83d54440a8d96cb931636e1d', '\x0f1fb5e3fdd323d45b6dc60820c0288c', 0, '{}', 1795631235788394);
INSERT INTO public.receipt VALUES (116349482151936, '177c026d32d047d889d671b3e1b02512', '\x2468e07c21d9347509aac1b2a4aa81e7', 0, '{}', 1795631235790569);
INSERT INTO public.receipt VALUES (116349480996864, 'b02c261e008f461a9d4bf2fb576790e8', '\x90d905c042c03158ed04026ec075079a', 0, '{"id":116349484216320}', 1795631235794950);
INSERT INTO public.receipt VALUES (116349480996864, 'e653e1f0e1eb4f15ad8521cf29187456', '\x5be5db3fee5b3a465dca45279ae596c1', 0, '{"added":4,"repeated":0}', 1795631235796324);
INSERT INTO public.receipt VALUES (116349480996864, 'ffd6e58c05ec43c08f2c0cea5633148f', '\x532e8b14a613689b84e022eea0578da3', 0, '{"id":116349484216320}', 1795631235808465);
INSERT INTO public.receipt VALUES (116349482151936, 'fcfb580c0cdb4120a196d94e0b2cc3f6', '\x851256ed958249b51bfbc23adc467314', 0, '{}', 1795631235866498);
INSERT INTO public.receipt VALUES (116349480996864, 'df4023c318324e7299c92f3af72ace22', '\xdbe0ef0baed64d2022f1854a074b5f75', 0, '{"id":116349484216320}', 1795631235867998);
INSERT INTO public.receipt VALUES (116349480996864, 'a2fc7c37cca44ddab11622e4b31562dd', '\x6db61f230fc9bc97ed696e04a39f55a6', 0, '{"id":116349484617728}', 1795631235893332);
INSERT INTO public.receipt VALUES (116349480996864, 'b17db4156b334c4f8c547271651b61fb', '\x50acbb436d4d27b3b3ae7168bf1b3e65', 0, '{"added":8,"repeated":0}', 1795631235894983);
INSERT INTO public.receipt VALUES (116349480996864, 'c7fc76559ffe40e2a8abd914e88a5c2e', '\xa1aa6e61cf2c7d01c794c29b53da1bce', 0, '{"id":116349484617728}', 1795631235896075);
INSERT INTO public.receipt VALUES (116349482151936, '02842c417b06481fbb954be61f7cb8c7', '\x9c0a99c89f5f3cbdb70598bd3fdd3ff0', 0, '{"task":1,"deadline_usec":1795631835897429,"price_micros":10000}', 1795631235897429);
INSERT INTO public.receipt VALUES (116349482151936, '9c7bc1ccc70341dd8997c92e18a46352', '\x79c8d6a2684bba9fe5bb17b358073dbf', 0, '{"annotation":116349484654592,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":2,"deadline_usec":1795631835901085,"price_micros":10000}}', 1795631235901085);
INSERT INTO public.receipt VALUES (116349482151936, '172a318fd43d43b39554ce27e085ca49', '\xd2d4ef2774f64bbd9a64a3b41841344a', 0, '{"annotation":116349484675072,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":3,"deadline_usec":1795631835906206,"price_micros":10000}}', 1795631235906206);
INSERT INTO public.receipt VALUES (116349482151936, 'df20e140d1e04409aeed4edc17bf485e', '\x2383e084da76ba6314a6fe5cbb8611bf', 0, '{"annotation":116349484691456,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":{"task":4,"deadline_usec":1795631835909645,"price_micros":10000}}', 1795631235909645);
INSERT INTO public.receipt VALUES (116349482151936, '2252a07c9fd846bcae92f224c0ae17fc', '\x6da0b697be8129741655f879ed615757', 0, '{"annotation":116349484699648,"state":"submitted","price_micros":10000,"pending_micros":70000,"late":false,"next":{"task":5,"deadline_usec":1795631835913002,"price_micros":10000}}', 1795631235913002);
INSERT INTO public.receipt VALUES (116349482151936, '1b474a9136294eca80b3844b9d608e06', '\x19203855d3c80621f16a8a8f089a9a53', 0, '{"annotation":116349484707840,"state":"submitted","price_micros":10000,"pending_micros":80000,"late":false,"next":{"task":6,"deadline_usec":1795631835915177,"price_micros":10000}}', 1795631235915177);
INSERT INTO public.receipt VALUES (116349482151936, '0f34cae17da04c0eaf9e35bc7f3f2cd8', '\xda9a051074b240a1df91c0f786ffd754', 0, '{"annotation":116349484716032,"state":"submitted","price_micros":10000,"pending_micros":90000,"late":false,"next":null}', 1795631235916727);
INSERT INTO public.receipt VALUES (116349482627072, '72251f15c06d4a759fa6e2fec811615c', '\xa6ae3b705d55658242aee51df9d882c0', 0, '{"task":1,"deadline_usec":1795631835918077,"price_micros":10000}', 1795631235918077);
INSERT INTO public.receipt VALUES (116349482627072, 'e285750fb0104fb0a5eb603263ae6e8e', '\x3687cbceb625202226703b0ad17ee475', 0, '{"annotation":116349484724224,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795631835919088,"price_micros":10000}}', 1795631235919088);
INSERT INTO public.receipt VALUES (116349482627072, 'f483e8fc72644548a3195ac5259a82b3', '\x97009bc879ee1c57a0b62ca80ef89c4b', 0, '{"annotation":116349484732416,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795631835920584,"price_micros":10000}}', 1795631235920584);
INSERT INTO public.receipt VALUES (116349482627072, '5b3fe5484e1a40ed8830ce9f66e15e61', '\xd07e778caed43babc92a65476a504292', 0, '{"annotation":116349484736512,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":{"task":4,"deadline_usec":1795631835922350,"price_micros":10000}}', 1795631235922350);
INSERT INTO public.receipt VALUES (116349482627072, 'b3183fbbfda84b80b4c8b669dda296e6', '\xf3d2aa7d972bef41eb1a815878083f0f', 0, '{"annotation":116349484744704,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":5,"deadline_usec":1795631835923810,"price_micros":10000}}', 1795631235923810);
INSERT INTO public.receipt VALUES (116349482627072, '0d1eb5cb5a8749219d82b441274b7a38', '\xc67667e61fa8b4f04b11cd754512210d', 0, '{"annotation":116349484752896,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":6,"deadline_usec":1795631835925719,"price_micros":10000}}', 1795631235925719);
INSERT INTO public.receipt VALUES (116349482627072, 'f57b422e1e5a454abf0d3dce5807d784', '\x52145e832f091b609d5308022350ac6c', 0, '{"annotation":116349484756992,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":null}', 1795631235926961);
INSERT INTO public.receipt VALUES (0, 'be9af72350d745a386aa47b68e16495c', '\xa04d30fed8a6cee69fb48cf03c037aa6', 0, '{"id":116349484761088}', 1795631235928115);
INSERT INTO public.receipt VALUES (116349479444224, '6c63477c981f48ffa9031b93e8257d92', '\x5b73a763cb506d84d63f957b9ee431ef', 0, '{"id":116349484761088}', 1795631236034754);
INSERT INTO public.receipt VALUES (116349480996864, '60087f40578b449bbfed982260faad43', '\x5128e661f3d8b6dbe822c8cb67a8a995', 0, '{}', 1795631236035731);
INSERT INTO public.receipt VALUES (116349480996864, '05e13f4bf1db49078b8bf4c655097572', '\xa045b0f8a6b65986591993b797e45a91', 0, '{}', 1795631236037598);
INSERT INTO public.receipt VALUES (116349480996864, 'e5f59d0beeb742dda56dd1d6c499b26b', '\xb35ece6fa3ec1bbcea5d47618f0206fd', 0, '{}', 1795631236040057);
INSERT INTO public.receipt VALUES (116349480996864, '793c94db8ff440d9b1c64142a495a6c5', '\x15ed610043cfc3b2681aa43b2afc1ca3', 0, '{"decided":1}', 1795631236043023);
INSERT INTO public.receipt VALUES (116349482151936, '5fbaf9cdc91442d69e0f07309e72ddb7', '\xecedf44aae6d617cc911278d724b0704', 0, '{}', 1795631236044299);
INSERT INTO public.receipt VALUES (116349484761088, 'eb8f8a9a97714299b8b7376060cc6406', '\x2ce18b2c77632fe4fc0b92bcc4b07ccd', 0, '{"decided":1}', 1795631236045973);
INSERT INTO public.receipt VALUES (116349484761088, 'a10a0aec68a04bc3a77fcef28822c069', '\x67070cbb5d61a3ad4d484b6d2a07aded', 0, '{}', 1795631236047561);
INSERT INTO public.receipt VALUES (116349484761088, 'bddd7f917e5748ef8469ce24d78f9578', '\xdcff917cbe46ac190b85d94230340cab', 0, '{}', 1795631236052754);
INSERT INTO public.receipt VALUES (116349480996864, '26c7cad714314cada32876b8d3bb011e', '\xe39b3ce1bb98fb65c7fb5c5475bbec2d', 0, '{"wanted":3,"cost_micros":10000}', 1795631236054883);
INSERT INTO public.receipt VALUES (116349480996864, '44ec65e65d10489ca5e3240096c5d590', '\x325acdcaf962dd46553c2f42b229f54d', 0, '{"id":116349485285376}', 1795631236056469);
INSERT INTO public.receipt VALUES (116349480996864, '87570148b856409f8472b97775d26c5c', '\xe28ae25c956db45ccdc3232d92b3cb0a', 0, '{}', 1795631236057956);
INSERT INTO public.receipt VALUES (116349480996864, '8c986e35d98741b487677ad0b6900131', '\xfc7299d65776ee3884874a7e04575d2a', 0, '{"id":116349485297664}', 1795631236059180);
INSERT INTO public.receipt VALUES (116349480996864, '45d960e8aeb747fd9e83fb2a2e19d63a', '\x6bd760841bf209b3f90cb6ba5aa66ebf', 0, '{}', 1795631236061175);
INSERT INTO public.receipt VALUES (116349482627072, '590f04a3eb344690a9f6f328ff163645', '\xca358d170e337cdfe3bf02015c5f5853', 0, '{"questions":[2]}', 1795631236062862);
INSERT INTO public.receipt VALUES (116349480996864, 'd27b82f553d14e7cafc1a25b7bbe2680', '\x087707f78889c41e1f4629d82e863041', 0, '{}', 1795631236064413);
INSERT INTO public.receipt VALUES (116349482151936, 'edda0b5742654b7d88d4554022efb661', '\x551b8458a4f9e3e42b7af9a06d1df049', 0, '{"id":116349485322240}', 1795631236065641);
INSERT INTO public.receipt VALUES (116349482151936, '4c19b81925c94560b1be9dfdea128d85', '\x71c707d168b8c482719497732702fe00', 0, '{"id":116349485322240}', 1795631236069765);
INSERT INTO public.receipt VALUES (116349482627072, '6e2d264c9c2a4844be6a094cb5a44ac6', '\x7aa0101335ce59b7248d657ed612d680', 0, '{"id":116349485322240}', 1795631236071417);
INSERT INTO public.receipt VALUES (116349482627072, '91fc565bc4294a5baaf13a85f23497d3', '\xf647d922142db6b72f3cad165bdef723', 0, '{"id":116349485322240}', 1795631236073295);
INSERT INTO public.receipt VALUES (0, '8754dd4475b74092984fbf18f0cc8687', '\x71a623f8c5721c9ddabb1bf27f95356e', 0, '{"id":116349485367296}', 1795631236076096);
INSERT INTO public.receipt VALUES (116349485367296, '18cdff82970b47c3a0c7b0ac4314900e', '\xbdd8e840e40c3101c7fa379021d1c16a', 0, '{}', 1795631236145498);
INSERT INTO public.receipt VALUES (0, '953feeaf43e34c589d5475bcd4efb338', '\xc32c6d27ba9b7db46c5f34b7a531def9', 0, '{"id":116349486182400}', 1795631236275137);
INSERT INTO public.receipt VALUES (116349479444224, '581e3ed408bb43fdba8b7431d268a825', '\xe9c549d089b5bb7372fe1a6544058fb9', 0, '{"id":116349486182400}', 1795631236302044);
INSERT INTO public.report VALUES (116349482733568, 4, 116349482151936, 'the text is cut', 1795631235479713);
INSERT INTO public.session VALUES ('\x0b85843ff56dc70e345129e06d99911faec17559c6939032ca1afd1b03c49aa2', 116349480996864, 1795631235009822, 1798223235009822);
INSERT INTO public.session VALUES ('\x318d899d88b92109f1d386501852d82426aa0cf216fe420820f80f1c8e8ff9e7', 116349479444224, 1795631235174423, 1798223235174423);
INSERT INTO public.session VALUES ('\xb41d5d416b7593fa0cb94022905bb747d161ecb276e09195ca5782cb5c2975a1', 116349482151936, 1795631235291796, 1798223235291796);
INSERT INTO public.session VALUES ('\x13c8dc7df722ed3e8f89e0d4fefad78dce8fb5902d5f3c2afe9a8edd70de17b1', 116349482627072, 1795631235407751, 1798223235407751);
INSERT INTO public.session VALUES ('\x3cbbe22575b2958c2cefc2fe33563f462f8ddc376b49e535c146b5431afa74da', 116349484761088, 1795631235928115, 1798223235928115);
INSERT INTO public.setting VALUES ('schema', '9');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '60');
INSERT INTO public.task VALUES (116349482733568, 7, 10, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349484617728, 2, 10, 10, 2, 2, 0, 0, 2);
INSERT INTO public.task VALUES (116349484617728, 1, 10, 11, 1, 1, 0, 0, 2);
INSERT INTO public.task VALUES (116349484617728, 3, 0, 3, 4, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116349484617728, 6, 0, 12, 1, 2, 0, 0, 3);
INSERT INTO public.task VALUES (116349482733568, 2, 0, 2, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116349482733568, 3, 0, 3, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116349482733568, 1, 0, 8, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116349482733568, 6, 0, 6, 3, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349482733568, 8, 0, 9, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349482733568, 9, 0, 10, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349482950656, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349482958848, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349482958848, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116349482999808, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116349482733568, 10, 0, 11, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349482733568, 11, 0, 12, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349482733568, 4, 0, 4, 1, 0, 1, 1, 0);
INSERT INTO public.task VALUES (116349482733568, 5, 0, 5, 4, 0, 2, 0, 0);
INSERT INTO public.task VALUES (116349484216320, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349484216320, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349484216320, 3, 0, 3, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349484216320, 4, 0, 4, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349484617728, 7, 0, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349484617728, 8, 0, 8, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116349484617728, 4, 0, 4, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116349484617728, 5, 0, 5, 2, 2, 0, 0, 0);
INSERT INTO public.task_data VALUES (116349482733568, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631235435534, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795631235435534, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795631235435534, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795631235435534, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795631235435534, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795631235435534, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795631235435534, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795631235484733, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795631235484733, NULL);
INSERT INTO public.task_data VALUES (116349482950656, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631235487665, NULL);
INSERT INTO public.task_data VALUES (116349482958848, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631235489089, NULL);
INSERT INTO public.task_data VALUES (116349482958848, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795631235489089, NULL);
INSERT INTO public.task_data VALUES (116349482999808, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631235499098, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795631235526180, NULL);
INSERT INTO public.task_data VALUES (116349482733568, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795631235526180, NULL);
INSERT INTO public.task_data VALUES (116349484216320, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631235796324, NULL);
INSERT INTO public.task_data VALUES (116349484216320, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795631235796324, NULL);
INSERT INTO public.task_data VALUES (116349484216320, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795631235796324, NULL);
INSERT INTO public.task_data VALUES (116349484216320, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795631235796324, NULL);
INSERT INTO public.task_data VALUES (116349484617728, 3, NULL, '\xbf6b2be239f84165d96aaebe4b537bcc', '{"text":"film 82"}', NULL, NULL, NULL, 1795631235894983, NULL);
INSERT INTO public.task_data VALUES (116349484617728, 4, NULL, '\x3514cb802160a102047106eb863dca38', '{"text":"film 83"}', NULL, NULL, NULL, 1795631235894983, NULL);
INSERT INTO public.task_data VALUES (116349484617728, 5, NULL, '\x03a486c574e40e7c33a2e70cf333562f', '{"text":"film 84"}', NULL, NULL, NULL, 1795631235894983, NULL);
INSERT INTO public.task_data VALUES (116349484617728, 6, NULL, '\x5e60d200837abe3bf2312c4486494441', '{"text":"film 85"}', NULL, NULL, NULL, 1795631235894983, NULL);
INSERT INTO public.task_data VALUES (116349484617728, 7, NULL, '\xe99e7681ecb8dedbdfc02e063168653b', '{"text":"film 86"}', NULL, NULL, NULL, 1795631235894983, NULL);
INSERT INTO public.task_data VALUES (116349484617728, 8, NULL, '\x25a35357abf69a6ec8947da357b74887', '{"text":"film 87"}', NULL, NULL, NULL, 1795631235894983, NULL);
INSERT INTO public.task_data VALUES (116349484617728, 1, NULL, '\x72646f12748b7efeb27d18d9e504da87', '{"text":"film 80"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795631235894983, 'it frightens');
INSERT INTO public.task_data VALUES (116349484617728, 2, NULL, '\xeff123c5b72f00999d61ea8576d0d965', '{"text":"film 81"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795631235894983, 'it frightens');
INSERT INTO public.task_estimate VALUES (116349484617728, 1, 1, '[]', 0.999999999, 1, 1, '{"genre":{"[\"Horror\"]":1.000}}');
INSERT INTO public.task_estimate VALUES (116349484617728, 2, 1, '[]', 0.999999999, 1, 2, '{"genre":{"[\"Horror\"]":1.000}}');
INSERT INTO public.task_estimate VALUES (116349484617728, 3, 1, '[]', 0.9715309737263425, 0.9977437665688323, 1, '{"genre":{"[\"Drama\"]":0.028,"[\"Horror\"]":0.972}}');
INSERT INTO public.task_estimate VALUES (116349484617728, 4, 1, '[]', 0.9861076745020699, 0.9996929526190282, 2, '{"genre":{"[\"Drama\"]":0.014,"[\"Horror\"]":0.986}}');
INSERT INTO public.task_estimate VALUES (116349484617728, 5, 1, '[]', 0.9861076745020699, 0.9996929526190282, 2, '{"genre":{"[\"Drama\"]":0.014,"[\"Horror\"]":0.986}}');
INSERT INTO public.task_estimate VALUES (116349484617728, 6, 1, '[]', 0.9861076745020699, 0.9996929526190282, 2, '{"genre":{"[\"Drama\"]":0.014,"[\"Horror\"]":0.986}}');
INSERT INTO public.task_fix VALUES (116349484617728, 4, 116349484761088, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 'they laugh', 1795631236047561);
INSERT INTO public.task_label VALUES (116349482733568, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116349482733568, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116349482958848, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116349482999808, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116349484617728, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116349484617728, 4, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116349484617728, 5, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.token VALUES (116349482729472, 116349482151936, 'test', '\x498435412a562e216c2548b25b3491eb1ec931eeec5be9469dcfbf7912afc875', 4, 1795631235431631, 2110991235431631, 0);
INSERT INTO public.transfer VALUES (0, 116349482143744, 1, 0, 1, 116349480996864, 1000000, 1, NULL, 1795631235288381, 1795631235288381);
INSERT INTO public.transfer VALUES (116349482733568, 116349482754048, 2, 0, 116349480996864, 116349482733568, 140000, 1, NULL, 1795631235438061, 1795631235438061);
INSERT INTO public.transfer VALUES (116349482733568, 116349482807296, 3, 1, 116349482733568, 116349482151936, 10000, 0, NULL, 1795631235440122, 0);
INSERT INTO public.transfer VALUES (116349482733568, 116349482819585, 3, 2, 116349482733568, 116349482151936, 10000, 0, NULL, 1795631235453736, 0);
INSERT INTO public.transfer VALUES (116349482733568, 116349482827777, 3, 3, 116349482733568, 116349482151936, 10000, 0, NULL, 1795631235455808, 0);
INSERT INTO public.transfer VALUES (116349482733568, 116349482852353, 3, 3, 116349482733568, 116349482627072, 10000, 1, NULL, 1795631235461667, 1795631235467240);
INSERT INTO public.transfer VALUES (116349482733568, 116349482844161, 3, 2, 116349482733568, 116349482627072, 10000, 1, NULL, 1795631235458745, 1795631235467240);
INSERT INTO public.transfer VALUES (116349482733568, 116349482835968, 3, 1, 116349482733568, 116349482627072, 10000, 2, NULL, 1795631235457947, 1795631235469392);
INSERT INTO public.transfer VALUES (116349482733568, 116349482921984, 3, 4, 116349482733568, 116349482151936, 10000, 2, NULL, 1795631235478733, 1795631235479713);
INSERT INTO public.transfer VALUES (116349482733568, 116349482926080, 3, 5, 116349482733568, 116349482151936, 10000, 0, NULL, 1795631235479713, 0);
INSERT INTO public.transfer VALUES (116349482733568, 116349482930176, 4, 0, 116349482733568, 116349480996864, 20000, 1, NULL, 1795631235481601, 1795631235481601);
INSERT INTO public.transfer VALUES (116349482958848, 116349482967040, 2, 0, 116349480996864, 116349482958848, 0, 1, NULL, 1795631235489776, 1795631235489776);
INSERT INTO public.transfer VALUES (116349482958848, 116349482979328, 3, 1, 116349482958848, 116349482627072, 0, 0, NULL, 1795631235490995, 0);
INSERT INTO public.transfer VALUES (116349482999808, 116349483008000, 2, 0, 116349480996864, 116349482999808, 50000, 1, NULL, 1795631235499806, 1795631235499806);
INSERT INTO public.transfer VALUES (116349482999808, 116349483016192, 3, 1, 116349482999808, 116349482151936, 50000, 1, NULL, 1795631235501014, 1795631235503306);
INSERT INTO public.transfer VALUES (116349482733568, 116349483986944, 3, 4, 116349482733568, 116349482627072, 10000, 0, NULL, 1795631235709258, 0);
INSERT INTO public.transfer VALUES (116349482733568, 116349483991040, 3, 5, 116349482733568, 116349482627072, 10000, 0, NULL, 1795631235709258, 0);
INSERT INTO public.transfer VALUES (116349484216320, 116349484269568, 2, 0, 116349480996864, 116349484216320, 200000, 1, NULL, 1795631235808465, 1795631235808465);
INSERT INTO public.transfer VALUES (116349484617728, 116349484630016, 2, 0, 116349480996864, 116349484617728, 160000, 1, NULL, 1795631235896075, 1795631235896075);
INSERT INTO public.transfer VALUES (116349484617728, 116349484654593, 3, 2, 116349484617728, 116349482151936, 10000, 0, NULL, 1795631235901085, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484675073, 3, 3, 116349484617728, 116349482151936, 10000, 0, NULL, 1795631235906206, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484691457, 3, 4, 116349484617728, 116349482151936, 10000, 0, NULL, 1795631235909645, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484703744, 3, 5, 116349484617728, 116349482151936, 10000, 0, NULL, 1795631235913002, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484707841, 3, 6, 116349484617728, 116349482151936, 10000, 0, NULL, 1795631235915177, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484720128, 3, 1, 116349484617728, 116349482627072, 10000, 0, NULL, 1795631235918077, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484724225, 3, 2, 116349484617728, 116349482627072, 10000, 0, NULL, 1795631235919088, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484732417, 3, 3, 116349484617728, 116349482627072, 10000, 0, NULL, 1795631235920584, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484736513, 3, 4, 116349484617728, 116349482627072, 10000, 0, NULL, 1795631235922350, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484744705, 3, 5, 116349484617728, 116349482627072, 10000, 0, NULL, 1795631235923810, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484752897, 3, 6, 116349484617728, 116349482627072, 10000, 0, NULL, 1795631235925719, 0);
INSERT INTO public.transfer VALUES (116349484617728, 116349484642304, 3, 1, 116349484617728, 116349482151936, 10000, 2, NULL, 1795631235897429, 1795631236043023);
INSERT INTO public.transfer VALUES (116349484617728, 116349485281280, 2, 0, 116349480996864, 116349484617728, 10000, 1, NULL, 1795631236054883, 1795631236054883);
INSERT INTO public.worker_estimate VALUES (116349484617728, 116349482627072, 1, 5, 0.02046996600444505, 1.5450289207055302e-10, 0.15723991918352181, 1460);
INSERT INTO public.worker_estimate VALUES (116349484617728, 116349482151936, 1, 5, 0.02072065860790812, 1.971915921698934e-10, 0.15829576180269048, 3357);
INSERT INTO public.worker_project VALUES (116349482733568, 116349482151936, 5, 3, 0, 0, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116349482958848, 116349482627072, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116349482999808, 116349482151936, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116349482733568, 116349482627072, 5, 3, 2, 1, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116349484617728, 116349482151936, 6, 6, 0, 1, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116349484617728, 116349482627072, 6, 6, 0, 0, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 1);
INSERT INTO public.worker_wish VALUES (116349482151936, 1, 600, 1320, 360, '', 0, 0, 0, 0, 0, 0, 1795631235790569, 1795631235790569, 1795631235897016, 1000, 90000, 90000, 0, 1795631235790569, 0);
INSERT INTO public.worker_wish_project VALUES (116349482151936, 116349484216320, 1);
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
CREATE INDEX project_opening ON public.project_count USING btree (project_id) WHERE (opened_to < funded_to);
CREATE INDEX project_owner ON public.project USING btree (owner_id, id);
CREATE INDEX project_requirement_of ON public.project_requirement USING btree (qualification_id) WHERE (qualification_id > 0);
CREATE INDEX qualification_holders ON public.qualification_holder USING btree (qualification_id, person_id);
CREATE INDEX qualification_owner ON public.qualification USING btree (owner_id, id);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE UNIQUE INDEX task_data_key ON public.task_data USING btree (project_id, key_hash);
CREATE INDEX task_estimate_doubt ON public.task_estimate USING btree (project_id, posterior, task_id);
CREATE INDEX task_gold ON public.task USING btree (project_id, id) WHERE (lane = 10);
CREATE INDEX task_queue ON public.task USING btree (project_id, lane, "position") WHERE (state = 1);
CREATE INDEX task_weighing ON public.task USING btree (project_id, id) WHERE (state = 5);
CREATE INDEX token_person ON public.token USING btree (person_id);
CREATE INDEX transfer_credit ON public.transfer USING btree (credit_account, id);
CREATE INDEX transfer_debit ON public.transfer USING btree (debit_account, id) WHERE (kind <> 3);
CREATE INDEX worker_project_worker ON public.worker_project USING btree (worker_id);
CREATE INDEX worker_wish_earned ON public.worker_wish USING btree (earned_usec);
