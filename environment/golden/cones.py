#!/usr/bin/env python3
"""Write the golden values of the tests of org.opponency.physiology.cone and of the cone space in
org.opponency.stimuli: what NumPy makes of the same colours and of linear cells.

    python3 environment/golden/cones.py [FOLDER]

FOLDER defaults to the toolkit's test resources. Needs NumPy (Debian: python3-numpy); its version goes
into versions.txt.

matrix.csv    Smith and Pokorny's fundamentals (1975) on X, Y and Z, times sRGB's primaries as their
              chromaticities give them (IEC 61966-2-1): what the toolkit's matrix rounds
colours.csv   sRGB levels, and the contrasts of L, M and S to grey 0.5
axes.csv      largest root mean square of cone contrasts that a screen shows along each axis, and in
              the poorest direction of all
spectrum.csv  wavelengths and the sRGB levels of Bruton's approximation with gamma 0.7
cells.csv     cells that weigh red, green and blue levels: cone weights by regression on full fields,
              variance explained, best responses along the axes, index, cone weights by gratings
"""

import csv
import sys
from pathlib import Path

import numpy

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency/physiology/cone/golden"
FUNDAMENTALS = numpy.array(
    [[0.15514, 0.54312, -0.03286], [-0.15514, 0.45684, 0.03286], [0, 0, 0.01608]]
)
CONES = numpy.array(
    [[0.17886, 0.43997, 0.03597], [0.03380, 0.27515, 0.03621], [0.00031, 0.00192, 0.01528]]
)
CONTRAST = 0.04
PAIRS = 64
PHASES = 8


def linear(level):
    level = numpy.asarray(level, float)
    return numpy.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)


def encoded(light):
    light = numpy.asarray(light, float)
    return numpy.where(
        light <= 0.0031308, 12.92 * light, 1.055 * numpy.maximum(light, 0) ** (1 / 2.4) - 0.055
    )


LIGHT = float(linear(0.5))
GREY = CONES @ numpy.full(3, LIGHT)
PRIMARIES = numpy.linalg.inv(CONES)
AXES = [
    numpy.array([1.0, 1, 1]),
    numpy.array([GREY[1], -GREY[0], 0]),
    numpy.array([0, 0, 1.0]),
]
AXES = [axis / numpy.sqrt(numpy.mean(axis**2)) for axis in AXES]


def derived():
    """From chromaticities to luminances that add up to the white."""

    def xyz(x, y):
        return numpy.array([x / y, 1, (1 - x - y) / y])

    corners = numpy.stack([xyz(0.64, 0.33), xyz(0.30, 0.60), xyz(0.15, 0.06)], axis=1)
    return FUNDAMENTALS @ (corners * numpy.linalg.solve(corners, xyz(0.3127, 0.3290)))


def shown(contrasts):
    """sRGB levels of cone contrasts."""
    return encoded(LIGHT + PRIMARIES @ (numpy.asarray(contrasts) * GREY))


def largest(contrasts):
    change = PRIMARIES @ (numpy.asarray(contrasts) * GREY)
    room = numpy.where(change > 0, 1 - LIGHT, LIGHT)
    return (room / numpy.abs(change)).min()


def lattice(pairs):
    i = numpy.arange(pairs)
    height = (i + 0.5) / pairs
    ring = numpy.sqrt(1 - height**2)
    angle = i * numpy.pi * (3 - numpy.sqrt(5))
    half = numpy.stack([ring * numpy.cos(angle), ring * numpy.sin(angle), height], axis=1)
    return numpy.concatenate([half, -half]) * numpy.sqrt(3)


def scaled(weights):
    return weights / numpy.abs(weights).sum()


def by_fields(cell):
    fields = CONTRAST * lattice(PAIRS)
    responses = numpy.array([cell @ shown(field) for field in fields])
    design = numpy.concatenate([numpy.ones((len(fields), 1)), fields], axis=1)
    fit, *_ = numpy.linalg.lstsq(design, responses, rcond=None)
    left = responses - design @ fit
    explained = 1 - (left**2).sum() / ((responses - responses.mean()) ** 2).sum()
    return scaled(fit[1:]), explained


def by_gratings(cell):
    """A cell that sees one point: all gratings do the same to it."""
    phases = numpy.cos(2 * numpy.pi * numpy.arange(PHASES) / PHASES)
    background = cell @ shown([0, 0, 0])
    best, first = [], []
    for axis in AXES:
        responses = [cell @ shown(CONTRAST * p * axis) - background for p in phases]
        first.append(2 * numpy.mean(responses * phases))
        best.append(max(abs(first[-1]), numpy.mean(responses)))
    first = numpy.array(first) * numpy.sign(first[int(numpy.argmax(numpy.abs(first)))])
    return best, scaled(numpy.linalg.solve(numpy.stack(AXES), first))


def bruton(wavelength):
    if wavelength < 440:
        rgb = [(440 - wavelength) / 60, 0, 1]
    elif wavelength < 490:
        rgb = [0, (wavelength - 440) / 50, 1]
    elif wavelength < 510:
        rgb = [0, 1, (510 - wavelength) / 20]
    elif wavelength < 580:
        rgb = [(wavelength - 510) / 70, 1, 0]
    elif wavelength < 645:
        rgb = [1, (645 - wavelength) / 65, 0]
    else:
        rgb = [1, 0, 0]
    dim = 1.0
    if wavelength < 440:
        dim = 0.3 + 0.7 * (wavelength - 380) / 60
    elif wavelength > 645:
        dim = 0.3 + 0.7 * (750 - wavelength) / 105
    return (dim * numpy.array(rgb)) ** 0.7


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(header)
        for row in rows:
            table.writerow([f"{v:.10g}".replace("inf", "Infinity") for v in row])


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES
    folder.mkdir(parents=True, exist_ok=True)
    random = numpy.random.default_rng(1975)
    write(folder / "matrix.csv", ["red", "green", "blue"], derived())
    colours = numpy.concatenate([random.random((20, 3)), [[1, 1, 1], [0.01, 0.02, 0.03]]])
    contrasts = (linear(colours) @ CONES.T) / GREY - 1
    write(
        folder / "colours.csv",
        ["red", "green", "blue", "l", "m", "s"],
        numpy.concatenate([colours, contrasts], axis=1),
    )
    many = lattice(5000)
    poorest = min(largest(direction) for direction in many)
    axes = [min(largest(axis), largest(-axis)) for axis in AXES]
    write(folder / "axes.csv", ["luminance", "lm", "s", "poorest"], [[*axes, poorest]])
    spectrum = [380, 395, 410.5, 439, 451, 489, 495, 509, 515, 550, 579, 590, 640, 650, 700, 750]
    write(
        folder / "spectrum.csv",
        ["wavelength", "red", "green", "blue"],
        [[nm, *bruton(nm)] for nm in spectrum],
    )
    known = [*CONES, CONES[0] + CONES[1], CONES[0] / GREY[0] - CONES[1] / GREY[1], [1, 1, 1], [1, -1, 0]]
    cells = [row / numpy.abs(row).max() for row in numpy.array(known)]
    cells += list(random.normal(size=(12, 3)))
    rows = []
    for cell in cells:
        fields, explained = by_fields(cell)
        best, gratings = by_gratings(cell)
        index = best[1] / best[0] if best[0] > 0 else numpy.inf
        rows.append([*cell, *fields, explained, *best, index, *gratings])
    write(
        folder / "cells.csv",
        "red green blue l m s explained luminance colour violet index gl gm gs".split(),
        rows,
    )
    (folder / "versions.txt").write_text(f"NumPy {numpy.__version__}\n", "utf-8")


if __name__ == "__main__":
    main()
