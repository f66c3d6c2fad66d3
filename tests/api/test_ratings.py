"""What workers think of requesters: who may say it, when it is shown; alerts by it, by kind of work and by qualification; weeks
without work."""

import contextlib
import time

from faena import CENT, answer, submit, take, tasks, wait_until

KEYS = {"p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "auth": "BTBZMqHH6r4Tts7J_aSIgg"}
PICTURES = '<View><Image name="image" value="$image"/><Choices name="genre" toName="image"><Choice value="Drama"/><Choice value="Comedy"/></Choices></View>'


def before(program):
    """Messages are written down and go nowhere: nobody listens at their address."""
    with open(program.files + "/alerts.conf", "w", encoding="utf-8") as file:
        file.write("public_url = https://faena.example\ncontact = mailto:ops@faena.example\nallow = 127.0.0.0/8\n")


def decided(requester, project, workers):
    """Each of them has one answer approved."""
    for worker in workers:
        submit(worker, project, take(worker, project)["task"], answer("Drama"))
    requester.do("annotation_approve", {"ids": [a["id"] for a in requester.all("annotation_list", project=project, state="submitted")]}, project=project)


def rate(worker, requester, *points):
    return worker.do("requester_rate", dict(zip(("pay", "fairness", "clarity"), points)), requester=requester.id)


def shown(worker, requester):
    return worker.do("requester_show", requester=requester.id)["rating"]


def test_who_may_rate(s):
    """only whoever has had answers decided there; once, changed and taken back; wrong points are refused with their place"""
    worker, stranger = s.worker(), s.worker()
    requester, project = s.project(tasks(2), price_micros=CENT)
    points = {"pay": 4, "fairness": 3, "clarity": 5}
    assert worker.do("requester_list")["items"] == []
    submit(worker, project, take(worker, project)["task"], answer("Drama"))
    problem = worker.refused("requester_rate", 409, "conflict", points, requester=requester.id)
    assert "decided" in problem["detail"]
    assert worker.do("requester_show", requester=requester.id)["may_rate"] is False
    requester.do("annotation_approve", {"ids": [a["id"] for a in requester.all("annotation_list", project=project)]}, project=project)
    listed, = worker.do("requester_list")["items"]
    assert listed["id"] == requester.id and listed["may_rate"] and listed["own"] is None and listed["rating"] is None, listed
    for name in points:
        for wrong in (0, 6, "3"):
            problem = worker.refused("requester_rate", 422, "invalid", points | {name: wrong}, requester=requester.id)
            assert problem["errors"][0]["pointer"] == "/" + name, problem
    assert rate(worker, requester, 4, 3, 5)["own"] == points
    assert rate(worker, requester, 1, 1, 2)["own"] == {"pay": 1, "fairness": 1, "clarity": 2}
    stranger.refused("requester_rate", 409, "conflict", points, requester=requester.id)
    stranger.refused("requester_rating_delete", 404, "not_found", requester=requester.id)
    stranger.refused("requester_show", 404, "not_found", requester=worker.id)
    requester.refused("requester_rate", 403, "forbidden", points, requester=requester.id)
    worker.do("requester_rating_delete", requester=requester.id)
    assert worker.do("requester_show", requester=requester.id)["own"] is None
    worker.refused("requester_rating_delete", 404, "not_found", requester=requester.id)


def test_shown_in_fives(s):
    """nothing is shown until there are five; the sixth changes nothing; who changes theirs goes to the end; the requester sees the same"""
    workers = [s.worker() for _ in range(10)]
    requester, project = s.project(tasks(10), price_micros=CENT)
    decided(requester, project, workers)
    for worker in workers[:4]:
        rate(worker, requester, 5, 4, 3)
        assert shown(worker, requester) is None
    rate(workers[4], requester, 3, 3, 1)
    five = {"count": 5, "overall": 3.7, "pay": 4.6, "fairness": 3.8, "clarity": 2.6}
    assert shown(workers[0], requester) == five
    assert shown(requester, requester) == five
    for worker in workers[5:9]:
        rate(worker, requester, 1, 1, 1)
        assert shown(worker, requester) == five
    rate(workers[9], requester, 1, 1, 1)
    assert shown(workers[0], requester) == {"count": 10, "overall": 2.3, "pay": 2.8, "fairness": 2.4, "clarity": 1.8}
    workers[9].do("me_delete", {"password": workers[9].password})
    assert shown(workers[0], requester) == five
    rate(workers[4], requester, 5, 5, 5)  # to the end of the line: the first of the others takes their place
    assert shown(workers[0], requester) == {"count": 5, "overall": 3.4, "pay": 4.2, "fairness": 3.4, "clarity": 2.6}


def channel(worker):
    worker.do("alert_channel_create", {"kind": "web_push", "address": f"http://127.0.0.1:9/{worker.id}"} | KEYS)


def told(s, worker, project):
    """Has an alert on this project been written down for them, once all causes are spread."""
    wait_until(lambda: s.store.rows("SELECT count(*) FROM alert_cause")[0][0] == 0, what="the spreading")
    return any(m["project"] and m["project"]["id"] == project for m in worker.do("alert_list")["items"])


def test_rule_by_rating(s):
    """a rule by the requester's rating: one who is not rated yet does not fit, nor one rated lower"""
    workers = [s.worker() for _ in range(5)]
    requester, project = s.project(tasks(5), price_micros=CENT)
    decided(requester, project, workers)
    choosy, modest = s.worker(), s.worker()
    for worker, least in ((choosy, 40), (modest, 30)):
        channel(worker)
        rule = worker.do("alert_rule_create", {"requester_rating_tenths": least})
        assert rule["requester_rating_tenths"] == least and rule["kind"] == "any" and rule["qualification"] is None, rule
    choosy.refused("alert_rule_create", 422, "invalid", {"requester_rating_tenths": 51})
    _, unrated = s.project(tasks(1), requester)
    assert not told(s, choosy, unrated) and not told(s, modest, unrated)
    for worker in workers:
        rate(worker, requester, 4, 3, 3)
    _, rated = s.project(tasks(1), requester)
    assert told(s, modest, rated) and not told(s, choosy, rated)


def test_rule_by_kind_and_qualification(s):
    """a rule by what tasks show, and by a qualification that the project asks for"""
    sees, hears, reads = s.worker(), s.worker(), s.worker()
    for worker, kind in ((sees, "picture"), (hears, "sound"), (reads, "text")):
        channel(worker)
        assert worker.do("alert_rule_create", {"kind": kind})["kind"] == kind
    sees.refused("alert_rule_create", 422, "invalid", {"kind": "smell"})
    _, pictures = s.project([{"image": "https://pictures.example/1.jpg"}], label_config=PICTURES)
    _, texts = s.project(tasks(1))
    assert [told(s, worker, pictures) for worker in (sees, hears, reads)] == [True, False, False]
    assert [told(s, worker, texts) for worker in (sees, hears, reads)] == [False, False, True]

    requester = s.requester(10 ** 9)
    wanted, other = (requester.do("qualification_create", {"name": name})["id"] for name in ("Birds", "Fish"))
    able = s.worker()
    channel(able)
    rule = able.do("alert_rule_create", {"qualification": wanted})
    assert rule["qualification"] == {"id": wanted, "name": "Birds"}, rule
    problem = able.refused("alert_rule_create", 422, "invalid", {"qualification": 7})
    assert problem["errors"][0]["pointer"] == "/qualification", problem
    for qualification in (wanted, other):
        requester.do("holder_set", {"score": 90}, qualification=qualification, person=able.id)
        project = s.draft(requester, tasks(1))
        requester.do("requirement_set", {"requirements": [{"subject": "qualification", "qualification": qualification, "comparator": "exists"}]}, project=project)
        requester.do("project_publish", project=project)
        assert told(s, able, project) == (qualification == wanted)


@contextlib.contextmanager
def alone(s):
    """No work anywhere while it lasts: what others left behind would be in sight."""
    for project in s.operator.all("project_list"):
        if project["state"] == "live":
            s.operator.do("project_pause", project=project["id"])
    s.store.run("DELETE FROM project_week")
    yield


def empties(worker):
    return [m for m in worker.do("alert_list")["items"] if m["purpose"] == "empty"]


def look(s, worker):
    """The next look at a worker's week, now."""
    s.store.run(f"UPDATE worker_wish SET look_usec = 0 WHERE worker_id = {worker.id}")
    wait_until(lambda: s.store.rows(f"SELECT look_usec FROM worker_wish WHERE worker_id = {worker.id}")[0][0] > 0, what="the look")


def test_empty_week(s):
    """who asked for it is told of seven days without work, once; not who did not ask, nor when there is enough; not if work comes before
    the message goes"""
    minute = int(time.time()) // 60 % 1440
    night = {"quiet_from": (minute - 60) % 1440, "quiet_to": (minute + 60) % 1440}
    with alone(s):
        worker, quiet, asleep = s.worker(), s.worker(), s.worker()
        for one, hours in ((worker, {}), (quiet, {}), (asleep, night)):
            channel(one)
            one.do("wish_save", {"wants_offers": True, "weekly_minutes": 600, "tell_empty": one is not quiet, "quiet_from": 0, "quiet_to": 0} | hours)
        message, = wait_until(lambda: empties(worker), what="the message")
        assert message["project"] is None, message
        due = s.store.rows(f"SELECT look_usec FROM worker_wish WHERE worker_id = {worker.id}")[0][0]
        assert due > s.store.rows(f"SELECT created_usec FROM outbox WHERE person_id = {worker.id}")[0][0] + 6 * 86400 * 10 ** 6
        waiting, = wait_until(lambda: empties(asleep), what="the message for the sleeper")
        assert waiting["state"] == "waiting" and waiting["attempts"] == 0, waiting
        assert quiet.do("alert_list")["items"] == []
        # Three hundred tasks of six minutes are thirty hours: enough for three who wish ten each.
        s.project(tasks(300), s.requester(10 ** 10), task_seconds=1440)
        look(s, worker)
        assert len(empties(worker)) == 1
        asleep.do("alert_setting_update", {"quiet_from": 0, "quiet_to": 0})
        gone = wait_until(lambda: [m for m in empties(asleep) if m["state"] == "not_needed"], what="the second look")
        assert gone[0]["detail"] == "The week is not empty any more."
        for one in (worker, quiet, asleep):
            one.do("wish_save", {"wants_offers": False, "weekly_minutes": 600})
