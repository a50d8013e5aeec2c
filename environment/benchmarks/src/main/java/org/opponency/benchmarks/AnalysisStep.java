package org.opponency.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.opponency.engine.Compute;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.VisionModel;
import org.opponency.superstimuli.Ascent;
import org.opponency.superstimuli.Objective;
import org.opponency.superstimuli.Transforms;

/**
 * Times what analyses do with a frozen network, taking turns with analysis_step.py, and prints a
 * table in Markdown.
 */
public final class AnalysisStep {
  private static final Objective OBJECTIVE = Objective.logit(3);
  private static final List<String> PEERS = List.of("PyTorch", "PyTorch, channels last");

  /** A piece of work; what both sides call it is its name in lower case. */
  private enum Work {
    ASCENT("step to a super-stimulus"),
    GRADIENT("gradient of an attack"),
    PREDICTION("prediction");

    private final String title;

    Work(String title) {
      this.title = title;
    }
  }

  /** A network to time at some work, with so many images at once. */
  private record Subject(
      Work work, String title, String key, Architecture network, int images, Turns.Rhythm rhythm) {
    String row() {
      int side = network.imageSize();
      return work.title + ": " + title + ", width 4, " + images + " of " + side + " pixels";
    }
  }

  private static final List<Subject> SUBJECTS =
      List.of(
          thin(Work.ASCENT, 1),
          thin(Work.ASCENT, 10),
          resNet50(Work.ASCENT, 1),
          thin(Work.GRADIENT, 32),
          new Subject(
              Work.GRADIENT,
              "network for CIFAR-10",
              "cifar10",
              Architecture.cifar10(4, 1),
              30,
              new Turns.Rhythm(3, 25, 10)),
          resNet50(Work.GRADIENT, 4),
          thin(Work.PREDICTION, 64),
          resNet50(Work.PREDICTION, 8));

  private static Subject thin(Work work, int images) {
    Turns.Rhythm rhythm = new Turns.Rhythm(10, images == 1 ? 150 : 50, 15);
    return new Subject(work, "thin network", "thin", Architecture.thin(4, 10, 32), images, rhythm);
  }

  private static Subject resNet50(Work work, int images) {
    return new Subject(
        work,
        "retina and ResNet-50",
        "resnet50",
        Architecture.resNet(50, new Retina(4, 7)),
        images,
        new Turns.Rhythm(1, 25, 9));
  }

  private AnalysisStep() {}

  /** Takes the number of threads, the Python interpreter and the path of the script. */
  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(arguments[0]);
    Compute.threads(threads);
    BesidePyTorch table = new BesidePyTorch();
    List<String> rows = new ArrayList<>();
    String versions = "";
    for (Subject subject : SUBJECTS) {
      try (Peer contiguous = peer(arguments, subject, "contiguous");
          Peer channelsLast = peer(arguments, subject, "channels_last")) {
        versions = contiguous.versions();
        List<Peer> peers = List.of(contiguous, channelsLast);
        rows.add(BesidePyTorch.row(subject.row(), run(subject, peers), peers));
      }
    }
    table.print("Time of a step of an analysis", threads, versions, PEERS, rows);
  }

  private static Peer peer(String[] arguments, Subject subject, String format) throws IOException {
    return new Peer(
        arguments[1],
        arguments[2],
        subject.work().name().toLowerCase(Locale.ROOT),
        subject.key(),
        Integer.toString(subject.images()),
        format,
        arguments[0]);
  }

  /** Our own steps; the peers keep theirs. */
  private static Turns run(Subject subject, List<Peer> peers) {
    Turns turns = new Turns(subject.rhythm(), peers);
    try (VisionModel vision = VisionModel.of(Network.initialise(subject.network(), 0))) {
      if (subject.work() == Work.ASCENT) {
        climb(subject, vision, turns);
      } else {
        pass(subject, vision, turns);
      }
    }
    return turns;
  }

  private static void climb(Subject subject, VisionModel vision, Turns turns) {
    int size = subject.network().imageSize();
    Ascent ascent = Ascent.of(subject.rhythm().steps(), size).with(Transforms.NONE);
    ascent.run(vision, Collections.nCopies(subject.images(), OBJECTIVE), 0, turns::after);
  }

  private static void pass(Subject subject, VisionModel vision, Turns turns) {
    int size = subject.network().imageSize();
    try (NDManager scope = vision.manager().newSubManager()) {
      // Rows of pixels, colour by colour, as pictures come.
      NDArray rows = scope.randomUniform(0, 1, new Shape(subject.images(), size, size, 3));
      NDArray pixels = rows.transpose(0, 3, 1, 2);
      for (int step = 1; step <= subject.rhythm().steps(); step++) {
        result(subject.work(), vision, pixels).close();
        turns.after(step);
      }
    }
  }

  private static NDArray result(Work work, VisionModel vision, NDArray pixels) {
    return work == Work.PREDICTION
        ? vision.logits(pixels)
        : vision.inputGradient(pixels, logits -> logits.logSoftmax(1).get(":,3"));
  }
}
