"""The command line as an operator uses it, on SQLite: prints TAP. FAENA_BIN is the program."""
import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

FAENA = os.environ["FAENA_BIN"]
CONFIG = '<View><Text name="t" value="$text"/><Choices name="genre" toName="t" required="true"><Choice value="Drama"/><Choice value="Comedy"/></Choices></View>'


class Place:
    """A directory with a database of its own."""

    def __init__(self, directory):
        self.directory = directory
        self.database = os.path.join(directory, "faena.db")

    def path(self, name, text=None):
        path = os.path.join(self.directory, name)
        if text is not None:
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
        return path

    def faena(self, *argv, code=0, env=None):
        done = subprocess.run([FAENA, *argv], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
                              env={**os.environ, "FAENA_DATABASE": "sqlite:" + self.database, **(env or {})})
        assert done.returncode == code, f"{argv}: exit code {done.returncode}, not {code}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def project(self):
        """A draft of a requester with money; its id."""
        self.faena("init")
        self.faena("user", "add", "ana", "--role", "requester", env={"FAENA_PASSWORD": "correct horse"})
        self.faena("user", "credit", "ana", "100.00")
        said = self.faena("project", "create", "--owner", "ana", "--title", "Films", "--config", self.path("c.xml", CONFIG), "--price", "0.05", "--overlap", "2")
        return next(word for word in said.replace(":", " ").split() if word.isdigit())


def test_help_teaches(place):
    assert "run the server" in place.faena("--help")
    for command in (["init"], ["serve"], ["user", "add"], ["project", "create"], ["import"], ["export"], ["audit"], ["backup"], ["demo"], ["bench"]):
        said = place.faena(*command, "--help")
        assert "faena " + " ".join(command) in said and len(said) > 200, said


def test_wrong_command_lines_are_explained(place):
    assert "import" in place.faena("imprt", code=2)
    assert "--price" in place.faena("project", "create", "--prize", "1", code=2)
    place.faena("serve", "--port", "seventy", code=2)


def test_a_missing_database_says_what_to_do(place):
    assert "faena init" in place.faena("user", "list", code=1)


def test_init_twice_changes_nothing(place):
    place.faena("init", "--operator", "root", env={"FAENA_PASSWORD": "correct horse"})
    place.faena("init")
    assert "root" in place.faena("user", "list")


def test_a_newer_schema_is_refused(place):
    place.faena("init")
    with sqlite3.connect(place.database) as db:
        db.execute("UPDATE setting SET value = '999' WHERE name = 'schema'")
    assert "newer" in place.faena("audit", code=1)


def test_config_errors_have_line_and_column(place):
    place.project()
    bad = place.path("bad.xml", "<View>\n  <Text name='t' value='$text'/>\n  <Foo/>\n</View>")
    said = place.faena("project", "create", "--owner", "ana", "--title", "x", "--config", bad, "--price", "0.05", code=1)
    assert "3" in said and "Foo" in said, said


def test_prices_are_exact(place):
    place.project()
    for wrong in ("0,05", "0.0000001", "-1", "abc", "99999999999"):
        place.faena("project", "create", "--owner", "ana", "--title", "x", "--config", place.path("c.xml"), "--price", wrong, code=2)


def test_import_all_or_nothing(place):
    project = place.project()
    rows = place.path("rows.csv", "external_id,text,gold\na,one,\nb,two,Drama\nc,,\nd,four,Western\n")
    report = place.path("report.csv")
    said = place.faena("import", "--project", project, "--mode", "all", "--report", report, rows, code=1)
    with open(report, encoding="utf-8") as f:
        wrong = list(csv.DictReader(f))
    assert [(row["line"], row["field"]) for row in wrong] == [("5", "gold")], (wrong, said)
    assert json.loads(place.faena("export", "--project", project, "--format", "json") or "[]") == []


def test_import_keeps_the_good_rows_and_repeats_nothing(place):
    project = place.project()
    rows = place.path("rows.jsonl", '{"text":"one"}\n{"nothing":1}\n{"text":"two"}\n{"text":"one"}\n')
    place.faena("import", "--project", project, "--mode", "good", rows)
    place.faena("import", "--project", project, "--mode", "good", rows)
    tasks = [json.loads(line) for line in place.faena("export", "--project", project, "--format", "jsonl").splitlines()]
    assert [task["data"]["text"] for task in tasks] == ["one", "two"], tasks


def test_publish_is_refused_when_short_and_done_when_not(place):
    project = place.project()
    place.faena("import", "--project", project, place.path("rows.csv", "text\n" + "".join(f"row {i}\n" for i in range(1001))))
    said = place.faena("project", "publish", project, code=1)
    assert "0.10" in said or "short" in said, said
    place.faena("user", "credit", "ana", "0.10")
    place.faena("project", "publish", project)
    assert "live" in place.faena("project", "show", project)
    place.faena("audit")


def test_exports_parse_in_every_format(place):
    project = place.project()
    place.faena("import", "--project", project, place.path("rows.csv", "text\n=1+1\nplain\n"))
    for name in ("json", "label_studio", "json_min"):
        json.loads(place.faena("export", "--project", project, "--format", name))
    rows = list(csv.DictReader(io.StringIO(place.faena("export", "--project", project, "--format", "csv"))))
    assert rows[0]["text"] == "'=1+1" and rows[1]["text"] == "plain", rows


def test_audit_finds_a_broken_book(place):
    place.project()
    place.faena("audit")
    with sqlite3.connect(place.database) as db:
        db.execute("UPDATE account SET credits_posted = credits_posted + 1 WHERE kind = 2")
    assert "BROKEN" in place.faena("audit", code=1)


def test_backup_and_restore(place):
    project = place.project()
    place.faena("import", "--project", project, place.path("rows.csv", "text\none\n"))
    backup = place.path("copy.db")
    place.faena("backup", "--to", backup)
    place.faena("import", "--project", project, place.path("more.csv", "text\ntwo\n"))
    place.faena("restore", "--from", backup, code=1)
    place.faena("restore", "--from", backup, "--force")
    assert len(place.faena("export", "--project", project, "--format", "jsonl").splitlines()) == 1
    place.faena("audit")


def test_the_demo_is_there_once(place):
    place.faena("init")
    said = place.faena("demo")
    assert all(word in said for word in ("operator", "requester", "worker")), said
    place.faena("demo")
    assert place.faena("project", "list").count("live") == 3
    place.faena("audit")


def main():
    tests = [(name[5:].replace("_", " "), test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix="faena-cli-") as directory:
            try:
                test(Place(directory))
                print(f"ok {number} - {name}", flush=True)
            except Exception as wrong:  # a test that breaks has failed, whatever the reason
                failed += 1
                print(f"not ok {number} - {name}", flush=True)
                print("\n".join("# " + line for line in f"{type(wrong).__name__}: {wrong}".splitlines()), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
