"""Work: taking, answering, giving back; overlap, gold, priorities, time."""

import random
import threading
import time

from faena import CENT, TWO_QUESTIONS, Client, answer, problem_check, rating, submit, take, tasks, wait_until, work_all


def expire(s, worker):
    """Puts the worker's held tasks past their deadline; the tick then takes them away."""
    s.store.run(f"UPDATE lease SET deadline_usec = 1 WHERE worker_id = {worker.id} AND state = 0")
    wait_until(lambda: s.store.rows(f"SELECT count(*) FROM lease WHERE worker_id = {worker.id} AND state = 0")[0][0] == 0,
               what="the tick")


def test_take_and_submit(s):
    """take, answer with the next in the same step, until there is no work; nothing comes twice"""
    requester, project = s.project(tasks(5))
    worker = s.worker()
    lease = take(worker, project)
    assert lease["data"] == {"text": "film 1"} and lease["price_micros"] == 5 * CENT
    assert take(worker, project) == lease  # the held one again
    seen = []
    while lease:
        seen.append(lease["task"])
        lease = submit(worker, project, lease["task"], take_next=True)["next"]
    assert seen == [1, 2, 3, 4, 5]
    worker.refused("work_take", 404, "no_work", project=project)
    stats = s.stats(requester, project)
    assert (stats["done_tasks"], stats["submitted"], stats["workers"], stats["leases"]) == (5, 5, 1, 0), stats


def test_no_lease(s):
    """who does not hold a task cannot answer it, give it back or report it"""
    requester, project = s.project(tasks(2), overlap=2)
    worker, other = s.worker(), s.worker()
    task = take(other, project)["task"]
    place = {"project": project, "task": task}
    worker.refused("work_submit", 409, "no_lease", {"result": answer()}, **place)
    for name in ("work_skip", "work_return", "work_heartbeat"):
        worker.refused(name, 409, "no_lease", **place)
    worker.refused("work_report", 409, "no_lease", {"reason": "broken picture"}, **place)
    worker.refused("work_submit", 404, "not_found", {"result": answer()}, project=project, task=999)
    worker.refused("work_take", 404, "not_found", project=12345)
    submit(other, project, task)
    other.refused("work_submit", 409, "already_answered", {"result": answer()}, **place)
    assert s.stats(requester, project)["submitted"] == 1


def test_wrong_answers(s):
    """an answer that does not fit the config is refused with the place, and the task stays held"""
    requester, project = s.project(tasks(1), label_config=TWO_QUESTIONS)
    worker = s.worker()
    task = take(worker, project)["task"]
    for result in ([], "Drama", {}, answer("Western") + rating(3), answer(), answer() + rating(6), answer() + rating("3"),
                   answer(control="nothing") + rating(3), answer(to="other") + rating(3), answer() + answer() + rating(3),
                   [1], answer() + rating(3) + [{"from_name": "stars"}]):
        problem = worker.refused("work_submit", 422, "answer_invalid", {"result": result}, project=project, task=task)
        assert all(e["pointer"].startswith("/result") for e in problem["errors"]), (result, problem)
    assert submit(worker, project, task, answer() + rating(3))["state"] == "submitted"


def test_skip_and_return(s):
    """a skipped or returned task goes to others and never comes back"""
    requester, project = s.project(tasks(3))
    first, second = s.worker(), s.worker()
    task = take(first, project)["task"]
    following = first.do("work_skip", {"take_next": True}, project=project, task=task)["next"]
    assert following["task"] != task
    assert first.do("work_return", project=project, task=following["task"]) is None
    rest = work_all(first, project)
    assert rest == [3]
    assert sorted(work_all(second, project)) == sorted([task, following["task"]])
    assert s.stats(requester, project)["done_tasks"] == 3


def test_report(s):
    """a reported task is given back with the reason, which the requester sees"""
    requester, project = s.project(tasks(2))
    worker = s.worker()
    task = take(worker, project)["task"]
    worker.refused("work_report", 422, "invalid", {"reason": "bad"}, project=project, task=task)
    following = worker.do("work_report", {"reason": "the text is cut off"}, project=project, task=task)["next"]
    assert following["task"] != task
    shown = requester.do("task_show", project=project, task=task)
    assert shown["report_count"] == 1 and shown["reports"][0]["reason"] == "the text is cut off"
    assert shown["reports"][0]["worker"] == worker.person["handle"]
    assert [t["id"] for t in requester.all("task_list", project=project, state="reported")] == [task]
    assert s.stats(requester, project)["reports"] == 1
    retired = requester.do("task_update", {"retired": True}, project=project, task=task)
    assert retired["state"] == "retired"
    assert take(s.worker(), project) is None
    requester.refused("task_update", 409, "bad_state", {"retired": True}, project=project, task=task)
    requester.refused("task_update", 422, "invalid", {"retired": False}, project=project, task=task)


def test_priority(s):
    """higher priorities first; a changed priority counts at once"""
    items = [{"data": {"text": f"film {n}"}, "priority": n % 3} for n in range(6)]
    requester, project = s.project(items)
    assert requester.do("task_update", {"priority": 9}, project=project, task=4)["priority"] == 9
    assert work_all(s.worker(), project) == [4, 3, 6, 2, 5, 1]


def test_overlap(s):
    """each task gets exactly the answers it wants, from different workers"""
    requester, project = s.project(tasks(4), overlap=3)
    for _ in range(5):
        work_all(s.worker(), project)
    for task in requester.all("task_list", project=project):
        assert (task["answers"], task["state"], task["wanted"]) == (3, "done", 3), task
    workers = {}
    for given in requester.all("annotation_list", project=project):
        workers.setdefault(given["task"], []).append(given["worker"]["id"])
    assert all(len(set(ids)) == 3 for ids in workers.values()), workers


def test_gold(s):
    """gold is mixed in at its rate, cannot be told from other tasks, and is counted right or wrong"""
    gold = [{"data": {"text": f"known {n}"}, "gold": "Comedy"} for n in range(60)]
    requester, project = s.project(tasks(200) + gold, gold_permille=200, overlap=2)
    good, bad = s.worker(), s.worker()
    # The share falls to a quarter as trust in who is always right grows.
    seen = work_all(good, project, lambda task: "Comedy" if task > 200 else "Drama")
    count = sum(task > 200 for task in seen)
    assert 5 <= count <= 60, f"{count} gold among {len(seen)}"
    assert len(set(seen)) == len(seen)
    assert not set(take(bad, project)) & {"gold"}
    work_all(bad, project, most=40)
    accuracy = {True: 0, False: 0}
    for given in requester.all("annotation_list", project=project, worker=good.id):
        assert given["gold_right"] == (True if given["task"] > 200 else None), given
    for given in requester.all("annotation_list", project=project, worker=bad.id):
        if given["gold_right"] is not None:
            accuracy[given["gold_right"]] += 1
    assert accuracy[True] == 0 and accuracy[False] > 0, accuracy
    stats = s.stats(requester, project)
    assert stats["gold_answers"] == count + accuracy[False]
    assert abs(stats["gold_accuracy"] - count / stats["gold_answers"]) < 1e-5, stats
    assert all(t["gold"] for t in requester.all("task_list", project=project, state="gold"))


def test_gold_again(s):
    """tasks added later bring more gold answers; the agreement counts each label once"""
    gold = [{"data": {"text": "known"}, "gold": "Comedy"}]
    requester, project = s.project(tasks(18) + gold, gold_permille=100)
    workers = [s.worker() for _ in range(3)]
    for worker in workers[:2]:
        work_all(worker, project)
    for round_number in range(3):
        requester.do("task_create", {"tasks": tasks(30, start=1000 + 100 * round_number)}, project=project)
        requester.do("project_publish", project=project)
        for worker in workers:
            work_all(worker, project)
    position = s.store.rows(f"SELECT next_position FROM project_count WHERE project_id = {project}")[0][0]
    assert position < 2000, position
    votes, judged = s.store.rows(f"SELECT agreed_votes, judged_votes FROM project_count WHERE project_id = {project}")[0]
    right = s.store.rows("SELECT coalesce(sum(votes), 0), coalesce(sum(answers), 0) FROM task_label"
                         f" WHERE project_id = {project} AND answers > 1")[0]
    assert (votes, judged) == right, (votes, judged, right)
    s.audit()


def test_expired_lease(s):
    """after the deadline the tick gives the task to others; a late answer is taken and paid while answers are wanted"""
    requester, project = s.project(tasks(1), overlap=2)
    slow = s.worker()
    task = take(slow, project)["task"]
    expire(s, slow)
    assert (slow.pending, s.stats(requester, project)["leases"]) == (0, 0)
    done = submit(slow, project, task)
    assert done["late"] is True and done["pending_micros"] == 5 * CENT
    requester.do("annotation_approve", {"ids": [done["annotation"]]}, project=project)
    assert slow.available == 5 * CENT
    s.audit()


def test_too_late(s):
    """a late answer is refused when others have answered or hold the task, or the project is closed"""
    requester, project = s.project(tasks(1))
    slow, quick = s.worker(), s.worker()
    task = take(slow, project)["task"]
    expire(s, slow)
    assert take(quick, project)["task"] == task
    slow.refused("work_submit", 409, "task_full", {"result": answer()}, project=project, task=task)
    submit(quick, project, task)
    slow.refused("work_submit", 409, "task_full", {"result": answer()}, project=project, task=task)
    requester, project = s.project(tasks(1))
    task = take(slow, project)["task"]
    expire(s, slow)
    requester.do("project_complete", project=project)
    slow.refused("work_submit", 409, "project_closed", {"result": answer()}, project=project, task=task)
    assert take(s.worker(), s.project(tasks(1))[1])
    s.audit()


def test_late_after_rejection(s):
    """a late answer fits when another one was rejected meanwhile"""
    requester, project = s.project(tasks(1))
    slow, quick = s.worker(), s.worker()
    task = take(slow, project)["task"]
    expire(s, slow)
    given = submit(quick, project, take(quick, project)["task"])["annotation"]
    requester.do("annotation_reject", {"ids": [given], "reason": "this is wrong"}, project=project)
    assert submit(slow, project, task)["late"] is True
    quick.refused("work_submit", 409, "already_answered", {"result": answer()}, project=project, task=task)
    assert requester.do("task_show", project=project, task=task)["state"] == "done"
    s.audit()


def test_heartbeat(s):
    """a heartbeat moves the deadline, at most to three times the time after the take"""
    requester, project = s.project(tasks(1), task_seconds=600)
    worker = s.worker()
    lease = take(worker, project)
    begun = time.time()
    deadline = worker.do("work_heartbeat", project=project, task=lease["task"])["deadline"]
    assert deadline >= lease["deadline"]
    taken = int((begun - 1200) * 1e6)
    s.store.run(f"UPDATE lease SET taken_usec = {taken} WHERE worker_id = {worker.id}")
    worker.do("work_heartbeat", project=project, task=lease["task"])
    now = s.store.rows(f"SELECT deadline_usec FROM lease WHERE worker_id = {worker.id}")[0][0]
    assert taken + 1_790_000_000 <= now <= taken + 1_800_000_000 + 10_000_000, now - taken


def test_clock(s):
    """in real time: a lease of 10 s expires, and an answer is approved after its delay"""
    requester, project = s.project(tasks(2), task_seconds=10, approve_seconds=2)
    worker, holder = s.worker(), s.worker()
    given = submit(worker, project, take(worker, project)["task"])
    assert given["state"] == "submitted" and given["pending_micros"] == 5 * CENT
    wait_until(lambda: worker.available == 5 * CENT, what="the approval after 2 s")
    assert worker.pending == 0
    item = worker.do("work_history")["items"][0]
    assert item["state"] == "approved" and item["decided_at"] >= item["approves_at"]
    held = take(holder, project)["task"]
    wait_until(lambda: s.stats(requester, project)["leases"] == 0, what="the end of the lease")
    assert holder.do("session_show")["pending_micros"] == 0
    assert take(s.worker(), project)["task"] == held


def test_approve_at_once(s):
    """with a delay of nothing an answer is approved and paid in the same step"""
    requester, project = s.project(tasks(1), approve_seconds=0)
    worker = s.worker()
    done = submit(worker, project, take(worker, project)["task"])
    assert done["state"] == "approved" and done["pending_micros"] == 0 and worker.available == 5 * CENT
    assert s.stats(requester, project)["approved"] == 1


def test_measured_time(s):
    """pay per hour comes from the median of what answers took, not of what pages claim beyond it"""
    requester, project = s.project(tasks(12), price_micros=10 * CENT)
    worker = s.worker()
    for _ in range(8):
        task = take(worker, project)["task"]
        s.store.run(f"UPDATE lease SET taken_usec = taken_usec - 60000000 WHERE worker_id = {worker.id} AND state = 0")
        submit(worker, project, task, work_seconds=36)
    shown = wait_until(lambda: (p := worker.do("work_show", project=project))["median_seconds"] and p, what="the median")
    assert shown["median_seconds"] == 36 and shown["pay_per_hour_micros"] == 1000 * CENT, shown
    task = take(worker, project)["task"]
    submit(worker, project, task, work_seconds=3600)
    longest = max(a["work_seconds"] for a in requester.all("annotation_list", project=project))
    assert longest < 60, longest


class Hammer:
    """32 workers who take, answer, skip, return, report and let tasks expire, as chance has it; each notes what they were
    given."""

    def __init__(self, s, project, seed):
        self.s, self.project, self.seed = s, project, seed
        self.errors, self.given = [], {}

    def life(self, worker, number):
        chance = random.Random(self.seed * 1000 + number)
        seen = self.given[worker.id] = []
        try:
            lease = take(worker, self.project)
            while lease:
                task = lease["task"]
                assert task not in seen, f"worker {number} was given task {task} twice"
                seen.append(task)
                dice = chance.random()
                place = {"project": self.project, "task": task}
                if dice < 0.70:
                    reply = worker.ask("work_submit", {"result": answer(chance.choice(["Drama", "Comedy"]))}, **place)
                    lease = worker.accept("work_submit", reply).json["next"]
                elif dice < 0.80:
                    lease = worker.do("work_skip", {"take_next": True}, **place)["next"]
                elif dice < 0.86:
                    worker.do("work_return", **place)
                    lease = take(worker, self.project)
                elif dice < 0.90:
                    lease = worker.do("work_report", {"reason": "looks broken"}, **place)["next"]
                elif dice < 0.95:
                    self.s.store_lock(lambda: self.s.store.run(
                        f"UPDATE lease SET deadline_usec = 1 WHERE worker_id = {worker.id} AND state = 0"))
                    time.sleep(chance.random() * 0.05)
                    reply = worker.ask("work_submit", {"result": answer("Horror")}, **place)
                    if reply.status != 200:
                        problem_check(reply, 409, "task_full")
                        lease = take(worker, self.project)
                    else:
                        lease = reply.json["next"]
                else:
                    return  # leaves with the task in hand
        except Exception as error:  # noqa: BLE001
            self.errors.append(f"worker {number}: {error!r}")


def test_concurrent_workers(s):
    """32 workers at once: never more leases and answers than wanted, nobody is given a task twice, the books are right"""
    lock = threading.Lock()

    def locked(action):
        with lock:
            action()

    s.store_lock = locked
    requester, project = s.project(tasks(60), overlap=3)
    workers = [s.worker() for _ in range(32)]
    hammer = Hammer(s, project, 7)
    watching, broken = threading.Event(), []

    def watch():
        while not watching.wait(0.02):
            with lock:
                broken.extend(s.store.rows("SELECT t.id, t.answers, t.leases FROM task t WHERE t.answers + t.leases > 3 OR"
                                           " (SELECT count(*) FROM lease l WHERE l.project_id = t.project_id AND l.task_id = t.id"
                                           f" AND l.state = 0) + t.answers > 3 AND t.project_id = {project}"))

    threads = [threading.Thread(target=hammer.life, args=(w, n)) for n, w in enumerate(workers)]
    watcher = threading.Thread(target=watch)
    for thread in threads + [watcher]:
        thread.start()
    for thread in threads:
        thread.join()
    watching.set()
    watcher.join()
    assert not hammer.errors, hammer.errors
    assert not broken, broken[:5]
    # those who left: their tasks come back, and fresh workers finish what is left
    s.store.run("UPDATE lease SET deadline_usec = 1 WHERE state = 0")
    wait_until(lambda: s.stats(requester, project)["leases"] == 0, what="the tick")
    for _ in range(6):
        work_all(s.worker(), project)
    for task in requester.all("task_list", project=project):
        assert (task["answers"], task["leases"], task["state"]) == (3, 0, "done"), task
    pairs = [(a["task"], a["worker"]["id"]) for a in requester.all("annotation_list", project=project, limit=200)]
    assert len(pairs) == len(set(pairs)) == 180
    s.audit()


def test_one_task_many_takers(s):
    """of 16 who reach for the last task at the same time, one gets it"""
    requester, project = s.project(tasks(1))
    workers = [s.worker() for _ in range(16)]
    start, got = threading.Barrier(16), []

    def reach(worker):
        worker.connect()
        start.wait()
        got.append(worker.ask("work_take", project=project).status)

    threads = [threading.Thread(target=reach, args=(worker,)) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [200] + [404] * 15, got


def test_locked_worker(s):
    """the task of a locked worker returns to the others when its time ends"""
    requester, project = s.project(tasks(1))
    worker = s.worker()
    take(worker, project)
    s.operator.do("person_update", {"disabled": True}, person=worker.id)
    expire(s, worker)
    assert len(work_all(s.worker(), project)) == 1
    assert Client(s.server).do("session_show")["person"] is None
