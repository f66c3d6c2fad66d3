"""Crews: invitations, roles, the watch rota and what it spares, waking, the group's channel, work that is reserved."""

import datetime
import time

from faena import CENT, Client, answer, submit, take, tasks, wait_until
from services import Service

SECRET = "hook-secret"
service = None


def before(program):
    global service
    service = Service()
    conf = {"public_url": "https://faena.example", "telegram_api": service.url, "telegram_bot": "faena_bot", "telegram_token": "77:bot-token",
            "telegram_secret": SECRET, "ntfy_url": service.url, "allow": "127.0.0.0/8"}
    with open(program.files + "/alerts.conf", "w", encoding="utf-8") as file:
        file.write("".join(f"{name} = {value}\n" for name, value in conf.items()))


def night_now(hours=2, begun=60):
    """A night of so many hours that began a while ago, in UTC minutes."""
    now = datetime.datetime.now(datetime.timezone.utc)
    minute = now.hour * 60 + now.minute
    return {"night_from": (minute - begun) % 1440, "night_to": (minute - begun + hours * 60) % 1440, "utc_offset_minutes": 0}


def found(worker, **more):
    return worker.do("crew_create", {"name": "Night owls", "rules": "We **share**."} | more)["id"]


def invited(coordinator, crew, **more):
    return coordinator.do("crew_invite", more or {}, crew=crew)["code"]


def crew_of(s, count, **more):
    """(crew, members, the first of whom coordinates)."""
    members = [s.worker() for _ in range(count)]
    crew = found(members[0], **more)
    code = invited(members[0], crew)
    for member in members[1:]:
        member.do("crew_join", {"code": code})
    return crew, members


def shown(worker, crew):
    return worker.do("crew_show", crew=crew)


def member_of(worker, crew, person):
    return next(m for m in shown(worker, crew)["members"] if m["person"]["id"] == person.id)


def agree(member, crew, **more):
    return member.do("crew_membership", more, crew=crew)


def test_join(s):
    """an invitation shows what one joins, lasts as long as it is meant to, and a second one ends the first"""
    owner, friend, late = s.worker(), s.worker(), s.worker()
    crew = found(owner, chat_url="https://chat.example/x")
    friend.refused("crew_show", 404, "not_found", crew=crew)
    made = owner.do("crew_invite", {"days": 1}, crew=crew)
    assert made["link"] == "https://faena.example/#/join/" + made["code"] and len(made["code"]) == 24 and made["until_at"]
    assert friend.do("crew_invited", {"code": made["code"]}) == {"id": crew, "name": "Night owls", "member_count": 1,
                                                                 "rules_html": "<p>We <strong>share</strong>.</p>\n"}
    item = friend.do("crew_join", {"code": made["code"]})
    assert item["role"] == "member" and item["chat_url"] == "https://chat.example/x" and not item["shows_load"] and not item["watches_nights"]
    assert [m["role"] for m in item["members"]] == ["coordinator", "member"] and all(m["load"] is None for m in item["members"])
    assert len(friend.do("crew_join", {"code": made["code"]})["members"]) == 2  # again changes nothing
    assert [c["id"] for c in friend.do("crew_list")["items"]] == [crew]
    friend.refused("crew_invite", 403, "forbidden", {}, crew=crew)
    friend.refused("crew_update", 403, "forbidden", {"name": "Mine"}, crew=crew)
    other = invited(owner, crew)
    for code in (made["code"], "0" * 24):
        late.refused("crew_join", 404, "not_found", {"code": code})
        late.refused("crew_invited", 404, "not_found", {"code": code})
    owner.do("crew_invite", {"days": 0}, crew=crew)
    late.refused("crew_join", 404, "not_found", {"code": other})
    code = invited(owner, crew)
    s.store.run(f"UPDATE crew SET invite_until_usec = 1 WHERE id = {crew}")
    late.refused("crew_join", 404, "not_found", {"code": code})
    late.refused("crew_create", 422, "invalid", {"name": "x", "chat_url": "javascript:alert(1)"})


def test_limits(s):
    """five crews a person, a hundred members a crew"""
    worker = s.worker()
    for _ in range(5):
        crew = found(worker)
    worker.refused("crew_create", 409, "conflict", {"name": "One too many"})
    other = s.worker()
    code = invited(other, found(other))
    worker.refused("crew_join", 409, "conflict", {"code": code})
    code = invited(worker, crew)
    s.store.run(f"INSERT INTO crew_member (crew_id, person_id, role, shows_load, watches, joined_usec) SELECT {crew}, -n, 0, 0, 0, 1 FROM"
                f" (SELECT a.x * 10 + b.x + 1 AS n FROM {ten('a')}, {ten('b')}) AS numbers WHERE n < 100")
    other.refused("crew_join", 409, "conflict", {"code": code})
    s.store.run(f"DELETE FROM crew_member WHERE crew_id = {crew} AND person_id < 0")
    other.do("crew_join", {"code": code})


def ten(name):
    return "(" + " UNION ALL ".join(f"SELECT {i} AS x" for i in range(10)) + f") AS {name}"


def test_roles_and_leaving(s):
    """a crew keeps a coordinator; who leaves keeps what is theirs; nobody is left in an empty crew's way"""
    crew, (first, second, third) = crew_of(s, 3)
    first.refused("crew_role", 409, "conflict", {"role": "member"}, crew=crew, person=first.id)
    second.refused("crew_role", 403, "forbidden", {"role": "coordinator"}, crew=crew, person=second.id)
    second.refused("crew_remove", 403, "forbidden", crew=crew, person=third.id)
    first.refused("crew_role", 404, "not_found", {"role": "member"}, crew=crew, person=s.worker().id)
    first.do("crew_role", {"role": "coordinator"}, crew=crew, person=third.id)
    first.do("crew_role", {"role": "member"}, crew=crew, person=first.id)
    third.do("crew_remove", crew=crew, person=first.id)
    first.refused("crew_show", 404, "not_found", crew=crew)
    third.do("crew_leave", crew=crew)
    assert shown(second, crew)["role"] == "coordinator"  # who was there first
    second.do("crew_update", {"name": "Two", "wakes_max": 0}, crew=crew)
    assert shown(second, crew)["name"] == "Two" and second.do("crew_list")["items"][0]["name"] == "Two"
    second.do("me_delete", {"password": second.password})
    assert s.store.rows(f"SELECT count(*) FROM crew_member WHERE crew_id = {crew}")[0][0] == 0
    s.audit()


def test_reserved_work(s):
    """work that is reserved for a crew goes to its members only; who leaves keeps what they hold; an empty crew reserves nothing"""
    crew, (one, two) = crew_of(s, 2)
    outsider = s.worker()
    requester, project = s.project(tasks(12))
    terms = requester.do("dispatch_update", {"rule": "crew", "crew": crew}, project=project)
    assert terms["crew"] == {"id": crew, "name": "Night owls"}
    assert take(outsider, project) is None
    assert next(p for p in outsider.all("work_list") if p["id"] == project)["left"] == 0
    assert next(p for p in one.all("work_list") if p["id"] == project)["left"] == 12
    assert [p["id"] for p in shown(one, crew)["projects"]] == [project]
    for worker in (one, two):
        worker.do("wish_save", {"wants_offers": True, "weekly_minutes": 1200, "quiet_from": 0, "quiet_to": 0})
    s.store.run(f"UPDATE project_dispatch SET due_usec = 1 WHERE project_id = {project}")
    held = [wait_until(lambda w=w: [o for o in w.do("offer_list")["items"] if o["project"]["id"] == project], what="an offer")[0] for w in (one, two)]
    assert all(o["tasks"] > 0 for o in held), held  # split, not one for all
    lease = one.do("offer_accept", offer=held[0]["id"])["lease"]
    one.do("crew_leave", crew=crew)
    more = submit(one, project, lease["task"], answer(), take_next=True)["next"]
    assert more or held[0]["tasks"] == 1
    if more:
        submit(one, project, more["task"], answer())
    two.do("offer_decline", offer=held[1]["id"])
    assert take(outsider, project) is None
    two.do("crew_leave", crew=crew)
    assert take(outsider, project)
    for worker in (one, two):
        worker.do("wish_save", {"wants_offers": False, "weekly_minutes": 60})
    requester.do("project_pause", project=project)
    s.audit()


def test_load_is_shown_to_those_who_may(s):
    """what one has in hand is seen by the crew only when one agrees"""
    crew, (one, two) = crew_of(s, 2)
    _, project = s.project(tasks(2))
    take(one, project)
    assert member_of(two, crew, one)["load"] is None
    assert agree(one, crew, shows_load=True)["shows_load"]
    assert member_of(two, crew, one)["load"] == {"wished_minutes": 0, "worked_minutes": 0, "held_tasks": 1}
    assert member_of(one, crew, two)["load"] is None
    agree(one, crew, shows_load=False)
    assert member_of(two, crew, one)["load"] is None


def turns(crew_shown):
    counts = {}
    for watch in crew_shown["watches"]:
        counts[watch["person"]["id"]] = counts.get(watch["person"]["id"], 0) + 1
    return counts


def test_rota(s):
    """turns of a week are even, they follow who takes part, and other hours make another rota"""
    crew, members = crew_of(s, 4, **night_now(8))
    assert shown(members[0], crew)["watches"] == []  # nobody has said so yet
    for member in members[:3]:
        agree(member, crew, watches=True)
    item = shown(members[3], crew)
    begins = [w["begins_at"] for w in item["watches"]]
    assert begins == sorted(begins) and item["watches"][0]["now"] and len(begins) >= 7
    counts = turns(item)
    assert set(counts) == {member.id for member in members[:3]}, counts  # those who came later too
    agree(members[1], crew, watches=False)
    counts = turns(shown(members[0], crew))
    assert set(counts) == {members[0].id, members[2].id} and sum(counts.values()) == len(begins), counts
    members[2].do("crew_leave", crew=crew)
    assert set(turns(shown(members[0], crew))) == {members[0].id}
    members[0].do("crew_update", {"name": "Day", "night_from": 0, "night_to": 0}, crew=crew)
    assert all(w["now"] for w in shown(members[0], crew)["watches"])
    s.audit()


def test_turns_are_even(s):
    """with three people from the start, a week's turns differ by one at most"""
    crew, members = crew_of(s, 3, night_from=0, night_to=0)  # not watched yet: a night that has begun would be somebody's
    for member in members:
        agree(member, crew, watches=True)
    members[0].do("crew_update", {"name": "Even"} | night_now(8, begun=-120), crew=crew)
    counts = turns(shown(members[0], crew))
    assert len(counts) == 3 and max(counts.values()) - min(counts.values()) <= 1, counts


def test_hand_over(s):
    """a watch is handed over only when it is offered, and stays whose it is until then"""
    crew, (one, two) = crew_of(s, 2, **night_now(4))
    agree(one, crew, watches=True)
    watch = shown(one, crew)["watches"][-1]["id"]
    two.refused("crew_watch", 409, "conflict", {"step": "take"}, crew=crew, watch=watch)
    two.refused("crew_watch", 409, "conflict", {"step": "offer"}, crew=crew, watch=watch)
    one.do("crew_watch", {"step": "offer"}, crew=crew, watch=watch)
    one.do("crew_watch", {"step": "keep"}, crew=crew, watch=watch)
    two.refused("crew_watch", 409, "conflict", {"step": "take"}, crew=crew, watch=watch)
    one.do("crew_watch", {"step": "offer"}, crew=crew, watch=watch)
    assert next(w for w in shown(two, crew)["watches"] if w["id"] == watch)["offered"]
    taken = two.do("crew_watch", {"step": "take"}, crew=crew, watch=watch)
    assert next(w for w in taken["watches"] if w["id"] == watch)["person"]["id"] == two.id
    two.do("crew_watch", {"step": "take"}, crew=crew, watch=watch)
    one.refused("crew_watch", 404, "not_found", {"step": "take"}, crew=crew, watch=1)
    s.audit()


def test_what_a_watch_spares(s):
    """when a watch is over, its minutes are counted: to who watched, and as spared to the others"""
    crew, (one, two, awake) = crew_of(s, 3, **night_now(4, begun=120))
    quiet = night_now(4, begun=600)
    awake.do("wish_save", {"wants_offers": False, "weekly_minutes": 60, "quiet_from": quiet["night_from"], "quiet_to": quiet["night_to"]})
    agree(one, crew, watches=True)
    now = int(time.time() * 1e6) // 60_000_000 * 60_000_000
    s.store.run(f"UPDATE crew_watch SET begins_usec = {now - 120 * 60_000_000}, ends_usec = {now} WHERE crew_id = {crew} AND id ="
                f" (SELECT min(id) FROM crew_watch WHERE crew_id = {crew})")
    wait_until(lambda: member_of(one, crew, one)["watched_minutes"] == 120, what="the counting")
    assert member_of(one, crew, one)["spared_minutes"] == 0
    assert member_of(one, crew, two)["spared_minutes"] == 120 and member_of(one, crew, two)["watched_minutes"] == 0
    assert member_of(one, crew, awake)["spared_minutes"] == 0  # it was no sleep of theirs


def reached(worker, path):
    return worker.do("alert_channel_create", {"kind": "webhook", "address": service.url + path})


def texts(path):
    return [r.body.decode() for r in service.got(path)]


def test_wake(s):
    """who is on watch wakes those who agreed, for work there is, a few times a night"""
    crew, (one, two, deaf, muted) = crew_of(s, 4, wakes_max=2, **night_now(4, begun=120))
    _, project = s.project(tasks(3), title="Urgent films")
    _, done = s.project(tasks(1), title="Done films")
    submit(one, done, take(one, done)["task"], answer())
    quiet = {"quiet_from": night_now(4, 120)["night_from"], "quiet_to": night_now(4, 120)["night_to"]}
    for worker, path in ((one, "/w1"), (two, "/w2"), (deaf, "/w3"), (muted, "/w4")):
        reached(worker, path)
        worker.do("alert_setting_update", quiet)
    agree(deaf, crew, woken=False)
    muted.do("alert_setting_update", {"mute_hours": 8})
    one.refused("crew_wake", 409, "conflict", {"project": project}, crew=crew)
    agree(one, crew, watches=True)
    two.refused("crew_wake", 409, "conflict", {"project": project}, crew=crew)
    for wrong in (done, 1):
        one.refused("crew_wake", 409, "conflict", {"project": wrong}, crew=crew)
    assert one.do("crew_wake", {"project": project, "message": "Up!"}, crew=crew) == {"told": 1, "wakes_left": 1}
    wait_until(lambda: texts("/w2"), what="the alert")
    one.refused("crew_wake", 409, "conflict", {"project": project}, crew=crew)
    s.store.run(f"UPDATE crew_wake SET created_usec = created_usec - 1860000000 WHERE crew_id = {crew}")
    assert one.do("crew_wake", {"project": project}, crew=crew)["wakes_left"] == 0
    s.store.run(f"UPDATE crew_wake SET created_usec = created_usec - 1860000000 WHERE crew_id = {crew}")
    problem = one.refused("crew_wake", 409, "conflict", {"project": project}, crew=crew)
    assert "2 times a night" in problem["detail"], problem
    item = shown(two, crew)
    assert item["wakes_left"] == 0 and [w["message"] for w in item["wakes"]] == ["", "Up!"] and item["wakes"][1]["project"]["title"] == "Urgent films"
    assert not texts("/w1") and not texts("/w3") and not texts("/w4")


def test_wake_hurries_what_waits(s):
    """an alert that waits for the morning goes at once when the crew is woken for it"""
    crew, (one, two) = crew_of(s, 2, **night_now(4))
    agree(one, crew, watches=True)
    two.do("alert_setting_update", {"quiet_from": night_now(4)["night_from"], "quiet_to": night_now(4)["night_to"]})
    two.do("alert_rule_create", {"tasks": 2})
    reached(two, "/h2")
    _, project = s.project(tasks(3))
    wait_until(lambda: [m for m in two.do("alert_list")["items"] if m["state"] == "waiting"], what="the alert")
    assert not texts("/h2")
    assert one.do("crew_wake", {"project": project}, crew=crew)["told"] == 1
    wait_until(lambda: texts("/h2"), what="the alert")
    assert len([m for m in two.do("alert_list")["items"] if m["project"] and m["project"]["id"] == project]) == 1


def telegram(s, update):
    return Client(s.server).send("POST", "/hooks/telegram", update, key=False, headers={"X-Telegram-Bot-Api-Secret-Token": SECRET})


def posts(chat):
    return [r.json for r in service.got("/bot77:bot-token/sendMessage") if r.json["chat_id"] == chat]


def test_group(s):
    """a Telegram group gets what concerns the crew, silently unless it is woken, also when who linked it has left"""
    crew, (one, two) = crew_of(s, 2, **night_now(4))
    two.refused("crew_channel_create", 403, "forbidden", crew=crew)
    one.do("crew_channel_create", crew=crew)
    made = one.do("crew_channel_create", crew=crew)  # the first code is over
    assert made["link"] == "https://t.me/faena_bot?startgroup=" + made["code"]
    assert shown(two, crew)["channel"] == {"kind": "telegram", "state": "waits", "detail": ""}
    assert one.do("alert_channel_list")["items"] == []
    number = int(time.time() * 1000)
    telegram(s, {"update_id": number, "message": {"text": "/start@faena_bot " + made["code"], "chat": {"id": -7000 - crew % 1000}, "from": {"id": 5}}})
    chat = -7000 - crew % 1000
    assert shown(two, crew)["channel"]["state"] == "on"
    requester, project = s.project(tasks(4), title="Reserved films", price_micros=10 * CENT)
    requester.do("project_pause", project=project)
    requester.do("dispatch_update", {"rule": "crew", "crew": crew}, project=project)
    requester.do("project_resume", project=project)

    def post_with(*words):
        """A message is sent at least once, and perhaps again: looked for by what it says."""
        return wait_until(lambda: [p for p in posts(chat) if all(word in p["text"] for word in words)], what="the post")[0]

    post = post_with("Reserved films")
    assert "Trabajo reservado" in post["text"] and "4 tareas: Reserved films" in post["text"] and "0.10 USD" in post["text"], post
    assert post["disable_notification"] and f"/#/crews/{crew}" in str(post)
    agree(one, crew, watches=True)
    one.do("crew_watch", {"step": "offer"}, crew=crew, watch=shown(one, crew)["watches"][-1]["id"])
    assert post_with(one.person["handle"])["disable_notification"]
    one.do("crew_wake", {"project": project, "message": "Come"}, crew=crew)
    assert not post_with("«Come»")["disable_notification"]
    agree(two, crew, watches=True)
    one.do("crew_leave", crew=crew)
    assert shown(two, crew)["channel"]["state"] == "on" and shown(two, crew)["role"] == "coordinator"
    two.do("crew_watch", {"step": "offer"}, crew=crew, watch=shown(two, crew)["watches"][-1]["id"])
    post_with(two.person["handle"])
    two.do("crew_channel_delete", crew=crew)
    assert shown(two, crew)["channel"] is None
    requester.do("project_pause", project=project)
    s.audit()


def test_without_telegram(s):
    """a server without a bot says so"""
    worker = s.worker()
    crew = found(worker)
    config = s.program.files + "/alerts.conf"
    with open(config, encoding="utf-8") as file:
        text = file.read()
    with open(config, "w", encoding="utf-8") as file:
        file.write("public_url = https://faena.example\n")
    try:
        if s.kind == "sqlite":
            return  # one server a database file
        server = s.server_new("--no-rate-limits")
        other = Client(server).log_in(worker.person["handle"], worker.password)
        other.refused("crew_channel_create", 409, "conflict", crew=crew)
    finally:
        with open(config, "w", encoding="utf-8") as file:
            file.write(text)
