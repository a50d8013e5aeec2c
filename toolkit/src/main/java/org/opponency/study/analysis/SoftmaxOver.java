package org.opponency.study.analysis;

/** Which logits share the probability on natural adversarial examples. */
public enum SoftmaxOver {
  /**
   * Those of the pictures' own classes alone: ImageNet-A's 200, as its authors and the paper do.
   */
  CLASSES_SHOWN,
  /** All that a network has: ImageNet's 1,000. */
  ALL_CLASSES
}
