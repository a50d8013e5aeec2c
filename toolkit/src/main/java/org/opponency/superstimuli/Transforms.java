package org.opponency.superstimuli;

import static org.opponency.io.Text.format;

import java.util.Random;
import org.opponency.io.Seed;

/**
 * Random shifts, scales and turns between the steps of an ascent, which keep it from stimuli that
 * only work pixel for pixel (Olah et al. 2017, "transformation robustness").
 *
 * @param jitter largest shift on each axis, in whole pixels
 * @param scale largest relative change of size, such as 0.1 for 0.9 to 1.1
 * @param rotation largest turn either way, in degrees
 */
public record Transforms(int jitter, double scale, double rotation) {
  /** Pictures stay as they are. */
  public static final Transforms NONE = new Transforms(0, 0, 0);

  /** The size of picture that lucid's values are meant for. */
  private static final int REFERENCE_SIZE = 224;

  /** Refuses negative ranges, and ranges of scale that reach 0. */
  public Transforms {
    if (jitter < 0 || !(scale >= 0 && scale < 1) || !(rotation >= 0 && rotation <= 180)) {
      throw new IllegalArgumentException(
          format(
              "Expected jitter >= 0, scale in [0, 1) and rotation in [0, 180] degrees, got %d, %s, %s",
              jitter, scale, rotation));
    }
  }

  /**
   * The transforms that lucid uses, for pictures of a size: its {@code standard_transforms} (random
   * crops that take off 8 and 4 pixels of 224, which shift by up to 6 either way, scales 0.9 to
   * 1.1, turns of up to 10 degrees), the shifts in proportion. Lucid resamples a picture for each
   * in turn; here they are one transform, so that it is blurred once.
   */
  public static Transforms standard(int size) {
    return new Transforms(Math.max(1, Math.round(6f * size / REFERENCE_SIZE)), 0.1, 10);
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** The transform of a step: the same for the same seed and step. */
  Warp draw(int size, long seed, int step) {
    Random random = new Random(Seed.of(seed, step));
    int right = random.nextInt(2 * jitter + 1) - jitter;
    int down = random.nextInt(2 * jitter + 1) - jitter;
    double factor = 1 + scale * (2 * random.nextDouble() - 1);
    double degrees = rotation * (2 * random.nextDouble() - 1);
    return Warp.of(size, right, down, factor, Math.toRadians(degrees));
  }
}
