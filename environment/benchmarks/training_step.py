#!/usr/bin/env python3
"""PyTorch's side of TrainingStep.java, which runs it:

    training_step.py NETWORK FORMAT THREADS BATCH DEVICE NUMERICS

NETWORK is resnet50, thin or cifar10, FORMAT contiguous or channels_last, DEVICE cpu or cuda,
NUMERICS exact (float32, and TF32 where PyTorch takes it unasked) or fast (autocast to bfloat16).
Prints its versions; then, for every line on standard input, takes that many training steps and
prints their milliseconds on one line.
"""

import sys
import time
from pathlib import Path

import torch
import torchvision
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "golden"))
from models import cifar10, thin, torchvision_resnet  # noqa: E402

MEAN = torch.tensor([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1)


def network(name):
    """The network, and the size of its images."""
    if name == "resnet50":
        return torchvision_resnet(50, 4), 224
    return cifar10(4, 2) if name == "cifar10" else thin(4, 10), 32


def optimiser_of(name, model):
    """What the network's recipe updates weights by."""
    if name == "cifar10":
        return torch.optim.RMSprop(
            model.parameters(), lr=1e-4, alpha=0.9, eps=1e-8, weight_decay=1e-6
        )
    return torch.optim.SGD(model.parameters(), lr=1e-4, momentum=0.9, weight_decay=1e-4)


def step(model, optimiser, memory_format, fast, pixels, labels):
    """One step from bytes in the host's memory to the loss there, which waits for the device."""
    mean, deviation = MEAN.to(labels.device), DEVIATION.to(labels.device)
    bytes_there = pixels.to(labels.device).permute(0, 3, 1, 2)
    scaled = bytes_there.float().div(255).contiguous(memory_format=memory_format)
    optimiser.zero_grad()
    with torch.autocast(labels.device.type, dtype=torch.bfloat16, enabled=fast):
        logits = model((scaled - mean) / deviation).float()
    loss = functional.cross_entropy(logits, labels)
    loss.backward()
    optimiser.step()
    return loss.item(), (logits.argmax(1) == labels).sum().item()


def finish(device):
    """Waits until the device has done all it was told to."""
    if device == "cuda":
        torch.cuda.synchronize()


def main():
    name, layout, threads, batch, device, numerics = sys.argv[1:]
    memory_format = getattr(torch, layout + "_format" if layout == "contiguous" else layout)
    torch.set_num_threads(int(threads))
    torch.backends.cudnn.benchmark = True
    model, size = network(name)
    model = model.to(device).to(memory_format=memory_format).train()
    optimiser = optimiser_of(name, model)
    pixels = torch.randint(0, 256, (int(batch), size, size, 3), dtype=torch.uint8)
    labels = torch.arange(int(batch), device=device) % 10
    print(f"PyTorch {torch.__version__}, torchvision {torchvision.__version__}", flush=True)
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            start = time.perf_counter()
            step(model, optimiser, memory_format, numerics == "fast", pixels, labels)
            finish(device)
            times.append((time.perf_counter() - start) * 1000)
        print(*times, flush=True)


if __name__ == "__main__":
    main()
