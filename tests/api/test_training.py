"""Qualifications, what projects ask for, courses and their exams."""

from faena import CENT, answer, submit, take, tasks, wait_until

LESSON = {"kind": "lesson", "text": "# Genres\n\nA *drama* is sad. ![a film](/files/x)"}


def question(kind, number, right):
    return {"kind": kind, "text": f"Question **{number}**?", "choices": ["Drama", "Comedy", "Horror"], "right": right, "explanation": f"Because of {number}."}


def course(requester, qualification, questions=6, **more):
    parts = [LESSON, question("practice", 0, 2)] + [question("exam", n, n % 3) for n in range(1, questions + 1)]
    return requester.do("course_create", {"title": "Genres of films", "qualification": qualification, "exam_questions": 4, "parts": parts} | more)


def qualification(requester, name="Films"):
    return requester.do("qualification_create", {"name": name, "description": "Knows films"})["id"]


def require(requester, project, *requirements):
    return requester.do("requirement_set", {"requirements": list(requirements)}, project=project)["items"]


def asks(subject, comparator, *values, **more):
    return {"subject": subject, "comparator": comparator, "values": list(values)} | more


def shown(worker, project):
    item = worker.do("work_show", project=project)
    assert next(p for p in worker.all("work_list") if p["id"] == project)["qualified"] == item["qualified"]
    return item


def test_requirements(s):
    """who does not have what is asked for sees why and gets no task; who has it works"""
    requester, project = s.project(tasks(9))
    films = qualification(requester)
    worker, other = s.worker(), s.worker()
    item, = require(requester, project, asks("qualification", "greater_than_or_equal_to", 80, qualification=films))
    assert item["qualification"] == {"id": films, "name": "Films"} and item["values"] == [80] and "met" not in item
    mine, = shown(worker, project)["requirements"]
    assert not shown(worker, project)["qualified"] and mine["met"] is False and mine["value"] is None and mine["course"] is None
    problem = worker.refused("work_take", 403, "not_qualified", project=project)
    assert "Films" in problem["detail"] and "80" in problem["detail"], problem
    worker.refused("pack_take", 403, "not_qualified", {"count": 3}, project=project)
    requester.do("holder_set", {"score": 79}, qualification=films, person=worker.id)
    worker.refused("work_take", 403, "not_qualified", project=project)
    requester.do("holder_set", {"score": 80}, qualification=films, person=worker.id)
    mine, = shown(worker, project)["requirements"]
    assert mine["met"] and mine["value"] == 80 and shown(worker, project)["qualified"]
    lease = worker.do("work_take", project=project)["task"]
    other.refused("work_take", 403, "not_qualified", project=project)
    # Taken away while a task is held: that one may be answered, there is no next.
    requester.do("holder_delete", qualification=films, person=worker.id)
    assert submit(worker, project, lease, take_next=True)["next"] is None
    require(requester, project)
    assert take(other, project)


def test_comparators(s):
    """each subject and some comparators, in and out"""
    requester, project = s.project(tasks(3))
    films = qualification(requester)
    worker = s.worker()  # Spanish, nothing answered
    cases = [(asks("language", "equal_to", "es"), True), (asks("language", "in", "en", "fr"), False), (asks("language", "not_in", "en", "fr"), True),
             (asks("approved_answers", "less_than", 1), True), (asks("approved_answers", "greater_than", 0), False),
             (asks("approval_percent", "exists"), False), (asks("approval_percent", "does_not_exist"), True),
             (asks("qualification", "does_not_exist", qualification=films), True), (asks("qualification", "exists", qualification=films), False),
             (asks("qualification", "less_than", 50, qualification=films), False)]
    for requirement, met in cases:
        asked = require(requester, project, requirement)
        assert requester.do("requirement_list", project=project)["items"] == asked
        assert shown(worker, project)["qualified"] == met, requirement
    require(requester, project, asks("language", "equal_to", "es"), asks("language", "equal_to", "en"))
    assert [r["met"] for r in shown(worker, project)["requirements"]] == [True, False] and not shown(worker, project)["qualified"]


def test_bad_requirements(s):
    """what is no requirement is refused by its place"""
    requester, project = s.project(tasks(1))
    for wrong in ({}, [], "x", asks("nonsense", "exists"), asks("language", "nonsense"), asks("language", "equal_to"), asks("language", "equal_to", "xx"),
                  asks("language", "exists", "es"), asks("approval_percent", "less_than", 101), asks("approval_percent", "less_than", -1),
                  asks("qualification", "exists"), asks("language", "in"), asks("approved_answers", "in", *range(11)), asks("language", "exists", more=1)):
        problem = requester.refused("requirement_set", 422, "invalid", {"requirements": [asks("language", "exists"), wrong]}, project=project)
        assert problem["errors"][0]["pointer"] == "/requirements/1", (wrong, problem)
    problem = requester.refused("requirement_set", 422, "invalid", {"requirements": [asks("qualification", "exists", qualification=4)]}, project=project)
    assert problem["errors"][0]["pointer"] == "/requirements/0/qualification", problem
    requester.refused("requirement_set", 422, "invalid", {"requirements": [asks("language", "exists")] * 11}, project=project)
    s.requester().refused("requirement_set", 404, "not_found", {"requirements": []}, project=project)


def test_course(s):
    """lessons, practice with its explanation, an exam that does not tell its answers, a wait after failing, and the qualification"""
    requester, project = s.project(tasks(3))
    films = qualification(requester)
    made = course(requester, films, retry_seconds=3600)
    assert made["parts"][2]["right"] == 1 and made["state"] == "draft" and made["own"]
    worker = s.worker()
    worker.refused("course_show", 404, "not_found", course=made["id"])
    requester.do("course_open", {}, course=made["id"])
    requester.refused("course_update", 409, "bad_state", {"title": "x", "qualification": films, "parts": [LESSON]}, course=made["id"])
    require(requester, project, asks("qualification", "exists", qualification=films))
    assert shown(worker, project)["requirements"][0]["course"] == made["id"]
    seen = worker.do("course_show", course=made["id"])
    assert [p["kind"] for p in seen["parts"]] == ["lesson", "practice"] and set(seen["parts"][1]) == {"position", "kind", "html", "choices"}
    assert "<em>drama</em>" in seen["parts"][0]["html"] and 'src="/files/x"' in seen["parts"][0]["html"]
    told = worker.do("course_practice", {"position": 2, "choice": 0}, course=made["id"])
    assert told == {"right": False, "right_choice": 2, "explanation_html": told["explanation_html"]} and "Because of 0" in told["explanation_html"]
    assert worker.do("course_practice", {"position": 2, "choice": 2}, course=made["id"])["right"]
    worker.refused("course_practice", 404, "not_found", {"position": 3, "choice": 0}, course=made["id"])
    worker.refused("course_exam_answer", 409, "conflict", {"choices": [0]}, course=made["id"])
    questions = worker.do("course_exam", course=made["id"])["questions"]
    assert len(questions) == 4 and set(questions[0]) == {"position", "kind", "html", "choices"}
    assert worker.do("course_exam", course=made["id"])["questions"] == questions, "an open exam stays the same"
    right = [(q["position"] - 2) % 3 for q in questions]
    worker.refused("course_exam_answer", 422, "invalid", {"choices": right[:3]}, course=made["id"])
    worker.refused("course_exam_answer", 422, "invalid", {"choices": [9, 0, 0, 0]}, course=made["id"])
    failed = worker.do("course_exam_answer", {"choices": [(c + 1) % 3 for c in right[:2]] + right[2:]}, course=made["id"])
    assert failed["percent"] == 50 and not failed["passed"] and failed["next_try_at"]
    assert "minutes" in worker.refused("course_exam", 409, "conflict", course=made["id"])["detail"]
    assert not worker.do("own_qualification_list")["items"]
    s.store.run(f"UPDATE course_try SET exam_usec = exam_usec - 3600000000 WHERE person_id = {worker.id}")
    questions = worker.do("course_exam", course=made["id"])["questions"]
    passed = worker.do("course_exam_answer", {"choices": [(q["position"] - 2) % 3 for q in questions]}, course=made["id"])
    assert passed["percent"] == 100 and passed["passed"]
    own, = worker.do("own_qualification_list")["items"]
    assert own["name"] == "Films" and own["score"] == own["given_score"] == 100 and own["by_course"]
    mine = next(c for c in worker.do("course_list")["items"] if c["id"] == made["id"])
    assert mine["tries"] == 2 and mine["best_percent"] == 100 and mine["passed_at"] and mine["spent_seconds"] >= 0 and not mine["own"]
    assert take(worker, project)
    holder, = requester.do("holder_list", qualification=films)["items"]
    assert holder["person"]["id"] == worker.id and holder["by_course"]
    requester.do("course_close", course=made["id"])
    worker.refused("course_exam", 404, "not_found", course=made["id"])


def test_exam_that_runs_out(s):
    """an exam looked at and left counts as a try, so that questions cannot be collected for nothing"""
    requester = s.requester()
    made = course(requester, qualification(requester), retry_seconds=3600)
    requester.do("course_open", {}, course=made["id"])
    worker = s.worker()
    worker.do("course_exam", course=made["id"])
    s.store.run(f"UPDATE course_try SET exam_usec = exam_usec - 7200000001 WHERE person_id = {worker.id}")
    worker.refused("course_exam_answer", 409, "conflict", {"choices": [0, 0, 0, 0]}, course=made["id"])
    worker.do("course_exam", course=made["id"])
    assert worker.do("course_show", course=made["id"])["tries"] == 1


def test_bad_courses(s):
    """parts that are none, too few questions, somebody else's qualification"""
    requester, other = s.requester(), s.requester()
    films = qualification(requester)
    for wrong in ({}, "x", LESSON | {"choices": ["a", "b"]}, LESSON | {"kind": "film"}, LESSON | {"text": ""}, LESSON | {"text": "x" * 16385}, LESSON | {"more": 1},
                  question("exam", 1, 3), question("exam", 1, -1), question("exam", 1, 0) | {"choices": ["a"]}, question("practice", 1, 0) | {"choices": ["a", ""]},
                  question("exam", 1, 0) | {"choices": [str(n) for n in range(9)]}):
        problem = requester.refused("course_create", 422, "invalid", {"title": "x", "qualification": films, "parts": [LESSON, wrong]})
        assert problem["errors"][0]["pointer"] == "/parts/1", (wrong, problem)
    requester.refused("course_create", 422, "invalid", {"title": "x", "qualification": films, "parts": []})
    other.refused("course_create", 404, "not_found", {"title": "x", "qualification": films, "parts": [LESSON]})
    made = course(requester, films, questions=3)
    requester.refused("course_open", 409, "bad_state", {}, course=made["id"])
    other.refused("course_open", 404, "not_found", {}, course=made["id"])
    fixed = requester.do("course_update", {"title": "Short", "qualification": films, "exam_questions": 3,
                                           "parts": [question("exam", n, 0) for n in range(3)]}, course=made["id"])
    assert fixed["title"] == "Short" and len(fixed["parts"]) == 3
    requester.do("course_open", {}, course=made["id"])
    other.refused("holder_set", 404, "not_found", {"score": 5}, qualification=films, person=other.id)
    other.refused("holder_list", 404, "not_found", qualification=films)
    other.refused("qualification_update", 404, "not_found", {"name": "Mine"}, qualification=films)
    assert requester.do("qualification_update", {"name": "Cinema"}, qualification=films)["name"] == "Cinema"
    assert films in [q["id"] for q in other.all("qualification_list")]
    requester.refused("holder_set", 404, "not_found", {"score": 5}, qualification=films, person=4)


def test_decay(s):
    """a score falls with the accuracy on gold of projects that ask for it, and closes them"""
    gold = [{"data": {"text": f"known {n}"}, "gold": "Comedy"} for n in range(40)]
    requester, project = s.project(tasks(60) + gold, gold_permille=500, price_micros=CENT)
    films = qualification(requester)
    require(requester, project, asks("qualification", "greater_than_or_equal_to", 60, qualification=films))
    worker = s.worker()
    requester.do("holder_set", {"score": 90}, qualification=films, person=worker.id)
    lease = worker.do("work_take", project=project)
    count = 0
    while lease and count < 60:
        count += 1
        lease = submit(worker, project, lease["task"], answer("Drama"), take_next=True)["next"]
    own, = worker.do("own_qualification_list")["items"]
    assert own["score"] < 60 and own["given_score"] == 90, own
    assert count < 60 and not shown(worker, project)["qualified"]
    worker.refused("work_take", 403, "not_qualified", project=project)
    # Given again, accuracy counts from then on.
    requester.do("holder_set", {"score": 90}, qualification=films, person=worker.id)
    assert worker.do("own_qualification_list")["items"][0]["score"] == 90 and take(worker, project)


def test_alerts_and_offers(s):
    """nobody is told of, or offered, work that is closed to them"""
    requester = s.requester(10 ** 9)
    films = qualification(requester)
    worker, other = s.worker(), s.worker()
    requester.do("holder_set", {"score": 70}, qualification=films, person=other.id)
    for person in (worker, other):
        person.do("alert_channel_create", {"kind": "web_push", "address": f"https://push.example/{person.id}", "auth": "BTBZMqHH6r4Tts7J_aSIgg",
                                           "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"})
        person.do("alert_rule_create", {})
        person.do("alert_setting_update", {"mute_hours": 9})
        person.do("wish_save", {"wants_offers": True, "weekly_minutes": 600, "quiet_from": 0, "quiet_to": 0})
    project = s.draft(requester, tasks(30))
    require(requester, project, asks("qualification", "exists", qualification=films))
    requester.do("project_publish", project=project)
    wait_until(lambda: s.store.rows("SELECT count(*) FROM alert_cause")[0][0] == 0)
    wait_until(lambda: other.do("offer_list")["items"], what="the offer")
    assert other.do("alert_list")["items"] and not worker.do("alert_list")["items"] and not worker.do("offer_list")["items"]


def balance(person):
    return person.do("session_show")["available_micros"]


def pool(s, requester, count=12):
    """A draft with gold tasks: {text: right}."""
    known = {f"known film {n}": ("Comedy", "Drama")[n % 2] for n in range(count)}
    project = s.draft(requester, tasks(2) + [{"data": {"text": text}, "gold": gold} for text, gold in known.items()], title="Pool")
    return project, known


def gold_answers(exam, known, wrong=0):
    swap = {"Comedy": "Drama", "Drama": "Comedy"}
    right = [known[q["data"]["text"]] for q in exam["questions"]]
    return {"results": [answer(swap[one] if i < wrong else one) for i, one in enumerate(right)]}


def test_exam_from_gold(s):
    """each try draws gold tasks of a draft at random, shown as workers see tasks, judged as gold is; nobody is told which were right,
    nothing is paid, and the draft is never published"""
    requester = s.requester(10 ** 9)
    project, known = pool(s, requester)
    films = qualification(requester)
    parts = {"parts": [LESSON], "exam_questions": 5, "retry_seconds": 0}
    _, live = s.project(tasks(2) + [{"data": {"text": "gold"}, "gold": "Comedy"}], requester)
    for wrong in (live, s.draft(s.requester(), tasks(1))):
        problem = requester.refused("course_create", 422, "invalid", {"title": "x", "qualification": films, "gold_project": wrong} | parts)
        assert problem["errors"][0]["pointer"] == "/gold_project", problem
    made = course(requester, films, gold_project=project, **parts)
    assert made["exam_of_gold"] and made["gold_project"] == project
    short = course(requester, films, gold_project=project, **parts | {"exam_questions": 13})
    requester.refused("course_open", 409, "bad_state", {}, course=short["id"])
    requester.do("course_open", {}, course=made["id"])
    problem = requester.refused("project_publish", 409, "bad_state", project=project)
    assert "another project" in problem["detail"], problem
    worker = s.worker()
    seen = worker.do("course_show", course=made["id"])
    assert seen["exam_of_gold"] and seen["gold_project"] is None and seen["learners"] is None and seen["pay_micros"] == 0 and seen["places_left"] is None
    drawn = []
    for turn in range(8):
        exam = worker.do("course_exam", course=made["id"])
        assert len(exam["questions"]) == 5 and exam["config"]["tag"] == "View"
        for question in exam["questions"]:
            assert set(question) == {"position", "kind", "data"} and question["kind"] == "gold" and set(question["data"]) == {"text"}, question
        assert worker.do("course_exam", course=made["id"]) == exam
        drawn.append(tuple(q["data"]["text"] for q in exam["questions"]))
        if turn == 0:
            worker.refused("course_exam_answer", 422, "invalid", {"choices": [0] * 5}, course=made["id"])
            worker.refused("course_exam_answer", 422, "invalid", {"results": gold_answers(exam, known)["results"][:4]}, course=made["id"])
            problem = worker.refused("course_exam_answer", 422, "invalid", {"results": gold_answers(exam, known)["results"][:4] + [[]]}, course=made["id"])
            assert problem["errors"][0]["pointer"] == "/results/4", problem
            problem = worker.refused("course_exam_answer", 422, "invalid", {"results": [1] * 5}, course=made["id"])
            assert problem["errors"][0]["pointer"] == "/results/0", problem
        told = worker.do("course_exam_answer", gold_answers(exam, known, wrong=2), course=made["id"])
        assert told == {"percent": 60, "passed": False, "next_try_at": told["next_try_at"], "paid_micros": 0}, told
    assert len(set(drawn)) > 1, "eight draws of 5 out of 12 in order are not all the same"
    told = worker.do("course_exam_answer", gold_answers(worker.do("course_exam", course=made["id"]), known, wrong=1), course=made["id"])
    assert told["percent"] == 80 and told["passed"] and told["paid_micros"] == 0
    own, = worker.do("own_qualification_list")["items"]
    assert own["score"] == 80 and own["by_course"]
    assert balance(worker) == 0
    s.audit()


def right(questions):
    return {"choices": [(q["position"] - 2) % 3 for q in questions]}


def take_exam(worker, made, good=True):
    questions = worker.do("course_exam", course=made["id"])["questions"]
    choices = right(questions)["choices"]
    return worker.do("course_exam_answer", {"choices": choices if good else [(c + 1) % 3 for c in choices]}, course=made["id"])


def test_paid_course(s):
    """pay is reserved for the places, held for who begins, paid once for passing; without a place nobody begins; what is held for nobody
    comes back at closing"""
    requester = s.requester(100 * CENT)
    made = course(requester, qualification(requester), retry_seconds=0, pay_micros=10 * CENT)
    problem = requester.refused("course_open", 422, "invalid", {}, course=made["id"])
    assert problem["errors"][0]["pointer"] == "/places", problem
    problem = requester.refused("course_open", 402, "short_balance", {"places": 11}, course=made["id"])
    assert "short of 100000" in problem["detail"], problem
    shown_ = requester.do("course_open", {"places": 2}, course=made["id"])
    assert shown_["places_left"] == 2 and shown_["state"] == "open" and balance(requester) == 80 * CENT
    ana, bo, cy = s.worker(), s.worker(), s.worker()
    assert ana.do("course_show", course=made["id"])["pay_micros"] == 10 * CENT
    ana.do("course_practice", {"position": 2, "choice": 0}, course=made["id"])
    seen = ana.do("course_show", course=made["id"])
    assert seen["held_until"] and seen["places_left"] == 1 and seen["paid_at"] is None
    held, = ana.all("transfer_list")
    assert (held["kind"], held["state"], held["amount_micros"], held["course"], held["project"]) == ("course", "pending", 10 * CENT, "Genres of films", None), held
    take_exam(bo, made, good=False)
    for begin in (lambda: cy.refused("course_practice", 409, "conflict", {"position": 2, "choice": 0}, course=made["id"]),
                  lambda: cy.refused("course_exam", 409, "conflict", course=made["id"])):
        assert "used up" in begin()["detail"]
    s.audit()
    told = take_exam(ana, made)
    assert told["passed"] and told["paid_micros"] == 10 * CENT and balance(ana) == 10 * CENT
    assert take_exam(ana, made)["paid_micros"] == 0 and balance(ana) == 10 * CENT
    assert ana.do("course_show", course=made["id"])["paid_at"]
    # One place more; it goes to who comes first.
    requester.refused("course_fund", 402, "short_balance", {"places": 9}, course=made["id"])
    assert requester.do("course_fund", {"places": 1}, course=made["id"])["places_left"] == 1
    s.requester().refused("course_fund", 404, "not_found", {"places": 1}, course=made["id"])
    questions = cy.do("course_exam", course=made["id"])["questions"]
    s.audit()
    # Held for two weeks: bo has not passed.
    s.store.run(f"UPDATE course_try SET hold_usec = 1 WHERE person_id = {bo.id}")
    wait_until(lambda: bo.do("course_show", course=made["id"])["held_until"] is None, what="the tick")
    assert bo.all("transfer_list")[0]["state"] == "voided" and requester.do("course_show", course=made["id"])["places_left"] == 1
    s.audit()
    # Closed while cy has an exam open: it may be handed in, and is paid; the rest is the owner's again.
    requester.do("course_close", course=made["id"])
    assert balance(requester) == 80 * CENT
    bo.refused("course_exam", 404, "not_found", course=made["id"])
    bo.refused("course_exam_answer", 404, "not_found", {"choices": [0] * 4}, course=made["id"])
    s.audit()
    requester.refused("me_delete", 409, "bad_state", {"password": requester.password})
    assert cy.do("course_exam_answer", right(questions), course=made["id"])["paid_micros"] == 10 * CENT
    assert balance(cy) == 10 * CENT and balance(requester) == 80 * CENT
    cy.refused("course_exam_answer", 404, "not_found", right(questions), course=made["id"])
    own = requester.do("course_show", course=made["id"])
    assert (own["state"], own["learners"], own["passed"], own["typical_seconds"]) == ("closed", 3, 2, None), own
    requester.refused("course_fund", 409, "bad_state", {"places": 1}, course=made["id"])
    s.audit()


def test_closing_gives_back(s):
    """an exam left open at closing: its pay comes back when its time is over"""
    requester = s.requester(50 * CENT)
    made = course(requester, qualification(requester), pay_micros=10 * CENT)
    requester.do("course_open", {"places": 3}, course=made["id"])
    lazy = s.worker()
    lazy.do("course_exam", course=made["id"])
    requester.do("course_close", course=made["id"])
    assert balance(requester) == 40 * CENT
    s.store.run(f"UPDATE course_try SET hold_usec = 1, exam_usec = 1 WHERE person_id = {lazy.id}")
    wait_until(lambda: balance(requester) == 50 * CENT, what="the tick")
    assert balance(lazy) == 0
    s.audit()


def test_owners_score_stays(s):
    """passing a course does not take the place of a score that the owner gave by hand"""
    requester = s.requester()
    films = qualification(requester)
    made = course(requester, films, retry_seconds=0)
    requester.do("course_open", {}, course=made["id"])
    worker = s.worker()
    take_exam(worker, made)
    assert worker.do("own_qualification_list")["items"][0]["score"] == 100
    requester.do("holder_set", {"score": 40}, qualification=films, person=worker.id)
    assert take_exam(worker, made)["passed"]
    own, = worker.do("own_qualification_list")["items"]
    assert own["score"] == 40 and not own["by_course"], own
    requester.do("holder_delete", qualification=films, person=worker.id)
    take_exam(worker, made)
    own, = worker.do("own_qualification_list")["items"]
    assert own["score"] == 100 and own["by_course"], own
