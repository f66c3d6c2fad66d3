"""The server as a whole: health, pages, headers, logs, TLS, backup, several servers, stopping."""

import gzip
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess

from faena import (
    OPERATOR_PASSWORD, Client, Events, Program, Scene, Server, Skipped, answer, problem_check, raw_exchange, store_new, submit, take,
    tasks, wait_until, work_all)

SERVER = ["--log", "json", "--log-level", "debug"]


def test_health(s):
    """/healthz and /readyz answer without a login"""
    client = s.anonymous()
    for path, text in (("/healthz", "ok\n"), ("/readyz", "ready\n")):
        reply = client.send("GET", path)
        assert (reply.status, reply.text) == (200, text) and reply.headers["cache-control"] == "no-store", reply
        assert client.send("HEAD", path).body == b""
        problem_check(client.send("POST", path), 405, "method_not_allowed")


def test_metrics(s):
    """/metrics speaks Prometheus' text format and counts"""
    client = s.anonymous()

    def numbers():
        reply = client.send("GET", "/metrics")
        assert reply.status == 200 and reply.headers["content-type"].startswith("text/plain; version=0.0.4"), reply
        found = {}
        for line in reply.text.splitlines():
            if line.startswith("#"):
                assert re.fullmatch(r"# (HELP|TYPE) faena_[a-z_]+ .+", line), line
            else:
                match = re.fullmatch(r'(faena_[a-z_]+(?:\{[a-z]+="[^"]*"\})?) (-?\d+(?:\.\d+)?)', line)
                assert match, line
                found[match.group(1)] = float(match.group(2))
        return found

    before = numbers()
    s.worker()
    after = numbers()
    assert after["faena_commands_total"] >= before["faena_commands_total"] + 2
    assert after["faena_requests_total"] > before["faena_requests_total"]
    assert after['faena_responses_total{class="2xx"}'] > before['faena_responses_total{class="2xx"}']


def test_system(s):
    """the operator's health page has real numbers"""
    _, project = s.project(tasks(4))
    worker = s.worker()
    submit(worker, project, take(worker, project)["task"])
    shown = s.operator.do("system_show")
    assert shown["store"] == s.kind and shown["schema"] == int(s.store.rows("SELECT value FROM setting WHERE name = 'schema'")[0][0]) and shown["version"]
    assert shown["people"] == s.store.rows("SELECT count(*) FROM person")[0][0]
    assert shown["tasks"] >= 4 and shown["annotations"] >= 1 and shown["projects"] >= 1
    assert shown["database_bytes"] > 10_000 and shown["rss_bytes"] > 1_000_000 and shown["disk_free_bytes"] > 0
    assert 0 <= shown["uptime_seconds"] < 3600 and shown["connections"] >= 1 and shown["commands"] >= shown["batches"] > 0
    assert shown["files_bytes"] >= 32  # at least the server's key


def test_audit(s):
    """the audit's checks come with a sentence each; broken books are found"""
    found = s.operator.do("system_audit")
    assert found["ok"] is True and len(found["checks"]) >= 10 and all(c["ok"] and c["name"] and c["detail"] for c in found["checks"])
    worker = s.worker()
    s.operator.do("person_credit", {"amount_micros": 5}, person=worker.id)
    s.store.run(f"UPDATE account SET credits_posted = credits_posted + 1 WHERE id = {worker.id}")
    broken = s.operator.do("system_audit")
    assert broken["ok"] is False and len([c for c in broken["checks"] if not c["ok"]]) == 2, broken
    done = s.program.run("audit")
    assert done.returncode == 1, done
    s.store.run(f"UPDATE account SET credits_posted = credits_posted - 1 WHERE id = {worker.id}")
    s.audit()


def test_backup(s):
    """a backup made while the server works is whole and opens"""
    requester, project = s.project(tasks(50))
    work_all(s.worker(), project, most=20)
    made = s.operator.do("system_backup")
    shown = s.operator.do("system_show")
    assert shown["backups"][0] == made and shown["last_backup_at"] == made["created_at"] and made["bytes"] > 10_000
    path = os.path.join(shown["backup_directory"], made["name"])
    assert os.path.getsize(path) == made["bytes"] and os.stat(path).st_mode & 0o077 == 0, oct(os.stat(path).st_mode)
    if s.kind == "sqlite":
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute(f"SELECT count(*) FROM annotation WHERE project_id = {project}").fetchone() == (20,)
        connection.close()
        copy = Program(s.program.binary, "sqlite:" + path, s.program.directory)
        assert copy.run("audit").returncode == 0
    else:
        listed = subprocess.run([f"{s.store.cluster.programs}/pg_restore", "--list", path], capture_output=True, text=True, check=True)
        assert "TABLE DATA public annotation" in listed.stdout


def test_pages(s):
    """the pages come with their headers, compressed when asked, and from the cache when known"""
    client = s.anonymous()
    page = client.send("GET", "/")
    if page.status == 404:
        raise Skipped("the pages are not built in")
    assert page.status == 200 and page.headers["content-type"].startswith("text/html"), page
    policy = page.headers["content-security-policy"]
    scripts = re.search(r"script-src([^;]*)", policy)
    assert "default-src" in policy and scripts and "unsafe-inline" not in scripts.group(1) and "unsafe-eval" not in policy, policy
    assert "frame-ancestors" in policy or page.headers.get("x-frame-options"), page.headers
    assert page.headers["x-content-type-options"] == "nosniff" and page.headers.get("referrer-policy"), page.headers
    assert not re.search(r"<script(?![^>]*src=)[^>]*>[^<\s]", page.text), "inline script"
    packed = client.send("GET", "/", headers={"Accept-Encoding": "gzip"})
    assert packed.headers.get("content-encoding") == "gzip" and gzip.decompress(packed.body) == page.body
    assert "accept-encoding" in packed.headers.get("vary", "").lower()
    known = client.send("GET", "/", headers={"If-None-Match": page.headers["etag"]})
    assert known.status == 304 and known.body == b""
    assert client.send("GET", "/console").status == 200
    head = client.send("HEAD", "/")
    assert head.status == 200 and head.body == b"" and int(head.headers["content-length"]) > 0
    for address in re.findall(r'(?:src|href)="(/[^"#]+)"', page.text):
        asset = client.send("GET", address)
        assert asset.status == 200 and asset.headers["x-content-type-options"] == "nosniff", (address, asset.status)
    problem_check(client.send("GET", "/nothing-here.js"), 404, "not_found")
    problem_check(client.send("POST", "/", raw=b"x"), 405, "method_not_allowed")


def test_docs_pages(s):
    """the page of errors, to which every problem points, and the contract itself"""
    client = s.anonymous()
    errors = client.send("GET", "/docs/errors")
    assert errors.status == 200 and 'id="short_balance"' in errors.text
    problem = client.refused("project_list", 401, "unauthenticated")
    assert f'id="{problem["type"].split("#")[1]}"' in errors.text
    contract = client.send("GET", "/docs/openapi.yaml")
    assert contract.status == 200 and contract.text.startswith("openapi: 3.1")


def test_api_headers(s):
    """replies of the API are not cached or guessed at, and name the request"""
    reply = s.anonymous().send("GET", "/api/v1/session")
    assert reply.headers["cache-control"] == "no-store" and reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["content-type"] == "application/json" and reply.headers["x-request-id"], reply.headers
    assert s.anonymous().send("GET", "/api/v1/session").headers["x-request-id"] != reply.headers["x-request-id"]


def test_log(s):
    """the log is JSON lines with request ids, and holds no password, token, cookie, task or answer"""
    requester = s.requester(10 ** 9)
    secret_task, secret_answer = "a task text nobody else may read", "Drama"
    project = s.draft(requester, [{"text": secret_task}])
    requester.do("project_publish", project=project)
    worker = s.worker()
    token = worker.token_new("work")
    token.do("work_submit", {"result": answer(secret_answer)}, project=project, task=token.do("work_take", project=project)["task"])
    s.anonymous().ask("session_create", {"handle": worker.person["handle"], "password": "wrong-password-typed"})
    reply = token.send("GET", "/api/v1/me/work")
    wait_until(lambda: reply.headers["x-request-id"] in s.server.log_text(), what="the line of the last request")
    text = s.server.log_text()
    lines = [json.loads(line) for line in text.splitlines() if line.strip()]
    assert lines and all({"time", "level", "message"} <= set(line) for line in lines), lines[:2]
    for secret in (worker.password, token.token, worker.cookie.split("=")[1], secret_task, "wrong-password-typed", OPERATOR_PASSWORD):
        assert secret not in text, f"the log holds {secret}"


def test_second_server(s):
    """a second server on one SQLite file says so and stops; on PostgreSQL two nodes share work, sessions and events"""
    if s.kind == "sqlite":
        done = s.program.run("serve", "--port", "0", timeout=20)
        assert done.returncode == 1 and "Another faena serves" in done.stderr, done
        s.worker()
        return
    node = s.server_new()
    requester, project = s.project(tasks(40))
    there = Client(node, cookie=requester.cookie)
    there.do("project_show", project=project)
    events = Events(there, "project_events", project=project)
    first, second = s.worker(), s.worker()
    far = Client(node, cookie=second.cookie)
    given = submit(first, project, take(first, project)["task"])["annotation"]
    assert events.wait_for("annotation.submitted")["data"]["annotation"] == given
    seen = work_all(first, project, most=10)
    assert first.do("work_take", project=project, key="across") == Client(node, cookie=first.cookie).do(
        "work_take", project=project, key="across")
    seen += work_all(far, project)
    assert len(seen) == len(set(seen)) == 38
    events.close()
    nodes = {client.do("system_show")["node"] for client in (s.operator, Client(node, cookie=s.operator.cookie))}
    assert len(nodes) == 2
    s.audit()
    assert node.stop() == 0


def fresh(s, name, *init):
    """A Program with a database of its own."""
    directory = os.path.join(s.program.directory, name)
    os.makedirs(directory)
    url = "sqlite:" + os.path.join(directory, "faena.db") if s.kind == "sqlite" else s.store.cluster.url(s.store.cluster.create())
    program = Program(s.program.binary, url, directory)
    program.init(*init)
    return program


def test_signup_closed(s):
    """a server whose sign-up is closed says so and takes nobody"""
    server = Server(fresh(s, "closed", "--signup", "closed"))
    client = Client(server)
    assert client.do("session_show")["signup"] == "closed"
    client.refused("person_create", 403, "signup_closed", {"handle": "somebody", "password": "long enough"})
    client.log_in("operator", OPERATOR_PASSWORD)
    assert server.stop() == 0


def test_restart(s):
    """sessions, tokens, work and unfinished uploads live through a restart, and through a kill"""
    program = fresh(s, "restart")
    server = Server(program)
    requester = Client(server).sign_up("requester", "requester")
    token = requester.token_new("read", "write")
    project = requester.do("project_create", {"title": "t", "label_config": "<View><Text name='t' value='$text'/>"
                           "<TextArea name='a' toName='t'/></View>", "price_micros": 0})["id"]
    number = requester.do("import_create", {"file_name": "x.csv", "bytes": 20}, project=project)["id"]
    requester.do("import_part", b"text\nfilm 1\n", **{"import": number, "offset": 0})
    for polite in (True, False):
        if polite:
            assert server.stop() == 0
        else:
            server.kill()
        server = Server(program)
        requester, token = Client(server, cookie=requester.cookie), Client(server, token=token.token)
        assert token.do("project_show", project=project)["title"] == "t"
        shown = requester.do("import_show", **{"import": number})
        assert shown["received_bytes"] == 12 and shown["state"] == "uploading", shown
    requester.do("import_part", b"film 2\n\n", **{"import": number, "offset": 12})
    requester.do("import_start", **{"import": number})
    server.kill()
    server = Server(program)
    requester = Client(server, cookie=requester.cookie)
    done = wait_until(lambda: (i := requester.do("import_show", **{"import": number}))["state"] == "done" and i, what="the import")
    assert done["added"] == 2, done
    assert server.stop() == 0
    program.audit()


def test_killed_while_work_comes_in(s):
    """thousands of tasks more come into the queue in steps; whoever is killed in between goes on at the next start"""
    directory = os.path.join(s.program.directory, "opening")
    os.makedirs(directory)
    store = store_new(s.kind, directory, getattr(s.store, "cluster", None))
    program = Program(s.program.binary, store.url, directory)
    program.init()
    server = Server(program)
    requester, project = Scene(program, store, server).project(tasks(3), price_micros=100)
    for start in range(4, 12_004, 500):
        requester.do("task_create", {"tasks": tasks(500, start=start)}, project=project)
    requester.do("project_publish", project=project)
    server.kill()
    opened, funded = store.rows("SELECT opened_to, funded_to FROM project_count")[0]
    assert funded == 12_003 and 2_003 <= opened <= funded, (opened, funded)
    program.audit()
    server = Server(program)
    requester = Client(server, cookie=requester.cookie)
    assert requester.do("project_show", project=project)["stats"]["escrow_micros"] == 12_003 * 100
    wait_until(lambda: store.rows("SELECT opened_to FROM project_count")[0][0] == funded, what="the last step")
    assert store.rows("SELECT count(*), count(DISTINCT position) FROM task WHERE state = 1")[0] == (12_003, 12_003)
    assert take(Client(server).sign_up("wanda", "worker"), project)["task"] == 1
    assert server.stop() == 0
    program.audit()


def test_not_made(s):
    """a server without a database, or with an empty one, says what to run"""
    directory = os.path.join(s.program.directory, "nothing")
    os.makedirs(directory)
    if s.kind == "sqlite":
        url = "sqlite:" + os.path.join(directory, "none.db")
    else:
        url = s.store.cluster.url(s.store.cluster.create())
    done = Program(s.program.binary, url, directory).run("serve", "--port", "0", timeout=20)
    assert done.returncode == 1 and "faena init" in done.stderr, done
    if s.kind == "postgresql":
        done = Program(s.program.binary, s.store.cluster.url("no_such_database"), directory).run("serve", "--port", "0", timeout=20)
        assert done.returncode == 1 and "cannot be reached" in done.stderr, done


def test_port_taken(s):
    """an address that is taken is named"""
    program = fresh(s, "port")
    done = program.run("serve", "--port", str(s.server.port), timeout=20)
    assert done.returncode == 1 and str(s.server.port) in done.stderr, done


def test_tls(s):
    """over TLS cookies are Secure and bound to the host"""
    if not shutil.which("openssl"):
        raise Skipped("openssl is not installed")
    program = fresh(s, "tls")
    cert, key = os.path.join(program.directory, "cert.pem"), os.path.join(program.directory, "key.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "1", "-subj",
                    "/CN=localhost"], check=True, capture_output=True)
    server = Server(program, "--tls-cert", cert, "--tls-key", key)
    assert server.scheme == "https"
    reply = Client(server).ask("person_create", {"handle": "somebody", "password": "long enough"})
    cookie = reply.cookies[0]
    assert reply.status == 201 and cookie.startswith("__Host-faena_session=") and "Secure" in cookie, cookie
    assert "max-age=" in reply.headers.get("strict-transport-security", "max-age="), reply.headers
    client = Client(server, cookie=cookie.split(";")[0])
    client.do("token_list")
    assert server.stop() == 0


def test_behind_proxy(s):
    """behind a trusted proxy the scheme comes from it; otherwise nobody can claim it"""
    order = {"handle": s.handle(), "password": "long enough"}
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
    cookie = s.anonymous().ask("person_create", order, headers=headers).cookies[0]
    assert "Secure" not in cookie
    if s.kind == "postgresql":
        server = s.server_new("--trust-proxy")
    else:
        server = Server(fresh(s, "proxy"), "--trust-proxy")
    cookie = Client(server).ask("person_create", order | {"handle": s.handle()}, headers=headers).cookies[0]
    assert "Secure" in cookie and cookie.startswith("__Host-"), cookie
    assert server.stop() == 0


def test_stop_lets_finish(s):
    """SIGTERM: running requests end, streams close, the exit code is 0"""
    program = fresh(s, "stop")
    server = Server(program)
    operator = Client(server).log_in("operator", OPERATOR_PASSWORD)
    worker = Client(server).sign_up("worker")
    events = Events(worker, "work_events")
    body = json.dumps({"handle": "worker", "password": worker.password}).encode()
    slow = socket.create_connection((server.host, server.port), timeout=30)
    slow.sendall((f"POST /api/v1/session HTTP/1.1\r\nHost: {server.host}\r\nContent-Type: application/json\r\nIdempotency-Key: slow-1\r\n"
                  f"Content-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n").encode())
    assert slow.recv(4096).startswith(b"HTTP/1.1 100 ")  # the server is at it
    server.process.send_signal(signal.SIGTERM)
    assert events.next() is None
    slow.sendall(body)
    answered = b""
    while piece := slow.recv(4096):
        answered += piece
    assert answered.startswith(b"HTTP/1.1 201 ") and b"Connection: close" in answered, answered
    slow.close()
    assert server.process.wait(30) == 0
    assert operator.person and server.stop() == 0


def test_http_basics(s):
    """pipelined requests, HTTP/1.0 and a request in small pieces are answered in order"""
    host = f"Host: {s.server.host}\r\n"
    two = f"GET /healthz HTTP/1.1\r\n{host}\r\nGET /nothing HTTP/1.1\r\n{host}Connection: close\r\n\r\n"
    answered = b""
    connection = socket.create_connection((s.server.host, s.server.port), timeout=10)
    for letter in two.encode():
        connection.sendall(bytes([letter]))
    while piece := connection.recv(65536):
        answered += piece
    connection.close()
    assert answered.count(b"HTTP/1.1 ") == 2 and b"200 OK" in answered.split(b"\r\n")[0] and b"404" in answered, answered
    assert raw_exchange(s.server, b"GET /healthz HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.")
    assert raw_exchange(s.server, b"GET /healthz HTTP/1.1\r\n\r\n").split(b" ")[1] == b"400"  # without Host
    assert raw_exchange(s.server, b"NONSENSE\r\n\r\n").split(b" ")[1] == b"400"
