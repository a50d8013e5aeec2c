package org.opponency.benchmarks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;
import org.opponency.images.batch.VisitingOrder;
import org.opponency.images.source.Images;

/** Times passes over photographs, taking turns with image_loading.py, and prints a table. */
public final class ImageLoading {
  private static final int BATCH = 50;

  /** As in image_loading.py: one pass visits every photograph so often. */
  private static final int REPEATS = 4;

  private static final Turns.Rhythm RHYTHM = new Turns.Rhythm(1, 4, 9);

  private final String folder;
  private final String python;
  private final String script;
  private final ImageSet images;
  private String versions = "";

  private ImageLoading(String folder, String python, String script) {
    this.folder = folder;
    this.python = python;
    this.script = script;
    ImageSet once = Images.folder(Path.of(folder));
    images =
        once.subset(IntStream.range(0, REPEATS * once.size()).map(i -> i % once.size()).toArray());
  }

  /** Takes a folder of photographs, the Python interpreter and the path of image_loading.py. */
  public static void main(String[] arguments) throws IOException {
    new ImageLoading(arguments[0], arguments[1], arguments[2]).print();
  }

  private void print() throws IOException {
    String loadBefore = Machine.load();
    List<String> rows =
        List.of(
            row("validation", "resize 256, centre crop 224, bit-equal", 1, 0),
            row("validation", "the same", 2, 2),
            row("training", "random resized crop 224, flip", 1, 0),
            row("training", "the same", 2, 2));
    System.out.printf(
        Locale.ROOT,
        """
        # Loading of photographs

        %s
        Images a second and core: median (best) of %d passes over %d photographs. The ratio is
        one of times: below 1, ours is the faster. Ours ends in uint8 batches, torchvision's in normalised float tensors.

        | transform | workers | Opponency | torchvision | ratio |
        |---|---|---|---|---|
        """,
        Machine.about(2, loadBefore, versions),
        RHYTHM.turns(),
        images.size());
    rows.forEach(System.out::println);
  }

  /** A row of the table; a DataLoader without processes works in its one own. */
  private String row(String transform, String detail, int threads, int processes)
      throws IOException {
    try (Peer peer = new Peer(python, script, folder, transform, String.valueOf(processes))) {
      versions = peer.versions();
      Turns turns = time(transform, threads, peer);
      return format(
          "| %s: %s | %d | %s | %s | %s |",
          transform,
          detail,
          threads,
          rates(turns.own(), threads),
          rates(peer.times(), threads),
          turns.ratio(peer));
    }
  }

  /** Our own passes; the peer keeps its. */
  private Turns time(String transform, int threads, Peer peer) {
    Turns turns = new Turns(RHYTHM, List.of(peer));
    turns.after(1);
    for (int step = 2; step <= RHYTHM.steps(); step++) {
      pass(transform(transform, step), threads, step);
      turns.after(step);
    }
    return turns;
  }

  private void pass(ImageTransform transform, int threads, int epoch) {
    BatchPlan plan =
        BatchPlan.of(images, BATCH)
            .withOrder(VisitingOrder.shuffled(images.size(), 1, epoch))
            .with(transform)
            .withThreads(threads, 2);
    try (Batches batches = plan.open()) {
      int seen = 0;
      while (batches.hasNext()) {
        seen += batches.next().size();
      }
      if (seen != images.size()) {
        throw new IllegalStateException("Saw " + seen + " of " + images.size() + " images");
      }
    }
  }

  private static ImageTransform transform(String name, int epoch) {
    return name.equals("validation")
        ? ImageTransform.of(Preprocessing.IMAGENET)
        : ImageTransform.of(Augmentation.imagenet(224), 1, epoch);
  }

  private String rates(List<Double> times, int cores) {
    double images = 1000.0 * this.images.size() / cores;
    return format(
        "%.0f (%.0f)", images / BesidePyTorch.median(times), images / Collections.min(times));
  }
}
