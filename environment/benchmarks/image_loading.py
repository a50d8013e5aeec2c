#!/usr/bin/env python3
"""torchvision's side of ImageLoading.java, which runs it: image_loading.py IMAGES WORK WORKERS

IMAGES is a folder for ImageFolder, WORK is validation or training (load with this transform) or the
network (thin, resnet50) that predicts them, WORKERS is the number of the DataLoader's processes, 0 for
none. Prints its versions; then, for every line on standard input, goes that many times through all
images, REPEATS times where they are loaded only, and prints the milliseconds on one line.
"""

import sys
import time

import PIL
import torch
import torchvision
from torch.utils.data import ConcatDataset, DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder

from analysis_step import network

REPEATS = 4
BATCH = 50

MEAN, DEVIATION = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
TRANSFORMS = {
    "validation": [transforms.Resize(256), transforms.CenterCrop(224)],
    "training": [transforms.RandomResizedCrop(224), transforms.RandomHorizontalFlip()],
}


def predictor(name):
    """What predicts a batch, and the transform that it wants."""
    model, size, _ = network(name)
    model.eval().to(memory_format=torch.channels_last).requires_grad_(False)

    def predict(batch):
        with torch.inference_mode():
            return model(batch.contiguous(memory_format=torch.channels_last))

    return predict, [transforms.Resize(round(size * 256 / 224)), transforms.CenterCrop(size)]


def main():
    folder, work, workers = sys.argv[1:]
    loading = work in TRANSFORMS
    torch.set_num_threads(1 if loading else 2)
    use, transform = (lambda batch: batch, TRANSFORMS[work]) if loading else predictor(work)
    to_tensor = [transforms.ToTensor(), transforms.Normalize(MEAN, DEVIATION)]
    images = ImageFolder(folder, transforms.Compose(transform + to_tensor))
    repeats = REPEATS if loading else 1
    loader = DataLoader(
        ConcatDataset([images] * repeats),
        BATCH,
        shuffle=loading,
        num_workers=int(workers),
        persistent_workers=int(workers) > 0,
    )
    print(f"torchvision {torchvision.__version__}, Pillow {PIL.__version__}", flush=True)
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            start = time.perf_counter()
            seen = sum(len(use(batch)) for batch, _ in loader)
            times.append((time.perf_counter() - start) * 1000)
            assert seen == repeats * len(images)
        print(*times, flush=True)


if __name__ == "__main__":
    main()
