"""Gold and trust: gold set, promoted and taken back; what a worker sees of it and when; contests, repair and pay."""

from faena import CENT, Events, answer, submit, take, tasks, work_all

KNOWN = [{"data": {"text": f"known {n}"}, "gold": "Comedy"} for n in range(1, 4)]


def by_task(worker, project, wrong):
    """Answers all there is: Comedy, but Drama for the tasks in wrong; the tasks in order."""
    return work_all(worker, project, lambda task: "Drama" if task in wrong else "Comedy")


def gold_project(s, normal=40, **fields):
    """A project where half of the tasks shown are gold."""
    requester, project = s.project(tasks(normal) + KNOWN, gold_permille=500, **({"overlap": 1} | fields))
    gold = [t["id"] for t in requester.all("task_list", project=project, state="gold")]
    return requester, project, gold


def test_seen_late(s):
    """a worker's accuracy moves in blocks, and a missed gold is shown only once it is decided and closed or rejected"""
    requester, project, gold = gold_project(s, overlap=2)
    worker = s.worker()
    by_task(worker, project, wrong=gold)
    shown = worker.do("my_quality")["items"]
    assert [q["project"]["id"] for q in shown] == [project] and shown[0]["gold"] is None and shown[0]["approval"] is None
    assert worker.all("my_gold") == []
    worker.refused("work_contest", 404, "not_found", {"reason": "this is a drama"}, project=project, task=gold[0])
    ids = [a["id"] for a in requester.all("annotation_list", project=project)]
    requester.do("annotation_approve", {"ids": ids}, project=project)
    assert worker.all("my_gold") == []  # decided, but others may still get these tasks
    assert worker.do("my_quality")["items"][0]["gold"] is None  # 3 answers are less than a block
    assert worker.do("my_quality")["items"][0]["approval"]["accuracy"] == 1
    requester.do("project_complete", project=project)
    missed = worker.all("my_gold")
    assert sorted(m["task"] for m in missed) == gold, missed
    assert missed[0]["gold"][0]["value"]["choices"] == ["Comedy"] and missed[0]["result"][0]["value"]["choices"] == ["Drama"]
    assert missed[0]["data"]["text"].startswith("known") and missed[0]["contest"] is None
    s.audit()


def test_interval(s):
    """accuracy comes with its interval, over whole blocks of five decided gold answers"""
    known = [{"data": {"text": f"known {n}"}, "gold": "Comedy"} for n in range(1, 8)]
    requester, project = s.project(tasks(60) + known, gold_permille=500)
    worker = s.worker()
    gold = [t["id"] for t in requester.all("task_list", project=project, state="gold")]
    served = [t for t in by_task(worker, project, wrong=gold[:1]) if t in gold]
    assert len(served) >= 5, served
    requester.do("annotation_approve", {"ids": [a["id"] for a in requester.all("annotation_list", project=project)]}, project=project)
    share = worker.do("my_quality")["items"][0]["gold"]
    wrong = sum(t == gold[0] for t in served[:5])
    assert share["answers"] == 5 and share["right"] == 5 - wrong and share["low"] < share["accuracy"] <= share["high"], share
    s.audit()


def test_contest_and_repair(s):
    """a contested gold that falls is repaired for everyone who answered it: judged again, approved and paid"""
    requester, project, gold = gold_project(s, overlap=3)
    first, second, right = s.worker(), s.worker(), s.worker()
    for worker, wrong in ((first, gold), (second, gold), (right, [])):
        by_task(worker, project, wrong)
    task = next(t["id"] for t in requester.all("task_list", project=project, state="gold") if t["answers"] == 3)
    given = requester.do("task_show", project=project, task=task)["annotations"]
    missed = [a["id"] for a in given if a["gold_right"] is False]
    assert len(missed) == 2, given
    requester.do("annotation_reject", {"ids": missed, "reason": "gold says comedy"}, project=project)
    assert [m["task"] for m in first.all("my_gold")] == [task]  # refused pay comes with its reason at once
    before = first.available, second.available
    first.refused("work_contest", 422, "invalid", {"reason": "no"}, project=project, task=task)
    first.do("work_contest", {"reason": "the film is a drama by all accounts"}, project=project, task=task)
    first.refused("work_contest", 409, "conflict", {"reason": "the film is a drama by all accounts"}, project=project, task=task)
    right.refused("work_contest", 404, "not_found", {"reason": "I want more too"}, project=project, task=task)
    listed = requester.all("contest_list", project=project, state="open")
    assert len(listed) == 1 and listed[0]["task"] == task and (listed[0]["missed"], listed[0]["rejected"]) == (2, 2), listed
    assert s.stats(requester, project)["contests"] == 1
    s.audit()
    decided = requester.do("contest_decide", {"falls": True, "reply": "You are right, thank you.", "gold": answer("Drama"), "note": "a drama"},
                           project=project, task=task)
    assert decided == {"decided": 1}
    s.audit()
    assert (first.available, second.available) == (before[0] + 5 * CENT, before[1] + 5 * CENT)
    shown = requester.do("task_show", project=project, task=task)
    assert {a["worker"]["handle"]: (a["state"], a["gold_right"]) for a in shown["annotations"]} == {
        first.person["handle"]: ("approved", True), second.person["handle"]: ("approved", True),
        right.person["handle"]: ("submitted", False)}, shown
    assert first.all("my_gold") == [] and requester.all("contest_list", project=project, state="open") == []
    requester.refused("contest_decide", 404, "not_found", {"falls": False, "reply": "once more"}, project=project, task=task)


def test_contest_of_retired(s):
    """a missed gold that was retired can be contested; when it falls all are judged again and paid, at the requester's cost"""
    requester, project, gold = gold_project(s, overlap=3)
    first, second, right = s.worker(), s.worker(), s.worker()
    for worker, wrong in ((first, gold), (second, gold), (right, [])):
        by_task(worker, project, wrong)
    corrected, dropped, kept = gold
    given = {task: requester.do("task_show", project=project, task=task)["annotations"] for task in gold}
    assert all(len(list_) == 3 for list_ in given.values()), given
    for task in gold:
        mine = {a["worker"]["handle"]: a["id"] for a in given[task]}
        requester.do("annotation_reject", {"ids": [mine[second.person["handle"]]], "reason": "gold says comedy"}, project=project)
        requester.do("annotation_approve", {"ids": [mine[first.person["handle"]], mine[right.person["handle"]]]}, project=project)
        requester.do("task_update", {"retired": True}, project=project, task=task)
    assert [m["task"] for m in first.all("my_gold")] and sorted(m["task"] for m in second.all("my_gold")) == gold
    requester.refused("gold_put", 409, "bad_state", {"gold": answer("Drama")}, project=project, task=retired_other(requester, project))
    for task, worker in ((corrected, second), (dropped, first), (kept, second)):
        worker.do("work_contest", {"reason": "the film is a drama"}, project=project, task=task)
    s.audit()
    before = requester.available, first.available, second.available
    requester.do("contest_decide", {"falls": True, "reply": "You are right.", "gold": answer("Drama")}, project=project, task=corrected)
    assert (requester.available, first.available, second.available) == (before[0] - 5 * CENT, before[1], before[2] + 5 * CENT)
    s.audit()
    requester.do("contest_decide", {"falls": True, "reply": "It has no known answer."}, project=project, task=dropped)
    assert (requester.available, second.available) == (before[0] - 10 * CENT, before[2] + 10 * CENT)
    s.audit()
    requester.do("contest_decide", {"falls": False, "reply": "It is a comedy."}, project=project, task=kept)
    shown = requester.do("task_show", project=project, task=corrected)
    assert shown["state"] == "retired" and {a["worker"]["handle"]: (a["state"], a["gold_right"]) for a in shown["annotations"]} == {
        first.person["handle"]: ("approved", True), second.person["handle"]: ("approved", True),
        right.person["handle"]: ("approved", False)}, shown
    shown = requester.do("task_show", project=project, task=dropped)
    assert shown["gold"] is None and {a["gold_right"] for a in shown["annotations"]} == {None}, shown
    stats = s.stats(requester, project)
    assert stats["contests"] == 0 and stats["gold_tasks"] == 0 and stats["retired_tasks"] == 4, stats
    requester.do("project_complete", project=project)
    requester.do("gold_put", {"gold": answer("Drama")}, project=project, task=kept)  # and after the end
    assert second.available == before[2] + 15 * CENT
    s.audit()


def retired_other(requester, project):
    """A task that is no gold and retired."""
    task = requester.do("task_create", {"tasks": tasks(1, start=900)}, project=project)
    assert task["added"] == 1, task
    last = max(t["id"] for t in requester.all("task_list", project=project))
    requester.do("task_update", {"retired": True}, project=project, task=last)
    return last


def test_contest_and_set(s):
    """who changes a gold answer by itself ends the contests of those who were right"""
    requester, project, gold = gold_project(s)
    worker = s.worker()
    by_task(worker, project, wrong=gold)
    ids = [a["id"] for a in requester.all("annotation_list", project=project)]
    requester.do("annotation_approve", {"ids": ids}, project=project)
    requester.do("project_complete", project=project)
    for task in gold[:2]:
        worker.do("work_contest", {"reason": "the film is a drama"}, project=project, task=task)
    requester.do("gold_put", {"gold": answer("Drama"), "note": "a drama"}, project=project, task=gold[0])
    assert [c["task"] for c in requester.all("contest_list", project=project, state="open")] == [gold[1]]
    assert s.stats(requester, project)["contests"] == 1
    s.audit()


def test_gold_without_share(s):
    """a task becomes gold in a project that pays for no gold: it waits; a completed project makes no gold"""
    requester, project = s.project(tasks(2))
    requester.do("gold_put", {"gold": answer("Drama"), "answers": 0}, project=project, task=1)
    s.audit()
    assert work_all(s.worker(), project) == [2]
    requester.do("project_complete", project=project)
    requester.refused("gold_put", 409, "bad_state", {"gold": answer("Drama")}, project=project, task=2)
    s.audit()


def test_contest_stands(s):
    """a gold that stands changes nothing but the reply"""
    requester, project, gold = gold_project(s)
    worker, reviewer = s.worker(), s.reviewer()
    by_task(worker, project, gold)
    requester.do("project_complete", project=project)
    ids = [a["id"] for a in requester.all("annotation_list", project=project)]
    requester.do("annotation_approve", {"ids": ids}, project=project)
    task = worker.all("my_gold")[0]["task"]
    money = worker.available
    worker.do("work_contest", {"reason": "I do not believe it"}, project=project, task=task)
    events = Events(worker, "work_events")
    reviewer.do("contest_decide", {"falls": False, "reply": "It says so in the text."}, project=project, task=task)
    assert events.wait_for("gold.decided")["data"] == {"project": project, "task": task, "fell": False}
    events.close()
    assert worker.all("my_gold")[0]["contest"]["state"] == "stands" and worker.available == money
    assert worker.all("my_gold")[0]["contest"]["reply"] == "It says so in the text."
    s.audit()


def test_fall_needs_money(s):
    """a repair that the requester cannot pay is refused whole"""
    requester = s.requester(600 * CENT)
    _, project = s.project(tasks(40) + KNOWN, requester, gold_permille=500, overlap=1)
    gold = [t["id"] for t in requester.all("task_list", project=project, state="gold")]
    worker, other = s.worker(), s.worker()
    served = [t for t in by_task(worker, project, gold) if t in gold]
    ids = [a["id"] for a in requester.all("annotation_list", project=project) if a["task"] == served[0]]
    requester.do("annotation_reject", {"ids": ids, "reason": "gold says comedy"}, project=project)
    by_task(other, project, [])
    spare = requester.available
    requester.do("project_create", {"title": "Takes it all", "label_config": requester.do("project_show", project=project)["label_config"],
                                    "price_micros": spare, "gold_permille": 0})
    taker = requester.all("project_list")[0]["id"]
    requester.do("task_create", {"tasks": tasks(1)}, project=taker)
    requester.do("project_publish", project=taker)
    worker.do("work_contest", {"reason": "it is a drama"}, project=project, task=served[0])
    free = requester.do("task_show", project=project, task=served[0])
    if free["answers"] + free["leases"] >= free["wanted"]:
        problem = requester.refused("gold_delete", 402, "short_balance", project=project, task=served[0])
        assert "short" in problem["detail"]
        assert requester.do("task_show", project=project, task=served[0])["gold"]
    s.audit()


def test_promote(s):
    """sure done tasks become gold by their label; what is wanted of them beyond is paid for, and given out"""
    requester, project = s.project(tasks(40), overlap=2, gold_permille=500)  # enough for chance to serve gold
    first, second = s.worker(), s.worker()
    work_all(first, project, most=20)
    work_all(second, project, most=15)
    candidates = requester.do("gold_candidates", project=project)["items"]
    assert len(candidates) == 15 and all(c["share"] == 1 for c in candidates), candidates
    money = requester.available
    chosen = [c["id"] for c in candidates[:5]]
    done = requester.do("gold_promote", {"tasks": chosen, "answers": 4}, project=project)
    assert done == {"promoted": 5, "cost_micros": 5 * 4 * 5 * CENT} and requester.available == money - done["cost_micros"]
    stats = s.stats(requester, project)
    assert (stats["gold_tasks"], stats["done_tasks"], stats["gold_answers"]) == (5, 10, 10), stats
    requester.refused("gold_promote", 409, "bad_state", {"tasks": chosen[:1]}, project=project)
    requester.refused("gold_promote", 409, "bad_state", {"tasks": [25]}, project=project)
    s.audit()
    third = s.worker()
    served = work_all(third, project, lambda task: "Comedy")
    assert set(served) & set(chosen), served
    s.audit()
    shown = requester.do("gold_delete", project=project, task=chosen[0])
    assert shown["gold"] is None and all(a["gold_right"] is None for a in shown["annotations"])
    requester.refused("gold_delete", 409, "bad_state", project=project, task=chosen[0])
    assert s.stats(requester, project)["gold_tasks"] == 4
    s.audit()


def test_set_in_draft(s):
    """in a draft gold can be set and unset freely, and publishing counts it"""
    requester = s.requester(1000 * CENT)
    project = s.draft(requester, tasks(11), gold_permille=100)
    shown = requester.do("gold_put", {"gold": answer("Comedy"), "note": "it makes one laugh", "answers": 5}, project=project, task=3)
    assert shown["gold"] == answer("Comedy") and shown["gold_note"] == "it makes one laugh"
    requester.refused("gold_put", 422, "answer_invalid", {"gold": answer("Western")}, project=project, task=4)
    requester.do("gold_put", {"gold": answer("Drama")}, project=project, task=4)
    requester.do("gold_delete", project=project, task=4)
    assert requester.do("project_quote", project=project)["answers"] == 10
    requester.do("project_publish", project=project)
    stats = s.stats(requester, project)
    assert stats["gold_tasks"] == 1 and stats["tasks"] == 11, stats
    s.audit()
    s.requester().refused("gold_put", 404, "not_found", {"gold": answer()}, project=project, task=1)


def test_correct_gold(s):
    """another gold answer judges the given ones again"""
    requester, project, gold = gold_project(s)
    worker = s.worker()
    served = [t for t in by_task(worker, project, gold) if t in gold]
    task = served[0]
    assert s.stats(requester, project)["gold_accuracy"] == 0
    shown = requester.do("gold_put", {"gold": answer("Drama")}, project=project, task=task)
    assert shown["annotations"][0]["gold_right"] is True
    assert abs(s.stats(requester, project)["gold_accuracy"] - 1 / len(served)) < 1e-5
    s.audit()


def test_trust_needs_less_gold(s):
    """somebody who is always right at gold sees less of it than somebody who is always wrong"""
    known = [{"data": {"text": f"known {n}"}, "gold": "Comedy"} for n in range(120)]
    requester, project = s.project(tasks(120) + known, gold_permille=500, overlap=2)
    gold = {t["id"] for t in requester.all("task_list", project=project, state="gold")}
    served = [work_all(s.worker(), project, lambda task, choice=choice: choice) for choice in ("Comedy", "Drama")]
    right, wrong = (sum(t in gold for t in tasks_of) for tasks_of in served)  # about 35 and 110
    assert all(len(set(one) - gold) == 120 for one in served) and right < wrong, (right, wrong)
    s.audit()
