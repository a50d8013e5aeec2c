#!/usr/bin/env python3
"""Write digests of what Pillow and torchvision make of real photographs, which are not ours to give.

    OPPONENCY_DATA=FOLDER python3 environment/golden/photographs.py [FOLDER]

FOLDER defaults to the toolkit's test resources. The photographs are those below imagenet-sample in the
folder that OPPONENCY_DATA names; without them nothing is written. photographs.csv gives for each the
SHA-256 of its decoded RGB bytes and of those that Resize(256) and CenterCrop(224) leave.
"""

import csv
import hashlib
import os
import sys
from pathlib import Path

import numpy as np
import PIL
import torchvision
import torchvision.transforms as transforms
from PIL import Image, features

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency/images/golden"
SET = "imagenet-sample"


def digest(image):
    return hashlib.sha256(np.asarray(image).tobytes()).hexdigest()


def main():
    photographs = Path(os.environ.get("OPPONENCY_DATA", "")) / SET
    if not os.environ.get("OPPONENCY_DATA") or not photographs.is_dir():
        print(f"photographs.py: OPPONENCY_DATA names no folder with {SET}; its digests stay as they are")
        return
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES
    folder.mkdir(parents=True, exist_ok=True)
    evaluation = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224)])
    rows = []
    for file in sorted(photographs.rglob("*.JPEG")):
        image = Image.open(file).convert("RGB")
        name = file.relative_to(photographs).as_posix()
        rows.append([name, digest(image), digest(evaluation(image))])
    with open(folder / "photographs.csv", "w", encoding="utf-8", newline="") as out:
        header = ["photograph", "decoded", "resize_256_crop_224"]
        csv.writer(out, lineterminator="\n").writerows([header, *rows])
    (folder / "photographs-versions.txt").write_text(
        f"Pillow {PIL.__version__}\nlibjpeg-turbo {features.version('libjpeg_turbo')}\n"
        f"torchvision {torchvision.__version__}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
