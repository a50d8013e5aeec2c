#!/usr/bin/env python3
"""Write the checkpoints that the tests of org.opponency.models read: files of torch.save in the format
since 1.6 (zip) and in the one before it (legacy), as people and their training scripts leave them.

    python3 environment/golden/checkpoints.py [FOLDER]

FOLDER defaults to the toolkit's test resources, package org.opponency.models.weights. Needs PyTorch (Debian:
python3-torch); its version goes into checkpoints/versions.txt.

checkpoints/<format>/cifar.pt      a state dict with the names of the authors' CIFAR-10 models
            .../resnet.pt          one with the names of their ImageNet models
            .../nested.pt          a dict of state dicts, one a module, as their conv_dict() makes it
            .../retina.pt          the same of a retina alone, as their retina_dict() makes it
            .../torchvision.pt     a ResNet without prefixes
            .../parallel.pt        a state dict of nn.DataParallel
            .../training.pt        a checkpoint with optimiser, scheduler and counts
            .../torchbearer.pt     one as the authors' trainer leaves it: parallel, under "model"
            .../<type>.pt          cifar.pt in another element type
            .../views.pt           cifar.pt with tensors that are views: of one storage with offsets,
                                   transposed, channels last
            .../parameters.pt      cifar.pt with nn.Parameters in place of tensors
            .../types.pt           one tensor of every element type, empty, scalar, tied and expanded
            .../whole.pt           a whole module, which must be refused
            .../numpy.pt           a checkpoint with a NumPy number, which must be refused

Regenerated legacy files differ in a few bytes: PyTorch names their storages by memory address.

The k-th element, in row-major order, of a tensor called NAME is ((7 k + length of NAME) mod 64 - 32) / 32,
which every floating-point type holds exactly; of num_batches_tracked it is 3.
"""

import sys
from collections import OrderedDict
from pathlib import Path

import numpy
import torch
from torch import nn
from torchvision.models import resnet

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency/models/weights"
FORMATS = {"zip": True, "legacy": False}
TYPES = dict(half=torch.float16, bfloat16=torch.bfloat16, double=torch.float64)


def fill(model):
    for name, value in model.state_dict().items():
        value.copy_(pattern(name, value.shape))
    return model


def pattern(name, shape):
    if name.endswith("num_batches_tracked"):
        return torch.tensor(3)
    k = torch.arange(torch.Size(shape).numel())
    return (((7 * k + len(name)) % 64 - 32) / 32).reshape(shape)


def retina(width, kernel):
    return OrderedDict(
        retina_conv1=nn.Conv2d(3, 32, kernel, padding=kernel // 2),
        retina_relu1=nn.ReLU(),
        retina_conv2=nn.Conv2d(32, width, kernel, padding=kernel // 2),
        retina_relu2=nn.ReLU(),
    )


def cifar():
    """One cell, no ventral convolution, two hidden units, three classes; 3x3 kernels to stay small."""
    layers = retina(1, 3)
    layers["ventral_flatten"] = nn.Flatten()
    layers["ventral_fc1"] = nn.Linear(32 * 32, 2)
    layers["ventral_fc1_relu"] = nn.ReLU()
    layers["ventral_fc2"] = nn.Linear(2, 3)
    return nn.Sequential(layers)


class Small(resnet.ResNet):
    """torchvision's, with one channel at its stem and two stages of one block."""

    def __init__(self, inputs):
        nn.Module.__init__(self)
        self._norm_layer = nn.BatchNorm2d
        self.inplanes, self.dilation, self.groups, self.base_width = 1, 1, 1, 64
        self.conv1 = nn.Conv2d(inputs, 1, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(1)
        self.layer1 = self._make_layer(resnet.BasicBlock, 1, 1)
        self.layer2 = self._make_layer(resnet.BasicBlock, 2, 1, stride=2)
        self.fc = nn.Linear(2, 3)


def constrained():
    return nn.Sequential(OrderedDict(retina=nn.Sequential(retina(2, 3)), ventral=Small(2)))


def modules(model):
    return {name: module.state_dict() for name, module in model.named_children()}


def training(model):
    optimiser = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    schedule = torch.optim.lr_scheduler.MultiStepLR(optimiser, milestones=[3, 6])
    model(torch.rand(1, 3, 32, 32)).sum().backward()
    optimiser.step()
    schedule.step()
    fill(model)
    return optimiser.state_dict(), schedule.state_dict()


def training_checkpoint(model):
    optimiser, schedule = training(model)
    return {
        "epoch": 2,
        "arch": "cifar",
        "state_dict": model.state_dict(),
        "best_acc1": torch.tensor(0.5),
        "optimizer": optimiser,
        "scheduler": schedule,
        "rng": torch.get_rng_state()[:16].clone(),
        "log": [(0, 1.5), (1, 0.75), None, True, 1 << 70, -3],
    }


def torchbearer_checkpoint(model):
    optimiser, schedule = training(model)
    return {
        "model": nn.DataParallel(model).state_dict(),
        "optimizer": optimiser,
        "history": [{"train_steps": 4, "running_loss": 0.5, "val_acc": 0.25}],
        "callback_list": {"callback_states": [{}, schedule], "callback_types": ["A", "B"]},
    }


def views(state):
    """Equal tensors: the first two share a storage, the others are strided."""
    names = list(state)
    row = torch.cat([torch.zeros(5), *(state[name].flatten() for name in names[:2]), torch.ones(3)])
    start = 5
    for name in names[:2]:
        state[name] = row[start : start + state[name].numel()].view(state[name].shape)
        start += state[name].numel()
    conv, dense = state["retina_conv2.weight"], state["ventral_fc1.weight"]
    state["retina_conv2.weight"] = conv.contiguous(memory_format=torch.channels_last)
    state["ventral_fc1.weight"] = dense.t().contiguous().t()
    return state


def types():
    kinds = "float64 float32 float16 bfloat16 int64 int32 int16 int8 uint8 bool".split()
    tensors = {kind: torch.tensor([[0, 1], [2, 3]]).to(getattr(torch, kind)) for kind in kinds}
    tensors["scalar"] = torch.tensor(1.5)
    tensors["empty"] = torch.zeros(0, 3)
    tensors["negative"] = torch.tensor([-1, -2], dtype=torch.int16)
    tensors["tied"] = tensors["again"] = torch.arange(6.0).reshape(2, 3)
    tensors["transposed"] = tensors["tied"].t()
    tensors["part"] = tensors["tied"][1, 1:]
    tensors["every second"] = torch.arange(7.0)[::2]
    tensors["expanded"] = torch.tensor([2.0]).expand(3)
    return tensors


def checkpoints():
    small = fill(cifar())
    state = small.state_dict()
    yield "cifar", state
    yield "resnet", fill(constrained()).state_dict()
    yield "nested", modules(small)
    yield "retina", {n: m.state_dict() for n, m in fill(nn.Sequential(retina(4, 3))).named_children()}
    yield "torchvision", fill(Small(3)).state_dict()
    yield "parallel", nn.DataParallel(small).state_dict()
    for name, kind in TYPES.items():
        yield name, OrderedDict((key, value.to(kind)) for key, value in state.items())
    yield "views", views(OrderedDict(state))
    yield "parameters", OrderedDict((key, nn.Parameter(value)) for key, value in state.items())
    yield "training", training_checkpoint(cifar())
    yield "torchbearer", torchbearer_checkpoint(cifar())
    yield "types", types()
    yield "whole", nn.Linear(2, 1)
    yield "numpy", {"state_dict": state, "accuracy": numpy.float64(0.5)}


def main():
    root = (Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES) / "checkpoints"
    torch.manual_seed(0)
    for folder in FORMATS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, content in checkpoints():
        for folder, zipped in FORMATS.items():
            file = root / folder / (name + ".pt")
            torch.save(content, file, _use_new_zipfile_serialization=zipped)
    (root / "versions.txt").write_text(f"PyTorch {torch.__version__}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
