#!/usr/bin/env python3
"""Every named point of failure fails in turn:  inject_test.py [--faena BINARY] [--store sqlite|postgresql|both]

A small story from sign-up to export is played against a server whose FAENA_INJECT makes the first or third pass of a point
fail, or many single passes, or all from the fifth on. A client that asks again must get through single failures; a lasting one
must be told with 503 or 500 and leave nothing half-done: after a restart without it the same story is played to its end, with
the same Idempotency-Keys, and the books are right. Then a disk that is full for real. The functions at the end are the
tests."""

import contextlib
import http.client
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "lib"))
import faena  # noqa: E402

NO_SERVER = True  # each story starts its own, on one database
ROWS = 24
NUMBERS = itertools.count(1)
CODES = {500: {"internal", "system"}, 503: {"store_lost", "store_full", "store_conflict", "busy", "stopping"}}


class Blocked(Exception):
    """A step still fails after all tries that were allowed."""


class Story:
    """The steps in order; what was done stays done, and a step that failed is asked again with the same key."""

    def __init__(self, s, point):
        self.s, self.name = s, f"{point.replace('_', '')}{next(NUMBERS)}"
        self.parts, pictures = 6 if point == "spool" else 2, 6 if point == "blob" else 1
        self.server = None
        self.tries = 1
        self.done = 0
        self.refusals = 0
        self.people = {}
        self.known = {}  # what the steps have learnt
        self.steps = [self.step_log_in, lambda: self.step_sign_up("requester"), lambda: self.step_sign_up("worker"),
                      self.step_credit, self.step_project, *[lambda n=n: self.step_picture(n) for n in range(pictures)],
                      self.step_import, *[lambda n=n: self.step_part(n) for n in range(self.parts)], self.step_start, self.step_imported,
                      self.step_publish, self.step_take, self.step_submit, self.step_skip, self.step_submit_last,
                      self.step_approve, self.step_export]

    def play(self, server, tries):
        self.server, self.tries = server, tries
        for client in self.people.values():
            client.close()
            client.server = server
        while self.done < len(self.steps):
            self.steps[self.done]()
            self.done += 1

    def ask(self, who, name, body=None, **parameters):
        """The operation, until it is answered with something else than 5xx."""
        client = self.people.setdefault(who, faena.Client(self.server))
        key = f"{self.name}-{self.done}-{name}"
        for left in reversed(range(self.tries)):
            try:
                reply = client.ask(name, body, key=key, **parameters)
            except (OSError, http.client.HTTPException) as why:
                raise AssertionError(f"{name}: the server answers nothing: {why!r}") from why
            if reply.status < 500:
                return client.accept(name, reply)
            problem = faena.problem_check(reply)
            assert problem["code"] in CODES.get(reply.status, ()), reply
            self.refusals += 1
            if left:
                time.sleep(0.02)
        raise Blocked(name)

    # --- the steps

    def step_log_in(self):
        self.ask("operator", "session_create", {"handle": "operator", "password": faena.OPERATOR_PASSWORD})

    def step_sign_up(self, role):
        body = {"handle": f"{role}-{self.name}".lower(), "password": "a-long-password", "role": role}
        self.people.setdefault(role, faena.Client(self.server)).person = self.ask(role, "person_create", body).json["person"]

    def step_credit(self):
        self.ask("operator", "person_credit", {"amount_micros": 10**9}, person=self.people["requester"].id)

    def step_project(self):
        body = {"title": self.name, "label_config": faena.CHOICES, "price_micros": 50_000, "gold_permille": 0,
                "approve_seconds": 100_000}
        self.known["project"] = self.ask("requester", "project_create", body).json["id"]

    def step_picture(self, number):
        shade = sum(self.name.encode()) + 7 * number
        self.ask("requester", "file_create", faena.png(6 + number, 5 + next(NUMBERS) % 50, shade), project=self.known["project"])

    def file(self):
        return b"text\r\n" + b"".join(b"film %d of %s\r\n" % (n, self.name.encode()) for n in range(ROWS))

    def part(self, number):
        size = -(-len(self.file()) // self.parts)
        return number * size, self.file()[number * size:(number + 1) * size]

    def step_import(self):
        body = {"file_name": "films.csv", "bytes": len(self.file())}
        self.known["import"] = self.ask("requester", "import_create", body, project=self.known["project"]).json["id"]

    def step_part(self, number):
        offset, text = self.part(number)
        self.ask("requester", "import_part", text, **{"import": self.known["import"], "offset": offset})

    def step_start(self):
        self.ask("requester", "import_start", **{"import": self.known["import"]})

    def step_imported(self):
        """The server does it by itself; with a lasting failure it may not get there."""
        deadline = time.monotonic() + (30 if self.tries > 2 else 1)
        while True:
            state = self.ask("requester", "import_show", **{"import": self.known["import"]}).json
            if state["state"] == "done":
                assert (state["added"], state["wrong"]) == (ROWS, 0), state
                return
            assert state["state"] != "failed", state
            if time.monotonic() > deadline:
                raise Blocked(f"the import stays {state['state']}")
            time.sleep(0.02)

    def step_publish(self):
        self.ask("requester", "project_publish", project=self.known["project"])

    def step_take(self):
        self.known["task"] = self.ask("worker", "work_take", project=self.known["project"]).json["task"]

    def submit(self, take_next):
        body = {"result": faena.answer("Drama"), "take_next": take_next}
        reply = self.ask("worker", "work_submit", body, project=self.known["project"], task=self.known["task"]).json
        self.known.setdefault("answers", []).append(reply["annotation"])
        self.known["task"] = reply["next"]["task"] if take_next else None

    def step_submit(self):
        self.submit(True)

    def step_skip(self):
        reply = self.ask("worker", "work_skip", {"take_next": True}, project=self.known["project"], task=self.known["task"]).json
        self.known["task"] = reply["next"]["task"]

    def step_submit_last(self):
        self.submit(False)

    def step_approve(self):
        reply = self.ask("requester", "annotation_approve", {"ids": self.known["answers"][:1]}, project=self.known["project"])
        assert reply.json["decided"] == 1, reply

    def step_export(self):
        """A stream that breaks off is asked for again."""
        for _ in range(self.tries):
            with contextlib.suppress(http.client.HTTPException, ConnectionError, AssertionError):
                text = self.ask("requester", "project_export", project=self.known["project"]).text
                tasks = [json.loads(line) for line in text.splitlines()]
                if len(tasks) == ROWS:
                    break
            self.refusals += 1
        else:
            raise Blocked("project_export")
        found = sorted((a["id"], a["state"]) for task in tasks for a in task["annotations"])
        assert found == sorted(zip(self.known["answers"], ("approved", "submitted"))), found

    # --- the end

    def check(self):
        """Everything happened once."""
        stats = self.ask("requester", "project_show", project=self.known["project"]).json["stats"]
        wanted = {"tasks": ROWS, "answers": 2, "submitted": 1, "approved": 1, "leases": 0, "paid_micros": 50_000,
                  "escrow_micros": 50_000 * (ROWS - 1)}
        assert {name: stats[name] for name in wanted} == wanted, stats
        assert len(self.ask("requester", "project_list").json["items"]) == 1
        session = self.ask("worker", "session_show").json
        assert (session["available_micros"], session["pending_micros"]) == (50_000, 50_000), session
        session = self.ask("requester", "session_show").json
        assert session["available_micros"] == 10**9 - 50_000 * ROWS, session


@contextlib.contextmanager
def running(program, inject=None, politely=False):
    """A server that must still run in the end. None when the failure keeps it from starting: then it must say so."""
    try:
        server = faena.Server(program, env={"FAENA_INJECT": inject} if inject else None)
    except RuntimeError as why:
        assert inject and "faena serve:" in str(why) and "assert" not in str(why).lower(), why
        server = None
    try:
        yield server
        if server:
            assert server.running(), "the server ended by itself"
            assert not politely or server.stop() == 0
    except Exception as why:
        raise AssertionError(f"{inject}: {why!r}\n{server.log_text()[-2000:] if server else ''}") from why
    finally:
        if server and server.running():
            server.kill()


def single(s, inject):
    """Failures that pass: the client gets through by asking again."""
    story = Story(s, inject.split(":")[0])
    with running(s.program, inject) as server:
        if server:
            story.play(server, tries=40)
            story.check()


def lasting(s, inject):
    """A failure that stays: refused with a sentence, nothing half-done, and the story goes on after a restart."""
    story = Story(s, inject.split(":")[0])
    with running(s.program, inject, politely=True) as server:
        try:
            if server:
                story.play(server, tries=2)
                raise AssertionError("the failure was never met")
        except Blocked:
            pass
    s.program.audit()
    with running(s.program) as server:
        story.play(server, tries=40)
        story.check()


def starts_at(s, point):
    """The first pass of the point that does not keep the server from starting."""
    for number in range(1, 60):
        with running(s.program, f"{point}:{number}") as server:
            if server:
                return number
    raise AssertionError(f"with {point} failing once the server never starts")


def fail_in_turn(s, point, every=(3, 4, 5, 7)):
    s.program.init()
    first = starts_at(s, point) if point == "read" else 1
    for number in (first, first + 2):
        single(s, f"{point}:{number}")
    # Ticks pass the points of writing too: many single failures reach the story's own writes as well.
    number, several = first, []
    for step in itertools.islice(itertools.cycle(every), 14):
        several.append(f"{point}:{number}")
        number += step
    single(s, ",".join(several))
    lasting(s, f"{point}:{first + 4}+")
    s.program.audit()


def test_begin(s):
    """opening a transaction fails"""
    fail_in_turn(s, "begin")


def test_load(s):
    """a read inside a transaction fails"""
    fail_in_turn(s, "load", every=(3, 14, 5, 11))


def test_save(s):
    """a write inside a transaction fails"""
    fail_in_turn(s, "save", every=(3, 14, 5, 11))


def test_commit(s):
    """a COMMIT fails"""
    fail_in_turn(s, "commit")


def test_commit_lost(s):
    """the answer of a COMMIT is lost"""
    fail_in_turn(s, "commit_lost")


def test_read(s):
    """a query fails"""
    fail_in_turn(s, "read", every=(5, 8, 13, 9))


def test_spool(s):
    """a part of an upload cannot be written"""
    fail_in_turn(s, "spool", every=(1, 2))


def test_blob(s):
    """a picture cannot be stored"""
    fail_in_turn(s, "blob", every=(1, 2))


# --- a full disk


@contextlib.contextmanager
def small_disk(megabytes):
    """A directory with room for that much, or Skipped."""
    directory = tempfile.mkdtemp(prefix="faena-disk-")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "faena-test", directory], capture_output=True,
                          text=True)
    if done.returncode:
        os.rmdir(directory)
        raise faena.Skipped("no file system may be mounted here: " + done.stderr.strip())
    try:
        yield directory
    finally:
        subprocess.run(["umount", "--lazy", directory], check=False)
        shutil.rmtree(directory, ignore_errors=True)


def fill(path, leave=0):
    """Uses up what is free."""
    free = os.statvfs(os.path.dirname(path))
    with open(path, "wb") as ballast:
        with contextlib.suppress(OSError):
            os.posix_fallocate(ballast.fileno(), 0, max(1, free.f_bavail * free.f_bsize - leave))


def work_until_full(worker, project, directory):
    """Answers until the disk is full; (ids of accepted answers, the request that was refused)."""
    accepted = []
    lease = faena.take(worker, project)
    fill(os.path.join(directory, "ballast"), leave=200_000)
    for number in range(5000):
        request = dict(project=project, task=lease["task"], key=f"answer-{number}",
                       body={"result": faena.answer(), "take_next": True})
        reply = worker.ask("work_submit", **request)
        if reply.status != 200:
            problem = faena.problem_check(reply, 503, "store_full")
            assert "disk" in problem["detail"] or "full" in problem["detail"], problem
            return accepted, request
        accepted.append(reply.json["annotation"])
        lease = reply.json["next"]
        assert lease, "the tasks were done before the disk was full"
    raise AssertionError("the disk was never full")


def disk_fills(scene, directory):
    requester, project = scene.project(faena.tasks(900))
    worker = scene.worker()
    accepted, request = work_until_full(worker, project, directory)
    assert requester.do("project_show", project=project)["stats"]["answers"] == len(accepted), "reading goes on"
    assert worker.ask("work_submit", **request).status == 503
    os.unlink(os.path.join(directory, "ballast"))
    reply = worker.accept("work_submit", worker.ask("work_submit", **request))
    accepted.append(reply.json["annotation"])
    export = requester.reply("project_export", project=project).text
    stored = [a["id"] for line in export.splitlines() for a in json.loads(line)["annotations"]]
    assert sorted(stored) == sorted(accepted), (len(stored), len(accepted))


def test_disk_full(s):
    """a full disk is told with store_full, loses nothing that was answered, and work goes on when there is room"""
    if s.kind != "sqlite":
        raise faena.Skipped("PostgreSQL stops by itself when its log has no room")
    with small_disk(24) as directory:
        store = faena.SqliteStore(directory)
        program = faena.Program(s.program.binary, store.url, directory)
        program.init()
        with running(program) as server:
            disk_fills(faena.Scene(program, store, server), directory)
        program.audit()


if __name__ == "__main__":
    os.environ.setdefault("FAENA", os.environ.get("FAENA_BIN", ""))
    sys.exit(faena.main([os.path.abspath(__file__)]))
