#!/usr/bin/env python3
"""Foolbox's side of Attacks.java, which runs it: attacks.py FOOLBOX WEIGHTS IMAGES THREADS WHAT

FOOLBOX is a checkout at a tag v3.3.*, WEIGHTS a safetensors file of a CIFAR-10 network of depth 1,
IMAGES a file of CIFAR-10 records. WHAT is foolbox, the published loop: every attack at every epsilon
on all images as one batch; or frozen, the same on weights that ask for no gradient. Prints versions;
then seconds an attack; then how many images withstand all attacks at each epsilon.
"""

import json
import struct
import sys
import time
from pathlib import Path

import numpy
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "golden"))
from attacks import load_foolbox  # noqa: E402
from models import constrained, convolutional  # noqa: E402

EPSILONS = [0, 0.0005, 0.001, 0.0015, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.1, 0.3, 0.5, 1.0]
RECORD = 3073


def read_safetensors(file):
    raw = Path(file).read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = (8 + length + offset for offset in entry["data_offsets"])
            values = numpy.frombuffer(raw[start:end], dtype="<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values.copy())
    return tensors


def network(file):
    tensors = read_safetensors(file)
    width = tensors["retina.retina_conv2.weight"].shape[0]
    units = tensors["ventral.ventral_fc1.weight"].shape[0]
    model = constrained(width, 9, convolutional(width, 1, units, 10, 32))
    model.load_state_dict(tensors)
    return model.eval()


def main():
    checkout, weights, images, threads, what = sys.argv[1:]
    torch.set_num_threads(int(threads))
    foolbox = load_foolbox(checkout)
    model = network(weights)
    if what == "frozen":
        model.requires_grad_(False)
    records = numpy.fromfile(images, dtype=numpy.uint8).reshape(-1, RECORD)
    labels = torch.from_numpy(records[:, 0].astype(numpy.int64))
    pixels = torch.from_numpy(records[:, 1:].reshape(-1, 3, 32, 32).copy()).float() / 255
    wrapped = foolbox.PyTorchModel(model, bounds=(0, 1))
    kinds = foolbox.attacks
    attacks = {
        "fgsm": kinds.LinfFastGradientAttack(),
        "pgd": kinds.LinfProjectedGradientDescentAttack(),
        "bim": kinds.LinfBasicIterativeAttack(),
        "uniform-noise": kinds.LinfAdditiveUniformNoiseAttack(),
        "deepfool": kinds.LinfDeepFoolAttack(),
    }
    print(f"PyTorch {torch.__version__}, Foolbox {foolbox.__version__}", flush=True)
    broken = torch.zeros(len(EPSILONS), len(labels), dtype=torch.bool)
    for name, attack in attacks.items():
        start = time.perf_counter()
        success = attack(wrapped, pixels, labels, epsilons=EPSILONS)[2]
        print(name, time.perf_counter() - start, *success.sum(1).tolist(), flush=True)
        broken |= success
    clean = model(pixels).argmax(1) != labels
    print("worst", *(~(broken | clean)).sum(1).tolist(), flush=True)


if __name__ == "__main__":
    main()
