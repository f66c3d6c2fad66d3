#!/usr/bin/env python3
"""Tests of the commands that compute from files: agree, rank. They need no database. Prints TAP.

    FAENA_BIN=build/src/faena python3 tests/cli/stats_test.py [WORD]"""

import csv
import io
import json
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

os.environ.setdefault("FAENA_TEST_DATABASE", "sqlite")
from place import BINARY, main  # noqa: E402

# Krippendorff's four observers and twelve units.
OBSERVERS = {"A": "123321412...", "B": "1233224125.3", "C": ".3332342251.", "D": "12332441251."}


def observers():
    rows = ["task,worker,label"]
    for worker, answers in OBSERVERS.items():
        rows += [f"{task},{worker},{'' if answer == '.' else answer}" for task, answer in enumerate(answers, 1)]
    return "\n".join(rows) + "\n"


def piped(t, text, *words, code=0):
    done = subprocess.run([BINARY, *words], input=text.encode(), cwd=t.directory, env=t.env, capture_output=True, check=False, timeout=60)
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done.stdout.decode(), done.stderr.decode()


def as_csv(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_agree_published(t):
    """agree gives Krippendorff's published values on every scale, in every format"""
    t.write("a.csv", observers())
    for scale, value in (("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)):
        rows = json.loads(t.faena("agree", "--scale", scale, "--format", "json", "a.csv").out)
        assert rows[0]["coefficient"] == "Krippendorff's alpha"
        assert abs(rows[0]["value"] - value) < 0.0005 and rows[0]["low"] < value < rows[0]["high"], rows[0]
    rows = as_csv(t.faena("agree", "--format", "csv", "a.csv").out)
    assert [row["coefficient"] for row in rows] == ["Krippendorff's alpha", "Fleiss' kappa", "Gwet's AC1", "Agreement"]
    assert abs(float(rows[2]["value"]) - 0.77544) < 6e-6
    assert t.faena("agree", "a.csv").out == t.faena("agree", "--seed", 1, "a.csv").out != t.faena("agree", "--seed", 2, "a.csv").out
    assert "\t0.7434\t" in t.faena("agree", "a.csv").out
    lines = [json.dumps(dict(zip(("task", "worker", "label"), row.split(",")))) for row in observers().splitlines()[1:]]
    out, _ = piped(t, "\n".join(lines), "agree", "-")
    assert out == t.faena("agree", "a.csv").out


def test_agree_rows(t):
    """agree by task, worker, class and pair; alpha is the mean of its rows"""
    t.write("a.csv", observers())
    for by, count in (("task", 12), ("worker", 4), ("class", 5)):
        rows = as_csv(t.faena("agree", "--by", by, "--format", "csv", "a.csv").out)
        assert len(rows) == count and by in rows[0]
        if by != "class":
            mean = sum(float(r["alpha"]) * int(r["pairable"]) for r in rows if r["alpha"]) / 40
            assert abs(mean - 0.743421) < 1e-6
    assert as_csv(t.faena("agree", "--by", "task", "--format", "csv", "a.csv").out)[11]["alpha"] == ""
    done = t.faena("agree", "--by", "pair", "--format", "json", "a.csv")
    assert len(json.loads(done.out)) == 6 and "Mean of Cohen's kappas" in done.err
    assert json.loads(t.faena("agree", "--by", "pair", "--min-tasks", 11, "--format", "json", "a.csv").out) == []


def test_agree_scales(t):
    """an order of answers, distances of one's own, sets"""
    t.write("a.csv", "task,worker,label\n1,x,low\n1,y,middle\n2,x,high\n2,y,high\n3,x,low\n3,y,low\n")
    ordinal = json.loads(t.faena("agree", "--scale", "ordinal", "--order", "low,middle,high", "--format", "json", "a.csv").out)
    t.write("d.csv", "a,b,distance\nlow,middle,1\nmiddle,high,1\nlow,high,4\n")
    own = json.loads(t.faena("agree", "--distances", "d.csv", "--format", "json", "a.csv").out)
    plain = json.loads(t.faena("agree", "--format", "json", "a.csv").out)
    assert plain[0]["value"] < ordinal[0]["value"] and plain[0]["value"] < own[0]["value"] < 1
    assert "does not name the answer" in t.faena("agree", "--scale", "ordinal", "--order", "low,high", "a.csv", code=1).err
    assert "--order" in t.faena("agree", "--scale", "ordinal", "a.csv", code=1).err
    t.write("d.csv", "a,b,distance\nlow,middle,1\n")
    assert "does not say how far" in t.faena("agree", "--distances", "d.csv", "a.csv", code=1).err
    sets = [{"task": k, "worker": w, "label": s} for k, w, s in (
        ("X", "A", ["dog"]), ("X", "B", ["dog"]), ("Y", "A", ["cat"]), ("Y", "B", ["cat"]), ("Z", "A", ["cat"]), ("Z", "B", ["mouse", "cat"]))]
    out, _ = piped(t, "\n".join(map(json.dumps, sets)), "agree", "--scale", "masi", "--format", "json", "-")
    assert abs(json.loads(out)[0]["value"] - 0.6673336668334168) < 1e-12
    t.write("s.csv", "task,worker,label\n" + "".join(f"{s['task']},{s['worker']},{'|'.join(s['label'])}\n" for s in sets))
    assert json.loads(t.faena("agree", "--scale", "masi", "--format", "json", "s.csv").out) == json.loads(out)


def test_agree_without_value(t):
    """one worker, answers all the same, repeated answers: a sentence, an empty cell, never nan"""
    for rows, sentence in (("1,x,a\n2,x,b\n", "No task has two answers"), ("1,x,a\n1,y,a\n", "All answers are the same")):
        out, err = piped(t, "task,worker,label\n" + rows, "agree", "--format", "json", "-")
        assert sentence in err and json.loads(out)[0]["value"] is None
    out, err = piped(t, "task,worker,label\n1,x,a\n1,x,b\n1,y,b\n2,x,a\n2,y,a\n", "agree", "-")
    assert "Of 1 answers" in err and "1.0000" in out


def test_rank(t):
    """rank gives the published scores of American League East 1987, with places, a plot and Elo points"""
    wins = {"Milwaukee": (0, 7, 9, 7, 7, 9, 11), "Detroit": (6, 0, 7, 5, 11, 9, 9), "Toronto": (4, 6, 0, 7, 7, 8, 12),
            "New York": (6, 8, 6, 0, 6, 7, 10), "Boston": (6, 2, 6, 7, 0, 7, 12), "Cleveland": (4, 4, 5, 6, 6, 0, 6),
            "Baltimore": (2, 4, 1, 3, 1, 7, 0)}
    teams = list(wins)
    rows = [f"{a},{b},{a}" for a in teams for b, count in zip(teams, wins[a]) for _ in range(count)]
    t.write("games.csv", "left,right,label\n" + "\n".join(rows) + "\n")
    ranked = json.loads(t.faena("rank", "--spread", "model", "--plot", "p.svg", "--format", "json", "games.csv").out)
    assert [row["item"] for row in ranked] == ["Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore"]
    assert [round(row["score"] - ranked[6]["score"], 2) for row in ranked] == [1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0]
    assert all(row["low"] < row["score"] < row["high"] and row["place_best"] <= row["place_worst"] for row in ranked)
    assert ranked[6]["place_worst"] == 7 and ranked[6]["component"] == 1
    svg = ElementTree.parse(t.path("p.svg")).getroot()
    assert len(svg.findall("{http://www.w3.org/2000/svg}circle")) == 7 and "Milwaukee" in t.read("p.svg")
    elo = json.loads(t.faena("rank", "--unit", "elo", "--format", "json", "games.csv").out)
    assert abs(elo[0]["score"] / ranked[0]["score"] - 173.7178) < 0.001
    assert len(t.faena("rank", "--model", "elo", "games.csv").lines()) == 8


def test_rank_workers(t):
    """comparisons with workers: clustered intervals, skills; left, right and tie as labels; other columns"""
    games = [f"{a},{b},{'left' if (i * 7 + w) % 5 else 'right'},w{w}" for w in range(4) for i, (a, b) in enumerate(
        (x, y) for x in "abcd" for y in "abcd" if x < y) for _ in range(3)] + ["a,b,tie,w0"]
    t.write("g.csv", "model_a,model_b,won,judge\n" + "\n".join(games) + "\n")
    words = ["rank", "--columns", "model_a,model_b,won,judge", "--format", "csv"]
    done = t.faena(*words, "--ties", "davidson", "--side", "g.csv")
    assert "clustered by worker" in done.err and "left side adds" in done.err and "tie" in done.err
    skills = as_csv(t.faena(*words, "--model", "noisy", "--workers", "g.csv").out)
    assert [row["worker"] for row in skills] == ["w0", "w1", "w2", "w3"] and all(0 < float(row["skill"]) < 1 for row in skills)
    assert "needs a worker" in t.faena("rank", "--columns", "model_a,model_b,won", "--spread", "clustered", "g.csv", code=1).err


def test_rank_no_connection(t):
    """items that always win or are never compared: scores and sentences that say so"""
    out, err = piped(t, "left,right,label\na,b,a\na,b,a\nc,d,c\nc,d,d\n", "rank", "--format", "json", "-")
    assert "2 components" in err and "prior" in err
    assert {row["item"]: row["component"] for row in json.loads(out)} == {"a": 1, "b": 1, "c": 2, "d": 2}
    assert "nan" not in out and "inf" not in out


def test_rank_lists(t):
    """rankings by Plackett-Luce, Borda and Kemeny"""
    t.write("r.csv", "ranking\na > b > c\nb>a>c\na > c\n")
    for model in ("plackett-luce", "borda", "kemeny"):
        assert [line.split("\t")[0] for line in t.faena("rank", "--model", model, "r.csv").lines()][3] == "c", model
    piped(t, '{"ranking": ["x", "y"]}\n{"ranking": ["y", "z"]}\n', "rank", "--model", "borda", "-")
    for rows in ("a > a\n", "a > > b\n"):
        _, err = piped(t, "ranking\n" + rows, "rank", "--model", "borda", "-", code=1)
        assert "line 2" in err


def test_wrong_files(t):
    """a wrong row is told with file, line and what to do; exit code 1"""
    head = "task,worker,label\n"
    for command, text, part in (
        ("agree", "", "no rows"),
        ("agree", "task,worker\n1,2\n", 'no column "label"; there are: task, worker'),
        ("agree", head + "1,,a\n", 'line 2: the column "worker" is empty'),
        ("agree", head + "1,2\n", "line 2"),
        ("agree", "\xff", "no rows"),
        ("rank", "left,right,label\na,a,a\n", "compared with itself"),
        ("rank", "left,right,label\na,b,c\n", 'line 2: "c" won'),
        ("rank", "left,right,label\n", "no rows"),
    ):
        _, err = piped(t, text, command, "-", code=1)
        assert re.search(re.escape(part), err), (text, err)
    assert "cannot be read" in t.faena("agree", "nowhere.csv", code=1).err
    t.write("a.csv", observers())
    for words in (["agree", "--scale", "x"], ["agree", "--by", "x"], ["agree", "--level", "100"], ["agree", "--columns", "a,b,c,d"],
                  ["agree", "--format", "x"], ["rank", "--model", "x"], ["rank", "--unit", "x"], ["rank", "--prior", "nan"]):
        t.faena(*words, "a.csv", code=2)


if __name__ == "__main__":
    sys.exit(main([f for name, f in globals().items() if name.startswith("test_")], sys.argv[1:]))
