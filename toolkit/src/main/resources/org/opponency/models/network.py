"""The network of this folder, rebuilt with PyTorch alone.

    from network import load
    model = load()             # in eval mode
    logits = model(pixels)     # float32 (N, 3, H, W), RGB, in [0, 1]: it normalises them itself

config.json says what the network is, model.safetensors holds its weights. Layers have the names of
the toolkit that trained it, such as retina.retina_conv2, the bottleneck, or ventral.layer1.
"""

import json
import struct
from collections import OrderedDict
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

TYPES = {"F16": torch.float16, "F32": torch.float32, "F64": torch.float64, "I64": torch.int64}


def retina(width, kernel, channels):
    """Two convolutions with biases, each with its ReLU."""
    return nn.Sequential(
        OrderedDict(
            retina_conv1=nn.Conv2d(3, channels, kernel, padding=kernel // 2),
            retina_relu1=nn.ReLU(),
            retina_conv2=nn.Conv2d(channels, width, kernel, padding=kernel // 2),
            retina_relu2=nn.ReLU(),
        )
    )


class Padded(nn.Module):
    """Every other pixel, among channels of zeros, half before and half behind."""

    def __init__(self, missing, stride):
        super().__init__()
        self.before, self.behind, self.stride = missing // 2, missing - missing // 2, stride

    def forward(self, x):
        few = x[:, :, :: self.stride, :: self.stride]
        return functional.pad(few, (0, 0, 0, 0, self.before, self.behind))


class Block(nn.Module):
    """A residual block as in torchvision: the stride lies on a bottleneck's 3x3 convolution."""

    def __init__(self, before, channels, stride, bottleneck, shortcut):
        super().__init__()
        behind = channels * (4 if bottleneck else 1)
        if bottleneck:
            layers = (before, channels, 1, 1), (channels, channels, 3, stride), (channels, behind, 1, 1)
        else:
            layers = (before, channels, 3, stride), (channels, behind, 3, 1)
        for i, (first, last, kernel, step) in enumerate(layers, 1):
            convolution = nn.Conv2d(first, last, kernel, step, kernel // 2, bias=False)
            self.add_module(f"conv{i}", convolution)
            self.add_module(f"bn{i}", nn.BatchNorm2d(last))
        self.count, self.relu, self.downsample = len(layers), nn.ReLU(), None
        if stride != 1 or before != behind:
            if shortcut == "padded":
                self.downsample = Padded(behind - before, stride)
            else:
                projection = nn.Conv2d(before, behind, 1, stride, bias=False)
                self.downsample = nn.Sequential(projection, nn.BatchNorm2d(behind))

    def forward(self, x):
        y = x
        for i in range(1, self.count + 1):
            y = getattr(self, f"bn{i}")(getattr(self, f"conv{i}")(y))
            y = self.relu(y) if i < self.count else y
        return self.relu(y + (x if self.downsample is None else self.downsample(x)))


def resnet(inputs, classes, blocks, bottleneck, channels, stem, shortcut):
    """torchvision's residual network, or He et al.'s for small images."""
    layers, small = OrderedDict(), stem == "small_images"
    kernel, stride = (3, 1) if small else (7, 2)
    layers["conv1"] = nn.Conv2d(inputs, channels, kernel, stride, kernel // 2, bias=False)
    layers["bn1"], layers["relu"] = nn.BatchNorm2d(channels), nn.ReLU()
    if not small:
        layers["maxpool"] = nn.MaxPool2d(3, 2, 1)
    before = channels
    for stage, count in enumerate(blocks):
        own, chain = channels << stage, []
        for i in range(count):
            step = 2 if i == 0 and stage > 0 else 1
            chain.append(Block(before, own, step, bottleneck, shortcut))
            before = own * (4 if bottleneck else 1)
        layers[f"layer{stage + 1}"] = nn.Sequential(*chain)
    layers["avgpool"], layers["flatten"] = nn.AdaptiveAvgPool2d(1), nn.Flatten()
    layers["fc"] = nn.Linear(before, classes)
    return nn.Sequential(layers)


def convolutional(inputs, classes, depth, units, side):
    """Lindsey et al.'s ventral stream for CIFAR-10."""
    layers = OrderedDict()
    for i in range(depth):
        layers[f"ventral_conv{i}"] = nn.Conv2d(inputs, 32, 9, padding=4)
        layers[f"ventral_relu{i}"] = nn.ReLU()
        inputs = 32
    layers["ventral_flatten"] = nn.Flatten()
    layers["ventral_fc1"] = nn.Linear(inputs * side * side, units)
    layers["ventral_fc1_relu"] = nn.ReLU()
    layers["ventral_fc2"] = nn.Linear(units, classes)
    return nn.Sequential(layers)


class Network(nn.Module):
    """Retina and ventral stream, behind the normalisation of pixels in [0, 1]."""

    def __init__(self, config):
        super().__init__()
        for name in ("mean", "sd"):
            self.register_buffer(name, torch.tensor(config[name]).reshape(1, 3, 1, 1), persistent=False)
        self.retina = retina(**config["retina"]) if config["retina"] else None
        inputs = config["retina"]["width"] if config["retina"] else 3
        ventral, self.ventral = dict(config["ventral"] or {}), None
        kind = ventral.pop("kind", None)
        if kind == "resnet":
            self.ventral = resnet(inputs, config["num_labels"], **ventral)
        elif kind == "convolutional":
            self.ventral = convolutional(inputs, config["num_labels"], side=config["image_size"], **ventral)

    def forward(self, pixels):
        x = (pixels - self.mean) / self.sd
        for part in (self.retina, self.ventral):
            x = x if part is None else part(x)
        return x


def tensors(file):
    """The tensors of a safetensors file by name."""
    content = bytearray(Path(file).read_bytes())
    length = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__", None)
    found = {}
    for name, claim in header.items():
        first, last = (8 + length + offset for offset in claim["data_offsets"])
        flat = torch.frombuffer(bytearray(content[first:last]), dtype=TYPES[claim["dtype"]])
        found[name] = flat.reshape(claim["shape"])
    return found


def load(folder=Path(__file__).resolve().parent):
    """The network of a folder, in eval mode."""
    folder = Path(folder)
    model = Network(json.loads((folder / "config.json").read_text(encoding="utf-8")))
    model.load_state_dict(tensors(folder / "model.safetensors"))
    return model.eval()
