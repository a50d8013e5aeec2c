#!/usr/bin/env python3
"""Write a small devkit of ImageNet for the tests of org.opponency.images, in the published layout.

    python3 environment/golden/devkit.py [FOLDER]

FOLDER defaults to the toolkit's test resources. Needs NumPy, SciPy and Pillow (Debian:
python3-numpy, python3-scipy, python3-pil); their versions go into devkit-versions.txt. The devkit lists three classes and one
node above them, in an order of its own, and the labels of five validation images. names-*.tar hold one
picture under a name too long for a tar header, in the two ways there are to write that.
"""

import io
import sys
import tarfile
from pathlib import Path

import numpy as np
import scipy
import scipy.io
from PIL import Image

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency/images/golden"
ROOT = "ILSVRC2012_devkit_t12/data/"
SYNSETS = [
    (1, "n02119789", "kit fox, Vulpes macrotis", 0, 1300),
    (2, "n02100735", "English setter", 0, 1300),
    (3, "n01440764", "tench, Tinca tinca", 0, 1300),
    (1001, "n00001740", "entity", 2, 0),
]
TRUTH = [3, 1, 2, 1, 3]


def meta():
    """The bytes of meta.mat: an array of structures, compressed, numbers as narrow as they fit."""
    fields = ["ILSVRC2012_ID", "WNID", "words", "gloss", "num_children", "children", "num_train_images"]
    synsets = np.zeros((len(SYNSETS), 1), dtype=[(field, object) for field in fields])
    for row, (number, wnid, words, children, images) in zip(synsets[:, 0], SYNSETS):
        row["ILSVRC2012_ID"] = float(number)
        row["WNID"] = wnid
        row["words"] = words
        row["gloss"] = "a gloss"
        row["num_children"] = float(children)
        row["children"] = np.arange(1.0, children + 1)
        row["num_train_images"] = float(images)
    file = io.BytesIO()
    scipy.io.savemat(file, {"synsets": synsets}, do_compression=True, oned_as="row")
    return bytearray(file.getvalue())


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES
    matlab = meta()
    matlab[:116] = b"MATLAB 5.0 MAT-file".ljust(116)  # without the date, so that runs agree
    truth = "".join(f"{number}\n" for number in TRUTH).encode()
    archive = folder / "ILSVRC2012_devkit_t12.tar.gz"
    with tarfile.open(archive, "w:gz", format=tarfile.USTAR_FORMAT) as tar:
        for name, content in [
            ("meta.mat", matlab),
            ("ILSVRC2012_validation_ground_truth.txt", truth),
        ]:
            member = tarfile.TarInfo(ROOT + name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    picture = io.BytesIO()
    Image.new("RGB", (3, 2), (1, 2, 3)).save(picture, "PNG")
    for name, layout in [("gnu", tarfile.GNU_FORMAT), ("pax", tarfile.PAX_FORMAT)]:
        with tarfile.open(folder / f"names-{name}.tar", "w", format=layout) as tar:
            member = tarfile.TarInfo("pictures/fig/" + "long" * 40 + ".png")
            member.size = len(picture.getvalue())
            tar.addfile(member, io.BytesIO(picture.getvalue()))
    versions = f"NumPy {np.__version__}, SciPy {scipy.__version__}\n"
    (folder / "devkit-versions.txt").write_text(versions, encoding="utf-8")


if __name__ == "__main__":
    main()
