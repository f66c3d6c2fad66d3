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
    opened_to bigint DEFAULT 0 NOT NULL
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
INSERT INTO public.account VALUES (116287208468480, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116287208513536, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116287204216832, 3, 20000, 140000, 60000, 0);
INSERT INTO public.account VALUES (116287209816064, 3, 0, 200000, 0, 0);
INSERT INTO public.account VALUES (116287202910208, 2, 0, 20000, 0, 80000);
INSERT INTO public.account VALUES (116287201959936, 2, 0, 50000, 0, 90000);
INSERT INTO public.account VALUES (116287199354880, 2, 560000, 1000000, 0, 0);
INSERT INTO public.account VALUES (116287210262528, 3, 0, 170000, 110000, 0);
INSERT INTO public.alert VALUES (116287209914368, 116287201959936, 116287209816064, 0, 116287209750528, 0, 1, 0, 1795680000000000, 0, 1795616032103931);
INSERT INTO public.alert VALUES (116287210352640, 116287201959936, 116287210262528, 0, 116287209750528, 0, 1, 0, 1795680000000000, 0, 1795616032197414);
INSERT INTO public.alert_channel VALUES (116287209758720, 116287201959936, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795616032070256, 0);
INSERT INTO public.alert_rule VALUES (116287209750528, 116287201959936, 0, 0, 0, 10000, 0, 0, 1, 1795616032068617);
INSERT INTO public.alert_setting VALUES (116287201959936, 1320, 360, 0, 480, 1795648432072963);
INSERT INTO public.annotation VALUES (116287204216832, 1, 116287201959936, 116287205838848, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287205396480, 239826, 1795616031025931, 1795875231025931, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287204216832, 2, 116287201959936, 116287206281216, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287205842944, 121855, 1795616031147786, 1795875231147786, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287204216832, 3, 116287201959936, 116287206465536, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287206424576, 110208, 1795616031257994, 1795875231257994, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287204216832, 3, 116287202910208, 116287207075840, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116287206920192, 40972, 1795616031414496, 1795875231414496, 1795616031461221, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287204216832, 2, 116287202910208, 116287206907904, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116287206887424, 77225, 1795616031373524, 1795875231373524, 1795616031461221, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287204216832, 1, 116287202910208, 116287206690816, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116287206584320, 28970, 1795616031296299, 1795875231296299, 1795616031542965, 'not what was asked', 0, 0);
INSERT INTO public.annotation VALUES (116287208468480, 1, 116287202910208, 116287208497152, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116287208484864, 1969, 1795616031760213, 1795875231760213, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287208513536, 1, 116287201959936, 116287208624128, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287208599552, 15998, 1795616031788636, 1795616031788636, 1795616031788636, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287210262528, 3, 116287201959936, 116287210381312, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287210377217, 1455, 1795616032222709, 1795875232222709, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287210262528, 4, 116287201959936, 116287210389504, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287210385408, 1198, 1795616032223907, 1795875232223907, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287210262528, 5, 116287201959936, 116287210393600, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287210389505, 1262, 1795616032225169, 1795875232225169, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287210262528, 6, 116287201959936, 116287210397696, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287210393601, 1286, 1795616032226455, 1795875232226455, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287210262528, 4, 116287202910208, 116287210422272, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287210418177, 1267, 1795616032232547, 1795875232232547, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116287210262528, 5, 116287202910208, 116287210430464, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287210426368, 1631, 1795616032234178, 1795875232234178, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116287210262528, 6, 116287202910208, 116287210434560, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287210430465, 1353, 1795616032235531, 1795875232235531, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287210262528, 1, 116287202910208, 116287210405888, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116287210401792, 892, 1795616032228216, 1795875232228216, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287210262528, 2, 116287201959936, 116287210377216, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116287210373120, 2466, 1795616032221254, 1795875232221254, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116287210262528, 2, 116287202910208, 116287210414080, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116287210405889, 1431, 1795616032229647, 1795875232229647, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116287210262528, 1, 116287201959936, 116287210369024, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116287210360832, 20636, 1795616032218788, 1795875232218788, 1795616032567379, 'the gold says Horror', 1, 0);
INSERT INTO public.annotation VALUES (116287210262528, 3, 116287202910208, 116287210418176, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116287210414081, 1633, 1795616032231280, 1795875232231280, 0, 'Please look again.', 0, 1);
INSERT INTO public.contest VALUES (116287210262528, 1, 116287201959936, 'it is a drama', 0, NULL, 1795616032610658, 0);
INSERT INTO public.course VALUES (116287212916736, 116287199354880, 116287212900352, 'Films', '', 1, 80, 1, 3600, 1795616032841589);
INSERT INTO public.course_part VALUES (116287212916736, 1, 0, 'Read **this**.', '[]', 0, '');
INSERT INTO public.course_part VALUES (116287212916736, 2, 2, 'Which?', '["a","b"]', 1, '');
INSERT INTO public.course_try VALUES (116287212916736, 116287202910208, 1795616032850264, 1795616032850264, 0, 0, 0, '2', 1795616032850264, -1, 0);
INSERT INTO public.crew VALUES (116287212986368, 'Night owls', 'We **share**.', '', '\x2e2ab63fcc7751ca02a8df738bd7b9f6228a7d94952b69f17d16f958f641f533', 1796825632863106, 1320, 360, 0, 2, 1795616032858300, 1795672800000000);
INSERT INTO public.crew_member VALUES (116287212986368, 116287201959936, 1, 0, 0, 1795616032858300, 0, 0, 1);
INSERT INTO public.crew_member VALUES (116287212986368, 116287202910208, 0, 1, 1, 1795616032864314, 0, 0, 1);
INSERT INTO public.crew_watch VALUES (116287212986368, 116287213043712, 116287202910208, 0, 1795644000000000, 1795672800000000, 0);
INSERT INTO public.crew_watch VALUES (116287212986368, 116287213043713, 116287202910208, 0, 1795730400000000, 1795759200000000, 0);
INSERT INTO public.crew_watch VALUES (116287212986368, 116287213043714, 116287202910208, 0, 1795816800000000, 1795845600000000, 0);
INSERT INTO public.crew_watch VALUES (116287212986368, 116287213043715, 116287202910208, 0, 1795903200000000, 1795932000000000, 0);
INSERT INTO public.crew_watch VALUES (116287212986368, 116287213043716, 116287202910208, 0, 1795989600000000, 1796018400000000, 0);
INSERT INTO public.crew_watch VALUES (116287212986368, 116287213043717, 116287202910208, 0, 1796076000000000, 1796104800000000, 0);
INSERT INTO public.crew_watch VALUES (116287212986368, 116287213043718, 116287202910208, 0, 1796162400000000, 1796191200000000, 0);
INSERT INTO public.event VALUES (1, 116287204216832, 0, 'project.published', '{"project":116287204216832,"tasks":7}', 1795616030729089);
INSERT INTO public.event VALUES (2, 116287204216832, 0, 'annotation.submitted', '{"annotation":116287205838848,"task":1}', 1795616031025931);
INSERT INTO public.event VALUES (3, 116287204216832, 0, 'annotation.submitted', '{"annotation":116287206281216,"task":2}', 1795616031147786);
INSERT INTO public.event VALUES (4, 116287204216832, 0, 'annotation.submitted', '{"annotation":116287206465536,"task":3}', 1795616031257994);
INSERT INTO public.event VALUES (5, 116287204216832, 0, 'task.done', '{"task":1,"share":0.500}', 1795616031296299);
INSERT INTO public.event VALUES (6, 116287204216832, 0, 'annotation.submitted', '{"annotation":116287206690816,"task":1}', 1795616031296299);
INSERT INTO public.event VALUES (7, 116287204216832, 0, 'task.done', '{"task":2,"share":0.500}', 1795616031373524);
INSERT INTO public.event VALUES (8, 116287204216832, 0, 'annotation.submitted', '{"annotation":116287206907904,"task":2}', 1795616031373524);
INSERT INTO public.event VALUES (9, 116287204216832, 0, 'task.done', '{"task":3,"share":0.500}', 1795616031414496);
INSERT INTO public.event VALUES (10, 116287204216832, 0, 'annotation.submitted', '{"annotation":116287207075840,"task":3}', 1795616031414496);
INSERT INTO public.event VALUES (11, 116287204216832, 116287202910208, 'annotation.approved', '{"annotation":116287207075840,"task":3,"project":116287204216832}', 1795616031461221);
INSERT INTO public.event VALUES (12, 116287204216832, 116287202910208, 'annotation.approved', '{"annotation":116287206907904,"task":2,"project":116287204216832}', 1795616031461221);
INSERT INTO public.event VALUES (13, 116287204216832, 116287202910208, 'annotation.rejected', '{"annotation":116287206690816,"task":1,"project":116287204216832}', 1795616031542965);
INSERT INTO public.event VALUES (14, 116287204216832, 0, 'task.reported', '{"task":4}', 1795616031738972);
INSERT INTO public.event VALUES (15, 116287208468480, 0, 'project.published', '{"project":116287208468480,"tasks":2}', 1795616031756739);
INSERT INTO public.event VALUES (16, 116287208468480, 0, 'task.done', '{"task":1,"share":1.000}', 1795616031760213);
INSERT INTO public.event VALUES (17, 116287208468480, 0, 'annotation.submitted', '{"annotation":116287208497152,"task":1}', 1795616031760213);
INSERT INTO public.event VALUES (18, 116287208468480, 0, 'project.paused', '{"project":116287208468480}', 1795616031764454);
INSERT INTO public.event VALUES (19, 116287208513536, 0, 'project.published', '{"project":116287208513536,"tasks":1}', 1795616031770732);
INSERT INTO public.event VALUES (20, 116287208513536, 0, 'task.done', '{"task":1,"share":1.000}', 1795616031788636);
INSERT INTO public.event VALUES (21, 116287208513536, 0, 'annotation.submitted', '{"annotation":116287208624128,"task":1}', 1795616031788636);
INSERT INTO public.event VALUES (22, 116287208513536, 0, 'project.completed', '{"project":116287208513536}', 1795616031795618);
INSERT INTO public.event VALUES (23, 116287204216832, 0, 'import.progress', '{"import":116287208640512,"handled_bytes":12}', 1795616031946783);
INSERT INTO public.event VALUES (24, 116287204216832, 0, 'import.progress', '{"import":116287208640512,"handled_bytes":21}', 1795616031947189);
INSERT INTO public.event VALUES (25, 116287204216832, 0, 'import.done', '{"import":116287208640512,"ok":true}', 1795616031947901);
INSERT INTO public.event VALUES (26, 116287204216832, 0, 'import.progress', '{"import":116287209418752,"handled_bytes":12}', 1795616032017666);
INSERT INTO public.event VALUES (27, 116287204216832, 0, 'import.done', '{"import":116287209418752,"ok":false}', 1795616032018079);
INSERT INTO public.event VALUES (28, 116287209816064, 0, 'project.published', '{"project":116287209816064,"tasks":4}', 1795616032102197);
INSERT INTO public.event VALUES (29, 116287209816064, 116287201959936, 'offer.made', '{"offer":116287209906176,"project":116287209816064,"tasks":4,"price_micros":50000,"until":"2026-11-25T14:23:52Z"}', 1795616032103931);
INSERT INTO public.event VALUES (30, 116287209816064, 0, 'project.updated', '{"project":116287209816064}', 1795616032159058);
INSERT INTO public.event VALUES (31, 116287210262528, 0, 'project.published', '{"project":116287210262528,"tasks":8}', 1795616032196053);
INSERT INTO public.event VALUES (32, 116287210262528, 116287201959936, 'offer.made', '{"offer":116287210287104,"project":116287210262528,"tasks":8,"price_micros":10000,"until":"2026-11-25T14:23:52Z"}', 1795616032197414);
INSERT INTO public.event VALUES (33, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210369024,"task":1}', 1795616032218788);
INSERT INTO public.event VALUES (34, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210377216,"task":2}', 1795616032221254);
INSERT INTO public.event VALUES (35, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210381312,"task":3}', 1795616032222709);
INSERT INTO public.event VALUES (36, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210389504,"task":4}', 1795616032223907);
INSERT INTO public.event VALUES (37, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210393600,"task":5}', 1795616032225169);
INSERT INTO public.event VALUES (38, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210397696,"task":6}', 1795616032226455);
INSERT INTO public.event VALUES (39, 116287210262528, 0, 'task.done', '{"task":1,"share":1.000}', 1795616032228216);
INSERT INTO public.event VALUES (40, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210405888,"task":1}', 1795616032228216);
INSERT INTO public.event VALUES (41, 116287210262528, 0, 'task.done', '{"task":2,"share":1.000}', 1795616032229647);
INSERT INTO public.event VALUES (42, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210414080,"task":2}', 1795616032229647);
INSERT INTO public.event VALUES (43, 116287210262528, 0, 'task.done', '{"task":3,"share":1.000}', 1795616032231280);
INSERT INTO public.event VALUES (44, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210418176,"task":3}', 1795616032231280);
INSERT INTO public.event VALUES (45, 116287210262528, 0, 'task.done', '{"task":4,"share":1.000}', 1795616032232547);
INSERT INTO public.event VALUES (46, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210422272,"task":4}', 1795616032232547);
INSERT INTO public.event VALUES (47, 116287210262528, 0, 'task.done', '{"task":5,"share":1.000}', 1795616032234178);
INSERT INTO public.event VALUES (48, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210430464,"task":5}', 1795616032234178);
INSERT INTO public.event VALUES (49, 116287210262528, 0, 'task.done', '{"task":6,"share":1.000}', 1795616032235531);
INSERT INTO public.event VALUES (50, 116287210262528, 0, 'annotation.submitted', '{"annotation":116287210434560,"task":6}', 1795616032235531);
INSERT INTO public.event VALUES (51, 116287210262528, 0, 'project.fitted', '{"project":116287210262528,"version":1}', 1795616032445500);
INSERT INTO public.event VALUES (52, 116287210262528, 116287201959936, 'annotation.rejected', '{"annotation":116287210369024,"task":1,"project":116287210262528}', 1795616032567379);
INSERT INTO public.event VALUES (53, 116287210262528, 0, 'gold.contested', '{"task":1}', 1795616032610658);
INSERT INTO public.event VALUES (54, 116287210262528, 116287202910208, 'annotation.sent_back', '{"annotation":116287210418176,"task":3,"project":116287210262528}', 1795616032633078);
INSERT INTO public.event VALUES (55, 116287210262528, 0, 'task.fixed', '{"task":4}', 1795616032718451);
INSERT INTO public.event VALUES (56, 116287204216832, 0, 'project.updated', '{"project":116287204216832}', 1795616032854486);
INSERT INTO public.event VALUES (57, 0, 116287201959936, 'crew.changed', '{"crew":116287212986368}', 1795616032864314);
INSERT INTO public.event VALUES (58, 0, 116287202910208, 'crew.changed', '{"crew":116287212986368}', 1795616032864314);
INSERT INTO public.event VALUES (59, 0, 116287201959936, 'crew.changed', '{"crew":116287212986368}', 1795616032870814);
INSERT INTO public.event VALUES (60, 0, 116287202910208, 'crew.changed', '{"crew":116287212986368}', 1795616032870814);
INSERT INTO public.fit VALUES (116287210262528, 1, 'mix', '{"target":0.985,"answers_min":2,"answers_most":2,"seed":"116287210262528"}', 12, 6, 2, '{"controls":[{"name":"genre","classes":["[\"Drama\"]","[\"Horror\"]"],"alpha":null,"fleiss":null,"gwet":{"value":1,"low":1,"high":1},"percent":{"value":1,"low":1,"high":1},"confusion":[[10,0],[2,0]],"rho":0.0093,"temperature":1.950,"known":1,"watched":0,"loss":0.0000,"saving":true,"accuracy":0.5536,"low":0.0000,"high":1.0000}],"drift":[{"day":20782,"answers":12,"agreed":10,"gold":2,"gold_right":0}]}', 1795616032445500, 75551);
INSERT INTO public.import VALUES (116287208640512, 116287204216832, 116287199354880, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795616031797189);
INSERT INTO public.import VALUES (116287209418752, 116287204216832, 116287199354880, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795616031987175);
INSERT INTO public.import VALUES (116287209725952, 116287204216832, 116287199354880, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795616032062502);
INSERT INTO public.lease VALUES (116287204216832, 116287201959936, 1, 1, 1795616030786105, 1795616630786105, 116287205396480, 0);
INSERT INTO public.lease VALUES (116287204216832, 116287201959936, 2, 1, 1795616031025931, 1795616631025931, 116287205842944, 0);
INSERT INTO public.lease VALUES (116287204216832, 116287201959936, 3, 1, 1795616031147786, 1795616631147786, 116287206424576, 0);
INSERT INTO public.lease VALUES (116287204216832, 116287202910208, 1, 1, 1795616031267329, 1795616631267329, 116287206584320, 0);
INSERT INTO public.lease VALUES (116287204216832, 116287202910208, 2, 1, 1795616031296299, 1795616631296299, 116287206887424, 0);
INSERT INTO public.lease VALUES (116287204216832, 116287202910208, 3, 1, 1795616031373524, 1795616631373524, 116287206920192, 0);
INSERT INTO public.lease VALUES (116287204216832, 116287201959936, 4, 2, 1795616031633259, 1795616631633259, 116287208394752, 0);
INSERT INTO public.lease VALUES (116287204216832, 116287201959936, 5, 0, 1795616031738972, 1795616631738972, 116287208407040, 0);
INSERT INTO public.lease VALUES (116287208468480, 116287202910208, 1, 1, 1795616031758244, 1795616631758244, 116287208484864, 0);
INSERT INTO public.lease VALUES (116287208513536, 116287201959936, 1, 1, 1795616031772638, 1795616631772638, 116287208599552, 0);
INSERT INTO public.lease VALUES (116287204216832, 116287202910208, 4, 0, 1795616032066370, 1795702432066370, 116287209746432, 1);
INSERT INTO public.lease VALUES (116287204216832, 116287202910208, 5, 0, 1795616032066370, 1795702432066370, 116287209746433, 1);
INSERT INTO public.lease VALUES (116287210262528, 116287201959936, 1, 1, 1795616032198152, 1795616632198152, 116287210360832, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287201959936, 2, 1, 1795616032218788, 1795616632218788, 116287210373120, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287201959936, 3, 1, 1795616032221254, 1795616632221254, 116287210377217, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287201959936, 4, 1, 1795616032222709, 1795616632222709, 116287210385408, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287201959936, 5, 1, 1795616032223907, 1795616632223907, 116287210389505, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287201959936, 6, 1, 1795616032225169, 1795616632225169, 116287210393601, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287202910208, 1, 1, 1795616032227324, 1795616632227324, 116287210401792, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287202910208, 2, 1, 1795616032228216, 1795616632228216, 116287210405889, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287202910208, 4, 1, 1795616032231280, 1795616632231280, 116287210418177, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287202910208, 5, 1, 1795616032232547, 1795616632232547, 116287210426368, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287202910208, 6, 1, 1795616032234178, 1795616632234178, 116287210430465, 0);
INSERT INTO public.lease VALUES (116287210262528, 116287202910208, 3, 0, 1795616032633078, 1795702432633078, 116287210414081, 0);
INSERT INTO public.offer VALUES (116287209816064, 116287201959936, 116287209906176, 0, 4, 4, 1795616032103931, 1795616632103931);
INSERT INTO public.offer VALUES (116287210262528, 116287201959936, 116287210287104, 2, 6, 0, 1795616032197414, 1795619332198152);
INSERT INTO public.opinion VALUES (116287210262528, 5, 116287210438656, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 1795616032827493);
INSERT INTO public.outbox VALUES (116287209914369, 116287201959936, 116287209758720, 0, 1, 0, 1, '', 0, 0, 0, 1795680000000000, 1795701600000000, 1795616032103931, 0, 0, '', '');
INSERT INTO public.person VALUES (116287197196032, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$JMq7DK5+m2XV4O1mq1UqVw$WLpQ+l/0FORYVf7NnbM67UG9uKnxbkqbyTwPTAboEcU', 8, 'es', 0, 1795616029002934);
INSERT INTO public.person VALUES (116287199354880, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$90fEWCSA/Y6kWAGs+lOV7g$LflABD7JCsBq5BQS4by33isqh1dpFrMZBlESQcZj0mA', 2, 'es', 0, 1795616029530646);
INSERT INTO public.person VALUES (116287201959936, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$aknnymD0elBDVgPD1aqL2g$Qcq50OssB/slDP/oKaMp+3/r98hnbh5KTRnuH/O1l2A', 1, 'es', 0, 1795616030165984);
INSERT INTO public.person VALUES (116287202910208, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$CZ6geKHwwZ5fapCG2Xuazg$wak2tU1UNtJYPLoZDfKknDDpCgF2c65fx6n8G6AY4bo', 1, 'es', 0, 1795616030398523);
INSERT INTO public.person VALUES (116287210438656, 'person2', '', '$argon2id$v=19$m=19456,t=2,p=1$1irSnhACySZ+IFrj2PndVQ$cBuzzfP7hmevHy+tERnlr4QpZATaIzvNFmWZiB0yIT0', 4, 'es', 0, 1795616032236772);
INSERT INTO public.person VALUES (116287213092864, 'deleted-116287213092864', '', '', 0, 'es', 1, 1795616032884147);
INSERT INTO public.person VALUES (116287214018560, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$cOshkrLyC7a7ktNKZX0WPg$WKvi6AeGChRXLA5KzfSe+C96M2lDpEyud13+EB6rg1c', 1, 'es', 1, 1795616033110007);
INSERT INTO public.project VALUES (116287204216832, 116287199354880, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795616030709495, 1795616030729089, 50, 86400, 0, 2, 985, 0);
INSERT INTO public.project VALUES (116287208460288, 116287199354880, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795616031753566, 0, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116287208468480, 116287199354880, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795616031755282, 1795616031756739, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116287208513536, 116287199354880, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795616031766573, 1795616031770732, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116287209816064, 116287199354880, 'Shared', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 50000, 1, 600, 259200, 0, 1795616032083974, 1795616032102197, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116287210262528, 116287199354880, 'Judged', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795616032193471, 1795616032196053, 50, 86400, 0, 2, 985, 500);
INSERT INTO public.project_count VALUES (116287208513536, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1);
INSERT INTO public.project_count VALUES (116287204216832, 12, 13, 1025, 11, 1, 7, 6, 1, 2, 2, 1, 3, 3, 2, 1, 0, 0, 1, 2, 2, 4, 110208, 6, 0, 0, 0, 0, 7);
INSERT INTO public.project_count VALUES (116287209816064, 5, 5, 1, 4, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4);
INSERT INTO public.project_count VALUES (116287210262528, 9, 13, 1025, 8, 2, 8, 6, 2, 0, 2, 0, 1, 10, 0, 1, 4, 0, 0, 2, 6, 6, 1431, 11, 0, 1, 1, 12, 8);
INSERT INTO public.project_count VALUES (116287208460288, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116287208468480, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2);
INSERT INTO public.project_dispatch VALUES (116287208460288, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116287208468480, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116287208513536, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116287209816064, 1, 300, 0, 0, 32472144000000000, 0, 4, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116287210262528, 1, 300, 0, 0, 0, 0, 0, 1795616042207414, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116287204216832, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_requirement VALUES (116287204216832, 0, 1, 0, 8, '0 1');
INSERT INTO public.project_reviewer VALUES (116287210262528, 116287210438656, 1795616032391845);
INSERT INTO public.qualification VALUES (116287212900352, 116287199354880, 'Films', '', 1795616032837556);
INSERT INTO public.qualification_holder VALUES (116287201959936, 116287212900352, 90, 0, 0, 0, 1795616032839778);
INSERT INTO public.receipt VALUES (0, '7c0862f9388f4b588ae81bf2cb9d1232', '\xdd5bf942532d8eea786571b68c927eca', 0, '{"id":116287199354880}', 1795616029530646);
INSERT INTO public.receipt VALUES (116287197196032, '0e6955c49887408892041199ff9997c0', '\xe9df4fd7cad1e79e5a401e739f51b1ff', 0, '{"transfer":116287201906688}', 1795616030150665);
INSERT INTO public.receipt VALUES (0, '5a4983a86ff9404eb204439918b2edf0', '\xa1b0a08553e5d55e167f3b87f66e5cb4', 0, '{"id":116287201959936}', 1795616030165984);
INSERT INTO public.receipt VALUES (0, '860de945908747eb9f7468ed403161d6', '\xedcbf16ac2bd4ce67b0ec38a0f30d106', 0, '{"id":116287202910208}', 1795616030398523);
INSERT INTO public.receipt VALUES (116287201959936, '78b5d20718ac4cf1a040b1d36706ec13', '\x7b1648d9328a2b8fdb2b2e50aa717216', 0, '{"id":116287204036608}', 1795616030646844);
INSERT INTO public.receipt VALUES (116287199354880, 'a74260e5e8c544e8971de043a6bb7aad', '\xdd4280eeb50e98c767e1c6557bf3654b', 0, '{"id":116287204216832}', 1795616030709495);
INSERT INTO public.receipt VALUES (116287199354880, 'aa67a46f811d4725a967bb9bce89f892', '\x2f0b018b51a232d364969feace6ed034', 0, '{"added":7,"repeated":0}', 1795616030724740);
INSERT INTO public.receipt VALUES (116287199354880, '59c026c43683435580634d1e5381fa4d', '\x3b5744ff7d72b7cc80a357bab77026b6', 0, '{"id":116287204216832}', 1795616030729089);
INSERT INTO public.receipt VALUES (116287201959936, '30e8326d91f9496abd37f8bef3f39b0a', '\xbd1454e6c3bafc0a7d122da5c9171587', 0, '{"task":1,"deadline_usec":1795616630786105,"price_micros":10000}', 1795616030786105);
INSERT INTO public.receipt VALUES (116287201959936, 'f0d037fb43af4e8ebb9b7ad6ee497654', '\x8a4c0705a22f7c2675e57b6fb8c99ab7', 0, '{"annotation":116287205838848,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795616631025931,"price_micros":10000}}', 1795616031025931);
INSERT INTO public.receipt VALUES (116287201959936, 'f6f818b1ac5240bf8c900605126138e9', '\xc0b928d70c015e8b6f907af90e93d80c', 0, '{"annotation":116287206281216,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795616631147786,"price_micros":10000}}', 1795616031147786);
INSERT INTO public.receipt VALUES (116287201959936, 'adeb55c473c54ab7b06b8f730e80c7d8', '\x13905e20fb9a7624455401dff053d98a', 0, '{"annotation":116287206465536,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795616031257994);
INSERT INTO public.receipt VALUES (116287202910208, 'ce4ad550c62243218ba0229578b49468', '\xbd1454e6c3bafc0a7d122da5c9171587', 0, '{"task":1,"deadline_usec":1795616631267329,"price_micros":10000}', 1795616031267329);
INSERT INTO public.receipt VALUES (116287202910208, 'ca8013f0c3de48c7b58e9a2916795566', '\x08b6db37753d6d20ed78356cb8e3d30d', 0, '{"annotation":116287206690816,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795616631296299,"price_micros":10000}}', 1795616031296299);
INSERT INTO public.receipt VALUES (116287202910208, 'c94e2d954b27405b9fdb7cc7c8ed3cc5', '\x5176086f425406c578f51759fb2657e1', 0, '{"annotation":116287206907904,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795616631373524,"price_micros":10000}}', 1795616031373524);
INSERT INTO public.receipt VALUES (116287202910208, 'b8cf369bfc8c4b8299eb439a5b4e67be', '\x9f99e4829ad0fe8130b488f94f911249', 0, '{"annotation":116287207075840,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795616031414496);
INSERT INTO public.receipt VALUES (116287199354880, 'fd58e86ee6684536895757886a93eeb5', '\x67ccbe9018ccbb0d6813c021054931eb', 0, '{"decided":2}', 1795616031461221);
INSERT INTO public.receipt VALUES (116287199354880, 'ef00fb6a72774cafaa8975291b1ea238', '\x3ce6d152487dc64818ca4af9a455c90b', 0, '{"decided":1}', 1795616031542965);
INSERT INTO public.receipt VALUES (116287201959936, 'aa33210eed31470f9f03c44fbf575ced', '\xbd1454e6c3bafc0a7d122da5c9171587', 0, '{"task":4,"deadline_usec":1795616631633259,"price_micros":10000}', 1795616031633259);
INSERT INTO public.receipt VALUES (116287201959936, '4f68e0f3103445f4831fe65f63c7483a', '\xbce378acf9ccff806fcac9e340d7ee94', 0, '{"next":{"task":5,"deadline_usec":1795616631738972,"price_micros":10000}}', 1795616031738972);
INSERT INTO public.receipt VALUES (116287199354880, '3ee577753bf84f888cf28b2ff631b26c', '\xe1fafbc70cd93c8a11a7c64cf3b31062', 0, '{}', 1795616031746517);
INSERT INTO public.receipt VALUES (116287199354880, '5c9bea7a3b3643fcbd3a11a2ab7af23d', '\x98090ba80bbb58233b342da357611567', 0, '{"added":2,"repeated":0}', 1795616031752531);
INSERT INTO public.receipt VALUES (116287199354880, 'ca1a4b3ddd4d429082673acb69780d78', '\x8907295fb56ee02ac25c5a4ff3d2fdd4', 0, '{"id":116287208460288}', 1795616031753566);
INSERT INTO public.receipt VALUES (116287199354880, 'c176dd527750443699e7103e8e1a6c0b', '\xc88f5807a0316313cb44d93f534ee736', 0, '{"added":1,"repeated":0}', 1795616031754451);
INSERT INTO public.receipt VALUES (116287199354880, '97ee67fb1abf4cb69c65c6511e7558a4', '\x0969b02a1f9ce122c125e28485473070', 0, '{"id":116287208468480}', 1795616031755282);
INSERT INTO public.receipt VALUES (116287199354880, 'ab9f86fc2b704090b4380ccb34f8158c', '\x6a723d9d8235f7890742b0a86013e273', 0, '{"added":2,"repeated":0}', 1795616031756047);
INSERT INTO public.receipt VALUES (116287199354880, '2b03c16f80c543dfbafbde2dcefe3392', '\xc4425896b83ed9f7ee86f0e7dbbe6b62', 0, '{"id":116287208468480}', 1795616031756739);
INSERT INTO public.receipt VALUES (116287202910208, 'e1df910a983c421cb983f2a0a2810bef', '\x99ba7c5445b12737532a4c8b54cd29c6', 0, '{"task":1,"deadline_usec":1795616631758244,"price_micros":0}', 1795616031758244);
INSERT INTO public.receipt VALUES (116287202910208, '7801057160db4262974c26a0f3123cf0', '\x577042ebaa93ca0b48327685cd679fa4', 0, '{"annotation":116287208497152,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795616031760213);
INSERT INTO public.receipt VALUES (116287199354880, 'db4694da052345d48dab9044718f5731', '\x3c983a8389b7a0381ae49409cb27c04f', 0, '{"id":116287208468480}', 1795616031764454);
INSERT INTO public.receipt VALUES (116287199354880, 'b5bef09bb4924c24960ec3133f6cc9cb', '\xf63c682c7731c4e07f1c8fd5e5b2a758', 0, '{"id":116287208513536}', 1795616031766573);
INSERT INTO public.receipt VALUES (116287199354880, '2141ebe3058c4851863505993e95c21f', '\x689df01912e420065a0b349aefd441b0', 0, '{"added":1,"repeated":0}', 1795616031767360);
INSERT INTO public.receipt VALUES (116287199354880, '85f0082d31534387aaf2aea35445df9a', '\xf0a8fe256117a46cebe1cf801d6b8c91', 0, '{"id":116287208513536}', 1795616031770732);
INSERT INTO public.receipt VALUES (116287201959936, '1e73e552c49b4f9fa270848a8b82be2c', '\x8a125b45ab3a5105eb7c5ccb9a599ccb', 0, '{"task":1,"deadline_usec":1795616631772638,"price_micros":50000}', 1795616031772638);
INSERT INTO public.receipt VALUES (116287201959936, 'c2b708d0f214494e99b10042b48fe949', '\x87870fe56eb95e3daabb0b1a9200d72f', 0, '{"annotation":116287208624128,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795616031788636);
INSERT INTO public.receipt VALUES (116287199354880, '277fcc9767ee4d56af8e4d1d6f061323', '\xc37bfdf966845c7a18c41b2ee5519c69', 0, '{"id":116287208513536}', 1795616031795618);
INSERT INTO public.receipt VALUES (116287199354880, 'bab498484d2d4cd1ad4593188abc4d66', '\x24b3df5ba688b40e542359f66660cca8', 0, '{"id":116287208640512}', 1795616031797189);
INSERT INTO public.receipt VALUES (116287199354880, 'a498911337944e7a81e1a43fdfcc9918', '\x2bf92d6c2a330442098af74242933b70', 0, '{"id":116287208640512}', 1795616031882473);
INSERT INTO public.receipt VALUES (116287199354880, 'import-116287208640512-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795616031947189);
INSERT INTO public.receipt VALUES (116287199354880, 'd9de2a7149ee43ca84a0dd71db1f2b81', '\xe6c14aef0e8bca771c6a0edea34bc76b', 0, '{"id":116287209418752}', 1795616031987175);
INSERT INTO public.receipt VALUES (116287199354880, 'f3b56505b93545f6aea4a0319c840e8b', '\x79c6a3eaaf78b8ab02290151dd426631', 0, '{"id":116287209418752}', 1795616032006608);
INSERT INTO public.receipt VALUES (116287199354880, 'b50227c3f71b47ce9d8ddf2f085d7d68', '\x542963eda824391c5c2d251e653fe2d4', 0, '{"id":116287209725952}', 1795616032062502);
INSERT INTO public.receipt VALUES (116287202910208, '8c5eda5c01004e2c9474d61efb90c1b8', '\xf0b5ef05da402994e7c1882528f04eed', 0, '{"leases":[{"task":4,"deadline_usec":1795702432066370,"price_micros":10000},{"task":5,"deadline_usec":1795702432066370,"price_micros":10000}]}', 1795616032066370);
INSERT INTO public.receipt VALUES (116287201959936, 'eee4bcdc86394eababec9d27651d25b9', '\x124e8cf0c864d60c198512008a16a989', 0, '{"id":116287209750528}', 1795616032068617);
INSERT INTO public.receipt VALUES (116287201959936, '444cdc1a49554226bf1d2e4fbad78066', '\x98ba5e38a2ab9d1616663a08b7dabfec', 0, '{"id":116287209758720}', 1795616032070256);
INSERT INTO public.receipt VALUES (116287201959936, '7abaed096c68494eb0c6464eded67194', '\xe05a1d1e9b4b00d54c2faba3653573b5', 0, '{}', 1795616032072963);
INSERT INTO public.receipt VALUES (116287201959936, 'fe9d09b01ad04cb392a349b3cc31134c', '\x37b644df15d842cdf758579ed1afaabe', 0, '{}', 1795616032074319);
INSERT INTO public.receipt VALUES (116287199354880, '549e4df0a2b74b74b58ade2fcfec2e5e', '\xbce9559b861f3d103734bdb52db36613', 0, '{"id":116287209816064}', 1795616032083974);
INSERT INTO public.receipt VALUES (116287199354880, '4edd2ddbed174577b562b688564ea018', '\x5d38abab3b327f8e21a86ea4cd303784', 0, '{"added":4,"repeated":0}', 1795616032098858);
INSERT INTO public.receipt VALUES (116287199354880, '8dafb2a866bf4588a01e5732458c5a5c', '\x16f5c0111f7109bb0c1f3d94cc1289f7', 0, '{"id":116287209816064}', 1795616032102197);
INSERT INTO public.receipt VALUES (116287201959936, '42ac0860f0804ef5abb62c47b5910fda', '\xebc460da04e216e764756291ce972bcb', 0, '{}', 1795616032156992);
INSERT INTO public.receipt VALUES (116287199354880, '9b93af5cc49e44aa937d2cbfbeca80f4', '\x58e92815aa517a7618cba68036ca2e99', 0, '{"id":116287209816064}', 1795616032159058);
INSERT INTO public.receipt VALUES (116287199354880, 'bf2d5ad56f3b4f5e9de123ad65bb7241', '\x25862968d0af80ebfa09b50b7e5bc29a', 0, '{"id":116287210262528}', 1795616032193471);
INSERT INTO public.receipt VALUES (116287199354880, '11c7b5096cb44709abae4ef6bcf7097c', '\x4fd3011dbccbdeeb81d7c7d31420e357', 0, '{"added":8,"repeated":0}', 1795616032194876);
INSERT INTO public.receipt VALUES (116287199354880, 'e3625ad8c514433985e2e824a79713d7', '\xdc783a44c2f10d6d7d052f6c36ad979e', 0, '{"id":116287210262528}', 1795616032196053);
INSERT INTO public.receipt VALUES (116287201959936, 'ac52585b4b5e48ad8cff550b99fa89fd', '\x0bf7d42502a1565991e8cad005fc959c', 0, '{"task":1,"deadline_usec":1795616632198152,"price_micros":10000}', 1795616032198152);
INSERT INTO public.receipt VALUES (116287201959936, '0083db28edd64526b3a57a01d15f22f9', '\xedf34ea763a46459a2a9ca4fe78bf01d', 0, '{"annotation":116287210369024,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":2,"deadline_usec":1795616632218788,"price_micros":10000}}', 1795616032218788);
INSERT INTO public.receipt VALUES (116287201959936, '1c3deb45739e45ab83f4e779dfa766aa', '\x90312a5245d3b4816b1b907c726a279b', 0, '{"annotation":116287210377216,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":3,"deadline_usec":1795616632221254,"price_micros":10000}}', 1795616032221254);
INSERT INTO public.receipt VALUES (116287201959936, 'f23e8d10d9824485b65627f0670fb131', '\x7c77e9861127123900f25b620f8a1eb0', 0, '{"annotation":116287210381312,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":{"task":4,"deadline_usec":1795616632222709,"price_micros":10000}}', 1795616032222709);
INSERT INTO public.receipt VALUES (116287201959936, '0d976f6896a34fca9a2670cb352e5c95', '\xc691cfffd6105869b21303e54bc85ac6', 0, '{"annotation":116287210389504,"state":"submitted","price_micros":10000,"pending_micros":70000,"late":false,"next":{"task":5,"deadline_usec":1795616632223907,"price_micros":10000}}', 1795616032223907);
INSERT INTO public.receipt VALUES (116287201959936, 'b19a03a7b29b4ef6a1cd3231b7e85194', '\x66734829dd4b52921f5f045d4408e2db', 0, '{"annotation":116287210393600,"state":"submitted","price_micros":10000,"pending_micros":80000,"late":false,"next":{"task":6,"deadline_usec":1795616632225169,"price_micros":10000}}', 1795616032225169);
INSERT INTO public.receipt VALUES (116287201959936, 'ce0092b197c443da852d6ffc6f15b61e', '\x882a25058d8eff25517dfa4653241eda', 0, '{"annotation":116287210397696,"state":"submitted","price_micros":10000,"pending_micros":90000,"late":false,"next":null}', 1795616032226455);
INSERT INTO public.receipt VALUES (116287202910208, '2c7742dd63d14563b8494bfef6eb4123', '\x0bf7d42502a1565991e8cad005fc959c', 0, '{"task":1,"deadline_usec":1795616632227324,"price_micros":10000}', 1795616032227324);
INSERT INTO public.receipt VALUES (116287202910208, '5abe21fc24274117bade3b555aa62246', '\xedf34ea763a46459a2a9ca4fe78bf01d', 0, '{"annotation":116287210405888,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795616632228216,"price_micros":10000}}', 1795616032228216);
INSERT INTO public.receipt VALUES (116287202910208, 'b7d43cc189eb451c9bffc40e60a0ddee', '\x90312a5245d3b4816b1b907c726a279b', 0, '{"annotation":116287210414080,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795616632229647,"price_micros":10000}}', 1795616032229647);
INSERT INTO public.receipt VALUES (116287202910208, 'defd2caaed3642e58fdab5acec46c085', '\x7c77e9861127123900f25b620f8a1eb0', 0, '{"annotation":116287210418176,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":{"task":4,"deadline_usec":1795616632231280,"price_micros":10000}}', 1795616032231280);
INSERT INTO public.receipt VALUES (116287202910208, '912eae8458504ac587c82aebafcb22ec', '\xc691cfffd6105869b21303e54bc85ac6', 0, '{"annotation":116287210422272,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":5,"deadline_usec":1795616632232547,"price_micros":10000}}', 1795616032232547);
INSERT INTO public.receipt VALUES (116287202910208, '3e69e2fa71ab49a59e85a5848602b074', '\x66734829dd4b52921f5f045d4408e2db', 0, '{"annotation":116287210430464,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":6,"deadline_usec":1795616632234178,"price_micros":10000}}', 1795616032234178);
INSERT INTO public.receipt VALUES (116287202910208, '6999e38f6f244cb4b5b11a851f4237e1', '\x882a25058d8eff25517dfa4653241eda', 0, '{"annotation":116287210434560,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":null}', 1795616032235531);
INSERT INTO public.receipt VALUES (0, '39730951e3954ff48084a7c00e0998ec', '\x651f0931579b77c7d343402bbd2a39a4', 0, '{"id":116287210438656}', 1795616032236772);
INSERT INTO public.receipt VALUES (116287197196032, '2eec948060184f15b10c4ab3aefccbe3', '\x09f49b17c35ab6ff3a1d573363c34d12', 0, '{"id":116287210438656}', 1795616032390723);
INSERT INTO public.receipt VALUES (116287199354880, '404172f47ff34964a5321f96f258903f', '\xf87f9c10e1f57cb9f47da89ee240e311', 0, '{}', 1795616032391845);
INSERT INTO public.receipt VALUES (116287199354880, 'ea4fdfd4f7ff48929f8f28a5ae8571f4', '\x9bb9bbd365c0a2312f894ad85ac16f92', 0, '{}', 1795616032393665);
INSERT INTO public.receipt VALUES (116287199354880, '8bf6ef6ba25d4381ab71d1a9a167510b', '\x8e7c768156e444788bd88904c39f5a87', 0, '{}', 1795616032447608);
INSERT INTO public.receipt VALUES (116287199354880, '852db4262bfc4da9a82335e1c85f50e8', '\x3a0c1902540647b97b9d30785ea6c90d', 0, '{"decided":1}', 1795616032567379);
INSERT INTO public.receipt VALUES (116287201959936, 'dd1daf9c65f54cbb9d47a0d4a95dc833', '\x389a57ed588b4d433becf196929ec547', 0, '{}', 1795616032610658);
INSERT INTO public.receipt VALUES (116287210438656, '509de1d7681b47468f12f1bd3287f057', '\x5b9529153e256c72a85025c417703399', 0, '{"decided":1}', 1795616032633078);
INSERT INTO public.receipt VALUES (116287210438656, '0f368c55861746cd9636b1c309cf312c', '\x50be1ae1f19e3dc7a51aef92cb38419a', 0, '{}', 1795616032718451);
INSERT INTO public.receipt VALUES (116287210438656, 'e027440ae1d2423a8626f9edc9db7d28', '\xfbdca29b9f4e0a57860e1d071bb86320', 0, '{}', 1795616032827493);
INSERT INTO public.receipt VALUES (116287199354880, '659ea96febb04f81bb8965ff90397c61', '\xefc72f0573965d3514733bdf58da3f24', 0, '{"wanted":3,"cost_micros":10000}', 1795616032835590);
INSERT INTO public.receipt VALUES (116287199354880, '3000ee9f64eb4a318daabbcc147e88fb', '\xf31bb475daf249fea52f7a7c9f8dbf6a', 0, '{"id":116287212900352}', 1795616032837556);
INSERT INTO public.receipt VALUES (116287199354880, 'bf8513c9ee50493fa1806fa13d1d3e6f', '\x67cfa7d3008fdb8f3fb69fe76ba9fc9f', 0, '{}', 1795616032839778);
INSERT INTO public.receipt VALUES (116287199354880, '3204aa129b6d482ba29115f66aa7687c', '\xb22596d4450b7e3013ab1937c1476765', 0, '{"id":116287212916736}', 1795616032841589);
INSERT INTO public.receipt VALUES (116287199354880, 'd8033e661657408aad5eb6af20868efe', '\x399e061393025d0cfe6b183f4bb2bf3d', 0, '{}', 1795616032844232);
INSERT INTO public.receipt VALUES (116287202910208, 'd19aa20056de44d6896ae70bdd51acff', '\xd2b580b39a2a2f60383e353bd3ca2c66', 0, '{"questions":[2]}', 1795616032850264);
INSERT INTO public.receipt VALUES (116287199354880, '7605417d7684454e9bb1534c6c925094', '\x3e4aa660c169ac9b035e527c133df542', 0, '{}', 1795616032854486);
INSERT INTO public.receipt VALUES (116287201959936, 'fd5781847aa449eb80e3ab6ffe15edf9', '\xc332bcebc11ecef7274a5991b5e8864d', 0, '{"id":116287212986368}', 1795616032858300);
INSERT INTO public.receipt VALUES (116287201959936, '90fad6fa654a49bcb5984ad826315c08', '\x3d7e63227a0f75d148cfb2001256aabb', 0, '{"id":116287212986368}', 1795616032863106);
INSERT INTO public.receipt VALUES (116287202910208, 'd5f1467becb84fb793f07488945f13e0', '\x141e2b7c1e9c451fcbb5b1505f38779d', 0, '{"id":116287212986368}', 1795616032864314);
INSERT INTO public.receipt VALUES (116287202910208, '6ed7c0f0368d4f2aa64bb0d166b68b87', '\x25adcfe7424648d7eab16bebe2b5aee4', 0, '{"id":116287212986368}', 1795616032870814);
INSERT INTO public.receipt VALUES (0, 'd99c8e4cc66b40eda7e09426d5ac7061', '\x9da3d8d2dc441f7f92c88ba0324a9d26', 0, '{"id":116287213092864}', 1795616032884147);
INSERT INTO public.receipt VALUES (116287213092864, '9254ad52979d4f49be8044c578219a3f', '\xe879bbf4dea62dfa1407647fa1949b39', 0, '{}', 1795616032967765);
INSERT INTO public.receipt VALUES (0, 'c170042b2fa14739b1e83c87ae51b753', '\xf95b2b0ff448ff1a28352680e38e95c1', 0, '{"id":116287214018560}', 1795616033110007);
INSERT INTO public.receipt VALUES (116287197196032, '228d96c10f5d496d9d9b217314a82e51', '\x1ef7ddf3d86e9d843153e4fe4c1d757a', 0, '{"id":116287214018560}', 1795616033257309);
INSERT INTO public.report VALUES (116287204216832, 4, 116287201959936, 'the text is cut', 1795616031738972);
INSERT INTO public.session VALUES ('\x4e60d2120f624fd6e3985de3776c53f518af6959493f022f25ab7c5e15cc3e17', 116287199354880, 1795616029530646, 1798208029530646);
INSERT INTO public.session VALUES ('\x2c81da6ed143eeb7e8ce681bc2c55768877355515f589861ab838dd762b915c7', 116287197196032, 1795616029910315, 1798208029910315);
INSERT INTO public.session VALUES ('\x1b4abd82dd21d6f3a2156853545bcbf6286427312fda64d00cb1ce659c93208f', 116287201959936, 1795616030165984, 1798208030165984);
INSERT INTO public.session VALUES ('\xfa1dcaf3b887939aecfb0362a3d2fa7ddaff313767e7146fce33f0748730a3be', 116287202910208, 1795616030398523, 1798208030398523);
INSERT INTO public.session VALUES ('\x05c6b707bf377ccf1345959c2540f805fcfb69aa9fb973312f5e7b8c9973dc1d', 116287210438656, 1795616032236772, 1798208032236772);
INSERT INTO public.setting VALUES ('schema', '8');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '60');
INSERT INTO public.task VALUES (116287204216832, 7, 10, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287210262528, 2, 10, 10, 2, 2, 0, 0, 2);
INSERT INTO public.task VALUES (116287210262528, 1, 10, 11, 1, 1, 0, 0, 2);
INSERT INTO public.task VALUES (116287210262528, 3, 0, 3, 4, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116287210262528, 6, 0, 12, 1, 2, 0, 0, 3);
INSERT INTO public.task VALUES (116287204216832, 2, 0, 2, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116287204216832, 3, 0, 3, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116287204216832, 1, 0, 8, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116287204216832, 6, 0, 6, 3, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287204216832, 8, 0, 9, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287204216832, 9, 0, 10, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287208460288, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287208468480, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287208468480, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116287208513536, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116287204216832, 10, 0, 11, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287204216832, 11, 0, 12, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287204216832, 4, 0, 4, 1, 0, 1, 1, 0);
INSERT INTO public.task VALUES (116287204216832, 5, 0, 5, 4, 0, 2, 0, 0);
INSERT INTO public.task VALUES (116287209816064, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287209816064, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287209816064, 3, 0, 3, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287209816064, 4, 0, 4, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287210262528, 7, 0, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287210262528, 8, 0, 8, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116287210262528, 4, 0, 4, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116287210262528, 5, 0, 5, 2, 2, 0, 0, 0);
INSERT INTO public.task_data VALUES (116287204216832, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795616030724740, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795616030724740, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795616030724740, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795616030724740, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795616030724740, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795616030724740, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795616030724740, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795616031752531, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795616031752531, NULL);
INSERT INTO public.task_data VALUES (116287208460288, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795616031754451, NULL);
INSERT INTO public.task_data VALUES (116287208468480, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795616031756047, NULL);
INSERT INTO public.task_data VALUES (116287208468480, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795616031756047, NULL);
INSERT INTO public.task_data VALUES (116287208513536, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795616031767360, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795616031947189, NULL);
INSERT INTO public.task_data VALUES (116287204216832, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795616031947189, NULL);
INSERT INTO public.task_data VALUES (116287209816064, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795616032098858, NULL);
INSERT INTO public.task_data VALUES (116287209816064, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795616032098858, NULL);
INSERT INTO public.task_data VALUES (116287209816064, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795616032098858, NULL);
INSERT INTO public.task_data VALUES (116287209816064, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795616032098858, NULL);
INSERT INTO public.task_data VALUES (116287210262528, 3, NULL, '\xbf6b2be239f84165d96aaebe4b537bcc', '{"text":"film 82"}', NULL, NULL, NULL, 1795616032194876, NULL);
INSERT INTO public.task_data VALUES (116287210262528, 4, NULL, '\x3514cb802160a102047106eb863dca38', '{"text":"film 83"}', NULL, NULL, NULL, 1795616032194876, NULL);
INSERT INTO public.task_data VALUES (116287210262528, 5, NULL, '\x03a486c574e40e7c33a2e70cf333562f', '{"text":"film 84"}', NULL, NULL, NULL, 1795616032194876, NULL);
INSERT INTO public.task_data VALUES (116287210262528, 6, NULL, '\x5e60d200837abe3bf2312c4486494441', '{"text":"film 85"}', NULL, NULL, NULL, 1795616032194876, NULL);
INSERT INTO public.task_data VALUES (116287210262528, 7, NULL, '\xe99e7681ecb8dedbdfc02e063168653b', '{"text":"film 86"}', NULL, NULL, NULL, 1795616032194876, NULL);
INSERT INTO public.task_data VALUES (116287210262528, 8, NULL, '\x25a35357abf69a6ec8947da357b74887', '{"text":"film 87"}', NULL, NULL, NULL, 1795616032194876, NULL);
INSERT INTO public.task_data VALUES (116287210262528, 1, NULL, '\x72646f12748b7efeb27d18d9e504da87', '{"text":"film 80"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795616032194876, 'it frightens');
INSERT INTO public.task_data VALUES (116287210262528, 2, NULL, '\xeff123c5b72f00999d61ea8576d0d965', '{"text":"film 81"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795616032194876, 'it frightens');
INSERT INTO public.task_estimate VALUES (116287210262528, 1, 1, '[]', 0.999999999, 1, 2, '{"genre":{"[\"Horror\"]":1.000}}');
INSERT INTO public.task_estimate VALUES (116287210262528, 2, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 0.6750073464426967, 0.7464935211153044, 2, '{"genre":{"[\"Drama\"]":0.675,"[\"Horror\"]":0.325}}');
INSERT INTO public.task_estimate VALUES (116287210262528, 3, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 0.6750073464426967, 0.7464935211153044, 2, '{"genre":{"[\"Drama\"]":0.675,"[\"Horror\"]":0.325}}');
INSERT INTO public.task_estimate VALUES (116287210262528, 4, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 0.6750073464426967, 0.7464935211153044, 2, '{"genre":{"[\"Drama\"]":0.675,"[\"Horror\"]":0.325}}');
INSERT INTO public.task_estimate VALUES (116287210262528, 5, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 0.6750073464426967, 0.7464935211153044, 2, '{"genre":{"[\"Drama\"]":0.675,"[\"Horror\"]":0.325}}');
INSERT INTO public.task_estimate VALUES (116287210262528, 6, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 0.6750073464426967, 0.7464935211153044, 2, '{"genre":{"[\"Drama\"]":0.675,"[\"Horror\"]":0.325}}');
INSERT INTO public.task_fix VALUES (116287210262528, 4, 116287210438656, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 'they laugh', 1795616032718451);
INSERT INTO public.task_label VALUES (116287204216832, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116287204216832, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116287208468480, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116287208513536, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116287210262528, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116287210262528, 4, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116287210262528, 5, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.token VALUES (116287204036608, 116287201959936, 'test', '\xbc9f60a601e65d3aba65ee57d92038dca3a44a4a3d8e9a1663fb3f0670f59476', 4, 1795616030646844, 2110976030646844, 0);
INSERT INTO public.transfer VALUES (0, 116287201906688, 1, 0, 1, 116287199354880, 1000000, 1, NULL, 1795616030150665, 1795616030150665);
INSERT INTO public.transfer VALUES (116287204216832, 116287204278272, 2, 0, 116287199354880, 116287204216832, 140000, 1, NULL, 1795616030729089, 1795616030729089);
INSERT INTO public.transfer VALUES (116287204216832, 116287205396480, 3, 1, 116287204216832, 116287201959936, 10000, 0, NULL, 1795616030786105, 0);
INSERT INTO public.transfer VALUES (116287204216832, 116287205842944, 3, 2, 116287204216832, 116287201959936, 10000, 0, NULL, 1795616031025931, 0);
INSERT INTO public.transfer VALUES (116287204216832, 116287206424576, 3, 3, 116287204216832, 116287201959936, 10000, 0, NULL, 1795616031147786, 0);
INSERT INTO public.transfer VALUES (116287204216832, 116287206920192, 3, 3, 116287204216832, 116287202910208, 10000, 1, NULL, 1795616031373524, 1795616031461221);
INSERT INTO public.transfer VALUES (116287204216832, 116287206887424, 3, 2, 116287204216832, 116287202910208, 10000, 1, NULL, 1795616031296299, 1795616031461221);
INSERT INTO public.transfer VALUES (116287204216832, 116287206584320, 3, 1, 116287204216832, 116287202910208, 10000, 2, NULL, 1795616031267329, 1795616031542965);
INSERT INTO public.transfer VALUES (116287204216832, 116287208394752, 3, 4, 116287204216832, 116287201959936, 10000, 2, NULL, 1795616031633259, 1795616031738972);
INSERT INTO public.transfer VALUES (116287204216832, 116287208407040, 3, 5, 116287204216832, 116287201959936, 10000, 0, NULL, 1795616031738972, 0);
INSERT INTO public.transfer VALUES (116287208468480, 116287208472576, 2, 0, 116287199354880, 116287208468480, 0, 1, NULL, 1795616031756739, 1795616031756739);
INSERT INTO public.transfer VALUES (116287208468480, 116287208484864, 3, 1, 116287208468480, 116287202910208, 0, 0, NULL, 1795616031758244, 0);
INSERT INTO public.transfer VALUES (116287208513536, 116287208534016, 2, 0, 116287199354880, 116287208513536, 50000, 1, NULL, 1795616031770732, 1795616031770732);
INSERT INTO public.transfer VALUES (116287208513536, 116287208599552, 3, 1, 116287208513536, 116287201959936, 50000, 1, NULL, 1795616031772638, 1795616031788636);
INSERT INTO public.transfer VALUES (116287204216832, 116287209746432, 3, 4, 116287204216832, 116287202910208, 10000, 0, NULL, 1795616032066370, 0);
INSERT INTO public.transfer VALUES (116287204216832, 116287209746433, 3, 5, 116287204216832, 116287202910208, 10000, 0, NULL, 1795616032066370, 0);
INSERT INTO public.transfer VALUES (116287209816064, 116287209889792, 2, 0, 116287199354880, 116287209816064, 200000, 1, NULL, 1795616032102197, 1795616032102197);
INSERT INTO public.transfer VALUES (116287210262528, 116287210274816, 2, 0, 116287199354880, 116287210262528, 160000, 1, NULL, 1795616032196053, 1795616032196053);
INSERT INTO public.transfer VALUES (116287210262528, 116287210373120, 3, 2, 116287210262528, 116287201959936, 10000, 0, NULL, 1795616032218788, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210377217, 3, 3, 116287210262528, 116287201959936, 10000, 0, NULL, 1795616032221254, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210385408, 3, 4, 116287210262528, 116287201959936, 10000, 0, NULL, 1795616032222709, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210389505, 3, 5, 116287210262528, 116287201959936, 10000, 0, NULL, 1795616032223907, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210393601, 3, 6, 116287210262528, 116287201959936, 10000, 0, NULL, 1795616032225169, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210401792, 3, 1, 116287210262528, 116287202910208, 10000, 0, NULL, 1795616032227324, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210405889, 3, 2, 116287210262528, 116287202910208, 10000, 0, NULL, 1795616032228216, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210414081, 3, 3, 116287210262528, 116287202910208, 10000, 0, NULL, 1795616032229647, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210418177, 3, 4, 116287210262528, 116287202910208, 10000, 0, NULL, 1795616032231280, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210426368, 3, 5, 116287210262528, 116287202910208, 10000, 0, NULL, 1795616032232547, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210430465, 3, 6, 116287210262528, 116287202910208, 10000, 0, NULL, 1795616032234178, 0);
INSERT INTO public.transfer VALUES (116287210262528, 116287210360832, 3, 1, 116287210262528, 116287201959936, 10000, 2, NULL, 1795616032198152, 1795616032567379);
INSERT INTO public.transfer VALUES (116287210262528, 116287212896256, 2, 0, 116287199354880, 116287210262528, 10000, 1, NULL, 1795616032835590, 1795616032835590);
INSERT INTO public.worker_estimate VALUES (116287210262528, 116287201959936, 1, 6, 0.618321690131592, 0.31666989777445753, 0.8753968670140156, 1455);
INSERT INTO public.worker_estimate VALUES (116287210262528, 116287202910208, 1, 6, 0.618321690131592, 0.31666989777445753, 0.8753968670140156, 1431);
INSERT INTO public.worker_project VALUES (116287204216832, 116287201959936, 5, 3, 0, 0, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116287208468480, 116287202910208, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116287208513536, 116287201959936, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116287204216832, 116287202910208, 5, 3, 2, 1, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116287210262528, 116287201959936, 6, 6, 0, 1, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116287210262528, 116287202910208, 6, 6, 0, 0, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 1);
INSERT INTO public.worker_wish VALUES (116287201959936, 1, 600, 1320, 360, '', 0, 0, 0, 0, 0, 0, 1795616032074319, 1795616032074319, 1795616032197414, 1000, 90000, 90000, 0, 1795616032074319, 0);
INSERT INTO public.worker_wish_project VALUES (116287201959936, 116287209816064, 1);
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
