#!/usr/bin/env python3
"""PyTorch's side of SuperStimulusStep.java, which runs it: super_stimulus_step.py NETWORK PICTURES THREADS

NETWORK is resnet50 or thin. Prints its versions; then, for every line on standard input, takes that
many steps of gradient ascent in Fourier space and prints their milliseconds on one line.
"""

import sys
import time
from pathlib import Path

import torch
import torchvision
from torchvision.models.resnet import Bottleneck

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "golden"))
from models import ResNet, constrained, torchvision_resnet  # noqa: E402

from super_stimuli import COLOURS, RATE  # noqa: E402

MEAN = torch.tensor([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1)
CLASS = 3


def network(name):
    """The network and the size of its images."""
    if name == "resnet50":
        return torchvision_resnet(50, 4), 224
    return constrained(4, 7, ResNet(Bottleneck, [1, 1, 1, 1], 16, 4, 10)), 32


def main():
    name, pictures, threads = sys.argv[1:]
    torch.set_num_threads(int(threads))
    model, size = network(name)
    model = model.eval().requires_grad_(False)
    down = torch.fft.fftfreq(size)[:, None]
    across = torch.fft.rfftfreq(size)
    scale = (size / 4 / torch.sqrt(down**2 + across**2).clamp(min=1 / size))[..., None]
    colours = COLOURS.float().T.contiguous()
    spectra = 0.01 * torch.randn(int(pictures), 3, size, size // 2 + 1, 2)
    spectra.requires_grad_()
    adam = torch.optim.Adam([spectra], lr=RATE)

    def step():
        adam.zero_grad()
        image = torch.fft.irfftn(torch.view_as_complex(spectra * scale), s=(size, size))
        image = torch.sigmoid((image.permute(0, 2, 3, 1) @ colours).permute(0, 3, 1, 2))
        (-model((image - MEAN) / DEVIATION)[:, CLASS].sum()).backward()
        adam.step()

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
