"""Fair offers: work is held for workers instead of raced for; wishes, sleep, limits, schedules, what is foretold."""

import contextlib
import datetime

from faena import CENT, Events, answer, submit, take, tasks, wait_until, work_all

NO_QUIET = {"quiet_from": 0, "quiet_to": 0}


def wish(worker, **more):
    return worker.do("wish_save", {"wants_offers": True, "weekly_minutes": 1200} | NO_QUIET | more)


@contextlib.contextmanager
def wishing(s, count, **more):
    """Workers who want offers, and none any more after the test: the database is shared."""
    workers = [s.worker() for _ in range(count)]
    for worker in workers:
        wish(worker, **more)
    try:
        yield workers
    finally:
        for worker in workers:
            worker.do("wish_save", {"wants_offers": False, "weekly_minutes": 1200})
        for project in s.operator.all("project_list"):
            if project["state"] == "live":
                s.operator.do("project_pause", project=project["id"])
        s.audit()


def offers(worker, **more):
    return worker.do("offer_list", **more)["items"]


def offered(worker, project=None):
    """The live offer of a worker, once there is one."""
    return wait_until(lambda: next((o for o in offers(worker) if project in (None, o["project"]["id"])), None), what="an offer")


def all_even(s, s_project, workers):
    """Answers by worker."""
    rows = s.store.rows(f"SELECT worker_id, count(*) FROM annotation WHERE project_id = {s_project} GROUP BY worker_id")
    counts = dict(rows)
    return [counts.get(worker.id, 0) for worker in workers]


def quiet_now(hours=3):
    """Quiet hours that began an hour ago and last for so many more, in UTC minutes."""
    now = datetime.datetime.now(datetime.timezone.utc)
    minute = now.hour * 60 + now.minute
    return {"quiet_from": (minute - 60) % 1440, "quiet_to": (minute + hours * 60) % 1440, "utc_offset_minutes": 0}


def proven(s, *workers):
    """As if they were here for long: those who are new stand in the middle of the line."""
    ids = ", ".join(str(worker.id) for worker in workers)
    s.store.run(f"UPDATE worker_wish SET created_usec = 1 WHERE worker_id IN ({ids})")


def test_wishes(s):
    """what a worker wishes is kept as they said it; wrong values are refused with their place"""
    worker = s.worker()
    assert worker.do("wish_show")["said"] is False
    said = wish(worker, time_zone="America/Bogota", utc_offset_minutes=-300, quiet_from=1320, quiet_to=360, least_hour_micros=CENT,
                device="phone", tell_empty=True, link_msec=800)
    assert said["said"] and said["time_zone"] == "America/Bogota" and said["utc_offset_minutes"] == -300, said
    assert (said["quiet_from"], said["quiet_to"], said["device"], said["tell_empty"], said["link_msec"]) == (1320, 360, "phone", True, 800)
    assert wish(worker)["link_msec"] == 800  # not said again: as it was measured
    for wrong in ({"weekly_minutes": 3}, {"quiet_from": 1440}, {"device": "toaster"}, {"utc_offset_minutes": 900}, {"link_msec": -1}):
        problem = worker.refused("wish_save", 422, "invalid", {"wants_offers": True, "weekly_minutes": 60} | wrong)
        assert problem["errors"][0]["pointer"] == "/" + next(iter(wrong)), problem
    worker.do("wish_save", {"wants_offers": False, "weekly_minutes": 60})
    s.requester().refused("wish_show", 403, "forbidden")


def test_offer_is_held(s):
    """a share is held for each; nobody else gets it; accepting takes the first task; the rest stays theirs"""
    with wishing(s, 2) as (ana, bo):
        proven(s, ana, bo)
        requester, project = s.project(tasks(8), task_seconds=1200)
        first, second = offered(ana), offered(bo)
        assert first["tasks"] + second["tasks"] == 8 and abs(first["tasks"] - second["tasks"]) <= 1, (first, second)
        assert first["state"] == "waiting" and first["price_micros"] == 5 * CENT
        shown = ana.do("work_show", project=project)
        assert shown["offered"] == first["tasks"] and shown["left"] == first["tasks"]
        walk_in = s.worker()
        walk_in.refused("work_take", 404, "no_work", project=project)
        assert walk_in.do("work_show", project=project)["left"] == 0
        s.audit()
        taken = ana.do("offer_accept", offer=first["id"])
        assert taken["tasks"] == first["tasks"] and taken["lease"]["data"]["text"].startswith("film"), taken
        assert take(ana, project) == taken["lease"]
        assert len(work_all(ana, project)) == first["tasks"]
        ana.refused("work_take", 404, "no_work", project=project)
        # Who takes without accepting accepts.
        assert len(work_all(bo, project)) == second["tasks"]
        assert s.stats(requester, project)["done_tasks"] == 8
        assert offers(ana) == [] and offers(ana, past=True)[0]["state"] == "used"


def test_partly_and_declined(s):
    """what is not taken goes to the next"""
    with wishing(s, 2) as (ana, bo):
        proven(s, ana, bo)
        _, project = s.project(tasks(8), task_seconds=1200)
        first, second = offered(ana), offered(bo)
        assert (first["tasks"], second["tasks"]) == (4, 4), (first, second)
        assert ana.do("offer_accept", {"tasks": 1}, offer=first["id"])["tasks"] == 1
        ana.do("work_return", project=project, task=take(ana, project)["task"])
        bo.do("offer_decline", offer=second["id"])
        bo.refused("offer_accept", 409, "offer_gone", offer=second["id"])
        bo.refused("offer_decline", 409, "offer_gone", offer=second["id"])
        ana.refused("offer_accept", 404, "not_found", offer=second["id"])
        again = offered(ana, project)
        assert again["id"] != first["id"], again
        assert ana.do("wish_show")["kept"] == 1  # a no is not held against anybody


def test_lapses(s):
    """an offer that nobody answers goes on to others, and less is held for who let it lapse"""
    with wishing(s, 1) as (ana,):
        proven(s, ana)
        _, project = s.project(tasks(3), task_seconds=1200)
        first = offered(ana)
        s.store.run(f"UPDATE offer SET until_usec = 1 WHERE id = {first['id']}")
        wait_until(lambda: first["id"] not in [o["id"] for o in offers(ana)], what="the tick")
        assert next(o for o in offers(ana, past=True) if o["id"] == first["id"])["state"] == "lapsed"
        assert ana.do("wish_show")["kept"] == 0.75
        ana.refused("offer_accept", 409, "offer_gone", offer=first["id"])


def test_one_asleep(s):
    """for who sleeps it is held until they are awake; the other cannot take it meanwhile"""
    with wishing(s, 2) as (awake, asleep):
        proven(s, awake, asleep)
        wish(asleep, **quiet_now())
        s.store.run(f"UPDATE worker_wish SET seen_usec = 0 WHERE worker_id = {asleep.id}")
        requester = s.requester(10 ** 9)
        project = s.draft(requester, tasks(6), task_seconds=1200)
        requester.do("dispatch_update", {"away_permille": 500}, project=project)
        requester.do("project_publish", project=project)
        night, day = offered(asleep), offered(awake)
        assert (night["tasks"], day["tasks"]) == (3, 3), (night, day)
        assert night["until_at"] > day["until_at"]
        left = (datetime.datetime.fromisoformat(night["until_at"].replace("Z", "+00:00")) -
                datetime.datetime.now(datetime.timezone.utc)).total_seconds()
        assert 2.5 * 3600 < left < 4.5 * 3600, left
        assert len(work_all(awake, project)) == 3
        awake.refused("work_take", 404, "no_work", project=project)
        assert asleep.do("offer_accept", offer=night["id"])["tasks"] == 3
        assert len(work_all(asleep, project)) == 3
        assert all_even(s, project, [awake, asleep]) == [3, 3]


def test_who_earned_less_is_first(s):
    """recent earnings decide, per hour wished"""
    with wishing(s, 2) as (rich, poor):
        proven(s, rich, poor)
        s.store.run(f"UPDATE worker_wish SET earned_micros = {100 * CENT} WHERE worker_id = {rich.id}")
        _, project = s.project(tasks(4), task_seconds=1200)
        assert offered(poor)["tasks"] == 4
        assert offers(rich) == []
        assert len(work_all(poor, project)) == 4


def test_race_and_small(s):
    """without wishes everything is as before; a requester may choose the race"""
    with wishing(s, 1) as (ana,):
        requester = s.requester(10 ** 9)
        project = s.draft(requester, tasks(4))
        assert requester.do("dispatch_show", project=project)["rule"] == "fair"
        assert requester.do("dispatch_update", {"rule": "race"}, project=project)["rule"] == "race"
        requester.do("project_publish", project=project)
        other = s.worker()
        assert len(work_all(other, project)) == 4
        assert offers(ana) == []
    _, project = s.project(tasks(4))
    assert len(work_all(s.worker(), project)) == 4


def test_terms(s):
    """the operator's limits bind the requester; wrong terms are refused with their place"""
    requester, project = s.project(tasks(3))
    s.operator.do("dispatch_limits_update", {"away_permille_min": 200, "away_permille_max": 600, "race": False})
    try:
        for wrong, place in (({"away_permille": 100}, "away_permille"), ({"away_permille": 700}, "away_permille"), ({"rule": "race"}, "rule"),
                             ({"rule": "crew"}, "crew"), ({"crew": 12345}, "crew"), ({"deadline": "tomorrow"}, "deadline"),
                             ({"deadline": "2001-01-01T00:00:00Z"}, "deadline"), ({"publish_at": "2001-01-01T00:00:00Z"}, "publish_at"),
                             ({"repeat_days": 7}, "repeat_days")):
            problem = requester.refused("dispatch_update", 422, "invalid", wrong, project=project)
            assert [e["pointer"] for e in problem["errors"]] == ["/" + place], (wrong, problem)
        shown = requester.do("dispatch_update", {"away_permille": 400, "person_max": 2, "deadline": "2999-01-01T00:00:00+01:00"}, project=project)
        assert shown["away_permille"] == 400 and shown["deadline_at"] == "2998-12-31T23:00:00Z"
        assert [e["away_permille"] for e in shown["effects"]] == [250, 500], shown["effects"]
        assert requester.do("dispatch_update", {"deadline": ""}, project=project)["deadline_at"] is None
        problem = s.operator.refused("dispatch_limits_update", 422, "invalid", {"away_permille_min": 700})
        assert problem["errors"][0]["pointer"] == "/away_permille_min"
    finally:
        s.operator.do("dispatch_limits_update", {"away_permille_min": 0, "away_permille_max": 1000, "race": True})
    assert s.operator.do("dispatch_limits_show") == {"away_permille_min": 0, "away_permille_max": 1000, "weekly_minutes_max": 3600, "race": True}
    s.requester().refused("dispatch_update", 404, "not_found", {"person_max": 1}, project=project)
    worker = s.worker()
    assert len(work_all(worker, project)) == 2  # person_max
    assert worker.do("work_show", project=project)["left"] == 0


def test_limits_shown(s):
    """the operator sees what is limited: choices of requesters, sending, how often somebody may ask"""
    shown = s.operator.do("server_limits_show")
    assert shown["dispatch"] == s.operator.do("dispatch_limits_show") and shown["signup"] == "open"
    assert shown["rates_on"] is False and [r["name"] for r in shown["rates"]] == ["api", "login", "signup", "upload", "login_pair"], shown
    assert all(r["burst"] > 0 and r["seconds_each"] > 0 for r in shown["rates"]) and shown["streams_each"] > 0
    channels = {c["kind"]: c for c in shown["sending"]}
    assert set(channels) == {"web_push", "telegram", "mail", "whatsapp", "ntfy", "webhook"}
    assert channels["web_push"]["on"] and not channels["telegram"]["on"] and channels["telegram"]["per_second"] > 0, channels
    s.worker().refused("server_limits_show", 403, "forbidden")


def test_limits_set(s):
    """sign-up, streams, caps and days are set while the server runs; each change is kept with its author"""
    before = s.operator.do("server_limits_show")
    shown = s.operator.do("server_limits_update", {"signup": "closed", "streams_each": 30, "whatsapp_cap_micros": 5, "course_hold_days": 3})
    try:
        assert (shown["signup"], shown["streams_each"], shown["whatsapp_cap_micros"], shown["course_hold_days"]) == ("closed", 30, 5, 3)
        assert shown["changes"][0]["limits"] == [{"name": "streams_each", "from": 20, "to": 30}, {"name": "whatsapp_cap_micros", "from": 0, "to": 5},
                                                 {"name": "course_hold_days", "from": 14, "to": 3}, {"name": "signup", "from": 1, "to": 0}]
        s.anonymous().refused("person_create", 403, "signup_closed", {"handle": "late", "password": "a long word"})
        assert s.operator.do("session_show")["signup"] == "closed"
    finally:
        s.operator.do("server_limits_update", {"signup": "open", "streams_each": 20, "whatsapp_cap_micros": 0, "course_hold_days": 14})
    s.anonymous().do("person_create", {"handle": "in-time", "password": "a long word"})
    after = s.operator.do("server_limits_show")
    assert {k: v for k, v in after.items() if k != "changes"} == {k: v for k, v in before.items() if k != "changes"}
    for wrong in ({"streams_each": 1}, {"course_hold_days": 0}, {"whatsapp_cap_micros": -1}):
        s.operator.refused("server_limits_update", 422, "invalid", wrong)
    s.worker().refused("server_limits_update", 403, "forbidden", {"signup": "closed"})


def test_effects(s):
    """what more patience would lead to is foretold: more even, later"""
    with wishing(s, 2) as (awake, asleep):
        proven(s, awake, asleep)
        wish(asleep, **quiet_now())
        s.store.run(f"UPDATE worker_wish SET seen_usec = 0 WHERE worker_id = {asleep.id}")
        requester = s.requester(10 ** 9)
        project = s.draft(requester, tasks(6), task_seconds=1200)
        shown = requester.do("dispatch_show", project=project)
        assert (shown["candidates"], shown["connected"], shown["free"], shown["reserved"]) == (2, 1, 6, 0), shown
        by = {(e["rule"], e["away_permille"]): e for e in shown["effects"]}
        assert by["fair", 0]["people"] == 1 and by["fair", 500]["people"] == 2
        assert by["fair", 0]["finish_seconds"] < by["fair", 500]["finish_seconds"]
        assert by["fair", 0]["jain"] < by["fair", 500]["jain"]
        assert by["race", 0]["jain"] is None


def test_unwanted(s):
    """no offers from unwanted projects, below the least pay, or for a device that does not fit"""
    with wishing(s, 1) as (ana,):
        requester, project = s.project(tasks(3), task_seconds=1200)
        offered(ana)
        shown = ana.do("wish_project", {"wish": "unwanted"}, project=project)
        assert shown["projects"] == [{"id": project, "title": "Genres of films", "wish": "unwanted"}]
        assert offers(ana) == []
        assert len(work_all(s.worker(), project)) == 3  # free for anyone
        ana.do("wish_project", {"wish": "none"}, project=project)
        assert ana.do("wish_show")["projects"] == []
        wish(ana, device="phone")
        computer = s.draft(requester, tasks(2), task_seconds=1200)
        requester.do("dispatch_update", {"device": "computer"}, project=computer)
        requester.do("project_publish", project=computer)
        _, phone = s.project(tasks(2), task_seconds=1200)
        assert offered(ana)["project"]["id"] == phone
        wish(ana, device="any", chosen_only=True)
        _, third = s.project(tasks(2), task_seconds=1200)
        ana.do("wish_project", {"wish": "wanted"}, project=third)
        requester.do("dispatch_update", {"person_max": 1}, project=computer)
        offered(ana, third)
        assert computer not in [o["project"]["id"] for o in offers(ana)]


def test_offer_events(s):
    """an offer arrives as an event, with what is needed to decide, and at nobody else"""
    with wishing(s, 2) as (ana, bo):
        proven(s, ana, bo)
        mine, other = Events(ana, "work_events"), Events(bo, "work_events")
        requester, project = s.project(tasks(2), task_seconds=1200)
        event = mine.wait_for("offer.made")
        offer = offered(ana)
        assert event["data"]["offer"] == offer["id"] and event["data"]["project"] == project and event["data"]["tasks"] == offer["tasks"]
        assert event["data"]["until"] == offer["until_at"] and event["data"]["price_micros"] == 5 * CENT
        theirs = other.wait_for("offer.made")
        assert theirs["data"]["offer"] == offered(bo)["id"] != offer["id"]
        feed = Events(requester, "project_events", project=project, last_id=0)
        requester.do("project_pause", project=project)
        assert offers(ana) == []
        kinds = []
        while "project.paused" not in kinds:
            kinds.append(feed.next()["event"])
        assert "offer.made" not in kinds
        for stream in (mine, other, feed):
            stream.close()


def test_presence(s):
    """an open stream means connected"""
    with wishing(s, 1) as (ana,):
        s.store.run(f"UPDATE worker_wish SET seen_usec = 0 WHERE worker_id = {ana.id}")
        seen = f"SELECT count(*) FROM worker_wish WHERE worker_id = {ana.id} AND seen_usec > 0"
        first, second = Events(ana, "work_events"), Events(ana.another(), "work_events")
        wait_until(lambda: s.store.rows(seen)[0][0] == 1, what="being seen")
        first.close()
        s.operator.do("system_show")
        second.close()
        wait_until(lambda: s.store.rows(seen)[0][0] == 0, what="being gone")


def test_late_answer_cuts_an_offer(s):
    """an answer that comes after its time takes back what was held meanwhile: never more than is wanted"""
    requester, project = s.project(tasks(1), task_seconds=1200)
    late = s.worker()
    task = take(late, project)["task"]
    with wishing(s, 1) as (ana,):
        proven(s, ana)
        s.store.run(f"UPDATE lease SET deadline_usec = 1 WHERE worker_id = {late.id} AND state = 0")
        wait_until(lambda: s.store.rows(f"SELECT state FROM lease WHERE worker_id = {late.id}")[0][0] == 3, what="the tick")
        s.store.run(f"UPDATE project_dispatch SET due_usec = 1 WHERE project_id = {project}")
        offer = offered(ana, project)
        assert submit(late, project, task)["late"] is True
        assert offers(ana) == []
        ana.refused("offer_accept", 409, "offer_gone", offer=offer["id"])
        s.audit()


def test_retire_cuts_an_offer(s):
    """retired tasks are not held for anybody"""
    with wishing(s, 1) as (ana,):
        proven(s, ana)
        requester, project = s.project(tasks(3), task_seconds=1200)
        assert offered(ana)["remaining"] == 3
        requester.do("task_update", {"retired": True}, project=project, task=2)
        assert offered(ana)["remaining"] == 2
        s.audit()
        assert len(work_all(ana, project)) == 2


def test_deadline_opens(s):
    """near the deadline nothing is held any more"""
    with wishing(s, 1) as (ana,):
        requester = s.requester(10 ** 9)
        project = s.draft(requester, tasks(3), task_seconds=1200)
        soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
        requester.do("dispatch_update", {"deadline": soon.strftime("%Y-%m-%dT%H:%M:%SZ")}, project=project)
        requester.do("project_publish", project=project)
        offer = offered(ana)
        assert offer["until_at"] < soon.strftime("%Y-%m-%dT%H:%M:%SZ")
        ana.do("offer_decline", offer=offer["id"])
        s.store.run(f"UPDATE project SET published_usec = published_usec - 86400000000 WHERE id = {project}")
        s.store.run(f"UPDATE project_dispatch SET due_usec = 1 WHERE project_id = {project}")
        wait_until(lambda: s.store.rows(f"SELECT due_usec FROM project_dispatch WHERE project_id = {project}")[0][0] > 1, what="the tick")
        assert offers(ana) == []
        assert len(work_all(s.worker(), project)) == 3


def test_schedule(s):
    """a project publishes by itself when its time comes, again for a standing order, within its budget"""
    requester = s.requester(100 * CENT)
    project = s.draft(requester, tasks(4))
    requester.do("dispatch_update", {"publish_at": "2999-01-01T00:00:00Z", "repeat_days": 7, "expected_tasks": 40}, project=project)
    worker = s.worker()
    wish(worker)
    s.store.run(f"UPDATE project_dispatch SET publish_usec = {int(datetime.datetime.now().timestamp() + 86400) * 1000000} WHERE project_id = {project}")
    coming = worker.do("forecast_show")
    batch = next(b for b in coming["batches"] if b["project"]["id"] == project)
    assert (batch["tasks"], batch["repeat_days"], batch["price_micros"]) == (40, 7, 5 * CENT)
    assert sum(week["scheduled_hours"] for week in coming["weeks"]) > 0 and len(coming["weeks"]) == 4
    worker.do("wish_save", {"wants_offers": False, "weekly_minutes": 60})
    events = Events(requester, "project_events", project=project)
    s.store.run(f"UPDATE project_dispatch SET publish_usec = 1000000 WHERE project_id = {project}")
    events.wait_for("project.published")
    shown = requester.do("project_show", project=project)
    assert shown["state"] == "live" and shown["stats"]["answers_wanted"] == 4
    again = requester.do("dispatch_show", project=project)["publish_at"]
    assert again > datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), again
    requester.do("task_create", {"tasks": tasks(5, start=10)}, project=project)
    requester.do("dispatch_update", {"budget_micros": CENT}, project=project)
    s.store.run(f"UPDATE project_dispatch SET publish_usec = 1000000 WHERE project_id = {project}")
    assert events.wait_for("project.not_published")["data"] == {"project": project, "code": "conflict"}
    assert s.stats(requester, project)["unfunded_tasks"] == 5
    requester.do("dispatch_update", {"budget_micros": 0}, project=project)
    s.store.run(f"UPDATE project_dispatch SET publish_usec = 1000000 WHERE project_id = {project}")
    events.wait_for("project.published")
    assert s.stats(requester, project)["unfunded_tasks"] == 0
    events.close()


def test_overlap_and_gold(s):
    """with several answers a task and gold mixed in, shares still add up and all gets done"""
    items = tasks(6) + [{"data": {"text": f"gold {n}"}, "gold": "Drama"} for n in range(2)]
    with wishing(s, 3) as workers:
        proven(s, *workers)
        requester, project = s.project(items, overlap=3, gold_permille=200, task_seconds=1200)
        for worker in workers:
            offer = offered(worker, project)
            assert offer["tasks"] <= 6, offer
        s.audit()
        for worker in workers:
            work_all(worker, project)
            s.audit()
        assert s.stats(requester, project)["done_tasks"] == 6


def test_deleted(s):
    """who deletes themselves holds nothing back"""
    with wishing(s, 1) as (ana,):
        leaver = s.worker()
        wish(leaver)
        _, project = s.project(tasks(4), task_seconds=1200)
        offered(leaver, project)
        leaver.do("me_delete", {"password": leaver.password})
        assert s.store.rows(f"SELECT count(*) FROM worker_wish WHERE worker_id = {leaver.id}")[0][0] == 0
        s.audit()


def test_answer_twice(s):
    """the same accept again with its key changes nothing"""
    with wishing(s, 1) as (ana,):
        proven(s, ana)
        _, project = s.project(tasks(3), task_seconds=1200)
        offer = offered(ana)
        first = ana.do("offer_accept", {"tasks": 2}, offer=offer["id"], key="once")
        assert ana.do("offer_accept", {"tasks": 2}, offer=offer["id"], key="once") == first
        submit(ana, project, first["lease"]["task"], answer())
        assert offered(ana, project)["remaining"] == 1
