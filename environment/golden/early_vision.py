#!/usr/bin/env python3
"""Write the golden values of the tests of org.opponency.stimuli and org.opponency.physiology: what
PyTorch makes of the same retina, whole fields shown one at a time, each layer anew.

    python3 environment/golden/early_vision.py [FOLDER]

FOLDER defaults to the toolkit's test resources, package org.opponency. Needs PyTorch and torchvision
(Debian: python3-torch, python3-torchvision); their versions go into versions.txt.

physiology/golden/retina.safetensors   a small network, and of each layer its cells' float64 responses
                                       to hues, greys and gratings, their classes (0 opponent, 1
                                       non-opponent, 2 unresponsive), receptive fields and linearity
                                       scores at five saved inputs
stimuli/golden/gratings.safetensors    gratings as PsychoPy draws them: exactly, and with its rounding
"""

import sys
from collections import OrderedDict
from pathlib import Path

import torch
import torchvision
from models import ResNet, constrained
from peers.seeded import DEVIATION, MEAN, RESOURCES, draw, write_safetensors
from torchvision.models import resnet

SIZE = 16
# What is asked for, and the ReLU behind it.
LAYERS = {"retina.retina_conv2": "retina.retina_relu2", "ventral.conv1": "ventral.relu"}


def hsl(hue, saturation=1.0, lightness=0.5):
    chroma = (1 - abs(2 * lightness - 1)) * saturation
    second = chroma * (1 - abs(hue / 60 % 2 - 1))
    order = [(0, 1), (1, 0), (1, 2), (2, 1), (2, 0), (0, 2)][int(hue // 60) % 6]
    rgb = [lightness - chroma / 2] * 3
    rgb[order[0]] += chroma
    rgb[order[1]] += second
    return rgb


def field(rgb):
    return torch.tensor(rgb).double().float().double().reshape(1, 3, 1, 1).expand(1, 3, SIZE, SIZE)


def periods(size, orientation, phase, frequency):
    """PsychoPy's texture coordinate at each pixel: 0.5 - phase in the middle, ori = 90 - orientation
    turns clockwise."""
    turn = torch.deg2rad(torch.tensor(90.0 - orientation).double())
    across = torch.arange(size).double() + 0.5 - size / 2
    x, y = across.reshape(1, -1), -across.reshape(-1, 1)  # y up
    return (x * torch.cos(turn) - y * torch.sin(turn)) * frequency / size - phase + 0.5


def grating(size, orientation, phase, frequency):
    texture = torch.sin(2 * torch.pi * periods(size, orientation, phase, frequency) - torch.pi / 2)
    return ((1 + texture) / 2).float()


def psychopy(size, orientation, phase, frequency, resolution=128):
    """With a texture of 128 values, its nearest value taken, read back in 8 bits."""
    texture = torch.sin(torch.linspace(0, 2 * torch.pi, resolution).double() - torch.pi / 2)
    place = (periods(size, orientation, phase, frequency) % 1 * resolution).long()
    return (255 * (1 + texture[place.clamp(max=resolution - 1)]) / 2).round().to(torch.uint8)


def gratings():
    for orientation in range(0, 180, 20):
        for phase in range(5):
            for frequency in range(1, SIZE // 2 + 1):
                flat = grating(SIZE, orientation, phase / 5, frequency).double()
                yield flat.expand(1, 3, SIZE, SIZE)


def centre(model, layer, pixels):
    """Responses of the cells in the middle of a layer's map."""
    kept = []
    # A copy, since torchvision's ReLUs work in place.
    module = dict(model.named_modules())[layer]
    hook = module.register_forward_hook(lambda m, inputs, output: kept.append(output.clone()))
    model((pixels - MEAN) / DEVIATION)
    hook.remove()
    middle = kept[0].shape[-1] // 2
    return kept[0][0, :, middle, middle]


def opponency(responses, baseline):
    classes = []
    for curve, zero in zip(responses.T, baseline):
        if (curve == zero).all():
            classes.append(2)
        else:
            classes.append(0 if (curve > zero).any() and (curve < zero).any() else 1)
    return torch.tensor(classes)


def measure(model, layer, stimuli, background):
    with torch.no_grad():
        responses = torch.stack([centre(model, layer, pixels) for pixels in stimuli])
        baseline = centre(model, layer, background)
    return responses, baseline, opponency(responses, baseline)


def gradients(model, layer, pixels):
    """(cells, 3, SIZE, SIZE)"""
    rows = []
    cells = len(centre(model, layer, pixels))
    for cell in range(cells):
        leaf = pixels.clone().requires_grad_()
        centre(model, layer, leaf)[cell].backward()
        rows.append(leaf.grad[0])
    return torch.stack(rows)


def linearity(model, layer, inputs):
    """The score of ecs-vlc/opponency, statistics/rfdeviation.py."""
    pictures = []
    for pixels in inputs:
        rows = []
        for gradient in gradients(model, layer, pixels.double().unsqueeze(0)):
            scaled = gradient / (gradient.square().mean().sqrt() + 1e-5)
            scaled = scaled - scaled.mean()
            if scaled.std() > 1e-5:
                scaled = scaled / (scaled.std() + 1e-5)
            rows.append((255 * (0.1 * scaled + 0.5)).clamp(0, 255))
        pictures.append(torch.stack(rows))
    return torch.stack(pictures).std(dim=0).flatten(1).mean(dim=1)


def golden_retina(file):
    model = draw(constrained(4, 5, ResNet(resnet.Bottleneck, [1, 1, 1, 1], 2, 4, 3))).eval()
    model.retina.retina_conv2.weight.data[3] = 0  # a cell that responds to nothing
    tensors = OrderedDict()
    for name, value in model.state_dict().items():
        tensors["state." + name] = value.float() if value.is_floating_point() else value.clone()
    inputs = torch.rand(5, 3, SIZE, SIZE)
    tensors["inputs"] = inputs
    black, middle = field([0, 0, 0]), field([0.5] * 3)
    for layer, relu in LAYERS.items():
        shown = {
            "hues": (layer, [field(hsl(hue)) for hue in range(360)], black),
            "greys": (layer, [field([i / 100] * 3) for i in range(101)], middle),
            "gratings": (relu, list(gratings()), black),
        }
        for name, (measured, stimuli, background) in shown.items():
            responses, baseline, classes = measure(model, measured, stimuli, background)
            tensors[f"{layer}.{name}"] = responses.float()
            tensors[f"{layer}.{name}.baseline"] = baseline.float()
            tensors[f"{layer}.{name}.classes"] = classes
        tensors[f"{layer}.fields"] = gradients(model, layer, black).float()
        tensors[f"{layer}.linearity"] = linearity(model, layer, inputs)
    write_safetensors(file, tensors)


def golden_gratings(file):
    parameters = torch.tensor([[0, 0, 1], [20, 0.4, 3], [45, 0.25, 2], [90, 0.8, 8], [160, 0.6, 5]])
    exact = [grating(SIZE, *p) for p in parameters.double().tolist()]
    drawn = [psychopy(SIZE, *p) for p in parameters.double().tolist()]
    write_safetensors(
        file,
        OrderedDict(
            parameters=parameters.double(), exact=torch.stack(exact), psychopy=torch.stack(drawn)
        ),
    )


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES
    torch.manual_seed(4)
    torch.set_num_threads(1)
    for package in ("physiology", "stimuli"):
        folder = root / package / "golden"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "versions.txt").write_text(
            f"PyTorch {torch.__version__}\ntorchvision {torchvision.__version__}\n",
            encoding="utf-8",
        )
    golden_retina(root / "physiology/golden/retina.safetensors")
    golden_gratings(root / "stimuli/golden/gratings.safetensors")


if __name__ == "__main__":
    main()
