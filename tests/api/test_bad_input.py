"""Bad input: every operation of the contract gets every kind of wrong request; each is refused with a problem document and
leaves the database as it was."""

import json
import uuid

from faena import CONTRACT, Stage, answer, problem_check, raw_exchange, tasks, wait_until

LARGE = 2 ** 53


def wrong_values(field):
    """Values that this field must not have, as JSON texts."""
    common = {"str": ["1", "true", "null", "[]", "{}"], "enum": ["1", "null", '"nonsense"', '""', "[]"],
              "int": ['"1"', "1.5", "true", "null", "[]", "1e400", "9223372036854775808", "-9223372036854775809"],
              "double": ['"1"', "true", "null", "[]", "1e400", "-1e400"], "bool": ["1", "0", '"true"', "null", "[]"],
              "enum_set": ["1", '"read"', "null", '["nonsense"]', "[1]", "{}", "[null]"],
              "int_list": ["1", '"1"', "null", '["1"]', "[1.5]", "[null]", "{}"], "json": []}[field.kind]
    made = list(common)
    if field.kind in ("int", "double"):
        made += [json.dumps(field.minimum - 1), json.dumps(field.maximum + 1)]
    if field.kind == "str":
        if field.chars_min:
            made.append(json.dumps("x" * (field.chars_min - 1)))
        if field.chars_max:
            made += [json.dumps("x" * (field.chars_max + 1)), json.dumps("é" * (field.chars_max + 1), ensure_ascii=False)]
        if field.bytes_max:
            made += [json.dumps("x" * (field.bytes_max + 1)), json.dumps("é" * (field.bytes_max // 2 + 1), ensure_ascii=False)]
        made += ['"a\\u0000b"', '"a\\ud800b"', '"cut']
        if field.handle:
            made += ['"two words"', '"ñandú"', '"a/b"', '"a\\nb"']
    if field.kind == "int_list":
        made += ["[]", json.dumps([1] * (field.items_max + 1)), "[0]", "[9223372036854775807]"]
    if field.kind == "enum_set" and field.items_min:
        made += ["[]", json.dumps([field.words[0]] * (field.items_max + 1))]
    return made


def raw_body(body, changed=None, text=None, without=None):
    """JSON bytes of a body in which one member's value is the JSON text given, or is left out."""
    members = [f"{json.dumps(k)}:{text if k == changed else json.dumps(v)}" for k, v in (body or {}).items() if k != without]
    if changed is not None and changed not in (body or {}):
        members.append(f"{json.dumps(changed)}:{text}")
    return ("{" + ",".join(members) + "}").encode()


class Trial:
    def __init__(self, s):
        self.s, self.stage = s, Stage(s)
        self.count = 0

    def send(self, name, raw=None, content_type="application/json", path=None, query="", **more):
        op = CONTRACT.operations[name]
        method, address = CONTRACT.address(name, self.stage.parameters(name) if path is None else path)
        self.count += 1
        return self.stage.client(name).send(op.method, address + query, raw=raw, content_type=content_type, **more)

    def refused(self, what, reply, status=None, code=None):
        try:
            return problem_check(reply, status, code)
        except AssertionError as error:
            raise AssertionError(f"{what}: {error}") from None

    def unchanged(self, name, before):
        after = self.s.store.fingerprint(leave_out=("receipt",))
        changed = [table for table in before if before[table] != after[table]]
        assert not changed, f"{name}: a refused request has changed {changed}"

    def each(self, names, attack):
        for name in names:
            parameters = self.stage.parameters(name)
            self.stage.parameters = lambda _, fixed=parameters: dict(fixed)
            # Publishing has its effect on alerts a moment later.
            wait_until(lambda: self.s.store.rows("SELECT count(*) FROM alert_cause")[0][0] == 0)
            # A project just published is looked at once by the tick.
            wait_until(lambda: self.s.store.rows("SELECT count(*) FROM project_dispatch WHERE due_usec < 9000000000000000")[0][0] == 0,
                       what="the tick")
            before = self.s.store.fingerprint(leave_out=("receipt",))
            attack(name)
            self.unchanged(name, before)
            del self.stage.parameters


def with_json(kind="command"):
    return [name for name, op in CONTRACT.operations.items() if op.method != "GET" and op.kind != "upload"]


def with_body():
    return [name for name in with_json() if CONTRACT.body_fields(name)]


def test_wrong_fields(s):
    """each field of each body: missing, of the wrong type, out of bounds, too long, too short, with NUL, cut"""
    trial = Trial(s)

    def attack(name):
        body = trial.stage.body(name)
        for field in CONTRACT.body_fields(name):
            if field.required:
                problem = trial.refused(f"{name} without {field.name}", trial.send(name, raw_body(body, without=field.name)), 422, "invalid")
                assert f"/{field.name}" in [e["pointer"] for e in problem["errors"]], problem
            for text in wrong_values(field):
                what = f"{name} {field.name}={text[:60]}"
                problem = trial.refused(what, trial.send(name, raw_body(body, field.name, text)))
                assert problem["status"] in (400, 422), (what, problem)
                if problem["code"] == "invalid":
                    assert any(e["pointer"].startswith(f"/{field.name}") for e in problem["errors"]), (what, problem)

    trial.each(with_body(), attack)
    assert trial.count > 400, trial.count


def test_unknown_fields(s):
    """a property that the contract does not know is refused by name"""
    trial = Trial(s)

    def attack(name):
        body = trial.stage.body(name)
        for word in ("unknown", "roles_", "__proto__", "a/b~c", "x" * 5000):
            problem = trial.refused(f"{name} {word[:20]}", trial.send(name, raw_body(body, word, "1")), 422, "invalid")
            assert any("There is no such property" in e["detail"] for e in problem["errors"]), problem

    trial.each(with_json(), attack)


def test_broken_json(s):
    """bodies that are no JSON, no object, not UTF-8, cut, doubled, deeply nested"""
    trial = Trial(s)

    def attack(name):
        good = raw_body(trial.stage.body(name))
        broken = [b"{", b"[", b'"', b"{]", b"nul", good[:-1], good[: len(good) // 2], good + b"x", good + good, b"\xef\xbb\xbf" + good,
                  good.replace(b"{", b'{"x":"\xff\xfe",', 1), good.replace(b"{", b'{"x":"\xc0\xaf",', 1), b"\0" + good, good[:-1] + b"\0}",
                  b"[" * 100 + b"]" * 100, b'{"a":' * 60 + b"1" + b"}" * 60, b"{'a':1}", b"{a:1}", b'{"a":1,"a":2}', b'{"a":01}', b'{"a":.5}',
                  b'{"a":NaN}', b"\x80" * 50, good.decode().encode("utf-16")]
        for raw in broken:
            if raw.strip() == b"{}":
                continue
            problem = trial.refused(f"{name} {raw[:60]!r}", trial.send(name, raw))
            assert problem["status"] in (400, 422), (name, raw[:60], problem)
        for raw in (b"[]", b'"text"', b"5", b"null", b"true", b"[1,2]"):
            trial.refused(f"{name} {raw!r}", trial.send(name, raw), 422, "invalid")

    trial.each(with_json(), attack)


def test_deep_values(s):
    """nesting inside of a free JSON value counts as well"""
    requester, project = s.project()
    worker = s.worker()
    task = worker.do("work_take", project=project)["task"]
    deep = b"[" * 40 + b"]" * 40
    method, path = CONTRACT.address("task_create", {"project": project})
    problem_check(requester.send(method, path, raw=b'{"tasks":' + deep + b"}", content_type="application/json"), 400, "bad_json")
    method, path = CONTRACT.address("work_submit", {"project": project, "task": task})
    problem_check(worker.send(method, path, raw=b'{"result":' + deep + b"}", content_type="application/json"), 400, "bad_json")


def test_content_type(s):
    """a JSON body must say that it is JSON in UTF-8"""
    trial = Trial(s)

    def attack(name):
        good = raw_body(trial.stage.body(name) or {"x": 1})
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=latin-1",
                     "application/jsonp", "application/json, text/plain", None):
            trial.refused(f"{name} {kind}", trial.send(name, good, content_type=kind), 415, "unsupported_type")

    trial.each(with_json(), attack)


def test_huge(s):
    """a body above 4 MB is refused before it is read (but files that tasks show); exactly 4 MB is not too large"""
    trial = Trial(s)

    def attack(name):
        op = CONTRACT.operations[name]
        client = trial.stage.client(name)
        _, path = CONTRACT.address(name, trial.stage.parameters(name))
        largest = (256 if name == "file_create" else 4) * 1024 * 1024
        for length in (largest + 1, 10 ** 12, 10 ** 30):
            head = (f"{op.method} {path} HTTP/1.1\r\nHost: {s.server.host}\r\nCookie: {client.cookie}\r\nIdempotency-Key: {uuid.uuid4().hex}\r\n"
                    f"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n")
            answered = raw_exchange(s.server, head.encode())
            assert answered.split(b" ")[1] in (b"413", b"400"), (name, length, answered[:300])
            assert b"application/problem+json" in answered, (name, answered[:500])
            if length == largest + 1:
                assert answered.split(b" ")[1] == b"413", answered[:300]

    trial.each([name for name, op in CONTRACT.operations.items() if op.method != "GET"], attack)
    requester, stage = trial.stage.requester, trial.stage
    filler = b'{"title":"x"' + b" " * (4 * 1024 * 1024 - 13) + b"}"
    assert len(filler) == 4 * 1024 * 1024
    method, path = CONTRACT.address("project_update", {"project": stage.project})
    assert requester.send(method, path, raw=filler, content_type="application/json").status == 200
    number = requester.do("import_create", {"file_name": "x.csv", "bytes": 5 * 1024 * 1024}, project=stage.project)["id"]
    requester.do("import_part", b"x" * (4 * 1024 * 1024), **{"import": number, "offset": 0})


def test_parameters(s):
    """each parameter of path and query: not a number, out of bounds, twice, unknown, badly escaped"""
    trial = Trial(s)

    def attack(name):
        op, good = CONTRACT.operations[name], trial.stage.parameters(name)
        raw = None
        if op.method != "GET":
            body = trial.stage.body(name)
            raw = body if isinstance(body, bytes) or body is None else raw_body(body)
        for field in op.fields:
            if field.place == "path":
                for value in ("0", "-1", "x", "1.5", "9007199254740993", "99999999999999999999", "%00", "%ff", "1%2f2", "..", "%2e%2e", "+1", "١"):
                    parameters = good | {field.name: value}
                    method, address = CONTRACT.address(name, {**good, field.name: 1})
                    address = CONTRACT.address(name, {**good, field.name: "PLACE"})[1].replace("PLACE", value.replace("١", "%D9%A1"))
                    reply = trial.stage.client(name).send(method, address, raw=raw, content_type="application/json")
                    problem = trial.refused(f"{name} {parameters}", reply)
                    assert problem["status"] in (400, 404, 405), (name, value, problem)
            elif field.place == "query":
                values = {"int": ["", "x", "1.5", "-1", "99999999999999999999", "0x10", " 1"], "bool": ["", "yes", "1", "TRUE"],
                          "enum": ["", "nonsense", "open,done"], "str": ["x" * 300, "%ff", "%00"]}[field.kind]
                optional = {k: v for k, v in good.items() if k != field.name}
                values = [f"{field.name}={v}" for v in values] + [f"{field.name}=%zz", f"{field.name}=%"]
                if field.kind == "int":
                    values.append(f"{field.name}=1&{field.name}=1")
                for query in values:
                    method, address = CONTRACT.address(name, optional)
                    reply = trial.stage.client(name).send(method, address + "?" + query.replace(" ", "%20"), raw=raw)
                    problem = trial.refused(f"{name} {query[:60]}", reply)
                    assert problem["status"] in (400, 422), (name, query, problem)
        for query in ("unknown=1", "Limit=5", "%6eo=1", "=5", "%ff=1"):
            _, address = CONTRACT.address(name, good)
            reply = trial.stage.client(name).send(op.method, address + ("&" if "?" in address else "?") + query, raw=raw,
                                                  content_type="application/json")
            trial.refused(f"{name} {query}", reply, 422 if query != "%ff=1" else None)

    trial.each(list(CONTRACT.operations), attack)
    assert trial.stage.requester.do("project_show", project=trial.stage.project)["state"] == "live"


def test_addresses(s):
    """unknown addresses, wrong methods, endless addresses and headers"""
    requester = s.requester()
    problem_check(requester.send("GET", "/api/v1/nothing"), 404, "not_found")
    problem_check(requester.send("GET", "/api/v1"), 404, "not_found")
    problem_check(requester.send("GET", "/api/v2/projects"), 404, "not_found")
    reply = requester.send("DELETE", "/api/v1/projects")
    problem_check(reply, 405, "method_not_allowed")
    assert set(reply.headers["allow"].replace(" ", "").split(",")) >= {"GET", "POST"}, reply.headers
    problem_check(requester.send("GET", "/api/v1/projects?" + "x" * 5000), 414, "url_too_long")
    answered = requester.send("GET", "/api/v1/projects", headers={"X-Long": "y" * 20_000})
    assert answered.status in (400, 413, 431), answered
    assert requester.send("GET", "/" + "../" * 20 + "etc/passwd").status in (400, 404)


def test_texts_kept(s):
    """texts in all scripts, quotes, markup and control characters that are allowed come back as they went in"""
    requester = s.requester()
    for text in ("Ñandú 'quoted' \"double\" \\ back", "电影 🎬 ‮rtl‬ é́", "<script>alert(1)</script>", "%s %n %1$s", "'; DROP TABLE person; --",
                 "tab\tnew\nline", "\u0001\u001f\u007f\u0085\u2028"):
        project = requester.do("project_create", {"title": text, "label_config": "<View><Text name='t' value='$t'/><TextArea name='a' toName='t'/></View>",
                                                  "price_micros": 0, "description": text})
        assert project["title"] == text == project["description"]
        requester.do("task_create", {"tasks": [{"t": text}]}, project=project["id"])
        shown = requester.do("task_show", project=project["id"], task=1)
        assert shown["data"] == {"t": text}
        if text == "tab\tnew\nline":
            assert requester.do("me_update", {"display_name": text})["display_name"] == text


def test_large_answer(s):
    """an answer above its limit is refused, one below is taken"""
    config = "<View><Text name='t' value='$text'/><TextArea name='a' toName='t' maxSubmissions='100'/></View>"
    requester, project = s.project(tasks(1), label_config=config)
    worker = s.worker()
    task = worker.do("work_take", project=project)["task"]

    def texts(count, size):
        return [{"from_name": "a", "to_name": "t", "type": "textarea", "value": {"text": ["x" * size] * count}}]

    reply = worker.ask("work_submit", {"result": texts(7, 90_000)}, project=project, task=task)
    problem_check(reply, 413, "too_large")
    problem_check(worker.ask("work_submit", {"result": answer() * 2001}, project=project, task=task), 422, "answer_invalid")
    worker.do("work_submit", {"result": texts(5, 90_000)}, project=project, task=task)
