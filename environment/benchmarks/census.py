#!/usr/bin/env python3
"""PyTorch's side of Census.java, which runs it: census.py FOLDER THREADS

FOLDER holds weights.safetensors of a network. Prints its versions; then, for every line on standard
input, takes the census of Retina-2 and ResNet-1 as the published code does (ecs-vlc/opponency,
statistics/devalois.py and spatial_opponency.py): full fields one at a time, gratings by 128, each layer
anew. Writes all responses into FOLDER/responses and prints the seconds that it took.
"""

import json
import struct
import sys
import time
from pathlib import Path

import torch
import torchvision
from torchvision.models.resnet import Bottleneck

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "golden"))
from early_vision import grating, hsl  # noqa: E402
from models import ResNet, constrained  # noqa: E402

MEAN = torch.tensor([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1)
BATCH = 128
LAYERS = {"retina_conv2": "retina_relu2", "conv1": "relu"}


def read(file):
    """The float32 tensors of a safetensors file and its metadata."""
    raw = file.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            data = bytearray(raw[8 + length + start : 8 + length + end])
            tensors[name] = torch.frombuffer(data, dtype=torch.float32).reshape(entry["shape"])
    return tensors, header["__metadata__"]


def network(state):
    stages = [f"ventral.layer{i}." for i in range(1, 5)]
    blocks = [len({n.split(".")[2] for n in state if n.startswith(stage)}) for stage in stages]
    channels, width = state["ventral.conv1.weight"].shape[:2]
    classes = len(state["ventral.fc.bias"])
    model = constrained(width, 7, ResNet(Bottleneck, blocks, channels, width, classes))
    model.load_state_dict(state, strict=False)
    return model.eval()


@torch.no_grad()
def centre(model, layer, pixels):
    x = (pixels - MEAN) / DEVIATION
    for name, module in [*model.retina.named_children(), *model.ventral.named_children()]:
        x = module(x)
        if name == layer:
            return x[:, :, x.shape[2] // 2, x.shape[3] // 2]
    raise KeyError(layer)


def uniform(rgb, size):
    return torch.ones(1, size, size, 3).mul(torch.tensor(rgb)).permute(0, 3, 1, 2)


def census(model, gratings, size):
    responses = []
    for conv, relu in LAYERS.items():
        for hue in range(360):
            responses.append(centre(model, conv, uniform(hsl(hue), size)))
        responses.append(centre(model, conv, uniform([0.0] * 3, size)))
        for level in range(101):
            responses.append(centre(model, conv, uniform([level / 100] * 3, size)))
        responses.append(centre(model, conv, uniform([0.5] * 3, size)))
        for batch in gratings.split(BATCH):
            responses.append(centre(model, relu, batch.unsqueeze(1).expand(-1, 3, -1, -1)))
        responses.append(centre(model, relu, uniform([0.0] * 3, size)))
    return torch.cat([r.flatten() for r in responses])


def main():
    folder, threads = Path(sys.argv[1]), int(sys.argv[2])
    torch.set_num_threads(threads)
    state, metadata = read(folder / "weights.safetensors")
    model, size = network(state), int(metadata["image_size"])
    gratings = torch.stack(
        [
            grating(size, orientation, phase / 5, frequency)
            for orientation in range(0, 180, 20)
            for phase in range(5)
            for frequency in range(1, size // 2 + 1)
        ]
    )
    print(f"PyTorch {torch.__version__}, torchvision {torchvision.__version__}", flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        responses = census(model, gratings, size)
        seconds = time.perf_counter() - start
        (folder / "responses").write_bytes(responses.numpy().tobytes())
        print(seconds, flush=True)


if __name__ == "__main__":
    main()
