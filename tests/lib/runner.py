"""Runs test files, each on both databases, and prints TAP (Test Anything Protocol).

    python3 tests/api/run.py --faena BINARY [--store sqlite|postgresql|both] [--only WORD] [FILE ...]

The two databases run side by side, each in a process of its own. Exit code 0: all passed. A file may say:
  SERVER = ["--option", ...]   more options of its server
  NO_SERVER = True             only a database without a server (s.server is None)
  LIMITS = True                with rate limits
  def before(program)          called when the database is made and the server not started yet"""

import argparse
import importlib.util
import inspect
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback

from client import EXERCISED
from contract import CONTRACT
from scene import Scene
from server import Program, Server
from stores import KINDS, Cluster, die_with_parent, store_new

SLOW_SECONDS = 5


class Skipped(Exception):
    """Raised by a test that cannot run here; the reason is its text."""


def memory_folder():
    """Where files need not reach a disk, if there is room; None: the usual place."""
    try:
        room = os.statvfs("/dev/shm")
    except OSError:
        return None
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) and room.f_bavail * room.f_frsize > 1 << 30 else None


def module_load(path):
    spec = importlib.util.spec_from_file_location(os.path.splitext(os.path.basename(path))[0], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tests_of(module, only):
    found = [f for n, f in vars(module).items() if n.startswith("test_") and inspect.isfunction(f) and f.__module__ == module.__name__]
    found.sort(key=lambda f: f.__code__.co_firstlineno)
    return [f for f in found if not only or only in f.__name__]


class Run:
    """The tests of one database kind."""

    def __init__(self, binary, kind, keep, durable):
        self.binary, self.kind, self.keep = binary, kind, keep
        self.number = self.failed = 0
        self.place = None if durable else memory_folder()
        self.cluster = Cluster(durable) if kind == "postgresql" else None

    def say(self, good, name, note=""):
        self.number += 1
        self.failed += not good
        name = name.replace("#", "no.").replace("\n", " ")
        print(f"{'ok' if good else 'not ok'} {self.number} - {self.kind}: {name}{' # ' + note if note else ''}", flush=True)

    def diagnose(self, text):
        print("\n".join("# " + line for line in text.rstrip().splitlines()), flush=True)

    def where(self, function):
        """The lines of the test file that led to the failure, and the failure."""
        kind, value, trace = sys.exc_info()
        own = [frame for frame in traceback.extract_tb(trace) if frame.filename == function.__code__.co_filename]
        if not own:
            return traceback.format_exc()
        return "".join(traceback.format_list(own) + traceback.format_exception_only(kind, value))

    def test(self, module, function, scene):
        name = f"{module.__name__.removeprefix('test_')}: {inspect.getdoc(function) or function.__name__}"
        server = scene.server
        if server and not server.running():
            self.say(False, name)
            self.diagnose("the server has ended before")
            return
        log_start = server.log_bytes() if server else 0
        begin = time.monotonic()
        try:
            function(scene)
            if server and not server.running():
                raise AssertionError(f"the server ended with {server.process.returncode}")
        except Skipped as why:
            self.say(True, name, f"SKIP {why}")
        except Exception:
            self.say(False, name)
            self.diagnose(self.where(function))
            if server:
                self.diagnose("server log:\n" + server.log_text(log_start)[-2000:])
            return
        else:
            self.say(True, name)
        seconds = time.monotonic() - begin
        if seconds > SLOW_SECONDS:
            self.diagnose(f"{seconds:.1f} s")

    def file(self, path, only):
        module = module_load(path)
        functions = tests_of(module, only)
        if not functions:
            return
        directory = tempfile.mkdtemp(prefix="faena-test-", dir=self.place)
        store = store_new(self.kind, directory, self.cluster)
        scene = None
        try:
            program = Program(self.binary, store.url, directory)
            server = None
            if not getattr(module, "NO_SERVER", False):
                program.init()
                getattr(module, "before", lambda program: None)(program)
                server = Server(program, *getattr(module, "SERVER", []), limits=getattr(module, "LIMITS", False))
            scene = Scene(program, store, server)
            for function in functions:
                self.test(module, function, scene)
            if server:
                self.end(module, scene)
        except Exception:
            self.say(False, f"{module.__name__}: the server could be set up")
            self.diagnose(traceback.format_exc())
        finally:
            if scene:
                scene.close()
            store.close()
            if not self.keep:
                shutil.rmtree(directory, ignore_errors=True)

    def end(self, module, scene):
        """After each file: the server stops politely and the books are right."""
        name = module.__name__.removeprefix("test_")
        scene.close()
        try:
            code = scene.server.stop()
            assert code == 0, f"the server ended with {code}"
            self.say(True, f"{name}: the server stops when asked")
        except AssertionError as why:
            self.say(False, f"{name}: the server stops when asked")
            self.diagnose(f"{why}\n{scene.server.log_text()[-4000:]}")
        try:
            scene.program.audit()
            self.say(True, f"{name}: faena audit finds nothing wrong")
        except AssertionError as why:
            self.say(False, f"{name}: faena audit finds nothing wrong")
            self.diagnose(str(why))

    def coverage(self):
        missing = sorted(set(CONTRACT.operations) - set(EXERCISED))
        self.say(not missing, "every operation of the contract was answered with success")
        if missing:
            self.diagnose("not exercised: " + ", ".join(missing))

    def close(self):
        if self.cluster:
            self.cluster.stop()


def run_one(options, kind):
    run = None
    try:
        run = Run(options.faena, kind, options.keep, options.durable)
        for path in options.files:
            run.file(path, options.only)
        if options.coverage:
            run.coverage()
    finally:
        if run:
            run.close()
    print(f"1..{run.number}", flush=True)
    return 1 if run.failed else 0


def run_both(options, arguments):
    """A child per database; their lines are numbered anew as they come. A test's diagnostics stay with it."""
    lines = queue.Queue()

    def follow(child):
        block = []
        for line in child.stdout:
            if block and not line.startswith("#"):
                lines.put(block)
                block = []
            block.append(line)
        lines.put(block)
        lines.put(None)

    children = []
    for kind in KINDS:
        words = [sys.executable, os.path.abspath(sys.argv[0]), "--store", kind] + arguments
        child = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, preexec_fn=lambda: die_with_parent(signal.SIGTERM))
        threading.Thread(target=follow, args=(child,), daemon=True).start()
        children.append(child)
    number = failed = planned = 0
    left = len(children)
    while left:
        block = lines.get()
        if block is None:
            left -= 1
            continue
        for line in block:
            match = re.match(r"(ok|not ok) \d+ (.*)", line)
            if match:
                number += 1
                failed += match.group(1) == "not ok"
                print(match.group(1), number, match.group(2))
            elif line.startswith("1.."):
                planned += int(line[3:])
            else:
                print(line, end="")
        sys.stdout.flush()
    codes = [child.wait() for child in children]
    print(f"1..{planned}")
    print(f"# {number - failed} passed, {failed} failed")
    return 1 if failed or any(codes) or number != planned else 0


def main(files, coverage=False, durable=False):
    """files: all test files of the folder; the command line may name fewer."""
    parser = argparse.ArgumentParser(description="Runs the tests of the real program; prints TAP.")
    parser.add_argument("--faena", default=os.environ.get("FAENA"), help="the binary (default: $FAENA)")
    parser.add_argument("--store", choices=KINDS + ("both",), default="both")
    parser.add_argument("--only", metavar="WORD", help="only tests with this word in the function's name")
    parser.add_argument("--keep", action="store_true", help="keep the temporary folders")
    parser.add_argument("files", nargs="*", metavar="FILE")
    options = parser.parse_args()
    if not options.faena or not os.access(options.faena, os.X_OK):
        parser.error("name the program: --faena build/src/faena")
    # Ended from outside, it still removes what it made.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options.durable = durable
    options.coverage = coverage and not options.files and not options.only
    options.files = [os.path.abspath(path) for path in options.files or files]
    if options.store != "both":
        return run_one(options, options.store)
    arguments, skip = [], False
    for word in sys.argv[1:]:
        if not skip and word != "--store":
            arguments.append(word)
        skip = word == "--store"
    return run_both(options, arguments)
