#!/usr/bin/env python3
"""PyTorch's side of AnalysisStep.java, which runs it:

    analysis_step.py WORK NETWORK IMAGES FORMAT THREADS

WORK is ascent (a step of gradient ascent in Fourier space), gradient (of the log-probability of a
class with respect to pixels) or prediction (logits); NETWORK is resnet50, thin or cifar10, frozen and
in eval mode; FORMAT is contiguous or channels_last. Prints its versions; then, for every line on
standard input, takes that many steps and prints their milliseconds on one line.
"""

import sys
import time
from pathlib import Path

import torch
import torchvision
from torch.nn import functional
from torchvision.models.resnet import Bottleneck

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "golden"))
from models import ResNet, constrained, convolutional, torchvision_resnet  # noqa: E402

from super_stimuli import COLOURS, RATE  # noqa: E402

MEAN = torch.tensor([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1)
CLASS = 3


def network(name):
    """The network, the size of its images, and whether it wants them normalised."""
    if name == "resnet50":
        return torchvision_resnet(50, 4), 224, True
    if name == "cifar10":
        return constrained(4, 9, convolutional(4, 1, 1024, 10, 32)), 32, False
    return constrained(4, 7, ResNet(Bottleneck, [1, 1, 1, 1], 16, 4, 10)), 32, True


def ascent(logits, size, pictures):
    down = torch.fft.fftfreq(size)[:, None]
    across = torch.fft.rfftfreq(size)
    scale = (size / 4 / torch.sqrt(down**2 + across**2).clamp(min=1 / size))[..., None]
    colours = COLOURS.float().T.contiguous()
    spectra = 0.01 * torch.randn(pictures, 3, size, size // 2 + 1, 2)
    spectra.requires_grad_()
    adam = torch.optim.Adam([spectra], lr=RATE)

    def step():
        adam.zero_grad()
        image = torch.fft.irfftn(torch.view_as_complex(spectra * scale), s=(size, size))
        image = torch.sigmoid((image.permute(0, 2, 3, 1) @ colours).permute(0, 3, 1, 2))
        (-logits(image)[:, CLASS].sum()).backward()
        adam.step()

    return step


def gradient(logits, pixels):
    def step():
        leaf = pixels.detach().requires_grad_()
        loss = functional.log_softmax(logits(leaf), 1)[:, CLASS].sum()
        return torch.autograd.grad(loss, leaf)[0]

    return step


def prediction(logits, pixels):
    def step():
        with torch.no_grad():
            return logits(pixels)

    return step


def main():
    work, name, images, layout, threads = sys.argv[1:]
    torch.set_num_threads(int(threads))
    memory_format = getattr(torch, layout + "_format" if layout == "contiguous" else layout)
    model, size, normalised = network(name)
    model = model.to(memory_format=memory_format).eval().requires_grad_(False)

    def logits(pixels):
        return model((pixels - MEAN) / DEVIATION if normalised else pixels)

    pixels = torch.rand(int(images), 3, size, size).contiguous(memory_format=memory_format)
    if work == "ascent":
        step = ascent(logits, size, int(images))
    else:
        step = {"gradient": gradient, "prediction": prediction}[work](logits, pixels)
    print(f"PyTorch {torch.__version__}, torchvision {torchvision.__version__}", flush=True)
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            start = time.perf_counter()
            step()
            times.append((time.perf_counter() - start) * 1000)
        print(*times, flush=True)


if __name__ == "__main__":
    main()
