package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.models.Architecture;
import org.opponency.training.Recipe;

/** A recipe together with the networks that it is for. */
public enum Regime {
  /** The paper's: ResNet-50 behind a retina, 224 pixels. */
  IMAGENET(224) {
    @Override
    Recipe recipe(int size) {
      return Recipe.imageNet(size);
    }

    @Override
    Architecture network(int width, int classes, int size) {
      return Architecture.resNet50(width, classes, size);
    }
  },
  /** Harris et al.'s for CIFAR-10: a retina before four 9x9 convolutions, 32 pixels. */
  CIFAR10(32) {
    @Override
    Recipe recipe(int size) {
      return Recipe.cifar10();
    }

    @Override
    Architecture network(int width, int classes, int size) {
      if (classes != CIFAR_CLASSES || size != defaultSize()) {
        throw new IllegalArgumentException(
            format(
                "The recipe for CIFAR-10 expects 10 classes of images of 32 pixels, got %d classes and %d pixels; imagenet and laptop take any",
                classes, size));
      }
      return Architecture.cifar10(width, CIFAR_DEPTH);
    }
  },
  /** Small enough for two cores: a thin ResNet behind the full retina, 32 pixels unless told. */
  LAPTOP(32) {
    @Override
    Recipe recipe(int size) {
      return Recipe.laptop(
          Preprocessing.forNetwork(size), Augmentation.imagenet(size), LAPTOP_EPOCHS);
    }

    @Override
    Architecture network(int width, int classes, int size) {
      return Architecture.thin(width, classes, size);
    }
  };

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
  abstract Recipe recipe(int size);

  abstract Architecture network(int width, int classes, int size);

  /** The network of a width; without a retina for width 0. */
  Architecture architecture(int width, int classes, int size) {
    return width == 0 ? network(1, classes, size).withoutRetina() : network(width, classes, size);
  }
}
