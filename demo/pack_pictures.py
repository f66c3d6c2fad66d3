#!/usr/bin/env python3
"""Makes pictures/, pictures.csv and pictures/LICENCES.md.

The photographs come out of Debian 12 packages, the made pictures out of
make_pictures.c.  Needs python3-pil (Debian).  To remake everything:

    mkdir made pkg
    cc -O2 -o make_pictures make_pictures.c -lm && ./make_pictures made
    apt-get download lomiri-wallpapers-16.04 lomiri-wallpapers-20.04 mate-backgrounds
    for d in *.deb; do dpkg -x "$d" pkg; done
    python3 pack_pictures.py made pkg
"""
import csv
import io
import os
import sys

from PIL import Image

LONGEST = 600
MOST_BYTES = 37000

LOMIRI16 = ("lomiri-wallpapers-16.04", "20.04.0-2", "usr/share/backgrounds/")
LOMIRI20 = ("lomiri-wallpapers-20.04", "20.04.0-2", "usr/share/backgrounds/")
MATE = ("mate-backgrounds", "1.26.0-1", "usr/share/backgrounds/mate/nature/")

# package, file, author and licence as the package's copyright file names them,
# crop as fractions left, top, right, bottom
PHOTOS = [
    (LOMIRI16, "Bridge_by_Sander_Klootwijk.jpg", "Sander Klootwijk", "CC-BY-SA-4.0", (0.05, 0, 0.95, 1)),
    (LOMIRI16, "Dragonfly_by_Bolly.jpg", "\"Bolly\"", "CC-BY-SA-4.0", (0.20, 0.12, 0.92, 0.84)),
    (LOMIRI16, "Picture_0B_by_freespace.jpg", "Trevor \"Freespace\"", "CC-BY-4.0", (0, 0, 1, 1)),
    (LOMIRI16, "Picture_1A_by_freespace.jpg", "Trevor \"Freespace\"", "CC-BY-4.0", (0, 0, 1, 1)),
    (LOMIRI16, "Wine_by_Jakkub_Mede.jpg", "Jakub Mede", "CC-BY-4.0", (0, 0.05, 1, 0.97)),
    (LOMIRI16, "aitzgorri_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", (0, 0, 1, 0.92)),
    (LOMIRI16, "friends_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", (0, 0.10, 1, 0.80)),
    (LOMIRI16, "greentock_by_Peter_Nerlich.jpg", "Peter Nerlich", "CC-BY-SA-4.0", (0, 0, 1, 1)),
    (LOMIRI16, "life_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", (0.22, 0.30, 0.82, 1)),
    (LOMIRI16, "picosdeeuropa_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", (0, 0, 1, 0.88)),
    (LOMIRI16, "seeding_by_Clements_Engelhardt.jpg", "Clemens Engelhardt", "CC0-1.0", (0.08, 0, 0.95, 1)),
    (LOMIRI16, "sunset_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", (0, 0.08, 1, 1)),
    (LOMIRI20, "Kleiber_by_Lukas_Baubkus.jpg", "Lukas Baubkus", "CC-BY-SA-3.0", (0.12, 0.05, 0.90, 1)),
    (MATE, "Aqua.jpg", "Charles Barbin", "GPL-2+", (0.15, 0.08, 1, 1)),
    (MATE, "Blinds.jpg", "Lennart Poettering, Andrea Cimitan", "GPL-2+", (0, 0, 1, 1)),
    (MATE, "Dune.jpg", "Marco Cogoni, Hylke Bons", "GPL-2+", (0, 0, 1, 1)),
    (MATE, "Garden.jpg", "Charles Barbin", "GPL-2+", (0, 0, 1, 1)),
    (MATE, "GreenMeadow.jpg", "Timothy Schellhase, Lapo Calamandrei", "GPL-2+", (0, 0, 1, 1)),
    (MATE, "LadyBird.jpg", "Charles Barbin", "GPL-2+", (0.10, 0.05, 1, 1)),
    (MATE, "RainDrops.jpg", "\"blackcombwhistler07\"", "GPL-2+", (0.02, 0, 0.88, 1)),
    (MATE, "Storm.jpg", "Sergey Nazarov", "GPL-2+", (0, 0, 1, 1)),
    (MATE, "TwoWings.jpg", "Charles Barbin, Hylke Bons", "GPL-2+", (0.10, 0, 1, 1)),
    (MATE, "Wood.jpg", "Jean-François Fortin Tam", "GPL-2+", (0, 0, 1, 1)),
    (MATE, "YellowFlower.jpg", "Charles Barbin", "GPL-2+", (0.10, 0, 1, 1)),
]

# the others of make_pictures.c would make the folder too large
MADE = ("checker cornell scatter marbles blocks bulb menger knot alps dunes mesa sea clouds moon planet "
        "nebula boards brick mud bokeh forest meadow tree city mandel julia newton flame1 attractor glass ink").split()

GOLD = {  # pictures that nobody should get wrong
    "friends_by_Aitzol_Berasategi.jpg", "life_by_Aitzol_Berasategi.jpg", "picosdeeuropa_by_Aitzol_Berasategi.jpg",
    "Wine_by_Jakkub_Mede.jpg", "LadyBird.jpg",
    "checker", "cornell", "menger", "newton", "flame1", "mandel",
}
REAL, FAKE = "Real photo", "AI-made or rendered"


def shuffled(items):
    items, state = list(items), 7041776
    for i in range(len(items) - 1, 0, -1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        j = (state >> 33) % (i + 1)
        items[i], items[j] = items[j], items[i]
    return items


def jpeg(im):
    """The best quality that fits, without any metadata."""
    im = im.convert("RGB")
    im.thumbnail((LONGEST, LONGEST), Image.LANCZOS)
    clean = Image.new("RGB", im.size)
    clean.paste(im)
    for small in (1, 0.92, 0.84, 0.76, 0.68):
        one = clean if small == 1 else clean.resize((round(clean.width * small), round(clean.height * small)), Image.LANCZOS)
        for quality in range(74, 55, -2):
            out = io.BytesIO()
            one.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
            if out.tell() <= MOST_BYTES:
                return out.getvalue(), one.size, quality
    raise SystemExit("does not fit")


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    made_dir, pkg_dir = sys.argv[1:]
    here = os.path.dirname(os.path.abspath(__file__))
    out_dir = os.path.join(here, "pictures")
    os.makedirs(out_dir, exist_ok=True)
    for old in os.listdir(out_dir):
        os.remove(os.path.join(out_dir, old))
    items = shuffled([("photo", p) for p in PHOTOS] + [("made", m) for m in MADE])
    rows, photos, made, total = [], [], [], 0
    for n, (kind, what) in enumerate(items, 1):
        name = f"pic-{n:03d}.jpg"
        if kind == "photo":
            (package, version, folder), file, author, licence, (l, t, r, b) = what
            im = Image.open(os.path.join(pkg_dir, folder, file))
            if getattr(im, "_getexif", None) and (im._getexif() or {}).get(274, 1) != 1:
                print("note: turned by its metadata:", file, file=sys.stderr)
            w, h = im.size
            im = im.crop((round(l * w), round(t * h), round(r * w), round(b * h)))
            key = file
            photos.append((name, package, version, file, author, licence, "scaled" if (l, t, r, b) == (0, 0, 1, 1) else "cropped, scaled"))
        else:
            im = Image.open(os.path.join(made_dir, what + ".ppm"))
            key = what
            made.append((name, what))
        data, size, quality = jpeg(im)
        with open(os.path.join(out_dir, name), "wb") as f:
            f.write(data)
        total += len(data)
        rows.append((f"picture-{n:03d}", name, (REAL if kind == "photo" else FAKE) if key in GOLD else ""))
        print(f"{name}\t{len(data)}\t{size[0]}x{size[1]}\tq{quality}\t{key}")
    with open(os.path.join(here, "pictures.csv"), "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["external_id", "image", "gold"])
        out.writerows(rows)
    with open(os.path.join(out_dir, "LICENCES.md"), "w", encoding="utf-8") as f:
        f.write("# Where the pictures come from\n\n"
                "## Photographs\n\n"
                "Real photographs from Debian 12 packages. Author and licence are the ones that the copyright file of\n"
                "the package names for the picture. Every picture was changed as the last column says and saved again\n"
                "as a small JPEG without metadata; the changed picture stays under the licence of its original.\n\n"
                "| picture | package | version | original file | author | licence | changes |\n|---|---|---|---|---|---|---|\n")
        for row in photos:
            f.write("| " + " | ".join(row) + " |\n")
        f.write("\nLicence texts:\n\n"
                "* CC0-1.0: <https://creativecommons.org/publicdomain/zero/1.0/>\n"
                "* CC-BY-4.0: <https://creativecommons.org/licenses/by/4.0/>\n"
                "* CC-BY-SA-3.0: <https://creativecommons.org/licenses/by-sa/3.0/>\n"
                "* CC-BY-SA-4.0: <https://creativecommons.org/licenses/by-sa/4.0/>\n"
                "* GPL-2+: GNU General Public License, version 2 or (at your option) any later version,\n"
                "  <https://www.gnu.org/licenses/old-licenses/gpl-2.0.html>\n\n"
                "## Made pictures\n\n"
                "Rendered by `demo/make_pictures.c` and dedicated to the public domain under CC0 1.0 by the Faena project.\n\n"
                "| picture | name in make_pictures.c |\n|---|---|\n")
        for name, what in made:
            f.write(f"| {name} | {what} |\n")
    print(f"{len(photos)} photographs, {len(made)} made, {total} bytes")


if __name__ == "__main__":
    main()
