"""Lists: page by page, everything once."""

from faena import CENT, submit, take, tasks, work_all


def test_pages(s):
    """250 rows in pages of any size come once each, in order"""
    requester, project = s.project(tasks(250), price_micros=CENT)
    work_all(s.worker(), project)
    for limit in (7, 50, 125, 200):
        ids = [t["id"] for t in requester.all("task_list", project=project, limit=limit)]
        assert ids == list(range(1, 251)), limit
        answers = [a["id"] for a in requester.all("annotation_list", project=project, limit=limit)]
        assert len(set(answers)) == 250 and answers == sorted(answers, reverse=True), limit
    assert len(requester.do("task_list", project=project)["items"]) == 50
    assert [t["id"] for t in requester.all("task_list", project=project, state="done", limit=33)] == list(range(1, 251))


def test_own_lists(s):
    """transfers, answers, people, projects and imports page as well"""
    requester, project = s.project(tasks(60), price_micros=CENT)
    worker = s.worker()
    work_all(worker, project)
    for name, limit in (("work_history", 7), ("transfer_list", 13)):
        ids = [item["id"] for item in worker.all(name, limit=limit)]
        assert len(ids) == len(set(ids)) == 60 and ids == sorted(ids, reverse=True), name
    people = [p["id"] for p in s.operator.all("person_list", limit=1)]
    assert len(people) == len(set(people)) == s.store.rows("SELECT count(*) FROM person")[0][0]
    for _ in range(9):
        s.draft(requester)
        requester.do("import_create", {"file_name": "x.csv", "bytes": 1}, project=project)
    assert len({p["id"] for p in requester.all("project_list", limit=4)}) == 10
    assert len({i["id"] for i in requester.all("import_list", project=project, limit=2)}) == 9
    assert len({p["id"] for p in worker.all("work_list", limit=1)}) >= 1


def test_rows_added_meanwhile(s):
    """what is added between two pages neither repeats nor loses a row"""
    requester, project = s.project(tasks(30), price_micros=CENT)
    worker = s.worker()
    for _ in range(10):
        submit(worker, project, take(worker, project)["task"])
    first = worker.do("work_history", limit=4)
    submit(worker, project, take(worker, project)["task"])
    seen, cursor = [item["id"] for item in first["items"]], first["next_cursor"]
    while cursor:
        page = worker.do("work_history", limit=4, cursor=cursor)
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert len(seen) == len(set(seen)) == 10


def test_cursors_checked(s):
    """a cursor that is cut, changed, of another list or no cursor at all is refused"""
    requester, project = s.project(tasks(3))
    cursor = requester.do("task_list", project=project, limit=1)["next_cursor"]
    assert cursor
    for wrong in (cursor[:-1], cursor + "A", cursor[::-1], "x", "%%%", ""):
        requester.refused("task_list", 400, "bad_cursor", project=project, cursor=wrong)
    requester.refused("annotation_list", 400, "bad_cursor", project=project, cursor=cursor)
    requester.refused("task_list", 422, "invalid", project=project, cursor="x" * 201)
    for limit in (0, 201, -1, "many", 1.5, ""):
        problem = requester.refused("task_list", 422, "invalid", project=project, limit=limit)
        assert problem["errors"][0]["pointer"] == "limit", problem
