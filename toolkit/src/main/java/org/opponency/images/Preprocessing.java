package org.opponency.images;

import static org.opponency.io.Text.format;

/**
 * What is done to every image before a model sees it, bit-equal to torchvision on Pillow images.
 * Normalisation is not part of it: that belongs to the model ({@link Normalisation}).
 */
public sealed interface Preprocessing {
  /** torchvision's evaluation protocol for ImageNet: Resize(256), CenterCrop(224). */
  Preprocessing IMAGENET = new ResizeAndCrop(256, 224);

  /** Leaves images untouched. */
  Preprocessing AS_IS = new AsIs();

  /** Below it, images come as large as networks take them: CIFAR-10, Tiny-ImageNet, Orchard. */
  int PHOTOGRAPH = 128;

  /** The image as the model is to see it, 8-bit RGB. */
  RgbImage apply(Picture image);

  /** Says in one line what is done; differs whenever the resulting pixels may. */
  String digest();

  /**
   * The ImageNet protocol scaled to another size: the shorter side to {@code size * 256 / 224},
   * rounded down, then the central {@code size x size} pixels.
   */
  static Preprocessing of(int size) {
    return new ResizeAndCrop(size * 256 / 224, size);
  }

  /**
   * What brings an image to a network's size, whatever set it is in, when it is trained and ever
   * after. Networks for photographs take the ImageNet protocol, scaled to their size; those for
   * smaller images take an image of their size as it is, and only others by that protocol.
   */
  static Preprocessing forNetwork(int size) {
    return size < PHOTOGRAPH ? fitting(size) : of(size);
  }

  /** Images of {@code size x size} pixels untouched, all others by {@link #of}. */
  static Preprocessing fitting(int size) {
    return new Fitting(of(size), size);
  }

  /** Images of {@code size x size} pixels untouched; refuses all others. */
  static Preprocessing only(int size) {
    return new Only(size);
  }

  /** Exactly {@code size x size} pixels; what is not square is distorted. */
  static Preprocessing stretch(int size) {
    return new Stretch(size);
  }

  /** torchvision's {@code Resize(size)}: the shorter side to {@code size}, nothing cut off. */
  static Preprocessing shorterSide(int size) {
    return new ShorterSide(size);
  }

  /** Leaves images untouched. */
  record AsIs() implements Preprocessing {
    @Override
    public RgbImage apply(Picture image) {
      return image.whole();
    }

    @Override
    public String digest() {
      return "as is";
    }
  }

  /**
   * Does nothing to an image that has the size already; each is looked at by itself.
   *
   * @param others what is done to all other images
   * @param size pixels a side
   */
  record Fitting(Preprocessing others, int size) implements Preprocessing {
    @Override
    public RgbImage apply(Picture image) {
      return isSquare(image, size) ? image.whole() : others.apply(image);
    }

    @Override
    public String digest() {
      return format("as is at %dx%d, else %s", size, size, others.digest());
    }
  }

  /**
   * Takes nothing but images that have the size already.
   *
   * @param size pixels a side
   */
  record Only(int size) implements Preprocessing {
    @Override
    public RgbImage apply(Picture image) {
      if (!isSquare(image, size)) {
        throw new IllegalArgumentException(
            format(
                "Expected an image of %d x %d pixels, to be taken as it is, got %d x %d",
                size, size, image.width(), image.height()));
      }
      return image.whole();
    }

    @Override
    public String digest() {
      return AS_IS.digest();
    }
  }

  private static boolean isSquare(Picture image, int size) {
    return image.width() == size && image.height() == size;
  }

  /**
   * Resizes both sides to one length.
   *
   * @param size pixels a side
   */
  record Stretch(int size) implements Preprocessing {
    /** Refuses sizes below 1. */
    public Stretch {
      requireSize(size);
    }

    @Override
    public RgbImage apply(Picture image) {
      return Resampling.resize(image, size, size);
    }

    @Override
    public String digest() {
      return format("bilinear %dx%d", size, size);
    }
  }

  /**
   * torchvision's {@code Resize(size)}: the longer side is rounded down.
   *
   * @param size pixels of the shorter side
   */
  record ShorterSide(int size) implements Preprocessing {
    /** Refuses sizes below 1. */
    public ShorterSide {
      requireSize(size);
    }

    @Override
    public RgbImage apply(Picture image) {
      Box resized = resized(image);
      return Resampling.resize(image, resized.width(), resized.height());
    }

    /** The size of the whole image afterwards. */
    private Box resized(Picture image) {
      long shorter = Math.min(image.width(), image.height());
      return Box.of(
          (int) (size * (long) image.width() / shorter),
          (int) (size * (long) image.height() / shorter));
    }

    @Override
    public String digest() {
      return format("bilinear shorter side %d", size);
    }
  }

  private static void requireSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("Expected a size of at least 1 pixel, got " + size);
    }
  }

  /**
   * torchvision's {@code Resize(resize)} and {@code CenterCrop(crop)}: the longer side is rounded
   * down, the crop's offset is rounded half to even.
   *
   * @param resize pixels of the shorter side
   * @param crop pixels a side of the central square
   */
  record ResizeAndCrop(int resize, int crop) implements Preprocessing {
    /** Refuses a crop larger than what it is cut from. */
    public ResizeAndCrop {
      if (crop < 1 || crop > resize) {
        throw new IllegalArgumentException(
            format("Expected a crop of 1 to %d pixels (the shorter side), got %d", resize, crop));
      }
    }

    @Override
    public RgbImage apply(Picture image) {
      Box whole = Box.of(image.width(), image.height());
      Box resized = new ShorterSide(resize).resized(image);
      Box centre = new Box(offset(resized.width()), offset(resized.height()), crop, crop);
      return Resampling.resize(image, whole, resized.width(), resized.height(), centre);
    }

    private int offset(int side) {
      return (int) Math.rint((side - crop) / 2.0);
    }

    @Override
    public String digest() {
      return format("bilinear shorter side %d, centre %dx%d", resize, crop, crop);
    }
  }
}
