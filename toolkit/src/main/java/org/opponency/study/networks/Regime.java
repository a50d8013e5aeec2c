package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.models.Architecture;
import org.opponency.training.Recipe;

/** A recipe together with the networks that it is for. */
public enum Regime {
  /** The paper's: ResNet-50 behind a retina, 224 pixels. */
  IMAGENET(224),
  /** Harris et al.'s for CIFAR-10: a retina before four 9x9 convolutions, 32 pixels. */
  CIFAR10(32),
  /** Small enough for two cores: a thin ResNet behind the full retina, 32 pixels unless told. */
  LAPTOP(32);

  private static final int CIFAR_CLASSES = 10;
  private static final int CIFAR_DEPTH = 4;
  private static final int LAPTOP_EPOCHS = 6;

  private final int defaultSize;

  Regime(int defaultSize) {
    this.defaultSize = defaultSize;
  }

  /** Side in pixels of what its networks see, unless told otherwise. */
  public int defaultSize() {
    return defaultSize;
  }

  /** The recipe for images of a size. */
  Recipe recipe(int size) {
    return switch (this) {
      case IMAGENET -> Recipe.imageNet(size);
      case CIFAR10 -> Recipe.cifar10();
      case LAPTOP ->
          Recipe.laptop(Preprocessing.forNetwork(size), Augmentation.imagenet(size), LAPTOP_EPOCHS);
    };
  }

  private Architecture network(int width, int classes, int size) {
    return switch (this) {
      case IMAGENET -> Architecture.resNet50(width, classes, size);
      case CIFAR10 -> cifar10(width, classes, size);
      case LAPTOP -> Architecture.thin(width, classes, size);
    };
  }

  private static Architecture cifar10(int width, int classes, int size) {
    if (classes != CIFAR_CLASSES || size != CIFAR10.defaultSize) {
      throw new IllegalArgumentException(
          format(
              "The recipe for CIFAR-10 expects 10 classes of images of 32 pixels, got %d classes"
                  + " and %d pixels; imagenet and laptop take any",
              classes, size));
    }
    return Architecture.cifar10(width, CIFAR_DEPTH);
  }

  /** The network of a width; without a retina for width 0. */
  Architecture architecture(int width, int classes, int size) {
    return width == 0 ? network(1, classes, size).withoutRetina() : network(width, classes, size);
  }
}
