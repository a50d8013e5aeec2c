#!/usr/bin/env python3
"""Write what the toolkit keeps of how the authors' own networks learnt.

    COMPANION=FOLDER python3 environment/golden/published_learning.py

COMPANION holds published-training-curves.csv.gz, a row an epoch of a network: the published results
of github.com/ecs-vlc/opponency as CSV. Without it nothing is written.

published-learning.csv  of the CIFAR-10 networks in colour, by ventral depth (0 to 4), width and
                        epoch (from 1): lowest, mean and highest accuracy of the ten runs on the test
                        images
"""

import csv
import gzip
import os
from pathlib import Path

from published_cells import NOTICE, TOOLKIT

LEARNING = TOOLKIT / "main/resources/org/opponency/claims/published-learning.csv"
TITLE = "# Accuracy of the authors' CIFAR-10 networks on the test images after each epoch, ten runs each.\n"
RUNS, EPOCHS, WIDTHS, DEPTHS = 10, 20, 6, 5


def main():
    source = Path(os.environ.get("COMPANION", "")) / "published-training-curves.csv.gz"
    if not os.environ.get("COMPANION") or not source.is_file():
        print(f"published_learning.py: COMPANION names no folder with {source.name};"
              " its values stay as they are")
        return
    accuracies = {}
    with gzip.open(source, "rt", newline="") as file:
        for row in csv.DictReader(file):
            depth = int(row["ventral_depth"])
            if row["condition"] == "cifar10-colour" and depth < DEPTHS:
                key = depth, int(row["width"]), int(row["epoch"]) + 1
                accuracies.setdefault(key, []).append(float(row["validation_accuracy"]))
    assert len(accuracies) == DEPTHS * WIDTHS * EPOCHS
    lines = ["depth,width,epoch,lowest,mean,highest"]
    for key in sorted(accuracies):
        own = accuracies[key]
        assert len(own) == RUNS
        numbers = (f"{value:.5f}" for value in (min(own), sum(own) / RUNS, max(own)))
        lines.append(",".join((*map(str, key), *numbers)))
    notice = NOTICE.replace("published_cells.py", "published_learning.py")
    LEARNING.write_text(TITLE + notice + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
