"""Who may do what: every operation of the contract by everybody."""

from faena import CONTRACT, Client, Events, Stage, problem_check, raw_exchange

SCOPES = ("read", "write", "work", "admin")
# Operations on one's own things: for another requester they are about other things, and fine.
OF_ONES_OWN = {"person_create", "session_create", "session_show", "session_delete", "me_update", "me_export", "me_delete",
               "token_list", "token_create", "token_delete", "transfer_list", "work_history", "project_list", "project_create",
               "label_config_check", "markdown_render"}
OF_ONES_OWN |= {"alert_list", "alert_setting_show", "alert_setting_update", "alert_rule_list", "alert_rule_create", "alert_channel_list",
                "alert_channel_create", "qualification_list", "qualification_create", "own_qualification_list", "course_list", "payout_terms", "own_payout_list", "payout_ask"}
# Of one person, whatever their role: for everybody else these do not exist.
OWN_THINGS = {"alert_rule_update", "alert_rule_delete", "alert_channel_delete", "alert_channel_confirm", "alert_channel_resume",
              "alert_channel_test", "payout_take_back"}
# Whether there is something to do them on depends on what was done before; their own tests see to that.
BY_STATE = {"course_create", "course_update", "course_open", "course_close", "course_show", "course_practice", "course_exam",
            "course_exam_answer", "course_fund", "requester_show", "requester_rate", "requester_rating_delete", "holder_delete", "holder_list", "signal_decide", "contest_decide", "account_signal_review", "crew_create", "crew_invited", "crew_join", "crew_leave", "crew_remove", "crew_role",
            "crew_watch", "crew_wake", "crew_channel_create", "work_contest", "reviewer_add", "reviewer_remove"}
SPOIL = {"me_delete", "session_delete", "project_complete", "project_pause", "project_publish", "task_update", "annotation_approve",
         "work_return", "work_skip", "work_report", "work_submit", "import_start", "person_update", "person_reset", "project_update"}


class Matrix:
    def __init__(self, s):
        self.s = s
        self.stage = Stage(s)
        self.people = {"worker": s.worker(), "other requester": s.requester(), "reviewer": s.reviewer(), "operator": s.person(["operator"])}

    def ask(self, client, name):
        """The status of a valid request, without looking at its success."""
        if CONTRACT.operations[name].kind == "sse":
            stream = Events(client, name, **self.stage.parameters(name))
            stream.close()
            return stream.status, ""
        body = self.stage.body(name)
        if name == "person_update":
            body = {}
        if CONTRACT.operations[name].public:
            client = client.another()  # it may become someone else
        reply = client.ask(name, body, **self.stage.parameters(name))
        return reply.status, reply.json.get("code", "") if reply.status >= 400 else ""

    def check(self, who, name, got, wanted):
        status, code = got
        assert wanted(status, code), f"{name} by {who}: {status} {code}"


def allowed(status, code):
    return status not in (401, 403) and (status != 404 or code == "no_work") or code == "wrong_login"


def allowed_once(status, code):
    return status not in (401, 403)


def hidden(status, code):
    return status == 404 and code == "not_found"


def test_anonymous(s):
    """without a login only what the contract calls public"""
    matrix = Matrix(s)
    for name, op in CONTRACT.operations.items():
        got = matrix.ask(s.anonymous(), name)
        matrix.check("anonymous", name, got, allowed if op.public else lambda status, code: (status, code) == (401, "unauthenticated")
                     or (op.kind == "sse" and status == 401))


def roles_of(who):
    return {"other requester": {"requester"}}.get(who, {who})


def test_roles(s):
    """each role reaches what the contract gives it and nothing else; other people's projects do not exist"""
    matrix = Matrix(s)
    for name, op in CONTRACT.operations.items():
        for who, client in matrix.people.items():
            if name in ("me_delete", "session_delete") and who != "other requester":
                continue  # would end the person; ownership is not in question
            if name == "session_delete":
                client = client.another().log_in(client.person["handle"], client.password)
            if name in SPOIL:
                matrix.stage.renew()
            if name == "me_delete":
                continue
            got = matrix.ask(client, name)
            may = not op.roles or bool(set(op.roles) & roles_of(who))
            if not may:
                matrix.check(who, name, got, lambda status, code: status == 403 and code in ("forbidden", ""))
            elif name in BY_STATE:
                continue
            elif name in OWN_THINGS:
                matrix.check(who, name, got, hidden)
            elif who == "other requester" and name not in OF_ONES_OWN:
                matrix.check(who, name, got, hidden if op.kind != "sse" else lambda status, code: status == 404)
            elif who == "worker" and "/tasks/" in op.path and op.tag == "work":
                matrix.check(who, name, got, lambda status, code: (status, code) == (409, "no_lease"))
            elif who == "worker" and ("/offers/" in op.path or "/crews/{" in op.path):
                matrix.check(who, name, got, hidden)
            elif name in ("import_part", "import_start", "token_delete"):
                continue
            elif who == "reviewer" and op.roles == ["requester", "reviewer"] or who in op.roles or not op.roles:
                matrix.check(who, name, got, allowed)


def test_owner(s):
    """the owner, and the worker who holds the task, reach everything of theirs"""
    matrix = Matrix(s)
    for name in CONTRACT.operations:
        if name in SPOIL:
            matrix.stage.renew()
        client = matrix.stage.client(name)
        if name in ("me_delete", "session_delete"):
            client = s.worker()
        got = matrix.ask(client, name)
        matrix.check("owner", name, got, allowed_once if name in BY_STATE else allowed)


def test_scopes(s):
    """a token reaches an operation with each scope that the contract names, and with none of the others"""
    matrix = Matrix(s)
    owners = {}
    for name, op in CONTRACT.operations.items():
        if op.public or name in ("me_delete", "session_delete"):
            continue
        owner = matrix.stage.client(name)
        if owner.id not in owners:
            owners[owner.id] = {scope: owner.token_new(scope) for scope in SCOPES}
        tokens = owners[owner.id]
        for scope in SCOPES:
            if name in SPOIL:
                matrix.stage.renew()
            got = matrix.ask(tokens[scope], name)
            if scope in op.scopes:
                matrix.check(f"token with {scope}", name, got, allowed_once if name in BY_STATE else allowed)
            else:
                matrix.check(f"token with {scope}", name, got, lambda status, code: status == 403 and code in ("forbidden", ""))


def test_token_needs_role(s):
    """a token holds no more than its person"""
    worker = s.worker()
    token = worker.token_new(*SCOPES)
    for name in ("person_list", "system_show", "project_list"):
        token.refused(name, 403, "forbidden")
    s.operator.do("person_update", {"roles": ["requester"]}, person=worker.id)
    token.do("project_list")
    token.refused("work_list", 403, "forbidden")


def test_all_powers(s):
    """someone with all roles still changes only their own projects"""
    requester, project = s.project()
    mighty = s.person(["worker", "requester", "reviewer", "operator"])
    mighty.do("project_show", project=project)
    mighty.do("project_pause", project=project)
    for name in ("project_publish", "project_resume", "project_complete"):
        mighty.refused(name, 404, "not_found", project=project)
    mighty.refused("project_update", 404, "not_found", {"title": "mine"}, project=project)
    mighty.refused("task_update", 404, "not_found", {"priority": 1}, project=project, task=1)
    mighty.refused("task_create", 404, "not_found", {"tasks": [{"text": "x"}]}, project=project)
    mighty.refused("import_create", 404, "not_found", {"file_name": "x.csv", "bytes": 5}, project=project)
    requester.do("project_resume", project=project)


def test_login_kinds(s):
    """a token wins over a cookie; a broken cookie is no login; tokens and cookies of strange forms are refused"""
    worker, requester = s.worker(), s.requester()
    token = requester.token_new("read").token
    reply = worker.ask("project_list", headers={"Authorization": "Bearer " + token})
    assert reply.status == 200
    for text in ("Bearer", "Bearer ", "bearer " + token + "x", "Bearer " + "A" * 5000, "Token " + token):
        problem_check(s.anonymous().ask("project_list", headers={"Authorization": text}), 401, "unauthenticated")
    for cookie in ("faena_session=", "faena_session=x", "faena_session=" + "0" * 64, "other=" + "0" * 64, "faena_session=" + "z" * 3000):
        problem_check(Client(s.server, cookie=cookie).ask("token_list"), 401, "unauthenticated")
    head = f"GET /api/v1/me/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \x00\x01\r\n\r\n"
    assert raw_exchange(s.server, head.encode()).split(b" ")[1] == b"400"
