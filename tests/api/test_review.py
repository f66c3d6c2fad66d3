"""Review: looking at answers, approving, rejecting, in bulk."""

from faena import CENT, answer, submit, take, tasks, work_all


def test_look(s):
    """a task with every answer, and answers by state and by worker"""
    requester, project = s.project(tasks(2), overlap=2)
    first, second = s.worker(), s.worker()
    work_all(first, project, lambda task: "Comedy")
    work_all(second, project)
    shown = requester.do("task_show", project=project, task=1)
    assert [a["worker"]["handle"] for a in shown["annotations"]] == [first.person["handle"], second.person["handle"]]
    assert [a["result"][0]["value"]["choices"] for a in shown["annotations"]] == [["Comedy"], ["Drama"]]
    assert shown["label"][0]["value"]["choices"] == ["Comedy"] and shown["share"] == 0.5  # a tie goes to the first
    mine = requester.all("annotation_list", project=project, worker=second.id)
    assert len(mine) == 2 and all(a["data"]["text"].startswith("film") for a in mine)
    assert requester.all("annotation_list", project=project, state="approved") == []
    requester.do("annotation_approve", {"ids": [mine[0]["id"]]}, project=project)
    assert [a["id"] for a in requester.all("annotation_list", project=project, state="approved")] == [mine[0]["id"]]
    assert len(requester.all("annotation_list", project=project, state="submitted")) == 3
    requester.refused("task_show", 404, "not_found", project=project, task=99)


def test_bulk(s):
    """many at once; what is decided already, unknown or named twice is left as it is"""
    requester, project = s.project(tasks(30), price_micros=CENT)
    worker = s.worker()
    work_all(worker, project)
    ids = [a["id"] for a in requester.all("annotation_list", project=project)]
    assert requester.do("annotation_approve", {"ids": ids[:10] + ids[:5] + [12345]}, project=project) == {"decided": 10}
    assert requester.do("annotation_approve", {"ids": ids[:20]}, project=project) == {"decided": 10}
    assert requester.do("annotation_reject", {"ids": ids, "reason": "all the same"}, project=project) == {"decided": 10}
    assert worker.available == 20 * CENT and worker.pending == 0
    stats = s.stats(requester, project)
    assert (stats["approved"], stats["rejected"], stats["submitted"], stats["done_tasks"]) == (20, 10, 0, 20), stats
    s.audit()


def test_own_answers(s):
    """a reviewer who also works decides on nobody's pay but others', also not by changing gold; the owner does"""
    requester, project = s.project(tasks(40) + [{"data": {"text": "known"}, "gold": "Comedy"}], gold_permille=500)
    both, other = s.person(["worker", "reviewer"]), s.worker()
    gold = requester.all("task_list", project=project, state="gold")[0]["id"]
    assert gold in work_all(both, project, lambda task: "Drama", most=30)
    mine = [a for a in requester.all("annotation_list", project=project) if a["worker"]["id"] == both.id]
    theirs = submit(other, project, take(other, project)["task"])["annotation"]
    for name, more in (("annotation_approve", {}), ("annotation_reject", {"reason": "not so"}), ("annotation_send_back", {"comment": "once more"})):
        both.refused(name, 403, "forbidden", {"ids": [theirs, mine[0]["id"]]} | more, project=project)
    assert both.available == 0
    both.refused("gold_put", 403, "forbidden", {"gold": answer("Drama")}, project=project, task=gold)
    both.refused("gold_delete", 403, "forbidden", project=project, task=gold)
    assert both.do("annotation_approve", {"ids": [theirs]}, project=project) == {"decided": 1}
    assert requester.do("annotation_approve", {"ids": [a["id"] for a in mine]}, project=project) == {"decided": len(mine)}
    s.audit()


def test_rejection_reopens(s):
    """a rejected answer's task is answered by someone else, who is paid instead"""
    requester, project = s.project(tasks(1))
    wrong, right = s.worker(), s.worker()
    given = submit(wrong, project, take(wrong, project)["task"], answer("Horror"))["annotation"]
    assert requester.do("task_show", project=project, task=1)["state"] == "done"
    assert take(right, project) is None
    requester.do("annotation_reject", {"ids": [given], "reason": "this is a comedy"}, project=project)
    shown = requester.do("task_show", project=project, task=1)
    assert (shown["state"], shown["answers"], shown["label"]) == ("open", 0, None), shown
    assert take(wrong, project) is None  # not the same worker again
    second = submit(right, project, take(right, project)["task"], answer("Comedy"))["annotation"]
    requester.do("annotation_approve", {"ids": [second]}, project=project)
    shown = requester.do("task_show", project=project, task=1)
    assert shown["state"] == "done" and shown["label"][0]["value"]["choices"] == ["Comedy"]
    assert [a["state"] for a in shown["annotations"]] == ["rejected", "approved"]
    assert shown["annotations"][0]["reason"] == "this is a comedy"
    assert (wrong.available, right.available) == (0, 5 * CENT)
    history = wrong.do("work_history")["items"][0]
    assert history["state"] == "rejected" and history["reason"] == "this is a comedy" and history["decided_at"]
    assert worker_rate(wrong, project) == 0
    s.audit()


def worker_rate(worker, project):
    return worker.do("work_show", project=project)["approval_rate"]


def test_reviewer(s):
    """a reviewer decides in every project, but owns none"""
    requester, project = s.project(tasks(2))
    worker, reviewer = s.worker(), s.reviewer()
    work_all(worker, project)
    ids = [a["id"] for a in reviewer.all("annotation_list", project=project)]
    assert reviewer.do("annotation_approve", {"ids": ids[:1]}, project=project) == {"decided": 1}
    assert reviewer.do("annotation_reject", {"ids": ids[1:], "reason": "unclear"}, project=project) == {"decided": 1}
    reviewer.refused("task_update", 403, "forbidden", {"priority": 3}, project=project, task=1)
    s.requester().refused("annotation_approve", 404, "not_found", {"ids": ids}, project=project)


def test_foreign_ids(s):
    """ids of another project's answers decide nothing"""
    requester, project = s.project(tasks(1))
    other, second = s.project(tasks(1))
    worker = s.worker()
    given = submit(worker, project, take(worker, project)["task"])["annotation"]
    assert other.do("annotation_approve", {"ids": [given]}, project=second) == {"decided": 0}
    assert s.stats(requester, project)["submitted"] == 1


def test_agreement(s):
    """agreement is the mean share of votes over finished tasks, and follows rejections"""
    requester, project = s.project(tasks(2), overlap=3)
    for choice in (("Drama", "Drama"), ("Drama", "Comedy"), ("Drama", "Horror")):
        work_all(s.worker(), project, lambda task, choice=choice: choice[task - 1])
    stats = s.stats(requester, project)
    assert abs(stats["agreement"] - (3 + 1) / 6) < 1e-5, stats
    given = requester.do("task_show", project=project, task=2)["annotations"][0]["id"]
    requester.do("annotation_reject", {"ids": [given], "reason": "no drama here"}, project=project)
    assert s.stats(requester, project)["agreement"] == 1
    s.audit()
