"""Packs: several tasks at once, several answers at once, and a database that was put back to an earlier day."""

import calendar
import gzip
import json
import time

from faena import CENT, answer, submit, take, tasks, wait_until, work_all


def pack(worker, project, count=10, **more):
    return worker.do("pack_take", {"count": count, **more}, project=project)["leases"]


def item(lease, key=None, **more):
    return {"key": key or f"key-{lease['task']}", "task": lease["task"], "result": answer(), "ticket": lease["ticket"], **more}


def send(worker, project, items, **more):
    return worker.do("work_answers", {"answers": items, **more}, project=project)


def held(s, worker):
    return s.store.rows(f"SELECT count(*) FROM lease WHERE worker_id = {worker.id} AND state = 0")[0][0]


def test_pack_and_take(s):
    """an answer of a pack brings the task that is held beside it, not one more"""
    _, project = s.project(tasks(6))
    worker = s.worker()
    leases = pack(worker, project, 2)
    beside = take(worker, project)["task"]
    assert submit(worker, project, leases[0]["task"], take_next=True)["next"]["task"] == beside
    assert worker.do("work_skip", {"take_next": True}, project=project, task=leases[1]["task"])["next"]["task"] == beside
    assert held(s, worker) == 1
    s.audit()


def test_pack(s):
    """a pack holds what was asked for, is told again, is topped up, and never passes the answers wanted"""
    requester, project = s.project(tasks(8), overlap=2)
    first, second = s.worker(), s.worker()
    leases = pack(first, project, 5)
    assert [lease["task"] for lease in leases] == [1, 2, 3, 4, 5]
    assert all(lease["data"] and lease["price_micros"] == 5 * CENT for lease in leases)
    assert pack(first, project, 5) == leases
    assert pack(first, project, 3) == leases
    assert [lease["task"] for lease in pack(first, project, 200)] == list(range(1, 9))
    assert len(pack(second, project, 200)) == 8
    s.worker().refused("pack_take", 404, "no_work", {"count": 1}, project=project)
    stats = s.stats(requester, project)
    assert (stats["leases"], stats["answers"]) == (16, 0), stats
    shown = first.do("work_show", project=project)
    assert (shown["packed"], shown["pack_tasks"], shown["pack_seconds"], shown["lease"]) == (8, 50, 86400, None)
    s.audit()


def test_pack_beside_single(s):
    """the task that `take` holds and the pack are apart"""
    _, project = s.project(tasks(5))
    worker = s.worker()
    leases = pack(worker, project, 2)
    single = take(worker, project)
    assert single["task"] == 3 and take(worker, project) == single
    assert [lease["task"] for lease in pack(worker, project, 2)] == [lease["task"] for lease in leases]
    assert submit(worker, project, 3, take_next=True)["next"]["task"] == 4
    s.audit()


def test_pack_bytes(s):
    """the data of a pack stays within the bytes asked for; one task is given whatever its size"""
    _, project = s.project([{"text": str(n) * 1000} for n in range(10)])
    assert len(pack(s.worker(), project, 10, bytes=3000)) == 3
    assert len(pack(s.worker(), project, 10, bytes=1)) == 1
    s.worker().refused("pack_take", 422, "invalid", {"count": 0}, project=project)
    s.worker().refused("pack_take", 422, "invalid", {"count": 201}, project=project)
    s.worker().refused("pack_take", 422, "invalid", {"count": 1, "bytes": 8388609}, project=project)
    s.audit()


def test_pack_settings(s):
    """how many and for how long is the requester's setting, also later"""
    requester, project = s.project(tasks(10), pack_tasks=3, pack_seconds=60)
    worker = s.worker()
    before = time.time()
    leases = pack(worker, project, 10)
    assert len(leases) == 3
    stamp = time.strptime(leases[0]["deadline"], "%Y-%m-%dT%H:%M:%SZ")
    assert 50 <= calendar.timegm(stamp) - before <= 90
    requester.do("project_update", {"pack_tasks": 0}, project=project)
    assert len(pack(worker, project, 10)) == 3  # what is held stays
    s.worker().refused("pack_take", 409, "no_packs", {"count": 1}, project=project)
    for wrong in ({"pack_tasks": 201}, {"pack_tasks": -1}, {"pack_seconds": 59}, {"pack_seconds": 1209601}):
        requester.refused("project_update", 422, "invalid", wrong, project=project)
    requester.do("project_pause", project=project)
    assert len(pack(worker, project, 10)) == 3
    s.worker().refused("pack_take", 409, "project_closed", {"count": 1}, project=project)
    assert send(worker, project, [item(leases[0])])["answers"][0]["status"] == 200  # paused: what is held is taken
    s.audit()


def test_held_too_many(s):
    """one person holds at most 500 tasks over all projects"""
    requester = s.requester(1_000_000 * CENT)
    worker = s.worker()
    for n in range(3):
        _, project = s.project(tasks(200), requester, pack_tasks=200, title=f"many {n}", price_micros=1)
        assert len(pack(worker, project, 200)) == (100 if n == 2 else 200)
    _, project = s.project(tasks(2), requester, price_micros=1)
    worker.refused("pack_take", 409, "held_too_many", {"count": 1}, project=project)
    s.audit()


def test_answers(s):
    """many answers in one request; each is accepted or refused by itself, and its pay is reserved"""
    requester, project = s.project(tasks(6), approve_seconds=0)
    worker, other = s.worker(), s.worker()
    leases = pack(worker, project, 3)
    foreign = take(other, project)
    items = [item(lease, work_seconds=2.5) for lease in leases]
    items.insert(1, item(foreign, ticket="0" * 24))
    items.append({"key": "wrong", "task": leases[0]["task"], "result": answer("Western")})
    items.append({"key": "none", "task": 999, "result": answer()})
    reply = send(worker, project, items, take_next=True)
    assert [(a["status"], a.get("code")) for a in reply["answers"]] == [
        (200, None), (409, "no_lease"), (200, None), (200, None), (422, "answer_invalid"), (404, "not_found")], reply
    assert reply["answers"][0]["state"] == "approved" and reply["answers"][0]["price_micros"] == 5 * CENT
    assert reply["next"]["task"] == 5 and reply["store"]["seq"] > 0
    assert worker.do("session_show")["available_micros"] == 15 * CENT
    assert s.stats(requester, project)["done_tasks"] == 3
    s.audit()


def test_answer_five_times(s):
    """the same answer five times, in one request, under one id, under others: stored and paid once"""
    requester, project = s.project(tasks(3), approve_seconds=0)
    worker = s.worker()
    lease = pack(worker, project, 1)[0]
    one = item(lease, "mine")
    first = send(worker, project, [one])["answers"][0]
    for again in ([one], [one, one], [dict(one, key="another")], [dict(one, ticket="")]):
        for given in send(worker, project, again)["answers"]:
            assert (given["status"], given["annotation"]) == (200, first["annotation"]), given
    other = send(worker, project, [dict(one, result=answer("Horror"))])["answers"][0]
    assert (other["status"], other["code"]) == (422, "request_id_reused")
    other = send(worker, project, [dict(one, key="new", result=answer("Horror"))])["answers"][0]
    assert (other["status"], other["code"]) == (409, "already_answered")
    assert worker.do("session_show")["available_micros"] == 5 * CENT
    assert s.stats(requester, project)["approved"] == 1
    s.audit()


def test_answers_form(s):
    """a request that is no list of answers is refused as a whole, with the places"""
    _, project = s.project(tasks(3))
    worker, other = s.worker(), s.worker()
    lease = pack(worker, project, 1)[0]
    good = item(lease)
    for wrong, place in ((dict(good, key=""), "key"), (dict(good, key="a b"), "key"), (dict(good, key="k" * 81), "key"),
                         (dict(good, task="1"), "task"), (dict(good, task=0), "task"), (dict(good, work_seconds=-1), "work_seconds"),
                         (dict(good, work_seconds=1209601), "work_seconds"), (dict(good, ticket=5), "ticket"),
                         (dict(good, ticket="t" * 81), "ticket"), (dict(good, more=1), ""), ([], ""),
                         ({k: v for k, v in good.items() if k != "result"}, "result")):
        problem = worker.refused("work_answers", 422, "invalid", {"answers": [good, wrong]}, project=project)
        assert problem["errors"][0]["pointer"].startswith(f"/answers/1/{place}"), (wrong, problem)
    worker.refused("work_answers", 422, "invalid", {"answers": [dict(good, key="same")]}, project=project, key="same")
    for wrong in ([], "x", [good] * 51):
        worker.refused("work_answers", 422, "invalid", {"answers": wrong}, project=project)
    worker.refused("work_answers", 409, "other_person", {"answers": [good], "person": other.id}, project=project)
    assert held(s, worker) == 1
    assert send(worker, project, [item(lease, f"k{n}") for n in range(50)], person=worker.id)["answers"][49]["status"] == 200
    s.audit()


def test_pack_return(s):
    """unopened tasks go back to the others and may come again; a skipped one does not"""
    requester, project = s.project(tasks(4))
    worker, other = s.worker(), s.worker()
    leases = pack(worker, project, 4)
    worker.do("work_skip", {"take_next": False}, project=project, task=1)
    assert worker.do("pack_return", {"tasks": [1, 2, 3, 77]}, project=project) == {"returned": 2}
    assert other.do("pack_return", {"tasks": [4]}, project=project) == {"returned": 0}
    assert [lease["task"] for lease in pack(worker, project, 4)] == [4, 2, 3]
    assert worker.do("pack_return", {"tasks": [2, 3]}, project=project) == {"returned": 2}
    assert sorted(work_all(other, project)) == [1, 2, 3]
    assert send(worker, project, [item(leases[3])])["answers"][0]["status"] == 200
    assert s.stats(requester, project)["done_tasks"] == 4
    for wrong in ([], [0], list(range(1, 202))):
        worker.refused("pack_return", 422, "invalid", {"tasks": wrong}, project=project)
    s.audit()


def test_pack_expiry(s):
    """the tick takes a pack away after its time; a late answer is taken and paid while the task needs answers"""
    requester, project = s.project(tasks(2))
    worker, other = s.worker(), s.worker()
    leases = pack(worker, project, 2)
    s.store.run(f"UPDATE lease SET deadline_usec = 1 WHERE worker_id = {worker.id}")
    wait_until(lambda: held(s, worker) == 0, what="the tick")
    other_task = take(other, project)["task"]
    submit(other, project, other_task)
    reply = {a["task"]: a for a in send(worker, project, [item(lease) for lease in leases])["answers"]}
    assert reply[other_task]["code"] == "task_full"
    assert reply[3 - other_task]["status"] == 200 and reply[3 - other_task]["late"]
    stats = s.stats(requester, project)
    assert (stats["done_tasks"], stats["leases"], stats["submitted"]) == (2, 0, 2), stats
    s.audit()


def test_gold_in_pack(s):
    """gold is mixed into packs at its rate and cannot be told from other tasks"""
    gold = [{"data": {"text": f"known {n}"}, "gold": "Comedy"} for n in range(40)]
    _, project = s.project(tasks(60) + gold, gold_permille=300, pack_tasks=80)
    leases = pack(s.worker(), project, 80)
    count = sum(lease["data"]["text"].startswith("known") for lease in leases)
    assert 5 <= count <= 40 and len({frozenset(lease) for lease in leases}) == 1, count
    s.audit()


def test_lost_lease(s):
    """a restored database does not know today's leases: with its ticket the answer is taken and paid all the same"""
    requester, project = s.project(tasks(3))
    worker, other = s.worker(), s.worker()
    leases = pack(worker, project, 3)
    # What a backup of before the pack has: no leases, no pay reserved.
    worker.do("pack_return", {"tasks": [1, 2, 3]}, project=project)
    assert held(s, worker) == 0
    stolen = other.do("work_answers", {"answers": [item(leases[0])]}, project=project)["answers"][0]
    assert stolen["code"] == "no_lease"  # a ticket is its worker's alone
    bare = send(worker, project, [dict(item(leases[0], "bare"), ticket="")])["answers"][0]
    assert bare["code"] == "no_lease"
    given = send(worker, project, [item(lease, work_seconds=4) for lease in leases[:2]])["answers"]
    assert [(a["status"], a["late"]) for a in given] == [(200, True)] * 2
    assert take(other, project)["task"] == 3
    given = send(worker, project, [item(leases[2])])["answers"][0]
    assert given["code"] == "task_full"
    stats = s.stats(requester, project)
    assert (stats["submitted"], stats["workers"]) == (2, 2), stats
    s.audit()


def test_store_mark(s):
    """the newest event's number and time; asked for an event, its time"""
    _, project = s.project(tasks(2))
    worker = s.worker()
    before = worker.do("session_show")["store"]
    assert before["seq"] > 0 and before["mark"] > 0 and before["seen"] is None
    submit(worker, project, take(worker, project)["task"])
    after = worker.do("session_show", seen=before["seq"])["store"]
    assert after["seq"] > before["seq"] and after["seen"] == before["mark"]
    assert worker.do("session_show", seen=after["seq"] + 1000)["store"]["seen"] is None


def test_small_replies(s):
    """what workers read is packed for those who take gzip, and only for them"""
    _, project = s.project([{"text": f"the same words again and again {n}"} for n in range(20)])
    worker = s.worker()
    plain = worker.ask("pack_take", {"count": 20}, project=project)
    small = worker.ask("pack_take", {"count": 20}, project=project, headers={"Accept-Encoding": "br, gzip"})
    assert small.headers["content-encoding"] == "gzip" and len(small.body) < len(plain.body) / 3
    assert json.loads(gzip.decompress(small.body)) == plain.json
    for accept in ("identity", "gzip;q=0", "br"):
        assert "content-encoding" not in worker.ask("work_show", project=project, headers={"Accept-Encoding": accept}).headers
    assert "content-encoding" not in worker.ask("session_show", headers={"Accept-Encoding": "gzip"}).headers
