package org.opponency.study.census;

import java.util.List;
import org.opponency.io.Named;

/**
 * What the authors' shallow networks of {@link PublishedCensus} were trained on, as its file names
 * it.
 */
public enum PublishedCondition {
  /** CIFAR-10 as it is. */
  CIFAR10_COLOUR("cifar10-colour", "CIFAR-10 in colour"),
  /** Without colour. */
  CIFAR10_GREY("cifar10-grey", "CIFAR-10 in grey"),
  /** In CIE L*a*b*. */
  CIFAR10_LAB("cifar10-lab", "CIFAR-10 in Lab"),
  /** Each image with its channels in another order. */
  CIFAR10_SHUFFLED("cifar10-channel-shuffled", "CIFAR-10, shuffled"),
  /** Seen through a mosaic of colour filters. */
  CIFAR10_MOSAIC("cifar10-mosaic", "CIFAR-10, mosaic"),
  /** With distorted colours. */
  CIFAR10_DISTORTED("cifar10-distorted", "CIFAR-10, distorted"),
  /** Photographs. */
  IMAGENET("imagenet", "ImageNet"),
  /** Not trained. */
  RANDOM("random", "random weights"),
  /** Not trained, looked at in CIE L*a*b*. */
  RANDOM_LAB("random-lab", "random weights, Lab");

  private final String key;
  private final String label;

  PublishedCondition(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The name as headings give it. */
  public String label() {
    return label;
  }

  /** Whether its cells were shown hues. */
  boolean hues() {
    return this != CIFAR10_GREY;
  }

  static PublishedCondition of(String key) {
    return Named.find("a condition", List.of(values()), condition -> condition.key, key);
  }

  @Override
  public String toString() {
    return label;
  }
}
