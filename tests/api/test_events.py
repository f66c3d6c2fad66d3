"""Live events: they arrive, are replayed without gap or repetition, and never reach whom they do not concern."""

import threading
import time

from faena import Client, Events, answer, submit, take, tasks, wait_until, work_all


def seqs(s, project):
    """Numbers of the project's events in the database."""
    return [row[0] for row in s.store.rows(f"SELECT seq FROM event WHERE project_id = {project} ORDER BY seq")]


def test_project_events(s):
    """a requester's page hears of each step as it happens"""
    requester = s.requester(10 ** 9)
    project = s.draft(requester, tasks(2))
    events = Events(requester, "project_events", project=project)
    assert events.status == 200 and events.headers["content-type"].startswith("text/event-stream"), events.headers
    assert events.headers["cache-control"] == "no-store"
    requester.do("project_publish", project=project)
    assert events.next()["event"] == "project.published"
    worker = s.worker()
    task = take(worker, project)["task"]
    given = submit(worker, project, task)["annotation"]
    happened = {e["event"]: e["data"] for e in events.take(2)}
    assert happened["annotation.submitted"] == {"annotation": given, "task": task} and happened["task.done"]["task"] == task
    assert happened["task.done"]["share"] == 1
    requester.do("annotation_approve", {"ids": [given]}, project=project)
    event = events.next()
    assert event["event"] == "annotation.approved" and event["data"]["annotation"] == given
    requester.do("project_update", {"title": "Other"}, project=project)
    requester.do("project_pause", project=project)
    requester.do("project_resume", project=project)
    held = take(worker, project)["task"]
    worker.do("work_report", {"reason": "broken text"}, project=project, task=held)
    requester.do("project_complete", project=project)
    kinds = [e["event"] for e in events.take(5)]
    assert kinds == ["project.updated", "project.paused", "project.resumed", "task.reported", "project.completed"], kinds
    events.close()


def test_import_events(s):
    """an import tells its progress and its end"""
    requester = s.requester()
    project = s.draft(requester)
    events = Events(requester, "project_events", project=project)
    content = b"text\n" + b"".join(b"film %d\n" % n for n in range(1200))
    made = requester.do("import_create", {"file_name": "x.csv", "bytes": len(content)}, project=project)
    requester.do("import_part", content, **{"import": made["id"], "offset": 0})
    requester.do("import_start", **{"import": made["id"]})
    seen = []
    while not seen or seen[-1]["event"] != "import.done":
        seen += events.take(1)
    assert "import.progress" in [e["event"] for e in seen]
    assert seen[-1]["data"] == {"import": made["id"], "ok": True}
    events.close()


def test_worker_events(s):
    """a worker hears of projects and of decisions on their own answers, and of nobody else's"""
    requester, project = s.project(tasks(4))
    mine, other = s.worker(), s.worker()
    first = submit(mine, project, take(mine, project)["task"])["annotation"]
    second = submit(other, project, take(other, project)["task"])["annotation"]
    third = submit(mine, project, take(mine, project)["task"])["annotation"]
    events = Events(mine, "work_events")
    requester.do("annotation_send_back", {"ids": [third], "comment": "look again"}, project=project)
    requester.do("annotation_approve", {"ids": [second]}, project=project)
    requester.do("annotation_reject", {"ids": [first], "reason": "not so"}, project=project)
    draft = s.draft(requester)
    requester.do("project_update", {"title": "Not for workers yet"}, project=draft)
    requester.do("project_pause", project=project)
    got = events.take(3)
    assert [(e["event"], e["data"].get("annotation")) for e in got] == [
        ("annotation.sent_back", third), ("annotation.rejected", first), ("project.paused", None)], got
    assert got[2]["data"] == {"project": project}
    events.close()


def test_replay(s):
    """with Last-Event-ID nothing is missed and nothing comes twice, wherever the connection broke"""
    requester, project = s.project(tasks(9))  # too few answers for a fit, which would be one more event
    events = Events(requester, "project_events", project=project)
    worker = s.worker()
    work_all(worker, project)
    total = len(seqs(s, project)) - 1  # published came before the stream
    got = [e["id"] for e in events.take(total // 2)]
    events.close()
    requester.do("project_pause", project=project)
    for last in (got[-1], got[0], got[len(got) // 2]):
        again = Events(requester, "project_events", last_id=last, project=project)
        wanted = [n for n in seqs(s, project) if n > last]
        assert [e["id"] for e in again.take(len(wanted))] == wanted
        assert again.next(0.3) is None
        again.close()
    after = Events(requester, "project_events", project=project, after=got[0])
    assert after.next()["id"] > got[0]
    after.close()


def test_replay_while_writing(s):
    """streams that begin in the middle of much happening see every event after theirs once, in order"""
    requester, project = s.project(tasks(150))
    start = max(seqs(s, project))
    workers = [s.worker() for _ in range(4)]
    threads = [threading.Thread(target=work_all, args=(worker, project)) for worker in workers]
    for thread in threads:
        thread.start()
    streams = []
    for _ in range(6):
        streams.append(Events(requester, "project_events", last_id=start, project=project))
        time.sleep(0.02)
    for thread in threads:
        thread.join()
    wanted = [n for n in seqs(s, project) if n > start]
    fits = s.store.rows(f"SELECT count(*) FROM event WHERE project_id = {project} AND kind = 'project.fitted'")[0][0]
    assert len(wanted) - fits in (299, 300), (len(wanted), fits)  # a fit may come between the two looks
    for stream in streams:
        assert [e["id"] for e in stream.take(len(wanted))] == wanted
        stream.close()


def test_others_never(s):
    """events of another project never arrive; nobody else may listen"""
    requester, mine = s.project(tasks(2))
    other, foreign = s.project(tasks(2))
    events = Events(requester, "project_events", project=mine, last_id=0)
    worker = s.worker()
    work_all(worker, foreign)
    requester.do("project_pause", project=mine)
    seen = []
    while "project.paused" not in [e["event"] for e in seen]:
        seen += events.take(1)
    own = set(seqs(s, mine))
    assert {e["id"] for e in seen if e["event"] != "reset"} <= own, seen
    assert events.next(0.5) is None
    events.close()
    for client in (other, s.worker(), s.anonymous()):
        refused = Events(client, "project_events", project=mine)
        assert refused.status in (401, 403, 404), refused.status
        refused.close()
    for client in (s.reviewer(), s.operator):
        allowed = Events(client, "project_events", project=mine)
        assert allowed.status == 200
        allowed.close()


def left_open(streams, closing, seconds=60):
    """Reads until all of `closing` have been ended by the server; what the others got meanwhile."""
    deadline = time.monotonic() + seconds
    for stream in closing:
        while not stream.ended():
            assert time.monotonic() < deadline, "a stream outlived what it was allowed by"
    return [stream for stream in streams if not stream.ended(0)]


def test_end_with_access(s):
    """a stream ends at once when its session, its token, its person's roles or password are taken away, and no other does"""
    requester, project = s.project(tasks(3))
    bystander = Events(requester, "project_events", project=project)

    def check(client, act, name="work_events", again=401, **parameters):
        stream, other = Events(client, name, **parameters), Events(s.worker(), "work_events")
        assert stream.status == 200, stream.status
        act()
        assert left_open([other, bystander], [stream]) == [other, bystander]
        stream.close(), other.close()
        after = Events(client, name, **parameters)
        assert after.status == again, after.status
        after.close()

    worker = s.worker()
    second = worker.another()
    check(second, lambda: worker.do("session_delete"))  # two pages of one browser: log out in one
    worker = s.worker()
    elsewhere = Client(s.server).log_in(worker.person["handle"], worker.password)
    check(elsewhere, lambda: worker.do("me_update", {"current_password": worker.password, "new_password": "another one 99"}))
    worker.do("token_list")
    check(worker, lambda: s.operator.do("person_reset", person=worker.id))
    worker = s.worker()
    token = worker.token_new("work")
    check(token, lambda: worker.do("token_delete", token=worker.do("token_list")["items"][0]["id"]))
    check(worker, lambda: s.operator.do("person_update", {"roles": ["requester"]}, person=worker.id), again=403)
    worker = s.worker()
    check(worker, lambda: s.operator.do("person_update", {"disabled": True}, person=worker.id))
    worker = s.worker()
    check(worker, lambda: worker.do("me_delete", {"password": worker.password}))
    reviewer = s.reviewer()
    check(reviewer, lambda: s.operator.do("person_update", {"roles": ["worker"]}, person=reviewer.id), "project_events", 403, project=project)
    requester.do("project_pause", project=project)
    assert bystander.wait_for("project.paused")
    bystander.close()


def test_end_with_reviewers(s):
    """who names the first reviewer of a project ends the streams of the others; the requester's comes back and has missed nothing"""
    requester, project = s.project(tasks(3))
    named, other = s.reviewer(), s.reviewer()
    streams = [Events(client, "project_events", project=project) for client in (named, other, requester)]
    requester.do("reviewer_add", {"handle": named.person["handle"]}, project=project)
    assert left_open([], streams) == []
    refused = Events(other, "project_events", project=project)
    assert refused.status in (403, 404), refused.status
    for client in (named, requester):
        again = Events(client, "project_events", project=project)
        assert again.status == 200
        again.close()


def test_end_of_session(s):
    """a stream ends when the session runs out by itself"""
    worker = s.worker()
    s.store.run(f"UPDATE session SET expires_usec = {int((time.time() + 8) * 1e6)} WHERE person_id = {worker.id}")
    stream = Events(worker, "work_events")
    assert stream.status == 200
    assert left_open([], [stream]) == []


def test_missed_too_much(s):
    """who asks for what never was, or missed too much, is told to load the page anew"""
    requester, project = s.project(tasks(1))
    newest = s.store.rows("SELECT max(seq) FROM event")[0][0]
    events = Events(requester, "project_events", last_id=newest + 1000, project=project)
    event = events.next()
    assert event["event"] == "reset" and event["id"] == newest, event
    requester.do("project_pause", project=project)
    assert events.next()["event"] == "project.paused"
    events.close()


def test_many_listeners(s):
    """two hundred listeners all hear the same event"""
    requester, project = s.project(tasks(1))
    listeners = [Events(requester, "project_events", project=project) for _ in range(200)]
    worker = s.worker()
    given = submit(worker, project, take(worker, project)["task"], answer("Drama"))["annotation"]
    for listener in listeners:
        event = listener.wait_for("annotation.submitted")
        assert event["data"]["annotation"] == given
    for listener in listeners:
        listener.close()
    wait_until(lambda: s.operator.do("system_show")["sse"] == 0, what="the end of the streams")
