#!/usr/bin/env python3
"""Write small ResNets for CIFAR-10 as their trainers leave them, and what PyTorch makes of them.

    python3 environment/golden/small_resnets.py [FOLDER]

FOLDER defaults to the toolkit's test resources, package org.opponency.models.weights. Needs PyTorch (Debian:
python3-torch).

small-resnets/padded.th       a checkpoint of nn.DataParallel whose shortcuts pad with zeros and whose last
                              layer is called linear, as ResNet-20 and its kin for CIFAR-10 often are
             /projected.pth   a state dict whose projections are called shortcut
             /NAME.csv        a line a case: what (logits, or the gradient of logit 2 with respect to the
                              pixels), then the numbers, for pixels that rise from 0 to 1 in row-major order

Networks and weights are drawn from a seed; pixels are normalised with ImageNet's mean and deviation.
"""

import sys
from pathlib import Path

import torch
import torch.nn.functional as functional
from torch import nn

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency/models/weights"
MEAN, SD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


class Padding(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.channels = channels

    def forward(self, x):
        return functional.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.channels // 2, self.channels // 2))


class Block(nn.Module):
    def __init__(self, before, channels, stride, padded):
        super().__init__()
        self.conv1 = nn.Conv2d(before, channels, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.shortcut = nn.Sequential()
        if stride > 1:
            projection = nn.Conv2d(before, channels, 1, stride, bias=False), nn.BatchNorm2d(channels)
            self.shortcut = Padding(channels - before) if padded else nn.Sequential(*projection)

    def forward(self, x):
        y = self.bn2(self.conv2(functional.relu(self.bn1(self.conv1(x)))))
        return functional.relu(y + self.shortcut(x))


class ResNet(nn.Module):
    """He et al. 2015, section 4.2, with two blocks in the first stage and one in the others."""

    def __init__(self, padded, channels=4, classes=10):
        super().__init__()
        self.conv1 = nn.Conv2d(3, channels, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.layer1 = nn.Sequential(*(Block(channels, channels, 1, padded) for _ in range(2)))
        self.layer2 = nn.Sequential(Block(channels, 2 * channels, 2, padded))
        self.layer3 = nn.Sequential(Block(2 * channels, 4 * channels, 2, padded))
        self.linear = nn.Linear(4 * channels, classes)

    def forward(self, x):
        x = self.layer3(self.layer2(self.layer1(functional.relu(self.bn1(self.conv1(x))))))
        return self.linear(x.mean((2, 3)))


def drawn(padded):
    torch.manual_seed(20)
    model = ResNet(padded)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.uniform_(module.bias, -0.5, 0.5)
            nn.init.uniform_(module.running_mean, -0.5, 0.5)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
    return model.eval()


def table(model):
    pixels = torch.linspace(0, 1, 3 * 32 * 32).reshape(1, 3, 32, 32).requires_grad_()
    mean, sd = torch.tensor(MEAN).reshape(1, 3, 1, 1), torch.tensor(SD).reshape(1, 3, 1, 1)
    logits = model((pixels - mean) / sd)
    logits[0, 2].backward()
    rows = {"logits": logits.detach(), "gradient": pixels.grad}
    return "".join(
        ",".join([what, *(f"{value:.9g}" for value in values.flatten().tolist())]) + "\n"
        for what, values in rows.items()
    )


def main():
    folder = (Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES) / "small-resnets"
    folder.mkdir(parents=True, exist_ok=True)
    padded, projected = drawn(True), drawn(False)
    parallel = {f"module.{name}": value for name, value in padded.state_dict().items()}
    torch.save({"state_dict": parallel, "best_prec1": 91.7}, folder / "padded.th")
    torch.save(projected.state_dict(), folder / "projected.pth")
    (folder / "padded.csv").write_text(table(padded), encoding="utf-8")
    (folder / "projected.csv").write_text(table(projected), encoding="utf-8")


if __name__ == "__main__":
    main()
