package org.opponency.images.batch;

import org.opponency.images.Picture;
import org.opponency.images.RgbImage;

/** Random changes to a training image that leave its class as it is. */
@FunctionalInterface
public interface Augmentation {
  /** The changed image; equal arguments give equal images, from any thread. */
  RgbImage apply(Picture image, long seed);

  /** This change, then {@code next}, each with random numbers of its own. */
  default Augmentation then(Augmentation next) {
    return new Sequence(this, next);
  }

  /** The paper's for ImageNet: {@link RandomCrop#imagenet RandomResizedCrop}, then a flip. */
  static Augmentation imagenet(int size) {
    return RandomCrop.imagenet(size).then(flip());
  }

  /** The paper's for CIFAR-10: translation by up to 10 %, then a flip. */
  static Augmentation cifar10() {
    return new RandomTranslation(0.1).then(flip());
  }

  /** Left and right exchanged in half of the cases. */
  static Augmentation flip() {
    return new RandomFlip();
  }
}
