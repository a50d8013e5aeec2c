#!/usr/bin/env python3
"""PyTorch's side of TrainingStep.java, which runs it: training_step.py NETWORK FORMAT THREADS

NETWORK is resnet50 or thin, FORMAT contiguous or channels_last. Prints its versions; then, for every
line on standard input, takes that many training steps and prints their milliseconds on one line.
"""

import sys
import time
from pathlib import Path

import torch
import torchvision
from torch.nn import functional
from torchvision.models.resnet import Bottleneck

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "golden"))
from models import ResNet, constrained, torchvision_behind_a_retina  # noqa: E402

MEAN = torch.tensor([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1)


def network(name):
    """The network, and the size of its batch and of its images."""
    if name == "resnet50":
        return torchvision_behind_a_retina(50, 4), 8, 224
    return constrained(4, 7, ResNet(Bottleneck, [1, 1, 1, 1], 16, 4, 10)), 64, 32


def step(model, optimiser, memory_format, pixels, labels):
    scaled = pixels.permute(0, 3, 1, 2).float().div(255).contiguous(memory_format=memory_format)
    optimiser.zero_grad()
    logits = model((scaled - MEAN) / DEVIATION)
    loss = functional.cross_entropy(logits, labels)
    loss.backward()
    optimiser.step()
    return loss.item(), (logits.argmax(1) == labels).sum().item()


def main():
    name, layout, threads = sys.argv[1:]
    memory_format = getattr(torch, layout + "_format" if layout == "contiguous" else layout)
    torch.set_num_threads(int(threads))
    model, batch, size = network(name)
    model = model.to(memory_format=memory_format).train()
    optimiser = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4)
    pixels = torch.randint(0, 256, (batch, size, size, 3), dtype=torch.uint8)
    labels = torch.arange(batch) % 10
    print(f"PyTorch {torch.__version__}, torchvision {torchvision.__version__}", flush=True)
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            start = time.perf_counter()
            step(model, optimiser, memory_format, pixels, labels)
            times.append((time.perf_counter() - start) * 1000)
        print(*times, flush=True)


if __name__ == "__main__":
    main()
