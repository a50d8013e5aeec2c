#!/usr/bin/env python3
"""Write the golden images of the tests of org.opponency.images: small files in odd formats and what
Pillow and torchvision make of them.

    python3 environment/golden/images.py [FOLDER]

FOLDER defaults to the toolkit's resources. Needs Pillow, NumPy and torchvision (Debian:
python3-pil, python3-numpy, python3-torch, python3-torchvision); their versions go into versions.txt. For every
<file> there is <file>.rgb.png, the picture that Pillow decodes; resized-*.png are torchvision's
resized and cropped pictures; truncated.csv says how many bytes of a file Pillow needs;
normalised.csv is what ToTensor and Normalize make of each byte; random-crop.csv has mean and s.d. of
the parts that RandomResizedCrop draws.
"""

import csv
import io
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import PIL
import torch
import torchvision
import torchvision.transforms as transforms
import torchvision.transforms.functional as functional
from PIL import Image, ImageCms, features

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/main/resources/org/opponency/images/golden"
WIDTH, HEIGHT = 45, 34

# The seven passes of Adam7: first column, first row, column step, row step.
ADAM7 = [
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
]


def picture(channels, seed=1):
    """A gradient with a disc and noise, float (HEIGHT, WIDTH, channels) in [0, 1]."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH] / [[[HEIGHT]], [[WIDTH]]]
    disc = (x - 0.6) ** 2 + (y - 0.4) ** 2 < 0.07
    planes = [
        np.where(disc, 1 - x * (c + 1) / channels, (x + c * y) / (c + 1)) for c in range(channels)
    ]
    noise = random.normal(0, 0.05, (HEIGHT, WIDTH, channels))
    return np.clip(np.stack(planes, -1) + noise, 0, 1)


def jpeg(mode, **options):
    """A JPEG file as bytes."""
    channels = {"L": 1, "RGB": 3, "CMYK": 4}[mode]
    pixels = (picture(channels) * 255).astype(np.uint8)
    out = io.BytesIO()
    image = Image.fromarray(pixels[..., 0] if mode == "L" else pixels, mode)
    image.save(out, "jpeg", quality=85, **options)
    return out.getvalue()


def without_jfif(data):
    """Drops the JFIF segment, which Pillow writes first."""
    assert data[2:4] == b"\xff\xe0"
    return data[:2] + data[4 + struct.unpack(">H", data[4:6])[0]:]


def with_components_named(data, names):
    """Renames the three components in the headers of frame and scan."""
    data = bytearray(data)
    frame, scan = data.index(b"\xff\xc0"), data.index(b"\xff\xda")
    for i, name in enumerate(names):
        data[frame + 10 + 3 * i] = data[scan + 5 + 2 * i] = name
    return bytes(data)


def with_adobe_transform(data, transform):
    """Adds or changes Adobe's segment."""
    at = data.find(b"Adobe")
    if at < 0:
        segment = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00" + bytes([transform])
        return data[:2] + segment + data[2:]
    return data[:at + 11] + bytes([transform]) + data[at + 12:]


def png(kind, depth, interlaced=False, extra=b""):
    """A PNG file as bytes; kind is the colour type of the standard."""
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    samples = np.rint(picture(channels) * (2**depth - 1)).astype(np.uint16)
    passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
    rows = b"".join(packed(samples[y::dy, x::dx], depth) for x, y, dx, dy in passes)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, kind, 0, 0, int(interlaced))
    palette = b""
    if kind == 3:
        colours = np.random.default_rng(2).integers(0, 256, 3 * 2**depth, dtype=np.uint8)
        palette = chunk(b"PLTE", colours.tobytes())
    image = chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + palette + extra + image


def packed(samples, depth):
    """Rows as the standard stores them, each without a filter."""
    height, width, channels = samples.shape
    flat = samples.reshape(height, width * channels)
    if depth == 16:
        rows = [row.astype(">u2").tobytes() for row in flat]
    else:
        bits = (flat[..., None] >> np.arange(depth - 1, -1, -1)) & 1
        rows = [np.packbits(row.reshape(-1).astype(np.uint8)).tobytes() for row in bits]
    return b"".join(b"\0" + row for row in rows)


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def files():
    """All odd files by name."""
    plain = jpeg("RGB", subsampling="4:4:4")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    profile = profile[:24] + bytes(12) + profile[36:]  # its date would change the file each time
    return {
        "baseline-420.jpg": jpeg("RGB", subsampling="4:2:0"),
        "baseline-422.jpg": jpeg("RGB", subsampling="4:2:2"),
        "baseline-444.jpg": plain,
        "progressive.jpg": jpeg("RGB", progressive=True),
        "trailing-bytes.jpg": jpeg("RGB") + b"more",
        "grey.jpg": jpeg("L"),
        "no-jfif.jpg": without_jfif(plain),
        "rgb-by-names.jpg": with_components_named(without_jfif(plain), b"RGB"),
        "rgb-by-adobe.jpg": with_adobe_transform(without_jfif(plain), 0),
        "cmyk.jpg": jpeg("CMYK"),
        "ycck.jpg": with_adobe_transform(jpeg("CMYK"), 2),
        "orientation.jpg": jpeg("RGB", exif=exif),
        "profile.jpg": jpeg("RGB", icc_profile=profile),
        "png-in-disguise.jpg": png(2, 8),
        "grey-1.png": png(0, 1),
        "grey-2.png": png(0, 2),
        "grey-4.png": png(0, 4),
        "grey-8.png": png(0, 8),
        "grey-16.png": png(0, 16),
        "rgb-16.png": png(2, 16),
        "rgb-transparent.png": png(2, 8, extra=chunk(b"tRNS", b"\0\x10\0\x20\0\x30")),
        "grey-transparent.png": png(0, 8, extra=chunk(b"tRNS", b"\0\x80")),
        "grey-gamma.png": png(0, 8, extra=chunk(b"gAMA", struct.pack(">I", 100000))),
        "palette-1.png": png(3, 1),
        "palette-4.png": png(3, 4, extra=chunk(b"tRNS", bytes(range(0, 160, 10)))),
        "palette-8.png": png(3, 8),
        "grey-alpha-8.png": png(4, 8),
        "grey-alpha-16.png": png(4, 16),
        "rgba-8.png": png(6, 8),
        "rgba-16.png": png(6, 16),
        "interlaced.png": png(2, 8, interlaced=True),
        "interlaced-palette.png": png(3, 4, interlaced=True),
    }


def bytes_needed(data):
    """The smallest number of leading bytes that Pillow decodes."""
    for length in range(len(data), 0, -1):
        try:
            Image.open(io.BytesIO(data[:length - 1])).convert("RGB")
        except (OSError, SyntaxError):
            return length
    raise AssertionError("Pillow decodes nothing at all")


def resized():
    """torchvision's results by name; the tests repeat the arguments."""
    image = Image.fromarray((picture(3) * 255).astype(np.uint8))

    def evaluation(shorter, crop):
        return transforms.Compose([transforms.Resize(shorter), transforms.CenterCrop(crop)])

    return {
        "resized-16-14.png": evaluation(16, 14)(image),
        "resized-16-11.png": evaluation(16, 11)(image),
        "resized-73-64.png": evaluation(73, 64)(image),
        "resized-upright-21-21.png": evaluation(21, 21)(image.transpose(Image.Transpose.ROTATE_90)),
        "resized-stretch-20.png": transforms.Resize((20, 20))(image),
        "resized-part-12.png": functional.resized_crop(image, 5, 7, 23, 31, [12, 12]),
        "resized-none.png": image,
    }


def normalised():
    """ToTensor and Normalize of each byte, float32 in as many digits as tell it from its neighbours."""
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    transform = transforms.Compose(
        [
            transforms.ToTensor(),
            transforms.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
        ]
    )
    return transform(Image.fromarray(ramp))[:, 0].T.numpy()


def random_crops(draws=20_000):
    """Mean and s.d. of left edge, top edge, width and height, for images of several shapes."""
    torch.manual_seed(1)
    for width, height in ((500, 375), (300, 400), (640, 160), (100, 700)):
        image = torch.zeros(1, height, width)
        crop = transforms.RandomResizedCrop.get_params
        parts = [crop(image, (0.08, 1), (3 / 4, 4 / 3)) for _ in range(draws)]
        tops, lefts, heights, widths = np.array(parts, float).T
        yield [width, height, *(f"{m:.4f}" for v in (lefts, tops, widths, heights) for m in (v.mean(), v.std()))]


def write_csv(file, header, rows):
    with open(file, "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *rows])


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES
    folder.mkdir(parents=True, exist_ok=True)
    needed = []
    for name, data in files().items():
        (folder / name).write_bytes(data)
        pixels = np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))
        Image.fromarray(pixels).save(folder / f"{name}.rgb.png", optimize=True)
        needed.append((name, bytes_needed(data)))
    for name, image in resized().items():
        image.save(folder / name, optimize=True)
    write_csv(folder / "truncated.csv", ["file", "bytes_needed"], needed)
    digits = [[byte, *("%.9g" % v for v in row)] for byte, row in enumerate(normalised())]
    write_csv(folder / "normalised.csv", ["byte", "red", "green", "blue"], digits)
    moments = [f"{q}_{m}" for q in ("x", "y", "width", "height") for m in ("mean", "sd")]
    write_csv(folder / "random-crop.csv", ["image_width", "image_height", *moments], random_crops())
    versions = {
        "Pillow": PIL.__version__,
        "libjpeg-turbo": features.version("libjpeg_turbo"),
        "torchvision": torchvision.__version__,
        "NumPy": np.__version__,
    }
    lines = [f"{name} {version}\n" for name, version in versions.items()]
    (folder / "versions.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
