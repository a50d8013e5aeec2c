#!/usr/bin/env python3
"""Write a small TorchScript model and what PyTorch makes of it, for the tests of
org.opponency.models and the notebook explore-your-own-model.

    python3 environment/golden/torchscript.py [FOLDER]

FOLDER defaults to the toolkit's test resources. Needs PyTorch (Debian: python3-torch).

torchscript.pt             an untrained classifier of ten classes with dropout and batch norm, saved in
                           training mode: who runs it must put it into eval mode
torchscript.safetensors    a batch of pixels in [0, 1], its logits after ImageNet's normalisation, and
                           the gradient of the sum of logit 3 with respect to the pixels
"""

import json
import struct
import sys
from pathlib import Path

import torch
from torch import nn

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency/models/golden"
MEAN = torch.tensor([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1)


def write(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        raw = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {
            "dtype": "F32",
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + len(raw)],
        }
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def main(folder):
    torch.manual_seed(11)
    model = nn.Sequential(
        nn.Conv2d(3, 8, 5, stride=2, padding=2),
        nn.BatchNorm2d(8),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(2),
        nn.Flatten(),
        nn.Dropout(0.5),
        nn.Linear(32, 10),
    )
    model[1].running_mean.normal_()
    model[1].running_var.uniform_(0.5, 2)
    torch.jit.save(torch.jit.script(model.train()), folder / "torchscript.pt")
    pixels = torch.rand(2, 3, 32, 32, requires_grad=True)
    logits = model.eval()((pixels - MEAN) / DEVIATION)
    logits[:, 3].sum().backward()
    write(folder / "torchscript.safetensors", {"pixels": pixels, "logits": logits, "gradient": pixels.grad})


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES)
