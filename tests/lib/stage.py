"""A valid request for every operation of the contract, for tests that go through all of them and change one thing each."""

from contract import CONTRACT
from scene import CHOICES, answer, png, take, tasks, wait_until

# A browser's subscription; the keys are those of RFC 8291's example.
PUSH = {"kind": "web_push", "address": "https://push.example/1", "auth": "BTBZMqHH6r4Tts7J_aSIgg",
        "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"}

PARTS = [{"kind": "lesson", "text": "Read **this**."}, {"kind": "exam", "text": "Which?", "choices": ["a", "b"], "right": 1}]

# Bodies that a generated value would not fit.
BODIES = {
    "person_create": lambda s: {"handle": s.handle("fresh"), "password": "a long password"},
    "session_create": lambda s: {"handle": "nobody-there", "password": "a long password"},
    "me_update": lambda s: {"display_name": "Someone"},
    "person_update": lambda s: {"disabled": False},
    "project_create": lambda s: {"title": "One more", "label_config": CHOICES, "price_micros": 10},
    "project_update": lambda s: {"title": "Another title"},
    "label_config_check": lambda s: {"label_config": CHOICES},
    "task_create": lambda s: {"tasks": tasks(2, start=500)},
    "task_update": lambda s: {"priority": 4},
    "work_submit": lambda s: {"result": answer(), "take_next": False},
    "work_answers": lambda s: {"answers": [{"key": "one", "task": 1, "result": answer()}]},
    "import_create": lambda s: {"file_name": "tasks.csv", "bytes": 12},
    "alert_channel_create": lambda s: PUSH | {"address": f"https://push.example/{s.handle()}"},
    "requirement_set": lambda s: {"requirements": []},
    "course_create": lambda s: {"title": "A course", "qualification": 1, "parts": PARTS},
    "course_update": lambda s: {"title": "A course", "qualification": 1, "parts": PARTS},
    "course_exam_answer": lambda s: {"choices": [0]},
    "account_signal_review": lambda s: {"kind": "device", "mark": "0" * 64, "note": "seen"},
    "crew_invited": lambda s: {"code": "0" * 24},
    "crew_join": lambda s: {"code": "0" * 24},
    "payout_ask": lambda s: {"amount_micros": 10 ** 6, "method": "bank", "address": "ES12 0049", "holder": "Some One"},
    "token_create": lambda s: {"name": "script", "scopes": ["read"], "days": 2},
}
UPLOADS = {"import_part": b"text\nfilm 1\n", "file_create": png(4, 4), "system_backup": None}


class Stage:
    """A requester with a live project, an upload that has begun and a token, a worker who holds a task."""

    def __init__(self, s, requester=None, worker=None):
        self.s = s
        self.requester = requester or s.requester(10 ** 9)
        self.worker = worker or s.worker()
        self.someone = s.worker()  # whom the operator changes
        self.renew()

    def renew(self):
        """A fresh project, task and import."""
        self.held = None
        _, self.project = self.s.project(tasks(3), self.requester)
        self.task = take(self.worker, self.project)["task"]
        self.upload = self.requester.do("import_create", {"file_name": "tasks.csv", "bytes": 12}, project=self.project)["id"]

    def offer(self):
        """Something held for the worker, of a project of its own; the same until it is renewed."""
        if not self.held:
            # Nobody of an earlier test is to be faster.
            self.s.store.run(f"UPDATE worker_wish SET wants_offers = 0 WHERE worker_id <> {self.worker.id}")
            self.worker.do("wish_save", {"wants_offers": True, "weekly_minutes": 600, "quiet_from": 0, "quiet_to": 0, "chosen_only": True})
            _, project = self.s.project(tasks(2), self.requester)
            self.worker.do("wish_project", {"wish": "wanted"}, project=project)
            self.s.store.run(f"UPDATE project_dispatch SET due_usec = 1 WHERE project_id = {project}")
            self.held = wait_until(lambda: self.worker.do("offer_list")["items"], what="an offer")[0]["id"]
        return self.held

    def body(self, name):
        if name in UPLOADS:
            return UPLOADS[name]
        if name in BODIES:
            return BODIES[name](self.s)
        made = {}
        for field in CONTRACT.body_fields(name):
            if field.required:
                made[field.name] = {"str": "some text", "int": field.minimum, "double": field.minimum, "int_list": [1], "bool": True, "json": [],
                                    "enum": field.words[0] if field.words else None}[field.kind]
        if "password" in made:
            made["password"] = "a long password"
        return made or None

    def parameters(self, name):
        """Values of the operation's path and required query parameters."""
        known = {"project": self.project, "task": self.task, "import": self.upload, "offset": 0, "requester": self.requester.id}
        found = {}
        for field in CONTRACT.operations[name].fields:
            if field.place == "path" or (field.place == "query" and field.required):
                if field.name == "person":
                    found["person"] = self.someone.id
                elif field.name == "rule":
                    found["rule"] = self.kept("alert_rule_list", lambda: self.requester.do("alert_rule_create", {"tasks": 10 ** 6}))
                elif field.name == "channel":
                    found["channel"] = self.kept("alert_channel_list", lambda: self.requester.do("alert_channel_create", PUSH))
                elif field.name == "offer":
                    found["offer"] = self.offer()
                elif field.name == "qualification":
                    found["qualification"] = self.qualification()
                elif field.name == "course":
                    found["course"] = self.kept("course_list", lambda: self.requester.do("course_create", {
                        "title": "A course", "qualification": self.qualification(), "exam_questions": 1, "parts": PARTS}))
                elif field.name == "crew":
                    found["crew"] = self.crew()
                elif field.name == "watch":
                    found["watch"] = self.worker.do("crew_show", crew=self.crew())["watches"][-1]["id"]
                elif field.name == "payout":
                    found["payout"] = self.kept("own_payout_list", lambda: self.requester.do("payout_ask", self.body("payout_ask")))
                elif field.name == "token":
                    found["token"] = self.requester.do("token_create", {"name": "t", "scopes": ["work"], "days": 1})["id"]
                else:
                    found[field.name] = known[field.name]
        return found

    def qualification(self):
        own = [q for q in self.requester.all("qualification_list") if q["owner"]["id"] == self.requester.id]
        return (own or [self.requester.do("qualification_create", {"name": "Careful"})])[0]["id"]

    def crew(self):
        """The worker's crew, in which they watch every night and someone else is a member."""
        own = self.worker.do("crew_list")["items"]
        if own:
            return own[0]["id"]
        crew = self.worker.do("crew_create", {"name": "Night owls"})["id"]
        self.s.worker().do("crew_join", {"code": self.worker.do("crew_invite", {}, crew=crew)["code"]})
        self.worker.do("crew_membership", {"watches": True}, crew=crew)
        return crew

    def kept(self, name, make):
        """The id of one of the requester's own, made when there is none."""
        items = self.requester.do(name)["items"]
        return (items or [make()])[0]["id"]

    def client(self, name):
        """Someone who may."""
        roles = CONTRACT.operations[name].roles
        if not roles or "requester" in roles:
            return self.requester
        return {"worker": self.worker, "operator": self.s.operator}[roles[0]]
