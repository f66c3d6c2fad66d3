#!/usr/bin/env python3
"""kill -9 while 10,000 alerts are in the outbox:  alerts_test.py [--faena BINARY] [--store sqlite|postgresql|both]

Half of the alerts are about work that is withdrawn before they may go, half about work that stays. The server is killed while it
sends. After it came back each alert on the work that stays has arrived at least once and at most twice, and none on the other."""

import collections
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "lib"))
import faena  # noqa: E402
from services import Service  # noqa: E402

NO_SERVER = True
ALERTS = 10_000
SECRET = ('{"p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",'
          '"auth":"BTBZMqHH6r4Tts7J_aSIgg"}')
SILENT = 9_000_000_000_000_000


def people_add(s, url, stays, withdrawn):
    """Each with a browser, a rule for one of the projects, and silent for now."""
    for start in range(1, ALERTS + 1, 1000):
        ids = range(start, start + 1000)

        def rows(row, numbers=ids):
            return ",".join(row(i) for i in numbers)

        s.store.run("INSERT INTO person (id, handle, display_name, password_hash, roles, language, created_usec) VALUES "
                    + rows(lambda i: f"({i}, 'w{i}', '', '', 1, 'es', 0)"))
        s.store.run("INSERT INTO alert_channel (id, person_id, kind, state, name, address, secret, created_usec) VALUES "
                    + rows(lambda i: f"({i}, {i}, 1, 1, '', '{url}/{i}', '{SECRET}', 0)"))
        s.store.run("INSERT INTO alert_setting (person_id, muted_until_usec) VALUES " + rows(lambda i: f"({i}, {SILENT})"))
        s.store.run("INSERT INTO alert_rule (id, person_id, project_id, requester_id, qualification_id, hour_micros, tasks_min,"
                    " urgent_hour_micros, digest, created_usec) VALUES "
                    + rows(lambda i: f"({i}, {i}, {stays if i % 2 else withdrawn}, 0, 0, 0, 0, 0, 0, 0)"))


def test_killed_while_sending(s):
    """10,000 alerts: each sent once or twice, none for withdrawn work"""
    service = Service()
    service.answers["/"] = [(201, {}, b"")]
    s.program.init()
    with open(s.program.files + "/alerts.conf", "w", encoding="utf-8") as file:
        file.write("allow = 127.0.0.0/8\n")
    s.server = s.server_new()
    requester = s.requester(10 ** 9)
    stays, withdrawn = s.draft(requester, faena.tasks(9)), s.draft(requester, faena.tasks(9))
    people_add(s, service.url, stays, withdrawn)
    for project in (stays, withdrawn):
        requester.do("project_publish", project=project)

    def waiting():
        return s.store.rows("SELECT count(*) FROM outbox WHERE state = 0")[0][0]

    faena.wait_until(lambda: waiting() == ALERTS, 120, 0.2, "10,000 alerts in the outbox")
    requester.do("project_complete", project=withdrawn)
    s.store.run("UPDATE alert_setting SET muted_until_usec = 0; UPDATE outbox SET not_before_usec = 1")
    faena.wait_until(lambda: len(service.requests) > ALERTS // 8, 60, 0.002, "sending")
    s.server.kill()
    before = len(service.requests)
    assert before < ALERTS // 2, f"the server was killed too late: {before} were sent"
    unreported = before - s.store.rows("SELECT count(*) FROM outbox WHERE state = 1")[0][0]
    s.server = s.server_new()
    faena.wait_until(lambda: waiting() == 0, 180, 0.2, "an empty outbox")
    time.sleep(0.5)
    times = collections.Counter(request.path for request in service.requests)
    wanted = {f"/{i}" for i in range(1, ALERTS + 1, 2)}
    assert set(times) == wanted, (len(times), len(wanted), list(set(times) ^ wanted)[:5])
    assert max(times.values()) <= 2, times.most_common(3)
    twice = sum(1 for n in times.values() if n == 2)
    print(f"# killed after {before} messages, {unreported} of them not reported yet; {twice} were sent twice", flush=True)
    states = dict(s.store.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
    assert states == {1: ALERTS // 2, 3: ALERTS // 2}, states
    assert s.store.rows("SELECT count(*) FROM alert WHERE state = 0")[0][0] == 0
    assert s.server.stop() == 0
    s.program.audit()


if __name__ == "__main__":
    sys.exit(faena.main([os.path.abspath(__file__)]))
