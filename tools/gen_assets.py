#!/usr/bin/env python3
"""Embeds the pages in the program.

    gen_assets.py WEBDIR/assets.json --source assets_built.c --blob assets_built.bin [--extra PATH TYPE FILE]... [--depfile F]

assets.json is what web/build.mjs writes: [{"path", "file", "type", "immutable", "words"?, ...}], files beside it, FILE.br and FILE.gz
where they are smaller. Without the manifest (a build without npm) there is one page that says so. --extra adds a file that
does not come from web/.

The bytes of all files go into one blob that the C source includes with .incbin; the source holds the sorted table of
src/api/assets.h. The blob's hash stands in the source, so that a changed blob compiles the source again.
"""

import argparse
import gzip
import hashlib
import json
import os
import sys

FORMS = (("ASSET_PLAIN", "", ""), ("ASSET_GZIP", ".gz", "-gz"), ("ASSET_BROTLI", ".br", "-br"))
PACKED_TYPES = ("text/", "application/json", "application/yaml", "image/svg")
NOTE_PAGE = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Faena</title>
<h1>Faena</h1>
<p>This server was built without its pages: npm was not there, or its packages were not installed. The API under /api/v1
works. To have the pages, run <code>npm ci</code> in the source folder and build again.</p>
</html>
"""


class Refused(Exception):
    """The manifest cannot be used."""


def file_read(path):
    with open(path, "rb") as file:
        return file.read()


def asset(path, content_type, immutable, plain, packed, words=None):
    """One row: packed is {form: bytes}, words of a page {language: address}."""
    forms = {"ASSET_PLAIN": plain}
    forms.update({form: data for form, data in packed.items() if len(data) < len(plain)})
    return {"path": path, "type": content_type, "immutable": immutable, "forms": forms, "words": words or {}}


def row_check(row, index):
    for key, kind in (("path", str), ("file", str), ("type", str), ("immutable", bool)):
        if not isinstance(row, dict) or not isinstance(row.get(key), kind):
            raise Refused(f"assets.json row {index}: {key} is missing or not a {kind.__name__}")
    if not row["path"].startswith("/"):
        raise Refused(f"assets.json row {index}: the path {row['path']!r} does not start with /")
    if os.path.isabs(row["file"]) or ".." in row["file"].split("/"):
        raise Refused(f"assets.json row {index}: the file {row['file']!r} is not inside the folder")
    words = row.get("words", {})
    if any(ord(c) < 32 or c in '"\\' for c in row["path"] + row["type"] + "".join(words) + "".join(words.values())):
        raise Refused(f"assets.json row {index}: a control character, quote or backslash in path, type or words")


def assets_read(manifest, used):
    """Rows of the manifest; used collects the files read."""
    if not manifest or not os.path.exists(manifest):
        return [
            asset(path, "text/html; charset=utf-8", False, NOTE_PAGE, {"ASSET_GZIP": gzip.compress(NOTE_PAGE, 9, mtime=0)})
            for path in ("/", "/console")
        ]
    used.append(manifest)
    folder = os.path.dirname(manifest)
    rows = []
    for index, row in enumerate(json.loads(file_read(manifest))):
        row_check(row, index)
        packed = {}
        for form, suffix, _ in FORMS:
            name = os.path.join(folder, row["file"] + suffix)
            if form == "ASSET_PLAIN":
                plain = file_read(name)
            elif os.path.exists(name):
                packed[form] = file_read(name)
            else:
                continue
            used.append(name)
        rows.append(asset(row["path"], row["type"], row["immutable"], plain, packed, row.get("words")))
    return rows


def extra_read(path, content_type, name, used):
    plain = file_read(name)
    used.append(name)
    packable = content_type.startswith(PACKED_TYPES)
    return asset(path, content_type, False, plain, {"ASSET_GZIP": gzip.compress(plain, 9, mtime=0)} if packable else {})


def source_text(rows, blob_path):
    """The C source and the blob."""
    blob = bytearray()
    table = []
    for row in sorted(rows, key=lambda r: r["path"].encode()):
        plain_hash = hashlib.sha256(row["forms"]["ASSET_PLAIN"]).hexdigest()[:20]
        forms = []
        for form, _, tag in FORMS:
            if form not in row["forms"]:
                continue
            data = row["forms"][form]
            forms.append(f'        .forms[{form}] = {{faena_assets + {len(blob)}, {len(data)}, "\\"{plain_hash}{tag}\\""}},')
            blob += data
        flags = f".immutable = {str(row['immutable']).lower()}, .page = {str(row['type'].startswith('text/html')).lower()}"
        if row["words"]:
            pairs = ", ".join(f'"{language}", "{address}"' for language, address in row["words"].items())
            flags += f", .words = (const char *const[]){{{pairs}, NULL}}"
        table += [f'    {{.path = "{row["path"]}", .type = "{row["type"]}", {flags},', *forms, "    },"]
    out = [
        f"/* Generated by tools/gen_assets.py; do not edit. Blob {hashlib.sha256(blob).hexdigest()} */",
        "#include <stddef.h>",
        "",
        '#include "api/assets.h"',
        "",
        "extern const char faena_assets[];",
        '__asm__(".pushsection .rodata\\n"',
        '        ".global faena_assets\\n"',
        '        ".hidden faena_assets\\n"',
        '        "faena_assets:\\n"',
        f'        ".incbin \\"{os.path.abspath(blob_path)}\\"\\n"',
        '        ".byte 0\\n"',
        '        ".popsection\\n");',
        "",
        "static const struct asset items[] = {",
        *table,
        "};",
        "",
        f"const struct asset_table assets_built = {{items, {len(rows)}}};",
    ]
    return "\n".join(out) + "\n", bytes(blob)


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("manifest", nargs="?", default="", help="assets.json; absent or empty: a page that says so")
    parser.add_argument("--source", required=True)
    parser.add_argument("--blob", required=True)
    parser.add_argument("--extra", action="append", nargs=3, default=[], metavar=("PATH", "TYPE", "FILE"))
    parser.add_argument("--depfile")
    args = parser.parse_args(argv)
    try:
        used = []
        rows = assets_read(args.manifest, used) + [extra_read(*extra, used) for extra in args.extra]
        paths = [row["path"] for row in rows]
        for path in paths:
            if paths.count(path) > 1:
                raise Refused(f"the path {path} is there twice")
        text, blob = source_text(rows, args.blob)
    except (Refused, OSError, ValueError) as error:
        print(f"gen_assets: {error}", file=sys.stderr)
        return 1
    with open(args.blob, "wb") as file:
        file.write(blob)
    with open(args.source, "w", encoding="utf-8") as file:
        file.write(text)
    if args.depfile:
        with open(args.depfile, "w", encoding="utf-8") as file:
            names = [name.replace(" ", "\\ ") for name in used]
            file.write(f"{args.source}: {' '.join(names)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
