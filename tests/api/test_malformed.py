"""Requests that two HTTP programs could read differently, or that are no HTTP at all: malformed.txt, sent to the real server."""

import os
import re

from faena import raw_exchange

HERE = os.path.dirname(os.path.abspath(__file__))


def cases():
    with open(os.path.join(HERE, "malformed.txt"), encoding="ascii") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.startswith("#"):
                status, request = line.rstrip("\n").split(" ", 1)
                request = request.replace("HOST ", "Host: localhost\\r\\n")
                request = re.sub(rb"\\(x[0-9a-f]{2}|.)", lambda m: {b"r": b"\r", b"n": b"\n", b"0": b"\0", b"\\": b"\\"}.get(m.group(1))
                                 or bytes.fromhex(m.group(1)[1:].decode()), request.encode())
                yield number, int(status), request


def test_table(s):
    """each is refused with its status and a problem document, the connection is closed, nothing is changed"""
    s.worker()
    before, count = s.store.fingerprint(), 0
    for number, status, request in cases():
        answered = raw_exchange(s.server, request)
        head, _, body = answered.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 %d " % status), f"line {number}: {answered[:200]}"
        assert b"application/problem+json" in head and b'"detail"' in body, f"line {number}: {answered[:400]}"
        assert b"connection: close" in head.lower(), f"line {number}: {head}"
        assert len(re.findall(rb"HTTP/1\.1 \d\d\d ", answered)) == 1, f"line {number}: what was smuggled in got an answer"
        count += 1
    assert count >= 25 and s.store.fingerprint() == before
    s.worker()
