#!/usr/bin/env python3
"""Write the golden values of the tests of org.opponency.attacks: what Foolbox makes of small networks.

    FOOLBOX=CHECKOUT python3 environment/golden/attacks.py [FOLDER]

CHECKOUT is one of github.com/bethgelab/foolbox at a tag v3.3.*; without it nothing is written. FOLDER
defaults to the toolkit's test resources, package org.opponency. Needs PyTorch, torchvision and eagerpy (Debian: python3-torch,
python3-torchvision, python3-eagerpy); all versions go into versions.txt.

attacks/golden/<network>.safetensors  weights, pixels and labels; for each attack whose result is
                                      certain its adversarial images at one epsilon and its success at
                                      all, in float64
attacks/golden/random.safetensors     samples of what the random attacks draw, and how often uniform
                                      noise succeeds on one image
"""

import os
import sys
from collections import OrderedDict
from pathlib import Path
from types import ModuleType

import eagerpy
import torch
import torchvision
from models import ResNet, constrained, convolutional
from peers.seeded import DEVIATION, MEAN, RESOURCES, draw, write_safetensors
from torch import nn
from torchvision.models import resnet

EPSILONS = {
    "linf": [0.0, 0.003, 0.01, 0.03, 0.06, 0.1, 0.3],
    "l2": [0.0, 0.05, 0.2, 0.4, 0.7, 1.0, 2.0],
}
SHOWN = 4
IMAGES = 6
DRAWS = 1500


class Normalised(nn.Module):
    """A network behind ImageNet's normalisation."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, pixels):
        return self.network((pixels - MEAN) / DEVIATION)


def attacks(foolbox, norm):
    kinds = foolbox.attacks
    if norm == "linf":
        return dict(
            fgsm=kinds.LinfFastGradientAttack(),
            pgd=kinds.LinfProjectedGradientDescentAttack(random_start=False),
            bim=kinds.LinfBasicIterativeAttack(),
            deepfool=kinds.LinfDeepFoolAttack(),
        )
    return dict(
        fgsm=kinds.L2FastGradientAttack(),
        pgd=kinds.L2ProjectedGradientDescentAttack(random_start=False),
        bim=kinds.L2BasicIterativeAttack(),
        deepfool=kinds.L2DeepFoolAttack(),
    )


def golden_network(foolbox, file, network, model, size):
    """Labels are the decisions but for the last image's, which is wrong from the start."""
    pixels = torch.randint(0, 256, (IMAGES, size, size, 3), dtype=torch.uint8)
    images = pixels.permute(0, 3, 1, 2).double() / 255
    labels = model(images).argmax(1).detach()
    labels[-1] = (labels[-1] + 1) % 10
    tensors = OrderedDict(pixels=pixels, labels=labels)
    for name, value in network.state_dict().items():
        tensors["state." + name] = value.float() if value.is_floating_point() else value
    wrapped = foolbox.PyTorchModel(model, bounds=(0, 1))
    for norm, epsilons in EPSILONS.items():
        tensors["epsilons." + norm] = torch.tensor(epsilons).double()
        for name, attack in attacks(foolbox, norm).items():
            _, clipped, success = attack(wrapped, images, labels, epsilons=epsilons)
            tensors[f"{norm}.{name}.images"] = clipped[SHOWN].float()
            tensors[f"{norm}.{name}.success"] = success.to(torch.uint8)
            print(file.stem, norm, name, success.sum(1).tolist())
    write_safetensors(file, tensors)


def golden_draws(foolbox, file, model, images, labels):
    """What comes of a grey image, whose pixels are far from 0 and 1."""
    kinds = foolbox.attacks
    grey = torch.full((DRAWS, 3, 2, 2), 0.5).double()
    any_label = torch.zeros(DRAWS, dtype=torch.int64)
    silent = foolbox.PyTorchModel(nn.Flatten().eval(), bounds=(0, 1))
    makers = dict(
        noise=kinds.LinfAdditiveUniformNoiseAttack(),
        start=kinds.LinfProjectedGradientDescentAttack(steps=0),
    )
    tensors = OrderedDict()
    for name, attack in makers.items():
        _, clipped, _ = attack(silent, grey, any_label, epsilons=0.25)
        tensors["linf." + name] = ((clipped - grey) / 0.25).flatten()[:DRAWS]
    makers = dict(
        noise=kinds.L2AdditiveUniformNoiseAttack(),
        start=kinds.L2ProjectedGradientDescentAttack(steps=0),
    )
    for name, attack in makers.items():
        _, clipped, _ = attack(silent, grey, any_label, epsilons=0.25)
        tensors["l2." + name] = ((clipped - grey) / 0.25).flatten(1).norm(dim=1)
        tensors["l2." + name + ".first"] = ((clipped - grey) / 0.25).flatten(1)[:, 0]
    wrapped = foolbox.PyTorchModel(model, bounds=(0, 1))
    epsilons = torch.tensor([0.05, 0.1, 0.2, 0.3, 0.5, 1.0]).double()
    noise = kinds.LinfAdditiveUniformNoiseAttack()
    for i in range(IMAGES - 1):
        many = images[i : i + 1].repeat(DRAWS, 1, 1, 1)
        success = noise(wrapped, many, labels[i].repeat(DRAWS), epsilons=epsilons.tolist())[2]
        tensors[f"success.{i}"] = success.double().mean(1)
        print("noise", i, tensors[f"success.{i}"].tolist())
    tensors["success.epsilons"] = epsilons
    tensors["success.pixels"] = (images * 255).round().to(torch.uint8)
    tensors["success.labels"] = labels
    write_safetensors(file, tensors)


def load_foolbox(checkout):
    """The package in a checkout, without its model zoo, which would ask for GitPython."""
    sys.path.insert(0, checkout)
    sys.modules["foolbox.zoo"] = ModuleType("foolbox.zoo")
    import foolbox

    if not foolbox.__version__.startswith("3.3."):
        sys.exit(f"expected Foolbox 3.3, found {foolbox.__version__} in {checkout}")
    return foolbox


def main():
    if "FOOLBOX" not in os.environ:
        print("attacks.py: FOOLBOX names no checkout of Foolbox 3.3, so nothing is written")
        return
    foolbox = load_foolbox(os.environ["FOOLBOX"])
    folder = (Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES) / "attacks/golden"
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(7)
    torch.set_num_threads(1)
    plain = draw(constrained(2, 3, convolutional(2, 1, 8, 10, 6))).eval()
    golden_network(foolbox, folder / "convolutional.safetensors", plain, plain, 6)
    residual = constrained(2, 3, ResNet(resnet.Bottleneck, [1, 1, 1, 1], 2, 2, 10))
    behind = Normalised(draw(residual)).eval()
    golden_network(foolbox, folder / "residual.safetensors", residual, behind, 8)
    pixels = torch.randint(0, 256, (IMAGES, 3, 6, 6)).double() / 255
    labels = plain(pixels).argmax(1)
    golden_draws(foolbox, folder / "random.safetensors", plain, pixels, labels)
    (folder / "versions.txt").write_text(
        f"Foolbox {foolbox.__version__}\neagerpy {eagerpy.__version__}\n"
        f"PyTorch {torch.__version__}\ntorchvision {torchvision.__version__}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
