"""Regions on pictures, sound, video and time series: what Label Studio exports is taken as it is and comes out as it was; big
pictures in tiles; sound and video files."""

import json
import os
import struct

from client import problem_check, raw_exchange
from scene import png, submit, take
from test_files import photo

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "golden", "label_studio_regions.json")


def sorted_text(value):
    return json.dumps(value, sort_keys=True)


def test_results_of_label_studio(s):
    """an annotation as Label Studio exports it is taken as gold and as an answer, and is exported byte by byte but for the order of keys"""
    requester = s.requester(credit_micros=10_000_000)
    with open(GOLDEN, encoding="utf-8") as file:
        examples = json.load(file)
    assert len(examples) >= 14
    for example in examples:
        project = requester.do("project_create", {"title": example["name"], "label_config": example["config"], "price_micros": 10_000, "overlap": 1})["id"]
        exported = {"data": example["data"], "annotations": [{"id": 7, "ground_truth": True, "result": example["result"]}]}
        requester.do("task_create", {"tasks": [exported, {"data": {**example["data"], "more": 1}}]}, project=project)
        requester.do("project_publish", {}, project=project)
        for task in requester.all("task_list", project=project):
            gold = requester.do("task_show", project=project, task=task["id"]).get("gold")
            assert gold is None or sorted_text(gold) == sorted_text(example["result"]), (example["name"], gold)
        worker = s.worker()
        submit(worker, project, take(worker, project)["task"], example["result"], take_next=False)
        rows = requester.reply("project_export", project=project, format="label_studio").json
        results = [annotation["result"] for row in rows for annotation in row["annotations"]]
        assert len(results) == 2, (example["name"], results)  # the gold and the answer
        for result in results:
            assert sorted_text(result) == sorted_text(example["result"]), (example["name"], result)


def test_wrong_regions(s):
    """a wrong region is refused with its place and a sentence of its own"""
    requester = s.requester(credit_micros=10_000_000)
    config = ('<View><Image name="i" value="$i"/><RectangleLabels name="b" toName="i"><Label value="Car"/></RectangleLabels>'
              '<BrushLabels name="m" toName="i"><Label value="Sky"/></BrushLabels></View>')
    _, project = s.project([{"i": "https://example.org/a.jpg"}], requester, label_config=config)
    worker = s.worker()
    task = take(worker, project)["task"]
    box = {"x": 90, "y": 10, "width": 20, "height": 10, "rotation": 0, "rectanglelabels": ["Car"]}
    mask = {"format": "rle", "rle": [0, 0, 0, 4, 57, 27], "brushlabels": ["Sky"]}

    def refusal(value, name, kind):
        item = {"id": "a", "from_name": name, "to_name": "i", "type": kind, "original_width": 4, "original_height": 4, "value": value}
        return worker.refused("work_submit", 422, "answer_invalid", {"result": [item]}, project=project, task=task)["errors"][0]

    error = refusal(box, "b", "rectanglelabels")
    assert error["pointer"] == "/result/0/value/width" and "beyond the picture" in error["detail"], error
    error = refusal(mask, "m", "brushlabels")
    assert error["pointer"] == "/result/0/value/rle" and error["detail"].startswith('"rle" '), error
    assert worker.do("work_submit", {"result": [], "take_next": False}, project=project, task=task)["annotation"]


def test_tiles(s):
    """a big picture comes in tiles, a small one tells its size; both only to people with a login"""
    requester = s.requester()
    project = s.draft(requester)
    address = requester.do("file_create", photo(2200, 1400), project=project)["address"]
    worker = s.worker()
    reply = worker.send("GET", address + "/tiles")
    assert reply.status == 200 and reply.json == {"width": 2200, "height": 1400, "tile": 512, "levels": 4}, reply
    tile = worker.send("GET", address + "/tiles/3/4/2")
    assert tile.status == 200 and tile.headers["content-type"] == "image/jpeg" and tile.body[:3] == b"\xff\xd8\xff", tile
    assert "immutable" in tile.headers["cache-control"]
    for wrong in ("/tiles/4/0/0", "/tiles/3/5/0", "/tiles/3/0/-1", "/tiles/", "/tiles/3/0", "/tiles/3/0/0/0", "/tilesx"):
        problem_check(worker.send("GET", address + wrong), 404, "not_found")
    assert s.anonymous().send("GET", address + "/tiles").status == 401
    assert s.anonymous().send("GET", address + "/tiles/0/0/0").status == 401
    small = requester.do("file_create", png(30, 20), project=project)["address"]
    assert worker.send("GET", small + "/tiles").json == {"width": 30, "height": 20, "tile": 512, "levels": 0}
    problem_check(worker.send("GET", small + "/tiles/0/0/0"), 404, "not_found")
    problem_check(worker.send("GET", "/files/" + "0" * 40 + "/tiles"), 404, "not_found")


def test_media(s):
    """sound and video are stored as they are, with the type that their first bytes tell, and served in ranges"""
    requester = s.requester()
    project = s.draft(requester)
    samples = b"\0\1" * 4000
    wave = b"RIFF" + struct.pack("<I", 36 + len(samples)) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16) + b"data" + struct.pack("<I", len(samples)) + samples
    film = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm" + bytes(2000)
    for body, kind in ((wave, "audio/wav"), (film, "video/webm")):
        stored = requester.do("file_create", body, project=project)
        assert stored["type"] == kind and stored["bytes"] == len(body) and stored["width"] == 0, stored
        reply = s.worker().send("GET", stored["address"], headers={"Range": "bytes=8-11"})
        assert reply.status == 206 and reply.body == body[8:12] and reply.headers["content-type"] == kind, reply
        problem_check(s.worker().send("GET", stored["address"] + "/tiles"), 404, "not_found")
    requester.refused("file_create", 422, "picture_invalid", b"<html>OpusHead webm</html>" + bytes(100), project=project)


def test_large_files(s):
    """pictures, sound and video above 4 MB go to the disk as they come; too large, or not allowed, is said before any byte is sent"""
    requester = s.requester()
    project = s.draft(requester)
    noise = photo(3600, 2700)
    samples = os.urandom(1 << 20) * 20
    wave = b"RIFF" + struct.pack("<I", 36 + len(samples)) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16) + b"data" + struct.pack("<I", len(samples)) + samples
    assert len(noise) > 5 << 20
    for body, kind in ((noise, "image/png"), (wave, "audio/wav"), (wave, "audio/wav")):
        stored = requester.do("file_create", body, project=project)
        assert stored["type"] == kind and stored["bytes"] == len(body), stored
        assert s.worker().send("GET", stored["address"]).body == body, kind
    tiles = s.worker().send("GET", requester.do("file_create", noise, project=project)["address"] + "/tiles").json
    assert (tiles["width"], tiles["height"], tiles["levels"]) == (3600, 2700, 4), tiles
    requester.refused("file_create", 422, "picture_invalid", noise[:-100], project=project)
    requester.refused("file_create", 422, "picture_invalid", b"\x89PNG\r\n\x1a\n" + bytes(64 << 20), project=project)
    requester.refused("file_create", 422, "picture_invalid", bytes(5 << 20), project=project)

    def answer(client, length):
        cookie = f"Cookie: {client.cookie}\r\n" if client.cookie else ""
        head = (f"POST /api/v1/projects/{project}/files HTTP/1.1\r\nHost: {s.server.host}\r\n{cookie}Idempotency-Key: {os.urandom(8).hex()}\r\n"
                f"Content-Type: application/octet-stream\r\nContent-Length: {length}\r\n\r\n")
        return raw_exchange(s.server, head.encode())

    reply = answer(requester, (256 << 20) + 1)
    assert reply.split(b" ")[1] == b"413" and b"a picture has at most 64 MB, sound or video at most 256 MB" in reply, reply
    assert answer(s.worker(), 9 << 20).split(b" ")[1] == b"403"
    assert answer(s.anonymous(), 9 << 20).split(b" ")[1] == b"401"


def test_small_sound(s):
    """a smaller copy of a sound is Opus and tells the original's size where ffmpeg is installed; else, and of what is no sound, the original comes"""
    requester = s.requester()
    project = s.draft(requester)
    samples = b"".join(struct.pack("<h", (i * 37) % 9000 - 4500) for i in range(8000 * 5))
    wave = b"RIFF" + struct.pack("<I", 36 + len(samples)) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16) + b"data" + struct.pack("<I", len(samples)) + samples
    worker = s.worker()
    address = requester.do("file_create", wave, project=project)["address"]
    reply = worker.send("GET", address + "?sound=small")
    assert reply.status == 200, reply
    if os.path.exists("/usr/bin/ffmpeg"):
        assert reply.headers["content-type"] == "audio/ogg" and reply.body[:4] == b"OggS" and b"OpusHead" in reply.body[:64], reply
        assert reply.headers["x-original-bytes"] == str(len(wave)) and len(reply.body) < 15000, reply
        part = worker.send("GET", address + "?sound=small", headers={"Range": "bytes=0-3"})
        assert part.status == 206 and part.body == b"OggS", part
        assert worker.send("GET", address + "?sound=small", headers={"If-None-Match": reply.headers["etag"]}).status == 304
    else:
        assert reply.body == wave and reply.headers["content-type"] == "audio/wav", reply
    picture = png(30, 20)
    reply = worker.send("GET", requester.do("file_create", picture, project=project)["address"] + "?sound=small")
    assert reply.status == 200 and reply.body == picture, reply
    assert s.anonymous().send("GET", address + "?sound=small").status == 401
    problem_check(worker.send("GET", address + "?sound=large"), 422, "invalid")
    problem_check(worker.send("GET", "/files/" + "0" * 40 + "?sound=small"), 404, "not_found")
