"""Projects: making, changing, opening, closing; label configs and instructions."""

import json

from faena import CENT, CHOICES, TWO_QUESTIONS, submit, take, tasks

STEPS = ("project_publish", "project_pause", "project_resume", "project_complete")


def test_create(s):
    """a draft has the defaults of the contract and belongs to who made it"""
    requester = s.requester()
    made = requester.do("project_create", {"title": "Géneros", "label_config": CHOICES, "price_micros": 50_000})
    assert (made["state"], made["overlap"], made["task_seconds"], made["approve_seconds"], made["gold_permille"]) == (
        "draft", 1, 600, 259_200, 100), made
    assert made["owner"] == {"id": requester.id, "handle": requester.person["handle"]} and made["published_at"] is None
    assert made["label_config"] == CHOICES and made["instructions"] == "" and made["description"] == ""
    assert requester.do("project_show", project=made["id"]) == made
    listed = requester.do("project_list")["items"]
    assert [p["id"] for p in listed] == [made["id"]]
    stats = made["stats"]
    assert stats["tasks"] == 0 and stats["agreement"] is None and stats["pay_per_hour_micros"] is None, stats


def test_label_config_errors(s):
    """errors of a label config come with line and column, when saving and when only checking"""
    requester = s.requester()
    wrong = '<View>\n  <Text name="text" value="$text"/>\n  <Choises name="a" toName="text"/>\n  <Choices name="b" toName="nothing">' \
            '<Choice value="x"/></Choices>\n</View>'
    problem = requester.refused("project_create", 422, "config_invalid", {"title": "t", "label_config": wrong, "price_micros": 0})
    places = [(e["pointer"], e["line"]) for e in problem["errors"]]
    assert ("/label_config", 3) in places and ("/label_config", 4) in places, problem
    assert all(e["column"] >= 1 for e in problem["errors"])
    check = requester.do("label_config_check", {"label_config": wrong})
    assert check["ok"] is False and [e["line"] for e in check["errors"]] == [line for _, line in places], check
    good = s.worker().do("label_config_check", {"label_config": TWO_QUESTIONS})
    assert good["ok"] and good["errors"] == [] and good["fields"] == ["text"]
    assert [c["name"] for c in good["controls"]] == ["genre", "stars"] and good["config"]["tag"] == "View"
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><View><Header value="&e;"/></View>'
    assert "root:" not in json.dumps(requester.do("label_config_check", {"label_config": entity}))


def test_markdown(s):
    """instructions are shown as harmless HTML"""
    html = s.worker().do("markdown_render", {"text": "# Title\n\n<script>alert(1)</script> [x](javascript:alert(1)) **bold**"})["html"]
    assert "<strong>bold</strong>" in html and "<script" not in html and "javascript:" not in html, html


def test_states(s):
    """every step from every state, allowed or refused with what is possible instead"""
    allowed = {"draft": {"project_publish": "live"},
               "live": {"project_publish": "live", "project_pause": "paused", "project_complete": "completed"},
               "paused": {"project_publish": "paused", "project_resume": "live", "project_complete": "completed"},
               "completed": {}}
    ways = {"draft": [], "live": ["project_publish"], "paused": ["project_publish", "project_pause"],
            "completed": ["project_publish", "project_complete"]}
    requester = s.requester(1000 * CENT)
    for state, way in ways.items():
        for step in STEPS:
            project = s.draft(requester, tasks(1))
            for before in way:
                requester.do(before, project=project)
            if state in ("live", "paused"):
                requester.do("task_create", {"tasks": tasks(1, start=2)}, project=project)
            if step in allowed[state]:
                assert requester.do(step, project=project)["state"] == allowed[state][step], (state, step)
            else:
                problem = requester.refused(step, 409, "bad_state", project=project)
                assert state in problem["detail"], problem
                assert requester.do("project_show", project=project)["state"] == state


def test_publish_without_tasks(s):
    """a project without tasks is not opened"""
    requester = s.requester(CENT)
    project = s.draft(requester)
    requester.refused("project_publish", 409, "no_tasks", project=project)
    requester.refused("project_quote", 409, "no_tasks", project=project)


def test_update(s):
    """a draft can be changed in all; tasks fix the config; publishing fixes price, overlap, gold and config"""
    requester = s.requester(100 * CENT)
    project = s.draft(requester)
    every = {"title": "New title", "description": "one sentence", "instructions": "**read**", "label_config": TWO_QUESTIONS,
             "price_micros": 7, "overlap": 2, "task_seconds": 60, "approve_seconds": 0, "gold_permille": 50}
    changed = requester.do("project_update", every, project=project)
    assert {key: changed[key] for key in every} == every
    assert requester.do("project_update", {}, project=project)["title"] == "New title"
    requester.do("task_create", {"tasks": tasks(1)}, project=project)
    requester.refused("project_update", 409, "conflict", {"label_config": CHOICES}, project=project)
    requester.do("project_update", {"price_micros": CENT, "overlap": 1}, project=project)
    requester.do("project_publish", project=project)
    problem = requester.refused("project_update", 409, "not_draft", {"price_micros": 1, "overlap": 3, "title": "no"}, project=project)
    assert sorted(e["pointer"] for e in problem["errors"]) == ["/overlap", "/price_micros"], problem
    assert requester.do("project_show", project=project)["title"] == "New title"
    for field in ("label_config", "gold_permille"):
        requester.refused("project_update", 409, "not_draft", {field: every[field]}, project=project)
    still = {"title": "Later", "description": "d", "instructions": "i", "task_seconds": 90, "approve_seconds": 5}
    changed = requester.do("project_update", still, project=project)
    assert {key: changed[key] for key in still} == still
    requester.do("project_complete", project=project)
    requester.refused("project_update", 409, "bad_state", {"title": "too late"}, project=project)


def test_change_reaches_workers(s):
    """a worker's page sees by config_version that instructions have changed"""
    requester, project = s.project(tasks(2), instructions="*first*")
    worker = s.worker()
    before = worker.do("work_show", project=project)
    assert "<em>first</em>" in before["instructions_html"] and before["config"]["tag"] == "View"
    requester.do("project_update", {"instructions": "*second*"}, project=project)
    after = worker.do("work_show", project=project)
    assert after["config_version"] > before["config_version"] and "<em>second</em>" in after["instructions_html"]
    assert take(worker, project)["config_version"] == after["config_version"]


def test_others(s):
    """for another requester a project does not exist; reviewer and operator see it; only the operator may pause it"""
    requester, project = s.project(tasks(1))
    other, reviewer = s.requester(), s.reviewer()
    for name in ("project_show", "project_quote", "project_publish", "project_pause", "task_list", "import_list",
                 "annotation_list", "project_export"):
        other.refused(name, 404, "not_found", project=project)
    other.refused("project_update", 404, "not_found", {"title": "mine"}, project=project)
    assert other.do("project_list")["items"] == []
    reviewer.do("project_show", project=project)
    assert project in [p["id"] for p in reviewer.all("project_list")]
    assert s.operator.do("project_pause", project=project)["state"] == "paused"
    s.operator.refused("project_resume", 403, "forbidden", project=project)
    requester.do("project_resume", project=project)


def test_worker_list(s):
    """workers see live projects with price and work left; drafts do not exist for them"""
    requester = s.requester(1000 * CENT)
    draft = s.draft(requester, tasks(2))
    _, live = s.project(tasks(4), requester, title="Live one", description="Say the genre.")
    worker = s.worker()
    shown = {p["id"]: p for p in worker.all("work_list", limit=2)}
    assert draft not in shown and live in shown
    one = shown[live]
    assert (one["left"], one["answered"], one["lease"], one["state"]) == (4, 0, None, "live"), one
    assert one["requester"] == requester.person["handle"] and one["pay_per_hour_micros"] is None
    worker.refused("work_show", 404, "not_found", project=draft)
    worker.refused("work_take", 404, "not_found", project=draft)
    task = take(worker, live)["task"]
    shown = worker.do("work_show", project=live)
    assert shown["lease"] == task and shown["left"] == 3, shown
    submit(worker, live, task)
    assert worker.do("work_show", project=live)["answered"] == 1
    requester.do("project_pause", project=live)
    assert live not in {p["id"] for p in worker.all("work_list")}
    assert worker.do("work_show", project=live)["left"] == 0


def test_paused(s):
    """a paused project gives out nothing, but held tasks can be answered and are paid"""
    requester, project = s.project(tasks(3))
    worker = s.worker()
    task = take(worker, project)["task"]
    requester.do("project_pause", project=project)
    assert take(worker, project)["task"] == task  # the held one again
    s.worker().refused("work_take", 409, "project_closed", project=project)
    done = submit(worker, project, task, take_next=True)
    assert done["next"] is None and done["state"] == "submitted"
    requester.do("project_resume", project=project)
    assert take(worker, project)


def test_limits(s):
    """texts up to their limits are kept whole, in any language"""
    requester = s.requester()
    every = {"title": "ñ" * 200, "description": "电" * 2000, "instructions": "é" * 32768,
             "label_config": CHOICES + " " * (131072 - len(CHOICES)), "price_micros": 10_000_000_000, "overlap": 100,
             "task_seconds": 1_209_600, "approve_seconds": 2_592_000, "gold_permille": 500}
    made = requester.do("project_create", every)
    assert {key: made[key] for key in every} == every
