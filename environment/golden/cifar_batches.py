#!/usr/bin/env python3
"""Write batches of CIFAR-10's Python version as Python and numpy pickle them.

    python3 environment/golden/cifar_batches.py [FOLDER]

FOLDER defaults to the toolkit's test resources. Each batch has two made-up images: a byte of image i
in plane c is (37 i + 80 c + its place) modulo 256, and the labels are 3 and 9.
"""

import pickle
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency/images/source"


def batch():
    places = np.arange(1024)
    images = [[(37 * i + 80 * c + places) % 256 for c in range(3)] for i in range(2)]
    return {
        b"batch_label": b"training batch 1 of 5",
        b"labels": [3, 9],
        b"data": np.array(images, dtype=np.uint8).reshape(2, 3072),
        b"filenames": [b"labels.png", b"other.png"],
    }


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES
    folder.mkdir(parents=True, exist_ok=True)
    for protocol in (3, 4, 5):
        (folder / f"cifar-batch-protocol-{protocol}.pickle").write_bytes(pickle.dumps(batch(), protocol))


if __name__ == "__main__":
    main()
