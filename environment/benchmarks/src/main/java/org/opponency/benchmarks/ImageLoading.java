package org.opponency.benchmarks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.opponency.evaluation.Predictions;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.images.batch.Augmentation;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;
import org.opponency.images.batch.VisitingOrder;
import org.opponency.images.source.Images;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.VisionModel;

/**
 * Times passes over photographs, loading them alone or predicting what they are, taking turns with
 * image_loading.py, and prints a table.
 */
public final class ImageLoading {
  private static final int BATCH = 50;

  /** As in image_loading.py: one pass visits every photograph so often. */
  private static final int REPEATS = 4;

  private static final Turns.Rhythm LOADING = new Turns.Rhythm(1, 2, 7);
  private static final Turns.Rhythm PREDICTION = new Turns.Rhythm(1, 1, 3);

  private final String folder;
  private final String python;
  private final String script;
  private final ImageSet once;
  private final ImageSet images;
  private String versions = "";

  private ImageLoading(String folder, String python, String script) {
    this.folder = folder;
    this.python = python;
    this.script = script;
    once = Images.folder(Path.of(folder));
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
            loading("validation", "resize 256, centre crop 224, bit-equal", 1, 0),
            loading("validation", "the same", 2, 2),
            loading("training", "random resized crop 224, flip", 1, 0),
            loading("training", "the same", 2, 2),
            prediction("thin", "thin network, width 4, 32 pixels", Architecture.thin(4, 10, 32)),
            prediction(
                "resnet50",
                "retina and ResNet-50, width 4, 224 pixels",
                Architecture.resNet(50, new Retina(4, 7))));
    System.out.printf(
        Locale.ROOT,
        """
        # Loading of photographs

        %s
        Images a second and core: median (best) of %d passes over %d photographs, of %d over %d where
        they are predicted. The ratio is one of times: below 1, ours is the faster. Loading ends in uint8 batches
        with us, in normalised float tensors with torchvision; predicting, in the logits of a frozen
        network on both cores, PyTorch's in its channels_last memory format.

        | work | workers | Opponency | torchvision | ratio |
        |---|---|---|---|---|
        """,
        Machine.about(2, loadBefore, versions),
        LOADING.turns(),
        images.size(),
        PREDICTION.turns(),
        once.size());
    rows.forEach(System.out::println);
  }

  /** A row of loading alone; a DataLoader without processes works in its one own. */
  private String loading(String transform, String detail, int threads, int processes)
      throws IOException {
    IntConsumer pass = step -> pass(transform(transform, step), threads, step);
    try (Peer peer = new Peer(python, script, folder, transform, String.valueOf(processes))) {
      return row(
          transform + ": " + detail, threads, images.size(), time(LOADING, pass, peer), peer);
    }
  }

  /** A row from files to logits. */
  private String prediction(String key, String title, Architecture network) throws IOException {
    Preprocessing own = Preprocessing.forNetwork(network.imageSize());
    try (VisionModel vision = VisionModel.of(Network.initialise(network, 0));
        Peer peer = new Peer(python, script, folder, key, "2")) {
      IntConsumer pass = step -> Predictions.of(vision, once, own, Unreadable.REFUSE);
      return row("prediction: " + title, 2, once.size(), time(PREDICTION, pass, peer), peer);
    }
  }

  private String row(String title, int threads, int images, Turns turns, Peer peer) {
    versions = peer.versions();
    return format(
        "| %s | %d | %s | %s | %s |",
        title,
        threads,
        rates(turns.own(), images, threads),
        rates(peer.times(), images, threads),
        turns.ratio(peer));
  }

  /** Our own passes; the peer keeps its. */
  private static Turns time(Turns.Rhythm rhythm, IntConsumer pass, Peer peer) {
    Turns turns = new Turns(rhythm, List.of(peer));
    turns.after(1);
    for (int step = 2; step <= rhythm.steps(); step++) {
      pass.accept(step);
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

  private static String rates(List<Double> times, int images, int cores) {
    double perSecond = 1000.0 * images / cores;
    return format(
        "%.0f (%.0f)", perSecond / BesidePyTorch.median(times), perSecond / Collections.min(times));
  }
}
