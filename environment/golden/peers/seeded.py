"""What golden values of single tests share: weights drawn by PyTorch from its own seed, and files."""

import json
import math
import struct
from pathlib import Path

import torch

RESOURCES = Path(__file__).resolve().parent / "../../../toolkit/src/test/resources/org/opponency"
TYPES = {torch.float64: "F64", torch.float32: "F32", torch.int64: "I64", torch.uint8: "U8"}
MEAN = torch.tensor([0.485, 0.456, 0.406]).double().reshape(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).double().reshape(1, 3, 1, 1)


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
