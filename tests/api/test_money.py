"""Money: exact to the micro-unit, nothing made and nothing lost."""

from faena import CENT, answer, submit, take, tasks, wait_until, work_all


def balances(s):
    """{account: what can leave it}, from the database itself"""
    return {row[0]: row[1] for row in s.store.rows("SELECT id, credits_posted - debits_posted - debits_pending FROM account")}


def test_credit(s):
    """test money arrives on the account and in the list of transfers"""
    requester = s.requester()
    made = s.operator.do("person_credit", {"amount_micros": 12_345_678, "note": "lesson 1"}, person=requester.id)
    assert made["kind"] == "credit" and made["state"] == "posted" and made["amount_micros"] == 12_345_678
    assert made["note"] == "lesson 1" and made["project"] is None and made["task"] is None and made["settled_at"]
    assert requester.available == 12_345_678
    listed = requester.do("transfer_list")["items"]
    assert listed == [made], listed
    s.operator.refused("person_credit", 404, "not_found", {"amount_micros": 1}, person=99)
    for amount in (0, -5, 10_000_000_000_001):
        s.operator.refused("person_credit", 422, "invalid", {"amount_micros": amount}, person=requester.id)


def test_short_balance(s):
    """publishing is refused with exactly what is missing, and nothing is reserved"""
    requester = s.requester(99_999)
    project = s.draft(requester, tasks(4), price_micros=10_001, overlap=3)
    quote = requester.do("project_quote", project=project)
    expected = quote.pop("expected")
    assert (expected["answers"], expected["answers_low"], expected["answers_high"], expected["cost_micros"]) == (12, 12, 12, 120_012), expected
    assert quote == {"tasks": 4, "answers": 12, "gold_answers": 0, "cost_micros": 120_012, "available_micros": 99_999,
                     "missing_micros": 20_013}, quote
    problem = requester.refused("project_publish", 402, "short_balance", project=project)
    assert problem["missing_micros"] == 20_013, problem
    assert requester.available == 99_999 and requester.do("project_show", project=project)["state"] == "draft"
    s.operator.do("person_credit", {"amount_micros": 20_013}, person=requester.id)
    live = requester.do("project_publish", project=project)
    assert live["state"] == "live" and live["published_at"] and live["stats"]["escrow_micros"] == 120_012
    assert requester.available == 0


def test_way_of_an_answer(s):
    """reserved at publishing, pending at the take, paid at approval, given back at rejection and completion"""
    requester = s.requester(1_000_000)
    price = 5 * CENT
    _, project = s.project(tasks(3), requester, price_micros=price, overlap=1)
    assert requester.available == 1_000_000 - 3 * price
    worker = s.worker()
    first = take(worker, project)
    assert first["price_micros"] == price
    assert (worker.available, worker.pending) == (0, 0)  # reserved for them, but not earned yet
    assert s.store.rows(f"SELECT credits_pending FROM account WHERE id = {worker.id}")[0][0] == price
    done = submit(worker, project, first["task"], take_next=True)
    assert done["state"] == "submitted" and done["pending_micros"] == price and done["late"] is False
    assert done["price_micros"] == price and done["next"]["task"] != first["task"]
    worker.do("work_return", project=project, task=done["next"]["task"])
    assert (worker.available, worker.pending) == (0, price)
    pay = worker.do("transfer_list")["items"]
    assert [t["state"] for t in pay] == ["pending"] and pay[0]["settled_at"] is None and pay[0]["task"] == first["task"]
    assert pay[0]["project"] == {"id": project, "title": "Genres of films"}
    requester.do("annotation_approve", {"ids": [done["annotation"]]}, project=project)
    assert (worker.available, worker.pending) == (price, 0)
    stats = s.stats(requester, project)
    assert stats["paid_micros"] == price and stats["escrow_micros"] == 2 * price, stats
    second = s.worker()
    other = submit(second, project, take(second, project)["task"])
    problem = requester.refused("annotation_reject", 422, "invalid", {"ids": [other["annotation"]]}, project=project)
    assert problem["errors"][0]["pointer"] == "/reason"
    requester.do("annotation_reject", {"ids": [other["annotation"]], "reason": "not what was asked"}, project=project)
    assert (second.available, second.pending) == (0, 0)
    finished = requester.do("project_complete", project=project)
    assert finished["stats"]["escrow_micros"] == 0 and finished["stats"]["paid_micros"] == price
    assert requester.available == 1_000_000 - price
    kinds = [(t["kind"], t["amount_micros"]) for t in requester.do("transfer_list")["items"]]
    assert kinds == [("refund", 2 * price), ("reserve", -3 * price), ("credit", 1_000_000)], kinds
    s.audit()


def test_completion_with_held_tasks(s):
    """a completed project keeps what it owes for held and waiting answers, and refunds it when they are settled"""
    requester = s.requester(100)
    _, project = s.project(tasks(4), requester, price_micros=25)
    holder, waiting, returning = s.worker(), s.worker(), s.worker()
    held = take(holder, project)["task"]
    sent = submit(waiting, project, take(waiting, project)["task"])["annotation"]
    back = take(returning, project)["task"]
    stats = requester.do("project_complete", project=project)["stats"]
    assert stats["escrow_micros"] == 75 and requester.available == 25, stats
    returning.do("work_return", project=project, task=back)
    assert requester.available == 50
    late = submit(holder, project, held)["annotation"]
    requester.do("annotation_approve", {"ids": [late]}, project=project)
    requester.do("annotation_reject", {"ids": [sent], "reason": "empty text"}, project=project)
    assert requester.available == 75 and holder.available == 25 and waiting.available == 0
    assert s.stats(requester, project)["escrow_micros"] == 0
    s.audit()


def test_free_work(s):
    """a price of nothing works, with no money at all"""
    requester = s.requester()
    _, project = s.project(tasks(2), requester, price_micros=0)
    worker = s.worker()
    assert len(work_all(worker, project)) == 2
    assert worker.pending == 0
    s.audit()


def test_add_money_in_steps(s):
    """tasks added to a live project wait unfunded until it is published again"""
    requester = s.requester(10 * CENT)
    _, project = s.project(tasks(1), requester, price_micros=CENT)
    assert requester.do("task_create", {"tasks": tasks(2, start=2)}, project=project) == {"added": 2, "repeated": 0}
    assert [t["id"] for t in requester.all("task_list", project=project, state="unfunded")] == [2, 3]
    worker = s.worker()
    assert work_all(worker, project) == [1]
    quote = requester.do("project_quote", project=project)
    assert quote["tasks"] == 2 and quote["cost_micros"] == 2 * CENT
    stats = requester.do("project_publish", project=project)["stats"]
    assert stats["unfunded_tasks"] == 0 and requester.available == 7 * CENT
    assert work_all(worker, project) == [2, 3]
    requester.refused("project_publish", 409, "no_tasks", project=project)


def test_retired_before_funding(s):
    """a task retired before it is paid for costs nothing"""
    requester = s.requester(10 * CENT)
    project = s.draft(requester, tasks(3), price_micros=CENT)
    assert requester.do("task_update", {"retired": True}, project=project, task=2)["state"] == "retired"
    assert requester.do("project_quote", project=project)["cost_micros"] == 2 * CENT
    stats = requester.do("project_publish", project=project)["stats"]
    assert requester.available == 8 * CENT and stats["answers_wanted"] == 2 and stats["retired_tasks"] == 1, stats
    requester.do("task_create", {"tasks": tasks(2, start=10)}, project=project)
    requester.do("task_update", {"retired": True}, project=project, task=5)
    assert [t["id"] for t in requester.all("task_list", project=project, state="unfunded")] == [4]
    requester.do("project_publish", project=project)
    assert requester.available == 7 * CENT
    assert work_all(s.worker(), project) == [1, 3, 4]
    s.audit()


def test_retiring_returns_money(s):
    """what a retired task will not be asked any more comes back at once; retired gold is not paid for again"""
    requester = s.requester(1000 * CENT)
    gold = [{"data": {"text": f"known {n}"}, "gold": "Drama"} for n in range(5)]
    project = s.draft(requester, tasks(90) + gold, price_micros=CENT, overlap=1, gold_permille=100)
    stats = requester.do("project_publish", project=project)["stats"]
    # 90 answers and 10 of gold, two for each gold task
    assert requester.available == 900 * CENT and stats["answers_wanted"] == 100, stats
    requester.do("task_update", {"retired": True}, project=project, task=1)
    assert requester.available == 901 * CENT
    for task in (91, 92, 93):
        requester.do("task_update", {"retired": True}, project=project, task=task)
    stats = requester.do("project_show", project=project)["stats"]
    assert requester.available == 907 * CENT, requester.available
    assert (stats["gold_tasks"], stats["retired_tasks"], stats["answers_wanted"]) == (2, 4, 93), stats
    s.audit()
    # two gold tasks carry the share of 179 answers now: 20, ten each, of which four are paid
    requester.do("task_create", {"tasks": tasks(90, start=1000)}, project=project)
    quote = requester.do("project_quote", project=project)
    assert (quote["answers"], quote["gold_answers"], quote["cost_micros"]) == (90, 16, 106 * CENT), quote
    requester.do("project_publish", project=project)
    assert requester.available == 801 * CENT
    requester.do("project_complete", project=project)
    assert requester.available == 1000 * CENT
    s.audit()


def test_retired_while_held(s):
    """the pay of a task that is held or answered when it is retired stays with its worker"""
    requester, worker = s.requester(10 * CENT), s.worker()
    _, project = s.project(tasks(1), requester, price_micros=CENT, overlap=5)
    task = take(worker, project)["task"]
    requester.do("task_update", {"retired": True}, project=project, task=task)
    assert requester.available == 9 * CENT, "four of five answers are not asked any more"
    submit(worker, project, task, answer("Drama"))
    requester.do("annotation_approve", {"ids": [a["id"] for a in requester.all("annotation_list", project=project)]}, project=project)
    assert worker.available == CENT
    requester.do("project_complete", project=project)
    assert requester.available == 9 * CENT
    s.audit()


def test_retired_comes_to_nothing(s):
    """the pay of who still held a retired task comes back as soon as it is sure that they will not get it"""
    requester = s.requester(10 * CENT)
    _, project = s.project(tasks(1), requester, price_micros=CENT, overlap=7)
    returns, rejected, expires, again, approved, leaves = workers = [s.worker() for _ in range(6)]
    for worker in workers:
        assert take(worker, project)["task"] == 1
    given = {worker: submit(worker, project, 1, answer("Drama"))["annotation"] for worker in (rejected, again, approved)}
    requester.do("task_update", {"retired": True}, project=project, task=1)
    assert requester.available == 4 * CENT, "one of seven answers was not asked of anybody yet"
    returns.do("work_return", project=project, task=1)
    assert requester.available == 5 * CENT
    requester.do("annotation_reject", {"ids": [given[rejected]], "reason": "not a drama"}, project=project)
    assert requester.available == 6 * CENT
    requester.do("annotation_send_back", {"ids": [given[again]], "comment": "look again"}, project=project)
    assert requester.available == 6 * CENT, "it may still be done"
    again.do("work_return", project=project, task=1)
    assert requester.available == 7 * CENT
    requester.do("project_pause", project=project)
    s.store.run(f"UPDATE lease SET deadline_usec = 1 WHERE worker_id = {expires.id}")
    wait_until(lambda: requester.available == 8 * CENT, what="the end of the lease")
    leaves.do("me_delete", {"password": leaves.password})
    assert requester.available == 9 * CENT
    requester.do("annotation_approve", {"ids": [given[approved]]}, project=project)
    assert approved.available == CENT and requester.available == 9 * CENT
    s.audit()
    requester.do("project_complete", project=project)
    assert requester.available == 9 * CENT
    s.audit()


def test_gold_costs(s):
    """gold is paid as a share of all answers, and none of it without a share"""
    requester = s.requester(1000 * CENT)
    gold = [{"data": {"text": f"known {n}"}, "gold": "Drama"} for n in range(4)]
    project = s.draft(requester, tasks(90) + gold, price_micros=CENT, overlap=1, gold_permille=100)
    quote = requester.do("project_quote", project=project)
    # 90 answers are 900 permille; gold makes up the other 100: 10 answers, 4 tasks: 3 each
    assert (quote["tasks"], quote["answers"], quote["gold_answers"], quote["cost_micros"]) == (94, 90, 12, 102 * CENT), quote
    requester.do("project_update", {"gold_permille": 0}, project=project)
    quote = requester.do("project_quote", project=project)
    assert quote["gold_answers"] == 0 and quote["cost_micros"] == 90 * CENT, quote


def test_sum_over_all(s):
    """over all accounts money sums to nothing, and every transfer list to its balance"""
    requester = s.requester(7_777_777)
    _, project = s.project(tasks(7), requester, price_micros=33_333, overlap=2)
    workers = [s.worker() for _ in range(3)]
    for number, worker in enumerate(workers):
        work_all(worker, project, most=3 + number)
    answers = requester.all("annotation_list", project=project)
    requester.do("annotation_approve", {"ids": [a["id"] for a in answers[::2]]}, project=project)
    requester.do("annotation_reject", {"ids": [a["id"] for a in answers[1::3]], "reason": "too quick"}, project=project)
    assert sum(balances(s).values()) + s.store.rows("SELECT coalesce(sum(debits_pending), 0) FROM account")[0][0] == 0
    for person in workers + [requester]:
        moved = sum(t["amount_micros"] for t in person.all("transfer_list", limit=3) if t["state"] == "posted")
        assert moved == person.available, (moved, person.available)
    s.audit()


def test_too_much(s):
    """a quote above what one transfer can hold is refused with a sentence"""
    requester = s.requester()
    project = s.draft(requester, tasks(20), price_micros=10_000_000_000, overlap=100)
    requester.refused("project_quote", 422, "invalid", project=project)
    requester.refused("project_publish", 422, "invalid", project=project)


def test_answers_after_price(s):
    """a worker's history tells price, state and reason of each answer"""
    requester, project = s.project(tasks(2), price_micros=3 * CENT)
    worker = s.worker()
    first = submit(worker, project, take(worker, project)["task"], answer("Horror"), work_seconds=2.5)["annotation"]
    second = submit(worker, project, take(worker, project)["task"])["annotation"]
    requester.do("annotation_reject", {"ids": [first], "reason": "this is no horror film"}, project=project)
    history = worker.do("work_history")["items"]
    assert [(h["id"], h["state"], h["reason"]) for h in history] == [
        (second, "submitted", None), (first, "rejected", "this is no horror film")], history
    assert all(h["price_micros"] == 3 * CENT and h["project"]["id"] == project for h in history)
