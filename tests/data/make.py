"""Makes tests/data/schema-N.sqlite.sql and schema-N.postgresql.sql: a small database of today's program with something in
every table, as SQL. Run it once for each schema that is released, and never again for that schema: what old programs wrote is
what the migration tests must be able to read.

    python3 tests/data/make.py --faena build/src/faena"""

import os
import sqlite3
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "lib"))
sys.dont_write_bytecode = True

from stage import PARTS, PUSH  # noqa: E402
from faena import (  # noqa: E402
    CENT, KINDS, Cluster, Program, Scene, Server, answer, store_new, submit, take, tasks, wait_until, work_all)


def judged(s, requester, worker, second):
    """Gold that was missed and is contested, answers sent back, a reviewer's label and opinion, one more judge."""
    _, project = s.project(tasks(8, start=80), requester, price_micros=CENT, overlap=2, gold_permille=100, title="Judged",
                           review_permille=500)
    for person in (worker, second):
        work_all(person, project, most=6)
    reviewer = s.reviewer()
    requester.do("reviewer_add", {"handle": reviewer.person["handle"]}, project=project)
    for task in (1, 2):
        requester.do("gold_put", {"gold": answer("Horror"), "note": "it frightens"}, project=project, task=task)
    given = {(a["task"], a["worker"]["handle"]): a["id"] for a in requester.all("annotation_list", project=project)}
    requester.do("annotation_reject", {"ids": [given[1, "wanda"]], "reason": "the gold says Horror"}, project=project)
    worker.do("work_contest", {"reason": "it is a drama"}, project=project, task=1)
    reviewer.do("annotation_send_back", {"ids": [given[3, "wim"]], "comment": "Please look again."}, project=project)
    reviewer.do("label_put", {"result": answer("Comedy"), "comment": "they laugh"}, project=project, task=4)
    reviewer.do("opinion_put", {"result": answer("Comedy")}, project=project, task=5)
    requester.do("task_more", {"answers": 1}, project=project, task=6)


def fill(s):
    """Every state of project, task, lease, answer, transfer and import."""
    requester = s.requester(100 * CENT, handle="rosa")
    worker, second = s.worker("wanda"), s.worker("wim")
    worker.token_new("work", days=3650)
    gold = [{"data": {"text": "a known film"}, "gold": "Comedy", "priority": 1}]
    _, project = s.project(tasks(6) + gold, requester, price_micros=CENT, overlap=2, gold_permille=100, instructions="Read **all**.")
    work_all(worker, project, most=3)
    work_all(second, project, lambda task: "Comedy", most=3)
    given = [a["id"] for a in requester.all("annotation_list", project=project)]
    requester.do("annotation_approve", {"ids": given[:2]}, project=project)
    requester.do("annotation_reject", {"ids": given[2:3], "reason": "not what was asked"}, project=project)
    lease = take(worker, project)["task"]
    lease = worker.do("work_report", {"reason": "the text is cut"}, project=project, task=lease)["next"]["task"]
    requester.do("task_update", {"retired": True}, project=project, task=6)
    requester.do("task_create", {"tasks": tasks(2, start=50)}, project=project)
    s.draft(requester, tasks(1), title="A draft")
    _, paused = s.project(tasks(2), requester, price_micros=0, title="Paused")
    submit(second, paused, take(second, paused)["task"], answer("Horror"))
    requester.do("project_pause", project=paused)
    _, done = s.project(tasks(1), requester, title="Completed", approve_seconds=0)
    work_all(worker, done)
    requester.do("project_complete", project=done)
    content = b"text\nfilm a\nfilm b\n\xff\n"
    for mode in ("good", "all"):
        number = requester.do("import_create", {"file_name": "films.csv", "bytes": len(content), "mode": mode}, project=project)["id"]
        requester.do("import_part", content, **{"import": number, "offset": 0})
        requester.do("import_start", **{"import": number})
        wait_until(lambda n=number: requester.do("import_show", **{"import": n})["state"] in ("done", "failed"))
    requester.do("import_create", {"file_name": "waits.csv", "bytes": 10}, project=project)
    second.do("pack_take", {"count": 2}, project=project)
    worker.do("alert_rule_create", {"pay_per_hour_micros": CENT, "digest": True})
    worker.do("alert_channel_create", PUSH)
    worker.do("alert_setting_update", {"quiet_from": 1320, "quiet_to": 360, "utc_offset_minutes": -240, "mute_hours": 9})
    worker.do("wish_save", {"wants_offers": True, "weekly_minutes": 600})
    _, shared = s.project(tasks(4), requester, title="Shared")
    wait_until(lambda: worker.do("offer_list")["items"])
    worker.do("wish_project", {"wish": "wanted"}, project=shared)
    requester.do("dispatch_update", {"deadline": "2999-01-01T00:00:00Z"}, project=shared)
    judged(s, requester, worker, second)
    qualification = requester.do("qualification_create", {"name": "Films"})["id"]
    requester.do("holder_set", {"score": 90}, qualification=qualification, person=worker.id)
    course = requester.do("course_create", {"title": "Films", "qualification": qualification, "exam_questions": 1, "parts": PARTS})["id"]
    requester.do("course_open", {}, course=course)
    second.do("course_exam", course=course)
    paid = requester.do("course_create", {"title": "Paid", "qualification": qualification, "exam_questions": 1, "parts": PARTS, "pay_micros": CENT})["id"]
    requester.do("course_open", {"places": 3}, course=paid)
    for person, choice in ((worker, 1), (second, 0)):
        person.do("course_exam", course=paid)
        person.do("course_exam_answer", {"choices": [choice]}, course=paid)
    worker.do("requester_rate", {"pay": 4, "fairness": 3, "clarity": 5}, requester=requester.id)
    requester.do("requirement_set", {"requirements": [{"subject": "language", "comparator": "in", "values": ["es", "en"]}]}, project=project)
    crew = worker.do("crew_create", {"name": "Night owls", "rules": "We **share**."})["id"]
    second.do("crew_join", {"code": worker.do("crew_invite", {}, crew=crew)["code"]})
    second.do("crew_membership", {"watches": True, "shows_load": True}, crew=crew)
    for person, paid in ((worker, True), (second, False)):
        s.operator.do("person_credit", {"amount_micros": 500 * CENT}, person=person.id)
        asked = person.do("payout_ask", {"amount_micros": 200 * CENT, "method": "bank", "address": "ES12 0049", "holder": "A Worker"})
        more = {"reference": "run 1"} if paid else {"reason": "no such account"}
        s.operator.do("payout_decide", {"ids": [asked["id"]], "paid": paid} | more)
    worker.do("payout_ask", {"amount_micros": 100 * CENT, "method": "bank", "address": "ES12 0049", "holder": "A Worker"})
    s.operator.do("server_limits_update", {"course_hold_days": 10})
    gone = s.worker("gone")
    gone.do("me_delete", {"password": gone.password})
    s.operator.do("person_update", {"disabled": True}, person=s.worker("locked").id)
    s.audit()


def dump(s, kind):
    if kind == "sqlite":
        connection = sqlite3.connect(s.store.path)
        return "\n".join(connection.iterdump()) + "\n"
    done = subprocess.run([f"{s.store.cluster.programs}/pg_dump", "--inserts", "--no-owner", "--no-privileges", s.store.url],
                          capture_output=True, text=True, check=True)
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith(("--", "SET ", "\\", "SELECT pg_catalog.set_config"))]
    return "\n".join(lines) + "\n"


def main():
    binary = sys.argv[sys.argv.index("--faena") + 1]
    for kind in KINDS:
        cluster = Cluster() if kind == "postgresql" else None
        try:
            with tempfile.TemporaryDirectory() as directory:
                store = store_new(kind, directory, cluster)
                program = Program(binary, store.url, directory)
                program.init()
                scene = Scene(program, store, Server(program, "--no-rate-limits"))
                fill(scene)
                schema = scene.operator.do("system_show")["schema"]
                scene.server.stop()
                program.audit()
                path = os.path.join(HERE, f"schema-{schema}.{kind}.sql")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(dump(scene, kind))
                print(path, os.path.getsize(path), "bytes")
                store.close()
        finally:
            if cluster:
                cluster.stop()


if __name__ == "__main__":
    main()
