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
INSERT INTO public.account VALUES (1, 1, 1000000, 0, 0, 0);
INSERT INTO public.account VALUES (116351418769408, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (116351418933248, 3, 50000, 50000, 0, 0);
INSERT INTO public.account VALUES (116351418204160, 3, 40000, 140000, 60000, 0);
INSERT INTO public.account VALUES (116351420080128, 3, 0, 200000, 0, 0);
INSERT INTO public.account VALUES (116351420399616, 3, 0, 170000, 110000, 0);
INSERT INTO public.account VALUES (116351415656448, 2, 590000, 1020000, 0, 0);
INSERT INTO public.account VALUES (116351417237504, 2, 0, 60000, 0, 90000);
INSERT INTO public.account VALUES (116351417638912, 2, 0, 20000, 0, 90000);
INSERT INTO public.account VALUES (116351421468672, 3, 10000, 30000, 10000, 0);
INSERT INTO public.alert VALUES (116351420104704, 116351417237504, 116351420080128, 0, 116351419928576, 0, 1, 0, 1795680000000000, 0, 1795631708422164);
INSERT INTO public.alert VALUES (116351420424192, 116351417237504, 116351420399616, 0, 116351419928576, 0, 1, 0, 1795680000000000, 0, 1795631708500692);
INSERT INTO public.alert_channel VALUES (116351419973632, 116351417237504, 1, 1, '', 'https://push.example/1', '{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}', NULL, 0, '', 0, 0, 0, 0, 1795631708390146, 0);
INSERT INTO public.alert_rule VALUES (116351419928576, 116351417237504, 0, 0, 0, 10000, 0, 0, 1, 1795631708376720, 0, 0);
INSERT INTO public.alert_setting VALUES (116351417237504, 1320, 360, 0, 480, 1795664108400732);
INSERT INTO public.annotation VALUES (116351418204160, 1, 116351417237504, 116351418392576, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351418359808, 33925, 1795631708001590, 1795890908001590, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351418204160, 2, 116351417237504, 116351418404864, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351418396672, 7410, 1795631708009000, 1795890908009000, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351418204160, 3, 116351417237504, 116351418413056, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351418404865, 1119, 1795631708010119, 1795890908010119, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351418204160, 3, 116351417638912, 116351418511360, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116351418503169, 9277, 1795631708035165, 1795890908035165, 1795631708040229, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351418204160, 2, 116351417638912, 116351418503168, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116351418421248, 13258, 1795631708025888, 1795890908025888, 1795631708040229, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351418204160, 1, 116351417638912, 116351418417153, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 116351418417152, 751, 1795631708012630, 1795890908012630, 1795631708051906, 'not what was asked', 0, 0);
INSERT INTO public.annotation VALUES (116351418769408, 1, 116351417638912, 116351418916864, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 116351418884096, 11765, 1795631708134229, 1795890908134229, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351418933248, 1, 116351417237504, 116351419031552, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351419015168, 5071, 1795631708162332, 1795631708162332, 1795631708162332, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351420399616, 3, 116351417237504, 116351420448768, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351420440577, 1308, 1795631708507285, 1795890908507285, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116351420399616, 4, 116351417237504, 116351420461056, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351420448769, 3578, 1795631708510863, 1795890908510863, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351420399616, 5, 116351417237504, 116351420563456, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351420461057, 22446, 1795631708533309, 1795890908533309, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351420399616, 6, 116351417237504, 116351420620800, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351420563457, 16381, 1795631708549690, 1795890908549690, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351420399616, 4, 116351417638912, 116351420719104, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351420715009, 1404, 1795631708574605, 1795890908574605, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351420399616, 5, 116351417638912, 116351420727296, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351420723200, 1280, 1795631708575885, 1795890908575885, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116351420399616, 6, 116351417638912, 116351420731392, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351420727297, 1363, 1795631708577248, 1795890908577248, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116351420399616, 1, 116351417638912, 116351420674048, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116351420624896, 9257, 1795631708560350, 1795890908560350, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351420399616, 2, 116351417237504, 116351420440576, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116351420436480, 1470, 1795631708505977, 1795890908505977, 0, NULL, 0, 0);
INSERT INTO public.annotation VALUES (116351420399616, 2, 116351417638912, 116351420706816, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116351420674049, 10408, 1795631708570758, 1795890908570758, 0, NULL, 1, 0);
INSERT INTO public.annotation VALUES (116351420399616, 1, 116351417237504, 116351420432384, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 116351420428288, 3438, 1795631708504507, 1795890908504507, 1795631708709360, 'the gold says Horror', 0, 0);
INSERT INTO public.annotation VALUES (116351420399616, 3, 116351417638912, 116351420715008, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 116351420706817, 2443, 1795631708573201, 1795890908573201, 0, 'Please look again.', 0, 1);
INSERT INTO public.contest VALUES (116351420399616, 1, 116351417237504, 'it is a drama', 0, NULL, 1795631708710511, 0);
INSERT INTO public.course VALUES (116351421423616, 116351415656448, 116351421411328, 'Films', '', 1, 80, 1, 3600, 1795631708746357, 0, 0);
INSERT INTO public.course VALUES (116351421468672, 116351415656448, 116351421411328, 'Paid', '', 1, 80, 1, 3600, 1795631708755419, 0, 10000);
INSERT INTO public.course_part VALUES (116351421423616, 1, 0, 'Read **this**.', '[]', 0, '');
INSERT INTO public.course_part VALUES (116351421423616, 2, 2, 'Which?', '["a","b"]', 1, '');
INSERT INTO public.course_part VALUES (116351421468672, 1, 0, 'Read **this**.', '[]', 0, '');
INSERT INTO public.course_part VALUES (116351421468672, 2, 2, 'Which?', '["a","b"]', 1, '');
INSERT INTO public.course_try VALUES (116351421423616, 116351417638912, 1795631708749951, 1795631708749951, 0, 0, 0, '2', 1795631708749951, -1, 0, 0, 0, 0);
INSERT INTO public.course_try VALUES (116351421468672, 116351417237504, 1795631708758945, 1795631708759821, 0, 0, 1, '', 1795631708758945, 100, 1795631708759821, 116351421476864, 0, 1795631708759821);
INSERT INTO public.course_try VALUES (116351421468672, 116351417638912, 1795631708762425, 1795631708763181, 0, 0, 1, '', 1795631708762425, 0, 0, 116351421489152, 1796841308762425, 0);
INSERT INTO public.crew VALUES (116351421644800, 'Night owls', 'We **share**.', '', '\xd6e35d4f7b3e3623536e7af7c072dd1b9bd5b241904f45a19432741f8bd64e83', 1796841308821789, 1320, 360, 0, 2, 1795631708800002, 1795672800000000);
INSERT INTO public.crew_member VALUES (116351421644800, 116351417237504, 1, 0, 0, 1795631708800002, 0, 0, 1);
INSERT INTO public.crew_member VALUES (116351421644800, 116351417638912, 0, 1, 1, 1795631708828488, 0, 0, 1);
INSERT INTO public.crew_watch VALUES (116351421644800, 116351421775872, 116351417638912, 0, 1795644000000000, 1795672800000000, 0);
INSERT INTO public.crew_watch VALUES (116351421644800, 116351421775873, 116351417638912, 0, 1795730400000000, 1795759200000000, 0);
INSERT INTO public.crew_watch VALUES (116351421644800, 116351421775874, 116351417638912, 0, 1795816800000000, 1795845600000000, 0);
INSERT INTO public.crew_watch VALUES (116351421644800, 116351421775875, 116351417638912, 0, 1795903200000000, 1795932000000000, 0);
INSERT INTO public.crew_watch VALUES (116351421644800, 116351421775876, 116351417638912, 0, 1795989600000000, 1796018400000000, 0);
INSERT INTO public.crew_watch VALUES (116351421644800, 116351421775877, 116351417638912, 0, 1796076000000000, 1796104800000000, 0);
INSERT INTO public.crew_watch VALUES (116351421644800, 116351421775878, 116351417638912, 0, 1796162400000000, 1796191200000000, 0);
INSERT INTO public.event VALUES (1, 116351418204160, 0, 'project.published', '{"project":116351418204160,"tasks":7}', 1795631707965395);
INSERT INTO public.event VALUES (2, 116351418204160, 0, 'annotation.submitted', '{"annotation":116351418392576,"task":1}', 1795631708001590);
INSERT INTO public.event VALUES (3, 116351418204160, 0, 'annotation.submitted', '{"annotation":116351418404864,"task":2}', 1795631708009000);
INSERT INTO public.event VALUES (4, 116351418204160, 0, 'annotation.submitted', '{"annotation":116351418413056,"task":3}', 1795631708010119);
INSERT INTO public.event VALUES (5, 116351418204160, 0, 'annotation.submitted', '{"annotation":116351418417153,"task":1}', 1795631708012630);
INSERT INTO public.event VALUES (6, 116351418204160, 0, 'task.done', '{"task":1,"share":0.500}', 1795631708012630);
INSERT INTO public.event VALUES (7, 116351418204160, 0, 'annotation.submitted', '{"annotation":116351418503168,"task":2}', 1795631708025888);
INSERT INTO public.event VALUES (8, 116351418204160, 0, 'task.done', '{"task":2,"share":0.500}', 1795631708025888);
INSERT INTO public.event VALUES (9, 116351418204160, 0, 'annotation.submitted', '{"annotation":116351418511360,"task":3}', 1795631708035165);
INSERT INTO public.event VALUES (10, 116351418204160, 0, 'task.done', '{"task":3,"share":0.500}', 1795631708035165);
INSERT INTO public.event VALUES (11, 116351418204160, 116351417638912, 'annotation.approved', '{"annotation":116351418511360,"task":3,"project":116351418204160}', 1795631708040229);
INSERT INTO public.event VALUES (12, 116351418204160, 116351417638912, 'annotation.approved', '{"annotation":116351418503168,"task":2,"project":116351418204160}', 1795631708040229);
INSERT INTO public.event VALUES (13, 116351418204160, 116351417638912, 'annotation.rejected', '{"annotation":116351418417153,"task":1,"project":116351418204160}', 1795631708051906);
INSERT INTO public.event VALUES (14, 116351418204160, 0, 'task.reported', '{"task":4}', 1795631708065670);
INSERT INTO public.event VALUES (15, 116351418769408, 0, 'project.published', '{"project":116351418769408,"tasks":2}', 1795631708109576);
INSERT INTO public.event VALUES (16, 116351418769408, 0, 'annotation.submitted', '{"annotation":116351418916864,"task":1}', 1795631708134229);
INSERT INTO public.event VALUES (17, 116351418769408, 0, 'task.done', '{"task":1,"share":1.000}', 1795631708134229);
INSERT INTO public.event VALUES (18, 116351418769408, 0, 'project.paused', '{"project":116351418769408}', 1795631708135705);
INSERT INTO public.event VALUES (19, 116351418933248, 0, 'project.published', '{"project":116351418933248,"tasks":1}', 1795631708144653);
INSERT INTO public.event VALUES (20, 116351418933248, 0, 'annotation.submitted', '{"annotation":116351419031552,"task":1}', 1795631708162332);
INSERT INTO public.event VALUES (21, 116351418933248, 0, 'task.done', '{"task":1,"share":1.000}', 1795631708162332);
INSERT INTO public.event VALUES (22, 116351418933248, 0, 'project.completed', '{"project":116351418933248}', 1795631708164406);
INSERT INTO public.event VALUES (23, 116351418204160, 0, 'import.progress', '{"import":116351419097088,"handled_bytes":12}', 1795631708192050);
INSERT INTO public.event VALUES (24, 116351418204160, 0, 'import.progress', '{"import":116351419097088,"handled_bytes":21}', 1795631708192389);
INSERT INTO public.event VALUES (25, 116351418204160, 0, 'import.done', '{"import":116351419097088,"ok":true}', 1795631708193371);
INSERT INTO public.event VALUES (26, 116351418204160, 0, 'import.progress', '{"import":116351419392000,"handled_bytes":12}', 1795631708280375);
INSERT INTO public.event VALUES (27, 116351418204160, 0, 'import.done', '{"import":116351419392000,"ok":false}', 1795631708280731);
INSERT INTO public.event VALUES (28, 116351420080128, 0, 'project.published', '{"project":116351420080128,"tasks":4}', 1795631708420216);
INSERT INTO public.event VALUES (29, 116351420080128, 116351417237504, 'offer.made', '{"offer":116351420100608,"project":116351420080128,"tasks":4,"price_micros":50000,"until":"2026-11-25T18:45:08Z"}', 1795631708422164);
INSERT INTO public.event VALUES (30, 116351420080128, 0, 'project.updated', '{"project":116351420080128}', 1795631708483684);
INSERT INTO public.event VALUES (31, 116351420399616, 0, 'project.published', '{"project":116351420399616,"tasks":8}', 1795631708499755);
INSERT INTO public.event VALUES (32, 116351420399616, 116351417237504, 'offer.made', '{"offer":116351420420096,"project":116351420399616,"tasks":8,"price_micros":10000,"until":"2026-11-25T18:45:08Z"}', 1795631708500692);
INSERT INTO public.event VALUES (33, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420432384,"task":1}', 1795631708504507);
INSERT INTO public.event VALUES (34, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420440576,"task":2}', 1795631708505977);
INSERT INTO public.event VALUES (35, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420448768,"task":3}', 1795631708507285);
INSERT INTO public.event VALUES (36, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420461056,"task":4}', 1795631708510863);
INSERT INTO public.event VALUES (37, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420563456,"task":5}', 1795631708533309);
INSERT INTO public.event VALUES (38, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420620800,"task":6}', 1795631708549690);
INSERT INTO public.event VALUES (39, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420674048,"task":1}', 1795631708560350);
INSERT INTO public.event VALUES (40, 116351420399616, 0, 'task.done', '{"task":1,"share":1.000}', 1795631708560350);
INSERT INTO public.event VALUES (41, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420706816,"task":2}', 1795631708570758);
INSERT INTO public.event VALUES (42, 116351420399616, 0, 'task.done', '{"task":2,"share":1.000}', 1795631708570758);
INSERT INTO public.event VALUES (43, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420715008,"task":3}', 1795631708573201);
INSERT INTO public.event VALUES (44, 116351420399616, 0, 'task.done', '{"task":3,"share":1.000}', 1795631708573201);
INSERT INTO public.event VALUES (45, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420719104,"task":4}', 1795631708574605);
INSERT INTO public.event VALUES (46, 116351420399616, 0, 'task.done', '{"task":4,"share":1.000}', 1795631708574605);
INSERT INTO public.event VALUES (47, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420727296,"task":5}', 1795631708575885);
INSERT INTO public.event VALUES (48, 116351420399616, 0, 'task.done', '{"task":5,"share":1.000}', 1795631708575885);
INSERT INTO public.event VALUES (49, 116351420399616, 0, 'annotation.submitted', '{"annotation":116351420731392,"task":6}', 1795631708577248);
INSERT INTO public.event VALUES (50, 116351420399616, 0, 'task.done', '{"task":6,"share":1.000}', 1795631708577248);
INSERT INTO public.event VALUES (51, 116351420399616, 116351417237504, 'annotation.rejected', '{"annotation":116351420432384,"task":1,"project":116351420399616}', 1795631708709360);
INSERT INTO public.event VALUES (52, 116351420399616, 0, 'gold.contested', '{"task":1}', 1795631708710511);
INSERT INTO public.event VALUES (53, 116351420399616, 116351417638912, 'annotation.sent_back', '{"annotation":116351420715008,"task":3,"project":116351420399616}', 1795631708712059);
INSERT INTO public.event VALUES (54, 116351420399616, 0, 'task.fixed', '{"task":4}', 1795631708713458);
INSERT INTO public.event VALUES (55, 116351418204160, 0, 'project.updated', '{"project":116351418204160}', 1795631708797709);
INSERT INTO public.event VALUES (56, 0, 116351417237504, 'crew.changed', '{"crew":116351421644800}', 1795631708828488);
INSERT INTO public.event VALUES (57, 0, 116351417638912, 'crew.changed', '{"crew":116351421644800}', 1795631708828488);
INSERT INTO public.event VALUES (58, 0, 116351417237504, 'crew.changed', '{"crew":116351421644800}', 1795631708831327);
INSERT INTO public.event VALUES (59, 0, 116351417638912, 'crew.changed', '{"crew":116351421644800}', 1795631708831327);
INSERT INTO public.event VALUES (60, 116351420399616, 0, 'project.fitted', '{"project":116351420399616,"version":1}', 1795631708880252);
INSERT INTO public.fit VALUES (116351420399616, 1, 'mix', '{"target":0.985,"answers_min":2,"answers_most":2,"seed":"116351420399616"}', 10, 6, 2, '{"controls":[{"name":"genre","classes":["[\"Drama\"]","[\"Horror\"]"],"alpha":null,"fleiss":null,"gwet":{"value":1,"low":1,"high":1},"percent":{"value":1,"low":1,"high":1},"confusion":[[0,0],[10,0]],"rho":0.0136,"temperature":2.613,"known":2,"watched":0,"loss":0.0000,"saving":true,"accuracy":0.6765,"low":0.2125,"high":1.0000}],"drift":[{"day":20782,"answers":10,"agreed":0,"gold":3,"gold_right":0}]}', 1795631708880252, 6972);
INSERT INTO public.import VALUES (116351419097088, 116351418204160, 116351415656448, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795631708177255);
INSERT INTO public.import VALUES (116351419392000, 116351418204160, 116351415656448, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795631708248992);
INSERT INTO public.import VALUES (116351419707392, 116351418204160, 116351415656448, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795631708327174);
INSERT INTO public.lease VALUES (116351418204160, 116351417237504, 1, 1, 1795631707967665, 1795632307967665, 116351418359808, 0);
INSERT INTO public.lease VALUES (116351418204160, 116351417237504, 2, 1, 1795631708001590, 1795632308001590, 116351418396672, 0);
INSERT INTO public.lease VALUES (116351418204160, 116351417237504, 3, 1, 1795631708009000, 1795632308009000, 116351418404865, 0);
INSERT INTO public.lease VALUES (116351418204160, 116351417638912, 1, 1, 1795631708011879, 1795632308011879, 116351418417152, 0);
INSERT INTO public.lease VALUES (116351418204160, 116351417638912, 2, 1, 1795631708012630, 1795632308012630, 116351418421248, 0);
INSERT INTO public.lease VALUES (116351418204160, 116351417638912, 3, 1, 1795631708025888, 1795632308025888, 116351418503169, 0);
INSERT INTO public.lease VALUES (116351418204160, 116351417237504, 4, 2, 1795631708056012, 1795632308056012, 116351418601472, 0);
INSERT INTO public.lease VALUES (116351418204160, 116351417237504, 5, 0, 1795631708065670, 1795632308065670, 116351418642432, 0);
INSERT INTO public.lease VALUES (116351418769408, 116351417638912, 1, 1, 1795631708122464, 1795632308122464, 116351418884096, 0);
INSERT INTO public.lease VALUES (116351418933248, 116351417237504, 1, 1, 1795631708157261, 1795632308157261, 116351419015168, 0);
INSERT INTO public.lease VALUES (116351418204160, 116351417638912, 4, 0, 1795631708339366, 1795718108339366, 116351419817984, 1);
INSERT INTO public.lease VALUES (116351418204160, 116351417638912, 5, 0, 1795631708339366, 1795718108339366, 116351419817985, 1);
INSERT INTO public.lease VALUES (116351420399616, 116351417237504, 1, 1, 1795631708501069, 1795632308501069, 116351420428288, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417237504, 2, 1, 1795631708504507, 1795632308504507, 116351420436480, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417237504, 3, 1, 1795631708505977, 1795632308505977, 116351420440577, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417237504, 4, 1, 1795631708507285, 1795632308507285, 116351420448769, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417237504, 5, 1, 1795631708510863, 1795632308510863, 116351420461057, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417237504, 6, 1, 1795631708533309, 1795632308533309, 116351420563457, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417638912, 1, 1, 1795631708551093, 1795632308551093, 116351420624896, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417638912, 2, 1, 1795631708560350, 1795632308560350, 116351420674049, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417638912, 4, 1, 1795631708573201, 1795632308573201, 116351420715009, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417638912, 5, 1, 1795631708574605, 1795632308574605, 116351420723200, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417638912, 6, 1, 1795631708575885, 1795632308575885, 116351420727297, 0);
INSERT INTO public.lease VALUES (116351420399616, 116351417638912, 3, 0, 1795631708712059, 1795718108712059, 116351420706817, 0);
INSERT INTO public.offer VALUES (116351420080128, 116351417237504, 116351420100608, 0, 4, 4, 1795631708422164, 1795632308422164);
INSERT INTO public.offer VALUES (116351420399616, 116351417237504, 116351420420096, 2, 6, 0, 1795631708500692, 1795635008501069);
INSERT INTO public.opinion VALUES (116351420399616, 5, 116351420747776, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 1795631708723009);
INSERT INTO public.outbox VALUES (116351420108800, 116351417237504, 116351419973632, 0, 1, 0, 1, '', 0, 0, 0, 1795680000000000, 1795701600000000, 1795631708422164, 0, 0, '', '');
INSERT INTO public.person VALUES (116351413935872, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$YkXvzaQnVKF3If1MFQBvpw$oPxQLddwvFIyCEsF9kHXOC8kzmi/zBPT3kA3fK5JfrY', 8, 'es', 0, 1795631706917039);
INSERT INTO public.person VALUES (116351415656448, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$4S23aCQNqBhGomqoYOHkqg$xU2twT508QN0ZCmKqEcR5/xjFTX5B2yZQGHjSJ5E6PI', 2, 'es', 0, 1795631707337953);
INSERT INTO public.person VALUES (116351417237504, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$BF/ifijMazydcjd3fhdxHA$dg088njd5eRFtziFhZH2W7niyB5RYqp9JcfN1mlc/UM', 1, 'es', 0, 1795631707724421);
INSERT INTO public.person VALUES (116351417638912, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$qo6QF+FBpXAasmfIiwgd0Q$bEtP5e7cIU5nXKXoS7Lx0MSAKEv7gXOtNAppYIWVG2I', 1, 'es', 0, 1795631707822603);
INSERT INTO public.person VALUES (116351420747776, 'person2', '', '$argon2id$v=19$m=19456,t=2,p=1$y/PnZOiiP7LYJU/K6F/UmQ$lrK3TdjdZPs9ZfYi4qNylfNT8FB5u8BygMRvThceFsg', 4, 'es', 0, 1795631708581585);
INSERT INTO public.person VALUES (116351421784064, 'deleted-116351421784064', '', '', 0, 'es', 1, 1795631708834361);
INSERT INTO public.person VALUES (116351422394368, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$jskR+6RG4OpT3XA4HlZYQg$wEbcGD66Y1Q9xAlLUfT4LYeEzLlIYvj65v1uHIIwi64', 1, 'es', 1, 1795631708983034);
INSERT INTO public.person_signal VALUES (1, '\x497d097a99920d0e7666d594d7c5bc0de304f2ca24c74e3a9b917a70d208f1b9', 116351415656448, 1795631707337953);
INSERT INTO public.person_signal VALUES (1, '\x4cd0ca076ce186d685624340fa34b30627709e211580f6d0f899d805270be66d', 116351413935872, 1795631707620386);
INSERT INTO public.person_signal VALUES (1, '\x7c3d372ea1686424c622fc7e535aa0fc3115bfaf00a8acb1ffadaf12c6b246a2', 116351417237504, 1795631707724421);
INSERT INTO public.person_signal VALUES (1, '\x9c6d7d043f6285247325cb8722a2bdfdb82bf6784b6e2f7e8f38f87f580132f1', 116351417638912, 1795631707822603);
INSERT INTO public.person_signal VALUES (1, '\xa505ef7bcbded4394b7b4942fb4aff5d8b86bbab952ecc3c8cd125018cb1e828', 116351420747776, 1795631708581585);
INSERT INTO public.person_signal VALUES (1, '\x05faf1782b022c1fd21a9421c712ff6a1f8d0121c49aa65f8542b2b6b2b5e341', 116351422394368, 1795631708983034);
INSERT INTO public.project VALUES (116351418204160, 116351415656448, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795631707960464, 1795631707965395, 50, 86400, 0, 2, 985, 0);
INSERT INTO public.project VALUES (116351418753024, 116351415656448, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795631708093831, 0, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116351418769408, 116351415656448, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795631708098716, 1795631708109576, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116351418933248, 116351415656448, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795631708137662, 1795631708144653, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116351420080128, 116351415656448, 'Shared', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 50000, 1, 600, 259200, 0, 1795631708417859, 1795631708420216, 50, 86400, 0, 1, 985, 0);
INSERT INTO public.project VALUES (116351420399616, 116351415656448, 'Judged', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795631708494839, 1795631708499755, 50, 86400, 0, 2, 985, 500);
INSERT INTO public.project_count VALUES (116351418933248, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO public.project_count VALUES (116351418204160, 12, 13, 1025, 11, 1, 7, 6, 1, 2, 2, 1, 3, 3, 2, 1, 0, 0, 1, 2, 2, 4, 9277, 6, 0, 0, 0, 0, 7, 0);
INSERT INTO public.project_count VALUES (116351420080128, 5, 5, 1, 4, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0);
INSERT INTO public.project_count VALUES (116351420399616, 9, 13, 1025, 8, 2, 8, 6, 2, 0, 2, 0, 1, 10, 0, 1, 4, 0, 0, 2, 6, 6, 0, 0, 0, 1, 1, 10, 8, 3);
INSERT INTO public.project_count VALUES (116351418753024, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (116351418769408, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0);
INSERT INTO public.project_dispatch VALUES (116351418753024, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116351418769408, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116351418933248, 1, 300, 0, 0, 0, 0, 0, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116351418204160, 1, 300, 0, 0, 0, 0, 0, 1795631709409206, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116351420080128, 1, 300, 0, 0, 32472144000000000, 0, 4, 9000000000000000, 0, 0, 0, 0);
INSERT INTO public.project_dispatch VALUES (116351420399616, 1, 300, 0, 0, 0, 0, 0, 1795631718510692, 0, 0, 0, 0);
INSERT INTO public.project_requirement VALUES (116351418204160, 0, 1, 0, 8, '0 1');
INSERT INTO public.project_reviewer VALUES (116351420399616, 116351420747776, 1795631708654750);
INSERT INTO public.qualification VALUES (116351421411328, 116351415656448, 'Films', '', 1795631708743590);
INSERT INTO public.qualification_holder VALUES (116351417237504, 116351421411328, 90, 0, 0, 0, 1795631708745114);
INSERT INTO public.receipt VALUES (0, '00527bc7e7a6448a8496189902566a3f', '\x15d26c548ef9be1f4bcdc97c845a3ff3', 0, '{"id":116351415656448}', 1795631707337953);
INSERT INTO public.receipt VALUES (116351413935872, 'd5ad2df95e2747baa67ab53fe2ef2a77', '\x79c960df31b3f7f536314403ce193ee6', 0, '{"transfer":116351417192448}', 1795631707712487);
INSERT INTO public.receipt VALUES (0, '567068e510554926a5f0d8d8799b77cc', '\xc3b6aaea6a1756d46ca9d5dd71cb9c73', 0, '{"id":116351417237504}', 1795631707724421);
INSERT INTO public.receipt VALUES (0, '985c4e01032244fc90e1f8383fe57088', '\x33e1b85666aa5c9caa5dc4a7c430621e', 0, '{"id":116351417638912}', 1795631707822603);
INSERT INTO public.receipt VALUES (116351417237504, 'f29b79f6251b4662a19366623d9a14bd', '\x17589d8ee2f8c706b3a8bbbcc179da23', 0, '{"id":116351418200064}', 1795631707958634);
INSERT INTO public.receipt VALUES (116351415656448, 'c037c5c83bda4255998366008115590e', '\x263a624950e2614eb6164cc38a035acc', 0, '{"id":116351418204160}', 1795631707960464);
INSERT INTO public.receipt VALUES (116351415656448, '0a43383b8ee04a6bb73bb46c13aa0095', '\x924cb9484324c00949b3a6fabbc77f72', 0, '{"added":7,"repeated":0}', 1795631707962847);
INSERT INTO public.receipt VALUES (116351415656448, 'e795889eca864e0fb060cc95aef46e81', '\x078010e4013a127d2bf0b2d29587ffb6', 0, '{"id":116351418204160}', 1795631707965395);
INSERT INTO public.receipt VALUES (116351417237504, '11af84fa753b4ed4ad6428e594a1997d', '\xb2ebe57e40d0b27765e9c6b4ce97a44c', 0, '{"task":1,"deadline_usec":1795632307967665,"price_micros":10000}', 1795631707967665);
INSERT INTO public.receipt VALUES (116351417237504, 'f62413bc74344c03890ab11bc8725264', '\x5f4ab61dd5080ec0ba4bf28afac0a862', 0, '{"annotation":116351418392576,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795632308001590,"price_micros":10000}}', 1795631708001590);
INSERT INTO public.receipt VALUES (116351417237504, '7fe08a97da814b318c0a809dbe7c7074', '\x3ec94597d590ee2f930adad3dde3f629', 0, '{"annotation":116351418404864,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795632308009000,"price_micros":10000}}', 1795631708009000);
INSERT INTO public.receipt VALUES (116351417237504, '5064e6f1c0ea41ea959f5df7bec1c9c8', '\x105b51ff5964be934788b398e9a0950c', 0, '{"annotation":116351418413056,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795631708010119);
INSERT INTO public.receipt VALUES (116351417638912, '4f83f8ba9495489c8e3b1952be29943e', '\x91974755d91d81527ce5890e1bb399ed', 0, '{"task":1,"deadline_usec":1795632308011879,"price_micros":10000}', 1795631708011879);
INSERT INTO public.receipt VALUES (116351417638912, '1ba0c95f369540cdb533a8a5b8b1bb12', '\xf723ee6a2274605b14885618a7d521a0', 0, '{"annotation":116351418417153,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795632308012630,"price_micros":10000}}', 1795631708012630);
INSERT INTO public.receipt VALUES (116351417638912, 'a8e24060cf1c47c8ab503f5335d6355c', '\x150b52dd4a3f90ead7a991d63b172bcd', 0, '{"annotation":116351418503168,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795632308025888,"price_micros":10000}}', 1795631708025888);
INSERT INTO public.receipt VALUES (116351417638912, '3438b62ff1c542b7a4992a14898f9b88', '\xbd79ed480363d36d800fb3c944682735', 0, '{"annotation":116351418511360,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795631708035165);
INSERT INTO public.receipt VALUES (116351415656448, '20f1aad4b23f4c5e91e0707afdd2848d', '\xbe2d8844953f56ae1daf3d277646fe04', 0, '{"decided":2}', 1795631708040229);
INSERT INTO public.receipt VALUES (116351415656448, '3173d2fad43f4ec69501b20a505c3bf5', '\x589fc48aa2608e49c63ceeb3b1a31b76', 0, '{"decided":1}', 1795631708051906);
INSERT INTO public.receipt VALUES (116351417237504, 'fd437c075a634a67b38e957aaec124e7', '\xb2ebe57e40d0b27765e9c6b4ce97a44c', 0, '{"task":4,"deadline_usec":1795632308056012,"price_micros":10000}', 1795631708056012);
INSERT INTO public.receipt VALUES (116351417237504, 'f3d6f69f7c0a489abe69b73c03e77418', '\xdaecf6df373416b04422f858adb5835f', 0, '{"next":{"task":5,"deadline_usec":1795632308065670,"price_micros":10000}}', 1795631708065670);
INSERT INTO public.receipt VALUES (116351415656448, '0553ca84ea59452296b539603b218f3a', '\xdd20a925f135ef9f2de7ded7125539c5', 0, '{}', 1795631708077738);
INSERT INTO public.receipt VALUES (116351415656448, '6eae9fa97c8f4f2085b4fa48183d32d9', '\x4c0512493b5224d4f68d9abd8c556618', 0, '{"added":2,"repeated":0}', 1795631708089794);
INSERT INTO public.receipt VALUES (116351415656448, 'a739220c3fd34ccda3f4ea29511efd03', '\x3d12a256e9ab6dbc0bcc9ce052da84e8', 0, '{"id":116351418753024}', 1795631708093831);
INSERT INTO public.receipt VALUES (116351415656448, '03c295e211074aa09c641319eceb4a62', '\xabbdb44e29fad02299e535c3aa62e468', 0, '{"added":1,"repeated":0}', 1795631708097564);
INSERT INTO public.receipt VALUES (116351415656448, '7ef8adee363042f9a4f4159962489f16', '\xfbe44c294954174187ffdc1752343742', 0, '{"id":116351418769408}', 1795631708098716);
INSERT INTO public.receipt VALUES (116351415656448, '116fb81beea34ed993e029279f3d543e', '\x8279a068f8082cf73a5c65ecae95accf', 0, '{"added":2,"repeated":0}', 1795631708101508);
INSERT INTO public.receipt VALUES (116351415656448, '51f8d4f0104b45508b8d1e26a57a38aa', '\x5c99f6af62627fb18ec1905ebcdc0a64', 0, '{"id":116351418769408}', 1795631708109576);
INSERT INTO public.receipt VALUES (116351417638912, 'c3a7e9448acc4da8b3c31992f0c46674', '\x1bddec492fb5737411c9c5e0f9969881', 0, '{"task":1,"deadline_usec":1795632308122464,"price_micros":0}', 1795631708122464);
INSERT INTO public.receipt VALUES (116351417638912, '7100ad3e04624ca084678538d675179c', '\xcbbef278e5fdd2f14307008f6011e7b6', 0, '{"annotation":116351418916864,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795631708134229);
INSERT INTO public.receipt VALUES (116351415656448, '2413c9bb891c41a795747020121d5436', '\x799a79e236d06a46d56b456e5724b0f9', 0, '{"id":116351418769408}', 1795631708135705);
INSERT INTO public.receipt VALUES (116351415656448, '2806ce6c40954ac7bd889c05388e6565', '\xcf67f430253cd8e58a1cd2ff6b9f1918', 0, '{"id":116351418933248}', 1795631708137662);
INSERT INTO public.receipt VALUES (116351415656448, '6696913c16b741ee88aff600c842f5d4', '\x2ea5e8093757e9132630aaadb06e0ad2', 0, '{"added":1,"repeated":0}', 1795631708141744);
INSERT INTO public.receipt VALUES (116351415656448, '693f567de93b44f2af92b72e28d23fc6', '\x0dc4a2bfa3ab9032db418f4a36b0f563', 0, '{"id":116351418933248}', 1795631708144653);
INSERT INTO public.receipt VALUES (116351417237504, 'b64fa43c68bb4eacbedc969cb0f2cbd2', '\x04a31e3924af58bd8f9140d31b091c95', 0, '{"task":1,"deadline_usec":1795632308157261,"price_micros":50000}', 1795631708157261);
INSERT INTO public.receipt VALUES (116351417237504, '93e4b5dea2e54feb98ea2e676943bcdb', '\x99d7afbbcef3ac04447239ff142978cc', 0, '{"annotation":116351419031552,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795631708162332);
INSERT INTO public.receipt VALUES (116351415656448, '468d2212cf5d445a92540844328b0612', '\x81c5093402465f0de7d67fae5aff38f2', 0, '{"id":116351418933248}', 1795631708164406);
INSERT INTO public.receipt VALUES (116351415656448, 'd7decebb75fd431e892b58b59a321d02', '\xa9f4dc85f89dabbeaab1387835e04bd1', 0, '{"id":116351419097088}', 1795631708177255);
INSERT INTO public.receipt VALUES (116351415656448, 'efcf7c52ad2d49caa1a8701af7d6a0b5', '\xfcdaa06d1cd6d4be7983dd8ee129bde8', 0, '{"id":116351419097088}', 1795631708185507);
INSERT INTO public.receipt VALUES (116351415656448, 'import-116351419097088-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795631708192389);
INSERT INTO public.receipt VALUES (116351415656448, '361abed1c5904c7c84dba1d9132b337c', '\x0c92430250ee08186074a83823522aac', 0, '{"id":116351419392000}', 1795631708248992);
INSERT INTO public.receipt VALUES (116351415656448, '13ffba7e20d343309de1555e32b7a409', '\x6fb5adb530fbc92ad96c3a31aac513c5', 0, '{"id":116351419392000}', 1795631708271945);
INSERT INTO public.receipt VALUES (116351415656448, '8f987f42bbdb4ea3a1a8bf71a2b722d5', '\x6a6a394e40a8861b422afb9929a9ddec', 0, '{"id":116351419707392}', 1795631708327174);
INSERT INTO public.receipt VALUES (116351417638912, 'c03b3f34a7d04c01969135fee0c2e9f2', '\xb4ecf4d86c2b699e26608785ce73de94', 0, '{"leases":[{"task":4,"deadline_usec":1795718108339366,"price_micros":10000},{"task":5,"deadline_usec":1795718108339366,"price_micros":10000}]}', 1795631708339366);
INSERT INTO public.receipt VALUES (116351417237504, '0317f62ffd004fcea7860a43ddc2bfc1', '\xb455646fed1aa37ddd7e359c6f3e25f5', 0, '{"id":116351419928576}', 1795631708376720);
INSERT INTO public.receipt VALUES (116351417237504, '113ded0761634148bf7059c1c378ea1a', '\xc32341fc44d7d4777cd4bd63cf87da83', 0, '{"id":116351419973632}', 1795631708390146);
INSERT INTO public.receipt VALUES (116351417237504, '38a09b8817234930a152e0e9e99135a3', '\x13adb67c902e6baf2ccae9d0240042d3', 0, '{}', 1795631708400732);
INSERT INTO public.receipt VALUES (116351417237504, '5da2a20fe36849b285284f9fc1dcc807', '\x2c8e43fe0b5195e1450224f057f13d5a', 0, '{}', 1795631708409206);
INSERT INTO public.receipt VALUES (116351415656448, 'f48a2b819c9d44ec9a4a9c2efc901a2b', '\xd07f54e35b31f1768ce6b0a25ba7d451', 0, '{"id":116351420080128}', 1795631708417859);
INSERT INTO public.receipt VALUES (116351415656448, '749cb6e15c5946e5b92f02d76d9fccf6', '\x42485b4cd0d1246959c7261f7bf3d9e0', 0, '{"added":4,"repeated":0}', 1795631708419217);
INSERT INTO public.receipt VALUES (116351415656448, 'cce61761f5ed4f9fa1596e23f992f085', '\x6544cd0e16b77d37386817168fcc007c', 0, '{"id":116351420080128}', 1795631708420216);
INSERT INTO public.receipt VALUES (116351417237504, '99c15d0de8e8440a91e092b465eacb8a', '\x90f064f0563f2a7e65b4996bfa8dc47e', 0, '{}', 1795631708479523);
INSERT INTO public.receipt VALUES (116351415656448, '688fd0c92dfd4e8b95f046df0777ce94', '\xba98b0291d95f98dc43cb982587eb6dd', 0, '{"id":116351420080128}', 1795631708483684);
INSERT INTO public.receipt VALUES (116351415656448, 'e7185eea19eb43ce91401885b0616b21', '\x7b7a336407ed2fee35f1ce60309d9638', 0, '{"id":116351420399616}', 1795631708494839);
INSERT INTO public.receipt VALUES (116351415656448, '40d3cee7200e4079847c01daca72f37b', '\xb00f4e848dcf9e51d3cbf312c5e74dde', 0, '{"added":8,"repeated":0}', 1795631708497598);
INSERT INTO public.receipt VALUES (116351415656448, '6581252d76c04d418f29c28e60ab112d', '\x56c1d71f03fbe3875da68e9b0f6a7b6b', 0, '{"id":116351420399616}', 1795631708499755);
INSERT INTO public.receipt VALUES (116351417237504, '86887c5d484446cda967a0a672d976ae', '\xd092bbca316f59d801104d1e1d75c9fb', 0, '{"task":1,"deadline_usec":1795632308501069,"price_micros":10000}', 1795631708501069);
INSERT INTO public.receipt VALUES (116351417237504, '278dc311d4ad49b6a7099734e3071afd', '\xd5b6af47b81eeaf5d57fe4132390fa9a', 0, '{"annotation":116351420432384,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":2,"deadline_usec":1795632308504507,"price_micros":10000}}', 1795631708504507);
INSERT INTO public.receipt VALUES (116351417237504, '8325568d095b4aa99ca4a401bca390c6', '\x757a45124e757098e8ac0f83cff6a9a3', 0, '{"annotation":116351420440576,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":3,"deadline_usec":1795632308505977,"price_micros":10000}}', 1795631708505977);
INSERT INTO public.receipt VALUES (116351417237504, 'c17be3c4b58849c090fc9b4548ff3bf3', '\xa8c63b71cba2d0a49cebf56357d93474', 0, '{"annotation":116351420448768,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":{"task":4,"deadline_usec":1795632308507285,"price_micros":10000}}', 1795631708507285);
INSERT INTO public.receipt VALUES (116351417237504, 'a849461ef4204b78a2751ca6b272d280', '\x2a06e6933ec97df185af51408a7d0a93', 0, '{"annotation":116351420461056,"state":"submitted","price_micros":10000,"pending_micros":70000,"late":false,"next":{"task":5,"deadline_usec":1795632308510863,"price_micros":10000}}', 1795631708510863);
INSERT INTO public.receipt VALUES (116351417237504, 'a0627e1e6cd340c7bbc57efdbbfe3d9c', '\x10e4e5f33d108d76ca6b839780c4644d', 0, '{"annotation":116351420563456,"state":"submitted","price_micros":10000,"pending_micros":80000,"late":false,"next":{"task":6,"deadline_usec":1795632308533309,"price_micros":10000}}', 1795631708533309);
INSERT INTO public.receipt VALUES (116351417237504, '58ddf43385664a46b2bfeb1006c7cb60', '\x423334a623e51d2a49ecdfa441e67a2d', 0, '{"annotation":116351420620800,"state":"submitted","price_micros":10000,"pending_micros":90000,"late":false,"next":null}', 1795631708549690);
INSERT INTO public.receipt VALUES (116351417638912, '92008f762da04af7a0bdd160e347c78d', '\x775719cb2a5482c0fd3f7f4fdedd6a96', 0, '{"task":1,"deadline_usec":1795632308551093,"price_micros":10000}', 1795631708551093);
INSERT INTO public.receipt VALUES (116351417638912, 'ba035aa1956a46d1a773067c35f6bd83', '\x26424f724907ecc0f3aad8e25fd0e0c6', 0, '{"annotation":116351420674048,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795632308560350,"price_micros":10000}}', 1795631708560350);
INSERT INTO public.receipt VALUES (116351417638912, 'cb69f79a98b746b9861e8a90099c4b45', '\x80b2f0add8322ab01c7833538e4a7921', 0, '{"annotation":116351420706816,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795632308570758,"price_micros":10000}}', 1795631708570758);
INSERT INTO public.receipt VALUES (116351417638912, '5336c17f176543589c6e2cc5f7e67f6f', '\xb19c5687536f9643917520ee11528530', 0, '{"annotation":116351420715008,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":{"task":4,"deadline_usec":1795632308573201,"price_micros":10000}}', 1795631708573201);
INSERT INTO public.receipt VALUES (116351417638912, '10bc48911b0849dba6c47c1b6f661622', '\xd86d975803663cf54ecb067c5f134bc3', 0, '{"annotation":116351420719104,"state":"submitted","price_micros":10000,"pending_micros":40000,"late":false,"next":{"task":5,"deadline_usec":1795632308574605,"price_micros":10000}}', 1795631708574605);
INSERT INTO public.receipt VALUES (116351417638912, 'ea94607699ed463daf15dbb50331773b', '\xfdf7a7f6b5fe04fe46e1e6a0ed41593b', 0, '{"annotation":116351420727296,"state":"submitted","price_micros":10000,"pending_micros":50000,"late":false,"next":{"task":6,"deadline_usec":1795632308575885,"price_micros":10000}}', 1795631708575885);
INSERT INTO public.receipt VALUES (116351417638912, 'fb7d23638fc6447a9b2b1f050fcd80e2', '\x120bf7c18f09473429ec7206416ec80a', 0, '{"annotation":116351420731392,"state":"submitted","price_micros":10000,"pending_micros":60000,"late":false,"next":null}', 1795631708577248);
INSERT INTO public.receipt VALUES (0, '9666be7fe510448eab0ed90616923a21', '\xeaf1b8a329caee5c93dd7d9eaa72e86b', 0, '{"id":116351420747776}', 1795631708581585);
INSERT INTO public.receipt VALUES (116351413935872, '5158c6730ba14c2cafdd300847332f43', '\x6284e86bef361e6f05b21049e995fc28', 0, '{"id":116351420747776}', 1795631708649719);
INSERT INTO public.receipt VALUES (116351415656448, 'dbc10f197b264bef8a25616c9546be70', '\x0225fbb324641441da30afa35bcf9562', 0, '{}', 1795631708654750);
INSERT INTO public.receipt VALUES (116351415656448, 'a7c20d069ba3424f8532499bbe48100f', '\x5f17575bb18d10dfd1e7f3b107864f5c', 0, '{}', 1795631708658836);
INSERT INTO public.receipt VALUES (116351415656448, '829c3644c5004d7482af4cc95bbd20ea', '\xcea9a609bd976e7826ab8ae25bfa0a5c', 0, '{}', 1795631708705377);
INSERT INTO public.receipt VALUES (116351415656448, '30cfbe7300ba48f989f7440497dc7526', '\x70054a560fbeb08237eeadb060947078', 0, '{"decided":1}', 1795631708709360);
INSERT INTO public.receipt VALUES (116351417237504, '05fc2227566d48269595d72442358c67', '\x0c1c652fcbf53400d9ec3115ea468afd', 0, '{}', 1795631708710511);
INSERT INTO public.receipt VALUES (116351420747776, '54b49020ca8c496186e3a59820e7eb81', '\x4b6db998531f1ebd303627521b1fcbf9', 0, '{"decided":1}', 1795631708712059);
INSERT INTO public.receipt VALUES (116351420747776, '4faa902dfedb4fbc933dadc59bbf7374', '\xedfddcbb59fdf8d95ec083a87b85adfb', 0, '{}', 1795631708713458);
INSERT INTO public.receipt VALUES (116351420747776, 'cbb7d77e53a84a83b15c16eb1d387ec8', '\x63c2ac2050c54e3f0a62170627bcab41', 0, '{}', 1795631708723009);
INSERT INTO public.receipt VALUES (116351415656448, '94736329e92f4046a7db12115b6a6fda', '\x286b37bb1d013c6fe6cbd73c7e7e42ce', 0, '{"wanted":3,"cost_micros":10000}', 1795631708741822);
INSERT INTO public.receipt VALUES (116351415656448, 'e99f87f17b2c4d68b1ee26a6f78c9101', '\x0719e5c809310e8d19c62536951ce5b1', 0, '{"id":116351421411328}', 1795631708743590);
INSERT INTO public.receipt VALUES (116351415656448, '6abbf371b019413faf331c188f6ba2a0', '\xcb47b3572fc280052fc9da323020f2a5', 0, '{}', 1795631708745114);
INSERT INTO public.receipt VALUES (116351415656448, '40c9ad22d1754180acc8880acbb382a9', '\xb5ab7332c9f9d393ebcead965585659c', 0, '{"id":116351421423616}', 1795631708746357);
INSERT INTO public.receipt VALUES (116351415656448, 'f5d77519b05c4eec8a946cc7b3ca5688', '\xf65fd88b073c0f79f429f13622eee1f1', 0, '{}', 1795631708748850);
INSERT INTO public.receipt VALUES (116351417638912, 'a6887a75971e4b47abe791c5dbf86c0a', '\x5daea75844a9afc52cbdf5a8bac8c8cf', 0, '{"questions":[2],"project":0}', 1795631708749951);
INSERT INTO public.receipt VALUES (116351415656448, '0761dd8b6bde416bb838c6d9f38d9137', '\x6046679e35eb644ecf5d05a8fa604a2c', 0, '{"id":116351421468672}', 1795631708755419);
INSERT INTO public.receipt VALUES (116351415656448, 'ad93a473fea84be5ba4e8adf553651a3', '\xef2acd322b4a35e1fffc5d0355b0782c', 0, '{}', 1795631708758023);
INSERT INTO public.receipt VALUES (116351417237504, 'ef0538d05d9343f0a458894cc9d6d446', '\xa6c9a38e4b8bab836380d7f0bffa46aa', 0, '{"questions":[2],"project":0}', 1795631708758945);
INSERT INTO public.receipt VALUES (116351417237504, 'ae53c522733d46a6a2a07163109c7ca8', '\xee6dc1d579ed37c97d385ba726852a55', 0, '{"percent":100,"passed":true,"next_usec":1795635308758945,"paid_micros":10000}', 1795631708759821);
INSERT INTO public.receipt VALUES (116351417638912, '974407da59334fdcb3c6c8fd40f151d4', '\xee60c6dbd4986c390b604859359372ce', 0, '{"questions":[2],"project":0}', 1795631708762425);
INSERT INTO public.receipt VALUES (116351417638912, '0dd1de756a6141b18a7ac6d097a74011', '\xe1c96196a01b8b03055058d38c339ddb', 0, '{"percent":0,"passed":false,"next_usec":1795635308762425,"paid_micros":0}', 1795631708763181);
INSERT INTO public.receipt VALUES (116351417237504, '979a07b34b724ad4a69f45d098abe418', '\x1a8e2a2833a543dd0dba7ad0cec34fd4', 0, '{}', 1795631708763808);
INSERT INTO public.receipt VALUES (116351415656448, '2a1812517bc14ad18092abc36e38678c', '\x9ae9402a268067d0f9cc4a49e6461aff', 0, '{}', 1795631708797709);
INSERT INTO public.receipt VALUES (116351417237504, '2d83cc7914714638907a85be23d50aa3', '\x59fccac86c22f943c9071b1516fd3967', 0, '{"id":116351421644800}', 1795631708800002);
INSERT INTO public.receipt VALUES (116351417237504, 'cd370f9df139463797bccbf4f6d9ada7', '\x779ad5d3085e6e0438cab2a5f61a6f24', 0, '{"id":116351421644800}', 1795631708821789);
INSERT INTO public.receipt VALUES (116351417638912, '87586452cede432c982bceba9372b4b1', '\x7c9cbcc83c37fb6b193edaf8a813e1e7', 0, '{"id":116351421644800}', 1795631708828488);
INSERT INTO public.receipt VALUES (116351417638912, '5adaa2e31fef4af5aec88cffef526171', '\xe571d9264c221f9ab666df749c9861af', 0, '{"id":116351421644800}', 1795631708831327);
INSERT INTO public.receipt VALUES (0, '275cce0736934548951d824ed8884531', '\xc1c78316ab5ce13fdc05d9b709459245', 0, '{"id":116351421784064}', 1795631708834361);
INSERT INTO public.receipt VALUES (116351421784064, '6d7318101fbd45b2acbecc3115c7e7b7', '\xf37a98c37a7b33f0dc931b1968f72080', 0, '{}', 1795631708906869);
INSERT INTO public.receipt VALUES (0, '345a65fd51cb4f23aa4ca0684a952012', '\xb65a4a32af94fd16e0bdc2c90f04e611', 0, '{"id":116351422394368}', 1795631708983034);
INSERT INTO public.receipt VALUES (116351413935872, 'b4a5b0b47b5d4a0895e0d4422dc5f7bb', '\x893a93e5d983ff2d1a218c77a89321c6', 0, '{"id":116351422394368}', 1795631709042582);
INSERT INTO public.report VALUES (116351418204160, 4, 116351417237504, 'the text is cut', 1795631708065670);
INSERT INTO public.requester_rating VALUES (116351415656448, 116351417237504, 4, 3, 5, 1795631708763808);
INSERT INTO public.session VALUES ('\xbecce1b2cd7e718c26cbb9db0cc4348c7bd8780bb5458f819f7ba9d35054bd2d', 116351415656448, 1795631707337953, 1798223707337953);
INSERT INTO public.session VALUES ('\xbbab762ef9a78fbe0966f1e20b055cbfa1dd16916636d4a84405de7aed189ab2', 116351413935872, 1795631707620386, 1798223707620386);
INSERT INTO public.session VALUES ('\xdb5b03a7b789f716c687782230d4f438bb2df83f6bcefee0dcb9356976b39d1d', 116351417237504, 1795631707724421, 1798223707724421);
INSERT INTO public.session VALUES ('\x50f8bf8e1dfec02d396a0f169373e509971baab851543904685aaa52230c1e8a', 116351417638912, 1795631707822603, 1798223707822603);
INSERT INTO public.session VALUES ('\xb0928c9de3fe91caf538322383fd6fb2776788c958c0fd2c9c4943c72a5167d3', 116351420747776, 1795631708581585, 1798223708581585);
INSERT INTO public.setting VALUES ('schema', '10');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '60');
INSERT INTO public.task VALUES (116351418204160, 7, 10, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351420399616, 2, 10, 10, 2, 2, 0, 0, 2);
INSERT INTO public.task VALUES (116351420399616, 1, 10, 11, 1, 1, 0, 0, 2);
INSERT INTO public.task VALUES (116351420399616, 3, 0, 3, 4, 1, 1, 0, 0);
INSERT INTO public.task VALUES (116351420399616, 6, 0, 12, 1, 2, 0, 0, 3);
INSERT INTO public.task VALUES (116351418204160, 2, 0, 2, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116351418204160, 3, 0, 3, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116351418204160, 1, 0, 8, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116351418204160, 6, 0, 6, 3, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351418204160, 8, 0, 9, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351418204160, 9, 0, 10, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351418753024, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351418769408, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351418769408, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116351418933248, 1, 0, 1, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (116351418204160, 10, 0, 11, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351418204160, 11, 0, 12, 0, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351418204160, 4, 0, 4, 1, 0, 1, 1, 0);
INSERT INTO public.task VALUES (116351418204160, 5, 0, 5, 4, 0, 2, 0, 0);
INSERT INTO public.task VALUES (116351420080128, 1, 0, 1, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351420080128, 2, 0, 2, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351420080128, 3, 0, 3, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351420080128, 4, 0, 4, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351420399616, 7, 0, 7, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351420399616, 8, 0, 8, 1, 0, 0, 0, 0);
INSERT INTO public.task VALUES (116351420399616, 4, 0, 4, 2, 2, 0, 0, 0);
INSERT INTO public.task VALUES (116351420399616, 5, 0, 5, 2, 2, 0, 0, 0);
INSERT INTO public.task_data VALUES (116351418204160, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631707962847, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795631707962847, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795631707962847, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795631707962847, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795631707962847, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795631707962847, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795631707962847, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795631708089794, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795631708089794, NULL);
INSERT INTO public.task_data VALUES (116351418753024, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631708097564, NULL);
INSERT INTO public.task_data VALUES (116351418769408, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631708101508, NULL);
INSERT INTO public.task_data VALUES (116351418769408, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795631708101508, NULL);
INSERT INTO public.task_data VALUES (116351418933248, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631708141744, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795631708192389, NULL);
INSERT INTO public.task_data VALUES (116351418204160, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795631708192389, NULL);
INSERT INTO public.task_data VALUES (116351420080128, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795631708419217, NULL);
INSERT INTO public.task_data VALUES (116351420080128, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795631708419217, NULL);
INSERT INTO public.task_data VALUES (116351420080128, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795631708419217, NULL);
INSERT INTO public.task_data VALUES (116351420080128, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795631708419217, NULL);
INSERT INTO public.task_data VALUES (116351420399616, 3, NULL, '\xbf6b2be239f84165d96aaebe4b537bcc', '{"text":"film 82"}', NULL, NULL, NULL, 1795631708497598, NULL);
INSERT INTO public.task_data VALUES (116351420399616, 4, NULL, '\x3514cb802160a102047106eb863dca38', '{"text":"film 83"}', NULL, NULL, NULL, 1795631708497598, NULL);
INSERT INTO public.task_data VALUES (116351420399616, 5, NULL, '\x03a486c574e40e7c33a2e70cf333562f', '{"text":"film 84"}', NULL, NULL, NULL, 1795631708497598, NULL);
INSERT INTO public.task_data VALUES (116351420399616, 6, NULL, '\x5e60d200837abe3bf2312c4486494441', '{"text":"film 85"}', NULL, NULL, NULL, 1795631708497598, NULL);
INSERT INTO public.task_data VALUES (116351420399616, 7, NULL, '\xe99e7681ecb8dedbdfc02e063168653b', '{"text":"film 86"}', NULL, NULL, NULL, 1795631708497598, NULL);
INSERT INTO public.task_data VALUES (116351420399616, 8, NULL, '\x25a35357abf69a6ec8947da357b74887', '{"text":"film 87"}', NULL, NULL, NULL, 1795631708497598, NULL);
INSERT INTO public.task_data VALUES (116351420399616, 1, NULL, '\x72646f12748b7efeb27d18d9e504da87', '{"text":"film 80"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795631708497598, 'it frightens');
INSERT INTO public.task_data VALUES (116351420399616, 2, NULL, '\xeff123c5b72f00999d61ea8576d0d965', '{"text":"film 81"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', NULL, NULL, 1795631708497598, 'it frightens');
INSERT INTO public.task_estimate VALUES (116351420399616, 1, 1, '[]', 0.999999999, 1, 1, '{"genre":{"[\"Horror\"]":1.000}}');
INSERT INTO public.task_estimate VALUES (116351420399616, 2, 1, '[]', 0.999999999, 1, 2, '{"genre":{"[\"Horror\"]":1.000}}');
INSERT INTO public.task_estimate VALUES (116351420399616, 3, 1, '[]', 0.9715309737263425, 0.9977437665688323, 1, '{"genre":{"[\"Drama\"]":0.028,"[\"Horror\"]":0.972}}');
INSERT INTO public.task_estimate VALUES (116351420399616, 4, 1, '[]', 0.9861076745020699, 0.9996929526190282, 2, '{"genre":{"[\"Drama\"]":0.014,"[\"Horror\"]":0.986}}');
INSERT INTO public.task_estimate VALUES (116351420399616, 5, 1, '[]', 0.9861076745020699, 0.9996929526190282, 2, '{"genre":{"[\"Drama\"]":0.014,"[\"Horror\"]":0.986}}');
INSERT INTO public.task_estimate VALUES (116351420399616, 6, 1, '[]', 0.9861076745020699, 0.9996929526190282, 2, '{"genre":{"[\"Drama\"]":0.014,"[\"Horror\"]":0.986}}');
INSERT INTO public.task_fix VALUES (116351420399616, 4, 116351420747776, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', 'they laugh', 1795631708713458);
INSERT INTO public.task_label VALUES (116351418204160, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116351418204160, 3, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (116351418769408, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116351418933248, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (116351420399616, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116351420399616, 4, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.task_label VALUES (116351420399616, 5, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 2, 2);
INSERT INTO public.token VALUES (116351418200064, 116351417237504, 'test', '\x9c81738acd8eaefbf1bf03dbdf357a18425f75de12e7cb00b1e8e9a39ec1dcca', 4, 1795631707958634, 2110991707958634, 0);
INSERT INTO public.transfer VALUES (0, 116351417192448, 1, 0, 1, 116351415656448, 1000000, 1, NULL, 1795631707712487, 1795631707712487);
INSERT INTO public.transfer VALUES (116351418204160, 116351418228736, 2, 0, 116351415656448, 116351418204160, 140000, 1, NULL, 1795631707965395, 1795631707965395);
INSERT INTO public.transfer VALUES (116351418204160, 116351418359808, 3, 1, 116351418204160, 116351417237504, 10000, 0, NULL, 1795631707967665, 0);
INSERT INTO public.transfer VALUES (116351418204160, 116351418396672, 3, 2, 116351418204160, 116351417237504, 10000, 0, NULL, 1795631708001590, 0);
INSERT INTO public.transfer VALUES (116351418204160, 116351418404865, 3, 3, 116351418204160, 116351417237504, 10000, 0, NULL, 1795631708009000, 0);
INSERT INTO public.transfer VALUES (116351418204160, 116351418503169, 3, 3, 116351418204160, 116351417638912, 10000, 1, NULL, 1795631708025888, 1795631708040229);
INSERT INTO public.transfer VALUES (116351418204160, 116351418421248, 3, 2, 116351418204160, 116351417638912, 10000, 1, NULL, 1795631708012630, 1795631708040229);
INSERT INTO public.transfer VALUES (116351418204160, 116351418417152, 3, 1, 116351418204160, 116351417638912, 10000, 2, NULL, 1795631708011879, 1795631708051906);
INSERT INTO public.transfer VALUES (116351418204160, 116351418601472, 3, 4, 116351418204160, 116351417237504, 10000, 2, NULL, 1795631708056012, 1795631708065670);
INSERT INTO public.transfer VALUES (116351418204160, 116351418642432, 3, 5, 116351418204160, 116351417237504, 10000, 0, NULL, 1795631708065670, 0);
INSERT INTO public.transfer VALUES (116351418204160, 116351418716160, 4, 0, 116351418204160, 116351415656448, 20000, 1, NULL, 1795631708077738, 1795631708077738);
INSERT INTO public.transfer VALUES (116351418769408, 116351418839040, 2, 0, 116351415656448, 116351418769408, 0, 1, NULL, 1795631708109576, 1795631708109576);
INSERT INTO public.transfer VALUES (116351418769408, 116351418884096, 3, 1, 116351418769408, 116351417638912, 0, 0, NULL, 1795631708122464, 0);
INSERT INTO public.transfer VALUES (116351418933248, 116351418961920, 2, 0, 116351415656448, 116351418933248, 50000, 1, NULL, 1795631708144653, 1795631708144653);
INSERT INTO public.transfer VALUES (116351418933248, 116351419015168, 3, 1, 116351418933248, 116351417237504, 50000, 1, NULL, 1795631708157261, 1795631708162332);
INSERT INTO public.transfer VALUES (116351418204160, 116351419817984, 3, 4, 116351418204160, 116351417638912, 10000, 0, NULL, 1795631708339366, 0);
INSERT INTO public.transfer VALUES (116351418204160, 116351419817985, 3, 5, 116351418204160, 116351417638912, 10000, 0, NULL, 1795631708339366, 0);
INSERT INTO public.transfer VALUES (116351420080128, 116351420092416, 2, 0, 116351415656448, 116351420080128, 200000, 1, NULL, 1795631708420216, 1795631708420216);
INSERT INTO public.transfer VALUES (116351420399616, 116351420416000, 2, 0, 116351415656448, 116351420399616, 160000, 1, NULL, 1795631708499755, 1795631708499755);
INSERT INTO public.transfer VALUES (116351420399616, 116351420436480, 3, 2, 116351420399616, 116351417237504, 10000, 0, NULL, 1795631708504507, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420440577, 3, 3, 116351420399616, 116351417237504, 10000, 0, NULL, 1795631708505977, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420448769, 3, 4, 116351420399616, 116351417237504, 10000, 0, NULL, 1795631708507285, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420461057, 3, 5, 116351420399616, 116351417237504, 10000, 0, NULL, 1795631708510863, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420563457, 3, 6, 116351420399616, 116351417237504, 10000, 0, NULL, 1795631708533309, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420624896, 3, 1, 116351420399616, 116351417638912, 10000, 0, NULL, 1795631708551093, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420674049, 3, 2, 116351420399616, 116351417638912, 10000, 0, NULL, 1795631708560350, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420706817, 3, 3, 116351420399616, 116351417638912, 10000, 0, NULL, 1795631708570758, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420715009, 3, 4, 116351420399616, 116351417638912, 10000, 0, NULL, 1795631708573201, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420723200, 3, 5, 116351420399616, 116351417638912, 10000, 0, NULL, 1795631708574605, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420727297, 3, 6, 116351420399616, 116351417638912, 10000, 0, NULL, 1795631708575885, 0);
INSERT INTO public.transfer VALUES (116351420399616, 116351420428288, 3, 1, 116351420399616, 116351417237504, 10000, 2, NULL, 1795631708501069, 1795631708709360);
INSERT INTO public.transfer VALUES (116351420399616, 116351421407232, 2, 0, 116351415656448, 116351420399616, 10000, 1, NULL, 1795631708741822, 1795631708741822);
INSERT INTO public.transfer VALUES (116351421468672, 116351421472768, 2, 0, 116351415656448, 116351421468672, 30000, 1, NULL, 1795631708758023, 1795631708758023);
INSERT INTO public.transfer VALUES (116351421468672, 116351421476864, 5, 0, 116351421468672, 116351417237504, 10000, 1, NULL, 1795631708758945, 1795631708759821);
INSERT INTO public.transfer VALUES (116351421468672, 116351421489152, 5, 0, 116351421468672, 116351417638912, 10000, 0, NULL, 1795631708762425, 0);
INSERT INTO public.worker_estimate VALUES (116351420399616, 116351417638912, 1, 5, 0.02046996600444505, 1.5450289207055302e-10, 0.15723991918352181, 1404);
INSERT INTO public.worker_estimate VALUES (116351420399616, 116351417237504, 1, 5, 0.02072065860790812, 1.971915921698934e-10, 0.15829576180269048, 3578);
INSERT INTO public.worker_project VALUES (116351418204160, 116351417237504, 5, 3, 0, 0, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116351418769408, 116351417638912, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116351418933248, 116351417237504, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116351418204160, 116351417638912, 5, 3, 2, 1, 0, 0, '5 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116351420399616, 116351417237504, 6, 6, 0, 1, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 0);
INSERT INTO public.worker_project VALUES (116351420399616, 116351417638912, 6, 6, 0, 0, 2, 0, '6 0 0 0 0 0 0 0 0 0 0', 1);
INSERT INTO public.worker_wish VALUES (116351417237504, 1, 600, 1320, 360, '', 0, 0, 0, 0, 0, 0, 1795631708409206, 1795631708409206, 1795631708500692, 1000, 90000, 90000, 0, 1795631708409206, 0, 0);
INSERT INTO public.worker_wish_project VALUES (116351417237504, 116351420080128, 1);
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
