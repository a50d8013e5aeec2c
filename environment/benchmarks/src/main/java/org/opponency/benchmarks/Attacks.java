package org.opponency.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.Mode;
import org.opponency.attacks.RobustAccuracy;
import org.opponency.engine.Autograd;
import org.opponency.engine.Compute;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.images.source.Cifar10;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.Pixels;
import org.opponency.models.VisionModel;
import org.opponency.orchard.Orchard;
import org.opponency.study.store.ResultStore;
import org.opponency.study.store.RobustnessCache;
import org.opponency.training.Recipe;
import org.opponency.training.TrainedNetwork;
import org.opponency.training.Training;

/** Times the worst case of five attacks beside attacks.py and prints tables in Markdown. */
public final class Attacks {
  private static final int IMAGES = Integer.getInteger("images", 30);
  private static final int STEPS = Integer.getInteger("steps", 600);
  private static final int TURNS = 15;

  private Attacks() {}

  /** A side's seconds, by attack where it knows them, and images that withstand, by epsilon. */
  private record Side(String name, double seconds, List<Long> standing, long gradients) {}

  /**
   * Takes threads, Python, attacks.py, the Foolbox checkout and, if there is, CIFAR-10's folder.
   */
  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(arguments[0]);
    Compute.threads(threads);
    Path folder = Files.createTempDirectory("attacks");
    try {
      compare(threads, arguments, folder);
    } finally {
      Scratch.remove(folder);
    }
  }

  private static void compare(int threads, String[] arguments, Path folder) throws IOException {
    ImageSet train = train(arguments);
    ImageSet images = test(arguments).first(IMAGES);
    Path weights = trained(train, images, folder).weights();
    Path records = records(images, folder.resolve("images.bin"));
    String before = Machine.load();
    List<Side> sides = new ArrayList<>();
    try (VisionModel vision = VisionModel.of(Checkpoint.read(weights).network())) {
      var robustness = new RobustnessCache(new ResultStore(folder.resolve("kept")), step -> {});
      warmUp(robustness, vision, images);
      sides.add(ours(robustness, vision, images, Mode.WORST_CASE));
      sides.add(ours(robustness, vision, images, Mode.FULL));
    }
    Peer foolbox = Peer.run("Foolbox", "foolbox", arguments, weights, records);
    sides.add(foolbox.side());
    sides.add(Peer.run("Foolbox, weights frozen", "frozen", arguments, weights, records).side());
    double[] milliseconds = weightGradients(weights, images);
    print(threads, images.name(), foolbox.versions(), before, sides, milliseconds);
  }

  private static ImageSet train(String[] arguments) {
    return arguments.length > 4
        ? Cifar10.train(Path.of(arguments[4]))
        : Orchard.ofSize(32).train(480).inMemory();
  }

  private static ImageSet test(String[] arguments) {
    return arguments.length > 4
        ? Cifar10.test(Path.of(arguments[4]))
        : Orchard.ofSize(32).validation(100).inMemory();
  }

  private static TrainedNetwork trained(ImageSet train, ImageSet images, Path folder)
      throws IOException {
    Recipe paper = Recipe.cifar10();
    int perEpoch = Math.min(STEPS, train.size() / paper.batchSize());
    Recipe recipe =
        new Recipe(
            paper.rule(),
            paper.schedule(),
            paper.batchSize(),
            STEPS / perEpoch,
            paper.augmentation(),
            paper.preprocessing(),
            Integer.MAX_VALUE);
    return new Training(
            Architecture.cifar10(4, 1),
            recipe,
            train.first(perEpoch * paper.batchSize()),
            images,
            1,
            folder)
        .run(step -> {});
  }

  /** The images as CIFAR-10 records, for the other side. */
  private static Path records(ImageSet images, Path file) throws IOException {
    byte[] records = new byte[images.size() * 3073];
    for (int i = 0; i < images.size(); i++) {
      RgbImage image = images.image(i);
      records[i * 3073] = (byte) images.label(i);
      for (int p = 0; p < 1024; p++) {
        for (int c = 0; c < 3; c++) {
          records[i * 3073 + 1 + c * 1024 + p] = image.pixels()[3 * p + c];
        }
      }
    }
    return Files.write(file, records);
  }

  private static void warmUp(RobustnessCache robustness, VisionModel vision, ImageSet images) {
    AttackProtocol few = AttackProtocol.paper(Mode.FULL, IMAGES, 1).with(List.of(0.001));
    robustness.of("warm-up", vision, images, Preprocessing.AS_IS, few);
  }

  private static Side ours(
      RobustnessCache robustness, VisionModel vision, ImageSet images, Mode mode) {
    long start = System.nanoTime();
    RobustAccuracy result =
        robustness.of(
            "network", vision, images, Preprocessing.AS_IS, AttackProtocol.paper(mode, IMAGES, 1));
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Long> standing =
        result.worstCase().stream()
            .map(point -> Math.round(point.accuracy() * images.size()))
            .toList();
    return new Side(
        "Opponency, " + mode.label(), seconds, standing, result.gradients().gradients());
  }

  /** Milliseconds of a gradient on the pixels: of frozen weights, and of weights with their own. */
  private static double[] weightGradients(Path weights, ImageSet images) throws IOException {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
    try (Network network = Checkpoint.read(weights).network()) {
      for (int turn = 0; turn < TURNS; turn++) {
        for (int side = 0; side < 2; side++) {
          boolean own = side == 1;
          network.weights().values().forEach(weight -> weight.setRequiresGradient(own));
          least[side] = Math.min(least[side], gradient(network, images));
        }
      }
    }
    return least;
  }

  private static double gradient(Network network, ImageSet images) {
    try (NDManager scope = network.manager().newSubManager();
        Autograd.Mode on = Autograd.recording()) {
      List<RgbImage> pictures = IntStream.range(0, images.size()).mapToObj(images::image).toList();
      NDArray pixels = Pixels.of(scope, pictures);
      pixels.setRequiresGradient(true);
      long start = System.nanoTime();
      Autograd.backward(network.logits(pixels, false).logSoftmax(1).get(":,0"));
      Autograd.gradient(pixels).close();
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static void print(
      int threads, String images, String versions, String before, List<Side> sides, double[] own)
      throws IOException {
    double frozen = own[0];
    Side worst = sides.get(0);
    Side full = sides.get(1);
    Side foolbox = sides.get(2);
    System.out.printf(
        Locale.ROOT,
        """
# Robust accuracy beside Foolbox

%s
Five L-infinity attacks at 14 epsilons on the first %d images of %s; network for CIFAR-10 of width 4
and depth 1, trained for %d steps. Foolbox runs the published loop on all images as one batch.

| | seconds | times as fast as Foolbox | images that withstand, by epsilon |
|---|---|---|---|
""",
        Machine.about(threads, before, versions),
        IMAGES,
        images,
        STEPS);
    for (Side side : sides) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.2f | %s |%n",
          side.name(),
          side.seconds(),
          foolbox.seconds() / side.seconds(),
          side.standing());
    }
    System.out.printf(
        Locale.ROOT,
        """

Gradients taken, an image and step each: %,d in the worst case, %,d in full mode: %.2f times fewer,
%.2f times less time. A gradient of a batch of %d without those of the weights takes %.1f ms, with
them %.1f ms: %.2f times as long. Foolbox computes them, unless the weights are frozen by hand.
""",
        worst.gradients(),
        full.gradients(),
        (double) full.gradients() / worst.gradients(),
        full.seconds() / worst.seconds(),
        IMAGES,
        frozen,
        own[1],
        own[1] / frozen);
  }

  /** What attacks.py prints of one way to run Foolbox. */
  private record Peer(String versions, Side side) {
    static Peer run(String name, String what, String[] arguments, Path weights, Path images)
        throws IOException {
      Process process =
          new ProcessBuilder(
                  arguments[1],
                  arguments[2],
                  arguments[3],
                  weights.toString(),
                  images.toString(),
                  arguments[0],
                  what)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
      if (lines.isEmpty() || !lines.get(lines.size() - 1).startsWith("worst ")) {
        throw new IllegalStateException("attacks.py has failed; its words are above");
      }
      lines.forEach(line -> System.err.println(name + ": " + line));
      double seconds =
          lines.subList(1, lines.size() - 1).stream()
              .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
              .sum();
      List<Long> standing =
          Stream.of(lines.get(lines.size() - 1).split(" ")).skip(1).map(Long::valueOf).toList();
      return new Peer(lines.get(0), new Side(name, seconds, standing, 0));
    }
  }
}
