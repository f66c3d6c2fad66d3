"""Controls for texts and answers: what Label Studio exports is taken as it is and comes out as it was; wrong answers are told; votes and
gold of regions; what the page gets."""

import json
import os
import re
from xml.etree import ElementTree

from client import problem_check
from faena import submit, take
from test_imports import run

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "golden", "label_studio_texts.json")
NAMES = ('<View><Text name="text" value="$text"/><Labels name="ner" toName="text"><Label value="PER"/><Label value="LOC"/></Labels>'
         '<Choices name="sure" toName="text" perRegion="true"><Choice value="yes"/><Choice value="no"/></Choices></View>')


def sorted_text(value):
    return json.dumps(value, sort_keys=True)


def span(name, start, end, label, **more):
    return {"id": name, "from_name": "ner", "to_name": "text", "type": "labels", "value": {"start": start, "end": end, "labels": [label]} | more}


def test_results_of_label_studio(s):
    """a file as Label Studio exports it is imported; its results are gold, predictions and answers, and leave byte by byte but for the order of keys"""
    requester = s.requester(credit_micros=10_000_000)
    with open(GOLDEN, encoding="utf-8") as file:
        examples = json.load(file)
    assert len(examples) >= 14
    for example in examples:
        name, result = example["name"], example["result"]
        project = s.draft(requester, label_config=example["config"], price_micros=10_000, overlap=1)
        exported = [{"id": 1, "data": example["data"], "annotations": [{"id": 7, "ground_truth": True, "was_cancelled": False, "result": result}],
                     "predictions": [{"model_version": "m", "result": result}]},
                    {"id": 2, "data": example["data"]}]
        done = run(requester, project, json.dumps(exported).encode(), "export.json")
        assert (done["state"], done["added"]) == ("done", 2), (name, done)
        requester.do("project_publish", project=project)
        worker = s.worker()
        worker.do("work_submit", {"result": result, "work_seconds": 9, "take_next": False}, project=project, task=take(worker, project)["task"])
        rows = requester.do("project_export", project=project, format="label_studio")
        found = [one["result"] for row in rows for one in row["annotations"] + row["predictions"]]
        assert len(found) == 3, (name, found)
        for one in found:
            assert sorted_text(one) == sorted_text(result), (name, one)
    s.audit()


def test_every_tag(s):
    """every tag of docs/labels.md, and every way to show or repeat a control, stands in one of the examples"""
    root = os.path.join(os.path.dirname(GOLDEN), "..", "..")
    with open(os.path.join(root, "docs", "labels.md"), encoding="utf-8") as file:
        docs = file.read()
    tags = re.findall(r"^### (\w+)\n\n(?:object|control|layout|part)\. ", docs, re.M)
    examples = []
    for name in ("label_studio_texts.json", "label_studio_regions.json"):
        with open(os.path.join(os.path.dirname(GOLDEN), name), encoding="utf-8") as file:
            examples += json.load(file)
    configs = "".join(example["config"] for example in examples)
    controls = re.findall(r"^### (\w+)\n\ncontrol\. ", docs, re.M)
    assert len(tags) >= 47 and len(controls) >= 24, (tags, controls)
    assert [tag for tag in tags if not re.search(f"<{tag}[ />]", configs)] == []
    ways = ("perRegion", "perItem", "valueList", "visibleWhen", "whenTagName", "whenLabelValue", "whenChoiceValue", "allowNested", 'choice="multiple"')
    assert [way for way in ways if way not in configs] == []
    answered = set()
    for example in examples:
        names = {item.get("from_name") for item in example["result"]}
        answered |= {node.tag for node in ElementTree.fromstring(example["config"]).iter() if node.get("name") in names or "{{idx}}" in node.get("name", "")}
    assert [control for control in controls if control not in answered] == []


def test_wrong_answers(s):
    """a wrong region is refused with its place and a sentence of its own"""
    requester, project = s.project([{"data": {"text": "Ana vive en Ca\u0301diz"}}], label_config=NAMES)
    worker = s.worker()
    task = take(worker, project)["task"]
    for result, path in [([span("a", 0, 99, "PER")], "/result/0/value/end"), ([span("a", 0, 3, "PER", text="Eva")], "/result/0/value/text"),
                         ([span("a", 0, 3, "ORG")], "/result/0/value/labels/0"), ([span("a", 0, 3, "PER"), span("a", 4, 8, "LOC")], "/result/1/from_name"),
                         ([{"type": "relation", "from_id": "a", "to_id": "b"}], "/result/0/from_id"),
                         ([{**span("a", 0, 3, "PER"), "from_name": "sure", "type": "choices", "value": {"choices": ["yes"]}}], "/result/0/id")]:
        reply = worker.ask("work_submit", {"result": result, "work_seconds": 5}, project=project, task=task)
        problem = problem_check(reply, 422, "answer_invalid")
        assert problem["errors"][0]["pointer"] == path and problem["errors"][0]["detail"], problem
    submit(worker, project, task, [span("a", 12, 18, "LOC", text="Ca\u0301diz")], take_next=False)


def test_votes_and_gold(s):
    """regions of a task are one vote, whatever their ids and order; gold compares them the same way"""
    gold = [span("g", 0, 3, "PER"), span("h", 12, 16, "LOC")]
    items = [{"data": {"text": "Ana vive en Roma"}}]
    requester, project = s.project(items, label_config=NAMES, overlap=3)
    votes = [[span("x", 12, 16, "LOC"), span("y", 0, 3, "PER")], [span("z", 0, 3, "PER")], [span("p", 0, 3, "PER"), span("q", 12, 16, "LOC")]]
    for result in votes:
        worker = s.worker()
        submit(worker, project, take(worker, project)["task"], result, take_next=False)
    task = requester.do("task_show", project=project, task=1)
    assert sorted_text(task["label"]) == sorted_text(votes[0]) and abs(task["share"] - 2 / 3) < 1e-5, task
    with_gold = s.draft(requester, [{"data": items[0]["data"], "gold": gold}, {"data": items[0]["data"]}], label_config=NAMES, gold_permille=500, overlap=2)
    assert requester.do("task_show", project=with_gold, task=1)["gold"] == gold


def test_shown_data(s):
    """what a page gets of a task's data: Markdown and conversations as harmless HTML"""
    config = '<View><Markdown name="m" value="$md"/><Chat name="c" value="$chat"/><Rating name="r" toName="m"/></View>'
    data = {"md": "**x** <script>1</script> $a<b$", "chat": [{"role": "user", "content": "[l](javascript:1)"}], "hidden": 1}
    shown = s.requester().do("label_config_check", {"label_config": config, "data": data})["shown"]
    assert shown["md"] == '<p><strong>x</strong> &lt;script&gt;1&lt;/script&gt; <code class="language-math">a&lt;b</code></p>\n', shown
    assert "javascript" not in shown["chat"][0]["html"] and "hidden" not in shown
    assert s.requester().do("label_config_check", {"label_config": config})["shown"] is None
