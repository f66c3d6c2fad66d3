#!/usr/bin/env python3
"""The style-and-layering test:  tidy.py [ROOT]

Checks what a reviewer should not have to: who includes whom, sizes, marks, formats, banned calls. Prints TAP, one point per
rule; every finding is a line "# file:line: what is wrong". Each rule has a test in tidy_test.py.

To add a rule: a function that takes a Tree and yields Finding, and a row in RULES.
To add a layer: a row in LAYERS.
"""

import os
import re
import shutil
import subprocess
import sys
from typing import NamedTuple

# Which folders of src/ a folder may include besides itself. A name with a slash allows that header only.
LAYERS = {
    "base": set(),
    "domain": {"base"},
    "stats": {"base"},
    "formats": {"base"},
    "files": {"base"},
    "http": {"base"},
    "send": {"base"},
    "store": {"base", "domain"},
    "core": {"base", "domain", "stats", "store", "formats", "files", "send/outbox.h"},
    "api": {"base", "domain", "formats", "files", "core", "http"},
    "cli": {"base", "domain", "stats", "store", "formats", "files", "send", "core", "api", "http/http.h"},
    "main.c": {"base", "cli", "api"},
}

LINES_MAX = 900
LINES_WARN = 600
FUNCTION_LINES_MAX = 120
SHOWN_PER_FILE = 3

CODE = (".c", ".h", ".py", ".js", ".mjs", ".jsx", ".css", ".sh")
TEXT = CODE + (".md", ".html", ".yaml", ".yml", ".sql", ".build", ".def", ".txt", ".service", ".json")
# Data keeps its own layout; only what a person writes by hand is held to ours.
LAID_OUT = tuple(ext for ext in TEXT if ext not in (".json", ".txt"))
SKIPPED_FOLDERS = {".git", "node_modules", "__pycache__"}

BANNED_CALLS = {
    "strcpy": "memcpy or arena_copy",
    "strcat": "struct buf",
    "sprintf": "snprintf or buf_printf",
    "vsprintf": "vsnprintf",
    "gets": "fgets",
    "strtok": "strtok_r or a loop over str",
    "rand": "randombytes_uniform",
    "srand": "randombytes_uniform",
    "system": "posix_spawn",
    "popen": "posix_spawn",
    "alloca": "the arena",
}
# Split in two, so that this file does not find itself.
MARKS = re.compile(r"\b(" + "|".join(("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK", "TB" "D", "WI" "P")) + r")\b")
MACHINE_PATHS = re.compile(r"/(?:wo" r"rk/(?:main|shared|\.)|ho" r"me/\w|Us" r"ers/\w|ro" r"ot/)|\b[A-Z]:\\\\?Us" r"ers\b")
REGISTRY_HOSTS = re.compile(
    r"\b(?:registry\.npm" r"js\.org|registry\.ya" r"rnpkg\.com|py" r"pi\.org|python" r"hosted\.org|proxy\.go" r"lang\.org|crates\." r"io)\b"
)


class Finding(NamedTuple):
    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class Tree:
    """The files of the project by path; read once."""

    def __init__(self, root, paths):
        self.root = root
        self.paths = sorted(paths)
        self.texts = {}

    def text(self, path):
        if path not in self.texts:
            with open(os.path.join(self.root, path), encoding="utf-8", errors="replace", newline="") as file:
                self.texts[path] = file.read()
        return self.texts[path]

    def lines(self, path):
        """Numbered lines without their ends."""
        return enumerate(self.text(path).split("\n"), 1)

    def with_ending(self, endings, below=""):
        return [p for p in self.paths if p.endswith(endings) and p.startswith(below)]


def tree_open(root):
    """Files that git knows or would add; without git, all that are not built."""
    try:
        run = subprocess.run(
            ["git", "-C", root, "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=True
        )
        paths = run.stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        paths = []
        for folder, folders, names in os.walk(root):
            folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS and not f.startswith("build")]
            paths += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    return Tree(root, [p for p in paths if os.path.isfile(os.path.join(root, p))])


def code_only(text):
    """C text with comments, strings and character constants blanked, lines kept."""

    def blank(match):
        found = match.group(0)
        return re.sub(r"[^\n]", " ", found) if found[0] == "/" else found[0] + " " * (len(found) - 2) + found[-1]

    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.S)


# ---------------------------------------------------------------- rules


def own(paths):
    """Without content and its generators, which nobody works in: the demo, saved databases, corpora."""
    return [p for p in paths if not p.startswith(("demo/", "tests/data/", "tests/fuzz/corpus/"))]


def layers(tree):
    for path in tree.with_ending((".c", ".h"), "src/"):
        parts = path.split("/")
        layer = parts[1]
        if layer not in LAYERS:
            yield Finding(path, 0, f"the folder src/{layer} is not a known layer (LAYERS in tools/tidy.py)")
            continue
        allowed = LAYERS[layer] | {layer}
        for number, line in tree.lines(path):
            match = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if not match:
                continue
            target = match.group(1)
            if target.startswith((".", "/")):
                yield Finding(path, number, f'"{target}": includes are written from src/, as "base/str.h"')
                continue
            # A name without a folder is a neighbour or generated.
            if "/" in target and target not in allowed and target.split("/")[0] not in allowed:
                yield Finding(path, number, f'src/{layer} may not include "{target}"; it may use: {", ".join(sorted(allowed))}')


def file_sizes(tree):
    for path in own(tree.with_ending(CODE)):
        count = tree.text(path).count("\n")
        if count > LINES_MAX:
            yield Finding(path, 0, f"{count} lines; split it (at most {LINES_MAX}, aim under {LINES_WARN})")


def file_size_warnings(tree):
    for path in tree.with_ending(CODE):
        count = tree.text(path).count("\n")
        if LINES_WARN < count <= LINES_MAX:
            yield Finding(path, 0, f"{count} lines; better under {LINES_WARN}")


def function_sizes(tree):
    for path in tree.with_ending(".c"):
        start = None
        for number, line in tree.lines(path):
            if start is None and re.match(r"[A-Za-z_].*\)\s*\{$|\s+[^;]*\)\s*\{$", line) and not line.startswith(" "):
                start = number
            elif start is None and re.match(r"\s{8,}\S.*\)\s*\{$", line):
                start = number  # a parameter list that goes on over the line
            elif start is not None and line == "}":
                if number - start + 1 > FUNCTION_LINES_MAX:
                    yield Finding(path, start, f"a function of {number - start + 1} lines; at most {FUNCTION_LINES_MAX}")
                start = None


def whitespace(tree):
    for path in own(tree.with_ending(LAID_OUT)):
        text = tree.text(path)
        if text and not text.endswith("\n"):
            yield Finding(path, 0, "no newline at the end")
        for number, line in tree.lines(path):
            if "\t" in line:
                yield Finding(path, number, "a tab; indent with spaces")
            if "\r" in line:
                yield Finding(path, number, "a carriage return; lines end with a newline only")
            elif line != line.rstrip():
                yield Finding(path, number, "space at the end of the line")


def found(tree, pattern, message):
    for path in tree.with_ending(TEXT):
        for number, line in tree.lines(path):
            match = pattern.search(line)
            if match:
                yield Finding(path, number, f"{match.group(0)!r}: {message}")


def marks(tree):
    return found(tree, MARKS, "finish it, or say in words what holds")


def machine_paths(tree):
    return found(tree, MACHINE_PATHS, "a path of somebody's machine")


def registry_hosts(tree):
    return found(tree, REGISTRY_HOSTS, "the address of a package registry; whoever builds chooses their own")


def readmes(tree):
    folders = sorted({os.path.dirname(p) for p in tree.with_ending((".c", ".h"), "src/") if p.count("/") > 1})
    for folder in folders:
        if folder + "/README.md" not in tree.paths:
            yield Finding(folder, 0, "has no README.md (ten lines about the protocol between its files)")


def headers(tree):
    for path in tree.with_ending(".h"):
        text = tree.text(path)
        if not text.startswith("/*"):
            yield Finding(path, 1, "a header begins with a comment: purpose, invariants, ownership, units, errors")
        if not re.search(r"^#pragma once$", text, re.M):
            yield Finding(path, 1, "#pragma once is missing")


def banned_calls(tree):
    pattern = re.compile(r"(?<![\w.>])(" + "|".join(BANNED_CALLS) + r")\s*\(")
    for path in tree.with_ending((".c", ".h")):
        for number, line in enumerate(code_only(tree.text(path)).split("\n"), 1):
            match = pattern.search(line)
            if match:
                yield Finding(path, number, f"{match.group(1)} is not used here; use {BANNED_CALLS[match.group(1)]}")


def formatted(tree):
    tool = shutil.which("clang-format")
    paths = tree.with_ending((".c", ".h"))
    if not tool or not paths:
        return
    run = subprocess.run(
        [tool, "--dry-run", "--Werror", "--ferror-limit=1", *paths], cwd=tree.root, capture_output=True, text=True, check=False
    )
    for match in re.finditer(r"^(.+?):(\d+):\d+: error: (.*)$", run.stderr, re.M):
        yield Finding(match.group(1), int(match.group(2)), "not formatted; run clang-format -i")


RULES = (
    (layers, "includes follow the layers"),
    (file_sizes, f"files have at most {LINES_MAX} lines"),
    (function_sizes, f"functions have at most {FUNCTION_LINES_MAX} lines"),
    (whitespace, "no tabs, carriage returns or space at line ends"),
    (marks, "no marks of unfinished work"),
    (machine_paths, "no paths of a machine"),
    (registry_hosts, "no package registries"),
    (readmes, "every folder of src has a README.md"),
    (headers, "every header has a leading comment and #pragma once"),
    (banned_calls, "no banned calls"),
    (formatted, "C is formatted by clang-format"),
)


def main(argv):
    root = argv[0] if argv else os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    tree = tree_open(root)
    print(f"1..{len(RULES)}")
    failed = 0
    for number, (rule, name) in enumerate(RULES, 1):
        findings = list(rule(tree))
        failed += bool(findings)
        print(f"{'not ok' if findings else 'ok'} {number} - {name}")
        shown = {}
        for finding in findings:
            shown[finding.path] = shown.get(finding.path, 0) + 1
            if shown[finding.path] <= SHOWN_PER_FILE:
                print(f"# {finding}")
        for path, count in shown.items():
            if count > SHOWN_PER_FILE:
                print(f"# {path}: and {count - SHOWN_PER_FILE} more")
    for finding in file_size_warnings(tree):
        print(f"# warning: {finding}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
