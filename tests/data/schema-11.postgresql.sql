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
    created_usec bigint NOT NULL,
    kind bigint DEFAULT 0 NOT NULL,
    rating_tenths bigint DEFAULT 0 NOT NULL
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
    created_usec bigint NOT NULL,
    gold_project_id bigint DEFAULT 0 NOT NULL,
    pay_micros bigint DEFAULT 0 NOT NULL
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
    passed_usec bigint NOT NULL,
    transfer_id bigint DEFAULT 0 NOT NULL,
    hold_usec bigint DEFAULT 0 NOT NULL,
    paid_usec bigint DEFAULT 0 NOT NULL
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
CREATE TABLE public.payout (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    state bigint NOT NULL,
    amount_micros bigint NOT NULL,
    method text NOT NULL,
    address text NOT NULL,
    holder text NOT NULL,
    transfer_id bigint NOT NULL,
    asked_usec bigint NOT NULL,
    decided_usec bigint DEFAULT 0 NOT NULL,
    decided_by bigint DEFAULT 0 NOT NULL,
    reference text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL
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
CREATE TABLE public.requester_rating (
    requester_id bigint NOT NULL,
    worker_id bigint NOT NULL,
    pay bigint NOT NULL,
    fairness bigint NOT NULL,
    clarity bigint NOT NULL,
    rated_usec bigint NOT NULL
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
    told_week bigint DEFAULT 0 NOT NULL,
    look_usec bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.worker_wish_project (
    worker_id bigint NOT NULL,
    project_id bigint NOT NULL,
    wanted bigint NOT NULL
);
INSERT INTO public.account VALUES (116404124123136, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116404124155904, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116404123951104, 3, 40000, 140000, 60000, 0);
INSERT INTO public.account VALUES (116404124692480, 3, 0, 200000, 0, 0);
INSERT INTO public.account VALUES (116404124954624, 3, 0, 170000, 110000, 0);
INSERT INTO public.account VALUES (116404123545600, 2, 590000, 1020000, 0, 0);
INSERT INTO public.account VALUES (116404125229056, 3, 10000, 30000, 10000, 0);
INSERT INTO public.account VALUES (1, 1, 11000000, 0, 0, 0);
INSERT INTO public.account VALUES (116404123856896, 2, 0, 5020000, 0, 90000);
INSERT INTO public.account VALUES (2, 4, 0, 2000000, 0, 1000000);
INSERT INTO public.account VALUES (116404123754496, 2, 2000000, 5060000, 1000000, 90000);
INSERT INTO public.alert VALUES (116404124712960, 116404123754496, 116404124692480, 0, 116404124659712, 0, 1, 0, 1795680000000000, 0, 1795644575757984);
INSERT INTO public.alert VALUES (116404124975104, 116404123754496, 116404124954624, 0, 116404124659712, 0, 1, 0, 1795680000000000, 0, 1795644575822944);
INSERT INTO public.alert_channel VALUES (116404124663808, 116404123754496, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795644575748757, 0);
INSERT INTO public.alert_rule VALUES (116404124659712, 116404123754496, 0, 0, 0, 10000, 0, 0, 1, 1795644575747065, 0, 0);
INSERT INTO public.alert_setting VALUES (116404123754496, 1320, 360, 0, 480, 1795676975751447);
INSERT INTO public.annotation VALUES (116404123951104, 1, 116404123754496, 116404124024832, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404123992064, 3684, 1795644575586101, 1795903775586101, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404123951104, 7, 116404123754496, 116404124033024, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116404124024833, 8023, 1795644575594124, 1795903775594124, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404123951104, 2, 116404123754496, 116404124041216, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404124037120, 2084, 1795644575596208, 1795903775596208, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404123951104, 3, 116404123856896, 116404124065792, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116404124061697, 1440, 1795644575602035, 1795903775602035, 1795644575604733, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404123951104, 2, 116404123856896, 116404124061696, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116404124053505, 1899, 1795644575600595, 1795903775600595, 1795644575604733, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404123951104, 1, 116404123856896, 116404124053504, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116404124049408, 1078, 1795644575598696, 1795903775598696, 1795644575606146, 'not what was asked', 0, 0);
INSERT INTO public.annotation VALUES (116404124123136, 1, 116404123856896, 116404124147712, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116404124143616, 2826, 1795644575622381, 1795903775622381, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404124155904, 1, 116404123754496, 116404124180480, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404124172288, 2252, 1795644575629826, 1795644575629826, 1795644575629826, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404124954624, 3, 116404123754496, 116404124999680, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404124995585, 1534, 1795644575830642, 1795903775830642, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116404124954624, 4, 116404123754496, 116404125007872, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404125003776, 1192, 1795644575831834, 1795903775831834, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116404124954624, 5, 116404123754496, 116404125011968, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404125007873, 1323, 1795644575833157, 1795903775833157, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116404124954624, 6, 116404123754496, 116404125016064, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404125011969, 1113, 1795644575834270, 1795903775834270, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404124954624, 4, 116404123856896, 116404125036544, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404125032449, 1140, 1795644575839616, 1795903775839616, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404124954624, 5, 116404123856896, 116404125044736, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404125040640, 1360, 1795644575840976, 1795903775840976, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116404124954624, 6, 116404123856896, 116404125048832, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404125044737, 1301, 1795644575842277, 1795903775842277, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116404124954624, 1, 116404123856896, 116404125024256, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116404125020160, 864, 1795644575836050, 1795903775836050, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404124954624, 2, 116404123754496, 116404124995584, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116404124991488, 2021, 1795644575829108, 1795903775829108, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116404124954624, 2, 116404123856896, 116404125028352, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116404125024257, 1259, 1795644575837309, 1795903775837309, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116404124954624, 1, 116404123754496, 116404124987392, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116404124979200, 3799, 1795644575827087, 1795903775827087, 1795644575870084, 'the gold says Horror', 0, 0);
INSERT INTO public.annotation VALUES (116404124954624, 3, 116404123856896, 116404125032448, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116404125028353, 1167, 1795644575838476, 1795903775838476, 0, 'Please look again.', 0, 1);
INSERT INTO public.contest VALUES (116404124954624, 1, 116404123754496, 'it is a drama', 0, NULL, 1795644575871075, 0);
INSERT INTO public.course VALUES (116404125208576, 116404123545600, 116404125196288, 'Films', '', 1, 80, 1, 3600, 1795644575881835, 0, 0);
INSERT INTO public.course VALUES (116404125229056, 116404123545600, 116404125196288, 'Paid', '', 1, 80, 1, 3600, 1795644575886840, 0, 10000);
INSERT INTO public.course_part VALUES (116404125208576, 1, 0, 'Read **this**.', '[]', 0, '');
INSERT INTO public.course_part VALUES (116404125208576, 2, 2, 'Which?', '["a","b"]', 1, '');
INSERT INTO public.course_part VALUES (116404125229056, 1, 0, 'Read **this**.', '[]', 0, '');
INSERT INTO public.course_part VALUES (116404125229056, 2, 2, 'Which?', '["a","b"]', 1, '');
INSERT INTO public.course_try VALUES (116404125208576, 116404123856896, 1795644575885419, 1795644575885419, 0, 0, 0, '2', 1795644575885419, -1, 0, 0, 0, 0);
INSERT INTO public.course_try VALUES (116404125229056, 116404123754496, 1795644575888571, 1795644575889647, 0, 0, 1, '', 1795644575888571, 100, 1795644575889647, 116404125237248, 0, 1795644575889647);
INSERT INTO public.course_try VALUES (116404125229056, 116404123856896, 1795644575890488, 1795644575891289, 0, 0, 1, '', 1795644575890488, 0, 0, 116404125245440, 1796854175890488, 0);
INSERT INTO public.crew VALUES (116404125265920, 'Night owls', 'We **share**.', '', '\x707e0cb824ce38657a3ce07fcbb3717b4cedfbc2cfa72fcaeb188b594f5036d3', 1796854175898838, 1320, 360, 0, 2, 1795644575895332, 1795759200000000);
INSERT INTO public.crew_member VALUES (116404125265920, 116404123754496, 1, 0, 0, 1795644575895332, 0, 0, 1);
INSERT INTO public.crew_member VALUES (116404125265920, 116404123856896, 0, 1, 1, 1795644575899758, 0, 0, 1);
INSERT INTO public.crew_watch VALUES (116404125265920, 116404125294592, 116404123856896, 0, 1795644540000000, 1795672800000000, 0);
INSERT INTO public.crew_watch VALUES (116404125265920, 116404125294593, 116404123856896, 0, 1795730400000000, 1795759200000000, 0);
INSERT INTO public.crew_watch VALUES (116404125265920, 116404125294594, 116404123856896, 0, 1795816800000000, 1795845600000000, 0);
INSERT INTO public.crew_watch VALUES (116404125265920, 116404125294595, 116404123856896, 0, 1795903200000000, 1795932000000000, 0);
INSERT INTO public.crew_watch VALUES (116404125265920, 116404125294596, 116404123856896, 0, 1795989600000000, 1796018400000000, 0);
INSERT INTO public.crew_watch VALUES (116404125265920, 116404125294597, 116404123856896, 0, 1796076000000000, 1796104800000000, 0);
INSERT INTO public.crew_watch VALUES (116404125265920, 116404125294598, 116404123856896, 0, 1796162400000000, 1796191200000000, 0);
INSERT INTO public.crew_watch VALUES (116404125265920, 116404125294599, 116404123856896, 0, 1796248800000000, 1796277600000000, 0);
INSERT INTO public.event VALUES (1, 116404123951104, 0, 'project.published', '{"project":116404123951104,"tasks":7}', 1795644575579792);
INSERT INTO public.event VALUES (2, 116404123951104, 0, 'annotation.submitted', '{"annotation":116404124024832,"task":1}', 1795644575586101);
INSERT INTO public.event VALUES (3, 116404123951104, 0, 'annotation.submitted', '{"annotation":116404124033024,"task":7}', 1795644575594124);
INSERT INTO public.event VALUES (4, 116404123951104, 0, 'annotation.submitted', '{"annotation":116404124041216,"task":2}', 1795644575596208);
INSERT INTO public.event VALUES (5, 116404123951104, 0, 'annotation.submitted', '{"annotation":116404124053504,"task":1}', 1795644575598696);
INSERT INTO public.event VALUES (6, 116404123951104, 0, 'task.done', '{"task":1,"share":0.500}', 1795644575598696);
INSERT INTO public.event VALUES (7, 116404123951104, 0, 'annotation.submitted', '{"annotation":116404124061696,"task":2}', 1795644575600595);
INSERT INTO public.event VALUES (8, 116404123951104, 0, 'task.done', '{"task":2,"share":0.500}', 1795644575600595);
INSERT INTO public.event VALUES (9, 116404123951104, 0, 'annotation.submitted', '{"annotation":116404124065792,"task":3}', 1795644575602035);
INSERT INTO public.event VALUES (10, 116404123951104, 116404123856896, 'annotation.approved', '{"annotation":116404124065792,"task":3,"project":116404123951104}', 1795644575604733);
INSERT INTO public.event VALUES (11, 116404123951104, 116404123856896, 'annotation.approved', '{"annotation":116404124061696,"task":2,"project":116404123951104}', 1795644575604733);
INSERT INTO public.event VALUES (12, 116404123951104, 116404123856896, 'annotation.rejected', '{"annotation":116404124053504,"task":1,"project":116404123951104}', 1795644575606146);
INSERT INTO public.event VALUES (13, 116404123951104, 0, 'task.reported', '{"task":3}', 1795644575608282);
INSERT INTO public.event VALUES (14, 116404124123136, 0, 'project.published', '{"project":116404124123136,"tasks":2}', 1795644575618342);
INSERT INTO public.event VALUES (15, 116404124123136, 0, 'annotation.submitted', '{"annotation":116404124147712,"task":1}', 1795644575622381);
INSERT INTO public.event VALUES (16, 116404124123136, 0, 'task.done', '{"task":1,"share":1.000}', 1795644575622381);
INSERT INTO public.event VALUES (17, 116404124123136, 0, 'project.paused', '{"project":116404124123136}', 1795644575623559);
INSERT INTO public.event VALUES (18, 116404124155904, 0, 'project.published', '{"project":116404124155904,"tasks":1}', 1795644575626318);
INSERT INTO public.event VALUES (19, 116404124155904, 0, 'annotation.submitted', '{"annotation":116404124180480,"task":1}', 1795644575629826);
INSERT INTO public.event VALUES (20, 116404124155904, 0, 'task.done', '{"task":1,"share":1.000}', 1795644575629826);
INSERT INTO public.event VALUES (21, 116404124155904, 0, 'project.completed', '{"project":116404124155904}', 1795644575631150);
INSERT INTO public.event VALUES (22, 116404123951104, 0, 'import.progress', '{"import":116404124188672,"handled_bytes":12}', 1795644575640656);
INSERT INTO public.event VALUES (23, 116404123951104, 0, 'import.progress', '{"import":116404124188672,"handled_bytes":21}', 1795644575641039);
INSERT INTO public.event VALUES (24, 116404123951104, 0, 'import.done', '{"import":116404124188672,"ok":true}', 1795644575642731);
INSERT INTO public.event VALUES (25, 116404123951104, 0, 'import.progress', '{"import":116404124422144,"handled_bytes":12}', 1795644575695927);
INSERT INTO public.event VALUES (26, 116404123951104, 0, 'import.done', '{"import":116404124422144,"ok":false}', 1795644575696395);
INSERT INTO public.event VALUES (27, 116404124692480, 0, 'project.published', '{"project":116404124692480,"tasks":4}', 1795644575756866);
INSERT INTO public.event VALUES (28, 116404124692480, 116404123754496, 'offer.made', '{"offer":116404124704768,"project":116404124692480,"tasks":4,"price_micros":50000,"until":"2026-11-25T22:19:35Z"}', 1795644575757984);
INSERT INTO public.event VALUES (29, 116404124692480, 0, 'project.updated', '{"project":116404124692480}', 1795644575812219);
INSERT INTO public.event VALUES (30, 116404124954624, 0, 'project.published', '{"project":116404124954624,"tasks":8}', 1795644575821806);
INSERT INTO public.event VALUES (31, 116404124954624, 116404123754496, 'offer.made', '{"offer":116404124971008,"project":116404124954624,"tasks":8,"price_micros":10000,"until":"2026-11-25T22:19:35Z"}', 1795644575822944);
INSERT INTO public.event VALUES (32, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404124987392,"task":1}', 1795644575827087);
INSERT INTO public.event VALUES (33, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404124995584,"task":2}', 1795644575829108);
INSERT INTO public.event VALUES (34, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404124999680,"task":3}', 1795644575830642);
INSERT INTO public.event VALUES (35, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125007872,"task":4}', 1795644575831834);
INSERT INTO public.event VALUES (36, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125011968,"task":5}', 1795644575833157);
INSERT INTO public.event VALUES (37, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125016064,"task":6}', 1795644575834270);
INSERT INTO public.event VALUES (38, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125024256,"task":1}', 1795644575836050);
INSERT INTO public.event VALUES (39, 116404124954624, 0, 'task.done', '{"task":1,"share":1.000}', 1795644575836050);
INSERT INTO public.event VALUES (40, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125028352,"task":2}', 1795644575837309);
INSERT INTO public.event VALUES (41, 116404124954624, 0, 'task.done', '{"task":2,"share":1.000}', 1795644575837309);
INSERT INTO public.event VALUES (42, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125032448,"task":3}', 1795644575838476);
INSERT INTO public.event VALUES (43, 116404124954624, 0, 'task.done', '{"task":3,"share":1.000}', 1795644575838476);
INSERT INTO public.event VALUES (44, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125036544,"task":4}', 1795644575839616);
INSERT INTO public.event VALUES (45, 116404124954624, 0, 'task.done', '{"task":4,"share":1.000}', 1795644575839616);
INSERT INTO public.event VALUES (46, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125044736,"task":5}', 1795644575840976);
INSERT INTO public.event VALUES (47, 116404124954624, 0, 'task.done', '{"task":5,"share":1.000}', 1795644575840976);
INSERT INTO public.event VALUES (48, 116404124954624, 0, 'annotation.submitted', '{"annotation":116404125048832,"task":6}', 1795644575842277);
INSERT INTO public.event VALUES (49, 116404124954624, 0, 'task.done', '{"task":6,"share":1.000}', 1795644575842277);
INSERT INTO public.event VALUES (50, 116404124954624, 116404123754496, 'annotation.rejected', '{"annotation":116404124987392,"task":1,"project":116404124954624}', 1795644575870084);
INSERT INTO public.event VALUES (51, 116404124954624, 0, 'gold.contested', '{"task":1}', 1795644575871075);
INSERT INTO public.event VALUES (52, 116404124954624, 116404123856896, 'annotation.sent_back', '{"annotation":116404125032448,"task":3,"project":116404124954624}', 1795644575872536);
INSERT INTO public.event VALUES (53, 116404124954624, 0, 'task.fixed', '{"task":4}', 1795644575874161);
INSERT INTO public.event VALUES (54, 116404123951104, 0, 'project.updated', '{"project":116404123951104}', 1795644575894100);
INSERT INTO public.event VALUES (55, 0, 116404123754496, 'crew.changed', '{"crew":116404125265920}', 1795644575899758);
INSERT INTO public.event VALUES (56, 0, 116404123856896, 'crew.changed', '{"crew":116404125265920}', 1795644575899758);
INSERT INTO public.event VALUES (57, 0, 116404123754496, 'crew.changed', '{"crew":116404125265920}', 1795644575901431);
INSERT INTO public.event VALUES (58, 0, 116404123856896, 'crew.changed', '{"crew":116404125265920}', 1795644575901431);
INSERT INTO public.event VALUES (59, 0, 116404123754496, 'payout.asked', '{"payout":116404125302785}', 1795644575904875);
INSERT INTO public.event VALUES (60, 0, 116404123754496, 'payout.paid', '{"payout":116404125302785,"by":116404123270912}', 1795644575907252);
INSERT INTO public.event VALUES (61, 0, 116404123856896, 'payout.asked', '{"payout":116404125323264}', 1795644575909002);
INSERT INTO public.event VALUES (62, 0, 116404123856896, 'payout.refused', '{"payout":116404125323264,"by":116404123270912}', 1795644575909937);
INSERT INTO public.event VALUES (63, 0, 116404123754496, 'payout.asked', '{"payout":116404125327360}', 1795644575910726);
INSERT INTO public.event VALUES (64, 0, 116404123270912, 'limits.updated', '{"limits":[{"name":"course_hold_days","from":14,"to":10}]}', 1795644575912040);
INSERT INTO public.import VALUES (116404124188672, 116404123951104, 116404123545600, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795644575632653);
INSERT INTO public.import VALUES (116404124422144, 116404123951104, 116404123545600, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795644575689094);
INSERT INTO public.import VALUES (116404124647424, 116404123951104, 116404123545600, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795644575743944);
INSERT INTO public.lease VALUES (116404123951104, 116404123754496, 1, 1, 1795644575582417, 1795645175582417, 116404123992064, 0);
INSERT INTO public.lease VALUES (116404123951104, 116404123754496, 7, 1, 1795644575586101, 1795645175586101, 116404124024833, 0);
INSERT INTO public.lease VALUES (116404123951104, 116404123754496, 2, 1, 1795644575594124, 1795645175594124, 116404124037120, 0);
INSERT INTO public.lease VALUES (116404123951104, 116404123856896, 1, 1, 1795644575597618, 1795645175597618, 116404124049408, 0);
INSERT INTO public.lease VALUES (116404123951104, 116404123856896, 2, 1, 1795644575598696, 1795645175598696, 116404124053505, 0);
INSERT INTO public.lease VALUES (116404123951104, 116404123856896, 3, 1, 1795644575600595, 1795645175600595, 116404124061697, 0);
INSERT INTO public.lease VALUES (116404123951104, 116404123754496, 3, 2, 1795644575607325, 1795645175607325, 116404124086272, 0);
INSERT INTO public.lease VALUES (116404123951104, 116404123754496, 4, 0, 1795644575608282, 1795645175608282, 116404124094464, 0);
INSERT INTO public.lease VALUES (116404124123136, 116404123856896, 1, 1, 1795644575619555, 1795645175619555, 116404124143616, 0);
INSERT INTO public.lease VALUES (116404124155904, 116404123754496, 1, 1, 1795644575627574, 1795645175627574, 116404124172288, 0);
INSERT INTO public.lease VALUES (116404123951104, 116404123856896, 4, 0, 1795644575744906, 1795730975744906, 116404124655616, 1);
INSERT INTO public.lease VALUES (116404123951104, 116404123856896, 5, 0, 1795644575744906, 1795730975744906, 116404124655617, 1);
INSERT INTO public.lease VALUES (116404124954624, 116404123754496, 1, 1, 1795644575823288, 1795645175823288, 116404124979200, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123754496, 2, 1, 1795644575827087, 1795645175827087, 116404124991488, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123754496, 3, 1, 1795644575829108, 1795645175829108, 116404124995585, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123754496, 4, 1, 1795644575830642, 1795645175830642, 116404125003776, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123754496, 5, 1, 1795644575831834, 1795645175831834, 116404125007873, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123754496, 6, 1, 1795644575833157, 1795645175833157, 116404125011969, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123856896, 1, 1, 1795644575835186, 1795645175835186, 116404125020160, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123856896, 2, 1, 1795644575836050, 1795645175836050, 116404125024257, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123856896, 4, 1, 1795644575838476, 1795645175838476, 116404125032449, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123856896, 5, 1, 1795644575839616, 1795645175839616, 116404125040640, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123856896, 6, 1, 1795644575840976, 1795645175840976, 116404125044737, 0);
INSERT INTO public.lease VALUES (116404124954624, 116404123856896, 3, 0, 1795644575872536, 1795730975872536, 116404125028353, 0);
INSERT INTO public.offer VALUES (116404124692480, 116404123754496, 116404124704768, 0, 4, 4, 1795644575757984, 1795645175757984);
INSERT INTO public.offer VALUES (116404124954624, 116404123754496, 116404124971008, 2, 6, 0, 1795644575822944, 1795647875823288);
INSERT INTO public.opinion VALUES (116404124954624, 5, 116404125052928, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 1795644575876103);
INSERT INTO public.outbox VALUES (116404124712961, 116404123754496, 116404124663808, 0, 1, 0, 1, '', 0, 0, 0, 1795680000000000, 1795701600000000, 1795644575757984, 0, 0, '', '');
INSERT INTO public.payout VALUES (116404125302785, 116404123754496, 1, 2000000, 'bank', 'ES12 0049', 'A Worker', 116404125306880, 1795644575904875, 1795644575907252, 116404123270912, 'run 1', '');
INSERT INTO public.payout VALUES (116404125323264, 116404123856896, 2, 2000000, 'bank', 'ES12 0049', 'A Worker', 116404125323265, 1795644575909002, 1795644575909937, 116404123270912, '', 'no such account');
INSERT INTO public.payout VALUES (116404125327360, 116404123754496, 0, 1000000, 'bank', 'ES12 0049', 'A Worker', 116404125331456, 1795644575910726, 0, 0, '', '');
INSERT INTO public.person VALUES (116404123270912, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$Sr7ZQNEDep6MVZKvNdHVXw$pC2XyY0ZAxeOmexgHzzNk+j82BDVoIcsAEgZVR38idM', 8, 'es', 0, 1795644575407898);
INSERT INTO public.person VALUES (116404123545600, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$iJ5XF+WkM4kzgDzCgXGKhA$w+uoi34rooTtnHk76boCWQKF975XIS9lEFB6cq3PoeA', 2, 'es', 0, 1795644575475573);
INSERT INTO public.person VALUES (116404123754496, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$cPE308aGWImpewOmaUPa8A$Omvmcvk+d7F8lmf0O6l+ClY2d0qUDbOYbiOo2c/MPn0', 1, 'es', 0, 1795644575526869);
INSERT INTO public.person VALUES (116404123856896, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$gmxdR3Z+ptsRYAggdTwz7A$alp0b3OU6u+98N3iXlQIw/cvbdfLdsnAjtH4AK60cNs', 1, 'es', 0, 1795644575551046);
INSERT INTO public.person VALUES (116404125052928, 'person2', '', '$argon2id$v=19$m=19456,t=2,p=1$ly/sEYRy1bD37D+/IrkjCw$rcgAejV2HsyxpjhPQuPBeVo6dM6RSzJiQA6uPMdpVj8', 4, 'es', 0, 1795644575843459);
INSERT INTO public.person VALUES (116404125343744, 'deleted-116404125343744', '', '', 0, 'es', 1, 1795644575914212);
INSERT INTO public.person VALUES (116404125507584, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$lHXlTV35aEDUwUy0BwqNZw$N+h6DzfVqmsTARGXpzCm9xxXmKYfVabtvPkZ9oe7kAo', 1, 'es', 1, 1795644575954850);
INSERT INTO public.person_signal VALUES (1, '\xd63d81c7a6dc225396b2053179e8736a632e19045589970b027fa1748cfd65c9', 116404123545600, 1795644575475573);
INSERT INTO public.person_signal VALUES (1, '\x5fe74d84212888c5de99ecf378ec3fabe1cf37fc47f2849a5c578d6facd56757', 116404123270912, 1795644575500784);
INSERT INTO public.person_signal VALUES (1, '\x48a123bac09b3a22bfa3d63064b437ab28df425f27410d8167b106078e319110', 116404123754496, 1795644575526869);
INSERT INTO public.person_signal VALUES (1, '\x7cd2949247689325ddae0c9a790470c527aa8c6ea9125fe4fb0556e89088fac5', 116404123856896, 1795644575551046);
INSERT INTO public.person_signal VALUES (1, '\xe25b8eb92dbe2db9c0f47c5481ef1e4f56b9c89bc95bcfd918d2fc65cd934ca6', 116404125052928, 1795644575843459);
INSERT INTO public.person_signal VALUES (2, '\x36aa6600ce83558cd0af54f7ab0203fca4e81b54d0c30500f7225272d1e425ee', 116404123856896, 1795644575909002);
INSERT INTO public.person_signal VALUES (2, '\x36aa6600ce83558cd0af54f7ab0203fca4e81b54d0c30500f7225272d1e425ee', 116404123754496, 1795644575910726);
INSERT INTO public.person_signal VALUES (1, '\x418aed045aceda54558f1aadc5209cc3c1f4288c024ea6b14794ab3cfa092f3f', 116404125507584, 1795644575954850);
INSERT INTO public.project VALUES (116404123951104, 116404123545600, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795644575573690, 1795644575579792, 50, 86400, 0, 2, 985, 0);
INSERT INTO public.project VALUES (116404124119040, 116404123545600, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795644575615119, 0, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116404124123136, 116404123545600, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795644575616810, 1795644575618342, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116404124155904, 116404123545600, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795644575624649, 1795644575626318, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116404124692480, 116404123545600, 'Shared', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 50000, 1, 600, 259200, 0, 1795644575754915, 1795644575756866, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116404124954624, 116404123545600, 'Judged', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795644575819497, 1795644575821806, 50, 86400, 0, 2, 985, 500);
INSERT INTO public.project_count VALUES (116404124155904, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO public.project_count VALUES (116404123951104, 12, 14, 1025, 11, 1, 7, 6, 1, 2, 1, 1, 3, 3, 2, 1, 1, 0, 1, 2, 1, 2, 2084, 6, 0, 0, 0, -1, 7, 1);
INSERT INTO public.project_count VALUES (116404124692480, 5, 5, 1, 4, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0);
INSERT INTO public.project_count VALUES (116404124954624, 9, 13, 1025, 8, 2, 8, 6, 2, 0, 2, 0, 1, 10, 0, 1, 4, 0, 0, 2, 6, 6, 0, 0, 0, 1, 1, -4, 8, 3);
INSERT INTO public.project_count VALUES (116404124119040, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116404124123136, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0);
INSERT INTO public.project_dispatch VALUES (116404124119040, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116404124123136, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116404124155904, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116404123951104, 1, 300, 0, 0, 0, 0, 0, 1795644576752701, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116404124692480, 1, 300, 0, 0, 32472144000000000, 0, 4, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116404124954624, 1, 300, 0, 0, 0, 0, 0, 1795644585832944, 0, 0, 0, 0);
INSERT INTO public.project_requirement VALUES (116404123951104, 0, 1, 0, 8, '0 1');
INSERT INTO public.project_reviewer VALUES (116404124954624, 116404125052928, 1795644575863896);
INSERT INTO public.qualification VALUES (116404125196288, 116404123545600, 'Films', '', 1795644575878855);
INSERT INTO public.qualification_holder VALUES (116404123754496, 116404125196288, 90, 0, 0, 0, 1795644575880509);
INSERT INTO public.receipt VALUES (0, '3a9905fc776340c798b16bdf4bd89d10', '\xe6f71711320302cbb7824e0afde171a9', 0, '{"id":116404123545600}', 1795644575475573);
INSERT INTO public.receipt VALUES (116404123270912, '5243d7493cd94d9ca723f33c1f7bdcea', '\x09ee02be9108c1e24d1b3a7f979aa465', 0, '{"transfer":116404123746304}', 1795644575523097);
INSERT INTO public.receipt VALUES (0, 'd8f768dd04c048d492af033ce96b2576', '\x75d2a03392cb5ef01e26c1231f8d313b', 0, '{"id":116404123754496}', 1795644575526869);
INSERT INTO public.receipt VALUES (0, '90ee9093c2b74143be36c41f892c46f4', '\x3e60c086f48ef0a046c9fe00c68ddef6', 0, '{"id":116404123856896}', 1795644575551046);
INSERT INTO public.receipt VALUES (116404123754496, '417e9531ccfc404aa56784e462004f0e', '\x3a8ce3f2fd7e0eddf7a795f76b7cd33f', 0, '{"id":116404123942912}', 1795644575571901);
INSERT INTO public.receipt VALUES (116404123545600, 'bab596b3d3834cc0bf723a930118800d', '\x0145dcd16c43196c6c10c6e0419fd59d', 0, '{"id":116404123951104}', 1795644575573690);
INSERT INTO public.receipt VALUES (116404123545600, 'ebb9ce73635440868d7f09cc6d78cd8f', '\x811ba6a7032ad20bf14b4689b32571e7', 0, '{"added":7,"repeated":0}', 1795644575577199);
INSERT INTO public.receipt VALUES (116404123545600, '25dc847650e245bbb41657db79c3594e', '\xd96d183fd38c01addd4feb286b1a8356', 0, '{"id":116404123951104}', 1795644575579792);
INSERT INTO public.receipt VALUES (116404123754496, '8b48e2bace614fb1840f89b539df557e', '\x57b37774f53ed7be7b475c635a0e5e92', 0, '{"task":1,"deadline_usec":1795645175582417,"price_micros":10000}', 1795644575582417);
INSERT INTO public.receipt VALUES (116404123754496, '73fc4f0bed254575b97dbde9829b2062', '\x646f6294c25e9e3a1d207391b7a9c00a', 0, '{"annotation":116404124024832,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":7,"deadline_usec":1795645175586101,"price_micros":10000}}', 1795644575586101);
INSERT INTO public.receipt VALUES (116404123754496, 'ea656c1148d34c87b16a4f6c7f6f98ef', '\xbe287b5a690104b90f5925c097f08698', 0, '{"annotation":116404124033024,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":2,"deadline_usec":1795645175594124,"price_micros":10000}}', 1795644575594124);
INSERT INTO public.receipt VALUES (116404123754496, '75f0538f90c048078a09e631c8f77c7e', '\x22c3a7cb662bb4912d6b6a5d2c245035', 0, '{"annotation":116404124041216,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795644575596208);
INSERT INTO public.receipt VALUES (116404123856896, '39ccbcd0e86c4f97b674e950ba984b1b', '\xba0e55fbf7d7b923901e1c0fbe2b44b8', 0, '{"task":1,"deadline_usec":1795645175597618,"price_micros":10000}', 1795644575597618);
INSERT INTO public.receipt VALUES (116404123856896, '93ffe9ba56e84eb49033af74693f5cd4', '\xeb6cc48746ff77b47c1f81fa337f185b', 0, '{"annotation":116404124053504,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795645175598696,"price_micros":10000}}', 1795644575598696);
INSERT INTO public.receipt VALUES (116404123856896, '2095a9ec32ae44d2af0044b06dc5affb', '\xcd8c758bea2e8dff191807ec2b705ae1', 0, '{"annotation":116404124061696,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795645175600595,"price_micros":10000}}', 1795644575600595);
INSERT INTO public.receipt VALUES (116404123856896, '7ebf1433949a4ffeb58708af6975bc64', '\xb3b8de6016138ca95bf549beffe72999', 0, '{"annotation":116404124065792,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795644575602035);
INSERT INTO public.receipt VALUES (116404123545600, '9cc5f81d4db846b09ed997c2bce03221', '\xb49246b4e2fde34cc81866efd4b7b281', 0, '{"decided":2}', 1795644575604733);
INSERT INTO public.receipt VALUES (116404123545600, '6e1b1451b4924bb394df298bca54908e', '\x40688edb52da76786247ce5794a26efb', 0, '{"decided":1}', 1795644575606146);
INSERT INTO public.receipt VALUES (116404123754496, 'ed76ca52e95d49fe80d9b288d366f35f', '\x57b37774f53ed7be7b475c635a0e5e92', 0, '{"task":3,"deadline_usec":1795645175607325,"price_micros":10000}', 1795644575607325);
INSERT INTO public.receipt VALUES (116404123754496, '573662a2868f4ce893d44adbfabc3c73', '\xa92c4bef1a6e5fa2c75f4f6d49ed960e', 0, '{"next":{"task":4,"deadline_usec":1795645175608282,"price_micros":10000}}', 1795644575608282);
INSERT INTO public.receipt VALUES (116404123545600, '33914341b1764f6b8ce966566a61ec4c', '\x7667d42e271b020f0c7cb73865632531', 0, '{}', 1795644575610234);
INSERT INTO public.receipt VALUES (116404123545600, 'e5c217944c114645a7c8c7902973a419', '\xa9d62e198aad169a5bc18ae30429351b', 0, '{"added":2,"repeated":0}', 1795644575612959);
INSERT INTO public.receipt VALUES (116404123545600, '01f19b35c2f44b718cbc2354152661b3', '\x310dbef62cd60ab658f3af148a172d8f', 0, '{"id":116404124119040}', 1795644575615119);
INSERT INTO public.receipt VALUES (116404123545600, 'f4f2dd787a7e4ae09179b72ba4fab2cd', '\x0ffee247e6e83beff54b9373899588f9', 0, '{"added":1,"repeated":0}', 1795644575616074);
INSERT INTO public.receipt VALUES (116404123545600, '62d137da177c49f0901a0d02095ba61b', '\x06df6bcb54cf15508edf05625340f5ba', 0, '{"id":116404124123136}', 1795644575616810);
INSERT INTO public.receipt VALUES (116404123545600, 'a0bdeeda0dcf410797be584c965fcdae', '\x4e96e652e67e91aac4bccb5b6e90cc5d', 0, '{"added":2,"repeated":0}', 1795644575617641);
INSERT INTO public.receipt VALUES (116404123545600, '90a799085a0e45028589ef91dbc5ad25', '\x8bad99bdc80853c31588d09a43331c9d', 0, '{"id":116404124123136}', 1795644575618342);
INSERT INTO public.receipt VALUES (116404123856896, '7f356c2f4ee849b4bc6a483a4b77bab7', '\x4d6286d535b52ef911b6dec493585d49', 0, '{"task":1,"deadline_usec":1795645175619555,"price_micros":0}', 1795644575619555);
INSERT INTO public.receipt VALUES (116404123856896, '86a5fb097b1b419a9bf99cdbe59fce7a', '\x55d13e62cad9a16b444e1c91706b1ef9', 0, '{"annotation":116404124147712,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795644575622381);
INSERT INTO public.receipt VALUES (116404123545600, '76ecc370759d47cf98a03d1dfdc11bc8', '\xe9e4868471aa595d83997795d7049601', 0, '{"id":116404124123136}', 1795644575623559);
INSERT INTO public.receipt VALUES (116404123545600, 'ffea7878a48842d982e422fa6c46f7f6', '\x42573acc00c67af6295a00366c775e94', 0, '{"id":116404124155904}', 1795644575624649);
INSERT INTO public.receipt VALUES (116404123545600, '77a94866b5f34e5598ce9a650a3da0d0', '\x4ec23ebebc2ff132a48e3aff806e793f', 0, '{"added":1,"repeated":0}', 1795644575625591);
INSERT INTO public.receipt VALUES (116404123545600, 'cacbd4be90aa442db8e22427a7314fe0', '\x34c3150360931c5b6e63619e8b6f52a1', 0, '{"id":116404124155904}', 1795644575626318);
INSERT INTO public.receipt VALUES (116404123754496, 'b3d7c6707feb43ef95f2d3c92f16fe62', '\xdaabf3a4e4b688c2dc19e8150cb67602', 0, '{"task":1,"deadline_usec":1795645175627574,"price_micros":50000}', 1795644575627574);
INSERT INTO public.receipt VALUES (116404123754496, '1f51d1472086438fbd437b89a762c8cf', '\x543afdab5d5842a2de5d44e9313adbaf', 0, '{"annotation":116404124180480,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795644575629826);
INSERT INTO public.receipt VALUES (116404123545600, 'ece629590817455f868f2233fad0863d', '\x9ed60302f22aa76f23f0fe6609aa1be4', 0, '{"id":116404124155904}', 1795644575631150);
INSERT INTO public.receipt VALUES (116404123545600, 'a550c61edcc84bffbb93de05491ae523', '\xf7d0ab7f51a9df0dad0ec382ec29770a', 0, '{"id":116404124188672}', 1795644575632653);
INSERT INTO public.receipt VALUES (116404123545600, '21842c7267cb4915aab3658150c16ecb', '\xc27a8d86db1615a36c0d1687b37ee6a1', 0, '{"id":116404124188672}', 1795644575635770);
INSERT INTO public.receipt VALUES (116404123545600, 'import-116404124188672-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795644575641039);
INSERT INTO public.receipt VALUES (116404123545600, 'b94dec8cecb3466693a6830f4ceba133', '\x492e25ec059ecb1a255ada99b0b6e3a7', 0, '{"id":116404124422144}', 1795644575689094);
INSERT INTO public.receipt VALUES (116404123545600, 'c23f6059e4df48d78df28be9b75f7d74', '\xba2716675d70f0c956effb1f67009655', 0, '{"id":116404124422144}', 1795644575691399);
INSERT INTO public.receipt VALUES (116404123545600, '982c9b1dc06f47fb8ae4c9722680d175', '\x3c7dbe8f859c434523e415ebbc184d20', 0, '{"id":116404124647424}', 1795644575743944);
INSERT INTO public.receipt VALUES (116404123856896, '75a2d08e62c14dcba603d17d53543b64', '\x222a04fcd83bdd7150f631e9a9b5a20a', 0, '{"leases":[{"task":4,"deadline_usec":1795730975744906,"price_micros":10000},{"task":5,"deadline_usec":1795730975744906,"price_micros":10000}]}', 1795644575744906);
INSERT INTO public.receipt VALUES (116404123754496, '9cecfb8b717e420f9e0c73f6ec75af2c', '\x7c52f3743a50342eb1130adefd469cc4', 0, '{"id":116404124659712}', 1795644575747065);
INSERT INTO public.receipt VALUES (116404123754496, '724bc9d363a04dfeb62a8699db86d262', '\xb155b6e723874713483d4a2a2c076140', 0, '{"id":116404124663808}', 1795644575748757);
INSERT INTO public.receipt VALUES (116404123754496, 'dd0b775eeb2d49f386b62a23fc649773', '\xeab789c2a715ce501f154ef817811793', 0, '{}', 1795644575751447);
INSERT INTO public.receipt VALUES (116404123754496, 'c7d7943741ae48bab1cf2217e625c5a0', '\xb4f82bfda04d14e70d99b4bf7d550048', 0, '{}', 1795644575752701);
INSERT INTO public.receipt VALUES (116404123545600, '9b7a05e7894a4b9fb388c90658c56d14', '\x0981b119a3448cab2ac3345e9e0cb39f', 0, '{"id":116404124692480}', 1795644575754915);
INSERT INTO public.receipt VALUES (116404123545600, 'e38f8bf689944826b475f722d799734b', '\x74e3e65699d27afd596da62a67496803', 0, '{"added":4,"repeated":0}', 1795644575755977);
INSERT INTO public.receipt VALUES (116404123545600, 'eb530f5671054fbea31363a23c42b115', '\x0ed0b259dd2a2a3c18af4c59d7a060bc', 0, '{"id":116404124692480}', 1795644575756866);
INSERT INTO public.receipt VALUES (116404123754496, '505f9efa7fc64f3f8052e458b30b4d45', '\xead3d4beb2ebad9f8117bef6e29aa7ce', 0, '{}', 1795644575810828);
INSERT INTO public.receipt VALUES (116404123545600, '1245ff4c0d894c50b13050d96cbe280b', '\xf293d2496767479671ac9a0ee6076274', 0, '{"id":116404124692480}', 1795644575812219);
INSERT INTO public.receipt VALUES (116404123545600, '153d2bf2d6d24000b2aa83892870d86e', '\xc6862500b1839ce898bb73f3e4655230', 0, '{"id":116404124954624}', 1795644575819497);
INSERT INTO public.receipt VALUES (116404123545600, '81088916509c4c75b2810c92eb3d23bf', '\xd9ec1bda4bea33611bcd415a10c167f6', 0, '{"added":8,"repeated":0}', 1795644575820715);
INSERT INTO public.receipt VALUES (116404123545600, 'd5dc0d949dd84e2499f94f051aa8ba48', '\x5362ff3463441e97adb1702ab49e96e6', 0, '{"id":116404124954624}', 1795644575821806);
INSERT INTO public.receipt VALUES (116404123754496, '1f52260817be4d7b84cedb2bb0e09e11', '\xc8d4b0d0295cca2b8ec67d863fad8319', 0, '{"task":1,"deadline_usec":1795645175823288,"price_micros":10000}', 1795644575823288);
INSERT INTO public.receipt VALUES (116404123754496, '618ee4fd192e4ec1bb1f5b2ddbd4183e', '\x1c765964f524040489db521b50215090', 0, '{"annotation":116404124987392,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":2,"deadline_usec":1795645175827087,"price_micros":10000}}', 1795644575827087);
INSERT INTO public.receipt VALUES (116404123754496, '949d40f203df488ca587239eace6f67c', '\xaaa4afcfe3346b42d98979e2c057c1f0', 0, '{"annotation":116404124995584,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":3,"deadline_usec":1795645175829108,"price_micros":10000}}', 1795644575829108);
INSERT INTO public.receipt VALUES (116404123754496, '9db0c595335848fab0b46a695fcb28e4', '\x13819df8402bd79da102c7ebe0f246f0', 0, '{"annotation":116404124999680,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":{"task":4,"deadline_usec":1795645175830642,"price_micros":10000}}', 1795644575830642);
INSERT INTO public.receipt VALUES (116404123754496, 'aa98cbf151254d57afcfb59e0a68e228', '\x0db832037f6b99b5428c3690f20c7120', 0, '{"annotation":116404125007872,"state":"submitted","price_micros":10000,"pending_micros":70000,"late":false,"next":{"task":5,"deadline_usec":1795645175831834,"price_micros":10000}}', 1795644575831834);
INSERT INTO public.receipt VALUES (116404123754496, '67f2b9fee56f43e78c1b319991d70348', '\xfd4bcee8c4d60c01ddbb8116c797c7b1', 0, '{"annotation":116404125011968,"state":"submitted","price_micros":10000,"pending_micros":80000,"late":false,"next":{"task":6,"deadline_usec":1795645175833157,"price_micros":10000}}', 1795644575833157);
INSERT INTO public.receipt VALUES (116404123754496, '8df41a1a5c334734917113e205ebc558', '\x80ea30c1a6091870e850088d286d59bc', 0, '{"annotation":116404125016064,"state":"submitted","price_micros":10000,"pending_micros":90000,"late":false,"next":null}', 1795644575834270);
INSERT INTO public.receipt VALUES (116404123856896, 'ca71933ae3fa4d09b1679f88d201253c', '\xf9f831e884fa8e8a1f31b772f67af702', 0, '{"task":1,"deadline_usec":1795645175835186,"price_micros":10000}', 1795644575835186);
INSERT INTO public.receipt VALUES (116404123856896, '69f73fb197254a198b4e0dcedf61a1a6', '\x59f938a35a2e46a8da56dae6e8683362', 0, '{"annotation":116404125024256,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795645175836050,"price_micros":10000}}', 1795644575836050);
INSERT INTO public.receipt VALUES (116404123856896, 'e1803728f28f41f39c8ce71cbf099559', '\xb3d0fda11e9034003dd7dff2277848b2', 0, '{"annotation":116404125028352,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795645175837309,"price_micros":10000}}', 1795644575837309);
INSERT INTO public.receipt VALUES (116404123856896, '0d94dab4890b413692df1b1283bdf393', '\x5e485befd2dfbbe39a3e4d906de38664', 0, '{"annotation":116404125032448,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":{"task":4,"deadline_usec":1795645175838476,"price_micros":10000}}', 1795644575838476);
INSERT INTO public.receipt VALUES (116404123856896, 'cfbe16b975f94f01983ea3eb05508a00', '\xe10b6bcc04c8060beee91b24fb94fc73', 0, '{"annotation":116404125036544,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":5,"deadline_usec":1795645175839616,"price_micros":10000}}', 1795644575839616);
INSERT INTO public.receipt VALUES (116404123856896, 'b50f32aa518240e58891d084f6b8cedf', '\xe124a9fc2545d1a066b71f64067c9705', 0, '{"annotation":116404125044736,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":6,"deadline_usec":1795645175840976,"price_micros":10000}}', 1795644575840976);
INSERT INTO public.receipt VALUES (116404123856896, '2b6eb5cc9f45438998d64879562909b9', '\x819c7cfa9acd7a6b74a0306dc08b14c2', 0, '{"annotation":116404125048832,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":null}', 1795644575842277);
INSERT INTO public.receipt VALUES (0, 'ab621d427cee4bcfbe31c5c97381ccf6', '\x50361e37bc7b38675f5546e2d1c1ccef', 0, '{"id":116404125052928}', 1795644575843459);
INSERT INTO public.receipt VALUES (116404123270912, '5f60bc86a3e64b0e90c43b853343fa96', '\x3fd5107a6e8fed351742006abe779e23', 0, '{"id":116404125052928}', 1795644575862945);
INSERT INTO public.receipt VALUES (116404123545600, 'c4e803913d5f4cada49048be947462c2', '\x42da831cc63e03bd22c2abf72a4a1467', 0, '{}', 1795644575863896);
INSERT INTO public.receipt VALUES (116404123545600, '5a37b54436f941918d6848fa2cb3b371', '\x60aa2c2abe9d50045dbdab7ebbd5b52f', 0, '{}', 1795644575865549);
INSERT INTO public.receipt VALUES (116404123545600, '318535e870f64980acc501057f6b3511', '\xc0e7ec3da17a900c7e7a68e144d416d1', 0, '{}', 1795644575867591);
INSERT INTO public.receipt VALUES (116404123545600, 'd5b6777a46c140d4ab50d060c9a356b3', '\x78244040a5bb9b937de9268dac01d662', 0, '{"decided":1}', 1795644575870084);
INSERT INTO public.receipt VALUES (116404123754496, '21921c40b02a459db1a527498abd33c7', '\xf410556158879cb9312b8e33039fe128', 0, '{}', 1795644575871075);
INSERT INTO public.receipt VALUES (116404125052928, 'e194ba2c5bbf478e969c0ad374bc38c6', '\xcfe793f38431051d85c6a387b46f338e', 0, '{"decided":1}', 1795644575872536);
INSERT INTO public.receipt VALUES (116404125052928, '7708f2e9bf30467992d842d752559621', '\xb3e23039d54302229dbde445815fd85f', 0, '{}', 1795644575874161);
INSERT INTO public.receipt VALUES (116404125052928, '6773f99f3d4444d1ae22d78ebbe7c6db', '\x9098f5ec23cd11b9cf9d43b741ebf313', 0, '{}', 1795644575876103);
INSERT INTO public.receipt VALUES (116404123545600, '6175b2dc97454a66b60cbf2673940b2a', '\x4cecaf6e95c4eb7802ab279c0c7d1fff', 0, '{"wanted":3,"cost_micros":10000}', 1795644575877614);
INSERT INTO public.receipt VALUES (116404123545600, '96f7924045cc404d9a90a2eba54e7f3d', '\xb2e194cbae28b3378232a0b15512cacf', 0, '{"id":116404125196288}', 1795644575878855);
INSERT INTO public.receipt VALUES (116404123545600, '4b846c90ce9e4484b800a73b94c42565', '\xab26596aaab58f31ef62bf97cece70ff', 0, '{}', 1795644575880509);
INSERT INTO public.receipt VALUES (116404123545600, 'e1c64b0fdee44ba0a80571f0a23045c8', '\xbaf16ccd109362a2af8c81e9beaa8984', 0, '{"id":116404125208576}', 1795644575881835);
INSERT INTO public.receipt VALUES (116404123545600, '11d3494b7173471c9188ee0cecff7e6b', '\x522aafa63b19b4c05ecd1cdb25d8f2e5', 0, '{}', 1795644575884266);
INSERT INTO public.receipt VALUES (116404123856896, 'ba3bc864a6bd4a5a8621b7fa73df3891', '\x4f374fda4d781377479ab89c61e92744', 0, '{"questions":[2],"project":0}', 1795644575885419);
INSERT INTO public.receipt VALUES (116404123545600, 'dfc6740d3d0d410c97561fc04a38c8e2', '\xe453960cd4bcffcd5a87e54dd9c0c21a', 0, '{"id":116404125229056}', 1795644575886840);
INSERT INTO public.receipt VALUES (116404123545600, 'b45e07ff1e4741dc8814f77ce62666c2', '\xac8858c54f6f6246bf45b210e337732a', 0, '{}', 1795644575887725);
INSERT INTO public.receipt VALUES (116404123754496, 'c94b582b11b94c31a392e6afd9d4c6c1', '\xafb2884f7cb32662c61c8a4fd89386d5', 0, '{"questions":[2],"project":0}', 1795644575888571);
INSERT INTO public.receipt VALUES (116404123754496, 'c8873f6f4e2d44b6904d07447563638e', '\xf835aee6cb722806e31aa646a95039cc', 0, '{"percent":100,"passed":true,"next_usec":1795648175888571,"paid_micros":10000}', 1795644575889647);
INSERT INTO public.receipt VALUES (116404123856896, 'b278c0ef95874680af1e457ad9d8f2bc', '\x0e6f59fba01e116087ca97f9014281fb', 0, '{"questions":[2],"project":0}', 1795644575890488);
INSERT INTO public.receipt VALUES (116404123856896, '2faefbd10a364e3285a329193af5f987', '\xea05ada9583a33af6d51b3732371f529', 0, '{"percent":0,"passed":false,"next_usec":1795648175890488,"paid_micros":0}', 1795644575891289);
INSERT INTO public.receipt VALUES (116404123754496, '190193eec0e643718f68d6dd8f3dc733', '\x2d0747110b16d12f72446e1913e64078', 0, '{}', 1795644575891905);
INSERT INTO public.receipt VALUES (116404123545600, 'c950c621803a4105981d4fb698b79ed4', '\x52151ffb171d3ed490811dd5d3b83c45', 0, '{}', 1795644575894100);
INSERT INTO public.receipt VALUES (116404123754496, '38a15e2456104bf18c20ce5f43ee1d0f', '\xd41eedd985246a51ad9a97e9b7d92800', 0, '{"id":116404125265920}', 1795644575895332);
INSERT INTO public.receipt VALUES (116404123754496, 'b6c1cbc62ea14a4da40ff9be92e3a59c', '\x43675e108fae1c82dc8f21c595e959cc', 0, '{"id":116404125265920}', 1795644575898838);
INSERT INTO public.receipt VALUES (116404123856896, 'ffa812176a6540acb9888388beb0bacd', '\x3c45d3749448387be02275f465b67bde', 0, '{"id":116404125265920}', 1795644575899758);
INSERT INTO public.receipt VALUES (116404123856896, 'c675aee520f34c188ecd77436c983705', '\x0e640d74ced4648d272b68426f1e332d', 0, '{"id":116404125265920}', 1795644575901431);
INSERT INTO public.receipt VALUES (116404123270912, 'd56b322018e14b7792f06872af26c756', '\x4ae72d7cef8e06300aa8595c7018f9e8', 0, '{"transfer":116404125302784}', 1795644575904092);
INSERT INTO public.receipt VALUES (116404123754496, 'da7f7b0d2509453591c3fd64be234378', '\xf549369fa15a921715fd73bf92e26709', 0, '{"id":116404125302785}', 1795644575904875);
INSERT INTO public.receipt VALUES (116404123270912, '0af35a6031c9436d886612a8b9926f59', '\xad199697494e10657c1ecd65c482b541', 0, '{"decided":1}', 1795644575907252);
INSERT INTO public.receipt VALUES (116404123270912, 'a15a0799c1304888b02d1596e9351b94', '\x5e0f2fc0d5fee1c5211389de715630a6', 0, '{"transfer":116404125319168}', 1795644575908211);
INSERT INTO public.receipt VALUES (116404123856896, '4cd30b4731ba4937ba4028afb7561642', '\x94eaacf556bb4d17fd6f584a5e2c292f', 0, '{"id":116404125323264}', 1795644575909002);
INSERT INTO public.receipt VALUES (116404123270912, 'dc458fe2ee174a29a90db1b13a693953', '\x233817096b5c9d83ee1c002328a4f93d', 0, '{"decided":1}', 1795644575909937);
INSERT INTO public.receipt VALUES (116404123754496, 'cdd39eb0b4654160aee5c9a07f6ad855', '\x51222241934f6bc767bf1cb8b7138f1b', 0, '{"id":116404125327360}', 1795644575910726);
INSERT INTO public.receipt VALUES (116404123270912, 'c488953a2b5a47838103dc8be1226c8c', '\xdada2cb6171d703a8a836334b202b693', 0, '{}', 1795644575912040);
INSERT INTO public.receipt VALUES (0, '1075cd1a3e804dab86ba61512d2934d4', '\xbbd803cdff1ee76032a0268413646fbb', 0, '{"id":116404125343744}', 1795644575914212);
INSERT INTO public.receipt VALUES (116404125343744, '078565f5639d439d984f9c3f76eeb234', '\x470434c8e01aed33a3002e71cb345599', 0, '{}', 1795644575933213);
INSERT INTO public.receipt VALUES (0, '5ea6186e5f1b47fa969e0e3ebbf79797', '\x2d544597837e6ba454a4062df6f5b672', 0, '{"id":116404125507584}', 1795644575954850);
INSERT INTO public.receipt VALUES (116404123270912, '48966bf6b3a8493ca7f6e00e12d5807f', '\xa838cc1dd0629e9920c0b077e56c14b3', 0, '{"id":116404125507584}', 1795644575973624);
INSERT INTO public.report VALUES (116404123951104, 3, 116404123754496, 'the text is cut', 1795644575608282);
INSERT INTO public.requester_rating VALUES (116404123545600, 116404123754496, 4, 3, 5, 1795644575891905);
INSERT INTO public.session VALUES ('\xaa6d070bc831574f46da0aad8fb0d5a24fd410ef2f366d876753bdca5be4ea59', 116404123545600, 1795644575475573, 1798236575475573);
INSERT INTO public.session VALUES ('\x48d4a2453411c0b74088462437dd4a0091120c15a2a674a87cf74f3b29d5143a', 116404123270912, 1795644575500784, 1798236575500784);
INSERT INTO public.session VALUES ('\xd5cd7543fa82736b2fcf35ce6a1e0f8801302b233c65a9b1e409c601c533adcd', 116404123754496, 1795644575526869, 1798236575526869);
INSERT INTO public.session VALUES ('\x26fe8c5f14a7ce0717ee21384baa1b49e148389f7829972772872d51b122bab0', 116404123856896, 1795644575551046, 1798236575551046);
INSERT INTO public.session VALUES ('\x6162330a00a9a4c2e10056bb7875149ccc55223b92865986ae78b7e529328d7f', 116404125052928, 1795644575843459, 1798236575843459);
INSERT INTO public.setting VALUES ('schema', '11');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('limit.course_hold_days', '10');
INSERT INTO public.setting VALUES ('event_seq', '64');
INSERT INTO public.task VALUES (116404124954624, 2, 10, 10, 2, 2, 0, 0, 2);
INSERT INTO public.task VALUES (116404124954624, 1, 10, 11, 1, 1, 0, 0, 2);
INSERT INTO public.task VALUES (116404123951104, 7, 10, 7, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116404124954624, 3, 0, 3, 4, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116404124954624, 6, 0, 12, 1, 2, 0, 0, 3);
INSERT INTO public.task VALUES (116404123951104, 2, 0, 2, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116404123951104, 1, 0, 8, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116404123951104, 3, 0, 9, 1, 1, 0, 1, 0);
INSERT INTO public.task VALUES (116404123951104, 6, 0, 6, 3, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404123951104, 8, 0, 10, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404123951104, 9, 0, 11, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124119040, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124123136, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124123136, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116404124155904, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116404123951104, 10, 0, 12, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404123951104, 11, 0, 13, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404123951104, 4, 0, 4, 4, 0, 2, 0, 0);
INSERT INTO public.task VALUES (116404123951104, 5, 0, 5, 1, 0, 1, 0, 0);
INSERT INTO public.task VALUES (116404124692480, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124692480, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124692480, 3, 0, 3, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124692480, 4, 0, 4, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124954624, 7, 0, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124954624, 8, 0, 8, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116404124954624, 4, 0, 4, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116404124954624, 5, 0, 5, 2, 2, 0, 0, 0);
INSERT INTO public.task_data VALUES (116404123951104, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795644575577199, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795644575577199, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795644575577199, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795644575577199, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795644575577199, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795644575577199, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795644575577199, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795644575612959, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795644575612959, NULL);
INSERT INTO public.task_data VALUES (116404124119040, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795644575616074, NULL);
INSERT INTO public.task_data VALUES (116404124123136, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795644575617641, NULL);
INSERT INTO public.task_data VALUES (116404124123136, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795644575617641, NULL);
INSERT INTO public.task_data VALUES (116404124155904, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795644575625591, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795644575641039, NULL);
INSERT INTO public.task_data VALUES (116404123951104, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795644575641039, NULL);
INSERT INTO public.task_data VALUES (116404124692480, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795644575755977, NULL);
INSERT INTO public.task_data VALUES (116404124692480, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795644575755977, NULL);
INSERT INTO public.task_data VALUES (116404124692480, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795644575755977, NULL);
INSERT INTO public.task_data VALUES (116404124692480, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795644575755977, NULL);
INSERT INTO public.task_data VALUES (116404124954624, 3, NULL, '\xbf6b2be239f84165d96aaebe4b537bcc', '{"text":"film 82"}', NULL, NULL, NULL, 1795644575820715, NULL);
INSERT INTO public.task_data VALUES (116404124954624, 4, NULL, '\x3514cb802160a102047106eb863dca38', '{"text":"film 83"}', NULL, NULL, NULL, 1795644575820715, NULL);
INSERT INTO public.task_data VALUES (116404124954624, 5, NULL, '\x03a486c574e40e7c33a2e70cf333562f', '{"text":"film 84"}', NULL, NULL, NULL, 1795644575820715, NULL);
INSERT INTO public.task_data VALUES (116404124954624, 6, NULL, '\x5e60d200837abe3bf2312c4486494441', '{"text":"film 85"}', NULL, NULL, NULL, 1795644575820715, NULL);
INSERT INTO public.task_data VALUES (116404124954624, 7, NULL, '\xe99e7681ecb8dedbdfc02e063168653b', '{"text":"film 86"}', NULL, NULL, NULL, 1795644575820715, NULL);
INSERT INTO public.task_data VALUES (116404124954624, 8, NULL, '\x25a35357abf69a6ec8947da357b74887', '{"text":"film 87"}', NULL, NULL, NULL, 1795644575820715, NULL);
INSERT INTO public.task_data VALUES (116404124954624, 1, NULL, '\x72646f12748b7efeb27d18d9e504da87', '{"text":"film 80"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795644575820715, 'it frightens');
INSERT INTO public.task_data VALUES (116404124954624, 2, NULL, '\xeff123c5b72f00999d61ea8576d0d965', '{"text":"film 81"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795644575820715, 'it frightens');
INSERT INTO public.task_fix VALUES (116404124954624, 4, 116404125052928, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 'they laugh', 1795644575874161);
INSERT INTO public.task_label VALUES (116404123951104, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116404124123136, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116404124155904, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116404124954624, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116404124954624, 4, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116404124954624, 5, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.token VALUES (116404123942912, 116404123754496, 'test', '\x03bde8090117dd25cd8fe1e5b1e1162888634832c6e0d2c8e98560baf95b95c3', 4, 1795644575571901, 2111004575571901, 0);
INSERT INTO public.transfer VALUES (0, 116404123746304, 1, 0, 1, 116404123545600, 1000000, 1, NULL, 1795644575523097, 1795644575523097);
INSERT INTO public.transfer VALUES (116404123951104, 116404123975680, 2, 0, 116404123545600, 116404123951104, 140000, 1, NULL, 1795644575579792, 1795644575579792);
INSERT INTO public.transfer VALUES (116404123951104, 116404123992064, 3, 1, 116404123951104, 116404123754496, 10000, 0, NULL, 1795644575582417, 0);
INSERT INTO public.transfer VALUES (116404123951104, 116404124024833, 3, 7, 116404123951104, 116404123754496, 10000, 0, NULL, 1795644575586101, 0);
INSERT INTO public.transfer VALUES (116404123951104, 116404124037120, 3, 2, 116404123951104, 116404123754496, 10000, 0, NULL, 1795644575594124, 0);
INSERT INTO public.transfer VALUES (116404123951104, 116404124061697, 3, 3, 116404123951104, 116404123856896, 10000, 1, NULL, 1795644575600595, 1795644575604733);
INSERT INTO public.transfer VALUES (116404123951104, 116404124053505, 3, 2, 116404123951104, 116404123856896, 10000, 1, NULL, 1795644575598696, 1795644575604733);
INSERT INTO public.transfer VALUES (116404123951104, 116404124049408, 3, 1, 116404123951104, 116404123856896, 10000, 2, NULL, 1795644575597618, 1795644575606146);
INSERT INTO public.transfer VALUES (116404123951104, 116404124086272, 3, 3, 116404123951104, 116404123754496, 10000, 2, NULL, 1795644575607325, 1795644575608282);
INSERT INTO public.transfer VALUES (116404123951104, 116404124094464, 3, 4, 116404123951104, 116404123754496, 10000, 0, NULL, 1795644575608282, 0);
INSERT INTO public.transfer VALUES (116404123951104, 116404124098560, 4, 0, 116404123951104, 116404123545600, 20000, 1, NULL, 1795644575610234, 1795644575610234);
INSERT INTO public.transfer VALUES (116404124123136, 116404124131328, 2, 0, 116404123545600, 116404124123136, 0, 1, NULL, 1795644575618342, 1795644575618342);
INSERT INTO public.transfer VALUES (116404124123136, 116404124143616, 3, 1, 116404124123136, 116404123856896, 0, 0, NULL, 1795644575619555, 0);
INSERT INTO public.transfer VALUES (116404124155904, 116404124164096, 2, 0, 116404123545600, 116404124155904, 50000, 1, NULL, 1795644575626318, 1795644575626318);
INSERT INTO public.transfer VALUES (116404124155904, 116404124172288, 3, 1, 116404124155904, 116404123754496, 50000, 1, NULL, 1795644575627574, 1795644575629826);
INSERT INTO public.transfer VALUES (116404123951104, 116404124655616, 3, 4, 116404123951104, 116404123856896, 10000, 0, NULL, 1795644575744906, 0);
INSERT INTO public.transfer VALUES (116404123951104, 116404124655617, 3, 5, 116404123951104, 116404123856896, 10000, 0, NULL, 1795644575744906, 0);
INSERT INTO public.transfer VALUES (116404124692480, 116404124700672, 2, 0, 116404123545600, 116404124692480, 200000, 1, NULL, 1795644575756866, 1795644575756866);
INSERT INTO public.transfer VALUES (116404124954624, 116404124966912, 2, 0, 116404123545600, 116404124954624, 160000, 1, NULL, 1795644575821806, 1795644575821806);
INSERT INTO public.transfer VALUES (116404124954624, 116404124991488, 3, 2, 116404124954624, 116404123754496, 10000, 0, NULL, 1795644575827087, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404124995585, 3, 3, 116404124954624, 116404123754496, 10000, 0, NULL, 1795644575829108, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125003776, 3, 4, 116404124954624, 116404123754496, 10000, 0, NULL, 1795644575830642, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125007873, 3, 5, 116404124954624, 116404123754496, 10000, 0, NULL, 1795644575831834, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125011969, 3, 6, 116404124954624, 116404123754496, 10000, 0, NULL, 1795644575833157, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125020160, 3, 1, 116404124954624, 116404123856896, 10000, 0, NULL, 1795644575835186, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125024257, 3, 2, 116404124954624, 116404123856896, 10000, 0, NULL, 1795644575836050, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125028353, 3, 3, 116404124954624, 116404123856896, 10000, 0, NULL, 1795644575837309, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125032449, 3, 4, 116404124954624, 116404123856896, 10000, 0, NULL, 1795644575838476, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125040640, 3, 5, 116404124954624, 116404123856896, 10000, 0, NULL, 1795644575839616, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404125044737, 3, 6, 116404124954624, 116404123856896, 10000, 0, NULL, 1795644575840976, 0);
INSERT INTO public.transfer VALUES (116404124954624, 116404124979200, 3, 1, 116404124954624, 116404123754496, 10000, 2, NULL, 1795644575823288, 1795644575870084);
INSERT INTO public.transfer VALUES (116404124954624, 116404125192192, 2, 0, 116404123545600, 116404124954624, 10000, 1, NULL, 1795644575877614, 1795644575877614);
INSERT INTO public.transfer VALUES (116404125229056, 116404125233152, 2, 0, 116404123545600, 116404125229056, 30000, 1, NULL, 1795644575887725, 1795644575887725);
INSERT INTO public.transfer VALUES (116404125229056, 116404125237248, 5, 0, 116404125229056, 116404123754496, 10000, 1, NULL, 1795644575888571, 1795644575889647);
INSERT INTO public.transfer VALUES (116404125229056, 116404125245440, 5, 0, 116404125229056, 116404123856896, 10000, 0, NULL, 1795644575890488, 0);
INSERT INTO public.transfer VALUES (0, 116404125302784, 1, 0, 1, 116404123754496, 5000000, 1, NULL, 1795644575904092, 1795644575904092);
INSERT INTO public.transfer VALUES (0, 116404125306880, 6, 0, 116404123754496, 2, 2000000, 1, NULL, 1795644575904875, 1795644575907252);
INSERT INTO public.transfer VALUES (0, 116404125319168, 1, 0, 1, 116404123856896, 5000000, 1, NULL, 1795644575908211, 1795644575908211);
INSERT INTO public.transfer VALUES (0, 116404125323265, 6, 0, 116404123856896, 2, 2000000, 2, NULL, 1795644575909002, 1795644575909937);
INSERT INTO public.transfer VALUES (0, 116404125331456, 6, 0, 116404123754496, 2, 1000000, 0, NULL, 1795644575910726, 0);
INSERT INTO public.worker_project VALUES (116404123951104, 116404123754496, 5, 3, 0, 0, 1, 0, '4 0 0 0 0 0 0 0 0 0 7', 0);
INSERT INTO public.worker_project VALUES (116404124123136, 116404123856896, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116404124155904, 116404123754496, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116404123951104, 116404123856896, 5, 3, 2, 1, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116404124954624, 116404123754496, 6, 6, 0, 1, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116404124954624, 116404123856896, 6, 6, 0, 0, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 1);
INSERT INTO public.worker_wish VALUES (116404123754496, 1, 600, 1320, 360, '', 0, 0, 0, 0, 0, 0, 1795644575752701, 1795644575752701, 1795644575822944, 1000, 90000, 90000, 0, 1795644575752701, 0, 0);
INSERT INTO public.worker_wish_project VALUES (116404123754496, 116404124692480, 1);
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
ALTER TABLE ONLY public.payout
    ADD CONSTRAINT payout_pkey PRIMARY KEY (id);
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
ALTER TABLE ONLY public.requester_rating
    ADD CONSTRAINT requester_rating_pkey PRIMARY KEY (requester_id, worker_id);
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
CREATE INDEX course_pool ON public.course USING btree (gold_project_id) WHERE (gold_project_id > 0);
CREATE INDEX course_try_hold ON public.course_try USING btree (hold_usec) WHERE (hold_usec > 0);
CREATE INDEX course_try_person ON public.course_try USING btree (person_id);
CREATE INDEX crew_member_person ON public.crew_member USING btree (person_id);
CREATE INDEX crew_plan ON public.crew USING btree (plan_usec);
CREATE INDEX crew_watch_ends ON public.crew_watch USING btree (ends_usec) WHERE (counted = 0);
CREATE INDEX event_limits ON public.event USING btree (seq) WHERE (kind = 'limits.updated'::text);
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
CREATE UNIQUE INDEX payout_asked ON public.payout USING btree (person_id) WHERE (state = 0);
CREATE INDEX payout_person ON public.payout USING btree (person_id, id);
CREATE INDEX payout_state ON public.payout USING btree (state, id);
CREATE INDEX person_signal_person ON public.person_signal USING btree (person_id);
CREATE INDEX project_dispatch_due ON public.project_dispatch USING btree (due_usec);
CREATE INDEX project_dispatch_publish ON public.project_dispatch USING btree (publish_usec) WHERE (publish_usec > 0);
CREATE INDEX project_live ON public.project USING btree (id) WHERE (state = 1);
CREATE INDEX project_opening ON public.project_count USING btree (project_id) WHERE (opened_to < funded_to);
CREATE INDEX project_owner ON public.project USING btree (owner_id, id);
CREATE INDEX project_requirement_of ON public.project_requirement USING btree (qualification_id) WHERE (qualification_id > 0);
CREATE INDEX qualification_holders ON public.qualification_holder USING btree (qualification_id, person_id);
CREATE INDEX qualification_owner ON public.qualification USING btree (owner_id, id);
CREATE INDEX requester_rating_age ON public.requester_rating USING btree (requester_id, rated_usec, worker_id);
CREATE INDEX requester_rating_worker ON public.requester_rating USING btree (worker_id);
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
CREATE INDEX worker_wish_look ON public.worker_wish USING btree (look_usec) WHERE (tell_empty = 1);
