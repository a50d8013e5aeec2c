package org.opponency.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opponency.engine.Compute;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.VisionModel;
import org.opponency.superstimuli.Ascent;
import org.opponency.superstimuli.Objective;
import org.opponency.superstimuli.Transforms;

/** Times steps of an ascent beside super_stimulus_step.py and prints a table in Markdown. */
public final class SuperStimulusStep {
  private static final Objective OBJECTIVE = Objective.logit(3);

  /** A network to time, with so many pictures at once. */
  private record Subject(
      String title, String key, Architecture network, int pictures, Turns.Rhythm rhythm) {}

  private static final List<Subject> SUBJECTS =
      List.of(
          thin("thin network, width 4, 1 picture of 32 pixels", 1),
          thin("thin network, width 4, 10 pictures of 32 pixels", 10),
          new Subject(
              "retina and ResNet-50, width 4, 1 picture of 224 pixels",
              "resnet50",
              Architecture.resNet(50, new Retina(4, 7)),
              1,
              new Turns.Rhythm(1, 3, 15)));

  private static Subject thin(String title, int pictures) {
    return new Subject(
        title, "thin", Architecture.thin(4, 10, 32), pictures, new Turns.Rhythm(10, 30, 20));
  }

  private SuperStimulusStep() {}

  /** Takes the number of threads, the Python interpreter and the path of the script. */
  public static void main(String[] arguments) throws IOException {
    String threads = arguments[0];
    Compute.threads(Integer.parseInt(threads));
    BesidePyTorch table = new BesidePyTorch();
    List<String> rows = new ArrayList<>();
    String versions = "";
    for (Subject subject : SUBJECTS) {
      String pictures = Integer.toString(subject.pictures());
      try (Peer peer = new Peer(arguments[1], arguments[2], subject.key(), pictures, threads)) {
        versions = peer.versions();
        rows.add(BesidePyTorch.row(subject.title(), run(subject, peer), List.of(peer)));
      }
    }
    table.print(
        "Time of a step to a super-stimulus",
        Integer.parseInt(threads),
        versions,
        List.of("PyTorch"),
        rows);
  }

  /** Milliseconds of our own steps; the peer keeps its own. */
  private static List<Double> run(Subject subject, Peer peer) {
    Turns turns = new Turns(subject.rhythm(), List.of(peer));
    int size = subject.network().imageSize();
    Ascent ascent = Ascent.of(subject.rhythm().steps(), size).with(Transforms.NONE);
    List<Objective> objectives = Collections.nCopies(subject.pictures(), OBJECTIVE);
    try (VisionModel vision = VisionModel.of(Network.initialise(subject.network(), 0))) {
      ascent.run(vision, objectives, 0, turns::after);
    }
    return turns.own();
  }
}
