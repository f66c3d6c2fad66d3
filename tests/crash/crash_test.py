#!/usr/bin/env python3
"""kill -9 under load:  crash_test.py [--faena BINARY] [--store sqlite|postgresql|both]

Many clients work and write down what they asked and what was answered. The server, or PostgreSQL itself, is killed again and
again; clients ask again for what was not answered, with the same Idempotency-Key. In the end everything that was answered
stands in the database exactly once, nothing else does, and the books are right. Durable settings throughout: SQLite with
synchronous=FULL, PostgreSQL with fsync. The functions at the end are the tests."""

import http.client
import json
import os
import random
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "lib"))
import faena  # noqa: E402

NO_SERVER = True  # each test starts its own, on one database
WORKERS = 20
TASKS = 3000
CHOICES = ("Drama", "Comedy", "Horror")


class Gone(Exception):
    """No answer: the connection broke, or the server said 5xx."""


class Worker(threading.Thread):
    """One person who takes and answers, asks again until there is an answer, and remembers all of it."""

    def __init__(self, market, client, seed):
        super().__init__(daemon=True)
        self.market, self.client, self.chance = market, client, random.Random(seed)
        self.asked = []      # (path, body, key, status, reply) of each answered request
        self.unanswered = 0  # how often one had to be asked again
        self.strange = []    # what must not happen
        self.held = {}       # project: task
        self.number = 0

    def try_once(self, path, body, key):
        try:
            reply = self.client.send("POST", path, body, key=key)
        except (OSError, http.client.HTTPException) as why:
            self.client.close()
            raise Gone from why
        if reply.status >= 500:
            problem = faena.problem_check(reply)
            if reply.status != 503 or problem["code"] not in ("store_lost", "store_full", "store_conflict", "busy", "stopping"):
                self.strange.append(f"{path}: {reply}")
            raise Gone
        return reply

    def ask(self, path, body):
        """The answer, however often it takes to get one."""
        self.number += 1
        key = f"{self.client.person['handle']}-{self.number}"
        while True:
            try:
                self.client.server = self.chance.choice(self.market.servers)
                if len(self.market.servers) > 1:
                    self.client.close()
                reply = self.try_once(path, body, key)
                break
            except Gone:
                self.unanswered += 1
                time.sleep(0.02)
        self.asked.append((path, body, key, reply.status, reply.body))
        return reply

    def repeat(self, how_many):
        """Requests that were answered are asked again: the same bytes come back."""
        for path, body, key, status, text in self.chance.sample(self.asked, min(how_many, len(self.asked))):
            try:
                reply = self.try_once(path, body, key)
            except Gone:
                continue
            if (reply.status, reply.body) != (status, text):
                self.strange.append(f"{path} {key}: {status} {text}, then {reply.status} {reply.body}")

    def step(self):
        project = self.chance.choice(self.market.projects)
        base = f"/api/v1/work/projects/{project}"
        if project not in self.held:
            reply = self.ask(base + "/take", None)
            if reply.status == 200:
                self.held[project] = reply.json["task"]
            elif reply.json["code"] != "no_work":
                self.strange.append(repr(reply))
            return
        task = self.held.pop(project)
        if self.chance.random() < 0.05:
            reply = self.ask(f"{base}/tasks/{task}/skip", {"take_next": True})
        else:
            reply = self.ask(f"{base}/tasks/{task}/submit",
                             {"result": faena.answer(self.chance.choice(CHOICES)), "take_next": self.chance.random() < 0.9})
        if reply.status != 200:
            self.strange.append(repr(reply))
        elif reply.json["next"]:
            self.held[project] = reply.json["next"]["task"]

    def run(self):
        try:
            while not self.market.closing:
                self.step()
                if self.chance.random() < 0.03:
                    self.repeat(1)
        except Exception as why:  # a thread's failure is the test's failure
            self.strange.append(f"{type(why).__name__}: {why}")

    def answers(self):
        """{(project, task): reply} of the accepted answers."""
        found = {}
        for path, body, _, status, text in self.asked:
            words = path.split("/")
            if words[-1] == "submit" and status == 200:
                key = (int(words[5]), int(words[7]))
                if key in found:
                    self.strange.append(f"{path} was accepted twice")
                found[key] = (json.loads(text), body["result"])
        return found


class Market:
    """A requester with two projects, one paying at once and one on approval, and workers at it."""

    def __init__(self, s, seed, nodes=1):
        self.s, self.program, self.chance = s, s.program, random.Random(seed)
        self.closing = False
        self.servers = []
        s.program.init()
        for _ in range(nodes):
            self.servers.append(faena.Server(s.program))
        scene = faena.Scene(s.program, s.store, self.servers[0])
        scene.numbers = iter(range(seed * 1000 % 10**12, 10**15))
        self.money = scene.operator.do("session_show")["available_micros"]
        self.requester = scene.requester(10**10)
        self.prices, self.projects = {}, []
        for price, approve in ((50_001, 0), (100_003, 3600)):
            project = scene.draft(self.requester, None, price_micros=price, overlap=3, approve_seconds=approve)
            for start in range(1, TASKS, 1000):
                self.requester.do("task_create", {"tasks": faena.tasks(1000, start)}, project=project)
            self.requester.do("project_publish", project=project)
            self.projects.append(project)
            self.prices[project] = price
        self.workers = [Worker(self, scene.worker(), f"{seed}-{i}") for i in range(WORKERS)]
        for worker in self.workers:
            worker.start()

    def restart(self, index):
        """kill -9, a look at the books, and up again at the same address."""
        old = self.servers[index]
        assert old.running(), "a server ended by itself:\n" + old.log_text()[-3000:]
        old.kill()
        if len(self.servers) == 1:
            self.program.audit()
        self.servers[index] = faena.Server(self.program, "--port", str(old.port))

    def pause(self, least=0.3, most=1.2):
        time.sleep(self.chance.uniform(least, most))

    def close(self):
        """Everyone gets the answer they wait for; then the books."""
        self.closing = True
        for worker in self.workers:
            worker.join(120)
            assert not worker.is_alive(), "a request is not answered"
        for worker in self.workers:
            worker.repeat(10)
        self.requester.server = self.servers[0]
        self.check()
        for server in self.servers:
            assert server.stop() == 0
        self.program.audit()

    def check(self):
        strange = [what for worker in self.workers for what in worker.strange]
        assert not strange, f"{len(strange)} strange things: " + "\n".join(strange[:5])
        answered = sum(len(worker.asked) for worker in self.workers)
        again = sum(worker.unanswered for worker in self.workers)
        assert answered > 100 and again > 0, f"too little happened: {answered} answered, {again} asked again"
        print(f"# {answered} requests answered, {again} asked again", flush=True)
        self.check_answers()
        self.check_leases()
        self.check_money()
        self.check_receipts()

    def check_answers(self):
        """What the export holds and what was accepted are the same."""
        accepted = {}
        for worker in self.workers:
            for (project, task), (reply, result) in worker.answers().items():
                accepted[reply["annotation"]] = (project, task, worker.client.person["handle"], result)
        stored = {}
        for project in self.projects:
            export = self.requester.reply("project_export", project=project)
            for line in export.text.splitlines():
                task = json.loads(line)
                assert len(task["annotations"]) <= 3, task
                for found in task["annotations"]:
                    assert found["id"] not in stored, f"stored twice: {found}"
                    stored[found["id"]] = (project, task["task"], found["worker"], found["result"])
        lost, extra = accepted.keys() - stored.keys(), stored.keys() - accepted.keys()
        assert not lost, f"{len(lost)} accepted answers are gone: {[accepted[i] for i in list(lost)[:3]]}"
        assert not extra, f"{len(extra)} answers that nobody heard of: {[stored[i] for i in list(extra)[:3]]}"
        different = [(accepted[i], stored[i]) for i in accepted if accepted[i] != stored[i]]
        assert not different, different[:3]

    def check_leases(self):
        names = ",".join(map(str, self.projects))
        live = {tuple(row) for row in self.s.store.rows(
            f"SELECT project_id, worker_id, task_id FROM lease WHERE state = 0 AND project_id IN ({names})")}
        held = {(project, worker.client.id, task) for worker in self.workers for project, task in worker.held.items()}
        assert live == held, f"leases {list(live - held)[:3]} that nobody holds, {list(held - live)[:3]} that are not there"

    def check_money(self):
        """Each balance to the micro-unit."""
        at_once, on_approval = self.projects
        paid = 0
        for worker in self.workers:
            count = {project: 0 for project in self.projects}
            for project, _ in worker.answers():
                count[project] += 1
            session = self.requester_like(worker.client).do("session_show")
            assert session["available_micros"] == count[at_once] * self.prices[at_once], (session, count)
            assert session["pending_micros"] == count[on_approval] * self.prices[on_approval], (session, count)
            paid += session["available_micros"] + session["pending_micros"]
        reserved = sum(3 * TASKS * price for price in self.prices.values())
        assert self.requester.available == 10**10 - reserved
        names = ",".join(map(str, self.projects))
        escrow = self.s.store.rows(f"SELECT sum(credits_posted - debits_posted - debits_pending) FROM account WHERE id IN ({names})")
        held = sum(self.prices[project] for worker in self.workers for project in worker.held)
        assert escrow[0][0] + held + paid == reserved, (escrow, held, paid, reserved)

    def requester_like(self, client):
        client.server = self.servers[0]
        client.close()
        return client

    def check_receipts(self):
        """One for each request that was answered, and no other."""
        for worker in self.workers:
            keys = {key for _, _, key, _, _ in worker.asked}
            rows = self.s.store.rows(f"SELECT request_id FROM receipt WHERE actor_id = {worker.client.id}")
            stored = {row[0] for row in rows}
            assert stored == keys, (stored ^ keys)


def kill_rounds(s, seed, rounds):
    print(f"# {s.kind}: seed {seed}", flush=True)
    market = Market(s, seed)
    for _ in range(rounds):
        market.pause()
        market.restart(0)
    market.pause()
    market.close()


def need_postgresql(s):
    if s.kind != "postgresql":
        raise faena.Skipped("a matter of PostgreSQL")


def test_kill_server(s):
    """the server is killed under load (seed 1): all that was answered is stored exactly once"""
    kill_rounds(s, 1, 4)


def test_kill_server_fresh(s):
    """the same with a fresh seed"""
    kill_rounds(s, int(os.environ.get("FAENA_CRASH_SEED", random.SystemRandom().randrange(2, 10**6))), 3)


def test_kill_postgresql(s):
    """PostgreSQL is stopped at once and killed under load: 503 meanwhile, then work goes on without a restart"""
    need_postgresql(s)
    market = Market(s, 3)
    watcher = market.requester
    for way in (s.store.cluster.stop_at_once, s.store.cluster.kill):
        market.pause()
        s.store.close_psql()
        way()
        problem = watcher.refused("project_list", 503, "store_lost")
        assert problem["detail"], problem
        assert watcher.send("GET", "/readyz").status == 503
        assert watcher.send("GET", "/healthz").status == 200
        time.sleep(0.3)
        s.store.cluster.start()
        faena.wait_until(lambda: watcher.send("GET", "/readyz").status == 200, what="a ready server")
        before = sum(len(worker.asked) for worker in market.workers)
        faena.wait_until(lambda: sum(len(worker.asked) for worker in market.workers) > before + 50,
                         what="work after PostgreSQL came back")
    faena.wait_until(lambda: advisory_locks(s) == 2, what="the server's hold on its number and on the clock")
    assert market.servers[0].running()
    market.close()


def test_postgresql_away(s):
    """PostgreSQL goes away while nobody works and comes back: the server's own work and the next write go on without a restart"""
    need_postgresql(s)
    s.program.init()
    server = faena.Server(s.program)
    requester = faena.Scene(s.program, s.store, server).requester()
    for number in range(4):
        s.store.close_psql()
        (s.store.cluster.stop_at_once if number % 2 == 0 else s.store.cluster.kill)()
        requester.refused("me_update", 503, "store_lost", {"display_name": f"lost {number}"})
        time.sleep(1.2)  # the server's own turns meet no database
        s.store.cluster.start()
        faena.wait_until(lambda: requester.send("GET", "/readyz").status == 200, what="a ready server")
        faena.wait_until(lambda: requester.send("PATCH", "/api/v1/me", {"display_name": f"here {number}"}).status == 200, what="a write")
        assert requester.do("session_show")["person"]["display_name"] == f"here {number}"
    assert server.stop() == 0
    s.program.audit()


def advisory_locks(s):
    """A server holds its number, which its ids are made with, and one of them the right to tick."""
    return s.store.rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid IN (7261, 7262)")[0][0]


def test_two_servers(s):
    """two servers share the database, each is killed; clients ask again at either"""
    need_postgresql(s)
    market = Market(s, 4, nodes=2)
    for index in (0, 1, 0):
        market.pause()
        market.restart(index)
    market.pause()
    market.close()


if __name__ == "__main__":
    os.environ.setdefault("FAENA", os.environ.get("FAENA_BIN", ""))
    sys.exit(faena.main([os.path.abspath(__file__)], durable=True))
