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


def test_numbers(t):
    """aggregate --kind number: values with intervals, biases of workers, median and mean"""
    rows = [f"{task},{worker},{10 * task + bias + (task * worker) % 3 - 1}" for task in range(30) for worker, bias in ((1, 0), (2, 4), (3, -4), (4, 0))]
    rows += ["99,1,5", "99,2,"]
    t.write("n.csv", "task,worker,value\n" + "\n".join(rows) + "\n")
    words = ["aggregate", "--kind", "number", "--format", "json", "n.csv"]
    model = json.loads(t.faena(*words, "--workers", "w.csv").out)
    assert len(model) == 31 and all(abs(row["value"] - 10 * k) < 2 and row["low"] < row["value"] < row["high"] for k, row in enumerate(model[:30]))
    workers = {row["worker"]: row for row in as_csv(t.read("w.csv"))}
    assert float(workers["2"]["bias"]) > 3 and float(workers["3"]["bias"]) < -3 and workers["2"]["answers"] == "30"
    for method in ("median", "mean"):
        assert abs(json.loads(t.faena(*words, "--method", method).out)[3]["value"] - 30) < 2
    _, err = piped(t, "task,worker,value\n1,a,3\n1,b,nan\n", "aggregate", "--kind", "number", "-", code=1)
    assert 'line 3: "nan"' in err
    assert "model, median, mean" in t.faena(*words, "--method", "rover", code=2).err
    assert "goes with labels only" in t.faena(*words, "--posteriors", code=2).err
    assert "not \"x\"" in t.faena("aggregate", "--kind", "x", "n.csv", code=2).err


def test_texts(t):
    """aggregate --kind text: ROVER, the closest text, characters; written to a file"""
    t.write("t.csv", 'task,worker,text\nt1,w1,a b c d\nt1,w2,b z d e\nt1,w3,b c d e f\nt2,w1,"hello, world"\n')
    t.faena("aggregate", "--kind", "text", "--compat", "--out", "o.csv", "--workers", "w.csv", "t.csv")
    assert {row["task"]: row["text"] for row in as_csv(t.read("o.csv"))} == {"t1": "b c d e", "t2": "hello, world"}
    assert len(as_csv(t.read("w.csv"))) == 3
    assert as_csv(t.faena("aggregate", "--kind", "text", "--method", "closest", "t.csv").out)[0]["text"] in ("a b c d", "b z d e", "b c d e f")
    out, _ = piped(t, "task,worker,text\n1,a,日本語\n1,b,日木語\n1,c,日本吾\n", "aggregate", "--kind", "text", "--method", "rover-characters", "-")
    assert "1,日本語," in out


def test_boxes_and_spans(t):
    """aggregate --kind box and span: what most saw, with votes and who saw it"""
    boxes = ["1,a,dog,10,10,100,50", "1,b,dog,12,10,100,50", "1,c,dog,11,12,100,50", "1,a,cat,300,300,20,20", "2,a,dog,1,1,9,9", "2,b,,,,,", "2,c,,,,,"]
    out, err = piped(t, "task,worker,label,x,y,width,height\n" + "\n".join(boxes) + "\n", "aggregate", "--kind", "box", "-")
    rows = as_csv(out)
    assert len(rows) == 1 and rows[0]["label"] == "dog" and float(rows[0]["x"]) == 11 and rows[0]["votes"] == rows[0]["seen"] == "3"
    assert "agree by F1" in err
    spans = ["1,a,NAME,0,5", "1,b,NAME,0,5", "1,c,,,", "1,a,PLACE,9,12", "1,b,PLACE,9,12", "1,c,PLACE,9,14"]
    out, _ = piped(t, "task,worker,label,start,end\n" + "\n".join(spans) + "\n", "aggregate", "--kind", "span", "--workers", "w.csv", "-")
    assert [(r["label"], r["start"], r["end"]) for r in as_csv(out)] == [("NAME", "0", "5"), ("PLACE", "9", "12")]
    assert [r["worker"] for r in as_csv(t.read("w.csv"))] == ["a", "b", "c"]
    boxes = "task,worker,label,x,y,width,height\n" + "\n".join(boxes) + "\n"
    out, _ = piped(t, boxes, "agree", "--kind", "box", "--by", "class", "--format", "csv", "-")
    rows = {r["class"]: r for r in as_csv(out)}
    # dog: all 6 boxes of 3 pairs match in task 1, the 2 of a with b and c in task 2 do not; cat: a alone, no pair matches
    assert float(rows["dog"]["f1"]) == 6 / 8 and float(rows["cat"]["f1"]) == 0 and 0.9 < float(rows["dog"]["iou"]) < 1, rows
    for by, count in (("all", 1), ("task", 2), ("worker", 3)):
        assert len(as_csv(piped(t, boxes, "agree", "--kind", "box", "--by", by, "--format", "csv", "-")[0])) == count
    assert float(as_csv(piped(t, boxes, "agree", "--kind", "box", "--iou", "0.99", "--format", "csv", "-")[0])[0]["f1"]) == 0
    out, _ = piped(t, "task,worker,label,start,end\n" + "\n".join(spans) + "\n", "agree", "--kind", "span", "--by", "worker", "--format", "csv", "-")
    assert float(as_csv(out)[2]["f1"]) == 0 and float(as_csv(out)[0]["f1"]) == 4 / 7, out
    for kind, head, row, part in (("box", "task,worker,label,x,y,width,height", "1,a,dog,1,2,3,", '"height" is empty'),
                                  ("box", "task,worker,label,x,y,width,height", "1,a,dog,1,2,3,-4", "above 0"),
                                  ("box", "task,worker,label,x,y,w,h", "1,a,dog,1,2,3,4", 'no column "width"'),
                                  ("span", "task,worker,label,start,end", "1,a,X,5,5", "ends behind"),
                                  ("span", "task,worker,label,start,end", "1,a,X,0.5,5", "whole numbers")):
        _, err = piped(t, f"{head}\n{row}\n", "aggregate", "--kind", kind, "-", code=1)
        assert part in err and "line 2" in err, err


def test_priors_and_ties(t):
    """aggregate --priors weighs classes; --compat lets the first class of the file win a tie"""
    text = "task,worker,label\n1,a,yes\n1,b,no\n2,a,yes\n2,b,yes\n3,a,no\n3,b,no\n"
    for share, label in ((0.9, "yes"), (0.1, "no")):
        out, _ = piped(t, text, "aggregate", "--method", "ibcc", "--priors", f"yes={share},no={1 - share}", "--format", "json", "-")
        assert json.loads(out)["tasks"][0]["label"] == label, (share, out)
    for words, label in (((), "no"), (("--compat",), "yes")):
        out, _ = piped(t, text, "aggregate", "--method", "majority", "--format", "json", *words, "-")
        task = json.loads(out)["tasks"][0]
        assert task["label"] == label and task["tied"], (words, task)
    for priors, part in (("yes=1", 'the class "no"'), ("yes=0,no=1", "no number above 0"), ("maybe=1", "does not begin with a class"), ("yes", "does not begin")):
        _, err = piped(t, text, "aggregate", "--priors", priors, "-", code=2)
        assert part in err, err


def test_ordinal(t):
    """aggregate --ordinal takes the posterior's median, on the scale that --order says"""
    text = "task,worker,label\n" + "".join(f"{task},{w},{label}\n" for task, labels in ((1, ("low", "middle", "high")), (2, ("low", "low", "low")), (3, ("high", "high", "high")))
                                         for w, label in zip("abc", labels))
    def label_of(*words):
        out, _ = piped(t, text, "aggregate", "--method", "majority", "--format", "json", "--ordinal", *words, "-")
        return {task["task"]: task["label"] for task in json.loads(out)["tasks"]}["1"]
    assert label_of("--order", "low,middle,high") == "middle" == label_of("--order", "high,middle,low")
    assert label_of() == label_of("--order", "high,low,middle") == "low"  # by bytes
    _, err = piped(t, text, "aggregate", "--ordinal", "--order", "low,high", "-", code=2)
    assert '"middle"' in err, err


def test_masks_and_polygons(t):
    """aggregate --kind mask and polygon: COCO's runs and outlines"""
    def mask(worker, counts):
        return json.dumps({"task": "p", "worker": worker, "mask": {"size": [3, 4], "counts": counts}})
    lines = [mask("a", [4, 1, 2, 1, 4]), mask("b", [4, 1, 2, 1, 4]), mask("c", [3, 2, 1, 2, 4])]
    for method in ("staple", "rasa", "majority"):
        out, _ = piped(t, "\n".join(lines), "aggregate", "--kind", "mask", "--method", method, "--format", "json", "-")
        assert json.loads(json.loads(out)[0]["mask"]) == {"size": [3, 4], "counts": [4, 1, 2, 1, 4]}, method
    _, err = piped(t, mask("a", [13]), "aggregate", "--kind", "mask", "-", code=1)
    assert "do not fit" in err
    _, err = piped(t, lines[0] + "\n" + lines[1].replace("[3, 4]", "[4, 3]"), "aggregate", "--kind", "mask", "-", code=1)
    assert "different sizes" in err
    square = [[10, 10], [60, 10], [60, 60], [10, 60]]
    polygons = [json.dumps({"task": 1, "worker": w, "points": [[x + dx, y] for x, y in square]}) for w, dx in (("a", 0), ("b", 0), ("c", 3))]
    out, _ = piped(t, "\n".join(polygons), "aggregate", "--kind", "polygon", "--method", "majority", "--format", "json", "-")
    outline = json.loads(json.loads(out)[0]["polygons"])
    assert len(outline) == 1 and len(outline[0]) == 4 and all(min(abs(v - 10), abs(v - 60)) < 0.2 for point in outline[0] for v in point)
    _, err = piped(t, '{"task": 1, "worker": "a", "points": [[1, 2], [3, 4]]}', "aggregate", "--kind", "polygon", "-", code=1)
    assert "three points" in err


def test_agree_drawings(t):
    """agree --kind mask and polygon: overlap of each two workers"""
    masks = [{"task": 1, "worker": w, "mask": {"size": [2, 4], "counts": c}} for w, c in (("a", [0, 4, 4]), ("b", [0, 4, 4]), ("c", [0, 2, 6]))]
    text = "\n".join(map(json.dumps, masks)) + "\n"
    row = as_csv(piped(t, text, "agree", "--kind", "mask", "--format", "csv", "-")[0])[0]
    assert (row["pairs"], row["marks"], row["matched"]) == ("3", "6", "6") and abs(float(row["iou"]) - 2 / 3) < 1e-3, row
    rows = as_csv(piped(t, text, "agree", "--kind", "mask", "--iou", "0.9", "--by", "worker", "--format", "csv", "-")[0])
    assert [r["matched"] for r in rows] == ["2", "2", "0"], rows
    polygons = [{"task": 1, "worker": w, "points": [[0, 0], [x, 0], [x, 10], [0, 10]]} for w, x in (("a", 10), ("b", 5))]
    row = as_csv(piped(t, "\n".join(map(json.dumps, polygons)) + "\n", "agree", "--kind", "polygon", "--format", "csv", "-")[0])[0]
    assert abs(float(row["iou"]) - 0.5) < 0.01, row
    assert "all, task or worker" in piped(t, text, "agree", "--kind", "mask", "--by", "class", "-", code=2)[1]


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
