"""People, sessions, roles, tokens, one's own data."""

import json
import time

from faena import CENT, Client, problem_check, submit, take, tasks, wait_until


def test_sign_up(s):
    """signing up answers a session and sets a cookie that scripts and other sites cannot use"""
    client = s.anonymous()
    reply = client.reply("person_create", {"handle": "Ana.Maria-1", "password": "una buena clave", "display_name": "Ana María",
                                           "role": "worker", "language": "es"})
    person = reply.json["person"]
    assert person["handle"] == "ana.maria-1" and person["roles"] == ["worker"], person
    assert person["display_name"] == "Ana María" and person["language"] == "es" and person["disabled"] is False
    assert reply.json["available_micros"] == 0 and reply.json["currency"] == "USD" and reply.json["signup"] == "open"
    cookie = reply.cookies[0]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie and "Max-Age=2592000" in cookie, cookie
    assert "Secure" not in cookie  # plain HTTP
    shown = client.do("session_show")
    assert shown["person"]["id"] == person["id"] and shown["scopes"] is None
    s.anonymous().refused("person_create", 409, "handle_taken", {"handle": "ANA.maria-1", "password": "another password"})


def test_defaults(s):
    """left out at sign-up: worker, Spanish, no display name"""
    person = s.anonymous().sign_up(s.handle(), language="es").person
    bare = s.anonymous().do("person_create", {"handle": s.handle(), "password": "12345678"})["person"]
    assert bare["roles"] == ["worker"] and bare["language"] == "es" and bare["display_name"] == "", bare
    assert person["roles"] == ["worker"]
    problem = s.anonymous().refused("person_create", 422, "invalid", {"handle": s.handle(), "password": "12345678", "role": "operator"})
    assert problem["errors"][0]["pointer"] == "/role", problem


def test_reserved_handles(s):
    """nobody can take the handle that a deleted person gets"""
    s.anonymous().refused("person_create", 422, "invalid", {"handle": "Deleted-17", "password": "long enough"})


def test_log_in_and_out(s):
    """logging in needs the right password and says no more than that; logging out ends the session for good"""
    worker = s.worker()
    handle, password = worker.person["handle"], worker.password
    s.anonymous().refused("session_create", 401, "wrong_login", {"handle": handle, "password": password + "x"})
    s.anonymous().refused("session_create", 401, "wrong_login", {"handle": "nobody-" + handle, "password": password})
    second = Client(s.server).log_in(handle.upper(), password)
    old_cookie = second.cookie
    reply = second.reply("session_delete")
    assert "Max-Age=0" in reply.cookies[0], reply.cookies
    problem_check(Client(s.server, cookie=old_cookie).ask("token_list"), 401, "unauthenticated")
    worker.do("token_list")  # the other session lives
    nobody = s.anonymous().do("session_show")
    assert nobody["person"] is None and nobody["signup"] == "open", nobody


def test_session_expiry(s):
    """an expired session is none"""
    worker = s.worker()
    s.store.run(f"UPDATE session SET expires_usec = {int(time.time() * 1e6) - 1} WHERE person_id = {worker.id}")
    worker.refused("token_list", 401, "unauthenticated")
    assert worker.another().do("session_show")["person"] is None


def test_what_is_stored(s):
    """neither passwords nor tokens are in the database"""
    worker = s.worker()
    token = worker.token_new("read").token
    cookie = worker.cookie.split("=", 1)[1]
    for table in s.store.tables():
        text = repr(s.store.rows(f"SELECT * FROM {table}"))
        for secret in (worker.password, token, cookie):
            assert secret not in text, f"{table} holds a secret"
    assert s.store.rows(f"SELECT password_hash FROM person WHERE id = {worker.id}")[0][0].startswith("$argon2id$")


def test_cross_site(s):
    """a write from another site's page is refused, though the browser sends the cookie along"""
    worker = s.worker()
    body = {"display_name": "changed"}
    host = f"{s.server.host}:{s.server.port}"
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
                    {"Origin": "null"}, {"Origin": f"http://{host}.evil.example"}):
        problem_check(worker.ask("me_update", body, headers=headers), 403, "cross_site")
    problem_check(s.anonymous().ask("session_create", {"handle": "x", "password": "y"}, headers={"Origin": "https://evil.example"}),
                  403, "cross_site")
    for headers in ({"Origin": f"http://{host}"}, {"Sec-Fetch-Site": "same-origin"}, {}):
        worker.do("me_update", body, headers=headers)
    token = worker.token_new("write")
    token.do("me_update", body, headers={"Origin": "https://script.example"})  # a token is sent on purpose


def test_profile(s):
    """one's own name and language"""
    worker = s.worker()
    person = worker.do("me_update", {"display_name": "Zoë 电影", "language": "fr"})
    assert person["display_name"] == "Zoë 电影" and person["language"] == "fr"
    assert worker.do("me_update", {"language": "pt"})["display_name"] == "Zoë 电影"
    assert worker.do("me_update", {})["language"] == "pt"


def test_password_change(s):
    """a new password needs the current one, ends other sessions and keeps this one; a repeat gets the same answer"""
    worker = s.worker()
    other = Client(s.server).log_in(worker.person["handle"], worker.password)
    problem = worker.refused("me_update", 422, "invalid", {"new_password": "a new password"})
    assert problem["errors"][0]["pointer"] == "/current_password"
    worker.refused("me_update", 401, "wrong_login", {"new_password": "a new password", "current_password": "wrong"})
    change = {"new_password": "a new password", "current_password": worker.password, "display_name": "New"}
    assert worker.do("me_update", change, key="change-1")["display_name"] == "New"
    assert worker.do("me_update", change, key="change-1")["display_name"] == "New"
    other.refused("token_list", 401, "unauthenticated")
    s.anonymous().refused("session_create", 401, "wrong_login", {"handle": worker.person["handle"], "password": worker.password})
    Client(s.server).log_in(worker.person["handle"], "a new password")


def test_password_reset(s):
    """the operator's reset answers a new password once, ends sessions, and the same request the same password"""
    worker = s.worker()
    password = s.operator.do("person_reset", person=worker.id, key="reset-1")["password"]
    assert len(password) >= 12
    assert s.operator.do("person_reset", person=worker.id, key="reset-1")["password"] == password
    worker.refused("token_list", 401, "unauthenticated")
    Client(s.server).log_in(worker.person["handle"], password)
    s.operator.refused("person_reset", 404, "not_found", person=12345)


def test_roles(s):
    """roles come and go at once, without a new login"""
    worker = s.worker()
    worker.refused("project_list", 403, "forbidden")
    person = s.operator.do("person_update", {"roles": ["worker", "requester", "reviewer"]}, person=worker.id)
    assert person["roles"] == ["worker", "requester", "reviewer"]
    worker.do("project_list")
    s.operator.do("person_update", {"roles": []}, person=worker.id)
    worker.refused("work_list", 403, "forbidden")
    s.operator.refused("person_update", 404, "not_found", {"roles": []}, person=12345)


def test_disabled(s):
    """locking someone out ends sessions, refuses tokens and logins; unlocking lets them in again"""
    worker = s.worker()
    token = worker.token_new("work")
    assert s.operator.do("person_update", {"disabled": True}, person=worker.id)["disabled"] is True
    worker.refused("work_list", 401, "unauthenticated")
    token.refused("work_list", 401, "unauthenticated")
    s.anonymous().refused("session_create", 401, "wrong_login", {"handle": worker.person["handle"], "password": worker.password})
    s.operator.do("person_update", {"disabled": False}, person=worker.id)
    token.do("work_list")
    worker.refused("work_list", 401, "unauthenticated")
    Client(s.server).log_in(worker.person["handle"], worker.password)


def test_last_operator(s):
    """the last operator can neither be locked, nor lose the role, nor delete themselves"""
    me = s.operator.id
    s.operator.refused("person_update", 409, "conflict", {"disabled": True}, person=me)
    s.operator.refused("person_update", 409, "conflict", {"roles": ["worker"]}, person=me)
    s.operator.refused("me_delete", 409, "conflict", {"password": s.operator.password})
    second = s.person(["operator"])
    s.operator.do("person_update", {"roles": ["operator", "worker"]}, person=me)
    s.operator.do("person_update", {"roles": ["operator"]}, person=me)
    second.do("person_update", {"roles": ["requester"]}, person=second.id)
    s.operator.refused("person_update", 409, "conflict", {"roles": ["worker"]}, person=me)


def test_person_list(s):
    """the operator finds people by the start of their handle"""
    for name in ("findme_a", "findme_b", "findme%c".replace("%", "-")):
        s.anonymous().sign_up(name)
    handles = [p["handle"] for p in s.operator.all("person_list", query="findme", limit=2)]
    assert handles == ["findme-c", "findme_b", "findme_a"], handles
    assert [p["handle"] for p in s.operator.all("person_list", query="FINDME_")] == ["findme_b", "findme_a"]
    assert s.operator.all("person_list", query="%") == []
    assert "operator" in [p["handle"] for p in s.operator.all("person_list")]


def test_tokens(s):
    """tokens: shown once, listed without the secret, bound to their scopes, revoked, expired"""
    requester = s.requester()
    made = requester.do("token_create", {"name": "script", "scopes": ["read"], "days": 2}, key="token-1")
    assert made["scopes"] == ["read"] and len(made["token"]) == 64
    assert requester.do("token_create", {"name": "script", "scopes": ["read"], "days": 2}, key="token-1")["token"] == made["token"]
    listed = requester.do("token_list")["items"]
    assert [t["id"] for t in listed] == [made["id"]] and "token" not in listed[0]
    token = Client(s.server, token=made["token"])
    assert token.do("session_show")["scopes"] == ["read"]
    token.do("project_list")
    token.refused("project_create", 403, "forbidden", {"title": "x", "label_config": "<View/>", "price_micros": 0})
    token.refused("token_list", 403, "forbidden")
    requester.refused("token_delete", 404, "not_found", token=1)
    other = s.requester()
    other.refused("token_delete", 404, "not_found", token=made["id"])
    requester.do("token_delete", token=made["id"])
    token.refused("project_list", 401, "unauthenticated")
    second = requester.token_new("read")
    s.store.run(f"UPDATE token SET expires_usec = 1 WHERE person_id = {requester.id}")
    second.refused("project_list", 401, "unauthenticated")
    problem_check(Client(s.server, token="nonsense").ask("project_list"), 401, "unauthenticated")
    problem_check(s.anonymous().ask("project_list", headers={"Authorization": "Basic eDp5"}), 401, "unauthenticated")
    reply = s.anonymous().ask("project_list")
    assert reply.headers["www-authenticate"] == "Bearer", reply.headers


def test_token_used(s):
    """a token's list tells when it was last used"""
    worker = s.worker()
    token = worker.token_new("work")
    assert worker.do("token_list")["items"][0]["used_at"] is None
    token.do("work_list")
    wait_until(lambda: worker.do("token_list")["items"][0]["used_at"], what="the note of its use")


def test_token_limit(s):
    """a person has at most 50 tokens"""
    worker = s.worker()
    for _ in range(50):
        worker.token_new("work")
    worker.refused("token_create", 409, "conflict", {"name": "one too many", "scopes": ["work"]})


def test_own_data(s):
    """one's own data in one file: who, transfers, answers, tokens and projects"""
    requester, project = s.project(tasks(2))
    worker = s.worker()
    submit(worker, project, take(worker, project)["task"])
    worker.token_new("work")
    data = worker.reply("me_export")
    assert "attachment" in data.headers["content-disposition"]
    mine = json.loads(data.body)
    assert mine["person"]["handle"] == worker.person["handle"]
    assert len(mine["answers"]) == 1 and mine["answers"][0]["result"][0]["value"]["choices"] == ["Drama"]
    assert len(mine["transfers"]) == 1 and mine["transfers"][0]["amount_micros"] == 5 * CENT
    assert [t["name"] for t in mine["tokens"]] == ["test"] and mine["projects"] == []
    theirs = requester.do("me_export")
    assert [t["kind"] for t in theirs["transfers"]] == ["reserve", "credit"] and theirs["answers"] == []
    assert [p["id"] for p in theirs["projects"]] == [project]


def test_deletion(s):
    """who deletes themselves is gone; their answers and transfers stay under another name"""
    requester, project = s.project(tasks(2))
    worker = s.worker()
    handle, password, worker_id = worker.person["handle"], worker.password, worker.id
    token = worker.token_new("work")
    submit(worker, project, take(worker, project)["task"])
    take(worker, project)
    worker.refused("me_delete", 401, "wrong_login", {"password": "wrong"})
    worker.do("me_delete", {"password": password})
    token.refused("work_list", 401, "unauthenticated")
    s.anonymous().refused("session_create", 401, "wrong_login", {"handle": handle, "password": password})
    answers = requester.all("annotation_list", project=project)
    assert [a["worker"]["handle"] for a in answers] == [f"deleted-{worker_id}"]
    stats = s.stats(requester, project)
    assert stats["leases"] == 0, "the task held goes back to the others"
    s.anonymous().sign_up(handle)  # the name is free again
    assert repr(s.store.rows("SELECT * FROM person")).count(password) == 0


def test_deletion_refused(s):
    """not while own projects are live, paused or hold money"""
    requester, project = s.project(tasks(2))
    worker = s.worker()
    submit(worker, project, take(worker, project)["task"])
    order = {"password": requester.password}
    requester.refused("me_delete", 409, "bad_state", order)
    requester.do("project_pause", project=project)
    requester.refused("me_delete", 409, "bad_state", order)
    requester.do("project_complete", project=project)
    requester.refused("me_delete", 409, "bad_state", order)  # an answer waits for its pay
    annotation = requester.all("annotation_list", project=project)[0]["id"]
    requester.do("annotation_approve", {"ids": [annotation]}, project=project)
    requester.do("me_delete", order)


def test_me_delete_then_settle(s):
    """answers of a deleted worker can still be approved and paid to their account"""
    requester, project = s.project(tasks(1))
    worker = s.worker()
    submit(worker, project, take(worker, project)["task"])
    worker.do("me_delete", {"password": worker.password})
    ids = [a["id"] for a in requester.all("annotation_list", project=project)]
    assert requester.do("annotation_approve", {"ids": ids}, project=project) == {"decided": 1}
    s.audit()
