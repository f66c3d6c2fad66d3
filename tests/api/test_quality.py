"""Quality while the work goes on: fits off the write path, adaptive overlap, signals, tables and exports."""

import csv
import io
import json
import os
import random
import subprocess
import tempfile

from faena import CENT, answer, submit, take, tasks, wait_until, work_all

CHOICES = ("Drama", "Comedy", "Horror")


def truth(task):
    return CHOICES[task % 3]


def honest(seed, skill):
    """A way to answer: right with this probability."""
    own = random.Random(seed)
    return lambda task: truth(task) if own.random() < skill else own.choice(CHOICES)


def fitted(requester, project, answers):
    """The newest fit once it has seen so many answers."""
    def seen():
        fit = requester.do("quality_show", project=project)["fit"]
        return fit and fit["answers"] >= answers

    wait_until(seen, what="the fit")
    return requester.do("quality_show", project=project)


def settled(s, requester, project):
    wait_until(lambda: s.stats(requester, project)["weighing_tasks"] == 0, what="the verdicts")


def test_adaptive(s):
    """tasks that are sure end early, the others get more answers, and what was saved comes back at the end"""
    requester, project = s.project(tasks(40), overlap=7, overlap_min=2, overlap_rule="sure", target_permille=950, price_micros=CENT,
                                   approve_seconds=0)
    reserved = s.stats(requester, project)["escrow_micros"]
    assert reserved == 40 * 7 * CENT
    for number in range(12):
        worker = s.worker()
        work_all(worker, project, honest(number, 0.93))
        settled(s, requester, project)
        if s.stats(requester, project)["done_tasks"] == 40:
            break
    stats = s.stats(requester, project)
    assert stats["done_tasks"] == 40, stats
    assert 80 <= stats["answers"] < 40 * 6, stats
    by_state = requester.all("task_list", project=project)
    given = sorted(t["answers"] for t in by_state)
    assert given[0] == 2 and given[20] == 2 and 2 < given[-1] <= 7, given
    s.audit()
    quality = fitted(requester, project, stats["answers"])
    assert quality["fit"]["method"] == "prior-ds" and quality["sure_tasks"] > 20, quality
    right = sum(t["label"][0]["value"]["choices"][0] == truth(t["id"]) for t in by_state)
    assert right >= 36, right
    before = requester.available
    requester.do("project_complete", project=project)
    assert requester.available - before == reserved - stats["answers"] * CENT
    s.audit()


def test_extra_judge(s):
    """with the rule of disagreement a third answer is asked for only where the first two differ"""
    requester, project = s.project(tasks(6), overlap=3, overlap_min=2, overlap_rule="disagreement")
    work_all(s.worker(), project, lambda task: "Drama")
    work_all(s.worker(), project, lambda task: "Drama" if task <= 4 else "Comedy")
    settled(s, requester, project)
    shown = {t["id"]: (t["state"], t["wanted"]) for t in requester.all("task_list", project=project)}
    assert all(shown[t] == ("done", 2) for t in (1, 2, 3, 4)) and all(shown[t] == ("open", 3) for t in (5, 6)), shown
    third = s.worker()
    assert sorted(work_all(third, project, lambda task: "Comedy")) == [5, 6]
    wait_until(lambda: s.stats(requester, project)["done_tasks"] == 6, what="the last labels")
    shown = requester.do("task_show", project=project, task=5)
    assert shown["answers"] == 3 and abs(shown["share"] - 2 / 3) < 1e-5 and shown["label"], shown
    s.audit()


def test_rejected_while_weighed(s):
    """an answer that is rejected while its task waits, or after its verdict, opens the task again"""
    requester, project = s.project(tasks(3), overlap=3, overlap_min=2, overlap_rule="disagreement")
    for worker in (s.worker(), s.worker()):
        work_all(worker, project)
    ids = [a["id"] for a in requester.all("annotation_list", project=project)]
    requester.do("annotation_reject", {"ids": ids[:1], "reason": "not what was asked"}, project=project)
    s.audit()
    settled(s, requester, project)
    requester.do("annotation_reject", {"ids": ids[1:2], "reason": "not what was asked"}, project=project)
    s.audit()
    work_all(s.worker(), project)
    wait_until(lambda: s.stats(requester, project)["done_tasks"] == 3, what="the labels")
    s.audit()


def test_model_labels(s):
    """the model's label and posterior stand in tasks and exports, with soft labels when asked for; versions are kept"""
    requester, project = s.project(tasks(30), overlap=5)
    for number, skill in enumerate((0.95, 0.95, 0.9, 0.4, 0.4)):
        work_all(s.worker(), project, honest(100 + number, skill))
    quality = fitted(requester, project, 150)
    control = quality["fit"]["summary"]["controls"][0]
    assert quality["fit"]["method"] == "mix" and control["name"] == "genre" and len(control["classes"]) == 3, quality
    assert sum(map(sum, control["confusion"])) == 150 and control["alpha"]["low"] <= control["alpha"]["value"] <= control["alpha"]["high"]
    assert sum(day["answers"] for day in quality["fit"]["summary"]["drift"]) == 150  # two days at midnight
    wait_until(lambda: all(t["label_source"] == "model" for t in requester.all("task_list", project=project)), what="the estimates")
    listed = requester.all("task_list", project=project)
    assert all(0 < t["posterior"] <= 1 for t in listed)
    rows = requester.reply("project_export", project=project, format="json", soft="true").json
    assert all(row["method"] == "mix" and abs(sum(row["soft"]["genre"].values()) - 1) < 0.02 for row in rows), rows[0]
    assert "soft" not in requester.reply("project_export", project=project, format="json").json[0]
    table = list(csv.DictReader(io.StringIO(requester.reply("project_export", project=project, format="csv").text)))
    assert table[0]["method"] == "mix" and float(table[0]["posterior"]) > 0 and table[0]["answers"] == "5"
    right = sum(row["label"][0]["value"]["choices"][0] == truth(row["task"]) for row in rows)
    assert right >= 27, right
    versions = requester.do("fit_list", project=project)["items"]
    assert versions[0]["version"] == quality["fit"]["version"] and versions[-1]["version"] == 1
    doubtful = requester.do("quality_tasks", project=project, limit=200)["items"]
    assert [d["posterior"] for d in doubtful] == sorted(d["posterior"] for d in doubtful) and len(doubtful) == 30
    requester.do("label_put", {"result": answer("Horror")}, project=project, task=doubtful[0]["id"])
    assert requester.do("quality_tasks", project=project)["items"][0]["id"] != doubtful[0]["id"]
    s.audit()


def test_workers_and_signals(s):
    """the careless and the copying are named to the requester, the honest are not; a person decides"""
    requester, project = s.project(tasks(60), overlap=7)
    people = {name: s.worker() for name in ("a", "b", "c", "d", "constant", "copy", "copied")}
    for number, name in enumerate("abcd"):
        work_all(people[name], project, honest(200 + number, 0.9))
    work_all(people["constant"], project, lambda task: "Horror")
    rng = random.Random(5)
    same = {t: rng.choice(CHOICES) for t in range(1, 61)}
    for name in ("copy", "copied"):
        work_all(people[name], project, lambda task: same[task])
    fitted(requester, project, 420)
    listed = requester.do("signal_list", project=project, state="open")["items"]
    named = {(g["worker"]["handle"], g["kind"]) for g in listed if g["kind"] != "too_fast"}  # the test machine decides how fast they are
    handles = {name: people[name].person["handle"] for name in people}
    assert (handles["constant"], "constant") in named and (handles["copy"], "copy") in named, named
    assert not {h for h, _ in named} & {handles[n] for n in "abcd"}, named
    copied = next(g for g in listed if g["kind"] == "copy" and g["worker"]["handle"] == handles["copy"])
    assert copied["other"]["handle"] == handles["copied"] and copied["detail"]["seen"] == 1
    workers = {w["handle"]: w for w in requester.all("quality_workers", project=project)}
    assert workers[handles["a"]]["accuracy"] > workers[handles["constant"]]["accuracy"] and workers[handles["a"]]["answers"] == 60
    rows = list(csv.DictReader(io.StringIO(requester.reply("quality_csv", project=project, table="workers").text)))
    assert {r["handle"] for r in rows} == set(handles.values())
    assert requester.reply("quality_csv", project=project, table="tasks").text.count("\r\n") == 61
    tables = {name: list(csv.DictReader(io.StringIO(requester.reply("quality_csv", project=project, table=name).text)))
              for name in ("agreement", "confusion", "drift")}
    assert {r["coefficient"] for r in tables["agreement"]} == {"alpha", "fleiss", "gwet", "percent"}
    versions = list(csv.DictReader(io.StringIO(requester.reply("quality_csv", project=project, table="versions").text)))
    listed = requester.all("fit_list", project=project)
    assert [(int(v["version"]), v["method"], int(v["answers"])) for v in versions] == [(f["version"], f["method"], f["answers"]) for f in listed][:len(versions)]
    assert json.loads(versions[0]["parameters"]) == listed[0]["parameters"] and versions[0]["created_at"] == listed[0]["created_at"]
    assert len(tables["confusion"]) == 9 and sum(int(r["count"]) for r in tables["confusion"]) == 420
    assert sum(int(r["answers"]) for r in tables["drift"]) == 420 and len(tables["drift"][0]["day"]) == 10
    decided = requester.do("signal_decide", {"worker": people["constant"].id, "kind": "constant", "confirm": False}, project=project)["items"]
    assert next(g for g in decided if g["kind"] == "constant")["state"] == "dismissed"
    requester.refused("signal_decide", 404, "not_found", {"worker": people["a"].id, "kind": "copy", "confirm": True}, project=project)
    assert people["constant"].do("work_show", project=project)["state"] == "live"  # nothing happens to anybody by itself
    s.audit()


def test_preview(s):
    """before publishing the requester sees answers, cost and accuracy to expect; the sure rule promises less cost, gold makes it narrower"""
    requester = s.requester(1000 * CENT)
    fixed = s.draft(requester, tasks(100), overlap=6, price_micros=CENT)
    sure = s.draft(requester, tasks(100), overlap=6, price_micros=CENT, overlap_rule="sure", overlap_min=2, target_permille=950)
    most, less = (requester.do("project_quote", project=p) for p in (fixed, sure))
    assert most["expected"]["answers"] == 600 and most["expected"]["cost_micros"] == most["cost_micros"] == less["cost_micros"] == 600 * CENT
    expected = less["expected"]
    assert 200 < expected["answers_low"] <= expected["answers"] <= expected["answers_high"] < 600 and expected["answers"] < 400, expected
    assert expected["cost_micros"] == expected["answers"] * CENT and expected["cost_low_micros"] <= expected["cost_micros"] <= expected["cost_high_micros"]
    assert 0.6 < expected["low"] <= expected["accuracy"] <= expected["high"] <= 1 and expected["accuracy"] > 0.9 and 0.5 < expected["early"] <= 1, expected
    words = s.draft(requester, tasks(2), label_config='<View><Text name="t" value="$text"/><TextArea name="a" toName="t" required="true"/></View>')
    assert requester.do("project_quote", project=words)["expected"] is None
    s.store.run(f"UPDATE project_count SET gold_answers = 90, gold_right = 45 WHERE project_id = {fixed}")
    worse = requester.do("project_quote", project=sure)["expected"]
    assert worse["known_answers"] >= 90 > expected["known_answers"] and worse["worker_accuracy"] < expected["worker_accuracy"]
    assert worse["answers"] > expected["answers"] and worse["accuracy"] < expected["accuracy"]
    s.store.run(f"UPDATE project_count SET gold_answers = 0, gold_right = 0 WHERE project_id = {fixed}")
    s.audit()


def test_reproducible(s):
    """faena aggregate gives the labels of the newest fit from the exported answers"""
    requester, project = s.project(tasks(50), overlap=6)
    for number, skill in enumerate((0.9, 0.8, 0.7, 0.6, 0.5, 0.4)):
        work_all(s.worker(), project, honest(300 + number, skill))
    fit = fitted(requester, project, 300)["fit"]
    wait_until(lambda: all(t["label_source"] == "model" for t in requester.all("task_list", project=project)), what="the labels")
    rows = requester.reply("project_export", project=project, format="json").json
    answers = "".join(f"{row['task']},{a['worker']},{a['result'][0]['value']['choices'][0]}\n" for row in rows for a in row["annotations"])
    assert len(answers.splitlines()) == 300
    found = json.loads(subprocess.run([s.program.binary, "aggregate", "-", "--method", fit["method"], "--format", "json"], input="task,worker,label\n" + answers,
                                      text=True, capture_output=True, check=True, timeout=60).stdout)
    ours = {str(row["task"]): row["label"][0]["value"]["choices"][0] for row in rows}
    theirs = {str(t["task"]): t["label"] for t in found["tasks"]}
    assert ours == theirs, {t: (ours[t], theirs.get(t)) for t in ours if ours[t] != theirs.get(t)}


def reproduced(s, requester, project, control="genre"):
    """Labels as the product has them, and as faena aggregate finds them from an export, of tasks that the fit has labelled or a reviewer."""
    method = requester.do("quality_show", project=project)["fit"]["method"]
    with tempfile.TemporaryDirectory(prefix="faena-answers-") as directory:
        path = os.path.join(directory, "answers.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write(requester.reply("project_export", project=project, format="answers", control=control).text)
        found = json.loads(subprocess.run([s.program.binary, "aggregate", path, "--exported", "--method", method, "--format", "json", "--quiet"],
                                          text=True, capture_output=True, check=True, timeout=60).stdout)
    ours = {}
    for row in requester.reply("project_export", project=project, format="json").json:
        item = next((i for i in row["label"] or [] if i["from_name"] == control), None)
        if item and row["method"] in (method, "reviewer"):  # no item: the model's label of this control is one that nobody gave
            value = next(iter(item["value"].values()))
            ours[str(row["task"])] = str(value[0] if isinstance(value, list) else value)
    theirs = {t["task"]: t["label"] for t in found["tasks"]}
    return ours, {task: theirs.get(task) for task in ours}, {t["task"] for t in found["tasks"] if t["fixed"]}, theirs


def test_reproducible_whole(s):
    """gold, a reviewer's corrections and adaptive overlap: faena aggregate --exported gives every label of the newest fit, ties included"""
    known = [{"data": {"text": f"known {n}"}, "gold": truth(n)} for n in range(12)]
    requester, project = s.project(tasks(60) + known, overlap=6, overlap_min=2, overlap_rule="sure", target_permille=950, gold_permille=150,
                                   price_micros=CENT)
    gold = {t["id"]: truth(int(t["data"]["text"].split()[1])) for t in requester.all("task_list", project=project, state="gold")}
    for number, skill in enumerate((0.9, 0.8, 0.4, 0.35, 0.5, 0.3, 0.8, 0.35)):
        own = random.Random(700 + number)
        work_all(s.worker(), project, lambda task: gold.get(task, truth(task)) if own.random() < skill else own.choice(CHOICES))
        settled(s, requester, project)
    reviewer = s.reviewer()
    for task in (3, 7, 20):
        reviewer.do("label_put", {"result": answer("Horror" if truth(task) != "Horror" else "Comedy"), "comment": "seen again"}, project=project, task=task)
    fitted(requester, project, s.stats(requester, project)["answers"])
    # What changes without a new answer is fitted again too: gold corrected to what nobody said, an answer refused.
    answered = max(requester.all("task_list", project=project, state="gold"), key=lambda t: t["answers"])
    assert answered["answers"] > 0
    said = {a["result"][0]["value"]["choices"][0] for a in requester.do("task_show", project=project, task=answered["id"])["annotations"]}
    other = next((c for c in CHOICES if c not in said), "Horror")
    requester.do("gold_put", {"gold": answer(other)}, project=project, task=answered["id"])
    requester.do("annotation_reject", {"ids": [requester.all("annotation_list", project=project)[0]["id"]], "reason": "not what was asked"}, project=project)

    def same():
        ours, theirs, fixed, every = reproduced(s, requester, project)
        return ours == theirs and every[str(answered["id"])] == other and fixed == {"3", "7", "20"} and ours

    wait_until(same, seconds=60, what="the same labels")
    assert len(same()) > 40
    requester.refused("project_export", 422, "invalid", project=project, format="answers", control="colour")
    s.audit()


def test_reproducible_controls(s):
    """each control is exported and found by itself; an even split falls alike"""
    config = """<View><Text name="text" value="$text"/>
<Choices name="genre" toName="text"><Choice value="b"/><Choice value="a"/><Choice value="a b"/></Choices>
<Rating name="stars" toName="text" maxRating="10"/></View>"""
    requester, project = s.project(tasks(24), overlap=4, label_config=config)
    for number in range(4):
        worker, own = s.worker(), random.Random(number)
        lease = take(worker, project)
        while lease:
            result = answer(own.choice(("a", "b", "a b"))) if own.random() < 0.9 else []
            result += [{"from_name": "stars", "to_name": "text", "type": "rating", "value": {"rating": own.choice((2, 9, 10))}}]
            lease = submit(worker, project, lease["task"], result, take_next=True)["next"]
    fitted(requester, project, 96)
    for control in ("genre", "stars"):
        def same(control=control):
            ours, theirs, *_ = reproduced(s, requester, project, control)
            return len(ours) >= 12 and ours == theirs

        wait_until(same, seconds=60, what="the same labels")
    s.audit()
