#!/usr/bin/env python3
"""Write the golden values of networks and of their training: what PyTorch and torchvision make of the
same weights and the same pixels.

    python3 environment/golden/models.py [FOLDER]

FOLDER defaults to the toolkit's sources. Needs PyTorch and torchvision (Debian: python3-torch,
python3-torchvision); their versions go into each versions.txt.

main/resources/.../study/parity/<network>.csv    layers in eval mode and one training step
main/resources/.../study/parity/training-*.csv   losses and weights of twenty training steps
test/resources/.../models/golden/<network>.txt   names and shapes of a state_dict(), in its order

A CSV file has a row a tensor: its Euclidean norm, its projections p1 to p3 on fixed random directions,
all in float64, and the differences d1 to d3 that PyTorch's own float32 makes to the projections. So the
files stay small and yet no element of a tensor can be wrong unnoticed. Weights, pixels and directions
are not stored: both sides draw them from SplitMix64 (org.opponency.models.Noise and .Sketch).
"""

import csv
import math
import sys
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
import torchvision
from torch import nn
from torch.nn import functional
from torchvision.models import resnet

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "../../toolkit/src"
MEAN = torch.tensor([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1)
HEADER = ["quantity", "tensor", "norm", "p1", "p2", "p3", "d1", "d2", "d3"]
BATCH = 4
STEPS, DROP = 20, 10

# Streams of random numbers, as in org.opponency.models.Noise and Sketch.
WEIGHTS, PIXELS, DIRECTIONS = 1, 2, 3


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


def cifar10(width, depth, units=1024):
    return constrained(width, 9, convolutional(width, depth, units, 10, 32))


def torchvision_resnet(depth, width):
    """torchvision's own; behind a retina its first convolution is rebuilt, as the authors do."""
    ventral = getattr(torchvision.models, f"resnet{depth}")(weights=None)
    if not width:
        return nn.Sequential(OrderedDict(ventral=ventral))
    ventral.conv1 = nn.Conv2d(width, 64, 7, stride=2, padding=3, bias=False)
    return constrained(width, 7, ventral)


def thin(width, classes):
    return constrained(width, 7, ResNet(resnet.Bottleneck, [1, 1, 1, 1], 16, width, classes))


def mix(state):
    """One step of SplitMix64, org.opponency.io.Seed.of; state is an array of uint64."""
    z = state + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def noise(stream, number, count):
    """Uniform 64-bit numbers of a stream's numbered part."""
    part = mix(mix(np.array([stream], np.uint64)) + np.uint64(number))
    return mix(part + np.arange(count, dtype=np.uint64))


def uniform(bits, low, high):
    """float32 in [low, high) from the upper 24 bits."""
    unit = (bits >> np.uint64(40)).astype(np.float64) / (1 << 24)
    return (low + (high - low) * unit).astype(np.float32)


def draw(model):
    """Weights and statistics, none of them trivial, the same in float32 and float64."""
    for number, (name, value) in enumerate(model.state_dict().items()):
        bits = noise(WEIGHTS, number, value.numel())
        if name.endswith("num_batches_tracked"):
            value.fill_(3)
            continue
        if value.dim() > 1:
            bound = math.sqrt(6 / value[0].numel())
            drawn = uniform(bits, -bound, bound)
        elif name.endswith(("bias", "mean")):
            drawn = uniform(bits, -0.5, 0.5)
        else:
            drawn = uniform(bits, 0.5, 1.5)
        value.copy_(torch.from_numpy(drawn).reshape(value.shape))
    return model


def pixels(number, size, dtype):
    """A batch in [0, 1] of noise."""
    count = BATCH * size * size * 3
    data = (noise(PIXELS, number, count) >> np.uint64(56)).astype(np.uint8)
    images = torch.from_numpy(data).reshape(BATCH, size, size, 3).permute(0, 3, 1, 2)
    return images.to(dtype) / 255


def labels(number, classes):
    return (torch.arange(BATCH) * 7 + number) % classes


def sketch(tensor):
    """Norm and three projections on random directions of unit variance."""
    flat = tensor.detach().double().flatten().numpy()
    bits = noise(DIRECTIONS, 0, flat.size)
    shares = [(bits >> np.uint64(21 * k)) & np.uint64(0x1FFFFF) for k in range(3)]
    directions = [(s.astype(np.float64) / (1 << 20) - 1) * math.sqrt(3) for s in shares]
    return [math.sqrt((flat * flat).sum()), *((flat * d).sum() for d in directions)]


def normalised(x, imagenet):
    return (x - MEAN.to(x.dtype)) / DEVIATION.to(x.dtype) if imagenet else x


def answers(model, size, classes, imagenet, dtype):
    """Sketches of all layers in eval mode and of all that one training step makes, by name."""
    draw(model).to(dtype, memory_format=torch.channels_last)
    found = OrderedDict()

    def keep(name):
        # Taken at once, since torchvision's ReLUs work in place; of a ReLU used twice the last stays.
        return lambda module, inputs, output: found.update({("eval", name): sketch(output)})

    hooks = [m.register_forward_hook(keep(n)) for n, m in model.named_modules() if n]
    x = pixels(0, size, dtype).requires_grad_()
    with torch.no_grad():
        model.eval()(normalised(x, imagenet))
    for hook in hooks:
        hook.remove()
    found = OrderedDict((("eval", n), found["eval", n]) for n, _ in model.named_modules() if n)
    logits = model.train()(normalised(x, imagenet))
    loss = functional.cross_entropy(logits, labels(0, classes))
    loss.backward()
    found["logits", "training step"] = sketch(logits)
    found["loss", "training step"] = sketch(loss)
    found["input gradient", "training step"] = sketch(x.grad)
    for name, value in model.named_buffers():
        found["statistic", name] = sketch(value)
    for name, value in model.named_parameters():
        found["gradient", name] = sketch(value.grad)
    return found


def training(model, rule, rate, settings, size, classes, imagenet, dtype):
    """Sketches of the loss of each step and of the state after the last."""
    draw(model).to(dtype, memory_format=torch.channels_last).train()
    steps = rule(model.parameters(), lr=rate, **settings)
    drop = torch.optim.lr_scheduler.MultiStepLR(steps, milestones=[DROP], gamma=0.1)
    found = OrderedDict()
    for step in range(STEPS):
        steps.zero_grad()
        logits = model(normalised(pixels(step, size, dtype), imagenet))
        loss = functional.cross_entropy(logits, labels(step, classes))
        loss.backward()
        steps.step()
        drop.step()
        found["loss", f"step {step + 1}"] = sketch(loss)
    for name, value in model.state_dict().items():
        found["weight", name] = sketch(value)
    return found


def write(file, ask):
    """Asks in both precisions and writes what float64 says and how far float32 is off."""
    torch.set_num_threads(1)
    exact = ask(torch.float64)
    # With one thread PyTorch would send 1x1 convolutions to another library than with several.
    torch.set_num_threads(2)
    single = ask(torch.float32)
    with open(file, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(HEADER)
        for key, values in exact.items():
            differences = [s - e for s, e in zip(single[key][1:], values[1:])]
            rows.writerow([*key, *("%.13e" % v for v in values), *("%.5e" % d for d in differences)])
    print(file.name)


def write_networks(folder):
    def ask(make, size, classes, imagenet):
        return lambda dtype: answers(make(), size, classes, imagenet, dtype)

    for depth in (18, 34, 50, 101):
        for width in (0, 4):
            name = f"resnet{depth}" + (f"-retina{width}" if width else "")
            make = lambda: torchvision_resnet(depth, width)
            write(folder / f"{name}.csv", ask(make, 96, 1000, True))
    for depth in range(5):
        write(folder / f"cifar10-{depth}.csv", ask(lambda: cifar10(4, depth), 32, 10, False))


def write_trainings(folder):
    sgd = (torch.optim.SGD, 0.02, dict(momentum=0.9, weight_decay=1e-2))
    rmsprop = (torch.optim.RMSprop, 1e-4, dict(alpha=0.9, eps=1e-8, weight_decay=1e-2))

    def ask(make, rule, size, classes, imagenet):
        return lambda dtype: training(make(), *rule, size, classes, imagenet, dtype)

    small = lambda: cifar10(1, 1, 16)
    write(folder / "training-sgd.csv", ask(small, sgd, 32, 10, False))
    write(folder / "training-rmsprop.csv", ask(small, rmsprop, 32, 10, False))
    # Batch norm of four images makes longer strides chaotic: even float64 would lose all its digits.
    short_sgd = (torch.optim.SGD, 1e-3, dict(momentum=0.9, weight_decay=1e-2))
    write(folder / "training-thin.csv", ask(lambda: thin(4, 10), short_sgd, 64, 10, True))
    write(folder / "training-cifar10.csv", ask(lambda: cifar10(4, 1), rmsprop, 32, 10, False))
    resnet50 = lambda: torchvision_resnet(50, 4)
    write(folder / "training-resnet50.csv", ask(resnet50, short_sgd, 64, 1000, True))


def write_names(folder):
    models = {f"resnet{depth}-4": torchvision_resnet(depth, 4) for depth in (18, 34, 50, 101)}
    models.update({f"cifar10-4-{depth}": cifar10(4, depth) for depth in range(5)})
    for name, model in models.items():
        lines = [" ".join([n, *map(str, t.shape)]) for n, t in model.state_dict().items()]
        (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    sources = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCES
    names = sources / "test/resources/org/opponency/models/golden"
    parity = sources / "main/resources/org/opponency/study/parity"
    for folder in (names, parity):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "versions.txt").write_text(
            f"PyTorch {torch.__version__}\ntorchvision {torchvision.__version__}\n",
            encoding="utf-8",
        )
    write_names(names)
    write_networks(parity)
    write_trainings(parity)


if __name__ == "__main__":
    main()
