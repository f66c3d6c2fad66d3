"""What the tests of the command line share: a directory and a database for each, the program run in it."""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import traceback
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
from stores import KINDS, Cluster, store_new  # noqa: E402

BINARY = os.path.abspath(os.environ.get("FAENA_BIN", "build/src/faena"))
PASSWORD = "correct horse battery"
CONFIG = """<View>
  <Text name="text" value="$text"/>
  <Choices name="genre" toName="text" required="true">
    <Choice value="Drama"/>
    <Choice value="Comedy"/>
  </Choices>
</View>
"""
PICTURES = """<View><Image name="image" value="$image"/>
<Choices name="kind" toName="image" required="true"><Choice value="Real"/><Choice value="Made"/></Choices></View>"""


def png(red, green, blue):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes([0, red, green, blue]))) + chunk(b"IEND", b""))


class Done:
    """What a command said and how it ended."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def lines(self):
        return self.out.splitlines()

    def value(self, key):
        return re.search(rf"^{key}: (\S+)", self.out, re.M).group(1)


class Place:
    """A directory and a database for one test."""

    def __init__(self, kind, cluster):
        self.kind = kind
        self.directory = tempfile.mkdtemp(prefix="faena-cli-")
        self.cluster = cluster
        self.store = store_new(kind, self.directory, cluster)
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("FAENA_")}
        self.env["FAENA_DATABASE"] = self.store.url
        self.env["FAENA_FILES"] = self.path("faena.files")

    def path(self, name):
        return os.path.join(self.directory, name)

    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return self.path(name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8", newline="") as file:
            return file.read()

    def start(self, *words, env=None):
        return subprocess.Popen([BINARY, *map(str, words)], cwd=self.directory, env={**self.env, **(env or {})},
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def faena(self, *words, code=0, env=None):
        """Runs a command to its end and checks its exit code."""
        process = self.start(*words, env=env)
        out, err = (text.decode(errors="replace") for text in process.communicate(timeout=120))
        said = f"faena {' '.join(map(str, words))}: exit code {process.returncode}\n{out}{err}"
        assert process.returncode == code, said
        assert "runtime error" not in err and "Sanitizer" not in err, said
        return Done(process.returncode, out, err)

    def requester(self, money="100"):
        self.faena("init")
        self.faena("user", "add", "lab", "--role", "requester", env={"FAENA_PASSWORD": PASSWORD})
        if money:
            self.faena("user", "credit", "lab", money)

    def project(self, config=CONFIG, **options):
        words = {"owner": "lab", "title": "Films", "price": "0.05", "config": self.write("config.xml", config), **options}
        return self.faena("project", "create", *(f"--{k.replace('_', '-')}={v}" for k, v in words.items())).value("project")

    def show(self, project):
        return json.loads(self.faena("project", "show", project, "--json").out)

    def tasks(self, project):
        return [json.loads(line) for line in self.faena("export", "--project", project).lines()]

    def close(self):
        self.store.close()
        shutil.rmtree(self.directory, ignore_errors=True)


class Skipped(Exception):
    """Raised by a test that cannot run here; the reason is its text."""


def run(test, kind, cluster, number):
    place = Place(kind, cluster)
    name = f"{number} - {kind}: {test.__doc__}"
    try:
        test(place)
    except Skipped as reason:
        print(f"ok {name} # SKIP {reason}", flush=True)
    except Exception:
        print(f"not ok {name}")
        print("\n".join("# " + line for line in traceback.format_exc().splitlines()), flush=True)
        return False
    else:
        print(f"ok {name}", flush=True)
    finally:
        place.close()
    return True


def main(tests, words):
    wanted = os.environ.get("FAENA_TEST_DATABASE", "both")
    kinds = [kind for kind in KINDS if wanted in ("both", kind)]
    if not kinds:
        sys.exit("FAENA_TEST_DATABASE is sqlite, postgresql or both")
    tests = [test for test in tests if all(word in test.__name__ for word in words)]
    number, failed = 0, 0
    for kind in kinds:
        cluster = None
        if kind == "postgresql":
            try:
                cluster = Cluster()
            except RuntimeError as reason:
                if wanted != "both":
                    raise
                print(f"# {reason}")
                continue
        try:
            for test in tests:
                number += 1
                failed += not run(test, kind, cluster, number)
        finally:
            if cluster:
                cluster.stop()
    print(f"1..{number}")
    return 1 if failed or not number else 0
