package org.opponency.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.Predictions;
import org.opponency.images.RgbImage;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.AccuracyResults;
import org.opponency.study.store.Origin;
import org.opponency.study.store.Revision;

/** Small things that several tests need. */
public final class Examples {
  private Examples() {}

  /** One run's accuracy, as a study reports it. */
  public record RunAccuracy(int width, int run, double accuracy, boolean dead) {}

  /** Results of networks that are right about so much of 100 pictures. */
  public static AccuracyResults accuracy(Scale scale, List<RunAccuracy> rows) {
    List<Measured<Predictions>> predictions =
        rows.stream()
            .map(r -> Networks.measured(r.width(), r.run(), r.dead(), predictions(r.accuracy())))
            .toList();
    return new AccuracyResults(provenance(scale), predictions, List.of("fig", "lime"));
  }

  private static Predictions predictions(double accuracy) {
    List<Prediction> rows =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new Prediction(
                        "image " + i, 0, List.of(i < 100 * accuracy ? 0 : 1), List.of(0.5)))
            .toList();
    return new Predictions(rows, List.of());
  }

  public static Provenance provenance(Scale scale) {
    return provenance(scale, Path.of("figures"));
  }

  /** Of numbers whose figures belong into a folder. */
  public static Provenance provenance(Scale scale, Path figures) {
    return new Provenance(
        new Origin(
            "0.1.0",
            new Revision("0123456789abcdef", Revision.Tree.CLEAN),
            "Vendor 17",
            "Linux amd64",
            Origin.Engine.NONE),
        Set.of(),
        scale,
        7,
        new Provenance.Data("Orchard 32 px", "ff00"),
        "test",
        Instant.EPOCH,
        figures);
  }

  /** A grey image of one level. */
  public static RgbImage grey(int width, int height, int level) {
    byte[] pixels = new byte[width * height * 3];
    java.util.Arrays.fill(pixels, (byte) level);
    return new RgbImage(width, height, pixels);
  }
}
