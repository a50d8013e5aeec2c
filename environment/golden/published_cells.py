#!/usr/bin/env python3
"""Write what the toolkit keeps of the authors' own cells: their census, and the golden values of the
rule that makes a cell opponent.

    COMPANION=FOLDER python3 environment/golden/published_cells.py

COMPANION holds the files published-cells-CONDITION.csv.gz, one row a cell: the published results of
github.com/ecs-vlc/opponency as CSV (MIT licence, copyright 2019 Vision, Learning and Control Research
Group). They are about the shallow networks of Harris, Mihai and Hare (2019, 2020), not about the
ResNet-50s of "So What?". Without the folder nothing is written.

published-census.csv      a row a network and layer: how many of its cells are opponent to hues by
                          the authors' label, cross their baseline, have a positive baseline, are
                          opponent to gratings by the authors' label, and to both; empty where
                          nothing was published
published-cells.bin.gz    of every cell that was shown hues: most, least and baseline response and
                          the authors' label, for the test of the rule
published-cells.txt       its notice
"""

import csv
import gzip
import os
import struct
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOOLKIT = HERE / "../../toolkit/src"
CENSUS = TOOLKIT / "main/resources/org/opponency/study/census/published-census.csv"
CELLS = TOOLKIT / "test/resources/org/opponency/physiology/golden/published-cells.bin.gz"
CONDITIONS = (
    "cifar10-colour",
    "cifar10-grey",
    "cifar10-lab",
    "cifar10-channel-shuffled",
    "cifar10-mosaic",
    "cifar10-distorted",
    "imagenet",
    "random",
    "random-lab",
)
LABELS = ("opponent", "non-opponent", "unresponsive")
NOTICE = """\
# From the published results of github.com/ecs-vlc/opponency, which come with this notice:
# MIT License, Copyright (c) 2019 Vision, Learning and Control Research Group. Permission is hereby
# granted, free of charge, to any person obtaining a copy of this software and associated
# documentation files (the "Software"), to deal in the Software without restriction, including
# without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
# sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
# subject to the following conditions: The above copyright notice and this permission notice shall be
# included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS",
# WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
# MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
# AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN
# ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR
# THE USE OR OTHER DEALINGS IN THE SOFTWARE.
# The networks are the shallow ones of Harris, Mihai and Hare (2019, 2020), not the ResNet-50s of
# "So What?". Written by environment/golden/published_cells.py.
"""
TITLE = "# How many cells of the authors' networks are opponent: a row a network and layer.\n"
HEADER = "condition,layer,width,depth,run,cells,positive,crossing,opponent,spatial,double"


def rows(folder, condition):
    with gzip.open(folder / f"published-cells-{condition}.csv.gz", "rt", newline="") as file:
        return list(csv.DictReader(file))


def responses(cell):
    return tuple(float(cell[name]) for name in ("hue_max", "hue_min", "hue_baseline"))


def counts(cells):
    """Cells, positive, crossing, opponent, spatial, double."""
    hues, gratings = "hue_class" in cells[0], "grating_class" in cells[0]
    colour = [hues and cell["hue_class"] == "opponent" for cell in cells]
    spatial = [gratings and cell["grating_class"] == "opponent" for cell in cells]
    crossing = [responses(cell) for cell in cells] if hues else []
    baseline = "hue_baseline" if hues else "grating_baseline"
    return [
        len(cells),
        sum(float(cell[baseline]) > 0 for cell in cells),
        sum(most > base > least for most, least, base in crossing) if hues else "",
        sum(colour) if hues else "",
        sum(spatial) if gratings else "",
        sum(a and b for a, b in zip(colour, spatial)) if hues and gratings else "",
    ]


def census(condition, cells):
    layers = {}
    for cell in cells:
        key = cell["layer"], int(cell["width"]), int(cell["ventral_depth"]), int(cell["run"])
        layers.setdefault(key, []).append(cell)
    for key in sorted(layers):
        yield ",".join(map(str, (condition, *key, *counts(layers[key]))))


def packed(condition, cells):
    """Name, count, then all most, least and baseline responses (float32) and labels (a byte each)."""
    name = condition.encode()
    columns = zip(*(responses(cell) for cell in cells))
    labels = bytes(LABELS.index(cell["hue_class"]) for cell in cells)
    floats = b"".join(struct.pack(f">{len(cells)}f", *column) for column in columns)
    return struct.pack(">H", len(name)) + name + struct.pack(">i", len(cells)) + floats + labels


def main():
    folder = Path(os.environ.get("COMPANION", ""))
    if not os.environ.get("COMPANION") or not (folder / "published-cells-imagenet.csv.gz").is_file():
        print("published_cells.py: COMPANION names no folder with published-cells-*.csv.gz;"
              " its values stay as they are")
        return
    lines, binary = [HEADER], b""
    for condition in CONDITIONS:
        cells = rows(folder, condition)
        lines.extend(census(condition, cells))
        if "hue_class" in cells[0]:
            binary += packed(condition, cells)
    CENSUS.parent.mkdir(parents=True, exist_ok=True)
    CENSUS.write_text(TITLE + NOTICE + "\n".join(lines) + "\n")
    CELLS.write_bytes(gzip.compress(binary, 9, mtime=0))
    CELLS.with_name("published-cells.txt").write_text(NOTICE)


if __name__ == "__main__":
    main()
