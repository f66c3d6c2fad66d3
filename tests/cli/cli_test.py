#!/usr/bin/env python3
"""Tests of the command line: the real program on SQLite and on PostgreSQL. Prints TAP.

    FAENA_BIN=build/src/faena python3 tests/cli/cli_test.py [WORD]

Each test has a directory and a database of its own. FAENA_TEST_DATABASE=sqlite or =postgresql runs one of the two only; without
PostgreSQL on the machine there is only SQLite. WORD: only tests that have it in their name."""

import csv
import fcntl
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
import zipfile

from place import CONFIG, PASSWORD, PICTURES, Skipped, main, png, store_new


# ---------------------------------------------------------------- the command line itself


def test_help(t):
    """help teaches: every command has text, options with defaults, examples"""
    everything = t.faena("--help").out
    assert everything == t.faena("help").out == t.faena().out
    names = re.findall(r"^  ([a-z]+(?: [a-z]+)?)  +\S", everything, re.M)
    assert {"init", "serve", "demo", "user add", "project create", "import", "export", "audit", "backup", "restore"} <= set(names)
    assert "picture-check" not in names
    for name in names:
        text = t.faena(*name.split(), "--help").out
        assert text == t.faena("help", *name.split()).out == t.faena(*name.split(), "-h").out, name
        for part in (f"faena {name}", "Examples:\n", "--database URL", "--files DIR"):
            assert part in text, (name, part)
        assert all(len(line) <= 120 for line in text.splitlines()), name
    assert re.fullmatch(r"faena \d+\.\d+\.\d+\n", t.faena("--version").out)
    assert "user add" in t.faena("user", "--help").out
    assert os.listdir(t.directory) == []


def test_wrong_lines(t):
    """a wrong command line gives a sentence, the nearest name and exit code 2"""
    for words, parts in (
        (["srve"], ['"srve"', 'did you mean "serve"?']),
        (["improt", "x"], ['did you mean "import"?']),
        (["usr", "add"], ['did you mean "user"?']),
        (["user", "ad", "x"], ['did you mean "user add"?']),
        (["xyzzy"], ['there is no command "xyzzy".']),
        (["user"], []),
        (["--port", "1"], ["name the command before its options"]),
        (["import", "--projct", "3", "x"], ["--projct", "--project?"]),
        (["import", "--xyzzy", "x"], ["there is no option --xyzzy."]),
        (["init", "-x"], ["no option -x"]),
        (["init", "--database", "sqllite:x.db"], ["a database is sqlite:FILE or postgresql://", 'not "sqllite:x.db"']),
        (["init", "--database", "postgresql:x"], ["a database is sqlite:FILE or postgresql://"]),
        (["import", "--project"], ["--project needs a value"]),
        (["audit", "--json=1"], ["--json takes no value"]),
        (["import", "--project", "3"], ["name FILE"]),
        (["user", "add", "a", "b"], ['"b" is too much']),
        (["audit", "now"], ['"now" is too much']),
        (["serve", "--prot", "1"], ["--port?"]),
        (["serve", "--port", "x"], ["--port"]),
    ):
        done = t.faena(*words, code=2)
        for part in parts:
            assert part in done.err, (words, done.err)
    assert os.listdir(t.directory) == []


def test_before_init(t):
    """without a database every command says to run faena init"""
    for words in (["user", "list"], ["project", "list"], ["audit"], ["export", "--project", "1"], ["demo"], ["serve", "--port", "0"],
                  ["backup", "--to", t.path("b")], ["import", "--project", "1", "x.csv"]):
        done = t.faena(*words, code=1)
        assert "faena init" in done.err, done.err
    assert not os.path.exists(t.path("faena.db")) and not os.path.exists(t.path("b"))


def test_places(t):
    """options come before the environment, the environment before the defaults"""
    nothing = {"FAENA_DATABASE": "", "FAENA_FILES": ""}
    t.faena("init", env=nothing)
    assert {"faena.db", "faena.files"} <= set(os.listdir(t.directory))
    t.faena("init", env={"FAENA_DATABASE": "sqlite:two.sqlite3", "FAENA_FILES": ""})
    assert {"two.sqlite3", "two.files"} <= set(os.listdir(t.directory))
    t.faena("init", "--database", "sqlite:three", "--files=blobs", env=nothing)
    assert {"three", "blobs"} <= set(os.listdir(t.directory)) and "three.files" not in os.listdir(t.directory)
    done = t.faena("init", "--database", "sqlite:none/there.db", code=1)
    assert "none/there.db" in done.err


# ---------------------------------------------------------------- init and people


def test_init(t):
    """init makes the database once and keeps its settings"""
    first = t.faena("init", "--currency", "ARS", "--operator", "Ana", env={"FAENA_PASSWORD": PASSWORD})
    assert first.value("currency") == "ARS" and first.value("signup") == "open" and first.value("operator") == "ana"
    assert "password" not in first.out
    again = t.faena("init", "--operator", "ana")
    assert again.value("currency") == "ARS" and "there already" in again.out
    assert t.store.rows("SELECT count(*) FROM person") == [(1,)]
    assert "stays so" in t.faena("init", "--currency", "USD", code=1).err
    assert t.faena("init", "--signup", "closed").value("signup") == "closed"
    assert t.faena("init").value("signup") == "closed"
    for words in (["--currency", "usd"], ["--currency", "USDX"], ["--signup", "maybe"], ["--operator", "a"], ["--operator", "a b"]):
        t.faena("init", *words, code=2)
    made = t.faena("init", "--operator", "boss")
    assert len(made.value("password")) == 14 and "shown only now" in made.out


def test_users(t):
    """people: add, list, roles, passwords, credit, locking out"""
    t.faena("init", "--operator", "ana", env={"FAENA_PASSWORD": PASSWORD})
    done = t.faena("user", "add", "Rosa", "--name", "Rosa Ñandú", "--language", "fr")
    assert done.value("handle") == "rosa" and len(done.value("password")) == 14
    t.write("password", "from a file\n")
    t.faena("user", "add", "lab", "--role", "requester,reviewer", "--password-file", t.path("password"))
    assert "already has the handle" in t.faena("user", "add", "ROSA", code=1).err.replace('"rosa"', "").replace("  ", " ")
    assert "worker?" in t.faena("user", "add", "x1", "--role", "wroker", code=2).err
    for words in (["a"], ["x1", "--language", "de"], ["x1", "--password-file", t.write("short", "seven77")], ["ñandú"]):
        t.faena("user", "add", *words, code=2)
    t.faena("user", "add", "x1", "--password-file", t.path("missing"), code=2)

    t.faena("user", "credit", "lab", "500", "--note", "Überweisung", "--request-id", "bank-1")
    t.faena("user", "credit", "lab", "500", "--note", "Überweisung", "--request-id", "bank-1")
    assert "another request" in t.faena("user", "credit", "lab", "501", "--request-id", "bank-1", code=1).err
    t.faena("user", "credit", "lab", "0.000001")
    for amount in ("0", "-1", "1,5", "1e3", "0.0000001", "10000001", "x"):
        t.faena("user", "credit", "--", "lab", amount, code=2)
    assert "nobody has the handle" in t.faena("user", "credit", "labb", "1", code=1).err

    people = {p["handle"]: p for p in map(json.loads, t.faena("user", "list", "--json").lines())}
    assert set(people) == {"ana", "rosa", "lab"}
    assert people["rosa"]["roles"] == ["worker"] and people["rosa"]["display_name"] == "Rosa Ñandú"
    assert people["lab"]["available_micros"] == 500000001 and people["lab"]["roles"] == ["requester", "reviewer"]
    table = t.faena("user", "list", "--start", "la").lines()
    assert len(table) == 2 and table[1].split("\t")[4] == "500.000001 USD"

    t.faena("user", "role", "rosa", "worker,operator")
    t.faena("user", "role", "ana", "worker")
    assert "last operator" in t.faena("user", "role", "rosa", "worker", code=1).err
    assert "last operator" in t.faena("user", "disable", "rosa", code=1).err
    t.faena("user", "disable", "lab")
    assert t.store.rows("SELECT disabled FROM person WHERE handle = 'lab'") == [(1,)]
    t.faena("user", "disable", "lab", "--undo")
    assert t.store.rows("SELECT disabled FROM person WHERE handle = 'lab'") == [(0,)]
    before = t.store.rows("SELECT password_hash FROM person WHERE handle = 'lab'")
    assert len(t.faena("user", "password", "lab").value("password")) == 14
    assert t.store.rows("SELECT password_hash FROM person WHERE handle = 'lab'") != before


# ---------------------------------------------------------------- projects


def test_project_life(t):
    """a project is created, funded, published, paused, resumed and completed"""
    t.requester(money="")
    t.write("how.md", "# How\n\nRead it.")
    project = t.project(overlap=3, instructions=t.path("how.md"), description="Short.", gold_permille=0, task_seconds=60)
    shown = t.show(project)
    assert (shown["state"], shown["price_micros"], shown["overlap"], shown["task_seconds"]) == ("draft", 50000, 3, 60)
    assert shown["instructions"] == "# How\n\nRead it." and shown["label_config"] == CONFIG
    assert "no tasks" in t.faena("project", "publish", project, code=1).err
    t.faena("import", "--project", project, t.write("t.csv", "text\none\ntwo\n"))
    assert "short of 0.30 USD" in t.faena("project", "publish", project, code=1).err
    text = t.faena("project", "show", project).out
    assert re.search(r"publishing costs +0\.30 USD", text) and re.search(r"missing +0\.30 USD", text)
    t.faena("user", "credit", "lab", "0.30")
    for step, state in (("publish", "live"), ("pause", "paused"), ("resume", "live"), ("complete", "completed")):
        t.faena("project", step, project)
        assert t.show(project)["state"] == state
    assert "completed" in t.faena("project", "resume", project, code=1).err
    assert t.faena("user", "list", "--start", "lab").lines()[1].split("\t")[4] == "0.30 USD"
    assert t.faena("project", "list").lines()[1].split("\t")[:4] == [project, "completed", "lab", "0.05 USD"]
    assert [json.loads(line)["id"] for line in t.faena("project", "list", "--owner", "lab", "--json").lines()] == [int(project)]
    t.faena("project", "show", "12345", code=1)
    t.faena("project", "show", "films", code=1)


def test_project_refused(t):
    """errors of a label config come with file, line and column; every value has its bounds"""
    t.requester()
    t.faena("user", "add", "rosa")
    config = t.write("bad.xml", '<View>\n  <Text name="text" value="$text"/>\n  <Choices name="c" toName="txt">\n'
                                '    <Choice/>\n  </Choices>\n  <Wizard/>\n</View>')
    good = t.write("good.xml", CONFIG)
    base = {"owner": "lab", "title": "T", "price": "0.05", "config": good}

    def refused(code, part, **change):
        options = {k: v for k, v in {**base, **change}.items() if v is not None}
        done = t.faena("project", "create", *(f"--{k.replace('_', '-')}={v}" for k, v in options.items()), code=code)
        assert part in done.err, done.err
        return done

    errors = refused(1, "the label config has errors", config=config).err
    places = re.findall(rf"^{re.escape(config)}:(\d+):(\d+): .+$", errors, re.M)
    assert {"3", "4", "6"} <= {line for line, _ in places} and all(int(column) > 0 for _, column in places), errors
    refused(1, "broken.xml:2:", config=t.write("broken.xml", "<View>\n  <Text"))
    refused(1, "cannot be read", config=t.path("missing.xml"))
    refused(1, "longer than", config=t.write("long.xml", "x" * 200000))
    refused(1, "not UTF-8", config=t.write("latin.xml", b"<View>\xff</View>"))
    refused(1, "no requester", owner="rosa")
    refused(1, "nobody has the handle", owner="nobody")
    for key in base:
        refused(2, f"--{key} is needed", **{key: None})
    for key, values in {"price": ("0.0000001", "-1", "1,5", "10001", ""), "overlap": ("0", "101", "two"), "title": ("", "x" * 201),
                        "description": ("x" * 2001,), "task_seconds": ("9", "1209601"), "approve_seconds": ("-1", "2592001"),
                        "gold_permille": ("501",)}.items():
        for value in values:
            refused(2, f"--{key.replace('_', '-')}", **{key: value})
    assert t.faena("project", "list").lines()[1:] == []


# ---------------------------------------------------------------- import and export

ROWS = "external_id,text,gold,priority\na,one,,\nb,two,Comedy,\nc,three,Western,\nd,four\ne,five,,12\nf,six,,9\n"


def test_import_csv(t):
    """CSV: wrong rows keep all out, or are left out; the same file again adds nothing"""
    t.requester()
    project = t.project()
    path = t.write("films.csv", ROWS)
    done = t.faena("import", "--project", project, "--report", t.path("wrong.csv"), path, code=1)
    assert "6 rows, 0 added, 0 there already, 3 wrong" in done.out and "nothing was added" in done.err
    report = list(csv.reader(io.StringIO(t.read("wrong.csv"))))
    assert report[0] == ["line", "field", "reason"] and [row[:2] for row in report[1:]] == [["4", "gold"], ["5", ""], ["6", "priority"]]
    assert all(row[2].endswith(".") for row in report[1:])
    assert t.tasks(project) == []
    done = t.faena("import", "--project", project, "--mode", "good", path)
    assert "6 rows, 3 added, 0 there already, 3 wrong" in done.out
    assert "line,field,reason\n4,gold," in done.err
    done = t.faena("import", "--project", project, "--mode", "good", "--report", t.path("wrong.csv"), path)
    assert "6 rows, 0 added, 3 there already, 3 wrong" in done.out and len(t.read("wrong.csv").splitlines()) == 4
    tasks = t.tasks(project)
    assert [(task["external_id"], task["data"]) for task in tasks] == [
        ("a", {"text": "one"}), ("b", {"text": "two"}), ("f", {"text": "six"})]
    assert tasks[1]["gold"][0]["value"] == {"choices": ["Comedy"]}
    t.faena("audit")


def test_import_jsonl(t):
    """JSONL in both modes, with progress lines when it takes long"""
    t.requester()
    project = t.project()
    lines = [json.dumps({"text": f"row {i}", "n": i}) for i in range(3000)]
    lines[1500] = "{broken"
    lines[2000] = '{"n": 1}'
    path = t.write("films.jsonl", "\n".join(lines))
    done = t.faena("import", "--project", project, path, code=1)
    assert "3000 rows, 0 added, 0 there already, 2 wrong" in done.out
    done = t.faena("import", "--project", project, "--mode=good", path)
    assert "3000 rows, 2998 added, 0 there already, 2 wrong" in done.out and "\n1501,," in done.err and "\n2001,text," in done.err
    done = t.faena("import", "--project", project, "--mode=good", "--format=jsonl", path)
    assert "0 added, 2998 there already" in done.out
    assert t.show(project)["stats"]["tasks"] == 2998
    assert t.store.rows("SELECT count(*), min(state), max(state) FROM import")[0] == (3, 3, 4)
    assert os.listdir(t.path("faena.files/spool")) == []


def test_import_refused(t):
    """files and options that cannot be imported are refused with a sentence"""
    t.requester()
    project = t.project()
    good = t.write("good.csv", "text\none\n")
    for name, content, part in (("empty.csv", "", "is empty"), ("head.csv", "text\n", "no rows"),
                                ("x.json", '[{"text": "a"},\n{"text" 1}]', "Line 2"), ("x.bin", b"\x00\x01\x02", "what kind of file"),
                                ("x.csv", "text\n".encode("utf-16"), "UTF-16"), ("x.zip", b"PK\x03\x04", "picture")):
        done = t.faena("import", "--project", project, t.write(name, content), code=1)
        assert part in done.err, (name, done.err)
    assert "cannot be read" in t.faena("import", "--project", project, t.path("missing.csv"), code=1).err
    assert "not a regular file" in t.faena("import", "--project", project, t.directory, code=1).err
    assert "--project" in t.faena("import", good, code=2).err
    assert "all or good" in t.faena("import", "--project", project, "--mode", "some", good, code=2).err
    t.faena("import", "--project", project, "--format", "xlsx", good, code=2)
    t.faena("import", "--project", "77", good, code=1)
    assert t.tasks(project) == []


def test_import_zip(t):
    """a zip of pictures becomes tasks; its tasks.csv names them"""
    t.requester()
    project = t.project(config=PICTURES)
    with zipfile.ZipFile(t.path("set.zip"), "w") as archive:
        archive.writestr("a/red.png", png(255, 0, 0))
        archive.writestr("a/blue.png", png(0, 0, 255))
    t.faena("import", "--project", project, t.path("set.zip"))
    tasks = t.tasks(project)
    assert [task["data"]["file"] for task in tasks] == ["a/red.png", "a/blue.png"]
    for task, content in zip(tasks, (png(255, 0, 0), png(0, 0, 255))):
        name = re.fullmatch(r"/files/([0-9a-f]{40})", task["data"]["image"]).group(1)
        with open(t.path(f"faena.files/{name[:2]}/{name[2:]}"), "rb") as file:
            assert file.read() == content
    with zipfile.ZipFile(t.path("rows.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tasks.csv", "external_id,image,gold\n1,green.png,Made\n2,text.png,\n3,none.png,\n")
        archive.writestr("green.png", png(0, 255, 0))
        archive.writestr("text.png", "not a picture")
    done = t.faena("import", "--project", project, "--mode", "good", t.path("rows.zip"))
    assert "3 rows, 1 added, 0 there already, 2 wrong" in done.out and "\n3,image," in done.err and "\n4,image," in done.err
    assert "shows no picture" in t.faena("import", "--project", t.project(), t.path("set.zip"), code=1).err


def test_import_interrupted(t):
    """Ctrl-C ends an import; the same command again adds the rest"""
    t.requester()
    project = t.project()
    count = 80000
    path = t.write("many.jsonl", "".join(f'{{"text":"row number {i} of many"}}\n' for i in range(count)))
    process = t.start("import", "--project", project, "--mode", "good", path)
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if t.store.rows("SELECT coalesce(max(handled_rows), 0) FROM import")[0][0] > 0:
            break
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    if process.returncode == 0:
        raise Skipped("the import was done before it could be interrupted")
    assert process.returncode == 1 and b"stopped" in err, err
    added = t.show(project)["stats"]["tasks"]
    assert 0 < added < count
    assert t.store.rows("SELECT state FROM import") == [(4,)]
    done = t.faena("import", "--project", project, path)
    assert f"{count} rows, {count - added} added, {added} there already, 0 wrong" in done.out
    t.faena("audit")


def test_export(t):
    """export in every format, whole and in parts"""
    t.requester()
    project = t.project()
    t.faena("import", "--project", project, t.write("t.csv", 'external_id,text,gold\na,"one, ""1""",\nb,=two,Drama\nc,ñandú,\n'))

    def out(*words):
        return t.faena("export", "--project", project, *words).out

    whole = [json.loads(line) for line in out().splitlines()]
    assert [task["external_id"] for task in whole] == ["a", "b", "c"] and whole == json.loads(out("--format", "json"))
    assert [task["external_id"] for task in map(json.loads, out("--no-gold").splitlines())] == ["a", "c"]
    assert [json.loads(line) for line in out("--after", whole[0]["task"]).splitlines()] == whole[1:]
    rows = list(csv.reader(io.StringIO(out("--format", "csv"))))
    assert rows[0][:3] == ["task", "external_id", "text"] and [row[2] for row in rows[1:]] == ['one, "1"', "'=two", "ñandú"]
    studio = json.loads(out("--format", "label_studio"))
    assert [task["data"]["text"] for task in studio] == ['one, "1"', "=two", "ñandú"]
    assert [(row["id"], row["text"]) for row in json.loads(out("--format", "json_min"))] == [
        (1, 'one, "1"'), (2, "=two"), (3, "ñandú")]
    done = t.faena("export", "--project", project, "--format", "csv", "--out", t.path("o.csv"))
    assert done.out == "" and t.read("o.csv") == out("--format", "csv")
    assert "json_min" in t.faena("export", "--project", project, "--format", "xml", code=2).err
    t.faena("export", code=2)
    t.faena("export", "--project", "77", code=1)
    assert "cannot be written" in t.faena("export", "--project", project, "--out", "/dev/full", code=1).err


# ---------------------------------------------------------------- audit, backup, other databases


def test_audit(t):
    """audit is content with a good database and finds one that was tampered with"""
    t.requester()
    project = t.project()
    t.faena("import", "--project", project, t.write("t.csv", "text\none\ntwo\n"))
    t.faena("project", "publish", project)
    done = t.faena("audit")
    assert "0 broken" in done.out and all(line.startswith("ok ") for line in done.lines()[:-1])
    report = json.loads(t.faena("audit", "--json").out)
    assert report["ok"] and len(report["checks"]) >= 10 and all(check["ok"] for check in report["checks"])
    for sql, back, word in (
        ("UPDATE account SET credits_posted = credits_posted + 1 WHERE kind = 2", "UPDATE account SET credits_posted = "
         "credits_posted - 1 WHERE kind = 2", "balances equal"),
        ("UPDATE task SET leases = 1 WHERE id = 1", "UPDATE task SET leases = 0 WHERE id = 1", "answers and leases"),
        ("UPDATE project_count SET tasks = 3", "UPDATE project_count SET tasks = 2", "project's numbers"),
        ("UPDATE event SET seq = 1000 WHERE seq = 1", "UPDATE event SET seq = 1 WHERE seq = 1000", "no gaps"),
    ):
        t.store.run(sql)
        done = t.faena("audit", code=1)
        assert any(line.startswith("BROKEN") and word in line for line in done.lines()), (word, done.out)
        assert not json.loads(t.faena("audit", "--json", code=1).out)["ok"]
        t.store.run(back)
    t.faena("audit")


def test_backup(t):
    """a backup is restored to the same database, with its pictures"""
    t.requester()
    project = t.project(config=PICTURES)
    with zipfile.ZipFile(t.path("set.zip"), "w") as archive:
        archive.writestr("red.png", png(255, 0, 0))
    t.faena("import", "--project", project, t.path("set.zip"))
    before = t.store.fingerprint()
    backup = t.path("backup.db")
    done = t.faena("backup", "--to", backup)
    assert "1 files" in done.out
    assert "exists already" in t.faena("backup", "--to", backup, code=1).err
    t.faena("backup", "--to", t.path("lean.db"), "--no-files")
    assert not os.path.exists(t.path("lean.db.files"))
    t.faena("user", "add", "later")
    assert t.store.fingerprint() != before
    shutil.rmtree(t.path("faena.files"))
    done = t.faena("restore", "--from", backup, code=1)
    assert "--force" in done.err and t.store.rows("SELECT count(*) FROM person") == [(2,)]
    t.faena("restore", "--from", backup, "--force")
    assert t.store.fingerprint() == before
    name = t.tasks(project)[0]["data"]["image"].removeprefix("/files/")
    assert os.path.getsize(t.path(f"faena.files/{name[:2]}/{name[2:]}")) == len(png(255, 0, 0))
    t.faena("audit")
    t.faena("user", "add", "later")
    t.faena("restore", code=2)
    t.faena("backup", code=2)
    t.faena("restore", "--from", t.path("missing"), "--force", code=1)
    # into a new place
    other = store_new(t.kind, tempfile.mkdtemp(dir=t.directory), t.cluster)
    try:
        t.faena("restore", "--from", backup, "--database", other.url, "--files", t.path("other.files"))
        assert other.fingerprint() == before and os.path.isdir(t.path(f"other.files/{name[:2]}"))
    finally:
        other.close()


def test_restore_refused(t):
    """restore refuses what is damaged or not ours and leaves the database alone"""
    t.requester()
    before = t.store.fingerprint()
    sqlite3.connect(t.path("foreign.db")).executescript("CREATE TABLE x (y); INSERT INTO x VALUES (1);")
    t.write("text.db", "this is no database at all, whatever its name says")
    t.write("empty.db", "")
    t.faena("backup", "--to", t.path("whole.db"), "--no-files")
    with open(t.path("whole.db"), "rb") as file:
        content = bytearray(file.read())
    middle = len(content) // 2 // 4096 * 4096
    content[middle: middle + 4096] = b"\xff" * 4096
    t.write("torn.db", bytes(content))
    t.write("short.db", bytes(content[: len(content) // 3]))
    for name in ("foreign.db", "text.db", "empty.db", "torn.db", "short.db"):
        assert t.faena("restore", "--from", t.path(name), "--force", code=1).err
        assert t.store.fingerprint() == before, name
    if t.kind == "sqlite":
        with open(t.store.path + ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            assert "stop it first" in t.faena("restore", "--from", t.path("whole.db"), "--force", code=1).err
        t.write("faena.db", "broken beyond reading")
        t.faena("restore", "--from", t.path("whole.db"), "--force")
        assert t.store.fingerprint() == before
    assert not [name for name in os.listdir(t.directory) if ".restore" in name]


def test_not_for_others(t):
    """what the database holds is for nobody else on the machine to read; what root restores is the server's user's"""
    if t.kind != "sqlite":
        raise Skipped("files are PostgreSQL's own")
    t.requester()
    assert stat.S_IMODE(os.stat(t.store.path).st_mode) == 0o600
    project = t.project(PICTURES)
    with zipfile.ZipFile(t.path("p.zip"), "w") as archive:
        archive.writestr("a.png", png(1, 2, 3))
    t.faena("import", "--project", project, t.path("p.zip"))
    t.faena("backup", "--to", t.path("b.db"))
    if os.geteuid() != 0:
        raise Skipped("only root gives files away")
    nobody = 65534
    os.mkdir(t.path("server"))
    os.chown(t.path("server"), nobody, nobody)
    t.faena("restore", "--from", t.path("b.db"), "--database", "sqlite:" + t.path("server/new.db"), "--files", t.path("server/files"))
    made = [os.path.join(folder, name) for folder, folders, names in os.walk(t.path("server")) for name in folders + names]
    assert len(made) > 2 and all(os.stat(path).st_uid == nobody for path in made), [(p, os.stat(p).st_uid) for p in made]
    assert any(len(os.path.basename(path)) == 38 for path in made), made


def test_newer_schema(t):
    """a database that is newer than the program is refused by every command"""
    t.requester()
    t.faena("backup", "--to", t.path("old.db"), "--no-files")
    t.store.run("UPDATE setting SET value = '999' WHERE name = 'schema'")
    for words in (["init"], ["user", "list"], ["audit"], ["demo"], ["serve", "--port", "0"], ["backup", "--to", t.path("b")],
                  ["export", "--project", "1"]):
        done = t.faena(*words, code=1)
        assert "schema 999" in done.err and "newer faena" in done.err, (words, done.err)
    if t.kind == "sqlite":
        shutil.copy(t.store.path, t.path("newer.db"))
        t.faena("restore", "--from", t.path("old.db"), "--force")
        assert "newer faena" in t.faena("restore", "--from", t.path("newer.db"), "--force", code=1).err
    else:
        newer, foreign = (store_new(t.kind, t.directory, t.cluster) for _ in range(2))
        try:
            foreign.run("CREATE TABLE x (y int)")
            for store in (t.store, foreign):
                subprocess.run([f"{t.cluster.programs}/pg_dump", "-Fc", "-f", t.path("newer.db"), "-d", store.url], check=True)
                part = "newer faena" if store is t.store else "no backup of faena"
                assert part in t.faena("restore", "--from", t.path("newer.db"), "--database", newer.url, code=1).err
            assert newer.tables() == []
            assert t.faena("restore", "--from", t.path("old.db"), code=1).err and t.store.tables() != []
        finally:
            newer.close()
            foreign.close()
        t.faena("restore", "--from", t.path("old.db"), "--force")
    t.faena("audit")


# ---------------------------------------------------------------- demo


def test_demo(t):
    """the demo is made once, from anywhere, and can be worked with"""
    t.faena("init")
    first = t.faena("demo", "--workers", "2", "--password", PASSWORD)
    for word in ("operator", "requester", "worker", "worker2"):
        assert f"\n{word}\t{PASSWORD}\t" in first.out, first.out
    assert "`faena serve` starts the server" in first.out
    projects = {p["title"].split(" ")[0]: p for p in map(json.loads, t.faena("project", "list", "--json").lines())}
    assert {title: (p["state"], p["price_micros"], p["overlap"]) for title, p in projects.items()} == {
        "Genre": ("live", 50000, 3), "Real": ("live", 100000, 3), "Math": ("live", 250000, 3)}
    for project in projects.values():
        stats = project["stats"]
        assert stats["tasks"] >= 50 and stats["gold_tasks"] >= 5 and stats["unfunded_tasks"] == 0
        assert "## Español" in t.show(project["id"])["instructions"] and "## English" in t.show(project["id"])["instructions"]
    assert projects["Genre"]["stats"]["tasks"] >= 300
    before = t.store.fingerprint()
    again = t.faena("demo", "--workers", "2")
    assert "there already; nothing was changed" in again.out and t.store.fingerprint() == before
    more = t.faena("demo", "--workers", "3")
    assert re.search(r"^worker3\t\S{14}\t", more.out, re.M) and re.search(r"^worker2\t\(as before\)", more.out, re.M)
    t.faena("audit")
    t.faena("demo", "--workers", "101", code=2)
    t.faena("demo", "--password", "short", code=2)


def test_demo_broken_off(t):
    """a demo that was broken off is finished by the next run, without paying twice"""
    t.faena("init")
    first = t.faena("demo", code=1, env={"FAENA_INJECT": "commit:3+"})
    assert re.search(r"^operator\t\S{14}\t", first.out, re.M) and "worker\t" not in first.out
    for point in ("commit:4+", "save:500+", "blob:3+"):
        t.faena("demo", code=1, env={"FAENA_INJECT": point})
    assert "\nrequester\t(as before)\t" in t.faena("demo").out
    assert t.store.rows("SELECT count(*), sum(amount_micros) FROM transfer WHERE kind = 1") == [(1, 500000000)]
    assert t.store.rows("SELECT count(*), min(state), max(state) FROM project") == [(3, 1, 1)]
    assert t.store.rows("SELECT count(*) FROM person") == [(3,)]
    t.faena("audit")
    assert "nothing was changed" in t.faena("demo").out


if __name__ == "__main__":
    sys.exit(main([f for name, f in globals().items() if name.startswith("test_")], sys.argv[1:]))
