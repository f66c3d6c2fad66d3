"""Rate limits, with the server's usual numbers: 429 with Retry-After, for the one who asks too much only."""

import re
import socket

from faena import Client, Events, problem_check

SERVER = ["--threads", "1"]
LIMITS = True


def until_limited(action, most):
    """How often it went well before it was refused with 429."""
    for count in range(most):
        reply = action(count)
        if reply.status == 429:
            problem_check(reply, 429, "too_many")
            wait = int(reply.headers["retry-after"])
            assert wait >= 1, reply.headers
            return count, wait
    raise AssertionError(f"{most} were let through")


def test_api(s):
    """a person may ask often, but not without end; others are not held up"""
    busy, other = s.worker(), s.worker()
    head = f"GET /api/v1/session HTTP/1.1\r\nHost: {s.server.host}\r\nCookie: {busy.cookie}\r\n\r\n".encode()
    answered, asked = b"", 0
    # A hundred at a time, so that no machine is too slow to ask too much.
    with socket.create_connection((s.server.host, s.server.port), timeout=30) as connection:
        while b"HTTP/1.1 429 " not in answered and asked < 5000:
            connection.sendall(head * 100)
            asked += 100
            while answered.count(b"HTTP/1.1 ") < asked:
                piece = connection.recv(1 << 16)
                assert piece, "the connection is closed"
                answered += piece
    count = answered.split(b"HTTP/1.1 429 ")[0].count(b"HTTP/1.1 200 ")
    waits = [int(wait) for wait in re.findall(rb"\r\nRetry-After: (\d+)\r\n", answered)]
    assert 300 <= count < 5000 and waits and set(waits) <= {1, 2} and b'"too_many"' in answered, (count, waits[:3])
    other.do("session_show")


def test_login(s):
    """guessing a password is slowed down for that handle, also with the right one; other handles are free"""
    worker, other = s.worker(), s.worker()
    order = {"handle": worker.person["handle"], "password": "a wrong guess"}
    count, wait = until_limited(lambda _: s.anonymous().ask("session_create", order), 40)
    assert 8 <= count <= 10 and wait > 10, (count, wait)
    problem_check(s.anonymous().ask("session_create", order | {"handle": worker.person["handle"].upper(), "password": worker.password}),
                  429, "too_many")
    Client(s.server).log_in(other.person["handle"], other.password)
    worker.do("token_list")  # who is in stays in


def asked(s, client, count):
    """How many of so many requests in a row were let through."""
    head = f"GET /api/v1/session HTTP/1.1\r\nHost: {s.server.host}\r\nCookie: {client.cookie}\r\n\r\n".encode()
    answered = b""
    with socket.create_connection((s.server.host, s.server.port), timeout=30) as connection:
        connection.sendall(head * count)
        while answered.count(b"HTTP/1.1 ") < count:
            piece = connection.recv(1 << 16)
            assert piece, "the connection is closed"
            answered += piece
    return answered.count(b"HTTP/1.1 200 ")


def test_set(s):
    """the operator sets the rates: they hold at once; what would lock people out is refused; who changed what is kept"""
    worker = s.worker()
    usual = s.operator.do("server_limits_show")["rates"][0]
    assert usual == {"name": "api", "burst": 300, "seconds_each": 0.01}
    for wrong, place in (({"burst": 59}, "burst"), ({"seconds_each": 0.3}, "seconds_each"), ({"seconds_each": 0}, "seconds_each")):
        problem = s.operator.refused("server_rate_update", 422, "invalid", {"name": "api", "burst": 300, "seconds_each": 0.01} | wrong)
        assert [e["pointer"] for e in problem["errors"]] == ["/" + place], problem
    shown = s.operator.do("server_rate_update", {"name": "api", "burst": 60, "seconds_each": 0.2})
    assert shown["rates"][0] == {"name": "api", "burst": 60, "seconds_each": 0.2}
    change = shown["changes"][0]
    assert change["by"] == {"id": s.operator.id, "handle": s.operator.person["handle"]}, change
    assert change["limits"] == [{"name": "api.burst", "from": 300, "to": 60}, {"name": "api.usec_each", "from": 10000, "to": 200000}], change
    count = asked(s, worker, 250)
    assert 60 <= count < 250, count
    shown = s.operator.do("server_rate_update", usual)  # and nobody waits by the old rate
    assert len(shown["changes"]) == 2 and shown["rates"][0] == usual
    assert asked(s, worker, 250) == 250
    again = s.operator.do("server_rate_update", usual)
    assert again["changes"] == shown["changes"]  # nothing has changed


def test_own_password(s):
    """who has got hold of a session cannot guess its password at any speed, neither to change it nor to delete the account"""
    for name, body in (("me_update", {"new_password": "a new password", "current_password": "a guess"}), ("me_delete", {"password": "a guess"})):
        worker = s.worker()
        count, wait = until_limited(lambda _, name=name, body=body, worker=worker: worker.ask(name, body), 40)
        assert 8 <= count <= 10 and wait > 10, (name, count, wait)
        worker.do("me_update", {"display_name": "Still here"})


def test_streams(s):
    """an address may hold twenty live streams"""
    worker = s.worker()
    streams = []
    while len(streams) < 40:
        stream = Events(worker, "work_events")
        if stream.status != 200:
            assert stream.status == 429
            break
        streams.append(stream)
    assert len(streams) == 20, len(streams)
    for stream in streams:
        stream.close()


def test_sign_up(s):
    """an address may sign up twenty people in a while"""
    count, wait = until_limited(lambda n: s.anonymous().ask("person_create", {"handle": s.handle(), "password": "long enough"}), 40)
    assert count <= 20 and wait > 10, (count, wait)
    s.operator.do("person_list")
