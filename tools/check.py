"""Runs every test suite of the project and counts what passed: tools/check.py [SUITE ...].

A suite is a command that prints TAP. Its output goes to build-check/logs/SUITE.log; a suite that exits with an error without a
failed test in its output counts as one failure, so nothing can fail in silence. The last line is "N passed, N failed"."""
import json
import os
import re
import subprocess
import sys
import time

BUILD = "build-check"
LOGS = os.path.join(BUILD, "logs")
FAENA = os.path.join(BUILD, "gcc", "src", "faena")
PYTHON = [sys.executable, "-B"]


def meson_build(name, *options, compiler="gcc"):
    """A build directory of its own; returns its path and whether it was built."""
    path = os.path.join(BUILD, name)
    log = os.path.join(LOGS, "build-" + name + ".log")
    with open(log, "w", encoding="utf-8") as out:
        if not os.path.exists(os.path.join(path, "build.ninja")):
            setup = ["meson", "setup", path, *options]
            if subprocess.run(setup, stdout=out, stderr=out, env={**os.environ, "CC": compiler}).returncode:
                return path, False
        return path, subprocess.run(["ninja", "-C", path], stdout=out, stderr=out).returncode == 0


def meson_tests(path, name, *only):
    """Runs meson's tests of a build; returns (passed, failed)."""
    log = os.path.join(LOGS, name + ".log")
    with open(log, "w", encoding="utf-8") as out:
        subprocess.run(["meson", "test", "-C", path, "--no-rebuild", "--timeout-multiplier", "4", *only], stdout=out, stderr=out)
    passed = failed = 0
    with open(os.path.join(path, "meson-logs", "testlog.json"), encoding="utf-8") as lines:
        for line in lines:
            test = json.loads(line)
            good, bad = tap_count(test.get("stdout", ""))
            if good + bad == 0:
                good, bad = (1, 0) if test["result"] == "OK" else (0, 1)
            elif test["result"] not in ("OK", "SKIP") and bad == 0:
                bad = 1
            if bad:
                print(f"    {test['name']}: {test['result']}", flush=True)
                print(indent(test.get("stdout", "")[-2000:] + test.get("stderr", "")[-3000:]), flush=True)
            passed, failed = passed + good, failed + bad
    return passed, failed


def tap_count(text):
    good = len(re.findall(r"^ok\b", text, re.M))
    bad = len(re.findall(r"^not ok\b", text, re.M))
    return good, bad


def indent(text):
    return "\n".join("    | " + line for line in text.splitlines() if not re.match(r"ok\b", line))


def command(name, argv, env=None, timeout=900):
    log = os.path.join(LOGS, name + ".log")
    code = 0
    with open(log, "w", encoding="utf-8") as out:
        try:
            code = subprocess.run(argv, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **(env or {})},
                                  timeout=timeout).returncode
        except subprocess.TimeoutExpired:
            out.write(f"\nnot ok - {name} ran longer than {timeout} s\n")
    text = open(log, encoding="utf-8", errors="replace").read()
    good, bad = tap_count(text)
    if code and not bad:
        bad = 1
    if good + bad == 0:
        bad = 1
    if bad:
        print(indent(failures(text) or text[-6000:]), flush=True)
    return good, bad


def failures(text):
    """Of TAP, what was not ok with what it said of it: the lines up to the next test, at most 60 each."""
    parts = re.split(r"^(?=(?:not )?ok\b)", text, flags=re.M)
    return "".join("\n".join(part.splitlines()[:60]) + "\n" for part in parts if part.startswith("not ok"))[-20000:]


def built(name, *options, compiler="gcc"):
    path, good = meson_build(name, *options, compiler=compiler)
    if not good:
        print(indent(open(os.path.join(LOGS, "build-" + name + ".log"), encoding="utf-8").read()[-4000:]), flush=True)
    return path, good


def unit():
    path, good = built("gcc")
    return meson_tests(path, "unit") if good else (0, 1)


def sanitized():
    """Clang with address and undefined behaviour sanitizers: everything that is written in C."""
    path, good = built("asan", "-Db_sanitize=address,undefined", "-Db_lundef=false", "-Dbuildtype=debug", compiler="clang")
    return meson_tests(path, "asan", "--no-suite", "slow") if good else (0, 1)


def script(name, *argv, timeout=900):
    """A suite that drives the program; the program is built first, since a suite may be named alone."""
    def run():
        good = built("gcc")[1]
        return command(name, list(argv), {"FAENA_BIN": os.path.abspath(FAENA)}, timeout) if good else (0, 1)
    return run


SUITES = [
    ("unit", unit),
    ("asan", sanitized),
    ("tsan", script("tsan", "sh", "tests/tsan.sh")),
    ("cli", script("cli", *PYTHON, "tests/cli/cli_test.py")),
    ("cli", script("cli-stats", *PYTHON, "tests/cli/stats_test.py")),
    ("api", script("api", *PYTHON, "tests/api/run.py", "--faena", FAENA)),
    ("crash", script("crash", *PYTHON, "tests/crash/crash_test.py")),
    ("alerts", script("alerts", *PYTHON, "tests/crash/alerts_test.py", "--faena", FAENA)),
    ("inject", script("inject", *PYTHON, "tests/crash/inject_test.py")),
    ("web", script("web", "sh", "tests/web/run.sh", timeout=1500)),
    ("offline", script("offline", "sh", "tests/offline/run.sh")),
]


# Run only when named: they take long.
LONG_SUITES = [("offline-20", script("offline-20", "env", "OFFLINE_SEEDS=1-20", "sh", "tests/offline/run.sh", "tests/offline/chaos.test.mjs", timeout=7200)),
               ("package", script("package", "sh", "tests/package/package_test.sh"))]


def main(names):
    os.makedirs(LOGS, exist_ok=True)
    suites = SUITES + [suite for suite in LONG_SUITES if suite[0] in names]
    unknown = set(names) - {name for name, _ in suites}
    if unknown:
        sys.exit("check: there is no suite " + ", ".join(sorted(unknown)) + "; there are " + ", ".join(n for n, _ in SUITES + LONG_SUITES))
    passed = failed = 0
    for name, run in suites:
        if names and name not in names:
            continue
        start = time.monotonic()
        print(f"{name} ...", flush=True)
        good, bad = run()
        print(f"{name}: {good} passed, {bad} failed ({time.monotonic() - start:.0f} s)", flush=True)
        passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1:]))
