package org.opponency.claims;

/** What claims of the paper are about: one value a network each. */
public enum Quantity {
  /** Top-1 accuracy on the validation images (Figure 5). */
  ACCURACY("top-1 accuracy"),
  /** Shape decisions among shape and texture decisions (Figure 4). */
  SHAPE_BIAS("shape bias"),
  /** Top-1 accuracy on natural adversarial examples (Figure 6). */
  NATURAL_ADVERSARIAL("accuracy on natural adversarial examples"),
  /** Area under the response rate accuracy curve on them (Figure 11). */
  AURRA("AURRA on natural adversarial examples"),
  /** Worst-case accuracy under attack, mean over the budgets above 0 (Figure 7). */
  ROBUST_ACCURACY("robust accuracy"),
  /** The largest perturbation that the attacks of Figure 7 may make, pixels in [0, 1]. */
  LARGEST_PERTURBATION("largest perturbation"),
  /** Worst-case accuracy of the CIFAR-10 networks at {@link Claims#CIFAR10_EPSILON} (Figure 10). */
  CIFAR10_ROBUST_ACCURACY("robust accuracy on CIFAR-10"),
  /** Share of Retina-2 cells that are colour-opponent (Figure 2). */
  RETINA2_COLOUR("colour-opponent share of Retina-2"),
  /** Share of Retina-2 cells that are luminance- but not colour-opponent. */
  RETINA2_LUMINANCE_ONLY("luminance-only share of Retina-2"),
  /** Share of ResNet-1 cells that are colour-opponent. */
  RESNET1_COLOUR("colour-opponent share of ResNet-1"),
  /** Share of ResNet-1 cells that are luminance-opponent. */
  RESNET1_LUMINANCE("luminance-opponent share of ResNet-1"),
  /** Share of the colour-opponent cells of both layers that are luminance-opponent as well. */
  COLOUR_AND_LUMINANCE("luminance-opponent share of colour-opponent cells"),
  /** Linearity score of Retina-2 as a share of the grey scale, mean over cells; 0 if linear. */
  RETINA2_NONLINEARITY("non-linearity of Retina-2"),
  /** Share of Retina-2 cells whose receptive field is centre-surround (Figure 8). */
  RETINA2_CENTRE_SURROUND("centre-surround share of Retina-2"),
  /** Median s.d. of the centres in Retina-2 as a share of the side of what a cell sees. */
  RETINA2_CENTRE_WIDTH("width of centres in Retina-2"),
  /** Mean probability that a network gives the class of its own super-stimuli (Figure 3). */
  SUPERSTIMULUS_CONFIDENCE("confidence in super-stimuli");

  private final String title;

  Quantity(String title) {
    this.title = title;
  }

  /** The name as people write it. */
  public String title() {
    return title;
  }
}
