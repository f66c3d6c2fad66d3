"""Stored files: smaller copies of pictures by width and Accept, ranges."""

import glob
import os
import random
import signal
import struct
import threading
import zlib

from client import problem_check
from scene import png

CONFIG = '<View><Image name="image" value="$image"/><Choices name="c" toName="image"><Choice value="A"/><Choice value="B"/></Choices></View>'
BROWSER = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"


def photo(width, height):
    """Noise: a picture that a copy makes smaller."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + random.Random(y).randbytes(width).translate(bytes(i // 2 + 60 for i in range(256))) for y in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def stored(s, picture):
    requester = s.requester()
    return requester, requester.do("file_create", picture, project=s.draft(requester, label_config=CONFIG))["address"]


def kind(body):
    return "avif" if body[4:12] == b"ftypavif" else "webp" if body[8:12] == b"WEBP" else "jpeg" if body[:3] == b"\xff\xd8\xff" else "?"


def jpeg_size(body):
    """Width and height as its frame header says."""
    at = 2
    while body[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + struct.unpack(">H", body[at + 2:at + 4])[0]
    height, width = struct.unpack(">HH", body[at + 5:at + 9])
    return width, height


def test_copies(s):
    """a copy has the width asked for, the best form that Accept names, and is kept; the original stays as it was"""
    picture = photo(1500, 900)
    requester, address = stored(s, picture)
    worker = s.worker()
    for accept, form in ((BROWSER, "avif"), ("image/webp,*/*", "webp"), ("*/*", "jpeg"), (None, "jpeg"), ("image/avif;q=0, image/webp;q=0.5", "webp")):
        for width in (320, 640, 1280):
            reply = worker.send("GET", f"{address}?w={width}", headers={"Accept": accept} if accept else {})
            assert reply.status == 200 and reply.headers["content-type"] == "image/" + form and kind(reply.body) == form, (accept, reply)
            assert reply.headers["vary"] == "Accept, Save-Data" and len(reply.body) < len(picture), (len(reply.body), len(picture))
            again = worker.send("GET", f"{address}?w={width}", headers={**({"Accept": accept} if accept else {}), "If-None-Match": reply.headers["etag"]})
            assert again.status == 304 and again.body == b""
            if form == "jpeg":
                assert jpeg_size(reply.body) == (width, width * 900 // 1500), jpeg_size(reply.body)
    assert worker.send("GET", address).body == picture
    assert s.anonymous().send("GET", address + "?w=320").status == 401
    problem_check(worker.send("GET", address + "?w=641"), 422, "invalid")
    problem_check(worker.send("GET", "/files/" + "0" * 40 + "?w=320"), 404, "not_found")


def test_saving_data(s):
    """a browser that saves data gets half the width, but where the page says that this width is meant; caches are told"""
    picture = photo(1500, 900)
    _, address = stored(s, picture)
    worker = s.worker()

    def width(path, said, vary="Accept, Save-Data"):
        reply = worker.send("GET", address + path, headers={"Accept": "*/*", **({"Save-Data": said} if said else {})})
        assert reply.status == 200 and reply.headers["vary"] == vary, (path, said, reply)
        again = worker.send("GET", address + path, headers={"Accept": "*/*", **({"Save-Data": said} if said else {}), "If-None-Match": reply.headers["etag"]})
        assert again.status == 304 and again.headers["vary"] == vary, (path, said, again)
        return jpeg_size(reply.body)[0], len(reply.body), reply.headers["etag"]

    for asked, given in ((1280, 640), (640, 320), (320, 320)):
        plain, saved = width(f"?w={asked}", None), width(f"?w={asked}", "on")
        assert (plain[0], saved[0]) == (asked, given), (plain, saved)
        assert given == asked or (saved[1] < plain[1] and saved[2] != plain[2]), (plain, saved)
        assert width(f"?w={asked}&exact=1", "on", "Accept")[0] == asked
    for said, given in (("ON", 320), ("on, more", 320), ("on;x=1", 320), ("off", 640), ("one", 640), ("", 640)):
        assert width("?w=640", said)[0] == given, said
    assert worker.send("GET", address, headers={"Save-Data": "on"}).body == picture  # the original was asked for
    problem_check(worker.send("GET", address + "?w=640&exact=yes"), 422, "invalid")


def test_small_and_moving(s):
    """a small picture is not blown up; an animation is served as it is"""
    worker = s.worker()
    _, address = stored(s, photo(100, 50))
    assert jpeg_size(worker.send("GET", address + "?w=640").body) == (100, 50)
    drawing = png(30, 20)
    _, address = stored(s, drawing)
    assert worker.send("GET", address + "?w=640", headers={"Accept": BROWSER}).body == drawing  # smaller than any copy
    frame = b"\x2c\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    gif = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff" + frame + frame + b";"
    _, address = stored(s, gif)
    reply = worker.send("GET", address + "?w=320", headers={"Accept": BROWSER})
    assert reply.status == 200 and reply.headers["content-type"] == "image/gif" and reply.body == gif, reply


def test_ranges(s):
    """one range of bytes; what is no single range is passed over"""
    picture = png(30, 20)
    _, address = stored(s, picture)
    worker, size = s.worker(), len(picture)
    for text, first, last in (("bytes=0-9", 0, 9), ("bytes=10-", 10, size - 1), ("bytes=-7", size - 7, size - 1), (f"bytes=5-{size + 50}", 5, size - 1),
                              (f"bytes=-{size + 9}", 0, size - 1)):
        reply = worker.send("GET", address, headers={"Range": text})
        assert reply.status == 206 and reply.body == picture[first:last + 1], (text, reply)
        assert reply.headers["content-range"] == f"bytes {first}-{last}/{size}", (text, reply.headers)
    for text in (f"bytes={size}-", "bytes=-0"):
        reply = worker.send("GET", address, headers={"Range": text})
        assert reply.status == 416 and reply.headers["content-range"] == f"bytes */{size}", (text, reply)
    for text in ("bytes=1-2,4-5", "bytes=5-2", "lines=1-2", "bytes=", "bytes=a-b", "bytes=1-2x", "bytes=--5"):
        reply = worker.send("GET", address, headers={"Range": text})
        assert reply.status == 200 and reply.body == picture, (text, reply)


def bomb(width, height):
    """A PNG of a few KB that is black for as far as it says."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    squeezer = zlib.compressobj(9)
    rows = b"".join(squeezer.compress(bytes(1 + width)) for _ in range(height)) + squeezer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_bombs(s):
    """a small file that would unfold to more than is allowed is refused by its header"""
    requester = s.requester()
    project = s.draft(requester, label_config=CONFIG)
    for width, height, reason in ((20001, 1, "pixels wide or high"), (1, 20001, "pixels wide or high"), (20000, 5001, "million pixels")):
        problem = requester.refused("file_create", 422, "picture_invalid", bomb(width, height), project=project)
        assert reason in problem["detail"], problem
    assert requester.do("file_create", bomb(20000, 100), project=project)["width"] == 20000


def picture_children(server_pid):
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                if file.read().rsplit(")", 1)[1].split()[1] != str(server_pid):
                    continue
            with open(path[:-4] + "cmdline", "rb") as file:
                if b"picture-check" in file.read():
                    yield int(path.split("/")[2])
        except (OSError, IndexError):
            pass


def test_killed_child(s):
    """the process that looks at a picture is killed: the upload is refused with a sentence, the server goes on"""
    requester = s.requester()
    project = s.draft(requester, label_config=CONFIG)
    picture, stop, killed = bomb(20000, 5000), threading.Event(), []

    def hunt():
        while not stop.is_set():
            for pid in picture_children(s.server.process.pid):
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)

    hunter = threading.Thread(target=hunt)
    hunter.start()
    try:
        requester.refused("file_create", 422, "picture_invalid", picture, project=project)
        problem_check(requester.send("GET", "/files/" + "0" * 40 + "/tiles"), 404, "not_found")
    finally:
        stop.set()
        hunter.join()
    assert killed
    stored = requester.do("file_create", picture, project=project)
    assert stored["width"] == 20000 and requester.send("GET", stored["address"] + "/tiles").json["levels"] == 7, stored
