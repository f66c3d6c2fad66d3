"""What accounts have in common, for a reviewer: the browser they log in with, where their alerts go. Nothing happens by itself."""

from faena import Client
from services import Service

service = None


def before(program):
    global service
    service = Service()
    with open(program.files + "/alerts.conf", "w", encoding="utf-8") as file:
        file.write(f"public_url = https://faena.example\nntfy_url = {service.url}\nallow = 127.0.0.0/8\n")


def browser(s):
    """Whoever logs in here keeps the mark of the first."""
    first = Client(s.server)
    handle = s.handle("shared")
    reply = first.reply("person_create", {"handle": handle, "password": "a long password", "role": "worker"})
    mark = next(cookie.split(";")[0] for cookie in reply.cookies if cookie.startswith("faena_device="))
    return handle, mark


def sign_up_with(s, mark):
    handle = s.handle("shared")
    reply = Client(s.server, cookie=mark).reply("person_create", {"handle": handle, "password": "a long password", "role": "worker"})
    assert not [cookie for cookie in reply.cookies if cookie.startswith("faena_device=")], "the mark stays"
    return handle


def groups(reviewer, handle, **more):
    return [g for g in reviewer.do("account_signal_list", **more)["items"] if handle in [p["handle"] for p in g["people"]]]


def test_device(s):
    """accounts of one browser are shown together until somebody has looked, and again when another comes"""
    reviewer = s.reviewer()
    handle, mark = browser(s)
    assert groups(reviewer, handle) == []
    other = sign_up_with(s, mark)
    found, = groups(reviewer, handle)
    assert found["kind"] == "device" and found["accounts"] == 2 and found["open"] and found["review"] is None
    assert [p["handle"] for p in found["people"]] == [handle, other] and found["people"][0]["answers"] == 0
    assert not any(p["disabled"] for p in found["people"])
    reviewer.do("account_signal_review", {"kind": "device", "mark": found["mark"], "note": "Two sisters, one telephone."})
    assert groups(reviewer, handle) == []
    seen, = groups(s.operator, handle, open=False)
    assert seen["review"]["by"] == reviewer.person["handle"] and seen["review"]["note"].startswith("Two") and not seen["open"]
    again = Client(s.server, cookie=mark).reply("session_create", {"handle": handle, "password": "a long password"})
    assert again.json["person"]["handle"] == handle and groups(reviewer, handle) == []
    sign_up_with(s, mark)
    assert groups(reviewer, handle)[0]["accounts"] == 3 and groups(reviewer, handle)[0]["review"]
    reviewer.refused("account_signal_review", 404, "not_found", {"kind": "device", "mark": "0" * 64, "note": "x"})
    reviewer.refused("account_signal_review", 422, "invalid", {"kind": "device", "mark": "z" * 64, "note": "x"})
    for someone in (s.worker(), s.requester()):
        someone.refused("account_signal_list", 403, "forbidden")


def test_contact(s):
    """the same address for alerts of two accounts; who deletes the account is forgotten"""
    reviewer, one, two = s.reviewer(), s.worker(), s.worker()
    for worker in (one, two):
        worker.do("alert_channel_create", {"kind": "ntfy", "address": service.url + "/same-topic"})
    found, = groups(reviewer, one.person["handle"])
    assert found["kind"] == "contact" and found["accounts"] == 2
    mine = two.ask("me_export").json
    assert sorted(signal["kind"] for signal in mine["signals"]) == ["contact", "device"] and mine["crews"] == []
    two.do("me_delete", {"password": two.password})
    assert groups(reviewer, one.person["handle"]) == []
