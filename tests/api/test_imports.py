"""Imports: files in parts, all or the good, reports, pictures; tasks sent as JSON."""

import csv
import io
import json
import zipfile

from faena import PICTURES, TWO_QUESTIONS, answer, png, tasks, wait_until


def upload(client, project, content, name="tasks.csv", part=1 << 20, **more):
    """Uploads in parts and starts; the import's id."""
    made = client.do("import_create", {"file_name": name, "bytes": len(content)} | more, project=project)
    for offset in range(0, len(content), part):
        piece = content[offset:offset + part]
        got = client.do("import_part", piece, **{"import": made["id"], "offset": offset})
        assert got == {"received_bytes": offset + len(piece)}, got
    client.do("import_start", **{"import": made["id"]})
    return made["id"]


def finished(client, number):
    def look():
        shown = client.do("import_show", **{"import": number})
        return shown if shown["state"] in ("done", "failed") else None

    return wait_until(look, 30, what="the import")


def run(client, project, content, name="tasks.csv", **more):
    return finished(client, upload(client, project, content, name, **more))


def report(client, number):
    reply = client.reply("import_report", **{"import": number})
    assert reply.headers["content-type"].startswith("text/csv"), reply
    return list(csv.DictReader(io.StringIO(reply.text)))


def test_csv(s):
    """a CSV file with external id, priority and gold becomes tasks; the same file again adds nothing"""
    requester = s.requester()
    project = s.draft(requester)
    content = ('external_id,text,priority,gold\r\na-1,"A film, with comma",3,\r\na-2,"two\nlines",,Drama\r\n'
               "a-3,Ñandú 电影,0,\r\n").encode()
    done = run(requester, project, content)
    assert (done["state"], done["rows"], done["added"], done["repeated"], done["wrong"]) == ("done", 3, 3, 0, 0), done
    assert done["handled_bytes"] == done["bytes"] == done["received_bytes"] == len(content) and done["error"] is None, done
    listed = requester.all("task_list", project=project)
    assert [(t["external_id"], t["data"]["text"], t["priority"]) for t in listed] == [
        ("a-1", "A film, with comma", 3), ("a-2", "two\nlines", 0), ("a-3", "Ñandú 电影", 0)], listed
    assert [bool(t["gold"]) for t in listed] == [False, True, False] and listed[1]["gold"][0]["value"]["choices"] == ["Drama"]
    assert s.stats(requester, project)["gold_tasks"] == 1
    again = run(requester, project, content)
    assert (again["state"], again["added"], again["repeated"]) == ("done", 0, 3), again
    assert [i["id"] for i in requester.do("import_list", project=project)["items"]] == [again["id"], done["id"]]
    assert report(requester, done["id"]) == []


def test_parts(s):
    """parts may be repeated, gaps are refused, too much too, and starting before all is there"""
    requester = s.requester()
    project = s.draft(requester)
    content = "text\n" + "".join(f"film {n}\n" for n in range(100))
    content = content.encode()
    made = requester.do("import_create", {"file_name": "x.csv", "bytes": len(content)}, project=project)
    assert made["state"] == "uploading" and made["received_bytes"] == 0 and made["mode"] == "all"
    place = {"import": made["id"]}
    requester.refused("import_part", 409, "upload_gap", content[10:20], offset=10, **place)
    requester.do("import_part", content[:100], offset=0, **place)
    requester.do("import_part", content[:100], offset=0, **place)
    problem = requester.refused("import_part", 409, "upload_gap", content[200:300], offset=200, **place)
    assert "100" in problem["detail"], problem
    problem = requester.refused("import_start", 409, "upload_gap", **place)
    assert "100" in problem["detail"], problem
    assert requester.do("import_show", **place)["received_bytes"] == 100
    requester.do("import_part", content[50:400], offset=50, **place)
    requester.refused("import_part", 413, "too_large", content[400:] + b"more", offset=400, **place)
    requester.refused("import_part", 400, "bad_request", b"", offset=400, **place)
    requester.do("import_part", content[400:], offset=400, **place)
    requester.do("import_start", **place, key="start-it")
    requester.do("import_start", **place, key="start-it")
    requester.refused("import_start", 409, "bad_state", **place)
    requester.refused("import_part", 409, "bad_state", content[:10], offset=0, **place)
    done = finished(requester, made["id"])
    assert done["added"] == 100, done


def test_wrong_rows_all(s):
    """mode all: one wrong row, and nothing is added; the report lists line, field and reason"""
    requester = s.requester()
    project = s.draft(requester)
    content = b"text,gold\nfilm 1,Drama\nfilm 2,Western\nfilm 3,\nfilm 4,Drama,too much\n\xff\xfe,\n"
    done = run(requester, project, content)
    assert (done["state"], done["rows"], done["wrong"], done["added"]) == ("failed", 5, 3, 0), done
    assert "3 of 5" in done["error"], done
    rows = report(requester, done["id"])
    assert [row["line"] for row in rows] == ["3", "5", "6"] and rows[0]["field"] == "gold" and "Western" in rows[0]["reason"], rows
    assert s.stats(requester, project)["tasks"] == 0


def test_wrong_rows_good(s):
    """mode good: the good rows are added, the wrong ones listed"""
    requester = s.requester()
    project = s.draft(requester)
    content = b'{"text": "one"}\n{"text": 5, "x": [\n{"nothing": 1}\n{"text": "two"}\n"three"\n'
    done = run(requester, project, content, "tasks.jsonl", mode="good")
    assert (done["state"], done["rows"], done["wrong"], done["added"]) == ("done", 5, 3, 2), done
    assert [row["line"] for row in report(requester, done["id"])] == ["2", "3", "5"]
    assert [t["data"] for t in requester.all("task_list", project=project)] == [{"text": "one"}, {"text": "two"}]


def test_empty_rows(s):
    """a row of which the form would show nothing is wrong; one empty field of several is not"""
    requester = s.requester()
    both = '<View><Text name="t" value="$title"/><Text name="p" value="$plot"/><Choices name="c" toName="t"><Choice value="A"/><Choice value="B"/></Choices></View>'
    project = s.draft(requester, label_config=both)
    done = run(requester, project, b"title,plot,year\nOne,,1990\n,,1991\n,Two,\n", "films.csv", mode="good")
    assert (done["rows"], done["wrong"], done["added"]) == (3, 1, 2), done
    wrong, = report(requester, done["id"])
    assert (wrong["line"], wrong["field"]) in (("3", "title"), ("3", "plot")) and "empty in this row" in wrong["reason"], wrong
    assert [t["data"] for t in requester.all("task_list", project=project)] == [
        {"title": "One", "plot": "", "year": "1990"}, {"title": "", "plot": "Two", "year": ""}]


def test_many_wrong(s):
    """the first 1,000 wrong rows are listed, all are counted; cells cannot be run by a spreadsheet"""
    requester = s.requester()
    project = s.draft(requester)
    content = "".join('{"=1+1": 1}\n' for _ in range(1500)).encode()
    done = run(requester, project, content, "t.jsonl")
    assert done["wrong"] == 1500, done
    assert len({row["line"] for row in report(requester, done["id"])}) == 1000


def test_formats(s):
    """TSV, JSON, JSON with one object, semicolons; what it is may be named or guessed"""
    requester = s.requester()
    project = s.draft(requester)
    files = [("a.tsv", b"text\tyear\nfilm tsv\t1999\n", "auto"), ("b.json", b'[{"text": "film json"}, {"text": "film json 2"}]', "auto"),
             ("c.txt", b'{"text": "film one"}', "json"), ("d.csv", b"text;year\nfilm semicolon;1\n", "auto"),
             ("e.dat", b'{"text": "film jsonl"}\n', "jsonl"), ("f.csv", b"\xef\xbb\xbftext\nfilm bom\n", "csv")]
    for name, content, kind in files:
        done = run(requester, project, content, name, format=kind)
        assert done["state"] == "done" and done["added"] >= 1, (name, done)
    assert len(requester.all("task_list", project=project)) == 7
    for name, content in (("g.csv", b""), ("empty.csv", b"text\n"), ("h.bin", bytes(range(256))), ("i.json", b"[{"),
                          ("j.json", b"[1, 2]")):
        if not content:
            requester.refused("import_create", 422, "invalid", {"file_name": name, "bytes": 0}, project=project)
            continue
        done = run(requester, project, content, name)
        assert done["state"] == "failed" and done["error"], (name, done)


def test_label_studio(s):
    """Label Studio's JSON: data, ids, predictions, annotations; ground truth becomes gold; all leave again in the export"""
    requester = s.requester()
    project = s.draft(requester)
    items = [{"id": 11, "data": {"text": "one"}, "meta": {}, "predictions": [{"model_version": "m1", "score": 0.5, "result": answer("Comedy")}],
              "annotations": [{"id": 5, "completed_by": 3, "result": answer("Drama"), "ground_truth": False}]},
             {"id": 12, "data": {"text": "two"}, "annotations": [{"result": answer("Horror"), "ground_truth": True}]}]
    done = run(requester, project, json.dumps(items).encode(), "project-1.json")
    assert (done["state"], done["added"]) == ("done", 2), done
    listed = requester.all("task_list", project=project)
    assert [t["external_id"] for t in listed] == ["11", "12"] and listed[1]["gold"][0]["value"]["choices"] == ["Horror"]
    exported = requester.do("project_export", project=project, format="label_studio")
    assert [t["data"]["text"] for t in exported] == ["one", "two"]
    assert exported[0]["predictions"][0]["model_version"] == "m1", exported[0]


def test_zip_of_pictures(s):
    """a zip of pictures: each a task; what is no picture is a wrong row"""
    requester = s.requester(10 ** 9)
    project = s.draft(requester, label_config=PICTURES)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(3):
            archive.writestr(f"folder/p{number}.png", png(20 + number, 10))
        archive.writestr("folder/notes.txt", "no picture")
    done = run(requester, project, packed.getvalue(), "pictures.zip", mode="good")
    assert (done["state"], done["added"], done["wrong"]) == ("done", 3, 1), done
    assert "notes.txt" in report(requester, done["id"])[0]["field"]
    listed = requester.all("task_list", project=project)
    assert all(t["data"]["image"].startswith("/files/") for t in listed), listed
    worker = s.worker()
    picture = worker.send("GET", listed[0]["data"]["image"])
    assert picture.status == 200 and picture.headers["content-type"] == "image/png" and picture.body == png(20, 10)
    again = worker.send("GET", listed[0]["data"]["image"], headers={"If-None-Match": picture.headers["etag"]})
    assert again.status == 304 and again.body == b""
    assert s.anonymous().send("GET", listed[0]["data"]["image"]).status == 401
    assert worker.send("GET", "/files/" + "0" * 40).status == 404
    assert worker.send("GET", "/files/../server.key").status in (400, 404)


def test_zip_with_tasks(s):
    """a zip with tasks.csv: the rows name the pictures"""
    requester = s.requester()
    project = s.draft(requester, label_config=PICTURES)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.png", png(8, 8))
        archive.writestr("tasks.csv", "image,gold\na.png,Real\nmissing.png,\n")
    done = run(requester, project, packed.getvalue(), "p.zip", mode="good")
    assert (done["added"], done["wrong"]) == (1, 1), done
    assert requester.all("task_list", project=project)[0]["data"]["image"].startswith("/files/")
    plain = s.draft(requester)
    assert run(requester, plain, packed.getvalue(), "p.zip")["state"] == "failed"


def test_picture_upload(s):
    """one picture: stored by content, decoded first; what does not decode is refused"""
    requester = s.requester()
    project = s.draft(requester, label_config=PICTURES)
    first = requester.do("file_create", png(30, 20), project=project)
    assert (first["type"], first["width"], first["height"], first["bytes"]) == ("image/png", 30, 20, len(png(30, 20))), first
    assert requester.do("file_create", png(30, 20), project=project)["address"] == first["address"]
    requester.do("task_create", {"tasks": [{"image": first["address"]}]}, project=project)
    for junk in (b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png(30, 20)[:-30], b"\x89PNG\r\n\x1a\n" + b"x" * 100):
        requester.refused("file_create", 422, "picture_invalid", junk, project=project)
    requester.refused("file_create", 400, "bad_request", b"", project=project)
    s.requester().refused("file_create", 404, "not_found", png(1, 1), project=project)


def test_tasks_as_json(s):
    """tasks sent directly: all or nothing, errors with their place, repeats counted"""
    requester = s.requester()
    project = s.draft(requester, label_config=TWO_QUESTIONS)
    both = answer("Drama") + [{"from_name": "stars", "to_name": "text", "type": "rating", "value": {"rating": 4}}]
    items = [{"text": "plain"}, {"data": {"text": "wrapped"}, "external_id": "w", "priority": 5, "gold": None},
             {"data": {"text": "known"}, "gold": {"genre": "Drama", "stars": 4}}, {"text": "plain", "external_id": "own"}, {"text": "plain"}]
    assert requester.do("task_create", {"tasks": items}, project=project) == {"added": 4, "repeated": 1}
    listed = requester.all("task_list", project=project)
    assert [t["external_id"] for t in listed] == [None, "w", None, "own"] and listed[3]["data"] == {"text": "plain"}
    assert listed[2]["gold"] == both, listed[2]
    wrong = [{"text": "good"}, {"other": 1}, 5, {"data": {"text": "x"}, "priority": "high"}, {"data": {"text": "x"}, "priority": 4294967297},
             {"data": {"text": "x"}, "gold": {"genre": "Western", "stars": 1}}, {"data": {"text": "x"}, "external_id": "x" * 201},
             {"data": {"text": "x"}, "predictions": 7}, {"text": {"a": 1}}]
    problem = requester.refused("task_create", 422, "invalid", {"tasks": wrong}, project=project)
    places = {e["pointer"].split("/")[2] for e in problem["errors"]}
    assert places == {"1", "2", "3", "4", "5", "6", "7", "8"}, problem
    assert "/tasks/3/priority" in [e["pointer"] for e in problem["errors"]], problem
    assert len(requester.all("task_list", project=project)) == 4
    requester.refused("task_create", 422, "invalid", {"tasks": []}, project=project)
    requester.refused("task_create", 422, "invalid", {"tasks": tasks(1001)}, project=project)
    problem = requester.refused("task_create", 422, "invalid", {"tasks": [{"text": "x" * 262_200}]}, project=project)
    assert "/tasks/0" in problem["errors"][0]["pointer"], problem
    assert requester.do("task_create", {"tasks": tasks(1000)}, project=project)["added"] == 1000


def test_completed_project(s):
    """a completed project takes no more tasks"""
    requester, project = s.project()
    requester.do("project_complete", project=project)
    requester.refused("import_create", 409, "bad_state", {"file_name": "x.csv", "bytes": 5}, project=project)
    requester.refused("task_create", 409, "bad_state", {"tasks": tasks(1)}, project=project)


def test_others_imports(s):
    """an import is its requester's alone"""
    requester = s.requester()
    project = s.draft(requester)
    made = requester.do("import_create", {"file_name": "x.csv", "bytes": 8}, project=project)
    other = s.requester()
    place = {"import": made["id"]}
    other.refused("import_show", 404, "not_found", **place)
    other.refused("import_part", 404, "not_found", b"text\nx\n\n", offset=0, **place)
    other.refused("import_start", 404, "not_found", **place)
    other.refused("import_report", 404, "not_found", **place)
    s.operator.do("import_show", **place)
    requester.refused("import_show", 404, "not_found", **{"import": 12345})


def test_import_while_live(s):
    """rows imported into a live project wait for money"""
    requester, project = s.project()
    done = run(requester, project, b"text\nlater 1\nlater 2\n")
    assert done["added"] == 2
    assert s.stats(requester, project)["unfunded_tasks"] == 2


def test_larger_import(s):
    """20,000 rows in parts of 256 KB, with progress on the way"""
    requester = s.requester()
    project = s.draft(requester)
    content = "".join(json.dumps({"text": f"film number {n} " + "x" * 60, "year": n}) + "\n" for n in range(20_000)).encode()
    number = upload(requester, project, content, "big.jsonl", part=256 * 1024)
    done = finished(requester, number)
    assert (done["state"], done["added"], done["rows"]) == ("done", 20_000, 20_000), done
    listed = requester.do("task_list", project=project, limit=200)["items"]
    assert [t["data"]["year"] for t in listed] == list(range(200))
