"""Writes stand-ins of the authors' ResNet-50s: names, shapes and size of theirs, weights drawn.

    python3 environment/golden/peers/published_networks.py FOLDER [WIDTH...]

FOLDER/resnet50/resnet50_WIDTH_0.pt for each WIDTH (1, 2, 4, 8, 16 and 32 by default), in turns in PyTorch's
format before 1.6 and since. Batch norm's statistics are such that activations neither die nor explode.
"""

import sys
from collections import OrderedDict
from pathlib import Path

import torch

WIDTHS = [1, 2, 4, 8, 16, 32]


def convolution(state, name, out, into, kernel):
    deviation = (2 / (into * kernel * kernel)) ** 0.5
    state[f"{name}.weight"] = torch.randn(out, into, kernel, kernel) * deviation


def norm(state, name, channels, last=False):
    state[f"{name}.weight"] = torch.full((channels,), 0.2 if last else 1.0)
    state[f"{name}.bias"] = torch.zeros(channels)
    state[f"{name}.running_mean"] = torch.zeros(channels)
    state[f"{name}.running_var"] = torch.ones(channels)
    state[f"{name}.num_batches_tracked"] = torch.tensor(1)


def network(width):
    torch.manual_seed(width)
    state = OrderedDict()
    for name, out, into in (("retina_conv1", 32, 3), ("retina_conv2", width, 32)):
        bound = (6 / (49 * (into + out))) ** 0.5
        state[f"retina.{name}.weight"] = torch.empty(out, into, 7, 7).uniform_(-bound, bound)
        state[f"retina.{name}.bias"] = torch.full((out,), 0.05)
    convolution(state, "ventral.conv1", 64, width, 7)
    norm(state, "ventral.bn1", 64)
    into = 64
    for stage, blocks in enumerate((3, 4, 6, 3)):
        channels = 64 << stage
        for block in range(blocks):
            name = f"ventral.layer{stage + 1}.{block}"
            for i, (out, before, kernel) in enumerate(
                ((channels, into, 1), (channels, channels, 3), (4 * channels, channels, 1)), start=1
            ):
                convolution(state, f"{name}.conv{i}", out, before, kernel)
                norm(state, f"{name}.bn{i}", out, last=i == 3)
            if block == 0:
                convolution(state, f"{name}.downsample.0", 4 * channels, into, 1)
                norm(state, f"{name}.downsample.1", 4 * channels)
            into = 4 * channels
    state["ventral.fc.weight"] = torch.randn(1000, into) / into**0.5
    state["ventral.fc.bias"] = torch.zeros(1000)
    return state


def main():
    folder = Path(sys.argv[1]) / "resnet50"
    folder.mkdir(parents=True, exist_ok=True)
    for i, width in enumerate(map(int, sys.argv[2:]) if sys.argv[2:] else WIDTHS):
        torch.save(
            network(width),
            folder / f"resnet50_{width}_0.pt",
            _use_new_zipfile_serialization=i % 2 == 1,
        )


if __name__ == "__main__":
    main()
