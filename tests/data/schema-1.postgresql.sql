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
    transfer_id bigint NOT NULL
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
    published_usec bigint DEFAULT 0 NOT NULL
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
INSERT INTO public.account VALUES (115743714930688, 3, 20000, 140000, 40000, 0);
INSERT INTO public.account VALUES (115743714799616, 2, 0, 20000, 0, 0);
INSERT INTO public.account VALUES (115743715291136, 3, 0, 0, 0, 0);
INSERT INTO public.account VALUES (115743714373632, 2, 190000, 1000000, 0, 0);
INSERT INTO public.account VALUES (115743714664448, 2, 0, 50000, 0, 40000);
INSERT INTO public.account VALUES (115743715356672, 3, 50000, 50000, 0, 0);
INSERT INTO public.annotation VALUES (115743714930688, 1, 115743714664448, 115743715012608, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 115743714988032, 7412, 1795483342922327, 1795742542922327, 0, NULL);
INSERT INTO public.annotation VALUES (115743714930688, 7, 115743714664448, 115743715028992, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', 0, 115743715016704, 4497, 1795483342926824, 1795742542926824, 0, NULL);
INSERT INTO public.annotation VALUES (115743714930688, 2, 115743714664448, 115743715045376, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 115743715028993, 3583, 1795483342930407, 1795742542930407, 0, NULL);
INSERT INTO public.annotation VALUES (115743714930688, 3, 115743714799616, 115743715098624, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 115743715086337, 2888, 1795483342943280, 1795742542943280, 1795483342948799, NULL);
INSERT INTO public.annotation VALUES (115743714930688, 2, 115743714799616, 115743715086336, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 115743715074048, 3381, 1795483342940392, 1795742542940392, 1795483342948799, NULL);
INSERT INTO public.annotation VALUES (115743714930688, 1, 115743714799616, 115743715069952, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', '{"genre":["Comedy"]}', NULL, 115743715057664, 3012, 1795483342937011, 1795742542937011, 1795483342952284, 'not what was asked');
INSERT INTO public.annotation VALUES (115743715291136, 1, 115743714799616, 115743715340288, 0, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', '{"genre":["Horror"]}', NULL, 115743715328000, 2958, 1795483343001779, 1795742543001779, 0, NULL);
INSERT INTO public.annotation VALUES (115743715356672, 1, 115743714664448, 115743715409920, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', '{"genre":["Drama"]}', NULL, 115743715397632, 3756, 1795483343018991, 1795483343018991, 1795483343018991, NULL);
INSERT INTO public.event VALUES (1, 115743714930688, 0, 'project.published', '{"project":115743714930688,"tasks":7}', 1795483342910930);
INSERT INTO public.event VALUES (2, 115743714930688, 0, 'annotation.submitted', '{"annotation":115743715012608,"task":1}', 1795483342922327);
INSERT INTO public.event VALUES (3, 115743714930688, 0, 'annotation.submitted', '{"annotation":115743715028992,"task":7}', 1795483342926824);
INSERT INTO public.event VALUES (4, 115743714930688, 0, 'annotation.submitted', '{"annotation":115743715045376,"task":2}', 1795483342930407);
INSERT INTO public.event VALUES (5, 115743714930688, 0, 'task.done', '{"task":1,"share":0.500}', 1795483342937011);
INSERT INTO public.event VALUES (6, 115743714930688, 0, 'annotation.submitted', '{"annotation":115743715069952,"task":1}', 1795483342937011);
INSERT INTO public.event VALUES (7, 115743714930688, 0, 'task.done', '{"task":2,"share":0.500}', 1795483342940392);
INSERT INTO public.event VALUES (8, 115743714930688, 0, 'annotation.submitted', '{"annotation":115743715086336,"task":2}', 1795483342940392);
INSERT INTO public.event VALUES (9, 115743714930688, 0, 'annotation.submitted', '{"annotation":115743715098624,"task":3}', 1795483342943280);
INSERT INTO public.event VALUES (10, 115743714930688, 115743714799616, 'annotation.approved', '{"annotation":115743715098624,"task":3,"project":115743714930688}', 1795483342948799);
INSERT INTO public.event VALUES (11, 115743714930688, 115743714799616, 'annotation.approved', '{"annotation":115743715086336,"task":2,"project":115743714930688}', 1795483342948799);
INSERT INTO public.event VALUES (12, 115743714930688, 115743714799616, 'annotation.rejected', '{"annotation":115743715069952,"task":1,"project":115743714930688}', 1795483342952284);
INSERT INTO public.event VALUES (13, 115743714930688, 0, 'task.reported', '{"task":3}', 1795483342964460);
INSERT INTO public.event VALUES (14, 115743715291136, 0, 'project.published', '{"project":115743715291136,"tasks":2}', 1795483342995556);
INSERT INTO public.event VALUES (15, 115743715291136, 0, 'task.done', '{"task":1,"share":1.000}', 1795483343001779);
INSERT INTO public.event VALUES (16, 115743715291136, 0, 'annotation.submitted', '{"annotation":115743715340288,"task":1}', 1795483343001779);
INSERT INTO public.event VALUES (17, 115743715291136, 0, 'project.paused', '{"project":115743715291136}', 1795483343004849);
INSERT INTO public.event VALUES (18, 115743715356672, 0, 'project.published', '{"project":115743715356672,"tasks":1}', 1795483343012257);
INSERT INTO public.event VALUES (19, 115743715356672, 0, 'task.done', '{"task":1,"share":1.000}', 1795483343018991);
INSERT INTO public.event VALUES (20, 115743715356672, 0, 'annotation.submitted', '{"annotation":115743715409920,"task":1}', 1795483343018991);
INSERT INTO public.event VALUES (21, 115743715356672, 0, 'project.completed', '{"project":115743715356672}', 1795483343023226);
INSERT INTO public.event VALUES (22, 115743714930688, 0, 'import.progress', '{"import":115743715450880,"handled_bytes":12}', 1795483343053917);
INSERT INTO public.event VALUES (23, 115743714930688, 0, 'import.progress', '{"import":115743715450880,"handled_bytes":21}', 1795483343055470);
INSERT INTO public.event VALUES (24, 115743714930688, 0, 'import.done', '{"import":115743715450880,"ok":true}', 1795483343060055);
INSERT INTO public.event VALUES (25, 115743714930688, 0, 'import.progress', '{"import":115743715745792,"handled_bytes":12}', 1795483343116080);
INSERT INTO public.event VALUES (26, 115743714930688, 0, 'import.done', '{"import":115743715745792,"ok":false}', 1795483343116799);
INSERT INTO public.import VALUES (115743715450880, 115743714930688, 115743714373632, 'films.csv', 'auto', 1, 3, 21, 21, 21, 3, 3, 2, 0, 1, NULL, 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795483343029906);
INSERT INTO public.import VALUES (115743715745792, 115743714930688, 115743714373632, 'films.csv', 'auto', 0, 4, 21, 21, 12, 0, 3, 0, 0, 1, '1 of 3 rows are wrong, so nothing was added. Correct them, or choose the mode "good" to add the others.', 'line,field,reason
4,text,"The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: ""CSV UTF-8"")."
', 1795483343101963);
INSERT INTO public.import VALUES (115743716003840, 115743714930688, 115743714373632, 'waits.csv', 'auto', 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, NULL, '', 1795483343165313);
INSERT INTO public.lease VALUES (115743714930688, 115743714664448, 1, 1, 1795483342914915, 1795483942914915, 115743714988032);
INSERT INTO public.lease VALUES (115743714930688, 115743714664448, 7, 1, 1795483342922327, 1795483942922327, 115743715016704);
INSERT INTO public.lease VALUES (115743714930688, 115743714664448, 2, 1, 1795483342926824, 1795483942926824, 115743715028993);
INSERT INTO public.lease VALUES (115743714930688, 115743714799616, 1, 1, 1795483342933999, 1795483942933999, 115743715057664);
INSERT INTO public.lease VALUES (115743714930688, 115743714799616, 2, 1, 1795483342937011, 1795483942937011, 115743715074048);
INSERT INTO public.lease VALUES (115743714930688, 115743714799616, 3, 1, 1795483342940392, 1795483942940392, 115743715086337);
INSERT INTO public.lease VALUES (115743714930688, 115743714664448, 3, 2, 1795483342955139, 1795483942955139, 115743715155968);
INSERT INTO public.lease VALUES (115743714930688, 115743714664448, 4, 0, 1795483342964460, 1795483942964460, 115743715201024);
INSERT INTO public.lease VALUES (115743715291136, 115743714799616, 1, 1, 1795483342998821, 1795483942998821, 115743715328000);
INSERT INTO public.lease VALUES (115743715356672, 115743714664448, 1, 1, 1795483343015235, 1795483943015235, 115743715397632);
INSERT INTO public.person VALUES (115743713976064, 'operator', '', '$argon2id$v=19$m=19456,t=2,p=1$DZCN5hEX6goJ9CfQiqDStQ$v8Vc1kOlXGbDVnkvkmdP79n5T74dLoPtc6feaLAMI9M', 8, 'es', 0, 1795483342669158);
INSERT INTO public.person VALUES (115743714373632, 'rosa', '', '$argon2id$v=19$m=19456,t=2,p=1$d5FqE/IJi4hT8wXvxAW0Vw$r9YOmnts1WjSPiH5mCOFs3QFQkACuA8ygXy99oYRMnw', 2, 'es', 0, 1795483342767154);
INSERT INTO public.person VALUES (115743714664448, 'wanda', '', '$argon2id$v=19$m=19456,t=2,p=1$ZNZJGwD5WKdPpOqre7B5cg$4r6Go5vGP5LtVnLB4AnRE6Xa68y4eqs37J1wanytsSI', 1, 'es', 0, 1795483342838314);
INSERT INTO public.person VALUES (115743714799616, 'wim', '', '$argon2id$v=19$m=19456,t=2,p=1$jPUmebhIYrC3ZGXfBm6YjA$kg/b7oYWhdXrHS65AThRRH3fDRkWa8sg6aq7weaYlzc', 1, 'es', 0, 1795483342871126);
INSERT INTO public.person VALUES (115743716016128, 'deleted-115743716016128', '', '', 0, 'es', 1, 1795483343167999);
INSERT INTO public.person VALUES (115743716253696, 'locked', '', '$argon2id$v=19$m=19456,t=2,p=1$TCI8xnp40eKr6T9UVfOT0g$oJVnYmBYpbPu79QwyNTFchwGjIIfz9wmzgA7Yq8Kucc', 1, 'es', 1, 1795483343226939);
INSERT INTO public.project VALUES (115743714930688, 115743714373632, 'Genres of films', '', 'Read **all**.', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 1, 10000, 2, 600, 259200, 100, 1795483342902883, 1795483342910930);
INSERT INTO public.project VALUES (115743715270656, 115743714373632, 'A draft', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 0, 50000, 1, 600, 259200, 0, 1795483342986141, 0);
INSERT INTO public.project VALUES (115743715291136, 115743714373632, 'Paused', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 2, 0, 1, 600, 259200, 0, 1795483342990763, 1795483342995556);
INSERT INTO public.project VALUES (115743715356672, 115743714373632, 'Completed', '', '', '<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>', 1, 3, 50000, 1, 600, 0, 0, 1795483343007389, 1795483343012257);
INSERT INTO public.project_count VALUES (115743715270656, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (115743715291136, 3, 3, 1, 2, 0, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (115743715356672, 2, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO public.project_count VALUES (115743714930688, 12, 14, 1025, 11, 1, 7, 6, 1, 2, 1, 1, 1, 3, 2, 1, 1, 0, 1, 2, 1, 2, 0, 0);
INSERT INTO public.receipt VALUES (0, 'f8bea483ae854bf6ad40c92130aa5029', '\x149fbde5d23d3f10399a39efccc37b18', 0, '{"id":115743714373632}', 1795483342767154);
INSERT INTO public.receipt VALUES (115743713976064, 'd4fef704ebcb405c8d7c294e1db91585', '\x39b6f4b5dd000091d7b30c7603abb4bc', 0, '{"transfer":115743714643968}', 1795483342831873);
INSERT INTO public.receipt VALUES (0, '6ebde4c281354013b52133edce0ed9d9', '\xf13a8dcd8584af58db1f0cd545e6efb1', 0, '{"id":115743714664448}', 1795483342838314);
INSERT INTO public.receipt VALUES (0, '1d6741db6ecb4b1f93cbb65f3837da7d', '\xc511c594e4909eeada8e919ad14c8cf4', 0, '{"id":115743714799616}', 1795483342871126);
INSERT INTO public.receipt VALUES (115743714664448, 'c744ef1d8646414f9bf9da9c55167242', '\xe592cd829b32aecf5ffec909b63d5073', 0, '{"id":115743714918400}', 1795483342899830);
INSERT INTO public.receipt VALUES (115743714373632, '280b76810adc492d8bfba36b7bab0e0a', '\x199763c07ef839c9b029945c4b92869c', 0, '{"id":115743714930688}', 1795483342902883);
INSERT INTO public.receipt VALUES (115743714373632, '35db50b2f0ca459792ac8b999b1c2e2a', '\x510412830c9cfdad5108461ea04a6fbd', 0, '{"added":7,"repeated":0}', 1795483342906605);
INSERT INTO public.receipt VALUES (115743714373632, 'ff234d9a142344b38bd1d9b175724e2f', '\xb4c9aa8e4274d6a0a189a9f3b772fde6', 0, '{"id":115743714930688}', 1795483342910930);
INSERT INTO public.receipt VALUES (115743714664448, '74e850d7a535428eaaaff6589394c65d', '\xd6ebbe9616923bfc58a9ecc0f2cc9924', 0, '{"task":1,"deadline_usec":1795483942914915,"price_micros":10000}', 1795483342914915);
INSERT INTO public.receipt VALUES (115743714664448, '08f215ae0c33451f9e59a1fd7607c454', '\x5fc603cbdb4a6bafe1e291eeb8d89c53', 0, '{"annotation":115743715012608,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":7,"deadline_usec":1795483942922327,"price_micros":10000}}', 1795483342922327);
INSERT INTO public.receipt VALUES (115743714664448, '9b547a443d3d46c69bffedcca7528c4b', '\xfb42bfcda226752b1b084517da19f720', 0, '{"annotation":115743715028992,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":2,"deadline_usec":1795483942926824,"price_micros":10000}}', 1795483342926824);
INSERT INTO public.receipt VALUES (115743714664448, 'd33c7e770467463ca752c4873e9d23a7', '\xf92c3e7b26c4b3ea4c0ac0a6762117af', 0, '{"annotation":115743715045376,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795483342930407);
INSERT INTO public.receipt VALUES (115743714799616, 'cc8f83842bfc4d158e03aa14b4274249', '\xd6ebbe9616923bfc58a9ecc0f2cc9924', 0, '{"task":1,"deadline_usec":1795483942933999,"price_micros":10000}', 1795483342933999);
INSERT INTO public.receipt VALUES (115743714799616, 'dd2431f6f8174dc7839ca6f75dde40ed', '\xaf6f7f8afa3f14ec11804c9739894369', 0, '{"annotation":115743715069952,"state":"submitted","price_micros":10000,"pending_micros":10000,"late":false,"next":{"task":2,"deadline_usec":1795483942937011,"price_micros":10000}}', 1795483342937011);
INSERT INTO public.receipt VALUES (115743714799616, 'fdee67bf30fb4f0d8e11db98669c24fc', '\x7ce3ab886ce975de864dc2f4fade0537', 0, '{"annotation":115743715086336,"state":"submitted","price_micros":10000,"pending_micros":20000,"late":false,"next":{"task":3,"deadline_usec":1795483942940392,"price_micros":10000}}', 1795483342940392);
INSERT INTO public.receipt VALUES (115743714799616, 'fe7e4a4a0715462ea4be61da43ff2b05', '\xfba2ac63a2bca80e0a6719caaa30bcbd', 0, '{"annotation":115743715098624,"state":"submitted","price_micros":10000,"pending_micros":30000,"late":false,"next":null}', 1795483342943280);
INSERT INTO public.receipt VALUES (115743714373632, '20b0653e13754e51869889daee7e50d4', '\x8e7a395f55830bfae47c1a906033cc2d', 0, '{"decided":2}', 1795483342948799);
INSERT INTO public.receipt VALUES (115743714373632, 'bf97cb36c220467589e43c04b98b65e1', '\x493356498a9632b0c752ccb453567785', 0, '{"decided":1}', 1795483342952284);
INSERT INTO public.receipt VALUES (115743714664448, '4b563ee46ece46c2be2ec5ef3b01ef7a', '\xd6ebbe9616923bfc58a9ecc0f2cc9924', 0, '{"task":3,"deadline_usec":1795483942955139,"price_micros":10000}', 1795483342955139);
INSERT INTO public.receipt VALUES (115743714664448, '848c9396d0d24fda94a4ed70187f4d6b', '\x333e80b1d85077c0d01008b7ea4988b6', 0, '{"next":{"task":4,"deadline_usec":1795483942964460,"price_micros":10000}}', 1795483342964460);
INSERT INTO public.receipt VALUES (115743714373632, '6ecb60300a8f47ad9f6ff2364ab2938d', '\xc547e395141ab2a9afd0048a2bd6488d', 0, '{}', 1795483342974665);
INSERT INTO public.receipt VALUES (115743714373632, 'cba44684d75a4f77ba26101a05b199b9', '\xeed0c3675ed57777cea46225458b064c', 0, '{"added":2,"repeated":0}', 1795483342983542);
INSERT INTO public.receipt VALUES (115743714373632, '639b623caa254dff89e3887f517f8bf0', '\x5de22db51d805cc64651543244795e5b', 0, '{"id":115743715270656}', 1795483342986141);
INSERT INTO public.receipt VALUES (115743714373632, 'fcc248d2b80d4e7d886f6ddaea18a4ae', '\x35a3f66ae5012b30fc90016e375cc1b6', 0, '{"added":1,"repeated":0}', 1795483342988344);
INSERT INTO public.receipt VALUES (115743714373632, 'bf7c4906eafc40f49a65f5e04fb160ab', '\x3a98f704ec03cf8bd602816f092a94d2', 0, '{"id":115743715291136}', 1795483342990763);
INSERT INTO public.receipt VALUES (115743714373632, 'a4990ad33eea467fb09d5c4b9c6e3001', '\x0871ab765fa756e251f121fb18fabfc9', 0, '{"added":2,"repeated":0}', 1795483342992818);
INSERT INTO public.receipt VALUES (115743714373632, 'b1f4070db7b0459cbc97d4ea8b3da59d', '\xdb2a01d9e87f710151d8a2120ab97574', 0, '{"id":115743715291136}', 1795483342995556);
INSERT INTO public.receipt VALUES (115743714799616, '37c35d709ade4f46ab9638577417b3a9', '\x9aaa3047cbd07b877208ce70a5c48de4', 0, '{"task":1,"deadline_usec":1795483942998821,"price_micros":0}', 1795483342998821);
INSERT INTO public.receipt VALUES (115743714799616, '99ebbeeee6154e62bb4fedb4d3340af1', '\xceaffee3592286b4bace3ac86f1b6c27', 0, '{"annotation":115743715340288,"state":"submitted","price_micros":0,"pending_micros":0,"late":false,"next":null}', 1795483343001779);
INSERT INTO public.receipt VALUES (115743714373632, '8af39a30b34243aa9ca6ab838efe6288', '\x1bc51fa29a820837ad5d280b7337e7ec', 0, '{"id":115743715291136}', 1795483343004849);
INSERT INTO public.receipt VALUES (115743714373632, '8e2feeb649034fdb93da332321a72d5a', '\x66b7306c01b21f380b27b9fa46ddcb00', 0, '{"id":115743715356672}', 1795483343007389);
INSERT INTO public.receipt VALUES (115743714373632, 'c857936f9d0447e18be0fd5805869917', '\xefa13d0df4b7331935191d6a479c6b10', 0, '{"added":1,"repeated":0}', 1795483343009351);
INSERT INTO public.receipt VALUES (115743714373632, '9e1b857d89c44d41b4bef738e7ccec71', '\xd5d08630dace4593141c5f79047c80b4', 0, '{"id":115743715356672}', 1795483343012257);
INSERT INTO public.receipt VALUES (115743714664448, 'e5c384e1705c438ca058283680d28051', '\xc391aa28e16b84cfabb10a254037d14a', 0, '{"task":1,"deadline_usec":1795483943015235,"price_micros":50000}', 1795483343015235);
INSERT INTO public.receipt VALUES (115743714664448, 'bed2092610284919b4663f1372707d18', '\x62863408c1a62042fc3b9ae915610dbd', 0, '{"annotation":115743715409920,"state":"approved","price_micros":50000,"pending_micros":30000,"late":false,"next":null}', 1795483343018991);
INSERT INTO public.receipt VALUES (115743714373632, '23d668939ad44cb289571590cece3cbb', '\x44c647adc160c02f86af353ee5a84502', 0, '{"id":115743715356672}', 1795483343023226);
INSERT INTO public.receipt VALUES (115743714373632, '705d273e975c4e3dab911c6fe7dd84fd', '\x9f1664c9a98a27bed8cc5440331a9c01', 0, '{"id":115743715450880}', 1795483343029906);
INSERT INTO public.receipt VALUES (115743714373632, '42e1c3db8ac34aee899d373fd842ae87', '\x9db027f978d03ca1956e235e1cf55a89', 0, '{"id":115743715450880}', 1795483343042551);
INSERT INTO public.receipt VALUES (115743714373632, 'import-115743715450880-0-3', '\x00000000000000000000000000000000', 0, '{"added":2,"repeated":0}', 1795483343055470);
INSERT INTO public.receipt VALUES (115743714373632, '727a0b7ab4d246189ba040bc70300144', '\x7dc37cf522cdd0cb84cc72284cce4b0f', 0, '{"id":115743715745792}', 1795483343101963);
INSERT INTO public.receipt VALUES (115743714373632, 'aaa597b363dc4d7bad7addec9d0b0d9c', '\xf87097b60b4ba93cbbeee6fc21348c6e', 0, '{"id":115743715745792}', 1795483343107294);
INSERT INTO public.receipt VALUES (115743714373632, '8b430bcbb6e24f2891bbc50fa9a76e8a', '\xd097d05f80045406b3d34420c25ec21c', 0, '{"id":115743716003840}', 1795483343165313);
INSERT INTO public.receipt VALUES (0, 'c88fec2a7034467cbf2f4db653e1071e', '\x8d6108bbd490f6d57608e58a5b0e2baf', 0, '{"id":115743716016128}', 1795483343167999);
INSERT INTO public.receipt VALUES (115743716016128, 'f93f64a503e245f1a563a2da7df649ef', '\x40865998e72e37a0709b7701f3963372', 0, '{}', 1795483343200537);
INSERT INTO public.receipt VALUES (0, 'aa5f18f5d55b437fa22ed8ef41a00dc1', '\x750f8ff1baf3459a5f3edf48fc69c47e', 0, '{"id":115743716253696}', 1795483343226939);
INSERT INTO public.receipt VALUES (115743713976064, '7b88b6ef4ec94a089e71d689c73eb8bf', '\x5dc2a9e4d471a7c8294377dd11713d7f', 0, '{"id":115743716253696}', 1795483343260211);
INSERT INTO public.report VALUES (115743714930688, 3, 115743714664448, 'the text is cut', 1795483342964460);
INSERT INTO public.session VALUES ('\x5a552d8100361ab00c0b1fb34eda4da3c574e8554ed8a6c91a86233aa381dfb0', 115743714373632, 1795483342767154, 1798075342767154);
INSERT INTO public.session VALUES ('\xd3a61256b204c55164121db361fabda648bf4f43319e2f89d30656008ac21afd', 115743713976064, 1795483342803386, 1798075342803386);
INSERT INTO public.session VALUES ('\xde41cc8ee7c08a209c41922b24c813f0f133df30d281a6f18f10cfc0cdc88c62', 115743714664448, 1795483342838314, 1798075342838314);
INSERT INTO public.session VALUES ('\x8e883de16e31e25d52b3d14983a477c135ca9b4a555002d256ba37efef122f28', 115743714799616, 1795483342871126, 1798075342871126);
INSERT INTO public.setting VALUES ('schema', '1');
INSERT INTO public.setting VALUES ('currency', 'USD');
INSERT INTO public.setting VALUES ('signup', 'open');
INSERT INTO public.setting VALUES ('event_seq', '26');
INSERT INTO public.task VALUES (115743714930688, 5, 0, 5, 1, 0, 0, 0);
INSERT INTO public.task VALUES (115743714930688, 7, 10, 7, 1, 1, 0, 0);
INSERT INTO public.task VALUES (115743714930688, 2, 0, 2, 2, 2, 0, 0);
INSERT INTO public.task VALUES (115743714930688, 1, 0, 8, 1, 1, 0, 0);
INSERT INTO public.task VALUES (115743714930688, 3, 0, 9, 1, 1, 0, 1);
INSERT INTO public.task VALUES (115743714930688, 4, 0, 4, 1, 0, 1, 0);
INSERT INTO public.task VALUES (115743714930688, 6, 0, 6, 3, 0, 0, 0);
INSERT INTO public.task VALUES (115743714930688, 8, 0, 10, 0, 0, 0, 0);
INSERT INTO public.task VALUES (115743714930688, 9, 0, 11, 0, 0, 0, 0);
INSERT INTO public.task VALUES (115743715270656, 1, 0, 1, 1, 0, 0, 0);
INSERT INTO public.task VALUES (115743715291136, 2, 0, 2, 1, 0, 0, 0);
INSERT INTO public.task VALUES (115743715291136, 1, 0, 1, 2, 1, 0, 0);
INSERT INTO public.task VALUES (115743715356672, 1, 0, 1, 2, 1, 0, 0);
INSERT INTO public.task VALUES (115743714930688, 10, 0, 12, 0, 0, 0, 0);
INSERT INTO public.task VALUES (115743714930688, 11, 0, 13, 0, 0, 0, 0);
INSERT INTO public.task_data VALUES (115743714930688, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795483342906605);
INSERT INTO public.task_data VALUES (115743714930688, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795483342906605);
INSERT INTO public.task_data VALUES (115743714930688, 3, NULL, '\x719abdf377ede6306026cc342ed3e9fe', '{"text":"film 3"}', NULL, NULL, NULL, 1795483342906605);
INSERT INTO public.task_data VALUES (115743714930688, 4, NULL, '\x637e51434e40a5387240e86c9a513623', '{"text":"film 4"}', NULL, NULL, NULL, 1795483342906605);
INSERT INTO public.task_data VALUES (115743714930688, 5, NULL, '\xfc79aea854d94e0c5e2239a3968a9710', '{"text":"film 5"}', NULL, NULL, NULL, 1795483342906605);
INSERT INTO public.task_data VALUES (115743714930688, 6, NULL, '\x99c8ddc6b08c9a6b235334e94cdffe60', '{"text":"film 6"}', NULL, NULL, NULL, 1795483342906605);
INSERT INTO public.task_data VALUES (115743714930688, 7, NULL, '\x9fceaadc8a8f591ddbfe97337c42838b', '{"text":"a known film"}', '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Comedy"]}}]', NULL, NULL, 1795483342906605);
INSERT INTO public.task_data VALUES (115743714930688, 8, NULL, '\x29c4784ed46a3984cc8536c323ffed46', '{"text":"film 50"}', NULL, NULL, NULL, 1795483342983542);
INSERT INTO public.task_data VALUES (115743714930688, 9, NULL, '\xca4ba40b13c730d1688c815a16048358', '{"text":"film 51"}', NULL, NULL, NULL, 1795483342983542);
INSERT INTO public.task_data VALUES (115743715270656, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795483342988344);
INSERT INTO public.task_data VALUES (115743715291136, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795483342992818);
INSERT INTO public.task_data VALUES (115743715291136, 2, NULL, '\x2f636b38d4552072b1d2659c83750ca5', '{"text":"film 2"}', NULL, NULL, NULL, 1795483342992818);
INSERT INTO public.task_data VALUES (115743715356672, 1, NULL, '\xe5f60bbe179484b2f4734cf6dfa58228', '{"text":"film 1"}', NULL, NULL, NULL, 1795483343009351);
INSERT INTO public.task_data VALUES (115743714930688, 10, NULL, '\x30eb3e928c00929847bc3c2abe7d0633', '{"text":"film a"}', NULL, NULL, NULL, 1795483343055470);
INSERT INTO public.task_data VALUES (115743714930688, 11, NULL, '\xed79a090c1be450307d08c6374e887d5', '{"text":"film b"}', NULL, NULL, NULL, 1795483343055470);
INSERT INTO public.task_label VALUES (115743714930688, 2, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 2);
INSERT INTO public.task_label VALUES (115743715291136, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Horror"]}}]', 1, 1);
INSERT INTO public.task_label VALUES (115743715356672, 1, '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]', 1, 1);
INSERT INTO public.token VALUES (115743714918400, 115743714664448, 'test', '\xa94f45853d90f9368b76a07634b061893aa6cf3c71c9d2eb07cddf88f99a5ba7', 4, 1795483342899830, 2110843342899830, 0);
INSERT INTO public.transfer VALUES (0, 115743714643968, 1, 0, 1, 115743714373632, 1000000, 1, NULL, 1795483342831873, 1795483342831873);
INSERT INTO public.transfer VALUES (115743714930688, 115743714963456, 2, 0, 115743714373632, 115743714930688, 140000, 1, NULL, 1795483342910930, 1795483342910930);
INSERT INTO public.transfer VALUES (115743714930688, 115743714988032, 3, 1, 115743714930688, 115743714664448, 10000, 0, NULL, 1795483342914915, 0);
INSERT INTO public.transfer VALUES (115743714930688, 115743715016704, 3, 7, 115743714930688, 115743714664448, 10000, 0, NULL, 1795483342922327, 0);
INSERT INTO public.transfer VALUES (115743714930688, 115743715028993, 3, 2, 115743714930688, 115743714664448, 10000, 0, NULL, 1795483342926824, 0);
INSERT INTO public.transfer VALUES (115743714930688, 115743715086337, 3, 3, 115743714930688, 115743714799616, 10000, 1, NULL, 1795483342940392, 1795483342948799);
INSERT INTO public.transfer VALUES (115743714930688, 115743715074048, 3, 2, 115743714930688, 115743714799616, 10000, 1, NULL, 1795483342937011, 1795483342948799);
INSERT INTO public.transfer VALUES (115743714930688, 115743715057664, 3, 1, 115743714930688, 115743714799616, 10000, 2, NULL, 1795483342933999, 1795483342952284);
INSERT INTO public.transfer VALUES (115743714930688, 115743715155968, 3, 3, 115743714930688, 115743714664448, 10000, 2, NULL, 1795483342955139, 1795483342964460);
INSERT INTO public.transfer VALUES (115743714930688, 115743715201024, 3, 4, 115743714930688, 115743714664448, 10000, 0, NULL, 1795483342964460, 0);
INSERT INTO public.transfer VALUES (115743715291136, 115743715311616, 2, 0, 115743714373632, 115743715291136, 0, 1, NULL, 1795483342995556, 1795483342995556);
INSERT INTO public.transfer VALUES (115743715291136, 115743715328000, 3, 1, 115743715291136, 115743714799616, 0, 0, NULL, 1795483342998821, 0);
INSERT INTO public.transfer VALUES (115743715356672, 115743715381248, 2, 0, 115743714373632, 115743715356672, 50000, 1, NULL, 1795483343012257, 1795483343012257);
INSERT INTO public.transfer VALUES (115743715356672, 115743715397632, 3, 1, 115743715356672, 115743714664448, 50000, 1, NULL, 1795483343015235, 1795483343018991);
INSERT INTO public.worker_project VALUES (115743714930688, 115743714799616, 3, 3, 2, 1, 0, 0, '3 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (115743714930688, 115743714664448, 5, 3, 0, 0, 1, 0, '4 0 0 0 0 0 0 0 0 0 7');
INSERT INTO public.worker_project VALUES (115743715291136, 115743714799616, 1, 1, 0, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0');
INSERT INTO public.worker_project VALUES (115743715356672, 115743714664448, 1, 1, 1, 0, 0, 0, '1 0 0 0 0 0 0 0 0 0 0');
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
