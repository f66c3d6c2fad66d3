"""An HTTP client that speaks to the API as a program or a page does."""

import http.client
import json
import select
import socket
import ssl
import time
import uuid

from contract import CONTRACT

# Operations that were answered with success by any client of this run: {operationId: times}.
EXERCISED = {}


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.body = status, body
        self.headers = {name.lower(): value for name, value in headers}
        self.cookies = [value for name, value in headers if name.lower() == "set-cookie"]

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode()

    def __repr__(self):
        return f"{self.status} {self.headers.get('content-type', '')} {self.body[:600]!r}"


def problem_check(reply, status=None, code=None):
    """The reply is a problem document (RFC 9457) of this status and code; returns it."""
    assert status is None or reply.status == status, f"expected {status} {code or ''}, got {reply}"
    assert 400 <= reply.status < 600, f"expected a refusal, got {reply}"
    assert reply.headers.get("content-type", "").startswith("application/problem+json"), f"no problem document: {reply}"
    problem = reply.json
    for member in ("type", "title", "status", "code", "detail"):
        assert problem.get(member), f"the problem document lacks {member}: {problem}"
    assert problem["status"] == reply.status, problem
    assert problem["type"] == "/docs/errors#" + problem["code"], problem
    assert problem["detail"].rstrip().endswith((".", "!", "?", '"')), f"the detail is no sentence: {problem}"
    for field in problem.get("errors", []):
        assert isinstance(field["pointer"], str) and field["detail"], problem
    assert code is None or problem["code"] == code, f"expected {code}, got {problem}"
    return problem


class Client:
    """One person's connection. Not for two threads at once: `another()` makes one more with the same login."""

    def __init__(self, server, token=None, cookie=None):
        self.server, self.token, self.cookie = server, token, cookie
        self.connection = None
        self.person = None  # {"id", "handle", ...} of who logged in
        self.password = None

    def another(self):
        other = Client(self.server, self.token, self.cookie)
        other.person, other.password = self.person, self.password
        return other

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def connect(self):
        kind = http.client.HTTPSConnection if self.server.scheme == "https" else http.client.HTTPConnection
        more = {"context": ssl._create_unverified_context()} if self.server.scheme == "https" else {}
        self.connection = kind(self.server.host, self.server.port, timeout=60, **more)
        self.connection.connect()
        self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, method, path, body=None, *, raw=None, content_type=None, key=None, headers=None):
        """body: a value to send as JSON; raw: bytes as they are. key: the Idempotency-Key, False for none, None for a fresh one
        with every write. Any reply is returned. A connection that the server closed meanwhile is opened again: the key makes
        that safe."""
        lines = dict(headers or {})
        if body is not None:
            raw, content_type = json.dumps(body).encode(), content_type or "application/json"
        if content_type:
            lines.setdefault("Content-Type", content_type)
        if self.token:
            lines.setdefault("Authorization", "Bearer " + self.token)
        elif self.cookie:
            lines.setdefault("Cookie", self.cookie)
        if method not in ("GET", "HEAD") and key is not False:
            lines.setdefault("Idempotency-Key", key or uuid.uuid4().hex)
        for last_try in (False, True):
            try:
                if not self.connection:
                    self.connect()
                self.connection.request(method, path, body=raw, headers=lines)
                response = self.connection.getresponse()
                reply = Reply(response.status, response.getheaders(), response.read())
                break
            except (http.client.HTTPException, ConnectionError, BrokenPipeError):
                self.close()
                if last_try:
                    raise
        if response.will_close:
            self.close()
        for cookie in reply.cookies:
            pair = cookie.split(";")[0]
            if "faena_session=" not in pair:
                continue  # of the device; each client here is one of its own
            self.cookie = pair if pair.split("=", 1)[1] else None
        return reply

    def ask(self, name, body=None, **parameters):
        """An operation of the contract by its id; any reply. key and headers as in send; bytes go as they are (uploads)."""
        more = {word: parameters.pop(word) for word in ("key", "headers", "content_type") if word in parameters}
        method, path = CONTRACT.address(name, parameters)
        if isinstance(body, bytes):
            return self.send(method, path, raw=body, content_type=more.pop("content_type", "application/octet-stream"), **more)
        return self.send(method, path, body, **more)

    def reply(self, name, body=None, **parameters):
        """The same, and it must succeed with the status and the shape of the contract; the whole reply."""
        return self.accept(name, self.ask(name, body, **parameters))

    def accept(self, name, reply):
        wanted = CONTRACT.operations[name].status
        assert reply.status == wanted, f"{name}: expected {wanted}, got {reply}"
        EXERCISED[name] = EXERCISED.get(name, 0) + 1
        if reply.headers.get("content-type", "").startswith("application/json") and CONTRACT.operations[name].kind != "stream":
            CONTRACT.check(name, reply.json)
        elif wanted == 204:
            assert reply.body == b"", reply
        return reply

    def do(self, name, body=None, **parameters):
        """The same; its JSON, or None without a body."""
        reply = self.reply(name, body, **parameters)
        return reply.json if reply.body else None

    def refused(self, name, status, code, body=None, **parameters):
        """It must be refused so; the problem document."""
        return problem_check(self.ask(name, body, **parameters), status, code)

    def all(self, name, **parameters):
        """Every item of a list, page by page."""
        items, cursor = [], None
        while True:
            page = self.do(name, **parameters, **({"cursor": cursor} if cursor else {}))
            items += page["items"]
            cursor = page["next_cursor"]
            if not cursor:
                return items

    # --- people

    def sign_up(self, handle, role="worker", password=None, **more):
        self.password = password or "password-of-" + handle
        self.person = self.do("person_create", {"handle": handle, "password": self.password, "role": role} | more)["person"]
        return self

    def log_in(self, handle, password):
        self.person = self.do("session_create", {"handle": handle, "password": password})["person"]
        self.password = password
        return self

    def token_new(self, *scopes, days=1):
        """A client that holds an API token of this person."""
        made = self.do("token_create", {"name": "test", "scopes": list(scopes), "days": days})
        other = Client(self.server, token=made["token"])
        other.person, other.password = self.person, self.password
        return other

    @property
    def id(self):
        return self.person["id"]

    @property
    def available(self):
        return self.do("session_show")["available_micros"]

    @property
    def pending(self):
        return self.do("session_show")["pending_micros"]


class Events:
    """An open stream of server-sent events."""

    def __init__(self, client, name, last_id=None, **parameters):
        method, path = CONTRACT.address(name, parameters)
        lines = {"Host": f"{client.server.host}:{client.server.port}", "Accept": "text/event-stream"}
        if client.token:
            lines["Authorization"] = "Bearer " + client.token
        elif client.cookie:
            lines["Cookie"] = client.cookie
        if last_id is not None:
            lines["Last-Event-ID"] = str(last_id)
        self.socket = socket.create_connection((client.server.host, client.server.port), timeout=30)
        self.socket.sendall((f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()) + "\r\n").encode())
        self.bytes = b""
        head = self.until(b"\r\n\r\n", 30)
        self.status = int(head.split()[1])
        self.headers = {k.strip().lower(): v.strip() for k, v in
                        (line.split(":", 1) for line in head.decode().split("\r\n")[1:] if ":" in line)}
        self.chunked = self.headers.get("transfer-encoding") == "chunked"
        self.text, self.left = b"", 0
        if self.status == 200:
            EXERCISED[name] = EXERCISED.get(name, 0) + 1

    def until(self, end, seconds):
        deadline = time.monotonic() + seconds
        while end not in self.bytes:
            if not self.fill(deadline):
                raise AssertionError(f"the stream ended or was silent: {self.bytes!r}")
        part, self.bytes = self.bytes.split(end, 1)
        return part + end

    def fill(self, deadline):
        ready, _, _ = select.select([self.socket], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            return False
        piece = self.socket.recv(1 << 16)
        self.bytes += piece
        return bool(piece)

    def ended(self, seconds=0.1):
        """Whether the server has ended the stream; looks that long."""
        ready, _, _ = select.select([self.socket], [], [], seconds)
        return bool(ready) and not self.fill(time.monotonic())

    def unchunk(self):
        """Moves what has arrived from bytes to text."""
        if not self.chunked:
            self.text, self.bytes = self.text + self.bytes, b""
            return
        while True:
            head, found, rest = self.bytes.partition(b"\r\n")
            if not found:
                return
            size = int(head.split(b";")[0], 16)
            if len(rest) < size + 2:
                return
            self.text, self.bytes = self.text + rest[:size], rest[size + 2:]

    def next(self, seconds=30):
        """The next event as {"id", "event", "data"}; None when none comes in that time."""
        deadline = time.monotonic() + seconds
        while True:
            self.unchunk()
            while b"\n\n" in self.text:
                frame, self.text = self.text.split(b"\n\n", 1)
                event = dict(line.split(": ", 1) for line in frame.decode().split("\n") if ": " in line and not line.startswith(":"))
                if event:
                    return {"id": int(event["id"]), "event": event["event"], "data": json.loads(event["data"])}
            if not self.fill(deadline):
                return None

    def take(self, count, seconds=30):
        events = []
        while len(events) < count:
            event = self.next(seconds)
            assert event, f"only {len(events)} of {count} events came: {events}"
            events.append(event)
        return events

    def wait_for(self, kind, seconds=30):
        while True:
            event = self.next(seconds)
            assert event, f"no event {kind} came"
            if event["event"] == kind:
                return event

    def close(self):
        self.socket.close()


def raw_exchange(server, data, seconds=10):
    """Sends bytes as they are and returns what comes back until the server closes or is silent."""
    with socket.create_connection((server.host, server.port), timeout=seconds) as connection:
        connection.sendall(data)
        answer = b""
        try:
            while piece := connection.recv(1 << 16):
                answer += piece
                head, found, body = answer.partition(b"\r\n\r\n")
                if found and b"ontent-Length: " in head:
                    length = int(head.split(b"ontent-Length: ")[1].split(b"\r\n")[0])
                    if len(body) >= length:
                        break
        except (TimeoutError, ConnectionError):
            pass
        return answer
