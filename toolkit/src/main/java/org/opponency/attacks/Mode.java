package org.opponency.attacks;

import java.util.List;
import java.util.Locale;
import org.opponency.io.Named;

/** Which attacks are run on which images. */
public enum Mode {
  /** Every attack on every image at every epsilon, as published. */
  FULL,
  /**
   * Only what can still change the worst-case curve, which comes out equal to the bit: an image
   * that is misclassified, or broken at an epsilon, is not attacked again at that epsilon.
   */
  WORST_CASE,
  /**
   * As {@link #WORST_CASE}, and an image that is broken at an epsilon counts as broken at every
   * larger one: an attacker who may change more may also change less.
   */
  CUMULATIVE;

  /** The name as people write it, such as {@code worst-case}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The mode of a label.
   *
   * @throws IllegalArgumentException if there is none; the message names the three
   */
  public static Mode of(String label) {
    return Named.find("a mode", List.of(values()), Mode::label, label);
  }
}
