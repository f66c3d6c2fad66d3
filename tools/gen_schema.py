"""Writes the migrations src/store/schema/NNNN_name.sql as a C table: gen_schema.py OUT.c FILE.sql ..."""
import os
import sys


def c_string(text):
    """One C literal per line, so that the compiler's messages and diffs stay readable."""
    lines = []
    for line in text.splitlines():
        line = line.split("--")[0].rstrip()
        if line:
            lines.append('    "' + line.replace("\\", "\\\\").replace('"', '\\"') + '\\n"')
    return "\n".join(lines)


def main(out, files):
    files = sorted(files, key=os.path.basename)
    for number, name in enumerate(files, 1):
        if int(os.path.basename(name)[:4]) != number:
            sys.exit(f"{name}: migrations must be numbered without gaps, {number:04d} is missing")
    with open(out, "w", encoding="utf-8") as f:
        f.write('#include "store/schema.h"\n\n#include <stddef.h>\n\nconst struct store_migration store_schema[] = {\n')
        for name in files:
            f.write("    {\n" + c_string(open(name, encoding="utf-8").read()) + "},\n")
        f.write("    {NULL},\n};\n")


main(sys.argv[1], sys.argv[2:])
