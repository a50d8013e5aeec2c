package org.opponency.report;

import java.time.Instant;
import java.util.List;
import org.opponency.evaluation.Comparison;
import org.opponency.images.RgbImage;
import org.opponency.study.Provenance;
import org.opponency.study.Revision;
import org.opponency.study.Scale;

/** Small things that several tests need. */
public final class Examples {
  private Examples() {}

  /** One run's accuracy, as a study reports it. */
  public record RunAccuracy(int width, int run, double accuracy, boolean dead) {}

  /** The value of a network that is alive. */
  public static Comparison.Run run(int width, double value) {
    return new Comparison.Run(width, value, false);
  }

  /** The value of a network whose bottleneck is dead. */
  public static Comparison.Run dead(int width, double value) {
    return new Comparison.Run(width, value, true);
  }

  /** One measure of some networks. */
  public static Comparison runs(String measure, Comparison.Run... runs) {
    return new Comparison(measure, List.of(runs));
  }

  public static Provenance provenance(Scale scale) {
    return new Provenance(
        "0.1.0",
        new Revision("0123456789abcdef", Revision.Tree.CLEAN),
        "Vendor 17",
        "Linux amd64",
        Provenance.Engine.NONE,
        scale,
        7,
        new Provenance.Data("Orchard 32 px", "ff00"),
        "test",
        Instant.EPOCH);
  }

  /** A grey image of one level. */
  public static RgbImage grey(int width, int height, int level) {
    byte[] pixels = new byte[width * height * 3];
    java.util.Arrays.fill(pixels, (byte) level);
    return new RgbImage(width, height, pixels);
  }
}
