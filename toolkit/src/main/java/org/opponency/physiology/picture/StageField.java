package org.opponency.physiology.picture;

import java.util.List;

/**
 * The effective field of a layer as a whole, each picture shown to another of its cells.
 *
 * @param layer PyTorch module path
 * @param field which part of the pictures moves its cells
 * @param profile the gradient for grey light by its distance from the middle, in rings one pixel
 *     wide, signed so that the middle half of the energy is above zero, as a share of the sum of
 *     its sizes; empty where no picture moves a cell
 */
public record StageField(String layer, EffectiveField field, List<Double> profile) {
  /** To be raised when the numbers of the same network change. */
  public static final int VERSION = 2;

  /** Copies the profile. */
  public StageField {
    profile = List.copyOf(profile);
  }
}
