#!/usr/bin/env python3
"""Write the golden values of the tests of org.opponency.superstimuli: the same ascent in PyTorch.

    python3 environment/golden/super_stimuli.py [FOLDER]

FOLDER defaults to the toolkit's test resources, package org.opponency. Needs PyTorch and torchvision
(Debian: python3-torch, python3-torchvision); their versions go into versions.txt.

superstimuli/golden/ascent.safetensors   a small network, random spectra, and in float64 the pictures
                                         of these spectra and, after ten steps without transforms,
                                         pictures and objectives: a class, a channel, a cell driven
                                         down, and a class less half a channel
"""

import sys
from collections import OrderedDict
from pathlib import Path

import torch
import torchvision
from torchvision.models import resnet

sys.path.insert(0, str(Path(__file__).resolve().parent))
from models import ResNet, constrained  # noqa: E402
from peers.seeded import DEVIATION, MEAN, RESOURCES, draw, write_safetensors  # noqa: E402

SIZE = 16
STEPS = 10
RATE = 0.05
# The colours of ImageNet and the way from a spectrum to a picture are lucid's (optvis/param).
COLOURS = torch.tensor(
    [[0.26, 0.09, 0.02], [0.27, 0.00, -0.05], [0.27, -0.09, 0.03]], dtype=torch.float64
)
COLOURS = COLOURS / COLOURS.norm(dim=0).max()


def pictures(spectra):
    """Spectra (N, 3, SIZE, SIZE // 2 + 1, 2) as pictures (N, 3, SIZE, SIZE) in (0, 1)."""
    down = torch.fft.fftfreq(SIZE, dtype=torch.float64)[:, None]
    across = torch.fft.rfftfreq(SIZE, dtype=torch.float64)
    frequency = torch.sqrt(down**2 + across**2).clamp(min=1 / SIZE)
    scaled = spectra * (SIZE / frequency)[..., None]
    image = torch.fft.irfftn(torch.view_as_complex(scaled), s=(SIZE, SIZE)) / 4
    return torch.sigmoid(torch.einsum("rc,ncyx->nryx", COLOURS, image))


def objectives(model, images):
    """One for each picture."""
    outputs = {}

    def keep(module, inputs, output):
        outputs["retina"] = output

    hook = model.retina.retina_conv2.register_forward_hook(keep)
    logits = model((images - MEAN) / DEVIATION)
    hook.remove()
    retina = outputs["retina"]
    return torch.stack(
        [
            logits[0, 2],
            retina[1, 1].mean(),
            -retina[2, 0, SIZE // 2, SIZE // 2],
            logits[3, 4] - 0.5 * retina[3, 0].mean(),
        ]
    )


def main():
    folder = (Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES) / "superstimuli/golden"
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(3)
    torch.set_num_threads(1)
    model = draw(constrained(2, 3, ResNet(resnet.BasicBlock, [1, 1, 1, 1], 2, 2, 5))).eval()
    tensors = OrderedDict()
    for name, value in model.state_dict().items():
        tensors["state." + name] = value.float() if value.is_floating_point() else value.clone()

    start = (0.01 * torch.randn(4, 3, SIZE, SIZE // 2 + 1, 2)).float()
    spectra = start.double().requires_grad_()
    tensors.update(spectra=start, start=pictures(spectra))
    adam = torch.optim.Adam([spectra], lr=RATE)
    for _ in range(STEPS):
        adam.zero_grad()
        (-objectives(model, pictures(spectra))).sum().backward()
        adam.step()
    tensors.update(end=pictures(spectra), values=objectives(model, pictures(spectra)))
    write_safetensors(folder / "ascent.safetensors", tensors)
    (folder / "versions.txt").write_text(
        f"PyTorch {torch.__version__}\ntorchvision {torchvision.__version__}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
