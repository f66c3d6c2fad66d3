"""People with money, small projects and answers: what most tests begin with."""

import itertools
import struct
import time
import zlib

from client import Client
from server import OPERATOR_PASSWORD, Server

CENT = 10_000  # micro-units

CHOICES = """<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true">
    <Choice value="Drama"/><Choice value="Comedy"/><Choice value="Horror"/>
  </Choices>
</View>"""

TWO_QUESTIONS = """<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" choice="single" required="true"><Choice value="Drama"/><Choice value="Comedy"/></Choices>
  <Rating name="stars" toName="text" maxRating="5" required="true"/>
</View>"""

PICTURES = """<View>
  <Image name="picture" value="$image"/>
  <Choices name="real" toName="picture" required="true"><Choice value="Real"/><Choice value="Made"/></Choices>
</View>"""


def answer(choice="Drama", control="genre", to="text"):
    return [{"from_name": control, "to_name": to, "type": "choices", "value": {"choices": [choice]}}]


def rating(stars, control="stars", to="text"):
    return [{"from_name": control, "to_name": to, "type": "rating", "value": {"rating": stars}}]


def tasks(count, start=1):
    return [{"text": f"film {number}"} for number in range(start, start + count)]


def png(width, height, shade=0):
    """A small valid PNG picture."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((x * 7 + y * 3 + shade) % 256 for x in range(width * 3)) for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def wait_until(condition, seconds=60, every=0.05, what="it"):
    """The first true result of condition(). The time is for a machine that does a lot besides: no test is about it."""
    deadline = time.monotonic() + seconds
    while True:
        result = condition()
        if result:
            return result
        assert time.monotonic() < deadline, f"{what} did not happen in {seconds} s"
        time.sleep(every)


class Scene:
    """A program with a fresh database and a running server. Handles are unique in it, so that tests share it."""

    numbers = itertools.count(1)

    def __init__(self, program, store, server):
        self.program, self.store, self.server = program, store, server
        self.kind = store.kind
        self.operator_client = None
        self.more_servers = []

    def handle(self, start="p"):
        return f"{start}{next(self.numbers)}"

    def anonymous(self):
        return Client(self.server)

    @property
    def operator(self):
        if not self.operator_client:
            self.operator_client = Client(self.server).log_in("operator", OPERATOR_PASSWORD)
        return self.operator_client

    def worker(self, handle=None):
        return Client(self.server).sign_up(handle or self.handle("worker"), "worker")

    def requester(self, credit_micros=0, handle=None):
        client = Client(self.server).sign_up(handle or self.handle("requester"), "requester")
        if credit_micros:
            self.operator.do("person_credit", {"amount_micros": credit_micros}, person=client.id)
        return client

    def reviewer(self):
        return self.person(["reviewer"])

    def person(self, roles):
        """Someone with these roles."""
        client = Client(self.server).sign_up(self.handle("person"), "worker")
        client.person = self.operator.do("person_update", {"roles": roles}, person=client.id)
        return client

    # --- projects

    def draft(self, requester, items=None, **fields):
        """Id of a draft with tasks."""
        order = {"title": "Genres of films", "label_config": CHOICES, "price_micros": 5 * CENT, "gold_permille": 0} | fields
        project = requester.do("project_create", order)["id"]
        if items:
            requester.do("task_create", {"tasks": items}, project=project)
        return project

    def project(self, items=None, requester=None, **fields):
        """(requester, project id): live, paid by a requester with enough money."""
        items = tasks(3) if items is None else items
        requester = requester or self.requester(1_000_000 * 100)
        project = self.draft(requester, items, **fields)
        requester.do("project_publish", project=project)
        return requester, project

    def stats(self, requester, project):
        return requester.do("project_show", project=project)["stats"]

    def audit(self):
        """The books are right."""
        found = self.operator.do("system_audit")
        assert found["ok"], [check for check in found["checks"] if not check["ok"]]

    # --- servers of a test's own

    def server_new(self, *arguments, **more):
        """One more server on the same database; stopped when the file's tests end."""
        server = Server(self.program, *arguments, **more)
        self.more_servers.append(server)
        return server

    def close(self):
        for server in self.more_servers:
            if server.running():
                server.stop()


def take(worker, project):
    """A lease, or None when there is no work."""
    reply = worker.ask("work_take", project=project)
    if reply.status == 404 and reply.json["code"] == "no_work":
        return None
    return worker.accept("work_take", reply).json


def submit(worker, project, task, result=None, take_next=False, **more):
    return worker.do("work_submit", {"result": result or answer(), "take_next": take_next} | more, project=project, task=task)


def work_all(worker, project, choose=lambda task: "Drama", most=10_000):
    """Answers what there is; ids of the tasks in the order they came."""
    seen = []
    lease = take(worker, project)
    while lease and len(seen) < most:
        seen.append(lease["task"])
        lease = submit(worker, project, lease["task"], answer(choose(lease["task"])), take_next=len(seen) < most)["next"]
    return seen
