#!/usr/bin/env python3
"""torchvision's side of ImageLoading.java, which runs it: image_loading.py IMAGES TRANSFORM WORKERS

IMAGES is a folder for ImageFolder, TRANSFORM is validation or training, WORKERS is the number of the
DataLoader's processes, 0 for none. Prints its versions; then, for every line on standard input, goes
that many times through REPEATS times all images and prints the milliseconds on one line.
"""

import sys
import time

import PIL
import torch
import torchvision
from torch.utils.data import ConcatDataset, DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder

REPEATS = 4
BATCH = 50

TO_TENSOR = [
    transforms.ToTensor(),
    transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
]
TRANSFORMS = {
    "validation": [transforms.Resize(256), transforms.CenterCrop(224)],
    "training": [transforms.RandomResizedCrop(224), transforms.RandomHorizontalFlip()],
}


def main():
    folder, name, workers = sys.argv[1:]
    torch.set_num_threads(1)
    images = ImageFolder(folder, transforms.Compose(TRANSFORMS[name] + TO_TENSOR))
    loader = DataLoader(
        ConcatDataset([images] * REPEATS),
        BATCH,
        shuffle=True,
        num_workers=int(workers),
        persistent_workers=int(workers) > 0,
    )
    print(f"torchvision {torchvision.__version__}, Pillow {PIL.__version__}", flush=True)
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            start = time.perf_counter()
            seen = sum(len(labels) for _, labels in loader)
            times.append((time.perf_counter() - start) * 1000)
            assert seen == REPEATS * len(images)
        print(*times, flush=True)


if __name__ == "__main__":
    main()
