package org.opponency.models;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.images.Normalisation;
import org.opponency.images.Preprocessing;

/**
 * Everything that fixes a network but its weights.
 *
 * @param retina the bottleneck in front, or {@link Retina#NONE}
 * @param ventral the network behind it, or {@link Ventral#NONE}
 * @param classes number of logits; 0 without a ventral stream
 * @param imageSize side in pixels of the square images it is trained on
 * @param normalisation what happens inside the network to pixels in [0, 1]
 */
public record Architecture(
    Retina retina, Ventral ventral, int classes, int imageSize, Normalisation normalisation) {
  private static final int BASELINE_WIDTH = 64;
  private static final int SMALL_KERNEL = 5;

  /** A batch of larger images would not fit into an array. */
  private static final int LARGEST = 2048;

  /** Refuses a network without layers, classes or pixels. */
  public Architecture {
    if (!ventral.isPresent()) {
      requireRetinaAlone(retina, classes);
    } else if (classes < 1) {
      throw new IllegalArgumentException("Expected classes >= 1, got " + classes);
    }
    if (imageSize < 1) {
      throw new IllegalArgumentException("Expected imageSize >= 1, got " + imageSize);
    }
    if (imageSize > LARGEST) {
      throw new IllegalArgumentException(
          format("Expected imageSize from 1 to %d pixels, got %d", LARGEST, imageSize));
    }
  }

  private static void requireRetinaAlone(Retina retina, int classes) {
    if (!retina.isPresent() || classes != 0) {
      throw new IllegalArgumentException(
          format(
              "Expected a retina and 0 classes where there is no ventral stream, got width %d and"
                  + " %d classes",
              retina.width(), classes));
    }
  }

  /** The paper's network: a 7x7 retina of {@code width} cells, ResNet-50, 1,000 classes, 224 px. */
  public static Architecture resNet50(int width) {
    return resNet50(width, 1000, 224);
  }

  /** The paper's network for other photographs: as many classes and pixels a side as they have. */
  public static Architecture resNet50(int width, int classes, int imageSize) {
    return photographic(new Retina(width, 7), 50, classes, imageSize);
  }

  /**
   * The baseline of the authors' training script: the paper's network behind a retina that is no
   * bottleneck, 64 channels in both of its layers.
   */
  public static Architecture baseline(int classes, int imageSize) {
    return photographic(new Retina(BASELINE_WIDTH, 7, BASELINE_WIDTH), 50, classes, imageSize);
  }

  /** Torchvision's ResNet of a depth (18, 34, 50, 101, 152) behind a retina, for ImageNet. */
  public static Architecture resNet(int depth, Retina retina) {
    return resNet(depth, retina, 224);
  }

  /** The same for pictures of another size. */
  public static Architecture resNet(int depth, Retina retina, int imageSize) {
    return photographic(retina, depth, 1000, imageSize);
  }

  private static Architecture photographic(Retina retina, int depth, int classes, int imageSize) {
    return new Architecture(
        retina, Ventral.ResNet.ofDepth(depth), classes, imageSize, Normalisation.IMAGENET);
  }

  /**
   * The same family made small enough for two cores: the full 7x7 retina, one bottleneck block a
   * stage, 16 channels at the stem.
   */
  public static Architecture thin(int width, int classes, int imageSize) {
    return new Architecture(
        new Retina(width, 7),
        new Ventral.ResNet(List.of(1, 1, 1, 1), true, 16),
        classes,
        imageSize,
        Normalisation.IMAGENET);
  }

  /**
   * The thin network for pictures of some 32 pixels a side: its retina has 5x5 kernels, so that a
   * cell of Retina-2 sees 9 pixels, 28 % of the picture, where 7x7 kernels would see 13, 41 %. In
   * the paper it is 13 of 224.
   */
  public static Architecture small(int width, int classes, int imageSize) {
    Architecture thin = thin(width, classes, imageSize);
    return new Architecture(
        new Retina(width, SMALL_KERNEL), thin.ventral, classes, imageSize, thin.normalisation);
  }

  /** The network of Harris et al. (2019, 2020) for CIFAR-10: 9x9 kernels, pixels as they are. */
  public static Architecture cifar10(int width, int depth) {
    return cifar10(width, depth, 1024);
  }

  /** The same with fewer or more units in its first fully connected layer. */
  public static Architecture cifar10(int width, int depth, int units) {
    return new Architecture(
        new Retina(width, 9), new Ventral.Convolutional(depth, units), 10, 32, Normalisation.NONE);
  }

  /** The same network with its pixels going straight to the ventral stream. */
  public Architecture withoutRetina() {
    return new Architecture(Retina.NONE, ventral, classes, imageSize, normalisation);
  }

  /** The retina alone: a network that ends in the bottleneck and has no logits. */
  public Architecture withoutVentral() {
    return new Architecture(retina, Ventral.NONE, 0, imageSize, normalisation);
  }

  /** The same network for pixels that are treated otherwise before its first layer. */
  public Architecture withNormalisation(Normalisation other) {
    return new Architecture(retina, ventral, classes, imageSize, other);
  }

  /** What brings an image to the network's size: {@link Preprocessing#forNetwork}. */
  public Preprocessing preprocessing() {
    return Preprocessing.forNetwork(imageSize);
  }

  /** Width of the bottleneck, N_BN; 0 without a retina. */
  public int width() {
    return retina.width();
  }

  /** Channels that reach the ventral stream. */
  int ventralChannels() {
    return retina.isPresent() ? retina.width() : 3;
  }
}
