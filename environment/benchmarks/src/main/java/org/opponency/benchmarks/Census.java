package org.opponency.benchmarks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opponency.engine.Compute;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.models.weights.Safetensors;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.OpponencyProtocol;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

/**
 * Times the census of Retina-2 and ResNet-1, taking turns with census.py, compares all responses
 * and prints a table in Markdown.
 */
public final class Census {
  private static final List<String> LAYERS = List.of("retina.retina_conv2", "ventral.conv1");
  private static final double TOLERANCE = 1e-5;

  /**
   * A network to take the census of.
   *
   * @param warmUp censuses before the first that counts, until Java has compiled what it runs
   * @param turns of ours and of PyTorch's, each after the other
   */
  private record Subject(String title, Architecture network, int warmUp, int turns) {}

  private static final Subject LAPTOP =
      new Subject("thin network, width 4, 32 pixels", Architecture.thin(4, 10, 32), 30, 15);
  private static final Subject PAPER =
      new Subject("ResNet-50, width 4, 224 pixels", Architecture.resNet50(4), 5, 1);

  private Census() {}

  /** Takes the number of threads, laptop, paper or both, the Python interpreter and census.py. */
  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(arguments[0]);
    Compute.threads(threads);
    List<Subject> subjects =
        switch (arguments[1]) {
          case "laptop" -> List.of(LAPTOP);
          case "paper" -> List.of(PAPER);
          default -> List.of(LAPTOP, PAPER);
        };
    String before = Machine.load();
    List<String> rows = new ArrayList<>();
    String versions = "";
    for (Subject subject : subjects) {
      Path folder = Files.createTempDirectory("census");
      try (VisionModel vision = vision(subject.network(), folder);
          Peer peer = new Peer(arguments[2], arguments[3], folder.toString(), arguments[0])) {
        versions = peer.versions();
        rows.add(row(subject, vision, peer, folder));
      } finally {
        Scratch.remove(folder);
      }
    }
    print(threads, versions, before, rows);
  }

  private static VisionModel vision(Architecture architecture, Path folder) throws IOException {
    Network network = Network.initialise(architecture, 1);
    String size = Integer.toString(architecture.imageSize());
    new Safetensors(network.state(), Map.of(Checkpoint.IMAGE_SIZE, size))
        .write(folder.resolve("weights.safetensors"));
    return VisionModel.of(network);
  }

  private static String row(Subject subject, VisionModel vision, Peer peer, Path folder)
      throws IOException {
    double first = seconds(vision);
    for (int i = 1; i < subject.warmUp(); i++) {
      seconds(vision);
    }
    List<Double> own = new ArrayList<>();
    for (int turn = 0; turn < subject.turns(); turn++) {
      own.add(seconds(vision));
      peer.turn(1, true);
    }
    List<Double> other = peer.times();
    double error = largestDifference(vision, folder);
    if (!(error <= TOLERANCE)) {
      throw new IllegalStateException(
          "Expected responses within " + TOLERANCE + " of PyTorch's, got " + error);
    }
    return format(
        "| %s | %d | %.3f | %s | %s | %.0e | %s |",
        subject.title(),
        463 + StimulusSet.gratings(subject.network().imageSize()).size() + 1,
        first,
        times(own),
        times(other),
        error,
        Ratio.of(own, other, 1));
  }

  private static double seconds(VisionModel vision) {
    long start = System.nanoTime();
    CellCensus.of(vision, LAYERS, OpponencyProtocol.PAPER);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Of all responses, in units of a layer's largest response to the same kind of stimulus. */
  private static double largestDifference(VisionModel vision, Path folder) throws IOException {
    FloatBuffer theirs =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("responses")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    int side = vision.architecture().imageSize();
    double largest = 0;
    for (String layer : LAYERS) {
      largest = Math.max(largest, difference(hues(vision, layer, side), theirs));
      largest = Math.max(largest, difference(greys(vision, layer, side), theirs));
      largest = Math.max(largest, difference(gratings(vision, layer, side), theirs));
    }
    if (theirs.hasRemaining()) {
      throw new IllegalStateException("PyTorch gave " + theirs.remaining() + " responses more");
    }
    return largest;
  }

  private static Responses<?> hues(VisionModel vision, String layer, int side) {
    return Responses.of(vision, layer, StimulusSet.hues(side), Grey.BLACK);
  }

  private static Responses<?> greys(VisionModel vision, String layer, int side) {
    return Responses.of(vision, layer, StimulusSet.greys(side), Grey.MID);
  }

  private static Responses<?> gratings(VisionModel vision, String layer, int side) {
    StimulusSet<?> gratings = StimulusSet.gratings(side);
    return Responses.rectified(vision, List.of(layer), gratings, Grey.BLACK).get(layer);
  }

  private static double difference(Responses<?> ours, FloatBuffer theirs) {
    double largest = 0;
    double scale = 0;
    for (int i = 0; i <= ours.stimuli().size(); i++) {
      for (int cell = 0; cell < ours.cells(); cell++) {
        boolean background = i == ours.stimuli().size();
        double own = background ? ours.baseline(cell) : ours.curves()[cell][i];
        double other = theirs.get();
        largest = Math.max(largest, Math.abs(own - other));
        scale = Math.max(scale, Math.abs(other));
      }
    }
    return largest / scale;
  }

  private static void print(int threads, String versions, String before, List<String> rows)
      throws IOException {
    System.out.printf(
        Locale.ROOT,
        """
# Time of a census

%s
Seconds: median (minimum), of Retina-2 and ResNet-1 together, once Java has compiled what it runs; the
first census is that of a fresh network before. The error is the largest difference of any response, in
units of the largest response; of the ratio, below 1, ours is the faster.

| network | stimuli | first census | Opponency | published loop in PyTorch | error | ratio |
|---|---|---|---|---|---|---|
""",
        Machine.about(threads, before, versions));
    rows.forEach(System.out::println);
  }

  private static String times(List<Double> times) {
    return format("%.3f (%.3f)", BesidePyTorch.median(times), Collections.min(times));
  }
}
