"""Databases for tests: SQLite files and a private PostgreSQL cluster, and a look into both from outside."""

import ctypes
import glob
import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

KINDS = ("sqlite", "postgresql")


def die_with_parent(number=signal.SIGKILL):
    """For preexec_fn: the child gets this signal when this program ends, however it ends."""
    ctypes.CDLL(None).prctl(1, number)


class Cluster:
    """A PostgreSQL server of its own in a temporary directory, on a unix socket only.

    durable: with fsync, for tests that kill and look what is left. As root it runs as the user postgres."""

    def __init__(self, durable=False):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        if not found:
            raise RuntimeError("PostgreSQL is not installed: apt install postgresql")
        self.programs = found[-1]
        self.directory = tempfile.mkdtemp(prefix="faena-pg-")
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.directory, self.user)
        self.made = 0
        self.durable = durable
        self.process = None
        try:
            self.create_data()
            self.start()
        except BaseException:
            self.stop()
            raise

    def create_data(self):
        data = os.path.join(self.directory, "data")
        with open(os.path.join(self.directory, "initdb.log"), "wb") as log:
            subprocess.run(
                [f"{self.programs}/initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"],
                check=True, stdout=log, stderr=log, user=self.user, cwd=self.directory)

    def start(self):
        """Also after stop_at_once or kill: with recovery from its log."""
        data = os.path.join(self.directory, "data")
        settings = {"listen_addresses": "", "unix_socket_directories": self.directory, "max_connections": "200",
                    "shared_buffers": "32MB", "logging_collector": "off", "autovacuum_naptime": "10s"}
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        arguments = [f"{self.programs}/postgres", "-D", data]
        for name, value in settings.items():
            arguments += ["-c", f"{name}={value}"]
        self.log = open(os.path.join(self.directory, "postgres.log"), "ab")
        self.process = subprocess.Popen(arguments, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL, user=self.user,
                                        cwd=self.directory, preexec_fn=die_with_parent, start_new_session=True)
        deadline = time.monotonic() + 60
        while not self.ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                with open(self.log.name, encoding="utf-8", errors="replace") as log:
                    raise RuntimeError("PostgreSQL did not start: " + log.read()[-2000:])
            time.sleep(0.05)

    def ready(self):
        return subprocess.run([f"{self.programs}/pg_isready", "-q", "-h", self.directory, "-U", "postgres"]).returncode == 0

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.process:
            self.log.close()
        shutil.rmtree(self.directory, ignore_errors=True)

    def stop_at_once(self):
        """As `pg_ctl stop -m immediate`: no farewell to clients, recovery at the next start."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(30)
        self.log.close()

    def kill(self):
        """As a power cut would: the postmaster first, then what it had started (each has a process group of its own)."""
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as children:
            found = children.read().split()
        for pid in [self.process.pid] + [int(word) for word in found]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        self.log.close()

    def url(self, name):
        return f"postgresql:///{name}?host={self.directory}&user=postgres"

    def create(self):
        self.made += 1
        name = f"faena_{os.getpid()}_{self.made}"
        subprocess.run([f"{self.programs}/createdb", "-h", self.directory, "-U", "postgres", name], check=True)
        return name

    def drop(self, name):
        subprocess.run([f"{self.programs}/dropdb", "-h", self.directory, "-U", "postgres", "--force", name], check=False,
                       stderr=subprocess.DEVNULL)


class SqliteStore:
    """One SQLite database file."""

    kind = "sqlite"

    def __init__(self, directory):
        self.path = os.path.join(directory, "faena.db")
        self.url = "sqlite:" + self.path

    def rows(self, sql):
        """Result of a SELECT as a list of tuples; while the server runs, too."""
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=20)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def run(self, sql):
        """Statements that write, as one transaction."""
        connection = sqlite3.connect(self.path, timeout=20, isolation_level=None)
        try:
            connection.executescript("BEGIN IMMEDIATE;" + sql + ";COMMIT;")
        finally:
            connection.close()

    def tables(self):
        return [row[0] for row in self.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]

    def fingerprint(self, leave_out=()):
        """{table: (rows, hash of their content)}"""
        prints = {}
        for table in sorted(set(self.tables()) - set(leave_out)):
            rows = sorted(repr(row) for row in self.rows(f"SELECT * FROM {table}"))
            prints[table] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16])
        return prints

    def close(self):
        pass


class PostgresStore:
    """One database of a cluster. A psql process stays open for questions."""

    kind = "postgresql"
    END = "--end-of-answer--"

    def __init__(self, cluster):
        self.cluster = cluster
        self.name = cluster.create()
        self.url = cluster.url(self.name)
        self.psql = None

    def ask(self, sql):
        if not self.psql or self.psql.poll() is not None:
            self.psql = subprocess.Popen(
                [f"{self.cluster.programs}/psql", "-X", "-q", "-A", "-t", "-F", "\x1f", "-R", "\x1e", "-v", "ON_ERROR_STOP=0",
                 "-h", self.cluster.directory, "-U", "postgres", self.name],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=die_with_parent)
        self.psql.stdin.write(f"{sql};\n\\echo {self.END}\n".encode())
        self.psql.stdin.flush()
        answer = b""
        end = self.END.encode() + b"\n"
        while not answer.endswith(end):
            piece = os.read(self.psql.stdout.fileno(), 1 << 16)
            if not piece:
                raise RuntimeError("psql ended: " + answer.decode(errors="replace"))
            answer += piece
        text = answer[: -len(end)].decode()
        if text.startswith("ERROR:") or "\nERROR:" in text:
            raise RuntimeError(text)
        return text.removesuffix("\n")

    def rows(self, sql):
        def value(text):
            return int(text) if text.lstrip("-").isdigit() else text

        text = self.ask(sql)
        return [tuple(value(cell) for cell in line.split("\x1f")) for line in text.split("\x1e")] if text else []

    def run(self, sql):
        self.ask("BEGIN;" + sql + ";COMMIT")

    def tables(self):
        return [row[0] for row in self.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]

    def fingerprint(self, leave_out=()):
        tables = sorted(set(self.tables()) - set(leave_out))
        parts = [f"SELECT '{table}', count(*), coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') FROM {table} t"
                 for table in tables]
        return {row[0]: (row[1], row[2]) for row in self.rows(" UNION ALL ".join(parts))}

    def close_psql(self):
        """Also before the cluster is stopped: the next question opens it anew."""
        if self.psql:
            self.psql.kill()
            self.psql.wait()
            self.psql.stdin.close()
            self.psql.stdout.close()
            self.psql = None

    def close(self):
        self.close_psql()
        self.cluster.drop(self.name)


def store_new(kind, directory, cluster):
    return SqliteStore(directory) if kind == "sqlite" else PostgresStore(cluster)


