package org.opponency.stimuli;

import static org.opponency.io.Text.format;

/**
 * A grating within a circle, mid-grey around it: what tells how far a cell sums. A pixel on the
 * circle's edge is mixed from both.
 *
 * @param grating its bars, which lie as they would without the circle
 * @param x column of the circle's middle in pixels from the middle of the stimulus
 * @param y row, likewise, down
 * @param diameter pixels, above 0
 */
public record GratingDisc(Grating grating, double x, double y, double diameter)
    implements Stimulus {
  private static final double AROUND = 0.5;

  /** Refuses a circle without an inside. */
  public GratingDisc {
    if (!(diameter > 0)) {
      throw new IllegalArgumentException(format("Expected a diameter above 0, got %s", diameter));
    }
  }

  @Override
  public void paint(int side, Aperture part, float[] pixels, int offset) {
    grating.paint(side, part, pixels, offset);
    double middle = (side - 1) / 2.0;
    for (int i = 0; i < 3 * part.pixels(); i++) {
      double column = part.first() + i % part.side() - middle - x;
      double row = part.first() + i / part.side() % part.side() - middle - y;
      double inside = inside(Math.hypot(column, row));
      pixels[offset + i] = (float) (AROUND + inside * (pixels[offset + i] - AROUND));
    }
  }

  private double inside(double distance) {
    return Math.max(0, Math.min(1, diameter / 2 + 0.5 - distance));
  }
}
