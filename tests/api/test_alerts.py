"""Alerts: rules, hours, channels, answers; against stand-ins for the services."""

import base64
import hashlib
import hmac
import json
import time

from faena import CENT, Client, problem_check, take, tasks, wait_until, work_all
from services import MailServer, Service

KEYS = {"p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "auth": "BTBZMqHH6r4Tts7J_aSIgg"}
UNIT = 1_000_000
SECRETS = {"telegram_token": "77:bot-token", "telegram_secret": "hook-secret", "whatsapp_token": "wa-token", "whatsapp_secret": "wa-app-secret",
           "whatsapp_verify": "wa-verify", "mail_password": "mail-password", "ntfy_token": "tk_ntfy"}
service = mail = None


def before(program):
    """Stand-ins, and the configuration that leads to them."""
    global service, mail
    service, mail = Service(), MailServer()
    conf = {"public_url": "https://faena.example", "contact": "mailto:ops@faena.example", "telegram_api": service.url, "telegram_bot": "faena_bot",
            "whatsapp_api": service.url + "/wa", "whatsapp_phone_id": "555", "whatsapp_number": "5715550000", "whatsapp_template": "work_v1",
            "whatsapp_price_micros": 20000, "whatsapp_cap_micros": 70000, "mail_url": mail.url, "mail_from": "alerts@faena.example", "mail_tls": "off",
            "ntfy_url": service.url, "allow": "127.0.0.0/8"} | SECRETS
    with open(program.files + "/alerts.conf", "w", encoding="utf-8") as file:
        file.write("# test\n" + "".join(f"{name} = {value}\n" for name, value in conf.items()))


def push_channel(worker, path):
    return worker.do("alert_channel_create", {"kind": "web_push", "address": service.url + path} | KEYS)["id"]


def log(worker):
    return worker.do("alert_list")["items"]


def wait_log(worker, state, count=1):
    """The messages in this state, when there are so many."""
    found = wait_until(lambda: (lambda rows: rows if len(rows) >= count else None)([m for m in log(worker) if m["state"] == state]),
                       what=f"{count} {state}")
    assert len(found) == count, found
    return found


def settle(worker):
    """Causes have been spread and nothing that is due waits."""
    wait_until(lambda: not [m for m in log(worker) if m["state"] == "waiting" and m["attempts"]])


def spread(s):
    """All causes are alerts by now."""
    wait_until(lambda: s.store.rows("SELECT count(*) FROM alert_cause")[0][0] == 0, what="the spreading")


def test_settings(s):
    """hours are kept, half a pair of quiet hours is refused, what the server sends on is told"""
    worker = s.worker()
    shown = worker.do("alert_setting_show")
    assert shown["kinds"] == ["web_push", "telegram", "mail", "whatsapp", "ntfy", "webhook"] and len(shown["vapid_key"]) == 87, shown
    assert shown["muted_until"] is None and shown["quiet_from"] == shown["quiet_to"]
    worker.refused("alert_setting_update", 422, "invalid", {"quiet_from": 60})
    shown = worker.do("alert_setting_update", {"quiet_from": 1320, "quiet_to": 360, "utc_offset_minutes": -240})
    shown = worker.do("alert_setting_update", {"mute_hours": 8})
    assert (shown["quiet_from"], shown["quiet_to"], shown["utc_offset_minutes"], shown["digest_minute"]) == (1320, 360, -240, 480)
    assert shown["muted_until"]
    assert worker.do("alert_setting_update", {"mute_hours": 0})["muted_until"] is None


def test_rules(s):
    """rules are made, changed and deleted; others' rules do not exist; at most 20"""
    _, project = s.project(tasks(1))
    worker, other = s.worker(), s.worker()
    rule = worker.do("alert_rule_create", {"project": project, "pay_per_hour_micros": 5 * UNIT, "tasks": 3, "digest": True})
    assert rule["project"] == {"id": project, "title": "Genres of films"} and rule["requester"] is None and rule["digest"]
    worker.refused("alert_rule_create", 422, "invalid", {"project": 4})
    other.refused("alert_rule_update", 404, "not_found", {}, rule=rule["id"])
    other.refused("alert_rule_delete", 404, "not_found", rule=rule["id"])
    assert worker.do("alert_rule_update", {"tasks": 9}, rule=rule["id"])["project"] is None
    assert [r["tasks"] for r in worker.do("alert_rule_list")["items"]] == [9]
    worker.do("alert_rule_delete", rule=rule["id"])
    for _ in range(20):
        worker.do("alert_rule_create", {})
    worker.refused("alert_rule_create", 409, "conflict", {})


def test_push(s):
    """a project is published: who has a rule that fits gets one message, with what RFC 8030 wants; the log tells it"""
    spread(s)
    fits, not_fits, none = s.worker(), s.worker(), s.worker()
    for number, worker in enumerate((fits, not_fits, none)):
        push_channel(worker, f"/push-a{number}")
    fits.do("alert_rule_create", {"pay_per_hour_micros": 1 * UNIT})
    fits.do("alert_rule_create", {"tasks": 2})
    not_fits.do("alert_rule_create", {"tasks": 4})
    service.answers["/push"] = [(201, {"Location": "/m/1"}, b"")]
    s.project(tasks(3), price_micros=5 * CENT, task_seconds=60)
    message = wait_log(fits, "sent")[0]
    assert message["purpose"] == "work" and message["project"]["title"] == "Genres of films" and message["attempts"] == 1, message
    request, = service.got("/push-a0")
    assert request.headers["content-encoding"] == "aes128gcm" and 0 < int(request.headers["ttl"]) <= 6 * 3600, request.headers
    assert request.headers["urgency"] == "normal" and request.headers["topic"].startswith("p")
    token, key = request.headers["authorization"].removeprefix("vapid t=").split(", k=")
    claims = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    assert claims["aud"] == service.url and claims["sub"] == "mailto:ops@faena.example" and claims["exp"] < time.time() + 86400
    assert key == fits.do("alert_setting_show")["vapid_key"] and 103 < len(request.body) < 700
    assert not log(not_fits) and not log(none) and not service.got("/push-a1") and not service.got("/push-a2")


def test_one_in_flight(s):
    """one alert per project and person: not two for two publications within half an hour"""
    spread(s)
    worker = s.worker()
    push_channel(worker, "/push-b")
    worker.do("alert_rule_create", {})
    requester, project = s.project(tasks(1))
    wait_log(worker, "sent")
    requester.do("task_create", {"tasks": tasks(2, start=9)}, project=project)
    requester.do("project_publish", project=project)
    requester.do("project_pause", project=project)
    requester.do("project_resume", project=project)
    spread(s)
    assert len(log(worker)) == 1
    s.store.run("UPDATE alert SET created_usec = created_usec - 3600000000")
    requester.do("project_pause", project=project)
    requester.do("project_resume", project=project)
    wait_log(worker, "sent", 2)


def test_sleep(s):
    """quiet hours and mute hold a message back; pay above the rule's limit passes quiet hours, not a mute; work that is gone by then
    is not told"""
    spread(s)
    sleeper, eager = s.worker(), s.worker()
    minute = int(time.time()) // 60 % 1440
    for number, worker in enumerate((sleeper, eager)):
        push_channel(worker, f"/push-c{number}")
        worker.do("alert_setting_update", {"quiet_from": (minute - 60) % 1440, "quiet_to": (minute + 60) % 1440, "utc_offset_minutes": 0})
    sleeper.do("alert_rule_create", {"urgent_per_hour_micros": 500 * UNIT})
    eager.do("alert_rule_create", {"urgent_per_hour_micros": 5 * UNIT})
    requester, project = s.project(tasks(2), price_micros=10 * CENT, task_seconds=60)
    assert wait_log(eager, "sent")[0]["urgent"]
    spread(s)
    waiting, = log(sleeper)
    assert waiting["state"] == "waiting" and waiting["attempts"] == 0 and not service.got("/push-c0")
    requester.do("project_complete", project=project)
    sleeper.do("alert_setting_update", {"quiet_from": 0, "quiet_to": 0})
    gone = wait_log(sleeper, "not_needed")[0]
    assert gone["detail"] == "The work was gone." and not service.got("/push-c0"), gone
    eager.do("alert_setting_update", {"mute_hours": 1})
    s.project(tasks(2), price_micros=10 * CENT, task_seconds=60)
    spread(s)
    assert len(service.got("/push-c1")) == 1
    eager.do("alert_setting_update", {"mute_hours": 0})
    wait_log(eager, "sent", 2)


def test_digest(s):
    """a digest is one message with all that has come and is still there"""
    spread(s)
    worker = s.worker()
    push_channel(worker, "/push-d")
    hook = worker.do("alert_channel_create", {"kind": "webhook", "address": service.url + "/hook-d"})
    assert hook["secret"].startswith("whsec_")
    worker.do("alert_rule_create", {"digest": True})
    worker.do("alert_setting_update", {"digest_minute": (int(time.time()) // 60 + 720) % 1440, "utc_offset_minutes": 0})  # not while this runs
    requester, first = s.project(tasks(1), title="First")
    s.project(tasks(1), title="Second")
    s.project(tasks(1), title="Third")
    spread(s)
    assert [m["purpose"] for m in log(worker)] == ["digest"] * 2 and not service.got("/hook-d")
    requester.do("project_complete", project=first)
    s.store.run("UPDATE outbox SET not_before_usec = 1 WHERE purpose = 1; UPDATE alert SET due_usec = 1 WHERE digest = 1")
    wait_log(worker, "sent", 2)
    request, = service.got("/hook-d")
    assert request.json["type"] == "alert.digest"
    assert [item["project"]["title"] for item in request.json["data"]["items"]] == ["Second", "Third"]
    assert s.store.rows(f"SELECT count(*) FROM alert WHERE person_id = {worker.id} AND state = 0")[0][0] == 0


def test_trouble(s):
    """503 is tried again, 410 ends the channel, a redirect is not followed, 400 is given up"""
    spread(s)
    worker = s.worker()
    for name in ("busy", "ended", "moved", "wrong"):
        push_channel(worker, "/trouble-" + name)
    service.answers |= {"/trouble-busy": [(503, {}, b""), (201, {}, b"")], "/trouble-ended": [(410, {}, b"")],
                        "/trouble-moved": [(302, {"Location": service.url + "/inside"}, b"")], "/trouble-wrong": [(400, {}, b"")]}
    worker.do("alert_rule_create", {})
    s.project(tasks(1))
    sent = wait_log(worker, "sent")[0]
    assert sent["attempts"] == 2 and sent["detail"] == "", sent
    assert len(wait_log(worker, "given_up", 3)) == 3
    channels = worker.do("alert_channel_list")["items"]
    assert [c["state"] for c in channels] == ["on", "gone", "on", "on"] and channels[2]["detail"] == "The service answered 302.", channels
    assert not service.got("/inside")
    worker.refused("alert_channel_test", 409, "conflict", channel=channels[1]["id"])
    worker.do("alert_channel_test", channel=channels[0]["id"])
    wait_until(lambda: len(service.got("/trouble-busy")) == 3)


def test_addresses(s):
    """addresses that lead inside are refused when they are set"""
    worker = s.worker()
    for address in ("https://10.0.0.1/x", "https://192.168.1.1/x", "https://169.254.169.254/latest", "https://[::1]/x", "http://push.example.invalid.",
                    "ftp://127.0.0.1/", "file:///etc/passwd", "https://user:pw@push.example/", "https://[::ffff:10.0.0.1]/", "nonsense"):
        if address.startswith("http://push"):
            continue
        problem = worker.refused("alert_channel_create", 422, "invalid", {"kind": "webhook", "address": address})
        assert problem["errors"][0]["pointer"] == "/address", problem
    worker.refused("alert_channel_create", 422, "invalid", {"kind": "web_push", "address": "https://push.example/", "auth": "xx", "p256dh": "yy"})
    worker.refused("alert_channel_create", 422, "invalid", {"kind": "mail", "address": "no mail"})
    worker.refused("alert_channel_create", 422, "invalid", {"kind": "webhook"})
    # Plain http goes only to a network that the operator allows; a name may lead anywhere, so that is checked when it is called.
    channel = worker.do("alert_channel_create", {"kind": "webhook", "address": service.url.replace("127.0.0.1", "localhost").replace("http", "https") + "/l"})
    assert channel["state"] == "on"


def test_webhook(s):
    """a webhook is signed as Standard Webhooks has it; its secret is shown once"""
    spread(s)
    worker = s.worker()
    made = worker.do("alert_channel_create", {"kind": "webhook", "address": service.url + "/hook-w", "name": "my bot"})
    worker.do("alert_rule_create", {})
    _, project = s.project(tasks(2), price_micros=5 * CENT, task_seconds=60)
    wait_log(worker, "sent")
    request, = service.got("/hook-w")
    signed = f"{request.headers['webhook-id']}.{request.headers['webhook-timestamp']}.".encode() + request.body
    mac = hmac.new(base64.b64decode(made["secret"].removeprefix("whsec_")), signed, hashlib.sha256).digest()
    assert request.headers["webhook-signature"] == "v1," + base64.b64encode(mac).decode()
    data = request.json["data"]
    assert request.json["type"] == "alert.work" and data["tasks"] == 2 and data["price_micros"] == 5 * CENT, data
    assert data["pay_per_hour_micros"] == 12 * UNIT and data["estimated"] and data["link"] == f"https://faena.example/#/projects/{project}"
    shown, = worker.do("alert_channel_list")["items"]
    assert made["secret"] not in json.dumps(shown) and shown["name"] == "my bot"


def test_pace(s):
    """the operator slows a channel down: the second message to an address waits, without having been tried"""
    worker = s.worker()
    service.answers["/paced"] = [(200, {}, b"")]
    channel = worker.do("alert_channel_create", {"kind": "webhook", "address": service.url + "/paced"})["id"]
    shown = s.operator.do("server_sending_update", {"kind": "webhook", "per_second": 50, "address_seconds": 600})
    try:
        assert [c for c in shown["sending"] if c["kind"] == "webhook"] == [{"kind": "webhook", "on": True, "per_second": 50, "address_seconds": 600}]
        worker.do("alert_channel_test", channel=channel)
        wait_log(worker, "sent")
        worker.do("alert_channel_test", channel=channel)
        wait_until(lambda: s.store.rows(f"SELECT count(*) FROM outbox WHERE person_id = {worker.id} AND state = 0 AND not_before_usec >"
                                        f" created_usec + 60000000")[0][0] == 1, what="a message that waits")
        assert len(service.got("/paced")) == 1
    finally:
        s.operator.do("server_sending_update", {"kind": "webhook", "per_second": 0, "address_seconds": 0})
    s.operator.refused("server_sending_update", 422, "invalid", {"kind": "webhook", "per_second": -1, "address_seconds": 0})


def test_ntfy(s):
    """ntfy gets JSON at its root; the operator's token goes to the operator's server; without an address a topic is made"""
    spread(s)
    worker = s.worker()
    made = worker.do("alert_channel_create", {"kind": "ntfy"})
    topic = made["link"].rsplit("/", 1)[1]
    assert len(topic) > 30 and made["address"] == made["link"]
    worker.do("alert_rule_create", {})
    s.project(tasks(1), title="For ntfy")
    wait_log(worker, "sent")
    request, = [r for r in service.got("/") if r.path == "/" and r.json.get("topic") == topic]
    assert request.json["title"] == "1 tarea: For ntfy" and request.headers["authorization"] == "Bearer tk_ntfy"
    assert request.json["click"].startswith("https://faena.example/#/projects/")


def test_mail(s):
    """a mail address is confirmed by a code; a mail has one-click unsubscribe, which needs no login; a GET changes nothing"""
    spread(s)
    worker = s.worker()
    channel = worker.do("alert_channel_create", {"kind": "mail", "address": "ana@mail.example"})
    assert channel["state"] == "waits" and channel["code"] == "" == channel["secret"]
    first = wait_until(lambda: mail.to("ana@mail.example"))[0]
    code = first.get_content().split(" es ")[1].split(".")[0]
    worker.refused("alert_channel_confirm", 422, "invalid", {"code": "WRONG"}, channel=channel["id"])
    assert worker.do("alert_channel_confirm", {"code": code.lower()}, channel=channel["id"])["state"] == "on"
    wait_until(lambda: s.store.rows("SELECT count(*) FROM outbox WHERE body <> ''")[0][0] == 0, what="the code to be forgotten")
    worker.do("alert_rule_create", {})
    s.project(tasks(1), title="Reseñas de películas")
    second = wait_until(lambda: mail.to("ana@mail.example")[1:])[0]
    assert second["Subject"] == "1 tarea: Reseñas de películas" and second["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert second["Auto-Submitted"] == "auto-generated" and "https://faena.example/#/projects/" in second.get_content()
    path = second["List-Unsubscribe"].strip("<>").removeprefix("https://faena.example")
    anyone = Client(s.server)
    assert anyone.send("GET", path, key=False).status == 200
    assert worker.do("alert_channel_list")["items"][0]["state"] == "on"
    problem_check(anyone.send("POST", path[:-1] + ("0" if path[-1] != "0" else "1"), key=False), 404, "not_found")
    reply = anyone.send("POST", path, raw=b"List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded", key=False)
    assert reply.status == 200, reply
    assert worker.do("alert_channel_list")["items"][0]["state"] == "stopped"
    assert worker.do("alert_channel_resume", channel=channel["id"])["state"] == "on"
    refused = worker.do("alert_channel_create", {"kind": "mail", "address": "refused@mail.example"})["id"]
    wait_until(lambda: [c["state"] for c in worker.do("alert_channel_list")["items"] if c["id"] == refused] == ["gone"])


# --- answers


def telegram(s, update, secret=SECRETS["telegram_secret"]):
    return Client(s.server).send("POST", "/hooks/telegram", update, key=False, headers={"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {})


def wrote(number, chat, text, who=None):
    return {"update_id": number, "message": {"message_id": 1, "chat": {"id": chat}, "from": {"id": who or chat}, "text": text}}


def pressed(number, chat, data, who=None):
    return {"update_id": number, "callback_query": {"id": f"q{number}", "from": {"id": who or chat}, "data": data, "message": {"chat": {"id": chat}}}}


def test_telegram(s):
    """linked by the bot's start code; buttons accept, mute and stop; only with the secret; each update counts once"""
    spread(s)
    worker = s.worker()
    made = worker.do("alert_channel_create", {"kind": "telegram"})
    assert made["link"] == "https://t.me/faena_bot?start=" + made["code"] and made["state"] == "waits"
    for secret in (None, "", "hook-secreT", "x"):
        problem_check(telegram(s, wrote(1, 900, "/start " + made["code"]), secret), 403, "forbidden")
    assert "ya venció" in telegram(s, wrote(2, 900, "/start ABCDEFGH")).json["text"]
    reply = telegram(s, wrote(3, 900, "/start " + made["code"]))
    assert reply.json["method"] == "sendMessage" and reply.json["chat_id"] == 900 and "Listo" in reply.json["text"]
    worker.do("alert_rule_create", {})
    _, project = s.project(tasks(3))
    wait_log(worker, "sent")
    request = service.got("/bot77:bot-token/sendMessage")[-1]
    rows = request.json["reply_markup"]["inline_keyboard"]
    accept = rows[0][0]["callback_data"]
    assert request.json["chat_id"] == 900 and rows[0][1]["url"].endswith(f"/#/projects/{project}") and accept.startswith("accept:")
    answered = telegram(s, pressed(10, 900, accept))
    assert answered.json == {"method": "answerCallbackQuery", "callback_query_id": "q10", "text": "Aceptado: es tuyo. Ábrelo para empezar.",
                             "show_alert": False}
    lease = worker.do("work_show", project=project)["lease"]
    assert lease
    assert telegram(s, pressed(10, 900, accept)).json == answered.json
    assert worker.do("work_show", project=project)["lease"] == lease
    telegram(s, pressed(12, 900, "mute:8"))
    assert worker.do("alert_setting_show")["muted_until"]
    worker.do("alert_setting_update", {"mute_hours": 0})
    telegram(s, pressed(12, 900, "mute:8"))
    assert worker.do("alert_setting_show")["muted_until"] is None, "a repeated update counted twice"
    telegram(s, pressed(13, 900, "stop"))
    assert worker.do("alert_channel_list")["items"][0]["state"] == "stopped"
    worker.do("alert_channel_resume", channel=made["id"])
    telegram(s, {"update_id": 14, "my_chat_member": {"chat": {"id": 900}, "new_chat_member": {"status": "kicked"}}})
    assert worker.do("alert_channel_list")["items"][0]["state"] == "gone"
    assert telegram(s, wrote(15, 12345, "hello")).json == {}
    problem_check(Client(s.server).send("POST", "/hooks/telegram", raw=b"{", key=False, headers={"X-Telegram-Bot-Api-Secret-Token": "hook-secret"}),
                  400, "bad_json")
    problem_check(Client(s.server).send("GET", "/hooks/telegram"), 405, "method_not_allowed")


def test_telegram_group(s):
    """a group gets alerts; a member accepts for themselves; only who linked it may silence it; talk is not answered"""
    spread(s)
    owner, member = s.worker(), s.worker()
    mine = owner.do("alert_channel_create", {"kind": "telegram"})
    group = owner.do("alert_channel_create", {"kind": "telegram", "name": "crew"})
    own = member.do("alert_channel_create", {"kind": "telegram"})
    telegram(s, wrote(20, 910, "/start " + mine["code"]))
    telegram(s, wrote(21, -5000, "/start@faena_bot " + group["code"], who=910))
    telegram(s, wrote(22, 911, "/start " + own["code"]))
    owner.do("alert_rule_create", {})
    _, project = s.project(tasks(3))
    wait_log(owner, "sent", 2)
    data = [r.json for r in service.got("/bot77") if r.json["chat_id"] == -5000][0]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "Aceptado" in telegram(s, pressed(23, -5000, data, who=911)).json["text"]
    assert member.do("work_show", project=project)["lease"] and not owner.do("work_show", project=project)["lease"]
    assert telegram(s, pressed(24, -5000, data, who=999)).json["text"] == ""
    assert "no es tuya" in telegram(s, pressed(25, -5000, "stop", who=911)).json["text"]
    assert "no es tuya" in telegram(s, pressed(26, 911, data)).json["text"]
    assert telegram(s, wrote(27, -5000, "who watches tonight?", who=911)).text == "ok\n"
    telegram(s, pressed(28, -5000, "stop", who=910))
    assert [c["state"] for c in owner.do("alert_channel_list")["items"]] == ["on", "stopped"]


def test_offer(s):
    """work that is held for somebody who is away: told without a rule, while it is held; accepted by the button"""
    worker, other = s.worker(), s.worker()
    made = worker.do("alert_channel_create", {"kind": "telegram"})
    telegram(s, wrote(40, 930, "/start " + made["code"]))
    spread(s)
    s.store.run("UPDATE project_dispatch SET rule = 0")  # what earlier tests left live makes no offers
    for person in (worker, other):
        person.do("wish_save", {"wants_offers": True, "weekly_minutes": 600, "quiet_from": 0, "quiet_to": 0})
    s.store.run("UPDATE worker_wish SET seen_usec = 0")  # both have been away for a while
    push_channel(other, "/push-o")
    other.do("alert_setting_update", {"mute_hours": 1})
    requester, project = s.project(tasks(60), task_seconds=60)
    wait_log(worker, "sent")
    message = [r.json for r in service.got("/bot77") if r.json["chat_id"] == 930][-1]
    offer = wait_until(lambda: worker.do("offer_list")["items"])[0]
    accept, link = message["reply_markup"]["inline_keyboard"][0]
    assert link["url"] == f"https://faena.example/#/offers/{offer['id']}" and "reservado para ti" in message["text"], message
    assert "Aceptado" in telegram(s, pressed(41, 930, accept["callback_data"])).json["text"]
    assert worker.do("work_show", project=project)["lease"]
    assert [o["state"] for o in worker.do("offer_list")["items"]] == ["accepted"]
    wait_until(lambda: other.do("offer_list")["items"], what="the other's offer")
    requester.do("project_complete", project=project)
    other.do("alert_setting_update", {"mute_hours": 0})
    wait_log(other, "not_needed")
    assert not service.got("/push-o"), log(other)
    for person in (worker, other):
        person.do("wish_save", {"wants_offers": False, "weekly_minutes": 600})


def whatsapp(s, value, secret=SECRETS["whatsapp_secret"], header=None):
    raw = json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": value}]}]}).encode()
    header = header or "sha256=" + hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    return Client(s.server).send("POST", "/hooks/whatsapp", raw=raw, content_type="application/json", key=False,
                                 headers={"X-Hub-Signature-256": header})


def says(number, user, text=None, button=None):
    message = {"from": "57" + number, "id": f"wamid.{number}.{text or button}", "timestamp": "1", "type": "text" if text else "interactive"}
    message |= {"text": {"body": text}} if text else {"interactive": {"type": "button_reply", "button_reply": {"id": button, "title": "x"}}}
    return {"messaging_product": "whatsapp", "contacts": [{"wa_id": "57" + number, "user_id": user}], "messages": [message]}


def test_whatsapp(s):
    """signed webhooks only; linked by a message; buttons within a day, a template after it; the month's cost is capped"""
    spread(s)
    anyone = Client(s.server)
    asked = "/hooks/whatsapp?hub.mode=subscribe&hub.verify_token={}&hub.challenge=115"
    assert anyone.send("GET", asked.format("wa-verify")).text == "115"
    problem_check(anyone.send("GET", asked.format("wrong")), 403, "forbidden")
    service.answers["/wa/"] = [(200, {}, {"messages": [{"id": "wamid.out1"}]}), (200, {}, {"messages": [{"id": "wamid.out2"}]}),
                               (200, {}, {"messages": [{"id": "wamid.out3"}]})]
    worker = s.worker()
    made = worker.do("alert_channel_create", {"kind": "whatsapp"})
    assert made["link"] == "https://wa.me/5715550000?text=ALTA%20" + made["code"]
    hello = says("300", "CO.1", "alta " + made["code"])
    problem_check(whatsapp(s, hello, secret="other"), 403, "forbidden")
    problem_check(whatsapp(s, hello, header="sha1=00"), 403, "forbidden")
    assert whatsapp(s, hello).status == 200
    wait_log(worker, "sent")
    reply = service.got("/wa/555/messages")[-1]
    assert reply.json["recipient"] == "CO.1" and "Listo" in reply.json["text"]["body"] and reply.headers["authorization"] == "Bearer wa-token"
    worker.do("alert_rule_create", {})
    _, project = s.project(tasks(3), title="In the window")
    wait_until(lambda: len(service.got("/wa/555/messages")) == 2)
    buttons = service.got("/wa/555/messages")[-1].json["interactive"]["action"]["buttons"]
    assert [b["reply"]["title"] for b in buttons] == ["Aceptar", "Silenciar 8 h", "Parar"]
    settle(worker)
    s.store.run("UPDATE alert_channel SET heard_usec = 1 WHERE kind = 4")
    s.project(tasks(3), title="Out of the window")
    wait_until(lambda: len(service.got("/wa/555/messages")) == 3)
    template = service.got("/wa/555/messages")[-1].json["template"]
    assert template["name"] == "work_v1" and [p["text"] for p in template["components"][0]["parameters"]][:2] == ["3", "Out of the window"]
    settle(worker)
    # Three at 2 cents are within the cap of 7, a fourth is not.
    s.project(tasks(3))
    assert wait_log(worker, "not_needed")[0]["detail"] == "The month's messages on WhatsApp are used up."
    whatsapp(s, {"statuses": [{"id": "wamid.out3", "status": "failed", "errors": [{"code": 131026, "title": "Undeliverable"}]}]})
    assert wait_log(worker, "given_up")[0]["detail"] == "WhatsApp: Undeliverable"
    whatsapp(s, says("300", "CO.1", button="accept:" + buttons[0]["reply"]["id"][7:]))
    assert worker.do("work_show", project=project)["lease"]
    whatsapp(s, says("300", "CO.1", "BAJA"))
    assert worker.do("alert_channel_list")["items"][0]["state"] == "stopped"


def test_payout(s):
    """who asked for money is told that it has left, or why not, and not where to; out of WhatsApp's window there is no template for that"""
    worker = s.worker()
    requester, project = s.project(tasks(3), price_micros=UNIT)
    work_all(worker, project)
    requester.do("annotation_approve", {"ids": [a["id"] for a in requester.all("annotation_list", project=project)]}, project=project)
    topic = worker.do("alert_channel_create", {"kind": "ntfy"})["link"].rsplit("/", 1)[1]
    made = worker.do("alert_channel_create", {"kind": "whatsapp"})
    whatsapp(s, says("301", "CO.301", "alta " + made["code"]))
    wait_log(worker, "sent")
    s.store.run("UPDATE alert_channel SET heard_usec = 1 WHERE address = 'CO.301'")
    terms = {"paid": {"paid": True, "reference": "run 7"}, "refused": {"paid": False, "reason": "The bank does not know it."}}
    for amount, decision in ((2 * UNIT, terms["paid"]), (UNIT, terms["refused"])):
        asked = worker.do("payout_ask", {"amount_micros": amount, "method": "bank", "address": "ES12 0049 1500", "holder": "Ana"})["id"]
        s.operator.do("payout_decide", {"ids": [asked]} | decision)
    told = wait_until(lambda: (lambda got: got if len(got) == 2 else None)([r.json for r in service.got("/") if r.path == "/" and r.json.get("topic") == topic]),
                      what="two messages")
    assert {t["title"] for t in told} == {"Tu cobro"} and {t["click"] for t in told} == {"https://faena.example/#/balance"}, told
    texts = sorted(t["message"] for t in told)
    assert texts == ["No se pagaron 1.00 USD y están otra vez en tu saldo. Motivo: The bank does not know it.",
                     "Se te pagaron 2.00 USD. Referencia: run 7"], texts
    given_up = wait_log(worker, "given_up", 2)
    assert {m["purpose"] for m in given_up} == {"payout"} and "24 hours" in given_up[0]["detail"], given_up


def test_repeats(s):
    """the same request again makes no second channel and shows the same secret; the same address is the same channel"""
    worker = s.worker()
    body = {"kind": "webhook", "address": service.url + "/again"}
    first = worker.do("alert_channel_create", body, key="once")
    assert worker.do("alert_channel_create", body, key="once") == first
    assert worker.do("alert_channel_create", body)["id"] == first["id"]
    assert len(worker.do("alert_channel_list")["items"]) == 1
    other = s.worker()
    for name in ("delete", "test", "resume"):
        other.refused("alert_channel_" + name, 404, "not_found", channel=first["id"])
    worker.do("alert_channel_delete", channel=first["id"])
    worker.refused("alert_channel_delete", 404, "not_found", channel=first["id"])


def test_secrets(s):
    """no secret is in the log, in lists or in the export of one's data"""
    worker = s.worker()
    push_channel(worker, "/private-endpoint")
    hook = worker.do("alert_channel_create", {"kind": "webhook", "address": service.url + "/hook-s"})
    shown = worker.reply("me_export").text + json.dumps(worker.do("alert_channel_list")) + json.dumps(worker.do("alert_setting_show"))
    assert '"alert_rules":[' in shown and '"alert_channels":[' in shown
    for secret in [*SECRETS.values(), hook["secret"], KEYS["auth"], "/private-endpoint"]:
        assert secret not in shown, secret
        assert secret == "/private-endpoint" or secret not in s.server.log_text(), secret


def test_leaving(s):
    """who leaves is told nothing any more"""
    spread(s)
    worker = s.worker()
    push_channel(worker, "/push-l")
    worker.do("alert_rule_create", {})
    worker.do("alert_setting_update", {"mute_hours": 1})
    s.project(tasks(1))
    spread(s)
    worker.do("me_delete", {"password": worker.password})
    for table in ("alert_rule", "alert_channel", "alert_setting", "outbox"):
        assert s.store.rows(f"SELECT count(*) FROM {table} WHERE person_id = {worker.id}")[0][0] == 0, table


def test_taken_work(s):
    """an alert is not sent to whom no work is left for"""
    spread(s)
    worker = s.worker()
    push_channel(worker, "/push-t")
    worker.do("alert_rule_create", {})
    worker.do("alert_setting_update", {"mute_hours": 1})
    _, project = s.project(tasks(1))
    spread(s)
    assert take(s.worker(), project)
    worker.do("alert_setting_update", {"mute_hours": 0})
    assert wait_log(worker, "not_needed")[0]["detail"] == "The work was gone."
