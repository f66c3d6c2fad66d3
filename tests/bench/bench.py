"""The figures of docs/performance.md: each a ratio or a bound, measured in one run on one machine, as a median of runs.

A ceiling is always measured beside the product: the same SQL without queue and HTTP, the same rows by SQLite alone."""
import argparse
import glob
import hashlib
import json
import os
import platform
import resource
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FAENA = os.path.join(ROOT, "build", "src", "faena")
PG_BIN = (sorted(glob.glob("/usr/lib/postgresql/*/bin")) or [""])[-1]


def run(*argv, env=None, **kw):
    done = subprocess.run(argv, check=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **(env or {})}, **kw)
    if done.returncode:
        sys.exit(f"bench: {' '.join(argv[:4])} ... failed:\n{done.stderr[-2000:]}")
    return done.stdout


def part(database, name, *args):
    return json.loads(run(FAENA, "bench", name, *map(str, args), env={"FAENA_DATABASE": database}))


def prepare(database, path, **options):
    run(FAENA, "init", env={"FAENA_DATABASE": database})
    args = [x for key, value in options.items() for x in ("--" + key, str(value))]
    setup = run(FAENA, "bench", "prepare", *args, env={"FAENA_DATABASE": database})
    with open(path, "w", encoding="utf-8") as f:
        f.write(setup)
    return json.loads(setup)


class Server:
    def __init__(self, database, directory, *options):
        started = time.monotonic()
        self.process = subprocess.Popen([FAENA, "serve", "--port", "0", "--no-rate-limits", "--log-level", "error", *options], stdout=subprocess.PIPE,
                                        text=True, env={**os.environ, "FAENA_DATABASE": database, "FAENA_FILES": os.path.join(directory, "files")})
        line = self.process.stdout.readline()
        self.url = line.split(" on ")[1].split("/ ")[0]
        urllib.request.urlopen(self.url + "/readyz").read()
        self.start_seconds = time.monotonic() - started

    def memory(self, field="VmRSS"):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as f:
            return next(int(line.split()[1]) / 1024 for line in f if line.startswith(field))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


class Postgres:
    """A private cluster on a unix socket, as Debian ships it: fsync and synchronous_commit on."""

    def __init__(self, directory):
        self.directory = os.path.join(directory, "pg")
        os.makedirs(self.directory)
        os.chmod(directory, 0o755)
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.as_user:
            shutil.chown(self.directory, "postgres")
        run(*self.as_user, f"{PG_BIN}/initdb", "-D", f"{self.directory}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", cwd="/")
        subprocess.run([*self.as_user, f"{PG_BIN}/pg_ctl", "-D", f"{self.directory}/data", "-w", "-l", f"{self.directory}/log", "-o",
                        f"-k {self.directory} -c listen_addresses=''", "start"], check=True, stdout=subprocess.DEVNULL, cwd="/")
        self.count = 0

    def database(self):
        self.count += 1
        run("psql", "-h", self.directory, "-U", "postgres", "-qc", f"CREATE DATABASE bench{self.count}")
        return f"postgresql:///bench{self.count}?host={self.directory}&user=postgres"

    def stop(self):
        subprocess.run([*self.as_user, f"{PG_BIN}/pg_ctl", "-D", f"{self.directory}/data", "-m", "immediate", "stop"], check=False,
                       stdout=subprocess.DEVNULL, cwd="/")


def median(values):
    return statistics.median(values)


def submit_rates(new_database, directory, runs, seconds, tasks):
    """Bare loop and product on the same fresh database, run after run; the ceiling is measured before and after."""
    rows = []
    for i in range(runs):
        setup = os.path.join(directory, f"setup{i}.json")
        database = new_database()
        prepare(database, setup, tasks=tasks, workers=64, overlap=3)
        before = part(database, "bare", "--setup", setup, "--seconds", seconds)
        with Server(database, directory) as server:
            load = part(database, "load", "--setup", setup, "--url", server.url, "--seconds", seconds, "--clients", 64)
        after = part(database, "bare", "--setup", setup, "--seconds", seconds)
        bare = (before["per_second"] + after["per_second"]) / 2
        rows.append({"bare": bare, "load": load["per_second"], "ratio": load["per_second"] / bare, "p50": load["p50_usec"] / 1000, "p99": load["p99_usec"] / 1000})
        print(f"  run {i + 1}: {rows[-1]}", flush=True)
    return {key: median([row[key] for row in rows]) for key in rows[0]}


def bench_submit_sqlite(o):
    count = iter(range(1000))
    r = submit_rates(lambda: f"sqlite:{o.directory}/submit{next(count)}.db", o.directory, o.runs, o.seconds, 200000)
    return [("durable submit-and-take-next over HTTP, 64 clients, SQLite synchronous=FULL",
             "50 % of the same SQL in a bare loop by 64; p99 under 50 ms",
             f"{r['load']:.0f}/s of {r['bare']:.0f}/s bare: {r['ratio']:.0%}; p50 {r['p50']:.1f} ms, p99 {r['p99']:.1f} ms", r["ratio"] >= 0.5 and r["p99"] < 50)]


def bench_submit_postgres(o):
    if not PG_BIN:
        return [("the same on PostgreSQL", "50 %", "not measured: no PostgreSQL server here", False)]
    postgres = Postgres(o.directory)
    try:
        r = submit_rates(postgres.database, o.directory, o.runs, o.seconds, 100000)
    finally:
        postgres.stop()
    return [("the same on PostgreSQL (fsync and synchronous_commit on, unix socket)", "50 % of the same SQL through libpq by 64",
             f"{r['load']:.0f}/s of {r['bare']:.0f}/s bare: {r['ratio']:.0%}; p50 {r['p50']:.1f} ms, p99 {r['p99']:.1f} ms", r["ratio"] >= 0.5)]


def bench_size(o):
    rates = {10000: [], 1000000: []}
    for tasks in rates:
        base = f"{o.directory}/size{tasks}.db"
        prepare(f"sqlite:{base}", f"{o.directory}/size{tasks}.json", tasks=tasks, workers=64, overlap=16)
    for i in range(o.runs):
        for tasks, found in rates.items():
            copy = f"{o.directory}/size-run.db"
            shutil.copy(f"{o.directory}/size{tasks}.db", copy)
            with Server(f"sqlite:{copy}", o.directory) as server:
                found.append(part(f"sqlite:{copy}", "load", "--setup", f"{o.directory}/size{tasks}.json", "--url", server.url, "--seconds", 3, "--clients", 64)["per_second"])
            for name in glob.glob(copy + "*"):
                os.remove(name)
    small, large = median(rates[10000]), median(rates[1000000])
    print(f"  {rates}", flush=True)
    return [("the same on a project of 1,000,000 tasks against one of 10,000", "within 20 %", f"{large:.0f}/s against {small:.0f}/s: {large / small:.0%}", large / small >= 0.8)]


def opened(path, project):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return db.execute("SELECT opened_to, funded_to FROM project_count WHERE project_id = ?", (project,)).fetchone()


def bench_opening(o):
    """Tasks are added to a project that people work on: how long do these wait while the new ones come into the queue?"""
    rest, busy, rates = [], [], []
    path, setup_path = f"{o.directory}/opening.db", f"{o.directory}/opening.json"
    setup = prepare(f"sqlite:{path}", setup_path, tasks=100000, workers=64, overlap=16, more=o.rows)
    for i in range(o.runs):
        copy = f"{o.directory}/opening-run.db"
        shutil.copy(path, copy)
        with Server(f"sqlite:{copy}", o.directory) as server:
            # Two seconds: a million are through in five.
            load = lambda: part(f"sqlite:{copy}", "load", "--setup", setup_path, "--url", server.url, "--seconds", min(o.seconds, 2), "--clients", 64)
            rest.append(load())
            request = urllib.request.Request(f"{server.url}/api/v1/projects/{setup['project']}/publish", b"{}", method="POST",
                                             headers={"Authorization": "Bearer " + setup["owner_token"], "Content-Type": "application/json", "Idempotency-Key": "opening"})
            urllib.request.urlopen(request).read()
            begin, start = opened(copy, setup["project"])[0], time.monotonic()
            busy.append(load())
            at, whole = opened(copy, setup["project"])
            if at == whole:
                sys.exit("bench: all tasks were open before the load ended: more --rows or fewer --seconds")
            rates.append((at - begin) / (time.monotonic() - start))
            print(f"  run {i + 1}: {rest[-1]} {busy[-1]}, {at - begin} opened", flush=True)
        for name in glob.glob(copy + "*"):
            os.remove(name)
    rate = median([b["per_second"] / a["per_second"] for a, b in zip(rest, busy)])
    p99 = [median([r["p99_usec"] for r in rows]) / 1000 for rows in (rest, busy)]
    return [(f"the same while {o.rows:,} tasks paid for meanwhile come into the queue, 2,000 at a time", "p99 under 50 ms",
             f"{rate:.0%} of the rate before; p99 {p99[1]:.0f} ms, before {p99[0]:.0f} ms; {median(rates):.0f} tasks/s come in", p99[1] < 50)]


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8") as f:
        filler = "the river has moved and nobody agrees on where the bridge stood; " * 4
        for i in range(rows):
            f.write(json.dumps({"text": f"{i} {filler[: 280 - len(str(i))]}"}) + "\n")


CONFIG = '<View><Text name="text" value="$text"/><Choices name="genre" toName="text" required="true"><Choice value="Drama"/><Choice value="Comedy"/></Choices></View>'


def bench_import(o):
    rows = o.rows
    path, xml = f"{o.directory}/rows.jsonl", f"{o.directory}/config.xml"
    write_rows(path, rows)
    with open(xml, "w", encoding="utf-8") as f:
        f.write(CONFIG)
    ours, ceiling, memory = [], [], []
    for i in range(o.runs):
        database = f"sqlite:{o.directory}/import{i}.db"
        env = {"FAENA_DATABASE": database, "FAENA_FILES": f"{o.directory}/files"}
        run(FAENA, "init", env=env)
        run(FAENA, "user", "add", "owner", "--role", "requester", env=env)
        project = "".join(c for c in run(FAENA, "project", "create", "--owner", "owner", "--title", "Import", "--config", xml, "--price", "0.01", env=env) if c.isdigit() or c == " ").split()[0]
        start = time.monotonic()
        process = subprocess.Popen([FAENA, "import", "--project", project, "--mode", "all", path], env={**os.environ, **env}, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit("bench: the import failed")
        ours.append(rows / (time.monotonic() - start))
        memory.append(usage.ru_maxrss / 1024)
        bare = f"sqlite:{o.directory}/insert{i}.db"
        run(FAENA, "init", env={"FAENA_DATABASE": bare})
        ceiling.append(part(bare, "insert", "--tasks", rows)["per_second"])
        print(f"  run {i + 1}: {ours[-1]:.0f}/s of {ceiling[-1]:.0f}/s, {memory[-1]:.0f} MB", flush=True)
        for name in glob.glob(f"{o.directory}/import{i}.db*") + glob.glob(f"{o.directory}/insert{i}.db*"):
            os.remove(name)
    ratio = median([a / b for a, b in zip(ours, ceiling)])
    size = os.path.getsize(path) / 1e6
    return [(f"import of {rows:,} tasks (JSONL, {size:.0f} MB, all or nothing: checked whole, then added)", "50 % of the rate at which SQLite inserts the same rows; RSS under 100 MB",
             f"{median(ours):.0f}/s of {median(ceiling):.0f}/s: {ratio:.0%}; RSS {max(memory):.0f} MB", ratio >= 0.5 and max(memory) < 100)]


def label_all(path, project, worker):
    """Answers and labels for every task, straight into the tables that an export reads."""
    db = sqlite3.connect(path)
    answer = '[{"from_name":"genre","to_name":"text","type":"choices","value":{"choices":["Drama"]}}]'
    db.execute("INSERT INTO annotation (project_id, task_id, worker_id, id, state, result, answer_key, transfer_id, work_usec, created_usec, approves_usec)"
               " SELECT project_id, id, ?, id, 1, ?, '{\"genre\":[\"Drama\"]}', 0, 5000000, 1795000000000000, 0 FROM task WHERE project_id = ?", (worker, answer, project))
    db.execute("INSERT INTO task_label (project_id, task_id, label, votes, answers) SELECT project_id, id, ?, 1, 1 FROM task WHERE project_id = ?", (answer, project))
    db.commit()
    db.close()


def download(url, token):
    request = urllib.request.Request(url, headers={"Authorization": "Bearer " + token})
    start = time.monotonic()
    reply = urllib.request.urlopen(request)
    first = reply.read(1)
    first_seconds, size, lines = time.monotonic() - start, len(first), 0
    while block := reply.read(1 << 20):
        size += len(block)
        lines += block.count(b"\n")
    return first_seconds, time.monotonic() - start, size, lines


def bench_export(o):
    path = f"{o.directory}/export.db"
    setup = prepare(f"sqlite:{path}", f"{o.directory}/export.json", tasks=o.rows, workers=1, overlap=1)
    label_all(path, setup["project"], setup["workers"][0]["id"])
    out, firsts, rates, memory = [], [], [], 0
    for i in range(o.runs):
        with Server(f"sqlite:{path}", o.directory) as server:
            first, whole, size, lines = download(f"{server.url}/api/v1/projects/{setup['project']}/export?format=jsonl", setup["owner_token"])
            if lines != o.rows:
                sys.exit(f"bench: the export has {lines} lines, not {o.rows}")
            firsts.append(first * 1000)
            rates.append(o.rows / whole)
            memory = max(memory, server.memory("VmHWM"))
    out.append((f"export of {o.rows:,} labelled tasks (JSONL, {size / 1e6:.0f} MB)", "first byte under 100 ms, RSS under 100 MB",
                f"first byte {median(firsts):.0f} ms, RSS {memory:.0f} MB, {median(rates):.0f} tasks/s", median(firsts) < 100 and memory < 100))
    starts, rests = [], []
    for i in range(o.runs):
        with Server(f"sqlite:{path}", o.directory) as server:
            starts.append(server.start_seconds * 1000)
            time.sleep(1.5)
            rests.append(server.memory())
    out.append((f"server at rest with {o.rows:,} tasks", "RSS under 40 MB; start under 200 ms", f"RSS {median(rests):.0f} MB; start to first answer {median(starts):.0f} ms", median(rests) < 40 and median(starts) < 200))
    return out


def bench_sse(o):
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    database = f"sqlite:{o.directory}/sse.db"
    prepare(database, f"{o.directory}/sse.json", tasks=10, workers=1, overlap=1)
    times, memory = [], []
    for i in range(o.runs):
        with Server(database, o.directory) as server:
            client = subprocess.Popen([FAENA, "bench", "sse", "--setup", f"{o.directory}/sse.json", "--url", server.url, "--listeners", str(o.listeners), "--rounds", "6"],
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            if client.stderr.readline().strip() != "open":
                sys.exit("bench: the listeners could not be opened")
            time.sleep(1)
            memory.append(server.memory())
            times += json.loads(client.communicate()[0])["last_usec"]
    print(f"  {times}", flush=True)
    return [(f"{o.listeners:,} idle SSE listeners", "RSS under 120 MB; one event reaches all in under 300 ms", f"RSS {max(memory):.0f} MB; the last has it after {median(times) / 1000:.0f} ms (worst of {len(times)}: {max(times) / 1000:.0f} ms)",
             max(memory) < 120 and median(times) < 300000)]


def offers_fill(path, setup, workers):
    """So many workers with tokens who wish for work; setup gets their tokens."""
    now = int(time.time() * 1e6)
    tokens = [f"{i:064x}" for i in range(1, workers + 1)]
    hashed = [hashlib.blake2b(t.encode(), digest_size=32).digest() for t in tokens]
    db = sqlite3.connect(path)
    ids = range(1, workers + 1)
    db.executemany("INSERT INTO person (id, handle, display_name, password_hash, roles, language, created_usec) VALUES (?, ?, '', '', 1, 'es', 0)",
                   ((i, f"offer{i}") for i in ids))
    db.executemany("INSERT INTO token (id, person_id, name, token_hash, scopes, created_usec, expires_usec) VALUES (?, ?, '', ?, 15, 0, ?)",
                   ((i, i, hashed[i - 1], now + 10 ** 12) for i in ids))
    db.executemany("INSERT INTO worker_wish (worker_id, wants_offers, weekly_minutes, quiet_from, quiet_to, time_zone, utc_offset_minutes,"
                   " least_hour_micros, chosen_only, device, link_usec, tell_empty, created_usec, earned_usec) VALUES (?, 1, ?, 0, 0, '', 0, 0, 0, 0, 0, 0, ?, ?)",
                   ((i, 600 + i % 1800, now, now) for i in ids))
    db.commit()
    db.close()
    setup["tokens"] = tokens


def bench_offers(o):
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    out = []
    for workers in (1000, 10000, 100000):
        usec = median([part("sqlite:none", "share", "--workers", workers)["cpu_usec"] for _ in range(o.runs)])
        out.append((f"deciding {workers:,} tasks among {workers:,} workers, one thread", "O((workers + tasks) log workers)", f"{usec / 1000:.1f} ms of processor time", True))
    times, cpus = [], []
    for i in range(o.runs):
        path = f"{o.directory}/offers{i}.db"
        setup = prepare(f"sqlite:{path}", f"{o.directory}/offers.json", tasks=o.listeners, workers=1, overlap=1, draft=1)
        offers_fill(path, setup, o.listeners)
        with open(f"{o.directory}/offers.json", "w", encoding="utf-8") as f:
            json.dump(setup, f)
        with Server(f"sqlite:{path}", o.directory) as server:
            found = json.loads(run(FAENA, "bench", "offers", "--setup", f"{o.directory}/offers.json", "--url", server.url))
            cpus.append(cpu_seconds(server.process.pid))
        times.append(found["last_usec"])
        print(f"  run {i + 1}: {found}", flush=True)
        if found["offered"] != o.listeners:
            sys.exit(f"bench: only {found['offered']} of {o.listeners} workers got an offer")
    out.append((f"{o.listeners:,} connected workers, a batch of {o.listeners:,} tasks: all offers decided, stored and delivered over SSE", "1 s on 2 cores",
                f"{median(times) / 1e6:.2f} s from the request to publish (worst of {len(times)}: {max(times) / 1e6:.2f} s)", median(times) <= 1e6))
    return out


PUSH_SECRET = json.dumps({"p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "auth": "BTBZMqHH6r4Tts7J_aSIgg"})


def push_fill(path, project, url, messages):
    """So many people, each with a browser and an alert that is due."""
    now = int(time.time() * 1e6)
    db = sqlite3.connect(path)
    ids = range(1, messages + 1)
    db.executemany("INSERT INTO person (id, handle, display_name, password_hash, roles, language, created_usec) VALUES (?, ?, '', '', 1, 'es', 0)",
                   ((i, f"push{i}") for i in ids))
    db.executemany("INSERT INTO alert_channel (id, person_id, kind, state, name, address, secret, created_usec) VALUES (?, ?, 1, 1, '', ?, ?, 0)",
                   ((i, i, f"{url}/push/{i}", PUSH_SECRET) for i in ids))
    db.executemany("INSERT INTO alert (id, person_id, project_id, offer_id, rule_id, state, digest, urgent, due_usec, until_usec, created_usec)"
                   " VALUES (?, ?, ?, 0, 0, 0, 0, 0, ?, 0, ?)", ((i, i, project, now, now) for i in ids))
    db.executemany("INSERT INTO outbox (id, person_id, channel_id, alert_id, kind, lane, purpose, body, state, not_before_usec, expires_usec, created_usec)"
                   " VALUES (?, ?, ?, ?, 1, 0, 0, '', 0, ?, ?, ?)", ((i, i, i, i, now, now + 3600 * 10 ** 6, now) for i in ids))
    db.commit()
    db.close()


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def bench_push(o):
    seconds, cpus = [], []
    for i in range(o.runs):
        path = f"{o.directory}/push{i}.db"
        setup = prepare(f"sqlite:{path}", f"{o.directory}/push.json", tasks=10, workers=1, overlap=1)
        sink = subprocess.Popen([FAENA, "bench", "sink", "--messages", str(o.messages)], stdout=subprocess.PIPE, text=True,
                                env={**os.environ, "FAENA_DATABASE": f"sqlite:{path}"})
        push_fill(path, setup["project"], sink.stdout.readline().strip(), o.messages)
        os.makedirs(f"{o.directory}/files", exist_ok=True)
        with open(f"{o.directory}/files/alerts.conf", "w", encoding="utf-8") as f:
            f.write("allow = 127.0.0.0/8\n")
        with Server(f"sqlite:{path}", o.directory) as server:
            counted = json.loads(sink.stdout.readline())
            cpus.append(cpu_seconds(server.process.pid))
            sink.wait()
        seconds.append(counted["usec"] / 1e6)
        print(f"  run {i + 1}: {counted} {cpus[-1]:.1f} s of the server's processor time", flush=True)
    share = 50000 / o.messages
    return [(f"{o.messages:,} Web Push messages from the outbox (SQLite), encrypted and handed to a local endpoint on 2 cores", "30 s for 50,000",
             f"{median(seconds):.1f} s ({o.messages / median(seconds):.0f}/s); {median(cpus):.1f} s of processor time", median(seconds) * share <= 30)]


# crowd-kit 1.4.1 on two cores, in seconds: (answers, classes, iterations or 0 for the method's own, seconds, run alike with --crowd-kit)
CROWD_KIT = {"majority": (1000000, 4, 0, 1.15, "MajorityVote()"), "wawa": (1000000, 4, 0, 4.07, "Wawa()"), "zbs": (1000000, 4, 0, 149.0, "ZeroBasedSkill()"),
             "dawid-skene": (1000000, 4, 25, 15.5, "DawidSkene(25, tol=-1e9)"), "one-coin": (1000000, 4, 0, 9.7, "OneCoinDawidSkene()"),
             "glad": (100000, 4, 0, 85.0, "GLAD()"), "mace": (100000, 4, 0, 23.0, "MACE()")}
OURS_ONLY = {"prior-ds": (1000000, 4, 0), "mix": (1000000, 4, 0), "ibcc": (1000000, 4, 0), "iwmv": (1000000, 4, 0), "bwa": (1000000, 4, 0), "mmsr": (100000, 4, 0),
             "kos": (100000, 2, 0), "ebcc": (100000, 4, 0)}
CROWD_KIT_RUN = """
import sys, time, resource, pandas as pd
from crowdkit.aggregation import *
data = pd.read_csv(sys.argv[1])
start = time.monotonic()
eval(sys.argv[2]).fit(data)
print(time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


# The other kinds: answers, crowd-kit's seconds for as many (None: it has no such thing, or it was not measured), what is done
KINDS = {"bt": (50000, 0.025, "Bradley-Terry, 500 items, to the maximum (crowd-kit stops after 2 steps)"), "bt-clustered": (50000, None, "the same with clustered intervals"),
         "noisy": (50000, 42.7, "noisy Bradley-Terry, 500 items, 500 workers"), "elo": (50000, None, "Elo"),
         "alpha": (100000, None, "Krippendorff's alpha, Fleiss, Gwet; by task, worker and class"), "alpha-interval": (100000, None, "the same with 1,000 resamples"),
         "number": (100000, None, "numbers, model with biases"), "rover": (100000, None, "ROVER, texts of 12 words"), "closest": (100000, None, "closest text, 12 words"),
         "box": (100000, None, "boxes"), "span": (100000, None, "spans"), "staple": (500, None, "STAPLE, masks of 256 x 256"),
         "rasa": (500, None, "RASA, masks of 256 x 256"), "mask-majority": (500, None, "majority, masks of 256 x 256")}


def best(runs, key):
    return min(r[key] for r in runs)


def stats_kinds(o):
    out = []
    for kind, (answers, theirs, what) in KINDS.items():
        answers = min(answers, o.rows)
        runs = [json.loads(run(FAENA, "bench", "kinds", "--method", kind, "--answers", str(answers))) for _ in range(o.runs)]
        seconds, cpu, memory = best(runs, "seconds"), best(runs, "cpu_seconds"), max(r["rss_mb"] for r in runs)
        ratio = 1 if kind == "bt" else 50  # to the maximum against two steps: as fast is the goal
        out.append((f"{what}: {answers:,}", f"{ratio} x crowd-kit ({theirs} s)" if theirs else "no figure of others",
                    f"{seconds * 1000:.1f} ms ({cpu * 1000:.1f} ms CPU)" + (f", {theirs / seconds:.0f} x" if theirs else "") + f"; RSS {memory:.0f} MB",
                    not theirs or theirs / seconds >= ratio))
    return out


def stats_part(method, answers, classes, iterations, **options):
    args = {"answers": answers, "classes": classes, "method": method, **({"iterations": iterations} if iterations else {}), **options}
    return json.loads(run(FAENA, "bench", "stats", *[x for key, value in args.items() for x in ("--" + key, str(value))]))


def stats_speed(o):
    out = []
    for method, (answers, classes, iterations, seconds, call) in CROWD_KIT.items():
        answers = min(answers, o.rows)
        csv = f"{o.directory}/answers.csv"
        found = [stats_part(method, answers, classes, iterations, csv=csv) for _ in range(o.runs)]
        index, fit, memory = best(found, "index_seconds"), best(found, "fit_seconds"), max(r["rss_mb"] for r in found)
        cpu = best(found, "cpu_seconds") - best(found, "index_cpu_seconds")
        theirs, where = seconds, "measured before, elsewhere"
        if o.crowd_kit:
            done = subprocess.run([o.crowd_kit, "-c", CROWD_KIT_RUN, csv, call], capture_output=True, text=True, check=False, timeout=1200)
            if done.returncode == 0:
                theirs, their_memory = map(float, done.stdout.split())
                where = f"run beside, {their_memory:.0f} MB"
            else:
                where = "crowd-kit failed here: " + (done.stderr.strip().split("\n") or ["?"])[-1][:60]
        out.append((f"{method}, {answers:,} answers, {classes} classes: the fit", f"50 x crowd-kit ({theirs:.2f} s, {where})",
                    f"{fit * 1000:.1f} ms ({cpu * 1000:.0f} ms CPU), {theirs / fit:.0f} x; index before it {index * 1000:.0f} ms; RSS {memory:.0f} MB", theirs / fit >= 50))
    for method, (answers, classes, iterations) in OURS_ONLY.items():
        r = stats_part(method, min(answers, o.rows), classes, iterations)
        out.append((f"{method}, {min(answers, o.rows):,} answers, {classes} classes", "no figure of others", f"{(r['index_seconds'] + r['fit_seconds']) * 1000:.0f} ms, {r['iterations']} iterations; RSS {r['rss_mb']:.0f} MB", True))
    if o.large:
        r = stats_part("dawid-skene", 100000000, 4, 3)
        out.append(("dawid-skene, 100,000,000 answers, 4 classes, 3 iterations", "3 GB", f"{r['rss_mb'] / 1024:.2f} GB; index {r['index_seconds']:.0f} s, an iteration {r['fit_seconds'] / 3:.1f} s ({r['cpu_seconds']:.0f} s CPU)", r["rss_mb"] <= 3 * 1024))
    reading = max([json.loads(run(FAENA, "bench", "names", "--answers", str(o.rows)))["read_mb_per_second"] for _ in range(o.runs)])
    out.append(("reading CSV with UUIDs as tasks, ids interned, one thread", "300 MB/s", f"{reading:.0f} MB/s", reading >= 300))
    small, large = (stats_part("dawid-skene", n, 4, 10) for n in (o.rows // 4, o.rows))
    slope = large["cpu_seconds"] / small["cpu_seconds"]
    out.append(("dawid-skene: four times the answers", "at most 5 x the CPU time", f"{slope:.1f} x", slope <= 5))
    return out


def stats_accuracy(o):
    """Accuracy of every method on real sets: DIR/NAME/labels.csv (task,worker,label) and gold.csv (task,label)."""
    sets = sorted(os.path.dirname(p) for p in glob.glob(os.path.join(o.data or "", "*", "gold.csv"))) if o.data else []
    if not sets:
        print("  accuracy is not measured: --data DIR names no folder with NAME/labels.csv and NAME/gold.csv", flush=True)
        return []
    methods = [m for m in [*CROWD_KIT, *OURS_ONLY]]
    found = {m: {} for m in methods}
    print("  " + " ".join(f"{name:>12}" for name in ["method", *map(os.path.basename, sets), "mean"]), flush=True)
    for method in methods:
        for folder in sets:
            done = subprocess.run([FAENA, "aggregate", f"{folder}/labels.csv", "--gold", f"{folder}/gold.csv", "--method", method, "--format", "json"],
                                  capture_output=True, text=True, check=False)
            if done.returncode == 0:
                found[method][folder] = json.loads(done.stdout)["gold_accuracy"]
        row = [f"{found[method][f]:.4f}" if f in found[method] else "-" for f in sets]
        mean = statistics.mean(found[method].values()) if len(found[method]) == len(sets) else None
        print("  " + " ".join(f"{x:>12}" for x in [method, *row, f"{mean:.4f}" if mean else "-"]), flush=True)
    means = {m: statistics.mean(v.values()) for m, v in found.items() if len(v) == len(sets)}
    theirs = max((means[m], m) for m in CROWD_KIT)
    out = [(f"mean accuracy of mix over {len(sets)} sets", f"the best method that crowd-kit has ({theirs[1]})", f"{means['mix']:.4f} against {theirs[0]:.4f}", means["mix"] >= theirs[0]),
           ("mean accuracy of the best method", "ebcc", f"{max(means.values()):.4f} against {means['ebcc']:.4f}", max(means.values()) >= means["ebcc"])]
    for method in methods:
        worst = min((found[method][f] - found["majority"][f], os.path.basename(f)) for f in found[method])
        out.append((f"{method}: worst set against majority", "-5 points", f"{worst[0] * 100:+.1f} points on {worst[1]}", worst[0] >= -0.05))
    return out


def bench_stats(o):
    return stats_speed(o) + stats_kinds(o) + stats_accuracy(o)


CLASSES = ("Drama", "Comedy", "Horror")


def get(server, token, path):
    request = urllib.request.Request(server.url + "/api/v1" + path, headers={"Authorization": "Bearer " + token})
    with urllib.request.urlopen(request) as reply:
        return reply.read()


def bench_quality(o):
    """A project of many tasks done by good and bad workers through the server; then what its own pages say."""
    most, target = 7, 0.95
    tasks = o.tasks
    database, setup_path = f"sqlite:{o.directory}/quality.db", f"{o.directory}/quality.json"
    setup = prepare(database, setup_path, tasks=tasks, workers=100, overlap=most, target=int(target * 1000), gold=50)
    with Server(database, o.directory) as server:
        done = part(database, "crowd", "--setup", setup_path, "--url", server.url)
        token, project = setup["owner_token"], f"/projects/{setup['project']}"
        for _ in range(600):  # the last fit
            quality = json.loads(get(server, token, project + "/quality"))
            if quality["weighing"] == 0 and quality["fit"] and quality["fit"]["answers"] == quality["answers"]:
                break
            time.sleep(1)
        signals = json.loads(get(server, token, project + "/signals"))["items"]
        rows = [json.loads(line) for line in get(server, token, project + "/export?format=jsonl&gold=false").splitlines()]
    run(FAENA, "audit", env={"FAENA_DATABASE": database})
    control = quality["fit"]["summary"]["controls"][0]
    right = sum(bool(r["label"]) and r["label"][0]["value"]["choices"][0] == CLASSES[r["task"] % 3] for r in rows)
    accuracy = right / len(rows)
    named = {}
    for signal in signals:
        named.setdefault(signal["kind"], set()).add(int(signal["worker"]["handle"].rsplit("-", 1)[1]))
    anybody = set().union(*named.values())
    reach = accuracy + (control["high"] - control["low"]) / 2 >= target
    print(f"  {done}; fit: {quality['fit']['method']} version {quality['fit']['version']}, {quality['fit']['took_seconds']:.1f} s; {control}; {named}", flush=True)
    # The workers of bench_crowd.c, who also says what they do; the careless whose number is odd always say the same.
    hasty, careless, colluding = range(64, 70), range(88, 94), range(94, 100)
    found = [("careless", careless, anybody), ("hasty", hasty, named.get("too_fast", set())), ("colluding", colluding, named.get("copy", set()))]
    others = anybody - {*hasty, *careless, *colluding}
    precision = [("too fast", "too_fast", {*hasty}), ("always the same", "constant", {w for w in careless if w % 2}), ("no better than chance", "chance", {*careless, *hasty}),
                 ("copying", "copy", {*colluding})]
    return [
        (f"project of {tasks:,} tasks, 100 workers, through the server: target {target:.0%} of labels right", "reached within the promised interval",
         f"{accuracy:.2%} right; promised {control['accuracy']:.2%} ({control['low']:.2%} to {control['high']:.2%})", reach),
        ("answers asked of the most", "fewer than all", f"{done['answers'] / tasks:.2f} of {most} a task: {1 - done['answers'] / tasks / most:.0%} saved", done["answers"] < tasks * most),
        *[(f"{kind} workers found by the signals' page", f"all {len(who)}", f"{len(seen & {*who})} of {len(who)}", {*who} <= seen) for kind, who, seen in found],
        *[(f"named as {what}", "only who is", f"{len(named.get(kind, set()))}, of them right {len(named.get(kind, set()) & who)}", named.get(kind, set()) <= who) for what, kind, who in precision],
        ("others named at all (64 honest, 10 expert, 8 biased)", "nobody", f"{len(others)}", not others)]


def node_json(script, *args, **env):
    """The last line that a bench of the pages prints."""
    text = run("node", os.path.join(ROOT, "tests", "bench", script), *map(str, args), env={"FAENA_BIN": FAENA, **env}, cwd=ROOT)
    return json.loads(text.strip().split("\n")[-1])


# Label Studio's front-end 1.0.1 (scripts and styles, 740 KB gzip) on the same links, measured before with curl; seconds.
LABEL_STUDIO = {280: 28.3, 70: 104.9}


def bench_links(o):
    found = node_json("links.mjs", o.runs, "--types", SLOWLINK=os.path.join(ROOT, "build", "tests", "bench", "slowlink"))
    if "skipped" in found:
        print("  the links are not measured: " + found["skipped"], flush=True)
        return []
    out = []
    for name, link in found.items():
        seen = link["visits"]
        goal, theirs = (6, LABEL_STUDIO[280]) if name.startswith("280") else (15, LABEL_STUDIO[70])
        first, back, step = seen["first_msec"] / 1000, seen["return_msec"] / 1000, seen["next_msec"]
        out.append((f"{name}: first visit to a text task that can be answered", f"{goal} s (Label Studio's bundle alone: {theirs} s)",
                    f"{first:.1f} s, {seen['first_bytes'] / 1000:.0f} KB over the link; a newcomer by hand, with sign-up: {seen['newcomer_msec'] / 1000:.1f} s of waiting", first <= goal))
        out.append((f"{name}: return visit, and the next task from a pack", "1.5 s; 100 ms" if goal == 6 else "no goal; 100 ms", f"{back:.1f} s; {step:.0f} ms", (goal > 6 or back <= 1.5) and step <= 100))
        for kind, row in link["kinds"].items():
            out.append((f"{name}: {kind}, the app being there: first task with its tools; each further one", "no goal",
                        f"{row['first_msec'] / 1000:.1f} s, {row['first_bytes'] / 1000:.1f} KB; {row['next_msec'] / 1000:.1f} s, {row['next_bytes'] / 1000:.1f} KB", True))
    return out


def bench_interactions(o):
    """Processor slowed six times; from the event to the next frame."""
    return [(what, f"{row['goal_msec']} ms", f"{row['median_msec']} ms, worst of {row['n']}: {row['worst_msec']} ms", row["median_msec"] <= row["goal_msec"])
            for what, row in node_json("interactions.mjs", 8 * o.runs).items()]


BENCHES = {"submit": bench_submit_sqlite, "postgres": bench_submit_postgres, "size": bench_size, "opening": bench_opening, "import": bench_import, "export": bench_export, "sse": bench_sse, "offers": bench_offers, "push": bench_push, "stats": bench_stats, "links": bench_links, "interactions": bench_interactions, "quality": bench_quality}


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        cpu = next((line.split(":")[1].strip() for line in f if line.startswith("model name")), "unknown processor")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores of {cpu}, {memory:.0f} GB, Linux {platform.release()}, SQLite {sqlite3.sqlite_version}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", help="of " + ", ".join(BENCHES))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--tasks", type=int, default=100000, help="quality: tasks of the project")
    parser.add_argument("--listeners", type=int, default=10000)
    parser.add_argument("--messages", type=int, default=50000)
    parser.add_argument("--data", help="stats: a folder of real sets, NAME/labels.csv and NAME/gold.csv")
    parser.add_argument("--crowd-kit", metavar="PYTHON", help="stats: a Python that has crowd-kit, to run it beside")
    parser.add_argument("--large", action="store_true", help="stats: 100,000,000 answers too (about 3 GB)")
    parser.add_argument("--quick", action="store_true", help="one short run of each, to see that the benches work")
    o = parser.parse_args()
    if o.quick:
        o.runs, o.seconds, o.rows, o.listeners, o.messages, o.tasks = 1, 2, 50000, 1000, 5000, 3000
    lines = []
    for name in o.names or BENCHES:
        print(name, flush=True)
        with tempfile.TemporaryDirectory(prefix="faena-bench-") as o.directory:
            for what, goal, found, good in BENCHES[name](o):
                lines.append(f"| {what} | {goal} | {found} | {'yes' if good else 'no'} |")
                print(lines[-1], flush=True)
    table = "| what | at least | measured | reached |\n|---|---|---|---|\n" + "\n".join(lines) + "\n"
    print("\n" + machine() + "\n\n" + table)
    if not o.names and not o.quick:
        document(table, o.runs)


def document(table, runs):
    path = os.path.join(ROOT, "docs", "performance.md")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    begin, end = "<!-- figures: written by ./bench -->\n", "<!-- end of figures -->"
    before, rest = text.split(begin)
    after = rest.split(end)[1]
    stamp = time.strftime("%Y-%m-%d", time.gmtime())
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"{before}{begin}\nMachine: {machine()}. Medians of {runs} runs, {stamp}.\n\n{table}\n{end}{after}")


main()
