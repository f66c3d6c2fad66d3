"""Review beyond yes and no: drawn answers, sending back, correcting, more judges, blind opinions, named reviewers."""

import time

from faena import CENT, answer, submit, take, tasks, wait_until, work_all


def test_drawn(s):
    """the share of answers that the project asks for is drawn for review"""
    requester, project = s.project(tasks(200), review_permille=250)
    worker = s.worker()
    work_all(worker, project)
    drawn = requester.all("annotation_list", project=project, drawn="true")
    assert 20 <= len(drawn) <= 85 and all(a["drawn"] for a in drawn), len(drawn)
    requester.do("annotation_approve", {"ids": [a["id"] for a in drawn[:5]]}, project=project)
    assert len(requester.all("annotation_list", project=project, drawn="true")) == len(drawn) - 5
    whole, project = s.project(tasks(5), review_permille=1000)
    work_all(worker, project)
    assert len(whole.all("annotation_list", project=project, drawn="true")) == 5


def test_send_back(s):
    """an answer sent back keeps its pay reserved; done again it waits for approval as a new one"""
    requester, project = s.project(tasks(2))
    worker, other = s.worker(), s.worker()
    task = take(worker, project)["task"]
    given = submit(worker, project, task, answer("Horror"))["annotation"]
    assert requester.do("annotation_send_back", {"ids": [given], "comment": "Please watch the end."}, project=project) == {"decided": 1}
    s.audit()
    shown = requester.do("task_show", project=project, task=task)
    assert (shown["state"], shown["answers"], shown["leases"], shown["label"]) == ("open", 0, 1, None), shown
    assert shown["annotations"][0]["state"] == "sent_back"
    assert [t["state"] for t in worker.all("transfer_list")] == ["pending"] and worker.available == 0
    assert worker.do("work_history")["items"][0]["state"] == "sent_back"
    assert s.stats(requester, project)["sent_back"] == 1 and worker.do("my_quality")["items"][0]["sent_back"] == 1
    assert take(other, project)["task"] != task  # it is still the first worker's
    lease = take(worker, project)
    assert lease["task"] == task and lease["again"] == {"result": answer("Horror"), "comment": "Please watch the end."}
    again = submit(worker, project, task, answer("Comedy"), take_next=True)
    assert again["state"] == "submitted" and again["next"] is None
    shown = requester.do("task_show", project=project, task=task)
    assert shown["label"] == answer("Comedy") and [a["rounds"] for a in shown["annotations"]] == [1]
    s.audit()
    requester.do("annotation_approve", {"ids": [again["annotation"]]}, project=project)
    assert (worker.available, worker.pending) == (5 * CENT, 0)
    assert requester.do("annotation_send_back", {"ids": [again["annotation"]], "comment": "too late now"}, project=project) == {"decided": 0}
    s.audit()


def test_send_back_given_up(s):
    """who does not do it again loses it: by giving it back or by letting the time pass"""
    requester, project = s.project(tasks(3))
    worker = s.worker()
    work_all(worker, project)
    given = {a["task"]: a["id"] for a in requester.all("annotation_list", project=project)}
    requester.do("annotation_send_back", {"ids": list(given.values()), "comment": "Please look again."}, project=project)
    s.audit()
    lease = take(worker, project)
    worker.do("work_return", project=project, task=lease["task"])
    s.audit()
    shown = requester.do("task_show", project=project, task=lease["task"])
    assert shown["annotations"][0]["state"] == "rejected" and shown["annotations"][0]["reason"] == "Please look again."
    s.store.run(f"UPDATE lease SET deadline_usec = 1 WHERE worker_id = {worker.id} AND state = 0")
    wait_until(lambda: s.stats(requester, project)["rejected"] == 3, what="the tick")
    assert s.stats(requester, project)["sent_back"] == 0 and worker.pending == 0
    assert len(work_all(s.worker(), project)) == 3
    s.audit()


def test_send_back_late(s):
    """who does it again after the time has passed is taken like anybody late, while the task waits for an answer"""
    requester, project = s.project(tasks(2))
    worker = s.worker()
    work_all(worker, project)
    given = {a["task"]: a["id"] for a in requester.all("annotation_list", project=project)}
    requester.do("annotation_send_back", {"ids": list(given.values()), "comment": "Please look again."}, project=project)
    s.store.run(f"UPDATE lease SET deadline_usec = 1 WHERE worker_id = {worker.id} AND state = 0")
    wait_until(lambda: s.stats(requester, project)["rejected"] == 2, what="the tick")
    assert submit(worker, project, 1, answer("Comedy"))["late"]
    stats = s.stats(requester, project)
    assert (stats["rejected"], stats["sent_back"], stats["submitted"]) == (1, 0, 1), stats
    s.audit()
    together = [{"key": f"late-{n}", "task": n, "result": answer("Comedy")} for n in (1, 2)]
    done = worker.do("work_answers", {"answers": together}, project=project)["answers"]
    assert [a["status"] for a in done] == [200, 200], done
    assert s.stats(requester, project)["rejected"] == 0
    s.audit()


def test_send_back_ends(s):
    """an answer goes back three times at most, and not once the project is completed"""
    requester, project = s.project(tasks(1))
    worker = s.worker()
    for _ in range(3):
        given = submit(worker, project, take(worker, project)["task"])["annotation"]
        requester.do("annotation_send_back", {"ids": [given], "comment": "once more"}, project=project)
    given = submit(worker, project, take(worker, project)["task"])["annotation"]
    requester.refused("annotation_send_back", 409, "bad_state", {"ids": [given], "comment": "once more"}, project=project)
    requester.do("project_complete", project=project)
    requester.refused("annotation_send_back", 409, "bad_state", {"ids": [given], "comment": "once more"}, project=project)
    s.audit()


def test_next_after_sent_back(s):
    """what was sent back comes before new tasks, also for somebody who is in the middle of work"""
    requester, project = s.project(tasks(4))
    worker = s.worker()
    first = take(worker, project)["task"]
    done = submit(worker, project, first, take_next=True)
    requester.do("annotation_send_back", {"ids": [done["annotation"]], "comment": "Please look again."}, project=project)
    following = submit(worker, project, done["next"]["task"], take_next=True)["next"]
    assert following["task"] == first and following["again"]["comment"] == "Please look again."
    assert submit(worker, project, first, answer("Comedy"), take_next=True)["next"]["task"] not in (first, done["next"]["task"])
    s.audit()


def test_correct(s):
    """a reviewer's result is the label, above the votes, and leaves with the export"""
    requester, project = s.project(tasks(2), overlap=2)
    for worker in (s.worker(), s.worker()):
        work_all(worker, project)
    reviewer = s.reviewer()
    shown = reviewer.do("label_put", {"result": answer("Comedy"), "comment": "they laugh"}, project=project, task=1)
    assert shown["label"] == answer("Comedy") and shown["label_source"] == "reviewer" and shown["share"] == 1
    assert shown["fix"]["comment"] == "they laugh" and shown["fix"]["reviewer"] == reviewer.person["handle"]
    rows = requester.reply("project_export", project=project, format="json").json
    assert [row["label"] for row in rows] == [answer("Comedy"), answer("Drama")], rows
    reviewer.refused("label_put", 422, "answer_invalid", {"result": answer("Western")}, project=project, task=1)
    assert reviewer.do("label_delete", project=project, task=1)["label"] == answer("Drama")
    s.worker().refused("label_put", 403, "forbidden", {"result": answer()}, project=project, task=1)
    s.requester().refused("label_put", 404, "not_found", {"result": answer()}, project=project, task=1)
    s.audit()


def test_more_judges(s):
    """one more answer is asked for, paid from the owner's account or refused clearly"""
    requester = s.requester(12 * 5 * CENT)
    _, project = s.project(tasks(5), requester, overlap=2)
    first, second = s.worker(), s.worker()
    work_all(first, project)
    work_all(second, project, lambda task: "Comedy")
    reviewer = s.reviewer()
    problem = reviewer.refused("task_more", 409, "bad_state", {"answers": 1}, project=project, task=1)
    assert "owner" in problem["detail"]
    shown = requester.do("task_more", {"answers": 1}, project=project, task=1)
    assert (shown["state"], shown["wanted"], shown["answers"], shown["label"]) == ("open", 3, 2, None), shown
    assert requester.available == 5 * CENT
    s.audit()
    requester.refused("task_more", 402, "short_balance", {"answers": 2}, project=project, task=2)
    assert requester.do("task_show", project=project, task=2)["wanted"] == 2
    third = s.worker()
    assert work_all(third, project, lambda task: "Comedy") == [1]
    shown = requester.do("task_show", project=project, task=1)
    assert shown["label"] == answer("Comedy") and shown["state"] == "done"
    requester.do("project_complete", project=project)
    requester.refused("task_more", 409, "bad_state", {"answers": 1}, project=project, task=1)
    s.audit()


def test_blind_opinion(s):
    """a second opinion is given without seeing the answers, and is no vote"""
    requester, project = s.project(tasks(2), overlap=2)
    work_all(s.worker(), project)
    work_all(s.worker(), project, lambda task: "Drama" if task == 1 else "Comedy")
    reviewer = s.reviewer()
    asked = reviewer.do("opinion_next", project=project)
    assert set(asked) == {"task", "data"} and asked["task"] == 2  # the one with more doubt
    shown = reviewer.do("opinion_put", {"result": answer("Horror")}, project=project, task=2)
    assert shown["opinions"][0]["result"] == answer("Horror") and len(shown["annotations"]) == 2 and shown["share"] == 0.5
    assert reviewer.do("opinion_next", project=project)["task"] == 1
    reviewer.do("opinion_put", {"result": answer("Drama")}, project=project, task=1)
    reviewer.refused("opinion_next", 404, "no_work", project=project)
    assert s.reviewer().do("opinion_next", project=project)["task"] == 2
    s.audit()


def test_named_reviewers(s):
    """a project that names reviewers is open to them alone"""
    requester, project = s.project(tasks(2))
    work_all(s.worker(), project)
    named, other = s.reviewer(), s.reviewer()
    assert [p["id"] for p in other.all("project_list")].count(project) == 1
    assert requester.do("reviewer_list", project=project)["items"] == []
    requester.refused("reviewer_add", 404, "not_found", {"handle": "nobody-at-all"}, project=project)
    requester.refused("reviewer_add", 409, "conflict", {"handle": requester.person["handle"]}, project=project)
    listed = requester.do("reviewer_add", {"handle": named.person["handle"].upper()}, project=project)["items"]
    assert [r["handle"] for r in listed] == [named.person["handle"]]
    assert project not in [p["id"] for p in other.all("project_list")] and project in [p["id"] for p in named.all("project_list")]
    other.refused("annotation_list", 404, "not_found", project=project)
    ids = [a["id"] for a in named.all("annotation_list", project=project)]
    other.refused("annotation_approve", 404, "not_found", {"ids": ids}, project=project)
    assert named.do("annotation_approve", {"ids": ids[:1]}, project=project) == {"decided": 1}
    named.refused("reviewer_add", 403, "forbidden", {"handle": other.person["handle"]}, project=project)
    assert requester.do("reviewer_remove", {"handle": named.person["handle"]}, project=project)["items"] == []
    assert other.do("annotation_approve", {"ids": ids[1:]}, project=project) == {"decided": 1}


def test_rules_of_overlap(s):
    """rule and numbers of the overlap have to fit each other"""
    requester = s.requester(1000 * CENT)
    project = s.draft(requester, tasks(1))
    shown = requester.do("project_show", project=project)
    assert (shown["overlap_rule"], shown["overlap_min"], shown["target_permille"], shown["review_permille"]) == ("fixed", 1, 985, 0)
    for change, field in (({"overlap_rule": "sure"}, "/overlap"), ({"overlap_rule": "disagreement", "overlap": 3, "overlap_min": 1}, "/overlap_min"),
                          ({"overlap_rule": "sure", "overlap": 3, "overlap_min": 4}, "/overlap_min")):
        problem = requester.refused("project_update", 422, "invalid", change, project=project)
        assert field in [e["pointer"] for e in problem["errors"]], problem
    shown = requester.do("project_update", {"overlap_rule": "sure", "overlap": 5, "overlap_min": 2, "target_permille": 950}, project=project)
    assert (shown["overlap_rule"], shown["overlap"], shown["overlap_min"], shown["target_permille"]) == ("sure", 5, 2, 950)
    assert requester.do("project_quote", project=project)["answers"] == 5  # the most is what is reserved
