#!/usr/bin/env python3
"""Checks the demo content: python3 check.py (standard library only)."""
import csv
import os
import re
import subprocess
import sys
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
GENRES = {"Drama", "Comedy", "Thriller", "Horror", "Science fiction", "Romance", "Documentary", "Animation",
          "Western", "War", "Musical", "Adventure"}
TELLTALE = re.compile(r"\b(dramas?|dramatic|comed(y|ies)|comic|thrillers?|horror|science fiction|sci-fi|romance|"
                      r"romantic|documentar(y|ies)|animat(ion|ed)|westerns?|wars?|musicals?|adventures?)\b", re.I)


def read(name, columns):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as f:
        table = list(csv.reader(f, strict=True))
    assert table[0] == columns, (name, table[0])
    assert all(len(r) == len(columns) for r in table), name
    rows = [dict(zip(columns, r)) for r in table[1:]]
    assert len({r["external_id"] for r in rows}) == len(rows), name + ": external_id is not unique"
    assert all(v == v.strip() for r in rows for v in r.values()), name + ": spaces at an edge"
    return rows


def films():
    rows = read("films.csv", ["external_id", "title", "year", "synopsis", "gold"])
    assert len(rows) >= 320
    assert len({(r["title"].casefold(), r["year"]) for r in rows}) == len(rows), "a film appears twice"
    assert len({r["synopsis"].casefold() for r in rows}) == len(rows), "a synopsis appears twice"
    for r in rows:
        assert re.fullmatch(r"film-\d{4}", r["external_id"])
        assert 1895 <= int(r["year"]) <= 2025, r
        assert 15 <= len(r["synopsis"].split()) <= 40, r
        assert not TELLTALE.search(r["synopsis"]), r
        assert r["gold"] in GENRES | {""}, r
    return rows


def problems():
    rows = read("math.csv", ["external_id", "problem", "gold"])
    assert len(rows) >= 120 and len({r["problem"] for r in rows}) == len(rows)
    out = subprocess.run([sys.executable, os.path.join(HERE, "make_math.py"), "--answers"], check=True,
                         capture_output=True, text=True, encoding="utf-8").stdout
    made = [line.split("\t") for line in out.splitlines()]
    assert [(m[0], m[3]) for m in made] == [(r["external_id"], r["problem"]) for r in rows]
    for m, r in zip(made, rows):
        assert r["gold"] in ("", m[1]), r
        Decimal(m[1])
    return rows


def pictures():
    rows = read("pictures.csv", ["external_id", "image", "gold"])
    folder = os.path.join(HERE, "pictures")
    files = sorted(f for f in os.listdir(folder) if f != "LICENCES.md")
    assert files == sorted(r["image"] for r in rows)
    total = 0
    for name in files:
        with open(os.path.join(folder, name), "rb") as f:
            data = f.read()
        assert data[:3] == b"\xff\xd8\xff" and len(data) <= 45000, name
        assert b"Exif" not in data[:4096] and b"ICC_PROFILE" not in data[:4096], name
        total += len(data)
    assert total <= 1600000, total
    with open(os.path.join(folder, "LICENCES.md"), encoding="utf-8") as f:
        named = re.findall(r"^\| (pic-\d{3}\.jpg) \|", f.read(), re.M)
    assert sorted(named) == files, "LICENCES.md does not name every picture once"
    assert {r["gold"] for r in rows} == {"", "Real photo", "AI-made or rendered"}
    return rows


for check in (films, problems, pictures):
    rows = check()
    print(f"{check.__name__}: {len(rows)} rows, {sum(bool(r['gold']) for r in rows)} with gold")
