"""Results: labels, shares and the five export formats."""

import csv
import io
import json

from faena import TWO_QUESTIONS, answer, rating, submit, take, tasks, work_all


def labelled(s, count=6, **fields):
    """A project of two questions, three answers each: [(genre, stars) per worker]."""
    votes = [("Drama", 5), ("Drama", 4), ("Comedy", 4)]
    items = [{"data": {"text": f"film {n}", "note": '=cmd, "quoted"'}, "external_id": f"x-{n}"} for n in range(1, count + 1)]
    requester, project = s.project(items, label_config=TWO_QUESTIONS, overlap=3, **fields)
    for genre, stars in votes:
        worker = s.worker()
        lease = take(worker, project)
        while lease:
            lease = submit(worker, project, lease["task"], answer(genre) + rating(stars), take_next=True)["next"]
    return requester, project


def export(client, project, **parameters):
    return client.reply("project_export", project=project, **parameters)


def test_majority(s):
    """the majority of each question, and the share of the least agreed one"""
    requester, project = labelled(s, 2)
    task = requester.do("task_show", project=project, task=1)
    values = {item["from_name"]: item["value"] for item in task["label"]}
    assert values == {"genre": {"choices": ["Drama"]}, "stars": {"rating": 4}}, task
    assert abs(task["share"] - 2 / 3) < 1e-5 and task["answers"] == 3
    assert abs(s.stats(requester, project)["agreement"] - 2 / 3) < 1e-5


def test_jsonl(s):
    """JSONL: one task a line, with label, share and every answer; after picks up where a download broke off"""
    requester, project = labelled(s)
    reply = export(requester, project)
    assert reply.headers["content-type"].startswith("application/") and "attachment" in reply.headers["content-disposition"]
    lines = [json.loads(line) for line in reply.text.splitlines()]
    assert [t["task"] for t in lines] == [1, 2, 3, 4, 5, 6] and lines[0]["external_id"] == "x-1"
    assert lines[0]["answers"] == 3 and len(lines[0]["annotations"]) == 3 and abs(lines[0]["share"] - 2 / 3) < 0.01
    assert lines[0]["annotations"][0]["state"] == "submitted" and lines[0]["annotations"][0]["result"]
    rest = [json.loads(line) for line in export(requester, project, after=4).text.splitlines()]
    assert rest == lines[4:]
    assert export(requester, project, after=100).text == ""


def test_json(s):
    """JSON: the same as one list"""
    requester, project = labelled(s, 3)
    whole = export(requester, project, format="json").json
    lines = [json.loads(line) for line in export(requester, project, format="jsonl").text.splitlines()]
    assert whole == lines and len(whole) == 3


def test_csv(s):
    """CSV: RFC 4180, a column per data field and question; no formula can run"""
    requester, project = labelled(s, 3)
    reply = export(requester, project, format="csv")
    assert reply.headers["content-type"].startswith("text/csv") and "\r\n" in reply.text
    rows = list(csv.DictReader(io.StringIO(reply.text, newline="")))
    assert [row["task"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["genre"] == "Drama" and float(rows[0]["stars"]) == 4 and rows[0]["external_id"] == "x-1", rows[0]
    assert rows[0]["text"] == "film 1" and rows[0]["answers"] == "3"
    after = list(csv.DictReader(io.StringIO(export(requester, project, format="csv", after=2).text, newline="")))
    assert [row["task"] for row in after] == ["3"]


def test_label_studio(s):
    """Label Studio JSON: tasks with annotations in its shape"""
    requester, project = labelled(s, 2)
    items = export(requester, project, format="label_studio").json
    assert len(items) == 2 and items[0]["data"]["text"] == "film 1"
    result = items[0]["annotations"][0]["result"]
    assert {item["type"] for item in result} == {"choices", "rating"}
    assert all({"from_name", "to_name", "type", "value"} <= set(item) for item in result)
    assert len(items[0]["annotations"]) == 3


def test_json_min(s):
    """JSON_MIN: one flat object per answer, in the shape that Label Studio gives it"""
    requester, project = labelled(s, 2)
    items = export(requester, project, format="json_min").json
    assert len(items) == 6 and {item["text"] for item in items} == {"film 1", "film 2"}
    assert sorted((item["genre"], item["stars"][0]["rating"]) for item in items if item["id"] == 1) == [
        ("Comedy", 4), ("Drama", 4), ("Drama", 5)], items


def test_gold_left_out(s):
    """with gold=false the export leaves gold out"""
    requester, project = s.project(tasks(2) + [{"data": {"text": "known"}, "gold": "Drama"}], gold_permille=500)
    assert len(export(requester, project).text.splitlines()) == 3
    assert [json.loads(line)["task"] for line in export(requester, project, gold=False).text.splitlines()] == [1, 2]


def test_rejected(s):
    """rejected answers are in the export with their reason and count for nothing"""
    requester, project = s.project(tasks(1), overlap=2)
    bad, good = s.worker(), s.worker()
    given = submit(bad, project, take(bad, project)["task"], answer("Horror"))["annotation"]
    requester.do("annotation_reject", {"ids": [given], "reason": "no horror in it"}, project=project)
    submit(good, project, take(good, project)["task"], answer("Comedy"))
    task = json.loads(export(requester, project).text)
    assert task["label"][0]["value"]["choices"] == ["Comedy"] and task["answers"] == 1 and task["share"] == 1, task
    assert [(a["state"], a["reason"]) for a in task["annotations"]] == [("rejected", "no horror in it"), ("submitted", None)]


def test_empty_and_draft(s):
    """projects without tasks or answers export as empty, valid files"""
    requester = s.requester()
    project = s.draft(requester)
    assert export(requester, project, format="json").json == []
    assert export(requester, project, format="label_studio").json == [] == export(requester, project, format="json_min").json
    assert len(export(requester, project, format="csv").text.splitlines()) == 1
    requester.do("task_create", {"tasks": tasks(2)}, project=project)
    assert [t["label"] for t in export(requester, project, format="json").json] == [None, None]


def test_long_export(s):
    """an export longer than any buffer arrives whole"""
    requester = s.requester(10 ** 10)
    project = s.draft(requester)
    for start in range(0, 3000, 1000):
        requester.do("task_create", {"tasks": [{"text": f"film {n} " + "é" * 300} for n in range(start, start + 1000)]}, project=project)
    requester.do("project_publish", project=project)
    work_all(s.worker(), project, most=50)
    items = export(requester, project, format="json").json
    assert [t["task"] for t in items] == list(range(1, 3001)) and sum(t["answers"] for t in items) == 50
