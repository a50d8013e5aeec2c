#!/usr/bin/env python3
"""Write the golden values of the tests of org.opponency.models and org.opponency.training: what
PyTorch and torchvision make of the same networks.

    python3 environment/golden/models.py [FOLDER]

FOLDER defaults to the toolkit's test resources, package org.opponency. Needs PyTorch and torchvision
(Debian: python3-torch, python3-torchvision); their versions go into each versions.txt.

models/golden/<network>.txt           names and shapes of a state_dict(), in its order
models/golden/<network>.safetensors   a small network: its weights, a batch, and in float64 its logits,
                                      a sample of each layer, and logits, running statistics and
                                      gradients of a training step
training/golden/optimisers.safetensors   the weights after 20 float64 steps across a drop of the rate
"""

import json
import math
import struct
import sys
from collections import OrderedDict
from pathlib import Path

import torch
import torchvision
from torch import nn
from torch.nn import functional
from torchvision.models import resnet

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency"
TYPES = {torch.float64: "F64", torch.float32: "F32", torch.int64: "I64", torch.uint8: "U8"}
MEAN = torch.tensor([0.485, 0.456, 0.406]).double().reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).double().reshape(1, 3, 1, 1)
SAMPLES = 32


class ResNet(resnet.ResNet):
    """torchvision's, with any number of channels at its stem and at its input."""

    def __init__(self, block, blocks, channels, inputs, classes):
        nn.Module.__init__(self)
        self._norm_layer = nn.BatchNorm2d
        self.inplanes, self.dilation, self.groups, self.base_width = channels, 1, 1, 64
        self.conv1 = nn.Conv2d(inputs, channels, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        for stage, count in enumerate(blocks):
            stride = 1 if stage == 0 else 2
            layer = self._make_layer(block, channels << stage, count, stride)
            self.add_module(f"layer{stage + 1}", layer)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(channels * 8 * block.expansion, classes)


def retina(width, kernel):
    return nn.Sequential(
        OrderedDict(
            retina_conv1=nn.Conv2d(3, 32, kernel, padding=kernel // 2),
            retina_relu1=nn.ReLU(),
            retina_conv2=nn.Conv2d(32, width, kernel, padding=kernel // 2),
            retina_relu2=nn.ReLU(),
        )
    )


def convolutional(width, depth, units, classes, size):
    """The ventral stream for CIFAR-10."""
    layers = OrderedDict()
    for i in range(depth):
        layers[f"ventral_conv{i}"] = nn.Conv2d(width if i == 0 else 32, 32, 9, padding=4)
        layers[f"ventral_relu{i}"] = nn.ReLU()
    layers["ventral_flatten"] = nn.Flatten()
    layers["ventral_fc1"] = nn.Linear((32 if depth else width) * size * size, units)
    layers["ventral_fc1_relu"] = nn.ReLU()
    layers["ventral_fc2"] = nn.Linear(units, classes)
    return nn.Sequential(layers)


def constrained(width, kernel, ventral):
    return nn.Sequential(OrderedDict(retina=retina(width, kernel), ventral=ventral))


def torchvision_behind_a_retina(depth, width):
    ventral = getattr(torchvision.models, f"resnet{depth}")(weights=None)
    ventral.conv1 = nn.Conv2d(width, 64, 7, stride=2, padding=3, bias=False)
    return constrained(width, 7, ventral)


def write_safetensors(file, tensors):
    header, offset, data = {}, 0, []
    for name, tensor in tensors.items():
        raw = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {
            "dtype": TYPES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [offset, offset + len(raw)],
        }
        offset += len(raw)
        data.append(raw)
    text = json.dumps(header).encode()
    file.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(data))


def write_names(file, model):
    lines = [" ".join([n, *map(str, t.shape)]) for n, t in model.state_dict().items()]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def draw(model):
    """Weights and statistics that float32 can hold, none of them trivial."""
    for name, value in model.state_dict().items():
        if name.endswith("num_batches_tracked"):
            value.fill_(3)
        elif value.dim() > 1:
            value.copy_(torch.randn(value.shape) * math.sqrt(2 / value[0].numel()))
        elif name.endswith(("bias", "mean")):
            value.copy_(0.3 + torch.randn(value.shape) / 2)
        else:
            value.copy_(0.5 + torch.rand(value.shape))
    return model.double()


def batch(size, classes):
    pixels = torch.randint(0, 256, (4, size, size, 3), dtype=torch.uint8)
    return pixels, torch.arange(4) % classes


def normalised(pixels):
    return (pixels.permute(0, 3, 1, 2).double() / 255 - MEAN) / DEVIATION


def sample(output):
    """Every k-th number, k such that there are at most SAMPLES."""
    flat = output.flatten()
    return flat[:: math.ceil(flat.numel() / SAMPLES)]


def golden_network(file, model, classes):
    draw(model)
    pixels, labels = batch(16, classes)
    tensors = OrderedDict(pixels=pixels, labels=labels)
    for name, value in model.state_dict().items():
        tensors["state." + name] = value.float() if value.is_floating_point() else value.clone()

    outputs = OrderedDict()

    def keep(name):
        # A copy, since torchvision's ReLUs work in place.
        return lambda module, inputs, output: outputs.update({name: output.detach().clone()})

    hooks = [m.register_forward_hook(keep(n)) for n, m in model.named_modules() if n]
    tensors["eval.logits"] = model.eval()(normalised(pixels))
    for hook in hooks:
        hook.remove()
    for name, output in outputs.items():
        tensors["eval.layer." + name] = sample(output)

    logits = model.train()(normalised(pixels))
    functional.cross_entropy(logits, labels).backward()
    tensors["train.logits"] = logits
    for name, value in model.named_buffers():
        tensors["train.state." + name] = value
    for name, value in model.named_parameters():
        tensors["train.gradient." + name] = value.grad.float()
    write_safetensors(file, tensors)


def golden_optimisers(file):
    """Ten steps at a rate and ten at a tenth of it, always on the same batch of pixels in [0, 1]."""
    model = draw(constrained(1, 3, convolutional(1, 0, 4, 3, 8)))
    pixels, labels = batch(8, 3)
    start = {name: value.clone() for name, value in model.state_dict().items()}
    tensors = OrderedDict(pixels=pixels, labels=labels)
    tensors.update({"state." + name: value.float() for name, value in start.items()})
    rules = {
        "sgd": (torch.optim.SGD, 0.02, dict(momentum=0.9, weight_decay=1e-2)),
        "rmsprop": (torch.optim.RMSprop, 1e-3, dict(alpha=0.9, eps=1e-8, weight_decay=1e-2)),
    }
    for rule, (optimiser, rate, settings) in rules.items():
        model.load_state_dict(start)
        steps = optimiser(model.parameters(), lr=rate, **settings)
        drop = torch.optim.lr_scheduler.MultiStepLR(steps, milestones=[10], gamma=0.1)
        for _ in range(20):
            steps.zero_grad()
            logits = model(pixels.permute(0, 3, 1, 2).double() / 255)
            functional.cross_entropy(logits, labels).backward()
            steps.step()
            drop.step()
        tensors.update({f"{rule}.{n}": v.clone() for n, v in model.state_dict().items()})
    write_safetensors(file, tensors)


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES
    torch.manual_seed(4)  # one that leaves no layer of the small networks silent
    torch.set_num_threads(1)
    models, training = root / "models/golden", root / "training/golden"
    for folder in (models, training):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "versions.txt").write_text(
            f"PyTorch {torch.__version__}\ntorchvision {torchvision.__version__}\n",
            encoding="utf-8",
        )
    for depth in (18, 50):
        write_names(models / f"resnet{depth}-4.txt", torchvision_behind_a_retina(depth, 4))
    for depth in range(5):
        ventral = convolutional(4, depth, 1024, 10, 32)
        write_names(models / f"cifar10-4-{depth}.txt", constrained(4, 9, ventral))
    golden_network(
        models / "bottleneck.safetensors",
        constrained(2, 3, ResNet(resnet.Bottleneck, [2, 1, 1, 1], 2, 2, 5)),
        5,
    )
    golden_network(
        models / "basic.safetensors",
        nn.Sequential(OrderedDict(ventral=ResNet(resnet.BasicBlock, [1, 2, 1, 1], 2, 3, 5))),
        5,
    )
    golden_optimisers(training / "optimisers.safetensors")


if __name__ == "__main__":
    main()
