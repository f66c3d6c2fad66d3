"""Idempotency-Key: a repeat gets the stored reply and changes nothing."""

import threading
import uuid

from faena import CENT, CHOICES, answer, problem_check, submit, take, tasks


def test_needed(s):
    """a write without a key, or with an impossible one, is refused; a question needs none"""
    requester = s.requester()
    order = {"title": "t", "label_config": CHOICES, "price_micros": 0}
    problem_check(requester.ask("project_create", order, key=False), 400, "no_request_id")
    problem_check(requester.ask("project_create", order, headers={"Idempotency-Key": ""}), 400, "no_request_id")
    problem_check(requester.ask("project_create", order, key="two words"), 400, "bad_request")
    problem_check(requester.ask("project_create", order, key="x" * 81), 400, "bad_request")
    problem_check(requester.ask("project_create", order, headers={"Idempotency-Key": "caf\u00e9"}), 400, "bad_request")
    requester.do("project_create", order, key="x" * 80)
    requester.do("markdown_render", {"text": "x"}, key=False)
    assert len(requester.all("project_list")) == 1


def test_same_reply(s):
    """the same key and body: the same reply, one effect"""
    requester = s.requester(100 * CENT)
    key = uuid.uuid4().hex
    order = {"title": "t", "label_config": CHOICES, "price_micros": CENT}
    first = requester.reply("project_create", order, key=key)
    second = requester.reply("project_create", order, key=key)
    assert first.json == second.json and len(requester.all("project_list")) == 1
    credit = {"amount_micros": 5}
    one = s.operator.do("person_credit", credit, person=requester.id, key=key)
    assert s.operator.do("person_credit", credit, person=requester.id, key=key) == one
    assert requester.available == 100 * CENT + 5


def test_other_body(s):
    """the same key with another body, path or query is refused and changes nothing"""
    requester = s.requester()
    key = uuid.uuid4().hex
    order = {"title": "t", "label_config": CHOICES, "price_micros": CENT}
    project = requester.do("project_create", order, key=key)["id"]
    requester.refused("project_create", 422, "request_id_reused", order | {"title": "u"}, key=key)
    requester.refused("project_update", 422, "request_id_reused", {"title": "u"}, project=project, key=key)
    requester.do("task_create", {"tasks": tasks(1)}, project=project, key="k2")
    requester.refused("task_create", 422, "request_id_reused", {"tasks": tasks(2)}, project=project, key="k2")
    assert requester.do("project_show", project=project)["title"] == "t"
    assert s.stats(requester, project)["tasks"] == 1


def test_keys_are_ones_own(s):
    """two people may use the same key"""
    first, second = s.requester(), s.requester()
    order = {"title": "t", "label_config": CHOICES, "price_micros": CENT}
    a, b = first.do("project_create", order, key="same"), second.do("project_create", order, key="same")
    assert a["id"] != b["id"]


def test_secrets_are_ones_own(s):
    """two people with the same key and body get different secrets"""
    first, second = s.requester(), s.requester()
    order = {"name": "script", "scopes": ["read"], "days": 2}
    tokens = [person.do("token_create", order, key="token-1")["token"] for person in (first, second)]
    assert tokens[0] != tokens[1]


def test_refusals_repeat(s):
    """a refusal is repeated whole, with missing amount and wrong fields, even when it would pass by now"""
    requester = s.requester(5)
    project = s.draft(requester, tasks(1), price_micros=7)
    first = requester.refused("project_publish", 402, "short_balance", project=project, key="pub")
    s.operator.do("person_credit", {"amount_micros": 100}, person=requester.id)
    assert requester.refused("project_publish", 402, "short_balance", project=project, key="pub") == first
    requester.do("project_publish", project=project)
    fields = requester.refused("project_update", 409, "not_draft", {"price_micros": 1, "overlap": 2}, project=project, key="upd")
    assert len(fields["errors"]) == 2
    assert requester.refused("project_update", 409, "not_draft", {"price_micros": 1, "overlap": 2}, project=project, key="upd") == fields


def test_work_repeats(s):
    """a worker on a bad link repeats take, submit and skip, and gets the same task and answer"""
    requester, project = s.project(tasks(5))
    worker = s.worker()
    first = worker.do("work_take", project=project, key="t1")
    body = {"result": answer(), "take_next": True}
    place = {"project": project, "task": first["task"], "key": "s1"}
    done = worker.do("work_submit", body, **place)
    assert worker.do("work_submit", body, **place) == done
    following = done["next"]["task"]
    skipped = worker.do("work_skip", {"take_next": True}, project=project, task=following, key="k1")
    assert worker.do("work_skip", {"take_next": True}, project=project, task=following, key="k1") == skipped
    assert worker.do("work_take", project=project, key="t1") == first  # what was answered then
    stats = s.stats(requester, project)
    assert (stats["submitted"], stats["leases"]) == (1, 1), stats
    worker.refused("work_submit", 422, "request_id_reused", {"result": answer("Comedy"), "take_next": True}, **place)


def test_sign_up_repeats(s):
    """a repeated sign-up or login answers the same session"""
    order = {"handle": s.handle(), "password": "a good password"}
    first, second = s.anonymous(), s.anonymous()
    a = first.do("person_create", order, key="sign-up-" + order["handle"])
    b = second.do("person_create", order, key="sign-up-" + order["handle"])
    assert a["person"] == b["person"] and first.cookie == second.cookie
    first, second = s.anonymous(), s.anonymous()
    first.do("session_create", order, key="log-in-" + order["handle"])
    second.do("session_create", order, key="log-in-" + order["handle"])
    assert first.cookie == second.cookie
    assert s.store.rows(f"SELECT count(*) FROM session WHERE person_id = {a['person']['id']}")[0][0] == 2


def together(count, action):
    """action(number) in as many threads, at the same time; their results."""
    start, results = threading.Barrier(count), [None] * count

    def run(number):
        start.wait()
        results[number] = action(number)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_concurrent_repeats(s):
    """twenty repeats at the same time have one effect and one reply"""
    requester, project = s.project(tasks(4), price_micros=CENT)
    worker = s.worker()
    lease = take(worker, project)
    clients = [worker.another() for _ in range(20)]
    body = {"result": answer(), "take_next": True}
    replies = together(20, lambda n: clients[n].ask("work_submit", body, project=project, task=lease["task"], key="same-submit"))
    assert {reply.status for reply in replies} == {200}, replies
    assert len({reply.body for reply in replies}) == 1
    assert s.stats(requester, project)["submitted"] == 1
    operators = [s.operator.another() for _ in range(20)]
    replies = together(20, lambda n: operators[n].ask("person_credit", {"amount_micros": 11}, person=worker.id, key="same-credit"))
    assert len({reply.body for reply in replies}) == 1 and worker.available == 11
    requesters = [requester.another() for _ in range(20)]
    order = {"title": "one", "label_config": CHOICES, "price_micros": 1}
    replies = together(20, lambda n: requesters[n].ask("project_create", order, key="same-project"))
    assert len({reply.body for reply in replies}) == 1 and len(requester.all("project_list")) == 2


def test_concurrent_others(s):
    """twenty different orders for the same money: no more is spent than there is"""
    requester = s.requester(10 * CENT)
    projects = [s.draft(requester, tasks(1), price_micros=3 * CENT) for _ in range(20)]
    clients = [requester.another() for _ in range(20)]
    replies = together(20, lambda n: clients[n].ask("project_publish", project=projects[n]))
    assert sorted(reply.status for reply in replies) == [200] * 3 + [402] * 17
    assert requester.available == CENT
    s.audit()


def test_answered_means_stored(s):
    """what was answered is in the database at that moment"""
    requester, project = s.project(tasks(10))
    worker = s.worker()
    for count in range(1, 11):
        submit(worker, project, take(worker, project)["task"])
        assert s.store.rows(f"SELECT count(*) FROM annotation WHERE project_id = {project}")[0][0] == count
