package org.opponency.study;

/** What claims of the paper are about: one value a network each. */
public enum Measure {
  /** Top-1 accuracy on the validation images (Figure 5). */
  ACCURACY("top-1 accuracy"),
  /** Shape decisions among shape and texture decisions (Figure 4). */
  SHAPE_BIAS("shape bias"),
  /** Top-1 accuracy on natural adversarial examples (Figure 6). */
  NATURAL_ADVERSARIAL("accuracy on natural adversarial examples"),
  /** Area under the response rate accuracy curve on them (Figure 11). */
  AURRA("AURRA on natural adversarial examples"),
  /** Worst-case accuracy under attack at the budget that the figure's text names (Figure 7). */
  ROBUST_ACCURACY("robust accuracy"),
  /** The same for the CIFAR-10 networks (Figure 10). */
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
  /** Mean linearity score of Retina-2: s.d. of the receptive field over inputs, 0 if linear. */
  RETINA2_NONLINEARITY("non-linearity of Retina-2"),
  /** Share of Retina-2 cells whose receptive field is centre-surround (Figure 8). */
  RETINA2_CENTRE_SURROUND("centre-surround share of Retina-2"),
  /** Mean probability that a network gives the class of its own super-stimuli (Figure 3). */
  SUPERSTIMULUS_CONFIDENCE("confidence in super-stimuli");

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  /** The name as people write it. */
  public String title() {
    return title;
  }
}
