"""Databases of other ages: an old one is brought up to date, a newer one is refused, a foreign one is left alone."""

import glob
import os
import re
import sqlite3
import subprocess

from faena import ROOT, Client, Program, Server, store_new

NO_SERVER = True


def old_dumps(s):
    """{schema: path} of the saved databases of this kind."""
    found = glob.glob(os.path.join(ROOT, "tests", "data", f"schema-*.{s.kind}.sql"))
    return {int(re.search(r"schema-(\d+)", path).group(1)): path for path in found}


def other_database(s, name):
    """A database of its own beside the test's."""
    directory = os.path.join(s.program.directory, name)
    os.makedirs(directory)
    store = store_new(s.kind, directory, getattr(s.store, "cluster", None))
    return store, Program(s.program.binary, store.url, directory)


def restore(store, path):
    if store.kind == "sqlite":
        connection = sqlite3.connect(store.path)
        with open(path, encoding="utf-8") as file:
            connection.executescript(file.read())
        connection.close()
        return
    subprocess.run([f"{store.cluster.programs}/psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", store.cluster.directory, "-U", "postgres",
                    "-f", path, store.name], check=True, capture_output=True)


def structure(store):
    """Tables, columns and indexes, comparable."""
    if store.kind == "sqlite":
        rows = store.rows("SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
        return {name: " ".join(re.sub(r"--[^\n]*", "", sql).replace('"', "").split()) for name, sql in rows}
    columns = store.rows("SELECT table_name || '.' || column_name, data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')"
                         " FROM information_schema.columns WHERE table_schema = 'public'")
    return dict(columns + store.rows("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"))


def newest(program, store):
    program.init()
    return store.rows("SELECT value FROM setting WHERE name = 'schema'")[0][0]


def test_old_databases(s):
    """each saved database is migrated, audited and served with its people, money and work"""
    fresh, program = other_database(s, "fresh")
    now = int(newest(program, fresh))
    dumps = old_dumps(s)
    assert set(dumps) == set(range(1, now + 1)), f"saved databases: {sorted(dumps)}, schema {now}; see tests/data/make.py"
    for schema, path in sorted(dumps.items()):
        store, program = other_database(s, f"old{schema}")
        restore(store, path)
        before = {table: store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("person", "project", "task", "annotation", "transfer")}
        assert all(before.values()), before
        if schema < now:
            done = program.run("serve", "--port", "0", timeout=20)
            assert done.returncode == 1 and "faena init" in done.stderr, done
        done = program.run("init")
        assert done.returncode == 0, done
        assert int(store.rows("SELECT value FROM setting WHERE name = 'schema'")[0][0]) == now
        assert structure(store) == structure(fresh)
        after = {table: store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in before}
        assert after == before, (before, after)
        program.audit()
        serve(program)
        program.audit()
        store.close()
    fresh.close()


def serve(program):
    server = Server(program, "--no-rate-limits")
    requester = Client(server).log_in("rosa", "password-of-rosa")
    projects = {p["title"]: p for p in requester.all("project_list")}
    assert {p["state"] for p in projects.values()} == {"draft", "live", "paused", "completed"}, projects
    live = projects["Genres of films"]["id"]
    assert requester.do("task_show", project=live, task=1)["annotations"]
    assert requester.reply("project_export", project=live, format="csv").text.count("\r\n") >= 7
    worker = Client(server).log_in("wanda", "password-of-wanda")
    assert worker.available > 0 and worker.all("work_history") and worker.do("token_list")["items"]
    worker.do("work_list")
    assert server.stop() == 0


def test_newer_database(s):
    """a database that a newer program has made is refused with a sentence, and left as it is"""
    store, program = other_database(s, "newer")
    program.init()
    store.run("UPDATE setting SET value = '999' WHERE name = 'schema'")
    before = store.fingerprint()
    for words in (["init"], ["serve", "--port", "0"], ["audit"], ["user", "list"]):
        done = program.run(*words, timeout=20)
        assert done.returncode == 1 and "999" in done.stderr and "newer faena" in done.stderr, (words, done)
    assert store.fingerprint() == before
    store.close()


def test_foreign_database(s):
    """a database that is not of faena is not touched"""
    store, program = other_database(s, "foreign")
    store.run("CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT); INSERT INTO setting VALUES ('schema', 'blue')")
    done = program.run("init")
    assert done.returncode == 1 and "not made by faena" in done.stderr, done
    assert len(store.tables()) == 1
    store.close()


def test_init_again(s):
    """init on a database that is up to date changes nothing"""
    store, program = other_database(s, "again")
    program.init()
    before = store.fingerprint(leave_out=("receipt",))
    assert program.run("init").returncode == 0
    assert store.fingerprint(leave_out=("receipt",)) == before
    store.close()


def test_broken_file(s):
    """a file that is no database is refused"""
    if s.kind != "sqlite":
        return
    directory = os.path.join(s.program.directory, "junk")
    os.makedirs(directory)
    path = os.path.join(directory, "junk.db")
    with open(path, "wb") as file:
        file.write(b"this is no database" * 500)
    for words in (["init"], ["serve", "--port", "0"], ["audit"]):
        done = Program(s.program.binary, "sqlite:" + path, directory).run(*words, timeout=20)
        assert done.returncode == 1 and "faena" in done.stderr and "junk.db" in done.stderr, (words, done)
